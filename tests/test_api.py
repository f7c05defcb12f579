"""`claimtrack.open` and the Desk that it returns: what notebooks and scripts can do, and how misuse is refused."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

import claimtrack
from claimtrack import ClaimtrackError, Judgement, Priority, Stance, Status
from claimtrack.core.errors import DatabaseError, Duplicate, InvalidValue, NotADesk, NotFound, Refused
from claimtrack.store import claims
from claimtrack.store.history import of_claim
from claimtrack.workflow.desk import remove_note
from claimtrack.workflow.undoing import changes_name
from tests.clocks import date_changes
from tests.tables import each_row

TEXT = "Exports rose by 10 percent in 2023, Ada Miller said."


@pytest.fixture
def desk(desk_path):
    with claimtrack.open(desk_path, actor="nb") as desk:
        yield desk


def test_open_creates_a_missing_desk_and_opens_an_existing_one(tmp_path):
    for _ in range(2):
        with claimtrack.open(tmp_path / "x.db", actor="nb") as desk:
            assert list(desk.claims()) == []


def test_an_empty_file_becomes_a_desk(tmp_path):
    path = tmp_path / "x.db"
    path.touch()
    with claimtrack.open(path, actor="nb") as desk:
        assert desk.add("Prices fell.").claim_id == 1


def test_a_desk_with_a_renamed_column_is_refused_naming_the_column(desk_path):
    claimtrack.open(desk_path).db["notes"].transform(rename={"body": "text"})
    with pytest.raises(DatabaseError, match=r"the column notes\.body is gone: rename it back"):
        claimtrack.open(desk_path)


def test_repr_shows_the_file_and_actor_of_a_desk(desk_path):
    desk = claimtrack.open(desk_path, actor="nb")
    assert repr(desk) == f"<claimtrack desk {str(desk_path)!r}, actor 'nb'>"
    desk.close()
    assert repr(desk) == "<claimtrack desk closed, actor 'nb'>"


def test_a_desk_is_closed_when_its_new_name_is_refused(tmp_path):
    path = tmp_path / "x.db"
    claimtrack.open(path, actor="nb").close()
    with pytest.raises(InvalidValue, match="the name of the desk is empty") as refused:
        claimtrack.open(path, actor="nb", name=" ")
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"], refused  # no -wal: nobody has it open


def test_each_thread_must_open_the_desk_for_itself(desk, desk_path):
    def add_claim(desk, number):
        return desk.add(f"The lock lifted {number} barges in 2019.").claim_id

    def open_and_add_claim(number):
        with claimtrack.open(desk_path, actor="nb") as own:
            return add_claim(own, number)

    with ThreadPoolExecutor(2) as threads:
        with pytest.raises(
            ClaimtrackError, match=r"another thread or process: open one in each with claimtrack\.open"
        ):
            threads.submit(add_claim, desk, 1).result()
        claim_ids = list(threads.map(open_and_add_claim, range(10, 20)))
    texts = {row["id"]: row["text"] for row in desk.claims()}
    assert [texts[claim_id].split()[3] for claim_id in claim_ids] == [str(number) for number in range(10, 20)]


def test_a_file_that_is_not_a_desk_is_refused(tmp_path):
    (tmp_path / "x.db").write_text("Dear editor, " * 100)
    with pytest.raises(NotADesk):
        claimtrack.open(tmp_path / "x.db")


def test_an_added_claim_keeps_all_its_details_and_is_matched(desk):
    added = desk.add(
        "Exports rose by 10 percent.",
        claimant="Ada Miller",
        source="https://a.example",
        claimed_on="2024-04-22",
        links=[("https://b.example", Stance.REFUTES)],
        status="checking",
        notes=["Asked."],
        tags=["trade"],
    )
    assert (added.claim_id, added.is_new) == (1, True)
    [row] = desk.claims(status=Status.CHECKING, tag="trade")
    assert (row["text"], row["evidence"], row["notes"]) == ("Exports rose by 10 percent.", 1, 1)
    [match] = desk.match("exports rose by 10 percent")
    assert (match.claim_id, match.score) == (1, 1.0)


def test_on_duplicate_decides_whether_a_repeat_is_joined_added_or_refused(desk):
    desk.add("Prices fell.")
    assert not desk.add("prices fell").is_new
    assert desk.add("Prices fell.", on_duplicate="new").is_new
    with pytest.raises(Duplicate):
        desk.add("Prices fell.", on_duplicate="fail")


def test_a_file_is_ingested_once_with_its_url_and_date(desk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [done] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert done.new == 1
    [again] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert (again.new, again.known) == (0, 1)
    [row] = desk.claims()
    assert (row["url"], row["status"]) == ("https://a.example", "proposed")


def test_links_in_an_article_become_evidence_on_request(desk, tmp_path):
    (tmp_path / "a.md").write_text("Rents rose by [12 percent](https://stats.example) in 2023.")
    assert desk.ingest(tmp_path / "a.md")[0].linked == 0
    [done] = desk.ingest(tmp_path / "a.md", links=True)
    assert (done.linked, done.unlinked) == (1, 0)
    sql = "select claim_id, url, stance from evidence"
    assert list(desk.db.execute(sql)) == [(1, "https://stats.example", "context")]


def test_claims_in_a_speech_are_attributed_to_the_given_speaker(desk, tmp_path):
    (tmp_path / "speech.txt").write_text("We built 900 homes in 2024.")
    [done] = desk.ingest(tmp_path / "speech.txt", speaker="Ada Bell")
    assert [(claim.found.speaker, claim.found.kind) for claim in done.filed] == [("Ada Bell", "direct")]


def test_claims_below_a_score_are_left_out_on_request(desk, tmp_path):
    (tmp_path / "a.txt").write_text("Ada Bell said 900 homes were built in 2024. She said it was a joy.")
    [some] = desk.ingest(tmp_path / "a.txt", min_score=0.5)
    assert (some.new, some.skipped) == (1, 1)
    [rest] = desk.ingest(tmp_path / "a.txt")
    assert [claim.found.text for claim in rest.filed if claim.is_new] == ["it was a joy"]


def test_version_of_makes_an_article_a_new_version_of_another(desk, tmp_path):
    at = {"url": "https://a.example/dam"}
    (tmp_path / "a.txt").write_text("The dam holds 12 million litres, Ada Bell said.")
    (tmp_path / "b.txt").write_text("Its wall was raised by 3 metres in 2021, Ada Bell said.")
    [first] = desk.ingest(tmp_path / "a.txt", **at)
    [apart] = desk.ingest(tmp_path / "b.txt", **at)
    assert (apart.previous_id, apart.same_address_id) == (None, first.article_id)
    [done] = desk.ingest(tmp_path / "b.txt", **at, version_of=first.article_id)
    assert (done.previous_id, len(done.dropped)) == (first.article_id, 1)
    with pytest.raises(
        InvalidValue, match="version_of is for a single article, and the source holds several"
    ):
        desk.ingest(tmp_path, version_of=1)


def test_judging_a_pair_and_moving_a_claim_are_signed_by_the_actor(desk):
    for words in ("Prices fell.", "Prices dropped."):
        desk.add(words)
    desk.judge(1, 2, "same")
    desk.set_status(1, Status.CHECKING)
    assert desk.db.execute("select judgement from matches").fetchone() == (Judgement.SAME,)
    assert {row["actor"] for row in of_claim(desk.db, 1)} == {"nb"}


def test_duplicate_pairs_are_listed_judged_and_judgements_undone(desk):
    for count in (12, 21):
        claims.add(desk.db, f"The port of Halvern lost {count} of its cranes in the storms of last November")
    [pair] = desk.duplicates("conflicts", limit=5)
    assert (pair["left_id"], pair["right_id"], pair["differences"]) == (1, 2, ["differs: 12 / 21"])
    assert desk.duplicates("repeats") == []
    judged = desk.judge(1, 2, "same")
    assert [len(list(desk.claims(once=once))) for once in (False, True)] == [2, 1]
    assert len(list(desk.claims())) == 2
    assert (judged.before, judged.in_spite_of) == (Judgement.UNJUDGED, ("differs: 12 / 21",))
    assert desk.judge(1, 2, "different").in_spite_of == ()
    assert desk.undo_judgement(1, 2).judgement is Judgement.SAME
    with pytest.raises(InvalidValue, match=r". Use one of: all, repeats, conflicts"):
        desk.duplicates("everything")


TAGS = [
    ("housing, jobs", ["housing", "jobs"], "several, as written in a spreadsheet cell"),
    (
        '"Washington, D.C.", jobs',
        ["jobs", "Washington, D.C."],
        "one tag contains a comma, quoted as an export quotes it",
    ),
    (["Washington, D.C.", "jobs"], ["jobs", "Washington, D.C."], "in a list, each item is one tag"),
    ("", [], "an empty cell"),
]


@pytest.mark.parametrize(("tags", "expected", "reason"), TAGS)
def test_tags_in_a_string_are_split_as_in_a_sheet_cell(desk, tags, expected, reason):
    desk.add("A claim of 6", tags=tags)
    assert [row["tags"] for row in desk.claims()] == [expected], reason


def test_an_edit_can_be_undone(desk):
    desk.add("Prices fell.", claimant="Ada Miller")
    desk.undo(desk.edit(1, text="Prices rose.", claimant=None))
    assert [(row["text"], row["claimant"]) for row in desk.claims()] == [("Prices fell.", "Ada Miller")]


def test_what_another_desk_returned_is_not_undone_here(tmp_path):
    (tmp_path / "a.txt").write_text("The ferry carried 900 cars in May, Zed Orr said.", encoding="utf-8")
    with (
        claimtrack.open(tmp_path / "one.db", actor="nb") as desk,
        claimtrack.open(tmp_path / "other.db", actor="nb") as other,
    ):
        read, decided = [], []
        for one in (desk, other):
            one.add("Prices fell.", status="proposed")
            decided.append(one.triage(1, "accept"))
            read.append(one.ingest(tmp_path / "a.txt"))
        assert decided[0].written == decided[1].written
        for undo, results in ((desk.undo, decided), (desk.undo_import, read)):
            with pytest.raises(Refused, match="not on this desk"):
                undo(results[1])
            undo(results[0])
        assert [row["status"] for row in desk.claims()] == ["proposed"]


def test_a_string_is_one_tag_note_or_link_not_a_list_of_letters(desk):
    desk.add("A claim of 6", tags="housing", notes="Asked.", links="https://a.example/1")
    desk.add("A claim of 7", links=("https://a.example/2", "refutes"))
    desk.add("A claim of 8", links=["https://a.example/3", ("https://a.example/4", Stance.SUPPORTS)])
    desk.tag(1, "jobs")
    assert [row["tags"] for row in desk.claims()] == [["housing", "jobs"], [], []]
    assert [row["notes"] for row in desk.claims()] == [1, 0, 0]
    stances = list(desk.db.execute("select claim_id, stance from evidence order by id"))
    assert stances == [(1, "context"), (2, "refutes"), (3, "context"), (3, "supports")]


@pytest.mark.parametrize("day", ["2024-04-22", date(2024, 4, 22), datetime(2024, 4, 22, 23, 59)])
def test_a_day_may_be_a_string_a_date_or_a_datetime(desk, tmp_path, day):
    desk.add("A claim of 6", claimed_on=day)
    (tmp_path / "a.txt").write_text(TEXT)
    desk.ingest(tmp_path / "a.txt", published_on=day)
    desk.edit(2, claimed_on=day)
    assert [row["claimed_on"] for row in desk.claims()] == ["2024-04-22"] * 2
    assert desk.match("a claim of 6", claimed_on=day)[0].claim_id == 1


def test_claims_can_be_listed_since_a_date_or_a_datetime(desk):
    desk.add("A claim of 6")
    now = datetime.now(UTC)
    for since, count in (
        (now.date() - timedelta(1), 1),
        (now.date() + timedelta(2), 0),
        (now - timedelta(hours=1), 1),
        (now + timedelta(hours=1), 0),
    ):
        assert len(list(desk.claims(since=since))) == count


def test_every_change_to_a_claim_is_signed_by_the_actor(desk):
    desk.add("Prices fell.", claimant="Ada Miller", claimed_on="2024-04-22")
    assert desk.markdown() == []
    edited = desk.edit(1, text="Prices fell by a tenth", claimant=None)
    assert edited.changes == {
        "text": ("Prices fell.", "Prices fell by a tenth"),
        "claimant": ("Ada Miller", None),
    }
    desk.assign(1, "ben")
    desk.set_priority(1, Priority.HIGH)
    desk.set_due_on(1, date(2024, 5, 3))
    desk.note(1, "Asked.")
    desk.link(1, "https://a.example", "refutes", title="Figures")
    desk.link(1, "https://b.example")
    changed = desk.change_link(1, "https://b.example", stance="supports", is_primary=True, title=None)
    assert changed.changes == {"stance": ("context", "supports"), "is_primary": (None, True)}
    untitled = desk.change_link(1, "https://a.example", title=None)
    assert untitled.changes == {"title": ("Figures", None)}
    desk.unlink(1, "https://b.example")
    desk.tag(1, "trade", "jobs")
    desk.untag(1, "jobs")
    [row] = desk.claims(due_until="2024-05-03")
    assert list(desk.claims(due_until="2024-05-02")) == []
    shown = {
        key: row[key]
        for key in (
            "due_on",
            "text",
            "claimant",
            "claimed_on",
            "assignee",
            "priority",
            "notes",
            "evidence",
            "tags",
        )
    }
    assert shown == {
        "text": "Prices fell by a tenth", "claimant": None, "claimed_on": "2024-04-22", "assignee": "ben",
        "priority": "high", "notes": 1, "evidence": 1, "tags": ["trade"], "due_on": "2024-05-03",
    }  # fmt: skip
    assert {change["actor"] for change in of_claim(desk.db, 1)} == {"nb"}


def test_lint_reports_what_a_claim_or_an_article_lacks(desk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [done] = desk.ingest(tmp_path / "a.txt")
    claim_id = done.filed[0].claim_id
    assert {(finding["claim_id"], finding["rule"]) for finding in desk.lint(article_id=done.article_id)} == {
        (claim.claim_id, "only_proposed") for claim in done.filed
    }
    assert desk.lint() == []  # no claim is being checked
    assert "no_review" in {finding["rule"] for finding in desk.lint(claim_id) if finding["blocks"]}
    with pytest.raises(InvalidValue, match="one of them"):
        desk.lint(claim_id, article_id=done.article_id)


def test_changing_a_missing_link_or_to_an_unknown_stance_is_refused(desk):
    desk.add("Prices fell.")
    desk.link(1, "https://a.example")
    with pytest.raises(NotFound, match=r"has no source https://b\.example. Its sources: https://a\.example"):
        desk.change_link(1, "https://b.example", title="Figures")
    with pytest.raises(InvalidValue, match="stance"):
        desk.change_link(1, "https://a.example", stance="proves")


def test_undo_import_undoes_all_given_articles_or_none(desk, tmp_path):
    for name, text in (
        ("a.txt", "The ferry carried 900 cars in May, Zed Orr said."),
        ("b.txt", "The quay cost $2m, Ada Quist said."),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    first = desk.ingest(tmp_path / "a.txt")
    desk.add("Prices fell.")
    second = desk.ingest(tmp_path / "b.txt")
    noted = desk.note(second[0].filed[0].claim_id, "Ask.")
    with pytest.raises(Refused, match=r". Nothing was undone: undo those"):
        desk.undo_import([*first, *second])
    assert len(list(desk.claims())) == 3
    remove_note(desk.db, noted, actor="nb")
    assert desk.undo_import([*first, *second]) == (2, 0, 0)
    assert [row["text"] for row in desk.claims()] == ["Prices fell."]
    with pytest.raises(Refused, match="this was already undone, or all the claims it filed were deleted"):
        desk.undo_import(first)


def test_an_import_is_undone_by_the_name_that_a_command_printed(desk, tmp_path):
    (tmp_path / "a.txt").write_text("The ferry carried 900 cars in May, Zed Orr said.", encoding="utf-8")
    name = changes_name(desk.db, desk.ingest(tmp_path / "a.txt")[0].written)
    [row] = desk.imports()
    assert (row["undo"], row["why_kept"]) == (name, None)
    with pytest.raises(Refused, match="these changes were not made by an"):
        desk.undo_import(f"{name[:-6]}000000")
    assert desk.undo_import(name).filed == 1


@pytest.mark.parametrize("given", ["12", 12, None, [None], {"written": []}])
def test_undo_import_refuses_what_does_not_name_an_import(desk, given):
    with pytest.raises(InvalidValue, match=r"does not name any changes|takes what ingest"):
        desk.undo_import(given)
    with pytest.raises(Refused, match="it changed nothing"):
        desk.undo_import([])


def test_tags_are_added_all_together_or_not_at_all(desk):
    desk.add("Prices fell.")
    with pytest.raises(ClaimtrackError):
        desk.tag(1, "trade", " ")
    assert [row["tags"] for row in desk.claims()] == [[]]


def test_a_review_goes_from_draft_through_correction_to_withdrawal(tmp_path):
    path = tmp_path / "reviewed.db"
    desk = claimtrack.open(path, actor="nb")
    desk.add("Prices fell.", source="https://a.example", claimed_on="2024-04-22")
    with pytest.raises(ClaimtrackError, match="no name to publish under"):
        desk.reviews.draft(1)
    with desk, claimtrack.open(path, actor="ben", name="The Fact Desk") as approver:
        desk.reviews.give_up(desk.reviews.draft(1, rating="Half true"))
        first = desk.reviews.draft(1, rating="Absurd", reviewed_on=date(2024, 4, 30))
        desk.reviews.revise(first, summary="They rose.")
        desk.reviews.submit(first)
        approver.reviews.send_back(first, note="Name the source")
        desk.reviews.submit(first)
        with pytest.raises(ClaimtrackError, match=": someone else must approve it"):
            desk.reviews.approve(first)
        approver.reviews.approve(first)
        desk.reviews.set_not_before(first, datetime(2999, 5, 3, 18, tzinfo=UTC))
        with pytest.raises(ClaimtrackError, match="nobody publishes review"):
            desk.reviews.publish(first, url="https://desk.example/1")
        assert [row["not_before"] for row in desk.claims()] == ["2999-05-03T18:00:00.000Z"]
        assert desk.reviews.publish_due().done == []
        with pytest.raises(ClaimtrackError, match="not_before must be text"):
            desk.reviews.set_not_before(first, date(2999, 5, 3))
        desk.reviews.set_not_before(first, None)
        desk.reviews.publish(first, url="https://desk.example/1")
        with pytest.raises(ClaimtrackError, match="correction"):
            desk.edit(1, text="Prices rose.")
        approver.reviews.mend_address(first, "https://desk.example/2")
        with pytest.raises(ClaimtrackError, match="someone else must change the address"):
            desk.reviews.mend_address(first, "https://elsewhere.example/2")
        second = desk.reviews.correct(first, "The rating was wrong.", rating="Half true")
        desk.reviews.submit(second)
        approver.reviews.approve(second)
        desk.reviews.publish(second, reviewed_on=date(2024, 5, 1), look_again=date(2025, 5, 1))
        assert [(row["rating"], row["due_on"]) for row in desk.claims()] == [("Half true", "2025-05-01")]
        desk.reviews.give_up(desk.reviews.update(second, "Prices fell since."))
        desk.reviews.withdraw(second, note="We asked again.", withdrawn_on=date(2024, 5, 2))
        assert [(row["rating"], row["status"]) for row in desk.claims()] == [(None, "checking")]
        sql = "select status, summary, is_update, reviewed_on from reviews order by id"
        assert list(desk.db.execute(sql)) == [
            ("withdrawn", None, 0, None),
            ("withdrawn", "They rose.", 0, "2024-04-30"),
            ("withdrawn", "They rose.", 0, "2024-05-01"),
            ("withdrawn", "They rose.", 1, None),
        ]


def test_an_integer_type_of_another_library_names_a_claim(desk):
    class Int64:
        def __index__(self):
            return 1

    desk.add("Prices fell.")
    desk.set_status(Int64(), "checking")
    assert [row["status"] for row in desk.claims()] == ["checking"]


class EmptyDay(datetime):
    """As pandas' NaT: a datetime that is none."""

    def __repr__(self):
        return "NaT"

    __str__ = __repr__


