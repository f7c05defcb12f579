"""ClaimReview out of every kind of file: nothing lost silently, nothing twice."""

import contextlib
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
import threading
import time

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import DatabaseError, Refused
from claimtrack.core.model import Status
from claimtrack.export.claimreview import write_duke_csv
from claimtrack.importing.claimreview import records
from claimtrack.importing.jsonstream import json_values
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.reviews import publishers
from claimtrack.store.rewinding import last_change
from claimtrack.store.stretches import join, mark
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.reviews import importing
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.setup import name_desk
from claimtrack.workflow.undoing import import_parts, take_back_import


def review(number=1, **fields):
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"https://other.example/{number}",
        "claimReviewed": f"Rent doubled in {number} years",
        "datePublished": "2024-05-03",
        "author": {"@type": "Organization", "name": "Other Desk", "url": "https://other.example/"},
        "reviewRating": {
            "@type": "Rating", "ratingValue": "1", "worstRating": "1", "bestRating": "5", "alternateName": "False",
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Ada Miller", "sameAs": "https://ada.example/"},
            "datePublished": "2024-04-22",
            "appearance": [{"@type": "NewsArticle", "url": f"https://news.example/{number}"}],
        },
        **fields,
    }  # fmt: skip


def opened(content, name="file"):
    data = content if isinstance(content, bytes) else content.encode()
    return records(io.BufferedReader(io.BytesIO(data)), name)


def read(desk, *documents, **options):
    content = "\n".join(json.dumps(document) for document in documents)
    return import_reviews(desk, opened(content), actor="mara", **options)


def duke_csv():
    out = io.StringIO(newline="")
    write_duke_csv([review(1), review(2, claimReviewed="=1+1 is three")], out)
    return out.getvalue()


GOOGLE_SEARCH = {
    "claims": [
        {
            "text": "Rent doubled",
            "claimant": "Ada Miller",
            "claimDate": "2024-04-22T00:00:00Z",
            "claimReview": [
                {
                    "publisher": {"name": "Other Desk", "site": "other.example"},
                    "url": "https://other.example/1",
                    "title": "No",
                    "reviewDate": "2024-05-03T00:00:00Z",
                    "textualRating": "False",
                    "languageCode": "en",
                },
                {
                    "publisher": {"site": "third.example"},
                    "url": "https://third.example/1",
                    "textualRating": "Wrong",
                },
            ],
        }
    ],
    "nextPageToken": "x",
}
GOOGLE_PAGES = {
    "claimReviewMarkupPages": [
        {
            "pageUrl": "https://other.example/1",
            "publishDate": "2024-05-03",
            "claimReviewAuthor": {"name": "Other Desk"},
            "claimReviewMarkups": [
                {
                    "claimReviewed": "Rent doubled",
                    "claimAuthor": {"name": "Ada Miller"},
                    "rating": {"ratingValue": 1, "worstRating": 1, "bestRating": 5, "textualRating": "False"},
                }
            ],
        }
    ]
}
PAGE = f"""<!doctype html><html><head>
<script type="application/ld+json">{{"@type": "WebPage", "name": "not a review"}}</script>
<script type='application/ld+json'>{json.dumps({"@graph": [{"@type": "Article"}, review(1)]})}</script>
<script>var x = 1 < 2;</script></head><body>...</body></html>"""

FILES = [
    ("one document", json.dumps(review()), 1),
    ("a list", json.dumps([review(1), review(2)]), 2),
    ("a document a line", "\n".join(json.dumps(review(n)) for n in (1, 2, 3)), 3),
    ("indented documents", json.dumps(review(1), indent=1) + "\n\n" + json.dumps(review(2), indent=1), 2),
    ("a feed with items as lists", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": [review(1), review(2)]}]}), 2),
    ("a feed with bare items", json.dumps({"@type": "DataFeed", "dataFeedElement": [{"item": review(1)}]}), 1),
    ("a graph", json.dumps({"@graph": [review(1), {"@type": "Person"}]}), 1),
    ("Google's search", json.dumps(GOOGLE_SEARCH), 2),
    ("Google's pages", json.dumps(GOOGLE_PAGES), 1),
    ("a page", PAGE, 1),
    ("a page that tells its encoding there", PAGE.replace("/ld+json'", "/ld+json; charset=utf-8'"), 1),
    ("a page of XML", f'<?xml version="1.0" encoding="iso-8859-1"?>\n{PAGE}', 1),
    ("there is no column claimReviewed: this", duke_csv(), 2),
    ("Duke's columns, saved again where commas are decimal", duke_csv().replace(",", ";"), 2),
    ("a number that no float holds", json.dumps(review()).replace('"1"', "9" * 5000, 1), 1),
    ("UTF-16, as Excel saves it", json.dumps(review(), ensure_ascii=False).encode("utf-16"), 1),
    ("UTF-8 with a mark", b"\xef\xbb\xbf" + json.dumps(review()).encode(), 1),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "expected"), FILES, ids=[row[0] for row in FILES])
