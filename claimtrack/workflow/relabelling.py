"""Joins and renames tags or outlets; history keeps what each claim or article had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import EmptyValue, InvalidValue, NotFound, Refused
from claimtrack.core.steps import Worded, terminal_only
from claimtrack.core.texts.cleaning import clean_name, require_tag
from claimtrack.core.texts.printable import claimtrack_command
from claimtrack.store import claimants, labels, names
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import write_step

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange
    from claimtrack.store.labels import LabelKind


@dataclass(frozen=True, slots=True)
class Relabelled:
    """The name in force, the former names (`was`), how many claims or articles `changed`, and the range of history.

    `speakers` are former names that are also names of other speakers: an outlet that speaks for itself is a speaker, too.
    """

    name: str
    was: tuple[str, ...]
    changed: int
    written: HistoryRange
    speakers: tuple[str, ...] = ()


def join(
    db: Database, label: LabelKind, name: str, others: Sequence[str], *, actor: str | None
) -> Relabelled:
    """Replace the others with this name. They become its former names. Raises NotFound for an unused one, InvalidValue for itself."""
    with write_transaction(db, actor):
        typed = _clean(label, name)
        standing = labels.named(db, label, labels.resolve(db, label, typed))
        if standing is None:
            known = [one for one in others if labels.named(db, label, _clean(label, one))]
            remedy = (
                f". To rename {known[0]!r}: {_command(label, 'rename', known[0], typed)}" if known else ""
            )
            raise NotFound(_missing_message(db, label, typed) + remedy)
        if same := next((one for one in others if _known(db, label, one) == standing), None):
            raise InvalidValue(_itself_message(label, standing, typed if same == standing else same))
        return call(db, label, others, standing, actor=actor)


def rename(db: Database, label: LabelKind, name: str, new: str, *, actor: str | None) -> Relabelled:
    """Replace a name with a new one. Raises NotFound, Refused if the desk has the new name."""
    with write_transaction(db, actor):
        old, typed = _known(db, label, name), _clean(label, new)
        there = labels.named(db, label, typed)
        if there == old == typed:
            raise Refused(f"the {label.noun} is already called {typed!r}: nothing to rename")
        if (other := labels.current_name(db, label, typed)) not in (None, old):
            raise Refused(
                f"{typed!r} is a former name of the {label.noun} {other!r}. If they are the same: {_command(label, 'join', str(other), old)}; "
                f"if not, first: {_command(label, 'forget', typed)}"
            )
        if there not in (None, old):
            raise Refused(
                f"there is already a {label.noun} {there!r}. If they are the same: {_command(label, 'join', str(there), old)}"
            )
        return call(db, label, [old], typed, actor=actor)


def call(db: Database, label: LabelKind, words: Sequence[str], name: str, *, actor: str | None) -> Relabelled:
    """Replace all of these names with one, which may be new, one of them, or another existing one. Raises NotFound, InvalidValue."""
    with write_step(db, actor) as written:
        new = _clean(label, name)
        olds = list(dict.fromkeys(_known(db, label, one) for one in words))
        there = labels.current_name(db, label, new) or labels.named(db, label, new)
        if there is not None and there not in olds:
            new = there
        was = [old for old in olds if old != new]
        changed = labels.borne(db, label, was)
        for old in was:
            labels.rename(db, label, old, new)
        return Relabelled(new, tuple(was), changed, written(), _speakers(db, label, new, was))


def forget(db: Database, label: LabelKind, name: str, *, actor: str | None) -> Relabelled:
    """Stop replacing a former name in what comes in from now on. Raises NotFound if it is no former name."""
    with write_step(db, actor) as written:
        typed = _clean(label, name)
        found = labels.find_former(db, label, typed)
        if found is None:
            raise NotFound(
                f"{typed!r} is not a former name of {'a tag' if label is labels.TAG else 'an outlet'}"
                + _all(label)
            )
        current, former = found
        labels.forget_former(db, label, former)
        return Relabelled(current, (typed,), 0, written())


def _speakers(db: Database, label: LabelKind, new: str, was: Iterable[str]) -> tuple[str, ...]:
    if label is not labels.OUTLET:
        return ()
    known = [names.get_by_name(db, one) for one in was if claimants.find(db, one) is not None]
    return tuple(one.written for one in known if one.standing.casefold() != new.casefold())


def _clean(label: LabelKind, name: str) -> str:
    if label is labels.TAG:
        return require_tag(name)
    if not (cleaned := clean_name(name)):
        raise EmptyValue(f"the {label.noun} is empty: give it a name")
    return cleaned


def _known(db: Database, label: LabelKind, name: str) -> str:
    """The name as the desk spells it, looked up as given before it is cleaned. Raises NotFound."""
    found = labels.named(db, label, name) or labels.named(db, label, cleaned := _clean(label, name))
    if found is None:
        raise NotFound(_missing_message(db, label, cleaned))
    return found


def _missing_message(db: Database, label: LabelKind, name: str) -> str:
    if current := labels.current_name(db, label, name):
        return f"{name!r} is a former name of the {label.noun} {current!r}. To use it again" + Worded(
            f": {_command(label, 'forget', name)}", ", forget that with × in the list"
        )
    return f"no {label.bearer} has the {label.noun} {name!r}" + _all(label)


def _itself_message(label: LabelKind, standing: str, typed: str) -> str:
    if typed == standing:
        return f"{standing!r} cannot be joined to itself: give another {label.noun}"
    why = (
        "whatever its capitals"
        if typed.casefold() == standing.casefold()
        else f"because {typed!r} is its former name"
    )
    return f"{standing!r} and {typed!r} are one {label.noun}, {why}. To spell it otherwise" + Worded(
        f": {_command(label, 'rename', standing, typed)}", ", mark it in the list and rename it"
    )


def _all(label: LabelKind) -> str:
    return terminal_only(": ", f"claimtrack {label.noun}s list", " shows all")


def _command(label: LabelKind, verb: str, *names: str) -> str:
    return claimtrack_command(f"{label.noun}s {verb}", *names)
