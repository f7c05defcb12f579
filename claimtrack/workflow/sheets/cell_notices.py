"""Notices about what the cells of a sheet say, whatever the desk holds: unknown words, lists, links that are no links."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.sheets.cells import is_failed_formula
from claimtrack.core.sheets.edited_cells import has_value
from claimtrack.core.sheets.words import desk_words
from claimtrack.core.texts.links import bare_addresses
from claimtrack.core.texts.printable import MOST_SHOWN, brief, list_some, numbered, plural, shell_command
from claimtrack.workflow.sheets.changes import Refusal

if TYPE_CHECKING:
    from claimtrack.core.sheets.words import UnknownWord
    from claimtrack.workflow.sheets.changes import Change, Row

_ITEMS = re.compile(r"\n|(?:^|\s)(?:\(?[1-9][).]|[•●▪])\s")
"""The separator between the items of a list in a cell."""
_BETWEEN_NAMES = re.compile(r"\s*[,;\n]\s*")
_MIN_ITEM_WORDS = 3
"""How many words an item has at least: a line of one or two is a heading, or the end of a wrapped line."""
_MAX_WORDS = 10
"""How many unknown words of a field are reported one by one: a column with more belongs to another field."""


def report_unknown_words(
    header: Mapping[str, str], strange: Iterable[UnknownWord]
) -> tuple[list[Refusal], list[str]]:
    """Report each word that is no status or priority, with its lines, and how to import such words."""
    refused: list[Refusal] = []
    remedies: list[str] = []
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
        example = shell_command(f"{brief(unknown[0].word, MOST_SHOWN)}={name.upper()}")
        kept = shell_command(f"{header[name]}=note")
        remedies.append(
            f"To say what each word means, use --map-{name} {example}, with nothing after the = to ignore it. To keep the column as a note, use --map {kept}"
        )
    return refused, remedies


def explain_stuck_status(header: str) -> str:
    """The remedy for statuses that claims of the desk cannot take, with the header of their column."""
    return f"To keep the statuses that claims have on the desk, leave the column out: --map {shell_command(f'{header}=')}"


def report_dividers(rows: Mapping[int, object]) -> str:
    """Report the rows that are skipped as headings or rules between claims."""
    return f"{numbered('Line', [*rows])}: skipped, as a heading or rule between claims"


def report_totals(rows: Mapping[int, Mapping[str, str]]) -> str:
    """Report the rows that are left out because they only sum up columns, or have a number for a claim."""
    texts = list_some(
        dict.fromkeys(repr(brief(cells["text"].strip(), MOST_SHOWN)) for cells in rows.values())
    )
    return f"{numbered('Line', [*rows])}: left out, as a number or a sum and no claim ({texts})"


def report_empty_claims(rows: Mapping[int, Mapping[str, str]]) -> str:
    """Report the rows that are skipped because their text has no words."""
    texts = dict.fromkeys(cells.get("text", "").strip() for cells in rows.values())
    shown = brief(list_some(filter(None, texts)) or "empty", MOST_SHOWN)
    which = "this row is" if len(rows) == 1 else f"these {len(rows):,} rows are"
    return f"{numbered('Line', [*rows])}: no words in the text ({shown}), so {which} left out"


def report_unkept_places(
    header: Mapping[str, str], rows: Iterable[Row], changes: Iterable[Change]
) -> Iterator[str]:
    """Report the rows whose place in words is not kept, because they also have its address, and how to keep both."""
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


def report_speakers(rows: Sequence[Row], changes: Iterable[Change]) -> Iterator[str]:
    """Report the rows whose speaker is made up of others in the column, and those of `changes` that are new claims without one.

    A desk's own export has no merged cells: there, an empty one means nobody.
    """
    yield from _report_joined_speakers(rows)
    yield from _report_missing_speakers(rows, changes)


def _report_joined_speakers(rows: Iterable[Row]) -> Iterator[str]:
    """Report the rows whose speaker is made up of others in the column ("Ada Miller,Ben Roe"), and becomes one new speaker."""
    cells = {line: cells.get("claimant", "").strip() for line, cells in rows}
    names = set(cells.values()) - {""}
    joined = [
        line
        for line, cell in cells.items()
        if len(parts := _BETWEEN_NAMES.split(cell)) > 1 and names.issuperset(parts)
    ]
    if joined:
        first = brief(cells[joined[0]], MOST_SHOWN)
        yield (
            f"{numbered('Line', joined)}: {first!r} becomes one speaker, although the sheet has each of these names in other rows, too. If they "
            "are several, give each a row"
        )


def _report_missing_speakers(rows: Iterable[Row], changes: Iterable[Change]) -> Iterator[str]:
    """Report the new claims whose cell for the speaker is empty although other rows have one: CSV leaves merged cells empty but for the first."""
    speakers = {line: cells["claimant"].strip() for line, cells in rows if "claimant" in cells}
    lines = [one.line for one in changes if one.is_new and speakers.get(one.line) == ""]
    if lines and any(has_value("claimant", cell) for cell in speakers.values()):
        these = "this claim has" if len(lines) == 1 else f"these {len(lines):,} claims have"
        yield (
            f"{numbered('Line', lines)}: the speaker is empty, so {these} none. If an empty cell means the one above (CSV keeps only the first of "
            "merged cells), fill it in in the sheet"
        )


def report_unheaded_cells(headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[str]:
    """Report the columns without a header that have cells: nothing says what they are, and they are not read."""
    unheaded = [at for at, header in enumerate(headers) if not header.strip()]
    found: dict[int, list[tuple[int, str]]] = {}
    for line, row in rows if unheaded else ():
        for at in unheaded:
            if cell := row[at].strip():
                found.setdefault(at, []).append((line, cell))
    for at, cells in found.items():
        line, cell = cells[0]
        shown = "a formula" if "\0" in cell else repr(brief(cell, MOST_SHOWN))
        yield (
            f"NOT READ, and not kept anywhere: column {at + 1}, which has no header, {plural(len(cells), 'cell')}, such as {shown} in line "
            f"{line}. To read it, give it a header, such as Notes"
        )


def report_hidden_rows(hidden: Container[int], rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[str]:
    """Report the rows that the workbook hides: whoever filtered it may expect only the others."""
    if lines := [line for line, _ in rows if line in hidden]:
        yield (
            f"{numbered('Line', lines)}: hidden in the workbook, by a filter or by hand, and read all the same. To leave such rows out, copy the "
            "others to a sheet of their own"
        )


def explain_missing_words(header: str) -> str:
    """Say that rows without the words of a claim change the claims of their ids, under this header, and what to do if these are not the desk's."""
    return (
        f"No column is read as the words of a claim, so each row changes the claim of this desk with the number in {header!r}. If that is another "
        f"program's number, use --map {shell_command(f'{header}=')}, and say which column has the words, as in --map 'Their header=text'"
    )


