"""Print a claim with everything attached to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.descriptions import (
    describe_holder,
    describe_judgement,
    describe_place,
    describe_rating,
    describe_withdrawal,
    replacement_commands,
    status_in_words,
)
from claimtrack.cli.output.messages import name_desk
from claimtrack.core.desk.sightings import describe_day, describe_days, describe_dropped
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import ClaimantKind, Judgement, NoteStep, Priority, ReviewStatus
from claimtrack.core.texts.languages import foreign_language
from claimtrack.core.texts.printable import humanise_name, list_some, printable
from claimtrack.workflow.days import local_time

if TYPE_CHECKING:
    from claimtrack.cli.output.rows import Row


MAX_LINES = 50
"""Lines of a section: a claim may have been seen ten thousand times."""

_MOST_SAME = 20
"""Claims judged the same that a line names."""


def print_dossier(dossier: Row) -> None:
    """Print a claim and its sections; of long sections, only the newest rows or the likeliest matches."""
    for line in _dossier_lines(dossier):
        click.echo(printable(line))


def _dossier_lines(dossier: Row) -> Iterator[str]:
    claim, ledger = dossier["claim"], dossier["ledger"]
    yield f"Claim {claim['id']}: {claim['text']}"
    facts = {
        "claimant": claim["claimant"],
        "who is": _who(dossier["claimant_details"] or {}),
        "said on": claim["claimed_on"],
        "status": claim["status"],
        "priority": None if claim["priority"] == Priority.NORMAL else claim["priority"],
        "rating": _rating(dossier),
        "with": claim["assignee"],
        "due": claim["due_on"],
        "language": foreign_language(claim["language"]),
        "score": None if claim["score"] is None else f"{claim['score']:.2f}",
        "tags": ", ".join(claim["tags"]),
        "seen": ", ".join(filter(None, [_frequency(ledger), _dropped_in_all(ledger)])),
        "repeats": _standing(dossier["repeats"]),
        "taken as": _taken(dossier),
        "same as": list_some(_not_named(dossier), _MOST_SAME),
    }
    for name, value in facts.items():
        if value not in (None, ""):
            yield f"  {name}: {value}"
    for contradiction in dossier["contradictions"]:
        yield f"  warning: {contradiction}"
    yield from _ledger_lines(ledger)
    appearances = dossier["appearances"]
    seen = dossier.get("appearances_in_all", len(appearances))
    for title, rows, number, line in (
        ("Appearances", appearances[-MAX_LINES:], seen, _appearance),
        ("Evidence", dossier["evidence"], len(dossier["evidence"]), _evidence),
        ("Notes", dossier["notes"], len(dossier["notes"]), _note),
        ("Matches", dossier["matches"], dossier.get("matches_in_all", len(dossier["matches"])), _match),
    ):
        if rows:
            which = "likeliest" if line is _match else "newest"
            yield ""
            yield f"{title} ({number:,}{_truncation_note(len(rows), number, which)})"
            yield from (f"  {line(row)}" for row in rows)
    for title, rows, lines in (
        ("Reviews", dossier["reviews"], partial(_review_lines, claim["text"])),
        ("Reviews of claims judged the same", dossier["other_reviews"], _other_review_lines),
        ("Requests to others", dossier["interventions"], _intervention_lines),
    ):
        if rows:
            yield ""
            yield f"{title} ({len(rows):,})"
            yield from (f"  {line}" for row in rows for line in lines(row))


def _who(details: Row) -> str:
    """What readers are told of a claimant besides the name."""
    kind = details.get("kind")
    known = (details.get("role"), None if kind == ClaimantKind.UNKNOWN else kind, details.get("url"))
    return ", ".join(filter(None, known))


def _rating(dossier: Row) -> str | None:
    """The rating; if it was given to another claim that is judged the same, name that claim."""
    claim, rated = dossier["claim"], dossier["verdict_on"]
    rating = describe_rating(claim)
    return rating if rated in (None, claim["id"]) else f"{rating}, of claim {rated}"


def _standing(stands: Row | None) -> str | None:
    """The claim that stands for one parked as a duplicate, and who has it."""
    if stands is None:
        return None
    return describe_holder(stands["claim_id"], stands["status"], stands["assignee"])


def _taken(dossier: Row) -> str | None:
    """The claim judged the same that somebody has, unless it is named as the one that this repeats."""
    taken, repeats = dossier["taken_as"], dossier["repeats"] or {}
    if taken is None or taken["claim_id"] == repeats.get("claim_id"):
        return None
    return describe_holder(taken["claim_id"], taken["status"], taken["assignee"])


def _not_named(dossier: Row) -> list[int]:
    """The claims judged the same, except those that the lines above name."""
    above = [one["claim_id"] for one in (dossier["repeats"], dossier["taken_as"]) if one]
    return [one for one in dossier["ledger"]["claim_ids"] if one not in (dossier["claim"]["id"], *above)]


def _truncation_note(shown: int, number: int, which: str) -> str:
    """Say that a long section is truncated, and how to see the rest."""
    return f"; the {which} {shown}, all with --format json" if shown < number else ""


def _frequency(row: Row) -> str:
    """How often and when, for a ledger or one of its speakers: "3 times, 2024-01-01 to 2024-03-01"."""
    if not row["appearances"]:
        return ""
    times = "once" if row["appearances"] == 1 else f"{row['appearances']} times"
    return ", ".join([times, *describe_days(row["first_seen"], row["last_seen"], row["undated"])])


def _dropped_in_all(ledger: Row) -> str:
    """In how many articles the claim no longer is, and how many of them were withdrawn."""
    withdrawn = sum(bool(describe_withdrawal(one)) for one in ledger["entries"])
    return describe_dropped(ledger["dropped"], ledger["appearances"], withdrawn)


def _day(row: Row) -> str:
    return describe_day(row["seen_on"], row["filed_on"])


def _ledger_lines(ledger: Row) -> Iterator[str]:
    """Who made the claim, how often and when; nothing for a claim made once."""
    if ledger["appearances"] < 2:
        return
    yield ""
    ids = ledger["claim_ids"]
    same = f", over claims {list_some(ids, _MOST_SAME)}" if len(ids) > 1 else ""
    entries = ledger["entries"][-MAX_LINES:]
    yield f"Ledger ({_frequency(ledger)}{same}{_truncation_note(len(entries), ledger['appearances'], 'newest')})"
    for one in ledger["speakers"][:MAX_LINES]:
        yield f"  {one['speaker'] or 'nobody named'}: {_frequency(one)}"
    others = len(ledger["speakers"]) - MAX_LINES
    if others > 0:
        yield f"  and {others:,} others"
    for entry in entries:
        who = f"{_speaker(entry) or 'nobody named'} ({_ordinal(entry['nth'])} time)"
        yield f"    {_day(entry)}  {who} in {entry['article']}, claim {entry['claim_id']}{_dropped(entry)}"


def _speaker(row: Row) -> str | None:
    """The speaker, and the name under which the appearance was filed if it differs."""
    return f"{row['speaker']}, as {row['filed_as']}" if row["filed_as"] else row["speaker"]


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _appearance(row: Row) -> str:
    where = ", ".join(
        [*describe_place(row), *([row["url"]] if row["url"] not in (None, row["article"]) else [])]
    )
    who = f"{_speaker(row)}, " if row["speaker"] else ""
    quote = f": {row['quote']}" if row["quote"] else ""
    at = f", at {row['timecode']}" if row["timecode"] else ""
    at += _archived(row)
    return (
        f"{_day(row)}  {who}{row['kind'] or 'heard'} in {where}{at}{_dropped(row) or _superseded(row)}{quote}"
    )


def _archived(row: Row) -> str:
    return f"  (archived: {row['archived_url']})" if row["archived_url"] else ""


def _superseded(row: Row) -> str:
    return " (earlier version)" if row["superseded_by_id"] else ""


def _dropped(row: Row) -> str:
    if withdrawn := describe_withdrawal(row):
        return f" ({withdrawn})"
    return f" (no longer in its new version, article {row['dropped_by_id']})" if row["dropped_by_id"] else ""


def _evidence(row: Row) -> str:
    title = f"  {row['title']}" if row["title"] else ""
    primary = " (primary)" if row["is_primary"] else ""
    added = f"  (added by {row['added_by'] or 'unknown'}, {local_time(row['created_at'])[:10]})"
    retracted = f"  (retracted by its publisher on {row['retracted_on']})" if row["retracted_on"] else ""
    source = (
        f"{row['stance']}{primary}: {row['url'] or row['source']}{title}{_archived(row)}{retracted}{added}"
    )
    why = f"Why it was retracted: {row['retracted_note']}" if row["retracted_note"] else None
    return "\n  ".join([source, *_indent(row["quote"]), *_indent(why)])


def _note(row: Row) -> str:
    body = "\n    ".join(row["body"].splitlines())
    settles = " (settles what was in doubt)" if row["step"] == NoteStep.SETTLE else ""
    return f"{local_time(row['created_at'])[:10]}  {row['author'] or 'unknown'}{settles}: {body}"


def _match(row: Row) -> str:
    why = "; ".join([*row["differences"], *row["reasons"]])
    score = "" if row["score"] is None else f"{row['score']:.2f}  {row['suggestion']}"
    assessment = ", ".join(filter(None, [score, describe_judgement(row)]))
    rated = f", rated {rating}" if (rating := format_rating(row)) else ""
    same = (
        f", same as {list_some(row['same_as'], in_all=row['same_as_in_all'])}"
        if row["same_as"] and row["judgement"] != Judgement.SAME
        else ""
    )
    return f"{assessment}: claim {row['claim_id']}{same}{rated}: {row['text']}{f'  [{why}]' if why else ''}"


def _review_lines(text: str, row: Row) -> Iterator[str]:
    """A verdict with its id, then the claim's wording at the time if it differs, its text and the people who made it."""
    later = row["corrected_by_id"] or row["updated_by_id"]
    status = (
        f"{'corrected' if row['corrected_by_id'] else 'updated'} by review {later}"
        if later
        else status_in_words(row)
    )
    facts = [f"{row['rating'] or 'no rating'} ({status})", row["reviewed_on"], row["url"]]
    yield f"review {row['id']}, {row['publisher']}: {'  '.join(filter(None, facts))}"
    replaces = f"{'updates' if row['is_update'] else 'corrects'} review {row['corrects_id']}"
    about = replaces if row["corrects_id"] else ReviewStatus.WITHDRAWN
    note = f"{about}: {row['correction_note']}" if row["correction_note"] else None
    words = f"about: {row['claim']}" if row["claim"] != text else None
    texts = [words, row["headline"], row["summary"], note]
    names = {"drafted": row["drafted_by"], "imported": row["imported_by"], "approved": row["approved_by"]}
    people = ", ".join(f"{did} by {name}" for did, name in names.items() if name)
    yield from _indent(*texts, people, _unpublished_changes(row))


