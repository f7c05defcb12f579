"""The subject of the first verb of a sentence: "Moor" in "Moor left and said S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.apposition import find_apposed_name, find_apposed_subject
from claimtrack.core.extract.attribution.sources.noun_phrases import (
    BEFORE_TIME,
    find_subject_start,
    trim_moment,
)
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import may_be_third_person
from claimtrack.core.extract.words.finding import contains_word, find_word
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import (
    count_adverbial_words,
    has_past_ending,
    is_preverbal,
    may_be_verb,
)

_NOUNS_AFTER_POSSESSIVE = words_of("state answer reply response claim report")
_PERSON_RELATIVES = words_of("who whose")
_ADVERBIAL_OPENERS = words_of("after when while as because although though once if")
_TRADED_ASSETS = words_of(
    "shares stock stocks bonds gilts futures yields prices pound sterling dollar euro yen yuan rupee rouble "
    "ruble bitcoin oil crude gold silver copper wheat"
)
"""What rises and falls after somebody has done or said something."""
_GOVERNING_SUFFIXES = ("-led", "-run", "-held", "-controlled", "-governed")
"""Endings after which "states" is a noun: "Labour-run states"."""
_VERBS = lexicon.FINITE | lexicon.REPORTING_VERBS | lexicon.CLAIM_VERBS | lexicon.REJECTION_VERBS
_VERBS |= {"thought", "felt", "knew", "found", "finds"}


def find_first_subject(tokens: list[Token], end: int) -> TokenRange | None:
    """The subject of the first predicate before `end`; None if there is none."""
    opens_aside = tokens[0].lower in lexicon.PREPOSITIONS if tokens else True
    for i in range(_skip_fronted_adjunct(tokens, end) + 1, end):
        token = tokens[i]
        if token.lower in _PERSON_RELATIVES and tokens[i - 1].text == "," and not opens_aside:
            close = _trim_age(tokens, i - 1)
            begin = find_subject_start(tokens, close)  # "Jane Doe, 44, who runs the club and sings, said"
            if begin < close:
                return begin, close
        is_verb = token.lower in _VERBS or (has_past_ending(token.lower) and "-" not in token.lower)
        if not is_verb or token.is_capital or _is_in_noun_phrase(tokens, i):
            continue
        if subject := _find_subject_of(tokens, i):
            return subject
    return None


def _is_in_noun_phrase(tokens: list[Token], at: int) -> bool:
    """Whether the word before makes a noun or an adjective of a verb: "22 states", "three reasons", "the state office", "a two-hour recorded talk"."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    return (
        before.isdigit()
        or before in lexicon.NOUN_OPENERS
        or before.endswith(lexicon.DURATION_SUFFIXES)
        or (before.endswith(("'s", "s'")) and word in _NOUNS_AFTER_POSSESSIVE)
        or (word == "states" and before.endswith(_GOVERNING_SUFFIXES))
        or (at > 1 and before in lexicon.PLURAL_QUANTIFIERS and word.endswith("s"))
    )


def _find_subject_of(tokens: list[Token], verb: int) -> TokenRange | None:
    """The subject that ends at a verb, without the words between: "Ann Lee" in "Ann Lee on Friday also rejected"; None if there is none."""
    close = trim_moment(tokens, verb, 0)
    if close < verb and (named := find_apposed_subject(tokens, close - 1, 0)):
        return named  # "The mayor, Ann Lee, on Friday rejected it, saying that S"
    begin, end = find_subject_start(tokens, verb), verb
    while end > begin and (is_preverbal(tokens[end - 1]) or tokens[end - 1].lower == "neither"):
        end -= 1
    end -= count_adverbial_words(tokens, end)
    if begin < end and not (end - begin == 1 and tokens[begin].lower in lexicon.RELATIVES):
        # "Jane Doe, a nurse in Vale who left, called it"
        has_relative = contains_word(tokens[begin:end], _PERSON_RELATIVES)
        first = find_apposed_name(tokens, begin, 0) if has_relative else begin
        return first, begin - 1 if first < begin else trim_time(tokens, begin, end)
    return find_apposed_subject(tokens, end - 1, 0) if tokens[end - 1].text == "," else None


def find_first_agent(tokens: list[Token], end: int) -> TokenRange | None:
    """The first subject that can act: Moor in "Moor left and said S", the bank in "The pound fell after the bank cut rates and said S"."""
    first = find_first_subject(tokens, end)
    if not first:
        return None
    begin, stop = first
    head = find_word(tokens, lexicon.PREPOSITIONS, begin + 1, stop, default=stop)
    when = next((i + 1 for i in range(stop, end) if tokens[i].lower in _ADVERBIAL_OPENERS), 0)
    if tokens[head - 1].lower not in _TRADED_ASSETS or not when:
        return first
    second = find_first_subject(tokens[when:end], end - when)
    return (second[0] + when, second[1] + when) if second else None


def find_present_subject(tokens: list[Token], end: int) -> TokenRange | None:
    """The subject of an unlisted verb in the present: "The audit" in "The audit traces the fault to a valve and says S"."""
    for i in range(1, end):
        if not may_be_third_person(tokens, i):
            continue
        if tokens[i - 1].text == "," and (named := find_apposed_subject(tokens, i - 1, 0)):
            return named  # "Moorline, a charity that helps them, supports the plan and says S"
        if tokens[i - 1].is_word and not tokens[i - 1].lower.endswith("s"):
            begin = find_subject_start(tokens, i)
            return (begin, i) if begin < i and is_speaker(tokens[begin:i]) else None
    return None


def _skip_fronted_adjunct(tokens: list[Token], end: int) -> int:
    """The index after a fronted adjunct such as "Standing by the gate," or "After the vote was lost,"; else 0."""
    first = tokens[0].lower if tokens else ""
    if not ((len(first) > 4 and first.endswith(("ing", "ed"))) or first in _ADVERBIAL_OPENERS):
        return 0
    may_have_verb = len(tokens) > 1 and may_be_verb(tokens[1])
    if first not in _ADVERBIAL_OPENERS and may_have_verb:
        return 0  # "Deering disputed it, saying S"
    comma = find_word(tokens, ",", 1, end, default=-1)
    return comma + 1


def _trim_age(tokens: list[Token], comma: int) -> int:
    """The comma before the age in "Jane Doe, 44, who"; else `comma`."""
    is_age = comma > 2 and tokens[comma - 1].lower.isdigit() and tokens[comma - 2].text == ","
    return comma - 2 if is_age else comma


def trim_time(tokens: list[Token], begin: int, end: int) -> int:
    """The end of a subject before a time: "The ministry on Monday night accused", "a report last year found"."""
    if end - 1 > begin and tokens[end - 1].text in {"today", "yesterday", "tonight"}:
        return end - 1  # "The Ministry of Health today said"
    i = end
    while i - 1 > begin and (tokens[i - 1].lower in times.TIME_NOUNS or tokens[i - 1].lower.isdigit()):
        i -= 1
    if i == end or tokens[i].lower.isdigit():
        return end
    while i - 1 > begin and tokens[i - 1].lower in BEFORE_TIME:
        i -= 1
    words = [token.text for token in tokens[begin:i]]
    is_modifier = tokens[i].lower not in times.TIME_MODIFIERS and "by" not in words
    is_modifier = is_modifier and any(word.endswith("ed") for word in words)  # "a report tabled in July"
    is_modifier = is_modifier or tokens[i - 1].lower.endswith("ed")
    return i if tokens[i].lower in BEFORE_TIME and not is_modifier else end
