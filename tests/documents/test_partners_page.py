"""The partners page, on several newsrooms: its commands do what it says."""

import json
import re
import shutil
from contextlib import closing

import pytest

import claimtrack
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.reviews import reviewing
from tests.documents.conftest import ROOT, run_commands

PAGE = (ROOT / "docs" / "partners.md").read_text(encoding="utf-8")
CHECKING, SHARED, WORK, DIVIDED, UNITED, AUDIT = re.findall(
    r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)
EXPORTED = "claimtrack --db partner.db export csv --tag shared -o partner.csv; claimtrack import csv partner.csv --dry-run"
COUNTED = "the other desk has more evidence or notes"


def dossier_of(folder, claim_id):
    with closing(open_desk(folder / "claims.db")) as db:
        return claim_dossier(db, claim_id)


@pytest.fixture
def partners(tmp_path):
    """Two desks with the same claim; the partner works on it, and on one that the other lacks."""
    shared_claim = {
        "text": "Rents rose by 12 percent last year",
        "claimant": "Ada Miller",
        "source": "https://news.example/1",
    }
    with claimtrack.open(tmp_path / "claims.db", actor="ada") as desk:
        desk.add(**shared_claim)
    with claimtrack.open(tmp_path / "partner.db", actor="gus") as desk:
        desk.add(**shared_claim)
        desk.add("Crime fell by a third", claimant="Ben Moor", source="Radio 4", claimed_on="2024-04-22")
        desk.add("Buses are late", claimant="Ben Moor")
        desk.note(3, "The source is Eve Noor")
        desk.tag(1, "shared")
        desk.tag(2, "shared")
        for claim in (1, 2):
            desk.note(claim, f"Rang the office about {claim}.\nNo answer.")
            desk.link(claim, f"https://stats.example/{claim}", stance="refutes", quote="12 percent, or so")
        desk.link(2, "Phone call with the police", stance="supports")
        desk.set_status(1, "checking")
        desk.assign(1, "gus")
    return tmp_path


def test_a_partners_ongoing_check_arrives_as_a_note_only(partners):
    run_commands("claimtrack --db partner.db export csv --status checking -o north.csv", partners)
    assert "1 new note" in run_commands(CHECKING, partners)
    assert "1 row unchanged" in run_commands(CHECKING, partners)
    claim = dossier_of(partners, 1)
    assert [note["body"] for note in claim["notes"]] == ["North Facts: checking (gus)"]
    assert (claim["claim"]["status"], claim["claim"]["assignee"]) == ("open", None)


def test_a_partners_notes_and_evidence_arrive_once_and_attributed(partners):
    """Notes on claims that are not shared stay at home."""
    assert f"Line 2: {COUNTED}" in run_commands(EXPORTED, partners)
    assert f"Lines 2, 3: {COUNTED}" in run_commands(EXPORTED, partners)  # the second claim has arrived by now
    run_commands(f"export CLAIMTRACK_DB=partner.db; {SHARED}", partners)
    run_commands(WORK, partners)
    again = run_commands(WORK, partners)
    assert ("2 rows unchanged" in again, "3 rows unchanged" in again) == (True, True)
    assert COUNTED not in run_commands(EXPORTED, partners)
    exported = "".join(sheet.read_text(encoding="utf-8") for sheet in partners.glob("*.csv"))
    assert ("Rang the office" in exported, "Eve Noor" in exported) == (True, False)
    for number in (1, 2):
        [note] = dossier_of(partners, number)["notes"]
        assert note["body"].startswith(f"Rang the office about {number}.\nNo answer. (gus of The Gazette, 20")
    links = [
        (link["url"] or link["source"], link["stance"], link["quote"])
        for number in (1, 2)
        for link in dossier_of(partners, number)["evidence"]
    ]
    assert links == [
        ("https://stats.example/1", "refutes", "12 percent, or so"),
        ("https://stats.example/2", "refutes", "12 percent, or so"),
        ("Phone call with the police", "supports", None),
    ]


def test_a_source_that_the_partner_marked_as_retracted_stays_there(partners):
    with claimtrack.open(partners / "partner.db", actor="gus") as desk:
        desk.retract_link(2, "https://stats.example/2", note="Invented")
    run_commands(f"export CLAIMTRACK_DB=partner.db; {SHARED}", partners)
    run_commands(WORK, partners)
    links = [link["url"] for number in (1, 2) for link in dossier_of(partners, number)["evidence"]]
    assert links == ["https://stats.example/1", None]


def test_a_desk_is_divided_into_two_that_doctor_finds_sound(partners):
    with claimtrack.open(partners / "claims.db", actor="ada") as desk:
        desk.add("Eve Noor paid for the bridge", claimant="Gus Orr", tags=["investigation"])
    told = run_commands(DIVIDED, partners)
    assert told.count("  1 of 2 claims\n") == 2
    for name, text in (
        ("investigation.db", "Eve Noor paid for the bridge"),
        ("rest.db", "Rents rose by 12 percent last year"),
    ):
        with claimtrack.open(partners / name) as desk:
            assert [row["text"] for row in desk.claims()] == [text]
    assert b"Eve Noor" not in (partners / "rest.db").read_bytes()


def test_two_desks_become_one_and_what_both_have_is_one_claim(partners):
    (partners / "partner.db").rename(partners / "gazette.db")
    told = run_commands(UNITED, partners)
    assert (partners / "numbers.csv").read_text(encoding="utf-8-sig").startswith("what,there,here")
    with claimtrack.open(partners / "claims.db") as desk:
        assert [row["text"] for row in desk.claims()].count("Rents rose by 12 percent last year") == 1
        assert len(desk.claims()) == 3, told
        assert {note["author"] for note in desk.db.query("select author from notes")} == {"gus"}


def test_the_audit_query_lists_the_verdicts_published_on_a_day(tmp_path, reviewed_file):
    path = shutil.copy(reviewed_file, tmp_path / "claims.db")

    def published_on(day):
        """The verdicts that were public on the day; checks that no history entry is missing, by count and by number."""
        verdicts, entries = (
            run_commands(AUDIT.replace("2024-10-03", day), tmp_path).strip().split('\n[{"entries', 1)
        )
        [history] = json.loads(f'[{{"entries{entries}')
        assert history["entries"] == history["highest"]
        return [
            (row["review"], row["claim"], row["rating"], row["approved_by"]) for row in json.loads(verdicts)
        ]

    with closing(open_desk(path)) as db:
        [[today, before]] = db.execute("select date('now'), date('now', '-2 days')")
        correction = reviewing.correct(db, 1, note="It was more.", rating="Unproven", actor="ada")
        edit_claim(db, 1, text="Rent tripled in ten years", actor="ada")
        first, second = (
            (1, "Rent doubled in ten years", "Half true", "ben"),
            (2, "Nobody pays rent", "Unproven", "ben"),
        )
        assert published_on(today) == [first, second]
        reviewing.submit(db, correction, actor="ada")
        reviewing.approve(db, correction, actor="ben")
        reviewing.publish(db, correction, reviewed_on="2024-05-04", actor="ben")
        reviewing.withdraw(db, 2, note="Taken back", actor="ada")
    assert published_on(today) == [(correction, "Rent tripled in ten years", "Unproven", "ben")]
    assert published_on(before) == []
