"""What is told of a noun between commas, and so is no statement: "Doe, an engineer at Moor, which owns it,"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.attribution.reported.comparing import compares
from claimtrack.core.extract.attribution.sources.apposition import (
    is_participial,
    looks_nominal,
)
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import has_predicate, opens_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set

_ROLE_OPENERS = lexicon.NOUN_OPENERS | {"who", "whose"}
_FEWEST_COMMAS = 2
_BY_NOW = word_set("now once formerly then also")
_NO_DEED = word_set("retired aged born based")
"""Participles behind a comma that tell who somebody is: "Doe, retired,"."""


def tells_of_noun(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a range is but a noun and what is told of it: "The report, commissioned after a child died,", "A nurse, who left,"."""
    if word_at(tokens, end - 1) != ",":
        return False
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    if len(commas) < _FEWEST_COMMAS or has_predicate(tokens, start, commas[0]):
        return False
    if not looks_nominal(tokens[start : commas[0]]):
        return False
    # "The report, commissioned by the bank,", but "The pool, a gift of the bank, opened in May,"
    begin = commas[1] if is_participial(tokens, commas[0] + 1) else commas[0]
    return all(_is_told_of(tokens, i + 1, close) for i, close in pairwise(commas) if i >= begin)


def _is_told_of(tokens: list[Token], start: int, end: int) -> bool:
    """Whether what stands between two commas tells of a noun: "who left", "when asked", "a firm that owns it", "now retired"."""
    start += tokens[start].lower in _BY_NOW
    first = tokens[start].lower
    if first in {"when", "once"}:
        return tokens[start + 1].lower.endswith(("ed", "ing"))
    if first in _NO_DEED:
        return True
    relative = next((i for i in range(start, end) if tokens[i].lower in lexicon.RELATIVES), end)
    return start < end and not has_predicate(tokens, start, relative)


def past_role(tokens: list[Token], at: int) -> int:
    """In "said Jane Doe, a nurse who left, but B", where ", but" or ", up from 12" stands; the same place where no role is told."""
    if word_at(tokens, at) != "," or word_at(tokens, at + 1) not in _ROLE_OPENERS:
        return at
    ends = (i for i in range(at + 2, len(tokens)) if tokens[i].text == ",")
    return next((i for i in ends if _ends_role(tokens, i)), at)


def _ends_role(tokens: list[Token], comma: int) -> bool:
    joins = word_at(tokens, comma + 1) in lexicon.OPPOSING and opens_clause(tokens, comma + 2)
    return joins or compares(tokens, comma)
