"""A newsroom's own spreadsheet of fact checks comes in: links, verdicts, remarks, days in one country's way."""

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
def test_links_of_a_sheet_become_evidence_and_a_second_import_adds_none(desk, take, header):
    sheet = (["Claim", header], [RENTS, f"{STATS}=refutes, {MORE}"], [CRIME, ""])
    told, summary = take(*sheet)
    assert f"new, line 2, evidence: refutes {STATS}\nnew, line 2, evidence: context {MORE}\n" in told
    assert "2 new claims, 2 new links, 0 rows unchanged" in summary
    assert links(desk) == [(1, STATS, "refutes", "ada"), (1, MORE, "context", "ada")]
    assert notes_of(desk) == []
    told, summary = take(*sheet)
    assert (told, "2 rows unchanged" in summary) == ("", True)


def test_several_columns_may_be_links_by_hand(desk, take):
    take(
        ["Claim", "First", "Second"],
        [RENTS, STATS, MORE],
        options=["--map", "First=evidence", "--map", "Second=evidence"],
    )
    assert [url for _, url, *_ in links(desk)] == [STATS, MORE]


def test_a_link_that_is_there_keeps_its_stance_and_that_is_told(desk, take):
    add_claim(desk, NewClaim(RENTS), actor="ben")
    linking.add_link(desk, 1, STATS, actor="ben")
    _, summary = take(["id", "evidence"], ["1", f"{STATS}=refutes {MORE}=supports"])
    assert f"line 2: claim 1 already has the link {STATS} as context, and keeps it that way" in summary
    assert [(url, stance) for _, url, stance, _ in links(desk)] == [(STATS, "context"), (MORE, "supports")]


def test_words_beside_a_link_are_kept_in_a_note(desk, take):
    take(["Claim", "Evidence"], [RENTS, f"ONS table 4 ({STATS})"], [CRIME, "Phoned the police"])
    assert links(desk) == [(1, STATS, "context", "ada")]
    assert notes_of(desk) == [(1, f"Evidence: ONS table 4 ({STATS})"), (2, "Evidence: Phoned the police")]


def test_rows_about_one_claim_link_a_page_once(desk, take):
    take(
        ["Claim", "Date", "Evidence"], [RENTS, "2024-05-03", STATS], [RENTS, "2024-05-04", f"{STATS} {MORE}"]
    )
    assert [(claim, url) for claim, url, *_ in links(desk)] == [(1, STATS), (1, MORE)]


@pytest.mark.parametrize("cell", [f"{STATS}=confirms", "https://ada:secret@stats.example/"])
def test_a_link_that_cannot_be_is_refused_with_its_line(desk, take, cell):
    _, summary = take(["Claim", "Evidence"], [RENTS, cell], ends=1)
    assert "line 2: " in summary
    assert "secret" not in summary
    assert claims.newest_id(desk) == 0


# ── verdicts and remarks ────────────────────────────────────────────────────────────────────────


def test_a_verdict_is_kept_in_a_note_and_the_way_of_ratings_is_told(desk, take):
    sheet = (["Claim", "Verdict", "Comments"], [RENTS, "Mostly false", "call her"], [CRIME, "True", ""])
    _, summary = take(*sheet)
    assert (
        "'Verdict' is kept as a note on each claim. To import it as a rating, use `claimtrack import claimreview`"
        in summary
    )
    assert "NOT READ" not in summary
    assert notes_of(desk) == [(1, "Verdict: Mostly false\ncall her"), (2, "Verdict: True")]
    assert desk.table("reviews").count == 0
    assert take(*sheet)[0] == ""


def test_any_column_is_kept_in_a_note_by_hand(desk, take):
    _, summary = take(["Claim", "Programme"], [RENTS, "Today"], options=["--map", "Programme=note"])
    assert (notes_of(desk), "NOT READ" in summary) == ([(1, "Programme: Today")], False)


def test_the_verdicts_of_a_sheet_come_in_as_docs_exports_tells(desk, desk_path, tmp_path):
    """The headers of docs/exports.md, with any separator: `match` and `list` have the rating from then on."""
    path = tmp_path / "verdicts.csv"
    headers = "claimReviewed;itemReviewed.author.name;itemReviewed.datePublished;reviewRating.alternateName;url;datePublished;author.name"
    path.write_text(f"{headers}\n{RENTS};Ada Miller;2024-04-22;Mostly false;{MORE};2024-04-24;The Courier\n")
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "import", "claimreview", str(path)])
    assert (result.exit_code, "1 new" in result.stderr) == (0, True)
    assert [tuple(row) for row in desk.execute("select text, rating from claim_overview")] == [
        (RENTS, "Mostly false")
    ]


