"""`claimtrack review`: a verdict from its draft to its publication, correction and withdrawal."""

import json
import re
import shlex
import shutil
from datetime import date, timedelta

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.steps import commands_in
from claimtrack.resources import resource
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from tests.suggestions import without_desk


@pytest.fixture
def run(named_file, desk_path):
    db = open_desk(shutil.copy(named_file, desk_path))
    with write_transaction(db, "ada"):
        claims.add(db, "Rent doubled in ten years")
    db.close()

    def run(*args, actor="ada"):
        result = CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", actor, *args])
        return without_desk(result, desk_path)

    return run


def test_review_passes_every_step_with_two_people(run):
    steps = [
        (
            ["draft", "1", "--rating", ""],
            "ada",
            "Drafted review 1 of claim 1 (assigned to ada). Next: give it a rating: `claimtrack review edit 1 --rating LABEL`",
        ),
        (
            ["edit", "1", "--rating", "Half true", "--summary", "Rent rose by 60 percent."],
            "ada",
            "Review 1 of claim 1 (“Rent doubled in ten years”: Half true): changed",
        ),
        (["submit", "1"], "ada", ": waiting for a second person to approve it"),
        (["return", "1", "--note", " Name the source"], "ben", ": sent back as a draft"),
        (["submit", "1"], "ada", ": waiting for a second person to approve it"),
        (
            ["approve", "1"],
            "ben",
            ": approved. Next: `claimtrack review publish 1 --url URL --date today`",
        ),
        (["publish", "1", "--url", "https://desk.example/rent", "--date", "2024-05-03"], "ada", "published"),
        (
            ["correct", "1", "--note", "A wrong figure.", "--summary", "59 percent."],
            "ada",
            "a correction of 1. Next: `claimtrack review submit 2`",
        ),
        (["submit", "2"], "ada", "waiting"),
        (
            ["approve", "2"],
            "ben",
            "approved. Next: `claimtrack review publish 2 --date today`",
        ),
        (["publish", "2", "--date", "2024-06-01"], "ada", "published"),
        (["withdraw", "2", "--note", "The source retracted."], "ben", "withdrawn"),
    ]
    for args, actor, message in steps:
        result = run("review", *args, actor=actor)
        assert (result.exit_code, message in result.stderr, result.stdout) == (0, True, ""), result.stderr
    rows = run("export", "csv", "corrections").stdout.splitlines()
    assert len(rows) == 3
    assert "A wrong figure. — Withdrawn: The source retracted." in rows[2]


def test_publishing_warns_of_what_the_review_lacks(run):
    run("review", "draft", "1", "--rating", "Half true")
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    result = run("review", "publish", "1", "--url", "https://desk.example/rent", "--date", "2024-05-03")
    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        "Review 1 of claim 1 (“Rent doubled in ten years”: Half true): published",
        "Warning: the review does not say why: add a summary",
        "Warning: no evidence: add a source with `claimtrack link 1 URL`",
        "Warning: no claimant: say who said it with `claimtrack edit 1 --claimant NAME`",
    ]


def test_the_command_for_an_incomplete_review_names_all_that_is_not_kept(run):
    """The address in the refused command was not recorded: the command with the date alone would be refused, too."""
    for words, actor in (
        (["draft", "1", "--rating", "Half true"], "ada"),
        (["submit", "1"], "ada"),
        (["approve", "1"], "ben"),
    ):
        assert run("review", *words, actor=actor).exit_code == 0
    bare = run("review", "publish", "1").stderr
    assert "its address and its date are missing. Add them with `claimtrack" in bare
    refused = run("review", "publish", "1", "--url", "https://desk.example/1").stderr
    assert "its date is missing. Add it with `claimtrack" in refused
    assert "review publish 1 --url https://desk.example/1 --date YYYY-MM-DD`" in refused


def test_review_under_embargo_is_not_published_early_by_its_date(run):
    today = date.today()
    tomorrow = f"{today + timedelta(days=1)}"
    run("review", "draft", "1", "--rating", "Half true", "--url", "https://desk.example/rent")
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    early = run("review", "publish", "1", "--date", tomorrow)
    # East of UTC it is refused as a day in the future, by the option itself.
    told = f"is dated {tomorrow}, and readers would get it now", f"{tomorrow} is in the future"
    assert (early.exit_code in (1, 2), any(one in early.stderr for one in told)) == (True, True)
    assert "Half true" in run("review", "list").stdout
    assert run("review", "publish", "1", "--date", "today").exit_code == 0


