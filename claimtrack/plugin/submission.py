"""What a request sends for a deed, a form, a form with a file, or JSON: read once, checked, and given back where it is refused."""

from __future__ import annotations

import json
import re
import sys
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import BadRequest, PayloadTooLarge
from datasette.utils.multipart import UploadedFile
from markupsafe import escape

from claimtrack.core import errors
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.plugin.fields import Field, Kind, Upload, Values
from claimtrack.plugin.visit import Operation, sends_json, wants_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from datasette import Request

_MAX_FORM = 20_000_000
"""Bytes of a form with a file that are kept: a file that is larger than the desk takes is refused then."""
_MAX_PARTS = 50
_SEPARATORS = {Kind.NUMBERS: ",", Kind.NAMES: "\n"}
"""Kinds of fields that hold several values, and what stands between them in one text."""
_MAX_TYPED = 2_000_000
"""Bytes that are read of a form of somebody who may not send it, to give them back: an article of the most characters fits in."""


class Submission:
    """What one request sends for a deed. It is read at most once: asked for a second time, a body that was taken never comes."""

    def __init__(self, request: Request, operation: Operation) -> None:
        self.request = request
        self.operation = operation
        self.given: Values = {}
        """As it was sent: of a form all is text, but for a file."""
        self._is_whole: bool | None = None
        """None before it is read."""

    async def read(self) -> None:
        """Read it. Raises InvalidValue where it cannot be read; `given` is then what could be."""
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
        """Read it, unless that was done, or it is more than a person types. Whether all of it can be given back, as no file can."""
        if self._is_whole is None and self._length <= _MAX_TYPED:
            with suppress(errors.InvalidValue):
                await self.read()
        return self._is_whole is True

    @property
    def _length(self) -> int:
        """The bytes that it says it has; where it does not, there may be any number."""
        told = self.request.headers.get("content-length") or ""
        return int(told) if re.fullmatch("[0-9]{1,18}", told) else sys.maxsize

    def _take(self, body: bytes) -> None:
        if not body and self.operation.needs_body and wants_json(self.request):
            raise errors.InvalidValue("the request has no body: send a JSON object")
        found = json.loads(body or b"{}") if sends_json(self.request) else _parse_form(body, self.operation)
        if not isinstance(found, dict):
            raise errors.InvalidValue("the request must be a JSON object")
        self.given = found

    async def _read_multipart(self) -> None:
        """Of one that is too large the file goes, and the rest of the form is kept."""
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
                elif value.filename:  # a browser sends one without a name where none was chosen
                    last = PurePosixPath(value.filename.replace("\\", "/")).name
                    self.given[name] = Upload(last, await value.read())
        if not fits:
            raise BadRequest(f"it has {self._length / 10**6:.0f} MB")

    def values(self) -> Values:
        """The values that the deed takes, each checked. Raises InvalidValue."""
        fields, strict = self.operation.fields, sends_json(self.request)
        unknown = sorted(set(self.given) - {field.name for field in fields})
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
        return {field.name: field.parse(self.given.get(field.name), strict=strict) for field in taken}

    def refused(self, error: Exception) -> list[str]:
        """The fields that hold what is wrong; none where that is no matter of one value."""
        wrong = clean_line(getattr(error, "value", None) or "")
        sent = [field for field in self.operation.fields if field.name in self.given]
        return [
            field.name
            for field in sent
            if not _is_valid(field, self.given[field.name])
            or (wrong and clean_line(str(self.given[field.name])) == wrong)
        ]

    def typed(self, error: Exception) -> Values:
        """What its form shows again: without the fields that were left as they were shown, which, saved again, would undo what somebody else wrote there."""
        was = error.was if isinstance(error, errors.ChangedMeanwhile) else {}
        return {
            name: value
            for name, value in self.given.items()
            if name not in was or str(value or "").replace("\r\n", "\n") != str(was[name] or "")
        }

    def fields_to_resend(self, error: Exception) -> dict[str, Any]:
        """The same for a page that has not its form: all that can be sent again, and what the fields of somebody's own words are for.

        Without the version where somebody was told what changed.
        """
        told = {"version"} if isinstance(error, errors.ChangedMeanwhile) else set()
        known = {field.name for field in self.operation.fields} - told
        typed = {name: value for name, value in self.typed(error).items() if name in known}
        return {
            "typed": {name: value for name, value in typed.items() if isinstance(value, str)},
            "texts": {field.name: field.description for field in self._typed_fields(typed)},
        }

    def loses(self, error: Exception, html: str) -> bool:
        """Whether a page that is to show the form again has not all words that were typed: of what is over it has no form."""
        typed = self.typed(error)
        return any(
            str(escape(typed[field.name])) not in html
            for field in self._typed_fields(typed)
            if field.kind is not Kind.NUMBERS
        )

    def _typed_fields(self, given: Values) -> list[Field]:
        """The fields in which somebody typed, or marked boxes: what is chosen from a list is chosen again."""
        kinds = (Kind.LINE, Kind.TEXT, Kind.NUMBERS)
        fields = [
            one for one in self.operation.fields if one.kind in kinds and not one.choices and not one.carried
        ]
        return [one for one in fields if given.get(one.name) and isinstance(given[one.name], str)]


class _BodyReader:
    """The parts of a request as they come in, and whether any are left: to ask for one after the last would wait for ever."""

    def __init__(self, receive: Callable[[], Awaitable[dict[str, Any]]]) -> None:
        self._receive = receive
        self._is_left = True

    async def __call__(self) -> dict[str, Any]:
        part = await self._receive()
        self._is_left = bool(part.get("more_body"))
        if part["type"] == "http.disconnect":  # Datasette takes it for a mistake of its own
            raise errors.InvalidValue("the request broke off before its end: send it again")
        return part

    async def rest(self) -> None:
        """Let what is left go by: a browser that still sends shows no answer, only that the connection broke."""
        while self._is_left:
            await self()


def _parse_form(body: bytes, operation: Operation) -> Values:
    """What a form holds; of a list each number or name is sent by itself, as by a box that was marked."""
    if body.lstrip()[:1] == b"{":  # as curl sends what is behind -d
        raise errors.InvalidValue(
            "the request is JSON, and says it is a form: add the header Content-Type: application/json"
        )
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
    """The bytes of the text or of the file that was sent, and the name of the file. Raises InvalidValue where it is not one of the two."""
    text, file = values["text"], values["file"]
    if text and file:
        raise errors.InvalidValue("both a text and a file were given: choose one")
    if not text and not file:
        raise errors.InvalidValue(f"the {what} is missing: paste its text, or choose a file")
    return (file.data, file.name) if file else (text.encode(), None)
