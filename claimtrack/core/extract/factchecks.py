"""Fact-checks: what is labelled as a claim is somebody's, and quotations with a verdict below are of whoever is checked."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.reading import Span
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimtrack.core.extract.drafts import Draft

_VERDICT = re.compile(
    r"(?:(?:this|that|it|the claim|the statement) (?:is|was|isn't|needs|lacks|checks out|holds up|does not|doesn't)\b"
    r"|(?:mostly|partly|largely|half|not|somewhat|almost|entirely|nearly)[ -](?:true|false|right|so|quite|correct|accurate|wrong)\b"
    r"|(?:true|false|correct|incorrect|wrong|right|misleading|exaggerated|unproven|inaccurate|accurate|unsupported|outdated|verdict"
    r"|our rating|rating|missing context|in fact|actually)\b)",
    re.IGNORECASE,
)
"""How the paragraph begins that judges the one above."""
_LABEL = re.compile(
    r"[*_]{0,2}(?:(?:[Tt]he|[Tt]his|[Vv]iral|[Ff]alse|[Oo]nline|[Pp]opular) )?(?:[Cc]laim|CLAIM|[Rr]umou?r|RUMOU?R|[Mm]yth|MYTH)"
    r"(?: (?:#|[Nn]o\. ?)?\d{1,2})?(?: (?:made|checked|online))?[*_]{0,2}:[*_]{0,2}\s+(?=\S)"
)
"""How a paragraph begins that holds what others claim: "Claim: ...", "Myth 2: ..."."""
_FEWEST_CHECKED = 2
_MARKS = ('"', "'")


def labelled_claim(plain: str, paragraph: Span) -> Span | None:
    """The words of a paragraph that is labelled as what others claim, without the label; None for any other."""
    label = _LABEL.match(plain, *paragraph)
    return Span(label.end(), paragraph.end) if label else None


def name_checked(plain: str, read: Sequence[list[Draft]], names: Iterable[str]) -> None:
    """Give the quotations that are checked to whoever of these full names the article gives first."""
    alone = [(found, following) for found, following in pairwise(read) if _stands_alone(plain, found)]
    if sum(_judges(plain, following) for _, following in alone) < _FEWEST_CHECKED:
        return
    checked = [found for found, _ in alone]
    start = checked[0][0].span.start
    before = [(at, name) for name in names if (at := plain.find(name, 0, start)) >= 0]
    if before:
        at, name = min(before)
        for draft in (draft for found in checked for draft in found):
            draft.source = Span(at, at + len(name))


def _stands_alone(plain: str, found: list[Draft]) -> bool:
    """Whether a paragraph is nothing but quotation, and names nobody."""
    is_quoted = bool(found) and all(
        draft.kind is Kind.DIRECT and draft.source is None and not draft.unsourced for draft in found
    )
    opens = is_quoted and plain.endswith(_MARKS, 0, found[0].span.start)
    return opens and plain.startswith(_MARKS, found[-1].span.end)


def _judges(plain: str, found: list[Draft]) -> bool:
    return bool(found) and _VERDICT.match(plain, found[0].span.start) is not None
