"""`status`, `assign`, `link`, `note`, `tag` and the like: work on a claim, recorded under the name of whoever did it."""

import json
import re
from datetime import date, timedelta

import pytest

from claimtrack.core.model import Status
from claimtrack.core.texts.printable import humanise_name
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import dossier

# A command, what it reports, and the operation and table that history records.
OPERATIONS = [
    (["status", "1", "checking"], "Claim 1: open → checking (assigned to zoe)", ("update", "claims")),
    (["edit", "1", "--claimant", "Ben"], "Claim 1, claimant: none → Ben", ("update", "claims")),
    (["priority", "1", "low"], "Claim 1: normal → low priority", ("update", "claims")),
    (["assign", "1", "ben"], "Claim 1 is assigned to ben", ("update", "claims")),
    (["due", "1", "2999-05-03"], "Claim 1 is due 2999-05-03", ("update", "claims")),
    (["link", "1", "https://a.example"], "Claim 1: context https://a.example", ("insert", "evidence")),
    (["note", "1", "Asked."], "Claim 1: noted", ("insert", "notes")),
    (["tag", "1", "jobs"], "Claim 1: tagged jobs", ("insert", "claim_tags")),
    (["judge", "1", "2", "different"], "Claims 1 and 2: different", ("update", "matches")),
]


