"""Looks up the claims of the desk that are similar to those of an article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.match import is_bare_answer
from claimtrack.core.model import Article, ExtractedClaim, Kind, Match, Statement
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.store.claimants import standing_names
from claimtrack.store.claims import Wording
from claimtrack.workflow.articles.naming import claimant_name
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.matching import Repeats

if TYPE_CHECKING:
    LookUp = Callable[[Database, Iterable[Statement]], Mapping[Statement, Repeats]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An extracted claim with what it may repeat on the desk; `words` is its text on one line.

    It is filed under the name `claimant`, whose main name is `known_as`. `seen_on` is the date of the article.
    """

    found: ExtractedClaim
    words: str
    claimant: str | None
    known_as: str | None
    met: Repeats
    seen_on: str | None = None

    @property
    def matches(self) -> tuple[Match, ...]:
        """Its matches on the desk."""
        return self.met.matches

    @property
    def statement(self) -> Statement:
        """The statement that is looked up."""
        return Statement(self.words, self.known_as, self.found.claimed_on, self.seen_on)

    def wording(self) -> Statement:
        """The statement that an exact repeat must match. In an outlet's own voice it has no claimant, unless it is a bare answer ("No.")."""
        words_alone = self.found.kind is Kind.OUTLET and not is_bare_answer(self.words)
        claimant = None if words_alone else self.known_as
        own_voice = self.found.kind is Kind.OUTLET
        return Statement(self.words, claimant, self.found.claimed_on, self.seen_on, own_voice)

    def filed_as(self, claim_id: int) -> Wording:
        """The claim that it becomes under this id, to compare later candidates with."""
        return Wording(claim_id, self.words, self.known_as, self.found.claimed_on, self.seen_on)


def look_up_candidates(
    db: Database,
    article: Article,
    found: Iterable[ExtractedClaim],
    look_up: LookUp = matching.look_up_repeats,
) -> list[Candidate]:
    """Look up the matches of extracted claims on the desk. Reads only.

    The same statement is looked up once: an article may contain one sentence a thousand times.
    """
    named = [(one, claimant_name(article, one)) for one in found]
    names = standing_names(db, (name for _, name in named))
    text, day = article.text or "", article.published_on
    asked = [
        Candidate(one, unwrap_line(one.text, text), name, names[name], Repeats(), day) for one, name in named
    ]
    met = look_up(db, (one.statement for one in asked if not is_bare_answer(one.words)))
    return [replace(one, met=met.get(one.statement, one.met)) for one in asked]
