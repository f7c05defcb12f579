"""Who does what to whom: the clauses of a statement, each with its predicate, agent, patient and adjuncts, whichever stands first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.syntax.noun_phrases import (
    COORDINATORS,
    NOTHING,
    PREPOSITIONS,
    content_terms_at,
    names_by_place,
    noun_phrase_after,
    noun_phrase_before,
)
from claimtrack.core.match.reading.syntax.phrases import (
    BREAKS,
    DETERMINERS,
    HELPERS,
    clause_end,
    clause_start,
    phrase_places_after,
)
from claimtrack.core.match.reading.syntax.predicates import predicates_by_place
from claimtrack.core.match.reading.syntax.relative_clauses import (
    starts_new_clause,
    subject_before_content_clause,
    subject_before_relative_clause,
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
from claimtrack.core.match.words.lexicon import ARTICLES, BE, FINITE_BE, HAVE, PASSIVE, RELATIVES, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_HELPING = HELPERS | words_of(
    "to later then thereby thus soon first once twice again now all both get gets got being able having"
)
"""What may stand between who does something and the verb."""
_PASSIVE = PASSIVE | words_of("get gets")


class Clause(NamedTuple):
    """What is done (the verb as a stem, and all that it may mean), by whom and to whom, in whichever voice; `adjuncts` are the other phrases behind their prepositions."""

    verb: str
    predicate: frozenset[int | str]
    agent: frozenset[str]
    patient: frozenset[str]
    adjuncts: tuple[tuple[str, frozenset[str]], ...] = ()
    at: int = 0
    passive: bool | None = False
    """None where nobody can tell: in "the dose given to them" it is a participle, in "the firm gave" it is none."""

    def object_after(self, *prepositions: str) -> frozenset[str]:
        """What stands behind the first of some prepositions: "sold it *to the bank*"."""
        return next((terms for word, terms in self.adjuncts if word in prepositions), NOTHING)


def clauses(reading: Reading, telling: frozenset[int | str]) -> tuple[Clause, ...]:
    """The clauses of a statement that tell one of some predicates, in the order of their verbs."""
    told = predicates_by_place(reading).items()
    return tuple(_clause(reading, at) for at, (predicate, _) in told if not telling.isdisjoint(predicate))


def clause_at(reading: Reading, at: int) -> Clause | None:
    """The clause of which the verb stands at a place; None where none does."""
    return _clause(reading, at) if at in verb_places(reading) else None


def find_subject_before(reading: Reading, at: int) -> frozenset[str]:
    """Who does, or is, what is told at a place, by the last verb before it."""
    told = verb_places(reading)
    verb = next((i for i in range(at - 1, 0, -1) if i in told or reading.words[i] in FINITE_BE), 0)
    if verb not in told:
        return noun_phrase_before(reading, verb)[0]
    return subject_of(_clause(reading, verb))


def subject_of(clause: Clause) -> frozenset[str]:
    """Who does, or is, what a clause tells, or has it done to them in the passive."""
    return clause.patient if clause.passive else clause.agent


@lru_cache(maxsize=256)
def predicates(reading: Reading) -> frozenset[int | str]:
    """What the verbs of a statement say. To ask what two statements share costs far less than to read all their clauses."""
    return frozenset().union(*(predicate for predicate, _ in predicates_by_place(reading).values()))


@lru_cache(maxsize=512)
def _clause(reading: Reading, at: int) -> Clause:
    words = reading.words
    if at not in verb_places(reading):
        return _told_as_a_thing(reading, at)
    start = first = at - is_hyphenated(reading, at)
    while (
        start
        and not reading.is_boundary(start)
        and (
            _may_stand_between(words[start - 1])
            or (words[start] == "to" and start - 1 in verb_places(reading))
        )
    ):
        start -= 1  # "the council has decided to sue"
    verb = stem(words[at])
    predicate, places = predicates_by_place(reading)[at]
    last = places[-1]
    subject, antecedent, inverted = _subject(reading, start)
    adjuncts, by = tuple(_adjuncts(reading, at, last)), _agent_behind(reading, last)
    counted = any(q.first == last + 2 for q in reading.quantities)  # "won by one vote"
    reduced = by and start == first and words[last + 1] == "by" and is_verb_form(words[at]) and not counted
    helped = next(
        (i for i in range(at - 1, start, -1) if words[i] == "to"), start
    )  # "is said to | have sold"
    is_helped = words[at - 1] != "to" and (inverted or not _PASSIVE.isdisjoint(words[helped:at]))
    if reduced or (is_helped and is_participle(words[at])):
        if not by and any(words[i] == "by" for i in range(at, len(words) - 1) if words[i + 1] in _HIM):
            by = subject & _owners(reading, start)  # "the mayor's wife was sued by him"
            subject -= by
        return Clause(verb, predicate, by, subject, adjuncts, at, passive=True)
    within = [content_terms_at(reading, range(i, i + 1)) for i in range(at + 1, last) if i not in places]
    patient = NOTHING.union(*within) or noun_phrase_after(reading, last)
    if not _REFLEXIVE.isdisjoint(words[last + 1 : last + 2]):
        patient = subject  # "shot himself"
    if not (patient or antecedent) and not _HIM.isdisjoint(words[at + 1 : at + 2]):
        patient = subject & _owners(reading, start)  # "the mayor's wife sued him"
        subject -= patient
    begun = start and words[start - 1].endswith("'s") and start < at  # "the mayor's not charged"
    surely = not begun and (
        patient or antecedent or start < at or not is_verb_form(words[at]) or _is_main_verb(reading, at)
    )
    return Clause(
        verb, predicate, subject, patient or antecedent, adjuncts, at, passive=False if surely else None
    )


def _told_as_a_thing(reading: Reading, at: int) -> Clause:
    """What is done as a noun tells it: "the *bishop's* criticism of *him*", "the arrest of *a judge* by *the general*"."""
    noun, owned = stem(reading.words[at]), reading.words[at - 1].endswith("'s")
    agent = noun_phrase_before(reading, at)[0] if owned else _agent_behind(reading, at)
    predicate = predicates_by_place(reading)[at][0]
    return Clause(noun, predicate, agent, noun_phrase_after(reading, at + 1), (), at, passive=not owned)


def _may_stand_between(word: str) -> bool:
    return word in _HELPING | _REFLEXIVE or word.endswith("ly")


def _owners(reading: Reading, end: int) -> frozenset[str]:
    owners = (at for at in range(end) if reading.words[at].endswith("'s"))
    return NOTHING.union(*(content_terms_at(reading, range(at, at + 1)) for at in owners))


def _is_main_verb(reading: Reading, at: int) -> bool:
    """Whether a verb without an object is no participle: "the men attacked at dawn", but "the men arrested at dawn were"; nor in a headline."""
    words, opens = reading.words, clause_start(reading, at)
    if words[at - 1] in RELATIVES:
        return True
    helping = HELPERS - {"may"}  # nor is "in May" a verb
    others = (words[i] for i in range(opens, clause_end(reading, at)) if i != at)
    return words[opens] in DETERMINERS and not any(word in helping or is_verb_form(word) for word in others)


_DUE = words_of("thanks due owing according")
_HIM = words_of("him her them")
_REFLEXIVE = words_of("himself herself itself themselves")


def _agent_behind(reading: Reading, verb: int) -> frozenset[str]:
    """Who stands behind the "by" of a verb, and not by how much or how it is: "rose by 12 percent", "passed by a narrow margin"."""
    places = (at for at in range(verb + 1, clause_end(reading, verb)) if reading.words[at] == "by")
    return next((noun_phrase_after(reading, by) for by in places if _tells_who(reading, by)), NOTHING)


def _tells_who(reading: Reading, by: int) -> bool:
    words, phrase = reading.words, phrase_places_after(reading, by)
    head = next((at for at in phrase if words[at] == "of"), phrase.stop) - 1
    doing = by + 1 in verb_places(reading)  # "by beating them"
    if doing or words[head] in _MANNERS or (head == by + 1 and words[head] in _MEANS):
        return False
    return not any(
        q.first == by + 1 and any(word in MEASURES for word in words[q.last : q.last + 2])
        for q in reading.quantities
    )


_MANNERS = words_of(
    "margin majority vote votes mistake accident way means dint virtue end deadline date noon midnight dawn dusk morning evening night"
)
_MEANS = words_of(
    "hand hands email mail phone telephone post fax text train car bus taxi lorry truck road rail sea air land boat ship plane bike foot chance"
    " law day default force design nature name sight order agreement consensus acclamation decree referendum lottery lot surprise"
    " proxy consent request appointment satellite radio radar summer winter spring autumn"
)
"""Behind "by" these tell how something is done, and no more than when; "by a car" tells what did it."""


def _adjuncts(reading: Reading, verb: int, last: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The phrases behind a verb that begin with a preposition, up to the end of its clause."""
    for at in range(last + 1, clause_end(reading, verb)):
        if reading.words[at] in RELATIVES | CONJUNCTIONS - PREPOSITIONS - {"and", "or"}:
            return
        due = reading.words[at] == "to" and reading.words[at - 1] in _DUE
        if reading.words[at] in PREPOSITIONS and not due and (terms := noun_phrase_after(reading, at)):
            yield reading.words[at], terms


