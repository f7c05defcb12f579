"""Length and density."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy.features.registry import feature

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence


@feature(4)
def some_content(s: Sentence) -> bool:
    """says something"""
    return s.content > 3


@feature(2)
def long_words(s: Sentence) -> bool:
    """long words"""
    return s.letters > 4.4 * len(s.words)


@feature(-1)
def endless(s: Sentence) -> bool:
    """a run-on sentence"""
    return len(s.words) > 45
