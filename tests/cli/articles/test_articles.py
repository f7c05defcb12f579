"""`ingest` files the claims of articles as proposed, and files nothing twice."""

import csv
import io
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from claimtrack.cli.articles import progress
from claimtrack.core.model import Article, Kind
from claimtrack.fetch import Loaded
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.articles.reporting import counted, loading_warnings

ARTICLE = (
    "Unemployment fell by 10 percent in 2023, Ada Miller said.\r\n\r\n"
    "“We spent 40 million crowns on the new bridge,” said Ben Cole. 🙂 Exports rose by 3 percent.\r\n"
)
NORMALISED = ARTICLE.replace("\r\n", "\n")
"""As the desk stores it, and as Python reads the file."""
KEYS = {
    "text", "start", "end", "speaker", "speaker_as_written", "kind", "score", "checkworthy", "reasons", "flags",
}  # fmt: skip
# The brief of the demo desk: the facts that claimtrack was first built for, in our own words.
BRIEF = Path(__file__).parents[3] / "seeds" / "demo" / "brief-1.txt"


@pytest.fixture
def article(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def test_dry_run_prints_claims_verbatim_with_the_documented_keys(read_json, article, tmp_path):
    found = read_json("ingest", article, "--dry-run", db=tmp_path / "new.db")
    assert len(found) >= 3
    for claim in found:
        assert set(claim) >= KEYS
        assert NORMALISED[claim["start"] : claim["end"]] == claim["text"]
        assert 0 <= claim["score"] <= 1
        assert claim["kind"] in set(Kind)
        assert isinstance(claim["checkworthy"], bool)
        assert isinstance(claim["flags"], list)


def test_dry_run_of_several_articles_names_the_source_of_each_claim(read_json, article, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("---\nurl: https://a.example/2\n---\nWages rose by 5 percent in 2022, Cleo Dale said.")
    rows = read_json("ingest", article, other, "--dry-run")
    assert {(row["source"], row["url"]) for row in rows} == {
        (str(article), None), (str(other), "https://a.example/2"),
    }  # fmt: skip


@pytest.mark.parametrize("options", [(), ("--dry-run",)])
def test_ingest_hints_at_missing_full_stops_when_no_claim_is_found(run_ok, options):
    assert "without a full stop" in run_ok("ingest", "-", *options, stdin="Fares up 12 percent").stderr
    assert (
        "without a full stop" not in run_ok("ingest", "-", *options, stdin="Fares rose by 12 percent.").stderr
    )


def test_dry_run_creates_no_desk(run_ok, article, tmp_path):
    run_ok("ingest", article, "--dry-run", db=tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


@pytest.mark.usefixtures("separate_connections")
def test_dry_run_neither_changes_the_desk_nor_waits_for_a_lock(run_ok, article, two_claims):
    with closing(open_desk(two_claims)) as db, write_transaction(db, "bo"):
        before, version = desk_files(two_claims), db.execute("pragma data_version").fetchone()
        assert "3 new" in run_ok("ingest", article, "--dry-run").stderr
        assert (desk_files(two_claims), db.execute("pragma data_version").fetchone()) == (before, version)


def desk_files(desk):
    """The desk's file and those that SQLite keeps next to it, except for the locks."""
    files = [file for file in desk.parent.glob(f"{desk.name}*") if not file.name.endswith("-shm")]
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in files}


def test_dry_run_predicts_what_ingest_files(read_json, article):
    dry = read_json("ingest", article, "--dry-run")
    filed = read_json("ingest", article)
    assert [row["text"] for row in filed] == [row["text"] for row in dry]
    assert {row["outcome"] for row in filed} == {"new"}


def test_repeat_within_a_text_is_not_new_even_without_a_desk(run_ok, tmp_path):
    text = "Rents rose by 4 percent in 2023.\n\nRents rose by 4 percent in 2023.\n\nWages fell by 2 percent in 2023."
    for options in (["--dry-run"], []):
        stderr = run_ok("ingest", "-", *options, stdin=text, db=tmp_path / "new.db").stderr
        assert "2 new, 1 repeating a claim of the desk" in stderr


def test_dry_run_recognises_claims_already_on_the_desk(run_ok, read_json, article, tmp_path):
    run_ok("ingest", article)
    assert {(row["outcome"], row["claim_id"] is None) for row in read_json("ingest", article, "--dry-run")} == {
        ("known", False),
    }  # fmt: skip
    other = tmp_path / "other.txt"
    other.write_text(
        "Unemployment fell by 10 percent in 2023, Ada Miller said. Unemployment fell by 30 percent in 2023, Ada Miller said. "
        "Ben Cole sang. Ben Cole sang."
    )
    dry = read_json("ingest", other, "--dry-run")
    assert [(row["outcome"], row["claim_id"], row["resembles"]) for row in dry] == [
        ("repeats", 1, []), ("new", None, [1]), ("new", None, []), ("repeats", None, []),
    ]  # fmt: skip
    stderr = run_ok("ingest", other, "--dry-run").stderr
    assert stderr == "2 new, 2 repeating a claim of the desk, 0 known; nothing was written\n"
    filed = read_json("ingest", other)
    assert [(row["outcome"], row["resembles"]) for row in filed] == [
        (row["outcome"], row["resembles"]) for row in dry
    ]


def test_dry_run_without_a_desk_says_it_compared_with_an_empty_one(run_ok, article, tmp_path):
    missing = tmp_path / "wrong folder" / "claims.db"
    stderr = run_ok("ingest", article, "--dry-run", db=missing).stderr
    assert (
        f"There is no desk at {missing} yet, and a dry run does not create one. Comparing with an empty desk"
        in stderr
    )
    run_ok("init")
    assert "There is no desk" not in run_ok("ingest", article, "--dry-run").stderr


def test_ingesting_an_article_twice_adds_nothing_new(run_ok, read_json, article):
    first = run_ok("ingest", article, "--url", "https://a.example")
    again = run_ok("ingest", article, "--url", "https://a.example")
    count = len(read_json("list"))
    assert first.stderr.startswith(f"{count} new, 0 repeating a claim of the desk, 0 known, 0 skipped\n")
    assert (again.stdout, again.stderr) == (
        "",
        f"0 new, 0 repeating a claim of the desk, {count} known, 0 skipped\n",
    )


def test_changed_article_is_reported_as_a_new_version(run_ok, article):
    run_ok("ingest", article, "--url", "https://a.example")
    article.write_text(
        "Correction: imports rose by 9 percent in 2023, Ada Miller said.\n\n" + ARTICLE, newline=""
    )
    result = run_ok("ingest", article, "--url", "https://a.example")
    assert "Article 2 is a new version of article 1." in result.stderr
    assert "\n1 new, " in result.stderr


def test_ingest_stores_the_url_date_title_and_outlet_given(run_ok, read_json, article):
    run_ok(
        "ingest", article, "--url", "https://a.example/x", "--date", "2024-04-22", "--title", "A bridge",
        "--outlet", "The Daily",
    )  # fmt: skip
    [seen] = read_json("show", "1")["appearances"]
    assert (seen["url"], seen["title"], seen["outlet"], seen["seen_on"]) == (
        "https://a.example/x", "A bridge", "The Daily", "2024-04-22",
    )  # fmt: skip


def test_known_article_gains_missing_details_and_keeps_existing_ones(run_ok, read_json, article):
    run_ok("ingest", article)
    stderr = run_ok("ingest", article, "--date", "2024-04-22", "--outlet", "The Daily").stderr
    assert "Article 1 is already on the desk. Filled in: outlet The Daily, date 2024-04-22\n0 new, " in stderr
    [seen] = read_json("show", "1")["appearances"]
    assert (seen["outlet"], seen["seen_on"]) == ("The Daily", "2024-04-22")
    stderr = run_ok("ingest", article, "--date", "2024-04-23").stderr
    assert "Article 1 keeps the date '2024-04-22', not '2024-04-23'. To change it, an editor" in stderr


def test_damaged_feed_is_reported_once_for_all_its_articles(run_ok, tmp_path, desk_path):
    entry = "<item><description>Rents rose by 5 percent in 2022, Ada Miller said.</description><link>https://a.example/{}</link></item>"
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<rss version='2.0'><channel><title>T</title>{entry.format(1)}{entry.format(2)}</channel>"
    )
    stderr = run_ok("ingest", path).stderr
    assert stderr.count("the feed is damaged") == 1
    assert "2 articles: " in stderr


def test_feed_entries_that_share_a_url_become_separate_articles(run_ok, read_json, tmp_path, desk_path):
    entry = "<item><title>{0}</title><description>{0} rose by 5 percent in 2022, Ada Miller said.</description><link>https://a.example/live</link></item>"
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<rss version='2.0'><channel>{entry.format('Rents')}{entry.format('Wages')}</channel></rss>"
    )
    stderr = run_ok("ingest", path).stderr
    assert "version" not in stderr
    assert "2 articles: 2 new" in stderr
    assert "2 articles: 0 new, 0 repeating a claim of the desk, 2 known" in run_ok("ingest", path).stderr


