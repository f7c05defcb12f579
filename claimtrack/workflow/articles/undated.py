"""Names the articles that were filed without a date although their text has one: a date that nobody gave is not guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import list_some, numbered, shell_command
from claimtrack.workflow.days import last_begun

if TYPE_CHECKING:
    from claimtrack.workflow.articles.ingesting import Ingested


def undated_notices(results: Sequence[Ingested]) -> Iterator[str]:
    """Yield which articles have no date, the day that their text states, and how to give it: once for all of them."""
    last = last_begun()  # a later day is that of an event, and `--date` refuses it
    stating = [one for one in results if one.stated_day and one.stated_day <= last]
    if not stating:
        return
    first = stating[0]
    days = list_some(str(one.stated_day) for one in stating)
    which = f"{numbered('Article', [one.article_id for one in stating])} {'have' if len(stating) > 1 else 'has'} no date"
    command = shell_command("claimtrack", "ingest", first.source or "SOURCE", "--date", str(first.stated_day))
    begin = f"for article {first.article_id}, " if len(stating) > 1 else ""
    yield f"{which}, and the text begins or ends with {days}. If it was published then, give the date: {begin}`{command}`"
