"""Who does what to whom: the clauses of a statement, each with its predicate, agent, patient and adjuncts, in the active or the passive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import BE, FINITE_BE, HAVE, PASSIVE, REFLEXIVES, RELATIVES, words_of
from claimtrack.core.match.reading.syntax.noun_phrases import (
    COORDINATORS,
    NOTHING,
    PREPOSITIONS,
    content_terms_at,
    find_by_agent,
    names_by_place,
    noun_phrase_after,
    noun_phrase_before,
)
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, HELPERS, clause_end, clause_start
from claimtrack.core.match.reading.syntax.predicates import predicates_by_place
from claimtrack.core.match.reading.syntax.relative_clauses import (
    find_antecedent,
    opens_bare_relative,
    starts_new_clause,
    subject_before_content_clause,
    subject_before_relative_clause,
    subject_of_cleft,
)
from claimtrack.core.match.reading.syntax.verbs import (
    BEFORE_GERUND,
    CONJUNCTIONS,
    PRONOUNS,
    is_hyphenated,
    is_participle,
    verb_places,
)
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_BETWEEN_SUBJECT_AND_VERB = words_of(
    HELPERS | REFLEXIVES,
    "to later then thereby thus soon first once twice again now all both get gets got being able having",
)
"""Words that may stand between a subject and its verb: "the bank *has since* paid"."""
_STATES = words_of(
    "dead alive asleep awake unconscious conscious safe unharmed unhurt unscathed injured wounded alone naked guilty innocent"
)
"""In these somebody is found or left, and nobody is acted upon: "diver *found dead*"."""
_AFTER_STATE = PREPOSITIONS | CONJUNCTIONS | words_of("and")
_PASSIVE_AUXILIARIES = PASSIVE | words_of("get gets")


class Clause(NamedTuple):
    """A verb (its stem, and all that it may mean) with its agent, its patient and its other phrases by their prepositions (`adjuncts`), whatever the voice."""

    verb: str
    predicate: frozenset[int | str]
    agent: frozenset[str]
    patient: frozenset[str]
    adjuncts: tuple[tuple[str, frozenset[str]], ...] = ()
    at: int = 0
    passive: bool | None = False
    """None where the voice is unclear: in "the dose given to them" the verb is a participle, in "the firm gave" it is not."""

    def object_after(self, *prepositions: str) -> frozenset[str]:
        """Return the object of the first of some prepositions: "sold it *to the bank*"."""
        return next((terms for word, terms in self.adjuncts if word in prepositions), NOTHING)


def find_clauses(reading: Reading, meanings: frozenset[int | str]) -> tuple[Clause, ...]:
    """Return the clauses whose predicate shares a meaning with `meanings`, in the order of their verbs."""
    verbs = predicates_by_place(reading).items()
    places = (at for at, (predicate, _) in verbs if not meanings.isdisjoint(predicate))
    return tuple(_parse_clause(reading, at) for at in places)


def clause_at(reading: Reading, at: int) -> Clause | None:
    """Return the clause whose verb is at a place, or None if there is no verb there."""
    return _parse_clause(reading, at) if at in verb_places(reading) else None


def find_subject_before(reading: Reading, at: int) -> frozenset[str]:
    """Return the subject of the last verb before a place: "*the bank* is accused *of* fraud"."""
    verbs = verb_places(reading)
    verb = next((i for i in range(at - 1, 0, -1) if i in verbs or reading.words[i] in FINITE_BE), 0)
    if verb not in verbs:
        return noun_phrase_before(reading, verb)[0]
    return subject_of(_parse_clause(reading, verb))


def subject_of(clause: Clause) -> frozenset[str]:
    """Return the grammatical subject of a clause: the agent, or in the passive the patient."""
    return clause.patient if clause.passive else clause.agent


@lru_cache(maxsize=256)
def predicates(reading: Reading) -> frozenset[int | str]:
    """Return the meanings of all verbs of a statement: comparing these for two statements is far cheaper than parsing all their clauses."""
    return frozenset().union(*(predicate for predicate, _ in predicates_by_place(reading).values()))


@lru_cache(maxsize=512)
def _parse_clause(reading: Reading, at: int) -> Clause:
    """Return the clause of the verb or action noun at a place."""
    words = reading.words
    if at not in verb_places(reading):
        return _parse_action_noun(reading, at)
    start = _find_verb_phrase_start(reading, at)
    verb, (predicate, places) = stem(words[at]), predicates_by_place(reading)[at]
    last = places[-1]
    subject, antecedent, inverted = _find_subject(reading, start)
    adjuncts, agent = tuple(_find_adjuncts(reading, at, last)), find_by_agent(reading, last)
    is_bare = start == at - is_hyphenated(reading, at)
    is_passive = agent and is_bare and _is_reduced_passive(reading, at, last)
    if is_passive or (is_participle(words[at]) and _has_passive_auxiliary(words, start, at, inverted)):
        pairs = pairwise(words[at:])
        if not agent and any(by == "by" and word in _OBJECT_PRONOUNS for by, word in pairs):
            agent = subject & _possessors(reading, start)  # "the mayor's wife was sued by him"
            subject -= agent
        return Clause(verb, predicate, agent, subject, adjuncts, at, passive=True)
    inner = [content_terms_at(reading, range(i, i + 1)) for i in range(at + 1, last) if i not in places]
    after = NOTHING if _is_state(reading, last + 1) else noun_phrase_after(reading, last)
    patient = NOTHING.union(*inner) or after
    if reading.word(last + 1) in REFLEXIVES:
        patient = subject  # "shot himself"
    if not (patient or antecedent) and reading.word(at + 1) in _OBJECT_PRONOUNS:
        patient = subject & _possessors(reading, start)  # "the mayor's wife sued him"
        subject -= patient
    patient = patient or antecedent
    has_is = start and words[start - 1].endswith("'s") and start < at  # "the mayor's not charged"
    is_active = patient or start < at or not is_verb_form(words[at]) or _is_main_verb(reading, at)
    passive = False if is_active and not has_is else None
    return Clause(verb, predicate, subject, patient, adjuncts, at, passive)


def _is_state(reading: Reading, at: int) -> bool:
    """Whether a word is all that follows a verb, and says how somebody is: "found *dead* in a lake", but "found dead fish"."""
    ends = at + 1 >= len(reading.words) or reading.is_boundary(at + 1)
    return reading.word(at) in _STATES and (ends or reading.words[at + 1] in _AFTER_STATE)


def _find_verb_phrase_start(reading: Reading, at: int) -> int:
    """Return where the auxiliaries and adverbs before a verb begin: "the council | *has decided to* sue"."""
    words, start = reading.words, at - is_hyphenated(reading, at)
    while start and not reading.is_boundary(start):
        word, is_infinitive = words[start - 1], words[start] == "to" and start - 1 in verb_places(reading)
        if not (word in _BETWEEN_SUBJECT_AND_VERB or word.endswith("ly") or is_infinitive):
            break
        start -= 1
    return start


def _is_reduced_passive(reading: Reading, at: int, last: int) -> bool:
    """Whether a verb without auxiliary is a participle with "by": "the men arrested by police"; but "won by one vote"."""
    counted = any(q.first == last + 2 for q in reading.quantities)
    return reading.words[last + 1] == "by" and is_verb_form(reading.words[at]) and not counted


def _has_passive_auxiliary(words: Sequence[str], start: int, at: int, inverted: bool) -> bool:
    """Whether an auxiliary makes a verb passive: "*was* sold", but "is said to | have sold"."""
    to = next((i for i in range(at - 1, start, -1) if words[i] == "to"), start)
    return words[at - 1] != "to" and (inverted or not _PASSIVE_AUXILIARIES.isdisjoint(words[to:at]))


def _parse_action_noun(reading: Reading, at: int) -> Clause:
    """Return the clause that an action noun expresses: "the *bishop's* criticism of *him*", "the arrest of *a judge* by *the general*"."""
    noun, owned = stem(reading.words[at]), reading.words[at - 1].endswith("'s")
    agent = noun_phrase_before(reading, at)[0] if owned else find_by_agent(reading, at)
    predicate = predicates_by_place(reading)[at][0]
    return Clause(noun, predicate, agent, noun_phrase_after(reading, at + 1), (), at, passive=not owned)


def _possessors(reading: Reading, end: int) -> frozenset[str]:
    """Return the possessors named before a place: "*the mayor's* wife"."""
    owners = (at for at in range(end) if reading.words[at].endswith("'s"))
    return NOTHING.union(*(content_terms_at(reading, range(at, at + 1)) for at in owners))


def _is_main_verb(reading: Reading, at: int) -> bool:
    """Whether a verb without an object is no participle: "the men attacked at dawn", but "the men arrested at dawn were"; nor in a headline."""
    words, opens = reading.words, clause_start(reading, at)
    if words[at - 1] in RELATIVES:
        return True
    helping = HELPERS - {"may"}  # in "in May" it is no verb
    other_words = (words[i] for i in range(opens, clause_end(reading, at)) if i != at)
    alone = not any(word in helping or is_verb_form(word) for word in other_words)
    return alone and words[opens] in DETERMINERS


_BEFORE_CAUSAL_TO = words_of("thanks due owing according")
_OBJECT_PRONOUNS = words_of("him her them")


def _find_adjuncts(reading: Reading, verb: int, last: int) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each prepositional phrase after a verb, up to the end of its clause."""
    for at in range(last + 1, clause_end(reading, verb)):
        if reading.words[at] in RELATIVES | CONJUNCTIONS - PREPOSITIONS - {"and", "or"}:
            return
        due = reading.words[at] == "to" and reading.words[at - 1] in _BEFORE_CAUSAL_TO
        if reading.words[at] in PREPOSITIONS and not due and (terms := noun_phrase_after(reading, at)):
            yield reading.words[at], terms


