"""Where a list of speakers begins and ends: "Qatar, Oman and Egypt said", "said analysts at Citi, Lind and Moor"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.finding import (
    contains_word,
    find_capitals_start,
    find_word,
    skip_capitals,
    word_at,
)
from claimtrack.core.extract.words.titles import may_be_listed

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_OPENERS = lexicon.PREPOSITIONS | lexicon.CLAUSE_CONNECTIVES | times.TIME_ADVERBS | times.MONTHS
_FEWEST_COMMAS, _MOST_LISTED, _LONGEST_ITEM = 2, 6, 4  # tokens of an item
_NOT_IN_ITEM = lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.CONJUNCTIONS


def find_list_start(tokens: list[Token], begin: int, end: int, floor: int) -> int:
    """The start of a list that ends in `begin`: "Qatar" in "Qatar, Oman and Egypt said", "Analysts" in "Analysts at Citi, Lind and Moor"; else `begin`."""
    named = tokens[begin:end]
    # "Qatar, Oman, and Egypt"
    closes = word_at(tokens, begin - 1) == "and" and word_at(tokens, begin - 2) == ","
    if not (closes or contains_word(named, "and")):
        return begin  # as mostly
    # "Doctors, nurses and porters in Vale said"
    last = find_word(tokens, lexicon.NOUN_PREPOSITIONS, begin + 1, end, default=end)
    if not tokens[last - 1].is_capital and (closes or contains_word(tokens[begin:last], "and")):
        return _find_people_start(tokens, begin, last, floor)
    first = begin - 1 if closes and begin - 1 > floor else begin
    if not (contains_word(tokens[first:end], "and") and all(t.is_capital or t.lower == "and" for t in named)):
        return begin
    while first - 1 > floor and tokens[first - 1].text == "," and tokens[first - 2].is_capital:
        start = find_capitals_start(tokens, first - 2, floor)
        if contains_word(tokens[start : first - 1], _OPENERS):
            break  # "On Monday, Qatar and Egypt said"
        first = start
    if closes and sum(token.text == "," for token in tokens[first:begin]) < _FEWEST_COMMAS:
        return begin  # "It lies in Vale, and Egypt said S"
    if first == floor or tokens[first - 1].text == "," or tokens[first - 1].is_quote:
        return first
    if first < begin and _is_after_plural(tokens, first):
        return max(floor, find_subject_start(tokens, first))
    return begin


def _find_people_start(tokens: list[Token], begin: int, end: int, floor: int) -> int:
    """The start of a list of people: "Doctors, nurses and porters said", "The mayor, the sheriff and the coroner said"; else `begin`."""
    if begin > floor and nouns.KIN.issuperset(t.lower for t in tokens[begin:end] if t.lower != "and"):
        return _find_kin_start(tokens, begin, floor)
    starts: list[int] = []
    at = end
    while len(starts) < _MOST_LISTED and (start := _find_item_start(tokens, at, floor)) < at:
        if contains_word(tokens[start:at], _NOT_IN_ITEM):
            return begin  # "He met doctors, nurses and porters"
        before = tokens[start - 1].lower if start > floor else ""
        if before in lexicon.PREPOSITIONS and before not in lexicon.CONJUNCTIONS:
            break  # "In a letter to staff, doctors, nurses and porters"
        starts.append(start)
        if start == floor or tokens[start - 1].text not in {",", "and"}:
            break
        if tokens[start - 1].text == "and" and len(starts) > 1:
            return begin  # "between the army and foreign bodies, officials and colleagues said"
        at = start - 1
        at -= tokens[at].text == "and" and tokens[at - 1].text == ","
    return starts[-1] if len(starts) > _FEWEST_COMMAS else begin


def _find_kin_start(tokens: list[Token], begin: int, floor: int) -> int:
    """The start of a list of relatives, with the name before it: "Ann Lee's mother, sister and nephew said"; else `begin`."""
    while begin - 1 > floor and tokens[begin - 1].text == "," and tokens[begin - 2].lower in nouns.KIN:
        begin = max(floor, find_subject_start(tokens, begin - 1))
    return begin


def _find_item_start(tokens: list[Token], end: int, floor: int) -> int:
    """The start of the list item that ends before `end`; `end` if it is none."""
    start = end
    while start > floor and tokens[start - 1].is_word and tokens[start - 1].lower != "and":
        start -= 1
    start = (
        max(start, find_subject_start(tokens, end)) if start < end else start
    )  # "On Monday doctors, nurses"
    is_item = 0 < end - start <= _LONGEST_ITEM and may_be_listed(tokens[start].lower, tokens[end - 1].lower)
    return start if is_item else end


def find_list_end(tokens: list[Token], start: int, comma: int) -> int:
    """The end of a list that continues at `comma`: "said analysts at Citi, Lind and Moor", "said Ann Lee, Bob Roe and Cy Dun"; else `comma`."""
    if word_at(tokens, comma) != ",":
        return comma
    first = next((i for i in range(start + 1, comma) if tokens[i].is_capital), comma)
    are_full = first == start + 1 and all(token.is_capital for token in tokens[start:comma])
    if first == comma:
        return _find_people_end(tokens, comma)
    if not (are_full or _is_after_plural(tokens, first)):
        return comma
    at = comma
    while word_at(tokens, at) in {",", "and"}:
        begin = at + 1 + (word_at(tokens, at + 1) == "and")
        end = skip_capitals(tokens, begin)
        if end - begin <= are_full:  # "said Ann Lee, Labour and Co-operative MP"
            return comma
        if "and" in {tokens[at].lower, tokens[begin - 1].lower}:
            return end
        at = end
    return comma


def _find_people_end(tokens: list[Token], comma: int) -> int:
    """The end of a list of people: "said doctors, nurses and porters"; else `comma`."""
    at = comma
    while word_at(tokens, at) in {",", "and"} and lexicon.is_plural_head(word_at(tokens, at - 1)):
        last = "and" in {word_at(tokens, at), word_at(tokens, at + 1)}
        begin = at + 1 + (word_at(tokens, at + 1) == "and")
        stops = (i for i in range(begin, len(tokens)) if not tokens[i].is_word or tokens[i].lower == "and")
        at = next(stops, len(tokens))
        if last and at <= begin + _LONGEST_ITEM and _find_item_start(tokens, at, begin) < at:
            return at
    return comma


def _is_after_plural(tokens: list[Token], first: int) -> bool:
    """Whether a plural before the list says whose members speak, or what its items are: "Analysts at Citi, Lind", "The charities Lind, Moor"."""
    noun = first - 1 - (tokens[first - 1].lower in lexicon.AFFILIATION_PREPOSITIONS)
    return noun >= 0 and lexicon.is_plural_head(tokens[noun].lower)
