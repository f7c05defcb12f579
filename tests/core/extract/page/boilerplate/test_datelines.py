"""Which words before the first sentence of an article are its dateline."""

import pytest

from claimtrack.core.extract.page.boilerplate.datelines import skip_dateline
from claimtrack.core.extract.words.reading import Span, normalise
from tests.tables import each_row


@each_row(
    "dateline",
    [
        "VALE, Norland (AP) _ ",
        "NARVIK, June 18. /Polar News Agency/. ",
        "PORT AVON (Gazette) — ",
        "Al PORT AIR BASE, Norvia (Gazette) - ",
        "Port Avon, Norvia – ",
        "PORT AVON, Norvia – Oct. 24, 2024 – ",
        "June 10, 6:40 a.m. — ",
        "Avon — ",
        "PORT AVON, Norvia, Sept. 3, 2025 /NPNewswire/ -- ",
        "PORT AVON, March 12, 2025 (WORLD NEWSWIRE) -- ",
        "PORT AVON, Norvia--(TRADE WIRE)--",
        "PORT AVON, 12 March 2025 (Gazette) - ",
        "PORT AVON, March 12 (Gazette) - ",
        "PORT-AVON: ",
        "PORT AVON-",
        "PORT AVON (Gazette)-",
        "Port Avon, 12 March 2025 – ",
        "Port Avon, the Isles, March 12, 2025 (Gazette Wire) -- ",
        "Avon/Port Norvia, Wednesday, 12 March: ",
        "Avon am Orrel (12 March 2025) – ",
        "Örrel, 12th of March—",
        "Port Avon, 12 March 2025. ",
        "Zürich – ",
        "São Avon — ",
        "Avon (dpa) - ",
        "Port Avon (AFN) - ",
        "Sept 3 (Reuters) - ",
        "3 September (Reuters) – ",
        "March 12, 2025 (AP) — ",
        "(Reuters) - ",
        "(Bloomberg Opinion) -- ",
        "April 24 (Newswire) - ",
        "3 May (Orava News) — ",
        "Update, 4.15pm: ",
        "Update at 16:15: ",
        "Why it matters: ",
        "What happened: ",
        "Price action: ",
        "The other side: ",
        "Yes, but: ",
        "UPDATE: ",
    ],
)
def test_a_dateline_is_skipped(dateline):
    text = normalise(f"{dateline}The trial began.")
    assert text[skip_dateline(text, Span(0, len(text))).start :] == "The trial began."


@each_row(
    "opening",
    [
        "A trial began - at last.",
        "NATO said so.",
        "I - we - left.",
        "Ada Moor — Mayor of Avon — left.",
        "Port Union (PU) - the largest - left.",
        "NATO-backed pilots left.",
        "NATO- and UN-led talks failed.",
        "UK-China trade rose.",
        "AV-19: Deaths rose.",
        "AV 19-related deaths rose.",
        "Live-in pilots left.",
        "12 March 2025 – The dam broke.",
        "Monday, 12 March – The dam broke.",
        "On Monday, 12 March – The day it rained – the dam broke.",
        "Ada Moor, 12 March 1960 – 3 May 2021, built boats.",
    ],
)
def test_an_ordinary_opening_is_not_a_dateline(opening):
    assert skip_dateline(opening, Span(0, len(opening))) == Span(0, len(opening))


@each_row(
    ("entry", "words"),
    [
        ("14:32 Power is out.", "Power is out."),
        ("13:20 PM Karl Anders spoke.", "Karl Anders spoke."),
        ("Update 13.20: Karl Anders spoke.", "Karl Anders spoke."),
        ("9.15am – The road is shut.", "The road is shut."),
        ("9.15 a.m. GMT: The road is shut.", "The road is shut."),
        ("3pm Police left.", "Police left."),
        pytest.param("3pm Monday is the deadline.", "3pm Monday is the deadline.", id="an hour"),
        pytest.param("14:32 votes were lost.", "14:32 votes were lost.", id="a number of things"),
        pytest.param("13.75 percent voted.", "13.75 percent voted.", id="not a time of day"),
    ],
)
def test_the_time_of_a_live_page_entry_is_skipped(entry, words):
    assert entry[slice(*skip_dateline(entry, Span(0, len(entry))))] == words


FIRST = "{} Centre has closed 212 schools since January, education minister Arun Mehta said.\n\nThe union of teachers"


@each_row(
    ("opening", "further", "place"),
    [
        pytest.param("Bhopal: The", " met in Bhopal.", "Bhopal: ", id="a place"),
        pytest.param(
            "New Vale: The", " protested.", "New Vale: ", id="a place of two words, named only once"
        ),
        pytest.param("Moor: The", " disagrees. Moor left.", "", id="a speaker named again"),
        pytest.param("Report: The", " protested.", "", id="a source"),
        pytest.param("Moor: The", "'s head Ada Moor left.", "", id="a speaker by her surname"),
    ],
)
def test_a_place_and_a_colon_are_a_dateline_of_the_first_paragraph(rows, opening, further, place):
    text = FIRST.format(opening) + further
    words = text.removeprefix(place).partition(", education")[0]
    assert rows(text)[0].text == words
    assert rows(text)[0].speaker == "Arun Mehta"


def test_a_later_paragraph_keeps_the_words_before_its_colon(rows):
    later = FIRST.format("Bhopal: The").partition("\n")[0]
    found = rows(f"The ministry of schools counted again in three towns.\n\n{later}")
    assert found[1].text.startswith("Bhopal: The Centre")


def test_a_time_on_a_line_of_its_own_is_not_a_row(rows):
    text = "10.12 a.m.\nThe port was shut.\n\n3:45pm\nIt was open.\n\n6 p.m. GMT\nIt was shut again."
    assert [row.text for row in rows(text)] == ["The port was shut.", "It was open.", "It was shut again."]


@each_row("dateline", ["(CNN) ", "Vale (CNN) ", "Port Avon, Norvia (AP) ", "Los Angeles (Reuters) "])
def test_an_agency_in_brackets_is_a_dateline_without_a_dash(rows, dateline):
    found = rows(f"{dateline}Ada Moor said 40 boats were lost.\n\n(CNN) Ivo Rook left.")
    assert (found[0].speaker, found[0].text) == ("Ada Moor", "40 boats were lost")


@each_row(
    "text",
    [
        "The Vale Union (VU) Members left.",
        "The World Port Office (WPO) said 40 were lost.",
        "The AP (AP) reporters left.",
    ],
)
def test_an_organisations_acronym_in_brackets_is_not_a_dateline(rows, text):
    assert len(rows(text)) == 1


@each_row("credit", ["Ada Moor via Getty Images ", "moorpics via Getty Images "])
def test_a_picture_credit_before_a_sentence_is_skipped(rows, credit):
    found = rows(f'{credit}"Forty boats were lost," said Bo Lund.\n\nBo Lund left.')
    assert (found[0].speaker, found[0].text) == ("Bo Lund", "Forty boats were lost")


def test_an_agency_that_sells_pictures_stays_in_its_sentence(rows):
    text = "She sold 40 pictures via Getty Images in May."
    assert [row.text for row in rows(text)] == [text]


def test_a_related_story_is_no_speaker(rows):
    text = "Boats are old. SEE RELATED STORY: Ada Moor buys boats\n\nBo Lund left.\n\nSEE RELATED STORY: Boats sink"
    assert {row.speaker for row in rows(text)} == {"outlet"}
