"""`match`, `duplicates`, `judge`, `undo`."""

import csv
import json
import shutil
import sqlite3
from contextlib import closing

import openpyxl
import pytest

from claimtrack.core.model import Status, Suggestion
from claimtrack.store import queues
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.adding import NewClaim, add_claim

CLAIM = "Unemployment fell by a third in the last two years of my time in office."
REWORDED = "In the last two years of my time in office unemployment fell by one third."
CHANGED = "Unemployment fell by a half in the last two years of my time in office."
KEYS = {
    "claim_id", "text", "score", "suggestion", "reasons", "differences", "status", "rating", "appearances",
    "first_seen", "last_seen",
}  # fmt: skip


@pytest.fixture(scope="module")
def known_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("known") / "claims.db")
    new = NewClaim(CLAIM, claimant="Ada Miller", source="https://a.example", claimed_on="2024-04-22")
    with closing(open_desk(path)) as db:
        add_claim(db, new, actor="ada")
    return path


@pytest.fixture
def known(known_file, desk_path):
    return shutil.copy(known_file, desk_path)


def test_the_json_of_a_match_has_the_keys_that_programs_rely_on(read, known):
    [match] = read("match", REWORDED)
    assert set(match) >= KEYS
    assert 0 <= match["score"] <= 1
    assert match["suggestion"] in set(Suggestion)
    assert match["status"] in set(Status)
    assert (match["claim_id"], match["appearances"], match["first_seen"]) == (1, 1, "2024-04-22")
    assert isinstance(match["reasons"], list)


def test_the_words_to_look_up_may_come_through_a_pipe(done, read, known):
    assert read("match", "-", stdin=f"{REWORDED}\n") == read("match", REWORDED)


def test_a_changed_fact_is_a_conflict_that_says_what_differs(read, done, known):
    [match] = read("match", CHANGED)
    assert match["suggestion"] == "conflict"
    assert match["differences"]
    assert match["differences"][0] in done("match", CHANGED).stdout


def test_nothing_alike_is_said_so(done, read, known):
    assert read("match", "🙂") == []
    assert done("match", "🙂").stderr == "No claim on the desk says this.\n"


def test_the_table_tells_what_of_it_is_about_something_else(done, read, known):
    assert done("match", REWORDED).stderr == ""
    unlike = "Bread was dear in my time at the university"
    [found] = read("match", unlike)
    assert (found["suggestion"], found["score"] < 0.3) == ("related", True)
    assert done("match", unlike).stderr == "Related claims scoring under 0.30 are about something else.\n"
    of_a_file = done("match", "--file", "-", stdin=f"{unlike}\n{unlike}\n")
    assert of_a_file.stderr == "Related claims scoring under 0.30 are about something else.\n"
    assert done("match", "--file", "-", "--format", "csv", stdin=unlike).stderr == ""
    assert done("match", "--file", "-", stdin=REWORDED).stderr == ""


LINES = (
    f"{REWORDED}\r\n\n   \n"
    f"{json.dumps({'id': 'a7', 'text': CHANGED})}\n"
    f"{json.dumps({'text': 'Something else'})}\n"
    f"\N{BYTE ORDER MARK}{CLAIM}"
)


@pytest.mark.parametrize("given", ["file", "-"])
def test_each_line_of_a_file_is_looked_up_under_its_number_or_its_own_id(done, known, tmp_path, given):
    (tmp_path / "lines.txt").write_text(LINES, encoding="utf-8", newline="")
    source = tmp_path / "lines.txt" if given == "file" else "-"
    out = done("match", "--file", source, "--format", "ndjson", stdin=LINES if given == "-" else None).stdout
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], row["text"]) for row in rows] == [
        (1, REWORDED), ("a7", CHANGED), (5, "Something else"), (6, CLAIM),
    ]  # fmt: skip
    assert all(set(row) == {"id", "text", "matches"} for row in rows)
    assert [match["claim_id"] for match in rows[3]["matches"]] == [1]
    assert rows[3]["matches"][0]["score"] == 1


def test_a_table_of_many_look_ups_says_which_line(done, known, tmp_path):
    (tmp_path / "lines.txt").write_text(f"nothing\n{CLAIM}\n")
    shown = done("match", "--file", tmp_path / "lines.txt").stdout
    assert CLAIM in shown
    assert "line" in shown.splitlines()[0]


