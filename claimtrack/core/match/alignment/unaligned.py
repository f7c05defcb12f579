"""Which words of one statement have a counterpart in the other: the word itself, a synonym, an abbreviation, or only a related form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import COMPARATIVES, STOP_WORDS, words_of
from claimtrack.core.match.alignment.collocations import find_collocation_matches
from claimtrack.core.match.alignment.implied import has_negated_form, is_implied, is_repeated_action
from claimtrack.core.match.alignment.markers import ONLY_WORDS, means_nearly
from claimtrack.core.match.alignment.modifiers import is_restrictive
from claimtrack.core.match.alignment.names import is_name_matched
from claimtrack.core.match.alignment.numbers import is_number_matched, quantities_by_token
from claimtrack.core.match.guards.polarity.advice import (
    contains_warning,
    contains_warning_complement,
    is_warning_verb,
)
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.names.abbreviations import has_other_name, is_abbreviated, matches_seat
from claimtrack.core.match.reading.names.names import ALIASES, NOT_NAMES
from claimtrack.core.match.reading.paraphrases import expresses_phrase, has_stem_outside_phrase, lacks_phrase
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.forms import are_forms_of_one_word, is_no_agent_noun, verb_roots
from claimtrack.core.match.words.misprints import is_known_word, share_beginning
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.set_phrases import is_phrasal_verb, is_word
from claimtrack.core.match.words.synonyms import own_senses
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.features import Pair

_FILLER_STEMS = stems_of(
    "also now then there currently really actually basically literally very indeed so well even fact per "
    "cent mr mrs ms dr sir any ever whether one ones other others people person thing each be do have much "
    "who whose every yet able at all long longer anymore wow ok certainly undoubtedly unquestionably "
    "undeniably definitely doubtless"
)
_LIGHT_STEMS = _FILLER_STEMS | stems_of(
    "already still way since when while during within up down out off over make get go come give take put "
    "bring hold use+s+ed+ing keep become not no never without unable cannot along across in around win"
)
"""Stems with little content, or that other checks compare (negators, direction, duration): "kept out", "brought in"."""
_NONE: frozenset[int] = frozenset()


def is_light_word(word: str) -> bool:
    """Whether a word has little content of its own: "already", "take"."""
    return stem(word) in _LIGHT_STEMS


def find_unaligned(
    one: Reading,
    other: Reading,
    pair: Pair,
    *,
    akin: bool = True,
    light: bool = True,
    most: int | None = None,
) -> list[int]:
    """The offsets of the tokens of `one` without a counterpart in `other`, attributions left out; at most the first `most` of them.

    With `akin`, a word of the same stem ("farms" for "farmers") or on the same axis ("owned" for "sold") counts as a counterpart: such
    a pair is related; without `akin`, only words that keep the claim the same count. With `light`, light words need no counterpart, nor
    do negators when the other statement negates nothing.
    """
    aligner = _Aligner(one, other, pair, frozenset(map(stem, other.words)), akin, light)
    return list(islice(aligner.unmatched_tokens(), most))


class _Aligner(NamedTuple):
    """The alignment of one statement with another, whose stems are given; `akin` and `light` as in `find_unaligned`."""

    one: Reading
    other: Reading
    pair: Pair
    stems: frozenset[str]
    akin: bool
    light: bool

    def unmatched_tokens(self) -> Iterator[int]:
        """Yield the offset of each token without a counterpart."""
        one, other = self.one, self.other
        numbers = quantities_by_token(one)
        speaking = attribution_places(one)
        matched, lacking = self._align_set_phrases() if one.set_phrases else (_NONE, _NONE)
        collocated = find_collocation_matches(one, other, near=self.akin)
        for at, word in enumerate(one.words):
            if at in speaking or at in matched or (at in collocated and self._is_true_collocate(word)):
                continue
            if at in numbers:
                known = is_number_matched(numbers[at], one, other)
            elif word in ONLY_WORDS:
                limits = ONLY_WORDS & other.vocabulary or "only" in other.phrase_meanings.values()
                known = at + 1 in numbers or bool(limits)
            else:
                grammar = word in STOP_WORDS or not word[0].isalnum()
                known = at not in lacking and (grammar or self._has_counterpart(at, word))
            if not known:
                yield at

    def _align_set_phrases(self) -> tuple[AbstractSet[int], AbstractSet[int]]:
        """The tokens of set phrases that the other side expresses in a word or another phrase, and the verbs of those it lacks.

        The particle of such a verb ("turned *down*") is not looked up by itself, nor is any other part of the phrase.
        """
        one, other = self.one, self.other
        matched: set[int] = set()
        lacking: set[int] = set()
        for at, phrase in one.set_phrases.items():
            meaning, places = phrase
            word = is_word(meaning)
            alone = word and not has_stem_outside_phrase(phrase, one)
            if expresses_phrase(phrase, one, other) or (alone and self._has_counterpart(at, meaning)):
                matched.update(places)
            elif word and lacks_phrase(one, at, self.stems, other.senses):
                lacking.add(at)
                matched.update(places[1:])
        return matched, lacking

    def _has_counterpart(self, at: int, word: str) -> bool:
        """Whether the other side has a word, or the meaning of a set phrase, in this or another form, or need not have it."""
        one, other, term = self.one, self.other, stem(word)
        if not self.light and at in one.negators and not other.negators:
            return False
        if word == "single" and (
            one.words[at - 1] in ("no", "every") or one.words[at - 2 : at] == ["not", "a"]
        ):
            return True  # "not a single" is "no"
        if (
            word in other.phrase_meanings.values()
            or self._has_form(word, term)
            or _is_light_in_context(at, word, one, other, _LIGHT_STEMS if self.light else _FILLER_STEMS)
            or (is_negator(word) and (word != "barely" or at in one.negators))  # "barely passed" did pass
            or term in self.pair.misspelt
            or term in self.pair.run_together
            or is_implied(at, one, other)
            or (self._has_sense(at, word, term) and not _has_synonymous_owner(at, term, one))
        ):
            return True
        sided = _has_axis_counterpart if self.akin else _has_axis_synonym
        if matches_seat(one, at, other) or has_other_name(one, at, other) or is_abbreviated(one, at, other):
            return True
        if sided(word, one, other) or has_negated_form(word, other) or is_repeated_action(word, one, other):
            return True  # the guards compare polarity
        if self.akin and any(share_beginning(term, known) for known in other.terms):
            return True
        # "carbon" expanded from a set phrase is no name
        named = at not in one.phrase_meanings or one.words[at] in NOT_NAMES
        if not (named and one.has_capital(at)) or (not self.akin and _is_ordinary_opener(at, one)):
            return False
        return is_name_matched(at, one, other)

    def _has_form(self, word: str, term: str) -> bool:
        """Whether the other side has some form of a word; with `akin`, any word of its stem."""
        if self.akin or term not in self.stems or word in self.other.vocabulary:
            return term in self.stems
        return any(stem(known) == term and are_forms_of_one_word(word, known) for known in self.other.words)

    def _is_true_collocate(self, word: str) -> bool:
        """Whether a collocation match is not just another word of the same stem: "killers" does not match "killings"."""
        term = stem(word)
        return self.akin or term not in self.stems or self._has_form(word, term)

    def _has_sense(self, at: int, word: str, term: str) -> bool:
        """Whether the other side has a synonym of a word; without `akin`, words that both sides have count only for themselves."""
        if self.akin:
            return not self.other.senses.isdisjoint(meanings(term))
        ours = _word_meanings(word)
        # A word on both sides matches itself: "raised its growth forecast" and "kept its growth forecast" do not match by "growth";
        # but "crude oil" is oil, and a "mobile phone" a phone.
        more = Counter(self.other.words) - Counter(self.one.words)
        neighbours = self.other.vocabulary.intersection(self.one.words[max(at - 1, 0) : at + 2])
        theirs = (*more, *neighbours, *self.other.phrase_meanings.values())
        return bool(ours) and any(not ours.isdisjoint(_word_meanings(known)) for known in theirs)


@lru_cache(maxsize=50_000)
def _word_meanings(word: str) -> frozenset[int | str]:
    """The senses of a lower-case word itself, not of all words of its stem; see `meanings`."""
    term = stem(word)
    verb = verb_roots(term) if is_no_agent_noun(word) else ()
    return frozenset((*own_senses(word), *verb, *filter(None, [ALIASES.get(term)])))


def _has_synonymous_owner(at: int, term: str, one: Reading) -> bool:
    """Whether a noun's possessor is a synonym of it, so that another person is meant: "the lawyer's *attorney*"."""
    owner = one.words[at - 1] if at else ""
    return owner.endswith("'s") and not meanings(term).isdisjoint(meanings(stem(owner.removesuffix("'s"))))


