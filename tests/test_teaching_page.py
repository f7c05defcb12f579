"""The page on classes and coders: what is to be typed there does what it says, and the coefficients are right."""

import csv
import io
import json
import re
import shutil
import stat
import subprocess
import sys

import pytest

import claimtrack
from claimtrack.core.model import Role
from claimtrack.store import users
from claimtrack.workflow import people
from tests.tables import each_row
from tests.test_docs import ROOT
from tests.test_partners_page import typed

PAGE = (ROOT / "docs" / "teaching.md").read_text(encoding="utf-8")
LESSON, COPIES, SERVED, COLLECTED, MARKED, AGREED, SETTLED, PUBLISHED, ARCHIVED, REOPENED = re.findall(
    r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)
COLLECT, AGREEMENT = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PASSWORD = "correct horse battery"
SENTENCES = (
    "Trams in Ostwald carried 4.2 million passengers last year",
    "One tram in six was late last year",
    "Trams in Ostwald carried 4.1 million passengers last year",
    "A ticket for the tram costs 3.20 crowns",
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "collect.py").write_text(COLLECT, encoding="utf-8")
    (tmp_path / "agreement.py").write_text(AGREEMENT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def lesson(folder):
    """Four claims that wait, on a desk that has tags, has decided about one and judged a pair before it is copied, for two coders and the key."""
    with claimtrack.open(folder / "lesson.db", actor="Teacher", name="The course") as desk:
        for sentence in (*SENTENCES, "The hospital has 900 beds for its patients"):
            desk.add(
                sentence, claimant="Ada Miller", source="The Paper", on_duplicate="new", status="proposed"
            )
        desk.set_status(5, "open")
        desk.tag(1, "for c1 and c2")
        desk.tag(2, "Ostwald")  # as `ingest` would: in the coders' codes, it would make them agree
        desk.judge(4, 5, "different")
        desk.duplicates()
    (folder / "desks").mkdir()
    for name in ("key.db", "desks/c1.db", "desks/c2.db"):
        typed(f"claimtrack --db lesson.db backup {name}", folder)
    return folder


def rows(path):
    with path.open(encoding="utf-8", newline="") as sheet:
        return list(csv.DictReader(sheet))


def code(folder, coder, decisions, *, rating=None, pair=None):
    """What a coder decides: of the claims 1, 2 and so on, the rating of claim 1, and the pair 1 and 3."""
    path = folder / (f"{coder}.db" if coder == "key" else f"desks/{coder}.db")
    with claimtrack.open(path, actor=coder) as desk:
        for claim, decision in enumerate(decisions, 1):
            desk.triage(claim, decision)
        if rating:
            desk.reviews.draft(1, rating=rating, scale="Six-step truth scale")
        if pair:
            desk.judge(1, 3, pair)
    return path


def told_apart(path):
    return {(row["coder"], row["what"], row["unit"]): row["code"] for row in rows(path)}


@pytest.mark.slow
def test_a_class_gets_desks_alike_and_log_ins_of_their_own(folder):
    for number, said in enumerate(
        ("Rents rose by 12 percent", "We built 40,000 homes", "Crime fell by a third"), 1
    ):
        (folder / f"article-{number}.txt").write_text(f'"{said} last year," Ada Miller said on Tuesday.\n')
    registry = 'name;email\r\nAnna Schmidt;a1@uni.example\r\nJörg "Joe" Müller-Lüdenscheidt;j@uni.example\r\nAnna Schmidt;a2@uni.example\r\n'
    (folder / "registry.csv").write_text(f"\ufeff{registry}", encoding="utf-8", newline="")
    typed(LESSON, folder)
    people.add_user(folder / "lesson.db", "Teacher", Role.EDITOR, PASSWORD)
    typed(COPIES, folder)
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
        assert people.verify_password(path, "Teacher", PASSWORD)
        assert sorted(users.load(path)) == ["Teacher", row["login"]]
        with claimtrack.open(path) as desk:
            assert [claim["status"] for claim in desk.claims()] == ["proposed"] * 3
    given = "claimtrack --db desks/s001.db rating list --format json; claimtrack --db next-year.db list"
    told = typed(given, folder)
    ratings = json.loads(told[: told.index("]\n") + 1])
    assert [row["name"] for row in ratings if not row["retired"]] == ["False", "Half true", "True"]
    assert "Rents rose" not in told
    typed(ARCHIVED, folder)
    archived = sorted(path.name for path in (folder / "archive").glob("*.db"))
    assert archived == ["lesson.db", "s001.db", "s002.db", "s003.db"]
    assert [path.stat().st_mode & 0o222 for path in (folder / "archive").glob("*.db")] == [0] * 4
    assert users.load(folder / "archive" / "s001.db").keys() == {"Teacher", "s001"}


@pytest.mark.slow
def test_what_each_coder_decided_is_collected_and_nothing_that_the_lesson_had(lesson):
    code(lesson, "key", ["accept", "reject", "accept", "reject"], rating="True", pair="different")
    code(lesson, "c1", ["accept", "reject", "reject"], rating="False", pair="different")
    theirs = code(lesson, "c2", ["accept", "accept", "accept", "reject"], rating="True", pair="same")
    with claimtrack.open(theirs, actor="c2") as desk:
        desk.set_status(1, "checking")
        desk.tag(2, "trams", "jobs")
        desk.edit(3, text="=1+1 trams", claimant="Ben Moor")
        desk.add("The tram has no doors at all", claimant="Ben Moor")
    typed(COLLECTED, lesson)
    codes = told_apart(lesson / "decisions.csv")
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
    assert (reworded["text"], reworded["by"]) == ("'=1+1 trams", "c2")
    assert reworded["at"].endswith("Z")
    typed(MARKED, lesson)
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


def collected(folder, *words):
    run = [sys.executable, "collect.py", *words]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)


