"""The rules that the database itself keeps: every trigger of schema/ that holds one, each row of rules/ with its reason.

They are tried with plain SQL, for that is what Datasette's edit dialog and a plain client send.
"""

import re
import shutil
from contextlib import closing

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidTransition, InvalidValue, Refused
from claimtrack.resources import resource
from claimtrack.store.file.connecting import immediate_transaction
from claimtrack.store.file.database import acting_as, open_desk, write_transaction
from claimtrack.store.file.errors import translate_errors
from tests.store.rules import claims, former_names, names, notes, published, reviews
from tests.store.rules import signed as signed_verdicts
from tests.store.rules.rule import DESK, PUBLISHED
from tests.tables import each_row

RULES = [
    rule
    for table in (claims, names, former_names, notes, reviews, signed_verdicts, published)
    for rule in table.RULES
]


def run(db, script, actor="ana"):
    """The script as a change of its own, or within the one that is open; by the actor in either."""
    with translate_errors(), immediate_transaction(db.conn), acting_as(db.conn, actor):
        db.executescript(script)


@pytest.fixture(scope="module")
def filled_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("filled") / "claims.db")
    with closing(open_desk(path)) as db:
        run(db, DESK)
    return path


@pytest.fixture
def filled(filled_file, desk_path):
    with closing(open_desk(shutil.copy(filled_file, desk_path))) as db:
        yield db


@each_row("rule", RULES, ids=map(str, RULES))
def test_the_database_keeps_the_rule(filled, rule):
    with immediate_transaction(
        filled.conn, end="rollback"
    ):  # to open a desk for each rule took most of the time
        keep(filled, rule)


def contents(db):
    """All rows of all tables but the search indexes, which put their pages in order whenever they are asked."""
    named = "select name from sqlite_master where type = 'table' and not name glob '*_fts*'"
    tables = db.execute(named).fetchall()
    return {name: db.execute(f"select * from [{name}]").fetchall() for (name,) in tables}


def keep(filled, rule):
    for statement in rule.given:
        actor, script = statement if isinstance(statement, tuple) else ("ana", statement)
        run(filled, script, actor)
    if rule.error:
        with translate_errors(), acting_as(filled.conn, rule.actor):
            before = contents(filled)
            with pytest.raises(rule.error), translate_errors():
                filled.executescript(rule.do)
            assert contents(filled) == before
    else:
        run(filled, rule.do, rule.actor)
        query, answer = rule.then
        assert filled.execute(query).fetchone()[0] == answer


def test_every_rule_has_a_case():
    """The triggers of history, the match index, the vectors, the words, the references and the days have tests of their own."""
    others = {
        f"triggers_{name}.sql" for name in ("history", "match", "vectors", "words", "references", "days")
    }
    scripts = [path for path in resource("schema").glob("triggers*.sql") if path.name not in others]
    written = re.findall(
        r"^create trigger (\w+)", "\n".join(path.read_text() for path in scripts), re.MULTILINE
    )
    assert {rule.trigger for rule in RULES} == set(written)


ONE_OF_EACH = """
insert into claimants (name) values ('Ana Pell');
insert into evidence (claim_id, url) values (1, 'https://a.example/source');
insert into archives (url) values ('https://a.example/source');
insert into interventions (claim_id, asked, request, asked_on)
    values (1, 'Ana Pell', 'Mend it.', '2024-05-01');
insert into tunings (part, fitted_to, parameters, figures) values ('matching', 'test', '{}', '{}');
"""


