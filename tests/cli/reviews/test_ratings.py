"""`claimtrack rating`: the labels of a desk."""

import json
import shlex

import pytest

pytestmark = pytest.mark.usefixtures("reviewed_desk")


def test_a_rating_of_ones_own_is_added_listed_and_given(run):
    added = run("rating", "add", "Our checks", "Confirmed", "--definition", "Two sources.")
    assert (added.exit_code, "Added Confirmed to the new scale Our checks" in added.stderr) == (0, True)
    assert "new scale" not in run("rating", "add", "Our checks", "Changed").stderr
    rows = json.loads(run("rating", "list", "--format", "json").stdout)
    assert [row["name"] for row in rows if row["scale"] == "Our checks"] == ["Confirmed", "Changed"]
    assert run("review", "draft", "1", "--rating", "Confirmed").exit_code == 0


@pytest.mark.parametrize(("deed", "back"), [("add", "remove"), ("retire", "restore")])
def test_what_takes_a_rating_back_is_told_so_that_it_can_be_typed_as_it_stands(run, deed, back):
    run("rating", "add", "Our checks", "On author")
    told = run("rating", deed, "Our checks", "On author" if deed == "retire" else "Not checked").stderr
    typed = shlex.split(told.rpartition(": `")[2].partition("`")[0])
    assert (typed[3:5], run(*typed[3:]).exit_code) == (["rating", back], 0)


def test_a_whole_scale_is_retired_and_restored_and_only_the_others_are_given(run):
    """As a class or a department wants it that has a scale of its own."""
    shipped = ["Six-step truth scale", "Four-step scale", "No scale"]
    run("rating", "retire", "four-step scale", "unproven")
    told = [run("rating", "retire", scale).stderr for scale in shipped]
    assert "Four-step scale (True, Mostly true, Mostly false, False) can no longer be given" in told[1]
    assert "To undo" not in told[1]  # Unproven was retired before, and comes back with the others
    refused = run("review", "draft", "1", "--rating", "False")
    assert (refused.exit_code, "`claimtrack rating list` shows those that are retired" in refused.stderr) == (
        1,
        True,
    )
    run("rating", "add", "Ours", "False")
    assert "Ratings: False." in run("review", "draft", "1", "--rating", "True").stderr
    assert (
        run("review", "draft", "1", "--rating", "False").exit_code == 0
    )  # of several scales it would have to be chosen
    again = shlex.split(told[1].rpartition(": `")[2].partition("`")[0])
    assert "Unproven" in run(*again[3:]).stderr
    rows = json.loads(run("rating", "list", "--format", "json").stdout)
    assert [row["retired"] for row in rows if row["scale"] == "Four-step scale"] == [False] * 5
    missing = run("rating", "retire", "Absurd")
    assert (missing.exit_code, "there is no scale 'Absurd'. Scales: Six-step" in missing.stderr) == (1, True)


def test_a_rating_that_was_added_by_mistake_is_removed_and_one_that_a_review_has_is_not(run):
    run("rating", "add", "Our checks", "Confirmd")
    assert run("rating", "remove", "our checks", "confirmd").exit_code == 0
    assert "Our checks" not in run("rating", "list").stdout
    refused = run("rating", "remove", "Six-step truth scale", "Absurd")
    assert (refused.exit_code, "`claimtrack rating retire`" in refused.stderr) == (1, True)
    missing = run("rating", "remove", "Our checks", "Confirmed")
    assert (missing.exit_code, "there is no scale 'Our checks'" in missing.stderr) == (1, True)


def test_who_gives_a_label_that_is_none_is_told_how_to_add_it(run):
    result = run("review", "draft", "1", "--rating", "Confirmed")
    assert (result.exit_code, "`claimtrack rating add`" in result.stderr) == (1, True)


@pytest.mark.parametrize("value", ["0", "x", "nan", "inf"])
def test_a_value_that_is_no_number_from_one_on_is_refused(run, value):
    result = run("rating", "add", "Our checks", "Confirmed", "--value", value)
    assert (result.exit_code != 0, "1 or more" in result.stderr) == (True, True)
