"""What the comma behind the attributed words opens: what came of it, what stands against it, what goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.clauses import count_words, has_predicate, has_quote, opens_clause, word_at
from claimtrack.core.extract.reading import QUOTED

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_FEWEST_RESULT = 5
_FEWEST_ADDED = 3
_FEWEST_DONE = 4
_BEING = frozenset("is are was were has had have will would can could".split())
_NOTHING = frozenset({"no", "nobody", "none", "nothing"})
_STRETCHES = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_DOING = frozenset("blaming urging denying accusing demanding dismissing".split())
"""Participles that report besides: ", she said, urging ministers to bring in the ban"."""


def has_result(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what came of it: ", forcing the airport to close"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.RESULTS
        and word_at(tokens, at + 2) not in {"no", "few", "little"}
        and count_words(tokens, at, len(tokens)) >= _FEWEST_RESULT
    )


def does_besides(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what the speaker did in saying so: ", blaming the weather for the delay"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in _DOING
        and count_words(tokens, at, len(tokens)) >= _FEWEST_DONE
    )


def is_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens a clause against what was said: ", but a third of them were on strike"."""
    says = word_at(tokens, at + 2) in lexicon.PRONOUNS and word_at(tokens, at + 3) in lexicon.REPORTING
    if says and word_at(tokens, at + 1) in lexicon.CONTRASTS - {"but"}:
        return False  # "although she warns that S": the source goes on
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.CONTRASTS
        and opens_clause(tokens, at + 2)
    )


def is_joined(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins a clause that stands by itself at the comma: ", and a further five were ill"."""
    return word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and" and opens_clause(tokens, at + 2)


def past_joint(tokens: list[Token], at: int) -> int:
    """Where the clause behind the comma at `at` begins, past "and" or "while"."""
    return at + 1 + (is_joined(tokens, at) or _while_another(tokens, at))


def is_none(tokens: list[Token], at: int) -> bool:
    """Whether the clause against what was said has nobody or nothing for its subject: ", but no inquiry followed"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) in lexicon.CONTRASTS
    return joins and word_at(tokens, at + 2) in _NOTHING and has_predicate(tokens, at + 2, len(tokens))


def _adds(tokens: list[Token], at: int) -> bool:
    """Whether a few words go on with what was said without marks."""
    return count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED and not has_quote(tokens, 0, len(tokens))


def _quotes_on(tokens: list[Token], at: int) -> bool:
    """Whether a verb goes on with a quotation: "and had "paid nothing"", where the quotation alone says too little."""
    return word_at(tokens, at) in _BEING and word_at(tokens, at + 1)[:1] == QUOTED


def goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a clause of its own follows the comma at `at`: ", and crime is up", ", I call it a scandal"."""
    if word_at(tokens, at) == "," and word_at(tokens, at + 1) in {"i", "we"}:
        return opens_clause(tokens, at + 1)
    return (
        word_at(tokens, at) == ","
        and (word_at(tokens, at + 1) in lexicon.COORDINATORS or _while_another(tokens, at))
        and word_at(tokens, at + 2) not in lexicon.DEEDS
        and (opens_clause(tokens, at + 2) or _adds(tokens, at + 2) or _quotes_on(tokens, at + 2))
    )


def _while_another(tokens: list[Token], at: int) -> bool:
    """Whether ", while rents have risen" stands here: a second thing that was said."""
    following = word_at(tokens, at + 2)
    return (
        word_at(tokens, at + 1) == "while" and not following.endswith("ing") and opens_clause(tokens, at + 2)
    )


def follows_on(tokens: list[Token], at: int) -> bool:
    """Whether ", hours after two ministers left" follows: the outlet's own, when something was said."""
    return word_at(tokens, at + 1) in _STRETCHES and word_at(tokens, at + 2) in {"after", "before"}
