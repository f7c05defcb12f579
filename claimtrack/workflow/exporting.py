"""Exports a sheet of rows, or published reviews as ClaimReview."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.claimreview import Profile, to_jsonld
from claimtrack.core.claimreview.validation import Finding, validate
from claimtrack.core.sheets.sheets import Format, Layout, Preset
from claimtrack.export import claimreview, csv_sheet, jsonl, xlsx_sheet
from claimtrack.export.target import binary_target, text_target
from claimtrack.store.reviews.published import open_reviews, published_ids
from claimtrack.store.sheets import ALL_DATES, DateRange, open_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from claimtrack.store.reviews.published import PublishedReview
    from claimtrack.store.views import ClaimFilter


def export_sheet(
    desk: Path,
    target: Path | None,
    form: Format = Format.CSV,
    *,
    preset: Preset = Preset.CLAIMS,
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    bom: bool = False,
    delimiter: str = ",",
) -> int:
    """Write every row of a preset to a file, or to standard output with None; return how many. `bom` and `delimiter` are for CSV.

    Raises ClaimtrackError for a workbook if openpyxl is not installed.
    """
    with open_sheet(desk, preset, criteria, days) as sheet:
        if form is Format.XLSX:
            with binary_target(target) as book:
                return xlsx_sheet.write(preset, sheet.columns, sheet.rows, book)
        with text_target(target, bom=bom) as out:
            if form is Format.JSONL:
                return jsonl.write(sheet.columns, sheet.rows, out)
            return csv_sheet.write(sheet.columns, sheet.rows, out, delimiter=delimiter)


_FILE = re.compile(r"review-(?P<id>[1-9][0-9]*)\.json")


@dataclass(frozen=True, slots=True)
class Examined:
    """A review with the problems that the rules of ClaimReview find in it."""

    review_id: int
    findings: tuple[Finding, ...]


@dataclass(slots=True)
class Exported:
    """How many reviews were written, which were left out because of errors, and which were written with a warning."""

    written: int = 0
    left_out: list[Examined] = field(default_factory=list)
    warned: list[Examined] = field(default_factory=list)
    removed: list[Path] = field(default_factory=list)
    """Files of an earlier export that were removed: their reviews are no longer published, or left out now."""


def export_claimreview(
    desk: Path,
    target: Path | None,
    *,
    layout: Layout = Layout.FEED,
    profile: Profile = Profile.GOOGLE,
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    all_publishers: bool = False,
) -> Exported:
    """Write the published reviews that have no errors as ClaimReview."""
    done = Exported()
    with (
        open_reviews(desk, criteria, days, all_publishers=all_publishers) as reviews,
        text_target(target) as out,
    ):
        documents = (document for _, document in valid_documents(reviews, profile, done))
        if layout is Layout.FEED:
            claimreview.write_feed(documents, out)
        elif layout is Layout.LINES:
            claimreview.write_lines(documents, out)
        else:
            claimreview.write_duke_csv(documents, out)
    return done


def export_claimreview_files(
    desk: Path,
    folder: Path,
    *,
    profile: Profile = Profile.GOOGLE,
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    all_publishers: bool = False,
) -> Exported:
    """Write each published review as a file of its own, review-12.json, as `export_claimreview` does.

    Afterwards the files of reviews that are no longer published, or left out, are removed: else a withdrawn verdict would still be there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done = Exported()
    with open_reviews(desk, criteria, days, all_publishers=all_publishers) as reviews:
        for review, document in valid_documents(reviews, profile, done):
            with text_target(folder / f"review-{review.id}.json") as out:
                out.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    standing = published_ids(desk) - {one.review_id for one in done.left_out}
    for path in folder.glob("review-*.json"):
        name = _FILE.fullmatch(path.name)
        if name and int(name["id"]) not in standing:
            path.unlink()
            done.removed.append(path)
    return done


def valid_documents(
    reviews: Iterable[PublishedReview], profile: Profile, done: Exported
) -> Iterator[tuple[PublishedReview, dict[str, Any]]]:
    """Yield each review with its document and count it; those with errors are left out, and recorded in `done` like those with warnings.

    A page has one review: a second one at the same address is an error, too.
    """
    seen: dict[str, int] = {}
    for review in reviews:
        document = to_jsonld(review.says, profile)
        findings = validate(document)
        errors = [finding for finding in findings if finding.is_error]
        if review.says.url in seen:
            message = f"review {seen[review.says.url]} has the same address: give each its own page, or an anchor (#rent)"
            errors.append(Finding("url", message))
        if errors:
            done.left_out.append(Examined(review.id, tuple(errors)))
            continue
        if findings:
            done.warned.append(Examined(review.id, tuple(findings)))
        seen[review.says.url] = review.id
        done.written += 1
        yield review, document
