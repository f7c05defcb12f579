"""The arguments that `claimtrack serve` gives to Datasette."""

import json
import os
import re
from pathlib import Path

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Role
from claimtrack.workflow import people
from claimtrack.workflow.serving import SETTINGS, datasette_arguments, datasette_environment, is_open, is_shut
from tests.tables import each_row


@pytest.fixture
def with_users(desk_path, quick_hashing):
    people.add_user(desk_path, "Ada", Role.EDITOR, "correct horse battery")
    return desk_path


def public_read(arguments):
    name = "plugins.claimtrack.public_read"
    return arguments[arguments.index(name) + 1] if name in arguments else None


def test_each_setting_is_passed(desk_path):
    arguments = datasette_arguments(desk_path)
    assert {arguments[at + 1] for at, one in enumerate(arguments) if one == "--setting"} >= set(SETTINGS)


@each_row(
    ("name", "sign", "reason"),
    [
        ("Desk #2/claims.db", "#", "begins the fragment of an address"),
        ("who said that?.db", "?", "begins its query"),
        ("50%20.db", "%20", 'is another letter there: the file beside it, "50 .db", would be served'),
    ],
)
def test_a_name_that_datasette_takes_for_another_is_refused(tmp_path, name, sign):
    with pytest.raises(InvalidValue, match=re.escape(f"because of the {sign!r} in it: rename")):
        datasette_arguments(tmp_path / name)


def test_a_name_with_blanks_accents_and_a_percent_sign_is_served(tmp_path):
    path = tmp_path / "Größe 100% & more" / "claims.db"
    assert str(path) in datasette_arguments(path)


@pytest.mark.skipif(os.name != "posix", reason="on Windows it begins the name of a computer")
def test_two_slashes_before_a_name_are_one(tmp_path):
    path = Path(f"/{tmp_path}/claims.db")
    assert str(path).startswith("//")
    assert datasette_arguments(path)[1] == str(tmp_path / "claims.db")


@pytest.mark.parametrize(
    ("host", "public", "expected"),
    [
        # Unsaid, it is open until the first user is added, and whoever asks sits at this machine.
        ("127.0.0.1", False, None),
        ("0.0.0.0", False, "false"),
        ("0.0.0.0", True, "true"),
    ],
)
def test_a_desk_without_users_is_open_on_this_machine_alone(desk_path, host, public, expected):
    assert public_read(datasette_arguments(desk_path, host=host, public_read=public)) == expected


def test_a_desk_with_users_is_closed_unless_said_otherwise(with_users):
    assert public_read(datasette_arguments(with_users)) == "false"
    assert public_read(datasette_arguments(with_users, public_read=True)) == "true"


def test_a_desk_whose_last_user_was_removed_stays_closed(with_users):
    people.remove_user(with_users, "Ada")
    assert public_read(datasette_arguments(with_users)) == "false"


@pytest.mark.parametrize(
    ("options", "config", "only"),
    [
        pytest.param({}, "", True, id="open to this machine"),
        pytest.param({"host": "localhost"}, "", True, id="by its name"),
        pytest.param({"public_read": True}, "", False, id="open to all"),
        pytest.param({"host": "0.0.0.0"}, "", False, id="closed"),
        pytest.param({}, "plugins: {claimtrack: {roles: {ada: editor}}}", False, id="a proxy logs in"),
        pytest.param({}, "plugins: {claimtrack: {public_read: true}}", False, id="opened by the file"),
        pytest.param(
            {},
            "databases: {DESK: {plugins: {claimtrack: {public_read: true}}}}",
            False,
            id="opened by the file, this desk alone",
        ),
        pytest.param(
            {}, "plugins: {claimtrack: {local_names_only: false}}", False, id="the file goes before"
        ),
    ],
)
def test_only_what_is_open_to_this_machine_alone_asks_for_its_names(
    desk_path, tmp_path, options, config, only
):
    file = tmp_path / "datasette.yaml"
    file.write_text(config.replace("DESK", desk_path.stem) or "databases: {}")
    arguments = datasette_arguments(desk_path, config=file, **options)
    name = "plugins.claimtrack.local_names_only"
    assert (arguments[arguments.index(name) + 1] == "true" if name in arguments else False) is only


def test_a_desk_with_users_asks_for_no_name(with_users):
    assert "plugins.claimtrack.local_names_only" not in datasette_arguments(with_users)


def test_the_secret_of_the_logins_is_no_argument_and_outlives_a_restart(with_users, desk_path):
    secret = datasette_environment(with_users)["DATASETTE_SECRET"]
    assert secret == datasette_environment(with_users)["DATASETTE_SECRET"]
    assert secret not in datasette_arguments(with_users)


