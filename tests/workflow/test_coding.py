"""What somebody decided on a copy of a desk, question by question, and who decided it."""

import pytest

import claimtrack
from claimtrack.store.file.copying import backup

SCALE = "Six-step truth scale"
TRAMS = (
    "Trams in Ostwald carried 4.2 million passengers",
    "One tram in six was late in 2021",
    "A ticket for the ferry costs 3.20 crowns",
    "The harbour has forty cranes in all weathers",
    "Sheep outnumber the people of Ness by three to one",
    "The hospital has 900 beds for its patients",
    "Nobody swam in the lake at Norbridge in 2019",
    "The mill at Lenn burnt down in 1904",
    "Half of the bakers in Ness are called Moor",
)
ARTICLE = '"We built 40,000 homes last year," housing minister Ada Miller said on Tuesday.'


@pytest.fixture
def copy(tmp_path):
    """A copy of a desk whose last change is a decision; nothing that it has counts as decided on the copy."""
    with claimtrack.open(tmp_path / "lesson.db", actor="teacher", name="The course") as desk:
        for text in TRAMS:
            desk.add(text, claimant="Ada Miller", source="The Paper", on_duplicate="new", status="proposed")
        desk.tag(1, "Ostwald")
        desk.judge(6, 7, "different")
        desk.triage(6, "accept")
        desk.reviews.draft(6, rating="True", scale=SCALE)
        desk.triage(7, "accept")
        backup(desk.db, tmp_path / "c1.db")
    return tmp_path / "c1.db"


def decided(copy, what):
    """What was decided there on a question, and by whom: by unit."""
    with claimtrack.open(copy.with_name("lesson.db")) as lesson:
        rows = [row for row in lesson.coders_decisions(copy) if row["what"] == what]
    found = {row["unit"]: (row["code"], row["decided_by"]) for row in rows}
    assert len(found) == len(rows)
    return found


def times(copy, unit):
    """When each question on a unit was decided."""
    with claimtrack.open(copy.with_name("lesson.db")) as lesson:
        return {
            row["what"]: row["decided_at"] for row in lesson.coders_decisions(copy) if row["unit"] == unit
        }


def test_nothing_is_decided_on_a_copy_that_nobody_worked_on(copy):
    with claimtrack.open(copy.with_name("lesson.db")) as lesson:
        assert lesson.coders_decisions(copy) == []
        assert lesson.coders_agreement(copy) == []


def test_triage_is_the_last_decision_and_status_the_last_step(copy):
    with claimtrack.open(copy, actor="ada") as desk:
        desk.triage(1, "accept")
        desk.triage(2, "accept")
        desk.triage(3, "accept")
        desk.set_status(4, "parked")
        desk.triage(5, "duplicate", other=1)
        desk.triage(8, "accept")
        desk.set_status(8, "parked")
        desk.judge(8, 9, "same")  # parked after triage, thus not as a duplicate
        desk.set_status(7, "checking")  # it left triage before
        desk.edit(6, claimant="Ben Moor")  # no step
        desk.set_status(9, "rejected")  # the newest claim that both have
        new = desk.add("Ferries in Ness are free for children", status="proposed").claim_id
        desk.triage(new, "accept")
    with claimtrack.open(copy, actor="ben") as desk:
        desk.set_status(1, "checking")
        desk.set_status(2, "proposed")  # back to triage: nothing is decided
        desk.set_status(3, "proposed")
        desk.triage(3, "reject")
    assert decided(copy, "triage") == {
        "1": ("accept", "ada"), "3": ("reject", "ben"), "4": ("park", "ada"), "5": ("duplicate", "ada"),
        "8": ("park", "ada"), "9": ("reject", "ada"),
    }  # fmt: skip
    assert decided(copy, "speaker") == dict.fromkeys("1458", ("Ada Miller", "ada"))
    assert decided(copy, "status") == {
        "1": ("checking", "ben"), "3": ("rejected", "ben"), "4": ("parked", "ada"), "5": ("parked", "ada"),
        "8": ("parked", "ada"), "7": ("checking", "ada"), "9": ("rejected", "ada"),
    }  # fmt: skip
    one = times(copy, "1")
    assert one["triage"] == one["speaker"] < one["status"]


