"""Which claim a row of a sheet is for, which rows are refused, what both sides changed, and what the command reports."""

import io
from contextlib import contextmanager

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import ClaimtrackError, InvalidTransition, Refused
from claimtrack.core.model import Article, Priority, Status
from claimtrack.core.sheets.sheets import IMPORTED_FIELDS, map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import appearances, articles, claimants, claims, edits, history, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import HistoryRange
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import editing, undoing
from claimtrack.workflow.articles import describing
from claimtrack.workflow.matching import matching
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import init_desk
from claimtrack.workflow.sheets.applying import apply_plan
from claimtrack.workflow.sheets.importing import plan_import
from tests.importing.conftest import plan_of, write_export, write_sheet
from tests.suggestions import without_desk
from tests.tables import each_row

# ── matching and refusing ───────────────────────────────────────────────────────────────────────


@pytest.fixture
def three_claims(desk):
    with write_transaction(desk, "mara"):
        for text in ("Rent doubled", "Crime fell", "Taxes rose"):
            claims.add(desk, text)
    return desk


def test_row_is_matched_by_id_then_by_its_text(three_claims, tmp_path):
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "text", "assignee"], ["1", "Rent tripled", ""], ["", "Crime fell", "ada"], ["", "Wages fell", ""]))  # fmt: skip
    assert [(change.claim_id, change.fields) for change in plan.changes] == [
        (1, {"text": ("Rent doubled", "Rent tripled")}),
        (2, {"assignee": (None, "ada")}),
        (None, {"text": (None, "Wages fell")}),
    ]


def test_row_with_an_unknown_id_is_reported_and_matched_by_its_text(three_claims, tmp_path):
    plan = plan_of(
        three_claims, write_sheet(tmp_path, ["id", "text"], ["77", "Crime fell"], ["78", "Wages fell"])
    )
    assert plan.notices == [
        "line 2: there is no claim 77; matched to claim 2 by its words",
        "line 3: there is no claim 78; filed as a new claim",
    ]


def test_future_date_is_refused_unless_the_claim_already_has_it(three_claims, tmp_path):
    columns = ["id", "text", "claimed_on"]
    sheet = write_sheet(tmp_path, columns, ["1", "Rent doubled", "2999-01-01"])
    [problem] = plan_of(three_claims, sheet).problems
    assert problem.startswith("line 2: 2999-01-01 is in the future: give a date up to today")
    with write_transaction(three_claims, "mara"):
        claims.update(three_claims, 1, claimed_on="2999-01-01")  # stored before future dates were refused
    assert plan_of(three_claims, sheet).problems == []


def test_language_in_a_sheet_is_an_edit_unless_it_is_that_of_the_article(three_claims, tmp_path):
    """Sheets show the language of its article for a claim that has none of its own."""
    with write_transaction(three_claims, "mara"):
        article_id = articles.add(
            three_claims, Article("Taxes rose.", url="https://a.example/1", language="cy")
        )
        appearances.add_unquoted(
            three_claims, claim_id=3, article_id=article_id, claimant_id=None, said_on=None
        )
        claims.update(three_claims, 2, language="fr")
    was = history.last_change_id(three_claims)

    def changes(*cells):
        texts = ("Rent doubled", "Crime fell", "Taxes rose")
        rows = [[str(number), *row, str(was)] for number, *row in zip((1, 2, 3), texts, cells, strict=True)]
        sheet = write_sheet(tmp_path, ["id", "text", "Language", "version"], *rows)
        plan = plan_of(three_claims, sheet)
        return plan.problems or {one.claim_id: one.fields["language"] for one in plan.changes if one.fields}

    assert changes("", "fr", "Welsh") == changes("-", "French", "") == {}
    assert changes("PT_br", "", "en") == {1: (None, "pt-BR"), 2: ("fr", None), 3: (None, "en")}
    describing.set_language(three_claims, article_id, "gd", actor="mara")
    assert changes("", "fr", "cy") == changes("", "fr", "gd") == {}
    [problem] = changes("Welsh and English", "fr", "cy")
    assert problem.startswith(
        "line 2: language: not a known language: 'Welsh and English'. Give its code, such as cy"
    )


