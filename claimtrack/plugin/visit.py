"""A request to a desk, and the declarations of pages and operations.

A Page reads and shows data; an Operation changes something and is one form, one JSON call, one permission and one
transaction. The routes, the permission matrix in the docs and the OpenAPI document are all made from these
declarations.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from datasette.utils import tilde_decode

from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.errors import ChangedMeanwhile, InvalidValue, Refused
from claimtrack.plugin import desks, permissions
from claimtrack.plugin.fields import VERSION, Field, Values
from claimtrack.plugin.wording import page_text
from claimtrack.store import history, history_ranges

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database
    from sqlite_utils import Database as Desk

    from claimtrack.store.history_ranges import HistoryRange

# At most 18 digits: SQLite's integers have 64 bits, Python's are unlimited.
_ID = r"(?P<\1>[0-9]{1,18})"
# Of marked claims, only as many as fit in a cookie with an Undo.
_RETURN_PAGE = re.compile(
    r"[a-z]{1,20}(?:/[0-9]{1,18})?(?:\?skip=[0-9]{1,9}(?:&show=[a-z]{1,20}|&article=[0-9]{1,18})?)?"
    r"|marked\?claim=[0-9,]{1,1000}"
)
ANOTHER_DESK = (
    "what you saw was read before this desk was put back from a backup, or from another desk at the same address. See what the desk has now, "
    "and send it again if it still applies"
)


@dataclass(frozen=True)
class Visit:
    """A request to a desk: who asks for what, and what they may do.

    `version` is that of the desk which the form showed, if it is known, and `shown` its name, by which the desk is recognised.
    """

    datasette: Datasette
    request: Request
    database: Database
    ids: dict[str, int]
    may: frozenset[str]
    version: int | None = None
    shown: str | None = None

    @property
    def actor(self) -> str | None:
        """The name of the user; None for a stranger."""
        return desks.actor_name(self.request.actor)

    def showing(self, shown: str | None) -> Visit:
        """The same visit, with what its form showed."""
        return replace(self, shown=shown)

    def is_by(self, name: str | None) -> bool:
        """Whether the name is that of the user; never for a stranger."""
        return self.actor is not None and is_same_actor(name, self.actor)

    @property
    def is_stranger(self) -> bool:
        """Whether somebody asks who is not logged in, perhaps from another machine: their requests must not keep the server busy."""
        return self.actor is None and not permissions.is_local(self.datasette)

    @property
    def is_public(self) -> bool:
        """Whether strangers on other machines may read the desk, including its notes."""
        return not permissions.is_local(self.datasette) and permissions.is_public(
            self.datasette, self.database
        )

    @property
    def file(self) -> Path:
        """The desk's file. Raises Refused if the desk is in memory."""
        if self.database.path is None:
            raise Refused("this desk is in memory, so there is no file to export from")
        return Path(self.database.path)

    @property
    def claim_page(self) -> str:
        """The path of the claim's page, for `path`."""
        return f"claim/{self.ids['claim_id']}"

    @property
    def as_json(self) -> bool:
        """Whether the response should be JSON."""
        return wants_json(self.request)

    def path(self, path: str = "", **query: Any) -> str:
        """The address of one of the desk's pages, such as claim/12."""
        address = desk_path(self.datasette, self.database.name, path)
        given = {name: value for name, value in query.items() if value is not None}
        return f"{address}?{urlencode(given)}" if given else address

    def absolute_path(self, path: str) -> str:
        """The address of one of the desk's pages, with scheme and host, for use on another site."""
        return str(self.datasette.absolute_url(self.request, self.path(path)))

    def arg(self, name: str) -> str | None:
        """A value of the query string; None if it is empty."""
        return (self.request.args.get(name) or "").strip() or None

    def number(self, name: str) -> int:
        """An integer from the query string; 0 if it is missing. Raises InvalidValue for anything else."""
        given = ",".join(self.request.args.getlist(name)) or "0"
        if not re.fullmatch(r"[0-9]{1,18}", given):
            raise InvalidValue(f"{name} must be a whole number, not {given[:40]!r}")
        return int(given)

    def check_parameters(self, page: Page) -> None:
        """Raise InvalidValue if a program gives a parameter that the page does not have: it would take the answer for what it asked for."""
        known = [one.name for one in page.query]
        unknown = [one for one in self.request.args if one not in known and not one.startswith("_")]
        if unknown and self.as_json:
            names = ", ".join(known) or "none"
            raise InvalidValue(f"there is no parameter {unknown[0][:40]!r} here. Parameters: {names}")

    def page_number(self) -> int:
        """The page number of a long list, from 1."""
        return min(max(1, self.number("page")), 10**9)


def sends_json(request: Request) -> bool:
    """Whether the body is JSON."""
    return (request.headers.get("content-type") or "").startswith("application/json")


def wants_json(request: Request) -> bool:
    """Whether the client is a program: it asks for JSON, sends a token, or does not send a form. Browsers name the form's type and accept HTML."""
    accepted = request.headers.get("accept") or ""
    if request.path.endswith(".json") or sends_json(request) or "application/json" in accepted:
        return True
    is_form = (request.headers.get("content-type") or "").startswith("application/x-www-form-urlencoded")
    has_token = (request.headers.get("authorization") or "").startswith("Bearer ")
    return (
        request.method not in {"GET", "HEAD"} and (has_token or not is_form) and "text/html" not in accepted
    )


