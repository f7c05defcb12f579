"""A newsroom's own spreadsheet of fact checks is imported: links, verdicts, remarks, dates in national formats."""

import csv

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Priority
from claimtrack.store import claims
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from tests.importing.conftest import notes_of

RENTS, CRIME, HOMES = "Rents rose by 12 percent", "Crime fell by a third in May", "We built 40,000 homes"
STATS, MORE = "https://stats.example/rents", "https://more.example/a"


def links(db):
    return [
        tuple(row) for row in db.execute("select claim_id, url, stance, added_by from evidence order by id")
    ]


# ── evidence ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("header", ["Evidence", "evidence_url", "Evidence links", "Sources checked"])
def test_links_in_a_sheet_become_evidence_and_a_second_import_adds_none(desk, import_rows, header):
    sheet = (["Claim", header], [RENTS, f"{STATS}=refutes, {MORE}"], [CRIME, ""])
    stdout, summary = import_rows(*sheet)
    assert f"new, line 2, evidence: refutes {STATS}\nnew, line 2, evidence: context {MORE}\n" in stdout
    assert "2 new claims, 2 new links, 0 rows unchanged" in summary
    assert links(desk) == [(1, STATS, "refutes", "ada"), (1, MORE, "context", "ada")]
    assert notes_of(desk) == []
    stdout, summary = import_rows(*sheet)
    assert (stdout, "2 rows unchanged" in summary) == ("", True)


def test_several_columns_can_be_mapped_to_evidence(desk, import_rows):
    import_rows(
        ["Claim", "First", "Second"],
        [RENTS, STATS, MORE],
        options=["--map", "First=evidence", "--map", "Second=evidence"],
    )
    assert [url for _, url, *_ in links(desk)] == [STATS, MORE]


def test_existing_link_keeps_its_stance_which_is_reported(desk, import_rows):
    add_claim(desk, NewClaim(RENTS), actor="ben")
    linking.add_link(desk, 1, STATS, actor="ben")
    _, summary = import_rows(["id", "evidence"], ["1", f"{STATS}=refutes {MORE}=supports"])
    assert f"line 2: claim 1 already has the link {STATS} as context, and keeps it that way" in summary
    assert [(url, stance) for _, url, stance, _ in links(desk)] == [(STATS, "context"), (MORE, "supports")]


def test_words_next_to_a_link_are_kept_in_a_note(desk, import_rows):
    import_rows(["Claim", "Evidence"], [RENTS, f"ONS table 4 ({STATS})"], [CRIME, "Phoned the police"])
    assert links(desk) == [(1, STATS, "context", "ada")]
    assert notes_of(desk) == [(1, f"Evidence: ONS table 4 ({STATS})"), (2, "Evidence: Phoned the police")]


def test_address_without_its_scheme_becomes_a_note_and_is_named(import_rows):
    cells = ("www.stats.example/rents", "Table 3.2/5", "see stats.example/a", STATS)
    _, summary = import_rows(
        ["Claim", "Evidence"], *([f"Trams cost {at}m", cell] for at, cell in enumerate(cells))
    )
    assert (
        "Lines 2, 4: 'www.stats.example/rents' has no https:// before it, so it becomes a note and no evidence."
        in summary
    )


def test_address_after_a_name_is_not_part_of_the_name_and_is_named(desk, import_rows):
    """As Notion writes relations."""
    people = (
        "Ada Miller (https://www.notion.so/Ada-Miller-01?pvs=21)",
        "Ben Roe (https://www.notion.so/Ben-02)",
    )
    _, summary = import_rows(["Claim", "Speaker", "Tags"], [RENTS, people[0], ", ".join(people)])
    [row] = desk.query("select claimant, tags from claim_overview")
    assert row == {"claimant": "Ada Miller", "tags": '["Ada Miller","Ben Roe"]'}
    assert (
        "NOT READ: the links in 'Speaker', 1, such as https://www.notion.so/Ada-Miller-01?pvs=21" in summary
    )


