"""One web address is fetched: what a server may do, and what is reported then."""

import gzip
import http.client
import json
import socket
import ssl
import threading
import time
import urllib.error
import zlib

import pytest
from click.testing import CliRunner

from claimtrack import __version__
from claimtrack.cli import cli
from claimtrack.core.errors import FetchError
from claimtrack.fetch import read
from claimtrack.fetch.web import deadline, request
from tests.fetch.conftest import SAMPLES, read_one
from tests.tables import each_row

TEXT = "Rents rose 4% in May, the council said.\r\n"


def refusal(address, **options):
    with pytest.raises(FetchError) as caught:
        list(read(address, **options))
    message = str(caught.value)
    assert "\n" not in message
    assert address in message
    return message


# ── what is read ────────────────────────────────────────────────────────────────────────────────


def test_page_yields_its_article_and_the_address_as_given(site):
    address = site.serve("/toll", (SAMPLES / "council.html").read_bytes(), kind="text/html; charset=utf-8")
    loaded = read_one(address)
    assert loaded.source == address
    assert loaded.article.url == "https://gazette.example/2023/harbour-toll"
    assert loaded.article.text.startswith("The harbour toll will double")


def test_plain_text_is_kept_unchanged_and_has_the_address_it_came_from(site):
    address = site.serve("/a.txt", TEXT)
    assert read_one(address).article.text == TEXT
    assert read_one(address).article.url == address


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", "application/octet-stream"])
def test_feed_yields_its_entries_whatever_its_content_type(site, kind):
    address = site.serve("/feed", (SAMPLES / "gazette.rss").read_bytes(), kind=kind)
    assert [loaded.article.url for loaded in read(address, on_skip=lambda error: None)] == [
        "https://gazette.example/toll",
        "https://gazette.example/ferries",
    ]


def test_json_feed_yields_its_entries(site):
    address = site.serve("/feed", (SAMPLES / "blog.json").read_bytes(), kind="application/json")
    assert len(list(read(address))) == 3


def test_charset_sent_by_the_server_is_used(site):
    address = site.serve("/a", "Café Zoë".encode("latin-1"), kind="text/plain; charset=ISO-8859-1")
    assert read_one(address).article.text == "Café Zoë"
    assert read_one(address).warnings == ()


def test_charset_declared_by_the_page_is_used(site):
    html = '<html><head><meta charset="latin1"></head><body><p>Café Zoë raised its prices.</p></body></html>'
    address = site.serve("/a", html.encode("latin-1"), kind="text/html")
    assert read_one(address).article.text == "Café Zoë raised its prices."


