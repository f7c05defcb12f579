"""When and how often a claim was seen, in words."""

from __future__ import annotations


def describe_day(seen_on: str | None, filed_on: str) -> str:
    """The day of an appearance, or that it is unknown."""
    return seen_on or f"unknown day (filed {filed_on})"


def describe_days(first_seen: str | None, last_seen: str | None, undated: int) -> list[str]:
    """The days between which a claim was seen, and how often that was on an unknown day."""
    told = []
    if first_seen:
        told.append(f"on {first_seen}" if first_seen == last_seen else f"{first_seen} to {last_seen}")
    if undated:
        told.append(f"{undated} on an unknown day" if first_seen else "on an unknown day")
    return told


def describe_dropped(dropped: int, times: int, withdrawn: int = 0) -> str:
    """Say that updated articles no longer contain a claim, or were `withdrawn`, out of the `times` it was seen; empty if none was."""
    if not dropped:
        return ""
    if times == 1:
        return "its article was withdrawn" if withdrawn else "no longer in its article"
    return f"no longer in {dropped} of {times} articles{f' ({withdrawn} withdrawn)' if withdrawn else ''}"
