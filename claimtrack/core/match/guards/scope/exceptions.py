"""Guards on exceptions, "only" and equality: what holds of all alike in one statement, and not of some in the other."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import CARDINALS, OTHERS, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import phrase_after
from claimtrack.core.match.words.terms import stem

EXCEPTION_WORDS = words_of("except excepting excluding barring excepted exception")
"""Words that except something: "except", "barring"."""
_EXCEPTION_MARKERS = EXCEPTION_WORDS | {"than", "but"}
_EXCLUSIVE_WORDS = words_of("only any no none nobody nothing but just save apart aside")
"""With one of these the other may express the same exception: "no state except Ohio" is "only Ohio"."""


@symmetric_guard("only one says")
def exception_added(one: Reading, other: Reading) -> Excerpts | None:
    """Only one makes an exception: "in all states except Ohio", "in every state"."""
    if _EXCEPTION_MARKERS.isdisjoint(one.vocabulary) and _EXCEPTION_MARKERS.isdisjoint(other.vocabulary):
        return None
    at = find_exception(one)
    if at is None or find_exception(other) is not None or (one.negators and not other.negators):
        return None
    is_other_than = one.words[at] == "other"
    if is_other_than and other.negators and not phrase_after(one, at + 1).isdisjoint(other.surely_denied):
        return None  # "a language other than Dutch", "no Dutch"
    if _EXCLUSIVE_WORDS & (other.vocabulary - one.vocabulary):
        return None
    is_included = _is_unexcepted(one, at, other) or _is_exception_included(one, at, other)
    if (is_included and one.words[at] == "but") or _EXCLUSIVE_WORDS.isdisjoint(one.vocabulary):
        return (_quote_exception(one, at),)
    return None


def is_exception_complement(a: Reading, b: Reading) -> bool:
    """Whether one says of the only one the opposite of what the other says of all but that one, or denies it of others."""
    for one, other in ((a, b), (b, a)):
        if "only" in one.vocabulary - other.vocabulary:
            # what one says of "only men" the other denies of women: "women may not"
            is_denied_of_others = not one.negators and len(other.negators) == 1 and restricts_kind(one)
            if is_denied_of_others or find_exception(other) is not None:
                return True
    return False


def _is_unexcepted(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other says of all alike what the one says of all but somebody whom the other does not name."""
    alike = _UNIVERSAL_WORDS & set(one.words[max(0, at - _BUT_REACH) : at]) & other.vocabulary
    return bool(alike) and other.vocabulary.isdisjoint({*one.words[at + 1 : at + 3]} - STOP_WORDS)


def _is_exception_included(one: Reading, at: int, other: Reading) -> bool:
    """Whether the other includes what the one excepts: "all parties *and* the Greens"."""
    with_it = ["and", *one.words[at + 1 : at + 3]]
    return any(other.words[i : i + 3] == with_it for i in range(len(other.words)))


def find_exception(reading: Reading) -> int | None:
    """The place where an exception starts: "except", "with the exception of", "other than"; None if there is none."""
    words = reading.words
    if not EXCEPTION_WORDS.isdisjoint(reading.vocabulary):
        return next(at for at, word in enumerate(words) if word in EXCEPTION_WORDS)
    if "but" in reading.vocabulary and (but := _find_exceptive_but(reading)):
        return but
    return next((at for at, two in enumerate(pairwise(words)) if two == ("other", "than")), None)


_UNIVERSAL_WORDS = words_of("every all any no everyone everybody everywhere anyone anybody nobody")
_UNIVERSAL_PRONOUNS = words_of("everyone everybody everywhere")
_BUT_REACH = 4
"""Tokens before "but" that may contain what it makes an exception from: "any other country but"."""


