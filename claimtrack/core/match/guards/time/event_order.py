"""A guard on what came before what: "closed before the case was confirmed", "it had been confirmed by the time they closed"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    clause_end,
    clause_start,
    phrase_places_after,
    terms_between,
)
from claimtrack.core.match.words.lexicon import BE, NUMBER_WORDS, phrases_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_BEFORE = phrases_of("before | prior to | ahead of | by the time | leading up to")
_AFTER = phrases_of("after | following | once | that followed | followed")
_AFTERWARDS = words_of("afterwards then thereafter later")
_MARKS = frozenset(mark[0] for mark in (*_BEFORE, *_AFTER)) | _AFTERWARDS | words_of("already preceded")
_ORDERING = (_MARKS - words_of("by that")) | {"time"}
"""One of these stands in every statement that has one of those."""
_DAYS = words_of("hour hours minutes day week month year morning night evening days weeks months years")
"""Behind "following" these tell when, and not what came before."""
_OPENING = (
    words_of("only shortly just soon even and but it was a an few some many long")
    | NUMBER_WORDS.keys()
    | _DAYS
)
_TELLS_ORDER = words_of("alreadi befor after then first later onli time day week month year hour")
"""Stems of what tells of no event."""
_CLAUSES = words_of("because although though while whereas")
"""What begins with these is told of neither."""
_SOON = 10
"""Words from "already" to the "when" that tells what came later."""
_TOLD = 3
"""Words that are told at least, if the clause has as many."""
_AHEAD, _BEHIND = words_of("before prior ahead"), words_of("after following")


class _Order(NamedTuple):
    """The terms of what came earlier and of what came later, and where it is told which did."""

    earlier: frozenset[str]
    later: frozenset[str]
    at: int


def event_order_reversed(a: Reading, b: Reading) -> str | None:
    """What the one says came before something, in the other came after it: "before the vote", "only after the election"."""
    if _ORDERING.isdisjoint(a.vocabulary) or _ORDERING.isdisjoint(b.vocabulary):
        return None
    if a.negators or b.negators or "than" in a.vocabulary or "than" in b.vocabulary:
        return None
    if any(_AHEAD & r.vocabulary and _BEHIND & r.vocabulary for r in (a, b)):
        return None  # "fell before the vote and rose after it"
    ours = _in_time(a)
    pairs = [(one, other) for one in ours for other in _in_time(b)] if ours else ()
    if any(_kept(*pair) for pair in pairs):
        return None
    for one, other in pairs:
        if _turned(one, other) and not _in_one_word(a, one, b, other):
            return f"opposite: {_told(a, one.at)} / {_told(b, other.at)}"
    return None


def _told(reading: Reading, at: int) -> str:
    """What joins two events, and the phrase behind it: "before the prime minister", "before it collapsed"."""
    marks = (mark for mark in (*_BEFORE, *_AFTER) if reading.words[at : at + len(mark)] == mark)
    behind = phrase_places_after(reading, at + len(next(marks, [""])) - 1)
    if behind.stop < min(at + _TOLD, clause_end(reading, at)):
        behind = phrase_places_after(reading, behind.stop - bool(behind))
    return reading.as_written(at, behind.stop)


def _in_one_word(a: Reading, one: _Order, b: Reading, other: _Order) -> bool:
    """Whether both tell it with the same "before" or "after", of which the guards on roles tell what has changed places."""
    return a.words[one.at] == b.words[other.at] in ("before", "after")


def _kept(one: _Order, other: _Order) -> bool:
    """Whether what came earlier did so in the other as well, and so did what came later."""
    before, behind = _said(one.earlier, other.earlier), _said(one.later, other.later)
    return bool(before and behind) and not _turned(one, other)


def _turned(one: _Order, other: _Order) -> bool:
    """Whether what came earlier came later in the other, and the other way about."""
    there, back = _said(one.earlier, other.later), _said(one.later, other.earlier)
    before, behind = _said(one.earlier, other.earlier), _said(one.later, other.later)
    stays = len(before) + len(behind) if before else 0
    return bool(there and back) and len(there) + len(back) > 2 * stays


@lru_cache(maxsize=64)
def _in_time(reading: Reading) -> tuple[_Order, ...]:
    """What a statement tells to have come before what."""
    return tuple(
        _Order(earlier - later, later - earlier, at)
        for earlier, later, at in _orders(reading)
        if earlier - later and later - earlier
    )


def _orders(reading: Reading) -> Iterator[_Order]:
    words = reading.words
    for at, word in enumerate(words):
        if word not in _MARKS:
            continue
        end, opens = clause_end(reading, at), clause_start(reading, at)
        if mark := next((mark for mark in _BEFORE if words[at : at + len(mark)] == mark), None):
            yield _Order(*_main_and_behind(reading, at, at + len(mark)), at)
        elif mark := next((mark for mark in _AFTER if words[at : at + len(mark)] == mark), None):
            if _joins(reading, at, mark):
                main, behind = _main_and_behind(reading, at, at + len(mark))
                yield _Order(behind, main, at)
        elif word == "already" and "when" in words[at : at + _SOON]:
            when = words.index("when", at)
            yield _Order(_events(reading, opens, when), _events(reading, when + 1, end), at)
        elif word == "preceded" or words[at : at + 2] == ["followed", "by"]:
            yield _Order(_events(reading, opens, at), _events(reading, at + 1, end), at)
        elif word in _AFTERWARDS and _OPENING.issuperset(words[opens:at]):
            first = words.index("first") + 1 if word == "then" and "first" in words[:at] else 0
            yield _Order(_events(reading, first, opens), _events(reading, at + 1, end), at)
        elif word == "then" and "first" in words[:at]:
            yield _Order(_events(reading, words.index("first") + 1, at), _events(reading, at + 1, end), at)


def _joins(reading: Reading, at: int, mark: list[str]) -> bool:
    """Whether a word tells what came before, and not when it was: "following the vote", "the following day", "once a minister"."""
    behind = reading.word(at + len(mark))
    if mark[-1] == "following":
        return behind not in _DAYS
    if mark[-1] == "followed":
        return behind != "by" and (mark[0] == "that" or reading.words[at - 1] not in BE)
    return mark != ["once"] or behind in DETERMINERS


def _main_and_behind(reading: Reading, at: int, start: int) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before a word that joins two events, and behind it; behind a comma, where it opens its sentence, or "that"."""
    words, sentence = reading.words, reading.sentences[at]
    first = reading.sentences.index(sentence)
    last = next((i for i in range(at, len(words)) if reading.sentences[i] != sentence), len(words))
    end = clause_end(reading, start - 1)
    end = next((i for i in range(start, end) if words[i] in _CLAUSES), end)
    opens = _OPENING.issuperset(word for word in words[first:at] if not word[0].isdecimal())
    if opens and end == last:  # "after the passengers the captain left", "it was after them that he left"
        end = phrase_places_after(reading, start - 1).stop
    main = _events(reading, end, last) if opens else _events(reading, first, at)
    return main, _events(reading, start, end)


def _events(reading: Reading, start: int, end: int) -> frozenset[str]:
    terms = terms_between(reading, start, end)
    return frozenset(term for term in terms if term[0] != "#" and term not in _TELLS_ORDER)


def _said(terms: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """Which of some terms are among others, in these or other words."""
    return frozenset(
        term
        for term in terms
        if term in others or any(not meanings(term).isdisjoint(meanings(one)) for one in others)
    )
