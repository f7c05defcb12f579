"""When an article is corrected, the claims that it no longer contains are marked wherever they are shown."""

import json
import re

import pytest

from tests.cli.conftest import figures

ARTICLE = "Lee said 12 trains were late in York. Lee said 30 schools closed."
CORRECTED = ARTICLE.replace("30", "35")
PLACE = ("--url", "https://n.example/1")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def corrected(run_ok, article):
    """The file of an article that was corrected after it was ingested."""
    run_ok("ingest", article, *PLACE, "--date", "2024-05-01")
    run_ok("status", "2", "open")
    article.write_text(CORRECTED)
    return article


def test_ingest_names_the_claims_that_a_new_version_drops(run_ok, corrected):
    stderr = run_ok("ingest", corrected, *PLACE, "--date", "2024-05-09").stderr
    assert stderr.startswith(
        "Article 2 is a new version of article 1.\n  It no longer contains claim 2 (open): 30 schools closed\n    "
        "Perhaps it now reads (claim 3): 35 schools closed\n1 new, "
    )


def test_replacement_that_appears_twice_in_a_new_version_is_suggested_once(run_ok, corrected):
    corrected.write_text(f"{CORRECTED} Lee said 35 schools closed.")
    stderr = run_ok("ingest", corrected, *PLACE).stderr
    assert stderr.count("Perhaps it now reads") == 1


def test_dry_run_predicts_the_claims_that_a_new_version_drops(run_ok, corrected):
    stderr = run_ok("ingest", corrected, *PLACE, "--dry-run").stderr
    assert stderr.startswith(
        f"{corrected} would be a new version of article 1.\n  It no longer contains claim 2 (open): 30 schools closed\n    "
        "Perhaps it now reads: 35 schools closed\n1 new, "
    )


def test_reverting_a_page_to_an_older_text_makes_that_version_current(run_ok, corrected):
    """However many versions came in between, the text read last is the current one."""
    run_ok("ingest", corrected, *PLACE)
    corrected.write_text(CORRECTED.replace("35", "36"))
    run_ok("ingest", corrected, *PLACE)
    corrected.write_text(ARTICLE)
    message = (
        "current again, in place of its newer version, article 3. If this was an old copy, ingest the newer text again.\n"
        "  It no longer contains claim 4 (proposed): 36 schools closed\n0 new, "
    )
    dry = run_ok("ingest", corrected, *PLACE, "--dry-run").stderr
    assert dry.startswith(f"Article 1 is already on the desk and would be {message}")
    assert run_ok("ingest", corrected, *PLACE).stderr.startswith(
        f"Article 1 is already on the desk and is {message}"
    )
    assert "no longer in its article" not in run_ok("show", "2").stdout
    assert "(no longer in its new version, article 1)" in run_ok("show", "4").stdout
    assert run_ok("ingest", corrected, *PLACE).stderr.startswith("0 new, 0 repeat")


def test_rereading_an_old_copy_changes_nothing_and_names_the_newest_version(run_ok, corrected, tmp_path):
    for number in (35, 36):
        newer = tmp_path / f"copy-{number}.txt"
        newer.write_text(CORRECTED.replace("35", str(number)))
        run_ok("ingest", newer, *PLACE)
    corrected.write_text(ARTICLE)
    message = (
        "Article 1 is already on the desk, and so is a newer version of it, article 3, which stays current. If the article "
        "did go back to this text, ingest it with a --date after the newer version's, or without one from standard input.\n0 "
    )
    assert run_ok("ingest", corrected, *PLACE, "--dry-run").stderr.startswith(message)
    assert run_ok("ingest", corrected, *PLACE).stderr.startswith(message)
    assert "(no longer in its new version, article 2)" in run_ok("show", "2").stdout


@pytest.fixture
def two_copies(run_ok, article, tmp_path):
    """Two files with two texts of one page, dated the first and the second of May."""
    newer = tmp_path / "newer.txt"
    newer.write_text(CORRECTED)
    run_ok("ingest", article, *PLACE, "--date", "2024-05-01")
    run_ok("ingest", newer, *PLACE, "--date", "2024-05-02")
    return article, newer