def _find_exceptive_but(reading: Reading) -> int | None:
    """The place of a "but" that makes an exception: "every state but Ohio"; not "all but ten", nor "no choice but to wait"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        before = words[max(0, at - _BUT_REACH) : at]
        if word != "but" or words[at + 1] == "to" or reading.is_boundary(at):
            continue
        if _UNIVERSAL_WORDS.isdisjoint(before):
            continue
        if before[-1] not in _UNIVERSAL_WORDS or before[-1] in _UNIVERSAL_PRONOUNS:
            return at
    return None


def _quote_exception(reading: Reading, at: int) -> str:
    """An exception as written, up to the next function word: "except in the port"."""
    end = at + 2
    while end < min(len(reading.words), at + _MAX_QUOTED_WORDS) and not reading.is_boundary(end):
        if reading.words[end - 1] not in STOP_WORDS and reading.words[end] in STOP_WORDS:
            break
        end += 1
    return reading.as_written(at, end)


_MAX_QUOTED_WORDS = 4
"""Words of an exception that are quoted."""


_PREPOSITIONS = words_of("to for in on by with from")
_INCLUSIVE_WORDS = words_of("several both all every also too alike everyone everybody any")
_COUNT_WORDS = CARDINALS | {"a", "an"}


_TOGETHER_WORDS = words_of("combined together altogether")


def _is_not_only(reading: Reading) -> bool:
    """Whether "only" is negated, so that there are others, too: "not only the mayor", "the mayor was not the only one"."""
    before = ["", *reading.words[: reading.words.index("only")]]
    last = before[-2] if before[-1] == "the" else before[-1]
    return last == "not" or last.endswith("n't")


def only_or_also(a: Reading, b: Reading) -> str | None:
    """One is limited to some, the other covers others, too: only new buildings, new and old buildings."""
    if "only" in a.vocabulary and "only" in b.vocabulary and _is_not_only(a) != _is_not_only(b):
        return "negated: not only"
    return _only_or_others(a, b)


@symmetric_guard("differs")
def _only_or_others(one: Reading, other: Reading) -> Excerpts | None:
    """The same, for an "only" or "alone" that is not negated."""
    together = sorted(_TOGETHER_WORDS & (other.vocabulary - one.vocabulary))
    if together and "alone" in one.vocabulary - other.vocabulary:
        return "alone", together[0]
    if "only" not in one.vocabulary or "only" in other.vocabulary or one.negators or other.negators:
        return None
    if find_exception(other) is not None:
        return None  # "every state but Ohio", "Ohio is the only state that"
    at = one.words.index("only")
    if _is_not_only(one):
        return None
    after = one.words[at + 1 : at + 3]
    if one.words[at - 2 : at] == ["first", "and"] or (after and _RESULT_WORDS.issuperset(after)):
        return None
    if joined := _only_or_both(one, at, other) or _only_or_several(one, at, other):
        return joined
    wide = sorted(_INCLUSIVE_WORDS & (other.vocabulary - one.vocabulary))
    following = one.word(at + 1)
    if not wide or _is_count_word(following):
        return None
    alone = following and not one.is_boundary(at + 1)
    return (f"only {following}" if alone else f"{one.words[at - 1]} only"), wide[0]


_RESULT_WORDS = words_of("to see find discover learn lose be have")
"""After "only" these introduce a result: "passed it *only to see* it vetoed"."""
_CONTRAST_WORDS = words_of("while whereas but unlike although though than no any all every each the")


def _only_or_several(one: Reading, at: int, other: Reading) -> tuple[str, str] | None:
    """What one says of the only one of a kind, the other says of it and others: "the only senator", "two other senators"."""
    noun = one.word(at + 1)
    if one.words[at - 1] != "the" or not noun or noun in STOP_WORDS or stem(noun) not in other.terms:
        return None
    other_place = next((i for i, word in enumerate(other.words) if word in OTHERS), None)
    if other_place is None or not _CONTRAST_WORDS.isdisjoint(other.words[:other_place]):
        return None
    return f"only {noun}", other.as_written(other_place, other_place + 2)


def _only_or_both(one: Reading, at: int, other: Reading) -> tuple[str, str] | None:
    """What one says of a thing only, the other says of it and another thing: "men only", "men and women"."""
    ends = one.ends_clause(at + 1)
    has_preposition = not ends and one.words[at + 1] in _PREPOSITIONS and at + 2 < len(one.words)
    noun = one.words[at - 1 if ends else at + 1 + has_preposition]
    for i, word in enumerate(other.words[1:-1] if noun not in STOP_WORDS else (), 1):
        as_well = word == "well" and other.words[i - 1] == other.words[i + 1] == "as"
        as_well = as_well and 1 < i < len(other.words) - 2
        two = other.words[i - 1 - as_well], other.words[i + 1 + as_well]
        if (word == "and" or as_well) and noun in two and not one.vocabulary.issuperset(two):
            return one.as_written(at - ends, at + 2 - ends), other.as_written(i - 1, i + 2)
    return None


def restricts_kind(reading: Reading) -> bool:
    """Whether "only" limits the kind, and not the number."""
    words = enumerate(reading.words if "only" in reading.vocabulary else ())
    return any(word == "only" and not _is_count_word(reading.word(at + 1)) for at, word in words)


def _is_count_word(word: str) -> bool:
    """Whether a word is a number or an article, so that "only" before it limits a number."""
    return word in _COUNT_WORDS or word[:1].isdecimal()
