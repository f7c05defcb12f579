"""The input that a request submits for an operation, as a form, a multipart form or JSON: read once, validated, and shown again if it is refused."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import BadRequest, PayloadTooLarge
from datasette.utils.multipart import UploadedFile
from markupsafe import escape

from claimtrack.core import errors
from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.plugin.fields import SHOWN_TO, VERSION, Field, Kind, Upload, Values
from claimtrack.plugin.visit import Operation, sends_json, wants_json
from claimtrack.store.history_ranges import is_version_name

if TYPE_CHECKING:
    from datasette import Request

_MAX_FORM = 20_000_000
"""Bytes of a multipart form that are kept; a larger file is refused, as the desk would not accept it either."""
_MAX_PARTS = 50
_MAX_FIELDS = 20_000
"""More than the marked claims or the tags of a desk. A stranger's form is read, too, and to parse a million takes seconds."""
_SEPARATORS = {Kind.NUMBERS: ",", Kind.NAMES: "\n"}
"""Field kinds with several values, and what separates them in one text."""
_MAX_TYPED = 2_000_000
"""Bytes to read from a form of somebody who may not send it, to show them again: enough for the longest article."""


class Submission:
    """The input of one request for an operation. The body is read at most once: reading it again would wait for ever."""

    def __init__(self, request: Request, operation: Operation) -> None:
        self.request = request
        self.operation = operation
        self.given: Values = {}
        """The raw values; in a form all are text, except a file."""
        self._is_whole: bool | None = None
        """Whether all input can be shown again; None until it is read."""

    async def read(self) -> None:
        """Read the body. Raises InvalidValue if it cannot be parsed; `given` then holds what could be."""
        self._is_whole = False
        self.request.receive = body = _BodyReader(self.request.receive)
        content_type = self.request.headers.get("content-type") or ""
        has_file = any(one.kind is Kind.FILE for one in self.operation.fields)
        try:
            if content_type.startswith("multipart/form-data") and has_file:
                await self._read_multipart()
            else:
                self._take(await self.request.post_body())
        except BadRequest as error:
            limit = f"the limit is {_MAX_FORM // 10**6} MB in total"
            raise errors.InvalidValue(f"the form cannot be read ({error}): {limit}") from None
        except PayloadTooLarge as error:
            raise errors.InvalidValue(f"the request cannot be read ({error}): send less at once") from None
        except (ValueError, RecursionError) as error:
            raise errors.InvalidValue(f"the request cannot be read: {error}") from None
        finally:
            await body.rest()
        self._is_whole = all(not isinstance(value, Upload) for value in self.given.values())

    async def read_if_typed(self) -> bool:
        """Read the body if it is still unread and no larger than what a person types; return whether all of it can be shown again, as a file cannot."""
        if self._is_whole is None and self._length <= _MAX_TYPED:
            with suppress(errors.InvalidValue):
                await self.read()
        return self._is_whole is True

    @property
    def _length(self) -> int:
        """The declared length in bytes; sys.maxsize if it is not declared."""
        declared = self.request.headers.get("content-length") or ""
        return int(declared) if re.fullmatch("[0-9]{1,18}", declared) else sys.maxsize

    def _take(self, body: bytes) -> None:
        if not body and self.operation.needs_body and wants_json(self.request):
            raise errors.InvalidValue("the request has no body: send a JSON object")
        found = json.loads(body or b"{}") if sends_json(self.request) else _parse_form(body, self.operation)
        if not isinstance(found, dict):
            raise errors.InvalidValue("the request must be a JSON object")
        self.given = found

    async def _read_multipart(self) -> None:
        """Read a form with a file; of one that is too large, keep all but the file."""
        fits = self._length <= _MAX_FORM or self._length == sys.maxsize
        most = _MAX_FORM if fits else sys.maxsize
        form = await self.request.form(
            files=fits,
            max_file_size=most,
            max_request_size=most,
            max_field_size=_MAX_FORM if fits else _MAX_TYPED,
            max_parts=_MAX_PARTS,
        )
        async with form:
            for name, value in form.items():
                if not isinstance(value, UploadedFile):
                    self.given[name] = value
                elif value.filename:  # a browser sends a nameless one if no file was chosen
                    last = PurePosixPath(value.filename.replace("\\", "/")).name
                    self.given[name] = Upload(last, await value.read())
        if not fits:
            size = f"{self._length / 10**6:.0f} MB"
            raise errors.InvalidValue(
                f"the file or text is too large ({size}): choose a smaller one, or a part of it"
            )

    @property
    def shown(self) -> str | None:
        """The name of the version of the desk that the form showed; None from programs, which send its number alone."""
        named = self.given.get(VERSION.name)
        is_named = isinstance(named, str) and not sends_json(self.request) and is_version_name(named)
        return named if is_named else None

    def values(self, actor: str | None) -> Values:
        """The validated values for the operation. Raises InvalidValue, or Refused if the form was shown to somebody else."""
        fields, strict = self.operation.keys, sends_json(self.request)
        if not strict:
            self._check_person(actor)
        numbered = {VERSION.name: self.shown.partition("-")[0]} if self.shown else {}
        known = {field.name for field in fields} | (set() if strict else {VERSION.name, SHOWN_TO})
        unknown = sorted(set(self.given) - known)
        if unknown:
            names = ", ".join(field.name for field in fields)
            raise errors.InvalidValue(
                f"there is no field {unknown[0][:40]!r} here. Fields: {names or 'none'}"
            )
        left_out = [field for field in fields if field.name not in self.given]
        for field in left_out:
            if field.named:
                raise errors.InvalidValue(f"{field.name} is missing: {field.description}")
        taken = [field for field in fields if not (self.operation.changes and field in left_out)]
        given = self.given | numbered
        return {field.name: field.parse(given.get(field.name), strict=strict) for field in taken}

    def _check_person(self, actor: str | None) -> None:
        """Raise Refused if somebody else was logged in when the form was shown, as in another tab: it would be saved, or signed, under the wrong name.

        What is shown then can be sent again: it is a form of whoever is logged in now.
        """
        shown_to = self.given.get(SHOWN_TO)
        if isinstance(shown_to, str) and shown_to and not (actor and is_same_actor(shown_to, actor)):
            del self.given[SHOWN_TO]
            now = f"you are logged in as {actor} now" if actor else "you are not logged in now"
            raise errors.Refused(
                f"this page was opened by {shown_to}, and {now}. Send it again only if it is to have your name"
            )

    def refused(self, error: Exception) -> list[str]:
        """The names of the invalid fields; none if the error is not about a value."""
        wrong = clean_line(getattr(error, "value", None) or "")
        sent = [field for field in self.operation.fields if field.name in self.given]
        return [
            field.name
            for field in sent
            if not _is_valid(field, self.given[field.name])
            or (wrong and clean_line(str(self.given[field.name])) == wrong)
        ]

    def typed(self, error: Exception) -> Values:
        """The values to show in the form again.

        If somebody else's change is the reason, fields that the user left unchanged are omitted: saved again, they would undo that change,
        which the form is now aware of. Otherwise the form is still that of the version that was shown.
        """
        if not isinstance(error, errors.ChangedMeanwhile):
            return self.given
        typed = {
            name: value
            for name, value in self.given.items()
            if name not in error.was or not _is_as_it_was(str(value or ""), error.was[name])
        }
        return typed | {VERSION.name: error.version}

    def fields_to_resend(self, error: Exception) -> dict[str, Any]:
        """The same for a page without the form: the values to send again, descriptions of the fields that the user typed, and which are invalid."""
        known = {VERSION.name, SHOWN_TO, *(field.name for field in self.operation.keys)}
        typed = {name: value for name, value in self.typed(error).items() if name in known}
        texts = {field.name: field.description for field in self._typed_fields(typed)}
        refused = self.refused(error) if isinstance(error, errors.ClaimtrackError) else []
        return {
            "typed": {name: value for name, value in typed.items() if isinstance(value, str)},
            "texts": texts,
            "failed": "again",
            "refused": [name for name in refused if name in texts],
        }

    def loses(self, error: Exception, html: str) -> bool:
        """Whether the page with the form lacks something the user typed, because the form is no longer shown."""
        typed = self.typed(error)
        return any(
            str(escape(typed[field.name])) not in html
            for field in self._typed_fields(typed)
            if field.kind is not Kind.NUMBERS
        )

    def _typed_fields(self, given: Values) -> list[Field]:
        """The fields that the user typed or ticked; a choice from a list is quickly made again."""
        kinds = (Kind.LINE, Kind.TEXT, Kind.NUMBERS)
        fields = [
            one for one in self.operation.fields if one.kind in kinds and not one.choices and not one.carried
        ]
        return [one for one in fields if given.get(one.name) and isinstance(given[one.name], str)]


