"""What was taken back: articles that their outlets withdrew, evidence that its publisher retracted. The marks, and their removal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.printable import numbered
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values, sent_text
from claimtrack.plugin.operations import about
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.pages.article import PAGE
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.workflow import retracting
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.taken_back import due_notices

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.articles.withdrawing import Withdrawn
    from claimtrack.workflow.retracting import Retracted
    from claimtrack.workflow.taken_back import TakenBack


def withdraw(db: Database, visit: Visit, values: Values) -> Result:
    """Mark the article as withdrawn."""
    done = withdrawing.withdraw(
        db,
        visit.ids["article_id"],
        withdrawn_on=sent_text(values, "withdrawn_on"),
        note=sent_text(values, "note"),
        actor=visit.actor,
    )
    return _article_result(db, visit, done, f"Marked as withdrawn on {done.withdrawn_on}.")


def publish_again(db: Database, visit: Visit, values: Values) -> Result:
    """Record that the article is published again."""
    done = withdrawing.restore(db, visit.ids["article_id"], actor=visit.actor)
    still_gone = withdrawing.still_gone(db, done)
    told = ["No longer marked as withdrawn.", *([page_text(still_gone)] if still_gone else [])]
    return _article_result(db, visit, done, *told)


def retract(db: Database, visit: Visit, values: Values) -> Result:
    """Mark the evidence as retracted."""
    done = retracting.retract(
        db,
        visit.ids["evidence_id"],
        retracted_on=sent_text(values, "retracted_on"),
        note=sent_text(values, "note"),
        actor=visit.actor,
    )
    return _evidence_result(db, visit, done, f"Marked as retracted on {done.retracted_on}", ", also on")


def restore(db: Database, visit: Visit, values: Values) -> Result:
    """Record that the evidence is not retracted after all."""
    done = retracting.restore(db, visit.ids["evidence_id"], actor=visit.actor)
    return _evidence_result(db, visit, done, "No longer marked as retracted", ", nor on")


def _article_result(db: Database, visit: Visit, done: Withdrawn, *told: str) -> Result:
    about = {"article_id": done.article_id, "withdrawn_on": done.withdrawn_on}
    return _result(db, visit, done, f"article/{visit.ids['article_id']}", about, *told)


def _evidence_result(db: Database, visit: Visit, done: Retracted, told: str, elsewhere: str) -> Result:
    others = [one.claim_id for one in done.claims if one.claim_id != done.claim_id]
    told += f"{elsewhere} {numbered('claim', others)}." if others else "."
    about = {"claim_id": done.claim_id, "retracted_on": done.retracted_on}
    return _result(db, visit, done, f"claim/{done.claim_id}", about, told)


def _result(
    db: Database, visit: Visit, done: TakenBack, goto: str, about: dict[str, Any], *told: str
) -> Result:
    data = {**about, "claims": [one.claim_id for one in done.claims], **done.due_claims}
    return undoable(db, visit, Result(" ".join([*told, *due_notices(done)]), goto, data=data), done.written)


def _fields(name: str, what: str) -> tuple[Field, ...]:
    return (
        Field(name, f"the date of the {what}, as YYYY-MM-DD; default: the one recorded, or today"),
        Field("note", "why, and who says so; for the desk only", Kind.TEXT),
    )


OPERATIONS = (
    Operation(
        "article/{article_id}/withdraw",
        "Mark an article as withdrawn by its outlet",
        permissions.ANNOTATE,
        _fields("withdrawn_on", "withdrawal"),
        withdraw,
        PAGE,
        about=about.withdrawal,
        changes=True,
        bare=True,
    ),
    Operation(
        "article/{article_id}/restore",
        "Record that an article is published again",
        permissions.ANNOTATE,
        (),
        publish_again,
        PAGE,
        about=about.withdrawal_to_remove,
    ),
    Operation(
        "evidence/{evidence_id}/retract",
        "Mark evidence as retracted by its publisher, on all claims that have its address",
        permissions.ANNOTATE,
        _fields("retracted_on", "retraction"),
        retract,
        None,
        about=about.retraction,
        changes=True,
        bare=True,
    ),
    Operation(
        "evidence/{evidence_id}/restore",
        "Record that evidence is not retracted after all",
        permissions.ANNOTATE,
        (),
        restore,
        None,
        about=about.retraction_to_remove,
    ),
)
