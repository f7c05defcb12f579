"""A draft against the desk: check."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.options import (
    PLACE,
    Session,
    format_option,
    pass_session,
    standard_input,
    tell_of_waiting,
)
from claimtrack.cli.output import say, write_rows
from claimtrack.cli.unread import Unread
from claimtrack.core.model import Suggestion

if TYPE_CHECKING:
    from claimtrack.workflow.checking import Repeat

_COLUMNS = {
    "line": "line",
    "sentence": "sentence",
    "suggestion": "is",
    "claim_id": "claim",
    "text": "says",
    "rating": "rating",
    "times": "seen",
    "last_seen": "last on",
    "score": "score",
    "differences": "differs",
}


_MEANINGS = {
    Suggestion.DUPLICATE: "that repeat a claim",
    Suggestion.CONFLICT: "with a fact changed",
    Suggestion.RELATED: "much like one",
}


@click.command("check")
@click.argument("source", metavar="DRAFT", type=PLACE)
@click.option(
    "--strict", is_flag=True, help="Exit with 1 when a sentence repeats a claim that was rated false."
)
@format_option
@pass_session
def check_command(session: Session, source: str, strict: bool, output_format: str) -> None:
    """Say which sentences of DRAFT repeat a claim of the desk, and what was found about it.

    DRAFT is a file (text, Markdown, HTML), an address, or `-`; cells of tables and footnotes are read, too.
    Nothing is written. `line` is that of the file, where the sentence is found there. A `conflict` repeats
    a claim with a fact changed: a number, a year, a name. False is a rating below the middle of its scale.

    \b
    claimtrack check draft.txt
    pbpaste | claimtrack check - --strict --format json
    """
    from claimtrack.fetch import read
    from claimtrack.workflow.checking import Repeat, check_draft

    if Path(source).is_dir():
        raise click.BadParameter(f"{source} is a folder: check one draft after the other", param_hint="DRAFT")
    with session.open() as db:
        tell_of_waiting(db)
        loaded = list(read(source, stdin=standard_input() if source == "-" else None, whole=True))
        for one in loaded:
            for warning in one.warnings:
                say(f"{one.source}: {warning}")
        repeats: list[Repeat] = []
        unread = Unread()
        for one in loaded:
            with unread.going_on(one):
                repeats += check_draft(db, one.article, written=one.written)
    keys = [field.name for field in fields(Repeat)]
    write_rows(map(asdict, repeats), output_format, columns=_COLUMNS, keys=keys)
    if repeats or not unread:
        _summarise(repeats)
    if unread or (strict and any(repeat.is_false_claim_again for repeat in repeats)):
        raise click.exceptions.Exit(1)


def _summarise(repeats: list[Repeat]) -> None:
    if not repeats:
        say("No sentence of the draft repeats a claim of the desk.")
        return
    found = Counter(repeat.suggestion for repeat in repeats)
    told = ((found[kind], what) for kind, what in _MEANINGS.items())
    say("Of the draft: " + ", ".join(f"{count} {what}" for count, what in told if count) + ".")
    for repeat in repeats:
        if repeat.is_false_claim_again:
            where = f"“{repeat.sentence}”" if repeat.line is None else f"Line {repeat.line}"
            say(f"{where} repeats claim {repeat.claim_id}, rated {repeat.rating}: {repeat.text}")
