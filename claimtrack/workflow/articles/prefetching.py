"""A worker process extracts the claims of the next articles in advance, and looks up half of the claims of the current one."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.extract import extract
from claimtrack.core.match.reading.indexing import parts_to_preload, preload_readings
from claimtrack.core.model import Article, ExtractedClaim, Statement
from claimtrack.core.texts.wrapped import unwrap_line
from claimtrack.workflow.articles.extracting import BUILT_IN, Extractor
from claimtrack.workflow.articles.rereading import is_read
from claimtrack.workflow.matching.matching import look_up_repeats
from claimtrack.workflow.worker_process import count_cores, open_once, start_worker

if TYPE_CHECKING:
    from concurrent.futures import Future
    from pathlib import Path
    from typing import Any

    from claimtrack.core.extract import Options
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.matching.matching import Repeats
    from claimtrack.workflow.worker_process import GiveWay, WorkerProcess

    Found = Sequence[ExtractedClaim]
    Met = dict[Statement, Repeats]

MIN_ARTICLES = 10
"""How many articles are ingested before a process is started: starting takes as long as filing ten on a large desk."""
MIN_CLAIMS = 8
"""How many claims are worth a call to the worker process."""
_MAX_WAITING = 8
"""How many articles are read in advance: enough that neither process waits for one long article."""


class PreparedArticle(NamedTuple):
    """An article to file, with its extractor, which may have the result already, and its look-up."""

    loaded: Loaded
    extractor: Extractor
    look_up: LookUp = look_up_repeats


class _Extraction(NamedTuple):
    """The claims of an article, with what the matcher knows of the text of each."""

    found: Found
    known: dict[str, dict[str, Any]]


def read_ahead(
    db: Database, loaded: Iterable[Loaded], extractor: Extractor, options: Options, desk: Path
) -> Generator[PreparedArticle, None, None]:
    """Yield the articles to file on the desk, read in advance by a worker process.

    For few articles that are not read yet, on one core, with a plug-in, and where none can be started, there is no worker: the `extractor`
    runs in this process. An error in `loaded` is raised after the articles before it.
    """
    rest = iter(loaded)
    if extractor is not BUILT_IN or count_cores() < 2:
        yield from (PreparedArticle(one, extractor) for one in rest)
        return
    unread = 0
    for one in rest:
        unread += not is_read(db, one, options, extractor)
        if unread > MIN_ARTICLES:
            break
        yield PreparedArticle(one, extractor)
    else:
        return
    rest = chain([one], rest)
    with start_worker() as other:
        if other is None:
            yield from (PreparedArticle(one, extractor) for one in rest)
            return
        is_read_already = partial(is_read, db, options=options, extractor=extractor)
        everything = replace(options, min_score=0.0)  # ingest counts what it skips
        yield from _ReadAhead(other, rest, everything, desk, is_read_already).coming()


class _ReadAhead:
    """The articles that the worker process reads in advance, and the look-ups that it shares."""

    def __init__(
        self,
        other: WorkerProcess,
        rest: Iterator[Loaded],
        options: Options,
        desk: Path,
        is_read_already: Callable[[Loaded], bool],
    ) -> None:
        self._other = other
        self._rest = rest
        self._options = options
        self._desk = desk
        self._is_read_already = is_read_already
        self._begun = other.call_later(_start)
        self._waiting: deque[PreparedArticle] = deque()
        self._failure: Exception | None = None

    def coming(self) -> Iterator[PreparedArticle]:
        """Yield the articles in order; an error in loading one is raised after those before it."""
        self._fill()
        while self._waiting:
            yield self._waiting.popleft()
            self._fill()
        if self._failure:
            raise self._failure

    def _fill(self) -> None:
        """Have articles read in advance until enough of them wait."""
        while len(self._waiting) < _MAX_WAITING and self._failure is None:
            try:
                one = next(self._rest, None)
                is_known = one is not None and self._is_read_already(one)
            except Exception as error:  # whatever it is, it waits until those before it are filed
                self._failure = error
                return
            if one is None:
                return
            reader = BUILT_IN if is_known else self._reader(one.article)
            self._waiting.append(PreparedArticle(one, reader, self._look_up))

    def _reader(self, article: Article) -> Extractor:
        """An extractor that returns the worker's result; for anything else it extracts in this process."""
        read_there = self._other.call_later(_extract_in_worker, article, self._options)

        def run(asked: Article, how: Options) -> Found:
            is_ahead = (asked, how) == (article, self._options) and _has_started(self._begun)
            ahead = read_there.result() if is_ahead else None
            if ahead is None:
                read_there.cancel()
                return BUILT_IN.run(asked, how)
            preload_readings(ahead.known)
            return ahead.found

        return replace(BUILT_IN, run=run)

    def _look_up(self, db: Database, statements: Iterable[Statement]) -> Met:
        """Look statements up, half of them in the worker process, which extracts articles while this process writes."""
        asked = list(dict.fromkeys(statements))
        if len(asked) < MIN_CLAIMS or not _has_started(self._begun):
            self._fill()
            return look_up_repeats(db, asked)
        half = (len(asked) + 1) // 2
        ours, theirs = asked[:half], asked[half:]
        answer = self._other.call_first(_look_up_in_worker, self._desk, theirs)
        try:
            met = look_up_repeats(db, ours)
        finally:
            its_part = answer()
        self._fill()
        return met | (look_up_repeats(db, theirs) if its_part is None else its_part)


def _start(_: GiveWay) -> bool:
    """The first call to the worker process, which takes seconds to start: until it returns, this process works alone."""
    return True


def _has_started(begun: Future[bool | None]) -> bool:
    return begun.done()


def _extract_in_worker(article: Article, options: Options, give_way: GiveWay) -> _Extraction:
    """In the worker process: extract the claims of the article, and read their texts."""
    found = extract(article, replace(options, progress=give_way))
    known = {}
    for text in (unwrap_line(one.text, article.text or "") for one in found):
        known[text] = parts_to_preload(text)
        give_way()
    return _Extraction(found, known)


def _look_up_in_worker(desk: Path, statements: Iterable[Statement]) -> Met:
    """In the worker process: look the statements up."""
    return look_up_repeats(open_once(desk), statements)
