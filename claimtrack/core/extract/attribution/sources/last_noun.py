"""The last noun of a clause, of which a relative clause tells: "lifted by Jane Doe, the mayor, who said S"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import word_at
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import are_many
from claimtrack.core.extract.words.verbs import is_finite

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Range, Token

_LONGEST_ROLE = 12
_LONGEST_NOUN = 10
_WITHIN = frozenset({"at", "in", "from", "of", "with", "for", "on", "near", "across", "by"})
_WITHIN_NAME = _WITHIN | {"to"}
_BEFORE_PART = _WITHIN_NAME | {"the"}
"""What stands before the last part of a name: "Friends of the Earth"."""
_BODIES = nouns.BODIES | nouns.ORGANISATION


def last_named(tokens: list[Token], comma: int) -> Range | None:
    """The noun of which a relative clause tells: "Jane Doe", with or without what she is behind it."""
    before = next(
        (i for i in range(comma - 1, max(1, comma - _LONGEST_ROLE), -1) if tokens[i].text == ","), 0
    )
    opens_role = tokens[before + 1].lower in lexicon.NOUN_OPENERS or _is_person(tokens[before + 1])
    is_role = before > 0 and tokens[before - 1].is_capital and opens_role
    end = before if is_role else comma
    start = end
    while start > 0 and (tokens[start - 1].is_capital or _joins_names(tokens, start - 1, end)):
        start -= 1
    is_who = word_at(tokens, comma + 1) == "who"
    if start == end:
        start = _noun_start(tokens, end)
        start = _person_start(tokens, start, end) if is_who else start
    elif tokens[start - 1].lower in _BEFORE_PART and not is_given_name(tokens[start].lower):
        start = _whole_start(tokens, start, end, is_who=is_who)
    end = next((i for i in range(start, end) if tokens[i].text == ","), end)
    named = tokens[start:end]
    speaks = bool(named) and (is_who or is_speaker(named))
    return (start, end) if speaks and not any(map(is_finite, named)) else None


def _whole_start(tokens: list[Token], start: int, end: int, *, is_who: bool) -> int:
    """Where the noun begins of which capitals end but the name: "the Office for National Statistics", "the mayor of Vale"; else `start`."""
    lowest, at = max(1, end - _LONGEST_ROLE), start
    while at > lowest:
        within = at - 1 - (tokens[at - 1].lower == "the")
        if within <= lowest or tokens[within].lower not in _WITHIN_NAME:
            break
        # "Jane Doe, from the University of Vale, who"
        before = within - (is_who and tokens[within - 1].text == ",")
        noun = tokens[before - 1]
        if is_who and not (noun.is_capital or _is_person(noun)):
            break  # of whom "who" tells
        if not noun.is_capital:
            return _noun_start(tokens, within) if is_who or noun.lower in nouns.BODIES else start
        at = before - 1
        while at > 0 and tokens[at - 1].is_capital:
            at -= 1
        # of what "which" tells
        start = at if is_who or noun.lower in _BODIES or are_many(noun.lower) else start
    return start


def _noun_start(tokens: list[Token], end: int) -> int:
    """Where the noun with its article begins that ends before `end`; `end` where none is near."""
    window = range(end - 1, max(0, end - _LONGEST_NOUN), -1)
    start = next((i for i in window if _opens_noun(tokens, i)), end)
    return start + (tokens[start].lower in lexicon.PREPOSITIONS if start < end else 0)


def _person_start(tokens: list[Token], start: int, end: int) -> int:
    """In "a clerk at the depot by the gate, who said S", where the clerk begins, for no depot says anything; else the same start."""
    at, lowest = start, max(1, end - _LONGEST_ROLE)
    while at > lowest and not any(map(_is_person, tokens[at:end])):
        before = at - 1
        at = _noun_start(tokens, before) if tokens[before].lower in _WITHIN else lowest
        at = at if at < before else lowest
    return at if at > lowest else start


def _is_person(token: Token) -> bool:
    return token.lower in nouns.PERSONS or token.lower.removesuffix("s") in nouns.PERSONS


def _joins_names(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "and" or "of" stands between two capitals: "Ann Lee and Tom Ashby", "Senator Ann Lee of Vale"."""
    return at + 1 < end and tokens[at].lower in {"and", "of"} and at > 0 and tokens[at - 1].is_capital


def _opens_noun(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    is_owner = word_at(tokens, at - 1) in {"of", "for"} and word_at(tokens, at - 2) not in {"that", "those"}
    opens = word in lexicon.NOUN_OPENERS or word in lexicon.COUNTED or word in lexicon.CARDINALS
    return (word in lexicon.PREPOSITIONS and word != "of") or (opens and not is_owner)
