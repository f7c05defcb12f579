"""What is told of a noun between commas, and so is no statement: "Doe, an engineer at Moor, which owns it,"; or behind one comma alone: "Jane Doe, a nurse in Vale said"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.attribution.reported.comparing import compares
from claimtrack.core.extract.attribution.sources.apposition import is_participial, looks_nominal
from claimtrack.core.extract.attribution.sources.noun_phrases import calling_start
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import has_predicate, opens_clause, word_at
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.titles import tells_person
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_ROLE_OPENERS = lexicon.NOUN_OPENERS | {"who", "whose"}
_FEWEST_COMMAS = 2
_BY_NOW = word_set("now once formerly then also")
_NO_DEED = word_set("retired aged born based")
"""Participles behind a comma that tell who somebody is: "Doe, retired,"."""
_NAME_LENGTHS = range(2, 5)
"""Words of a full name."""


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
