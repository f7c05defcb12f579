"""The capitals of a name: set all in capitals, as a transcript's labels are, or as it is spelt elsewhere."""

from __future__ import annotations

NAME_PARTICLES = frozenset("da das de del della den der di do dos du van von al bin ben el la le ter".split())
"""Small words inside the names of persons: "Ursula *von der* Leyen"."""
NAME_PARTICLE = rf"(?:{'|'.join(sorted(NAME_PARTICLES))})"
"""One of them, for an expression."""


def is_same_name_respelt(held: str | None, given: str | None) -> bool:
    """Whether the two are one name to the desk, in other letters."""
    return bool(held and given) and held != given and str(held).casefold() == str(given).casefold()


def is_set_in_capitals(name: str, *, is_person: bool = False) -> bool:
    """Whether a name is set in capitals that may be no part of it; a word alone may be "NATO", unless a person's."""
    words = [word for word in name.split() if sum(map(str.isalpha, word)) > 1]
    return name.isupper() and bool(words) and (is_person or len(words) > 1)


def has_name_capitals(name: str) -> bool:
    """Whether a name has capitals as names have: "Ursula von der Leyen", "BBC News", no "conor daly"."""
    words = name.split()
    return bool(words) and not name.isupper() and words[0][0].isupper() and words[-1][0].isupper()
