"""Signs that are set in many ways and typed in one."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

TYPED: Mapping[str, str] = MappingProxyType(
    dict.fromkeys("’‘‛`´ʼ′", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
"""Quotation marks and dashes, each with the sign of a typewriter: one for one, so that every place in a text stays where it is."""
