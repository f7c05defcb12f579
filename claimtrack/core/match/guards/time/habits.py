"""A guard on what used to be so in one statement, and is so in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference, check_either_way, either_way
from claimtrack.core.match.words.forms import UNCHANGED, is_done_to, may_be_past
from claimtrack.core.match.words.lexicon import BE, DO, MODALS, RELATIVE_SUBJECTS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_NOT_OF_HABIT = BE | words_of("am get gets got getting it's that's")
"""Behind these "used to" tells what something is for, or what somebody is accustomed to."""
_BETWEEN = words_of("still now always often also usually never")
_NOW = words_of("is are am")
_BEHIND_NO_SUBJECT = MODALS | DO | words_of("to that which who for of the a an and or")
"""Behind these stands no verb that tells what is so now, or one that a "used to" of purpose would be told by: "the drug that kills"."""
FORMERLY = words_of("once past formerly previously former ex earlier")
_NO_MORE = (["no", "longer"], ["any", "longer"], ["any", "more"])


@either_way("differs")
def used_to(one: Reading, other: Reading) -> Told | None:
    """What used to be so in the one is so in the other: "used to arrest", "arrests"."""
    if "to" not in one.vocabulary and "to" not in other.vocabulary:
        return None
    at = past_habit(one)
    if at is None or past_habit(other) is not None or _no_more(other):
        return None
    if not FORMERLY.isdisjoint(other.vocabulary):
        return None  # "is a former head"
    present = next(
        _told_of_now(other, one.words[at + 2], behind_who=one.words[at - 1] in RELATIVE_SUBJECTS), None
    )
    if present is not None:
        return wording(one.tokens[at : at + 3]), other.tokens[present].text
    return None


def past_habit(reading: Reading) -> int | None:
    """The place of a "used to" that tells what was so for long: "they used to arrest", "did not use to"; but "it is used to"."""
    if "used" not in reading.vocabulary and "use" not in reading.vocabulary:
        return None
    words = reading.words
    for at, word in enumerate(words[1:-2], 1):
        habit = word == "used" or (word == "use" and (words[at - 1] == "not" or words[at - 1] == "didn't"))
        if habit and words[at + 1] == "to" and words[at - 1] not in _NOT_OF_HABIT and not reading.parted(at):
            return at
    return None


def no_more(a: Reading, b: Reading) -> bool:
    """Whether what used to be so in the one is told to be so no longer in the other."""
    return any(past_habit(one) is not None and _no_more(other) for one, other in ((a, b), (b, a)))


def _no_more(reading: Reading) -> bool:
    return any(reading.words[at : at + 2] in _NO_MORE for at in range(len(reading.words) - 1))


_ENDED = words_of(
    "longer more anymore stop stops stopped cease ceases ceased end ends ended quit quits lost now still since again used abandon abandoned"
    " gave gives dropped scrapped gone yet"
)
"""Of what a statement with one of these denies it may tell that it was so once."""


def each_week_or_once(a: Reading, b: Reading) -> Difference | None:
    """One says it of each week, and the other of one day: "on Mondays", "on Monday"; but "only on Monday"."""
    for one, other in ((a, b), (b, a)):
        for at, word in enumerate(one.words):
            day = WEEKDAYS.get(word) if _each_week(one, at) else None
            theirs = [i for i, known in enumerate(other.words) if WEEKDAYS.get(known, -1) == day]
            if theirs and not any(_each_week(other, i) or other.words[i - 1] == "a" for i in theirs):
                told = one.tokens[at].text, other.tokens[theirs[0]].text
                sure = "only" not in other.vocabulary  # "only on Tuesday" is each Tuesday
                return Difference(f"differs: {side_by_side(told, turned=one is not a)}", sure=sure)
    return None


def _each_week(reading: Reading, at: int) -> bool:
    """Whether a day is told as that of each week: "on Mondays", "every Monday"."""
    return reading.words[at].endswith("ys") or (at > 0 and reading.words[at - 1] in _EACH)


_EACH = words_of("every each")


def dying_or_dead(a: Reading, b: Reading) -> Difference | None:
    """Who is dying in the one is dead in the other, or died; but a risk of dying is one of death, and many dying many that died."""
    for one, other in ((a, b), (b, a)):
        if "dying" in one.vocabulary - other.vocabulary:
            is_dying = is_done_to(one.words, one.words.index("dying"))
            dead = next((word for word in ("dead", "died") if word in other.vocabulary - one.vocabulary), "")
            if dead and (is_dying or dead == "dead"):
                told = side_by_side(("dying", dead), turned=one is not a)
                return Difference(f"differs: {told}", sure=is_dying)
    return None


@check_either_way("differs", sure=False)
def still_or_already(one: Reading, other: Reading) -> Told | None:
    """What is still so in the one is already so in the other."""
    ours, theirs = _STAGES & one.vocabulary, _STAGES & other.vocabulary
    if ours == {"still"} and theirs == {"already"}:
        return "still", "already"
    return None


_STAGES = words_of("still already")


@check_either_way("one says more", in_any_order=True, sure=True)
def no_longer_or_never(one: Reading, other: Reading) -> Told | None:
    """One says that it is so no longer, the other only that it is not: "no longer have a bus", "have no bus"."""
    ended = _no_more(one) or "anymore" in one.vocabulary
    if ended and other.negators and _ENDED.isdisjoint(other.vocabulary):
        return ("no longer",)
    return None


def _told_of_now(reading: Reading, verb: str, *, behind_who: bool) -> Iterator[int]:
    """Where a verb tells what is so now: "arrest", "arrests", "is" for "be"; `behind_who` also "who arrest"."""
    if verb == "be":
        yield from (at for at, word in enumerate(reading.words) if word in _NOW)
        return
    meant, no_subject = stem(verb), _BEHIND_NO_SUBJECT - (RELATIVE_SUBJECTS if behind_who else frozenset())
    for term, at in reading.placed:
        word, before = reading.words[at], at - 1
        lives = word == f"{verb}s"
        done = may_be_past(word) or word in UNCHANGED or word.endswith("ing")
        if not lives and (term != meant or done):
            continue
        while before > 0 and reading.words[before] in _BETWEEN:
            before -= 1
        if before >= 0 and reading.words[before] not in no_subject:
            yield at
