"""ClaimReview is imported from every kind of file: nothing is lost silently, nothing is imported twice."""

import copy
import io
import json
import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import DatabaseError, DatabaseLocked, UnreadableSource
from claimtrack.core.model import Status
from claimtrack.export.claimreview import write_duke_csv
from claimtrack.fetch.decoding.jsonstream import json_values
from claimtrack.importing import claimreview
from claimtrack.store import claims
from claimtrack.store.file import database
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import publishers
from claimtrack.workflow.reviews import importing
from claimtrack.workflow.reviews.importing import import_reviews
from tests.importing.claimreviews import PAGE, open_records, read, review


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
    ("a page whose script type has a charset", PAGE.replace("/ld+json'", "/ld+json; charset=utf-8'"), 1),
    ("a page of XML", f'<?xml version="1.0" encoding="iso-8859-1"?>\n{PAGE}', 1),
    ("Duke's columns", duke_csv(), 2),
    ("Duke's columns, saved again where commas are decimal", duke_csv().replace(",", ";"), 2),
    ("a number too large for a float", json.dumps(review()).replace('"1"', "9" * 5000, 1), 1),
    ("UTF-16, as Excel saves it", json.dumps(review(), ensure_ascii=False).encode("utf-16"), 1),
    ("UTF-8 with a mark", b"\xef\xbb\xbf" + json.dumps(review()).encode(), 1),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "content", "expected"), FILES, ids=[row[0] for row in FILES])
def test_every_kind_of_file_is_read_by_its_content(desk, kind, content, expected):
    report = import_reviews(desk, open_records(content), actor="mara")
    assert (report.added, report.rejected) == (expected, [])
    assert desk.table("reviews").count == expected


@pytest.mark.parametrize(
    "content", [json.dumps([review()]), PAGE, duke_csv()], ids=["JSON", "a page", "a sheet"]
)
def test_a_file_is_closed_when_its_records_are_read(tmp_path, recwarn, content):
    path = tmp_path / "reviews"
    path.write_text(content, encoding="utf-8")
    with path.open("rb") as file:
        assert list(claimreview.records(file, "reviews"))
    assert recwarn.list == []  # in Python's development mode: unclosed file


BROKEN = [
    # The file, the error, and how many records before it are sound.
    ("[]", None, 0),
    (json.dumps({"@type": "DataFeed", "dataFeedElement": []}), None, 0),
    (json.dumps({"claims": []}), None, 0),
    ("", "the file is empty", 0),
    ("   \n", "the file is empty", 0),
    (json.dumps({"@type": "Article"}), "is not ClaimReview (it is Article)", 0),
    ("[1]", "is not ClaimReview (it is int)", 0),
    # a dump of a publishing system, with the documents inside its posts
    (
        json.dumps({"nodes": [{"schemas": [{"@type": "ClaimReview"}]}]}),
        "stands inside other data, see docs/exports.md",
        0,
    ),
    (json.dumps([review(1)])[:-1], "the file was cut off", 1),
    (json.dumps([review(1), review(2)])[:-40], "broken JSON", 1),
    ("<html><body>nothing</body></html>", "the page contains no ClaimReview", 0),
    (
        "<script type='application/ld+json'>{\noops</script>",
        "its JSON-LD cannot be read: broken JSON in line 2",
        0,
    ),
    ("[" * 100_000, "nested too deep", 0),
    ('{"a":' * 500_000 + "1" + "}" * 500_000, "nested too deep", 0),
    (f"<script type='application/ld+json'>{'[' * 100_000}</script>", "nested too deep", 0),
    ("name,age\nAda,7\n", "no column claimReviewed", 0),
    ("sep=;\n", "no column claimReviewed", 0),
]


@pytest.mark.parametrize(("content", "problem", "sound"), BROKEN)
def test_broken_file_is_reported_and_its_sound_records_are_kept(desk, content, problem, sound):
    report = import_reviews(desk, open_records(content), actor="mara")
    assert report.added == sound
    assert [problem in reason for _, reason, _ in report.rejected] == ([True] if problem else [])


