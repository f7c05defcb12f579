"""Whom "he", "she" and "it" mean: people named by title and surname ("Mr Pell and Mrs Ortega"), the body that spoke ("It found 40"), who replies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.speakers.antecedents.nearby import TITLES
from claimtrack.core.extract.speakers.speaker import NOBODY, OUTLET, Speaker
from claimtrack.core.extract.words.genders import may_be
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.extract.speakers.speakers import Cast
    from claimtrack.core.extract.words.reading import Span

_SEXES = {**TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_OF_EITHER = frozenset("Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split())
_NAMED = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_SEXES, *_OF_EITHER], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500
"""Characters before a pronoun in which somebody is looked for."""
_FOUND = re.compile(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""A body that "recorded a loss" or "found itself in debt" reports nothing."""
_REPLIES = re.compile(
    r" (?:[a-z]+ly )?(?:replied|replies|answered|answers|responded|responds|retorted|shot back)\b"
)
_PRONOUNS = frozenset({"he", "she"})
_PUT = re.compile(r"\b(?:asked|asks|wanted to know)\b")
_PUT_INDIRECTLY = re.compile(r" asked (?:how|whether|why|what|if|when|who|where)\b")
_LONGEST_ASKED = 200
_ASKED_BY_ANOTHER = re.compile(
    r"\b(?:when|if|after|before|as|while|because|who|which|was|were|been|being|is|are)\b"
)
"""Before "asked" where it is not whom the sentence is about who asks: "Ann Lee was asked", "a stir when a voter asked"."""
_TO_WHOM = name_pattern(
    r"\b(?:asked|asks) (?P<who>(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})$"
)
_REPORTING = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})


def by_title(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Titles with their names before `at` that "he" or "she" fits, the likeliest first, and whether the title tells so.

    One that may be either's counts in the same paragraph only.
    """
    found = list(_NAMED.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _SEXES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _OF_EITHER and one.start() > opens)


def goes_on_to_find(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet tells what the body that spoke just before recorded or found, and so is its account."""
    if not words.startswith("It ") or speaker.kind not in _REPORTING:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FOUND.match(words) is not None and not (is_paper and words.startswith("It has "))


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


def put(text: str, words: Span, by: Speaker, source: Span | None = None) -> Question | None:
    """The question that words tell of: "Ann Lee asked how many there were", "Ann Lee asked Mr Ray.".

    With the `source` of a quotation, what it asks: ""How many?" asked Ann Lee", ""How many?" Ann Lee asked Mr Ray".
    """
    if source is not None:
        return _put_in_quotation(text, words, source, by) if text[words.end - 1] == "?" else None
    if text.find(" asked ", *words) < 0:
        return None  # nearly always
    told = text[slice(*words)].rstrip(". ")
    to = _TO_WHOM.search(told)
    is_put = to is not None or _PUT_INDIRECTLY.search(told) is not None
    is_main = is_put and _ASKED_BY_ANOTHER.search(told.partition(" asked ")[0]) is None
    return Question(None if by is OUTLET else by, to and to["who"]) if is_main else None


def _put_in_quotation(text: str, words: Span, source: Span, by: Speaker) -> Question | None:
    end = text.find("\n", source.end)
    told = text[words.end : end if end >= 0 else len(text)][:_LONGEST_ASKED]
    told = told.partition(". ")[0].rstrip(". ")
    to = _TO_WHOM.search(told)
    is_other = to is not None and source.start != words.end + to.start("who")
    return Question(by, to["who"] if to and is_other else None) if _PUT.search(told) else None


def replies(text: str, source: Span) -> bool:
    """Whether "he" or "she" at a place answers: "Eleven," he replied."""
    return text[slice(*source)].lower() in _PRONOUNS and _REPLIES.match(text, source.end) is not None
