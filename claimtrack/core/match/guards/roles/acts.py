"""Guard on what is done with the same: "lent three swords to Oslo", "three swords were donated to Oslo"."""

from __future__ import annotations

from functools import lru_cache
from itertools import product, takewhile
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.quantities.number_pairs import are_complementary_shares
from claimtrack.core.match.reading.clauses import clauses
from claimtrack.core.match.reading.reading import share_sense
from claimtrack.core.match.reading.syntax.noun_phrases import content_terms_at, noun_phrase_after
from claimtrack.core.match.reading.syntax.phrases import clause_start, phrase_places_after
from claimtrack.core.match.reading.syntax.verbs import is_hyphenated
from claimtrack.core.match.words.acts import ACTS
from claimtrack.core.match.words.antonyms import AXES
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import ARTICLES, BE, HAVE, MODALS, words_of
from claimtrack.core.match.words.set_phrases import is_phrasal_verb
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Set

    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.set_phrases import SetPhrase

    _Acts = frozenset[tuple[str, int]]

_GIVEN = stems_of("give get receive win")
"""Behind these a phrase may tell what is given: "was given the *go-ahead*"."""
_SOON = 4
"""Words behind which it no longer does."""
_VERBS = _GIVEN.union(ACTS)
_GIVING = stems_of("give lend loan sell grant award pay return refuse deny pledge promise bequeath")
_OF_ONESELF = stems_of(
    "resign quit retire abdicate flee escape abscond surrender survive defect crash land derail capsize sink explode vanish disappear"
)
"""Who does this is whom it becomes of: "resigned", "was re-elected"."""
_TOWARDS = ("from", "to", "with", "on", "against", "for", "of")
_DECISIONS = stems_of("decision vote ruling verdict")
"""What is done with these is done with what they are about: "postponed its decision *on the merger*"."""
_COMING = MODALS | {"to"}
_IF = words_of("if unless until whether")
_BETWEEN = _COMING | BE | HAVE | words_of("been being also soon now")
"""What may stand between these and the verb, besides an adverb: "will *soon be* sold"."""


def acts_differ(a: Reading, b: Reading) -> str | None:
    """Each tells what is done with the same, by nobody else, and nothing is both: lent and sold, closed and inspected."""
    if _denials(a) != _denials(b) or not _told(a) or not _told(b) or are_complementary_shares(a, b):
        return None
    for (one, ours), (other, theirs) in product(_told(a), _told(b)):
        if (
            not {of for of, _ in ours}.isdisjoint(of for of, _ in theirs)
            and one.predicate.isdisjoint(other.predicate)
            and ours.isdisjoint(_in_any_word(b, other.agent))
            and theirs.isdisjoint(_in_any_word(a, one.agent))
            and _is_to_come(a, one.at) == _is_to_come(b, other.at)
            and _is_of_the_same(a, one, b, other)
        ):
            return f"differs: {_as_told(a, one.at)} / {_as_told(b, other.at)}"
    return None


@lru_cache(maxsize=256)
def _told(reading: Reading) -> list[tuple[Clause, _Acts]]:
    """The clauses of a statement that tell acts of the table, each with these."""
    if not reading.set_phrases and _VERBS.isdisjoint(reading.terms):
        return []
    # "fell" is nearly always the past of "fall", which is no act
    done = (clause for clause in clauses(reading, _VERBS) if reading.words[clause.at] != "fell")
    told = ((clause, _verb(reading, clause)) for clause in done)
    return [
        (clause, ACTS[verb])
        for clause, verb in told
        if verb in ACTS
        and not _is_no_verb(reading, clause.at)
        and not (verb in _GIVING and _is_given_another(reading, clause))
    ]


def _verb(reading: Reading, clause: Clause) -> str:
    """The verb of a clause, or that for which a phrase of it stands: "threw out" is rejected, "passed a law" passed."""
    phrase = _phrase(reading, clause.at)
    if phrase is None:
        return clause.verb
    verb = stem(phrase.meaning)
    return verb if verb in ACTS or is_phrasal_verb(reading.words, phrase) else clause.verb


def _is_no_verb(reading: Reading, at: int) -> bool:
    """Whether a word tells no act here: behind punctuation, unless it has a form of a verb alone, and beside a hyphen."""
    word = reading.words[at]
    opens = reading.is_boundary(at) and not (is_verb_form(word) or word.endswith("ing"))
    return opens or is_hyphenated(reading, at)


