"""`judge` says why with --note, and `judge --file` reads a sheet of judgements and carries out all of them or none."""

import csv
import io

import pytest

from claimtrack.core.model import OnDuplicate
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.importing.conftest import workbook
from tests.tables import each_row

CLAIMS = (
    "The mayor of Malm sold the town park to a casino owner in May.",
    "In May the mayor of Malm sold the town park to the owner of a casino.",
    "Rents in Orm rose by 12 percent last year, the bank said.",
    "Rents in Orm rose by 13 percent last year, the bank said.",
)
HEAD = "a,b,judgement,note\n"


@pytest.fixture
def four(desk):
    for text in CLAIMS:
        add_claim(desk, NewClaim(text), actor="ada", on_duplicate=OnDuplicate.NEW)
    return desk


def stored_judgements(desk):
    return [
        tuple(row.values())
        for row in desk.query(
            "select left_id, right_id, judgement from matches where judgement != 'unjudged' order by 1, 2"
        )
    ]


def notes(desk):
    sql = "select claim_id, author, body from notes order by claim_id, id"
    return [tuple(row.values()) for row in desk.query(sql)]


def test_note_says_why_a_pair_was_judged_so_and_is_taken_back_with_it(run_ok, four):
    said = "Claims 1 and 2: same\n"
    assert run_ok("judge", 1, 2, "same", "--note", "By phone", actor="ada").stderr == said
    both = [(1, "ada", "Claim 2, same: By phone"), (2, "ada", "Claim 1, same: By phone")]
    assert notes(four) == both
    again = run_ok("judge", 2, 1, "same", "--note", "I asked, too", actor="ben").stderr
    assert again == "Claims 1 and 2: same, as ada had already judged; your note is on both\n"
    run_ok("judge", 1, 2, "unsure", "--note", "Which park?", actor="ada")
    run_ok("judge", 1, 3, "different", "--note", "Rents", actor="ada")
    run_ok("undo", 1, 3, actor="ada")
    assert ". The notes that said why are taken back, too" in run_ok("undo", 1, 2, actor="ada").stderr
    bens = [(1, "ben", "Claim 2, same: I asked, too"), (2, "ben", "Claim 1, same: I asked, too")]
    assert sorted(notes(four)) == sorted(both + bens)
    run_ok("undo", 1, 2, actor="ben")
    assert sorted(notes(four)) == sorted(both + bens)


def test_empty_note_says_nothing_and_one_beside_a_sheet_is_refused(run, run_ok, four):
    run_ok("judge", 1, 2, "same", "--note", "")
    assert "taken back" not in run_ok("undo", 1, 2).stderr
    refused = run("judge", "--file", "-", "--note", "By phone", stdin=f"{HEAD}2,1,same,\n")
    assert (refused.exit_code, notes(four)) == (2, [])
    assert "are in its column note" in refused.stderr


def test_sheet_of_judgements_is_carried_out_and_counted(run_ok, four):
    stderr = run_ok("judge", "--file", "-", stdin=f"{HEAD}2,1,same,by phone\n3,4,Different,\n1,3,,\n").stderr
    assert stderr == "Judged 2 pairs: 1 same, 1 different\n"
    assert stored_judgements(four) == [(1, 2, "same"), (3, 4, "different")]
    notes = four.query("select claim_id, body from notes order by claim_id")
    assert [tuple(row.values()) for row in notes] == [
        (1, "Claim 2, same: by phone"),
        (2, "Claim 1, same: by phone"),
    ]


def test_sheet_printed_by_duplicates_can_be_filled_in_and_read_back(run_ok, four):
    printed = list(csv.DictReader(io.StringIO(run_ok("duplicates", "--format", "csv").stdout, newline="")))
    assert {(row["left_id"], row["right_id"]) for row in printed} == {("1", "2"), ("3", "4")}
    printed[0] |= {"judgement": "s", "note": "by phone"}
    filled = io.StringIO(newline="")
    sheet = csv.DictWriter(filled, printed[0], delimiter=";")
    sheet.writeheader()
    sheet.writerows(printed)
    assert run_ok("judge", "--file", "-", stdin=filled.getvalue()).stderr == "Judged 1 pair: 1 same\n"
    assert stored_judgements(four) == [(int(printed[0]["left_id"]), int(printed[0]["right_id"]), "same")]


