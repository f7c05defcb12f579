"""What whoever brings a sheet in wants to know of its changes beyond these: names, verdicts, claims that became one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from claimtrack.core.language.capitals import is_same_name_respelt
from claimtrack.core.model import Status
from claimtrack.core.sheets.cells import is_failed_formula
from claimtrack.core.sheets.words import own_words
from claimtrack.core.texts.markup import MARK
from claimtrack.core.texts.printable import MOST_NAMED, MOST_SHOWN, brief, list_some, numbered, shell_command
from claimtrack.store import claimants, claims, matches, names
from claimtrack.store.file.connecting import file_of
from claimtrack.store.reviews import reviews
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.judging import told_of_repeat, told_of_rewording
from claimtrack.workflow.matching.repeating import said_over_again
from claimtrack.workflow.people import meant
from claimtrack.workflow.sheets.changes import COMPARED
from claimtrack.workflow.sheets.retold import counted_once, from_known_addresses, spelt_otherwise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import Statement
    from claimtrack.core.sheets.words import Strange
    from claimtrack.workflow.sheets.changes import Change

_ITEMS = re.compile(r"\n|(?:^|\s)(?:\(?[1-9][).]|[•●▪])\s")
"""What stands between the items of a list in a cell."""
_AN_ITEM = 3
"""Words that an item has at least: a line of one or two is a heading or the end of a line that is too long."""
_WORDS = 10
"""Words of a field that are told one by one: where it has more, it is another field's column."""


@dataclass(slots=True)
class Told:
    """What is told of changes, and what stands against writing them."""

    notices: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def of_changes(db: Database, changes: Sequence[Change]) -> Told:
    """What is to be told of all rows that could be compared, those that change nothing among them. Reads only."""
    told = Told(
        [
            *_failed_formulas(changes),
            *spelt_otherwise(changes),
            *counted_once(changes),
            *_kept(changes),
            *_without_verdict(db, changes),
            *_with_strangers(db, changes),
            *_unseen(changes),
            *_several(changes),
            *_marked_up(changes),
            *_other_claims(db, changes),
            *from_known_addresses(db, changes),
        ]
    )
    _spell_once(db, changes, told)
    return told


def of_words(
    headers: Sequence[str], columns: Mapping[int, str], strange: Iterable[Strange]
) -> tuple[list[tuple[int, str]], list[str]]:
    """Tells each word that is no status or priority with its lines, beside the first of them, and how such words come in."""
    problems: list[tuple[int, str]] = []
    remedies: list[str] = []
    header = {name: headers[at] for at, name in columns.items()}
    for name, words in groupby(sorted(strange, key=itemgetter(0)), key=itemgetter(0)):
        told, own = list(words), own_words(name)
        problems += [
            (
                one.lines[0],
                f"{numbered('line', one.lines)}: there is no {name} {brief(one.word, MOST_SHOWN)!r}. Use one of: {', '.join(own)}",
            )
            for one in told[:_WORDS]
        ]
        if told[_WORDS:]:
            more = f"... and {len(told) - _WORDS:,} more words that are not a {name}"
            problems.append((told[_WORDS].lines[0], more))
        meant = shell_command(f"{brief(told[0].word, MOST_SHOWN)}={own[1]}")
        kept = shell_command(f"{header[name]}=note")
        remedies.append(
            f"To say what such words mean, use --map-{name} {meant}. To keep the column as a note, use --map {kept}"
        )
    return problems, remedies


def of_dividers(rows: Mapping[int, object]) -> str:
    """Tells which rows are left out, for they stand between claims; by their lines."""
    return f"{numbered('Line', [*rows])}: skipped, as a heading or rule between claims"


def of_wordless(rows: Mapping[int, Mapping[str, str]]) -> str:
    """Tells which rows are left out, for there is no claim in them; by their lines."""
    texts = dict.fromkeys(cells.get("text", "").strip() for cells in rows.values())
    shown = brief(list_some(filter(None, texts)) or "empty", MOST_SHOWN)
    which = "this row is" if len(rows) == 1 else f"these {len(rows):,} rows are"
    return f"{numbered('Line', [*rows])}: no words in the text ({shown}), so {which} left out"


def _failed_formulas(changes: Iterable[Change]) -> Iterator[str]:
    """Tells which cells that would come in show that a formula failed."""
    failed: dict[str, dict[int, str]] = {}
    for change in changes:
        for name, value in change.after.items():
            if isinstance(value, str) and is_failed_formula(value):
                failed.setdefault(name, {})[change.line] = value
    for name, values in failed.items():
        yield (
            f"{numbered('Line', [*values])}: {name} has the error of a failed formula ({', '.join(dict.fromkeys(values.values()))}): type the value instead"
        )


