"""A statement read once: its terms in order, its numbers, dates, names and polarity, each worked out when asked for."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, product
from typing import TYPE_CHECKING

from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.lazy_property import NOTHING, lazy
from claimtrack.core.match.reading.names import names
from claimtrack.core.match.reading.numbers.quantities import Quantity, may_have_number, read_quantities
from claimtrack.core.match.reading.semantics import antonyms, kinds, near_denials, negation
from claimtrack.core.match.reading.syntax.governed_heads import drop_denied_phrases
from claimtrack.core.match.reading.written import Written
from claimtrack.core.match.words.antonyms import sides
from claimtrack.core.match.words.forms import verb_roots
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.set_phrases import SetPhrase, is_phrasal_verb, set_phrases
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, word_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


PREFIX_LENGTH = 5
"""Letters that make two terms forms of one: Lanka, Lankan."""


class Reading(Written):
    """What the matcher sees of a text."""

    @lazy
    def signature(self) -> frozenset[str]:
        """The terms of who signed it and when: what a claim about it may name."""
        _, by, on = self._normalised
        if not by and not on:
            return frozenset()
        # Each by itself, as a look-up has read them for its terms by now.
        return read(by or "").terms | read(dates.spoken(self.signed_on)).terms

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the text."""
        return tuple(read_quantities(self.words, self.tokens)) if may_have_number(self.words) else ()

    def number_at(self, at: int) -> Quantity | None:
        """The number that a token belongs to."""
        return next((one for one in self.quantities if one.first <= at <= one.last), None)

    @lazy
    def _terms_by_place(self) -> tuple[tuple[str, ...], ...]:
        return tuple(terms_by_place(self))

    @lazy
    def sequence(self) -> list[str]:
        """The terms in order of the text, repeats included."""
        return list(chain.from_iterable(self._terms_by_place))

    @lazy
    def places(self) -> list[int]:
        """The place of the (first) token of each term."""
        return [at for at, terms in enumerate(self._terms_by_place) for _ in terms]

    @lazy
    def placed_terms(self) -> list[tuple[str, int]]:
        """Each term with its place."""
        return list(zip(self.sequence, self.places, strict=True))

    @lazy
    def terms(self) -> frozenset[str]:
        """The distinct terms."""
        return frozenset(self.sequence)

    @lazy
    def senses(self) -> frozenset[int | str]:
        """What its terms may mean, in whatever word: see `meanings`."""
        terms = (*self.terms, *(stem(word) for word in self.phrase_meanings.values()))
        return frozenset().union(*map(meanings, terms))

    @lazy
    def set_phrases(self) -> dict[int, SetPhrase]:
        """The phrases that stand for a word ("turned down") or for each other, by where each begins."""
        return drop_denied_phrases(self, set_phrases(self.words, lambda: self._partings))

    def expresses(self, term: str) -> bool:
        """Whether it has a term, in this or another word."""
        return term in self.terms or not self.senses.isdisjoint(meanings(term))

    def mentions(self, term: str) -> bool:
        """Whether it has a term, in this or another word or form."""
        return term[:PREFIX_LENGTH] in self.prefixes or not self.senses.isdisjoint(meanings(term))

    def phrase_at(self, place: int) -> SetPhrase | None:
        """The phrase that a word belongs to; no word belongs to two."""
        return next((phrase for phrase in self.set_phrases.values() if place in phrase.places), None)

    @lazy
    def phrase_meanings(self) -> dict[int, str]:
        """The places where phrases begin, each with what the phrase means."""
        return {at: phrase.meaning for at, phrase in self.set_phrases.items()}

    @lazy
    def _taken(self) -> dict[int, str]:
        return _taken_for_words(self.words, self.set_phrases) if self.set_phrases else {}

    @lazy
    def prefixes(self) -> frozenset[str]:
        """The first letters of its terms, which forms of one word share."""
        return frozenset(term[:PREFIX_LENGTH] for term in self.terms)

    @lazy
    def years(self) -> frozenset[int]:
        """The years it names."""
        return dates.years(self.quantities, self.words)

    @lazy
    def months(self) -> frozenset[int]:
        """The months it names."""
        return dates.months(self.words, self.written)

    @lazy
    def days(self) -> frozenset[int]:
        """The days of a month it names."""
        return dates.days(self.quantities, self.words) if self.months else frozenset()

    @lazy
    def weekdays(self) -> frozenset[int]:
        """The days of the week it names."""
        return dates.weekdays(self.words)

    @lazy
    def amounts(self) -> list[Quantity]:
        """Its numbers without years and dates."""
        counted = (q for q in self.quantities if q.kind == "%" or q.value not in self.days)
        return [q for q in counted if not dates.is_year(q, self.words)]

    @lazy
    def national_sums(self) -> frozenset[int]:
        """The places of sums of which it is told whose money they are: "5 Canadian dollars"."""
        return frozenset(at for q in self.quantities if q.issuer for at in range(q.first, q.last + 1))

    @lazy
    def names(self) -> dict[str, int]:
        """The stems of its names, with their places."""
        found = names.name_terms(self.words, self.written, self.sentences, self.openings)
        return (
            {name: at for name, at in found.items() if at not in self.national_sums}
            if self.national_sums
            else found
        )

    @lazy
    def capitalises_nouns(self) -> bool:
        """Whether any noun may be among its names: two texts that share one need not name the same body."""
        return names.is_german(self.words)

    @lazy
    def poles(self) -> dict[str, list[tuple[int, str, int]]]:
        """Axis -> (pole, word, place) of each word that takes a side: rising or falling, north or south."""
        return antonyms.poles(self.words, self._taken)

    def poles_on(self, axis: str) -> set[int]:
        """The sides that it takes on an axis."""
        return {pole for pole, *_ in self.poles.get(axis, ())}

    @lazy
    def kinds(self) -> dict[str, list[tuple[int, str, int]]]:
        """Kind -> (member, word, place) of each word that means one of a kind: nurse or teacher, oil or gas."""
        return kinds.kinds(self.words, self._taken)

    @lazy
    def initials(self) -> frozenset[str]:
        """What its names shorten to."""
        return names.initials(self.written)

    @lazy
    def negators(self) -> list[int]:
        """The places of the words that deny."""
        found = negation.find_negators(self.words)
        if len(found) > 1 and (cancelled := negation.double_negatives(self.words, found)):
            found = [at for at in found if at not in cancelled]
        return [
            at
            for at in found
            if at not in self.contrastive_negators and not negation.is_number_sign(self, at)
        ]

    @lazy
    def contrastive_negators(self) -> frozenset[int]:
        """The places of each "not" that sets one thing against another: "a mine, not a torpedo"."""
        return near_denials.contrastive_negators(self.words, self._partings - self.openings)

    @lazy
    def asserted_sequence(self) -> list[str]:
        """The terms in order without the words that deny."""
        return [term for term, at in self.placed_terms if not negation.is_negator(self.words[at])]

    @lazy
    def surely_denied(self) -> frozenset[str]:
        """The terms that are denied wherever they stand: an odd number of negators right before them."""
        if not self.negators:
            return frozenset()
        counts = negation.count_negators(self, negation.FOCUS)
        odd = {
            t for (t, _), count in zip(self.placed_terms, counts, strict=True) if count % 2 and t[0] != "#"
        }
        even = (term for (term, _), count in zip(self.placed_terms, counts, strict=True) if count % 2 == 0)
        return frozenset(odd.difference(even))

    @lazy
    def denied_or_postponed(self) -> frozenset[str]:
        """The same, with what is denied up to a date only: "will not reopen before Monday"."""
        put_off = (
            negation.postponed(self.words, self.placed_terms, self.negators) if self.negators else frozenset()
        )
        return self.surely_denied | put_off

    @lazy
    def maybe_denied(self) -> frozenset[str]:
        """The terms that a negator may reach somewhere."""
        if not self.negators:
            return frozenset()
        counts = negation.count_negators(self, negation.REACH)
        return frozenset(term for (term, _), count in zip(self.placed_terms, counts, strict=True) if count)


