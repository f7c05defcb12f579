"""What both parts of a divided desk could have: rows that change hands, partners, words that lead elsewhere, tables of the users."""

import json
import sqlite3
from contextlib import closing

import pytest

import claimtrack
from claimtrack.core.errors import Refused
from claimtrack.store.file.database import open_desk
from claimtrack.workflow.archiving import queue_pages
from claimtrack.workflow.parting import export_desk


@pytest.fixture
def path(tmp_path):
    """A desk with a claim of each part, by the same speaker."""
    path = tmp_path / "claims.db"
    with claimtrack.open(path, actor="ada", name="The Desk") as desk:
        desk.add("Zed Orr took money for the harbour", claimant="Gus Noor")
        desk.add("Rents in Ness fell by 4 percent", claimant="Gus Noor")
    return path


def part(path, tag="hidden"):
    """Divide a desk of which claim 1 is in the one part; return both files, and what lies across."""
    with claimtrack.open(path, actor="ada") as desk:
        desk.tag(1, tag)
    files = path.with_name("secret.db"), path.with_name("rest.db")
    with closing(open_desk(path)) as db:
        left = [
            export_desk(db, file, [tag], others=others).left
            for file, others in zip(files, (False, True), strict=True)
        ]
    return *files, left


def rows(path, sql):
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(sql).fetchall()


def write(path, *statements):
    with closing(open_desk(path)) as db, db.conn:
        for sql in statements:
            db.execute(sql)


def test_a_change_of_both_with_the_same_number_does_not_hide_what_came_before(path):
    """Each part has one claim before the speaker gets another name: it is change 18 of both."""
    with claimtrack.open(path, actor="ada") as desk:
        desk.rename_speaker("Gus Noor", "Gustav Noor")
    secret, rest, _ = part(path)
    renamed = "select id, happened_at from history where table_name = 'claimants' and operation = 'update'"
    assert rows(secret, renamed) == rows(rest, renamed) != []
    for one, other in ((rest, secret), (secret, rest)):
        with claimtrack.open(one, actor="ada") as desk:
            back = desk.import_copy(other)
            assert (len(back.replayed.new_claims), back.replayed.kept) == (1, {})
            again = desk.import_copy(other)
            assert (again.replayed.made, again.replayed.kept) == (0, {})
            assert len(desk.claims()) == 2


def test_two_parts_that_end_with_the_same_change_both_come_back(path, tmp_path):
    with claimtrack.open(path, actor="ada") as desk:
        desk.add("Bread cost 3 crowns", claimant="Gus Noor", tags=["last"])
        desk.tag(1, "first")
        desk.tag(2, "second")
        desk.rename_speaker("Gus Noor", "Gustav Noor")
    for name, tag in (("first.db", "first"), ("second.db", "second"), ("last.db", "last")):
        with closing(open_desk(path)) as db:
            export_desk(db, tmp_path / name, [tag], others=False)
    with claimtrack.open(tmp_path / "last.db", actor="ada") as desk:
        assert [
            len(desk.import_copy(tmp_path / name).replayed.new_claims) for name in ("first.db", "second.db")
        ] == [1, 1]
        assert [desk.import_copy(tmp_path / name).replayed.made for name in ("first.db", "second.db")] == [
            0,
            0,
        ]
        assert len(desk.claims()) == 3


