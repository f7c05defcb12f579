"""Relative and content clauses: their antecedent, and the subject of a verb that follows one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import ARTICLES, BE, FINITE_AUXILIARIES, FINITE_BE, RELATIVES
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING, noun_phrase_after, noun_phrase_before
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, HELPERS, PHRASE_BREAKS, clause_start
from claimtrack.core.match.reading.syntax.verbs import (
    CONJUNCTIONS,
    CONTENT_CLAUSE_VERBS,
    PRONOUNS,
    verb_places,
)
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_CONJUNCTIONS = CONJUNCTIONS | {"where"}


def subject_before_relative_clause(reading: Reading, start: int) -> frozenset[str] | None:
    """Return the noun phrase before the relative clause that precedes a verb, "the *guard* who shot the burglar arrested"; None if there is no such clause."""
    words, opens = reading.words, clause_start(reading, start)
    clause = next((at for at in range(start - 1, opens, -1) if words[at] in RELATIVES), 0)
    if not clause or is_verb_form(words[clause - 1]) or not _CONJUNCTIONS.isdisjoint(words[clause:start]):
        return None
    first = next((at for at in verb_places(reading) if clause < at < start), start)
    if any(
        words[at] in FINITE_AUXILIARIES and words[at - 1] not in PRONOUNS for at in range(first + 1, start)
    ):
        return None  # "the firm that owned the bus | was sued by the parents hurt"
    has_verb = any(words[at] in HELPERS or is_verb_form(words[at]) for at in range(clause + 1, start))
    return noun_phrase_before(reading, clause)[0] if has_verb else None


def subject_before_content_clause(reading: Reading, start: int) -> frozenset[str]:
    """Return the noun phrase before a clause that reports what is said, "the *clerk* who said that it was empty | was arrested"."""
    words, opens, verbs = reading.words, clause_start(reading, start), verb_places(reading)
    places = (at for at in range(start - 1, opens, -1) if words[at] in RELATIVES)
    clause = next((at for at in places if at - 1 not in verbs), 0)
    return (
        noun_phrase_before(reading, clause)[0]
        if clause and _CONJUNCTIONS.isdisjoint(words[clause:start])
        else NOTHING
    )


def starts_new_clause(reading: Reading, begins: int) -> bool:
    """Whether the noun phrase at a place opens a clause of its own: "parents whose | *children* were", "the nurse who left says | the *doctor* lied"."""
    words, verbs = reading.words, verb_places(reading)
    clause = next((at for at in range(begins - 1, 0, -1) if words[at] in RELATIVES), begins)
    between = range(begins - 1, clause, -1)
    last = next((at for at in between if at in verbs or stem(words[at]) in CONTENT_CLAUSE_VERBS), 0)
    second = any(at in verbs or words[at] in FINITE_BE for at in range(clause + 1, last))
    is_content_verb = last == begins - 1 or stem(words[last]) in CONTENT_CLAUSE_VERBS
    if words[begins - 1] == "whose" or (last == begins - 1 and stem(words[last]) in _WITHOUT_OBJECT):
        return True  # "a man who said | *God* had told him": he said no God
    return second and is_content_verb and words[last - 1] != "to"


_WITHOUT_OBJECT = stems_of("say think insist argue")


def find_antecedent(reading: Reading, pronoun: int) -> frozenset[str]:
    """Return the antecedent of a relative pronoun: "*the firm* that owed", "went to *Holm*, who beat"."""
    antecedent, begins = noun_phrase_before(reading, pronoun)
    links = ("to", "from", "by") if reading.words[pronoun] == "who" else ("to",)
    near = [at for at in range(begins, pronoun) if reading.words[at] in links]
    if reading.is_boundary(pronoun) and near:
        antecedent = noun_phrase_after(reading, near[-1])
    return antecedent or subject_of_cleft(reading, begins)


def opens_bare_relative(reading: Reading, begins: int) -> bool:
    """Whether a noun phrase opens a relative clause without a pronoun: "the man | *the police* shot"."""
    before = reading.words[begins - 1]
    if reading.words[begins] not in DETERMINERS - ARTICLES | {"the"} or before in PHRASE_BREAKS:
        return False
    return not before.endswith(("ly", "ing")) and begins - 1 not in verb_places(reading)


def subject_of_cleft(reading: Reading, begins: int) -> frozenset[str]:
    """Return the subject of "was the one": "*Paris* was the one to leave"."""
    is_cleft = begins > 1 and reading.words[begins - 1] in BE and reading.words[begins + 1] == "one"
    return noun_phrase_before(reading, begins - 1)[0] if is_cleft else NOTHING