def test_ingest_reads_an_article_from_standard_input(run_ok, read_json, desk_path):
    run_ok("ingest", "-", stdin=ARTICLE.encode("utf-16"))
    assert any("40 million crowns" in row["text"] for row in read_json("list"))


def test_unreadable_file_in_a_folder_is_an_error_but_the_rest_is_filed(run, article):
    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    (article.parent / "c.txt").write_bytes(b"\0\1\2" * 1000)
    result = run("ingest", article.parent)
    assert result.exit_code == 1  # as for files given one by one
    assert "Error: " in result.stderr
    assert "c.txt is a binary file" in result.stderr
    assert "2 articles: " in result.stderr


def test_files_that_a_folder_skips_by_rule_are_reported_without_an_error(run_ok, article):
    (article.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (article.parent / "more").symlink_to(article.parent)
    stderr = run_ok("ingest", article.parent).stderr
    assert "Skipped: photo.jpg in " in stderr
    assert "more is a link to a folder" in stderr
    assert "Error" not in stderr
    assert "0 skipped; 2 sources skipped\n" in stderr
    planned = run_ok("ingest", article.parent, "--dry-run").stderr
    assert planned.splitlines()[-1].endswith("; 2 sources skipped; nothing was written")


def test_invalid_url_is_refused(run, desk_path):
    assert run("ingest", "https://").stderr == "Error: https:// is not an http or https address: check it\n"


@pytest.mark.parametrize("option", [["--title", "T"], ["--url", "https://a.example/"]])
def test_title_or_url_is_refused_for_several_files(run, article, option):
    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    result = run("ingest", article, article.parent / "b.txt", *option)
    assert result.exit_code == 2
    assert f"{option[0]} is for a single article: give only one SOURCE" in result.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["ingest", "a.txt", "--url", "https://ada:s3cret@a.example/1"],
        ["add", "Rents rose by 4 percent.", "--source", "https://ada:s3cret@a.example/1"],
        ["add", "Rents rose by 4 percent.", "--link", "https://ada:s3cret@a.example/1"],
        ["link", "1", "https://ada:s3cret@a.example/1"],
    ],
    ids=["article", "place", "evidence of a new claim", "evidence"],
)
def test_url_with_a_password_is_refused_by_every_command(run, two_claims, command):
    result = run(*command)
    assert result.exit_code == 2 or "Error" in result.stderr
    assert "the address of a.example contains a name or" in " ".join(result.stderr.split())
    assert "s3cret" not in result.stderr


