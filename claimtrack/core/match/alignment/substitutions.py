"""One thing in the place of another: the one place in which two statements differ, and what each names that the other does not."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.frames import place_between
from claimtrack.core.match.alignment.implied import goes_without_saying
from claimtrack.core.match.alignment.numbers import told_loosely
from claimtrack.core.match.guards.comparison.equivalences import are_converse_positions
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import is_possessive_country
from claimtrack.core.match.guards.roles.converses import are_converse
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.names.abbreviations import has_other_name, is_abbreviated
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.names.variants import are_variants, same_name
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.paraphrases import is_paraphrased
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.semantics.negation import POLARITY_ITEMS, is_negator
from claimtrack.core.match.words.lexicon import BE, COMPARATIVES, EVERYBODY, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.reading.reading import Reading


_LONGEST = 3
"""Words of each side that may stand in the place."""
_WEIGHTY = (
    COMPARATIVES
    | EVERYBODY
    | words_of("some none most few many any before after for against up down first last")
)
"""Little words that may make all the difference."""


def other_word_there(a: Reading, b: Reading) -> Difference | None:
    """Another word stands in the one place in which they differ: "... and the driver fled", "... and the cyclist fled"."""
    slots = place_between(a, b)
    if slots is None or not all(0 < len(slot) <= _LONGEST for slot in slots):
        return None
    if _as_many(a, slots[0], b, slots[1]):
        return None
    ours, theirs = _alone(a, slots[0], b, slots[1]), _alone(b, slots[1], a, slots[0])
    if not ours or not theirs or not (_elsewhere(a, ours, b) or _elsewhere(b, theirs, a)):
        return None
    if len(ours) == len(theirs) == 1 and _are_told_to_be_one(a, ours[0], b, theirs[0]):
        return None
    one_thing = not _opposed(a, ours, b, theirs) and any(
        _are_akin(a, at, b, there) for at in ours for there in theirs
    )
    if one_thing and not (_elsewhere(a, ours, b) and _elsewhere(b, theirs, a)):
        return None
    told = " / ".join(r.as_written(slot.start, slot.stop) for r, slot in zip((a, b), slots, strict=True))
    described = _named(a, ours) != _named(b, theirs)
    return Difference(f"differs: {told}", sure=not one_thing and not described)


def _are_told_to_be_one(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether both statements tell elsewhere that the one thing is the other: "the ship, a tanker", "the ship was a tanker"."""
    one, other = (r.words[i].removesuffix("'s") for r, i in ((a, at), (b, there)))
    return are_equated(a.cleaned, one, other) and are_equated(b.cleaned, one, other)


def _elsewhere(one: Reading, places: list[int], other: Reading) -> bool:
    """Whether the words in the place stand elsewhere in the other statement, for which they are not missed here."""
    return all(one.words[at] in other.vocabulary or stem(one.words[at]) in other.terms for at in places)


def _opposed(a: Reading, ours: list[int], b: Reading, theirs: list[int]) -> bool:
    """Whether words at some places take opposite sides: "most", "few"."""
    sides, sides_b = (
        {axis: pole for axis, found in r.poles.items() for pole, _, at in found if at in places}
        for r, places in ((a, ours), (b, theirs))
    )
    return any(sides[axis] != sides_b[axis] for axis in sides.keys() & sides_b.keys())


def _named(reading: Reading, places: list[int]) -> bool:
    """Whether a name stands at some places, by which somebody may be called who is only described in the other: "Moor", "the minister"."""
    return any(reading.has_capital(at) and at not in reading.openings for at in places)


def _alone(one: Reading, slot: range, other: Reading, there: range) -> list[int]:
    """The places of the words of weight in a slot of which the other's has none that may be the same."""
    weighty = (at for at in slot if one.words[at] in _WEIGHTY or one.words[at] not in STOP_WORDS)
    return [at for at in weighty if not any(_may_be_one(one.written[at], other.written[i]) for i in there)]


def _may_be_one(one: str, other: str) -> bool:
    """Whether two words are forms of one or spellings of one name."""
    word, known = one.lower(), other.lower()
    return stem(word) == stem(known) or (one.istitle() and other.istitle() and same_name(word, known))


