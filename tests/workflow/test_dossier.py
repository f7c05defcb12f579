"""A claim's dossier, with everything the desk knows about it, and its history with one line per change."""

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import NotFound
from claimtrack.core.model import Article, Judgement, Outcome, Status
from claimtrack.workflow import desk as work
from claimtrack.workflow import intervening, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.changes import is_human_change
from claimtrack.workflow.dossier import claim_dossier, claim_history, desk_history
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.reviews import holding, reviewing, scales
from tests.importing.claimreviews import read, review


@pytest.fixture
def desk_with_two_claims(desk):
    for words in ("Prices fell.", "Wages rose."):
        add_claim(desk, NewClaim(words), actor="ada")
    return desk


def last_change(db, claim_id=1):
    return claim_history(db, claim_id)[-1]


# A change, its line in history, and the sentence that follows the name of whoever did it.
CHANGES_AND_LINES = [
    (
        lambda db: work.set_status(db, 1, Status.CHECKING, actor="x"),
        "status: open → checking",
        "changed the claim, status: open → checking",
    ),
    (
        lambda db: work.assign(db, 1, "ben", actor="x"),
        "assignee: nobody → ben",
        "changed the claim, assigned to: nobody → ben",
    ),
    (
        lambda db: linking.add_link(db, 1, "https://a.example", quote="p. 4", actor="x"),
        "https://a.example",
        "added the source: https://a.example",
    ),
    (
        lambda db: work.add_note(db, 1, "Asked.\nTwice.", actor="x"),
        "Asked.\nTwice.",
        "added the note: Asked.\nTwice.",
    ),
    # The name of the tag rather than its id.
    (lambda db: work.add_tag(db, 1, "jobs", actor="x"), "jobs", "added the tag: jobs"),
    # The source, if no article is quoted.
    (
        lambda db: add_claim(db, NewClaim("Prices fell.", source="Radio 4, Today"), attach_to=1, actor="x"),
        "Radio 4, Today",
        "added the appearance: Radio 4, Today",
    ),
    # The pair and its judgement.
    (
        lambda db: judge(db, 2, 1, Judgement.SAME, actor="x"),
        "claims 1 and 2: unjudged → same",
        "judged claims 1 and 2: unjudged → same",
    ),
    # A language by its name.
    (
        lambda db: edit_claim(db, 1, language="cy", actor="x"),
        "language: nothing → Welsh",
        "changed the claim, language: nothing → Welsh",
    ),
    # Whom somebody asked, and for what.
    (
        lambda db: intervening.ask(db, 1, "Echo", "Correct it", asked_on="2024-05-03", actor="x"),
        "Echo: Correct it",
        "added a request to Echo: Correct it",
    ),
    (
        lambda db: intervening.close(
            db,
            intervening.ask(db, 1, "Echo", "Correct it", asked_on="2024-05-03", actor="y"),
            Outcome.NO_ANSWER,
            outcome_on="2024-05-04",
            actor="x",
        ),
        "outcome: waiting → no answer, outcome on: nothing → 2024-05-04",
        "changed the request, outcome: waiting → no answer, outcome on: nothing → 2024-05-04",
    ),
    # A long text is shortened.
    (
        lambda db: work.add_note(db, 1, "x" * 200, actor="x"),
        "x" * 79 + "…",
        "added the note: " + "x" * 79 + "…",
    ),
]


@pytest.mark.parametrize(("make_change", "line", "sentence"), CHANGES_AND_LINES)
def test_history_describes_each_change_in_a_line_with_its_actor(
    desk_with_two_claims, make_change, line, sentence
):
    make_change(desk_with_two_claims)
    change = last_change(desk_with_two_claims)
    assert (change["summary"], change["summary"].sentence, change["actor"]) == (line, sentence, "x")


ANN_IS_LEE = """
    insert into claimants (name) values ('Ann Lee');
    update claimants set name_of_id = (select id from claimants where name = 'Lee') where name = 'Ann Lee'
"""


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        (
            "update articles set outlet = 'Radio_4' where id = 1",
            "changed article 1, outlet: nothing → Radio_4",
        ),
        (
            "update ratings set retired = 1 where name = 'Absurd'",
            "changed the rating Absurd, retired: no → yes",
        ),
        (
            "update ratings set name = 'Wild' where name = 'Absurd'",
            "changed the rating, name: Absurd → Wild",
        ),
        (
            "update claimants set role = 'MP' where name = 'Lee'",
            "changed the speaker Lee, role: nothing → MP",
        ),
        ("insert into claimants (name) values ('Moor')", "added the speaker: Moor"),
        (ANN_IS_LEE, "changed the speaker, Ann Lee is another name of Lee"),
        (
            f"{ANN_IS_LEE}; update claimants set name_of_id = null where name = 'Ann Lee'",
            "changed the speaker, Ann Lee is no longer a name of Lee",
        ),
        (
            "insert into articles (url, text, text_sha256) values ('https://a.example/2', 'Rents fell.', hex(randomblob(32)))",
            "added the article: https://a.example/2",
        ),
    ],
)
def test_a_sentence_names_the_row_that_was_changed(desk, sql, sentence):
    add_claim(desk, NewClaim("Prices fell.", claimant="Lee", source="https://a.example/1"), actor="ada")
    scales.add(desk, "Ours", "Absurd", actor="ada")
    for one in sql.split(";"):
        desk.execute(one)
    [change] = desk_history(desk, limit=1)
    assert change["summary"].sentence == sentence


