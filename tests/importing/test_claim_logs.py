"""A reporter's own claim log comes in: rows without ids, repeats on other days, places and notes in columns of their own."""

import pytest

from claimtrack.store import claims
from claimtrack.workflow.adding import NewClaim, add_claim

PLEDGE, ANN, BO = "The harbour will be dredged by spring", "Ann Lee", "Bo Lind"
FIRST, SECOND = "https://x.example/1", "https://x.example/2"
HEADERS = ["text", "claimant", "claimed_on", "url"]


@pytest.fixture
def pledged(desk):
    """The claim as `add` files it."""
    add_claim(desk, NewClaim(PLEDGE, claimant=ANN, source=FIRST, claimed_on="2024-04-03"), actor="ada")
    return desk


def said(db, claim_id=1):
    sql = """
        select name, said_on, articles.url, articles.source from appearances
        join articles on articles.id = article_id left join claimants on claimants.id = claimant_id
        where claim_id = ? order by said_on, appearances.id
    """
    return [tuple(row) for row in db.execute(sql, [claim_id])]


def notes(db):
    return [tuple(row) for row in db.execute("select claim_id, body, author from notes order by id")]


def test_headers_are_known_with_brackets_questions_and_alternatives(desk, take):
    take(
        ["Claim / Statement", "Who said it?", "When (said)", "VERDICT!!"],
        [PLEDGE, ANN, "2024-04-03", "Half true"],
    )
    claim = claims.get(desk, 1)
    assert (claim.text, claim.claimant, claim.claimed_on) == (PLEDGE, ANN, "2024-04-03")
    assert notes(desk)[0][1] == "VERDICT!!: Half true"


def test_alternatives_that_mean_two_fields_are_no_header(desk, take):
    assert "no column is the claim's id or text" in take(["Claim / Speaker"], [PLEDGE], ends=1)[1]


def test_a_place_in_words_in_a_column_of_addresses_is_told_the_way_in(desk, take):
    rows = [["Claim", "Link to source"], [PLEDGE, "TV debate"]]
    assert "line 2: not a web address: 'TV debate'" in (told := take(*rows, ends=1)[1])
    assert "add --map 'Its header=place'" in told


# The cells of a row with the claim's words, and which further occasion it is: claimant, day, place.
OCCASIONS = [
    ([ANN, "2024-05-03", SECOND], (ANN, "2024-05-03", SECOND), "another day and page"),
    ([ANN, "2024-04-03", SECOND], (ANN, "2024-04-03", SECOND), "another page on the same day"),
    ([ANN, "2024-05-03", FIRST], (ANN, "2024-05-03", FIRST), "the same page on another day"),
    (["ann lee", "2024-05-03", SECOND], (ANN, "2024-05-03", SECOND), "in small letters"),
    (["", "2024-05-03", SECOND], (None, "2024-05-03", SECOND), "nobody named"),
    ([ANN, "3.5.2024", SECOND], (ANN, "2024-05-03", SECOND), "a day as spreadsheets write it"),
    ([ANN, "2024-04-03", FIRST], None, "what the desk has"),
    ([ANN, "2024-04-03", f"{FIRST}?utm_source=mail"], None, "the same page by another address"),
    ([ANN, "2024-04-03", ""], None, "no place"),
    ([ANN, "", ""], None, "neither day nor place"),
    (["", "", FIRST], None, "only the page"),
]


@pytest.mark.parametrize(("cells", "occasion", "reason"), OCCASIONS, ids=[row[-1] for row in OCCASIONS])
def test_a_row_in_a_claims_words_is_another_occasion_and_overwrites_nothing(
    pledged, take, cells, occasion, reason
):
    told, summary = take(HEADERS, [PLEDGE, *cells])
    claim = claims.get(pledged, 1)
    assert (claim.claimant, claim.claimed_on, claims.newest_id(pledged)) == (ANN, "2024-04-03", 1)
    places = [(speaker, day, url) for speaker, day, url, _ in said(pledged)]
    first = (ANN, "2024-04-03", FIRST)
    assert sorted(places, key=str) == sorted([first, occasion] if occasion else [first], key=str)
    if occasion:
        assert told == f"claim 1, also said: {', '.join(filter(None, [cells[0], *occasion[1:]]))}\n"
        assert "0 changed cells in 0 claims, 0 new claims, 1 repeat, 0 rows unchanged" in summary
    assert take(HEADERS, [PLEDGE, *cells])[0] == ""