def test_ninety_rows_need_no_more_queries_than_two(three_claims, tmp_path):
    def count_queries(count):
        numbered = [[f"Wages fell by {number} percent in {number} towns", "Ada"] for number in range(count)]
        sheet = write_sheet(tmp_path, ["text", "claimant"], *numbered, ["Crime fell.", "Ada"])
        queries = []
        three_claims.conn.set_trace_callback(queries.append)
        plan = plan_of(three_claims, sheet)
        three_claims.conn.set_trace_callback(None)
        assert plan.changes[-1].claim_id == 2
        assert plan.new == count
        return len(queries)

    matching.index_pending_claims(
        three_claims
    )  # otherwise each row would query the few claims not indexed yet
    assert count_queries(90) == count_queries(2)


def test_text_of_two_claims_needs_an_id(three_claims, tmp_path):
    with write_transaction(three_claims, "mara"):
        claims.add(three_claims, "Crime fell")
    plan = plan_of(three_claims, write_sheet(tmp_path, ["text", "assignee"], ["Crime fell", "ada"]))
    assert plan.problems == ["line 2: claims 2, 4 have these words: give the id of the one you mean"]


PROBLEMS = [
    (["1", "", ""], "text is empty"),
    (["1", "a\0b", ""], "contains a NUL character, which is not allowed: remove it"),
    (["x", "a", ""], "id is not a number:"),
    (["9" * 20, "", "ada"], "id is too large a number: '99999999999999999999'"),
    ([str(2**63), "a", ""], "id is too large a number"),
    (["9" * 5_000, "a", ""], "id is too large a number"),
    ([str(2**63 - 1), "", "ada"], "there is no claim 9223372036854775807: see `claimtrack list`"),
    (["", "", "ada"], "neither an id nor a text"),
    (["9", "", "ada"], "there is no claim 9: see `claimtrack list`"),
]


@each_row(("row", "message"), PROBLEMS)
def test_bad_row_is_named_and_the_whole_file_refused(three_claims, tmp_path, row, message):
    plan = plan_of(
        three_claims, write_sheet(tmp_path, ["id", "text", "assignee"], ["2", "Crime rose", ""], row)
    )
    assert [message in problem and problem.startswith("line 3: ") for problem in plan.problems] == [True]
    with pytest.raises(Exception, match="nothing was imported"):
        apply_plan(three_claims, plan, actor="mara")
    assert claims.get(three_claims, 2).text == "Crime fell"


CHANGED_MEANWHILE = (
    "line 2: claim 2 was changed while you were looking; nothing was imported. Run the import again"
)


def test_what_a_row_adds_is_not_put_on_a_claim_that_was_reworded_while_the_question_stood(
    three_claims, tmp_path
):
    """The row was matched by the words that are gone: its note used to be filed for the new ones."""
    plan = plan_of(
        three_claims, write_sheet(tmp_path, ["text", "note"], ["Crime fell", "Heard on the radio"])
    )
    editing.edit_claim(three_claims, 2, text="Crime rose in every district", actor="ben")
    with pytest.raises(Refused, match=CHANGED_MEANWHILE):
        apply_plan(three_claims, plan, actor="mara")
    assert three_claims["notes"].count == 0


def test_a_new_assignee_meanwhile_stops_no_row_that_only_adds_something(three_claims, tmp_path):
    plan = plan_of(
        three_claims, write_sheet(tmp_path, ["text", "note"], ["Crime fell", "Heard on the radio"])
    )
    with write_transaction(three_claims, "ben"):
        claims.update(three_claims, 2, assignee="ben")
    apply_plan(three_claims, plan, actor="mara")
    assert three_claims["notes"].count == 1


def test_a_note_for_a_claim_that_was_deleted_while_the_question_stood_is_refused(three_claims, tmp_path):
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "note"], ["2", "Heard on the radio"]))
    with write_transaction(three_claims, "ben"):
        three_claims.execute("delete from claims where id = 2")
    with pytest.raises(Refused, match=CHANGED_MEANWHILE):
        apply_plan(three_claims, plan, actor="mara")


