"""Checks a draft before publication: which of its sentences repeat a claim of the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.desk.framing import calls_claim_false, framing
from claimtrack.core.desk.verdicts import is_false
from claimtrack.core.extract import Options
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.match import share_enough_terms
from claimtrack.core.model import Framing, Kind, Statement, Status, Suggestion
from claimtrack.core.texts.lines import Lines
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store import claimants, claims, clusters, views
from claimtrack.store.index import derived
from claimtrack.store.index.candidates import load_candidates
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.precedence import precedences
from claimtrack.workflow.articles.extracting import BUILT_IN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlite_utils import Database

    from claimtrack.core.model import Article, Comparison
    from claimtrack.store.precedence import Precedence

    Span = tuple[int, int]
    Hit = tuple[int, Comparison]
    SentenceRepeats = tuple[Span, list["Repeat"]]

_EVEN = 0.5
_EQUAL = 0.05
"""The most by which the scores of equally good conflicts differ: how rare the changed number itself is makes about so much."""
_FOLLOWING = 200
"""How many characters after a sentence may call it false."""


class Part(NamedTuple):
    """A span of the draft to look up, and the main name of its speaker; None for the outlet."""

    start: int
    end: int
    speaker: str | None = None


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

    `written` is the file that the draft was read from, if its text differs: line numbers refer to it. A claim that
    somebody else repeats is the same claim. If a sentence repeats several claims, that of the speaker whom the draft names is reported,
    or the rated one. Of several conflicts with about the same score, each that differs in something else is reported. If the nearest claim
    is unrated, the nearest rated one is reported as well, if there is one. Raises NotExtracted.
    """
    return (one for _, repeats in check_sentences(db, draft, written=written) for one in repeats)


