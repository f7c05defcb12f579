"""Set phrases of up to six words that have a one-word meaning or one meaning among them: "turned down" is rejected, "taken to court" sued.

The groups are in `thesaurus/phrases_*.py`: `reject = turn down = vote down`. `_` stands for an object, which may be missing: "take
_ to court". A group without a one-word member has a sign of its own as its meaning.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from claimtrack.core.language.word_lists import BEFORE_A_NOUN, IRREGULAR, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.terms import inflection
from claimtrack.core.match.words.thesaurus import (
    phrases_denied,
    phrases_everyday,
    phrases_life,
    phrases_public,
)

_OBJECT = "_"
_MAX_OBJECT_WORDS = 5
"""Maximum number of words of an object."""
_GROUP_SIGN = "~"
"""Opens the meaning of a group without a one-word member; no text has it before a digit."""
_MEANING_KEY = ""
"""The key, no word, under which the tree of phrases holds the meaning of those that end there."""
_AUXILIARIES = groups_by_word(
    "be: is are was were been being am | have: has had having | do: does did done doing | get: got gotten gets getting"
)
_NOUN_MEANINGS = {("go", "ahead"): "approve"}
"""The meaning of a phrase after an article: "gave the go-ahead"."""
_BEFORE_A_NOUN = words_of("the a its their")
_INDEX_LETTERS = 2
"""Number of letters by which phrases are found; only those that begin like a word of the text are ever split. None is listed under an irregular form,
which may begin differently."""
_LITERAL = "="
"""Marks the first word of a phrase that must have its listed form."""

NEGATIVE_MEANINGS = frozenset(
    group.split(" = ")[0].strip() for group in phrases_denied.GROUPS.replace("\n", "|").split("|")
)
"""The meanings of phrases that express an absence."""

_Tree = dict[str, Any]
"""Form of a word -> the tree of what may follow it."""


class SetPhrase(NamedTuple):
    """The meaning of a phrase and the places of its words, without those of an object."""

    meaning: str
    places: tuple[int, ...]


def is_word(meaning: str) -> bool:
    """Whether the meaning of a phrase is a word, and not the sign of a group."""
    return meaning[0] != _GROUP_SIGN


@lru_cache(maxsize=1)
def _index_phrases() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return first letters -> first words -> (rest, meaning) of the phrases."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    parts = (phrases_everyday, phrases_public, phrases_life, phrases_denied)
    listing = "|".join(part.GROUPS for part in parts).replace("\n", "|")
    for number, group in enumerate(listing.split("|")):
        alternatives = group.strip().split(" = ")
        word = alternatives[0] if " " not in alternatives[0] else f"{_GROUP_SIGN}{number}"
        for phrase in alternatives:
            first, _, rest = phrase.partition(" ")
            if rest:
                found.setdefault(phrase[:_INDEX_LETTERS], {}).setdefault(first, []).append((rest, word))
    return found


def _key_of_opener(word: str) -> str:
    """Return the key of the first word of a phrase, which may be an inflected verb."""
    if word in _AUXILIARIES:
        return _AUXILIARIES[word]
    form = inflection(IRREGULAR.get(word, word)).removesuffix("e")
    return f"{form[:-1]}i" if form.endswith("y") and len(form) > _INDEX_LETTERS else form


@lru_cache(maxsize=50_000)
def _key_of_follower(word: str) -> str:
    """Return the key of any other word, the same for singular and plural."""
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "su":
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word


def _is_literal(word: str) -> bool:
    """Whether a first word must have its listed form: "developed country" is no "developing country"."""
    return word.endswith(("ed", "ing")) or word in _AUXILIARIES


@lru_cache(maxsize=1_000)
def _phrases_by_first(beginning: str) -> dict[str, list[tuple[str, str]]]:
    """Return first word -> (rest, meaning) of the phrases that begin with some letters."""
    found: dict[str, list[tuple[str, str]]] = {}
    for first, phrases in _index_phrases().get(beginning, {}).items():
        opening = f"{_LITERAL}{first}" if _is_literal(first) else _key_of_opener(first)
        found.setdefault(opening, []).extend(phrases)
    return found


@lru_cache(maxsize=50_000)
def _continuation_tree(word: str) -> _Tree | None:
    """Return the tree of what may follow a word that opens a phrase; None for most words."""
    opening = _key_of_opener(word)
    openers = (
        *_phrases_by_first(opening[:_INDEX_LETTERS]).get(opening, ()),
        *_phrases_by_first(word[:_INDEX_LETTERS]).get(f"{_LITERAL}{word}", ()),
    )
    if not openers:
        return None
    tree: _Tree = {}
    for rest, meaning in openers:
        node = tree
        for following in rest.split():
            node = node.setdefault(_key_of_follower(following), {})
        node.setdefault(_MEANING_KEY, meaning)
    return tree


def _find_longest(
    node: _Tree, words: Sequence[str], places: tuple[int, ...], boundaries: Collection[int]
) -> SetPhrase | None:
    """Return the longest phrase that continues what has been matched so far."""
    meaning = node.get(_MEANING_KEY)
    best = SetPhrase(meaning, places) if meaning else None
    at = places[-1] + 1
    if at == len(words) or at in boundaries:
        return best
    for place, following in _continuations(node, words, at, boundaries):
        found = _find_longest(following, words, (*places, place), boundaries)
        if found and (best is None or len(found.places) > len(best.places)):
            best = found
    return best


def _continuations(
    node: _Tree, words: Sequence[str], at: int, boundaries: Collection[int]
) -> Iterator[tuple[int, _Tree]]:
    """Yield where a phrase may go on: at a place, after a determiner there, or after an object without a negator."""
    if following := node.get(_key_of_follower(words[at])):
        yield at, following
    continues = words[at] in BEFORE_A_NOUN and at + 1 < len(words) and at + 1 not in boundaries
    if continues and (following := node.get(_key_of_follower(words[at + 1]))):
        yield at + 1, following
    if after := node.get(_OBJECT):
        for end in range(at, min(len(words), at + _MAX_OBJECT_WORDS + 1)):
            if end in boundaries or words[end] in NEGATORS or words[end].endswith("n't"):
                return
            if following := after.get(_key_of_follower(words[end])):
                yield end, following
                return


def find_set_phrases(words: Sequence[str], boundaries: Callable[[], Collection[int]]) -> dict[int, SetPhrase]:
    """Return place of the first word -> phrase: the longest that begins there; no word belongs to two.

    `boundaries` returns the places after punctuation; it is called only where a phrase may begin.
    """
    found: dict[int, SetPhrase] = {}
    taken: set[int] = set()
    for at, tree in enumerate(map(_continuation_tree, words[:-1])):
        if tree is None or at in taken:
            continue
        if _OBJECT not in tree and _key_of_follower(words[at + 1]) not in tree:
            after = words[at + 2 : at + 3] if words[at + 1] in BEFORE_A_NOUN else ()
            if not after or _key_of_follower(after[0]) not in tree:
                continue  # nearly always
        phrase = _find_longest(tree, words, (at,), boundaries())
        if phrase and taken.isdisjoint(phrase.places):
            if at and words[at - 1] in _BEFORE_A_NOUN and (words[at], words[at + 1]) in _NOUN_MEANINGS:
                phrase = SetPhrase(_NOUN_MEANINGS[words[at], words[at + 1]], phrase.places)
            found[at] = phrase
            taken.update(phrase.places)
    return found


_PARTICLES = STOP_WORDS | words_of(
    "up down out off over away back ahead through apart around aside forward against"
)


def is_phrasal_verb(words: Sequence[str], phrase: SetPhrase) -> bool:
    """Whether a phrase is a verb with particles that change its meaning: "turned down"."""
    return is_word(phrase.meaning) and all(words[place] in _PARTICLES for place in phrase.places[1:])
