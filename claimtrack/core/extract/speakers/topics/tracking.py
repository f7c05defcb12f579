"""Whom a sentence of the outlet is about, so that a later "he", "it" or "the group" may mean it, or a quotation that stands bare behind it is his."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import is_mentioned_before, occurs_in_paragraph
from claimtrack.core.extract.speakers.mentions.epithets import find_given_name
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker, make_organisation, make_person
from claimtrack.core.extract.speakers.topics import topics
from claimtrack.core.extract.speakers.topics.bodies import (
    find_named_body,
    find_owner_name,
    find_plural_subject,
)
from claimtrack.core.extract.speakers.topics.lone_names import (
    find_acting_subject,
    is_unknown_name,
    track_lone_name,
)
from claimtrack.core.extract.speakers.topics.topics import is_person_noun
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import pronoun_for_noun
from claimtrack.core.extract.words.reading import Span, contains_any, name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.extract.speakers.speakers import Cast

_OPENS_CLAUSE = expression(r"(?:When|After|Since|As|Once|Before|Although|While|Because|If) (?=[A-Z]|the )")
"""How a clause opens before the main one: "When the ministry raised the duty, it said"."""
_CAPITAL = 3  # letters in which a word shows whether its capital is its own
_THE_ROLE = expression(r"The (?P<office>(?:[A-Z][a-z]+ ){0,2}(?P<role>[A-Z][a-z]+)|[a-z]+),? [a-z]")
_NAMED_KIN = name_pattern(
    rf"(?:His|Her|Their|[A-Z][\w-]+'s) (?:[a-z]+ )?(?P<kin>{'|'.join(sorted(nouns.KIN))}), (?P<name>[A-Z][\w'-]+), "
)
_LOST = name_pattern(
    rf"(?:[A-Z][\w.-]+ ){{0,3}}(?P<owner>[A-Z][\w-]+)'s (?:[a-z0-9-]+ ){{0,3}}?(?:{'|'.join(sorted(nouns.KIN | {'baby', 'child', 'children'}))})"
    r"(?:,? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?,?(?: (?:\d{1,2}|aged \d{1,2}),)? "
    r"(?:died|drowned|was (?:killed|murdered|shot|stillborn|found dead|among the dead)|were killed|is missing|went missing|vanished|took his|took her)\b"
)
_SOMEBODY = expression(r"\b(?:[Hh]e|[Ss]he)\b")
_INTRODUCED = name_pattern(
    r" (?:with|by|to|from|of|for|against|than|like|under|around|about) (?:the )?(?:[\w-]+ ){0,4}?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}), who "
    r"|, with (?:[\w.-]+ ){0,4}?(?P<beside>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?: --? [^.]{3,60} --?|, [^,.]{3,60},)? [a-z]+ing "
    r"|, where (?P<there>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?:,| [a-z])"
)
"""Somebody told of at the end of a sentence: "It is a blow to Economy Minister Ann Lee, who has promised growth", "in Vale, where Ann Lee runs a mill"."""
_INTRODUCING = (", who ", ", where ", ", with ")
_LAST = name_pattern(
    r" (?:from|by) (?:the )?(?:(?!(?:on|in|at|to|for|with|about|and|that) )[\w.'-]+ ){0,5}?(?P<last>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})\.$"
)
"""The same: "The cut drew a rebuke from Ann Lee."."""
_VERBS = ("asked", "pressed", "questioned", "challenged", "quizzed", "grilled")
_ASKING = rf" (?:{'|'.join(_VERBS)}) "
_QUESTION = r"(?:(?:on )?(?:whether|if|why|how|what|when|who|where)|about|on|over)\b"
_ASKED = name_pattern(
    rf"{_ASKING}(?:(?!about |for |to |by |from |whether |if )[a-z][\w'-]*,? ){{0,8}}?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?"
    rf"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,3}})(?:, [^,.]{{2,60}},|,)? {_QUESTION}"
)
"""Whom somebody asks, by name: "asked the minister, Sir Ian Fox, whether", "pressed Moor on"."""
_ASKED_OFFICE = expression(
    rf"{_ASKING}(?P<who>(?:the|an?|his|her|its|their) [a-z-]+(?: [a-z-]+){{0,4}}?) {_QUESTION}"
)
_KEPT_AWAY = name_pattern(
    r" (?:not|to) make (?:[\w-]+ ){0,4}?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}) available\b"
)
"""Whom a body lets nobody ask, and who may answer in writing."""
_ASKED_SOMEBODY = expression(
    r"(?:We|I) (?:asked|called|phoned|contacted|reached|approached|e-?mailed|wrote to) (?P<who>(?:the|an?|its|their) [a-z]+(?: [a-z]+){0,2})"
)
_REACTION = expression(
    r"(?P<who>[A-Z][\w'-]*\.?(?: [\w'-]+\.?){0,3}?) (?:disagree[sd]|den(?:ies|ied) (?:it|that|this)|frown(?:s|ed)|shrug(?:s|ged)"
    r"|nod(?:s|ded)|sigh(?:s|ed)|smile[sd]|laugh(?:s|ed)|sh(?:ook|akes) (?:his|her) head|insist(?:s|ed)|(?:is|was) (?:adamant|blunt)"
    r"|look(?:s|ed) (?:away|down|up|at (?:the|his|her) \w+))\."
)
"""What is told of him and nothing else; of "Doe opened the letter" nobody knows who speaks behind it."""
_PRONOUNS = ("He ", "She ")
_CALLER = name_pattern(
    r" what (?P<who>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4}) (?:calls|called|terms|termed|describes|described)\b"
)
"""Whose words the outlet uses: "in what Mr. Doe calls "our best year""."""


def track_subject(cast: Cast, sentence: str, at: int = 0) -> None:
    """Take note of the person, body or document that a sentence of the outlet is about; it stands at `at`."""
    if len(sentence) == 1:
        return None  # a lone mark names nobody: a text may hold a million of them
    cast.advance_to(at, sentence)
    told, sentence = sentence, topics.skip_opening(sentence[: 2 * topics.WINDOW])[: topics.WINDOW]
    if alone := find_given_name(sentence):
        return cast.mark_salient(make_person(alone))
    if grieved := _bereaved(sentence, cast.full_names):
        return cast.mark_salient(make_person(grieved))
    if kin := _kin_of(sentence):
        given, sex = kin
        relative = make_person(cast.given_names.get(given.lower()) or given)
        cast.called |= {relative.name: sex} if sex else {}
        return cast.mark_salient(relative)
    owner = topics.find_owner(sentence, cast.full_names)
    if _is_of_body(cast, sentence, owner):
        return _see_asked(cast, sentence)
    if (agent := topics.find_passive_agent(sentence)) is not None:
        cast.resolve(agent, at)
        return None
    opening = topics.first_two_words(sentence) if cast.bodies else ""
    if opening in cast.bodies.values():
        cast.remember(make_organisation(opening))
        return _see_asked(cast, sentence)
    is_own = sentence[:_CAPITAL] in told  # "But news of it spread" names nobody
    if is_own or sentence.startswith("The "):
        track_lone_name(cast, sentence)
    if many := find_plural_subject(sentence):
        called = many.name if is_own else f"{many.name[0].lower()}{many.name[1:]}"
        cast.several = Speaker(called, many.kind, many.head)
        return None
    if thing := topics.find_thing(sentence, cast.full_names):
        cast.thing = cast.mention(thing)
        if thing.kind is ClaimantKind.ORGANISATION:
            cast.remember(cast.thing)
    elif doer := find_acting_subject(sentence):
        cast.remember(cast.mention(parse_mention(doer))._replace(kind=ClaimantKind.ORGANISATION))
    name = topics.find_person(sentence, cast.full_names, cast.given_names) or _of_role(cast, sentence)
    if asked := _asked_of(sentence, cast.full_names):
        if name:
            cast.mark_salient(make_person(name))  # "Moor asked Ivo Lund whether it was shut. She said"
        name = asked
    name = name or owner
    is_known = name or (not is_own and sentence.startswith("The "))  # "But the candidate could win"
    somebody = None if is_known else topics.find_unnamed_person(sentence) or _asked_somebody(sentence)
    name = name or (None if somebody else _introduced(sentence, cast.full_names))
    _see(cast, sentence, name, somebody)
    return None


def track_opening_clause(cast: Cast, text: str, start: int, end: int) -> None:
    """Let "it" or "he" at `end` mean whom the clause before it is about: "When the ministry raised the duty, it said S", "Doe sent a note, in which he said S"."""
    opening = text[start:end].rstrip()
    clause = _OPENS_CLAUSE.match(opening)
    if clause and opening.endswith(","):
        at = clause.end()
        track_subject(cast, f"{opening[at].upper()}{opening[at + 1 :]}", start + at)
    elif opening.endswith(", in which"):
        track_subject(cast, opening, start)


def track_content_subject(cast: Cast, words: str, at: int, *, only: bool) -> None:
    """Let a later "he said" mean the person whom the words of a document or a body are about, or the `only` one whom they name."""
    words, names = words[: topics.WINDOW], cast.full_names
    named = topics.find_people(words, names) if only else {topics.find_person(words, names, cast.given_names)}
    if len(named) == 1 and (name := named.pop()):
        return cast.mark_salient(make_person(name))
    is_in_sight = cast.person and occurs_in_paragraph(cast.text, cast.person.name.rpartition(" ")[2], at)
    if not (only or is_in_sight) and (somebody := topics.find_unnamed_person(words)):
        cast.mark_salient(cast.mention(somebody))
    return None


def introduces_person(cast: Cast, words: str, at: int) -> bool:
    """Whether words at `at` are about somebody not named before: "Manager Ivo Lund heard it on the radio, he said"."""
    words = words[: topics.WINDOW]
    name = topics.find_person(words, cast.full_names, cast.given_names)
    return name is not None and name in words and not is_mentioned_before(cast.text, name, at)


def mark_as_medium(cast: Cast, who: Speaker, end: int) -> None:
    """Let no "he" or "she" mean a paper or a channel of one word, which ends here: "The club was sold, Marca reported"."""
    if cast.text.startswith(" reported", end) and is_unknown_name(cast, who):
        cast.called.setdefault(who.name, "it")


def _is_of_body(cast: Cast, sentence: str, owner: str | None) -> bool:
    """Whether a sentence is about a body alone, which is remembered; so is what may be one or a person."""
    body = None if owner else find_named_body(sentence)
    told = body or find_owner_name(sentence)
    if told and (body or " " in told.name or told.head not in cast.full_names):
        cast.remember(Speaker(told.name, told.kind, told.head))
    return body is not None


def _see_asked(cast: Cast, sentence: str) -> None:
    """Put whom a body asked, or did not let anybody ask, in sight."""
    if asked := _asked_of(sentence, cast.full_names):
        cast.mark_salient(make_person(asked))


def _see(cast: Cast, sentence: str, name: str | None, somebody: Mention | None) -> None:
    """Put whoever a sentence is about in sight, and behind him whom he asked, who may answer in the next."""
    if name is not None:
        if beside := topics.find_second_person(sentence, cast.full_names):
            cast.mark_salient(make_person(beside))
        cast.record_title(sentence, name)
        cast.mark_salient(make_person(name))
    elif somebody is not None:
        cast.mark_salient(unnamed := cast.mention(somebody))
        cast.describe(unnamed)
    if office := _asked_office(sentence):
        cast.mark_salient(cast.mention(office))
    caller = _CALLER.search(sentence) if " what " in sentence else None
    # "In what Doe calls a sham, Lund left", "Lund hit what Doe called a sham"
    if caller and not (
        name and (name in sentence[caller.end() :] or name.rpartition(" ")[2] in sentence[: len(name)])
    ):
        cast.mark_salient(cast.mention(parse_mention(caller["who"])))


def _of_role(cast: Cast, sentence: str) -> str | None:
    """The full name of whoever holds the office that a sentence is about: "The Minister left", "The Chief Minister, in reply, left"."""
    found = _THE_ROLE.match(sentence)
    names = cast.roles.get((found["role"] or found["office"]).lower(), []) if found else []
    if found and names and " " in found["office"]:
        holder = cast.mention(parse_mention(f"the {found['office']}"))
        return holder.name if holder.name in names else None
    return names[0] if len(set(names)) == 1 else None


_IN_RELATIVE = ("which, ", "that, ", "who, ")
"""In "Doe held up a chart which, he said, was new", he is whom the sentence is about."""
_OF_HERSELF = expression(r", which (he|she) [^,.\"]{3,40}, $")
"""In "Doe wants to sell, which she cannot do, she said", she is whom the sentence is about, too."""
_LONGEST_ASIDE = 60


def continues_subject(text: str, source: Span) -> bool:
    """Whether "she" at `source` is whom the words before it are about: "a chart which, she said, was new", ", which she cannot do, she said"."""
    if text.endswith(_IN_RELATIVE, 0, source.start):
        return True
    if not text.endswith(", ", 0, source.start):
        return False
    found = _OF_HERSELF.search(text[max(0, source.start - _LONGEST_ASIDE) : source.start])
    return found is not None and found[1] == text[slice(*source)]


def _bereaved(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """Who lost somebody, and can speak of it: "Ann Pell's son Arthur died two days later"."""
    lost = _LOST.match(sentence) if "'s " in sentence else None
    return full_names.get(lost["owner"].lower()) if lost else None


def _kin_of(sentence: str) -> tuple[str, str | None] | None:
    """The first name of whoever is told by whose he or she is, and which of the two: "His wife, Amna, disagrees"."""
    is_owned = sentence.startswith(topics.POSSESSIVE_OPENERS) or "'s " in sentence
    kin = _NAMED_KIN.match(sentence) if is_owned else None
    return (kin["name"], pronoun_for_noun(kin["kin"])) if kin else None


def _introduced(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """Who is told of behind a sentence about nothing that may be "he": "It is a blow to Ann Lee, who promised growth"."""
    found = _INTRODUCED.search(sentence) if contains_any(sentence, _INTRODUCING) else None
    ends_in_name = found is None and sentence[sentence.rfind(" ") + 1 :][:1].isupper() and sentence[-1] == "."
    found = _LAST.search(sentence) if ends_in_name else found
    if found is None or _SOMEBODY.search(sentence, 0, found.start()):
        return None
    named = next(filter(None, found.groups()))
    full = full_names.get(named.rpartition(" ")[2].lower())
    return full if full and named.endswith(full) else None


def _asked_somebody(sentence: str) -> Mention | None:
    """Somebody unnamed whom the outlet asked: "We asked the owner of the page, who runs it, where the figure came from"."""
    asked = _ASKED_SOMEBODY.match(sentence)
    if asked is None:
        return None
    words = asked["who"].split()
    head = next((at for at, word in enumerate(words) if topics.is_person_noun(word)), None)
    return parse_mention(" ".join(words[: head + 1])) if head is not None else None


def _asked_office(sentence: str) -> Mention | None:
    """The same where no name tells whom: "Moor asked the chief engineer why it was shut"."""
    asked = _ASKED_OFFICE.search(sentence) if _asks(sentence) else None
    return (
        parse_mention(asked["who"])
        if asked and topics.is_person_noun(asked["who"].rpartition(" ")[2])
        else None
    )


def _asked_of(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """Whom somebody asked, who may answer in the next: "The chair asked Ann Lee whether it was lost"."""
    asked = _ASKED.search(sentence) if _asks(sentence) else None
    asked = asked or (_KEPT_AWAY.search(sentence) if " make " in sentence else None)
    return full_names.get(asked["who"].split()[-1].lower()) if asked else None


def _asks(sentence: str) -> bool:
    """A look that costs little, for most sentences ask nobody."""
    return "ed " in sentence and contains_any(sentence, _VERBS)


def find_reacting_person(cast: Cast, sentence: Span, quoted: str) -> Speaker | None:
    """The one person who does something at words, if what is quoted behind it is not of him: "Doe rose. "He lied."."""
    found = _REACTION.fullmatch(cast.text, *sentence)
    if found is None or quoted.startswith(_PRONOUNS):
        return None
    who = found["who"]
    named = parse_mention(who)
    is_mentioned_before = (
        named.kind is ClaimantKind.PERSON or who.lower() in cast.full_names or f"{who} " in _PRONOUNS
    )
    is_one = who.startswith("The ") and is_person_noun(named.head)
    return cast.resolve(who, sentence.start) if is_mentioned_before or is_one else None
