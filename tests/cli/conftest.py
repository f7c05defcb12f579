"""The command line in-process, with what it wrote apart: data on stdout, talk on stderr."""

import json
import os
import shutil

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli


@pytest.fixture(autouse=True)
def _no_settings_of_the_machine(monkeypatch):
    for name in [name for name in os.environ if name.startswith("CLAIMTRACK_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def two_claims_file(new_desk_file, tmp_path_factory):
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("two") / "claims.db")
    for words in ("Prices fell.", "Wages rose."):
        CliRunner(catch_exceptions=False).invoke(cli, ["--db", str(path), "--actor", "ada", "add", words])
    return path


@pytest.fixture
def two_claims(two_claims_file, desk_path):
    """The test's desk, with claim 1 "Prices fell." and claim 2 "Wages rose.", both by ada."""
    return shutil.copy(two_claims_file, desk_path)


@pytest.fixture
def run(desk_path):
    """Runs a command on the test's desk. A traceback fails the test: nothing here may end in one."""

    def run(*args, db=desk_path, actor="ada", stdin=None):
        settings = ["--db", str(db), *(["--actor", actor] if actor is not None else [])]
        return CliRunner(catch_exceptions=False).invoke(cli, [*settings, *map(str, args)], input=stdin)

    return run


@pytest.fixture
def done(run):
    """Runs a command that must succeed; its result."""

    def done(*args, **given):
        result = run(*args, **given)
        assert result.exit_code == 0, result.output
        return result

    return done


@pytest.fixture
def read(done):
    """What a command prints with --format json."""
    return lambda *args, **given: json.loads(done(*args, "--format", "json", **given).stdout)
