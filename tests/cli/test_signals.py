"""What the shell, the terminal and the folder are left with when a command is told to end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from claimtrack.cli.desk import users

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")]

WITHIN = """
import os, signal, sys, time
for one in (signal.SIGTERM, signal.SIGHUP):
    signal.signal(one, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
from claimtrack.cli.interrupts import ending_on_signals
"""
"""Whoever starts the tests may have them ignored: `nohup` one, and a shell Ctrl-C for what runs in the background."""


def start(code, *args, **streams):
    environment = {
        **os.environ,
        "PYTHONUNBUFFERED": "",
    }  # as usual: what is printed to a pipe waits in the program
    return subprocess.Popen([sys.executable, "-c", code, *args], text=True, env=environment, **streams)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", None)])
def test_shell_is_told_by_which_signal_a_command_ended_so_that_a_loop_around_it_ends_too(number, tmp_path):
    code = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        print('ready', flush=True); time.sleep(20)\n"
        "    except KeyboardInterrupt:\n        print('what was done'); sys.exit(1)\n"
    )
    with start(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.readline()
        program.send_signal(number)
        out, errors = program.communicate(timeout=30)
    assert (program.returncode, out, errors) == (-number, "what was done\n", "")


def test_process_that_signals_do_not_end_ends_with_the_code_of_its_signal():
    """The system keeps them from the first process of a container, where `docker stop` was told 1. Here they are blocked."""
    code = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        os.kill(os.getpid(), signal.SIGTERM)\n        time.sleep(20)\n"
        "    except KeyboardInterrupt:\n        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM]); sys.exit(1)\n"
    )
    with start(code) as program:
        assert program.wait(timeout=30) == 128 + signal.SIGTERM


def test_second_signal_does_not_stop_what_the_first_began(tmp_path):
    code = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        print('ready', flush=True); time.sleep(20)\n    finally:\n"
        "        print('tidying', flush=True); time.sleep(0.5); print('done', flush=True)\n"
    )
    with start(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.readline()
        program.send_signal(signal.SIGTERM)  # as `timeout` does: to the program, and to its group
        assert program.stdout.readline() == "tidying\n"
        program.send_signal(signal.SIGTERM)
        out, _ = program.communicate(timeout=30)
    assert (program.returncode, out) == (-signal.SIGTERM, "done\n")


@pytest.mark.parametrize(
    ("number", "code", "ended"),
    [
        pytest.param(None, 3, 3, id="nothing interrupts it"),
        pytest.param(signal.SIGINT, 0, 0, id="it was asked to stop asking, as triage is, and is done"),
        pytest.param(
            signal.SIGTERM, 0, -signal.SIGTERM, id="it was told to end, whatever it had done by then"
        ),
    ],
)
def test_exit_code_is_the_programs_own_unless_it_was_told_to_end(number, code, ended):
    program = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        os.kill(os.getpid(), {int(number or 0)}); time.sleep({20 if number else 0})\n"
        f"    except KeyboardInterrupt:\n        pass\n    sys.exit({code})\n"
    )
    with start(program) as running:
        assert running.wait(timeout=30) == ended


@pytest.mark.parametrize(("error", "told"), [("KeyboardInterrupt", ""), ("ValueError", "ValueError")])
def test_only_an_interrupt_while_commands_are_imported_is_silent(error, told):
    with start(f"import claimtrack.cli.interrupts\nraise {error}", stderr=subprocess.PIPE) as program:
        _, errors = program.communicate(timeout=30)
    assert errors.strip().endswith(told)
    assert bool(errors) is bool(told)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_command_ends_although_nobody_reads_its_pipe(number):
    """It waited for the reader once more, with what it had not written yet, and only `kill -9` ended it."""
    code = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        sys.stderr.write('ready\\n'); sys.stderr.flush()\n"
        "        while True: print('a claim', flush=True)\n    except KeyboardInterrupt:\n        sys.exit(1)\n"
    )
    with start(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stderr.readline()
        time.sleep(0.5)  # the pipe is full
        program.send_signal(number)
        try:
            assert (program.wait(timeout=20), program.stderr.read()) == (-number, "")
        finally:
            program.kill()


def test_signal_that_is_repeated_later_ends_a_command_that_hangs():
    code = (
        f"{WITHIN}with ending_on_signals():\n    try:\n        print('ready', flush=True); time.sleep(20)\n    finally:\n"
        "        print('hangs', flush=True); time.sleep(60)\n"
    )
    with start(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        program.stdout.readline()
        program.terminate()
        program.stdout.readline()
        time.sleep(2.5)
        program.terminate()
        try:
            assert (program.wait(timeout=20), program.stderr.read()) == (-signal.SIGTERM, "")
        finally:
            program.kill()


def test_command_that_is_told_to_end_leaves_no_unfinished_file(tmp_path):
    code = (
        f"{WITHIN}from pathlib import Path\nfrom claimtrack.export.target import text_target\n"
        "with ending_on_signals(), text_target(Path(sys.argv[1])) as file:\n    print('ready', flush=True); time.sleep(20)\n"
    )
    with start(code, str(tmp_path / "claims.csv"), stdout=subprocess.PIPE) as program:
        program.stdout.readline()
        assert len(list(tmp_path.iterdir())) == 1
        program.terminate()
    assert list(tmp_path.iterdir()) == []


def test_ignored_signal_stays_ignored():
    code = f"{WITHIN}signal.signal(signal.SIGHUP, signal.SIG_IGN)\nwith ending_on_signals():\n    os.kill(os.getpid(), signal.SIGHUP)\n    print('goes on')\n"
    with start(code, stdout=subprocess.PIPE) as program:
        out, _ = program.communicate(timeout=30)
    assert (program.returncode, out) == (0, "goes on\n")  # `nohup claimtrack ingest ...`


def test_worker_that_was_forked_ends_at_once_and_without_a_traceback():
    code = (
        f"{WITHIN}from claimtrack.workflow.worker_process import start_worker\n"
        "with ending_on_signals(), start_worker('fork') as worker:\n"
        "    worker.call_first(bool)()\n    worker._process.terminate()\n    worker._process.join()\n    print(worker._process.exitcode)\n"
    )
    with start(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        out, errors = program.communicate(timeout=30)
    assert (out, errors) == (f"{-signal.SIGTERM}\n", "")


def test_terminal_shows_again_what_is_typed_after_a_command_was_ended_at_a_password(terminal_of, two_claims):
    import termios

    def echoes():
        return bool(termios.tcgetattr(terminal.child_fd)[3] & termios.ECHO)

    terminal = terminal_of("--actor", "Ada", "user", "add", "Ben Moor", "--role", "editor")
    terminal.expect_exact("Password")
    wait_until(lambda: not echoes())
    os.kill(terminal.process.pid, signal.SIGTERM)
    terminal.process.join(30)
    assert echoes()


def test_ctrl_z_at_a_password_does_nothing(run, two_claims, monkeypatch):
    """After `fg`, bash had the terminal show what was typed."""
    now = []
    monkeypatch.setattr(users, "is_interactive", lambda: True)
    monkeypatch.setattr(
        users.click,
        "prompt",
        lambda *_, **__: now.append(signal.getsignal(signal.SIGTSTP)) or "four long words",
    )
    before = signal.getsignal(signal.SIGTSTP)
    assert run("user", "add", "Ben Moor", "--role", "editor").exit_code == 0
    assert now == [signal.SIG_IGN]
    assert signal.getsignal(signal.SIGTSTP) == before


def wait_until(is_so):
    deadline = time.monotonic() + 10
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)
