"""The outlet's own comment on what was said: ", a claim the force rejects", "- a figure he repeats", ", without giving details"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.clauses import BREAKS, DASHES, has_quote, is_finite, word_at
from claimtrack.core.extract.reading import word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token
    from claimtrack.core.extract.subjects import Range

_OPENS_COMMENT = DASHES | {"("}
_COMMENTING = frozenset({"a", "an", "the", "one", "which"})
_OPENS_DISPUTE = frozenset({"a", "an", "the", "something", "claims", "allegations", "charges"})
_DISPUTED = lexicon.CLAIMS | frozenset("something figure number suggestion charges version".split())
_DISPUTING = word_set(
    "reject rejects rejected dispute disputes disputed deny denies denied contest contests contested dismiss dismisses dismissed "
    "questioned"
)
_LONGEST_TURNING = 12
_LONGEST_DENIAL = 12
_DENIED = lexicon.REFERRED | {"this", "that", "it"}
_LONGEST_NOUN = 5
_OPENS_SUBJECT = lexicon.THIRD_PERSON | {"that", "which", "the", "its", "his", "her", "their"}
_COMMENTED = word_set("repeats repeated blames blamed declined declines refused refuses")
_HELPING = frozenset({"does", "do", "has", "have"})
_NEGATED = word_set("doesn't don't hasn't haven't")
"""In the present: what was said in the past may go on with "did not"."""
_LONGEST_DISPUTE = 16
_UNPROVEN = word_set("evidence proof details detail specifics examples sources elaborating specifying")
_REPEATING = frozenset({"repeating", "echoing", "reviving"})
_RECEPTION = word_set("cheers applause laughter boos jeers gasps heckles")
_LONGEST_COMMENT = 8


def comments(tokens: list[Token], at: int) -> bool:
    """Whether the outlet's own comment begins at `at`: "a claim the force rejects", "without giving details"."""
    if word_at(tokens, at) == "drawing":
        return word_at(tokens, at + 1) in _RECEPTION
    if word_at(tokens, at) in _REPEATING:
        return any(token.lower in lexicon.CLAIMS for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    if word_at(tokens, at) == "which":
        return _is_turned_down(tokens, at)
    if word_at(tokens, at) == "without":
        return any(token.lower in _UNPROVEN for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    return is_turned_on(tokens, at)


def _is_turned_down(tokens: list[Token], at: int) -> bool:
    """Whether ", which the mayor denied." ends the sentence."""
    end = len(tokens) - (tokens[-1].text == ".")
    is_short = at + 2 < end <= at + _LONGEST_COMMENT and tokens[end - 1].lower in _DISPUTING
    return is_short and (tokens[at + 1].is_capital or tokens[at + 1].lower in _OPENS_SUBJECT)


def is_turned_on(tokens: list[Token], at: int) -> bool:
    """Whether it tells who turns down, repeats or hides what was said: "a claim the force rejects", "a sale it does not list"."""
    return _disputed(tokens, at) is not None


def disputed_by(tokens: list[Token], end: int) -> Range | None:
    """Who disputes what was said in a comment that ends before `end`: ", a claim the force rejects, saying S"."""
    begin = next(
        (i for i in range(end - 2, max(0, end - _LONGEST_DISPUTE), -1) if tokens[i].text in BREAKS), end
    )
    found = _disputed(tokens, begin + 1)
    if found is None:
        return None
    noun, verb = found
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    return (start, verb) if start < verb < end else None


def past_denial(tokens: list[Token]) -> int:
    """Where the answer begins in "The ministry denied this: his form, it said, came late"; 0 where nothing is denied so."""
    window = range(2, min(len(tokens) - 1, _LONGEST_DENIAL))
    colon = next((i for i in window if tokens[i].text == ":" and not tokens[i + 1].is_quote), 0)
    denies = any(token.lower in lexicon.REJECTING for token in tokens[:colon])
    return colon + 1 if denies and tokens[colon - 1].lower in _DENIED else 0


def _disputed(tokens: list[Token], at: int) -> Range | None:
    """Where the noun and the verb of such a comment stand: "a claim" and "rejects"."""
    if word_at(tokens, at) not in _OPENS_DISPUTE:
        return None
    window = range(at, min(len(tokens), at + _LONGEST_COMMENT))
    claim = next((i for i in window if tokens[i].lower in _DISPUTED), 0)
    noun = claim or _last_of_noun(tokens, at)
    window = range(noun + 1, min(len(tokens), noun + _LONGEST_TURNING) if noun else 0)
    verb = next((i for i in window if tokens[i].is_quote or _turns_on(tokens, i, is_claim=claim > 0)), 0)
    # In "a third of the boats, the ones that have no lamps, were sold" it tells of the subject.
    return (noun, verb) if verb and not (_resumes(tokens, verb) or tokens[verb].is_quote) else None


def _last_of_noun(tokens: list[Token], at: int) -> int:
    """Where the noun stands in "a sharp decline she blames on it" and "a call that the diary does not list"; 0 where none does."""
    window = range(at + 2, min(len(tokens), at + _LONGEST_NOUN))
    end = next((i for i in window if tokens[i].is_capital or tokens[i].lower in _OPENS_SUBJECT), 0)
    return end - 1 if tokens[end - 1].is_word and tokens[end - 1].lower not in lexicon.PREPOSITIONS else 0


def _turns_on(tokens: list[Token], at: int, *, is_claim: bool) -> bool:
    word = tokens[at].lower
    is_denied = word in _NEGATED or (word in _HELPING and word_at(tokens, at + 1) == "not")
    return is_denied or word in _COMMENTED or (is_claim and word in _DISPUTING)


def before_comment(tokens: list[Token], start: int) -> int | None:
    """Where a quotation ends that is commented on: "We won" — a claim that the club disputes; else None."""
    end = start + 1 + (word_at(tokens, start) in {":", ","})
    if end >= len(tokens) or not tokens[end - 1].is_quote or has_quote(tokens, end, len(tokens)):
        return None
    is_comment = tokens[end].text in _OPENS_COMMENT
    is_comment = is_comment or (tokens[end].text == "," and word_at(tokens, end + 1) in _COMMENTING)
    # In "said "12 boats" — a third of all — were late" the quotation is no statement.
    return end if is_comment and not _resumes(tokens, end + 1) else None


def _resumes(tokens: list[Token], at: int) -> bool:
    """Whether a break from here on is followed by the verb of the sentence itself."""
    return any(tokens[i].text in BREAKS and is_finite(tokens[i + 1]) for i in range(at, len(tokens) - 1))
