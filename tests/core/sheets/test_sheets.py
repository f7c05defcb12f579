"""How the columns, cells, dates and links of an imported sheet are read."""

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.days import DayOrder, infer_day_order, resolve_day_order
from claimtrack.core.sheets.edited_cells import is_divider, is_total, parse_cell
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.core.texts.links import contains_only_links, read_links
from tests.tables import each_row

MAPPED = [
    # Our own export: each column by its name, except those that an import cannot change.
    (["id", "text", "rating", "version"], {}, ["id", "text", "version"]),
    # In any order and case, with spaces for underscores.
    (["Version", " Claimed On ", "TEXT"], {}, ["version", "claimed_on", "text"]),
    # Headers of other desks.
    (["Speaker", "Exact words", "Date said"], {}, ["claimant", "text", "claimed_on"]),
    (["What was said", "By whom", "When"], {}, ["text", "claimant", "claimed_on"]),
    (
        ["What is the claim?", "When was it said?", "Where was it said", "Fact-checker"],
        {},
        ["text", "claimed_on", "place", "assignee"],
    ),
    (
        ["Claim(s)", "Prio", "Topic(s)", "Who has it?", "Attributed to", "Source"],
        {},
        ["text", "priority", "tags", "assignee", "claimant", "place"],
    ),
    (["Claim", "Assigned"], {}, ["text", "assignee"]),
    # A header that is less certain counts where the field has no better column, wherever that is.
    (["Theme", "Labels", "Quotation", "Claim"], {}, ["tags", "text"]),
    (["Theme", "Quotation"], {}, ["tags", "text"]),
    # Words of the claim are better than a quotation, wherever they are.
    (["Quotes", "Claim(s)"], {}, ["text"]),
    # "Source" was the place before these headers were known: read otherwise, each row would be said at a second place.
    (["Post URL", "Claim", "Speaker", "Source"], {}, ["text", "claimant", "place"]),
    (["Where seen", "Claim", "Speaker", "Source"], {}, ["text", "claimant", "place"]),
    (["Where it was said", "Claim", "Source"], {}, ["place", "text", "claimant"]),
    (["Where it was said", "Post URL", "Claim"], {}, ["place", "url", "text"]),
    # A field's own name takes precedence over a common header, wherever it is.
    (["claim", "text"], {}, ["text"]),
    # Adjusted by hand.
    (["Words", "Whose"], {"Words": "text", "Whose": "claimant"}, ["text", "claimant"]),
    (["text", "tags"], {"tags": ""}, ["text"]),
    (["a", "b", "text"], {"a": "", "b": ""}, ["text"]),
    # Several columns may be notes, or links; a verdict is kept in a note.
    (["text", "Verdict", "Rating", "Comments"], {}, ["text", "note", "note", "note"]),
    (["text", "Evidence URL", "More"], {"More": "evidence"}, ["text", "evidence", "evidence"]),
    (["text", "Evidence", "Evidence"], {}, ["text", "evidence", "evidence"]),
    # The counts of an export are not imported, but people may replace them with the words and links themselves.
    (
        ["id", "text", "rating", "evidence", "notes", "version"],
        {},
        ["id", "text", "evidence", "note", "version"],
    ),
    (["id", "text", "rating", "evidence", "first_seen", "last_seen"], {}, ["id", "text", "evidence"]),
    # Beside the place, these are evidence; alone, they may be the place.
    (["Claim", "Link", "Links", "Source(s)"], {}, ["text", "url", "evidence", "evidence"]),
    (["Claim", "Where", "References"], {}, ["text", "place", "evidence"]),
    (["Claim", "Speaker", "Source", "Sources"], {}, ["text", "claimant", "place", "evidence"]),
    (["Claim", "Links"], {}, ["text"]),
    # Tags as boards such as Trello call them.
    (["Claim", "Labels"], {}, ["text", "tags"]),
    (
        ["id", "text", "evidence", "Evidence URL", "version"],
        {},
        ["id", "text", "evidence", "evidence", "version"],
    ),
]


