"""What the desk knows of a claim, gathered: everything that hangs on it, and every change in a line."""

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import NotFound
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.workflow import desk as work
from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.dossier import claim_dossier, claim_history, desk_history
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.reviews import reviewing
from tests.importing.claimreviews import read, review


@pytest.fixture
def worked(desk):
    for words in ("Prices fell.", "Wages rose."):
        add_claim(desk, NewClaim(words), actor="ada")
    return desk


def last(db, claim_id=1):
    return claim_history(db, claim_id)[-1]


# What is done, and the line that history gives of it.
LINES = [
    (lambda db: work.set_status(db, 1, Status.CHECKING, actor="x"), "status: open → checking"),
    (lambda db: work.assign(db, 1, "ben", actor="x"), "assignee: nobody → ben"),
    (lambda db: linking.add_link(db, 1, "https://a.example", actor="x"), "https://a.example"),
    (lambda db: work.add_note(db, 1, "Asked.\nTwice.", actor="x"), "Asked.\nTwice."),
    # The tag, not its number.
    (lambda db: work.add_tag(db, 1, "jobs", actor="x"), "jobs"),
    # The place, where no article is quoted.
    (
        lambda db: add_claim(db, NewClaim("Prices fell.", source="Radio 4, Today"), attach_to=1, actor="x"),
        "Radio 4, Today",
    ),
    # The pair, and what was decided of it.
    (lambda db: judge(db, 2, 1, Judgement.SAME, actor="x"), "claims 1 and 2: unjudged → same"),
    # A long text is cut.
    (lambda db: work.add_note(db, 1, "x" * 200, actor="x"), "x" * 79 + "…"),
]


@pytest.mark.parametrize(("do", "line"), LINES)
def test_each_change_is_said_in_a_line_with_its_actor(worked, do, line):
    do(worked)
    change = last(worked)
    assert (change["summary"], change["actor"]) == (line, "x")


def test_a_suggested_pair_is_told_by_both_claims(worked):
    judge(worked, 1, 2, Judgement.UNSURE, actor="x")
    for claim_id in (1, 2):
        lines = [change["summary"] for change in claim_history(worked, claim_id)]
        assert lines[-2].startswith("claims 1 and 2: suggested ")
        assert lines[-1] == "claims 1 and 2: unjudged → unsure"


def test_history_has_lists_as_lists(worked):
    judge(worked, 1, 2, Judgement.UNSURE, actor="x")
    [pair] = [change["changes"] for change in claim_history(worked, 1) if "differences" in change["changes"]]
    assert (pair["reasons"], pair["differences"]) == ([None, []], [None, []])


def test_a_dossier_names_the_last_change_so_that_a_writer_can_tell_whether_it_is_stale(worked):
    before = claim_dossier(worked, 1)["version"]
    work.add_note(worked, 1, "Asked.", actor="x")
    assert claim_dossier(worked, 1)["version"] > before
    assert claim_dossier(worked, 2)["version"] == claim_history(worked, 2)[-1]["id"]


def test_history_tells_what_a_review_said_and_what_a_correction_says_instead(reviewed_desk):
    db = reviewed_desk
    correction = reviewing.correct(db, 1, note="We had left out Wales.", rating="Unproven", actor="ada")
    reviewing.revise(db, correction, rating="Half true", summary="Rent rose by 60 percent.", actor="ada")
    told = [row["summary"] for row in claim_history(db, 1) if row["table_name"] == "reviews"]
    assert told[0] == "review 1: Half true; summary: Verdict 1"
    assert told[-2:] == [
        "review 4: corrects review 1; Unproven; summary: Verdict 1; correction note: We had left out Wales.",
        "review 4: rating: Unproven → Half true, summary: Verdict 1 → Rent rose by 60 percent.",
    ]


def test_history_tells_whose_a_verdict_of_others_is(reviewed_desk):
    db = reviewed_desk
    read(db, review(1, claimReviewed="Rent doubled in ten years"))
    reviewing.withdraw(db, 4, note="Taken back", actor="ada")
    told = [row["summary"] for row in claim_history(db, 1) if row["table_name"] == "reviews"]
    assert (told[0], told[-2]) == ("review 1: Half true; summary: Verdict 1", "review 4 of Other Desk: False")
    assert told[-1].startswith("review 4 of Other Desk: status: published → withdrawn, ")


