"""`export claimreview` writes valid documents of the published reviews, and of nothing else."""

import csv
import json

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.claimreview.claimreview import Profile
from claimtrack.core.claimreview.duke_csv import COLUMNS, from_columns
from claimtrack.core.claimreview.reading import read
from claimtrack.core.claimreview.validation import validate
from claimtrack.core.model import Judgement
from claimtrack.core.sheets.sheets import Layout
from claimtrack.importing.claimreview import records
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.exporting import Exported, export_claimreview, export_claimreview_files
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing


def run(desk_path, *args):
    return CliRunner().invoke(cli, ["--db", str(desk_path), "export", "claimreview", *args])


def documents(path):
    feed = json.loads(path.read_text(encoding="utf-8"))
    return [item["item"][0] for item in feed["dataFeedElement"]]


def test_a_feed_contains_the_published_reviews_and_no_draft(reviewed_desk, desk_path, tmp_path):
    assert export_claimreview(desk_path, tmp_path / "feed.json") == Exported(2)
    found = documents(tmp_path / "feed.json")
    assert [document["claimReviewed"] for document in found] == [
        "Rent doubled in ten years",
        "Nobody pays rent",
    ]
    assert [finding for document in found for finding in validate(document) if finding.is_error] == []


def test_a_review_has_rating_claimant_dates_and_appearances(reviewed_desk, desk_path, tmp_path):
    export_claimreview(desk_path, tmp_path / "feed.json")
    rated, unproven = map(read, documents(tmp_path / "feed.json"))
    assert (rated.rating, rated.value, rated.worst, rated.best) == ("Half true", 4, 1, 6)
    assert (rated.claimant, rated.claimed_on, rated.reviewed_on) == ("Ada Miller", "2024-04-22", "2024-05-03")
    assert rated.appearances == ("https://news.example/1",)
    assert (unproven.rating, unproven.value) == ("Unproven", None)


@pytest.mark.parametrize("profile", list(Profile))
def test_every_layout_contains_the_same_reviews(reviewed_desk, desk_path, tmp_path, profile):
    export_claimreview(desk_path, tmp_path / "feed.json", profile=profile)
    export_claimreview(desk_path, tmp_path / "lines", layout=Layout.LINES, profile=profile)
    export_claimreview_files(desk_path, tmp_path / "files", profile=profile)
    feed = documents(tmp_path / "feed.json")
    assert [json.loads(line) for line in (tmp_path / "lines").read_text().splitlines()] == feed
    files = [tmp_path / "files" / f"review-{number}.json" for number in (1, 2)]
    assert [json.loads(file.read_text()) for file in files] == feed


