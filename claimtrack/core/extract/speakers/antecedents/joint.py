"""Several who speak as one: "Ann Lee and Tom Ashby said", "Uganda and South Sudan accused each other"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.naming.known import is_place
from claimtrack.core.extract.speakers.naming.names import naming
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    import re

    from claimtrack.core.extract.speakers.speakers import Cast

_NAME = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,5}"
_HOME = r"(?: of [A-Z][\w-]*(?: [A-Z][\w-]*)?)?(?: \([DRI](?:[-.,][^()]{0,20})?\))?"
_LISTED = name_pattern(
    rf"(?P<others>(?:{_NAME}{_HOME}, ){{1,4}})(?P<one>{_NAME}){_HOME}, and (?P<last>{_NAME}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Three and more with a comma before "and": "Ann Lee, Bob Ray, and Tom Ashby"."""
_TOGETHER = name_pattern(
    rf"(?:[Bb]oth )?(?P<others>(?:{_NAME}{_HOME}, ){{0,4}}?)(?P<one>{_NAME}){_HOME}(?:, [^,]{{2,80}},|,)? and "
    rf"(?P<last>{_NAME}){_HOME}(?:, [^,]{{2,80}})?,?"
)
"""Names that "and" joins, with where each is from or what he is: "Ann Lee of Vale and Tom Ashby, her deputy"."""
_COUNTED = name_pattern(
    r"^(?:[Tt]he |[Bb]oth )?(?:other )?(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (?:[\w'-]+ ){0,3}[a-z]+s(?: [a-z-]+){0,3}, (?=[A-Z])"
)
"""How many they are, and what: "Two Democratic senators, Ann Lee and Tom Ashby"."""
_MADE_UP = name_pattern(
    r"^(?:[\w'-]+ ){0,6}(?:,? ?comprising|consisting of|made up of|composed of) (?=[A-Z])"
)
"""What several make up: "A bench comprising Justice Ann Lee and Justice Bo Lund"."""
_LONGEST_KIND = 4
"""Words that tell what several are, before their names."""


def together(cast: Cast, source: str) -> Speaker | None:
    """All of whom the words name, if they are people of the article, countries or two bare names; else None."""
    if source.lower() in lexicon.ALL_OF_THEM:
        return _in_sight(cast)
    if " and " not in source:
        return None
    told, named_so = _past_kind(_COUNTED.sub("", _MADE_UP.sub("", source)))
    listed = _LISTED.fullmatch(named_so) if ", and " in named_so else None
    named = _named(cast, listed) or _named(cast, _TOGETHER.fullmatch(named_so))
    if not named:
        return None
    for who in named:
        cast.remember(who)
    *others, last = [who.name for who in named]
    are_bodies = told in nouns.COLLECTIVES or any(who.kind is ClaimantKind.ORGANISATION for who in named)
    kind = ClaimantKind.ORGANISATION if are_bodies else named[-1].kind
    cast.several = Speaker(f"{', '.join(others)} and {last}", kind, "both")
    return cast.several


def _named(cast: Cast, found: re.Match[str] | None) -> list[Speaker]:
    """Whom the words name; none where they do not name several of a kind."""
    if found is None:
        return []
    names = [name.partition(" of ")[0] for name in found["others"].split(", ") if name]
    named = [cast.mention(naming(name)) for name in (*names, found["one"], found["last"])]
    are_others = len({who.name for who in named}) == len(named)
    return named if are_others and _are_of_a_kind(cast, named) else []


def _past_kind(source: str) -> tuple[str, str]:
    """What the several are, in the singular, and the words behind it: "The charities Shelter and Mind", "Police chiefs Ann Lee and Tom Ashby"."""
    words = source.split()
    window = range(min(_LONGEST_KIND, len(words) - 2))
    at = next((i for i in window if _is_kind(words[i], words[i + 1])), -1)
    return (lexicon.singular(words[at].lower()), " ".join(words[at + 1 :])) if at >= 0 else ("", source)


def _is_kind(word: str, following: str) -> bool:
    return lexicon.is_plural_head(word.lower()) and word.endswith("s") and following[0].isupper()


def _in_sight(cast: Cast) -> Speaker | None:
    """Those several whom "both" means: the last ones who are no documents."""
    if cast.several and cast.several.kind is not ClaimantKind.DOCUMENT:
        return cast.several
    return cast.last if cast.last and cast.last.is_plural else None


def _are_of_a_kind(cast: Cast, named: list[Speaker]) -> bool:
    """Whether all are people whom the article names in full, or all places and bare names that nobody knows."""
    known = cast.full_names.values()
    are_people = all(who.kind is ClaimantKind.PERSON and who.name in known for who in named)
    are_bodies = all(who.kind is ClaimantKind.ORGANISATION for who in named)
    are_bodies = are_bodies or all(_is_body(who) or _is_bare(who) for who in named)
    return are_people or are_bodies or all(is_place(who.name) or _is_bare(who) for who in named)


def _is_body(who: Speaker) -> bool:
    """Whether a body is named, and not the first half of a name: "Department of Rivers, Bridges and Harbours"."""
    return who.kind is ClaimantKind.ORGANISATION and who.name.lower() not in nouns.ORGANISATION


def _is_bare(who: Speaker) -> bool:
    return who.kind is ClaimantKind.UNKNOWN and " " not in who.name
