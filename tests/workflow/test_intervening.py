"""Recording requests for a correction and their outcomes: cleaned texts, no duplicates, possible dates."""

from datetime import date

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Outcome
from claimtrack.store import claims, interventions
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import intervening
from claimtrack.workflow.days import last_begun
from tests.tables import each_row

DAY = "2024-05-06"


@pytest.fixture
def claim_id(desk):
    with write_transaction(desk, "ada"):
        return claims.add(desk, "Rent doubled in ten years")


def stored_texts(desk):
    (row,) = desk.query("select asked, request, outcome_note from interventions")
    return tuple(row.values())


def test_invalid_characters_are_replaced_and_line_breaks_are_kept(desk, claim_id):
    request_id = intervening.ask(
        desk, claim_id, "Daily\udce9 Echo", " Correct\0 it,\nplease\udce9 ", asked_on=DAY, actor="ada"
    )
    intervening.close(
        desk, request_id, Outcome.CORRECTED, outcome_on=DAY, note=" By\udce9 phone\0 ", actor="ada"
    )
    assert stored_texts(desk) == ("Daily\ufffd Echo", "Correct it,\nplease\ufffd", "By\ufffd phone")


def test_a_repeated_request_is_recorded_once_unless_it_was_answered(desk, claim_id):
    def ask():
        return intervening.ask(desk, claim_id, "Daily Echo", "Correct it", asked_on=DAY, actor="ada")

    first = ask()
    assert ask() == first
    intervening.close(desk, first, Outcome.DECLINED, outcome_on=DAY, actor="ada")
    assert ask() not in {first, None}


@each_row(
    ("asked", "request_text", "message"),
    [
        pytest.param("Daily Echo", "\u200b", "say whom you asked, and what for", id="invisible text"),
        pytest.param("\u200b", "Correct it", "say whom you asked, and what for", id="invisible name"),
        pytest.param(
            "Daily Echo", "x" * 10_001, "characters, and the limit is 10,000: shorten it", id="overlong text"
        ),
        pytest.param(
            "x" * 301, "Correct it", "characters, and the limit is 300: shorten it", id="overlong name"
        ),
    ],
)
def test_an_empty_or_overlong_request_is_refused_with_a_remedy(desk, claim_id, asked, request_text, message):
    with pytest.raises(InvalidValue, match=message):
        intervening.ask(desk, claim_id, asked, request_text, asked_on=DAY, actor="ada")


def test_an_invisible_outcome_note_is_dropped_and_an_overlong_one_is_refused(desk, claim_id):
    request_id = intervening.ask(desk, claim_id, "Daily Echo", "Correct it", asked_on=DAY, actor="ada")
    with pytest.raises(InvalidValue, match="characters, and the limit is 100,000:"):
        intervening.close(
            desk, request_id, Outcome.CORRECTED, outcome_on=DAY, note="x" * 100_001, actor="ada"
        )
    intervening.close(desk, request_id, Outcome.CORRECTED, outcome_on=DAY, note="\u200b", actor="ada")
    assert stored_texts(desk)[2] is None


def test_an_outcome_cannot_be_dated_before_its_request(desk, claim_id):
    request_id = intervening.ask(
        desk, claim_id, "Daily Echo", "Correct it", asked_on="2024-05-06", actor="ada"
    )
    with pytest.raises(
        InvalidValue,
        match=r"was recorded for 2024-05-06, .* from 2024-05-01: .*close 1 corrected --date",
    ):
        intervening.close(desk, request_id, Outcome.CORRECTED, outcome_on="2024-05-01", actor="ada")
    intervening.close(desk, request_id, Outcome.WAITING, outcome_on="2024-05-01", actor="ada")
    intervening.close(desk, request_id, Outcome.CORRECTED, outcome_on="2024-05-06", actor="ada")
    assert desk.execute("select outcome_on from interventions").fetchone()[0] == "2024-05-06"


def test_an_answer_without_a_day_is_not_before_the_question(desk, claim_id, set_time_zone):
    """Who asked did so where tomorrow had begun: the default of today was refused as too early."""
    set_time_zone("WEST+12")
    tomorrow = last_begun()
    assert tomorrow > date.today().isoformat()
    asked = intervening.ask(desk, claim_id, "The Echo", "Mend it.", asked_on=tomorrow, actor="ada")
    intervening.close(desk, asked, Outcome.ANSWERED, actor="ben")
    [row] = interventions.list_all(desk, claim_id)
    assert row["outcome_on"] == tomorrow
