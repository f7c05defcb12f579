"""Little words that reach over clauses: which is the cause of which, or in spite of it, between which times, "whether or not", "a few"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.words.lexicon import MONTHS, POSSESSIVES, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import format_both, stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Excerpts
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
    return Difference("cause and effect swapped", sure=_SURELY_WHY.issuperset((one.word, other.word)))


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
        end = next((i for i in range(2, len(words)) if reading.is_boundary(i)), len(words))
        under, main = words[1:end], words[end:]
    joined = _Joined(words[at], _weighty(under), _weighty(main))
    return joined if min(len(joined.under), len(joined.main)) >= _FEWEST else None


def _opens(reading: Reading, at: int) -> bool:
    """Whether a word may open a clause here: "as" and "since" only at the beginning or behind a comma."""
    return reading.words[at] in _SURELY_WHY | _IN_SPITE or at == 0 or reading.is_boundary(at)


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


_LONGEST = 5
"""Words of a time at most: "8:30 in the evening"."""
_WHETHER_OR_NOT = 12
"""Words from "whether" to its "or not" at most."""
_LITTLE = words_of("few little")
_NO_LACK = words_of("a quite")
"""With these few are some."""
_SIZED = POSSESSIVES | words_of("the one this that my our your another")
"""Behind these "little" tells how large something is, not how much of it."""


def scopes_differ(a: Reading, b: Reading) -> Difference | None:
    """What tells two statements of the same words apart by what its little words reach over."""
    return _times_turned(a, b) or _condition_lifted(a, b) or _few_or_some(a, b) or _not_yet_or_no_longer(a, b)


def _not_yet_or_no_longer(a: Reading, b: Reading) -> Difference | None:
    """What is not so yet in the one is so no longer in the other."""
    told = [
        (("not", "yet") in two, ("no", "longer") in two) for two in (list(pairwise(r.words)) for r in (a, b))
    ]
    if sorted(told) != [(False, True), (True, False)]:
        return None
    said = format_both(("not yet", "no longer"), turned=told[0][1])
    return Difference(f"differs: {said}", sure=True, in_any_order=True)


def _times_turned(a: Reading, b: Reading) -> Difference | None:
    """Between two times it is in the one as it is in the other between the second and the first: "between 8 pm and 5 am"."""
    ours = _between(a) if "between" in a.vocabulary & b.vocabulary else None
    theirs = _between(b) if ours else None
    if ours is None or theirs is None or ours[0] == theirs[0] or ours[0] != theirs[0][::-1]:
        return None
    told = (r.as_written(places.start, places.stop) for r, (_, places) in ((a, ours), (b, theirs)))
    return Difference(f"differs: {' / '.join(told)}", sure=True, in_any_order=True)


def _between(reading: Reading) -> tuple[tuple[str, str], range] | None:
    """The two times between which something is, and where they stand."""
    words = reading.words
    at = words.index("between") + 1
    middle = next((i for i in range(at + 1, min(len(words), at + _LONGEST)) if words[i] == "and"), 0)
    end = middle + 1
    while (
        end - middle <= middle - at
        and end < len(words)
        and not (end > middle + 1 and reading.is_boundary(end))
    ):
        end += 1
    one, other = words[at:middle], words[middle + 1 : end]
    if not middle or not all(any(map(_tells_time, side)) for side in (one, other)):
        return None
    return (" ".join(one), " ".join(other)), range(at, end)


def _tells_time(word: str) -> bool:
    return word in MONTHS or word in WEEKDAYS or word in _HOURS or ":" in word


_HOURS = words_of("am pm noon midnight morning evening spring summer autumn winter dawn dusk sunset sunrise")


@symmetric_check("only one says", in_any_order=True, sure=True)
def _condition_lifted(one: Reading, other: Reading) -> Excerpts | None:
    """One says that it is so whether something is or not, and the other that it is where that is: "if they pay", "whether they pay or not"."""
    if _whether_or_not(one) and "whether" not in other.vocabulary:
        return ("whether or not",)
    return None


def _whether_or_not(reading: Reading) -> bool:
    words = reading.words
    if "whether" not in reading.vocabulary or ("or", "not") not in pairwise(words):
        return False
    at = words.index("whether")
    return ("or", "not") in pairwise(words[at : at + _WHETHER_OR_NOT])


def _few_or_some(a: Reading, b: Reading) -> Difference | None:
    """One says of few what the other says of a few, behind the same word or before it."""
    for word in sorted(_LITTLE & a.vocabulary & b.vocabulary):
        if word == "little" and not (
            _SIZED.isdisjoint(_before(a, word)) and _SIZED.isdisjoint(_before(b, word))
        ):
            continue
        at, there = a.words.index(word), b.words.index(word)
        some = [r.words[i - 1] in _NO_LACK if i else False for r, i in ((a, at), (b, there))]
        if some[0] != some[1] and a.words[at + 1 : at + 2] == b.words[there + 1 : there + 2]:
            told = format_both((word, f"a {word}"), turned=some[0])
            return Difference(f"differs: {told}", sure=True)
    return None


def _before(reading: Reading, word: str) -> list[str]:
    """The words right before a word, wherever it stands."""
    return [before for before, here in pairwise(reading.words) if here == word]
