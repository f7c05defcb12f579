"""Undoing one's own changes, and imports of sheets and articles as a whole."""

import io
from sqlite3 import IntegrityError

import pytest

from claimtrack.core.errors import Refused
from claimtrack.core.model import Article, Judgement, OnDuplicate
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.store import history
from claimtrack.store.history_ranges import HistoryRange, since
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.matching.matching import find_duplicates
from claimtrack.workflow.setup import name_desk
from claimtrack.workflow.sheets.applying import apply_plan
from claimtrack.workflow.sheets.importing import plan_import
from claimtrack.workflow.undoing import changes_name, import_of, take_back, take_back_import


@pytest.mark.parametrize(
    ("after", "until", "message"),
    [
        pytest.param(
            0,
            7001,
            "you can only undo your own changes here, and these were made by",
            id="the longest range of one action, but another person's",
        ),
        pytest.param(0, 7002, "nothing to undo", id="longer than any action"),
        pytest.param(0, 10**9, "nothing to undo", id="all of history"),
        pytest.param(7, 7, "nothing to undo", id="empty range"),
        pytest.param(7, 3, "nothing to undo", id="backwards"),
    ],
)
def test_a_range_of_history_is_undone_only_if_it_is_one_action_of_ones_own(desk, after, until, message):
    with pytest.raises(Refused, match=message):
        take_back(desk, HistoryRange(after, until), actor="ada")


# ── imported sheets ─────────────────────────────────────────────────────────────────────────────

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
def desk_with_claims(desk):
    """A desk with two claims, of which the sheet repeats one and changes the other."""
    for text, name in (
        ("The quay of Norre reopened.", "Ada Quist"),
        ("The bank of Norre closed.", "Bo Lind"),
    ):
        add_claim(desk, NewClaim(text, claimant=name), on_duplicate=OnDuplicate.NEW, actor="ada")
    return desk


@pytest.fixture
def imported(desk_with_claims):
    """The range of history of ada's import of the sheet."""
    return import_sheet(desk_with_claims)


def import_sheet(db, sheet=SHEET):
    table = read_table(io.BytesIO(sheet.encode()), "sheet.csv")
    plan = plan_import(db, table, map_headers(table.headers, {}))
    return apply_plan(db, plan, actor="ada")


def tracked_rows(db):
    return {table: list(db.query(f"select * from {table} order by id")) for table in TRACKED}


def test_undoing_a_sheet_import_removes_all_its_rows_names_and_tags(desk_with_claims):
    before = tracked_rows(desk_with_claims)
    imported = import_sheet(desk_with_claims)
    assert (
        import_of(desk_with_claims, [imported], actor="Ada")
        == take_back_import(desk_with_claims, imported, actor="ada")
        == (2, 2, 0)
    )
    assert tracked_rows(desk_with_claims) == before


def test_a_sheet_can_be_imported_and_undone_again(desk_with_claims):
    before = tracked_rows(desk_with_claims)
    for _ in range(2):
        take_back_import(desk_with_claims, import_sheet(desk_with_claims), actor="ada")
    assert tracked_rows(desk_with_claims) == before


def test_undoing_a_sheet_import_keeps_names_and_sources_that_others_use(desk_with_claims, imported):
    new_claim = NewClaim("The lighthouse of Norre is dark.", claimant="Zed Orr", source="Quay Radio")
    add_claim(desk_with_claims, new_claim, on_duplicate=OnDuplicate.NEW, actor="bo")
    take_back_import(desk_with_claims, imported, actor="ada")
    assert [row["source"] for row in desk_with_claims.query("select source from articles")] == ["Quay Radio"]
    assert [row["name"] for row in desk_with_claims.query("select name from claimants")] == [
        "Ada Quist",
        "Bo Lind",
        "Zed Orr",
    ]
    assert desk_with_claims.table("tags").count == 0


def test_a_sheet_import_can_be_undone_after_its_claims_were_compared(desk_with_claims):
    before = tracked_rows(desk_with_claims)
    imported = import_sheet(desk_with_claims)
    find_duplicates(desk_with_claims, actor="bo")
    # As `duplicates` does with other weights, for a claim that the sheet filed and one that it reworded.
    desk_with_claims.execute("update matches set score = 0.1")
    take_back_import(desk_with_claims, imported, actor="ada")
    assert tracked_rows(desk_with_claims) == before


LATER_WORK = {
    "a note": lambda db: desk_work.add_note(db, 3, "The port says 800.", actor="bo"),
    "a tag": lambda db: desk_work.add_tag(db, 3, "ferry", actor="bo"),
    "a judgement": lambda db: judge(db, 3, 1, Judgement.DIFFERENT, actor="bo"),
}


