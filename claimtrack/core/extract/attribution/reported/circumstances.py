"""When and where something was said: where "on Friday, Jan. 31, 2025," ends, "an email seen by the Courier", and an occasion behind what was said: "... had fallen in an interview"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import MIN_CONTENT, has_predicate, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_DATE = 9  # words and marks of the longest date
_DIGITS_OF_YEAR, _LONGEST_MOMENT = 4, 5
MOMENTS = times.TIME_ADVERBS | times.TIME_NOUNS | times.TIME_MODIFIERS | lexicon.CARDINALS_AND_A
MOMENTS |= word_set(
    "the same following next previous day days hour hours minutes weeks months years ago before after at over "
    "weekend few several earlier"
)
"""Words that tell when something was said, and no part of it."""
_LONGEST = 8
_SEEN = word_set(
    "seen obtained reviewed shared sent read published posted released circulated leaked issued dated aired"
)
"""What has become of a letter in which something was said."""
_BEFORE_COMPANY = frozenset({"with", "to", "before"})
_LEADS = frozenset({"in", "at", "during", "on"})
_MAY_CLOSE = _LEADS | {"when", "before"}
_LEAVING = word_set("leaving quitting exiting")
_STAGES = word_set("stage podium lectern dais platform rostrum")
_GOING = {
    "walking": {"off", "out", "away"}, "storming": {"off", "out"}, "hanging": {"up"}, "taking": {"questions"},
}  # fmt: skip
_OCCASIONS = word_set("interview statement speech tweet email e-mail podcast")
_REMARKS = frozenset({"remarks", "comments"})
_ABOUT = frozenset({"on", "by", "under"})
_OF_KIND = {
    "conference": {"press", "news"}, "briefing": {"press", "news"}, "call": {"conference", "earnings"},
}  # fmt: skip
_WITH = {"letter": {"dated"}, "post": {"on"}}  # nouns that tell it only by the word before them, or behind
_LONGEST_NOUN = 4
_PRESSED = word_set("asked pressed questioned challenged contacted reached approached")
_PRESSED_HOW = frozenset({"by", "about", "on", "in", "at", "during"})
_SPEAKING = word_set("speaking addressing writing talking")
_TELLING = (
    lexicon.SAY
    | lexicon.STATE
    | lexicon.CLAIM_VERBS
    | lexicon.SPEAKER_ACTIONS
    | word_set(
        "lied resigned insulted met arrested attacked unveiled presented launched spoke appeared signed"
    )
)
"""What may have been done in an interview as well: then nobody knows which verb it belongs to."""


def skip_date(tokens: list[Token], at: int) -> int:
    """Where the date ends that begins at `at`, with the comma before "that"; the same place where none begins."""
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
    """Past "Saturday night", "June 2019" and "June 3 the"; in "in June 40 homes were empty" the figure is said."""
    number = word_at(tokens, at + 1)
    if word_at(tokens, at) in times.WEEKDAYS:
        return at + 1 + (number in times.TIME_NOUNS)
    is_year = len(number) == _DIGITS_OF_YEAR
    is_date = is_year or word_at(tokens, at + 2) in lexicon.SUBJECT_OPENERS
    return at + 1 + (number.isdigit() and is_date)


def trim_date(tokens: list[Token], end: int, floor: int) -> int:
    """In "Ann Lee, on Friday, Jan. 31, said", the place behind the first comma, if a date stands between; else `end`."""
    close = end - (word_at(tokens, end - 1) == ",")
    last = word_at(tokens, close - 1)
    may_end = last.isdigit() or last in times.MONTHS or last == ","  # as few words do
    starts = range(close - 1, max(floor, close - _LONGEST_DATE), -1) if may_end else ()
    return next((i for i in starts if tokens[i - 1].text == "," and skip_date(tokens, i) == close), end)


def skip_moment(tokens: list[Token], at: int) -> int:
    """In "said the same day that" and "said two weeks ago that", where "that" stands; else the same place."""
    end = at
    while end - at < _LONGEST_MOMENT and ((word := word_at(tokens, end)) in MOMENTS or word.isdigit()):
        end += 1
    return end if word_at(tokens, end) == "that" and starts_clause(tokens, end + 1) else at


def skip_venue_modifier(tokens: list[Token], at: int) -> int:
    """Past what is told of the venue that ends before `at`: who has seen the letter, where the hearing was."""
    return _past_company(tokens, _past_town(tokens, _past_finder(tokens, at)))


def _past_company(tokens: list[Token], at: int) -> int:
    """Past "with the staff," and "to investors," if what was said follows."""
    if word_at(tokens, at) not in _BEFORE_COMPANY:
        return at
    window = range(at + 1, min(len(tokens) - MIN_CONTENT, at + _LONGEST))
    end = next((i for i in window if not tokens[i].is_word or is_finite(tokens[i])), at)
    goes_on = word_at(tokens, end + 1).endswith("ing")  # "said to investors, adding S"
    follows = word_at(tokens, end) == "," and starts_clause(tokens, end + 1) and not goes_on
    return end + 1 if follows else at


def _past_town(tokens: list[Token], at: int) -> int:
    town = at + 1 if word_at(tokens, at) == "in" else at
    end = town
    while at < town <= end < len(tokens) and tokens[end].is_capital:
        end += 1
    return end if town < end < len(tokens) and tokens[end].is_word else at


def _past_finder(tokens: list[Token], at: int) -> int:
    """Past "seen by the Courier" and "obtained on Monday by us"."""
    if word_at(tokens, at) not in _SEEN or word_at(tokens, at + 1) not in lexicon.PREPOSITIONS:
        return at
    window = range(at + 2, min(len(tokens), at + _LONGEST))
    end = next((i for i in window if not tokens[i].is_word or tokens[i].lower == "that"), at)
    return at if any(map(is_finite, tokens[at + 1 : end])) else end


def trim_closing_occasion(tokens: list[Token], start: int) -> int:
    """Where the said words end that begin at `start`: before the occasion that closes the sentence, else at its end."""
    if _is_cried(tokens, start):
        return start + 1
    for i in range(start + MIN_CONTENT, len(tokens) - 1):
        if tokens[i].lower in _MAY_CLOSE and _closes(tokens, i) and _is_free(tokens, start, i):
            return i
    return len(tokens)


def _is_cried(tokens: list[Token], start: int) -> bool:
    """Whether a quotation is all that was said, and when follows: "shouted "shame" as the verdict was read out"."""
    if start + MIN_CONTENT >= len(tokens) or not tokens[start].is_quote or '"' in tokens[start].text[1:-1]:
        return False
    if any(token.text == "," for token in tokens[start:]):
        return False
    when, opens = tokens[start + 1].lower, tokens[start + 2]
    is_subject = opens.lower in lexicon.SUBJECT_PRONOUNS or opens.lower in lexicon.NOUN_OPENERS
    is_clause = opens.is_capital or is_subject
    is_left = when == "before" and opens.lower.endswith("ing")  # "before being led away"
    return is_left or (when in {"as", "when", "while"} and (is_clause or opens.lower in _PRESSED))


def starts_occasion(tokens: list[Token], at: int) -> bool:
    """Whether ", speaking in Leeds" stands at the end of the sentence."""
    tells = tokens[at].lower in _SPEAKING and word_at(tokens, at + 1) in lexicon.BEFORE_NOUN
    return tells and not any(is_finite(token) or token.is_quote for token in tokens[at:])


def _closes(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    if word == "when":
        is_pressed = word_at(tokens, at + 1) in _PRESSED and word_at(tokens, at + 2) in _PRESSED_HOW
        return is_pressed and tokens[at - 1].is_word and not any(map(_goes_on, tokens[at:]))
    if word == "before":
        return _goes_off(tokens, at + 1) and not any(map(_goes_on, tokens[at:]))
    if word not in _LEADS:
        return False
    remarks = next((i for i in range(at + 1, at + _LONGEST_NOUN) if word_at(tokens, i) in _REMARKS), 0)
    if word_at(tokens, at + 1) not in {"a", "an"} and not (remarks and word == "in"):
        return False
    noun = remarks or next((i for i in range(at + 2, at + 2 + _LONGEST_NOUN) if _is_occasion(tokens, i)), 0)
    if remarks and word_at(tokens, noun + 1) in _ABOUT and word_at(tokens, noun + 2) not in MOMENTS:
        return False  # "had seen hatred in comments on her page"
    rest = [*tokens[at:noun], *tokens[noun + 1 :]]
    return noun > 0 and not any(_goes_on(token) or token.lower in _TELLING for token in rest)


def _goes_off(tokens: list[Token], at: int) -> bool:
    """Whether "leaving the stage" or "walking out" ends the sentence: nothing that was said tells of it."""
    word = tokens[at].lower
    leaves = word in _LEAVING and any(token.lower in _STAGES for token in tokens[at + 1 :])
    return leaves or word_at(tokens, at + 1) in _GOING.get(word, ())


def _goes_on(token: Token) -> bool:
    return is_finite(token) or token.is_quote or token.text == ","


def _is_occasion(tokens: list[Token], at: int) -> bool:
    noun = word_at(tokens, at)
    is_told = word_at(tokens, at - 1) in _OF_KIND.get(noun, ()) or word_at(tokens, at + 1) in _WITH.get(
        noun, ()
    )
    return noun in _OCCASIONS or is_told


def _is_free(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words before tell something without another verb that the occasion may belong to."""
    return has_predicate(tokens, start, end) and not any(
        token.lower in _TELLING or token.is_quote for token in tokens[start:end]
    )