def test_a_suggested_pair_is_in_the_history_of_both_claims(desk_with_two_claims):
    judge(desk_with_two_claims, 1, 2, Judgement.UNSURE, actor="x")
    for claim_id in (1, 2):
        lines = [change["summary"] for change in claim_history(desk_with_two_claims, claim_id)]
        assert lines[-2].startswith("claims 1 and 2: suggested ")
        assert lines[-1] == "claims 1 and 2: unjudged → unsure"
    judge(desk_with_two_claims, 1, 2, Judgement.UNJUDGED, actor="x")
    desk_with_two_claims.execute("update matches set score = 0.5")  # as the matcher does
    assert last_change(desk_with_two_claims)["summary"].startswith("claims 1 and 2: suggested ")
    told = [is_human_change(change) for change in claim_history(desk_with_two_claims, 1)]
    assert told == [True, False, True, True, False]  # filed, suggested, judged, taken back, compared anew


def test_history_returns_lists_as_lists(desk_with_two_claims):
    judge(desk_with_two_claims, 1, 2, Judgement.UNSURE, actor="x")
    [pair] = [
        change["changes"]
        for change in claim_history(desk_with_two_claims, 1)
        if "differences" in change["changes"]
    ]
    assert (pair["reasons"], pair["differences"]) == ([None, []], [None, []])


def test_the_version_of_a_dossier_is_the_id_of_its_claims_last_change(desk_with_two_claims):
    before = claim_dossier(desk_with_two_claims, 1)["version"]
    work.add_note(desk_with_two_claims, 1, "Asked.", actor="x")
    assert claim_dossier(desk_with_two_claims, 1)["version"] > before
    assert (
        claim_dossier(desk_with_two_claims, 2)["version"] == claim_history(desk_with_two_claims, 2)[-1]["id"]
    )


def test_history_describes_what_a_review_said_and_what_its_correction_changed(reviewed_desk):
    db = reviewed_desk
    correction = reviewing.correct(db, 1, note="We had left out Wales.", rating="Unproven", actor="ada")
    reviewing.revise(db, correction, rating="Half true", summary="Rent rose by 60 percent.", actor="ada")
    summaries = [row["summary"] for row in claim_history(db, 1) if row["table_name"] == "reviews"]
    assert summaries[0] == "review 1: Half true; summary: Verdict 1"
    assert summaries[-2:] == [
        "review 4: corrects review 1; Unproven; summary: Verdict 1; correction note: We had left out Wales.",
        "review 4: rating: Unproven → Half true, summary: Verdict 1 → Rent rose by 60 percent.",
    ]
    # Nobody withdrew the verdict that it replaces.
    holding.hold(db, 1, note="See Wales.", actor="ada")
    reviewing.submit(db, correction, actor="ada")
    reviewing.approve(db, correction, actor="ben")
    reviewing.publish(db, correction, reviewed_on="2024-06-01", actor="ada")
    reviewing.withdraw(db, correction, note="The source retracted its figures.", actor="ben")
    sentences = [row["summary"].sentence for row in claim_history(db, 1) if row["table_name"] == "reviews"]
    assert "put review 4 in the place of review 1" in sentences
    assert [one for one in sentences if "withdrew" in one] == [sentences[-1]]


def test_history_names_the_publisher_of_an_imported_review(reviewed_desk):
    db = reviewed_desk
    read(db, review(1, claimReviewed="Rent doubled in ten years"))
    reviewing.withdraw(db, 4, note="Taken back", actor="ada")
    summaries = [row["summary"] for row in claim_history(db, 1) if row["table_name"] == "reviews"]
    assert [one.sentence for one in summaries[:4]] == [
        "drafted review 1: Half true; summary: Verdict 1",
        "submitted review 1",
        "approved review 1",
        "published review 1, address: nothing → https://desk.example/1, reviewed on: nothing → 2024-05-03",
    ]
    assert summaries[-2].sentence == "imported review 4 of Other Desk: False"
    assert summaries[-1].sentence.startswith("withdrew review 4 of Other Desk, ")
    assert (summaries[0], summaries[-2]) == (
        "review 1: Half true; summary: Verdict 1",
        "review 4 of Other Desk: False",
    )
    assert summaries[-1].startswith("review 4 of Other Desk: status: published → withdrawn, ")
    db.execute("delete from reviews where id = 4")
    assert last_change(db)["summary"].sentence.startswith("removed review 4 of Other Desk: False; ")


