"""The teaching page, on classes and coders: its commands do what it says."""

import csv
import json
import re
import shutil
import stat

import pytest

import claimtrack
from claimtrack.core.model import Role
from claimtrack.store import users
from claimtrack.workflow import people
from tests.documents.conftest import ROOT, run_commands

PAGE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
LESSON, COPIES, SERVED, COLLECTED, MARKED, AGREED, SETTLED, PUBLISHED, ARCHIVED, REOPENED = re.findall(
    r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)
PASSWORD = "correct horse battery"
SENTENCES = (
    "Trams in Ostwald carried 4.2 million passengers last year",
    "One tram in six was late last year",
    "Trams in Ostwald carried 4.1 million passengers last year",
    "A ticket for the tram costs 3.20 crowns",
)


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture(scope="module")
def lesson_folder(tmp_path_factory):
    """Copies of a desk for two coders and the key: four claims to triage; tags, a decision and a judgement precede the copies."""
    folder = tmp_path_factory.mktemp("lesson")
    with claimtrack.open(folder / "lesson.db", actor="Teacher", name="The course") as desk:
        for sentence in (*SENTENCES, "The hospital has 900 beds for its patients"):
            desk.add(
                sentence, claimant="Ada Miller", source="The Paper", on_duplicate="new", status="proposed"
            )
        desk.set_status(5, "open")
        desk.tag(1, "for c1 and c2")
        desk.tag(2, "Ostwald")  # as `ingest` would; among the coders' codes, it would count as agreement
        desk.judge(4, 5, "different")
        desk.duplicates()
    (folder / "desks").mkdir()
    for name in ("key.db", "desks/c1.db", "desks/c2.db"):
        run_commands(f"claimtrack --db lesson.db backup {name}", folder)
    return folder


@pytest.fixture
def lesson(lesson_folder, folder):
    """The desks of the lesson."""
    return shutil.copytree(lesson_folder, folder, dirs_exist_ok=True)


def rows(path):
    with path.open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def code(folder, coder, decisions, *, rating=None, pair=None):
    """Record a coder's decisions on claims 1, 2 and so on, a rating of claim 1, and a judgement on the pair of 1 and 3."""
    path = folder / (f"{coder}.db" if coder == "key" else f"desks/{coder}.db")
    with claimtrack.open(path, actor=coder) as desk:
        for claim, decision in enumerate(decisions, 1):
            desk.triage(claim, decision)
        if rating:
            desk.reviews.draft(1, rating=rating, scale="Six-step truth scale")
        if pair:
            desk.judge(1, 3, pair)
    return path


def codes_by_unit(path):
    return {(row["coder"], row["what"], row["unit"]): row["code"] for row in rows(path)}


@pytest.mark.slow
def test_each_student_gets_the_same_desk_and_a_log_in(folder):
    for number, quote in enumerate(
        ("Rents rose by 12 percent", "We built 40,000 homes", "Crime fell by a third"), 1
    ):
        (folder / f"article-{number}.txt").write_text(f'"{quote} last year," Ada Miller said on Tuesday.\n')
    registry = 'name;email\r\nAnna Schmidt;a1@uni.example\r\nJörg "Joe" Müller-Lüdenscheidt;j@uni.example\r\nAnna Schmidt;a2@uni.example\r\n'
    (folder / "registry.csv").write_text(f"\ufeff{registry}", encoding="utf-8", newline="")
    run_commands(LESSON, folder)
    people.add_user(folder / "lesson.db", "Teacher", Role.EDITOR, PASSWORD)
    teacher = users.load(folder / "lesson.db")["Teacher"]
    run_commands(COPIES, folder)
    listed = rows(folder / "class.csv")
    assert [(row["login"], row["name"]) for row in listed] == [
        ("s001", "Anna Schmidt"),
        ("s002", "Anna Schmidt"),
        ("s003", 'Jörg "Joe" Müller-Lüdenscheidt'),
    ]
    assert len({row["password"] for row in listed}) == 3
    assert stat.S_IMODE((folder / "class.csv").stat().st_mode) == 0o600
    for row in listed:
        path = folder / "desks" / f"{row['login']}.db"
        assert people.verify_password(path, row["login"], row["password"]).role == "editor"
        assert sorted(users.load(path)) == ["Teacher", row["login"]]
        assert users.load(path)["Teacher"] == teacher
        with claimtrack.open(path) as desk:
            assert [claim["status"] for claim in desk.claims()] == ["proposed"] * 3
    commands = "claimtrack --db desks/s001.db rating list --format json; claimtrack --db next-year.db list"
    output = run_commands(commands, folder)
    ratings = json.loads(output[: output.index("]\n") + 1])
    assert [row["name"] for row in ratings if not row["retired"]] == ["False", "Half true", "True"]
    assert "Rents rose" not in output
    run_commands(ARCHIVED, folder)
    archived = sorted(path.name for path in (folder / "archive").glob("*.db"))
    assert archived == ["lesson.db", "s001.db", "s002.db", "s003.db"]
    assert [path.stat().st_mode & 0o222 for path in (folder / "archive").glob("*.db")] == [0] * 4
    assert users.load(folder / "archive" / "s001.db").keys() == {"Teacher", "s001"}