def test_several_speakers_in_a_cell_and_none_are_named(import_rows):
    speakers = ("Ada Miller", "Ben Roe", "Ada Miller,Ben Roe", "Stone, Ada", "", "?")
    sheet = [["Claim", "Speaker"], *([f"Trams cost {at}m", who] for at, who in enumerate(speakers))]
    told = import_rows(*sheet)[1].splitlines()
    assert [line.partition(", although")[0] for line in told if "becomes one speaker" in line] == [
        "Line 4: 'Ada Miller,Ben Roe' becomes one speaker"
    ]
    [empty] = [line for line in told if "the speaker is empty" in line]
    assert empty.startswith(
        "Line 6: the speaker is empty, so this claim has none. If an empty cell means the one above"
    )
    for headers, who in ((["Claim", "Speaker"], "?"), (["text", "claimant", "version"], "Ada Miller")):
        assert (
            "speaker is empty" not in import_rows(headers, [f"Bus {who} goes", ""], ["Trams cost 9m", who])[1]
        )


def test_sheet_without_rows_says_so(import_rows):
    assert "The sheet has no rows below its headers\n" in import_rows(["Claim", "Evidence"])[1]


def test_rows_about_one_claim_link_a_page_once(desk, import_rows):
    import_rows(
        ["Claim", "Date", "Evidence"], [RENTS, "2024-05-03", STATS], [RENTS, "2024-05-04", f"{STATS} {MORE}"]
    )
    assert [(claim, url) for claim, url, *_ in links(desk)] == [(1, STATS), (1, MORE)]


@pytest.mark.parametrize("cell", [f"{STATS}=confirms", "https://ada:secret@stats.example/"])
def test_invalid_link_is_refused_with_its_line(desk, import_rows, cell):
    _, summary = import_rows(["Claim", "Evidence"], [RENTS, cell], exit_code=1)
    assert "line 2: " in summary
    assert "secret" not in summary
    assert claims.newest_id(desk) == 0


# ── verdicts and remarks ────────────────────────────────────────────────────────────────────────


def test_verdict_is_kept_in_a_note_and_the_import_of_ratings_is_suggested(desk, import_rows):
    sheet = (["Claim", "Verdict", "Comments"], [RENTS, "Mostly false", "call her"], [CRIME, "True", ""])
    _, summary = import_rows(*sheet)
    assert (
        "'Verdict' is kept as a note on each claim. To import it as a rating, use `claimtrack import claimreview`"
        in summary
    )
    assert "NOT READ" not in summary
    assert notes_of(desk) == [(1, "Verdict: Mostly false\ncall her"), (2, "Verdict: True")]
    assert desk.table("reviews").count == 0
    assert import_rows(*sheet)[0] == ""


def test_any_column_can_be_mapped_to_a_note(desk, import_rows):
    _, summary = import_rows(["Claim", "Programme"], [RENTS, "Today"], options=["--map", "Programme=note"])
    assert (notes_of(desk), "NOT READ" in summary) == ([(1, "Programme: Today")], False)


def test_verdicts_of_a_sheet_are_imported_as_the_documentation_says(desk, desk_path, tmp_path):
    """The headers of docs/exports.md, with any separator: afterwards `match` and `list` show the rating."""
    path = tmp_path / "verdicts.csv"
    headers = "claimReviewed;itemReviewed.author.name;itemReviewed.datePublished;reviewRating.alternateName;url;datePublished;author.name"
    path.write_text(f"{headers}\n{RENTS};Ada Miller;2024-04-22;Mostly false;{MORE};2024-04-24;The Courier\n")
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", str(path)])
    assert (result.exit_code, "1 new" in result.stderr) == (0, True)
    assert [tuple(row) for row in desk.execute("select text, rating from claim_overview")] == [
        (RENTS, "Mostly false")
    ]


