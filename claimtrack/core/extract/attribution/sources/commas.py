"""Commas within a noun phrase: between adjectives, in the name of a department, before "Inc."."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.titles import modify_same_noun
from claimtrack.core.language.legal_forms import is_legal_form

_DEPARTMENTS = words_of(
    "department ministry office bureau committee subcommittee commission agency council union institute school"
)
_BEFORE_REMIT = words_of("of for on")
_WITHIN_NAME = _BEFORE_REMIT | {"and", "the"}
_LONGEST_DEPARTMENT = 10  # tokens
_BEFORE_SUBJECT = lexicon.CLAUSE_JOINERS | times.TIME_ADVERBS | times.TIME_NOUNS


def starts_legal_form(tokens: list[Token], at: int) -> bool:
    """Whether "Inc." or the like occurs here, as after a company's name and a comma."""
    return at < len(tokens) and is_legal_form(tokens[at].text)


def extend_before_comma(tokens: list[Token], start: int, end: int, lowest: int) -> int:
    """The start of a phrase with an inner comma: "a small, family-run firm", "the Department for Food, Transport"; else `start`."""
    if start == end:
        return start
    if tokens[start].is_capital or (tokens[start].lower == "and" and tokens[start + 1].is_capital):
        return _find_department_start(tokens, start, end, lowest)
    article = next((i for i in (start - 3, start - 4) if word_at(tokens, i) in lexicon.NOUN_OPENERS), -1)
    before = tokens[article - 1]
    opens = article == 0 or not before.is_word or before.lower in _BEFORE_SUBJECT
    return article if article >= lowest and opens and separates_adjectives(tokens, start - 1, end) else start


def separates_adjectives(tokens: list[Token], comma: int, end: int) -> bool:
    """Whether the comma separates adjectives of one noun: "a small, family-run firm", but not "The plan, union leader Ann Lee said"."""
    if comma < 2 or lexicon.NOUN_OPENERS.isdisjoint({tokens[comma - 2].lower, word_at(tokens, comma - 3)}):
        return False
    first = [token.text for token in tokens[comma - 2 : comma] if token.lower not in lexicon.NOUN_OPENERS]
    return tokens[comma].text == "," and modify_same_noun(
        first, [token.text for token in tokens[comma + 1 : end]]
    )


def _find_department_start(tokens: list[Token], start: int, end: int, lowest: int) -> int:
    """The start of a department's name that contains a list: "the Department for Environment, Food and Rural Affairs"; else `start`."""
    if all(token.lower != "and" for token in tokens[start:end]):
        return start  # "After a talk at the Department for Food and Farms, Moor said"
    for i in range(start - 2, max(lowest, start - _LONGEST_DEPARTMENT) - 1, -1):
        if tokens[i].lower in _DEPARTMENTS and word_at(tokens, i + 1) in _BEFORE_REMIT:
            return i - (word_at(tokens, i - 1) == "the")
        if not (tokens[i].is_capital or tokens[i].text == "," or tokens[i].lower in _WITHIN_NAME):
            break
    return start
