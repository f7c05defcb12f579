"""A reporter's own claim log is imported: rows without ids, repeats on other days, places and notes in columns of their own."""

import pytest

from claimtrack.store import claims
from claimtrack.workflow.adding import NewClaim, add_claim

PLEDGE, ANN, BO = "The harbour will be dredged by spring", "Ann Lee", "Bo Lind"
FIRST, SECOND = "https://x.example/1", "https://x.example/2"
HEADERS = ["text", "claimant", "claimed_on", "url"]


@pytest.fixture
def harbour_claim(desk):
    """A desk with one claim, as `add` files it."""
    add_claim(desk, NewClaim(PLEDGE, claimant=ANN, source=FIRST, claimed_on="2024-04-03"), actor="ada")
    return desk


def occasions_of(db, claim_id=1):
    sql = """
        select name, said_on, articles.url, articles.source from appearances
        join articles on articles.id = article_id left join claimants on claimants.id = claimant_id
        where claim_id = ? order by said_on, appearances.id
    """
    return [tuple(row) for row in db.execute(sql, [claim_id])]


def notes_with_authors(db):
    return [tuple(row) for row in db.execute("select claim_id, body, author from notes order by id")]


def test_headers_are_recognised_despite_brackets_questions_and_alternatives(desk, import_rows):
    import_rows(
        ["Claim / Statement", "Who said it?", "When (said)", "VERDICT!!"],
        [PLEDGE, ANN, "2024-04-03", "Half true"],
    )
    claim = claims.get(desk, 1)
    assert (claim.text, claim.claimant, claim.claimed_on) == (PLEDGE, ANN, "2024-04-03")
    assert notes_with_authors(desk)[0][1] == "VERDICT!!: Half true"


def test_alternatives_that_name_two_fields_are_not_a_header(desk, import_rows):
    assert "no column is the claim's id or text" in import_rows(["Claim / Speaker"], [PLEDGE], exit_code=1)[1]


def test_numbers_of_another_program_are_told_apart_from_ids_where_no_column_has_the_words(
    harbour_claim, import_rows
):
    _, stderr = import_rows(["id", "title", "priority"], ["1", "Lamps on the quay", "high"])
    assert "each row changes the claim of this desk with the number in 'id'. If that is another" in stderr
    assert "use --map id=, and say which column has the words, as in --map 'Their header=text'" in stderr


def test_errors_of_formulas_in_notes_and_places_are_named(desk, import_rows):
    _, stderr = import_rows(["Claim", "Where", "Verdict", "Notes"], [PLEDGE, "#REF!", "#N/A", "asked"])
    assert "Line 2: place has the error of a failed formula (#REF!)" in stderr
    assert "Line 2: note has the error of a failed formula (#N/A)" in stderr


def test_place_in_words_in_an_address_column_is_refused_with_the_remedy(desk, import_rows):
    rows = [["Claim", "Link to source"], [PLEDGE, "TV debate"]]
    assert "line 2: not a web address: 'TV debate'" in (stderr := import_rows(*rows, exit_code=1)[1])
    assert "add --map 'Link to source=place'" in stderr


# The other cells of a row with the claim's words, and the occasion that it adds: claimant, day, place.
OCCASIONS = [
    ([ANN, "2024-05-03", SECOND], (ANN, "2024-05-03", SECOND), "another day and page"),
    ([ANN, "2024-04-03", SECOND], (ANN, "2024-04-03", SECOND), "another page on the same day"),
    ([ANN, "2024-05-03", FIRST], (ANN, "2024-05-03", FIRST), "the same page on another day"),
    (["ann lee", "2024-05-03", SECOND], (ANN, "2024-05-03", SECOND), "the claimant in small letters"),
    (["", "2024-05-03", SECOND], (None, "2024-05-03", SECOND), "no claimant"),
    ([ANN, "3.5.2024", SECOND], (ANN, "2024-05-03", SECOND), "a day as spreadsheets write it"),
    ([ANN, "2024-04-03", FIRST], None, "an occasion that is known"),
    ([ANN, "2024-04-03", f"{FIRST}?utm_source=mail"], None, "the same page by another address"),
    ([ANN, "2024-04-03", ""], None, "no place"),
    ([ANN, "", ""], None, "neither day nor place"),
    (["", "", FIRST], None, "only the page"),
]


