"""What somebody is, behind a name without the comma that should close it: "Jane Doe, a nurse in Vale said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.sources.noun_phrases import calling_start
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import tells_person

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_NAME_LENGTHS = range(2, 5)
"""Words of a full name."""


def before_open_apposition(tokens: list[Token], begin: int, floor: int) -> int:
    """In "Jane Doe, a nurse in Vale said", which lacks a comma, where "Jane Doe" begins; else the same place."""
    if tokens[begin].lower not in {"a", "an"} or begin < floor + 2 or tokens[begin - 1].text != ",":
        return begin
    name = begin - 1
    while name > floor and tokens[name - 1].is_capital:
        name -= 1
    if begin - 1 - name not in _NAME_LENGTHS:
        return begin
    before = tokens[name - 1]
    is_person = is_given_name(tokens[name].lower) and (
        name == floor or before.text == "," or tells_person(before.lower)
    )
    return calling_start(tokens, name) if is_person or (name > floor and before.is_quote) else begin
