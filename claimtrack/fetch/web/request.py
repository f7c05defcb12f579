"""A GET request with limits: the only place that opens a connection."""

from __future__ import annotations

import http.client
import math
import re
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from claimtrack import __version__
from claimtrack.core.errors import FetchError, PageGone
from claimtrack.core.texts.addresses import is_private_address
from claimtrack.core.texts.cleaning import clean_line, has_login, is_url
from claimtrack.fetch.loaded import Hints
from claimtrack.fetch.web.deadline import HTTPHandler, HTTPSHandler, TooSlow

USER_AGENT = f"claimtrack/{__version__} (+https://pypi.org/project/claimtrack/)"
_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, "
    "application/feed+json, text/plain;q=0.9, */*;q=0.5",
    "Accept-Encoding": "gzip",
}
# The desk would store it where everybody can read it.
_WITH_LOGIN = "has a name or password in it: save the page and ingest the file"
_MOVED = (301, 302, 303, 307, 308)
_MAX_REDIRECTS = 5
_CHUNK = 65_536  # bytes
# A server that sends a byte every few seconds is never silent: it gets this many times the timeout.
_PATIENCE = 6
_SAVE_IT = "save the page in a browser and ingest the file"
_BROKE_OFF = f"broke off before the end: try again, or {_SAVE_IT}"
_OPENED = re.compile(rb"<(?:html|body)\b", re.IGNORECASE)
_CLOSED = re.compile(rb"</(?:html|body)\b", re.IGNORECASE)
_GZIP = b"\x1f\x8b"


def get(url: str, *, max_bytes: int, timeout: float, accepts: Callable[[Hints], bool]) -> tuple[bytes, Hints]:
    """The uncompressed response of an http(s) address, and the hints in its headers.

    `timeout` limits silence, in seconds; the whole response may take six times as long, or the timeout itself if the server does not say
    where it ends. `max_bytes` counts uncompressed bytes. `accepts` is called before the download. Raises FetchError for any failure.
    """
    if has_login(url):
        raise FetchError(f"the address of {_host(url)} {_WITH_LOGIN}")
    begun = time.monotonic()
    try:
        with _open(url, timeout) as response:
            hints = _hints(response, url)
            if not accepts(hints):
                raise FetchError(
                    f"{url} is {hints.media_type}, not text: give the web address of a page or feed"
                )
            body = _body(response, url, max_bytes)
            _refuse_incomplete(body, response, url, slow=time.monotonic() > begun + timeout)
            return body, hints
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as error:
        raise _explain_error(error, url, timeout) from error


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _open(url: str, timeout: float) -> http.client.HTTPResponse:
    """The response after a few redirects, which are followed here so that they only lead to http(s)."""
    target = url
    inside: list[bool] = []

    def refuse_inside(peer: str | None) -> None:
        """Raise FetchError if the name of another computer stands for one inside. What a proxy reaches is not known, and outside as a rule."""
        inside.append(peer is not None and is_private_address(_address_of(peer)))
        if inside[-1] and not inside[0]:
            raise _inside(url, target)

    client = opener(within=_PATIENCE * timeout, on_connect=refuse_inside)
    for _ in range(_MAX_REDIRECTS + 1):
        if not is_url(target):
            named = clean_line(target)[:200]
            place = f"{named} is" if target == url else f"{url} leads to {named}, which is"
            raise FetchError(f"{place} not an http or https address: check it")
        # An outsider could otherwise have a page of our network filed and read it.
        if is_private_address(target) and not is_private_address(url):
            raise _inside(url, target)
        if has_login(target):
            raise FetchError(f"{url} leads to an address of {_host(target)} that {_WITH_LOGIN}")
        request = urllib.request.Request(ascii_url(target), headers=_HEADERS)
        try:
            response: http.client.HTTPResponse = client.open(request, timeout=timeout)
        except (OSError, http.client.HTTPException) as error:
            if target == url:
                raise
            explained = _explain_error(error, clean_line(target)[:200], timeout)
            raise FetchError(f"{url} leads elsewhere: {explained}") from error
        location = response.headers.get("Location")
        if response.status not in _MOVED or not location:
            return _successful(response, url)
        response.close()
        target = urljoin(target, location)
    raise FetchError(
        f"{url} redirects in a circle, or more than {_MAX_REDIRECTS} times: give the final address"
    )


