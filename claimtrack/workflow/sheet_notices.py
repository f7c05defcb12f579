"""What whoever brings a sheet in wants to know of its changes beyond these: names, verdicts, claims that became one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from claimtrack.core.capitals import is_respelt
from claimtrack.core.model import Status
from claimtrack.store import claimants, claims, matches, names, reviews
from claimtrack.workflow import matching
from claimtrack.workflow.judging import told_of_repeat, told_of_rewording
from claimtrack.workflow.repeating import said_over_again

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import Statement
    from claimtrack.workflow.sheet_rows import Change

_COMPARED = {"text", "claimant", "claimed_on"}
_NAMED = 5
"""Lines that a notice of many names."""


@dataclass(slots=True)
class Told:
    """What is told of changes, and what stands against writing them."""

    notices: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def of_changes(db: Database, changes: Sequence[Change]) -> Told:
    """What is to be told of all rows that could be compared, those that change nothing among them. Reads only."""
    told = Told([*_kept(changes), *_without_verdict(db, changes), *_other_claims(db, changes)])
    _spell_once(db, changes, told)
    return told


def lines_of(lines: Sequence[int]) -> str:
    """Line 2, or Lines 2, 3, and so on: of many how many more there are."""
    more = f" and {len(lines) - _NAMED:,} more" if len(lines) > _NAMED else ""
    return f"Line{'s' * (len(lines) > 1)} {', '.join(map(str, lines[:_NAMED]))}{more}"


def _kept(changes: Sequence[Change]) -> Iterator[str]:
    """Tells what of another desk's work on its claims does not become this desk's."""
    filed = [one.line for one in changes if one.kept and one.claim_id is None]
    if filed:
        yield (
            f"{lines_of(filed)}: published or in review on another desk, whose verdicts do not come along; filed as parked or checking. "
            "`claimtrack export claimreview` there and `claimtrack import claimreview` here bring the published ones"
        )
    known = [one for one in changes if one.kept and one.claim_id is not None]
    if known:
        fields = ", ".join(dict.fromkeys(name for one in known for name in one.kept))
        yield f"{lines_of([one.line for one in known])}: {fields} of claims that this desk has, too, stay as they are here"


def _without_verdict(db: Database, changes: Iterable[Change]) -> list[str]:
    """Tells which rows call a claim published of which no review of ours is."""
    lines = [
        change.line
        for change in changes
        if change.fields.get("status", (None, None))[1] == Status.PUBLISHED
        and (change.claim_id is None or not reviews.has_standing(db, change.claim_id))
    ]
    what = "called published, and no review of yours about it is: readers get no verdict"
    return [f"{lines_of(lines)}: {what}"] if lines else []


def _other_claims(db: Database, changes: Iterable[Change]) -> Iterator[str]:
    """Tells which edited claims are judged the same as another, or say another over again from now on."""
    edited = {
        change.claim_id: change
        for change in changes
        if change.claim_id is not None and change.fields.keys() & _COMPARED
    }
    said = {claim_id: _statements(db, claim_id, change) for claim_id, change in edited.items()}
    # Those in the very same letters: a look-up of what is spelt otherwise would take as long as the import itself.
    in_words: dict[str, list[int]] = {}
    for one in claims.with_words(db, (now.text for _, now in said.values())):
        in_words.setdefault(one.text, []).append(one.claim_id)
    for claim_id, change in edited.items():
        was, now = said[claim_id]
        same_as = matches.judged_same(db, claim_id) if "text" in change.fields else ()
        if same_as:
            yield f"Line {change.line}: {told_of_rewording(claim_id, same_as)}"
        if repeats := said_over_again(db, claim_id, was, now, alike=in_words.get(now.text, ())):
            yield f"Line {change.line}: {told_of_repeat(claim_id, repeats)}"


def _statements(db: Database, claim_id: int, change: Change) -> tuple[Statement, Statement]:
    """What the claim says, and what it is to say."""
    was = matching.statement_of(claims.get(db, claim_id))
    after = {name: value for name, (_, value) in change.fields.items() if name in _COMPARED}
    return was, matching.as_known(db, replace(was, **after))


def _spell_once(db: Database, changes: Iterable[Change], told: Told) -> None:
    """Tell which names are spelt otherwise from now on, and refuse two spellings of one."""
    spelt: dict[str, tuple[int, str]] = {}
    for change in changes:
        before, after = change.fields.get("claimant", (None, None))
        if change.is_new or not is_respelt(before, after):
            continue
        line, first = spelt.setdefault(after.casefold(), (change.line, after))
        if first != after:
            told.problems.append(f"line {change.line}: spells {after!r} what line {line} spells {first!r}")
        elif line == change.line:
            filed = names.under(db, claimants.find(db, before) or 0)
            told.notices.append(
                f"line {line}: {before} is spelt {after} wherever the name stands, on {filed:,} claim{'s' * (filed > 1)}"
            )