def test_publishing_does_not_warn_of_what_another_draft_lacks(run):
    run("review", "draft", "1", "--rating", "Half true", "--summary", "Rent rose by 60 percent.")
    run("review", "draft", "1", "--rating", "Absurd", actor="cid")
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    stderr = run("review", "publish", "1", "--url", "https://desk.example/1", "--date", "2024-05-03").stderr
    assert ("no evidence" in stderr, "summary" in stderr) == (True, False)
    rules = {row["rule"]: row["review_id"] for row in json.loads(run("lint", "1", "--format", "json").stdout)}
    assert rules["no_verdict_in_words"] == 2


# A command that does not apply to the state of a review, and the command that its error names.
REMEDIES = [
    ("approve 1", "`claimtrack review submit 1`"),
    ("correct 1 --note Slip.", "`claimtrack review edit 1`"),
    ("publish 3", "`claimtrack review return 3`"),
    ("correct 3 --note Slip.", "`claimtrack review return 3`"),
    ("submit 2", "`claimtrack review draft 1`"),
    ("publish 2", "`claimtrack review draft 1`"),
    ("withdraw 2", "`claimtrack review draft 1`"),
    ("correct 2 --note Slip.", "`claimtrack review draft 1`"),
]


def test_refused_step_names_the_command_that_leads_on(run):
    for words in (
        "draft 1 --rating Absurd --language en",
        "draft 1 --rating Absurd",
        "draft 1",
        "withdraw 3",
        "submit 2",
    ):
        run("review", *words.split())
    run("review", "approve", "2", actor="ben")
    run("review", "publish", "2", "--url", "https://desk.example/1", "--date", "2024-05-03")
    run("review", "withdraw", "2", "--note", "Gone.")
    for words, remedy in REMEDIES:
        result = run("review", *words.split(), actor="ben")
        assert (result.exit_code, remedy in result.stderr) == (1, True), (words, result.stderr)


def test_withdrawing_a_published_verdict_asks_for_confirmation(run, terminal_of):
    for actor, words in PUBLISHED:
        run("review", *words.split(), actor=actor)
    terminal = terminal_of("--actor", "ben", "review", "withdraw", "1", "--note", "Gone.")
    terminal.expect("Review 1 of claim 1 .*: Absurd.*: published")
    terminal.expect("Withdraw it?")
    terminal.send("n\n")
    last, code = terminal.ended()
    assert ("Stopped. Nothing was withdrawn." in last, code) == (True, 1)
    done = run("review", "withdraw", "1", "--note", "Gone.", "--yes")
    assert (
        done.exit_code,
        "on the site until `claimtrack publish OUT.db --site FOLDER` has been run" in done.stderr,
    ) == (0, True)


def test_correcting_a_verdict_warns_of_the_one_in_another_language(run):
    def publish(review_id, day):
        run("review", "submit", str(review_id))
        run("review", "approve", str(review_id), actor="ben")
        stderr = run("review", "publish", str(review_id), "--date", day).stderr
        return [line for line in stderr.splitlines() if line.startswith("Warning: review ")]

    for language in ("en", "de"):
        address = f"https://desk.example/rent/{language}"
        run("review", "draft", "1", "--rating", "Half true", "--language", language, "--url", address)
    assert [publish(1, "2024-05-03"), publish(2, "2024-05-03")] == [[], []]
    run("review", "correct", "1", "--note", "A wrong figure.", "--rating", "Absurd")
    assert publish(3, "2024-06-01") == ["Warning: review 2 (de) still says Half true: correct it too"]
    for review_id in ("2", "3"):
        run("review", "correct", review_id, "--note", "A wrong figure.", "--rating", "Mostly false")
    assert publish(4, "2024-06-02") == [
        "Warning: review 3 (en) still says Absurd: publish its correction, review 5 too"
    ]
    assert publish(5, "2024-06-02") == []


def test_status_of_a_claim_with_a_published_verdict_changes_only_by_its_review(run):
    run("review", "draft", "1", "--rating", "Half true")
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    run("review", "publish", "1", "--url", "https://desk.example/rent", "--date", "2024-05-03")
    again = run("review", "publish", "1", "--date", "2024-05-03").stderr
    assert "review 1 is published already, by ada: to change it, start a correction (" in again
    assert ("`claimtrack review correct 1 --note WHY`" in again, "withdraw" in again) == (True, False)
    refused = run("status", "1", "checking")
    assert (
        refused.exit_code,
        "which readers can see: correct, update or withdraw the review" in refused.stderr,
    ) == (
        1,
        True,
    )
    for status in ("open", "parked", "rejected"):
        stderr = run("status", "1", status).stderr
        assert ("`claimtrack review correct 1 --note WHY`" in stderr, ": it can go to" in stderr) == (
            True,
            False,
        )
    # What is suggested runs as it is written.
    [command] = commands_in(run("status", "1", "open").stderr)
    assert run(*shlex.split(command)[1:]).exit_code == 0
    assert "checking" in run("status", "1", "checking").stderr


