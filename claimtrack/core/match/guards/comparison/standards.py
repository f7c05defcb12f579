"""Guards on what something is measured against: the record, all years since records began, its weight, what it was before, another of its kind."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.reading.dates import places_of_years
from claimtrack.core.match.reading.syntax.bindings import beside_the_same
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.lexicon import MORE, NOBODY, ORDINALS, TOPS, words_of
from claimtrack.core.match.words.opposites import sides
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_RECORDS = words_of("record records")
_BELOW = words_of("fewer less lower below under short smaller behind missed missing")
_UP_TO_IT = words_of("than in at for of the its his her their previous last former that")
"""What may stand between such a word and the record."""
_FAR = 6
"""Words from "fewer than" to the record, or from "stays" to a number."""


@either_way("differs")
def record_or_below(one: Reading, other: Reading) -> Told | None:
    """What is a record in the one is less than the record in the other: "a record", "fewer than in the record year"."""
    if _RECORDS.isdisjoint(one.vocabulary) or _RECORDS.isdisjoint(other.vocabulary):
        return None
    at = None if one.negators or other.negators else _below_the_record(other)
    if at is None or _below_the_record(one) is not None:
        return None
    record = next(i for i, word in enumerate(one.words) if word in _RECORDS)
    return wording(one.tokens[max(0, record - 1) : record + 1]), wording(other.tokens[at : at + 2])


def _below_the_record(reading: Reading) -> int | None:
    """The place of the word by which something is less than the record."""
    words = reading.words
    record = next(i for i, word in enumerate(words) if word in _RECORDS)
    for at in range(max(0, record - _FAR), record - 1):
        if words[at] in _BELOW and _UP_TO_IT.issuperset(words[at + 1 : record]):
            return at
    return None


_EVER = words_of("record ever history time recorded measured")
_ON_RECORD = (
    ["on", "record"],
    ["in", "history"],
    ["all", "time"],
    ["ever", "recorded"],
    ["ever", "measured"],
)
_SINCE_THE_FIRST = words_of(
    "records began record recorded measured measurements first ever begun started founded"
)


@either_way("differs")
def ever_or_since(one: Reading, other: Reading) -> Told | None:
    """The most of its kind of all times in the one, and only since a year in the other: "the warmest on record", "the warmest since 1990"."""
    if _EVER.isdisjoint(one.vocabulary) or "since" not in other.vocabulary or "since" in one.vocabulary:
        return None
    top = next((w for w in one.words if w in other.vocabulary and (w.endswith("est") or w in TOPS)), None)
    since = other.words.index("since")
    dated = since + 1 in places_of_years(other.quantities, other.words)
    ever = next((at for at in range(len(one.words)) if one.words[at : at + 2] in _ON_RECORD), None)
    if top and dated and ever is not None and _SINCE_THE_FIRST.isdisjoint(other.vocabulary):
        return wording(one.tokens[ever : ever + 2]), wording(other.tokens[since : since + 2])
    return None


_WHATEVER = words_of("whatever regardless irrespective")
_BY = words_of("by according depending depends depend based")
_LITTLE = words_of("the its their of to on a")


@either_way("differs")
def by_it_or_whatever_it_is(one: Reading, other: Reading) -> Told | None:
    """What is paid or done by a measure in the one is the same in the other whatever that is: "by weight", "whatever the weight"."""
    marks = _WHATEVER & other.vocabulary
    if not marks or not _WHATEVER.isdisjoint(one.vocabulary):
        return None
    whatever = other.words.index(min(marks))
    measure = _behind(other, whatever)
    by = next((at for at, word in enumerate(one.words) if word in _BY and _behind(one, at) == measure), None)
    if measure and by is not None:
        return f"{one.tokens[by].text} {measure[1]}", f"{other.tokens[whatever].text} {measure[1]}"
    return None


def _behind(reading: Reading, at: int) -> tuple[str, str] | None:
    """The stem of the next word of weight behind a place, and the word."""
    word = next((w for w in reading.words[at + 1 :] if w not in _LITTLE), None)
    return (stem(word), word) if word else None


_STAYING = words_of(
    "stay stays stayed staying remain remains remained remaining unchanged held holds kept keeps left leaves steady"
)


@either_way("differs")
def stays_or_changes(one: Reading, other: Reading) -> Told | None:
    """What stays at a number in the one goes from it to another in the other: "stays at 7 percent", "from 7 to 9 percent"; or "stays the same" and rises."""
    if two := _as_it_was(one, other):
        return two
    staying = [at for at, word in enumerate(one.words) if word in _STAYING]
    if not staying or not {"from", "to"} <= other.vocabulary or "from" in one.vocabulary:
        return None
    for x, y in pairwise(other.amounts):
        moved = other.words[x.first - 1] == "from" and x.value != y.value
        kept = (q for q in one.amounts if q.value == x.value and 0 < q.first - staying[0] <= _FAR)
        if moved and other.words[y.first - 1] == "to" and (stayed := next(kept, None)):
            return f"{one.words[staying[0]]} at {stayed.written}", f"from {x.written} to {y.written}"
    return None


_THE_SAME = words_of("same constant unchanged flat stable steady")
_CHANGING = words_of("changed changes change shifted moved varied")


def _as_it_was(one: Reading, other: Reading) -> tuple[str, str] | None:
    """How it is told that something stays as it was, and what it does in the other: "stayed the same", "rose"."""
    words = one.words
    at = next((at for at, word in enumerate(words) if word in _STAYING and _is_same(words[at + 1 :])), None)
    if at is None or one.negators or other.negators or not _THE_SAME.isdisjoint(other.vocabulary):
        return None
    if "direction" in one.poles or not _CHANGING.isdisjoint(one.vocabulary):
        return None
    turns = [(word, place) for _, word, place in other.poles.get("direction", ())]
    turns += [(word, place) for place, word in enumerate(other.words) if word in _CHANGING]
    for word, place in turns:
        if beside_the_same(one, at, other, place):
            end = next(i for i in range(at, len(words)) if words[i] in _THE_SAME)
            return wording(one.tokens[at : end + 1]), word
    return None


def _is_same(words: Sequence[str]) -> bool:
    """Whether what stays is told to stay the same: "stayed *the same*", "has remained *largely unchanged*"."""
    return not _THE_SAME.isdisjoint(words[: 1 + words[0].endswith(("the", "ly"))]) if words else False


_COMPARATIVES = {"worst": "worse", "best": "better", "most": "more", "least": "less", "fewest": "fewer"}
_ALL_OTHERS = NOBODY | words_of("any all every everybody everyone ever never not")
"""Beside these the comparative ranks first, too: "worse than any other", "nobody has more than"."""
_RANKED_BELOW = (ORDINALS.keys() - {"first"}) | {"one", "among", "next"}
"""Before the most of a kind these tell that others are more: "the *second* highest", "*one* of the highest"."""
_BUT_FOR = words_of("after behind except excepting but bar outside")
"""Behind the most of a kind these tell who is before it: "the highest *after* Estonia's"."""
_REACH = 9
"""Words from the comparative to "than"."""
_HEAD = 4
"""Letters that make two terms forms of one: Scottish, Scotland."""


@either_way("differs")
def outranked(one: Reading, other: Reading) -> Told | None:
    """They rank it first, and behind another: the worst, and worse than this one."""
    if "than" not in other.vocabulary or "than" in one.vocabulary or one.negators or other.negators:
        return None
    if not _ALL_OTHERS.isdisjoint(other.vocabulary):
        return None
    for at, word in enumerate(one.words):
        comparative = _COMPARATIVES.get(word) or (f"{word[:-2]}r" if word.endswith("est") else "")
        more = _comparative_of(comparative, other) if comparative else None
        if more is None or _is_below_another(one, at):
            continue
        than = next((i for i in range(more + 1, more + _REACH) if other.words[i : i + 1] == ["than"]), 0)
        subject = {term[:_HEAD] for term, place in one.placed if place < at}
        behind = phrase_after(other, than) if than else frozenset()
        if behind and {term[:_HEAD] for term in behind} <= subject:
            return one.tokens[at].text, f"{other.tokens[more].text} than"
    return None


def _comparative_of(comparative: str, reading: Reading) -> int | None:
    """The place of a comparative, or of another that says the same: hotter, warmer."""
    if comparative in reading.vocabulary:
        return reading.words.index(comparative)
    meant = set(sides(comparative))
    return next(
        (at for at, word in enumerate(reading.words) if word in MORE and not meant.isdisjoint(sides(word))),
        None,
    )


def _is_below_another(reading: Reading, at: int) -> bool:
    """Whether the most of a kind is told to have others before it: "the second highest", "the highest after"."""
    before, behind = reading.words[max(0, at - 3) : at], reading.words[at:]
    return not (_RANKED_BELOW.isdisjoint(before) and _BUT_FOR.isdisjoint(behind))
