"""Whether one of two statements denies once more than the other, be it in one word: "not legal", "illegal", "banned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
from claimtrack.core.match.reading.semantics.negation import is_negator
from claimtrack.core.match.words.antonyms import CONTRARY_AXES
from claimtrack.core.match.words.lexicon import (
    AFTER_HARDLY,
    AUXILIARIES,
    CONTRASTING,
    HARDLY,
    groups_by_word,
    words_of,
)
from claimtrack.core.match.words.negators import CEASING, PROHIBITING, QUITTING, without_prefix
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_MADE_UP = (negates_same_comparative, is_negated_superlative, negates_opposite, is_few_versus_most)
"""Ways in which a denial may be made up for."""


def _answer_alike(a: Reading, b: Reading) -> bool:
    if have_same_answer(a, b) or have_same_ability(a, b):
        return True
    return is_implicitly_negated(a, b) or is_implicitly_negated(b, a)


def denied_in_other_words(a: Reading, b: Reading) -> bool:
    """Whether what one denies is known to be said in the other, in whatever words: "used to", "no longer"; "unable", "cannot"."""
    return is_denied_idiomatically(a, b) or is_habit_ended(a, b) or _answer_alike(a, b)


def denied_once(a: Reading, b: Reading) -> str | None:
    """One has a "not" more than the other, where a word with "un-" counts for one, and so does "banned"."""
    if _answer_alike(a, b) or are_antonym_superlatives(a, b):
        return None
    otherwise = is_denied_idiomatically(a, b) or is_habit_ended(a, b)
    otherwise = otherwise or any(way(*two) for way in _MADE_UP for two in ((a, b), (b, a)))
    counted = 0 if otherwise else _deniers(a, b) + _deniers(b, a)
    for one, other in ((a, b), (b, a)):
        said = {*other.phrase_meanings.values()}
        alone = one.vocabulary - other.vocabulary - said  # "broke the law" is illegal
        counted += bool(alone & PROHIBITING and not other.vocabulary & (PROHIBITING | _BARRING))
        alone |= _undenied_phrases(one) - other.vocabulary - said
        undone = (word for word in alone if not is_negator(word))  # "unable" has been counted
        counted += sum(_is_undone(word, other) for word in undone)
    not_all = any(r.words[at : at + 2] == ["not", "all"] for r in (a, b) for at in r.negators)
    some_not = {"all"} if not_all and a.negators and b.negators else set()  # "not all were", "some were not"
    for axis in (a.poles.keys() & b.poles.keys()) - some_not - CONTRARY_AXES:
        counted += _denies_the_opposite(a, b, axis)
    if counted % 2 == 0:
        return None
    more, other = (a, b) if len(a.negators) > len(b.negators) else (b, a)
    place = next((at for at in more.negators if more.words[at] not in other.vocabulary), None)
    return "one denies it" if place is None else f"negated: {quote_negation(more, place + 1)}"


def _undenied_phrases(reading: Reading) -> set[str]:
    """What phrases stand for in which nothing is denied by itself: "untaxed" for "tax-free"."""
    phrases = reading.set_phrases.values()
    return {phrase.meaning for phrase in phrases if not any(at in phrase.places for at in reading.negators)}


def _is_undone(word: str, other: Reading) -> bool:
    """Whether a word denies by what it begins with what the other has: "unsafe", "safe"; "unsuccessful", "success"."""
    if word in other.joined_bigrams:
        return False  # "antigovernment", "anti-government"
    bases = without_prefix(word)
    if not other.vocabulary.isdisjoint(bases):
        return True
    return any(
        len(base) > _HEAD and any(known[:_HEAD] == base[:_HEAD] for known in other.vocabulary)
        for base in bases
    )


_HEAD = 6
"""Letters that make two words forms of one."""
_BARRING = words_of("bar bars barring")
"""These prohibit as well, but are a bar's, too."""


def denied_in_a_contrast(a: Reading, b: Reading) -> bool:
    """Whether what makes one deny more is said of something else in the other: "by this one but not by that", "that one did not"."""
    return (len(a.contrastive_negators) - len(b.contrastive_negators)) % 2 == 1


def _denies_the_opposite(a: Reading, b: Reading, axis: str) -> bool:
    """Whether one denies a word whose opposite the other has: "not real" and "fake"."""
    if not a.poles_on(axis).isdisjoint(b.poles_on(axis)):
        return False
    (pole, word, at), (pole_b, word_b, at_b) = a.poles[axis][0], b.poles[axis][0]
    if word == word_b or is_negator(word) or is_negator(word_b) or PROHIBITING & {word, word_b}:
        return False  # "they paid no tax", "no tax was paid"; "false" and "banned" have been counted
    denied, denied_b = (
        stem(one) in r.denied_or_postponed and is_directly_negated(r, place)
        for r, one, place in ((a, word, at), (b, word_b, at_b))
    )
    return pole != pole_b and denied != denied_b


