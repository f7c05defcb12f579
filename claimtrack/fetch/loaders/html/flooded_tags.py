"""Detects pages with a tag of so many attributes that parsing them takes minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sized

_MOST_ATTRIBUTES = 1_000
FLOODED = f"has a tag of more than {_MOST_ATTRIBUTES:,} attributes, and no page has one"


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
