"""`show` and `history` print a claim's reviews, and whom the desk asked to correct it."""

import csv
import io
import json
import re

import pytest


def test_show_prints_number_date_summary_and_people_of_a_verdict(reviewed_desk, run_ok):
    shown = run_ok("show", "1").stdout
    assert (
        "Reviews (1)\n"
        "  review 1, The Fact Desk: Half true (published)  2024-05-03  https://desk.example/1\n"
        "    Verdict 1\n"
        "    drafted by ada, approved by ben\n"
    ) in shown


def test_show_prints_an_incomplete_draft(reviewed_desk, run_ok):
    assert (
        "  review 3, The Fact Desk: Half true (draft)\n    Verdict 3\n    drafted by ada\n"
        in run_ok("show", "3").stdout
    )


def test_show_indents_every_line_of_a_long_summary_under_its_review(reviewed_desk, run_ok):
    run_ok("review", "edit", "3", "--summary", "Rents went up.\n\nThe office counts new leases.")
    assert "\n    Rents went up.\n    \n    The office counts new leases.\n" in run_ok("show", "3").stdout


@pytest.fixture
def corrected(reviewed_desk, run_ok):
    run_ok(
        "review",
        "correct",
        "1",
        "--note",
        "It was eleven years.",
        "--rating",
        "Mostly false",
        "--date",
        "2024-06-01",
    )
    for step, actor in (("submit", "ada"), ("approve", "ben"), ("publish", "ben")):
        run_ok("review", step, "4", actor=actor)


def test_show_prints_a_correction_with_its_note_and_what_it_corrects(corrected, run_ok):
    shown = run_ok("show", "1").stdout
    assert "  review 1, The Fact Desk: Half true (corrected by review 4)  2024-05-03" in shown
    assert "\n    corrects review 1: It was eleven years.\n" in shown


def test_lists_and_sheets_tell_corrected_verdicts_from_withdrawn_ones(corrected, run_ok):
    run_ok("review", "withdraw", "2", "--note", "We cannot stand by it.", actor="ben")
    listed = json.loads(run_ok("review", "list", "--all", "--format", "json").stdout)
    sheet = list(csv.DictReader(io.StringIO(run_ok("export", "csv", "reviews").stdout)))
    for rows in (listed, sheet):
        by_id = {int(row["id"]): (row["status"], row["corrected_by_id"]) for row in rows}
        assert (by_id[1][0], str(by_id[1][1])) == ("withdrawn", "4")
        assert (by_id[2][0], by_id[2][1] or None) == ("withdrawn", None)
    assert re.search(r"^1 +withdrawn .+ 4 *$", run_ok("review", "list", "--all").stdout, re.MULTILINE)


def test_show_prints_the_note_of_a_withdrawn_correction(corrected, run_ok):
    run_ok("review", "withdraw", "4", "--note", "We cannot stand by it.", "--date", "2024-07-01", actor="ben")
    assert "eleven years. — Withdrawn: We cannot stand by it.\n" in run_ok("show", "1").stdout


def test_show_prints_the_note_of_a_withdrawn_verdict(reviewed_desk, run_ok):
    run_ok("review", "withdraw", "1", "--note", "We cannot stand by it.", "--date", "2024-07-01", actor="ben")
    assert "\n    withdrawn: We cannot stand by it.\n" in run_ok("show", "1").stdout


def test_imported_verdict_is_shown_as_imported_rather_than_drafted(desk, run_ok, tmp_path):
    document = {
        "claimReviewed": "Ferry fares doubled",
        "url": "https://tide.example/1",
        "author": {"name": "The Tide"},
        "reviewRating": {"alternateName": "False"},
    }
    (tmp_path / "one.json").write_text(json.dumps({"@type": "ClaimReview", **document}))
    run_ok("import", "claimreview", tmp_path / "one.json")
    assert (
        "  review 1, The Tide: False (published)  https://tide.example/1\n    imported by ada\n"
        in run_ok("show", "1").stdout
    )


# ── interventions ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def interventions(two_claims, run_ok):
    run_ok(
        "intervention",
        "ask",
        "1",
        "The Echo",
        "Take the number out.",
        "--date",
        "2025-05-02",
        "--url",
        "https://echo.example/1",
    )
    run_ok("intervention", "ask", "1", "Ravensby Radio", "Say so on air.", "--date", "2025-05-03")
    run_ok("intervention", "close", "1", "partly", "--date", "2025-05-09", "--note", "The headline stays.")


def test_show_prints_requests_to_others_and_their_outcome(interventions, run_ok):
    assert (
        "Requests to others (2)\n  intervention 2, 2025-05-03: Ravensby Radio, for a correction (waiting)\n    Say so on "
        "air.\n  intervention 1, 2025-05-02: The Echo, for a correction (partly on 2025-05-09)  https://echo.example/1\n    "
        "Take the number out.\n    The headline stays.\n"
    ) in run_ok("show", "1").stdout