def _as_many(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether two places tell one number: "120 minutes", "two hours"."""
    counted, counted_b = (
        [q for q in r.amounts if q.first in slot or q.last in slot] for r, slot in ((a, ours), (b, theirs))
    )
    return any(can_be_equal(x, y) for x in counted for y in counted_b)


def _are_akin(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand for each other in some sense or phrase, or by some name."""
    if at in in_each_others_place(a, b):
        return True
    if is_paraphrased(at, a, b) or is_paraphrased(there, b, a):
        return True
    if has_other_name(a, at, b) or has_other_name(b, there, a):
        return True
    return not meanings(stem(a.words[at])).isdisjoint(meanings(stem(b.words[there])))


_LONGEST_TEXT = 1000
"""Letters of a statement that is looked at."""
_ADJECTIVES = r"(?:[\w-]+ ){0,2}?"
_NOT_APART = words_of(
    "that who which whom whose when while if as after before since because although though until unless of in on at by with for from to near"
    " behind beside besides beyond under over between against like unlike than and or nor but"
)
"""Where one of these stands before it, what is told behind may be told of something else: "the man *with* the bag, a nurse"."""


@lru_cache(maxsize=4096)
def _expressions(one: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    one, other = re.escape(one), re.escape(other)
    is_one = rf"(?:^|[.;,:] )(?:the|an?|his|her|its|their) (?P<before>{_ADJECTIVES}){one} (?:is|was) (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    ends = rf"(?=[.,;:]|$| (?:{'|'.join(sorted(_NOT_APART))}) )"
    apposed = rf"(?P<before>[^.;:]*){one}, (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    told = r"(?: (?:from|of|in|with|who|that|built|born|made|known|called|named)(?: [^\W,;]+)+)?"
    closed = rf"(?P<told>{told})[,;] (?!(?:and|or|nor|but|an?|the|his|her|two|three|several) )"
    return re.compile(is_one + ends), re.compile(apposed + rf"(?:{closed}|(?P<last>; ))")


def are_equated(text: str, one: str, other: str) -> bool:
    """Whether a text tells that the one is the other, in this order or the other way round."""
    text = text[:_LONGEST_TEXT].lower()
    return any(_is_told_to_be(text, *two) for two in ((one, other), (other, one)))


def _is_told_to_be(text: str, one: str, other: str) -> bool:
    is_one, apposed = _expressions(one, other)
    if (found := is_one.search(text)) and STOP_WORDS.isdisjoint(
        [*found["before"].split(), *found["of"].split()]
    ):
        return True
    if not (found := apposed.search(text)) or not STOP_WORDS.isdisjoint(found["of"].split()):
        return False
    before, told = found["before"].split(), (found["told"] or "").split()
    if {"and", "or"} & {*told} or not _NOT_APART.isdisjoint(before):
        return False
    return not any(word.endswith("ing") for word in before)


_ARTICLES = words_of("the a an its their his her it that own")
_ONESELF = words_of("himself herself itself themselves")
"""Whom these name has been told before, and is another than who is named in their place: "of himself", "of his wife"."""
_BEFORE_A_THING = words_of(
    "the a an its their his her by in at on of for from with to into onto near off as during under against about"
)
"""Behind these, or at the beginning, stands a thing, and no verb."""
_NO_THING = BE.union(
    COMPARATIVES,
    POLARITY_ITEMS,
    NOT_NAMES,
    words_of("has have had will would can could not as who which most all each every one only"),
)
_HEAD = 5
"""Letters that make two words forms of one."""
_MOST = 5
"""Words that one side alone may have, articles included."""
_SLOT = 3
_ENOUGH = 3
"""Words of weight that the rest must have."""


def other_thing(pair: Pair) -> str | None:
    """What each names in one place that the other does not, where the rest has the same words: in prison, in exile."""
    a, b = pair.a, pair.b
    if max(len(a.vocabulary - b.vocabulary), len(b.vocabulary - a.vocabulary)) > _MOST:
        return None
    if a.sentences[-1:] != (0,) or b.sentences[-1:] != (0,):
        return None
    said = _told_instead(pair, (), ())
    speaking, speaking_b = attribution_places(a), attribution_places(b)
    if not said and speaking and speaking_b:
        said = _told_instead(pair, speaking, speaking_b)
    alike = said and (are_converse(a, b) or are_converse_positions(a, b) or find_agreeing_axes(a, b))
    return None if alike else said


def _told_instead(pair: Pair, speaking: Collection[int], speaking_b: Collection[int]) -> str | None:
    """The same, where who says it may be left out."""
    a, b = pair.a, pair.b
    ours, theirs = _only_there(a, speaking, b, speaking_b), _only_there(b, speaking_b, a, speaking)
    if not _is_thing(a, ours, b) or not _is_thing(b, theirs, a) or _may_be_one_thing(pair, ours, theirs):
        return None
    if not in_each_others_place(a, b).isdisjoint(ours):
        return None
    if ours[0] in attribution_places(a) or theirs[0] in attribution_places(b):
        return None  # who says it may be told by another word
    around, around_b = (r.neighbours(at[0], at[-1], _ARTICLES) for r, at in ((a, ours), (b, theirs)))
    if not any(one and one == other for one, other in zip(around, around_b, strict=True)):
        return None
    return f"differs: {a.written_at(ours)} / {b.written_at(theirs)}"


def _only_there(
    one: Reading, speaking: Collection[int], other: Reading, speaking_b: Collection[int]
) -> list[int]:
    """The places of the words that the other has not so often, but for articles and who says it."""
    left = Counter(word for at, word in enumerate(other.words) if at not in speaking_b)
    found = []
    for at, word in enumerate(one.words):
        if at in speaking or word in _ARTICLES or not word[0].isalnum():
            continue
        left[word] -= 1
        if left[word] < 0:
            found.append(at)
    return found


def _is_thing(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some words stand together, name no one, count nothing and are no verb, and the rest is of weight."""
    words = one.words
    if not places or len(places) > _SLOT:
        return False
    run = range(places[0], places[-1] + 1)
    weighty = [words[at] for at in places if words[at] not in STOP_WORDS or words[at] in _ONESELF]
    if not weighty or any(at not in places and words[at] not in _ARTICLES for at in run):
        return False
    if any(words[at] in _NO_THING or words[at] in other.vocabulary or is_negator(words[at]) for at in places):
        return False
    before = words[run[0] - 1] if run[0] else ""
    if before and before not in _BEFORE_A_THING and words[run[0]] not in _BEFORE_A_THING:
        return False
    if any((one.has_capital(at) and at > 0) or is_paraphrased(at, one, other) for at in places):
        return False
    counted = any(q.first in run or q.last in run or q.first == run[-1] + 1 for q in one.quantities)
    rest = sum(word not in STOP_WORDS for word in words) - len(weighty)
    whole = not one.has_boundary_in(run[1:])
    return whole and not counted and rest >= _ENOUGH


def _may_be_one_thing(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the two may be one in other words, less exactly, in other forms or misspelt."""
    x, y = ([r.words[at] for at in places] for r, places in ((pair.a, ours), (pair.b, theirs)))
    meant = {sense for word in x for sense in meanings(stem(word))}
    forms = {stem(word)[:_HEAD] for word in x}
    if told_loosely(pair.a, ours, pair.b, theirs):
        return True
    if not (pair.misspelt | pair.run_together).isdisjoint(map(stem, (*x, *y))):
        return True
    for one, at, other in ((pair.a, ours[0], pair.b), (pair.b, theirs[0], pair.a)):
        if (
            is_abbreviated(one, at, other)
            or has_other_name(one, at, other)
            or goes_without_saying(at, one, other)
            or is_possessive_country(at, one, other)
        ):
            return True
    return any(
        not meant.isdisjoint(meanings(stem(word)))
        or stem(word)[:_HEAD] in forms
        or any(are_variants(one, word) for one in x)
        for word in y
    )
