"""Whether a page has a tag that is made to keep a computer busy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

MOST_ATTRIBUTES = 1_000


class _Most:
    """Hears of the tags of a page as they are read, and answers how many attributes one has at most."""

    def __init__(self) -> None:
        self._most = 0

    def start(self, _tag: str, attributes: Sized) -> None:
        self._most = max(self._most, len(attributes))

    def close(self) -> int:
        return self._most


def is_flooded(page: str) -> bool:
    """Whether a tag has more attributes than any page has.

    A tree takes time that grows as their square: half an hour for a file of 5 MB, which nothing breaks off. To hear of the
    tags takes a hundredth of what reading the page does.
    """
    from lxml import etree

    parser = etree.HTMLParser(huge_tree=True, target=_Most())
    most: int = etree.fromstring("<html><body>" + page.replace("\0", "\ufffd"), parser)
    return most > MOST_ATTRIBUTES