@pytest.mark.parametrize(
    ("day", "is_back"),
    [
        pytest.param("2024-05-03", True, id="a day after both"),
        pytest.param("2024-05-02", False, id="the day of the newer text"),
        pytest.param("2024-05-01", False, id="the day of the older text"),
        pytest.param(None, False, id="no day"),
    ],
)
def test_older_text_becomes_current_again_only_with_a_later_date(run_ok, two_copies, day, is_back):
    command = ["ingest", two_copies[0], *PLACE, *(["--date", day] if day else [])]
    for options in (["--dry-run"], []):
        assert (
            "again, in place of its newer version, article 2" in run_ok(*command, *options).stderr
        ) == is_back
    gone = {
        claim_id: "no longer in its article" in run_ok("show", claim_id).stdout for claim_id in ("2", "3")
    }
    assert gone == {"2": not is_back, "3": is_back}


def test_reingesting_the_same_dated_files_changes_nothing(run_ok, read_json, two_copies):
    runs = list(zip((*two_copies, two_copies[0]), ("2024-05-01", "2024-05-02", "2024-05-03"), strict=True))
    run_ok("ingest", runs[-1][0], *PLACE, "--date", runs[-1][1])
    before = read_json("list")
    for path, day in runs:
        assert "0 new, 0 repeat" in run_ok("ingest", path, *PLACE, "--date", day).stderr
    assert read_json("list") == before


def test_older_text_from_standard_input_becomes_current_again(run_ok, two_copies):
    stderr = run_ok("ingest", "-", *PLACE, stdin=ARTICLE).stderr
    assert "again, in place of its newer version, article 2" in stderr


def test_ingest_rows_name_the_previous_version_and_dropped_claims(read_json, corrected):
    planned = read_json("ingest", corrected, *PLACE, "--dry-run")
    filed = read_json("ingest", corrected, *PLACE)
    assert {(row["previous_id"], *row["dropped_claim_ids"]) for row in planned + filed} == {(1, 2)}
    assert [row["outcome"] for row in planned] == ["known", "new"]
    again = read_json("ingest", corrected, *PLACE, "--dry-run")
    assert {(row["previous_id"], *row["dropped_claim_ids"]) for row in again} == {(None,)}


def test_show_list_and_triage_mark_dropped_claims(run_ok, read_json, corrected):
    before = run_ok("list").stdout
    run_ok("ingest", corrected, *PLACE, "--date", "2024-05-09")
    shown = run_ok("show", "2").stdout
    assert "seen: once, on 2024-05-01, no longer in its article" in shown
    assert (
        "2024-05-01  Lee, indirect in https://n.example/1 (no longer in its new version, article 2): 30 schools closed"
        in shown
    )
    carried_over = run_ok("show", "1").stdout
    assert "seen: once, 2024-05-01 to 2024-05-09\n" in carried_over
    for line in ("2024-05-01  Lee, indirect in {} (earlier version): ", "2024-05-09  Lee, indirect in {}: "):
        assert line.format("https://n.example/1") in carried_over
    assert [row["dropped"] for row in read_json("list")] == [0, 1, 0]
    # A table omits the column when nothing was dropped.
    assert "dropped" not in before
    assert "dropped" in run_ok("list").stdout
    assert "dropped" not in run_ok("list", "--status", "proposed").stdout
    run_ok("status", "2", "proposed")
    assert {row["id"]: row["dropped"] for row in read_json("triage", "--list")} == {1: 0, 2: 1, 3: 0}
    prompt = run_ok("triage", stdin="ssq").stdout
    assert re.search(r"claim 2 · Lee · indirect · score 0\.\d\d · no longer in its article", prompt)


def test_undated_article_shows_its_filing_day_but_no_day_seen(run_ok, read_json, article):
    run_ok("ingest", article)
    filed = read_json("list")[0]["created_at"][:10]
    shown = run_ok("show", "1").stdout
    assert "seen: once, on an unknown day\n" in shown
    assert f"unknown day (filed {filed})  Lee, indirect in {article}: 12 trains" in shown
    assert f"unknown day (filed {filed})" in run_ok("triage", stdin="q").stdout
    assert read_json("list")[0]["first_seen"] is None


