"""A small desk, and Datasette serving it."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, closing
from contextvars import Context
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pytest
import pytest_asyncio
from datasette import handle_exception
from datasette.app import DEFAULT_SETTINGS, Datasette, DatasetteClient
from datasette.plugins import get_plugins, pm
from sqlite_utils.db import _iter_complete_sql_statements as statements_of

from claimtrack.core.model import Article, Comparison, ExtractedClaim, Kind, Role, Stance, Status, Suggestion
from claimtrack.importing.claimreview import Record
from claimtrack.plugin.pages import triage
from claimtrack.plugin.permissions import GRANTS
from claimtrack.store import appearances, articles, claimants, claims, matches
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow import linking
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.setup import init_desk
from tests.desks import restore
from tests.quick_datasette import CompiledTemplates, hidden_tables

if TYPE_CHECKING:
    from sqlite_utils import Database

# With rich, which another package depends on, Datasette prints a traceback for each page not found: 2 s each, read by nobody.
handle_exception.rich = None

EDITOR = {"id": "eve", "role": "editor"}
REPORTER = {"id": "rob", "role": "reporter"}
VIEWER = {"id": "vic", "role": "viewer"}
HTML = {"accept": "text/html"}
VISITORS = {
    "stranger": (None, frozenset()),
    "somebody without a role": ({"id": "sam"}, frozenset()),
    "viewer": (VIEWER, GRANTS[Role.VIEWER]),
    "reporter": (REPORTER, GRANTS[Role.REPORTER]),
    "editor": (EDITOR, GRANTS[Role.EDITOR]),
}
"""Each kind of visitor: (actor, permissions)."""

# An emoji and an accent before the first claim: where code points and UTF-16 differ.
TEXT = (
    "\U0001f600 Café news. “Trade grew by 40%,” the minister said. Trade grew by 40% in 2023, records show."
)


def file_claim(db: Any, article_id: int, text: str, quote: str, kind: Kind) -> int:
    """File a claim with one appearance, at the quote's position in TEXT."""
    start = TEXT.index(quote)
    claim_id = claims.add(db, text, claimant_id=claimants.get_or_add(db, "The minister"))
    found = ExtractedClaim(
        text=quote,
        start=start,
        end=start + len(quote),
        speaker="The minister",
        speaker_as_written="the minister",
        kind=kind,
        score=0.8,
        checkworthy=True,
        reasons=("a percentage",),
    )
    appearances.add_extracted(
        db, found, claim_id=claim_id, article_id=article_id, claimant_id=None, extractor="test"
    )
    return claim_id


def build_desk(path: Path) -> Path:
    """A desk with an article, three claims with overlapping quotes, and two proposed claims that conflict."""
    init_desk(path, name="The Daily Test", actor="setup")
    db = open_desk(path)
    with write_transaction(db, "setup"):
        article = Article(
            TEXT, url="https://news.example/trade", title="Trade <b>news</b>", outlet="The News"
        )
        article_id = articles.add(db, article)
        file_claim(db, article_id, "Trade grew by 40%", "Trade grew by 40%,", Kind.DIRECT)
        file_claim(db, article_id, "Trade grew by 40% in 2023", "Trade grew by 40% in 2023", Kind.OUTLET)
        file_claim(db, article_id, "Records show growth in 2023", "in 2023, records show", Kind.INDIRECT)
        for text in ("Exports rose by 5 million in Spain", "Exports did not rise by 50 million in Spain"):
            claims.add(db, text, status=Status.PROPOSED, score=0.9)
        comparison = Comparison(0.7, Suggestion.CONFLICT, differences=("5 / 50",))
        matches.record_suggestions(db, [(4, 5, comparison)], scorer="test")
    linking.add_link(
        db, 1, "https://stats.example/trade", stance=Stance.REFUTES, title="Statistics", actor="rob"
    )
    work.add_note(db, 1, "Ask the <ministry>", actor="rob")
    work.add_tag(db, 1, "economy", actor="rob")
    db.close()
    return path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_desk(tmp_path_factory.mktemp("built") / "claims.db")


@pytest.fixture
def path(request: pytest.FixtureRequest, built: Path, tmp_path: Path, shared: SharedDatasette) -> Path:
    """The small desk as built, for each test: that of the shared Datasette, or a copy."""
    if "ds" in request.fixturenames and not hasattr(request.module, "ds"):
        return shared.reset()
    return Path(shutil.copy(built, tmp_path / "claims.db"))


@cache
def _cached_plugins(plugins: frozenset[Any]) -> list[dict[str, Any]]:
    return get_plugins()


@cache
def _cached_statements(script: str) -> tuple[str, ...]:
    return tuple(statements_of(script))


