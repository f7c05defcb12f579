"""Hours at a sentence's end: "The gates shut at 9 p.m. Hail fell at ten.", but "At 9 p.m. Doe left", "at 9 p.m. Friday"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.reading import word_set

HOURS = frozenset({"a.m", "p.m"})
_LOOK_BACK = 300
"""Characters before the hour in which its sentence begins."""
_FEWEST_BEFORE = 5
_ZONES = word_set(
    "eastern central mountain pacific atlantic greenwich standard est edt cst cdt mst mdt pst pdt et ct mt pt gmt utc bst cet cest ist "
    "christmas thanksgiving easter good new"
)
"""What goes on with the hour: its zone, or its day."""
_OPENS_WHEN = (
    lexicon.PREPOSITIONS | lexicon.SUBORDINATORS | lexicon.TIME_OPENERS | word_set("shortly just soon around")
)


def ends_at_hour(text: str, hour: int, opening: str) -> bool:
    """Whether a sentence ends in the hour at `hour`; `opening` is what follows, with a capital."""
    word, _, rest = opening.partition(" ")
    word, following = word.lower(), rest.partition(" ")[0]
    goes_on = word.strip(",.") in _ZONES or word.strip(",.") in lexicon.MONTHS | lexicon.WEEKDAYS
    # A name in two words, or one with a title, may be whom the hour is told of.
    if goes_on or not word.isalpha() or not following.islower() or following == "time":
        return False
    before = text[max(0, hour - _LOOK_BACK) : hour].replace("m. to ", "m to ")
    begun = before[max(before.rfind(mark) for mark in (". ", "\n", '" ')) + 1 :].split()
    return len(begun) > _FEWEST_BEFORE and begun[0].strip("\"'").lower() not in _OPENS_WHEN
