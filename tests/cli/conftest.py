"""The command line in-process, with its data (standard output) and its messages (standard error) apart."""

import json
import os
import shutil
import sqlite3
import time
from contextlib import closing
from multiprocessing.reduction import DupFd

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from tests.conftest import FORKS
from tests.suggestions import without_desk


@pytest.fixture(autouse=True)
def _unset_environment(monkeypatch):
    for name in [name for name in os.environ if name.startswith("CLAIMTRACK_")]:
        monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def _share_schemas(shared_schemas):
    """Most tests open the desk several times."""


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
def run(desk_path, shared_schemas):
    """Runs a command on the test's desk. A traceback fails the test: nothing here may end in one."""

    def run(*args, db=desk_path, actor="ada", stdin=None):
        settings = ["--db", str(db), *(["--actor", actor] if actor is not None else [])]
        result = CliRunner(catch_exceptions=False).invoke(cli, [*settings, *map(str, args)], input=stdin)
        shared_schemas.write_logs()
        return without_desk(result, db)

    return run


@pytest.fixture
def run_ok(run):
    """Runs a command that must succeed; its result."""

    def run_ok(*args, **kwargs):
        result = run(*args, **kwargs)
        assert result.exit_code == 0, result.output
        return result

    return run_ok


@pytest.fixture
def read_json(run_ok):
    """What a command prints with --format json."""
    return lambda *args, **kwargs: json.loads(run_ok(*args, "--format", "json", **kwargs).stdout)


def figures(rows):
    """The counts that `stats` prints, each by what it counts: "claims: checking"."""
    names = [": ".join(filter(None, (row["figure"], row["status"], row["rating"]))) for row in rows]
    return dict(zip(names, (row["count"] for row in rows), strict=True))


def assert_one_line(result, code, words):
    assert result.exit_code == code
    assert result.stdout == ""
    lines = result.stderr.strip().splitlines()
    assert words in lines[-1]
    assert len(lines[-1]) < 1300
    # A usage error repeats how the command is used; anything else is one line.
    assert len(lines) == 1 or (code == 2 and lines[0].startswith("Usage:"))
    assert lines[-1].startswith("Error: ")


def dump(path):
    """Everything in the file, byte for byte."""
    log = path.with_name(f"{path.name}-wal")
    if not (log.exists() and log.stat().st_size):  # SQLite would parse the schema, which takes longer
        return path.read_bytes()
    with closing(sqlite3.connect(path)) as conn:
        return conn.serialize()


# Runs a command at a terminal of its own, in the environment of the test.
AT_TERMINAL = """
import fcntl, os, signal, sys, termios
os.setsid()
# When the tests run in the background of a script, the process would inherit that Ctrl-C is ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
terminal = terminal.detach()
fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
for number in range(3):
    os.dup2(terminal, number)
os.close(terminal)
sys.stdin, sys.stdout, sys.stderr = (open(number, mode, encoding="utf-8") for number, mode in enumerate("rww"))
os.environ.clear()
os.environ.update(environment)
sys.argv = words
from claimtrack.cli import main
main()
"""


@pytest.fixture
def terminal_of(desk_path):
    """Starts a command on the test's desk at a real terminal: what pexpect makes of it."""
    fdpexpect = pytest.importorskip(
        "pexpect.fdpexpect", reason="pseudo-terminals need pexpect and a POSIX system"
    )
    import pty
    import termios

    from pexpect import EOF

    class Terminal(fdpexpect.fdspawn):
        def send(self, words):
            """Type what a person types. A key that comes before keys are read is discarded, so it waits for that; other questions do not discard."""
            time.sleep(0.05)
            until = time.monotonic() + 1
            is_key = len(words) == 1 or words.startswith("\x1b")
            while is_key and self.awaits_a_line() and time.monotonic() < until:
                time.sleep(0.01)
            return super().send(words)

        def awaits_a_line(self):
            return bool(termios.tcgetattr(self.child_fd)[3] & termios.ICANON)

        def ended(self):
            """The text that it showed last, and its exit code."""
            self.expect(EOF)
            self.process.join(30)
            return self.before, self.process.exitcode

    started = []

    def start(*words, size=(40, 120)):
        ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, size)
        namespace = {
            "terminal": DupFd(theirs),
            "environment": dict(os.environ),
            "words": ["claimtrack", "--db", str(desk_path), *words],
        }
        terminal = Terminal(ours, encoding="utf-8", timeout=30)
        terminal.process = FORKS.Process(target=exec, args=(AT_TERMINAL, namespace))
        started.append(terminal)
        terminal.process.start()
        os.close(theirs)
        return terminal

    yield start
    for terminal in started:
        terminal.process.kill()
        terminal.process.join()
        terminal.close()
