"""Format a proposed claim for triage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.descriptions import (
    OWN_VOICE,
    describe_judgement,
    describe_place,
    describe_withdrawal,
)
from claimtrack.core.desk.actors import holder
from claimtrack.core.desk.reasons import FLAG_MEANINGS, top_reasons
from claimtrack.core.desk.sightings import describe_day, describe_dropped
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Kind
from claimtrack.core.texts.printable import humanise_name, printable
from claimtrack.core.texts.surroundings import surroundings

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row
    from claimtrack.workflow.triage import Case


def format_case(case: Case, number: int, of: int) -> Iterator[str]:
    """The lines of a claim in context, with the reasons for its score and the claims it may repeat."""
    claim, found = case.claim, case.appearance or {}
    facts = (
        f"claim {claim.id}",
        claim.claimant or found.get("speaker_as_written") or _unnamed_speaker(found),
        found.get("kind"),
        f"score {claim.score:.2f}" if claim.score is not None else None,
        f"seen {case.appearances} times" if case.appearances > 1 else None,
        describe_withdrawal(found) or describe_dropped(case.dropped, case.appearances),
    )
    yield ""
    yield click.style(printable(f"[{number} of {of}] {' · '.join(filter(None, facts))}"), bold=True)
    yield from _format_context(case)
    if reasons := found.get("reasons"):
        shown = top_reasons(reasons)
        more = len(reasons) - len(shown)
        yield printable(f"  why: {'; '.join(shown)}{f'; {more} more: ?' if more else ''}")
    if found.get("flags"):
        yield click.style(printable(f"  flags: {', '.join(found['flags'])}"), fg="yellow")
    for pair in case.suggestions:
        yield from _format_suggestion(pair)
    yield "  a accept  e edit  r reject  d duplicate of  s skip  u undo  q quit  ? help"


def list_reasons(case: Case) -> list[str]:
    """All reasons for a claim's score and the meaning of its flags, one per line."""
    found = case.appearance or {}
    flags = [
        f"  flag: {flag}: {FLAG_MEANINGS.get(flag, 'raised by a plug-in')}" for flag in found.get("flags", ())
    ]
    return [printable(line) for line in [*(f"  why: {one}" for one in found.get("reasons", ())), *flags]]


def _unnamed_speaker(found: Row) -> str:
    """What to print as the speaker if no name is recorded."""
    return OWN_VOICE if found.get("kind") == Kind.OUTLET else "speaker unknown"


def _format_context(case: Case) -> Iterator[str]:
    """The quotation, marked within its context, then the claim's wording if it differs."""
    found = case.appearance
    if not found:
        yield printable(f"  {case.claim.text}")
        return
    before, after = surroundings(found)
    before, quote, after = (
        printable(" ".join(re.split(r"\s+", words))) for words in (before, found["quote"], after)
    )
    marked = click.style(f"▸{quote}◂", bold=True, underline=True)
    yield f"  {before.lstrip()}{marked}{after}".rstrip()
    if case.claim.text != found["quote"]:
        yield printable(f"  as: {case.claim.text}")
    where = ", ".join(describe_place(found))
    # As in `show`: the date of an article is when it was published, not when the words were said.
    said_on = case.claim.claimed_on
    day = f"said on {said_on}" if said_on else describe_day(found["seen_on"], found["filed_on"])
    if day in where:  # an article without a title is named by its outlet and date
        day = ""
    at = f"at {found['timecode']}" if found["timecode"] else ""
    yield click.style(printable(f"  {' · '.join(filter(None, [where, day, at]))}"), dim=True)


def _format_suggestion(pair: Row) -> Iterator[str]:
    by = f" ({pair['claimant']})" if pair["claimant"] else ""
    score = "" if pair["score"] is None else f"{pair['suggestion']} {pair['score']:.2f}"
    assessment = ", ".join(filter(None, [score, describe_judgement(pair)]))
    rating = format_rating(pair)
    stands = (
        f"claim {pair['claim_id']}",
        humanise_name(pair["status"]),
        f"assigned to {who}" if (who := holder(pair["assignee"], pair["status"])) else None,
        f"rated {rating}" if rating else None,
        f"seen {pair['appearances']} times" if pair["appearances"] > 1 else None,
        f"last {pair['last_seen']}" if pair["appearances"] > 1 and pair["last_seen"] else None,
    )
    yield printable(f"  {assessment}: {', '.join(filter(None, stands))}: {pair['text']}{by}")
    if why := "; ".join(pair["differences"] or pair["reasons"]):
        yield click.style(printable(f"      {why}"), dim=True)
