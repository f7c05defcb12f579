"""The rules that the database enforces itself: every trigger of schema/ that has one, with the reasons in rules/.

They are tried with plain SQL, for that is what Datasette's edit dialog and a plain client send.
"""

import re
import shutil
from contextlib import closing, contextmanager
from itertools import takewhile

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidTransition, InvalidValue, Refused
from claimtrack.resources import resource
from claimtrack.store.file.connecting import immediate_transaction
from claimtrack.store.file.database import acting_as, open_desk, write_transaction
from claimtrack.store.file.errors import translate_errors
from tests.store.rules import claims, deletes, former_names, names, notes, published, reviews
from tests.store.rules import signed as signed_verdicts
from tests.store.rules.rule import DESK, PUBLISHED
from tests.tables import each_row


def order(rule):
    """Rules with the same first steps next to each other. Once a trigger was dropped, SQLite reads the schema again after each trial."""
    return "drop trigger" in f"{rule.given} {rule.do}", str(rule.given)


RULES = sorted(
    (
        rule
        for table in (claims, deletes, names, former_names, notes, reviews, signed_verdicts, published)
        for rule in table.RULES
    ),
    key=order,
)


def run(db, script, actor="ana"):
    """Run the script as the actor, in a transaction of its own or in the open one."""
    with translate_errors(), immediate_transaction(db.conn), acting_as(db.conn, actor):
        db.executescript(script)


@pytest.fixture(scope="module")
def file_with_rows(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("filled") / "claims.db")
    with closing(open_desk(path)) as db:
        run(db, DESK)
    return path


@pytest.fixture
def desk_with_rows(file_with_rows, desk_path):
    with closing(open_desk(shutil.copy(file_with_rows, desk_path))) as db:
        yield db


class Trials:
    """Tries rules on one desk. The first steps of a trial stay for the next one, because they take longer than the trial."""

    def __init__(self, db):
        self.db, self.done = db, []

    @contextmanager
    def after(self, steps):
        """Context of one trial after these steps: what is done in it is rolled back."""
        common = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(self.done, steps, strict=False))))
        if common < len(self.done):
            self.db.execute(f"rollback to step_{common}")
            self.db.execute(f"release step_{common}")
            del self.done[common:]
        for step in steps[common:]:
            self.db.execute(f"savepoint step_{len(self.done)}")
            self.done.append(None)  # a step that fails is not shared
            actor, script = step if isinstance(step, tuple) else ("ana", step)
            run(self.db, script, actor)
            self.done[-1] = step
        self.db.execute("savepoint trial")
        try:
            yield
        finally:
            self.db.execute("rollback to trial")
            self.db.execute("release trial")


@pytest.fixture
def trials(desk_with_rows):
    for setting in ("foreign_keys", "recursive_triggers"):  # of SQLite, off unless a client sets them
        desk_with_rows.execute(f"pragma {setting} = off")
    with immediate_transaction(desk_with_rows.conn, end="rollback"):
        yield Trials(desk_with_rows)


def contents(db):
    """All rows of all tables except the search indexes, which reorganise their pages whenever they are queried."""
    names_sql = "select name from sqlite_master where type = 'table' and not name glob '*_fts*'"
    tables = db.execute(names_sql).fetchall()
    return {name: db.execute(f"select * from [{name}]").fetchall() for (name,) in tables}


@each_row("rule", RULES, ids=map(str, RULES))
def test_the_database_enforces_each_rule_for_a_plain_client_too(trials, rule):
    with trials.after(rule.given):
        check_rule(trials.db, rule)


def check_rule(db, rule):
    if rule.error:
        with translate_errors(), acting_as(db.conn, rule.actor):
            before = contents(db)
            with pytest.raises(rule.error), translate_errors():
                db.executescript(rule.do)
            assert contents(db) == before
    else:
        run(db, rule.do, rule.actor)
        query, answer = rule.then
        assert db.execute(query).fetchone()[0] == answer


def test_every_trigger_has_a_rule_in_the_tables():
    """Except for the triggers of history, match index, vectors, words, references and days, which other tests cover."""
    tested_elsewhere = {
        f"triggers_{name}.sql" for name in ("history", "match", "vectors", "words", "references", "days")
    }
    scripts = [path for path in resource("schema").glob("triggers*.sql") if path.name not in tested_elsewhere]
    in_schema = re.findall(
        r"^create trigger (\w+)", "\n".join(path.read_text() for path in scripts), re.MULTILINE
    )
    assert {rule.trigger for rule in RULES} == set(in_schema), "each needs a Rule in tests/store/rules/"