BAD_LINES = ['{"id": 1}', '{"text"', "{} trailing", '{"text": 7}', '{"text": ["drones"]}']


@pytest.mark.parametrize("line", BAD_LINES)
def test_a_line_that_is_no_object_with_a_text_is_named(run, known, tmp_path, line):
    (tmp_path / "lines.txt").write_text(f'{{"text": "drones"}}\n{line}\n')
    result = run("match", "--file", tmp_path / "lines.txt", "--format", "ndjson")
    assert (result.exit_code, 'line 2 is not a JSON object with a "text":' in result.stderr) == (1, True)


def test_limit_cuts_each_look_up(read, done, known):
    for number in range(4):
        done(
            "add",
            f"Unemployment fell by a third in my time in office, year {number}.",
            "--on-duplicate",
            "new",
        )
    assert len(read("match", CLAIM, "--limit", "2")) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1", "cp1252"])
def test_a_file_of_lines_is_read_in_its_encoding(read, done, tmp_path, encoding):
    words = "Le café a fermé en février, dit la mairie de Besançon"
    done("add", words)
    (tmp_path / "lines.txt").write_bytes(f"{words}\n".encode(encoding))
    [row] = read("match", "--file", tmp_path / "lines.txt")
    assert (row["text"], row["matches"][0]["score"]) == (words, 1)


def test_a_guessed_encoding_is_told(done, known, tmp_path):
    (tmp_path / "lines.txt").write_bytes("Le café a fermé.".encode("latin-1"))
    assert "encoding guessed" in done("match", "--file", tmp_path / "lines.txt").stderr


def test_plain_text_may_begin_with_a_brace(read, known, tmp_path):
    lines = [f"{{Laughter}} {CLAIM}", "{", '{"We have lost', "{} is empty"]
    (tmp_path / "lines.txt").write_text("\n".join(lines))
    assert [row["text"] for row in read("match", "--file", tmp_path / "lines.txt")] == lines


def test_an_array_of_objects_is_looked_up_entry_by_entry(read, known, tmp_path):
    (tmp_path / "lines.json").write_text(
        json.dumps([{"id": "a", "text": CLAIM}, {"text": CHANGED}], indent=1)
    )
    rows = read("match", "--file", tmp_path / "lines.json")
    assert [(row["id"], row["text"]) for row in rows] == [("a", CLAIM), (2, CHANGED)]


@pytest.mark.parametrize("output_format", ["json", "ndjson", "csv"])
def test_half_a_character_is_refused_with_its_line_and_before_anything_is_printed(
    run, known, tmp_path, output_format
):
    (tmp_path / "lines.txt").write_text(f'{CLAIM}\n{{"text": "\\ud83d"}}\n')
    result = run("match", "--file", tmp_path / "lines.txt", "--format", output_format)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "line 2 has half a character (a lone surrogate): fix it" in result.stderr


def test_a_file_without_hits_says_so(done, known, tmp_path):
    (tmp_path / "lines.txt").write_text("zebra\nquagga\n")
    assert (
        "No claim on the desk says any of these: 2 looked up."
        in done("match", "--file", tmp_path / "lines.txt").stderr
    )


def test_the_lines_without_hits_are_named_below_the_table(done, known, tmp_path):
    (tmp_path / "lines.txt").write_text(f"zebra\n{CLAIM}\nquagga\n")
    told = done("match", "--file", tmp_path / "lines.txt").stderr
    assert "2 of 3 texts have no match on the desk: line 1, 3\n" in told


def test_a_binary_file_of_lines_ends_in_no_traceback(run, known, tmp_path):
    (tmp_path / "lines.bin").write_bytes(bytes(range(256)) * 20)
    result = run("match", "--file", tmp_path / "lines.bin", "--format", "ndjson")
    assert result.exit_code in (0, 1)
    assert "Traceback" not in result.stderr


