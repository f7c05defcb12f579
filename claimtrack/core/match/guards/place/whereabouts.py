"""A guard on where something is, or where to or from: in Delhi, in Bombay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.entities.names import only_run, part_of, run_as_written, unshared_names
from claimtrack.core.match.reading.names.countries import capitals, countries_at
from claimtrack.core.match.reading.names.other_names import called_otherwise
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def other_place(a: Reading, b: Reading) -> str | None:
    """Each tells by one name where it is, and that is another place: in Delhi, in Bombay."""
    if not _may_tell_where(a, b) or not _may_tell_where(b, a):
        return None
    run, run_b = _where(a, b), _where(b, a)
    if run and run_b and a.words[run[0]][:_ALIKE] == b.words[run_b[0]][:_ALIKE]:
        return None
    if run and run_b and _PLACING[part_of(a, run[0]) or ""] == _PLACING[part_of(b, run_b[0]) or ""]:
        return f"other name: {run_as_written(a, run)} / {run_as_written(b, run_b)}"
    return None


_ALIKE = 3
"""First letters of two spellings of one name: Ulaanbaatar, Ulan Bator."""
_PLACING = {"in": "in", "at": "in", "near": "in", "to": "to", "from": "from"}
_WHERE = frozenset(_PLACING)
"""Behind these it is told where it is, or where to or from: each as one of them."""


def _may_tell_where(one: Reading, other: Reading) -> bool:
    """Whether one tells where it is by a name that the other has not in the same form: soon seen, and of most it is not so."""
    return any(name not in other.terms and part_of(one, at) in _WHERE for name, at in one.names.items())


def _where(one: Reading, other: Reading) -> list[int] | None:
    """The places of the name by which one tells where it is, where the other has not that name; but "at an Indian port"."""
    names = list(dict.fromkeys((*unshared_names(one, other), *_cities(one, other))))
    run = only_run(one, names) if names else None
    told = run and part_of(one, run[0]) in _WHERE and one.words[run[0] - 1] not in ("a", "an")
    return run if told else None


def _cities(one: Reading, other: Reading) -> list[str]:
    """The capital in which it is, where the other names its country, and nothing that is there: "in Rome", "the Italian minister"."""
    return [
        stem(city)
        for at, city, country in capitals(one)
        if part_of(one, at) in _WHERE
        and city not in other.vocabulary
        and not called_otherwise(one, at, other)
        and not _is_there(other, country)
    ]


def _is_there(reading: Reading, country: str) -> bool:
    """Whether a country is named and something is told to be in it, or another capital is meant by it."""
    return any(
        country in countries_at(reading, range(at, at + 1)) and part_of(reading, at) in _WHERE
        for at in reading.names.values()
    ) or country not in countries_at(reading, range(len(reading.words)), seats=False)
