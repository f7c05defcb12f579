"""Does a range of tokens make a statement, or does it merely lead up to one?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    MIN_CONTENT,
    QUANTITY_SYMBOLS,
    has_predicate,
    starts_adjunct,
    starts_approximation,
)
from claimtrack.core.extract.words.finding import contains_word, count_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.verbs import is_finite, is_preverbal, may_be_verb

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_LONGEST_NAMED = 40  # characters
_HANGING = frozenset({"after", "before", "when", "while", "since"})


def is_statement(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words can stand alone as a statement: a quotation, or a few words with a predicate."""
    if has_quote(tokens, start, end):
        return not _is_adjunct_with_quotation(tokens, start, end)
    if _is_venue(tokens, start, end):
        return False
    if end - start > 2 and tokens[start].lower.endswith("ly") and tokens[start + 1].text == ",":
        start += 2  # "Nationally, about 40,000 vape"
    words, leads = count_words(tokens, start, end), True
    # A name with its apposition always contains a comma.
    runs_on = all(
        t.is_word or t.text in QUANTITY_SYMBOLS or _is_suspended_hyphen(tokens, i)
        for i, t in enumerate(tokens[start : end - 1], start)
    )
    if words > 4 and runs_on and not (leads := starts_adjunct(tokens, start)):
        return True
    if runs_on:  # "In the spring after the pit closed"
        first = start + 1 + (word_at(tokens, start) not in times.TIME_UNITS)  # "Hours before the pit closed"
        end = find_word(tokens, _HANGING, first, end, default=end)
        end = _find_only_verb_relative(tokens, start, end) if leads else end
    return words >= MIN_CONTENT and has_predicate(tokens, start, end)


def is_clause(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words are a statement with a predicate, not just a quotation or a list."""
    return has_predicate(tokens, start, end) and is_statement(tokens, start, end)


def _find_only_verb_relative(tokens: list[Token], start: int, end: int) -> int:
    """Find the start of a relative clause that has the only verb: "Speaking to workers who had not been paid since May"; `end` if there is none."""
    relatives = (i for i in range(start + 2, end) if tokens[i].lower in lexicon.RELATIVES)
    relative = next((i for i in relatives if tokens[i - 1].lower not in lexicon.PREPOSITIONS), end)
    at = next((i for i in range(relative, end) if may_be_verb(tokens[i])), end)
    while at < end and is_preverbal(tokens[at]):
        at += 1
    return end if any(map(is_finite, tokens[at + 1 : end])) else relative


def _is_venue(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words give the venue of a statement, despite a participle: "In a statement issued on Friday", "In a letter, dated May 3"."""
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    is_told_of = len(commas) == 1 and commas[0] + 1 < end and may_be_verb(tokens[commas[0] + 1])
    return (
        word_at(tokens, start) in {"in", "on", "during", "at"}
        and contains_word(tokens[start + 1 : start + 5], nouns.VENUES)
        and not any(map(is_finite, tokens[start:end]))
        and (not commas or is_told_of)
    )


def _is_suspended_hyphen(tokens: list[Token], at: int) -> bool:
    """Whether the token is a suspended hyphen rather than a dash: "low- and middle-income"."""
    return tokens[at].text == "-" and at > 0 and tokens[at - 1].end == tokens[at].start


def _is_adjunct_with_quotation(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a short quotation is part of an adjunct of time, place or manner: 'Despite her "odd manner",'."""
    first = tokens[start].lower
    opens = first in lexicon.PREPOSITIONS or (first.endswith("ing") and tokens[start].is_word)
    if not opens or starts_approximation(tokens, start) or has_predicate(tokens, start, end):
        return False
    quotes = [i for i in range(start + 1, end) if tokens[i].is_quote]
    # In "drafting it "is old"" the quotation contains the verb; after a comma it may be a clause of its own.
    is_gerund = first.endswith("ing")
    return all(
        len(tokens[i].text) <= _LONGEST_NAMED  # characters, including the marks
        and tokens[i - 1].is_word
        and (
            not is_gerund or tokens[i - 1].lower in lexicon.DETERMINERS or tokens[i - 1].lower.endswith("'s")
        )
        for i in quotes
    )
