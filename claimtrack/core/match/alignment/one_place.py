"""One word in the place of another, where all else is the same word by word: what stands there differs, though both have it elsewhere, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.equated import are_equated
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
