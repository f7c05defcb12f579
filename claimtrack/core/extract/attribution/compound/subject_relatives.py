"""What a subject says in a relative clause of its own before its verb: "The council, which said S, closed the pool"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.reported.adjuncts import after_verb
from claimtrack.core.extract.attribution.scope import begins_predicate
from claimtrack.core.extract.attribution.sources.noun_phrases import subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.cues import past_auxiliaries
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import has_predicate, word_at
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_LONGEST_NAMED = 20
_FEWEST_SAID, _FEWEST_DONE = 3, 3
_STRIKE = frozenset({"a", "an", "off"})
"""What is called here is no sham but a strike: "called a one-day strike"."""
_THEN = lexicon.CUES | lexicon.DEEDS
"""Verbs behind which whoever says something besides has words or a deed of his own."""


class Aside(NamedTuple):
    """A subject, what it says as if told by itself ("The council said S"), and what is told of it ("closed the pool")."""

    subject: list[Token]
    says: list[Token]
    does: list[Token]


def said_aside(tokens: list[Token]) -> Aside | None:
    """What the subject of a sentence says in a relative clause, and what is told of it; None where there is no such clause.

    Only what can be checked: a figure, or what was said once; "The firm, which says it is sound, was fined" tells who it is.
    """
    words = [token.lower for token in tokens[:_LONGEST_NAMED]]
    who = next((i for i, word in enumerate(words) if word in {"who", "which"} and i > 1), 0)
    if not who or words[who - 1] != ",":
        return None
    end = (
        who - 1 - 3 * (words[who - 2] == ")" and word_at(tokens, who - 4) == "(")
    )  # "the Port Union (PU), which"
    named = subject_start(tokens, end), end
    verb = past_auxiliaries(tokens, who + 1)
    if named[0] > (words[0] in lexicon.COORDINATORS) or any(map(is_finite, tokens[: who - 1])):
        return None
    if not _names_speaker(tokens[slice(*named)]) or tokens[verb].lower not in lexicon.REPORTING_VERBS:
        return None
    said = after_verb(tokens, verb)
    ends = (i for i in range(said + _FEWEST_SAID, len(tokens) - _FEWEST_DONE) if tokens[i].text == ",")
    close = next((i for i in ends if _is_closed(tokens, said, i)), 0)
    if not close or not (
        tokens[verb].lower.endswith(("d", "wrote", "found")) or _has_figure(tokens[said:close])
    ):
        return None
    subject = tokens[slice(*named)]
    return Aside(subject, [*subject, *tokens[who + 1 : close]], tokens[close + 1 :])


def _names_speaker(subject: list[Token]) -> bool:
    heads = {lexicon.singular(token.lower) for token in subject}
    return is_speaker(subject) or not heads.isdisjoint(nouns.BODIES | nouns.GROUPS)


def _is_closed(tokens: list[Token], said: int, comma: int) -> bool:
    """Whether what was said ends at a comma, and the verb of the main clause stands behind it, which says nothing."""
    verb = past_auxiliaries(tokens, comma + 1)
    reports = tokens[verb].lower in _THEN and not tokens[verb].lower.endswith(
        "ing"
    )  # "are considering a claim"
    reports = reports and not (tokens[verb].lower == "called" and word_at(tokens, verb + 1) in _STRIKE)
    does = begins_predicate(tokens, comma + 1) and not reports
    start = said + (tokens[said].lower == "that")
    return does and has_predicate(tokens, start, comma) and is_statement(tokens, start, comma)


def _has_figure(said: list[Token]) -> bool:
    return any(token.text[0].isdigit() or token.lower in lexicon.COUNTS for token in said)
