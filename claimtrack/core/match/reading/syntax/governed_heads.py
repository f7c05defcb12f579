"""What a word is told of, in its own phrase: the thing that stands behind it, or, where none does, before it; not what else a sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import BREAKS, DETERMINERS, HELPERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import FRACTIONS, MONTHS, WEEKDAYS, words_of
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.set_phrases import NEGATIVE_MEANINGS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.set_phrases import SetPhrase

_LINKS = words_of("of in into at to for from with by around about on as over")
_OPENING = DETERMINERS | _LINKS | words_of("no more less fewer than least most nearly almost up")
"""What may stand between a word and the thing behind it: one preposition, an article, a bound."""
_PARTS = FRACTIONS.keys() | words_of(
    "% percent cent percentage number share part majority rest most all some lots thousands millions"
)
"""Behind "of" stands the thing of which these are so many or so much."""
_HELPING = HELPERS | words_of("that which who")
_LONGEST = 6
"""Words of a thing at most."""
_TELLING_WHEN = (
    MONTHS.keys() | WEEKDAYS.keys() | words_of("yesterday today tomorrow now last next again twice")
)
_PARTICLES = words_of("down up out off away back over apart")
_NO_PART = BREAKS | HELPERS | _PARTICLES | {"every", "except"}


def find_governed_heads(reading: Reading, first: int, last: int) -> list[int]:
    """The places of the heads of what some words are told of: "raised the top *rate* of tax", "80 percent of the *cost*", "a *photo* was taken"."""
    words, behind = reading.words, last + 1
    found = []
    if not (
        ends_noun_phrase(reading, behind)
        and (reading.is_boundary(behind) or reading.word(behind) not in _OPENING)
    ):
        found = _heads(reading, behind)
    if found and words[behind] not in _LINKS:
        return found
    return [*found, *_before(reading, first)]


def ends_noun_phrase(reading: Reading, at: int) -> bool:
    """Whether a thing that stands before a place ends there, and is not what only tells of which kind another is: "a *job* interview"."""
    return _tells_nothing(reading, at) or is_verb_form(reading.words[at]) or _begins_a_name(reading, at)


def _tells_nothing(reading: Reading, at: int) -> bool:
    """Whether no thing stands at a place: grammar, when or how it was, the end of a clause."""
    words = reading.words
    if reading.ends_clause(at):
        return True
    return words[at] in _NO_PART or words[at] in _TELLING_WHEN or words[at].endswith("ly")


def find_object_head(reading: Reading, at: int) -> int:
    """The place of the head of what stands right behind a word, with no preposition between; -1 where nothing does."""
    is_article = reading.words[at + 1 : at + 2] != [] and reading.words[at + 1] in DETERMINERS
    if _tells_nothing(reading, at + 1) and (not is_article or reading.is_boundary(at + 1)):
        return -1
    return next(iter(_heads(reading, at + 1)), -1)


def may_be_nominal(reading: Reading, at: int) -> bool:
    """Whether a word may tell of a thing or be one: no grammar, no verb, nothing that tells when or how."""
    word = reading.words[at]
    return not (word in _NO_PART or word in _TELLING_WHEN or word.endswith("ly") or _is_verb(reading, at))


def continues_noun_phrase(reading: Reading, at: int) -> bool:
    """Whether a word is of one thing with the word before it."""
    return not reading.is_boundary(at) and not _begins_a_name(reading, at)


def _begins_a_name(reading: Reading, at: int) -> bool:
    return at > 0 and reading.has_capital(at) and reading.written[at - 1].islower()


def _is_verb(reading: Reading, at: int) -> bool:
    """Whether a word tells what was done or is going on, and not of which kind a thing is: "the *alleged* victim", "an *acting* head"."""
    words = reading.words
    opens = at == 0 or words[at - 1] in DETERMINERS or words[at - 1] == "of"
    doing = words[at].endswith("ing") and len(words[at]) >= _DOING
    return (is_verb_form(words[at]) or doing) and not (opens and not ends_noun_phrase(reading, at + 1))


_DOING = 6
"""Letters of a verb in "-ing", at least: no king, ring or wing."""


def drop_denied_phrases(reading: Reading, phrases: dict[int, SetPhrase]) -> dict[int, SetPhrase]:
    """Of some phrases those that mean what they do alone, as one that denies need not: "never without insurance", "without warning shots"."""
    if NEGATIVE_MEANINGS.isdisjoint(phrase.meaning for phrase in phrases.values()):
        return phrases
    return {
        at: phrase
        for at, phrase in phrases.items()
        if phrase.meaning not in NEGATIVE_MEANINGS or _stands(reading, phrase)
    }


def _stands(reading: Reading, phrase: SetPhrase) -> bool:
    """Whether nothing denies a phrase, and it is no part of what only begins so."""
    denied = any(word in NEGATORS or word.endswith("n't") for word in reading.words[: phrase.places[0]])
    end = phrase.places[-1]
    several = reading.words[end].endswith(("s", "children"))  # "couples without children pay more"
    return not denied and (several or ends_noun_phrase(reading, end + 1))


def _heads(reading: Reading, at: int) -> list[int]:
    """The head of the phrase that begins at a place; of a part, what it is a part of as well."""
    words, start = reading.words, at
    while start < len(words) and words[start] in _OPENING and not reading.is_boundary(start + 1):
        start += 1
    if start == len(words) or words[start] in BREAKS:
        return []
    end = start + 1
    while end - start < _LONGEST and not ends_noun_phrase(reading, end):
        end += 1
    head = end - 1
    is_part = words[head] in _PARTS or reading.number_at(head)
    if is_part and words[end : end + 1] == ["of"] and not reading.is_boundary(end):
        return [head, *_heads(reading, end + 1)]
    return [head]


def _before(reading: Reading, at: int) -> list[int]:
    """The head of what stands before a word, its helping verbs and an aside left out; of "the house in Lyon" both."""
    words, end = reading.words, at
    while (
        end and not reading.is_boundary(end) and (words[end - 1] in _HELPING or words[end - 1].endswith("ly"))
    ):
        end -= 1
    if reading.is_boundary(end):  # "the contract, after eight years, ended"
        end = next((before for before in range(end - 1, 0, -1) if reading.is_boundary(before)), 0)
    start = end
    while start and words[start - 1] not in BREAKS and (start == end or not reading.is_boundary(start)):
        start -= 1
    if start == end:
        return []
    link = start - 1 - (start > 0 and words[start - 1] in DETERMINERS)
    goes_on = link > 0 and words[link] in _LINKS and not reading.has_boundary_in(range(link, start + 1))
    return [end - 1, *_before(reading, link)] if goes_on else [end - 1]
