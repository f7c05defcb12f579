"""Static files that a page loads are cached by browsers."""

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
    ("/claims/-/desk", "a desk page"),
    ("/claims/-/claim/1", "a desk page with its own scripts"),
    ("/claims", "Datasette's page of the desk"),
    ("/claims/claim_overview", "Datasette's page of a table"),
    ("/claims/claims/1", "Datasette's page of a row"),
]


@pytest.mark.parametrize("base_url", ["/", "/desk/"])
async def test_browsers_may_cache_every_static_file_for_good(path, serve, base_url):
    datasette = await serve(path, settings={"base_url": base_url})
    found = set()
    for address, reason in PAGES:
        page = (await datasette.client.get(address, actor=EDITOR)).text
        files = re.findall(r'(?:src|href)="([^"]*static-plugins/claimtrack/[^"]*)"', page)
        assert files, reason
        found.update(files)
    assert {PurePath(urlsplit(url).path).suffix for url in found} == {".css", ".js"}
    for url in found:
        assert url.startswith(f"{base_url}-/static-plugins/")
        answer = await datasette.client.get(url.removeprefix(base_url.rstrip("/")))
        assert (answer.status_code, answer.headers.get("cache-control")) == (
            200,
            "max-age=31536000, immutable, public",
        ), url


@pytest.mark.parametrize("prefix", ["/at/", "/claims/"])
async def test_links_of_a_table_to_itself_have_the_prefix_once(path, serve, prefix):
    datasette = await serve(path, settings={"base_url": prefix})
    page = (await datasette.client.get("claims/claim_overview?_sort=id&_size=1", actor=EDITOR)).text
    table = f"{prefix}claims/claim_overview"
    assert f"{table}?_sort=id&amp;_size=1&amp;_next=" in page  # the next page
    assert f"{table}?_sort=id&amp;_size=1&amp;status=" in page  # a facet
    assert f"{prefix[:-1]}{table}" not in page
    rows = await datasette.client.get("claims/claim_overview.json?_sort=id&_size=1", actor=EDITOR)
    assert urlsplit(rows.json()["next_url"]).path == f"{table}.json"
    row = (await datasette.client.get("claims/claims/1", actor=EDITOR)).text
    assert f'"{prefix}claims/claims"' in row


@each_row(
    "digest, is_cached, reason",
    [
        (None, True, "its own digest"),
        ("0123456789ab", False, "the digest of another version, whose pages may still be open"),
    ],
)
async def test_a_static_file_is_cacheable_only_under_its_own_digest(ds, digest, is_cached):
    address = rendering.static_file(ds, "claimtrack.css")
    answer = await ds.client.get(address if digest is None else address.partition("=")[0] + "=" + digest)
    assert (answer.status_code, "cache-control" in answer.headers) == (200, is_cached)
