"""A statement, read once: its terms in order, its numbers, dates, names and polarity, each computed on first use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain

from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.lazy_property import NOTHING, lazy
from claimtrack.core.match.reading.names import names
from claimtrack.core.match.reading.numbers.quantities import Quantity, may_have_number, read_quantities
from claimtrack.core.match.reading.semantics import antonyms, kinds, near_denials, negation
from claimtrack.core.match.reading.syntax.governed_heads import drop_denied_phrases
from claimtrack.core.match.reading.written import Written
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.forms import verb_roots
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.set_phrases import SetPhrase, find_set_phrases, is_phrasal_verb
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, word_terms

PREFIX_LENGTH = 5
"""Number of letters in which forms of one word agree: Lanka, Lankan."""


class Reading(Written):
    """All that the matcher knows of one text."""

    @lazy
    def signature(self) -> frozenset[str]:
        """The terms of the author and date of a quoted tweet, which a claim about it may name."""
        _, author, date = self._normalised
        if not author and not date:
            return frozenset()
        # Read separately: a look-up has already read and cached them so for its terms.
        return read(author or "").terms | read(dates.format_as_spoken(self.signed_on)).terms

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the text, in order."""
        return tuple(read_quantities(self.words, self.tokens)) if may_have_number(self.words) else ()

    def number_at(self, at: int) -> Quantity | None:
        """Return the number that a token belongs to, if any."""
        return next((q for q in self.quantities if q.first <= at <= q.last), None)

    @lazy
    def _terms_by_place(self) -> tuple[tuple[str, ...], ...]:
        return tuple(terms_by_place(self))

    @lazy
    def sequence(self) -> list[str]:
        """The terms in the order of the text, repeats included."""
        return list(chain.from_iterable(self._terms_by_place))

    @lazy
    def places(self) -> list[int]:
        """The place of each term: that of its (first) token."""
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
        """The possible meanings of its terms, whichever word expresses them: see `meanings`."""
        terms = (*self.terms, *(stem(word) for word in self.phrase_meanings.values()))
        return frozenset().union(*map(meanings, terms))

    @lazy
    def set_phrases(self) -> dict[int, SetPhrase]:
        """The phrases that stand for a word ("turned down") or for each other, by the place of their first word."""
        return drop_denied_phrases(self, find_set_phrases(self.words, lambda: self._partings))

    def expresses(self, term: str) -> bool:
        """Whether the statement has a term or a synonym of it."""
        return term in self.terms or not self.senses.isdisjoint(meanings(term))

    def mentions(self, term: str) -> bool:
        """Whether the statement has a term, another form of it, or a synonym."""
        return term[:PREFIX_LENGTH] in self.prefixes or not self.senses.isdisjoint(meanings(term))

    def phrase_at(self, place: int) -> SetPhrase | None:
        """Return the set phrase that a word belongs to; no word belongs to two."""
        return next((phrase for phrase in self.set_phrases.values() if place in phrase.places), None)

    @lazy
    def phrase_meanings(self) -> dict[int, str]:
        """The places where set phrases begin, each with what the phrase means."""
        return {at: phrase.meaning for at, phrase in self.set_phrases.items()}

    @lazy
    def _as_words(self) -> dict[int, str]:
        return _words_for_phrases(self.words, self.set_phrases) if self.set_phrases else {}

    @lazy
    def prefixes(self) -> frozenset[str]:
        """The first letters of its terms, which forms of one word share."""
        return frozenset(term[:PREFIX_LENGTH] for term in self.terms)

    @lazy
    def years(self) -> frozenset[int]:
        """The years that it names."""
        return dates.years(self.quantities, self.words)

    @lazy
    def months(self) -> frozenset[int]:
        """The months that it names."""
        return dates.months(self.words, self.written)

    @lazy
    def days(self) -> frozenset[int]:
        """The days of a month that it names."""
        return dates.days(self.quantities, self.words) if self.months else frozenset()

    @lazy
    def weekdays(self) -> frozenset[int]:
        """The days of the week that it names."""
        return dates.weekdays(self.words)

    @lazy
    def amounts(self) -> list[Quantity]:
        """Its numbers, without years and dates."""
        counted = (q for q in self.quantities if q.kind == "%" or q.value not in self.days)
        return [q for q in counted if not dates.is_year(q, self.words)]

    @lazy
    def national_sums(self) -> frozenset[int]:
        """The places of sums of money whose country is named: "5 Canadian dollars"."""
        return frozenset(at for q in self.quantities if q.issuer for at in range(q.first, q.last + 1))

    @lazy
    def names(self) -> dict[str, int]:
        """The stems of its names, with their places."""
        found = names.name_terms(self.words, self.written, self.sentences, self.openings)
        sums = self.national_sums
        return {name: at for name, at in found.items() if at not in sums} if sums else found

    @lazy
    def capitalises_nouns(self) -> bool:
        """Whether the text capitalises all nouns, as German does: two such texts that share one need not name the same body."""
        return names.is_german(self.words)

    @lazy
    def poles(self) -> dict[str, list[tuple[int, str, int]]]:
        """Axis of antonyms -> (pole, word, place) of each word on it: rising or falling, north or south."""
        return antonyms.poles(self.words, self._as_words)

    def poles_on(self, axis: str) -> set[int]:
        """Return the poles of an axis that its words take."""
        return {pole for pole, *_ in self.poles.get(axis, ())}

    @lazy
    def kinds(self) -> dict[str, list[tuple[int, str, int]]]:
        """Kind -> (member, word, place) of each word that means one of a kind: nurse or teacher, oil or gas."""
        return kinds.kinds(self.words, self._as_words)

    @lazy
    def initials(self) -> frozenset[str]:
        """The abbreviations that its names may have."""
        return names.initials(self.written)

    @lazy
    def negators(self) -> list[int]:
        """The places of its negators."""
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
        """The places of each "not" that only contrasts one thing with another: "a mine, not a torpedo"."""
        return near_denials.contrastive_negators(self.words, self._partings - self.openings)

    @lazy
    def asserted_sequence(self) -> list[str]:
        """The terms in order, without negators."""
        return [term for term, at in self.placed_terms if not is_negator(self.words[at])]

    @lazy
    def surely_denied(self) -> frozenset[str]:
        """The terms that are denied wherever they appear: each time directly after an odd number of negators."""
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
        """The surely denied terms, and those denied only up to a date: "will not reopen before Monday"."""
        put_off = (
            negation.postponed(self.words, self.placed_terms, self.negators) if self.negators else frozenset()
        )
        return self.surely_denied | put_off

    @lazy
    def maybe_denied(self) -> frozenset[str]:
        """The terms that may be in the scope of a negator somewhere."""
        if not self.negators:
            return frozenset()
        counts = negation.count_negators(self, negation.REACH)
        return frozenset(term for (term, _), count in zip(self.placed_terms, counts, strict=True) if count)


