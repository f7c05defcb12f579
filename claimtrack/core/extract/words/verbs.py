"""Is a word a verb by its form? Its context is examined in `clauses`."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of

_LONGEST_NO_PAST = 4  # characters of words such as "need" and "shed"
_NO_ADVERBS = words_of(
    "quarterly weekly monthly daily yearly early elderly friendly deadly costly timely scholarly family "
    "assembly supply reply rally bully monopoly anomaly jelly belly butterfly"
)
_SHORT_PASTS = words_of("used died owed lied tied sued vied")
_COUNTS = lexicon.CARDINALS | words_of("several many multiple numerous countless both")
_BEFORE_AGAIN = [["time", "and"], ["again", "and"], ["yet"], ["more", "than"]]
"""What precedes "again" or "once", which are skipped as auxiliary words: "Moor time and again denied", "Moor more than once denied"."""


def is_finite(token: Token) -> bool:
    """Whether the token is a finite verb by its form; "May", "Shook" and "Rose" in a name are not."""
    return token.lower in lexicon.FINITE and not token.is_capital


def has_past_ending(word: str) -> bool:
    """Whether a lower-case word ends like a past tense or participle: "doubled", "died", but not "need" and "London based Moor"."""
    return word[-2:] == "ed" and (len(word) > _LONGEST_NO_PAST or word in _SHORT_PASTS) and word != "based"


def may_be_past(token: Token) -> bool:
    """Whether the token may be a past tense or participle by its ending, and is not part of a name."""
    word = token.lower
    return word[-2:] == "ed" and not token.is_capital and has_past_ending(word)


def may_be_verb(token: Token) -> bool:
    """Whether the token is a finite verb by its form, or may be a past tense."""
    word = token.lower
    return not token.is_capital and (word in lexicon.FINITE or has_past_ending(word))


def is_adverb(token: Token) -> bool:
    """Whether the token is an adverb by its ending ("repeatedly")."""
    word = token.lower
    return word.endswith("ly") and len(word) > 4 and not token.is_capital and word not in _NO_ADVERBS


def is_auxiliary_verb(token: Token) -> bool:
    """Whether the token is an auxiliary that needs a main verb; not "May" with a capital."""
    return token.lower in lexicon.AUXILIARY_VERBS and not token.is_capital


def is_preverbal(token: Token) -> bool:
    """Whether the token may come between a subject and its verb ("has", "also", "repeatedly")."""
    return (token.lower in lexicon.AUXILIARIES and not token.is_capital) or (
        token.lower.endswith("ly") and is_adverb(token)
    )


def find_auxiliaries_start(tokens: list[Token], verb: int, floor: int) -> int:
    """The start of the auxiliaries and adverbs before a verb, not before `floor`; the verb itself if it has none."""
    while verb > floor and is_preverbal(tokens[verb - 1]):
        verb -= 1
    return verb


def count_adverbial_words(tokens: list[Token], end: int) -> int:
    """Count the words of an adverbial before a verb: 2 in "The firm at first denied" and "Moor three times denied", else 0."""
    last = tokens[end - 1].lower if end >= 2 else ""
    if last == "first":
        return _count_at_first_words(tokens, end)
    if last == "times":
        before = tokens[end - 2]
        return 2 * (before.lower in _COUNTS or before.text.isdigit())
    if last == "more":
        return 2 * (tokens[end - 2].lower == "once")
    if word_at(tokens, end) not in {"again", "once"}:  # "was not yet accepted"
        return 0
    words = [token.lower for token in tokens[max(0, end - 2) : end]]
    return next((len(phrase) for phrase in _BEFORE_AGAIN if words[-len(phrase) :] == phrase), 0)


def _count_at_first_words(tokens: list[Token], end: int) -> int:
    """Count the words of "at first" before a verb; none in "The first said", one in "The firm first said"."""
    if tokens[end - 1].is_capital:
        return 0
    before = tokens[end - 2]
    if before.lower == "at":
        return 2
    is_subject = before.is_word and before.lower not in lexicon.BEFORE_NOUN
    return int(is_subject and not before.lower.endswith(("'s", "s'")))
