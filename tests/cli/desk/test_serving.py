"""`claimtrack serve` as a service: how it starts, and how it stops."""

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Role
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import people


@pytest.fixture
def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def is_answering(free_port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/-/versions.json", timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def wait_for(condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="stops a process by a POSIX signal")
def test_served_desk_has_all_connections_is_closed_by_its_first_user_and_ends_with_its_process(
    desk_path, desk, free_port, quick_hashing
):
    """One server for all three, since starting it takes two seconds."""
    import resource

    def path_shown_to_a_stranger():
        with urllib.request.urlopen(f"http://127.0.0.1:{free_port}/claims/-/desk", timeout=10) as answer:
            return urllib.parse.urlsplit(answer.url).path

    # A service starts with a limit of 1,024: beyond it, requests hung, and Python filled the disk with its log.
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    serve = f"{sys.executable} -m claimtrack --db {desk_path} serve --port {free_port}"
    # Some service scripts close standard output: uvicorn ended with a traceback.
    command = ["sh", "-c", f"ulimit -S -n 100 && exec {serve} >&-"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            assert wait_for(lambda: is_answering(free_port))
            if (limits := Path(f"/proc/{server.pid}/limits")).exists():  # Linux
                told = limits.read_text().splitlines()
                assert [line.split()[3] for line in told if line.startswith("Max open files")] == [str(most)]
            assert path_shown_to_a_stranger() == "/claims/-/desk"
            people.add_user(desk_path, "Ada", Role.EDITOR, "correct horse battery")
            assert path_shown_to_a_stranger() == "/claims/-/login"
            # A service manager ends the process that it started: no server may outlive it.
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=30)
        finally:
            server.kill()
    assert not is_answering(free_port)


INTERRUPTED = "import os, signal, time\nos.kill(os.getpid(), signal.SIGINT)\ntime.sleep(20)\n"


@pytest.mark.skipif(os.name != "posix", reason="interrupts a process by a POSIX signal")
@pytest.mark.parametrize(
    ("module", "arguments"),
    [
        pytest.param("datasette/cli.py", ["serve", "--port", "0"], id="the server is being imported"),
        pytest.param("click.py", ["duplicates"], id="the commands are being imported"),
    ],
)
def test_ctrl_c_during_imports_exits_without_a_traceback(desk_path, desk, tmp_path, module, arguments):
    planted = tmp_path / "first" / module
    planted.parent.mkdir(parents=True)
    planted.write_text(INTERRUPTED)
    (planted.parent / "__init__.py").touch()
    path = os.pathsep.join([str(tmp_path / "first"), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-c", "from claimtrack.cli import main; main()", "--db", str(desk_path)]
    ended = subprocess.run(
        [*command, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        # When the tests run in the background of a script, the process would inherit that Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (-signal.SIGINT, "")


def test_a_file_of_the_users_own_does_not_run_in_place_of_a_module_that_the_server_needs(
    desk_path, desk, monkeypatch, tmp_path
):
    """In a folder with somebody's own csv.py or random.py, `serve` ran that, and did not start; every other command worked there."""
    commands = []
    monkeypatch.setattr(
        "claimtrack.cli.desk.serving._replace_process", lambda command, _: commands.append(command)
    )
    assert CliRunner().invoke(cli, ["--db", str(desk_path), "serve", "--port", "0"]).exit_code == 0
    for module in ("csv", "secrets", "asyncio"):
        (tmp_path / f"{module}.py").write_text('raise SystemExit("my own script")')
    answered = subprocess.run(
        [*commands[0], "--get", "/-/versions.json"],
        cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (answered.returncode, answered.stderr) == (0, "")
    assert "datasette" in json.loads(answered.stdout)


@pytest.mark.skipif(os.name != "posix", reason="interrupts a process by a POSIX signal")
def test_ctrl_c_stops_the_server_without_an_error(desk_path, desk, free_port):
    with subprocess.Popen(
        [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "serve", "--port", str(free_port)],
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert wait_for(lambda: is_answering(free_port))
            server.send_signal(signal.SIGINT)
            _, errors = server.communicate(timeout=30)
        finally:
            server.kill()
    assert (server.returncode, "Aborted" in errors) == (0, False)


HALF_A_FORM = (
    b"POST /claims/-/propose/file HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Content-Length: 1000\r\nExpect: 100-continue\r\n\r\ntext="
)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="Windows has no such signal")
def test_closed_terminal_stops_the_server_and_leaves_no_temporary_files(desk_path, desk, free_port, tmp_path):
    """It ended in the middle of its requests, and left a database, or a sheet of all claims, in the system's folder each time.

    Whoever sent a form slowly, or read a sheet slowly, kept it from ending at all.
    """
    there = tmp_path / "temporary"
    there.mkdir()
    with subprocess.Popen(
        [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "serve", "--port", str(free_port)],
        env={**os.environ, "TMPDIR": str(there)},
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        try:
            assert wait_for(lambda: is_answering(free_port))
            assert list(there.iterdir())
            with socket.create_connection(("127.0.0.1", free_port)) as slow:
                slow.sendall(HALF_A_FORM)
                slow.settimeout(30)
                assert slow.recv(100).startswith(b"HTTP/1.1 100 ")  # it is being read
                server.send_signal(signal.SIGHUP)
                _, log = server.communicate(timeout=30)
        finally:
            server.kill()
    assert (server.returncode, list(there.iterdir())) == (-signal.SIGTERM, [])
    assert "Cancel 1 running task(s)" in log
    assert "Traceback" not in log


def test_missing_temporary_folder_is_an_error_that_names_the_remedy(desk, desk_path, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(tmp_path / "nowhere")])
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "serve", "--port", "0"])
    assert result.exit_code == 1
    assert "no folder for temporary files that can be written to: name one with TMPDIR" in result.stderr


def test_missing_desk_is_reported_before_anything_starts(tmp_path):
    command = [sys.executable, "-m", "claimtrack", "--db", str(tmp_path / "none.db"), "serve"]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert "no desk" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "is_warned"),
    [
        (["--public-read"], True),
        (["--config", "open.yaml"], True),
        (["--config", "closed.yaml"], False),
        ([], False),
    ],
)
def test_opening_the_desk_to_strangers_warns_that_they_can_read_notes(
    desk, desk_path, monkeypatch, arguments, is_warned
):
    monkeypatch.chdir(desk_path.parent)
    monkeypatch.setattr("claimtrack.cli.desk.serving._replace_process", lambda command, environment: None)
    for name, setting in (("open", "true"), ("closed", "false")):
        Path(f"{name}.yaml").write_text(f"plugins: {{claimtrack: {{public_read: {setting}}}}}")
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "serve", "--port", "0", *arguments])
    assert result.exit_code == 0, result.output
    assert ("reads everything on the desk, without logging in: notes" in result.stderr) is is_warned