def test_duplicates_shows_the_pairs_that_wait_and_judging_takes_them_off(done, read, known):
    done("add", REWORDED, "--claimant", "Ada Miller")
    [pair] = read("duplicates")
    assert (pair["left_id"], pair["right_id"], pair["suggestion"]) == (1, 2, "duplicate")
    assert done("judge", "2", "1", "same").stderr == "Claims 1 and 2: same\n"
    assert read("duplicates") == []
    assert done("undo").stderr == "Claims 1 and 2: no longer same, now unjudged\n"
    assert len(read("duplicates")) == 1


def test_a_pair_that_nothing_suggests_is_gone_when_its_judgement_is_undone(done, read, known):
    done("add", "The bank closed 40 branches in spring")
    done("judge", 1, 2, "same")
    done("undo")
    assert read("duplicates") == []


def test_a_pair_does_not_inherit_the_judgements_of_one_that_had_its_number(done, two_claims, desk):
    """A claim takes its pairs along when it goes: with claimtrack 0.2.0 and earlier the next pair took their number."""
    done("judge", 1, 2, "same")
    with write_transaction(desk, "ada"):
        desk.execute("delete from matches")
    done("add", "The bank closed 40 branches in spring", "--on-duplicate", "new")
    done("add", "Trains to Vale were late in May", "--on-duplicate", "new")
    with write_transaction(desk, "ada"):
        desk.execute(
            "insert into matches (id, left_id, right_id, score, suggestion, scorer) values (1, 3, 4, .3, 'related', 'x')"
        )
    done("judge", 3, 4, "different")
    assert done("undo").stderr == "Claims 3 and 4: no longer different, now unjudged\n"
    assert "claims 1 and 2" not in done("history", 4).stdout


def test_duplicates_shows_repeats_or_conflicts_alone(done, read, run, known):
    done("add", REWORDED, "--claimant", "Ada Miller")
    assert [pair["suggestion"] for pair in read("duplicates", "--show", "repeats")] == ["duplicate"]
    assert read("duplicates", "--show", "conflicts") == []
    told = "No pairs of conflicts are waiting for a judgement."
    assert told in done("duplicates", "--show", "conflicts").stderr
    assert run("duplicates", "--show", "nothing").exit_code == 2


def test_duplicates_tells_the_conflicts_that_it_does_not_keep_and_how_many_wait_beyond_the_limit(done, desk):
    with write_transaction(desk, "ada"):
        for number in range(1200, 2000, 100):
            words = f"The harbour of Ravensby handled {number} containers of frozen fish in the last week of March"
            desk.execute("insert into claims (text) values (?)", [words])
    told = done("duplicates", "--limit", 4).stderr
    assert "3 more conflicts are not kept" in told
    assert "25 pairs waiting for a judgement: --limit shows the first 4." in told
    again = done("duplicates").stderr
    assert "not kept" not in again, "nothing was compared"
    assert "--limit" not in again


def test_claims_judged_the_same_in_spite_of_a_conflict_are_told_with_what_differs(done, known, desk):
    done("add", CHANGED, "--on-duplicate", "new")
    told = done("judge", 1, 2, "same").stderr
    assert told.startswith("Claims 1 and 2: same\nWarning: they differ in a fact (differs: ")
    assert "third" in told
    assert ". To take the judgement back: `claimtrack undo 1 2`" in told
    assert "Warning" in done("judge", 2, 1, "same", "--yes").stderr
    assert "Warning" not in done("judge", 1, 2, "unsure").stderr
    assert "Warning" not in done("judge", 1, 2, "different").stderr


def test_claims_judged_the_same_that_have_little_in_common_are_told_with_how_to_take_it_back(done, known):
    done("add", "A mill in Malm burned down on the night of the storm.", "--on-duplicate", "new")
    told = done("judge", 1, 2, "same").stderr
    assert told.startswith("Claims 1 and 2: same\nWarning: claims 1 (“")
    assert "have little in common (score 0." in told
    assert ". To take the judgement back: `claimtrack undo 1 2`" in told
    assert "Warning" not in done("judge", 1, 2, "different").stderr


def test_rewordings_judged_the_same_are_not_warned_of(done, known):
    done("add", REWORDED, "--on-duplicate", "new")
    assert done("judge", 1, 2, "same").stderr == "Claims 1 and 2: same\n"


