"""Exports of the desk that cannot be imported as claims, recognised by headers that no other sheet has.

Their ids are those of other rows, and their columns show claims in another form than the desk stores: imported as
claims they would overwrite unrelated claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimtrack.core.errors import InvalidValue


class _OtherSheet(NamedTuple):
    """A kind of sheet: its name, headers that identify it, how to import its content instead, and how many of these headers are enough.

    An editor may have deleted the others.
    """

    name: str
    telltale: frozenset[str]
    remedy: str
    enough: int = 2


def _other_export(preset: str, telltale: str, remedy: str, enough: int = 2) -> _OtherSheet:
    back = f"only exports of claims can be imported with `import csv`. {remedy}"
    return _OtherSheet(f"an export of `{preset}`", frozenset(telltale.split()), back, enough)


_NOTES = "To import notes, use rows with `text`, `claimant` and `note`, and no id"


# Corrections come before reviews, because they have the headers of reviews, too.
_OTHER_SHEETS = (
    _other_export(
        "corrections",
        "rating_before rating_after changed_on",
        "To correct a review, use `claimtrack review correct`; to import other publishers' reviews, `claimtrack "
        "import claimreview`",
    ),
    _other_export(
        "reviews",
        "rating_value reviewed_on headline correction_note",
        "To import reviews as ClaimReview, use `claimtrack import claimreview`",
    ),
    _other_export(
        "appearances",
        "speaker_as_written context_before context_after span_start span_end",
        "To record where a claim was said, import its words with `text`, `claimant`, `claimed_on` and `url`, and no "
        "id",
    ),
    _other_export(
        "evidence",
        "stance is_primary archived_url added_by",
        "To import evidence, put it in columns `evidence url`, `evidence source` and `evidence quote` of a "
        "sheet of claims",
    ),
    _other_export(
        "notes", "claim_id body author", _NOTES, 3
    ),  # other people's sheets of claims have an author
    _other_export("notes", "written_by written_at", _NOTES),  # up to 0.5.0
    _other_export(
        "log",
        "exact_words article_url published_url appearance_id",
        "The log has a row for each appearance, with its speaker and day: export and edit `claims` instead",
    ),
    _OtherSheet(
        "ClaimReview",
        frozenset(
            ("claimReviewed", "datePublished", "reviewRating.alternateName", "itemReviewed.author.name")
        ),
        "read it with `claimtrack import claimreview`",
    ),
    _OtherSheet(
        "the queue of `triage --list`",
        frozenset(("decision", "other", "quote", "flags", "resembles")),
        "carry out its decisions with `claimtrack triage --decisions`",
    ),
)


def refuse_other_sheet(headers: Sequence[str]) -> None:
    """Raise InvalidValue for a sheet that is not one of claims, such as ClaimReview; the message says how to import it."""
    there = {header.strip() for header in headers}
    for other in _OTHER_SHEETS:
        if len(other.telltale & there) >= other.enough:
            raise InvalidValue(f"this is {other.name}, not a sheet of claims: {other.remedy}")