@each_row(("headers", "adjusted", "fields"), MAPPED)
def test_columns_are_recognised_by_their_headers(headers, adjusted, fields):
    mapped = map_headers(headers, adjusted)
    assert [mapped[position] for position in sorted(mapped)] == fields


def test_a_fields_own_name_takes_precedence_over_a_common_header():
    assert map_headers(["claim", "text"]) == {1: "text"}


@each_row(
    ("headers", "adjusted", "message"),
    [
        (["name", "age"], {}, "no column is the claim's id or text. Columns: 'name', 'age'"),
        (["text"], {"words": "text"}, "there is no column 'words' to map. Columns: 'text'"),
        (
            ["text"],
            {"text": "verdict"},
            "'verdict' is not a field that can be imported. Fields: id, version, text",
        ),
        (["a", "b"], {"a": "text", "b": "text"}, "two columns would be 'text': ignore one"),
    ],
)
def test_an_impossible_mapping_is_refused_with_the_reason(headers, adjusted, message):
    with pytest.raises(InvalidValue, match=message):
        map_headers(headers, adjusted)


CELLS = [
    ("claimed_on", "2024-04-22", None, "2024-04-22"),
    # Excel rewrites ISO dates in the format of its country: the value that the desk holds shows which.
    ("claimed_on", "22/04/2024", "2024-04-22", "2024-04-22"),
    ("claimed_on", "4/22/2024", "2024-04-22", "2024-04-22"),
    ("claimed_on", "03/05/2024", "2024-05-03", "2024-05-03"),
    ("claimed_on", "03/05/2024", "2024-03-05", "2024-03-05"),
    ("claimed_on", "3/5/24", "2024-03-05", "2024-03-05"),
    # Changed, but unambiguous.
    ("claimed_on", "25/04/2024", "2024-04-22", "2024-04-25"),
    ("claimed_on", "03.05.2024", None, "2024-05-03"),
    ("claimed_on", "2024-04-22 00:00:00", "2024-04-22", "2024-04-22"),
    ("claimed_on", "4/22/2024 2:33:05 PM", None, "2024-04-22"),
    ("claimed_on", "2024-04-22T14:33:05+02:00", None, "2024-04-22"),
    # Time zones as Meedan Check, databases and JavaScript write them.
    ("claimed_on", "2024-04-22 18:00:00 UTC", None, "2024-04-22"),
    ("claimed_on", "2024-04-22 18:00:00.123+00", None, "2024-04-22"),
    ("claimed_on", "22 April 2024, 6:00 pm CEST", None, "2024-04-22"),
    ("claimed_on", "Mon Apr 22 2024 18:00:00 GMT+0200 (Central European Summer Time)", None, "2024-04-22"),
    # In words, as spreadsheets and people write them.
    ("claimed_on", "April 5, 2025", None, "2025-04-05"),
    ("claimed_on", "5 April 2025", None, "2025-04-05"),
    ("claimed_on", "5th of April, 2025", None, "2025-04-05"),
    ("claimed_on", "Saturday, Apr. 5 2025", None, "2025-04-05"),
    ("claimed_on", "5-Apr-25", None, "2025-04-05"),
    ("claimed_on", "12 sept 2024", None, "2024-09-12"),
    # As newsrooms in other countries write them.
    ("claimed_on", "3 de abril de 2024", None, "2024-04-03"),
    ("claimed_on", "le 11 novembre 2024", None, "2024-11-11"),
    ("claimed_on", "L’11 novembre 2024", None, "2024-11-11"),
    ("claimed_on", "Freitag, den 3. Mai 2024", None, "2024-05-03"),
    ("claimed_on", "do 2 mei 2024", None, "2024-05-02"),
    ("claimed_on", "1º de maio de 2024", None, "2024-05-01"),
    ("claimed_on", "1er août 2024", None, "2024-08-01"),
    ("claimed_on", "4. März 2024", None, "2024-03-04"),
    ("claimed_on", "3 KWIETNIA 2024 r.", None, "2024-04-03"),
    ("claimed_on", "3 квітня 2024 року", None, "2024-04-03"),
    ("claimed_on", "3 Şubat 2024", None, "2024-02-03"),
    ("claimed_on", "٣ أبريل ٢٠٢٤", None, "2024-04-03"),
    ("claimed_on", "3 ابريل 2024", None, "2024-04-03"),
    ("claimed_on", "3 كانون الثاني 2024", None, "2024-01-03"),
    ("claimed_on", "3 अप्रैल 2024", None, "2024-04-03"),
    ("claimed_on", "2024年4月3日", None, "2024-04-03"),
    ("claimed_on", "2024년 4월 3일", None, "2024-04-03"),
    ("claimed_on", "2024. április 3.", None, "2024-04-03"),
    ("claimed_on", "3/abr/2024", None, "2024-04-03"),
    ("claimed_on", "3.4.2024.", None, "2024-04-03"),
    ("claimed_on", "يوم الأربعاء، 3 أبريل 2024", None, "2024-04-03"),
    ("claimed_on", "民國113年4月3日", None, "2024-04-03"),
    ("claimed_on", "令和 6年 4月 3日", None, "2024-04-03"),
    # As a form or spreadsheet in Spanish, Arabic, Chinese or Korean writes the time and the weekday.
    ("claimed_on", "23/4/2024 2:03:00 p.\u202fm.", None, "2024-04-23"),
    ("claimed_on", "٢٣\u200f/٤\u200f/٢٠٢٤، ٢:٠٣:٠٠ م", None, "2024-04-23"),
    ("claimed_on", "2024/4/3 下午 2:03:00", None, "2024-04-03"),
    ("claimed_on", "2024/04/03（三）", None, "2024-04-03"),
    ("claimed_on", "2024. 4. 3 오후 2:03:00", None, "2024-04-03"),
    ("claimed_on", "7 Ionawr 2024", None, "2024-01-07"),
    # As a spreadsheet in Spanish, French or Ukrainian shortens them.
    ("claimed_on", "5-abr-24", None, "2024-04-05"),
    # Excel in German and Russian has short months of its own.
    ("claimed_on", "05. Mrz 24", None, "2024-03-05"),
    ("claimed_on", "05.ноя.2024", None, "2024-11-05"),
    ("claimed_on", "5-avr.-2024", None, "2024-04-05"),
    ("claimed_on", "05 квіт. 24", None, "2024-04-05"),
    ("claimed_on", "", "2024-04-22", None),
    # A two-digit year is in the past, unless it is just ahead.
    ("claimed_on", "5 Apr 85", None, "1985-04-05"),
    ("claimed_on", "5.4.31", None, "1931-04-05"),
    ("claimed_on", "5.4.30", None, "2030-04-05"),
    ("claimed_on", "5-Apr-00", None, "2000-04-05"),
    ("tags", "health, economy", ("economy", "health"), ("economy", "health")),
    ("tags", "", ("economy",), ()),
    ("tags", "b , a,", None, ("a", "b")),
    ("tags", "Economy, HEALTH", ("economy", "health"), ("economy", "health")),
    ("tags", "Economy, tax", ("economy", "health"), ("economy", "tax")),
    # Line breaks rewritten by a spreadsheet are not an edit.
    ("text", "two\nlines", "two\r\nlines", "two\r\nlines"),
    # Nor is the apostrophe of a CSV that was saved as a workbook.
    ("text", "'-5 degrees", "-5 degrees", "-5 degrees"),
    ("text", "'@home\nnow", "@home\r\nnow", "@home\r\nnow"),
    ("text", "''=x", "'=x", "'=x"),
    ("text", "'-5 degrees", "-6 degrees", "'-5 degrees"),
    ("text", "'tis cold", "tis cold", "'tis cold"),
    ("claimant", "'@ada", "@ada", "@ada"),
    ("tags", "'@ada, jobs", ("@ada", "jobs"), ("@ada", "jobs")),
    ("tags", "'@ada, jobs", ("jobs",), ("'@ada", "jobs")),
    ("text", " as written\t", None, " as written\t"),
    ("status", "In review", None, "in_review"),
    ("priority", "HIGH", None, "high"),
    ("assignee", "  ", "ada", None),
    ("claimant", " Ada  Miller ", None, "Ada Miller"),
]


