"""The encoder of a desk: switching it on and off, and making the vectors of meaning that are missing.

Off by default, and then nothing here imports a plug-in or numpy.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.advancing import Advance, tell_nobody
from claimtrack.core.errors import PluginError
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import describe_error
from claimtrack.store.file.connecting import file_of, naming
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import vectors

if TYPE_CHECKING:
    import numpy as np

    from claimtrack.core.match.meaning import Encoder
    from claimtrack.store.index.vector_search import Nearness
    from claimtrack.store.index.vectors import EncoderRow

DEFAULT = "minilm"
"""The encoder that comes with claimtrack, as an extra."""
MAX_PER_WRITE = 32
"""How many claims are encoded after a write, at some milliseconds each; the rest wait for `claimtrack encode`."""
_LONGEST_VERSION = 200
_MOST_DIMENSIONS = 65_536
"""The limits for the version and the vectors that a desk stores."""
_BATCH = 128
"""How many claims are encoded before their vectors are written: an interruption loses at most these."""


@dataclass(frozen=True, slots=True)
class EncoderState:
    """The encoder in force, and how many claims are encoded and waiting."""

    name: str
    version: str
    encoded: int
    waiting: int


def encoder_state(db: Database) -> EncoderState | None:
    """The state of the encoder in force; None if the desk has none."""
    row = vectors.active_encoder(db.conn)
    if row is None:
        return None
    counted = vectors.count_encoded(db.conn, row), vectors.count_missing(db.conn, row)
    return EncoderState(row.name, row.version, *counted)


def switch_on(db: Database, name: str | None = None, *, actor: str | None) -> None:
    """Put an encoder in force: the one named, else the current one, else the one that comes with claimtrack.

    Raises PluginError where it is not installed.
    """
    before = vectors.active_encoder(db.conn)
    name = name or (before.name if before else DEFAULT)
    encoder = _load(name)
    if before and (before.name, before.version) == (name, encoder.version):
        return
    with write_transaction(db, actor):
        vectors.activate(db, name, encoder.version, encoder.dimensions)


def encode_all(
    db: Database,
    name: str | None,
    *,
    actor: str | None,
    progress: Advance = tell_nobody,
) -> int:
    """Switch an encoder on and make the missing vectors; return how many claims were encoded. If interrupted, it stays on.

    Raises PluginError if it is not installed or fails: then the previous encoder is in force again, with its vectors.
    """
    before = vectors.active_encoder(db.conn)
    switch_on(db, name, actor=actor)
    try:
        done = encode_missing(db, progress=progress)
    except PluginError:
        with write_transaction(db, actor):
            if before is None:
                vectors.deactivate(db)
            else:
                vectors.activate(db, before.name, before.version, before.dimensions)
        raise
    if row := vectors.active_encoder(db.conn):
        with write_transaction(db, actor):
            vectors.delete_other_vectors(db, row)
    return done


def switch_off(db: Database, *, forget: bool = False, actor: str | None) -> bool:
    """Look up by words alone from now on; `forget` also removes the vectors. Returns whether an encoder was in force."""
    with write_transaction(db, actor):
        was = vectors.deactivate(db)
        if forget:
            vectors.delete_all(db)
    return was


def encode_missing(db: Database, *, at_most: int | None = None, progress: Advance = tell_nobody) -> int:
    """Make the missing vectors; return how many claims were encoded.

    Each batch is a transaction, so that the next run continues after an interruption. Raises PluginError
    where the encoder fails or is not installed.
    """
    row = vectors.active_encoder(db.conn)
    if row is None:
        return 0
    total = vectors.count_missing(db.conn, row)
    if at_most is not None:
        total = min(total, at_most)
    done = after = 0
    while done < total and (batch := vectors.list_missing(db.conn, row, min(_BATCH, total - done), after)):
        made = [vector.tobytes() for vector in _vectors(row, [text for _, text in batch])]
        with write_transaction(db, None):
            vectors.add(db, row, [(one, text, blob) for (one, text), blob in zip(batch, made, strict=True)])
        after = batch[-1][0]
        done += len(batch)
        progress(done, total)
    return done


def encode_new_claims(db: Database) -> None:
    """After a write: encode new claims, a few at most. Claims at which the encoder fails wait for `claimtrack encode`."""
    try:
        encode_missing(db, at_most=MAX_PER_WRITE)
    except PluginError as error:
        _warn_of(db, error)


def scorer_name(db: Database, by_words: str) -> str:
    """The name stored with a match: the scorer's, followed by the version of the encoder in force."""
    row = vectors.active_encoder(db.conn)
    return f"{by_words}, {row.version}" if row else by_words