@pytest.mark.parametrize(("cells", "occasion", "reason"), OCCASIONS, ids=[row[-1] for row in OCCASIONS])
def test_row_with_the_words_of_a_claim_adds_an_occasion_and_overwrites_nothing(
    harbour_claim, import_rows, cells, occasion, reason
):
    stdout, summary = import_rows(HEADERS, [PLEDGE, *cells])
    claim = claims.get(harbour_claim, 1)
    assert (claim.claimant, claim.claimed_on, claims.newest_id(harbour_claim)) == (ANN, "2024-04-03", 1)
    places = [(speaker, day, url) for speaker, day, url, _ in occasions_of(harbour_claim)]
    first = (ANN, "2024-04-03", FIRST)
    assert sorted(places, key=str) == sorted([first, occasion] if occasion else [first], key=str)
    if occasion:
        assert stdout == f"claim 1, also said: {', '.join(filter(None, [cells[0], *occasion[1:]]))}\n"
        assert "0 changed cells in 0 claims, 0 new claims, 1 repeat, 0 rows unchanged" in summary
    assert import_rows(HEADERS, [PLEDGE, *cells])[0] == ""


def test_missing_date_is_filled_in_from_the_row(desk, import_rows):
    add_claim(desk, NewClaim(PLEDGE, claimant=ANN), actor="ada")
    stdout, _ = import_rows(HEADERS, [PLEDGE, ANN, "2024-04-03", ""])
    assert stdout == "claim 1, claimed_on: nothing → “2024-04-03”\n"
    assert (claims.get(desk, 1).claimed_on, occasions_of(desk)) == ("2024-04-03", [])


def test_empty_cells_of_a_repeat_remove_nothing(harbour_claim, import_rows):
    harbour_claim.execute("update claims set assignee = 'ben'")
    harbour_claim.conn.commit()
    headers = [*HEADERS, "assignee", "tags", "status"]
    assert import_rows(headers, [PLEDGE, "", "", SECOND, "", "", ""])[0] == f"claim 1, also said: {SECOND}\n"
    claim = claims.get(harbour_claim, 1)
    assert (claim.claimant, claim.claimed_on, claim.assignee) == (ANN, "2024-04-03", "ben")


def test_row_with_an_id_edits_the_claim(harbour_claim, import_rows):
    import_rows(["id", *HEADERS], ["1", PLEDGE, ANN, "2024-05-03", SECOND])
    assert claims.get(harbour_claim, 1).claimed_on == "2024-05-03"
    assert len(occasions_of(harbour_claim)) == 1


# ── rows of one sheet about one claim ───────────────────────────────────────────────────────────

LOG = (
    HEADERS,
    [PLEDGE, ANN, "2024-04-03", FIRST],
    [PLEDGE, BO, "2024-04-04", FIRST],
    [PLEDGE, ANN, "2024-05-03", SECOND],
    [PLEDGE, "ann lee", "2024-06-03", ""],
)


def test_repeats_in_one_sheet_are_occasions_of_one_claim(desk, import_rows):
    stdout, summary = import_rows(*LOG)
    assert stdout.splitlines()[4:] == [
        f"new, line 2, also said: {ANN}, 2024-05-03, {SECOND}",
        "new, line 2, also said: ann lee, 2024-06-03",
    ]
    assert "2 new claims, 2 repeats, 0 rows unchanged" in summary
    assert [row[:3] for row in occasions_of(desk)] == [
        (ANN, "2024-04-03", FIRST),
        (ANN, "2024-05-03", SECOND),
        (ANN, "2024-06-03", None),
    ]
    assert [row[:3] for row in occasions_of(desk, 2)] == [(BO, "2024-04-04", FIRST)]
    again, summary = import_rows(*LOG)
    assert (again, "4 rows unchanged" in summary) == ("", True)


def test_log_without_places_counts_the_first_occasion_too(desk, import_rows):
    import_rows(HEADERS[:3], [PLEDGE, ANN, "2024-04-03"], [PLEDGE, ANN, "2024-05-03"])
    assert [row[1] for row in occasions_of(desk)] == ["2024-04-03", "2024-05-03"]


# A sheet whose first row has neither a day nor a place; the columns are text, place, claimed_on.
PLACES = ["text", "place", "claimed_on"]
UNDATED = (PLACES, [PLEDGE, "", ""], [PLEDGE, "Radio 4", "2024-01-01"], [PLEDGE, "Radio 5", "2024-02-01"])


