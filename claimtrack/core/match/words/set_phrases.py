"""Phrases of up to six words that stand for a word or for each other: "turned down" is rejected, "taken to court" sued. One reader.

The groups are in `thesaurus/phrases_*.py`: `reject = turn down = vote down`. `_` stands for an object, which may be missing:
"take _ to court". Where a group has no single word, a sign of its own stands for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.words.lexicon import BEFORE_A_NOUN, IRREGULAR, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.terms import inflection
from claimtrack.core.match.words.thesaurus import (
    phrases_denied,
    phrases_everyday,
    phrases_life,
    phrases_public,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

_OBJECT = "_"
_LONGEST_OBJECT = 5
"""Words that an object has at most."""
_SIGN = "~"
"""Begins what stands for a group without a single word; no text has it before a digit."""
_MEANING = ""
"""Under this, which no word is, stands in the tree of phrases what those mean that end there."""
_AUXILIARIES = groups_by_word(
    "be: is are was were been being am | have: has had having | do: does did done doing | get: got gotten gets getting"
)
_AS_NOUN = {("go", "ahead"): "approve"}
"""The same where they are a noun: "gave the go-ahead"."""
_BEFORE_A_NOUN = frozenset({"the", "a", "its", "their"})
_BEGINNING = 2
"""Letters by which phrases are found; only those that begin like a word of the text are ever taken apart. None is listed
under an irregular form, which may begin otherwise."""
_AS_IT_IS = "="
"""Before the first word of a phrase that is listed in a form of its own."""

NEGATIVE_MEANINGS = frozenset(
    group.split(" = ")[0].strip() for group in phrases_denied.GROUPS.replace("\n", "|").split("|")
)
"""What phrases stand for in which something is denied."""

_Tree = dict[str, Any]
"""Form of a word -> the tree of what may follow it."""


class SetPhrase(NamedTuple):
    """What a phrase stands for, and the places of its words, without those of an object."""

    meaning: str
    places: tuple[int, ...]


def is_word(meaning: str) -> bool:
    """Whether what a phrase means is a word, and not the sign of a group of phrases."""
    return meaning[0] != _SIGN


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """How phrases begin -> their first words, with what follows each and what that means."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    parts = (phrases_everyday, phrases_public, phrases_life, phrases_denied)
    listing = "|".join(part.GROUPS for part in parts).replace("\n", "|")
    for number, group in enumerate(listing.split("|")):
        alternatives = group.strip().split(" = ")
        word = alternatives[0] if " " not in alternatives[0] else f"{_SIGN}{number}"
        for phrase in alternatives:
            first, _, rest = phrase.partition(" ")
            if rest:
                found.setdefault(phrase[:_BEGINNING], {}).setdefault(first, []).append((rest, word))
    return found


def _opening(word: str) -> str:
    """The form under which a phrase is found by its first word, which may be a verb in any of its forms."""
    if word in _AUXILIARIES:
        return _AUXILIARIES[word]
    form = inflection(IRREGULAR.get(word, word)).removesuffix("e")
    return f"{form[:-1]}i" if form.endswith("y") and len(form) > _BEGINNING else form


@lru_cache(maxsize=50_000)
def _following(word: str) -> str:
    """The form of any other word: one or several of a thing."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word


def _is_a_form(word: str) -> bool:
    """Whether a first word is listed in a form of its own: "developed country" is no "developing country"."""
    return word.endswith(("ed", "ing")) or word in _AUXILIARIES


@lru_cache(maxsize=1_000)
def _openers(beginning: str) -> dict[str, list[tuple[str, str]]]:
    """How the phrases open that begin so -> what follows in each, and what it means."""
    found: dict[str, list[tuple[str, str]]] = {}
    for first, phrases in _by_beginning().get(beginning, {}).items():
        opening = f"{_AS_IT_IS}{first}" if _is_a_form(first) else _opening(first)
        found.setdefault(opening, []).extend(phrases)
    return found


@lru_cache(maxsize=50_000)
def _tree(word: str) -> _Tree | None:
    """What may follow a word that opens a phrase; None for most words."""
    opening = _opening(word)
    openers = (
        *_openers(opening[:_BEGINNING]).get(opening, ()),
        *_openers(word[:_BEGINNING]).get(f"{_AS_IT_IS}{word}", ()),
    )
    if not openers:
        return None
    tree: _Tree = {}
    for rest, meaning in openers:
        node = tree
        for following in rest.split():
            node = node.setdefault(_following(following), {})
        node.setdefault(_MEANING, meaning)
    return tree


def _longest(
    node: _Tree, words: Sequence[str], places: tuple[int, ...], parted: Collection[int]
) -> SetPhrase | None:
    """The longest phrase that goes on from what has been read of it."""
    meaning = node.get(_MEANING)
    best = SetPhrase(meaning, places) if meaning else None
    at = places[-1] + 1
    if at == len(words) or at in parted:
        return best
    for place, following in _next(node, words, at, parted):
        found = _longest(following, words, (*places, place), parted)
        if found and (best is None or len(found.places) > len(best.places)):
            best = found
    return best


def _next(node: _Tree, words: Sequence[str], at: int, parted: Collection[int]) -> Iterator[tuple[int, _Tree]]:
    """Where a phrase may go on: at a place, behind a determiner there, or behind an object, which nothing denies."""
    if following := node.get(_following(words[at])):
        yield at, following
    goes_on = words[at] in BEFORE_A_NOUN and at + 1 < len(words) and at + 1 not in parted
    if goes_on and (following := node.get(_following(words[at + 1]))):
        yield at + 1, following
    if behind := node.get(_OBJECT):
        for end in range(at, min(len(words), at + _LONGEST_OBJECT + 1)):
            if end in parted or words[end] in NEGATORS or words[end].endswith("n't"):
                return
            if following := behind.get(_following(words[end])):
                yield end, following
                return


def set_phrases(words: Sequence[str], parted: Callable[[], Collection[int]]) -> dict[int, SetPhrase]:
    """Place of the first word of a phrase -> the phrase: the longest that begins there, of words that stand in none before it.

    `parted` tells the words before which punctuation stands; it is asked only where a phrase may begin.
    """
    found: dict[int, SetPhrase] = {}
    taken: set[int] = set()
    for at, tree in enumerate(map(_tree, words[:-1])):
        if tree is None or at in taken:
            continue
        if _OBJECT not in tree and _following(words[at + 1]) not in tree:
            behind = words[at + 2 : at + 3] if words[at + 1] in BEFORE_A_NOUN else ()
            if not behind or _following(behind[0]) not in tree:
                continue  # nearly always
        phrase = _longest(tree, words, (at,), parted())
        if phrase and taken.isdisjoint(phrase.places):
            if at and words[at - 1] in _BEFORE_A_NOUN and (words[at], words[at + 1]) in _AS_NOUN:
                phrase = SetPhrase(_AS_NOUN[words[at], words[at + 1]], phrase.places)
            found[at] = phrase
            taken.update(phrase.places)
    return found


_PARTICLES = STOP_WORDS | words_of(
    "up down out off over away back ahead through apart around aside forward against"
)


def is_phrasal_verb(words: Sequence[str], phrase: SetPhrase) -> bool:
    """Whether a phrase is a verb and its particles, which mean together what neither means: "turned down"."""
    return is_word(phrase.meaning) and all(words[place] in _PARTICLES for place in phrase.places[1:])
