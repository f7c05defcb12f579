"""A desk's own ratings: made by their first label, used like those that came with the desk."""

import pytest

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.store.reviews import ratings
from claimtrack.workflow.reviews import reviewing, scales

from .conftest import published


def listed(desk, scale):
    return [(one["name"], one["value"]) for one in ratings.list_all(desk) if one["scale"] == scale]


def ends(desk, scale):
    return next(iter(desk.execute("select worst, best from rating_scales where name = ?", [scale])))


def test_a_scale_of_words_is_made_by_its_first_label_and_given_at_once(desk):
    assert scales.add(desk, " Our  checks ", "Confirmed", actor="ada")
    assert not scales.add(desk, "our checks", "On author", definition="The writer vouches.", actor="ada")
    assert listed(desk, "Our checks") == [("Confirmed", None), ("On author", None)]
    assert ends(desk, "Our checks") == (None, None)
    review = reviewing.draft(desk, 1, rating="on author", actor="ada")
    [row] = desk.query("select rating, scale from review_sheet where id = ?", [review])
    assert (row["rating"], row["scale"]) == ("On author", "Our checks")


def test_the_numbers_of_a_scale_go_from_its_lowest_to_its_highest_label(desk):
    for label, value in (("Wrong", 1), ("Right", 5), ("So-so", 3), ("Unsure", None)):
        scales.add(desk, "Five", label, value=value, actor="ada")
    assert ends(desk, "Five") == (1, 5)


@pytest.mark.parametrize(
    ("scale", "label", "value", "said"),
    [
        ("", "Fine", None, "give the scale a name"),
        ("Ours", " \u200b ", None, "give the scale a name"),
        ("Six-step truth scale", "absurd", None, "has 'absurd' already"),
        ("Ours", "Fine", 0, "from 1 on"),
        ("Ours", "Fine", float("nan"), "from 1 on"),
        ("Ours", "Fine", float("inf"), "from 1 on"),
        ("Ours", "x" * 1000, None, "limit is 300"),
    ],
)
def test_what_is_no_rating_is_refused(desk, scale, label, value, said):
    before = ratings.list_all(desk)
    with pytest.raises(InvalidValue, match=said):
        scales.add(desk, scale, label, value=value, actor="ada")
    assert ratings.list_all(desk) == before


def test_what_verdicts_were_signed_on_keeps_its_ends(desk):
    published(desk, rating="Mostly false", scale="Six-step truth scale")
    with pytest.raises(InvalidValue, match="begin a new scale"):
        scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    scales.add(desk, "Six-step truth scale", "Nearly", value=4.5, actor="ada")


def test_another_publishers_scale_is_not_added_to(desk):
    desk.execute("insert into publishers (name) values ('The Echo')")
    desk.execute(
        "insert into rating_scales (name, publisher_id) select name, id from publishers where name = 'The Echo'"
    )
    with pytest.raises(InvalidValue, match="another publisher"):
        scales.add(desk, "the echo", "Nope", actor="ada")


def test_a_label_that_widened_a_scale_by_mistake_is_taken_back_with_its_reach(desk):
    scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    ratings.retire(desk, "Six-step truth scale", "Beyond belief")
    assert ends(desk, "Six-step truth scale") == (1, 7)
    scales.remove(desk, "six-step truth scale", "beyond belief", actor="ada")
    assert ends(desk, "Six-step truth scale") == (1, 6)
    scales.add(desk, "Five", "Wrong", value=1, actor="ada")
    scales.add(desk, "Five", "Right", value=5, actor="ada")
    scales.remove(desk, "Five", "Right", actor="ada")
    assert (listed(desk, "Five"), ends(desk, "Five")) == ([("Wrong", 1)], (None, None))
    scales.remove(desk, "Five", "Wrong", actor="ada")
    assert list(desk.execute("select 1 from rating_scales where name = 'Five'")) == []


def test_where_verdicts_were_given_a_scale_keeps_its_ends(desk):
    scales.add(desk, "Six-step truth scale", "Beyond belief", value=7, actor="ada")
    published(desk, rating="Mostly false", scale="Six-step truth scale")
    scales.remove(desk, "Six-step truth scale", "Beyond belief", actor="ada")
    assert ends(desk, "Six-step truth scale") == (1, 7)


def test_a_label_that_a_review_has_or_had_stays(desk):
    scales.add(desk, "Ours", "Fine", actor="ada")
    scales.add(desk, "Ours", "Not fine", actor="ada")
    review = reviewing.draft(desk, 1, rating="Fine", actor="ada")
    with pytest.raises(Refused, match=f"review {review} says 'Fine'"):
        scales.remove(desk, "Ours", "Fine", actor="ada")
    reviewing.revise(desk, review, rating="Not fine", actor="ada")
    with pytest.raises(Refused, match="or did before it was edited"):
        scales.remove(desk, "Ours", "Fine", actor="ada")
    assert [name for name, _ in listed(desk, "Ours")] == ["Fine", "Not fine"]


def test_what_every_desk_has_can_only_be_retired(desk):
    with pytest.raises(Refused, match="would add it again"):
        scales.remove(desk, "Six-step truth scale", "Absurd", actor="ada")