@pytest.fixture(scope="session", autouse=True)
def _speed_up_datasette() -> Iterator[None]:
    """Cache what a server does once but these tests would repeat hundreds of times.

    The client would rebuild the application for each request. A new Datasette reads the metadata of each installed plug-in
    twice and splits the script of its own tables character by character: a third of its start-up time. Its pages ask a
    hundred short questions each, and handing them to threads took as long as answering them: here it has no threads for
    reading and writing. The servers of test_api.py and of tests/cli have them.
    """
    compiled, app = CompiledTemplates(), cached_property(lambda client: client.ds.app())
    app.__set_name__(DatasetteClient, "app")
    pm.register(compiled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(DEFAULT_SETTINGS, "num_sql_threads", 0)
        patch.setattr(DatasetteClient, "app", app)
        patch.setattr("datasette.app.get_plugins", lambda: _cached_plugins(frozenset(pm.get_plugins())))
        patch.setattr("sqlite_utils.db._iter_complete_sql_statements", _cached_statements)
        patch.setattr("datasette.database.sqlite_hidden_table_names", hidden_tables)
        yield
    pm.unregister(compiled)


def policy(page: Any) -> dict[str, list[str]]:
    """The directives of a page's content security policy; empty where it sends none."""
    header = page.headers.get("content-security-policy", "")
    return {name: values for name, *values in (part.split() for part in header.split(";") if part)}


FERRIES = "Ferry fares to the islands rose by 12 percent in 2024"


def import_rated(db: Database, **fields: Any) -> None:
    """Import another publisher's review of a claim, with further fields of its ClaimReview."""
    document = {
        "claimReviewed": FERRIES,
        "url": "https://tide.example/1",
        "author": {"name": "The Tide"},
        "reviewRating": {"alternateName": "False"},
        **fields,
    }
    import_reviews(db, [Record("one", document)], actor="setup")


# Metadata with a description of the desk; all other texts come from the plug-in.
OWN_METADATA = {"databases": {"claims": {"description": "A desk"}}}


async def read_claim(datasette: Datasette, claim_id: int) -> dict[str, Any]:
    """A claim as the JSON of its page has it."""
    page = await datasette.client.get(f"/claims/-/claim/{claim_id}.json", actor=EDITOR)
    return page.json()["claim"]


def read_flash(datasette: Datasette, response: Any) -> dict[str, Any]:
    """The message that a response leaves for the next page, with its undo."""
    return datasette.unsign(response.cookies["claimtrack_done"], "claimtrack-done")


@pytest_asyncio.fixture
async def serve() -> AsyncIterator[Callable[..., Awaitable[Datasette]]]:
    """Serves the given files as Datasette does and closes each Datasette at the end."""
    opened = []

    async def serve(*paths: Path, **options: Any) -> Datasette:
        datasette = Datasette([str(path) for path in paths], **{"metadata": OWN_METADATA, **options})
        opened.append(datasette)
        await datasette.invoke_startup()
        return datasette

    yield serve
    for datasette in opened:
        datasette.close()


class SharedDatasette:
    """One Datasette for many tests, because starting it takes longer than most of them.

    Before each test, its desk has the rows of the built one again, and the plug-in has forgotten what it remembers. A test that changes
    anything else (tables, files, databases, metadata) is the last of this Datasette.
    """

    def __init__(self, built: Path, folders: pytest.TempPathFactory) -> None:
        self.built, self.folders = built, folders
        self.opened = ExitStack()
        self.datasette: Datasette | None = None

    def reset(self) -> Path:
        """Restore the desk, or start again with a copy; its file."""
        if self.datasette is None or self._state() != self.state:
            self.close()
            self._start()
        elif self._version() != self.version:
            restore(self.path, self.built)
        self.version = self._version()
        _forget(self.datasette)
        return self.path

    def close(self) -> None:
        self.opened.close()
        self.datasette = None

    def _start(self) -> None:
        self.path = Path(shutil.copy(self.built, self.folders.mktemp("shared") / "claims.db"))
        # In a context of its own: in that of the test, Datasette's plug-in for pytest would close it after the test.
        self.datasette = Context().run(Datasette, [str(self.path)], metadata=OWN_METADATA)
        self.opened.callback(self.datasette.close)
        asyncio.run(self._request_once())
        self.desk, self.internal = (
            self.opened.enter_context(closing(sqlite3.connect(path)))
            for path in (self.path, self.datasette.get_internal_database().path)
        )
        self.state = self._state()

    async def _request_once(self) -> None:
        await self.datasette.invoke_startup()
        await self.datasette.client.get("/")

    def _version(self) -> int:
        """A number that changes when anybody writes to the desk."""
        return int(self.desk.execute("pragma data_version").fetchone()[0])

    def _state(self) -> list[Any]:
        """All that tests may change, except the rows of the desk."""
        ds = self.datasette
        return [
            {(file.name, file.stat().st_ino) for file in self.path.parent.iterdir() if file.suffix == ".db"},
            {file.name for file in self.path.parent.iterdir() if not file.name.startswith("claims.db-")},
            self.desk.execute("pragma schema_version").fetchone(),
            self.internal.execute("pragma data_version").fetchone(),
            *map(repr, (list(ds.databases), ds.config, ds._metadata_local, ds._settings, ds._closed)),
        ]


def _forget(datasette: Datasette) -> None:
    """Empty what the plug-in remembers of a Datasette, its databases and its visitors."""
    triage._last_shown.clear()
    for remembered in _memories(len(sys.modules)):
        remembered.clear()


@cache
def _memories(modules: int) -> list[WeakKeyDictionary[Any, Any]]:
    """What the modules of the plug-in remember; looked up again once more modules are imported."""
    plugin = [module for name, module in sys.modules.items() if name.startswith("claimtrack.plugin")]
    return [one for module in plugin for one in vars(module).values() if isinstance(one, WeakKeyDictionary)]


@pytest.fixture(scope="session")
def shared(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SharedDatasette]:
    shared = SharedDatasette(built, tmp_path_factory)
    yield shared
    shared.close()


@pytest.fixture
def ds(path: Path, shared: SharedDatasette) -> Datasette:
    return shared.datasette