@pytest.mark.parametrize(("place", "also"), [("Radio 9", "2024-05-05, Radio 9"), ("", "2024-05-05")])
def test_date_of_a_claim_is_never_later_than_a_known_occasion(desk, import_rows, place, also):
    import_rows(*UNDATED)
    row = [PLEDGE, place, "2024-05-05"]
    assert import_rows(PLACES, row)[0] == f"claim 1, also said: {also}\n"
    assert claims.get(desk, 1).claimed_on is None
    assert [day for _, day, *_ in occasions_of(desk)] == ["2024-01-01", "2024-02-01", "2024-05-05"]
    assert "1 row unchanged" in import_rows(PLACES, row)[1]


def test_date_before_all_known_occasions_is_filled_in(desk, import_rows):
    import_rows(*UNDATED)
    assert (
        "claim 1, claimed_on: nothing → “2023-12-01”"
        in import_rows(PLACES, [PLEDGE, "Radio 9", "2023-12-01"])[0]
    )
    assert (claims.get(desk, 1).claimed_on, len(occasions_of(desk))) == ("2023-12-01", 3)


def test_sheet_whose_first_row_has_no_date_can_be_reimported_without_changes(desk, import_rows):
    import_rows(*UNDATED)
    for _ in range(2):
        stdout, summary = import_rows(*UNDATED)
        assert (stdout, "3 rows unchanged" in summary) == ("", True)
    assert (claims.get(desk, 1).claimed_on, len(occasions_of(desk))) == (None, 2)


def test_known_place_is_another_occasion_on_another_day_or_for_another_claim(desk, import_rows):
    for text, place in ((PLEDGE, "Radio 4"), ("The harbour was dredged", "Radio 5")):
        add_claim(desk, NewClaim(text, claimant=ANN, source=place, claimed_on="2024-04-03"), actor="ada")
    rows = [
        [PLEDGE, ANN, day, place] for place in ("Radio 4", "Radio 5") for day in ("2024-04-03", "2024-05-03")
    ]
    import_rows(["text", "claimant", "claimed_on", "place"], *rows)
    assert sorted(row[1::2] for row in occasions_of(desk)) == [
        (day, place) for day in ("2024-04-03", "2024-05-03") for place in ("Radio 4", "Radio 5")
    ]


def test_repeat_below_an_exported_row_is_an_occasion(harbour_claim, import_rows):
    stdout, _ = import_rows(
        ["id", *HEADERS, "status"],
        ["1", PLEDGE, ANN, "2024-04-03", FIRST, "checking"],
        ["", PLEDGE, ANN, "2024-05-03", SECOND, ""],
    )
    assert stdout.splitlines() == [
        "claim 1, status: “open” → “checking”",
        f"claim 1, also said: {ANN}, 2024-05-03, {SECOND}",
    ]
    assert (claims.get(harbour_claim, 1).status, len(occasions_of(harbour_claim))) == ("checking", 2)


# Two rows that cannot be reconciled (id, text, claimant, claimed_on, url, status), and why.
CONTRADICTIONS = [
    (["1", PLEDGE, ANN, "", "", "open"], ["1", PLEDGE, ANN, "2024-05-03", "", "open"], "an id twice"),
    (
        ["", "New", ANN, "2024-04-03", "", "open"],
        ["", "New", ANN, "2024-05-03", "", "parked"],
        "another status",
    ),
    (
        ["", PLEDGE, ANN, "2024-06-03", "", ""],
        ["", PLEDGE, ANN, "2024-05-03", "", "parked"],
        "a status for one",
    ),
]


@pytest.mark.parametrize(
    ("first", "second", "reason"), CONTRADICTIONS, ids=[row[-1] for row in CONTRADICTIONS]
)
def test_contradictory_rows_are_refused(harbour_claim, import_rows, first, second, reason):
    _, summary = import_rows(["id", *HEADERS, "status"], first, second, exit_code=1)
    assert "line 3: " in summary
    assert "keep one" in summary
    assert (claims.newest_id(harbour_claim), len(occasions_of(harbour_claim))) == (1, 1)


# The cells of two rows about a claim, of which the second is no other occasion: claimant, claimed_on, url.
NO_OTHER_TIME = [
    ([ANN, "", ""], [ANN, "", ""], "neither has a day or a place"),
    ([ANN, "2024-04-03", FIRST], [ANN, "2024-04-03", FIRST], "nothing differs"),
    ([ANN, "2024-04-03", FIRST], [ANN, "", FIRST], "the second has no day"),
    ([ANN, "", ""], ["", "", ""], "the second has no claimant"),
]


