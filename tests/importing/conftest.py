"""Sheets and workbooks, imported by the command as a person does it."""

import csv
import io

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack.cli import cli


@pytest.fixture
def import_csv(desk_path):
    """Imports a file; the result of the command."""

    def import_csv(path, *options, ends=0, db=desk_path, command=("import", "csv")):
        result = CliRunner().invoke(cli, ["--db", str(db), "--actor", "ada", *command, str(path), *options])
        assert result.exit_code == ends, result.stderr or result.exception
        return result

    return import_csv


@pytest.fixture
def take(import_csv, tmp_path):
    """Imports a sheet of these rows, the headers first; what the command says, standard output first."""

    def take(*rows, options=(), ends=0):
        result = import_csv(write_rows(tmp_path / "log.csv", rows), "--yes", *options, ends=ends)
        return result.stdout, result.stderr

    return take


def write_rows(path, rows):
    """A file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def workbook(*rows, ready=lambda sheet: None):
    """The bytes of a workbook of these rows, made ready by a function of its sheet."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    ready(book.active)
    book.save(file)
    return file.getvalue()


def notes_of(db):
    return [tuple(row) for row in db.execute("select claim_id, body from notes order by id")]
