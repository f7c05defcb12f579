"""The public copy holds what is named in the allow-list, of published claims, and not a byte more."""

import contextlib
import errno
import json
import os
import re
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.claimreview.claimreview import validate
from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.export import site as static_site
from claimtrack.export.feeds import Entry, Feed, atom
from claimtrack.importing.claimreview import records
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import editing, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing

ALLOWED = {
    "claims": "id text claimant claimant_kind claimant_role claimant_url claimed_on rating review_url reviewed_on"
    " appearances first_seen last_seen",
    "reviews": "id claim_id claim claimant claimant_kind claimant_role claimant_url claimed_on rating rating_value scale worst best headline summary url reviewed_on language publisher"
    " publisher_url corrects_id correction_note page_id definition first_seen appearance_urls first_page_on",
    "appearances": "id claim_id quote speaker kind seen_on outlet title url",
    "evidence": "id review_id claim_id url source title stance quote is_primary archived_url",
    "corrections": "id claim_id claim action rating_before rating_after note reviewed_on changed_on url page_id",
    "interventions": "id claim_id asked request asked_on outcome outcome_on url purpose",
    "ratings": "id scale name position value definition retired",
}

# Texts that leave the desk with a published claim, and words that are not free text at all.
PUBLIC = {
    "former_names": "kind",
    "claims": "text claimed_on status priority created_at",
    "claimants": "name role url kind created_at",
    "publishers": "name url created_at",
    "articles": "url title outlet published_on created_at text_sha256",
    "appearances": "quote speaker_as_written said_on kind created_at",
    "evidence": "url source title quote archived_url stance created_at",
    "rating_scales": "name",
    "ratings": "name definition",
    "reviews": "headline summary url reviewed_on withdrawn_on status origin correction_note language created_at"
    " claimant_reviewed claimed_on_reviewed",
    "interventions": "asked request asked_on outcome outcome_on url purpose created_at",
    "archives": "url archived_url status try_after archived_at created_at",
    "notes": "created_at",
    "claim_tags": "created_at",
    "matches": "suggestion scorer judgement judged_at created_at",
    "history": "table_name operation happened_at",
    "tunings": "part created_at",
    "match_terms": "term",
    "match_endings": "ending",
}
# Words of the desk and SQLite's own tables: nobody writes secrets there.
LOOKUPS = re.compile(
    r"(statuses|priorities|kinds|claimant_kinds|stances|judgements|suggestions|outcomes|archive_statuses|tuned_parts"
    r"|review_(statuses|origins|status_transitions)|status_transitions)|_?sqlite_.*|(claims|articles)_fts.*"
)


SECRET_DAY = "1987-06-05"
"""In the columns that hold nothing but days."""


