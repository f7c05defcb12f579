"""Guard: can something be done? By a verb or by an adjective in "-able": "visible", "can't be seen"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.language.word_lists import groups_by_word, words_of
from claimtrack.core.match.guards.polarity.answers import have_different_conditions
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.negators import without_prefix
from claimtrack.core.match.words.terms import stem

_VERB_BY_ADJECTIVE = groups_by_word(
    "see: visible | hear: audible | eat: edible | read: legible | transmit: transmissible | carry: portable"
)
_CAN_WORDS, _CANNOT_WORDS = words_of("can could"), words_of("cannot can't couldn't")
_BEFORE_VERB = words_of("be not also still even only now easily ever actually")
"""Words that may stand between "can" and its verb."""
_SUBJECT_NEGATORS = words_of("no nobody none nothing denied denies deny")
_ADJECTIVE_REACH, _SUBJECT_REACH = 3, 9
"""Words from a "not" to the adjective that it denies, and from "nobody" or "denied" to "can", at most."""
_MIN_VERB_LETTERS = 3
"""Letters at least of a verb with an adjective in "-able"."""


class _Ability(NamedTuple):
    """That something can or cannot be done: the stem of the verb, and the places of the words that say so."""

    verb: str
    can: bool
    first: int
    last: int


def can_or_cannot(a: Reading, b: Reading) -> str | None:
    """What can be done in one cannot be done in the other: visible and can't be seen, incurable and can be cured."""
    ours = _find_abilities(a)
    theirs = _find_abilities(b) if ours else {}
    for verb, ability in ours.items():
        ability_b = theirs.get(verb)
        if ability_b and ability.can != ability_b.can and not have_different_conditions(a, b):
            quoted = (r.as_written(x.first, x.last + 1) for r, x in ((a, ability), (b, ability_b)))
            return f"opposite: {' / '.join(quoted)}"
    return None


def have_same_ability(a: Reading, b: Reading) -> bool:
    """Whether all negators of both belong to an ability that both state alike: "invisible", "cannot be seen"."""
    ours = _find_abilities(a) if a.negators or b.negators else {}
    theirs = _find_abilities(b) if ours else {}
    shared = ((ours[verb], theirs[verb]) for verb in ours.keys() & theirs.keys())
    return any(
        x.can == y.can
        and all(x.first <= at <= x.last for at in a.negators)
        and all(y.first <= at <= y.last for at in b.negators)
        for x, y in shared
    )


@lru_cache(maxsize=256)
def _find_abilities(reading: Reading) -> dict[str, _Ability]:
    """The ability stated of each verb, cached; without verbs of which both "can" and "cannot" are stated."""
    found: dict[str, list[_Ability]] = {}
    for ability in _read_abilities(reading):
        found.setdefault(ability.verb, []).append(ability)
    return {
        verb: abilities[0] for verb, abilities in found.items() if len({item.can for item in abilities}) == 1
    }


def _read_abilities(reading: Reading) -> Iterator[_Ability]:
    """Yield each ability that a statement mentions, by a modal or by an adjective."""
    words = reading.words
    if any(reading.word(place + 1) in ("all", "every") for place in reading.negators):
        return  # "not all can"
    for at, word in enumerate(words):
        if word.endswith(("able", "ible")):
            base_form = next((base for base in without_prefix(word) if _adjective_verb(base)), "")
            if verb := _adjective_verb(base_form or word):
                denied = [place for place in reading.negators if 0 < at - place <= _ADJECTIVE_REACH]
                yield _Ability(verb, bool(base_form) == bool(denied), denied[0] if denied else at, at)
        elif word in _CAN_WORDS or word in _CANNOT_WORDS:
            places = range(at + 1, len(words))
            verb_at = next((i for i in places if words[i] not in _BEFORE_VERB), len(words) - 1)
            denied = [
                place
                for place in reading.negators
                if at <= place < verb_at
                or (words[place] in _SUBJECT_NEGATORS and 0 < at - place <= _SUBJECT_REACH)
            ]
            if places:
                yield _Ability(stem(words[verb_at]), len(denied) % 2 == 0, min((at, *denied)), verb_at)


@lru_cache(maxsize=10_000)
def _adjective_verb(adjective: str) -> str:
    """The stem of the verb of an adjective: visible, see; curable, cure. "" for other words."""
    if adjective in _VERB_BY_ADJECTIVE:
        return stem(_VERB_BY_ADJECTIVE[adjective])
    base = adjective[:-4]
    is_made = adjective.endswith(("able", "ible")) and len(base) >= _MIN_VERB_LETTERS
    return stem(base) if is_made else ""
