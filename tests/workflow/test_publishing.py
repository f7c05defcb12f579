"""The public copy and site contain only what the allow-list names, and only of published claims."""

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
from typing import ClassVar
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.claimreview.validation import validate
from claimtrack.core.errors import ClaimtrackError, InvalidValue, Refused
from claimtrack.core.model import Judgement, OnDuplicate
from claimtrack.export import markdown
from claimtrack.export import site as static_site
from claimtrack.export.feeds import Entry, Feed, atom
from claimtrack.export.words import words
from claimtrack.importing.claimreview import records
from claimtrack.store.file import publication
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import editing, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.exporting import verdicts_for_articles
from claimtrack.workflow.matching.judging import judge
from claimtrack.workflow.publishing import publish
from claimtrack.workflow.reviews import reviewing

pytestmark = pytest.mark.usefixtures("shared_schemas")

ALLOWED_COLUMNS = {
    "claims": "id text claimant claimant_kind claimant_role claimant_url claimed_on rating review_url reviewed_on"
    " appearances first_seen last_seen language",
    "reviews": "id claim_id claim claimant claimant_kind claimant_role claimant_url claimed_on rating rating_value scale worst best headline summary url reviewed_on language publisher"
    " publisher_url corrects_id correction_note page_id definition first_seen appearance_urls first_page_on is_update"
    " withdrawn_appearances claim_language feed_id first_reviewed_on",
    "appearances": "id claim_id quote speaker kind seen_on outlet title url withdrawn_on language archived_url",
    "evidence": "id review_id claim_id url source title stance quote is_primary archived_url retracted_on",
    "corrections": "id claim_id claim action rating_before rating_after note reviewed_on changed_on url page_id feed_id"
    " first_reviewed_on claim_language",
    "interventions": "id claim_id asked request asked_on outcome outcome_on url purpose",
    "topics": "id claim_id name",
    "ratings": "id scale name position value definition retired",
}

# Columns that are published with a claim, or that do not contain free text.
PUBLIC_COLUMNS = {
    "former_names": "kind",
    "claims": "text claimed_on status priority language created_at",
    "claimants": "name role url kind created_at",
    "publishers": "name url created_at",
    "articles": "url title outlet published_on language created_at text_sha256 withdrawn_on",
    "appearances": "quote speaker_as_written said_on kind created_at",
    "evidence": "url source title quote archived_url stance created_at retracted_on",
    "rating_scales": "name",
    "ratings": "name definition",
    "reviews": "headline summary url reviewed_on withdrawn_on status origin correction_note language created_at"
    " claimant_reviewed claimed_on_reviewed feed_id",
    "interventions": "asked request asked_on outcome outcome_on url purpose created_at",
    "archives": "url archived_url status try_after archived_at created_at",
    "notes": "created_at step",
    "claim_tags": "created_at",
    "matches": "suggestion scorer judgement judged_at created_at",
    "history": "table_name operation happened_at",
    "tunings": "part created_at",
    "copied_changes": "happened_at",
    "copied_rows": "table_name",
    "article_readings": "basis_sha256",
    "match_terms": "term",
    "match_endings": "ending",
}
# Lookup tables, and SQLite's own: nobody writes secrets there.
LOOKUPS = re.compile(
    r"(statuses|priorities|kinds|note_steps|claimant_kinds|stances|judgements|suggestions|outcomes|archive_statuses|tuned_parts"
    r"|review_(statuses|origins|status_transitions)|status_transitions)|_?sqlite_.*|(claims|articles)_fts.*"
)


SECRET_DAY = "1987-06-05"
"""The secret for date columns."""
SECRET_TIME = "2987-06-05T04:00:00.000Z"
"""The secret for the time of an embargo."""


def plant_secrets(db):
    """Write fifty secrets into every private column, for published and unpublished claims."""
    for n in range(50):
        name = f"SECRET-{n}-unpublished"
        with write_transaction(db, f"SECRET-{n}-actor"):
            claim_id = plant_claim_and_article(db, n, name)
            plant_on_claim(db, n, name, claim_id, is_public=False)
            plant_on_claim(db, n, name, 1, is_public=True)
            plant_reviews(db, name)
            plant_machine_data(db, name, claim_id)
    # Approved but not published.
    review_id = reviewing.draft(
        db, claim_id, rating="Half true", not_before=SECRET_TIME, actor="SECRET-0-drafter"
    )
    reviewing.submit(db, review_id, actor="SECRET-0-drafter")
    reviewing.approve(db, review_id, actor="SECRET-0-approver")
    plant_approved(db)
    db.execute("update reviews set held_on = ? where id = 2", [SECRET_DAY])
    db.execute("update match_compared_by set scorer = 'SECRET-0-scorer'")
    db.execute("update rating_scales set description = 'SECRET-0-description'")
    db.execute("update audit_context set actor = 'SECRET-0-actor'")


def plant_approved(db):
    """A claim whose verdict is approved, with secrets only in private columns."""
    claim_id = add_claim(db, NewClaim("Trams are late"), actor="SECRET-0-actor").claim_id
    plant_on_claim(db, 0, "SECRET-0", claim_id, is_public=True)
    review_id = reviewing.draft(
        db, claim_id, rating="Half true", not_before=SECRET_TIME, actor="SECRET-0-drafter"
    )
    reviewing.submit(db, review_id, actor="SECRET-0-drafter")
    reviewing.approve(db, review_id, actor="SECRET-0-approver")


def plant_claim_and_article(db, n, name):
    """An unpublished claim, and an article that has both this claim and a published one; returns the claim's id."""
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
        "insert into articles (text, text_sha256, url, source, title, outlet, author, withdrawn_on, withdrawn_note)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [text, f"{n:064}", f"https://{name}.example", name, name, name, name, SECRET_DAY, name],
    )
    article = db.execute("select max(id) from articles").fetchone()[0]
    # In the article of an unpublished claim, and in one that also has a published claim.
    for claim_id, start, end in ((claim, 7, 7 + len(name)), (1, 0, 6)):
        db.execute(
            "insert into appearances (claim_id, article_id, span_start, span_end, quote, speaker_as_written,"
            " context_before, context_after, reasons, flags, extractor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [claim_id, article, start, end, text[start:end], name if claim_id != 1 else "he", name, name, json.dumps([name]), json.dumps([name]), name],
        )  # fmt: skip
    db.execute(
        "update articles set title = 'public', outlet = 'public', withdrawn_on = '2024-05-03', url = ? where id = ?",
        [f"https://public.example/{n}", article],
    )
    return claim