@pytest.mark.parametrize(("first", "second", "reason"), NO_OTHER_TIME, ids=[row[-1] for row in NO_OTHER_TIME])
def test_row_that_adds_nothing_to_an_earlier_one_changes_nothing(desk, import_rows, first, second, reason):
    _, summary = import_rows(HEADERS, ["Wages fell", *first], ["Wages fell", *second])
    assert "line 3: the same claim as line 2, with no other date or place, so it counts once" in summary
    assert "1 new claim, 1 row unchanged" in summary
    assert (claims.newest_id(desk), len(occasions_of(desk))) == (1, 1 if first[2] else 0)
    assert "2 rows unchanged" in import_rows(HEADERS, ["Wages fell", *first], ["Wages fell", *second])[1]


def test_redundant_row_may_add_a_note(desk, import_rows):
    row = [PLEDGE, ANN, "", ""]
    stdout, _ = import_rows(
        [*HEADERS, "note"], [*row, "call the port"], [*row, "call her"], [*row, "call the port"]
    )
    assert stdout.splitlines()[-1] == "new, line 2, note: “call her”"
    assert [body for _, body, _ in notes_with_authors(desk)] == ["call the port", "call her"]


# ── other spellings ─────────────────────────────────────────────────────────────────────────────

# The claim in words that differ only in how they are typed.
SPELLINGS = [
    (PLEDGE.upper(), "capitals"),
    (f"{PLEDGE}.", "a full stop"),
    (f"“{PLEDGE}!”", "quotation marks"),
    (PLEDGE.replace(" ", "  "), "spaces"),
]


@pytest.mark.parametrize(("text", "reason"), SPELLINGS, ids=[row[-1] for row in SPELLINGS])
def test_claim_spelt_differently_is_matched_as_by_add(harbour_claim, import_rows, text, reason):
    stdout, summary = import_rows(HEADERS, [text, ANN, "2024-05-03", SECOND])
    assert stdout == f"claim 1, also said: {ANN}, 2024-05-03, {SECOND}\n"
    assert (claims.newest_id(harbour_claim), claims.get(harbour_claim, 1).text) == (1, PLEDGE)
    if reason != "spaces":
        assert f"line 2: matched to claim 1, which has it as “{PLEDGE}”" in summary


@pytest.mark.parametrize(("text", "reason"), SPELLINGS, ids=[row[-1] for row in SPELLINGS])
def test_rows_spelt_differently_are_one_claim(desk, import_rows, text, reason):
    import_rows(HEADERS, [PLEDGE, "", "2024-04-03", FIRST], [text, ANN, "2024-05-03", SECOND])
    assert (claims.newest_id(desk), claims.get(desk, 1).text) == (1, PLEDGE)
    assert (claims.get(desk, 1).claimant, len(occasions_of(desk))) == (
        None,
        2,
    )  # no claimant is known for the first day


def test_meaningful_capitals_and_other_speakers_make_other_claims(desk, import_rows):
    import_rows(
        HEADERS[:2],
        ["US told them", ANN],
        ["us told them", ANN],
        ["us told them!", BO],
        ["No.", ANN],
        ["No!", ANN],
    )
    assert claims.newest_id(desk) == 5


def test_two_claims_of_another_desk_are_not_merged(desk, import_rows):
    import_rows(["id", "text"], ["8", PLEDGE], ["9", f"{PLEDGE}."])
    assert claims.newest_id(desk) == 2


def test_new_row_is_shown_with_the_claim_it_resembles_and_the_pair_waits(harbour_claim, import_rows):
    stdout, _ = import_rows(HEADERS, ["The harbour will be dredged by autumn", ANN, "", ""])
    assert "  resembles claim 1, conflict " in stdout
    assert stdout.endswith(f": “{PLEDGE}”\n")
    assert [tuple(row) for row in harbour_claim.execute("select left_id, right_id from matches")] == [(1, 2)]


def test_claim_marked_published_without_a_review_is_reported(desk, import_rows):
    """As by `status`: a row may say that a check is published elsewhere, but readers of this desk see none."""
    _, summary = import_rows(["text", "status"], [PLEDGE, "published"], ["Wages fell", "open"])
    assert (
        "Line 2: called published, but you have not published a review of it, so readers see no verdict"
        in summary
    )
    assert claims.get(desk, 1).status == "published"