@lru_cache(maxsize=512)
def _find_subject(reading: Reading, start: int) -> tuple[frozenset[str], frozenset[str], bool]:
    """Return the subject of a verb; the antecedent of the relative clause it is in, "the *state* that Iraq invaded"; and whether "be" or "have" precedes the subject, "nor *was* he asked"."""
    words = reading.words
    is_aside = reading.is_boundary(start) and words[start].endswith("ing")  # "won, beating them"
    if is_aside or words[start - 1 : start] in _SHARING_SUBJECT or words[start] == "having":
        return _find_shared_subject(reading, start), NOTHING, False
    if not start:
        return NOTHING, NOTHING, False
    if reading.is_boundary(start):  # "Eskom, the utility, owes", "Holm, which built the dam, sued"
        return _subject_before_apposition(reading, clause_start(reading, start - 1), start), NOTHING, False
    if words[start - 1] in RELATIVES:
        return find_antecedent(reading, start - 1), NOTHING, False
    subject, begins = noun_phrase_before(reading, start)
    if not subject and begins - 1 in verb_places(reading) and words[begins] in PREPOSITIONS:
        outer, antecedent, _ = _find_subject(reading, begins - 1)  # "*teachers* struck by illness were"
        outer = antecedent or outer or subject_before_relative_clause(reading, start) or NOTHING
        return outer, NOTHING, False
    subject, begins = _include_coordinated(reading, subject, begins)
    subject = subject or subject_of_cleft(reading, begins)
    if not begins or reading.is_boundary(begins):
        return subject, NOTHING, False
    if words[begins - 1] in RELATIVES:
        return subject, noun_phrase_before(reading, begins - 1)[0], False
    return _find_subject_in_clause(reading, start, subject, begins)


