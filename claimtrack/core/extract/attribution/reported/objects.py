"""What a verb after "X" acts on: "the council announced a new toll" reports nothing that precedes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_predicate, starts_adjunct
from claimtrack.core.extract.words.finding import find_word, find_word_back, has_quote, word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

OBJECT_OPENERS = lexicon.DETERMINERS | lexicon.OBJECT_PRONOUNS | {"it"}


def has_object(tokens: list[Token], at: int, rest: int) -> bool:
    """Whether the verb's object follows it: "Before the vote, the council announced a new toll"."""
    following = word_at(tokens, rest)
    vows = (
        tokens[at].lower in lexicon.CLAIM_VERBS
        and following.endswith("s")
        and word_at(tokens, rest + 1) in {"", "."}
    )  # "others vow consequences"
    # "Flying home one night, she vented to her husband"
    leads = tokens[0].lower.endswith("ing") and not has_predicate(tokens, 1, at - 1)
    leads = leads and (following == "to" or (following.isalnum() and following not in lexicon.PREPOSITIONS))
    verb = tokens[at].lower
    is_action = verb not in lexicon.SAY or verb.startswith("tweet")
    if verb == "added" and following == "to":
        return True  # ", an ingredient added to sweets"
    return is_action and (following in OBJECT_OPENERS or vows or leads or _has_complement(tokens, at, rest))


def _has_complement(tokens: list[Token], at: int, rest: int) -> bool:
    """Whether a number of things, an infinitive or "of" follows a verb: "Of 340 wells, staff found 226", "With jobs lost, ministers agreed to pay"."""
    following, second, verb = word_at(tokens, rest), word_at(tokens, rest + 1), tokens[at].lower
    if following == "to":
        return second in lexicon.BASE_VERBS
    is_of = following == "of" and not has_quote(tokens, 0, len(tokens))
    if not (is_of or following.isdigit() or following in lexicon.CARDINALS):
        return False
    # After a statement, "warned 12 MPs", "claimed 12 months ago" and "complained of" tell how it was said, but not "details of".
    is_verb = not (verb.endswith("s") or lexicon.is_base_form(verb))
    tells_how = second in times.TIME_UNITS or (is_verb and (is_of or verb in lexicon.ADDRESSEE_VERBS))
    return not (tells_how and _follows_statement(tokens, at))


def _follows_statement(tokens: list[Token], at: int) -> bool:
    """Whether a whole statement precedes "X says", not only an adjunct: "In Vale, rents rose, Moor warned 12 MPs"."""
    pause, start = find_word_back(tokens, COMMA_OR_DASH, at, 0), 0
    if starts_adjunct(tokens, 0) or tokens[0].lower == "under":  # "Under a truce", which may be a number
        start = find_word(tokens, ",", 0, pause, default=pause) + 1
    return word_at(tokens, start) not in lexicon.RELATIVES and has_predicate(tokens, start, pause)