@each_row(("field", "cell", "held", "value"), CELLS)
def test_a_cell_is_read_in_the_light_of_the_desks_value(field, cell, held, value):
    assert parse_cell(field, cell, held) == value


@each_row(
    ("field", "cell", "message"),
    [
        ("text", "a\0b", "text contains a NUL character, which is not allowed: remove it"),
        ("text", " ", "text is empty"),
        ("text", "x" * 10_001, "characters, and the limit is 10,000:"),
        ("status", "done", "there is no status 'done'. Use one of: proposed, open"),
        # Either the third of May or the fifth of March: no guess is made.
        (
            "claimed_on",
            "03/05/2024",
            ", 2024-05-03 or 2024-03-05. Use --dates day-first or --dates month-first, or write it as YYYY-MM-DD",
        ),
        ("claimed_on", "03-05-2024", "unclear date"),
        ("claimed_on", "April 31, 2025", "not a date"),
        # Only the spreadsheet program knows from which day its numbers count.
        ("claimed_on", "45383", "format the column there as a date"),
        ("claimed_on", "20000", "format the column there as a date"),
        ("claimed_on", "69999.5", "format the column there as a date"),
        # Days that do not occur in a sheet of claims: 1954 and before, 2091 and later.
        ("claimed_on", "19999", "not a date: '19999'. Write it as YYYY-MM-DD, as in 2024-04-22"),
        ("claimed_on", "70000", "not a date: '70000'. Write it as YYYY-MM-DD, as in 2024-04-22"),
        ("claimed_on", "last week", "not a date"),
        # November in Polish, October in Croatian: again, no guess is made.
        ("claimed_on", "3 listopada 2024", "not a date"),
        ("claimed_on", "31 de junio de 2024", "not a date"),
        ("claimed_on", "avant le 11 novembre 2024", "not a date"),
        ("claimed_on", "to 3 mai 2024", "not a date"),
        ("claimed_on", "do 3 maja 2024", "not a date"),  # until that day, in Polish
        ("claimed_on", "3 de brumario de 2024", "not a date"),
        ("claimed_on", "31/02/2024", "not a day in the common calendar: '31/02/2024'"),
        ("claimed_on", "1403/01/15", "not a day in the common calendar"),  # the Iranian calendar
        ("claimed_on", "23/04/2567", "not a day in the common calendar"),  # the Thai calendar
        ("url", "https://news.example:99999/", "not a web address"),
        ("url", "news.example", "not a web address"),
    ],
)
def test_an_unreadable_cell_is_refused_with_the_reason(field, cell, message):
    with pytest.raises(InvalidValue, match=message):
        parse_cell(field, cell)


