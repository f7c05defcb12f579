"""The words around a quotation as a person is shown them: whole ones, and an ellipsis where the article goes on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Mapping

_TORN_AT_START = re.compile(r"\A\S*\s+(?=\S)")
_TORN_AT_END = re.compile(r"(?<=\S)\s+\S*\Z")


def surroundings(appearance: Mapping[str, Any]) -> tuple[str, str]:
    """What stands before and behind the quote of an appearance; "" where nothing does or nothing is known of it."""
    before, after = appearance["context_before"] or "", appearance["context_after"] or ""
    start = appearance["span_start"]
    if len(before) >= CONTEXT if start is None else before and start > len(before):
        before = "…" + _TORN_AT_START.sub("", before)
    if len(after) >= CONTEXT:
        after = _TORN_AT_END.sub("", after) + "…"
    return before, after
