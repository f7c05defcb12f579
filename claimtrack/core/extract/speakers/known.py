"""Bodies that look like somebody's name, and people who look like bodies."""

from __future__ import annotations

from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import word_set

_LAST = word_set("line lines airport airports grid mail water palace uk networks")
"""Words that a body's name may end in, not begin with: "Stena Line", but "Line Dahl"."""
_KNOWN = frozenset(
    name.strip()
    for name in (
        "goldman sachs, morgan stanley, jp morgan, wells fargo, merrill lynch, standard chartered, scotland yard, downing street, "
        "wall street, capitol hill, sinn féin, sinn fein, fine gael, fianna fáil, fianna fail, plaid cymru, no 10, no. 10, "
        "number 10, no 11, no. 11, save the children, children in need, right to play, make the road new york, keep britain tidy, "
        "help for heroes, action for children, teach for america, feeding america, stand up to racism, stop the war, "
        "fathers 4 justice, fathers4justice, transport for london, teach first, bread for the world, meals on wheels, "
        "action on smoking and health, sense about science, women on waves, just stop oil, save our seas"
    ).split(",")
)
_SURNAMES = word_set("court house church guard post campaign")
"""Words in the names of bodies that are surnames, too."""
_WORKERS = word_set("operator publisher builder")
_FULL_NAME = 2


def is_body_name(words: list[str]) -> bool:
    """Whether a name in small letters is known for a body's, or ends as only theirs do: "scotland yard", "stena line"."""
    return len(words) > 1 and (words[-1] in _LAST or is_known(" ".join(words)))


def is_known(name: str) -> bool:
    """Whether a name in small letters is that of a body which everybody knows: "no 10"."""
    return name in _KNOWN


def is_worker(kind: str, words: list[str]) -> bool:
    """Whether a name in small letters behind "operator" is that of somebody who works as one, not of a firm."""
    return kind in _WORKERS and len(words) == _FULL_NAME and is_given_name(words[0])


def is_full_name(words: list[str]) -> bool:
    """Whether a name in small letters is somebody's, although its surname is a word for a body: "kevin court"."""
    return len(words) == _FULL_NAME and words[1] in _SURNAMES and is_given_name(words[0])
