"""What stands between two statements and "the same": the words of each that the other cannot account for.

Guards know what contradicts; they cannot know every pair of words that means two things. So a "duplicate" is put the
other way round: each word must be found on the other side, in this or another form, be grammar, or belong to who
says it. A pair with something left over is related, however alike it is; and where the rest stands word for word as
it does in the other, what is left over is what differs: a conflict.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.alignment.accounting import is_light, unaccounted
from claimtrack.core.match.alignment.additions import (
    bound_by,
    bounds_all,
    is_of_another,
    makes_another,
    narrows_all,
    of_weight,
)
from claimtrack.core.match.alignment.denials import (
    denied_in_a_contrast,
    denied_in_other_words,
    denied_once,
    denies_less,
)
from claimtrack.core.match.alignment.frames import (
    all_but_one,
    instead,
    one_place,
    only_there,
    other_base,
    place_between,
    stands_for_another,
    told_of_little,
)
from claimtrack.core.match.alignment.modifiers import leaves_out, weighs_alone
from claimtrack.core.match.alignment.near_synonyms import are_light_verbs
from claimtrack.core.match.alignment.numbers import may_be_one, told_loosely
from claimtrack.core.match.alignment.rivals import MOST, are_rivals, each_names_more
from claimtrack.core.match.alignment.same_words.checks import CHECKS
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.entities.names import initials_differ, modified_names_differ
from claimtrack.core.match.guards.entities.sources import GENERIC_SPEAKERS
from claimtrack.core.match.guards.polarity.answers import are_within_same_answer
from claimtrack.core.match.guards.roles.contests import have_same_winner
from claimtrack.core.match.guards.roles.converses import are_converse
from claimtrack.core.match.guards.roles.transpositions import turned
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.guards.time.modality import is_mood_surely_different, modals_differ
from claimtrack.core.match.reading.names.people import find_reversed_name
from claimtrack.core.match.reading.paraphrases import verb_and_particles
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import format_both, stem, unspaced_bigrams

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.reading.reading import Reading


_WORD_FOR_WORD = 0.7
"""From how much in the same order on two statements are worded alike, so that what differs was meant to ..."""
_BRIEFEST, _BUT_FOR_ONE = 3, 0.66
"""... which of so few terms may be one."""
_NEARLY_WORD_FOR_WORD = 0.6
"""The same where what one side has more is a clause of its own."""
_SAME_WORDS = 0.9
"""From how much in common on what one denies is what the other says, in whatever order."""
_PLACING = words_of("in at across throughout")
_SLOT = 3
"""Words that may stand in each other's place and be one difference."""


class LeftOver(NamedTuple):
    """What keeps a pair from being the same, as a person reads it, and whether it surely contradicts."""

    told: str
    contradicts: bool


def left_over(pair: Pair) -> LeftOver | None:
    """What one statement has that the other does not account for; None where nothing of weight is left."""
    a, b = pair.a, pair.b
    if letters := initials_differ(a, b):
        return LeftOver(letters, contradicts=True)
    alike = _worded_alike(pair)
    if longer := modified_names_differ(a, b):
        return LeftOver(longer, contradicts=alike)
    ours, theirs = unaccounted(a, b, pair), unaccounted(b, a, pair)
    if ours and theirs:
        return _instead_of(pair, ours, theirs, alike)
    if ours or theirs:
        one, places, other = (a, ours, b) if ours else (b, theirs, a)
        if (len(places) == 1 and narrows_all(one, places[0], other)) or bounds_all(one, places, other):
            return LeftOver(f"only one says: {_told(one, places)}", contradicts=True)
        if matters := of_weight(one, places, alike):
            less = pair.in_order >= _NEARLY_WORD_FOR_WORD and leaves_out(one, matters)
            sure = (
                less
                or is_of_another(one, matters, other)
                or stands_for_another(one, matters, other)
                or (alike and makes_another(one, matters, other))
            )
            sure = sure and not _may_say_the_same(one, matters, other, ()) and not _from_both_ends(a, b)
            if told := instead(one, matters, other):
                return LeftOver(f"differs: {format_both(told, turned=one is not a)}", contradicts=sure)
            return LeftOver(f"only one says: {_told(one, matters)}", contradicts=sure)
        if weighs_alone(one, places, other):
            sure = is_of_another(one, places, other)
            return LeftOver(f"only one says: {_told(one, places)}", contradicts=sure)
    for one, other in ((a, b), (b, a)):
        condition = bound_by(one, other)
        if condition and stem(one.words[condition[0]]) not in pair.misspelt:
            return LeftOver(f"only one says: {_told(one, condition)}", contradicts=False)
    if said := modals_differ(a, b):
        return LeftOver(said, contradicts=alike and is_mood_surely_different(a, b))
    for differ in CHECKS:
        if mark := differ(a, b):
            return LeftOver(mark.told, contradicts=mark.contradicts(word_for_word=alike))
    if said := denied_once(a, b):
        sure = (alike or pair.near >= _SAME_WORDS) and not denied_in_a_contrast(a, b)
        return LeftOver(said, contradicts=sure)
    return _turned_about(a, b, alike=alike) or _only_akin(pair, ours, theirs) or _only_light(pair)


