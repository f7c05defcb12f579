"""What an article's claims meet on the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.match import says_nothing
from claimtrack.core.model import ExtractedClaim, Kind, Match, Statement
from claimtrack.core.text import clean_line
from claimtrack.workflow import matching
from claimtrack.workflow.naming import claimant_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.core.model import Article


@dataclass(frozen=True, slots=True)
class Candidate:
    """An extracted claim with what the desk holds like it; `words` are those of its claim, on one line."""

    found: ExtractedClaim
    words: str
    claimant: str | None
    matches: tuple[Match, ...]

    def wording(self) -> Statement:
        """What makes it an exact repeat: in an outlet's own voice the words alone, if they say something, whoever prints them."""
        words_alone = self.found.kind is Kind.OUTLET and not says_nothing(self.words)
        claimant = None if words_alone else self.claimant
        return Statement(self.words, claimant, self.found.claimed_on)


def looked_up(db: Database | None, article: Article, found: Iterable[ExtractedClaim]) -> list[Candidate]:
    """The claims with what the desk holds like them, if there is a desk. Reads only.

    What is said again in the same words is looked up once: an article may hold one sentence a thousand times.
    """
    asked = [
        (one, Statement(clean_line(one.text), claimant_name(article, one), one.claimed_on)) for one in found
    ]
    telling = (statement for _, statement in asked if not says_nothing(statement.text))
    met = {} if db is None else matching.look_up_repeats(db, telling)
    return [
        Candidate(one, statement.text, statement.claimant, met.get(statement, ())) for one, statement in asked
    ]
