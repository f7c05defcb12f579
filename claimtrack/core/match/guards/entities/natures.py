"""A guard on what something is told to be, where nothing is both: a party and a television series, a river and a mountain."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_LISTED = """
person: politician criminal murderer thief author writer
work, screen: film movie | series sitcom show
work, music: album | song single
work: novel book poem play opera musical game podcast
body: party band team club charity
place: city town village country nation state province
place, land: river | lake | mountain volcano | island | desert
creature, class: mammal | reptile | bird | fish | insect | amphibian
sky, sort: planet | moon | comet
"""
"""Natures, of which nothing has two; of those with a second word, nothing is two of what bars part: no film is a series, but it may have been a novel.

Not listed is what is much else besides: a company may be a bank, a newspaper or a miner, a star an actor or a sun, a killer an illness.
"""
_PEOPLE = frozenset({"occupation", "office", "relative", "military rank"})
"""The kinds that are kinds of people."""
_IS, _ARTICLES = words_of("is are was were"), words_of("a an the one")
_FARTHEST = 6
"""Words before "is" at most."""
_ENDING = words_of(
    "of in for by from with who that which on at and or but as where when to about based set called"
)
"""What the thing that is named before them is told to be ends with these."""


class _Nature(NamedTuple):
    nature: str
    kind: str = ""
    member: int = 0

    def bars(self, other: _Nature) -> bool:
        """Whether nothing is both."""
        if self.nature != other.nature:
            return True
        return bool(self.kind) and self.kind == other.kind and self.member != other.member


_PERSON = _Nature("person")
_NATURES = {
    form: _Nature(of.partition(", ")[0], of.partition(", ")[2], member)
    for line in _LISTED.strip().splitlines()
    for of, _, things in [line.partition(": ")]
    for member, words in enumerate(things.split("|"))
    for word in words.split()
    for form in (word, f"{word}s", f"{word[:-1]}ies")
} | {word: _PERSON for word, of in KINDS.items() if not _PEOPLE.isdisjoint(of)}


def other_nature(a: Reading, b: Reading) -> str | None:
    """Each tells what the same is, and nothing is both: "is a political party", "is a television series"."""
    ours, theirs = _told_to_be(a), _told_to_be(b)
    if not ours or not theirs or a.negators or b.negators or _subject(a, ours[0]) != _subject(b, theirs[0]):
        return None
    one, other = (r.words[places[-1]] for r, places in ((a, ours), (b, theirs)))
    if one in _NATURES and other in _NATURES and _NATURES[one].bars(_NATURES[other]):
        return f"differs: {one} / {other}"
    return None


def _told_to_be(reading: Reading) -> list[int]:
    """The places from the "is" to the word for what something is: "*is a rock band* from Brenta"."""
    words = reading.words
    start = next((at for at in range(1, min(len(words), _FARTHEST)) if words[at] in _IS), len(words))
    return list(
        takewhile(lambda at: words[at] not in _ENDING and words[at][0].isalnum(), range(start, len(words)))
    )


def _subject(reading: Reading, end: int) -> list[str]:
    return [stem(word) for word in reading.words[:end] if word not in _ARTICLES]
