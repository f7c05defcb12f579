"""Where the noun phrase begins that ends at a given place, and the break that closes one."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.circumstances import trim_date
from claimtrack.core.extract.attribution.sources.commas import (
    extend_before_comma,
    separates_adjectives,
    starts_legal_form,
)
from claimtrack.core.extract.attribution.sources.openings import STRETCHES, skip_clause_openers
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    CLAUSE_PUNCTUATION,
    COMMA_OR_DASH,
    CURRENCIES,
    DASHES,
    VAGUE_QUANTIFIERS,
    is_predicate,
    starts_approximation,
)
from claimtrack.core.extract.words.finding import contains_word, find_word_back, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import may_be_past

_SUBJECT_WINDOW, _PARENTHESIS_WINDOW = 60, 9  # tokens
_BETWEEN_WINDOW = 4  # tokens from "between" to "and"
_BEFORE_PARTICIPLE = lexicon.BEFORE_NOUN | lexicon.AUXILIARIES | lexicon.COORDINATORS
_NOT_OBJECT = words_of("that this both each")
_BEFORE_AS = words_of("name known identified himself herself only")
_BARRIERS = lexicon.SUBORDINATORS | lexicon.INDIRECT_QUESTION_WORDS
_POSSIBLE_BARRIERS = _BARRIERS | words_of("and to that since until which whom")
BEFORE_TIME = times.TIME_MODIFIERS | {"on", "in"}
MARKS_INSIDE = "'\"&%.-+" + "".join(sorted(CURRENCIES))
_OPENING_BRACKETS = {")": "(", "]": "["}
_COMMA_WINDOW, _LONGEST_NOUN = 40, 7  # tokens


def find_subject_start(tokens: list[Token], end: int) -> int:
    """The start of the noun phrase that ends before `end`; `end` if there is none."""
    lowest = max(0, end - _SUBJECT_WINDOW)
    i = _extend_back(tokens, end, end, lowest)
    if i > lowest and tokens[i - 1].text == ",":
        comma, i = i, extend_before_comma(tokens, i, end, lowest)
        if lowest < i < comma and (
            tokens[i - 1].is_capital or tokens[i - 1].lower in lexicon.NOUN_PREPOSITIONS
        ):
            i = _extend_back(tokens, i, end, lowest)  # "a source from the Department for Food, Transport"
    return skip_clause_openers(tokens, i, end)


def _extend_back(tokens: list[Token], i: int, end: int, lowest: int) -> int:
    """The leftmost index that the subject ending before `end` can reach from `i`."""
    while i > lowest:
        token = tokens[i - 1]
        if token.is_word and token.lower not in _POSSIBLE_BARRIERS:
            i -= 1  # as most words
        elif _is_barrier(tokens, i - 1, end):
            break
        else:
            i = _find_parenthesis_start(tokens, i - 1) if token.text in _OPENING_BRACKETS else i - 1
    return i


def find_opening_bracket(tokens: list[Token], close: int) -> int:
    """The index of the bracket that the token at `close` closes, as in "(D-Mo.)"; 0 if it closes none."""
    opening = _find_parenthesis_start(tokens, close) if word_at(tokens, close) in _OPENING_BRACKETS else close
    return opening if opening < close else 0


def _find_parenthesis_start(tokens: list[Token], close: int) -> int:
    """The index where "(D-Mo.)" or "[D-Mo.]" opens; `close` if it does not open nearby."""
    lowest = max(-1, close - _PARENTHESIS_WINDOW)
    mark = _OPENING_BRACKETS[tokens[close].text]
    return next((i for i in range(close - 1, lowest, -1) if tokens[i].text == mark), close)


def _is_barrier(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the subject cannot reach back over this token."""
    token = tokens[at]
    if token.text in _OPENING_BRACKETS:
        return _find_parenthesis_start(tokens, at) == at
    if token.text == "," and starts_legal_form(tokens, at + 1) and tokens[at - 1].is_capital:
        return False  # "Moor Boats, Inc. said"
    if token.is_quote or token.text in DASHES or not (token.is_word or token.text in MARKS_INSIDE):
        return True
    previous = word_at(tokens, at - 1)
    if token.lower == "and":
        return _joins_clauses(tokens, at, end)
    if token.lower == "as":
        # "a woman who gave her name as Ann", "as many as 40 percent"
        return not (
            previous in _BEFORE_AS or previous in VAGUE_QUANTIFIERS or starts_approximation(tokens, at)
        )
    if token.lower == "to":
        return previous == "according"
    if token.lower == "that":
        return previous in lexicon.CUES
    if token.lower in {"since", "until"} and at + 1 < end:
        # "since the paper revealed"
        return tokens[at + 1].is_capital or tokens[at + 1].lower in lexicon.DETERMINERS
    if token.lower in {"which", "whom"} and previous != "of" and previous in lexicon.PREPOSITIONS:
        return True
    return token.lower in _BARRIERS