def test_a_rating_in_own_words_counts_as_false_by_its_number_as_docs_exports_tells(desk_path, tmp_path):
    headers = "claimReviewed;itemReviewed.author.name;reviewRating.alternateName;url;author.name"
    numbers = ";reviewRating.ratingValue;reviewRating.worstRating;reviewRating.bestRating"
    (tmp_path / "draft.txt").write_text(f"{RENTS} in the city of Vale last year.\n", encoding="utf-8")

    def ends(sheet):
        (tmp_path / "verdicts.csv").write_text(sheet, encoding="utf-8")
        for command in (
            ["import", "claimreview", str(tmp_path / "verdicts.csv")],
            ["check", str(tmp_path / "draft.txt"), "--strict"],
        ):
            result = CliRunner().invoke(cli, ["--db", str(desk_path), *command])
        return result.exit_code

    said = f"{RENTS} in the city of Vale last year;Ada Miller"
    assert ends(f"{headers}\n{said};Falsch;{MORE};Der Bote\n") == 0
    assert ends(f"{headers}{numbers}\n{said};Falsch;{MORE};Der Bote;1;1;4\n") == 1
    assert ends(f"{headers}{numbers}\n{said};Wahr;{MORE};Der Bote;4;1;4\n") == 0


# ── days ────────────────────────────────────────────────────────────────────────────────────────

DATED = (["Claim", "Date"], [RENTS, "3/4/2025"], [CRIME, "13/4/2025"], [HOMES, "April 5, 2025"])


def days(db):
    return [row[0] for row in db.execute("select claimed_on from claims order by id")]


def test_a_cell_that_is_certain_settles_the_column_and_is_told(desk, take):
    _, summary = take(*DATED)
    assert days(desk) == ["2025-04-03", "2025-04-13", "2025-04-05"]
    assert (
        "reading dates as day-first, as line 3 (13/4/2025) shows; 1 could be read either way. To set the order, use "
        "--dates" in summary
    )
    assert take(*DATED)[0] == ""


def test_the_option_goes_before_the_column(desk, take):
    take(*DATED, options=["--dates", "month-first"])
    assert days(desk) == ["2025-03-04", "2025-04-13", "2025-04-05"]


def test_a_day_that_nothing_settles_is_refused_with_the_option(desk, take):
    _, summary = take(["Claim", "Date"], [RENTS, "3/4/2025"], ends=1)
    assert (
        "line 2: claimed_on: unclear date: '3/4/2025', 2025-04-03 or 2025-03-04. Use --dates day-first or "
        "--dates month-first, or write it as YYYY-MM-DD" in summary
    )
    take(["Claim", "Date"], [RENTS, "3/4/2025"], options=["--dates", "day-first"])
    assert days(desk) == ["2025-04-03"]


def test_a_claims_own_day_goes_before_the_column_but_not_before_the_option(desk, take):
    """An editor who types 25/04/2024 into a sheet that Excel rewrote month first has edited that cell alone."""
    for text, day in ((RENTS, "2024-03-05"), (CRIME, None)):
        add_claim(desk, NewClaim(text, claimed_on=day), actor="ben")
    sheet = (["id", "claimed_on"], ["1", "3/5/2024"], ["2", "25/04/2024"])
    told, _ = take(*sheet)
    assert told == "claim 2, claimed_on: nothing → “2024-04-25”\n"
    told, _ = take(*sheet, options=["--dates", "day-first"])
    assert told == "claim 1, claimed_on: “2024-03-05” → “2024-05-03”\n"


def test_a_column_of_deadlines_comes_in_and_has_an_order_of_its_own(desk, take):
    take(["Claim", "Date", "Deadline"], [RENTS, "13/4/2025", "4/13/2025"], [CRIME, "1/4/2025", "5/3/2025"])
    rows = desk.execute("select claimed_on, due_on from claims order by id").fetchall()
    assert [tuple(row) for row in rows] == [("2025-04-13", "2025-04-13"), ("2025-04-01", "2025-05-03")]


# ── a desk's own words ──────────────────────────────────────────────────────────────────────────


def work(db):
    return [tuple(row) for row in db.execute("select status, priority from claims order by id")]


WORDED = (
    ["Claim", "Status", "Priority"],
    [RENTS, "done", "1"],
    [CRIME, "Done ", "2"],
    [HOMES, "to check", "1"],
)


