"""Two statements that are the same word for word but for little words or the form of a verb or noun: which of these are harmless.

No list knows every preposition that makes another fact of one in the place of another, so the question is put the other way
round: whatever differs here is told, unless it is known to say the same.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.alignment.implied import adds
from claimtrack.core.match.alignment.same_words.inflection import forms_differ
from claimtrack.core.match.alignment.same_words.owners import other_owner
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.advice import contains_warning_complement
from claimtrack.core.match.guards.time.habits import has_lasting_state
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.semantics.negation import is_negator
from claimtrack.core.match.words.lexicon import FINITE_BE, MONTHS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_FILLING = words_of(
    "a an the this that these those its his her their our my your which who whom also so just both such it he it's he's she's they"
    " there i you him them here very now then currently actually really already indeed ever all any do does did percent % cent"
)
"""Words that say nothing here, or are weighed elsewhere: determiners, pronouns, fillers."""
_HELPING = words_of(
    "is are was were be been being am has have had having will would shall should we've we're they've they're i'm i've you've"
)
_RELATING = (
    (
        words_of(
            "since during while within across throughout around along out up down off over until till towards toward inside among amongst"
            " regarding concerning following through against between under every others other"
        )
        | STOP_WORDS
    )
    - _FILLING
    - _HELPING
)
"""Little words by which one thing is related to another."""
_GRAMMAR = _FILLING | _HELPING | _RELATING
_BEHIND_YET = words_of("the a an he she it they we his her its their this these those")


def word_for_word_but(a: Reading, b: Reading) -> Difference | None:
    """What differs in two statements of the same words of weight in the same order; None where that says the same.

    Read from either side the words may stand beside others: what differs must do so from both.
    """
    found = _differing(a, b)
    return found if found is None or _differing(b, a) else None


def _differing(a: Reading, b: Reading) -> Difference | None:
    if sum(map(is_negator, a.words)) != sum(map(is_negator, b.words)):
        return None
    found = _aligned(a, b)
    if found is None:
        return None
    for x, y in found.apart:
        if whose := other_owner((a.words[at] for at in x), (b.words[at] for at in y)):
            return whose
        ours, theirs = _relating(a, x), _relating(b, y)
        if ours != theirs and not _say_the_same(_Place(a, x, ours), _Place(b, y, theirs)):
            told = _told(a, x, beside=not y), _told(b, y, beside=not x)
            return Difference(f"differs: {' / '.join(told)}", sure=False)
    return forms_differ(a, b, found.paired)


class _Aligned(NamedTuple):
    """The places of the words that stand in both, and the little words beside which they differ."""

    paired: list[tuple[int, int]]
    apart: list[tuple[range, range]]


_ALIKE_ENOUGH = 2 / 3
"""The part of the words of weight that must stand in both in the same form and order."""


def _aligned(a: Reading, b: Reading) -> _Aligned | None:
    """How two statements stand word beside word; None where one has a word of weight that the other has not in the same place."""
    keys, keys_b = _keys(a), _keys(b)
    found = _Aligned([], [])
    replaced = 0
    for tag, first, last, first_b, last_b in SequenceMatcher(
        None, keys, keys_b, autojunk=False
    ).get_opcodes():
        x, y = range(first, last), range(first_b, last_b)
        if tag == "equal":
            found.paired.extend(zip(x, y, strict=True))
            continue
        weighty, weighty_b = (
            sum(map(_weighs, r[side.start : side.stop])) for r, side in ((keys, x), (keys_b, y))
        )
        if bool(weighty) != bool(weighty_b):
            return None
        replaced += weighty
        if not weighty:
            found.apart.append((x, y))
    weight = sum(map(_weighs, keys))
    return found if weight - replaced >= _ALIKE_ENOUGH * weight else None


def _keys(reading: Reading) -> list[str]:
    """The words, those of weight by their stems."""
    return [
        word if (word in _GRAMMAR and written != "May") or _relates_there(reading, at) else f"{stem(word)}-"
        for at, (word, written) in enumerate(zip(reading.words, reading.written, strict=True))
    ]


def _weighs(key: str) -> bool:
    return key.endswith("-")


def _relates_there(reading: Reading, at: int) -> bool:
    """Whether a word relates two things only where it stands: "on the *way* to", "*yet* she"."""
    word, words = reading.words[at], reading.words
    if word == "way":
        return words[max(0, at - 2) : at] == ["on", "the"]
    return word == "yet" and not _BEHIND_YET.isdisjoint(words[at + 1 : at + 2])


def _relating(reading: Reading, block: range) -> tuple[str, ...]:
    """The words of a place by which things are related; "out of" is "of", "is to" is "will", "his or her" is "his"."""
    words = ["", *reading.words, ""]
    found = [
        word
        for at in block
        if (word := reading.words[at]) in _RELATING or _relates_there(reading, at)
        if (word, words[at + 2]) not in _FIXED
        if not (word == "to" and (words[at] in FINITE_BE or words[at + 2] in ("be", "have")))
    ]
    return ("of",) if found == ["out", "of"] else tuple(found)


_FIXED = {("or", "her"), ("or", "his"), ("or", "she"), ("per", "cent")}


class _Place(NamedTuple):
    """A place in which a statement differs from another, and the words there by which things are related."""

    reading: Reading
    block: range
    relating: tuple[str, ...]

    @property
    def before(self) -> str:
        """The word before it."""
        return self.reading.words[self.block.start - 1] if self.block.start else ""

    @property
    def following(self) -> int:
        """The place of the first word of weight behind it; the number of words where there is none."""
        words, at = self.reading.words, self.block.stop
        while at < len(words) and words[at] in _LIGHT:
            at += 1
        return at

    @property
    def following_word(self) -> str:
        """That word, or nothing."""
        return "".join(self.reading.words[self.following : self.following + 1])


_SPANNING = words_of("last past next first final recent")
_LIGHT = _FILLING | _SPANNING


def _say_the_same(x: _Place, y: _Place) -> bool:
    """Whether the little words of two places say the same where they stand."""
    if len(x.relating) > len(y.relating):
        x, y = y, x
    if len(y.relating) != 1:
        return False
    if not x.relating:
        return _goes_without_saying(y.relating[0], y, x)
    two = {x.relating[0], y.relating[0]}
    if (
        stem(x.before) in _EITHER_WAY
        or all(contains_warning_complement(one.reading, one.block) for one in (x, y))
        or _aim_alike(x, y)
    ):
        return True
    if "since" in two and any("since" in one.relating and has_lasting_state(one.reading) for one in (x, y)):
        return two <= {"since", *_PLACING}
    tells_when = _tells_when(y)
    groups = (
        *_ALIKE,
        *(_OF_A_TIME if tells_when else ()),
        *(_OF_A_SPAN if _is_span(y) else ()),
        *(_OF_A_CAUSE if stem(x.before) in _HARMED and not tells_when else ()),
        *(_OF_A_RANGE if y.following_word[:1].isdecimal() and x.before[:1].isdecimal() else ()),
        *(_BETWEEN if "between" in x.reading.vocabulary | y.reading.vocabulary else ()),
        *(() if {"will", "we'll"} & x.reading.vocabulary else _IN_GENERAL),
        *(_DENIED if x.reading.negators else ()),
    )
    return any(two <= group for group in groups)


def _aim_alike(x: _Place, y: _Place) -> bool:
    """Whether two places tell the same aim: "a plan for writing it", "a plan to write it"."""
    aims = {(one.relating[0], one.following_word.endswith("ing")) for one in (x, y)}
    return aims == {("for", True), ("to", False)}


_ALIKE = tuple(
    words_of(group)
    for group in (
        "in inside within at on across throughout | of in at among amongst | of from | of for | of by |"
        " of on about over regarding concerning | about around | on for against | to into towards toward |"
        " into in | onto on upon | through throughout via across in | after following upon |"
        " during in throughout | between among amongst | can could | and but while | when while as |"
        " because as since | per each every | until till"
    ).split("|")
)
"""Words that say the same in each other's place, whatever stands behind them."""
_OF_A_TIME = tuple(map(words_of, ("since from", "until till to", "on in at during over")))
_OF_A_SPAN = tuple(map(words_of, ("in within", "for over during in throughout")))
_OF_A_CAUSE = (words_of("in by"),)
_HARMED = stems_of("killed injured hurt wounded destroyed damaged lost burned flooded")
"""What is done in a blast is done by it; what is found in bats is not found by them."""
_OF_A_RANGE, _BETWEEN = (words_of("to or"),), (words_of("to and"),)
_IN_GENERAL = (words_of("when if"),)  # but "if they attack, we will answer" tells of no attack
_DENIED = (words_of("and or"),)
"""Behind a "not" the two are one."""
_EITHER_WAY = stems_of("differ different differently")


