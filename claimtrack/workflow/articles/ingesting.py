"""Ingesting an article: extract its claims, recognise those on the desk, and file the rest as proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.stated_day import find_stated_day
from claimtrack.core.desk.withdrawals import is_withdrawal
from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.texts.cleaning import MAX_CLAIM, clean_line
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, articles, claims, clusters, history
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import Run, record_import
from claimtrack.workflow.articles import (
    dropping,
    proposing,
    recognising,
    rereading,
    truncated_claims,
    withdrawing,
)
from claimtrack.workflow.articles.candidates import look_up_candidates
from claimtrack.workflow.articles.entering import Entered, enter_article
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor, options_in_force
from claimtrack.workflow.matching import encoding, matching
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions
from claimtrack.workflow.progress import FILING, READING, no_progress

if TYPE_CHECKING:
    from claimtrack.core.extract import Options
    from claimtrack.store.clusters import Standing
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.dropping import Dropped
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.articles.recognising import Recognised
    from claimtrack.workflow.articles.truncated_claims import CompletedClaim
    from claimtrack.workflow.articles.version_carryover import SpeakerChange
    from claimtrack.workflow.progress import Progress

_ROWS = 1_000
"""How many claims are filed in one transaction."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """The result of ingesting an article: the claims that were `filed`, and which article of the desk it is or follows."""

    article_id: int
    is_new_article: bool
    previous_id: int | None
    """The version that it follows. If the article was known, its page went back to the older text, unless a person made it the next version:
    see `joined_by_hand`."""
    filed: tuple[Filed, ...]
    known: int
    """How many of its claims had been filed from it before."""
    skipped: int
    """How many claims were not filed: their score is too low, they are too long, or they lie inside another one."""
    filled: dict[str, str] = field(default_factory=dict)
    """The facts that a known article lacked and now has, such as its date."""
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The facts of a known article that stay although others were given, as (stored, given)."""
    dropped: tuple[Dropped, ...] = ()
    """The claims of the previous version that this one no longer contains."""
    is_withdrawal: bool = False
    """Whether it withdraws an article, or reads like a notice that does: no claims are taken from it."""
    withdrawn_on: str | None = None
    """The day from which the article is marked as withdrawn; `dropped` are all its claims if it was marked now, for the first time."""
    corrected: tuple[SpeakerChange, ...] = ()
    """The claims that it attributes to somebody else than the previous version did."""
    continued: tuple[CompletedClaim, ...] = ()
    """The claims that were cut off at the end of the previous version, and are complete in this one."""
    parked: tuple[Standing, ...] = ()
    """The claims that it repeats and nobody checks, because they are parked."""
    newer_id: int | None = None
    """The newer version that stays current, because this is an old copy; the article itself, if its text has grown since."""
    same_address_id: int | None = None
    """The article that has the same address, where this one is new and not a version of it."""
    joined_by_hand: bool = False
    """Whether a person made a known article the next version."""
    grown: int = 0
    """By how many characters the text of a known article has grown, which is no new version of it."""
    source: str | None = None
    """Where it was read from."""
    url: str | None = None
    """Its own address."""
    linked: int = 0
    """How many of the sources that it cites became evidence of its claims."""
    unlinked: int = 0
    """How many of them did not, because no claim is near them."""
    stated_day: str | None = None
    """The day that its text states, if it is new and has no date."""
    written: tuple[HistoryRange, ...] = ()
    """The changes to the desk, one range of history for each transaction."""

    def __repr__(self) -> str:
        """Return a line: all fields of an article may be 40,000 characters, and a notebook shows those of a whole folder."""
        of = f"{self.new} new, {self.repeated} repeated, {self.known} known, {self.skipped} skipped"
        return f"<Ingested: article {self.article_id} from {(self.source or self.url)!r}, {of}>"

    @property
    def new(self) -> int:
        """How many claims were filed as new."""
        return sum(one.is_new for one in self.filed)

    @property
    def repeated(self) -> int:
        """How many claims were filed as repeats of one that the desk had."""
        return len(self.filed) - self.new

    @property
    def reported(self) -> tuple[CompletedClaim | Filed, ...]:
        """The claims that programs are told of, each in a row: those that are complete now, then those that were filed."""
        return (*self.continued, *self.filed)


class Stopped(KeyboardInterrupt):
    """Ctrl-C while an article was being filed; `done` is the result so far."""

    def __init__(self, done: Ingested) -> None:
        super().__init__()
        self.done = done


class _Overtaken(Exception):
    """Somebody has filed the article, or a version of it, since it was recognised."""


def ingest_article(
    db: Database,
    article: Article,
    *,
    source: str | None = None,
    options: Options | None = None,
    extractor: Extractor = BUILT_IN,
    look_up: LookUp = matching.look_up_repeats,
    follow: Progress = no_progress,
    version_of: int | None = None,
    run: Run | None = None,
    actor: str | None,
) -> Ingested:
    """File an article's claims as proposed; doing it again adds nothing.

    A claim in the same words as one on the desk becomes another appearance of that; a pair that is only similar waits for a judgement. A
    changed article (see `recognise`) becomes a new version, which first takes over the claims of the previous one: what was edited or
    rejected is not proposed again. An article that only has more text at its end stays the same one. Facts that a known article lacks are filled in. `look_up` finds similar claims; `follow` receives the
    progress; articles with the same `run` are one import. Raises Stopped at an interrupt: called again, it continues.
    """
    options, source, run = options or options_in_force(db), clean_line(source or "") or None, run or Run()
    recognise = partial(recognising.recognise, db, article, source, version_of=version_of)
    while True:
        try:
            return _ingest_recognised(
                db, recognise, source, options, extractor, look_up, follow, run, actor=actor
            )
        except _Overtaken:
            continue


