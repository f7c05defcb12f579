"""Whether a date tells when something was said or decided, or when it happens: it knew in 2015 that they fail, it knew that they fail in 2015."""

from __future__ import annotations

from claimtrack.core.language.word_lists import MONTHS, WEEKDAYS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_check
from claimtrack.core.match.reading.attribution import REPORTING_CUES
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import stem, stems_of

_PLANNING_STEMS = stems_of(
    "know decide promise agree plan vote rule warn admit learn find threaten vow pledge order predict hope"
)
_BEFORE_DATES = words_of("in on last")
_OPENERS = words_of("that to")
_APART = 3
"""Words at least between the verb and the date that belongs to what was said."""


@symmetric_check("differs", sure=False)
def said_or_happened(one: Reading, other: Reading) -> Excerpts | None:
    """A date beside the verb of saying or deciding stands in the other with what was said or decided."""
    for verb, date in _find_dates_of_saying(one):
        term = one.words[date]
        if one.words.count(term) != 1 or other.words.count(term) != 1:
            continue
        at, places = other.words.index(term), [i for i, w in enumerate(other.words) if w == one.words[verb]]
        said = next((place for place in places if place + _APART <= at), at)
        opens = other.words[said] in REPORTING_CUES or not _OPENERS.isdisjoint(other.words[said:at])
        if said < at and opens and not other.has_boundary_in(range(said + 1, at + 1)):
            return one.as_written(verb, date + 1), other.as_written(at - 1, at + 1)
    return None


def _find_dates_of_saying(reading: Reading) -> list[tuple[int, int]]:
    """The places of a verb of saying or deciding, and of the year, month or weekday right after it: "knew *in 2015* that", "decided *in June* to"."""
    words, years = reading.words, year_places(reading.quantities, reading.words)
    return [
        (at, at + 2)
        for at, word in enumerate(words[:-3])
        if words[at + 1] in _BEFORE_DATES
        and (at + 2 in years or words[at + 2] in MONTHS or words[at + 2] in WEEKDAYS)
        and words[at + 3] in _OPENERS
        and (word in REPORTING_CUES or stem(word) in _PLANNING_STEMS)
    ]
