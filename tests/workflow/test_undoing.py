"""What one did oneself is taken back, and no more at once than a deed does."""

import io

import pytest

from claimtrack.core.errors import Refused
from claimtrack.core.model import Article, Judgement, OnDuplicate
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import rewinding
from claimtrack.store.history_ranges import HistoryRange, since
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.matching.matching import find_duplicates
from claimtrack.workflow.setup import name_desk
from claimtrack.workflow.sheets.applying import apply_plan
from claimtrack.workflow.sheets.importing import plan_import
from claimtrack.workflow.undoing import changes_name, import_between, import_of, take_back, take_back_import


@pytest.mark.parametrize(
    ("after", "until", "refused"),
    [
        pytest.param(
            0,
            7001,
            "you can only undo your own changes here, and these were made by",
            id="as much as a deed does, of somebody else's",
        ),
        pytest.param(0, 7002, "nothing to undo", id="more than any deed does"),
        pytest.param(0, 10**9, "nothing to undo", id="all that ever was"),
        pytest.param(7, 7, "nothing to undo", id="nothing"),
        pytest.param(7, 3, "nothing to undo", id="backwards"),
    ],
)
def test_a_stretch_of_history_is_one_deed_s_and_one_s_own(desk, after, until, refused):
    with pytest.raises(Refused, match=refused):
        take_back(desk, HistoryRange(after, until), actor="ada")


# ── a sheet that came in ────────────────────────────────────────────────────────────────────────

SHEET = """\
id,text,claimant,place,status,tags,note,evidence
,The ferry to Norre carried 900 cars in May.,Zed Orr,Quay Radio,checking,sea,Ask the port.,https://port.example/may
,The ferry to Norre carried 900 cars in June.,Zed Orr,Quay Radio,,sea,,
,The quay of Norre reopened.,Ada Quist,Quay Radio,,,,
2,The bank of Norre closed two branches.,Bo Lind,,checking,bank,,
"""
TRACKED = (
    "claims",
    "claimants",
    "articles",
    "appearances",
    "evidence",
    "notes",
    "tags",
    "claim_tags",
    "matches",
)


@pytest.fixture
def kept(desk):
    """Two claims of the desk; the sheet says the one again and changes the other."""
    for text, name in (
        ("The quay of Norre reopened.", "Ada Quist"),
        ("The bank of Norre closed.", "Bo Lind"),
    ):
        add_claim(desk, NewClaim(text, claimant=name), on_duplicate=OnDuplicate.NEW, actor="ada")
    return desk


@pytest.fixture
def imported(kept):
    """The history ids of the import of the sheet by ada."""
    return bring_in(kept)


def bring_in(db):
    table = read_table(io.BytesIO(SHEET.encode()), "sheet.csv")
    plan = plan_import(db, table, map_headers(table.headers, {}))
    return apply_plan(db, plan, actor="ada")


def rows(db):
    return {table: list(db.query(f"select * from {table} order by id")) for table in TRACKED}


def test_a_sheet_is_taken_back_whole_and_leaves_no_name_place_or_tag_behind(kept):
    before = rows(kept)
    imported = bring_in(kept)
    assert (
        import_between(kept, imported, actor="Ada") == take_back_import(kept, imported, actor="ada") == (2, 2)
    )
    assert rows(kept) == before


def test_it_may_come_in_again_and_be_taken_back_again(kept):
    before = rows(kept)
    for _ in range(2):
        take_back_import(kept, bring_in(kept), actor="ada")
    assert rows(kept) == before


def test_what_others_have_come_to_use_of_it_stays(kept, imported):
    again = NewClaim("The lighthouse of Norre is dark.", claimant="Zed Orr", source="Quay Radio")
    add_claim(kept, again, on_duplicate=OnDuplicate.NEW, actor="bo")
    take_back_import(kept, imported, actor="ada")
    assert [row["source"] for row in kept.query("select source from articles")] == ["Quay Radio"]
    assert [row["name"] for row in kept.query("select name from claimants")] == [
        "Ada Quist",
        "Bo Lind",
        "Zed Orr",
    ]
    assert kept.table("tags").count == 0


def test_that_its_claims_were_compared_since_stands_not_against_it(kept):
    before = rows(kept)
    imported = bring_in(kept)
    find_duplicates(kept, actor="bo")
    # As `duplicates` does with other weights, of a claim that the sheet filed and of one that it reworded.
    kept.execute("update matches set score = 0.1")
    take_back_import(kept, imported, actor="ada")
    assert rows(kept) == before


SINCE = {
    "a note": lambda db: desk_work.add_note(db, 3, "The port says 800.", actor="bo"),
    "a tag": lambda db: desk_work.add_tag(db, 3, "ferry", actor="bo"),
    "a judgement": lambda db: judge(db, 3, 1, Judgement.DIFFERENT, actor="bo"),
}


@pytest.mark.parametrize("work", SINCE.values(), ids=SINCE)
def test_work_on_what_came_in_is_not_lost(kept, imported, work):
    work(kept)
    before = rows(kept)
    with pytest.raises(Refused, match="these claims were changed since, or"):
        take_back_import(kept, imported, actor="ada")
    assert rows(kept) == before


def test_a_cell_that_was_changed_again_since_is_not_put_back(kept, imported):
    kept.execute("update claims set text = 'The bank of Norre closed three branches.' where id = 2")
    with pytest.raises(Refused, match="someone has changed it since, or undone it"):
        take_back_import(kept, imported, actor="ada")
    with pytest.raises(Refused, match="someone has changed it since, or undone it"):  # as `import list` tells
        import_of(kept, [imported], actor="ada")


