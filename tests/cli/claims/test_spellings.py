"""Capitals make no other name, and a name in the wrong ones is put right where somebody spells it."""

import sqlite3

import pytest

SHOUTED = "CONOR DALY"
ORDINARY = "Conor Daly"
SHEET = "id,claimant\n1,Conor Daly\n"


@pytest.fixture
def filed(done):
    """Two claims of a name that was first met in capitals."""
    for number in (40, 50):
        done(
            "add",
            f"We built {number} homes in Elland last May",
            "--claimant",
            SHOUTED,
            "--status",
            "proposed",
        )


@pytest.fixture
def names(read):
    """The names on the desk."""
    return lambda: [row["name"] for row in read("speaker", "list")]


@pytest.fixture
def imported(done, tmp_path):
    """Imports a sheet, and what it says."""

    def imported(sheet, run=done):
        (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
        return run("import", "csv", tmp_path / "sheet.csv", "--yes")

    return imported


@pytest.fixture
def ingested(done, tmp_path):
    """Reads an article."""

    def ingested(text):
        (tmp_path / "article.txt").write_text(text, encoding="utf-8")
        return done("ingest", tmp_path / "article.txt")

    return ingested


def test_a_sheet_spells_the_name_of_all_its_claims_and_says_so_once(filed, imported, names, read, done):
    told = imported(SHEET)
    assert f"claim 1, claimant: “{SHOUTED}” → “{ORDINARY}”" in told.stdout
    assert f"line 2: {SHOUTED} will be spelt {ORDINARY} on all" in told.stderr
    assert names() == [ORDINARY]
    assert [row["claimant"] for row in read("list")] == [ORDINARY] * 2
    assert f"name: {SHOUTED} → {ORDINARY}" in done("history", "1").stdout
    assert "1 row unchanged" in imported(SHEET).stderr


def test_every_row_of_a_sheet_may_have_the_new_spelling_but_not_two(filed, imported, names, run):
    refused = imported(SHEET + "2,Conor DALY\n", run)
    assert (refused.exit_code, names()) == (1, [SHOUTED])
    assert "line 3: spells 'Conor DALY' what line 2 spells 'Conor Daly'" in refused.stderr
    imported(SHEET + "2,Conor Daly\n")
    assert names() == [ORDINARY]


def test_a_sheet_exported_before_is_no_change_back(filed, imported, names, done):
    exported = done("export", "csv").stdout
    done("speaker", "spell", ORDINARY)
    assert "2 rows unchanged" in imported(exported).stderr
    assert names() == [ORDINARY]


def test_an_edit_in_triage_spells_the_name_of_all_its_claims(filed, done, names, read):
    done("triage", "--limit", "1", stdin="e\n\nConor Daly\nq\n")
    assert names() == [ORDINARY]
    assert len(read("list", "--claimant", SHOUTED)) == 2


def test_undo_in_a_sitting_spells_it_as_before(filed, done, names):
    done("add", "A third claim waits for somebody", "--status", "proposed")
    done("triage", stdin="e\n\nConor Daly\nu\nq\n")
    assert names() == [SHOUTED]


def test_join_names_the_command_that_spells_it(filed, run, names):
    refused = run("speaker", "join", ORDINARY, SHOUTED)
    assert refused.exit_code == 1
    assert "to spell it 'Conor Daly': `claimtrack speaker spell 'Conor Daly'`" in refused.stderr
    assert "is now spelt Conor Daly, with 2 claims" in run("speaker", "spell", ORDINARY).stderr
    assert run("speaker", "spell", ORDINARY).stderr == "Conor Daly is already spelt this way\n"
    assert names() == [ORDINARY]


def test_a_name_that_a_speaker_was_just_given_is_spelt_on_the_claims_of_before(filed, run, done):
    done("speaker", "rename", SHOUTED, "Conor Mcdaly")
    assert "Conor McDaly, with 2 claims" in run("speaker", "spell", "Conor McDaly").stderr


def test_only_the_capitals_of_a_name_are_changed(done, run, ingested, names):
    ingested("Line 9 carried 4 million riders in 2023, the operator said on Monday.")
    for name, told in (("the operator", "only 'operator'"), ("oprator", "similar names: 'operator'")):
        assert told in run("speaker", "spell", name).stderr
    assert names() == ["operator"]


@pytest.mark.parametrize(
    "article",
    [
        "Rents fell by 6 per cent in 2022, Conor Daly said on Monday.",
        "The committee met.\n\nCONOR DALY: Rents fell by 6 per cent in 2022.\n\nADA MOOR: They rose by 4 per cent.\n\nDALY: No.\n\nMOOR: Yes.",
    ],
    ids=["named in an article", "a label of a transcript"],
)
def test_a_name_met_in_capitals_takes_the_spelling_of_a_later_article(filed, ingested, names, article):
    ingested(article)
    assert ORDINARY in names()
    assert SHOUTED not in names()


def test_a_later_article_in_capitals_changes_nothing(done, ingested, names):
    done("add", "We built 40 homes in Elland last May", "--claimant", "Conor McDaly")
    ingested(
        "The committee met.\n\nCONOR MCDALY: Rents fell by 6 per cent.\n\nADA MOOR: They rose by 4 per cent.\n\nMCDALY: No.\n\nMOOR: Yes."
    )
    assert "Conor McDaly" in names()
    assert len(names()) == 2


# A name as it was filed first, as it comes again, and which stays.
AGAIN = [
    ("BBC", "Bbc", "BBC"),
    ("BBC NEWS", "BBC News", "BBC News"),
    ("CONOR DALY", "conor daly", "CONOR DALY"),
    ("Conor Daly", "CONOR DALY", "Conor Daly"),
    ("conor daly", "Conor Daly", "conor daly"),
    ("URSULA VON DER LEYEN", "Ursula von der Leyen", "Ursula von der Leyen"),
]


@pytest.mark.parametrize(("first", "again", "kept"), AGAIN)
def test_only_capitals_that_are_no_part_of_the_name_go_by_themselves(done, names, first, again, kept):
    for number, name in enumerate((first, again)):
        done("add", f"There were {number + 40} bridges in Elland then", "--claimant", name)
    assert names() == [kept]


def test_while_a_verdict_is_approved_the_name_stays_and_articles_are_read(
    reviewed_desk, desk_path, run, ingested, names
):
    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set name = 'ADA MILLER'")
        conn.execute(
            "update reviews set status = 'submitted', url = 'https://d.example/3' where status = 'draft'"
        )
        conn.execute("update reviews set status = 'approved', approved_by = 'bo' where status = 'submitted'")
    ingested("Rents fell by 6 per cent in 2022, Ada Miller said on Monday.")
    assert "approved but not published yet" in run("speaker", "spell", "Ada Miller").stderr
    assert names() == ["ADA MILLER"]
