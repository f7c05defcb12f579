"""The day of a text in its first or last lines, and no day that its sentences tell of."""

from claimtrack.core.desk.stated_day import find_stated_day
from tests.tables import each_row

BODY = "Rents in the harbour rose.\nNobody knows why.\n"
STATED = [
    ("a dateline", "Port Avon, 12 March 2025 - " + BODY, "2025-03-12"),
    ("a dateline in capitals, month first", "PORT AVON, March 12, 2025 — " + BODY, "2025-03-12"),
    ("below the headline", "Rents rise\n12 March 2025\n" + BODY, "2025-03-12"),
    ("with a label", "Rents rise\nPublished: March 12th, 2025\n" + BODY, "2025-03-12"),
    ("with a time", "Rents rise\nUpdated on Sept. 2, 2025 14:30\n" + BODY, "2025-09-02"),
    ("with a comma before the time", "Rents rise\nPublished: 12 March 2025, 10:30\n" + BODY, "2025-03-12"),
    ("with the day of a change", "Published 12 March 2025, updated 13 March 2025\n" + BODY, "2025-03-12"),
    ("with a time, as programs write it", "Rents rise\n2025-03-12T10:30:00Z\n" + BODY, "2025-03-12"),
    ("after the author", "Rents rise\nBy Ada Miller, 12 March 2025\n" + BODY, "2025-03-12"),
    ("with its weekday", "Rents rise\nWednesday, 12 March 2025\n" + BODY, "2025-03-12"),
    ("with its weekday, after a bar", "By Ada Miller | Wednesday, 12 March 2025\n" + BODY, "2025-03-12"),
    ("moved to the right", "Rents rise\n    12 March 2025  \n" + BODY, "2025-03-12"),
    ("in the sixth line that is not empty", "Rise\n\n" * 5 + "12 March 2025\n" + BODY * 2, "2025-03-12"),
    ("in the seventh", "Rise\n\n" * 6 + "12 March 2025\n" + BODY * 2, None),
    ("in the third line from the end", BODY * 4 + "12 March 2025\n" + BODY, "2025-03-12"),
    ("in the fourth", BODY * 4 + "12 March 2025\nRise\n" + BODY, None),
    ("as programs write it", "Rents rise\n2025-03-12\n" + BODY, "2025-03-12"),
    ("in the last lines", BODY * 4 + "Posted 12 March 2025", "2025-03-12"),
    ("at the end of a title", "Debate of the mayors, town hall, 12 March 2025\n" + BODY, "2025-03-12"),
    ("in brackets after a title", "# Speech on rents (March 12, 2025)\n" + BODY, "2025-03-12"),
    ("after a dash", "Council meeting - 12 March 2025\n" + BODY, "2025-03-12"),
    ("a sentence whose stop is missing", "The bridge was shut on 12 March 2025\n" + BODY, None),
    ("a title of what happened then", "Since the bridge was shut, 12 March 2025\n" + BODY, None),
    ("a caption", "Rents rise\nThe old bridge, 12 March 1986\n" + BODY, None),
    ("no day of the calendar", "Rents rise\n31 June 2025\n" + BODY, None),
    ("without a year", "Port Avon, 12 March - " + BODY, None),
    ("a day in a sentence", "On 12 March 2025, the council met.\n" + BODY, None),
    ("at the end of a sentence", "The bridge was shut on 12 March 2025.\n" + BODY, None),
    ("a sentence that begins with it", "12 March 2025 was a Wednesday\n" + BODY, None),
    ("in the middle of the text", BODY * 4 + "12 March 2025\n" + BODY * 4, None),
    ("the day on which a firm began", BODY * 4 + "Harbour Rents Ltd\nFounded 1 January 1901", None),
    ("the day on which a source was read", BODY * 4 + "Retrieved 12 March 2025", None),
    ("nothing", "", None),
]


# In the list of sources, on a tablet, in the last line of a firm: a day in the past.
PAST = "After At Before From In On Since Until Accessed Born Built Copyright Died Established Founded Opened Retrieved"


@each_row("word", PAST.split())
def test_a_day_after_such_a_word_is_not_that_of_the_text(word):
    assert find_stated_day(f"{BODY * 4}{word} 12 March 2025") is None


@each_row(("reason", "text", "expected"), STATED)
def test_the_day_that_a_text_states(text, expected):
    assert find_stated_day(text) == expected
