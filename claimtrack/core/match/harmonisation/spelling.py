"""Spellings that only one statement has, in the form of the other: "J. Doe", "F35", "03/04/2021", "the mayors brother", and misprints."""

from __future__ import annotations

import re
from operator import eq
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
    """Return two texts, each with the first names for which it has only initials: "J. Doe", "Jane Doe"."""
    if not any(map(_INITIAL.search, (one, other))):
        return one, other
    a, b = read(one), read(other)
    return _expand(one, a, b), _expand(other, b, a)


_INITIAL = expression(r"\b[A-Z]\.? [A-Z]")


def _expand(text: str, one: Reading, other: Reading) -> str:
    """Return a text with the first names of the other statement for its initials."""
    known = names_by_surname(other)
    for surname, name in names_by_surname(one).items():
        first = one.written[name.start]
        theirs = other.written[known[surname].start] if len(known.get(surname, ())) > 1 else ""
        if len(name) > 1 and len(first) == 1 < len(theirs) and theirs[0] == first:
            last = one.written[name.stop - 1]
            text = re.sub(rf"\b{first}\.? (?:[A-Z]\.? )*(?={last}\b)", f"{theirs} ", text)
    return text


_UNFINISHED = expression(r"\b(?:[A-Za-z]\.)+[A-Za-z](?![\w.])")


def complete_abbreviations(one: str, other: str) -> tuple[str, str]:
    """Return two texts, each with the last dot of an abbreviation that the other has with it: "in the U.S", "in the U.S."."""
    return _complete(one, other), _complete(other, one)


def _complete(text: str, known: str) -> str:
    return _UNFINISHED.sub(lambda found: f"{found[0]}{'.' * (f'{found[0]}.' in known)}", text)


_POSSESSIVE = expression(r"\b([^\W\d_]+)['’]s (\w+)")


def restore_apostrophes(one: str, other: str) -> tuple[str, str]:
    """Return two texts, each with the apostrophe that scraping took from a possessive which the other has: "the mayors brother", "the mayor's brother"."""
    return _restore(one, other), _restore(other, one)


def _restore(text: str, known: str) -> str:
    for owner, owned in _POSSESSIVE.findall(known):
        if f"{owner}s {owned}" in text:
            text = re.sub(rf"\b{owner}s(?= {owned}\b)", f"{owner}'s", text)
    return text


_COMPOUND_NAME = expression(
    r"(?<![\w-])(?:([A-Z][A-Za-z]{0,4})-?(\d{1,4})|([A-Z]\w*)-([A-Z]\w*))(?![\w-]|,\d|\.\d)"
)
"""A name of letters and a number, or of two words: "F-35", "T-Mobile"."""
_MAY_JOIN = expression(r"[-\d]|(?<=[Aa])l ")
"""What a text with compound names, or those below, contains."""
_ARABIC_ARTICLE = expression(r"\b[Aa]l[- ](?=([A-Z]\w+))")
"""The article of an Arabic name, which may be left out: "al-Assad"."""


def align_compounds(one: str, other: str) -> tuple[str, str]:
    """Return two texts with names that one writes with a hyphen, a space or as one word in the form of the other: F-35, F35."""
    one = _align_compounds(one, other)
    return one, _align_compounds(other, one)


def _align_compounds(text: str, known: str) -> str:
    """Return a text with its compound names written as in another, and Roman numerals after names where the other has them."""
    if not _MAY_JOIN.search(text):
        return text  # like most texts

    def joined(match: re.Match[str]) -> str:
        if match[0] in known:
            return match[0]
        first, second = (part for part in match.groups() if part)
        theirs = re.search(rf"(?<![\w-]){first[0]}(?i:{first[1:]}[- ]?{second})(?![\w-]|,\d|\.\d)", known)
        return theirs[0] if theirs else match[0]

    def without_article(match: re.Match[str]) -> str:
        is_bare = match[1] not in _ARABIC_ARTICLE.findall(known) and re.search(rf"\b{match[1]}\b", known)
        return "" if is_bare else match[0]

    return align_roman_numerals(_ARABIC_ARTICLE.sub(without_article, _COMPOUND_NAME.sub(joined, text)), known)


def align_dates(one: str, other: str) -> tuple[str, str]:
    """Return two texts, each with an ambiguous numeric date as the date that the other gives in words, if it may be that: "03/04/2021", "3 April"."""
    if "/" not in one and "/" not in other:
        return one, other
    return _spell_out_dates(one, other), _spell_out_dates(other, one)


def _spell_out_dates(text: str, other_text: str) -> str:
    """Return a text with its ambiguous dates in words, if the other statement names the day."""
    dates = ambiguous_dates(text)
    is_alone = len(dates) == 1 and text.count("/") == len("//")  # a second date would show the order of both
    known = read(other_text) if is_alone else None
    for written, readings in dates.items():
        for month, day in sorted(readings):
            if known and month in known.months and day in known.days:
                year = int(written.rpartition("/")[2])
                year = expand_two_digit_year(year) if year < 100 else year
                text = text.replace(written, f"{day} {MONTH_NAMES[month - 1]} {year}")
    return text


def correct_misprints(one: str, other: str) -> tuple[str, str]:
    """Return two texts, each with its misspelt words replaced by those that the other has in their place."""
    a, b = read(one), read(other)
    one = _correct(one, a, b)
    return one, _correct(other, b, read(one))


def _correct(text: str, one: Reading, other: Reading) -> str:
    """Return a text with its misspelt words corrected by the other statement."""
    if other.text == other.text.lower():
        return text  # in an all-lower-case text "harden" may be a name
    for at, word in enumerate(one.words):
        # Names, which have a capital, are never corrected.
        is_new = word not in other.vocabulary and one.written[at] == word
        may_be_wrong = is_new and word.isalpha() and may_be_misspelt(word)
        if may_be_wrong and (meant := _find_intended(at, one, other)):
            text = re.sub(rf"(?<!\w){word}(?!\w)", meant, text)
    return text


def _find_intended(at: int, one: Reading, other: Reading) -> str:
    """Return the word of the other statement that a misspelt one stands for, with the same neighbour on one side; "" if there is none."""
    word, around = one.words[at], one.neighbours(at, at, frozenset())
    for place, known in enumerate(other.words):
        if known in one.vocabulary and one.words.count(known) >= other.words.count(known):
            continue
        if other.written[place] != known and place not in other.openings:
            continue
        is_meant = is_misspelling(word, known) or (
            is_misprint(word, known) and not is_misspelling(known, word)
        )
        if is_meant and any(map(eq, around, other.neighbours(place, place, frozenset()))):
            return known
    return ""
