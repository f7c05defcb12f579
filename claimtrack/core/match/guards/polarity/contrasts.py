"""What is explicitly rejected in a contrast ("a mine, not a torpedo", "arson rather than lightning"), with guards on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.language.word_lists import CONTRASTING, MONTHS, PASSIVE, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.reading import Reading, meanings, share_meaning
from claimtrack.core.match.reading.semantics.near_denials import PREPOSITIONS_AFTER_NOT
from claimtrack.core.match.reading.syntax.phrases import phrase_after, terms_between
from claimtrack.core.match.words.negators import DENIERS
from claimtrack.core.match.words.terms import stem, stems_of

_CONTRAST_PHRASES = frozenset({("rather", "than"), ("instead", "of"), ("opposed", "to"), ("place", "of")})
_PREFER = stem("prefer")
_PREFERRED_TO = ("preferred", "to")
"""In the passive, "A was preferred to B" is "A rather than B"."""
_CONTRAST_MARKERS = words_of("not rather instead opposed place preferred")
_MAX_QUOTED_WORDS = 3
"""Words of a rejected phrase that are quoted."""


class _Contrast(NamedTuple):
    """A rejected phrase: its terms, the place of its marker, and its end."""

    terms: frozenset[str]
    at: int
    end: int


@symmetric_guard("negated")
def contrast_contradicted(one: Reading, other: Reading) -> Excerpts | None:
    """One rejects in a contrast what the other asserts: a mine, not a torpedo."""
    if _PREFER in one.terms and _PREFER in other.terms:
        return None  # "A is preferred to B", "they prefer A to B"
    theirs = frozenset().union(*(contrast.terms for contrast in find_contrasts(other)))
    for contrast in find_contrasts(one):
        repeats = any(one.sequence.count(term) > 1 for term in contrast.terms)
        if not repeats and not share_meaning(contrast.terms, theirs) and _asserts(other, contrast.terms):
            first = contrast.at + 1
            return (f"not {one.as_written(first, min(contrast.end, first + _MAX_QUOTED_WORDS))}",)
    return None


def _asserts(reading: Reading, terms: frozenset[str]) -> bool:
    """Whether a statement contains some terms or their synonyms, and neither negates nor abandons them."""
    if not _ABANDONING_WORDS.isdisjoint(reading.terms | reading.vocabulary) and _abandons(reading, terms):
        return False
    return all(
        (term in reading.terms and term not in reading.maybe_denied | _terms_before_negator(reading))
        or (meanings(term) and not reading.senses.isdisjoint(meanings(term)) and not reading.negators)
        for term in terms
    )


_ABANDONING_WORDS = stems_of("replace ditch abandon swap supplant substitute switch") | words_of(
    "back away outside beyond except"
)
"""What follows these is no longer so, or not there: "*replaced* the dinar", "back *from* tablets to books", "*outside* the UK"."""


def _abandons(reading: Reading, terms: frozenset[str]) -> bool:
    """Whether each of some terms stands shortly after a word that abandons it."""
    terms_at = [*reading.placed_terms, *((stem(word), at) for at, word in reading.phrase_meanings.items())]
    return all(
        any(
            not _ABANDONING_WORDS.isdisjoint((stem(word), word))
            for term, at in terms_at
            if share_meaning({term}, {action})
            for word in reading.words[max(0, at - _MAX_QUOTED_WORDS) : at]
        )
        for action in terms
    )


_CLAUSE_LINKS = CONTRASTING | {"and"}


def _terms_before_negator(reading: Reading) -> frozenset[str]:
    """The terms that a clause-final "not" denies: "Spain signed it, but Portugal did not", "lodgers are not covered"."""
    found: set[str] = set()
    for at in reading.negators:
        ends = reading.ends_clause(at + 1)
        if ends or (reading.words[at] == "not" and reading.words[at - 1] in PASSIVE):
            starts = range(at, 0, -1)
            links = (i for i in starts if reading.is_boundary(i) or reading.words[i - 1] in _CLAUSE_LINKS)
            start = next(links, 0)
            found |= terms_between(reading, start, at)
    return frozenset(found)


@lru_cache(maxsize=64)
def find_contrasts(reading: Reading) -> list[_Contrast]:
    """The contrasts in a statement, cached."""
    return [] if _CONTRAST_MARKERS.isdisjoint(reading.vocabulary) else list(_read_contrasts(reading))


def _read_contrasts(reading: Reading) -> Iterator[_Contrast]:
    """Yield each phrase that a statement rejects."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if at in reading.contrastive_negators:
            marker_end = at + (words[at + 1] in PREPOSITIONS_AFTER_NOT)
        elif (word, words[at + 1]) in _CONTRAST_PHRASES or (
            (word, words[at + 1]) == _PREFERRED_TO and words[at - 1] in PASSIVE
        ):
            marker_end = at + 1
        else:
            continue
        terms = phrase_after(reading, marker_end)
        if terms and not any(term[0] == "#" for term in terms):
            end = marker_end + 1
            while not reading.ends_clause(end) and (end == marker_end + 1 or words[end] not in STOP_WORDS):
                end += 1
            yield _Contrast(terms, marker_end, end)