@pytest.mark.parametrize(("name", "compress"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_compressed_answer_is_unpacked(site, name, compress):
    address = site.serve("/a.txt", compress(TEXT.encode()), Content_Encoding=name)
    assert read_one(address).article.text == TEXT


def test_chunked_answer_is_joined(site):
    def chunked(handler):
        handler.protocol_version = "HTTP/1.1"
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.send_header("Connection", "close")
        handler.end_headers()
        for part in (b"Rents ", b"rose 4%."):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        handler.wfile.write(b"0\r\n\r\n")

    assert read_one(site.run("/a.txt", chunked)).article.text == "Rents rose 4%."


def test_gzip_answer_of_several_members_is_read_whole(site):
    """A server's cache may concatenate them, and logs and large pages are often compressed in parts."""
    members = gzip.compress(TEXT.encode()) + gzip.compress(b"") + gzip.compress(b"It will rise again.")
    address = site.serve("/a.txt", members, Content_Encoding="gzip")
    assert read_one(address).article.text == TEXT + "It will rise again."
    padded = site.serve("/b.txt", gzip.compress(TEXT.encode()) + b"\0" * 512, Content_Encoding="gzip")
    assert read_one(padded).article.text == TEXT


def test_a_compressed_answer_that_is_not_labelled_so_is_unpacked(site):
    packed = gzip.compress(TEXT.encode())
    assert read_one(site.serve("/a.txt", packed)).article.text == TEXT
    assert read_one(site.serve("/b.txt", gzip.compress(packed), Content_Encoding="gzip")).article.text == TEXT
    assert "broke off" in refusal(site.serve("/c.txt", packed[:-12]))
    assert "larger than" in refusal(site.serve("/d.txt", gzip.compress(b"x" * 30_000_000)))


def test_gzip_members_that_arrive_byte_by_byte_are_joined(site):
    members = gzip.compress(b"Rents rose ") + gzip.compress(b"4%.")

    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Encoding", "gzip")
        handler.end_headers()
        for byte in members:
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()

    assert read_one(site.run("/a.txt", drip)).article.text == "Rents rose 4%."


def test_requests_identify_claimtrack(site):
    read_one(site.serve("/a.txt", TEXT))
    (_, headers), *_ = site.requests
    assert headers["User-Agent"].startswith(f"claimtrack/{__version__} (+http")


def test_non_ascii_letters_and_spaces_in_an_address_are_percent_encoded(site):
    site.serve("/caf%C3%A9?q=%E2%82%AC", TEXT)
    assert read_one(f"{site.address}/café?q=€").article.text == TEXT
    site.serve("/100%25", TEXT)
    assert read_one(f"{site.address}/100%25#part").article.text == TEXT


# ── redirects ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirect_is_followed_and_its_end_is_the_address_of_the_article(site, status):
    end = site.serve("/end.txt", TEXT)
    start = site.serve("/start", status=status, Location="/end.txt")
    assert read_one(start).article.url == end
    assert read_one(start).source == start


def test_cookie_set_by_a_redirect_is_sent_back(site):
    def gate(handler):
        passed = "seen=1" in (handler.headers["Cookie"] or "")
        handler.send_response(200 if passed else 302)
        if not passed:
            handler.send_header("Set-Cookie", "seen=1")
            handler.send_header("Location", "/gate.txt")
        handler.end_headers()
        handler.wfile.write(TEXT.encode() if passed else b"")

    assert read_one(site.run("/gate.txt", gate)).article.text == TEXT


def test_five_redirects_are_followed_and_no_more(site):
    site.serve("/0", TEXT)
    addresses = [site.serve(f"/{n}", status=302, Location=f"/{n - 1}") for n in range(1, 7)]
    assert read_one(addresses[4]).article.text == TEXT
    assert "more than 5 times" in refusal(addresses[5])


def test_circular_redirect_is_refused(site):
    site.serve("/b", status=302, Location="/a")
    assert "redirects in a circle" in refusal(site.serve("/a", status=302, Location="/b"))
    assert len(site.requests) < 10


@pytest.mark.parametrize(
    "target", ["file:///etc/hostname", "ftp://gazette.example/a.txt", "data:text/plain,hi"]
)
def test_redirect_to_another_scheme_is_refused(site, target):
    assert "not an http or https address: check it" in refusal(site.serve("/a", status=302, Location=target))


@each_row(
    "target",
    ["http://127.0.0.1:{port}/wiki", "http://[::ffff:127.0.0.1]:{port}/wiki", "http://2130706433:{port}/wiki",
     "http://169.254.169.254/latest/meta-data", "http://intranet/", "//wiki.local/"],
)  # fmt: skip
def test_redirect_from_the_web_to_the_local_network_is_refused(site, monkeypatch, target):
    port = site.address.rpartition(":")[2]
    resolve = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **named: resolve("127.0.0.1", *more, **named)
    )
    site.serve("/wiki", TEXT)
    site.serve("/start", status=302, Location=target.format(port=port))
    assert "on your own computer or network" in refusal(f"http://news.example:{port}/start")
    assert {path for path, _ in site.requests} == {"/start"}


def pretend_that_the_first_address_is_outside(monkeypatch):
    """All names stand for this computer, and the first time it is asked it appears to be another one."""
    resolve, peer_of, outside = socket.getaddrinfo, deadline.peer_of, iter(["93.184.215.14"])
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *more, **named: resolve("127.0.0.1", *more, **named)
    )
    monkeypatch.setattr(deadline, "peer_of", lambda sock: next(outside, None) or peer_of(sock))


def test_redirect_to_a_name_that_stands_for_the_local_network_is_refused(site, monkeypatch):
    """Anybody can enter 127.0.0.1 for a name of their own. The page behind it is not asked for; a name given by hand is."""
    port = site.address.rpartition(":")[2]
    pretend_that_the_first_address_is_outside(monkeypatch)
    site.serve("/wiki", TEXT)
    site.serve("/start", status=302, Location=f"http://wiki.example:{port}/wiki")
    assert "wiki.example" in (told := refusal(f"http://news.example:{port}/start"))
    assert "on your own computer or network" in told
    assert {path for path, _ in site.requests} == {"/start"}
    assert read_one(f"http://news.example:{port}/start").article.text == TEXT  # both are inside