@pytest.mark.parametrize(
    ("command", "message", "recorded"),
    OPERATIONS,
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_every_change_is_reported_on_stderr_and_recorded_under_its_actor(
    run_ok, read_json, two_claims, command, message, recorded
):
    result = run_ok(*command, actor="zoe")
    assert (result.stdout, result.stderr) == ("", f"{message}\n")
    last = read_json("history", "1")[-1]
    assert (last["actor"], last["operation"], last["table_name"]) == ("zoe", *recorded)


# A command on several claims at once, its value, and what it reports of each claim.
SEVERAL = [
    (
        ["status"],
        "checking",
        "Claim 1: open → checking (assigned to ada)\nClaim 2: open → checking (assigned to ada)\n",
    ),
    (["priority"], "high", "Claim 1: normal → high priority\nClaim 2: normal → high priority\n"),
    (["due"], "2999-05-03", "Claim 1 is due 2999-05-03\nClaim 2 is due 2999-05-03\n"),
    (["assign"], "ben", "Claim 1 is assigned to ben\nClaim 2 is assigned to ben\n"),
    (["note"], "Rang the ministry.", "Claim 1: noted\nClaim 2: noted\n"),
]


@pytest.mark.parametrize(("command", "value", "message"), SEVERAL, ids=lambda value: value[0])
def test_several_claims_are_changed_together_or_not_at_all(
    run_ok, run, read_json, two_claims, command, value, message
):
    before = read_json("list")
    refused = run(*command, "1", "99", value)
    assert (refused.exit_code, "no claim 99" in refused.stderr) == (1, True)
    assert read_json("list") == before
    stderr = run_ok(*command, "1", "2", "1", value).stderr
    assert stderr.startswith(message)
    undo_all(run_ok, stderr)
    assert read_json("list") == before


def undo_all(run_ok, message):
    """Runs the "To undo" command that is printed after several changes."""
    [command] = re.findall(r"^To undo all of it: `claimtrack (undo --changes \S+)`$", message, re.MULTILINE)
    run_ok(*command.split())


PIPED = [
    ("1 2", 0, [1, 2], "numbers"),
    ("\ufeff1\r\n2\r\n", 0, [1, 2], "numbers that Notepad saved"),
    ("1,\n2\n", 0, [1, 2], "a list with commas and lines"),
    (
        'text;id\n"Wages;\nrose";2\n',
        0,
        [2],
        "a sheet with its columns in another order, and line breaks in its cells",
    ),
    ("\ufeffID,text\n2,Our wages\n", 0, [2], "as Excel saves it"),
    ('{"id": 1}\n{"id": 2}\n', 0, [1, 2], "what list --format ndjson prints"),
    ("", 1, "names no claim", "a list without claims"),
    ("id,text\n", 1, "names no claim", "the same with headers"),
    ("outcome,claim_id\nnew,1\nrepeats,2\n", 0, [1, 2], "what import csv --format csv prints"),
    ("id,claim_id\n1,2\n", 0, [2], "reviews, each with its own id"),
    ("number,text\n1,x\n", 1, "has no column id", "another table"),
    ("id\n1\nabout 2\n", 1, "'about 2' is not the number of a claim", "a cell that is not a number"),
    ("id,text\n1,x\n,y\n", 1, "'' is not the number of a claim", "a row without an id"),
    ("1 99", 1, "no claim 99", "an unknown claim"),
    ("1 " + "9" * 30, 1, "is not the number of a claim", "a number too large for any claim"),
]


@pytest.mark.parametrize(("piped", "code", "outcome", "reason"), PIPED, ids=lambda value: None)
def test_ids_are_piped_in_as_a_list_or_a_sheet(run, read_json, two_claims, piped, code, outcome, reason):
    for command, value in ((["tag"], "jobs"), (["priority"], "high")):
        result = run(*command, "-", value, stdin=piped)
        assert result.exit_code == code, reason
        if code:
            assert outcome in result.stderr, reason
    expected = [] if code else outcome
    assert [row["id"] for row in read_json("list", "--tag", "jobs")] == expected, reason
    assert [row["id"] for row in read_json("list", "--priority", "high")] == expected, reason


def test_output_of_list_can_be_piped_into_the_next_command(run_ok, read_json, two_claims):
    run_ok("assign", 2, "ben")
    listed = run_ok("list", "--assignee", "ben", "--format", "csv").stdout
    run_ok("note", "-", "Rang the ministry.", stdin=listed)
    assert [len(read_json("show", number)["notes"]) for number in (1, 2)] == [0, 1]


def test_a_list_of_another_desk_changes_nothing(run, run_ok, read_json, two_claims, tmp_path):
    """Its claims have the numbers of others here, as does a list from before a backup was put back."""
    other = str(tmp_path / "other.db")
    run_ok("--db", other, "add", "The pier was closed for nine weeks")
    listed = run_ok("--db", other, "list", "--format", "csv").stdout
    before = read_json("list")
    for command, value in (("assign", "ben"), ("tag", "pier"), ("note", "Rang the harbour.")):
        result = run(command, "-", value, stdin=listed)
        assert (result.exit_code, "there, which was printed by another desk" in result.stderr) == (1, True)
    assert read_json("list") == before


def test_edit_clean_removes_html_from_many_claims_and_history_keeps_it(run_ok, run, read_json, two_claims):
    run_ok("edit", 1, "--text", "<p>Prices &amp; rents fell.</p>")
    with write_transaction(open_desk(two_claims), "ada") as db:
        for number, text in ((3, "Tolls  fell  in May."), (4, "<p></p>.")):
            db.execute("insert into claims (id, text) values (?, ?)", [number, text])
    before = read_json("list")
    stderr = run_ok("edit", "-", "--clean", stdin="1 2 3 4").stderr
    assert stderr.startswith(
        "Claim 1, text: <p>Prices &amp; rents fell.</p> → Prices & rents fell.\n"
        "Claim 3, text: Tolls  fell  in May. → Tolls fell in May.\nTo undo all of it: "
    )
    assert [row["text"] for row in read_json("list")] == [
        "Prices & rents fell.", "Wages rose.", "Tolls fell in May.", "<p></p>."
    ]  # fmt: skip
    assert "<p>Prices &amp; rents fell.</p> → Prices & rents fell." in run_ok("history", 1).stdout
    again = run_ok("edit", 1, 2, "--clean").stderr
    assert again == "No HTML or double spaces in the wording: nothing changed\n"
    undo_all(run_ok, stderr)
    assert [row["text"] for row in read_json("list")] == [row["text"] for row in before]


def test_edit_clean_skips_only_claims_with_an_approved_verdict(run_ok, run, read_json, two_claims):
    for number in (1, 2):
        run_ok("edit", number, "--text", f"<p>Prices fell in {number} towns.</p>")
    run_ok("init", "--name", "The Desk")
    run_ok("review", "draft", 1, "--rating", "Half true")
    run_ok("review", "submit", 1)
    run_ok("review", "approve", 1, actor="ben")
    stderr = run_ok("edit", "-", "--clean", stdin="1 2").stderr
    assert stderr.startswith("Claim 1 stays as it is: a verdict on this claim was approved")
    assert [row["text"] for row in read_json("list")] == [
        "<p>Prices fell in 1 towns.</p>", "Prices fell in 2 towns."
    ]  # fmt: skip
    assert run("edit", 1, "--clean").exit_code == 1
    refused = run("edit", 2, 1, "--date", "2024-01-01")
    assert (refused.exit_code, refused.stderr.split(": a verdict")[0]) == (1, "Error: claim 1")


def test_claimant_is_set_on_several_claims_or_on_none(run_ok, run, read_json, two_claims):
    assert run("edit", 1, 99, "--claimant", "Ada Moor").exit_code == 1
    assert [row["claimant"] for row in read_json("list")] == [None, None]
    undo_all(run_ok, run_ok("edit", 1, 2, "--claimant", "Ada Moor").stderr)
    assert [row["claimant"] for row in read_json("list")] == [None, None]


@pytest.mark.parametrize("words", [["1", "2", "--text", "x"], ["1", "--text", "x", "--clean"], ["1"]])
def test_contradictory_or_empty_edit_is_a_usage_error(run, read_json, two_claims, words):
    assert run("edit", *words).exit_code == 2
    assert [row["text"] for row in read_json("list")] == ["Prices fell.", "Wages rose."]


def test_reassign_moves_all_unfinished_claims_of_a_person(run_ok, run, read_json, two_claims):
    run_ok("add", "Rents rose.")
    run_ok("assign", 1, 2, 3, "Ben")
    run_ok("status", 3, "parked")
    stderr = run_ok("reassign", "ben", "Zoe").stderr
    assert stderr.startswith(
        "Claim 1 is assigned to Zoe, no longer to Ben\nClaim 2 is assigned to Zoe, no longer to Ben\n"
    )
    assert [row["assignee"] for row in read_json("list")] == ["Zoe", "Zoe", "Ben"]
    assert [row["actor"] for row in read_json("history", "--by", "ada", "--limit", 2)] == ["ada", "ada"]
    undo_all(run_ok, stderr)
    assert [row["assignee"] for row in read_json("list")] == ["Ben"] * 3
    run_ok("reassign", "Ben", "")
    assert [row["assignee"] for row in read_json("list")] == [None, None, "Ben"]


def test_reassign_hands_over_published_claims_that_are_to_be_looked_at_again(
    run_ok, run, read_json, two_claims
):
    run_ok("assign", 1, 2, "Ben")
    for status in ("checking", "in_review", "published"):
        run_ok("status", 1, 2, status)
    assert "has no unfinished claims" in run("reassign", "Ben", "Zoe").stderr
    run_ok("due", 2, "2999-05-03")
    run_ok("reassign", "Ben", "Zoe")
    assert [row["assignee"] for row in read_json("list")] == ["Ben", "Zoe"]


REFUSED = [
    (["reassign", "Nobody", "Zoe"], 1, "'Nobody' has no unfinished claims"),
    (["reassign", " ", "Zoe"], 1, "the name is empty"),
    (["reassign", "Ben"], 2, "Missing argument 'NAME'"),
    (["assign", "Zoe"], 2, "Missing argument: give ID... and NAME"),
    (["status", "3"], 2, "Missing argument: give ID... and STATUS"),
    (
        ["assign", "1", "-"],
        2,
        "claims that are piped in come first",
    ),  # `assign - ada` with its arguments swapped
]


@pytest.mark.parametrize(("words", "code", "message"), REFUSED, ids=lambda value: None)
def test_malformed_assignment_assigns_nothing(run, read_json, two_claims, words, code, message):
    refused = run(*words)
    assert (refused.exit_code, message in refused.stderr) == (code, True)
    assert [row["assignee"] for row in read_json("list")] == [None, None]


def test_note_is_removed_by_its_first_words_and_only_by_its_author(run_ok, run, read_json, two_claims):
    for words in ("Asked the ministry.", "Asked the office.", "Asked"):
        run_ok("note", "1", words)
    for words, message in (
        ("Rang", "claim 1 has no note that begins like this: see its notes with `claimtrack show 1`"),
        ("Asked the", "claim 1 has 2 notes that begin like this: give more words"),
    ):
        refused = run("note", "1", words, "--remove")
        assert (refused.exit_code, message in refused.stderr) == (1, True)
    assert (
        "note 3 was written by ada, and only they can remove it"
        in run("note", "1", "Asked", "--remove", actor="ben").stderr
    )
    assert run_ok("note", "1", "Asked", "--remove").stderr == "Claim 1: removed the note\n"
    run_ok("note", "1", "Asked the off", "--remove")
    assert [note["body"] for note in read_json("show", "1")["notes"]] == ["Asked the ministry."]


def test_tag_that_looks_like_a_claim_id_is_flagged(run_ok, two_claims):
    stderr = run_ok("tag", "1", "2", "jobs").stderr
    assert stderr.startswith("Claim 1: tagged 2, jobs\nWarning: 2 is now a tag.")
    assert "`claimtrack tag 1 2 --remove`" in stderr
    assert "Warning" not in run_ok("tag", "1", "2", "--remove").stderr


def test_assignee_that_looks_like_a_claim_id_is_flagged(run_ok, two_claims):
    assert (
        "Warning: the claims are now assigned to 2, and claim 2 was not changed: the name comes last"
        in run_ok("assign", "1", "2").stderr
    )
    assert "Warning" not in run_ok("assign", "1", "2", "").stderr


LINKS = [
    # As `add --link` takes it.
    (["https://a.example=refutes"], "refutes https://a.example"),
    (["https://a.example/?x=1=supports"], "supports https://a.example/?x=1"),
    (["https://a.example=refutes", "--stance", "refutes"], "refutes https://a.example"),
    # An address may contain "=" itself.
    (["https://a.example/?x=1", "--stance", "refutes"], "refutes https://a.example/?x=1"),
]


@pytest.mark.parametrize(("arguments", "message"), LINKS)
def test_link_accepts_a_stance_after_the_address(run_ok, read_json, two_claims, arguments, message):
    assert run_ok("link", "1", *arguments).stderr == f"Claim 1: {message}\n"
    [kept] = read_json("show", "1")["evidence"]
    assert f"{kept['stance']} {kept['url']}" == message


STEPS = [
    ("open", {"proposed", "checking", "parked", "rejected"}),
    ("checking", {"open", "in_review", "parked", "rejected"}),
    ("in_review", {"checking", "published"}),
    ("published", {"checking"}),
    ("parked", {"proposed", "open", "checking", "rejected"}),
    ("rejected", {"proposed", "open"}),
    ("proposed", {"open", "checking", "parked", "rejected"}),
]


@pytest.mark.parametrize(("start", "reachable"), STEPS)
def test_claim_moves_only_along_the_desks_status_transitions(run, desk, start, reachable):
    with write_transaction(desk, "ada"):
        for status in Status:
            claims.add(desk, f"Claim for {status}", status=Status(start))
    reached = set()
    for number, status in enumerate(Status, start=1):
        result = run("status", number, status)
        if status == start:
            assert f"is already {humanise_name(status)}: ada set that\n" in result.stderr
        elif result.exit_code == 0:
            reached.add(str(status))
        else:
            assert all(humanise_name(step) in result.stderr for step in reachable)
    assert reached == reachable


def test_setting_a_status_again_says_who_set_it_and_who_has_the_claim(run_ok, two_claims):
    run_ok("status", 1, "checking", actor="ada")
    run_ok("assign", 1, "cid", actor="ada")
    again = run_ok("status", 1, "checking", actor="ben")
    assert "Claim 1 is already checking: ada set that, and it is assigned to cid\n" in again.stderr


def test_status_is_set_with_a_note_and_both_are_undone_together(run_ok, run, read_json, two_claims):
    done = run_ok("status", 1, "parked", "--note", "Until June", "--format", "json")
    assert "To undo all of it: `claimtrack undo --changes" in done.stderr
    assert [one["body"] for one in read_json("show", 1)["notes"]] == ["Until June"]
    again = run_ok("status", 1, "parked", "--note", "Until July").stderr
    assert "is already parked" in again
    assert "\nYour note is added to it." in again
    assert run("status", 1, 2, "published", "--note", "Out").exit_code == 1
    run_ok("undo", "--changes", json.loads(done.stdout)[0]["undo"])
    shown = read_json("show", 1)
    assert (shown["claim"]["status"], [one["body"] for one in shown["notes"]]) == ("open", ["Until July"])


def test_setting_published_without_a_review_warns_that_readers_see_none(run_ok, reviewed_desk):
    """A desk that publishes its checks elsewhere may do this; whoever meant to publish a review learns how."""
    for status in ("checking", "in_review"):
        assert "published review" not in run_ok("status", "3", status).stderr
    stderr = run_ok("status", "3", "published").stderr
    assert stderr.startswith("Claim 3: in review → published\nIt has no published review of yours")
    assert "`claimtrack lint 3`" in stderr


def test_empty_assignee_unassigns_a_claim(run_ok, read_json, two_claims):
    run_ok("assign", "1", "ben")
    assert run_ok("assign", "1", " ").stderr == "Claim 1 is assigned to nobody, no longer to ben\n"
    assert read_json("list")[0]["assignee"] is None


def test_link_stores_stance_title_archived_copy_and_who_added_it(run_ok, read_json, two_claims):
    run_ok(
        "link", "1", "https://a.example", "--stance", "refutes", "--title", " The\n data ",
        "--archived", "https://web.example/a", "--primary",
    )  # fmt: skip
    [link] = read_json("show", "1")["evidence"]
    assert (link["stance"], link["title"], link["archived_url"], link["is_primary"], link["added_by"]) == (
        "refutes", "The data", "https://web.example/a", 1, "ada",
    )  # fmt: skip


def test_same_link_twice_is_refused_and_the_first_stays(run_ok, run, read_json, two_claims):
    run_ok("link", "1", "https://a.example", "--stance", "refutes")
    result = run("link", "1", "https://a.example")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: claim 1 already has this source: https://a.example. To change it: "
        "`claimtrack link 1 https://a.example --stance refutes`\n",
    )
    assert [link["stance"] for link in read_json("show", "1")["evidence"]] == ["refutes"]