def test_claims_that_wait_for_the_match_index_are_named_before_a_colleague_has_to_wait(
    desk, desk_path, monkeypatch
):
    monkeypatch.setattr("claimtrack.cli.desk.serving._replace_process", lambda command, environment: None)
    for count, is_warned in ((500, False), (1, True)):
        with write_transaction(desk, "another program"):
            for number in range(count):
                desk.execute("insert into claims (text) values (?)", [f"Rents rose by {number} percent"])
        result = CliRunner().invoke(cli, ["--db", str(desk_path), "serve", "--port", "0"])
        assert result.exit_code == 0, result.output
        told = "501 claims are not in the match index yet" in result.stderr
        assert (told, "init` adds them. Without that, whoever" in result.stderr) == (is_warned, is_warned)


@pytest.mark.parametrize(
    ("host", "message"),
    [
        ("127.0.0.1", "another program is using it. Stop that program"),
        ("192.0.2.7", ". Give an address of this machine with --host"),
        ("no such host", "there is no network address 'no such host' to listen on:"),
    ],
)
def test_address_that_cannot_be_listened_on_is_explained_in_one_line(desk, desk_path, host, message):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free_port = str(taken.getsockname()[1])
        result = CliRunner().invoke(
            cli, ["--db", str(desk_path), "serve", "--host", host, "--port", free_port]
        )
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert message in result.stderr
