"""Names the articles that were filed without a date although their text has one: a date that nobody gave is not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.core.steps import Worded
from claimtrack.core.texts.printable import list_some, numbered, shell_command
from claimtrack.workflow.days import last_begun

if TYPE_CHECKING:
    from claimtrack.workflow.articles.ingesting import Ingested


def undated_notices(results: Sequence[Ingested]) -> Iterator[str]:
    """Yield which articles have no date, the day that their text states, and how to give it: once for all of them."""
    stating = [one for one in results if _may_be_published_then(one)]
    if not stating:
        return
    first = stating[0]
    days = list_some(str(one.stated_day) for one in stating)
    which = f"{numbered('Article', [one.article_id for one in stating])} {'have' if len(stating) > 1 else 'has'} no date"
    command = shell_command("claimtrack", "ingest", first.source or "SOURCE", "--date", str(first.stated_day))
    begin = f"for article {first.article_id}, " if len(stating) > 1 else ""
    told = f"{which}, and the text begins or ends with {days}. If it was published then,"
    yield Worded(f"{told} give the date: {begin}`{command}`", f"{told} bring it in again with that date")


def undated_preview(planned: Ingested) -> Iterator[str]:
    """Yield the day that the text of a new article without a date states, before it is filed."""
    if _may_be_published_then(planned):
        yield f"No date is given, and the text begins or ends with {planned.stated_day}. If it was published then, fill in that date"


def _may_be_published_then(done: Ingested) -> bool:
    """Whether the text states a day; a later one is that of an event, and `--date` refuses it."""
    return bool(done.stated_day and done.stated_day <= last_begun())
