"""The page on several newsrooms: what is to be typed there does what it says."""

import json
import re
import shutil
import subprocess
from contextlib import closing

import pytest

import claimtrack
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.reviews import reviewing
from tests.test_docs import ROOT, environment

PAGE = (ROOT / "docs" / "partners.md").read_text(encoding="utf-8")
CHECKING, SHARED, WORK, AUDIT = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
EXPORTED = "claimtrack --db partner.db export csv --tag shared -o partner.csv; claimtrack import csv partner.csv --dry-run"
COUNTED = "the other desk has more evidence or notes"


def typed(command, folder):
    """What the commands print; what the page only tries is written."""
    run = subprocess.run(
        ["bash", "-e", "-c", command.replace("csv --dry-run", "csv --yes")],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout + run.stderr


def told(folder, claim_id):
    with closing(open_desk(folder / "claims.db")) as db:
        return claim_dossier(db, claim_id)


@pytest.fixture
def partners(tmp_path):
    """Two desks with the same claim; the partner works on it, and on one that the other does not have."""
    same = {
        "text": "Rents rose by 12 percent last year",
        "claimant": "Ada Miller",
        "source": "https://news.example/1",
    }
    with claimtrack.open(tmp_path / "claims.db", actor="ada") as desk:
        desk.add(**same)
    with claimtrack.open(tmp_path / "partner.db", actor="gus") as desk:
        desk.add(**same)
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


def test_what_a_partner_is_checking_comes_as_a_note_alone(partners):
    typed("claimtrack --db partner.db export csv --status checking -o north.csv", partners)
    assert "1 new note" in typed(CHECKING, partners)
    assert "1 row unchanged" in typed(CHECKING, partners)
    claim = told(partners, 1)
    assert [note["body"] for note in claim["notes"]] == ["North Facts: checking (gus)"]
    assert (claim["claim"]["status"], claim["claim"]["assignee"]) == ("open", None)


def test_notes_and_evidence_of_a_partner_come_once_with_whose_they_are(partners):
    """And no note on a claim that they do not share."""
    assert f"Line 2: {COUNTED}" in typed(EXPORTED, partners)
    assert f"Lines 2, 3: {COUNTED}" in typed(EXPORTED, partners)  # the second claim is here by now
    typed(f"export CLAIMTRACK_DB=partner.db; {SHARED}", partners)
    typed(WORK, partners)
    again = typed(WORK, partners)
    assert ("2 rows unchanged" in again, "3 rows unchanged" in again) == (True, True)
    assert COUNTED not in typed(EXPORTED, partners)
    sent = "".join(sheet.read_text(encoding="utf-8") for sheet in partners.glob("*.csv"))
    assert ("Rang the office" in sent, "Eve Noor" in sent) == (True, False)
    for number in (1, 2):
        [note] = told(partners, number)["notes"]
        assert note["body"].startswith(f"Rang the office about {number}.\nNo answer. (gus of The Gazette, 20")
    links = [
        (link["url"] or link["source"], link["stance"], link["quote"])
        for number in (1, 2)
        for link in told(partners, number)["evidence"]
    ]
    assert links == [
        ("https://stats.example/1", "refutes", "12 percent, or so"),
        ("https://stats.example/2", "refutes", "12 percent, or so"),
        ("Phone call with the police", "supports", None),
    ]


def test_what_readers_had_on_a_day_is_what_was_signed(tmp_path, reviewed_file):
    path = shutil.copy(reviewed_file, tmp_path / "claims.db")

    def out(day):
        """Each verdict that was out, and how many entries history has, by count and by number."""
        verdicts, entries = typed(AUDIT.replace("2024-10-03", day), tmp_path).strip().split('\n[{"entries', 1)
        [counted] = json.loads(f'[{{"entries{entries}')
        assert counted["entries"] == counted["highest"]
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
        assert out(today) == [first, second]
        reviewing.submit(db, correction, actor="ada")
        reviewing.approve(db, correction, actor="ben")
        reviewing.publish(db, correction, reviewed_on="2024-05-04", actor="ben")
        reviewing.withdraw(db, 2, note="Taken back", actor="ada")
    assert out(today) == [(correction, "Rent tripled in ten years", "Unproven", "ben")]
    assert out(before) == []