def test_an_imported_review_is_shown_with_the_text_it_is_about(reviewed_desk, desk_path):
    """Rewording the claim does not change what a partner rated."""
    db = reviewed_desk
    read(db, review(1, claimReviewed="A third"), review(2, claimReviewed="A fifth"))
    edit_claim(db, 3, text="A quarter", actor="ada")
    output = CliRunner().invoke(cli, ["--db", str(desk_path), "show", "3"]).stdout
    assert (
        "Other Desk: False (published)  2024-05-03  https://other.example/1\n    about: A third\n" in output
    )
    assert [row["claim"] for row in claim_dossier(db, 3)["reviews"]] == ["A quarter", "A third"]
    assert "about:" not in CliRunner().invoke(cli, ["--db", str(desk_path), "show", "4"]).stdout


@pytest.mark.parametrize("read_claim", [claim_dossier, claim_history])
def test_the_dossier_and_history_of_an_unknown_claim_are_refused(desk_with_two_claims, read_claim):
    with pytest.raises(NotFound):
        read_claim(desk_with_two_claims, 99)


def test_an_appearance_in_a_recording_gives_its_timestamp_and_link(desk):
    transcript = "[00:00:31]\n\n>> Ada Moor: We built 4,000 homes.\n\n[00:12:40]\n\n>> Ada Moor: Rents fell by 12 percent in May."
    for text in (transcript, f"{transcript} Wages rose by 3 percent."):
        ingest_article(desk, Article(text=text, url="https://youtu.be/abc", title=text[-5:]), actor="ada")
    add_claim(desk, NewClaim("Rents fell by 12 percent in May.", source="Radio 4"), attach_to=2, actor="ada")
    rows = claim_dossier(desk, 2)["appearances"]
    # Not for the earlier version, nor without a quote.
    times = {(1, None, None), (2, "12:40", "https://youtu.be/abc?t=760s"), (3, None, None)}
    assert {(row["article_id"], row["timecode"], row["timecode_url"]) for row in rows} == times
    official = "ADA MOOR: We built 4,000 homes.\n\nADA MOOR: Rents fell by 12 percent in May."
    ingest_article(desk, Article(text=official, url="https://youtu.be/abc", title="Official"), actor="ada")
    rows = claim_dossier(desk, 2)["appearances"]
    assert {(row["article_id"], row["timecode"], row["timecode_url"]) for row in rows} == times | {
        (4, None, None)
    }


def test_history_lists_a_quote_once_for_all_versions_of_a_growing_transcript(desk):
    transcript = "ADA MOOR: Good evening.\n\nTOM RYLE: Good evening."
    additions = (
        "\n\nADA MOOR: Rents fell by 12 percent in May.",
        "\n\nTOM RYLE: Eleven clinics closed in June.",
        "\n\nADA MOOR: In May rents fell by 12 percent.",
    )
    for words in additions:
        transcript += words
        article = Article(text=transcript, url="https://tv.example/debate", title=words[2:])
        ingest_article(desk, article, actor="reader")
    judge(desk, 1, 3, Judgement.SAME, actor="ada")
    quotes = [
        "Rents fell by 12 percent in May.", "Eleven clinics closed in June.", "In May rents fell by 12 percent.",
    ]  # fmt: skip
    summaries = [row["summary"] for row in desk_history(desk, limit=99) if row["table_name"] == "appearances"]
    assert summaries == quotes[::-1]
    summaries_of_first = [
        row["summary"] for row in claim_history(desk, 1) if row["table_name"] == "appearances"
    ]
    assert summaries_of_first == quotes[:1]
    sql = "select count(*) from {} where table_name = 'appearances' and operation = 'insert'"
    assert [desk.execute(sql.format(name)).fetchone()[0] for name in ("recent_changes", "history")] == [3, 6]


def test_history_lists_a_repeat_or_newly_named_speaker_in_a_later_version(desk):
    """The words of the earlier version are said a second time, and by a speaker whom it did not name."""
    unnamed = "Rents fell by 12 percent in May."
    named = f"ADA MOOR: {unnamed}\n\nTOM RYLE: Good evening.\n\nADA MOOR: Good evening."
    for transcript in (unnamed, named, f"{named}\n\nTOM RYLE: Go on.\n\nADA MOOR: I say it again. {unnamed}"):
        article = Article(text=transcript, url="https://tv.example/debate", title=transcript[-20:])
        ingest_article(desk, article, actor="reader")
    article_ids = [
        row["changes"]["article_id"][1]
        for row in claim_history(desk, 1)
        if row["table_name"] == "appearances" and row["operation"] == "insert"
    ]
    assert article_ids == [1, 2, 3]
    assert desk.execute("select count(*) from appearances where claim_id = 1").fetchone() == (4,)


def test_history_still_names_who_filed_a_claim_when_its_article_version_returns(desk):
    transcript = "Ada Moor said rents fell by 12 percent in May."
    for text, reader in ((transcript, "ada"), (f"It rained. {transcript}", "ben"), (transcript, "ben")):
        ingest_article(desk, Article(text=text, url="https://news.example/rents"), actor=reader)
    assert desk.execute("select id, previous_id from articles order by id").fetchall() == [(1, 2), (2, None)]
    actors = [row["actor"] for row in claim_history(desk, 1) if row["table_name"] == "appearances"]
    assert actors[0] == "ada"
