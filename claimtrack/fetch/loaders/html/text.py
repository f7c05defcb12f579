"""All the text of HTML: of a fragment, such as a feed's entry, or of an element. Pages that would take minutes to parse are refused."""

from __future__ import annotations

import re
from collections.abc import Sized
from typing import Any

from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.loaders.html.blocks import BLOCKS, UNREAD
from claimtrack.fetch.loaders.html.tidying import tidy

_UNREAD = UNREAD | {"figcaption"}
_MOST_ATTRIBUTES = 1_000
FLOODED = f"has a tag of more than {_MOST_ATTRIBUTES:,} attributes, and no page has one"


def parsed(html: str) -> Any:
    """Parse a page or a fragment with lxml, even if it is broken. Raises UnreadableSource for one that would take minutes."""
    # Not the standard library's html.parser: it takes minutes for 300 kB of "<a <a <a".
    from lxml import etree

    if is_flooded(html):
        raise UnreadableSource(f"the HTML in it {FLOODED}")
    parser = etree.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    return etree.fromstring("<html><body>" + html.replace("\0", "\ufffd"), parser)


def fragment_text(html: str) -> str:
    """The whole text of an HTML fragment, such as a feed's entry, with a blank line between paragraphs."""
    root = parsed(html)
    tidy(root)
    return text_of(root)


def text_of(root: Any) -> str:
    """All text of an element of lxml, a blank line between paragraphs."""
    from lxml import etree

    parts: list[str] = []
    unread = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        begins = event == "start"
        if element.tag in _UNREAD:
            unread += 1 if begins else -1
        if element.tag in BLOCKS:
            parts.append("\n\n")
        elif element.tag == "br" and begins:
            parts.append("\n")
        if not unread:
            parts.append(re.sub(r"\s+", " ", (element.text if begins else element.tail) or ""))
    lines = [line.strip() for line in re.sub(r" +", " ", "".join(parts)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Most:
    """A parser target that finds the largest number of attributes of a tag."""

    def __init__(self) -> None:
        self._most = 0

    def start(self, _tag: str, attributes: Sized) -> None:
        self._most = max(self._most, len(attributes))

    def close(self) -> int:
        return self._most


def is_flooded(page: str) -> bool:
    """Whether a tag has more attributes than any page has.

    Building a tree takes time quadratic in their number: half an hour for a file of 5 MB, without a way to interrupt it. This pass takes
    a hundredth of the time for reading the page.
    """
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True, target=_Most())
    most: int = etree.fromstring("<html><body>" + page.replace("\0", "\ufffd"), parser)
    return most > _MOST_ATTRIBUTES
