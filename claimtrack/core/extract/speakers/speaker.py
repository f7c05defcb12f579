"""Whoever is named for words, as a row tells it."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.model import ClaimantKind

_MANY = frozenset({"people", "both", "family", "community"})
_ANONYMOUS = ClaimantKind.ANONYMOUS  # asked so often that Python's way to it shows

_ABSTRACT = ("tion", "ment", "ness", "ism", "ity", "ship", "ance", "sion")
"""How nouns end that are no person's: "examination", "enthusiasm"."""
_THINGS = frozenset(
    "percent average tally ad headline plan suit column brief paper system term appeal enthusiasm count rally trip fund right left poll survey "
    "media story batch series language study report review record records research debate whom and".split()
)
_SEVERAL = ("he and ", "she and ", "He and ", "She and ", "people ", "number of ", "those ")
_NAMED = frozenset({ClaimantKind.PERSON, ClaimantKind.ORGANISATION, ClaimantKind.OUTLET})
_ANYBODY = expression(
    r"(?:the )?(?:one|another|first|second|third|fourth|fifth|last|next|latter|former|some|somebody|someone|many|several|a few|few|most|half|both|all|none"
    r"|those|two|three|four|five|six|(?:(?:one|two|three|four|five|six|some|many|several) )?others?)"
    r"(?: of (?:them|those|these|the others))?",
    re.IGNORECASE,
)
"""Descriptions by number alone: "Another", "One of them", "a third"."""


class Speaker(NamedTuple):
    """A resolved speaker; `resolved` is False where a pronoun found nobody."""

    name: str
    kind: ClaimantKind
    head: str = ""
    resolved: bool = True

    @property
    def is_told(self) -> bool:
        """Whether a pronoun or a mere number found somebody: in another article "another" is somebody else."""
        return self.resolved and (self.kind in _NAMED or _ANYBODY.fullmatch(self.name) is None)

    @property
    def is_thing(self) -> bool:
        """Whether a description is nobody whom "he" or "she" may mean: "an examination", "she and another reporter"."""
        is_thing = self.head in _THINGS or (self.head.endswith(_ABSTRACT) and self.head not in nouns.SPEAKERS)
        return self.kind is ClaimantKind.ANONYMOUS and (is_thing or self.name.startswith(_SEVERAL))

    @property
    def is_plural(self) -> bool:
        """Whether several people are meant ("officials")."""
        if self.kind is not _ANONYMOUS or self.head in _MANY:
            return self.head in _MANY
        is_many = self.head.endswith("s") and not self.head.endswith("ss")  # no "witness"
        is_many = is_many or self.head == "them"
        return is_many or self.head.isdigit() or self.head in lexicon.CARDINALS_AND_A  # "Six in 10"


OUTLET = Speaker("outlet", ClaimantKind.OUTLET)
NOBODY = Speaker("unknown", ClaimantKind.UNKNOWN, resolved=False)


def make_organisation(name: str) -> Speaker:
    """The organisation of a name."""
    return Speaker(name, ClaimantKind.ORGANISATION, name.split()[-1].lower())


def make_person(full: str) -> Speaker:
    """The person of a full name."""
    return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