def terms_by_place(reading: Reading) -> list[tuple[str, ...]]:
    """Return the terms of each word; a number stands at its first word, and a noun inside it is kept: "one *child* in five"."""
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


def _words_for_phrases(words: Sequence[str], phrases: Mapping[int, SetPhrase]) -> dict[int, str]:
    """Map the first place of each phrase that is read as a word to that word, and its other places to "".

    "Down" in "turned down" is no direction. But "high blood pressure" keeps its "high", since hypertension has no pole.
    """
    found: dict[int, str] = {}
    for at, phrase in phrases.items():
        meaning = phrase.meaning
        if is_phrasal_verb(words, phrase) or poles_of(meaning) or meaning in KINDS:
            found |= {at: meaning, **dict.fromkeys(phrase.places[1:], "")}
    return found


@lru_cache(maxsize=100_000)
def meanings(term: str) -> frozenset[int | str]:
    """Return what a term may share with other words: its groups of synonyms, the name it is an alias of, the root of its verb."""
    return frozenset((*senses(term), *verb_roots(term), *filter(None, [names.ALIASES.get(term)]))) or NOTHING


def share_sense(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether any of our terms has a meaning in common with any of theirs: "fans", "supporters"."""
    meant = frozenset().union(*map(meanings, ours))
    return any(not meant.isdisjoint(meanings(term)) for term in theirs)


def share_meaning(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Whether two sets of terms share a term or a meaning: "house", "home"."""
    return not ours.isdisjoint(theirs) or share_sense(ours, theirs)


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """Return the reading of a text; the last few thousand are cached, since one query meets many candidates."""
    return Reading(text)
