"""A page of ours as a browser gets it, with what it may run: what somebody typed is no script, should it ever get into a page as one."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from datasette import Response
from datasette.plugins import pm

from claimtrack.plugin import directions

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette

_SCRIPT = re.compile(r'<script\b(?:[^>]*\bsrc="([^"]*)")?[^>]*>(.*?)</script>', re.DOTALL)
_STATIC = Path(__file__).with_name("static")
_runs: WeakKeyDictionary[Datasette, str] = WeakKeyDictionary()


def static_file(datasette: Datasette, name: str) -> str:
    """The address of a static file of ours, by which a browser keeps it until another version has another.

    `datasette.static` would tell the same, but looks through all plug-ins each time: 5 ms.
    """
    digest = sha256((_STATIC / name).read_bytes()).hexdigest()[:12]
    address: str = datasette.urls.static_plugins("claimtrack", f"{name}?_hash={digest}")
    return address


async def shown(
    datasette: Datasette,
    request: Request,
    template: str,
    context: dict[str, Any],
    *,
    status: int = 200,
    **headers: str,
) -> Response:
    """The template as a page, which no other site may show in a frame."""
    html = await datasette.render_template(template, context, request=request, view_name="claimtrack")
    runs = await _what_runs(datasette, request, context.get("database"))
    headers["Content-Security-Policy"] = (
        f"script-src 'self' {runs}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )
    return Response.html(directions.shown(html), status=status, headers=headers)


async def _what_runs(datasette: Datasette, request: Request, desk: str | None) -> str:
    """The scripts that Datasette, other plug-ins and whoever runs the desk have in every page, as a page of Datasette's without content shows.

    Those of plug-ins may be others on each page.
    """
    hooks = [*pm.hook.extra_body_script.get_hookimpls(), *pm.hook.extra_js_urls.get_hookimpls()]
    if datasette not in _runs or len(hooks) > 1:  # one is our own
        context = {"database": desk}
        empty = await datasette.render_template("base.html", context, request=request, view_name="claimtrack")
        found = (
            _host(unescape(address)) if address else _digest(script)
            for address, script in _SCRIPT.findall(empty)
        )
        _runs[datasette] = " ".join(dict.fromkeys(filter(None, found)))
    return _runs[datasette]


def _host(address: str) -> str:
    """The server of a script that is a file; nothing for this one."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}".removeprefix("://") if parts.netloc else ""


def _digest(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"
