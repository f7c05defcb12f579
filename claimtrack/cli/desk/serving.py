"""The command `serve`: the desk in a browser."""

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
from claimtrack.cli.parameters.session import Session, pass_session, warn_if_shared, warn_if_unindexed
from claimtrack.cli.parameters.types import WholeNumber

# Like `python -m datasette`, but Ctrl-C, the usual way to stop it, is not an error: neither during its import, which takes a second
# or two, nor once the server has shut down, when click would print "Aborted!". A closed terminal stops it as `kill` does: the system
# would end it in the middle of its requests, and leave its temporary files, sheets of the desk among them. What is under way has five
# seconds to end, or whoever reads or sends slowly would keep the server from stopping; the log has no traceback of each that is cut.
_SERVER_CODE = """
import asyncio, contextlib, functools, logging, os, signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
import uvicorn
from datasette.cli import cli, serve
uvicorn.Config = functools.partial(uvicorn.Config, timeout_graceful_shutdown=5)
def is_no_cut(record):
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))
logging.getLogger("uvicorn.error").addFilter(is_no_cut)
run = serve.callback
def serve_until_stopped(*arguments, **options):
    with contextlib.suppress(KeyboardInterrupt):
        run(*arguments, **options)
serve.callback = serve_until_stopped
signal.signal(signal.SIGINT, signal.default_int_handler)
cli(prog_name="datasette")
"""

_INDEXING_FIRST = (
    "`claimtrack init` adds them. Without that, whoever brings in the next article waits until it is done"
)
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
@click.option(
    "--root",
    is_flag=True,
    help="Print a link that logs you in as root, until you stop this run. Everybody else logs in again, and API tokens do not work meanwhile.",
)
@click.option(
    "--public-read",
    is_flag=True,
    help="Let anyone read the whole desk without logging in: notes, drafts and history, too. To show readers your verdicts, use `claimtrack publish`.",
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

    with session.open() as db:  # before Datasette starts
        warn_if_unindexed(db, remedy=_INDEXING_FIRST)
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
    # Without -P, a `csv.py` or `random.py` in the folder in which it is started would run in place of the library's.
    command = [sys.executable, "-P", "-c", _SERVER_CODE, *arguments]
    environment = {**os.environ, **datasette_environment(path, root=root)}
    _replace_process(command, environment)


def _check_address(host: str, port: int) -> None:
    """Raise if the port is taken or not allowed: Datasette would report it in its own log, with its own exit code."""
    try:
        [(family, kind, protocol, _, address), *_] = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        with socket.socket(family, kind, protocol) as tried:
            if os.name == "posix":  # as the server does: a port released a moment ago is free
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
    """Raise if there is no folder for temporary files, as in a strict systemd unit: Datasette would fail with a traceback."""
    import tempfile

    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        raise click.ClickException(
            "there is no folder for temporary files that can be written to: name one with TMPDIR, or let a unit of systemd have its own "
            "with PrivateTmp=yes"
        ) from error


def _replace_process(command: list[str], environment: dict[str, str]) -> None:
    """Replace this process by the command, so that stopping `serve` stops the server.

    A server in a child process would go on when a service manager kills its parent. Windows has no such call, so there
    it is a child process.
    """
    if sys.platform != "win32":
        _raise_file_limit()
        _open_closed_streams()
        os.execve(command[0], command, environment)
    try:
        ended = subprocess.run(command, env=environment, check=False)
    except KeyboardInterrupt:
        return
    raise click.exceptions.Exit(1 if ended.returncode else 0)


def _open_closed_streams() -> None:
    """Open standard streams that are closed, as some service scripts leave them: the server does not start without."""
    null = os.open(os.devnull, os.O_RDWR)
    for number in range(3):
        is_given = False
        with suppress(OSError):
            is_given = os.get_inheritable(number)  # a file that Python opened in its place is not
        if not is_given:
            os.dup2(null, number)
            os.set_inheritable(number, True)


def _raise_file_limit() -> None:
    """Raise the limit of open files to the maximum: a service starts with 1,024, and above that Python logs a megabyte of errors a second."""
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    with suppress(OSError, ValueError):  # macOS reports "unlimited", but refuses it
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
