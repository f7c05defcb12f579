"""Editing a claim: its claimant is corrected in all appearances, and similar claims are looked up again."""

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
def desk_with_claim(desk, file_claims):
    """A desk with claim 1, attributed to "the boss" in an article, a corrected version of it and a reprint elsewhere."""
    for text, url in [("{}.", "a"), ("It rained. {}.", "a"), ("Reprinted: {}.", "b")]:
        extracted = [(WORDS, "the boss", 0.9)]
        file_claims(desk, text.format(WORDS), extracted, url=f"https://{url}.example/1")
    return desk


def edit_in_triage(db, name=None, text=None):
    triage.decide(db, Ruling(1, Decision.EDIT, speaker=name, text=text), actor="bo")


def edit_on_page(db, name, text=None):
    words = text or claims.get(db, 1).text
    return edit_claim(db, 1, text=words, claimant=name, actor="bo")


def edit_in_sheet(db, name, path, text=WORDS):
    row = {"id": 1, "text": text, "claimant": name}
    path.write_text(json.dumps(row), encoding="utf-8")
    with path.open("rb") as file:
        table = read_table(file, path.name)
        apply_plan(db, plan_import(db, table, map_headers(table.headers, {})), actor="bo")


@pytest.fixture(params=["triage", "page", "sheet"])
def correct_claimant(request, desk_with_claim, tmp_path):
    """Sets the claimant of claim 1 ("-" for nobody) in each of the ways that an editor has."""
    edits = {
        "triage": edit_in_triage,
        "page": edit_on_page,
        "sheet": lambda db, name: edit_in_sheet(db, name, tmp_path / "rows.jsonl"),
    }
    return lambda name: edits[request.param](desk_with_claim, name)


def speakers(db):
    return [(row["speaker"], row["appearances"]) for row in ledger(db, 1)["speakers"]]


def names_as_written(db):
    return [row[0] for row in db.execute("select speaker_as_written from appearances order by id")]


def test_correcting_the_claimant_changes_versions_and_reprints(desk_with_claim, correct_claimant):
    correct_claimant("Ann Lee")
    assert speakers(desk_with_claim) == [("Ann Lee", 2)]
    assert names_as_written(desk_with_claim) == ["the boss"] * 3


def test_removing_the_claimant_removes_the_speaker_from_the_ledger(desk_with_claim, correct_claimant):
    correct_claimant("-")
    assert claims.get(desk_with_claim, 1).claimant is None
    assert speakers(desk_with_claim) == [(None, 2)]


def test_correcting_the_claimant_keeps_other_speakers(desk_with_claim, correct_claimant):
    add_claim(desk_with_claim, NewClaim(WORDS, "Bo Li", "Radio 4"), attach_to=1, actor="bo")
    correct_claimant("Ann Lee")
    assert speakers(desk_with_claim) == [("Ann Lee", 2), ("Bo Li", 1)]


def test_occasions_that_become_equal_by_the_correction_count_once(desk_with_claim, correct_claimant):
    for name in ("the boss", "Ann Lee"):
        add_claim(desk_with_claim, NewClaim(WORDS, name, "Radio 4", "2024-05-01"), attach_to=1, actor="bo")
    assert speakers(desk_with_claim) == [("the boss", 3), ("Ann Lee", 1)]
    correct_claimant("Ann Lee")
    assert speakers(desk_with_claim) == [("Ann Lee", 3)]


def test_naming_an_unresolved_pronoun_applies_to_its_versions_but_not_other_pronouns(desk, file_claims):
    for text, speaker in [("{}, he said.", "he"), ("{}, he said on Monday.", "he"), ("{}, it said.", "it")]:
        url = "https://b.example/1" if speaker == "it" else "https://a.example/1"
        file_claims(desk, text.format(WORDS), [(WORDS, speaker, 0.9)], url=url)
    assert speakers(desk) == [("he", 1), ("it", 1)]
    edit_in_triage(desk, "Ann Lee")
    assert speakers(desk) == [("Ann Lee", 1), ("it", 1)]


def test_correcting_the_claimant_keeps_an_outlets_own_statement(desk_with_claim, file_claims):
    extracted = [(WORDS, "outlet", 0.9)]
    file_claims(desk_with_claim, f"Again: {WORDS}.", extracted, url="https://c.example/1", outlet="The Post")
    edit_in_triage(desk_with_claim, "Ann Lee")
    assert speakers(desk_with_claim) == [("Ann Lee", 2), ("The Post", 1)]


def test_undoing_a_correction_restores_all_speakers(desk_with_claim):
    add_claim(desk_with_claim, NewClaim(WORDS, "the boss", "Radio 4"), attach_to=1, actor="bo")
    add_claim(desk_with_claim, NewClaim(WORDS, "Ann Lee", "Radio 4"), attach_to=1, actor="bo")
    rows = lambda: list(desk_with_claim.query("select * from appearances order by id"))  # noqa: E731
    before = rows()
    for name in ("Ann Lee", "-"):
        decided = triage.decide(desk_with_claim, Ruling(1, Decision.EDIT, speaker=name), actor="bo")
        assert rows() != before
        triage.undo(desk_with_claim, decided, actor="bo")
        assert rows() == before


def test_editing_the_day_of_a_claim_moves_its_occasion(desk):
    claim = NewClaim("Ferries carried 9 million people in 2022", "Ola", "https://n.example/f", "2024-04-22")
    add_claim(desk, claim, actor="ada")
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    assert [row["seen_on"] for row in ledger(desk, 1)["entries"]] == ["2024-04-12"]
    repeat = NewClaim("Ferries carried 9 million people in 2022", "Ola", "https://n.example/f", "2024-04-12")
    add_claim(desk, repeat, actor="ada")
    assert len(ledger(desk, 1)["entries"]) == 1