def test_link_marks_a_source_as_retracted_on_all_claims_that_have_it(run_ok, run, read_json, two_claims):
    run_ok("link", "1", "2", "https://a.example/7")
    marked = run_ok("link", "1", "2", "https://a.example/7", "--retracted", "2024-05-03").stderr
    assert marked.startswith(
        "Claim 1, https://a.example/7: retracted by its publisher on 2024-05-03\n  So is the same source on claim 2.\n"
    )
    assert "\nClaim 2: marked with claim 1\n" in marked
    assert "retracted by its publisher on 2024-05-03" in run_ok("show", "2").stdout
    assert "a source was retracted by its publisher" in run("lint", "1").stdout
    lost = run("link", "1", "https://a.example/7", "--retracted", "", "--retraction-note", "An error")
    assert (lost.exit_code, "the note on a retraction goes with it" in lost.stderr) == (2, True)
    taken_back = run_ok("link", "1", "2", "https://a.example/7", "--retracted", "").stderr
    assert "\nClaim 2: no longer marked, with claim 1\n" in taken_back
    run_ok("link", "1", "https://a.example/7", "--retracted", "2024-05-03")
    [back] = read_json("link", "1", "https://a.example/7", "--retracted", "")
    assert (back["retracted_on"], back["no_longer_due_claim_ids"]) == (None, [])
    refused = run("link", "1", "https://a.example/7", "--retracted", "")
    assert (refused.exit_code, "is not marked as retracted" in refused.stderr) == (1, True)


