"""Numbers that open the posts of a thread and the items of minutes and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re

    from claimtrack.core.extract.words.reading import Span

_COUNT = expression(r"\(?(?P<number>\d{1,2})/(?:(?:\d{1,2}|[nx])\)?:? +(?![a-z])|\)?:? +)(?=[\w\"'$£€¥₹])")
"""The number of a post in a thread: "2/ And nobody knew", "2/7 And nobody knew", but not "2/3 of them knew"."""
_SECTION = expression(r"(?P<above>\d{1,2}(?:\.\d{1,2})?)\.(?P<number>\d{1,2})\.? +(?=[A-Z\"'])")
_LETTER = expression(r"(?P<opens>\(?)(?P<letter>[a-z])\) +(?=[A-Z\"'])")
LONE_NUMBER = expression(
    r"(?P<number>\d{1,3}) +(?=(?:An?|Cllr|He|In|It|Mrs?|Ms|On|She|The|There|They|This|We)\b)"
)
"""The number of an item without a stop, before a word that no number counts: "14 The Mayor said", but not "14 Members left"."""
_NEARBY = 5_000  # characters


def match_number(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match the number of a post or an item: "2/7 ", "2.1 ", "(b) "."""
    return (
        _match_thread_number(plain, paragraph)
        or _match_section_number(plain, paragraph)
        or _match_letter(plain, paragraph)
        or _match_lone_number(plain, paragraph)
    )


def _match_thread_number(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match the number of a post where the previous one of the thread (or, for the first, the next) occurs, too; "1/2 cup" is none."""
    count = _COUNT.match(plain, *paragraph)
    if count is None:
        return None
    neighbour = max(2, int(count["number"]) - 1) if count["number"] != "2" else 1
    return count if _opens_line(plain, paragraph.start, f"{neighbour}/", f"({neighbour}/") else None


def _match_section_number(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match the number of an item where a line begins with the previous one or, for the first, its section; "2.5 GW" is none."""
    item = _SECTION.match(plain, *paragraph)
    if item is None:
        return None
    above, number = item["above"], int(item["number"])
    others = (f"{above}.{number - 1}",) if number > 1 else (f"{above}. ", f"{above} ", f"{above}.2")
    return item if _opens_line(plain, paragraph.start, *others) else None


def _match_letter(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match the letter of an item where a line begins with the previous one (or, for the first, the next); "(c) Moor Pictures" is none."""
    item = _LETTER.match(plain, *paragraph)
    if item is None:
        return None
    letter = item["letter"]
    others = {"a": ("b",), "i": ("h", "ii")}.get(letter, (chr(ord(letter) - 1),))
    return (
        item
        if _opens_line(plain, paragraph.start, *(f"{item['opens']}{other}) " for other in others))
        else None
    )


def _match_lone_number(plain: str, paragraph: Span) -> re.Match[str] | None:
    """Match the number of an item where a line begins with the previous or the next one."""
    item = LONE_NUMBER.match(plain, *paragraph)
    if item is None:
        return None
    number = int(item["number"])
    return item if _opens_line(plain, paragraph.start, f"{number - 1} ", f"{number + 1} ") else None


def _opens_line(plain: str, at: int, *others: str) -> bool:
    """Whether one of the numbers begins a line nearby; looking through all of a long text for each item would take minutes."""
    begin, end = max(0, at - _NEARBY), at + _NEARBY
    return plain.startswith(others) or any(plain.find(f"\n{one}", begin, end) >= 0 for one in others)
