"""Which claims of the desk one sentence of a draft repeats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.framing import calls_claim_false, ends_in_verdict, framing
from claimtrack.core.desk.joined import asks_about_all, continues_opening
from claimtrack.core.desk.verdicts import is_false
from claimtrack.core.model import Framing, Match, Status, Suggestion
from claimtrack.store import clusters
from claimtrack.workflow.draft_lookups import Lookup, Part, choose_reported, select_repeats
from claimtrack.workflow.matching.matching import describe_hits

if TYPE_CHECKING:
    from claimtrack.workflow.draft_lookups import Hit

    Span = tuple[int, int]

_FOLLOWING = 200
"""How many characters after a sentence may call it false."""


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


class SentenceCheck:
    """Finds what the sentences of one draft repeat."""

    def __init__(self, db: Database, text: str) -> None:
        self._db, self._text = db, text
        self._look_up = Lookup(db, text)
        self._known: dict[tuple[str, str | None], list[Repeat]] = {}  # the same words repeat the same claims

    def __call__(self, sentence: Span, parts: Sequence[Part]) -> list[Repeat]:
        """The repeats in a sentence whose parts are looked up, without their lines."""
        found: list[Repeat] = []
        for whole, similar in _look_up_sentence(self._look_up, sentence, parts).items():
            for part, hits in self._look_up.divide(whole, similar).items():
                span = start, end = part[:2]
                for one in self._reported(part, hits):
                    framed = _frame_half(self._text, sentence, whole[:2], span, one.suggestion)
                    found.append(replace(one, start=start, end=end, framing=framed))
        return found

    def _reported(self, part: Part, hits: list[Hit]) -> list[Repeat]:
        said = self._text[part.start : part.end], part.speaker
        if said not in self._known:
            chosen = [*choose_reported(self._db, self._look_up, part, hits)]
            [matches] = describe_hits(self._db, [chosen])
            verdicts = clusters.verdicts(self._db, [match.claim_id for match in matches])
            self._known[said] = [
                _repeat(self._text, part[:2], match, rated_false=is_false(verdicts.get(match.claim_id)))
                for match in matches
            ]
        return self._known[said]


def _look_up_sentence(look_up: Lookup, sentence: Span, parts: Sequence[Part]) -> dict[Part, list[Hit]]:
    """The claims similar to each part or, where these tell less than the whole sentence does, to that."""
    close = {part: look_up(part) for part in parts}
    # The desk's claim may contain its "the mayor said", or the mayor's name, which the parts do not have.
    if sentence not in [part[:2] for part in parts] and not any(map(select_repeats, close.values())):
        whole = Part(*sentence, next((part.speaker for part in parts if part.speaker), None))
        hits = look_up(whole)
        if select_repeats(hits) or not any(look_up.find_informative(*one) for one in close.items()):
            return {whole: hits}
    return close


def _frame_half(text: str, sentence: Span, whole: Span, half: Span, suggestion: Suggestion) -> Framing:
    """How the sentence frames the claim at `half`, which the part at `whole` may join to another."""
    framed = _framing(text, sentence, half, suggestion)
    if framed is not Framing.ASSERTED or half == whole:
        return framed
    if continues_opening(text, whole[0], half[0]):
        return _framing(text, sentence, whole, Suggestion.RELATED)
    if half[0] == whole[0] and ends_in_verdict(text[slice(*whole)]):
        return Framing.CALLED_FALSE
    if half[0] == whole[0] and asks_about_all(text, *half):
        around = _framing(text, sentence, whole, Suggestion.RELATED)
        return around if around is Framing.ASKED else framed
    return framed


def _framing(text: str, sentence: Span, span: Span, suggestion: Suggestion) -> Framing:
    """How the sentence frames the claim at the span: asserted, called false or asked about."""
    at, end = min(sentence[0], span[0]), max(sentence[1], span[1])
    found = framing(text[at:end], span[0] - at, span[1] - at, text[end : end + _FOLLOWING])
    # A duplicate has the words of the desk's claim, even if these deny something.
    is_said_before = suggestion is not Suggestion.DUPLICATE and calls_claim_false(text[slice(*span)])
    return Framing.CALLED_FALSE if is_said_before else found


def _repeat(text: str, span: Span, match: Match, *, rated_false: bool) -> Repeat:
    start, end = span
    of_match = {field.name: getattr(match, field.name) for field in fields(Match)}
    return Repeat(
        line=None, start=start, end=end, sentence=text[start:end], rated_false=rated_false, **of_match
    )
