"""What many tests share. A fixture that one folder needs lives in that folder's conftest.py."""

import gc
import multiprocessing
import os
import re
import shutil
import sys
import tomllib
from contextlib import closing
from pathlib import Path

# Before anything imports numpy: a thread of it for each core waits in a loop for the others', and sums took ten times as long.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

# isort: split
import pytest
from hypothesis import settings

import claimtrack
from claimtrack import plugins
from claimtrack.core.decisions import Decision, Ruling
from claimtrack.core.model import Article, ClaimantKind, ExtractedClaim, Kind
from claimtrack.resources import resource
from claimtrack.store import claims
from claimtrack.store.file import schema_files, tables
from claimtrack.store.file.database import create_or_migrate, open_desk
from claimtrack.workflow import triage
from claimtrack.workflow.articles.extracting import Extractor
from claimtrack.workflow.articles.ingesting import ingest_article

# Where the machine keeps no bytecode, each worker and each program that a test starts would compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# No test is timed: a busy machine would fail it. What is made up is half of what is usual, each time something else.
settings.register_profile("untimed", deadline=None, max_examples=50)
settings.load_profile("untimed")

# A process that others are forks of: it has imported what takes each of them a second.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        "datasette.cli",
        "uvicorn.lifespan.on",
        "uvicorn.protocols.http.auto",
        "claimtrack.cli.claims.triage",
        "claimtrack.core.extract.extractor",
        "claimtrack.workflow.adding",
        "claimtrack.workflow.articles.prefetching",
        "claimtrack.workflow.triage",
    ]
)

# The first is Chromium without its window, which takes half the work.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)


@pytest.fixture(scope="session")
def new_desk_file(tmp_path_factory):
    """A desk made once and copied for each test: making one takes 0.3 s, a copy a millisecond."""
    path = tmp_path_factory.mktemp("new") / "claims.db"
    db, _ = create_or_migrate(path)
    db.close()
    return path


@pytest.fixture
def desk_path(new_desk_file, tmp_path):
    """The file of a new, empty desk."""
    return shutil.copy(new_desk_file, tmp_path / "claims.db")


@pytest.fixture
def desk(desk_path):
    """A new, empty desk, open."""
    db = open_desk(desk_path)
    yield db
    db.close()


@pytest.fixture
def schema(tmp_path, monkeypatch):
    """A copy of schema/ that the code takes for the real one, and reads anew each time: files can be added to it."""
    folder = shutil.copytree(resource("schema"), tmp_path / "schema")
    monkeypatch.setattr(schema_files, "resource", lambda name: {"schema": folder}[name])
    for kept in ("migrations", "repeatable", "rules", "triggers", "placed_triggers", "digest"):
        monkeypatch.setattr(schema_files, kept, getattr(schema_files, kept).__wrapped__)
    monkeypatch.setattr(tables, "_made_by", tables._made_by.__wrapped__)
    return folder


