"""Exports of the desk itself: an unedited sheet of claims changes nothing, and a sheet of other rows is refused by its name."""

import csv
import json
import shutil
from contextlib import closing, nullcontext

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import OnDuplicate, Role
from claimtrack.core.sheets.others import refuse_other_sheet
from claimtrack.core.sheets.sheets import COUNT_COLUMNS, EXPORT_ONLY_COLUMNS, Format, Preset, map_headers
from claimtrack.store.file.database import open_desk
from claimtrack.store.sheets import open_sheet
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import joining, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.demo import build_demo
from claimtrack.workflow.exporting import export_sheet
from claimtrack.workflow.people import add_user
from claimtrack.workflow.reviews import reviewing
from tests.suggestions import without_desk

OTHERS = [preset for preset in Preset if preset is not Preset.CLAIMS]


@pytest.fixture(scope="module")
def full_desk(tmp_path_factory):
    """A desk with rows for every preset, and with everything that a row of a claim may contain."""
    path = tmp_path_factory.mktemp("built") / "claims.db"
    build_demo(path)
    with closing(open_desk(path)) as db:
        new = NewClaim("Murders fell by a third in 2024", claimant="Bo Lind", source="Radio 4, Today")
        claim_id = add_claim(db, new, on_duplicate=OnDuplicate.NEW, actor="ada").claim_id
        repeat = NewClaim(
            new.text, claimant="B. Lind", source="https://tv.example/1", claimed_on="2024-05-03"
        )
        add_claim(db, repeat, attach_to=claim_id, actor="ada")
        joining.join(db, "Bo Lind", ["B. Lind"], actor="ada")
        for tag in ("crime", "Budget", "apple", "Äpfel", "äpfel", "tax, duties"):
            desk_work.add_tag(db, claim_id, tag, actor="ada")
        desk_work.add_note(db, claim_id, "Ask the police.", actor="ada")
        [published] = db.query(
            "select id from reviews where status = 'published' and origin = 'desk' limit 1"
        )
        reviewing.correct(db, published["id"], note="We had the wrong year.", rating="False", actor="ada")
        reviewing.withdraw(db, published["id"], note="We were wrong.", actor="ada")
    return path


@pytest.fixture
def path(full_desk, tmp_path):
    return shutil.copy(full_desk, tmp_path / "claims.db")


def import_file(path, sheet, *options):
    call = ["--db", str(path), "--actor", "ada", "import", "csv", str(sheet), "--yes", *options]
    return without_desk(CliRunner().invoke(cli, call), path)


def last_change_id(path):
    with closing(open_desk(path)) as db:
        return db.execute("select max(id) from history").fetchone()[0]


@pytest.mark.parametrize("form", Format)
def test_unedited_export_of_claims_changes_nothing(path, tmp_path, form):
    rows = export_sheet(path, tmp_path / f"claims.{form}", form)
    result = import_file(path, tmp_path / f"claims.{form}")
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"0 changed cells in 0 claims, 0 new claims, {rows} rows unchanged" in result.stderr
    assert "NOT READ" not in result.stderr


def test_unedited_list_changes_nothing(path, tmp_path):
    listed = CliRunner().invoke(cli, ["--db", str(path), "list", "--format", "csv"])
    (tmp_path / "list.csv").write_text(listed.stdout, encoding="utf-8")
    result = import_file(path, tmp_path / "list.csv")
    assert (result.exit_code, result.stdout, "NOT READ" in result.stderr) == (0, "", False)


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("preset", OTHERS)
def test_export_of_other_rows_is_refused_by_name_with_another_way(path, tmp_path, preset, form):
    assert export_sheet(path, tmp_path / "out", form, preset=preset) > 0
    before = last_change_id(path)
    result = import_file(path, tmp_path / "out")
    assert (result.exit_code, result.stdout, last_change_id(path)) == (1, "", before)
    assert f"this is an export of `{preset}`, not a sheet of claims:" in result.stderr
    assert "only exports of claims can be imported with `import csv`." in result.stderr


