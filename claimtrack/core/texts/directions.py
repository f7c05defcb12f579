"""Control characters that change the direction of text, which must not reach beyond the words that have them."""

from __future__ import annotations

from claimtrack.core.expressions import expression

CONTROLS = "\u202a-\u202e\u2066-\u2069"
"""Control characters that change the text direction (embeddings, overrides, isolates), and those that end them, for an expression."""
_CONTROLS = expression(f"[{CONTROLS}]")


def close_directions(text: str) -> str:
    """Remove direction controls from a text if they are unbalanced, because they would affect what stands around it."""
    return text if _are_balanced(_CONTROLS.findall(text)) else _CONTROLS.sub("", text)


def _are_balanced(turns: list[str]) -> bool:
    awaited: list[str] = []
    for turn in turns:
        if turn not in "\u202c\u2069":
            awaited.append("\u2069" if turn in "\u2066\u2067\u2068" else "\u202c")
        elif not awaited or awaited.pop() != turn:
            return False
    return not awaited