class EmptyCell:
    """As pandas' NA: it has no truth value, not even when it is compared."""

    def __eq__(self, other):
        return self

    def __bool__(self):
        raise TypeError("boolean value of NA is ambiguous")

    def __repr__(self):
        return "<NA>"


EMPTY_DAY, EMPTY_CELL = EmptyDay(1970, 1, 1), EmptyCell()

WRONG = [
    pytest.param(lambda desk: desk.add(None), "the text of a claim must be text, not None", id="no text"),
    pytest.param(lambda desk: desk.add("x y", claimant=float("nan")), "claimant must be text, not nan, which pandas has for an empty cell: give None",
                 id="NaN, as pandas has for an empty cell"),
    pytest.param(lambda desk: desk.add("x y", claimed_on=float("nan")), ", not nan, which pandas has for an empty cell: give None", id="NaN for a day"),
    pytest.param(lambda desk: desk.add("x y", claimed_on=EMPTY_DAY), "claimed_on must be text, as in 2024-04-22, or a datetime.date, not NaT, which pandas",
                 id="NaT for a day"),
    pytest.param(lambda desk: desk.claims(since=EMPTY_DAY), "since must be text, as in 2024-04-22, or a datetime.date, not NaT, which pandas",
                 id="NaT for a moment"),
    pytest.param(lambda desk: desk.reviews.draft(1, not_before=EMPTY_DAY), "not_before must be text, not NaT, which pandas", id="NaT for a time"),
    pytest.param(lambda desk: desk.link(1, "https://a.example", is_primary=EMPTY_CELL), "is_primary must be True, False or None, not <NA>", id="NA for a flag"),
    pytest.param(lambda desk: desk.set_status(1.5, "open"), "must be a whole number, not 1.5", id="a part of a claim"),
    pytest.param(lambda desk: desk.set_status(float("nan"), "open"), "must be a whole number, not nan", id="NaN for a claim"),
    pytest.param(lambda desk: desk.add("x y", tags=7), "a tag must be a text or a list of texts, not", id="a number for tags"),
    pytest.param(lambda desk: desk.add("x y", tags=["a", None]), "a tag must be text", id="an empty tag"),
    pytest.param(lambda desk: desk.add("x y", links=[("https://a.example", "against")]),
                 "there is no stance 'against'. Use one of: supports, refutes, context", id="stance"),
    pytest.param(lambda desk: desk.add("x y", links=[7]), "a link must be a web address, or (address, stance), not", id="a number for a link"),
    pytest.param(lambda desk: desk.add("x y", status="bogus"), ". Use one of: proposed, open, checking", id="add"),
    pytest.param(lambda desk: desk.add("x y", on_duplicate="bogus"), ". Use one of: same, attach, new, fail", id="on_duplicate"),
    pytest.param(lambda desk: desk.add("x y", claimed_on=20240422), "claimed_on must be text", id="a number for a day"),
    pytest.param(lambda desk: desk.match(None), "text must be text", id="match"),
    pytest.param(lambda desk: desk.set_status(1, "bogus"), "there is no status 'bogus'. Use one of: proposed", id="set_status"),
    pytest.param(lambda desk: desk.set_priority(1, "bogus"), ". Use one of: high, normal, low", id="set_priority"),
    pytest.param(lambda desk: desk.triage(1, "bogus"), ". Use one of: accept, edit, reject, duplicate, skip", id="triage"),
    pytest.param(lambda desk: desk.judge(1, 2, "bogus"), ". Use one of: unjudged, same, different, unsure", id="judge"),
    pytest.param(lambda desk: desk.claims(status="bogus"), "there is no status 'bogus'. Use one of: proposed", id="claims"),
    pytest.param(lambda desk: desk.link(1, "https://a.example", "bogus"), ". Use one of: supports, refutes", id="link"),
    pytest.param(lambda desk: desk.edit(1, text=None), "must be text, not None", id="edit"),
    pytest.param(lambda desk: desk.note("one", "x"), "must be a whole number, not 'one'", id="a number in words"),
    pytest.param(lambda desk: desk.reviews.draft(1, verdict="False"), ". Its fields: rating, scale", id="draft"),
    pytest.param(lambda desk: desk.undo(None), "undo takes what desk.triage or desk.edit returned, not None", id="undo"),
    pytest.param(lambda desk: desk.match("x y", limit="x"), "limit must be a whole number, not 'x'", id="limit in words"),
    pytest.param(lambda desk: desk.match("x y", limit=None), "limit must be a whole number, not", id="limit None"),
    pytest.param(lambda desk: desk.match("x y", limit=0), "limit must be 1 or more, not 0", id="a match limit of none"),
    pytest.param(lambda desk: desk.history(limit=-1), "limit must be 1 or more, not -1", id="a negative limit"),
    pytest.param(lambda desk: desk.search("x y", limit=0), "limit must be 1 or more, not 0", id="a search limit of none"),
    pytest.param(lambda desk: desk.note(2**70, "x"), "the number of a claim is too large", id="a number too large"),
    pytest.param(lambda desk: desk.ingest(None), "source must be the name of a file, not None", id="ingest nothing"),
    pytest.param(lambda desk: desk.ingest("a.txt", title=7), "title must be text, not 7", id="a number for a title"),
    pytest.param(lambda desk: desk.ingest("a.txt", min_score="high"), "min_score must be a number from 0 to 1, not 'high'", id="a word for a score"),
    pytest.param(lambda desk: desk.ingest("a.txt", min_score=50), "min_score must be a number from 0 to 1, not 50", id="per cent for a score"),
    pytest.param(lambda desk: desk.ingest("a.txt", min_score=float("nan")), "from 0 to 1, not nan", id="no number for a score"),
    pytest.param(lambda desk: desk.ingest("a.txt", url=7), "url must be text, not 7", id="a number for an address"),
    pytest.param(lambda desk: desk.ingest("a.txt", links="no"), "links must be True, False or None, not 'no'", id="a word for links"),
    pytest.param(lambda desk: desk.check(b"a.txt"), "source must be the name of a file, not", id="check bytes"),
    pytest.param(lambda desk: desk.triage(1, "edit", text=7), "text must be text, not 7", id="triage a number"),
    pytest.param(lambda desk: desk.triage(1, "duplicate", other="2"), "other must be a whole number, not", id="duplicate of a text"),
    pytest.param(lambda desk: desk.claims(assignee=["ada"]), "assignee must be text", id="a list for a name"),
    pytest.param(lambda desk: desk.claims(article_id="1"), "article_id must be a whole number, not", id="claims of a text"),
    pytest.param(lambda desk: desk.claims(since="lately"), "since is not a time: 'lately'. Write it", id="since a word"),
    pytest.param(lambda desk: desk.claims(due_until="soon"), "due_until is not a date: 'soon'", id="due until a word"),
    pytest.param(lambda desk: desk.claims(due_until="2024-02-30"), "due_until is not a day of the calendar", id="due until an impossible date"),
    pytest.param(lambda desk: desk.link(1, "https://a.example", is_primary="no"), "is_primary must be True, False or None, not",
                 id="a word for a flag"),
    pytest.param(lambda desk: desk.add("x y", claimant="a" * 5_000), "characters, and the limit is 300:", id="a name too long"),
    pytest.param(lambda desk: desk.join_speakers("Ada"), "there is no other name to join: give at least one", id="nobody to join"),
    pytest.param(lambda desk: desk.join_speakers("Ada", 7), "a name must be text, not 7", id="join a number"),
    pytest.param(lambda desk: desk.join_tags("jobs"), "there is no other tag to join: give at least one", id="no tag to join"),
    pytest.param(lambda desk: desk.join_outlets("News"), "there is no other outlet to join", id="no outlet to join"),
    pytest.param(lambda desk: desk.rename_tag("jobs", 7), "a name must be text, not 7", id="rename a tag to a number"),
    pytest.param(lambda desk: desk.import_reviews(7), "source must be the name of a file, not", id="import a number"),
    pytest.param(lambda desk: desk.import_reviews("a.json", dates="us"), "there is no order of days 'us'. Use one of: day-first", id="order of days"),
    pytest.param(lambda desk: desk.import_reviews("a.json", status="published"), "an import cannot start a claim as", id="import as published"),
]  # fmt: skip