def test_every_kind_of_file_is_read_for_what_it_is(desk, kind, content, expected):
    report = import_reviews(desk, opened(content), actor="mara")
    assert (report.added, report.rejected) == (expected, [])
    assert desk.table("reviews").count == expected


BROKEN = [
    # The kind of file, what is wrong, how many are sound before it.
    ("[]", None, 0),
    ("", "the file is empty", 0),
    ("   \n", "the file is empty", 0),
    (json.dumps({"@type": "Article"}), "is not ClaimReview (it is Article)", 0),
    ("[1]", "is not ClaimReview (it is int)", 0),
    (json.dumps([review(1)])[:-1], "the file was cut off", 1),
    (json.dumps([review(1), review(2)])[:-40], "broken JSON", 1),
    ("<html><body>nothing</body></html>", "the page contains no ClaimReview", 0),
    ("<script type='application/ld+json'>{oops</script>", "its JSON-LD cannot be read: broken JSON", 0),
    ("[" * 100_000, "nested too deep", 0),
    ('{"a":' * 50_000 + "1" + "}" * 50_000, "nested too deep", 0),
    (f"<script type='application/ld+json'>{'[' * 100_000}</script>", "nested too deep", 0),
    ("name,age\nAda,7\n", "no column claimReviewed", 0),
]


@pytest.mark.parametrize(("content", "problem", "sound"), BROKEN)
def test_a_broken_file_says_what_is_wrong_and_keeps_what_was_sound(desk, content, problem, sound):
    report = import_reviews(desk, opened(content), actor="mara")
    assert report.added == sound
    assert [problem in reason for _, reason, _ in report.rejected] == ([True] if problem else [])


def test_a_rejected_record_names_its_place_and_reason_and_stops_no_other(desk):
    report = read(desk, review(1), review(2, url=None), review(3))
    assert report.added == 2
    assert report.rejected == [
        (
            "file, record 2",
            "url is missing or not a web address: without it the review cannot be recognised again",
            None,
        )
    ]


def data_feed(*reviews):
    """A DataFeed, an element for each; several reviews in a list share one."""
    elements = [{"@type": "DataFeedItem", "item": one} for one in reviews]
    return {"@type": "DataFeed", "dataFeedElement": elements}


def test_a_rejected_item_of_a_feed_is_told_by_its_number_and_its_address(desk, desk_path, tmp_path):
    nameless = review(3, claimReviewed=None)
    path, rejected = tmp_path / "feed.json", tmp_path / "rejected.ndjson"
    path.write_text(json.dumps(data_feed(review(1), review(2), nameless, [review(4), review(5, url=None)])))
    command = ["--db", str(desk_path), "import", "claimreview", str(path)]
    told = CliRunner().invoke(cli, command)
    assert (told.exit_code, desk.table("reviews").count) == (1, 3)
    assert f"{path}, record 1, item 3 (https://other.example/3): claimReviewed is missing" in told.stderr
    assert f"{path}, record 1, item 4.2: url is missing" in told.stderr
    CliRunner().invoke(cli, [*command, "--rejected", str(rejected)])
    lines = [json.loads(line) for line in rejected.read_text().splitlines()]
    assert [(line["place"], line["url"]) for line in lines] == [
        (f"{path}, record 1, item 3", "https://other.example/3"),
        (f"{path}, record 1, item 4.2", None),
    ]


