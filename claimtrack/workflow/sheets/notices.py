"""Notices about a sheet's changes: what to know before importing it, such as respelt names or missing verdicts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.model import Status
from claimtrack.core.sheets.cells import is_failed_formula
from claimtrack.core.sheets.edited_cells import has_value
from claimtrack.core.sheets.words import desk_words
from claimtrack.core.texts.links import bare_addresses
from claimtrack.core.texts.markup import MARK
from claimtrack.core.texts.printable import (
    MOST_NAMED,
    MOST_SHOWN,
    brief,
    claimtrack_command,
    numbered,
    shell_command,
)
from claimtrack.store import claimants, claims, matches, names
from claimtrack.store.reviews import reviews
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.judging import explain_new_repeats, explain_rewording
from claimtrack.workflow.matching.repeating import find_new_repeats
from claimtrack.workflow.people import resolve_user
from claimtrack.workflow.sheets.changes import COMPARED, Refusal
from claimtrack.workflow.sheets.repeat_notices import (
    report_known_addresses,
    report_redundant_rows,
    report_respelt_matches,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from claimtrack.core.model import Statement
    from claimtrack.core.sheets.words import UnknownWord
    from claimtrack.workflow.sheets.changes import Change, Row

_ITEMS = re.compile(r"\n|(?:^|\s)(?:\(?[1-9][).]|[•●▪])\s")
"""The separator between the items of a list in a cell."""
_MIN_ITEM_WORDS = 3
"""How many words an item has at least: a line of one or two is a heading, or the end of a wrapped line."""
_MAX_WORDS = 10
"""How many unknown words of a field are reported one by one: a column with more belongs to another field."""


@dataclass(slots=True)
class Findings:
    """Notices about changes, and the rows that cannot be written."""

    notices: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)


def report_changes(db: Database, changes: Sequence[Change], file: Path | None) -> Findings:
    """Collect the notices and refusals of all compared rows, including those that change nothing. Reads only.

    `file` is the desk's, beside which its users are kept.
    """
    findings = Findings(
        [
            *_report_failed_formulas(changes),
            *report_respelt_matches(changes),
            *report_redundant_rows(changes),
            *_report_other_desks_work(changes),
            *_report_missing_verdicts(db, changes),
            *_report_unknown_assignees(file, changes),
            *_report_missing_places(changes),
            *_report_lists(changes),
            *_report_markup(changes),
            *_report_repeated_claims(db, changes),
            *report_known_addresses(db, changes),
        ]
    )
    _report_respelt_names(db, changes, findings)
    return findings


def report_unknown_words(
    headers: Sequence[str], columns: Mapping[int, str], strange: Iterable[UnknownWord]
) -> tuple[list[Refusal], list[str]]:
    """Report each word that is no status or priority, with its lines, and how to import such words."""
    refused: list[Refusal] = []
    remedies: list[str] = []
    header = {name: headers[at] for at, name in columns.items()}
    for name, words in groupby(sorted(strange, key=itemgetter(0)), key=itemgetter(0)):
        unknown, own = list(words), desk_words(name)
        refused += [
            Refusal(
                tuple(one.lines),
                f"{numbered('line', one.lines)}: there is no {name} {brief(one.word, MOST_SHOWN)!r}. Use one of: {', '.join(own)}",
            )
            for one in unknown[:_MAX_WORDS]
        ]
        if unknown[_MAX_WORDS:]:
            more = f"... and {len(unknown) - _MAX_WORDS:,} more words that are not a {name}"
            lines = sorted(line for one in unknown[_MAX_WORDS:] for line in one.lines)
            refused.append(Refusal(tuple(lines), more))
        example = shell_command(f"{brief(unknown[0].word, MOST_SHOWN)}={own[1]}")
        kept = shell_command(f"{header[name]}=note")
        remedies.append(
            f"To say what such words mean, use --map-{name} {example}. To keep the column as a note, use --map {kept}"
        )
    return refused, remedies


def report_unkept_places(
    headers: Sequence[str], columns: Mapping[int, str], rows: Iterable[Row], changes: Iterable[Change]
) -> Iterator[str]:
    """Report the rows whose place in words is not kept, because they also have its address, and how to keep both."""
    header = {name: headers[at] for at, name in columns.items()}
    if not header.keys() >= {"url", "place"}:
        return
    cells_at = dict(rows)
    lines = [
        one.line for one in changes if (one.is_new or one.is_again) and _has_two_places(cells_at[one.line])
    ]
    if lines:
        words, address = header["place"], header["url"]
        yield (
            f"{numbered('Line', lines)}: the place is the address in {address!r}, and what {words!r} says is not kept. To keep it in a note, "
            f"use --map {shell_command(f'{words}=note')}; if the address is evidence, use --map {shell_command(f'{address}=evidence')}"
        )


def report_bare_addresses(rows: Iterable[Row], changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows whose links become a note, because one lacks its https://."""
    cells_at = dict(rows)
    bare = {one.line: bare_addresses(cells_at[one.line].get("evidence", "")) for one in changes if one.note}
    if lines := [line for line, found in bare.items() if found]:
        yield (
            f"{numbered('Line', lines)}: {brief(bare[lines[0]][0], MOST_SHOWN)!r} has no https:// before it, so it becomes a note and no "
            "evidence. To file it as evidence, add https:// in the sheet"
        )


