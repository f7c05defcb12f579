"""A time limit for a whole HTTP response, and a look at the computer that would answer, before it is asked.

urllib's timeout only limits silence, and a server that sends single bytes is never silent.
"""

from __future__ import annotations

import http.client
import io
import time
import urllib.request
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import socket
    from collections.abc import Callable


class TooSlow(TimeoutError):
    """The server kept sending, but did not finish in time."""


def peer_of(sock: socket.socket) -> str:
    """The IP address of the other computer."""
    return str(sock.getpeername()[0])


class _Limited(urllib.request.AbstractHTTPHandler):
    """Opens addresses; head and body must be read before `deadline`, a value of time.monotonic().

    `on_connect` is called with the IP address of the computer, or None for a proxy, and may raise.
    """

    deadline: float
    on_connect: Callable[[str | None], object]

    def do_open(self, http_class: Any, req: urllib.request.Request, **more: Any) -> http.client.HTTPResponse:
        """Request an address, and return the response once its head is read."""

        by_proxy = req.has_proxy() or getattr(req, "_tunnel_host", None)  # the latter for https

        def limited(*args: Any, **options: Any) -> http.client.HTTPResponse:
            answer: Any = http.client.HTTPResponse(*args, **options)
            answer.fp = io.BufferedReader(_Stream(answer.fp.detach(), self.deadline))
            return answer  # type: ignore[no-any-return]

        def connection(host: str, **options: Any) -> http.client.HTTPConnection:
            made: http.client.HTTPConnection = http_class(host, **options)
            made.response_class = limited  # type: ignore[assignment]
            connect = made.connect

            def watched() -> None:
                connect()
                self.on_connect(None if by_proxy else peer_of(made.sock))

            made.connect = watched  # type: ignore[method-assign]
            return made

        return super().do_open(connection, req, **more)


class HTTPHandler(_Limited, urllib.request.HTTPHandler):
    """urllib's, with a deadline."""


class HTTPSHandler(_Limited, urllib.request.HTTPSHandler):
    """urllib's, with a deadline."""


class _Stream(io.RawIOBase):
    """The bytes of a socket until the deadline."""

    def __init__(self, raw: io.RawIOBase, deadline: float) -> None:
        self._raw = raw
        self._deadline = deadline

    def readable(self) -> bool:
        """Always True: the stream is for reading."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read the next bytes. Raises TooSlow after the deadline."""
        if time.monotonic() > self._deadline:
            raise TooSlow("too slow")
        return self._raw.readinto(buffer)

    def close(self) -> None:
        """Close the connection."""
        self._raw.close()
        super().close()