def test_file_that_is_no_text_is_refused_with_the_remedy(desk):
    with pytest.raises(UnreadableSource, match="file is a PDF, not text: extract its text"):
        import_reviews(desk, open_records(b"%PDF-1.7"), actor="mara")


def test_rejected_record_is_named_with_its_reason_and_does_not_stop_the_others(desk):
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
    """A DataFeed with an element for each review, or for each list of reviews."""
    elements = [{"@type": "DataFeedItem", "item": item} for item in reviews]
    return {"@type": "DataFeed", "dataFeedElement": elements}


def test_rejected_item_of_a_feed_is_named_by_its_number_and_address(desk, desk_path, tmp_path):
    nameless = review(3, claimReviewed=None)
    path, rejected = tmp_path / "feed.json", tmp_path / "rejected.ndjson"
    path.write_text(json.dumps(data_feed(review(1), review(2), nameless, [review(4), review(5, url=None)])))
    command = ["--db", str(desk_path), "import", "claimreview", str(path)]
    result = CliRunner().invoke(cli, command)
    assert (result.exit_code, desk.table("reviews").count) == (1, 3)
    assert f"{path}, record 1, item 3 (https://other.example/3): claimReviewed is missing" in result.stderr
    assert f"{path}, record 1, item 4.2: url is missing" in result.stderr
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
def test_review_is_recognised_by_its_page_however_its_address_is_written(desk, url):
    assert read(desk, review(1), review(1, url=url)).known == 1  # in one run
    assert read(desk, review(1, url=url)).known == 1  # and in another
    changed = read(desk, review(1, url=url, reviewRating={"alternateName": "Half true"}))
    assert (changed.updated, desk.table("reviews").count) == (1, 1)
    assert [row["url"] for row in desk.query("select url from reviews")] == ["https://other.example/1"]


@pytest.mark.parametrize(
    "url", ["https://other.example/1?id=2", "https://m.other.example/1", "https://other.example/1/b"]
)
def test_review_on_another_page_is_another_review(desk, url):
    assert read(desk, review(1), review(1, url=url)).added == 2


def test_review_of_another_claim_on_the_same_page_is_another_review(desk):
    assert read(desk, review(1), review(1, claimReviewed="Rent fell")).added == 2


def test_only_the_incomplete_results_of_google_search_are_rejected(desk):
    sound = {"url": "https://g.example/1", "publisher": "Pub", "textualRating": "False"}
    other = {"url": "https://g.example/2", "publisher": {"name": "Pub"}, "textualRating": "False"}
    found = [{"text": "Rent rose", "claimReview": [None, sound]}, {"text": "Rent fell", "claimReview": other}]
    report = import_reviews(desk, open_records(json.dumps({"claims": found})), actor="mara")
    assert (report.added, [place for place, *_ in report.rejected]) == (2, ["file, record 1, item 1.1"])


def test_only_the_incomplete_markups_of_googles_pages_are_rejected(desk):
    markups = [None, {"claimReviewed": "Rent rose", "rating": "False"}]
    pages = [
        {"pageUrl": "https://p.example/", "claimReviewMarkups": of_page} for of_page in (markups, [None])
    ]
    report = import_reviews(desk, open_records(json.dumps({"claimReviewMarkupPages": pages})), actor="mara")
    at = [place for place, *_ in report.rejected]
    assert (report.added, at) == (1, ["file, record 1, item 1.1", "file, record 1, item 2"])