@each_row(("misuse", "expected"), WRONG)
def test_a_wrong_value_is_refused_naming_what_is_expected(desk, misuse, expected):
    with pytest.raises(InvalidValue) as raised:
        misuse(desk)
    assert expected in str(raised.value)


@pytest.mark.parametrize(
    "misuse",
    [
        lambda desk: desk.add(" "),
        lambda desk: desk.judge(1, 2, Judgement.SAME),
        lambda desk: desk.set_status(1, Status.OPEN),
        lambda desk: desk.ingest("missing.txt"),
        lambda desk: desk.import_reviews("missing.json"),
        lambda desk: desk.join_speakers("Nobody Known", "Nobody Else"),
    ],
)
def test_every_failure_is_a_claimtrack_error(desk, misuse):
    with pytest.raises(ClaimtrackError):
        misuse(desk)


@each_row("path", [None, 7, b"x.db", ["x.db"], "a\0b"])
def test_open_refuses_a_path_that_is_not_a_file_name(path):
    with pytest.raises(InvalidValue, match="path must be the name of a file, not"):
        claimtrack.open(path)


FEED = [
    {
        "@type": "ClaimReview",
        "url": f"https://tide.example/{number}",
        "claimReviewed": words,
        "author": {"@type": "Organization", "name": "The Tide"},
        "datePublished": day,
        "reviewRating": {"alternateName": "False"},
        "itemReviewed": {"@type": "Claim", "author": {"@type": "Person", "name": who}},
    }
    for number, (words, day, who) in enumerate(
        [
            ("The lock at Sarn is open", "2025-03-01", "Ena Frost"),
            ("Eels are extinct", "3/4/2025", "E. Frost"),
        ]
    )
]


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.json"
    path.write_text(json.dumps(FEED), encoding="utf-8")
    return path


