"""Guard: which of two events came first? "closed before the case was confirmed", "it had been confirmed by the time they closed"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.language.calendar_words import TIME_UNITS
from claimtrack.core.language.word_lists import BE, NUMBER_WORDS, phrases_of, words_of
from claimtrack.core.match.reading.reading import Reading, share_meaning
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    clause_end,
    clause_start,
    phrase_places_after,
    terms_between,
)

_BEFORE_MARKERS = phrases_of("before | prior to | ahead of | by the time | leading up to")
_AFTER_MARKERS = phrases_of("after | following | once | that followed | followed")
AFTERWARDS_WORDS = words_of("afterwards then thereafter later subsequently")
_MARKER_WORDS = words_of(
    frozenset(mark[0] for mark in (*_BEFORE_MARKERS, *_AFTER_MARKERS)), AFTERWARDS_WORDS, "already preceded"
)
_ORDER_WORDS = (_MARKER_WORDS - words_of("by that")) | {"time"}
"""Every statement with a marker has one of these."""
_TIME_NOUNS = TIME_UNITS | words_of("morning night evening")
"""After "following" these give a time, and no earlier event."""
_MARKER_MODIFIERS = words_of(
    NUMBER_WORDS.keys(), _TIME_NOUNS, "only shortly just soon even and but it was a an few some many long"
)
_ORDER_STEMS = words_of("alreadi befor after then first later onli time day week month year hour")
"""Stems of words for order and time, which denote no event."""
_OTHER_CONJUNCTIONS = words_of("because although though while whereas")
"""A clause after one of these belongs to neither event."""
_WHEN_REACH = 10
"""Words from "already" to the "when" of the later event."""
_MIN_QUOTED_WORDS = 3
"""Words that are quoted at least, if the clause has as many."""
_AHEAD_WORDS, _AFTER_WORDS = words_of("before prior ahead"), words_of("after following")


class _Order(NamedTuple):
    """The terms of the earlier and of the later event, and the place of the marker."""

    earlier: frozenset[str]
    later: frozenset[str]
    at: int


def event_order_reversed(a: Reading, b: Reading) -> str | None:
    """What precedes something in one follows it in the other: "before the vote", "only after the election"."""
    if _ORDER_WORDS.isdisjoint(a.vocabulary) or _ORDER_WORDS.isdisjoint(b.vocabulary):
        return None
    if a.negators or b.negators or "than" in a.vocabulary or "than" in b.vocabulary:
        return None
    if any(_AHEAD_WORDS & r.vocabulary and _AFTER_WORDS & r.vocabulary for r in (a, b)):
        return None  # "fell before the vote and rose after it"
    ours = _find_orders(a)
    pairs = [(one, other) for one in ours for other in _find_orders(b)] if ours else ()
    if any(_is_order_kept(*pair) for pair in pairs):
        return None
    for one, other in pairs:
        if _is_order_reversed(one, other) and not _share_marker(a, one, b, other):
            return f"opposite: {_quote_order(a, one.at)} / {_quote_order(b, other.at)}"
    return None


def _quote_order(reading: Reading, at: int) -> str:
    """A marker and the phrase after it: "before the prime minister", "before it collapsed"."""
    mark = _find_mark(reading.words, at, (*_BEFORE_MARKERS, *_AFTER_MARKERS)) or [""]
    after = phrase_places_after(reading, at + len(mark) - 1)
    if after.stop < min(at + _MIN_QUOTED_WORDS, clause_end(reading, at)):
        after = phrase_places_after(reading, after.stop - bool(after))
    return reading.as_written(at, after.stop)


def _share_marker(a: Reading, one: _Order, b: Reading, other: _Order) -> bool:
    """Whether both have the same "before" or "after"; then the guards on roles report what has changed places."""
    return a.words[one.at] == b.words[other.at] in ("before", "after")


def _is_order_kept(one: _Order, other: _Order) -> bool:
    """Whether both statements share the earlier event and the later one."""
    earlier, later = _shared_terms(one.earlier, other.earlier), _shared_terms(one.later, other.later)
    return bool(earlier and later) and not _is_order_reversed(one, other)


def _is_order_reversed(one: _Order, other: _Order) -> bool:
    """Whether the earlier event of each is the later one of the other."""
    forward, back = _shared_terms(one.earlier, other.later), _shared_terms(one.later, other.earlier)
    earlier, later = _shared_terms(one.earlier, other.earlier), _shared_terms(one.later, other.later)
    kept_count = len(earlier) + len(later) if earlier else 0
    return bool(forward and back) and len(forward) + len(back) > 2 * kept_count


@lru_cache(maxsize=64)
def _find_orders(reading: Reading) -> tuple[_Order, ...]:
    """The orders of events in a statement, cached; without terms that both events share."""
    return tuple(
        _Order(earlier - later, later - earlier, at)
        for earlier, later, at in _read_orders(reading)
        if earlier - later and later - earlier
    )


def _read_orders(reading: Reading) -> Iterator[_Order]:
    """Yield each order of two events that a statement gives."""
    for at, word in enumerate(reading.words):
        if word in _MARKER_WORDS and (events := _events_around(reading, at)):
            yield _Order(*events, at)


def _events_around(reading: Reading, at: int) -> tuple[frozenset[str], frozenset[str]] | None:
    """The terms of the earlier and of the later event of a marker at a place; None if it marks none."""
    words, word, opens = reading.words, reading.words[at], clause_start(reading, at)
    if mark := _find_mark(words, at, _BEFORE_MARKERS):
        return _split_events(reading, at, at + len(mark))
    if mark := _find_mark(words, at, _AFTER_MARKERS):
        main, after = _split_events(reading, at, at + len(mark))
        return (after, main) if _is_marker(reading, at, mark) else None
    since_first = words.index("first") + 1 if word == "then" and "first" in words[:at] else 0
    if word == "already" and "when" in words[at : at + _WHEN_REACH]:
        first, end, start = opens, words.index("when", at), words.index("when", at) + 1
    elif word == "preceded":
        first, end, start = opens, at, at + 1
    elif word in AFTERWARDS_WORDS and _MARKER_MODIFIERS.issuperset(words[opens:at]):
        first, end, start = since_first, opens, at + 1
    elif since_first:
        first, end, start = since_first, at, at + 1
    else:
        return None
    return _event_terms(reading, first, end), _event_terms(reading, start, clause_end(reading, at))


def _find_mark(words: list[str], at: int, marks: Iterable[list[str]]) -> list[str]:
    """The mark at a place; [] if none of some marks is there."""
    return next((mark for mark in marks if words[at : at + len(mark)] == mark), [])


def _is_marker(reading: Reading, at: int, mark: list[str]) -> bool:
    """Whether a word orders two events, and does not only date one: "following the vote", "the following day", "once a minister"."""
    after = reading.word(at + len(mark))
    if mark[-1] == "following":
        return after not in _TIME_NOUNS
    if mark[-1] == "followed":
        return after != "by" and (mark[0] == "that" or reading.words[at - 1] not in BE)
    return mark != ["once"] or after in DETERMINERS


def _split_events(reading: Reading, at: int, start: int) -> tuple[frozenset[str], frozenset[str]]:
    """The terms before a marker and after it; if the marker opens the sentence, those after the next comma or "that" come first."""
    words, sentence = reading.words, reading.sentences[at]
    first = reading.sentences.index(sentence)
    last = next((i for i in range(at, len(words)) if reading.sentences[i] != sentence), len(words))
    end = clause_end(reading, start - 1)
    end = next((i for i in range(start, end) if words[i] in _OTHER_CONJUNCTIONS), end)
    opens = _MARKER_MODIFIERS.issuperset(word for word in words[first:at] if not word[0].isdecimal())
    if opens and end == last:  # "after the passengers the captain left", "it was after them that he left"
        end = phrase_places_after(reading, start - 1).stop
    main = _event_terms(reading, end, last) if opens else _event_terms(reading, first, at)
    return main, _event_terms(reading, start, end)


def _event_terms(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The terms of an event, without numbers and words for order."""
    terms = terms_between(reading, start, end)
    return frozenset(term for term in terms if term[0] != "#" and term not in _ORDER_STEMS)


def _shared_terms(terms: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The terms that are among others, or whose synonyms are."""
    return frozenset(term for term in terms if share_meaning({term}, others))
