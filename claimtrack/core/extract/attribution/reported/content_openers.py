"""The "that", colon or quotation that opens content after a time or a place: "said on Friday in Vale, Ohio, that S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.programmes import is_programme_title
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import starts_transitive_past
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_finite

_OPENER_WINDOW, CIRCUMSTANCE_WINDOW = 25, 12  # tokens of time and place before "that"; before a comma
DAYS_AND_MONTHS = times.WEEKDAYS | times.MONTHS
_OPENS_ASIDE = lexicon.RELATIVES | lexicon.NOUN_OPENERS | {"one"}
_NOUNS_WITH_THAT = words_of("condition grounds fact hope belief understanding proviso")
"""Nouns with a that-clause of their own, which is not reported content."""
_SUBJECT_OPENERS = lexicon.SUBJECT_PRONOUNS | lexicon.POSSESSIVES | {"the"}
_NOT_IN_SUBJECT = lexicon.PREPOSITIONS | times.TIME_NOUNS


def is_relative_that(tokens: list[Token], at: int) -> bool:
    """Whether "that" modifies the place or occasion: "in a speech that ran for hours", but not "that costs rose"."""
    if word_at(tokens, at) != "that" or at + 1 >= len(tokens):
        return False
    verb = tokens[at + 1]
    is_verb = is_finite(verb) and (not verb.lower.endswith("s") or verb.lower in lexicon.AUXILIARY_VERBS)
    return is_verb or starts_transitive_past(tokens, at + 1)  # "at a rally that angered the council"


def find_content_opener(tokens: list[Token], start: int) -> int | None:
    """The next "that", colon or quotation; None if the content begins before it, or a comma that closes no aside."""
    closed = start
    for i in range(start, min(len(tokens), start + _OPENER_WINDOW)):
        if i < closed:
            continue
        begins = is_finite(tokens[i]) and (tokens[i - 1].lower in lexicon.SUBJECT_PRONOUNS or closed > start)
        if begins and not (i == start + 1 and tokens[start - 1].lower in {"before", "after"}):
            return None  # "on Thursday she had", "in Vale, Harth, rents were": the content has begun
        if tokens[i].is_quote and _is_split_by_quote(tokens, i, start):
            return None
        if tokens[i].is_quote and is_programme_title(tokens, start - 1, i):
            continue  # 'said on "Sunday Report" that'
        if tokens[i].lower == "that" and tokens[i - 1].lower in _NOUNS_WITH_THAT:
            return None  # "agreed to speak on condition that"
        if tokens[i].lower in {"that", ":"} or tokens[i].is_quote:
            # "after the meeting that was held" modifies the meeting.
            return None if word_at(tokens, i + 1) in lexicon.BE or is_relative_that(tokens, i) else i
        if tokens[i].text in {",", ";"}:
            if word_at(tokens, i + 1) == "that" and not contains_word(tokens[:start], ","):
                return i + 1
            closed = _find_aside_end(tokens, i)
            if not closed:
                return None
    return None


def _find_aside_end(tokens: list[Token], comma: int) -> int:
    """The index after an aside in the place: ", Ohio,", ", where she is paid, that"; 0 if no such aside opens."""
    close = find_word(tokens, ",", comma + 2, min(len(tokens) - 1, comma + CIRCUMSTANCE_WINDOW))
    aside = tokens[comma + 1 : close]
    if not aside or (aside[0].lower in lexicon.CLAUSE_OPENERS and aside[0].lower not in lexicon.RELATIVES):
        return 0
    is_name = all(token.is_capital or token.text == "." for token in aside)
    is_modifier = (is_name or aside[0].lower in _OPENS_ASIDE) and word_at(tokens, close + 1) == "that"
    return close + 1 if is_modifier or (is_name and tokens[comma - 1].is_capital) else 0


def _is_split_by_quote(tokens: list[Token], quote: int, start: int) -> bool:
    """Whether the content begins before the quotation, which contains only its predicate: "on Facebook he "couldn't breathe"", "on Friday the firm "had lied""."""
    words = [(i, tokens[i].lower) for i in range(quote - 1, start - 1, -1)]
    venue = next((i for i, word in words if word in nouns.VENUES or word in DAYS_AND_MONTHS), quote)
    begun = tokens[venue + 1 : quote]
    opens = bool(begun) and begun[0].lower in _SUBJECT_OPENERS
    return opens and all(token.is_word and token.lower not in _NOT_IN_SUBJECT for token in begun)
