"""What a reader should know about a row before trusting it."""

from __future__ import annotations

import re

from claimtrack.core.model import Flag

_CAMEL = re.compile(r"\b(?!(?:i|e|mc|mac|de|di|la|le|al|el|x)[A-Z])[a-z]+[A-Z][a-z0-9]\w*|(?<=[a-z])[.!?][A-Za-z][a-z]{2,}\w*(?! ?\.?(?:com|org|net|uk|gov))\b")
_ADDRESS = re.compile(r"\w+\.(?:com|org|net|gov|edu|io|co|uk|eu|info|news|tv)\b|https?:|@", re.I)
_WORD = re.compile(r"[A-Za-z]+")
_TAILS = frozenset("not in is and the of to for on at by has was are will with from that".split())
_LONG_TAIL = 7

FUTURE = re.compile(
    r"\b(?:will|won't|shall|'ll)\b(?! power)|\b(?:is|are|was|were|be|been) (?:\w+ )?"
    r"(?:expected|set|due|scheduled|slated|planned|planning|going|poised|about|likely|preparing|aiming|hoping) to\b"
    r"|\b(?:plans?|intends?|aims?|hopes?|promises|promised|pledges|pledged|vows|vowed|wants?) to\b",
    re.I,
)
"""A plan, a promise or a prediction."""

_DANGLING = re.compile(r"(?:He|She|They|It|This|That|These|Those)(?:'s|'re|'ve)?\s(?!is (?:un)?(?:clear|likely))")


def glued_words(text: str) -> frozenset[str]:
    """The words of an article that look like two run together: "theGroup", "Londonnot"."""
    words = set(_WORD.findall(text))
    names = {word for word in words if len(word) >= 4 and word[0].isupper()}
    glued = {word for word in words if _CAMEL.fullmatch(word)}
    return frozenset(glued | {word for word in names if _has_tail(word, names)})


def _has_tail(word: str, names: set[str]) -> bool:
    """Whether the word is a name of the article with another word stuck to it."""
    return any(
        word[:cut] in names and (word[cut:] in _TAILS or len(word) - cut >= _LONG_TAIL)
        for cut in range(4, len(word) - 1)
    )


def is_glued(stretch: str, glued: frozenset[str]) -> bool:
    """Whether a stretch of the article holds words run together."""
    match = _CAMEL.search(stretch)
    if match and not _ADDRESS.search(stretch):
        return True
    return bool(glued) and any(word in glued for word in _WORD.findall(stretch))


def is_plan(sentence: str) -> bool:
    """Whether the sentence tells of a plan rather than of what is."""
    return FUTURE.search(sentence) is not None


def is_dangling(sentence: str) -> bool:
    """Whether the sentence begins with a pronoun whose meaning stands outside it."""
    return _DANGLING.match(sentence) is not None


def flags_of(
    sentence: str, source: str, *, glued: frozenset[str], lost_marks: bool, resolved: bool, english: bool
) -> tuple[Flag, ...]:
    """The flags of a row, in the order in which `Flag` lists them."""
    raised = {
        Flag.GLUED_WORDS: is_glued(sentence, glued) or is_glued(source, glued),
        Flag.NO_QUOTES: lost_marks,
        Flag.UNRESOLVED_PRONOUN: not resolved or is_dangling(sentence),
        Flag.FUTURE_PLAN: is_plan(sentence),
        Flag.NON_ENGLISH: not english,
    }
    return tuple(flag for flag, holds in raised.items() if holds)