ONE_OF_EACH = """
insert into claimants (name) values ('Ana Pell');
insert into evidence (claim_id, url) values (1, 'https://a.example/source');
insert into notes (claim_id, body) values (1, 'Ask the ministry.');
insert into archives (url) values ('https://a.example/source');
insert into interventions (claim_id, asked, request, asked_on)
    values (1, 'Ana Pell', 'Mend it.', '2024-05-01');
insert into tunings (part, fitted_to, parameters, figures) values ('matching', 'test', '{}', '{}');
"""


def lookup_columns(db):
    """Each column that refers to a lookup table by name, with that table."""
    tables = [row[0] for row in db.execute("select name from sqlite_master where type = 'table'")]
    for table in tables:
        for _, _, lookup, column, key, *_ in db.execute(f"pragma foreign_key_list({table})").fetchall():
            if key == "name":
                yield table, column, lookup


def test_a_word_missing_from_its_lookup_table_is_refused_even_with_foreign_keys_off(desk_with_rows):
    """sqlite3 and most clients leave them off, and claimtrack fails on a word that it does not know."""
    run(desk_with_rows, ONE_OF_EACH)
    desk_with_rows.execute("pragma foreign_keys = off")
    columns = list(lookup_columns(desk_with_rows))
    assert len(columns) >= 17
    for table, column, lookup in columns:
        names = [row[1] for row in desk_with_rows.execute(f"pragma table_info({table})")]
        assert desk_with_rows.execute(f"select count(*) from {table}").fetchone()[0], table
        values = ", ".join(
            "null" if name == "id" else "'no word'" if name == column else name for name in names
        )
        for write in (
            f"update {table} set {column} = 'no word'",
            f"insert into {table} ({', '.join(names)}) select {values} from {table} limit 1",
        ):
            with pytest.raises(ClaimtrackError) as refused:
                run(desk_with_rows, write)
            # By this trigger or the one for status steps, and not by a CHECK that only this row violates.
            assert "rules do not allow" not in str(refused.value), (table, column)
            assert (
                lookup in str(refused.value)
                or "step" in str(refused.value)
                or "enters unjudged" in str(refused.value)
            )


def date_columns(db):
    """Each column of dates, with its table."""
    for table, sql in db.execute("select name, sql from sqlite_master where type = 'table'").fetchall():
        yield from ((table, column) for column in re.findall(r"\b(\w+) is date\(", sql))


@pytest.mark.parametrize("day", ["2024-02-30", "2023-02-29", "2024-04-31", "yesterday", "2024-2-3", ""])
def test_an_invalid_date_is_refused_with_any_sqlite(desk_with_rows, day):
    """Before SQLite 3.45, the checks, which are off here, accept some of these dates."""
    run(desk_with_rows, ONE_OF_EACH)
    desk_with_rows.execute("pragma ignore_check_constraints = on")
    columns = list(date_columns(desk_with_rows))
    assert len(columns) >= 9
    messages = set()
    for table, column in columns:
        names = [row[1] for row in desk_with_rows.execute(f"pragma table_info({table})")]
        values = ", ".join(
            "null" if name == "id" else f"'{day}'" if name == column else name for name in names
        )
        for write in (
            f"update {table} set {column} = '{day}' where id = (select max(id) from {table})",
            f"insert into {table} ({', '.join(names)}) select {values} from {table} limit 1",
        ):
            with pytest.raises((InvalidValue, Refused)) as refused:
                run(desk_with_rows, write)
            messages.add(str(refused.value))
    # Nobody may write these three here: other rules refuse them first.
    changeable = {column for _, column in columns} - {"claimed_on_reviewed", "withdrawn_on", "held_on"}
    assert {f"{column} must be a day, as in 2024-04-22" for column in changeable} <= messages


