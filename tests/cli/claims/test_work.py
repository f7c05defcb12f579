"""`status`, `assign`, `link`, `note`, `tag`: desk work on a claim, each step under somebody's name."""

import re
from datetime import date, timedelta

import pytest

from claimtrack.core.model import Status
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import dossier

# The command, what it says, and what history then has of it.
OPERATIONS = [
    (["status", "1", "checking"], "Claim 1: open → checking", ("update", "claims")),
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
    ("command", "said", "kept"), OPERATIONS, ids=lambda value: value[0] if isinstance(value, list) else ""
)
def test_each_deed_is_said_beside_the_data_and_kept_under_the_actors_name(
    done, read, two_claims, command, said, kept
):
    result = done(*command, actor="zoe")
    assert (result.stdout, result.stderr) == ("", f"{said}\n")
    last = read("history", "1")[-1]
    assert (last["actor"], last["operation"], last["table_name"]) == ("zoe", *kept)


# What is done with several claims at once, and what is told of each.
SEVERAL = [
    (["status"], "checking", "Claim 1: open → checking\nClaim 2: open → checking\n"),
    (["priority"], "high", "Claim 1: normal → high priority\nClaim 2: normal → high priority\n"),
    (["due"], "2999-05-03", "Claim 1 is due 2999-05-03\nClaim 2 is due 2999-05-03\n"),
    (["assign"], "ben", "Claim 1 is assigned to ben\nClaim 2 is assigned to ben\n"),
    (["note"], "Rang the ministry.", "Claim 1: noted\nClaim 2: noted\n"),
]


@pytest.mark.parametrize(("command", "value", "said"), SEVERAL, ids=lambda value: value[0])
def test_several_claims_are_worked_on_at_once_all_of_them_or_none(
    done, run, read, two_claims, command, value, said
):
    before = read("list")
    refused = run(*command, "1", "99", value)
    assert (refused.exit_code, "no claim 99" in refused.stderr) == (1, True)
    assert read("list") == before
    told = done(*command, "1", "2", "1", value).stderr
    assert told.startswith(said)
    took_back(done, told)
    assert read("list") == before


def took_back(done, told):
    """Carry out the "To undo" that several changes end with."""
    [undo] = re.findall(
        r"^To undo all of it: `claimtrack --db \S+ (undo --changes \S+)`$", told, re.MULTILINE
    )
    done(*undo.split())


PIPED = [
    ("1 2", 0, [1, 2], "numbers"),
    ("\ufeff1\r\n2\r\n", 0, [1, 2], "numbers that Notepad saved"),
    ("1,\n2\n", 0, [1, 2], "a list with commas and lines"),
    ('text;id\n"Prices;\nfell";2\n', 0, [2], "a sheet of another order, with line breaks in its cells"),
    ("\ufeffID,text\n2,x\n", 0, [2], "as Excel saves it"),
    ('{"id": 1}\n{"id": 2}\n', 0, [1, 2], "what list --format ndjson prints"),
    ("", 1, "names no claim", "a list without claims"),
    ("id,text\n", 1, "names no claim", "the same with headers"),
    ("number,text\n1,x\n", 1, "has no column id", "another table"),
    ("id\n1\nabout 2\n", 1, "'about 2' is not the number of a claim", "a cell that is no number"),
    ("id,text\n1,x\n,y\n", 1, "'' is not the number of a claim", "a row of which nobody knows the claim"),
    ("1 99", 1, "no claim 99", "one that is not there"),
    ("1 " + "9" * 30, 1, "is not the number of a claim", "one that no desk has"),
]


@pytest.mark.parametrize(("piped", "code", "meant", "why"), PIPED, ids=lambda value: None)
def test_claims_are_piped_in(run, read, two_claims, piped, code, meant, why):
    for command, value in ((["tag"], "jobs"), (["priority"], "high")):
        result = run(*command, "-", value, stdin=piped)
        assert result.exit_code == code, why
        if code:
            assert meant in result.stderr, why
    expected = [] if code else meant
    assert [row["id"] for row in read("list", "--tag", "jobs")] == expected, why
    assert [row["id"] for row in read("list", "--priority", "high")] == expected, why


def test_what_a_list_prints_is_changed_by_the_next_command(done, read, two_claims):
    done("assign", 2, "ben")
    listed = done("list", "--assignee", "ben", "--format", "csv").stdout
    done("note", "-", "Rang the ministry.", stdin=listed)
    assert [len(read("show", number)["notes"]) for number in (1, 2)] == [0, 1]