@pytest.fixture(scope="session")
def named_file(new_desk_file, tmp_path_factory):
    """A desk that has its name and the shipped ratings, made once."""
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
    """A desk with two published reviews: a rated one, and one that says unproven; a third is a draft."""
    db = open_desk(shutil.copy(reviewed_file, desk_path))
    yield db
    db.close()


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Puts a package with entry points on the path, as pip would; a second call with the module replaces the first.

    The entry points are given as in pyproject.toml: {group: {name: target}}.
    """
    place = tmp_path / "site-packages"
    place.mkdir()
    monkeypatch.syspath_prepend(place)

    def add(module, code, entry_points):
        monkeypatch.delitem(sys.modules, module, raising=False)
        shutil.rmtree(place / "__pycache__", ignore_errors=True)
        (place / f"{module}.py").write_text(code, encoding="utf-8")
        info = place / f"{module}-1.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {module}\nVersion: 1.0\n")
        sections = (
            f"[{group}]\n" + "".join(f"{name} = {target}\n" for name, target in points.items())
            for group, points in entry_points.items()
        )
        (info / "entry_points.txt").write_text("\n".join(sections))
        plugins.forget()

    yield add
    monkeypatch.undo()
    plugins.forget()


@pytest.fixture
def install_documented(install):
    """Installs the example package of a page of docs/; the code of its one module."""

    def add(page):
        text = (Path(claimtrack.__file__).resolve().parent.parent / "docs" / page).read_text("utf-8")
        (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        (project,) = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
        entry_points = tomllib.loads(project)["project"]["entry-points"]
        targets = [target for points in entry_points.values() for target in points.values()]
        (module,) = {target.partition(":")[0] for target in targets}
        install(module, code, entry_points)
        return code

    return add


@pytest.fixture
def install_encoder(install):
    """Installs an encoder by its name, from the code of its module."""
    return lambda name, target, code: install(
        target.partition(":")[0], code, {plugins.ENCODERS: {name: target}}
    )


@pytest.fixture
def glossary(install_documented):
    """The encoder of docs/encoders.md, installed as `glossary`."""
    return install_documented("encoders.md")


def pytest_runtest_setup(item):
    if item.get_closest_marker("browser") and CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI may not skip the browser tests: Chromium is missing", pytrace=False)
        pytest.skip(
            "no Chromium: install it (`apt-get install chromium-headless-shell`) to run the browser tests"
        )


# What takes longest comes first, so that no worker is left alone with it at the end. The tests of a file stay on one
# worker, and those of this folder, which share a browser.
LONGEST = (
    "tests/browser/",
    "tests/core/match/test_cases.py",
    "tests/cli/test_bad_input.py",
    "tests/plugin/test_api.py",
    "tests/test_packaging.py",
    "tests/cli/printed/test_output.py",
    "tests/core/extract/test_extract.py",
    "tests/cli/matching/test_matches.py",
    "tests/cli/desk/test_setup.py",
    "tests/workflow/articles/test_prefetching.py",
    "tests/importing/test_sheets.py",
    "tests/plugin/test_hostile.py",
    "tests/workflow/reviews/test_signed_verdicts.py",
    "tests/importing/test_workbooks.py",
    "tests/plugin/test_site.py",
    "tests/test_docs.py",
)


def pytest_collection_modifyitems(items):
    places = {prefix: place for place, prefix in enumerate(LONGEST)}
    items.sort(
        key=lambda item: next((places[one] for one in LONGEST if item.nodeid.startswith(one)), len(LONGEST))
    )


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Of `--dist loadgroup`, which does the same by marks: with pytest 9.2 it no longer sees them, and says nothing."""
    from xdist.scheduler import LoadFileScheduling

    class TogetherByFile(LoadFileScheduling):
        def _split_scope(self, nodeid):
            return LONGEST[0] if nodeid.startswith(LONGEST[0]) else super()._split_scope(nodeid)

    return TogetherByFile(config, log) if config.getvalue("dist") == "loadgroup" else None


def pytest_collection_finish():
    """What is there now stays: looking through it for garbage again and again took a fifth of the time."""
    gc.freeze()
    gc.set_threshold(20_000)


TEXT = (
    "The mayor opened the bridge. “Unemployment fell by a third in the last two years of my time in office,” "
    "said Ada Miller. The city spent 40 million crowns on the new bridge, the auditor wrote. It rained."
)
# The words of each claim, who says them, how worth checking (0..1).
FOUND = (
    ("Unemployment fell by a third in the last two years of my time in office", "Ada Miller", 0.9),
    ("The city spent 40 million crowns on the new bridge", "the auditor", 0.7),
    ("It rained", "outlet", 0.1),
)


def rows(text, found=FOUND):
    """An extractor that finds exactly these claims: triage is tested, not extraction."""
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
    extractor = lambda article, options: list(rows(article.text, found))  # noqa: E731
    return ingest_article(
        db, article, source=source, extractor=Extractor("test-1", extractor), actor="ingest"
    )


@pytest.fixture
def file_claims():
    """Files an article with exactly the claims given, each as (words, speaker, score 0..1)."""
    return file_article


@pytest.fixture
def triaged(desk):
    """A desk with three proposed claims: 1 scores 0.9, 2 scores 0.7, 3 scores 0.1."""
    file_article(desk)
    return desk


@pytest.fixture(scope="session")
def opinionated_file(new_desk_file, tmp_path_factory):
    """Made once: each of the 80 decisions is a write of its own."""
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
    """A desk that rejected 40 sentences with figures and accepted 40 with views."""
    with closing(open_desk(shutil.copy(opinionated_file, desk_path))) as db:
        yield db
