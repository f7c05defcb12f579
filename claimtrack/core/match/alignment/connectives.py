"""How two clauses are joined where each statement has both: which is the cause of which, and whether it is in spite of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_SURELY_WHY = words_of("because")
_WHY = words_of("because as since")
_IN_SPITE = words_of("although though")
_FEWEST = 2
"""Words of weight that a clause must have to be one."""


class _Joined(NamedTuple):
    """The word that joins two clauses, and what each tells: the one that it opens, and the main one."""

    word: str
    under: frozenset[str]
    main: frozenset[str]


def connectives_differ(a: Reading, b: Reading) -> Difference | None:
    """ "Because A, B" beside "although A, B", in whatever order, and "as A, B" beside "as B, A"; or "too small" beside "not too small to"."""
    if too := _too_or_not(a, b):
        return too
    one, other = _joined(a), _joined(b)
    if one is None or other is None:
        return None
    crossed = len(one.under & other.main) + len(one.main & other.under)
    if (one.word in _WHY) != (other.word in _WHY):
        return Difference(
            f"differs: {one.word} / {other.word}", sure=not _SURELY_WHY.isdisjoint((one.word, other.word))
        )
    if one.word not in _WHY or crossed <= len(one.under & other.under) + len(one.main & other.main):
        return None
    return Difference("cause and effect exchanged", sure=_SURELY_WHY.issuperset((one.word, other.word)))


def _joined(reading: Reading) -> _Joined | None:
    """The two clauses of a statement that such a word joins; None where it joins none, or more than two are told."""
    words = reading.words
    places = [at for at, word in enumerate(words) if word in _WHY | _IN_SPITE and _opens(reading, at)]
    if len(places) != 1:
        return None
    at = places[0]
    if at:
        under, main = words[at + 1 :], words[:at]
    else:
        end = next((i for i in range(2, len(words)) if reading.parted(i)), len(words))
        under, main = words[1:end], words[end:]
    joined = _Joined(words[at], _weighty(under), _weighty(main))
    return joined if min(len(joined.under), len(joined.main)) >= _FEWEST else None


def _opens(reading: Reading, at: int) -> bool:
    """Whether a word may open a clause here: "as" and "since" only at the beginning or behind a comma."""
    return reading.words[at] in _SURELY_WHY | _IN_SPITE or at == 0 or reading.parted(at)


def _weighty(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and word[0].isalnum())


def _too_or_not(a: Reading, b: Reading) -> Difference | None:
    """Whether one is too much so for something, and the other not: "cannot, because it is too small", "is not too small to"."""
    ours, theirs = _too(a), _too(b)
    if not ours or not theirs or ours[0] != theirs[0] or ours[1] == theirs[1]:
        return None
    told = (f"{'not ' if denied else ''}too {what}" for what, denied in (ours, theirs))
    return Difference(f"differs: {' / '.join(told)}", sure=True)


def _too(reading: Reading) -> tuple[str, bool] | None:
    """What a statement tells something to be too much, and whether it denies that."""
    words = reading.words
    at = words.index("too") if "too" in reading.vocabulary else len(words)
    if at + 1 >= len(words):
        return None
    return words[at + 1], at > 0 and (words[at - 1] == "not" or words[at - 1].endswith("n't"))