def test_review_comes_with_its_claim_claimant_appearance_and_rating(desk):
    told = review(1)
    told["itemReviewed"]["inLanguage"] = "Welsh"
    read(desk, told)
    [row] = desk.query("select * from claimreview_sheet")
    expected = {
        "claim": "Rent doubled in 1 years",
        "claimant": "Ada Miller",
        "claimant_kind": "person",
        "claimant_url": "https://ada.example/",
        "claimed_on": "2024-04-22",
        "claim_language": "cy",
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
    assert [entry["status"] for entry in desk.query("select status from claims")] == [Status.PARKED]


def test_reviews_from_google_come_with_publisher_claimant_days_and_address(desk):
    pages = copy.deepcopy(GOOGLE_PAGES)
    pages["claimReviewMarkupPages"][0]["claimReviewMarkups"][0]["url"] = "https://other.example/2"
    for found in (GOOGLE_SEARCH, pages):
        import_reviews(desk, open_records(json.dumps(found)), actor="mara")
    columns = "publisher, url, rating, claimant, claimed_on, reviewed_on"
    rows = desk.execute(f"select {columns} from claimreview_sheet order by id").fetchall()
    assert rows == [
        ("Other Desk", "https://other.example/1", "False", "Ada Miller", "2024-04-22", "2024-05-03"),
        ("third.example", "https://third.example/1", "Wrong", "Ada Miller", "2024-04-22", None),
        ("Other Desk", "https://other.example/2", "False", "Ada Miller", "2024-04-22", "2024-05-03"),
    ]


def test_rows_of_dukes_columns_may_be_shorter_or_longer_than_the_header(desk):
    header, first, second = duke_csv().splitlines()
    cells = [first[: first.index(",,")], f"{second},,more,and more"]
    report = import_reviews(desk, open_records("\n".join([header, *cells])), actor="mara")
    assert (report.added, report.rejected) == (2, [])


def test_importing_the_same_file_again_adds_nothing(desk):
    read(desk, review(1), review(2))
    before = [desk.table(name).count for name in desk.table_names()]
    report = read(desk, review(1), review(2))
    assert (report.added, report.known) == (0, 2)
    assert [desk.table(name).count for name in desk.table_names()] == before


def test_changed_review_is_updated_and_the_former_verdict_kept_in_history(desk):
    read(desk, review(1))
    report = read(desk, review(1, reviewRating={"alternateName": "Half true"}))
    assert (report.added, report.updated) == (0, 1)
    assert [row["rating"] for row in desk.query("select rating from review_overview")] == ["Half true"]
    [change] = desk.query("select actor from history where table_name = 'reviews' and operation = 'update'")
    assert change["actor"] == "mara"


def test_fields_missing_from_a_poorer_format_are_kept(desk):
    full = review(1, headline="Did rent double?", reviewBody="It rose by 4 percent.", inLanguage="en")
    read(desk, full)
    [before] = desk.query("select * from reviews")
    poorer = {name: full[name] for name in ("@context", "@type", "claimReviewed", "url", "author")}
    report = read(desk, poorer | {"reviewRating": {"alternateName": full["reviewRating"]["alternateName"]}})
    assert (report.known, report.updated) == (1, 0)
    assert list(desk.query("select * from reviews")) == [before]


def test_review_is_recognised_after_the_desk_reworded_its_claim(desk):
    read(desk, review(1))
    with write_transaction(desk, "ada"):
        desk.execute("update claims set text = 'Rent doubled within a year'")
    assert read(desk, review(1)).known == 1
    assert desk.table("claims").count == 1


def test_reviews_of_two_publishers_share_one_claim(desk):
    other = review(1, url="https://third.example/1", author={"name": "Third Desk"})
    read(desk, review(1), other)
    assert (desk.table("claims").count, desk.table("reviews").count) == (1, 2)


def test_same_words_of_two_claimants_are_two_claims(desk):
    other = review(1, url="https://other.example/2", itemReviewed={"author": {"name": "Ben"}})
    read(desk, review(1), other)
    assert desk.table("claims").count == 2


def test_claim_already_on_the_desk_gets_the_review(desk):
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "Rent doubled in 1 years")
    read(desk, review(1))
    assert [row["claim_id"] for row in desk.query("select claim_id from reviews")] == [claim_id]
    assert claims.get(desk, claim_id).status is Status.OPEN


