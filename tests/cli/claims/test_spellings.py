"""Names that differ only in capitals are one name, and its capitals can be corrected wherever it is spelt."""

import sqlite3

import pytest

SHOUTED = "CONOR DALY"
ORDINARY = "Conor Daly"
SHEET = "id,claimant\n1,Conor Daly\n"


@pytest.fixture
def filed(run_ok):
    """Two claims under a name that was first met in capitals."""
    for number in (40, 50):
        run_ok(
            "add",
            f"We built {number} homes in Elland last May",
            "--claimant",
            SHOUTED,
            "--status",
            "proposed",
        )


@pytest.fixture
def names(read_json):
    """The names on the desk."""
    return lambda: [row["name"] for row in read_json("speaker", "list")]


@pytest.fixture
def import_sheet(run_ok, tmp_path):
    """Imports a sheet; the result of the command."""

    def import_sheet(sheet, run=run_ok):
        (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
        return run("import", "csv", tmp_path / "sheet.csv", "--yes")

    return import_sheet


@pytest.fixture
def ingest_text(run_ok, tmp_path):
    """Ingests an article with this text; the result of the command."""

    def ingest_text(text):
        (tmp_path / "article.txt").write_text(text, encoding="utf-8")
        return run_ok("ingest", tmp_path / "article.txt")

    return ingest_text


def test_sheet_respells_a_name_on_all_its_claims_and_says_so_once(
    filed, import_sheet, names, read_json, run_ok
):
    result = import_sheet(SHEET)
    assert f"claim 1, claimant: “{SHOUTED}” → “{ORDINARY}”" in result.stdout
    assert f"line 2: {SHOUTED} will be spelt {ORDINARY} on all" in result.stderr
    assert names() == [ORDINARY]
    assert [row["claimant"] for row in read_json("list")] == [ORDINARY] * 2
    assert f"name: {SHOUTED} → {ORDINARY}" in run_ok("history", "1").stdout
    assert "1 row unchanged" in import_sheet(SHEET).stderr


def test_sheet_may_repeat_a_new_spelling_but_not_use_two(filed, import_sheet, names, run):
    refused = import_sheet(SHEET + "2,Conor DALY\n", run)
    assert (refused.exit_code, names()) == (1, [SHOUTED])
    assert "line 3: spells 'Conor DALY' what line 2 spells 'Conor Daly'" in refused.stderr
    import_sheet(SHEET + "2,Conor Daly\n")
    assert names() == [ORDINARY]


def test_sheet_exported_before_a_respelling_does_not_revert_it(filed, import_sheet, names, run_ok):
    exported = run_ok("export", "csv").stdout
    run_ok("speaker", "spell", ORDINARY)
    assert "2 rows unchanged" in import_sheet(exported).stderr
    assert names() == [ORDINARY]


def test_triage_edit_respells_a_name_on_all_its_claims(filed, run_ok, names, read_json):
    run_ok("triage", "--limit", "1", stdin="e\n\nConor Daly\nq\n")
    assert names() == [ORDINARY]
    assert len(read_json("list", "--claimant", SHOUTED)) == 2


def test_undo_in_triage_restores_the_former_spelling(filed, run_ok, names):
    run_ok("add", "A third claim waits for somebody", "--status", "proposed")
    run_ok("triage", stdin="e\n\nConor Daly\nu\nq\n")
    assert names() == [SHOUTED]


def test_join_suggests_the_command_that_respells_a_name(filed, run, names):
    refused = run("speaker", "join", ORDINARY, SHOUTED)
    assert refused.exit_code == 1
    assert "to spell it 'Conor Daly': `claimtrack speaker spell 'Conor Daly'`" in refused.stderr
    assert "is now spelt Conor Daly, with 2 claims" in run("speaker", "spell", ORDINARY).stderr
    assert run("speaker", "spell", ORDINARY).stderr == "Conor Daly is already spelt this way\n"
    assert names() == [ORDINARY]


def test_respelling_a_renamed_speaker_covers_earlier_claims(filed, run, run_ok):
    run_ok("speaker", "rename", SHOUTED, "Conor Mcdaly")
    assert "Conor McDaly, with 2 claims" in run("speaker", "spell", "Conor McDaly").stderr


def test_spell_changes_only_the_capitals_of_a_name(run_ok, run, ingest_text, names):
    ingest_text("Line 9 carried 4 million riders in 2023, the operator said on Monday.")
    for name, message in (("the operator", "only 'operator'"), ("oprator", "similar names: 'operator'")):
        assert message in run("speaker", "spell", name).stderr
    assert names() == ["operator"]


@pytest.mark.parametrize(
    "article",
    [
        "Rents fell by 6 per cent in 2022, Conor Daly said on Monday.",
        "The committee met.\n\nCONOR DALY: Rents fell by 6 per cent in 2022.\n\nADA MOOR: They rose by 4 per cent.\n\nDALY: No.\n\nMOOR: Yes.",
    ],
    ids=["named in an article", "a label of a transcript"],
)
def test_name_in_capitals_adopts_the_spelling_of_a_later_article(filed, ingest_text, names, article):
    ingest_text(article)
    assert ORDINARY in names()
    assert SHOUTED not in names()


def test_later_article_in_capitals_does_not_respell_a_name(run_ok, ingest_text, names):
    run_ok("add", "We built 40 homes in Elland last May", "--claimant", "Conor McDaly")
    ingest_text(
        "The committee met.\n\nCONOR MCDALY: Rents fell by 6 per cent.\n\nADA MOOR: They rose by 4 per cent.\n\nMCDALY: No.\n\nMOOR: Yes."
    )
    assert "Conor McDaly" in names()
    assert len(names()) == 2


# A name as it was first filed, as it comes in again, and the spelling that is kept.
AGAIN = [
    ("BBC", "Bbc", "BBC"),
    ("BBC NEWS", "BBC News", "BBC News"),
    ("CONOR DALY", "conor daly", "CONOR DALY"),
    ("Conor Daly", "CONOR DALY", "Conor Daly"),
    ("conor daly", "Conor Daly", "conor daly"),
    ("URSULA VON DER LEYEN", "Ursula von der Leyen", "Ursula von der Leyen"),
]


@pytest.mark.parametrize(("first", "again", "kept"), AGAIN)
def test_only_names_wholly_in_capitals_are_respelt_automatically(run_ok, names, first, again, kept):
    for number, name in enumerate((first, again)):
        run_ok("add", f"There were {number + 40} bridges in Elland then", "--claimant", name)
    assert names() == [kept]


def test_approved_but_unpublished_verdict_blocks_respelling_but_not_ingest(
    reviewed_desk, desk_path, run, ingest_text, names
):
    with sqlite3.connect(desk_path) as conn:
        conn.execute("update claimants set name = 'ADA MILLER'")
        conn.execute(
            "update reviews set status = 'submitted', url = 'https://d.example/3' where status = 'draft'"
        )
        conn.execute("update reviews set status = 'approved', approved_by = 'bo' where status = 'submitted'")
    ingest_text("Rents fell by 6 per cent in 2022, Ada Miller said on Monday.")
    assert "approved but not published yet" in run("speaker", "spell", "Ada Miller").stderr
    assert names() == ["ADA MILLER"]