def plant(db):
    """Fifty secrets in every private column, of published claims and of others."""
    for n in range(50):
        name = f"SECRET-{n}-unpublished"
        with write_transaction(db, f"SECRET-{n}-actor"):
            db.execute(
                "insert into claimants (name, role, url) values (?, ?, ?)",
                [name, name, f"https://{name}.example"],
            )
            claimant = db.execute("select max(id) from claimants").fetchone()[0]
            db.execute(
                "insert into claims (text, claimant_id, assignee, due_on) values (?, ?, ?, ?)",
                [name, claimant, name, SECRET_DAY],
            )
            claim = db.execute("select max(id) from claims").fetchone()[0]
            text = f"before {name} after"
            db.execute(
                "insert into articles (text, text_sha256, url, source, title, outlet, author, language)"
                " values (?, ?, ?, ?, ?, ?, ?, ?)",
                [text, f"{n:064}", f"https://{name}.example", name, name, name, name, name],
            )
            article = db.execute("select max(id) from articles").fetchone()[0]
            # In the article of an unpublished claim, and in one where a published claim stands, too.
            for where, start, end in ((claim, 7, 7 + len(name)), (1, 0, 6)):
                db.execute(
                    "insert into appearances (claim_id, article_id, span_start, span_end, quote, speaker_as_written,"
                    " context_before, context_after, reasons, flags, extractor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [where, article, start, end, text[start:end], name if where != 1 else "he", name, name, json.dumps([name]), json.dumps([name]), name],
                )  # fmt: skip
            db.execute(
                "update articles set title = 'public', outlet = 'public', url = ? where id = ?",
                [f"https://public.example/{n}", article],
            )
            for where in (claim, 1):
                url = f"https://{name}.example" if where == claim else f"https://public.example/{n}"
                db.execute(
                    "insert into evidence (claim_id, url, added_by) values (?, ?, ?)", [where, url, name]
                )
                words = f"Phone call with {name if where == claim else n}"
                db.execute("insert into evidence (claim_id, source) values (?, ?)", [where, words])
                db.execute(
                    "insert into notes (claim_id, body, author) values (?, ?, ?)",
                    [where, name, f"SECRET-{n}-actor"],
                )
                db.execute("insert or ignore into tags (name) values (?)", [f"SECRET-{n}-tag"])
                db.execute(
                    "insert into claim_tags (claim_id, tag_id) select ?, id from tags where name = ?",
                    [where, f"SECRET-{n}-tag"],
                )
                db.execute(
                    "insert into interventions (claim_id, asked, request, asked_on, outcome_note) values (?, ?, ?, '2024-01-01', ?)",
                    [
                        where,
                        name if where == claim else "The ministry",
                        name if where == claim else "Please",
                        name,
                    ],
                )
            db.execute("insert into archives (url, error) values (?, ?)", [f"https://{name}.example", name])
            draft = reviewing.draft(
                db,
                1,
                rating="Half true",
                headline=name,
                summary=name,
                url=f"https://{name}.example",
                actor=None,
            )
            # No code of a language, which the table does not ask for.
            db.execute("update reviews set language = ? where id = ?", [name, draft])
            db.execute(
                "insert into former_names (kind, name, current_name) values ('tag', ?, ?)",
                [f"{name} before", name],
            )
            db.execute("insert into publishers (name, url) values (?, ?)", [name, f"https://{name}.example"])
            publisher = db.execute("select max(id) from publishers").fetchone()[0]
            db.execute(
                "insert into rating_scales (name, description, publisher_id) values (?, ?, ?)",
                [name, name, publisher],
            )
            db.execute(
                "insert into ratings (scale_id, name, position, definition) select max(id), ?, 1, ? from rating_scales",
                [name, name],
            )
            db.execute(
                "insert into reviews (claim_id, publisher_id, origin, status, rating_id, headline, summary, url, claim_reviewed, correction_note, approved_by)"
                " select 1, ?, 'imported', 'published', max(id), ?, ?, ?, ?, ?, ? from ratings",
                [publisher, name, name, f"https://{name}.example", name, name, name],
            )
            db.execute(
                "insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer) values (1, ?, 1, 'related', ?, ?, ?)",
                [claim, json.dumps([name]), json.dumps([name]), name],
            )
            db.execute("update matches set judgement = 'unsure' where right_id = ?", [claim])
            db.execute(
                "insert into tunings (part, fitted_to, parameters, figures, in_force) values ('matching', ?, ?, ?, 0)",
                [name, json.dumps({name: 1}), json.dumps({name: 1})],
            )
            db.execute(
                "insert into encoders (name, version, dimensions, in_force, created_at) values (?, ?, 1, 0, ?)",
                [name, name, name],
            )
            db.execute(
                "insert into claim_vectors (encoder_id, claim_id, vector, made_at) select max(id), ?, x'00', ? from encoders",
                [claim, name],
            )
    # Signed by two, and not out yet.
    signed = reviewing.draft(db, claim, rating="Half true", actor="SECRET-0-drafter")
    reviewing.submit(db, signed, actor="SECRET-0-drafter")
    reviewing.approve(db, signed, actor="SECRET-0-approver")
    db.execute("update match_compared_by set scorer = 'SECRET-0-scorer'")
    db.execute("update rating_scales set description = 'SECRET-0-description'")
    db.execute("update audit_context set actor = 'SECRET-0-actor'")


@pytest.fixture
def secretive(reviewed_desk):
    plant(reviewed_desk)
    return reviewed_desk


def text_columns(conn):
    """Every text column of the desk's own tables."""
    for (table,) in conn.execute("select name from sqlite_master where type = 'table'").fetchall():
        if not LOOKUPS.fullmatch(table):
            for row in conn.execute(f"pragma table_info({table})"):
                if row[2].upper() == "TEXT":
                    yield table, row[1]


def test_the_secrets_are_in_every_private_column(secretive):
    """Else the search below would prove nothing. A new column must be planted, or be named public."""
    unplanted = [
        (table, column)
        for table, column in text_columns(secretive.conn)
        if column not in PUBLIC.get(table, "").split()
        and not secretive.execute(
            f"select 1 from {table} where {column} like '%SECRET-%' or {column} = ?", [SECRET_DAY]
        ).fetchone()
    ]
    assert unplanted == [], unplanted