def _is_as_it_was(sent: str, was: Any) -> bool:
    # What is not so is sent as "0" by a choice, and by a box as nothing.
    return sent.replace("\r\n", "\n") in (str(was or ""), "" if was is None else str(was))


class _BodyReader:
    """Reads the body in parts and remembers whether more are left: waiting for a part after the last would never end."""

    def __init__(self, receive: Callable[[], Awaitable[dict[str, Any]]]) -> None:
        self._receive = receive
        self._is_left = True

    async def __call__(self) -> dict[str, Any]:
        part = await self._receive()
        self._is_left = bool(part.get("more_body"))
        if part["type"] == "http.disconnect":  # Datasette would report it as a bug of its own
            raise errors.InvalidValue("the request broke off before its end: send it again")
        return part

    async def rest(self) -> None:
        """Discard the rest: a browser that is still sending shows no response, only that the connection broke."""
        while self._is_left:
            await self()


def _parse_form(body: bytes, operation: Operation) -> Values:
    """Parse a form body; in a list, each number or name is a parameter of its own, as ticked boxes send it."""
    if body.lstrip()[:1] == b"{":  # as curl sends the argument of -d
        raise errors.InvalidValue(
            "the request is JSON, and says it is a form: add the header Content-Type: application/json"
        )
    if body.count(b"&") >= _MAX_FIELDS:
        raise errors.InvalidValue(f"the form has more than {_MAX_FIELDS:,} fields: send less at once")
    pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True)
    between = {field.name: _SEPARATORS[field.kind] for field in operation.fields if field.kind in _SEPARATORS}
    lists: dict[str, list[str]] = {name: [] for name in between}
    for name, value in pairs:
        if name in lists:
            lists[name].append(value)
    return dict(pairs) | {name: between[name].join(values) for name, values in lists.items() if values}


def _is_valid(field: Field, given: Any) -> bool:
    try:
        field.parse(given, strict=False)
    except errors.InvalidValue:
        return False
    return True


def read_upload(values: Values, what: str) -> tuple[bytes, str | None]:
    """The submitted text or file as bytes, and the file's name. Raises InvalidValue unless exactly one was given."""
    text, file = values["text"], values["file"]
    if text and file:
        raise errors.InvalidValue("both a text and a file were given: choose one")
    if not text and not file:
        raise errors.InvalidValue(f"the {what} is missing: paste its text, or choose a file")
    return (file.data, file.name) if file else (text.encode(), None)