def test_reviews_of_other_publishers_are_imported_once(desk, feed):
    preview = desk.import_reviews(feed, dry_run=True)
    assert (preview.added, list(desk.claims())) == (2, [])
    first, again = desk.import_reviews(feed), desk.import_reviews(str(feed))
    assert (first.added, again.added, again.known) == (2, 0, 2)
    assert {(row["status"], row["rated_by"]) for row in desk.claims()} == {(Status.PARKED, "The Tide")}


def test_a_review_missing_from_a_whole_feed_is_reported(desk, feed):
    desk.import_reviews(feed)
    feed.write_text(json.dumps(FEED[0]), encoding="utf-8")
    assert desk.import_reviews(feed).missed == []
    [missed] = desk.import_reviews(feed, whole=True).missed
    assert (missed.publisher, missed.url) == ("The Tide", FEED[1]["url"])


def test_an_ambiguous_review_date_is_left_out_until_its_order_is_given(desk, feed):
    assert len(desk.import_reviews(feed, status="proposed").undated) == 1
    read = desk.import_reviews(feed, dates="day-first")
    assert (read.updated, read.undated) == (1, [])
    assert {row["status"] for row in desk.claims()} == {Status.PROPOSED}


def test_a_document_that_is_not_a_review_is_rejected_with_its_place(desk, tmp_path):
    (tmp_path / "a.json").write_text('{"@type": "NewsArticle"}', encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(FEED[0]), encoding="utf-8")
    done = desk.import_reviews(tmp_path)
    assert (done.added, len(done.rejected)) == (1, 1)
    assert "a.json" in done.rejected[0].place


