"""Whose words does a fact-check examine? Paragraphs labelled as claims and quoting headings belong to others, not to the outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.page.signatures import (
    claimant_above,
    claimant_below,
    match_name_alone,
    split_bracketed_name,
)
from claimtrack.core.extract.page.verdicts import is_fact_check, skip_rating, starts_with_verdict
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.reading import MARKS, Span, name_pattern, tokenise, trimmed
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_LABEL = expression(
    r"[*_]{0,2}(?:(?:[Tt]he|[Tt]his|[Vv]iral|[Ff]alse|[Oo]nline|[Pp]opular) )?(?:[Cc]laim|CLAIM|[Rr]umou?r|RUMOU?R|[Mm]yth|MYTH)"
    r"(?: (?:#|[Nn]o\. ?)?\d{1,2})?(?: (?:made|checked|online))?(?P<whose> \([^()\n]{1,60}\))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
"""Labels at the start of a paragraph that holds another's claim: "Claim: ...", "Myth 2: ...", "Claim (Lee): ..."."""
_LABEL_ABOVE = expression(
    r"[*_]{0,2}(?:(?:the )?(?:claim|rumou?r|myth)(?: (?:#|no\. ?)?\d{1,2})?|what (?:was|is being) claimed|what (?:they|people|posts) claim)"
    r"[*_]{0,2}:?[*_]{0,2}",
    re.IGNORECASE,
)
"""The same on a line of its own."""
_FINDINGS = expression(
    r"[*_]{0,2}(?:the )?(?:facts?(?: first| check)?|truth|reality(?: check)?)[*_]{0,2}:[*_]{0,2} (?=\S)",
    re.IGNORECASE,
)
"""Labels before the outlet's own findings: "THE FACTS: ..."."""
_PARAPHRASE = "Says "  # PolitiFact's paraphrase of a claim: "Says Lee raised taxes."
_FEWEST_QUOTED, _MOST_CLAIMED = 2, 2  # words of a quoted claim; sentences of a claim
_LONGEST_LEAD = _LONGEST_LABEL = 40  # characters
_FARTHEST_COLON = 120  # characters up to the colon of a label, with its brackets
_STOPS = frozenset(".!?…,;")
_HEADING_LEAD = name_pattern(rf"[A-Z][^\"':\n]{{1,{_LONGEST_LEAD}}}: (?=[\"'])")
"""Words before the quotation in a heading: "Lee on rents: "They fell"."""


class CheckedClaim(NamedTuple):
    """The claim that a fact-check examines: its words without the label, and the claimant where one is given next to it."""

    words: Span
    by: Span | None
    end: int  # the end of the paragraphs that contain both


def find_checked_claim(
    plain: str, hidden: str, paragraph: Span, above: Span | None, following: Span | None
) -> CheckedClaim | None:
    """Find the claim that a paragraph is labelled as, by its own label or by the paragraph `above`; None if it has none.

    `hidden` is the article with its quotations masked.
    """
    stated = claimant_above(hidden, above)
    label = _LABEL.match(plain, *paragraph) if _may_have_label(plain, paragraph) else None
    says = plain.startswith(_PARAPHRASE, *paragraph)
    is_labelled = label or stated or _is_labelled_above(plain, paragraph, above)
    if not (says or is_labelled):
        return None
    below = claimant_below(hidden, following)
    if says and (stated or below) is not None:
        words = Span(paragraph.start + len(_PARAPHRASE), paragraph.end)
    elif is_labelled:
        words = Span(label.end(), paragraph.end) if label else paragraph
    else:
        return None
    words, inside = split_bracketed_name(hidden, words)
    inside = inside or (label and _claimant_in_label(hidden, label))
    return CheckedClaim(
        words, stated or inside or below, following.end if following and below else paragraph.end
    )


def _may_have_label(plain: str, paragraph: Span) -> bool:
    """Whether a colon occurs near the start of the paragraph (a cheap pre-check)."""
    return plain.find(":", paragraph.start, paragraph.start + _FARTHEST_COLON) >= 0


