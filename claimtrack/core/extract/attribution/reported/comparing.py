"""Comparisons added to the content: of numbers, ", up from 12", and of time, ", less than a month before the vote"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_clause, starts_number
from claimtrack.core.extract.words.finding import contains_word, count_words, find_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_finite
from claimtrack.core.extract.words.vocabulary import FRACTIONS

_SHARE_WINDOW = 6  # tokens
_AFTER_UP_OR_DOWN = words_of("from by on about nearly almost more slightly sharply")
_QUANTITY_OPENERS = lexicon.CARDINALS_AND_A | words_of(
    "most some many more less fewer higher lower nearly almost about around roughly over twice"
)
_MULTIPLES = words_of("twice double triple thrice half")
_PARTS = FRACTIONS | {"times", "half"}
_COMPARISON_WORDS = words_of("than higher lower above below of")
_AFTER_OF = words_of("them it these whom which what")
_PLURAL_PERIODS = frozenset(word for word in times.TIME_UNITS if word.endswith("s"))
_LAPSE_QUANTITIES = lexicon.CARDINALS_AND_A | words_of(
    "an few several just less more than nearly almost about barely only"
)
_LAPSE_PREPOSITIONS = words_of("after before ahead")
_LAPSE_WINDOW = 6  # tokens


_RANKS = words_of("most least first worst best last")
_NOT_SUPERLATIVES = words_of(
    "west forest interest request protest arrest guest test rest nest quest harvest contest"
)
_FEWEST_RANKED = 3  # words
_BEFORE_COMPARISON = COMMA_OR_DASH | {":"}
_DATA_NOUNS = words_of("figures data statistics numbers records database tally count estimates")
_MEASURABLE_NOUNS = words_of(
    "rise fall drop gain increase decrease decline jump surge slump dip level figure rate number total sum "
    "share run streak reading result turnout growth price pace margin amount count score"
)
"""Nouns that a superlative may compare."""
_RANK_WINDOW = 8  # tokens


def starts_comparison(tokens: list[Token], at: int) -> bool:
    """Whether a number is compared with the one reported: ", up from 12", ", 76 more than in May", ", twice the rate of May"."""
    first, following = word_at(tokens, at + 1), word_at(tokens, at + 2)
    if word_at(tokens, at) not in _BEFORE_COMPARISON or not following or starts_lapse_adjunct(tokens, at):
        return False
    if first in {"up", "down"}:
        return following in _AFTER_UP_OR_DOWN or starts_number(tokens[at + 2])
    if first == "against":
        return starts_number(tokens[at + 2])
    if first in {"compared", "of", "followed"}:
        return following in {"with", "to", "which", "by"}
    if _starts_multiple(tokens, at):
        return True
    end = min(len(tokens) - 1, at + _SHARE_WINDOW)
    share = find_word(tokens, _COMPARISON_WORDS, at + 2, end)
    compared = word_at(tokens, share) != "of" or word_at(tokens, share + 1) in _AFTER_OF
    opens = starts_number(tokens[at + 1]) or first in _QUANTITY_OPENERS
    return share > 0 and opens and compared and not any(map(is_finite, tokens[at + 1 : share]))


def _starts_multiple(tokens: list[Token], at: int) -> bool:
    """Whether a multiple follows a comma: ", twice the rate of May", ", about a third the number", ", three times as many as", "a third of the total"."""
    at += 1
    while word_at(tokens, at) in lexicon.QUANTITY_MODIFIERS:
        at += 1
    is_counted = word_at(tokens, at) in lexicon.CARDINALS_AND_A and word_at(tokens, at + 1) in _PARTS
    after = word_at(tokens, at + 1 + is_counted)
    return (is_counted or word_at(tokens, at) in _MULTIPLES) and (
        after in lexicon.NOUN_OPENERS or after in {"as", "what"} or (after == "of" and is_counted)
    )


def starts_lapse_clause(tokens: list[Token], at: int) -> bool:
    """Whether the outlet gives the time in a clause: ", hours after two ministers left", ", a day after it shut"."""
    if word_at(tokens, at + 1) in _PLURAL_PERIODS and word_at(tokens, at + 2) in {"after", "before"}:
        return True
    stretch = _find_lapse(tokens, at)
    return stretch > 0 and starts_clause(tokens, stretch + 2)


def starts_lapse_adjunct(tokens: list[Token], at: int) -> bool:
    """Whether the words only give the time of the utterance: ", less than a month before the vote", ", the day after it closed"."""
    is_day = word_at(tokens, at + 1) == "the" and word_at(tokens, at + 2) in times.TIME_UNITS
    return _find_lapse(tokens, at) > 0 or (is_day and word_at(tokens, at + 3) in _LAPSE_PREPOSITIONS)


def _find_lapse(tokens: list[Token], at: int) -> int:
    """The index of "month" in ", less than a month before"; 0 if no such words follow the comma."""
    stretch = find_word(tokens, times.TIME_UNITS, at + 2, min(len(tokens) - 1, at + _LAPSE_WINDOW))
    counts = all(t.lower in _LAPSE_QUANTITIES or t.text[0].isdigit() for t in tokens[at + 1 : stretch])
    follows = word_at(tokens, at) == "," and counts and word_at(tokens, stretch + 1) in _LAPSE_PREPOSITIONS
    return stretch if follows else 0


def starts_ranking(tokens: list[Token], at: int) -> bool:
    """Whether a superlative follows that ranks the number reported: ", the lowest since 1974", ", its third-highest ever"."""
    opens = word_at(tokens, at) in _BEFORE_COMPARISON and word_at(tokens, at + 1) in lexicon.NOUN_OPENERS
    rank = word_at(tokens, at + 2).rpartition("-")[2]
    is_rank = rank in _RANKS or (rank.endswith("est") and rank not in _NOT_SUPERLATIVES)
    return opens and is_rank and count_words(tokens, at, len(tokens)) >= _FEWEST_RANKED


def is_data_ranking(tokens: list[Token], at: int, source: TokenRange) -> bool:
    """Whether a superlative after a cited source ranks the data, not the source ("the oldest member of the board")."""
    if not starts_ranking(tokens, at):
        return False
    is_measured = word_at(tokens, at + 3) in {"since", "on", "ever"} or contains_word(
        tokens[at + 3 : at + _RANK_WINDOW], _MEASURABLE_NOUNS
    )
    return is_measured or contains_word(tokens[slice(*source)], _DATA_NOUNS)