def _instead_of(pair: Pair, ours: list[int], theirs: list[int], alike: bool) -> LeftOver:
    """What each side has that the other does not account for; it surely contradicts where one stands in the other's place."""
    a, b = pair.a, pair.b
    beside = alike and _beside(a, ours) == _beside(b, theirs) is not None
    beside = beside and told_of_little(a, b)
    in_place = beside or _within(one_place(a, b), ours, theirs) or all_but_one(pair, ours, theirs)
    in_place = in_place or (alike and other_base(pair, ours, theirs)) or are_rivals(a, ours, b, theirs)
    in_place = in_place and not _from_both_ends(a, b)
    sure = in_place and not is_exception_complement(a, b)
    sure = sure and not _may_say_the_same(a, ours, b, theirs)
    return LeftOver(_differs(pair, ours, theirs), sure)


def _worded_alike(pair: Pair) -> bool:
    brief = max(len(pair.a.sequence), len(pair.b.sequence)) <= _BRIEFEST
    return pair.in_order >= (_BUT_FOR_ONE if brief else _WORD_FOR_WORD)


_BRIEFLY = 4
"""Words of each side that may stand in the one place in which light words matter."""
_GOING_ON = words_of("keep keeps kept still")


def _only_light(pair: Pair) -> LeftOver | None:
    """What stands in each other's place where all else is the same, and has only light words for it, "kept out", "brought in", or one of weight beside, "went over", "switched"; or denies less."""
    a, b = pair.a, pair.b
    if said := denies_less(a, b):
        return LeftOver(said, contradicts=False)
    slots = place_between(a, b)
    if slots is None or not all(0 < len(slot) <= _BRIEFLY for slot in slots) or denied_in_other_words(a, b):
        return None
    ours, theirs = (
        [at for at in unaccounted(one, other, pair, akin=False, light=False) if at in slot]
        for one, other, slot in ((a, b, slots[0]), (b, a, slots[1]))
    )
    lacking = [r.words[at] for r, places in ((a, ours), (b, theirs)) for at in places]
    if not ours or not theirs or are_light_verbs(lacking) or _GOING_ON.issuperset(lacking):
        return None  # light verbs alone have been compared
    both = list(zip((a, b), slots, strict=True))
    told = " / ".join(r.as_written(slot.start, slot.stop) for r, slot in both)
    doubtful = (at for r, _ in both for at in (*r.negators, *(q.first for q in r.quantities)))
    sure = all(map(is_light, lacking)) and not any(at in slot for at in doubtful for slot in slots)
    return LeftOver(f"differs: {told}", contradicts=sure)


