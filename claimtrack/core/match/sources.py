"""A guard on who is told to say it: "Erdogan said ...", "according to Lavrov"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.named import is_named
from claimtrack.core.match.names import OPENERS
from claimtrack.core.match.phrases import clause_end
from claimtrack.core.match.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading import Reading

_SAYING = words_of(
    "says said say saying tells told claims claimed argues argued insists insisted warns warned states stated"
)
_LONGEST = 6
"""Words of who says it at most."""


def other_source(a: Reading, b: Reading) -> str | None:
    """Each names who says it, and it is another: "Erdogan said", "according to Lavrov"; none of whom the other speaks in any form."""
    ours = _source(a)
    theirs = _source(b) if ours else None
    if ours is None or theirs is None:
        return None
    if any(is_named(a, at, b) for at in _names(a, ours)) or any(
        is_named(b, at, a) for at in _names(b, theirs)
    ):
        return None
    if not _names(a, ours) or not _names(b, theirs) or _one_body(a, ours, b, theirs):
        return None
    return f"other speaker: {wording(a.tokens[ours.start : ours.stop])} / {wording(b.tokens[theirs.start : theirs.stop])}"


def _names(reading: Reading, places: range) -> list[int]:
    return [
        at
        for at in places
        if reading.tokens[at].text[0].isupper()
        and reading.words[at] not in STOP_WORDS
        and not (at == 0 and (reading.words[0] in OPENERS or reading.words[0].endswith("s")))
    ]


def _one_body(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether two may be one that is named otherwise: the UN refugee agency, UNHCR."""
    known = {
        r.words[at]
        for r, places in ((a, ours), (b, theirs))
        for at in places
        if r.words[at] not in STOP_WORDS
    }
    if len(known) < sum(
        1 for r, places in ((a, ours), (b, theirs)) for at in places if r.words[at] not in STOP_WORDS
    ):
        return True
    shorts = [
        [r.words[at] for at in places if r.tokens[at].text.isupper()]
        for r, places in ((a, ours), (b, theirs))
    ]
    return any(x.startswith(y) or y.startswith(x) for x, y in product(*shorts))


def _source(reading: Reading) -> range | None:
    """The places of who says it: behind "according to", or before the first verb of saying."""
    words = reading.words
    if "according" in reading.vocabulary:
        at = words.index("according")
        end = clause_end(reading, at)
        return range(at + 2, end) if end - at - 2 <= _LONGEST and words[at + 1 : at + 2] == ["to"] else None
    verb = next((at for at, word in enumerate(words[: _LONGEST + 1]) if word in _SAYING), None)
    return range(verb) if verb and not any(reading.parted(i) for i in range(1, verb)) else None
