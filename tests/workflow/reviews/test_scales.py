"""A desk's own rating scales: created with their first rating and used like the shipped ones."""

import pytest

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.store.reviews import ratings
from claimtrack.workflow.reviews import reviewing, scales
from tests.tables import each_row

from .conftest import publish_review


def ratings_of(desk, scale):
    return [
        (rating["name"], rating["value"]) for rating in ratings.list_all(desk) if rating["scale"] == scale
    ]


def ends(desk, scale):
    return next(iter(desk.execute("select worst, best from rating_scales where name = ?", [scale])))


def test_adding_the_first_rating_creates_its_scale_for_immediate_use(desk):
    assert scales.add(desk, " Our  checks ", "Confirmed", actor="ada")
    assert not scales.add(desk, "our checks", "On author", definition="The writer vouches.", actor="ada")
    assert ratings_of(desk, "Our checks") == [("Confirmed", None), ("On author", None)]
    assert ends(desk, "Our checks") == (None, None)
    review = reviewing.draft(desk, 1, rating="on author", actor="ada")
    [row] = desk.query("select rating, scale from review_sheet where id = ?", [review])
    assert (row["rating"], row["scale"]) == ("On author", "Our checks")


def test_the_ends_of_a_scale_are_its_lowest_and_highest_values(desk):
    for label, value in (("Wrong", 1), ("Right", 5), ("So-so", 3), ("Unsure", None)):
        scales.add(desk, "Five", label, value=value, actor="ada")
    assert ends(desk, "Five") == (1, 5)


@each_row(
    ("scale", "label", "value", "message"),
    [
        ("", "Fine", None, "give the scale a name"),
        ("Ours", " \u200b ", None, "give the scale a name"),
        ("Six-step truth scale", "absurd", None, "already has 'absurd'"),
        ("Ours", "Fine", 0, "1 or more"),
        ("Ours", "Fine", float("nan"), "1 or more"),
        ("Ours", "Fine", float("inf"), "1 or more"),
        ("Ours", "x" * 1000, None, "limit is 300"),
    ],
)
def test_an_invalid_rating_is_refused(desk, scale, label, value, message):
    before = ratings.list_all(desk)
    with pytest.raises(InvalidValue, match=message):
        scales.add(desk, scale, label, value=value, actor="ada")
    assert ratings.list_all(desk) == before


def test_a_scale_with_published_verdicts_cannot_be_extended_beyond_its_ends(desk):
    publish_review(desk, rating="Mostly false", scale="Six-step truth scale")
    with pytest.raises(InvalidValue, match="begin a new scale"):
        scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    scales.add(desk, "Six-step truth scale", "Nearly", value=4.5, actor="ada")


def test_a_rating_cannot_be_added_to_another_publishers_scale(desk):
    desk.execute("insert into publishers (name) values ('The Echo')")
    desk.execute(
        "insert into rating_scales (name, publisher_id) select name, id from publishers where name = 'The Echo'"
    )
    with pytest.raises(InvalidValue, match="another publisher"):
        scales.add(desk, "the echo", "Nope", actor="ada")


def test_removing_a_rating_that_extended_its_scale_restores_the_ends(desk):
    scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    ratings.retire(desk, "Six-step truth scale", "Beyond belief")
    assert ends(desk, "Six-step truth scale") == (1, 7)
    scales.remove(desk, "six-step truth scale", "beyond belief", actor="ada")
    assert ends(desk, "Six-step truth scale") == (1, 6)
    scales.add(desk, "Five", "Wrong", value=1, actor="ada")
    scales.add(desk, "Five", "Right", value=5, actor="ada")
    scales.remove(desk, "Five", "Right", actor="ada")
    assert (ratings_of(desk, "Five"), ends(desk, "Five")) == ([("Wrong", 1)], (None, None))
    scales.remove(desk, "Five", "Wrong", actor="ada")
    assert list(desk.execute("select 1 from rating_scales where name = 'Five'")) == []


def test_removing_a_rating_keeps_the_ends_of_a_scale_with_published_verdicts(desk):
    scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    publish_review(desk, rating="Mostly false", scale="Six-step truth scale")
    scales.remove(desk, "Six-step truth scale", "Beyond belief", actor="ada")
    assert ends(desk, "Six-step truth scale") == (1, 7)


def test_a_rating_that_a_review_has_or_had_cannot_be_removed(desk):
    scales.add(desk, "Ours", "Fine", actor="ada")
    scales.add(desk, "Ours", "Not fine", actor="ada")
    review = reviewing.draft(desk, 1, rating="Fine", actor="ada")
    with pytest.raises(Refused, match=f"review {review} says 'Fine'"):
        scales.remove(desk, "Ours", "Fine", actor="ada")
    reviewing.revise(desk, review, rating="Not fine", actor="ada")
    with pytest.raises(Refused, match="or did before it was edited"):
        scales.remove(desk, "Ours", "Fine", actor="ada")
    assert [name for name, _ in ratings_of(desk, "Ours")] == ["Fine", "Not fine"]


