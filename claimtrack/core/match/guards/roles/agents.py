"""Guards on who does what to whom, in whichever voice and order: "A sued B", "it was B that sued A"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.roles.transfers import (
    GENERIC_PEOPLE,
    find_reversed_transfers,
    is_movement_reversed,
)
from claimtrack.core.match.guards.roles.transpositions import LAWS, PASS, RECIPROCAL_VERBS, SYMMETRIC_VERBS
from claimtrack.core.match.guards.roles.word_order import is_only_reordered
from claimtrack.core.match.reading.attribution import REPORTING
from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.paraphrases import are_synonymous, unmatched
from claimtrack.core.match.reading.reading import share_sense
from claimtrack.core.match.reading.syntax.noun_phrases import display_term, names_by_place
from claimtrack.core.match.reading.syntax.phrases import Sides, share_list
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import BE, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.reading.reading import Reading

_SAYING = stems_of("say tell warn report add announce")
"""Verbs that only tell who speaks, but in the passive to whom."""
NON_AGENTIVE_VERBS = RECIPROCAL_VERBS - _SAYING | stems_of(
    "die suffer cost divorce sign join marry share exchange agree recognise need face"
)
"""Verbs that say the same both ways round, or of which the subject does nothing."""
_REPORT = stem("report")
"""Who is reported to somebody has something done to them; what is reported is only said."""
_TOWARDS = ("to", "at", "against")
_TOWARDS_IN_A_CLEFT = (*_TOWARDS, "with")
"""With whom somebody does something does it as well, unless it is told that it was the one: "it was Holm that broke with Vale"."""
_BY_THEMSELVES = stems_of(
    "move return train retire gather grow work double halve increase decrease rise fall change close shut open end start begin stop form"
    " drown burn sink lose break turn drop improve worsen shrink expand develop spread split engage register"
    " crash collapse hide dress wash injure hurt strand trap arrive expire complete qualify graduate base locate relocate transfer"
)
"""What happens to somebody who does it: "the bridge opened", "the bridge was opened"."""
_COMING = stems_of("come go")
_BESIDE = words_of("and or between alongside together than like unlike as before after ahead since until")
"""Who is named behind these is not whom it is done to, or does it as well: "A and B signed it", "did so before B"."""
_WON_FOR = stems_of("win earn bring get secure")
"""Who does this may do it for somebody else: "won *Kosovo* a medal"."""


def agent_patient_swapped(a: Reading, b: Reading) -> str | None:
    """Who does it in the one has it done to them in the other, or who gives is given to: "A sued B", "it was B that sued A"."""
    sides = next(find_reversed_transfers(a, b), None) or next(_done_back(a, b), None)
    if sides is None or are_converse_comparisons(a, b) or is_only_reordered(a, b):
        return None
    left, right = sides
    apart = left - right or left, right - left or right  # "Nippon Steel", "US Steel"
    told = dict.fromkeys(display_term(a, side) or display_term(b, side) for side in apart)
    return f"roles swapped: {' / '.join(filter(None, told))}"


def _done_back(a: Reading, b: Reading) -> Iterator[Sides]:
    """Who does it and has it done to them in the one, where in the other it is the other way round."""
    cleft = _is_cleft(a) or _is_cleft(b)
    for one, other in _of_one_deed(a, b):
        beaten, turned = _won_against(one, other), _won_against(other, one)
        if (
            beaten
            or turned
            or _exchanged(one, other, _TOWARDS_IN_A_CLEFT if cleft else _TOWARDS)
            or _in_other_voice(one, other)
            or is_movement_reversed(one, other)
            or _by_themselves(one, other)
            or _named_otherwise(a, one, b, other)
        ):
            alone = beaten or not (one.agent and one.patient)
            yield Sides(one.agent or one.patient, other.agent or other.patient if alone else one.patient)


def agents_differ(a: Reading, b: Reading) -> str | None:
    """All else is the same, but somebody or something else did it: "lightning started it", "it was started by a power line"."""
    is_cleft = _is_cleft(a) or _is_cleft(b)
    if not (is_cleft or "by" in a.vocabulary | b.vocabulary) or a.negators or b.negators:
        return None
    for one, other in _of_one_deed(a, b):
        more = bool(unmatched(a.terms - one.agent, b.terms)) + bool(unmatched(b.terms - other.agent, a.terms))
        enough = is_cleft or len(a.terms - one.agent) > _ENOUGH
        both_new = enough and unmatched(one.agent, b.terms) and unmatched(other.agent, a.terms)
        voices = is_cleft or one.passive != other.passive
        if both_new and voices and more <= is_cleft and _are_two(a, one.agent, b, other.agent):
            return f"differs: {display_term(a, one.agent)} / {display_term(b, other.agent)}"
    return None


def _is_cleft(reading: Reading) -> bool:
    """Whether it is told who was the one that did it: "it was Holm that", "Holm was the one to"."""
    words = reading.words
    one = words.index("one") if "one" in reading.vocabulary else 0
    return words[:2] in (["it", "was"], ["it", "is"]) or (
        one > 1 and words[one - 1] == "the" and words[one - 2] in BE
    )


_ENOUGH = 3
"""Terms beside the agent of which more must be the same."""


@symmetric_check("differs", sure=False)
def companion_or_patient(one: Reading, other: Reading) -> Excerpts | None:
    """Who does something with another in the one, and to, for or about them in the other: "the mayor and a banker wrote", "the mayor wrote about a banker"."""
    for x, y in _of_one_deed(one, other):
        about = frozenset().union(*(terms for word, terms in y.adjuncts if word in _ABOUT))
        together = x.passive == y.passive and x.agent > y.agent != frozenset()
        alike = one.words[x.at] == other.words[y.at] and one.words[x.at].endswith("ing")
        if together and (alike or _are_done(one, x, other, y)) and (whom := (x.agent - y.agent) & about):
            return one.written[x.at], display_term(other, whom)
    return None


_ABOUT = ("for", "about", "at", "to", "against", "of", "on")


def _are_two(a: Reading, ours: frozenset[str], b: Reading, theirs: frozenset[str]) -> bool:
    """Whether two who do it are surely two: not anybody and somebody, not a body by its name and by what it is."""
    named = [
        frozenset() if agent & _BODIES else agent & {name for at, name in names_by_place(r).items() if at}
        for r, agent in ((a, ours), (b, theirs))
    ]
    if GENERIC_PEOPLE & (ours | theirs) or bool(named[0]) != bool(named[1]):
        return False
    if any(
        is_name_shared(r, at, x)
        for r, x, two in ((a, b, named[0]), (b, a, named[1]))
        for at, n in names_by_place(r).items()
        if n in two
    ):
        return False
    if same_name(_in_one_word(a, ours), _in_one_word(b, theirs)):
        return False  # "an air strike", "an airstrike"
    return not (ours - unmatched(ours, theirs)) - named[0] and bool(unmatched(theirs, ours))


_BODIES = frozenset(map(stem, ORGANISATION_NOUNS))


def _in_one_word(reading: Reading, terms: frozenset[str]) -> str:
    return "".join(reading.words[at] for term, at in reading.placed_terms if term in terms)


@lru_cache(maxsize=16)
def _of_one_deed(a: Reading, b: Reading) -> tuple[tuple[Clause, Clause], ...]:
    """The clauses of two statements that tell of the same, in whatever word; none that the other statement has as well."""
    both = (predicates(a) & predicates(b)) - NON_AGENTIVE_VERBS
    pairs = [(x, y) for x in clauses(a, both) for y in clauses(b, both) if _is_one_deed(x, y)]
    same = {id(x) for pair in pairs if _have_one_role(*pair) for x in pair}
    return tuple(pair for pair in pairs if id(pair[0]) not in same and id(pair[1]) not in same)


def _is_one_deed(one: Clause, other: Clause) -> bool:
    both, either = one.predicate & other.predicate, one.predicate | other.predicate
    if (
        not both
        or not NON_AGENTIVE_VERBS.isdisjoint(either)
        or (PASS in either and LAWS & (one.agent | other.agent))
    ):
        return False  # a bill passes the house that passes it
    told_on = _REPORT in both and all(clause.patient and clause.object_after("to") for clause in (one, other))
    return told_on or one.passive != other.passive or _SAYING.isdisjoint(both)


def _have_one_role(one: Clause, other: Clause) -> bool:
    """Whether all who do something and all to whom it is done are the same in two clauses."""
    return one[2:4] == other[2:4] != (frozenset(), frozenset())


def _exchanged(one: Clause, other: Clause, towards: tuple[str, ...]) -> bool:
    """Whether each does it in the one and has it done to them in the other, be it told behind a preposition; one of them in another word at most."""
    return any(_exchanged_with(one, other, links) for links in (towards, ("from",)))


def _exchanged_with(one: Clause, other: Clause, links: tuple[str, ...]) -> bool:
    if None in (one.passive, other.passive):
        return False
    links = links if _BY_THEMSELVES.isdisjoint(one.predicate) else ()
    sides = [(x.agent, x.patient | x.object_after(*links)) for x in (one, other)]
    stays = one.agent & other.agent or (one.object_after(*links) or one.patient) & (
        other.object_after(*links) or other.patient
    )
    apart = [(x - y, y - x) for x, y in sides]
    wholly = one.agent <= sides[1][1] and other.agent <= sides[0][1]
    if one.agent and not wholly and are_synonymous(one.agent, other.agent):
        return False  # "rich nations helped poor countries", "wealthy countries helped poor nations"
    if stays:  # "rich *nations* helped poor *countries*"
        other_words = [(unmatched(*side), unmatched(*side[::-1])) for side in apart]
        apart = other_words if all(map(all, other_words)) else apart
    (agent, patient), (agent_b, patient_b) = apart
    there, back = agent & patient_b, agent_b & patient
    if stays or (there and back):
        return bool(there and back)
    return bool(there and share_sense(agent_b, patient)) or bool(back and share_sense(agent, patient_b))


def _by_themselves(one: Clause, other: Clause) -> bool:
    """Whether who does it to themselves in the one has it done by another in the other: "shot himself", "was shot by police"."""
    themselves = [x.agent == x.patient for x in (one, other)]
    if one.verb != other.verb or not (one.agent and other.agent) or one.agent & other.agent:
        return False
    done_to_one = one.patient & other.patient or share_sense(one.patient, other.patient)
    return any(themselves) and bool(done_to_one)


def _in_other_voice(one: Clause, other: Clause) -> bool:
    """Whether who does it in the active has it done to them in the passive: "was sued by the firm", "sued the firm"."""
    if {one.passive, other.passive} != {True, False}:
        return False
    passive, active = (one, other) if one.passive else (other, one)
    if passive.agent & active.agent or passive.patient & active.patient:
        return False
    if passive.agent and passive.agent <= active.patient:
        return True
    sure = one.verb == other.verb or not (_SAYING | {_WIN}).isdisjoint(one.predicate)
    told = (
        passive.patient == active.agent
        and passive.patient
        and (active.patient or not _SAYING.isdisjoint(one.predicate))
    )
    return bool(sure and told) and _BY_THEMSELVES.isdisjoint(one.predicate)


_WIN = stem("win")


def _won_against(one: Clause, other: Clause) -> bool:
    """Whether who wins in the one is whom the other tells it was won against: "won her case against the editor", "the editor won the case"."""
    if _WIN not in one.predicate & other.predicate or one.passive is not False or other.passive is not False:
        return False
    return one.agent.isdisjoint(other.agent) and not other.agent.isdisjoint(
        one.object_after("against", "over")
    )


def _turned(one: Clause, other: Clause) -> bool:
    """Whether who does it in the one has it done to them in the other, and nobody stays what they are."""
    if None in (one.passive, other.passive) or one.predicate & (_WON_FOR | _COMING):
        return False
    there, back = one.agent & other.patient, other.agent & one.patient
    crossed = there or back if _BY_THEMSELVES.isdisjoint(one.predicate) else there and back
    if not _BY_THEMSELVES.isdisjoint(one.predicate) and not (one.patient and other.patient):
        return False
    stays = one.agent & other.agent or one.patient & other.patient or share_sense(one.patient, other.patient)
    return bool(crossed and not stays)


def agent_patient_transposed(a: Reading, b: Reading) -> Difference | None:
    """Who does it in the one has it done to them in the other, and the words are the same: "the man who shot the police", "the man the police shot"."""
    for one, other in _of_one_deed(a, b):
        if _are_done(a, one, b, other) and _turned(one, other):
            told = " / ".join(r.as_written(x.at - 1, x.at + 1) for r, x in ((a, one), (b, other)))
            both = bool(one.agent & other.patient and one.patient & other.agent)
            return Difference(f"differs: {told}", sure=True, in_any_order=both)
    return None


def _are_done(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether the verbs of two clauses are one, which tells what was done."""
    said = any(
        r.words[x.at] in REPORTING and r.is_boundary(x.at) for r, x in ((a, one), (b, other))
    )  # ", wrote the clerk"
    return (
        not said
        and one.verb == other.verb
        and is_verb_form(a.words[one.at])
        and is_verb_form(b.words[other.at])
    )


def _named_otherwise(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether each is done by somebody whom the other names as somebody else."""
    ours, theirs = one.agent, other.agent
    if not ours or not theirs or ours & theirs or (one.predicate | other.predicate) & _NOT_BY_NAME:
        return False
    if not (one.patient and other.patient) and not _BY_THEMSELVES.isdisjoint(one.predicate):
        return False
    return ours <= _named_besides(b, other) and theirs <= _named_besides(a, one)


_NOT_BY_NAME = _WON_FOR | _SAYING | SYMMETRIC_VERBS


def _named_besides(reading: Reading, clause: Clause) -> frozenset[str]:
    """Who is named in a statement, but does not do what a clause tells."""
    named = names_by_place(reading).items()
    doing = [at for at, name in named if name in clause.agent]
    besides = (
        name
        for at, name in named
        if _BESIDE.isdisjoint(reading.words[max(0, at - 2) : at])
        and not any(share_list(reading, at, place) for place in doing)
    )
    return frozenset(besides) - clause.agent
