"""The one place in which two statements differ that are the same word by word before and behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.names.names import COMMON_NOUN_ABBREVIATIONS
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.semantics.antonyms import LIFTABLE
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    EVERYBODY,
    FINITE_AUXILIARIES,
    NOBODY,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.reading.reading import Reading

_SLOT = 3
"""Words of weight that may stand in each other's place and be one difference."""
_FRAME = 4
"""Words that two statements must have in common around it, two of them of weight."""
_LINKS = words_of(
    "of for in on at to from with by and or that who which while as than about after before into against under over if when"
    " is are was were be been has have had will would since during until because due not no"
)
"""With these a place holds more than one thing, or a clause."""
_CLAUSES = words_of("while after before if when since until because though although")
"""Where both sides have one of these, they are joined otherwise to what follows: "held though it rained", "broke when it rained"."""
_ENDING = words_of("of for in on at to from with by into about against")
_OPENING = words_of("by in with on at")
_PHRASE_LINKS = _LINKS - _CLAUSES
_LINKS_BUT_OF = _LINKS - {"of"}


def one_place(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The tokens of each side in which two statements differ, where all words before and behind are the same."""
    between = place_between(a, b)
    if between is None:
        return None
    slots = _bare(a, between[0], b, between[1])
    at_the_end = between[0].stop == len(a.words) and all(
        slot and slot[0] and r.words[slot[0] - 1] in _ENDING for r, slot in zip((a, b), slots, strict=True)
    )
    linked = all(any(r.words[at] in _CLAUSES for at in slot) for r, slot in zip((a, b), slots, strict=True))
    barred = _PHRASE_LINKS if linked else _LINKS_BUT_OF if at_the_end else _LINKS
    if not all(_holds_one(r, s, barred) for r, s in zip((a, b), slots, strict=True)):
        return None
    return slots if _named(a, slots[0]) == _named(b, slots[1]) else None


def place_between(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The tokens of each side between the words that are the same before and behind; None where these are too few."""
    ours, theirs = a.words, b.words
    shorter = min(len(ours), len(theirs))
    first = next((at for at in range(shorter) if ours[at] != theirs[at]), shorter)
    behind = next((at for at in range(shorter - first) if ours[-1 - at] != theirs[-1 - at]), shorter - first)
    around = (*ours[:first], *ours[len(ours) - behind :])
    if len(around) < _FRAME or sum(word not in STOP_WORDS and word[0].isalnum() for word in around) < 2:
        return None
    return range(first, len(ours) - behind), range(first, len(theirs) - behind)


def instead(one: Reading, places: Sequence[int], other: Reading) -> tuple[str, str] | None:
    """What stands in each other's place where one says more, as it is told: "came into", "left"; None where it stands in that of nothing."""
    slots = place_between(one, other)
    if slots is None or not only_there(slots[0], places):
        return None
    if any(
        len(slot) > _TOLD or r.has_boundary_in(slot[1:]) for r, slot in zip((one, other), slots, strict=True)
    ):
        return None
    is_for_the_other = len(slots[0]) == len(slots[1]) == 1 and other.words[slots[1][0]] not in (
        "a",
        "an",
        "the",
    )
    if not is_for_the_other and all(other.words[at] in STOP_WORDS for at in slots[1]):
        return None  # but "against" stands for "for", and "although" for "because"
    return one.as_written(slots[0].start, slots[0].stop), other.as_written(slots[1].start, slots[1].stop)


_TOLD = 6
"""Words that are told of each side at most."""


def _bare(a: Reading, ours: range, b: Reading, theirs: range) -> tuple[range, range]:
    """Two places without the prepositions at their ends, and at their beginning where both have one or the other is an adverb: by radio, in writing."""
    ours, theirs = _without_ends(a, ours), _without_ends(b, theirs)
    opening, opening_b = (r.words[slot[0]] if slot else "" for r, slot in ((a, ours), (b, theirs)))
    links = opening in _OPENING, opening_b in _OPENING
    if all(links) or (any(links) and (opening.endswith("ly") or opening_b.endswith("ly"))):
        return ours[links[0] :], theirs[links[1] :]
    return ours, theirs


def _without_ends(reading: Reading, slot: range) -> range:
    """A place without the helping verb before its first word and the preposition behind its last: "was charged with", "stole from"."""
    if len(slot) > 1 and reading.words[slot[-1]] in _ENDING:
        slot = slot[:-1]
    return slot[1:] if len(slot) > 1 and reading.words[slot[0]] in FINITE_AUXILIARIES else slot


def _named(reading: Reading, slot: range) -> bool:
    """Whether a place holds a name, or stands at the beginning with "the", which may tell what is named otherwise."""
    if slot and slot[0] == 0:
        return reading.words[0] in ARTICLES
    return any(reading.has_capital(at) and reading.words[at] not in COMMON_NOUN_ABBREVIATIONS for at in slot)


def _holds_one(reading: Reading, slot: Sequence[int], barred: frozenset[str]) -> bool:
    words = [reading.words[at] for at in slot]
    weighty = sum(word not in STOP_WORDS for word in words)
    parted = reading.has_boundary_in(slot[1:])
    counted = any(quantity.first in slot for quantity in reading.quantities)
    return 0 < weighty <= _SLOT and (barred | LIFTABLE).isdisjoint(words) and not parted and not counted


def only_there(slot: range, places: Sequence[int]) -> bool:
    """Whether some places are all in a slot, and there are some."""
    return bool(places) and all(at in slot for at in places)


_LIGHT = stems_of("take get give make do go come put bring have hold use used using be carry")


_NEVER = {
    stem(light): frozenset(
        stem(form) for word in words_of(others) for form in (word, f"{word.removesuffix('e')}ed")
    )
    for light, others in (
        ("give", "lend sell loan rent lease promise deny refuse owe steal receive borrow buy"),
        ("make", "lose spend waste squander owe donate cancel"),
        ("take", "lose return refuse reject decline abandon leave turn"),
        ("get", "lose refuse reject give sell deny"),
        ("have", "lose want need lack seek"),
        ("hold", "lose sell cancel postpone release free boycott"),
        ("bring", "remove withdraw"),
        ("come", "leave lose"),
        ("use", "waste lose refuse sell"),
        ("put", "remove withdraw"),
    )
}
"""Verbs that carry little, each with those for which it never stands: what is given is not lent."""


def stands_for_another(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some words of one stand in the place of others that carry little, but mean something else: raised, kept.

    A verb that may stand for any does not count.
    """
    slots = one_place(one, other)
    if slots is None or not only_there(slots[0], places):
        return False
    words = [other.words[at] for at in slots[1]]
    meant = {sense for at in slots[0] for sense in meanings(stem(one.words[at]))}
    ours = {stem(one.words[at]) for at in slots[0]}
    theirs = [
        word
        for word in words
        if word not in STOP_WORDS
        and (stem(word) not in _LIGHT or not ours.isdisjoint(_NEVER.get(stem(word), ())))
        and meant.isdisjoint(meanings(stem(word)))
    ]
    return bool(theirs)


_ALL_BUT_ONE, _BRIEF = 0.8, 12
"""From how much in the same order on what each side of a brief pair has alone is what differs, and how many terms that may have."""
_BRIEFEST = 10
"""Terms of a pair so brief that it need not be one run of words beside the same word."""
_EXACTLY = words_of("exactly precisely")
_NO_MORE = words_of("only just merely mere barely hardly even")
"""Before a number that is hedged no further these tell that it is no more: "just 12", "only sold about 12", "not even 12"."""
_SOON = 3
"""Words from such a word to the number at most."""


def all_but_one(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether in two brief statements all stands in one order but what each side has alone.

    Where they are not the briefest that must be one run of words, beside the same word.
    """
    a, b = pair.a, pair.b
    terms = max(len(a.sequence), len(b.sequence))
    if terms > _BRIEF or pair.in_order < _ALL_BUT_ONE or _far_apart(a, ours, b, theirs):
        return False
    exactly = not _EXACTLY.isdisjoint(a.vocabulary | b.vocabulary)
    exactly = exactly or _no_more(a, ours, b, theirs) or _no_more(b, theirs, a, ours)
    if not exactly and _counted(a, ours) & _counted(b, theirs):
        return False  # "12", "more than 12"
    if terms <= _BRIEFEST:
        return True
    if any(run[-1] - run[0] >= _SLOT for run in (ours, theirs)):
        return False
    before = a.words[: ours[0]][-1:], b.words[: theirs[0]][-1:]
    behind = a.words[ours[-1] + 1 :][:1], b.words[theirs[-1] + 1 :][:1]
    return any(one and one == other for one, other in (before, behind))


def told_of_little(a: Reading, b: Reading) -> bool:
    """Whether two statements are brief, or the same but for one place: in what else differs, more than one word may be reworded."""
    if max(len(a.sequence), len(b.sequence)) <= _BRIEF:
        return True
    slots = place_between(a, b)
    return slots is not None and all(len(slot) <= _TOLD for slot in slots)


_FAR = 2
"""Terms of both between what is left over of each, from which on that stands in two places: "from *rebels*", "a *historic* castle"."""


def _far_apart(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over of each side stands in two places and may both be so; two verbs may stand in the active and the passive."""
    before, before_b = (
        sum(term in other.terms for term, at in one.placed_terms if at < places[0])
        for one, places, other in ((a, ours, b), (b, theirs, a))
    )
    words, words_b = ([r.words[at] for at in places] for r, places in ((a, ours), (b, theirs)))
    may_be = all(any(map(may_be_past, side)) for side in (words, words_b)) or not _OF_WHOM.isdisjoint(
        (*words, *words_b)
    )
    return abs(before - before_b) >= _FAR and not may_be


_OF_WHOM = EVERYBODY | NOBODY | words_of("alone else only")
"""These tell of all or none but somebody, wherever they stand."""


_OF_WHAT = 8
"""Tokens behind a share in which it is told what it is of."""


def other_base(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the same share is of one thing in the one and of another in the other: of new cars, of all cars on the road."""
    bases = [_bases(r, places) for r, places in ((pair.a, ours), (pair.b, theirs))]
    return not bases[0].isdisjoint(bases[1])


def _bases(reading: Reading, places: Sequence[int]) -> set[float]:
    """The shares behind whose "of" all of some words stand."""
    return {
        share.value
        for share in reading.quantities
        if share.kind == "%"
        and reading.words[share.last + 1 : share.last + 2] == ["of"]
        and all(share.last + 1 < at <= share.last + _OF_WHAT for at in places)
        and not reading.has_boundary_in(range(share.last + 1, places[-1] + 1))
    }


def _no_more(one: Reading, ours: Sequence[int], other: Reading, theirs: Sequence[int]) -> bool:
    """Whether one tells that a number is no more than it is, and the other that it is more: "only 12", "more than 12"."""
    return any(
        q.bound == 0 and not _NO_MORE.isdisjoint(one.words[max(0, q.first - _SOON) : q.first])
        for q in one.quantities
        if q.last in ours
    ) and any(q.bound > 0 for q in other.quantities if q.last in theirs)


def _counted(reading: Reading, run: Sequence[int]) -> set[float]:
    """The numbers that some words tell."""
    return {quantity.value for quantity in reading.quantities if quantity.last in run}