def _is_labelled_above(plain: str, paragraph: Span, above: Span | None) -> bool:
    """Whether the paragraph above is only a label, and this one gives the claim."""
    return (
        above is not None
        and above.end - above.start <= _LONGEST_LABEL
        and _LABEL_ABOVE.fullmatch(plain, *above) is not None
        and not _reports_claim(plain, paragraph)
    )


def _claimant_in_label(hidden: str, label: re.Match[str]) -> Span | None:
    """Find the claimant in the brackets of a label: "Claim (Ann Lee): ..."."""
    if label["whose"]:
        return match_name_alone(hidden, trimmed(hidden, Span(*label.span("whose")), " ()"))
    return None


def _reports_claim(plain: str, paragraph: Span) -> bool:
    """Whether a paragraph reports who claims what in the outlet's words, rather than giving the claim: "Lee said rents fell"."""
    words = plain[slice(*paragraph)]
    return len(sentences(plain, paragraph)) > _MOST_CLAIMED or '"' in words.strip('"')


def skip_finding_label(plain: str, paragraph: Span) -> Span:
    """Return the paragraph without the label of a finding, and without a rating that has no stop: "THE FACTS: ...", "FALSE Four ..."."""
    label = _FINDINGS.match(plain, *paragraph) if _may_have_label(plain, paragraph) else None
    return skip_rating(plain, Span(label.end(), paragraph.end) if label else paragraph)


def attribute_to_claimant(found: list[Draft], by: Span | None) -> None:
    """Attribute the claim that a fact-check examines to its claimant, or to nobody; never to the outlet."""
    for draft in found:
        if draft.source is None:
            draft.kind = Kind.INDIRECT if draft.kind is Kind.OUTLET else draft.kind
            draft.source, draft.is_unsourced = by, by is None


def find_quoting_headings(
    plain: str, blocks: Sequence[Span], furniture: Iterable[int], title: str | None
) -> dict[int, Span]:
    """Find the headings that quote what is checked, with each quotation and its marks.

    A verdict follows, or the article says that it checks something.
    """
    headings = frozenset(furniture)
    quoting = {
        n: Span(start, block.end)
        for n, block in enumerate(blocks)
        if (start := _find_quotation_start(plain, block)) is not None
        and (n in headings or plain[block.end - 2] not in _STOPS)
    }
    if not quoting:
        return {}
    is_check = is_fact_check(plain, title)
    return {
        n: quote
        for n, quote in quoting.items()
        if n + 1 < len(blocks)
        and ((is_check and (n or title)) or starts_with_verdict(plain[slice(*blocks[n + 1])], plainly=True))
        and _is_quoted_statement(plain[quote.start + 1 : quote.end - 1])
    }


def find_repeated_headings(plain: str, blocks: Sequence[Span]) -> frozenset[int]:
    """Find the headings whose quotation opens the paragraph below: that paragraph is the row."""
    return frozenset(
        n
        for n, (block, below) in enumerate(pairwise(blocks))
        if plain[block.end - 2] not in _STOPS
        and plain[below.start] in MARKS
        and (start := _find_quotation_start(plain, block)) is not None
        and plain.startswith(plain[start + 1 : block.end - 1], below.start + 1)
    )


def _find_quotation_start(plain: str, block: Span) -> int | None:
    """Find where the quotation begins that makes up most of a paragraph and ends it; None if there is none."""
    mark = plain[block.end - 1]
    if mark not in MARKS:
        return None  # the usual case
    lead = _HEADING_LEAD.match(plain, *block)
    start = lead.end() if lead else block.start
    return start if plain[start] == mark and block.end - start > 2 else None


def _is_quoted_statement(quoted: str) -> bool:
    """Whether quoted words are long enough for a statement and contain a predicate."""
    words = tokenise(quoted) if '"' not in quoted else []
    return len(words) >= _FEWEST_QUOTED and has_predicate(words, 0, len(words))
