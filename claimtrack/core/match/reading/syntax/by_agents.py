"""The agent that "by" introduces after a verb or an action noun: "sued by *the bank*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING, noun_phrase_after
from claimtrack.core.match.reading.syntax.phrases import clause_end, phrase_places_after
from claimtrack.core.match.reading.syntax.verbs import verb_places

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def find_by_agent(reading: Reading, verb: int) -> frozenset[str]:
    """Return the agent after the "by" of a verb, but no amount or manner: "rose by 12 percent", "passed by a narrow margin"."""
    places = (at for at in range(verb + 1, clause_end(reading, verb)) if reading.words[at] == "by")
    return next((noun_phrase_after(reading, by) for by in places if _introduces_agent(reading, by)), NOTHING)


def _introduces_agent(reading: Reading, by: int) -> bool:
    """Whether "by" introduces an agent: "sued by the bank", but "sued by mistake", "won by beating them"."""
    words, phrase = reading.words, phrase_places_after(reading, by)
    head = next((at for at in phrase if words[at] == "of"), phrase.stop) - 1
    is_gerund = by + 1 in verb_places(reading)  # "by beating them"
    if is_gerund or words[head] in _MANNER_NOUNS or (head == by + 1 and words[head] in _INSTRUMENT_NOUNS):
        return False
    return not any(
        q.first == by + 1 and any(word in MEASURES for word in words[q.last : q.last + 2])
        for q in reading.quantities
    )


_MANNER_NOUNS = words_of(
    "margin majority vote votes mistake accident way means dint virtue end deadline date noon midnight dawn dusk morning evening night"
)
_INSTRUMENT_NOUNS = words_of(
    "hand hands email mail phone telephone post fax text train car bus taxi lorry truck road rail sea air land boat ship plane bike foot chance"
    " law day default force design nature name sight order agreement consensus acclamation decree referendum lottery lot surprise"
    " proxy consent request appointment satellite radio radar summer winter spring autumn"
)
"""After "by" these express means or time, not an agent: "sent by mail"; but "hit by a car"."""
