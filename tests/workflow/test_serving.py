"""The arguments and environment that `claimtrack serve` gives to Datasette."""

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


def test_all_settings_are_passed_to_datasette(desk_path):
    arguments = datasette_arguments(desk_path)
    assert {
        arguments[index + 1] for index, argument in enumerate(arguments) if argument == "--setting"
    } >= set(SETTINGS)


@each_row(
    ("name", "character", "reason"),
    [
        ("Desk #2/claims.db", "#", "starts the fragment of a URL"),
        ("who said that?.db", "?", "starts the query of a URL"),
        ("50%20.db", "%20", 'is decoded, so the file "50 .db" would be served'),
    ],
)
def test_a_file_name_that_datasette_would_misread_is_refused(tmp_path, name, character):
    with pytest.raises(InvalidValue, match=re.escape(f"because of the {character!r} in it: rename")):
        datasette_arguments(tmp_path / name)


def test_a_file_name_with_spaces_accents_and_a_percent_sign_is_served(tmp_path):
    path = tmp_path / "Größe 100% & more" / "claims.db"
    assert str(path) in datasette_arguments(path)


@pytest.mark.skipif(os.name != "posix", reason="on Windows it starts a host name")
def test_two_leading_slashes_in_a_path_become_one(tmp_path):
    path = Path(f"/{tmp_path}/claims.db")
    assert str(path).startswith("//")
    assert datasette_arguments(path)[1] == str(tmp_path / "claims.db")


@pytest.mark.parametrize(
    ("host", "public", "expected"),
    [
        # By default, it is open until the first user is added, and only this machine can connect.
        ("127.0.0.1", False, None),
        ("0.0.0.0", False, "false"),
        ("0.0.0.0", True, "true"),
    ],
)
def test_a_desk_without_users_is_open_only_to_this_machine(desk_path, host, public, expected):
    assert public_read(datasette_arguments(desk_path, host=host, public_read=public)) == expected


def test_a_desk_with_users_is_closed_to_strangers_by_default(with_users):
    assert public_read(datasette_arguments(with_users)) == "false"
    assert public_read(datasette_arguments(with_users, public_read=True)) == "true"


def test_a_desk_whose_last_user_was_removed_stays_closed(with_users):
    people.remove_user(with_users, "Ada")
    assert public_read(datasette_arguments(with_users)) == "false"


@pytest.mark.parametrize(
    ("options", "config", "is_local_only"),
    [
        pytest.param({}, "", True, id="open to this machine"),
        pytest.param({"host": "localhost"}, "", True, id="open to localhost"),
        pytest.param({"public_read": True}, "", False, id="open to all"),
        pytest.param({"host": "0.0.0.0"}, "", False, id="closed"),
        pytest.param(
            {}, "plugins: {claimtrack: {roles: {ada: editor}}}", False, id="users log in through a proxy"
        ),
        pytest.param(
            {}, "plugins: {claimtrack: {public_read: true}}", False, id="opened in the configuration"
        ),
        pytest.param(
            {},
            "databases: {DESK: {plugins: {claimtrack: {public_read: true}}}}",
            False,
            id="only this desk opened in the configuration",
        ),
        pytest.param(
            {},
            "plugins: {claimtrack: {local_names_only: false}}",
            False,
            id="the configuration takes precedence",
        ),
    ],
)
def test_local_host_names_are_required_only_for_a_desk_open_to_this_machine(
    desk_path, tmp_path, options, config, is_local_only
):
    file = tmp_path / "datasette.yaml"
    file.write_text(config.replace("DESK", desk_path.stem) or "databases: {}")
    arguments = datasette_arguments(desk_path, config=file, **options)
    name = "plugins.claimtrack.local_names_only"
    assert (arguments[arguments.index(name) + 1] == "true" if name in arguments else False) is is_local_only


def test_local_host_names_are_not_required_for_a_desk_with_users(with_users):
    assert "plugins.claimtrack.local_names_only" not in datasette_arguments(with_users)


def test_the_login_secret_is_not_an_argument_and_survives_a_restart(with_users):
    secret = datasette_environment(with_users)["DATASETTE_SECRET"]
    assert secret == datasette_environment(with_users)["DATASETTE_SECRET"]
    assert secret not in datasette_arguments(with_users)


