"""A guard on the little words that put the same two things in another relation: until and from June, in and outside the city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.polarity.negation import neither_or_both
from claimtrack.core.match.guards.polarity.prefixes import none_without
from claimtrack.core.match.guards.polarity.said_otherwise import was_so_until
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import side_by_side, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.core.match.reading.reading import Reading

_LISTED = """
until till / from since after
before / after since from during
during / after
within / after
outside beyond / in inside within of throughout across
near behind opposite / in inside within of
out / in inside within into
far / in inside within on
far / near beside next
front / behind
every each all / one none few
one / most many several
only / even
if / unless
after / because
mostly mainly largely chiefly / partly partially / entirely wholly solely exclusively completely
"""
_OPPOSED: dict[str, frozenset[str]] = {}
"""Each word with those that say another thing in its place."""
for _line in _LISTED.strip().splitlines():
    _groups = [words_of(group) for group in _line.split("/")]
    for _group in _groups:
        for _word in _group:
            _OPPOSED[_word] = _OPPOSED.get(_word, frozenset()).union(*_groups) - _group
_OF_A_SHARE = words_of("out in of")
_GRAMMAR = words_of("of in into from on")
"""Of those, such as nearly every statement has: the other of two opposed words tells where to look for them."""
_MARKED = frozenset(_OPPOSED) - _GRAMMAR
_EACH_ONE = words_of("each every no not any another this that")
"""Behind these "one" counts nothing."""


def other_relation(a: Reading, b: Reading) -> str | None:
    """The same word before and behind, but another relation between: until, from; outside, of; every, one."""
    ours, theirs = _MARKED & a.vocabulary, _MARKED & b.vocabulary
    if ours == theirs or _unless_denied(a, b) or none_without(a, b):
        return None
    if any(otherwise(*two) for otherwise in (neither_or_both, was_so_until) for two in ((a, b), (b, a))):
        return None
    for one, other, alone in ((a, b, ours - theirs), (b, a, theirs - ours)):
        for word in sorted(alone):
            opposed = _OPPOSED[word] & other.vocabulary
            slots = set(_slots(one, {word})) if opposed else set()
            for slot, said in _slots_said(other, opposed):
                if slot in slots and slot not in set(_slots(one, {said})):
                    told = word, said
                    return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _unless_denied(a: Reading, b: Reading) -> bool:
    """Whether "unless" stands for "if not"."""
    return ("unless" in a.vocabulary) != ("unless" in b.vocabulary) and len(a.negators) != len(b.negators)


def _slots(reading: Reading, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return (slot for slot, _ in _slots_said(reading, words))


def _slots_said(reading: Reading, opposed: Iterable[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands before and behind each of some words, in stems, with the word."""
    for at, word in enumerate(reading.words):
        if word in opposed and not _in_a_phrase(reading, at):
            before = next((w for w in reversed(reading.words[:at]) if _is_content(w)), "")
            behind = next((w for w in reading.words[at + 1 :] if _is_content(w)), "")
            if behind:
                yield (stem(before), stem(behind)), word


def _in_a_phrase(reading: Reading, at: int) -> bool:
    """Whether a word is a part of another little word or of a share: "each one", "in front of", "seven out of ten"."""
    words = reading.words
    if words[at] == "one":
        return at > 0 and words[at - 1] in _EACH_ONE
    if words[at] in _OF_A_SHARE and any(q.first < at < q.last for q in reading.quantities):
        return True
    if words[at] in ("because", "after"):
        return words[at + 1 : at + 2] in (["of"], ["all"])  # "because of a row", "after a row"
    return "front" in words[at - 1 : at + 2] and words[at] in ("in", "of")


def _is_content(word: str) -> bool:
    return word not in STOP_WORDS and word not in _OPPOSED