def test_html_goes_out_of_many_claims_at_once_and_history_keeps_it(done, run, read, two_claims):
    done("edit", 1, "--text", "<p>Prices &amp; rents fell.</p>")
    with write_transaction(open_desk(two_claims), "ada") as db:
        for number, text in ((3, "Tolls  fell  in May."), (4, "<p></p>.")):
            db.execute("insert into claims (id, text) values (?, ?)", [number, text])
    before = read("list")
    told = done("edit", "-", "--clean", stdin="1 2 3 4").stderr
    assert told.startswith(
        "Claim 1, text: <p>Prices &amp; rents fell.</p> → Prices & rents fell.\n"
        "Claim 3, text: Tolls  fell  in May. → Tolls fell in May.\nTo undo all of it: "
    )
    assert [row["text"] for row in read("list")] == [
        "Prices & rents fell.", "Wages rose.", "Tolls fell in May.", "<p></p>."
    ]  # fmt: skip
    assert "<p>Prices &amp; rents fell.</p> → Prices & rents fell." in done("history", 1).stdout
    again = done("edit", 1, 2, "--clean").stderr
    assert again == "No HTML or doubled spaces in the wording: nothing changed\n"
    took_back(done, told)
    assert [row["text"] for row in read("list")] == [row["text"] for row in before]


def test_a_signed_verdict_keeps_its_claim_from_a_cleaning_of_all_and_no_other(done, run, read, two_claims):
    for number in (1, 2):
        done("edit", number, "--text", f"<p>Prices fell in {number} towns.</p>")
    done("init", "--name", "The Desk")
    done("review", "draft", 1, "--rating", "Half true")
    done("review", "submit", 1)
    done("review", "approve", 1, actor="ben")
    told = done("edit", "-", "--clean", stdin="1 2").stderr
    assert told.startswith("Claim 1 stays as it is: a verdict on this claim was approved")
    assert [row["text"] for row in read("list")] == [
        "<p>Prices fell in 1 towns.</p>", "Prices fell in 2 towns."
    ]  # fmt: skip
    assert run("edit", 1, "--clean").exit_code == 1
    refused = run("edit", 2, 1, "--date", "2024-01-01")
    assert (refused.exit_code, refused.stderr.split(": a verdict")[0]) == (1, "Error: claim 1")


def test_several_claims_get_the_same_speaker_or_none_does(done, run, read, two_claims):
    assert run("edit", 1, 99, "--claimant", "Ada Moor").exit_code == 1
    assert [row["claimant"] for row in read("list")] == [None, None]
    took_back(done, done("edit", 1, 2, "--claimant", "Ada Moor").stderr)
    assert [row["claimant"] for row in read("list")] == [None, None]


@pytest.mark.parametrize("words", [["1", "2", "--text", "x"], ["1", "--text", "x", "--clean"], ["1"]])
def test_an_edit_that_cannot_be_meant_is_a_usage_error(run, read, two_claims, words):
    assert run("edit", *words).exit_code == 2
    assert [row["text"] for row in read("list")] == ["Prices fell.", "Wages rose."]


def test_all_claims_of_somebody_who_leaves_are_reassigned_but_those_that_are_done(
    done, run, read, two_claims
):
    done("add", "Rents rose.")
    done("assign", 1, 2, 3, "Ben")
    done("status", 3, "parked")
    told = done("reassign", "ben", "Zoe").stderr
    assert told.startswith("Claim 1 is assigned to Zoe\nClaim 2 is assigned to Zoe\n")
    assert [row["assignee"] for row in read("list")] == ["Zoe", "Zoe", "Ben"]
    assert [row["actor"] for row in read("history", "--by", "ada", "--limit", 2)] == ["ada", "ada"]
    took_back(done, told)
    assert [row["assignee"] for row in read("list")] == ["Ben"] * 3
    done("reassign", "Ben", "")
    assert [row["assignee"] for row in read("list")] == [None, None, "Ben"]


REFUSED = [
    (["reassign", "Nobody", "Zoe"], 1, "'Nobody' has no claims that are not done"),
    (["reassign", " ", "Zoe"], 1, "the name is empty"),
    (["reassign", "Ben"], 2, "Missing argument 'NAME'"),
    (["assign", "Zoe"], 2, "Missing argument 'ID...'"),
    (["assign", "1", "-"], 2, "claims that are piped in come first"),  # as `assign - ada`, turned round
]


@pytest.mark.parametrize(("words", "code", "told"), REFUSED, ids=lambda value: None)
def test_without_claims_nobody_is_given_any(run, read, two_claims, words, code, told):
    refused = run(*words)
    assert (refused.exit_code, told in refused.stderr) == (code, True)
    assert [row["assignee"] for row in read("list")] == [None, None]


