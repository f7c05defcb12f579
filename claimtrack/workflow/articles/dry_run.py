"""What `ingest` would make of articles, told before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, claims, speakers
from claimtrack.workflow.articles import broken_off, recognising, reprints, version_carryover
from claimtrack.workflow.articles.candidates import looked_up
from claimtrack.workflow.articles.dry_run_desk import ScratchDesk
from claimtrack.workflow.articles.ingesting import is_wanted, read_whole
from claimtrack.workflow.following import COMPARING, unfollowed
from claimtrack.workflow.matching import matching, repeating
from claimtrack.workflow.matching.concurrent_additions import Latecomers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence, Set

    from sqlite_utils import Database

    from claimtrack.core.extract import Options
    from claimtrack.core.model import Article, ExtractedClaim, Match
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.extracting import Extractor
    from claimtrack.workflow.articles.recognising import Dropped
    from claimtrack.workflow.articles.version_carryover import Corrected
    from claimtrack.workflow.following import Follow


class Outcome(StrEnum):
    """What becomes of a claim that is found in an article."""

    NEW = "new"
    REPEATS = "repeats"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """What would become of a claim; `claim_id` is the one of the desk that it is, where that is on the desk."""

    found: ExtractedClaim
    outcome: Outcome = Outcome.NEW
    claim_id: int | None = None
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """What would become of an article: its claims, and those of its previous version that it drops or has from others.

    `article_id` is that of a known article: with a `previous_id` its text would stand again in place of that version's, or join it
    as a person says, with a `newer_id` it is an old copy, and that version stays. `apart_id` is the article at the address of a new
    one that is a version of none.
    """

    claims: tuple[PlannedClaim, ...]
    article_id: int | None = None
    previous_id: int | None = None
    newer_id: int | None = None
    apart_id: int | None = None
    joins: bool = False
    dropped: tuple[Dropped, ...] = ()
    corrected: tuple[Corrected, ...] = ()


class DryRun:
    """What one run of `ingest` would make of its articles, told one after the other. Reads only.

    Where there is no desk yet it is as on one that is empty.
    """

    def __init__(
        self,
        db: Database | None,
        options: Options,
        extractor: Extractor,
        look_up: LookUp = matching.look_up_repeats,
    ) -> None:
        self._db = db
        self._met = look_up
        self._options = options
        self._extractor = extractor
        # The same words further up, in this article or in one before it: that claim has no number yet.
        self._earlier = Latecomers(db, 0 if db is None else claims.newest_id(db))
        self._scratch = ScratchDesk(options)
        self._here: list[int] = []
        """The article that is told, or the version before it, as far as the desk has it."""

    def __enter__(self) -> DryRun:
        return self

    def __exit__(self, *error: object) -> None:
        self._scratch.close()

    def article(
        self,
        article: Article,
        source: str | None,
        follow: Follow = unfollowed,
        version_of: int | None = None,
    ) -> PlannedArticle:
        """What would become of the next article; `follow` hears how far it is. Raises as `recognise` does."""
        source = clean_line(source or "") or None
        if self._db is None:
            held = self._in_scratch(article, source)
            self._earlier.next_article()
            everything = read_whole(article, self._options, self._extractor, follow)
            self._scratch.add(article, source, everything)
            return PlannedArticle(tuple(self._claims(article, everything, held, follow)))
        standing = recognising.recognise(self._db, article, source, version_of=version_of)
        self._here = [one for one in (standing.article_id, standing.previous_id) if one is not None]
        everything = read_whole(standing.article, self._options, self._extractor, follow)
        standing = broken_off.taken_up(
            self._db, standing, everything, self._met, partial(is_wanted, self._options)
        )
        held = self._in_scratch(standing.article, source) | _held(self._db, standing)
        self._earlier.next_article(claims.worded(self._db, held.values()))
        self._scratch.add(standing.article, source, everything)
        found = tuple(self._claims(standing.article, everything, held, follow))
        previous_id = standing.previous_id
        if previous_id is None:
            return PlannedArticle(
                found, standing.article_id, newer_id=standing.newer_id, apart_id=standing.apart_id
            )
        now = {*held.values(), *(one.claim_id for one in found if one.claim_id is not None)}
        return PlannedArticle(
            found,
            standing.article_id,
            previous_id,
            joins=standing.joins,
            dropped=recognising.dropped(self._db, previous_id, now),
            corrected=version_carryover.told(version_carryover.corrections(self._db, standing, everything)),
        )

    def _in_scratch(self, article: Article, source: str | None) -> dict[tuple[int, int], int]:
        """Where claims of the article stand in one before it, too: they have no number yet."""
        return dict.fromkeys(self._scratch.held(article, source), 0)

    def _claims(
        self,
        article: Article,
        everything: Sequence[ExtractedClaim],
        held: dict[tuple[int, int], int],
        follow: Follow,
    ) -> Iterator[PlannedClaim]:
        taken = Spans(held)
        with follow(COMPARING) as advance:
            for done, found in enumerate(everything, start=1):
                advance(done, len(everything))
                if found.score < self._options.min_score:
                    continue
                if taken.overlap(found.start, found.end):
                    yield PlannedClaim(found, Outcome.KNOWN, held.get((found.start, found.end)) or None)
                else:
                    yield self._look_up(article, found)

    def _elsewhere(self, claim_ids: Set[int]) -> Set[int]:
        return set() if self._db is None else speakers.elsewhere(self._db, claim_ids, self._here)

    def _look_up(self, article: Article, found: ExtractedClaim) -> PlannedClaim:
        [candidate] = looked_up(self._db, article, [found], self._met)
        wording = candidate.wording()
        claim_id = None
        if self._db is not None:
            [reprint] = reprints.reprinted(self._db, [candidate])
            if reprint:
                return PlannedClaim(found, Outcome.REPEATS, reprint.claim_id, self._told(candidate.matches))
            claim_id = repeating.exact_match(self._db, wording, candidate.matches, self._elsewhere)
        if claim_id is None:
            claim_id = self._earlier.repeated_by(wording, self._elsewhere)
        self._earlier.add(candidate.filed_as(0))
        if claim_id is None:
            return PlannedClaim(
                found, Outcome.NEW, None, self._told(repeating.beside(wording, candidate.matches))
            )
        return PlannedClaim(found, Outcome.REPEATS, claim_id or None, self._told(candidate.matches))

    def _told(self, found: Iterable[Match]) -> tuple[Match, ...]:
        """What is worth telling of what a claim resembles."""
        return () if self._db is None else tuple(matching.worth_telling(self._db, found))


def _held(db: Database, standing: recognising.Standing) -> dict[tuple[int, int], int]:
    """The claim that stands at each span of the article already, also if in its previous version."""
    places = [*standing.moved, *((one, (whole.start, whole.end)) for one, whole in standing.grown)]
    carried = {span: appearances.get(db, one)["claim_id"] for one, span in places}
    if standing.article_id is None:
        return carried
    rows = appearances.of_article(db, standing.article_id)
    return carried | {(row["span_start"], row["span_end"]): row["claim_id"] for row in rows if row["quote"]}
