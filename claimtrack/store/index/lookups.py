"""Looks up statements on a desk: retrieves candidates, ranks them and compares the best in full."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.language.dangling import starts_with_dangling_pronoun
from claimtrack.core.match import Matcher, have_same_spelling, is_exact_repeat
from claimtrack.core.match.meaning import add_meaning, merge_rankings
from claimtrack.core.match.ranking import Retrieved, rank
from claimtrack.core.match.reading.indexing import query_terms
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Comparison, Statement, Suggestion
from claimtrack.store import claims, tuning
from claimtrack.store.index.candidates import (
    Candidate,
    SearchText,
    find_candidates,
    find_candidates_for_each,
    load_candidates,
)
from claimtrack.store.index.postings import bm25_weights, claim_terms
from claimtrack.store.index.query_expansion import weigh_terms
from claimtrack.store.index.vocabulary import Vocabulary
from claimtrack.store.precedence import precedences

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.core.match import Thresholds
    from claimtrack.store.index.vector_search import Nearness

    Hit = tuple["Candidate", "Comparison"]

_MIN_CANDIDATES = 20
"""Candidates retrieved at least; more if three for each hit asked for are more."""
RANKED_PER_FIVE = 12
"""Candidates ranked for every five hits asked for; only the hits are compared in full."""
_FIRST_FEW = 5
_MIN_SCORE_SHARE = 0.4
"""Share of the statement's own score that a candidate for a repeat must reach."""
_MIN_LATER_SHARE = 0.8  # the same, for candidates after the first few
_BATCH = 100
"""Statements whose candidates are read at once: their parsed texts are kept until they are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMatcher(Matcher):
    """Compares statements with the claims of a desk, as it was when this was made: see `vocabulary.is_current`.

    `nearness` adds claims near in meaning to what `find` finds.
    """

    vocabulary: Vocabulary
    nearness: Nearness | None = None

    @classmethod
    def of(cls, db: Database, nearness: Nearness | None = None) -> DeskMatcher:
        """Return the matcher of a desk, with the tuning in force. Many look-ups on the same state of the desk share one."""
        vocabulary = Vocabulary(db.conn)
        return cls(
            tuned=tuning.load_matching(db),
            rarity=vocabulary.rarity,
            vocabulary=vocabulary,
            nearness=nearness,
        )

    def find(
        self,
        statement: Statement,
        limit: int = 5,
        exclude: Collection[int] = (),
        speaker: str | None = None,
    ) -> list[tuple[int, Comparison]]:
        """Return the claims that a statement may repeat, best first, each with its comparison.

        They are in the order of the ranking, not of the score, so that a conflict keeps its place. Exact repeats come first; if
        all results differ in a fact, a duplicate further down takes the last place. `nearness` affects the order, but puts no claim
        before one with similar wording. Claims with the same text are in the order of their scores, then of their `Precedence`, for
        which `speaker` counts if the statement has no claimant.
        """
        vocabulary, thresholds = self.vocabulary, self.thresholds
        own = weigh_terms(vocabulary, query_terms(statement))
        found = find_candidates(vocabulary, statement, max(3 * limit, _MIN_CANDIDATES), exclude, own=own)
        cosines = self._measure_nearness(statement, found, exclude)
        found = _add_nearest(vocabulary.conn, found, cosines)
        likely = len(found) if cosines else max(RANKED_PER_FIVE, RANKED_PER_FIVE * limit // _FIRST_FEW)
        ranked = [*_rank_candidates(statement, own, found[:likely], vocabulary), *found[likely:]]
        ranked = _prefer_own_text(statement, ranked)

        @cache
        def hit(candidate: Candidate) -> Hit:
            return candidate, self._compare_candidate(statement, candidate)

        if cosines:
            ranked = _merge_meaning_order(ranked, cosines, lambda c: hit(c)[1].score >= thresholds.duplicate)
        ranked.sort(
            key=lambda c: not any(map(have_same_spelling, repeat(statement.text), (c.text, *c.quotes)))
        )
        hits = [hit(candidate) for candidate in ranked[:limit]]
        if _are_all_different([one for _, one in hits], thresholds):
            further = map(hit, ranked[limit:_MIN_CANDIDATES])
            same = next((one for one in further if one[1].suggestion is Suggestion.DUPLICATE), None)
            hits[-1:] = [same] if same else hits[-1:]
        hits = self._choose_among_copies(statement, hits, exclude, speaker)
        if self.nearness and cosines:
            near, by_text = self.nearness.near, {c.text: cosines.get(c.claim_id, 0.0) for c in ranked}
            hits = [(c, add_meaning(one, by_text[c.text], near, thresholds.related)) for c, one in hits]
        hits.sort(key=lambda hit: hit[1].score < 1)
        return [(c.claim_id, comparison) for c, comparison in hits]

    def find_repeats(self, statements: Sequence[Statement]) -> list[list[tuple[int, Comparison]]]:
        """Return, for each statement, the few claims that share most of its rare words, each with its comparison.

        For importing thousands of sentences, most of which repeat nothing: five times as fast as
        `find`, because only claims that could be the same are compared, and many statements are looked up
        at once. A rewording that shares few words is not found here.
        """
        vocabulary = self.vocabulary
        vocabulary.hold(term for one in statements for term in query_terms(one))
        repeats = []
        for start in range(0, len(statements), _BATCH):
            some = statements[start : start + _BATCH]
            found = _find_likely(some, vocabulary)
            vocabulary.learn(
                term for near in found for one in near[:_FIRST_FEW] for term in read(one.text).terms
            )
            repeats += [self._compare_until_duplicate(*pair) for pair in zip(some, found, strict=True)]
        return repeats

    def _measure_nearness(
        self, statement: Statement, found: list[Candidate], exclude: Collection[int]
    ) -> dict[int, float]:
        """Return how near in meaning the candidates and the nearest other claims are; empty without an encoder."""
        if self.nearness is None:
            return {}
        return self.nearness.to(statement.text, [c.claim_id for c in found], _MIN_CANDIDATES, exclude)

    def _choose_among_copies(
        self, statement: Statement, hits: list[Hit], exclude: Collection[int], speaker: str | None
    ) -> list[Hit]:
        """Put the best claims with a hit's text in its place and in those of other hits with that text.

        Many people may say the same words: then more claims have them than a look-up retrieves.
        """
        conn = self.vocabulary.conn
        texts = {c.claim_id: c.text for c, one in hits if _is_worth_showing(one, self.thresholds)}
        pairs = (
            [pair for pair in claims.same_text_pairs(conn, texts) if pair[1] not in exclude] if texts else []
        )
        if len(pairs) == len(texts):  # as nearly always: no other claim has the text of one
            return hits
        order = precedences(conn, {other for _, other in pairs}, statement.claimant or speaker)
        best: dict[str, list[Hit]] = {}
        for text in {*texts.values()}:
            shown = [hit for hit in hits if hit[0].text == text]
            copies = {other for one, other in pairs if texts[one] == text and other in order}
            first = sorted(copies, key=order.__getitem__, reverse=True)[: len(shown)]
            new = load_candidates(conn, dict.fromkeys({*first} - {c.claim_id for c, _ in shown}, 0.0))
            shown += [(c, self._compare_candidate(statement, c)) for c in new]
            best[text] = sorted(shown, key=lambda hit: (hit[1].score, order.get(hit[0].claim_id, ())))
        return [best[c.text].pop() if c.text in best else (c, one) for c, one in hits]

    def _compare_until_duplicate(
        self, statement: Statement, found: list[Candidate]
    ) -> list[tuple[int, Comparison]]:
        """Compare the first few candidates, and those after them until one is a duplicate."""
        repeats: list[tuple[int, Comparison]] = []
        for at, one in enumerate(_prefer_own_text(statement, found)):
            repeats.append((one.claim_id, self._compare_candidate(statement, one)))
            if at >= _FIRST_FEW and repeats[-1][1].suggestion is Suggestion.DUPLICATE:
                break
        return repeats

    def _compare_candidate(self, statement: Statement, candidate: Candidate) -> Comparison:
        claim = candidate.statement
        for quote in candidate.quotes:
            # Not "It fell by half", which may be about anything.
            if is_exact_repeat(statement.text, quote) and not starts_with_dangling_pronoun(quote):
                told = self.compare(statement, replace(claim, text=quote))
                if told.suggestion is Suggestion.DUPLICATE:
                    return replace(told, reasons=("the words that it was read in",))
        return self.compare_headlines(self.compare(statement, claim), statement, candidate.headlines)


def _are_all_different(hits: Sequence[Comparison], thresholds: Thresholds) -> bool:
    """Whether all results worth showing differ in a fact."""
    told = [one for one in hits if _is_worth_showing(one, thresholds)]
    return bool(told) and all(one.differences for one in told)


def _is_worth_showing(one: Comparison, thresholds: Thresholds) -> bool:
    return one.score >= thresholds.related or bool(one.differences)


def _find_likely(statements: Iterable[Statement], vocabulary: Vocabulary) -> list[list[Candidate]]:
    """Return, for each statement, the claims that could be the same, best first."""
    weighed = [(one, vocabulary.weighed(query_terms(one))) for one in statements]
    own = [_self_score(one, weighs, vocabulary) for one, weighs in weighed]
    sought = [
        SearchText(one.text, weighs, _MIN_SCORE_SHARE * score)
        for (one, weighs), score in zip(weighed, own, strict=True)
    ]
    return [
        # The claim about the right year may come after those about other years with the same score.
        [
            one
            for at, one in enumerate(found)
            if at < _FIRST_FEW or one.retrieval_score >= _MIN_LATER_SHARE * score
        ]
        for found, score in zip(
            find_candidates_for_each(vocabulary, sought, _MIN_CANDIDATES), own, strict=True
        )
    ]


def _self_score(statement: Statement, weighs: Mapping[str, float], vocabulary: Vocabulary) -> float:
    """Return the retrieval score of a claim with exactly the statement's words."""
    in_it = bm25_weights(claim_terms(statement.text), vocabulary.average or 10.0)
    return sum(weighs[term] * share for term, share in in_it.items())


