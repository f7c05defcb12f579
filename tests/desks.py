"""Desk fixtures that many tests start from: empty, with reviews, or with claims to triage. Each is built once and copied."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Kind
from claimtrack.resources import resource
from claimtrack.store import claims
from claimtrack.store.file import rules, schema_files, tables
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.workflow import people, triage
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article

# SQL scripts that recreate the desks of released versions, oldest first.
RELEASED = sorted(
    (Path(__file__).parent / "schemas").glob("*.sql"),
    key=lambda path: [int(part) for part in path.stem.split(".")],
)


def run_sql(path, script):
    """Run a script as a program that knows nothing of claimtrack would."""
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(script)


def write_unknown_priority(path, claim_id):
    """Give a claim a priority that no desk has, as a program can that checks no references and drops a trigger for a while."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        [[rule]] = conn.execute("select sql from sqlite_master where name = 'claims_priority_is_known'")
        conn.execute("drop trigger claims_priority_is_known")
        conn.execute("update claims set priority = 'urgent!' where id = ?", [claim_id])
        conn.execute(rule)


def use_elsewhere(path):
    """Use the desk as a command does: the last program that closes a desk removes its log."""
    used = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute('select count(*) from claims').fetchall(); db.close()"
    subprocess.run([sys.executable, "-c", used, path], check=True)


def connect_ignoring_checks(path):
    """Connect to the desk of a released version without its checks, on which SQLite older than 3.42 fails."""
    conn = sqlite3.connect(path)
    conn.execute("pragma ignore_check_constraints = on")
    return conn


def write_released(path, version="0.1.0"):
    """Write the desk file that a released version created, with rows in it."""
    script = next(path for path in RELEASED if path.stem == version).read_text(encoding="utf-8")
    with closing(connect_ignoring_checks(path)) as conn:
        conn.executescript(script)
    return path


def restore(path, source):
    """Give a desk that is being served the rows of another with the same schema."""
    with closing(sqlite3.connect(source)) as conn, closing(sqlite3.connect(path)) as target:
        [[schema]] = target.execute("pragma schema_version")
        conn.backup(target)
        # If the number of the schema changed, the server would read all tables again, as at its start.
        target.execute(f"pragma schema_version = {schema}")


_uri = DeskFile.uri


class SharedSchemas:
    """Keeps a connection to each desk open, with which the later ones share what SQLite has read of the schema.

    To read it takes 10 ms, as long as a short command. Each command still has a connection of its own, with its own settings and
    transactions. But the desk stays open until the end of the test: its file may not be overwritten, its log stays next to it, and what
    would wait for a writer fails at once, except that a copy of the desk waits for ever. Tests of these ask for `separate_connections`.
    """

    def __init__(self):
        self.kept = {}

    def uri(self, desk_file, mode="rwc"):
        uri, path = _uri(desk_file, mode), desk_file.path
        if mode != "rwc" or not path.exists() or "immutable" in uri:
            return uri
        uri += "&cache=shared"
        file = path.stat().st_ino
        if path in self.kept and self.kept[path][0] != file:
            self.kept.pop(path)[1].close()
        if path not in self.kept:
            self.kept[path] = (file, sqlite3.connect(uri, uri=True, isolation_level=None))
        return uri

    def write_logs(self):
        """Write each log into its file, as happens when the last connection is closed."""
        for _, conn in self.kept.values():
            conn.execute("pragma wal_checkpoint(truncate)")

    def close(self):
        for _, conn in self.kept.values():
            conn.close()


@pytest.fixture
def shared_schemas(monkeypatch):
    """Opens a desk much faster from the second time on."""
    with closing(SharedSchemas()) as shared:
        monkeypatch.setattr(DeskFile, "uri", lambda *asked: shared.uri(*asked))
        yield shared


@pytest.fixture
def separate_connections(shared_schemas, monkeypatch):
    """Opens and closes the file for each command, as it is without `shared_schemas`."""
    monkeypatch.setattr(DeskFile, "uri", _uri)


@pytest.fixture(scope="session")
def new_desk_file(tmp_path_factory):
    """A desk built once and copied for each test: building takes 0.3 s, a copy a millisecond."""
    path = tmp_path_factory.mktemp("new") / "claims.db"
    db, _ = create_or_migrate(path)
    db.close()
    return path


QUICK_HASHING = 2**4
"""A low cost of hashing passwords, at which each log-in takes 0.4 s less; the real cost is measured once, in test_users."""


@pytest.fixture
def quick_hashing(monkeypatch):
    """Hash passwords cheaply."""
    monkeypatch.setattr(people, "_N", QUICK_HASHING)


@pytest.fixture
def desk_path(new_desk_file, tmp_path):
    """The file of a new, empty desk."""
    return shutil.copy(new_desk_file, tmp_path / "claims.db")


