"""Writes ClaimReview: a DataFeed, a document a line, or Duke's CSV columns."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.duke_csv import COLUMNS, to_columns
from claimtrack.core.sheets.cells import escape_formula

if TYPE_CHECKING:
    import io

    Document = Mapping[str, Any]


def write_feed(documents: Iterable[Document], out: io.TextIOBase) -> None:
    """Write one DataFeed with all documents, an item a line."""
    head = {"@context": "https://schema.org", "@type": "DataFeed", "name": "Fact checks"}
    out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "dataFeedElement": [')
    separator = "\n"
    for document in documents:
        modified = {name: document[name] for name in ("dateModified",) if name in document}
        item = {"@type": "DataFeedItem", "dateCreated": document.get("datePublished"), **modified}
        item["item"] = [document]
        out.write(separator + json.dumps(item, ensure_ascii=False))
        separator = ",\n"
    out.write("\n]}\n")


def write_lines(documents: Iterable[Document], out: io.TextIOBase) -> None:
    """Write a document a line."""
    out.writelines(json.dumps(document, ensure_ascii=False) + "\n" for document in documents)


def write_duke_csv(documents: Iterable[Document], out: io.TextIOBase) -> None:
    """Write the columns that Duke's Fact-Check Insights uses."""
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for number, document in enumerate(documents, 1):
        sheet.writerow([escape_formula(cell) for cell in to_columns(document, str(number))])