def denies_in_contrast(one: Reading, other: Reading) -> bool:
    """Whether one rejects in a contrast what the other simply denies: "this, not that", "that is not", "not that but this"."""
    contrasts = find_contrasts(one)
    if not contrasts or one.negators or len(other.negators) != 1 or other.contrastive_negators:
        return False
    start = other.negators[0]
    if other.words[start] == "no":
        return False  # "drought is no problem" is no contrast
    but = next((at for at in range(start, len(other.words)) if other.words[at] == "but"), 0)
    denied = terms_between(other, start, but) if but else other.terms
    return all(contrast.terms <= denied for contrast in contrasts)


def denials_exchanged(a: Reading, b: Reading) -> str | None:
    """Each denies what the other asserts beside its own denial: "not Lagos but Accra", "not Accra but Lagos"."""
    if not len(a.negators) == len(b.negators) == 1 or any(
        r.words[r.negators[0]] in _NON_CLAUSAL_NEGATORS for r in (a, b)
    ):
        return None
    if ("by" in a.vocabulary) != ("by" in b.vocabulary) and _noun_after_no(a) == _noun_after_no(b) != "":
        return None  # "they paid no tax", "no tax was paid by them"
    ours, theirs = _solely_denied_terms(a), _solely_denied_terms(b)
    if ours.isdisjoint(_terms_of_other_clauses(b)) or theirs.isdisjoint(_terms_of_other_clauses(a)):
        return None
    first, last = (r.as_written(r.negators[0], r.negators[0] + _MAX_QUOTED_WORDS) for r in (a, b))
    return f"negated: {first} / {last}"


def _noun_after_no(reading: Reading) -> str:
    """The word after the "no" of a statement."""
    at = reading.negators[0]
    return reading.word(at + 1) if reading.words[at] == "no" else ""


_NON_CLAUSAL_NEGATORS = DENIERS | {"without"}


def _solely_denied_terms(reading: Reading) -> frozenset[str]:
    """The terms after the negator in its clause that occur nowhere else, without dates and numbers."""
    _, negator, end = _negated_clause(reading)
    times = {stem(word) for word in reading.words[negator:end] if word in _TIME_WORDS}
    known = terms_between(reading, 0, negator) | terms_between(reading, end, len(reading.words))
    return frozenset(term for term in terms_between(reading, negator, end) - known - times if term[0] != "#")


_TIME_WORDS = MONTHS.keys() | WEEKDAYS.keys() | MEASURES.keys() | {"last", "next", "past"}


def _terms_of_other_clauses(reading: Reading) -> frozenset[str]:
    """The terms of the other clauses that do not occur in the negated one."""
    start, _, end = _negated_clause(reading)
    others = terms_between(reading, 0, start) | terms_between(reading, end, len(reading.words))
    return others - terms_between(reading, start, end)


def _negated_clause(reading: Reading) -> tuple[int, int, int]:
    """Where the clause of the negator starts, the place of the negator, and where the clause ends."""
    words, start = reading.words, reading.negators[0]
    end = start + 1
    while start and not reading.is_boundary(start) and words[start - 1] not in _CLAUSE_LINKS:
        start -= 1
    while end < len(words) and not reading.is_boundary(end) and words[end] not in CONTRASTING:
        end += 1
    return start, reading.negators[0], end