def test_what_is_no_copy_of_the_lesson_is_refused(lesson):
    """Else claims of one number that are not one claim would be compared, or the first decisions left out."""
    assert collected(lesson, "lesson.db", "desks/c1.db").returncode == 0
    missing = collected(lesson, "lesson.db", "desks/c9.db")
    assert (missing.returncode, missing.stderr) == (1, "There is no desk desks/c9.db\n")
    assert not (lesson / "desks" / "c9.db").exists()
    with claimtrack.open(lesson / "other.db") as desk:
        desk.add("Another claim")
    code(lesson, "c1", ["accept"])
    shutil.copy(lesson / "lesson.db", lesson / "changed.db")
    with claimtrack.open(lesson / "changed.db") as desk:
        desk.note(1, "Later")
    for words in (
        ("lesson.db", "other.db"),
        ("changed.db", "desks/c1.db"),
        ("lesson.db", "other.db", "desks/c1.db"),
    ):
        refused = collected(lesson, *words)
        assert (refused.returncode, refused.stdout) == (1, "")  # no half of it
        assert (
            f"{words[1]} is no copy of {words[0]}, or that was changed since it was copied" in refused.stderr
        )


# Two tables that textbooks work out. Cohen's: 20 times both say yes, 15 times both no, 5 and 10 times they differ: 0.7 observed,
# 0.5 * 0.6 + 0.5 * 0.4 = 0.5 by chance, hence 0.4. Krippendorff's own: three coders, 12 units that two or three of them coded, of 15.
COHEN = {
    "a": "y " * 20 + "y " * 5 + "n " * 10 + "n " * 15,
    "b": "y " * 20 + "n " * 5 + "y " * 10 + "n " * 15,
}
KRIPPENDORFF = {
    "a": "* * * * * 3 4 1 2 1 1 3 3 * 3",
    "b": "1 * 2 1 3 3 4 3 * * * * * * *",
    "c": "* * 2 1 3 4 4 * 2 1 1 3 3 * 4",
}