def test_two_rows_about_one_claim_are_refused(three_claims, tmp_path):
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "text"], ["1", "A"], ["1", "B"]))
    assert [problem.split(":")[0] for problem in plan.problems] == ["line 3"]


def test_unreachable_status_is_refused_with_the_allowed_steps(three_claims, tmp_path):
    plan = plan_of(
        three_claims,
        write_sheet(tmp_path, ["id", "Status"], ["1", "published"], ["2", "bogus"], ["3", "checking"]),
    )
    step, word = plan.problems
    with pytest.raises(InvalidTransition) as raised:
        claims.set_status(three_claims, 1, Status.PUBLISHED)
    assert step == f"line 2: {raised.value}"
    assert word.startswith("line 3: there is no status 'bogus'")
    assert [change.line for change in plan.changes] == [4]
    assert plan.remedies[-1].endswith("leave the column out: --map Status=")


def test_a_row_that_repeats_a_claim_keeps_its_status_if_the_row_has_that_of_new_claims(
    three_claims, tmp_path
):
    with write_transaction(three_claims, "mara"):
        for claim_id in (1, 2, 3):
            claims.set_status(three_claims, claim_id, Status.CHECKING)
    sheet = write_sheet(
        tmp_path, ["id", "text", "status"], ["", "Rent doubled", "proposed"], ["", "Crime fell", "published"],
        ["3", "", "proposed"],
    )  # fmt: skip
    plan = plan_of(three_claims, sheet)
    assert plan.changes == []
    assert "Line 2: the desk already has these claims, and keeps its own status" in plan.notices
    assert [problem.split(":")[0] for problem in plan.problems] == ["line 3", "line 4", "line 4"]


def test_rule_of_the_desk_rejects_the_whole_file(three_claims, tmp_path):
    """The step is removed after the plan was made: the first row, which is valid, is not written either."""
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "text", "status"], ["1", "Rent tripled", "open"], ["2", "Crime fell", "parked"]))  # fmt: skip
    with write_transaction(three_claims, "mara"):
        three_claims.execute("delete from status_transitions where to_status = 'parked'")
    with pytest.raises(Exception, match=r"line 3: .*nothing was imported"):
        apply_plan(three_claims, plan, actor="mara")
    assert claims.get(three_claims, 1).text == "Rent doubled"


def test_dry_run_checks_the_rules_of_the_desk_too(three_claims, tmp_path):
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "status"], ["2", "checking"]))
    with write_transaction(three_claims, "mara"):
        three_claims.execute("delete from status_transitions where to_status = 'checking'")
    with pytest.raises(Exception, match="line 2: "):
        apply_plan(three_claims, plan, dry_run=True, actor="mara")
    apply_plan(
        three_claims,
        plan_of(three_claims, write_sheet(tmp_path, ["id", "status"], ["2", "parked"])),
        dry_run=True,
        actor="mara",
    )
    assert claims.get(three_claims, 2).status == "open"


# ── changes on both sides ───────────────────────────────────────────────────────────────────────


def export_with_cell(desk_path, tmp_path, claim_id, column, value):
    def change(table):
        table[claim_id][table[0].index(column)] = value
        return table

    return write_export(desk_path, tmp_path, change)


def test_change_on_the_desk_is_kept_where_the_sheet_is_unedited(three_claims, desk_path, tmp_path):
    path = write_export(desk_path, tmp_path)
    desk_work.assign(three_claims, 1, "ben", actor="ben")
    desk_work.add_tag(three_claims, 1, "economy", actor="ben")
    plan = plan_of(three_claims, path)
    assert (plan.changes, plan.problems, plan.unchanged) == ([], [], 3)