def test_speaker_names_are_joined_into_one(desk, feed):
    desk.import_reviews(feed)
    done = desk.join_speakers("Ena Frost", "E. Frost")
    assert (done.standing, [name.written for name in done.joined], done.claims) == (
        "Ena Frost",
        ["E. Frost"],
        1,
    )
    assert [row["text"] for row in desk.claims(claimant="Ena Frost")] == [
        review["claimReviewed"] for review in FEED
    ]
    assert desk.join_speakers("Ena Frost", "E. Frost").already == ("E. Frost",)


def test_joined_and_renamed_tags_and_outlets_also_apply_to_later_claims(desk, tmp_path):
    for number, tags in enumerate((["vaccine"], ["vacine", "health"], ["Vaccines"])):
        desk.add(f"The clinic in Ness gave {number + 3}00 doses.", tags=tags, on_duplicate="new")
    done = desk.join_tags("vaccine", "vacine", "Vaccines")
    assert (done.name, done.was, done.changed) == ("vaccine", ("vacine", "Vaccines"), 2)
    assert desk.rename_tag("vaccine", "jabs").was == ("vaccine",)
    desk.tag(2, "vacine")
    assert [row["tags"] for row in desk.claims()] == [["jabs"], ["health", "jabs"], ["jabs"]]
    assert desk.forget_tag("VACINE").name == "jabs"
    desk.tag(2, "vacine")
    assert [row["tags"] for row in desk.claims()] == [["jabs"], ["health", "jabs", "vacine"], ["jabs"]]
    with pytest.raises(NotFound, match="'jabs' is not a former name of a tag"):
        desk.forget_tag("jabs")
    for number, outlet in enumerate(("Example News", "example news", "example news")):
        page = tmp_path / f"{number}.txt"
        page.write_text(f"Clinic {number} closed in May 201{number}.\n")
        desk.ingest(page, outlet=outlet)
        if number == 1:
            assert desk.join_outlets("Example News", "example news").changed == 1
    assert desk.rename_outlet("Example News", "The Example").changed == 3
    assert desk.forget_outlet("example news").name == "The Example"


