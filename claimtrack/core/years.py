"""Which year two figures mean."""

LAST_TO_COME = 30
"""Up to which two figures are of this century: "30" is 2030, "31" is 1931."""


def of_two_figures(year: int) -> int:
    """The year that 0 to 99 mean: 25 -> 2025, 85 -> 1985."""
    return year + (2000 if year <= LAST_TO_COME else 1900)
