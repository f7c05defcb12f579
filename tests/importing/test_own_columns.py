"""Columns of a desk's own: tags such as "Platform: Facebook", which come in from a sheet, go out as a column, and come back."""

import csv
import json

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import InvalidValue
from claimtrack.core.sheets.own_columns import field_of, join_values, parse_tag, split_values
from claimtrack.store import own_columns, tags
from tests.tables import each_row

SHEET = [
    ["Claim", "Seen on", "Country", "Shares"],
    ["Garlic cures the flu", "Facebook", "Kenya", "12,000"],
    ["The bridge at Norford fell", "WhatsApp; TikTok", "-", ""],
]
OPTIONS = ("--map", "Seen on=platform:", "--map", "Country=Country:", "--map", "Shares=Shares:")


@pytest.fixture
def tagged(desk, import_rows):
    """A desk with two claims from a sheet with three columns of its own, one of which is called otherwise there."""
    import_rows(*SHEET, options=OPTIONS)
    return desk


@pytest.fixture
def export(desk_path, tmp_path):
    """Exports claims with these columns; the rows by header, and the file."""

    def export(*columns, form="csv"):
        path = tmp_path / f"out.{form}"
        options = [word for name in columns for word in ("--column", name)]
        result = CliRunner().invoke(
            cli, ["--db", str(desk_path), "export", form, *options, "-o", str(path)], catch_exceptions=False
        )
        assert result.exit_code == 0, result.output
        if form == "jsonl":
            return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], path
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file)), path

    return export


def test_columns_of_a_sheet_become_tags_one_for_each_value(tagged):
    assert tags.of_claim(tagged, 1) == ["Country: Kenya", "platform: Facebook", "Shares: 12,000"]
    assert tags.of_claim(tagged, 2) == ["platform: TikTok", "platform: WhatsApp"]  # "-" is no country


def test_export_has_them_as_columns_and_unedited_changes_nothing(tagged, export, import_csv):
    tags.add(tagged, 1, "Platform:Facebook")  # another tag with the same value, which is told once
    tags.add(tagged, 1, "Platform: ?")  # what, typed into a cell, means none
    rows, path = export("Platform", "country:", "Shares")
    assert [(row["Platform"], row["country"], row["Shares"]) for row in rows] == [
        ("?, Facebook", "Kenya", "12,000"),
        ("TikTok, WhatsApp", "", ""),
    ]
    told = import_csv(path, "--yes").stderr
    assert "'Platform' as platform:, 'country' as Country:" in told
    assert "2 rows unchanged" in told
    records, path = export("Platform", form="jsonl")
    assert [row["Platform"] for row in records] == [["?", "Facebook"], ["TikTok", "WhatsApp"]]
    assert "2 rows unchanged" in import_csv(path, "--yes").stderr


def test_an_edited_cell_replaces_the_values_of_its_column_only(tagged, export, import_csv):
    tags.add(tagged, 1, "flu")
    rows, path = export("Platform", "Country")
    rows[0] |= {"Platform": "Instagram, facebook", "Country": ""}  # its cell of tags still has both
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)
    assert "1 changed cell in 1 claim" in import_csv(path, "--yes").stderr
    assert tags.of_claim(tagged, 1) == ["flu", "platform: Facebook", "platform: Instagram", "Shares: 12,000"]


def test_a_cell_that_was_not_edited_leaves_what_the_tags_say(tagged, export, import_csv, import_rows):
    rows, path = export("Platform")
    rows[0]["tags"] += ", Platform: Radio"
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)
    import_csv(path, "--yes")
    assert tags.of_claim(tagged, 1) == [
        "Country: Kenya",
        "platform: Facebook",
        "Platform: Radio",
        "Shares: 12,000",
    ]
    import_rows(["Claim", "Tags", "Platform"], ["A new mill opened in Lenn", "Platform: Radio", ""])
    assert tags.of_claim(tagged, 3) == ["Platform: Radio"]


@pytest.mark.parametrize(
    ("columns", "cell", "left"),
    [
        (["Platform"], "", ["platform: TikTok", "platform: WhatsApp"]),  # as its own cell still says
        (["Platform"], "flu", ["flu", "platform: TikTok", "platform: WhatsApp"]),
        (["Platform"], "flu, Platform: TikTok", ["flu", "platform: TikTok"]),  # this cell says it, too
        ([], "", []),
    ],
)
def test_a_column_keeps_its_values_when_the_tags_beside_it_are_removed(
    tagged, export, import_csv, columns, cell, left
):
    rows, path = export(*columns)
    rows[1]["tags"] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)
    import_csv(path, "--yes")
    assert tags.of_claim(tagged, 2) == left


def test_what_a_spreadsheet_rewrote_in_every_cell_changes_nothing(desk, export, import_rows, import_csv):
    import_rows(
        ["Claim", "Who", "Tags", "Shares", "Aired"],
        ["It rained on 40 days", "0042", "3/4", "12,000", "18:30"],
        ["It snowed on 40 days", "علي", "", "", ""],
        options=("--map", "Shares=Shares:", "--map", "Aired=Aired:"),
    )
    rows, path = export("Shares", "Aired")
    rows[0] |= {"claimant": "42", "Shares": "12", "Aired": "06:30:00 PM"}
    rows[1] |= {"claimant": "???", "text": "It snowed on 41 days"}
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.DictWriter(file, rows[0])
        sheet.writeheader()
        sheet.writerows(rows)
    told = import_csv(path, "--yes").stderr
    assert "1 changed cell in 1 claim" in told