def test_rating_in_other_words_counts_as_false_by_its_number(desk_path, tmp_path):
    headers = "claimReviewed;itemReviewed.author.name;reviewRating.alternateName;url;author.name"
    numbers = ";reviewRating.ratingValue;reviewRating.worstRating;reviewRating.bestRating"
    (tmp_path / "draft.txt").write_text(f"{RENTS} in the city of Vale last year.\n", encoding="utf-8")

    def exit_code_of_check(sheet):
        (tmp_path / "verdicts.csv").write_text(sheet, encoding="utf-8")
        for command in (
            ["import", "claimreview", str(tmp_path / "verdicts.csv")],
            ["check", str(tmp_path / "draft.txt"), "--strict"],
        ):
            result = CliRunner().invoke(cli, ["--db", str(desk_path), *command])
        return result.exit_code

    claim_cells = f"{RENTS} in the city of Vale last year;Ada Miller"
    assert exit_code_of_check(f"{headers}\n{claim_cells};Falsch;{MORE};Der Bote\n") == 0
    assert exit_code_of_check(f"{headers}{numbers}\n{claim_cells};Falsch;{MORE};Der Bote;1;1;4\n") == 1
    assert exit_code_of_check(f"{headers}{numbers}\n{claim_cells};Wahr;{MORE};Der Bote;4;1;4\n") == 0


# ── dates ───────────────────────────────────────────────────────────────────────────────────────

DATED = (["Claim", "Date"], [RENTS, "3/4/2025"], [CRIME, "13/4/2025"], [HOMES, "April 5, 2025"])


def claim_dates(db):
    return [row[0] for row in db.execute("select claimed_on from claims order by id")]


def test_unambiguous_date_settles_the_order_of_the_column_and_is_reported(desk, import_rows):
    _, summary = import_rows(*DATED)
    assert claim_dates(desk) == ["2025-04-03", "2025-04-13", "2025-04-05"]
    assert (
        "reading dates as day-first, as line 3 (13/4/2025) shows; 1 could be read either way. To set the order, use "
        "--dates" in summary
    )
    assert import_rows(*DATED)[0] == ""


def test_dates_option_outweighs_the_column(desk, import_rows):
    import_rows(*DATED, options=["--dates", "month-first"])
    assert claim_dates(desk) == ["2025-03-04", "2025-04-13", "2025-04-05"]


def test_ambiguous_date_is_refused_and_the_option_named(desk, import_rows):
    _, summary = import_rows(["Claim", "Date"], [RENTS, "3/4/2025"], exit_code=1)
    assert (
        "line 2: claimed_on: unclear date: '3/4/2025', 2025-04-03 or 2025-03-04. Use --dates day-first or "
        "--dates month-first, or write it as YYYY-MM-DD" in summary
    )
    import_rows(["Claim", "Date"], [RENTS, "3/4/2025"], options=["--dates", "day-first"])
    assert claim_dates(desk) == ["2025-04-03"]


def test_current_date_of_a_claim_outweighs_the_column_but_not_the_option(desk, import_rows):
    """An editor types 25/04/2024 into a sheet that Excel rewrote month-first: only that cell was edited."""
    for text, day in ((RENTS, "2024-03-05"), (CRIME, None)):
        add_claim(desk, NewClaim(text, claimed_on=day), actor="ben")
    sheet = (["id", "claimed_on"], ["1", "3/5/2024"], ["2", "25/04/2024"])
    stdout, _ = import_rows(*sheet)
    assert stdout == "claim 2, claimed_on: nothing → “2024-04-25”\n"
    stdout, _ = import_rows(*sheet, options=["--dates", "day-first"])
    assert stdout == "claim 1, claimed_on: “2024-03-05” → “2024-05-03”\n"


