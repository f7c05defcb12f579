"""The desk for Python: what a notebook does with it."""

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta

import pytest

import claimtrack
from claimtrack import ClaimtrackError, Judgement, Priority, Stance, Status
from claimtrack.core.errors import DatabaseError, Duplicate, InvalidValue, NotADesk, NotFound, Refused
from claimtrack.store.history import of_claim
from claimtrack.workflow.desk import remove_note
from claimtrack.workflow.undoing import changes_name
from tests.tables import each_row

TEXT = "Exports rose by 10 percent in 2023, Ada Miller said."


@pytest.fixture
def desk(desk_path):
    with claimtrack.open(desk_path, actor="nb") as desk:
        yield desk


def test_a_desk_is_created_where_there_is_none_and_opened_where_there_is(tmp_path):
    for _ in range(2):
        with claimtrack.open(tmp_path / "x.db", actor="nb") as desk:
            assert list(desk.claims()) == []


def test_an_empty_file_becomes_a_desk(tmp_path):
    path = tmp_path / "x.db"
    path.touch()
    with claimtrack.open(path, actor="nb") as desk:
        assert desk.add("Prices fell.").claim_id == 1


def test_a_desk_with_a_renamed_column_is_not_opened_and_the_column_is_told(desk_path):
    claimtrack.open(desk_path).db["notes"].transform(rename={"body": "text"})
    with pytest.raises(DatabaseError, match=r"the column notes\.body is gone: rename it back"):
        claimtrack.open(desk_path)


def test_a_desk_shows_in_a_notebook_which_file_it_is_and_who_works(desk_path):
    desk = claimtrack.open(desk_path, actor="nb")
    assert repr(desk) == f"<claimtrack desk {str(desk_path)!r}, actor 'nb'>"
    desk.close()
    assert repr(desk) == "<claimtrack desk closed, actor 'nb'>"


def test_a_desk_whose_new_name_is_refused_is_closed_again(tmp_path):
    path = tmp_path / "x.db"
    claimtrack.open(path, actor="nb").close()
    with pytest.raises(InvalidValue, match="the name of the desk is empty") as refused:
        claimtrack.open(path, actor="nb", name=" ")
    assert [one.name for one in tmp_path.iterdir()] == ["x.db"], refused  # no -wal: nobody has it open


def test_a_desk_is_used_by_the_thread_that_opened_it_and_each_opens_its_own(desk, desk_path):
    def file(desk, number):
        return desk.add(f"The lock lifted {number} barges in 2019.").claim_id

    def file_by_itself(number):
        with claimtrack.open(desk_path, actor="nb") as own:
            return file(own, number)

    with ThreadPoolExecutor(2) as threads:
        with pytest.raises(ClaimtrackError, match=r"another thread: open one in each with claimtrack\.open"):
            threads.submit(file, desk, 1).result()
        filed = list(threads.map(file_by_itself, range(10, 20)))
    texts = {row["id"]: row["text"] for row in desk.claims()}
    assert [texts[one].split()[3] for one in filed] == [str(number) for number in range(10, 20)]


def test_a_file_that_is_no_desk_is_refused(tmp_path):
    (tmp_path / "x.db").write_text("Dear editor, " * 100)
    with pytest.raises(NotADesk):
        claimtrack.open(tmp_path / "x.db")


def test_a_claim_goes_in_with_all_that_is_known_and_is_found_again(desk):
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


def test_a_repeat_is_joined_filed_or_refused_as_asked(desk):
    desk.add("Prices fell.")
    assert not desk.add("prices fell").is_new
    assert desk.add("Prices fell.", on_duplicate="new").is_new
    with pytest.raises(Duplicate):
        desk.add("Prices fell.", on_duplicate="fail")


