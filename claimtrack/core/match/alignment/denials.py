"""Whether one of two statements has one negation more than the other, counting "not legal", "illegal" and "banned" alike."""

from __future__ import annotations

from itertools import product

from claimtrack.core.language.word_lists import (
    AFTER_HARDLY,
    AUXILIARIES,
    CONTRASTING,
    HARDLY,
    groups_by_word,
    words_of,
)
from claimtrack.core.match.guards.comparison.equivalences import (
    is_negated_superlative,
    negates_same_comparative,
)
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.ability import have_same_ability
from claimtrack.core.match.guards.polarity.answers import have_same_answer
from claimtrack.core.match.guards.polarity.implicit_negation import is_implicitly_negated
from claimtrack.core.match.guards.polarity.lexical_negation import (
    LACK_WORDS,
    SHORTAGE_WORDS,
    is_denied_idiomatically,
    is_directly_negated,
)
from claimtrack.core.match.guards.polarity.negation import (
    count_denials,
    is_averted_in_one,
    is_averting_verb_negated,
    negates_opposite,
    quote_negation,
)
from claimtrack.core.match.guards.polarity.prefixes import are_antonym_superlatives
from claimtrack.core.match.guards.scope.coverage import is_few_versus_most
from claimtrack.core.match.guards.time.habits import is_habit_ended
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.antonyms import CONTRARY_AXES
from claimtrack.core.match.words.negators import CEASING, PROHIBITING, QUITTING, is_negator, without_prefix
from claimtrack.core.match.words.terms import stem

_NEGATION_EQUIVALENTS = (
    negates_same_comparative,
    is_negated_superlative,
    negates_opposite,
    is_few_versus_most,
)
"""Checks for a negation that the other statement expresses in a different way."""


def _are_alike_answers(a: Reading, b: Reading) -> bool:
    """Whether both give the same answer or the same report of ability in different words: "cannot", "is unable"."""
    if have_same_answer(a, b) or have_same_ability(a, b):
        return True
    return is_implicitly_negated(a, b) or is_implicitly_negated(b, a)


def has_paraphrased_negation(a: Reading, b: Reading) -> bool:
    """Whether the other statement expresses a negation of the one in different words: "used to", "no longer"; "unable", "cannot"."""
    return is_denied_idiomatically(a, b) or is_habit_ended(a, b) or _are_alike_answers(a, b)


def find_unmatched_negation(a: Reading, b: Reading) -> str | None:
    """The negation that one statement has more than the other, prefixes such as "un-" and words such as "banned" included; None without one."""
    if _are_alike_answers(a, b) or are_antonym_superlatives(a, b):
        return None
    pairs = product(_NEGATION_EQUIVALENTS, ((a, b), (b, a)))
    otherwise = is_denied_idiomatically(a, b) or is_habit_ended(a, b)
    otherwise = otherwise or any(are_equivalent(*two) for are_equivalent, two in pairs)
    counted = 0 if otherwise else _count_negators(a, b) + _count_negators(b, a)
    for one, other in ((a, b), (b, a)):
        phrases = {*other.phrase_meanings.values()}
        alone = one.vocabulary - other.vocabulary - phrases  # "broke the law" is illegal
        counted += bool(alone & PROHIBITING and not other.vocabulary & (PROHIBITING | _BAR_FORMS))
        alone |= _affirmative_phrases(one) - other.vocabulary - phrases
        affirmative = (word for word in alone if not is_negator(word))  # "unable" has been counted
        counted += sum(_is_prefix_negated(word, other) for word in affirmative)
    not_all = any(r.words[at : at + 2] == ["not", "all"] for r in (a, b) for at in r.negators)
    some_not = {"all"} if not_all and a.negators and b.negators else set()  # "not all were", "some were not"
    for axis in (a.poles.keys() & b.poles.keys()) - some_not - CONTRARY_AXES:
        counted += _negates_antonym(a, b, axis)
    if counted % 2 == 0:
        return None
    more, other = (a, b) if len(a.negators) > len(b.negators) else (b, a)
    place = next((at for at in more.negators if more.words[at] not in other.vocabulary), None)
    return "one denies it" if place is None else f"negated: {quote_negation(more, place + 1)}"


def _affirmative_phrases(reading: Reading) -> set[str]:
    """The meanings of set phrases that contain no negator of their own: "untaxed" for "tax-free"."""
    phrases = reading.set_phrases.values()
    return {phrase.meaning for phrase in phrases if not any(at in phrase.places for at in reading.negators)}


def _is_prefix_negated(word: str, other: Reading) -> bool:
    """Whether a word negates by its prefix a word of the other statement: "unsafe", "safe"; "unsuccessful", "success"."""
    if word in other.joined_bigrams:
        return False  # "antigovernment", "anti-government"
    bases = without_prefix(word)
    if not other.vocabulary.isdisjoint(bases):
        return True
    beginnings = tuple(base[:_STEM_LETTERS] for base in bases if len(base) > _STEM_LETTERS)
    return any(known.startswith(beginnings) for known in other.vocabulary)


_STEM_LETTERS = 6
"""The number of initial letters that make two words forms of one."""
_BAR_FORMS = words_of("bar bars barring")
"""Forms that prohibit, but may also be of a bar."""


def is_contrastive_negation(a: Reading, b: Reading) -> bool:
    """Whether the extra negation belongs to a contrasted part of the other statement: "by this one but not by that", "that one did not"."""
    return (len(a.contrastive_negators) - len(b.contrastive_negators)) % 2 == 1


