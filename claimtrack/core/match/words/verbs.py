"""What the form of a word tells of it as a verb: "killed", "rose" and "hurt" are in the past, "rises" is finite."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import IRREGULAR, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

UNCHANGED = words_of("hurt hit cut shut put set cost spread quit let cast split read beat bet shed")
"""Verbs that have one form for all times."""
_NOUNS = words_of(
    "men women children people persons death deaths lives wives feet teeth mice worse worst better best knives wolves thieves calves loaves"
    " geese crises analyses hypotheses theses bacteria"
)
_IN_THE_PAST = frozenset(form for form in IRREGULAR if not form.endswith("ing"))
"""Without "suing" and "dying", which are no more in the past than "buying" is."""
_FORMS = (_IN_THE_PAST - _NOUNS) | UNCHANGED


def is_done(word: str) -> bool:
    """Whether a word tells what was done, or is done: "killed", "rose", "goes"."""
    return word in _FORMS or (word.endswith("ed") and word.isalpha())


def may_be_past(word: str) -> bool:
    """Whether a word may be a verb in the past, if it is one: "killed", "rose"; so may "need" and "men", but not "suing"."""
    return word.endswith("ed") or word in _IN_THE_PAST


def may_be_finite(word: str) -> bool:
    """Whether a word may be a verb that has a subject, if it is one: "kills", "killed", "rose"; so may "ships"."""
    return word.endswith("s") or may_be_past(word)


_BEING = words_of("been being was were is are get gets got")
_ADVERBS = words_of("not never no longer still now also already then ever always often just yet again")


def is_done_to(words: Sequence[str], at: int) -> bool:
    """Whether a form of "be" stands before a participle: "was paid", "are currently not paid"."""
    before = next(
        (word for word in reversed(words[:at]) if word not in _ADVERBS and not word.endswith("ly")), ""
    )
    return before in _BEING
