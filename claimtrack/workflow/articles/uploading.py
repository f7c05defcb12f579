"""A person brings in one article, as a text or a file: it is read and looked up first, then previewed or filed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Article, ExtractedClaim, Statement
from claimtrack.core.steps import Worded, terminal_only
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.fetch import read_bytes
from claimtrack.store import claims
from claimtrack.workflow.articles import recognising
from claimtrack.workflow.articles.candidates import look_up_candidates
from claimtrack.workflow.articles.citing import ingest_loaded
from claimtrack.workflow.articles.dry_run import DryRun
from claimtrack.workflow.articles.extracting import Extractor, choose_extractor, options_in_force
from claimtrack.workflow.articles.ingesting import not_yet_filed
from claimtrack.workflow.days import clean_past_date
from claimtrack.workflow.matching import matching

if TYPE_CHECKING:
    from claimtrack.core.extract import Options
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.candidates import LookUp
    from claimtrack.workflow.articles.dry_run import PlannedArticle
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.matching.matching import Repeats

    Met = Mapping[Statement, Repeats]

MAX_BYTES = 5_000_000
"""The largest file; most of a PDF's size are its pictures."""
_SECONDS = 15.0
"""The time limit for reading the file: a small PDF or Word file can be made to take minutes."""
MAX_TEXT = 100_000
"""The longest text, in characters: about 17,000 words, which take three seconds and block other writers for one of them."""

_UNNAMED = "the text"
"""The name that messages use for a text without a file."""


@dataclass(frozen=True, slots=True)
class Upload:
    """An article to read. `name` is the file's name, None for a text; the other fields override what the file says of itself.

    `speaker` is the person whose speech, post or op-ed it is, `version_of` the article that it is a new version of. `published_on` is an
    ISO date. With `links` the sources that a draft cites become evidence.
    """

    data: bytes
    name: str | None = None
    url: str | None = None
    published_on: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None
    speaker: str | None = None
    version_of: int | None = None
    links: bool = False


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article that has been read and looked up: previewing or filing it now takes little time."""

    loaded: Loaded
    source: str | None
    options: Options
    extractor: Extractor
    look_up: LookUp
    version_of: int | None = None


def read_article(db: Database, handed: Upload) -> ReadArticle:
    """Read the article, extract its claims and look them up. Writes nothing, and takes most of the time.

    Raises UnreadableSource if it holds no article, InvalidValue for a future date, a bad address or name, several articles
    and far too much text, and as `recognise` does.
    """
    loaded = _load(handed)
    source = clean_line(handed.name or "") or None
    options = options_in_force(db)
    recognised = recognising.recognise(db, loaded.article, source, version_of=handed.version_of)
    article = recognised.article
    everything = replace(options, min_score=0.0)  # ingest counts what it skips
    extractor = _with_known_claims(choose_extractor(speaker=handed.speaker), article, everything)
    look_up = _with_known_matches(
        db, article, not_yet_filed(db, recognised, extractor.run(article, everything))
    )
    return ReadArticle(loaded, source, options, extractor, look_up, handed.version_of)


def plan_article(db: Database, read: ReadArticle) -> PlannedArticle:
    """What filing the article would do. Writes nothing."""
    with DryRun(db, read.options, read.extractor, read.look_up) as run:
        return run.article(
            read.loaded.article, read.source, version_of=read.version_of, cited=read.loaded.cited
        )


def file_article(db: Database, read: ReadArticle, *, actor: str | None) -> Ingested:
    """File the article's claims as proposed, as `ingest` does."""
    return ingest_loaded(
        db,
        read.loaded,
        source=read.source,
        options=read.options,
        extractor=read.extractor,
        look_up=read.look_up,
        version_of=read.version_of,
        actor=actor,
    )


def _load(handed: Upload) -> Loaded:
    if len(handed.data) > MAX_BYTES:
        raise InvalidValue(f"the file is larger than {MAX_BYTES // 10**6} MB: " + _IN_PARTS)
    day = clean_past_date(handed.published_on) if handed.published_on else None
    found = read_bytes(
        handed.data,
        handed.name or _UNNAMED,
        url=handed.url,
        published_on=day,
        title=handed.title,
        outlet=handed.outlet,
        language=handed.language,
        links=handed.links,
        seconds=_SECONDS,
    )
    if len(found) > 1:
        raise InvalidValue(
            f"{found[0].name} holds {len(found):,} articles, and you can bring in only one at a time here: "
            + Worded("`claimtrack ingest` reads them all")
        )
    length = len(found[0].article.text or "")
    if length > MAX_TEXT:
        raise InvalidValue(
            f"{found[0].name} has {length:,} characters, and the limit is {MAX_TEXT:,}: " + _IN_PARTS
        )
    return found[0]


_IN_PARTS = "bring it in in parts" + terminal_only(", or read the whole text with ", "claimtrack ingest")


def _with_known_claims(extractor: Extractor, article: Article, options: Options) -> Extractor:
    """Wrap an extractor so that it extracts from this article, with these options, only once."""
    found = extractor.run(article, options)

    def run(asked: Article, how: Options) -> Sequence[ExtractedClaim]:
        # It is another article if somebody has meanwhile added a fact to it, such as its date.
        return found if (asked, how) == (article, options) else extractor.run(asked, how)

    return replace(extractor, run=run)


def _with_known_matches(db: Database, article: Article, found: Iterable[ExtractedClaim]) -> LookUp:
    """Look the claims up now; return a look-up that reuses these matches as long as nobody files a claim."""
    newest = claims.newest_id(db)
    met: dict[Statement, Repeats] = {}

    def keep(db: Database, statements: Iterable[Statement]) -> Met:
        met.update(matching.look_up_repeats(db, statements))
        return met

    look_up_candidates(db, article, found, keep)

    def look_up(db: Database, statements: Iterable[Statement]) -> Met:
        asked = list(statements)
        is_met = claims.newest_id(db) == newest and met.keys() >= set(asked)
        return met if is_met else matching.look_up_repeats(db, asked)

    return look_up