def _include_coordinated(
    reading: Reading, subject: frozenset[str], begins: int
) -> tuple[frozenset[str], int]:
    """Return a subject with the noun phrase that opens the clause and is coordinated with it, and where it begins: "*Holm and* Moor sued"."""
    if begins > 1 and reading.words[begins - 1] in COORDINATORS:
        first, opens = noun_phrase_before(reading, begins - 1)
        if first and (not opens or reading.is_boundary(opens) or reading.words[opens - 1] in RELATIVES):
            return subject | first, opens
    return subject, begins


def _find_subject_in_clause(
    reading: Reading, start: int, subject: frozenset[str], begins: int
) -> tuple[frozenset[str], frozenset[str], bool]:
    """Return the same as `_find_subject` for a noun phrase before the verb with words of its clause before it: "nor was *he* asked", "the man *the police* shot"."""
    words = reading.words
    inverted = words[begins - 1] in BE | HAVE and words[begins - 2] not in _BEFORE_UNINVERTED
    is_be = words[start] in FINITE_BE  # "who said it was | *safe* was", "... | *safe* admitted"
    is_one_word = is_be or (begins == start - 1 and not reading.has_capital(begins))
    resumes = inverted and is_one_word if begins < start else is_be
    if resumes and ((resumed := subject_before_content_clause(reading, start)) or (inverted and is_be)):
        return resumed, NOTHING, False
    if subject and starts_new_clause(reading, begins):
        return subject, NOTHING, False
    if not inverted and (main := subject_before_relative_clause(reading, start)) is not None:
        return main, NOTHING, False
    is_bare = opens_bare_relative(reading, begins)
    return subject, noun_phrase_before(reading, begins)[0] if is_bare else NOTHING, inverted


_BEFORE_UNINVERTED = RELATIVES | PRONOUNS | {"there", "to"}
"""After these "be" and "have" do not open a question: "those who claimed *to* be plumbers robbed"."""


def _subject_before_apposition(reading: Reading, opens: int, end: int) -> frozenset[str]:
    """Return the subject before an apposition or aside between commas, with the name given there: "Eskom, the utility,", "the mayor, Ada Moor,"."""
    named = all(reading.has_capital(at) for at in range(opens, end))
    first = reading.words[opens]
    if not opens or not (named or first.endswith("'s") or first in DETERMINERS | RELATIVES | _OPENING_ASIDES):
        return NOTHING
    subject = noun_phrase_before(reading, opens)[0]
    return subject | content_terms_at(reading, range(opens, end)) if subject and named else subject


_SHARING_SUBJECT = [[word] for word in BEFORE_GERUND | {"and", "but", "then"}]


def _find_shared_subject(reading: Reading, start: int) -> frozenset[str]:
    """Return the subject that a verb without one shares with another verb: "*Holm* sued and won", "*Holm* fled after losing", "having lost, *Holm* fled"."""
    words, opens = reading.words, clause_end(reading, start)
    sentence = reading.sentences
    before = [at for at in verb_places(reading) if at < start and sentence[at] == sentence[start]]
    if not before:
        names_after = names_by_place(reading).keys() & range(opens, clause_end(reading, opens))
        return content_terms_at(reading, range(opens, max(names_after, default=opens - 1) + 1))
    clause = _parse_clause(reading, before[-1])
    return clause.patient if clause.passive and words[start - 1] not in ("by", "without") else clause.agent


_OPENING_ASIDES = words_of("once now then formerly aged himself herself itself")
