"""Articles: their language, and a copy of their page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.languages import language_name
from claimtrack.core.texts.printable import numbered
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Values
from claimtrack.plugin.operations import about
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.pages.article import PAGE
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.store import articles
from claimtrack.workflow import archiving
from claimtrack.workflow.articles import describing

if TYPE_CHECKING:
    from sqlite_utils import Database


def set_language(db: Database, visit: Visit, values: Values) -> Result:
    """Correct the language of the article in all its versions."""
    done = describing.set_language(db, visit.ids["article_id"], **values, actor=visit.actor)
    if done.written.is_empty:
        return Result("Nothing to change.", f"article/{done.article_id}")
    message = f"Language: {language_name(done.language)}." if done.language else "Its language is not known."
    data = {"article_id": done.article_id, "language": done.language}
    return undoable(db, visit, Result(message, f"article/{done.article_id}", data=data), done.written)


def file_copy(db: Database, visit: Visit, values: Values) -> Result:
    """Record the address of a copy of the article's page that somebody made. Raises InvalidValue if the article has no address."""
    article_id = visit.ids["article_id"]
    url = articles.get(db, article_id)["url"]
    if url is None:
        raise InvalidValue("this article has no web address, of which there could be a copy")
    kept = archiving.file_copy(db, url, values["archived_url"], now=datetime.now(UTC), actor=visit.actor)
    message = (
        f"Copy saved. The evidence of {numbered('claim', kept)} keeps another copy."
        if kept
        else "Copy saved."
    )
    return Result(message, f"article/{article_id}", data={"article_id": article_id})


OPERATIONS = (
    Operation(
        "article/{article_id}/language",
        "Correct the language of an article",
        permissions.ANNOTATE,
        (Field("language", "its name in English or its code, such as cy; empty if unknown", named=True),),
        set_language,
        PAGE,
        about=about.language,
    ),
    Operation(
        "article/{article_id}/copy",
        "File the address of a copy of an article's page",
        permissions.ANNOTATE,
        (Field("archived_url", "the web address of the copy", required=True),),
        file_copy,
        PAGE,
        about=about.copy,
    ),
)
