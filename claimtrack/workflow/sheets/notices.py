"""Notices about a sheet's changes to the desk: what to know before importing it, such as respelt names, missing verdicts or repeated claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.model import Statement, Status
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import MOST_NAMED, claimtrack_command, list_some, numbered
from claimtrack.store import claimants, claims, matches, names
from claimtrack.store.reviews import reviews
from claimtrack.workflow import occasions
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.repeating import find_new_repeats
from claimtrack.workflow.matching.rewording import explain_rewording
from claimtrack.workflow.people import resolve_user
from claimtrack.workflow.sheets.cell_notices import (
    report_failed_formulas,
    report_lists,
    report_missing_places,
)
from claimtrack.workflow.sheets.changes import COMPARED, Refusal
from claimtrack.workflow.sheets.rows import quote_value

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.workflow.sheets.changes import Change
    from claimtrack.workflow.sheets.repeats import Contradiction


@dataclass(slots=True)
class Findings:
    """Notices about changes, and the rows that cannot be written."""

    notices: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def report_changes(db: Database, changes: Sequence[Change], file: Path | None) -> Findings:
    """Collect the notices and refusals of all compared rows, including those that change nothing. Reads only.

    `file` is the desk's, beside which its users are kept.
    """
    moved = [*_refuse_moved_texts(changes)]
    elsewhere = {
        line for refusal in moved for line in refusal.lines
    }  # of course they say the same as another claim
    findings = Findings(
        [
            *report_failed_formulas(changes),
            *_report_respelt_matches(changes),
            *_report_redundant_rows(changes),
            *_report_other_desks_work(changes),
            *_report_missing_verdicts(db, changes),
            *_report_unknown_assignees(file, changes),
            *report_missing_places(changes),
            *report_lists(changes),
            *_report_repeated_claims(db, (one for one in changes if one.line not in elsewhere)),
            *_report_known_addresses(db, changes),
        ]
    )
    _report_respelt_names(db, changes, findings)
    findings.refused += moved
    return findings


def _refuse_moved_texts(changes: Iterable[Change]) -> Iterator[Refusal]:
    """Refuse rows with each other's words, as when a column was sorted by itself: speaker, verdict and notes would stay with other claims."""
    reworded = {one.line: one.fields["text"] for one in changes if one.named and "text" in one.fields}
    words = {before for before, _ in reworded.values()}
    if len(moved := [line for line, (_, after) in reworded.items() if after in words]) > 1:
        yield Refusal(
            tuple(moved),
            f"{numbered('line', moved)}: the words are those of other rows, as if a column had been sorted or moved by itself. Sort all columns "
            "together, so that each claim keeps its id. To give a claim the words of another, use `claimtrack edit ID --text TEXT`",
        )


def _report_other_desks_work(changes: Sequence[Change]) -> Iterator[str]:
    """Report which of another desk's work on its claims is not taken over."""
    filed = [one.line for one in changes if one.kept and one.claim_id is None]
    if filed:
        yield (
            f"{numbered('Line', filed)}: published or in review on another desk. Their reviews are not in this file, so they are filed as "
            "parked or checking. To bring the published reviews, too, run `export claimreview` there and "
            "`claimtrack import claimreview` here"
        )
    known = [one for one in changes if one.kept and one.claim_id is not None]
    if known:
        fields = ", ".join(dict.fromkeys(name for one in known for name in one.kept))
        yield f"{numbered('Line', [one.line for one in known])}: the desk already has these claims, and keeps its own {fields}"


def _report_missing_verdicts(db: Database, changes: Iterable[Change]) -> list[str]:
    """Report the rows that call a claim published though no review of ours is."""
    lines = [
        change.line
        for change in changes
        if change.after.get("status") == Status.PUBLISHED
        and (change.claim_id is None or not reviews.has_published(db, change.claim_id))
    ]
    what = "called published, but you have not published a review of it, so readers see no verdict"
    return [f"{numbered('Line', lines)}: {what}"] if lines else []


def _report_unknown_assignees(file: Path | None, changes: Iterable[Change]) -> Iterator[str]:
    """Report the assignees who are not users of a desk that has users: freelancers, or typos."""
    given: dict[str, list[int]] = {}
    for change in changes:
        if name := change.after.get("assignee"):
            given.setdefault(name, []).append(change.line)
    strangers = [(who, given[name]) for name in given if (who := resolve_user(file, name)).unknown]
    for who, lines in strangers[:MOST_NAMED]:
        remedy = (
            f"if it is {who.likely!r}, use {claimtrack_command('reassign', who.name, who.likely)} afterwards"
            if who.likely
            else "if it is a mistake, fix the cell or use `claimtrack assign ID NAME`"
        )
        yield f"{numbered('Line', lines)}: {who.unknown}. The claim is assigned to that name anyway; {remedy}"
    if strangers[MOST_NAMED:]:
        yield f"and {len(strangers) - MOST_NAMED:,} more names that are not users of this desk: see `claimtrack user list`"


