"""What a check of two statements finds, where it also tells how sure it is of it."""

from __future__ import annotations

from typing import NamedTuple


class Difference(NamedTuple):
    """What differs, as a person reads it, and whether it surely does where the rest stands word for word."""

    told: str
    sure: bool