def test_a_day_that_nobody_told_is_taken_from_the_row(desk, take):
    add_claim(desk, NewClaim(PLEDGE, claimant=ANN), actor="ada")
    told, _ = take(HEADERS, [PLEDGE, ANN, "2024-04-03", ""])
    assert told == "claim 1, claimed_on: nothing → “2024-04-03”\n"
    assert (claims.get(desk, 1).claimed_on, said(desk)) == ("2024-04-03", [])


def test_empty_cells_of_such_a_row_take_nothing_off(pledged, take):
    pledged.execute("update claims set assignee = 'ben'")
    pledged.conn.commit()
    headers = [*HEADERS, "assignee", "tags", "status"]
    assert take(headers, [PLEDGE, "", "", SECOND, "", "", ""])[0] == f"claim 1, also said: {SECOND}\n"
    claim = claims.get(pledged, 1)
    assert (claim.claimant, claim.claimed_on, claim.assignee) == (ANN, "2024-04-03", "ben")


def test_a_row_with_an_id_is_an_edit(pledged, take):
    take(["id", *HEADERS], ["1", PLEDGE, ANN, "2024-05-03", SECOND])
    assert claims.get(pledged, 1).claimed_on == "2024-05-03"
    assert len(said(pledged)) == 1


# ── rows of one sheet about one claim ───────────────────────────────────────────────────────────

LOG = (
    HEADERS,
    [PLEDGE, ANN, "2024-04-03", FIRST],
    [PLEDGE, BO, "2024-04-04", FIRST],
    [PLEDGE, ANN, "2024-05-03", SECOND],
    [PLEDGE, "ann lee", "2024-06-03", ""],
)


def test_repeats_in_one_sheet_are_occasions_of_one_claim(desk, take):
    told, summary = take(*LOG)
    assert told.splitlines()[4:] == [
        f"new, line 2, also said: {ANN}, 2024-05-03, {SECOND}",
        "new, line 2, also said: ann lee, 2024-06-03",
    ]
    assert "2 new claims, 2 repeats, 0 rows unchanged" in summary
    assert [row[:3] for row in said(desk)] == [
        (ANN, "2024-04-03", FIRST),
        (ANN, "2024-05-03", SECOND),
        (ANN, "2024-06-03", None),
    ]
    assert [row[:3] for row in said(desk, 2)] == [(BO, "2024-04-04", FIRST)]
    again, summary = take(*LOG)
    assert (again, "4 rows unchanged" in summary) == ("", True)


def test_a_log_without_places_counts_the_first_time_too(desk, take):
    take(HEADERS[:3], [PLEDGE, ANN, "2024-04-03"], [PLEDGE, ANN, "2024-05-03"])
    assert [row[1] for row in said(desk)] == ["2024-04-03", "2024-05-03"]


# A sheet whose first row tells neither day nor place, under: text, place, claimed_on.
PLACES = ["text", "place", "claimed_on"]
UNDATED = (PLACES, [PLEDGE, "", ""], [PLEDGE, "Radio 4", "2024-01-01"], [PLEDGE, "Radio 5", "2024-02-01"])


@pytest.mark.parametrize(("place", "also"), [("Radio 9", "2024-05-05, Radio 9"), ("", "2024-05-05")])
def test_the_day_of_a_claim_is_never_later_than_an_occasion_that_is_known(desk, take, place, also):
    take(*UNDATED)
    row = [PLEDGE, place, "2024-05-05"]
    assert take(PLACES, row)[0] == f"claim 1, also said: {also}\n"
    assert claims.get(desk, 1).claimed_on is None
    assert [day for _, day, *_ in said(desk)] == ["2024-01-01", "2024-02-01", "2024-05-05"]
    assert "1 row unchanged" in take(PLACES, row)[1]


def test_a_day_before_all_that_are_known_is_filled_in(desk, take):
    take(*UNDATED)
    assert "claim 1, claimed_on: nothing → “2023-12-01”" in take(PLACES, [PLEDGE, "Radio 9", "2023-12-01"])[0]
    assert (claims.get(desk, 1).claimed_on, len(said(desk))) == ("2023-12-01", 3)


