"""What stands before the subject in its clause: "On Tuesday", "However", "In the report", "After the vote"."""

from __future__ import annotations

from claimtrack.core.extract.speakers.topics.openers import is_sentence_opener
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_approximation
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of

STRETCHES = times.TIME_UNITS | {"moment", "moments"}
"""Nouns for a stretch of time: "two days ago"."""
_LAPSES = words_of("later earlier ago before after")
_LAPSE_WINDOW, _SHORTEST_HEADLINE, _MODIFIED_NOUN_WINDOW, _LONGEST_BASE = 5, 3, 5, 5  # tokens
_POINTS_IN_TIME = words_of("point stage times noon midnight dawn")
"""Nouns that give a time without its name: "At one point Doe said"."""
_BEFORE_COMPLEMENT = words_of("familiar close briefed involved based opposed")
_INVERTED_AUXILIARIES = words_of("did does do has had was is")
_FOCUS = words_of("especially particularly notably")
_HOW_OFTEN = lexicon.CARDINALS | words_of("every each all most both several many multiple countless")
_REPEATED = times.PERIOD_NOUNS | {"time", "times"}
_FREQUENCIES = words_of("again often twice sometimes occasionally")
_AFTER_FREQUENCY = lexicon.NOUN_OPENERS | lexicon.SUBJECT_PRONOUNS | lexicon.PREPOSITIONS
_BEFORE_EVENT = words_of("after before since until")
_BEFORE_ARTICLE = lexicon.PREPOSITIONS | words_of("and or all both half such quite")


def skip_clause_openers(tokens: list[Token], start: int, end: int) -> int:
    """The start of the subject after what opens its clause: "On Tuesday", "However", "In the report"."""
    i = _skip_lapse(tokens, _skip_headline(tokens, start, end), end)
    i = _skip_frequency(tokens, i, end)
    if word_at(tokens, i) in {"that", "this"} and word_at(tokens, i + 1) in times.TIME_NOUNS:
        i += 2
    if i + 2 == end and _is_demonstrative_subject(tokens, i):
        return i
    i = _skip_base(tokens, i, end)
    while i < end and (
        (tokens[i].lower in lexicon.CLAUSE_CONNECTIVES and not _is_determiner_use(tokens, i))
        or (
            i == 0
            and end > 1
            and is_sentence_opener(tokens[0].text, tokens[1].text)
            and not _is_determiner_use(tokens, 0)
        )
        or (end - i > 1 and (tokens[i].lower in lexicon.RELATIVES or tokens[i].lower in _FOCUS))
        or not tokens[i].is_word
    ):
        i += 1
    while i < end - 1 and tokens[i].lower in _INVERTED_AUXILIARIES:
        i += 1
    i = _skip_event(tokens, i, end)
    is_phrase = word_at(tokens, i) in lexicon.PREPOSITIONS and not starts_approximation(
        tokens, i
    )  # "About four in 10"
    is_time = i < end and (is_phrase or _opens_moment(tokens, i))
    if not is_time or _are_outsiders(tokens, i):
        return i
    return _find_located_noun(tokens, i, _find_last_phrase(tokens, i, end))


def _skip_base(tokens: list[Token], start: int, end: int) -> int:
    """The index after "New York based" in "New York based Ann Lee said", but not in "The Vale based firm said"; else `start`."""
    for i in range(start + 1, min(end - 1, start + _LONGEST_BASE)):
        if tokens[i].lower == "based" and tokens[i - 1].is_capital and tokens[i + 1].is_capital:
            return i + 1
    return start


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
        if tokens[i].lower in _LAPSES and tokens[i - 1].lower in STRETCHES:
            return i + 1
    return start


def _skip_frequency(tokens: list[Token], start: int, end: int) -> int:
    """The index after "Every week", "Three times" or "Often"; else `start`. What follows begins a noun phrase."""
    first = word_at(tokens, start)
    length = (
        2 if word_at(tokens, start + 1) in _REPEATED and first in _HOW_OFTEN else int(first in _FREQUENCIES)
    )
    after = start + length
    if not length or after >= end:
        return start
    begins = tokens[after].is_capital or tokens[after].lower in _AFTER_FREQUENCY
    return after if begins else start


def _skip_event(tokens: list[Token], start: int, end: int) -> int:
    """The index after "the vote" in "After the vote the mayor said"; else `start`. No noun phrase goes on with an article."""
    opening = start - (word_at(tokens, start - 1) in {"that", "this"})  # "After that vote"
    if word_at(tokens, opening - 1) not in _BEFORE_EVENT or tokens[opening].lower not in lexicon.DETERMINERS:
        return start
    for i in range(opening + 2, end):
        before = tokens[i - 1]
        is_noun = before.is_word and not before.is_capital and before.lower not in _BEFORE_ARTICLE
        if is_noun and tokens[i].lower in lexicon.NOUN_OPENERS:
            return start if any(token.lower in lexicon.FINITE for token in tokens[i:end]) else i
    return start


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
