"""The verdict on a pair: features and guards weighed into one calibrated score, and a suggestion."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from operator import le, lt
from types import MappingProxyType
from typing import TYPE_CHECKING

from claimtrack.core.language.dangling import has_unresolved_reference, starts_with_dangling_pronoun
from claimtrack.core.match.alignment.alignment import in_place_of_each_other, left_over
from claimtrack.core.match.alignment.substitutions import other_thing
from claimtrack.core.match.conflict_thresholds import (
    NO_THRESHOLD,
    is_conflict,
    least_coverage,
    thresholds_for,
)
from claimtrack.core.match.contradicting import count_words, is_bare_answer
from claimtrack.core.match.features import Pair, default_rarity, supporting_features
from claimtrack.core.match.guards.guards import GUARDS
from claimtrack.core.match.harmonisation.harmonise import harmonise
from claimtrack.core.match.normalisation.noise import compare_datelines
from claimtrack.core.match.other_languages import judge_other_language
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.similarity import (
    WORTH_COMPARING,
    alike,
    logistic,
    measure_similarity,
    similarity_score,
)
from claimtrack.core.match.statement_guards import STATEMENT_GUARDS, groups_differ, may_be_other_claim
from claimtrack.core.match.unnamed_claimants import PERHAPS_ANOTHER_PERSON, is_description
from claimtrack.core.match.words.exact_repeats import is_exact_repeat, sign_differences
from claimtrack.core.match.words.languages import is_in_english
from claimtrack.core.model import Comparison, Statement, Suggestion
from claimtrack.core.texts.differing import swap_sides

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimtrack.core.match.conflict_thresholds import ConflictThreshold
    from claimtrack.core.match.reading.reading import Reading

SCORER = "terms-guards 32"
"""Name and version of this scorer: kept with each match, so that scores of two versions are told apart."""

SHORT_TEXT = 8
"""Texts of fewer words are only ever suggested: too little is said to call them the same."""
_TOO_SHORT = "nothing differs, but one has fewer than eight words: too little to call them the same"

_UNSAID = 0.1
"""The score of what says nothing by itself, whatever it shares: as good as unrelated."""
_ONE_MATTER = 0.45
"""From which score on, had two statements no difference, it is looked for what differs. Of 333 pairs of real claims in which
something does, an editor called 95 of the 216 above it the claim they knew but for a fact, and 4 of the 117 below it."""
_TOLD = 0.65
"""From which score on what is left over is told, though the pair is no duplicate anyway ..."""
_LIKE_ORDER = 0.6
"""... where this much stands in the same order, so that it stands in each other's place."""

_SURE = 4
"""A difference weighs by this power of how much stands in the same order: the more alike the rest, the surer it is."""


_FEWEST, _ENOUGH = 2, 3
"""Terms that two texts share when a person would want to see the one beside the other."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From which score on a pair is called a duplicate, and from which it is worth showing as related."""

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
"""Fitted on one half of the labelled pairs and rounded (benchmarks/weights.py); the other half tells how well they do.

That one passage is the same speaks against a pair that is else as much alike: a quotation is shared by claims about it.
`tune` fits others from a desk's own judgements.
"""


def feature_values(
    query: Statement, candidate: Statement, rarity: Callable[[str], float] = default_rarity
) -> dict[str, float]:
    """Every feature by name, and under "conflict" how alike a near pair is in which a guard fires: what weights are fitted to."""
    query, candidate = harmonise(query, candidate)
    pair = Pair(read(query.text), read(candidate.text), rarity)
    return alike(pair) | _lowered(pair, tuple(_findings(query, candidate)))


def _lowered(pair: Pair, found: Sequence[str]) -> dict[str, float]:
    weighs = found and pair.near >= least_coverage(pair.a, pair.b)
    return {"conflict": pair.in_order**_SURE if weighs else 0.0}


