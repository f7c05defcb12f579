"""The verdict on a pair: features and guards combined into a calibrated score, and a suggestion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.core.language.dangling import has_unresolved_reference, starts_with_dangling_pronoun
from claimtrack.core.match.alignment.alignment import find_left_over, find_substitution
from claimtrack.core.match.alignment.substitutions import find_other_thing
from claimtrack.core.match.conflict_thresholds import is_conflict, least_coverage
from claimtrack.core.match.contradicting import count_words, is_bare_answer
from claimtrack.core.match.differences import drop_repeats, find_differences
from claimtrack.core.match.features import Pair, default_rarity, supporting_features
from claimtrack.core.match.harmonisation.harmonise import harmonise
from claimtrack.core.match.normalisation.noise import compare_datelines
from claimtrack.core.match.other_languages import judge_other_language
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.similarity import (
    WORTH_COMPARING,
    compute_features,
    logistic,
    measure_similarity,
    similarity_score,
)
from claimtrack.core.match.statement_guards import groups_differ, may_be_other_claim
from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON, is_description
from claimtrack.core.match.words.exact_repeats import is_exact_repeat, sign_differences
from claimtrack.core.match.words.languages import is_in_english
from claimtrack.core.model import Comparison, Statement, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimtrack.core.match.conflict_thresholds import ConflictThreshold
    from claimtrack.core.match.reading.reading import Reading

SCORER = "terms-guards 32"
"""Name and version of this scorer, stored with each match so that scores of two versions are kept apart."""

SHORT_TEXT = 8
"""Texts with fewer words are never called the same, only suggested: they contain too little."""
_TOO_SHORT = "nothing differs, but one has fewer than eight words: too little to call them the same"

_BARE_ANSWER_SCORE = 0.1
"""The score of a pair with a bare answer, whatever it shares: as good as unrelated."""
_SAME_TOPIC = 0.45
"""The score, before differences, from which differences are looked for.

Of 333 pairs of real claims with a difference, an editor called 95 of the 216 above it the claim they knew but for a fact, and 4 of
the 117 below it.
"""
_LEFT_OVER_SHOWN = 0.65
"""The score from which what is left over is shown, though the pair is no duplicate anyway ..."""
_SIMILAR_ORDER = 0.6
"""... where at least this share is in the same order, so that one replaces the other."""

_ORDER_POWER = 4
"""A difference weighs by this power of the share in the same order: the more similar the rest, the surer it is."""


_FEWEST, _ENOUGH = 2, 3
"""The fewest shared terms with which a person would want to see two texts together, and as many as are always enough."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The score from which a pair is called a duplicate, and from which it is worth showing as related."""

    duplicate: float = 0.8
    related: float = 0.3


DEFAULT_THRESHOLDS = Thresholds()

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "bias": -2.0,
        "words_in_common": 1.5,
        "rare_words_of_both": 3.3,
        "same_wording": 2.1,
        "same_passage": -1.6,
        "same_numbers": 0.2,
        "same_names": 0.0,
        "conflict": -8.3,
    }
)
"""Fitted on one half of the labelled pairs and rounded (benchmarks/weights.py); the other half shows how well they do.

A shared passage counts against a pair that is otherwise equally similar: a quotation is shared by different claims about it. `tune`
fits others from a desk's own judgements.
"""


def feature_values(
    query: Statement, candidate: Statement, rarity: Callable[[str], float] = default_rarity
) -> dict[str, float]:
    """Every feature by name, and under "conflict" how similar a close pair is in which a guard fires: what weights are fitted to."""
    query, candidate = harmonise(query, candidate)
    pair = Pair(read(query.text), read(candidate.text), rarity)
    return compute_features(pair) | _conflict_value(pair, tuple(find_differences(query, candidate)))


def _conflict_value(pair: Pair, found: Sequence[str]) -> dict[str, float]:
    """The value of "conflict": the similarity of word order, if something was found to differ in a close pair, else 0."""
    weighs = found and pair.near >= least_coverage(pair.a, pair.b)
    return {"conflict": pair.in_order**_ORDER_POWER if weighs else 0.0}


def _compare_same_words(a: Statement, b: Statement) -> Comparison:
    """A duplicate, unless the words refer to somebody and both claimants are only described: each "one worker" may be another."""
    are_described = all(one.claimant and is_description(one.claimant) for one in (a, b))
    if are_described and has_unresolved_reference(a.text):
        return Comparison(1.0, Suggestion.RELATED, ("the same words",), (PERHAPS_ANOTHER_PERSON,))
    return Comparison(1.0, Suggestion.DUPLICATE, ("the same words",), ())


