"""A text in its normal form: its words with their capitals, and the sentences and clauses that its punctuation separates."""

from __future__ import annotations

from collections.abc import Iterable
from operator import add

from claimtrack.core.match.normalisation.normalise import Normalised, normalise_text
from claimtrack.core.match.reading import dates
from claimtrack.core.match.reading.lazy_property import lazy
from claimtrack.core.match.words.exact_repeats import canonical_spelling
from claimtrack.core.match.words.terms import lower_case, tokenise
from claimtrack.core.match.words.tokens import Tokens

_CLAUSE_PUNCTUATION = frozenset('.,;:!?()\n"')
_SENTENCE_PUNCTUATION = frozenset(".!?:\n\"'")


class Written:
    """The words of a text, each property computed on first use."""

    def __init__(self, text: str) -> None:
        self.text = text

    @lazy
    def _normalised(self) -> Normalised:
        return normalise_text(self.text)

    @property
    def cleaned(self) -> str:
        """The text in its normal form."""
        return self._normalised.text

    @lazy
    def spelling(self) -> str:
        """What all texts have in common that may be exact repeats of this one."""
        return canonical_spelling(self.text)

    @property
    def signed_by(self) -> str | None:
        """The author, if the text is a quoted tweet."""
        return self._normalised.signed_by

    @lazy
    def signed_on(self) -> str | None:
        """The ISO date of the signature, if the text is a quoted tweet."""
        return dates.iso_date(self._normalised.signed_on or "")

    @lazy
    def tokens(self) -> Tokens:
        """The tokens of the cleaned text, with their offsets."""
        return Tokens(self.cleaned, self.written)

    @lazy
    def written(self) -> tuple[str, ...]:
        """The tokens as they are written."""
        return tokenise(self.cleaned)

    def gap_before(self, at: int) -> str:
        """Return the characters between a token and the one before it."""
        return self.cleaned[self.tokens[at - 1].end : self.tokens[at].start]

    def text_of(self, first: int, last: int) -> str:
        """Return the text from one token to another, inclusive."""
        return self.cleaned[self.tokens[first].start : self.tokens[last].end]

    def has_capital(self, at: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.written[at][0].isupper()

    def as_written(self, first: int, end: int) -> str:
        """Return the tokens from `first` up to `end` as they are written, separated by spaces."""
        return " ".join(self.written[first:end])

    def written_at(self, places: Iterable[int]) -> str:
        """Return the tokens at some places as they are written, separated by spaces."""
        return " ".join(self.written[at] for at in places)

    @lazy
    def words(self) -> list[str]:
        """The tokens in lower case."""
        return lower_case(self.written)

    def word(self, at: int) -> str:
        """Return the token at a place in lower case, or "" past the last one."""
        return self.words[at] if at < len(self.words) else ""

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words)

    @lazy
    def joined_bigrams(self) -> frozenset[str]:
        """Each pair of neighbouring words run together: "cease-fire" may be "ceasefire" elsewhere."""
        return frozenset(map(add, self.words, self.words[1:]))

    @lazy
    def _gaps(self) -> tuple[str, ...]:
        return self.tokens.gaps(self.cleaned)

    @lazy
    def sentences(self) -> tuple[int, ...]:
        """For each token the number of its sentence; a dot after a short word ends none ("Mr.")."""
        found, number = [], 0
        for at, gap in enumerate(self._gaps):
            dot = "." in gap and at and len(self.written[at - 1]) > 3
            number += bool(dot or (gap != " " and any(c in "!?\n" for c in gap)))
            found.append(number)
        return tuple(found)

    @lazy
    def _partings(self) -> frozenset[int]:
        return frozenset(
            at for at, gap in enumerate(self._gaps) if at and not _CLAUSE_PUNCTUATION.isdisjoint(gap)
        )

    @lazy
    def boundaries(self) -> tuple[int, ...]:
        """The tokens that punctuation separates from the one before them, in order."""
        return tuple(sorted(self._partings))

    def is_boundary(self, at: int) -> bool:
        """Whether punctuation separates a token from the one before it."""
        return at in self._partings

    def neighbours(self, first: int, last: int, but_for: frozenset[str]) -> tuple[str, str]:
        """Return the nearest words before and after a stretch that are not in `but_for`; "" at the edges."""
        before = (word for word in reversed(self.words[:first]) if word not in but_for)
        after = (word for word in self.words[last + 1 :] if word not in but_for)
        return next(before, ""), next(after, "")

    def has_boundary_in(self, places: Iterable[int]) -> bool:
        """Whether punctuation precedes any of some tokens."""
        return not self._partings.isdisjoint(places)

    def ends_clause(self, at: int) -> bool:
        """Whether a clause ends before a place: at punctuation, or after the last word."""
        return at in self._partings or at >= len(self.words)

    @lazy
    def openings(self) -> frozenset[int]:
        """The tokens that may be capitalised only because they open a sentence or a quotation."""
        return frozenset(
            at for at, gap in enumerate(self._gaps) if not at or not _SENTENCE_PUNCTUATION.isdisjoint(gap)
        )