def plant_on_claim(db, n, name, claim_id, *, is_public):
    """Evidence, notes, tags and requests of a claim; for a published one, secrets only in private columns."""
    url = f"https://public.example/{n}" if is_public else f"https://{name}.example"
    db.execute(
        "insert into evidence (claim_id, url, added_by, retracted_on, retracted_note) values (?, ?, ?, '2024-05-03', ?)",
        [claim_id, url, f"SECRET-{n}-actor", name],
    )
    source = f"Phone call with {n if is_public else name}"
    db.execute("insert into evidence (claim_id, source) values (?, ?)", [claim_id, source])
    db.execute(
        "insert into notes (claim_id, body, author) values (?, ?, ?)",
        [claim_id, name, f"SECRET-{n}-actor"],
    )
    db.execute("insert or ignore into tags (name) values (?)", [f"SECRET-{n}-tag"])
    db.execute(
        "insert into claim_tags (claim_id, tag_id) select ?, id from tags where name = ?",
        [claim_id, f"SECRET-{n}-tag"],
    )
    db.execute(
        "insert into interventions (claim_id, asked, request, asked_on, outcome_note) values (?, ?, ?, '2024-01-01', ?)",
        [
            claim_id,
            "The ministry" if is_public else name,
            "Please" if is_public else name,
            name,
        ],
    )


def plant_reviews(db, name):
    """A draft of the published claim's review, and another publisher's review with its scale."""
    review_id = reviewing.draft(
        db,
        1,
        rating="Half true",
        headline=name,
        summary=name,
        url=f"https://{name}.example",
        actor=None,
    )
    # Not a language code, but the table accepts it.
    db.execute("update reviews set language = ? where id = ?", [name, review_id])
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


def plant_machine_data(db, name, claim):
    """Archives, former names, suggestions, imports of copies, tunings and vectors."""
    db.execute("insert into archives (url, error) values (?, ?)", [f"https://{name}.example", name])
    db.execute(
        "insert into former_names (kind, name, current_name) values ('tag', ?, ?)",
        [f"{name} before", name],
    )
    db.execute(
        "insert into matches (left_id, right_id, score, suggestion, reasons, differences, scorer) values (1, ?, 1, 'related', ?, ?, ?)",
        [claim, json.dumps([name]), json.dumps([name]), name],
    )
    db.execute("update matches set judgement = 'unsure' where right_id = ?", [claim])
    db.execute(
        "insert into copy_imports (file, actor, copy_change, copy_change_is, people) values (?, ?, 1, ?, ?)",
        [name, name, json.dumps([name]), json.dumps({name: name})],
    )
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


@pytest.fixture
def desk_with_secrets(reviewed_desk):
    plant_secrets(reviewed_desk)
    return reviewed_desk


def text_columns(conn):
    """Every text column of the desk's own tables."""
    for (table,) in conn.execute("select name from sqlite_master where type = 'table'").fetchall():
        if not LOOKUPS.fullmatch(table):
            for row in conn.execute(f"pragma table_info({table})"):
                if row[2].upper() == "TEXT":
                    yield table, row[1]


def test_every_private_column_has_a_secret(desk_with_secrets):
    """Otherwise the search below would prove nothing."""
    without_secret = [
        (table, column)
        for table, column in text_columns(desk_with_secrets.conn)
        if column not in PUBLIC_COLUMNS.get(table, "").split()
        and not desk_with_secrets.execute(
            f"select 1 from {table} where {column} like '%SECRET-%' or {column} in (?, ?)",
            [SECRET_DAY, SECRET_TIME],
        ).fetchone()
    ]
    assert without_secret == [], "plant a secret in each (`plant_...` above), or name it in PUBLIC_COLUMNS"


def test_no_secret_is_in_the_public_copy_the_site_or_the_text_for_an_article(
    desk_with_secrets, desk_path, tmp_path
):
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", base_url="https://desk.example/")
    files = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "claims.db"]
    files = [path for path in files if "claims.db" not in path.name]
    assert len(files) > 8
    contents = {path.name: path.read_bytes().lower() for path in files}
    [early] = desk_with_secrets.execute("select id from claims where text = 'Trams are late'").fetchone()
    assert not [name for name, content in contents.items() if b"trams are late" in content]
    for review in verdicts_for_articles(desk_path, [1, early], approved=True):
        texts = markdown.verdict(review, words(None)) + static_site.article(review, words(None))
        contents[f"text {review['id']}"] = texts.encode().lower()
    assert sum(name.startswith("text ") for name in contents) == 2
    assert [
        name
        for name, content in contents.items()
        if any(one.lower().encode() in content for one in ("SECRET-", SECRET_DAY, SECRET_TIME[:10]))
    ] == []


class Explaining(sqlite3.Connection):
    """Keeps the plan of each SELECT that fills a table of the public copy."""

    plans: ClassVar[list[str]] = []

    def execute(self, sql, *values):
        if select := re.search(r"(?:insert into \w+|create temp table \w+ as)\n(select .*)", sql, re.DOTALL):
            self.plans += [row[3] for row in super().execute(f"explain query plan {select[1]}")]
        return super().execute(sql, *values)


