"""Sheets and workbooks, imported by the command as a person does it."""

import csv
import io

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.sheets.sheets import map_headers
from claimtrack.importing.table import read_table
from claimtrack.workflow.exporting import export_sheet
from claimtrack.workflow.sheets.importing import plan_import
from tests.suggestions import without_desk


@pytest.fixture(autouse=True)
def _share_schemas(shared_schemas):
    """Most tests open the desk several times."""


@pytest.fixture
def import_csv(desk_path):
    """Imports a file; the result of the command."""

    def import_csv(path, *options, exit_code=0, db=desk_path, command=("import", "csv")):
        result = CliRunner().invoke(cli, ["--db", str(db), "--actor", "ada", *command, str(path), *options])
        assert result.exit_code == exit_code, result.stderr or result.exception
        return without_desk(result, db)

    return import_csv


@pytest.fixture
def import_rows(import_csv, tmp_path):
    """Imports a sheet of these rows, the headers first; the command's standard output and standard error."""

    def import_rows(*write_sheet, options=(), exit_code=0):
        result = import_csv(
            write_rows(tmp_path / "log.csv", write_sheet), "--yes", *options, exit_code=exit_code
        )
        return result.stdout, result.stderr

    return import_rows


def write_rows(path, write_sheet, encoding="utf-8", delimiter=","):
    """Writes a file of these rows."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(write_sheet)
    return path


def workbook(*write_sheet, prepare=lambda sheet: None):
    """The bytes of a workbook of these rows, after `prepare` has changed its sheet."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in write_sheet:
        book.active.append(row)
    prepare(book.active)
    book.save(file)
    return file.getvalue()


def notes_of(db):
    return [tuple(row) for row in db.execute("select claim_id, body from notes order by id")]


def plan_of(db, path, **adjusted):
    """What importing the file would change, with its headers read as `adjusted` says."""
    with path.open("rb") as file:
        table = read_table(file, path.name)
        return plan_import(db, table, map_headers(table.headers, adjusted))


def write_export(
    desk_path, tmp_path, change=lambda write_sheet: write_sheet, encoding="utf-8", delimiter=","
):
    """Exports the claims; a file of the exported rows, after `change` has edited them."""
    export_sheet(desk_path, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        write_sheet = change(list(csv.reader(file)))
    return write_rows(tmp_path / "back.csv", write_sheet, encoding, delimiter)


def write_sheet(tmp_path, *lines):
    """Writes a sheet of these rows, the headers first."""
    return write_rows(tmp_path / "rows.csv", lines)
