"""The single span in which two statements differ that are identical before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    ARTICLES,
    EVERYBODY,
    FINITE_AUXILIARIES,
    NOBODY,
    STOP_WORDS,
    SUBORDINATORS,
    words_of,
)
from claimtrack.core.match.alignment.numbers import quantities_by_token
from claimtrack.core.match.reading.names.names import COMMON_NOUN_ABBREVIATIONS
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.semantics.antonyms import LIFTABLE
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.features import Pair

_MOST_CONTENT_WORDS = 3
"""The most content words that a differing span may have."""
_FEWEST_SHARED = 4
"""The fewest shared words around it; two of them must be content words."""
_LINKING_WORDS = words_of(
    "of for in on at to from with by and or that who which while as than about after before into against "
    "under over if when is are was were be been has have had will would since during until because due not "
    "no"
)
"""Words with which a span holds more than one phrase, or a clause."""
_FINAL_PREPOSITIONS = words_of("of for in on at to from with by into about against")
_INITIAL_PREPOSITIONS = words_of("by in with on at")
_LINKS_WITHOUT_CLAUSES = _LINKING_WORDS - SUBORDINATORS
_LINKS_WITHOUT_OF = _LINKING_WORDS - {"of"}


def find_differing_phrases(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The tokens of the one phrase on each side in which two statements differ; None where more than a phrase differs."""
    between = find_differing_spans(a, b)
    if between is None:
        return None
    slots = _trim_prepositions(a, between[0], b, between[1])
    sides = list(zip((a, b), slots, strict=True))
    at_the_end = between[0].stop == len(a.words) and all(
        slot and slot[0] and r.words[slot[0] - 1] in _FINAL_PREPOSITIONS for r, slot in sides
    )
    linked = all(any(r.words[at] in SUBORDINATORS for at in slot) for r, slot in sides)
    barred = _LINKS_WITHOUT_CLAUSES if linked else _LINKS_WITHOUT_OF if at_the_end else _LINKING_WORDS
    if not all(_is_one_phrase(r, slot, barred) for r, slot in sides):
        return None
    return slots if _holds_name(a, slots[0]) == _holds_name(b, slots[1]) else None