def _joins_clauses(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "and" joins clauses ("prices rose and Jones said") rather than subjects ("Smith and Jones said")."""
    near = [token.lower for token in tokens[max(0, at - _BETWEEN_WINDOW) : at]]
    if "between" in near and "and" not in near:
        return False  # "Drivers who use the road between Vale and Orava said"
    name = next((i for i in range(at - 1, -1, -1) if not tokens[i].is_capital), at - 1)
    if (
        0 < name < at - 1 < end - 2
        and tokens[at + 1].is_capital
        and tokens[name].lower in lexicon.CONJUNCTIONS
    ):
        return False  # "It was shut after Smith and Jones warned"
    first = find_word_back(tokens, COMMA_OR_DASH, at - 1, 0)
    quote = next((i for i in range(at - 2, first, -1) if tokens[i].is_quote), first)
    if tokens[at - 1].is_capital and tokens[quote + 1].lower not in lexicon.PREPOSITIONS | times.TIME_WORDS:
        first = quote  # "It "cut jobs," analysts Smith and Jones said": the comma is within the marks
    window = range(max(1, first + 1, at - 8), at)
    return at + 1 >= end or any(
        (is_predicate(tokens, i) and not _is_made_up_of(tokens, i)) or _has_object_after_past(tokens, i)
        for i in window
    )


def _has_object_after_past(tokens: list[Token], at: int) -> bool:
    """Whether a past-tense verb has an object, as no participle has: "vetoed the bill", but not "vetoed by", "shot two days ago"."""
    following = word_at(tokens, at + 1)
    if not may_be_past(tokens[at]) or tokens[at - 1].lower in _BEFORE_PARTICIPLE or following in _NOT_OBJECT:
        return False
    is_lapse = word_at(tokens, at + 2) in STRETCHES
    return (following in lexicon.DETERMINERS or following == "it" or following.isdigit()) and not is_lapse


def _is_made_up_of(tokens: list[Token], at: int) -> bool:
    """Whether the verb only says whom a body consists of: "A panel made up of Smith and Jones"."""
    return tokens[at].lower == "made" and [word_at(tokens, at + 1), word_at(tokens, at + 2)] == ["up", "of"]


def is_unpaired_dash(tokens: list[Token], at: int) -> bool:
    """Whether a dash occurs here that no later dash closes."""
    return tokens[at].text in DASHES and not contains_word(tokens[at + 1 :], DASHES)


def trim_moment(tokens: list[Token], verb: int, floor: int) -> int:
    """The end of the subject before a time: after the second comma in "The mayor, Ann Lee, on Tuesday told a panel"; else `verb`."""
    if (dated := trim_date(tokens, verb, floor)) < verb:
        return dated
    i = verb
    while i > floor and (tokens[i - 1].lower in times.TIME_WORDS or tokens[i - 1].lower.isdigit()):
        i -= 1
    return i if floor < i < verb and tokens[i - 1].text == "," else verb


def find_next_break(tokens: list[Token], start: int) -> int | None:
    """The next comma, dash or semicolon that does not separate adjectives; None if there is none nearby."""
    window = range(start, min(len(tokens), start + _COMMA_WINDOW))
    stops = (i for i in window if tokens[i].text in CLAUSE_PUNCTUATION)
    return next((i for i in stops if not separates_adjectives(tokens, i, i + _LONGEST_NOUN)), None)