def _other_review_lines(row: Row) -> Iterator[str]:
    """A verdict on another claim: the claim, then what was found."""
    facts = [f"{row['rating']} ({status_in_words(row)})", row["reviewed_on"], row["url"]]
    yield f"claim {row['claim_id']}, {row['publisher']}: {'  '.join(filter(None, facts))}"
    yield from _indent(f"about: {row['claim']}", row["headline"], row["summary"])


def _unpublished_changes(row: Row) -> str | None:
    """What has changed on the desk since approval, and how to publish it; None if nothing has."""
    if not row["changed_since"]:
        return None
    draft = row["being_corrected_by_id"]
    how = f"review {draft}, which replaces it" if draft else "a correction or an update"
    commands = name_desk(f" ({replacement_commands(row['id'])})")
    seen = "do not see the changes" if row["held_on"] else "still see the approved version"
    return (
        f"readers {seen}. Changed on the desk since: {', '.join(row['changed_since'])}. "
        f"To show readers, publish {how}{'' if draft else commands}"
    )


def _intervention_lines(row: Row) -> Iterator[str]:
    outcome = humanise_name(row["outcome"])
    since = f" on {row['outcome_on']}" if row["outcome_on"] else ""
    where = f"  {row['url']}" if row["url"] else ""
    yield f"intervention {row['id']}, {row['asked_on']}: {row['asked']}, for a {row['purpose']} ({outcome}{since}){where}"
    yield from _indent(row["request"], row["outcome_note"])


def _indent(*texts: str | None) -> Iterator[str]:
    """The lines of the texts, indented."""
    yield from (f"  {line}" for text in texts if text for line in text.splitlines())
