"""Guards on what holds of all or alike in one statement, and not of some or not alike in the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.lexicon import COMPARATIVES, NOBODY, STOP_WORDS, phrases_of, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading

EXCEPTION_WORDS = words_of("except excepting excluding barring excepted exception")
"""Words that take something out of what is said."""
_MARKS = EXCEPTION_WORDS | {"than", "but"}
_BESIDE = words_of("only any no none nobody nothing but just save apart aside")
"""Where one of these stands on the other side, the exception may be told by it; "no state except Ohio" is "only Ohio"."""


@symmetric_guard("only one says")
def exception_added(one: Reading, other: Reading) -> Excerpts | None:
    """One makes an exception of which the other knows nothing: "in all states except Ohio", "in every state"."""
    if _MARKS.isdisjoint(one.vocabulary) and _MARKS.isdisjoint(other.vocabulary):
        return None
    at = find_exception(one)
    if at is None or find_exception(other) is not None or (one.negators and not other.negators):
        return None
    than = one.words[at] == "other"
    if than and other.negators and not phrase_after(one, at + 1).isdisjoint(other.surely_denied):
        return None  # "a language other than Dutch", "no Dutch"
    if _BESIDE & (other.vocabulary - one.vocabulary):
        return None
    but = one.words[at] == "but" and (_of_all(one, at, other) or _with_it(one, at, other))
    if but or _BESIDE.isdisjoint(one.vocabulary):
        return (_told(one, at),)
    return None


def is_exception_complement(a: Reading, b: Reading) -> bool:
    """Whether one tells of the only one what the other says of all but that one, or denies of others: then they say opposite things."""
    return any(
        "only" in one.vocabulary - other.vocabulary
        and (find_exception(other) is not None or (restricts_kind(one) and _denied_of_others(one, other)))
        for one, other in ((a, b), (b, a))
    )


def _denied_of_others(one: Reading, other: Reading) -> bool:
    """Whether what is said of "only men" is denied of women: "women may not"."""
    return not one.negators and len(other.negators) == 1


def _of_all(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other says of all alike what the one says of all but somebody whom the other does not name."""
    alike = _ALL & set(one.words[max(0, at - _WITHIN) : at]) & other.vocabulary
    return bool(alike) and all(
        one.words[i] not in other.vocabulary
        for i in range(at + 1, min(at + 3, len(one.words)))
        if one.words[i] not in STOP_WORDS
    )


