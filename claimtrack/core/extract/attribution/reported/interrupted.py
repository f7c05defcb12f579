"""Sentences that "says X" only interrupts: what was begun before it is not said until it ends behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    CURRENCIES,
    STILL,
    count_words,
    has_predicate,
    has_quote,
    is_roughly,
    is_statement,
    may_be_third_person,
    opens_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_past

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

FRONTED = word_set(
    "if unless when once until had were should while although though because since after before as"
)
COUNTING = frozenset({"many", "much", "few", "little"})
"""Words behind "as" that begin no clause: "As many as 300"."""
_LEADING = lexicon.PREPOSITIONS - {"like", "unlike", "than"}
_LONGEST_BEGUN = 12
_LONGEST_BARE = 6
_NEAR = 4
_DANGLING = frozenset({"and", "but", "or", "that", "because"})
_NO_SUBJECT = lexicon.BEFORE_NOUN | {"and", "or"}
OPENING_ADJUNCTS = lexicon.PREPOSITIONS | times.TIMES | lexicon.CLAUSE_LINKS | times.TIME_OPENERS
TRAILING = lexicon.CONTINUING | {"citing", "quoting", "calling", "describing", "referring", "blaming"}
NO_GOING_ON = TRAILING | lexicon.RELATIVES


def goes_on_behind(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether the words before "says X" are but the beginning of what the words from the break at `rest` on end."""
    if word_at(tokens, rest) not in BREAKS or has_quote(tokens, start, len(tokens)):
        return False
    return is_fronted(tokens, start, end, rest) or completes(tokens, start, end, rest) or dangles(tokens, end)


def is_fronted(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """In "When the boat sank, says Doe, nobody was on deck" and "Since May, says Doe, ...", the main clause follows."""
    opens = start + (tokens[start].lower == "even")
    first = tokens[opens].lower
    if word_at(tokens, rest) != "," or (first not in FRONTED and first not in _LEADING):
        return False
    if (first == "as" and word_at(tokens, opens + 1) in COUNTING) or is_roughly(tokens, opens):
        return False  # "As many as 300", "At least 40"
    is_whole = any(
        token.text == "," for token in tokens[start : end - 1]
    )  # "If it fell, rents rose, says Doe, ..."
    if first not in FRONTED:
        is_whole = is_whole or has_predicate(tokens, start, end)  # "In May rents rose, says Doe, ..."
    begins = opens_clause(tokens, rest + 1) or does_to(tokens, rest + 1)
    begins = begins and not is_finite(tokens[rest + 1])
    return begins and not is_whole and word_at(tokens, rest + 1) not in lexicon.CLAUSE_JOINERS


def does_to(tokens: list[Token], start: int) -> bool:
    """Whether a subject stands here whose deed has an object: "the page promised deletion"; not "a firm owned by"."""
    window = range(start + 1, min(len(tokens) - 1, start + _LONGEST_BARE))
    verb = next((i for i in window if may_be_past(tokens[i]) or not tokens[i].is_word), 0)
    return (
        verb > 0
        and may_be_past(tokens[verb])
        and tokens[start].lower in lexicon.DETERMINERS
        and tokens[verb - 1].lower not in _NO_SUBJECT
        and tokens[verb + 1].is_word
        and tokens[verb + 1].lower not in lexicon.PREPOSITIONS
    )


def completes(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether the figure follows that the words before lack: "Pay fell, says Doe, by 9%", "It cost, he said, $4m"."""
    if any(_is_figure(token) for token in tokens[start:end]) or rest + 1 >= len(tokens):
        return False
    begun, tail = count_words(tokens, start, end), tokens[rest + 1 :]
    if any(token.text in BREAKS or is_finite(token) for token in tail):
        return False
    if _is_figure(tail[0]) or tail[0].lower in lexicon.CARDINALS:
        return begun < _LONGEST_BEGUN
    near = any(map(_is_figure, tail[1:_NEAR]))
    return tail[0].lower in lexicon.PREPOSITIONS and near and begun < _LONGEST_BARE


def dangles(tokens: list[Token], end: int) -> bool:
    """Whether "and" or the like ends the words before "says X": "The bridge is old and, says Doe, could fall"."""
    return word_at(tokens, end - 1 - (word_at(tokens, end - 1) in BREAKS)) in _DANGLING


def _is_figure(token: Token) -> bool:
    return token.text[0].isdigit() or token.text[0] in CURRENCIES


def verb_behind(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the subject before ", said X," has its verb behind it: "costs", "now hold", "often hurt"."""
    i = start
    while i < len(tokens) and (tokens[i].lower in STILL or is_adverb(tokens[i])):
        i += 1
    word = word_at(tokens, i)
    if word in lexicon.FINITE or i == start:
        return word in lexicon.FINITE or (i < len(tokens) and may_be_third_person(tokens, i))
    return (
        word.endswith("s")
        or lexicon.is_plural_head(tokens[at - 2].lower)
        or tokens[at - 2].lower.endswith("s")
    )


def has_helping_verb(tokens: list[Token], at: int) -> bool:
    """In "The governor had, while presenting it, announced a fund", the helping verb stands before the aside."""
    comma = next((i for i in range(at - 2, 0, -1) if tokens[i].text == ","), 0)
    return tokens[at - 1].text == "," and word_at(tokens, comma - 1) in {"had", "has", "have"}


def talks_on(tokens: list[Token], at: int) -> bool:
    """Whether "he went on" stands between commas: there it can only mean that he spoke."""
    end = at + 1 + (word_at(tokens, at + 1) == "on")
    goes = tokens[at].lower in {"went", "goes"}
    if goes and end == at + 2 and count_words(tokens, end, len(tokens)) == 0:
        return True
    return tokens[at].lower in lexicon.GO_ON and word_at(tokens, end) == "," and (not goes or end == at + 2)


def is_interrupted(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether what was begun before "X said" goes on after it: "The study, she said, cost ...", "By then, he said, ...".

    The words on both sides are one claim; a quotation that opens after the comma has a row of its own.
    """
    goes_on = (
        word_at(tokens, rest) == ","
        and word_at(tokens, rest + 1) not in NO_GOING_ON
        and not has_quote(tokens, rest + 1, rest + 2)
    )
    if not goes_on or count_words(tokens, start, end) == 0:
        return False
    return not is_adjunct(tokens, start) or is_statement(tokens, rest + 1, len(tokens))


def is_adjunct(tokens: list[Token], start: int) -> bool:
    """Whether a sentence opens with when, where or how rather than with its subject."""
    first = word_at(tokens, start)
    return (first in OPENING_ADJUNCTS and not is_roughly(tokens, start)) or first.endswith(
        ("ed", "ing", "ly")
    )


def is_finished_by_quote(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """ "What happens next, Doe said, "depends on us"": the quotation finishes what was begun without marks."""
    return (
        not is_adjunct(tokens, start)
        and count_words(tokens, start, end) > 1
        and word_at(tokens, rest) == ","
        and has_quote(tokens, rest + 1, rest + 2)
    )
