"""Looks up the parts of a draft among the desk's claims, and chooses which claims to report."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.joined import find_joints
from claimtrack.core.desk.verdicts import is_false
from claimtrack.core.match import EVEN, share_enough_terms
from claimtrack.core.model import Comparison, Statement, Suggestion
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store import claims, clusters
from claimtrack.store.index.candidates import load_candidates
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.precedence import precedences

if TYPE_CHECKING:
    from claimtrack.store.precedence import Precedence

    Hit = tuple[int, Comparison]

_EQUAL = 0.05
"""The most by which the scores of equally good conflicts differ: how rare the changed number itself is makes about so much."""


class Part(NamedTuple):
    """A span of the draft to look up, and the main name of its speaker; None for the outlet."""

    start: int
    end: int
    speaker: str | None = None


class Lookup:
    """Looks up the claims that are similar to a part of the draft, best first."""

    def __init__(self, db: Database, text: str) -> None:
        self._db, self._text = db, text
        self._matcher = DeskMatcher.of(db)
        self._known: dict[tuple[str, str | None], list[Hit]] = {}

    def __call__(self, part: Part) -> list[Hit]:
        """The similar claims, best first."""
        asked = self._text[part.start : part.end], part.speaker
        if asked not in self._known:  # a transcript says "Thank you." a hundred times
            self._known[asked] = self._look_up(*asked)
        return self._known[asked]

    def beyond(self, part: Part, known: Collection[int]) -> list[Hit]:
        """The similar claims other than those in `known`."""
        return self._look_up(self._text[part.start : part.end], part.speaker, known)

    def divide(self, part: Part, hits: list[Hit]) -> dict[Part, list[Hit]]:
        """The part with its hits; or, if it repeats no claim but one of two that it joins does, each of these with its own.

        A part without hits is not divided: a claim that it contained would be similar to it.
        """
        if not hits or select_repeats(hits):
            return {part: hits}
        for halves in self._joined(part):
            close = {half: self(half) for half in halves}
            if any(map(select_repeats, close.values())):
                return {one: found for half in close.items() for one, found in self.divide(*half).items()}
        return {part: hits}

    def _joined(self, part: Part) -> Iterator[tuple[Part, Part]]:
        """Yield the two halves of the part at each word that may join two claims."""
        for end, start in find_joints(self._text, part.start, part.end):
            yield part._replace(end=end), part._replace(start=start)

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
        if not is_conflict and (comparison.suggestion is Suggestion.DUPLICATE or comparison.score < EVEN):
            return False
        # A single word decides the score of two short sentences: not worth reporting in a draft of hundreds.
        sentence = self._text[part.start : part.end]
        wordings = (c.wordings for c in load_candidates(self._db.conn, {claim_id: 0.0}))
        return any(
            share_enough_terms(sentence, one, but_for=is_conflict) for texts in wordings for one in texts
        )


def select_repeats(hits: list[Hit]) -> dict[int, Comparison]:
    """The hits that are repeated with no fact changed, best first."""
    return {one: found for one, found in hits if found.suggestion is Suggestion.DUPLICATE}


def choose_reported(db: Database, look_up: Lookup, part: Part, hits: list[Hit]) -> Iterator[Hit]:
    """Yield the claims to report for a part of the draft: the one that it repeats, else the most informative similar ones.

    These are a conflict, and a claim that is more likely the same than not. If none of them has a verdict, the best one that has is among
    them: a repeated claim, else an informative one. If nothing is repeated, another publisher's verdict does not do for one of ours.
    """
    same = select_repeats(hits)
    # Most sentences of a draft repeat nothing, and need no query.
    alike = claims.same_text_pairs(db.conn, same) if same else ()
    same |= {other: same[one] for one, other in alike if other not in same}
    repeated = _order_repeated(db, same, part.speaker)
    likeliest = next(iter(repeated), None) or look_up.find_informative(part, hits)
    if likeliest is None:
        return
    reported = [likeliest, *look_up.find_equals(part, likeliest[1], hits)]
    # A conflict comes first in a look-up, also before a claim that is all but the same.
    if likeliest[1].suggestion is Suggestion.CONFLICT:
        alike_in_all = [hit for hit in hits if hit[1].suggestion is not Suggestion.CONFLICT]
        reported += filter(None, [look_up.find_informative(part, alike_in_all)])
    yield from reported
    rated = clusters.verdicts(db, [*same, likeliest[0], *(claim_id for claim_id, _ in hits)])
    told = [rated[claim_id] for claim_id, _ in reported if claim_id in rated]
    if told and not same and not any(one["is_desk"] for one in told):
        rated = {claim_id: one for claim_id, one in rated.items() if one["is_desk"]}
    elif told:
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
