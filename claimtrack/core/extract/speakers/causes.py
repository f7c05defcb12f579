"""Bodies named by what they are for: "Moor's Rally for the Republic", "Citizens for Safe Streets"."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import begins_name, word_set
from claimtrack.core.extract.words.titles import are_many

_SMALL = word_set("for the a and of")


def is_cause(run: list[str], behind: list[str]) -> bool:
    """Whether a run of capitals and the words from "for" on, all with capitals, name such a body."""
    if behind[:1] != ["for"] or not run or not begins_name(behind[-1]):
        return False
    is_body = run[0].endswith("'s") or (len(run) == 1 and are_many(run[0].lower()))
    return is_body and all(begins_name(word) or word in _SMALL for word in behind)
