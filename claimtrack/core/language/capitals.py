"""Is a name capitalised as usual, all in capitals like a transcript's label, or just respelt in another case?"""

from __future__ import annotations

NAME_PARTICLES = frozenset(
    "da das de del della den der di do dos du van von al bin bint binti binte ibn ben el la le ter".split()
)
"""Small words inside personal names: "Ursula *von der* Leyen"."""
NAME_PARTICLE = rf"(?:{'|'.join(sorted(NAME_PARTICLES))})"
"""An expression for one of them."""


def is_same_name_respelt(held: str | None, given: str | None) -> bool:
    """Whether two names differ, but only in case."""
    return bool(held and given) and held != given and str(held).casefold() == str(given).casefold()


def is_set_in_capitals(name: str, *, is_person: bool) -> bool:
    """Whether a name is set in capitals that may not belong to it; a single word may be "NATO", unless it is a person's."""
    words = [word for word in name.split() if sum(map(str.isalpha, word)) > 1]
    return name.isupper() and bool(words) and (is_person or len(words) > 1)


def has_name_capitals(name: str) -> bool:
    """Whether a name is capitalised as usual: "Ursula von der Leyen", "BBC News", not "conor daly"."""
    words = name.split()
    return bool(words) and not name.isupper() and words[0][0].isupper() and words[-1][0].isupper()
