"""The verdict on a pair: features and guards combined into a calibrated score, and a suggestion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.dangling import has_unresolved_reference
from claimtrack.core.match.alignment.alignment import find_left_over, find_substitution
from claimtrack.core.match.alignment.substitutions import find_other_thing
from claimtrack.core.match.conflict_thresholds import is_conflict, least_coverage, thresholds_for
from claimtrack.core.match.contradicting import count_words, is_bare_answer
from claimtrack.core.match.differences import differ, drop_repeats, find_differences
from claimtrack.core.match.features import Pair, default_rarity, supporting_features
from claimtrack.core.match.guards.guards import GUARDS
from claimtrack.core.match.harmonisation.harmonise import harmonise
from claimtrack.core.match.normalisation.noise import compare_datelines
from claimtrack.core.match.other_languages import judge_other_language
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.similarity import EVEN, WORTH_COMPARING, Similarity, compute_features, logistic
from claimtrack.core.match.statement_guards import groups_differ, may_be_other_claim
from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON, is_description
from claimtrack.core.match.words.exact_repeats import is_exact_repeat, sign_differences
from claimtrack.core.match.words.languages import is_in_english
from claimtrack.core.model import Comparison, Statement, Suggestion

if TYPE_CHECKING:
    from claimtrack.core.match.conflict_thresholds import ConflictThreshold

_NAME = "terms-guards"
SCORER = f"{_NAME} 36"
"""Name and version of this scorer, stored with each match so that scores of two versions are kept apart."""
_OWN_NAME = expression(rf"{_NAME} \d+(?:, tuning \d+)?")

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


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The score from which a pair is called a duplicate, and from which it is worth showing as related."""

    duplicate: float = 0.8
    related: float = 0.3

    @property
    def waiting(self) -> float:
        """The score from which a related pair may wait for a person's judgement."""
        return max(EVEN, self.related)


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


def _conflict_value(pair: Pair, *, found: bool) -> dict[str, float]:
    """The value of "conflict": the similarity of word order, if something was found to differ in a close pair, else 0."""
    weighs = found and pair.near >= least_coverage(pair.a, pair.b)
    return {"conflict": pair.in_order**_ORDER_POWER if weighs else 0.0}


def _compare_same_words(a: Statement, b: Statement) -> Comparison:
    """A duplicate, unless the words refer to somebody and both claimants are only described: each "one worker" may be another."""
    are_described = all(one.claimant and is_description(one.claimant) for one in (a, b))
    if are_described and has_unresolved_reference(a.text):
        return Comparison(1.0, Suggestion.RELATED, ("the same words",), (PERHAPS_ANOTHER_PERSON,))
    return Comparison(1.0, Suggestion.DUPLICATE, ("the same words",), ())


def _compare_as_written(a: Statement, b: Statement) -> Comparison | None:
    """The comparison of two statements with the same words, or of which one says nothing on its own; None for any others."""
    is_exact = is_exact_repeat(a.text, b.text)
    if is_bare_answer(a.text) or is_bare_answer(b.text):
        same = "the same words, which say nothing on their own"
        why = same if is_exact else "one says nothing on its own"
        return Comparison(_BARE_ANSWER_SCORE, Suggestion.RELATED, (why,))
    return _compare_same_words(a, b) if is_exact and not may_be_other_claim(a, b) else None


@dataclass(frozen=True, slots=True)
class MatchTuning:
    """How pairs are scored; None as `weights` means the shipped ones, None as `version` that nothing is tuned."""

    thresholds: Thresholds = DEFAULT_THRESHOLDS
    weights: Mapping[str, float] | None = None
    version: int | None = None

    @property
    def scorer(self) -> str:
        """The name stored with each match, so that scores of different versions can be distinguished."""
        return SCORER if self.version is None else f"{SCORER}, tuning {self.version}"


