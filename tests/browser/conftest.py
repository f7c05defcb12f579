"""A desk served by Datasette on a free port, and Chromium to view it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import tarfile
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimtrack.core.model import Role
from claimtrack.store import users
from claimtrack.workflow import people
from tests.conftest import CHROMIUM, FORKS
from tests.desks import QUICK_HASHING, restore
from tests.plugin.conftest import OWN_METADATA, build_desk

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

IN_NETWORK = "desk.example"
"""Resolves to this machine but is not a name of its own: browsers do not give it the privileges of 127.0.0.1."""
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--renderer-process-limit=1",
    f"--host-resolver-rules=MAP {IN_NETWORK} 127.0.0.1",
]  # fmt: skip
SECRET = "a secret of the tests"
PASSWORD = "correct horse battery"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


# Compiled templates, which each server would compile again: 0.1 s a page.
COMPILED_TEMPLATES = tempfile.TemporaryDirectory()
SERVE = """
import os
for stream in (1, 2):
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
from datasette import handle_exception, hookimpl
from datasette.cli import cli
from datasette.plugins import pm
from jinja2 import FileSystemBytecodeCache
from claimtrack.workflow import people
people._N = {!r}
handle_exception.rich = None
class Compiled:
    @hookimpl
    def prepare_jinja2_environment(self, env):
        env.bytecode_cache = FileSystemBytecodeCache({!r})
pm.register(Compiled())
cli({!r})
"""


@contextlib.contextmanager
def serve_datasette(arguments: list[str], hashing_cost: int = people._N) -> Iterator[str]:
    """Run Datasette on a free port and yield its address. The cost of hashing passwords must be that of the desk's users."""
    port = free_port()
    command = ["serve", *arguments, "--port", str(port), "--secret", SECRET]
    code = SERVE.format(hashing_cost, COMPILED_TEMPLATES.name, command)
    process = FORKS.Process(target=exec, args=(code, {}))
    process.start()
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, process)
        yield address
    finally:
        process.terminate()
        process.join(20)


def _wait_for(address: str, process: BaseProcess) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if not process.is_alive():
            raise RuntimeError("Datasette ended before it answered")
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{address}/-/actor.json", timeout=5).close()
            return
        time.sleep(0.02)
    raise RuntimeError("Datasette does not answer")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_desk(tmp_path_factory.mktemp("built") / "claims.db")


@pytest.fixture(scope="session")
def desk_with_users(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a desk with users, created once."""
    path = Path(shutil.copy(built, tmp_path_factory.mktemp("peopled") / "claims.db"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "_N", QUICK_HASHING)
        for name, role in (("ada", Role.EDITOR), ("ben", Role.EDITOR), ("rob", Role.REPORTER)):
            people.add_user(path, name, role, PASSWORD)
    return path.parent


@pytest.fixture(scope="session")
def own_metadata(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A metadata file with a description of the desk, as in the tests of the plug-in."""
    path = tmp_path_factory.mktemp("metadata") / "metadata.json"
    path.write_text(json.dumps(OWN_METADATA), encoding="utf-8")
    return str(path)


@pytest.fixture(scope="package")
def desk_and_server(
    built: Path, own_metadata: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Path, str]]:
    """A desk and the address of its server, one for all tests: starting it takes half a second."""
    desk = Path(shutil.copy(built, tmp_path_factory.mktemp("served") / "claims.db"))
    # Datasette without threads, as in tests/plugin: its own pages take two thirds of the time.
    arguments = [str(desk), "--metadata", own_metadata, "--setting", "num_sql_threads", "0"]
    with serve_datasette(arguments, QUICK_HASHING) as address:
        yield desk, address


@pytest.fixture
def initial_desk(built: Path) -> Path:
    """The desk that a test starts from."""
    return built


@pytest.fixture
def server(desk_and_server: tuple[Path, str], initial_desk: Path) -> str:
    """The address of a desk reset to the initial desk, with its users."""
    desk, address = desk_and_server
    restore(desk, initial_desk)
    users.users_path(desk).unlink(missing_ok=True)
    if users.users_path(initial_desk).exists():
        shutil.copy(users.users_path(initial_desk), users.users_path(desk))
    return address


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """Ends with these tests: while Playwright runs, so does its event loop, and no asynchronous test can start."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def actor_cookie(actor: dict[str, Any]) -> str:
    from itsdangerous import URLSafeSerializer

    return str(URLSafeSerializer(SECRET, "actor").dumps({"a": actor}))


class Contexts:
    """Browser contexts for one test after another: a new one, with a new process and an empty cache, takes 0.2 s more.

    An empty page in each keeps its process. A test gets new pages, without cookies and storage of the test before.
    """

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.free: dict[tuple[Any, ...], list[tuple[Any, Any]]] = {}

    @contextlib.contextmanager
    def borrow(self, options: dict[str, Any]) -> Iterator[Any]:
        """A context with these options, which nobody else has until it is given back."""
        free = self.free.setdefault(tuple(sorted(options.items())), [])
        context, storage = free.pop() if free else self._open(options)
        yield context
        for page in context.pages[1:]:
            page.close()
        context.set_offline(False)
        context.clear_cookies()
        storage.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "local_storage"})
        free.append((context, storage))

    def _open(self, options: dict[str, Any]) -> tuple[Any, Any]:
        context = self.browser.new_context(**options)
        context.set_default_timeout(30_000)
        return context, context.new_cdp_session(context.new_page())


@pytest.fixture(scope="package")
def contexts(chromium: Any) -> Contexts:
    return Contexts(chromium)


@pytest.fixture
def page_for(contexts: Contexts, server: str) -> Iterator[Callable[..., Any]]:
    """Opens a page of the desk's server, signed in as an actor; script errors and policy violations fail the test.

    Pages do not share cookies. The options are those of Playwright's `new_context`.
    """
    problems: list[str] = []
    with contextlib.ExitStack() as borrowed:

        def open_page(
            actor: dict[str, Any] | None = None,
            *,
            viewport: dict[str, int] | None = None,
            color_scheme: str | None = None,
            **options: Any,
        ) -> Any:
            context = borrowed.enter_context(contexts.borrow({"base_url": server, **options}))
            if actor:
                context.add_cookies([{"name": "ds_actor", "value": actor_cookie(actor), "url": server}])
            page = context.new_page()
            if viewport:
                page.set_viewport_size(viewport)
            if color_scheme:
                page.emulate_media(color_scheme=color_scheme)
            page.on("pageerror", lambda error: problems.append(str(error)))
            page.on(
                "console",
                lambda message: "Content Security" in message.text and problems.append(message.text),
            )
            return page

        yield open_page
    assert problems == []


def follow(page: Any, control: Any) -> None:
    """Click a control that leads to another page and wait for it: a click alone does not wait."""
    with page.expect_navigation():
        control.click()


def press_button(page: Any, name: str) -> None:
    follow(page, page.get_by_role("button", name=name, exact=True))


AXE = "axe-core@4.14.1"


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, from the npm registry."""
    folder = tmp_path_factory.mktemp("axe")
    try:
        pack = ["npm", "pack", "--prefer-offline", AXE]
        subprocess.run(pack, cwd=folder, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError) as error:
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI may not skip the accessibility tests: {error}", pytrace=False)
        pytest.skip(f"axe-core cannot be had from the npm registry: {error}")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        return archive.extractfile("package/axe.min.js").read().decode()