@pytest.mark.slow
def test_each_coders_decisions_are_collected_but_not_the_lessons(lesson):
    code(lesson, "key", ["accept", "reject", "accept", "reject"], rating="True", pair="different")
    code(lesson, "c1", ["accept", "reject", "reject"], rating="False", pair="different")
    theirs = code(lesson, "c2", ["accept", "accept", "accept", "reject"], rating="True", pair="same")
    with claimtrack.open(theirs, actor="c2") as desk:
        desk.set_status(1, "checking")
        desk.tag(2, "trams", "jobs")
        desk.edit(3, text="=1+1 trams", claimant="Ben Moor")
        desk.add("The tram has no doors at all", claimant="Ben Moor")
    run_commands(COLLECTED, lesson)
    codes = codes_by_unit(lesson / "decisions.csv")
    assert {
        unit: code for (coder, what, unit), code in codes.items() if (coder, what) == ("c1", "triage")
    } == {
        "1": "accept",
        "2": "reject",
        "3": "reject",
    }
    assert {(what, unit): code for (coder, what, unit), code in codes.items() if coder == "c2"} == {
        ("triage", "1"): "accept",
        ("triage", "2"): "accept",
        ("triage", "3"): "accept",
        ("triage", "4"): "reject",
        ("speaker", "1"): "Ada Miller",
        ("speaker", "2"): "Ada Miller",
        ("speaker", "3"): "Ben Moor",
        ("status", "1"): "checking",
        ("status", "2"): "open",
        ("status", "3"): "open",
        ("status", "4"): "rejected",
        ("rating", "1"): "True",
        ("tags", "1"): "none",
        ("tags", "2"): "jobs, trams",
        ("tags", "3"): "none",
        ("tags", "4"): "none",
        ("pair", "1-3"): "same",
        ("filed", "The tram has no doors at all"): "yes",
    }
    [reworded] = [
        row
        for row in rows(lesson / "decisions.csv")
        if (row["coder"], row["what"], row["unit"]) == ("c2", "triage", "3")
    ]
    assert (reworded["text"], reworded["decided_by"]) == ("'=1+1 trams", "c2")
    assert reworded["decided_at"].endswith("Z")
    run_commands(MARKED, lesson)
    sentences = [(row["unit"], row["accepted"], row["rejected"]) for row in rows(lesson / "sentences.csv")]
    assert sentences == [
        ("1", "key c1 c2", ""),
        ("2", "c2", "key c1"),
        ("3", "key c2", "c1"),
        ("4", "", "key c2"),
    ]
    marks = {
        (row["coder"], row["what"]): (row["judged"], row["as_in_the_key"])
        for row in rows(lesson / "marks.csv")
    }
    assert (marks["c1", "triage"], marks["c2", "triage"]) == (("3", "2"), ("4", "3"))
    assert (marks["c1", "rating"], marks["c2", "rating"], marks["c2", "pair"]) == (
        ("1", "0"),
        ("1", "1"),
        ("1", "0"),
    )


@pytest.mark.slow
def test_a_third_person_settles_what_the_coders_disagreed_on(lesson):
    code(lesson, "c1", ["accept", "reject", "reject"], rating="False", pair="different")
    code(lesson, "c2", ["accept", "reject", "accept", "reject"], rating="False", pair="different")
    run_commands(AGREED, lesson)
    found = {(row["what"], row["coder"]): row for row in rows(lesson / "agreement.csv")}
    assert (found["triage", "c1"]["units"], found["rating", ""]["agreement"]) == ("3", "1.0")
    run_commands(SETTLED, lesson)
    with claimtrack.open(lesson / "final.db") as desk:
        statuses = {claim["id"]: claim["status"] for claim in desk.claims()}
        notes = [(row["claim_id"], row["body"]) for row in desk.db["notes"].rows]
        judged = [
            (row["left_id"], row["right_id"], row["judgement"])
            for row in desk.db["matches"].rows
            if row["judgement"] == "different"
        ]
    assert statuses == {
        1: "open",
        2: "rejected",
        3: "proposed",
        4: "proposed",
        5: "open",
    }  # only one coder decided about 4
    assert notes == [(3, "c1: reject, c2: accept")]
    assert sorted(judged) == [(1, 3, "different"), (4, 5, "different")]
    (lesson / "codebook.csv").write_text("rating\n")
    run_commands(PUBLISHED, lesson)
    published = rows(lesson / "claims.csv")
    assert [(row["id"], row["claimant"]) for row in published] == [
        (str(number), "Ada Miller") for number in range(1, 6)
    ]
    assert set(rows(lesson / "codes.csv")[0]) == {"coder", "what", "unit", "code", "decided_at"}


@pytest.mark.slow
def test_one_students_mistaken_rejections_return_to_the_queue(folder):
    for actor, claim in (("s007", 1), ("s008", 2), ("s007", 3), ("s007", 4), ("s007", 5)):
        with claimtrack.open(folder / "claims.db", actor=actor) as desk:
            desk.add(f"A ticket for tram {claim} costs 3.20 crowns", status="proposed", on_duplicate="new")
            decided = desk.triage(claim, "reject")
            if claim == 4:
                desk.undo(decided)
                desk.triage(claim, "accept")
            if claim == 3:  # somebody else rejects it for good
                desk.undo(decided)
    with claimtrack.open(folder / "claims.db", actor="s008") as desk:
        desk.triage(3, "reject")
    output = run_commands(REOPENED, folder)
    assert "undo --changes" in output
    with claimtrack.open(folder / "claims.db") as desk:
        statuses = {claim["id"]: claim["status"] for claim in desk.claims()}
    assert statuses == {1: "proposed", 2: "rejected", 3: "rejected", 4: "open", 5: "proposed"}