SETTLED = [
    (["3/4/2025", "13/4/2025"], (DayOrder.DAY_FIRST, 1)),
    (["4/13/2025", "3/4/2025"], (DayOrder.MONTH_FIRST, 0)),
    (["3-4-2025", "13-4-2025", "14/4/2025"], (DayOrder.DAY_FIRST, 1)),
    # No unambiguous cell, or two that contradict each other.
    (["3/4/2025", "4/4/2025", "", "last week"], None),
    (["13/4/2025", "4/13/2025"], None),
    # Dates whose reading does not depend on the order.
    (["2025-04-13", "13.4.2025", "13 April 2025", "2025/4/13"], None),
]


@each_row(("cells", "expected"), SETTLED)
def test_one_unambiguous_date_settles_the_day_order_of_its_column(cells, expected):
    assert infer_day_order(cells) == expected


def test_an_ambiguous_date_is_read_in_the_given_day_order():
    assert resolve_day_order("3/4/2025 10:00", DayOrder.MONTH_FIRST) == "2025-03-04"
    assert resolve_day_order("3/4/2025", DayOrder.DAY_FIRST) == "2025-04-03"
    assert resolve_day_order("13/4/2025", DayOrder.MONTH_FIRST) == "13/4/2025"


STATS, MORE = "https://stats.example/rents", "https://more.example/z_(q)"
LINKS = [
    (STATS, {STATS: None}, "one"),
    (f"{STATS}=refutes", {STATS: "refutes"}, "with a stance"),
    (f"{STATS}=refutes, {MORE}; {STATS}/2", {STATS: "refutes", MORE: None, f"{STATS}/2": None}, "several"),
    (
        f"{STATS}\n{MORE}|{STATS}/a,b",
        {STATS: None, MORE: None, f"{STATS}/a,b": None},
        "a comma in an address",
    ),
    (f"<{STATS}>, ({MORE}).", {STATS: None, MORE: None}, "punctuation around them"),
    (f'"{STATS}"', {STATS: None}, "quotation marks"),
    (f"{STATS}?q=supports", {f"{STATS}?q=supports": None}, "an equals sign in a parameter"),
    ("3", {}, "a count instead of links"),
    (" - ", {}, "a placeholder for nothing"),
]