def test_redirect_through_a_proxy_of_the_own_network_is_followed(site, monkeypatch):
    """The first address is on the list of those that are asked without it. Who asks the proxy first reaches no computer inside, either."""
    port = site.address.rpartition(":")[2]
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.setenv("no_proxy", "news.example")
    pretend_that_the_first_address_is_outside(monkeypatch)
    site.serve("/start", status=302, Location=f"http://far.example:{port}/far")
    site.serve(f"http://far.example:{port}/far", TEXT)
    assert read_one(f"http://news.example:{port}/start").article.text == TEXT
    site.serve(f"http://far.example:{port}/back", status=302, Location=f"http://news.example:{port}/wiki")
    assert "on your own computer or network" in refusal(f"http://far.example:{port}/back")


def test_https_redirect_through_a_proxy_of_the_own_network_is_followed(site, monkeypatch):
    class WithoutTLS(http.client.HTTPConnection):
        default_port = 443

        def __init__(self, host, *, context, check_hostname=None, **options):  # 3.11 gives both
            super().__init__(host, **options)

    def tunnel(handler):
        handler.send_response(200)
        handler.end_headers()
        handler.close_connection = False

    monkeypatch.setattr(http.client, "HTTPSConnection", WithoutTLS)
    monkeypatch.setenv("https_proxy", site.address)
    pretend_that_the_first_address_is_outside(monkeypatch)
    site.run("far.example:443", tunnel)
    site.serve("/far", TEXT)
    site.serve("/start", status=302, Location="https://far.example/far")
    port = site.address.rpartition(":")[2]
    assert read_one(f"http://news.example:{port}/start").article.text == TEXT
    assert [path for path, _ in site.requests] == ["/start", "far.example:443", "/far"]


def test_the_computer_that_answers_is_known_by_its_ip_address(site):
    found = []
    with request.opener(on_connect=found.append).open(site.serve("/a", TEXT)):
        assert found == ["127.0.0.1"]


def test_redirect_within_the_local_network_is_followed(site):
    site.serve("/wiki", TEXT)
    inside = site.address.replace("127.0.0.1", "localhost")
    assert read_one(site.serve("/start", status=302, Location=f"{inside}/wiki")).article.text == TEXT


def test_redirect_to_an_address_with_a_password_is_refused_without_showing_it(site):
    site.serve("/ok", TEXT)
    target = site.address.replace("//", "//ada:s3cret@") + "/ok"
    message = refusal(site.serve("/a", status=302, Location=target))
    assert "leads to an address of 127.0.0.1 that has a name or password in it" in message
    assert "s3cret" not in message


# ── refusals ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (404, "answered 404 Not Found: check"),
        (401, "in a browser"),
        (402, "in a browser"),
        (403, "in a browser"),
        (451, "in a browser"),
        (429, "too many requests; try again later"),
        (503, "try again later"),
        (511, "this network asks you to log in first: open a page in a browser, then try again"),
        (204, "204"),
        (302, "answered 302 Found: check"),  # without the address that it leads to
    ],
)
def test_answer_other_than_ok_is_reported_with_a_remedy(site, status, words):
    assert words in refusal(site.serve("/a", status=status))


def test_ingest_names_the_article_of_a_page_that_is_gone(site, monkeypatch, tmp_path):
    monkeypatch.setenv("CLAIMTRACK_DB", str(tmp_path / "a.db"))
    address = site.serve("/a", TEXT)
    assert CliRunner().invoke(cli, ["ingest", address]).exit_code == 0
    site.serve("/a", status=410)
    gone = CliRunner().invoke(cli, ["ingest", address]).stderr
    assert (
        "answered 410 Gone: check the address. The desk has it as article 1: if the outlet took it down"
        in gone
    )
    as_json = json.loads(CliRunner().invoke(cli, ["ingest", address, "--format", "json"]).stderr)
    command = f"claimtrack --db {tmp_path / 'a.db'} articles withdraw 1"
    assert (as_json["kind"], as_json["commands"]) == ("PageGone", [command])
    assert CliRunner().invoke(cli, ["articles", "withdraw", "1", "--date", "2024-05-03"]).exit_code == 0
    assert (
        "article 1: marked as withdrawn on 2024-05-03" in CliRunner().invoke(cli, ["ingest", address]).stderr
    )
    other = CliRunner().invoke(cli, ["ingest", site.serve("/b", status=404)])
    assert (other.exit_code, "article" in other.stderr) == (1, False)


@pytest.mark.parametrize(
    ("retry_after", "words"),
    [
        ("120", "in 120 seconds"),
        ("Wed, 21 Oct 2026 07:28:00 GMT", "after Wed, 21 Oct 2026 07:28:00 GMT"),
        ("9" * 30, "later"),
        ("²", "after ²"),
    ],
)
def test_too_many_requests_error_says_when_to_try_again(site, retry_after, words):
    message = refusal(site.serve("/a", status=429, **{"Retry-After": retry_after}))
    assert message.endswith(f"too many requests; try again {words}")


