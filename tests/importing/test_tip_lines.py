"""Readers' messages, and rows of another tool, are imported as a sheet: what is skipped, merged, contradictory or reworded."""

import pytest

from claimtrack.store import claims, notes
from tests.importing.test_claim_logs import occasions_of

MASTS, RENTS = "5G masts burn birds in the park", "Rents rose by 12 percent last year"


def texts(db):
    return [text for (text,) in db.execute("select text from claims order by id")]


def test_messages_without_words_are_skipped_and_reported_once(desk, import_rows):
    wordless = [["2", "👍"], ["3", "?"], ["4", ""], ["5", "🚨 🚨"]]
    _, stderr = import_rows(["id", "text"], ["1", MASTS], *wordless, options=["--map", "id=place"])
    assert (
        "Lines 3, 4, 5, 6: no words in the text (👍, ?, 🚨 🚨), so these 4 rows are left out"
        in stderr.splitlines()
    )
    assert "0 changed cells in 0 claims, 1 new claim" in stderr
    assert texts(desk) == [MASTS]


# A row, the message about it, and why it is not skipped.
NOT_SKIPPED = [
    (["", "", "Bo Lind", ""], "neither an id nor a text", "it has a claimant but has lost its text"),
    (["", "", "", "call the port"], "neither an id nor a text", "a note on nothing"),
    (["1", "👍", "", ""], "", "a claim named by its id may become an emoji"),
    (["1", "?", "", ""], "the claim is empty", "a claim cannot become empty"),
]


@pytest.mark.parametrize(("row", "message", "reason"), NOT_SKIPPED, ids=[row[-1] for row in NOT_SKIPPED])
def test_row_with_any_other_content_is_not_skipped(desk, import_rows, row, message, reason):
    import_rows(["text"], [RENTS])
    _, stderr = import_rows(["id", "text", "claimant", "note"], row, exit_code=int(bool(message)))
    assert "left out" not in stderr
    assert message in stderr
    assert texts(desk) == [RENTS if message else "👍"]


def test_decorated_copies_of_one_message_are_one_claim_with_several_places(desk, import_rows):
    rows = [["1", MASTS], ["2", f"🚨 {MASTS} 🚨"], ["3", f"*{MASTS}* 😱😱"]]
    _, stderr = import_rows(["id", "text"], *rows, options=["--map", "id=place"])
    assert "1 new claim, 2 repeats" in stderr
    assert [place for *_, place in occasions_of(desk)] == ["1", "2", "3"]


def test_rows_spelt_differently_from_a_claim_are_reported_once_for_each_claim(desk, import_rows):
    import_rows(["text"], [MASTS], [RENTS])
    _, stderr = import_rows(["text"], [f"🚨 {MASTS}"], [RENTS.upper()], [f"{MASTS} 😱"], [MASTS])
    assert [line for line in stderr.splitlines() if "which has it as" in line] == [
        f"lines 2, 4: matched to claim 1, which has it as “{MASTS}”",
        f"line 3: matched to claim 2, which has it as “{RENTS}”",
    ]


def test_redundant_rows_are_reported_in_one_line(desk, import_rows):
    _, stderr = import_rows(["text"], *[[RENTS]] * 4, *[[MASTS]] * 4)
    [line] = [text for text in stderr.splitlines() if "counts once" in text]
    assert line == (
        "Lines 3, 4, 5, 7, 8 and 1 more: each has the claim of a row further up (line 3 that of line 2), with no other date or place, so it "
        "counts once"
    )
    assert len(texts(desk)) == 2


def test_contradictory_rows_are_reported_once_for_each_column(desk, import_rows):
    rows = [[text, tag, status] for text in (RENTS, MASTS) for tag, status in (("a", "open"), ("b", "open"), ("a", "parked"))]  # fmt: skip
    _, stderr = import_rows(["text", "tags", "status"], *rows, exit_code=1)
    assert [reported for reported in stderr.splitlines() if reported.startswith("lines ")] == [
        f"lines {line}, {line + 3}: each gives {what} the claim of a row further up (line {line} for that of line 2): keep one row of each claim, "
        f"or keep the column as a note, as in --map {header}=note"
        for line, what, header in ((3, "other tags for", "tags"), (4, "another status for", "status"))
    ]
    assert claims.newest_id(desk) == 0


ADDRESS, SPEECH = "https://check.example/1", "https://speech.example/"


def test_reworded_row_with_the_address_of_a_claim_is_reported_and_still_filed(desk, import_rows):
    import_rows(["text", "url"], [RENTS, ADDRESS], [MASTS, SPEECH], ["Bees die of masts", SPEECH])
    reworded = "Last year rents went up by 12 percent"
    _, stderr = import_rows(["text", "url"], [reworded, ADDRESS], ["Cows die of masts", SPEECH])
    assert (
        "Line 2: the desk has a claim from this address in other words or of another speaker (line 2: claim 1)"
        in stderr
    )
    assert texts(desk)[3:] == [reworded, "Cows die of masts"]
    assert "from this address" not in import_rows(["text", "url"], [RENTS, ADDRESS], [reworded, ADDRESS])[1]


def test_adding_the_suggested_id_rewords_the_claim(desk, import_rows):
    other = "Last year rents went up by 12 percent in Leeds"
    import_rows(["text", "url"], [RENTS, ADDRESS])
    import_rows(["text", "url"], [other, SPEECH])
    compared = "select left_id, right_id, score from matches"
    [before] = desk.execute(compared).fetchall()
    reworded = "Last year rents went up by 12 percent"
    _, stderr = import_rows(["id", "text", "url"], ["1", reworded, ADDRESS])
    assert "from this address" not in stderr
    assert texts(desk) == [reworded, other]
    [after] = desk.execute(compared).fetchall()
    assert tuple(after) > tuple(before)  # more alike, in the new words


def test_a_column_that_was_mapped_wrongly_is_mended_by_ids_and_work_done_since_stays(desk, import_rows):
    import_rows(["text", "claimant", "url"], [RENTS, "The checker", ADDRESS])
    notes.add(desk, 1, "Asked the ministry", author="ben")
    rightly = ["text", "claimant", "url"], [RENTS, "Ada Miller", ADDRESS]
    _, stderr = import_rows(*rightly, options=["--dry-run"])
    assert "of another speaker (line 2: claim 1)" in stderr
    import_rows(*[[one, *row] for one, row in zip(("id", "1"), rightly, strict=True)])
    assert occasions_of(desk, 1) == [("Ada Miller", None, ADDRESS, None)]
    assert [note["body"] for note in notes.of_claim(desk, 1)] == ["Asked the ministry"]
