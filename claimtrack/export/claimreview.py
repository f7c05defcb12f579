"""Writes ClaimReview: a DataFeed, a document a line, or Duke's CSV columns."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.duke_csv import COLUMNS, to_columns
from claimtrack.core.sheets.cells import escape_formula

if TYPE_CHECKING:
    import io
    from collections.abc import Iterable, Mapping

    Document = Mapping[str, Any]


def write_feed(documents: Iterable[Document], out: io.TextIOBase, *, name: str) -> int:
    """Write one DataFeed with all documents, an item a line; return how many."""
    head = {"@context": "https://schema.org", "@type": "DataFeed", "name": name}
    out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "dataFeedElement": [')
    written = 0
    for document in documents:
        item = {"@type": "DataFeedItem", "dateCreated": document.get("datePublished"), "item": [document]}
        out.write(",\n" if written else "\n")
        out.write(json.dumps(item, ensure_ascii=False))
        written += 1
    out.write("\n]}\n")
    return written


def write_lines(documents: Iterable[Document], out: io.TextIOBase) -> int:
    """Write a document a line; return how many."""
    written = 0
    for document in documents:
        out.write(json.dumps(document, ensure_ascii=False) + "\n")
        written += 1
    return written


def write_duke_csv(documents: Iterable[Document], out: io.TextIOBase) -> int:
    """Write the columns that Duke's Fact-Check Insights uses; return how many rows."""
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    written = 0
    for document in documents:
        written += 1
        sheet.writerow([escape_formula(cell) for cell in to_columns(document, str(written))])
    return written
