"""The command `check`: find sentences in a draft that repeat claims of the desk."""

from __future__ import annotations

from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.output.rows import Row, write_rows
from claimtrack.cli.output.unread import Unread
from claimtrack.cli.parameters.inputs import standard_input
from claimtrack.cli.parameters.options import format_option
from claimtrack.cli.parameters.session import Session, pass_session, warn_if_unindexed
from claimtrack.cli.parameters.types import LOCATION
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Framing

if TYPE_CHECKING:
    from claimtrack.workflow.draft_repeats import Repeat

_COLUMNS = {
    "line": "line",
    "sentence": "sentence",
    "suggestion": "is",
    "framing": "framed",
    "claim_id": "claim",
    "text": "says",
    "status": "status",
    "rating": "rating",
    "appearances": "seen",
    "last_seen": "last seen",
    "score": "score",
    "differences": "differs",
}


@click.command("check")
@click.argument("source", metavar="DRAFT", type=LOCATION)
@click.option("--strict", is_flag=True, help="Exit with code 1 if a sentence repeats a claim rated false.")
@format_option
@pass_session
def check_command(session: Session, source: str, strict: bool, output_format: str) -> None:
    """Find sentences in a draft that repeat claims on the desk.

    DRAFT is a file (text, Markdown, HTML), a web address, or `-`; table cells and footnotes are read too. Nothing is written.
    `line` is the line of the file. A `conflict` repeats a claim with one fact changed, such as a number, a year or a name. If
    several conflicts have about the same score, each that differs in something else is shown. Of claims with the same words, that
    of the speaker whom the draft names is shown, otherwise a rated one. If the closest claim has no rating, the closest rated claim
    is shown as well.

    A rating counts as false if it is below the middle of its scale. Sentences that debunk the claim ("... is false", "falsely
    claimed", "no evidence that ...", or "That is wrong." right after it) or only ask about it are marked as such, and do not
    count for --strict.

    \b
    claimtrack check draft.txt
    pbpaste | claimtrack check - --strict --format json
    """
    from claimtrack.fetch import read
    from claimtrack.workflow.checking import check_draft
    from claimtrack.workflow.draft_repeats import Repeat
    from claimtrack.workflow.draft_sharing import start_helper

    if Path(source).is_dir():
        raise click.BadParameter(f"{source} is a folder: check one draft at a time", param_hint="DRAFT")
    with start_helper(Path(session.path), source) as helper, session.open() as db, closing(helper):
        warn_if_unindexed(db)
        loaded = list(read(source, stdin=standard_input() if source == "-" else None, whole=True))
        for one in loaded:
            for warning in one.warnings:
                say(f"{one.name}: {warning}")
        repeats: list[Repeat] = []
        unread = Unread()
        for one in loaded:
            with unread.skipping_failures(one):
                repeats += check_draft(db, one.article, written=one.written, helper=helper)
    keys = [field.name for field in fields(Repeat)]
    write_rows(
        (_repeat_row(one, output_format) for one in repeats),
        output_format,
        columns=_visible_columns(repeats),
        keys=keys,
    )
    if repeats or not unread.failed:
        _summarise(repeats)
    if unread.failed or (strict and any(repeat.is_false_claim_again for repeat in repeats)):
        raise click.exceptions.Exit(1)


def _repeat_row(repeat: Repeat, output_format: str) -> Row:
    row = asdict(repeat)
    if output_format != "table":
        return row
    from claimtrack.workflow.drafts import SHOWN

    return {**row, "framing": SHOWN[repeat.framing], "rating": format_rating(row)}


def _visible_columns(repeats: list[Repeat]) -> dict[str, str]:
    """The columns to print; the framing is left out if every claim is asserted."""
    if any(repeat.framing is not Framing.ASSERTED for repeat in repeats):
        return _COLUMNS
    return {key: heading for key, heading in _COLUMNS.items() if key != "framing"}


def _summarise(repeats: list[Repeat]) -> None:
    from claimtrack.workflow.drafts import describe_false_claim, summarise_repeats

    say(summarise_repeats(repeats))
    for repeat in repeats:
        if does := describe_false_claim(repeat):
            where = f"“{repeat.sentence}”" if repeat.line is None else f"Line {repeat.line}"
            say(f"{where} {does}: {repeat.text}")