def _is_ordinary_opener(at: int, one: Reading) -> bool:
    """Whether a word is capitalised only because it opens a sentence: "Critics say", but not "President Moor says"."""
    following = one.written[at + 1][0] if at + 1 < len(one.words) else ""
    return at in one.openings and not following.isupper() and is_known_word(one.words[at])


def _is_light_in_context(at: int, word: str, one: Reading, other: Reading, empty: AbstractSet[str]) -> bool:
    """Whether a word has little content in its context: "really" but not "real wages"; "used to" but not "60 used buses"."""
    if word in ("lot", "lots", "far"):
        return one.word(at + 1) in COMPARATIVES  # "a lot more"
    if means_nearly(word, other):
        return True
    if word == "against" or is_warning_verb(word):
        return (is_warning_verb(word) or contains_warning_complement(one, [at])) and contains_warning(other)
    return stem(word) in empty and word != "real" and not (word == "used" and is_restrictive(one, at, other))


def _has_axis_counterpart(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has a word of its own on the axis of a word: up or down, more or less.

    Where one has both sides of an action, "banned there and allowed here", the other's word must be on the same side.
    """
    return any(
        pole == their_pole
        or (
            axis not in _NON_COMPLEMENTARY_AXES
            and (axis not in _ACTION_AXES or len({side for side, *_ in one.poles.get(axis, ())}) == 1)
        )
        for axis, pole, their_pole, _ in _find_axis_words(word, one, other)
    )


_NON_COMPLEMENTARY_AXES = frozenset({"parting", "way out of prison", "advice", "footing", "hold on a sum"})
"""Axes on which negating one side does not assert the other: who has not resigned has not been sacked."""


def _has_axis_synonym(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has such a word with the same meaning: on that side only in its context, or different only in degree.

    Two words on one side of an axis need not be synonyms: to own and to sell, to stop and to complete.
    """
    figures = bool(one.amounts and other.amounts)
    return any(
        (axis, pole) not in poles_of(their)
        or axis in _SYNONYMOUS_AXES
        or (figures and axis in _AXES_WITH_NUMBERS and word not in _MULTIPLYING_VERBS)
        for axis, pole, _, their in _find_axis_words(word, one, other)
    )


def _find_axis_words(word: str, one: Reading, other: Reading) -> Iterator[tuple[str, int, int, str]]:
    """Each word that only the other has on an axis of a word: the axis, the side of each, and that word, or the phrasal verb it heads."""
    for axis, pole in poles_of(word):
        if axis not in _NON_SYNONYM_AXES:
            for their_pole, their, at in other.poles.get(axis, ()):
                if their not in one.vocabulary and stem(their) not in one.terms:
                    phrase = other.set_phrases.get(at)
                    verb = phrase.meaning if phrase and is_phrasal_verb(other.words, phrase) else their
                    yield axis, pole, their_pole, verb


_SYNONYMOUS_AXES = words_of("compass comparative superlative standing")
"""Axes on which all words of a side are synonyms: more and higher, north and northern."""
_AXES_WITH_NUMBERS = frozenset({"direction", "keeping a post"})
"""Axes on which they are synonyms with a number, which states the degree: "lost 12 percent", "fell 12 percent"; but "fell" alone is not "halved"."""
_MULTIPLYING_VERBS = words_of(
    "halve halved halves double doubled doubles treble trebled triple tripled triples quadruple quadrupled"
)
_ACTION_AXES = words_of("permission verdict custody answer stand")
"""Axes of actions that one may take and another not."""
_NON_SYNONYM_AXES = words_of("sex")
"""Axes on which two words of a side are two things: the king, the actor."""
