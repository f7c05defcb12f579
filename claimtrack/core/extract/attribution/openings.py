"""Quotations behind a comma and whoever says them, whatever opens the sentence: "Speaking in Vale, Moor said, "S"."."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.adjuncts import after_verb
from claimtrack.core.extract.attribution.cues import group_start, is_verb
from claimtrack.core.extract.attribution.nameable import nameable
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.speaking import is_own_voice, may_say
from claimtrack.core.extract.attribution.subjects import subject_before
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    has_predicate,
    has_quote,
    is_finite,
    opens_clause,
    word_at,
)
from claimtrack.core.typography import OPENING_QUOTES

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.subjects import Range
    from claimtrack.core.extract.words.reading import Span, Token

_FEWEST_BEFORE = 3
_LEADING_UP = frozenset({",", ":"})
_MARKS = f"\"'‘`{OPENING_QUOTES}"
_SAYING = {verb for verb in lexicon.SAY | lexicon.STATE if not verb.endswith("ing")}
_LONGEST_BESIDE = 12
"""Words between the verb and the quotation: to whom, when and where it was said."""
_HANGING = lexicon.SUBORDINATORS | lexicon.CONJUNCTIONS
_OPENERS = frozenset({"and", "but", "so", "then", "yet"})
_WHEN = (lexicon.TIMES | lexicon.TIME_OPENERS | lexicon.PREPOSITIONS) - _HANGING
_LONGEST_NO_PARTICIPLE = 4
"""Characters of words such as "king" and "Ted"."""
_SPEAKING_ON = {verb for verb in lexicon.SAY if not verb.endswith("ing")}
_LONGEST_SOURCE = 7
_LAPSED = frozenset({"later", "earlier", "before", "after", "ago", "afterwards", "into"})
_JOINING = frozenset({"and", "but", "while"})
_GOES_ON = lexicon.RELATIVES | lexicon.COORDINATORS


class Announced(NamedTuple):
    """A quotation behind a comma, who says it, and the sentence as if nothing opened it: "Moor said: "S," and left"."""

    said: Attribution
    plainly: list[Token]
    is_last: bool


def is_led_up_to(text: str, quotes: list[Span]) -> bool:
    """Whether a comma or a colon stands before the first quotation: a look that costs little."""
    return bool(quotes) and text[max(0, quotes[0].start - 2) : quotes[0].start].strip()[-1:] in _LEADING_UP


def announced(text: str, tokens: list[Token]) -> Announced | None:
    """Who says the first quotation of a sentence, where what stands before its verb is no part of it.

    A quotation that goes on with what stands before the verb begins in small letters: "When it fell, Moor said, "nobody looked"."
    """
    quote = next((i for i, token in enumerate(tokens) if token.is_quote), 0)
    if quote < _FEWEST_BEFORE or tokens[quote - 1].text not in _LEADING_UP:
        return None
    verb = _verb_before(tokens, quote - 1) if _opens_sentence(text, tokens[quote]) else 0
    group = group_start(tokens, verb, 0) if verb else 0
    if group == 0 or not (is_verb(tokens, verb, group) or _speaks_up(tokens, verb, group)):
        return None
    is_led_up_to = tokens[quote - 1].text == ":" or tokens[verb].lower in lexicon.SAY
    if not is_led_up_to and after_verb(tokens, verb) < quote - 1:
        return None  # "Moor noted the change from its motto, "Build Better""
    source = subject_before(tokens, group, 0)
    head = _head(tokens, source) if source else 0
    if source is None or source[1] < group - 1 or not _may_speak(tokens, verb, (source[0], head)):
        return None
    leads = source[0] == 0 or _only_leads(tokens, source[0])
    is_last = not any(token.is_word or token.is_quote for token in tokens[quote + 1 :])
    if not leads and not (is_last and _is_joined(tokens, source[0])):
        return None
    if any(token.lower in _SPEAKING_ON for token in tokens[quote + 1 : quote + _LONGEST_SOURCE]):
        return None  # "Moor hit back: "S," she wrote, "T""
    return Announced(
        Attribution(verb, source, (quote, quote + 1)),
        _plainly(tokens, (source[0], head), verb, quote),
        is_last,
    )


def _plainly(tokens: list[Token], named: Range, verb: int, quote: int) -> list[Token]:
    """ "Moor said, "S," and left" of "Speaking in Vale, Moor told staff on Monday, "S," and left"; a colon where more is quoted."""
    group = group_start(tokens, verb, 0)
    if named == (0, group):
        return tokens
    mark = tokens[quote - 1]
    if has_quote(tokens, quote + 1, len(tokens)):
        mark = replace(mark, text=":", lower=":")
    return [*tokens[slice(*named)], *tokens[group : verb + 1], mark, *tokens[quote:]]


def _speaks_up(tokens: list[Token], verb: int, group: int) -> bool:
    """Whether "went on to say" stands here."""
    return group < verb - 1 and tokens[verb - 1].lower == "to"


def _is_joined(tokens: list[Token], start: int) -> bool:
    """Whether "and" joins the speaker to a clause of the outlet's: "The court sat in May, and Moor said, ..."."""
    joins = tokens[start - 1].lower in _JOINING and word_at(tokens, start - 2) == ","
    return joins and has_predicate(tokens, 0, start - 2) and tokens[0].lower not in _HANGING


