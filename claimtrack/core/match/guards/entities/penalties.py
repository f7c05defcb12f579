"""A guard on what somebody is sentenced to: death, life, years, a fine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_SENTENCED = words_of("sentenced condemned jailed imprisoned sentence sentences sentencing")
_BANNED = words_of("banned bans ban suspended suspends suspension barred excluded expelled")
"""What those are for is told behind "for": "banned for life"."""
_PENALTIES = {
    **dict.fromkeys(words_of("death hanging execution"), "death"),
    **dict.fromkeys(words_of("life"), "life"),
    **dict.fromkeys(words_of("years year months month weeks days"), "a term"),
    **dict.fromkeys(words_of("fine fined"), "a fine"),
    **dict.fromkeys(words_of("community probation"), "no prison"),
    **dict.fromkeys(words_of("lashes caning"), "the lash"),
}
_REACH = 6
"""Words behind the verb in which it is told to what: "sentenced in his absence to 20 years"."""


def other_penalty(a: Reading, b: Reading) -> str | None:
    """Each tells what somebody is sentenced to or banned for, and it is of another kind: death, life, a term of years, a fine."""
    ours, theirs = _penalties(a), _penalties(b)
    if not ours or not theirs or not ours.keys().isdisjoint(theirs):
        return None
    return f"differs: {next(iter(ours.values()))} / {next(iter(theirs.values()))}"


def _penalties(reading: Reading) -> dict[str, str]:
    """The kinds of penalty behind "sentenced" or before "sentence", each as written."""
    if _SENTENCED.isdisjoint(reading.vocabulary) and _BANNED.isdisjoint(reading.vocabulary):
        return {}
    words = reading.words
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if word not in _SENTENCED and word not in _BANNED:
            continue
        noun = word in ("sentence", "sentences")
        near = range(max(0, at - 2), at) if noun else range(at + 1, min(len(words), at + 1 + _REACH))
        for i in near:
            kind = _PENALTIES.get(words[i])
            if kind and (word in _SENTENCED or "for" in words[i - 2 : i]):
                first = i - (i > 0 and words[i - 1][0].isdecimal())
                found.setdefault(kind, wording(reading.tokens[first : i + 1]))
                break
    return found