@pytest.mark.parametrize(
    "url",
    [
        "http://www.other.example/1/",
        "https://other.example/1?utm_source=newsletter",
        "https://OTHER.example:443/1#top",
    ],
)
def test_a_review_is_known_by_its_page_however_its_address_was_copied(desk, url):
    assert read(desk, review(1), review(1, url=url)).known == 1  # in one run
    assert read(desk, review(1, url=url)).known == 1  # and in another
    changed = read(desk, review(1, url=url, reviewRating={"alternateName": "Half true"}))
    assert (changed.updated, desk.table("reviews").count) == (1, 1)
    assert [row["url"] for row in desk.query("select url from reviews")] == ["https://other.example/1"]


@pytest.mark.parametrize(
    "url", ["https://other.example/1?id=2", "https://m.other.example/1", "https://other.example/1/b"]
)
def test_another_page_is_another_review(desk, url):
    assert read(desk, review(1), review(1, url=url)).added == 2


def test_another_claim_of_the_same_page_is_another_review(desk):
    assert read(desk, review(1), review(1, claimReviewed="Rent fell")).added == 2


def test_googles_search_with_holes_in_it_rejects_the_holes_alone(desk):
    sound = {"url": "https://g.example/1", "publisher": "Pub", "textualRating": "False"}
    other = {"url": "https://g.example/2", "publisher": {"name": "Pub"}, "textualRating": "False"}
    found = [{"text": "Rent rose", "claimReview": [None, sound]}, {"text": "Rent fell", "claimReview": other}]
    report = import_reviews(desk, opened(json.dumps({"claims": found})), actor="mara")
    assert (report.added, [place for place, *_ in report.rejected]) == (2, ["file, record 1, item 1.1"])


def test_googles_pages_with_holes_in_them_reject_the_holes_alone(desk):
    markups = [None, {"claimReviewed": "Rent rose", "rating": "False"}]
    pages = {"claimReviewMarkupPages": [{"pageUrl": "https://p.example/", "claimReviewMarkups": markups}]}
    report = import_reviews(desk, opened(json.dumps(pages)), actor="mara")
    assert (report.added, len(report.rejected)) == (1, 1)


def test_a_review_brings_its_claim_speaker_place_and_label(desk):
    read(desk, review(1))
    [row] = desk.query("select * from claimreview_sheet")
    expected = {
        "claim": "Rent doubled in 1 years",
        "claimant": "Ada Miller",
        "claimant_kind": "person",
        "claimant_url": "https://ada.example/",
        "claimed_on": "2024-04-22",
        "publisher": "Other Desk",
        "is_desk": 0,
        "rating": "False",
        "value": 1.0,
        "worst": 1.0,
        "best": 5.0,
        "reviewed_on": "2024-05-03",
        "url": "https://other.example/1",
        "appearances": '["https://news.example/1"]',
    }
    assert {name: row[name] for name in expected} == expected
    assert [one["status"] for one in desk.query("select status from claims")] == [Status.PARKED]


def test_the_same_file_again_adds_nothing(desk):
    read(desk, review(1), review(2))
    before = [desk.table(name).count for name in desk.table_names()]
    report = read(desk, review(1), review(2))
    assert (report.added, report.known) == (0, 2)
    assert [desk.table(name).count for name in desk.table_names()] == before


def test_a_changed_review_is_brought_up_to_date_and_the_old_verdict_kept_in_history(desk):
    read(desk, review(1))
    report = read(desk, review(1, reviewRating={"alternateName": "Half true"}))
    assert (report.added, report.updated) == (0, 1)
    assert [row["rating"] for row in desk.query("select rating from review_overview")] == ["Half true"]
    [change] = desk.query("select actor from history where table_name = 'reviews' and operation = 'update'")
    assert change["actor"] == "mara"


def test_what_a_poorer_format_has_no_room_for_stays(desk):
    told = review(1, headline="Did rent double?", reviewBody="It rose by 4 percent.", inLanguage="en")
    read(desk, told)
    [before] = desk.query("select * from reviews")
    poorer = {name: told[name] for name in ("@context", "@type", "claimReviewed", "url", "author")}
    report = read(desk, poorer | {"reviewRating": {"alternateName": told["reviewRating"]["alternateName"]}})
    assert (report.known, report.updated) == (1, 0)
    assert list(desk.query("select * from reviews")) == [before]