def _goes_without_saying(word: str, place: _Place, other: _Place) -> bool:
    """Whether a little word may be left out where it stands."""
    words, at, following = place.reading.words, place.following, place.following_word
    if word in ("per", "each", "every"):
        instead = {other.reading.words[i] for i in other.block}
        # "All day" is not "every day", and what all of them paid may be what they paid together.
        every = "all" in instead and word != "per" and not (word == "each" and place.reading.amounts)
        return bool(instead & {"a", "an"}) or (every and not _tells_when(place))
    if place.before == "than":
        return word in _PLACING
    if word == "for":
        return _is_span(place) and _PUTTING.isdisjoint(words[at : at + _REACH])
    if word in ("by", "about", "between"):
        return following[:1].isdecimal()
    if word == "other":
        return not _ANY.isdisjoint(words[max(0, place.block.start - 1) : place.block.stop])
    if word == "to" and any(other.reading.words[i] in _HELPING for i in other.block):
        return True  # "is likely to rise", "will likely rise"
    if word in _PLACING and _tells_when(place):
        return True
    if word in ("to", "from", "with"):
        return (stem(place.before), word) in _WITH_OR_WITHOUT or (
            word == "from" and following.endswith("ing")
        )
    if word == "on":
        return stem(place.before) == _TAKE and adds(following)
    return word in _LEFT_OUT


