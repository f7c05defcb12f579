"""The page "What changed": who did what on the desk, day by day, newest first."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.actors import one_name
from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.texts.folding import alphabetical
from claimtrack.core.texts.printable import list_some
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind
from claimtrack.plugin.visit import Page, Visit
from claimtrack.plugin.wording import page_sentence
from claimtrack.store import articles, claimants, claims, history, views
from claimtrack.workflow import days
from claimtrack.workflow.activity import Step, recent_steps
from claimtrack.workflow.deeds import NOUNS, Subject
from claimtrack.workflow.following import follow

if TYPE_CHECKING:
    from sqlite_utils import Database

NAMELESS = "an SQL client"
"""Who made the changes without a name, as the page calls them."""
_MAX_STEPS = 50
_MAX_OF_STEP = 10
_MAX_ROWS = 200
"""Changes on a page of one step, and in JSON."""

_WHEN = "a day, or a day and a time by the desk's clock, as in 2024-04-22 22:00; yesterday and today are days, too"
_WHAT = Field("what", "which changes", choices=Subject)
_CLAIM = Field("claim", "the number of a claim: its changes and those of what belongs to it", Kind.INTEGER)
_BEFORE = Field("before", "only changes before this one: `next` of the answer before", Kind.INTEGER)
_AFTER = Field(
    "after",
    "the cursor of a change, or 0: only changes after it, oldest first; `next` is then the cursor with which to go on, now or later",
)
_FIELDS = (
    Field("since", _WHEN),
    Field("until", f"{_WHEN}; a day is included"),
    Field("by", f"who made the changes; “{NAMELESS}”: those without a name"),
    _WHAT,
    _CLAIM,
    _BEFORE,
    _AFTER,
    Field("step", "the first and the last change of a step, as in 120-164: these changes one by one"),
)


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The steps by day. For programs the changes one by one and, in `next`, the value of `before` for those that follow.

    Raises InvalidValue for a program; a page shows what is wrong with its form.
    """
    given = {one.name: visit.arg(one.name) for one in _FIELDS}
    names = _names(db, visit)
    around = {
        "given": given,
        "names": names,
        "subjects": list(Subject),
        "nameless": NAMELESS,
        **_last_change(db, visit),
    }
    wrong: list[str] = []
    try:
        chosen = _select(db, given, names, wrong)
    except InvalidValue as error:
        if visit.as_json:
            raise
        told = {
            "error": page_sentence(error),
            "failed": "changes",
            "refused": wrong,
            "http_status": 400,
        }
        return {
            **around,
            **told,
            "typed": {name: text for name, text in given.items() if text},
            "days": [],
            "following": None,
        }
    if visit.as_json and _AFTER.name in visit.request.args:  # an empty cursor is one that a program has lost
        changes, cursor = follow(db, chosen, given["after"] or "", most=_MAX_ROWS)
        return {"changes": changes, "next": cursor}
    one_by_one = visit.as_json or given["step"] is not None
    steps, following = recent_steps(
        db, chosen, most=_MAX_ROWS if one_by_one else _MAX_STEPS, keep=_MAX_OF_STEP, fold=not one_by_one
    )
    if visit.as_json:
        return {"changes": [change for step in steps for change in step.changes], "next": following}
    by_day = groupby(steps, lambda step: days.local_day(step.changes[0]["happened_at"]))
    return {
        **around,
        "days": [(day, list(of_day)) for day, of_day in by_day],
        "following": following,
        **_name_subjects(db, steps),
    }


def _select(
    db: Database, given: dict[str, str | None], names: list[str], wrong: list[str]
) -> history.Selection:
    """The changes that the address asks for. Raises InvalidValue, after noting the field in `wrong`."""

    def parse(name: str, read: Callable[[str], Any]) -> Any:
        text = given[name]
        try:
            return None if text is None else read(text)
        except (InvalidValue, NotFound) as error:
            wrong.append(name)
            is_named = str(error).startswith(f"{name} ")
            raise InvalidValue(error.words if is_named else f"{name}: " + error.words, text) from error

    since, until = parse("since", days.clean_beginning), parse("until", days.clean_end)
    if since and until and until <= since:
        wrong.append("until")
        raise InvalidValue(
            f"until: {given['until']} is not after {given['since']}: give the earlier one first"
        )
    subject = parse("what", lambda text: _WHAT.parse(text, strict=False))
    first, last = parse("step", _parse_step) or (1, None)
    before = parse("before", lambda text: _BEFORE.parse(text, strict=False))
    ends = [number for number in (before, last and last + 1) if number is not None]
    return history.Selection(
        since=since,
        until=until,
        actor=parse("by", lambda text: _parse_name(text, names)),
        tables=tuple(table for table, noun in NOUNS.items() if noun.subject == subject),
        claim_id=parse("claim", lambda text: _parse_claim(db, text)),
        after=first - 1,
        before=min(ends, default=None),
    )


def _parse_name(text: str, names: list[str]) -> str:
    if text == NAMELESS:
        return ""
    found = next((name for name in names if one_name(name) == one_name(text)), None)
    if found is None:
        near = [name for name in names if text.strip().casefold() in name.casefold()] or names
        known = f": give {'one of ' * (len(near) > 1)}{list_some(near)}" if near else " yet"
        raise InvalidValue(f"nobody called {text[:40]!r} has changed anything{known}", text)
    return found


def _parse_claim(db: Database, text: str) -> int:
    """The number of a claim that is on the desk or was removed from it. Raises InvalidValue, NotFound."""
    number: int = _CLAIM.parse(text.removeprefix("#"), strict=False)
    if not history.has_claim(db, number):
        claims.get(db, number)
    return number


def _parse_step(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([0-9]{1,18})-([0-9]{1,18})", text, re.ASCII)
    if not found:
        raise InvalidValue(
            "the address of a step has two numbers, as in 120-164: open it from the list", text
        )
    return int(found[1]), int(found[2])


def _names(db: Database, visit: Visit) -> list[str]:
    """All who changed anything, each in one spelling, and for those who work here all who may: others must not see who works here."""
    names = history.actors(db)
    if permissions.ANNOTATE in visit.may:
        names += permissions.assignable_names(visit.datasette, visit.database)
    found = {one_name(name): name for name in names}
    nameless = [NAMELESS] if history.has_nameless(db) else []
    return sorted(found.values(), key=alphabetical) + nameless


def _last_change(db: Database, visit: Visit) -> dict[str, Any]:
    """When the user last changed anything before today, as an address has it; None for a stranger."""
    begins = days.start_of_day(days.today())
    moment = visit.actor and history.last_change_by(db, visit.actor, before=begins)
    return {"last_change": days.local_time(moment) if moment else None}


def _name_subjects(db: Database, steps: list[Step]) -> dict[str, Any]:
    """What the changes are about that is on the desk: in `titles` its words or name, by page and number, and the rows of the claims."""
    named: dict[str, set[int]] = {"claim": set(), "article": set(), "speaker": set()}
    for step in steps:
        for page, number in chain(step.about, *(change["summary"].concerns for change in step.changes)):
            named[page].add(number)
    found = views.claims_by_id(db, list(named["claim"]), "id, text")
    titles = {
        "claim": {number: row["text"] for number, row in found.items()},
        "article": articles.names(db, named["article"]),
        "speaker": claimants.names_by_id(db, named["speaker"]),
    }
    return {"titles": titles, "claims": list(found.values())}


PAGE = Page(
    "changes",
    "claimtrack_changes.html",
    "What changed on the desk and who did it, newest first",
    read,
    query=_FIELDS,
    refuses=True,
)
