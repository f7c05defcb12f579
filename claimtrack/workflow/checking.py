"""Checks a draft before publication: which of its sentences repeat a claim of the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimtrack.core.desk.framing import calls_claim_false, framing
from claimtrack.core.extract import Options
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.match import share_enough_terms
from claimtrack.core.model import Framing, Statement, Status, Suggestion
from claimtrack.core.texts.lines import Lines
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store import claims, clusters, views
from claimtrack.store.index import derived
from claimtrack.store.index.candidates import load_candidates
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.articles.extracting import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from sqlite_utils import Database

    from claimtrack.core.model import Article, Comparison

    Span = tuple[int, int]
    Hit = tuple[int, Comparison]
    SentenceRepeats = tuple[Span, list["Repeat"]]

_EVEN = 0.5
_EQUAL = 0.05
"""The most by which the scores of equally good conflicts differ: how rare the changed number itself is makes about so much."""
_FOLLOWING = 200
"""How many characters after a sentence may call it false."""
# Labels of scales without numbers (other publishers', mostly) that say false in so many words.
_FALSE_NAMES = frozenset({"false", "mostly false", "fake", "incorrect", "pants on fire", "untrue", "wrong"})


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sentence of a draft and the claim that it repeats, or (a conflict) repeats with a fact changed.

    `sentence` spans `start` to `end` (code points) in the text that was read, and begins in line `line` of the draft itself, counted
    from 1; None if it cannot be found there. `rating` is the published verdict on the claim or on one judged the same, `rated_by` its
    publisher if not our own desk, `rated_false` whether it is below the middle of its scale. `appearances` (a count), `first_seen` and
    `last_seen` cover all claims judged the same, whose ids are `same_as`. `framing` says whether the draft asserts the claim, calls it false or asks about
    it. `withdrawn` is the rating that our desk withdrew, if there is no verdict now; `held_on` the day since when readers do
    not get the verdict.
    """

    line: int | None
    start: int
    end: int
    sentence: str
    claim_id: int
    text: str
    score: float
    suggestion: Suggestion
    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    status: Status
    rating: str | None
    rated_false: bool
    appearances: int
    first_seen: str | None
    last_seen: str | None
    same_as: tuple[int, ...] = ()
    framing: Framing = Framing.ASSERTED
    rated_by: str | None = None
    withdrawn: str | None = None
    claimant: str | None = None
    review_url: str | None = None
    held_on: str | None = None

    @property
    def is_false_claim_named(self) -> bool:
        """Whether the sentence contains a claim rated false, with no fact changed, in whatever framing."""
        return self.rated_false and self.suggestion is Suggestion.DUPLICATE

    @property
    def is_false_claim_again(self) -> bool:
        """Whether the sentence asserts a claim rated false again, rather than calling it false or asking about it."""
        return self.is_false_claim_named and self.framing is Framing.ASSERTED


def check_draft(db: Database, draft: Article, *, written: str | None = None) -> Iterator[Repeat]:
    """Yield the sentences that repeat a known claim, in the order of the draft. Reads only.

    `written` is the file that the draft was read from, if its text differs: line numbers refer to it. The speaker does not count: a claim
    that somebody else repeats is the same claim. If a sentence repeats several claims, the rated one is reported. Of several conflicts
    with about the same score, each that differs in something else is reported. If the nearest claim is unrated, the nearest rated one
    is reported as well, if there is one. Raises NotExtracted.
    """
    return (one for _, repeats in check_sentences(db, draft, written=written) for one in repeats)


