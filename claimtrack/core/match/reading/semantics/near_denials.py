"""Words that deny in some company only: "barely grew" but "barely passed", "excluded a link" but not "him"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import BE, NUMBER_WORDS, words_of
from claimtrack.core.match.words.opposites import NEGATORS

if TYPE_CHECKING:
    from collections.abc import Sequence

RULING_OUT = words_of("exclude excludes excluded")
"""These deny what they tell to be no possibility, as "ruled out" does."""
_NAMING = words_of("the a an those all any who and or")
_WHOM = 8
"""Words behind "excluded" in which it is told from what somebody is."""
_EXPLAINING = words_of("cause causes reason motive explanation possibility option")
_SHORTLY = 3
"""Words before "excluded" in which that is denied."""


def rules_out(words: Sequence[str], at: int) -> bool:
    """Whether "excluded" tells that something is no possibility: "*excluded* running again"; but "excluded him from the club"."""
    active = at > 0 and words[at - 1] not in BE and words[at - 1] not in _NAMING
    behind = words[at + 1 : at + 1 + _WHOM]
    told = behind[:1] == ["that"] or not _EXPLAINING.isdisjoint(behind) or "".join(behind[:1]).endswith("ing")
    denied = any(word in NEGATORS or word.endswith("n't") for word in words[max(0, at - _SHORTLY) : at])
    return active and (told or denied) and "from" not in behind


_COMING_THROUGH = words_of(
    "passed passes pass survived survives survive avoided avoids avoid averted averts avert escaped escapes escape withstood withstands"
    " withstand won wins win beat beats defeated defeats cleared clears made makes make missed misses miss held holds hold reached reaches"
    " reach qualified qualifies qualify edged kept keeps keep saved saves save managed manages manage alive adult legal enough half over"
    " above more"
)
"""What was just done, or is just so, behind "barely"."""
_ANY = words_of("any anyone anybody anything")


def denies_nothing(words: Sequence[str], at: int) -> bool:
    """Whether a word that else denies does not: "*barely* passed", "*barely* 300"."""
    behind = words[at + 1 : at + 2] if words[at] == "barely" else ()
    if not _ANY.isdisjoint(words[at + 2 : at + 3]):
        return False  # "barely made any money"
    return any(word in _COMING_THROUGH or word[0].isdecimal() or word in NUMBER_WORDS for word in behind)