@each_row(("cell", "links", "reason"), LINKS)
def test_links_are_read_from_a_cell(cell, links):
    assert read_links(cell) == links
    assert contains_only_links(cell)


def test_words_beside_a_link_are_noticed_and_an_unknown_stance_is_refused():
    assert read_links(f"Table 4, see {STATS}") == {STATS: None}
    assert not contains_only_links(f"Table 4, see {STATS}")
    markup = f'[Table 4]({MORE}), <a href="{STATS}">Table 5</a>'
    assert (read_links(markup), contains_only_links(markup)) == ({MORE: None, STATS: None}, False)
    with pytest.raises(InvalidValue, match=r"'confirms' is not a stance. Use one of: supports"):
        read_links(f"{STATS}=confirms")


DIVIDERS = [
    ({"text": "--- March ---"}, True, "words between rules"),
    ({"text": "======", "claimant": " "}, True, "a rule"),
    ({"claimed_on": "March 2024"}, True, "a month, in whichever column"),
    ({"text": "*** Week 12 ***", "id": ""}, True, "asterisks"),
    ({"text": "--- March ---", "claimant": "Ada Miller"}, False, "a claim with a claimant"),
    ({"text": "-- and then the bridge fell --"}, True, "like the first, without a claimant"),
    ({"text": "**Rents doubled**"}, False, "a message in bold"),
    ({"text": "--- 5,000 jobs were lost in Leeds ---"}, False, "a sentence, as a message sets it off"),
    ({"text": "-- and then the bridge fell"}, False, "a dash before words"),
    ({"text": "March was the coldest in 40 years"}, False, "a claim that begins with a month"),
    ({"text": "Prices fell"}, False, "a claim of two words"),
    ({"text": "", "note": ""}, False, "nothing at all"),
]


@each_row("cells expected reason", DIVIDERS)
def test_a_divider_between_claims_is_not_a_claim(cells, expected):
    assert is_divider(cells) == expected


TOTALS = [
    ({"text": "TOTAL", "status": ""}, True, "a sum of columns that are not read"),
    ({"text": "Grand total: 1,204", "note": "Cost: 42"}, True, "with its figure, and one in a note"),
    ({"text": "Total: 60 claims"}, True, "with what was counted"),
    ({"text": "Total claims fell by 60"}, False, "a claim about claims"),
    ({"text": "Sub-total", "claimant": "-"}, True, "a dash is no speaker"),
    ({"text": "Total number of homes fell"}, False, "a claim that begins with the word"),
    ({"text": "Total", "claimant": "Ada Miller"}, False, "somebody said it"),
    ({"text": "Average", "id": "12"}, False, "a claim of the desk"),
    ({"text": "1,204 €", "claimant": "Ada Miller"}, True, "a figure alone, whoever is named"),
    ({"text": "Total", "claimant": "12"}, True, "the number of speakers"),
    ({"text": "42", "id": "12"}, False, "an answer on the desk"),
    ({"text": "?"}, False, "no figure"),
]


@each_row("cells expected reason", TOTALS)
def test_a_row_that_sums_up_the_sheet_is_not_a_claim(cells, expected):
    assert is_total(cells) == expected
