"""What the verbs and action nouns of a statement mean."""

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
    """Map the place of each verb or action noun to its meanings and the places of its words."""
    nouns = ((at, stem(reading.words[at])) for at in action_nouns(reading))
    return {at: _parse_predicate(reading, at) for at in verb_places(reading)} | {
        at: (meanings(noun) | {noun}, (at,)) for at, noun in nouns
    }


def _parse_predicate(reading: Reading, at: int) -> tuple[frozenset[int | str], tuple[int, ...]]:
    """Return the meanings of a verb and the places of its words: "gunned down" as "shot dead", "took them to court" as "sued", "gave support to" as "supported"."""
    verb, phrase = stem(reading.words[at]), reading.set_phrases.get(at)
    senses = meanings(verb) | {verb}
    if verb in _DEADLY and "dead" in reading.words[at + 1 : at + _SOON]:
        senses |= meanings(_KILL)
    if phrase and reading.words[phrase.places[-1]] != "by":
        meaning = stem(phrase.meaning)
        return senses | meanings(meaning) | {meaning}, tuple(phrase.places)
    if verb in _LIGHT_VERBS and (places := find_light_verb_noun(reading, at)):
        noun = stem(reading.words[places[-2]])
        return senses | meanings(noun) | {noun}, places
    return senses, (at,)


_DEADLY, _KILL, _SOON = stems_of("shoot leave strike stab beat"), stem("kill"), 7
_LIGHT_VERBS = stems_of("give pay make launch bring mount offer lend issue impose file express stage")
"""Verbs whose meaning is in the action noun after them: "gave support"."""