def test_interrupted_ingest_reports_what_it_filed_and_the_next_run_resumes(run, run_ok, article, monkeypatch):
    from claimtrack.workflow.articles import ingesting

    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    file = ingesting.ingest_article

    def interrupted(db, read_json, **more):
        if "Wages" in read_json.text:
            raise KeyboardInterrupt
        return file(db, read_json, **more)

    monkeypatch.setattr(ingesting, "ingest_article", interrupted)
    stopped = run("ingest", article.parent)
    assert stopped.exit_code == 1
    assert "Unemployment" in stopped.stdout
    assert "Stopped. The articles counted here are" in stopped.stderr
    assert "\n3 new, 0 repeating a claim of the desk, 0 known, 0 skipped\nTo take it back: " in stopped.stderr
    monkeypatch.undo()
    assert (
        "2 articles: 1 new, 0 repeating a claim of the desk, 3 known"
        in run_ok("ingest", article.parent).stderr
    )


def test_a_log_file_is_told_how_many_articles_were_read(run_ok, article, monkeypatch):
    monkeypatch.setattr(progress, "_SILENCE", 0.0)  # instead of a minute
    for options in (["--dry-run"], []):
        assert "1 article so far" in run_ok("ingest", article, *options).stderr


def test_numbers_of_a_long_run_have_their_digits_grouped():
    assert counted(12345, 0, 1000) == "12,345 new, 0 repeating a claim of the desk, 1,000 known"


