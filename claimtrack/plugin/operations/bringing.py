"""An article that a user pastes or uploads: preview what would be filed, and file it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations.undoing import undo_filed
from claimtrack.plugin.pages import bring as page
from claimtrack.plugin.submission import read_upload
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.workflow.articles import uploading
from claimtrack.workflow.articles.reporting import (
    counted,
    dry_run_notices,
    empty_article_notices,
    filed_rows,
    ingest_notices,
    loading_warnings,
    nothing_found_notices,
    planned_rows,
    same_address_notices,
)
from claimtrack.workflow.articles.undated import undated_notices, undated_preview

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.uploading import ReadArticle, Upload

_MAX_NAMED = 10
"""Repeated claims to name in the message; the article's page lists all."""


def prepare(db: Database, visit: Visit, values: Values) -> Values | Result:
    """Read the article and, for a dry run, return the preview."""
    read = uploading.read_article(db, _read_article(values))
    return _preview(db, read) if values["dry_run"] else {"read": read}


def bring(db: Database, visit: Visit, values: Values) -> Result:
    """File the claims of the article."""
    read: ReadArticle = values["read"]
    done = uploading.file_article(db, read, actor=visit.actor)
    found = done.new + done.repeated + done.known + done.skipped
    told = (
        *ingest_notices(done),
        *same_address_notices([done]),
        *loading_warnings(read.loaded),
        *(() if done.is_withdrawal else nothing_found_notices(found)),
        *empty_article_notices([done]),
        *undated_notices([done]),
    )
    data = {
        "article_id": done.article_id,
        "is_new_article": done.is_new_article,
        "new": done.new,
        "repeated": done.repeated,
        "known": done.known,
        "skipped": done.skipped,
        "claims": list(filed_rows(done)),
        "told": list(told),
    }
    message = _join_sentences((*_describe_claims(done), *told))
    undo = undo_filed(db, done.written, page.PAGE.path)
    return Result(message, f"article/{done.article_id}", undo, data)


def _preview(db: Database, read: ReadArticle) -> Result:
    planned = uploading.plan_article(db, read)
    rows = list(planned_rows(planned, source=read.source, url=read.loaded.article.url))
    outcomes = Counter(row["outcome"] for row in rows)
    new, repeated, known = outcomes["new"], outcomes["repeats"], outcomes["known"] + outcomes["changed"]
    told = [
        *dry_run_notices(planned, read.loaded.source),
        *loading_warnings(read.loaded),
        *(() if planned.ingested.is_withdrawal else nothing_found_notices(len(rows))),
        *undated_preview(planned.ingested),
    ]
    message = f"{counted(new, repeated, known)}. This is a preview: nothing was written."
    shown = {"planned": rows, "told": [message, *map(page_text, told)], "article": read.loaded.article}
    return Result(message, page.PAGE.path, data={"claims": rows, "told": told}, shown=shown)


def _describe_claims(done: Ingested) -> Iterator[str]:
    told = counted(done.new, done.repeated, done.known)
    yield told if done.is_new_article else f"The desk already has this article: {told}"
    if repeated := list(dict.fromkeys(one.claim_id for one in done.filed if not one.is_new)):
        more = " and others" if len(repeated) > _MAX_NAMED else ""
        yield f"It repeats claim{'s' * (len(repeated) > 1)} {', '.join(map(str, repeated[:_MAX_NAMED]))}{more}"


def _join_sentences(told: Iterable[str]) -> str:
    lines = [page_text(line).strip() for line in told]
    return " ".join(line if line.endswith((".", "?", "!")) else f"{line}." for line in lines)


def _read_article(values: Values) -> Upload:
    facts = {name: values[name] for name in _FACTS}
    return uploading.Upload(*read_upload(values, "article"), **facts, links=bool(values["links"]))


_FACTS = ("url", "published_on", "title", "outlet", "language", "speaker", "version_of")

_ARTICLE = (
    Field("text", "the article: plain text, HTML, Markdown, subtitles or an e-mail", Kind.TEXT),
    Field("file", "the article as a file, sent as multipart/form-data", Kind.FILE),
    Field("url", "its web address, which is kept and not fetched"),
    Field("published_on", "the date it was published, as YYYY-MM-DD"),
    Field("title", "its title"),
    Field("outlet", "who published it"),
    Field("language", "its language, such as cy, if it does not say so itself"),
    Field("speaker", "the author of a speech, post or op-ed"),
    Field(
        "version_of",
        "the number of the article that this is a new version of, if the desk does not recognise it",
        Kind.INTEGER,
    ),
    Field(
        "links",
        "also file the links and footnotes of a draft (Markdown, Word) as evidence for the claims beside them",
        Kind.FLAG,
    ),
    Field("dry_run", "only show what would be filed, and write nothing", Kind.FLAG),
)

OPERATIONS = (
    Operation(
        "bring/article",
        "Bring in an article",
        permissions.ANNOTATE,
        _ARTICLE,
        bring,
        page.PAGE,
        about=None,
        prepare=prepare,
    ),
)
