"""`claimtrack check`: which claims of the desk a draft repeats, what is printed where, and the exit codes."""

import json

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.reviews import reviewing

KNOWN = "Unemployment in the capital fell by 12 percent in the last two years"


@pytest.fixture
def run(desk, desk_path):
    add_claim(desk, NewClaim(KNOWN), actor="ada")
    desk.execute("insert into rating_scales (name, worst, best) values ('Two', 1, 2)")
    desk.execute("insert into ratings (scale_id, name, position, value) values (1, 'Wrong', 2, 1)")
    desk.execute("insert into publishers (name) values ('Another desk')")
    desk.execute(
        "insert into reviews (claim_id, publisher_id, origin, rating_id, url, reviewed_on, status)"
        " values (1, 1, 'imported', 1, 'https://other.example', '2024-05-01', 'published')"
    )

    def run(*args, draft=None):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "check", *args], input=draft)

    return run


@pytest.mark.parametrize(
    ("draft", "args", "code"),
    [
        (f"{KNOWN}.", [], 0),
        (f"{KNOWN}.", ["--strict"], 1),
        # With a fact changed it is another claim: shown, but not a failure.
        (f"{KNOWN.replace('12', '42')}.", ["--strict"], 0),
        ("The mayor opened a bridge.", ["--strict"], 0),
        # Whoever debunks a claim repeats its words.
        (f"The claim that “{KNOWN}” is false.", ["--strict"], 0),
        (f"“{KNOWN},” the mayor said. That is wrong.", ["--strict"], 0),
        (f"“{KNOWN},” the mayor said. He was wrong.", ["--strict"], 0),
        (f"Claim: {KNOWN}. Verdict: False.", ["--strict"], 0),
        (f"There is no doubt that {KNOWN.lower()}.", ["--strict"], 1),
        (f"Make no mistake: {KNOWN.lower()}.", ["--strict"], 1),
        (f"Is it true that {KNOWN[0].lower()}{KNOWN[1:]}?", ["--strict"], 0),
        (f"The claim that “{KNOWN}” is false. Yet {KNOWN[0].lower()}{KNOWN[1:]}.", ["--strict"], 1),
    ],
)
def test_strict_fails_only_when_the_draft_repeats_a_claim_rated_false(run, draft, args, code):
    assert run("-", *args, draft=draft).exit_code == code


def test_withdrawn_verdict_and_status_of_a_claim_are_shown(desk, desk_path):
    words = "The ferry to Halvern Island sank twice in the storms of last November"
    CliRunner().invoke(cli, ["--db", str(desk_path), "init", "--name", "The Fact Desk"])
    add_claim(desk, NewClaim(words), actor="ada")
    number = reviewing.draft(desk, 1, rating="False", scale="Four-step scale", summary="Once.", actor="rob")
    reviewing.submit(desk, number, actor="rob")
    reviewing.withdraw(desk, number, note="Not yet.", actor="rob")
    number = reviewing.draft(desk, 1, rating="True", scale="Four-step scale", summary="Twice.", actor="rob")
    reviewing.submit(desk, number, actor="rob")
    reviewing.approve(desk, number, actor="eve")
    reviewing.publish(desk, number, url="https://daily.example/1", reviewed_on="2025-03-01", actor="eve")

    def check(*args):
        return (
            CliRunner().invoke(cli, ["--db", str(desk_path), "check", "-", *args], input=f"{words}.").stdout
        )

    assert "published  True " in check()
    reviewing.withdraw(desk, number, note="We had counted another ferry.", actor="eve")
    assert "checking  True, withdrawn" in check()
    [row] = json.loads(check("--format", "json"))
    assert (row["rating"], row["withdrawn"], row["status"]) == (None, "True", "checking")


