"""A ClaimReview record of a file, before it is read as a review."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

REST_UNREAD = (
    "What follows was not read: repair the file, and import all of it again, which adds nothing twice"
)
Tell = Callable[[str], object]
"""Receives what a person should know about a file besides its records."""


def tell_nobody(message: str) -> None:
    """For programs, which need only the records."""


@dataclass(frozen=True, slots=True)
class Record:
    """One record and its place ("feed.json, record 1, item 12"); without a document, the problem with it."""

    place: str
    document: Mapping[str, Any] | None
    problem: str | None = None

    @property
    def url(self) -> str | None:
        """The record's own address."""
        given = self.document.get("url") if self.document else None
        return given if isinstance(given, str) and given.strip() else None
