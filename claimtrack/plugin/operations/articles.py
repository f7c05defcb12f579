"""Articles: their language, a copy of their page, and that their outlet has withdrawn them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.languages import language_name
from claimtrack.core.texts.printable import numbered, plural
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values, sent_text
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.pages.article import PAGE
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.store import articles
from claimtrack.workflow import archiving
from claimtrack.workflow.articles import describing, withdrawing
from claimtrack.workflow.second_looks import due_notices

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.articles.withdrawing import Withdrawn


def withdraw(db: Database, visit: Visit, values: Values) -> Result:
    """Mark the article as withdrawn."""
    done = withdrawing.withdraw(
        db,
        visit.ids["article_id"],
        withdrawn_on=sent_text(values, "withdrawn_on"),
        note=sent_text(values, "note"),
        actor=visit.actor,
    )
    message = f"Marked as withdrawn on {done.withdrawn_on}."
    if done.due:
        message += f" Due today, to be looked at again: {plural(len(done.due), 'published claim')}."
    return _result(db, visit, done, message)


def restore(db: Database, visit: Visit, values: Values) -> Result:
    """Record that the article is published again."""
    done = withdrawing.restore(db, visit.ids["article_id"], actor=visit.actor)
    told = filter(None, [withdrawing.still_gone(db, done), *due_notices(done)])
    return _result(db, visit, done, " ".join(["No longer marked as withdrawn.", *map(page_text, told)]))


def set_language(db: Database, visit: Visit, values: Values) -> Result:
    """Correct the language of the article in all its versions."""
    done = describing.set_language(db, visit.ids["article_id"], values["language"], actor=visit.actor)
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


def _result(db: Database, visit: Visit, done: Withdrawn, message: str) -> Result:
    data = {
        "article_id": done.article_id,
        "withdrawn_on": done.withdrawn_on,
        "claims": [one.claim_id for one in done.claims],
        **done.due_claims,
    }
    return undoable(db, visit, Result(message, f"article/{visit.ids['article_id']}", data=data), done.written)


_WITHDRAWAL = (
    Field("withdrawn_on", "the date of the withdrawal, as YYYY-MM-DD; default: the one recorded, or today"),
    Field("note", "why, and who says so; for the desk only", Kind.TEXT),
)

OPERATIONS = (
    Operation(
        "article/{article_id}/language",
        "Correct the language of an article",
        permissions.ANNOTATE,
        (Field("language", "its name in English or its code, such as cy; empty if unknown", named=True),),
        set_language,
        PAGE,
    ),
    Operation(
        "article/{article_id}/copy",
        "File the address of a copy of an article's page",
        permissions.ANNOTATE,
        (Field("archived_url", "the web address of the copy", required=True),),
        file_copy,
        PAGE,
    ),
    Operation(
        "article/{article_id}/withdraw",
        "Mark an article as withdrawn by its outlet",
        permissions.ANNOTATE,
        _WITHDRAWAL,
        withdraw,
        PAGE,
        changes=True,
        bare=True,
    ),
    Operation(
        "article/{article_id}/restore",
        "Record that an article is published again",
        permissions.ANNOTATE,
        (),
        restore,
        PAGE,
    ),
)
