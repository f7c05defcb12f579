"""Matches: match, duplicates, judge, undo."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import TYPE_CHECKING, BinaryIO

import click

from claimtrack.cli.desk import claim_argument
from claimtrack.cli.inputs import Input
from claimtrack.cli.options import (
    COUNT,
    DATE,
    Session,
    file_name,
    format_option,
    pass_session,
    tell_of_waiting,
    words,
)
from claimtrack.cli.output import Row, progress, say, stopping, write_rows, write_table
from claimtrack.core.actors import same_actor
from claimtrack.core.decisions import WaitingPairs
from claimtrack.core.model import Judgement, Match, Statement
from claimtrack.core.verdicts import told_rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from claimtrack.importing.texts import Text
    from claimtrack.workflow.matching.judging import Judged


def _words(ctx: click.Context, param: click.Parameter, text: str | None) -> str | None:
    """The words to look up, in one line; standard input's where they are `-`."""
    from claimtrack.core.text import clean_line, has_words

    if text is None:
        return None
    text = clean_line(words(text))
    if not has_words(text):
        raise click.BadParameter("there are no words in it to look up", ctx, param)
    return text


@click.command("match")
@click.argument("text", required=False, callback=_words)
@click.option(
    "--file",
    "lines",
    type=Input(),
    help="Look up each line of a file instead: plain text, JSON objects, or a sheet (CSV, XLSX) with the columns id and "
    "text. `-` is standard input.",
)
@click.option("--limit", type=COUNT, default=5, show_default=True, help="At most so many a text.")
@click.option("--claimant", help="Who says it: another speaker is told apart.")
@click.option("--date", "claimed_on", type=DATE, help="The day it was said, YYYY-MM-DD.")
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
    """Say which claims of the desk TEXT repeats, and what differs; `-` reads it from standard input. Never writes.

    \b
    claimtrack match "Joblessness is down by one third"
    claimtrack match --file sentences.txt --format ndjson
    """
    from claimtrack.store.index.derived import refuse_damage
    from claimtrack.workflow.matching.matching import look_up

    if text is not None and lines is not None:
        raise click.UsageError(
            "TEXT and --file are both given, and each tells what to look up: leave one out"
        )
    if text is None and lines is None:
        raise click.UsageError("nothing to look up: give TEXT, or --file with the name of a file")
    with session.open() as db:
        tell_of_waiting(db)
        if lines is not None:
            _match_lines(db, lines, claimant, claimed_on, limit=limit, output_format=output_format)
            return
        found = look_up(db, Statement(text or "", claimant, claimed_on), limit=limit)
        if not found:
            refuse_damage(db)
    if output_format == "table":
        print_matches(found)
        if not found:
            say("Nothing on the desk says this.")
    else:
        keys = [field.name for field in fields(Match)]
        write_rows((asdict(match) for match in found), output_format, keys=keys)


def print_matches(found: list[Match], *, err: bool = False) -> None:
    """A table of matches, likeliest first, each with why and what differs. `err`: beside the data."""
    told = ((match, asdict(match)) for match in found)
    rows = [{**row, "rating": told_rating(row), "why": _why(match)} for match, row in told]
    columns = {
        "claim_id": "id",
        "suggestion": "is",
        "score": "score",
        "text": "claim",
        "claimant": "claimant",
        "status": "status",
        "rating": "rating",
        "appearances": "seen",
        "why": "why",
    }
    write_table(rows, columns, err=err)


def _why(match: Match) -> str:
    same = [f"same as {', '.join(map(str, match.same_as))}"] if match.same_as else []
    return "; ".join([*same, *match.differences, *match.reasons])


def _wanted(file: BinaryIO) -> list[Text]:
    from claimtrack.importing.texts import read_texts

    name = file_name(file)
    read = read_texts(file, name)
    for warning in read.warnings:
        say(f"{name}: {warning}")
    return read.found