def test_a_review_is_known_again_after_the_desk_reworded_its_claim(desk):
    read(desk, review(1))
    with write_transaction(desk, "ada"):
        desk.execute("update claims set text = 'Rent doubled within a year'")
    assert read(desk, review(1)).known == 1
    assert desk.table("claims").count == 1


def test_two_publishers_reviews_of_one_claim_meet_at_it(desk):
    other = review(1, url="https://third.example/1", author={"name": "Third Desk"})
    read(desk, review(1), other)
    assert (desk.table("claims").count, desk.table("reviews").count) == (1, 2)


def test_the_same_words_of_two_people_are_two_claims(desk):
    other = review(1, url="https://other.example/2", itemReviewed={"author": {"name": "Ben"}})
    read(desk, review(1), other)
    assert desk.table("claims").count == 2


def test_a_claim_that_the_desk_holds_is_reviewed_where_it_stands(desk):
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "Rent doubled in 1 years")
    read(desk, review(1))
    assert [row["claim_id"] for row in desk.query("select claim_id from reviews")] == [claim_id]
    assert claims.get(desk, claim_id).status is Status.OPEN


def test_a_review_in_our_own_name_is_not_imported(desk):
    with write_transaction(desk, "ada"):
        publishers.set_desk(desk, "Other Desk")
    report = read(desk, review(1))
    assert report.added == 0
    assert "author is our own desk, and its reviews cannot be imported" in report.rejected[0][1]
    assert desk.table("claims").count == 0


def test_a_record_that_the_desk_refuses_leaves_nothing_behind(desk):
    """Its publisher and label came first, and went with it; the next record makes them again."""
    desk.execute(
        "create trigger no_two before insert on reviews when new.url like '%/2' begin select raise(abort, 'Refused: no'); end"
    )
    report = read(desk, review(2), review(1))
    assert (report.added, report.rejected) == (1, [("file, record 1", "no", "https://other.example/2")])
    assert desk.execute("pragma foreign_key_check").fetchall() == []
    assert [row["text"] for row in desk.query("select text from claims")] == ["Rent doubled in 1 years"]


def test_a_full_disk_ends_the_import_instead_of_rejecting_every_record(desk):
    desk.execute(f"pragma max_page_count = {desk.execute('pragma page_count').fetchone()[0] + 4}")
    with pytest.raises(DatabaseError, match=": free some disk space and try again; nothing was lost"):
        read(desk, *(review(number) for number in range(200)))
    desk.execute("pragma max_page_count = 1000000")
    assert read(desk, *(review(number) for number in range(200))).added == 200


def test_a_dry_run_foretells_what_the_desk_refuses(desk):
    desk.execute(
        "create trigger no_two before insert on reviews when new.url like '%/2' begin select raise(abort, 'Refused: no'); end"
    )
    documents = (review(1), review(2), review(3))
    foretold = read(desk, *documents, dry_run=True)
    assert desk.table("reviews").count == 0
    assert foretold == read(desk, *documents)
    assert (foretold.added, foretold.rejected) == (2, [("file, record 2", "no", "https://other.example/2")])


def test_a_dry_run_counts_and_changes_nothing(desk):
    report = read(desk, review(1), review(2, url=None), dry_run=True)
    assert (report.added, len(report.rejected)) == (1, 1)
    assert desk.table("claims").count == desk.table("history").count == 0


def test_half_an_emoji_and_a_nul_do_not_stop_the_desk(desk):
    content = json.dumps(review(1)).replace("Rent doubled", "Rent\\ud83d \\u0000doubled")
    assert import_reviews(desk, opened(content), actor="mara").added == 1
    assert [row["text"] for row in desk.query("select text from claims")] == ["Rent doubled in 1 years"]


def test_imported_claims_are_recognised_like_any_other(desk):
    from claimtrack.core.model import Statement
    from claimtrack.workflow.matching.matching import look_up

    read(desk, review(1, claimReviewed="The minister doubled the rent of every flat in Ohio since 2014"))
    [match] = look_up(desk, Statement("The minister doubled the rent of every flat in Ohio since 2014"))
    assert (match.rating, match.score > 0.9) == ("False", True)


