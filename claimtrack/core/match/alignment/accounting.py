"""Which words of one statement the other accounts for: has itself, in a word that stands for it, or only in a word akin to it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.implied import (
    done_again,
    goes_without_saying,
    in_a_denying_form,
    says_the_same_of_its_side,
    takes_side,
)
from claimtrack.core.match.alignment.marks import ONLY, is_nearly
from claimtrack.core.match.alignment.modifiers import tells_which
from claimtrack.core.match.alignment.names import has_name
from claimtrack.core.match.alignment.numbers import is_accounted_for, number_places
from claimtrack.core.match.guards.polarity.advice import (
    contains_warning,
    contains_warning_complement,
    is_warning_verb,
)
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.names.abbreviations import has_other_name, is_abbreviated, matches_seat
from claimtrack.core.match.reading.names.names import ALIASES, NOT_NAMES
from claimtrack.core.match.reading.paraphrases import expresses_phrase, has_stem_outside_phrase, lacks_phrase
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.semantics.negation import is_negator
from claimtrack.core.match.words.forms import are_forms_of_one_word, is_no_agent_noun, verb_roots
from claimtrack.core.match.words.lexicon import COMPARATIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import is_known_word, share_beginning
from claimtrack.core.match.words.set_phrases import is_word
from claimtrack.core.match.words.synonyms import own_senses
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.reading.reading import Reading

_FILLING = words_of(
    "also now then there currently really actually basically literally very indeed so well even fact per cent mr mrs ms dr sir any ever whether one ones"
    " other others people person thing each be do have much who whose every yet able at all long longer anymore wow ok"
    " certainly undoubtedly unquestionably undeniably definitely doubtless"
)
_LIGHT = words_of(
    "already still way since when while during within up down out off over make get go come give take put bring hold use uses used using"
    " keep become not no never without unable cannot along across in around win"
)
"""Words that carry little by themselves, but make another claim of it in the place of each other: "kept out", "brought in"."""
_FILLERS = frozenset(map(stem, _FILLING))
_EMPTY = _FILLERS | frozenset(map(stem, _LIGHT))
"""Words that carry little by themselves, or that are compared elsewhere: what denies, which way something goes, how long."""
_NONE: frozenset[int] = frozenset()


def is_light(word: str) -> bool:
    """Whether a word carries little by itself."""
    return stem(word) in _EMPTY


def unaccounted(
    one: Reading,
    other: Reading,
    pair: Pair,
    *,
    akin: bool = True,
    light: bool = True,
    most: int | None = None,
) -> list[int]:
    """The places of the words of one side that the other does not have, who says it left out; the first `most`, if that is told.

    With `akin` a word counts as had where the other side has one of its stem, "farms" for "farmers", or of its side, "owned" for "sold".
    That makes two claims related; one claim they are only without. With `light` it counts as had where it carries little by itself, or
    denies though the other denies nothing.
    """
    accounts = _Accounts(one, other, pair, frozenset(map(stem, other.words)), akin, light)
    return list(islice(accounts.lacking(), most))


class _Accounts(NamedTuple):
    """One side beside the other, of which the stems are known, and whether words akin or light count."""

    one: Reading
    other: Reading
    pair: Pair
    stems: frozenset[str]
    akin: bool
    light: bool

    def lacking(self) -> Iterator[int]:
        one, other = self.one, self.other
        numbers = number_places(one)
        speaking = attribution_places(one)
        had, lacking = self._phrases() if one.set_phrases else (_NONE, _NONE)
        placed = in_each_others_place(one, other, near=self.akin)
        for at, word in enumerate(one.words):
            if at in speaking or at in had or (at in placed and self._may_stand_for(word)):
                continue
            if at in numbers:
                known = is_accounted_for(numbers[at], one, other)
            elif word in ONLY:
                known = (
                    at + 1 in numbers
                    or bool(ONLY & other.vocabulary)
                    or "only" in other.phrase_meanings.values()
                )
            else:
                grammar = word in STOP_WORDS or not word[0].isalnum()
                known = at not in lacking and (grammar or self._has(at, word))
            if not known:
                yield at

    def _phrases(self) -> tuple[AbstractSet[int], AbstractSet[int]]:
        """The places of the phrases that the other side has in a word or in another phrase; and of the verbs that it lacks.

        Of such a verb ("turned *down*") no other word is looked for, nor of a phrase of which the other has nothing.
        """
        one, other = self.one, self.other
        had: set[int] = set()
        lacking: set[int] = set()
        for at, phrase in one.set_phrases.items():
            meaning, places = phrase
            word = is_word(meaning)
            if expresses_phrase(phrase, one, other) or (
                word and not has_stem_outside_phrase(phrase, one) and self._has(at, meaning)
            ):
                had.update(places)
            elif word and lacks_phrase(one, at, self.stems, other.senses):
                lacking.add(at)
                had.update(places[1:])
        return had, lacking

    def _has(self, at: int, word: str) -> bool:
        """Whether the other side has a word, or one that a phrase stands for, in this or another form, or need not have it."""
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
            or _says_little(at, word, one, other, _EMPTY if self.light else _FILLERS)
            or (is_negator(word) and (word != "barely" or at in one.negators))  # "barely passed" did pass
            or term in self.pair.misspelt
            or term in self.pair.run_together
            or goes_without_saying(at, one, other)
            or (self._has_sense(at, word, term) and not _is_owned_by_its_like(at, term, one))
        ):
            return True
        sided = takes_side if self.akin else says_the_same_of_its_side
        if matches_seat(one, at, other) or has_other_name(one, at, other) or is_abbreviated(one, at, other):
            return True
        if sided(word, one, other) or in_a_denying_form(word, other) or done_again(word, one, other):
            return True  # the guards have compared which side each takes, or denies
        if self.akin and any(share_beginning(term, known) for known in other.terms):
            return True
        named = (
            at not in one.phrase_meanings or one.words[at] in NOT_NAMES
        )  # "carbon" of two gases is no name
        if not (named and one.has_capital(at)) or (not self.akin and _only_opens(at, one)):
            return False
        return has_name(at, one, other)

    def _has_form(self, word: str, term: str) -> bool:
        """Whether the other side has a word in some form; with `akin`, whatever has its stem."""
        if self.akin or term not in self.stems or word in self.other.vocabulary:
            return term in self.stems
        return any(stem(known) == term and are_forms_of_one_word(word, known) for known in self.other.words)

    def _may_stand_for(self, word: str) -> bool:
        """Whether a word that stands for others in its company does not only do so for another of its stem: "killers" and "killings"."""
        term = stem(word)
        return self.akin or term not in self.stems or self._has_form(word, term)

    def _has_sense(self, at: int, word: str, term: str) -> bool:
        """Whether the other side has a word that stands for this one: without `akin`, not only for one of its stem."""
        if self.akin:
            return not self.other.senses.isdisjoint(meanings(term))
        ours = _meanings(word)
        # What both have stands for itself: "raised its growth forecast" and "kept its growth forecast" are not one for "growth";
        # but "crude oil" is oil, and a "mobile phone" a phone.
        more = Counter(self.other.words) - Counter(self.one.words)
        beside = self.other.vocabulary.intersection(self.one.words[max(at - 1, 0) : at + 2])
        theirs = (*more, *beside, *self.other.phrase_meanings.values())
        return bool(ours) and any(not ours.isdisjoint(_meanings(known)) for known in theirs)


@lru_cache(maxsize=50_000)
def _meanings(word: str) -> frozenset[int | str]:
    """What a lower-case word itself may mean, and not only another of its stem: see `meanings`."""
    term = stem(word)
    verb = verb_roots(term) if is_no_agent_noun(word) else ()
    return frozenset((*own_senses(word), *verb, *filter(None, [ALIASES.get(term)])))


def _is_owned_by_its_like(at: int, term: str, one: Reading) -> bool:
    """Whether a word is that of one for whom it else may stand: "the lawyer's *attorney*" is another lawyer."""
    owner = one.words[at - 1] if at else ""
    return owner.endswith("'s") and not meanings(term).isdisjoint(meanings(stem(owner.removesuffix("'s"))))


def _only_opens(at: int, one: Reading) -> bool:
    """Whether an English word has its capital as the first of a sentence alone: "Critics say", but not "President Moor says"."""
    following = one.written[at + 1][0] if at + 1 < len(one.words) else ""
    return at in one.openings and not following.isupper() and is_known_word(one.words[at])


def _says_little(at: int, word: str, one: Reading, other: Reading, empty: AbstractSet[str]) -> bool:
    """Whether a word carries little by itself: "really", but not "real wages"; "used to", but not "60 used buses"."""
    if word in ("lot", "lots", "far"):
        return one.words[at + 1] in COMPARATIVES if at + 1 < len(one.words) else False  # "a lot more"
    if is_nearly(word, other):
        return True
    if word == "against" or is_warning_verb(word):
        return (is_warning_verb(word) or contains_warning_complement(one, [at])) and contains_warning(other)
    return stem(word) in empty and word != "real" and not (word == "used" and tells_which(one, at, other))