def _match_lines(
    db: Database,
    lines: BinaryIO,
    claimant: str | None,
    claimed_on: str | None,
    *,
    limit: int,
    output_format: str,
) -> None:
    from claimtrack.store.index.derived import refuse_damage
    from claimtrack.workflow.matching.matching import LookUps

    wanted = _wanted(lines)
    refuse_damage(db)
    look_up = LookUps(db)

    def rows() -> Iterator[Row]:
        for key, text in wanted:
            found = look_up(Statement(text, claimant, claimed_on), limit=limit)
            yield {"id": key, "text": text, "matches": [asdict(match) for match in found]}

    if output_format != "table":
        write_rows(rows(), output_format, keys=["id", "text", "matches"])
        return
    flat = [
        {
            **{key: row[key] for key in ("id", "text")},
            **{f"match_{key}": value for key, value in match.items()},
            "match_rating": told_rating(match),
        }
        for row in rows()
        for match in row["matches"]
    ]
    columns = {
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
    write_rows(flat, output_format, columns=columns)
    if not flat:
        say(f"Nothing on the desk says this: {len(wanted)} looked up.")


@click.command("judge")
@claim_argument
@click.argument("other_id", metavar="OTHER", type=COUNT)
@click.argument(
    "judgement", type=click.Choice([str(one) for one in Judgement if one is not Judgement.UNJUDGED])
)
@pass_session
def judge_command(session: Session, claim_id: int, other_id: int, judgement: str) -> None:
    """Decide whether claims ID and OTHER say the same thing. `undo` takes it back.

    Claims judged the same share a rating, but no published verdict of ours on one of them takes the place of another: where two
    contradict each other, you are told both.

    \b
    claimtrack judge 12 57 same
    """
    from claimtrack.workflow.matching.judging import judge

    with session.open() as db:
        done = judge(db, claim_id, other_id, Judgement(judgement), actor=session.actor)
    was = f" (was {_before(done, session)})" if done.before is not Judgement.UNJUDGED else ""
    if done.before is done.judgement and done.until > done.after:
        was = ", of the words as they are now"
    elif done.before is done.judgement:
        was = f", as {done.by or 'somebody'} judged already; nothing changed"
    say(f"Claims {done.left_id} and {done.right_id}: {done.judgement}{was}")
    for told in done.contradictions:
        say(
            f"Beware: {told}. Each keeps its own verdict: correct one of them with `claimtrack review correct`, or take the "
            f"judgement back with `claimtrack undo {done.left_id} {done.right_id}`"
        )


@click.command("undo")
@click.argument("pair", metavar="[ID OTHER]", nargs=-1, type=COUNT)
@pass_session
def undo_command(session: Session, pair: tuple[int, ...]) -> None:
    """Take back your last judgement, or the one about claims ID and OTHER. What stood before stands again.

    That `add` or `ingest` joined words to a claim is no judgement: an editor deletes the row of the table appearances
    in `claimtrack serve`.

    \b
    claimtrack undo
    claimtrack undo 12 57
    """
    from claimtrack.workflow.matching.judging import undo_judgement

    if len(pair) not in (0, 2):
        raise click.UsageError("name both claims of the pair, or none to undo your last judgement")
    with session.open() as db:
        done = undo_judgement(db, (pair[0], pair[1]) if pair else None, actor=session.actor)
    by = f", as {done.by} judged before" if done.by else ""
    say(
        f"Claims {done.left_id} and {done.right_id}: no longer {_before(done, session)}, but {done.judgement}{by}"
    )


def _before(done: Judged, session: Session) -> str:
    """The judgement that stood until now, and whose it was if another's."""
    is_own = same_actor(done.taken_from, session.actor)
    return str(done.before) if is_own else f"{done.before}, as {done.taken_from or 'somebody'} judged"


_STOPPED = "Stopped. What was compared is kept: run `claimtrack duplicates` again to go on from there."


@click.command("duplicates")
@click.option(
    "--show",
    type=click.Choice([str(one) for one in WaitingPairs]),
    default=str(WaitingPairs.ALL),
    show_default=True,
    help="Only likely repeats, or only conflicts: pairs that would be the same but for a fact.",
)
@click.option("--limit", type=COUNT, help="Show at most so many pairs.")
@format_option
@pass_session
def duplicates_command(session: Session, show: str, limit: int | None, output_format: str) -> None:
    """Compare all claims with each other and show the pairs that wait for a judgement.

    Likely repeats come first, likeliest on top; then conflicts, those most alike in their words on top.
    Nothing is merged: `judge` decides. Interrupted, it goes on where it was; run again, it compares only
    what was added or reworded since. A desk that can only be read shows the pairs that were found before.

    \b
    claimtrack duplicates
    claimtrack duplicates --show repeats --limit 20
    claimtrack duplicates --format json
    """
    from claimtrack.workflow.matching.matching import find_duplicates, waiting_pairs

    with session.open() as db:
        if session.is_only_read():
            say("Nothing was compared, for what is found could not be kept: these pairs were found before.")
        else:
            with stopping(_STOPPED), progress("Comparing claims") as advance:
                find_duplicates(db, actor=session.actor, progress=advance)
        rows = waiting_pairs(db, WaitingPairs(show), limit=limit)
    columns = {
        "left_id": "id",
        "right_id": "other",
        "suggestion": "are",
        "score": "score",
        "left_text": "claim",
        "right_text": "other claim",
        "differences": "differs",
    }
    write_rows(rows, output_format, columns=columns)
    if not rows and output_format == "table":
        say("No pair waits for a judgement.")
