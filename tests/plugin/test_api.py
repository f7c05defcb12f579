"""The OpenAPI file matches the routes, and the routes answer as it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from claimtrack.plugin import openapi
from claimtrack.plugin.routes import OPERATIONS, PAGES
from tests.browser.conftest import actor_cookie, serve_datasette

from .conftest import EDITOR, build_desk

ROOT = Path(__file__).parents[2]
FILE = ROOT / "docs" / "openapi.json"
CHECKS = (
    "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,"
    "negative_data_rejection,unsupported_method"
)


def test_the_openapi_file_in_the_docs_matches_the_routes():
    now = json.loads(json.dumps(openapi.build_document(PAGES, OPERATIONS)))
    assert json.loads(FILE.read_text(encoding="utf-8")) == now, "run scripts/docs"


@pytest.mark.asyncio
async def test_a_desk_serves_its_openapi_file_with_its_own_address(ds):
    served = (await ds.client.get("/claims/-/openapi.json")).json()
    assert served["servers"] == [{"url": "/claims"}]
    assert len(served["paths"]) == len(PAGES) + len(OPERATIONS)


def assert_answers_match_the_file(path, phases="coverage,fuzzing", settings=""):
    """Serve the desk, let Schemathesis generate valid and invalid requests, and check the responses against the file."""
    # One unsupported method per route tells as much as seven, in two thirds of the time.
    options = f'{settings}\n[phases.coverage]\nunexpected-methods = ["DELETE"]\n'
    (path.parent / "schemathesis.toml").write_text(options, encoding="utf-8")
    with serve_datasette([str(path), "--setting", "max_post_body_bytes", "100000"]) as address:
        command = [
            sys.executable, "-m", "schemathesis.cli", "run", str(FILE), "--url", f"{address}/claims",
            "--header", f"Cookie: ds_actor={actor_cookie(EDITOR)}", "--checks", CHECKS, "--workers", "1",
            "--phases", phases, "--max-examples", "1", "--seed", "7", "--generation-database", "none", "--no-color",
        ]  # fmt: skip
        result = subprocess.run(
            command,
            capture_output=True,
            text=True,
            check=False,
            cwd=path.parent,
            # Hypothesis keeps its table of all characters there: making it takes as long as a hundred requests.
            env={**os.environ, "COLUMNS": "200", "HYPOTHESIS_STORAGE_DIRECTORY": str(ROOT / ".hypothesis")},
        )
    assert result.returncode == 0, result.stdout[-6000:] + result.stderr[-2000:]
    return result.stdout


@pytest.mark.slow
def test_every_operation_answers_as_the_openapi_file_says(path):
    """A sample: each operation, and each kind of value of each field once. `python -m tests.plugin.test_api` sends all requests."""
    pytest.importorskip("schemathesis", reason="not installed: `pip install schemathesis`")
    hooks = Path(__file__).with_name("api_sample.py")
    assert_answers_match_the_file(path, "coverage", f"hooks = {json.dumps(str(hooks))}")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print(assert_answers_match_the_file(build_desk(Path(folder, "claims.db"))))
