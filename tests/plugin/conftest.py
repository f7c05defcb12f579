"""A small desk, and Datasette serving it."""

from __future__ import annotations

import shutil
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio
from datasette import handle_exception, hookimpl
from datasette.app import DEFAULT_SETTINGS, Datasette, DatasetteClient
from datasette.plugins import get_plugins, pm
from jinja2.bccache import BytecodeCache
from sqlite_utils.db import _iter_complete_sql_statements as statements_of

from claimtrack.core.model import Article, Comparison, ExtractedClaim, Kind, Role, Stance, Status, Suggestion
from claimtrack.importing.claimreview import Record
from claimtrack.plugin.permissions import GRANTS
from claimtrack.store import appearances, articles, claimants, claims, matches
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import desk as work
from claimtrack.workflow import linking
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.setup import init_desk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from jinja2 import Environment
    from jinja2.bccache import Bucket
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
def path(built: Path, tmp_path: Path) -> Path:
    """The small desk, a fresh copy for each test."""
    return Path(shutil.copy(built, tmp_path / "claims.db"))


class CompiledTemplates(BytecodeCache):
    """Keeps compiled templates: each new Datasette would compile them again, 0.2 s for its first page."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()

    @hookimpl
    def prepare_jinja2_environment(self, env: Environment) -> None:
        env.bytecode_cache = self


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
    twice and splits the script of its own tables character by character: a third of its start-up time. Each of its three
    reading threads would read the whole schema, 0.01 s each: a quarter of all the time.
    """
    compiled, app = CompiledTemplates(), cached_property(lambda client: client.ds.app())
    app.__set_name__(DatasetteClient, "app")
    pm.register(compiled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(DEFAULT_SETTINGS, "num_sql_threads", 1)
        patch.setattr(DatasetteClient, "app", app)
        patch.setattr("datasette.app.get_plugins", lambda: _cached_plugins(frozenset(pm.get_plugins())))
        patch.setattr("sqlite_utils.db._iter_complete_sql_statements", _cached_statements)
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


@pytest_asyncio.fixture
async def ds(path: Path, serve: Callable[..., Awaitable[Datasette]]) -> Datasette:
    return await serve(path)
