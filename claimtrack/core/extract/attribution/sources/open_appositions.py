"""What somebody is, behind a name without the comma that should close it: "Jane Doe, a nurse in Vale said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.sources.noun_phrases import calling_start
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import tells_person
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

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


def behind_quotation(tokens: list[Token], floor: int, begin: int) -> tuple[int, int]:
    """In ""S," Jane Doe, a manager at Moor Boats, Locks and Ferries, said", of which only the end was taken for whoever speaks, where the rest begins, and where her name does."""
    quote = next((i for i in range(begin - 2, floor - 1, -1) if tokens[i].is_quote), -1)
    named = tokens[quote + 1 : begin - 1]
    if quote < 0 or not named or tokens[begin - 1].text != ",":
        return begin, begin
    is_title = named[0].lower in nouns.TITLES and not named[0].is_capital
    is_named = named[0].is_capital and any(token.text == "," for token in named)
    does = any(is_finite(token) or may_be_past(token) or token.lower in lexicon.CUES for token in named)
    if does or not (is_title or is_named):
        return begin, begin
    return quote + 1, begin if is_title else quote + 1  # "chairman, CEO and president Jane Doe"
