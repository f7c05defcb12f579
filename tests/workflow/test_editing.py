"""A claim is edited: its maker is put right wherever the wrong name stood, and what resembles it is looked for again."""

import json

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.errors import Refused
from claimtrack.core.model import ClaimantKind, OnDuplicate
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import claims, matches
from claimtrack.workflow import triage
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.ledger import ledger
from claimtrack.workflow.sheets.applying import apply_plan
from claimtrack.workflow.sheets.importing import plan_import
from claimtrack.workflow.undoing import take_back

WORDS = "The yard has lost 400 jobs since 2019"


@pytest.fixture
def filed(desk, file_claims):
    """Claim 1, read as "the boss" in an article, in a corrected version of it and in a reprint elsewhere."""
    for text, url in [("{}.", "a"), ("It rained. {}.", "a"), ("Reprinted: {}.", "b")]:
        found = [(WORDS, "the boss", 0.9)]
        file_claims(desk, text.format(WORDS), found, url=f"https://{url}.example/1")
    return desk


def in_triage(db, name=None, text=None):
    triage.decide(db, Ruling(1, Decision.EDIT, speaker=name, text=text), actor="bo")


def on_its_page(db, name, text=None):
    words = text or claims.get(db, 1).text
    return edit_claim(db, 1, text=words, claimant=name, actor="bo")


def in_a_sheet(db, name, path, text=WORDS):
    row = {"id": 1, "text": text, "claimant": name}
    path.write_text(json.dumps(row), encoding="utf-8")
    with path.open("rb") as file:
        table = read_table(file, path.name)
        apply_plan(db, plan_import(db, table, map_headers(table.headers, {})), actor="bo")


@pytest.fixture(params=["triage", "page", "sheet"])
def put_right(request, filed, tmp_path):
    """Says who said claim 1 ("-" for nobody), in one of the ways that an editor has."""
    ways = {
        "triage": in_triage,
        "page": on_its_page,
        "sheet": lambda db, name: in_a_sheet(db, name, tmp_path / "rows.jsonl"),
    }
    return lambda name: ways[request.param](filed, name)


def speakers(db):
    return [(one["speaker"], one["times"]) for one in ledger(db, 1)["speakers"]]


def written(db):
    return [row[0] for row in db.execute("select speaker_as_written from appearances order by id")]


def test_versions_and_reprints_name_who_it_was(filed, put_right):
    put_right("Ann Lee")
    assert speakers(filed) == [("Ann Lee", 2)]
    assert written(filed) == ["the boss"] * 3


def test_nobody_is_nobody_in_the_ledger_too(filed, put_right):
    put_right("-")
    assert claims.get(filed, 1).claimant is None
    assert speakers(filed) == [(None, 2)]


def test_whoever_else_said_it_goes_on_having_said_it(filed, put_right):
    add_claim(filed, NewClaim(WORDS, "Bo Li", "Radio 4"), attach_to=1, actor="bo")
    put_right("Ann Lee")
    assert speakers(filed) == [("Ann Lee", 2), ("Bo Li", 1)]


def test_what_was_heard_of_both_in_one_place_was_said_there_once(filed, put_right):
    for name in ("the boss", "Ann Lee"):
        add_claim(filed, NewClaim(WORDS, name, "Radio 4", "2024-05-01"), attach_to=1, actor="bo")
    assert speakers(filed) == [("the boss", 3), ("Ann Lee", 1)]
    put_right("Ann Lee")
    assert speakers(filed) == [("Ann Lee", 3)]


def test_who_was_not_recognised_is_named_where_the_same_word_stood_for_him(desk, file_claims):
    for text, found in [("{}, he said.", "he"), ("{}, he said on Monday.", "he"), ("{}, it said.", "it")]:
        url = "https://b.example/1" if found == "it" else "https://a.example/1"
        file_claims(desk, text.format(WORDS), [(WORDS, found, 0.9)], url=url)
    assert speakers(desk) == [("he", 1), ("it", 1)]
    in_triage(desk, "Ann Lee")
    assert speakers(desk) == [("Ann Lee", 1), ("it", 1)]


def test_an_outlet_that_prints_it_in_its_own_voice_goes_on_doing_so(filed, file_claims):
    found = [(WORDS, "outlet", 0.9)]
    file_claims(filed, f"Again: {WORDS}.", found, url="https://c.example/1", outlet="The Post")
    in_triage(filed, "Ann Lee")
    assert speakers(filed) == [("Ann Lee", 2), ("The Post", 1)]


def test_undo_gives_each_its_speaker_back(filed):
    add_claim(filed, NewClaim(WORDS, "the boss", "Radio 4"), attach_to=1, actor="bo")
    add_claim(filed, NewClaim(WORDS, "Ann Lee", "Radio 4"), attach_to=1, actor="bo")
    rows = lambda: list(filed.query("select * from appearances order by id"))  # noqa: E731
    before = rows()
    for name in ("Ann Lee", "-"):
        decided = triage.decide(filed, Ruling(1, Decision.EDIT, speaker=name), actor="bo")
        assert rows() != before
        triage.undo(filed, decided, actor="bo")
        assert rows() == before


