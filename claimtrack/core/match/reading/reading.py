"""A statement read once: its terms in order, its numbers, dates, names and polarity, each worked out when asked for."""

from __future__ import annotations

from functools import lru_cache
from operator import add

from claimtrack.core.match.normalisation.normalise import Normalised, normalised
from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.lazily import NOTHING, lazy
from claimtrack.core.match.reading.names import names
from claimtrack.core.match.reading.numbers.quantities import Quantity, may_have_number, read_quantities
from claimtrack.core.match.reading.placing import taken_for_words, terms_by_place
from claimtrack.core.match.reading.semantics import antonyms, kinds, near_denials, negation
from claimtrack.core.match.reading.syntax.governed import meant
from claimtrack.core.match.words.forms import verb_of
from claimtrack.core.match.words.set_phrases import SetPhrase, set_phrases
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import TOKEN, lower, stem
from claimtrack.core.match.words.tokens import Tokens

_PARTING = frozenset('.,;:!?()\n"')
_OPENING = frozenset(".!?:\n\"'")


class Reading:
    """What the matcher sees of a text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @lazy
    def _normalised(self) -> Normalised:
        return normalised(self.text)

    @property
    def cleaned(self) -> str:
        """The text in its normal form."""
        return self._normalised.text

    @property
    def signed_by(self) -> str | None:
        """Who signed it, where the text is a quoted tweet."""
        return self._normalised.signed_by

    @lazy
    def signed_on(self) -> str | None:
        """The ISO date it was signed, where the text is a quoted tweet."""
        return dates.iso_date(self._normalised.signed_on or "")

    @lazy
    def signature(self) -> frozenset[str]:
        """The terms of who signed it and when: what a claim about it may name."""
        _, by, on = self._normalised
        if not by and not on:
            return frozenset()
        # Each by itself, as a look-up has read them for its terms by now.
        return read(by or "").terms | read(dates.spoken(self.signed_on)).terms

    @lazy
    def tokens(self) -> Tokens:
        """The tokens of the cleaned text, with their places."""
        return Tokens(self.cleaned, self.written)

    @lazy
    def written(self) -> tuple[str, ...]:
        """The tokens as they are written."""
        return tuple(TOKEN.findall(self.cleaned))

    def gap_before(self, at: int) -> str:
        """What stands in the text between a token and that before it."""
        return self.cleaned[self.tokens[at - 1].end : self.tokens[at].start]

    def text_of(self, first: int, last: int) -> str:
        """The text from a token up to another and with it."""
        return self.cleaned[self.tokens[first].start : self.tokens[last].end]

    def has_capital(self, at: int) -> bool:
        """Whether a token begins with a capital."""
        return self.written[at][0].isupper()

    def as_written(self, first: int, end: int) -> str:
        """The tokens from a place up to another, as they are written."""
        return " ".join(self.written[first:end])

    @lazy
    def words(self) -> list[str]:
        """The tokens in lower case."""
        return lower(self.written)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)

    @lazy
    def joined(self) -> frozenset[str]:
        """Each two neighbouring words, run together: "cease-fire" may be written "ceasefire" elsewhere."""
        return frozenset(map(add, self.words, self.words[1:]))

    @lazy
    def _gaps(self) -> tuple[str, ...]:
        return self.tokens.gaps(self.cleaned)

    @lazy
    def sentences(self) -> tuple[int, ...]:
        """The number of the sentence that each token stands in; a dot after a short word ends none ("Mr.")."""
        found, number = [], 0
        for at, gap in enumerate(self._gaps):
            dot = "." in gap and at and len(self.written[at - 1]) > 3
            number += bool(dot or (gap != " " and any(c in "!?\n" for c in gap)))
            found.append(number)
        return tuple(found)

    @lazy
    def _partings(self) -> frozenset[int]:
        return frozenset(at for at, gap in enumerate(self._gaps) if at and not _PARTING.isdisjoint(gap))

    def parted(self, at: int) -> bool:
        """Whether punctuation stands before a token."""
        return at in self._partings

    @lazy
    def openings(self) -> frozenset[int]:
        """The tokens whose capital may only be that of a sentence's or a quotation's beginning."""
        return frozenset(at for at, gap in enumerate(self._gaps) if not at or not _OPENING.isdisjoint(gap))

    @lazy
    def quantities(self) -> tuple[Quantity, ...]:
        """The numbers of the text."""
        return tuple(read_quantities(self.words, self.tokens)) if may_have_number(self.words) else ()

    @lazy
    def _terms_by_place(self) -> tuple[tuple[str, ...], ...]:
        return tuple(terms_by_place(self))

    @lazy
    def sequence(self) -> list[str]:
        """The terms in order of the text, repeats included."""
        return [term for terms in self._terms_by_place for term in terms]

    @lazy
    def places(self) -> list[int]:
        """The place of the (first) token of each term."""
        return [at for at, terms in enumerate(self._terms_by_place) for _ in terms]

    @lazy
    def placed(self) -> list[tuple[str, int]]:
        """Each term with its place."""
        return list(zip(self.sequence, self.places, strict=True))

    @lazy
    def terms(self) -> frozenset[str]:
        """The distinct terms."""
        return frozenset(self.sequence)

    @lazy
    def senses(self) -> frozenset[int | str]:
        """What its terms may mean, in whatever word: see `meanings`."""
        terms = (*self.terms, *(stem(word) for word in self.in_a_word.values()))
        return frozenset().union(*map(meanings, terms))

    @lazy
    def set_phrases(self) -> dict[int, SetPhrase]:
        """The phrases that stand for a word ("turned down") or for each other, by where each begins."""
        return meant(self, set_phrases(self.words, lambda: self._partings))

    def phrase_at(self, place: int) -> SetPhrase | None:
        """The phrase that a word belongs to; no word belongs to two."""
        return next((phrase for phrase in self.set_phrases.values() if place in phrase.places), None)

    @lazy
    def in_a_word(self) -> dict[int, str]:
        """The places where phrases begin, each with what the phrase means."""
        return {at: phrase.meaning for at, phrase in self.set_phrases.items()}

    @lazy
    def _taken(self) -> dict[int, str]:
        return taken_for_words(self.words, self.set_phrases) if self.set_phrases else {}

    @lazy
    def heads(self) -> frozenset[str]:
        """The first five letters of its terms, which forms of one word share."""
        return frozenset(term[:5] for term in self.terms)

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
    def of_money(self) -> frozenset[int]:
        """The places of sums of which it is told whose money they are: "5 Canadian dollars"."""
        return frozenset(at for q in self.quantities if q.issuer for at in range(q.first, q.last + 1))

    @lazy
    def names(self) -> dict[str, int]:
        """The stems of its names, with their places."""
        found = names.name_terms(self.words, self.written, self.sentences, self.openings)
        return {name: at for name, at in found.items() if at not in self.of_money} if self.of_money else found

    @lazy
    def nouns_have_capitals(self) -> bool:
        """Whether any noun may be among its names: two texts that share one need not name the same body."""
        return names.is_german(self.words)

    @lazy
    def poles(self) -> dict[str, list[tuple[int, str, int]]]:
        """Axis -> (pole, word, place) of each word that takes a side: rising or falling, north or south."""
        return antonyms.poles(self.words, self._taken)

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
        found = negation.negators(self.words)
        if len(found) > 1 and (cancelled := negation.made_up_for(self.words, found)):
            found = [at for at in found if at not in cancelled]
        return [at for at in found if at not in self.contrasting and not negation.stands_for_number(self, at)]

    @lazy
    def contrasting(self) -> frozenset[int]:
        """The places of each "not" that sets one thing against another: "a mine, not a torpedo"."""
        return near_denials.contrasting(self.words, self._partings - self.openings)

    @lazy
    def asserted_sequence(self) -> list[str]:
        """The terms in order without the words that deny."""
        return [term for term, at in self.placed if not negation.is_negator(self.words[at])]

    @lazy
    def surely_denied(self) -> frozenset[str]:
        """The terms that are denied wherever they stand: an odd number of negators right before them."""
        if not self.negators:
            return frozenset()
        counts = negation.reached(self, negation.FOCUS)
        odd = {t for (t, _), count in zip(self.placed, counts, strict=True) if count % 2 and t[0] != "#"}
        even = (term for (term, _), count in zip(self.placed, counts, strict=True) if count % 2 == 0)
        return frozenset(odd.difference(even))

    @lazy
    def denied_for_now(self) -> frozenset[str]:
        """The same, with what is denied up to a date only: "will not reopen before Monday"."""
        put_off = negation.put_off(self.words, self.placed, self.negators) if self.negators else frozenset()
        return self.surely_denied | put_off

    @lazy
    def maybe_denied(self) -> frozenset[str]:
        """The terms that a negator may reach somewhere."""
        if not self.negators:
            return frozenset()
        counts = negation.reached(self, negation.REACH)
        return frozenset(term for (term, _), count in zip(self.placed, counts, strict=True) if count)


@lru_cache(maxsize=100_000)
def meanings(term: str) -> frozenset[int | str]:
    """What a term has in common with other words: its groups of synonyms, the name that it stands for, the verb it is made from."""
    return frozenset((*senses(term), *verb_of(term), *filter(None, [names.ALIASES.get(term)]))) or NOTHING


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The reading of a text; the last few thousand are kept, since one query meets many candidates."""
    return Reading(text)