def _ingest_recognised(
    db: Database,
    recognise: Callable[[], Recognised],
    source: str | None,
    options: Options,
    extractor: Extractor,
    look_up: LookUp,
    follow: Progress,
    run: Run,
    *,
    actor: str | None,
) -> Ingested:
    """Ingest an article as recognised now. Raises _Overtaken, before anything is written, if it would be recognised otherwise by then."""
    matching.index_pending_claims(db, at_least=_ROWS)  # what others wrote may be too much for one transaction
    seen = history.last_change_id(db)
    recognised = recognised_first = recognise()
    if last := rereading.find(db, recognised, options, extractor):
        entered = Entered(last.article_id, is_new=False, known=last.known)
        return _build_result(db, recognised, entered, [], last.known + last.skipped, source, [])
    found = extract_all(recognised.article, options, extractor, follow)
    recognised = truncated_claims.find_completed(db, recognised, found, look_up, partial(is_wanted, options))
    held: Entered | None = None
    filed: list[Filed] = []
    written: list[HistoryRange] = []
    fresh = not_yet_filed(db, recognised, [one for one in found if is_wanted(options, one)])
    done = len(found) - len(fresh)
    additions = ConcurrentAdditions(db, claims.newest_id(db))
    try:
        with follow(FILING) as advance:
            for batch in _batches(fresh):
                candidates = look_up_candidates(db, recognised.article, batch, look_up)
                with write_transaction(db, actor), record_import(db, written, run):
                    if not held and history.last_change_id(db) != seen and recognise() != recognised_first:
                        raise _Overtaken
                    entered = held or enter_article(db, recognised, source, found, additions, extractor.name)
                    more = proposing.propose(db, entered.article_id, candidates, additions, extractor.name)
                    if done + len(batch) == len(found):
                        rereading.record(db, entered.article_id, recognised, found, options, extractor)
                    matching.index_pending_claims(db)  # another transaction would write the same pages again
                held = entered
                filed += more
                done += len(batch)
                advance(done, len(found))
                encoding.encode_new_claims(db)
    except KeyboardInterrupt as interrupt:
        if held is None:
            raise
        raise Stopped(_build_result(db, recognised, held, filed, done, source, written)) from interrupt
    assert held is not None  # there is a batch, if an empty one
    return _build_result(db, recognised, held, filed, done, source, written)


def extract_all(
    article: Article, options: Options, extractor: Extractor, follow: Progress
) -> Sequence[ExtractedClaim]:
    """Extract all claims of the article, whatever their score: those below the minimum are counted as skipped. A withdrawal has none."""
    if is_withdrawal(article):
        return ()
    with follow(READING) as advance:
        return extractor.run(article, replace(options, min_score=0.0, progress=advance))


def is_wanted(options: Options, found: ExtractedClaim) -> bool:
    """Whether a claim's score is high enough and its text short enough to file."""
    return found.score >= options.min_score and len(found.text) <= MAX_CLAIM


def _batches(found: list[ExtractedClaim]) -> Iterator[list[ExtractedClaim]]:
    """Yield the claims of each transaction; without claims, one empty list for the article itself."""
    for start in range(0, max(len(found), 1), _ROWS):
        yield found[start : start + _ROWS]


def not_yet_filed(
    db: Database, recognised: Recognised, found: Iterable[ExtractedClaim]
) -> list[ExtractedClaim]:
    """The claims that overlap no appearance of this article yet: only these are looked up."""
    if recognised.article_id is not None:
        taken = proposing.covered_spans(db, recognised.article_id)
    else:
        taken = Spans(span for _, span in recognised.carried if recognised.grown_from is not None)
    return [one for one in found if not taken.overlap(one.start, one.end)]


def _build_result(
    db: Database,
    recognised: Recognised,
    held: Entered,
    filed: list[Filed],
    done: int,
    source: str | None,
    written: list[HistoryRange],
) -> Ingested:
    row = articles.get(db, held.article_id)
    return Ingested(
        article_id=held.article_id,
        is_new_article=held.is_new,
        previous_id=held.previous_id,
        filed=tuple(filed),
        known=held.known,
        skipped=done - len(filed) - held.known,
        filled=recognised.filled,
        kept=recognised.kept,
        dropped=_find_dropped(db, recognised, held),
        is_withdrawal=is_withdrawal(recognised.article),
        withdrawn_on=row["withdrawn_on"],
        corrected=held.corrected,
        continued=held.continued,
        parked=clusters.unchecked(db, {one.claim_id for one in filed if not one.is_new}),
        newer_id=recognised.newer_id,
        same_address_id=recognised.same_address_id,
        joined_by_hand=recognised.joined_by_hand,
        grown=held.grown,
        source=source,
        url=recognised.article.url,
        stated_day=find_stated_day(row["text"] or "") if held.is_new and not row["published_on"] else None,
        written=tuple(written),
    )


def _find_dropped(db: Database, recognised: Recognised, held: Entered) -> tuple[Dropped, ...]:
    if recognised.withdrawn_on is not None:
        if withdrawing.repeats_notice(db, held.previous_id):
            return ()
        return dropping.withdrawn_claims(db, held.article_id)
    if held.previous_id is None:
        return ()
    now = {row["claim_id"] for row in appearances.of_article(db, held.article_id)}
    return dropping.find_dropped(db, held.previous_id, now)
