"""A corrected article, as a reporter sees it: what it no longer holds is said wherever the claim is shown."""

import json
import re

import pytest

ARTICLE = "Lee said 12 trains were late in York. Lee said 30 schools closed."
AGAIN = ARTICLE.replace("30", "35")
PLACE = ("--url", "https://n.example/1")


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


@pytest.fixture
def corrected(done, article):
    """The article as it was filed, then as it reads now; on the desk as it was."""
    done("ingest", article, *PLACE, "--date", "2024-05-01")
    done("status", "2", "open")
    article.write_text(AGAIN)
    return article


def test_ingest_names_what_the_new_version_no_longer_holds(done, corrected):
    told = done("ingest", corrected, *PLACE, "--date", "2024-05-09").stderr
    assert told.startswith(
        "Article 2 is a new version of article 1.\n  It no longer contains claim 2 (open): 30 schools closed\n    "
        "Perhaps it now reads (claim 3): 35 schools closed\n1 new, "
    )


def test_what_stands_twice_in_the_new_version_is_told_once(done, corrected):
    corrected.write_text(f"{AGAIN} Lee said 35 schools closed.")
    told = done("ingest", corrected, *PLACE).stderr
    assert told.count("Perhaps it now reads") == 1


def test_a_dry_run_foresees_it(done, corrected):
    told = done("ingest", corrected, *PLACE, "--dry-run").stderr
    assert told.startswith(
        f"{corrected} would be a new version of article 1.\n  It no longer contains claim 2 (open): 30 schools closed\n    "
        "Perhaps it now reads: 35 schools closed\n1 new, "
    )


def test_a_page_that_goes_back_to_an_older_text_has_that_now(done, corrected):
    """However many versions came between: what was read last is what stands there."""
    done("ingest", corrected, *PLACE)
    corrected.write_text(AGAIN.replace("35", "36"))
    done("ingest", corrected, *PLACE)
    corrected.write_text(ARTICLE)
    news = (
        "current again, in place of its newer version, article 3. If this was an old copy, ingest the newer text again.\n"
        "  It no longer contains claim 4 (proposed): 36 schools closed\n0 new, "
    )
    dry = done("ingest", corrected, *PLACE, "--dry-run").stderr
    assert dry.startswith(f"Article 1 is already on the desk and would be {news}")
    assert done("ingest", corrected, *PLACE).stderr.startswith(
        f"Article 1 is already on the desk and is {news}"
    )
    assert "no longer in its article" not in done("show", "2").stdout
    assert "(no longer in its new version, article 1)" in done("show", "4").stdout
    assert done("ingest", corrected, *PLACE).stderr.startswith("0 new, 0 repeat")


def test_an_old_copy_that_is_read_once_more_puts_nothing_back_and_names_the_newest_version(
    done, corrected, tmp_path
):
    for number in (35, 36):
        newer = tmp_path / f"copy-{number}.txt"
        newer.write_text(AGAIN.replace("35", str(number)))
        done("ingest", newer, *PLACE)
    corrected.write_text(ARTICLE)
    told = (
        "Article 1 is already on the desk, and so is a newer version of it, article 3, which stays current. If the article "
        "did go back to this text, ingest it with a --date after the newer version's, or from standard input.\n0 "
    )
    assert done("ingest", corrected, *PLACE, "--dry-run").stderr.startswith(told)
    assert done("ingest", corrected, *PLACE).stderr.startswith(told)
    assert "(no longer in its new version, article 2)" in done("show", "2").stdout


@pytest.fixture
def two_copies(done, article, tmp_path):
    """Two files with two texts of one page, of the first and the second of May."""
    newer = tmp_path / "newer.txt"
    newer.write_text(AGAIN)
    done("ingest", article, *PLACE, "--date", "2024-05-01")
    done("ingest", newer, *PLACE, "--date", "2024-05-02")
    return article, newer


@pytest.mark.parametrize(
    ("day", "is_back"),
    [
        pytest.param("2024-05-03", True, id="a day after both"),
        pytest.param("2024-05-02", False, id="that of the newer one"),
        pytest.param("2024-05-01", False, id="its own"),
        pytest.param(None, False, id="no day"),
    ],
)
def test_a_file_that_is_told_with_a_later_day_is_the_text_that_the_article_went_back_to(
    done, two_copies, day, is_back
):
    told = ["ingest", two_copies[0], *PLACE, *(["--date", day] if day else [])]
    for more in (["--dry-run"], []):
        assert ("again, in place of its newer version, article 2" in done(*told, *more).stderr) == is_back
    gone = {claim_id: "no longer in its article" in done("show", claim_id).stdout for claim_id in ("2", "3")}
    assert gone == {"2": not is_back, "3": is_back}


def test_the_same_files_told_once_more_add_and_move_nothing(done, read, two_copies):
    runs = list(zip((*two_copies, two_copies[0]), ("2024-05-01", "2024-05-02", "2024-05-03"), strict=True))
    done("ingest", runs[-1][0], *PLACE, "--date", runs[-1][1])
    before = read("list")
    for path, day in runs:
        assert "0 new, 0 repeat" in done("ingest", path, *PLACE, "--date", day).stderr
    assert read("list") == before


