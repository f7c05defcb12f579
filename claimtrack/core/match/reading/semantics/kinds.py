"""Which words of a statement mean one thing of a kind, nurses or teachers, oil or gas; and which say the same less exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.hypernyms import is_hypernym
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    EVERYBODY,
    IRREGULAR_SUPERLATIVES,
    NOBODY,
    ORDINALS,
    POSSESSIVES,
    STOP_WORDS,
    groups_by_word,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimtrack.core.match.reading.reading import Reading


_PARTS = frozenset("africa africa's african asia asia's asian europe europe's european".split())


_SHIPS = frozenset(word for word, of in KINDS.items() if "ship" in of)
"""What two words may stand for: "container ship"."""
_MANNER = "manner of a vote"
_IN_POWER = frozenset(("governing", "ruling"))
_PARTIES = frozenset("party party's parties coalition alliance bloc camp majority".split())
"""Before these, those two tell who is in power."""
_AT_THE_PUMP = frozenset("gallon gallons litre litres liter liters pump pumps tax station stations".split())


def kinds(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Kind -> (member, word, place) of each word that means one of a kind; `joined` are the words of phrases that stand for one."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for at, word in enumerate(words):
        word = word if word in KINDS or "'" not in word else word.removesuffix("'s")
        if joined and joined.get(at) in _SHIPS:
            word = joined[at]
        if word not in KINDS or (joined and joined.get(at) == ""):
            continue
        if word == "gas" and not _AT_THE_PUMP.isdisjoint(words[max(0, at - 4) : at + 5]):
            continue  # petrol
        if word in _IN_POWER and _PARTIES.isdisjoint(words[at + 1 : at + 2]):
            continue  # "the court's ruling"
        if word in _PARTS and at and words[at - 1] in ("south", "north", "east", "west", "central"):
            continue  # "South Africa" is no continent
        if word == "income" and at and words[at - 1] == "national":
            continue  # "2 percent of national income"
        if word == "washington" and words[at + 1 : at + 2] != ["state"]:
            continue
        for kind, member in KINDS[word].items():
            found.setdefault(kind, []).append((member, word, at))
    for word, at in _margins(words):
        found.setdefault(_MANNER, []).append((KINDS[word][_MANNER], words[at], at))
    return found


_SIZES = groups_by_word(
    "narrowly: slim tiny narrow small slender | overwhelmingly: large big huge wide clear overwhelming vast"
)
_OF_VOTES = (["majority"], ["margin"])
_NOUNS = frozenset({"majority", "margin", "landslide"})
_BY = (["by", "a"], ["by", "an"])


def _margins(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The adverb that would tell the same, with the place of the word that tells it: "by a *slim* majority" is "narrowly"."""
    if _NOUNS.isdisjoint(words):
        return
    for at in range(2, len(words)):
        if words[at - 2 : at] not in _BY:
            continue
        if words[at] in _SIZES and words[at + 1 : at + 2] in _OF_VOTES:
            yield _SIZES[words[at]], at
        elif words[at] == "landslide":
            yield "overwhelmingly", at


_OF_ALL = EVERYBODY.union(
    NOBODY,
    IRREGULAR_SUPERLATIVES,
    ORDINALS,
    words_of("any only than if unless majority half many few fewer more less never"),
)
"""Where these stand it is told of all, of none or of so many of them, and in that another word names others."""
_SOME = (
    ARTICLES
    | POSSESSIVES
    | words_of("one another this that these those our my your some several somebody someone")
)
_GROUPS = words_of("group pair couple crowd team number dozens handful")
_PLAIN = words_of("musical young little small")
"""Before a general noun these name no certain kind: "a musical instrument", "a little kid"."""
_MANY = 100
"""From here on as many are counted of all there are: "3 million women", "3 million people"."""
_PHRASE = 4


def are_generalised(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is told in two places, at whose ends the nouns stand, is one thing more and less exactly.

    Where one side has nothing that the other lacks, the noun may be any that the other lacks: "person" hardly weighs.
    """
    if not ours and theirs:
        return are_generalised(b, theirs, a, ours)
    if not ours:
        return False
    places = theirs[-1:] or [at for at, word in enumerate(b.words) if word not in a.vocabulary]
    return any(is_generalisation(a, ours[-1], b, there) for there in places)


def is_generalisation(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether of two nouns one covers the other, and both are told of some: "a dog", "an animal"; but "no dog", "most dogs", "dogs"."""
    if is_hypernym(b.words[there], a.words[at]):
        a, at, b, there = b, there, a, at
    elif not is_hypernym(a.words[at], b.words[there]):
        return False
    if not _of_some(a, at, b.vocabulary | _PLAIN) or not _of_some(b, there):
        return False
    return all(
        _OF_ALL.isdisjoint(r.vocabulary) and not r.negators and all(q.kind != "%" for q in r.quantities)
        for r in (a, b)
    )


def _of_some(reading: Reading, at: int, known: frozenset[str] | None = None) -> bool:
    """Whether a noun is told of one or some, and with none but `known` words before it where these are given: a "dining room" is no "room".

    Without these it may be a substance or a deed: "murder", "a crime".
    """
    words, start = reading.words, at
    if words[at] in _SOME:
        return True
    while (
        start
        and at - start < _PHRASE
        and not reading.is_boundary(start)
        and words[start - 1] not in STOP_WORDS
    ):
        if any(q.last == start - 1 for q in reading.quantities):
            break
        start -= 1
    before = words[start - 1] if start else ""
    if any(
        words[i].endswith("est") or (known is not None and words[i] not in known) for i in range(start, at)
    ):
        return False
    if counted := next((q for q in reading.quantities if q.last == start - 1), None):
        return counted.value < _MANY
    if before == "of" and words[at].endswith("s"):
        return start > 1 and words[start - 2] in _GROUPS
    is_owned = any(word.endswith("'s") for word in words[start:at])
    return before in _SOME or is_owned or (known is None and not words[at].endswith("s"))