@pytest.mark.parametrize("work", LATER_WORK.values(), ids=LATER_WORK)
def test_undoing_a_sheet_import_is_refused_after_work_on_its_claims(desk_with_claims, imported, work):
    work(desk_with_claims)
    before = tracked_rows(desk_with_claims)
    with pytest.raises(Refused, match="these claims were changed since, or"):
        take_back_import(desk_with_claims, imported, actor="ada")
    assert tracked_rows(desk_with_claims) == before


def test_undoing_a_sheet_without_places_is_refused_after_work_on_its_claims(desk):
    imported = import_sheet(desk, "claim\nThe ferry of Norre sank.\n")
    desk_work.add_note(desk, 1, "The port says 800.", actor="bo")
    with pytest.raises(Refused, match="these claims were changed since, or"):
        take_back_import(desk, imported, actor="ada")


def test_undoing_a_sheet_import_is_refused_after_another_change_of_a_cell(desk_with_claims, imported):
    desk_with_claims.execute(
        "update claims set text = 'The bank of Norre closed three branches.' where id = 2"
    )
    with pytest.raises(Refused, match="someone has changed it since, or undone it"):
        take_back_import(desk_with_claims, imported, actor="ada")
    with pytest.raises(
        Refused, match="someone has changed it since, or undone it"
    ):  # as `import list` reports
        import_of(desk_with_claims, [imported], actor="ada")


def test_only_ones_own_whole_import_can_be_undone_and_only_once(desk_with_claims, imported):
    with pytest.raises(Refused, match="made by ada"):
        take_back_import(desk_with_claims, imported, actor="bo")
    until_now = history.last_change_id(desk_with_claims)
    with pytest.raises(Refused, match="these changes were not made by an"):
        take_back_import(desk_with_claims, HistoryRange(imported.after, until_now + 1), actor="ada")
    take_back_import(desk_with_claims, imported, actor="ada")
    with pytest.raises(Refused, match="this was already undone, or all the claims it filed were deleted"):
        take_back_import(desk_with_claims, imported, actor="ada")


def test_an_import_or_part_of_it_cannot_be_undone_like_a_single_action(desk_with_claims, imported):
    after, until = imported
    desk_work.add_note(desk_with_claims, 1, "Ask the port.", actor="ada")
    for part in (
        imported,
        HistoryRange(after, after + 1),
        HistoryRange(until - 1, until),
        HistoryRange(until - 1, until + 1),
    ):
        with pytest.raises(Refused, match="an import can only be undone as a"):
            take_back(desk_with_claims, part, actor="ada")
    take_back(desk_with_claims, since(desk_with_claims, until), actor="ada")
    assert take_back_import(desk_with_claims, imported, actor="ada").filed == 2


def test_changes_that_an_import_never_makes_cannot_be_undone_as_one(desk_with_claims):
    after = history.last_change_id(desk_with_claims)
    name_desk(desk_with_claims, "The Norre Desk", actor="ada")
    with pytest.raises(Refused, match=r"include more than an import \(publishers\)"):
        take_back_import(desk_with_claims, since(desk_with_claims, after), actor="ada")


# ── ingested articles ───────────────────────────────────────────────────────────────────────────

URL = "https://norre.example/ferries"
FERRIES = (
    "The ferry to Norre carried 900 cars in May, harbour master Zed Orr said.\n\n"
    "The quay of Norre reopened, mayor Ada Quist said.\n"
)
LATER = FERRIES.replace("900 cars", "950 cars") + "\nThe lighthouse cost $2m, Orr said.\n"


def ingest(db, text=FERRIES, *, url=URL, outlet=None, actor="ada"):
    return ingest_article(db, Article(text, url=url, outlet=outlet), actor=actor)


def undo_article(db, result, actor="ada"):
    return take_back_import(db, result.written[0], actor=actor)


def test_undoing_an_article_removes_its_claims_and_its_appearances_of_others(desk_with_claims):
    before = tracked_rows(desk_with_claims)
    result = ingest(desk_with_claims)
    assert (result.new, result.repeated) == (1, 1)
    assert undo_article(desk_with_claims, result) == (1, 1, 0)
    with_known_kind = {**before["claimants"][0], "kind": "person"}  # the kind of speaker stays known
    assert tracked_rows(desk_with_claims) == before | {
        "claimants": [with_known_kind, *before["claimants"][1:]]
    }


