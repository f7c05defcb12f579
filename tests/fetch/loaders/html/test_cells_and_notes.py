"""What only a check reads of a page: table cells and footnotes, but neither the marks of notes nor the page around them."""

import lxml.html

from claimtrack.fetch.loaders.html.cells_and_notes import cells_and_notes
from tests.tables import each_row


@each_row(
    ("body", "found", "reason"),
    [
        ("<table><caption>a</caption><tr><th>b<td>c</table>", ["a", "b", "c"], "cells and a caption"),
        ("<table><tr><td>a<table><tr><td>b</table></table>", ["ab"], "a table in a cell is part of it"),
        ("<div class='x footnotes'><p id=fn1>a</p><p>b</p></div>", ["ab"], "notes in a list are part of it"),
        ("<aside role=doc-footnote>a</aside><aside role=x>b</aside>", ["a"], "by its role"),
        ("<p id=fn-1>a</p><p id=fnord>b</p>", ["a"], "by its id"),
        ("<p class=endnote>a</p><p class=note>b</p>", ["a"], "by its class"),
        ("<p>a<a class=footnote>1</a><sup id=fn2>2</sup><span class=footnote>3</span></p>", [], "marks"),
        ("<p>a</p><!-- b --><?c d?>", [], "comments"),
    ],
)
def test_cells_and_notes_are_found(body, found):
    page = lxml.html.document_fromstring(f"<html id=fn1><body class=footnotes>{body}</body></html>")
    assert [element.text_content() for element in cells_and_notes(page)] == found
