"""Who speaks a bare quotation that follows somebody's reaction."""

import pytest

from tests.tables import each_row

BARE = '"We lost 40 jobs." '


@each_row(
    ("before", "behind", "speaker"),
    [
        pytest.param("Ann Lee disagrees.", "The council says 12.", "Ann Lee", id="by name"),
        pytest.param("Ann Lee met Jo Moss. Lee nodded.", "Moss said 12.", "Ann Lee", id="by surname"),
        pytest.param("Mr Dean nodded.", "The council says 12.", "Dean", id="by title"),
        pytest.param(
            "The widow frowned.", "According to the council it was 12.", "widow", id="by description"
        ),
        pytest.param("Mayor Ann Lee promised 400.", "Jo Moss said she knew.", "Jo Moss", id="an act"),
        pytest.param(
            "The widow opened the letter.",
            "The insurer said 12.",
            "insurer",
            id="an act of somebody in a role",
        ),
        pytest.param("Residents shrugged.", "Jo Moss said she knew.", "Jo Moss", id="several people"),
        pytest.param(
            "The minister frowned on it.", "Jo Moss said she knew.", "Jo Moss", id="more than a reaction"
        ),
    ],
)
def test_a_bare_quotation_belongs_to_the_person_reacting_before_it(rows, before, behind, speaker):
    found = {row.text: row.speaker for row in rows(f"{before} {BARE}{behind}")}
    assert found["We lost 40 jobs."] == speaker


def test_the_person_whom_a_quotation_is_about_does_not_speak_it(rows):
    found = rows('Tom Ashby frowned. "He stole 40 crowns." Ann Lee said she had seen it.')
    assert [row.speaker for row in found] == ["outlet", "Ann Lee", "Ann Lee"]


def test_a_longer_quotation_belongs_to_the_speaker_named_at_its_end(rows):
    found = rows('Tom Ashby frowned. "We lost 40 jobs. It was May," Ann Lee said.')
    assert [row.speaker for row in found] == ["outlet", "Ann Lee", "Ann Lee"]


@each_row(
    ("words", "between", "speaker"),
    [
        pytest.param('"Who paid?" asked', "The witness looked at the floor.", "witness", id="a question"),
        pytest.param('"Who paid?" asked', "Mr Dean shook his head.", "Dean", id="by title"),
        pytest.param('"Who paid?" asked', "His lawyer nodded.", "Ann Lee", id="one of his people"),
        pytest.param('"Who paid?" asked', "Supporters laughed.", "Ann Lee", id="bystanders"),
        pytest.param('"I paid," said', "The banker nodded.", "Ann Lee", id="not a question"),
    ],
)
def test_the_person_reacting_to_a_question_answers_it(rows, words, between, speaker):
    assert rows(f'{words} Ann Lee. {between} "The fund did."')[-1].speaker == speaker