def terms_by_place(reading: Reading) -> list[tuple[str, ...]]:
    """The terms of each word; a number stands at its first, and what it is told of in its midst stays: "one *child* in five"."""
    found = list(map(word_terms, reading.words))
    if "may" in reading.words:
        for at, word in enumerate(reading.words):
            if word == "may" and reading.written[at] == "May":
                found[at] = (word, *found[at])
    for quantity in reading.quantities:
        embedded_places = quantity.embedded_places
        for at in range(quantity.first, quantity.last + 1):
            if at not in embedded_places:
                found[at] = ()
        found[quantity.first] = (quantity.term,)
    return found


def _taken_for_words(words: Sequence[str], phrases: Mapping[int, SetPhrase]) -> dict[int, str]:
    """The places of phrases that are read as a word, each with that; their other words, which are none of their own, with none.

    "Down" in "turned down" is no direction. But "high blood pressure" keeps its "high", since hypertension takes no side.
    """
    found: dict[int, str] = {}
    for at, phrase in phrases.items():
        meaning = phrase.meaning
        if is_phrasal_verb(words, phrase) or sides(meaning) or meaning in KINDS:
            found |= {at: meaning, **dict.fromkeys(phrase.places[1:], "")}
    return found


@lru_cache(maxsize=100_000)
def meanings(term: str) -> frozenset[int | str]:
    """What a term has in common with other words: its groups of synonyms, the name that it stands for, the verb it is made from."""
    return frozenset((*senses(term), *verb_roots(term), *filter(None, [names.ALIASES.get(term)]))) or NOTHING


def share_sense(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether some terms have a meaning in common, in another word: fans, supporters."""
    return any(not meanings(x).isdisjoint(meanings(y)) for x, y in product(ours, theirs))


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a text; the last few thousand are kept, since one query meets many candidates."""
    return Reading(text)