def _opens_sentence(text: str, quote: Token) -> bool:
    return not text[quote.start : quote.end].lstrip(_MARKS)[:1].islower()


def _verb_before(tokens: list[Token], comma: int) -> int:
    """The verb of saying before ", "S"": "told staff in Vale on Monday,"; 0 where another clause stands there."""
    for at in range(comma - 1, max(0, comma - _LONGEST_BESIDE), -1):
        token = tokens[at]
        if token.lower in _SAYING and not token.is_capital:
            return at
        if not token.is_word or is_finite(token) or token.lower in lexicon.CUES or token.lower == "that":
            return 0
    return 0


def _head(tokens: list[Token], source: Range) -> int:
    """Where the name ends that something is told of: "Moor, who was elected in May"."""
    return next((i for i in range(*source) if tokens[i].text in BREAKS), source[1])


def _may_speak(tokens: list[Token], verb: int, source: Range) -> bool:
    """Whether a name or a noun is the subject; no clause."""
    named = tokens[slice(*source)]
    is_clause = any(is_finite(t) or t.lower.endswith("ed") for t in named if not t.is_capital)
    is_clause = is_clause or (
        len(named) > 1 and named[0].lower in lexicon.SUBJECT_PRONOUNS
    )  # "I know few who"
    speaks = bool(named) and nameable(named) and may_say(tokens, verb, source)
    return speaks and not is_clause and not is_own_voice(tokens, source)


def _only_leads(tokens: list[Token], end: int) -> bool:
    """Whether the words before the subject tell but when, where or how: "Asked about it,", "As the crowd cheered,", "Later that day,"."""
    start = int(tokens[0].lower in _OPENERS and end > 1)
    start += word_at(tokens, start) == ","
    if start == end:
        return True
    close = end - 1
    if tokens[close].text != "," or close == start:
        return False
    first = tokens[start].lower
    stop = next((i for i in range(start, close) if tokens[i].text == ","), close)
    hangs = first in _HANGING or _is_participle(tokens, start)
    is_when = first in _WHEN or first.endswith("ly") or _tells_lapse(tokens, start, stop)
    if not hangs and not (is_when and not _does(tokens, start, stop)):
        return False
    return not any(_begins_clause(tokens, i + 1, close) for i in range(stop, close) if tokens[i].text == ",")


def _does(tokens: list[Token], start: int, end: int) -> bool:
    """Whether somebody does something here, in no relative clause: not "At a fair that ran for hours"."""
    end = next((i for i in range(start, end) if tokens[i].lower in lexicon.RELATIVES), end)
    return has_predicate(tokens, start, end)


def _tells_lapse(tokens: list[Token], start: int, end: int) -> bool:
    """Whether "Two hours later" or "A day after the vote" stands here."""
    lapse = next((i for i in range(start, end) if tokens[i].lower in lexicon.STRETCHES), end)
    return word_at(tokens, lapse + 1) in _LAPSED and lapse + 1 < end


def _is_participle(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    return (
        word.endswith(("ing", "ed")) and len(word) > _LONGEST_NO_PARTICIPLE and not is_finite(tokens[at + 1])
    )


def _begins_clause(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a clause of its own begins behind a comma; not "which rose" and "and cheered"."""
    return tokens[at].lower not in _GOES_ON and opens_clause(tokens[:end], at)
