"""Who somebody is, told before the name or behind it: as the statement has it that takes fewer letters for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.names.people import described, is_set_off, people, sets_off
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.lexicon import ARTICLES
from claimtrack.core.match.words.normal import unify

if TYPE_CHECKING:
    from claimtrack.core.match.reading.names.people import Described
    from claimtrack.core.match.reading.reading import Reading


def described_alike(one: str, other: str) -> tuple[str, str]:
    """Two texts, with who somebody is in the words of the one that takes fewer letters for it."""
    a, b = read(one), read(other)
    if not (sets_off(a) or sets_off(b)):
        return one, other
    known = people(b)
    for surname, name in people(a).items():
        other_name = known.get(surname)
        if other_name is None or not (is_set_off(a, name) or is_set_off(b, other_name)):
            continue
        ours, theirs = described(a, name), described(b, other_name)
        if both := ours.keys() & theirs.keys():
            who = max(both, key=len)
            mine, yours = ours[who], theirs[who]
            x, y = mine.written(a), yours.written(b)
            if _bare(x) == _bare(y):
                continue  # but for an article, which the guards compare: "a founder", "the founder"
            if (len(x), x) < (len(y), y):
                other = _written_as(other, b, yours, mine, a)
            else:
                one = _written_as(one, a, mine, yours, b)
    return one, other


def _bare(written: str) -> list[str]:
    return [word for word in written.lower().replace(",", " ").split() if word not in ARTICLES]


def _written_as(text: str, one: Reading, ours: Described, theirs: Described, other: Reading) -> str:
    """A text with who somebody is in the other's words, but by the name that it gives them itself."""
    written, wanted = ours.written(one), theirs.written(other).replace(theirs.named(other), ours.named(one))
    first = other.words[theirs.whole.start]
    if first in ARTICLES or any(one.tokens[at].text == first for at in ours.whole):
        wanted = wanted[0].lower() + wanted[1:]
    if theirs.closed and not ours.closed:
        wanted = wanted.rstrip(", -")
    if ours.whole.start in one.openings:
        wanted = wanted[0].upper() + wanted[1:]
    return text if wanted == written else unify(text).replace(written, wanted)