def test_retired_rating_is_listed_as_retired_and_can_be_restored(run):
    def listed():
        rows = json.loads(run("rating", "list", "--format", "json").stdout)
        return {(row["scale"], row["name"]): row["retired"] for row in rows}

    absurd = ("Six-step truth scale", "Absurd")
    assert set(listed().values()) == {False}
    assert run("rating", "retire", "six-step truth scale", "absurd").exit_code == 0
    assert [label for label, retired in listed().items() if retired] == [absurd]
    refused = run("review", "draft", "1", "--rating", "Absurd")
    assert (refused.exit_code, "no rating 'Absurd'" in refused.stderr) == (1, True)
    assert run("rating", "restore", *absurd).exit_code == 0
    assert run("review", "draft", "1", "--rating", "Absurd").exit_code == 0


@pytest.mark.parametrize(
    ("label", "message"),
    [
        pytest.param(
            ("Ten stars", "True"), ". Scales: Six-step truth scale, Four-step scale", id="no such scale"
        ),
        pytest.param(("Four-step scale", "Absurd"), ". Ratings: True, Mostly true", id="of another scale"),
    ],
)
def test_unknown_scale_or_rating_is_refused_and_the_known_ones_are_listed(run, label, message):
    result = run("rating", "retire", *label)
    assert (result.exit_code, message in result.stderr) == (1, True), result.stderr


def test_correction_with_a_new_rating_tells_that_headline_and_summary_are_the_old_ones(run):
    words = ("--headline", "Homes: 800 begun", "--summary", "800 of 10,000.")
    run("review", "draft", "1", "--rating", "Half true", "--url", "https://desk.example/1", *words)
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    run("review", "publish", "1", "--date", "2024-05-03")
    for options, told in (
        (["--rating", "Absurd"], "review edit 2 --headline TEXT --summary TEXT"),
        (["--rating", "Absurd", "--summary", "None."], "but the old headline. To change that: `claimtrack review edit"),
        (["--rating", "Absurd", *words], ""),
        (["--rating", "Half true"], ""),
    ):  # fmt: skip
        stderr = run("review", "correct", "1", "--note", "Work has stopped.", *options).stderr
        assert ("It has a new rating" in stderr, told in stderr) == (bool(told), True), options
        run("review", "withdraw", str(int(stderr.split()[2].rstrip(","))))


def test_correction_that_corrects_nothing_yet_says_how_to_change_it(run):
    """Its "Next" led straight to `review submit`: the same words were signed again, below a note that they were corrected."""
    words = ("--rating", "Half true", "--summary", "800 of 10,000.", "--url", "https://desk.example/1")
    run("review", "draft", "1", *words)
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    run("review", "publish", "1", "--date", "2024-05-03")
    told = "It still says what review 1 says. To change that, before you submit it: `claimtrack review edit 2 --summary TEXT`"
    for step, options, expected in (
        ("correct", (), True),
        ("update", ("--date", "2024-06-01"), True),
        ("correct", ("--summary", "900 of 10,000."), False),
        ("correct", ("--rating", "Absurd"), False),
    ):
        stderr = run("review", step, "1", "--note", "A wrong figure.", *options).stderr
        number = int(stderr.split()[2].rstrip(","))
        assert (told.replace("edit 2", f"edit {number}") in stderr) == expected, stderr
        run("review", "withdraw", str(number))


def test_corrections_are_listed_with_the_former_verdict(run):
    run(
        "review",
        "draft",
        "1",
        "--rating",
        "Half true",
        "--url",
        "https://desk.example/1",
        "--date",
        "2024-05-03",
    )
    for number in ("1", "2"):
        run("review", "submit", number)
        run("review", "approve", number, actor="ben")
        run("review", "publish", number, "--date", "2024-05-03")
        run("review", "correct", number, "--note", "A wrong figure.", "--rating", "Absurd")
    [row] = json.loads(run("review", "corrections", "--format", "json").stdout)
    assert (row["id"], row["rating_before"], row["rating_after"]) == (2, "Half true", "Absurd")