def test_at_a_terminal_whoever_judges_a_conflict_the_same_is_asked_first(done, terminal_of, known, desk):
    done("add", CHANGED, "--on-duplicate", "new")
    for answer, judged in (("n", "unjudged"), ("y", "same")):
        terminal = terminal_of("judge", "1", "2", "same")
        terminal.expect_exact("they differ in a fact (")
        terminal.expect_exact("Judge them the same anyway? [y/N]:")
        terminal.sendline(answer)
        shown, exit_code = terminal.ended()
        assert ("No judgement was made." if answer == "n" else "Claims 1 and 2: same") in shown
        assert exit_code == 0
        assert [row["judgement"] for row in desk.query("select judgement from matches")] == [judged]


def test_duplicates_leaves_rejected_claims_alone(done, read, known):
    done("add", REWORDED, "--claimant", "Ada Miller")
    done("status", "2", "rejected")
    assert read("duplicates") == []


def test_a_pair_that_other_judgements_decide_waits_no_more_until_one_of_them_is_undone(done, read, desk):
    words = "The bridge over the Tarn was closed for repairs in 2019 and never opened again"
    for text in (f"{words}.", f"{words}, say drivers.", f"{words}, the mayor said."):
        done("add", text, "--on-duplicate", "new")

    def waiting():
        done("duplicates")
        told = {(pair["left_id"], pair["right_id"]) for pair in read("duplicates")}
        [counted] = [row["count"] for row in read("stats") if row["what"] == "pairs to judge"]
        assert counted == queues.count_unjudged_pairs(desk, at_most=9) == len(told)
        return told

    assert waiting() == {(1, 2), (1, 3), (2, 3)}
    done("judge", 1, 2, "same")
    assert waiting() == {(1, 3), (2, 3)}
    done("judge", 2, 3, "same")
    assert waiting() == set()
    done("undo")
    assert waiting() == {(1, 3), (2, 3)}


def test_judging_again_says_what_stood_before(done, two_claims):
    done("judge", "1", "2", "same")
    assert done("judge", "1", "2", "different").stderr == "Claims 1 and 2: different (was same)\n"


def test_a_contradiction_is_refused_with_what_to_undo(done, run, two_claims):
    done("add", "Exports rose.")
    done("judge", "1", "2", "same")
    done("judge", "2", "3", "different")
    result = run("judge", "1", "3", "same")
    assert (result.exit_code, "`claimtrack undo 2 3` takes that back" in result.stderr) == (1, True)


def test_claims_that_others_join_are_not_different_and_the_pairs_are_named(done, run, two_claims):
    done("add", "Exports rose.")
    done("judge", "1", "2", "same")
    done("judge", "3", "2", "same")
    result = run("judge", "3", "1", "different")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: claims 1 and 3 are linked by other judgements of same: 1 and 2, 2 and 3. First take one of these "
        "back: `claimtrack undo 1 2` or `claimtrack undo 2 3`\n",
    )
    done("undo", "1", "2")
    done("judge", "3", "1", "different")


def test_of_a_long_chain_of_judgements_some_are_named(done, run, two_claims):
    for number in range(3, 10):
        done("add", f"Exports rose in year {number}.", "--on-duplicate", "new")
    for number in range(1, 9):
        done("judge", number, number + 1, "same")
    told = run("judge", "1", "9", "different").stderr
    assert "5 and 6 and 3 more. First" in told
    assert "`claimtrack undo 5 6`\n" in told


def test_two_ways_that_join_claims_are_named_one_after_the_other(done, run, two_claims):
    for number in (3, 4):
        done("add", f"Exports rose in year {number}.", "--on-duplicate", "new")
    for pair in ((1, 4), (1, 2), (2, 3), (3, 4)):
        done("judge", *pair, "same")
    assert "1 and 2, 2 and 3, 3 and 4. " in run("judge", "1", "4", "different").stderr


def test_undo_of_a_pair_by_its_claims(done, two_claims):
    done("judge", "1", "2", "same", actor="ben")
    assert done("undo", "2", "1").stderr == "Claims 1 and 2: no longer same, as judged by ben, now unjudged\n"


