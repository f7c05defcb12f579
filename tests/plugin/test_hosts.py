"""A desk that is open only to people at this machine refuses host names that a stranger's page could use."""

import shutil

import pytest
from datasette.app import Datasette

from tests.tables import each_row

pytestmark = pytest.mark.asyncio(loop_scope="module")


def serve(path, **keys):
    return Datasette([str(path)], config={"plugins": {"claimtrack": {"public_read": True, **keys}}})


@pytest.fixture(scope="module")
def local_desk(built, tmp_path_factory):
    """A desk that answers to this machine's own names; shared by all tests, which only read it."""
    datasette = serve(
        shutil.copy(built, tmp_path_factory.mktemp("hosts") / "claims.db"), local_names_only=True
    )
    yield datasette
    datasette.close()


async def get(datasette, host, address="/claims/claims.json"):
    return await datasette.client.get(address, headers={"host": host})


@each_row(
    "host",
    ["127.0.0.1", "127.0.0.1:8001", "localhost:9999", "LOCALHOST", "localhost.:80", "[::1]", "[::1]:8001",
     "desk.localhost:8001", ""],
)  # fmt: skip
async def test_this_machines_own_names_are_answered_at_any_port(local_desk, host):
    assert (await get(local_desk, host)).status_code == 200


@each_row(
    "host",
    ["rebound.example", "rebound.example:8001", "127.0.0.1.rebound.example", "localhost.rebound.example",
     "notlocalhost", "[::2]:8001", "10.0.0.7", "[", "127.0.0.1@rebound.example"],
)  # fmt: skip
@each_row("address", ["/", "/claims/claims.json", "/claims/-/desk", "/-/static/app.css", "/claims.db"])
async def test_any_other_host_name_gets_only_the_remedy(local_desk, host, address):
    answer = await get(local_desk, host, address)
    assert answer.status_code == 403
    assert "claimtrack --db FILE user add" in answer.text
    assert "--public-read" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("keys", [{}, {"local_names_only": False}])
async def test_a_desk_open_to_all_answers_to_every_host_name(path, keys):
    assert (await get(serve(path, **keys), "desk.example")).status_code == 200
