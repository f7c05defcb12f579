"""Who a verb behind a relative clause is told of: the one before that clause, or whoever another clause begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING, noun_phrase_before
from claimtrack.core.match.reading.syntax.phrases import HELPERS, clause_start
from claimtrack.core.match.reading.syntax.verbs import (
    CONJUNCTIONS,
    CONTENT_CLAUSE_VERBS,
    PRONOUNS,
    verb_places,
)
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import FINITE_AUXILIARIES, FINITE_BE, RELATIVES
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_JOINING = CONJUNCTIONS | {"where"}


def subject_before_relative_clause(reading: Reading, start: int) -> frozenset[str] | None:
    """Who stands before a relative clause behind which a verb begins: "the *guard* who shot the burglar arrested"; None where none does."""
    words, opens = reading.words, clause_start(reading, start)
    clause = next((at for at in range(start - 1, opens, -1) if words[at] in RELATIVES), 0)
    if not clause or is_verb_form(words[clause - 1]) or not _JOINING.isdisjoint(words[clause:start]):
        return None
    first = next((at for at in verb_places(reading) if clause < at < start), start)
    if any(
        words[at] in FINITE_AUXILIARIES and words[at - 1] not in PRONOUNS for at in range(first + 1, start)
    ):
        return None  # "the firm that owned the bus | was sued by the parents hurt"
    told = any(words[at] in HELPERS or is_verb_form(words[at]) for at in range(clause + 1, start))
    return noun_phrase_before(reading, clause)[0] if told else None


def subject_before_content_clause(reading: Reading, start: int) -> frozenset[str]:
    """Who stands before a clause in which something is told to be so: "the *clerk* who said that it was empty | was arrested"."""
    words, opens, told = reading.words, clause_start(reading, start), verb_places(reading)
    places = (at for at in range(start - 1, opens, -1) if words[at] in RELATIVES)
    clause = next((at for at in places if at - 1 not in told), 0)
    return (
        noun_phrase_before(reading, clause)[0]
        if clause and _JOINING.isdisjoint(words[clause:start])
        else NOTHING
    )


def starts_new_clause(reading: Reading, begins: int) -> bool:
    """Whether a clause begins with whoever stands at a place: "parents whose | *children* were", "the nurse who left says | the *doctor* lied"."""
    words, told = reading.words, verb_places(reading)
    clause = next((at for at in range(begins - 1, 0, -1) if words[at] in RELATIVES), begins)
    last = next(
        (at for at in range(begins - 1, clause, -1) if at in told or stem(words[at]) in CONTENT_CLAUSE_VERBS),
        0,
    )
    second = any(at in told or words[at] in FINITE_BE for at in range(clause + 1, last))
    tells = last == begins - 1 or stem(words[last]) in CONTENT_CLAUSE_VERBS
    if words[begins - 1] == "whose" or (last == begins - 1 and stem(words[last]) in _WITHOUT_OBJECT):
        return True  # "a man who said | *God* had told him": he said no God
    return second and tells and words[last - 1] != "to"


_WITHOUT_OBJECT = stems_of("say think insist argue")