def test_undo_tells_how_what_add_joined_to_a_claim_is_taken_off_since_it_does_not(run, done, two_claims):
    done("add", "Prices fell", "--source", "https://news.example/1", "--on-duplicate", "attach")
    told = run("undo")
    assert told.exit_code == 1
    assert "ada has no judgement to undo. `undo` only takes back judgements" in told.stderr
    assert ". `undo` only takes back judgements: use" in told.stderr
    assert "appearances" not in run("undo", 1, 2).stderr


def test_whose_judgement_was_changed_is_told_where_it_was_anothers(done, two_claims):
    done("judge", "1", "2", "same", actor="ben")
    assert (
        done("judge", "1", "2", "different").stderr
        == "Claims 1 and 2: different (was same, as judged by ben)\n"
    )
    assert done("undo").stderr == "Claims 1 and 2: no longer different, now same, as judged before by ben\n"


def test_csv_without_hits_has_its_header(done, two_claims):
    assert done("match", "zzz", "--format", "csv").stdout.startswith("claim_id,text,score,")
    assert done("match", "--file", "-", "--format", "csv", stdin="[]").stdout.startswith(
        "id,text,match_claim_id,"
    )


def test_what_to_look_up_is_given_once(run, two_claims):
    both, neither = run("match", "x", "--file", "-", stdin="y"), run("match")
    assert (both.exit_code, "leave one out" in both.stderr) == (2, True)
    assert (neither.exit_code, "nothing to look up" in neither.stderr) == (2, True)


DAMAGE = [
    "delete from match_postings",
    "update match_postings set offsets = x'ff'",
    "update match_postings set offsets = x'', weights = x''",
    "update match_postings set offsets = randomblob(7), weights = randomblob(3)",
    "update match_postings set offsets = randomblob(length(offsets))",
    "update match_postings set block = block + 7",
    "update match_terms set term = 'x' || id",
    "delete from match_totals",
    "delete from match_terms",
    "drop table match_postings",
    "delete from match_terms; delete from match_postings; delete from match_pending;"
    " update match_totals set claims = 0, terms = 0",
]
COMMANDS = {
    "match": (["match", CLAIM], None),
    "match --file": (["match", "--file", "-", "--format", "ndjson"], f"{CLAIM}\n"),
    "check": (["check", "-"], f"{CLAIM}.\n"),
    "duplicates": (["duplicates"], None),
}


@pytest.fixture
def damaged(done, known):
    """Damages the match index of the desk, which has taken all claims in."""

    def damaged(sql):
        done("doctor", "--repair")
        conn = sqlite3.connect(known, isolation_level=None)
        conn.executescript(sql)
        conn.close()

    return damaged


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_index_names_its_remedy_and_the_remedy_helps(run, done, read, damaged, damage):
    damaged(damage)
    for name, (command, stdin) in COMMANDS.items():
        result = run(*command, stdin=stdin)
        assert (result.exit_code, "`claimtrack doctor --repair`" in result.stderr) == (1, True), name
        assert "Nothing" not in result.stderr
    assert run("doctor").exit_code == 1
    done("doctor", "--repair")
    assert read("match", CLAIM)[0]["claim_id"] == 1


@pytest.mark.parametrize(
    "damage", ["delete from match_terms where id > 1", "delete from match_postings where term_id > 1"]
)
def test_what_half_an_index_does_not_find_is_not_told_as_new(run, damaged, damage):
    damaged(damage)
    result = run("match", "Something else altogether")
    assert (result.exit_code, "Nothing" in result.stderr) == (1, False)


def test_claims_without_a_word_are_no_damage(done, run):
    done("add", "🙂🙂")
    done("doctor", "--repair")
    assert done("match", "Prices fell.").stderr == "No claim on the desk says this.\n"
    assert run("doctor").exit_code == 0


def test_match_reads_the_column_text_of_a_csv(run, done, tmp_path):
    done("add", "Rents in the capital rose by 12 percent last year")
    table = tmp_path / "claims.csv"
    table.write_text('id,text\n7,"Rents in the capital rose by 12 percent last year"\n', encoding="utf-8")
    [row] = [
        json.loads(line) for line in done("match", "--file", table, "--format", "ndjson").stdout.splitlines()
    ]
    assert row["id"] == "7"
    assert row["matches"][0]["suggestion"] == "duplicate"