def test_link_changes_only_the_details_given(run_ok, read_json, two_claims):
    run_ok("link", "1", "https://a.example", "--title", "The data")
    stderr = run_ok("link", "1", "https://a.example=refutes", "--primary").stderr
    assert stderr == "Claim 1, https://a.example: stance: context → refutes; primary source: nothing → yes\n"
    [link] = read_json("show", "1")["evidence"]
    assert (link["stance"], link["title"], link["is_primary"]) == ("refutes", "The data", 1)
    again = run_ok("link", "1", "https://a.example", "--stance", "refutes").stderr
    assert again == "Claim 1, https://a.example: nothing changed\n"


def test_link_used_by_an_approved_verdict_cannot_be_changed(run_ok, run, read_json, two_claims):
    run_ok("link", "1", "https://a.example=refutes")
    run_ok("init", "--name", "The Desk")
    run_ok(
        "review",
        "draft",
        "1",
        "--rating",
        "Half true",
        "--date",
        "2024-05-03",
        "--url",
        "https://desk.example/1",
    )
    run_ok("review", "submit", "1")
    run_ok("review", "approve", "1", actor="ben")
    refused = run("link", "1", "https://a.example=supports")
    assert (
        refused.exit_code,
        "an approved verdict uses this source; start a correction of the review" in refused.stderr,
    ) == (1, True)
    assert [link["stance"] for link in read_json("show", "1")["evidence"]] == ["refutes"]


