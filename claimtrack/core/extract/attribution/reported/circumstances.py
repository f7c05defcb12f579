"""Time and place of an utterance: the end of "on Friday, Jan. 31, 2025,", "an email seen by the Courier", the "that" after them, and an occasion after the content: "... had fallen in an interview"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.works import is_programme_title
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    MIN_CONTENT,
    has_predicate,
    starts_clause,
    starts_transitive_past,
)
from claimtrack.core.extract.words.finding import contains_word, find_word, skip_capitals, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_DATE = 9  # words and marks of the longest date
_DIGITS_OF_YEAR, _LONGEST_MOMENT = 4, 5  # tokens of a time
MOMENTS = times.TIME_ADVERBS | times.TIME_NOUNS | times.TIME_MODIFIERS | lexicon.CARDINALS_AND_A
MOMENTS |= words_of(
    "the same following next previous day days hour hours minutes weeks months years ago before after at over "
    "weekend few several earlier"
)
"""Words that give the time of an utterance, and are no part of its content."""
_PHRASE_WINDOW = 8  # tokens
_DOCUMENT_PARTICIPLES = words_of(
    "seen obtained reviewed shared sent read published posted released circulated leaked issued dated aired"
)
"""Participles that modify the letter in which something was said."""
_BEFORE_COMPANY = words_of("with to before")
_OCCASION_OPENERS = words_of("in at during on when before")
_LEAVING = words_of("leaving quitting exiting")
_STAGES = words_of("stage podium lectern dais platform rostrum")
_PHRASAL_EXITS = {
    "walking": {"off", "out", "away"}, "storming": {"off", "out"}, "hanging": {"up"}, "taking": {"questions"},
}  # fmt: skip
_OCCASIONS = words_of("interview statement speech tweet email e-mail podcast")
_REMARKS = words_of("remarks comments")
_TOPIC_PREPOSITIONS = words_of("on by under")
_OCCASION_PREMODIFIERS = {
    "conference": {"press", "news"}, "briefing": {"press", "news"}, "call": {"conference", "earnings"},
}  # fmt: skip
_OCCASION_POSTMODIFIERS = {"letter": {"dated"}, "post": {"on"}}
"""Noun -> the next word that makes it an occasion."""
_NOUN_WINDOW = 4  # tokens from a preposition to "remarks" or "interview"
_PRESSED_VERBS = words_of("asked pressed questioned challenged contacted reached approached")
_AFTER_PRESSED = words_of("by about on in at during")
_SPEAKING_PARTICIPLES = words_of("speaking addressing writing talking")
_COMPETING_VERBS = words_of(
    lexicon.SAY | lexicon.STATE | lexicon.CLAIM_VERBS | lexicon.SPEAKER_ACTIONS,
    "lied resigned insulted met arrested attacked unveiled presented launched spoke appeared signed",
)
"""Verbs to which the occasion might belong instead, so that its attachment is ambiguous."""
_OPENER_WINDOW, CIRCUMSTANCE_WINDOW = 25, 12  # tokens of time and place before "that"; before a comma
DAYS_AND_MONTHS = times.WEEKDAYS | times.MONTHS
_OPENS_ASIDE = lexicon.RELATIVES | lexicon.NOUN_OPENERS | {"one"}
_NOUNS_WITH_THAT = words_of("condition grounds fact hope belief understanding proviso")
"""Nouns with a that-clause of their own, which is not reported content."""
_SUBJECT_OPENERS = lexicon.SUBJECT_PRONOUNS | lexicon.POSSESSIVES | {"the"}
_NOT_IN_SUBJECT = lexicon.PREPOSITIONS | times.TIME_NOUNS


def skip_date(tokens: list[Token], at: int) -> int:
    """The end of the date that begins at `at`, including the comma before "that"; `at` if none begins."""
    i = at + (word_at(tokens, at) == "on")
    if word_at(tokens, i) in times.WEEKDAYS:
        i += 1 + (word_at(tokens, i + 1) == ",")
    first = word_at(tokens, i)
    if first.isdigit() and word_at(tokens, i + 1) in times.MONTHS:
        i += 2
    elif first in times.MONTHS:
        i += 1 + (word_at(tokens, i + 1) == ".")
        if not word_at(tokens, i).isdigit():
            return at
        i += 1
    else:
        return at
    year = i + (word_at(tokens, i) == ",")
    if word_at(tokens, year).isdigit() and len(word_at(tokens, year)) == _DIGITS_OF_YEAR:
        i = year + 1
    return i + (word_at(tokens, i) == "," and word_at(tokens, i + 1) == "that")


def skip_day_or_month(tokens: list[Token], at: int) -> int:
    """The index after "Saturday night", "June 2019" and "June 3 the"; in "in June 40 homes were empty" the number belongs to the content."""
    number = word_at(tokens, at + 1)
    if word_at(tokens, at) in times.WEEKDAYS:
        return at + 1 + (number in times.TIME_NOUNS)
    is_year = len(number) == _DIGITS_OF_YEAR
    is_date = is_year or word_at(tokens, at + 2) in lexicon.SUBJECT_OPENERS
    return at + 1 + (number.isdigit() and is_date)


def trim_date(tokens: list[Token], end: int, floor: int) -> int:
    """The index after the first comma in "Ann Lee, on Friday, Jan. 31, said", if a date ends before `end`; else `end`."""
    close = end - (word_at(tokens, end - 1) == ",")
    last = word_at(tokens, close - 1)
    may_end = last.isdigit() or last in times.MONTHS or last == ","  # a cheap test
    starts = range(close - 1, max(floor, close - _LONGEST_DATE), -1) if may_end else ()
    return next((i for i in starts if tokens[i - 1].text == "," and skip_date(tokens, i) == close), end)


def skip_moment(tokens: list[Token], at: int) -> int:
    """The index of "that" in "said the same day that" and "said two weeks ago that"; else `at`."""
    end = at
    while end - at < _LONGEST_MOMENT and ((word := word_at(tokens, end)) in MOMENTS or word.isdigit()):
        end += 1
    return end if word_at(tokens, end) == "that" and starts_clause(tokens, end + 1) else at


def skip_venue_modifier(tokens: list[Token], at: int) -> int:
    """The index after the modifiers of the venue that ends before `at`: who has seen the letter, where the hearing was."""
    return _skip_audience(tokens, _skip_town(tokens, _skip_finder(tokens, at)))


def _skip_audience(tokens: list[Token], at: int) -> int:
    """The index after "with the staff," or "to investors," if content follows; else `at`."""
    if word_at(tokens, at) not in _BEFORE_COMPANY:
        return at
    window = range(at + 1, min(len(tokens) - MIN_CONTENT, at + _PHRASE_WINDOW))
    end = next((i for i in window if not tokens[i].is_word or is_finite(tokens[i])), at)
    is_participle = word_at(tokens, end + 1).endswith("ing")  # "said to investors, adding S"
    follows = word_at(tokens, end) == "," and starts_clause(tokens, end + 1) and not is_participle
    return end + 1 if follows else at


def _skip_town(tokens: list[Token], at: int) -> int:
    """The index after a town that begins at `at`, with or without "in"; else `at`."""
    end = skip_capitals(tokens, at + 1) if word_at(tokens, at) == "in" else at
    return end if at + 1 < end < len(tokens) and tokens[end].is_word else at


def _skip_finder(tokens: list[Token], at: int) -> int:
    """The index after "seen by the Courier" or "obtained on Monday by us"; else `at`."""
    if (
        word_at(tokens, at) not in _DOCUMENT_PARTICIPLES
        or word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    ):
        return at
    window = range(at + 2, min(len(tokens), at + _PHRASE_WINDOW))
    end = next((i for i in window if not tokens[i].is_word or tokens[i].lower == "that"), at)
    return at if any(map(is_finite, tokens[at + 1 : end])) else end


def trim_closing_occasion(tokens: list[Token], start: int) -> int:
    """The end of the content that begins at `start`: before an occasion that closes the sentence, else the sentence's end."""
    if _is_quote_with_time(tokens, start):
        return start + 1
    for i in range(start + MIN_CONTENT, len(tokens) - 1):
        if (
            tokens[i].lower in _OCCASION_OPENERS
            and _is_closing_occasion(tokens, i)
            and _is_unambiguous(tokens, start, i)
        ):
            return i
    return len(tokens)