def _only_akin(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> LeftOver | None:
    """What one statement has only a word akin to, of one stem or side: "differs: farmers / farms", "differs: owned / sold".

    Given is what neither has even that of, and what weighs nothing.
    """
    a, b = pair.a, pair.b
    ours = [at for at in unaccounted(a, b, pair, akin=False) if at not in ours]
    theirs = [at for at in unaccounted(b, a, pair, akin=False) if at not in theirs]
    if ours and theirs:
        return LeftOver(_differs(pair, ours, theirs), contradicts=False)
    one, places = (a, ours) if ours else (b, theirs)
    return LeftOver(f"only one says: {_told(one, places)}", contradicts=False) if places else None


def _turned_about(a: Reading, b: Reading, *, alike: bool) -> LeftOver | None:
    """Two that stand the other way round: the parts of one name, which may be the same person's, or two who did it and had it done."""
    if said := find_reversed_name(a, b):
        return LeftOver(said, contradicts=False)
    said = None if _from_both_ends(a, b) else turned(a, b)
    return LeftOver(said, contradicts=alike) if said else None


def _from_both_ends(a: Reading, b: Reading) -> bool:
    """Whether two change places and word, and say the same: dearer and cheaper, sold and bought, led and trailed."""
    return (
        are_converse_comparisons(a, b)
        or are_converse(a, b)
        or have_same_winner(a, b)
        or bool(find_agreeing_axes(a, b))
    )


def in_place_of_each_other(pair: Pair, *, surely: bool) -> LeftOver | None:
    """What each statement has that the other does not, where both have something: "differs: oil / paint".

    `surely` leaves out what does not contradict: most pairs differ in more than one place, which is soon seen.
    """
    place = one_place(pair.a, pair.b)
    too_many = MOST + 1 if surely and place is None else None
    if too_many and not each_names_more(pair.a, pair.b):
        return None
    ours = unaccounted(pair.a, pair.b, pair, most=too_many)
    theirs = unaccounted(pair.b, pair.a, pair, most=too_many) if ours and len(ours) != too_many else []
    if not theirs:
        return None
    in_place = _within(place, ours, theirs) or are_rivals(pair.a, ours, pair.b, theirs)
    sure = in_place and not is_exception_complement(pair.a, pair.b)
    sure = sure and not _may_say_the_same(pair.a, ours, pair.b, theirs)
    return LeftOver(_differs(pair, ours, theirs), sure and not _from_both_ends(pair.a, pair.b))


def _may_say_the_same(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over on both sides may be one number, day or thing, or answers one question alike."""
    two = a, ours, b, theirs
    return may_be_one(*two) or are_within_same_answer(*two) or told_loosely(*two) or _may_be_called(*two)


_CALLED = GENERIC_SPEAKERS | words_of(
    "victim suspect defendant attacker boy girl driver player club team bank party"
)
"""What somebody may be called who is named in the other."""


def _may_be_called(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether one is named whom the other only tells to be known: "Moor", "the driver"; "the CIA", "the agency"."""
    return any(
        all(one.has_capital(at) for at in places)
        and len(there) == 1
        and other.words[there[0]] in _CALLED
        and other.words[there[0] - 1] == "the"
        for one, places, other, there in ((a, ours, b, theirs), (b, theirs, a, ours))
        if places and there and there[0]
    )


def _within(place: tuple[range, range] | None, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether all that is left over stands in the one place in which two statements differ, if there is one."""
    return place is not None and only_there(place[0], ours) and only_there(place[1], theirs)


def _differs(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> str:
    return "differs: " + " / ".join(parts_apart(_told(pair.a, ours), _told(pair.b, theirs)))


def _beside(reading: Reading, places: Sequence[int]) -> tuple[str, str] | None:
    """The words on both sides of some that stand together, in their stems: the slot that they fill."""
    words, first, last = reading.words, places[0], places[-1]
    if last - first >= _SLOT:
        return None
    first -= first > 1 and words[first - 1] in _PLACING
    return stem(" ".join(words[first - 1 : first])), stem(" ".join(words[last + 1 : last + 2]))


def _told(reading: Reading, places: Sequence[int]) -> str:
    """The first words of weight of some, with the grammar between: "more than 3,000", "if the court agrees"."""
    words, weighty = reading.words, 0
    told: list[int] = []
    for before, at in pairwise([-1, *places]):
        between = range(before + 1, at) if told and at - before <= _SLOT else ()
        if all(words[i] in STOP_WORDS and not reading.is_boundary(i + 1) for i in between):
            told.extend(between)
        told.extend(verb_and_particles(reading, at))
        weighty += words[at] not in STOP_WORDS
        if weighty == _SLOT:
            break
    return reading.written_at(told)


def parts_apart(one: str, other: str) -> tuple[str, str]:
    """Of two runs of a script without spaces, the part in which they differ; other words as they stand."""
    if not (unspaced_bigrams(one) and unspaced_bigrams(other)):
        return one, other
    before = _alike(one, other)
    behind = _alike(one[before:][::-1], other[before:][::-1])
    return one[before : len(one) - behind] or one, other[before : len(other) - behind] or other


def _alike(one: str, other: str) -> int:
    """How many letters two words have in common from the beginning."""
    return next(
        (at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other))
    )
