"""What one statement alone writes otherwise, in the spelling of the other: "J. Doe", "F35", "03/04/2021", and a word a letter apart that is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH_NAMES, expand_two_digit_year
from claimtrack.core.match.normalisation.number_words import align_roman_numerals
from claimtrack.core.match.reading.dates import ambiguous_dates
from claimtrack.core.match.reading.names.people import names_by_surname
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.misprints import is_misprint, is_misspelling, may_be_misspelt

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def expand_initials(one: str, other: str) -> tuple[str, str]:
    """Two texts, each with the first names in full of which it has the initials: "J. Doe", "Jane Doe"."""
    if not any(map(_INITIAL.search, (one, other))):
        return one, other
    a, b = read(one), read(other)
    return _spelt_out(one, a, b), _spelt_out(other, b, a)


_INITIAL = expression(r"\b[A-Z]\.? [A-Z]")


def _spelt_out(text: str, one: Reading, other: Reading) -> str:
    known = names_by_surname(other)
    for surname, name in names_by_surname(one).items():
        first = one.written[name.start]
        theirs = other.written[known[surname].start] if len(known.get(surname, ())) > 1 else ""
        if len(name) > 1 and len(first) == 1 < len(theirs) and theirs[0] == first:
            last = one.written[name.stop - 1]
            text = re.sub(rf"\b{first}\.? (?:[A-Z]\.? )*(?={last}\b)", f"{theirs} ", text)
    return text


_JOINED = expression(r"(?<![\w-])(?:([A-Z][A-Za-z]{0,4})-?(\d{1,4})|([A-Z]\w*)-([A-Z]\w*))(?![\w-]|,\d|\.\d)")
"""A name of letters and a number, or of two words: "F-35", "T-Mobile"."""
_MAY_JOIN = expression(r"[-\d]|(?<=[Aa])l ")
"""What such names have that may be joined otherwise, or those below."""
_OF_A_FAMILY = expression(r"\b[Aa]l[- ](?=([A-Z]\w+))")
"""What an Arab name begins with, or is written without: "al-Assad"."""


def align_compounds(one: str, other: str) -> tuple[str, str]:
    """Two texts, with names that one alone writes with a hyphen, with a space or in a word as the other has them: F-35, F35."""
    one = _joined_as(one, other)
    return one, _joined_as(other, one)


def _joined_as(text: str, known: str) -> str:
    """A text with its names of two parts joined as in another, and what is behind a name in letters where they are in the other."""
    if not _MAY_JOIN.search(text):
        return text  # as most

    def joined(found: re.Match[str]) -> str:
        if found[0] in known:
            return found[0]
        first, second = (part for part in found.groups() if part)
        theirs = re.search(rf"(?<![\w-]){first[0]}(?i:{first[1:]}[- ]?{second})(?![\w-]|,\d|\.\d)", known)
        return theirs[0] if theirs else found[0]

    def without_family(found: re.Match[str]) -> str:
        return "" if _stands_bare(found[1], known) else found[0]

    return align_roman_numerals(_OF_A_FAMILY.sub(without_family, _JOINED.sub(joined, text)), known)


def _stands_bare(name: str, known: str) -> bool:
    """Whether a text has a name, and nowhere with what a family's begins with."""
    return name not in _OF_A_FAMILY.findall(known) and re.search(rf"\b{name}\b", known) is not None


def align_dates(one: str, other: str) -> tuple[str, str]:
    """Two texts, each with a date in figures as the day that the other tells in words, if it may be that: "03/04/2021", "3 April"."""
    if "/" not in one and "/" not in other:
        return one, other
    return _in_words(one, other), _in_words(other, one)


def _in_words(text: str, other: str) -> str:
    dates = ambiguous_dates(text)
    is_alone = len(dates) == 1 and text.count("/") == len("//")  # another one would tell the order of both
    known = read(other) if is_alone else None
    for written, either in dates.items():
        for month, day in sorted(either):
            if known and month in known.months and day in known.days:
                year = int(written.rpartition("/")[2])
                text = text.replace(
                    written,
                    f"{day} {MONTH_NAMES[month - 1]} {expand_two_digit_year(year) if year < _CENTURY else year}",
                )
    return text


_CENTURY = 100


def correct_misprints(one: str, other: str) -> tuple[str, str]:
    """Two texts, each with what is no word as the word that the other has in its place."""
    a, b = read(one), read(other)
    one = _put_right(one, a, b)
    return one, _put_right(other, b, read(one))


def _put_right(text: str, one: Reading, other: Reading) -> str:
    if other.text == other.text.lower():
        return text  # of "in harden" nobody can tell whether it is a name
    for at, word in enumerate(one.words):
        # A name is never put right: its capital tells it.
        if (
            word not in other.vocabulary
            and one.written[at] == word
            and word.isalpha()
            and may_be_misspelt(word)
            and (meant := _meant(at, one, other))
        ):
            text = re.sub(rf"(?<!\w){word}(?!\w)", meant, text)
    return text


def _meant(at: int, one: Reading, other: Reading) -> str:
    """The word that stands in the other's same place, beside the same word, and is a letter apart; nothing where there is none."""
    word, (before, behind) = one.words[at], _beside(at, one)
    for place, known in enumerate(other.words):
        if known in one.vocabulary and one.words.count(known) >= other.words.count(known):
            continue
        is_small = other.written[place] == known or place in other.openings
        if is_small and (
            is_misspelling(word, known) or (is_misprint(word, known) and not is_misspelling(known, word))
        ):
            theirs_before, theirs_behind = _beside(place, other)
            if before == theirs_before or behind == theirs_behind:
                return known
    return ""


def _beside(at: int, reading: Reading) -> tuple[str, str]:
    """The words before and behind a place; nothing at the edges."""
    words = reading.words
    return (words[at - 1] if at else ""), reading.word(at + 1)
