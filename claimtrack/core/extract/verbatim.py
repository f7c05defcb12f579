"""Is a proposed row verbatim? What a plug-in proposes must occur in the article, letter by letter, and each of its words in one row."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.spans import Spans


def is_verbatim(article: Article, claim: ExtractedClaim) -> bool:
    """Whether the claim's span contains exactly its text."""
    text = article.text or ""
    return bool(claim.text) and 0 <= claim.start < claim.end and text[claim.start : claim.end] == claim.text


def keep_verbatim(article: Article, claims: Iterable[ExtractedClaim]) -> list[ExtractedClaim]:
    """Keep the claims whose words occur in the article; correct a wrong span if the words occur once."""
    anchored = (_correct_span(article.text or "", claim) for claim in claims)
    return [claim for claim in anchored if claim is not None]


def drop_overlapping(claims: Iterable[ExtractedClaim]) -> list[ExtractedClaim]:
    """The claims in the order of the text; of those that overlap, only the one that was proposed first: a model names some twice."""
    kept: list[ExtractedClaim] = []
    taken = Spans()
    for claim in claims:
        if not taken.overlap(claim.start, claim.end):
            taken.add(claim.start, claim.end)
            kept.append(claim)
    return sorted(kept, key=lambda claim: claim.start)


def _correct_span(text: str, claim: ExtractedClaim) -> ExtractedClaim | None:
    """Return the claim with a correct span; None if its words do not occur, or occur more than once elsewhere."""
    if not clean_line(claim.text):
        return None  # nothing visible would remain
    if claim.start >= 0 and text[claim.start : claim.end] == claim.text:
        return claim
    at = text.find(claim.text)
    if at < 0 or text.find(claim.text, at + 1) >= 0:
        return None
    return replace(claim, start=at, end=at + len(claim.text))