def test_changes_to_different_cells_are_merged_and_those_kept_are_reported(three_claims, desk_path, tmp_path):
    path = export_with_cell(desk_path, tmp_path, 1, "assignee", "ada")
    desk_work.set_priority(three_claims, 1, Priority.HIGH, actor="ben")
    desk_work.add_tag(three_claims, 1, "economy", actor="ben")
    plan = plan_of(three_claims, path)
    assert plan.problems == []
    assert plan.notices == [
        "line 2: claim 1 keeps later changes on the desk: priority: “normal” → “high”; tags: "
        "nothing → “economy”"
    ]
    apply_plan(three_claims, plan, actor="carla")
    assert edits.current(three_claims, 1)[0] == edits.EditableClaim(
        "Rent doubled", status="open", priority="high", assignee="ada", tags=("economy",)
    )


def test_cell_changed_on_both_sides_is_refused_with_both_changes_and_the_remedy(
    three_claims, desk_path, tmp_path
):
    def change(table):
        at = table[0].index
        table[1][at("assignee")], table[1][at("text")] = "ada", "Rent tripled"
        table[2][at("priority")] = "low"
        return table

    path = write_export(desk_path, tmp_path, change)
    desk_work.assign(three_claims, 1, "ben", actor="ben")
    desk_work.set_priority(three_claims, 1, Priority.HIGH, actor="ben")
    plan = plan_of(three_claims, path)
    assert plan.problems == [
        "line 2: claim 1 was changed both on the desk and in the file, assignee: nothing → “ben” on the desk, "
        "“ada” in the file. Put the desk's value in the cell, or delete the row to import the others"
    ]
    with pytest.raises(Refused, match="nothing was imported"):
        apply_plan(three_claims, plan, actor="carla")
    assert claims.get(three_claims, 2).priority == "normal"


@pytest.mark.parametrize(
    "way_out", ["the desk's word in the cell", "without the row", "the file's word on the desk"]
)
def test_each_remedy_for_a_conflicting_cell_imports_the_other_rows(
    three_claims, desk_path, tmp_path, way_out
):
    def change(table):
        at = table[0].index
        table[1][at("assignee")] = "ben" if way_out.startswith("the desk") else "ada"
        table[1][at("text")], table[2][at("priority")] = "Rent tripled", "low"
        return [row for row in table if way_out != "without the row" or row[0] != "1"]

    path = write_export(desk_path, tmp_path, change)
    desk_work.assign(three_claims, 1, "ben", actor="ben")
    if way_out == "the file's word on the desk":
        desk_work.assign(three_claims, 1, "ada", actor="ben")
    plan = plan_of(three_claims, path)
    assert plan.problems == []
    apply_plan(three_claims, plan, actor="carla")
    assert claims.get(three_claims, 2).priority == "low"
    assert claims.get(three_claims, 1).text == (
        "Rent doubled" if way_out == "without the row" else "Rent tripled"
    )


def test_verdict_approved_since_the_export_rejects_the_whole_file(three_claims, desk_path, tmp_path):
    init_desk(desk_path, name="The Fact Desk", actor=None)

    def change(table):
        at = table[0].index
        table[1][at("text")], table[2][at("priority")] = "Rent tripled", "low"
        return table

    path = write_export(desk_path, tmp_path, change)
    review_id = reviewing.draft(three_claims, 1, rating="Mostly false", scale="Four-step scale", actor="ada")
    reviewing.submit(three_claims, review_id, actor="ada")
    reviewing.approve(three_claims, review_id, actor="ben")
    plan = plan_of(three_claims, path)
    assert plan.problems == []
    for dry_run in (True, False):
        with pytest.raises(ClaimtrackError, match=r"line 2: .*nothing was imported"):
            apply_plan(three_claims, plan, dry_run=dry_run, actor="carla")
    assert (claims.get(three_claims, 1).text, claims.get(three_claims, 2).priority) == (
        "Rent doubled",
        "normal",
    )


def test_same_change_on_both_sides_is_no_change(three_claims, desk_path, tmp_path):
    path = export_with_cell(desk_path, tmp_path, 1, "assignee", "ben")
    desk_work.assign(three_claims, 1, "ben", actor="ben")
    plan = plan_of(three_claims, path)
    assert (plan.changes, plan.problems) == ([], [])


