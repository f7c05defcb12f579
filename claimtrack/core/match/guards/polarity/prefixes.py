"""Guards on affixes and particles that reverse a word: legal and illegal, resident and non-resident, switched on and switched off."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import EVERYBODY, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_guard
from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.negators import PREFIXES, without_prefix
from claimtrack.core.match.words.terms import stem, stems_of


@symmetric_guard("opposite")
def negative_affixes_differ(one: Reading, other: Reading) -> Excerpts | None:
    """One has a word with "un-", "in-", "dis-", "-less" or the like, the other the word without it: legal, illegal; useful, useless."""
    if are_antonym_superlatives(one, other):
        return None
    for word in sorted(w for w in one.vocabulary - other.vocabulary if _has_negative_affix(w)):
        useful = [f"{word.removesuffix('less')}ful"] if word.endswith("less") else []
        for base in (*without_prefix(word), *useful):
            known = base in other.vocabulary and base not in one.vocabulary
            if len(base) < 4 or not known or word.removesuffix(base) in other.vocabulary:
                continue
            denied = _is_denied(word, one) != _is_denied(base, other)
            if not denied and not is_double_negative(one, other):
                return word, base
    return None


def _has_negative_affix(word: str) -> bool:
    """Whether a word starts or ends like a negative prefix or suffix: "illegal", "useless"."""
    return word.startswith(PREFIXES) or (word.endswith("less") and word not in _FALSE_ANTONYMS)


_FALSE_ANTONYMS = words_of("helpless shameless")
"""Words in "-less" that are no antonym of the word in "-ful": "helpful", "helpless"."""


def _is_denied(word: str, reading: Reading) -> bool:
    """Whether a word is negated, or a "not" follows it: "likely not"."""
    return stem(word) in reading.surely_denied or reading.words.index(word) + 1 in reading.negators


_MORE_WORDS, _LESS_WORDS = words_of("most more"), words_of("least less")


def are_antonym_superlatives(a: Reading, b: Reading) -> bool:
    """Whether "most" of a word with "un-" in one is "least" of the plain word in the other: "most unpopular", "least popular"."""
    for one, other in ((a, b), (b, a)):
        if _MORE_WORDS.isdisjoint(one.vocabulary) or _LESS_WORDS.isdisjoint(other.vocabulary):
            continue
        most = (word for degree, word in pairwise(one.words) if degree in _MORE_WORDS)
        bases = {base for word in most for base in without_prefix(word)}
        if any(degree in _LESS_WORDS and word in bases for degree, word in pairwise(other.words)):
            return True
    return False


_SUBJECT_NEGATORS = words_of("no none nobody neither")


def is_double_negative(a: Reading, b: Reading) -> bool:
    """Whether one says of none with "un-" what the other says of all without it: "no bank was unaffected", "all were affected"."""
    if not a.negators and not b.negators:
        return False
    for one, other in ((a, b), (b, a)):
        if len(one.negators) != 1 or other.negators or one.words[one.negators[0]] not in _SUBJECT_NEGATORS:
            continue
        ours, theirs = one.vocabulary - other.vocabulary, other.vocabulary - one.vocabulary
        either = ((ours, theirs), (theirs, ours)) if not EVERYBODY.isdisjoint(other.vocabulary) else ()
        if any(not y.isdisjoint(without_prefix(word)) for x, y in either for word in x):
            return True
    return False


_OPPOSITE_PARTICLES = frozenset(map(frozenset, (("on", "off"), ("up", "down"), ("at", "down"))))
_PARTICLES = words_of("on off up down at")
_SWITCHING_VERBS = stems_of("switch turn shut put take flick power go come")
"""With "on" or "off" these mean the same."""
_AIMING_VERBS = stems_of("shoot")
"""With "at" these name the target, with "down" what was hit: "shot at", "shot down"."""
_PARTICLE_REACH = 4
"""Tokens from the verb to its particle at most: "switched the ventilator off"."""


_MEANING_PARTICLES = words_of("off down out up away")
_VERB_PARTICLES = _MEANING_PARTICLES | words_of("on in over back through apart aside ahead")
_PARTICLE_OPTIONAL = words_of("pay pays paid scale scaled cut cuts wake woke go goes went gone")
"""Verbs that mean much the same without their particle: "cut back", "cut"."""


@symmetric_guard("differs")
def particle_missing(one: Reading, other: Reading) -> Excerpts | None:
    """A phrasal verb has lost the particle that changes its meaning: called off, called."""
    for at, meaning in one.phrase_meanings.items():
        verb, particle = one.words[at : at + 2]
        if particle not in _MEANING_PARTICLES - other.vocabulary or verb in _PARTICLE_OPTIONAL:
            continue
        if verb not in other.vocabulary or _is_meaning_kept(stem(meaning), stem(verb), other):
            continue
        if other.word(other.words.index(verb) + 1) not in _VERB_PARTICLES:
            return f"{one.written[at]} {particle}", one.written[at]
    return None


def _is_meaning_kept(meaning: str, verb: str, other: Reading) -> bool:
    """Whether a verb means the same without its particle, or the other statement expresses its meaning."""
    is_same = meaning == verb or meaning in other.terms
    return is_same or not meanings(meaning).isdisjoint(meanings(verb) | other.senses)


def particles_differ(a: Reading, b: Reading) -> Difference | None:
    """The same verb has opposite particles: "shot at", "shot down"."""
    ours = _find_particles(a)
    theirs = _find_particles(b) if ours else {}
    for verb, (particle, written) in ours.items():
        particle_b, written_b = theirs.get(verb, ("", ""))
        if frozenset((particle, particle_b)) in _OPPOSITE_PARTICLES:
            return Difference(f"opposite: {written} / {written_b}", sure=True)
    return None


def _find_particles(reading: Reading) -> dict[str, tuple[str, str]]:
    """The first particle of each verb: alone, and with the verb as written."""
    found: dict[str, tuple[str, str]] = {}
    for at, word in enumerate(reading.words):
        if word not in _PARTICLES or (word == "at" and stem(reading.words[at - 1]) not in _AIMING_VERBS):
            continue
        if (verb := _find_verb(reading, at)) is not None:
            switching = word in ("on", "off") and stem(reading.words[verb]) in _SWITCHING_VERBS
            key = "switch" if switching else stem(reading.words[verb])
            found.setdefault(key, (word, f"{reading.written[verb]} {word}"))
    return found


def _find_verb(reading: Reading, at: int) -> int | None:
    """The place of the verb of a particle, directly before it or before the object between them."""
    words = reading.words
    if words[at] == "on" and reading.word(at + 1) != "the" and starts_date(words[at + 1 : at + 2]):
        return None
    before = range(at - 1, max(-1, at - 1 - _PARTICLE_REACH), -1)
    verb = next((i for i in before if stem(words[i]) in _SWITCHING_VERBS), None)
    if verb is not None and _PARTICLES.isdisjoint(words[verb + 1 : at]):
        leads = verb < at - 1 and words[at] == "on" and reading.word(at + 1) in DETERMINERS
        return None if leads else verb
    return at - 1 if at and words[at - 1] not in STOP_WORDS and words[at] != "on" else None
