"""Whom somebody asked, and who may answer in the next sentence: "Moor asked the minister, Ian Fox, whether it was lost"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.names import Naming, naming
from claimtrack.core.extract.speakers.topics import is_person
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_VERBS = ("asked", "pressed", "questioned", "challenged", "quizzed", "grilled")
_ASKING = rf" (?:{'|'.join(_VERBS)}) "
_QUESTION = r"(?:(?:on )?(?:whether|if|why|how|what|when|who|where)|about|on|over)\b"
_ASKED = name_pattern(
    rf"{_ASKING}(?:(?!about |for |to |by |from |whether |if )[a-z][\w'-]*,? ){{0,8}}?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?"
    rf"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,3}})(?:, [^,.]{{2,60}},|,)? {_QUESTION}"
)
"""Whom somebody asks, by name: "asked the minister, Sir Ian Fox, whether", "pressed Moor on"."""
_ASKED_OFFICE = re.compile(
    rf"{_ASKING}(?P<who>(?:the|an?|his|her|its|their) [a-z-]+(?: [a-z-]+){{0,4}}?) {_QUESTION}"
)
_KEPT_AWAY = name_pattern(
    r" (?:not|to) make (?:[\w-]+ ){0,4}?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}) available\b"
)
"""Whom a body lets nobody ask, and who may answer in writing."""
_ASKED_SOMEBODY = re.compile(
    r"(?:We|I) (?:asked|called|phoned|contacted|reached|approached|e-?mailed|wrote to) (?P<who>(?:the|an?|its|their) [a-z]+(?: [a-z]+){0,2})"
)


def asked_somebody(sentence: str) -> Naming | None:
    """Somebody unnamed whom the outlet asked: "We asked the owner of the page, who runs it, where the figure came from"."""
    asked = _ASKED_SOMEBODY.match(sentence)
    words = asked["who"].split() if asked else []
    head = next((at for at, word in enumerate(words) if is_person(word)), None)
    return naming(" ".join(words[: head + 1])) if head is not None else None


def asked_office(sentence: str) -> Naming | None:
    """The same where no name tells whom: "Moor asked the chief engineer why it was shut"."""
    asked = _ASKED_OFFICE.search(sentence) if _asks(sentence) else None
    return naming(asked["who"]) if asked and is_person(asked["who"].rpartition(" ")[2]) else None


def asked_of(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """Whom somebody asked, who may answer in the next: "The chair asked Ann Lee whether it was lost"."""
    asked = _ASKED.search(sentence) if _asks(sentence) else None
    asked = asked or (_KEPT_AWAY.search(sentence) if " make " in sentence else None)
    return full_names.get(asked["who"].split()[-1].lower()) if asked else None


def _asks(sentence: str) -> bool:
    """A look that costs little, for most sentences ask nobody."""
    return any(verb in sentence for verb in _VERBS)