def _kept(changes: Sequence[Change]) -> Iterator[str]:
    """Tells what of another desk's work on its claims does not become this desk's."""
    filed = [one.line for one in changes if one.kept and one.claim_id is None]
    if filed:
        yield (
            f"{numbered('Line', filed)}: published or in review on another desk. Their reviews are not in this file, so they are filed as "
            "parked or checking. To bring the published reviews, too, run `claimtrack export claimreview` there and "
            "`claimtrack import claimreview` here"
        )
    known = [one for one in changes if one.kept and one.claim_id is not None]
    if known:
        fields = ", ".join(dict.fromkeys(name for one in known for name in one.kept))
        yield f"{numbered('Line', [one.line for one in known])}: the desk already has these claims, and keeps its own {fields}"


def _without_verdict(db: Database, changes: Iterable[Change]) -> list[str]:
    """Tells which rows call a claim published of which no review of ours is."""
    lines = [
        change.line
        for change in changes
        if change.after.get("status") == Status.PUBLISHED
        and (change.claim_id is None or not reviews.has_standing(db, change.claim_id))
    ]
    what = "called published, but you have not published a review of it, so readers see no verdict"
    return [f"{numbered('Line', lines)}: {what}"] if lines else []


def _with_strangers(db: Database, changes: Iterable[Change]) -> Iterator[str]:
    """Tells who gets a claim and is no user of a desk that has users: a freelancer, or a slip."""
    given: dict[str, list[int]] = {}
    for change in changes:
        if name := change.after.get("assignee"):
            given.setdefault(name, []).append(change.line)
    strangers = [(who.unknown, given[name]) for name in given if (who := meant(file_of(db), name)).unknown]
    for told, lines in strangers[:MOST_NAMED]:
        yield (
            f"{numbered('Line', lines)}: {told}. The claim is assigned to that name anyway; if it is a mistake, fix the cell or use `claimtrack "
            "assign ID NAME`"
        )
    if strangers[MOST_NAMED:]:
        yield f"and {len(strangers) - MOST_NAMED:,} more names that are not users of this desk: see `claimtrack user list`"


def _unseen(changes: Sequence[Change]) -> Iterator[str]:
    """Tells which new claims that somebody said count as never said, for no row about them tells a place or another time."""
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


def _several(changes: Iterable[Change]) -> Iterator[str]:
    """Tells which new claims look like several that share a cell: a list with numbers or dots, or lines of some words each."""
    lines = [one.line for one in changes if one.is_new and _is_list(str(one.after.get("text") or ""))]
    if lines:
        yield f"{numbered('Line', lines)}: the text is a list or has several lines, and becomes one claim. If it is several claims, give each a row"


def _marked_up(changes: Iterable[Change]) -> Iterator[str]:
    """Tells which new claims have the marks of a web page among their words, as a site's editor writes them."""
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
    items = [item for item in _ITEMS.split(text) if len(item.split()) >= _AN_ITEM]
    return len(items) > 1


def _other_claims(db: Database, changes: Iterable[Change]) -> Iterator[str]:
    """Tells which edited claims are judged the same as another, or say another over again from now on."""
    edited = {
        change.claim_id: change
        for change in changes
        if change.claim_id is not None and change.fields.keys() & COMPARED
    }
    said = {claim_id: _statements(db, claim_id, change) for claim_id, change in edited.items()}
    # Those in the very same letters: a look-up of what is spelt otherwise would take as long as the import itself.
    in_words: dict[str, list[int]] = {}
    for one in claims.with_words(db, (now.text for _, now in said.values())):
        in_words.setdefault(one.text, []).append(one.claim_id)
    for claim_id, change in edited.items():
        was, now = said[claim_id]
        same_as = matches.judged_same(db, claim_id) if "text" in change.fields else ()
        if same_as:
            yield f"Line {change.line}: {told_of_rewording(claim_id, same_as)}"
        if repeats := said_over_again(db, claim_id, was, now, alike=in_words.get(now.text, ())):
            yield f"Line {change.line}: {told_of_repeat(claim_id, repeats)}"


def _statements(db: Database, claim_id: int, change: Change) -> tuple[Statement, Statement]:
    """What the claim says, and what it is to say."""
    was = claims.get(db, claim_id).statement
    compared = {name: value for name, value in change.after.items() if name in COMPARED}
    return was, matching.as_known(db, replace(was, **compared))


def _spell_once(db: Database, changes: Iterable[Change], told: Told) -> None:
    """Tell which names are spelt otherwise from now on, and refuse two spellings of one."""
    spelt: dict[str, tuple[int, str]] = {}
    for change in changes:
        before, after = change.fields.get("claimant", (None, None))
        if change.is_new or not is_same_name_respelt(before, after):
            continue
        line, first = spelt.setdefault(after.casefold(), (change.line, after))
        if first != after:
            told.problems.append(f"line {change.line}: spells {after!r} what line {line} spells {first!r}")
        elif line == change.line:
            filed = names.under(db, claimants.find(db, before) or 0)
            told.notices.append(
                f"line {line}: {before} will be spelt {after} on all {filed:,} claim{'s' * (filed > 1)} filed under this name"
            )