def worded_columns(db):
    """Each column that takes the names of a lookup table, with that table."""
    tables = [row[0] for row in db.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        for _, _, lookup, column, key, *_ in db.execute(f"pragma foreign_key_list({table})").fetchall():
            if key == "name":
                yield table, column, lookup


def test_a_word_outside_its_lookup_table_is_refused_with_foreign_keys_off_as_well(filled):
    """sqlite3 and most clients leave them off, and a word that the program cannot read stops it."""
    run(filled, ONE_OF_EACH)
    filled.execute("pragma foreign_keys = off")
    found = list(worded_columns(filled))
    assert len(found) >= 16
    for table, column, lookup in found:
        names = [row[1] for row in filled.execute(f"pragma table_info({table})")]
        assert filled.execute(f"select count(*) from {table}").fetchone()[0], table
        others = ", ".join(
            "null" if name == "id" else "'no word'" if name == column else name for name in names
        )
        for write in (
            f"update {table} set {column} = 'no word'",
            f"insert into {table} ({', '.join(names)}) select {others} from {table} limit 1",
        ):
            with pytest.raises(ClaimtrackError) as refused:
                run(filled, write)
            # By a trigger, this one or the one for steps, and not by a CHECK that only this row breaks.
            assert "rules do not allow" not in str(refused.value), (table, column)
            assert (
                lookup in str(refused.value)
                or "step" in str(refused.value)
                or "enters unjudged" in str(refused.value)
            )


def columns_of_days(db):
    """Each column that takes a day, with its table."""
    for table, sql in db.execute("select name, sql from sqlite_master where type = 'table'").fetchall():
        yield from ((table, column) for column in re.findall(r"\b(\w+) is date\(", sql))


@pytest.mark.parametrize("day", ["2024-02-30", "2023-02-29", "2024-04-31", "yesterday", "2024-2-3", ""])
def test_a_day_that_the_calendar_does_not_have_is_refused_with_any_sqlite(filled, day):
    """The checks, which are off here, let some of them in before SQLite 3.45."""
    run(filled, ONE_OF_EACH)
    filled.execute("pragma ignore_check_constraints = on")
    found = list(columns_of_days(filled))
    assert len(found) >= 9
    told = set()
    for table, column in found:
        names = [row[1] for row in filled.execute(f"pragma table_info({table})")]
        others = ", ".join(
            "null" if name == "id" else f"'{day}'" if name == column else name for name in names
        )
        for write in (
            f"update {table} set {column} = '{day}' where id = (select max(id) from {table})",
            f"insert into {table} ({', '.join(names)}) select {others} from {table} limit 1",
        ):
            with pytest.raises((InvalidValue, Refused)) as refused:
                run(filled, write)
            told.add(str(refused.value))
    # These two are nobody's to write: other rules refuse them first.
    known = {column for _, column in found} - {"claimed_on_reviewed", "withdrawn_on"}
    assert {f"{column} must be a day, as in 2024-04-22" for column in known} <= told


NUMBERS = [
    # Table, column, a whole row that names one that is there, and whether it may name none.
    ("claims", "claimant_id", "insert into claims (text, claimant_id) values ('Rivers rose.', {})", True),
    ("appearances", "claim_id", "insert into appearances (claim_id, article_id) values ({}, 2)", False),
    ("appearances", "article_id", "insert into appearances (claim_id, article_id) values (3, {})", False),
    (
        "articles",
        "previous_id",
        "insert into articles (url, previous_id) values ('https://a.example', {})",
        True,
    ),
    ("notes", "claim_id", "insert into notes (claim_id, body) values ({}, 'Asked.')", False),
    ("evidence", "claim_id", "insert into evidence (claim_id, url) values ({}, 'https://a.example')", False),
    (
        "reviews",
        "claim_id",
        "insert into reviews (claim_id, publisher_id, drafted_by) values ({}, 1, 'ana')",
        False,
    ),
]


@pytest.mark.parametrize(("table", "column", "insert", "may_be_none"), NUMBERS)
def test_a_number_that_no_row_has_is_refused_with_foreign_keys_off_as_well(
    filled, table, column, insert, may_be_none
):
    """A plain `sqlite-utils insert` leaves them off, and no list shows a claim whose claimant is not there."""
    run(filled, "insert into claimants (name) values ('Ana Pell')")
    filled.execute("pragma foreign_keys = off")
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(filled, insert.format(999))
    run(filled, insert.format(1))
    made = filled.execute(f"select max(id) from {table}").fetchone()[0]
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(filled, f"update {table} set {column} = 999 where id = {made}")
    if may_be_none:
        run(filled, f"update {table} set {column} = null where id = {made}")


def test_every_column_that_names_a_row_by_its_number_has_both_rules(filled):
    there = {row[0] for row in filled.execute("select name from sqlite_master where type = 'trigger'")}
    keys = [
        (table, column)
        for (table,) in filled.execute("select name from sqlite_master where type = 'table'").fetchall()
        for _, _, _, column, key, *_ in filled.execute(f"pragma foreign_key_list({table})").fetchall()
        if key == "id" and column != "name_of_id"  # triggers_names.sql asks more of it
    ]
    assert len(keys) >= 20
    for table, column in keys:
        assert {f"{table}_{column}_leads_somewhere", f"{table}_{column}_still_leads_somewhere"} <= there


@pytest.mark.parametrize(
    ("table", "steps"), [("claims", "status_transitions"), ("reviews", "review_status_transitions")]
)
def test_every_step_outside_the_table_of_steps_is_refused(filled, table, steps):
    allowed = {tuple(row) for row in filled.execute(f"select from_status, to_status from {steps}")}
    names = {name for step in allowed for name in step}
    for other in ("reviews_approver_is_actor", "reviews_withdrawn_say_why"):
        run(filled, f"drop trigger if exists {other}")  # not what is tried here
    for before in names:
        for after in names - {before}:
            assert_step(filled, table, before, after, allowed=(before, after) in allowed)


def assert_step(db, table, before, after, *, allowed):
    """Try the step on row 1, which is put at its start without any rule, and put it back."""
    db.execute("savepoint try")
    rule = db.execute("select sql from sqlite_master where name = ?", [f"{table}_status_step"]).fetchone()[0]
    db.execute(f"drop trigger {table}_status_step")
    db.execute(
        f"update {table} set status = ?" + (", approved_by = 'ben'" if table == "reviews" else ""), [before]
    )
    db.execute(rule)
    try:
        with write_transaction(db, None):
            db.execute(f"update {table} set status = ? where id = 1", [after])
        went = True
    except InvalidTransition:
        went = False
    db.execute("rollback to try")
    db.execute("release try")
    assert went == allowed, (table, before, after)


@pytest.mark.parametrize("note", ["null", "''", "'  '"])
def test_a_correction_says_in_public_what_changed(filled, note):
    with pytest.raises(ClaimtrackError, match="a public note that says what changed"):
        run(filled, f"update reviews set corrects_id = 1, correction_note = {note}")


REVIEWS_THAT_STAY_IN = [
    # Each of the three is what a reader of the verdict needs; the rating is what the second person agreed to.
    ("rating_id = null", "an approved review cannot be edited"),
    ("status = 'published', url = null", "a rating, a url and a date"),
    ("status = 'published', reviewed_on = null", "a rating, a url and a date"),
    # Both are given in the step that publishes it, and by nobody before.
    ("url = null", "an approved review cannot be edited"),
    ("reviewed_on = null", "an approved review cannot be edited"),
    # One person cannot sign off alone, even where no actor is known.
    ("approved_by = 'ana'", "someone other than its drafter must approve"),
    ("approved_by = null", "someone other than its drafter"),
    # Nobody is no second person.
    ("approved_by = ' '", "someone other than its drafter"),
]


@pytest.mark.parametrize(("change", "words"), REVIEWS_THAT_STAY_IN)
def test_a_review_is_published_only_complete_and_signed_by_a_second_person(filled, change, words):
    run(filled, PUBLISHED[0])
    with pytest.raises(ClaimtrackError, match=words):
        run(filled, f"{PUBLISHED[1]}; update reviews set {change}; {PUBLISHED[2]}", actor=None)
    assert filled.execute("select status from reviews").fetchone()[0] == "submitted"
