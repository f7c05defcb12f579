"""Promises and vows after their content: "S, vowed the mayor", "S, X promised"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_circumstances
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_predicate
from claimtrack.core.extract.words.finding import count_words, word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

PROMISE_VERBS = frozenset({"promise", "promises", "promised", "pledge", "pledges", "pledged"})
_VOWING = PROMISE_VERBS | {"vowed", "vows"}


def is_inverted_vow(tokens: list[Token], at: int) -> bool:
    """Whether "vowed the mayor" follows a clause; not so in "regular, pledged delegates"."""
    is_named = tokens[at + 1].is_capital or tokens[at + 1].lower in lexicon.ARTICLES
    return tokens[at].lower in _VOWING and is_named and has_predicate(tokens, 0, at)


def is_trailing_promise(tokens: list[Token], at: int, floor: int, group: int) -> bool:
    """Whether "X promised" follows its content, and nothing comes after but a time or a contrast: ", but the union warns that S"."""
    if tokens[at].lower not in PROMISE_VERBS or not has_predicate(tokens, floor, group):
        return False
    end = skip_circumstances(tokens, at, find_content_start(tokens, at))
    is_opposed = word_at(tokens, end) in COMMA_OR_DASH and word_at(tokens, end + 1) in lexicon.CONTRASTIVES
    return is_opposed or count_words(tokens, at + 1, len(tokens)) == 0
