"""Whether what follows a reporting verb is its content or only its object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.constructions.showing import is_open_question
from claimtrack.core.extract.attribution.reported.ending import find_content_end
from claimtrack.core.extract.attribution.verbs.objects import (
    is_court_plea,
    is_quoted_finding,
    starts_quoted_predicate,
    starts_topic_phrase,
)
from claimtrack.core.extract.attribution.verbs.unasserted import is_posted_object
from claimtrack.core.extract.attribution.verbs.unlisted import contains_unlisted_verb
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import CURRENCIES, has_predicate, starts_clause
from claimtrack.core.extract.words.finding import has_quote, word_at
from claimtrack.core.extract.words.verbs import is_preverbal

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

WHEN = frozenset({"after", "before", "when", "while", "because", "until"})
_ADMITTING_STEMS = ("admit", "conced", "confess", "confirm")


def has_reported_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether what follows the verb is reported content, not its object."""
    if start >= len(tokens):
        return False
    first = tokens[start]
    # "urged "wise" men to go", but not "urged "a vote" and left"
    is_object_quoted = first.is_quote and "to" in {word_at(tokens, start + 2), word_at(tokens, start + 3)}
    if tokens[at].lower.startswith("urg") and (is_object_quoted or first.is_word):
        return first.lower == "that"  # "urged the council to read what it signs"
    if first.is_quote or first.text == ":":
        return True
    if starts_topic_phrase(tokens, at, start) or is_open_question(tokens, at, start):
        return False
    if tokens[at].lower in lexicon.SAY and not tokens[at].lower.startswith(("writ", "wrote")):
        is_word = first.is_word or first.text in CURRENCIES or first.text in "'("
        return is_word and not is_posted_object(tokens, at, start)
    is_object = tokens[at].lower in lexicon.STATE and _is_object_with_adjunct(tokens, at, start)
    is_clause = (starts_clause(tokens, start) or contains_unlisted_verb(tokens, at, start)) and not is_object
    quotes = starts_quoted_predicate(tokens, start) and not is_quoted_finding(tokens, at, start)
    return is_clause or quotes or is_participial_content(tokens, at, start)


def _is_object_with_adjunct(tokens: list[Token], at: int, start: int) -> bool:
    """Whether only an object precedes an adjunct or a second verb: "conceded it after the vote", "admitted theft and was jailed"."""
    words = range(start + 1, len(tokens) - 1)
    joints = lexicon.COORDINATORS if tokens[at].lower.startswith(_ADMITTING_STEMS) else frozenset()
    ends = [i for i in words if tokens[i].lower in joints and is_preverbal(tokens[i + 1])]
    when = next((i for i in words if tokens[i].lower in WHEN or i in ends), 0)
    return (
        when > 0
        and tokens[start].lower not in lexicon.CLAUSE_OPENERS
        and not has_predicate(tokens, start, when)
    )


def is_participial_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a participle stands for a clause: "acknowledged getting one letter", "described seeing two cars"."""
    verb, word = tokens[at].lower, tokens[start].lower
    if tokens[0].lower in lexicon.SUBORDINATORS:
        return False
    if word in lexicon.PERCEPTION_GERUNDS and verb.startswith(("report", "describ")):
        return True
    is_participle = word.endswith("ing") and word not in lexicon.PREPOSITIONS
    if verb.startswith("admit") and is_court_plea(tokens, start):
        return False
    if verb.startswith("report") and has_quote(tokens, start + 1, len(tokens)):
        return is_participle  # "reported achieving "full control""
    if verb.startswith("confirm"):
        # "confirmed receiving it" alone means nothing without its verb.
        return is_participle and find_content_end(tokens, start) < len(tokens)
    return is_participle and verb.startswith(("acknowledg", "admit", "recall", "confess", "conced"))
