"""Render a page with a content security policy, so that injected markup would not run as a script."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache, partial
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from datasette import Response, hookimpl
from datasette.plugins import pm

from claimtrack.core.texts.languages import language_name
from claimtrack.plugin import bidi
from claimtrack.plugin.desks import is_desk

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from jinja2 import Environment

_STATIC = Path(__file__).with_name("static")
_allowed_scripts: WeakKeyDictionary[Datasette, str] = WeakKeyDictionary()


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """Give templates the addresses of our static files, the names of languages, what a desk is, and the most rows that a query returns."""
    env.globals["static_of_ours"] = partial(static_file, datasette)
    env.globals["language_name"] = language_name
    env.globals["is_desk"] = lambda name: is_desk(datasette.databases[name])
    env.globals["max_rows"] = partial(datasette.setting, "max_returned_rows")


def static_file(datasette: Datasette, name: str) -> str:
    """The address of a static file, with a hash so that browsers cache it until it changes.

    `datasette.static` does the same, but searches all plug-ins each time: 5 ms.
    """
    address: str = datasette.urls.static_plugins("claimtrack", f"{name}?_hash={_digest_of_file(name)}")
    return address


@cache
def _digest_of_file(name: str) -> str:
    return sha256((_STATIC / name).read_bytes()).hexdigest()[:12]


async def html_response(
    datasette: Datasette,
    request: Request,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    **headers: str,
) -> Response:
    """Render the template as a page that other sites may not frame, and whose address its links do not tell them."""
    html = await datasette.render_template(template, context, request=request, view_name="claimtrack")
    runs = await _find_allowed_scripts(datasette, request, context.get("database"), template)
    headers["Content-Security-Policy"] = (
        f"script-src 'self' {runs}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
    # Not "no-referrer", with which older browsers send forms without their origin.
    headers["Referrer-Policy"] = "same-origin"
    return Response.html(bidi.show_bidi_controls(html), status=status, headers=headers)


async def _find_allowed_scripts(
    datasette: Datasette, request: Request, desk: str | None, template: str
) -> str:
    """The scripts that Datasette, other plug-ins and custom templates add to every page, taken from a page without content.

    If other plug-ins or custom templates exist, the scripts may differ between pages.
    """
    hooks = [*pm.hook.extra_body_script.get_hookimpls(), *pm.hook.extra_js_urls.get_hookimpls()]
    varies = len(hooks) > 1 or datasette.template_dir is not None  # one hook is ours
    if datasette not in _allowed_scripts or varies:
        base = datasette.get_jinja_environment(request).from_string('{% extends "base.html" %}')
        base.name = template  # plug-ins receive the name, and may add scripts only to some pages
        context = {"database": desk}
        scripts = _ScriptParser()
        scripts.feed(await datasette.render_template(base, context, request=request, view_name="claimtrack"))
        _allowed_scripts[datasette] = " ".join(dict.fromkeys(filter(None, scripts.found)))
    return _allowed_scripts[datasette]


class _ScriptParser(HTMLParser):
    """Collects the sources of a page's scripts for its policy, however their tags are written."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._words: list[str] | None = None
        """The text of the inline script being read; None outside one."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "script":
            return
        if address := dict(attrs).get("src"):
            self.found.append(_script_host(address))
        else:
            self._words = []

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._words is not None:
            self.found.append(_digest_of_script("".join(self._words)))
            self._words = None


def _script_host(address: str) -> str:
    """The origin of an external script; "" if it is on this site."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".removeprefix("://") if parts.netloc else ""


def _digest_of_script(script: str) -> str:
    script = re.sub("\r\n?", "\n", script)  # browsers normalise line breaks before hashing
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