def test_the_rating_is_that_of_our_newest_verdict_that_stands(copy):
    with claimtrack.open(copy, actor="ada") as desk:
        for claim in (1, 2, 3, 9):
            desk.set_status(claim, "open")
        first = desk.reviews.draft(1, rating="False", scale=SCALE)
        desk.reviews.draft(2, headline="No rating yet")
        desk.reviews.give_up(desk.reviews.draft(3, rating="False"))
        desk.reviews.draft(9, rating="Mostly true")
        new = desk.add("Ferries in Ness are free for children").claim_id
        desk.reviews.draft(new, rating="False")
    with claimtrack.open(copy, actor="ben") as desk:
        desk.reviews.revise(first, rating="Half true")
    assert decided(copy, "rating") == {"1": ("Half true", "ada"), "9": ("Mostly true", "ada")}
    one = times(copy, "1")
    assert one["rating"] > one["status"]
    with claimtrack.open(copy, actor="ada") as desk:
        desk.reviews.submit(first)
        with claimtrack.open(copy, actor="cid") as cids:
            cids.reviews.approve(first)
            cids.reviews.publish(first, url="https://desk.example/1", reviewed_on="2024-05-01")
        desk.reviews.correct(first, "It was wrong.", rating="Mostly false")
    assert decided(copy, "rating")["1"] == ("Mostly false", "ada")


def test_tags_are_those_that_were_added_to_claims_that_were_worked_on(copy):
    with claimtrack.open(copy, actor="ada") as desk:
        desk.tag(1, "jobs")
        desk.tag(2, "trams", "harbour")
        desk.untag(2, "harbour")
        desk.tag(2, "buses")
        desk.assign(3, "ada")
        desk.note(4, "Nothing but a note.")
        desk.tag(9, "bakers")
        new = desk.add("Ferries in Ness are free for children").claim_id
        desk.tag(new, "ferries")
    with claimtrack.open(copy, actor="ben") as desk:
        desk.tag(1, "again")
    assert decided(copy, "tags") == {
        "1": ("again, jobs", "ben"), "2": ("buses, trams", "ada"), "3": ("none", "ada"), "9": ("bakers", "ada"),
    }  # fmt: skip


def test_pairs_are_those_that_were_judged(copy):
    with claimtrack.open(copy, actor="ada") as desk:
        desk.judge(1, 9, "unsure")
        desk.judge(2, 3, "different")
        desk.undo_judgement(2, 3)
        new = desk.add("Ferries in Ness are free for children").claim_id
        desk.judge(1, new, "different")
    assert decided(copy, "pair") == {"1-9": ("unsure", "ada")}
    with claimtrack.open(copy.with_name("lesson.db")) as lesson:
        [pair] = [row for row in lesson.coders_decisions(copy) if row["what"] == "pair"]
    assert pair["text"] == f"{TRAMS[0]} | {TRAMS[8]}"


def test_a_claim_that_was_filed_is_named_by_its_first_place_and_no_agreement_is_measured_of_it(
    copy, tmp_path
):
    other = tmp_path / "c2.db"
    other.write_bytes(copy.read_bytes())
    for path in (copy, other):
        with claimtrack.open(path, actor="ada") as desk:
            for word in ("Tuesday", "Monday"):
                desk.ingest(text=ARTICLE.replace("Tuesday", word), url=f"https://news.example/{word}")
        with claimtrack.open(path, actor="ben") as desk:
            desk.add("Ferries in Ness are free for children", source="Radio 4")
    with claimtrack.open(copy, actor="cid") as desk:
        desk.edit(11, text="Ferries in Ness are free for all children")
    start, end = ARTICLE.index("We built"), ARTICLE.index(',"')
    assert decided(copy, "filed") == {
        "Ferries in Ness are free for all children": ("yes", "ben"),
        f"article 2, {start}-{end}": ("yes", "ada"),
    }
    with claimtrack.open(tmp_path / "lesson.db") as lesson:
        assert "filed" in {row["what"] for row in lesson.coders_decisions(copy, other)}
        assert "filed" not in {row["what"] for row in lesson.coders_agreement(copy, other)}


def test_a_lesson_may_have_no_claims_yet(tmp_path):
    with claimtrack.open(tmp_path / "lesson.db", actor="teacher") as desk:
        backup(desk.db, tmp_path / "c1.db")
    with claimtrack.open(tmp_path / "c1.db", actor="ada") as desk:
        desk.add("Ferries in Ness are free for children", tags=["ferries"])
    assert decided(tmp_path / "c1.db", "filed") == {"Ferries in Ness are free for children": ("yes", "ada")}
    assert decided(tmp_path / "c1.db", "tags") == {}