def _subject(reading: Reading, start: int) -> tuple[frozenset[str], frozenset[str], bool]:
    """What stands before a verb; what a relative clause that it is in is told of: "the *state* that Iraq invaded"; and whether "be" or "have" stands before that: "nor *was* he asked"."""
    words = reading.words
    aside = reading.is_boundary(start) and words[start].endswith("ing")  # "won, beating them"
    if aside or words[start - 1 : start] in _GOING_ON or words[start] == "having":
        return _who_else_does(reading, start), NOTHING, False
    if not start:
        return NOTHING, NOTHING, False
    if reading.is_boundary(start):  # "Eskom, the utility, owes", "Holm, which built the dam, sued"
        return _with_apposed(reading, clause_start(reading, start - 1), start), NOTHING, False
    if words[start - 1] in RELATIVES:
        told_of, begins = noun_phrase_before(reading, start - 1)
        opening = ("to", "from", "by") if words[start - 1] == "who" else ("to",)
        near = [at for at in range(begins, start - 1) if words[at] in opening]
        if reading.is_boundary(start - 1) and near:  # "went to *Holm*, who beat"
            told_of = noun_phrase_after(reading, near[-1])
        return told_of or _who_is_the_one(reading, begins), NOTHING, False
    subject, begins = noun_phrase_before(reading, start)
    if not subject and begins - 1 in verb_places(reading) and words[begins] in PREPOSITIONS:
        doer, told_of, _ = _subject(reading, begins - 1)  # "*teachers* struck by illness were"
        return told_of or doer or subject_before_relative_clause(reading, start) or NOTHING, NOTHING, False
    if begins > 1 and words[begins - 1] in COORDINATORS:
        also, opens = noun_phrase_before(reading, begins - 1)
        if also and (not opens or reading.is_boundary(opens) or words[opens - 1] in RELATIVES):
            subject, begins = subject | also, opens
    subject = subject or _who_is_the_one(reading, begins)
    if not begins or reading.is_boundary(begins):
        return subject, NOTHING, False
    if words[begins - 1] in RELATIVES:
        return subject, noun_phrase_before(reading, begins - 1)[0], False
    inverted = words[begins - 1] in BE | HAVE and words[begins - 2] not in _NO_QUESTION
    is_told = words[start] in FINITE_BE  # "who said it was | *safe* was", "... | *safe* admitted"
    phrase_meanings = is_told or (begins == start - 1 and not reading.has_capital(begins))
    resumes = inverted and phrase_meanings if begins < start else is_told
    if resumes and ((resumed := subject_before_content_clause(reading, start)) or (inverted and is_told)):
        return resumed, NOTHING, False
    if subject and starts_new_clause(reading, begins):
        return subject, NOTHING, False
    if not inverted and (main := subject_before_relative_clause(reading, start)) is not None:
        return main, NOTHING, False
    bare = (
        words[begins] in DETERMINERS - ARTICLES | {"the"} and words[begins - 1] not in BREAKS
    )  # "the man the police shot"
    bare = bare and not words[begins - 1].endswith(("ly", "ing")) and begins - 1 not in verb_places(reading)
    return subject, noun_phrase_before(reading, begins)[0] if bare else NOTHING, inverted


