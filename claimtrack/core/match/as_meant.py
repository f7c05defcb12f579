"""Two statements as they are meant: what only one of them writes otherwise is written as the other has it.

Who somebody is may stand before a name or behind it, and what is no word, in the place of a word a letter apart, is that word
misprinted. It is done before anybody looks for what differs, so that no guard takes it for another speaker, number or denial.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.calendar_words import MONTH_NAMES, year_of_two_figures
from claimtrack.core.expressions import expression
from claimtrack.core.match.named_alike import named_alike
from claimtrack.core.match.reading.dates import either_order
from claimtrack.core.match.reading.names.people import described, is_set_off, people, sets_off
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.reading.syntax.plainly import both_plainly
from claimtrack.core.match.words.lexicon import ARTICLES
from claimtrack.core.match.words.misprints import is_misprint, is_no_word, is_slip
from claimtrack.core.match.words.normal import unify
from claimtrack.core.match.words.roman import lettered_as

if TYPE_CHECKING:
    from claimtrack.core.match.reading.names.people import Described
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.model import Statement


def as_meant(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two statements with names and who bears them told alike, and misprints put right, dates in one order; as they are where there is nothing to do."""
    one, other = _dated_alike(
        *_joined_alike(*_in_full(*_described_alike(*_plainly(*named_alike(one, other)))))
    )
    a, b = read(one.text), read(other.text)
    one = _put_right(one, a, b)
    return one, _put_right(other, b, read(one.text))


