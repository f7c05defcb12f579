"""Whether "described" gives an experience or an opinion, which can be checked, or merely describes a thing."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.trimming import is_empty_opener
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, starts_clause
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_finite

_OPINION_WINDOW = 14  # tokens from "described" to "as"
_CLAUSE_CONJUNCTIONS = words_of("but yet while though although whereas even as because since when")


def is_mere_description(tokens: list[Token], at: int) -> bool:
    """Whether "described" only has a thing or a manner as its object, not an experience: not so in "described hearing shots", "described how she left"."""
    if not tokens[at].lower.startswith("describ"):
        return False
    following = word_at(tokens, at + 1)
    is_experience = following in lexicon.PERCEPTION_GERUNDS or (
        following == "how" and is_empty_opener(tokens[at], tokens[at + 1 :])
    )
    return not (is_experience or is_as_description(tokens, at))


def has_following_clause(tokens: list[Token], at: int) -> bool:
    """Whether the outlet adds a clause of its own after the description: "described it as the worst, but nobody died"."""
    joints = (i + 1 for i in range(at, len(tokens) - 1) if tokens[i].text in COMMA_OR_DASH)
    return any(
        tokens[i].lower in _CLAUSE_CONJUNCTIONS
        or (tokens[i].lower in lexicon.COORDINATORS and starts_clause(tokens, i + 1))
        for i in joints
    )


def is_as_description(tokens: list[Token], at: int) -> bool:
    """Whether the verb gives an opinion with "as": "described the fall as the worst since 1974".

    Not so in "described as", "described by some as" and "described a fight as they struggled", nor with a quotation, which is
    reported by itself.
    """
    if not tokens[at].lower.startswith("describ") or word_at(tokens, at + 1) in {"as", "by", "in"}:
        return False
    if any(token.is_quote for token in tokens) or has_following_clause(tokens, at):
        return False
    window = range(at + 1, min(len(tokens) - 2, at + _OPINION_WINDOW))
    end = next(
        (i for i in window if not tokens[i].is_word or tokens[i].lower == "as" or is_finite(tokens[i])), at
    )
    return word_at(tokens, end) == "as" and word_at(tokens, end + 1) not in lexicon.SUBJECT_PRONOUNS
