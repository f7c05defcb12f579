"""Guards on who does what to whom, in any voice and word order: "A sued B", "it was B that sued A"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import ARTICLES, BE, words_of
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.roles.swapped_roles import (
    BENEFACTIVE_VERBS,
    ERGATIVE_VERBS,
    REPORTING_VERBS,
    are_roles_swapped,
    are_voices_swapped,
    is_reflexive_in_one,
    is_role_reversed,
    is_winner_opponent,
)
from claimtrack.core.match.guards.roles.transfers import (
    GENERIC_PEOPLE,
    find_reversed_transfers,
    is_movement_reversed,
)
from claimtrack.core.match.guards.roles.transpositions import LAWS, PASS, RECIPROCAL_VERBS, SYMMETRIC_VERBS
from claimtrack.core.match.guards.roles.word_order import is_only_reordered
from claimtrack.core.match.reading.attribution import REPORTING_CUES
from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.paraphrases import unmatched
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING, display_term, names_by_place
from claimtrack.core.match.reading.syntax.phrases import Sides, share_list
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause

NON_AGENTIVE_VERBS = RECIPROCAL_VERBS - REPORTING_VERBS | stems_of(
    "die suffer cost divorce sign join marry share exchange agree recognise need face"
)
"""Symmetric verbs, and verbs whose subject is no agent: "meet", "cost", "die"."""
_REPORT = stem("report")
"""Its passive has a patient only with "to": "reported to the police", but "it was reported"."""
_PATIENT_PREPOSITIONS = ("to", "at", "against")
_CLEFT_PREPOSITIONS = (*_PATIENT_PREPOSITIONS, "with")
"""In a cleft sentence "with" marks a patient, too, elsewhere a co-agent: "it was Holm that broke with Vale"."""
_COORDINATORS = words_of(
    "and or between alongside together than like unlike as before after ahead since until"
)
"""A name after one of these is a co-agent or belongs to another clause: "A and B signed it", "did so before B"."""


def agent_patient_swapped(a: Reading, b: Reading) -> str | None:
    """Agent and patient, or giver and recipient, are exchanged: "A sued B", "it was B that sued A"."""
    sides = next(find_reversed_transfers(a, b), None) or next(_find_swapped_roles(a, b), None)
    if sides is None or are_converse_comparisons(a, b) or is_only_reordered(a, b):
        return None
    left, right = sides
    apart = left - right or left, right - left or right  # "Nippon Steel", "US Steel"
    quoted = dict.fromkeys(display_term(a, side) or display_term(b, side) for side in apart)
    return f"roles swapped: {' / '.join(filter(None, quoted))}"


def _find_swapped_roles(a: Reading, b: Reading) -> Iterator[Sides]:
    """Pairs of agent and patient of one statement that are the other way round in the other."""
    cleft = _is_cleft(a) or _is_cleft(b)
    for one, other in _pair_clauses(a, b):
        is_beaten, is_beaten_by = is_winner_opponent(one, other), is_winner_opponent(other, one)
        if (
            is_beaten
            or is_beaten_by
            or are_roles_swapped(one, other, _CLEFT_PREPOSITIONS if cleft else _PATIENT_PREPOSITIONS)
            or are_voices_swapped(one, other)
            or is_movement_reversed(one, other)
            or is_reflexive_in_one(one, other)
            or _are_agents_mentioned(a, one, b, other)
        ):
            is_one_sided = is_beaten or not (one.agent and one.patient)
            patient = other.agent or other.patient if is_one_sided else one.patient
            yield Sides(one.agent or one.patient, patient)


def agents_differ(a: Reading, b: Reading) -> str | None:
    """Everything else agrees, but the agent is another: "lightning started it", "it was started by a power line"."""
    is_cleft = _is_cleft(a) or _is_cleft(b)
    if not (is_cleft or "by" in a.vocabulary | b.vocabulary) or a.negators or b.negators:
        return None
    for one, other in _pair_clauses(a, b):
        rest, rest_b = a.terms - one.agent, b.terms - other.agent
        unmatched_sides = bool(unmatched(rest, b.terms)) + bool(unmatched(rest_b, a.terms))
        enough = is_cleft or (len(rest) > _MIN_SHARED_TERMS and one.passive != other.passive)
        both_new = enough and unmatched(one.agent, b.terms) and unmatched(other.agent, a.terms)
        is_rest_shared = both_new and unmatched_sides <= is_cleft
        if is_rest_shared and _are_distinct_agents(a, one.agent, b, other.agent):
            return f"differs: {display_term(a, one.agent)} / {display_term(b, other.agent)}"
    return None


def _is_cleft(reading: Reading) -> bool:
    """Whether a statement is a cleft sentence: "it was Holm that", "Holm was the one to"."""
    words = reading.words
    pronoun = words.index("one") if "one" in reading.vocabulary else 0
    is_the_one = pronoun > 1 and words[pronoun - 1] == "the" and words[pronoun - 2] in BE
    return is_the_one or words[:2] in (["it", "was"], ["it", "is"])


_MIN_SHARED_TERMS = 3
"""Terms besides the agent above which two statements share enough."""


@symmetric_check("differs", sure=False)
def companion_or_patient(one: Reading, other: Reading) -> Excerpts | None:
    """Somebody is a co-agent in one statement and the patient or topic in the other: "the mayor and a banker wrote", "the mayor wrote about a banker"."""
    for x, y in _pair_clauses(one, other):
        topics = frozenset().union(*(terms for word, terms in y.adjuncts if word in _TOPIC_PREPOSITIONS))
        more = x.agent > y.agent != frozenset()
        alike = one.words[x.at] == other.words[y.at] and one.words[x.at].endswith("ing")
        patients = (x.agent - y.agent) & topics if more and bool(x.passive) == bool(y.passive) else None
        joined = (x.agent - y.agent) & y.patient if more else None
        if x.passive and y.passive and not x.agent and x.patient > y.patient:
            joined = (x.patient - y.patient) & y.agent  # "the officer and the farmer were shot"
        patients = patients or (joined if joined and _is_coordinated(one, joined) else None)
        if patients and (alike or _share_past_verb(one, x, other, y)):
            return one.written[x.at], display_term(other, patients)
    return None


def _is_coordinated(reading: Reading, terms: frozenset[str]) -> bool:
    """Whether "and" is right before or after some terms, articles left out."""
    places = [at for term, at in reading.placed_terms if term in terms]
    if not places:
        return False  # they are only implied
    before = [word for word in reading.words[max(0, places[0] - 2) : places[0]] if word not in ARTICLES]
    return before[-1:] == ["and"] or reading.word(places[-1] + 1) == "and"


_TOPIC_PREPOSITIONS = ("for", "about", "at", "to", "against", "of", "on")


def _are_distinct_agents(a: Reading, ours: frozenset[str], b: Reading, theirs: frozenset[str]) -> bool:
    """Whether two agents are certainly distinct: neither generic ("a man"), nor an organisation by name and by description."""
    named = [
        {at: name for at, name in names_by_place(r).items() if name in agent}
        for r, agent in ((a, ours), (b, theirs))
    ]
    known, known_b = (
        {name for at, name in places.items() if at and not agent & _ORGANISATION_STEMS}
        for places, agent in zip(named, (ours, theirs), strict=True)
    )
    if GENERIC_PEOPLE & (ours | theirs) or bool(known) != bool(known_b):
        return False
    if any(is_name_shared(a, at, b) for at, name in named[0].items() if name in known):
        return False
    if any(is_name_shared(b, at, a) for at, name in named[1].items() if name in known_b):
        return False
    if same_name(_join_words(a, ours), _join_words(b, theirs)):
        return False  # "an air strike", "an airstrike"
    return not (ours - unmatched(ours, theirs)) - known and bool(unmatched(theirs, ours))


_ORGANISATION_STEMS = stems_of(ORGANISATION_NOUNS)


def _join_words(reading: Reading, terms: frozenset[str]) -> str:
    """The words of some terms, joined: "an air strike", "an airstrike"."""
    return "".join(reading.words[at] for term, at in reading.placed_terms if term in terms)


@lru_cache(maxsize=16)
def _pair_clauses(a: Reading, b: Reading) -> tuple[tuple[Clause, Clause], ...]:
    """The clauses of two statements with the same predicate, in pairs; none whose roles agree with another clause."""
    both = (predicates(a) & predicates(b)) - NON_AGENTIVE_VERBS
    ours, theirs = find_clauses(a, both), find_clauses(b, both)
    pairs = [(x, y) for x, y in product(ours, theirs) if _share_predicate(x, y)]
    roles = {id(clause): (clause.agent, clause.patient) for pair in pairs for clause in pair}
    alike = (pair for pair in pairs if roles[id(pair[0])] == roles[id(pair[1])] != (NOTHING, NOTHING))
    agreeing = {id(clause) for pair in alike for clause in pair}
    return tuple(pair for pair in pairs if id(pair[0]) not in agreeing and id(pair[1]) not in agreeing)


def _share_predicate(one: Clause, other: Clause) -> bool:
    """Whether two clauses have the same predicate, and it is agentive: not "met", nor "said" in both."""
    both, either = one.predicate & other.predicate, one.predicate | other.predicate
    if not both or not NON_AGENTIVE_VERBS.isdisjoint(either):
        return False
    if PASS in either and LAWS & (one.agent | other.agent):
        return False  # a bill passes the house that passes it
    is_addressed = _REPORT in both and all(x.patient and x.object_after("to") for x in (one, other))
    return is_addressed or one.passive != other.passive or REPORTING_VERBS.isdisjoint(both)


def agent_patient_transposed(a: Reading, b: Reading) -> Difference | None:
    """Agent and patient change places though the words are the same: "the man who shot the police", "the man the police shot"."""
    for one, other in _pair_clauses(a, b):
        if _share_past_verb(a, one, b, other) and is_role_reversed(one, other):
            quoted = " / ".join(r.as_written(x.at - 1, x.at + 1) for r, x in ((a, one), (b, other)))
            both = bool(one.agent & other.patient and one.patient & other.agent)
            return Difference(f"differs: {quoted}", sure=True, in_any_order=both)
    return None


def _share_past_verb(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether two clauses have the same verb, in a form that reports an action."""
    places = ((a, one.at), (b, other.at))
    if any(r.words[at] in REPORTING_CUES and r.is_boundary(at) for r, at in places):
        return False  # ", wrote the clerk"
    return one.verb == other.verb and all(is_verb_form(r.words[at]) for r, at in places)


def _are_agents_mentioned(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether each agent is named by the other statement in another role."""
    ours, theirs = one.agent, other.agent
    if not ours or not theirs or ours & theirs or (one.predicate | other.predicate) & _ROLE_NEUTRAL_VERBS:
        return False
    if not (one.patient and other.patient) and not ERGATIVE_VERBS.isdisjoint(one.predicate):
        return False
    return ours <= _names_besides_agent(b, other) and theirs <= _names_besides_agent(a, one)


_ROLE_NEUTRAL_VERBS = BENEFACTIVE_VERBS | REPORTING_VERBS | SYMMETRIC_VERBS


def _names_besides_agent(reading: Reading, clause: Clause) -> frozenset[str]:
    """The names of a statement that are not the agent of a clause, nor coordinated with it."""
    named = names_by_place(reading).items()
    agent_places = [at for at, name in named if name in clause.agent]
    other_names = (
        name
        for at, name in named
        if _COORDINATORS.isdisjoint(reading.words[max(0, at - 2) : at])
        and not any(share_list(reading, at, place) for place in agent_places)
    )
    return frozenset(other_names) - clause.agent