def _inside(url: str, target: str) -> FetchError:
    return FetchError(
        f"{url} leads to {target}, which is on your own computer or network: use that address if you mean it"
    )


def _address_of(peer: str) -> str:
    number = peer.partition("%")[0]  # "fe80::1%eth0"
    return f"http://[{number}]/" if ":" in number else f"http://{number}/"


def opener(
    *, within: float = math.inf, on_connect: Callable[[str | None], object] = lambda _: None
) -> urllib.request.OpenerDirector:
    """A client for http and https only, which follows no redirects and raises for no status.

    Everything must be read `within` so many seconds from now. `on_connect` is called with each IP address before a request is sent there, and with None for a proxy.
    """
    # Not build_opener(): it would also open file: and ftp: addresses.
    client = urllib.request.OpenerDirector()
    for_http, for_https = HTTPHandler(), HTTPSHandler(context=_trust())
    for_http.deadline = for_https.deadline = time.monotonic() + within
    for_http.on_connect = for_https.on_connect = on_connect
    for handler in (
        urllib.request.ProxyHandler(),
        for_http,
        for_https,
        urllib.request.HTTPCookieProcessor(),  # some sites redirect for ever without cookies
    ):
        client.add_handler(handler)
    return client


def _trust() -> ssl.SSLContext:
    """Trust the system's certificates (a newsroom's proxy may have its own) and certifi's (for Python on a Mac)."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def ascii_url(url: str) -> str:
    """The address as sent over the network: host in Punycode, other letters percent-encoded.

    Raises ValueError for an impossible host.
    """
    parts = urlsplit(url)
    host = parts.netloc
    if not host.isascii():
        name, colon, port = host.partition(":")
        host = name.encode("idna").decode("ascii") + colon + port
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, host, quote(parts.path, safe), quote(parts.query, safe), ""))


def _successful(response: http.client.HTTPResponse, url: str) -> http.client.HTTPResponse:
    if response.status == HTTPStatus.OK:
        return response
    response.close()
    remedy = "check the address"
    if response.status == HTTPStatus.TOO_MANY_REQUESTS:
        remedy = f"too many requests; try again {_describe_retry_time(response.headers.get('Retry-After'))}"
    elif response.status in (401, 402, 403, 451):
        remedy = "open it in a browser, save the page and ingest the file"
    elif response.status == HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED:
        remedy = "this network asks you to log in first: open a page in a browser, then try again"
    elif response.status >= 500:
        remedy = "try again later"
    reason = response.reason or http.client.responses.get(response.status, "")
    message = f"{url} answered {response.status} {reason}".rstrip() + f": {remedy}"
    if response.status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        raise PageGone(message, url)
    raise FetchError(message)


def _describe_retry_time(retry_after: str | None) -> str:
    """When to try again, by the server's Retry-After: in so many seconds, or at a day and time."""
    delay = clean_line(retry_after or "")[:40]
    if delay.isdecimal():
        return f"in {int(delay):,} seconds" if len(delay) < 7 else "later"
    return f"after {delay}" if delay else "later"


def _hints(response: http.client.HTTPResponse, url: str) -> Hints:
    stated = "Content-Type" in response.headers
    return Hints(
        source=url,
        url=response.geturl() or url,
        charset=response.headers.get_content_charset(),
        media_type=response.headers.get_content_type() if stated else None,
    )


