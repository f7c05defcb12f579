"""Finds the claim that a row without an id repeats: a claim of the desk, or that of an earlier row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.match import canonical_spelling, is_bare_answer, is_exact_repeat
from claimtrack.core.model import Statement
from claimtrack.core.sheets.edited_cells import has_value, parse_cell
from claimtrack.core.sheets.map_options import map_option
from claimtrack.core.sheets.own_columns import columns_that_differ, field_of
from claimtrack.core.sheets.sheets import LIST_COLUMNS
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store import claimants, claims, history
from claimtrack.workflow import occasions
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.matching import Repeats
from claimtrack.workflow.matching.repeating import exact_matches, is_compatible
from claimtrack.workflow.occasions import Occasion
from claimtrack.workflow.sheets.changes import COMPARED, Change, RowOccasion

if TYPE_CHECKING:
    from claimtrack.core.advancing import Advance
    from claimtrack.store.claims import ClaimRow, Wording


_BATCH = 1_000
"""How many rows are looked up at once: a thousand times fewer queries, few enough that what is read of a text is still cached."""


class DeskLookUp:
    """The claims of the desk that the rows of a sheet resemble or repeat, looked up for many rows at once. Reads only."""

    def __init__(self, db: Database, rows: Iterable[Mapping[str, str]], progress: Advance) -> None:
        self._db = db
        self._as_of = history.last_change_id(db)
        self._known_as = cache(partial(claimants.standing_name, db))
        self._asked: dict[tuple[str | None, ...], Statement] = {}
        self._met: dict[Statement, Repeats] = {}
        self._exact: dict[Statement, int | None] = {}
        self._worded: dict[str, list[Wording]] = {}
        waiting = list(rows)
        for start in range(0, len(waiting), _BATCH):
            self._look_up(waiting[start : start + _BATCH])
            progress(min(start + _BATCH, len(waiting)), len(waiting))

    def _look_up(self, rows: list[Mapping[str, str]]) -> None:
        asked = [one for one in dict.fromkeys(map(self._statement, rows)) if one not in self._exact]
        comparable = [one for one in asked if not is_bare_answer(one.text)]
        self._met |= matching.look_up_repeats(self._db, comparable)
        self._look_for_words(asked, {cells["text"] for cells in rows if cells.get("text")})

    def _look_for_words(self, asked: list[Statement], texts: set[str]) -> None:
        found = exact_matches(self._db, [(one, self._met.get(one, Repeats()).matches) for one in asked])
        self._exact |= zip(asked, found, strict=True)
        self._worded |= {text: [] for text in texts}
        for one in claims.find_by_text(self._db, texts):
            self._worded[one.text].append(one)

    def _statement(self, cells: Mapping[str, str]) -> Statement:
        key = tuple(map(cells.get, COMPARED))
        if key not in self._asked:
            statement = _statement(cells)
            self._asked[key] = replace(statement, claimant=self._known_as(statement.claimant))
        return self._asked[key]

    def resembled(self, cells: Mapping[str, str]) -> Repeats:
        """The matches of a new row that are worth showing to a person."""
        met = self._met.get(self._statement(cells), Repeats())
        return met._replace(matches=tuple(matching.filter_worth_showing(self._db, met.matches)))

    def repeated(self, cells: Mapping[str, str]) -> int | None:
        """The claim that the row repeats, as `add` would join it: one with the same text, else one with only another spelling.

        Raises InvalidValue if several have the same text: a row may change its claim, and it is not clear which one.
        """
        asked = self._statement(cells)
        is_new = asked in self._exact and self._exact[asked] is None and not self._worded[cells["text"]]
        if not is_new and history.last_change_id(self._db) > self._as_of:
            # The claim may have been reworded or removed meanwhile.
            self._look_for_words([asked], {cells["text"]})
        there = self._worded[cells["text"]]
        same = [one.claim_id for one in there if is_compatible(asked, one.statement)]
        if len(same) > 1:
            # If one has the row's day and place, the row was filed as that one: the same sheet is imported again.
            # A row with nothing but the text changes nothing, whichever claim it is.
            same = self._heard_as(cells, same) or same
        if len(same) > 1:
            raise InvalidValue(
                f"claims {', '.join(map(str, same))} have these words: give the id of the one you mean"
            )
        return same[0] if same else self._exact[asked]

    def _heard_as(self, cells: Mapping[str, str], claim_ids: list[int]) -> list[int]:
        if not any(cell.strip() for name, cell in cells.items() if name != "text"):
            return claim_ids[:1]
        said = read_occasion(cells)
        if said.place is None and said.day is None:
            return []
        return [one for one in claim_ids if is_occasion_known(self._db, claims.get(self._db, one), said)]


def _statement(cells: Mapping[str, str]) -> Statement:
    day = None
    with suppress(ClaimtrackError):  # reported where the row is parsed
        day = parse_cell("claimed_on", cells.get("claimed_on", ""))
    claimant = cells.get("claimant", "")
    name = clean_line(claimant) if has_value("claimant", claimant) else None
    return Statement(clean_line(cells.get("text", "")), name, day)


class EarlierRows:
    """The rows of a sheet that were read so far, by the claim that they are about."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._known: dict[int, list[Change]] = {}
        self._new: dict[str, list[list[Change]]] = {}

    def about(self, change: Change) -> list[Change]:
        """The earlier rows about the same claim as this one: a list to which it may be appended."""
        if change.claim_id is not None:
            return self._known.setdefault(change.claim_id, [])
        alike = self._new.setdefault(canonical_spelling(_text(change)), [])
        found = next((rows for rows in alike if self._are_about_one(rows, change)), None)
        if found is None:
            alike.append(found := [])
        return found

    def _are_about_one(self, rows: list[Change], change: Change) -> bool:
        """Whether the row repeats the earlier rows, as `add` would decide after them.

        Two rows with ids of another desk were two claims there: only the same text makes them one.
        """
        first = next(filter(None, map(_claimant, rows)), None)
        known_as = claimants.standing_names(self._db, (first, _claimant(change)))
        text, other = _text(rows[0]), _text(change)
        before = Statement(text, known_as[first], _day(rows[0]))
        if not is_compatible(Statement(other, known_as[_claimant(change)], _day(change)), before):
            return False
        is_numbered = rows[0].is_numbered and change.is_numbered
        return text == other or (
            not is_numbered and not is_bare_answer(other) and is_exact_repeat(text, other)
        )


