"""Builds the demo desk: two briefs a week apart, and a desk's work on them, replayed from seeds/demo/."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError, NotFound
from claimtrack.core.model import Article, Judgement, Priority, Stance, Status
from claimtrack.resources import resource
from claimtrack.store import claims, views
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import desk, linking
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching import judging
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import init_desk

Step = dict[str, Any]


def build_demo(path: str | Path) -> dict[str, int]:
    """Make a new desk and replay the demo on it; return its number of claims and articles.

    Raises DatabaseError if the file exists already: the demo never writes into a desk in use.
    """
    import yaml

    path = Path(path)
    if path.exists():
        raise _exists(path)
    script = yaml.safe_load((resource("seeds") / "demo" / "desk.yml").read_text(encoding="utf-8"))
    with _folder_beside(path) as folder:
        made = folder / path.name
        init_desk(made, name=script["name"], actor="demo")
        counts = _replay(made, script)
        _move(made, path)
    return counts


def _exists(path: Path) -> DatabaseError:
    return DatabaseError(
        f"{path} already exists: give a new file with --db, since the demo never writes into a desk"
    )


@contextmanager
def _folder_beside(path: Path) -> Iterator[Path]:
    """A temporary folder for building the file, so that it appears in its place complete or not at all."""
    try:
        folder = tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.")
    except FileNotFoundError as error:
        raise DatabaseError(
            f"the folder {path.parent} does not exist: create it, or give another file with --db"
        ) from error
    except OSError as error:
        raise DatabaseError(f"cannot write {path}: {error.strerror}. Give another file with --db") from error
    with folder as name:
        yield Path(name)


def _move(made: Path, path: Path) -> None:
    """Move the file into place, unless another has appeared there meanwhile."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise _exists(path) from error
    made.replace(path)


def _replay(path: Path, script: Step) -> dict[str, int]:
    with closing(open_desk(path)) as db:
        for article in script["articles"]:
            _ingest(db, article)
            for decision in article["decisions"]:
                _decide(db, decision)
        return {"claims": claims.newest_id(db), "articles": len(script["articles"])}


def _ingest(db: Database, step: Step) -> None:
    text = (resource("seeds") / "demo" / step["file"]).read_text(encoding="utf-8")
    article = Article(
        text=text,
        url=step["url"],
        title=step["title"],
        outlet=step["outlet"],
        published_on=str(step["date"]),
        language="en",
    )
    ingest_article(db, article, source=step["file"], actor="demo")


def _decide(db: Database, step: Step) -> None:
    claim_id = _claim_with(db, step["claim"])
    who = step.get("assignee", "ada")
    for status in step.get("steps", ()):
        desk.set_status(db, claim_id, Status(status), actor=who)
    if "assignee" in step:
        desk.assign(db, claim_id, who, actor="cleo")
    if "priority" in step:
        desk.set_priority(db, claim_id, Priority(step["priority"]), actor="cleo")
    for tag in step.get("tags", ()):
        desk.add_tag(db, claim_id, tag, actor=who)
    for link in step.get("links", ()):
        _link(db, claim_id, link, who)
    for note in step.get("notes", ()):
        desk.add_note(db, claim_id, note["text"], actor=note["by"])
    if "judge" in step:
        other, by = _claim_with(db, step["judge"]["other"]), step["judge"]["by"]
        judging.judge(db, claim_id, other, Judgement(step["judge"]["as"]), actor=by)
    if "review" in step:
        _review(db, claim_id, step["review"])


def _link(db: Database, claim_id: int, link: Step, who: str) -> None:
    linking.add_link(
        db,
        claim_id,
        link["url"],
        stance=Stance(link["stance"]),
        title=link["title"],
        archived_url=link.get("archived"),
        is_primary=link.get("primary"),
        actor=who,
    )


def _review(db: Database, claim_id: int, step: Step) -> None:
    review_id = reviewing.draft(
        db,
        claim_id,
        rating=step["rating"],
        scale=step["scale"],
        headline=step["headline"],
        summary=step["summary"],
        actor=step["draft"],
    )
    reviewing.submit(db, review_id, actor=step["draft"])
    reviewing.approve(db, review_id, actor=step["approve"])
    reviewing.publish(db, review_id, url=step["url"], reviewed_on=str(step["date"]), actor=step["approve"])


def _claim_with(db: Database, words: str) -> int:
    """The first claim that contains these words. Raises NotFound if the briefs and the script disagree."""
    for row in views.claims(db):
        if words in row["text"]:
            return int(row["id"])
    raise NotFound(f"no claim of the demo holds {words!r}: seeds/demo/desk.yml and the briefs disagree")