def _is_quote_with_time(tokens: list[Token], start: int) -> bool:
    """Whether a quotation is the whole content, and a time follows: "shouted "shame" as the verdict was read out"."""
    if start + MIN_CONTENT >= len(tokens) or not tokens[start].is_quote or '"' in tokens[start].text[1:-1]:
        return False
    if contains_word(tokens[start:], ","):
        return False
    when, opens = tokens[start + 1].lower, tokens[start + 2]
    is_subject = opens.lower in lexicon.SUBJECT_PRONOUNS or opens.lower in lexicon.NOUN_OPENERS
    is_clause = opens.is_capital or is_subject
    is_left = when == "before" and opens.lower.endswith("ing")  # "before being led away"
    return is_left or (when in {"as", "when", "while"} and (is_clause or opens.lower in _PRESSED_VERBS))


def starts_occasion(tokens: list[Token], at: int) -> bool:
    """Whether ", speaking in Leeds" ends the sentence."""
    is_speaking = tokens[at].lower in _SPEAKING_PARTICIPLES and word_at(tokens, at + 1) in lexicon.BEFORE_NOUN
    return is_speaking and not any(is_finite(token) or token.is_quote for token in tokens[at:])


def _is_closing_occasion(tokens: list[Token], at: int) -> bool:
    """Whether the occasion that opens at `at` ends the sentence: "in an interview", "when asked by the BBC", "before walking out"."""
    word = tokens[at].lower
    if word == "when":
        is_pressed = word_at(tokens, at + 1) in _PRESSED_VERBS and word_at(tokens, at + 2) in _AFTER_PRESSED
        return is_pressed and tokens[at - 1].is_word and not any(map(_continues_sentence, tokens[at:]))
    if word == "before":
        return _is_exit(tokens, at + 1) and not any(map(_continues_sentence, tokens[at:]))
    remarks = next((i for i in range(at + 1, at + _NOUN_WINDOW) if word_at(tokens, i) in _REMARKS), 0)
    if word_at(tokens, at + 1) not in {"a", "an"} and not (remarks and word == "in"):
        return False
    noun = remarks or next(
        (i for i in range(at + 2, at + 2 + _NOUN_WINDOW) if _is_occasion_noun(tokens, i)), 0
    )
    if (
        remarks
        and word_at(tokens, noun + 1) in _TOPIC_PREPOSITIONS
        and word_at(tokens, noun + 2) not in MOMENTS
    ):
        return False  # "had seen hatred in comments on her page"
    rest = [*tokens[at:noun], *tokens[noun + 1 :]]
    return noun > 0 and not any(map(_continues_sentence, rest))