def _with_it(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other says it of what the one leaves out as well: "all parties *and* the Greens"."""
    with_it = ["and", *one.words[at + 1 : at + 3]]
    return any(other.words[i : i + 3] == with_it for i in range(len(other.words)))


def find_exception(reading: Reading) -> int | None:
    """Where an exception begins: "except", "with the exception of", "other than"."""
    words = reading.words
    if not EXCEPTION_WORDS.isdisjoint(reading.vocabulary):
        return next(at for at, word in enumerate(words) if word in EXCEPTION_WORDS)
    if "but" in reading.vocabulary and (but := _but(reading)):
        return but
    return next((at for at, two in enumerate(pairwise(words)) if two == ("other", "than")), None)


_ALL = words_of("every all any no everyone everybody everywhere anyone anybody nobody")
_EVERYBODY = words_of("everyone everybody everywhere")
_WITHIN = 4
"""Tokens before "but" in which such a word stands that it takes something out of: "any other country but"."""


def _but(reading: Reading) -> int | None:
    """Where "but" makes an exception: "every state but Ohio"; not "all but ten", nor "no choice but to wait"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        before = words[max(0, at - _WITHIN) : at]
        if word != "but" or words[at + 1] == "to" or reading.is_boundary(at) or _ALL.isdisjoint(before):
            continue
        if before[-1] not in _ALL or before[-1] in _EVERYBODY:
            return at
    return None


def _told(reading: Reading, at: int) -> str:
    """What is excepted, up to the next little word: "except in the port"."""
    end = at + 2
    while end < min(len(reading.words), at + _TOLD) and not reading.is_boundary(end):
        if reading.words[end - 1] not in STOP_WORDS and reading.words[end] in STOP_WORDS:
            break
        end += 1
    return reading.as_written(at, end)


_TOLD = 4
"""Words of an exception that are told."""
_EQUAL = words_of("same equal equally identical")


@symmetric_guard("differs")
def equal_or_not(one: Reading, other: Reading) -> Excerpts | None:
    """What is the same for two in the one is more for one of them in the other: "the same prize", "as much as", "more than"."""
    if one.negators or other.negators:
        return None
    new = other.vocabulary - one.vocabulary
    more = COMPARATIVES & new if "than" in new else _so_many_times(other, new)
    equal = (sorted(_EQUAL & (one.vocabulary - other.vocabulary)) or _as_much(one)) if more else []
    return (equal[0], min(more)) if more and equal else _no_effect(one, other)


_UP_TO_AS = 6
"""Words behind the first "as" of two up to the second: "as much money per week as"."""
_GRADED = words_of(
    "much many often high low big large old heavy rich likely good long short fast strong safe dangerous expensive cheap poor tall young"
    " small wide deep common clean hot cold dense hard far"
)


def _as_much(reading: Reading) -> list[str]:
    """The "as much as" by which two are alike; not "twice as much as" nor "as many as 40"."""
    words = reading.words
    if "with" in reading.vocabulary:
        for at in range(len(words) - 2):
            if words[at : at + 3] in _IN_STEP:
                return [reading.as_written(at, at + 3)]
    counted = {place for q in reading.quantities for place in (q.first - 2, q.first - 3, q.last + 2)}
    return [
        reading.as_written(at - 1, at + 1)
        for at, word in enumerate(words[1:-2], 1)
        if word in _GRADED
        and words[at - 1] == "as" in words[at + 1 : at + _UP_TO_AS]
        and at not in counted
        and words[at : at + 2] != ["far", "as"]  # "as far as quality goes"
        and NOBODY.isdisjoint(words[:at])
        and _TIMES.isdisjoint(words[max(0, at - 3) : at - 1])
    ]


def _so_many_times(reading: Reading, new: frozenset[str]) -> list[str]:
    """The "twice as much" by which one of two is told to be more, or less: "half as much as"."""
    return [
        reading.as_written(at - 2, at + 1)
        for at, word in enumerate(reading.words[2:-1], 2)
        if word in _GRADED and reading.words[at - 1] == "as" and reading.words[at - 2] in _MULTIPLYING & new
    ]


_MULTIPLYING = words_of("half twice times double")
_IN_STEP = phrases_of(
    "in line with | in step with | kept pace with | keep pace with | keeps pace with | a par with"
)
_CHANCE = words_of("risk risks chance chances odds likelihood probability danger")
_CHANGING = words_of(
    "cut cuts cutting reduce reduces reduced lower lowers lowered halve halves halved raise raises raised increase increases"
    " increased double doubles doubled triples tripled more less"
)
_LIKELY = words_of("likely prone apt")
_TIMES = words_of("half twice times double not nearly almost")


def _no_effect(one: Reading, other: Reading) -> Excerpts | None:
    """What changes a risk in the one leaves those who have it as likely as others in the other: "cuts the risk", "just as likely"."""
    if "likely" not in one.vocabulary or one.negators or other.negators or not _as_likely(one):
        return None
    if not _CHANCE.isdisjoint(one.vocabulary):
        return None  # that may be told of another risk
    of_chance = not _CHANCE.isdisjoint(other.vocabulary) or not _LIKELY.isdisjoint(other.vocabulary)
    changing = sorted(_CHANGING & other.vocabulary)
    if of_chance and not _as_likely(other) and (changing or not _TIMES.isdisjoint(other.vocabulary)):
        return "as likely", changing[0] if changing else "times as likely"
    return None


def _as_likely(reading: Reading) -> bool:
    """Whether two are as likely as each other, and not twice as likely."""
    words = reading.words
    return any(
        words[at - 1] == "as" and not {*words[max(0, at - 2) : at - 1]} & _TIMES for at in _places(words)
    )


def _places(words: list[str]) -> list[int]:
    return [at for at, word in enumerate(words) if word == "likely" and at]


_TO = words_of("to for in on by with from")
_OTHERS_TOO = words_of("several both all every also too alike everyone everybody any")
_COUNTING = words_of("a an one two three four five six seven eight nine ten half")


_TOGETHER = words_of("combined together altogether")


def _not_only(reading: Reading) -> bool:
    """Whether it tells that there are others, too: "not only the mayor", "the mayor was not the only one"."""
    before = ["", *reading.words[: reading.words.index("only")]]
    last = before[-2] if before[-1] == "the" else before[-1]
    return last == "not" or last.endswith("n't")


def only_or_also(a: Reading, b: Reading) -> str | None:
    """One says it of some only, the other of others, too: only new buildings, new and old buildings."""
    if "only" in a.vocabulary and "only" in b.vocabulary and _not_only(a) != _not_only(b):
        return "negated: not only"
    return _only_or_others_too(a, b)


@symmetric_guard("differs")
def _only_or_others_too(one: Reading, other: Reading) -> Excerpts | None:
    together = sorted(_TOGETHER & (other.vocabulary - one.vocabulary))
    if together and "alone" in one.vocabulary - other.vocabulary:
        return "alone", together[0]
    if "only" not in one.vocabulary or "only" in other.vocabulary or one.negators or other.negators:
        return None
    if find_exception(other) is not None:
        return None  # "every state but Ohio", "Ohio is the only state that"
    at = one.words.index("only")
    if _not_only(one):
        return None
    if one.words[at - 2 : at] == ["first", "and"] or _AND_THEN.issuperset(one.words[at + 1 : at + 3] or [""]):
        return None
    if joined := _with_another(one, at, other) or _not_alone(one, at, other):
        return joined
    wide = sorted(_OTHERS_TOO & (other.vocabulary - one.vocabulary))
    following = one.word(at + 1)
    if not wide or _counts(following):
        return None
    alone = following and not one.is_boundary(at + 1)
    return (f"only {following}" if alone else f"{one.words[at - 1]} only"), wide[0]


_AND_THEN = words_of("to see find discover learn lose be have")
"""Behind "only" these tell what came of it: "passed it *only to see* it vetoed"."""
_SET_APART = words_of("while whereas but unlike although though than no any all every each the")
_OTHERS = words_of("other others")


def _not_alone(one: Reading, at: int, other: Reading) -> tuple[str, str] | None:
    """What the one says of the only one of a kind, the other says of it and others: "the only senator", "two other senators"."""
    thing = one.word(at + 1)
    if one.words[at - 1] != "the" or not thing or thing in STOP_WORDS or stem(thing) not in other.terms:
        return None
    others = next((i for i, word in enumerate(other.words) if word in _OTHERS), None)
    if others is None or not _SET_APART.isdisjoint(other.words[:others]):
        return None
    return f"only {thing}", other.as_written(others, others + 2)


def _with_another(one: Reading, at: int, other: Reading) -> tuple[str, str] | None:
    """What the one says of a thing only the other says of it and of another thing: "men only", "men and women"."""
    ends = one.ends_clause(at + 1)
    to = not ends and one.words[at + 1] in _TO and at + 2 < len(one.words)
    thing = one.words[at - 1 if ends else at + 1 + to]
    for i, word in enumerate(other.words[1:-1], 1):
        as_well = (
            word == "well"
            and other.words[i - 1] == other.words[i + 1] == "as"
            and 1 < i < len(other.words) - 2
        )
        two = other.words[i - 1 - as_well], other.words[i + 1 + as_well]
        if (
            (word == "and" or as_well)
            and thing in two
            and not one.vocabulary.issuperset(two)
            and thing not in STOP_WORDS
        ):
            return one.as_written(at - ends, at + 2 - ends), other.as_written(i - 1, i + 2)
    return None


def restricts_kind(reading: Reading) -> bool:
    """Whether "only" tells of what sort, and not of how many."""
    return "only" in reading.vocabulary and any(
        word == "only" and not _counts(following) for word, following in pairwise([*reading.words, ""])
    )


def _counts(word: str) -> bool:
    return word in _COUNTING or word[:1].isdecimal()