@pytest.fixture(scope="session")
def cached_desks(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def set_up_once(desk_path, cached_desks):
    """Brings the desk of a test to the state after a fixture's steps: they run for the first test only, later ones get a copy."""

    def copy(source, target):  # by SQLite's backup: the desk may be open
        with closing(sqlite3.connect(source)) as conn, closing(sqlite3.connect(target)) as target_conn:
            conn.backup(target_conn)

    def set_up_once(steps):
        cached = cached_desks / f"{steps.__module__}.{steps.__qualname__}.db"
        if cached.exists():
            copy(cached, desk_path)
        else:
            steps()
            copy(desk_path, cached)

    return set_up_once


@pytest.fixture
def desk(desk_path):
    """A new, empty desk, open."""
    db = open_desk(desk_path)
    yield db
    db.close()


@pytest.fixture
def schema(tmp_path, monkeypatch):
    """A copy of schema/ that the code uses and rereads after each change, so that a test can add files to it."""
    folder = shutil.copytree(resource("schema"), tmp_path / "schema")
    monkeypatch.setattr(schema_files, "resource", lambda name: {"schema": folder}[name])

    def cache_until_changed(module, name):
        cached = getattr(module, name)
        read = lru_cache(lambda _, *args: cached.__wrapped__(*args))
        monkeypatch.setattr(module, name, lambda *args: read(stamps_of(folder), *args))

    for name in ("migrations", "repeatable_scripts", "rules", "bodies", "triggers", "digest"):
        cache_until_changed(schema_files, name)
    cache_until_changed(tables, "_schema_after")
    cache_until_changed(rules, "_triggers_not_among")
    return folder


def stamps_of(folder):
    """The files of the folder, with what changes when they are written."""
    stats = [(one.name, one.stat()) for one in os.scandir(folder)]
    return frozenset((name, stat.st_mtime_ns, stat.st_size) for name, stat in stats)


@pytest.fixture(scope="session")
def named_file(new_desk_file, tmp_path_factory):
    """A desk with a name and the shipped ratings, built once."""
    from claimtrack.workflow.setup import init_desk

    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("named") / "claims.db")
    init_desk(path, name="The Fact Desk", actor=None)
    return path


@pytest.fixture(scope="session")
def reviewed_file(named_file, tmp_path_factory):
    from claimtrack.core.model import OnDuplicate
    from claimtrack.workflow.adding import NewClaim, add_claim
    from claimtrack.workflow.reviews import reviewing

    path = shutil.copy(named_file, tmp_path_factory.mktemp("reviewed") / "claims.db")
    db = open_desk(path)
    for number, (text, rating) in enumerate(
        [
            ("Rent doubled in ten years", "Half true"),
            ("Nobody pays rent", "Unproven"),
            ("A third", "Half true"),
        ],
        1,
    ):
        new = NewClaim(
            text, claimant="Ada Miller", source=f"https://news.example/{number}", claimed_on="2024-04-22"
        )
        claim_id = add_claim(db, new, on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
        review_id = reviewing.draft(db, claim_id, rating=rating, summary=f"Verdict {number}", actor="ada")
        if number == 3:
            continue
        reviewing.submit(db, review_id, actor="ada")
        reviewing.approve(db, review_id, actor="ben")
        url = f"https://desk.example/{number}"
        reviewing.publish(db, review_id, url=url, reviewed_on="2024-05-03", actor="ada")
    db.close()
    return path


@pytest.fixture
def reviewed_desk(reviewed_file, desk_path):
    """A desk with two published reviews, one with a rating on the scale and one rated unproven, and a third in draft."""
    db = open_desk(shutil.copy(reviewed_file, desk_path))
    yield db
    db.close()


TEXT = (
    "The mayor opened the bridge. “Unemployment fell by a third in the last two years of my time in office,” "
    "said Ada Miller. The city spent 40 million crowns on the new bridge, the auditor wrote. It rained."
)
# The words of each claim, its speaker, its check-worthiness (0..1).
FOUND = (
    ("Unemployment fell by a third in the last two years of my time in office", "Ada Miller", 0.9),
    ("The city spent 40 million crowns on the new bridge", "the auditor", 0.7),
    ("It rained", "outlet", 0.1),
)


def extract_listed(text, found=FOUND):
    """Extract exactly these claims: triage is under test, not extraction."""
    for words, speaker, score in found:
        start = text.index(words)
        yield ExtractedClaim(
            text=words,
            start=start,
            end=start + len(words),
            speaker=speaker,
            speaker_as_written=None if speaker == "outlet" else speaker,
            kind=Kind.OUTLET if speaker == "outlet" else Kind.DIRECT,
            score=score,
            checkworthy=score >= 0.5,
            speaker_kind=ClaimantKind.PERSON,
            reasons=("a number: +4",),
            context_before=text[max(0, start - 30) : start],
            context_after=text[start + len(words) :][:30],
        )


def file_article(db, text=TEXT, found=FOUND, source=None, **facts):
    article = Article(text=text, **{"outlet": "The Daily", "published_on": "2024-04-22", **facts})
    extractor = lambda article, options: list(extract_listed(article.text, found))  # noqa: E731
    return ingest_article(
        db, article, source=source, extractor=Extractor("test-1", extractor), actor="ingest"
    )


@pytest.fixture
def file_claims():
    """Files an article with exactly the given claims, each as (words, speaker, score 0..1)."""
    return file_article


@pytest.fixture
def untriaged(desk):
    """A desk with three proposed claims: 1 scores 0.9, 2 scores 0.7, 3 scores 0.1."""
    file_article(desk)
    return desk


@pytest.fixture(scope="session")
def opinionated_file(new_desk_file, tmp_path_factory):
    """Built once: each of the 80 decisions is a separate write."""
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("opinionated") / "claims.db")
    figures = [f"Spending on road number {n} rose by {n} percent last year" for n in range(10, 50)]
    views = [f"I think that road {n} should be at the heart of what we do" for n in range(10, 50)]
    found = [(words, "Ada Miller", 0.5) for words in figures + views]
    with closing(open_desk(path)) as db:
        file_article(db, ". ".join(words for words, _, _ in found), found)
        for claim_id in triage.queue(db):
            decision = Decision.REJECT if "percent" in claims.get(db, claim_id).text else Decision.ACCEPT
            triage.decide(db, Ruling(claim_id, decision), actor="bo")
    return path


@pytest.fixture
def opinionated(opinionated_file, desk_path):
    """A desk that has rejected 40 sentences with figures and accepted 40 opinions."""
    with closing(open_desk(shutil.copy(opinionated_file, desk_path))) as db:
        yield db
