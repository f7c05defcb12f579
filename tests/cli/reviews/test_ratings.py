"""`claimtrack rating` adds, lists, retires and removes the ratings of a desk."""

import json
import shlex

import pytest

pytestmark = pytest.mark.usefixtures("reviewed_desk")


def test_custom_rating_is_added_listed_and_used(run):
    added = run("rating", "add", "Our checks", "Confirmed", "--definition", "Two sources.")
    assert (added.exit_code, "Added Confirmed to the new scale Our checks" in added.stderr) == (0, True)
    assert "new scale" not in run("rating", "add", "Our checks", "Changed").stderr
    rows = json.loads(run("rating", "list", "--format", "json").stdout)
    assert [row["name"] for row in rows if row["scale"] == "Our checks"] == ["Confirmed", "Changed"]
    assert run("review", "draft", "1", "--rating", "Confirmed").exit_code == 0


@pytest.mark.parametrize(("verb", "inverse"), [("add", "remove"), ("retire", "restore")])
def test_command_that_undoes_a_change_of_ratings_can_be_run_as_printed(run, verb, inverse):
    run("rating", "add", "Our checks", "On author")
    stderr = run("rating", verb, "Our checks", "On author" if verb == "retire" else "Not checked").stderr
    typed = shlex.split(stderr.rpartition(": `")[2].partition("`")[0])
    assert (typed[1:3], run(*typed[1:]).exit_code) == (["rating", inverse], 0)


def test_scale_can_be_retired_and_restored_as_a_whole(run):
    """A class or a department may want to use its own scale only."""
    shipped = ["Six-step truth scale", "Four-step scale", "No scale"]
    run("rating", "retire", "four-step scale", "unproven")
    messages = [run("rating", "retire", scale).stderr for scale in shipped]
    assert "Four-step scale (True, Mostly true, Mostly false, False) can no longer be given" in messages[1]
    assert "To undo" not in messages[1]  # undoing would restore Unproven too, which was retired before
    refused = run("review", "draft", "1", "--rating", "False")
    assert (refused.exit_code, "`claimtrack rating list` shows those that are retired" in refused.stderr) == (
        1,
        True,
    )
    run("rating", "add", "Ours", "False")
    refused = run("review", "draft", "1", "--rating", "True")
    assert "Ratings: False." in refused.stderr
    restore = "claimtrack rating restore 'Six-step truth scale' True"
    assert (
        f"'True' of 'Six-step truth scale' is retired, and can be given again after `{restore}`"
        in refused.stderr
    )
    refused = run("review", "draft", "1", "--rating", "True", "--scale", "four-step scale")
    assert "'True' of 'Four-step scale' is retired" in refused.stderr
    assert (
        run("review", "draft", "1", "--rating", "False").exit_code == 0
    )  # no --scale is needed, because a single scale is left
    again = shlex.split(messages[1].rpartition(": `")[2].partition("`")[0])
    assert "Unproven" in run(*again[1:]).stderr
    rows = json.loads(run("rating", "list", "--format", "json").stdout)
    assert [row["retired"] for row in rows if row["scale"] == "Four-step scale"] == [False] * 5
    missing = run("rating", "retire", "Absurd")
    assert (missing.exit_code, "there is no scale 'Absurd'. Scales: Six-step" in missing.stderr) == (1, True)


def test_rating_without_reviews_is_removed_and_a_used_one_is_refused(run):
    run("rating", "add", "Our checks", "Confirmd")
    removed = run("rating", "remove", "our checks", "confirmd", "--format", "csv")
    assert (removed.exit_code, removed.stdout.startswith("id,name,scale,"), removed.stdout.count("\n")) == (
        0,
        True,
        1,
    )
    assert "Our checks" not in run("rating", "list").stdout
    refused = run("rating", "remove", "Six-step truth scale", "Absurd")
    assert (refused.exit_code, "`claimtrack rating retire`" in refused.stderr) == (1, True)
    missing = run("rating", "remove", "Our checks", "Confirmed")
    assert (missing.exit_code, "there is no scale 'Our checks'" in missing.stderr) == (1, True)


def test_unknown_rating_is_refused_and_rating_add_is_suggested(run):
    result = run("review", "draft", "1", "--rating", "Confirmed")
    assert (result.exit_code, "`claimtrack rating add SCALE RATING`" in result.stderr) == (1, True)