def is_own_scorer(name: str) -> bool:
    """Whether the name stored with a match is that of a version of this scorer, tuned or not, without an encoder or a program beside it."""
    return _OWN_NAME.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Matcher:
    """Compares two statements, by the tuning of a desk and by how rare each term is on it (larger is rarer)."""

    tuned: MatchTuning = MatchTuning()
    rarity: Callable[[str], float] = default_rarity

    @property
    def thresholds(self) -> Thresholds:
        """From which score a pair is called a duplicate, and from which it is shown."""
        return self.tuned.thresholds

    @property
    def weights(self) -> Mapping[str, float]:
        """What each feature weighs."""
        return self.tuned.weights or WEIGHTS

    def compare(
        self, query: Statement, candidate: Statement, measured: Similarity | None = None
    ) -> Comparison:
        """Whether two statements make the same claim, how surely, and why; `measured` is their similarity, if known.

        A score below `thresholds.related` means unrelated, whatever the suggestion. Never raises on odd text: empty, without words, of
        any script.
        """
        if told := _compare_as_written(query, candidate):
            return told
        found = measured or self.measure(query, candidate)
        if found.score < min(_SAME_TOPIC, self.thresholds.duplicate):
            # About two things, which differ in everything. Looking for differences takes half the time of a look-up's hits.
            return Comparison(found.score, Suggestion.RELATED, self._reasons_for(found.values))
        findings = find_differences(found.one, found.other)
        return self._compare_measured(query, candidate, found, findings)

    def examine(self, query: Statement, candidate: Statement) -> tuple[dict[str, float], Suggestion]:
        """What weights and thresholds are fitted to: every feature by name, and what `compare` suggests for a pair of one topic.

        Under "conflict" is how similar a close pair is in which a guard fires. Where the thresholds are 0, the suggestion does not depend
        on the weights.
        """
        found = self._measure(*harmonise(query, candidate))
        findings = find_differences(found.one, found.other)
        told = _compare_as_written(query, candidate)
        told = told or self._compare_measured(query, candidate, found, findings)
        return found.values | _conflict_value(found.pair, found=bool(findings)), told.suggestion

    def _compare_measured(
        self,
        query: Statement,
        candidate: Statement,
        found: Similarity,
        findings: Mapping[str, ConflictThreshold],
    ) -> Comparison:
        """The comparison of two statements about one topic, by how similar they are and what differs."""
        reasons = self._reasons_for(found.values)
        score = logistic(found.values | _conflict_value(found.pair, found=bool(findings)), self.weights)
        suggestion, differences = self._verdict(found, score, findings)
        written = query.text, candidate.text
        if not all(map(is_in_english, written)):
            alike = found.score >= self.thresholds.duplicate and not may_be_other_claim(
                found.one, found.other
            )
            suggestion, differences = judge_other_language(*written, suggestion, differences, alike=alike)
            score = found.score if suggestion is Suggestion.DUPLICATE else score
        if suggestion is Suggestion.DUPLICATE and min(map(count_words, written)) < SHORT_TEXT:
            return Comparison(score, Suggestion.RELATED, (*reasons, _TOO_SHORT))
        return Comparison(score, suggestion, reasons, differences)

    def compare_headlines(self, found: Comparison, query: Statement, headlines: Sequence[str]) -> Comparison:
        """The comparison, or, where the claim's own text is unlike the query, that with the most similar review headline.

        A headline is a desk's verdict ("No, the ferry was not sold"), not the claim: it makes a pair related and is shown, but never
        makes a duplicate or a conflict.
        """
        least, most = self.thresholds.related, self.thresholds.duplicate
        if found.suggestion is not Suggestion.RELATED or found.score >= least:
            return found
        for headline in headlines:
            score = min(self.similarity(query, Statement(headline)), most)
            if score >= max(found.score, least):
                found = replace(found, score=score, reasons=(f"like the headline of a review: {headline}",))
        return found

    def similarity(self, one: Statement, other: Statement) -> float:
        """The score of two statements in other words, before any difference, which can only lower it: cheap, for thousands of pairs."""
        return self.measure(one, other).score

    def measure(self, one: Statement, other: Statement) -> Similarity:
        """The similarity of two statements as harmonised; as written where they are about two things."""
        written = self._measure(one, other)
        if written.score < min(WORTH_COMPARING, self.thresholds.duplicate):
            return written
        meant = harmonise(one, other)
        return written if meant == (one, other) else self._measure(*meant)

    def conflicts_plainly(self, found: Similarity) -> bool:
        """Whether some guard alone makes the two a conflict. Stops at the first, where `compare` collects all differences."""
        pair = found.pair
        doubt = thresholds_for(pair.a, pair.b)
        return any(guard(pair.a, pair.b) and doubt(guard).is_met_by(pair) for guard in GUARDS)

    def is_refuted_plainly(self, found: Similarity, least: float) -> bool:
        """Whether something differs that lowers the score below `least`. Stops at the first difference, too."""
        lowered = logistic(found.values | _conflict_value(found.pair, found=True), self.weights)
        return lowered < least and differ(found.one, found.other)

    def _measure(self, one: Statement, other: Statement) -> Similarity:
        """The similarity of two statements as given."""
        pair = Pair(read(one.text), read(other.text), self.rarity)
        values = compute_features(pair)
        return Similarity(one, other, pair, values, logistic(values, self.weights))

    def _reasons_for(self, values: Mapping[str, float]) -> tuple[str, ...]:
        """The reasons for calling two statements the same, by the features' values."""
        weights = self.weights
        supporting = (
            feature for feature in supporting_features(values) if weights.get(feature.__name__, 0.0) >= 0
        )
        return tuple(_first_line(feature.__doc__) for feature in supporting)

    def _verdict(
        self, similar: Similarity, score: float, findings: Mapping[str, ConflictThreshold]
    ) -> tuple[Suggestion, tuple[str, ...]]:
        """The suggestion for two statements in other words, whatever their length, and what differs."""
        pair, found = similar.pair, drop_repeats(findings)
        if is_conflict(pair, found, findings.values()):
            return Suggestion.CONFLICT, found
        if found:
            return Suggestion.RELATED, found
        if said := find_other_thing(pair):
            return Suggestion.CONFLICT, (said,)
        if score < self.thresholds.duplicate:
            tells = score >= _LEFT_OVER_SHOWN and pair.in_order >= _SIMILAR_ORDER
            left = find_substitution(pair, surely=not tells)
            if left and left.contradicts:
                return Suggestion.CONFLICT, (left.description,)
            return Suggestion.RELATED, (left.description,) if left and tells else ()
        if left := find_left_over(pair):
            return Suggestion.CONFLICT if left.contradicts else Suggestion.RELATED, (left.description,)
        one, other = similar.one, similar.other
        texts = one.text, other.text
        if said := groups_differ(one, other) or sign_differences(*texts) or compare_datelines(*texts):
            return Suggestion.RELATED, (said,)
        return Suggestion.DUPLICATE, ()


compare = Matcher().compare
"""As `Matcher.compare`, by the shipped thresholds and weights and the rarity of everyday English."""


@cache
def _first_line(docstring: str | None) -> str:
    return (docstring or "").splitlines()[0].rstrip(".").lower()