REFERENCES = [
    # Table, column, an insert with the reference left open, and whether the column may be null.
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


@pytest.mark.parametrize(("table", "column", "insert", "may_be_null"), REFERENCES)
def test_a_reference_to_a_missing_row_is_refused_even_with_foreign_keys_off(
    desk_with_rows, table, column, insert, may_be_null
):
    """A plain `sqlite-utils insert` leaves them off, and no list shows a claim whose claimant is missing."""
    run(desk_with_rows, "insert into claimants (name) values ('Ana Pell')")
    desk_with_rows.execute("pragma foreign_keys = off")
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(desk_with_rows, insert.format(999))
    run(desk_with_rows, insert.format(1))
    row_id = desk_with_rows.execute(f"select max(id) from {table}").fetchone()[0]
    with pytest.raises(InvalidValue, match=f"{column} must be the id of a row in the table"):
        run(desk_with_rows, f"update {table} set {column} = 999 where id = {row_id}")
    if may_be_null:
        run(desk_with_rows, f"update {table} set {column} = null where id = {row_id}")


def test_every_column_that_references_an_id_has_both_triggers(desk_with_rows):
    triggers = {
        row[0] for row in desk_with_rows.execute("select name from sqlite_master where type = 'trigger'")
    }
    keys = [
        (table, column)
        for (table,) in desk_with_rows.execute(
            "select name from sqlite_master where type = 'table'"
        ).fetchall()
        for _, _, _, column, key, *_ in desk_with_rows.execute(f"pragma foreign_key_list({table})").fetchall()
        if key == "id" and column != "name_of_id"  # triggers_names.sql is stricter about it
    ]
    assert len(keys) >= 20
    for table, column in keys:
        assert {f"{table}_{column}_leads_somewhere", f"{table}_{column}_still_leads_somewhere"} <= triggers


@pytest.mark.parametrize(
    ("table", "steps"), [("claims", "status_transitions"), ("reviews", "review_status_transitions")]
)
def test_every_status_step_is_refused_unless_its_table_allows_it(desk_with_rows, table, steps):
    allowed = {tuple(row) for row in desk_with_rows.execute(f"select from_status, to_status from {steps}")}
    names = {name for step in allowed for name in step}
    for other in ("reviews_approver_is_actor", "reviews_withdrawn_say_why"):
        run(desk_with_rows, f"drop trigger if exists {other}")  # not tested here
    for before in names:
        for after in names - {before}:
            assert_step(desk_with_rows, table, before, after, allowed=(before, after) in allowed)


def assert_step(db, table, before, after, *, allowed):
    """Try the step on row 1, after setting its status without the rule, and roll back."""
    db.execute("savepoint try")
    trigger = db.execute("select sql from sqlite_master where name = ?", [f"{table}_status_step"]).fetchone()[
        0
    ]
    db.execute(f"drop trigger {table}_status_step")
    db.execute(
        f"update {table} set status = ?" + (", approved_by = 'ben'" if table == "reviews" else ""), [before]
    )
    db.execute(trigger)
    try:
        with write_transaction(db, None):
            db.execute(f"update {table} set status = ? where id = 1", [after])
        succeeded = True
    except InvalidTransition:
        succeeded = False
    db.execute("rollback to try")
    db.execute("release try")
    assert succeeded == allowed, (table, before, after)


@pytest.mark.parametrize("note", ["null", "''", "'  '"])
def test_a_correction_without_a_public_note_is_refused(desk_with_rows, note):
    with pytest.raises(ClaimtrackError, match="a public note that says what changed"):
        run(desk_with_rows, f"update reviews set corrects_id = 1, correction_note = {note}")


def test_an_update_of_nothing_is_refused(desk_with_rows):
    with pytest.raises(ClaimtrackError, match="an update must name the review that it updates"):
        run(desk_with_rows, "update reviews set is_update = 1")


@pytest.mark.parametrize(
    "time",
    [
        "'soon'", "''", "'2024-05-03'", "'2024-05-03T18:00'", "'2024-05-03T18:00:00.000+02:00'", "2460434",
        "'0000-05-03T16:00:00.000Z'", "'9999-12-31T23:59:00.000Z'",  # Python cannot show these, or not everywhere on Earth
    ],
)  # fmt: skip
def test_a_time_before_which_nobody_publishes_is_in_utc(desk_with_rows, time):
    with pytest.raises(ClaimtrackError, match="not_before must be a time in UTC"):
        run(desk_with_rows, f"update reviews set not_before = {time}")


def test_a_note_about_a_withdrawal_without_its_day_is_refused(desk_with_rows):
    with pytest.raises(ClaimtrackError, match="needs the day of its withdrawal"):
        run(desk_with_rows, "update articles set withdrawn_note = 'Made up'")


UNPUBLISHABLE_REVIEWS = [
    # Readers need all three; the rating is what the second person agreed to.
    ("rating_id = null", "an approved review cannot be edited"),
    ("status = 'published', url = null", "a rating, a url and a date"),
    ("status = 'published', reviewed_on = null", "a rating, a url and a date"),
    # Both may be set in the step that publishes the review, but not removed before.
    ("url = null", "an approved review cannot be edited"),
    ("reviewed_on = null", "an approved review cannot be edited"),
    # One person cannot sign off alone, even if no actor is known.
    ("approved_by = 'ana'", "someone other than its drafter must approve"),
    ("approved_by = null", "someone other than its drafter"),
    # A blank name is not a second person.
    ("approved_by = ' '", "someone other than its drafter"),
]


@pytest.mark.parametrize(("change", "words"), UNPUBLISHABLE_REVIEWS)
def test_a_review_is_published_only_if_complete_and_approved_by_a_second_person(
    desk_with_rows, change, words
):
    run(desk_with_rows, PUBLISHED[0])
    with pytest.raises(ClaimtrackError, match=words):
        run(desk_with_rows, f"{PUBLISHED[1]}; update reviews set {change}; {PUBLISHED[2]}", actor=None)
    assert desk_with_rows.execute("select status from reviews").fetchone()[0] == "submitted"
