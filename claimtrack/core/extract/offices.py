"""Which of several holders of an office is meant: the finance minister is not the defence minister, nor the deputy mayor the mayor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.reading import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

_BEFORE = 70
"""Characters before a name in which its office stands: "The minister for housing and planning, Ann Lee"."""
_AFTER = 90
_SOUGHT = 6
"""Mentions of a name that are read at most."""
_SUBORDINATE = word_set("vice deputy shadow")
"""Words that make another office of one: they hold the office under it, or against it."""
_PAST = word_set("former ex then outgoing late")
_APART = _SUBORDINATE | _PAST
_PARTIES = word_set("democrat republican conservative labour liberal independent")
_SAYS_NOTHING = lexicon.DETERMINERS | word_set(
    "new current acting country's nation's state's city's town's longtime veteran top senior and"
)
_VERBS = lexicon.FINITE | lexicon.CUES
_BARS = lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | _VERBS
_WORD = re.compile(r"[\w'-]+")
_STOP = re.compile(r"[.;:!?\"()\n—]")
_NATION = (
    "ian",
    "ean",
    "can",
    "ish",
    "ese",
    "aeli",
    "ani",
    "aqi",
    "french",
    "german",
    "dutch",
    "greek",
    "swiss",
    "czech",
)
_HEAD = 5
"""Letters in which "Democrat" and "Democratic" are alike."""


def holder(text: str, names: Iterable[str], head: str, mention: str) -> str | None:
    """Whom of those named, the likeliest first, "the finance minister" means; None where it is somebody else.

    `head` is the noun of the office. What an article does not tell of somebody's office is no difference.
    """
    asked = _modifiers(mention.lower().split(), head)
    best: tuple[int, str] | None = None
    for name in dict.fromkeys(names):
        told = office_of(text, name, head)
        fits = _fits(asked, told)
        if fits is not None and (best is None or fits > best[0]):
            best = fits, name
    return best[1] if best else None


def _fits(asked: frozenset[str], told: frozenset[str]) -> int | None:
    """How well an office told of somebody fits the one asked for; None where it is another."""
    if asked & _SUBORDINATE != told & _SUBORDINATE and (asked or len(told) == 1):
        return None
    if asked & _PAST > told & _PAST:
        return None
    nations = _nations(asked), _nations(told)
    if all(nations) and nations[0].isdisjoint(nations[1]):
        return None
    shared = _shared(asked, told)
    if asked - _APART and told - _APART and not shared:
        return None
    return 2 * shared - len(asked - told)


def _nations(words: frozenset[str]) -> set[str]:
    return {word for word in words if word.endswith(_NATION)}


def _shared(asked: frozenset[str], told: frozenset[str]) -> int:
    heads = {word[:_HEAD] for word in told}
    return sum(word[:_HEAD] in heads for word in asked)


def office_of(text: str, name: str, head: str) -> frozenset[str]:
    """The words that the article tells somebody's office by, beside its noun: "finance", "Leeds", "deputy"."""
    found: set[str] = set()
    at = text.find(name)
    for _ in range(_SOUGHT):
        if at < 0:
            break
        before = _STOP.split(text[max(0, at - _BEFORE) : at].rstrip(" ,"))[-1].lower().split()
        after = text[at + len(name) : at + len(name) + _AFTER]
        found |= _beside(before, head) | _behind(after, head)
        at = text.find(name, at + len(name))
    return frozenset(found)


def _beside(words: list[str], head: str) -> frozenset[str]:
    """The words of an office that ends before a name: "the British finance minister", "the mayor of Leeds"."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] == head), -1)
    between = words[at + 1 :]
    is_office = not between or (between[0] in {"of", "for"} and _VERBS.isdisjoint(between))
    return _modifiers(words, head) if at >= 0 and is_office else frozenset()


def _behind(after: str, head: str) -> frozenset[str]:
    """The words of an office behind a name: ", the mayor of Leeds,", " of Leeds"."""
    if after.startswith((" of ", " from ")):
        place = _WORD.match(after, after.index(" ", 1) + 1)
        return frozenset({place[0].lower()}) if place and place[0][0].isupper() else frozenset()
    if not after.startswith(", "):
        return frozenset()
    apposed = after[2:].partition(",")[0].partition(".")[0].lower().split()
    if head in apposed and _VERBS.isdisjoint(apposed):
        return _modifiers(apposed, head)
    return frozenset(apposed[1:]) & _PARTIES if apposed[0] in {"a", "an"} else frozenset()


def _modifiers(words: list[str], head: str) -> frozenset[str]:
    """What tells an office from others of its noun: the words right before it, and those behind "of" or "for"."""
    at = next((i for i in range(len(words) - 1, -1, -1) if words[i] == head), None)
    if at is None:
        return frozenset()
    begin = at
    while begin and words[begin - 1] not in _BARS and not words[begin - 1].endswith((",", "ed")):
        begin -= 1
    found = words[begin:at]
    if words[at + 1 : at + 2] in (["of"], ["for"]):
        found += [word.strip(",") for word in words[at + 2 : at + 5]]
    return frozenset(word.removesuffix("'s") for word in found if word not in _SAYS_NOTHING)
