"""Who lost somebody, and who is told by whose he or she is: "Ann Pell's son Arthur died", "His wife, Amna, disagrees"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import sex_of_noun
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_WHOSE = ("His ", "Her ", "Their ", "My ")
_NAMED_KIN = name_pattern(
    rf"(?:His|Her|Their|[A-Z][\w-]+'s) (?:[a-z]+ )?(?P<kin>{'|'.join(sorted(nouns.KIN))}), (?P<name>[A-Z][\w'-]+), "
)
_LOST = name_pattern(
    rf"(?:[A-Z][\w.-]+ ){{0,3}}(?P<owner>[A-Z][\w-]+)'s (?:[a-z0-9-]+ ){{0,3}}?(?:{'|'.join(sorted(nouns.KIN | {'baby', 'child', 'children'}))})"
    r"(?:,? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?,?(?: (?:\d{1,2}|aged \d{1,2}),)? "
    r"(?:died|drowned|was (?:killed|murdered|shot|stillborn|found dead|among the dead)|were killed|is missing|went missing|vanished|took his|took her)\b"
)


def bereaved(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """Who lost somebody, and can speak of it: "Ann Pell's son Arthur died two days later"."""
    lost = _LOST.match(sentence) if "'s " in sentence else None
    return full_names.get(lost["owner"].lower()) if lost else None


def kin_of(sentence: str) -> tuple[str, str | None] | None:
    """The first name of whoever is told by whose he or she is, and which of the two: "His wife, Amna, disagrees"."""
    is_owned = sentence.startswith(_WHOSE) or "'s " in sentence
    kin = _NAMED_KIN.match(sentence) if is_owned else None
    return (kin["name"], sex_of_noun(kin["kin"])) if kin else None