def test_no_secret_is_in_any_byte_of_the_copy_and_the_site(secretive, desk_path, tmp_path):
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", base_url="https://desk.example/")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "claims.db"]
    files = [path for path in files if "claims.db" not in path.name]
    assert len(files) > 8
    told = {path.name: path.read_bytes().lower() for path in files}
    assert [name for name, held in told.items() if b"secret-" in held or SECRET_DAY.encode() in held] == []


def test_where_a_file_lies_on_a_reporters_computer_is_left_out_and_told(reviewed_desk, desk_path, tmp_path):
    """The folders of a computer tell who works there, and on whom."""
    correction = reviewing.correct(reviewed_desk, 1, note="Another source.", actor="ada")
    for source in ("/home/ada/Gus Moor/call.mp3", "Phone call with the ministry"):
        linking.add_link(reviewed_desk, 1, source, actor="ada")
    linking.add_link(
        reviewed_desk, 1, "https://stats.example/moor", title="D:\\Gus Moor\\table.xlsx", actor="ada"
    )
    text, claimant = reviewed_desk.execute(
        "select text, claimant from claim_overview where id = 1"
    ).fetchone()
    said = NewClaim(text, claimant, "~/Gus Moor/heard.mp3", "2020-02-05")
    add_claim(reviewed_desk, said, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="ben")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-05-04", actor="ben")
    done = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert done.left_out == (
        "/home/ada/Gus Moor/call.mp3",
        "D:\\Gus Moor\\table.xlsx",
        "~/Gus Moor/heard.mp3",
    )
    made = [tmp_path / "public.db", *(tmp_path / "site").rglob("*.*")]
    assert [path for path in made if path.is_file() and b"Gus Moor" in path.read_bytes()] == []
    page = (tmp_path / "site/reviews/1.html").read_text()
    assert "Phone call with the ministry" in page
    assert "https://stats.example/moor</a>" in page
    assert "2020-02-05</time>: in a place without an address" in page


