"""A guard on bodies whose names have the same words in another order, but which are two: the European Council, the Council of Europe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_TOLD_APART = tuple(
    tuple(tuple(name.split()) for name in names.split(" | "))
    for names in (
        "european council | council of europe",
        "council of the european union | council of europe",
        "council of the eu | council of europe",
        "eu council | council of europe",
        "european commission | economic commission for europe",
        "associated press | press association",
        "nations league | league of nations",
        "american bank | bank of america",
        "miami university | university of miami",
        "washington university | university of washington",
        "york university | university of york",
    )
)
_BODIES = words_of("council commission press league bank university")


def other_body(a: Reading, b: Reading) -> str | None:
    """Each names a body, and it is another, though its name has the same words: "the European Council", "the Council of Europe"."""
    if _BODIES.isdisjoint(a.vocabulary & b.vocabulary):
        return None
    for one, other in _TOLD_APART:
        for x, y in ((one, other), (other, one)):
            ours, theirs = _named(a, x), _named(b, y)
            if ours and theirs and not _named(a, y) and not _named(b, x):
                return f"other name: {ours} / {theirs}"
    return None


def _named(reading: Reading, name: tuple[str, ...]) -> str | None:
    """A name as it is written, where it stands."""
    if not reading.vocabulary.issuperset(name):
        return None
    for at, word in enumerate(reading.words):
        run = reading.tokens[at : at + len(name)]
        if (
            word == name[0]
            and tuple(reading.words[at : at + len(name)]) == name
            and run[-1].text[0].isupper()
        ):
            return wording(run)
    return None
