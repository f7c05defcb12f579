"""`ingest`: articles in, proposed claims out, the second time nothing."""

import csv
import io
import json
from contextlib import closing
from pathlib import Path

import pytest

from claimtrack.core.model import Article, Kind
from claimtrack.fetch import Loaded
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.articles.reporting import loading_warnings

ARTICLE = (
    "Unemployment fell by 10 percent in 2023, Ada Miller said.\r\n\r\n"
    "“We spent 40 million crowns on the new bridge,” said Ben Cole. 🙂 Exports rose by 3 percent.\r\n"
)
KEPT = ARTICLE.replace("\r\n", "\n")
"""As the desk keeps it, and as Python reads the file."""
KEYS = {
    "text", "start", "end", "speaker", "speaker_as_written", "kind", "score", "checkworthy", "reasons", "flags",
}  # fmt: skip
# The brief of the demo desk: the facts that the tool was first wanted for, in our own words.
BRIEF = Path(__file__).parents[3] / "seeds" / "demo" / "brief-1.txt"


@pytest.fixture
def article(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


def test_a_dry_run_prints_each_claim_with_the_keys_that_programs_rely_on_verbatim(read, article, tmp_path):
    found = read("ingest", article, "--dry-run", db=tmp_path / "new.db")
    assert len(found) >= 3
    for claim in found:
        assert set(claim) >= KEYS
        assert KEPT[claim["start"] : claim["end"]] == claim["text"]
        assert 0 <= claim["score"] <= 1
        assert claim["kind"] in set(Kind)
        assert isinstance(claim["checkworthy"], bool)
        assert isinstance(claim["flags"], list)


def test_a_dry_run_of_several_says_which_article_each_claim_stands_in(read, article, tmp_path):
    other = tmp_path / "other.md"
    other.write_text("---\nurl: https://a.example/2\n---\nWages rose by 5 percent in 2022, Cleo Dale said.")
    rows = read("ingest", article, other, "--dry-run")
    assert {(row["source"], row["url"]) for row in rows} == {
        (str(article), None), (str(other), "https://a.example/2"),
    }  # fmt: skip


@pytest.mark.parametrize("how", [(), ("--dry-run",)])
def test_where_nothing_is_found_it_says_what_is_left_out(done, how):
    assert "without a full stop" in done("ingest", "-", *how, stdin="Fares up 12 percent").stderr
    assert "without a full stop" not in done("ingest", "-", *how, stdin="Fares rose by 12 percent.").stderr


def test_a_dry_run_creates_no_file(done, article, tmp_path):
    done("ingest", article, "--dry-run", db=tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_dry_run_changes_no_desk_and_waits_for_nobody(done, article, two_claims):
    with closing(open_desk(two_claims)) as db, write_transaction(db, "bo"):
        before, version = beside(two_claims), db.execute("pragma data_version").fetchone()
        assert "3 new" in done("ingest", article, "--dry-run").stderr
        assert (beside(two_claims), db.execute("pragma data_version").fetchone()) == (before, version)


def beside(desk):
    """The desk's file, and those that SQLite keeps beside it but for the locks."""
    files = [file for file in desk.parent.glob(f"{desk.name}*") if not file.name.endswith("-shm")]
    return {file.name: (file.stat().st_mtime_ns, file.read_bytes()) for file in files}


def test_a_dry_run_says_what_the_real_one_then_files(read, article):
    dry = read("ingest", article, "--dry-run")
    filed = read("ingest", article)
    assert [row["text"] for row in filed] == [row["text"] for row in dry]
    assert {row["outcome"] for row in filed} == {"new"}


def test_nor_does_it_count_a_repeat_as_new_where_there_is_no_desk_yet(done, tmp_path):
    text = "Rents rose by 4 percent in 2023.\n\nRents rose by 4 percent in 2023.\n\nWages fell by 2 percent in 2023."
    for how in (["--dry-run"], []):
        told = done("ingest", "-", *how, stdin=text, db=tmp_path / "new.db").stderr
        assert "2 new, 1 repeating a claim of the desk" in told


def test_a_dry_run_says_what_the_desk_holds_already(done, read, article, tmp_path):
    done("ingest", article)
    assert {(row["outcome"], row["claim_id"] is None) for row in read("ingest", article, "--dry-run")} == {
        ("known", False),
    }  # fmt: skip
    other = tmp_path / "other.txt"
    other.write_text(
        "Unemployment fell by 10 percent in 2023, Ada Miller said. Unemployment fell by 30 percent in 2023, Ada Miller said. "
        "Ben Cole sang. Ben Cole sang."
    )
    dry = read("ingest", other, "--dry-run")
    assert [(row["outcome"], row["claim_id"], row["resembles"]) for row in dry] == [
        ("repeats", 1, []), ("new", None, [1]), ("new", None, []), ("repeats", None, []),
    ]  # fmt: skip
    told = done("ingest", other, "--dry-run").stderr
    assert told == "2 new, 2 repeating a claim of the desk, 0 known; nothing was written\n"
    filed = read("ingest", other)
    assert [(row["outcome"], row["resembles"]) for row in filed] == [
        (row["outcome"], row["resembles"]) for row in dry
    ]


def test_a_dry_run_where_there_is_no_desk_says_with_what_nothing_was_compared(done, article, tmp_path):
    missing = tmp_path / "wrong folder" / "claims.db"
    told = done("ingest", article, "--dry-run", db=missing).stderr
    assert (
        f"There is no desk at {missing} yet, and a dry run does not create one. Comparing with an empty desk"
        in told
    )
    done("init")
    assert "There is no desk" not in done("ingest", article, "--dry-run").stderr


def test_the_second_time_nothing_is_new(done, read, article):
    first = done("ingest", article, "--url", "https://a.example")
    again = done("ingest", article, "--url", "https://a.example")
    count = len(read("list"))
    assert first.stderr.startswith(f"{count} new, 0 repeating a claim of the desk, 0 known, 0 skipped\n")
    assert (again.stdout, again.stderr) == (
        "",
        f"0 new, 0 repeating a claim of the desk, {count} known, 0 skipped\n",
    )


def test_a_changed_article_says_that_it_is_a_new_version(done, article):
    done("ingest", article, "--url", "https://a.example")
    article.write_text(
        "Correction: imports rose by 9 percent in 2023, Ada Miller said.\n\n" + ARTICLE, newline=""
    )
    result = done("ingest", article, "--url", "https://a.example")
    assert "Article 2 is a new version of article 1." in result.stderr
    assert "\n1 new, " in result.stderr


def test_the_article_keeps_what_was_said_of_it(done, read, article):
    done(
        "ingest", article, "--url", "https://a.example/x", "--date", "2024-04-22", "--title", "A bridge",
        "--outlet", "The Daily",
    )  # fmt: skip
    [seen] = read("show", "1")["appearances"]
    assert (seen["url"], seen["title"], seen["outlet"], seen["seen_on"]) == (
        "https://a.example/x", "A bridge", "The Daily", "2024-04-22",
    )  # fmt: skip


def test_what_is_told_of_a_known_article_is_filled_in_or_said_to_be_kept(done, read, article):
    done("ingest", article)
    told = done("ingest", article, "--date", "2024-04-22", "--outlet", "The Daily").stderr
    assert "Article 1 is already on the desk. Filled in: outlet The Daily, date 2024-04-22\n0 new, " in told
    [seen] = read("show", "1")["appearances"]
    assert (seen["outlet"], seen["seen_on"]) == ("The Daily", "2024-04-22")
    told = done("ingest", article, "--date", "2024-04-23").stderr
    assert "Article 1 keeps the date '2024-04-22', not '2024-04-23'. To change it, an editor" in told


def test_what_is_to_be_known_of_a_feed_is_told_once(done, tmp_path, desk_path):
    entry = "<item><description>Rents rose by 5 percent in 2022, Ada Miller said.</description><link>https://a.example/{}</link></item>"
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<rss version='2.0'><channel><title>T</title>{entry.format(1)}{entry.format(2)}</channel>"
    )
    told = done("ingest", path).stderr
    assert told.count("the feed is damaged") == 1
    assert "2 articles: " in told


def test_two_entries_of_a_feed_with_one_address_are_two_articles(done, read, tmp_path, desk_path):
    entry = "<item><title>{0}</title><description>{0} rose by 5 percent in 2022, Ada Miller said.</description><link>https://a.example/live</link></item>"
    path = tmp_path / "feed.xml"
    path.write_text(
        f"<rss version='2.0'><channel>{entry.format('Rents')}{entry.format('Wages')}</channel></rss>"
    )
    told = done("ingest", path).stderr
    assert "version" not in told
    assert "2 articles: 2 new" in told
    assert "2 articles: 0 new, 0 repeating a claim of the desk, 2 known" in done("ingest", path).stderr


def test_an_article_comes_through_a_pipe(done, read, desk_path):
    done("ingest", "-", stdin=ARTICLE.encode("utf-16"))
    assert any("40 million crowns" in row["text"] for row in read("list"))


def test_a_folder_is_read_whole_and_what_cannot_be_read_is_an_error(run, article):
    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    (article.parent / "c.txt").write_bytes(b"\0\1\2" * 1000)
    result = run("ingest", article.parent)
    assert result.exit_code == 1  # as where the files are named one by one
    assert "Error: " in result.stderr
    assert "c.txt is a binary file" in result.stderr
    assert "2 articles: " in result.stderr


def test_what_a_folder_leaves_out_by_rule_is_said_and_no_error(done, article):
    (article.parent / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (article.parent / "more").symlink_to(article.parent)
    told = done("ingest", article.parent).stderr
    assert "Skipped: photo.jpg in " in told
    assert "more is a link to a folder" in told
    assert "Error" not in told
    assert "0 skipped; 2 sources skipped\n" in told
    planned = done("ingest", article.parent, "--dry-run").stderr
    assert planned.splitlines()[-1].endswith("; 2 sources skipped; nothing was written")


def test_an_address_that_is_none_is_said_so(run, desk_path):
    assert run("ingest", "https://").stderr == "Error: https:// is not an http or https address: check it\n"


@pytest.mark.parametrize("named", [["--title", "T"], ["--url", "https://a.example/"]])
def test_one_title_or_address_cannot_be_that_of_several_files(run, article, named):
    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    result = run("ingest", article, article.parent / "b.txt", *named)
    assert result.exit_code == 2
    assert f"{named[0]} is for a single article: give only one SOURCE" in result.stderr


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
def test_an_address_with_a_password_is_refused_wherever_it_is_typed(run, two_claims, command):
    result = run(*command)
    assert result.exit_code == 2 or "Error" in result.stderr
    assert "the address of a.example contains a name or" in " ".join(result.stderr.split())
    assert "s3cret" not in result.stderr


def test_stopped_half_way_it_says_what_is_filed_and_the_next_run_goes_on(run, done, article, monkeypatch):
    from claimtrack.workflow.articles import ingesting

    (article.parent / "b.txt").write_text("Wages rose by 5 percent in 2022, Cleo Dale said.")
    file = ingesting.ingest_article

    def interrupted(db, read, **more):
        if "Wages" in read.text:
            raise KeyboardInterrupt
        return file(db, read, **more)

    monkeypatch.setattr(ingesting, "ingest_article", interrupted)
    stopped = run("ingest", article.parent)
    assert stopped.exit_code == 1
    assert "Unemployment" in stopped.stdout
    assert "Stopped. The articles counted here are" in stopped.stderr
    assert "\n3 new, 0 repeating a claim of the desk, 0 known, 0 skipped\nTo take it back: " in stopped.stderr
    monkeypatch.undo()
    assert (
        "2 articles: 1 new, 0 repeating a claim of the desk, 3 known" in done("ingest", article.parent).stderr
    )


def test_stopped_within_an_article_it_counts_what_is_filed_of_it(run, done, article, monkeypatch):
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
    assert "0 repeating a claim of the desk, 2 known" in done("ingest", article).stderr


def test_stopped_before_anything_is_filed_it_says_so(run, article, monkeypatch):
    from claimtrack.workflow.articles import ingesting

    def interrupted(*args):
        raise KeyboardInterrupt

    monkeypatch.setattr(ingesting, "look_up_candidates", interrupted)
    stopped = run("ingest", article)
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert stopped.stderr == "Stopped before anything was filed. Run the same command again to start over.\n"


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_one_source_of_several_that_cannot_be_read_does_not_keep_the_others_out(run, article, dry):
    result = run("ingest", "missing.txt", article, *dry)
    assert result.exit_code == 1
    assert "Error: there is no file or folder missing.txt" in result.stderr
    assert "Unemployment" in result.stdout


def test_where_no_source_can_be_read_no_desk_is_made(run, tmp_path):
    assert run("ingest", "missing.txt", "gone.txt", db=tmp_path / "new.db").exit_code == 1
    assert not (tmp_path / "new.db").exists()


def test_min_score_leaves_out_what_is_less_worth_checking(done, read, article):
    everything = read("ingest", article, "--dry-run")
    bar = max(row["score"] for row in everything)
    result = done("ingest", article, "--min-score", bar)
    kept = sum(row["score"] >= bar for row in everything)
    assert result.stderr.startswith(f"{kept} new, ")
    assert f"{len(everything) - kept} skipped\n" in result.stderr


@pytest.mark.parametrize("output_format", ["table", "json", "ndjson", "csv"])
def test_what_was_filed_is_printed_in_each_format(done, article, output_format):
    out = done("ingest", article, "--format", output_format).stdout
    rows = {
        "table": lambda: out.splitlines()[2:],
        "json": lambda: json.loads(out),
        "ndjson": lambda: [json.loads(line) for line in out.splitlines()],
        "csv": lambda: list(csv.DictReader(io.StringIO(out, newline=""))),
    }[output_format]()
    assert len(rows) >= 3


def test_an_article_that_is_not_english_is_said_to_be_read_in_part(done, tmp_path, desk_path):
    path = tmp_path / "de.txt"
    path.write_text(
        "Die Preise sind im vergangenen Jahr um die Hälfte gefallen, sagte die Ministerin am Montag. Das ist "
        "mehr als in den Jahren davor, und es wird nach ihrer Ansicht auch im nächsten Jahr so weitergehen."
    )
    told = done("ingest", path).stderr
    assert "this is not in English but, as it seems, in German: only quotations are proposed from" in told
    assert "claimtrack add" in told


def test_paragraphs_in_another_language_are_said_to_be_read_in_part(done, tmp_path, desk_path):
    path = tmp_path / "both.txt"
    path.write_text(
        "The council sold 40 boats in May, chair Zita Voll said on Monday.\n\nLe conseil a vendu 40 bateaux en mai, a dit "
        "la présidente du port, et les équipages ont été payés."
    )
    told = done("ingest", path).stderr
    assert "1 of 2 paragraphs is not in English but, as it seems, in French: only quotations" in told


def test_what_another_extractor_reads_is_not_said_to_be_read_for_quotations_alone(done, install, tmp_path):
    code = "def extract(article, options):\n    return []\n"
    install("polyglot", code, {"claimtrack.extractors": {"polyglot": "polyglot:extract"}})
    path = tmp_path / "es.txt"
    path.write_text(
        "El consejo se reunió el lunes y decidió que el puente debía cerrarse durante el resto del año, dijo el alcalde."
    )
    assert "Spanish" in done("ingest", path, "--dry-run").stderr
    assert "English" not in done("ingest", path, "--dry-run", "--extractor", "polyglot").stderr


def test_that_a_long_text_takes_its_time_is_told():
    long, short = (Loaded(Article("The board met. " * times), "hansard.txt") for times in (30_000, 10))
    (warning,) = loading_warnings(long)
    assert ": this is a long text (450,000" in warning
    assert list(loading_warnings(short)) == []


def test_an_article_of_a_thousand_sentences_is_filed_whole(done, read, tmp_path, desk_path):
    path = tmp_path / "long.txt"
    path.write_text(
        " ".join(f"Exports of town {n} rose by {n} percent in 2023, Ada Miller said." for n in range(1, 1001))
    )
    done("ingest", path)
    assert len(read("list")) == 1000


def test_the_first_use_that_the_desk_was_built_for(done, read, desk_path):
    """An article in, its main claim by its speaker, nothing new the second time, and recognised when typed."""
    done("ingest", BRIEF, "--url", "https://news.example/1", "--date", "2024-04-22")
    rows = read("search", "largest contributor defence industrial base")
    assert [row["claimant"] for row in rows] == ["Antony Blinken"]
    assert "0 new" in done("ingest", BRIEF, "--url", "https://news.example/1", "--date", "2024-04-22").stderr
    typed = "China is the largest contributor to Russia's defence industrial base"
    added = read("add", typed, "--claimant", "Antony Blinken")
    assert rows[0]["id"] in [added["claim_id"], *(match["claim_id"] for match in added["matches"])]


def test_an_article_without_a_claim_is_kept_and_told_once(done, read, tmp_path):
    page = tmp_path / "index.txt"
    page.write_text("Home\n\nNews\n\nSport\n", encoding="utf-8")
    said = done("ingest", page).stderr
    assert (
        "Article 1 is kept without claims. On its page (`claimtrack serve`) you can mark claims that were missed"
        in said
    )
    assert "kept without" not in done("ingest", page).stderr
    assert "kept without" not in done("ingest", page, "--dry-run").stderr
    page.with_name("other.txt").write_text("Weather\n\nTraffic\n", encoding="utf-8")
    page.with_name("third.txt").write_text("Games\n\nBooks\n", encoding="utf-8")
    assert (
        "Articles 2, 3 are kept without claims. On their pages"
        in done("ingest", tmp_path / "other.txt", tmp_path / "third.txt").stderr
    )
    assert read("list") == []


def test_an_article_whose_claims_score_too_low_is_not_called_empty(done, article):
    assert "kept without" not in done("ingest", article, "--min-score", "1").stderr


def test_a_speech_is_its_speaker_s_and_not_the_outlet_s(done, read, tmp_path):
    speech = tmp_path / "speech.txt"
    speech.write_text(
        "Friends, we built 900 homes in 2024.\n\nMayor Jo Field said that 40 buses were lost.\n"
    )
    done(
        "ingest", str(speech), "--speaker", " Ada  Bell ", "--outlet", "The Quay Post", "--date", "2025-01-02"
    )
    assert {row["text"]: row["claimant"] for row in read("list")} == {
        "Friends, we built 900 homes in 2024.": "Ada Bell",
        "40 buses were lost": "Jo Field",
    }
    kinds = {
        row["speaker"]: (row["kind"], row["speaker_kind"])
        for row in read(
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
def test_a_speaker_told_by_an_office_is_no_person_of_that_name(read, article, speaker, kind):
    found = {
        row["speaker"]: row["speaker_kind"]
        for row in read("ingest", str(article), "--speaker", speaker, "--dry-run")
    }
    assert found[speaker] == kind


@pytest.mark.parametrize("speaker", ["he", "She", "", "  ", "outlet", "-", "N/A"])
def test_a_speaker_who_is_nobody_is_refused_before_anything_is_read(run, article, speaker):
    refused = run("ingest", str(article), "--speaker", speaker)
    assert refused.exit_code in (1, 2)
    assert "names nobody" in refused.output


def test_a_speaker_s_name_that_is_far_too_long_is_refused_before_anything_is_read(run, article):
    refused = run("ingest", str(article), "--speaker", "Ada " * 200)
    assert refused.exit_code in (1, 2)
    assert "name" in refused.output


def test_a_page_written_anew_says_how_it_is_made_a_version_of_the_former_one(done, tmp_path, run):
    page, at = tmp_path / "page.txt", ("--url", "https://t.example/1", "--date", "2024-05-01")
    page.write_text("Unemployment fell by 10 percent in 2023, Ada Miller said.")
    done("ingest", page, *at)
    page.write_text("Joblessness rose by 11 percent in 2023, Ada Miller said.")
    dry, told = done("ingest", page, *at, "--dry-run").stderr, done("ingest", page, *at).stderr
    assert "would be at the same address as article 1, but is treated as another article" in dry
    assert "Article 2 is at the same address as article 1, but is treated as another article" in told
    assert "but is treated as another article," in told
    told = done("ingest", page, *at, "--version-of", 1).stderr
    assert "Article 2 is a new version of article 1.\n  It no longer contains claim 1 (proposed)" in told
    both = run("ingest", page.parent, "--version-of", 1)
    assert both.exit_code == 0
    (tmp_path / "other.txt").write_text("It rained.")
    several = run("ingest", page.parent, "--version-of", 1)
    assert (several.exit_code, "SOURCE holds several" in several.stderr) == (2, True)
