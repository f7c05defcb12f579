"""Whom a sentence of the outlet is about, so that a later "he", "it" or "the group" may mean it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers import asking, topics
from claimtrack.core.extract.speakers.alone import notice_alone
from claimtrack.core.extract.speakers.bodies import holder_of, named_body, named_many
from claimtrack.core.extract.speakers.epithets import given_as
from claimtrack.core.extract.speakers.kin import bereaved, kin_of
from claimtrack.core.extract.speakers.names import naming
from claimtrack.core.extract.speakers.speaker import Speaker, body_called, somebody_called
from claimtrack.core.extract.words import nouns

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.names import Naming
    from claimtrack.core.extract.speakers.speakers import Cast
    from claimtrack.core.extract.words.reading import Span

_OPENS_CLAUSE = re.compile(r"(?:When|After|Since|As|Once|Before|Although|While|Because|If) (?=[A-Z]|the )")
"""How a clause opens before the main one: "When the ministry raised the duty, it said"."""
_CAPITAL = 3
"""Letters in which a word shows whether its capital is its own."""
_THE_ROLE = re.compile(r"The (?P<office>(?:[A-Z][a-z]+ ){0,2}(?P<role>[A-Z][a-z]+)|[a-z]+),? [a-z]")


def notice(cast: Cast, sentence: str, at: int = 0) -> None:
    """Take note of the person, body or document that a sentence of the outlet is about; it stands at `at`."""
    if len(sentence) == 1:
        return None  # a lone mark names nobody: a text may hold a million of them
    cast.read_on(at, sentence)
    told = sentence
    sentence = topics.past_opening(sentence[: 2 * topics.WINDOW])[: topics.WINDOW]
    if alone := given_as(sentence):
        return cast.see(somebody_called(alone))
    if grieved := bereaved(sentence, cast.full_names):
        return cast.see(somebody_called(grieved))
    if kin := kin_of(sentence):
        given, sex = kin
        relative = somebody_called(cast.given_names.get(given.lower()) or given)
        cast.called |= {relative.name: sex} if sex else {}
        return cast.see(relative)
    owner = topics.owner_of(sentence, cast.full_names)
    if _is_of_body(cast, sentence, owner):
        return None
    if (agent := topics.agent_of(sentence)) is not None:
        cast.resolve(agent, at)
        return None
    opening = topics.two_words(sentence) if cast.bodies else ""
    if opening in cast.bodies.values():
        cast.remember(body_called(opening))
        return None
    is_own = sentence[:_CAPITAL] in told  # "But news of it spread" names nobody
    if is_own or sentence.startswith("The "):
        notice_alone(cast, sentence)
    if many := named_many(sentence):
        called = many.name if is_own else f"{many.name[0].lower()}{many.name[1:]}"
        cast.several = Speaker(called, many.kind, many.head)
        return None
    if thing := topics.thing_of(sentence):
        cast.thing = cast.mention(thing)
        if thing.head in nouns.BODIES:
            cast.remember(cast.thing)
    name = topics.person_of(sentence, cast.full_names, cast.given_names) or _of_role(cast, sentence)
    if asked := asking.asked_of(sentence, cast.full_names):
        if name:
            cast.see(somebody_called(name))  # "Moor asked Ivo Lund whether it was shut. She said"
        name = asked
    name = name or owner
    is_known = name or (not is_own and sentence.startswith("The "))  # "But the candidate could win"
    somebody = None if is_known else topics.somebody_of(sentence) or asking.asked_somebody(sentence)
    name = name or (None if somebody else topics.introduced(sentence, cast.full_names))
    _see(cast, sentence, name, somebody)
    return None


def notice_opening(cast: Cast, text: str, start: int, end: int) -> None:
    """Let "it" at `end` mean what the clause before it is about: "When the ministry raised the duty, it said that S"."""
    opening = text[start:end].rstrip()
    clause = _OPENS_CLAUSE.match(opening)
    if clause and opening.endswith(","):
        at = clause.end()
        notice(cast, f"{opening[at].upper()}{opening[at + 1 :]}", start + at)


def _is_of_body(cast: Cast, sentence: str, owner: str | None) -> bool:
    """Whether a sentence is about a body alone, which is remembered; so is what may be one or a person."""
    body = None if owner else named_body(sentence)
    if told := body or holder_of(sentence):
        cast.remember(Speaker(told.name, told.kind, told.head))
    return body is not None


def _see(cast: Cast, sentence: str, name: str | None, somebody: Naming | None) -> None:
    """Put whoever a sentence is about in sight, and behind him whom he asked, who may answer in the next."""
    if name is not None:
        if beside := topics.person_beside(sentence, cast.full_names):
            cast.see(somebody_called(beside))
        cast.hear_title(sentence, name)
        cast.see(somebody_called(name))
    elif somebody is not None:
        cast.see(unnamed := cast.mention(somebody))
        cast.describe(unnamed)
    if office := asking.asked_office(sentence):
        cast.see(cast.mention(office))


def _of_role(cast: Cast, sentence: str) -> str | None:
    """The full name of whoever holds the office that a sentence is about: "The Minister left", "The Chief Minister, in reply, left"."""
    found = _THE_ROLE.match(sentence)
    names = cast.roles.get((found["role"] or found["office"]).lower(), []) if found else []
    if found and names and " " in found["office"]:
        holder = cast.mention(naming(f"the {found['office']}"))
        return holder.name if holder.name in names else None
    return names[0] if len(set(names)) == 1 else None


_IN_RELATIVE = ("which, ", "that, ", "who, ")
"""In "Doe held up a chart which, he said, was new", he is whom the sentence is about."""
_OF_HERSELF = re.compile(r", which (he|she) [^,.\"]{3,40}, $")
"""In "Doe wants to sell, which she cannot do, she said", she is whom the sentence is about, too."""
_LONGEST_ASIDE = 60


def goes_on_with_her(text: str, source: Span) -> bool:
    """Whether "she" at `source` is whom the words before it are about: "a chart which, she said, was new", ", which she cannot do, she said"."""
    if text.endswith(_IN_RELATIVE, 0, source.start):
        return True
    before = text[max(0, source.start - _LONGEST_ASIDE) : source.start]
    found = _OF_HERSELF.search(before) if before.endswith(", ") else None
    return found is not None and found[1] == text[slice(*source)]