def _plainly(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two, with what grammar puts in many ways put in one."""
    ours, theirs = both_plainly(one.text, other.text)
    if (ours, theirs) == (one.text, other.text):
        return one, other
    return replace(one, text=ours), replace(other, text=theirs)


def _described_alike(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two, with who somebody is in the words of the one that takes fewer letters for it."""
    a, b = read(one.text), read(other.text)
    if not (sets_off(a) or sets_off(b)):
        return one, other
    known = people(b)
    for surname, name in people(a).items():
        other_name = known.get(surname)
        if other_name is None or not (is_set_off(a, name) or is_set_off(b, other_name)):
            continue
        ours, theirs = described(a, name), described(b, other_name)
        if both := ours.keys() & theirs.keys():
            who = max(both, key=len)
            mine, yours = ours[who], theirs[who]
            x, y = mine.written(a), yours.written(b)
            if _bare(x) == _bare(y):
                continue  # but for an article, which the guards compare: "a founder", "the founder"
            if (len(x), x) < (len(y), y):
                other = _written_as(other, b, yours, mine, a)
            else:
                one = _written_as(one, a, mine, yours, b)
    return one, other


def _bare(written: str) -> list[str]:
    return [word for word in written.lower().replace(",", " ").split() if word not in ARTICLES]


def _written_as(
    statement: Statement, one: Reading, ours: Described, theirs: Described, other: Reading
) -> Statement:
    """A statement with who somebody is in the other's words, but by the name that it gives them itself."""
    written, wanted = ours.written(one), theirs.written(other).replace(theirs.named(other), ours.named(one))
    first = other.words[theirs.whole.start]
    if first in ARTICLES or any(one.tokens[at].text == first for at in ours.whole):
        wanted = wanted[0].lower() + wanted[1:]
    if theirs.closed and not ours.closed:
        wanted = wanted.rstrip(", -")
    if ours.whole.start in one.openings:
        wanted = wanted[0].upper() + wanted[1:]
    return (
        statement
        if wanted == written
        else replace(statement, text=unify(statement.text).replace(written, wanted))
    )


def _in_full(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two, each with the first names in full of which it has the initials: "J. Doe", "Jane Doe"."""
    if not any(map(_INITIAL.search, (one.text, other.text))):
        return one, other
    a, b = read(one.text), read(other.text)
    return _spelt_out(one, a, b), _spelt_out(other, b, a)


_INITIAL = expression(r"\b[A-Z]\.? [A-Z]")


def _spelt_out(statement: Statement, one: Reading, other: Reading) -> Statement:
    known, text = people(other), statement.text
    for surname, name in people(one).items():
        first = one.tokens[name.start].text
        theirs = other.tokens[known[surname].start].text if len(known.get(surname, ())) > 1 else ""
        if len(name) > 1 and len(first) == 1 < len(theirs) and theirs[0] == first:
            last = one.tokens[name.stop - 1].text
            text = re.sub(rf"\b{first}\.? (?:[A-Z]\.? )*(?={last}\b)", f"{theirs} ", text)
    return statement if text == statement.text else replace(statement, text=text)


_JOINED = expression(r"(?<![\w-])(?:([A-Z][A-Za-z]{0,4})-?(\d{1,4})|([A-Z]\w*)-([A-Z]\w*))(?![\w-]|,\d|\.\d)")
"""A name of letters and a number, or of two words: "F-35", "T-Mobile"."""
_MAY_JOIN = expression(r"[-\d]|(?<=[Aa])l ")
"""What such names have that may be joined otherwise, or those below."""
_OF_A_FAMILY = expression(r"\b[Aa]l[- ](?=([A-Z]\w+))")
"""What an Arab name begins with, or is written without: "al-Assad"."""


def _joined_alike(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two, with names that one alone writes with a hyphen, with a space or in a word as the other has them: F-35, F35."""
    ours = _joined_as(one.text, other.text)
    one = one if ours == one.text else replace(one, text=ours)
    theirs = _joined_as(other.text, one.text)
    return one, (other if theirs == other.text else replace(other, text=theirs))


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

    return lettered_as(_OF_A_FAMILY.sub(without_family, _JOINED.sub(joined, text)), known)


def _stands_bare(name: str, known: str) -> bool:
    """Whether a text has a name, and nowhere with what a family's begins with."""
    return name not in _OF_A_FAMILY.findall(known) and re.search(rf"\b{name}\b", known) is not None


def _dated_alike(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """The two, each with a date in figures as the day that the other tells in words, if it may be that: "03/04/2021", "3 April"."""
    if "/" not in one.text and "/" not in other.text:
        return one, other
    return _in_words(one, other), _in_words(other, one)


def _in_words(statement: Statement, other: Statement) -> Statement:
    text, dates = statement.text, either_order(statement.text)
    is_alone = len(dates) == 1 and text.count("/") == len("//")  # another one would tell the order of both
    known = read(other.text) if is_alone else None
    for written, either in dates.items():
        for month, day in sorted(either):
            if known and month in known.months and day in known.days:
                year = int(written.rpartition("/")[2])
                text = text.replace(
                    written,
                    f"{day} {MONTH_NAMES[month - 1]} {year_of_two_figures(year) if year < _CENTURY else year}",
                )
    return statement if text == statement.text else replace(statement, text=text)


_CENTURY = 100


def _put_right(statement: Statement, one: Reading, other: Reading) -> Statement:
    if other.text == other.text.lower():
        return statement  # of "in harden" nobody can tell whether it is a name
    text = statement.text
    for at, word in enumerate(one.words):
        # A name is never put right: its capital tells it.
        if (
            word not in other.vocabulary
            and one.written[at] == word
            and word.isalpha()
            and is_no_word(word)
            and (meant := _meant(at, one, other))
        ):
            text = re.sub(rf"(?<!\w){word}(?!\w)", meant, text)
    return statement if text == statement.text else replace(statement, text=text)


def _meant(at: int, one: Reading, other: Reading) -> str:
    """The word that stands in the other's same place, beside the same word, and is a letter apart; nothing where there is none."""
    word, (before, behind) = one.words[at], _beside(at, one)
    for place, known in enumerate(other.words):
        if known in one.vocabulary:
            continue
        is_small = other.written[place] == known or place in other.openings
        if is_small and _may_be_meant(word, known):
            theirs_before, theirs_behind = _beside(place, other)
            if before == theirs_before or behind == theirs_behind:
                return known
    return ""


def _may_be_meant(written: str, known: str) -> bool:
    return is_slip(written, known) or (is_misprint(written, known) and not is_slip(known, written))


def _beside(at: int, reading: Reading) -> tuple[str, str]:
    """The words before and behind a place; nothing at the edges."""
    words = reading.words
    return (words[at - 1] if at else ""), "".join(words[at + 1 : at + 2])
