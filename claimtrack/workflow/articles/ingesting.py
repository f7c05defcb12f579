"""An article comes in: its claims are found, recognised, and filed as proposed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from claimtrack.core.model import Article, ExtractedClaim, Kind, Status
from claimtrack.core.texts.cleaning import MAX_CLAIM, clean_line
from claimtrack.core.texts.spans import Spans
from claimtrack.store import appearances, articles, claims, speakers
from claimtrack.store.file.database import write_transaction
from claimtrack.store.stretches import Run, recorded
from claimtrack.workflow.articles import broken_off, naming, proposing, recognising, version_carryover
from claimtrack.workflow.articles.candidates import looked_up
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor, options_in_force
from claimtrack.workflow.following import FILING, READING, unfollowed
from claimtrack.workflow.matching import encoding, matching
from claimtrack.workflow.matching.concurrent_additions import Latecomers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.extract import Options
    from claimtrack.store.stretches import Stretch
    from claimtrack.workflow.articles.broken_off import Grown
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.proposing import Filed
    from claimtrack.workflow.articles.recognising import Dropped, Standing
    from claimtrack.workflow.articles.version_carryover import Corrected
    from claimtrack.workflow.following import Follow

_ROWS = 1_000
"""Claims that are filed in one transaction."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an article added: the claims that were `filed`, as new ones or repeats, and how it stands to the desk's articles."""

    article_id: int
    is_new_article: bool
    previous_id: int | None
    """The version that it follows; a known article stands again in place of that one, in its older text, unless it `joins` it."""
    filed: tuple[Filed, ...]
    known: int
    """How many of its claims were filed before."""
    skipped: int
    """How many are under the score asked for, too long for a claim, or inside another one found."""
    filled: dict[str, str] = field(default_factory=dict)
    """What is newly told of a known article."""
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What was told otherwise than it is stored, as (stored, told)."""
    dropped: tuple[Dropped, ...] = ()
    """The claims of the previous version that this one no longer holds."""
    corrected: tuple[Corrected, ...] = ()
    """The claims that it has from somebody else than the previous version."""
    grown: tuple[Grown, ...] = ()
    """The claims in which the previous version broke off."""
    newer_id: int | None = None
    """The version that stays, where this was an old copy."""
    apart_id: int | None = None
    """The article at the address of a new one that is a version of none."""
    joins: bool = False
    """Whether a known article follows the previous version because a person said so."""
    source: str | None = None
    """Where it was read from."""
    url: str | None = None
    """Its own address."""
    linked: int = 0
    """How many sources that it cites were filed as evidence of its claims."""
    unlinked: int = 0
    """How many stand at no claim that counts."""
    written: tuple[Stretch, ...] = ()
    """Where history keeps what was done, a transaction each."""

    @property
    def new(self) -> int:
        """How many claims the desk did not hold."""
        return sum(one.is_new for one in self.filed)

    @property
    def repeated(self) -> int:
        """How many claims of the desk the article says again."""
        return len(self.filed) - self.new


class Stopped(KeyboardInterrupt):
    """Ctrl-C within an article: `done` is what is filed of it already."""

    def __init__(self, done: Ingested) -> None:
        super().__init__()
        self.done = done


@dataclass(frozen=True, slots=True)
class _Held:
    """An article that is on the desk now; `known` of its claims were before. It follows the version `previous_id`, if newly so."""

    article_id: int
    is_new: bool
    known: int
    previous_id: int | None = None
    corrected: tuple[Corrected, ...] = ()
    grown: tuple[Grown, ...] = ()


def ingest_article(
    db: Database,
    article: Article,
    *,
    source: str | None = None,
    options: Options | None = None,
    extractor: Extractor = BUILT_IN,
    look_up: LookUp = matching.look_up_repeats,
    follow: Follow = unfollowed,
    version_of: int | None = None,
    run: Run | None = None,
    actor: str | None,
) -> Ingested:
    """File an article's claims as proposed; the second time nothing is added.

    A claim that the desk holds in the same words becomes another appearance; of one that is only similar the pair waits for a person. A
    changed article (see `recognise`) becomes a new version, in which the claims of the previous one are found first: what was edited or
    rejected is not proposed twice. What is newly told of a known article is filled in. `look_up` finds what the desk holds like some
    statements; `follow` hears how far it is; the articles of a `run` are one import. Raises Stopped at an interrupt: called again, it goes on.
    """
    options, source, run = options or options_in_force(db), clean_line(source or "") or None, run or Run()
    matching.take_in(db, at_least=_ROWS)  # what others wrote may be too much for one transaction
    standing = recognising.recognise(db, article, source, version_of=version_of)
    everything = read_whole(standing.article, options, extractor, follow)
    standing = broken_off.taken_up(db, standing, everything, look_up, partial(is_wanted, options))
    held: _Held | None = None
    filed: list[Filed] = []
    written: list[Stretch] = []
    fresh = not_yet_filed(db, standing, [one for one in everything if is_wanted(options, one)])
    done = len(everything) - len(fresh)
    latecomers = Latecomers(db, claims.newest_id(db))
    try:
        with follow(FILING) as advance:
            for batch in _batches(fresh):
                candidates = looked_up(db, standing.article, batch, look_up)
                with write_transaction(db, actor), recorded(db, written, run):
                    entered = held or _enter(db, standing, source, everything, latecomers, extractor.name)
                    more = proposing.propose(db, entered.article_id, candidates, latecomers, extractor.name)
                    matching.take_in(db)  # here: a transaction of its own would write the same pages again
                held = entered
                filed += more
                done += len(batch)
                advance(done, len(everything))
                encoding.keep_vectors(db)
    except KeyboardInterrupt as interrupt:
        if held is None:
            raise
        raise Stopped(_outcome(db, standing, held, filed, done, source, written)) from interrupt
    assert held is not None  # there is a batch, if an empty one
    return _outcome(db, standing, held, filed, done, source, written)


def read_whole(
    article: Article, options: Options, extractor: Extractor, follow: Follow
) -> Sequence[ExtractedClaim]:
    """All claims of the article. What is skipped is counted, too: so the score does not cut here."""
    with follow(READING) as advance:
        return extractor.run(article, replace(options, min_score=0.0, progress=advance))


def is_wanted(options: Options, found: ExtractedClaim) -> bool:
    """Whether a claim is worth checking enough, and short enough for a claim."""
    return found.score >= options.min_score and len(found.text) <= MAX_CLAIM


def _batches(found: list[ExtractedClaim]) -> Iterator[list[ExtractedClaim]]:
    """The claims by the transaction; an empty one where there are none, for the article itself."""
    for start in range(0, max(len(found), 1), _ROWS):
        yield found[start : start + _ROWS]


def not_yet_filed(db: Database, standing: Standing, found: Iterable[ExtractedClaim]) -> list[ExtractedClaim]:
    """The claims that no appearance of this article covers: saves looking up what is known."""
    taken = proposing.taken(db, standing.article_id) if standing.article_id is not None else Spans()
    return [one for one in found if not taken.overlap(one.start, one.end)]


def _enter(
    db: Database,
    standing: Standing,
    source: str | None,
    found: Sequence[ExtractedClaim],
    latecomers: Latecomers,
    extractor: str,
) -> _Held:
    """The article on the desk, with the previous version's claims where they stand in the changed text.

    The `latecomers` are told what it is quoted with already.
    """
    # Somebody else may have filed it, or another version, since it was looked for.
    there = articles.find(db, standing.article, source)
    is_last = there is None or standing.joins or articles.newest_version(db, there) == standing.previous_id
    follows = standing.previous_id if is_last else None
    corrected = {} if follows is None else version_carryover.corrections(db, standing, found)
    article_id = there or articles.enter(db, standing.article, source=source, previous_id=follows)
    if there is not None and standing.filled:
        articles.fill_in(db, there, standing.filled)
        _refine(db, there, standing.article, found)
    grown: tuple[Grown, ...] = ()
    if follows is not None:
        articles.follow(db, article_id, follows)
        version_carryover.carry(db, standing, article_id, corrected)
        grown = broken_off.file(db, standing, article_id, extractor)
        appearances.move_along(db, article_id=follows, newer_id=article_id)
    latecomers.next_article(claims.worded(db, appearances.claims_quoted(db, article_id)))
    for one in claims.worded(db, [one.claim_id for one in grown]):
        latecomers.add(one)
    taken = proposing.taken(db, article_id)
    known = sum(taken.overlap(one.start, one.end) for one in found)
    return _Held(article_id, there is None, known, follows, version_carryover.told(corrected), grown)


def _refine(db: Database, article_id: int, article: Article, everything: Iterable[ExtractedClaim]) -> None:
    """Keep the day and the outlet of what waits for triage, now that the article's own are known."""
    there = {(row["span_start"], row["span_end"]): row for row in appearances.of_article(db, article_id)}
    for found in everything:
        row = there.get((found.start, found.end))
        if row is None or row["status"] != Status.PROPOSED:
            continue
        if row["said_on"] is None and found.claimed_on is not None:
            appearances.set_said_on(db, row["id"], found.claimed_on)
            claims.fill_in(db, row["claim_id"], "claimed_on", found.claimed_on, appearance_id=row["id"])
        if row["claimant_id"] is None and found.kind is Kind.OUTLET and article.outlet is not None:
            claimant_id = naming.claimant_id(db, found, naming.claimant_name(article, found))
            speakers.set_claimant(db, row["id"], claimant_id)
            claims.fill_in(db, row["claim_id"], "claimant_id", claimant_id, appearance_id=row["id"])


def _outcome(
    db: Database,
    standing: Standing,
    held: _Held,
    filed: list[Filed],
    done: int,
    source: str | None,
    written: list[Stretch],
) -> Ingested:
    return Ingested(
        article_id=held.article_id,
        is_new_article=held.is_new,
        previous_id=held.previous_id,
        filed=tuple(filed),
        known=held.known,
        skipped=done - len(filed) - held.known,
        filled=standing.filled,
        kept=standing.kept,
        dropped=() if held.previous_id is None else _dropped(db, held.previous_id, held.article_id),
        corrected=held.corrected,
        grown=held.grown,
        newer_id=standing.newer_id,
        apart_id=standing.apart_id,
        joins=standing.joins,
        source=source,
        url=standing.article.url,
        written=tuple(written),
    )


def _dropped(db: Database, previous_id: int, article_id: int) -> tuple[Dropped, ...]:
    now = {row["claim_id"] for row in appearances.of_article(db, article_id)}
    return recognising.dropped(db, previous_id, now)