def _same_words(a: Statement, b: Statement) -> Comparison:
    """A duplicate, unless the words point at somebody, and both who say them are only described: each "one worker" may be another."""
    are_described = all(one.claimant and is_description(one.claimant) for one in (a, b))
    if are_described and has_unresolved_reference(a.text):
        return Comparison(1.0, Suggestion.RELATED, ("the same words",), (PERHAPS_ANOTHER_PERSON,))
    return Comparison(1.0, Suggestion.DUPLICATE, ("the same words",), ())


def _findings(query: Statement, candidate: Statement) -> dict[str, ConflictThreshold]:
    """What the guards find to differ, each with how much in doubt it is."""
    a, b = read(query.text), read(candidate.text)
    said_by = {guard: said for guard in GUARDS if (said := guard(a, b))}
    doubt = thresholds_for(a, b) if said_by else None
    found = {said: doubt(guard) for guard, said in said_by.items()} if doubt else {}
    told = found | {said: NO_THRESHOLD for guard in STATEMENT_GUARDS if (said := guard(query, candidate))}
    return (
        {said: doubt for said, doubt in told.items() if not _is_echo(said, told)} if len(told) > 1 else told
    )


def _is_echo(said: str, told: Mapping[str, ConflictThreshold]) -> bool:
    """Whether another guard tells the same difference in these or more words: "before / after", "before a drone / after a drone".

    It must be as sure; of two that tell the same, the first stays.
    """
    both, is_before = _sides_told(said), True
    for other in told:
        theirs = _sides_told(other)
        if other == said:
            is_before = False
        elif (
            _is_part(both, theirs, le)
            and (is_before or both != theirs)
            and told[other].is_no_stricter_than(told[said])
        ):
            return True
    return False


def _told_once(found: Iterable[str]) -> tuple[str, ...]:
    """What differs, but for what another tells in more words, whichever is surer, or one before it the other way round: "second / third, second visit / third visit"."""
    sides = {said: _sides_told(said) for said in found}
    kept = [said for said in sides if not any(_is_part(sides[said], other, lt) for other in sides.values())]
    return tuple(said for at, said in enumerate(kept) if swap_sides([said])[0] not in kept[:at])


def _is_part(
    one: Sequence[frozenset[str]], other: Sequence[frozenset[str]], within: Callable[..., bool]
) -> bool:
    """Whether of two that tell of both sides each side of the first is within the other's: `le`, or `lt` for with more words there."""
    return len(one) == len(other) == 2 and all(map(within, one, other))


def _sides_told(said: str) -> list[frozenset[str]]:
    return [frozenset(side.lower().split()) for side in said.partition(": ")[2].split(" / ")]


def compare(
    query: Statement,
    candidate: Statement,
    rarity: Callable[[str], float] | Mapping[str, float] | None = None,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
) -> Comparison:
    """Whether two statements say the same thing, how surely, and why.

    `rarity` tells how rare a term is on the desk (larger is rarer), from a function or a mapping; terms
    that a mapping lacks count as its rarest. A score under `thresholds.related` means unrelated, whatever
    the suggestion. Never raises on odd text: empty, without words, of any script.
    """
    is_exact = is_exact_repeat(query.text, candidate.text)
    if is_bare_answer(query.text) or is_bare_answer(candidate.text):
        why = "the same words, which say nothing on their own" if is_exact else "one says nothing on its own"
        return Comparison(_UNSAID, Suggestion.RELATED, (why,))
    if is_exact and not may_be_other_claim(query, candidate):
        return _same_words(query, candidate)
    rarity_of, weights = _as_function(rarity), weights or WEIGHTS
    least = min(WORTH_COMPARING, thresholds.duplicate)
    written = query.text, candidate.text
    query, candidate, pair, values, score = measure_similarity(query, candidate, rarity_of, weights, least)
    reasons = _told_for_it(values, weights)
    if score < min(_ONE_MATTER, thresholds.duplicate):
        # About two things, in which everything differs. To look for what does takes half the time of a look-up's hits.
        return Comparison(score, Suggestion.RELATED, reasons)
    findings = _findings(query, candidate)
    score = logistic(values | _lowered(pair, tuple(findings)), weights)
    suggestion, told = _verdict(query, candidate, pair, score, findings, thresholds)
    if not all(map(is_in_english, written)):
        likely = logistic(values, weights)
        alike = likely >= thresholds.duplicate and not may_be_other_claim(query, candidate)
        suggestion, told = judge_other_language(*written, suggestion, told, alike=alike)
        score = likely if suggestion is Suggestion.DUPLICATE else score
    if suggestion is Suggestion.DUPLICATE and min(map(count_words, written)) < SHORT_TEXT:
        return Comparison(score, Suggestion.RELATED, (*reasons, _TOO_SHORT))
    return Comparison(score, suggestion, reasons, told)