def nearness(db: Database) -> Nearness | None:
    """The nearness in meaning that look-ups use besides the words; None if the desk has no encoder, or it cannot run here."""
    row = vectors.active_encoder(db.conn)
    if row is None:
        return None
    from claimtrack.store.index.vector_search import Nearness

    try:
        near = _encoder(row).near
    except PluginError as error:
        _warn_of(db, error)
        return None
    return Nearness(db.conn, row, near, partial(_vector, row))


def _vector(row: EncoderRow, text: str) -> np.ndarray | None:
    """The vector of a text that is looked up; None if the encoder fails at it."""
    try:
        vector: np.ndarray = _vectors(row, [text])[0]
    except PluginError as error:
        _warn_once(str(error))
        return None
    return vector


def _vectors(row: EncoderRow, texts: list[str]) -> np.ndarray:
    from claimtrack import plugins
    from claimtrack.core.match.meaning import encode_texts

    encoder = _encoder(row)
    with plugins.printing_aside():
        return encode_texts(row.name, encoder, texts)


def _encoder(row: EncoderRow) -> Encoder:
    """The encoder that made a desk's vectors. Raises PluginError if another version is installed."""
    encoder = _load(row.name)
    if encoder.version == row.version and encoder.dimensions != row.dimensions:
        raise PluginError(
            f"the encoder {row.name!r} gives {encoder.dimensions} dimensions for {row.dimensions} under the same version {row.version!r}: run "
            "`claimtrack encode --forget`, then `claimtrack encode`"
        )
    if encoder.version != row.version:
        raise PluginError(
            f"the desk was encoded with {row.version!r}, but {encoder.version!r} is installed here: encode it again with `claimtrack encode`"
        )
    return encoder


def _load(name: str) -> Encoder:
    # Imported here: a desk without an encoder has no use for plug-ins.
    from claimtrack import plugins

    make = plugins.load(plugins.ENCODERS, name)
    with plugins.printing_aside():
        return _make_once(name, make)


@cache
def _make_once(name: str, make: Callable[[], Encoder]) -> Encoder:
    """The encoder of a plug-in, made only once: a model takes a second to load."""
    try:
        encoder = make()
        if not (isinstance(encoder.version, str) and isinstance(encoder.dimensions, int)):
            raise TypeError("version must be a str and dimensions an int")
        is_named = (
            clean_line(encoder.version) == encoder.version and 0 < len(encoder.version) <= _LONGEST_VERSION
        )
        if not (is_named and 0 < encoder.dimensions <= _MOST_DIMENSIONS):
            raise ValueError(
                f"version must be a line of 1 to {_LONGEST_VERSION} characters, and dimensions from 1 to {_MOST_DIMENSIONS:,}"
            )
        if not 0 < encoder.near < 1:
            raise ValueError("near must be a number between 0 and 1")
    except PluginError:
        raise
    except (Exception, SystemExit) as error:  # a plug-in can fail in any way
        raise PluginError(f"the encoder {name!r} cannot start: {describe_error(error)}") from error
    return encoder


def _warn_of(db: Database, error: PluginError) -> None:
    """Warn of an error whose remedy is a command, which names the desk: the log may be read elsewhere."""
    _warn_once(naming(file_of(db) or "", str(error)))


@cache
def _warn_once(message: str) -> None:
    """Log once why look-ups continue by words alone: a desk must work where its encoder is not installed."""
    import logging

    logging.getLogger(__name__).warning("Matching by words alone: %s", message)