def test_an_article_is_ingested_from_a_file_with_hints(desk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [done] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert done.new == 1
    [again] = desk.ingest(tmp_path / "a.txt", url="https://a.example", published_on="2024-04-22")
    assert (again.new, again.known) == (0, 1)
    [row] = desk.claims()
    assert (row["url"], row["status"]) == ("https://a.example", "proposed")


def test_the_links_of_a_draft_become_evidence_if_asked(desk, tmp_path):
    (tmp_path / "a.md").write_text("Rents rose by [12 percent](https://stats.example) in 2023.")
    [done] = desk.ingest(tmp_path / "a.md", links=True)
    assert (done.linked, done.unlinked) == (1, 0)
    sql = "select claim_id, url, stance from evidence"
    assert list(desk.db.execute(sql)) == [(done.filed[0].claim_id, "https://stats.example", "context")]


def test_a_speech_is_its_speaker_s(desk, tmp_path):
    (tmp_path / "speech.txt").write_text("We built 900 homes in 2024.")
    [done] = desk.ingest(tmp_path / "speech.txt", speaker="Ada Bell")
    assert [(one.found.speaker, one.found.kind) for one in done.filed] == [("Ada Bell", "direct")]


def test_a_person_says_of_which_article_it_is_a_new_version(desk, tmp_path):
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


def test_judging_and_moving_a_claim(desk):
    for words in ("Prices fell.", "Prices dropped."):
        desk.add(words)
    desk.judge(1, 2, "same")
    desk.set_status(1, Status.CHECKING)
    assert desk.db.execute("select judgement from matches").fetchone() == (Judgement.SAME,)
    assert {row["actor"] for row in of_claim(desk.db, 1)} == {"nb"}


def test_pairs_are_found_judged_and_given_back(desk):
    for many in (12, 21):
        desk.add(f"The port of Halvern lost {many} of its cranes in the storms of last November")
    [pair] = desk.duplicates("conflicts", limit=5)
    assert (pair["left_id"], pair["right_id"], pair["differences"]) == (1, 2, ["differs: 12 / 21"])
    assert desk.duplicates("repeats") == []
    judged = desk.judge(1, 2, "same")
    assert (judged.before, judged.in_spite_of) == (Judgement.UNJUDGED, ("differs: 12 / 21",))
    assert desk.judge(1, 2, "different").in_spite_of == ()
    assert desk.undo_judgement(1, 2).judgement is Judgement.SAME
    with pytest.raises(InvalidValue, match=r". Use one of: all, repeats, conflicts"):
        desk.duplicates("everything")


TAGS = [
    ("housing, jobs", ["housing", "jobs"], "several, as they are written into a cell"),
    ('"Washington, D.C.", jobs', ["jobs", "Washington, D.C."], "one with a comma, as an export writes it"),
    (["Washington, D.C.", "jobs"], ["jobs", "Washington, D.C."], "in a list each is one"),
    ("", [], "an empty cell"),
]


@pytest.mark.parametrize(("tags", "filed", "reason"), TAGS)
def test_tags_in_one_text_are_read_as_in_a_cell_of_a_sheet(desk, tags, filed, reason):
    desk.add("A claim of 6", tags=tags)
    assert [row["tags"] for row in desk.claims()] == [filed], reason


def test_an_edit_is_taken_back_as_a_decision_is(desk):
    desk.add("Prices fell.", claimant="Ada Miller")
    desk.undo(desk.edit(1, text="Prices rose.", claimant=None))
    assert [(row["text"], row["claimant"]) for row in desk.claims()] == [("Prices fell.", "Ada Miller")]


def test_one_text_is_one_tag_note_or_link_and_not_its_letters(desk):
    desk.add("A claim of 6", tags="housing", notes="Asked.", links="https://a.example/1")
    desk.add("A claim of 7", links=("https://a.example/2", "refutes"))
    desk.add("A claim of 8", links=["https://a.example/3", ("https://a.example/4", Stance.SUPPORTS)])
    desk.tag(1, "jobs")
    assert [row["tags"] for row in desk.claims()] == [["housing", "jobs"], [], []]
    assert [row["notes"] for row in desk.claims()] == [1, 0, 0]
    stances = list(desk.db.execute("select claim_id, stance from evidence order by id"))
    assert stances == [(1, "context"), (2, "refutes"), (3, "context"), (3, "supports")]


@pytest.mark.parametrize("day", ["2024-04-22", date(2024, 4, 22), datetime(2024, 4, 22, 23, 59)])
def test_a_day_is_a_text_or_one_of_pythons(desk, tmp_path, day):
    desk.add("A claim of 6", claimed_on=day)
    (tmp_path / "a.txt").write_text(TEXT)
    desk.ingest(tmp_path / "a.txt", published_on=day)
    desk.edit(2, claimed_on=day)
    assert [row["claimed_on"] for row in desk.claims()] == ["2024-04-22"] * 2
    assert desk.match("a claim of 6", claimed_on=day)[0].claim_id == 1


def test_claims_are_listed_since_a_day_or_a_moment(desk):
    desk.add("A claim of 6")
    now = datetime.now(UTC)
    for since, found in (
        (now.date() - timedelta(1), 1),
        (now - timedelta(hours=1), 1),
        (now + timedelta(hours=1), 0),
    ):
        assert len(list(desk.claims(since=since))) == found


def test_each_deed_on_a_claim_is_done_under_the_actors_name(desk):
    desk.add("Prices fell.", claimant="Ada Miller", claimed_on="2024-04-22")
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
    desk.unlink(1, "https://b.example")
    desk.tag(1, "trade", "jobs")
    desk.untag(1, "jobs")
    [row] = desk.claims(due_until="2024-05-03")
    assert list(desk.claims(due_until="2024-05-02")) == []
    told = {
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
    assert told == {
        "text": "Prices fell by a tenth", "claimant": None, "claimed_on": "2024-04-22", "assignee": "ben",
        "priority": "high", "notes": 1, "evidence": 1, "tags": ["trade"], "due_on": "2024-05-03",
    }  # fmt: skip
    assert {change["actor"] for change in of_claim(desk.db, 1)} == {"nb"}


def test_what_a_claim_or_a_piece_lacks_is_told(desk, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    [done] = desk.ingest(tmp_path / "a.txt")
    claim_id = done.filed[0].claim_id
    assert {(one["claim_id"], one["rule"]) for one in desk.lint(article_id=done.article_id)} == {
        (one.claim_id, "only_proposed") for one in done.filed
    }
    assert desk.lint() == []  # nothing is on its way
    assert "no_review" in {one["rule"] for one in desk.lint(claim_id) if one["blocks"]}
    with pytest.raises(InvalidValue, match="one of them"):
        desk.lint(claim_id, article_id=done.article_id)


def test_a_link_that_the_claim_has_not_is_not_changed(desk):
    desk.add("Prices fell.")
    desk.link(1, "https://a.example")
    with pytest.raises(NotFound, match=r"has no source https://b\.example. Its sources: https://a\.example"):
        desk.change_link(1, "https://b.example", title="Figures")
    with pytest.raises(InvalidValue, match="stance"):
        desk.change_link(1, "https://a.example", stance="proves")


def test_articles_that_came_in_are_taken_back_together_or_not_at_all(desk, tmp_path):
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
    assert desk.undo_import([*first, *second]) == (2, 0)
    assert [row["text"] for row in desk.claims()] == ["Prices fell."]
    with pytest.raises(Refused, match="this was already undone, or all the claims it filed were deleted"):
        desk.undo_import(first)


def test_an_import_is_taken_back_by_what_a_command_told(desk, tmp_path):
    (tmp_path / "a.txt").write_text("The ferry carried 900 cars in May, Zed Orr said.", encoding="utf-8")
    told = changes_name(desk.db, desk.ingest(tmp_path / "a.txt")[0].written)
    [row] = desk.imports()
    assert (row["changes"], row["why_kept"]) == (told, None)
    with pytest.raises(Refused, match="these changes were not made by an"):
        desk.undo_import(f"{told[:-6]}000000")
    assert desk.undo_import(told).filed == 1


@pytest.mark.parametrize("given", ["12", 12, None, [None], {"written": []}])
def test_what_is_no_import_is_not_taken_back(desk, given):
    with pytest.raises(InvalidValue, match=r"names no changes|takes what ingest"):
        desk.undo_import(given)
    with pytest.raises(Refused, match="it changed nothing"):
        desk.undo_import([])


def test_tags_go_on_all_or_none(desk):
    desk.add("Prices fell.")
    with pytest.raises(ClaimtrackError):
        desk.tag(1, "trade", " ")
    assert [row["tags"] for row in desk.claims()] == [[]]


def test_a_verdict_is_drafted_signed_by_another_published_corrected_and_withdrawn(tmp_path):
    path = tmp_path / "reviewed.db"
    desk = claimtrack.open(path, actor="nb")
    desk.add("Prices fell.", source="https://a.example", claimed_on="2024-04-22")
    with pytest.raises(ClaimtrackError, match="no name to publish under"):
        desk.reviews.draft(1)
    with desk, claimtrack.open(path, actor="ben", name="The Fact Desk") as bens:
        desk.reviews.give_up(desk.reviews.draft(1, rating="Half true"))
        first = desk.reviews.draft(1, rating="Absurd", reviewed_on=date(2024, 4, 30))
        desk.reviews.revise(first, summary="They rose.")
        desk.reviews.submit(first)
        bens.reviews.send_back(first, note="Name the source")
        desk.reviews.submit(first)
        with pytest.raises(ClaimtrackError, match=": someone else must approve it"):
            desk.reviews.approve(first)
        bens.reviews.approve(first)
        desk.reviews.publish(first, url="https://desk.example/1")
        with pytest.raises(ClaimtrackError, match="correction"):
            desk.edit(1, text="Prices rose.")
        bens.reviews.mend_address(first, "https://desk.example/2")
        with pytest.raises(ClaimtrackError, match="someone else must change the address"):
            desk.reviews.mend_address(first, "https://elsewhere.example/2")
        second = desk.reviews.correct(first, "The rating was wrong.", rating="Half true")
        desk.reviews.submit(second)
        bens.reviews.approve(second)
        desk.reviews.publish(second, reviewed_on=date(2024, 5, 1))
        assert [row["rating"] for row in desk.claims()] == ["Half true"]
        desk.reviews.withdraw(second, note="We asked again.", withdrawn_on=date(2024, 5, 2))
        assert [(row["rating"], row["status"]) for row in desk.claims()] == [(None, "checking")]


def test_a_number_of_another_library_names_a_claim(desk):
    class Int64:
        def __index__(self):
            return 1

    desk.add("Prices fell.")
    desk.set_status(Int64(), "checking")
    assert [row["status"] for row in desk.claims()] == ["checking"]


WRONG = [
    pytest.param(lambda desk: desk.add(None), "the text of a claim must be text, not None", id="no claim"),
    pytest.param(lambda desk: desk.add("x y", claimant=float("nan")), "claimant must be text", id="an empty cell"),
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
    pytest.param(lambda desk: desk.match("x y", limit=None), "limit must be a whole number, not", id="no limit"),
    pytest.param(lambda desk: desk.match("x y", limit=0), "limit must be 1 or more, not 0", id="limit of none"),
    pytest.param(lambda desk: desk.history(limit=-1), "limit must be 1 or more, not -1", id="no last changes"),
    pytest.param(lambda desk: desk.search("x y", limit=0), "limit must be 1 or more, not 0", id="nothing found"),
    pytest.param(lambda desk: desk.note(2**70, "x"), "the number of a claim is too large", id="a number too large"),
    pytest.param(lambda desk: desk.ingest(None), "source must be the name of a file, not None", id="ingest nothing"),
    pytest.param(lambda desk: desk.ingest("a.txt", title=7), "title must be text, not 7", id="a number for a title"),
    pytest.param(lambda desk: desk.ingest("a.txt", url=7), "url must be text, not 7", id="a number for an address"),
    pytest.param(lambda desk: desk.check(b"a.txt"), "source must be the name of a file, not", id="check bytes"),
    pytest.param(lambda desk: desk.triage(1, "edit", text=7), "text must be text, not 7", id="triage a number"),
    pytest.param(lambda desk: desk.triage(1, "duplicate", other="2"), "other must be a whole number, not", id="duplicate of a text"),
    pytest.param(lambda desk: desk.claims(assignee=["ada"]), "assignee must be text", id="a list for a name"),
    pytest.param(lambda desk: desk.claims(article_id="1"), "article_id must be a whole number, not", id="claims of a text"),
    pytest.param(lambda desk: desk.claims(since="lately"), "since is not a time: 'lately'. Write it", id="since a word"),
    pytest.param(lambda desk: desk.claims(due_until="soon"), "due_until is not a date: 'soon'", id="due until a word"),
    pytest.param(lambda desk: desk.claims(due_until="2024-02-30"), "due_until is not a day of the calendar", id="due until a day there is not"),
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


@each_row(("misuse", "told"), WRONG)
def test_a_wrong_value_is_told_with_what_it_is_to_be(desk, misuse, told):
    with pytest.raises(InvalidValue) as raised:
        misuse(desk)
    assert told in str(raised.value)


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
def test_what_goes_wrong_is_a_claimtrack_error(desk, misuse):
    with pytest.raises(ClaimtrackError):
        misuse(desk)


@each_row("path", [None, 7, b"x.db", ["x.db"], "a\0b"])
def test_what_is_no_name_of_a_file_is_opened_as_none(path):
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


def test_reviews_of_others_are_taken_in_once(desk, feed):
    told = desk.import_reviews(feed, dry_run=True)
    assert (told.added, list(desk.claims())) == (2, [])
    first, again = desk.import_reviews(feed), desk.import_reviews(str(feed))
    assert (first.added, again.added, again.known) == (2, 0, 2)
    assert {(row["status"], row["rated_by"]) for row in desk.claims()} == {(Status.PARKED, "The Tide")}


def test_a_review_that_is_no_longer_in_a_whole_feed_is_named(desk, feed):
    desk.import_reviews(feed)
    feed.write_text(json.dumps(FEED[0]), encoding="utf-8")
    assert desk.import_reviews(feed).missed == []
    [missed] = desk.import_reviews(feed, whole=True).missed
    assert (missed.publisher, missed.url) == ("The Tide", FEED[1]["url"])


def test_a_day_of_a_review_that_may_be_two_is_left_out_and_told_unless_its_order_is(desk, feed):
    assert len(desk.import_reviews(feed, status="proposed").undated) == 1
    read = desk.import_reviews(feed, dates="day-first")
    assert (read.updated, read.undated) == (1, [])
    assert {row["status"] for row in desk.claims()} == {Status.PROPOSED}


def test_what_is_no_review_is_told_with_its_place(desk, tmp_path):
    (tmp_path / "a.json").write_text('{"@type": "NewsArticle"}', encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(FEED[0]), encoding="utf-8")
    done = desk.import_reviews(tmp_path)
    assert (done.added, len(done.rejected)) == (1, 1)
    assert "a.json" in done.rejected[0].place


def test_names_are_joined_to_one_speaker(desk, feed):
    desk.import_reviews(feed)
    done = desk.join_speakers("Ena Frost", "E. Frost")
    assert (done.standing, [one.written for one in done.joined], done.claims) == (
        "Ena Frost",
        ["E. Frost"],
        1,
    )
    assert [row["text"] for row in desk.claims(claimant="Ena Frost")] == [
        one["claimReviewed"] for one in FEED
    ]
    assert desk.join_speakers("Ena Frost", "E. Frost").already == ("E. Frost",)


def test_tags_and_outlets_are_joined_and_renamed_for_what_comes_in_later_too(desk, tmp_path):
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
    with pytest.raises(NotFound, match="'jabs' is no former name of a tag"):
        desk.forget_tag("jabs")
    for number, outlet in enumerate(("Example News", "example news", "example news")):
        page = tmp_path / f"{number}.txt"
        page.write_text(f"Clinic {number} closed in May 201{number}.\n")
        desk.ingest(page, outlet=outlet)
        if number == 1:
            assert desk.join_outlets("Example News", "example news").changed == 1
    assert desk.rename_outlet("Example News", "The Example").changed == 3
    assert desk.forget_outlet("example news").name == "The Example"


AFTER = [
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


@pytest.mark.parametrize("use", AFTER)
def test_a_closed_desk_says_that_it_is_closed(desk, use):
    desk.add("Prices fell.")
    unread = desk.claims()
    desk.close()
    desk.close()
    for deed in (lambda: use(desk), lambda: list(unread)):
        with pytest.raises(ClaimtrackError, match="the desk is closed: open it again"):
            deed()


def test_claims_since_a_moment_in_words_are_as_those_of_the_datetime(desk):
    desk.add("Prices fell.")
    for since, many in [
        ("2000-01-01", 1),
        ("20000101", 1),
        ("2000-01-01T09:30Z", 1),
        ("2999-01-01T09:30", 0),
    ]:
        assert len(list(desk.claims(since=since))) == many, since


@pytest.mark.parametrize(
    "actor",
    ["", " ", 5],
    ids=["empty", "a space", "a number"],
)
def test_an_actor_is_a_name_or_nobody(tmp_path, actor):
    with pytest.raises(claimtrack.ClaimtrackError, match="actor must be"):
        claimtrack.open(tmp_path / "claims.db", actor=actor)


def test_white_space_makes_no_second_person_of_an_actor(tmp_path):
    with claimtrack.open(tmp_path / "claims.db", actor=" ann\u200b ") as desk:
        assert desk.actor == "ann"