def test_a_partner_with_its_scale_and_labels_is_only_where_its_verdicts_are(tmp_path):
    records = [
        {
            "@type": "ClaimReview",
            "url": f"https://{name}.example/1",
            "claimReviewed": text,
            "author": {"@type": "Organization", "name": f"{name} desk"},
            "reviewRating": {
                "@type": "Rating",
                "alternateName": f"{name} label",
                "ratingValue": 1,
                "worstRating": 1,
                "bestRating": 5,
            },
        }
        for name, text in (("hush", "Zed Orr took money"), ("open", "Rents fell by 4 percent"))
    ]
    (tmp_path / "reviews.json").write_text(json.dumps(records), encoding="utf-8")
    path = tmp_path / "claims.db"
    with claimtrack.open(path, actor="ada") as desk:
        desk.import_reviews(tmp_path / "reviews.json")
    write(
        path,
        "insert into publishers (id, name) values (90, 'idle desk'), (91, 'bare desk')",
        "insert into rating_scales (id, name, publisher_id) values (90, 'idle scale', 90), (91, 'empty scale', 90)",
        "insert into ratings (scale_id, name, position) values (90, 'idle label', 1)",
    )
    secret, rest, _ = part(path, "tagged")
    sql = "select publishers.name, ratings.name from ratings join rating_scales on rating_scales.id = scale_id join publishers on publishers.id = publisher_id"
    assert [rows(file, sql) for file in (secret, rest)] == [
        [("hush desk", "hush label")],
        [("open desk", "open label"), ("idle desk", "idle label")],  # which no claim needs
    ]
    for name in (b"empty scale", b"bare desk"):
        assert [name in file.read_bytes() for file in (secret, rest)] == [False, True]
    own = "select ratings.* from ratings join rating_scales on rating_scales.id = scale_id where publisher_id is null"
    assert rows(secret, own) == rows(rest, own) == rows(path, own) != []
    assert (b"open desk" in secret.read_bytes(), b"hush desk" in rest.read_bytes()) == (False, False)
    assert b"open label" not in secret.read_bytes()
    assert b"hush label" not in rest.read_bytes()


def test_a_row_that_was_moved_is_nowhere_in_the_part_that_it_left(path):
    with claimtrack.open(path, actor="ada") as desk:
        note = desk.note(2, "Deepthroat called")
    write(path, f"update notes set claim_id = 1 where id = {note}")
    secret, rest, _ = part(path)
    assert rows(secret, "select count(*) from history where table_name = 'notes'") == [(2,)]
    assert b"Deepthroat" not in rest.read_bytes()


def test_an_archived_copy_stays_with_an_article_that_has_no_claims(path):
    page = "https://news.example/empty"
    with claimtrack.open(path, actor="ada") as desk:
        desk.ingest(text="Good morning.", url=page)
        assert desk.db.table("articles").count == 1
        queue_pages(desk.db, [page, "https://news.example/elsewhere"], actor="ada")
    secret, rest, _ = part(path)
    assert [rows(file, "select url from archives") for file in (secret, rest)] == [[], [(page,)]]


def test_a_former_tag_does_not_stay_for_an_outlet_of_the_same_name(path):
    with claimtrack.open(path, actor="ada") as desk:
        desk.tag(1, "deepthroat")
        desk.rename_tag("deepthroat", "The Echo")
        text = '"We built 40,000 homes last year," minister Ben Moor said.'
        desk.ingest(text=text, url="https://news.example/1", outlet="Old Echo")
        desk.rename_outlet("Old Echo", "The Echo")
    secret, rest, _ = part(path)
    names = [rows(file, "select kind, name from former_names") for file in (secret, rest)]
    assert names == [[("tag", "deepthroat")], [("outlet", "Old Echo")]]
    assert b"deepthroat" not in rest.read_bytes()


def test_an_article_of_both_parts_counts_with_all_its_versions(tmp_path):
    path = tmp_path / "claims.db"
    hushed = '"We built 40,000 homes last year," minister Ada Miller said. '
    rents = "Rents in Ness fell by 4 percent in 2023, Ben Moor said. Bread in Ness cost 3 crowns in 2022, he added."
    with claimtrack.open(path, actor="ada") as desk:
        for text in (hushed + rents, rents):
            desk.ingest(text=text, url="https://news.example/1")
        assert rows(path, "select previous_id from articles") == [(None,), (1,)]
        assert rows(path, "select article_id from appearances where claim_id = 1") == [(1,)]
    *files, left = part(path)
    assert [one.shared_articles for one in left] == [2, 2]
    assert [rows(file, "select id from articles") for file in files] == [[(1,), (2,)]] * 2