def test_of_a_range_of_days_the_first_is_read_and_of_a_deadline_the_last(desk, import_rows):
    _, stderr = import_rows(
        ["Claim", "Date", "Due"],
        [RENTS, "March 30, 2024 → April 2, 2024", "April 1, 2026 → April 3, 2026"],
        [CRIME, "April 5, 2024 9:00 AM (GMT) → 10:00 AM", ""],
    )
    assert "Lines 2, 3: claimed_on is a range of days, and only the first is read (March 30, 2024" in stderr
    days = desk.execute("select claimed_on, due_on from claims order by id")
    assert [tuple(row) for row in days] == [("2024-03-30", "2026-04-03"), ("2024-04-05", None)]
    assert "not a date" in import_rows(["Claim", "Date"], [RENTS, "May → June"], exit_code=1)[1]


def test_column_of_deadlines_has_a_date_order_of_its_own(desk, import_rows):
    import_rows(
        ["Claim", "Date", "Deadline"], [RENTS, "13/4/2025", "4/13/2025"], [CRIME, "1/4/2025", "5/3/2025"]
    )
    rows = desk.execute("select claimed_on, due_on from claims order by id").fetchall()
    assert [tuple(row) for row in rows] == [("2025-04-13", "2025-04-13"), ("2025-04-01", "2025-05-03")]


# ── a newsroom's own words for status and priority ──────────────────────────────────────────────


def statuses_and_priorities(db):
    return [tuple(row) for row in db.execute("select status, priority from claims order by id")]


SHEET_IN_OWN_WORDS = (
    ["Claim", "Status", "Priority"],
    [RENTS, "done", "1"],
    [CRIME, "Done ", "2"],
    [HOMES, "to check", "1"],
)


def test_unknown_status_or_priority_is_reported_once_with_its_lines_and_remedies(desk, import_rows):
    rows = [[f"The town of Vale has {number} bridges", "done", "1"] for number in range(2, 9)]
    _, stderr = import_rows(*SHEET_IN_OWN_WORDS, *rows, exit_code=1)
    assert "lines 2, 3, 5, 6, 7 and 4 more: there is no status 'done'. Use one of: proposed, open" in stderr
    assert "line 4: there is no status 'to check'" in stderr
    assert "line 3: there is no priority '2'. Use one of: high, normal, low" in stderr
    assert stderr.count("no status") == 2
    assert (
        "To say what each word means, use --map-status done=STATUS, with nothing after the = to ignore it. To keep the column as a note, "
        "use --map Status=note\n" in stderr
    )
    assert "To say what each word means, use --map-priority 1=PRIORITY, with" in stderr


def test_words_for_status_and_priority_can_be_mapped(desk, import_rows):
    meanings = ["done=parked", "to check=open"], ["1=High", "2="]
    options = [
        x
        for name, words in zip(("--map-status", "--map-priority"), meanings, strict=True)
        for word in words
        for x in (name, word)
    ]
    _, stderr = import_rows(*SHEET_IN_OWN_WORDS, options=options)
    assert statuses_and_priorities(desk) == [("parked", "high"), ("parked", "normal"), ("open", "high")]
    assert (
        "own words for the status are not kept: 'done' → parked (2 rows), 'to check' → open (1 row). To keep"
        in stderr
    )
    assert (
        "own words for the priority are not kept: '1' → High (2 rows), '2' → nothing (1 row). To keep"
        in stderr
    )
    assert "0 changed cells" in import_rows(*SHEET_IN_OWN_WORDS, options=options)[1]


def test_word_that_is_mapped_in_two_spellings_is_counted_once(desk, import_rows):
    rows = [["Claim", "Prio"], [RENTS, "P1"], [CRIME, "p1"]]
    options = ["--map-priority", "P1=low", "--map-priority", "p1=high"]
    _, stderr = import_rows(*rows, options=options)
    assert [priority for _, priority in statuses_and_priorities(desk)] == ["high", "high"]
    assert "own words for the priority are not kept: 'p1' → high (2 rows). To keep" in stderr


def test_word_mapped_to_nothing_removes_nothing_from_an_existing_claim(desk, import_rows):
    add_claim(desk, NewClaim(RENTS), actor="ben")
    desk_work.set_priority(desk, 1, Priority.HIGH, actor="ben")
    import_rows(
        ["id", "Status", "Priority"],
        ["1", "n/a", "n/a"],
        options=["--map-status", "N/A=", "--map-priority", "n/a="],
    )
    assert statuses_and_priorities(desk) == [("open", "high")]


