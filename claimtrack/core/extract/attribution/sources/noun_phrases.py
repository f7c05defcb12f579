"""Where the noun phrase begins that ends at a given place, and the break that closes one."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.circumstances import trim_date
from claimtrack.core.extract.attribution.sources.commas import (
    extend_before_comma,
    separates_adjectives,
    starts_legal_form,
)
from claimtrack.core.extract.speakers.topics.openers import is_sentence_opener
from claimtrack.core.extract.words import lexicon, nouns, times
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
_LAPSE_WINDOW, _SHORTEST_HEADLINE, _BETWEEN_WINDOW = 5, 3, 4  # tokens; the last from "between" to "and"
_LAPSES = words_of("later earlier ago before after")
_BEFORE_PARTICIPLE = lexicon.BEFORE_NOUN | lexicon.AUXILIARIES | lexicon.COORDINATORS
_NOT_OBJECT = words_of("that this both each")
_STRETCHES = times.TIME_UNITS | {"moment", "moments"}
_POINTS_IN_TIME = words_of("point stage times noon midnight dawn")
"""Nouns that give a time without its name: "At one point Doe said"."""
_BEFORE_AS = words_of("name known identified himself herself only")
_BEFORE_COMPLEMENT = words_of("familiar close briefed involved based opposed")
_INVERTED_AUXILIARIES = words_of("did does do has had was is")
_BARRIERS = lexicon.SUBORDINATORS | lexicon.INDIRECT_QUESTION_WORDS
_POSSIBLE_BARRIERS = _BARRIERS | words_of("and to that since until which whom")
BEFORE_TIME = times.TIME_MODIFIERS | {"on", "in"}
MARKS_INSIDE = "'\"&%.-" + "".join(sorted(CURRENCIES))
_OPENING_BRACKETS = {")": "(", "]": "["}
_COMMA_WINDOW, _LONGEST_NOUN, _MODIFIED_NOUN_WINDOW = 40, 7, 5  # tokens


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
    return _skip_clause_openers(tokens, i, end)


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
    is_lapse = word_at(tokens, at + 2) in _STRETCHES
    return (following in lexicon.DETERMINERS or following == "it" or following.isdigit()) and not is_lapse


def _is_made_up_of(tokens: list[Token], at: int) -> bool:
    """Whether the verb only says whom a body consists of: "A panel made up of Smith and Jones"."""
    return tokens[at].lower == "made" and [word_at(tokens, at + 1), word_at(tokens, at + 2)] == ["up", "of"]


def is_unpaired_dash(tokens: list[Token], at: int) -> bool:
    """Whether a dash occurs here that no later dash closes."""
    return tokens[at].text in DASHES and not contains_word(tokens[at + 1 :], DASHES)


def _skip_clause_openers(tokens: list[Token], start: int, end: int) -> int:
    """The start of the subject after what opens its clause: "On Tuesday", "However", "In the report"."""
    i = _skip_lapse(tokens, _skip_headline(tokens, start, end), end)
    if word_at(tokens, i) in {"that", "this"} and word_at(tokens, i + 1) in times.TIME_NOUNS:
        i += 2
    if i + 2 == end and _is_demonstrative_subject(tokens, i):
        return i
    while i < end and (
        (tokens[i].lower in lexicon.CLAUSE_CONNECTIVES and not _is_determiner_use(tokens, i))
        or (
            i == 0
            and end > 1
            and is_sentence_opener(tokens[0].text, tokens[1].text)
            and not _is_determiner_use(tokens, 0)
        )
        or (end - i > 1 and tokens[i].lower in lexicon.RELATIVES)
        or not tokens[i].is_word
    ):
        i += 1
    while i < end - 1 and tokens[i].lower in _INVERTED_AUXILIARIES:
        i += 1
    is_phrase = word_at(tokens, i) in lexicon.PREPOSITIONS and not starts_approximation(
        tokens, i
    )  # "About four in 10"
    is_time = i < end and (is_phrase or _opens_moment(tokens, i))
    if not is_time or _are_outsiders(tokens, i):
        return i
    return _find_located_noun(tokens, i, _find_last_phrase(tokens, i, end))


def _opens_moment(tokens: list[Token], at: int) -> bool:
    """Whether a time begins here: "This week", but not "This year's survey" and "Early forecasts"."""
    following = word_at(tokens, at + 1) if tokens[at].lower in times.TIME_MODIFIERS else "'s"
    return not (following.endswith("'s") or following in nouns.DOCUMENTS)


def _skip_headline(tokens: list[Token], start: int, end: int) -> int:
    """The index after a headline in capitals on the same line: "TEAM REFUSES TO STAY The team said"; else `start`."""
    if end - start <= _SHORTEST_HEADLINE or not tokens[start].text.isupper():
        return start
    i = start
    while i < end and tokens[i].text.isupper():
        i += 1
    return i if start + _SHORTEST_HEADLINE <= i < end else start


def _are_outsiders(tokens: list[Token], at: int) -> bool:
    """Whether "outside" or "inside" modifies people: "Outside experts", "inside sources"."""
    noun = word_at(tokens, at + 1)
    return (
        word_at(tokens, at) in {"outside", "inside"}
        and noun in nouns.SPEAKERS
        and lexicon.is_plural_head(noun)
    )


def _is_determiner_use(tokens: list[Token], at: int) -> bool:
    """Whether "Earlier" only specifies a document ("Earlier work had shown"), or "as many as" a number."""
    return starts_approximation(tokens, at) or (
        tokens[at].lower in {"earlier", "later"} and word_at(tokens, at + 1) in nouns.DOCUMENTS
    )


def _is_demonstrative_subject(tokens: list[Token], at: int) -> bool:
    """Whether "that person" begins a clause of its own here."""
    before = tokens[at - 1]
    begins_clause = (
        at > 0 and (before.text in COMMA_OR_DASH or before.is_quote) and tokens[at].lower in {"that", "this"}
    )
    return begins_clause and word_at(tokens, at + 1) in nouns.SPEAKERS


def _skip_lapse(tokens: list[Token], start: int, end: int) -> int:
    """The index after "A day later" or "Three weeks ago"; else `start`. A subject after it has an article or a capital."""
    for i in range(start + 1, min(end - 1, start + _LAPSE_WINDOW)):
        if tokens[i].lower in _LAPSES and tokens[i - 1].lower in _STRETCHES:
            return i + 1
    return start


def trim_moment(tokens: list[Token], verb: int, floor: int) -> int:
    """The end of the subject before a time: after the second comma in "The mayor, Ann Lee, on Tuesday told a panel"; else `verb`."""
    if (dated := trim_date(tokens, verb, floor)) < verb:
        return dated
    i = verb
    while i > floor and (tokens[i - 1].lower in times.TIME_WORDS or tokens[i - 1].lower.isdigit()):
        i -= 1
    return i if floor < i < verb and tokens[i - 1].text == "," else verb


def _find_last_phrase(tokens: list[Token], start: int, end: int) -> int:
    """The start of the last noun phrase: "the union" in "On Tuesday the union"."""
    for i in range(end - 1, start, -1):
        word = tokens[i].lower
        if word in lexicon.PREPOSITIONS and word != "of":
            return i + 1 if i + 1 < end else start
        if (
            word in times.TIME_ADVERBS
            or word in times.TIME_NOUNS
            or word in _POINTS_IN_TIME
            or word.isdigit()
        ):
            return i + 1
        if word in lexicon.PHRASE_OPENERS and tokens[i - 1].lower != "of":
            return i
    return end


def _find_located_noun(tokens: list[Token], start: int, last: int) -> int:
    """The start of a noun with a place after it: "an official" in "On Tuesday an official at the port"; else `last`."""
    noun = last - 2 if word_at(tokens, last - 1) in lexicon.NOUN_PREPOSITIONS else start
    noun -= noun > start and tokens[noun].lower in _BEFORE_COMPLEMENT  # "people familiar with the talks"
    if noun <= start or tokens[noun].lower not in lexicon.SOURCE_NOUNS:
        return last
    for i in range(noun, max(start, noun - _MODIFIED_NOUN_WINDOW), -1):
        before = tokens[i - 1].lower
        if before in lexicon.PREPOSITIONS and before != "of":
            break
        is_time = (
            before in times.TIME_ADVERBS
            or before in times.PERIOD_NOUNS
            or before in _POINTS_IN_TIME
            or before.isdigit()
        )
        if is_time:
            return last if tokens[i].lower == "of" else i  # "In a year of strikes workers at the port"
        if tokens[i].lower in lexicon.DETERMINERS and before != "of" and i - 1 > start:
            return i
    return last


def find_next_break(tokens: list[Token], start: int) -> int | None:
    """The next comma, dash or semicolon that does not separate adjectives; None if there is none nearby."""
    window = range(start, min(len(tokens), start + _COMMA_WINDOW))
    stops = (i for i in window if tokens[i].text in CLAUSE_PUNCTUATION)
    return next((i for i in stops if not separates_adjectives(tokens, i, i + _LONGEST_NOUN)), None)
