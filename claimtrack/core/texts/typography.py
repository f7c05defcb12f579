"""Which characters have a single equivalent on a typewriter? Each caller decides for itself what a character means in context."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DOUBLE_QUOTES = "“”„‟«»＂「」『』｢｣〝〞〟"
SINGLE_QUOTES = "‘’‚‛`´ʼ"
"""Including apostrophes, and characters typed in their place."""
OPENING_QUOTES = "“„«‟「『｢〝"
"""Double marks that open a quotation in English; other languages close one with some of them."""
CLOSING_QUOTES = "”»」』｣〞〟"

TYPEWRITER_SIGNS: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(SINGLE_QUOTES + "′", "'")
    | dict.fromkeys(DOUBLE_QUOTES + "″", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
)
"""Quotation marks and dashes -> the character on a typewriter: one for one, so that every offset stays valid."""

_TYPEWRITER = bytes({*b"\n", *range(0x20, 0x7F)} - {*b"`"})
"""The characters of a typewriter, which most texts consist of."""


def find_untypeable(text: str) -> set[str]:
    """Return the characters of a text that are not on a typewriter; ten times as fast as the set of all."""
    return set(
        text.encode(errors="surrogatepass").translate(None, _TYPEWRITER).decode(errors="surrogatepass")
    )


def lower_in_place(text: str) -> str:
    """Lower-case a text, keeping every offset: `str.lower` would turn a Turkish capital into two characters."""
    return text.replace("İ", "I").lower()