def test_review_in_our_own_name_is_rejected(desk):
    with write_transaction(desk, "ada"):
        publishers.name_desk(desk, "Other Desk")
    report = read(desk, review(1))
    assert report.added == 0
    told = report.rejected[0][1]
    assert "author is our own desk, and its reviews cannot be imported" in told
    assert told.endswith('another author, such as "Other Desk (archive)"')
    assert desk.table("claims").count == 0


def test_record_that_the_desk_refuses_leaves_nothing_behind(desk):
    """Its publisher and rating are written before it and removed with it; the next record adds them again."""
    desk.execute(
        "create trigger no_two before insert on reviews when new.url like '%/2' begin select raise(abort, 'Refused: no'); end"
    )
    report = read(desk, review(2), review(1))
    assert (report.added, report.rejected) == (1, [("file, record 1", "no", "https://other.example/2")])
    assert desk.execute("pragma foreign_key_check").fetchall() == []
    assert [row["text"] for row in desk.query("select text from claims")] == ["Rent doubled in 1 years"]


def test_full_disk_ends_the_import_instead_of_rejecting_every_record(desk):
    desk.execute(f"pragma max_page_count = {desk.execute('pragma page_count').fetchone()[0] + 4}")
    with pytest.raises(DatabaseError, match=": free some disk space and try again; nothing was lost"):
        read(desk, *(review(number) for number in range(200)))
    desk.execute("pragma max_page_count = 1000000")
    assert read(desk, *(review(number) for number in range(200))).added == 200


def test_dry_run_predicts_which_records_the_desk_refuses(desk):
    desk.execute(
        "create trigger no_two before insert on reviews when new.url like '%/2' begin select raise(abort, 'Refused: no'); end"
    )
    documents = (review(1), review(2), review(3))
    predicted = read(desk, *documents, dry_run=True)
    assert desk.table("reviews").count == 0
    assert predicted == read(desk, *documents)
    assert (predicted.added, predicted.rejected) == (2, [("file, record 2", "no", "https://other.example/2")])


def test_dry_run_counts_records_and_changes_nothing(desk):
    report = read(desk, review(1), review(2, url=None), dry_run=True)
    assert (report.added, len(report.rejected)) == (1, 1)
    assert desk.table("claims").count == desk.table("history").count == 0


def test_a_long_dry_run_predicts_the_import_without_blocking_other_writers(desk, desk_path, monkeypatch):
    """A short dry run is a transaction on the desk itself; a longer one works on a copy."""
    monkeypatch.setattr(database, "SHORT", 200)
    monkeypatch.setattr(importing, "BATCH", 200)
    read(desk, *(review(number) for number in range(0, 500, 7)))
    changed = {"reviewRating": {"@type": "Rating", "alternateName": "True"}}
    documents = [review(number, **(changed if number % 3 else {})) for number in range(500)]
    before = list(desk.conn.iterdump())
    documents[40]["url"] = None

    def write_meanwhile(_):
        with closing(sqlite3.connect(desk_path, timeout=0)) as other:
            other.execute("begin immediate")

    predicted_calls, calls = [], []
    predicted = read(
        desk,
        *documents,
        dry_run=True,
        progress=write_meanwhile,
        watch=lambda *args: predicted_calls.append(args),
    )
    assert list(desk.conn.iterdump()) == before
    assert predicted == read(desk, *documents, watch=lambda *args: calls.append(args))
    assert (predicted.added, predicted.updated, predicted.known, len(predicted.rejected)) == (427, 48, 24, 1)
    assert predicted_calls == calls

    with pytest.raises(DatabaseLocked):
        read(desk, *documents[:200], dry_run=True, progress=write_meanwhile)


