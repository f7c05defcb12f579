"""Scraped text that lost its quotation marks: what was quoted is a guess, and is flagged as one."""

LOST = (
    "Minister Pavel Doral spoke in Brenno on Monday.\n\n"
    "We have looked at this from every side, Doral said. I have not met one economist who wants it.\n\n"
    "But our neighbours pay more, he added.\n\n"
    "The price of milk fell by a fifth last year."
)


def test_the_first_person_reveals_a_quotation_without_marks(rows):
    guessed = [row for row in rows(LOST) if "no_quotes" in row.flags]
    assert [row.text for row in guessed] == [
        "We have looked at this from every side",
        "I have not met one economist who wants it.",
        "our neighbours pay more",
    ]
    assert all(row.kind == "direct" and not row.kind_certain for row in guessed)
    assert {row.speaker for row in guessed} == {"Pavel Doral"}


def test_the_outlets_own_sentences_in_a_text_without_marks_stay_its_own(rows):
    assert rows(LOST)[-1].speaker == "outlet"


def test_a_columnists_we_is_not_a_quotation_if_the_text_has_marks(rows):
    text = (
        '"The toll is far too high for anybody," said Tom Ashby.\n\nWe think he has a point about the toll.'
    )
    assert rows(text)[-1].kind == "outlet"


def test_a_speaker_named_after_the_words_speaks_to_the_end_of_the_paragraph(rows):
    text = (
        f"{LOST}\n\nThis is no small step, Doral told reporters on Friday. Nobody at the table disputed it."
    )
    assert [(row.speaker, row.kind) for row in rows(text)][-2:] == [
        ("Pavel Doral", "indirect"),
        ("Pavel Doral", "direct"),
    ]


def test_contractions_that_lost_their_apostrophes_are_read(rows):
    found = rows("Ada Moor said: We ve balloted 400 members. We haven t moved.")
    assert [(row.speaker, row.text) for row in found] == [
        ("Ada Moor", "We ve balloted 400 members"),
        ("Ada Moor", "We haven t moved."),
    ]


def test_sentences_of_a_first_person_column_are_the_outlets(rows):
    found = rows(
        "I have taken the train for nineteen years. I have read both reports.\n\nThe operator says we were told in May.\n\n"
        "I waited for 40 minutes on Monday."
    )
    assert [row.kind for row in found if row.speaker == "outlet"] == ["outlet"] * 3


def test_we_in_what_somebody_pointed_out_does_not_make_a_quotation(rows):
    text = "As Ada Moor has pointed out, we pay 40 crowns a year for the bridge.\n\nWe think she has a point there."
    assert [row.kind for row in rows(text)] == ["indirect", "outlet"]