def test_a_word_that_the_desk_has_not_is_told_once_with_its_lines_and_both_ways_out(desk, take):
    rows = [[f"The town of Vale has {at} bridges", "done", "1"] for at in range(2, 9)]
    _, told = take(*WORDED, *rows, ends=1)
    assert "lines 2, 3, 5, 6, 7 and 4 more: there is no status 'done'. Use one of: proposed, open" in told
    assert "line 4: there is no status 'to check'" in told
    assert "line 3: there is no priority '2'. Use one of: high, normal, low" in told
    assert told.count("no status") == 2
    assert (
        "To say what such words mean, use --map-status done=open. To keep the column as a note, use --map Status=note"
        in told
    )
    assert "To say what such words mean, use" in told


def test_a_person_says_what_the_words_of_a_sheet_mean(desk, take):
    means = ["done=parked", "to check=open"], ["1=High", "2="]
    options = [
        x
        for name, told in zip(("--map-status", "--map-priority"), means, strict=True)
        for one in told
        for x in (name, one)
    ]
    _, told = take(*WORDED, options=options)
    assert work(desk) == [("parked", "high"), ("parked", "normal"), ("open", "high")]
    assert (
        "own words for the status are not kept: 'done' → parked (2 rows), 'to check' → open (1 row). To keep"
        in told
    )
    assert (
        "own words for the priority are not kept: '1' → High (2 rows), '2' → nothing (1 row). To keep" in told
    )
    assert "0 changed cells" in take(*WORDED, options=options)[1]


def test_a_word_that_is_left_out_takes_nothing_off_a_claim_that_is_there(desk, take):
    add_claim(desk, NewClaim(RENTS), actor="ben")
    desk_work.set_priority(desk, 1, Priority.HIGH, actor="ben")
    take(
        ["id", "Status", "Priority"],
        ["1", "n/a", "n/a"],
        options=["--map-status", "N/A=", "--map-priority", "n/a="],
    )
    assert work(desk) == [("open", "high")]


def test_an_empty_cell_may_mean_something_and_a_column_that_is_not_there_nothing(desk, take):
    _, told = take(["Claim", "Status"], [RENTS, ""], [CRIME, "parked"], options=["--map-status", "=checking"])
    assert "not kept" not in told
    _, told = take(["Claim", "Status"], [CRIME, "Parked"], options=["--map-status", "parked=parked"])
    assert "not kept" not in told
    _, told = take(["Claim"], [HOMES], options=["--map-status", "=checking"])
    assert "--map-status =checking: no row has this word" in told
    assert [status for status, _ in work(desk)] == ["checking", "parked", "open"]


# An option, how the import ends, what it says, why.
MEANINGS = [
    (
        ["--map-status", "done=finished"],
        1,
        "there is no status 'finished'. Use one of: proposed, open",
        "no word of the desk's",
    ),
    (["--map-status", "done"], 2, "--map-status 'done': write WORD=STATUS", "no meaning"),
    (
        ["--map-priority", "9=low"],
        1,
        "--map-priority 9=low: no row has this word",
        "a word that no row has",
    ),
]


@pytest.mark.parametrize(("option", "ends", "message", "reason"), MEANINGS, ids=[row[-1] for row in MEANINGS])
def test_a_meaning_that_cannot_be_says_why(desk, take, option, ends, message, reason):
    assert message in take(*WORDED, options=option, ends=ends)[1]
    assert work(desk) == []


@pytest.mark.parametrize("word", ["In Review", "in-review", "IN_REVIEW", " In  review. "])
def test_the_desks_own_words_are_known_in_whatever_letters(desk, take, word):
    take(["Claim", "Status", "Priority"], [RENTS, word, "HIGH"])
    assert work(desk) == [("in_review", "high")]


def test_of_very_many_words_some_are_told_and_the_rest_counted(desk, take):
    rows = [[f"The town of Vale has {at} bridges", f"as of May {at}"] for at in range(2, 15)]
    _, told = take(["Claim", "Status"], *rows, ends=1)
    assert (told.count("no status"), "... and 3 more words that are not a status" in told) == (10, True)


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
def test_tags_are_parted_as_people_part_them_and_shown(desk, desk_path, take, cell, tags):
    told, _ = take(["Claim", "Tags"], [RENTS, cell])
    assert f"tags: “{tags}”" in told
    exported = CliRunner().invoke(cli, ["--db", str(desk_path), "export", "csv"]).stdout
    rows = list(csv.reader(exported.splitlines()))
    assert take(*rows)[0] == ""


# ── claims that nobody saw ──────────────────────────────────────────────────────────────────────


def seen(db):
    return [row[0] for row in db.execute("select appearances from claim_overview order by id")]


