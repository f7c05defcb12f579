"""What a browser gets beside a page."""

from __future__ import annotations

import re
from pathlib import PurePath
from urllib.parse import urlsplit

import pytest

from claimtrack.plugin import rendering
from tests.tables import each_row

from .conftest import EDITOR

pytestmark = pytest.mark.asyncio
PAGES = [
    ("/claims/-/desk", "a page of ours"),
    ("/claims/-/claim/1", "another, with scripts of its own"),
    ("/claims", "Datasette's of the desk"),
    ("/claims/claim_overview", "Datasette's of a table"),
    ("/claims/claims/1", "Datasette's of a row"),
]


@pytest.mark.parametrize("base_url", ["/", "/desk/"])
async def test_a_browser_asks_once_for_a_static_file_of_any_page(path, served, base_url):
    datasette = await served(path, settings={"base_url": base_url})
    found = set()
    for address, reason in PAGES:
        page = (await datasette.client.get(address, actor=EDITOR)).text
        files = re.findall(r'(?:src|href)="([^"]*static-plugins/claimtrack/[^"]*)"', page)
        assert files, reason
        found.update(files)
    assert {PurePath(urlsplit(one).path).suffix for one in found} == {".css", ".js"}
    for one in found:
        assert one.startswith(f"{base_url}-/static-plugins/")
        answer = await datasette.client.get(one.removeprefix(base_url.rstrip("/")))
        assert (answer.status_code, answer.headers.get("cache-control")) == (
            200,
            "max-age=31536000, immutable, public",
        ), one


@each_row(
    "digest, kept, reason",
    [
        (None, True, "its own"),
        ("0123456789ab", False, "of another version, of which a page may still be open"),
    ],
)
async def test_a_file_is_kept_by_the_address_of_what_is_in_it(ds, digest, kept):
    address = rendering.static_file(ds, "claimtrack.css")
    answer = await ds.client.get(address if digest is None else address.partition("=")[0] + "=" + digest)
    assert (answer.status_code, "cache-control" in answer.headers) == (200, kept)
