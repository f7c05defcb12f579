"""The noun that a word belongs to: the head of the phrase after it or, failing that, before it: "raised the top *rate* of tax"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import FRACTIONS, MONTHS, RELATIVE_SUBJECTS, WEEKDAYS, words_of
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, HELPERS, PHRASE_BREAKS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.set_phrases import NEGATIVE_MEANINGS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.set_phrases import SetPhrase

_LINKING_PREPOSITIONS = words_of("of in into at to for from with by around about on as over")
_BEFORE_HEAD = (
    DETERMINERS | _LINKING_PREPOSITIONS | words_of("no more less fewer than least most nearly almost up")
)
"""Words that may stand between a word and the noun after it: a preposition, an article, a bound."""
_PART_NOUNS = FRACTIONS.keys() | words_of(
    "% percent cent percentage number share part majority rest most all some lots thousands millions"
)
"""After these "of" introduces what they are a part or an amount of: "80 percent *of* the cost"."""
_BEFORE_VERB = HELPERS | RELATIVE_SUBJECTS
_MAX_PHRASE_WORDS = 6
"""Maximum number of words of a noun phrase."""
_TIME_ADVERBS = words_of(MONTHS.keys(), WEEKDAYS.keys(), "yesterday today tomorrow now last next again twice")
_PARTICLES = words_of("down up out off away back over apart")
_NOT_NOMINAL = PHRASE_BREAKS | HELPERS | _PARTICLES | {"every", "except"}


def find_governed_heads(reading: Reading, first: int, last: int) -> list[int]:
    """Return the places of the nouns that a stretch of words belongs to: "raised the top *rate* of tax", "80 percent of the *cost*", "a *photo* was taken"."""
    words, after = reading.words, last + 1
    opens = not reading.is_boundary(after) and reading.word(after) in _BEFORE_HEAD
    found = _find_heads(reading, after) if opens or not ends_noun_phrase(reading, after) else []
    if found and words[after] not in _LINKING_PREPOSITIONS:
        return found
    return [*found, *_find_heads_before(reading, first)]


def ends_noun_phrase(reading: Reading, at: int) -> bool:
    """Whether the noun phrase before a place ends there, so that its last word does not modify another noun: "a *job* interview"."""
    return _is_no_noun(reading, at) or is_verb_form(reading.words[at]) or _starts_name(reading, at)


def _is_no_noun(reading: Reading, at: int) -> bool:
    """Whether there is no noun at a place: a function word, an adverb, the end of a clause."""
    words = reading.words
    if reading.ends_clause(at):
        return True
    return words[at] in _NOT_NOMINAL or words[at] in _TIME_ADVERBS or words[at].endswith("ly")


def find_object_head(reading: Reading, at: int) -> int:
    """Return the place of the head of the direct object of a word, without a preposition between them; -1 if there is none."""
    is_article = reading.word(at + 1) in DETERMINERS
    if _is_no_noun(reading, at + 1) and (not is_article or reading.is_boundary(at + 1)):
        return -1
    return next(iter(_find_heads(reading, at + 1)), -1)


def may_be_nominal(reading: Reading, at: int) -> bool:
    """Whether a word may be a noun or modify one: no function word, verb or adverb."""
    word = reading.words[at]
    return not (word in _NOT_NOMINAL or word in _TIME_ADVERBS or word.endswith("ly") or _is_verb(reading, at))


def continues_noun_phrase(reading: Reading, at: int) -> bool:
    """Whether a word may belong to one phrase with the word before it."""
    return not reading.is_boundary(at) and not _starts_name(reading, at)


def _starts_name(reading: Reading, at: int) -> bool:
    """Whether a capitalised word follows one in lower case."""
    return at > 0 and reading.has_capital(at) and reading.written[at - 1].islower()


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word is a verb and not an attribute: not "the *alleged* victim", "an *acting* head"."""
    words = reading.words
    opens = at == 0 or words[at - 1] in DETERMINERS or words[at - 1] == "of"
    is_gerund = words[at].endswith("ing") and len(words[at]) >= _MIN_GERUND_LETTERS
    return (is_verb_form(words[at]) or is_gerund) and not (opens and not ends_noun_phrase(reading, at + 1))


_MIN_GERUND_LETTERS = 6
"""Minimum number of letters of a verb in "-ing": excludes king, ring and wing."""


def drop_denied_phrases(reading: Reading, phrases: dict[int, SetPhrase]) -> dict[int, SetPhrase]:
    """Drop set phrases that express an absence and are negated themselves or part of a longer one: "never without insurance", "without warning shots"."""
    if NEGATIVE_MEANINGS.isdisjoint(phrase.meaning for phrase in phrases.values()):
        return phrases
    return {
        at: phrase
        for at, phrase in phrases.items()
        if phrase.meaning not in NEGATIVE_MEANINGS or _is_complete_phrase(reading, phrase)
    }


def _is_complete_phrase(reading: Reading, phrase: SetPhrase) -> bool:
    """Whether a phrase is not negated and not the beginning of a longer one."""
    denied = any(map(is_negator, reading.words[: phrase.places[0]]))
    end = phrase.places[-1]
    is_plural = reading.words[end].endswith(("s", "children"))  # "couples without children pay more"
    return not denied and (is_plural or ends_noun_phrase(reading, end + 1))


def _find_heads(reading: Reading, at: int) -> list[int]:
    """Return the head of the phrase that begins at a place; for a part, also that of its whole."""
    words, start = reading.words, at
    while start < len(words) and words[start] in _BEFORE_HEAD and not reading.is_boundary(start + 1):
        start += 1
    if start == len(words) or words[start] in PHRASE_BREAKS:
        return []
    end = start + 1
    while end - start < _MAX_PHRASE_WORDS and not ends_noun_phrase(reading, end):
        end += 1
    head = end - 1
    is_part = words[head] in _PART_NOUNS or reading.number_at(head)
    if is_part and reading.word(end) == "of" and not reading.is_boundary(end):
        return [head, *_find_heads(reading, end + 1)]
    return [head]


def _find_heads_before(reading: Reading, at: int) -> list[int]:
    """Return the head of the phrase before a word, skipping auxiliaries and asides; for "the house in Lyon" both nouns."""
    words, end = reading.words, at
    while end and not reading.is_boundary(end):
        if words[end - 1] not in _BEFORE_VERB and not words[end - 1].endswith("ly"):
            break
        end -= 1
    if reading.is_boundary(end):  # "the contract, after eight years, ended"
        end = next((before for before in range(end - 1, 0, -1) if reading.is_boundary(before)), 0)
    start = end
    while start and words[start - 1] not in PHRASE_BREAKS:
        if start != end and reading.is_boundary(start):
            break
        start -= 1
    if start == end:
        return []
    link = start - 1 - (start > 0 and words[start - 1] in DETERMINERS)
    continues = link > 0 and words[link] in _LINKING_PREPOSITIONS
    continues = continues and not reading.has_boundary_in(range(link, start + 1))
    return [end - 1, *_find_heads_before(reading, link)] if continues else [end - 1]