def test_from_standard_input_an_older_text_is_what_the_page_has_now(done, two_copies):
    told = done("ingest", "-", *PLACE, stdin=ARTICLE).stderr
    assert "again, in place of its newer version, article 2" in told


def test_programs_are_told_in_each_row(read, corrected):
    planned = read("ingest", corrected, *PLACE, "--dry-run")
    filed = read("ingest", corrected, *PLACE)
    assert {(row["previous_id"], *row["dropped"]) for row in planned + filed} == {(1, 2)}
    assert [row["outcome"] for row in planned] == ["known", "new"]
    again = read("ingest", corrected, *PLACE, "--dry-run")
    assert {(row["previous_id"], *row["dropped"]) for row in again} == {(None,)}


def test_show_list_and_triage_say_so(done, read, corrected):
    before = done("list").stdout
    done("ingest", corrected, *PLACE, "--date", "2024-05-09")
    shown = done("show", "2").stdout
    assert "seen: once, on 2024-05-01, no longer in its article" in shown
    assert (
        "2024-05-01  Lee, indirect in https://n.example/1 (no longer in its new version, article 2): 30 schools closed"
        in shown
    )
    held = done("show", "1").stdout
    assert "seen: once, 2024-05-01 to 2024-05-09\n" in held
    for told in ("2024-05-01  Lee, indirect in {} (earlier version): ", "2024-05-09  Lee, indirect in {}: "):
        assert told.format("https://n.example/1") in held
    assert [row["dropped"] for row in read("list")] == [0, 1, 0]
    # A table spares the column where nothing was dropped.
    assert "dropped" not in before
    assert "dropped" in done("list").stdout
    assert "dropped" not in done("list", "--status", "proposed").stdout
    done("status", "2", "proposed")
    assert {row["id"]: row["dropped"] for row in read("triage", "--list")} == {1: 0, 2: 1, 3: 0}
    asked = done("triage", stdin="ssq").stdout
    assert re.search(r"claim 2 · Lee · indirect · score 0\.\d\d · no longer in its article", asked)


def test_an_article_without_a_date_is_filed_on_a_day_and_seen_on_none(done, read, article):
    done("ingest", article)
    filed = read("list")[0]["created_at"][:10]
    shown = done("show", "1").stdout
    assert "seen: once, on an unknown day\n" in shown
    assert f"unknown day (filed {filed})  Lee, indirect in {article}: 12 trains" in shown
    assert f"unknown day (filed {filed})" in done("triage", stdin="q").stdout
    assert read("list")[0]["first_seen"] is None


def test_an_article_read_again_is_no_repeat_in_the_figures(done, read, corrected):
    done("ingest", corrected, *PLACE)
    figures = {row["what"]: row["count"] for row in read("stats")}
    assert (figures["appearances"], figures["claims seen more than once"]) == (4, 0)


# ── who said it ─────────────────────────────────────────────────────────────────────────────────

SAID = 'Fares rose. "The port has lost 400 jobs since 2019," union leader Bob Rae said. "We were never asked about 12 cranes," he said.'
SAID_BY_ANOTHER = SAID.replace("union leader Bob Rae", "port director Ann Lee").replace("he said", "she said")


@pytest.fixture
def said_by_another(done, article):
    article.write_text(SAID)
    done("ingest", article, *PLACE)
    done("status", "3", "open")
    article.write_text(SAID_BY_ANOTHER)
    return article


def test_a_speaker_put_right_is_told_by_ingest_and_its_dry_run(done, said_by_another):
    news = (
        "  It now has Ann Lee as the speaker of claim 2 (proposed), no longer Bob Rae: The port has lost 400 jobs "
        "since 2019\n  It now has Ann Lee as the speaker of claim 3 (open), no longer Bob Rae (its claimant stays Bob Rae): We were "
        "never asked about 12 cranes\n0 new, "
    )
    assert news in done("ingest", said_by_another, *PLACE, "--dry-run").stderr
    assert news in done("ingest", said_by_another, *PLACE).stderr
    assert "claimant: Ann Lee" in done("show", "2").stdout
    assert "claimant: Bob Rae" in done("show", "3").stdout
    assert news not in done("ingest", said_by_another, *PLACE).stderr


def test_programs_are_told_of_it_in_each_row(read, said_by_another):
    assert {tuple(row["corrected"]) for row in read("ingest", said_by_another, *PLACE, "--dry-run")} == {
        (2, 3)
    }


def test_a_dry_run_says_of_each_entry_of_a_live_page_what_it_no_longer_holds(done, tmp_path):
    """Two entries at one address drop the same claim: that was said once, under the first of them."""
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
    done("ingest", feed)
    publish(3)
    dry, told = done("ingest", feed, "--dry-run").stderr, done("ingest", feed).stderr
    gone = "It no longer contains claim 2 (proposed): Buses cost 5 million euros"
    assert dry.count(gone) == told.count(gone) == 2