def test_empty_cell_can_be_mapped_but_a_missing_column_cannot(desk, import_rows):
    _, stderr = import_rows(
        ["Claim", "Status"], [RENTS, ""], [CRIME, "parked"], options=["--map-status", "=checking"]
    )
    assert "not kept" not in stderr
    _, stderr = import_rows(["Claim", "Status"], [CRIME, "Parked"], options=["--map-status", "parked=parked"])
    assert "not kept" not in stderr
    _, stderr = import_rows(["Claim"], [HOMES], options=["--map-status", "=checking"])
    assert "--map-status =checking: no row has this word" in stderr
    assert [status for status, _ in statuses_and_priorities(desk)] == ["checking", "parked", "open"]


# An option, the exit code, the message, and why.
MEANINGS = [
    (
        ["--map-status", "done=finished"],
        1,
        "there is no status 'finished'. Use one of: proposed, open",
        "not a status of the desk",
    ),
    (["--map-status", "done"], 2, "--map-status 'done': write WORD=STATUS", "no meaning"),
    (
        ["--map-priority", "9=low"],
        1,
        "--map-priority 9=low: no row has this word",
        "a word that is not in the sheet",
    ),
]


@pytest.mark.parametrize(
    ("option", "exit_code", "message", "reason"), MEANINGS, ids=[row[-1] for row in MEANINGS]
)
def test_invalid_mapping_of_a_word_is_refused_with_the_reason(
    desk, import_rows, option, exit_code, message, reason
):
    assert message in import_rows(*SHEET_IN_OWN_WORDS, options=option, exit_code=exit_code)[1]
    assert statuses_and_priorities(desk) == []


@pytest.mark.parametrize(
    ("status", "priority"),
    [
        ("In Review", "HIGH"),
        ("in-review", "1 - high"),
        ("IN_REVIEW", "High (P1)"),
        (" In  review. ", "🔴 High"),
        ("3. In review", "P1: high"),
    ],
)
def test_status_and_priority_are_recognised_in_any_spelling(desk, import_rows, status, priority):
    import_rows(["Claim", "Status", "Priority"], [RENTS, status, priority])
    assert statuses_and_priorities(desk) == [("in_review", "high")]


@pytest.mark.parametrize(
    "cell", ["не open", "不open", "é open", "❌ open", "🚫 Open", "not open", "open/checking"]
)
def test_words_beside_a_status_are_not_left_out_nor_is_a_sign_that_denies_it(desk, import_rows, cell):
    _, stderr = import_rows(["Claim", "Status"], [RENTS, cell], exit_code=1)
    assert "there is no status" in stderr


def test_cross_beside_rejected_means_that(desk, import_rows):
    import_rows(["Claim", "Status"], [RENTS, "❌ Rejected"])
    assert statuses_and_priorities(desk) == [("rejected", "normal")]


def test_desks_word_with_a_number_means_what_it_is_mapped_to(desk, import_rows):
    rows = [[RENTS, "1 - open"], [CRIME, "open"], [HOMES, "2. open"]]
    import_rows(
        ["Claim", "Status"],
        *rows,
        options=["--map-status", "open=checking", "--map-status", "2. open=parked"],
    )
    assert [status for status, _ in statuses_and_priorities(desk)] == ["checking", "checking", "parked"]


def test_long_list_of_unknown_words_is_abbreviated(desk, import_rows):
    rows = [[f"The town of Vale has {number} bridges", f"as of May {number}"] for number in range(2, 15)]
    _, stderr = import_rows(["Claim", "Status"], *rows, exit_code=1)
    assert (stderr.count("no status"), "... and 3 more words that are not a status" in stderr) == (10, True)