def test_the_ledger_tells_of_the_new_day_what_it_told_of_the_old_one(desk):
    heard = NewClaim("Ferries carried 9 million people in 2022", "Ola", "https://n.example/f", "2024-04-22")
    add_claim(desk, heard, actor="ada")
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    assert [one["seen_on"] for one in ledger(desk, 1)["entries"]] == ["2024-04-12"]
    again = NewClaim("Ferries carried 9 million people in 2022", "Ola", "https://n.example/f", "2024-04-12")
    add_claim(desk, again, actor="ada")
    assert len(ledger(desk, 1)["entries"]) == 1


def test_a_new_day_is_told_of_nobody_else_of_no_other_day_and_of_no_other_claim(desk):
    for words, who, place, day in (
        (WORDS, "Ola", "Radio 4", "2024-04-22"),
        (WORDS, "Ola", "Radio 5", "2024-04-30"),
        (WORDS, "Ann", "Radio 5", "2024-04-22"),
        ("Ferries carried 9 million people in 2022", "Ola", "Radio 4", "2024-04-22"),
    ):
        to = {"attach_to": 1} if who == "Ann" else {}
        add_claim(desk, NewClaim(words, who, place, day), actor="ada", **to)
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    told = [(one["speaker"], one["seen_on"]) for one in ledger(desk, 1)["entries"]]
    assert told == [("Ola", "2024-04-12"), ("Ann", "2024-04-22"), ("Ola", "2024-04-30")]
    assert [one["seen_on"] for one in ledger(desk, 2)["entries"]] == ["2024-04-22"]


def test_what_was_heard_on_the_new_day_already_does_not_stand_there_twice(desk):
    for day in ("2024-04-22", "2024-04-12"):
        add_claim(desk, NewClaim(WORDS, "Ola", "Radio 4", day), actor="ada")
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    assert [one["seen_on"] for one in ledger(desk, 1)["entries"]] == ["2024-04-12", "2024-04-22"]


def test_another_spelling_of_the_letters_is_the_same_name(filed):
    before = list(filed.query("select * from appearances"))
    in_triage(filed, "THE BOSS")
    assert list(filed.query("select * from appearances")) == before
    assert filed.execute("select kind from claimants").fetchall() == [(ClaimantKind.PERSON,)]


# ── what it resembles ───────────────────────────────────────────────────────────────────────────

LIKE = "Since 2019 the yard has lost 400 of its jobs, the union says"
OTHER_WORDS = "The yard in Oulu has lost 400 jobs since 2019"


def resembled(db):
    return [pair["claim_id"] for pair in matches.of_claim(db, 1)]


@pytest.fixture
def like(filed):
    """A claim that claim 1 resembles, in its former words and in others; its id."""
    return add_claim(filed, NewClaim(LIKE, "the boss"), actor="bo").claim_id


@pytest.mark.parametrize("way", ["triage", "page", "sheet"])
def test_whoever_rewords_it_is_told_what_it_resembles_in_its_new_words(filed, like, way, tmp_path):
    ways = {
        "triage": lambda: in_triage(filed, text=OTHER_WORDS),
        "page": lambda: on_its_page(filed, "the boss", OTHER_WORDS),
        "sheet": lambda: in_a_sheet(filed, "the boss", tmp_path / "rows.jsonl", OTHER_WORDS),
    }
    ways[way]()
    assert claims.get(filed, 1).text == OTHER_WORDS
    assert resembled(filed) == [like]


def test_words_that_resemble_nothing_leave_nothing(filed, like):
    on_its_page(filed, "the boss", "Exports of timber doubled in May")
    assert resembled(filed) == []


def test_an_edit_that_is_taken_back_brings_back_what_was_suggested(filed, like):
    before = list(filed.query("select * from matches"))
    done = on_its_page(filed, "the boss", "Exports of timber doubled in May")
    take_back(filed, done.written, actor="bo")
    assert claims.get(filed, 1).text == WORDS
    assert list(filed.query("select * from matches")) == before != []


def test_what_one_did_is_taken_back_under_any_spelling_of_the_name_and_by_nobody_else(filed):
    done = edit_claim(filed, 1, text="Exports of timber doubled in May", actor="bo")
    for other in ("bob", None):
        with pytest.raises(Refused, match="you can only undo your own changes here, and these were made by"):
            take_back(filed, done.written, actor=other)
    take_back(filed, done.written, actor="Bo")
    assert claims.get(filed, 1).text == WORDS


TOWN = "The bank in {} lost {} customers"


@pytest.mark.parametrize(
    ("of", "text"),
    [
        pytest.param(
            "Avon", TOWN.format("Vale", 12), id="what resembles it now takes the numbers of what did"
        ),
        pytest.param("Vale", TOWN.format("Avon", 21), id="the same pairs resemble in another way"),
        pytest.param("Avon", "Rents rose", id="nothing resembles it any more"),
    ],
)
def test_undo_brings_back_what_the_claim_resembled(desk, of, text):
    """A suggestion that goes leaves its number to the next one."""
    for town in ("Avon", "Vale", "Avon"):
        for number in (12, 21, 40):
            add_claim(desk, NewClaim(TOWN.format(town, number)), on_duplicate=OnDuplicate.NEW, actor="ada")
    edited = max(row["id"] for row in desk.query("select id from claims where text like ?", [f"%{of}%"]))
    pairs = lambda: [tuple(row.values()) for row in desk.query(PAIRS)]  # noqa: E731
    before = pairs()
    done = edit_claim(desk, edited, text=text, actor="bo")
    assert pairs() != before
    triage.undo(desk, done, actor="bo")
    assert pairs() == before


PAIRS = "select id, left_id, right_id, round(score, 6), suggestion, differences from matches order by id"