def test_ingest_interrupted_within_an_article_counts_the_claims_filed(run, run_ok, article, monkeypatch):
    from claimtrack.workflow.articles import ingesting

    monkeypatch.setattr(ingesting, "_ROWS", 1)
    keep, kept = ingesting.encoding.encode_new_claims, []

    def interrupted(*args, **more):
        kept.append(args)
        if len(kept) == 2:
            raise KeyboardInterrupt
        keep(*args, **more)

    monkeypatch.setattr(ingesting.encoding, "encode_new_claims", interrupted)
    stopped = run("ingest", article)
    assert stopped.exit_code == 1
    assert "\n2 new, 0 repeating a claim of the desk, 0 known, 0 skipped\nTo take it back: " in stopped.stderr
    assert "0 repeating a claim of the desk, 2 known" in run_ok("ingest", article).stderr


def test_ingest_interrupted_before_filing_says_nothing_was_filed(run, article, monkeypatch):
    from claimtrack.workflow.articles import ingesting

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(ingesting, "look_up_candidates", interrupted)
    stopped = run("ingest", article)
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert stopped.stderr == "Stopped before anything was filed. Run the same command again to start over.\n"


@pytest.mark.parametrize("options", [[], ["--dry-run"]])
def test_unreadable_source_does_not_stop_the_other_sources(run, article, options):
    result = run("ingest", "missing.txt", article, *options)
    assert result.exit_code == 1
    assert "Error: there is no file or folder missing.txt" in result.stderr
    assert "Unemployment" in result.stdout


def test_no_desk_is_created_when_no_source_can_be_read(run, tmp_path):
    assert run("ingest", "missing.txt", "gone.txt", db=tmp_path / "new.db").exit_code == 1
    assert not (tmp_path / "new.db").exists()


def test_min_score_skips_claims_that_score_lower(run_ok, read_json, article):
    everything = read_json("ingest", article, "--dry-run")
    bar = max(row["score"] for row in everything)
    result = run_ok("ingest", article, "--min-score", bar)
    kept = sum(row["score"] >= bar for row in everything)
    assert result.stderr.startswith(f"{kept} new, ")
    assert f"{len(everything) - kept} skipped\n" in result.stderr


@pytest.mark.parametrize("output_format", ["table", "json", "ndjson", "csv"])
def test_filed_claims_are_printed_in_every_format(run_ok, article, output_format):
    out = run_ok("ingest", article, "--format", output_format).stdout
    rows = {
        "table": lambda: out.splitlines()[2:],
        "json": lambda: json.loads(out),
        "ndjson": lambda: [json.loads(line) for line in out.splitlines()],
        "csv": lambda: list(csv.DictReader(io.StringIO(out, newline=""))),
    }[output_format]()
    assert len(rows) >= 3


def test_non_english_article_is_reported_as_read_for_quotations_only(run_ok, tmp_path, desk_path):
    path = tmp_path / "de.txt"
    path.write_text(
        "Die Preise sind im vergangenen Jahr um die Hälfte gefallen, sagte die Ministerin am Montag. Das ist "
        "mehr als in den Jahren davor, und es wird nach ihrer Ansicht auch im nächsten Jahr so weitergehen."
    )
    stderr = run_ok("ingest", path).stderr
    assert "this is not in English but, as it seems, in German: only quotations are proposed from" in stderr
    assert "claimtrack add" in stderr


