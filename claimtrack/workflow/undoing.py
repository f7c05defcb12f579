"""Undoes a person's own changes or imports, completely, unless somebody has changed the same rows since."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Status
from claimtrack.core.steps import (
    SEE_IMPORTS,
    Worded,
    by_command,
    join_texts,
    set_status_step,
    undo_judgement_step,
)
from claimtrack.core.texts.printable import list_some
from claimtrack.store import articles, history, history_ranges, rewinding, undoable
from claimtrack.store.copies import records
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import HistoryRange

_NAMED_BY = re.compile(r"(\d{1,18})-(\d{1,18})-([0-9a-f]{6})", re.ASCII)
_NO_IMPORT = "these changes were not made by an import: " + SEE_IMPORTS
_UNDONE = "this was already undone, or all the claims it filed were deleted"
_MOST_PAIRS = 3
"""How many judgements a message says how to undo."""
_LISTED = Worded("`claimtrack import list`")
IMPORT_KEYS = (
    "undo", "happened_at", "actor", "what", "articles", "article_id", "claims", "reviews", "why_kept"
)  # fmt: skip
"""The keys of an import in the list; `why_kept` is why this person cannot undo it."""


def take_back(db: Database, done: HistoryRange, mark: str | None = None, *, actor: str | None) -> None:
    """Undo these changes, which must all be this actor's; with their mark, there is no limit on their number.

    Raises Refused if they are somebody else's, if somebody has changed the same rows since, or if they are part of an import.
    """
    if mark is None and not is_short(done):
        raise Refused("there is nothing to undo")
    with write_transaction(db, actor):
        if mark not in (None, history_ranges.mark(db, done)):
            raise Refused("this desk has no changes of this name: give exactly what was printed after them")
        _refuse_other_actors(db, done, actor)
        if history_ranges.includes_import(db, done):
            raise Refused(
                "an import can only be undone as a whole: give the `mark` of all its changes, shown by "
                + _LISTED
            )
        rewinding.rewind(db, done)


def refuse_foreign(db: Database, written: Iterable[HistoryRange]) -> None:
    """Raise Refused if these ranges, of the result of a step, are not of this desk: the same ids may be other changes here."""
    if not all(history_ranges.is_of(db, part) for part in written):
        raise Refused(
            "these changes are not on this desk: another desk returned them, or a dry run. Nothing was undone"
        )


def is_short(done: HistoryRange) -> bool:
    """Whether there are changes, and few enough for a page to undo at once: as many as the largest bulk change makes, and a new tag."""
    from claimtrack.workflow.changing_many import EACH, MOST  # not needed to name an import, as `ingest` does

    return 0 < done.until - done.after <= MOST * EACH + 1


class Import(NamedTuple):
    """An import to undo: how many claims it filed, how many others it changed, and how many pairs it judged."""

    filed: int
    others: int
    judged: int = 0

    @classmethod
    def of(cls, db: Database, parts: Iterable[HistoryRange]) -> Import:
        """What these changes did."""
        counts = [undoable.count_touched(db, part) for part in parts]
        return cls(*map(sum, zip(*counts, strict=True)))


def changes_name(db: Database, written: Iterable[HistoryRange]) -> str | None:
    """The name of these changes for `undo --changes`, or for `import undo` if they are an import's, such as 179-204-3f9a2c.

    None if there are none. Changes that something else wrote in between, for instance between two articles, are not included, even by the
    same person.
    """
    parts = history_ranges.join_ranges(written)
    return f"{parts[0].after + 1}-{parts[-1].until}-{history_ranges.mark(db, *parts)}" if parts else None


def imports(db: Database, *, limit: int, actor: str | None, most: int | None = None) -> list[dict[str, Any]]:
    """The last imports that were not undone, newest first: `undo` is the name for `import undo`, `what` what was read.

    With `most`, only the actor's own with at most so many changes: examining larger ones takes long.
    """
    asked = (
        run
        for run, until, who in history_ranges.list_runs(db)
        if most is None or (is_same_actor(who, actor) and until - run < most)
    )
    found = history_ranges.describe_runs(db, list(islice(asked, limit)))
    called = articles.names(db, {row["article_id"] for row in found if row["article_id"]})
    rows = []
    for row in found:
        parts = history_ranges.ranges_of_run(db, HistoryRange(row["first_change"] - 1, row["last_change"]))
        others = "reviews" if row["reviews"] else "a sheet" if row["but_evidence"] else "evidence"
        name = called.get(row["article_id"]) or others
        what = (
            f"the {'desk' if row['is_desk'] else 'copy'} {row['copy']}"
            if row["copy"]
            else f"{row['articles']:,} articles, the first {name}"
            if row["articles"] > 1
            else name
        )
        details = {
            "article_id": None if row["copy"] else row["article_id"],
            "undo": changes_name(db, parts),
            "what": what,
            "why_kept": _explain_kept(db, parts, actor),
        }
        rows.append({key: {**row, **details}[key] for key in IMPORT_KEYS})
    return rows


def _explain_kept(db: Database, parts: Sequence[HistoryRange], actor: str | None) -> str | None:
    try:
        import_of(db, parts, actor=actor)
    except Refused as refused:
        return str(refused)
    return None


def parse_changes_name(name: str) -> tuple[HistoryRange, str]:
    """Parse the name of changes: the range from the first to the last, and their mark. Raises InvalidValue."""
    found = _NAMED_BY.fullmatch(name)
    if found is None:
        raise InvalidValue(
            f"{name!r} does not name any changes: give what was printed after them, such as 179-204-3f9a2c. For an import or `ingest` it is "
            "also shown by " + _LISTED
        )
    return HistoryRange(int(found[1]) - 1, int(found[2])), found[3]


def import_parts(db: Database, whole: HistoryRange, mark: str) -> list[HistoryRange]:
    """The ranges that an import wrote, found by its first and last change and its mark. Raises Refused if there is no such import."""
    parts = history_ranges.ranges_of_run(db, whole)
    if history_ranges.mark(db, *parts) != mark:
        raise Refused(_NO_IMPORT)
    return parts


def import_of(db: Database, parts: Sequence[HistoryRange], *, actor: str | None) -> Import:
    """What the import that wrote these parts did. Raises Refused if it cannot be undone, as far as its last part and later changes show."""
    _refuse_part(db, parts[-1], actor=actor)
    for part in parts[:-1]:
        _refuse_built_upon(db, part, since=parts[-1].until)
    return Import.of(db, parts)


def _refuse_part(db: Database, done: HistoryRange, *, actor: str | None) -> records.Import | None:
    """Raise Refused if the import that made these changes cannot be undone. Returns its record if it is one of a copy."""
    if not 0 <= done.after < done.until <= history.last_change_id(db):
        raise Refused(_NO_IMPORT)
    copy = records.find(db, done)
    if copy:
        _refuse_copy(db, done, copy, actor)
    else:
        _refuse_other_actors(db, done, actor)
        if untold := undoable.tables_beyond_imports(db, done):
            raise Refused(
                f"these changes include more than an import ({', '.join(untold)}): nothing was undone"
            )
    if undoable.is_taken_back(db, done):
        raise Refused(_UNDONE)
    if followed := undoable.articles_extended(db, done):
        raise Refused(
            f"article {followed[0]} has another version, more text or more claims since: nothing was undone. Undo that first, or reject the "
            "claims you do not want" + set_status_step("ID", Status.REJECTED)
        )
    _refuse_built_upon(db, done, since=done.until)
    rewinding.refuse_if_edited_since(db, done, of_copy=copy is not None)
    return copy


def take_back_import(db: Database, *parts: HistoryRange, actor: str | None) -> Import:
    """Undo an import of a sheet, of reviews or of articles: everything is as before, and history records who undid it.

    Its parts are undone last first, all or none. Raises Refused as `import_of` does, and if somebody has changed the same rows since.
    """
    with large_cache(db), write_transaction(db, actor):
        done = Import.of(db, parts)
        for part in reversed(parts):
            _undo_part(db, part, actor=actor)
    # Here, since it loads the matcher, which takes every command that can be undone a tenth of a second.
    from claimtrack.store.index import postings

    postings.index_pending(db.conn)
    return done


def _undo_part(db: Database, part: HistoryRange, *, actor: str | None) -> None:
    copy = _refuse_part(db, part, actor=actor)
    with history_ranges.record_undoing(db, part):
        rewinding.rewind_import(db, part, of_copy=copy is not None)
    if copy:
        records.forget(db, part)
    if kept := undoable.count_still_filed(db, part):
        raise Refused(f"a trigger on this desk keeps deleted claims ({kept:,}): nothing was undone")


def _refuse_copy(db: Database, done: HistoryRange, copy: records.Import, actor: str | None) -> None:
    """Raise Refused unless this actor brought the copy back, no later work in it came in, and readers have seen none of it."""
    if copy.is_undone:
        raise Refused(_UNDONE)
    if not is_same_actor(copy.actor, actor):
        raise Refused(
            f"you can only undo your own imports, and {copy.actor or 'somebody'} brought {'in' if copy.is_desk else 'back'} {copy.file}"
        )
    if records.is_continued(db, done):
        raise Refused(
            f"later work in the same {'desk' if copy.is_desk else 'copy'} was brought in since: undo that first. "
            + SEE_IMPORTS
        )
    if signed := undoable.reviews_signed(db, done):
        raise Refused(
            f"it signed, published or withdrew verdicts (review {list_some(signed, 5)}): nothing was undone. Withdraw one that readers have seen"
            + by_command("review withdraw REVIEW --note WHY")
        )


def _refuse_built_upon(db: Database, done: HistoryRange, since: int) -> None:
    if worked := undoable.claims_worked_on(db, done, since):
        changed_claims = list(
            dict.fromkeys(f"claim {claim_id} (by {who or 'somebody'})" for claim_id, who, _ in worked)
        )
        pairs = sorted({(min(one, other), max(one, other)) for one, _, other in worked if other})
        raise Refused(
            f"these claims were changed since, or are gone: {list_some(changed_claims)}. Nothing was undone: undo those changes "
            "first, or reject the claims you do not want"
            + set_status_step("ID", Status.REJECTED)
            + _undo_judgements(pairs)
        )


def _undo_judgements(pairs: Sequence[tuple[int, int]]) -> str:
    if not pairs:
        return ""
    steps = join_texts(", ", (undo_judgement_step(*pair) for pair in pairs[:_MOST_PAIRS]))
    return f". To undo {'judgements' if pairs[1:] else 'a judgement'}: " + steps


def _refuse_other_actors(db: Database, done: HistoryRange, actor: str | None) -> None:
    whose = history.actors_of(db, done)
    if not whose or not all(is_same_actor(one, actor) for one in whose):
        actors = ", ".join(sorted(one or "somebody" for one in whose)) or "nobody"
        raise Refused(f"you can only undo your own changes here, and these were made by {actors}")
