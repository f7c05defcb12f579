"""The words of the desk as types: what moves between the layers, and nothing else.

Frozen: a value that changes is a new value. Every enum of a column has a lookup table of the same members
in schema/, and a test holds the two together. Spans count Unicode code points of the article's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Status(StrEnum):
    """Where a claim stands on the desk. Never the verdict: that is the rating."""

    PROPOSED = "proposed"
    OPEN = "open"
    CHECKING = "checking"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    PARKED = "parked"
    REJECTED = "rejected"


class Priority(StrEnum):
    """How soon a claim is to be checked."""

    HIGH = "high"
    NORMAL = "normal"
    LOW = "low"


class Kind(StrEnum):
    """How an appearance gives the claim: in quotation, in reported speech, in the outlet's own voice."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    OUTLET = "outlet"


class ClaimantKind(StrEnum):
    """What sort of speaker a claimant is."""

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


class Judgement(StrEnum):
    """What a person decided about a pair of claims."""

    UNJUDGED = "unjudged"
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class Suggestion(StrEnum):
    """What the matcher makes of a pair: it suggests, a person judges."""

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


class Outcome(StrEnum):
    """What came of asking somebody to correct a claim."""

    WAITING = "waiting"
    CORRECTED = "corrected"
    PARTLY = "partly"
    DECLINED = "declined"
    NO_ANSWER = "no_answer"


class ArchiveStatus(StrEnum):
    """How far a page has come on its way into an archive."""

    QUEUED = "queued"
    SAVED = "saved"
    FAILED = "failed"


class TunedPart(StrEnum):
    """What a desk may fit to its own decisions."""

    MATCHING = "matching"
    EXTRACTION = "extraction"


class Role(StrEnum):
    """What a person is on the desk."""

    VIEWER = "viewer"
    REPORTER = "reporter"
    EDITOR = "editor"


class OnDuplicate(StrEnum):
    """What becomes of a claim that the desk holds already.

    SAME: join an exact repeat, file anything else. ATTACH: join whatever the matcher takes for the
    same claim. NEW: file it whatever it repeats. FAIL: raise Duplicate for whatever ATTACH would join.
    """

    SAME = "same"
    ATTACH = "attach"
    NEW = "new"
    FAIL = "fail"


class Framing(StrEnum):
    """What a sentence of a draft does with a claim in it.

    ASSERTED is said by somebody, whoever that is; CALLED_FALSE and ASKED repeat the words and do not make the claim.
    """

    ASSERTED = "asserted"
    CALLED_FALSE = "called_false"
    ASKED = "asked"


class Flag(StrEnum):
    """What a reader should know about an extracted claim before trusting it."""

    GLUED_WORDS = "glued_words"
    NO_QUOTES = "no_quotes"
    UNRESOLVED_PRONOUN = "unresolved_pronoun"
    FUTURE_PLAN = "future_plan"
    NON_ENGLISH = "non_english"
    FRAGMENT = "fragment"
    MIXED_VOICES = "mixed_voices"
    UNSURE_SPEAKER = "unsure_speaker"


FLAG_MEANINGS: Mapping[str, str] = {
    Flag.GLUED_WORDS: "words run together",
    Flag.NO_QUOTES: "a quotation that lost its marks",
    Flag.UNRESOLVED_PRONOUN: "does not stand alone",
    Flag.FUTURE_PLAN: "not checkable yet",
    Flag.NON_ENGLISH: "not in English",
    Flag.FRAGMENT: "hardly a whole statement: a heading, a caption, a menu, a question, a cut sentence",
    Flag.MIXED_VOICES: "may hold who says it, what another says, or what the outlet adds",
    Flag.UNSURE_SPEAKER: "the rules had little to tell by who says it",
}
"""What each flag warns of, in a few words; a plug-in may raise flags of its own."""


@dataclass(frozen=True, slots=True)
class Article:
    """A document that claims are found in, as it was read; its text is never edited afterwards.

    `text` is None when only the address is known. `published_on` is an ISO date.
    """

    text: str | None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published_on: str | None = None
    language: str | None = None


CONTEXT = 200
"""Characters of the article that an extracted claim keeps on either side; fewer where the article begins or ends."""


@dataclass(frozen=True, slots=True)
class ExtractedClaim:
    """A claim found in an article: `article.text[start:end] == text`, always.

    `speaker` is the resolved name ("Antony Blinken"; "outlet" when the article itself asserts it),
    `speaker_as_written` the words of the article ("he"). `score` 0..1 says how worth checking it is,
    `reasons` why, in words a reporter reads ("a percentage", "an opinion: -4"). `kind_certain` is
    False where lost quotation marks leave direct or indirect a guess. `claimed_on` is the ISO date
    the claim was made, where the article tells.
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
    """One side of a comparison: a claim's words and, where known, who said it and when (ISO date).

    `seen_on` is the day of the article that has it, which tells the year where nobody tells the day. What an outlet says
    in its `own_voice` has no claimant here, whoever prints it.
    """

    text: str
    claimant: str | None = None
    claimed_on: str | None = None
    seen_on: str | None = None
    own_voice: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the matcher makes of two statements.

    `score` 0..1 is the calibrated chance that they say the same thing. `reasons` speak for it,
    `differences` against ("differs: 5 million / 50 million", "negated: no evidence").
    """

    score: float
    suggestion: Suggestion
    reasons: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A claim of the desk that a text may repeat: the JSON of `claimtrack match`, field by field.

    `same_as` are the claims judged the same. `rating`, `appearances`, `first_seen` and `last_seen` are those of
    all of them together. `rated_by` is the publisher of the rating where that is not our own desk. `withdrawn` is the rating
    that our desk gave and took back, where no verdict stands.
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
