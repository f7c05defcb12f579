"""Which statuses belong together, wherever the desk tells them apart: in Python, SQL, canned queries, the style sheet and words.

Python asks core/model.py. What cannot, and what asks for a group of its own, has its row here; a new status has none until
somebody has decided for each.
"""

import re
from itertools import chain

import pytest

from claimtrack.cli.claims.work import status_command
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

# Where it is asked | what is asked | x: the status is meant.
TABLE = """
                                                            proposed open checking in_review published parked rejected
core/model.py                     DONE                          .      .      .        .         x       x       x
core/model.py                     IN_HAND                       .      x      x        x         .       .       .
core/model.py                     SET_ASIDE                     .      .      .        .         .       x       x
core/model.py                     STEPS_OF_A_CHECK              .      .      x        x         x       .       .
workflow/reviews/reviewing.py     a draft begins its check      x      x      .        .         .       x       .
workflow/sheets/rows.py           hangs on a review             .      .      .        x         x       .       .
plugin/pages/claim.py             has a step named first        x      x      x        .         .       x       x
plugin/static/claimtrack.css      has a colour of its own       .      .      x        x         x       .       x
cli/claims/work.py                named in the help             x      x      x        x         x       x       x
store/reviews/readiness.py        looked at by lint             .      .      x        x         x       .       .
plugin/queries.yml                claims_to_check               .      x      x        .         .       .       .
plugin/queries.yml                due                           x      x      x        x         .       .       .
plugin/queries.yml                without_evidence              .      .      x        x         .       .       .
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
    "a draft begins its check": _NOT_STARTED,
    "hangs on a review": _WITHOUT_REVIEW,
    "has a step named first": _NEXT_STATUS,
    "has a colour of its own": re.findall(r"\.ct-status-(\w+)", SHEET),
    "named in the help": [one for one in Status if re.search(rf"STATUS is [^.]*\b{one}\b", HELP)],
}


@pytest.fixture
def desks_of_one(desk):
    """The desk with one claim, which has each status in turn; the status with it."""

    def in_turn():
        for status in Status:
            with write_transaction(desk, "ada"):
                claim_id = claims.add(desk, "Rents doubled.", status=status)
                claims.update(desk, claim_id, due_on="2024-05-03")
            yield status, desk
            with write_transaction(desk, "ada"):
                desk.execute("delete from claims")

    return in_turn()


def shown(desk):
    """What has the one claim of a desk."""
    yield from (row["stage"] for row in statistics.status_funnel(desk) if row["claims"])
    yield from (
        name
        for name in ("claims_to_check", "due", "without_evidence")
        if list(desk.query(canned_queries()[name]["sql"]))
    )
    if list(dossiers(desk, [])):
        yield "looked at by lint"


def test_a_new_status_has_a_column_in_the_table():
    remedy = "a new status: add its column to the table, and decide for each row; then change the places that the rows name"
    assert list(map(str, Status)) == STATUSES, remedy
    assert {len(row) for row in ROWS} == {2 + len(Status)}, remedy


def test_each_place_tells_the_statuses_apart_as_the_table_has_it(desks_of_one):
    groups = {name: group for name, group in vars(model).items() if isinstance(group, tuple)}
    found = {name: set(map(str, group)) for name, group in (IN_CODE | groups).items()}
    for status, desk in desks_of_one:
        for what in shown(desk):
            found.setdefault(what, set()).add(str(status))
    assert found.pop("on the desk") == set(STATUSES)
    assert found == {
        what: {one for one, mark in zip(STATUSES, marks, strict=True) if mark == "x"}
        for _, what, *marks in ROWS
    }


def test_whoever_lists_statuses_in_words_is_in_the_table():
    own = "|".join(set(map(str, Status)) - set(map(str, model.ReviewStatus)))
    a_list = re.compile(rf"\bstatus (?:not )?in \([^)]*'(?:{own})'")
    root = resource("schema").parent
    kinds = ("claimtrack/**/*.py", "claimtrack/**/*.yml", "schema/views*.sql", "schema/triggers*.sql")
    lists = {
        path.relative_to(root).as_posix().removeprefix("claimtrack/")
        for path in chain.from_iterable(map(root.glob, kinds))
        if a_list.search(path.read_text(encoding="utf-8"))
    }
    assert lists  # those of the canned queries, for one
    assert lists <= {where for where, *_ in ROWS}, (
        "ask core/model.py (`any_of` of store/views.py), or add a row"
    )
