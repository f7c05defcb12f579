"""One word in the place of another, where all else is the same word by word: what stands there differs, though both have it elsewhere, too, unless one tells that the two are one."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.frames import place_between
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.names.abbreviations import called_otherwise
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.numbers.agreement import agrees
from claimtrack.core.match.reading.paraphrases import in_other_words
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import EVERYBODY, MORE, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.tokens import Token


_LONGEST = 3
"""Words of each side that may stand in the place."""
_WEIGHTY = (
    MORE | EVERYBODY | words_of("some none most few many any before after for against up down first last")
)
"""Little words that may make all the difference."""


def other_word_there(a: Reading, b: Reading) -> Difference | None:
    """Another word stands in the one place in which they differ: "... and the driver fled", "... and the cyclist fled"."""
    slots = place_between(a, b)
    if slots is None or not all(0 < len(slot) <= _LONGEST for slot in slots):
        return None
    if _as_many(a, slots[0], b, slots[1]):
        return None
    ours, theirs = _alone(a, slots[0], b, slots[1]), _alone(b, slots[1], a, slots[0])
    if not ours or not theirs or not (_elsewhere(a, ours, b) or _elsewhere(b, theirs, a)):
        return None
    if len(ours) == len(theirs) == 1 and _are_told_to_be_one(a, ours[0], b, theirs[0]):
        return None
    one_thing = not _opposed(a, ours, b, theirs) and any(
        _are_akin(a, at, b, there) for at in ours for there in theirs
    )
    if one_thing and not (_elsewhere(a, ours, b) and _elsewhere(b, theirs, a)):
        return None
    told = " / ".join(wording(r.tokens[at] for at in slot) for r, slot in zip((a, b), slots, strict=True))
    described = _named(a, ours) != _named(b, theirs)
    return Difference(f"differs: {told}", sure=not one_thing and not described)


def _are_told_to_be_one(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether both statements tell elsewhere that the one thing is the other: "the ship, a tanker", "the ship was a tanker"."""
    one, other = (r.words[i].removesuffix("'s") for r, i in ((a, at), (b, there)))
    return are_equated(a.cleaned, one, other) and are_equated(b.cleaned, one, other)


def _elsewhere(one: Reading, places: list[int], other: Reading) -> bool:
    """Whether the words in the place stand elsewhere in the other statement, for which they are not missed here."""
    return all(one.words[at] in other.vocabulary or stem(one.words[at]) in other.terms for at in places)


def _opposed(a: Reading, ours: list[int], b: Reading, theirs: list[int]) -> bool:
    """Whether words at some places take opposite sides: "most", "few"."""
    sides, sides_b = (
        {axis: pole for axis, found in r.poles.items() for pole, _, at in found if at in places}
        for r, places in ((a, ours), (b, theirs))
    )
    return any(sides[axis] != sides_b[axis] for axis in sides.keys() & sides_b.keys())


def _named(reading: Reading, places: list[int]) -> bool:
    """Whether a name stands at some places, by which somebody may be called who is only described in the other: "Moor", "the minister"."""
    return any(reading.tokens[at].text[0].isupper() and at not in reading.openings for at in places)


def _alone(one: Reading, slot: range, other: Reading, there: range) -> list[int]:
    """The places of the words of weight in a slot of which the other's has none that may be the same."""
    weighty = (at for at in slot if one.words[at] in _WEIGHTY or one.words[at] not in STOP_WORDS)
    return [at for at in weighty if not any(_may_be_one(one.tokens[at], other.tokens[i]) for i in there)]


def _may_be_one(one: Token, other: Token) -> bool:
    """Whether two words are forms of one or spellings of one name."""
    word, known = one.text.lower(), other.text.lower()
    return stem(word) == stem(known) or (
        one.text.istitle() and other.text.istitle() and same_name(word, known)
    )


def _as_many(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether two places tell one number: "120 minutes", "two hours"."""
    counted, counted_b = (
        [q for q in r.amounts if q.first in slot or q.last in slot] for r, slot in ((a, ours), (b, theirs))
    )
    return any(agrees(x, y) for x in counted for y in counted_b)


def _are_akin(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand for each other in some sense or phrase, or by some name."""
    if at in in_each_others_place(a, b):
        return True
    if in_other_words(at, a, b) or in_other_words(there, b, a):
        return True
    if called_otherwise(a, at, b) or called_otherwise(b, there, a):
        return True
    return not meanings(stem(a.words[at])).isdisjoint(meanings(stem(b.words[there])))


_LONGEST_TEXT = 1000
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
    text = text[:_LONGEST_TEXT].lower()
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