def _is_exit(tokens: list[Token], at: int) -> bool:
    """Whether "leaving the stage" or "walking out" ends the sentence, which cannot be part of the content."""
    word = tokens[at].lower
    is_leaving = word in _LEAVING and contains_word(tokens[at + 1 :], _STAGES)
    return is_leaving or word_at(tokens, at + 1) in _PHRASAL_EXITS.get(word, ())


def _continues_sentence(token: Token) -> bool:
    """Whether the token shows that the sentence continues: a finite verb, a quotation or a comma."""
    return is_finite(token) or token.is_quote or token.text == ","


def _is_occasion_noun(tokens: list[Token], at: int) -> bool:
    """Whether the noun is an occasion for speaking: "interview", "press conference", "a letter dated May 3"."""
    noun = word_at(tokens, at)
    is_compound = word_at(tokens, at - 1) in _OCCASION_PREMODIFIERS.get(noun, ()) or word_at(
        tokens, at + 1
    ) in _OCCASION_POSTMODIFIERS.get(noun, ())
    return noun in _OCCASIONS or is_compound


def _is_unambiguous(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words before contain a predicate but no other verb that the occasion may belong to."""
    return has_predicate(tokens, start, end) and not any(
        token.lower in _COMPETING_VERBS or token.is_quote for token in tokens[start:end]
    )


def is_relative_that(tokens: list[Token], at: int) -> bool:
    """Whether "that" modifies the place or occasion: "in a speech that ran for hours", but not "that costs rose"."""
    if word_at(tokens, at) != "that" or at + 1 >= len(tokens):
        return False
    verb = tokens[at + 1]
    is_verb = is_finite(verb) and (not verb.lower.endswith("s") or verb.lower in lexicon.AUXILIARY_VERBS)
    return is_verb or starts_transitive_past(tokens, at + 1)  # "at a rally that angered the council"


def find_content_opener(tokens: list[Token], start: int) -> int | None:
    """The next "that", colon or quotation; None if the content begins before it, or a comma that closes no aside."""
    closed = start
    for i in range(start, min(len(tokens), start + _OPENER_WINDOW)):
        if i < closed:
            continue
        begins = is_finite(tokens[i]) and (tokens[i - 1].lower in lexicon.SUBJECT_PRONOUNS or closed > start)
        if begins and not (i == start + 1 and tokens[start - 1].lower in {"before", "after"}):
            return None  # "on Thursday she had", "in Vale, Harth, rents were": the content has begun
        if tokens[i].is_quote and _is_split_by_quote(tokens, i, start):
            return None
        if tokens[i].is_quote and is_programme_title(tokens, start - 1, i):
            continue  # 'said on "Sunday Report" that'
        if tokens[i].lower == "that" and tokens[i - 1].lower in _NOUNS_WITH_THAT:
            return None  # "agreed to speak on condition that"
        if tokens[i].lower in {"that", ":"} or tokens[i].is_quote:
            # "after the meeting that was held" modifies the meeting.
            return None if word_at(tokens, i + 1) in lexicon.BE or is_relative_that(tokens, i) else i
        if tokens[i].text in {",", ";"}:
            if word_at(tokens, i + 1) == "that" and not contains_word(tokens[:start], ","):
                return i + 1
            closed = _find_aside_end(tokens, i)
            if not closed:
                return None
    return None


def _find_aside_end(tokens: list[Token], comma: int) -> int:
    """The index after an aside in the place: ", Ohio,", ", where she is paid, that"; 0 if no such aside opens."""
    close = find_word(tokens, ",", comma + 2, min(len(tokens) - 1, comma + CIRCUMSTANCE_WINDOW))
    aside = tokens[comma + 1 : close]
    if not aside or (aside[0].lower in lexicon.CLAUSE_OPENERS and aside[0].lower not in lexicon.RELATIVES):
        return 0
    is_name = all(token.is_capital or token.text == "." for token in aside)
    is_modifier = (is_name or aside[0].lower in _OPENS_ASIDE) and word_at(tokens, close + 1) == "that"
    return close + 1 if is_modifier or (is_name and tokens[comma - 1].is_capital) else 0


def _is_split_by_quote(tokens: list[Token], quote: int, start: int) -> bool:
    """Whether the content begins before the quotation, which contains only its predicate: "on Facebook he "couldn't breathe"", "on Friday the firm "had lied""."""
    words = [(i, tokens[i].lower) for i in range(quote - 1, start - 1, -1)]
    venue = next((i for i, word in words if word in nouns.VENUES or word in DAYS_AND_MONTHS), quote)
    begun = tokens[venue + 1 : quote]
    opens = bool(begun) and begun[0].lower in _SUBJECT_OPENERS
    return opens and all(token.is_word and token.lower not in _NOT_IN_SUBJECT for token in begun)
