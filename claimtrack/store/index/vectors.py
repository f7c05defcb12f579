"""The desk's encoders, and the vectors that they made of its claims.

Triggers delete the vector of a claim that is reworded or deleted; vectors are never changed otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.file.errors import translate_errors

if TYPE_CHECKING:
    import sqlite3

    import numpy as np


@dataclass(frozen=True, slots=True)
class EncoderRow:
    """An encoder that the desk has used: the plug-in's name, and the version and size of its vectors."""

    id: int
    name: str
    version: str
    dimensions: int


def active_encoder(conn: sqlite3.Connection) -> EncoderRow | None:
    """Return the encoder that look-ups use; None if none is active."""
    row = conn.execute("select id, name, version, dimensions from encoders where in_force = 1").fetchone()
    return EncoderRow(*row) if row else None


def activate(db: Database, name: str, version: str, dimensions: int) -> EncoderRow:
    """Make an encoder the active one. Its earlier vectors are used again; those of others stay until `delete_other_vectors`."""
    others = "update encoders set in_force = 0 where in_force = 1 and (name, version) is not (?, ?)"
    rows.execute(db, others, [name, version])
    own = """
        insert into encoders (name, version, dimensions) values (?, ?, ?)
        on conflict (name, version) do update set in_force = 1, dimensions = excluded.dimensions
        returning id, name, version, dimensions
    """
    return EncoderRow(*rows.execute(db, own, [name, version, dimensions]).fetchone())


def delete_other_vectors(db: Database, encoder: EncoderRow) -> None:
    """Delete the vectors of all other encoders, once this one has encoded all claims."""
    rows.execute(db, "delete from claim_vectors where encoder_id <> ?", [encoder.id])


def deactivate(db: Database) -> bool:
    """Deactivate the encoder, keeping its vectors; return whether one was active."""
    return bool(rows.execute(db, "update encoders set in_force = 0 where in_force = 1").rowcount)


def delete_all(db: Database) -> int:
    """Delete all vectors; return how many there were."""
    return rows.execute(db, "delete from claim_vectors").rowcount


def count_encoded(conn: sqlite3.Connection, encoder: EncoderRow) -> int:
    """Return how many claims the encoder has encoded."""
    sql = "select count(*) from claim_vectors where encoder_id = ?"
    return int(conn.execute(sql, [encoder.id]).fetchone()[0])


def count_missing(conn: sqlite3.Connection, encoder: EncoderRow) -> int:
    """Return how many claims the encoder has not encoded."""
    return int(conn.execute("select count(*) from claims").fetchone()[0]) - count_encoded(conn, encoder)


def list_missing(
    conn: sqlite3.Connection, encoder: EncoderRow, limit: int, after: int = 0
) -> list[tuple[int, str]]:
    """Return claims that the encoder has not encoded, with their texts, by id."""
    return conn.execute(
        "select c.id, c.text from claims c where c.id > ? and not exists"
        " (select 1 from claim_vectors v where v.encoder_id = ? and v.claim_id = c.id) order by c.id limit ?",
        [after, encoder.id, limit],
    ).fetchall()


def add(db: Database, encoder: EncoderRow, made: Iterable[tuple[int, str, bytes]]) -> None:
    """Store vectors, each given with its claim and the text from which it was made.

    The encoder works outside any transaction: a claim that was reworded or deleted meanwhile gets no vector.
    """
    with translate_errors():
        db.conn.executemany(
            "insert into claim_vectors (encoder_id, claim_id, vector)"
            " select ?, c.id, ? from claims c where c.id = ? and c.text = ?"
            " on conflict (encoder_id, claim_id) do nothing",
            [(encoder.id, vector, claim_id, text) for claim_id, text, vector in made],
        )


def load_vectors(
    conn: sqlite3.Connection, encoder: EncoderRow, claim_ids: Collection[int]
) -> tuple[list[int], np.ndarray]:
    """Return which of these claims have a vector, and the vectors as the rows of an array."""
    rows = conn.execute(
        "select claim_id, vector from claim_vectors where encoder_id = ? and length(vector) = ?"
        " and claim_id in (select value from json_each(?))",
        [encoder.id, encoder.dimensions, json.dumps(list(claim_ids))],
    ).fetchall()
    return [row[0] for row in rows], stack_vectors([row[1] for row in rows], encoder)


def stack_vectors(vectors: Collection[bytes], encoder: EncoderRow) -> np.ndarray:
    """Return stored vectors as the rows of one array."""
    import numpy as np

    return np.frombuffer(b"".join(vectors), dtype=np.int8).reshape(len(vectors), encoder.dimensions)
