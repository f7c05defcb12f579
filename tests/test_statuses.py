"""Which statuses form a group, wherever code distinguishes them: in Python, SQL, canned queries, the style sheet and help texts.

Python asks core/model.py. Places that cannot, or that need a group of their own, have a row here; a new status appears
in none until somebody has decided about each.
"""

import re
from itertools import chain

import pytest

from claimtrack.cli.claims.moving import status_command
from claimtrack.core import model
from claimtrack.core.model import Status
from claimtrack.plugin.pages.claim import _NEXT_STATUS
from claimtrack.plugin.startup import canned_queries
from claimtrack.resources import resource
from claimtrack.store import claims, statistics
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews.readiness import dossiers
from claimtrack.workflow.reviews.reviewing import _NOT_STARTED
from claimtrack.workflow.sheets.rows import _WITHOUT_REVIEW

# Place | group | x: the status belongs to it.
TABLE = """
                                                            proposed open checking in_review published parked rejected
core/model.py                     DONE                          .      .      .        .         x       x       x
core/model.py                     IN_HAND                       .      x      x        x         .       .       .
core/model.py                     SET_ASIDE                     .      .      .        .         .       x       x
core/model.py                     TO_CHECK                      .      x      x        .         .       .       .
core/model.py                     STEPS_OF_A_CHECK              .      .      x        x         x       .       .
workflow/reviews/reviewing.py     moved on by a first draft     x      x      .        .         .       x       .
workflow/sheets/rows.py           needs a review                .      .      .        x         x       .       .
plugin/pages/claim.py             has a suggested next step     x      x      x        .         .       x       x
plugin/static/claimtrack.css      has a colour of its own       .      .      x        x         x       .       x
cli/claims/work.py                named in the help             x      x      x        x         x       x       x
store/reviews/readiness.py        checked by lint               .      .      x        x         x       .       .
plugin/queries.yml                claims_to_check               .      x      x        .         .       .       .
plugin/queries.yml                due                           x      x      x        x         x       .       .
plugin/queries.yml                without_evidence              .      .      x        x         .       .       .
schema/views_clusters.sql         in hand                       .      x      x        x         .       .       .
schema/views_statistics.sql       taken up                      .      x      x        x         x       x       .
schema/views_statistics.sql       being checked or further      .      .      x        x         x       .       .
schema/views_statistics.sql       in review or further          .      .      .        x         x       .       .
schema/views_statistics.sql       published                     .      .      .        .         x       .       .
"""
HEADER, *ROWS = (re.split(r"  +", line.strip()) for line in TABLE.strip("\n").splitlines())
STATUSES = HEADER[0].split()
SHEET = (resource("plugin") / "static" / "claimtrack.css").read_text(encoding="utf-8")
HELP = status_command.help or ""

IN_CODE = {
    "moved on by a first draft": _NOT_STARTED,
    "needs a review": _WITHOUT_REVIEW,
    "has a suggested next step": _NEXT_STATUS,
    "has a colour of its own": re.findall(r"\.ct-status-(\w+)", SHEET),
    "named in the help": [status for status in Status if re.search(rf"STATUS is [^.]*\b{status}\b", HELP)],
}


@pytest.fixture
def desk_in_each_status(desk):
    """Yields each status in turn, with the desk whose one claim has it."""

    def in_turn():
        for status in Status:
            with write_transaction(desk, "ada"):
                claim_id = claims.add(desk, "Rents doubled.", status=status)
                claims.update(desk, claim_id, due_on="2024-05-03", assignee="ada")
            yield status, desk
            with write_transaction(desk, "ada"):
                desk.execute("delete from claims")

    return in_turn()


def groups_of_claim(desk):
    """Yield the groups that the desk's one claim belongs to, by what the desk reports."""
    yield from (row["stage"] for row in statistics.status_funnel(desk) if row["claims"])
    yield from (
        name
        for name in ("claims_to_check", "due", "without_evidence")
        if list(desk.query(canned_queries()[name]["sql"]))
    )
    if list(desk.query("select 1 from claim_places where place < 100")):
        yield "in hand"
    if list(dossiers(desk, [])):
        yield "checked by lint"


def test_every_status_has_a_column_in_the_table():
    remedy = "a new status: add its column to the table, and decide for each row; then change the places that the rows name"
    assert list(map(str, Status)) == STATUSES, remedy
    assert {len(row) for row in ROWS} == {2 + len(Status)}, remedy


def test_each_place_groups_the_statuses_as_the_table_says(desk_in_each_status):
    groups = {name: group for name, group in vars(model).items() if isinstance(group, tuple)}
    found = {name: set(map(str, group)) for name, group in (IN_CODE | groups).items()}
    for status, desk in desk_in_each_status:
        for group in groups_of_claim(desk):
            found.setdefault(group, set()).add(str(status))
    assert found.pop("on the desk") == set(STATUSES)
    assert found == {
        group: {status_name for status_name, mark in zip(STATUSES, marks, strict=True) if mark == "x"}
        for _, group, *marks in ROWS
    }


def test_every_sql_list_of_statuses_has_a_row_in_the_table():
    claim_statuses = "|".join(set(map(str, Status)) - set(map(str, model.ReviewStatus)))
    status_list = re.compile(rf"\bstatus (?:not )?in \([^)]*'(?:{claim_statuses})'")
    root = resource("schema").parent
    kinds = ("claimtrack/**/*.py", "claimtrack/**/*.yml", "schema/views*.sql", "schema/triggers*.sql")
    lists = {
        path.relative_to(root).as_posix().removeprefix("claimtrack/")
        for path in chain.from_iterable(map(root.glob, kinds))
        if status_list.search(path.read_text(encoding="utf-8"))
    }
    assert lists  # those of the canned queries, at least
    assert lists <= {where for where, *_ in ROWS}, (
        "ask core/model.py (`any_of` of store/views.py), or add a row"
    )