def check_sentences(db: Database, draft: Article, *, written: str | None = None) -> Iterator[SentenceRepeats]:
    """Yield each sentence's span and repeats, as `check_draft` does: a caller may stop when it takes too long."""
    text = draft.text or ""
    derived.refuse_damaged_index(db)
    look_up = _Lookup(db, text)
    lines = Lines(text if written is None else written, text)
    known: dict[str, list[Repeat]] = {}  # the same words repeat the same claims
    for sentence, parts in _sentences(draft, text):
        close = {part: look_up(part) for part in parts}
        # The desk's claim may contain its "the mayor said", or the mayor's name, which the parts do not have.
        if sentence not in close and not any(map(_select_repeats, close.values())):
            whole = look_up(sentence)
            if _select_repeats(whole) or not any(look_up.find_informative(*one) for one in close.items()):
                close = {sentence: whole}
        found: list[Repeat] = []
        for span, hits in close.items():
            said, (start, end) = text[slice(*span)], span
            if said not in known:
                known[said] = [
                    _repeat(db, text, span, *hit) for hit in _choose_reported(db, look_up, span, hits)
                ]
            for one in known[said]:
                framed = _framing(text, sentence, span, one.suggestion)
                found.append(replace(one, start=start, end=end, line=lines.of(*span), framing=framed))
        yield sentence, found


def _framing(text: str, sentence: Span, span: Span, suggestion: Suggestion) -> Framing:
    """How the sentence frames the claim at the span: asserted, called false or asked about."""
    at, end = min(sentence[0], span[0]), max(sentence[1], span[1])
    found = framing(text[at:end], span[0] - at, span[1] - at, text[end : end + _FOLLOWING])
    # A duplicate has the words of the desk's claim, even if these deny something.
    is_said_before = suggestion is not Suggestion.DUPLICATE and calls_claim_false(text[slice(*span)])
    return Framing.CALLED_FALSE if is_said_before else found


class _Lookup:
    """Looks up the claims that are similar to a span of the draft, best first."""

    def __init__(self, db: Database, text: str) -> None:
        self._db, self._text = db, text
        self._matcher = DeskMatcher.of(db)
        self._known: dict[str, list[Hit]] = {}

    def __call__(self, span: Span) -> list[Hit]:
        sentence = self._text[slice(*span)]
        if sentence not in self._known:  # a transcript says "Thank you." a hundred times
            self._known[sentence] = self._look_up(sentence)
        return self._known[sentence]

    def beyond(self, span: Span, known: Collection[int]) -> list[Hit]:
        """The similar claims other than those in `known`."""
        return self._look_up(self._text[slice(*span)], known)

    def _look_up(self, sentence: str, exclude: Collection[int] = ()) -> list[Hit]:
        found = self._matcher.find(Statement(unwrap_line(sentence, self._text)), exclude=exclude)
        least = self._matcher.thresholds.related
        # A conflict scores low because of what differs, but is what a checker wants to see: the look-up's order is kept.
        return [hit for hit in found if hit[1].suggestion is Suggestion.CONFLICT or hit[1].score >= least]

    def find_informative(self, span: Span, hits: list[Hit]) -> Hit | None:
        """The best unrepeated claim worth reporting: a conflict, or one more likely the same than not; None if there is none."""
        return next((hit for hit in hits if self._is_informative(span, *hit)), None)

    def find_equals(self, span: Span, best: Comparison, hits: list[Hit]) -> Iterator[Hit]:
        """Yield the other conflicts, equally good, that differ in something else: the desk has "12 percent" and "21 percent"."""
        shown = {best.differences}
        for claim_id, found in hits if best.suggestion is Suggestion.CONFLICT else ():
            is_equal = found.suggestion is Suggestion.CONFLICT and abs(found.score - best.score) <= _EQUAL
            if is_equal and found.differences not in shown and self._is_informative(span, claim_id, found):
                shown.add(found.differences)
                yield claim_id, found

    def _is_informative(self, span: Span, claim_id: int, comparison: Comparison) -> bool:
        is_conflict = comparison.suggestion is Suggestion.CONFLICT
        if not is_conflict and (comparison.suggestion is Suggestion.DUPLICATE or comparison.score < _EVEN):
            return False
        # A single word decides the score of two short sentences: not worth reporting in a draft of hundreds.
        sentence = self._text[slice(*span)]
        wordings = (c.wordings for c in load_candidates(self._db.conn, {claim_id: 0.0}))
        return any(
            share_enough_terms(sentence, one, but_for=is_conflict) for texts in wordings for one in texts
        )


def _select_repeats(hits: list[Hit]) -> dict[int, Comparison]:
    """The hits that are repeated with no fact changed, best first."""
    return {one: found for one, found in hits if found.suggestion is Suggestion.DUPLICATE}