def test_a_sheet_whose_first_row_has_no_day_changes_nothing_when_it_comes_again(desk, take):
    take(*UNDATED)
    for _ in range(2):
        told, summary = take(*UNDATED)
        assert (told, "3 rows unchanged" in summary) == ("", True)
    assert (claims.get(desk, 1).claimed_on, len(said(desk))) == (None, 2)


def test_a_place_that_the_desk_knows_is_another_occasion_on_another_day_and_of_another_claim(desk, take):
    for text, place in ((PLEDGE, "Radio 4"), ("The harbour was dredged", "Radio 5")):
        add_claim(desk, NewClaim(text, claimant=ANN, source=place, claimed_on="2024-04-03"), actor="ada")
    rows = [
        [PLEDGE, ANN, day, place] for place in ("Radio 4", "Radio 5") for day in ("2024-04-03", "2024-05-03")
    ]
    take(["text", "claimant", "claimed_on", "place"], *rows)
    assert sorted(one[1::2] for one in said(desk)) == [
        (day, place) for day in ("2024-04-03", "2024-05-03") for place in ("Radio 4", "Radio 5")
    ]


def test_a_repeat_below_an_exported_row_is_an_occasion(pledged, take):
    told, _ = take(
        ["id", *HEADERS, "status"],
        ["1", PLEDGE, ANN, "2024-04-03", FIRST, "checking"],
        ["", PLEDGE, ANN, "2024-05-03", SECOND, ""],
    )
    assert told.splitlines() == [
        "claim 1, status: “open” → “checking”",
        f"claim 1, also said: {ANN}, 2024-05-03, {SECOND}",
    ]
    assert (claims.get(pledged, 1).status, len(said(pledged))) == ("checking", 2)


# Two rows that nobody can reconcile, under: id, text, claimant, claimed_on, url, status; why they are refused.
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


@pytest.mark.parametrize(("one", "other", "reason"), CONTRADICTIONS, ids=[row[-1] for row in CONTRADICTIONS])
def test_rows_that_contradict_each_other_are_refused(pledged, take, one, other, reason):
    _, summary = take(["id", *HEADERS, "status"], one, other, ends=1)
    assert "line 3: " in summary
    assert "keep one" in summary
    assert (claims.newest_id(pledged), len(said(pledged))) == (1, 1)


# The cells of a second row about a claim that tell no other time than the first: claimant, claimed_on, url.
NO_OTHER_TIME = [
    ([ANN, "", ""], [ANN, "", ""], "neither has a day or a place"),
    ([ANN, "2024-04-03", FIRST], [ANN, "2024-04-03", FIRST], "nothing differs"),
    ([ANN, "2024-04-03", FIRST], [ANN, "", FIRST], "it tells less"),
    ([ANN, "", ""], ["", "", ""], "it does not tell who"),
]


@pytest.mark.parametrize(("one", "other", "reason"), NO_OTHER_TIME, ids=[row[-1] for row in NO_OTHER_TIME])
def test_a_row_that_tells_nothing_new_of_a_claim_further_up_changes_nothing(desk, take, one, other, reason):
    _, summary = take(HEADERS, ["Wages fell", *one], ["Wages fell", *other])
    assert "line 3: the same claim as line 2, with no other date or place, so it counts once" in summary
    assert "1 new claim, 1 row unchanged" in summary
    assert (claims.newest_id(desk), len(said(desk))) == (1, 1 if one[2] else 0)
    assert "2 rows unchanged" in take(HEADERS, ["Wages fell", *one], ["Wages fell", *other])[1]


def test_such_a_row_may_bring_a_note(desk, take):
    row = [PLEDGE, ANN, "", ""]
    told, _ = take([*HEADERS, "note"], [*row, "call the port"], [*row, "call her"], [*row, "call the port"])
    assert told.splitlines()[-1] == "new, line 2, note: “call her”"
    assert [body for _, body, _ in notes(desk)] == ["call the port", "call her"]


# ── other spellings ─────────────────────────────────────────────────────────────────────────────

# The claim in words that differ in nothing but how they are typed.
SPELLINGS = [
    (PLEDGE.upper(), "capitals"),
    (f"{PLEDGE}.", "a full stop"),
    (f"“{PLEDGE}!”", "quotation marks"),
    (PLEDGE.replace(" ", "  "), "spaces"),
]