def test_a_desk_without_users_has_no_secret_to_keep(desk_path):
    assert datasette_environment(desk_path) == {}


def test_a_desk_that_cannot_be_written_is_served_as_it_stands(desk_path, monkeypatch):
    """Datasette asks for locks otherwise, and these take files beside the desk."""
    assert "--immutable" not in datasette_arguments(Path(desk_path))
    monkeypatch.setattr("claimtrack.store.file.connecting.is_only_read", lambda path: True)
    assert datasette_arguments(Path(desk_path))[:3] == ["serve", "--immutable", str(desk_path)]


ROLES = "plugins: {claimtrack: {roles: {ada: editor}}}"


@pytest.mark.parametrize(
    ("text", "public", "name", "expected"),
    [
        pytest.param("settings: {max_csv_mb: 5}", False, "max_csv_mb", None, id="the file goes before"),
        pytest.param(
            "settings: {max_csv_mb: 5}", False, "suggest_facets", "off", id="what it does not say stays"
        ),
        pytest.param('{"settings": {"max_csv_mb": 5}}', False, "max_csv_mb", None, id="JSON"),
        pytest.param(ROLES, False, "plugins.claimtrack.public_read", "false", id="who has a role logs in"),
        pytest.param(ROLES, True, "plugins.claimtrack.public_read", "true", id="but strangers may read"),
        pytest.param(
            "plugins: {claimtrack: {public_read: false}}",
            False,
            "plugins.claimtrack.public_read",
            None,
            id="closed by the file",
        ),
        pytest.param(
            "plugins: {claimtrack: {public_read: false}}",
            True,
            "plugins.claimtrack.public_read",
            "true",
            id="opened for once",
        ),
        pytest.param("databases: {}", False, "plugins.claimtrack.public_read", None, id="says nothing of it"),
    ],
)
def test_a_configuration_file_is_passed_on_and_goes_before_our_settings(
    desk_path, tmp_path, text, public, name, expected
):
    config = tmp_path / "datasette.yaml"
    config.write_text(text)
    arguments = datasette_arguments(desk_path, config=config, public_read=public)
    assert arguments[arguments.index("--config") + 1] == str(config)
    assert (arguments[arguments.index(name) + 1] if name in arguments else None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "plugins: [",
        "just words",
        "- a list",
        "\x00",
        "databases:",
        "databases:\n  claims:\n",
        "databases:\n  claims:\n    tables:\n",
    ],
)
def test_what_is_no_configuration_is_told(desk_path, tmp_path, text):
    config = tmp_path / "datasette.yaml"
    config.write_text(text)
    with pytest.raises(InvalidValue, match=r"datasette\.yaml is not a Datasette configuration"):
        datasette_arguments(desk_path, config=config)


SHUT = [
    # host, public, configuration, whether nobody could see the desk
    ("0.0.0.0", False, "", True),
    ("192.168.1.20", False, "", True),
    ("127.0.0.1", False, "", False),
    ("0.0.0.0", True, "", False),
    ("0.0.0.0", False, "plugins: {claimtrack: {roles: {ada: editor}}}", False),
    ("0.0.0.0", False, "plugins: {claimtrack: {public_read: true}}", False),
]


@pytest.mark.parametrize(("host", "public", "told", "shut"), SHUT)
def test_a_desk_that_nobody_could_see_is_known(desk_path, tmp_path, host, public, told, shut):
    config = tmp_path / "datasette.yaml"
    config.write_text(told, encoding="utf-8")
    given = {"host": host, "public_read": public, "config": config if told else None}
    assert is_shut(desk_path, **given) == shut


@each_row(
    ("public", "of_all", "of_desk", "expected"),
    [
        (False, None, None, False),
        (True, None, None, True),
        (False, True, None, True),
        (False, None, True, True),  # this desk alone
        (True, True, False, False),  # all others
        (False, None, "true", False),  # a text is not true
    ],
)
def test_it_is_told_where_strangers_are_let_in(desk_path, tmp_path, public, of_all, of_desk, expected):
    def told(value):
        return {} if value is None else {"plugins": {"claimtrack": {"public_read": value}}}

    config = tmp_path / "datasette.json"
    config.write_text(json.dumps({**told(of_all), "databases": {desk_path.stem: told(of_desk)}}))
    assert is_open(desk_path, public_read=public, config=config) is expected


def test_a_desk_with_users_is_seen_by_them(with_users):
    assert not is_shut(with_users, host="0.0.0.0", public_read=False, config=None)
