"""Guards on who or what was first, or the last or the only one: "A did before B", "B did earlier than A"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.guards.entities.names import is_name_shared
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.syntax.phrases import clause_end, display_word
from claimtrack.core.match.words.lexicon import phrases_of, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_EARLIER = phrases_of("before | earlier than | sooner than | ahead of")
_LATER = (["after"], ["later", "than"])
_MARKS = words_of("before after earlier sooner ahead later")
_DID = words_of("did had could was were has")
_THE = words_of("the a")


def precedence_reversed(a: Reading, b: Reading) -> str | None:
    """Of two that are named the one was first in the one, and the other in the other: "A did before B", "B did earlier than A"."""
    if _MARKS.isdisjoint(a.vocabulary) or _MARKS.isdisjoint(b.vocabulary) or a.negators or b.negators:
        return None
    ours, theirs = _in_order(a), _in_order(b)
    if ours is None or theirs is None or ours != theirs[::-1] or not _of_one_thing(a, b):
        return None
    return f"order swapped: {_told(a, ours[0])} / {_told(b, theirs[0])}"


def _of_one_thing(a: Reading, b: Reading) -> bool:
    """Whether they have a word in common that is no name, or another for it."""
    return any(
        b.expresses(term) for term in a.terms - a.names.keys() if term not in _MARKS and term[0] != "#"
    )


@lru_cache(maxsize=64)
def _in_order(reading: Reading) -> tuple[frozenset[str], frozenset[str]] | None:
    """Who was earlier and who later, where one is the subject and the other all that stands behind "before" or "later than"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word not in _MARKS:
            continue
        mark = next((m for m in (*_EARLIER, *_LATER) if words[at : at + len(m)] == m), None)
        if mark is None:
            continue
        start, end = at + len(mark), clause_end(reading, at + len(mark) - 1)
        end -= end - 1 > start and words[end - 1] in _DID
        begun = _begun(reading)
        left, right = _name(reading, begun.start, begun.stop), _name(reading, start, end)
        if left and right and left != right:
            return (left, right) if mark in _EARLIER else (right, left)
    return None


def _begun(reading: Reading) -> range:
    """The words with a capital with which a statement begins."""
    start = end = int(reading.words[0] in _THE)
    while end < len(reading.words) and reading.has_capital(end) and not (end and reading.is_boundary(end)):
        end += 1
    return range(start, end)


def _name(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The name that some tokens are, all of them; nothing where one of them is no name."""
    start += start < end and reading.words[start] in _THE
    places = [(term, at) for term, at in reading.placed_terms if start <= at < end and term[0] != "#"]
    named = places and all(reading.has_capital(at) for at in range(start, end))
    return frozenset(ALIASES.get(term, term) for term, _ in places) if named else frozenset()


def _told(reading: Reading, name: frozenset[str]) -> str:
    at = next((at for term, at in reading.placed_terms if ALIASES.get(term, term) in name), 0)
    return display_word(reading, at)


_IS = words_of("is was became becomes")


@symmetric_guard("other name")
def ranked_names_differ(one: Reading, other: Reading) -> Excerpts | None:
    """Each names who is the first, the last or the only one, and it is another: "A was the first state to", "the first state to ... was B"."""
    if (_RANKS & one.vocabulary) != (_RANKS & other.vocabulary) or _RANKS.isdisjoint(one.vocabulary):
        return None
    ours = _named_first(one)
    theirs = _named_last(other) if ours else None
    if (
        ours
        and theirs
        and not any(
            is_name_shared(r, at, o) for r, run, o in ((one, ours, other), (other, theirs, one)) for at in run
        )
    ):
        told = (r.as_written(run.start, run.stop) for r, run in ((one, ours), (other, theirs)))
        return next(told), next(told)
    return None


_RANKS = words_of("first last only")


def _named_first(reading: Reading) -> range | None:
    """The places of the name with which a statement begins, before "was the first"."""
    words, begun = reading.words, _begun(reading)
    behind = words[begun.stop : begun.stop + 4]
    is_one = behind[1:2] == ["the"] and behind[0] in _IS and not _RANKS.isdisjoint(behind[2:])
    return begun if begun and is_one else None


def _named_last(reading: Reading) -> range | None:
    """The places of the name with which it ends, behind "the first ... was"."""
    words, start = reading.words, len(reading.words)
    while start > 1 and reading.has_capital(start - 1):
        start -= 1
    is_one = start < len(words) and words[start - 1 - (words[start - 1] in _THE)] in _IS
    ranked = words[0] == "the" and not _RANKS.isdisjoint(words[1:3])
    return range(start, len(words)) if is_one and ranked else None