def test_correction_keeps_its_own_date_everywhere(run, tmp_path):
    """Archives are entered long after the fact; a later correction must not move an earlier one."""
    run(
        "review",
        "draft",
        "1",
        "--rating",
        "Half true",
        "--url",
        "https://desk.example/1",
        "--date",
        "2024-01-05",
    )
    days = ["2024-01-05", "2024-02-01", "2024-03-01"]
    for number, day in enumerate(days, 1):
        run("review", "submit", str(number))
        run("review", "approve", str(number), actor="ben")
        run("review", "publish", str(number), "--date", day)
        run("review", "correct", str(number), "--note", "A wrong figure.", "--date", "2024-02-01")
    rows = json.loads(run("review", "corrections", "--format", "json").stdout)
    assert [row["changed_on"] for row in rows] == ["2024-03-01", "2024-02-01"]
    run("publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site"))
    for name in ("corrections.html", "corrections.atom"):
        published = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert [day in published for day in days] == [False, True, True]
    run("review", "withdraw", "3", "--note", "The source retracted.")
    withdrawal, *before = json.loads(run("review", "corrections", "--format", "json").stdout)
    assert (withdrawal["id"], withdrawal["changed_on"] > "2024-03-01", before) == (3, True, rows)


def test_withdrawn_correction_keeps_its_own_date(run, tmp_path):
    draft = "review draft 1 --url https://desk.example/1 --date 2024-01-05 --rating"
    run(*draft.split(), "Half true")
    for number, day in (("1", "2024-01-05"), ("2", "2024-04-02")):
        run("review", "submit", number)
        run("review", "approve", number, actor="ben")
        run("review", "publish", number, "--date", day)
        run("review", "correct", number, "--note", "A wrong figure.", "--rating", "Absurd")
    run("review", "withdraw", "3")
    run("review", "withdraw", "2", "--note", "Gone.")
    columns = ("action", "rating_before", "rating_after", "note")
    withdrawal, corrected = json.loads(run("review", "corrections", "--format", "json").stdout)
    assert [corrected[name] for name in (*columns, "changed_on")] == [
        "corrected", "Half true", "Absurd", "A wrong figure.", "2024-04-02",
    ]  # fmt: skip
    note = "A wrong figure. — Withdrawn: Gone."
    assert [withdrawal[name] for name in columns] == ["withdrawn", "Absurd", None, note]
    assert withdrawal["changed_on"] > "2024-04-02"
    run("publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site"))
    page = re.sub("</?bdi>", "", (tmp_path / "site/corrections.html").read_text(encoding="utf-8"))
    assert page.index("withdrawn: “Absurd”") < page.index(
        "2024-04-02</time> · corrected: “Half true” → “Absurd”"
    )
    feed = (tmp_path / "site/corrections.atom").read_text(encoding="utf-8")
    assert "#correction-2<" in feed
    assert "#correction-2-withdrawn<" in feed


def test_site_shows_who_was_asked_for_what_and_where_to_complain(run, tmp_path):
    run(*"review draft 1 --url https://desk.example/1 --date 2024-01-05 --rating".split(), "Half true")
    run("review", "submit", "1")
    run("review", "approve", "1", actor="ben")
    run("review", "publish", "1", "--date", "2024-01-05")
    run(
        "intervention",
        "ask",
        "1",
        "Ada Moor",
        "Where is it from?",
        "--for",
        "comment",
        "--date",
        "2024-01-02",
    )
    run("intervention", "ask", "1", "Daily Echo", "Mend the figure.", "--date", "2024-01-06")
    run("intervention", "close", "2", "corrected", "--date", "2024-01-08")
    policy = ("--link", "Corrections & complaints", "https://desk.example/policy")
    run("publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site"), *policy)
    [page] = (tmp_path / "site/reviews").glob("*.html")
    within = re.sub(r"</?(?:bdi|time)\b[^>]*>", "", page.read_text(encoding="utf-8"))
    text = " ".join(re.sub(r"<[^>]+>", " ", within).split())
    assert "Asked for comment 2024-01-02, Ada Moor: Where is it from? (no answer yet)" in text
    assert "Correction requests 2024-01-06, Daily Echo: Mend the figure. (corrected, 2024-01-08)" in text
    link = '<a href="https://desk.example/policy">Corrections &amp; complaints</a>'
    assert all(link in file.read_text(encoding="utf-8") for file in (page, tmp_path / "site/index.html"))


def test_approving_ones_own_draft_is_refused(run):
    run("review", "draft", "1", "--rating", "Half true")
    run("review", "submit", "1")
    result = run("review", "approve", "1")
    assert result.exit_code == 1
    assert result.stderr == "Error: review 1 was drafted by ada: someone else must approve it\n"


def test_review_list_shows_reviews_in_progress(run):
    run("review", "draft", "1", "--rating", "Half true")
    [row] = json.loads(run("review", "list", "--format", "json").stdout)
    assert (row["id"], row["status"], row["rating"], row["drafted_by"]) == (1, "draft", "Half true", "ada")


