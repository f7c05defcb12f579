"""Verbs of saying that report nothing, told by the word behind them: "ruled out", "found out", "said to be"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.clauses import CURRENCIES, word_at
from claimtrack.core.extract.reading import word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_ACCUSED = frozenset({"accused", "blamed"})
"""In "two airlines accused of fraud" nobody speaks: the verb lacks its object."""
_LONGEST_QUOTED = 10
_LONGEST_NO_PAST = 4
"""Characters of words in -ed that are no past tense ("need")."""
_NOUNS = word_set(
    "reports estimates forecasts hopes fears notes demands promises pledges claims records worries guesses comments remarks "
    "disputes suspects signals details protests doubts answers replies complains counts calculates boasts predicts shows"
)
"""Verbs in -s that may be plural nouns: "media reports", "title hopes", "police suspects"."""
_SHOWING = word_set(
    "suggest say show indicate include put point describe mention contain imply reveal differ vary range total remain seem "
    "appear mean worth"
)
"""What may stand behind a plural noun and is no object of a verb."""
_PARTICIPLES = word_set(
    "lost left kept held spent sold paid met built bought put set cut hit hurt made sent won read shot cost"
)
_AFTER_VERB = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | lexicon.TIMES | lexicon.SUBJECT_PRONOUNS
    | word_set("up down out away back him them us") | set(".,;")
)  # fmt: skip


def quotes_another(tokens: list[Token], at: int) -> bool:
    """Whether somebody else's words are quoted here: "quoted an official as saying S", but not "was quoted as saying"."""
    return tokens[at].lower in {"quoted", "quotes"} and word_at(tokens, at - 1) not in lexicon.BE


def means_otherwise(tokens: list[Token], at: int) -> bool:
    """Whether the next words make the verb another: "ruled out", "accused of fraud", "a deal said to be worth $4m"."""
    word, following = tokens[at].lower, word_at(tokens, at + 1)
    told = (
        {token.lower for token in tokens[at + 2 : at + _LONGEST_QUOTED]} if quotes_another(tokens, at) else ()
    )
    if "saying" in told or (word in _NOUNS and _is_verb(tokens, at + 1)):
        return True  # the official says it; the hopes faded
    if word == "said" and following == "to":
        return word_at(tokens, at + 2) in {"be", "have"}
    if word == "found" and following == "out":
        return word_at(tokens, at + 2) != "that"
    if word.startswith(("know", "knew")) and (following in lexicon.QUESTION_WORDS or following == "exactly"):
        return True  # "Scientists do not know exactly how it spreads"
    if word == "charged" and following in {"with", "over"}:
        return True  # "A man charged with theft in May can expect to wait"
    return (word == "ruled" and following == "out") or (word in _ACCUSED and following in {"of", "for"})


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here whose subject ends before it: "faded after", "suffered a blow", but not "increased costs"."""
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    if word in _SHOWING:
        return True
    is_open = (
        following in _AFTER_VERB or following[:1].isdigit() or following[:1] in CURRENCIES or not following
    )
    if word.endswith("ed") and len(word) > _LONGEST_NO_PAST and not tokens[at].is_capital:
        return is_open
    return word in lexicon.FINITE and (word not in _PARTICIPLES or is_open)