def test_claim_called_false_or_asked_about_is_not_counted_as_a_repeat(run):
    draft = f"The claim that “{KNOWN}” is false.\n\n“{KNOWN}?”\n\n{KNOWN}.\n"
    result = run("-", draft=draft)
    heading, _, *rows = result.stdout.splitlines()
    assert "framed" in heading
    assert [("called false" in row, "asked" in row) for row in rows] == [
        (True, False),
        (False, True),
        (False, False),
    ]
    assert result.stderr.splitlines() == [
        "In the draft: 1 repeating a claim, 1 calling a claim false, 1 asking about one. 3 of them match a claim with a verdict.",
        f"Line 1 calls claim 1 (rated Wrong by Another desk) false, so it is not counted as a repeat: {KNOWN}",
        f"Line 3 asks about claim 1 (rated Wrong by Another desk), so it is not counted as a repeat: {KNOWN}",
        f"Line 5 repeats claim 1, which is rated Wrong by Another desk: {KNOWN}",
    ]
    reported = json.loads(run("-", "--format", "json", draft=draft).stdout)
    assert [row["framing"] for row in reported] == ["called_false", "asked", "asserted"]


def test_strict_fails_when_another_claimant_has_the_same_words_on_file(run, desk):
    add_claim(desk, NewClaim("Fares doubled", "Bob Rae"), actor="ada")
    repeat = add_claim(desk, NewClaim("Fares doubled", "Ann Lee"), actor="ada").claim_id
    desk.execute("update reviews set claim_id = ?", [repeat])
    result = run("-", "--strict", draft="Fares doubled.")
    assert (
        result.exit_code,
        f"repeats claim {repeat}, which is rated Wrong by Another desk" in result.stderr,
    ) == (
        1,
        True,
    )


def test_check_json_has_sentence_claim_rating_and_suggestion(run):
    [row] = json.loads(run("-", "--format", "json", draft=f"{KNOWN}.").stdout)
    expected = {
        "sentence": KNOWN,
        "claim_id": 1,
        "rating": "Wrong",
        "rated_false": True,
        "suggestion": "duplicate",
    }
    assert {key: row[key].rstrip(".") if key == "sentence" else row[key] for key in expected} == expected


def test_check_table_shows_the_text_of_the_claim(run):
    head, _, row = run("-", draft=f"{KNOWN.replace('12', '42')}.").stdout.splitlines()
    assert head.split()[:5] == ["line", "sentence", "is", "claim", "says"]
    assert KNOWN in row


@pytest.mark.parametrize("output_format", ["csv", "ndjson"])
def test_check_csv_and_ndjson_have_the_text_of_the_claim(run, output_format):
    assert run("-", "--format", output_format, draft=f"{KNOWN.replace('12', '42')}.").stdout.count(KNOWN) == 1


def test_number_of_matching_sentences_is_printed_on_standard_error(run):
    result = run("-", "--format", "json", draft=f"{KNOWN}. It rained. {KNOWN.replace('12', '42')}.")
    assert result.stderr.startswith(
        "In the draft: 1 repeating a claim, 1 with a fact changed. 2 of them match a claim with a verdict.\n"
    )


def test_a_sentence_with_two_lines_is_counted_once_by_the_claim_that_it_repeats(run, desk):
    add_claim(desk, NewClaim(other := KNOWN.replace("12", "42")), actor="ada")
    result = run("-", "--format", "json", draft=f"{other}.")
    assert [row["suggestion"] for row in json.loads(result.stdout)] == ["duplicate", "conflict"]
    assert result.stderr == "In the draft: 1 repeating a claim. 1 of them matches a claim with a verdict.\n"


def test_html_draft_is_read_as_a_page(run, tmp_path):
    page = tmp_path / "draft.html"
    paragraphs = "".join(
        f"<p>{text}</p>" for text in (f"{KNOWN}.", "The mayor opened a bridge on Friday. " * 9)
    )
    page.write_text(
        f"<html><body><article><h1>Draft</h1>{paragraphs}</article></body></html>", encoding="utf-8"
    )
    [row] = json.loads(run(str(page), "--format", "json").stdout)
    assert row["claim_id"] == 1