def test_duke_csv_reads_back_as_the_same_reviews(reviewed_desk, desk_path, tmp_path):
    export_claimreview(desk_path, tmp_path / "feed.json", profile=Profile.DUKE)
    export_claimreview(desk_path, tmp_path / "duke.csv", layout=Layout.CSV, profile=Profile.DUKE)
    with (tmp_path / "duke.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == ["1", "2"]
    assert [read(from_columns(row)) for row in rows] == [
        read(document) for document in documents(tmp_path / "feed.json")
    ]


def test_a_second_review_at_the_same_address_is_left_out_with_a_message(reviewed_desk, desk_path, tmp_path):
    reviewed_desk.execute("drop trigger reviews_one_address_each")  # a desk from before that rule
    with write_transaction(reviewed_desk, "cid"):
        reviewed_desk.execute("update reviews set url = 'https://desk.example/1' where id = 2")
    result = run(desk_path, "-o", str(tmp_path / "feed.json"))
    assert result.exit_code == 1
    assert (
        "Left out review 2: url: review 1 has the same address: give each its own page, or an anchor (#rent)"
        in result.stderr
    )
    assert len(documents(tmp_path / "feed.json")) == 1


def test_a_correction_replaces_the_review_it_corrects(reviewed_desk, desk_path, tmp_path):
    correction = reviewing.correct(reviewed_desk, 1, note="A wrong figure.", rating="Absurd", actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="ben")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-06-01", actor="ada")
    assert export_claimreview(desk_path, tmp_path / "feed.json") == Exported(2)
    assert sorted(read(document).rating for document in documents(tmp_path / "feed.json")) == [
        "Absurd",
        "Unproven",
    ]


def publish_without_claim_date(desk, *, seen_on):
    """Correct the review of claim 1 so that only its article has a date."""
    correction = reviewing.correct(desk, 1, note="Its day is not known.", actor="ada")
    with write_transaction(desk, "ada"):
        desk.execute("update claims set claimed_on = null where id = 1")
        desk.execute("update appearances set said_on = null where claim_id = 1")
        desk.execute("update articles set published_on = ? where url like '%/1'", [seen_on])
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    reviewing.publish(desk, correction, reviewed_on="2024-06-01", actor="ada")


@pytest.mark.parametrize(
    ("seen_on", "exported"),
    [
        pytest.param("2024-04-20", "2024-04-20", id="seen before the verdict"),
        pytest.param("2024-06-02", None, id="first seen after the verdict, so made earlier"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_a_claim_without_a_date_gets_the_date_it_was_first_seen(
    reviewed_desk, desk_path, tmp_path, seen_on, exported
):
    publish_without_claim_date(reviewed_desk, seen_on=seen_on)
    done = export_claimreview(desk_path, tmp_path / "feed.json")
    found = {review.claim: review.claimed_on for review in map(read, documents(tmp_path / "feed.json"))}
    assert found["Rent doubled in ten years"] == exported
    assert bool(done.warned) is (exported is None)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    with (tmp_path / "site/reviews/1.html").open("rb") as page:
        [record] = records(page, "page")
    assert read(record.document).claimed_on == exported


def test_a_review_with_a_warning_is_still_written(reviewed_desk, desk_path):
    publish_without_claim_date(reviewed_desk, seen_on=None)
    result = run(desk_path)
    assert (result.exit_code, len(json.loads(result.stdout)["dataFeedElement"])) == (0, 2)
    assert result.stderr == (
        "Review 4: warning: itemReviewed.datePublished: is missing: give the date of the claim\n"
    )


def test_appearances_include_those_of_claims_judged_the_same(reviewed_desk, desk_path, tmp_path):
    judge(reviewed_desk, 1, 3, Judgement.SAME, actor="ada")
    export_claimreview(desk_path, tmp_path / "feed.json")
    found = {review.claim: review.appearances for review in map(read, documents(tmp_path / "feed.json"))}
    assert found["Rent doubled in ten years"] == ("https://news.example/1", "https://news.example/3")
    assert found["Nobody pays rent"] == ("https://news.example/2",)


def test_filters_apply_to_the_claim_of_a_review(reviewed_desk, desk_path):
    result = run(desk_path, "--claimant", "Somebody Else")
    assert (result.exit_code, json.loads(result.stdout)["dataFeedElement"]) == (0, [])


def test_exporting_into_a_folder_removes_the_file_of_a_withdrawn_review(reviewed_desk, desk_path, tmp_path):
    folder = tmp_path / "files"
    assert export_claimreview_files(desk_path, folder).removed == []
    other_files = ["review-notes.json", "review-01.json", "review-1.json.txt", "preview-1.json"]
    for name in other_files:
        (folder / name).write_text("mine")
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    result = run(desk_path, "--layout", "files", "-o", str(folder))
    assert result.exit_code == 0
    assert (
        "Removed files of reviews that are no longer published, or are left out: review-1.json\n"
        in result.stderr
    )
    assert sorted(path.name for path in folder.iterdir()) == sorted(["review-2.json", *other_files])


def test_exporting_into_a_folder_keeps_published_reviews_that_are_filtered_out(
    reviewed_desk, desk_path, tmp_path
):
    folder = tmp_path / "files"
    export_claimreview_files(desk_path, folder)
    result = run(desk_path, "--layout", "files", "-o", str(folder), "--claimant", "Somebody Else")
    assert (result.exit_code, result.stderr) == (0, f"Wrote 0 reviews to {folder}\n")
    assert sorted(path.name for path in folder.iterdir()) == ["review-1.json", "review-2.json"]


def test_the_files_layout_requires_a_folder(desk_path):
    result = run(desk_path, "--layout", "files")
    assert (result.exit_code, "needs a folder" in result.stderr) == (2, True)
