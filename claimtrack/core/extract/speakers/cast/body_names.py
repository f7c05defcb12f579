"""Bodies whose names look like a person's: "terminal operator Puerto Austral", "shares in Norland Havbruk"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import strip_possessive

_LONGEST_KIND, _LONGEST_NAME = 20, 60


def words_before_which(plain: str) -> set[str]:
    """The two words before each ", which"."""
    return {" ".join(part[-_LONGEST_NAME:].split()[-2:]) for part in plain.split(", which ")[:-1]}


def is_described_as_body(plain: str, described: set[str], at: int, name: str) -> bool:
    """Whether the article describes a name as a body's: "terminal operator Puerto Austral", "Hydra Talva, which runs the dam"."""
    before = (
        plain[max(0, at - _LONGEST_KIND) : at - 1].rpartition(" ")[2].lower() if plain[at - 1] == " " else ""
    )
    if plain.startswith(" & ", at + len(name)):
        return True  # "Dale Hill & Associates"
    is_kind = before in nouns.BODY_KINDS
    if plain.startswith(", ", at - 2) and plain.startswith((", ", "."), at + len(name)):
        *_, article, kind = ["", "", *plain[max(0, at - _LONGEST_KIND) : at - 2].lower().split()]
        is_kind = article in {"a", "an"} and kind in nouns.COLLECTIVES  # "a foundation, Lumen Futuri,"
    if not (is_kind or " ".join(name.split()[-2:]) in described):
        return False
    return not is_given_name(name.partition(" ")[0].lower())


def find_traded_names(plain: str) -> set[str]:
    """The words in the place of a company's name: "Shares in Norland", "Norland's shares"."""
    found: set[str] = set()
    for before, after in pairwise(plain.split("hares")):
        joint, firm = [*after[:_LONGEST_NAME].split(maxsplit=2), "", ""][:2]
        found.update(
            map(strip_possessive, [*before[-_LONGEST_NAME:-1].split()[-1:], firm if joint == "in" else ""])
        )
    return found


def is_traded_company(plain: str, traded: set[str], name: str) -> bool:
    """Whether a name is a company's by its first word: "Shares in Norland" for Norland Havbruk."""
    first, _, last = name.partition(" ")
    return first in traded and not is_given_name(first.lower()) and plain.count(last) == plain.count(name)