def test_a_note_is_taken_off_by_its_words_and_only_by_who_wrote_it(done, run, read, two_claims):
    for words in ("Asked the ministry.", "Asked the office.", "Asked"):
        done("note", "1", words)
    for words, told in (
        ("Rang", "claim 1 has no note that begins like this: see its notes with `claimtrack show 1`"),
        ("Asked the", "claim 1 has 2 notes that begin like this: give more words"),
    ):
        refused = run("note", "1", words, "--remove")
        assert (refused.exit_code, told in refused.stderr) == (1, True)
    assert (
        "note 3 was written by ada, and only they can remove it"
        in run("note", "1", "Asked", "--remove", actor="ben").stderr
    )
    assert done("note", "1", "Asked", "--remove").stderr == "Claim 1: removed the note\n"
    done("note", "1", "Asked the off", "--remove")
    assert [note["body"] for note in read("show", "1")["notes"]] == ["Asked the ministry."]


def test_a_tag_that_may_be_the_number_of_a_claim_is_told(done, two_claims):
    told = done("tag", "1", "2", "jobs").stderr
    assert told.startswith("Claim 1: tagged 2, jobs\nWarning: 2 is now a tag.")
    assert "`claimtrack tag 1 2 --remove`" in told
    assert "Warning" not in done("tag", "1", "2", "--remove").stderr


def test_claims_that_are_given_to_a_number_are_told(done, two_claims):
    assert (
        "Warning: the claims are now assigned to 2, and claim 2 was not changed: the name comes last"
        in done("assign", "1", "2").stderr
    )
    assert "Warning" not in done("assign", "1", "2", "").stderr


LINKS = [
    # As `add --link` takes it.
    (["https://a.example=refutes"], "refutes https://a.example"),
    (["https://a.example/?x=1=supports"], "supports https://a.example/?x=1"),
    (["https://a.example=refutes", "--stance", "refutes"], "refutes https://a.example"),
    # An address may hold "=" itself.
    (["https://a.example/?x=1", "--stance", "refutes"], "refutes https://a.example/?x=1"),
]


@pytest.mark.parametrize(("given", "said"), LINKS)
def test_a_link_takes_its_stance_behind_the_address_too(done, read, two_claims, given, said):
    assert done("link", "1", *given).stderr == f"Claim 1: {said}\n"
    [kept] = read("show", "1")["evidence"]
    assert f"{kept['stance']} {kept['url']}" == said


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
def test_a_claim_goes_where_the_desks_steps_lead_and_nowhere_else(run, desk, start, reachable):
    with write_transaction(desk, "ada"):
        for status in Status:
            claims.add(desk, f"Claim for {status}", status=Status(start))
    went = set()
    for number, status in enumerate(Status, start=1):
        result = run("status", number, status)
        if status == start:
            assert f"is already {status}" in result.stderr
        elif result.exit_code == 0:
            went.add(str(status))
        else:
            assert all(step in result.stderr for step in reachable)
    assert went == reachable


def test_a_claim_that_is_called_published_without_a_review_says_that_readers_get_none(done, reviewed_desk):
    """A desk whose checks come out elsewhere may say so; whoever meant to publish one learns how."""
    for status in ("checking", "in_review"):
        assert "published review" not in done("status", "3", status).stderr
    told = done("status", "3", "published").stderr
    assert told.startswith("Claim 3: in_review → published\nIt has no published review of yours")
    assert "`claimtrack lint 3`" in told


def test_an_empty_name_gives_the_claim_back(done, read, two_claims):
    done("assign", "1", "ben")
    assert done("assign", "1", " ").stderr == "Claim 1 is assigned to nobody\n"
    assert read("list")[0]["assignee"] is None


def test_a_link_carries_what_it_does_and_where_it_is_kept(done, read, two_claims):
    done(
        "link", "1", "https://a.example", "--stance", "refutes", "--title", " The\n data ",
        "--archived", "https://web.example/a", "--primary",
    )  # fmt: skip
    [link] = read("show", "1")["evidence"]
    assert (link["stance"], link["title"], link["archived_url"], link["is_primary"], link["added_by"]) == (
        "refutes", "The data", "https://web.example/a", 1, "ada",
    )  # fmt: skip


def test_the_same_link_twice_is_refused_and_the_first_stays(done, run, read, two_claims):
    done("link", "1", "https://a.example", "--stance", "refutes")
    result = run("link", "1", "https://a.example")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: claim 1 already has this source: https://a.example. To change it: "
        "`claimtrack link 1 https://a.example --stance refutes`\n",
    )
    assert [link["stance"] for link in read("show", "1")["evidence"]] == ["refutes"]