def test_note_from_standard_input_keeps_its_lines(run_ok, read_json, two_claims):
    run_ok("note", "1", "-", stdin="First line.\nSecond line.\n\n")
    assert read_json("show", "1")["notes"][0]["body"] == "First line.\nSecond line."


def test_note_is_removed_from_several_claims_or_from_none(run_ok, run, read_json, two_claims):
    run_ok("note", 1, 2, "Rang the ministry.")
    run_ok("note", 2, "Rang the ministry. Twice.")
    assert run("note", 1, 2, "Rang", "--remove").exit_code == 1
    assert [note["body"] for note in read_json("show", 1)["notes"]] == ["Rang the ministry."]
    stderr = run_ok("note", 1, 2, "Rang the ministry.", "--remove").stderr
    assert stderr.startswith("Claim 1: removed the note\nClaim 2: removed the note\n")
    assert [note["body"] for note in read_json("show", 2)["notes"]] == ["Rang the ministry. Twice."]


def test_source_is_linked_to_several_claims_or_to_none(run_ok, run, read_json, two_claims):
    run_ok("link", 1, "https://a.example", "--title", "Rents")
    refused = run("link", 1, 2, 99, "https://a.example", "--stance", "supports")
    assert (refused.exit_code, "there is no claim 99" in refused.stderr) == (1, True)
    assert [row["stance"] for row in read_json("show", 1)["evidence"]] == ["context"]
    stderr = run_ok("link", 2, 1, "https://a.example=supports").stderr
    assert stderr.startswith(
        "Claim 2: supports https://a.example\nClaim 1, https://a.example: stance: context → supports\n"
    )
    assert "Claim 1, https://a.example: nothing changed" in run_ok("link", 1, 2, "https://a.example").stderr
    assert run("link", 1, "https://a.example").exit_code == 1
    stderr = run_ok("link", 1, 2, "https://a.example", "--remove").stderr
    assert stderr.startswith(
        "Claim 1: removed https://a.example (supports)\nClaim 2: removed https://a.example (supports)\n"
    )


