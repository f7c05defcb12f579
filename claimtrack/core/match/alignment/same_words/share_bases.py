"""Of whom a share is, and what it has: half of the patients treated here are uninsured, half of the uninsured patients are treated here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from claimtrack.core.language.word_lists import (
    FINITE_OR_MODAL,
    MONTHS,
    RELATIVES,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import TIME_UNIT_STEMS
from claimtrack.core.match.reading.syntax.phrases import clause_end, phrase_places_after
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.terms import stem, stems_of

_MOST = words_of("most majority")
_DATES = TIME_UNIT_STEMS | stems_of("last since") | frozenset(map(stem, MONTHS.keys() | WEEKDAYS.keys()))
"""With years, these may stand anywhere: "half of women *in May* smoked in Tarn", "half of women in Tarn smoked *in May*"."""


class _Share(NamedTuple):
    """The size of a share, with the terms of those it is of, and of what is said about it."""

    size: float | str
    base: frozenset[str]
    said: frozenset[str]
    written: str


def share_bases_swapped(a: Reading, b: Reading) -> Difference | None:
    """The same share is of those of whom the other says it: "half of the unemployed in Tarn are young", "half of the young in Tarn are unemployed"."""
    ours = [*_find_shares(a)]
    for x, y in product(ours, _find_shares(b) if ours else ()):
        is_base_said = (x.base - y.base) & (y.said - x.said)
        if x.size == y.size and is_base_said and (y.base - x.base) & (x.said - y.said):
            return Difference(f"differs: {x.written} / {y.written}", sure=True, in_any_order=True)
    return None


def _find_shares(reading: Reading) -> Iterator[_Share]:
    """Yield the shares of a statement with what they are of, up to the main verb: "60 percent of women who smoke | are under 40".

    Without a verb that is known as one, what a share is of ends with the first phrase: "one in six disabled children lives | in poverty".
    """
    sized: list[tuple[float | str, int, int]] = [
        (q.value, q.first, q.last + 1) for q in reading.quantities if q.kind == "%"
    ]
    sized += [("most", at, at + 1) for at, word in enumerate(reading.words) if word in _MOST]
    years = year_places(reading.quantities, reading.words)
    terms = [(term, at) for term, at in reading.placed_terms if term not in _DATES and at not in years]
    for size, first, start in sized:
        end = clause_end(reading, start)
        verb = _find_main_verb(reading, start, end) or phrase_places_after(reading, start - 1).stop
        base, said = (
            frozenset(term for term, at in terms if at in places)
            for places in (range(start, verb), range(verb, end))
        )
        yield _Share(size, base, said, reading.as_written(first, verb))


def _find_main_verb(reading: Reading, start: int, end: int) -> int:
    """Return the place of the verb whose subject begins at a place; 0 if it is unclear. Verbs that belong to the subject are passed by."""
    words, known = reading.words, verb_places(reading)
    verbs = [at for at in range(start + 1, end) if at in known or words[at] in FINITE_OR_MODAL]
    groups = [at for at in verbs if at - 1 not in verbs]
    for number, at in enumerate(groups):
        is_bare = words[at] not in FINITE_OR_MODAL and (words[at].endswith("ing") or number + 1 < len(groups))
        is_within = is_bare or not RELATIVES.isdisjoint(words[at - 1 : at])
        if not is_within:
            return at
    return 0