_GRADED = words_of(
    "direction quality help love speed strength stand health mood wealth price warmth praise trust assault aid encouragement"
    " quickness length age rules pace extent guard hope reward"
)
"""Axes with something between their sides: what does not rise need not fall."""


def denies_less(a: Reading, b: Reading) -> str | None:
    """One only denies a word of which the other has the contrary, which is more: "did not rise", "fell"."""
    for axis in sorted(a.poles.keys() & b.poles.keys() & _GRADED):
        if _denies_the_opposite(a, b, axis):
            (_, word, at), (_, word_b, at_b) = a.poles[axis][0], b.poles[axis][0]
            told = quote_negation(a, at) if stem(word) in a.denied_or_postponed else word
            told_b = quote_negation(b, at_b) if stem(word_b) in b.denied_or_postponed else word_b
            return f"differs: {told} / {told_b}"
    return None


def _deniers(one: Reading, other: Reading) -> int:
    """How many words of the one deny; "stopped making" does not where the other says "discontinued", nor "refused" where it says "rejected"."""
    new = other.vocabulary - one.vocabulary
    ways = [denying for saying, denying in _DENIED_IN_A_VERB if not saying.isdisjoint(new)]
    counted = sum(
        not (any(one.words[at] in way for way in ways) or is_averting_verb_negated(one, at, other))
        for at in one.negators
    )
    return counted - (count_denials(one) < len(one.negators) and _denies_both(one, other))


_DENIED_IN_A_VERB = (
    (QUITTING, CEASING),
    (SHORTAGE_WORDS, LACK_WORDS),
    (words_of("reject rejects rejected rejecting"), words_of("refuse refuses refused refusing")),
)
"""What is told without a "not", and the words that deny by which another tells the same."""


def _denies_both(neither: Reading, other: Reading) -> bool:
    """Whether one denies at once what "neither A nor B" denies of each: "no A or B", "A and B did not"; but "not A but B", "A did not, B did"."""
    if len(other.negators) != 1 or not _BUT.isdisjoint(other.vocabulary):
        return False
    behind = (neither.words.index(word) for word in ("neither", "nor"))
    two = [next((term for term, place in neither.placed_terms if place > at), "") for at in behind]
    first, *places = sorted([other.negators[0], *(at for term, at in other.placed_terms if term in two)])
    if other.has_boundary_in(range(first + 1, (places or [first])[-1] + 1)):
        return False
    return other.negators[0] == first or other.negators[0] == places[-1]


_BUT = CONTRASTING | {"unlike"}
"""Behind these something else is told than what is denied."""
_SHADES = groups_by_word(
    "refuse: refuse refuses refused refusing decline declines declined declining | forget: forget forgets forgot forgotten neglects neglected"
    " | fail: fail fails failed failing unable cannot cant can't couldn't | deny: deny denies denied denying | avoid: avoided averted"
    " | not yet: yet"
) | {**dict.fromkeys(CEASING, "stop"), **dict.fromkeys(HARDLY, "hardly")}
"""Words that deny, each with why or how far it is not so; a plain "not" tells nothing of that, and no more than "hardly"."""
_NOT_MUCH = words_of("much almost nearly virtually practically few little")


def shades_differ(a: Reading, b: Reading) -> Difference | None:
    """Both deny the same, but it is another thing not to be able to, to refuse to, not to have yet, or hardly to have."""
    if not len(a.negators) == len(b.negators) == 1 or is_averted_in_one(a, b):
        return None
    ours, theirs = _shade(a), _shade(b)
    known = (ours and theirs) or "asked" in (ours, theirs)
    known = known or ("not yet" in (ours, theirs) and "never" in a.vocabulary | b.vocabulary)
    hardly = "hardly" in (ours, theirs) and _NOT_MUCH.isdisjoint(a.vocabulary | b.vocabulary)
    if ours == theirs or not (known or hardly):
        return None
    return Difference(f"differs: {quote_negation(a)} / {quote_negation(b)}", sure=False)


def _shade(reading: Reading) -> str:
    """What the one word that denies tells of why or how far something is not so; nothing where that is a plain "not"."""
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
    return "" if hardly_any else _SHADES.get(reading.words[at], "")