def _told_for_it(values: Mapping[str, float], weights: Mapping[str, float]) -> tuple[str, ...]:
    """What speaks for it that two statements say the same, by the features' values."""
    told = (feature for feature in supporting_features(values) if weights.get(feature.__name__, 0.0) >= 0)
    return tuple(_sentence(feature.__doc__) for feature in told)


def _verdict(
    query: Statement,
    candidate: Statement,
    pair: Pair,
    score: float,
    findings: Mapping[str, ConflictThreshold],
    thresholds: Thresholds,
) -> tuple[Suggestion, tuple[str, ...]]:
    """What two statements in other words are to each other, whatever their length, and what differs."""
    found = _told_once(findings)
    if is_conflict(pair, found, findings.values()):
        return Suggestion.CONFLICT, found
    if found:
        return Suggestion.RELATED, found
    if said := other_thing(pair):
        return Suggestion.CONFLICT, (said,)
    if score < thresholds.duplicate:
        tells = score >= _TOLD and pair.in_order >= _LIKE_ORDER
        left = in_place_of_each_other(pair, surely=not tells)
        if left and left.contradicts:
            return Suggestion.CONFLICT, (left.told,)
        return Suggestion.RELATED, (left.told,) if left and tells else ()
    if left := left_over(pair):
        return Suggestion.CONFLICT if left.contradicts else Suggestion.RELATED, (left.told,)
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
    """The comparison, or where the claim's own words are unlike the query, that with the review's headline most like it.

    A headline is a desk's verdict ("No, the ferry was not sold"), not the claim: it makes a pair related and
    tells the headline, never a duplicate or a conflict.
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

    What shares less is about the same matter at best: "It was a mess" and "What a mess this is". Of the longer text
    `but_for` terms may be left out: a fact that is changed, as in "Wages rose by 11%" and "Wages rose by 12%". Where a
    single term is left then, it must be what both speak of: "Crime has doubled" and "Crime has tripled".
    """
    pair = Pair(read(a), read(b), default_rarity)
    least = min(_ENOUGH, max(len(pair.a.terms), len(pair.b.terms)) - but_for)
    if least < _FEWEST and but_for:
        return pair.shared >= _FEWEST or _speak_of_one(pair.a, pair.b)
    return pair.shared >= max(_FEWEST, least)


def share_no_terms(a: str, b: str) -> bool:
    """Whether two texts that both say something share not one term, in the same or in other words."""
    pair = Pair(read(a), read(b), default_rarity)
    return bool(pair.a.terms and pair.b.terms) and not pair.shared


def _speak_of_one(a: Reading, b: Reading) -> bool:
    """Whether each of two statements tells one thing of the same."""
    if {len(a.sequence), len(b.sequence)} != {2} or any(
        starts_with_dangling_pronoun(one.text) for one in (a, b)
    ):
        return False
    return a.sequence[0] == b.sequence[0]


def _as_function(rarity: Callable[[str], float] | Mapping[str, float] | None) -> Callable[[str], float]:
    if rarity is None:
        return default_rarity
    if callable(rarity):
        return rarity
    rarest = max(rarity.values(), default=1.0)
    return lambda term: rarity.get(term, rarest)


@cache
def _sentence(docstring: str | None) -> str:
    return (docstring or "").splitlines()[0].rstrip(".").lower()