_NO_QUESTION = RELATIVES | PRONOUNS | {"there", "to"}
"""Behind these "be" and "have" ask nothing: "those who claimed *to* be plumbers robbed"."""


def _with_apposed(reading: Reading, opens: int, end: int) -> frozenset[str]:
    """Who stands before what is told of them between two commas, with the name that they have there: "Eskom, the utility,", "the mayor, Ada Moor,"."""
    named = all(reading.has_capital(at) for at in range(opens, end))
    first = reading.words[opens]
    if not opens or not (named or first.endswith("'s") or first in DETERMINERS | RELATIVES | _ONCE):
        return NOTHING
    who = noun_phrase_before(reading, opens)[0]
    return who | content_terms_at(reading, range(opens, end)) if who and named else who


_GOING_ON = [[word] for word in BEFORE_GERUND | {"and", "but", "then"}]


def _who_else_does(reading: Reading, start: int) -> frozenset[str]:
    """Who does what the clause tells in which a verb begins that has nobody before it: "*Holm* sued and won", "*Holm* fled after losing", "having lost, *Holm* fled"."""
    words, opens = reading.words, clause_end(reading, start)
    before = [
        at for at in verb_places(reading) if at < start and reading.sentences[at] == reading.sentences[start]
    ]
    if not before:
        names_behind = names_by_place(reading).keys() & range(opens, clause_end(reading, opens))
        return content_terms_at(reading, range(opens, max(names_behind, default=opens - 1) + 1))
    main = _clause(reading, before[-1])
    return main.patient if main.passive and words[start - 1] not in ("by", "without") else main.agent


_ONCE = words_of("once now then formerly aged himself herself itself")


def _who_is_the_one(reading: Reading, begins: int) -> frozenset[str]:
    """Who is told to be the one that did it: "*Paris* was the one to leave"."""
    is_told = begins > 1 and reading.words[begins - 1] in BE and reading.words[begins + 1] == "one"
    return noun_phrase_before(reading, begins - 1)[0] if is_told else NOTHING
