"""The desk's vocabulary as types: the values that the layers pass to each other, and nothing else.

All are frozen: a changed value is a new one. Every enum of a column has a lookup table with the same members in schema/;
a test keeps the two together. Spans count Unicode code points of the article's text. Days are ISO dates ("2024-04-22"),
scores run from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How far a claim has come on the desk. It is not the verdict: that is the rating."""

    PROPOSED = "proposed"
    OPEN = "open"
    CHECKING = "checking"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    PARKED = "parked"
    REJECTED = "rejected"


TO_CHECK = (Status.OPEN, Status.CHECKING)
STEPS_OF_A_CHECK = (Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED)
SET_ASIDE = (Status.PARKED, Status.REJECTED)  # never due; a published claim may be, to look again
DONE = (Status.PUBLISHED, *SET_ASIDE)
"""Statuses of a claim on which nobody works."""
IN_HAND = tuple(status for status in Status if status not in (Status.PROPOSED, *DONE))
"""Statuses of a claim that somebody works on, or will."""


class Priority(StrEnum):
    """How urgent a claim is."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Kind(StrEnum):
    """How an article gives the claim: in quotation, in reported speech, or in the outlet's own voice.

    In code that runs for each row, keep the member in a global: in Python 3.11 `Kind.DIRECT` takes forty times as long.
    """

    DIRECT = "direct"
    INDIRECT = "indirect"
    OUTLET = "outlet"


class ClaimantKind(StrEnum):
    """What kind of speaker a claimant is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OUTLET = "outlet"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class NoteStep(StrEnum):
    """Which step wrote a note; a note without one was written by a person, by itself."""

    HOLD = "hold"
    RELEASE = "release"
    SEND_BACK = "send_back"
    JUDGE = "judge"
    REPEAT = "repeat"
    SETTLE = "settle"


class Judgement(StrEnum):
    """What a person decided about a pair of claims."""

    UNJUDGED = "unjudged"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Suggestion(StrEnum):
    """What the matcher suggests about a pair; a person judges."""

    DUPLICATE = "duplicate"
    RELATED = "related"
    CONFLICT = "conflict"


class ReviewStatus(StrEnum):
    """How far a review has come on its way to publication."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """What somebody outside was asked to do about a claim."""

    CORRECTION = "correction"
    COMMENT = "comment"


class Outcome(StrEnum):
    """The outcome of asking somebody to correct a claim or to comment on it."""

    WAITING = "waiting"
    CORRECTED = "corrected"
    PARTLY = "partly"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"
    ANSWERED = "answered"


class ArchiveStatus(StrEnum):
    """Whether a page has been saved in a web archive."""

    QUEUED = "queued"
    SAVED = "saved"
    FAILED = "failed"


class TunedPart(StrEnum):
    """What `tune` can fit to a desk's own decisions."""

    MATCHING = "matching"
    EXTRACTION = "extraction"


class Role(StrEnum):
    """The role of a user, which says what they may do."""

    VIEWER = "viewer"
    REPORTER = "reporter"
    EDITOR = "editor"


class OnDuplicate(StrEnum):
    """What to do with a new claim that the desk may have already.

    SAME: add an exact repeat to the claim it repeats, file anything else. ATTACH: also add what the matcher calls a
    duplicate. NEW: file it, whatever it repeats. FAIL: raise Duplicate where ATTACH would add it to another.
    """

    SAME = "same"
    ATTACH = "attach"
    NEW = "new"
    FAIL = "fail"


class Framing(StrEnum):
    """What a sentence of a draft does with the claim in it.

    ASSERTED: somebody says so, whoever that is. CALLED_FALSE and ASKED: the words are repeated, but nobody makes the claim.
    """

    ASSERTED = "asserted"
    CALLED_FALSE = "called_false"
    ASKED = "asked"


class Flag(StrEnum):
    """Why an extracted claim needs a second look."""

    GLUED_WORDS = "glued_words"
    NO_QUOTES = "no_quotes"
    UNRESOLVED_PRONOUN = "unresolved_pronoun"
    FUTURE_PLAN = "future_plan"
    NON_ENGLISH = "non_english"
    FRAGMENT = "fragment"
    MIXED_VOICES = "mixed_voices"
    UNSURE_SPEAKER = "unsure_speaker"


@dataclass(frozen=True, slots=True)
class Article:
    """A text that claims are found in, as it was read. It is never edited afterwards. One that `is_withdrawn` makes no claims.

    `text` is None if only the address is known. `language` is a code such as "en".
    """

    text: str | None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published_on: str | None = None
    language: str | None = None
    is_withdrawn: bool = False


BODIES = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})  # neither "he" nor "she"
BODIES_AND_OUTLETS = BODIES | {ClaimantKind.OUTLET}
CONTEXT = 200
"""Characters of the article that an extracted claim keeps before and after it; fewer at the article's beginning and end."""


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """A claim found in an article: `article.text[start:end] == text`, always.

    `speaker` is the resolved name ("Antony Blinken"; "outlet" if the article itself asserts it), `speaker_as_written` the
    article's own words ("he", or None). `score` (0 to 1) says how likely it is worth checking, `checkworthy` whether that
    reaches the threshold, and `reasons` why, weightiest first, with their points ("a figure: +13", "an opinion: -8").
    `kind_certain` is False if quotation marks were lost, so that direct or indirect is a guess. `claimed_on` is the day on
    which the claim was made, if the article says so. The contexts are the article's text around the claim.
    """

    text: str
    start: int
    end: int
    speaker: str
    speaker_as_written: str | None
    kind: Kind
    score: float
    checkworthy: bool
    speaker_kind: ClaimantKind = ClaimantKind.UNKNOWN
    kind_certain: bool = True
    reasons: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    context_before: str = ""
    context_after: str = ""
    claimed_on: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One side of a comparison: a claim's words and, if known, who said it and on which day.

    `seen_on` is the day of the article that has it, which gives the year if `claimed_on` is unknown. What an outlet says in
    its `own_voice` has no claimant here, whichever outlet it is.
    """

    text: str
    claimant: str | None = None
    claimed_on: str | None = None
    seen_on: str | None = None
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the matcher says about two statements.

    `score` (0 to 1) says how much they have in common, lowered by what differs; go by `suggestion` for what they are to each other.
    `reasons` speak for the same claim ("same numbers"), `differences` against it ("differs: 5 million / 50 million", "negated: no evidence").
    """

    score: float
    suggestion: Suggestion
    reasons: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A claim on the desk that a text may repeat. Its fields are those of `claimtrack match --format json`.

    `score`, `suggestion`, `reasons` and `differences` are as in `Comparison`. `same_as` are the ids of claims judged the same; `rating`,
    `appearances` (a count), `first_seen` and `last_seen` (days) are those of all together. `rated_by` is the rating's publisher, None for
    our desk; `held_on` since when readers do not get it. `withdrawn` is one that we withdrew, if no other counts. `review_url` is its place.
    """

    claim_id: int
    text: str
    score: float
    suggestion: Suggestion
    reasons: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()
    status: Status = Status.PROPOSED
    rating: str | None = None
    appearances: int = 0
    first_seen: str | None = None
    last_seen: str | None = None
    claimant: str | None = field(default=None, kw_only=True)
    same_as: tuple[int, ...] = field(default=(), kw_only=True)
    rated_by: str | None = field(default=None, kw_only=True)
    withdrawn: str | None = field(default=None, kw_only=True)
    review_url: str | None = field(default=None, kw_only=True)
    held_on: str | None = field(default=None, kw_only=True)