def test_claims_without_a_place_are_told_once_with_the_remedy_which_works(desk, take):
    headers = ["Claim", "Speaker", "Date", "Where"]
    said = ([RENTS, "Ada", "2025-03-01"], [CRIME, "Bo", ""], [HOMES, "", "2025-03-02"])
    _, told = take(headers[:3], *said)
    assert (
        "Lines 2, 3, 4: the place where it was said is missing, so these 3 claims do not count as seen. Add a column for it "
        "(Source, Where, URL, or --map 'Its header=place') now, or in a later import of the same rows" in told
    )
    assert (told.count("not count as seen"), seen(desk)) == (1, [0, 0, 0])
    _, told = take(headers, *([*row, "Radio Lenn"] for row in said))
    assert ("not count as seen" in told, seen(desk)) == (False, [1, 1, 1])


def test_claims_that_are_seen_or_that_nobody_said_are_not_told_to_be_unseen(desk, take):
    headers = ["Claim", "Speaker", "Date", "Where"]
    again = [RENTS, "Ada", "2025-03-08", ""]
    _, told = take(
        headers, [RENTS, "Ada", "2025-03-01", ""], again, [CRIME, "Bo", "", "Radio Lenn"], [HOMES, "", "", ""]
    )
    assert ("count as seen" in told, seen(desk)) == (False, [2, 1, 0])


# ── several claims in a cell ────────────────────────────────────────────────────────────────────

SEVERAL = [
    f"1) {RENTS} 2) {CRIME}",
    f"1. {RENTS}\n2. {CRIME}",
    f"(1) {RENTS}; (2) {CRIME}",
    f"{RENTS}\n{CRIME}",
    f"• {RENTS} • {CRIME}",
]
ONE = [
    RENTS,
    f"1) {RENTS}",
    f"Rents:\n{RENTS}",
    f"{RENTS}\n(sic)",
    "He came 2. in the race of 9. May",
    "Rents rose by 1. 5 percent",
    "The court ruled by 5 votes to 4. Nobody knows why it did.",
]


def test_a_cell_that_may_hold_several_claims_is_told_by_its_line(take):
    # Each with a number of its own: else they would be one claim.
    rows = [[text.replace("12", f"{at + 20}"), "Ada"] for at, text in enumerate([*SEVERAL, *ONE])]
    _, told = take(["Claim", "Speaker"], *rows)
    # The second and the fourth begin in one line and end in the next.
    assert "Lines 2, 3, 5, 6, 8: the text is a list" in told


# ── the same file again, and what another tool's export has in its cells ─────────────────────────


def test_a_sheet_comes_in_again_though_two_speakers_said_one_of_its_claims(desk, take):
    """The row without a speaker went to the first of the two: its place tells which."""
    sheet = (
        ["Claim", "Speaker", "Date", "URL"],
        [RENTS, "Ada Miller", "2024-04-22", "https://tv.example/1"],
        [RENTS, "Ben Moor", "2024-04-23", "https://tv.example/2"],
        [RENTS, "", "2024-04-24", "https://tv.example/3"],
        [RENTS, "", "2024-04-25", ""],
        [RENTS, "", "", ""],
    )
    assert "2 new claims, 2 repeats" in take(*sheet)[1]
    told, summary = take(*sheet)
    assert (told, "0 new claims, 5 rows unchanged" in summary) == ("", True)


def test_two_speakers_of_one_claim_are_asked_for_where_the_place_is_new(desk, take):
    head = ["Claim", "Speaker", "URL"]
    take(head, [RENTS, "Ada Miller", "https://tv.example/1"], [RENTS, "Ben Moor", "https://tv.example/2"])
    _, summary = take(head, [RENTS, "", "https://tv.example/9"], ends=1)
    assert "line 2: claims 1, 2 have these words: give the id of the one you mean" in summary


def test_who_spoke_at_another_place_is_not_put_beside_the_day_of_the_first_by_a_second_import(desk, take):
    sheet = (
        ["Claim", "Speaker", "Date", "URL"],
        [RENTS, "", "2024-04-22", "https://tv.example/1"],
        [RENTS, "Ada Miller", "", "https://tv.example/2"],
    )
    take(*sheet)
    assert "2 rows unchanged" in take(*sheet)[1]
    assert claims.get(desk, 1).claimant is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"<p>{RENTS}</p>", "<p>"),  # a site's editor
        (f"{RENTS}<br/>See our page", "<br/>"),
        (f"Rents &amp; wages rose, {RENTS}", "&amp;"),  # escaped on its way out
    ],
)
def test_html_in_a_claim_is_told(take, text, shown):
    _, summary = take(["Claim"], [text], [CRIME])
    assert (
        f"Line 2: the text has HTML ({shown}), which becomes part of the claim: replace it in the sheet"
        in summary
    )


@pytest.mark.parametrize("text", ["Rents rose by <5 percent & more", "R&D; costs fell when a < b and c > d"])
def test_signs_that_are_no_html_are_not_told(take, text):
    assert "HTML" not in take(["Claim"], [text])[1]
