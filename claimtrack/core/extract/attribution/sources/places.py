"""Places after a name: "a clerk from Englin, New Jersey, said"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.language import american_states

_STATES = words_of(
    american_states.STATES,
    {short.removesuffix(".").lower() for short in american_states.STATE_ABBREVIATIONS if short.endswith(".")},
    "d.c",
)
"""American states as papers write them after a town: "of Raleigh, N.C., said"."""
_STATE_SECOND_WORDS = words_of(
    "hampshire jersey mexico york carolina dakota virginia island scotia brunswick"
)
_STATE_FIRST_WORDS = words_of("new north south west rhode nova")


def find_place_before_state(tokens: list[Token], begin: int, lowest: int) -> int:
    """The index of the town, or of its resident, before the state at `begin`: "a clerk" in "a clerk from Englin, New Jersey, said"; else `begin`."""
    comma = begin - 1
    if comma <= lowest or tokens[comma].text != "," or not tokens[comma - 1].is_capital:
        return begin
    first, second = tokens[begin].lower.removesuffix("."), word_at(tokens, begin + 1)
    is_state = (first in _STATES and second in {",", "."}) or (
        first in _STATE_FIRST_WORDS and second in _STATE_SECOND_WORDS
    )
    town = max(lowest, find_subject_start(tokens, comma)) if is_state else begin
    is_home = not lexicon.PREPOSITIONS.isdisjoint(t.lower for t in tokens[max(0, town - 1) : comma])
    return town if is_home or town == comma or tokens[begin + 1].text == "." else begin