def test_json_has_the_interventions_of_a_claim(interventions, read_json):
    interventions_shown = [
        (row["id"], row["asked"], row["outcome"]) for row in read_json("show", "1")["interventions"]
    ]
    assert interventions_shown == [(2, "Ravensby Radio", "waiting"), (1, "The Echo", "partly")]
    assert read_json("show", "2")["interventions"] == []


def test_history_describes_what_was_asked_and_answered(interventions, read_json):
    changes = [row["summary"] for row in read_json("history", "1") if row["table_name"] == "interventions"]
    assert changes[:2] == ["The Echo: Take the number out.", "Ravensby Radio: Say so on air."]
    assert "outcome: waiting → partly" in changes[2]


def test_show_and_lint_report_changes_since_a_verdict_was_approved(reviewed_desk, run_ok):
    attached = run_ok("link", "1", "https://stats.example/rents=refutes")
    assert (
        "Review 1 is published as it was approved. To show readers this source, publish a correction or an update: "
        "`claimtrack review correct 1 --note WHY` or `claimtrack review update 1 --note NEWS`"
        in attached.stderr
    )
    assert (
        "    readers still see the approved version. Changed on the desk since: 1 more source. To show readers, publish "
        "a correction or an update (`claimtrack review correct 1 --note WHY` or `claimtrack review update 1 --note NEWS`)\n"
    ) in run_ok("show", "1").stdout
    rules = [finding["rule"] for finding in json.loads(run_ok("lint", "1", "--format", "json").stdout)]
    assert "changed_since_signed" in rules
    run_ok("review", "correct", "1", "--note", "A source was missing.", "--date", "2024-06-01")
    assert "To show readers, publish review 4, which replaces it" in run_ok("show", "1").stdout
    # While a correction is in progress, the desk is expected to differ.
    assert "changed_since_signed" not in run_ok("lint", "1", "--format", "json").stdout
    assert "is published as it was approved. To" not in run_ok("link", "1", "https://port.example").stderr
    run_ok("review", "submit", "4")
    run_ok("review", "approve", "4", actor="ben")
    run_ok("review", "publish", "4", actor="ben")
    assert "Changed on the desk" not in run_ok("show", "1").stdout
    [_, review] = json.loads(run_ok("show", "1", "--format", "json").stdout)["reviews"]
    assert (review["changed_since"], review["being_corrected_by_id"]) == ([], None)


def test_publishing_reports_what_changed_since_the_approval(reviewed_desk, run_ok):
    run_ok("review", "submit", "3")
    run_ok("review", "approve", "3", actor="ben")
    run_ok("link", "3", "https://stats.example/rents=refutes")
    stderr = run_ok(
        "review", "publish", "3", "--url", "https://desk.example/3", "--date", "2024-06-01"
    ).stderr
    assert "readers get the version that was approved. Changed on the desk since: 1 more source" in stderr


def test_publishing_names_the_places_that_were_filed_since_the_approval(reviewed_desk, run_ok):
    run_ok("review", "correct", "1", "--note", "It was eleven years.", "--date", "2024-06-01")
    run_ok("review", "submit", "4")
    run_ok("review", "approve", "4", actor="ben")
    [text] = reviewed_desk.execute("select text from claims where id = 1").fetchone()
    sources = (
        "Radio 4, Today",
        "http://localhost/minutes",
        "/home/ada/call.mp3",
        "https://news.example/x?mc_eid=ada",
    )
    for source in sources:
        run_ok("add", text, "--source", source, "--on-duplicate", "attach", actor="cid")
    told = run_ok("review", "publish", "4", actor="ben").stderr
    places = "Radio 4, Today, a place without a name, a place without a name, https://news.example/x. "
    assert f"readers also get what was filed after it was approved: {places}To take one away" in told


def test_withdrawing_a_draft_correction_reports_the_changes_that_stay(reviewed_desk, run_ok):
    run_ok("review", "correct", "1", "--note", "It was eleven years.")
    run_ok("link", "1", "https://stats.example/eleven")
    stderr = run_ok("review", "withdraw", "4").stderr
    assert (
        "Review 1 stays as it was approved. The changes made for the correction stay on the desk (" in stderr
    )
    assert "stay on the desk (1 more source): undo them" in stderr
    assert "`claimtrack review correct 1 --note WHY`" in stderr


def test_withdrawing_a_draft_correction_without_changes_reports_none(reviewed_desk, run_ok):
    run_ok("review", "correct", "1", "--note", "It was eleven years.")
    run_ok("edit", "1", "--text", "Rent doubled in eleven years")
    assert run_ok("review", "withdraw", "4").stderr.splitlines() == [
        "Review 4 of claim 1 (“Rent doubled in eleven years”: Half true): given up before it was published",
        "Review 1 stays published. To withdraw that: `claimtrack review withdraw 1 --note WHY`",
    ]
    assert "Rent doubled in ten years" in run_ok("show", "1").stdout
