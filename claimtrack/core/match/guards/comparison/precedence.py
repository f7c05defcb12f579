"""Guards on who or what was first, last or the only one: "A did before B", "B did earlier than A"."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.language.word_lists import phrases_of, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.entities.names import is_name_shared
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_end, display_word

_EARLIER_MARKERS = phrases_of("before | earlier than | sooner than | ahead of")
_LATER_MARKERS = (["after"], ["later", "than"])
_MARKER_WORDS = words_of("before after earlier sooner ahead later")
_AUXILIARIES = words_of("did had could was were has")
_ARTICLES = words_of("the a")


def precedence_reversed(a: Reading, b: Reading) -> str | None:
    """Of two that are named, another is first in either statement: "A did before B", "B did earlier than A"."""
    if any(_MARKER_WORDS.isdisjoint(r.vocabulary) or r.negators for r in (a, b)):
        return None
    ours, theirs = _find_order(a), _find_order(b)
    if ours is None or theirs is None or ours != theirs[::-1]:
        return None
    content = (term for term in a.terms - a.names.keys() - _MARKER_WORDS if term[0] != "#")
    if not any(map(b.expresses, content)):
        return None
    return f"order swapped: {_quote_name(a, ours[0])} / {_quote_name(b, theirs[0])}"


@lru_cache(maxsize=64)
def _find_order(reading: Reading) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who was earlier and who later, if one is the subject and the other all that follows "before" or "later than"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word not in _MARKER_WORDS:
            continue
        mark = next((m for m in (*_EARLIER_MARKERS, *_LATER_MARKERS) if words[at : at + len(m)] == m), None)
        if mark is None:
            continue
        start, end = at + len(mark), clause_end(reading, at + len(mark) - 1)
        end -= end - 1 > start and words[end - 1] in _AUXILIARIES
        opening = _opening_name(reading)
        left, right = _name_terms(reading, opening.start, opening.stop), _name_terms(reading, start, end)
        if left and right and left != right:
            return (left, right) if mark in _EARLIER_MARKERS else (right, left)
    return None


def _opening_name(reading: Reading) -> range:
    """The places of the capitalised words that open a statement."""
    start = end = int(reading.words[0] in _ARTICLES)
    while end < len(reading.words) and reading.has_capital(end) and not (end and reading.is_boundary(end)):
        end += 1
    return range(start, end)


def _name_terms(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The terms of a name from `start` to `end`; empty if a word of it is no name."""
    start += start < end and reading.words[start] in _ARTICLES
    places = [(term, at) for term, at in reading.placed_terms if start <= at < end and term[0] != "#"]
    named = places and all(reading.has_capital(at) for at in range(start, end))
    return frozenset(ALIASES.get(term, term) for term, _ in places) if named else frozenset()


def _quote_name(reading: Reading, name: frozenset[str]) -> str:
    """A name as a person reads it."""
    at = next((at for term, at in reading.placed_terms if ALIASES.get(term, term) in name), 0)
    return display_word(reading, at)


_COPULAS = words_of("is was became becomes")


@symmetric_guard("other name")
def ranked_names_differ(one: Reading, other: Reading) -> Excerpts | None:
    """Each names who is first, last or the only one, and they differ: "A was the first state to", "the first state to ... was B"."""
    ranks = _RANK_WORDS & one.vocabulary
    ours = _find_leading_name(one) if ranks and ranks == _RANK_WORDS & other.vocabulary else None
    theirs = _find_trailing_name(other) if ours else None
    if not ours or not theirs or any(is_name_shared(one, at, other) for at in ours):
        return None
    if any(is_name_shared(other, at, one) for at in theirs):
        return None
    return one.as_written(ours.start, ours.stop), other.as_written(theirs.start, theirs.stop)


_RANK_WORDS = words_of("first last only")


def _find_leading_name(reading: Reading) -> range | None:
    """The places of the name that opens a statement, before "was the first"."""
    words, opening = reading.words, _opening_name(reading)
    following = words[opening.stop : opening.stop + 4]
    is_one = following[1:2] == ["the"] and following[0] in _COPULAS
    return opening if opening and is_one and not _RANK_WORDS.isdisjoint(following[2:]) else None


def _find_trailing_name(reading: Reading) -> range | None:
    """The places of the name that ends it, after "the first ... was"."""
    words, start = reading.words, len(reading.words)
    while start > 1 and reading.has_capital(start - 1):
        start -= 1
    is_one = start < len(words) and words[start - 1 - (words[start - 1] in _ARTICLES)] in _COPULAS
    ranked = words[0] == "the" and not _RANK_WORDS.isdisjoint(words[1:3])
    return range(start, len(words)) if is_one and ranked else None
