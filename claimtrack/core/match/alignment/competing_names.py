"""Two names in the same role in two statements that agree otherwise: "in the port of *Antwerp*", "at *Rotterdam* harbour"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from claimtrack.core.language.word_lists import NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.guards.entities.names import NAME_SUFFIXES, is_name_shared
from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.names.abbreviations import (
    countries_by_place,
    country_of_seat,
    has_other_name,
    is_abbreviated,
)
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.noun_phrases import PREPOSITIONS
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, PHRASE_BREAKS
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.terms import stem

_MAX_OTHER_WORDS = 1
"""The most other words that each side may have: "*lost* their homes in Sindh", "*left* them without a home in Punjab"."""
_MAX_NAME_WORDS = 3
"""The most words of a name."""
MOST_LEFT_OVER = _MAX_NAME_WORDS + _MAX_OTHER_WORDS
"""The most tokens left over on a side that has a competing name."""
_MIN_UNLISTED_LETTERS, _MIN_NAME_LETTERS = 5, 3
"""Letters of a word that is in no list of English ("ivermectin"), and of a name, at least."""
_SHARED_FINAL_LETTERS = 4
"""The number of final letters by which two unlisted words may mean the same: "pilothouse", "wheelhouse"."""
_NOT_NAMES = NOT_NAMES | NAME_SUFFIXES | STOP_WORDS
_PLACE_PREPOSITIONS = words_of("in at near outside off around inside across")
"""Prepositions of place."""
_Role = tuple[str, int | str]


def have_unshared_names(a: Reading, b: Reading) -> bool:
    """Whether each of two statements has a name that the other lacks: a cheap test before the alignment."""
    return all(
        any(word not in other.vocabulary and _is_name(one, at) for at, word in enumerate(one.words))
        for one, other in ((a, b), (b, a))
    )


def have_competing_names(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over on each side is one name in the same role, and hardly anything else."""
    one, other = _find_only_name(a, ours, b), _find_only_name(b, theirs, a)
    if one is None or other is None or _may_be_same_name(a, one, b, other):
        return False
    both = predicates(a) & predicates(b)
    return not set(_find_roles(a, one, both)).isdisjoint(_find_roles(b, other, both))


def _find_only_name(one: Reading, places: Sequence[int], other: Reading) -> range | None:
    """The tokens of the only name among what is left over, no part of which the other side has; None where there is more than one other word."""
    named = [at for at in places if _is_name(one, at)]
    if not named or len(named) > _MAX_NAME_WORDS or len(places) - len(named) > _MAX_OTHER_WORDS:
        return None
    run = range(named[0], named[-1] + 1)
    whole = len(run) == len(named) and not _extends_beyond(one, run)
    owns_more = one.words[run.stop - 1].endswith("'s") and run.stop in places  # "*Moor's* company"
    if not whole or owns_more or any(q.first in places or q.last in places for q in one.quantities):
        return None
    if any(country_of_seat(one, at) or at in countries_by_place(one) for at in run):
        return None
    return None if any(is_name_shared(one, at, other) for at in run) else run


def _is_name(reading: Reading, at: int) -> bool:
    """Whether a word is a name, or counts as one because no list of English has it: "ivermectin"."""
    word = reading.words[at].removesuffix("'s")
    if word in _NOT_NAMES or len(word) < _MIN_NAME_LETTERS or at in reading.negators:
        return False
    if reading.has_capital(at) and at not in reading.openings:
        return True
    rare = len(word) >= _MIN_UNLISTED_LETTERS and word.isalpha() and not is_verb_form(word)
    return rare and not is_english(word) and not is_english(word.removesuffix("s"))


def _extends_beyond(reading: Reading, run: range) -> bool:
    """Whether a name continues with words that both sides have: "*Joseph R.* Biden"."""
    words, written = reading.words, reading.written
    neighbours = [at for at in (run.start - 1, run.stop) if 0 <= at < len(words)]
    return any(
        written[at][0].isupper()
        and at not in reading.openings
        and not reading.is_boundary(max(at, run.start))
        and not words[min(at, run.stop - 1)].endswith("'s")
        and words[at] not in NOT_NAMES
        and at not in countries_by_place(reading)
        for at in neighbours
    )


def _may_be_same_name(a: Reading, name: range, b: Reading, name_b: range) -> bool:
    """Whether two names may be the same: initials, another form ("Alps", "Alpine"), an abbreviation ("United", "Utd")."""
    for reading, run, side in ((a, name, b), (b, name_b, a)):
        if any(is_abbreviated(reading, at, side) or has_other_name(reading, at, side) for at in run):
            return True
    x, y = ("".join(r.words[at] for at in run) for r, run in ((a, name), (b, name_b)))
    alike = x[:2] == y[:2] or x[-_SHARED_FINAL_LETTERS:] == y[-_SHARED_FINAL_LETTERS:]
    return alike or (x[0] == y[0] and (_is_subsequence(x, y) or _is_subsequence(y, x)))


def _is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of one word occur in the other in this order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _find_roles(reading: Reading, run: range, both: frozenset[int | str]) -> Iterator[_Role]:
    """The roles of a name: what noun it modifies, where something is, agent or patient of what predicate."""
    words, end = reading.words, run.stop
    described = list(takewhile(lambda i: _continues_phrase(reading, i), range(end, min(len(words), end + 2))))
    for at in described:
        yield from _modifier_roles(words[at])
    first = _phrase_start(reading, run.start)
    if first and words[first - 1] in PREPOSITIONS:
        yield from _find_prepositional_roles(reading, first - 1)
    if described or (first and words[first - 1] in PREPOSITIONS - {"by"}):
        return  # "the *Dorran* president resigned", "the president of *Dorra* resigned": neither name is the agent
    terms = frozenset(term for term, at in reading.placed_terms if at in run)
    for clause in find_clauses(reading, both):
        for sense in clause.predicate & both:
            if terms & clause.agent:
                yield "agent", sense
            if terms & clause.patient:
                yield "patient", sense


def _continues_phrase(reading: Reading, at: int) -> bool:
    """Whether a word continues the noun phrase before it: "Rotterdam *harbour*"."""
    word = reading.words[at]
    is_verb = at in verb_places(reading) or is_verb_form(word)
    return not (is_verb or word in PHRASE_BREAKS or reading.is_boundary(at))


def _phrase_start(reading: Reading, at: int) -> int:
    """Where the phrase starts that a name ends: "the Pakistani province of *Punjab*" after "of", "*Pakistan's* Sindh"."""
    while at and not reading.is_boundary(at):
        word, named = reading.words[at - 1], reading.has_capital(at - 1) and at - 1 not in reading.openings
        if not (named or word in DETERMINERS or word in NUMBER_WORDS):
            break
        at -= 1
    return at


def _find_prepositional_roles(reading: Reading, at: int) -> Iterator[_Role]:
    """The roles of the object of a preposition: a place, or a modifier of a noun; "the port *of* Antwerp" is a place in "in the port of Antwerp"."""
    words = reading.words
    in_place = words[at] in _PLACE_PREPOSITIONS
    if in_place:
        yield "where", ""
    if not at:
        return
    yield from _modifier_roles(words[at - 1], "of" if in_place else words[at])
    if words[at] == "of":
        start = _phrase_start(reading, at - 1)
        if start and words[start - 1] in _PLACE_PREPOSITIONS:
            yield "where", ""


def _modifier_roles(word: str, link: str = "of") -> Iterator[_Role]:
    term = stem(word.removesuffix("'s"))
    return ((link, sense) for sense in (term, *meanings(term)))