def test_a_sheet_without_ids_adds_values_and_clears_none(tagged, import_rows):
    _, told = import_rows(
        ["Claim", "Platform", "Country", "Harm"], ["Garlic cures the flu", "", "Uganda", "health"]
    )
    assert "'Platform' as platform:, 'Country' as Country:" in told  # the desk has these
    assert "NOT READ, and not kept anywhere: 'Harm'" in told
    assert "as a column of your own, --map Harm=Harm:" in told
    assert tags.of_claim(tagged, 1) == ["Country: Uganda", "platform: Facebook", "Shares: 12,000"]


@pytest.mark.parametrize(
    ("options", "cell", "told"),
    [
        (("--map", "Seen on=12:"), "x", "'12:' cannot be the name of a column"),
        (("--map", "Seen on=Platform"), "x", "with a colon at its end: --map 'Its header=Platform:'"),
        (("--map", "Seen on=P:"), "x" * 200, "Keep long texts in a note: --map 'Seen on=note'"),
    ],
)
def test_what_cannot_be_a_column_is_refused_with_the_way_out(desk, import_rows, options, cell, told):
    rows = (["Claim", "Seen on"], ["Garlic cures the flu", cell])
    assert told in " ".join(import_rows(*rows, options=options, exit_code=1)[1].split())
    assert desk.execute("select count(*) from claims").fetchone() == (0,)


@pytest.mark.parametrize(
    ("preset", "column", "told"),
    [
        (
            (),
            "Weather",
            "no claim has a tag such as 'Weather: ...'. The desk's own columns: Country, platform",
        ),
        ((), "Status", "the sheet would have two columns 'Status'"),
        (("appearances",), "Timecode", "the sheet would have two columns 'Timecode'"),
        ((), "Source", "would read a column 'Source' as the field"),
    ],
)
def test_a_column_that_would_not_come_back_is_refused(tagged, desk_path, preset, column, told):
    tags.add(tagged, 1, "Status: x")
    tags.add(tagged, 1, "Source: y")
    tags.add(tagged, 1, "Timecode: z")
    tagged.conn.commit()
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "export", "csv", *preset, "--column", column])
    assert result.exit_code == 1
    assert told in result.stderr


CELLS = [
    ("Facebook, X", ["Facebook", "X"], "separated by commas"),
    ("12,000; 3,5", ["12,000", "3,5"], "a comma within a number separates nothing"),
    ('"Nairobi, Kenya"', ["Nairobi, Kenya"], "in quotation marks it separates nothing either"),
    ('["A","B"]', ["A", "B"], "a list, as of JSON Lines"),
    ("'-5", ["-5"], "the apostrophe of an export is none of the value"),
    (" – ", [], "a dash is an empty cell"),
]


@each_row("cell, values, reason", CELLS)
def test_values_of_a_cell(cell, values):
    assert split_values(cell) == values
    assert split_values(join_values(values)) == values


TAGS = ["Platform: Facebook", "a:b", "jobs", "10:30", "https://n.example/1", ": x", "Rent:", "1 a: b: c"]


def test_the_view_divides_tags_as_the_rule_in_python_does(desk):
    desk.execute("insert into claims (text) values ('Rents rose')")
    for tag in TAGS:
        tags.add(desk, 1, tag)
    rows = desk.execute("select name, value from claim_columns order by name, value").fetchall()
    assert rows == sorted(filter(None, map(parse_tag, TAGS)))
    assert own_columns.names(desk) == ["1 a", "a", "Platform"]
    with pytest.raises(InvalidValue, match="cannot be the name of a column"):
        field_of("a: b")


@each_row(
    "options, ids, reason",
    [
        (("--tag", "Country:"), [1], "any value"),
        (("--tag", "PLATFORM:", "--without", "platform: tiktok"), [1], "a value, and not this one"),
        (("--without", "country:"), [2], "none"),
        (("--without", "Platform:"), [], "all have one"),
        (("--without", "Platform:Facebook"), [1, 2], "no tag is spelt so, which is said"),
    ],
)
def test_claims_are_listed_and_exported_by_a_column(tagged, desk_path, options, ids):
    for command in (("list", "--format", "csv"), ("export", "csv")):
        result = CliRunner().invoke(cli, ["--db", str(desk_path), *command, *options], catch_exceptions=False)
        assert [int(row["id"]) for row in csv.DictReader(result.stdout.splitlines())] == ids
        assert ("no claim has the tag 'Platform:Facebook'" in result.stderr) == (
            options[1] == "Platform:Facebook"
        )
    told = CliRunner().invoke(cli, ["--db", str(desk_path), "list", "--tag", "Weather:"]).stderr
    assert "No claim has the tag 'Weather:'. Available: 'Country:', 'platform:', 'Shares:'" in told


def test_rows_of_one_claim_that_differ_in_such_columns_are_refused_by_their_names(desk, import_rows):
    rows = [
        ["Garlic cures the flu", number, reach, "flu"]
        for number, reach in (("1", "9"), ("2", "9"), ("3", "8"))
    ]
    options = ("--map", "Nr.=Nr.:", "--map", "Reach=Reach:")
    _, told = import_rows(["Claim", "Nr.", "Reach", "Tags"], *rows, options=options, exit_code=1)
    assert (
        "line 3: gives other tags ('Nr.') for the claim of line 2: keep one of them, or keep the column as a note, as in --map Nr.=note"
        in told
    )
    assert "line 4: gives other tags ('Nr.', 'Reach') for the claim of line 2: keep one of them" in told
