"""Reviews that desks exchange: what a partner withdraws, rewords or renames, and what returns to its desk."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Statement
from claimtrack.core.texts import addresses
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import publishers
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching.matching import look_up
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.reviews.importing import import_reviews
from claimtrack.workflow.undoing import take_back_import
from tests.importing.claimreviews import open_records, read, review
from tests.suggestions import without_desk

WORDS = "Rent doubled in 1 years"


def appearances(desk):
    """How often the claim was seen, and the claimant, date and address of each appearance."""
    [times] = desk.query("select appearances from claim_overview where id = 1")
    sql = """
        select claimants.name as who, said_on, articles.url from appearances
        join articles on articles.id = article_id left join claimants on claimants.id = appearances.claimant_id
        order by appearances.id
    """
    return times["appearances"], [(row["who"], row["said_on"], row["url"]) for row in desk.query(sql)]


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://news.example/1", "the same address"),
        ("http://www.news.example/1/?utm_source=x", "another address of the same page"),
    ],
)
def test_known_appearance_is_not_counted_again_for_a_review(desk, url, reason):
    known = NewClaim(WORDS, claimant="Ada Miller", claimed_on="2024-04-21", source=url)
    add_claim(desk, known, actor="ada")
    read(desk, review(1), review(1, author={"name": "Third Desk"}, url="https://third.example/1"))
    assert appearances(desk) == (1, [("Ada Miller", "2024-04-21", url)]), reason


def test_appearance_of_a_reviewed_claim_is_attributed_to_its_claimant(desk):
    read(desk, review(1))
    assert appearances(desk) == (1, [("Ada Miller", "2024-04-22", "https://news.example/1")])


def test_only_the_first_appearance_has_the_claims_own_date_and_claimant(desk):
    """A desk that counts repeats exports them after the first one, and ClaimReview has no field for who and when."""
    pages = {"firstAppearance": {"url": "https://a.example/"}, "appearance": [{"url": "https://b.example/"}]}
    claim = {"author": {"name": "Ada Miller"}, "datePublished": "2024-04-22"}
    read(desk, review(1, itemReviewed=claim | pages))
    assert appearances(desk)[1] == [
        ("Ada Miller", "2024-04-22", "https://a.example/"),
        (None, None, "https://b.example/"),
    ]


def test_claim_on_very_many_pages_is_filed_without_comparing_every_pair(desk):
    pages = [{"url": f"https://news.example/{number}"} for number in range(600)]
    before = addresses._form.cache_info().misses
    read(desk, review(1, itemReviewed={"author": {"name": "Ada Miller"}, "appearance": pages * 2}))
    assert desk.table("appearances").count == 600
    assert addresses._form.cache_info().misses - before < 10 * 600


# ── reviews that a partner withdrew ─────────────────────────────────────────────────────────────


def test_review_withdrawn_by_its_publisher_is_withdrawn_here_with_a_note(desk):
    read(desk, review(1))
    with pytest.raises(InvalidValue, match="note"):
        reviewing.withdraw(desk, 1, actor="ada")
    reviewing.withdraw(desk, 1, note="See their corrections", withdrawn_on="2024-06-01", actor="ada")
    [row] = desk.query("select status, correction_note, withdrawn_on from reviews")
    assert tuple(row.values()) == ("withdrawn", "See their corrections", "2024-06-01")
    assert look_up(desk, Statement(WORDS))[0].rating is None
    with pytest.raises(Refused, match="review 1 is already withdrawn"):
        reviewing.withdraw(desk, 1, note="Again", actor="ada")


def test_review_of_another_publisher_cannot_be_corrected_here(desk):
    read(desk, review(1))
    with pytest.raises(
        Refused, match=r"import it again to update it, or .*`claimtrack review withdraw 1 --note WHY`"
    ):
        reviewing.correct(desk, 1, note="No", actor="ada")


def test_a_correction_of_a_partner_is_seen_at_the_next_import_with_its_day(desk):
    """Also by a desk that read it with 0.9.0, which gave the day of the correction as `datePublished`."""
    read(desk, review(1))
    corrected = review(1, reviewRating={"alternateName": "Half true"}, dateModified="2024-06-01")
    told = {}
    report = read(desk, corrected, watch=lambda _, changes: told.update(changes))
    assert (report.updated, told) == (
        1,
        {"rating": ("False", "Half true"), "reviewed_on": ("2024-05-03", "2024-06-01")},
    )
    assert read(desk, corrected).known == 1
    assert read(desk, corrected | {"datePublished": "2024-06-01"}).known == 1


def test_old_file_does_not_restore_a_withdrawn_review(desk):
    read(desk, review(1))
    reviewing.withdraw(desk, 1, note="Taken back", actor="ada")
    assert read(desk, review(1, headline="From another door")).added == 0
    assert [row["status"] for row in desk.query("select status from reviews")] == ["withdrawn"]


@pytest.mark.parametrize(
    "day", [{}, {"datePublished": "2024-05-09"}], ids=["on the same day", "on another day"]
)
def test_file_from_before_a_correction_does_not_restore_a_withdrawn_review(desk, day):
    read(desk, review(1))
    read(desk, review(1, reviewRating={"alternateName": "Half true"}, **day))
    reviewing.withdraw(desk, 1, note="Taken back", actor="ada")
    report = read(desk, review(1))
    assert (report.added, report.updated) == (0, 0)
    sql = "select status, ratings.name from reviews join ratings on ratings.id = rating_id"
    assert [tuple(row.values()) for row in desk.query(sql)] == [("withdrawn", "Half true")]


@pytest.mark.parametrize(
    "changed",
    [
        {"reviewRating": {"alternateName": "Half true"}},
        {"datePublished": "2024-06-09"},
    ],
    ids=["another verdict", "the same verdict on another day"],
)
def test_new_verdict_of_the_publisher_counts_until_its_import_is_undone(desk, changed):
    read(desk, review(1))
    reviewing.withdraw(desk, 1, note="Taken back", actor="ada")
    report = read(desk, review(1, **changed))
    assert (report.added, [row["status"] for row in desk.query("select status from reviews")]) == (
        1,
        ["published"],
    )
    take_back_import(desk, *report.written, actor="mara")
    [row] = desk.query("select status, correction_note from reviews")
    assert tuple(row.values()) == ("withdrawn", "Taken back")
    assert read(desk, review(1, **changed)).added == 1


# ── reviews that are no longer in the file ──────────────────────────────────────────────────────

OTHER_NAME = {"author": {"name": "The Other Desk"}}
NOT_MET = [
    pytest.param([review(1)], False, [], id="a known review in part of a feed"),
    pytest.param([review(1)], True, [2], id="a whole feed without the other review"),
    pytest.param([review(3)], False, [], id="a review on another page"),
    pytest.param([review(1, claimReviewed="Rent rose")], False, [1], id="its page has a review of other words"),
    pytest.param(
        [review(1, claimReviewed="Rent rose", url="http://www.other.example/1/#top")], False, [1],
        id="the same, with another address of the page",
    ),
    pytest.param([review(1, **OTHER_NAME)], False, [1], id="its page has it under another publisher"),
    pytest.param([review(3, **OTHER_NAME)], True, [], id="a whole feed of another publisher"),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "whole", "missed"), NOT_MET)
@pytest.mark.parametrize("dry_run", [False, True])
def test_reviews_no_longer_in_the_file_are_named(desk, documents, whole, missed, dry_run):
    read(desk, review(1), review(2))
    report = read(desk, *documents, whole=whole, dry_run=dry_run)
    assert [known.id for known in report.missed] == missed


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (json.dumps([review(1), review(2)])[:-100], "a download that broke off"),
        (
            json.dumps([review(1), {"name": "Organization"}]),
            "a record that is not a review and has no address",
        ),
        (json.dumps([review(1), review(2, reviewRating={})]), "its record has a mistake"),
        (json.dumps([review(1), review(2, author={"name": "The Desk"})]), "its record is in our own name"),
    ],
)
def test_unreadable_reviews_are_not_named_as_missing(desk, content, reason):
    """Otherwise, whoever withdraws what is named would withdraw reviews that are still published."""
    publishers.name_desk(desk, "The Desk")
    read(desk, review(1), review(2))
    report = import_reviews(desk, open_records(content), whole=True, actor="mara")
    assert (len(report.rejected), report.missed) == (1, []), reason


def test_missing_reviews_are_not_named_for_a_truncated_file(desk_path, tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps([review(1), review(2)]))
    command = ["--db", str(desk_path), "import", "claimreview", str(path), "--whole"]
    assert "--whole" not in CliRunner().invoke(cli, command).stderr
    path.write_text(path.read_text()[:-100])
    assert "what the file no longer has is not named" in CliRunner().invoke(cli, command).stderr


def test_withdrawn_review_is_not_named_as_missing_again(desk):
    read(desk, review(1), review(2))
    reviewing.withdraw(desk, 2, note="Taken back", actor="ada")
    assert read(desk, review(1), whole=True).missed == []


def test_command_names_missing_reviews_with_the_remedy(desk_path, tmp_path):
    def run(*documents):
        path = tmp_path / "feed.json"
        path.write_text(
            json.dumps(
                {"@type": "DataFeed", "dataFeedElement": [{"item": document} for document in documents]}
            )
        )
        command = ["import", "claimreview", str(path), "--whole"]
        return without_desk(CliRunner().invoke(cli, ["--db", str(desk_path), *command]), desk_path)

    assert "no longer" not in run(*(review(number) for number in range(1, 14))).stderr
    result = run(review(1))
    assert result.exit_code == 0
    assert "The desk has 12 reviews that the file no longer has" in result.stderr
    assert (
        f"review 2, Other Desk: False, on claim 2 (“{review(2)['claimReviewed']}”), https://other.example/2"
        in result.stderr
    )
    assert "... and 2 more" in result.stderr
    assert "`claimtrack review withdraw REVIEW --note WHY`" in result.stderr


def test_script_is_told_only_which_verdicts_changed(desk_path, tmp_path):
    """A nightly e-mail names what a partner corrected, and only counts what is new."""
    path = tmp_path / "feed.json"

    def import_feed(*documents):
        path.write_text("\n".join(json.dumps(document) for document in documents))
        return CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", str(path)]).stderr

    assert "Other Desk on" not in import_feed(review(1), review(2))
    corrected = import_feed(review(1), review(2, reviewRating={"alternateName": "Half true"}), review(3))
    assert f"changed, Other Desk on {review(2)['claimReviewed']}: rating: False → Half true\n" in corrected
    assert corrected.count("Other Desk on") == 1


# ── our own verdict, and our own words ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("url", ["https://desk.example/1", "http://www.desk.example/1/#top"])
def test_our_own_verdict_is_not_imported_under_another_name(reviewed_desk, url):
    """Databases of fact checks name a publisher by its site, or spell its name differently."""
    before = reviewed_desk.table("reviews").count
    report = read(reviewed_desk, review(1, url=url, author={"name": "desk.example"}))
    assert "is the address of review 1, which is our own" in report.rejected[0].reason
    assert reviewed_desk.table("reviews").count == before


def test_our_imported_archive_is_neither_reimported_nor_silently_withdrawn(
    desk,
):
    read(desk, review(1))
    publishers.name_desk(desk, "Other Desk")
    report = read(desk, review(1, author={"name": "other.example"}))
    assert "is the address of review 1, which is our own" in report.rejected[0].reason
    with pytest.raises(Refused, match=r"an old one of your own.*`claimtrack review draft 1`"):
        reviewing.withdraw(desk, 1, note="Wrong", actor="ada")


def test_review_reworded_like_our_claim_is_the_same_review(desk):
    read(desk, review(1))
    with write_transaction(desk, "ada"):
        desk.execute("update claims set text = 'Rent rose within a year'")
    report = read(desk, review(1, claimReviewed="Rent rose within a year"))
    assert (report.updated, report.rejected, report.missed) == (1, [], [])
    assert [row["claim_reviewed"] for row in desk.query("select claim_reviewed from reviews")] == [
        "Rent rose within a year"
    ]


@pytest.mark.parametrize("turned", [False, True])
def test_each_of_two_claims_on_a_page_keeps_its_review(desk, turned):
    """They used to take the one review from each other, so every nightly import reported two changes."""
    both = [review(1, claimReviewed="Rent rose"), review(1)][:: -1 if turned else 1]
    read(desk, review(1))
    with write_transaction(desk, "ada"):
        desk.execute("update claims set text = 'Rent rose'")
    for _ in range(2):
        read(desk, *both)
    report = read(desk, *both, whole=True)
    assert (report.known, report.missed, desk.table("reviews").count) == (2, [], 2)


def test_review_of_a_partner_is_exported_in_the_words_it_reviewed(desk, tmp_path):
    """A third desk that also has it from its publisher gets it once, and nobody seems to have rated our words."""
    read(desk, review(1))
    edit_claim(desk, 1, text="Rent rose within a year", actor="ada")
    path = Path(desk.conn.execute("pragma database_list").fetchone()[2])
    command = ["--db", str(path), "export", "claimreview", "--all-publishers"]
    [item] = json.loads(CliRunner().invoke(cli, command).stdout)["dataFeedElement"]
    assert item["item"][0]["claimReviewed"] == WORDS
    assert read(desk, item["item"][0]).known == 1
    sheet = CliRunner().invoke(cli, ["--db", str(path), "export", "csv", "reviews"]).stdout
    assert WORDS in sheet
