"""A draft that a user pastes or uploads: which of its sentences repeat a claim of the desk. Nothing is written."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict
from threading import Lock
from typing import TYPE_CHECKING

from claimtrack.core.errors import Refused
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.pages import check as page
from claimtrack.plugin.submission import read_upload
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.workflow.drafts import SHOWN, check_handed, describe_false_claim, summarise_repeats

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


_of_strangers = Lock()


def check(db: Database, visit: Visit, values: Values) -> Result:
    """Find the sentences of the draft that repeat claims, in order, with warnings about the draft."""
    with _one_at_a_time(visit):
        checked = check_handed(db, *read_upload(values, "draft"), is_stranger=visit.is_stranger)
    message = summarise_repeats(checked.repeats)
    rows = [asdict(one) for one in checked.repeats]
    shown = [
        {**row, "framed": SHOWN[one.framing], "does": describe_false_claim(one)}
        for row, one in zip(rows, checked.repeats, strict=True)
    ]
    warnings, unchecked = [*map(page_text, checked.told)], checked.unchecked
    return Result(
        message,
        page.PAGE.path,
        data={"repeats": rows, "told": checked.told, "unchecked": unchecked},
        shown={"summary": message, "repeats": shown, "told": warnings, "unchecked": unchecked},
    )


@contextmanager
def _one_at_a_time(visit: Visit) -> Iterator[None]:
    """Context of a check. Raises Refused for a stranger while another's draft is checked: three at once would keep everybody else waiting."""
    if not visit.is_stranger:
        yield
        return
    if not _of_strangers.acquire(blocking=False):
        raise Refused("somebody else's draft is being checked: try again in a few seconds")
    try:
        yield
    finally:
        _of_strangers.release()


_DRAFT = (
    Field("text", "the draft: plain text, HTML, Markdown, subtitles or an e-mail", Kind.TEXT),
    Field("file", "the draft as a file, sent as multipart/form-data", Kind.FILE),
)

OPERATIONS = (
    Operation(
        "check/draft",
        "Find sentences in a draft that repeat a claim; the draft is not kept",
        permissions.VIEW,
        _DRAFT,
        check,
        page.PAGE,
        about=None,
        reads=True,
    ),
)
