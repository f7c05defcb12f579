"""A desk that is open to whoever sits at this machine answers by no name that a stranger's page could give it."""

import shutil

import pytest
from datasette.app import Datasette

from tests.tables import each_row

pytestmark = pytest.mark.asyncio(loop_scope="module")


def serve(path, **keys):
    return Datasette([str(path)], config={"plugins": {"claimtrack": {"public_read": True, **keys}}})


@pytest.fixture(scope="module")
def local(built, tmp_path_factory):
    """A desk that answers by this machine's own names, once for all tests: nothing is written to it."""
    datasette = serve(
        shutil.copy(built, tmp_path_factory.mktemp("hosts") / "claims.db"), local_names_only=True
    )
    yield datasette
    datasette.close()


async def ask(datasette, host, address="/claims/claims.json"):
    return await datasette.client.get(address, headers={"host": host})


@each_row(
    "host",
    ["127.0.0.1", "127.0.0.1:8001", "localhost:9999", "LOCALHOST", "localhost.:80", "[::1]", "[::1]:8001",
     "desk.localhost:8001", ""],
)  # fmt: skip
async def test_this_machine_s_own_names_are_answered_at_any_port(local, host):
    assert (await ask(local, host)).status_code == 200


@each_row(
    "host",
    ["rebound.example", "rebound.example:8001", "127.0.0.1.rebound.example", "localhost.rebound.example",
     "notlocalhost", "[::2]:8001", "10.0.0.7", "[", "127.0.0.1@rebound.example"],
)  # fmt: skip
@each_row("address", ["/", "/claims/claims.json", "/claims/-/desk", "/-/static/app.css", "/claims.db"])
async def test_another_name_gets_nothing_but_the_remedy(local, host, address):
    answer = await ask(local, host, address)
    assert answer.status_code == 403
    assert "claimtrack user add" in answer.text
    assert "--public-read" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("keys", [{}, {"local_names_only": False}])
async def test_a_desk_that_is_open_to_all_is_so_by_every_name(path, keys):
    assert (await ask(serve(path, **keys), "desk.example")).status_code == 200