def compare(
    query: Statement,
    candidate: Statement,
    rarity: Callable[[str], float] | Mapping[str, float] | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
) -> Comparison:
    """Whether two statements make the same claim, how surely, and why.

    `rarity` gives how rare a term is on the desk (larger is rarer), as a function or a mapping; terms that a mapping lacks count as its
    rarest. A score below `thresholds.related` means unrelated, whatever the suggestion. Never raises on odd text: empty, without words,
    of any script.
    """
    is_exact = is_exact_repeat(query.text, candidate.text)
    if is_bare_answer(query.text) or is_bare_answer(candidate.text):
        why = "the same words, which say nothing on their own" if is_exact else "one says nothing on its own"
        return Comparison(_BARE_ANSWER_SCORE, Suggestion.RELATED, (why,))
    if is_exact and not may_be_other_claim(query, candidate):
        return _compare_same_words(query, candidate)
    rarity_of, weights = _rarity_function(rarity), weights or WEIGHTS
    least = min(WORTH_COMPARING, thresholds.duplicate)
    written = query.text, candidate.text
    query, candidate, pair, values, score = measure_similarity(query, candidate, rarity_of, weights, least)
    reasons = _reasons_for(values, weights)
    if score < min(_SAME_TOPIC, thresholds.duplicate):
        # About two things, which differ in everything. Looking for differences takes half the time of a look-up's hits.
        return Comparison(score, Suggestion.RELATED, reasons)
    findings = find_differences(query, candidate)
    score = logistic(values | _conflict_value(pair, tuple(findings)), weights)
    suggestion, differences = _verdict(query, candidate, pair, score, findings, thresholds)
    if not all(map(is_in_english, written)):
        likely = logistic(values, weights)
        alike = likely >= thresholds.duplicate and not may_be_other_claim(query, candidate)
        suggestion, differences = judge_other_language(*written, suggestion, differences, alike=alike)
        score = likely if suggestion is Suggestion.DUPLICATE else score
    if suggestion is Suggestion.DUPLICATE and min(map(count_words, written)) < SHORT_TEXT:
        return Comparison(score, Suggestion.RELATED, (*reasons, _TOO_SHORT))
    return Comparison(score, suggestion, reasons, differences)


def _reasons_for(values: Mapping[str, float], weights: Mapping[str, float]) -> tuple[str, ...]:
    """The reasons for calling two statements the same, by the features' values."""
    supporting = (
        feature for feature in supporting_features(values) if weights.get(feature.__name__, 0.0) >= 0
    )
    return tuple(_first_line(feature.__doc__) for feature in supporting)


def _verdict(
    query: Statement,
    candidate: Statement,
    pair: Pair,
    score: float,
    findings: Mapping[str, ConflictThreshold],
    thresholds: Thresholds,
) -> tuple[Suggestion, tuple[str, ...]]:
    """The suggestion for two statements in other words, whatever their length, and what differs."""
    found = drop_repeats(findings)
    if is_conflict(pair, found, findings.values()):
        return Suggestion.CONFLICT, found
    if found:
        return Suggestion.RELATED, found
    if said := find_other_thing(pair):
        return Suggestion.CONFLICT, (said,)
    if score < thresholds.duplicate:
        tells = score >= _LEFT_OVER_SHOWN and pair.in_order >= _SIMILAR_ORDER
        left = find_substitution(pair, surely=not tells)
        if left and left.contradicts:
            return Suggestion.CONFLICT, (left.description,)
        return Suggestion.RELATED, (left.description,) if left and tells else ()
    if left := find_left_over(pair):
        return Suggestion.CONFLICT if left.contradicts else Suggestion.RELATED, (left.description,)
    texts = query.text, candidate.text
    if said := groups_differ(query, candidate) or sign_differences(*texts) or compare_datelines(*texts):
        return Suggestion.RELATED, (said,)
    return Suggestion.DUPLICATE, ()


def compare_headlines(
    found: Comparison,
    query: Statement,
    headlines: Sequence[str],
    rarity: Callable[[str], float],
    thresholds: Thresholds,
    weights: Mapping[str, float] | None,
) -> Comparison:
    """The comparison, or, where the claim's own text is unlike the query, that with the most similar review headline.

    A headline is a desk's verdict ("No, the ferry was not sold"), not the claim: it makes a pair related and is shown, but never makes a
    duplicate or a conflict.
    """
    if found.suggestion is not Suggestion.RELATED or found.score >= thresholds.related:
        return found
    for headline in headlines:
        score = min(
            similarity_score(query, Statement(headline), rarity, weights or WEIGHTS), thresholds.duplicate
        )
        if score >= max(found.score, thresholds.related):
            found = replace(found, score=score, reasons=(f"like the headline of a review: {headline}",))
    return found


def share_enough_terms(a: str, b: str, *, but_for: int) -> bool:
    """Whether two texts share three terms, in the same or in other words, or both of two where they have no more.

    Texts that share less are at best on the same topic: "It was a mess" and "What a mess this is". Up to `but_for` terms of the longer
    text may be unshared, a changed fact: "Wages rose by 11%" and "Wages rose by 12%". If that leaves a single term, it must be the
    subject of both: "Crime has doubled" and "Crime has tripled".
    """
    pair = Pair(read(a), read(b), default_rarity)
    least = min(_ENOUGH, max(len(pair.a.terms), len(pair.b.terms)) - but_for)
    if least < _FEWEST and but_for:
        return pair.shared >= _FEWEST or _share_subject(pair.a, pair.b)
    return pair.shared >= max(_FEWEST, least)


def share_no_terms(a: str, b: str) -> bool:
    """Whether two texts that both have terms share none, in the same or in other words."""
    pair = Pair(read(a), read(b), default_rarity)
    return bool(pair.a.terms and pair.b.terms) and not pair.shared


def _share_subject(a: Reading, b: Reading) -> bool:
    """Whether two statements of two terms each have the same first term."""
    if {len(a.sequence), len(b.sequence)} != {2} or any(
        starts_with_dangling_pronoun(one.text) for one in (a, b)
    ):
        return False
    return a.sequence[0] == b.sequence[0]


def _rarity_function(rarity: Callable[[str], float] | Mapping[str, float] | None) -> Callable[[str], float]:
    """The rarity of a term as a function, from a function, a mapping, or None for that of everyday English."""
    if rarity is None:
        return default_rarity
    if callable(rarity):
        return rarity
    rarest = max(rarity.values(), default=1.0)
    return lambda term: rarity.get(term, rarest)


@cache
def _first_line(docstring: str | None) -> str:
    return (docstring or "").splitlines()[0].rstrip(".").lower()