def _choose_reported(db: Database, look_up: _Lookup, span: Span, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the claims to report for a span of the draft: the one that it repeats, else the most informative similar ones.

    If the first has no verdict, the best informative claim that has one is among them.
    """
    same = _with_same_words(db, _select_repeats(hits))
    likeliest = _choose_repeated(db, same) or look_up.find_informative(span, hits)
    if likeliest is None:
        return
    reported = [likeliest, *look_up.find_equals(span, likeliest[1], hits)]
    yield from reported
    rated = clusters.verdicts(db, [likeliest[0], *(claim_id for claim_id, _ in hits)])
    if likeliest[0] in rated:
        return
    # Copies of the claim by many speakers push others out of the look-up.
    if all(claim_id in same for claim_id, _ in hits):
        hits = look_up.beyond(span, same)
        rated = clusters.verdicts(db, [claim_id for claim_id, _ in hits])
    other = look_up.find_informative(span, [hit for hit in hits if hit[0] in rated])
    if other and other not in reported:
        yield other


def _with_same_words(db: Database, same: dict[int, Comparison]) -> dict[int, Comparison]:
    """The repeated claims, and others with the same words as one of them."""
    if not same:
        return same  # most sentences of a draft, which need no query
    return same | {other: same[one] for one, other in claims.same_text_pairs(db, same) if other not in same}


def _choose_repeated(db: Database, same: dict[int, Comparison]) -> Hit | None:
    """The repeated claim to report; None if there is none.

    The same words of two people are two claims until somebody judges them the same, and a draft does not say whose it means. So a rated
    claim is preferred, then one in the draft's own words, then one rated false.
    """
    if not same:
        return None
    verdicts = clusters.verdicts(db, [*same])

    def weight(claim_id: int) -> tuple[bool, bool, bool, float]:
        score, verdict = same[claim_id].score, verdicts.get(claim_id)
        return verdict is not None, score == 1, is_false(verdict), score

    best = max(same, key=weight)
    return best, same[best]


def is_false(review: dict[str, Any] | None) -> bool:
    """Whether a review's rating is below the middle of its scale or, without a number, has a name such as "false"."""
    if review is None:
        return False
    value, worst, best = review["rating_value"], review["worst"], review["best"]
    if None in (value, worst, best):
        return review["rating"].casefold() in _FALSE_NAMES
    return bool((value - worst) / (best - worst) < 0.5)


def _sentences(draft: Article, text: str) -> Iterator[tuple[Span, list[Span]]]:
    """Yield each sentence with the spans to look up: the claims that `ingest` would extract, else the whole sentence."""
    reading = normalise(text)
    claimed = [(found.start, found.end) for found in BUILT_IN.run(draft, Options())]
    at = 0
    for block in paragraphs(reading):
        for start, end in sentences(reading, block):
            parts = []
            while at < len(claimed) and claimed[at][0] < end:
                parts.append(claimed[at])
                at += 1
            if parts or end > start:
                yield (start, end), parts or [(start, end)]
    for span in claimed[at:]:
        yield span, [span]


def _repeat(db: Database, text: str, span: Span, claim_id: int, comparison: Comparison) -> Repeat:
    claim = views.claims_by_id(db, [claim_id])[claim_id]
    members = clusters.members(db, claim_id)
    start, end = span
    return Repeat(
        line=None,
        start=start,
        end=end,
        sentence=text[start:end],
        claim_id=claim_id,
        text=claim["text"],
        score=comparison.score,
        suggestion=comparison.suggestion,
        reasons=comparison.reasons,
        differences=comparison.differences,
        status=Status(claim["status"]),
        rating=claim["rating"],
        rated_by=claim["rated_by"],
        rated_false=is_false(clusters.verdicts(db, [claim_id]).get(claim_id)),
        appearances=claim["appearances"],
        first_seen=claim["first_seen"],
        last_seen=claim["last_seen"],
        same_as=tuple(one for one in members if one != claim_id),
        withdrawn=clusters.withdrawn_ratings(db, [claim]).get(claim_id),
        claimant=claim["claimant"],
        review_url=clusters.review_urls(db, [claim]).get(claim_id),
        held_on=claim["held_on"],
    )
