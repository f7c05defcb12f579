"""Whom "he", "she" and "it" mean: people named by title and surname ("Mr Pell and Mrs Ortega"), the body that spoke ("It found 40")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import TITLES
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.extract.speakers.speaker import Speaker

_SEXES = {**TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_OF_EITHER = frozenset("Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split())
_NAMED = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_SEXES, *_OF_EITHER], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500
"""Characters before a pronoun in which somebody is looked for."""
_FOUND = expression(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""A body that "recorded a loss" or "found itself in debt" reports nothing."""
_REPORTING = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})


def by_title(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Titles with their names before `at` that "he" or "she" fits, the likeliest first, and whether the title tells so.

    One that may be either's counts in the same paragraph only.
    """
    found = list(_NAMED.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _SEXES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _OF_EITHER and one.start() > opens)


def goes_on_to_find(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet tells what the body that spoke just before recorded or found, and so is its account."""
    if not words.startswith("It ") or speaker.kind not in _REPORTING:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FOUND.match(words) is not None and not (is_paper and words.startswith("It has "))
