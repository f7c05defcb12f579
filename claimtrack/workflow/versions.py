"""Two people at one claim or pair: the second save is told what changed, and overwrites nothing unseen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import ChangedMeanwhile
from claimtrack.store import history, judgements

if TYPE_CHECKING:
    from sqlite_utils import Database


def check(db: Database, claim_id: int, version: int | None) -> None:
    """Raise ChangedMeanwhile when the claim's own row changed after that version; None checks nothing.

    Call it inside the write transaction. A note or a link of somebody else's is no conflict.
    """
    if version is None:
        return
    changes = history.of_row_since(db, "claims", claim_id, version)
    if changes:
        told = "; ".join(_told(change) for change in changes)
        raise ChangedMeanwhile(f"meanwhile {told}. Nothing of yours is lost: save again if it still holds")


def check_judgement(db: Database, left: int, right: int, version: int | None) -> None:
    """Raise ChangedMeanwhile when the pair was judged after that version; None checks nothing.

    Call it inside the write transaction. A new score of the matcher's is no conflict.
    """
    if version is None:
        return
    found = judgements.judged_since(db, left, right, version)
    if found:
        judgement, actor = found
        raise ChangedMeanwhile(
            f"meanwhile {actor or 'somebody'} judged claims {left} and {right}: {judgement}. That stands, yours was not "
            f"saved; to judge them otherwise all the same: `claimtrack judge {left} {right} ...`"
        )


def _told(change: dict[str, Any]) -> str:
    old, new = json.loads(change["old_row"] or "{}"), json.loads(change["new_row"] or "{}")
    if "claimant_id" in new:
        old, new = (
            {**row, "claimant_id": change[name]}
            for row, name in ((old, "old_claimant"), (new, "new_claimant"))
        )
    differing = [
        f"{name.removesuffix('_id').replace('_', ' ')} from {_word(name, old.get(name))} to {_word(name, value)}"
        for name, value in new.items()
        if old.get(name) != value
    ]
    return f"{change['actor'] or 'somebody'} changed the {', the '.join(differing)}"


def _word(column: str, value: Any) -> str:
    if value is None:
        return "nobody" if column == "assignee" else "nothing"
    return f'"{value.replace("_", " ") if column == "status" else value}"'
