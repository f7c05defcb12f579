"""Which words of a statement mean one member of a kind, nurses or teachers, oil or gas; and which express the same in more general terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
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
from claimtrack.core.match.words.hypernyms import is_hypernym
from claimtrack.core.match.words.kinds import KINDS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_CONTINENTS = words_of("africa africa's african asia asia's asian europe europe's european")


_SHIPS = frozenset(word for word, of in KINDS.items() if "ship" in of)
"""Kinds of ship, which two words may stand for: "container ship"."""
_MANNER = "manner of a vote"
_IN_POWER = words_of("governing ruling")
_PARTY_NOUNS = words_of("party party's parties coalition alliance bloc camp majority")
"""Before these "governing" and "ruling" mean the party in power."""
_AT_THE_PUMP = words_of("gallon gallons litre litres liter liters pump pumps tax station stations")


def kinds(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Return kind -> (member, word, place) of each word that means one member of a kind; `joined` maps the places of set phrases to the word they stand for."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for at, word in enumerate(words):
        word = word if word in KINDS or "'" not in word else word.removesuffix("'s")
        if joined and joined.get(at) in _SHIPS:
            word = joined[at]
        if word not in KINDS or (joined and joined.get(at) == "") or _is_no_member(word, words, at):
            continue
        for kind, member in KINDS[word].items():
            found.setdefault(kind, []).append((member, word, at))
    for word, at in _adverbs_for_margins(words):
        found.setdefault(_MANNER, []).append((KINDS[word][_MANNER], words[at], at))
    return found


def _is_no_member(word: str, words: Sequence[str], at: int) -> bool:
    """Whether a word means no member of its kind in its context: "the court's *ruling*", "South *Africa*", "*Washington*"."""
    before = words[at - 1] if at else ""
    return (
        (word == "gas" and not _AT_THE_PUMP.isdisjoint(words[max(0, at - 4) : at + 5]))  # petrol
        or (word in _IN_POWER and _PARTY_NOUNS.isdisjoint(words[at + 1 : at + 2]))
        or (word in _CONTINENTS and before in ("south", "north", "east", "west", "central"))
        or (word == "income" and before == "national")  # "2 percent of national income"
        or (word == "washington" and words[at + 1 : at + 2] != ["state"])
    )


_ADVERB_FOR_SIZE = groups_by_word(
    "narrowly: slim tiny narrow small slender | overwhelmingly: large big huge wide clear overwhelming vast"
)
_OF_VOTES = (["majority"], ["margin"])
_NOUNS = words_of("majority margin landslide")
_BY = (["by", "a"], ["by", "an"])


def _adverbs_for_margins(words: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Yield the adverb that a margin amounts to, with the place of its adjective: "by a *slim* majority" is "narrowly"."""
    if _NOUNS.isdisjoint(words):
        return
    for at in range(2, len(words)):
        if words[at - 2 : at] not in _BY:
            continue
        if words[at] in _ADVERB_FOR_SIZE and words[at + 1 : at + 2] in _OF_VOTES:
            yield _ADVERB_FOR_SIZE[words[at]], at
        elif words[at] == "landslide":
            yield "overwhelmingly", at


_QUANTIFIERS = EVERYBODY.union(
    NOBODY,
    IRREGULAR_SUPERLATIVES,
    ORDINALS,
    words_of("any only than if unless majority half many few fewer more less never"),
)
"""With these a statement is about all, none or a number of things, so that a broader noun changes it."""
_INDEFINITE_OR_DEFINITE = words_of(
    ARTICLES, POSSESSIVES, "one another this that these those our my your some several somebody someone"
)
_GROUPS = words_of("group pair couple crowd team number dozens handful")
_UNSPECIFIC_ADJECTIVES = words_of("musical young little small")
"""Before a general noun these narrow nothing down: "a musical instrument", "a little kid"."""
_MIN_TOTAL = 100
"""From this number on, the count is taken to be of all there are: "3 million women", "3 million people"."""
_MAX_PHRASE_WORDS = 4
"""Maximum number of words of such a phrase."""


def are_generalised(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether the leftover words of two statements, which end in the nouns, name the same thing more and less specifically.

    If the second has nothing left over, its noun may be any word that the first lacks: "person" hardly matters.
    """
    places = theirs[-1:] or [at for at, word in enumerate(b.words) if word not in a.vocabulary]
    return any(is_generalisation(a, ours[-1], b, place) for place in places)


def is_generalisation(a: Reading, at: int, b: Reading, at_b: int) -> bool:
    """Whether one of two nouns is a hypernym of the other and both mean some, not all: "a dog", "an animal"; but "no dog", "most dogs", "dogs"."""
    if is_hypernym(b.words[at_b], a.words[at]):
        a, at, b, at_b = b, at_b, a, at
    elif not is_hypernym(a.words[at], b.words[at_b]):
        return False
    if not _is_existential(a, at, b.vocabulary | _UNSPECIFIC_ADJECTIVES) or not _is_existential(b, at_b):
        return False
    return all(
        _QUANTIFIERS.isdisjoint(r.vocabulary) and not r.negators and all(q.kind != "%" for q in r.quantities)
        for r in (a, b)
    )


def _is_existential(reading: Reading, at: int, known: frozenset[str] | None = None) -> bool:
    """Whether a noun refers to one or some, with only `known` modifiers if these are given: a "dining room" is no "room".

    If they are not, it may also be a substance or an action: "murder", "a crime".
    """
    words, start = reading.words, at
    if words[at] in _INDEFINITE_OR_DEFINITE:
        return True
    numbers = {q.last for q in reading.quantities}
    while start and at - start < _MAX_PHRASE_WORDS and not reading.is_boundary(start):
        if words[start - 1] in STOP_WORDS or start - 1 in numbers:
            break
        start -= 1
    before, modifiers = words[start - 1] if start else "", words[start:at]
    if known is not None and not known.issuperset(modifiers):
        return False
    if any(word.endswith("est") for word in modifiers):
        return False
    if counted := next((q for q in reading.quantities if q.last == start - 1), None):
        return counted.value < _MIN_TOTAL
    if before == "of" and words[at].endswith("s"):
        return start > 1 and words[start - 2] in _GROUPS
    is_owned = any(word.endswith("'s") for word in words[start:at])
    return before in _INDEFINITE_OR_DEFINITE or is_owned or (known is None and not words[at].endswith("s"))
