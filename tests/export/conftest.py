"""Desks that are opened quickly."""

import pytest


@pytest.fixture(autouse=True)
def _share_schemas(shared_schemas):
    """Most tests open the desk several times."""
