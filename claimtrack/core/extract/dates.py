"""The day something was said, told from the words around it and the article's date; never from today."""

from __future__ import annotations

from claimtrack.core.extract.reading import Span


def said_on(plain: str, span: Span, published_on: str | None) -> str | None:
    """The ISO date."""
    return None
