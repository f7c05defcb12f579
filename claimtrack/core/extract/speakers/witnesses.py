"""Who answers in the record of a court or an inquiry: whoever was sworn last."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_SWORN = name_pattern(
    r"^[ ]{0,40}(?P<name>[A-Z][\w.'-]*(?: (?:of )?[A-Z][\w.'-]*){1,6})"
    r"(?: \((?:re-?)?(?:sworn|affirmed|called|recalled|continued|resumed)\)"
    r"|,\s{1,40}(?:(?:a witness|having been|being|was|who was|called|recalled|the witness|the deponent)\b[^\n:]{0,120}(?:\n[^\n:]{0,80})?\b(?:sworn|affirmed|witness|testified)\b))",
    re.MULTILINE,
)
"""How a record brings a witness in: "ADA MOOR (sworn)", "ADA MOOR, called as a witness, having been duly sworn"."""


def sworn(cast: Cast, at: int) -> Speaker | None:
    """Who was sworn last before this place; None where nobody was."""
    found = _witnesses(cast.text)
    number = bisect_left(found, (at, ""))
    if not number:
        return None
    name = " ".join(without_titles(found[number - 1][1].split()))
    if name.isupper():
        name = name.title()
    surname = name.partition(" Of ")[0].rpartition(" ")[2].lower()
    speaker = Speaker(cast.full_names.get(surname) or name, ClaimantKind.PERSON, surname)
    cast.remember(speaker)
    return speaker


@lru_cache(maxsize=1)  # a transcript asks for each of its turns
def _witnesses(text: str) -> list[tuple[int, str]]:
    return [(found.start(), found["name"]) for found in _SWORN.finditer(text)]