def test_tags_changed_on_both_sides_are_refused(three_claims, desk_path, tmp_path):
    desk_work.add_tag(three_claims, 1, "old", actor="ben")
    path = export_with_cell(desk_path, tmp_path, 1, "tags", "old, mine")
    desk_work.remove_tag(three_claims, 1, "old", actor="ben")
    assert (
        "tags: “old” → nothing on the desk, “mine, old” in the file"
        in plan_of(three_claims, path).problems[0]
    )


def test_note_added_meanwhile_is_not_a_conflict(three_claims, desk_path, tmp_path):
    path = export_with_cell(desk_path, tmp_path, 1, "text", "Rent tripled")
    desk_work.add_note(three_claims, 1, "Called them.", actor="ben")
    plan = plan_of(three_claims, path)
    assert plan.problems == []
    apply_plan(three_claims, plan, actor="ada")
    assert claims.get(three_claims, 1).text == "Rent tripled"


def test_change_between_preview_and_write_is_refused(three_claims, desk_path, tmp_path):
    plan = plan_of(three_claims, export_with_cell(desk_path, tmp_path, 1, "text", "Rent tripled"))
    desk_work.assign(three_claims, 1, "ben", actor="ben")
    with pytest.raises(Exception, match=": claim 1 was changed while you were"):
        apply_plan(three_claims, plan, actor="ada")


def test_claim_filed_between_preview_and_write_is_refused(three_claims, tmp_path):
    plan = plan_of(three_claims, write_sheet(tmp_path, ["text"], ["Wages fell"]))
    with write_transaction(three_claims, "mara"):
        claims.add(three_claims, "WAGES FELL!")
    with pytest.raises(Exception, match="claim 4 was filed with these words while you"):
        apply_plan(three_claims, plan, actor="ada")
    assert claims.newest_id(three_claims) == 4


@pytest.mark.parametrize(
    ("row_id", "is_removed"),
    [
        pytest.param("", False, id="reworded"),
        pytest.param("", True, id="removed"),
        pytest.param("4", True, id="removed, and the row has its number"),
    ],
)
def test_row_is_not_matched_to_a_claim_that_changed_during_the_look_up(
    three_claims, tmp_path, row_id, is_removed
):
    filed_after = history.last_change_id(three_claims)
    with write_transaction(three_claims, "mara"):
        claims.add(three_claims, "Wages fell")
    filed = HistoryRange(filed_after, history.last_change_id(three_claims))

    @contextmanager
    def change_meanwhile(step):
        yield lambda done, total: None
        if step != "Looking rows up":
            return
        if is_removed:
            undoing.take_back_import(three_claims, filed, actor="mara")
        else:
            editing.edit_claim(three_claims, 4, text="Pensions fell", actor="mara")

    with write_sheet(tmp_path, ["id", "text", "source"], [row_id, "Wages fell", "Radio 4"]).open(
        "rb"
    ) as file:
        table = read_table(file, "log.csv")
        plan = plan_import(three_claims, table, map_headers(table.headers, {}), follow=change_meanwhile)
    assert [change.claim_id for change in plan.changes] == [None]


def test_several_edits_of_a_claim_are_one_row_of_history(three_claims, tmp_path):
    plan = plan_of(
        three_claims,
        write_sheet(tmp_path, ["id", "text", "assignee", "priority"], ["1", "Rent tripled", "ada", "high"]),
    )
    before = three_claims.table("history").count
    apply_plan(three_claims, plan, actor="ada")
    assert three_claims.table("history").count == before + 1


def test_tags_are_replaced_by_those_in_the_cell(three_claims, tmp_path):
    desk_work.add_tag(three_claims, 1, "old", actor="ben")
    apply_plan(
        three_claims,
        plan_of(three_claims, write_sheet(tmp_path, ["id", "tags"], ["1", 'new, "tax, duties"'])),
        actor="ada",
    )
    assert tags.of_claim(three_claims, 1) == ["new", "tax, duties"]


# ── the command ─────────────────────────────────────────────────────────────────────────────────


def run(desk_path, *args, **options):
    settings = ["--db", str(desk_path), "--actor", "ada"]
    result = CliRunner().invoke(cli, [*settings, "import", "csv", *args], **options)
    return without_desk(result, desk_path)


