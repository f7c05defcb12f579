"""Fixtures of extraction. benchmarks/ is put on the path, so that labelled articles are compared by the same code as there."""

import sys
from pathlib import Path

import pytest

from claimtrack.core.extract import extract
from claimtrack.core.model import Article

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT / "benchmarks"))


@pytest.fixture
def rows():
    """Extract the rows of a text."""

    def read(text, **fields):
        return extract(Article(text, **fields))

    return read


@pytest.fixture
def row(rows):
    """Extract the only row of a text."""

    def read(text, **fields):
        (only,) = rows(text, **fields)
        return only

    return read