def _rank_candidates(
    statement: Statement, own: Mapping[str, float], found: list[Candidate], vocabulary: Vocabulary
) -> list[Candidate]:
    wordings = [c.wordings for c in found]
    vocabulary.learn(frozenset().union(*(read(text).terms for texts in wordings for text in texts)))
    retrieved = [
        Retrieved(texts, c.retrieval_score, c.claimant, c.claimed_on)
        for texts, c in zip(wordings, found, strict=True)
    ]
    scores = rank(statement, own, retrieved, vocabulary.rarity)
    order = sorted(range(len(found)), key=lambda at: -scores[at])
    return [found[at] for at in order]


def _prefer_own_text(statement: Statement, found: list[Candidate]) -> list[Candidate]:
    """Return the candidates, without quotes if one of them has exactly the statement's text as its own.

    Two claims that a person separated may share this quote: then it belongs to the one that kept it as its text.
    """
    if any(c.quotes for c in found) and any(is_exact_repeat(statement.text, c.text) for c in found):
        return [c._replace(quotes=()) for c in found]
    return found


def _add_nearest(
    conn: sqlite3.Connection, found: list[Candidate], cosines: Mapping[int, float]
) -> list[Candidate]:
    """Return the candidates found by words, with those found only by meaning added."""
    others = list(cosines.keys() - {c.claim_id for c in found})
    return [*found, *load_candidates(conn, dict.fromkeys(others, 0.0))] if others else found


def _merge_meaning_order(
    by_words: list[Candidate], cosines: Mapping[int, float], is_alike: Callable[[Candidate], bool]
) -> list[Candidate]:
    """Merge the rankings by words and by meaning; a claim with similar wording never falls behind one that words rank lower.

    To an encoder, a sentence about a changed word may seem nearer than the sentence in which it was changed.
    """
    places = {c.claim_id: place for place, c in enumerate(by_words)}
    ranked = [by_words[places[one]] for one in merge_rankings(list(places), cosines) if one in places]
    for alike in filter(is_alike, by_words[:_FIRST_FEW][::-1]):
        first = next(at for at, c in enumerate(ranked) if places[c.claim_id] >= places[alike.claim_id])
        ranked.remove(alike)
        ranked.insert(first, alike)
    return ranked
