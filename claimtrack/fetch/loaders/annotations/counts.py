"""Counts the annotations of a draft that are not part of its text: links, footnotes and comments."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.steps import Worded

# In Markdown: an inline link, a link with its address below, and a comment.
_LINKS = expression(
    r"(?<!!)\[[^\[\]\n]+\]\([ \t]*<?https?://|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?https?://",
    re.MULTILINE | re.IGNORECASE,
)
COMMENT = r"<!--(?>(?:[^<-]|<(?!!--)|-(?!->))*)-->"
_COMMENTS = expression(COMMENT)
NOTE = r"^ {0,3}\[\^[^\[\]\n]+\]:[^\n]*(?:\n(?:\n {4}|\n\t|  |\t)[ \t]*\S[^\n]*)*$"
"""The text of a footnote in Markdown, with the indented lines below it."""
_NOTES = expression(NOTE, re.MULTILINE)
# In the HTML made from a Word file, and in the part with its comments.
_LINK = expression(r'<a href="https?://', re.IGNORECASE)
_NOTE = expression(r'<li id="(?:foot|end)note-')
WORD_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")


class Annotations(NamedTuple):
    """The number of annotations of each kind."""

    links: int
    footnotes: int
    comments: int

    def told(self, *, asked: bool = False) -> tuple[str, ...]:
        """The warning that they are left out, if there are any. `asked`: links were asked for, and these are left out all the same."""
        counts = [
            f"{count:,} {name[:-1] if count == 1 else name}"
            for name, count in self._asdict().items()
            if count
        ]
        if not counts:
            return ()
        how = (
            ""
            if asked or not (self.links or self.footnotes)
            else Worded(
                ". `claimtrack ingest --links` files links and footnotes as evidence",
                ". To file links and footnotes as evidence, bring it in again with that ticked",
            )
        )
        return (
            f"left out: {', '.join(counts)}. Add what you need from them to the claims, as evidence or notes"
            + how,
        )


def count_in_markdown(text: str) -> Annotations:
    """Count the annotations of a Markdown text, except in code; links in footnotes count as part of these."""
    rest, notes = _NOTES.subn("", text)
    return Annotations(len(_LINKS.findall(rest)), notes, len(_COMMENTS.findall(text)))


def count_in_word(page: str, comments: int) -> Annotations:
    """Count the annotations of a Word file converted to HTML; links in footnotes count as part of these."""
    text = _NOTE.split(page)
    return Annotations(len(_LINK.findall(text[0])), len(text) - 1, comments)
