"""Whether a name that one statement gives stands in the other in some form: short, as initials, or without the first name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.additions import NARROWING
from claimtrack.core.match.guards.entities.names import BODIES, OTHER_PLACE, SUFFIXES
from claimtrack.core.match.reading.names.names import TITLES
from claimtrack.core.match.reading.names.variants import is_among, shortened
from claimtrack.core.match.words.lexicon import STOP_WORDS
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def has_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a name stands on the other side in some form, or is the first name of one that does."""
    word = one.words[at].removesuffix("'s")
    if word in other.initials or is_among(word, [known for known in other.vocabulary if len(known) > 2]):
        return True
    if any(known in one.initials and word[0] in known for known in other.vocabulary if len(known) > 1):
        return True
    if any(shortened(word, other.words[place]) for place in other.names.values()):
        return True
    if at + 1 == len(one.words) or not one.tokens[at + 1].text[0].isupper():
        return False
    following = one.words[at + 1]
    if word in SUFFIXES or word in OTHER_PLACE or following in STOP_WORDS or following in BODIES:
        return False
    if stem(word) in NARROWING:
        return False
    if word in TITLES:
        return following in other.vocabulary or has_name(at + 1, one, other)
    return following in other.vocabulary and _stands_alone(following, other)


def _stands_alone(surname: str, reading: Reading) -> bool:
    """Whether a surname stands without a first name."""
    at = reading.words.index(surname)
    return not at or stem(reading.words[at - 1]) not in reading.names
