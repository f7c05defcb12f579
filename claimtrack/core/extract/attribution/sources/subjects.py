"""The subject of a verb, as a range of tokens: where the noun phrase of a speaker begins and ends."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.apposition import (
    find_apposed_name,
    find_apposed_subject,
    find_first_of_two,
    looks_like_speaker,
)
from claimtrack.core.extract.attribution.sources.first_subjects import (
    find_first_agent,
    find_first_subject,
    find_present_subject,
    trim_time,
)
from claimtrack.core.extract.attribution.sources.lists import find_list_start
from claimtrack.core.extract.attribution.sources.noun_modifiers import find_open_apposition_start
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start, trim_moment
from claimtrack.core.extract.attribution.sources.places import find_place_before_state
from claimtrack.core.extract.attribution.sources.speaking import contains_verb, is_speaker
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_clause
from claimtrack.core.extract.words.finding import contains_word, find_word_back, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import has_past_ending, is_finite, may_be_past

_HOME_WINDOW = 6  # tokens from the age to the verb: "Jane Doe, 44, from Vale said"
_LONGEST_STATE = 2  # tokens: "New York"
_PLACE_WINDOW = 14  # tokens of a time and a place between "who" and its verb
_VENUE_WINDOW = 3  # tokens from "in a" to "letter"
_REACHING_VERBS = lexicon.SAY | {"to", "find", "finds", "found"}
_FEWEST_PARTED = 3  # tokens of a person with a role, or where they are from
_NAMED_DAYS = words_of("ash black bloody cyber good sheffield shrove super")
"""Words that make a name with a day: "Sheffield Wednesday said", "after Super Tuesday"."""
_RECIPIENTS = words_of("by from to with against")
_BEFORE_NOUN = lexicon.DETERMINERS | {"i", "we"}
_SUBJECT_BARRIERS = lexicon.PREPOSITIONS | lexicon.FINITE


def find_subject_before(tokens: list[Token], verb: int, floor: int) -> TokenRange | None:
    """The subject to the left of the verb, across an apposition or a relative clause if there is one; None if there is none."""
    end = trim_moment(tokens, verb, floor)
    if end > floor and tokens[end - 1].lower == "who":
        end -= 2 if end - 2 >= floor and tokens[end - 2].text == "," else 1
    if end > floor and (tokens[end - 1].text in COMMA_OR_DASH or tokens[end - 1].text == ")"):
        return _find_subject_before_aside(tokens, end, floor)
    if named := _find_name_before_age(tokens, end, floor) or _find_subject_before_who(tokens, end, floor):
        return named
    begin = max(floor, find_subject_start(tokens, end))
    begin += begin == floor and begin < end - 1 and tokens[begin].lower == "and"  # after another's content
    who = next((i for i in (end, end + 1) if word_at(tokens, i) == "who"), 0)
    is_which = word_at(tokens, verb - 1) == "which"
    is_checked = who or is_which or contains_word(tokens[begin:end], "where")
    has_verb = bool(is_checked) and begin < end and contains_verb(tokens[begin:end])
    if is_which and (has_verb or word_at(tokens, verb - 2) in nouns.DOCUMENTS):
        end = verb - 1  # "The council released a memo which showed S": the memo is the subject
        begin = max((i for i in range(begin, end) if tokens[i].lower in lexicon.NOUN_OPENERS), default=begin)
    elif has_verb:  # "The letter cites a hearing where Jane Doe said S"
        begin = next((i + 1 for i in range(end - 1, begin, -1) if tokens[i].lower == "where"), begin)
    if end - begin <= _LONGEST_STATE and find_place_before_state(tokens, begin, floor) < begin:
        return find_apposed_name(tokens, begin, floor), end
    if who and any(_has_person_object(tokens, i) for i in range(begin, end)):
        begin = _find_last_name_start(tokens, begin, end)  # ""No," Doe wrote to Ann Lee, who had said S"
    elif who and (has_verb or any(map(is_finite, tokens[begin:end]))):
        is_cleft = tokens[begin].lower == "it" and tokens[who - 1].text != ","
        if (is_cleft or tokens[begin].lower == "there") and tokens[begin + 1].lower in lexicon.BE:
            return begin + 2, end  # "There are some economists who argue S", "It was Doe who said S"
        if tokens[who - 1].text != ",":
            return None  # "The call came from a tenant who said S"
        begin = _find_antecedent_start(tokens, begin, end)
    elif who and tokens[begin].lower.endswith("ing") and not tokens[begin].is_capital:
        begin = _find_antecedent_start(tokens, begin, end)
    if word_at(tokens, verb - 1) == "who" and end == verb - 2:
        by = find_word_back(tokens, "by", end - 1, begin, default=begin - 1)
        begin = by + 1  # "a figure disputed by Republicans, who say S"
    if begin == end:
        return _find_joined_subject(tokens, end, verb, floor)
    return _extend_subject(tokens, begin, end, floor)


def _find_subject_before_aside(tokens: list[Token], end: int, floor: int) -> TokenRange | None:
    """The subject before a comma, dash or bracket that precedes the verb: "The firm denied it, then said S", "Ann Lee, the mayor, said S"."""
    if tokens[end - 1].text == "," and word_at(tokens, end) == "then":
        return find_first_subject(tokens, end)
    close = end - 1
    named = _find_subject_before_venue(tokens, close, floor) or find_apposed_subject(tokens, close, floor)
    return named or _find_subject_before_stray_comma(tokens, close, floor)


def _find_subject_before_stray_comma(tokens: list[Token], close: int, floor: int) -> TokenRange | None:
    """The person before a comma that parts them from their verb: "Ann Lee from the mill, says S", "Manager Ann Lee, says S"; else None."""
    if not _starts_report(tokens, close + 1):
        return None
    begin = max(floor, find_subject_start(tokens, close))
    named = tokens[begin:close]
    opens = begin == floor or tokens[begin - 1].text == ","
    if len(named) < _FEWEST_PARTED or not opens or named[0].lower.startswith(("who", "which")):
        return None
    is_from = contains_word(named, lexicon.AFFILIATION_PREPOSITIONS)
    is_person = is_from and ((named[0].is_capital and named[1].is_capital) or is_speaker(named))
    is_person = is_person or (named[-1].is_capital and named[-2].is_capital and not is_from)
    return (begin, close) if is_person and not (contains_verb(named) or any(map(is_finite, named))) else None


def _starts_report(tokens: list[Token], at: int) -> bool:
    """Whether a verb and what it reports begin here: "says it is old", "warned that it is old"."""
    if word_at(tokens, at + 1) == "that":
        return word_at(tokens, at) in lexicon.REPORTING_VERBS
    return word_at(tokens, at) in {"says", "said"} and starts_clause(tokens, at + 1)


def _find_joined_subject(tokens: list[Token], end: int, verb: int, floor: int) -> TokenRange | None:
    """The subject that the verb after a conjunction shares with the verb before: "Moor left and said S"; None if no conjunction joins them."""
    if end <= floor or tokens[end - 1].lower not in {"and", "but", "then", "or"}:
        return None
    shared = _find_relative_subject(tokens, verb, floor) or find_first_agent(tokens, end)
    return shared or find_present_subject(tokens, end)


def _extend_subject(tokens: list[Token], begin: int, end: int, floor: int) -> TokenRange | None:
    """The whole subject, with the names listed or apposed before it and without the time after it; None if a verb ends it."""
    is_noun = end - 2 >= begin and tokens[end - 2].lower in _BEFORE_NOUN  # "all the experts I interviewed"
    is_noun = is_noun or _is_field_of_firm(tokens[begin:end])
    if _ends_in_verb(tokens[end - 1]) and not (is_noun or _ends_in_passive(tokens[begin:end])):
        return None
    end -= _ends_in_day(tokens, begin, end - 1)
    first = find_open_apposition_start(tokens, begin, floor)
    first = find_list_start(tokens, begin, end, floor) if first == begin else first
    return find_first_of_two(tokens, first, floor), trim_time(tokens, begin, end)


def _is_field_of_firm(named: list[Token]) -> bool:
    """Whether the last word in -ing is a field of work: "Ann Lee from Acme marketing"."""
    is_gerund = len(named) > _FEWEST_PARTED and named[-1].lower.endswith("ing")
    return is_gerund and named[-2].is_capital and named[-3].lower in lexicon.AFFILIATION_PREPOSITIONS


def _find_subject_before_venue(tokens: list[Token], close: int, floor: int) -> TokenRange | None:
    """The subject before a phrase with the venue: "Republicans" in "Republicans, in a letter to the chairman, Tom Carper, said"; else None."""
    opens = (i for i in range(floor + 1, close - 2) if tokens[i].text == "," and tokens[i + 1].lower == "in")
    comma = next((i for i in opens if tokens[i + 2].lower in lexicon.NOUN_OPENERS), 0)
    is_venue = comma and contains_word(tokens[comma + 3 : comma + 3 + _VENUE_WINDOW], nouns.VENUES)
    begin = max(floor, find_subject_start(tokens, comma)) if is_venue else comma
    has_verb = any(t.is_quote or is_finite(t) or t.lower in lexicon.RELATIVES for t in tokens[comma:close])
    if begin == comma or has_verb or not looks_like_speaker(tokens[begin:comma]):
        return None
    begin = find_first_of_two(tokens, find_apposed_name(tokens, begin, floor), floor)
    return find_list_start(tokens, begin, comma, floor), close


def _find_subject_before_who(tokens: list[Token], verb: int, floor: int) -> TokenRange | None:
    """The subject of a relative clause with time and place: "Jane Doe" in "Jane Doe, who on Friday in a speech to officials said"; else None."""
    lowest = max(floor, verb - _PLACE_WINDOW)
    if not contains_word(tokens[lowest:verb], "who"):
        return None  # as mostly
    window = range(verb - 1, lowest, -1)
    who = next((i for i in window if tokens[i].lower == "who" or tokens[i].text in COMMA_OR_DASH), 0)
    is_who = who and tokens[who].lower == "who" and tokens[who - 1].lower not in lexicon.COORDINATORS
    if not is_who or word_at(tokens, who + 1) not in lexicon.PLACE_TIME_PREPOSITIONS:
        return None
    return None if any(map(is_finite, tokens[who:verb])) else find_subject_before(tokens, who + 1, floor)


def _ends_in_passive(subject: list[Token]) -> bool:
    """Whether a subject ends in a passive: "an official who asked not to be named"."""
    words = [token.lower for token in subject]
    return words[-2:-1] == ["be"] and "who" in words


def _ends_in_day(tokens: list[Token], begin: int, at: int) -> bool:
    """Whether a subject is followed by the day on which it spoke: "Jane Doe Monday accused", "Officials Monday said"."""
    if at <= begin or tokens[at].lower not in times.WEEKDAYS or tokens[at - 1].lower in _NAMED_DAYS:
        return False
    return is_speaker(tokens[at - 1 : at])


def _has_person_object(tokens: list[Token], at: int) -> bool:
    """Whether the action reaches the next person named: "wrote to Ann Lee", "hired an engineer"."""
    word = tokens[at].lower
    return word in _REACHING_VERBS or (has_past_ending(word) and word_at(tokens, at + 1) in {"a", "an"})


def _find_last_name_start(tokens: list[Token], begin: int, end: int) -> int:
    """The start of the name, or the noun with its article, that ends a range; `begin` if there is none."""
    first = next((i + 1 for i in range(end - 1, begin - 1, -1) if not tokens[i].is_capital), begin)
    if first < end:
        return first
    return max((i for i in range(begin, end) if tokens[i].lower in lexicon.NOUN_OPENERS), default=begin)


def _find_antecedent_start(tokens: list[Token], begin: int, end: int) -> int:
    """The start of the noun before a relative clause: "lawmakers" in ", setting up a clash with lawmakers who say S"."""
    bars = (
        i for i in range(end - 2, begin, -1) if tokens[i].lower in _SUBJECT_BARRIERS or may_be_past(tokens[i])
    )
    return next(bars, begin) + 1


def _find_relative_subject(tokens: list[Token], verb: int, floor: int) -> TokenRange | None:
    """The noun before a relative clause: "growers" in "after a complaint by growers, who employ 600 people and say S"; else None."""
    comma = find_word_back(tokens, COMMA_OR_DASH, verb - 1, floor)
    if not comma or word_at(tokens, comma + 1) != "who":
        return None
    begin = max(floor, find_subject_start(tokens, comma))
    bars = (i for i in range(comma - 1, begin, -1) if tokens[i].lower in _RECIPIENTS or is_finite(tokens[i]))
    begin = next(bars, begin - 1) + 1
    return (begin, comma) if begin < comma else None


def _find_name_before_age(tokens: list[Token], end: int, floor: int) -> TokenRange | None:
    """The name in "Jane Doe, 44, from Vale said"; else None."""
    comma = find_word_back(tokens, ",", end - 1, max(floor, end - _HOME_WINDOW))
    is_age = (
        tokens[comma - 2].text == "," and tokens[comma - 1].lower.isdigit() if comma > floor + 2 else False
    )
    if not (is_age and tokens[comma + 1].lower in {"from", "of"} and tokens[comma - 3].is_capital):
        return None
    return max(floor, find_subject_start(tokens, comma - 2)), comma - 2


def _ends_in_verb(last: Token) -> bool:
    """Whether the supposed subject ends in a verb, so that the cue word is a noun: "Doe restricted comments"."""
    if last.is_capital or last.lower in nouns.VENUES or last.lower in nouns.DOCUMENTS:
        return False
    return last.lower in lexicon.FINITE or (last.lower.endswith(("ed", "ing")) and len(last.lower) > 4)