@pytest.mark.parametrize("value", ["0", "x", "nan", "inf"])
def test_rating_value_below_one_or_not_a_number_is_refused(run, value):
    result = run("rating", "add", "Our checks", "Confirmed", "--value", value)
    assert (result.exit_code != 0, "1 or more" in result.stderr) == (True, True)


def test_rating_is_renamed_and_numbered_by_command(run):
    run("rating", "add", "Ours", "On=author")
    renamed = run("rating", "rename", "ours", "on=author", "On the author").stderr
    assert "On=author of ours is now On the author" in renamed
    again = shlex.split(renamed.rpartition(": `")[2].partition("`")[0])
    assert "is now On=author" in run(*again[1:]).stderr
    assert run("rating", "number", "ours", "On=author=2", "--format", "csv").stdout.endswith(
        "author,Ours,4,2.0,,False\n"
    )
    refused = run("rating", "number", "ours", "Confirmed")
    assert (refused.exit_code, "write RATING=N" in refused.stderr) == (2, True)
    replaced = run("rating", "rename", "Six-step truth scale", "Absurd", "Nonsense").stderr
    assert "Reviews that have Absurd keep it" in replaced
    for printed in replaced.split("To undo: ")[1].strip().split(", then "):
        assert run(*shlex.split(printed.strip("`"))[1:]).exit_code == 0
    assert "Nonsense" not in run("rating", "list").stdout


def test_shipped_rating_is_renamed_if_only_capitals_change_and_init_does_not_add_it_again(run):
    renamed = run("rating", "rename", "four-step scale", "true", "TRUE").stderr
    assert "True of four-step scale is now TRUE. To undo: `claimtrack rating rename" in renamed
    told = "TRUE of four-step scale is called that already: nothing changes.\n"
    assert run("rating", "rename", "four-step scale", "true", "TRUE").stderr == told
    run("init")
    rows = [row.split(",")[1:3] for row in run("rating", "list", "--format", "csv").stdout.splitlines()]
    assert [name for name, scale in rows if scale == "Four-step scale" and "true" in name.casefold()] == [
        "TRUE", "Mostly true",
    ]  # fmt: skip
    refused = run("rating", "remove", "four-step scale", "TRUE")
    assert "would add it again" in refused.stderr


def test_rating_given_two_numbers_is_refused_and_told_by_its_own_name(run):
    run("rating", "add", "Ours", "Wrong")
    refused = run("rating", "number", "Ours", "Wrong=1", "wrong=2")
    assert (refused.exit_code, "'wrong' comes twice: give it one number" in refused.stderr) == (2, True)
    numbered = run("rating", "number", "ours", "wrong=2").stderr
    assert numbered.startswith("ours: Wrong is 2. To undo: `claimtrack rating number ours Wrong=`")
    assert run("rating", "number", "ours", "wrong=3").stderr.endswith("number ours Wrong=2`\n")
    assert "Wrong has no number. To undo" in run("rating", "number", "ours", "wrong=").stderr
    assert ",Wrong,Ours,4,,,False" in run("rating", "list", "--format", "csv").stdout


def test_rating_that_begins_with_a_dash_is_taken_back_as_printed(run):
    for words in (("add", "Ours", "--", "-1"), ("rename", "Ours", "--", "-1", "-2")):
        undo = shlex.split(run("rating", *words).stderr.rpartition(": `")[2].partition("`")[0])
        assert run(*undo[1:]).exit_code == 0
        run("rating", "add", "Ours", "--", "-1")


def test_imported_verdicts_keep_their_word_when_it_is_renamed(run, tmp_path):
    archive = (
        "claimReviewed;reviewRating.alternateName;url;datePublished;author.name\n"
        "Trams stood still;Wrong;https://c.example/1;2025-03-04;The Courier\n"
    )
    desk = tmp_path / "courier.db"
    run("import", "claimreview", "-", stdin=archive, db=desk)
    run("init", "--name", "The Courier", db=desk)
    renamed = run("rating", "rename", "The Courier", "Wrong", "Misleading", db=desk).stderr
    assert "Reviews that have Wrong keep it" in renamed