def test_row_that_names_the_speaker_of_a_claim_marked_published_is_an_occasion_of_its_own(desk, import_rows):
    """Nobody may change a published claim: the row is not refused, but the claim stays without a claimant."""
    headers = ["text", "claimant", "claimed_on", "place", "status"]
    published = [PLEDGE, "", "2024-04-22", "https://tv.example/1", "published"]
    import_rows(headers, published, [PLEDGE, "Ada Fenn", "", "", ""])
    assert (claims.get(desk, 1).status, claims.get(desk, 1).claimant) == ("published", None)


@pytest.mark.parametrize(("day", "due_on"), [([], None), (["2027-05-01"], "2027-05-01")])
def test_claim_published_by_a_sheet_has_met_its_due_day(desk, import_rows, day, due_on):
    """Unless the sheet gives another day."""
    headers = ["text", "status", "due_on"]
    import_rows(headers, [PLEDGE, "in_review", "2024-05-03"])
    import_rows(headers[: 2 + len(day)], [PLEDGE, "published", *day])
    assert (claims.get(desk, 1).status, claims.get(desk, 1).due_on) == ("published", due_on)


# ── places and notes ────────────────────────────────────────────────────────────────────────────

# Headers and cells of a sheet; the claimant, address, place in words and notes on the desk afterwards.
COLUMNS = [
    (["text", "claimant", "source"], [PLEDGE, ANN, FIRST], (ANN, FIRST, None, []), "as `add` calls it"),
    (
        ["text", "claimant", "source"],
        [PLEDGE, ANN, "Radio 4"],
        (ANN, None, "Radio 4", []),
        "a place in words",
    ),
    (
        ["source", "Who", "statement"],
        ["Radio 4", ANN, PLEDGE],
        (ANN, None, "Radio 4", []),
        "columns in another order",
    ),
    (["text", "source"], [PLEDGE, ANN], (ANN, None, None, []), "no other column is the claimant"),
    (
        ["text", "speaker", "url", "source"],
        [PLEDGE, ANN, FIRST, "Radio 4"],
        (ANN, FIRST, None, []),
        "an address first",
    ),
    (
        ["text", "speaker", "url", "source"],
        [PLEDGE, ANN, "", "Radio 4"],
        (ANN, None, "Radio 4", []),
        "there is no network address",
    ),
    (["text", "note"], [PLEDGE, "call the port"], (None, None, None, ["call the port"]), "a note"),
    (["text", "Notes"], [PLEDGE, "call the port"], (None, None, None, ["call the port"]), "notes"),
    (["text", "notes"], [PLEDGE, "2"], (None, None, None, []), "how many notes there were"),
    (["text", "notes", "version"], [PLEDGE, "2", ""], (None, None, None, []), "an export's count"),
    (
        ["text", "notes", "version"],
        [PLEDGE, "call the port", ""],
        (None, None, None, ["call the port"]),
        "words in place of the count",
    ),
]


@pytest.mark.parametrize(
    ("headers", "cells", "expected", "reason"), COLUMNS, ids=[row[-1] for row in COLUMNS]
)
def test_places_and_notes_are_imported_once(desk, import_rows, headers, cells, expected, reason):
    for _ in range(2):
        import_rows(headers, cells)
        occasions = [row[2:] for row in occasions_of(desk)] or [(None, None)]
        assert (
            claims.get(desk, 1).claimant,
            *occasions[0],
            [body for _, body, _ in notes_with_authors(desk)],
        ) == expected
        assert len(occasions) == 1


def test_note_on_an_existing_claim_is_added_and_reported(harbour_claim, import_rows):
    stdout, summary = import_rows(["id", "text", "note"], ["1", PLEDGE, "call the port"])
    assert stdout == "claim 1, note: “call the port”\n"
    assert "0 new claims, 1 new note, 0 rows unchanged" in summary
    assert notes_with_authors(harbour_claim) == [(1, "call the port", "ada")]


def test_address_is_refused_as_a_claimant(desk, import_rows):
    _, summary = import_rows(["text", "source"], [PLEDGE, FIRST], exit_code=1)
    assert "claimant is a web address" in summary
    assert "--map source=url" in summary
