"""Does a sentence end at a time of day, such as "9 p.m."? Its stop alone does not tell."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.reading import words_of

_FARTHEST_START = 300  # characters before the time within which its sentence begins
_FEWEST_BEFORE_HOUR = 5
_ZONES = words_of(
    "eastern central mountain pacific atlantic greenwich standard est edt cst cdt mst mdt pst pdt et ct mt "
    "pt gmt utc bst cet cest ist christmas thanksgiving easter good new"
)
"""Words that continue a time: its time zone, or its day."""
_TIME_CLAUSE_OPENERS = (
    lexicon.PREPOSITIONS | lexicon.SUBORDINATORS | times.TIME_MODIFIERS | words_of("shortly just soon around")
)


def ends_at_hour(text: str, hour: int, opening: str) -> bool:
    """Whether a sentence ends at the time of day: "The gates shut at 9 p.m. Hail fell at ten."; not "At 9 p.m. Doe left".

    `opening` is what follows, with a capital.
    """
    word, _, rest = opening.partition(" ")
    word, following = word.lower(), rest.partition(" ")[0]
    bare = word.strip(",.")
    is_time_detail = bare in _ZONES or bare in times.MONTHS or bare in times.WEEKDAYS
    # A full name, or one with a title, may be the subject after the time.
    if is_time_detail or not word.isalpha() or not following.islower() or following == "time":
        return False
    before = text[max(0, hour - _FARTHEST_START) : hour].replace("m. to ", "m to ")
    begun = before[max(before.rfind(mark) for mark in (". ", "\n", '" ')) + 1 :].split()
    return len(begun) > _FEWEST_BEFORE_HOUR and begun[0].strip("\"'").lower() not in _TIME_CLAUSE_OPENERS