def test_review_list_shows_all_reviews_on_request(run):
    assert "There are no reviews." in run("review", "list", "--all").stderr
    run("review", "draft", "1", "--rating", "Half true")
    run("review", "withdraw", "1", "--yes")
    assert "No review is in progress." in run("review", "list").stderr
    [row] = json.loads(run("review", "list", "--all", "--format", "json").stdout)
    assert (row["id"], row["status"]) == (1, "withdrawn")


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (["submit", "9"], 1, "there is no review 9"),
        (["publish", "1", "--date", "May"], 2, "YYYY-MM-DD"),
        (["edit", "1"], 2, "nothing to change"),
        (["correct", "1"], 2, "--note"),
    ],
)
def test_mistake_is_reported_in_one_line(run, args, code, message):
    result = run("review", *args)
    assert (result.exit_code, message in result.stderr) == (code, True), result.stderr


PUBLISHED = (
    ("ada", "draft 1 --rating Absurd --url https://desk.example/1 --date 2024-05-03"),
    ("ada", "submit 1"),
    ("ben", "approve 1"),
    ("ben", "publish 1"),
)


def test_address_of_a_published_review_is_changed_by_its_own_command(run):
    for actor, words in PUBLISHED:
        run("review", *words.split(), actor=actor)
    refused = run("review", "edit", "1", "--url", "https://elsewhere.example/1", actor="cid")
    assert (refused.exit_code, "`claimtrack review address 1 URL`" in refused.stderr) == (1, True)
    moved = run("review", "address", "1", "https://desk.example/rent", actor="ben")
    assert (moved.exit_code, moved.stderr) == (0, "Review 1 is now at https://desk.example/rent\n")
    history = run("history", "1").stdout
    assert "https://desk.example/1 → https://desk.example/rent" in history
    run("review", "correct", "1", "--note", "A slip.")
    stderr = run("review", "address", "1", "https://desk.example/rents", actor="ben").stderr
    assert "Its correction, review 2, still has the old address" in stderr
    inside = run("review", "address", "1", "http://localhost:8000/rents", actor="ben").stderr
    assert "Warning: readers cannot open the address of the review" in inside
    assert "when you publish" not in inside


def test_rival_draft_of_the_same_claim_is_reported_at_every_step(run):
    run("review", "draft", "1", "--rating", "Absurd", actor="cid")
    stderr = run("review", "draft", "1", "--rating", "Half true").stderr
    warning = "Review 1, also of claim 1, is draft (drafted by cid): only one of them can be published; to withdraw that one, use"
    assert warning in stderr
    assert warning in run("review", "submit", "2").stderr
    assert warning in run("review", "approve", "2", actor="ben").stderr
    run("review", "publish", "2", "--url", "https://desk.example/1", "--date", "2024-05-03")
    assert (
        "Review 2, also of claim 1, is published (drafted by ada, approved by ben): to change its verdict, use `claimtrack review correct 2 --note WHY`"
        in run("review", "submit", "1").stderr
    )
    for listing in (("review", "list"), ("show", "1")):
        assert "submitted, cannot be published beside review 2" in run(*listing).stdout
    [row] = json.loads(run("review", "list", "--format", "json").stdout)
    assert (row["id"], row["excluded_by_id"]) == (1, 2)
    # Its own correction can.
    run("review", "withdraw", "1")
    run("review", "correct", "2", "--note", "A slip.", "--rating", "Absurd")
    assert "cannot be published" not in run("review", "list").stdout


def test_doctor_reports_a_rewritten_verdict_and_its_remedy_restores_it(run, desk_path):
    for actor, words in (*PUBLISHED, ("ben", "withdraw 1 --note Gone.")):
        run("review", *words.split(), actor=actor)
    db = open_desk(desk_path)
    [rule] = db.execute("select sql from sqlite_master where name = 'reviews_published_is_final'").fetchone()
    db.execute("drop trigger reviews_published_is_final")
    db.execute("update reviews set summary = 'It was so.'")
    db.execute(rule)
    db.conn.commit()
    result = run("doctor")
    assert result.exit_code == 1
    assert "changed since: reviews 1: schema/README.md explains how to restore them" in result.stdout
    remedy = (
        (resource("schema") / "README.md").read_text(encoding="utf-8").split("```sql\n")[1].split("```")[0]
    )
    db.conn.execute(remedy.replace("(1, 5)", "(1)"))
    db.conn.commit()
    assert db.execute("select summary from reviews").fetchone() == (None,)
    db.close()
    assert run("doctor").exit_code == 0
