"""How is the context of a quotation displayed? Complete words, a mark between paragraphs, an ellipsis where the article continues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from claimtrack.core.expressions import expression
from claimtrack.core.model import CONTEXT

_TORN_AT_START = expression(r"\A\S*\s+(?=\S)")
_TORN_AT_END = expression(r"(?<=\S)\s+\S*\Z")
_BLANK_LINE = expression(r"[^\S\n]*\n\s*\n\s*")
_MARK = " ¶ "
"""Between two paragraphs: on one line, a heading would run into the first sentence."""


def surroundings(appearance: Mapping[str, Any]) -> tuple[str, str]:
    """Return the context before and after the quote of an appearance; "" where there is none or it is unknown."""
    before, after = appearance["context_before"] or "", appearance["context_after"] or ""
    start = appearance["span_start"]
    if len(before) >= CONTEXT if start is None else before and start > len(before):
        before = "…" + _TORN_AT_START.sub("", before)
    if len(after) >= CONTEXT:
        after = _TORN_AT_END.sub("", after) + "…"
    return _mark_paragraphs(_below_heading(before, appearance.get("article"))), _mark_paragraphs(
        after.rstrip("\r\n")
    )


def _mark_paragraphs(words: str) -> str:
    """Replace blank lines by a paragraph mark."""
    return _BLANK_LINE.sub(_MARK, words)


def _below_heading(before: str, called: str | None) -> str:
    """Insert a blank line after the article's name where the context begins with it as the first line."""
    begins = before.lstrip()
    if called and begins.startswith(called) and begins[len(called) :].lstrip(" \t\r").startswith("\n"):
        return f"{called}\n\n{begins[len(called) :].lstrip()}"
    return before.lstrip("\r\n")