def test_non_english_paragraphs_are_reported_as_read_for_quotations_only(run_ok, tmp_path, desk_path):
    path = tmp_path / "both.txt"
    path.write_text(
        "The council sold 40 boats in May, chair Zita Voll said on Monday.\n\nLe conseil a vendu 40 bateaux en mai, a dit "
        "la présidente du port, et les équipages ont été payés."
    )
    stderr = run_ok("ingest", path).stderr
    assert "1 of 2 paragraphs is not in English but, as it seems, in French: only quotations" in stderr


def test_language_warning_is_omitted_for_another_extractor(run_ok, install, tmp_path):
    code = "def extract(article, options):\n    return []\n"
    install("polyglot", code, {"claimtrack.extractors": {"polyglot": "polyglot:extract"}})
    path = tmp_path / "es.txt"
    path.write_text(
        "El consejo se reunió el lunes y decidió que el puente debía cerrarse durante el resto del año, dijo el alcalde."
    )
    assert "Spanish" in run_ok("ingest", path, "--dry-run").stderr
    assert "English" not in run_ok("ingest", path, "--dry-run", "--extractor", "polyglot").stderr


def test_long_text_is_announced_as_slow():
    long, short = (Loaded(Article("The board met. " * times), "hansard.txt") for times in (30_000, 10))
    (warning,) = loading_warnings(long)
    assert ": this is a long text (450,000" in warning
    assert list(loading_warnings(short)) == []


def test_an_article_that_is_dated_in_the_future_is_announced():
    """It may be under embargo, so it is filed; but every "yesterday" in it is then in the future, too."""
    dated = [Article("The board met.", title=None, published_on=day) for day in ("2999-01-02", "2024-04-22")]
    found = [told for one in dated for told in loading_warnings(Loaded(one, "minutes.txt"))]
    assert found == [
        "minutes.txt: the date is 2999-01-02, in the future, and “yesterday” is counted from it: if it is wrong, take the article back and bring it in again with the right one"
    ]
    [named] = loading_warnings(Loaded(replace(dated[0], title="Board minutes"), "minutes.txt"))
    assert "the date of 'Board minutes' is 2999-01-02" in named


def test_article_of_a_thousand_sentences_is_filed_whole(run_ok, read_json, tmp_path, desk_path):
    path = tmp_path / "long.txt"
    path.write_text(
        " ".join(f"Exports of town {n} rose by {n} percent in 2023, Ada Miller said." for n in range(1, 1001))
    )
    run_ok("ingest", path)
    assert len(read_json("list")) == 1000


def test_demo_brief_is_ingested_found_and_recognised_when_retyped(run_ok, read_json, desk_path):
    """The use that claimtrack was first built for: file the brief, find its main claim, type that claim in later."""
    run_ok("ingest", BRIEF, "--url", "https://news.example/1", "--date", "2024-04-22")
    rows = read_json("search", "largest contributor defence industrial base")
    assert [row["claimant"] for row in rows] == ["Antony Blinken"]
    assert (
        "0 new" in run_ok("ingest", BRIEF, "--url", "https://news.example/1", "--date", "2024-04-22").stderr
    )
    typed = "China is the largest contributor to Russia's defence industrial base"
    added = read_json("add", typed, "--claimant", "Antony Blinken")
    assert rows[0]["id"] in [added["claim_id"], *(match["claim_id"] for match in added["matches"])]


