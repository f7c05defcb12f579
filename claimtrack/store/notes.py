"""Notes: what a person wrote on a claim, by itself or with a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.model import Judgement, NoteStep
from claimtrack.core.steps import SEE_NOTES
from claimtrack.core.texts.cleaning import clean_note
from claimtrack.store import rows

if TYPE_CHECKING:
    from claimtrack.store.judgements import JudgementChange

_DONE = {NoteStep.HOLD: "held", NoteStep.RELEASE: "released", NoteStep.SEND_BACK: "sent back"}

# The newest reason for which a row of `reviews` is held; of an older hold, if this one has none. The words begin as `add_to_review` writes
# them. Times are in UTC, and `held_on` is the desk's day.
WHY_HELD = f"""
    select substr(body, instr(cast(body as blob), ': ') + 2) from notes
    where notes.claim_id = reviews.claim_id and step = '{NoteStep.HOLD}' and body glob 'Review ' || reviews.id || ' *'
        and date(notes.created_at) >= date(held_on, '-1 day')
    order by notes.id desc limit 1
"""


def add(db: Database, claim_id: int, body: str, *, author: str | None, step: NoteStep | None = None) -> int:
    """Insert a note and return its id. `step` is what wrote it, unless a person did so by itself."""
    return rows.insert(db, "notes", {"claim_id": claim_id, "body": body, "author": author, "step": step})


def add_once(
    db: Database, claim_id: int, body: str, *, author: str | None, step: NoteStep | None = None
) -> int:
    """Insert a note, unless its author has written the same in the last minutes; return its id."""
    return rows.insert_once(db, "notes", {"claim_id": claim_id, "body": body, "author": author, "step": step})


def add_to_review(
    db: Database, claim_id: int, review_id: int, step: NoteStep, words: str | None, *, author: str | None
) -> None:
    """Insert a note that says why a step was taken with a review, if there are words. Raises InvalidValue."""
    if cleaned := clean_note(words or ""):
        body = clean_note(f"Review {review_id} {_DONE[step]}: {cleaned}")
        add(db, claim_id, body, author=author, step=step)


def begin_reason(pair: int, judgement: Judgement) -> str:
    """How a note begins that says why its claim and another one were judged so."""
    return f"Claim {pair}, {judgement}: "


def remove_reasons(db: Database, judged: JudgementChange) -> bool:
    """Delete the notes by which the author of a judgement said why, with it or later; return whether there were any."""
    sql = """
        delete from notes
        where step = :step and author is :author and (
            (claim_id = :left and substr(body, 1, length(:of_left)) = :of_left)
            or (claim_id = :right and substr(body, 1, length(:of_right)) = :of_right)
        ) and exists (
            select 1 from history
            where table_name = 'notes' and row_id = notes.id and operation = 'insert' and history.id > :change_id
        )
    """
    left, right = judged.pair
    word = judged.after.judgement
    begun = {"of_left": begin_reason(right, word), "of_right": begin_reason(left, word)}
    values = {"step": NoteStep.JUDGE, "author": judged.actor, "change_id": judged.change_id}
    return rows.execute(db, sql, {"left": left, "right": right, **begun, **values}).rowcount > 0


def get(db: Database, note_id: int) -> dict[str, Any]:
    """Return the note. Raises NotFound."""
    return rows.get(db, "notes", note_id, "note", SEE_NOTES)


def remove(db: Database, note_id: int) -> None:
    """Delete a note; history keeps its text."""
    rows.delete(db, "notes", note_id)


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return a claim's notes, oldest first."""
    # The columns are named, so that one that another program renamed fails here, not where the note is printed.
    sql = "select id, claim_id, body, author, created_at, step from notes where claim_id = ? order by id"
    return list(db.query(sql, [claim_id]))