def test_what_is_told_of_a_link_is_put_right_and_the_rest_stays(done, read, two_claims):
    done("link", "1", "https://a.example", "--title", "The data")
    told = done("link", "1", "https://a.example=refutes", "--primary").stderr
    assert told == "Claim 1, https://a.example: stance: context → refutes; primary source: nothing → yes\n"
    [link] = read("show", "1")["evidence"]
    assert (link["stance"], link["title"], link["is_primary"]) == ("refutes", "The data", 1)
    again = done("link", "1", "https://a.example", "--stance", "refutes").stderr
    assert again == "Claim 1, https://a.example: nothing changed\n"


def test_a_link_that_a_verdict_rests_on_stays_as_it_was_signed(done, run, read, two_claims):
    done("link", "1", "https://a.example=refutes")
    done("init", "--name", "The Desk")
    done(
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
    done("review", "submit", "1")
    done("review", "approve", "1", actor="ben")
    refused = run("link", "1", "https://a.example=supports")
    assert (
        refused.exit_code,
        "an approved verdict uses this source; start a correction of the review" in refused.stderr,
    ) == (1, True)
    assert [link["stance"] for link in read("show", "1")["evidence"]] == ["refutes"]


def test_a_note_keeps_its_lines_and_is_read_from_a_pipe(done, read, two_claims):
    done("note", "1", "-", stdin="First line.\nSecond line.\n\n")
    assert read("show", "1")["notes"][0]["body"] == "First line.\nSecond line."


def test_a_note_is_taken_off_several_claims_or_off_none(done, run, read, two_claims):
    done("note", 1, 2, "Rang the ministry.")
    done("note", 2, "Rang the ministry. Twice.")
    assert run("note", 1, 2, "Rang", "--remove").exit_code == 1
    assert [note["body"] for note in read("show", 1)["notes"]] == ["Rang the ministry."]
    told = done("note", 1, 2, "Rang the ministry.", "--remove").stderr
    assert told.startswith("Claim 1: removed the note\nClaim 2: removed the note\n")
    assert [note["body"] for note in read("show", 2)["notes"]] == ["Rang the ministry. Twice."]


def test_a_source_is_linked_to_several_claims_or_to_none(done, run, read, two_claims):
    done("link", 1, "https://a.example", "--title", "Rents")
    refused = run("link", 1, 2, 99, "https://a.example", "--stance", "supports")
    assert (refused.exit_code, "there is no claim 99" in refused.stderr) == (1, True)
    assert [one["stance"] for one in read("show", 1)["evidence"]] == ["context"]
    told = done("link", 2, 1, "https://a.example=supports").stderr
    assert told.startswith(
        "Claim 2: supports https://a.example\nClaim 1, https://a.example: stance: context → supports\n"
    )
    assert "Claim 1, https://a.example: nothing changed" in done("link", 1, 2, "https://a.example").stderr
    assert run("link", 1, "https://a.example").exit_code == 1
    told = done("link", 1, 2, "https://a.example", "--remove").stderr
    assert told.startswith(
        "Claim 1: removed https://a.example (supports)\nClaim 2: removed https://a.example (supports)\n"
    )


def test_a_number_where_the_note_should_be_is_told(done, two_claims):
    assert "Warning: the note says 2, and claim 2 has none" in done("note", 1, 2).stderr


def test_a_note_without_quotes_is_told_to_have_some(run, two_claims):
    refused = run("note", 1, "Rang", "the", "ministry")
    assert refused.exit_code == 2
    assert (
        "'Rang' is not a whole number of 1 or more. Put text with spaces in quotation marks."
        in refused.stderr
    )


def test_tags_go_on_and_off_several_at_once_in_any_case(done, read, two_claims):
    done("tag", "1", "Jobs", "economy", "jobs")
    assert read("list")[0]["tags"] == ["economy", "Jobs"]
    done("tag", "1", "JOBS", "--remove")
    assert read("list")[0]["tags"] == ["economy"]


def test_a_tag_that_is_given_several_times_is_told_once(run, two_claims):
    assert run("tag", "1", "x", "x", "X", "y").stderr == "Claim 1: tagged x, y\n"


@pytest.mark.parametrize(("option", "told"), [("--tag", "the tag is empty"), ("--note", "the note is empty")])
def test_an_empty_tag_or_note_is_refused_by_add_as_by_the_commands_for_them(run, two_claims, option, told):
    for command in (["add", "Rents rose by half", option, " "], [option.strip("-"), "1", " "]):
        result = run(*command)
        assert (result.exit_code, told in result.stderr) == (2, True), command


@pytest.mark.parametrize("day", ["0001-01-01", "0024-04-22", "0999-12-31"])
def test_a_year_that_must_be_a_slip_is_refused_with_the_remedy(run, two_claims, day):
    result = run("add", "Rents rose by half", "--date", day)
    assert result.exit_code == 2
    assert f"the year {day[:4]} is too long ago: write all four digits, as in 2024-04-22" in result.stderr


def test_of_several_tags_all_go_or_none(run, read, two_claims):
    assert run("tag", "1", "jobs", " ").exit_code == 2
    assert run("tag", "1", "economy", "x" * 101).exit_code == 1
    assert read("list")[0]["tags"] == []


def test_a_day_due_of_a_claim_that_is_done_is_told_not_to_be_shown(done, two_claims):
    done("status", 1, "rejected")
    told = done("due", 1, "2999-05-03").stderr
    assert told == "Claim 1 is due 2999-05-03\nWarning: it is rejected, so it is not listed as due\n"
    assert "Warning" not in done("due", 1, "").stderr


def test_a_day_due_is_shown_moved_and_taken_off(done, run, read, two_claims):
    done("due", 1, "2024-05-03")
    assert "  due: 2024-05-03\n" in done("show", 1).stdout
    assert " due" in done("list").stdout.splitlines()[0]
    assert done("due", 1, "2024-05-10").stderr == "Claim 1 is due 2024-05-10 (was 2024-05-03)\n"
    assert done("due", 1, "").stderr == "Claim 1 has no due date (was 2024-05-10)\n"
    assert " due" not in done("list").stdout.splitlines()[0]
    assert read("show", 1)["claim"]["due_on"] is None
    assert done("edit", 1, "--date", "Yesterday").exit_code == 0
    assert done("due", 1, "today").stderr == f"Claim 1 is due {date.today().isoformat()}\n"
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    assert f"Claim 1 is due {tomorrow} (was" in done("due", 1, "tomorrow").stderr
    refused = run("due", 1, "friday")
    assert (refused.exit_code, "Write it as YYYY-MM-DD" in refused.stderr) == (2, True)


@pytest.mark.parametrize("form", ["csv", "ndjson", "json", "table"])
def test_the_history_of_a_desk_is_printed_as_it_is_read_to_its_limit(done, two_claims, monkeypatch, form):
    done("note", "2", "Asked.")
    kept = []
    read = dossier._change
    monkeypatch.setattr(dossier, "_change", lambda row: kept.append(row["id"]) or read(row))
    printed = done("history", "--format", form, "--limit", "2")
    assert len(kept) == 3, "one more tells that there are more"
    assert "Only the newest 2 are shown" in printed.stderr
    assert "No changes found." in done("history", "--by", "nobody", "--format", form).stderr


def test_the_changes_of_a_desk_are_read_one_by_one(done, two_claims, monkeypatch):
    done("note", "2", "Asked.")
    kept = []
    monkeypatch.setattr(dossier, "_change", lambda row: kept.append(row["id"]) or {})
    found = dossier.desk_history(open_desk(two_claims), limit=1_000_000)
    next(found)
    assert len(kept) == 1


def test_what_was_done_on_the_whole_desk_is_told_newest_first(done, run, read, two_claims):
    done("add", "Prices fell again.", "--on-duplicate", "new")  # what it resembles is no person's doing
    done("judge", "1", "2", "different", actor="Zoë")
    done("note", "2", "Asked.", actor="ZOË")
    rows = read("history")
    assert [(row["actor"], row["table_name"], row["claim_id"]) for row in rows[:3]] == [
        ("ZOË", "notes", 2),
        ("Zoë", "matches", 1),
        ("ada", "claims", 3),
    ]
    assert [row["table_name"] for row in read("history", "--by", "zoë")] == ["notes", "matches"]
    today = date.today()
    yesterday, before = (
        today - timedelta(days=1),
        today - timedelta(days=2),
    )  # the desk may be of before midnight
    assert len(read("history", "--since", yesterday, "--until", today)) == len(rows)
    assert read("history", "--until", before) == []
    assert (
        "Only the newest 1 are shown. To see more, raise --limit or change the dates."
        in done("history", "--limit", "1").stderr
    )
    refused = run("history", "2", "--by", "ada")
    assert (refused.exit_code, "leave ID out" in refused.stderr) == (2, True)