USES_OF_A_DESK = [
    pytest.param(lambda desk: desk.import_reviews("."), id="import_reviews"),
    pytest.param(lambda desk: desk.join_speakers("Ada", "A."), id="join_speakers"),
    pytest.param(lambda desk: desk.join_tags("jobs", "Job"), id="join_tags"),
    pytest.param(lambda desk: desk.rename_outlet("News", "Post"), id="rename_outlet"),
    pytest.param(lambda desk: desk.note(1, "x"), id="note"),
    pytest.param(lambda desk: desk.add("Wages rose"), id="add"),
    pytest.param(lambda desk: desk.match("Wages rose"), id="match"),
    pytest.param(lambda desk: desk.ingest("https://a.example"), id="ingest"),
    pytest.param(lambda desk: desk.check("https://a.example"), id="check"),
    pytest.param(lambda desk: list(desk.claims()), id="claims"),
    pytest.param(lambda desk: desk.search("rents"), id="search"),
    pytest.param(lambda desk: desk.history(), id="history"),
    pytest.param(lambda desk: desk.reviews.draft(1), id="a review"),
    pytest.param(lambda desk: desk.db, id="the database"),
]


@pytest.mark.parametrize("use", USES_OF_A_DESK)
def test_every_use_of_a_closed_desk_says_that_it_is_closed(desk, use):
    desk.add("Prices fell.")
    desk.close()
    desk.close()
    with pytest.raises(ClaimtrackError, match="the desk is closed: open it again"):
        use(desk)


