"""The forms in which two statements have the same verbs and nouns: what is and what was, what will and what would be, one and several."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.words.forms import IRREGULAR_NOUNS
from claimtrack.core.match.words.lexicon import ARTICLES, DO, IRREGULAR, groups_by_word, words_of
from claimtrack.core.match.words.terms import REGULAR, format_both, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

    Paired = Sequence[tuple[int, int]]
    """The places of the words that stand in both, in this or another form."""

_TENSES = groups_by_word(
    """
    coming: will shall won't he'll she'll they'll we'll it'll | would: would wouldn't
    | was: has have had was were did hasn't haven't hadn't wasn't weren't didn't he's she's we've they've i've
    | is: is are am do does isn't aren't don't doesn't | : can could may might must should to be being having get got
    """
)
"""What a helping verb makes of the verb behind it; nothing where that is neither told as done nor as being done."""
_BETWEEN = words_of("been not never also now still already only just then ever always often all both")
_NOMINAL = words_of("a an the its his her their our my this that these those of in on at by for from with no")
"""Behind these stands no finite verb."""
_NOUNS = IRREGULAR_NOUNS | {"dead", "lies"}
_APART = (frozenset({"is", "was"}), frozenset({"coming", "would"}))
_SAYING = stems_of(
    "say tell claim add announce promise pledge vow warn insist argue estimate predict think believe hope"
)
"""Behind these in the past "would" is "will", and "was" may be "is"."""


def forms_differ(a: Reading, b: Reading, paired: Paired) -> Difference | None:
    """The first verb that is told of another time, or noun of which there are several in one statement alone."""
    for one, other in ((a, b), (b, a)):
        if _has_had(one) and not _HAVE.isdisjoint(other.vocabulary) and "had" not in other.vocabulary:
            return Difference(f"differs: {format_both(('has had', 'has'), turned=one is not a)}", sure=False)
    reported = _is_reported(a) or _is_reported(b)
    asks = _asks(a) or _asks(b)
    for x, y in paired:
        if asks and a.words[x] == b.words[y]:
            continue
        apart = frozenset({_tense(a, x), _tense(b, y)}) in _APART and not reported
        if apart and not (
            _in_a_headline(a, x, b, paired) or _in_a_headline(b, y, a, [(v, u) for u, v in paired])
        ):
            return Difference(f"differs: {_with_helper(a, x)} / {_with_helper(b, y)}", sure=False)
        if _is_going_on(a, x, b, y) or _is_going_on(b, y, a, x):
            return Difference(f"differs: {_with_helper(a, x)} / {_with_helper(b, y)}", sure=False)
        if _is_one_of_several(a, x, b, y) or _is_one_of_several(b, y, a, x):
            return Difference(f"differs: {a.written[x]} / {b.written[y]}", sure=False)
    return None


_HAVE = words_of("has have")


def _has_had(reading: Reading) -> bool:
    """Whether it tells what somebody has had until now, and may have no more."""
    return any(before in _HAVE and word == "had" for before, word in pairwise(reading.words))


def _is_going_on(one: Reading, at: int, other: Reading, there: int) -> bool:
    """Whether a verb tells what is going on that is done in the other statement: "is building", "has built"."""
    helping, done = _helper(one, at), _helper(other, there)
    if helping is None or done is None:
        return False
    both = one.words[helping] in ("is", "are") and other.words[done] in _HAVE
    return both and one.words[at].endswith("ing") and not other.words[there].endswith("ing")


def _in_a_headline(one: Reading, at: int, other: Reading, paired: Paired) -> bool:
    """Whether a verb tells in the present what has been done, as headlines do, which leave out articles: "Museum opens"."""
    if not one.words[at].endswith("s") or _helper(one, at) is not None:
        return False
    return any(
        there
        and other.words[there - 1] in ARTICLES
        and (not here or one.words[here - 1] not in _WITH_ARTICLE)
        for here, there in paired
    )


def _is_reported(reading: Reading) -> bool:
    return bool(attribution_places(reading)) or any(stem(word) in _SAYING for word in reading.words)


def _helper(reading: Reading, at: int) -> int | None:
    """The place of the helping verb before a verb, if there is one."""
    words, before = reading.words, at - 1
    while before >= 0 and (words[before] in _BETWEEN or words[before].endswith("ly")):
        before -= 1
    return before if before >= 0 and words[before] in _TENSES else None


def _tense(reading: Reading, at: int) -> str:
    """Of what time a word tells where it is a verb; nothing where none or more than one may be meant."""
    word, helper = reading.words[at], _helper(reading, at)
    if helper is not None:
        before = _helper(reading, helper) if reading.words[helper] in ("be", "have") else None
        return _TENSES[reading.words[helper if before is None else before]]
    if at == 0 or reading.words[at - 1] in _NOMINAL or word.endswith("ing"):
        return ""
    if _asks(reading) and not _is_past(word):
        return _TENSES[reading.words[0]]
    return "was" if _is_past(word) else "is"


def _asks(reading: Reading) -> bool:
    """Whether it asks with a helping verb before who does it: "did the mayor *lose*", "does it *contain*"."""
    return not DO.isdisjoint(reading.words[:1])


def _is_past(word: str) -> bool:
    regular = word.endswith("ed") and (not word.endswith("eed") or word in REGULAR)  # "agreed"; but "need"
    return regular or (word in IRREGULAR and word not in _NOUNS and not word.endswith("s"))


def _with_helper(reading: Reading, at: int) -> str:
    helper = _helper(reading, at)
    return reading.as_written(at if helper is None else helper, at + 1)


_DEFINITE = words_of("the its his her their our my this that these those")
_WITH_ARTICLE = _DEFINITE | ARTICLES
_ADJECTIVE = 2
"""Words between a determiner and its noun at most."""


def _is_one_of_several(one: Reading, at: int, other: Reading, there: int) -> bool:
    """Whether a noun tells of several where the other statement tells of one, and both tell which: "his sons", "his son"."""
    several, single = (r.words[i].removesuffix("'s") for r, i in ((one, at), (other, there)))
    if (_asks(one) or _asks(other)) and not _is_right_behind(one, at):
        return False  # "does the jab contain", "the jab contains"
    regular = several in (f"{single}s", f"{single}es", f"{single[:-1]}ies")
    if not regular and not (several in _NOUNS and IRREGULAR.get(several) == single):
        return False
    return _tells_which(one, at) and _tells_which(other, there)


def _is_right_behind(reading: Reading, at: int) -> bool:
    """Whether what tells which one is meant stands right before a noun."""
    return at > 0 and (reading.words[at - 1] in _DEFINITE or reading.words[at - 1].endswith("'s"))


def _tells_which(reading: Reading, at: int) -> bool:
    words = reading.words
    for before in range(at - 1, max(-1, at - 2 - _ADJECTIVE), -1):
        if words[before] in _DEFINITE or words[before].endswith("'s"):
            return True
        if words[before] in _NOMINAL or words[before] in _TENSES:
            return False
    return False
