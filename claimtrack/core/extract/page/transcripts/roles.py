"""Voices of a transcript that have no name: "Audience member:", "A woman in the hall:"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import Span, word_set
from claimtrack.core.extract.words.titles import without_titles

if TYPE_CHECKING:
    import re


_ROLE = expression(r"(?P<name>[A-Z][a-z]*(?: [a-z][a-z'-]+){1,5}):\s+(?=\S)")
_VOICES = word_set(
    "voice speaker heckler listener viewer questioner moderator host interviewer participant attendee guest"
)
_QUESTIONERS = frozenset({"q", "question", "interviewer", "reporter", "host", "moderator"})
_HOSTS = frozenset({"host", "co-host", "moderator", "interviewer", "presenter", "anchor"})
"""What stands before the name of whoever asks."""
_LONGEST = 60


def by_role(plain: str, paragraph: Span) -> re.Match[str] | None:
    """The label, with its `name`, that tells by an everyday noun for one person who speaks; it needs labels around it."""
    if plain.find(":", paragraph.start, paragraph.start + _LONGEST) < 0:
        return None  # a look that costs little
    label = _ROLE.match(plain, *paragraph)
    return label if label and names_role(label["name"]) else None


def names_role(name: str) -> bool:
    """Whether a label is one of these: capital only at the start, and the noun last or before "in", "from" and the like."""
    first, *others = name.split()
    words = [first.lower(), *others]
    end = next((at for at, word in enumerate(words) if at and word in lexicon.PREPOSITIONS), len(words))
    head = words[end - 1]
    is_person = head in nouns.PEOPLE and head not in nouns.BODIES and not head.endswith("s")
    return bool(others) and "".join(others).islower() and (is_person or head in _VOICES)


def is_questioner(name: str) -> bool:
    """Whether the label stands for whoever asks: "Q", "HOST ANN LEE"."""
    word, _, named = name.lower().partition(" ")
    return name.lower().strip(".") in _QUESTIONERS or (named != "" and word in _HOSTS)


def is_interview(names: list[str]) -> bool:
    """Whether labels are those of questions and answers, whoever they name: "Q", "MINISTER", "Q"; "Host", "Guest", "Host"."""
    bare = [" ".join(without_titles(name.split()) or [name]) for name in names]
    if all(map(str.isupper, bare)):
        return len(set(bare)) < len(bare) or set(bare) == {"Q", "A"}
    are_roles = all(is_questioner(name) or name.lower() in _VOICES | nouns.PEOPLE for name in bare)
    return are_roles and len(set(bare)) < len(bare) and any(map(is_questioner, bare))
