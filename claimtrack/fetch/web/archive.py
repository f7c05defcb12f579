"""Has a page saved by a web archive: the Wayback Machine, or a command that the desk configures."""

from __future__ import annotations

import http.client
import os
import re
import shlex
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urljoin

from claimtrack.core.errors import EmptyValue, InvalidValue
from claimtrack.core.texts.addresses import is_private_address, is_same_page, without_reader
from claimtrack.core.texts.cleaning import clean_line, is_url
from claimtrack.fetch.web.request import USER_AGENT, ascii_url, opener

WAYBACK = "https://web.archive.org/save/"
TIMEOUT = 120.0  # seconds: the archive fetches the page while we wait

_INSIDE = (
    "this page is only on your own computer or network, so an outside archive cannot save it; your own program "
    "can (--command)"
)
_SNAPSHOT = re.compile(r"/web/\d{4,14}[a-z_]*/")
_ADDRESS = re.compile(r"https?://\S+")
_ESCAPE = "\\" if os.name == "posix" else ""
"""The escape character in a command line; none on Windows, where a backslash separates folders."""


class Answer(StrEnum):
    """The outcome of a request to an archive, which decides when to ask again."""

    SAVED = "saved"
    TRY_AGAIN = "try again"
    NEVER = "never"
    TOO_MANY = "too many"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class Result:
    """An archive's answer: the address of the copy, or in `detail` why there is none."""

    answer: Answer
    archived_url: str | None = None
    detail: str = ""


def wayback(service: str = WAYBACK, *, timeout: float = TIMEOUT) -> Callable[[str], Result]:
    """Make a saver that requests a service like the Wayback Machine: GET service + url. Raises InvalidValue for no address.

    Pages of this machine or its network are never requested from outside services, which must not learn their addresses.
    """
    if not is_url(service):
        raise InvalidValue(f"not a web address: {service!r}. The Wayback Machine's is {WAYBACK}")

    def save(url: str) -> Result:
        if is_private_address(url) and not is_private_address(service):
            return Result(Answer.NEVER, detail=_INSIDE)
        try:
            # The address is appended unescaped: the service takes everything that follows as one address.
            request = urllib.request.Request(
                service + ascii_url(without_reader(url)), headers={"User-Agent": USER_AGENT}
            )
        except ValueError as error:  # stored before such addresses were refused
            return Result(Answer.NEVER, detail=f"this cannot be a web address ({clean_line(str(error))})")
        try:
            with opener(within=timeout).open(request, timeout=timeout) as response:
                return _parse_response(response, service)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _parse_failure(error)

    return save


def _parse_response(response: http.client.HTTPResponse, service: str) -> Result:
    told = response.headers.get("Content-Location") or response.headers.get("Location")
    copy = urljoin(service, told) if told else ""
    if response.status < 400 and _SNAPSHOT.search(copy):
        return Result(Answer.SAVED, archived_url=copy)
    detail = f"the archive answered {response.status} {response.reason or ''}".strip()
    if response.status == 429:
        return Result(Answer.TOO_MANY, detail=detail)
    if response.status in (400, 401, 403, 404, 410, 451):
        return Result(Answer.NEVER, detail=f"{detail}: this page cannot be saved there")
    return Result(Answer.TRY_AGAIN, detail=detail if response.status >= 400 else f"{detail} but no copy")


def _parse_failure(error: Exception) -> Result:
    # urllib wraps the errors before the request was sent, which have nothing to do with the page.
    if isinstance(error, urllib.error.URLError):
        return Result(Answer.OFFLINE, detail=f"no connection to the archive ({_reason(error.reason)})")
    return Result(Answer.TRY_AGAIN, detail=f"no answer from the archive ({_reason(error)})")


def _reason(error: BaseException | str) -> str:
    return clean_line(str(error)) or type(error).__name__


def command(line: str, *, timeout: float = TIMEOUT) -> Callable[[str], Result]:
    """Make a saver that runs a command, whose output ends with the address of the copy.

    `{url}` in the line is replaced by the page's address; without it the address is appended. No shell reads
    the line. Raises InvalidValue for a line that is none.
    """
    try:
        words = _split_command(line)
    except ValueError as error:
        raise InvalidValue(f"not a command: {line!r} ({error})") from error
    if not words:
        raise EmptyValue("the command is empty: give one, as in 'archive-now {url}'")
    if not any("{url}" in word for word in words):
        words.append("{url}")

    def save(url: str) -> Result:
        filled = [word.replace("{url}", url) for word in words]
        try:
            done = _run(filled, timeout)
        except (OSError, subprocess.TimeoutExpired) as error:
            return Result(Answer.TRY_AGAIN, detail=clean_line(str(error)))
        # Many programs end by repeating their input: that is no copy.
        found = [one for one in _ADDRESS.findall(done.stdout) if not is_same_page(one, url)]
        if done.returncode == 0 and found and is_url(found[-1]):
            return Result(Answer.SAVED, archived_url=found[-1])
        told = clean_line(done.stderr)[-200:] or "its output does not end with the address of a copy"
        return Result(Answer.TRY_AGAIN, detail=f"{words[0]} ended with {done.returncode}: {told}")

    return save


def _run(words: list[str], timeout: float) -> subprocess.CompletedProcess[str]:
    """Run a program, and end it if it takes too long or we are stopped, with the programs that it started, such as a browser."""
    pipe = subprocess.PIPE
    # On Windows, a program's own programs go on.
    process = subprocess.Popen(
        words, stdout=pipe, stderr=pipe, text=True, errors="replace", start_new_session=os.name == "posix"
    )
    with process:
        try:
            told, errors = process.communicate(timeout=timeout)
        except BaseException:
            if os.name == "posix":
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.kill()
            raise
    return subprocess.CompletedProcess(words, process.returncode, told, errors)


def _split_command(line: str) -> list[str]:
    """Split a command line as a shell does. Raises ValueError for an unclosed quote."""
    lexer = shlex.shlex(line, posix=True)
    lexer.whitespace_split, lexer.commenters, lexer.escape = True, "", _ESCAPE
    return list(lexer)
