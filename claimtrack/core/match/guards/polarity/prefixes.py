"""Guards on what a part makes of a word: legal and illegal, resident and non-resident, switched on and switched off."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference, symmetric_guard
from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import EVERYBODY, STOP_WORDS, words_of
from claimtrack.core.match.words.negators import PREFIXES, without_prefix
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


@symmetric_guard("opposite")
def negative_affixes_differ(one: Reading, other: Reading) -> Excerpts | None:
    """One has a word with un-, in-, dis-, -less or the like, the other the word without it: legal, illegal; useful, useless."""
    if are_antonym_superlatives(one, other):
        return None
    for word in sorted(w for w in one.vocabulary - other.vocabulary if _may_deny(w)):
        for base in (*without_prefix(word), f"{word.removesuffix('less')}ful"):
            known = base in other.vocabulary and base not in one.vocabulary
            if len(base) < 4 or not known or word.removesuffix(base) in other.vocabulary:
                continue
            denied = _is_denied(word, one) != _is_denied(base, other)
            if not denied and not is_double_negative(one, other):
                return word, base
    return None


def _may_deny(word: str) -> bool:
    """Whether a word begins or ends as those do that deny what they are made from."""
    return word.startswith(PREFIXES) or (word.endswith("less") and word not in _NO_OPPOSITES)


_NO_OPPOSITES = words_of("helpless shameless")
"""What is helpful is not the opposite of these, and what is shameful is one of them."""


def _is_denied(word: str, reading: Reading) -> bool:
    """Whether a word is denied, or tells with a "not" right behind it that what follows is: "likely not"."""
    return stem(word) in reading.surely_denied or reading.words.index(word) + 1 in reading.negators


_MOST, _LEAST = words_of("most more"), words_of("least less")


def are_antonym_superlatives(a: Reading, b: Reading) -> bool:
    """Whether what is the most so in the one is the least so in the other, and that in a word with "un-": "most unpopular", "least popular"."""
    return any(
        degree in _MOST
        and any((less, base) in pairwise(other.words) for base in without_prefix(word) for less in _LEAST)
        for one, other in ((a, b), (b, a))
        for degree, word in pairwise(one.words)
    )


_OF_NONE = words_of("no none nobody neither")


def is_double_negative(a: Reading, b: Reading) -> bool:
    """Whether one says of none in a word with "un-" what the other says of all without it: "no bank was unaffected", "all were affected"."""
    if not a.negators and not b.negators:
        return False
    for one, other in ((a, b), (b, a)):
        if len(one.negators) != 1 or other.negators or one.words[one.negators[0]] not in _OF_NONE:
            continue
        ours, theirs = one.vocabulary - other.vocabulary, other.vocabulary - one.vocabulary
        if EVERYBODY.isdisjoint(other.vocabulary):
            continue
        if any(not theirs.isdisjoint(without_prefix(word)) for word in ours) or any(
            not ours.isdisjoint(without_prefix(word)) for word in theirs
        ):
            return True
    return False


_OPPOSED = frozenset(map(frozenset, (("on", "off"), ("up", "down"), ("at", "down"))))
_PARTICLES = words_of("on off up down at")
_SWITCHING = stems_of("switch turn shut put take flick power go come")
"""With "on" and "off" these are one verb."""
_AIMING = stems_of("shoot")
"""With "at" these tell what was aimed at, with "down" what was hit."""
_REACH = 4
"""Tokens from the verb to its particle at most: "switched the ventilator off"."""


_TURNING_PARTICLES = words_of("off down out up away")
_AFTER_A_VERB = _TURNING_PARTICLES | words_of("on in over back through apart aside ahead")
_SAID_WITHOUT = words_of("pay pays paid scale scaled cut cuts wake woke go goes went gone")
"""What these are told of is much the same without their particle."""


@symmetric_guard("differs")
def particle_missing(one: Reading, other: Reading) -> Excerpts | None:
    """One verb stands with a particle that makes another of it, and without: called off, called."""
    for at, meaning in one.phrase_meanings.items():
        verb, particle = one.words[at : at + 2]
        if particle not in _TURNING_PARTICLES - other.vocabulary or verb in _SAID_WITHOUT:
            continue
        if verb not in other.vocabulary or _means(stem(meaning), stem(verb), other):
            continue
        behind = other.words[other.words.index(verb) + 1 :][:1]
        if _AFTER_A_VERB.isdisjoint(behind):
            return f"{one.written[at]} {particle}", one.written[at]
    return None


def _means(meaning: str, verb: str, other: Reading) -> bool:
    """Whether what a verb means with its particle it means without, too, or the other says it in some word."""
    said = meaning == verb or meaning in other.terms
    return said or not meanings(meaning).isdisjoint(meanings(verb) | other.senses)


def particles_differ(a: Reading, b: Reading) -> Difference | None:
    """The same verb stands with opposed particles."""
    ours = _particles(a)
    theirs = _particles(b) if ours else {}
    for verb, (particle, written) in ours.items():
        other, written_b = theirs.get(verb, ("", ""))
        if frozenset((particle, other)) in _OPPOSED:
            return Difference(f"opposite: {written} / {written_b}", sure=True)
    return None


def _particles(reading: Reading) -> dict[str, tuple[str, str]]:
    """Each verb with the first particle behind it, alone and as written with the verb."""
    found: dict[str, tuple[str, str]] = {}
    for at, word in enumerate(reading.words):
        if word not in _PARTICLES or (word == "at" and stem(reading.words[at - 1]) not in _AIMING):
            continue
        if (verb := _verb(reading, at)) is not None:
            switching = word in ("on", "off") and stem(reading.words[verb]) in _SWITCHING
            name = "switch" if switching else stem(reading.words[verb])
            found.setdefault(name, (word, f"{reading.written[verb]} {word}"))
    return found


def _verb(reading: Reading, at: int) -> int | None:
    """The verb before a particle: right before it, or before its object."""
    words = reading.words
    if words[at] == "on" and words[at + 1 : at + 2] != ["the"] and starts_date(words[at + 1 : at + 2]):
        return None
    before = range(at - 1, max(-1, at - 1 - _REACH), -1)
    verb = next((i for i in before if stem(words[i]) in _SWITCHING), None)
    if verb is not None and _PARTICLES.isdisjoint(words[verb + 1 : at]):
        leads = words[at + 1 : at + 2] and words[at + 1] in DETERMINERS
        return None if leads and verb < at - 1 and words[at] == "on" else verb
    return at - 1 if at and words[at - 1] not in STOP_WORDS and words[at] != "on" else None