def _has_two_places(cells: Mapping[str, str]) -> bool:
    url, place = (cells.get(name, "") for name in ("url", "place"))
    return has_value("url", url) and has_value("place", place) and url.strip() != place.strip()


def _report_failed_formulas(changes: Iterable[Change]) -> Iterator[str]:
    """Report the cells that contain the error of a failed formula."""
    failed: dict[str, dict[int, str]] = {}
    for change in changes:
        for name, value in change.after.items():
            if isinstance(value, str) and is_failed_formula(value):
                failed.setdefault(name, {})[change.line] = value
    for name, values in failed.items():
        yield (
            f"{numbered('Line', [*values])}: {name} has the error of a failed formula ({', '.join(dict.fromkeys(values.values()))}): type the value instead"
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


def _report_missing_places(changes: Sequence[Change]) -> Iterator[str]:
    """Report the new claims with a speaker or day that do not count as seen, because no row gives a place or a further occasion."""
    again = {one.repeats for one in changes if one.is_again}
    lines = [
        one.line
        for one in changes
        if one.is_new and one.line not in again and one.said and any(one.said[:2]) and not one.said.place
    ]
    if lines:
        these = "this claim does" if len(lines) == 1 else f"these {len(lines):,} claims do"
        yield (
            f"{numbered('Line', lines)}: the place where it was said is missing, so {these} not count as seen. Add a column for it (Source, Where, "
            "URL, or --map 'Its header=place') now, or in a later import of the same rows"
        )


def _report_lists(changes: Iterable[Change]) -> Iterator[str]:
    """Report the new claims that look like several in one cell: a numbered or bulleted list, or several lines of words."""
    lines = [one.line for one in changes if one.is_new and _is_list(str(one.after.get("text") or ""))]
    if lines:
        yield f"{numbered('Line', lines)}: the text is a list or has several lines, and becomes one claim. If it is several claims, give each a row"


def _report_markup(changes: Iterable[Change]) -> Iterator[str]:
    """Report the new claims that contain HTML, as the editor of a website writes it."""
    marks = {
        one.line: mark for one in changes if one.is_new and (mark := MARK.search(str(one.after.get("text"))))
    }
    if marks:
        shown = ", ".join(dict.fromkeys(mark.group() for mark in [*marks.values()][:MOST_NAMED]))
        yield f"{numbered('Line', [*marks])}: the text has HTML ({brief(shown, MOST_SHOWN)}), which becomes part of the claim: replace it in the sheet, or afterwards with `claimtrack edit ID --clean`"


def _is_list(text: str) -> bool:
    between = _ITEMS.findall(text)
    if len(between) == 1 and any(map(str.isdigit, between[0])):  # "by five votes to 4. Nobody knows why"
        return False
    items = [item for item in _ITEMS.split(text) if len(item.split()) >= _MIN_ITEM_WORDS]
    return len(items) > 1


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
        if same_as:
            yield f"Line {change.line}: {explain_rewording(claim_id, same_as)}"
        if repeats := find_new_repeats(db, claim_id, was, now, alike=in_words.get(now.text, ())):
            yield f"Line {change.line}: {explain_new_repeats(claim_id, repeats)}"


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