@pytest.mark.parametrize("kind", ["application/zip", "image/png", "video/mp4", "text/css"])
def test_file_other_than_text_is_refused_before_it_is_downloaded(site, kind):
    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.end_headers()
        handler.connection.settimeout(5)
        while True:
            handler.wfile.write(b"x" * 65_536)

    assert f"is {kind}, not text" in refusal(site.run("/a", endless))


@pytest.mark.parametrize("kind", ["application/pdf", "application/octet-stream"])
def test_pdf_is_read_whatever_its_content_type(site, kind):
    pytest.importorskip("pypdfium2", reason="PDF files are read with claimtrack[documents]")
    loaded = read_one(site.serve("/report", (SAMPLES / "printed.pdf").read_bytes(), kind=kind))
    assert loaded.article.title == "Harbour fees in Elland rise again"


def test_body_over_the_limit_ends_the_download(site):
    sent = []

    def endless(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/plain")
        handler.end_headers()
        handler.connection.settimeout(5)
        while len(sent) < 5_000:
            handler.wfile.write(b"x" * 65_536)
            sent.append(1)

    assert "larger than 0.2 MB" in refusal(site.run("/a", endless), max_bytes=200_000)
    assert len(sent) < 5_000


def test_size_limit_applies_to_the_unpacked_answer(site):
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < 100_000
    address = site.serve("/a.txt", bomb, Content_Encoding="gzip")
    assert "larger than 1 MB" in refusal(address, max_bytes=1_000_000)
    members = site.serve("/b.txt", gzip.compress(b"x" * 600_000) * 2, Content_Encoding="gzip")
    assert "larger than 1 MB" in refusal(members, max_bytes=1_000_000)


@pytest.fixture
def stalled(site):
    """A server that sends the header at most, and then nothing until the test is over."""
    over = threading.Event()

    def stall(handler, head):
        if head:
            handler.send_response(200)
            handler.send_header("Content-Type", "text/plain")
            handler.end_headers()
            handler.wfile.write(b"Rents")
        over.wait(5)

    yield stall
    over.set()


@pytest.mark.parametrize("head", [False, True], ids=["before the head", "within the body"])
def test_silent_server_times_out(site, stalled, head):
    address = site.run("/a", lambda handler: stalled(handler, head))
    assert "no answer" in refusal(address, timeout=0.1)
    assert "within 0.1 s" in refusal(address, timeout=0.1)


@pytest.mark.parametrize(
    ("before", "drop"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"0"),
    ],
    ids=["in the body", "in the head", "in the size of a chunk"],
)
def test_server_that_drips_bytes_times_out(site, monkeypatch, before, drop):
    monkeypatch.setattr(request, "_PATIENCE", 0.1)  # on a busy machine, the bytes may be far apart
    over = threading.Event()
    end = time.monotonic() + 10  # without it, a reader without a limit would hang here rather than fail

    def drip(handler):
        handler.wfile.write(before)
        while time.monotonic() < end and not over.wait(0.02):
            handler.wfile.write(drop)

    assert "was too slow to load in 0.5 s: try again later, or" in refusal(site.run("/a", drip), timeout=5)
    over.set()


def test_whole_answer_may_take_six_times_the_timeout(monkeypatch):
    limits = []

    def opener(*, within, on_connect):
        limits.append(within)
        raise OSError("enough")

    monkeypatch.setattr(request, "opener", opener)
    refusal("http://a.example/", timeout=3)
    assert limits == [18]


def test_truncated_answer_is_refused(site):
    assert "broke off" in refusal(site.serve("/a.txt", TEXT, Content_Length="1000"))
    cut = gzip.compress(TEXT.encode())[:-12]
    assert "broke off" in refusal(site.serve("/b.txt", cut, Content_Encoding="gzip"))
    second = gzip.compress(TEXT.encode()) + cut
    assert "broke off" in refusal(site.serve("/c.txt", second, Content_Encoding="gzip"))


@pytest.mark.parametrize(
    "sent", [b"20\r\nRents rose", b"5\r\nRents\r\n", b"5\r\nRents"], ids=["in a chunk", "between", "behind"]
)
def test_truncated_chunked_answer_is_refused(site, sent):
    def cut(handler):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + sent)

    assert "broke off before the end: try again" in refusal(site.run("/a.txt", cut))


