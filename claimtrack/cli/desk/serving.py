"""The desk in the browser: serve."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.session import Session, pass_session, warn_if_shared
from claimtrack.cli.parameters.types import WholeNumber

# `python -m datasette`, for which Ctrl-C is no error while it is still being imported, for a second or two.
_SERVER_CODE = """
import signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
from datasette.cli import cli
signal.signal(signal.SIGINT, signal.default_int_handler)
cli(prog_name="datasette")
"""

_OPEN_TO_ALL = (
    "Anyone who reaches this address reads everything on the desk, without logging in: notes and who is named there, drafts, "
    "history. To show readers your verdicts alone, use `claimtrack publish`."
)
_CLOSED_TO_ALL = (
    "Nobody can see the desk from another computer yet. Add people with `claimtrack user add NAME --role editor`, or let everyone "
    "read it, notes and drafts too, with --public-read."
)


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Network address to listen on.")
@click.option(
    "--port", type=WholeNumber(0, 65535), default=8001, show_default=True, help="Port to listen on."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the desk in your browser.")
@click.option("--root", is_flag=True, help="Print a link that logs you in as root.")
@click.option(
    "--public-read",
    is_flag=True,
    help="Let anyone read the whole desk without logging in: notes, drafts and history, too. For readers there is `claimtrack publish`.",
)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Datasette configuration file (YAML or JSON).",
)
@pass_session
def serve_command(
    session: Session,
    host: str,
    port: int,
    open_browser: bool,
    root: bool,
    public_read: bool,
    config: Path | None,
) -> None:
    """Serve the desk to web browsers.

    It runs in Datasette, and prints its address; press Ctrl-C to stop it. Settings in a --config file take precedence over claimtrack's own.

    \b
    claimtrack serve --root
    claimtrack serve --config datasette.yaml
    claimtrack --db desk.db serve --host 0.0.0.0 --port 8080
    """
    from claimtrack.workflow.serving import datasette_arguments, datasette_environment, is_open, is_shut

    session.check()  # before Datasette starts
    _check_address(host, port)
    _check_temporary_folder()
    path = Path(session.path)
    arguments = datasette_arguments(
        path,
        host=host,
        port=port,
        open_browser=open_browser,
        root=root,
        public_read=public_read,
        config=config,
    )
    warn_if_shared(session.path)
    if is_open(path, public_read=public_read, config=config):
        say(_OPEN_TO_ALL)
    if not root and is_shut(path, host=host, public_read=public_read, config=config):
        say(_CLOSED_TO_ALL)
    command = [sys.executable, "-c", _SERVER_CODE, *arguments]
    environment = {**os.environ, **datasette_environment(path)}
    _replace_process(command, environment)


def _check_address(host: str, port: int) -> None:
    """Raise where nobody can listen there: Datasette would say so in a log of its own, with an exit code of its own."""
    try:
        [(family, kind, protocol, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family, kind, protocol) as tried:
            if os.name == "posix":  # as the server does: a port that was left just now is free
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind(address)
    except socket.gaierror as error:
        raise click.ClickException(
            f"there is no network address {host!r} to listen on: {error.strerror}"
        ) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            why = "another program is using it. Stop that program"
        elif error.errno == errno.EACCES:
            why = "you do not have permission. Get it"
        else:
            why = f"{error.strerror}. Give an address of this machine with --host"
        raise click.ClickException(
            f"cannot listen on port {port} of {host}: {why}, or choose another port with --port"
        ) from error


def _check_temporary_folder() -> None:
    """Raise where nothing can be put aside, as in a strict unit of systemd: Datasette would end in a traceback."""
    import tempfile

    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        raise click.ClickException(
            "there is no folder for temporary files that can be written to: name one with TMPDIR, or let a unit of systemd have its own "
            "with PrivateTmp=yes"
        ) from error


def _replace_process(command: list[str], environment: dict[str, str]) -> None:
    """Run the command in the place of this process, so that whoever stops `serve` stops the server.

    A server in a child process would go on when a service manager ends its parent. Windows has no such
    call: there the child it is.
    """
    if sys.platform != "win32":
        _raise_file_limit()
        os.execve(command[0], command, environment)
    try:
        ended = subprocess.run(command, env=environment, check=False)
    except KeyboardInterrupt:
        return
    raise click.exceptions.Exit(1 if ended.returncode else 0)


def _raise_file_limit() -> None:
    """Let the server have open as much as the system allows: a service begins with 1,024, and beyond these Python writes a megabyte a second into the log."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):  # macOS names no number, and refuses it
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