def test_new_version_is_not_counted_as_a_repeat_in_stats(run_ok, read_json, corrected):
    run_ok("ingest", corrected, *PLACE)
    counts = figures(read_json("stats"))
    assert (counts["appearances"], counts["claims_seen_more_than_once"]) == (4, 0)


# ── corrected speakers ──────────────────────────────────────────────────────────────────────────

QUOTED = 'Fares rose. "The port has lost 400 jobs since 2019," union leader Bob Rae said. "We were never asked about 12 cranes," he said.'
REATTRIBUTED = QUOTED.replace("union leader Bob Rae", "port director Ann Lee").replace("he said", "she said")


@pytest.fixture
def reattributed(run_ok, article):
    article.write_text(QUOTED)
    run_ok("ingest", article, *PLACE)
    run_ok("status", "3", "open")
    article.write_text(REATTRIBUTED)
    return article


def test_ingest_and_its_dry_run_report_corrected_speakers(run_ok, reattributed):
    message = (
        "  It now has Ann Lee as the speaker of claim 2 (proposed), no longer Bob Rae: The port has lost 400 jobs "
        "since 2019\n  It now has Ann Lee as the speaker of claim 3 (open), no longer Bob Rae (its claimant stays Bob Rae): We were "
        "never asked about 12 cranes\n0 new, "
    )
    assert message in run_ok("ingest", reattributed, *PLACE, "--dry-run").stderr
    assert message in run_ok("ingest", reattributed, *PLACE).stderr
    assert "claimant: Ann Lee" in run_ok("show", "2").stdout
    assert "claimant: Bob Rae" in run_ok("show", "3").stdout
    assert message not in run_ok("ingest", reattributed, *PLACE).stderr


def test_of_a_corrected_label_the_first_claims_are_named_and_the_rest_counted(run_ok, article):
    turns = [
        f"SPEAKER 1: We opened {n} schools.\n\nANN LEE: You closed {n + 50} of them.\n\n"
        for n in range(20, 28)
    ]
    article.write_text("".join(turns))
    run_ok("ingest", article, *PLACE)
    run_ok("edit", "15", "--claimant", "Cy Ono")
    article.write_text("".join(turns).replace("SPEAKER 1", "BOB RAE"))
    told = run_ok("ingest", article, *PLACE).stderr
    assert told.count("It now has Bob Rae as the speaker of claim ") == 6
    assert "claim 15 (proposed), where Cy Ono stays, because someone corrected that: We opened 27" in told
    assert "  It now has Bob Rae as the speaker of 2 more claims, no longer SPEAKER 1.\n" in told


def test_ingest_rows_list_claims_with_corrected_speakers(read_json, reattributed):
    assert {
        tuple(row["corrected_claim_ids"]) for row in read_json("ingest", reattributed, *PLACE, "--dry-run")
    } == {(2, 3)}


def test_dry_run_reports_dropped_claims_for_every_entry_of_a_live_page(run_ok, tmp_path):
    """Two entries at one address drop the same claim, which used to be reported for the first of them only."""
    feed = tmp_path / "live.json"
    texts = [
        "Storm hits Ness, 40 people were hurt, mayor Tom Reed said.",
        "Buses cost 5 million euros, Ada Moor said.",
        "Crime fell by 9 percent in a year, Bo Lee said.",
    ]

    def publish(count):
        items = [
            {"id": text, "url": PLACE[1], "title": "Live", "content_text": text} for text in texts[:count]
        ]
        feed.write_text(
            json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": items})
        )

    publish(2)
    run_ok("ingest", feed)
    publish(3)
    planned, filed = run_ok("ingest", feed, "--dry-run").stderr, run_ok("ingest", feed).stderr
    gone = "It no longer contains claim 2 (proposed): Buses cost 5 million euros"
    assert planned.count(gone) == filed.count(gone) == 2
