"""Messages from readers come in as a sheet, and so do rows of another tool: what is left out, counted once, contradicts or was reworded."""

import pytest

from claimtrack.store import claims
from tests.importing.test_claim_logs import said

MASTS, RENTS = "5G masts burn birds in the park", "Rents rose by 12 percent last year"


def texts(db):
    return [text for (text,) in db.execute("select text from claims order by id")]


def test_messages_without_a_word_are_left_out_and_named_once(desk, take):
    wordless = [["2", "👍"], ["3", "?"], ["4", ""], ["5", "🚨 🚨"]]
    _, told = take(["id", "text"], ["1", MASTS], *wordless, options=["--map", "id=place"])
    assert (
        "Lines 3, 4, 5, 6: no words in the text (👍, ?, 🚨 🚨), so these 4 rows are left out"
        in told.splitlines()
    )
    assert "1 new claim" in told
    assert texts(desk) == [MASTS]


# A row beside one with words, and what is said of it.
KEPT = [
    (["", "", "Bo Lind", ""], "neither an id nor a text", "it tells who spoke, and has lost what"),
    (["", "", "", "call the port"], "neither an id nor a text", "a note on nothing"),
    (["1", "👍", "", ""], "", "a claim that is named by its id may say so"),
    (["1", "?", "", ""], "the claim is empty", "a claim cannot become nothing"),
]


@pytest.mark.parametrize(("row", "message", "reason"), KEPT, ids=[row[-1] for row in KEPT])
def test_a_row_that_tells_anything_else_is_not_left_out(desk, take, row, message, reason):
    take(["text"], [RENTS])
    _, told = take(["id", "text", "claimant", "note"], row, ends=int(bool(message)))
    assert "left out" not in told
    assert message in told
    assert texts(desk) == [RENTS if message else "👍"]


def test_decorated_forwards_of_one_message_are_one_claim_with_its_places(desk, take):
    rows = [["1", MASTS], ["2", f"🚨 {MASTS} 🚨"], ["3", f"*{MASTS}* 😱😱"]]
    _, told = take(["id", "text"], *rows, options=["--map", "id=place"])
    assert "1 new claim, 2 repeats" in told
    assert [place for *_, place in said(desk)] == ["1", "2", "3"]


def test_rows_that_are_spelt_as_no_claim_is_are_told_in_a_line_for_each_claim(desk, take):
    take(["text"], [MASTS], [RENTS])
    _, told = take(["text"], [f"🚨 {MASTS}"], [RENTS.upper()], [f"{MASTS} 😱"], [MASTS])
    assert [one for one in told.splitlines() if "which has it as" in one] == [
        f"lines 2, 4: matched to claim 1, which has it as “{MASTS}”",
        f"line 3: matched to claim 2, which has it as “{RENTS}”",
    ]


def test_rows_that_count_once_are_told_in_a_line(desk, take):
    _, told = take(["text"], *[[RENTS]] * 4, *[[MASTS]] * 4)
    [line] = [one for one in told.splitlines() if "counts once" in one]
    assert line == (
        "Lines 3, 4, 5, 7, 8 and 1 more: each has the claim of a row further up (line 3 that of line 2), with no other date or place, so it "
        "counts once"
    )
    assert len(texts(desk)) == 2


def test_rows_that_contradict_those_further_up_are_told_in_a_line_for_each_column(desk, take):
    rows = [[one, tag, status] for one in (RENTS, MASTS) for tag, status in (("a", "open"), ("b", "open"), ("a", "parked"))]  # fmt: skip
    _, told = take(["text", "tags", "status"], *rows, ends=1)
    assert [one for one in told.splitlines() if one.startswith("lines ")] == [
        f"lines {line}, {line + 3}: each gives {what} the claim of a row further up (line {line} for that of line 2): keep one row of each claim, "
        "or keep the column as a note, as in --map 'Its header=note'"
        for line, what in ((3, "other tags for"), (4, "another status for"))
    ]
    assert claims.newest_id(desk) == 0


ADDRESS, SPEECH = "https://check.example/1", "https://speech.example/"


def test_a_row_with_the_address_of_a_claim_in_other_words_is_told_and_still_filed(desk, take):
    take(["text", "url"], [RENTS, ADDRESS], [MASTS, SPEECH], ["Bees die of masts", SPEECH])
    reworded = "Last year rents went up by 12 percent"
    _, told = take(["text", "url"], [reworded, ADDRESS], ["Cows die of masts", SPEECH])
    assert "Line 2: the desk has a claim from this address in other words (line 2: claim 1)" in told
    assert texts(desk)[3:] == [reworded, "Cows die of masts"]
    assert "from this address" not in take(["text", "url"], [RENTS, ADDRESS], [reworded, ADDRESS])[1]


def test_the_id_that_is_told_then_rewords_the_claim(desk, take):
    take(["text", "url"], [RENTS, ADDRESS])
    reworded = "Last year rents went up by 12 percent"
    _, told = take(["id", "text", "url"], ["1", reworded, ADDRESS])
    assert "from this address" not in told
    assert texts(desk) == [reworded]