@pytest.mark.parametrize(("text", "reason"), SPELLINGS, ids=[row[-1] for row in SPELLINGS])
def test_a_claim_spelt_otherwise_is_the_claim_as_for_add(pledged, take, text, reason):
    told, summary = take(HEADERS, [text, ANN, "2024-05-03", SECOND])
    assert told == f"claim 1, also said: {ANN}, 2024-05-03, {SECOND}\n"
    assert (claims.newest_id(pledged), claims.get(pledged, 1).text) == (1, PLEDGE)
    if reason != "spaces":
        assert f"line 2: matched to claim 1, which has it as “{PLEDGE}”" in summary


@pytest.mark.parametrize(("text", "reason"), SPELLINGS, ids=[row[-1] for row in SPELLINGS])
def test_rows_of_one_sheet_spelt_otherwise_are_one_claim(desk, take, text, reason):
    take(HEADERS, [PLEDGE, "", "2024-04-03", FIRST], [text, ANN, "2024-05-03", SECOND])
    assert (claims.newest_id(desk), claims.get(desk, 1).text) == (1, PLEDGE)
    assert (claims.get(desk, 1).claimant, len(said(desk))) == (
        None,
        2,
    )  # nobody told who said it on the first day


def test_capitals_that_tell_something_and_other_speakers_are_other_claims(desk, take):
    take(
        HEADERS[:2],
        ["US told them", ANN],
        ["us told them", ANN],
        ["us told them!", BO],
        ["No.", ANN],
        ["No!", ANN],
    )
    assert claims.newest_id(desk) == 5


def test_rows_that_another_desk_held_for_two_claims_stay_two(desk, take):
    take(["id", "text"], ["8", PLEDGE], ["9", f"{PLEDGE}."])
    assert claims.newest_id(desk) == 2


def test_a_new_row_is_shown_beside_what_it_resembles_and_the_pair_waits(pledged, take):
    told, _ = take(HEADERS, ["The harbour will be dredged by autumn", ANN, "", ""])
    assert "  resembles claim 1, conflict " in told
    assert told.endswith(f": “{PLEDGE}”\n")
    assert [tuple(row) for row in pledged.execute("select left_id, right_id from matches")] == [(1, 2)]


def test_a_claim_called_published_without_a_verdict_is_told(desk, take):
    """As `status` tells it: a row may say that a check is out elsewhere, and readers of this desk get none."""
    _, summary = take(["text", "status"], [PLEDGE, "published"], ["Wages fell", "open"])
    assert (
        "Line 2: called published, but you have not published a review of it, so readers see no verdict"
        in summary
    )
    assert claims.get(desk, 1).status == "published"


# ── places and notes ────────────────────────────────────────────────────────────────────────────

# Headers and cells of a sheet; claimant, address, place in words and notes on the desk after it.
COLUMNS = [
    (["text", "claimant", "source"], [PLEDGE, ANN, FIRST], (ANN, FIRST, None, []), "as `add` calls it"),
    (
        ["text", "claimant", "source"],
        [PLEDGE, ANN, "Radio 4"],
        (ANN, None, "Radio 4", []),
        "a place in words",
    ),
    (["source", "Who", "statement"], ["Radio 4", ANN, PLEDGE], (ANN, None, "Radio 4", []), "in other order"),
    (["text", "source"], [PLEDGE, ANN], (ANN, None, None, []), "where nothing else says who"),
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
        "words in its place",
    ),
]


@pytest.mark.parametrize(("headers", "cells", "held", "reason"), COLUMNS, ids=[row[-1] for row in COLUMNS])
def test_places_and_notes_are_read_and_read_again_add_nothing(desk, take, headers, cells, held, reason):
    for _ in range(2):
        take(headers, cells)
        heard = [row[2:] for row in said(desk)] or [(None, None)]
        assert (claims.get(desk, 1).claimant, *heard[0], [body for _, body, _ in notes(desk)]) == held
        assert len(heard) == 1


def test_a_note_on_a_claim_that_is_there_is_added_and_told(pledged, take):
    told, summary = take(["id", "text", "note"], ["1", PLEDGE, "call the port"])
    assert told == "claim 1, note: “call the port”\n"
    assert "0 new claims, 1 new note, 0 rows unchanged" in summary
    assert notes(pledged) == [(1, "call the port", "ada")]


def test_an_address_is_no_claimant(desk, take):
    _, summary = take(["text", "source"], [PLEDGE, FIRST], ends=1)
    assert "claimant is a web address" in summary
    assert "--map 'Its header=url'" in summary