def test_editing_the_day_of_a_claim_keeps_other_speakers_days_and_claims(desk):
    for words, speaker, source, day in (
        (WORDS, "Ola", "Radio 4", "2024-04-22"),
        (WORDS, "Ola", "Radio 5", "2024-04-30"),
        (WORDS, "Ann", "Radio 5", "2024-04-22"),
        ("Ferries carried 9 million people in 2022", "Ola", "Radio 4", "2024-04-22"),
    ):
        options = {"attach_to": 1} if speaker == "Ann" else {}
        add_claim(desk, NewClaim(words, speaker, source, day), actor="ada", **options)
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    occasions = [(row["speaker"], row["seen_on"]) for row in ledger(desk, 1)["entries"]]
    assert occasions == [("Ola", "2024-04-12"), ("Ann", "2024-04-22"), ("Ola", "2024-04-30")]
    assert [row["seen_on"] for row in ledger(desk, 2)["entries"]] == ["2024-04-22"]


def test_editing_the_day_of_a_claim_to_that_of_another_occasion_keeps_both(desk):
    for day in ("2024-04-22", "2024-04-12"):
        add_claim(desk, NewClaim(WORDS, "Ola", "Radio 4", day), actor="ada")
    edit_claim(desk, 1, claimed_on="2024-04-12", actor="ada")
    assert [row["seen_on"] for row in ledger(desk, 1)["entries"]] == ["2024-04-12", "2024-04-22"]


def test_a_name_in_another_case_changes_nothing(desk_with_claim):
    before = list(desk_with_claim.query("select * from appearances"))
    edit_in_triage(desk_with_claim, "THE BOSS")
    assert list(desk_with_claim.query("select * from appearances")) == before
    assert desk_with_claim.execute("select kind from claimants").fetchall() == [(ClaimantKind.PERSON,)]


# ── similar claims ──────────────────────────────────────────────────────────────────────────────

SIMILAR = "Since 2019 the yard has lost 400 of its jobs, the union says"
REWORDED = "The yard in Oulu has lost 400 jobs since 2019"


def similar_ids(db):
    return [pair["claim_id"] for pair in matches.of_claim(db, 1)]


@pytest.fixture
def similar_id(desk_with_claim):
    """The id of a claim that claim 1 resembles before and after it is reworded."""
    return add_claim(desk_with_claim, NewClaim(SIMILAR, "the boss"), actor="bo").claim_id


@pytest.mark.parametrize("edit", ["triage", "page", "sheet"])
def test_rewording_a_claim_suggests_similar_claims_of_its_new_text(
    desk_with_claim, similar_id, edit, tmp_path
):
    edits = {
        "triage": lambda: edit_in_triage(desk_with_claim, text=REWORDED),
        "page": lambda: edit_on_page(desk_with_claim, "the boss", REWORDED),
        "sheet": lambda: edit_in_sheet(desk_with_claim, "the boss", tmp_path / "rows.jsonl", REWORDED),
    }
    edits[edit]()
    assert claims.get(desk_with_claim, 1).text == REWORDED
    assert similar_ids(desk_with_claim) == [similar_id]


def test_rewording_a_claim_removes_suggestions_of_its_former_text(desk_with_claim, similar_id):
    edit_on_page(desk_with_claim, "the boss", "Exports of timber doubled in May")
    assert similar_ids(desk_with_claim) == []


def test_undoing_a_rewording_restores_the_suggestions(desk_with_claim, similar_id):
    before = list(desk_with_claim.query("select * from matches"))
    result = edit_on_page(desk_with_claim, "the boss", "Exports of timber doubled in May")
    take_back(desk_with_claim, result.written, actor="bo")
    assert claims.get(desk_with_claim, 1).text == WORDS
    assert list(desk_with_claim.query("select * from matches")) == before != []


def test_an_edit_is_undone_only_by_its_author_in_any_case_of_the_name(desk_with_claim):
    result = edit_claim(desk_with_claim, 1, text="Exports of timber doubled in May", actor="bo")
    for other in ("bob", None):
        with pytest.raises(Refused, match="you can only undo your own changes here, and these were made by"):
            take_back(desk_with_claim, result.written, actor=other)
    take_back(desk_with_claim, result.written, actor="Bo")
    assert claims.get(desk_with_claim, 1).text == WORDS


TOWN = "The bank in {} lost {} customers"


@pytest.mark.parametrize(
    ("old_town", "text"),
    [
        pytest.param("Avon", TOWN.format("Vale", 12), id="new suggestions reuse the ids of old ones"),
        pytest.param("Vale", TOWN.format("Avon", 21), id="the same pairs with other differences"),
        pytest.param("Avon", "Rents rose", id="no suggestions any more"),
    ],
)
def test_undoing_a_rewording_restores_the_suggestions_with_their_ids(desk, old_town, text):
    """The id of a deleted suggestion is reused by the next one."""
    for town in ("Avon", "Vale", "Avon"):
        for number in (12, 21, 40):
            add_claim(desk, NewClaim(TOWN.format(town, number)), on_duplicate=OnDuplicate.NEW, actor="ada")
    claim_id = max(
        row["id"] for row in desk.query("select id from claims where text like ?", [f"%{old_town}%"])
    )
    pairs = lambda: [tuple(row.values()) for row in desk.query(PAIRS)]  # noqa: E731
    before = pairs()
    result = edit_claim(desk, claim_id, text=text, actor="bo")
    assert pairs() != before
    triage.undo(desk, result, actor="bo")
    assert pairs() == before


PAIRS = "select id, left_id, right_id, round(score, 6), suggestion, differences from matches order by id"