def test_missing_draft_is_reported_in_one_line(run):
    result = run("nowhere.txt")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


# ── lines, table cells and footnotes ────────────────────────────────────────────────────────────

NOTE, CELL = "The dam cost 3 billion euros", "Turnout was 61 percent"
FILLING = "The mayor opened a bridge on Friday and went home then with all who were there. " * 4
MARKDOWN = f"""---
title: {KNOWN}
---
# Head

A day of *bridges*.



- Something was opened
- **Unemployment** in the [capital](https://x.example/a_b) fell
  by 12&nbsp;percent in the last two years.[^1]

| year | what |
|------|:----:|
| 2020 | {CELL} |

[^1]: {NOTE}.
"""
PAGE = f"""<html><head><title>{KNOWN}</title><script>{{"body": "{KNOWN}"}}</script></head><body><article>
<p>{FILLING}</p>
<p>It rained.
Unemployment in the <b>capital</b> fell
by 12 percent in the last two years.</p>
<table><tr><th>Year</th></tr>
<tr><td>{CELL}</td></tr></table>
<p>{FILLING}<sup><a href="#fn1">1</a></sup></p>
<ol class="footnotes"><li id="fn1"><p>{NOTE}. <a href="#r">↩</a></p></li></ol>
</article></body></html>
"""
SUBTITLES = """WEBVTT

1
00:01.000 --> 00:04.000
Unemployment in the capital

2
00:04.000 --> 00:08.000
fell by 12 percent in the last two years.
"""


@pytest.mark.parametrize(
    ("name", "draft", "lines"),
    [
        ("draft.txt", f"It rained.\n\n\n{KNOWN}.", {KNOWN: 4}),
        ("draft.md", MARKDOWN, {KNOWN: 11, CELL: 16, NOTE: 18}),
        ("draft.html", PAGE, {KNOWN: 4, CELL: 7, NOTE: 9}),
        ("draft.vtt", SUBTITLES, {KNOWN: 5}),
    ],
)
def test_table_cells_and_footnotes_are_checked_and_lines_are_those_of_the_file(
    run, desk, tmp_path, name, draft, lines
):
    for text in (CELL, NOTE):
        add_claim(desk, NewClaim(text), actor="ada")
    (tmp_path / name).write_text(draft, encoding="utf-8")
    rows = json.loads(run(str(tmp_path / name), "--format", "json").stdout)
    assert {row["text"]: row["line"] for row in rows} == lines


def test_sentence_without_a_line_in_the_file_has_none(run, tmp_path):
    words = KNOWN.replace("Unemployment", "=55nemployment")
    letter = f"MIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n{words}.\n"
    (tmp_path / "draft.eml").write_text(letter, encoding="utf-8")
    result = run(str(tmp_path / "draft.eml"), "--format", "json")
    assert [row["line"] for row in json.loads(result.stdout)] == [None]
    assert result.stderr.endswith(f"” repeats claim 1, which is rated Wrong by Another desk: {KNOWN}\n")


def test_folder_is_refused_as_a_draft(run, tmp_path):
    (tmp_path / "draft.txt").write_text(f"{KNOWN}.", encoding="utf-8")
    result = run(str(tmp_path))
    assert (result.exit_code, "is a folder: check one draft at a time" in result.stderr) == (2, True)


SHEET = f"id,text\n1,{KNOWN}\n2,It rained\n"
DRAFTS = [
    (SHEET, True, "headers of claims, and rows"),
    (SHEET.replace(",", ";").replace("\n", "\r\n"), True, "with other separators and line endings"),
    (f"{KNOWN}, he said.\nIt rained, too.\n", False, "prose"),
]


@pytest.mark.parametrize(("draft", "warned", "reason"), DRAFTS, ids=[row[-1] for row in DRAFTS])
def test_sheet_on_standard_input_warns_as_a_sheet_file_does(run, draft, warned, reason):
    stderr = run("-", draft=draft).stderr
    assert ("standard input: a spreadsheet is read as one text here" in stderr) == warned
