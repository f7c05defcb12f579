"""What is, what may be, what is to be and what ought to be."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.reading.semantics.near_denials import EXCLUDING_VERBS
from claimtrack.core.match.reading.semantics.negation import find_negators
from claimtrack.core.match.words.forms import INVARIABLE_VERBS, is_verb_form, may_be_past
from claimtrack.core.match.words.lexicon import (
    AUXILIARIES,
    BE,
    FINITE_HAVE,
    STOP_WORDS,
    groups_by_word,
    words_of,
)
from claimtrack.core.match.words.negators import EXCLUDING
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_MOODS = groups_by_word(
    "possible: may might could perhaps possibly maybe | coming: will shall won't would wouldn't | due: must should ought"
)


_REFUSING = words_of("refuse refuses refused refusing decline declines declined boycotts boycott boycotting")


def modals_differ(a: Reading, b: Reading) -> str | None:
    """One says what may be, is to be or ought to be, the other what is."""
    if announced := _announced(a, b) or _announced(b, a):
        return f"only one says: to {announced}"
    ours, theirs = _moods(a), _moods(b)
    moods = sorted(ours.keys() ^ theirs.keys())
    if moods == ["coming"] and any(
        _REFUSING & r.vocabulary or "boycott" in r.phrase_meanings.values() for r in (a, b)
    ):
        return None  # "won't sign", "refuses to sign"
    if not moods or is_denied_only_until(a, b) or is_denied_only_until(b, a):
        return None
    if moods == ["possible"] and "can" in (b if "possible" in ours else a).vocabulary:
        return None  # "only residents may", "only residents can"
    if moods == ["possible"] and "could" in (ours.get("possible"), theirs.get("possible")):
        one, other = (a, b) if "possible" in theirs else (b, a)
        if "able" in one.vocabulary - other.vocabulary:
            return None  # "could leave", "were able to leave"
    told = [", ".join(side[mood] for mood in moods if mood in side) for side in (ours, theirs)]
    return f"{'differs' if all(told) else 'only one says'}: {' / '.join(filter(None, told))}"


def semi_modals_differ(a: Reading, b: Reading) -> Difference | None:
    """One has to what the other is able to do, or was to do what the other did; or it may have been so in the one, and may be in the other."""
    ours, theirs = _ways(a), _ways(b)
    if ours.keys() & theirs.keys() or not ((ours and theirs) or _PLANNED in {*ours, *theirs}):
        return None
    told = (next(iter(ways.values()), "done") for ways in (ours, theirs))
    return Difference(f"differs: {' / '.join(told)}", sure=bool(ours and theirs))


_PLANNED = "planned"
_WAYS = groups_by_word(
    f"obliged: has have had | able: able manage manages managed | let: get gets got | {_PLANNED}: was were about"
)
"""Before "to" these tell how something is done, or that it is not done yet."""
_MAY_BE_PAST = words_of("must may might could should")


def _ways(reading: Reading) -> dict[str, str]:
    """How what a statement tells is done: each way with the words that tell it."""
    found: dict[str, str] = {}
    for before, (word, following) in zip(["", *reading.words], pairwise(reading.words), strict=False):
        if before in FINITE_HAVE and (word, following) == ("got", "to"):
            found.setdefault("obliged", "got to")
        elif following == "to" and word in _WAYS:
            found.setdefault(_WAYS[word], f"{word} to")
        elif word in _MAY_BE_PAST and following not in ("not", "be"):
            way = "past" if following == "have" else "now"
            if word == "could" and way == "now":  # "could leave": "was able to" as well as "may"
                found.setdefault("able", f"{word} {following}")
            found.setdefault(way, f"{word} {following}")
    return found


def is_mood_surely_different(a: Reading, b: Reading) -> bool:
    """Whether one only says what may be or is to be, and the other what is, will or must be, or what was done."""
    possible = ("possible" in _moods(a)) != ("possible" in _moods(b))
    done = _done_already(a, b) or _done_already(b, a)
    due, free = (a, b) if "due" in _moods(a) else (b, a)
    must = "due" in _moods(due).keys() - _moods(free).keys() and "only" not in free.vocabulary
    free_to = must and "can" in free.vocabulary - due.vocabulary
    return possible or done or free_to or bool(_announced(a, b) or _announced(b, a))


_AWAITING = stems_of("expect plan hope intend aim")
"""With "to" these tell what has not been done."""
_NOT_DONE = AUXILIARIES | {"to", "not", "by", "the", "a"}
"""Behind these no verb tells that something has been done."""


def _done_already(one: Reading, other: Reading) -> bool:
    """Whether the one says that something will be done, or is hoped to be, which the other says was done: "will shut", "shut"."""
    coming = {
        stem(verb)
        for waits, to, verb in zip(["", *one.words], one.words, one.words[1:], strict=False)
        if to in ("will", "shall") or (to == "to" and stem(waits) in _AWAITING)
    }
    to_be = {
        stem(verb)
        for will, be, verb in zip(one.words, one.words[1:], one.words[2:], strict=False)
        if will in ("will", "shall") and be == "be"
    }
    return any(
        (stem(word) in coming and before not in _NOT_DONE and _is_past(word))
        or (stem(word) in to_be and before in ("was", "were") and _is_past(word))
        for before, word in pairwise(other.words)
        if coming
    )


def _is_past(word: str) -> bool:
    return may_be_past(word) or word in INVARIABLE_VERBS


def is_future(reading: Reading) -> bool:
    """Whether it says what will be or is to be: what is planned is no less than that."""
    return "coming" in _moods(reading)


_NOT = words_of("not never no")
_LET = words_of("allowed permitted")
"""Who is one of these to do something may do it."""
PERMITTING_VERBS = words_of("allow allows permit permits let lets")
"""Whom the law does this may do it."""


_RULING = EXCLUDING | EXCLUDING_VERBS


def is_possibility_admitted(reading: Reading, at: int) -> bool:
    """Whether something is told to be possible by what is denied itself: "has not *ruled* out", "does not *exclude*"."""
    if reading.words[at] in EXCLUDING_VERBS:
        return at not in reading.negators and at in find_negators(reading.words)
    return reading.words[at + 1 : at + 2] == ["out"] and at not in reading.negators


def leaves_possible(reading: Reading) -> bool:
    """Whether something is told not to be ruled out."""
    if _RULING.isdisjoint(reading.vocabulary):
        return False
    return any(
        is_possibility_admitted(reading, at) for at, word in enumerate(reading.words) if word in _RULING
    )


def _announced(one: Reading, other: Reading) -> str:
    """What the one says will be done, as headlines do, and the other was done: "Kell *to ban* the drug", "Kell has banned the drug"."""
    words = one.words
    at = words.index("to") if "to" in one.vocabulary else 0
    if not 0 < at <= min(_HEADED, len(words) - 2) or stem(words[at - 1]) in _AWAITING:
        return ""
    before, verb = words[:at], words[at + 1]
    if (
        not AUXILIARIES.isdisjoint(before)
        or any(map(is_verb_form, before))
        or is_verb_form(verb)
        or verb in STOP_WORDS
    ):
        return ""
    if one.negators or other.negators or not _TO_COME.isdisjoint(other.vocabulary):
        return ""
    done = any(_is_past(word) and stem(word) == stem(verb) for word in other.words)
    return verb if done and verb not in other.vocabulary else ""


_TO_COME = words_of("to will would")
_HEADED = 6
"""Words of who will do it, in a headline."""


def _moods(reading: Reading) -> dict[str, str]:
    """The moods that a statement is in, each with the word that tells; what cannot be is no possibility."""
    found: dict[str, str] = {}
    for at, (word, written) in enumerate(zip(reading.words, reading.written, strict=True)):
        mood = _MOODS.get(word)
        if word == "to" and at and reading.words[at - 1] in ("is", "are", "set", "going", "due"):
            mood = "coming"
        before = at - 1 - (at > 1 and reading.words[at - 1].endswith("ly"))
        if at and word in _LET and reading.words[before] in BE and reading.words[at + 1 : at + 2] == ["to"]:
            mood = "possible"
        if (word in _RULING and is_possibility_admitted(reading, at)) or (
            word == "possible" and reading.words[at - 1] in BE
        ):
            mood = "possible"
        if (
            word in PERMITTING_VERBS
            and "to" in reading.words[at + 1 : at + 5]
            and at - 1 not in reading.negators
        ):
            mood = "possible"
        cannot = mood == "possible" and word != "might" and at + 1 in reading.negators
        cannot = cannot and reading.words[at + 1] in _NOT
        if mood and written != "May" and not cannot:
            found.setdefault(mood, word)
    return found