# ── tags ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "tags"),
    [
        ("jobs; Tarn", "Tarn, jobs"),
        ("jobs|Tarn,rail", "Tarn, jobs, rail"),
        ('jobs; "coal; steel", "a|b"', "a|b, coal; steel, jobs"),
        ("jobs\nTarn", "Tarn, jobs"),
        ('5" pipe; Tarn', '5" pipe, Tarn'),
    ],
)
def test_tags_may_be_separated_in_several_ways_and_are_shown(desk, desk_path, import_rows, cell, tags):
    stdout, _ = import_rows(["Claim", "Tags"], [RENTS, cell])
    assert f"tags: “{tags}”" in stdout
    exported = CliRunner().invoke(cli, ["--db", str(desk_path), "export", "csv"]).stdout
    rows = list(csv.reader(exported.splitlines()))
    assert import_rows(*rows)[0] == ""


# ── claims that do not count as seen ────────────────────────────────────────────────────────────


def appearance_counts(db):
    return [row[0] for row in db.execute("select appearances from claim_overview order by id")]


def test_claims_without_a_place_are_reported_once_with_a_remedy_that_works(desk, import_rows):
    headers = ["Claim", "Speaker", "Date", "Where"]
    claims_without_place = ([RENTS, "Ada", "2025-03-01"], [CRIME, "Bo", ""], [HOMES, "", "2025-03-02"])
    _, stderr = import_rows(headers[:3], *claims_without_place)
    assert (
        "Lines 2, 3, 4: the place where it was said is missing, so these 3 claims do not count as seen. Add a column for it "
        "(Source, Where, URL, or --map 'Its header=place') now, or in a later import of the same rows"
        in stderr
    )
    assert (stderr.count("not count as seen"), appearance_counts(desk)) == (1, [0, 0, 0])
    _, stderr = import_rows(headers, *([*row, "Radio Lenn"] for row in claims_without_place))
    assert ("not count as seen" in stderr, appearance_counts(desk)) == (False, [1, 1, 1])


def test_place_in_words_beside_an_address_is_named_with_remedies_that_keep_both(desk, import_rows):
    headers, page = ["Claim", "Speaker", "Where", "Link"], "https://lenn.example/rents"
    rows = [[RENTS, "Ada", "Radio Lenn", page], [CRIME, "Bo", page, page], [HOMES, "Cy", "Radio Lenn", ""]]
    _, stderr = import_rows(headers, *rows)
    assert (
        "Line 2: the place is the address in 'Link', and what 'Where' says is not kept. To keep it in a note, use --map Where=note; "
        "if the address is evidence, use --map Link=evidence" in stderr
    )
    assert "is not kept" not in import_rows(headers, *rows)[1]
    for remedy in ("Where=note", "Link=evidence"):
        stdout, stderr = import_rows(headers, [f"{remedy}: {RENTS}", *rows[0][1:]], options=("--map", remedy))
        assert ("is not kept" in stderr, "Radio Lenn" in stdout, page in stdout) == (False, True, True), (
            remedy
        )


def test_seen_or_unattributed_claims_are_not_reported_as_unseen(desk, import_rows):
    headers = ["Claim", "Speaker", "Date", "Where"]
    again = [RENTS, "Ada", "2025-03-08", ""]
    _, stderr = import_rows(
        headers, [RENTS, "Ada", "2025-03-01", ""], again, [CRIME, "Bo", "", "Radio Lenn"], [HOMES, "", "", ""]
    )
    assert ("count as seen" in stderr, appearance_counts(desk)) == (False, [2, 1, 0])


# ── several claims in a cell ────────────────────────────────────────────────────────────────────

SEVERAL = [
    f"1) {RENTS} 2) {CRIME}",
    f"1. {RENTS}\n2. {CRIME}",
    f"(1) {RENTS}; (2) {CRIME}",
    f"{RENTS}\n{CRIME}",
    f"• {RENTS} • {CRIME}",
]
SINGLE = [
    RENTS,
    f"1) {RENTS}",
    f"Rents:\n{RENTS}",
    f"{RENTS}\n(sic)",
    "He came 2. in the race of 9. May",
    "Rents rose by 1. 5 percent",
    "The court ruled by 5 votes to 4. Nobody knows why it did.",
]