def test_what_is_no_import_of_ones_own_is_refused(kept, imported):
    with pytest.raises(Refused, match="made by ada"):
        take_back_import(kept, imported, actor="bo")
    until_now = rewinding.last_change_id(kept)
    with pytest.raises(Refused, match="these changes were not made by an"):
        take_back_import(kept, HistoryRange(imported.after, until_now + 1), actor="ada")
    take_back_import(kept, imported, actor="ada")
    with pytest.raises(Refused, match="this was already undone, or all the claims it filed were deleted"):
        take_back_import(kept, imported, actor="ada")


def test_a_part_of_an_import_is_not_taken_back_as_a_deed_of_ones_own(kept, imported):
    after, until = imported
    desk_work.add_note(kept, 1, "Ask the port.", actor="ada")
    for part in (
        imported,
        HistoryRange(after, after + 1),
        HistoryRange(until - 1, until),
        HistoryRange(until - 1, until + 1),
    ):
        with pytest.raises(Refused, match="an import can only be undone as a"):
            take_back(kept, part, actor="ada")
    take_back(kept, since(kept, until), actor="ada")
    assert take_back_import(kept, imported, actor="ada").filed == 2


def test_what_an_import_never_makes_is_not_taken_back(kept):
    after = rewinding.last_change_id(kept)
    name_desk(kept, "The Norre Desk", actor="ada")
    with pytest.raises(Refused, match=r"include more than an import \(publishers\)"):
        take_back_import(kept, since(kept, after), actor="ada")


# ── an article that came in ─────────────────────────────────────────────────────────────────────

URL = "https://norre.example/ferries"
FERRIES = (
    "The ferry to Norre carried 900 cars in May, harbour master Zed Orr said.\n\n"
    "The quay of Norre reopened, mayor Ada Quist said.\n"
)
LATER = FERRIES.replace("900 cars", "950 cars") + "\nThe lighthouse cost $2m, Orr said.\n"


def read_in(db, text=FERRIES, *, url=URL, outlet=None, actor="ada"):
    return ingest_article(db, Article(text, url=url, outlet=outlet), actor=actor)


def take_back_article(db, done, actor="ada"):
    return take_back_import(db, done.written[0], actor=actor)


def test_an_article_is_taken_back_whole_with_its_claims_and_as_a_place_of_others(kept):
    before = rows(kept)
    done = read_in(kept)
    assert (done.new, done.repeated) == (1, 1)
    assert take_back_article(kept, done) == (1, 1)
    learnt = {**before["claimants"][0], "kind": "person"}  # what kind of speaker somebody is stays known
    assert rows(kept) == before | {"claimants": [learnt, *before["claimants"][1:]]}


def test_a_version_of_an_article_is_taken_back_and_the_one_before_is_the_newest_again(kept):
    read_in(kept)
    before = rows(kept)
    later = read_in(kept, LATER)
    assert later.previous_id is not None
    take_back_article(kept, later)
    assert rows(kept) == before
    assert read_in(kept, LATER).previous_id is not None


def test_what_was_filled_in_of_a_known_article_is_taken_out(kept):
    read_in(kept)
    before = rows(kept)
    take_back_article(kept, read_in(kept, outlet="Norre News"))
    assert rows(kept) == before


WORK = {
    "a note": (lambda db: desk_work.add_note(db, 3, "The port says 800.", actor="bo"), r"claim 3 \(by bo\)"),
    "a later version": (
        lambda db: read_in(db, LATER, actor="bo"),
        "article 1 has a newer version, more text or more claims",
    ),
    "the same claim elsewhere": (
        lambda db: read_in(db, url="https://other.example/1", actor="bo"),
        r"claim 3 \(by bo\)",
    ),
}


@pytest.mark.parametrize(("work", "told"), WORK.values(), ids=WORK)
def test_an_article_on_which_others_built_stays(kept, work, told):
    done = read_in(kept)
    work(kept)
    before = rows(kept)
    with pytest.raises(Refused, match=told):
        take_back_article(kept, done)
    assert rows(kept) == before


def test_two_articles_of_which_the_later_repeats_the_former_are_taken_back_one_after_the_other(kept):
    before = rows(kept)
    first = read_in(kept)
    learnt = rows(kept)["claimants"][:2]
    later = read_in(kept, url="https://norre.example/2")
    assert later.repeated == 2
    with pytest.raises(Refused, match=r". Nothing was undone: undo those"):
        take_back_article(kept, first)
    take_back_article(kept, later)
    take_back_article(kept, first)
    assert rows(kept) == before | {"claimants": learnt}


def test_what_somebody_did_and_took_back_is_no_work(kept, imported):
    desk_work.add_tag(kept, 3, "quay", actor="bo")
    with pytest.raises(Refused, match="these claims were changed since, or"):
        import_between(kept, imported, actor="ada")
    desk_work.remove_tag(kept, 3, "quay", actor="bo")
    assert import_between(kept, imported, actor="ada").filed == 2


def test_what_anybody_wrote_in_the_midst_of_an_import_is_none_of_it(kept):
    first, second = read_in(kept), read_in(kept, url="https://norre.example/2")
    desk_work.add_tag(kept, 1, "quay", actor="ada")
    third = read_in(kept, LATER)
    together, with_third = (
        changes_name(kept, [*first.written, *second.written, *more]) for more in ((), third.written)
    )
    assert together.split("-")[:2] == [str(first.written[0][0] + 1), str(second.written[-1][1])]
    assert with_third.split("-")[:2] == [str(first.written[0][0] + 1), str(third.written[0][1])]
    assert changes_name(kept, read_in(kept, LATER).written) is None
