"""What is told of in a statement, by its verbs and by the nouns of verbs, and in which words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.noun_phrases import action_nouns, find_light_verb_noun
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


@lru_cache(maxsize=256)
def predicates_by_place(reading: Reading) -> dict[int, tuple[frozenset[int | str], tuple[int, ...]]]:
    """What each verb, or noun of a verb, says, and the places of its words, by where it stands."""
    nouns = ((at, stem(reading.words[at])) for at in action_nouns(reading))
    return {at: _predicate(reading, at) for at in verb_places(reading)} | {
        at: (meanings(noun) | {noun}, (at,)) for at, noun in nouns
    }


def _predicate(reading: Reading, at: int) -> tuple[frozenset[int | str], tuple[int, ...]]:
    """What a verb says, and the places of its words: "gunned down" as "shot dead", "took them to court" as "sued", "gave support to" as "supported"."""
    verb, phrase = stem(reading.words[at]), reading.set_phrases.get(at)
    said = meanings(verb) | {verb}
    if verb in _DEADLY and "dead" in reading.words[at + 1 : at + _SOON]:
        said |= meanings(_KILL)
    if phrase and reading.words[phrase.places[-1]] != "by":
        meant = stem(phrase.meaning)
        return said | meanings(meant) | {meant}, tuple(phrase.places)
    if verb in _LIGHT and (places := find_light_verb_noun(reading, at)):
        deed = stem(reading.words[places[-2]])
        return said | meanings(deed) | {deed}, places
    return said, (at,)


_DEADLY, _KILL, _SOON = stems_of("shoot leave strike stab beat"), stem("kill"), 7
_LIGHT = stems_of("give pay make launch bring mount offer lend issue impose file express stage")
"""What these say is told by the noun behind, if that is of a verb."""
