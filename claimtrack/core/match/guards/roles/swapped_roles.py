"""Whether agent and patient are exchanged between two clauses with the same predicate: "A sued B", "B sued A", "A was sued by B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.paraphrases import are_synonymous, unmatched
from claimtrack.core.match.reading.reading import share_meaning, share_sense
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause

REPORTING_VERBS = stems_of("say tell warn report add announce")
"""Reporting verbs: their subject only speaks, but their passive may have a patient ("was told", "was warned")."""
ERGATIVE_VERBS = stems_of(
    "move return train retire gather grow work double halve increase decrease rise fall change close shut "
    "open end start begin stop form drown burn sink lose break turn drop improve worsen shrink expand "
    "develop spread split engage register crash collapse hide dress wash injure hurt strand trap arrive "
    "expire complete qualify graduate base locate relocate transfer"
)
"""Verbs whose subject, without an object, is the patient: "the bridge opened", "the bridge was opened"."""
_MOTION_VERBS = stems_of("come go")
BENEFACTIVE_VERBS = stems_of("win earn bring get secure")
"""Verbs whose first object may be a beneficiary: "won *Kosovo* a medal"."""


def are_roles_swapped(one: Clause, other: Clause, towards: tuple[str, ...]) -> bool:
    """Whether agent and patient of two clauses are exchanged, the patient also after a preposition; one of the two may be paraphrased."""
    return any(_are_swapped_with(one, other, links) for links in (towards, ("from",)))


def _are_swapped_with(one: Clause, other: Clause, links: tuple[str, ...]) -> bool:
    """The same, with the patient after one of some prepositions."""
    if None in (one.passive, other.passive):
        return False
    links = links if ERGATIVE_VERBS.isdisjoint(one.predicate) else ()
    obliques = [x.object_after(*links) for x in (one, other)]
    sides = [(x.agent, x.patient | oblique) for x, oblique in zip((one, other), obliques, strict=True)]
    stays = one.agent & other.agent or (obliques[0] or one.patient) & (obliques[1] or other.patient)
    apart = [(x - y, y - x) for x, y in sides]
    wholly = one.agent <= sides[1][1] and other.agent <= sides[0][1]
    if one.agent and not wholly and are_synonymous(one.agent, other.agent):
        return False  # "rich nations helped poor countries", "wealthy countries helped poor nations"
    if stays:  # "rich *nations* helped poor *countries*"
        other_words = [(unmatched(*side), unmatched(*side[::-1])) for side in apart]
        apart = other_words if all(map(all, other_words)) else apart
    (agent, patient), (agent_b, patient_b) = apart
    forward, back = agent & patient_b, agent_b & patient
    if stays or (forward and back):
        return bool(forward and back)
    return bool(forward and share_sense(agent_b, patient)) or bool(back and share_sense(agent, patient_b))


def is_reflexive_in_one(one: Clause, other: Clause) -> bool:
    """Whether an action is reflexive in one clause and has another agent in the other: "shot himself", "was shot by police"."""
    themselves = [x.agent == x.patient for x in (one, other)]
    if one.verb != other.verb or not (one.agent and other.agent) or one.agent & other.agent:
        return False
    return any(themselves) and share_meaning(one.patient, other.patient)


def are_voices_swapped(one: Clause, other: Clause) -> bool:
    """Whether the roles are exchanged between an active and a passive clause: "was sued by the firm", "sued the firm"."""
    if {one.passive, other.passive} != {True, False}:
        return False
    passive, active = (one, other) if one.passive else (other, one)
    if passive.agent & active.agent or passive.patient & active.patient:
        return False
    if passive.agent and passive.agent <= active.patient:
        return True
    reports = not REPORTING_VERBS.isdisjoint(one.predicate)
    sure = (one.verb == other.verb or reports or _WIN in one.predicate) and (active.patient or reports)
    is_swapped = passive.patient == active.agent and passive.patient
    return bool(sure and is_swapped) and ERGATIVE_VERBS.isdisjoint(one.predicate)


_WIN = stem("win")


def is_winner_opponent(one: Clause, other: Clause) -> bool:
    """Whether the winner of the one is whom the other names as beaten: "won her case against the editor", "the editor won the case"."""
    if _WIN not in one.predicate & other.predicate or one.passive is not False or other.passive is not False:
        return False
    beaten = one.object_after("against", "over")
    return one.agent.isdisjoint(other.agent) and not other.agent.isdisjoint(beaten)


def is_role_reversed(one: Clause, other: Clause) -> bool:
    """Whether the agent of one clause is the patient of the other, and neither role is shared."""
    if None in (one.passive, other.passive) or one.predicate & (BENEFACTIVE_VERBS | _MOTION_VERBS):
        return False
    forward, back = one.agent & other.patient, other.agent & one.patient
    crossed = forward or back if ERGATIVE_VERBS.isdisjoint(one.predicate) else forward and back
    if not ERGATIVE_VERBS.isdisjoint(one.predicate) and not (one.patient and other.patient):
        return False
    stays = one.agent & other.agent or share_meaning(one.patient, other.patient)
    return bool(crossed and not stays)