_TAKE = stem("take")
_ANY = words_of("any all every")
_PLACING = words_of("in at on of during over")
_PUTTING = words_of("after before since later ago earlier")
"""With these a length of time tells how much later something was: "closed for six weeks after it", "closed six weeks after it"."""
_REACH = 5
_WITH_OR_WITHOUT = {("help", "to"), ("meet", "with"), ("visit", "with"), ("fle", "from"), ("consult", "with")}
_LEFT_OUT = words_of("of and up down out off along as when while where too s t")


def _tells_when(place: _Place) -> bool:
    """Whether a time stands behind a place."""
    words, at = place.reading.words, place.following
    if at >= len(words):
        return False
    dated = words[at] in MONTHS or words[at] in WEEKDAYS or words[at] in _TIMES
    return dated or at in year_places(place.reading.quantities, words) or _is_span(place)


_TIMES = words_of("spring summer autumn winter christmas easter night morning evening weekend today")


def _is_span(place: _Place) -> bool:
    """Whether a length of time stands behind a place: "six weeks", "the past decade", "a year"."""
    words, at = place.reading.words, place.following
    if at >= len(words):
        return False
    number = place.reading.number_at(at)
    return (number is not None and number.kind == "time") or MEASURES.get(words[at], ("", 0))[0] == "time"


def _told(reading: Reading, block: range, *, beside: bool) -> str:
    """A place as it is told: its words, with what stands behind where the other side has none; what stands behind where it has none itself."""
    end = block.stop if block and not beside else _Place(reading, block, ()).following + 1
    return reading.as_written(block.start, end) or "nothing"
