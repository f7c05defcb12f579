"""Whose a quotation is that stands bare behind a sentence of the outlet."""

import pytest

from tests.tables import each_row

BARE = '"We lost 40 jobs." '


@each_row(
    ("before", "behind", "speaker"),
    [
        pytest.param("Ann Lee disagrees.", "The council says 12.", "Ann Lee", id="by name"),
        pytest.param("Senator Lee stood up.", "Jo Moss said she knew.", "Lee", id="by title"),
        pytest.param("The widow wept.", "According to the council it was 12.", "widow", id="by what she is"),
        pytest.param("Residents were furious.", "The council says it wrote.", "Residents", id="several"),
        pytest.param(
            "Ann Lee frowned.", "It is a grave charge. The council said 12.", "Ann Lee", id="farther"
        ),
        pytest.param("Her lawyer rose.", "The council said 12.", "lawyer", id="by whose she is"),
        pytest.param("Prices rose.", "Jo Moss said she knew.", "Jo Moss", id="nobody: whoever is named next"),
        pytest.param("Ann Lee was shot.", "Jo Moss said she ran.", "Jo Moss", id="whom something befell"),
        pytest.param("The hall fell silent.", "Jo Moss said she knew.", "Jo Moss", id="a thing"),
    ],
)
def test_a_quotation_is_whose_the_sentence_before_is_about(rows, before, behind, speaker):
    found = {row.text: row.speaker for row in rows(f"{before} {BARE}{behind}")}
    assert found["We lost 40 jobs."] == speaker


def test_who_is_told_of_in_a_quotation_does_not_say_it(rows):
    found = rows('Tom Ashby rose. "He stole 40 crowns." Ann Lee said she had seen it.')
    assert [row.speaker for row in found] == ["outlet", "Ann Lee", "Ann Lee"]


def test_a_quotation_that_goes_on_is_whoever_is_named_at_its_end(rows):
    found = rows('Tom Ashby rose. "We lost 40 jobs. It was May," Ann Lee said.')
    assert [row.speaker for row in found] == ["outlet", "Ann Lee", "Ann Lee"]


@each_row(
    ("between", "speaker"),
    [
        pytest.param("The banker looked at his lawyer.", "banker", id="whom it turns to"),
        pytest.param("Moor's lawyer stood up.", "Moor's lawyer", id="whom it turns to by whose he is"),
        pytest.param("She sighed.", "Ann Lee", id="who spoke before"),
        pytest.param("Tom Ashby sold the mill in 2010.", "Ann Lee", id="what is told besides"),
        pytest.param("The hall fell silent.", "Ann Lee", id="a thing"),
    ],
)
def test_behind_a_gesture_another_speaks(rows, between, speaker):
    assert rows(f'"Who paid?" asked Ann Lee. {between} "The fund did."')[-1].speaker == speaker
