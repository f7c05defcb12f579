"""Phrases of up to six words that stand for a word or for each other: "turned down" is rejected, "taken to court" sued. One reader.

The groups are in `thesaurus/phrases_*.py`: `reject = turn down = vote down`. `_` stands for an object, which may be missing:
"take _ to court". Where a group has no single word, a sign of its own stands for it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.words.lexicon import IRREGULAR
from claimtrack.core.match.words.opposites import NEGATORS
from claimtrack.core.match.words.terms import inflection
from claimtrack.core.match.words.thesaurus import (
    phrases_everyday,
    phrases_life,
    phrases_public,
    phrases_work,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

BETWEEN = frozenset({"the", "a", "an", "their", "his", "her", "its"})
"""What may stand before any word of a phrase but its first: "broke the law", "made a decision"."""
_OBJECT = "_"
_LONGEST_OBJECT = 5
"""Words that an object has at most."""
_SIGN = "~"
"""Begins what stands for a group without a single word; no text has it before a digit."""
_MEANING = ""
"""Under this, which no word is, stands in the tree of phrases what those mean that end there."""
_AUXILIARIES = {
    **dict.fromkeys(("is", "are", "was", "were", "been", "being", "am"), "be"),
    **dict.fromkeys(("has", "had", "having"), "have"),
    **dict.fromkeys(("does", "did", "done", "doing"), "do"),
    **dict.fromkeys(("got", "gotten", "gets", "getting"), "get"),
}
_AS_NOUN = {("go", "ahead"): "approve"}
"""The same where they are a noun: "gave the go-ahead"."""
_BEFORE_A_NOUN = frozenset({"the", "a", "its", "their"})
_BEGINNING = 2
"""Letters by which phrases are found; only those that begin like a word of the text are ever taken apart. None is listed
under an irregular form, which may begin otherwise."""
_AS_IT_IS = "="
"""Before the first word of a phrase that is listed in a form of its own."""

_Tree = dict[str, Any]
"""Form of a word -> the tree of what may follow it."""


class SetPhrase(NamedTuple):
    """What a phrase stands for, and the places of its words, without those of an object."""

    meaning: str
    places: tuple[int, ...]


def has_a_word(meaning: str) -> bool:
    """Whether what a phrase means is a word, and not the sign of a group of phrases."""
    return meaning[0] != _SIGN


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, list[tuple[str, str]]]:
    """How phrases begin -> each with what it means."""
    found: dict[str, list[tuple[str, str]]] = {}
    parts = (phrases_everyday, phrases_public, phrases_work, phrases_life)
    listing = "|".join(part.GROUPS for part in parts).replace("\n", "|")
    for number, group in enumerate(listing.split("|")):
        alternatives = group.strip().split(" = ")
        word = alternatives[0] if " " not in alternatives[0] else f"{_SIGN}{number}"
        for phrase in alternatives:
            if " " in phrase:
                found.setdefault(phrase[:_BEGINNING], []).append((phrase, word))
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
def _openers(beginning: str) -> dict[str, list[tuple[list[str], str]]]:
    """How the phrases open that begin so -> what follows in each, and what it means."""
    found: dict[str, list[tuple[list[str], str]]] = {}
    for phrase, meaning in _by_beginning().get(beginning, ()):
        first, *rest = phrase.split()
        opening = f"{_AS_IT_IS}{first}" if _is_a_form(first) else _opening(first)
        found.setdefault(opening, []).append((rest, meaning))
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
        for following in rest:
            node = node.setdefault(_following(following), {})
        node.setdefault(_MEANING, meaning)
    return tree


def _endings(
    node: _Tree, words: Sequence[str], places: tuple[int, ...], parted: Collection[int]
) -> Iterator[SetPhrase]:
    """The phrases that end at some place behind what has been read of them."""
    if _MEANING in node:
        yield SetPhrase(node[_MEANING], places)
    at = places[-1] + 1
    if at == len(words) or at in parted:
        return
    goes_on = words[at] in BETWEEN and at + 1 < len(words) and at + 1 not in parted
    for place in (at, at + 1) if goes_on else (at,):
        if following := node.get(_following(words[place])):
            yield from _endings(following, words, (*places, place), parted)
    if behind := node.get(_OBJECT):
        for end in range(at, min(len(words), at + _LONGEST_OBJECT + 1)):
            if end in parted or words[end] in NEGATORS or words[end].endswith("n't"):
                return
            if following := behind.get(_following(words[end])):
                yield from _endings(following, words, (*places, end), parted)
                return


def set_phrases(words: Sequence[str], parted: Collection[int]) -> dict[int, SetPhrase]:
    """Place of the first word of a phrase -> the phrase: the longest that begins there, of words that stand in none before it."""
    found: dict[int, SetPhrase] = {}
    taken: set[int] = set()
    for at, word in enumerate(words[:-1]):
        tree = _tree(word)
        if (
            tree is None
            or at in taken
            or not (_OBJECT in tree or _following(words[at + 1]) in tree or words[at + 1] in BETWEEN)
        ):
            continue
        phrase = max(
            (one for one in _endings(tree, words, (at,), parted) if taken.isdisjoint(one.places)),
            key=lambda one: len(one.places),
            default=None,
        )
        if phrase:
            noun = at and words[at - 1] in _BEFORE_A_NOUN and phrase.places == (at, at + 1)
            meaning = _AS_NOUN.get((word, words[at + 1]), phrase.meaning) if noun else phrase.meaning
            found[at] = SetPhrase(meaning, phrase.places)
            taken.update(phrase.places)
    return found


def taken_for_words(phrases: Mapping[int, SetPhrase]) -> dict[int, str]:
    """The places of phrases that stand for a word, each with that; their other words, which are none of their own, with none."""
    found: dict[int, str] = {}
    for at, (meaning, places) in phrases.items():
        if has_a_word(meaning):
            found |= {at: meaning, **dict.fromkeys(places[1:], "")}
    return found
