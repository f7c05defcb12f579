"""Whom somebody asked, and who may answer in the next sentence: "Moor asked the minister, Ian Fox, whether it was lost"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.speakers.names import Naming, naming
from claimtrack.core.extract.speakers.speaker import NOBODY, OUTLET, Speaker
from claimtrack.core.extract.speakers.topics import is_person
from claimtrack.core.extract.words.genders import may_be
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.extract.speakers.speakers import Cast
    from claimtrack.core.extract.words.reading import Span

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


_REPLIES = re.compile(
    r" (?:[a-z]+ly )?(?:replied|replies|answered|answers|responded|responds|retorted|shot back)\b"
)
_PRONOUNS = frozenset({"he", "she"})
_PUT = re.compile(r"\b(?:asked|asks|wanted to know)\b")
_PUT_INDIRECTLY = re.compile(r" asked (?:how|whether|why|what|if|when|who|where)\b")
_LONGEST_ASKED = 200
_TO_WHOM = name_pattern(
    r"\b(?:asked|asks) (?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})$"
)


class Question(NamedTuple):
    """What somebody asked, and of whom where the words tell it."""

    by: Speaker | None
    """None where it is whom the sentence is about."""
    to: str | None = None

    def answered_by(self, cast: Cast, pronoun: str, at: int) -> Speaker:
        """Who replies: whoever was asked, else the last one in sight who did not ask; nobody where there is none."""
        cast.read_on(at, pronoun)
        if self.to:
            whom = cast.resolve(self.to, at)
            if may_be(pronoun.lower(), self.to if whom.name in self.to else whom.name):
                return whom
        found = cast.he_or_she(pronoun.lower(), but=self.by or cast.person) or NOBODY
        cast.see(found)
        return found


def put(text: str, words: Span, by: Speaker) -> Question | None:
    """The question that a sentence tells of: "Ann Lee asked how many there were", "Ann Lee asked Mr Ray."."""
    told = text[slice(*words)].rstrip(". ") if text.find(" asked ", *words) >= 0 else ""
    to = _TO_WHOM.search(told)
    is_put = to is not None or _PUT_INDIRECTLY.search(told) is not None
    return Question(None if by is OUTLET else by, to and to["who"]) if is_put else None


def put_in_quotation(text: str, words: Span, source: Span, by: Speaker) -> Question | None:
    """The question of a quotation that somebody asked: ""How many?" asked Ann Lee", ""How many?" Ann Lee asked Mr Ray"."""
    end = text.find("\n", source.end)
    told = text[words.end : end if end >= 0 else len(text)][:_LONGEST_ASKED]
    told = told.partition(". ")[0].rstrip(". ")
    to = _TO_WHOM.search(told)
    is_other = to is not None and source.start != words.end + to.start("who")
    return Question(by, to["who"] if to and is_other else None) if _PUT.search(told) else None


def replies(text: str, source: Span) -> bool:
    """Whether "he" or "she" at a place answers: "Eleven," he replied."""
    return text[slice(*source)].lower() in _PRONOUNS and _REPLIES.match(text, source.end) is not None


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