def test_changes_are_shown_and_nothing_is_written_without_yes(three_claims, desk_path, tmp_path):
    path = str(write_sheet(tmp_path, ["Exact words", "Speaker", "Extra"], ["Wages fell", "Ada", "x"]))
    unconfirmed = run(desk_path, path)
    assert (unconfirmed.exit_code, unconfirmed.stdout) == (
        1,
        "new, line 2: “Wages fell”\n  claimant: “Ada”; claimed_on: nothing\n",
    )
    assert unconfirmed.stderr.splitlines()[:2] == [
        "CSV, comma-separated. Reading 'Exact words' as text, 'Speaker' as claimant",
        "NOT READ, and not kept anywhere: 'Extra'. To read a column, use --map Extra=FIELD; to keep it as a "
        "column of your own, --map Extra=Extra:; as a note, --map Extra=note. "
        f"Fields: {', '.join(IMPORTED_FIELDS)}",
    ]
    assert "add --yes to write it" in unconfirmed.stderr
    on_purpose = run(desk_path, path, "--map", "extra=", "--dry-run").stderr
    assert ("; ignoring Extra\n" in on_purpose, "NOT READ" in on_purpose) == (True, False)
    none_yet = desk_path.with_name("none.db")
    assert "Dry run: nothing was written" in run(none_yet, path, "--dry-run").stderr
    assert not none_yet.exists()
    dry = run(desk_path, path, "--dry-run")
    assert (dry.exit_code, "Dry run: nothing was written" in dry.stderr) == (0, True)
    assert claims.newest_id(three_claims) == 3
    written = run(desk_path, path, "--yes")
    assert (written.exit_code, claims.newest_id(three_claims)) == (0, 4)
    assert "\nWritten, without 'Extra'\nTo take it back: `claimtrack import undo " in written.stderr
    assert "import undo 4-5-" in written.stderr
    again = run(desk_path, path, "--yes")
    assert "0 changed cells in 0 claims, 0 new claims, 1 row unchanged" in again.stderr


def test_problems_are_listed_and_end_the_command(three_claims, desk_path, tmp_path):
    result = run(desk_path, str(write_sheet(tmp_path, ["id", "text"], ["x", "A"], ["1", ""])), "--yes")
    assert result.exit_code == 1
    assert "line 2: id is not a number:" in result.stderr
    assert "line 3: text is empty" in result.stderr


def test_row_numbers_in_the_id_column_are_reported_once(three_claims, tmp_path):
    problems = plan_of(
        three_claims, write_sheet(tmp_path, ["id", "text"], *([f"wa-{n}", f"Rents {n}"] for n in range(600)))
    ).problems
    assert problems == [
        "lines 2, 3, 4, 5, 6 and 595 more: id is not a number: if the sheet numbers its own rows, leave that column out, --map id="
    ]


def test_heading_between_claims_is_skipped_and_reported(three_claims, tmp_path):
    file = write_sheet(
        tmp_path,
        ["text", "claimant"],
        ["--- Week 12 ---"],
        ["Wages fell", "Bo"],
        ["June"],
        ["-- he said"],
        ["TOTAL"],
    )
    plan = plan_of(three_claims, file)
    assert [change.after["text"] for change in plan.changes] == ["Wages fell", "-- he said"]
    assert plan.notices[:2] == [
        "Lines 2, 4: skipped, as a heading or rule between claims",
        "Line 6: left out, as a number or a sum and no claim ('TOTAL')",
    ]


