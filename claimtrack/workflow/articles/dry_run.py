"""What `ingest` would do with articles: they are filed on a temporary copy of the desk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.model import Article, ExtractedClaim, Match
from claimtrack.core.texts.spans import Spans
from claimtrack.fetch import Loaded
from claimtrack.store import appearances, articles, claims
from claimtrack.store.file.copying import scratch_copy
from claimtrack.workflow.articles.citing import ingest_loaded
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.matching import matching
from claimtrack.workflow.progress import COMPARING, FILING, no_progress

if TYPE_CHECKING:
    from claimtrack.core.desk.cited import Cited
    from claimtrack.core.extract import Options
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.progress import Progress


@dataclass(frozen=True, slots=True)
class PlannedClaim:
    """What would happen to a claim: its `outcome` is "new", "repeats", "known", or "changed" if it continues where it broke off.

    `claim_id` is the claim of the desk that it is, None if the desk has none yet.
    """

    found: ExtractedClaim
    outcome: str
    claim_id: int | None = None
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedArticle:
    """What would happen to an article, and to each claim in it.

    `ingested` is the result on the copy. It refers only to what is on the desk already: not to a version or claim that an earlier
    article of the same run would add.
    """

    claims: tuple[PlannedClaim, ...]
    ingested: Ingested


class DryRun:
    """A run of `ingest` on a copy of the desk, one article after the other. It blocks nobody else."""

    def __init__(
        self,
        db: Database,
        options: Options,
        extractor: Extractor,
        look_up: LookUp = matching.look_up_repeats,
    ) -> None:
        self.copy = scratch_copy(db)
        """The desk on which the articles are filed."""
        self._options = options
        self._extractor = extractor
        self._look_up = look_up
        # Of the copy: somebody else may have filed more on the desk since.
        self._newest_claim = claims.newest_id(self.copy)
        self._newest_article = articles.newest_id(self.copy)

    def __enter__(self) -> DryRun:
        return self

    def __exit__(self, *error: object) -> None:
        self.copy.close()

    def article(
        self,
        article: Article,
        source: str | None,
        follow: Progress = no_progress,
        version_of: int | None = None,
        cited: tuple[Cited, ...] = (),
    ) -> PlannedArticle:
        """File the next article on the copy. The arguments and errors are those of `ingest_article`."""
        found: list[ExtractedClaim] = []
        ingested = ingest_loaded(
            self.copy,
            Loaded(article, source or "", cited=cited),
            source=source,
            options=self._options,
            extractor=Extractor(self._extractor.name, partial(self._extract, found)),
            look_up=self._look_up,
            follow=lambda step: follow(COMPARING if step == FILING else step),
            version_of=version_of,
            actor=None,
        )
        return PlannedArticle(tuple(self._claims(found, ingested)), self._without_new_numbers(ingested))

    def _extract(
        self, found: list[ExtractedClaim], article: Article, options: Options
    ) -> Sequence[ExtractedClaim]:
        """Run the extractor, and add what it finds to `found`."""
        found += self._extractor.run(article, options)
        return found

    def _claims(self, found: Sequence[ExtractedClaim], ingested: Ingested) -> Iterator[PlannedClaim]:
        """The claims found in the article, without those that were skipped."""
        filed = {(one.found.start, one.found.end): one for one in ingested.filed}
        rows = appearances.of_article(self.copy, ingested.article_id)
        held = {(row["span_start"], row["span_end"]): row["claim_id"] for row in rows if row["quote"]}
        covered = Spans(held)
        continued = {(one.found.start, one.found.end): one for one in ingested.continued}
        for one in found:
            span = one.start, one.end
            if span in filed:
                resembled = tuple(m for m in filed[span].matches if self._on_desk(m.claim_id))
                yield PlannedClaim(one, filed[span].outcome, self._on_desk(filed[span].claim_id), resembled)
            elif one.score >= self._options.min_score and covered.overlap(*span):
                here, resembled = self._on_desk(held.get(span)), ()
                if is_changed := here is not None and span in continued:
                    resembled = tuple(m for m in continued[span].matches if self._on_desk(m.claim_id))
                yield PlannedClaim(one, "changed" if is_changed else "known", here, resembled)

    def _on_desk(self, claim_id: int | None) -> int | None:
        """The id of a claim, if it is on the desk already."""
        return claim_id if claim_id is not None and claim_id <= self._newest_claim else None

    def _without_new_numbers(self, ingested: Ingested) -> Ingested:
        """The result without what refers to articles or claims that are not on the desk yet."""
        previous_id = self._known(ingested.previous_id)
        grows = ingested.grown and self._known(ingested.article_id)
        if previous_id is None and not grows:
            ingested = replace(ingested, dropped=(), corrected=(), continued=(), grown=0)
        # Of an article that is on the desk, too, the run may have filed a claim before: one that --min-score once left out.
        dropped = tuple(one for one in ingested.dropped if self._on_desk(one.claim_id))
        corrected = tuple(one for one in ingested.corrected if self._on_desk(one.claim_id))
        continued = tuple(one for one in ingested.continued if self._on_desk(one.claim_id))
        ingested = replace(ingested, dropped=dropped, corrected=corrected, continued=continued)
        if not (previous_id or self._known(ingested.article_id)):
            ingested = replace(ingested, filled={}, kept={})
        newer_id, same_address_id = self._known(ingested.newer_id), self._known(ingested.same_address_id)
        return replace(ingested, previous_id=previous_id, newer_id=newer_id, same_address_id=same_address_id)

    def _known(self, article_id: int | None) -> int | None:
        """The id of an article, if it is on the desk already."""
        return article_id if article_id is not None and article_id <= self._newest_article else None
