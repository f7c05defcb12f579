"""What is said to be so of something else: "a mine, not a torpedo", "arson rather than lightning", and a guard on it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.semantics.near_denials import PREPOSITIONS_AFTER_NOT
from claimtrack.core.match.reading.syntax.phrases import phrase_after, terms_between
from claimtrack.core.match.words.lexicon import CONTRASTING, MONTHS, PASSIVE, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.negators import DENIERS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading

_TWO = frozenset({("rather", "than"), ("instead", "of"), ("opposed", "to"), ("place", "of")})
_PREFERRING = stem("prefer")
_PREFERRED = ("preferred", "to")
"""In the passive, "A was preferred to B", it says "A rather than B"."""
_MARKS = words_of("not rather instead opposed place preferred")
_WITH_IT = 3
"""Words of what is contrasted that are told."""


class _Contrast(NamedTuple):
    """What it is not: its terms, where it is said, and where that ends."""

    terms: frozenset[str]
    at: int
    end: int


@symmetric_guard("negated")
def contrast_contradicted(one: Reading, other: Reading) -> Excerpts | None:
    """One says it of something and not of another, of which the other says it: a mine, not a torpedo."""
    if _PREFERRING in one.terms and _PREFERRING in other.terms:
        return None  # "A is preferred to B", "they prefer A to B"
    theirs = frozenset().union(*(contrast.terms for contrast in find_contrasts(other)))
    for contrast in find_contrasts(one):
        again = any(one.sequence.count(term) > 1 for term in contrast.terms)
        if not again and not _is_among(contrast.terms, theirs) and _asserts(other, contrast.terms):
            return (f"not {one.as_written(contrast.at + 1, min(contrast.end, contrast.at + 1 + _WITH_IT))}",)
    return None


def _is_among(terms: frozenset[str], known: frozenset[str]) -> bool:
    """Whether one of some terms is among others, in this or another word: "instead of prison", "and not in jail"."""
    meant = frozenset().union(*map(meanings, known))
    return any(term in known or not meant.isdisjoint(meanings(term)) for term in terms)


def _asserts(reading: Reading, terms: frozenset[str]) -> bool:
    """Whether a statement says something of what some terms mean, and does not deny it or give it up."""
    if not _GIVING_UP.isdisjoint(reading.terms | reading.vocabulary) and _gives_up(reading, terms):
        return False
    return all(
        (term in reading.terms and term not in reading.maybe_denied | _denied_at_the_end(reading))
        or (meanings(term) and not reading.senses.isdisjoint(meanings(term)) and not reading.negators)
        for term in terms
    )


_GIVING_UP = stems_of("replace ditch abandon swap supplant substitute switch") | words_of(
    "back away outside beyond except"
)
"""Behind these stands what is so no more, or not there: "*replaced* the dinar", "back *from* tablets to books", "*outside* the UK"."""


def _gives_up(reading: Reading, terms: frozenset[str]) -> bool:
    """Whether each of some terms stands right behind a word that gives it up."""
    placed = [*reading.placed_terms, *((stem(word), at) for at, word in reading.phrase_meanings.items())]
    return all(
        any(
            not _GIVING_UP.isdisjoint((stem(word), word))
            for term, at in placed
            if term == one or not meanings(one).isdisjoint(meanings(term))
            for word in reading.words[max(0, at - _WITH_IT) : at]
        )
        for one in terms
    )


_LINKING = CONTRASTING | {"and"}


def _denied_at_the_end(reading: Reading) -> frozenset[str]:
    """The terms before the "not" of a clause: "Spain signed it, but Portugal did not", "lodgers are not covered"."""
    found: set[str] = set()
    for at in reading.negators:
        ends = reading.ends_clause(at + 1)
        if ends or (reading.words[at] == "not" and reading.words[at - 1] in PASSIVE):
            start = at
            while start > 0 and not reading.is_boundary(start) and reading.words[start - 1] not in _LINKING:
                start -= 1
            found |= terms_between(reading, start, at)
    return frozenset(found)


@lru_cache(maxsize=64)
def find_contrasts(reading: Reading) -> list[_Contrast]:
    """What a statement names only to say that it is not meant."""
    return [] if _MARKS.isdisjoint(reading.vocabulary) else list(_read(reading))


def _read(reading: Reading) -> Iterator[_Contrast]:
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if at in reading.contrastive_negators:
            last = at + (words[at + 1] in PREPOSITIONS_AFTER_NOT)
        elif (word, words[at + 1]) in _TWO or (
            (word, words[at + 1]) == _PREFERRED and words[at - 1] in PASSIVE
        ):
            last = at + 1
        else:
            continue
        terms = phrase_after(reading, last)
        if terms and not any(term[0] == "#" for term in terms):
            end = last + 1
            while (
                end < len(words)
                and not reading.is_boundary(end)
                and (end == last + 1 or words[end] not in STOP_WORDS)
            ):
                end += 1
            yield _Contrast(terms, last, end)


def denials_exchanged(a: Reading, b: Reading) -> str | None:
    """Each denies what the other tells beside what it denies: "not Lagos but Accra", "not Accra but Lagos", in any order."""
    if not len(a.negators) == len(b.negators) == 1 or any(
        r.words[r.negators[0]] in _OF_NO_CLAUSE for r in (a, b)
    ):
        return None
    if ("by" in a.vocabulary) != ("by" in b.vocabulary) and _denied_thing(a) == _denied_thing(b) != "":
        return None  # "they paid no tax", "no tax was paid by them"
    ours, theirs = _denied_alone(a), _denied_alone(b)
    if ours.isdisjoint(_told_besides(b)) or theirs.isdisjoint(_told_besides(a)):
        return None
    first, last = (r.as_written(r.negators[0], r.negators[0] + _WITH_IT) for r in (a, b))
    return f"negated: {first} / {last}"


def _denied_thing(reading: Reading) -> str:
    """What stands behind the "no" that denies."""
    at = reading.negators[0]
    return reading.word(at + 1) if reading.words[at] == "no" else ""


_OF_NO_CLAUSE = DENIERS | {"without"}


def _denied_alone(reading: Reading) -> frozenset[str]:
    """The terms behind its negator in the clause of that, which tell neither when it was nor how many, and stand nowhere else."""
    _, no, end = _clause(reading)
    times = {stem(word) for word in reading.words[no:end] if word in _TIMES}
    known = terms_between(reading, 0, no) | terms_between(reading, end, len(reading.words))
    return frozenset(term for term in terms_between(reading, no, end) - known - times if term[0] != "#")


_TIMES = MONTHS.keys() | WEEKDAYS.keys() | MEASURES.keys() | {"last", "next", "past"}


def _told_besides(reading: Reading) -> frozenset[str]:
    """The terms of its other clauses, which stand nowhere in the one that denies."""
    start, _, end = _clause(reading)
    others = terms_between(reading, 0, start) | terms_between(reading, end, len(reading.words))
    return others - terms_between(reading, start, end)


def _clause(reading: Reading) -> tuple[int, int, int]:
    """Where the clause of its negator begins, where that stands, and where the clause ends."""
    words, start = reading.words, reading.negators[0]
    end = start + 1
    while start and not reading.is_boundary(start) and words[start - 1] not in _LINKING:
        start -= 1
    while end < len(words) and not reading.is_boundary(end) and words[end] not in CONTRASTING:
        end += 1
    return start, reading.negators[0], end