def test_undoing_a_version_of_an_article_makes_the_one_before_the_newest(desk_with_claims):
    ingest(desk_with_claims)
    before = tracked_rows(desk_with_claims)
    second = ingest(desk_with_claims, LATER)
    assert second.previous_id is not None
    undo_article(desk_with_claims, second)
    assert tracked_rows(desk_with_claims) == before
    assert ingest(desk_with_claims, LATER).previous_id is not None


def test_undoing_an_article_removes_facts_it_filled_in(desk_with_claims):
    ingest(desk_with_claims)
    before = tracked_rows(desk_with_claims)
    undo_article(desk_with_claims, ingest(desk_with_claims, outlet="Norre News"))
    assert tracked_rows(desk_with_claims) == before


def test_undoing_an_article_of_which_only_the_address_was_known_leaves_the_address(desk_with_claims):
    new = NewClaim("The lighthouse cost $2m.", source=URL)
    add_claim(desk_with_claims, new, on_duplicate=OnDuplicate.NEW, actor="ada")
    before = tracked_rows(desk_with_claims)
    result = ingest(desk_with_claims)
    with pytest.raises(IntegrityError, match="cannot be edited"):  # while it is quoted
        desk_with_claims.execute("update articles set text = null, text_sha256 = null")
    undo_article(desk_with_claims, result)
    after = tracked_rows(desk_with_claims)
    assert {**after, "claimants": before["claimants"]} == before
    kept = "select count(*) from history where table_name = 'articles' and old_row ->> 'text' = ?"
    assert desk_with_claims.execute(kept, [FERRIES]).fetchone() == (1,)
    assert ingest(desk_with_claims).new == 1


WORK_ON_ARTICLE = {
    "a note": (lambda db: desk_work.add_note(db, 3, "The port says 800.", actor="bo"), r"claim 3 \(by bo\)"),
    "a later version": (
        lambda db: ingest(db, LATER, actor="bo"),
        "article 1 has another version, more text or more claims",
    ),
    "the same claim elsewhere": (
        lambda db: ingest(db, url="https://other.example/1", actor="bo"),
        r"claim 3 \(by bo\)",
    ),
}


@pytest.mark.parametrize(("work", "message"), WORK_ON_ARTICLE.values(), ids=WORK_ON_ARTICLE)
def test_undoing_an_article_is_refused_after_work_on_it(desk_with_claims, work, message):
    result = ingest(desk_with_claims)
    work(desk_with_claims)
    before = tracked_rows(desk_with_claims)
    with pytest.raises(Refused, match=message):
        undo_article(desk_with_claims, result)
    assert tracked_rows(desk_with_claims) == before


def test_an_article_repeated_by_a_later_one_can_be_undone_only_after_that(desk_with_claims):
    before = tracked_rows(desk_with_claims)
    first = ingest(desk_with_claims)
    with_known_kind = tracked_rows(desk_with_claims)["claimants"][:2]
    second = ingest(desk_with_claims, url="https://norre.example/2")
    assert second.repeated == 2
    with pytest.raises(Refused, match=r". Nothing was undone: undo those"):
        undo_article(desk_with_claims, first)
    undo_article(desk_with_claims, second)
    undo_article(desk_with_claims, first)
    assert tracked_rows(desk_with_claims) == before | {"claimants": with_known_kind}


def test_work_that_was_undone_does_not_prevent_undoing_an_import(desk_with_claims, imported):
    desk_work.add_tag(desk_with_claims, 3, "quay", actor="bo")
    with pytest.raises(Refused, match="these claims were changed since, or"):
        import_of(desk_with_claims, [imported], actor="ada")
    desk_work.remove_tag(desk_with_claims, 3, "quay", actor="bo")
    assert import_of(desk_with_claims, [imported], actor="ada").filed == 2


def test_the_name_of_an_import_excludes_changes_made_in_between(desk_with_claims):
    first, second = ingest(desk_with_claims), ingest(desk_with_claims, url="https://norre.example/2")
    desk_work.add_tag(desk_with_claims, 1, "quay", actor="ada")
    third = ingest(desk_with_claims, LATER)
    two_articles, three_articles = (
        changes_name(desk_with_claims, [*first.written, *second.written, *further])
        for further in ((), third.written)
    )
    assert two_articles.split("-")[:2] == [str(first.written[0][0] + 1), str(second.written[-1][1])]
    assert three_articles.split("-")[:2] == [str(first.written[0][0] + 1), str(third.written[0][1])]
    assert changes_name(desk_with_claims, ingest(desk_with_claims, LATER).written) is None
