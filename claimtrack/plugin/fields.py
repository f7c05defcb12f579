"""The fields of forms, JSON requests and pages, and how their values are parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, StrEnum
from typing import Any

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.cleaning import LONE_SURROGATE

Values = dict[str, Any]


def sent_text(values: Values, name: str) -> str | None:
    """The text sent in an optional field: "" if it was emptied, None if the field was left out."""
    return (values[name] or "") if name in values else None


class Kind(Enum):
    """What a field of a form accepts."""

    LINE = "one line"
    TEXT = "many lines"
    INTEGER = "a whole number"
    NUMBERS = "a list of whole numbers"
    NAMES = "a list of names"
    FLAG = "yes or no"
    FILE = "a file"


@dataclass(frozen=True)
class Upload:
    """A file sent with a form: its name, without folders, and its content."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Field:
    """A field of a form, and a key of its JSON.

    A `required` field is never empty; a `named` one may be empty but not left out; a `carried` one is hidden in the
    form.
    """

    name: str
    description: str
    kind: Kind = Kind.LINE
    required: bool = False
    named: bool = False
    choices: type[StrEnum] | None = None
    carried: bool = False

    def parse(self, given: Any, *, strict: bool) -> Any:
        """Parse a value. A form sends only text; with `strict`, as in JSON, text is not accepted for a number.

        Raises InvalidValue.
        """
        is_text = self.kind in (Kind.LINE, Kind.TEXT) and not self.choices
        if self.kind is Kind.INTEGER and isinstance(given, str) and not strict:
            given = given.strip()  # as copied from a page
        if given is None or given == [] or (given == "" and (is_text or not strict)):
            if self.required:
                raise InvalidValue(f"{self.name} is missing: {self.description}")
            return None
        if self.kind is Kind.FILE:
            return self._file(given)
        if strict and not is_text and not self.choices and isinstance(given, str):
            raise InvalidValue(f"{self.name} is {self.kind.value}, not text: {self.description}")
        if self.kind is Kind.FLAG:
            return self._flag(given)
        if self.kind is Kind.INTEGER:
            return self._integer(given)
        if self.kind in (Kind.NUMBERS, Kind.NAMES):
            return self._list(given)
        if not isinstance(given, str):
            raise InvalidValue(f"{self.name} must be text: {self.description}")
        return self._choice(given) if self.choices else _clean(self.name, given)

    def _file(self, given: Any) -> Upload:
        if isinstance(given, Upload):
            return given
        raise InvalidValue(f"{self.name} is a file: send it as multipart/form-data")

    def _flag(self, given: Any) -> bool:
        if given is True or given in ("1", "on", "true", "yes"):
            return True
        if given is False or given in ("0", "off", "false", "no"):
            return False
        raise InvalidValue(f"{self.name} must be yes or no")

    def _integer(self, given: Any) -> int:
        if not isinstance(given, (bool, float)) and re.fullmatch(r"[0-9]{1,18}", str(given)):
            return int(given)
        told = str(given)
        if re.fullmatch("[0-9]+", told):
            raise InvalidValue(f"{self.name} has too many digits: {told[:40]}. Numbers have at most 18")
        least = " of 0 or more" if self.kind is Kind.INTEGER else ""
        raise InvalidValue(
            f"{self.name} must be {self.kind.value}{least}, not {told[:40]!r} ({self.description})"
        )

    def _list(self, given: Any) -> list[Any]:
        """Parse a list, or the text of a form: numbers as in 1,2,3, names one per line."""
        is_named = self.kind is Kind.NAMES
        parts = given if isinstance(given, list) else str(given).split("\n" if is_named else ",")
        name = replace(self, kind=Kind.LINE)
        return [name.parse(one, strict=True) if is_named else self._integer(one) for one in parts]

    def _choice(self, given: str) -> StrEnum:
        assert self.choices is not None
        try:
            return self.choices(given)
        except ValueError:
            names = ", ".join(self.choices)
            raise InvalidValue(f"{self.name} must be one of {names}, not {given[:40]!r}") from None


def _clean(name: str, given: str) -> str:
    """Return the text. Raises InvalidValue if it cannot be stored: half of a surrogate pair, or U+0000, which would vanish unnoticed."""
    if "\0" in given:
        raise InvalidValue(f"{name} contains a NUL character, which is not allowed: remove it")
    if LONE_SURROGATE.search(given):
        raise InvalidValue(f"{name} contains half a character: type it again")
    return given.replace("\r\n", "\n")


VERSION = Field("version", "the version of the desk that you were shown", Kind.INTEGER)
"""A key of each operation that is about something; forms always send it."""
SHOWN_TO = "shown_to"
"""What forms also send: who was logged in when the page was opened. No key for programs, which sign with what they send along."""
SKIP = Field("skip", "how many items of the queue to skip", Kind.INTEGER)
PAGE_NUMBER = Field("page", "the page of a long list, from 1", Kind.INTEGER)
