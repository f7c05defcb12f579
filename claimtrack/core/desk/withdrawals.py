"""Recognises the notices with which news agencies and outlets withdraw an article."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.model import Article

_HEADER = expression(r"(?i)(?:slug|keywords?|priority|category|date|embargo)\s*:")
"""A line that an agency puts above its text."""
_NOTICE = expression(
    r"[^\w\n]*"
    r"(?:(?:PLEASE|URGENT|ATTENTION|ATTN|MANDATORY|BULLETIN|ADVISORY|NOTICE|EDITORS?|MUST|AND)\b[^\w\n]*){0,4}"
    # "KILL - Rents" and "WITHDRAWN-Rents rise", but neither "KILL-OFF OF BEES" nor "KILL BILL RETURNS".
    r"(?:KILL|WITHDRAW(?:N|AL)?|RETRACT(?:ED|ION))\b\s*(?:[:—–]|--|-(?![A-Z]{2})|[^\w\n]*(?:\n|$))"
    # "Withdrawal: ..." is a headline about troops or drugs.
    r"|(?:Withdrawn|Retracted|Retraction):"
)


def is_withdrawal(article: Article) -> bool:
    """Whether the article was read as withdrawn, or is a notice of withdrawal by its title or first line, such as "KILL: Rents"."""
    lines = (article.title or "", _first_line(article.text or ""))
    return article.is_withdrawn or any(_NOTICE.match(line) for line in lines)


def _first_line(text: str) -> str:
    """The first line that is no header."""
    lines = (line.strip() for line in text[:2_000].splitlines())
    return next((line for line in lines if line and not _HEADER.match(line)), "")