# As `import csv` reads them: what the file is called, what is in it, why.
SHEETS = [
    ("a.csv", f"id;text\n7;{CLAIM}\n", "semicolons, as Excel writes them in much of Europe"),
    ("a.csv", f"sep=;\nid;text\n7;{CLAIM}\n", "the line that tells Excel the separator"),
    ("a.tsv", f"ID\tText \n7\t{CLAIM}\n", "tabs, and headers as people write them"),
    ("a.csv", f"id,Claim\n7,{CLAIM}\n", "a usual header for the words"),
    ("a.txt", f"id|text|who\n7|{CLAIM}|Ada\n", "a first line that names columns tells it, whatever the name"),
    ("a.csv", f'id,text\n\n7,"{CLAIM}"\n8,\n', "rows without a text are nothing to look up"),
]


@pytest.mark.parametrize(("name", "content", "reason"), SHEETS)
def test_a_sheet_is_read_as_import_csv_reads_it(read, known, tmp_path, name, content, reason):
    (tmp_path / name).write_text(content, encoding="utf-8")
    [row] = read("match", "--file", tmp_path / name)
    assert (row["id"], row["text"], row["matches"][0]["score"]) == ("7", CLAIM, 1), reason


def test_rows_without_a_text_are_told(done, known, tmp_path):
    sheet = tmp_path / "a.csv"
    sheet.write_text(f"id,text\n7,{CLAIM}\n8,\n9, \n")
    assert "no text in the column, so left out: lines 3, 4" in done("match", "--file", sheet).stderr
    sheet.write_text("id,text\n" + "8,\n" * 9)
    assert "lines 2, 3, 4, 5, 6 ...\n" in done("match", "--file", sheet).stderr


NOTHING = ['""', '" \\t "', "null"]


