"""`match --file` looks up the texts of a file, of whatever kind it is."""

import csv
import io
import json
import zipfile

import openpyxl
import pytest

from tests.cli.matching.conftest import CHANGED, CLAIM, REWORDED
from tests.tables import each_row

LINES = (
    f"{REWORDED}\r\n\n   \n"
    f"{json.dumps({'id': 'a7', 'text': CHANGED})}\n"
    f"{json.dumps({'text': 'Something else'})}\n"
    f"\N{BYTE ORDER MARK}{CLAIM}"
)


@pytest.mark.parametrize("origin", ["file", "-"])
def test_every_line_is_looked_up_under_its_number_or_its_own_id(run_ok, known, tmp_path, origin):
    (tmp_path / "lines.txt").write_text(LINES, encoding="utf-8", newline="")
    source = tmp_path / "lines.txt" if origin == "file" else "-"
    out = run_ok(
        "match", "--file", source, "--format", "ndjson", stdin=LINES if origin == "-" else None
    ).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], row["text"]) for row in rows] == [
        (1, REWORDED), ("a7", CHANGED), (5, "Something else"), (6, CLAIM),
    ]  # fmt: skip
    assert all(set(row) == {"id", "text", "matches"} for row in rows)
    assert [match["claim_id"] for match in rows[3]["matches"]] == [1]
    assert rows[3]["matches"][0]["score"] == 1


def test_table_of_several_look_ups_names_the_line(run_ok, known, tmp_path):
    (tmp_path / "lines.txt").write_text(f"nothing\n{CLAIM}\n")
    shown = run_ok("match", "--file", tmp_path / "lines.txt").stdout
    assert CLAIM in shown
    assert "line" in shown.splitlines()[0]


BAD_LINES = ['{"id": 1}', '{"text"', "{} trailing", '{"text": 7}', '{"text": ["drones"]}']


@pytest.mark.parametrize("line", BAD_LINES)
def test_line_without_a_text_object_is_named(run, known, tmp_path, line):
    (tmp_path / "lines.txt").write_text(f'{{"text": "drones"}}\n{line}\n')
    result = run("match", "--file", tmp_path / "lines.txt", "--format", "ndjson")
    told = json.loads(result.stderr)["error"]
    assert (result.exit_code, 'line 2 is not a JSON object with a "text":' in told) == (1, True)


def test_limit_applies_to_the_matches_of_each_text(read_json, run_ok, known):
    for number in range(4):
        run_ok(
            "add",
            f"Unemployment fell by a third in my time in office, year {number}.",
            "--on-duplicate",
            "new",
        )
    assert len(read_json("match", CLAIM, "--limit", "2")) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp1252"])
def test_lines_are_read_in_the_encoding_of_the_file(read_json, run_ok, tmp_path, encoding):
    words = "Le café a fermé en février, dit la mairie de Besançon"
    run_ok("add", words)
    (tmp_path / "lines.txt").write_bytes(f"{words}\n".encode(encoding))
    [row] = read_json("match", "--file", tmp_path / "lines.txt")
    assert (row["text"], row["matches"][0]["score"]) == (words, 1)


def test_guessed_encoding_is_reported(run_ok, known, tmp_path):
    (tmp_path / "lines.txt").write_bytes("Le café a fermé.".encode("latin-1"))
    assert "encoding guessed" in run_ok("match", "--file", tmp_path / "lines.txt").stderr


def test_plain_text_may_begin_with_a_brace(read_json, known, tmp_path):
    lines = [f"{{Laughter}} {CLAIM}", "{", '{"We have lost', "{} is empty"]
    (tmp_path / "lines.txt").write_text("\n".join(lines))
    assert [row["text"] for row in read_json("match", "--file", tmp_path / "lines.txt")] == lines