def test_a_shipped_rating_cannot_be_removed(desk):
    with pytest.raises(Refused, match="would add it again"):
        scales.remove(desk, "Six-step truth scale", "Absurd", actor="ada")


def test_a_renamed_rating_is_renamed_in_drafts_and_stays_in_published_verdicts(desk):
    scales.add(desk, "Ours", "Wrong", definition="Not so.", actor="ada")
    scales.add(desk, "Ours", "Right", actor="ada")
    assert scales.rename(desk, "ours", "wrong", " Not  right", actor="ada") == ("Wrong", False)
    review = publish_review(desk, rating="Not right")
    assert scales.rename(desk, "Ours", "Not right", "Misleading", actor="ada") == ("Not right", True)
    assert scales.rename(desk, "Ours", "Right", "True", actor="ada") == ("Right", False)  # no verdict has it
    with pytest.raises(Refused, match="differs only in its capitals"):
        scales.rename(desk, "Ours", "Not right", "NOT RIGHT", actor="ada")
    [row] = desk.query("select rating from review_sheet where id = ?", [review])
    assert row["rating"] == "Not right"
    named = [
        (one["name"], one["definition"], one["retired"])
        for one in ratings.list_all(desk)
        if one["scale"] == "Ours"
    ]
    assert named == [("Not right", "Not so.", True), ("Misleading", "Not so.", False), ("True", None, False)]


@pytest.fixture
def own_scale(desk):
    scales.add(desk, "Ours", "Wrong", actor="ada")
    scales.add(desk, "Ours", "Right", actor="ada")


@each_row(
    ("name", "message"),
    [("right", "already has 'right'"), (" ", "give the rating a name"), ("x" * 1000, "limit is 300")],
)
@pytest.mark.usefixtures("own_scale")
def test_a_rating_cannot_get_an_empty_or_taken_name(desk, name, message):
    with pytest.raises(InvalidValue, match=message):
        scales.rename(desk, "Ours", "Wrong", name, actor="ada")
    assert scales.rename(desk, "Ours", "Wrong", "WRONG", actor="ada")[1] is False
    scales.rename(desk, "Ours", "WRONG", "Wrong", actor="ada")


def test_a_shipped_rating_keeps_its_name_since_init_would_add_it_again(desk):
    assert scales.rename(desk, "Six-step truth scale", "Absurd", "Nonsense", actor="ada") == ("Absurd", True)
    assert ratings_of(desk, "Six-step truth scale")[-2:] == [("Absurd", 1), ("Nonsense", 1)]
    # The second name would be given beside the first.
    with pytest.raises(
        Refused, match=r"'Absurd' is retired and keeps its name: .*`claimtrack rating restore`"
    ):
        scales.rename(desk, "Six-step truth scale", "Absurd", "Baseless", actor="ada")
    scales.add(desk, "Ours", "Wrong", actor="ada")
    ratings.retire(desk, "Ours", "Wrong")
    assert scales.rename(desk, "Ours", "Wrong", "False", actor="ada") == ("Wrong", False)


def test_scale_is_found_whatever_the_case_of_its_letters(desk):
    scales.add(desk, "Ölskala", "Gut", value=3, actor="ada")
    assert not scales.add(desk, "ölskala", "Schlecht", actor="ada")
    assert scales.number(desk, "ölskala", {"schlecht": 1}, actor="ada") == [("Schlecht", 1, None, True)]
    assert (ratings_of(desk, "Ölskala"), ends(desk, "Ölskala")) == ([("Gut", 3), ("Schlecht", 1)], (1, 3))


def test_ratings_get_their_numbers_after_verdicts_were_published_and_then_keep_them(desk):
    for label in ("Wrong", "So-so", "Right"):
        scales.add(desk, "Ours", label, actor="ada")
    publish_review(desk, rating="Wrong")
    scales.number(desk, "ours", {"wrong": 1, "Right": 3}, actor="ada")
    scales.number(desk, "ours", {"So-so": 2}, actor="ada")
    given = [("Wrong", 1), ("So-so", 2), ("Right", 3)]
    assert (ratings_of(desk, "Ours"), ends(desk, "Ours")) == (given, (1, 3))
    with pytest.raises(Refused, match="approved verdicts have this rating"):
        scales.number(desk, "Ours", {"Wrong": 2}, actor="ada")
    with pytest.raises(InvalidValue, match="from 1 to 3, and 9 would change"):
        scales.number(desk, "Ours", {"Right": 9}, actor="ada")
    with pytest.raises(InvalidValue, match="1 or more"):
        scales.number(desk, "Ours", {"So-so": 2.5, "Right": 0}, actor="ada")
    assert ratings_of(desk, "Ours") == given
