"""The command `ingest`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.articles.progress import article_progress, clear_line, count_articles, say_on_own_line
from claimtrack.cli.articles.sources import load_articles, single_article
from claimtrack.cli.output.messages import ending_on_interrupt, say
from claimtrack.cli.output.unread import Unread
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import STOPPED_DRY, Session, index_waiting_claims, pass_session
from claimtrack.cli.parameters.types import COUNT, DATE, LANGUAGE, LOCATION, SCORE, URL
from claimtrack.core.model import Match

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.cli.output.rows import Row
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.extracting import Extractor
    from claimtrack.workflow.articles.ingesting import Ingested

_STOPPED_FILED = "Stopped. The articles counted here are filed; run the same command again to continue."
_STOPPED_EMPTY = "Stopped before anything was filed. Run the same command again to start over."


@dataclass(frozen=True, slots=True)
class _Request:
    """What to do with the articles; sources that cannot be read are reported to `unread`."""

    loaded: Iterator[Loaded]
    extractor: Extractor
    min_score: float
    version_of: int | None
    output_format: str
    unread: Unread


@click.command("ingest")
@click.argument("sources", metavar="SOURCE...", type=LOCATION, nargs=-1, required=True)
@click.option("--dry-run", is_flag=True, help="Show what would be found, and write nothing.")
@click.option(
    "--min-score",
    type=SCORE,
    default=0.0,
    show_default=True,
    help="Lowest check-worthiness score to keep, 0 to 1.",
)
@click.option(
    "--extractor",
    default="rules",
    show_default=True,
    metavar="NAME",
    help="What finds the claims: claimtrack's own rules, or a plug-in (claimtrack.extractors) by name.",
)
@click.option(
    "--scorer", metavar="NAME", help="Plug-in (claimtrack.scorers) that scores how check-worthy claims are."
)
@click.option("--url", type=URL, help="Web address of the article, for a file or standard input.")
@click.option("--date", "published_on", type=DATE, help="Date it was published, YYYY-MM-DD.")
@click.option("--title", help="Title of the article.")
@click.option("--outlet", help="Publisher of the article.")
@click.option(
    "--language",
    type=LANGUAGE,
    help="Language of the article, such as cy, if it does not say so itself, or wrongly.",
)
@click.option(
    "--speaker",
    metavar="NAME",
    help="Author of a speech, post or op-ed, who says whatever no one else is quoted as saying.",
)
@click.option(
    "--version-of",
    type=COUNT,
    metavar="ARTICLE",
    help="Number of the article that this is a new version of, however little they have in common.",
)
@click.option(
    "--links",
    is_flag=True,
    help="Also file the links and footnotes of a draft (Markdown, Word) as evidence for the claims beside them.",
)
@format_option
@pass_session
def ingest_command(
    session: Session,
    /,
    sources: tuple[str, ...],
    dry_run: bool,
    min_score: float,
    extractor: str,
    scorer: str | None,
    url: str | None,
    title: str | None,
    speaker: str | None,
    version_of: int | None,
    links: bool,
    output_format: str,
    **others: str | None,
) -> None:
    """Read articles and file their claims as proposed.

    SOURCE is a file, a folder, a web address, a feed, or `-` for standard input, which is read to its end. Formats: text, HTML, MHTML,
    Markdown, subtitles, e-mail, and RSS, Atom and JSON feeds; PDF and Word (.docx) with `pip install 'claimtrack[documents]'`; others with plug-ins.

    Reading an article again adds no claim twice: it only fills in missing details and claims that --min-score left out. If only its end is
    new, it stays the same article. One that changed otherwise becomes a new version, recognised by its address or file and its quotations;
    claims it no longer contains, or now attributes to someone else, are listed. A claim that the desk already has from another article counts as a repeat.

    If a source cannot be read, the rest is filed and the exit code is 1. Some things are skipped without an error: unsupported and hidden files,
    programs and links in a folder, feed entries without text, an empty folder or feed. `claimtrack import undo` takes it all back.

    \b
    claimtrack ingest article.txt --url https://news.example/1 --date 2024-04-22
    claimtrack ingest https://news.example/feed.xml
    claimtrack ingest speech.txt --speaker "Ada Miller" --date 2024-04-22
    claimtrack ingest article.txt --dry-run --format json
    """
    for name, value in (("--url", url), ("--title", title), ("--version-of", version_of)):
        if value and len(sources) > 1:
            raise click.UsageError(f"{name} is for a single article: give only one SOURCE")
    unread = Unread(say_on_own_line)
    with ending_on_interrupt(STOPPED_DRY if dry_run else _STOPPED_EMPTY, say_on_own_line):
        from claimtrack.workflow.articles.extracting import choose_extractor  # Ctrl-C may come meanwhile

        chosen = choose_extractor(extractor, scorer, speaker=speaker)
        told = {"url": url, "title": title, **others}
        loaded = load_articles(sources, unread, session.path, by_rules=chosen.is_ours, links=links, **told)
        if version_of is not None:
            loaded = single_article(loaded)
        asked = _Request(loaded, chosen, min_score, version_of, output_format, unread)
        (_dry_run if dry_run else _ingest)(session, asked)
    if unread.failed:
        raise click.exceptions.Exit(1)


def _read_first(asked: _Request) -> tuple[_Request, bool]:
    """Read the first article before a desk is created or copied for it; return whether there is one."""
    first = tuple(islice(asked.loaded, 1))
    return replace(asked, loaded=chain(first, asked.loaded)), bool(first)


def _dry_run(session: Session, asked: _Request) -> None:
    from claimtrack.cli.articles.ingest_report import EXTRACTED_COLUMNS, write_claims
    from claimtrack.workflow.articles.reporting import PLANNED_KEYS

    asked, _ = _read_first(asked)
    with session.open_or_create(dry_run=True) as db:
        write_claims(_planned_rows(db, asked), asked.output_format, EXTRACTED_COLUMNS, PLANNED_KEYS)


def _planned_rows(db: Database, asked: _Request) -> Iterator[tuple[Row, tuple[Match, ...]]]:
    """Yield a row for each claim that would be filed, with its matches."""
    from claimtrack.cli.articles.ingest_report import skipped_sources
    from claimtrack.workflow.articles.dry_run import DryRun
    from claimtrack.workflow.articles.extracting import options_in_force
    from claimtrack.workflow.articles.reporting import (
        counted,
        dry_run_notices,
        nothing_found_notices,
        planned_rows,
    )

    options, unread = options_in_force(db, asked.min_score), asked.unread
    counts: Counter[str] = Counter()
    said: set[tuple[str, ...]] = set()
    planned = None
    with DryRun(db, options, asked.extractor) as dry_run:
        index_waiting_claims(dry_run.copy, stopped=STOPPED_DRY)
        for one in count_articles(asked.loaded):
            with unread.skipping_failures(one):
                planned = dry_run.article(
                    one.article, one.source, article_progress(one.article), asked.version_of, one.cited
                )
                counts.update(claim.outcome for claim in planned.claims)
                notices = tuple(dry_run_notices(planned, one.source))
                for line in () if notices in said else notices:  # all entries of a live blog have one address
                    say_on_own_line(line)
                said.add(notices)
                clear_line()
                rows = planned_rows(planned, source=one.source, url=one.article.url)
                yield from zip(rows, (claim.matches for claim in planned.claims), strict=True)
    told = counted(counts["new"], counts["repeats"], counts["known"] + counts["changed"])
    say(f"{told}{skipped_sources(unread.skipped)}; nothing was written")
    if planned and not planned.ingested.is_withdrawal and not unread.failed:
        for line in nothing_found_notices(counts.total(), by_rules=asked.extractor.is_ours):
            say(line)


def _ingest(session: Session, asked: _Request) -> None:
    from claimtrack.store.file.connecting import large_cache

    results: list[Ingested] = []
    undo = ""
    is_empty = False
    try:
        asked, has_articles = _read_first(asked)
        is_empty = not has_articles
        if is_empty:
            return
        with session.open_or_create() as db, large_cache(db):
            try:
                _file_each(db, session, asked, results)
            finally:
                written = chain.from_iterable(done.written for done in results)
                undo = session.undo(db, written, "To take it back", by="import undo")
    except KeyboardInterrupt:
        say_on_own_line(_STOPPED_FILED if results else _STOPPED_EMPTY)
        raise click.exceptions.Exit(1) from None
    finally:
        if results or is_empty or asked.unread.failed:  # whatever stopped the rest, these are filed
            _report(results, undo, asked)


def _file_each(db: Database, session: Session, asked: _Request, results: list[Ingested]) -> None:
    """File the articles, appending each result to `results`, even the one that Ctrl-C interrupts."""
    from claimtrack.store.history_ranges import Run
    from claimtrack.workflow.articles.citing import ingest_loaded
    from claimtrack.workflow.articles.extracting import options_in_force
    from claimtrack.workflow.articles.ingesting import Stopped
    from claimtrack.workflow.articles.prefetching import read_ahead

    options, run = options_in_force(db, asked.min_score), Run()
    with closing(read_ahead(db, asked.loaded, asked.extractor, options, Path(session.path))) as to_file:
        for one, extractor, look_up in count_articles(to_file):
            with asked.unread.skipping_failures(one):
                try:
                    done = ingest_loaded(
                        db,
                        one,
                        source=one.source,
                        options=options,
                        extractor=extractor,
                        look_up=look_up,
                        follow=article_progress(one.article),
                        version_of=asked.version_of,
                        run=run,
                        actor=session.actor,
                    )
                except Stopped as stop:
                    results.append(stop.done)
                    raise
                results.append(done)


def _report(results: list[Ingested], undo: str, asked: _Request) -> None:
    """Print the filed claims, then the summary, even if the reader of the rows has gone."""
    from claimtrack.cli.articles.ingest_report import FILED_COLUMNS, summarise, write_claims
    from claimtrack.workflow.articles.reporting import FILED_KEYS, filed_rows

    try:
        rows = (
            (row, one.matches)
            for done in results
            for row, one in zip(filed_rows(done), done.reported, strict=True)
        )
        write_claims(rows, asked.output_format, FILED_COLUMNS, FILED_KEYS)
    finally:
        summarise(results, asked.unread.skipped, by_rules=asked.extractor.is_ours)
        if undo:
            say(undo)