def test_json_array_is_looked_up_entry_by_entry(read_json, known, tmp_path):
    (tmp_path / "lines.json").write_text(
        json.dumps([{"id": "a", "text": CLAIM}, {"text": CHANGED}], indent=1)
    )
    rows = read_json("match", "--file", tmp_path / "lines.json")
    assert [(row["id"], row["text"]) for row in rows] == [("a", CLAIM), (2, CHANGED)]


@pytest.mark.parametrize("output_format", ["json", "ndjson", "csv"])
def test_lone_surrogate_is_refused_with_its_line_before_anything_is_printed(
    run, known, tmp_path, output_format
):
    (tmp_path / "lines.txt").write_text(f'{CLAIM}\n{{"text": "\\ud83d"}}\n')
    result = run("match", "--file", tmp_path / "lines.txt", "--format", output_format)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "line 2 has half a character (a lone surrogate): fix it" in result.stderr


def test_file_without_matches_says_so(run_ok, known, tmp_path):
    (tmp_path / "lines.txt").write_text("zebra\nquagga\n")
    assert (
        "No claim on the desk says any of these: 2 looked up."
        in run_ok("match", "--file", tmp_path / "lines.txt").stderr
    )


def test_lines_without_matches_are_named_below_the_table(run_ok, known, tmp_path):
    (tmp_path / "lines.txt").write_text(f"zebra\n{CLAIM}\nquagga\n")
    stderr = run_ok("match", "--file", tmp_path / "lines.txt").stderr
    assert "2 of 3 texts have no match on the desk: line 1, 3\n" in stderr


def test_binary_file_does_not_end_in_a_traceback(run, known, tmp_path):
    (tmp_path / "lines.bin").write_bytes(bytes(range(256)) * 20)
    result = run("match", "--file", tmp_path / "lines.bin", "--format", "ndjson")
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.stderr


def test_claims_without_words_are_not_reported_as_damage(run_ok, run):
    run_ok("add", "🙂🙂")
    run_ok("doctor", "--repair")
    assert run_ok("match", "Prices fell.").stderr == "No claim on the desk says this.\n"
    assert run("doctor").exit_code == 0


def test_text_column_of_a_csv_is_looked_up(run, run_ok, tmp_path):
    run_ok("add", "Rents in the capital rose by 12 percent last year")
    table = tmp_path / "claims.csv"
    table.write_text('id,text\n7,"Rents in the capital rose by 12 percent last year"\n', encoding="utf-8")
    [row] = [
        json.loads(line)
        for line in run_ok("match", "--file", table, "--format", "ndjson").stdout.splitlines()
    ]
    assert row["id"] == "7"
    assert row["matches"][0]["suggestion"] == "duplicate"


# As `import csv` reads them: the name of the file, its content, and why this row is here.
SHEETS = [
    ("a.csv", f"id;text\n7;{CLAIM}\n", "semicolons, as Excel writes them in much of Europe"),
    ("a.csv", f"sep=;\nid;text\n7;{CLAIM}\n", "the line that tells Excel the separator"),
    ("a.tsv", f"ID\tText \n7\t{CLAIM}\n", "tabs, and headers as people write them"),
    ("a.csv", f"id,Claim\n7,{CLAIM}\n", "another common header for the text"),
    ("a.txt", f"id|text|who\n7|{CLAIM}|Ada\n", "a first line of headers makes it a sheet, whatever its name"),
    ("a.csv", f'id,text\n\n7,"{CLAIM}"\n8,\n', "rows without a text are skipped"),
]


@pytest.mark.parametrize(("name", "content", "reason"), SHEETS)
def test_sheet_is_read_as_import_csv_reads_it(read_json, known, tmp_path, name, content, reason):
    (tmp_path / name).write_text(content, encoding="utf-8")
    [row] = read_json("match", "--file", tmp_path / name)
    assert (row["id"], row["text"], row["matches"][0]["score"]) == ("7", CLAIM, 1), reason


