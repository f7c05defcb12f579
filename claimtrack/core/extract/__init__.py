"""Extract claims from an article's text: pure functions that need the standard library only."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy import DEFAULT_THRESHOLD, score
    from claimtrack.core.extract.checkworthy.features import FEATURES, Feature
    from claimtrack.core.extract.checkworthy.sentence import Sentence
    from claimtrack.core.extract.context import not_english
    from claimtrack.core.extract.extractor import EXTRACTOR, extract
    from claimtrack.core.extract.options import Options
    from claimtrack.core.extract.page.language import guess_language, has_foreign, looks_english
    from claimtrack.core.extract.verbatim import is_verbatim, keep_verbatim

__all__ = [
    "DEFAULT_THRESHOLD",
    "EXTRACTOR",
    "FEATURES",
    "Feature",
    "Options",
    "Sentence",
    "extract",
    "guess_language",
    "has_foreign",
    "is_verbatim",
    "keep_verbatim",
    "looks_english",
    "not_english",
    "score",
]

_HOMES = {
    "DEFAULT_THRESHOLD": "checkworthy", "EXTRACTOR": "extractor", "FEATURES": "checkworthy.features",
    "Feature": "checkworthy.features", "Options": "options", "Sentence": "checkworthy.sentence", "extract": "extractor",
    "guess_language": "page.language", "has_foreign": "page.language", "is_verbatim": "verbatim", "keep_verbatim": "verbatim",
    "looks_english": "page.language", "not_english": "context", "score": "checkworthy",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Import the requested name on first use: loading all rules takes 0.2 s, and `show` only needs to know what is a heading."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
