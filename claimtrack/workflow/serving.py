"""The arguments of `datasette serve` for a desk, in one place.

Datasette ignores `settings` in a metadata file, so they go on its command line. Each was measured
on a desk of a million claims; see docs/datasette.md.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue
from claimtrack.resources import resource
from claimtrack.store import users
from claimtrack.store.file.desk_file import DeskFile

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS: dict[str, str] = {
    # Suggesting facets runs a query per column: a search took ten times as long with it.
    "suggest_facets": "off",
    "facet_time_limit_ms": "1000",
    "sql_time_limit_ms": "3000",
    # At the default of 100 the CSV of a large table ends in the middle, with status 200.
    "max_csv_mb": "0",
    # People who open the printed address, or log in there, want the desk and not a list of tables.
    "plugins.claimtrack.opens_at_desk": "true",
}


_PUBLIC_READ = "plugins.claimtrack.public_read"
_LOCAL_NAMES_ONLY = "plugins.claimtrack.local_names_only"
_ROLES = "plugins.claimtrack.roles"
_MISREAD_CHARACTERS = re.compile(r"[?#]|%[0-9A-Fa-f]{2}")
"""Characters that Datasette does not escape in SQLite's file URI: the rest of the path is cut off, or read as another character."""
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def datasette_arguments(
    path: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8001,
    open_browser: bool = False,
    root: bool = False,
    public_read: bool = False,
    config: Path | None = None,
) -> list[str]:
    """The arguments after `python -m datasette` that serve this desk.

    `root` prints a link that logs its reader in as root. `public_read` lets strangers read. A desk that never had users is open to
    everybody at this machine, by the machine's own names, and closed to all others. The Datasette configuration file `config` overrides
    the settings here; if it gives people roles, the desk is closed to all others. Raises InvalidValue if it cannot be read, or if
    Datasette would open another file than the desk.
    """
    _refuse_misread_path(path)
    # After "//" SQLite would expect a host name.
    file = re.sub("^//", "/", str(path))
    arguments = ["serve", *(["--immutable"] if DeskFile(path).is_read_without_locks() else []), file]
    arguments += ["--metadata", str(resource("metadata.yml"))]
    configured = _configuration(config) if config else {}
    if config:
        arguments += ["--config", str(config)]
    has_people = users.requires_login(path) or _get_setting(configured, _ROLES)
    is_local = host in _LOOPBACK and not has_people and not public_read
    settings = dict(SETTINGS)
    if not is_local:
        settings[_PUBLIC_READ] = "true" if public_read else "false"
    # Without `public_read`, which would keep the desk open after its first user is added.
    elif _public_read(configured, path) is None:
        settings[_LOCAL_NAMES_ONLY] = "true"
    for name, value in settings.items():
        if _get_setting(configured, name) is None or (public_read and name == _PUBLIC_READ):
            arguments += ["--setting", name, value]
    arguments += ["--host", host, "--port", str(port)]
    if root:
        arguments.append("--root")
    if open_browser:
        arguments.append("--open")
    return arguments


def _refuse_misread_path(path: Path) -> None:
    if found := _MISREAD_CHARACTERS.search(str(path)):
        raise InvalidValue(
            f"Datasette cannot open {path}, because of the {found[0]!r} in it: rename the file or folder or, if it is in the name of a "
            "folder, go into that with `cd` and name the rest"
        )


def is_shut(path: Path, *, host: str, public_read: bool, config: Path | None) -> bool:
    """Whether nobody could see the desk: it is served to other computers, and nobody can log in."""
    if (
        host in _LOOPBACK
        or users.requires_login(path)
        or is_open(path, public_read=public_read, config=config)
    ):
        return False
    return not (config and _get_setting(_configuration(config), _ROLES))


def is_open(path: Path, *, public_read: bool, config: Path | None) -> bool:
    """Whether strangers may read the desk, by the option or by the configuration file, in general or for this desk."""
    configured = _configuration(config) if config else {}
    return _public_read(configured, path, by_option=public_read) is True


def _public_read(configured: dict[str, Any], path: Path, *, by_option: bool = False) -> Any:
    """The setting `public_read` for this desk, else the option's or that for all desks; None if none is given."""
    databases = configured.get("databases")
    of_desk = databases.get(path.stem) if isinstance(databases, dict) else None
    own = _get_setting(of_desk, _PUBLIC_READ) if isinstance(of_desk, dict) else None
    return own if own is not None else by_option or _get_setting(configured, _PUBLIC_READ)


def _configuration(config: Path) -> dict[str, Any]:
    """The contents of the configuration file: Datasette would override its settings with those of the command line."""
    import yaml

    try:
        configured = yaml.safe_load(config.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InvalidValue(f"{config} is not a Datasette configuration in YAML or JSON: {error}") from error
    if not isinstance(configured, dict):
        raise InvalidValue(
            f"{config} is not a Datasette configuration: it does not begin with a key such as `plugins:`"
        )
    if empty := _find_empty_key(configured):
        raise InvalidValue(
            f"{config} is not a Datasette configuration: there is nothing below `{empty}:`. Remove that line"
        )
    return configured


def _find_empty_key(configured: dict[str, Any]) -> str | None:
    """The first key of the databases without contents, such as a bare `claims:`, on which Datasette crashes; None if there is none."""
    databases = configured.get("databases", {})
    named = [("databases", databases)]
    for name, of_it in databases.items() if isinstance(databases, dict) else ():
        named += [(name, of_it), ("tables", of_it.get("tables", {}) if isinstance(of_it, dict) else {})]
    return next((str(name) for name, value in named if value is None), None)


def _get_setting(configured: dict[str, Any], name: str) -> Any:
    """The configured value of a setting ("sql_time_limit_ms") or of a dotted key; None if there is none."""
    found: Any = configured
    for key in (name if "." in name else f"settings.{name}").split("."):
        found = found.get(key) if isinstance(found, dict) else None
    return found


def datasette_environment(path: Path, *, root: bool = False) -> dict[str, str]:
    """The environment variables to add: the secret of the desk, so that log-ins survive a restart.

    They are not arguments, because every user of the machine can read these. With `root` it is empty, also if the environment has one:
    Datasette makes a secret for this run, since its cookie for root has no end, and whoever ever followed such a link would be root again.
    """
    if root:
        return {"DATASETTE_SECRET": ""}
    secret = users.secret(path)
    return {"DATASETTE_SECRET": secret} if secret else {}