def _phrase(reading: Reading, at: int) -> SetPhrase | None:
    """The phrase that a verb begins, or that tells what is given."""
    phrases = reading.set_phrases
    if at in phrases or stem(reading.words[at]) not in _GIVEN:
        return phrases.get(at)
    return next((phrases[i] for i in range(at + 1, at + _SOON) if i in phrases), None)


def _is_given_another(reading: Reading, clause: Clause) -> bool:
    """Whether somebody stands where else what is given does: "gave *the school* a roof", "*the school* was given a roof"."""
    behind = phrase_places_after(reading, clause.at)
    if not (clause.passive or clause.patient <= content_terms_at(reading, behind)):
        return False  # "gave *back* the sword"
    first, last = (clause.at + 1, clause.at + 1) if clause.passive else (behind.start + 1, behind.stop)
    return reading.word(last) in ARTICLES or any(first <= q.first <= last for q in reading.quantities)


def _as_told(reading: Reading, at: int) -> str:
    """The words of an act: "threw out", "given the go-ahead"."""
    phrase = _phrase(reading, at)
    if phrase is None or stem(phrase.meaning) not in ACTS:
        return reading.written[at]
    places = phrase.places if at in phrase.places else range(at, phrase.places[-1] + 1)
    return reading.written_at(places)


@lru_cache(maxsize=256)
def _in_any_word(reading: Reading, agent: frozenset[str]) -> _Acts:
    """The acts of which a statement has a verb or noun anywhere, but in the name for who does it: "health *inspectors*"."""
    return frozenset().union(*(ACTS[term] for term in reading.terms - agent if term in ACTS))


def _denials(reading: Reading) -> list[str]:
    return [reading.words[at] for at in sorted(reading.negators)]


def _is_to_come(reading: Reading, at: int) -> bool:
    """Whether what a verb tells is to be done or may be: "plans to plant", "are to be felled", "if they fell"."""
    before = takewhile(lambda word: word in _BETWEEN or word.endswith("ly"), reading.words[:at][::-1])
    if_so = reading.words[clause_start(reading, at) : at]
    return not _COMING.isdisjoint(before) or not _IF.isdisjoint(if_so)


def _is_of_the_same(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether two acts that are no opposites, which may tell one from both its ends, are done to the same by nobody else."""
    if _opposed(one.verb, other.verb):
        return False
    doers = (x.agent - _whom(x) if x.verb in _OF_ONESELF else x.agent for x in (one, other))
    ours, theirs = _whom(one), _whom(other)
    apart = (ours - theirs) & _of_others(b, other) or (theirs - ours) & _of_others(a, one)
    shared = {term for term in ours if _meet({term}, theirs)}
    enough = 2 * len(shared) >= max(len(ours), len(theirs), 1)
    grounds = (x.object_after("over", "for", "about") for x in (one, other))
    alike = _may_meet(*doers) and _may_meet(*grounds)
    return alike and enough and not apart and _meet(_head(a, ours), _head(b, theirs))


def _opposed(one: str, other: str) -> bool:
    sides, sides_b = AXES.get(one, {}), AXES.get(other, {})
    return any(sides[axis] != sides_b[axis] for axis in sides.keys() & sides_b.keys())


def _of_others(reading: Reading, clause: Clause) -> frozenset[str]:
    """To whom other acts are done: who "killed a fisherman and wounded *his son*" did not wound the fisherman."""
    return frozenset().union(*(x.patient for x, _ in _told(reading) if x != clause))


def _whom(clause: Clause) -> frozenset[str]:
    if clause.patient and clause.patient <= _DECISIONS:
        return clause.object_after("on", "about")
    if clause.patient or clause.passive:
        return clause.patient
    return clause.agent if clause.verb in _OF_ONESELF else clause.object_after(*_TOWARDS)


def _head(reading: Reading, whom: frozenset[str]) -> frozenset[str]:
    """Whom or what a phrase is about, without whose that is: "the minister's *son*", "the *owner* of the mine"."""
    owners = (
        noun_phrase_after(reading, at) if word == "of" else content_terms_at(reading, range(at, at + 1))
        for at, word in enumerate(reading.words)
        if word == "of" or word.endswith("'s")
    )
    return whom.difference(*owners) or whom


def _may_meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return not (ours and theirs) or _meet(ours, theirs)


def _meet(ours: Set[str], theirs: Set[str]) -> bool:
    return not ours.isdisjoint(theirs) or share_sense(ours, theirs)