@pytest.mark.parametrize(
    ("kind", "sent", "is_whole"),
    [
        ("text/html", f"<html><body><p>{TEXT}</p>", False),
        ("text/html", f"<html><body><p>{TEXT}</p></body>", True),
        ("text/html", f"<p>{TEXT}", True),
        ("text/plain", f"In front of <html> {TEXT}", True),
    ],
    ids=["a page never closed", "a page that is closed", "a page without a frame", "plain text"],
)
def test_page_of_unknown_length_must_be_closed_to_be_read(site, kind, sent, is_whole):
    address = site.serve("/a", sent, kind=kind, Content_Length="")
    if is_whole:
        assert "Rents" in read_one(address).article.text
    else:
        assert "broke off before the end: try again, or save the page" in refusal(address)
    assert "Rents" in read_one(site.serve("/b", sent, kind=kind)).article.text  # with a Content-Length


def test_slow_answer_of_unknown_length_is_refused_as_possibly_truncated(site, monkeypatch):
    monkeypatch.setattr(request, "_PATIENCE", 100)  # on a busy machine, the words may be far apart

    def drip(handler, *more):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n%s\r\n" % b"".join(more))
        for word in TEXT.split(" "):
            time.sleep(0.4 / TEXT.count(" "))
            handler.wfile.write(word.encode() + b" ")

    message = refusal(site.run("/a", drip), timeout=0.3)
    assert "may have broken off before the end: save the page in a browser and ingest the file" in message
    length = b"Content-Length: %d\r\n" % (len(TEXT.encode()) + 1)
    assert (
        "Rents" in read_one(site.run("/b", lambda handler: drip(handler, length)), timeout=0.3).article.text
    )


def test_unrequested_compression_is_refused(site):
    assert "compressed with br" in refusal(site.serve("/a.txt", b"x", Content_Encoding="br"))


def test_answer_wrongly_labelled_as_gzip_is_refused(site):
    assert "is not compressed as its server says: save it and ingest the file" in refusal(
        site.serve("/a.txt", TEXT, Content_Encoding="gzip")
    )


def test_certificate_that_is_not_trusted_is_named_as_the_cause(monkeypatch):
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"

    def opener(*, within, on_connect):
        raise urllib.error.URLError(error)

    monkeypatch.setattr(request, "opener", opener)
    message = refusal("https://a.example/")
    assert message.endswith("has a certificate that cannot be trusted (certificate has expired)")


def test_error_mentions_the_proxy_if_one_is_set(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://ann:secret@127.0.0.1:9")
    message = refusal("http://gazette.example/toll")
    assert message.endswith(": check the address and the network, and the proxy set on this computer")
    assert "secret" not in message
    monkeypatch.delenv("http_proxy")
    assert refusal("http://127.0.0.1:9/toll").endswith(": check the address and the network")


def test_server_that_sends_nonsense_or_hangs_up_is_refused(site):
    assert "cannot be reached" in refusal(
        site.run("/a", lambda handler: handler.wfile.write(b"nonsense\r\n\r\n"))
    )
    assert "cannot be reached" in refusal(site.run("/b", lambda handler: None))


def test_address_that_a_redirect_leads_to_is_named_if_it_cannot_be_reached(site):
    """A hotel's network redirects every page to its log-in page, whose name may not be known."""
    target = f"http://127.0.0.1:{_free_port()}/log-in"
    message = refusal(site.serve("/a", status=302, Location=target))
    assert message.startswith(f"{site.address}/a leads elsewhere: {target} cannot be reached (")


def test_refused_connection_is_reported(site):
    address = site.address
    site_is_down = f"http://127.0.0.1:{_free_port()}/"
    assert address != site_is_down
    assert "Connection refused" in refusal(site_is_down)


def _free_port():
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@each_row(
    "address", ["http://", "http://a b/", "http://[::1/", "http://127.0.0.1:99999/", "https://exa mple/"]
)
def test_malformed_address_is_refused(address):
    assert refusal(address)


def test_address_with_a_password_is_refused_without_showing_it():
    with pytest.raises(FetchError) as raised:
        list(read("https://ada:s3cret@news.example/1"))
    assert "s3cret" not in str(raised.value)
    assert "save the page and ingest the file" in str(raised.value)


@each_row(
    ("url", "sent"),
    [
        (
            "http://wetter.münchen.example/föhn?q=ä#top",
            "http://wetter.xn--mnchen-3ya.example/f%C3%B6hn?q=%C3%A4",
        ),
        (
            "http://новости.рф:8080/",
            "http://xn--b1amnebsh.xn--p1ai:8080/",
        ),  # the port is not part of the name
        ("http://[::1]:80/a%20b", "http://[::1]:80/a%20b"),
    ],
)
def test_address_is_sent_in_ascii(url, sent):
    assert request.ascii_url(url) == sent
