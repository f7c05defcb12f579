"""What spreadsheet programs make of cells that nobody edits: measured with LibreOffice 26.8 (English, German, French), and as Excel does it."""

from claimtrack.core.sheets.rewritten import is_rewritten
from tests.tables import each_row

REWRITTEN = [
    # A number loses its zeros, and is shown with a point or a comma.
    ("0042", "42"),
    ("5", "5.0"),
    ("1.5", "1,5"),
    # In Germany a comma is decimal, and a point is between thousands.
    ("12,000", "12"),
    ("12,000", "12000"),
    ("0.813", "813"),
    ("12\u202f000", "12000"),
    # What looks like an exponent is one, and long numbers are shown with one, or lose their last digits.
    ("1E5", "100000"),
    ("1E5", "1.00E+05"),
    ("447700900123", "4.477E+11"),
    ("12345678901234567890", "1,23457E+19"),
    ("12345678901234567890", "12345678901234599936"),
    ("1783456789012345678", "1783456789012340000"),
    # Currency and percent become formats of a number.
    ("$5", "5"),
    ("12%", "0.12"),
    ("12%", "12.00%"),
    # Truth values are in the language of the program.
    ("True", "TRUE"),
    ("True", "WAHR"),
    ("false", "FAUX"),
    # A time gets seconds, and becomes one of twelve hours.
    ("18:30", "18:30:00"),
    ("18:30", "06:30:00 PM"),
    # A fraction becomes a day of this year; a decimal point is that of a day, too.
    ("1/2", "2026-02-01"),
    ("4/3", "04. Mrz"),
    ("1.5", "01. Mai"),
    ("2024-04-03", "03.04.2024"),
    ("03/04/2024", "3/4/24"),
    ("2024-04-03", "03/04/2024"),
    # Letters that the encoding lacks become question marks, two for a picture in Windows.
    ("علي", "???"),
    ("Ana Ćirić", "Ana ?iri?"),
    ("Fire \U0001f525 in May", "Fire ?? in May"),
    ("Fire \U0001f525 in May", "Fire ? in May"),
]
EDITED = [
    # Another number, unit, time or day.
    ("0042", "43"),
    ("12,000", "13"),
    ("1.5", "15"),
    ("12%", "12"),
    ("$5", "5 €"),
    ("18:30", "06:30:00"),
    ("2024-04-03", "03.05.2024"),
    ("1/2", "2/3"),
    ("true", "FALSCH"),
    # A number that is too long for a spreadsheet, but was not cut by one.
    ("1783456789012345678", "1783456789012345999"),
    ("447700900123", "447700900124"),
    # A number with more digits than any program writes.
    ("0042", "12E4567890"),
    # The day where the month was.
    ("03/04/2024", "04/03/2024"),
    # A question mark that somebody typed.
    ("Ada", "Ad?"),
    ("Ada", "Ada?"),
    ("Ana Ćirić", "Ana ?iric"),
    # An empty cell, and one that was.
    ("5", ""),
    ("", "?"),
]


@each_row(("held", "cell"), REWRITTEN)
def test_what_a_spreadsheet_rewrote_is_no_edit(held, cell):
    assert is_rewritten(held, cell)


@each_row(("held", "cell"), EDITED)
def test_what_a_person_edited_is_an_edit(held, cell):
    assert not is_rewritten(held, cell)