def test_note_that_looks_like_a_claim_id_is_flagged(run_ok, two_claims):
    assert "Warning: the note says 2, and claim 2 has none" in run_ok("note", 1, 2).stderr


def test_note_without_quotation_marks_is_refused_with_advice(run, two_claims):
    refused = run("note", 1, "Rang", "the", "ministry")
    assert refused.exit_code == 2
    assert (
        "'Rang' is not a whole number of 1 or more. Put text with spaces in quotation marks."
        in refused.stderr
    )


def test_tags_are_added_and_removed_regardless_of_capitals(run_ok, read_json, two_claims):
    run_ok("tag", "1", "Jobs", "economy", "jobs")
    assert read_json("list")[0]["tags"] == ["economy", "Jobs"]
    run_ok("tag", "1", "JOBS", "--remove")
    assert read_json("list")[0]["tags"] == ["economy"]


def test_tag_given_several_times_is_reported_once(run, two_claims):
    assert run("tag", "1", "x", "x", "X", "y").stderr == "Claim 1: tagged x, y\n"


@pytest.mark.parametrize(
    ("option", "message"), [("--tag", "the tag is empty"), ("--note", "the note is empty")]
)
def test_empty_tag_or_note_is_refused_by_add_and_by_its_own_command(run, two_claims, option, message):
    for command in (["add", "Rents rose by half", option, " "], [option.strip("-"), "1", " "]):
        result = run(*command)
        assert (result.exit_code, message in result.stderr) == (2, True), command


