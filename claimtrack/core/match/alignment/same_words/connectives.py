"""Function words whose scope is a clause: which clause is the cause or concession, "between" which times, "whether or not", "a few"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.language.word_lists import MONTHS, POSSESSIVES, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import format_both, stem

_CERTAIN_CAUSAL = words_of("because")
_CAUSAL = words_of("because as since")
_CONCESSIVE = words_of("although though")
_MIN_CLAUSE_WORDS = 2
"""The fewest content words of a clause."""


class _ComplexSentence(NamedTuple):
    """A subordinating conjunction with the stems of the clause it opens and of the main clause."""

    word: str
    under: frozenset[str]
    main: frozenset[str]


def connectives_differ(a: Reading, b: Reading) -> Difference | None:
    """A causal against a concessive clause, "because A, B" and "although A, B"; cause and effect swapped, "as A, B" and "as B, A"; or "too small" and "not too small to"."""
    if too := _excess_differs(a, b):
        return too
    one, other = _split_sentence(a), _split_sentence(b)
    if one is None or other is None:
        return None
    crossed = len(one.under & other.main) + len(one.main & other.under)
    if (one.word in _CAUSAL) != (other.word in _CAUSAL):
        return Difference(
            f"differs: {one.word} / {other.word}", sure=not _CERTAIN_CAUSAL.isdisjoint((one.word, other.word))
        )
    if one.word not in _CAUSAL or crossed <= len(one.under & other.under) + len(one.main & other.main):
        return None
    return Difference("cause and effect swapped", sure=_CERTAIN_CAUSAL.issuperset((one.word, other.word)))


def _split_sentence(reading: Reading) -> _ComplexSentence | None:
    """The two clauses of a statement with a single such conjunction; None without one."""
    words = reading.words
    places = [
        at for at, word in enumerate(words) if word in _CAUSAL | _CONCESSIVE and _opens_clause(reading, at)
    ]
    if len(places) != 1:
        return None
    at = places[0]
    if at:
        subordinate, main = words[at + 1 :], words[:at]
    else:
        end = next((i for i in range(2, len(words)) if reading.is_boundary(i)), len(words))
        subordinate, main = words[1:end], words[end:]
    joined = _ComplexSentence(words[at], _content_stems(subordinate), _content_stems(main))
    return joined if min(len(joined.under), len(joined.main)) >= _MIN_CLAUSE_WORDS else None


def _opens_clause(reading: Reading, at: int) -> bool:
    """Whether a conjunction opens a clause: "as" and "since" only at the beginning or after a comma."""
    return reading.words[at] in _CERTAIN_CAUSAL | _CONCESSIVE or at == 0 or reading.is_boundary(at)


def _content_stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if word not in STOP_WORDS and word[0].isalnum())


def _excess_differs(a: Reading, b: Reading) -> Difference | None:
    """Whether one is too much so for something, and the other not: "cannot, because it is too small", "is not too small to"."""
    ours, theirs = _find_excess(a), _find_excess(b)
    if not ours or not theirs or ours[0] != theirs[0] or ours[1] == theirs[1]:
        return None
    quoted = (f"{'not ' if denied else ''}too {adjective}" for adjective, denied in (ours, theirs))
    return Difference(f"differs: {' / '.join(quoted)}", sure=True)


def _find_excess(reading: Reading) -> tuple[str, bool] | None:
    """What a statement calls excessive, and whether it negates that."""
    words = reading.words
    at = words.index("too") if "too" in reading.vocabulary else len(words)
    if at + 1 >= len(words):
        return None
    return words[at + 1], at > 0 and (words[at - 1] == "not" or words[at - 1].endswith("n't"))


_MAX_TIME_TOKENS = 5
"""The most tokens of a time: "8:30 in the evening"."""
_WHETHER_REACH = 12
"""The most tokens from "whether" to its "or not"."""
_SMALL_QUANTIFIERS = words_of("few little")
_BEFORE_A_FEW = words_of("a quite")
"""Words before "few" or "little" with which these mean some."""
_BEFORE_ADJECTIVE = POSSESSIVES | words_of("the one this that my our your another")
"""Words after which "little" is a size, not an amount."""


def scopes_differ(a: Reading, b: Reading) -> Difference | None:
    """A difference in the scope of function words in two statements of the same words."""
    return (
        _times_swapped(a, b) or _is_unconditional(a, b) or _few_or_some(a, b) or _not_yet_or_no_longer(a, b)
    )


def _not_yet_or_no_longer(a: Reading, b: Reading) -> Difference | None:
    """What is not so yet in the one is so no longer in the other."""
    found = [
        (any(yet == "yet" and one.endswith(("not", "n't")) for one, yet in two), ("no", "longer") in two)
        for two in (list(pairwise(r.words)) for r in (a, b))
    ]
    if sorted(found) != [(False, True), (True, False)]:
        return None
    quoted = format_both(("not yet", "no longer"), turned=found[0][1])
    return Difference(f"differs: {quoted}", sure=True, in_any_order=True)


def _times_swapped(a: Reading, b: Reading) -> Difference | None:
    """The start and the end of a time are swapped: "between 8 pm and 5 am", "between 5 am and 8 pm"."""
    ours = _find_time_range(a) if "between" in a.vocabulary & b.vocabulary else None
    theirs = _find_time_range(b) if ours else None
    if ours is None or theirs is None or ours[0] == theirs[0] or ours[0] != theirs[0][::-1]:
        return None
    quoted = (r.as_written(places.start, places.stop) for r, (_, places) in ((a, ours), (b, theirs)))
    return Difference(f"differs: {' / '.join(quoted)}", sure=True, in_any_order=True)


def _find_time_range(reading: Reading) -> tuple[tuple[str, str], range] | None:
    """The two times of a "between" phrase, and its tokens; None without one."""
    words = reading.words
    at = words.index("between") + 1
    middle = next((i for i in range(at + 1, min(len(words), at + _MAX_TIME_TOKENS)) if words[i] == "and"), 0)
    end = min(len(words), 2 * middle - at + 1)  # as many tokens as before "and"
    one, other = words[at:middle], words[middle + 1 : end]
    if not middle or not all(any(map(_is_time, side)) for side in (one, other)):
        return None
    return (" ".join(one), " ".join(other)), range(at, end)


def _is_time(word: str) -> bool:
    return word in _TIMES or ":" in word


_TIMES = words_of(
    MONTHS,
    WEEKDAYS,
    "am pm noon midnight morning evening spring summer autumn winter dawn dusk sunset sunrise",
)


@symmetric_check("only one says", in_any_order=True, sure=True)
def _is_unconditional(one: Reading, other: Reading) -> Excerpts | None:
    """One holds whether or not a condition does, the other only if it does: "whether they pay or not", "if they pay"."""
    if _has_whether_or_not(one) and "whether" not in other.vocabulary:
        return ("whether or not",)
    return None


def _has_whether_or_not(reading: Reading) -> bool:
    """Whether a statement has "whether ... or not"."""
    words = reading.words
    if "whether" not in reading.vocabulary or ("or", "not") not in pairwise(words):
        return False
    at = words.index("whether")
    return ("or", "not") in pairwise(words[at : at + _WHETHER_REACH])


def _few_or_some(a: Reading, b: Reading) -> Difference | None:
    """ "Few" on one side and "a few" on the other, before the same word."""
    for word in sorted(_SMALL_QUANTIFIERS & a.vocabulary & b.vocabulary):
        before = (*_words_before(a, word), *_words_before(b, word))
        if word == "little" and not _BEFORE_ADJECTIVE.isdisjoint(before):
            continue
        at, at_b = a.words.index(word), b.words.index(word)
        has_article = [r.words[i - 1] in _BEFORE_A_FEW if i else False for r, i in ((a, at), (b, at_b))]
        if has_article[0] != has_article[1] and a.words[at + 1 : at + 2] == b.words[at_b + 1 : at_b + 2]:
            quoted = format_both((word, f"a {word}"), turned=has_article[0])
            return Difference(f"differs: {quoted}", sure=True)
    return None


def _words_before(reading: Reading, word: str) -> list[str]:
    """The words right before each occurrence of a word."""
    return [before for before, following in pairwise(reading.words) if following == word]