def find_differing_spans(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The tokens of each side between the shared beginning and end; None where these are too short."""
    ours, theirs = a.words, b.words
    shorter = min(len(ours), len(theirs))
    first = next((at for at in range(shorter) if ours[at] != theirs[at]), shorter)
    after = next((at for at in range(shorter - first) if ours[-1 - at] != theirs[-1 - at]), shorter - first)
    around = (*ours[:first], *ours[len(ours) - after :])
    weighty = sum(word not in STOP_WORDS and word[0].isalnum() for word in around)
    if len(around) < _FEWEST_SHARED or weighty < 2:
        return None
    return range(first, len(ours) - after), range(first, len(theirs) - after)


def describe_substitution(one: Reading, places: Sequence[int], other: Reading) -> tuple[str, str] | None:
    """The differing spans as written, "came into", "left", where `places` lie in them; None where one side has nothing there."""
    slots = find_differing_spans(one, other)
    if slots is None or not lie_within(slots[0], places):
        return None
    sides = zip((one, other), slots, strict=True)
    if any(len(slot) > _LONGEST_SHOWN or r.has_boundary_in(slot[1:]) for r, slot in sides):
        return None
    is_one_for_one = len(slots[0]) == len(slots[1]) == 1 and other.words[slots[1][0]] not in ARTICLES
    if not is_one_for_one and all(other.words[at] in STOP_WORDS for at in slots[1]):
        return None  # but "against" stands for "for", and "although" for "because"
    if _add_to_number(one, slots[0], places, other, slots[1]):
        return None
    return one.as_written(slots[0].start, slots[0].stop), other.as_written(slots[1].start, slots[1].stop)


def _add_to_number(one: Reading, ours: range, places: Sequence[int], other: Reading, theirs: range) -> bool:
    """Whether `places` only add to a number, which is all that the other side has: "12 percent *last year*", "by twelve percent"."""
    numbers, known = quantities_by_token(one).keys(), quantities_by_token(other).keys()
    return (
        not numbers.isdisjoint(ours)
        and numbers.isdisjoint(places)
        and not known.isdisjoint(theirs)
        and all(at in known or other.words[at] in STOP_WORDS for at in theirs)
    )


_LONGEST_SHOWN = 6
"""The most tokens of each side that are shown."""


def _trim_prepositions(a: Reading, ours: range, b: Reading, theirs: range) -> tuple[range, range]:
    """Two spans without final prepositions, and without initial ones where both have one or the other span is an adverb: by radio, in writing."""
    ours, theirs = _trim_ends(a, ours), _trim_ends(b, theirs)
    opening, opening_b = (r.words[slot[0]] if slot else "" for r, slot in ((a, ours), (b, theirs)))
    links = opening in _INITIAL_PREPOSITIONS, opening_b in _INITIAL_PREPOSITIONS
    if all(links) or (any(links) and (opening.endswith("ly") or opening_b.endswith("ly"))):
        return ours[links[0] :], theirs[links[1] :]
    return ours, theirs


def _trim_ends(reading: Reading, slot: range) -> range:
    """A span without an initial auxiliary and a final preposition: "was charged with", "stole from"."""
    if len(slot) > 1 and reading.words[slot[-1]] in _FINAL_PREPOSITIONS:
        slot = slot[:-1]
    return slot[1:] if len(slot) > 1 and reading.words[slot[0]] in FINITE_AUXILIARIES else slot


def _holds_name(reading: Reading, slot: range) -> bool:
    """Whether a span holds a name, or opens the statement with an article and so may describe something named."""
    if slot and slot[0] == 0:
        return reading.words[0] in ARTICLES
    return any(reading.has_capital(at) and reading.words[at] not in COMMON_NOUN_ABBREVIATIONS for at in slot)


def _is_one_phrase(reading: Reading, slot: Sequence[int], barred: frozenset[str]) -> bool:
    """Whether a span holds one phrase: a few content words, no clause boundary, no number."""
    words = [reading.words[at] for at in slot]
    weighty = sum(word not in STOP_WORDS for word in words)
    counted = any(quantity.first in slot for quantity in reading.quantities)
    is_brief = 0 < weighty <= _MOST_CONTENT_WORDS and not counted and not reading.has_boundary_in(slot[1:])
    return is_brief and (barred | LIFTABLE).isdisjoint(words)


def lie_within(slot: range, places: Sequence[int]) -> bool:
    """Whether there are some tokens and all lie in a span."""
    return bool(places) and all(at in slot for at in places)


_LIGHT_VERB_STEMS = stems_of("take get give make do go come put bring have hold use used using be carry")


_LIGHT_VERB_ANTONYMS = {
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
"""Stem of a light verb -> stems of the verbs that it never replaces: what is given is not lent."""


def replaces_other_meaning(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some tokens of one replace a word of the other with another meaning: "raised", "kept".

    Light verbs of the other, which may replace any verb, do not count.
    """
    slots = find_differing_phrases(one, other)
    if slots is None or not lie_within(slots[0], places):
        return False
    words = [other.words[at] for at in slots[1]]
    meant = {sense for at in slots[0] for sense in meanings(stem(one.words[at]))}
    ours = {stem(one.words[at]) for at in slots[0]}
    return any(
        meant.isdisjoint(meanings(term))
        and (term not in _LIGHT_VERB_STEMS or not ours.isdisjoint(_LIGHT_VERB_ANTONYMS.get(term, ())))
        for term in (stem(word) for word in words if word not in STOP_WORDS)
    )


_ALL_BUT_ONE, _BRIEF = 0.8, 12
"""From how much in the same order on what each side of a brief pair has alone is what differs, and how many terms that may have."""
_BRIEFEST = 10
"""The most terms of a pair so brief that the difference need not be one run of tokens next to a shared word."""
_EXACT_WORDS = words_of("exactly precisely")
_MINIMISING_WORDS = words_of("only just merely mere barely hardly even")
"""Words before an exact number that limit it: "just 12", "only sold about 12", "not even 12"."""
_MINIMISER_REACH = 3
"""The most tokens from such a word to the number."""


def differ_in_one_place(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether two brief statements have the same word order but for the given unaligned tokens.

    Unless they are very brief, these must be one run of tokens next to the same word.
    """
    a, b = pair.a, pair.b
    terms = max(len(a.sequence), len(b.sequence))
    if terms > _BRIEF or pair.in_order < _ALL_BUT_ONE or _are_in_two_places(a, ours, b, theirs):
        return False
    exactly = not _EXACT_WORDS.isdisjoint(a.vocabulary | b.vocabulary)
    exactly = exactly or _is_limited_number(a, ours, b, theirs) or _is_limited_number(b, theirs, a, ours)
    if not exactly and _number_values(a, ours) & _number_values(b, theirs):
        return False  # "12", "more than 12"
    if terms <= _BRIEFEST:
        return True
    if any(run[-1] - run[0] >= _MOST_CONTENT_WORDS for run in (ours, theirs)):
        return False
    before = a.words[: ours[0]][-1:], b.words[: theirs[0]][-1:]
    after = a.words[ours[-1] + 1 :][:1], b.words[theirs[-1] + 1 :][:1]
    return any(one and one == other for one, other in (before, after))


def are_brief_or_close(a: Reading, b: Reading) -> bool:
    """Whether two statements are brief, or identical but for one short span; in longer ones more than one word may be reworded."""
    if max(len(a.sequence), len(b.sequence)) <= _BRIEF:
        return True
    slots = find_differing_spans(a, b)
    return slots is not None and all(len(slot) <= _LONGEST_SHOWN for slot in slots)


_FEWEST_BETWEEN = 2
"""The number of shared terms between what is left over on each side from which it is in two places: "from *rebels*", "a *historic* castle"."""


def _are_in_two_places(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over on each side is in two places, so that both may hold; two verbs may be active and passive."""
    before, before_b = (
        sum(term in other.terms for term, at in one.placed_terms if at < places[0])
        for one, places, other in ((a, ours, b), (b, theirs, a))
    )
    if abs(before - before_b) < _FEWEST_BETWEEN:
        return False
    sides = [[r.words[at] for at in places] for r, places in ((a, ours), (b, theirs))]
    are_verbs = all(any(map(may_be_past, side)) for side in sides)
    return not are_verbs and all(map(_QUANTIFYING_PRONOUNS.isdisjoint, sides))


_QUANTIFYING_PRONOUNS = EVERYBODY | NOBODY | words_of("alone else only")
"""Words that quantify over people or exclude others, wherever they are."""


_BASE_REACH = 8
"""The number of tokens after a share in which its base is stated."""


def share_bases_differ(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the same share has another base in each: of new cars, of all cars on the road."""
    bases = [_shares_of(r, places) for r, places in ((pair.a, ours), (pair.b, theirs))]
    return not bases[0].isdisjoint(bases[1])


def _shares_of(reading: Reading, places: Sequence[int]) -> set[float]:
    """The values of the shares in whose "of" phrase all given tokens are."""
    return {
        share.value
        for share in reading.quantities
        if share.kind == "%"
        and reading.word(share.last + 1) == "of"
        and all(share.last + 1 < at <= share.last + _BASE_REACH for at in places)
        and not reading.has_boundary_in(range(share.last + 1, places[-1] + 1))
    }


def _is_limited_number(one: Reading, ours: Sequence[int], other: Reading, theirs: Sequence[int]) -> bool:
    """Whether one limits a number that the other only bounds from below: "only 12", "more than 12"."""
    return any(
        q.bound == 0
        and not _MINIMISING_WORDS.isdisjoint(one.words[max(0, q.first - _MINIMISER_REACH) : q.first])
        for q in one.quantities
        if q.last in ours
    ) and any(q.bound > 0 for q in other.quantities if q.last in theirs)


def _number_values(reading: Reading, run: Sequence[int]) -> set[float]:
    """The values of the numbers among some tokens."""
    return {quantity.value for quantity in reading.quantities if quantity.last in run}
