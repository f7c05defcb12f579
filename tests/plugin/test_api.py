"""The OpenAPI file matches the routes, and the routes answer as it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.plugin import openapi
from claimtrack.plugin.routes import OPERATIONS, PAGES
from tests.browser.conftest import actor_cookie, serve_datasette

from .conftest import EDITOR

FILE = Path(__file__).parents[2] / "docs" / "openapi.json"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "negative_data_rejection,unsupported_method"
)


def test_the_openapi_file_in_the_docs_matches_the_routes():
    """Renew it with `scripts/docs`."""
    assert json.loads(FILE.read_text(encoding="utf-8")) == json.loads(
        json.dumps(openapi.build_document(PAGES, OPERATIONS))
    )


@pytest.mark.asyncio
async def test_a_desk_serves_its_openapi_file_with_its_own_address(ds):
    served = (await ds.client.get("/claims/-/openapi.json")).json()
    assert served["servers"] == [{"url": "/claims"}]
    assert len(served["paths"]) == len(PAGES) + len(OPERATIONS)


@pytest.mark.slow
def test_every_operation_answers_as_the_openapi_file_says(path):
    """Schemathesis generates valid and invalid requests and checks the responses against the file."""
    pytest.importorskip("schemathesis", reason="not installed: `pip install schemathesis`")
    # One unsupported method per route tells as much as seven, in two thirds of the time.
    (path.parent / "schemathesis.toml").write_text('[phases.coverage]\nunexpected-methods = ["DELETE"]\n')
    with serve_datasette([str(path), "--setting", "max_post_body_bytes", "100000"]) as address:
        command = [
            sys.executable, "-m", "schemathesis.cli", "run", str(FILE), "--url", f"{address}/claims",
            "--header", f"Cookie: ds_actor={actor_cookie(EDITOR)}", "--checks", CHECKS,
            "--phases", "coverage,fuzzing", "--max-examples", "1", "--seed", "7", "--generation-database", "none", "--no-color",
        ]  # fmt: skip
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd=path.parent,
            env={**os.environ, "COLUMNS": "200"},
        )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
