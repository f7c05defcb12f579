"""Few, clean tags."""

from __future__ import annotations


def tags_of(sentence: str) -> tuple[str, ...]:
    """Tags."""
    return ()