def test_rows_without_a_text_are_reported(run_ok, known, tmp_path):
    sheet = tmp_path / "a.csv"
    sheet.write_text(f"id,text\n7,{CLAIM}\n8,\n9, \n")
    assert "no text in the column, so left out: lines 3, 4" in run_ok("match", "--file", sheet).stderr
    sheet.write_text("id,text\n" + "8,\n" * 9)
    assert "lines 2, 3, 4, 5, 6 ...\n" in run_ok("match", "--file", sheet).stderr


NOTHING = ['""', '" \\t "', "null"]


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize("form", ["{0}\n{1}\n{0}\n{1}\n", "[{0}, {1}, {0}, {1}]"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_objects_without_a_text_are_skipped_and_reported(run_ok, known, tmp_path, nothing, form, name):
    full, empty = json.dumps({"text": CLAIM}), f'{{"text": {nothing}, "id": 9}}'
    (tmp_path / name).write_text(form.format(full, empty))
    result = run_ok("match", "--file", tmp_path / name, "--format", "ndjson")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    what = "entries" if form.startswith("[") else "lines"
    assert result.stderr == f'{tmp_path / name}: no "text", so left out: {what} 2, 4\n'


@pytest.mark.parametrize("form", ["{}\n", "[{}]\n"])
def test_objects_may_contain_a_bare_tab_as_in_an_import(read_json, known, tmp_path, form):
    (tmp_path / "a.jsonl").write_text(form.format('{"text": "Rents\trose"}'))
    assert [row["text"] for row in read_json("match", "--file", tmp_path / "a.jsonl")] == ["Rents\trose"]


def word_file():
    with zipfile.ZipFile(file := io.BytesIO(), "w") as parts:
        parts.writestr("[Content_Types].xml", "wordprocessingml.document.main+xml")
    return file.getvalue()


SUBTITLES = b"1\n00:00:01,000 --> 00:00:02,000\nRents rose\n"


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", word_file(), SUBTITLES], ids=["PDF", "Word", "subtitles"])
def test_document_is_refused_and_check_is_suggested(run, known, data, tmp_path):
    (tmp_path / "draft").write_bytes(data)
    refused = run("match", "--file", tmp_path / "draft")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "to look its sentences up, use `claimtrack check`" in refused.stderr


def test_texts_of_a_workbook_are_looked_up(read_json, known, tmp_path):
    book = openpyxl.Workbook()
    for row in (["id", "text"], [7, CLAIM]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert [row["id"] for row in read_json("match", "--file", tmp_path / "a.xlsx")] == ["7"]


BROKEN = [
    (
        "a.csv",
        "id,heading\n7,Rents rose\n",
        'has no column "text", only id, heading:',
        "no column has the text",
    ),
    (
        "a.csv",
        "text\nRents, which rose\n",
        "line 2: 2 cells under 1 headers",
        "a comma outside quotation marks",
    ),
    (
        "a.csv",
        'text\nfine\n"Rents rose\nfoo\n',
        "line 3: a quotation mark in this row is never closed",
        "the rest of the file would be one claim",
    ),
    ("a.csv", f"text\n{'x' * 10_000_001}\n", "line 2: a cell has more than 10,000,000", "far too long"),
    (
        "a.jsonl",
        '{"text": "a"}\n{bad\n',
        'line 2 is not a JSON object with a "text":',
        "a JSON Lines file has only objects",
    ),
    ("a.jsonl", "bad\n", 'line 1 is not a JSON object with a "text":', "a JSON Lines file has only objects"),
    (
        "a.txt",
        '{"text": "a"}\n{bad\n',
        'line 2 is not a JSON object with a "text":',
        "among objects, it must be a broken one",
    ),
    ("a.txt", '[{"text": "a"},\n{bad]\n', "line 2: Expecting", "an array that breaks off"),
    ("a.txt", "\0\1\2\3" * 99, "a.txt", "not text at all"),
]


@each_row(("name", "content", "message", "reason"), BROKEN)
def test_broken_file_is_refused_with_the_place_before_anything_is_printed(
    run, known, tmp_path, name, content, message
):
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = run("match", "--file", tmp_path / name, "--format", "ndjson")
    told = json.loads(result.stderr)["error"]
    assert (result.exit_code, result.stdout, message in told) == (1, "", True), told


@pytest.mark.parametrize("line", ["[Applause] Thank you", "[]Rents", "Send me a text, please", "{"])
def test_line_of_plain_text_may_begin_like_data(read_json, known, tmp_path, line):
    (tmp_path / "a.txt").write_text(f"{line}\nRents rose\n")
    assert [row["text"] for row in read_json("match", "--file", tmp_path / "a.txt")] == [line, "Rents rose"]


@pytest.mark.parametrize("header", ["text,text", "id,Text,text", "id\ttext\tid"])
def test_sheet_with_two_columns_of_one_header_is_refused(run, known, tmp_path, header):
    path = tmp_path / "lines.csv"
    path.write_text(f"{header}\na,b,c\n".replace(",", "\t" if "\t" in header else ","), encoding="utf-8")
    refused = run("match", "--file", path)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "2 columns are called '" in refused.stderr
    assert "rename the others" in refused.stderr


def test_csv_has_a_row_for_each_match_and_for_each_text_without_one(run_ok, known, tmp_path):
    run_ok("add", CHANGED, "--on-duplicate", "new")
    path = tmp_path / "lines.txt"
    path.write_text(f"{REWORDED}\nThe bakers of Osk went on strike\n", encoding="utf-8")
    rows = list(csv.DictReader(run_ok("match", "--file", path, "--format", "csv").stdout.splitlines()))
    assert [(row["id"], row["match_claim_id"], row["match_suggestion"]) for row in rows] == [
        ("1", "1", "duplicate"), ("1", "2", "conflict"), ("2", "", ""),
    ]  # fmt: skip
    assert rows[1]["match_text"] == CHANGED
    assert rows[2]["text"] == "The bakers of Osk went on strike"


@pytest.mark.parametrize("line", ['{"text": "Rents\\u0000 rose by a tenth"}\n', "Rents\0 rose by a tenth\n"])
def test_unstorable_character_is_replaced_and_reported(run, known, tmp_path, line):
    (tmp_path / "a.txt").write_text(line, encoding="utf-8")
    result = run("match", "--file", tmp_path / "a.txt", "--format", "ndjson")
    assert json.loads(result.stdout)["text"] == "Rents\ufffd rose by a tenth"
    assert "a.txt: replaced 1 character that cannot be stored" in result.stderr


@pytest.mark.parametrize("name", ["texts.txt", "texts.csv", "texts.ndjson"])
@pytest.mark.parametrize("content", ["", "\n \n", "\ufeff"])
@pytest.mark.parametrize("form", ["table", "ndjson"])
def test_empty_file_is_refused(run, tmp_path, name, content, form):
    (tmp_path / name).write_text(content, encoding="utf-8")
    refused = run("match", "--file", tmp_path / name, "--format", form)
    assert (refused.exit_code, refused.stdout) == (1, "")
    told = json.loads(refused.stderr)["error"] if form == "ndjson" else refused.stderr
    assert (
        told.removeprefix("Error: ").strip()
        == f"{tmp_path / name} is empty: give a file with texts to look up"
    )


@pytest.mark.parametrize(
    ("name", "content"), [("a.json", "[]"), ("a.csv", "id,text\n"), ("a.csv", "id,text\n1,\n")]
)
def test_file_without_texts_says_so(run_ok, tmp_path, name, content):
    (tmp_path / name).write_text(content, encoding="utf-8")
    looked_up = run_ok("match", "--file", tmp_path / name, "--format", "ndjson")
    assert looked_up.stdout == ""
    assert looked_up.stderr.endswith(f"{tmp_path / name}: there is no text to look up\n")