def _body(response: http.client.HTTPResponse, url: str, max_bytes: int) -> bytes:
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(
            f"{url} is compressed with {encoding}, which is not supported: save it and ingest the file"
        )
    packed = None if encoding in ("", "identity") else _Decompressor()
    body = bytearray()
    while chunk := response.read1(_CHUNK):  # read() would wait until a slow server has filled the chunk
        body += packed.unpack(chunk, max_bytes + 1 - len(body)) if packed else chunk
        if len(body) > max_bytes:
            raise _too_large(url, max_bytes)
    if response.length or (packed and not packed.is_whole):
        raise FetchError(f"{url} {_BROKE_OFF}")
    return _unpacked(bytes(body), url, max_bytes) if body.startswith(_GZIP) else bytes(body)


def _unpacked(body: bytes, url: str, max_bytes: int) -> bytes:
    """The contents of a body that is a gzip file, as servers send feeds without saying that they are compressed."""
    packed = _Decompressor()
    contents = packed.unpack(body, max_bytes + 1)
    if len(contents) > max_bytes:
        raise _too_large(url, max_bytes)
    if not packed.is_whole:
        raise FetchError(f"{url} {_BROKE_OFF}")
    return contents


def _too_large(url: str, max_bytes: int) -> FetchError:
    return FetchError(f"{url} is larger than {max_bytes / 1e6:g} MB: save the article's text and use that")


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _refuse_incomplete(body: bytes, response: http.client.HTTPResponse, url: str, *, slow: bool) -> None:
    """Raise FetchError if the response may be incomplete: without a length or a last chunk, closing the connection may mean either."""
    if response.chunked or "Content-Length" in response.headers:
        return
    is_page = response.headers.get_content_type() in _PAGES
    if is_page and _OPENED.search(body) and not _CLOSED.search(body):
        raise FetchError(f"{url} {_BROKE_OFF}")
    if slow:
        raise FetchError(f"{url} arrived so slowly that it may have broken off before the end: {_SAVE_IT}")


class _Decompressor:
    """Decompresses gzip or zlib as it arrives; gzip may have several members in sequence."""

    def __init__(self) -> None:
        self._member = _member()

    def unpack(self, data: bytes, at_most: int) -> bytes:
        """Decompress more bytes, up to `at_most`; anything after the last member is ignored."""
        unpacked = self._member.decompress(data, at_most)
        while self._member.unused_data.startswith(_GZIP) and len(unpacked) < at_most:
            data, self._member = self._member.unused_data, _member()
            unpacked += self._member.decompress(data, at_most - len(unpacked))
        return unpacked

    @property
    def is_whole(self) -> bool:
        """Whether the last member is complete."""
        return self._member.eof


def _member() -> zlib._Decompress:
    return zlib.decompressobj(47)  # 32 + 15: zlib or gzip, by the first bytes


def _explain_error(error: Exception, url: str, timeout: float) -> FetchError:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, TooSlow):
        return FetchError(
            f"{url} was too slow to load in {_PATIENCE * timeout:g} s: try again later, or {_SAVE_IT}"
        )
    if isinstance(reason, http.client.IncompleteRead):
        return FetchError(f"{url} {_BROKE_OFF}")
    if isinstance(reason, TimeoutError):
        return FetchError(f"no answer from {url} within {timeout:g} s: try again later")
    if isinstance(reason, ssl.SSLCertVerificationError):
        return FetchError(f"{url} has a certificate that cannot be trusted ({reason.verify_message})")
    if isinstance(reason, zlib.error):
        return FetchError(f"{url} is not compressed as its server says: save it and ingest the file")
    cause = (reason.strerror if isinstance(reason, OSError) else None) or str(reason) or type(reason).__name__
    proxy = (
        ", and the proxy set on this computer" if urlsplit(url).scheme in urllib.request.getproxies() else ""
    )
    return FetchError(
        f"{url} cannot be reached ({clean_line(cause)}): check the address and the network{proxy}"
    )