def test_no_review_of_a_public_copy_is_compared_with_all_others(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    """7,400 verdicts took eight seconds, six of them for this, and twice as many would have taken four times as long."""
    monkeypatch.setattr(
        publication,
        "_connect",
        lambda uri: sqlite3.connect(uri, uri=True, isolation_level=None, factory=Explaining),
    )
    publish(desk_path, tmp_path / "public.db")
    assert "SCAN ours" in Explaining.plans
    assert "SEARCH others USING INDEX reviews_claim (claim_id=?)" in Explaining.plans


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file has no such name")
def test_the_public_copy_may_have_a_name_that_is_not_utf8(reviewed_desk, desk_path, tmp_path):
    """It ended with a traceback, without the file of metadata."""
    publish(desk_path, tmp_path / os.fsdecode(b"caf\xe9.db"))
    described = tmp_path / os.fsdecode(b"caf\xe9.metadata.yml")
    assert list(yaml.safe_load(described.read_text(encoding="utf-8"))["databases"]) == ["caf\ufffd"]


def test_file_paths_on_a_reporters_computer_are_left_out_and_reported(reviewed_desk, desk_path, tmp_path):
    """The names of folders may reveal who works there, and on whom."""
    correction = reviewing.correct(reviewed_desk, 1, note="Another source.", actor="ada")
    for source in ("/home/ada/Gus Moor/call.mp3", "Phone call with the ministry"):
        linking.add_link(reviewed_desk, 1, source, actor="ada")
    linking.add_link(
        reviewed_desk, 1, "https://stats.example/moor", title="D:\\Gus Moor\\table.xlsx", actor="ada"
    )
    text, claimant = reviewed_desk.execute(
        "select text, claimant from claim_overview where id = 1"
    ).fetchone()
    new_claim = NewClaim(text, claimant, "~/Gus Moor/heard.mp3", "2020-02-05")
    add_claim(reviewed_desk, new_claim, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="ben")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-05-04", actor="ben")
    result = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert result.left_out == (
        "/home/ada/Gus Moor/call.mp3",
        "D:\\Gus Moor\\table.xlsx",
        "~/Gus Moor/heard.mp3",
    )
    files = [tmp_path / "public.db", *(tmp_path / "site").rglob("*.*")]
    assert [path for path in files if path.is_file() and b"Gus Moor" in path.read_bytes()] == []
    page = (tmp_path / "site/reviews/1.html").read_text()
    assert "Phone call with the ministry" in page
    assert "https://stats.example/moor</a>" in page
    assert "2020-02-05</time>: in a place without an address" in page


def test_the_public_copy_has_exactly_the_tables_and_columns_of_the_allow_list(
    reviewed_desk, desk_path, tmp_path
):
    publish(desk_path, tmp_path / "public.db")
    conn = sqlite3.connect(tmp_path / "public.db")
    tables = [row[0] for row in conn.execute("select name from sqlite_master where type = 'table'")]
    own_tables = {name for name in tables if not name.startswith(("sqlite_", "claims_fts"))}
    assert own_tables == set(ALLOWED_COLUMNS)
    for table, columns in ALLOWED_COLUMNS.items():
        assert [row[1] for row in conn.execute(f"pragma table_info({table})")] == columns.split()
    assert [
        row[0] for row in conn.execute("select name from sqlite_master where type in ('view', 'trigger')")
    ] == []
    conn.close()


def test_the_public_copy_contains_only_published_claims(reviewed_desk, desk_path, tmp_path):
    result = publish(desk_path, tmp_path / "public.db")
    assert result.rows | {"ratings": 0} == {
        "claims": 2, "reviews": 2, "appearances": 2, "evidence": 0, "corrections": 0, "interventions": 0, "topics": 0,
        "ratings": 0,
    }  # fmt: skip


def test_versions_of_an_article_are_one_appearance_in_the_public_copy(
    reviewed_desk, desk_path, tmp_path, file_claims
):
    """As in the ledger: the last version that contains the claim, whether or not that is the newest."""
    kept_claim, dropped_claim = "Rent doubled in ten years", "Nobody pays rent"
    for text in (
        f"{kept_claim}. {dropped_claim}.",
        f"{kept_claim}. {dropped_claim}. More.",
        f"Corrected. {kept_claim}.",
    ):
        extracted = [(claim, "Ada Miller", 0.9) for claim in (kept_claim, dropped_claim) if claim in text]
        file_claims(reviewed_desk, text, extracted, url="https://paper.example/rent")
    publish(desk_path, tmp_path / "public.db")
    conn = sqlite3.connect(tmp_path / "public.db")
    quotes = conn.execute("select claim_id, quote from appearances where quote is not null").fetchall()
    assert sorted(quotes) == [(1, kept_claim), (2, dropped_claim)]
    assert conn.execute("select appearances from claims").fetchall() == [(2,), (2,)]
    conn.close()
    counts = reviewed_desk.execute("select appearances from claim_overview where id < 3").fetchall()
    assert counts == [(2,), (2,)]


def test_a_source_without_an_address_is_published_in_words(reviewed_desk, desk_path, tmp_path):
    text, claimant = reviewed_desk.execute(
        "select text, claimant from claim_overview where id = 1"
    ).fetchone()
    for new_claim in (
        NewClaim(text, claimant, "Radio Lenn <8:10>", "2020-02-05"),
        NewClaim(text, claimant, claimed_on="2020-02-09"),  # without a source
    ):
        add_claim(reviewed_desk, new_claim, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    page = (tmp_path / "site/reviews/1.html").read_text()
    assert "2020-02-05</time>: Radio Lenn &lt;8:10&gt;" in page
    assert "2020-02-09</time>: in a place without an address" in page


def test_published_appearances_include_those_of_claims_judged_the_same(reviewed_desk, desk_path, tmp_path):
    """As on the desk: each of two published claims has the appearances of both."""
    judge(reviewed_desk, 1, 2, Judgement.SAME, actor="ada")
    judge(reviewed_desk, 1, 3, Judgement.SAME, actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    conn = sqlite3.connect(tmp_path / "public.db")
    published = conn.execute("select claim_id, count(*) from appearances group by claim_id").fetchall()
    assert published == conn.execute("select id, appearances from claims").fetchall() == [(1, 3), (2, 3)]
    conn.close()
    counts = reviewed_desk.execute("select id, appearances from claim_overview where id < 3").fetchall()
    assert counts == published
    assert "https://news.example/3" in (tmp_path / "site/reviews/1.html").read_text()


def test_the_page_of_a_withdrawn_review_says_so_and_it_is_listed_in_the_corrections(
    reviewed_desk, desk_path, tmp_path
):
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert "Verdict 1" in (tmp_path / "site/reviews/1.html").read_text()
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    result = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (result.rows["reviews"], result.rows["corrections"]) == (1, 1)
    page = (tmp_path / "site/reviews/1.html").read_text()
    assert [one in page for one in ("The source retracted.", "Verdict 1", "Half true")] == [
        True,
        False,
        False,
    ]
    assert "The source retracted." in (tmp_path / "site/corrections.html").read_text()
    feed = (tmp_path / "site/corrections.atom").read_text()
    assert ("The source retracted." in feed, "#correction-1<" in feed) == (True, True)


@pytest.mark.parametrize(
    "prepare",
    [
        lambda path, desk_path: path.write_text("notes"),
        # Above all, never a desk.
        lambda path, desk_path: path.write_bytes(desk_path.read_bytes()),
    ],
)
def test_publishing_does_not_replace_other_files(reviewed_desk, desk_path, tmp_path, prepare):
    reviewed_desk.execute("pragma wal_checkpoint(truncate)")
    prepare(tmp_path / "public.db", Path(desk_path))
    before = (tmp_path / "public.db").read_bytes()
    with pytest.raises(Refused, match="exists and is not a public copy: give another file, or move it away"):
        publish(desk_path, tmp_path / "public.db")
    assert (tmp_path / "public.db").read_bytes() == before


def test_publishing_takes_a_new_repository_as_an_empty_folder(reviewed_desk, desk_path, tmp_path):
    kept = {".git/HEAD": "ref: refs/heads/main", "CNAME": "desk.example", "README.md": "# Checks"}
    (tmp_path / "site/.git").mkdir(parents=True)
    for name, text in kept.items():
        (tmp_path / "site" / name).write_text(text)
    assert publish(desk_path, tmp_path / "public.db", site=tmp_path / "site").pages
    assert {name: (tmp_path / "site" / name).read_text() for name in kept} == kept


def test_publishing_replaces_an_empty_folder_and_no_other(reviewed_desk, desk_path, tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("mine")
    with pytest.raises(Refused, match="exists and is not a site made by"):
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert not (tmp_path / "public.db").exists()
    (tmp_path / "site/index.html").unlink()
    assert publish(desk_path, tmp_path / "public.db", site=tmp_path / "site").pages


def test_publishing_keeps_other_files_in_the_folder_of_the_site(reviewed_desk, desk_path, tmp_path):
    """The page of a held review is removed, and so is the list of its rating; the site's own files are rewritten."""
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    other_files = {"CNAME": "desk.example", ".git/HEAD": "ref: refs/heads/main", "reviews/notes.txt": "mine"}
    other_files["find/notes.txt"] = "mine, too"
    other_files["archive/404.html"] = "the page of another site within this one"
    for name, text in other_files.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text)
    (site / "latest").symlink_to("reviews/2.html")
    (site / "index.html").write_text("edited")
    assert (site / "find/rating-half-true.html").exists()
    reviewed_desk.execute("update reviews set held_on = '2024-05-03' where id = 1")
    publish(desk_path, tmp_path / "public.db", site=site)
    assert {name: (site / name).read_text() for name in other_files} == other_files
    assert (site / "latest").readlink() == Path("reviews/2.html")
    assert {path.name for path in (site / "reviews").iterdir()} == {"2.html", "notes.txt"}
    assert not (site / "find/rating-half-true.html").exists()
    assert "edited" not in (site / "index.html").read_text()


def test_the_404_page_needs_a_base_url_and_never_replaces_ones_own(reviewed_desk, desk_path, tmp_path):
    """Its links need the address of the site, so none is written without."""
    site, site_url = tmp_path / "site", "https://desk.example/checks"
    not_found = site / "404.html"
    for base_url, exists in (
        (site_url, True),
        (site_url, True),
        (None, False),
        (None, False),
        (site_url, True),
    ):
        publish(desk_path, tmp_path / "public.db", site=site, base_url=base_url)
        assert (not_found.exists() and site_url in not_found.read_text()) == exists
    not_found.write_bytes(not_found.read_bytes().replace(b"\n", b"\r\n"))  # as Git checks it out on Windows
    publish(desk_path, tmp_path / "public.db", site=site)
    assert not not_found.exists()
    not_found.write_text("Lost? Ring the desk.")
    for base_url in (None, site_url, site_url, None):
        publish(desk_path, tmp_path / "public.db", site=site, base_url=base_url)
        assert not_found.read_text() == "Lost? Ring the desk."
    not_found.rename(site / "lost.html")
    not_found.symlink_to("lost.html")
    publish(desk_path, tmp_path / "public.db", site=site, base_url=site_url)
    assert not_found.readlink() == Path("lost.html")


def test_publishing_into_a_folder_that_contains_the_desk_is_refused(reviewed_desk, desk_path, tmp_path):
    """The desk must not be published, nor copied with other files while colleagues write to it."""
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    desk = tmp_path / "site/data/claims.db"
    desk.parent.mkdir()
    desk_path.replace(desk)
    with pytest.raises(Refused, match="site contains the desk"):
        publish(desk, tmp_path / "public.db", site=tmp_path / "site")
    assert desk.exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
def test_a_site_is_unchanged_if_other_files_in_its_folder_cannot_be_kept(reviewed_desk, desk_path, tmp_path):
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    os.mkfifo(site / "pipe")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(ClaimtrackError, match=r"could not keep .*site/pipe, .* Move it out of .*/site and"):
        publish(desk_path, tmp_path / "public.db", site=site)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can change owners")
def test_publishing_keeps_the_owner_group_and_permissions_of_the_site(reviewed_desk, desk_path, tmp_path):
    """What a link in it leads to stays its owner's."""
    site, elsewhere = tmp_path / "site", tmp_path / "key.txt"
    link = site / "key"
    site.mkdir(mode=0o750)
    os.chown(site, 4711, 4712)
    elsewhere.touch()
    for _ in range(2):
        publish(desk_path, tmp_path / "public.db", site=site)
        owners = {(path.lstat().st_uid, path.lstat().st_gid) for path in (site, *site.rglob("*"))}
        assert owners == {(4711, 4712)}
        assert stat.S_IMODE(site.stat().st_mode) == 0o750
        if not link.is_symlink():
            link.symlink_to(elsewhere)
    assert (elsewhere.stat().st_uid, elsewhere.stat().st_gid) != (4711, 4712)


@pytest.mark.skipif(not hasattr(os, "chown"), reason="Windows has no file groups")
def test_a_site_can_be_rewritten_on_a_drive_without_file_groups(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    def fail(*_, **__):
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "chown", fail)
    for _ in range(2):
        publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_publishing_fails_while_another_publish_is_swapping_the_site(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    """Its place is empty for a moment: a site put there would lack others' files, which the other publish would then delete."""
    site = tmp_path / "site"
    publish(desk_path, tmp_path / "public.db", site=site)
    (site / "CNAME").write_text("desk.example")
    write = static_site.write

    def write_after_move(content, folder):
        site.rename(tmp_path / "aside")
        return write(content, folder)

    monkeypatch.setattr(static_site, "write", write_after_move)
    with pytest.raises(ClaimtrackError, match=r"could not write .* you must be able to write in"):
        publish(desk_path, tmp_path / "public.db", site=site)
    assert not site.exists()


@pytest.mark.parametrize(
    ("error", "expected"),
    [(PermissionError(13, "Permission denied"), ClaimtrackError), (KeyboardInterrupt(), KeyboardInterrupt)],
    ids=["file open in another program", "interrupt"],
)
def test_a_site_that_cannot_be_swapped_in_leaves_the_old_one_unchanged_or_none(
    reviewed_desk, desk_path, tmp_path, monkeypatch, error, expected
):
    home = tmp_path / "home"
    home.mkdir()
    publish(desk_path, tmp_path / "public.db", site=home / "site")
    before = {path: path.read_bytes() for path in (home / "site").rglob("*.*")}
    rename = Path.rename

    def rename_or_fail(path, target):
        if path.name == "new":
            raise error
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", rename_or_fail)
    with pytest.raises(expected):
        publish(desk_path, tmp_path / "public.db", site=home / "site")
    with pytest.raises(expected):
        publish(desk_path, tmp_path / "public.db", site=home / "another")
    assert {path: path.read_bytes() for path in home.rglob("*.*")} == before


def test_publishing_a_desk_without_a_name_names_the_remedy(desk, desk_path, tmp_path):
    with pytest.raises(InvalidValue, match="init --name"):
        publish(desk_path, tmp_path / "public.db")


# Gets all pages in one process: starting it takes as long as all of them.
GET_PAGES = """
import json, sys
from click.testing import CliRunner
from datasette.cli import cli
options, *pages = json.load(sys.stdin)
print(json.dumps([CliRunner(catch_exceptions=False).invoke(cli, [*options, "--get", page]).output for page in pages]))
"""


def test_plain_datasette_serves_the_public_copy_with_its_metadata(reviewed_desk, desk_path, tmp_path):
    result = publish(desk_path, tmp_path / "public.db")
    tables = yaml.safe_load(result.metadata.read_text())["databases"]["public"]["tables"]
    columns_described = {
        name: set(table["columns"]) for name, table in tables.items() if not table.get("hidden")
    }
    assert columns_described == {name: set(columns.split()) for name, columns in ALLOWED_COLUMNS.items()}
    options = ["serve", "-i", str(tmp_path / "public.db"), "-m", str(result.metadata)]
    expected_texts = {
        "/public/claims.json?_shape=array": "Rent doubled in ten years",
        "/public/claims?_search=rent": "Claims we checked",
        "/public/claims?_facet=rating": "Half true",
    }
    output = subprocess.run(
        [sys.executable, "-c", GET_PAGES],
        input=json.dumps([options, *expected_texts]), env=os.environ | {"DATASETTE_LOAD_PLUGINS": ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert output.returncode == 0, output.stderr
    bodies = json.loads(output.stdout)
    assert [text in body for text, body in zip(expected_texts.values(), bodies, strict=True)] == [True] * 3, (
        bodies
    )


# ── the site ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def site(reviewed_desk, desk_path, tmp_path):
    correction = reviewing.correct(reviewed_desk, 2, note="Its words were wrong.", actor="ben")
    facts = {"claimant": "Ada Miller", "claimed_on": "2024-04-22"}
    editing.edit_claim(reviewed_desk, 2, text='<script>alert(1)</script> & "rent"', **facts, actor="ada")
    reviewing.submit(reviewed_desk, correction, actor="ada")
    reviewing.approve(reviewed_desk, correction, actor="cid")
    reviewing.publish(reviewed_desk, correction, reviewed_on="2024-05-03", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site", base_url="https://desk.example/checks")
    return tmp_path / "site"


def test_each_review_has_a_page_with_valid_claimreview(site):
    for number in (1, 2):
        with (site / f"reviews/{number}.html").open("rb") as page:
            [record] = records(page, "page")
        assert record.document["url"] == f"https://desk.example/{number}"
        assert [finding for finding in validate(record.document) if finding.is_error] == []


def test_extruct_reads_the_claimreview_of_a_page(site):
    extruct = pytest.importorskip("extruct")
    documents = extruct.extract((site / "reviews/2.html").read_text(), syntaxes=["json-ld"])["json-ld"]
    assert [document["claimReviewed"] for document in documents] == ['<script>alert(1)</script> & "rent"']


def test_html_in_a_claim_is_escaped_on_every_page(site):
    pages = [path.read_text() for path in site.rglob("*.html")]
    assert len(pages) == 10
    assert [page for page in pages if "<script>alert" in page] == []


def test_feeds_and_sitemap_link_to_the_reviews(site):
    namespace = "{http://www.w3.org/2005/Atom}"
    feed = ElementTree.parse(site / "feed.atom").getroot()
    links = [entry.find(f"{namespace}link").get("href") for entry in feed.findall(f"{namespace}entry")]
    json_feed = json.loads((site / "feed.json").read_text())
    items = json_feed["items"]
    assert (json_feed["home_page_url"], json_feed["feed_url"]) == (
        "https://desk.example/checks/",
        "https://desk.example/checks/feed.json",
    )
    links_by_rel = {link.get("rel"): link.get("href") for link in feed.findall(f"{namespace}link")}
    assert links_by_rel == {
        "self": "https://desk.example/checks/feed.atom",
        "alternate": "https://desk.example/checks/",
    }
    sitemap = (site / "sitemap.xml").read_text()
    assert links == [item["url"] for item in items] == ["https://desk.example/2", "https://desk.example/1"]
    assert feed.find(f"{namespace}updated").text.startswith("2024-05-03T00:00:00")
    assert items[0]["content_text"].startswith('“<script>alert(1)</script> & "rent"”: ')
    for url in [*links, "https://desk.example/checks/corrections.html"]:
        assert f"<loc>{url}</loc>" in sitemap


def test_feeds_have_the_newest_reviews_and_index_and_sitemap_have_all(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    monkeypatch.setattr("claimtrack.export.site_feeds._IN_FEED", 1)
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "short")
    contents = {path.name: path.read_text() for path in (tmp_path / "short").iterdir() if path.is_file()}
    assert contents["feed.atom"].count("<entry>") == len(json.loads(contents["feed.json"])["items"]) == 1
    assert "https://desk.example/2" in contents["feed.atom"]
    assert contents["index.html"].count('class="rating"') == contents["sitemap.xml"].count("<loc>") == 2


def test_of_many_reviews_the_index_has_the_newest_and_each_year_has_a_page(
    reviewed_desk, desk_path, tmp_path, monkeypatch
):
    site, home = tmp_path / "site", "https://desk.example/checks/"
    with monkeypatch.context() as patch:
        patch.setattr("claimtrack.export.site._ON_INDEX", 1)
        publish(desk_path, tmp_path / "public.db", site=site, base_url=home)
    index, year = ((site / name).read_text() for name in ("index.html", "years/2024.html"))
    assert (index.count('class="rating"'), year.count('class="rating"')) == (1, 2)
    assert '<a href="years/2024.html"><bdi>2024</bdi></a>\n' in index
    assert '<a href="../years/2024.html" aria-current="page"><bdi>2024</bdi></a>' in year
    assert ('<a href="../reviews/1.html">' in year, "<h1>Fact checks: 2024</h1>" in year) == (True, True)
    assert f"<loc>{home}years/2024.html</loc>" in (site / "sitemap.xml").read_text()
    publish(desk_path, tmp_path / "public.db", site=site)
    assert ([*(site / "years").iterdir()], "years/" in (site / "index.html").read_text()) == ([], False)


def test_a_name_is_isolated_from_the_direction_of_the_following_date(site):
    page = (site / "reviews/2.html").read_text()
    assert '<p><bdi>Ada Miller</bdi> (<time datetime="2024-04-22">' in page
    # In the list, the claim sets the direction of its line, which a bdi would prevent.
    assert '<p dir="auto"><bdi>Ada Miller</bdi>: “' in (site / "index.html").read_text()


def test_arabic_ratings_and_publishers_do_not_reverse_dates_or_arrows(reviewed_desk, desk_path, tmp_path):
    """After Arabic letters, "2024-05-06" is displayed as 06-05-2024, and "wrong → right" as "right → wrong", unless isolated."""
    with write_transaction(reviewed_desk, "ada"):
        reviewed_desk.execute("update publishers set name = 'مكتب التحقق' where id = 1")
    reviewing.withdraw(reviewed_desk, 1, note="The source retracted.", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert "<bdi>مكتب التحقق</bdi>, <time" in (tmp_path / "site/reviews/2.html").read_text()
    assert "withdrawn: “<bdi>" in (tmp_path / "site/corrections.html").read_text()


def test_every_internal_link_of_the_site_exists(site):
    for page in site.rglob("*.html"):
        for link in re.findall(r'href="([^"#:]+)"', page.read_text()):
            assert (page.parent / link).exists(), (page.name, link)
    assert re.findall('href="(find/.*?)"', (site / "index.html").read_text()) == ["find/index.html"]


def test_corrections_are_published_on_the_page_of_the_original_verdict(reviewed_desk, desk_path, tmp_path):
    """However many there are, readers' links stay valid. Version 0.1 gave each correction its own page."""
    last_id = 1
    for number in range(2):
        last_id = reviewing.correct(reviewed_desk, last_id, note=f"Mended {number}.", actor="ada")
        reviewing.submit(reviewed_desk, last_id, actor="ada")
        reviewing.approve(reviewed_desk, last_id, actor="ben")
        reviewing.publish(reviewed_desk, last_id, reviewed_on="2024-06-01", actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    pages = {path.name: path.read_text() for path in (tmp_path / "site/reviews").iterdir()}
    assert set(pages) == {"1.html", "2.html", "4.html", "5.html"}
    assert "Mended 1." in pages["1.html"]
    for earlier in ("4.html", "5.html"):
        assert 'content="0; url=1.html"' in pages[earlier]
    for overview in ("index.html", "corrections.html"):
        assert 'href="reviews/1.html"' in (tmp_path / "site" / overview).read_text()
    reviewing.withdraw(reviewed_desk, last_id, note="All of it was wrong.", actor="ada")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    pages = {path.name: path.read_text() for path in (tmp_path / "site/reviews").iterdir()}
    assert set(pages) == {"1.html", "2.html", "4.html", "5.html"}
    assert ("All of it was wrong." in pages["1.html"], "Mended" in pages["1.html"]) == (True, False)
    assert 'content="0; url=1.html"' in pages["5.html"]
    assert 'href="reviews/1.html"' in (tmp_path / "site/corrections.html").read_text()


def test_each_language_version_has_the_claim_as_it_was_signed(reviewed_desk, desk_path, tmp_path):
    """Only one is corrected: readers of the other keep what two people signed, and `doctor` finds nothing wrong."""

    def approve_and_publish(review_id, day):
        reviewing.submit(reviewed_desk, review_id, actor="ada")
        reviewing.approve(reviewed_desk, review_id, actor="ben")
        url = f"https://desk.example/{review_id}"
        reviewing.publish(reviewed_desk, review_id, url=url, reviewed_on=day, actor="ada")

    reviewing.revise(reviewed_desk, 3, language="en", actor="ada")
    approve_and_publish(3, "2024-05-03")
    german = reviewing.draft(reviewed_desk, 3, rating="Half true", language="de", actor="ada")
    approve_and_publish(german, "2024-05-04")
    correction = reviewing.correct(reviewed_desk, 3, note="It was a half.", actor="ada")
    facts = {"claimant": "Ada Miller", "claimed_on": "2024-04-22"}
    editing.edit_claim(reviewed_desk, 3, text="A half", **facts, actor="ada")
    approve_and_publish(correction, "2024-06-01")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    blockquote = '<blockquote dir="auto">{}</blockquote>'
    assert blockquote.format("A third") in (tmp_path / f"site/reviews/{german}.html").read_text()
    assert blockquote.format("A half") in (tmp_path / "site/reviews/3.html").read_text()
    with contextlib.closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        assert conn.execute("select text from claims where id = 3").fetchall() == [("A half",)]
    assert [finding for finding in examine(reviewed_desk) if not finding.ok] == []


def test_a_feed_replaces_characters_that_xml_forbids():
    text = atom(Feed("t", "id", "desk"), [Entry("1", None, "a\x01b\ud800c", "<&>", "2024-05-03")])
    assert "a\ufffdb\ufffdc" in text
    ElementTree.fromstring(text.encode())


def test_the_publish_command_reports_what_it_wrote(reviewed_desk, desk_path, tmp_path):
    out = str(tmp_path / "public.db")
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "publish", out, "--site", str(tmp_path / "site")]
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 claims, 2 reviews" in result.stderr
    assert "2 review pages" in result.stderr


def test_addresses_on_the_local_network_are_left_out_and_reported(reviewed_desk, desk_path, tmp_path):
    link, source, verdict_url = (f"http://wiki.local/{name}" for name in ("link", "place", "verdict"))
    new_claim = NewClaim("Rent doubled in ten years", "Ada Miller", source, "2024-04-29")
    add_claim(reviewed_desk, new_claim, on_duplicate=OnDuplicate.ATTACH, actor="ada")
    linking.add_link(reviewed_desk, 3, link, actor="ada")
    linking.add_link(
        reviewed_desk, 3, "https://stats.example/3", archived_url="http://10.0.0.7/3", actor="ada"
    )
    reviewing.submit(reviewed_desk, 3, actor="ada")
    reviewing.approve(reviewed_desk, 3, actor="ben")
    reviewing.publish(reviewed_desk, 3, url=verdict_url, reviewed_on="2024-05-01", actor="ben")
    result = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert (result.left_out, result.unreached) == (("http://10.0.0.7/3", link, source), (verdict_url,))
    conn = sqlite3.connect(tmp_path / "public.db")
    links = conn.execute("select url, archived_url from evidence where claim_id = 3").fetchall()
    places = conn.execute("select url from appearances where claim_id = 1 order by id").fetchall()
    conn.close()
    assert links == [("https://stats.example/3", None)]
    assert places == [("https://news.example/1",), (None,)]
    pages = " ".join(page.read_text() for page in (tmp_path / "site").rglob("*.html"))
    assert "stats.example" in pages
    assert not any(url in pages for url in result.left_out)


def test_readers_are_not_told_which_colleague_got_or_shared_a_page(reviewed_desk, desk_path, tmp_path):
    """Newsletters and networks put the number of a subscriber or an account into an address."""
    names = ("mc_eid=", "fbclid=", "igsh=")
    new_claim = NewClaim("Rent doubled", "Ada Miller", "https://news.example/3?id=7&mc_eid=9f", "2024-04-29")
    claim_id = add_claim(reviewed_desk, new_claim, on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
    of_its_own, of_the_page = (
        "https://archive.example/xYz",
        "https://archive.example/2/https://stats.example/4?gclid=7",
    )
    for source, copy in (
        ("https://stats.example/3?fbclid=IwAR0#t", f"{of_its_own}?mc_eid=9f"),
        ("https://stats.example/4", of_the_page),
    ):
        linking.add_link(reviewed_desk, claim_id, source, archived_url=copy, actor="ada")
    reviewed_desk.execute(
        "update claimants set url = 'https://ada.example/me?fbclid=IwAR1' where name = 'Ada Miller'"
    )
    review_id = reviewing.draft(reviewed_desk, claim_id, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, review_id, actor="ada")
    reviewing.approve(reviewed_desk, review_id, actor="ben")
    url = "https://desk.example/3"
    reviewing.publish(reviewed_desk, review_id, url=url, reviewed_on="2024-05-01", actor="ben")
    reviewed_desk.execute("update articles set withdrawn_on = '2024-05-02' where url like '%/3?id=7%'")
    reviewed_desk.execute(
        "insert into interventions (claim_id, asked, request, asked_on, url) values (?, 'Ada', 'Why', '2024-05-01', 'https://ada.example/?igsh=b')",
        [claim_id],
    )
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    with contextlib.closing(sqlite3.connect(tmp_path / "public.db")) as conn:
        dump = "\n".join(conn.iterdump())
    page = (tmp_path / f"site/reviews/{review_id}.html").read_text()
    for content in (dump, page):
        assert not [name for name in names if name in content]
        assert "https://news.example/3?id=7" in content
        assert "https://stats.example/3#t" in content
        assert "https://ada.example/me" in content
        assert of_its_own in content
        assert of_the_page in content
    assert '"creativeWorkStatus": "Withdrawn"' in page


@pytest.mark.parametrize(
    ("url", "own_page", "is_reported", "reason"),
    [
        ("https://desk.example/checks/reviews/{}.html", None, False, "the page of the review"),
        ("https://desk.example/checks/reviews/{}", None, False, "hosts omit the extension"),
        ("https://desk.example/checks/reviews/{}.html?utm=1#top", None, False, "the same page"),
        ("https://desk.example/checks/", None, False, "the index"),
        ("https://desk.example/checks/reviews/99.html", None, True, "a mistyped number"),
        ("https://desk.example/checks/rent/", None, True, "not part of the site"),
        (f"https://desk.example/checks/{'rent-' * 60}", None, True, "an impossible file name"),
        ("https://desk.example/checks/rent/", "rent/index.html", False, "a page added by hand"),
        ("https://desk.example/2024/rent", None, False, "a page outside the site"),
        ("https://news.example/checks/rent", None, False, "another site"),
    ],
)
def test_a_verdict_whose_address_on_the_site_has_no_page_is_reported(
    reviewed_desk, desk_path, tmp_path, url, own_page, is_reported, reason
):
    site, base = tmp_path / "site", "https://desk.example/checks/"
    review_id = reviewing.draft(reviewed_desk, 3, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, review_id, actor="ada")
    reviewing.approve(reviewed_desk, review_id, actor="ben")
    url = url.format(review_id)
    reviewing.publish(reviewed_desk, review_id, url=url, reviewed_on="2024-05-01", actor="ben")
    if own_page:
        publish(desk_path, tmp_path / "public.db", site=site)
        (site / own_page).parent.mkdir()
        (site / own_page).write_text("Ours.")
    result = publish(desk_path, tmp_path / "public.db", site=site, base_url=base)
    assert (url in result.pageless) is is_reported, reason
    out, site_options = str(tmp_path / "public.db"), ["--site", str(site), "--base-url", base]
    output = CliRunner().invoke(cli, ["--db", str(desk_path), "publish", out, *site_options]).stderr
    assert ("To change the address: `claimtrack --db" in output) is bool(result.pageless)
    if is_reported:  # no site, no page
        assert publish(desk_path, tmp_path / "public.db", base_url=base).pageless == ()


def test_places_filed_after_the_signature_are_named_once(reviewed_desk, desk_path, tmp_path):
    def published():
        run = ["--db", str(desk_path), "publish", str(tmp_path / "public.db"), "--format", "json"]
        done = CliRunner().invoke(cli, run)
        [row] = json.loads(done.stdout)
        return row["new_places"], done.stderr

    assert published()[0] == []
    [text] = reviewed_desk.execute("select text from claims where id = 1").fetchone()
    for source in ("Radio 4, Today", "https://news.example/again"):
        again = NewClaim(text, source=source, claimed_on="2024-09-01")
        assert add_claim(reviewed_desk, again, on_duplicate=OnDuplicate.ATTACH, actor="cid").claim_id == 1
    places, told = published()
    assert [one["place"] for one in places] == ["Radio 4, Today", "https://news.example/again"]
    named = "Radio 4, Today (claim 1), https://news.example/again (claim 1). To take one away, an editor"
    assert f"New for readers, filed after the verdict was signed: {named}" in told
    places, told = published()
    assert (places, "New for readers" in told) == ([], False)
    with contextlib.closing(sqlite3.connect(tmp_path / "public.db")) as copy:
        copy.execute("drop table appearances")
    assert len(published()[0]) == 2  # a damaged copy says nothing of what readers had


def test_words_with_an_address_or_path_inside_are_left_out_and_reported(reviewed_desk, desk_path, tmp_path):
    """The desk's own minutes have the name of a source in their address."""
    inside = (
        "Minutes, http://wiki.local/gus-moor",
        "p. 2, /home/ada/gus-moor.pdf",
        "Letter: http://10.0.0.7/gus-moor",
    )
    claim_id = add_claim(reviewed_desk, NewClaim("Wages fell by a tenth", "Ada Miller"), actor="ada").claim_id
    linking.add_link(reviewed_desk, claim_id, inside[0], actor="ada")
    linking.add_link(reviewed_desk, claim_id, "https://stats.example/9", quote=inside[1], actor="ada")
    for request in (inside[2], "Why a tenth?"):
        reviewed_desk.execute(
            "insert into interventions (claim_id, asked, request, asked_on) values (?, 'Ada', ?, '2024-05-01')",
            [claim_id, request],
        )
    review_id = reviewing.draft(reviewed_desk, claim_id, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, review_id, actor="ada")
    reviewing.approve(reviewed_desk, review_id, actor="ben")
    url = "https://desk.example/9"
    reviewing.publish(reviewed_desk, review_id, url=url, reviewed_on="2024-05-01", actor="ben")
    result = publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert result.left_out == tuple(sorted(inside))
    files = [tmp_path / "public.db", tmp_path / f"site/reviews/{review_id}.html"]
    assert [b"gus-moor" in file.read_bytes() for file in files] == [False, False]
    assert [b"Why a tenth?" in file.read_bytes() for file in files] == [True, True]


def test_no_first_appearance_is_named_if_an_earlier_one_is_left_out(reviewed_desk, desk_path, tmp_path):
    for place, day in (("http://wiki.local/9", "2024-04-01"), ("https://news.example/9", "2024-04-02")):
        new_claim = NewClaim("The fund lost nine million crowns in 2023", None, place, day)
        claim_id = add_claim(reviewed_desk, new_claim, on_duplicate=OnDuplicate.ATTACH, actor="ada").claim_id
    review_id = reviewing.draft(reviewed_desk, claim_id, rating="False", actor="ada")
    reviewing.submit(reviewed_desk, review_id, actor="ada")
    reviewing.approve(reviewed_desk, review_id, actor="ben")
    reviewing.publish(
        reviewed_desk, review_id, url="https://desk.example/9", reviewed_on="2024-05-01", actor="ben"
    )
    page = tmp_path / f"site/reviews/{review_id}.html"
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert [
        name for name in ("wiki.local", "firstAppearance", '"appearance"') if name in page.read_text()
    ] == ['"appearance"']
    reviewing.mend_address(reviewed_desk, review_id, "http://wiki.local/9", actor="ben")
    publish(desk_path, tmp_path / "public.db", site=tmp_path / "site")
    assert "ClaimReview" not in page.read_text()


@pytest.mark.parametrize(
    "address", ["https://desk.example/checks/?page=1", "https://desk.example/checks/#all"]
)
def test_a_base_url_with_a_query_or_fragment_is_refused_before_anything_is_written(
    desk, desk_path, tmp_path, address
):
    with pytest.raises(
        InvalidValue, match=r"give that of the site's folder, such as https://desk\.example/checks/$"
    ):
        publish(desk_path, tmp_path / "out.db", site=tmp_path / "site", base_url=address)
    assert not (tmp_path / "out.db").exists()
