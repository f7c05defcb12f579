"""One request to one desk, and what pages and deeds are: the declarations that all routes come from.

A Page reads and is shown; a Deed changes something and is one form, one JSON call, one permission,
one transaction. The routes, the permission matrix in the docs and the OpenAPI file are all made from
the same declarations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette.utils import tilde_decode

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import InvalidValue
from claimtrack.plugin import desks, permissions

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database
    from sqlite_utils import Database as Desk

    from claimtrack.plugin.fields import Field, Values
    from claimtrack.store.stretches import HistoryRange

# 18 digits at most: SQLite's integers have 64 bits, and Python's own have no end.
_ID = r"(?P<\1>[0-9]{1,18})"
# Of marked claims no more than go with an Undo into a cookie.
_RETURN_PAGE = re.compile(
    r"[a-z]{1,20}(?:/[0-9]{1,18})?(?:\?skip=[0-9]{1,9}(?:&show=[a-z]{1,20}|&article=[0-9]{1,18})?)?"
    r"|marked\?claim=[0-9,]{1,1000}"
)


@dataclass(frozen=True)
class Visit:
    """Who asks what of which desk."""

    datasette: Datasette
    request: Request
    database: Database
    ids: dict[str, int]
    may: frozenset[str]

    @property
    def actor(self) -> str | None:
        """The name of the person."""
        return desks.actor_name(self.request.actor)

    def is_by(self, name: str | None) -> bool:
        """Whether the name is that of the person who asks; a stranger has none."""
        return self.actor is not None and is_same_actor(name, self.actor)

    @property
    def is_public(self) -> bool:
        """Whether strangers read the desk, notes included: others than whoever sits at this machine."""
        return not permissions.is_local(self.datasette) and permissions.is_public(
            self.datasette, self.database
        )

    @property
    def claim_page(self) -> str:
        """The page of the claim in the address, as `path` takes it."""
        return f"claim/{self.ids['claim_id']}"

    @property
    def as_json(self) -> bool:
        """Whether the page is for a program."""
        return wants_json(self.request)

    def path(self, path: str = "", **query: Any) -> str:
        """The address of one of the desk's pages, such as claim/12."""
        address = desk_path(self.datasette, self.database.name, path)
        given = {name: value for name, value in query.items() if value is not None}
        return f"{address}?{urlencode(given)}" if given else address

    def absolute_path(self, path: str) -> str:
        """The address of one of the desk's pages, for use on another site."""
        return str(self.datasette.absolute_url(self.request, self.path(path)))

    def arg(self, name: str) -> str | None:
        """A value of the query string; None where it is empty."""
        return (self.request.args.get(name) or "").strip() or None

    def number(self, name: str) -> int:
        """A whole number of the query string; 0 where there is none. Raises InvalidValue for anything else."""
        given = ",".join(self.request.args.getlist(name)) or "0"
        if not re.fullmatch(r"[0-9]{1,18}", given):
            raise InvalidValue(f"{name} must be a whole number, not {given[:40]!r}")
        return int(given)

    def page_number(self) -> int:
        """The page of a long list, from 1."""
        return min(max(1, self.number("page")), 10**9)


def sends_json(request: Request) -> bool:
    """Whether the body is JSON."""
    return (request.headers.get("content-type") or "").startswith("application/json")


def wants_json(request: Request) -> bool:
    """Programs say so, send a token, or send no form: a browser's form names its type, and asks for HTML."""
    accepted = request.headers.get("accept") or ""
    if request.path.endswith(".json") or sends_json(request) or "application/json" in accepted:
        return True
    is_form = (request.headers.get("content-type") or "").startswith("application/x-www-form-urlencoded")
    has_token = (request.headers.get("authorization") or "").startswith("Bearer ")
    return (
        request.method not in {"GET", "HEAD"} and (has_token or not is_form) and "text/html" not in accepted
    )


def requested_desk(request: Request) -> str:
    """The name of the database in the address; "" where it names none."""
    return str(tilde_decode(request.url_vars.get("database") or ""))


def desk_path(datasette: Datasette, desk: str, path: str = "") -> str:
    """The address of a page of a desk; the desk's home without a path."""
    return f"{datasette.urls.database(desk)}/-/{path or 'desk'}"


def is_return_page(named: str) -> bool:
    """Whether this is what a form may name as the page to show then: triage, claim/12 or duplicates?skip=1, and no other site."""
    return _RETURN_PAGE.fullmatch(named) is not None


@dataclass(frozen=True)
class Page:
    """Something to read. `read` returns what the template shows, and what .json gives."""

    path: str
    template: str
    summary: str
    read: Callable[[Desk, Visit], dict[str, Any]]
    permission: str = permissions.VIEW
    query: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Undo:
    """A deed that takes the last one back, with the values of its form."""

    path: str
    values: dict[str, str | int] = field(default_factory=dict)

    @classmethod
    def changes(cls, written: HistoryRange, back: str, **more: str) -> Undo | None:
        """The one that takes these changes back, and shows the page `back` then; None where there are none."""
        return None if written.is_empty else cls("undo", {**written._asdict(), "back": back, **more})

    def as_request(self, visit: Visit) -> dict[str, Any]:
        """Where it is asked of the desk, and with what body, for a program or a form."""
        return {"path": visit.path(self.path), "body": self.values}


@dataclass(frozen=True)
class Result:
    """What a deed did: a sentence for the person, the page that shows it, the data for a program.

    With `shown` the page of its form shows that, with all that was typed still in the form. `failed`: it did nothing, and says why.
    """

    message: str
    goto: str
    undo: Undo | None = None
    data: dict[str, Any] = field(default_factory=dict)
    shown: dict[str, Any] | None = None
    failed: bool = False


@dataclass(frozen=True)
class Operation:
    """Something to do. `page` is the page of its form, to show again when it fails, where there is one.

    One that `changes` what is there leaves alone what is left out: `run` gets the fields that were given and no others.
    One that `reads` writes nothing at all. What takes long in another is done in `prepare`, which only reads: others may write
    meanwhile. It gives the values for `run`, or what there is to show where nothing is to be written. One that is `bare` may be sent
    without a body, as what has no fields is.
    """

    path: str
    summary: str
    permission: str
    fields: tuple[Field, ...]
    run: Callable[[Desk, Visit, Values], Result]
    page: Page | None
    changes: bool = False
    prepare: Callable[[Desk, Visit, Values], Values | Result] | None = None
    reads: bool = False
    bare: bool = False

    @property
    def needs_body(self) -> bool:
        """Whether a program has to send a JSON object, if only an empty one."""
        return bool(self.fields) and not self.bare

    def form(self, ids: dict[str, int]) -> str:
        """What templates call its form: its last word, and the number where the page has several."""
        word = self.path.rsplit("/", 1)[-1]
        number = next((ids[one] for one in ("review_id", "intervention_id") if one in ids), None)
        return word if number is None else f"{word}-{number}"


def route_pattern(path: str, suffix: str = "") -> str:
    """The regular expression of a route such as claim/{claim_id}."""
    inner = re.sub(r"\{(\w+)\}", _ID, path)
    return rf"^/(?P<database>[^/]+)/-/{inner}{suffix}$"
