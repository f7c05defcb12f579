"""What the writer of a draft put beside its words, and reading leaves out: links, footnotes, comments."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.steps import Worded

# Of Markdown: a link within a line and one whose address is told below, a comment.
_LINKS = expression(
    r"(?<!!)\[[^\[\]\n]+\]\([ \t]*<?https?://|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?https?://",
    re.MULTILINE | re.IGNORECASE,
)
COMMENT = r"<!--(?>(?:[^<-]|<(?!!--)|-(?!->))*)-->"
_COMMENTS = expression(COMMENT)
NOTE = r"^ {0,3}\[\^[^\[\]\n]+\]:[^\n]*(?:\n(?:\n {4}|\n\t|  |\t)[ \t]*\S[^\n]*)*$"
"""A note of Markdown where it is spelt out, with the lines that are indented below it."""
_NOTES = expression(NOTE, re.MULTILINE)
# Of the page that is made of a Word file, and of the part with its comments.
_LINK = expression(r'<a href="https?://', re.IGNORECASE)
_NOTE = expression(r'<li id="(?:foot|end)note-')
WORD_COMMENT = re.compile(rb"<(?:\w+:)?comment[\s>]")


class Annotations(NamedTuple):
    """How many of each there are."""

    links: int
    footnotes: int
    comments: int

    def told(self, *, asked: bool = False) -> tuple[str, ...]:
        """That they are left out, and where they go; nothing where there are none. `asked`: these are left although the others are filed."""
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
            f"left out: {', '.join(counts)}. Add what the desk needs of them to the claims, as evidence or notes"
            + how,
        )


def count_in_markdown(text: str) -> Annotations:
    """Those of a text that is written in Markdown, without its code; links in its notes belong to these."""
    rest, notes = _NOTES.subn("", text)
    return Annotations(len(_LINKS.findall(rest)), notes, len(_COMMENTS.findall(text)))


def count_in_word(page: str, comments: int) -> Annotations:
    """Those of a Word file, made a page; links in its notes belong to these."""
    text = _NOTE.split(page)
    return Annotations(len(_LINK.findall(text[0])), len(text) - 1, comments)