def test_lone_surrogate_and_nul_do_not_stop_the_import(desk):
    content = json.dumps(review(1)).replace("Rent doubled", "Rent\\ud83d \\u0000doubled")
    assert import_reviews(desk, open_records(content), actor="mara").added == 1
    assert [row["text"] for row in desk.query("select text from claims")] == ["Rent doubled in 1 years"]


def test_imported_claims_are_matched_like_any_other(desk):
    from claimtrack.core.model import Statement
    from claimtrack.workflow.matching.matching import look_up

    read(desk, review(1, claimReviewed="The minister doubled the rent of every flat in Ohio since 2014"))
    [match] = look_up(desk, Statement("The minister doubled the rent of every flat in Ohio since 2014"))
    assert (match.rating, match.score > 0.9) == ("False", True)


def test_feed_is_read_in_chunks(monkeypatch):
    """A value may begin in one piece of the file and end three pieces later."""
    monkeypatch.setattr("claimtrack.fetch.decoding.jsonstream._CHUNK", 7)
    feed = json.dumps({"@type": "DataFeed", "dataFeedElement": [{"n": "naïve ✓ " * n} for n in range(9)]})
    assert [value["n"].count("✓") for value in json_values(io.StringIO(json.dumps(json.loads(feed)["dataFeedElement"])))] == [*range(9)]  # fmt: skip
    lines = "\n".join(json.dumps({"n": n}) for n in range(9))
    assert [value["n"] for value in json_values(io.StringIO(lines))] == [*range(9)]
    monkeypatch.setattr("claimtrack.fetch.decoding.jsonstream._CHUNK", 50)  # up to the list of the feed
    assert len(list(json_values(io.StringIO(feed)))) == 9


def test_a_review_of_several_claims_is_filed_with_each(desk):
    """The first was taken, and nothing said so."""
    rents, fares = "Rents rose by a fifth in Vale", "Bus fares fell by half in Vale"
    authors = [{"author": {"name": name}} for name in ("Bo Lund", "Ed Moor", "Bo Lund")]
    in_two_languages = [{"@value": "Beds were cut", "@language": "en"}, {"@value": "Es fehlen Betten"}]
    report = read(
        desk,
        review(1, claimReviewed=[rents, fares, rents], itemReviewed=authors),
        review(2, claimReviewed=in_two_languages),
        review(3, claimReviewed=["One alone in a list"]),
        review(4, claimReviewed=["Wards were shut", None, "Schools were sold"], itemReviewed=authors[:2]),
    )
    assert (report.added, report.rejected) == (6, [])
    sql = """
        select claims.text, coalesce(name, ''), reviews.url from reviews
        join claims on claims.id = claim_id left join claimants on claimants.id = claimant_id
        where origin = 'imported' order by reviews.id
    """
    assert desk.execute(sql).fetchall() == [
        (rents, "Bo Lund", "https://other.example/1"),
        (fares, "Ed Moor", "https://other.example/1"),
        ("Beds were cut", "Ada Miller", "https://other.example/2"),
        ("One alone in a list", "Ada Miller", "https://other.example/3"),
        # Nobody can tell which of two people said which.
        ("Wards were shut", "", "https://other.example/4"),
        ("Schools were sold", "", "https://other.example/4"),
    ]


def test_each_claim_of_a_review_gets_its_own_rating_or_none(desk):
    """All got the first."""
    named = ["Rents rose by a fifth in Vale", "Bus fares fell by half in Vale"]
    ratings = [{"alternateName": one} for one in ("False", "True", "Mixed")]
    report = read(
        desk,
        review(1, claimReviewed=named, reviewRating=ratings[:2]),
        review(2, claimReviewed=named, reviewRating=ratings),
    )
    sql = "select text, rating from claim_overview order by id"
    assert desk.execute(sql).fetchall() == [*zip(named, ["False", "True"], strict=True)]
    assert (report.added, len(report.rejected)) == (2, 2)
