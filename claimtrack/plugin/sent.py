"""What a request sends: a form, a form with a file, or JSON; and the values that a deed takes from it."""

from __future__ import annotations

import json
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from datasette.utils.asgi import BadRequest, PayloadTooLarge
from datasette.utils.multipart import UploadedFile

from claimtrack.core import errors
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.plugin.visit import Deed, Field, Kind, Upload, Values, sends_json, wants_json

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from datasette import Request

_MAX_FORM = 20_000_000
"""Bytes of a form with a file that are read: what is larger than the desk takes is refused then, with the rest of the form kept."""
_MAX_PARTS = 50
_BETWEEN = {Kind.NUMBERS: ",", Kind.NAMES: "\n"}
"""Kinds of fields that hold several values, and what stands between them in one text."""
_MOST_TYPED = 2_000_000
"""Bytes that are read of a form of somebody who may not send it, to give them back: an article of the most characters fits in."""


async def given(request: Request, deed: Deed) -> Values:
    """What was sent, as it was sent. Raises InvalidValue where it cannot be read."""
    content_type = request.headers.get("content-type") or ""
    if content_type.startswith("multipart/form-data") and any(one.kind is Kind.FILE for one in deed.fields):
        return await _form_with_file(request)
    try:
        body = await request.post_body()
    except PayloadTooLarge as error:
        raise errors.InvalidValue(f"the request cannot be read ({error}): send less at once") from None
    if not body and deed.needs_body and wants_json(request):
        raise errors.InvalidValue("the request has no body: send a JSON object")
    try:
        if sends_json(request):
            found = json.loads(body or b"{}")
        else:
            return _form(body, deed)
    except (ValueError, RecursionError) as error:
        raise errors.InvalidValue(f"the request cannot be read: {error}") from None
    if not isinstance(found, dict):
        raise errors.InvalidValue("the request must be a JSON object")
    return found


def _form(body: bytes, deed: Deed) -> Values:
    """What a form holds; of a list each number or name is sent by itself, as by a box that was marked."""
    if body.lstrip()[:1] == b"{":  # as curl sends what is behind -d
        raise errors.InvalidValue(
            "the request is JSON, and says it is a form: add the header Content-Type: application/json"
        )
    pairs = parse_qsl(body.decode("utf-8"), keep_blank_values=True)
    between = {field.name: _BETWEEN[field.kind] for field in deed.fields if field.kind in _BETWEEN}
    lists: dict[str, list[str]] = {name: [] for name in between}
    for name, value in pairs:
        if name in lists:
            lists[name].append(value)
    return dict(pairs) | {name: between[name].join(values) for name, values in lists.items() if values}


class _Body:
    """The parts of a request as they come in, and whether any are left: to ask for one after the last would wait for ever."""

    def __init__(self, receive: Callable[[], Awaitable[dict[str, Any]]]) -> None:
        self._receive = receive
        self.is_left = True

    async def __call__(self) -> dict[str, Any]:
        part = await self._receive()
        self.is_left = bool(part.get("more_body"))
        return part


async def _form_with_file(request: Request) -> Values:
    request.receive = body = _Body(request.receive)
    try:
        form = await request.form(
            files=True,
            max_file_size=_MAX_FORM,
            max_request_size=_MAX_FORM,
            max_field_size=_MAX_FORM,
            max_parts=_MAX_PARTS,
        )
    except BadRequest as error:
        while body.is_left:  # a browser that still sends shows no answer, only that the connection broke
            await body()
        raise errors.InvalidValue(
            f"the form cannot be read ({error}): the limit is {_MAX_FORM // 10**6} MB in total"
        ) from None
    async with form:
        sent: Values = {}
        for name, value in form.items():
            if not isinstance(value, UploadedFile):
                sent[name] = value
            elif value.filename:  # a browser sends one without a name where none was chosen
                last = PurePosixPath(value.filename.replace("\\", "/")).name
                sent[name] = Upload(last, await value.read())
        return sent


async def typed(request: Request, deed: Deed, read: Values | None) -> dict[str, str] | None:
    """What was typed by somebody who may not send it; None where it cannot be given back whole, as no file can, or is more than a person types.

    `read` is what was read already: asked for a second time, a body that was taken never comes.
    """
    if read is None:
        length = request.headers.get("content-length") or ""
        if not length.isdecimal() or int(length) > _MOST_TYPED:
            return None
        try:
            read = await given(request, deed)
        except errors.InvalidValue:
            return None
    is_whole = all(isinstance(value, str) for value in read.values())
    return _known(deed, read) if is_whole else None


def _known(deed: Deed, given: Values) -> dict[str, str]:
    known = {field.name for field in deed.fields}
    return {name: value for name, value in given.items() if name in known and isinstance(value, str)}


def texts(deed: Deed) -> dict[str, str]:
    """The fields of a form for somebody's own words, and what they are for."""
    return {field.name: field.description for field in deed.fields if field.kind is Kind.TEXT}


def kept(deed: Deed, given: Values | None) -> dict[str, Any]:
    """What a page that has not the form gives back of what was typed in it; nothing where nobody typed anything.

    Without the version: whoever sends it again was told what changed.
    """
    typed = _known(deed, given or {})
    lines = (Kind.LINE, Kind.TEXT)
    words = {one.name: one.description for one in deed.fields if one.kind in lines and not one.choices}
    typed.pop("version", None)
    return {"typed": typed, "texts": words} if any(typed.get(name) for name in words) else {}


def still_typed(typed: Values, error: errors.ClaimtrackError) -> Values:
    """What was typed, without the fields that were left as they were shown: saved again, they would undo what somebody else wrote there."""
    was = error.was if isinstance(error, errors.ChangedMeanwhile) else {}
    return {
        name: value
        for name, value in typed.items()
        if name not in was or str(value or "").replace("\r\n", "\n") != str(was[name] or "")
    }


def values(deed: Deed, given: Values, *, strict: bool) -> Values:
    """The values that the deed takes, each checked. Raises InvalidValue."""
    unknown = sorted(set(given) - {field.name for field in deed.fields})
    if unknown:
        names = ", ".join(field.name for field in deed.fields)
        raise errors.InvalidValue(f"there is no field {unknown[0][:40]!r} here. Fields: {names or 'none'}")
    left_out = [field for field in deed.fields if field.name not in given]
    for field in left_out:
        if field.named:
            raise errors.InvalidValue(f"{field.name} is missing: {field.description}")
    taken = [field for field in deed.fields if not (deed.changes and field in left_out)]
    return {field.name: field.parse(given.get(field.name), strict=strict) for field in taken}


def refused(deed: Deed, given: Values, error: errors.ClaimtrackError) -> list[str]:
    """The fields of a form that hold what is wrong; none where that is no matter of one value."""
    wrong = clean_line(error.value or "")
    sent = [field for field in deed.fields if field.name in given]
    return [
        field.name
        for field in sent
        if not _is_taken(field, given[field.name]) or (wrong and clean_line(str(given[field.name])) == wrong)
    ]


def _is_taken(field: Field, given: Any) -> bool:
    try:
        field.parse(given, strict=False)
    except errors.InvalidValue:
        return False
    return True


def handed(values: Values, what: str) -> tuple[bytes, str | None]:
    """The bytes of the text or of the file that was sent, and the name of the file. Raises InvalidValue where it is not one of the two."""
    text, file = values["text"], values["file"]
    if text and file:
        raise errors.InvalidValue("both a text and a file were given: choose one")
    if not text and not file:
        raise errors.InvalidValue(f"the {what} is missing: paste its text, or choose a file")
    return (file.data, file.name) if file else (text.encode(), None)