def test_article_without_claims_is_kept_and_reported_once(run_ok, read_json, desk_path, tmp_path):
    page = tmp_path / "index.txt"
    page.write_text("Home\n\nNews\n\nSport\n", encoding="utf-8")
    stderr = run_ok("ingest", page).stderr
    assert (
        "Article 1 is kept without claims. On its page (`claimtrack serve`) you can mark claims that were missed"
        in stderr
    )
    assert "kept without" not in run_ok("ingest", page).stderr
    assert "kept without" not in run_ok("ingest", page, "--dry-run").stderr
    page.with_name("other.txt").write_text("Weather\n\nTraffic\n", encoding="utf-8")
    page.with_name("third.txt").write_text("Games\n\nBooks\n", encoding="utf-8")
    assert (
        "Articles 2, 3 are kept without claims. On their pages"
        in run_ok("ingest", tmp_path / "other.txt", tmp_path / "third.txt").stderr
    )
    assert read_json("list") == []


def test_article_whose_claims_score_too_low_is_not_reported_as_empty(run_ok, article):
    assert "kept without" not in run_ok("ingest", article, "--min-score", "1").stderr


def test_claims_in_a_speech_belong_to_its_speaker_rather_than_the_outlet(run_ok, read_json, tmp_path):
    speech = tmp_path / "speech.txt"
    speech.write_text(
        "Friends, we built 900 homes in 2024.\n\nMayor Jo Field said that 40 buses were lost.\n"
    )
    run_ok(
        "ingest", str(speech), "--speaker", " Ada  Bell ", "--outlet", "The Quay Post", "--date", "2025-01-02"
    )
    assert {row["text"]: row["claimant"] for row in read_json("list")} == {
        "Friends, we built 900 homes in 2024.": "Ada Bell",
        "40 buses were lost": "Jo Field",
    }
    kinds = {
        row["speaker"]: (row["kind"], row["speaker_kind"])
        for row in read_json(
            "ingest", str(speech), "--speaker", "Cy Dorn", "--dry-run", "--url", "https://elsewhere.example/1"
        )
    }
    assert kinds["Cy Dorn"] == ("direct", "person")


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        ("the minister", "anonymous"),
        ("Mayor", "anonymous"),
        ("Vale Council", "organisation"),
        ("Ada", "person"),
        ("Sam Baker", "person"),
    ],
)
def test_kind_of_speaker_follows_from_the_name_given(read_json, article, speaker, kind):
    found = {
        row["speaker"]: row["speaker_kind"]
        for row in read_json("ingest", str(article), "--speaker", speaker, "--dry-run")
    }
    assert found[speaker] == kind


@pytest.mark.parametrize("speaker", ["he", "She", "", "  ", "outlet", "-", "N/A"])
def test_speaker_option_that_names_nobody_is_refused_before_reading(run, article, speaker):
    refused = run("ingest", str(article), "--speaker", speaker)
    assert refused.exit_code in (1, 2)
    assert "names nobody" in refused.output


def test_overlong_speaker_name_is_refused_before_reading(run, article):
    refused = run("ingest", str(article), "--speaker", "Ada " * 200)
    assert refused.exit_code in (1, 2)
    assert "name" in refused.output


def test_rewritten_page_is_another_article_unless_version_of_is_given(run_ok, tmp_path, run):
    page, at = tmp_path / "page.txt", ("--url", "https://t.example/1", "--date", "2024-05-01")
    page.write_text("Unemployment fell by 10 percent in 2023, Ada Miller said.")
    run_ok("ingest", page, *at)
    page.write_text("Joblessness rose by 11 percent in 2023, Ada Miller said.")
    planned, filed = run_ok("ingest", page, *at, "--dry-run").stderr, run_ok("ingest", page, *at).stderr
    assert "would be at the same address as article 1, but is treated as another article" in planned
    assert "Article 2 is at the same address as article 1, but is treated as another article" in filed
    assert "but is treated as another article," in filed
    filed = run_ok("ingest", page, *at, "--version-of", 1).stderr
    assert "Article 2 is a new version of article 1.\n  It no longer contains claim 1 (proposed)" in filed
    both = run("ingest", page.parent, "--version-of", 1)
    assert both.exit_code == 0
    (tmp_path / "other.txt").write_text("It rained.")
    several = run("ingest", page.parent, "--version-of", 1)
    assert (several.exit_code, "SOURCE holds several" in several.stderr) == (2, True)