def test_a_feed_is_read_in_pieces(monkeypatch):
    """A value may begin in one piece of the file and end three pieces later."""
    monkeypatch.setattr("claimtrack.importing.jsonstream._CHUNK", 7)
    feed = json.dumps({"@type": "DataFeed", "dataFeedElement": [{"n": "naïve ✓ " * n} for n in range(9)]})
    assert [value["n"].count("✓") for value in json_values(io.StringIO(json.dumps(json.loads(feed)["dataFeedElement"])))] == [*range(9)]  # fmt: skip
    lines = "\n".join(json.dumps({"n": n}) for n in range(9))
    assert [value["n"] for value in json_values(io.StringIO(lines))] == [*range(9)]


# ── the command ─────────────────────────────────────────────────────────────────────────────────


def run(desk_path, *args, **options):
    return CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", *args], **options)


def test_a_folder_is_read_whole_and_rejections_are_written_out(desk_path, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(review(1)))
    (folder / "b.html").write_text(PAGE.replace("other.example/1", "other.example/2"))
    (folder / "c.html").write_text("<p>nothing</p>")
    result = run(desk_path, str(folder), "--rejected", str(tmp_path / "rejected"))
    assert result.exit_code == 1
    assert "Imported 2 of 3 records: 2 new, 0 changed; 0 already known, 1 rejected" in result.stderr
    assert json.loads((tmp_path / "rejected").read_text())["reason"] == "the page contains no ClaimReview"


def test_a_dry_run_shows_what_is_new_and_what_would_change(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps(review(1)))
    none_yet = desk_path.with_name("none.db")
    for path in (none_yet, desk_path):
        told = run(path, str(feed), "--dry-run")
        assert told.stdout == "new, Other Desk on Rent doubled in 1 years: False\n"
        assert (f"There is no desk at {none_yet} yet" in told.stderr) == (path == none_yet)
    assert not none_yet.exists()
    assert run(desk_path, str(feed), "--yes").exit_code == 0
    feed.write_text(json.dumps(review(1, datePublished="2024-06-01")))
    told = run(desk_path, str(feed), "--dry-run")
    assert told.stdout == (
        "changed, Other Desk on Rent doubled in 1 years: reviewed_on: 2024-05-03 → 2024-06-01\n"
    )


VERDICTS = """claimReviewed;itemReviewed.author.name;itemReviewed.datePublished;reviewRating.alternateName;url;datePublished;author.name
Rents rose by 12 percent in Tarn;Ada Miller;22.4.2024;False;https://courier.example/1;13-Apr-25;The Courier
The mayor has twelve cars;Ada Miller;3/4/2024;False;https://courier.example/2;soon;The Courier
The mayor has twelve boats;Ada Miller;;False;https://courier.example/3;;The Courier
"""


def test_days_of_a_sheet_are_read_as_import_csv_reads_them_and_told_where_they_are_not(
    desk, desk_path, tmp_path
):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")

    def take(*options):
        call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), *options]
        return CliRunner().invoke(cli, call)

    told = (
        f"  {tmp_path}/verdicts.csv, line 3: datePublished is left out: not a date: 'soon'. Write it as YYYY-MM-DD, as in "
        f"2024-04-22\n  {tmp_path}/verdicts.csv, line 3: itemReviewed.datePublished is left out: unclear date: '3/4/2024', "
        "2024-04-03 or 2024-03-04. Use --dates day-first or --dates month-first, or write it as YYYY-MM-DD\n"
    )
    for option in ("--dry-run", "--yes"):
        result = take(option)
        assert (result.exit_code, told in result.stderr, result.stderr.count("left out")) == (0, True, 2)
    sql = "select claims.claimed_on, reviewed_on from claims join reviews on reviews.claim_id = claims.id order by claims.id"
    assert [tuple(row) for row in desk.execute(sql)] == [
        ("2024-04-22", "2025-04-13"),
        (None, None),
        (None, None),
    ]
    assert "itemReviewed" not in take("--dates", "day-first", "--dry-run").stderr


def test_the_order_of_days_that_a_person_tells_is_that_of_the_file(desk, desk_path, tmp_path):
    (tmp_path / "verdicts.csv").write_text(VERDICTS, encoding="utf-8")
    call = ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "verdicts.csv"), "--dates"]
    assert CliRunner().invoke(cli, [*call, "day-first"]).exit_code == 0
    assert [row[0] for row in desk.execute("select claimed_on from claims order by id")] == [
        "2024-04-22",
        "2024-04-03",
        None,
    ]