def test_all_problems_are_reported_at_once_row_by_row(three_claims, tmp_path):
    """Whoever corrects a sheet goes through it once, and finds all problems of a row together."""
    head = ["text", "status", "claimed_on", "url", "id", "assignee"]
    bad = [
        ["Wages fell", "done", "2026-13-40", "https://", "", "ben"],
        ["Prices fell", "", "yesterday", "", "x1", "ben"],
        ["Rents fell", "sent", "", "http://", "", "ben"],
    ]
    assert plan_of(three_claims, write_sheet(tmp_path, head, *bad)).problems == [
        "line 2: claimed_on: not a day of the calendar: 2026-13-40. Write it as YYYY-MM-DD, as in 2024-04-22, or empty the cell",
        "line 2: not a web address: 'https://'. It must start with http:// or https://; if the column also has places in "
        "words, add --map url=place",
        f"line 2: there is no status 'done'. Use one of: {', '.join(Status)}",
        "line 3: claimed_on: not a date: 'yesterday'. Write it as YYYY-MM-DD, as in 2024-04-22, or empty the cell",
        "line 3: id is not a number: if the sheet numbers its own rows, leave that column out, --map id=",
        "line 4: not a web address: 'http://'. It must start with http:// or https://; if the column also has places in "
        "words, add --map url=place",
        f"line 4: there is no status 'sent'. Use one of: {', '.join(Status)}",
    ]


def test_what_the_desk_refuses_is_reported_beside_bad_cells(three_claims, tmp_path):
    head = ["id", "text", "status", "claimed_on", "priority"]
    bad = [
        ["1", "Quite another text about bananas", "published", "2999-01-01", "normal"],
        ["2", claims.get(three_claims, 2).text, "published", "", ""],
    ]
    problems = plan_of(three_claims, write_sheet(tmp_path, head, *bad)).problems
    found = [
        (
            one[:6],
            [
                words
                for words in ("not to published", "in the future", "which is not", "is empty")
                if words in one
            ],
        )
        for one in problems
    ]
    assert found == [
        ("line 2", ["not to published"]),
        ("line 2", ["in the future"]),
        ("line 2", ["which is not"]),
        ("line 3", ["is empty"]),
        ("line 3", ["not to published"]),
    ]


def test_a_column_that_was_sorted_by_itself_is_refused(three_claims, tmp_path):
    held = three_claims.execute("select id, created_at, text from claims").fetchall()
    texts = [held[at][2] for at in (1, 2, 0)]
    rows = [[str(id_), filed_at, text] for (id_, filed_at, _), text in zip(held, texts, strict=True)]
    plan = plan_of(three_claims, write_sheet(tmp_path, ["id", "created_at", "text"], *rows))
    [problem] = plan.problems
    assert problem.startswith(
        "lines 2, 3, 4: the words are those of other rows, as if a column had been sorted"
    )
    assert plan.notices == []


def test_a_copied_row_with_its_id_is_refused_with_what_makes_a_claim_of_it(three_claims, tmp_path):
    sheet = write_sheet(
        tmp_path, ["id", "text"], ["1", claims.get(three_claims, 1).text], ["1", "Rents fell by half"]
    )
    [problem] = plan_of(three_claims, sheet).problems
    assert problem.endswith("keep one of them, or empty the id of a copied row to file a new claim")


def test_error_value_of_a_formula_is_reported_where_it_would_be_imported(three_claims, tmp_path):
    plan = plan_of(
        three_claims,
        write_sheet(tmp_path, ["text", "assignee"], ["#NAME?", ""], ["Wages fell", "#N/A"], ["#REF!", ""]),
    )
    assert plan.notices[0] == (
        "Lines 2, 4: text has the error of a failed formula (#NAME?, #REF!): type the value instead"
    )
    assert plan.notices[1].startswith("Line 3: assignee has the error of a failed formula (")
    apply_plan(three_claims, plan, actor="mara")
    assert plan_of(three_claims, write_sheet(tmp_path, ["text", "assignee"], ["#NAME?", ""])).notices == []


def test_columns_can_be_mapped_by_option(three_claims, desk_path, tmp_path):
    path = str(write_sheet(tmp_path, ["Was gesagt wurde", "tags"], ["Wages fell", "x"]))
    assert run(desk_path, path, "--map", "Was gesagt wurde=text", "--map", "tags=", "--yes").exit_code == 0
    assert (claims.get(three_claims, 4).text, tags.of_claim(three_claims, 4)) == ("Wages fell", [])
    assert run(desk_path, path, "--map", "nonsense").exit_code == 2


def test_sheet_on_standard_input_is_imported_with_yes(three_claims, desk_path):
    result = run(desk_path, "-", "--yes", input="text\nWages fell\n")
    assert (result.exit_code, claims.newest_id(three_claims)) == (0, 4)