def _negates_antonym(a: Reading, b: Reading, axis: str) -> bool:
    """Whether one negates a word whose antonym the other has: "not real" and "fake"."""
    if not a.poles_on(axis).isdisjoint(b.poles_on(axis)):
        return False
    (_, word, at), (_, word_b, at_b) = a.poles[axis][0], b.poles[axis][0]
    if word == word_b or is_negator(word) or is_negator(word_b) or PROHIBITING & {word, word_b}:
        return False  # "they paid no tax", "no tax was paid"; "false" and "banned" have been counted
    denied, denied_b = (
        stem(base) in r.denied_or_postponed and is_directly_negated(r, place)
        for r, base, place in ((a, word, at), (b, word_b, at_b))
    )
    return denied != denied_b


_GRADED_AXES = words_of(
    "direction quality help love speed strength stand health mood wealth price warmth praise trust assault "
    "aid encouragement quickness length age rules pace extent guard hope reward comparative"
)
"""Axes with a middle ground: what does not rise need not fall."""


def find_weaker_denial(a: Reading, b: Reading) -> str | None:
    """A word of a graded axis that one statement negates where the other has its antonym: "did not rise", "fell"; None without one."""
    for axis in sorted(a.poles.keys() & b.poles.keys() & _GRADED_AXES):
        if _negates_antonym(a, b, axis):
            (_, word, at), (_, word_b, at_b) = a.poles[axis][0], b.poles[axis][0]
            quoted = quote_negation(a, at) if stem(word) in a.denied_or_postponed else word
            told_b = quote_negation(b, at_b) if stem(word_b) in b.denied_or_postponed else word_b
            return f"differs: {quoted} / {told_b}"
    return None


def _count_negators(one: Reading, other: Reading) -> int:
    """The number of effective negators; "stopped making" does not count where the other has "discontinued", nor "refused" where it has "rejected"."""
    unshared = other.vocabulary - one.vocabulary
    negative_forms = [denying for saying, denying in _NEGATIVE_VERBS if not saying.isdisjoint(unshared)]
    counted = sum(
        not any(one.words[at] in forms for forms in negative_forms)
        and not is_averting_verb_negated(one, at, other)
        for at in one.negators
    )
    return counted - (count_denials(one) < len(one.negators) and _matches_neither_nor(one, other))


_NEGATIVE_VERBS = (
    (QUITTING, CEASING),
    (SHORTAGE_WORDS, LACK_WORDS),
    (words_of("reject rejects rejected rejecting"), words_of("refuse refuses refused refusing")),
)
"""Affirmative words, and the negators that express the same."""


def _matches_neither_nor(one: Reading, other: Reading) -> bool:
    """Whether one negator of the other covers both parts of "neither A nor B": "no A or B", "A and B did not"; but "not A but B", "A did not, B did"."""
    if len(other.negators) != 1 or not _CONTRAST_WORDS.isdisjoint(other.vocabulary):
        return False
    starts = (one.words.index(word) for word in ("neither", "nor"))
    two = [next((term for term, place in one.placed_terms if place > at), "") for at in starts]
    first, *places = sorted([other.negators[0], *(at for term, at in other.placed_terms if term in two)])
    if other.has_boundary_in(range(first + 1, (places or [first])[-1] + 1)):
        return False
    return other.negators[0] == first or other.negators[0] == places[-1]


_CONTRAST_WORDS = CONTRASTING | {"unlike"}
"""Words that end the scope of a negation."""
_NEGATOR_SHADES = groups_by_word(
    "refuse: refuse refuses refused refusing decline declines declined declining | forget: forget forgets "
    "forgot forgotten neglects neglected | fail: fail fails failed failing unable cannot cant can't couldn't "
    "| deny: deny denies denied denying | avoid: avoided averted | not yet: yet"
) | {**dict.fromkeys(CEASING, "stop"), **dict.fromkeys(HARDLY, "hardly")}
"""Negators that also express a reason or a degree, by their shade; a plain "not" has none."""
_STOPPED_WORDS = words_of("longer more anymore since now")
"""A denial with one of these says that something has stopped: "no longer sells"."""
_SMALL_AMOUNTS = words_of("much almost nearly virtually practically few little")


def negator_shades_differ(a: Reading, b: Reading) -> Difference | None:
    """Both negate the same, but one is unable, refuses, has not yet, or hardly does: "did not pay", "refused to pay"."""
    if not len(a.negators) == len(b.negators) == 1 or is_averted_in_one(a, b):
        return None
    ours, theirs = _find_shade(a), _find_shade(b)
    known = (ours and theirs) or "asked" in (ours, theirs)
    known = known or ("not yet" in (ours, theirs) and "never" in a.vocabulary | b.vocabulary)
    hardly = "hardly" in (ours, theirs) and _SMALL_AMOUNTS.isdisjoint(a.vocabulary | b.vocabulary)
    stopped = "stop" in (ours, theirs) and _STOPPED_WORDS.isdisjoint(a.vocabulary | b.vocabulary)
    if ours == theirs or not (known or hardly or stopped):
        return None
    return Difference(f"differs: {quote_negation(a)} / {quote_negation(b)}", sure=False)


def _find_shade(reading: Reading) -> str:
    """The shade of the only negator of a statement; empty for a plain "not"."""
    at = reading.negators[0]
    if reading.words[0] in AUXILIARIES and reading.cleaned.endswith("?"):
        return "asked"  # "did she not lie?"
    if reading.words[at + 1 : at + 3] == ["have", "to"]:
        return "need not"
    if reading.word(at + 1) == "yet":
        return "not yet"
    if reading.words[at] == "not" and at and reading.words[at - 1] in ("could", "can"):
        return "fail"
    hardly_any = reading.words[at] in HARDLY and reading.word(at + 1) in AFTER_HARDLY
    return "" if hardly_any else _NEGATOR_SHADES.get(reading.words[at], "")