@pytest.mark.parametrize("day", ["0001-01-01", "0024-04-22", "0999-12-31"])
def test_year_too_long_ago_is_refused_as_a_slip(run, two_claims, day):
    result = run("add", "Rents rose by half", "--date", day)
    assert result.exit_code == 2
    assert f"the year {day[:4]} is too long ago: write all four digits, as in 2024-04-22" in result.stderr


def test_all_of_several_tags_are_added_or_none(run, read_json, two_claims):
    assert run("tag", "1", "jobs", " ").exit_code == 2
    assert run("tag", "1", "economy", "x" * 101).exit_code == 1
    assert read_json("list")[0]["tags"] == []


def test_due_date_of_a_finished_claim_is_reported_as_not_listed(run_ok, two_claims):
    run_ok("status", 1, "rejected")
    stderr = run_ok("due", 1, "2999-05-03").stderr
    assert stderr == "Claim 1 is due 2999-05-03\nWarning: it is rejected, so it is not listed as due\n"
    assert "Warning" not in run_ok("due", 1, "").stderr


def test_due_date_can_be_shown_moved_and_removed(run_ok, run, read_json, two_claims):
    run_ok("due", 1, "2024-05-03")
    assert "  due: 2024-05-03\n" in run_ok("show", 1).stdout
    assert " due" in run_ok("list").stdout.splitlines()[0]
    moved = "Claim 1 is due 2024-05-10 (was 2024-05-03)\nWarning: 2024-05-10 is past.\n"
    assert run_ok("due", 1, "2024-05-10").stderr == moved
    assert run_ok("due", 1, "").stderr == "Claim 1 has no due date (was 2024-05-10)\n"
    assert " due" not in run_ok("list").stdout.splitlines()[0]
    assert read_json("show", 1)["claim"]["due_on"] is None
    assert run_ok("edit", 1, "--date", "Yesterday").exit_code == 0
    assert run_ok("due", 1, "today").stderr == f"Claim 1 is due {date.today().isoformat()}\n"
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    assert f"Claim 1 is due {tomorrow} (was" in run_ok("due", 1, "tomorrow").stderr
    refused = run("due", 1, "friday")
    assert (refused.exit_code, "Write it as YYYY-MM-DD" in refused.stderr) == (2, True)


