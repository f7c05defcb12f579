"""`articles` lists the articles on the desk, with their numbers, and marks those that their outlets withdrew."""

import json


def test_articles_are_listed_newest_first_with_name_outlet_and_appearances(run_ok, read_json, desk, tmp_path):
    (tmp_path / "quay.txt").write_text(
        "Quay to close\n\nThe quay cost $2m, mayor Ada Quist said.\n", encoding="utf-8"
    )
    run_ok("ingest", tmp_path / "quay.txt", "--outlet", "Norre News", "--date", "2024-05-03")
    run_ok("add", "The port carried 900 cars.", "--source", "Radio 4")
    rows = [(row["id"], row["article"], row["outlet"], row["appearances"]) for row in read_json("articles")]
    assert rows == [(2, "Radio 4", None, 1), (1, "Quay to close", "Norre News", 1)]
    assert [row["id"] for row in read_json("articles", "--limit", 1)] == [2]
    told = "Only the newest 1 are shown. To see more, raise --limit.\n"
    assert [run_ok("articles", "--limit", limit).stderr for limit in (1, 2)] == [told, ""]
    shown = run_ok("articles").stdout
    assert "source" in shown
    assert "quay.txt" in shown


def test_empty_desk_says_how_to_read_an_article(run_ok, desk):
    told = "No articles yet. Read one with `claimtrack ingest`."
    assert told in run_ok("articles").stderr


def test_changed_article_is_listed_once_as_its_newest_version(run_ok, read_json, desk, tmp_path):
    page = tmp_path / "quay.txt"
    for cost in (2, 3):
        page.write_text(f"The quay cost ${cost}m, mayor Ada Quist said. The port carried 900 cars, he added.")
        run_ok("ingest", page, "--url", "https://news.example/quay")
        assert ("changed from" in run_ok("articles").stdout) == (cost == 3)
    assert [(row["id"], row["previous_id"]) for row in read_json("articles")] == [(2, 1)]
    newest = run_ok("articles").stdout.splitlines()[2].split()
    assert newest[:6] == ["2", "https://news.example/quay", "2", "2", "proposed", "1"]


def test_the_options_of_the_list_are_refused_before_a_subcommand(run, run_ok, desk, tmp_path):
    (tmp_path / "quay.txt").write_text("The quay cost $2m, mayor Ada Quist said.", encoding="utf-8")
    run_ok("ingest", tmp_path / "quay.txt")
    for option, value in (("--format", "json"), ("--limit", "5")):
        refused = run("articles", option, value, "withdraw", "1")
        assert (refused.exit_code, f"{option} before `withdraw` is for the list" in refused.stderr) == (
            2,
            True,
        )
    [row] = json.loads(run_ok("articles", "withdraw", "1", "--format", "json").stdout)
    assert row["withdrawn_on"]


def test_restoring_the_notice_of_a_withdrawal_says_how_to_have_the_claims_again(
    run_ok, read_json, desk, tmp_path
):
    page, notice = tmp_path / "quay.txt", tmp_path / "kill.txt"
    page.write_text("The quay cost $2m, mayor Ada Quist said.", encoding="utf-8")
    notice.write_text("KILL: The quay\n\nPlease delete it.", encoding="utf-8")
    run_ok("ingest", page, "--date", "2024-05-03")
    run_ok("ingest", notice, "--version-of", "1", "--date", "2024-05-04")
    told = run_ok("articles", "restore", "1").stderr
    assert (
        "To have those of article 1 again, ingest its text again, with a --date after the notice's." in told
    )
    run_ok("ingest", page, "--date", "2024-05-05")
    assert [row["dropped"] for row in read_json("list")] == [0]
    assert "It had claim 1 (proposed)" in run_ok("articles", "withdraw", "1").stderr
    assert "on 2024-05-03, its article was withdrawn\n" in run_ok("show", "1").stdout
    assert "It had claim" not in run_ok("articles", "withdraw", "1", "--note", "The editor rang").stderr
    assert "ingest its text again" not in run_ok("articles", "restore", "1").stderr
