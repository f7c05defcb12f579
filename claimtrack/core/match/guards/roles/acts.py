"""Guard: are two mutually exclusive actions reported of the same patient? "lent three swords to Oslo", "three swords were donated to Oslo"."""

from __future__ import annotations

from functools import lru_cache
from itertools import product, takewhile
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import ARTICLES, BE, HAVE, MODALS, words_of
from claimtrack.core.match.guards.quantities.number_pairs import are_complementary_shares
from claimtrack.core.match.reading.clauses import find_clauses
from claimtrack.core.match.reading.reading import Reading, share_meaning
from claimtrack.core.match.reading.syntax.noun_phrases import content_terms_at, noun_phrase_after
from claimtrack.core.match.reading.syntax.phrases import clause_start, phrase_places_after
from claimtrack.core.match.reading.syntax.verbs import is_hyphenated
from claimtrack.core.match.words.acts import ACTS
from claimtrack.core.match.words.antonyms import AXES
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.set_phrases import is_phrasal_verb
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.words.set_phrases import SetPhrase

    _ActionClasses = frozenset[tuple[str, int]]

_LIGHT_VERBS = stems_of("give get receive win")
"""Light verbs, whose object may name the action: "was given the *go-ahead*"."""
_MAX_GAP_WORDS = 4
"""Words after a light verb within which a phrase may name the action."""
_ACTION_VERBS = _LIGHT_VERBS.union(ACTS)
_GIVING_VERBS = stems_of("give lend loan sell grant award pay return refuse deny pledge promise bequeath")
_SELF_DIRECTED_VERBS = stems_of(
    "resign quit retire abdicate flee escape abscond surrender survive defect crash land derail capsize sink "
    "explode vanish disappear"
)
"""Verbs whose subject is also the patient: "resigned", "was re-elected"."""
_OBLIQUE_PREPOSITIONS = ("from", "to", "with", "on", "against", "for", "of")
_DECISION_NOUNS = stems_of("decision vote ruling verdict")
"""What is done with a decision is done with its topic: "postponed its decision *on the merger*"."""
_FUTURE_MARKERS = MODALS | {"to"}
_CONDITIONALS = words_of("if unless until whether")
_BEFORE_VERB = _FUTURE_MARKERS | BE | HAVE | words_of("been being also soon now")
"""Words, besides adverbs, that may stand between a future marker and its verb: "will *soon be* sold"."""


def acts_differ(a: Reading, b: Reading) -> str | None:
    """Both report what is done to the same patient by the same agent, and the actions exclude each other: lent and sold, closed and inspected."""
    if _negator_words(a) != _negator_words(b) or not _find_actions(a) or not _find_actions(b):
        return None
    if are_complementary_shares(a, b):
        return None
    for (x, ours), (y, theirs) in product(_find_actions(a), _find_actions(b)):
        if (
            not {of for of, _ in ours}.isdisjoint(of for of, _ in theirs)
            and x.predicate.isdisjoint(y.predicate)
            and ours.isdisjoint(_mentioned_actions(b, y.agent))
            and theirs.isdisjoint(_mentioned_actions(a, x.agent))
            and _is_prospective(a, x.at) == _is_prospective(b, y.at)
            and _share_patient(a, x, b, y)
        ):
            return f"differs: {_quote_action(a, x.at)} / {_quote_action(b, y.at)}"
    return None


@lru_cache(maxsize=256)
def _find_actions(reading: Reading) -> list[tuple[Clause, _ActionClasses]]:
    """The clauses whose verb is in the table of actions, each with its classes."""
    if not reading.set_phrases and _ACTION_VERBS.isdisjoint(reading.terms):
        return []
    return [
        (clause, ACTS[verb])
        for clause in find_clauses(reading, _ACTION_VERBS)
        # "fell" is nearly always the past tense of "fall", which is no action
        if reading.words[clause.at] != "fell"
        and (verb := _action_verb(reading, clause)) in ACTS
        and not _is_not_verb(reading, clause.at)
        and not (verb in _GIVING_VERBS and _has_recipient_object(reading, clause))
    ]


def _action_verb(reading: Reading, clause: Clause) -> str:
    """The stem of the verb of a clause, or of the phrase that it begins: "threw out" is rejected, "passed a law" passed."""
    phrase = _set_phrase(reading, clause.at)
    if phrase is None:
        return clause.verb
    verb = stem(phrase.meaning)
    return verb if verb in ACTS or is_phrasal_verb(reading.words, phrase) else clause.verb


def _is_not_verb(reading: Reading, at: int) -> bool:
    """Whether the word at a place is no verb here: after punctuation unless its form is verbal ("-ed", "-ing"), or next to a hyphen."""
    word = reading.words[at]
    opens = reading.is_boundary(at) and not (is_verb_form(word) or word.endswith("ing"))
    return opens or is_hyphenated(reading, at)