@pytest.mark.parametrize("form", ["csv", "ndjson", "json", "table"])
def test_desk_history_is_read_only_as_far_as_its_limit(run_ok, two_claims, monkeypatch, form):
    run_ok("note", "2", "Asked.")
    read_ids = []
    original = dossier.describe_change
    monkeypatch.setattr(dossier, "describe_change", lambda row: read_ids.append(row["id"]) or original(row))
    printed = run_ok("history", "--format", form, "--limit", "2")
    assert len(read_ids) == 3, "one more row shows that there are more"
    assert "Only the newest 2 are shown" in printed.stderr
    assert "No changes found." in run_ok("history", "--by", "nobody", "--format", form).stderr


def test_desk_history_reads_changes_one_at_a_time(run_ok, two_claims, monkeypatch):
    run_ok("note", "2", "Asked.")
    read_ids = []
    monkeypatch.setattr(dossier, "describe_change", lambda row: read_ids.append(row["id"]) or {})
    changes = dossier.desk_history(open_desk(two_claims), limit=1_000_000)
    next(changes)
    assert len(read_ids) == 1


def test_history_after_a_cursor_is_all_that_followed_oldest_first(run_ok, run, read_json, two_claims):
    [newest] = read_json("history", "--limit", "1")
    assert (read_json("history", "--after", newest["cursor"]), newest["cursor"].partition("-")[0]) == (
        [],
        str(newest["id"]),
    )
    for nth in range(60):  # more than are listed without --after
        run_ok("note", "2", f"Asked {nth}.")
    followed = read_json("history", "--after", newest["cursor"])
    assert [row["changes"]["body"][1] for row in followed] == [f"Asked {nth}." for nth in range(60)]
    printed = run_ok("history", "--after", newest["cursor"], "--limit", "2", "--format", "ndjson")
    assert [json.loads(line) for line in printed.stdout.splitlines()] == followed[:2]
    assert (
        "Only the oldest 2 are shown. To see more, raise --limit, or give the cursor of the last one"
        in printed.stderr
    )
    assert read_json("history", "--after", "0")[0]["id"] == 1
    assert read_json("history", "--after", newest["cursor"], "--by", "nobody") == []
    refused = run("history", "--after", "1-000000", "--format", "json")
    assert (refused.exit_code, json.loads(refused.stderr)["kind"]) == (1, "ChangedMeanwhile")
    assert json.loads(refused.stderr)["commands"][0].endswith("history --limit 1 --format json")
    assert (run("history", "--after", "12").exit_code, run("history", "2", "--after", "0").exit_code) == (
        1,
        2,
    )


def test_desk_history_lists_changes_newest_first(run_ok, run, read_json, two_claims):
    run_ok(
        "add", "Prices fell again.", "--on-duplicate", "new"
    )  # its match is not recorded as a person's change
    run_ok("judge", "1", "2", "different", actor="Zoë")
    run_ok("note", "2", "Asked.", actor="ZOË")
    rows = read_json("history")
    assert [(row["actor"], row["table_name"], row["claim_id"]) for row in rows[:3]] == [
        ("ZOË", "notes", 2),
        ("Zoë", "matches", 1),
        ("ada", "claims", 3),
    ]
    assert [row["table_name"] for row in read_json("history", "--by", "zoë")] == ["notes", "matches"]
    today = date.today()
    yesterday, two_days_ago = (
        today - timedelta(days=1),
        today - timedelta(days=2),
    )  # the desk may have been created before midnight
    assert len(read_json("history", "--since", yesterday, "--until", today)) == len(rows)
    assert read_json("history", "--until", two_days_ago) == []
    assert len(read_json("history", "--since", f"{yesterday} 00:00")) == len(rows)
    assert read_json("history", "--since", f"{today + timedelta(days=1)} 22:00") == []
    assert run("history", "--since", f"{today} 22:00", "--until", yesterday).exit_code == 2
    assert (
        "Only the newest 1 are shown. To see more, raise --limit or change the dates."
        in run_ok("history", "--limit", "1").stderr
    )
    refused = run("history", "2", "--by", "ada")
    assert (refused.exit_code, "leave ID out" in refused.stderr) == (2, True)
