"""A draft against the desk: check."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from claimtrack.cli.given.inputs import standard_input
from claimtrack.cli.given.options import format_option
from claimtrack.cli.given.session import Session, pass_session, tell_of_waiting
from claimtrack.cli.given.values import PLACE
from claimtrack.cli.printed.rows import Row, write_rows
from claimtrack.cli.printed.talk import say
from claimtrack.cli.printed.unread import Unread
from claimtrack.core.model import Framing, Suggestion
from claimtrack.core.verdicts import told_rating

if TYPE_CHECKING:
    from claimtrack.workflow.checking import Repeat

_COLUMNS = {
    "line": "line",
    "sentence": "sentence",
    "suggestion": "is",
    "framing": "framed",
    "claim_id": "claim",
    "text": "says",
    "status": "status",
    "rating": "rating",
    "times": "seen",
    "last_seen": "last on",
    "score": "score",
    "differences": "differs",
}


_MEANINGS = {
    Suggestion.DUPLICATE: "repeating a claim",
    Suggestion.CONFLICT: "with a fact changed",
    Suggestion.RELATED: "much like one",
}
_FRAMED = {
    Framing.CALLED_FALSE: "calling a claim false",
    Framing.ASKED: "asking about one",
}
_SHOWN = {Framing.ASSERTED: "", Framing.CALLED_FALSE: "called false", Framing.ASKED: "asked"}
_DOES = {
    Framing.ASSERTED: "repeats claim {}, rated {}",
    Framing.CALLED_FALSE: "calls claim {} false (rated {}), so it is not counted as a repeat",
    Framing.ASKED: "asks about claim {} (rated {}), so it is not counted as a repeat",
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
    a claim with a fact changed: a number, a year, a name. A sentence that comes nearest to a claim which nobody rated is told once
    more with the rated claim that it comes near to. False is a rating below the middle of its scale.
    A sentence that calls the claim false ("... is false", "falsely claimed", "no evidence that ...", or "That is wrong." right
    behind it) and one that asks about it are shown and said to be so, and do not count for --strict.

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
    write_rows(
        (_row(one, output_format) for one in repeats), output_format, columns=_columns(repeats), keys=keys
    )
    if repeats or not unread:
        _summarise(repeats)
    if unread or (strict and any(repeat.is_false_claim_again for repeat in repeats)):
        raise click.exceptions.Exit(1)


def _row(repeat: Repeat, output_format: str) -> Row:
    told = asdict(repeat)
    if output_format != "table":
        return told
    return {**told, "framing": _SHOWN[repeat.framing], "rating": told_rating(told)}


def _columns(repeats: list[Repeat]) -> dict[str, str]:
    """What the table shows: how a claim is framed only where one is called false or asked about."""
    if any(repeat.framing is not Framing.ASSERTED for repeat in repeats):
        return _COLUMNS
    return {key: heading for key, heading in _COLUMNS.items() if key != "framing"}


def _summarise(repeats: list[Repeat]) -> None:
    if not repeats:
        say("No sentence of the draft repeats a claim of the desk.")
        return
    # A sentence may be told twice: with the claim that it repeats, and with a rated one.
    found = Counter(what for what, *_ in {(_meaning(one), one.start, one.sentence) for one in repeats})
    told = ((found[what], what) for what in (*_MEANINGS.values(), *_FRAMED.values()))
    say("Of the draft: " + ", ".join(f"{count} {what}" for count, what in told if count) + ".")
    for repeat in repeats:
        if repeat.is_false_claim_named:
            where = f"“{repeat.sentence}”" if repeat.line is None else f"Line {repeat.line}"
            does = _DOES[repeat.framing].format(repeat.claim_id, _rated(repeat))
            say(f"{where} {does}: {repeat.text}")


def _rated(repeat: Repeat) -> str:
    """The rating in a sentence, with whose it is where it is not ours."""
    return f"{repeat.rating} by {repeat.rated_by}" if repeat.rated_by else str(repeat.rating)


def _meaning(repeat: Repeat) -> str:
    """What the summary counts a repeat among."""
    return _FRAMED.get(repeat.framing) or _MEANINGS[repeat.suggestion]