def _set_phrase(reading: Reading, at: int) -> SetPhrase | None:
    """The set phrase that starts at a verb, or that a light verb governs: "threw out", "was given the go-ahead"."""
    phrases = reading.set_phrases
    if at in phrases or stem(reading.words[at]) not in _LIGHT_VERBS:
        return phrases.get(at)
    return next((phrases[i] for i in range(at + 1, at + _MAX_GAP_WORDS) if i in phrases), None)


def _has_recipient_object(reading: Reading, clause: Clause) -> bool:
    """Whether a recipient fills the place of the object: "gave *the school* a roof", "*the school* was given a roof"."""
    after = phrase_places_after(reading, clause.at)
    if not (clause.passive or clause.patient <= content_terms_at(reading, after)):
        return False  # "gave *back* the sword"
    first, last = (clause.at + 1, clause.at + 1) if clause.passive else (after.start + 1, after.stop)
    return reading.word(last) in ARTICLES or any(first <= q.first <= last for q in reading.quantities)


def _quote_action(reading: Reading, at: int) -> str:
    """The words of an action: "threw out", "given the go-ahead"."""
    phrase = _set_phrase(reading, at)
    if phrase is None or stem(phrase.meaning) not in ACTS:
        return reading.written[at]
    places = phrase.places if at in phrase.places else range(at, phrase.places[-1] + 1)
    return reading.written_at(places)


@lru_cache(maxsize=256)
def _mentioned_actions(reading: Reading, agent: frozenset[str]) -> _ActionClasses:
    """The classes of all actions that a statement mentions by verb or noun, except in the name of the agent: "health *inspectors*"."""
    return frozenset().union(*(ACTS[term] for term in reading.terms - agent if term in ACTS))


def _negator_words(reading: Reading) -> list[str]:
    """The negators of a statement in order: "not", "never"."""
    return [reading.words[at] for at in sorted(reading.negators)]


def _is_prospective(reading: Reading, at: int) -> bool:
    """Whether the verb at a place is future or conditional: "plans to plant", "are to be felled", "if they fell"."""
    before = takewhile(lambda word: word in _BEFORE_VERB or word.endswith("ly"), reading.words[:at][::-1])
    if_so = reading.words[clause_start(reading, at) : at]
    return not _FUTURE_MARKERS.isdisjoint(before) or not _CONDITIONALS.isdisjoint(if_so)


def _share_patient(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether two actions that are no antonyms have the same patient and compatible agents; antonyms may be converses ("bought", "sold")."""
    if _are_antonyms(one.verb, other.verb):
        return False
    agents = (x.agent - _find_patient(x) if x.verb in _SELF_DIRECTED_VERBS else x.agent for x in (one, other))
    patient, patient_b = _find_patient(one), _find_patient(other)
    if (patient - patient_b) & _other_patients(b, other) or (patient_b - patient) & _other_patients(a, one):
        return False
    shared = {term for term in patient if share_meaning({term}, patient_b)}
    enough = 2 * len(shared) >= max(len(patient), len(patient_b), 1)
    grounds = (x.object_after("over", "for", "about") for x in (one, other))
    alike = _are_compatible(*agents) and _are_compatible(*grounds) and enough
    return alike and share_meaning(_without_possessors(a, patient), _without_possessors(b, patient_b))


def _are_antonyms(one: str, other: str) -> bool:
    """Whether two verbs are opposite poles of one axis: "open", "close"."""
    sides, sides_b = AXES.get(one, {}), AXES.get(other, {})
    return any(sides[axis] != sides_b[axis] for axis in sides.keys() & sides_b.keys())


def _other_patients(reading: Reading, clause: Clause) -> frozenset[str]:
    """The patients of the other actions: who "killed a fisherman and wounded *his son*" did not wound the fisherman."""
    return frozenset().union(*(x.patient for x, _ in _find_actions(reading) if x != clause))


def _find_patient(clause: Clause) -> frozenset[str]:
    """The patient of a clause: its object, the topic of a decision, the subject of "resigned", else an oblique object."""
    if clause.patient and clause.patient <= _DECISION_NOUNS:
        return clause.object_after("on", "about")
    if clause.patient or clause.passive:
        return clause.patient
    is_self_directed = clause.verb in _SELF_DIRECTED_VERBS
    return clause.agent if is_self_directed else clause.object_after(*_OBLIQUE_PREPOSITIONS)


def _without_possessors(reading: Reading, patient: frozenset[str]) -> frozenset[str]:
    """The terms of a phrase without its possessors: "the minister's *son*", "the *owner* of the mine"."""
    owners = (
        noun_phrase_after(reading, at) if word == "of" else content_terms_at(reading, range(at, at + 1))
        for at, word in enumerate(reading.words)
        if word == "of" or word.endswith("'s")
    )
    return patient.difference(*owners) or patient


def _are_compatible(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two phrases share a term or meaning, or one of them is empty."""
    return not (ours and theirs) or share_meaning(ours, theirs)
