"""Chats and channels as Telegram exports them: messages.html, a line with time and sender for each message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claimtrack.fetch.loaders.html.text import text_of


def _with_class(name: str) -> str:
    return f"*[contains(concat(' ', @class, ' '), ' {name} ')]"


_MESSAGES = f"//{_with_class('history')}/{_with_class('message')}"
_SENDER = f"string({_with_class('body')}/{_with_class('from_name')}/text()[normalize-space()])"
_TIME = f"string({_with_class('body')}/{_with_class('date')}/@title)"
_FORWARDED = f"string({_with_class('body')}/{_with_class('forwarded')}/{_with_class('from_name')}/text()[normalize-space()])"
_WORDS = f".//{_with_class('text')}"
_NAME = f"string(//{_with_class('page_header')}//{_with_class('text')})"
_TO_THE_MINUTE = len("12.03.2024 09:14")


def chat(root: Any) -> tuple[str, str] | None:
    """The name of the chat that a page of lxml is an export of, and its messages; None for other pages."""
    messages = root.xpath(_MESSAGES)
    told = "\n".join(_lines(messages)) if messages else ""
    return (" ".join(root.xpath(_NAME).split()), told) if told else None


def _lines(messages: list[Any]) -> Iterator[str]:
    sender = when = ""
    for message in messages:
        sender = _line(message.xpath(_SENDER)) or sender  # given only once for messages in a row
        words = "\n".join(filter(None, map(text_of, message.xpath(_WORDS))))
        name = _line(message.xpath(_FORWARDED)) or sender
        when = message.xpath(_TIME)[:_TO_THE_MINUTE].replace(" ", ", ") or when
        if words and name and when:
            yield f"[{when}] {name}: {words}"


def _line(words: str) -> str:
    return " ".join(words.replace(":", " ").split())