@each_row(
    ("coded", "between", "units", "agreement", "kappa", "alpha"),
    [
        pytest.param(COHEN, "a b", 50, 0.7, 0.4, None, id="the textbook's two"),
        # n = 100 codes, 55 yes and 45 no; 30 differ, and 2 * 55 * 45 / 99 = 50 would: 1 - 30 / 50
        pytest.param(COHEN, "all", 50, 0.7, None, 0.4, id="alpha of the same"),
        pytest.param(KRIPPENDORFF, "all", 12, 0.75, None, 0.691, id="Krippendorff's three, with gaps"),
        pytest.param({"a": "y y", "b": "y y"}, "a b", 2, 1.0, None, None, id="one code alone: not defined"),
        pytest.param({"a": "y y", "b": "y y"}, "all", 2, 1.0, None, None, id="alpha of one code alone"),
        pytest.param({"a": "y n", "b": "n y"}, "a b", 2, 0.0, -1.0, None, id="never alike"),
        # 4 codes, 2 and 2; 4 differ, and 2 * 2 * 2 / 3 would: 1 - 4 / (8 / 3)
        pytest.param({"a": "y n", "b": "n y"}, "all", 2, 0.0, None, -0.5, id="alpha, never alike"),
    ],
)
def test_the_coefficients_are_those_of_the_textbooks(folder, coded, between, units, agreement, kappa, alpha):
    with (folder / "decisions.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["coder", "what", "unit", "text", "code", "by", "at"])
        for coder, codes in coded.items():
            given = [(unit, one) for unit, one in enumerate(codes.split()) if one != "*"]
            sheet.writerows([coder, "triage", unit, "", one, "", ""] for unit, one in given)
        sheet.writerow(["a", "filed", "words", "", "yes", "", ""])
    told = subprocess.run(
        [sys.executable, "agreement.py", "decisions.csv"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    found = {row["coders"]: row for row in csv.DictReader(io.StringIO(told.stdout))}[between]
    values = [None if found[name] == "" else float(found[name]) for name in ("agreement", "kappa", "alpha")]
    assert int(found["units"]) == units
    assert values == [
        one if one is None else pytest.approx(one, abs=0.0005) for one in (agreement, kappa, alpha)
    ]


@pytest.mark.slow
def test_a_third_person_gets_what_the_coders_did_not_agree_on(lesson):
    code(lesson, "c1", ["accept", "reject", "reject"], rating="False", pair="different")
    code(lesson, "c2", ["accept", "reject", "accept", "reject"], rating="False", pair="different")
    typed(AGREED, lesson)
    found = {(row["what"], row["coders"]): row for row in rows(lesson / "agreement.csv")}
    assert (found["triage", "c1 c2"]["units"], found["rating", "all"]["agreement"]) == ("3", "1.0")
    typed(SETTLED, lesson)
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
    }  # one coder alone decided about 4
    assert notes == [(3, "c1: reject, c2: accept")]
    assert sorted(judged) == [(1, 3, "different"), (4, 5, "different")]
    (lesson / "codebook.csv").write_text("rating\n")
    typed(PUBLISHED, lesson)
    published = rows(lesson / "claims.csv")
    assert [(row["id"], row["claimant"]) for row in published] == [
        (str(number), "Ada Miller") for number in range(1, 6)
    ]
    assert set(rows(lesson / "codes.csv")[0]) == {"coder", "what", "unit", "code", "at"}


@pytest.mark.slow
def test_what_one_student_rejected_by_mistake_goes_back_to_the_queue(folder):
    for actor, claim in (("s007", 1), ("s008", 2), ("s007", 3), ("s007", 4), ("s007", 5)):
        with claimtrack.open(folder / "claims.db", actor=actor) as desk:
            desk.add(f"A ticket for tram {claim} costs 3.20 crowns", status="proposed", on_duplicate="new")
            decided = desk.triage(claim, "reject")
            if claim == 4:
                desk.undo(decided)
                desk.triage(claim, "accept")
            if claim == 3:  # of which somebody else is sure
                desk.undo(decided)
    with claimtrack.open(folder / "claims.db", actor="s008") as desk:
        desk.triage(3, "reject")
    told = typed(REOPENED, folder)
    assert "undo --changes" in told
    with claimtrack.open(folder / "claims.db") as desk:
        statuses = {claim["id"]: claim["status"] for claim in desk.claims()}
    assert statuses == {1: "proposed", 2: "rejected", 3: "rejected", 4: "open", 5: "proposed"}