def test_claimant_with_hidden_characters_is_recognised_on_reimport(desk, tmp_path):
    path = write_sheet(tmp_path, ["text", "claimant"], ["Unemployment fell", "Jose\u0301 Mo\u00ador"])
    apply_plan(desk, plan_of(desk, path), actor="mara")
    assert [row["name"] for row in desk.query("select name from claimants")] == ["José Moor"]
    assert plan_of(desk, path).changes == []


def test_rows_that_say_this_year_in_two_years_are_two_claims(desk, tmp_path):
    text = "Half of the island's ferries broke down this year"
    path = tmp_path / "rows.csv"
    days = ("2019-05-24", "2022-07-07", "2022-08-08")
    path.write_text("text,claimed_on\n" + "".join(f'"{text}",{day}\n' for day in days), encoding="utf-8")

    def plan():
        table = read_table(io.BytesIO(path.read_bytes()), "rows.csv")
        return plan_import(desk, table, map_headers(table.headers, {}))

    apply_plan(desk, first := plan(), actor="ada")
    assert (first.new, first.again) == (2, 1)
    second = plan()
    assert (second.changes, second.unchanged, second.problems) == ([], 3, [])


@pytest.mark.parametrize(
    ("day", "claimant"), [("2024-03-03", None), ("2024-01-02", "Bob Stone"), ("", "Bob Stone")]
)
def test_row_with_another_date_does_not_name_the_claimant_of_the_first(desk, tmp_path, day, claimant):
    text = "Drivers over 70 renew their licence every three years in Ireland"
    for row in (f"{text},,2024-01-02", f"{text},Bob Stone,{day}"):
        (tmp_path / "rows.csv").write_text(f"text,claimant,claimed_on\n{row}\n", encoding="utf-8")
        table = read_table(io.BytesIO((tmp_path / "rows.csv").read_bytes()), "rows.csv")
        apply_plan(desk, plan_import(desk, table, map_headers(table.headers, {})), actor="ada")
    assert (claims.get(desk, 1).claimant, claims.newest_id(desk)) == (claimant, 1)


def test_dash_in_place_of_a_name_or_a_day_means_none(desk, tmp_path):
    headers = ["text", "claimant", "assignee", "place", "claimed_on", "due_on"]
    path = write_sheet(
        tmp_path,
        headers,
        ["Wages fell", "—", "n/a", "-", "?", "tbc"],
        ["Rent rose", "Unknown", "", "Radio 4", "n/a", "-"],
    )
    apply_plan(desk, plan_of(desk, path), actor="mara")
    assert {claims.get(desk, at).claimed_on or claims.get(desk, at).due_on for at in (1, 2)} == {None}
    assert [(claim.claimant, claim.assignee) for claim in (claims.get(desk, 1), claims.get(desk, 2))] == [
        (None, None)
    ] * 2
    assert [row["source"] for row in desk.query("select source from articles")] == ["Radio 4"]
    assert plan_of(desk, path).changes == []


def test_dash_without_an_id_does_not_remove_the_claimant(three_claims, tmp_path):
    for name in ("Ada Moor", "-"):
        apply_plan(
            three_claims,
            plan_of(three_claims, write_sheet(tmp_path, ["text", "claimant"], ["Crime fell", name])),
            actor="mara",
        )
        assert claims.get(three_claims, 2).claimant == "Ada Moor"


def test_claimant_of_an_older_desk_called_unknown_is_kept_on_reimport(three_claims, tmp_path):
    with write_transaction(three_claims, "mara"):
        claims.update(three_claims, 2, claimant_id=claimants.get_or_add(three_claims, "Unknown"))
    path = write_sheet(tmp_path, ["id", "text", "claimant"], ["2", "Crime fell", "Unknown"])
    assert plan_of(three_claims, path).changes == []
    apply_plan(
        three_claims,
        plan_of(three_claims, write_sheet(tmp_path, ["id", "claimant"], ["2", "-"])),
        actor="mara",
    )
    assert claims.get(three_claims, 2).claimant is None
