"""Single words that make another claim of a rewording, too: which of a thing is meant, one more of them, or the deed itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import (
    BEFORE_A_NOUN,
    MAGNITUDES,
    NUMBER_WORDS,
    PASSIVE,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.verbs import is_done

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_BEFORE_A_THING = (
    DETERMINERS | NUMBER_WORDS.keys() | MAGNITUDES.keys() | words_of("of in on at for with from to by and")
)
_OF_HERE = words_of("country's nation's world's own central")
"""What goes without saying before a thing: "its central bank"."""
_CLAUSE = words_of("that which who")


def weighs_alone(reading: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the one word that one side alone has tells which thing is meant, or the deed itself; what it tells may go without saying."""
    at = places[0]
    return len(places) == 1 and (tells_which(reading, at, other) or is_the_deed(reading, at, other))


def tells_which(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a word tells which of a thing is meant that the other statement has: "60 *used* buses", "its *military* aid"."""
    words, thing = reading.words, at + 1
    if at == 0 or thing == len(words) or reading.parted(thing) or words[at] in _OF_HERE:
        return False
    known = words[thing] not in STOP_WORDS and stem(words[thing]) in other.terms
    return known and reading.tokens[thing].text.islower() and _opens_a_thing(reading, at, other)


def _opens_a_thing(reading: Reading, at: int, other: Reading) -> bool:
    """Whether a thing begins at a place, or goes on there: "the *rail* bridge", "sold *used* buses", "the main *rail* bridge"."""
    words, before = reading.words, reading.words[at - 1]
    if reading.parted(at) or before in _BEFORE_A_THING or before.endswith("'s") or before[0].isdecimal():
        return True
    may_be_verb = words[at].endswith(("s", "ed", "ing")) or is_done(words[at])
    return is_done(before) or (stem(before) in other.terms and not may_be_verb)


def is_the_deed(reading: Reading, at: int, other: Reading) -> bool:
    """Whether all that the other tells stands in a clause beside a word: "aid that had been cut *was restored*", "*an inquiry into* it"."""
    words = reading.words
    aside = not _CLAUSE.isdisjoint(reading.vocabulary - other.vocabulary)
    done = words[at - 1] in PASSIVE and is_done(words[at])
    about = (
        words[at + 1 : at + 2] == ["into"]
        and words[at - 1] in BEFORE_A_NOUN
        and "into" not in other.vocabulary
    )
    return (aside and done) or about


def is_joined(words: Sequence[str], at: int) -> bool:
    """Whether a word tells of one more: "the captain *and a comrade*", "rents *or fees*"."""
    before = at - 1
    while before > 0 and (words[before] in BEFORE_A_NOUN or words[before] in NUMBER_WORDS):
        before -= 1
    return before > 0 and words[before] in _AND_OR


_AND_OR = words_of("and or")
