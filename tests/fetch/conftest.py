"""A web server on this machine, so that no test needs the network; and how tests read one source."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from claimtrack import plugins
from claimtrack.fetch import read

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(autouse=True)
def _forget_plugins():
    plugins.forget()
    yield
    plugins.forget()


def read_one(source, **options):
    """The one article that reading the source yields."""
    (loaded,) = read(str(source), **options)
    return loaded


class Site:
    """Answers: path -> (status, headers, body), or a function of the request handler."""

    def __init__(self, port):
        self.address = f"http://127.0.0.1:{port}"
        self.answers = {}
        self.requests = []

    def serve(self, path, body=b"", *, status=200, kind="text/plain; charset=utf-8", **headers):
        body = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers[path] = (status, {"Content-Type": kind} | named, body)
        return self.address + path

    def run(self, path, function):
        self.answers[path] = function
        return self.address + path


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        site = self.server.site
        site.requests.append((self.path, self.headers))
        answer = site.answers.get(self.path, (404, {}, b""))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_CONNECT(self):
        self.do_GET()

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A client that hangs up early is what some tests are about."""


@pytest.fixture
def site(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with Server(("127.0.0.1", 0), Handler) as server:
        server.site = Site(server.server_port)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server.site
        server.shutdown()
