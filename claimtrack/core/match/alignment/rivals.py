"""Two names that play one part in two statements that say the same but for them: "in the port of *Antwerp*", "at *Rotterdam* harbour"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.entities.names import NAME_SUFFIXES, is_name_shared
from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.names.abbreviations import (
    countries_by_place,
    country_of_seat,
    has_other_name,
    is_abbreviated,
)
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.noun_phrases import PREPOSITIONS
from claimtrack.core.match.reading.syntax.phrases import BREAKS, DETERMINERS
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_MORE = 1
"""Words that each side may have besides: "*lost* their homes in Sindh", "*left* them without a home in Punjab"."""
_LONGEST = 3
"""Words of a name at most."""
MOST = _LONGEST + _MORE
"""Words that are left over of a side, where its name is another's rival."""
_RARE, _SHORTEST = 5, 3
"""Letters of a word that is in no list of English ("ivermectin"), and of a name, at least."""
_ENDING = 4
"""Letters at the end by which two such words may be one thing: "pilothouse", "wheelhouse"."""
_NO_NAMES = NOT_NAMES | NAME_SUFFIXES | STOP_WORDS
_PLACING = words_of("in at near outside off around inside across")
"""Behind these it is told where something is."""
_Part = tuple[str, int | str]


def each_names_more(a: Reading, b: Reading) -> bool:
    """Whether each of two statements has a name that the other has not: a quick look before all their words are told apart."""
    return all(
        any(word not in other.vocabulary and _is_name(one, at) for at, word in enumerate(one.words))
        for one, other in ((a, b), (b, a))
    )


def are_rivals(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether among what is left over of two statements each has one name, in the same part, and hardly anything else."""
    one, other = _name(a, ours, b), _name(b, theirs, a)
    if one is None or other is None or _may_be_one(a, one, b, other):
        return False
    both = predicates(a) & predicates(b)
    return not set(_parts(a, one, both)).isdisjoint(_parts(b, other, both))


def _name(one: Reading, places: Sequence[int], other: Reading) -> range | None:
    """The places of the only name among some words, no part of which the other side knows; None where more is among them than a word besides."""
    named = [at for at in places if _is_name(one, at)]
    if not named or len(named) > _LONGEST or len(places) - len(named) > _MORE:
        return None
    run = range(named[0], named[-1] + 1)
    whole = len(run) == len(named) and not _goes_on(one, run)
    owns_more = one.words[run.stop - 1].endswith("'s") and run.stop in places  # "*Moor's* company"
    if not whole or owns_more or any(q.first in places or q.last in places for q in one.quantities):
        return None
    known = any(
        is_name_shared(one, at, other) or country_of_seat(one, at) or at in countries_by_place(one)
        for at in run
    )
    return None if known else run


def _is_name(reading: Reading, at: int) -> bool:
    """Whether a word is a name, or as good as one since English has no such word: "ivermectin"."""
    word = reading.words[at].removesuffix("'s")
    if word in _NO_NAMES or len(word) < _SHORTEST or at in reading.negators:
        return False
    if reading.has_capital(at) and at not in reading.openings:
        return True
    rare = len(word) >= _RARE and word.isalpha() and not is_verb_form(word)
    return rare and not is_english(word) and not is_english(word.removesuffix("s"))


def _goes_on(reading: Reading, run: range) -> bool:
    """Whether a name goes on with words that both sides have: "*Joseph R.* Biden"."""
    words, written = reading.words, reading.written
    beside = [at for at in (run.start - 1, run.stop) if 0 <= at < len(words)]
    return any(
        written[at][0].isupper()
        and at not in reading.openings
        and not reading.is_boundary(max(at, run.start))
        and not words[min(at, run.stop - 1)].endswith("'s")
        and words[at] not in NOT_NAMES
        and at not in countries_by_place(reading)
        for at in beside
    )


def _may_be_one(a: Reading, one: range, b: Reading, other: range) -> bool:
    """Whether two names may be one: by first letters, in another form ("Alps", "Alpine"), shortened ("United", "Utd")."""
    for reading, run, side in ((a, one, b), (b, other, a)):
        if any(is_abbreviated(reading, at, side) or has_other_name(reading, at, side) for at in run):
            return True
    x, y = ("".join(r.words[at] for at in run) for r, run in ((a, one), (b, other)))
    alike = x[:2] == y[:2] or x[-_ENDING:] == y[-_ENDING:]
    return alike or (x[0] == y[0] and (_is_within(x, y) or _is_within(y, x)))


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of one stand in the other in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _parts(reading: Reading, run: range, both: frozenset[int | str]) -> Iterator[_Part]:
    """The parts that a name plays: what is told to be of it, where something is, who does it and to whom it is done."""
    words, end = reading.words, run.stop
    told = list(takewhile(lambda i: _joins(reading, i), range(end, min(len(words), end + 2))))
    for at in told:
        yield from _of(words[at])
    first = _phrase_start(reading, run.start)
    if first and words[first - 1] in PREPOSITIONS:
        yield from _behind(reading, first - 1)
    if told or (first and words[first - 1] in PREPOSITIONS - {"by"}):
        return  # "the *Dorran* president resigned", "the president of *Dorra* resigned" tell not who did it
    terms = frozenset(term for term, at in reading.placed_terms if at in run)
    for clause in clauses(reading, both):
        for sense in clause.predicate & both:
            if terms & clause.agent:
                yield "agent", sense
            if terms & clause.patient:
                yield "patient", sense


def _joins(reading: Reading, at: int) -> bool:
    """Whether a word goes on with the phrase before it: "Rotterdam *harbour*"."""
    word = reading.words[at]
    return not (reading.is_boundary(at) or word in BREAKS or at in verb_places(reading) or is_verb_form(word))


def _phrase_start(reading: Reading, at: int) -> int:
    """Where the phrase begins that a name ends: "the Pakistani province of *Punjab*" behind "of", "*Pakistan's* Sindh"."""
    words = reading.words
    while (
        at
        and not reading.is_boundary(at)
        and (
            words[at - 1] in DETERMINERS
            or words[at - 1] in NUMBER_WORDS
            or (reading.has_capital(at - 1) and at - 1 not in reading.openings)
        )
    ):
        at -= 1
    return at


def _behind(reading: Reading, at: int) -> Iterator[_Part]:
    """The part of what stands behind a preposition: where it is, and of what it is told; "the port *of* Antwerp" is where "in the port" is."""
    words = reading.words
    placed = words[at] in _PLACING
    if placed:
        yield "where", ""
    if not at:
        return
    yield from _of(words[at - 1], "of" if placed else words[at])
    if words[at] == "of":
        start = _phrase_start(reading, at - 1)
        if start and words[start - 1] in _PLACING:
            yield "where", ""


def _of(word: str, link: str = "of") -> Iterator[_Part]:
    term = stem(word.removesuffix("'s"))
    return ((link, sense) for sense in (term, *meanings(term)))
