"""The speaker of a row: whoever is named as the source of words."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.model import ClaimantKind

_COLLECTIVES = frozenset({"people", "both", "family", "community"})
_ANONYMOUS = ClaimantKind.ANONYMOUS  # asked so often that Python's way to it shows

_ABSTRACT_ENDINGS = ("tion", "ment", "ness", "ism", "ity", "ship", "ance", "sion")
"""Endings of nouns that mean no person: "examination", "enthusiasm"."""
_THING_NOUNS = frozenset(
    "percent average tally ad headline plan suit column brief paper system term appeal enthusiasm count "
    "rally trip fund right left poll survey media story batch series language study report review record "
    "records research debate whom and".split()
)
_PLURAL_OPENERS = ("he and ", "she and ", "He and ", "She and ", "people ", "number of ", "those ")
_NAMED_KINDS = frozenset({ClaimantKind.PERSON, ClaimantKind.ORGANISATION, ClaimantKind.OUTLET})
_INDEFINITE_DESCRIPTION = expression(
    r"(?:the )?(?:one|another|first|second|third|fourth|fifth|last|next|latter|former|some|somebody|someone|many|several|a few|few|most|half|both|all|none"
    r"|those|two|three|four|five|six|(?:(?:one|two|three|four|five|six|some|many|several) )?others?)"
    r"(?: of (?:them|those|these|the others))?",
    re.IGNORECASE,
)
"""Descriptions by number alone: "Another", "One of them", "a third"."""


class Speaker(NamedTuple):
    """A resolved speaker; `resolved` is False where a pronoun has no antecedent."""

    name: str
    kind: ClaimantKind
    head: str = ""
    resolved: bool = True

    @property
    def is_identified(self) -> bool:
        """Whether the speaker is identified: in another article "another" is somebody else."""
        return self.resolved and (
            self.kind in _NAMED_KINDS or _INDEFINITE_DESCRIPTION.fullmatch(self.name) is None
        )

    @property
    def is_thing(self) -> bool:
        """Whether a description means nobody to whom "he" or "she" may refer: "an examination", "she and another reporter"."""
        is_thing = self.head in _THING_NOUNS or (
            self.head.endswith(_ABSTRACT_ENDINGS) and self.head not in nouns.SPEAKERS
        )
        return self.kind is ClaimantKind.ANONYMOUS and (is_thing or self.name.startswith(_PLURAL_OPENERS))

    @property
    def is_plural(self) -> bool:
        """Whether several people are meant: "officials"."""
        if self.kind is not _ANONYMOUS or self.head in _COLLECTIVES:
            return self.head in _COLLECTIVES
        is_many = self.head.endswith("s") and not self.head.endswith("ss")  # no "witness"
        is_many = is_many or self.head == "them"
        return is_many or self.head.isdigit() or self.head in lexicon.CARDINALS_AND_A  # "Six in 10"


OUTLET = Speaker("outlet", ClaimantKind.OUTLET)
NOBODY = Speaker("unknown", ClaimantKind.UNKNOWN, resolved=False)


def make_organisation(name: str) -> Speaker:
    """The organisation of this name, as a speaker."""
    return Speaker(name, ClaimantKind.ORGANISATION, name.split()[-1].lower())


def make_person(full: str) -> Speaker:
    """The person of this full name, as a speaker."""
    return Speaker(full, ClaimantKind.PERSON, full.split()[-1].lower())
