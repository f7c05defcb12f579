"""Runs `claimtrack` and `sqlite-utils` for a shell, each in a fork of one process that has imported both: 0.02 s rather than 0.2 s."""

import ast
import os
import signal
import socket
import sys
import traceback
from pathlib import Path

CLIENT = """#!{python} -IS
import os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    socket.send_fds(server, [b"."], [0, 1, 2])
    server.sendall(repr((sys.argv, os.getcwd(), dict(os.environ), os.umask(0))).encode())
    server.shutdown(socket.SHUT_WR)
    sys.exit(server.recv(1)[0])
"""


def serve(listener):
    """Run a program for each client, until this process is ended."""
    from sqlite_utils.cli import cli as sqlite_utils

    from claimtrack.cli import main

    programs = {"claimtrack": main, "sqlite-utils": sqlite_utils}
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # so that the system forgets ended forks
    while True:
        client, _ = listener.accept()
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            listener.close()
            become(client)
            code = exit_code_of(programs[Path(sys.argv[0]).name])
            client.send(bytes([code]))
            os._exit(code)
        client.close()


def become(client):
    """Take over the client's words, folder, environment, umask and open files."""
    _, files, *_ = socket.recv_fds(client, 1, 3)
    with client.makefile("rb") as sent:
        sys.argv, folder, environment, umask = ast.literal_eval(sent.read().decode())
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(folder)
    os.umask(umask)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin, sys.stdout, sys.stderr = (
        os.fdopen(number, mode, encoding="utf-8") for number, mode in enumerate("rww")
    )


def exit_code_of(program):
    """Run the program as the interpreter would, and return the exit code."""
    try:
        program()
    except SystemExit as ended:
        return ended.code or 0
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    return 0
