"""Brings in another desk as a whole, one that never was a copy of this one: for two newsrooms, or two desks of one, that become one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.actors import one_name
from claimtrack.core.errors import InvalidValue, NotFound, Refused
from claimtrack.core.texts.printable import MOST_SHOWN, brief_line, list_some, printable
from claimtrack.store import claims, history
from claimtrack.store.copies import records, work
from claimtrack.store.copies.other_desks import OtherDesk
from claimtrack.store.copies.uniting import Uniting
from claimtrack.store.file.copying import scratch_copy
from claimtrack.workflow.copies import is_file_of, open_other_desk
from claimtrack.workflow.matching.concurrent_additions import ConcurrentAdditions
from claimtrack.workflow.returning import repeat_all

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from claimtrack.store.copies.records import Earlier
    from claimtrack.store.copies.results import Replayed
    from claimtrack.store.copies.twins import FindRepeat
    from claimtrack.store.history_ranges import HistoryRange

NUMBERED = {"claims": "claim", "reviews": "review", "articles": "article"}
"""Tables whose numbers people write down."""


@dataclass
class United:
    """What became of another desk here, and the changes that this made.

    `numbers` has the number here for each row there, by table. The `verdicts` that came in stay those of its `publisher`, which is None if both
    desks have one name; with `signed` of them, what was signed is only in the other file. `returned` are reviews of this desk that the other had
    imported. `approved` says who approved a draft there that waits for an approval here, by its number here. `same_people` are names of users that both desks have, `people` those under which its users are known here, also from earlier
    imports. `not_in_history` are the ids there of rows that its history does not have, by table: they did not come in, nor what belongs to them.
    """

    replayed: Replayed
    publisher: str | None
    verdicts: int
    signed: int
    returned: int
    approved: dict[int, str]
    same_people: list[str]
    people: Mapping[str, str]
    not_in_history: dict[str, list[int]]
    numbers: dict[tuple[str, int], int] = field(repr=False)
    written: list[HistoryRange] = field(default_factory=list)


def import_desk(
    db: Database,
    path: Path,
    *,
    actor: str | None,
    people: Mapping[str, str] | None = None,
    again: bool = False,
    dry_run: bool = False,
    progress: Callable[[int, int], object] | None = None,
) -> United:
    """Bring in all of another desk, all or nothing: what was done there is repeated here, in new rows.

    `people` gives names of its users under which they are known here, and adds to what earlier imports of it were given. A later import of the
    same desk only brings what is new; what an earlier one left as it is here stays so, unless this is to be tried `again`. A dry run does all of it in a copy that is thrown away. Raises NotFound
    if there is no such file, InvalidValue if nobody there has a name of `people` or this desk needs one, Refused if it is this desk or a copy of it,
    or holds verdicts back, and what `open_desk` raises, but for older desks.
    """
    if not path.exists():
        raise NotFound(f"there is no file {path}: give the desk to bring in")
    if is_file_of(db, path):
        raise Refused(f"{path} is this desk itself: give another one")
    with open_other_desk(db, path) as other:
        if work.last_common_change(db, other) is not None:
            raise Refused(
                f"{path} and this desk were one: `claimtrack import copy` brings in what was done there since"
            )
        if not dry_run:
            return _unite(db, other, path, actor, people or {}, again, progress)
        with closing(scratch_copy(db)) as scratch:
            return _unite(scratch, other, path, actor, people or {}, again, progress)


def _unite(
    db: Database,
    other: Database,
    path: Path,
    actor: str | None,
    people: Mapping[str, str],
    again: bool,
    progress: Callable[[int, int], object] | None,
) -> United:
    known_people = {**records.earlier_people(db, other), **people}
    desk = OtherDesk(db, other, known_people)
    steps = work.WorkThere(desk.steps())  # before others have to wait
    there = desk.users()
    if unknown := sorted(set(people) - set(there)):
        raise InvalidValue(
            f"nobody on that desk is called {list_some(map(_shown, unknown))}: it has {list_some(map(_shown, there))}"
        )
    desk.refuse_unsettled(path)
    here = {one_name(name) for name in records.actors_here(db)}
    visitors = {*history.actors(other)} - {
        *records.actors_here(other)
    }  # who came there with a desk, perhaps with this one
    same = [name for name in there if name not in {*known_people, *visitors} and one_name(name) in here]

    def begin(earlier: Earlier) -> Uniting:
        return Uniting(db, other, steps, _repeat_finder(db, other, desk), earlier, desk=desk, again=again)

    done = records.Import(
        printable(path.name), actor, history.last_change_id(other), is_desk=True, people=known_people
    )
    replay, written = repeat_all(db, other, done, begin, desk.steps(), fork=0, progress=progress)
    publisher = None if desk.is_ours else desk.name
    verdicts = desk.stay_theirs([row_id for table, row_id in replay.new_ids() if table == "reviews"])
    return United(
        replay.done,
        publisher,
        len(verdicts),
        desk.count_signed(verdicts),
        desk.count_returned(),
        desk.approved(replay.numbers()),
        same,
        known_people,
        desk.not_in_history(work.REPEATED - {"matches"}),
        replay.numbers(),
        written,
    )


def _shown(name: str) -> str:
    return brief_line(name, MOST_SHOWN)


def _repeat_finder(db: Database, other: Database, desk: OtherDesk) -> FindRepeat:
    """Return a function that finds the claim here that one of the other desk repeats exactly, both as they are today."""
    before = ConcurrentAdditions(db, 0)

    def find(row: dict[str, Any]) -> int | None:
        there = next(claims.get_wordings(other, [row["id"]]), None)
        # Words that may be another person's are not the same claim unseen.
        found = before.repeated_by(there.statement, elsewhere=lambda unsure: unsure) if there else None
        if not found or desk.is_awaited(found):
            return None
        # Otherwise a verdict of ours would be about more than what was signed.
        is_apart = desk.is_ours and desk.is_signed(row["id"]) and not desk.has_all_of(found, row["id"])
        return None if is_apart else found

    return find
