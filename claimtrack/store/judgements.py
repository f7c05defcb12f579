"""People's judgements of pairs of claims: the current ones and how they came about."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from operator import itemgetter

from sqlite_utils import Database

from claimtrack.core.model import Judgement
from claimtrack.store import rows
from claimtrack.store.matches import order_pair

_ENTERED_AT = """coalesce((
    select max(entered.id) from history as entered
    where entered.table_name = 'matches' and entered.row_id = matches.id and entered.operation = 'insert'
), 0)"""
"""SQL for the change in history with which a row of matches became its present pair: the id of a deleted pair is reused."""


@dataclass(frozen=True, slots=True)
class JudgementState:
    """A judgement, who made it and when. The time distinguishes two equal judgements by one person."""

    judgement: Judgement = Judgement.UNJUDGED
    by: str | None = None
    at: str | None = None


@dataclass(frozen=True, slots=True)
class JudgementChange:
    """One change of a pair's judgement, and who made it."""

    pair: tuple[int, int]
    before: JudgementState
    after: JudgementState
    actor: str | None
    change_id: int
    """Its number in history."""


def get_state(db: Database, one: int, other: int) -> JudgementState | None:
    """Return the pair's judgement; None if the pair is not recorded.

    An invalid word, written by a client without foreign keys, counts as unjudged.
    """
    sql = "select judgement, judged_by, judged_at from matches where left_id = ? and right_id = ?"
    row = db.execute(sql, order_pair(one, other)).fetchone()
    return (_state(*row) or JudgementState()) if row else None


def restore(db: Database, one: int, other: int, state: JudgementState) -> None:
    """Restore an earlier judgement, with who made it and when. Raises Refused as `judge` does."""
    sql = "update matches set judgement = ?, judged_by = ?, judged_at = ? where left_id = ? and right_id = ?"
    rows.execute(db, sql, [state.judgement, state.by, state.at, *order_pair(one, other)])


def list_standing(db: Database, pair: tuple[int, int] | None) -> list[JudgementChange]:
    """Return the judgements that were not undone, in the order in which they were made.

    A change back to exactly the state before, including judge and time, undoes a pair's last judgement;
    the same word judged again is a new judgement.
    """
    kept: dict[tuple[int, int], list[tuple[int, JudgementChange]]] = {}
    for number, change in enumerate(_changes(db, pair)):
        levels = kept.setdefault(change.pair, [])
        order, last = levels[-1] if levels else (0, None)
        if last is None:
            if change.before.judgement is not change.after.judgement:
                levels.append((number, change))
        elif _is_reversal(change, last):
            levels.pop()
        elif change.after.judgement is last.after.judgement:
            levels[-1] = (order, replace(last, after=change.after))  # a second row of history set the judge
        else:
            levels.append((number, replace(change, before=last.after)))
    return [
        change for _, change in sorted((one for levels in kept.values() for one in levels), key=itemgetter(0))
    ]


def _is_reversal(change: JudgementChange, last: JudgementChange) -> bool:
    unjudged = Judgement.UNJUDGED
    cleared = change.after.judgement is unjudged and last.before.judgement is unjudged
    return change.after == last.before or cleared


def last_judged_since(db: Database, one: int, other: int, version: int) -> tuple[str, str | None] | None:
    """Return the pair's last judgement after that change in history, and who made it; None if there is none."""
    sql = """
        select new_row ->> 'judgement', actor from history
        where table_name = 'matches' and operation = 'update' and id > ?
            and row_id = (select id from matches where left_id = ? and right_id = ?)
            and old_row ->> 'judgement' <> new_row ->> 'judgement'
            and new_row ->> 'left_id' = ? and new_row ->> 'right_id' = ?
        order by id desc limit 1
    """
    row = db.execute(sql, [version, *order_pair(one, other), *order_pair(one, other)]).fetchone()
    return (row[0], row[1]) if row else None


def find_separating_pair(db: Database, one: int, other: int) -> tuple[int, int] | None:
    """Return the pair judged different that separates two claims or their clusters; None if there is none."""
    sql = """
        with ones(id) as (select member_id from cluster_members where claim_id = :one),
            others(id) as (select member_id from cluster_members where claim_id = :other)
        select left_id, right_id from matches
        where judgement = 'different' and (
            (left_id in ones and right_id in others) or (left_id in others and right_id in ones)
        )
        order by id limit 1
    """
    row = db.execute(sql, {"one": one, "other": other}).fetchone()
    return (row[0], row[1]) if row else None


def find_joining_pairs(db: Database, one: int, other: int) -> list[tuple[int, int]]:
    """Return the shortest chain of pairs judged the same that joins two claims through others, from the first to the second."""
    sql = """
        select left_id, right_id from matches
        where judgement = 'same' and left_id in (select member_id from cluster_members where claim_id = ?)
    """
    beside: defaultdict[int, list[int]] = defaultdict(list)
    for left, right in db.execute(sql, [one]):
        beside[left].append(right)
        beside[right].append(left)
    came_from, waiting = {one: one}, deque([one])
    while waiting and other not in came_from:
        here = waiting.popleft()
        for there in beside[here]:
            if there not in came_from and {here, there} != {one, other}:
                came_from[there] = here
                waiting.append(there)
    pairs, at = [], other
    while at in came_from and at != one:
        pairs.append(order_pair(came_from[at], at))
        at = came_from[at]
    return pairs[::-1]


def _changes(db: Database, pair: tuple[int, int] | None) -> Iterator[JudgementChange]:
    """Yield every change of a judgement, or those of one pair, oldest first; invalid words are left out."""
    sql = f"""
        select matches.left_id, matches.right_id, history.actor, history.id,
            old_row ->> 'judgement', old_row ->> 'judged_by', old_row ->> 'judged_at',
            new_row ->> 'judgement', new_row ->> 'judged_by', new_row ->> 'judged_at'
        from matches join history on history.table_name = 'matches' and history.row_id = matches.id
        where {"matches.left_id = :left and matches.right_id = :right" if pair else "true"}
            and history.operation = 'update' and history.id > {_ENTERED_AT}
        order by history.id
    """
    left, right = order_pair(*pair) if pair else (None, None)
    for one, other, actor, change_id, *states in db.execute(sql, {"left": left, "right": right}):
        before, after = _state(*states[:3]), _state(*states[3:])
        if after is not None and before != after:
            yield JudgementChange((one, other), before or after, after, actor, change_id)


def _state(word: str, by: str | None, at: str | None) -> JudgementState | None:
    return JudgementState(Judgement(word), by, at) if word in set(Judgement) else None
