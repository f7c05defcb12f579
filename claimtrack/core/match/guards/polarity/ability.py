"""A guard on what can be done in one statement and cannot in the other, be it told by a verb or by its adjective: "visible", "can't be seen"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.polarity.answers import have_different_conditions
from claimtrack.core.match.words.lexicon import groups_by_word, words_of
from claimtrack.core.match.words.negators import without_prefix
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_VERBS = groups_by_word(
    "see: visible | hear: audible | eat: edible | read: legible | transmit: transmissible | carry: portable"
)
_CAN, _CAN_NOT = words_of("can could"), words_of("cannot can't couldn't")
_BETWEEN = words_of("be not also still even only now easily ever actually")
"""These stand between "can" and the verb."""
_OF_ALL_OF_IT = words_of("no nobody none nothing denied denies deny")
_CLOSE, _SUBJECT = 3, 9
"""Words from a "not" to the adjective that it denies, and from "nobody" or "denied" to "can", at most."""
_SHORTEST_VERB = 3
"""Letters of a verb of which an adjective in -able is made, at least."""


class _Ability(NamedTuple):
    verb: str
    can: bool
    first: int
    last: int


def can_or_cannot(a: Reading, b: Reading) -> str | None:
    """What can be done in the one cannot be done in the other, however that is told: visible and can't be seen, incurable and can be cured."""
    ours = _abilities(a)
    theirs = _abilities(b) if ours else {}
    for verb, one in ours.items():
        other = theirs.get(verb)
        if other and one.can != other.can and not have_different_conditions(a, b):
            told = (r.as_written(x.first, x.last + 1) for r, x in ((a, one), (b, other)))
            return f"opposite: {' / '.join(told)}"
    return None


def have_same_ability(a: Reading, b: Reading) -> bool:
    """Whether all that either denies is that something can be done, of which both say the same: "invisible", "cannot be seen"."""
    ours = _abilities(a) if a.negators or b.negators else {}
    theirs = _abilities(b) if ours else {}
    return any(
        verb in theirs
        and one.can == theirs[verb].can
        and all(x.first <= at <= x.last for r, x in ((a, one), (b, theirs[verb])) for at in r.negators)
        for verb, one in ours.items()
    )


@lru_cache(maxsize=256)
def _abilities(reading: Reading) -> dict[str, _Ability]:
    """Each verb of which it is told that it can be done, or cannot, and not both."""
    found: dict[str, list[_Ability]] = {}
    for ability in _read(reading):
        found.setdefault(ability.verb, []).append(ability)
    return {verb: told[0] for verb, told in found.items() if len({one.can for one in told}) == 1}


def _read(reading: Reading) -> Iterator[_Ability]:
    words = reading.words
    if any(words[place + 1 : place + 2] in (["all"], ["every"]) for place in reading.negators):
        return  # "not all can"
    for at, word in enumerate(words):
        if word.endswith(("able", "ible")):
            plain = next((base for base in without_prefix(word) if _verb(base)), "")
            if verb := _verb(plain or word):
                denied = [place for place in reading.negators if 0 < at - place <= _CLOSE]
                yield _Ability(verb, bool(plain) == bool(denied), denied[0] if denied else at, at)
        elif word in _CAN or word in _CAN_NOT:
            verb_at = at + 1
            while verb_at + 1 < len(words) and words[verb_at] in _BETWEEN:
                verb_at += 1
            if verb_at < len(words):
                denied = [
                    place
                    for place in reading.negators
                    if at <= place < verb_at or (words[place] in _OF_ALL_OF_IT and 0 < at - place <= _SUBJECT)
                ]
                first = min((at, *denied))
                yield _Ability(stem(words[verb_at]), len(denied) % 2 == 0, first, verb_at)


@lru_cache(maxsize=10_000)
def _verb(adjective: str) -> str:
    """The stem of the verb of an adjective: visible, see; curable, cure. Nothing for other words."""
    if adjective in _VERBS:
        return stem(_VERBS[adjective])
    base = adjective[:-4]
    is_made = adjective.endswith(("able", "ible")) and len(base) >= _SHORTEST_VERB
    return stem(base) if is_made else ""
