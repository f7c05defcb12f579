"""What differs between two runs of a script without spaces, such as Chinese."""

from __future__ import annotations

from claimtrack.core.match.words.terms import unspaced


def parts_apart(one: str, other: str) -> tuple[str, str]:
    """Of two runs of a script without spaces, the part in which they differ; other words as they stand."""
    if not (unspaced(one) and unspaced(other)):
        return one, other
    before = _alike(one, other)
    behind = _alike(one[before:][::-1], other[before:][::-1])
    return one[before : len(one) - behind] or one, other[before : len(other) - behind] or other


def in_other_order(one: str, other: str) -> bool:
    """Whether both have the same letters of a script without spaces: another order of words may say the same."""
    return bool(unspaced(one)) and sorted(one) == sorted(other)


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning."""
    return next(
        (at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