def test_sheet_with_a_claim_reworded_since_it_was_printed_is_refused(run, run_ok, four):
    sheet = run_ok("duplicates", "--format", "csv").stdout.replace(",,,", ",same,,")
    run_ok("edit", 1, "--text", CLAIMS[0].upper())
    assert run_ok("judge", "--file", "-", stdin=sheet).stderr.startswith("Judged 2 pairs: 2 same\n")
    run_ok("edit", 1, "--text", "The mayor of Malm sold the town hall.")
    result = run("judge", "--file", "-", stdin=sheet)
    assert result.exit_code == 1
    assert (
        "claim 1 now says “The mayor of Malm sold the town hall.”, but “The mayor of Malm sold the"
        in result.stderr
    )
    assert "no judgement was made: fix these lines" in result.stderr
    run_ok("edit", 1, "--text", CLAIMS[0])
    run_ok("edit", 2, "--text", "The casino paid for the park.")
    assert "claim 2 now says" in run("judge", "--file", "-", stdin=sheet).stderr


def test_sheet_read_twice_changes_nothing_and_repeats_no_note(run_ok, four):
    sheet = f"{HEAD}1,2,same,by phone\n"
    run_ok("judge", "--file", "-", stdin=sheet)
    assert "1 of these had already been judged that way" in run_ok("judge", "--file", "-", stdin=sheet).stderr
    assert four.execute("select count(*) from notes").fetchone() == (2,)


def test_sheet_reports_whose_judgement_it_replaced(run_ok, four):
    run_ok("judge", "1", "2", "different", actor="ben")
    stderr = run_ok("judge", "--file", "-", stdin=f"{HEAD}1,2,same,\n").stderr
    assert stderr == "Judged 1 pair: 1 same\nClaims 1 and 2: same (was different, as judged by ben)\n"


def test_doubtful_judgements_in_a_sheet_are_flagged_with_their_undo(run_ok, four):
    stderr = run_ok("judge", "--file", "-", stdin=f"{HEAD}3,4,same,\n1,3,same,\n").stderr
    assert "Warning: they differ in a fact (differs: 12 percent / 13 percent)" in stderr
    assert ". To take the judgement back: `claimtrack undo 3 4`" in stderr
    assert "have little in common" in stderr


BAD = [
    ("1,2,same\n1,3,perhaps", "line 3: unknown judgement 'perhaps'. Known: same, different, unsure", "an unknown word"),
    ("1,2,same\n1,99,same", "line 3: there is no claim 99", "an unknown claim"),
    ("1,2,same\n3,3,same", "line 3: a claim cannot be judged against itself", "a claim paired with itself"),
    ("1,2,same\n2,1,unsure", "line 3: claims 2 and 1 are judged already, in line 2", "the same pair twice"),
    ("1,2,same\n3,4,samey", "line 3: unknown judgement 'samey'", "more than a word or its letter"),
    ("1,2,same\nx,1,unsure", "line 3: not a claim id: 'x'", "not an id"),
]  # fmt: skip


@each_row(("rows", "message", "reason"), BAD)
def test_bad_line_is_named_and_nothing_is_judged(run, four, rows, message):
    result = run("judge", "--file", "-", stdin=f"a,b,judgement\n{rows}\n")
    assert result.exit_code == 1
    assert message in result.stderr
    assert "no judgement was made: fix these lines" in result.stderr
    assert stored_judgements(four) == []


def test_a_note_that_is_a_formula_without_its_value_is_refused(run, four, tmp_path):
    (tmp_path / "pairs.xlsx").write_bytes(workbook(["a", "b", "judgement", "note"], [1, 2, "same", "=A1"]))
    result = run("judge", "--file", tmp_path / "pairs.xlsx")
    assert "line 2: note is a formula, and the file does not contain its value" in result.stderr
    assert stored_judgements(four) == []


def test_unusable_arguments_of_judge_are_refused(run, four):
    assert "no column a and no column b" in run("judge", "--file", "-", stdin="x,judgement\n1,same\n").stderr
    assert "no column judgement" in run("judge", "--file", "-", stdin="a,b\n1,2\n").stderr
    assert "leave one out" in run("judge", 1, 2, "same", "--file", "-", stdin="a,b,judgement\n").stderr
    assert "nothing to judge" in run("judge").stderr