def test_cell_that_may_hold_several_claims_is_reported_by_its_line(import_rows):
    # Each gets a number of its own, or they would be one claim.
    rows = [[text.replace("12", f"{number + 20}"), "Ada"] for number, text in enumerate([*SEVERAL, *SINGLE])]
    _, stderr = import_rows(["Claim", "Speaker"], *rows)
    # The second and the fourth begin in one line and end in the next.
    assert "Lines 2, 3, 5, 6, 8: the text is a list" in stderr


# ── the same file again, and HTML in the export of another tool ─────────────────────────────────


def test_sheet_with_a_claim_of_two_claimants_can_be_reimported(desk, import_rows):
    """On the second import, its place shows that the row without a claimant belongs to the first of the two."""
    sheet = (
        ["Claim", "Speaker", "Date", "URL"],
        [RENTS, "Ada Miller", "2024-04-22", "https://tv.example/1"],
        [RENTS, "Ben Moor", "2024-04-23", "https://tv.example/2"],
        [RENTS, "", "2024-04-24", "https://tv.example/3"],
        [RENTS, "", "2024-04-25", ""],
        [RENTS, "", "", ""],
    )
    assert "2 new claims, 2 repeats" in import_rows(*sheet)[1]
    stdout, summary = import_rows(*sheet)
    assert (stdout, "0 new claims, 5 rows unchanged" in summary) == ("", True)


def test_claim_of_two_claimants_needs_an_id_when_the_place_is_new(desk, import_rows):
    head = ["Claim", "Speaker", "URL"]
    import_rows(
        head, [RENTS, "Ada Miller", "https://tv.example/1"], [RENTS, "Ben Moor", "https://tv.example/2"]
    )
    _, summary = import_rows(head, [RENTS, "", "https://tv.example/9"], exit_code=1)
    assert "line 2: claims 1, 2 have these words: give the id of the one you mean" in summary


def test_reimport_does_not_attribute_the_first_occasion_to_a_later_claimant(desk, import_rows):
    sheet = (
        ["Claim", "Speaker", "Date", "URL"],
        [RENTS, "", "2024-04-22", "https://tv.example/1"],
        [RENTS, "Ada Miller", "", "https://tv.example/2"],
    )
    import_rows(*sheet)
    assert "2 rows unchanged" in import_rows(*sheet)[1]
    assert claims.get(desk, 1).claimant is None


def test_html_is_removed_before_claims_are_compared(desk, import_rows):
    held = "Buses &amp; trams are free"  # filed with it by an older version
    add_claim(desk, NewClaim(held), actor="ben")
    texts = [
        f"<p>{RENTS}</p>",
        f"<div>{RENTS}</div>",
        "Wages fell<br/>in May",
        held.replace(" are ", "\nare  "),
    ]
    sheet = (["Claim", "Speaker"], *([text, "Moor &amp; Sons"] for text in texts))
    _, summary = import_rows(*sheet)
    assert (
        "Lines 2, 3, 4, 5: the HTML in the text or the speaker (<p>, &amp;, <div>, <br/>) is removed"
        in summary
    )
    rows = [
        tuple(row)
        for row in desk.execute(
            "select claims.text, claimants.name from claims join claimants on claimants.id = claimant_id order by claims.id"
        )
    ]
    assert rows == [(held, "Moor & Sons"), (RENTS, "Moor & Sons"), ("Wages fell in May", "Moor & Sons")]
    assert "0 changed cells in 0 claims, 0 new claims" in import_rows(*sheet)[1]


@pytest.mark.parametrize("text", ["Rents rose by <5 percent & more", "R&D; costs fell when a < b and c > d"])
def test_characters_that_are_not_html_are_not_reported(import_rows, text):
    assert "HTML" not in import_rows(["Claim"], [text])[1]
