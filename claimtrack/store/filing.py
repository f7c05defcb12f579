"""Files the claims found in an article, with their tags and appearances: many rows in one statement for each table.

For each statement that fires triggers SQLite keeps a journal of the changed pages, and full-text search flushes its
pending terms. Row by row an article took twice as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import InvalidSpan
from claimtrack.core.model import ExtractedClaim, Status
from claimtrack.store import appearances, tags
from claimtrack.store.file.errors import translate_errors

_ROWS_PER_INSERT = 1_000
"""Rows per statement: SQLite takes 32,766 values, and no table here has as many as 32 columns."""


_FAR_OFFSET = 100_000
"""Offset from which the trigger that checks spans is replaced by our own check: it scans the text up to each span, which took a
quarter of an hour for ten million characters."""
_SPAN_TRIGGER = "appearances_span_holds_quote"


class Proposal(NamedTuple):
    """An extracted claim and the id of the claim under which it is filed; `words` is the text of that claim."""

    found: ExtractedClaim
    claim_id: int
    words: str
    claimant_id: int | None


def propose(db: Database, proposals: Sequence[Proposal]) -> None:
    """Insert proposed claims, with their tags."""
    rows = (
        {
            "id": one.claim_id,
            "text": one.words,
            "claimant_id": one.claimant_id,
            "claimed_on": one.found.claimed_on,
            "status": Status.PROPOSED,
            "score": one.found.score,
        }
        for one in proposals
    )
    _insert(db, "claims", rows)
    named = [(one.claim_id, name) for one in proposals for name in one.found.tags]
    ids = tags.get_or_add(db, (name for _, name in named))
    once = dict.fromkeys((claim_id, ids[name]) for claim_id, name in named)
    _insert(db, "claim_tags", ({"claim_id": claim_id, "tag_id": tag_id} for claim_id, tag_id in once))


def add_appearances(db: Database, proposals: Iterable[Proposal], *, article_id: int, extractor: str) -> None:
    """Insert an appearance in the article for each proposal. Raises InvalidSpan if a span is wrong, except within `check_spans_at_once`."""
    rows = [
        {"claim_id": one.claim_id, "article_id": article_id, "claimant_id": one.claimant_id}
        | appearances.extracted_columns(one.found, extractor)
        for one in proposals
    ]
    _insert(db, "appearances", rows)


@contextmanager
def check_spans_at_once(db: Database, article_id: int, found: Sequence[ExtractedClaim]) -> Iterator[None]:
    """Context, within a write transaction, in which the trigger that checks spans is dropped if some are far into the article.

    All spans are checked first instead: raises InvalidSpan if one is wrong.
    """
    if all(one.end <= _FAR_OFFSET for one in found):
        yield
        return
    [[text]] = db.execute("select text from articles where id = ?", [article_id])
    if any(text[one.start : one.end] != one.text or len(one.text) != one.end - one.start for one in found):
        raise InvalidSpan("the article does not have these words at this place")
    made = db.execute("select sql from sqlite_master where name = ?", [_SPAN_TRIGGER]).fetchone()
    db.execute(f"drop trigger if exists {_SPAN_TRIGGER}")
    yield
    if made:
        db.execute(made[0])


def _insert(db: Database, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows in order, all with the same columns."""
    rows = list(rows)
    for start in range(0, len(rows), _ROWS_PER_INSERT):
        some = rows[start : start + _ROWS_PER_INSERT]
        one = f"({', '.join('?' * len(some[0]))})"
        sql = f"insert into {table} ({', '.join(some[0])}) values {', '.join([one] * len(some))}"
        with translate_errors():
            db.execute(sql, [value for row in some for value in row.values()])
