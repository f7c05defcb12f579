"""Signs that are set in many ways and typed in one. Each reader decides for itself what a sign says where it stands."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DOUBLE_QUOTES = "“”„‟«»＂「」『』｢｣〝〞〟"
SINGLE_QUOTES = "‘’‚‛`´ʼ"
"""With what is an apostrophe, too, or typed in its place."""
OPENING_QUOTES = "“„«‟「『｢〝"
"""The double ones that open a quotation in English; other languages close one with some of them."""
CLOSING_QUOTES = "”»」』｣〞〟"

TYPEWRITER_SIGNS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(SINGLE_QUOTES + "′", "'")
    | dict.fromkeys(DOUBLE_QUOTES + "″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)
"""Quotation marks and dashes, each with the sign of a typewriter: one for one, so that every place in a text stays where it is."""

_TYPEWRITER = bytes({*b"\n", *range(0x20, 0x7F)} - {*b"`"})
"""The signs of one, which most texts hold alone."""


def find_untypeable(text: str) -> set[str]:
    """The characters of a text that no typewriter has; ten times as fast as the set of all."""
    return set(
        text.encode(errors="surrogatepass").translate(None, _TYPEWRITER).decode(errors="surrogatepass")
    )


def lower_in_place(text: str) -> str:
    """The text in lower case, in which every place stays where it is, too: alone a Turkish capital would become two signs."""
    return text.replace("İ", "I").lower()
