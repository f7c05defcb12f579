"""Messages that once puzzled newcomers: each says what is the case, and what to do."""

import signal
import subprocess
import sys
import time

import pytest

HEADLINE = "Mayor opens a bridge over the Elland river"


@pytest.fixture
def proposed(run_ok):
    for number in (1, 2, 3):
        run_ok("add", f"Line {number} carried {number}0,000 people last May", "--status", "proposed")


def test_lines_that_are_duplicates_of_each_other_are_named(proposed, run, tmp_path):
    sheet = tmp_path / "decisions.csv"
    sheet.write_text("id,decision,other\n1,duplicate,2\n2,duplicate,3\n3,duplicate,1\n")
    refused = run("triage", "--decisions", sheet)
    assert (
        "line 4: claim 3 cannot be a duplicate of claim 1, which lines 2, 3 of the file call a"
        in refused.stderr
    )
    sheet.write_text("id,decision,other\n1,duplicate,2\n2,duplicate,1\n")
    assert (
        "line 3: claim 2 cannot be a duplicate of claim 1, which line 2 of the file calls a duplicate of claim"
        in run("triage", "--decisions", sheet).stderr
    )
    sheet.write_text("id,decision,other\n1,duplicate,1\n2,duplicate,1\n")
    assert "line 2: a claim cannot be judged against itself" in run("triage", "--decisions", sheet).stderr
    sheet.write_text("id,decision,other\n1,duplicate,2\n2,duplicate,3\n")
    assert run("triage", "--decisions", sheet).exit_code == 0


def test_query_parameter_is_not_taken_for_a_stance(two_claims, run_ok, read_json):
    run_ok("link", "1", "https://s.example/?q=supports")
    run_ok("link", "1", "https://s.example/?a=1&q=refutes", "--stance", "supports")
    run_ok("link", "1", "https://s.example/?id=4=refutes")
    evidence = [(row["url"], row["stance"]) for row in read_json("show", "1")["evidence"]]
    assert evidence == [
        ("https://s.example/?q=supports", "context"),
        ("https://s.example/?a=1&q=refutes", "supports"),
        ("https://s.example/?id=4", "refutes"),
    ]


def test_link_can_be_removed(two_claims, run_ok, run, read_json):
    run_ok("link", "1", "https://s.example=refutes")
    stderr = run_ok("link", "1", "https://s.example", "--remove").stderr
    assert stderr == "Claim 1: removed https://s.example (refutes)\n"
    assert read_json("show", "1")["evidence"] == []
    assert "removed the source: https://s.example" in run_ok("history", "1").stdout
    refused = run("link", "1", "https://s.example", "--remove")
    assert (refused.exit_code, refused.stderr) == (
        1,
        "Error: claim 1 has no source https://s.example. Its sources: none\n",
    )


def test_refuting_link_counts_as_evidence(two_claims, run_ok, run):
    assert "no evidence: add a source" in run("lint", "1").stdout
    run_ok("link", "1", "https://s.example=refutes")
    assert "no evidence:" not in run("lint", "1").stdout


def test_hidden_files_in_a_folder_are_counted(run_ok, tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text("Rents fell by 5 per cent in 2023, Ada Miller said.")
    assert "hidden files" not in run_ok("ingest", folder).stderr
    (folder / ".b.txt").write_text("Rents fell by 6 per cent in 2023, Ada Miller said.")
    assert "1 hidden file or folder in " in run_ok("ingest", folder).stderr


@pytest.mark.parametrize(
    "heading",
    [
        "FOR IMMEDIATE RELEASE\n\n",
        "EMBARGOED UNTIL 5 MAY, 6 AM\nPRESS RELEASE\n\n",
        "News Release: 4 May\n",
        "",
    ],
)
def test_press_release_is_listed_under_its_headline(run_ok, tmp_path, heading):
    release = tmp_path / "release.txt"
    release.write_text(f"{heading}{HEADLINE}\n\nThe bridge cost 4 million pounds in 2023, Ada Miller said.\n")
    run_ok("ingest", release)
    assert f"in {HEADLINE}: " in run_ok("show", "1").stdout


def test_ingest_and_show_list_the_same_matches(run_ok, read_json, tmp_path):
    texts = [
        "Rents in Elland rose by 5 per cent in 2023, Ada Miller said.",
        "Crime in Elland fell by 9 per cent in 2019, Bo Li said.",
        "Rents in Elland rose by 7 per cent in 2023, Bo Li said.",
    ]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text)
        [planned] = read_json("ingest", tmp_path / f"{number}.txt", "--dry-run")
        [filed] = read_json("ingest", tmp_path / f"{number}.txt")
        matched = {match["claim_id"] for match in read_json("show", filed["claim_id"])["matches"]}
        assert set(filed["resembles"]) == matched
        assert set(planned["resembles"]) >= matched
    assert matched == {1}


def test_first_review_is_refused_with_hints_at_both_name_and_scale(two_claims, run, run_ok):
    assert "claimtrack init --name" in run("review", "draft", "1", "--rating", "False").stderr
    run_ok("init")
    refused = run("review", "draft", "1", "--rating", "False").stderr
    assert "claimtrack init --name" in refused
    assert "--scale" in refused
    assert "--scale" not in run("review", "draft", "1").stderr


def test_date_of_an_article_is_not_shown_as_the_date_of_the_claim(run_ok, tmp_path):
    article = tmp_path / "a.txt"
    article.write_text("Rents fell by 5 per cent in 2023, Ada Miller said.")
    run_ok("ingest", article, "--date", "2024-03-15")
    assert "said on" not in run_ok("show", "1").stdout
    shown = run_ok("triage", stdin="q").stdout
    assert "said on" not in shown
    assert "2024-03-15" in shown


_NOT_SAVED = " What was not finished was not saved."


@pytest.mark.parametrize(
    ("command", "function", "unsaved"),
    [
        (["import", "csv", "SHEET"], "claimtrack.workflow.sheets.importing.plan_import", _NOT_SAVED),
        (["doctor", "--repair"], "claimtrack.store.file.checks.examine", _NOT_SAVED),
        (["backup", "copy.db"], "claimtrack.store.file.copying.backup", _NOT_SAVED),
        (["status", "1", "checking"], "claimtrack.store.claims.get", _NOT_SAVED),
        (["list"], "claimtrack.store.views.claims", ""),
        (["export", "csv"], "claimtrack.workflow.exporting.export_sheet", ""),
    ],
)
def test_ctrl_c_reports_that_unfinished_work_was_not_saved_where_there_is_any(
    run, two_claims, tmp_path, monkeypatch, command, function, unsaved
):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    (tmp_path / "sheet.csv").write_text("text\nRents fell by 5 percent in 2020\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(function, interrupt)
    ended = run(*(str(tmp_path / "sheet.csv") if word == "SHEET" else word for word in command))
    assert ended.exit_code == 1
    assert ended.stderr.endswith(f"\nStopped.{unsaved}\n")
    assert "Aborted" not in ended.stderr
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.slow
def test_ctrl_c_before_anything_is_filed_says_so(desk_path):
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "ingest", "-"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # When a shell runs the tests in the background, every process that they start ignores Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as program:
        program.stdin.write(
            "Rents rose. " * 10_000
        )  # more than a pipe holds: written once the program reads it
        program.stdin.flush()
        time.sleep(0.1)  # it waits for more
        program.send_signal(signal.SIGINT)
        _, stderr = program.communicate(timeout=30)
    assert stderr.endswith("Stopped before anything was filed. Run the same command again to start over.\n")
    assert program.returncode == -signal.SIGINT
