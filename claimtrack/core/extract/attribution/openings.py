"""Quotations behind a comma and whoever says them, whatever opens the sentence: "Speaking in Vale, Moor said, "S"."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.adjuncts import after_verb
from claimtrack.core.extract.attribution.cues import group_start, is_verb
from claimtrack.core.extract.attribution.nameable import nameable
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.speaking import is_own_voice, may_say
from claimtrack.core.extract.attribution.subjects import subject_before
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    has_predicate,
    has_quote,
    is_adverb,
    is_finite,
    is_statement,
    opens_clause,
    word_at,
)

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.subjects import Range
    from claimtrack.core.extract.words.reading import Token

_FEWEST_BEFORE = 3
_MARKS = "\"'“‘„«`"
_SAYING = {verb for verb in lexicon.SAY | lexicon.STATE if not verb.endswith("ing")}
_LONGEST_BESIDE = 12
"""Words between the verb and the quotation: to whom, when and where it was said."""
_HANGING = lexicon.SUBORDINATORS | lexicon.CONJUNCTIONS
_OPENERS = frozenset({"and", "but", "so", "then", "yet"})
_WHEN = (lexicon.TIMES | lexicon.TIME_OPENERS | lexicon.PREPOSITIONS) - _HANGING
_LONGEST_NO_PARTICIPLE = 4
"""Characters of words such as "king" and "Ted"."""
_GOES_ON = lexicon.RELATIVES | lexicon.COORDINATORS


def quoted_last(text: str, tokens: list[Token]) -> Attribution | None:
    """Who says the quotation that ends the sentence, where what stands before its verb is no clause of its own.

    A quotation that goes on with what stands before the verb begins in small letters: "When it fell, Moor said, "nobody looked"."
    """
    quote = len(tokens) - 1 - (tokens[-1].text == ".")
    if quote < _FEWEST_BEFORE or not tokens[quote].is_quote or not _opens_sentence(text, tokens[quote]):
        return None
    if tokens[quote - 1].text not in {",", ":"} or has_quote(tokens, 0, quote):
        return None
    verb = _verb_before(tokens, quote - 1)
    group = group_start(tokens, verb, 0) if verb else 0
    if group == 0 or not is_verb(tokens, verb, group):
        return None
    is_led_up_to = tokens[quote - 1].text == ":" or tokens[verb].lower in lexicon.SAY
    if not is_led_up_to and after_verb(tokens, verb) < quote - 1:
        return None  # "Moor noted the change from its motto, "Build Better""
    source = subject_before(tokens, group, 0)
    if source is None or source[1] < group - 1 or not _may_speak(tokens, verb, source):
        return None
    if source[0] > 0 and not _only_leads(tokens, source[0]):
        return None
    return Attribution(verb, source, (quote, quote + 1))


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


def _may_speak(tokens: list[Token], verb: int, source: Range) -> bool:
    """Whether a name, or a noun with what is told of it between commas, is the subject; no clause."""
    start, end = source
    head = next((i for i in range(start, end) if tokens[i].text == ","), end)
    named = tokens[start:head]
    is_clause = any(is_finite(t) or t.lower.endswith("ed") for t in named if not t.is_capital)
    return (
        not is_clause
        and nameable(named)
        and may_say(tokens, verb, (start, head))
        and not is_own_voice(tokens, (start, head))
    )


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
    if not hangs and not (first in _WHEN or is_adverb(tokens[start]) or first.endswith("ly")):
        return False
    if not hangs and (has_predicate(tokens, start, stop) or is_statement(tokens, start, close)):
        return False
    return not any(_begins_clause(tokens, i + 1, close) for i in range(stop, close) if tokens[i].text == ",")


def _is_participle(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    return (
        word.endswith(("ing", "ed")) and len(word) > _LONGEST_NO_PARTICIPLE and not is_finite(tokens[at + 1])
    )


def _begins_clause(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a clause of its own begins behind a comma; not "which rose" and "and cheered"."""
    return tokens[at].lower not in _GOES_ON and opens_clause(tokens[:end], at)
