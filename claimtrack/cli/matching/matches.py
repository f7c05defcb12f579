"""The command `match`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, BinaryIO

import click

from claimtrack.cli.output.matches import print_matches
from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.cli.parameters.inputs import InputFile, file_name, read_text, refuse_file_name
from claimtrack.cli.parameters.options import format_option, single_option
from claimtrack.cli.parameters.session import Session, pass_session, warn_if_unindexed
from claimtrack.cli.parameters.types import COUNT, DATE
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Match, Statement, Suggestion
from claimtrack.core.texts.cleaning import clean_line, has_words
from claimtrack.core.texts.printable import list_some, shell_command

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.importing.texts import Text


def _read_query(ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """The text to look up, on one line; read from standard input if it is `-`."""
    if text is None:
        return None
    file = shell_command(text)
    refuse_file_name(
        text,
        f"to look its sentences up, use `claimtrack check {file}`; its lines, `claimtrack match --file {file}`",
    )
    text = clean_line(read_text(text))
    if not has_words(text):
        raise click.BadParameter("there are no words to look up", ctx, param)
    return text


@click.command("match")
@click.argument("text", required=False, callback=_read_query)
@click.option(
    "--file",
    "lines",
    type=InputFile(),
    help="File to look up line by line: plain text, JSON objects, or a spreadsheet (CSV, XLSX) with the "
    "columns id and text. `-` is standard input.",
)
@click.option(
    "--limit", type=COUNT, default=5, show_default=True, help="Maximum number of matches for each text."
)
@single_option("--claimant", help="Who said it, to compare with the speakers on the desk.")
@click.option("--date", "claimed_on", type=DATE, help="Date it was said, YYYY-MM-DD.")
@format_option
@pass_session
def match_command(
    session: Session,
    text: str | None,
    lines: BinaryIO | None,
    limit: int,
    claimant: str | None,
    claimed_on: str | None,
    output_format: str,
) -> None:
    """Find the claims on the desk that TEXT repeats.

    Shows what differs, and never writes. Use `-` as TEXT to read it from standard input.

    Results are ordered by how likely they are to be about the same thing, which is not the order of the scores: a `conflict`
    scores low because a fact differs, however similar the rest is. A `related` claim scoring under 0.3 (or the threshold set by
    `tune`) is about something else.

    \b
    claimtrack match "Joblessness is down by one third"
    claimtrack match --file sentences.txt --format ndjson
    """
    from claimtrack.store.index.derived import refuse_damaged_index
    from claimtrack.workflow.matching.matching import look_up, related_threshold

    if text is not None and lines is not None:
        raise click.UsageError("TEXT and --file cannot be given together: leave one out")
    if text is None and lines is None:
        raise click.UsageError("nothing to look up: give TEXT, or a file with --file")
    with session.open() as db:
        warn_if_unindexed(db)
        if lines is not None:
            _match_lines(db, lines, claimant, claimed_on, limit=limit, output_format=output_format)
            return
        found = look_up(db, Statement(text or "", claimant, claimed_on), limit=limit)
        if not found:
            refuse_damaged_index(db)
        least = related_threshold(db) if output_format == "table" else 0.0
    if output_format == "table":
        print_matches(found)
        if not found:
            say("No claim on the desk says this.")
        _explain_low_scores(((one.suggestion, one.score) for one in found), least)
    else:
        keys = [field.name for field in fields(Match)]
        write_rows((asdict(match) for match in found), output_format, keys=keys)


def _explain_low_scores(found: Iterable[tuple[Suggestion, float]], least: float) -> None:
    """Explain rows that a reader may take for repeats: "related" claims scoring below `least` are about something else."""
    if any(suggestion is Suggestion.RELATED and round(score, 2) < least for suggestion, score in found):
        say(f"Related claims scoring under {least:.2f} are about something else.")


def _read_texts(file: BinaryIO) -> list[Text]:
    from claimtrack.importing.texts import read_texts

    name = file_name(file)
    read = read_texts(file, name)
    for warning in read.warnings:
        say(f"{name}: {warning}")
    if not read.found:
        say(f"{name}: there is no text to look up")
    return read.found


_COLUMNS = {
    "id": "line",
    "text": "text",
    "match_claim_id": "claim",
    "match_suggestion": "is",
    "match_score": "score",
    "match_text": "says",
    "match_rating": "rating",
    "match_appearances": "seen",
    "match_same_as": "same as",
    "match_differences": "differs",
}
"""The columns of the table for several texts."""


def _match_lines(
    db: Database,
    lines: BinaryIO,
    claimant: str | None,
    claimed_on: str | None,
    *,
    limit: int,
    output_format: str,
) -> None:
    from claimtrack.store.index.derived import refuse_damaged_index
    from claimtrack.workflow.matching.matching import LookUps, related_threshold

    wanted = _read_texts(lines)
    refuse_damaged_index(db)
    look_up = LookUps(db)

    def rows() -> Iterator[Row]:
        for key, text in wanted:
            found = look_up(Statement(text, claimant, claimed_on), limit=limit)
            yield {"id": key, "text": text, "matches": [asdict(match) for match in found]}

    if output_format == "csv":
        write_rows(
            (flat for row in rows() for flat in _flatten(row, is_whole=True)),
            output_format,
            keys=_flat_keys(),
        )
        return
    if output_format != "table":
        write_rows(rows(), output_format, keys=["id", "text", "matches"])
        return
    looked_up = list(rows())
    flat = [
        {**one, "match_rating": format_rating(match)}
        for row in looked_up
        for one, match in zip(_flatten(row), row["matches"], strict=True)
    ]
    write_rows(flat, output_format, columns=_COLUMNS)
    bare = [str(row["id"]) for row in looked_up if not row["matches"]]
    _report_unmatched(bare, len(wanted))
    _explain_low_scores(
        ((one["match_suggestion"], one["match_score"]) for one in flat), related_threshold(db)
    )


def _report_unmatched(bare: list[str], wanted: int) -> None:
    """Say which texts have no match, since the table has no row for them."""
    if bare and len(bare) == wanted:
        say(f"No claim on the desk says any of these: {wanted} looked up.")
    elif bare:
        say(
            f"{len(bare):,} of {wanted:,} texts have no match on the desk: line {list_some(bare, _MAX_LISTED)}"
        )


_MAX_LISTED = 20
"""Unmatched lines to list by number."""


def _flat_keys() -> list[str]:
    return ["id", "text", *(f"match_{field.name}" for field in fields(Match))]


def _flatten(row: Row, *, is_whole: bool = False) -> Iterator[Row]:
    """Yield a row for each match of a text; with `is_whole`, also a row for a text without any."""
    own = {key: row[key] for key in ("id", "text")}
    for match in row["matches"]:
        yield {**own, **{f"match_{key}": value for key, value in match.items()}}
    if is_whole and not row["matches"]:
        yield dict.fromkeys(_flat_keys()) | own