def requested_desk(request: Request) -> str:
    """The name of the database in the address; "" if there is none.

    Datasette writes "новини" with tildes (~D0~BD...), a browser in which it was typed with percent signs.
    """
    return str(tilde_decode((request.url_vars.get("database") or "").replace("%", "~")))


def desk_path(datasette: Datasette, desk: str, path: str = "") -> str:
    """The address of a desk's page; without a path, of its home page."""
    return f"{datasette.urls.database(desk)}/-/{path or 'desk'}"


def is_return_page(named: str) -> bool:
    """Whether a form may name this as the page to return to: triage, claim/12 or duplicates?skip=1, but no other site."""
    return _RETURN_PAGE.fullmatch(named) is not None


@dataclass(frozen=True)
class Page:
    """A page to read. `read` returns the data for the template and for .json."""

    path: str
    template: str
    summary: str
    read: Callable[[Desk, Visit], dict[str, Any]]
    permission: str = permissions.VIEW
    query: tuple[Field, ...] = ()
    refuses: bool = False
    """Whether it answers with 409 to a program that has read what the desk no longer has."""


@dataclass(frozen=True)
class Undo:
    """The operation that reverses the last one, with the values of its form."""

    path: str
    values: dict[str, str | int] = field(default_factory=dict)

    @classmethod
    def changes(cls, written: HistoryRange, back: str, **more: str) -> Undo | None:
        """An Undo for these changes, which returns to the page `back`; None if there are none."""
        return None if written.is_empty else cls("undo", {**written._asdict(), "back": back, **more})

    def naming_its_changes(self, db: Desk) -> Undo:
        """The same, with the name of its last change, by which a desk put back from a backup knows that it has other changes. An import's mark names all."""
        if "until" not in self.values or "mark" in self.values:
            return self
        last = history_ranges.version_name(db, int(self.values["until"]))
        return replace(self, values={**self.values, "last": last})

    def as_request(self, visit: Visit) -> dict[str, Any]:
        """The address and the body of the request, for a program or a form."""
        return {"path": visit.path(self.path), "body": self.values}


@dataclass(frozen=True)
class Result:
    """The result of an operation: a message for the user, the page to show next, and data for a program.

    `warnings` are clauses about what was done all the same, or None; each is told once. With `shown`, the page of the form is shown with
    this context and all input still in the form. `failed`: nothing was done, and the message says why.
    """

    message: str
    goto: str
    undo: Undo | None = None
    data: dict[str, Any] = field(default_factory=dict)
    warnings: Sequence[str | None] = ()
    shown: dict[str, Any] | None = None
    failed: bool = False

    @property
    def told(self) -> str:
        """The message, and after it the warnings."""
        warnings = dict.fromkeys(page_text(one) for one in self.warnings if one)
        return " ".join([self.message, *(f"Warning: {one}." for one in warnings)])


About = Callable[["Desk", Visit, "Values", int], None]
"""Raises ChangedMeanwhile if what an operation is about was changed after that version of the desk."""


@dataclass(frozen=True)
class Operation:
    """Something a user can do. `page` is the page with its form, if any, shown again when it fails.

    An operation that `changes` an existing record gets only the fields that were given. One that `reads` writes
    nothing. Slow work is done in `prepare`, which only reads, so that others may write meanwhile: it returns the values
    for `run`, or the result if nothing is to be written. A `bare` one may be sent without a body, like one without
    fields.

    `about` checks that nobody has changed what its form showed; None for one that only adds something, or reads.
    """

    path: str
    summary: str
    permission: str
    fields: tuple[Field, ...]
    run: Callable[[Desk, Visit, Values], Result]
    page: Page | None
    about: About | None = field(kw_only=True)
    changes: bool = False
    prepare: Callable[[Desk, Visit, Values], Values | Result] | None = None
    reads: bool = False
    bare: bool = False

    def perform(self, db: Desk, visit: Visit, values: Values) -> Result:
        """Run it. Raises ChangedMeanwhile if a colleague has changed what it is about since its form was shown. Call it within the write transaction.

        Likewise if the form was shown by another desk at this address, or by this one in a state that a backup has replaced: the same
        numbers may be those of something else.
        """
        now, version = history.last_change_id(db), values.pop(VERSION.name, None)
        try:
            if (version or 0) > now or (visit.shown and not history_ranges.is_version(db, visit.shown)):
                raise ChangedMeanwhile(ANOTHER_DESK)
            if self.about and version is not None:
                self.about(db, visit, values, version)
            done = self.run(db, replace(visit, version=version), values)
        except ChangedMeanwhile as error:
            error.version = history_ranges.version_name(db, now)
            raise
        return replace(done, undo=done.undo.naming_its_changes(db)) if done.undo else done

    @property
    def keys(self) -> tuple[Field, ...]:
        """All that a program may send."""
        return (*self.fields, VERSION) if self.about else self.fields

    @property
    def needs_body(self) -> bool:
        """Whether a program must send a JSON object, even an empty one."""
        return bool(self.fields) and not self.bare

    def form(self, ids: dict[str, int]) -> str:
        """The name of its form in templates: the last word of the path, with the id if the page has several such forms."""
        word = self.path.rsplit("/", 1)[-1]
        number = next((ids[one] for one in ("review_id", "intervention_id", "match_id") if one in ids), None)
        return word if number is None else f"{word}-{number}"


def route_pattern(path: str, suffix: str = "") -> str:
    """The regular expression for a route such as claim/{claim_id}."""
    inner = re.sub(r"\{(\w+)\}", _ID, path)
    return rf"^/(?P<database>[^/]+)/-/{inner}{suffix}$"
