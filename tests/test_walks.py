"""Three people act at random: what is undone leaves no trace, what is signed stays, and the desk stays consistent."""

import random

import pytest

import claimtrack
from claimtrack import ClaimtrackError
from claimtrack.core.desk.decisions import Decision
from claimtrack.core.model import Judgement, OnDuplicate, Stance, Status
from claimtrack.store.file.checks import examine
from claimtrack.workflow.matching.judging import undo_judgement

PEOPLE = ("ada", "ben", "cat")
NAMES = ("Ada Moor", "Moor", "Minister Ada Moor", "Ben Lake", "the bank", None)
SENTENCES = (
    "Rents in Vale rose by {} percent",
    "Rents in Vale did not rise by {} percent",
    "Vale's rents went up {} percent",
    "Crime in Avon fell {} percent in 2023",
    "{} schools were closed last year",
)
# An undo leaves history, the index, newly known names and timestamps behind. A suggestion that nobody judges may stay.
KEPT = "select c.id, text, claimed_on, status, name from claims c left join claimants on claimants.id = claimant_id"
JUDGED = "select left_id, right_id, judgement from matches where judgement <> 'unjudged'"
SUGGESTED = "select left_id, right_id, round(score, 6), suggestion, differences from matches"
WORDS = "select claim_id, quote, span_start, speaker_as_written from appearances"
SIGNED = "select id, claim_id, rating_id, summary, drafted_by, approved_by, reviewed_on from reviews where status = 'published'"
STEPS = {
    "draft": ("submit", "submit", "give_up"),
    "submitted": ("approve", "approve", "send_back"),
    "approved": ("publish", "publish", "send_back"),
    "published": ("correct", "withdraw"),
}


class RandomWalk:
    """A desk that three people have open, and the random choices of what they do next."""

    def __init__(self, path, seed):
        self.chance = random.Random(seed)
        self.desks = [claimtrack.open(path, actor=who, name="The Desk") for who in PEOPLE]
        self.db = self.desks[0].db
        self.steps = (self.add, self.add, self.edit, self.decide, self.judge, self.move, self.work, self.review, self.review)  # fmt: skip

    def rows(self, *queries):
        return [sorted(map(repr, self.db.execute(sql).fetchall())) for sql in queries]

    def claim(self):
        """The number of a claim, which may not exist on an empty desk."""
        return self.chance.choice([row[0] for row in self.db.execute("select id from claims")] or [1])

    def text(self):
        return self.chance.choice(SENTENCES).format(self.chance.choice((12, 21, 40)))

    def name(self):
        return self.chance.choice(NAMES)

    def add(self, desk):
        status = self.chance.choice((Status.OPEN, Status.PROPOSED))
        desk.add(
            self.text(), claimant=self.name(), status=status, on_duplicate=self.chance.choice([*OnDuplicate])
        )

    def edit(self, desk):
        wanted = self.chance.choice(
            ({"text": self.text()}, {"claimant": self.name()}, {"claimed_on": "2024-05-02"})
        )
        before = self.rows(KEPT, JUDGED, WORDS, SUGGESTED)
        edited = desk.edit(self.claim(), **wanted)
        if self.chance.random() < 0.7:
            desk.undo(edited)
            assert self.rows(KEPT, JUDGED, WORDS, SUGGESTED) == before, wanted

    def decide(self, desk):
        decision = self.chance.choice([*Decision])
        details = {"edit": {"text": self.text(), "speaker": "Cal Dee"}, "duplicate": {"other": self.claim()}}
        before = self.rows(KEPT, JUDGED, WORDS, SUGGESTED)
        decided = desk.triage(self.claim(), decision, **details.get(decision, {}))
        if self.chance.random() < 0.7:
            desk.undo(decided)
            assert self.rows(KEPT, JUDGED, WORDS, SUGGESTED) == before, decision

    def judge(self, desk):
        before = self.rows(KEPT, JUDGED)
        desk.judge(self.claim(), self.claim(), self.chance.choice((Judgement.SAME, Judgement.DIFFERENT)))
        if self.rows(JUDGED) != before[1:] and self.chance.random() < 0.7:
            undo_judgement(desk.db, actor=desk.actor)
            assert self.rows(KEPT, JUDGED) == before

    def move(self, desk):
        desk.set_status(self.claim(), self.chance.choice([*Status]))

    def work(self, desk):
        number = self.claim()
        desk.note(number, "Asked.")
        desk.link(number, f"https://stats.example/{self.chance.randrange(3)}", Stance.REFUTES)
        desk.tag(number, "housing")

    def review(self, desk):
        known = self.db.execute("select id, status from reviews").fetchall()
        number, status = self.chance.choice([*known, (None, "")])
        before = set(self.rows(SIGNED)[0])
        step = self.chance.choice(STEPS.get(status, ("draft",)))
        arguments = {
            "draft": ((self.claim(),), {"rating": "Half true", "summary": self.text()}),
            "publish": ((number,), {"url": f"https://desk.example/{number}", "reviewed_on": "2024-05-03"}),
            "correct": ((number, "We misread a table."), {"summary": self.text()}),
        }
        words, fields = arguments.get(step, ((number,), {}))
        getattr(desk.reviews, step)(*words, **fields)
        if step not in ("publish", "withdraw", "correct"):
            assert set(self.rows(SIGNED)[0]) == before, step


@pytest.mark.parametrize("seed", [3, 4])
def test_random_work_keeps_signed_reviews_and_undoes_cleanly(desk_path, seed):
    walk = RandomWalk(desk_path, seed)
    refused = 0
    for _ in range(120):
        signed = walk.rows(SIGNED)
        step = walk.chance.choice(walk.steps)
        try:
            step(walk.chance.choice(walk.desks))
        except ClaimtrackError:
            refused += 1
        if step != walk.review:
            assert walk.rows(SIGNED) == signed, step
    assert refused < 90
    assert all(
        left != right for left, right in walk.db.execute("select drafted_by, approved_by from reviews")
    )
    assert [finding for finding in examine(walk.db) if not finding.ok] == []
    for desk in walk.desks:
        desk.close()
