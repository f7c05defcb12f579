"""Whoever is named for words, as a row tells it."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.words import lexicon
from claimtrack.core.model import ClaimantKind

_MANY = frozenset({"people", "both", "family", "community"})


class Speaker(NamedTuple):
    """A resolved speaker; `resolved` is False where a pronoun found nobody."""

    name: str
    kind: ClaimantKind
    head: str = ""
    resolved: bool = True

    @property
    def is_plural(self) -> bool:
        """Whether several people are meant ("officials")."""
        is_many = self.head.endswith("s") and not self.head.endswith("ss")  # no "witness"
        is_many = is_many or self.head == "them"
        is_many = is_many or self.head.isdigit() or self.head in lexicon.COUNTS  # "Six in 10"
        return (self.kind is ClaimantKind.ANONYMOUS and is_many) or self.head in _MANY


OUTLET = Speaker("outlet", ClaimantKind.OUTLET)
NOBODY = Speaker("unknown", ClaimantKind.UNKNOWN, resolved=False)


def body_called(name: str) -> Speaker:
    """The organisation of a name."""
    return Speaker(name, ClaimantKind.ORGANISATION, name.split()[-1].lower())


def somebody_called(full: str) -> Speaker:
    """The person of a full name."""
    return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