def test_of_many_days_that_are_left_out_some_are_told_and_the_rest_counted(desk_path, tmp_path):
    lines = [json.dumps(review(number, datePublished="some day")) for number in range(1, 15)]
    (tmp_path / "feed.ndjson").write_text("\n".join(lines), encoding="utf-8")
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "import", "claimreview", str(tmp_path / "feed.ndjson")]
    )
    assert result.stderr.count("datePublished is left out") == 10
    assert "  ... and 4 more dates that are left out" in result.stderr


def test_a_person_is_shown_it_and_asked(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps(review(1)))
    command = ["-m", "claimtrack", "--db", str(desk_path), "import", "claimreview", str(feed)]
    pexpect = pytest.importorskip("pexpect")
    for answer in ("n", "y"):
        child = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=30)
        child.expect("new, ")
        child.expect("Write this")
        child.sendline(answer)
        child.expect(pexpect.EOF)
        assert ("Imported 1 of 1 record: 1 new" in child.before) == (answer == "y")
    child = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=30)
    child.expect("There is nothing to write")


def test_standard_input_is_read(desk_path):
    result = run(desk_path, "-", input=json.dumps(review(1)))
    assert (result.exit_code, "1 new" in result.stderr) == (0, True)


def test_what_was_committed_before_a_kill_stays_and_the_next_run_goes_on(desk_path):
    """The pipe stays open, so that the import is killed between two batches and not at its end."""
    lines = [json.dumps(review(number)).encode() + b"\n" for number in range(1500)]
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "import", "claimreview", "-"]
    first = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0)
    # Twice the lines: the reader takes a megabyte before it hands on the first record.
    threading.Thread(target=feed, args=(first.stdin, b"".join(lines * 2)), daemon=True).start()
    conn = sqlite3.connect(desk_path)
    deadline = time.monotonic() + 60
    while not conn.execute("select count(*) from reviews").fetchone()[0]:
        assert time.monotonic() < deadline, "nothing was committed"
        time.sleep(0.02)
    first.kill()
    first.wait()
    conn.close()
    db = open_desk(desk_path)
    committed = db.table("reviews").count
    assert committed == 1000
    report = import_reviews(db, opened(b"".join(lines)), actor="mara")
    assert (report.added, report.known, report.rejected) == (500, 1000, [])
    assert db.table("claims").count == db.table("reviews").count == db.table("appearances").count == 1500
    assert db.execute("pragma integrity_check").fetchone()[0] == "ok"
    db.close()


def feed(pipe, data):
    """Write and leave open: an end of file would end the import."""
    with contextlib.suppress(BrokenPipeError):
        while data:
            data = data[pipe.write(data) :]


def test_a_missing_file_is_named(desk_path):
    result = run(desk_path, "nowhere.json")
    assert (result.exit_code, result.stderr) == (1, "Error: there is no file nowhere.json\n")


# ── taken back ──────────────────────────────────────────────────────────────────────────────────

KEPT = (
    "claims",
    "claimants",
    "articles",
    "appearances",
    "reviews",
    "ratings",
    "rating_scales",
    "publishers",
    "matches",
)


def kept(desk):
    return {table: list(desk.query(f"select * from {table} order by id")) for table in KEPT}


def take_back(desk, done, actor="mara"):
    return take_back_import(desk, *join(done.written), actor=actor)


def test_an_import_of_reviews_is_taken_back_whole_with_its_publisher_and_scale(desk):
    add_claim(desk, NewClaim("Rent doubled in 2 years", claimant="Ada Miller"), actor="ada")
    before = kept(desk)
    assert take_back(desk, read(desk, review(1), review(2))) == (1, 1)
    after = kept(desk)
    assert (
        after.pop("claimants")[0]["name"] == before.pop("claimants")[0]["name"]
    )  # what is learnt of a name stays
    assert after == before
    assert read(desk, review(1), review(2)).added == 2


def test_a_review_that_an_import_brought_up_to_date_says_what_it_said_before(desk):
    read(desk, review(1), review(2))
    before = kept(desk)
    changed = review(1, headline="Not doubled", datePublished="2024-05-09")
    done = read(desk, changed, review(3))
    assert (done.updated, done.added) == (1, 1)
    take_back(desk, done)
    assert kept(desk) == before


