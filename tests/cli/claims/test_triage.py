"""`claimtrack triage` takes decisions as keys at a terminal, and as keys or files through a pipe."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import claimtrack
from claimtrack.cli import cli
from claimtrack.cli.claims.triage_session import HELP, KEYS
from claimtrack.core.model import Article, Status
from claimtrack.importing.decisions import READ
from claimtrack.store import claims
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.editing import edit_claim
from tests.desks import file_article
from tests.suggestions import without_desk

COMMAND = [sys.executable, "-m", "claimtrack"]
UP = "\x1b[A"


@pytest.fixture
def run(untriaged, desk_path):
    def run(*args, keys=None):
        settings = ["--db", str(desk_path), "--actor", "bo"]
        return without_desk(CliRunner().invoke(cli, [*settings, "triage", *args], input=keys), desk_path)

    return run


def statuses(db):
    return [str(claims.get(db, claim_id).status) for claim_id in (1, 2, 3)]


def test_triage_documentation_covers_every_key_and_column():
    page = (Path(claimtrack.__file__).parents[1] / "docs" / "triage.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(.)` \|", page, re.MULTILINE)) == set(KEYS) - {HELP}
    assert {column for column in READ if f"`{column}`" not in page} == set()


# ── keys through a pipe ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("ara", ["open", "rejected", "open"]),
        # White space between keys decides nothing, and neither does the help key.
        ("a\n? r\n\ns", ["open", "rejected", "proposed"]),
        # The session ends with the pipe, and its decisions are kept.
        ("a", ["open", "proposed", "proposed"]),
        ("aqr", ["open", "proposed", "proposed"]),
        ("d2\n", ["parked", "proposed", "proposed"]),
        # What claim 1 repeats is rejected, and claim 1 with it.
        ("d\n2\nr", ["rejected", "rejected", "proposed"]),
        ("d2\nruu", ["proposed", "proposed", "proposed"]),
        ("aru", ["open", "proposed", "proposed"]),
        ("aruu", ["proposed", "proposed", "proposed"]),
        ("aruusr", ["proposed", "rejected", "proposed"]),
    ],
)
def test_piped_keys_decide_one_claim_after_another(run, untriaged, keys, expected):
    result = run(keys=keys)
    assert (result.exit_code, statuses(untriaged)) == (0, expected), result.output


@pytest.mark.parametrize(
    ("keys", "expected", "message"),
    [
        (
            "azr",
            ["open", "proposed", "proposed"],
            "at claim 2, key z: not a key; the keys are a, e, r, d, s, u, q, ?",
        ),
        ("ad99\nr", ["open", "proposed", "proposed"], "at claim 2, key d: there is no claim 99"),
        ("dx\nr", ["proposed"] * 3, "key d: not a claim id: 'x'"),
        (f"d{10**20}\nr", ["proposed"] * 3, "key d: not a claim id: '1000"),
        (f"d{'7' * 5_000}\nr", ["proposed"] * 3, "key d: not a claim id: '7777"),
        ("d\n\nr", ["proposed"] * 3, "key d: a duplicate needs the id"),
        # Both would be parked, and neither checked.
        (
            "d2\nd1\n",
            ["parked", "proposed", "proposed"],
            "claim 1 is already a duplicate of claim 2, so no claim would be left to check",
        ),
        ("ur", ["proposed"] * 3, "key u: there is nothing to undo"),
        # The pipe was cut: a missing or half an answer does not count.
        ("e", ["proposed"] * 3, "key e: the input ends in the middle of an answer"),
        ("e\nUnemployment fell by a third\n\n", ["proposed"] * 3, "key e: the input ends"),
        ("e\n\n\nfell by a", ["proposed"] * 3, "key e: the input ends"),
        ("ae\n\n", ["open", "proposed", "proposed"], "at claim 2, key e: the input ends"),
        ("d2", ["proposed"] * 3, "key d: the input ends"),
    ],
)
def test_invalid_piped_key_ends_the_session_before_the_next_key_decides(
    run, untriaged, keys, expected, message
):
    result = run(keys=keys)
    assert (result.exit_code, statuses(untriaged)) == (1, expected)
    assert message in result.stderr
    summary = {"open": "1 accepted", "parked": "1 marked as duplicates", "proposed": "Nothing was decided."}
    assert summary[expected[0]] in result.stderr


def test_unknown_article_is_refused(run):
    result = run("--article", "999")
    error = "Error: there is no article 999: see `claimtrack articles`"
    assert (result.exit_code, result.stderr) == (1, f"{error}\n")


def test_card_of_a_plain_file_shows_its_name_and_the_article_as_speaker(file_claims, desk, run):
    file_claims(
        desk,
        "Exports doubled.",
        (("Exports doubled", "outlet", 0.95),),
        outlet=None,
        source="notes/brief.txt",
    )
    shown = run("--limit", "1", keys="q").output
    assert "· the article itself · outlet · score 0.95" in shown
    assert "\n  notes/brief.txt · 2024-04-22\n" in shown


def test_speaker_of_an_unattributed_article_has_one_name_in_every_table(desk_path, desk, tmp_path):
    article = tmp_path / "brief.txt"
    article.write_text("The yard has lost 400 jobs since 2019 and will close in May.")
    for command in (
        ["ingest", "--dry-run", str(article)],
        ["ingest", str(article)],
        ["list"],
        ["search", "yard"],
    ):
        shown = CliRunner().invoke(cli, ["--db", str(desk_path), *command]).stdout
        assert "the article itself" in shown, command


def test_edit_asks_for_text_speaker_and_quote_and_keeps_what_is_left_empty(run, untriaged):
    result = run(keys="e\nUnemployment fell by a third\n\nfell by a third\nq")
    claim = claims.get(untriaged, 1)
    assert (claim.text, claim.claimant, str(claim.status)) == (
        "Unemployment fell by a third",
        "Ada Miller",
        "open",
    )
    assert untriaged.execute("select quote from appearances where claim_id = 1").fetchone() == (
        "fell by a third",
    )
    assert "1 edited and accepted" in result.stderr


def test_card_shows_sentence_speaker_score_reasons_and_article(run):
    card = run(keys="q").stdout
    assert "▸Unemployment fell by a third in the last two years of my time in office◂" in card
    for shown in (
        "[1 of 3]",
        "Ada Miller",
        "direct",
        "score 0.90",
        "why: a number: +4",
        "\n  The Daily, 2024-04-22\n",  # the date is part of the article's name, so it is not repeated
    ):
        assert shown in card


def test_card_shows_the_weightiest_reasons_and_help_shows_them_all(run, untriaged):
    reasons = [f"reason {points}: {points:+d}" for points in range(-9, 10) if points]
    untriaged.execute("update appearances set reasons = ? where claim_id = 1", [json.dumps(reasons)])
    untriaged.conn.commit()
    shown = run(keys="q").stdout
    assert "why: reason -9: -9; reason 9: +9; reason -8: -8; " in shown
    assert "; 13 more: ?\n" in shown
    everything = run(keys="?q").stderr
    assert [line for line in everything.splitlines() if "why" in line] == [
        f"  why: {reason}" for reason in reasons
    ]


@pytest.mark.parametrize("shift", range(5))
def test_card_marks_cut_context_between_whole_words(run, desk, shift):
    claim = "Rents in Norbridge fell by 40 per cent in 2023."
    text = f"{'Who? ' * 60}Wh{'o' * shift}? {claim} Wh{'o' * shift}? {'Who? ' * 60}"
    filed = ingest_article(desk, Article(text), actor="ada").article_id
    [line] = [line for line in run("--article", filed, keys="q").stdout.splitlines() if "▸" in line]
    before, after = line.strip().split(f"▸{claim}◂")
    assert before.startswith("…Who? ")
    assert after.endswith(" Who?…")


def test_card_shows_the_claim_in_the_context_of_its_article(run, file_claims, desk):
    text = "Prices? “They fell by half in a year,” she said."
    file_claims(desk, text, (("They fell by half in a year", "Ada Miller", 0.95),), source="a.txt")
    # No ellipsis where the article itself begins and ends.
    assert "\n  Prices? “▸They fell by half in a year◂,” she said.\n" in run("--limit", "1", keys="q").stdout


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_card_separates_a_heading_from_the_first_sentence(run, desk, between):
    words = "Ferry fares rose by 12 percent in 2023, Ada Moor said.\n\nThe valley has no bank now."
    filed = ingest_article(desk, Article(f"Harbour town loses its bank{between}{words}"), actor="ada")
    [line] = [
        text for text in run("--article", filed.article_id, keys="q").stdout.splitlines() if "▸" in text
    ]
    claim = "▸Ferry fares rose by 12 percent in 2023◂"
    assert line == f"  Harbour town loses its bank ¶ {claim}, Ada Moor said. ¶ The valley has no bank now."


def test_card_of_a_suggested_pair_shows_what_differs(run, untriaged, desk_path):
    CliRunner().invoke(
        cli, ["--db", str(desk_path), "add", "The city spent 50 million crowns on the new bridge"]
    )
    card = run("--min-score", "0.5", keys="sq").stdout
    assert "conflict" in card
    assert "40 million / 50 million" in card or "50 million / 40 million" in card


def test_summary_goes_to_standard_error(run):
    result = run(keys="ar")
    assert "1 accepted, 1 rejected" in result.stderr
    assert "1 accepted" not in result.stdout


def test_empty_queue_is_not_an_error(run):
    run(keys="rrr")
    for options in ([], ["--list"], ["--flag", "fragment"]):
        result = run(*options, keys="")
        assert (result.exit_code, result.stderr) == (0, "No claims are waiting for triage.\n")


def test_program_that_asks_for_json_gets_no_keyboard_session(run):
    result = run("--format", "json", keys="a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--format json is for --list or --decisions: add one of them" in result.stderr


def test_filtered_queue_without_claims_is_not_reported_as_an_empty_queue(run):
    for options in (["--flag", "fragment"], ["--list", "--flag", "fragment"], ["--list", "--min-score", "1"]):
        result = run(*options, keys="")
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr.startswith("No claims like this are waiting for triage.")
        assert ("No claim has the flag 'fragment'. Available: " in result.stderr) == ("--flag" in options)


def test_escape_sequences_in_a_claim_do_not_reach_the_terminal(run, untriaged):
    untriaged.execute("update claims set text = 'red \x1b[31m alert' where id = 3")
    assert "\x1b[31m" not in run(keys="ssq").stdout


# ── the queue as a file, and back ───────────────────────────────────────────────────────────────


def test_listed_queue_ends_with_how_many_wait_and_how_to_decide(run, untriaged):
    waiting = len(json.loads(run("--list", "--format", "json").stdout))
    whole, part = run("--list").stderr, run("--list", "--limit", "1").stderr
    assert whole.startswith(f"{waiting} claims are waiting for triage.\nTo decide: `claimtrack triage`.")
    assert f"{waiting} claims are waiting for triage: --limit shows the first 1.\n" in part
    assert run("--list", "--format", "csv").stderr.endswith("`claimtrack triage --decisions FILE`\n")


def test_listed_queue_with_decisions_filled_in_can_be_read_back(run, untriaged, tmp_path):
    listed = list(csv.DictReader(io.StringIO(run("--list", "--format", "csv").stdout)))
    assert [row["id"] for row in listed] == ["1", "2", "3"]
    listed[0] |= {"decision": "accept", "text": "Unemployment fell by a third"}
    listed[1] |= {"decision": "reject"}
    path = tmp_path / "queue.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(listed[0]))
        writer.writeheader()
        writer.writerows(listed)
    assert run("--decisions", str(path)).exit_code == 0
    assert statuses(untriaged) == ["open", "rejected", "proposed"]
    assert claims.get(untriaged, 1).text == "Unemployment fell by a third"


@pytest.mark.parametrize(
    ("decision", "column", "told"),
    [("duplicate", "speaker", True), ("skip", "text", True), ("duplicate", "note", False), ("accept", "speaker", False)],
)  # fmt: skip
def test_words_that_a_decision_does_not_take_are_named(run, decision, column, told):
    """They used to be dropped without a word."""
    listed = csv.DictReader(io.StringIO(run("--list", "--format", "csv").stdout))
    [row] = [one for one in listed if one["id"] == "2"]
    row |= {"decision": decision, "other": "1" if decision == "duplicate" else "", column: "Cyd Orr"}
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, row)
    writer.writeheader()
    writer.writerow(row)
    result = run("--decisions", "-", keys=sheet.getvalue())
    assert (result.exit_code, "those of claim 2 were left out" in result.stderr) == (0, told)


@pytest.mark.parametrize(
    ("decision", "version"),
    [("reject", "as here"), ("reject", "later"), ("accept", "later"), ("edit", "later")],
)
def test_decisions_on_the_queue_of_another_desk_are_refused(run, decision, version):
    """It used to reject the claims that have the same numbers here."""
    listed = csv.DictReader(io.StringIO(run("--list", "--format", "csv").stdout))
    [row] = [one for one in listed if one["id"] == "1"]
    row |= {"decision": decision, "quote": ""}
    row |= {"version": "9999"} if version == "later" else {"text": "The pier was closed for nine weeks"}
    sheet = io.StringIO()
    writer = csv.DictWriter(sheet, row)
    writer.writeheader()
    writer.writerow(row)
    result = run("--decisions", "-", keys=sheet.getvalue())
    assert (result.exit_code, "printed by another desk" in result.stderr) == (1, True)


def test_decisions_are_read_from_standard_input_and_their_outcome_is_json(run):
    result = run("--decisions", "-", "--format", "json", keys="id,decision\n1,accept\n2,reject\n")
    assert json.loads(result.stdout) == [
        {"id": 1, "decision": "accept", "status": "open"},
        {"id": 2, "decision": "reject", "status": "rejected"},
    ]


def test_bad_line_rejects_the_whole_file_and_is_named(run, untriaged):
    result = run("--decisions", "-", keys="id,decision\n1,accept\n99,accept\nx,reject\n")
    assert (result.exit_code, statuses(untriaged)) == (1, ["proposed"] * 3)
    assert "line 3: there is no claim 99" in result.stderr
    assert "line 4: not a claim id: 'x'\nnothing was decided" in result.stderr


def test_decision_file_may_be_in_any_encoding_that_spreadsheets_write(run, untriaged, tmp_path):
    path = tmp_path / "queue.csv"
    for claim_id, encoding in ((1, "utf-16"), (2, "utf-8-sig"), (3, "utf-8")):
        path.write_bytes(f"id;decision;speaker\r\n{claim_id};accept;José\r\n".encode(encoding))
        assert run("--decisions", str(path)).exit_code == 0
    assert [claims.get(untriaged, number).claimant for number in (1, 2, 3)] == ["José"] * 3


GUESSED = [
    # Nothing marks Windows-1250 and KOI8-R: a guess takes the one for a Western encoding, the other for a Japanese one.
    ("cp1250", "1,accept,,Paweł Łącki,"),
    ("koi8-r", "1,accept,,Анна Петрова,"),
    ("cp1252", "1,edit,Café prices fell,,"),
    ("cp1252", "1,reject,,,naïve"),
]


@pytest.mark.parametrize(("encoding", "row"), GUESSED)
def test_text_read_with_a_guessed_encoding_is_not_written_to_the_desk(
    run, untriaged, tmp_path, encoding, row
):
    path = tmp_path / "queue.csv"
    path.write_bytes(f"id,decision,text,speaker,note\n2,reject,,,\n{row}\n".encode(encoding))
    result = run("--decisions", str(path))
    assert (result.exit_code, statuses(untriaged)) == (1, ["proposed"] * 3)
    assert "line 3: " in result.stderr
    assert "may be misread, because the encoding of the" in result.stderr


def test_damaged_utf8_is_not_written_to_the_desk(run, untriaged, tmp_path):
    path = tmp_path / "queue.csv"
    path.write_bytes(
        "id,decision,speaker\n1,accept,José\n2,accept,Zoë\n".encode().replace(b"\xc3\xab", b"\xeb")
    )
    result = run("--decisions", str(path))
    assert (result.exit_code, statuses(untriaged)) == (1, ["proposed"] * 3)


def test_unchanged_cells_in_a_guessed_encoding_are_accepted(run, untriaged, tmp_path):
    """Excel saves the whole queue in the code page of its country, although most cells were not edited."""
    claims.update(untriaged, 1, text="Café prices fell")
    path = tmp_path / "queue.csv"
    rows = "1,accept,Café prices fell\n2,reject,El Niño\n3,edit,Rents fell by half\n"
    path.write_bytes(f"id,decision,text\n{rows}".encode("cp1252"))
    result = run("--decisions", str(path))
    assert (result.exit_code, statuses(untriaged)) == (0, ["open", "rejected", "open"]), result.stderr
    assert "queue.csv: encoding guessed as windows-1252" in result.stderr


def test_unclosed_quotation_mark_does_not_swallow_later_decisions(run, untriaged):
    result = run("--decisions", "-", keys='id,decision,text\n1,accept,"Rents rose\n2,reject,\n3,accept,\n')
    assert (result.exit_code, statuses(untriaged)) == (1, ["proposed"] * 3)
    assert "standard input, line 2: a quotation mark in this row is never closed" in result.stderr


def test_listed_queue_escapes_formulas_and_reads_them_back_unchanged(run, untriaged):
    claims.update(untriaged, 1, text="-5 percent was the growth, and +7 before")
    claims.update(untriaged, 2, text="'=1+1 was on the board")
    listed = run("--list", "--format", "csv").stdout
    texts = {row["id"]: row["text"] for row in csv.DictReader(io.StringIO(listed))}
    assert (texts["1"][:3], texts["2"][:3]) == ("'-5", "''=")
    assert run("--decisions", "-", keys=re.sub(r"(?m)^(\d),,", r"\1,accept,", listed)).exit_code == 0
    assert statuses(untriaged) == ["open"] * 3
    assert [claims.get(untriaged, claim_id).text for claim_id in (1, 2)] == [
        "-5 percent was the growth, and +7 before",
        "'=1+1 was on the board",
    ]


def test_outcome_gives_the_final_status_of_each_claim_and_of_its_duplicates(run, untriaged):
    assert run(keys="d2\nq").exit_code == 0
    rows = "id,decision,other\n3,duplicate,2\n2,reject,\n"
    result = run("--decisions", "-", "--format", "json", keys=rows)
    assert {row["id"]: row["status"] for row in json.loads(result.stdout)} == {3: "rejected", 2: "rejected"}
    assert "Also rejected, as duplicates of claim 2: 1\n" in result.stderr


def test_decision_keeps_the_wording_edited_since_the_queue_was_printed(run, untriaged):
    listed = run("--list", "--format", "csv").stdout
    edit_claim(untriaged, 1, text="Rents tripled.", claimant="Zed Orr", actor="ada")
    assert run("--decisions", "-", keys=re.sub(r"(?m)^(\d),,", r"\1,accept,", listed)).exit_code == 0
    kept = claims.get(untriaged, 1)
    assert (kept.text, kept.claimant, kept.status) == ("Rents tripled.", "Zed Orr", Status.OPEN)


def test_wording_changed_both_in_the_sheet_and_on_the_desk_is_refused(run, untriaged):
    rows = list(csv.DictReader(io.StringIO(run("--list", "--format", "csv").stdout)))
    [row] = [row for row in rows if row["id"] == "1"]
    edit_claim(untriaged, 1, text="Rents tripled.", actor="ada")
    filled = io.StringIO()
    sheet = csv.DictWriter(filled, row)
    sheet.writeheader()
    sheet.writerow(row | {"decision": "accept", "text": "Rents rose fourfold."})
    result = run("--decisions", "-", keys=filled.getvalue())
    assert result.exit_code == 1
    assert (
        "line 2: claim 1, text: changed to “Rents tripled.” on the desk since the sheet was" in result.stderr
    )
    assert statuses(untriaged)[0] == "proposed"


def test_list_and_decisions_exclude_each_other(run):
    assert run("--list", "--decisions", "-", keys="id,decision\n").exit_code == 2


# ── a real terminal ─────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def terminal(untriaged, terminal_of):
    """The command at a pseudo-terminal of its own."""
    return terminal_of("--actor", "bo", "triage", size=(50, 200))


def test_key_decides_without_enter_at_a_terminal(terminal, untriaged):
    for place, key in (("1 of 3", "a"), ("2 of 3", "r"), ("3 of 3", "s")):
        terminal.expect_exact(f"[{place}]")
        terminal.expect_exact("? help")
        terminal.send(key)
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["open", "rejected", "proposed"]


@pytest.mark.parametrize(
    ("name", "value", "start"),
    [
        ("TERM", "xterm", "\x1b[1m\x1b[4m"),
        ("TERM", "dumb", ""),  # what reads it aloud, or Emacs, would say the codes
        ("NO_COLOR", "1", ""),
    ],
)
def test_claim_is_highlighted_at_a_terminal_that_shows_it(
    terminal_of, untriaged, monkeypatch, name, value, start
):
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv(name, value)
    terminal = terminal_of("--actor", "bo", "triage", size=(50, 200))
    terminal.expect_exact("▸Unemployment fell")
    assert terminal.before.endswith(start)
    terminal.expect_exact("? help")
    assert ("\x1b[" in terminal.before) == bool(start)
    terminal.send("q")
    assert terminal.ended()[1] == 0


@pytest.mark.parametrize("keys", ["", "e"], ids=["at a claim", "at an answer"])
def test_session_that_is_told_to_end_keeps_what_is_decided_and_gives_the_terminal_back(
    terminal, untriaged, keys
):
    """`kill` left the terminal without an echo; Ctrl-C at an answer only goes back to the claim."""
    terminal.expect_exact("? help")
    terminal.send("a")
    terminal.expect_exact("[2 of 3]")
    terminal.expect_exact("? help")
    if keys:
        terminal.send(keys)
        terminal.expect("Claim: ")
        time.sleep(0.3)  # Python notices a signal only once it waits for keys
    os.kill(terminal.process.pid, signal.SIGTERM)
    told, _ = terminal.ended()
    assert "1 accepted" in told
    assert terminal.awaits_a_line()
    assert statuses(untriaged) == ["open", "proposed", "proposed"]


def test_undo_brings_the_last_claim_back_at_a_terminal(terminal, untriaged):
    terminal.expect_exact("? help")
    terminal.send("a")
    terminal.expect_exact("[2 of 3]")
    terminal.send("u")
    terminal.expect_exact("claim 1: accept undone")
    terminal.expect_exact("[1 of 3]")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["proposed"] * 3


def test_undo_skips_a_claim_that_somebody_else_decided_meanwhile(terminal, untriaged):
    terminal.expect_exact("? help")
    claims.set_status(untriaged, 2, Status.OPEN)
    terminal.send("a")
    terminal.expect_exact("claim 2 is already open")
    terminal.expect_exact("[3 of 3]")
    terminal.expect_exact("? help")
    terminal.send("u")
    terminal.expect_exact("claim 1: accept undone")
    terminal.expect_exact("[1 of 3]")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["proposed", "open", "proposed"]


def test_claim_decided_by_somebody_else_while_shown_can_be_skipped(terminal, untriaged):
    terminal.expect_exact("? help")
    claims.set_status(untriaged, 1, Status.REJECTED)
    terminal.send("a")
    terminal.expect_exact("claim 1 is already rejected")
    terminal.expect_exact("; press s for the next claim")
    terminal.send("s")
    terminal.expect_exact("[2 of 3]")
    terminal.expect_exact("? help")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["rejected", "proposed", "proposed"]


def test_a_claim_that_somebody_else_rewords_while_it_is_shown_is_shown_again(terminal, untriaged):
    """What was offered for editing, the former words, used to overwrite the new ones."""
    terminal.expect_exact("? help")
    terminal.send("e")
    for prompt in ("Claim: .*office", "Speaker.*Miller", "Quote.*office"):
        terminal.expect(prompt)
        if prompt.startswith("Claim"):
            edit_claim(untriaged, 1, text="Fewer people look for work", actor="ada")
        terminal.send("\r")
    terminal.expect_exact("meanwhile ada changed the text from")
    terminal.expect_exact("Decide on what it says now")
    terminal.expect_exact("[1 of 3]")
    terminal.expect_exact("Fewer people look for work")
    terminal.expect_exact("? help")
    terminal.send("a")
    terminal.expect_exact("[2 of 3]")
    terminal.expect_exact("? help")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert (claims.get(untriaged, 1).text, statuses(untriaged)[0]) == ("Fewer people look for work", "open")


def test_words_typed_while_somebody_else_rewords_the_claim_are_shown_and_offered_again(terminal, untriaged):
    """Only what was typed: what was offered beside it are the former words."""
    terminal.expect_exact("? help")
    terminal.send("e")
    terminal.expect("Claim: .*office")
    edit_claim(untriaged, 1, text="Fewer people look for work", claimant="Dan Cole", actor="ada")
    for prompt, typed in ((None, "Jobs are scarce"), ("Speaker.*Miller", None), ("Quote.*office", None)):
        if prompt:
            terminal.expect(prompt)
        terminal.send(f"\x15{typed}\r" if typed else "\r")
    terminal.expect_exact("meanwhile ada changed the text from")
    terminal.expect_exact("You typed Claim: Jobs are scarce. The key e offers it again")
    terminal.expect_exact("? help")
    terminal.send("e")
    for prompt in ("Claim: Jobs are scarce", "Speaker.*Dan Cole", "Quote.*office"):
        terminal.expect(prompt)
        terminal.send("\r")
    terminal.expect_exact("claim 1: edit, now open")
    terminal.expect_exact("[2 of 3]")
    terminal.send("e")
    terminal.expect("Claim: (?!Jobs)")
    terminal.send("\x03")
    terminal.expect_exact("nothing decided")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    edited = claims.get(untriaged, 1)
    assert (edited.text, edited.claimant) == ("Jobs are scarce", "Dan Cole")


def test_typed_answers_are_offered_again_after_an_error(terminal, untriaged):
    terminal.expect_exact("? help")
    terminal.send("e")
    for prompt, typed in (
        ("Claim: .*office", "Jobs are scarce"),
        ("Speaker.*Miller", "Ben Cole"),
        ("Quote.*office", "no"),
    ):
        terminal.expect(prompt)
        terminal.send(f"\x15{typed}\r")
    terminal.expect_exact("the article does not contain these words: 'no'. Copy them from the article")
    terminal.send("e")
    for prompt in ("Claim: Jobs are scarce", "Speaker.*Ben Cole"):
        terminal.expect(prompt)
        terminal.send("\r")
    terminal.expect("Quote.*no")
    terminal.send("\x15Unemployment fell by a third\r")
    terminal.expect_exact("claim 1: edit, now open")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert (claims.get(untriaged, 1).text, claims.get(untriaged, 1).claimant) == (
        "Jobs are scarce",
        "Ben Cole",
    )


def test_edit_starts_from_the_present_text_speaker_and_quote(terminal, untriaged):
    terminal.expect_exact("? help")
    terminal.send("e")
    terminal.expect("Claim: .*time in office")
    terminal.send("\x15Jobs are scarce\r")  # Ctrl-U clears the line
    terminal.expect("Speaker.*Ada Miller")
    terminal.send(" of Brno\r")
    terminal.expect("Quote.*time in office")
    terminal.send("\r")
    terminal.expect_exact("claim 1: edit, now open")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    claim = claims.get(untriaged, 1)
    assert (claim.text, claim.claimant) == ("Jobs are scarce", "Ada Miller of Brno")


def test_keys_typed_ahead_are_not_lost(terminal, untriaged):
    terminal.expect_exact("? help")
    terminal.send("d2\rr")
    terminal.expect_exact("claim 2: reject")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["rejected", "rejected", "proposed"]


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("", 1),
        ("3", 3),  # not 13, after a 1 that is already there
    ],
)
def test_likeliest_claim_is_offered_and_a_number_typed_takes_its_place(untriaged, terminal_of, typed, other):
    said = "Unemployment fell by a third in my last two years in office"
    file_article(untriaged, f"{said}, she told the council.", [(said, "Ada Miller", 0.95)], source="council")
    terminal = terminal_of("--actor", "bo", "triage", size=(50, 200))
    terminal.expect_exact("? help")
    terminal.send("d")
    terminal.expect_exact("Duplicate of claim [1]: ")
    terminal.send(f"{typed}\r")
    terminal.expect_exact(f"claim 4: duplicate of claim {other}, now parked")
    terminal.send("q")
    assert terminal.ended()[1] == 0


@pytest.mark.parametrize(("key", "name"), [(UP, "An arrow or other special key"), ("x", "'x'"), ("é", "'é'")])
def test_unknown_key_is_reported_and_decides_nothing(terminal, untriaged, key, name):
    terminal.expect_exact("? help")
    terminal.send(key)
    terminal.expect_exact(name)
    terminal.expect_exact("does nothing here; the keys are a e r d s u q ?")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["proposed"] * 3


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_control_c_and_control_d_quit_and_keep_the_decisions_made(terminal, untriaged, key):
    terminal.expect_exact("? help")
    terminal.send("a")
    terminal.expect_exact("[2 of 3]")
    terminal.expect_exact("? help")
    terminal.send(key)
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["open", "proposed", "proposed"]


@pytest.mark.parametrize("key", ["d", "e"])
def test_control_c_at_a_question_returns_to_the_claim(terminal, untriaged, key):
    terminal.expect_exact("? help")
    terminal.send(key)
    terminal.expect("Duplicate of claim|Claim: .*office")
    terminal.send("\x03")
    terminal.expect_exact("claim 1: nothing decided")
    terminal.send("r")
    terminal.expect_exact("claim 1: reject")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["rejected", "proposed", "proposed"]


def test_cleared_answer_is_refused(terminal, untriaged):
    terminal.expect_exact("? help")
    terminal.send("e")
    terminal.expect("Claim: .*time in office")
    terminal.send("\x15\r")
    for _ in range(2):
        terminal.expect("Speaker|Quote")
        terminal.send("\r")
    terminal.expect_exact("the claim is empty")
    terminal.send("q")
    assert terminal.ended()[1] == 0
    assert statuses(untriaged) == ["proposed"] * 3


def test_piped_keys_reach_a_separate_process(untriaged, desk_path):
    ended = subprocess.run(
        [*COMMAND, "--db", desk_path, "triage"],
        input="ar",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (ended.returncode, statuses(untriaged)) == (0, ["open", "rejected", "proposed"]), ended.stderr


def test_help_key_explains_the_flags_of_a_claim(desk_path, tmp_path):
    page = tmp_path / "page.txt"
    page.write_text("The study, Ada Moor said, cost $4m.\n")
    CliRunner().invoke(cli, ["--db", str(desk_path), "ingest", str(page)])
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "triage"], input="? q")
    assert "flags: mixed_voices" in result.output
    assert "flag: mixed_voices: may include who says it" in result.output