def _text(change: Change) -> str:
    return str(change.after["text"])


def _claimant(change: Change) -> str | None:
    return change.said.claimant if change.said else None


def _day(change: Change) -> str | None:
    return change.said.day if change.said else None


class Contradiction(InvalidValue):
    """A row that contradicts an earlier row about the same claim."""

    def __init__(self, what: str, first: int, remedy: str) -> None:
        """`what` the row gives, and the line of the `first` row: reported once for all rows with the same contradiction."""
        super().__init__(f"{what} the claim of line {first}: keep one of them")
        self.what, self.first, self.remedy = what, first, remedy


def merge_with_earlier(change: Change, earlier: list[Change], notices: list[str]) -> Change:
    """Reduce a row to what it adds to the earlier rows about its claim, and append it to these.

    Another day or place is a further occasion; quotes that are not kept are reported in `notices`. Raises Contradiction if it is not
    clear which of the rows counts.
    """
    if earlier:
        _refuse_contradiction(change, earlier[0])
        said = change.said or RowOccasion()
        if all(said.adds_to(one.said or RowOccasion()) for one in earlier):
            is_again = change.is_again or change.claim_id is None or "claimed_on" in change.fields
        else:
            is_again = False
        repeats = earlier[0].line if change.claim_id is None else None
        note = None if any(one.note == change.note for one in earlier) else change.note
        linked = {link.source: link.quote for one in earlier for link in one.links}
        links = tuple(link for link in change.links if link.source not in linked)
        notices += [
            f"line {change.line}: {link.source} has {'another' if linked[link.source] else 'no'} quote in a row above, and only that is kept"
            for link in change.links
            if link.quote not in (None, linked.get(link.source, link.quote))
        ]
        earlier.append(change)
        covered_by = None if is_again else earlier[0].line
        return replace(
            change,
            fields={},
            is_again=is_again,
            repeats=repeats,
            covered_by=covered_by,
            note=note,
            links=links,
        )
    earlier.append(change)
    return change


def _refuse_contradiction(change: Change, first: Change) -> None:
    if change.said is None:
        raise Contradiction("also gives", first.line, "or empty the id of a copied row to file a new claim")
    for name, value in change.after.items():
        if name not in COMPARED and first.after.get(name) != value:
            other = "other" if name in LIST_COLUMNS else "another"
            own = columns_that_differ(value, first.after.get(name, ())) if name == "tags" else []
            where = f" ({', '.join(map(repr, own))})" if own else ""
            kept = (
                f"or keep the column as a note, as in {map_option(field_of(own[0]) if own else name, 'note')}"
            )
            raise Contradiction(f"gives {other} {name}{where} for", first.line, kept)


def read_occasion(cells: Mapping[str, str], held: str | None = None) -> RowOccasion:
    """Read from a row who said its claim, when and where; `held` is the day that the desk has."""
    claimant, url, place = (
        parse_cell(name, cells[name]) if has_value(name, cells.get(name, "")) else None
        for name in ("claimant", "url", "place")
    )
    day = cells.get("claimed_on", "")
    return RowOccasion(claimant, parse_cell("claimed_on", day, held) if day.strip() else None, url or place)


def is_occasion_known(db: Database, claim: ClaimRow, said: RowOccasion) -> bool:
    """Whether the desk knows this occasion of the claim already. Reads only."""
    claimant_id = claimants.find(db, said.claimant)
    if said.claimant and claimant_id is None:
        return False
    return occasions.is_known(db, claim, Occasion.of(db, claimant_id, said.day, said.place))
