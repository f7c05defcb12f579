"""What is asked and answered is kept as text that can be stored and read."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Outcome
from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import intervening

DAY = "2024-05-06"


@pytest.fixture
def claim(desk):
    with write_transaction(desk, "ada"):
        return claims.add(desk, "Rent doubled in ten years")


def kept(desk):
    (row,) = desk.query("select asked, request, outcome_note from interventions")
    return tuple(row.values())


def test_broken_bytes_and_nul_are_no_obstacle_and_lines_stay(desk, claim):
    asked = intervening.ask(
        desk, claim, "Daily\udce9 Echo", " Correct\0 it,\nplease\udce9 ", asked_on=DAY, actor="ada"
    )
    intervening.close(desk, asked, Outcome.CORRECTED, outcome_on=DAY, note=" By\udce9 phone\0 ", actor="ada")
    assert kept(desk) == ("Daily\ufffd Echo", "Correct it,\nplease\ufffd", "By\ufffd phone")


def test_a_request_that_is_sent_again_is_recorded_once_unless_it_was_answered_meanwhile(desk, claim):
    def ask():
        return intervening.ask(desk, claim, "Daily Echo", "Correct it", asked_on=DAY, actor="ada")

    first = ask()
    assert ask() == first
    intervening.close(desk, first, Outcome.DECLINED, outcome_on=DAY, actor="ada")
    assert ask() not in {first, None}


@pytest.mark.parametrize(
    ("asked", "request_text", "told"),
    [
        pytest.param("Daily Echo", "\u200b", "say whom you asked, and what for", id="nothing to be seen"),
        pytest.param("\u200b", "Correct it", "say whom you asked, and what for", id="nobody to be seen"),
        pytest.param(
            "Daily Echo", "x" * 10_001, "characters, and the limit is 10,000: shorten it", id="a book"
        ),
        pytest.param(
            "x" * 301, "Correct it", "characters, and the limit is 300: shorten it", id="an endless name"
        ),
    ],
)
def test_a_request_that_says_nothing_or_too_much_is_refused_with_a_remedy(
    desk, claim, asked, request_text, told
):
    with pytest.raises(InvalidValue, match=told):
        intervening.ask(desk, claim, asked, request_text, asked_on=DAY, actor="ada")


def test_an_answer_that_cannot_be_seen_is_none_and_an_endless_one_is_refused(desk, claim):
    asked = intervening.ask(desk, claim, "Daily Echo", "Correct it", asked_on=DAY, actor="ada")
    with pytest.raises(InvalidValue, match="characters, and the limit is 100,000:"):
        intervening.close(desk, asked, Outcome.CORRECTED, outcome_on=DAY, note="x" * 100_001, actor="ada")
    intervening.close(desk, asked, Outcome.CORRECTED, outcome_on=DAY, note="\u200b", actor="ada")
    assert kept(desk)[2] is None


def test_nothing_comes_of_a_request_before_it_was_made(desk, claim):
    asked = intervening.ask(desk, claim, "Daily Echo", "Correct it", asked_on="2024-05-06", actor="ada")
    with pytest.raises(
        InvalidValue,
        match=r"was recorded for 2024-05-06, .* from 2024-05-01: .*close 1 corrected --date",
    ):
        intervening.close(desk, asked, Outcome.CORRECTED, outcome_on="2024-05-01", actor="ada")
    intervening.close(desk, asked, Outcome.WAITING, outcome_on="2024-05-01", actor="ada")
    intervening.close(desk, asked, Outcome.CORRECTED, outcome_on="2024-05-06", actor="ada")
    assert desk.execute("select outcome_on from interventions").fetchone()[0] == "2024-05-06"