def test_an_import_on_whose_claims_somebody_works_stays_and_so_does_a_review_of_our_own(desk):
    done = read(desk, review(1))
    add_note(desk, 1, "Ask them.", actor="ben")
    with pytest.raises(Refused, match="these imported claims were changed since, or"):
        take_back(desk, done)
    after = last_change(desk)
    name_desk(desk, "Our Desk", actor="mara")
    with pytest.raises(Refused, match=r"not only those of an import \(publishers\)"):
        take_back_import(desk, (after, last_change(desk)), actor="mara")


def test_what_the_same_person_writes_between_two_batches_is_not_taken_back_with_them(desk, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 1)
    filed = []

    def meanwhile(_):
        if not filed:
            filed.append(add_claim(desk, NewClaim("The quay is shut"), actor="mara").claim_id)

    done = read(desk, review(1), review(2), review(3), progress=meanwhile)
    first, rest = join(done.written)
    assert import_parts(desk, first[0], rest[1], mark(desk, first, rest)) == [first, rest]
    take_back_import(desk, first, rest, actor="mara")
    assert [row["id"] for row in desk.table("claims").rows] == filed


def test_the_command_tells_how_it_is_taken_back_where_it_wrote_anything(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))

    def run(*command):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "mara", "import", *command])

    told = run("claimreview", str(tmp_path / "feed.json")).stderr
    assert "import undo" not in run("claimreview", str(tmp_path / "feed.json")).stderr
    [changes] = re.findall(r"To take it back: `claimtrack --db .+ import undo (.+)`", told)
    assert run("undo", "--yes", changes).stderr.startswith("Undone: 1 claim that it filed")
    assert "1 new" in run("claimreview", str(tmp_path / "feed.json")).stderr


def test_ctrl_c_in_an_import_tells_what_is_kept_and_how_to_go_on(desk_path, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupted)
    (tmp_path / "feed.json").write_text("{}")
    result = run(desk_path, str(tmp_path / "feed.json"))
    assert result.exit_code == 1
    assert "run the same command again" in result.stderr
    assert f"`claimtrack --db {desk_path} import undo`" in result.stderr


def test_where_the_rejected_cannot_be_written_nothing_is_imported(desk, desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1)))
    result = run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "none" / "rejected"))
    assert result.exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (0,)


def test_what_is_read_may_be_what_the_rejected_are_written_over(desk, desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps([review(1), review(2) | {"url": "none"}]))
    assert run(desk_path, str(feed), "--rejected", str(feed)).exit_code == 1
    assert desk.execute("select count(*) from claims").fetchone() == (1,)
    assert json.loads(feed.read_text())["url"] == "none"


def test_a_file_without_claimreview_is_told(desk_path, tmp_path):
    feed = tmp_path / "feed.json"
    feed.write_text("[]")
    result = run(desk_path, str(feed))
    assert (result.exit_code, result.stderr) == (
        0,
        "Imported 0 of 0 records: there is no ClaimReview in it\n",
    )


def test_the_rejected_may_be_written_into_the_folder_that_is_read(desk_path, tmp_path):
    folder = tmp_path / "feeds"
    folder.mkdir()
    (folder / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    result = run(desk_path, str(folder), "--rejected", str(folder / "rejected.ndjson"))
    assert "Imported 0 of 1 record: 0 new, 0 changed; 0 already known, 1 rejected" in result.stderr


def test_an_import_that_is_stopped_leaves_the_rejected_of_the_one_before(desk_path, tmp_path, monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "import_reviews", interrupted)
    (tmp_path / "feed.json").write_text("{}")
    (tmp_path / "rejected").write_text("those of yesterday")
    assert (
        run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(tmp_path / "rejected")).exit_code == 1
    )
    assert (tmp_path / "rejected").read_text() == "those of yesterday"


def test_the_rejected_may_go_to_another_program(desk_path, tmp_path):
    (tmp_path / "feed.json").write_text(json.dumps(review(1) | {"url": "none"}))
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run(desk_path, str(tmp_path / "feed.json"), "--rejected", str(pipe)).exit_code == 1
    reader.join(10)
    assert "none" in read[0]