def test_who_was_root_once_is_not_so_in_a_later_run(with_users):
    """Datasette's cookie for root has no end, so each run with a link for root has a secret of its own, whatever the environment has."""
    assert datasette_environment(with_users, root=True) == {"DATASETTE_SECRET": ""}


def test_a_desk_without_users_has_no_login_secret(desk_path):
    assert datasette_environment(desk_path) == {}


def test_a_read_only_desk_is_served_as_immutable(desk_path, monkeypatch):
    """Otherwise Datasette needs locks, which create files next to the desk."""
    assert "--immutable" not in datasette_arguments(Path(desk_path))
    monkeypatch.setattr("claimtrack.store.file.desk_file.DeskFile.is_only_read", lambda file: True)
    assert datasette_arguments(Path(desk_path))[:3] == ["serve", "--immutable", str(desk_path)]


ROLES = "plugins: {claimtrack: {roles: {ada: editor}}}"


@pytest.mark.parametrize(
    ("text", "public", "name", "expected"),
    [
        pytest.param("settings: {max_csv_mb: 5}", False, "max_csv_mb", None, id="the file takes precedence"),
        pytest.param(
            "settings: {max_csv_mb: 5}", False, "suggest_facets", "off", id="other settings are kept"
        ),
        pytest.param('{"settings": {"max_csv_mb": 5}}', False, "max_csv_mb", None, id="JSON"),
        pytest.param(ROLES, False, "plugins.claimtrack.public_read", "false", id="people with roles log in"),
        pytest.param(ROLES, True, "plugins.claimtrack.public_read", "true", id="strangers may read"),
        pytest.param(
            "plugins: {claimtrack: {public_read: false}}",
            False,
            "plugins.claimtrack.public_read",
            None,
            id="closed in the file",
        ),
        pytest.param(
            "plugins: {claimtrack: {public_read: false}}",
            True,
            "plugins.claimtrack.public_read",
            "true",
            id="opened by the option",
        ),
        pytest.param("databases: {}", False, "plugins.claimtrack.public_read", None, id="not mentioned"),
    ],
)
def test_a_configuration_file_is_passed_on_and_takes_precedence_over_settings(
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
def test_an_invalid_configuration_is_refused(desk_path, tmp_path, text):
    config = tmp_path / "datasette.yaml"
    config.write_text(text)
    with pytest.raises(InvalidValue, match=r"datasette\.yaml is not a Datasette configuration"):
        datasette_arguments(desk_path, config=config)


SHUT = [
    # host, public, configuration, whether nobody could read the desk
    ("0.0.0.0", False, "", True),
    ("192.168.1.20", False, "", True),
    ("127.0.0.1", False, "", False),
    ("0.0.0.0", True, "", False),
    ("0.0.0.0", False, "plugins: {claimtrack: {roles: {ada: editor}}}", False),
    ("0.0.0.0", False, "plugins: {claimtrack: {public_read: true}}", False),
]


@pytest.mark.parametrize(("host", "public", "config_text", "expected"), SHUT)
def test_a_desk_that_nobody_could_read_is_recognised(
    desk_path, tmp_path, host, public, config_text, expected
):
    config = tmp_path / "datasette.yaml"
    config.write_text(config_text, encoding="utf-8")
    options = {"host": host, "public_read": public, "config": config if config_text else None}
    assert is_shut(desk_path, **options) == expected


@each_row(
    ("public", "of_all", "of_desk", "expected"),
    [
        (False, None, None, False),
        (True, None, None, True),
        (False, True, None, True),
        (False, None, True, True),  # only this desk
        (True, True, False, False),  # all other desks
        (False, None, "true", False),  # a text is not true
    ],
)
def test_a_desk_is_open_if_the_option_or_configuration_lets_strangers_read(
    desk_path, tmp_path, public, of_all, of_desk, expected
):
    def plugin_config(value):
        return {} if value is None else {"plugins": {"claimtrack": {"public_read": value}}}

    config = tmp_path / "datasette.json"
    config.write_text(
        json.dumps({**plugin_config(of_all), "databases": {desk_path.stem: plugin_config(of_desk)}})
    )
    assert is_open(desk_path, public_read=public, config=config) is expected


def test_a_desk_with_users_can_be_read_by_them(with_users):
    assert not is_shut(with_users, host="0.0.0.0", public_read=False, config=None)
