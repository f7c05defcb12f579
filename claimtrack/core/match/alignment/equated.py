"""Whether a statement itself tells that two of its words name one thing: "the ship, a tanker, sank", "the ship was a tanker"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of

_LONGEST = 1000
"""Letters of a statement that is looked at."""
_ADJECTIVES = r"(?:[\w-]+ ){0,2}?"
_NOT_APART = words_of(
    "that who which whom whose when while if as after before since because although though until unless of in on at by with for from to near"
    " behind beside besides beyond under over between against like unlike than and or nor but"
)
"""Where one of these stands before it, what is told behind may be told of something else: "the man *with* the bag, a nurse"."""


@lru_cache(maxsize=4096)
def _expressions(one: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    one, other = re.escape(one), re.escape(other)
    is_one = rf"(?:^|[.;,:] )(?:the|an?|his|her|its|their) (?P<before>{_ADJECTIVES}){one} (?:is|was) (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    ends = rf"(?=[.,;:]|$| (?:{'|'.join(sorted(_NOT_APART))}) )"
    apposed = rf"(?P<before>[^.;:]*){one}, (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    told = r"(?: (?:from|of|in|with|who|that|built|born|made|known|called|named)(?: [^\W,;]+)+)?"
    closed = rf"(?P<told>{told})[,;] (?!(?:and|or|nor|but|an?|the|his|her|two|three|several) )"
    return re.compile(is_one + ends), re.compile(apposed + rf"(?:{closed}|(?P<last>; ))")


def are_equated(text: str, one: str, other: str) -> bool:
    """Whether a text tells that the one is the other, in this order or the other way round."""
    text = text[:_LONGEST].lower()
    return any(_is_told_to_be(text, *two) for two in ((one, other), (other, one)))


def _is_told_to_be(text: str, one: str, other: str) -> bool:
    is_one, apposed = _expressions(one, other)
    if (found := is_one.search(text)) and STOP_WORDS.isdisjoint(
        [*found["before"].split(), *found["of"].split()]
    ):
        return True
    if not (found := apposed.search(text)) or not STOP_WORDS.isdisjoint(found["of"].split()):
        return False
    before, told = found["before"].split(), (found["told"] or "").split()
    if {"and", "or"} & {*told} or not _NOT_APART.isdisjoint(before):
        return False
    return not any(word.endswith("ing") for word in before)
