"""Exports a sheet of rows, published reviews as ClaimReview, or verdicts as text for an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.claimreview.claimreview import Profile, to_jsonld
from claimtrack.core.claimreview.validation import Finding, validate
from claimtrack.core.errors import NotFound
from claimtrack.core.model import ReviewStatus
from claimtrack.core.sheets.sheets import Format, Layout, Preset
from claimtrack.core.steps import Worded, by_command, terminal_only
from claimtrack.export import claimreview, csv_sheet, jsonl, markdown, site, xlsx_sheet
from claimtrack.export.target import binary_target, text_target
from claimtrack.export.words import is_shipped, words
from claimtrack.store import claims
from claimtrack.store.file import publication
from claimtrack.store.file.database import open_desk
from claimtrack.store.reviews import reviews as stored
from claimtrack.store.reviews.published import approved_reviews, open_reviews, published_ids, verdict_ids
from claimtrack.store.sheets import ALL_DATES, DateRange, open_sheet
from claimtrack.store.views import reviews_of_claim

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.export.words import Words
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
    own: Sequence[str] = (),
    bom: bool = False,
    delimiter: str = ",",
) -> int:
    """Write every row of a preset to a file, or to standard output with None; return how many. `bom` and `delimiter` are for CSV.

    `own` are columns of the desk's own to add. Raises ClaimtrackError for a workbook if openpyxl is not installed.
    """
    with open_sheet(desk, preset, criteria, days, own) as sheet:
        if form is Format.XLSX:
            with binary_target(target) as book:
                return xlsx_sheet.write(preset, sheet.columns, sheet.rows, book, lists=sheet.lists)
        with text_target(target, bom=bom) as out:
            if form is Format.JSONL:
                return jsonl.write(sheet.columns, sheet.rows, out, lists=sheet.lists)
            return csv_sheet.write(sheet.columns, sheet.rows, out, delimiter=delimiter, lists=sheet.lists)


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


def export_markdown(
    desk: Path,
    target: Path | None,
    *,
    claim_ids: Sequence[int] = (),
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    language: str | None = None,
    links: Sequence[tuple[str, str]] = (),
) -> list[dict[str, Any]]:
    """Write the verdicts that `verdicts_for_articles` returns, with approved ones; return them."""
    verdicts = verdicts_for_articles(desk, claim_ids, criteria, days, approved=True)
    texts = verdict_texts(verdicts, language=language, links=links)
    with text_target(target) as out:
        out.write(markdown.BETWEEN.join(texts))
    return verdicts


def verdict_texts(
    verdicts: Iterable[dict[str, Any]],
    *,
    language: str | None = None,
    links: Sequence[tuple[str, str]] = (),
) -> list[str]:
    """Return each of the `verdicts_for_articles` as Markdown.

    Headings and days are in `language`, or in words of a newsroom's own file, as `publish` takes them; else in the verdict's language
    or, if we have no words in it, in English. `links` are titles and addresses of pages, named at its end. Raises InvalidValue for a
    language without words.
    """
    chosen = words(language) if language else None
    return [markdown.verdict(one, chosen or words_of(one), links) for one in verdicts]


def verdicts_for_articles(
    desk: Path,
    claim_ids: Sequence[int] = (),
    criteria: ClaimFilter | None = None,
    days: DateRange = ALL_DATES,
    *,
    approved: bool = False,
) -> list[dict[str, Any]]:
    """Return the reviews that readers get on these claims, or on all that meet the criteria, with what a public copy has of each.

    With `approved`, of `claim_ids` also those that are approved, as readers would get them if they were published now: address and date are
    "", `is_published` is false, and they have what `approved_reviews` tells of their publication. Raises NotFound if there is no such
    claim, or article, and for one of `claim_ids` without such a verdict.
    """
    wanted = verdict_ids(desk, criteria, days, claim_ids)
    waiting = approved_reviews(desk, claim_ids) if approved and claim_ids else {}
    rows = publication.rows_of_reviews(desk, wanted, ReviewStatus.PUBLISHED)
    found = {one["id"]: one | {"is_published": True} for one in site.reviews_for_readers(rows)}
    if waiting:
        rows = publication.rows_of_reviews(desk, waiting, ReviewStatus.APPROVED)
        for one in site.reviews_for_readers(rows):
            found[one["id"]] = one | waiting[one["id"]] | {"is_published": False}
    if missing := set(claim_ids) - {one["claim_id"] for one in found.values()}:
        with closing(open_desk(desk)) as db:
            raise _explain_missing(db, next(one for one in claim_ids if one in missing))
    verdicts = [found[one] for one in [*wanted, *waiting] if one in found]
    place = {claim_id: number for number, claim_id in enumerate(claim_ids)}
    return sorted(verdicts, key=lambda one: place[one["claim_id"]]) if waiting else verdicts


def words_of(review: Mapping[str, Any]) -> Words:
    """The words of the site in the language of a review; in English, with days as stored, if we have none in it."""
    language = review["language"]
    return words(language if language and is_shipped(language) else None)


def _explain_missing(db: Database, claim_id: int) -> NotFound:
    """Return the error for a claim on which readers get no verdict of ours: why, and what to do."""
    claims.get(db, claim_id)
    begin = f"readers get no verdict of yours on claim {claim_id}: "
    other = stored.verdict_on(db, claim_id)
    if other not in (None, claim_id):
        told = f"claim {other} has the verdict, and is judged the same"
        return NotFound(
            f"{begin}{told}" + Worded(f". `claimtrack export markdown {other}` gives its text", "")
        )
    for review in reversed(reviews_of_claim(db, claim_id)):
        number = f"review {review['id']}"
        if review["held_on"]:
            return NotFound(f"{begin}{number} is held" + by_command(f"review release {review['id']}"))
        if review["status"] == ReviewStatus.APPROVED and not review["excluded_by_id"]:
            told = f"{number} is approved, but not published"
            return NotFound(f"{begin}{told}" + by_command(f"review publish {review['id']}"))
        if review["status"] == ReviewStatus.PUBLISHED and review["is_desk"] and not review["reviewed_on"]:
            return NotFound(f"{begin}{number} has no date: edit the row in Datasette's table `reviews`")
    return NotFound(f"{begin}none is published" + terminal_only(". See ", f"claimtrack show {claim_id}"))