def _report_repeated_claims(db: Database, changes: Iterable[Change]) -> Iterator[str]:
    """Report the edited claims that are judged the same as another, or now repeat another."""
    edited = {
        change.claim_id: change
        for change in changes
        if change.claim_id is not None and change.fields.keys() & COMPARED
    }
    said = {claim_id: _statements(db, claim_id, change) for claim_id, change in edited.items()}
    # Those in the very same letters: a look-up of what is spelt otherwise would take as long as the import itself.
    in_words: dict[str, list[int]] = {}
    for one in claims.find_by_text(db, (now.text for _, now in said.values())):
        in_words.setdefault(one.text, []).append(one.claim_id)
    for claim_id, change in edited.items():
        was, now = said[claim_id]
        same_as = matches.judged_same(db, claim_id) if "text" in change.fields else ()
        repeats = find_new_repeats(db, claim_id, was, now, alike=in_words.get(now.text, ()))
        yield from (f"Line {change.line}: {told}" for told in explain_rewording(claim_id, same_as, repeats))


def _statements(db: Database, claim_id: int, change: Change) -> tuple[Statement, Statement]:
    """The claim's statement before and after the change."""
    was = claims.get(db, claim_id).statement
    compared = {name: value for name, value in change.after.items() if name in COMPARED}
    return was, matching.with_main_name(db, replace(was, **compared))


def _report_respelt_names(db: Database, changes: Iterable[Change], findings: Findings) -> None:
    """Report the names that are spelt differently from now on; two new spellings of one name are a problem."""
    spelt: dict[str, tuple[int, str]] = {}
    for change in changes:
        before, after = change.fields.get("claimant", (None, None))
        if change.is_new or not is_same_name_respelt(before, after):
            continue
        line, first = spelt.setdefault(after.casefold(), (change.line, after))
        if first != after:
            message = f"line {change.line}: spells {after!r} what line {line} spells {first!r}"
            findings.refused.append(Refusal((change.line,), message))
        elif line == change.line:
            filed = names.count_claims(db, claimants.find(db, before) or 0)
            findings.notices.append(
                f"line {line}: {before} will be spelt {after} on all {filed:,} claim{'s' * (filed > 1)} filed under this name"
            )


def report_contradictions(found: Mapping[str, Sequence[tuple[int, Contradiction]]]) -> Iterator[Refusal]:
    """Report the rows that contradict an earlier row about their claim."""
    for what, rows in found.items():
        line, error = rows[0]
        message = f"line {line}: {error}"
        if len(rows) > 1:
            named = numbered("line", [line for line, _ in rows])
            message = f"{named}: each {what} the claim of a row further up (line {line} for that of line {error.first}): keep one row of each claim"
        yield Refusal(tuple(line for line, _ in rows), f"{message}, {error.remedy}")


def _report_respelt_matches(changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows that were matched to a claim with another spelling."""
    found: dict[tuple[int | None, str], list[int]] = {}
    for one in changes:
        if one.held is not None:
            found.setdefault((one.claim_id, one.held), []).append(one.line)
    for (claim_id, held), lines in found.items():
        yield f"{numbered('line', lines)}: matched to claim {claim_id}, which has it as {quote_value(held)}"


def _report_redundant_rows(changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows that add nothing to an earlier row about the same claim."""
    again = {one.line: one.covered_by for one in changes if one.covered_by is not None}
    if len(again) == 1:
        [(line, first)] = again.items()
        yield f"line {line}: the same claim as line {first}, with no other date or place, so it counts once"
    elif again:
        line, first = next(iter(again.items()))
        yield (
            f"{numbered('Line', [*again])}: each has the claim of a row further up (line {line} that of line {first}), with no other date or "
            "place, so it counts once"
        )


def _report_known_addresses(db: Database, changes: Sequence[Change]) -> Iterator[str]:
    """Report the new claims from an address at which the desk has another: it may be the same one, reworded, or filed under a wrong speaker."""
    said = [
        (one, one.said.place) for one in changes if one.said and one.said.place and is_url(one.said.place)
    ]
    rows_from = Counter(url for _, url in said)
    there = {
        one.line: claims_there[0]
        for one, url in said
        if one.is_new and rows_from[url] == 1 and len(claims_there := occasions.claims_on(db, url)) == 1
    }
    if there:
        named = list_some(f"line {line}: claim {claim_id}" for line, claim_id in there.items())
        yield (
            f"{numbered('Line', [*there])}: the desk has a claim from this address in other words or of another speaker ({named}). If it is the same "
            "claim, reworded or filed under a wrong name, give the row that id in a column 'id', and the claim changes; otherwise both are on the "
            "desk"
        )
