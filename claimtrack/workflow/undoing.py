"""Taking back what one did oneself, whole, as long as nobody has built upon it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.actors import same_actor
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.store import articles, history, rewinding, stretches
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlite_utils import Database

    from claimtrack.store.stretches import Stretch

_MOST = 200
_NAMED_BY = re.compile(r"(\d{1,18})-(\d{1,18})-([0-9a-f]{6})", re.ASCII)
_NO_IMPORT = "no import made these changes: what to give is told at its end, and by `claimtrack import list`"
IMPORT_KEYS = ("changes", "happened_at", "actor", "what", "article_id", "claims", "reviews")
"""What is told of an import that the desk remembers."""
_NAMED = 5
"""At most so many claims are named that stand against it."""


def take_back(db: Database, after: int, until: int, *, actor: str | None) -> None:
    """Undo the changes with history ids in (after, until], which must all be this actor's.

    Raises Refused where they are somebody else's, where somebody has changed the same things since, or an import's, which goes back whole.
    """
    if not 0 < until - after <= _MOST:
        raise Refused("there is nothing to undo")
    with write_transaction(db, actor):
        _refuse_anothers(db, after, until, actor)
        if stretches.has_import(db, after, until):
            raise Refused(
                "what came in is taken back whole: give the `mark` of all its changes, too, which `claimtrack import list` tells"
            )
        rewinding.rewind(db, after, until)


class Import(NamedTuple):
    """How many claims an import filed that is to be taken back, and of how many others it changed something."""

    filed: int
    others: int


def imports_named(db: Database, written: Iterable[Stretch]) -> list[str]:
    """What `import undo` takes for the changes of an import whose transactions wrote these stretches, as in 179-204-3f9a2c.

    None where it changed nothing; several where anything else was written in the midst of it, as between two articles, be it by the
    same person: that is not to be taken back with it.
    """
    return [
        f"{after + 1}-{until}-{stretches.mark(db, after, until)}" for after, until in stretches.join(written)
    ]


def imports(db: Database, *, limit: int) -> list[dict[str, Any]]:
    """The last imports that were not taken back, newest first: `changes` names each for `import undo`, `what` tells what it read."""
    found = stretches.imports(db, limit)
    called = articles.names(db, {row["article_id"] for row in found if row["article_id"]})
    rows = []
    for row in found:
        [changes] = imports_named(db, [(row["first_change"] - 1, row["last_change"])])
        what = called.get(row["article_id"]) or ("reviews" if row["reviews"] else "a sheet")
        told = {**row, "changes": changes, "what": what}
        rows.append({key: told[key] for key in IMPORT_KEYS})
    return rows


def import_named(told: str) -> tuple[int, int, str]:
    """The history ids (after, until] of the import that is named so, and the mark of its changes. Raises InvalidValue."""
    found = _NAMED_BY.fullmatch(told)
    if found is None:
        raise InvalidValue(
            f"{told!r} names no import: give what an import or `ingest` told at its end, or `claimtrack import list` tells, as in 179-204-3f9a2c"
        )
    return int(found[1]) - 1, int(found[2]), found[3]


def refuse_unmarked(db: Database, after: int, until: int, mark: str) -> None:
    """Raise Refused unless an import told these history ids (after, until] and this mark: history does not tell where one began."""
    if stretches.mark(db, after, until) != mark:
        raise Refused(_NO_IMPORT)


def import_between(db: Database, after: int, until: int, *, actor: str | None) -> Import:
    """What the import did whose changes have the history ids in (after, until]. Raises Refused where it cannot be taken back."""
    if not 0 <= after < until <= rewinding.last_change(db):
        raise Refused(_NO_IMPORT)
    _refuse_anothers(db, after, until, actor)
    if untold := rewinding.untold(db, after, until):
        raise Refused(
            f"these changes are more than an import makes ({', '.join(untold)}): nothing was taken back"
        )
    if rewinding.is_taken_back(db, after, until):
        raise Refused(
            "this was taken back already, or all claims that it filed were deleted: none of them is left"
        )
    if worked := rewinding.built_upon(db, after, until):
        told = [f"claim {claim_id} (by {who or 'somebody'})" for claim_id, who in worked]
        more = f" and {len(told) - _NAMED:,} more" if len(told) > _NAMED else ""
        raise Refused(
            f"claims that it filed were worked on since, or are gone: {', '.join(told[:_NAMED])}{more}. Nothing was taken back: "
            "undo what was done since first, or reject the claims that are none (`claimtrack status ID rejected`)"
        )
    if followed := rewinding.articles_built_upon(db, after, until):
        raise Refused(
            f"article {followed[0]} has a newer version or more claims since: nothing was taken back. Undo that first, or "
            "reject the claims that are none (`claimtrack status ID rejected`)"
        )
    return Import(*rewinding.touched(db, after, until))


def take_back_import(db: Database, after: int, until: int, *, actor: str | None) -> Import:
    """Undo an import of a sheet, of reviews or of articles: everything is as it was before, and history names who took it back.

    Raises Refused as `import_between` does, and where somebody has changed what it changed.
    """
    return take_back_parts(db, [(after, until)], actor=actor)


def take_back_parts(db: Database, parts: Sequence[Stretch], *, actor: str | None) -> Import:
    """The same of what came in in several parts, the last one first: all or none of them."""
    with large_cache(db), write_transaction(db, actor):
        done = [_forget(db, *part, actor=actor) for part in reversed(parts)]
    postings.index_pending(db.conn)
    return Import(sum(one.filed for one in done), sum(one.others for one in done))


def _forget(db: Database, after: int, until: int, *, actor: str | None) -> Import:
    done = import_between(db, after, until, actor=actor)
    rewinding.forget_filed(db, after, until)
    stretches.forget(db, after, until)
    if kept := rewinding.still_filed(db, after, until):
        raise Refused(
            f"a trigger of this desk keeps claims that are deleted ({kept:,}): nothing was taken back"
        )
    return done


def _refuse_anothers(db: Database, after: int, until: int, actor: str | None) -> None:
    whose = history.actors_between(db, after, until)
    if not whose or not all(same_actor(one, actor) for one in whose):
        told = ", ".join(sorted(one or "somebody" for one in whose)) or "nobody"
        raise Refused(f"only who made a change takes it back this way, and these were made by {told}")