def test_since_may_be_an_iso_date_or_time(desk):
    desk.add("Prices fell.")
    for since, count in [
        ("2000-01-01", 1),
        ("20000101", 1),
        ("2000-01-01T09:30Z", 1),
        ("2999-01-01T09:30", 0),
        (datetime.min, 1),
        (datetime.max, 0),
    ]:
        assert len(list(desk.claims(since=since))) == count, since


@each_row(
    ("since", "zone", "count", "reason"),
    [
        ("2024-05-02", "NZST-12", 1, "filed at eight in the morning there"),
        (date(2024, 5, 2), "NZST-12", 1, "a date is such a day, too"),
        ("2024-05-02", "UTC0", 0, "filed the evening before"),
        (date(2024, 5, 2), "HST10", 0, "filed the morning before"),
        ("2024-05-02T08:30", "NZST-12", 0, "a time without a zone is local, as that of a datetime"),
        (datetime(2024, 5, 2, 8, 30), "NZST-12", 0, "filed at eight"),
        ("2024-05-02 07:30", "NZST-12", 1, "as `list --since` has it"),
        ("2024-05-02T08:30Z", "NZST-12", 0, "in UTC it is later"),
        ("2024-05-01T19:30Z", "NZST-12", 1, "half an hour before, in UTC"),
    ],
)
def test_since_goes_by_the_local_clock_as_on_the_command_line(desk, set_time_zone, since, zone, count):
    if not list(desk.claims()):
        desk.add("Prices fell.")
        desk.db.execute("update claims set created_at = '2024-05-01T20:00:00.000Z'")
        desk.db.conn.commit()
        date_changes(desk.db, "claims", "2024-05-01T20:00:00.000Z")
    set_time_zone(zone)
    assert len(list(desk.claims(since=since))) == count
    assert bool([one for one in desk.history(since=since) if one["table_name"] == "claims"]) == bool(count)


@pytest.mark.parametrize(
    "actor",
    ["", " ", 5],
    ids=["empty", "a space", "a number"],
)
def test_an_actor_that_is_empty_or_not_text_is_refused(tmp_path, actor):
    with pytest.raises(claimtrack.ClaimtrackError, match="actor must be"):
        claimtrack.open(tmp_path / "claims.db", actor=actor)


def test_white_space_around_an_actor_is_stripped(tmp_path):
    with claimtrack.open(tmp_path / "claims.db", actor=" ann\u200b ") as desk:
        assert desk.actor == "ann"