def check_sentences(db: Database, draft: Article, *, written: str | None = None) -> Iterator[SentenceRepeats]:
    """Yield each sentence's span and repeats, as `check_draft` does: a caller may stop when it takes too long."""
    text = draft.text or ""
    derived.refuse_damaged_index(db)
    look_up = _Lookup(db, text)
    lines = Lines(text if written is None else written, text)
    known: dict[tuple[str, str | None], list[Repeat]] = {}  # the same words repeat the same claims
    for sentence, parts in _sentences(db, draft, text):
        close = {part: look_up(part) for part in parts}
        # The desk's claim may contain its "the mayor said", or the mayor's name, which the parts do not have.
        if sentence not in [part[:2] for part in parts] and not any(map(_select_repeats, close.values())):
            whole = Part(*sentence, next((part.speaker for part in parts if part.speaker), None))
            hits = look_up(whole)
            if _select_repeats(hits) or not any(look_up.find_informative(*one) for one in close.items()):
                close = {whole: hits}
        found: list[Repeat] = []
        for part, hits in close.items():
            span = start, end = part[:2]
            said = text[start:end], part.speaker
            if said not in known:
                known[said] = [
                    _repeat(db, text, span, *hit) for hit in _choose_reported(db, look_up, part, hits)
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
    """Looks up the claims that are similar to a part of the draft, best first."""

    def __init__(self, db: Database, text: str) -> None:
        self._db, self._text = db, text
        self._matcher = DeskMatcher.of(db)
        self._known: dict[tuple[str, str | None], list[Hit]] = {}

    def __call__(self, part: Part) -> list[Hit]:
        asked = self._text[part.start : part.end], part.speaker
        if asked not in self._known:  # a transcript says "Thank you." a hundred times
            self._known[asked] = self._look_up(*asked)
        return self._known[asked]

    def beyond(self, part: Part, known: Collection[int]) -> list[Hit]:
        """The similar claims other than those in `known`."""
        return self._look_up(self._text[part.start : part.end], part.speaker, known)

    def _look_up(self, said: str, speaker: str | None, exclude: Collection[int] = ()) -> list[Hit]:
        # The speaker orders claims with the same words, but is not compared: anybody's words repeat a claim.
        statement = Statement(unwrap_line(said, self._text))
        found = self._matcher.find(statement, exclude=exclude, speaker=speaker)
        least = self._matcher.thresholds.related
        # A conflict scores low because of what differs, but is what a checker wants to see: the look-up's order is kept.
        return [hit for hit in found if hit[1].suggestion is Suggestion.CONFLICT or hit[1].score >= least]

    def find_informative(self, part: Part, hits: list[Hit]) -> Hit | None:
        """The best unrepeated claim worth reporting: a conflict, or one more likely the same than not; None if there is none."""
        return next((hit for hit in hits if self._is_informative(part, *hit)), None)

    def find_equals(self, part: Part, best: Comparison, hits: list[Hit]) -> Iterator[Hit]:
        """Yield the other conflicts, equally good, that differ in something else: the desk has "12 percent" and "21 percent"."""
        shown = {best.differences}
        for claim_id, found in hits if best.suggestion is Suggestion.CONFLICT else ():
            is_equal = found.suggestion is Suggestion.CONFLICT and abs(found.score - best.score) <= _EQUAL
            if is_equal and found.differences not in shown and self._is_informative(part, claim_id, found):
                shown.add(found.differences)
                yield claim_id, found

    def _is_informative(self, part: Part, claim_id: int, comparison: Comparison) -> bool:
        is_conflict = comparison.suggestion is Suggestion.CONFLICT
        if not is_conflict and (comparison.suggestion is Suggestion.DUPLICATE or comparison.score < _EVEN):
            return False
        # A single word decides the score of two short sentences: not worth reporting in a draft of hundreds.
        sentence = self._text[part.start : part.end]
        wordings = (c.wordings for c in load_candidates(self._db.conn, {claim_id: 0.0}))
        return any(
            share_enough_terms(sentence, one, but_for=is_conflict) for texts in wordings for one in texts
        )


def _select_repeats(hits: list[Hit]) -> dict[int, Comparison]:
    """The hits that are repeated with no fact changed, best first."""
    return {one: found for one, found in hits if found.suggestion is Suggestion.DUPLICATE}


def _choose_reported(db: Database, look_up: _Lookup, part: Part, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the claims to report for a part of the draft: the one that it repeats, else the most informative similar ones.

    If the first has no verdict, the best one that has is among them: a repeated claim, else an informative one.
    """
    same = _select_repeats(hits)
    # Most sentences of a draft repeat nothing, and need no query.
    alike = claims.same_text_pairs(db.conn, same) if same else ()
    same |= {other: same[one] for one, other in alike if other not in same}
    repeated = _order_repeated(db, same, part.speaker)
    likeliest = next(iter(repeated), None) or look_up.find_informative(part, hits)
    if likeliest is None:
        return
    reported = [likeliest, *look_up.find_equals(part, likeliest[1], hits)]
    yield from reported
    rated = clusters.verdicts(db, [*same, likeliest[0], *(claim_id for claim_id, _ in hits)])
    if likeliest[0] in rated:
        return
    other = next((hit for hit in repeated if hit[0] in rated), None)
    # Copies of the claim by many speakers push others out of the look-up.
    if other is None and all(claim_id in same for claim_id, _ in hits):
        hits = look_up.beyond(part, same)
        rated = clusters.verdicts(db, [claim_id for claim_id, _ in hits])
    other = other or look_up.find_informative(part, [hit for hit in hits if hit[0] in rated])
    if other and other not in reported:
        yield other


def _order_repeated(db: Database, same: dict[int, Comparison], speaker: str | None) -> list[Hit]:
    """The repeated claims, the one to report first.

    The same words of two people are two claims until somebody judges them the same. So the claim of the draft's speaker goes before a rated
    one, that before one in the draft's own words, that before one rated false; then the score decides and, last, the `Precedence`.
    """
    if not same:
        return []
    verdicts = clusters.verdicts(db, [*same])
    order = precedences(db.conn, same, speaker)

    def weight(claim_id: int) -> tuple[bool, bool, bool, bool, float, Precedence]:
        score, place = same[claim_id].score, order[claim_id]
        return (
            place.is_by_speaker,
            place.has_verdict,
            score == 1,
            is_false(verdicts.get(claim_id)),
            score,
            place,
        )

    return [(one, same[one]) for one in sorted(order, key=weight, reverse=True)]


def _sentences(db: Database, draft: Article, text: str) -> Iterator[tuple[Span, list[Part]]]:
    """Yield each sentence with the parts to look up: the claims that `ingest` would extract, else the whole sentence."""
    reading = normalise(text)
    extracted = BUILT_IN.run(draft, Options())
    names = claimants.standing_names(db, {one.speaker for one in extracted if one.kind is not Kind.OUTLET})
    claimed = [Part(one.start, one.end, names.get(one.speaker)) for one in extracted]
    at = 0
    for block in paragraphs(reading):
        for start, end in sentences(reading, block):
            parts = []
            while at < len(claimed) and claimed[at].start < end:
                parts.append(claimed[at])
                at += 1
            if parts or end > start:
                yield (start, end), parts or [Part(start, end)]
    for part in claimed[at:]:
        yield part[:2], [part]


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