def test_a_verdict_is_told_with_the_words_that_it_is_about(reviewed_desk, desk_path):
    """Whoever rewords the claim changes nothing of what a partner rated."""
    db = reviewed_desk
    read(db, review(1, claimReviewed="A third"), review(2, claimReviewed="A fifth"))
    edit_claim(db, 3, text="A quarter", actor="ada")
    shown = CliRunner().invoke(cli, ["--db", str(desk_path), "show", "3"]).stdout
    assert "Other Desk: False (published)  2024-05-03  https://other.example/1\n    about: A third\n" in shown
    assert [one["claim"] for one in claim_dossier(db, 3)["reviews"]] == ["A quarter", "A third"]
    assert "about:" not in CliRunner().invoke(cli, ["--db", str(desk_path), "show", "4"]).stdout


@pytest.mark.parametrize("gather", [claim_dossier, claim_history])
def test_a_claim_that_is_not_there_is_said_so(worked, gather):
    with pytest.raises(NotFound):
        gather(worked, 99)


def test_where_it_was_said_tells_when_in_the_recording(desk):
    said = "[00:00:31]\n\n>> Ada Moor: We built 4,000 homes.\n\n[00:12:40]\n\n>> Ada Moor: Rents fell by 12 percent in May."
    for text in (said, f"{said} Wages rose by 3 percent."):
        ingest_article(desk, Article(text=text, url="https://youtu.be/abc", title=text[-5:]), actor="ada")
    add_claim(desk, NewClaim("Rents fell by 12 percent in May.", source="Radio 4"), attach_to=2, actor="ada")
    seen = claim_dossier(desk, 2)["appearances"]
    # Not of the earlier version, nor where no words are quoted.
    assert {(row["article_id"], row["said_at"], row["said_at_url"]) for row in seen} == {
        (1, None, None), (2, "12:40", "https://youtu.be/abc?t=760s"), (3, None, None),
    }  # fmt: skip


def test_history_tells_once_what_each_version_of_a_growing_text_says_again(desk):
    spoken = "ADA MOOR: Good evening.\n\nTOM RYLE: Good evening."
    added = (
        "\n\nADA MOOR: Rents fell by 12 percent in May.",
        "\n\nTOM RYLE: Eleven clinics closed in June.",
        "\n\nADA MOOR: In May rents fell by 12 percent.",
    )
    for words in added:
        spoken += words
        article = Article(text=spoken, url="https://tv.example/debate", title=words[2:])
        ingest_article(desk, article, actor="reader")
    judge(desk, 1, 3, Judgement.SAME, actor="ada")
    quoted = [
        "Rents fell by 12 percent in May.", "Eleven clinics closed in June.", "In May rents fell by 12 percent.",
    ]  # fmt: skip
    told = [one["summary"] for one in desk_history(desk, limit=99) if one["table_name"] == "appearances"]
    assert told == quoted[::-1]
    of_first = [one["summary"] for one in claim_history(desk, 1) if one["table_name"] == "appearances"]
    assert of_first == quoted[:1]
    sql = "select count(*) from {} where table_name = 'appearances' and operation = 'insert'"
    assert [desk.execute(sql.format(name)).fetchone()[0] for name in ("recent_changes", "history")] == [3, 6]


def test_history_tells_what_a_version_has_once_more_or_from_another(desk):
    """In the words of the version before: said a second time, and by somebody whom that did not name."""
    unnamed = "Rents fell by 12 percent in May."
    named = f"ADA MOOR: {unnamed}\n\nTOM RYLE: Good evening.\n\nADA MOOR: Good evening."
    for spoken in (unnamed, named, f"{named}\n\nTOM RYLE: Go on.\n\nADA MOOR: I say it again. {unnamed}"):
        article = Article(text=spoken, url="https://tv.example/debate", title=spoken[-20:])
        ingest_article(desk, article, actor="reader")
    appeared = [
        one["changes"]["article_id"][1]
        for one in claim_history(desk, 1)
        if one["table_name"] == "appearances" and one["operation"] == "insert"
    ]
    assert appeared == [1, 2, 3]
    assert desk.execute("select count(*) from appearances where claim_id = 1").fetchone() == (4,)


def test_history_still_tells_who_filed_a_claim_when_its_version_is_put_back(desk):
    spoken = "Ada Moor said rents fell by 12 percent in May."
    for text, reader in ((spoken, "ada"), (f"It rained. {spoken}", "ben"), (spoken, "ben")):
        ingest_article(desk, Article(text=text, url="https://news.example/rents"), actor=reader)
    assert desk.execute("select id, previous_id from articles order by id").fetchall() == [(1, 2), (2, None)]
    told = [one["actor"] for one in claim_history(desk, 1) if one["table_name"] == "appearances"]
    assert told[0] == "ada"