def report_failed_formulas(changes: Iterable[Change]) -> Iterator[str]:
    """Report the cells that contain the error of a failed formula."""
    failed: dict[str, dict[int, str]] = {}
    for change in changes:
        place = change.said.place if change.said else None
        notes = [("note", line.rpartition(": ")[2]) for line in (change.note or "").splitlines()]
        for name, value in [*change.after.items(), ("place", place), *notes]:
            if isinstance(value, str) and is_failed_formula(value):
                failed.setdefault(name, {})[change.line] = value
    for name, values in failed.items():
        yield (
            f"{numbered('Line', [*values])}: {name} has the error of a failed formula ({', '.join(dict.fromkeys(values.values()))}): type the value instead"
        )


def report_missing_places(changes: Sequence[Change]) -> Iterator[str]:
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


def report_lists(changes: Iterable[Change]) -> Iterator[str]:
    """Report the new claims that look like several in one cell: a numbered or bulleted list, or several lines of words."""
    lines = [one.line for one in changes if one.is_new and _is_list(str(one.after.get("text") or ""))]
    if lines:
        yield f"{numbered('Line', lines)}: the text is a list or has several lines, and becomes one claim. If it is several claims, give each a row"


def _is_list(text: str) -> bool:
    between = _ITEMS.findall(text)
    if len(between) == 1 and any(map(str.isdigit, between[0])):  # "by five votes to 4. Nobody knows why"
        return False
    items = [item for item in _ITEMS.split(text) if len(item.split()) >= _MIN_ITEM_WORDS]
    return len(items) > 1