def test_evidence_of_one_claim_is_never_attached_to_another(desk, desk_path, tmp_path):
    first, second = "Rents rose by 12 percent last year", "Murders fell by a third in 2024"
    for text in (first, second):
        add_claim(desk, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada")
    linking.add_link(desk, 2, "https://stats.example/m", actor="ada")
    export_sheet(desk_path, tmp_path / "e.csv", preset=Preset.EVIDENCE)
    assert import_file(desk_path, tmp_path / "e.csv").exit_code == 1
    assert [row["text"] for row in desk.query("select text from claims order by id")] == [first, second]


def test_export_with_columns_removed_is_still_recognised(path, tmp_path):
    export_sheet(path, tmp_path / "log.csv", preset=Preset.LOG)
    with (tmp_path / "log.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            {name: row[name] for name in ("id", "claim", "exact_words", "date", "article_url")}
            for row in csv.DictReader(file)
        ]
    (tmp_path / "log.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert "this is an export of `log`" in import_file(path, tmp_path / "log.jsonl").stderr


@pytest.mark.parametrize("preset", OTHERS)
def test_headers_that_identify_a_preset_are_those_of_its_view(path, preset):
    with (
        open_sheet(path, preset) as sheet,
        pytest.raises(Exception, match=f"this is an export of `{preset}`, not a sheet of claims:"),
    ):
        refuse_other_sheet(sheet.columns)


def test_export_only_columns_are_those_that_an_import_does_not_read(path):
    with open_sheet(path, Preset.CLAIMS) as sheet:
        read = {sheet.columns[at] for at in map_headers(sheet.columns)}
        assert set(sheet.columns) - read == set(EXPORT_ONLY_COLUMNS) - COUNT_COLUMNS


def test_triage_queue_and_claimreview_sheet_are_refused_with_their_command(path, tmp_path):
    queue = CliRunner().invoke(cli, ["--db", str(path), "triage", "--list", "--format", "csv"])
    (tmp_path / "queue.csv").write_text(queue.stdout, encoding="utf-8")
    assert "claimtrack triage --decisions" in import_file(path, tmp_path / "queue.csv").stderr
    (tmp_path / "duke.csv").write_text("id,claimReviewed,datePublished,url\n1,Rents rose,2024-05-03,\n")
    assert "read it with `claimtrack import claimreview`" in import_file(path, tmp_path / "duke.csv").stderr


def test_sheet_with_two_id_columns_must_say_which_is_the_claims(path, tmp_path):
    (tmp_path / "theirs.csv").write_text("ID,Claim ID,assignee\n1,2,ben\n")
    refused = import_file(path, tmp_path / "theirs.csv")
    assert (refused.exit_code, "--map 'ID='" in refused.stderr) == (1, True)
    assert (
        import_file(path, tmp_path / "theirs.csv", "--map", "ID=").stdout
        == "claim 2, assignee: “ada” → “ben”\n"
    )


def test_notes_can_be_moved_to_another_desk_only_once(path, new_desk_file, tmp_path):
    """As the refusal of the preset suggests: without the id, under the headers of a sheet of claims."""
    with closing(open_desk(path)) as db:
        desk_work.add_note(db, 1, "A second note.", actor="ben")
        desk_work.add_note(db, 1, "A third, of\ntwo lines.", actor="ben")
    export_sheet(path, tmp_path / "notes.jsonl", Format.JSONL, preset=Preset.NOTES)
    exported = [
        json.loads(line) for line in (tmp_path / "notes.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    rows = [json.dumps({"text": note["claim"], "note": note["body"]}) for note in exported]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    other = shutil.copy(new_desk_file, tmp_path / "other.db")
    for _ in range(2):
        assert import_file(other, tmp_path / "rows.jsonl").exit_code == 0
    with closing(open_desk(other)) as db:
        imported = [row[0] for row in db.execute("select body from notes order by id")]
    assert imported == [note["body"] for note in exported]
    assert len(exported) > 2


# ── another desk ────────────────────────────────────────────────────────────────────────────────


def test_importing_into_a_new_desk_says_what_the_export_only_counts(path, new_desk_file, tmp_path):
    export_sheet(path, tmp_path / "claims.csv")
    other = shutil.copy(new_desk_file, tmp_path / "other.db")
    stderr = import_file(other, tmp_path / "claims.csv").stderr
    assert (
        "The file only shows the appearances, first_seen, last_seen, evidence, notes, score of claims that are new "
        "here, so these do not come with it. To move a whole desk, copy its file with `claimtrack backup`"
    ) in stderr
    again = import_file(other, tmp_path / "claims.csv").stderr
    assert ("0 new claims" in again, "of claims that are new here, so these" in again) == (True, False)


def test_export_of_another_desk_overwrites_nothing(desk, desk_path, full_desk, tmp_path):
    """Its ids belong to that desk, so only the text says which claim a row is about."""
    for text in ("Rents rose by 12 percent last year", "Murders fell by a third in 2024"):
        add_claim(desk, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada")
    export_sheet(full_desk, tmp_path / "claims.csv")
    stderr = import_file(desk_path, tmp_path / "claims.csv").stderr
    assert "line 2: claim 1 is from another desk; filed as a new claim" in stderr
    assert [row["text"][:5] for row in desk.query("select text from claims order by id limit 2")] == [
        "Rents",
        "Murde",
    ]


@pytest.mark.parametrize(("numbers", "new"), [(("77", ""), 1), (("", "78"), 1), (("77", "78"), 2)])
@pytest.mark.usefixtures("desk")
def test_rows_in_another_spelling_are_two_claims_only_if_both_had_numbers_there(
    desk_path, tmp_path, numbers, new
):
    texts = ("Rents in Ely rose by 12 percent last year", "Rents in Ely rose by 12 per cent last year")
    rows = "".join(f"{number},{text}\n" for number, text in zip(numbers, texts, strict=True))
    (tmp_path / "theirs.csv").write_text(f"id,text\n{rows}")
    stderr = import_file(desk_path, tmp_path / "theirs.csv", "--dry-run").stderr
    assert f"{new} new claim{'s' * (new > 1)}" in stderr


def test_sheet_that_numbers_its_own_rows_overwrites_no_claim(desk, desk_path, tmp_path):
    add_claim(desk, NewClaim("Rents rose by 12 percent last year"), on_duplicate=OnDuplicate.NEW, actor="ada")
    (tmp_path / "theirs.csv").write_text("ID,Claim\n1,Murders fell by a third in 2024\n")
    refused = import_file(desk_path, tmp_path / "theirs.csv")
    assert refused.exit_code == 1
    assert "line 2: claim 1 is “Rents rose by 12 percent last year”, which is not" in refused.stderr
    imported = import_file(desk_path, tmp_path / "theirs.csv", "--map", "ID=")
    assert imported.stdout.startswith("new, line 2: “Murders fell by a third in 2024”\n")


def test_export_may_reword_a_claim_completely(desk, desk_path, tmp_path):
    add_claim(desk, NewClaim("He did it twice"), on_duplicate=OnDuplicate.NEW, actor="ada")
    export_sheet(desk_path, tmp_path / "claims.csv")
    edited = (
        (tmp_path / "claims.csv")
        .read_text(encoding="utf-8")
        .replace("He did it twice", "Murders fell by a third")
    )
    (tmp_path / "claims.csv").write_text(edited, encoding="utf-8")
    assert (
        import_file(desk_path, tmp_path / "claims.csv").stdout
        == "claim 1, text: “He did it twice” → “Murders fell by a third”\n"
    )


# ── tags ────────────────────────────────────────────────────────────────────────────────────────


def test_tags_in_another_order_or_spelling_are_unchanged(path, tmp_path):
    with closing(open_desk(path)) as db:
        claim_id = db.execute("select max(id) from claims").fetchone()[0]
    sheet = tmp_path / "tags.csv"
    export_sheet(path, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["id"] == str(claim_id))
    with closing(open_desk(path)) as db:
        desk_work.assign(db, claim_id, "ben", actor="ben")
        desk_work.add_tag(db, claim_id, "zoo", actor="ben")
    row |= {"tags": 'CRIME, "tax, duties", äpfel, budget, Apple, Äpfel', "priority": "high"}
    with sheet.open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, list(row))
        out.writeheader()
        out.writerow(row)
    stderr = import_file(path, sheet).stderr
    were = "Budget, apple, crime, tax, duties, Äpfel"
    assert (
        f"keeps later changes on the desk: assignee: nothing → “ben”; tags: “{were}” → “Budget, "
        "apple, crime, tax" in stderr
    )
    assert "1 changed cell in 1 claim" in stderr


def test_overlong_value_is_abbreviated_in_the_error(desk_path, tmp_path):
    for field in ("tags", "claimant", "assignee", "priority", "status", "id"):
        (tmp_path / "long.csv").write_text(f"text,{field}\nRents rose,{'x' * 5_000}\n")
        result = import_file(desk_path, tmp_path / "long.csv")
        assert result.exit_code == 1, field
        assert max(map(len, result.stderr.splitlines())) < 200, field


def output_for(path, tmp_path, assignee):
    sheet = tmp_path / "one.csv"
    sheet.write_text(f"id,assignee\n4,{assignee}\n")
    return import_file(path, sheet, "--dry-run").output


def test_assignee_who_is_not_a_user_is_reported(path, tmp_path):
    sheet = tmp_path / "theirs.csv"
    sheet.write_text("id,assignee\n1,Ada\n2,adda\n3,adda\n")
    assert (
        "more names that are not users of this desk: see `claimtrack user list`"
        not in import_file(path, sheet, "--dry-run").output
    )  # a desk without users
    add_user(path, "ada", Role.REPORTER, "three or four words")
    output = import_file(path, sheet).output
    assert (
        "Lines 3, 4: there is no user 'adda' on this desk. Users: 'ada'. The claim is assigned to that name"
        in output
    )
    assert "`claimtrack assign ID NAME`" in output
    assert "'Ada'" not in output
    add_user(path, "Huw Lloyd", Role.REPORTER, "three or four words")
    hint = "; if it is 'Huw Lloyd', use `claimtrack reassign Huw 'Huw Lloyd'` afterwards"
    assert hint in output_for(path, tmp_path, "Huw")
    add_user(path, "Huw Price", Role.REPORTER, "three or four words")
    assert "reassign" not in output_for(path, tmp_path, "Huw")  # two fit
    with closing(open_desk(path)) as db:
        assert [row["assignee"] for row in db.query("select assignee from claims where id < 4")] == [
            "Ada",
            "adda",
            "adda",
        ]


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ("id claim_id claim body author created_at", "an export of `notes`"),
        ("id claim_id claim note written_by written_at", "an export of `notes`"),  # up to 0.5.0
        ("id decision text speaker quote other note score matches", "the queue of `triage --list`"),
        ("claim author body", None),
        ("claim_id claim author created_at", None),
    ],
)
def test_a_sheet_is_known_by_its_headers(headers, name):
    expected = pytest.raises(InvalidValue, match=f"this is {name}") if name else nullcontext()
    with expected:
        refuse_other_sheet(headers.split())
