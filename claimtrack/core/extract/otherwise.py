"""Verbs of saying that report nothing, told by the word behind them: "ruled out", "found out", "said to be"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.clauses import word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_ACCUSED = frozenset({"accused", "blamed"})
"""In "two airlines accused of fraud" nobody speaks: the verb lacks its object."""
_LONGEST_QUOTED = 10


def quotes_another(tokens: list[Token], at: int) -> bool:
    """Whether somebody else's words are quoted here: "quoted an official as saying S", but not "was quoted as saying"."""
    return tokens[at].lower in {"quoted", "quotes"} and word_at(tokens, at - 1) not in lexicon.BE


def means_otherwise(tokens: list[Token], at: int) -> bool:
    """Whether the next words make the verb another: "ruled out", "accused of fraud", "a deal said to be worth $4m"."""
    word, following = tokens[at].lower, word_at(tokens, at + 1)
    told = (
        {token.lower for token in tokens[at + 2 : at + _LONGEST_QUOTED]} if quotes_another(tokens, at) else ()
    )
    if "saying" in told:
        return True  # the official says it
    if word == "said" and following == "to":
        return word_at(tokens, at + 2) in {"be", "have"}
    if word == "found" and following == "out":
        return word_at(tokens, at + 2) != "that"
    if word.startswith(("know", "knew")) and (following in lexicon.QUESTION_WORDS or following == "exactly"):
        return True  # "Scientists do not know exactly how it spreads"
    if word == "charged" and following in {"with", "over"}:
        return True  # "A man charged with theft in May can expect to wait"
    return (word == "ruled" and following == "out") or (word in _ACCUSED and following in {"of", "for"})