def test_a_verdict_that_names_places_of_the_other_part_is_counted(path):
    with claimtrack.open(path, actor="ada") as desk:
        desk.add("Zed Orr took money for the harbour", claimant="Gus Noor", source="Radio Hush")
        desk.add("Rents in Ness fell by 4 percent", claimant="Gus Noor", source="Radio 4")
        desk.judge(1, 2, "same")
        review = desk.reviews.draft(2, rating="False", scale="Six-step truth scale", headline="No")
        desk.reviews.submit(review)
        with claimtrack.open(path, actor="ben") as bens:
            bens.reviews.approve(review)
    *_, left = part(path)
    assert [(one.verdicts, one.judgements) for one in left] == [(0, 1), (1, 1)]


def test_the_users_own_search_index_has_no_words_of_what_went(path):
    write(
        path,
        "create virtual table own_fts using fts5(text, content=claims, content_rowid=id)",
        "insert into own_fts (own_fts) values ('rebuild')",
    )
    _, rest, _ = part(path)
    found = [
        rows(rest, f"select rowid from own_fts where own_fts match '{word}'") for word in ("harbour", "rents")
    ]
    assert found == [[], [(2,)]]


def test_a_table_of_the_users_may_be_called_as_one_of_ours(path):
    write(path, "create table gone (word text)", "insert into gone values ('Deepthroat')")
    secret, rest, _ = part(path)
    assert b"Deepthroat" not in secret.read_bytes()
    assert rows(rest, "select word from gone") == [("Deepthroat",)]


def test_rows_that_lead_nowhere_are_named_instead_of_handed_on(path):
    with closing(sqlite3.connect(path)) as conn, conn:  # without foreign keys
        for (name,) in conn.execute(
            "select name from sqlite_master where name glob 'notes_*_somewhere'"
        ).fetchall():
            conn.execute(f"drop trigger {name}")
        conn.execute("insert into notes (claim_id, body, author) values (9, 'Deepthroat', 'ada')")
    with pytest.raises(
        Refused, match=r"need others that would not come along: notes 1\. `claimtrack doctor` may"
    ):
        part(path)


def test_a_table_of_the_users_that_refers_to_what_goes_is_named(path):
    write(
        path,
        "create table payments (claim_id integer references claims (id))",
        "insert into payments values (1)",
    )
    with pytest.raises(
        Refused, match=r"tables of your own \(payments\) refer to rows .* delete .* in a copy"
    ):
        part(path)
    assert not path.with_name("rest.db").exists()


def test_differences_from_a_deleted_claim_stay_out_of_the_part_that_was_chosen(path):
    with claimtrack.open(path, actor="ada") as desk:
        desk.judge(1, 2, "different")
    write(
        path,
        "update matches set differences = '[\"rents\"]'",
        "delete from matches",
        "delete from claims where id = 2",
    )
    with claimtrack.open(path, actor="ada") as desk:
        desk.add("Bread cost 3 crowns")
    secret, *_ = part(path)
    sql = "select count(*) from history where table_name = 'matches'"
    assert rows(secret, sql) == [(0,)]


def test_history_of_what_was_deleted_before_is_where_it_could_have_stayed(path):
    """A partner stays with the rest if no claim needs it; a tag or an archived copy that nothing needs is in neither part."""
    with claimtrack.open(path, actor="ada") as desk:
        queue_pages(desk.db, ["https://hush.example/1"], actor="ada")
    write(
        path,
        "insert into claimants (name) values ('Hush Speaker')",  # whom no claim has
        "insert into tags (name) values ('hushtag')",
        "insert into publishers (name) values ('Hush Desk')",
        "delete from tags",
        "delete from publishers where not is_desk",
        "delete from archives",
    )
    secret, rest, _ = part(path)
    words = (b"hushtag", b"hush.example", b"Hush Speaker", b"Hush Desk")
    assert [word for word in words if word in secret.read_bytes()] == []
    assert [word for word in words if word in rest.read_bytes()] == [b"Hush Desk"]