def test_the_copy_has_the_tables_and_columns_of_the_allow_list(reviewed_desk, desk_path, tmp_path):
    publish(desk_path, tmp_path / "public.db")
    conn = sqlite3.connect(tmp_path / "public.db")
    tables = [row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")]
    ours = {name for name in tables if not name.startswith(("sqlite_", "claims_fts"))}
    assert ours == set(ALLOWED)
    for table, columns in ALLOWED.items():
        assert [row[1] for row in conn.execute(f"pragma table_info({table})")] == columns.split()
    assert [
        row[0] for row in conn.execute("select name from sqlite_master where type in ('view', 'trigger')")
    ] == []
    conn.close()


def test_only_published_claims_are_in_it(reviewed_desk, desk_path, tmp_path):
    done = publish(desk_path, tmp_path / "public.db")
    assert done.rows | {"ratings": 0} == {
        "claims": 2, "reviews": 2, "appearances": 2, "evidence": 0, "corrections": 0, "interventions": 0, "ratings": 0,
    }  # fmt: skip


def test_an_article_that_changed_is_one_place_where_the_claim_was_said(
    reviewed_desk, desk_path, tmp_path, file_claims
):
    """As the ledger counts it: in the last version that holds the claim, be that the newest or not."""
    kept, lost = "Rent doubled in ten years", "Nobody pays rent"
    for text in (f"{kept}. {lost}.", f"{kept}. {lost}. More.", f"Corrected. {kept}."):
        found = [(one, "Ada Miller", 0.9) for one in (kept, lost) if one in text]
        file_claims(reviewed_desk, text, found, url="https://paper.example/rent")
    publish(desk_path, tmp_path / "public.db")
    conn = sqlite3.connect(tmp_path / "public.db")
    quoted = conn.execute("select claim_id, quote from appearances where quote is not null").fetchall()
    assert sorted(quoted) == [(1, kept), (2, lost)]
    assert conn.execute("select appearances from claims").fetchall() == [(2,), (2,)]
    conn.close()
    counted = reviewed_desk.execute("select appearances from claim_overview where id < 3").fetchall()
    assert counted == [(2,), (2,)]


def test_a_place_without_an_address_is_told_in_the_words_of_the_desk(reviewed_desk, desk_path, tmp_path):
    text, claimant = reviewed_desk.execute(
        "select text, claimant from claim_overview where id = 1"
    ).fetchone()
    for said in (
        NewClaim(text, claimant, "Radio Lenn <8:10>", "2020-02-05"),
        NewClaim(text, claimant, claimed_on="2020-02-09"),  # nobody told where
    ):
        add_claim(reviewed_desk, said, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    page = (tmp_path / "site/reviews/1.html").read_text()
    assert "2020-02-05</time>: Radio Lenn &lt;8:10&gt;" in page
    assert "2020-02-09</time>: in a place without an address" in page


def test_a_claim_is_said_wherever_one_that_is_judged_the_same_is(reviewed_desk, desk_path, tmp_path):
    """As the desk counts it; of two public claims each has all of both."""
    judge(reviewed_desk, 1, 2, Judgement.SAME, actor="ada")
    judge(reviewed_desk, 1, 3, Judgement.SAME, actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    conn = sqlite3.connect(tmp_path / "public.db")
    listed = conn.execute("select claim_id, count(*) from appearances group by claim_id").fetchall()
    assert listed == conn.execute("select id, appearances from claims").fetchall() == [(1, 3), (2, 3)]
    conn.close()
    counted = reviewed_desk.execute("select id, appearances from claim_overview where id < 3").fetchall()
    assert counted == listed
    assert "https://news.example/3" in (tmp_path / "site/reviews/1.html").read_text()


def test_a_withdrawn_review_leaves_the_copy_and_stays_in_the_corrections(reviewed_desk, desk_path, tmp_path):
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (tmp_path / "site/reviews/1.html").exists()
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    done = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (done.rows["reviews"], done.rows["corrections"]) == (1, 1)
    assert not (tmp_path / "site/reviews/1.html").exists()
    assert "The source retracted." in (tmp_path / "site/corrections.html").read_text()
    assert "The source retracted." in (tmp_path / "site/corrections.atom").read_text()


@pytest.mark.parametrize(
    "prepare",
    [
        lambda path, desk_path: path.write_text("notes"),
        # Above all, never over a desk.
        lambda path, desk_path: path.write_bytes(desk_path.read_bytes()),
    ],
)
def test_no_other_file_is_replaced(reviewed_desk, desk_path, tmp_path, prepare):
    reviewed_desk.execute("pragma wal_checkpoint(truncate)")
    prepare(tmp_path / "public.db", Path(desk_path))
    before = (tmp_path / "public.db").read_bytes()
    with pytest.raises(Refused, match="exists and is not a public copy: give another file, or move it away"):
        publish(desk_path, tmp_path / "public.db")
    assert (tmp_path / "public.db").read_bytes() == before


def test_no_other_folder_is_replaced(reviewed_desk, desk_path, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("mine")
    with pytest.raises(Refused, match="exists and is not a site made by"):
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert not (tmp_path / "public.db").exists()


def test_what_others_put_into_the_folder_of_a_site_stays(reviewed_desk, desk_path, tmp_path):
    """The page of a withdrawn review goes, and what is the site's is made anew."""
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    others = {"CNAME": "desk.example", ".git/HEAD": "ref: refs/heads/main", "reviews/notes.txt": "mine"}
    for name, text in others.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text)
    (site / "latest").symlink_to("reviews/2.html")
    (site / "index.html").write_text("edited")
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=site)
    assert {name: (site / name).read_text() for name in others} == others
    assert (site / "latest").readlink() == Path("reviews/2.html")
    assert {path.name for path in (site / "reviews").iterdir()} == {"2.html", "notes.txt"}
    assert "edited" not in (site / "index.html").read_text()


def test_the_page_for_what_is_not_found_goes_with_its_address_and_somebodys_own_stays(
    reviewed_desk, desk_path, tmp_path
):
    """Its links need the address of the site, without which none is written."""
    site, home = tmp_path / "site", "https://desk.example/checks"
    not_found = site / "404.html"
    for base_url, there in ((home, True), (home, True), (None, False), (None, False), (home, True)):
        publish(desk_path, tmp_path / "public.db", site=site, base_url=base_url)
        assert (not_found.exists() and home in not_found.read_text()) == there
    not_found.write_bytes(not_found.read_bytes().replace(b"\n", b"\r\n"))  # git's, in Windows
    publish(desk_path, tmp_path / "public.db", site=site)
    assert not not_found.exists()
    not_found.write_text("Lost? Ring the desk.")
    for base_url in (None, home, home, None):
        publish(desk_path, tmp_path / "public.db", site=site, base_url=base_url)
        assert not_found.read_text() == "Lost? Ring the desk."
    not_found.rename(site / "lost.html")
    not_found.symlink_to("lost.html")
    publish(desk_path, tmp_path / "public.db", site=site, base_url=home)
    assert not_found.readlink() == Path("lost.html")


def test_a_desk_is_not_put_on_the_web_with_the_site_that_it_stands_in(reviewed_desk, desk_path, tmp_path):
    """Nor copied with what others put there, while colleagues write into it."""
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    desk = tmp_path / "site/data/claims.db"
    desk.parent.mkdir()
    desk_path.replace(desk)
    with pytest.raises(Refused, match="site contains the desk"):
        publish(desk, tmp_path / "public.db", site=tmp_path / "site")
    assert desk.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_site_stays_as_it_is_where_what_others_put_there_cannot_be_kept(reviewed_desk, desk_path, tmp_path):
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    os.mkfifo(site / "pipe")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ClaimtrackError, match=r"could not keep .*site/pipe, .* Move it out of .*/site and"):
        publish(desk_path, tmp_path / "public.db", site=site)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_a_site_stays_with_its_owner_and_the_group_that_a_web_server_reads_it_by(
    reviewed_desk, desk_path, tmp_path
):
    site = tmp_path / "site"
    site.mkdir(mode=0o750)
    os.chown(site, 4711, 4712)
    for _ in range(2):
        publish(desk_path, tmp_path / "public.db", site=site)
        owners = {(one.stat().st_uid, one.stat().st_gid) for one in (site, *site.rglob("*"))}
        assert owners == {(4711, 4712)}
        assert stat.S_IMODE(site.stat().st_mode) == 0o750


@pytest.mark.skipif(not hasattr(os, "chown"), reason="Windows has no groups of files")
def test_a_site_is_written_anew_on_a_drive_that_keeps_no_groups(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    def unsupported(*_, **__):
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "chown", unsupported)
    for _ in range(2):
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_a_site_that_another_publish_is_swapping_is_not_taken_for_none(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    """For a moment its place is empty: what took it then would be without the files of others, which the other would delete."""
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    write = static_site.write

    def writes(content, folder):
        site.rename(tmp_path / "aside")
        return write(content, folder)

    monkeypatch.setattr(static_site, "write", writes)
    with pytest.raises(ClaimtrackError, match=r"could not write .* you must be able to write in"):
        publish(desk_path, tmp_path / "public.db", site=site)
    assert not site.exists()


@pytest.mark.parametrize(
    ("error", "told"),
    [(PermissionError(13, "Permission denied"), ClaimtrackError), (KeyboardInterrupt(), KeyboardInterrupt)],
    ids=["a file that another program has open", "an interrupt"],
)
def test_a_site_that_cannot_be_swapped_in_leaves_the_one_that_is_there(
    reviewed_desk, desk_path, tmp_path, monkeypatch, error, told
):
    home = tmp_path / "home"
    home.mkdir()
    publish(desk_path, tmp_path / "public.db", site=home / "site")
    before = {path: path.read_bytes() for path in (home / "site").rglob("*.*")}
    rename = Path.rename

    def fails(path, target):
        if path.name == "new":
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(told):
        publish(desk_path, tmp_path / "public.db", site=home / "site")
    assert {path: path.read_bytes() for path in home.rglob("*.*")} == before


def test_a_desk_without_a_name_is_told_how_to_get_one(desk, desk_path, tmp_path):
    with pytest.raises(InvalidValue, match="init --name"):
        publish(desk_path, tmp_path / "public.db")


# Gets pages one after the other, in one process: each start takes as long as all of them.
GET = """
import json, sys
from click.testing import CliRunner
from datasette.cli import cli
options, *pages = json.load(sys.stdin)
print(json.dumps([CliRunner(catch_exceptions=False).invoke(cli, [*options, "--get", page]).output for page in pages]))
"""


def test_plain_datasette_serves_the_copy_with_its_metadata(reviewed_desk, desk_path, tmp_path):
    done = publish(desk_path, tmp_path / "public.db")
    tables = yaml.safe_load(done.metadata.read_text())["databases"]["public"]["tables"]
    described = {name: set(told["columns"]) for name, told in tables.items() if not told.get("hidden")}
    assert described == {name: set(columns.split()) for name, columns in ALLOWED.items()}
    options = ["serve", "-i", str(tmp_path / "public.db"), "-m", str(done.metadata)]
    words = {
        "/public/claims.json?_shape=array": "Rent doubled in ten years",
        "/public/claims?_search=rent": "Claims we checked",
        "/public/claims?_facet=rating": "Half true",
    }
    shown = subprocess.run(
        [sys.executable, "-c", GET],
        input=json.dumps([options, *words]), env=os.environ | {"DATASETTE_LOAD_PLUGINS": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert shown.returncode == 0, shown.stderr
    bodies = json.loads(shown.stdout)
    assert [told in body for told, body in zip(words.values(), bodies, strict=True)] == [True] * 3, bodies


# ── the site ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def site(reviewed_desk, desk_path, tmp_path):
    correction = reviewing.correct(reviewed_desk, 2, note="Its words were wrong.", actor="ben")
    said = {"claimant": "Ada Miller", "claimed_on": "2024-04-22"}
    editing.edit_claim(reviewed_desk, 2, text='<script>alert(1)</script> & "rent"', **said, actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="cid")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-05-03", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", base_url="https://desk.example/checks")
    return tmp_path / "site"


def test_each_review_has_a_page_with_its_claimreview(site):
    for number in (1, 2):
        with (site / f"reviews/{number}.html").open("rb") as page:
            [record] = records(page, "page")
        assert record.document["url"] == f"https://desk.example/{number}"
        assert [finding for finding in validate(record.document) if finding.is_error] == []


def test_extruct_reads_the_claimreview_back(site):
    extruct = pytest.importorskip("extruct")
    found = extruct.extract((site / "reviews/2.html").read_text(), syntaxes=["json-ld"])["json-ld"]
    assert [one["claimReviewed"] for one in found] == ['<script>alert(1)</script> & "rent"']


def test_a_claim_is_text_on_every_page(site):
    pages = [path.read_text() for path in site.rglob("*.html")]
    assert len(pages) == 6
    assert [page for page in pages if "<script>alert" in page] == []


def test_feeds_and_sitemap_say_where_the_reviews_are(site):
    space = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(site / "feed.atom").getroot()
    links = [entry.find(f"{space}link").get("href") for entry in feed.findall(f"{space}entry")]
    told = json.loads((site / "feed.json").read_text())
    items = told["items"]
    assert (told["home_page_url"], told["feed_url"]) == (
        "https://desk.example/checks/",
        "https://desk.example/checks/feed.json",
    )
    ways = {link.get("rel"): link.get("href") for link in feed.findall(f"{space}link")}
    assert ways == {
        "self": "https://desk.example/checks/feed.atom",
        "alternate": "https://desk.example/checks/",
    }
    sitemap = (site / "sitemap.xml").read_text()
    assert links == [item["url"] for item in items] == ["https://desk.example/2", "https://desk.example/1"]
    assert feed.find(f"{space}updated").text == "2024-05-03T00:00:00Z"
    assert items[0]["content_text"].startswith('“<script>alert(1)</script> & "rent"”: ')
    for url in [*links, "https://desk.example/checks/corrections.html"]:
        assert f"<loc>{url}</loc>" in sitemap


def test_a_feed_holds_the_newest_and_the_index_and_the_sitemap_all(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    monkeypatch.setattr("claimtrack.export.site._IN_FEED", 1)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "short")
    held = {path.name: path.read_text() for path in (tmp_path / "short").iterdir() if path.is_file()}
    assert held["feed.atom"].count("<entry>") == len(json.loads(held["feed.json"])["items"]) == 1
    assert "https://desk.example/2" in held["feed.atom"]
    assert held["index.html"].count('class="rating"') == held["sitemap.xml"].count("<loc>") == 2


def test_a_name_keeps_its_direction_apart_from_the_date_behind_it(site):
    page = (site / "reviews/2.html").read_text()
    assert '<p><bdi>Ada Miller</bdi> (<time datetime="2024-04-22">' in page
    # In the list the claim gives the direction of its line, which a bdi would keep it from.
    assert '<p dir="auto"><bdi>Ada Miller</bdi>: “' in (site / "index.html").read_text()


def test_a_rating_and_a_publisher_in_arabic_turn_no_date_and_no_arrow_round(
    reviewed_desk, desk_path, tmp_path
):
    """Behind Arabic letters "2024-05-06" is shown as 06-05-2024, and "wrong → right" as "right → wrong", where nothing parts them."""
    with write_transaction(reviewed_desk, "ada"):
        reviewed_desk.execute("update publishers set name = 'مكتب التحقق' where id = 1")
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    [page] = (tmp_path / "site/reviews").iterdir()
    assert "<bdi>مكتب التحقق</bdi>, <time" in page.read_text()
    assert "withdrawn: <bdi>" in (tmp_path / "site/corrections.html").read_text()


def test_every_link_inside_the_site_leads_somewhere(site):
    for page in site.rglob("*.html"):
        for link in re.findall(r'href="([^"#:]+)"', page.read_text()):
            assert (page.parent / link).exists(), (page.name, link)


def test_a_correction_stands_at_the_address_of_what_it_corrects(reviewed_desk, desk_path, tmp_path):
    """However many there are: links that readers have stay good. Version 0.1 gave each correction a page of its own."""
    last = 1
    for number in range(2):
        last = reviewing.correct(reviewed_desk, last, note=f"Mended {number}.", actor="ada")
        reviewing.submit(reviewed_desk, last, actor="ada")
        reviewing.approve(reviewed_desk, last, actor="ben")
        reviewing.publish(reviewed_desk, last, reviewed_on="2024-06-01", actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    pages = {path.name: path.read_text() for path in (tmp_path / "site/reviews").iterdir()}
    assert set(pages) == {"1.html", "2.html", "4.html", "5.html"}
    assert "Mended 1." in pages["1.html"]
    for earlier in ("4.html", "5.html"):
        assert 'content="0; url=1.html"' in pages[earlier]
    for overview in ("index.html", "corrections.html"):
        assert 'href="reviews/1.html"' in (tmp_path / "site" / overview).read_text()
    reviewing.withdraw(reviewed_desk, last, note="All of it was wrong.", actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert [path.name for path in (tmp_path / "site/reviews").iterdir()] == ["2.html"]
    assert "reviews/1.html" not in (tmp_path / "site/corrections.html").read_text()


def test_of_two_languages_each_page_has_the_claim_as_it_was_signed(reviewed_desk, desk_path, tmp_path):
    """Only the one is corrected: the other's readers have what two people signed, and nothing is amiss on the desk."""

    def sign(review_id, day):
        reviewing.submit(reviewed_desk, review_id, actor="ada")
        reviewing.approve(reviewed_desk, review_id, actor="ben")
        url = f"https://desk.example/{review_id}"
        reviewing.publish(reviewed_desk, review_id, url=url, reviewed_on=day, actor="ada")

    reviewing.revise(reviewed_desk, 3, language="en", actor="ada")
    sign(3, "2024-05-03")
    german = reviewing.draft(reviewed_desk, 3, rating="Half true", language="de", actor="ada")
    sign(german, "2024-05-04")
    correction = reviewing.correct(reviewed_desk, 3, note="It was a half.", actor="ada")
    said = {"claimant": "Ada Miller", "claimed_on": "2024-04-22"}
    editing.edit_claim(reviewed_desk, 3, text="A half", **said, actor="ada")
    sign(correction, "2024-06-01")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    claimed = '<blockquote dir="auto">{}</blockquote>'
    assert claimed.format("A third") in (tmp_path / f"site/reviews/{german}.html").read_text()
    assert claimed.format("A half") in (tmp_path / "site/reviews/3.html").read_text()
    with contextlib.closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        assert conn.execute("select text from claims where id = 3").fetchall() == [("A half",)]
    assert [finding for finding in examine(reviewed_desk) if not finding.ok] == []


def test_a_feed_takes_what_xml_does_not():
    text = atom(Feed("t", "id", "desk"), [Entry("1", None, "a\x01b\ud800c", "<&>", "2024-05-03")])
    assert "a\ufffdb\ufffdc" in text
    ElementTree.fromstring(text.encode())


def test_the_command_says_what_it_wrote(reviewed_desk, desk_path, tmp_path):
    out = str(tmp_path / "public.db")
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "publish", out, "--site", str(tmp_path / "site")]
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 claims, 2 reviews" in result.stderr
    assert "2 review pages" in result.stderr


def test_what_only_the_desks_network_has_is_left_out_and_told(reviewed_desk, desk_path, tmp_path):
    link, place, verdict = (f"http://wiki.local/{name}" for name in ("link", "place", "verdict"))
    told = NewClaim("Rent doubled in ten years", "Ada Miller", place, "2024-04-29")
    add_claim(reviewed_desk, told, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    linking.add_link(reviewed_desk, 3, link, actor="ada")
    linking.add_link(
        reviewed_desk, 3, "https://stats.example/3", archived_url="http://10.0.0.7/3", actor="ada"
    )
    reviewing.submit(reviewed_desk, 3, actor="ada")
    reviewing.approve(reviewed_desk, 3, actor="ben")
    reviewing.publish(reviewed_desk, 3, url=verdict, reviewed_on="2024-05-01", actor="ben")
    done = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (done.left_out, done.unreached) == (("http://10.0.0.7/3", link, place), (verdict,))
    conn = sqlite3.connect(tmp_path / "public.db")
    links = conn.execute("select url, archived_url from evidence where claim_id = 3").fetchall()
    places = conn.execute("select url from appearances where claim_id = 1 order by id").fetchall()
    conn.close()
    assert links == [("https://stats.example/3", None)]
    assert places == [("https://news.example/1",), (None,)]
    pages = " ".join(page.read_text() for page in (tmp_path / "site").rglob("*.html"))
    assert "stats.example" in pages
    assert not any(one in pages for one in done.left_out)


@pytest.mark.parametrize(
    ("url", "kept", "is_told", "why"),
    [
        ("https://desk.example/checks/reviews/{}.html", None, False, "the page of the review"),
        ("https://desk.example/checks/reviews/{}", None, False, "hosts leave the ending out"),
        ("https://desk.example/checks/reviews/{}.html?utm=1#top", None, False, "the same page"),
        ("https://desk.example/checks/", None, False, "the index"),
        ("https://desk.example/checks/reviews/99.html", None, True, "a mistyped number"),
        ("https://desk.example/checks/rent/", None, True, "nothing of the site"),
        (f"https://desk.example/checks/{'rent-' * 60}", None, True, "a name that no file can have"),
        ("https://desk.example/checks/rent/", "rent/index.html", False, "a page that somebody put there"),
        ("https://desk.example/2024/rent", None, False, "a page beside the site"),
        ("https://news.example/checks/rent", None, False, "another site"),
    ],
)
def test_a_verdict_at_an_address_of_the_site_without_a_page_is_told(
    reviewed_desk, desk_path, tmp_path, url, kept, is_told, why
):
    site, base = tmp_path / "site", "https://desk.example/checks/"
    number = reviewing.draft(reviewed_desk, 3, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, number, actor="ada")
    reviewing.approve(reviewed_desk, number, actor="ben")
    url = url.format(number)
    reviewing.publish(reviewed_desk, number, url=url, reviewed_on="2024-05-01", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=site)
    if kept:
        (site / kept).parent.mkdir()
        (site / kept).write_text("Ours.")
    done = publish(desk_path, tmp_path / "public.db", site=site, base_url=base)
    assert (url in done.pageless) is is_told, why
    out, pages = str(tmp_path / "public.db"), ["--site", str(site), "--base-url", base]
    told = CliRunner().invoke(cli, ["--db", str(desk_path), "publish", out, *pages]).stderr
    assert ("To change the address: `claimtrack review address`" in told) is bool(done.pageless)
    assert publish(desk_path, tmp_path / "public.db", base_url=base).pageless == ()  # no site, no page


def test_a_page_calls_no_place_the_first_where_the_one_before_is_left_out(reviewed_desk, desk_path, tmp_path):
    for place, day in (("http://wiki.local/9", "2024-04-01"), ("https://news.example/9", "2024-04-02")):
        told = NewClaim("The fund lost nine million crowns in 2023", None, place, day)
        claim_id = add_claim(reviewed_desk, told, on_duplicate=OnDuplicate.ATTACH, actor="ada").claim_id
    number = reviewing.draft(reviewed_desk, claim_id, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, number, actor="ada")
    reviewing.approve(reviewed_desk, number, actor="ben")
    reviewing.publish(
        reviewed_desk, number, url="https://desk.example/9", reviewed_on="2024-05-01", actor="ben"
    )
    page = tmp_path / f"site/reviews/{number}.html"
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert [
        name for name in ("wiki.local", "firstAppearance", '"appearance"') if name in page.read_text()
    ] == ['"appearance"']
    reviewing.mend_address(reviewed_desk, number, "http://wiki.local/9", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert "ClaimReview" not in page.read_text()


@pytest.mark.parametrize(
    "address", ["https://desk.example/checks/?page=1", "https://desk.example/checks/#all"]
)
def test_an_address_to_which_no_page_can_be_added_is_refused_before_anything_is_written(
    desk, desk_path, tmp_path, address
):
    with pytest.raises(
        InvalidValue, match=r"give that of the site's folder, such as https://desk\.example/checks/$"
    ):
        publish(desk_path, tmp_path / "out.db", site=tmp_path / "site", base_url=address)
    assert not (tmp_path / "out.db").exists()
