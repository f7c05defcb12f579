"""Make bidirectional control characters visible on a page, and keep them from reordering it."""

from __future__ import annotations

import re

from claimtrack.core.texts.directions import CONTROLS

# Elements that hold only text are left unchanged: the value of a form field is sent back.
_MARKUP_OR_CONTROL = re.compile(
    rf"<(textarea|title|option|script|style|svg)\b.*?</\1>|<[^>]*>|[{CONTROLS}]", re.DOTALL
)
_CONTROL = re.compile(f"[{CONTROLS}]")


def show_bidi_controls(html: str) -> str:
    """Show each control character between words of the page as the command line does, as `\\u202e`.

    The character stays in the text, so that selected and copied text is what is stored; its own isolate keeps it from
    reordering anything.
    """
    return _MARKUP_OR_CONTROL.sub(_mark_control, html) if has_bidi_controls(html) else html


def has_bidi_controls(text: str) -> bool:
    """Whether the text contains such a character."""
    return _CONTROL.search(text) is not None


def _mark_control(found: re.Match[str]) -> str:
    one = found[0]
    return one if one[0] == "<" else f'<bdi class="ct-turn" data-mark="\\u{ord(one):04x}">{one}</bdi>'