@pytest.mark.parametrize("nothing", NOTHING)
@pytest.mark.parametrize("form", ["{0}\n{1}\n{0}\n{1}\n", "[{0}, {1}, {0}, {1}]"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_objects_without_a_text_are_told_and_left_out(done, known, tmp_path, nothing, form, name):
    full, empty = json.dumps({"text": CLAIM}), f'{{"text": {nothing}, "id": 9}}'
    (tmp_path / name).write_text(form.format(full, empty))
    result = done("match", "--file", tmp_path / name, "--format", "ndjson")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [1, 3]
    what = "entries" if form.startswith("[") else "lines"
    assert result.stderr == f'{tmp_path / name}: no "text", so left out: {what} 2, 4\n'


@pytest.mark.parametrize("form", ["{}\n", "[{}]\n"])
def test_objects_may_hold_a_bare_tab_as_those_that_are_imported(read, known, tmp_path, form):
    (tmp_path / "a.jsonl").write_text(form.format('{"text": "Rents\trose"}'))
    assert [row["text"] for row in read("match", "--file", tmp_path / "a.jsonl")] == ["Rents\trose"]


def test_a_workbook_is_read(read, known, tmp_path):
    book = openpyxl.Workbook()
    for row in (["id", "text"], [7, CLAIM]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    assert [row["id"] for row in read("match", "--file", tmp_path / "a.xlsx")] == ["7"]


BROKEN = [
    (
        "a.csv",
        "id,heading\n7,Rents rose\n",
        'has no column "text", only id, heading:',
        "no column has the words",
    ),
    ("a.csv", "text\nRents, which rose\n", "line 2: 2 cells under 1 headers", "a comma that is in no quotes"),
    (
        "a.csv",
        'text\nfine\n"Rents rose\nfoo\n',
        "line 3: a quotation mark in this row is never closed",
        "the rest would be one claim",
    ),
    ("a.csv", f"text\n{'x' * 10_000_001}\n", "line 2: a cell has more than 10,000,000", "far too long"),
    (
        "a.jsonl",
        '{"text": "a"}\n{bad\n',
        'line 2 is not a JSON object with a "text":',
        "JSON Lines hold nothing else",
    ),
    ("a.jsonl", "bad\n", 'line 1 is not a JSON object with a "text":', "JSON Lines hold nothing else"),
    (
        "a.txt",
        '{"text": "a"}\n{bad\n',
        'line 2 is not a JSON object with a "text":',
        "among objects it is one that is broken",
    ),
    ("a.txt", '[{"text": "a"},\n{bad]\n', "line 2: Expecting", "an array that breaks off"),
    ("a.txt", "\0\1\2\3" * 99, "a.txt", "no text at all"),
]


@pytest.mark.parametrize(("name", "content", "told", "reason"), BROKEN)
def test_a_broken_file_is_refused_with_the_place_and_before_anything_is_printed(
    run, known, tmp_path, name, content, told, reason
):
    (tmp_path / name).write_text(content, encoding="utf-8")
    result = run("match", "--file", tmp_path / name, "--format", "ndjson")
    assert (result.exit_code, result.stdout, told in result.stderr) == (1, "", True), (reason, result.stderr)


@pytest.mark.parametrize("line", ["[Applause] Thank you", "[]Rents", "Send me a text, please", "{"])
def test_a_line_of_plain_text_may_begin_as_data_do(read, known, tmp_path, line):
    (tmp_path / "a.txt").write_text(f"{line}\nRents rose\n")
    assert [row["text"] for row in read("match", "--file", tmp_path / "a.txt")] == [line, "Rents rose"]


@pytest.mark.parametrize("header", ["text,text", "id,Text,text", "id\ttext\tid"])
def test_a_sheet_with_two_columns_of_one_header_is_refused(run, known, tmp_path, header):
    path = tmp_path / "lines.csv"
    path.write_text(f"{header}\na,b,c\n".replace(",", "\t" if "\t" in header else ","), encoding="utf-8")
    refused = run("match", "--file", path)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "2 columns are called '" in refused.stderr
    assert "rename the others" in refused.stderr


def test_a_sheet_of_what_a_file_matches_has_a_row_for_each_match_and_for_a_text_without_any(
    done, known, tmp_path
):
    done("add", CHANGED, "--on-duplicate", "new")
    path = tmp_path / "lines.txt"
    path.write_text(f"{REWORDED}\nThe bakers of Osk went on strike\n", encoding="utf-8")
    rows = list(csv.DictReader(done("match", "--file", path, "--format", "csv").stdout.splitlines()))
    assert [(row["id"], row["match_claim_id"], row["match_suggestion"]) for row in rows] == [
        ("1", "1", "duplicate"), ("1", "2", "conflict"), ("2", "", ""),
    ]  # fmt: skip
    assert rows[1]["match_text"] == CHANGED
    assert rows[2]["text"] == "The bakers of Osk went on strike"


@pytest.mark.parametrize("line", ['{"text": "Rents\\u0000 rose by a tenth"}\n', "Rents\0 rose by a tenth\n"])
def test_what_no_desk_can_hold_is_replaced_in_a_line_as_in_a_draft_and_told(run, known, tmp_path, line):
    (tmp_path / "a.txt").write_text(line, encoding="utf-8")
    result = run("match", "--file", tmp_path / "a.txt", "--format", "ndjson")
    assert json.loads(result.stdout)["text"] == "Rents\ufffd rose by a tenth"
    assert "a.txt: replaced 1 character that cannot be stored" in result.stderr


# ── a file with nothing to look up ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["texts.txt", "texts.csv", "texts.ndjson"])
@pytest.mark.parametrize("held", ["", "\n \n", "\ufeff"])
@pytest.mark.parametrize("form", ["table", "ndjson"])
def test_an_empty_file_is_told_as_other_commands_tell_it(run, tmp_path, name, held, form):
    (tmp_path / name).write_text(held, encoding="utf-8")
    refused = run("match", "--file", tmp_path / name, "--format", form)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"Error: {tmp_path / name} is empty: give a file with texts to look up\n"


@pytest.mark.parametrize(
    ("name", "held"), [("a.json", "[]"), ("a.csv", "id,text\n"), ("a.csv", "id,text\n1,\n")]
)
def test_a_file_without_a_text_is_told_to_have_none(done, tmp_path, name, held):
    (tmp_path / name).write_text(held, encoding="utf-8")
    looked_up = done("match", "--file", tmp_path / name, "--format", "ndjson")
    assert looked_up.stdout == ""
    assert looked_up.stderr.endswith(f"{tmp_path / name}: there is no text to look up\n")
