"""Characters that turn the direction of writing, made visible on a page and without effect there."""

from __future__ import annotations

import re

# Embeddings, overrides and isolates with their ends. The text keeps them, and many an Arabic page needs none of them.
_BIDI_CONTROLS = "\u202a-\u202e\u2066-\u2069"
# What takes text alone and no element is left as it is: a form's field is what is sent back.
_MARKUP_OR_CONTROL = re.compile(
    rf"<(textarea|title|option|script|style|svg)\b.*?</\1>|<[^>]*>|[{_BIDI_CONTROLS}]", re.DOTALL
)
_CONTROL = re.compile(f"[{_BIDI_CONTROLS}]")


def show_bidi_controls(html: str) -> str:
    """The page with each such character between its words shown as the command line does, as `\\u202e`.

    It stays in the text, so that what is selected, copied and counted is what is stored; in an isolate of its own it turns nothing.
    """
    return _MARKUP_OR_CONTROL.sub(_mark_control, html) if has_bidi_controls(html) else html


def has_bidi_controls(text: str) -> bool:
    """Whether there is such a character in the text."""
    return _CONTROL.search(text) is not None


def _mark_control(found: re.Match[str]) -> str:
    one = found[0]
    return one if one[0] == "<" else f'<bdi class="ct-turn" data-mark="\\u{ord(one):04x}">{one}</bdi>'
