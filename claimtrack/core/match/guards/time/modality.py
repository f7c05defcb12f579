"""Mood: what is, may be, will be and ought to be."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import (
    AUXILIARIES,
    BE,
    FINITE_HAVE,
    STOP_WORDS,
    groups_by_word,
    words_of,
)
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.near_denials import EXCLUDING_VERBS, RULE_OUT_VERBS
from claimtrack.core.match.reading.semantics.negation import find_negators
from claimtrack.core.match.words.forms import INVARIABLE_VERBS, is_verb_form, may_be_past
from claimtrack.core.match.words.terms import stem, stems_of

_MOOD_BY_WORD = groups_by_word(
    "possible: may might could perhaps possibly maybe | coming: will shall won't would wouldn't | due: must "
    "should ought"
)
"""The mood that a word expresses."""


_REFUSING_VERBS = words_of(
    "refuse refuses refused refusing decline declines declined boycotts boycott boycotting"
)


def modals_differ(a: Reading, b: Reading) -> str | None:
    """One says what may be, will be or ought to be, the other what is: "may close", "closed"."""
    if announcement := _announced_verb(a, b) or _announced_verb(b, a):
        return f"only one says: to {announcement}"
    ours, theirs = _find_moods(a), _find_moods(b)
    moods = sorted(ours.keys() ^ theirs.keys())
    refuses = _REFUSING_VERBS & (a.vocabulary | b.vocabulary)
    boycotts = any("boycott" in r.phrase_meanings.values() for r in (a, b))
    if moods == ["coming"] and (refuses or boycotts):
        return None  # "won't sign", "refuses to sign"
    if not moods or is_denied_only_until(a, b) or is_denied_only_until(b, a):
        return None
    if moods == ["possible"] and "can" in (b if "possible" in ours else a).vocabulary:
        return None  # "only residents may", "only residents can"
    if moods == ["possible"] and "could" in (ours.get("possible"), theirs.get("possible")):
        one, other = (a, b) if "possible" in theirs else (b, a)
        if "able" in one.vocabulary - other.vocabulary:
            return None  # "could leave", "were able to leave"
    sides = [", ".join(side[mood] for mood in moods if mood in side) for side in (ours, theirs)]
    return f"{'differs' if all(sides) else 'only one says'}: {' / '.join(filter(None, sides))}"


def semi_modals_differ(a: Reading, b: Reading) -> Difference | None:
    """Both qualify the action, and differently: has to and is able to, was to do and did, may have been and may be."""
    ours, theirs = _find_qualifiers(a), _find_qualifiers(b)
    if ours.keys() & theirs.keys() or not ((ours and theirs) or _PLANNED in {*ours, *theirs}):
        return None
    sides = (next(iter(modals.values()), "done") for modals in (ours, theirs))
    return Difference(f"differs: {' / '.join(sides)}", sure=bool(ours and theirs))


_PLANNED = "planned"
_QUALIFIER_BY_WORD = groups_by_word(
    f"obliged: has have had | able: able manage manages managed | let: get gets got | {_PLANNED}: was were about"
)
"""Before "to" these qualify an action, or mean that it is not done yet."""
_PERFECT_MODALS = words_of("must may might could should")
"""Modals that may take the perfect: "may have been"."""


def _find_qualifiers(reading: Reading) -> dict[str, str]:
    """How a statement qualifies its actions: each qualifier with its words."""
    found: dict[str, str] = {}
    for before, (word, following) in zip(["", *reading.words], pairwise(reading.words), strict=False):
        if before in FINITE_HAVE and (word, following) == ("got", "to"):
            found.setdefault("obliged", "got to")
        elif following == "to" and word in _QUALIFIER_BY_WORD:
            found.setdefault(_QUALIFIER_BY_WORD[word], f"{word} to")
        elif word in _PERFECT_MODALS and following not in ("not", "be"):
            tense = "past" if following == "have" else "now"
            if word == "could" and tense == "now":  # "could leave": "was able to" as well as "may"
                found.setdefault("able", f"{word} {following}")
            found.setdefault(tense, f"{word} {following}")
    return found


def is_mood_surely_different(a: Reading, b: Reading) -> bool:
    """Whether one only says what may be or will be, and the other what is, will or must be, or was done."""
    possible = ("possible" in _find_moods(a)) != ("possible" in _find_moods(b))
    is_done = _is_done_already(a, b) or _is_done_already(b, a)
    due, free = (a, b) if "due" in _find_moods(a) else (b, a)
    must = "due" in _find_moods(due).keys() - _find_moods(free).keys() and "only" not in free.vocabulary
    free_to = must and "can" in free.vocabulary - due.vocabulary
    return possible or is_done or free_to or bool(_announced_verb(a, b) or _announced_verb(b, a))


_EXPECTING_VERBS = stems_of("expect plan hope intend aim")
"""With "to" these introduce what has not been done."""
_NOT_FINITE_MARKERS = AUXILIARIES | {"to", "not", "by", "the", "a"}
"""After these no verb reports a completed action."""


def _is_done_already(one: Reading, other: Reading) -> bool:
    """Whether one says that something will be done which the other says was done: "will shut", "shut"."""
    announced = {
        stem(verb)
        for waits, to, verb in zip(["", *one.words], one.words, one.words[1:], strict=False)
        if to in ("will", "shall") or (to == "to" and stem(waits) in _EXPECTING_VERBS)
    }
    to_be = {
        stem(verb)
        for will, be, verb in zip(one.words, one.words[1:], one.words[2:], strict=False)
        if will in ("will", "shall") and be == "be"
    }
    return any(
        (stem(word) in announced and before not in _NOT_FINITE_MARKERS and _may_be_past_form(word))
        or (stem(word) in to_be and before in ("was", "were") and _may_be_past_form(word))
        for before, word in pairwise(other.words)
        if announced
    )


def _may_be_past_form(word: str) -> bool:
    """Whether a word may be a past tense: "shut", "closed"."""
    return may_be_past(word) or word in INVARIABLE_VERBS


def is_future(reading: Reading) -> bool:
    """Whether a statement says what will be or is to be; what is planned counts."""
    return "coming" in _find_moods(reading)


_NOT_WORDS = words_of("not never no")
_PERMITTED_WORDS = words_of("allowed permitted")
"""With "to" these mean that somebody may: "is allowed to"."""
PERMITTING_VERBS = words_of("allow allows permit permits let lets")
"""With an object and "to" these mean that somebody may: "the law lets them"."""


def is_possibility_admitted(reading: Reading, at: int) -> bool:
    """Whether the word at a place is a negated exclusion, which leaves something possible: "has not *ruled* out", "does not *exclude*"."""
    if reading.words[at] in EXCLUDING_VERBS:
        return at not in reading.negators and at in find_negators(reading.words)
    return reading.word(at + 1) == "out" and at not in reading.negators


def leaves_possible(reading: Reading) -> bool:
    """Whether a statement does not rule something out."""
    places = (at for at, word in enumerate(reading.words) if word in RULE_OUT_VERBS)
    return any(is_possibility_admitted(reading, at) for at in places)


def _announced_verb(one: Reading, other: Reading) -> str:
    """The verb of a headline's announcement that the other reports as done, "" if none: "Kell *to ban* the drug", "Kell has banned the drug"."""
    words = one.words
    at = words.index("to") if "to" in one.vocabulary else 0
    if not 0 < at <= min(_MAX_SUBJECT_WORDS, len(words) - 2) or stem(words[at - 1]) in _EXPECTING_VERBS:
        return ""
    before, verb = words[:at], words[at + 1]
    if not AUXILIARIES.isdisjoint(before) or any(map(is_verb_form, (*before, verb))) or verb in STOP_WORDS:
        return ""
    if one.negators or other.negators or not _FUTURE_WORDS.isdisjoint(other.vocabulary):
        return ""
    is_past = any(_may_be_past_form(word) and stem(word) == stem(verb) for word in other.words)
    return verb if is_past and verb not in other.vocabulary else ""


_FUTURE_WORDS = words_of("to will would")
_MAX_SUBJECT_WORDS = 6
"""Words of the subject of a headline."""


def _find_moods(reading: Reading) -> dict[str, str]:
    """The moods of a statement, each with its word; what cannot be is no possibility."""
    found: dict[str, str] = {}
    for at, (word, written) in enumerate(zip(reading.words, reading.written, strict=True)):
        mood = _MOOD_BY_WORD.get(word)
        if word == "to" and at and reading.words[at - 1] in ("is", "are", "set", "going", "due"):
            mood = "coming"
        before = at - 1 - (at > 1 and reading.words[at - 1].endswith("ly"))
        if at and word in _PERMITTED_WORDS and reading.words[before] in BE and reading.word(at + 1) == "to":
            mood = "possible"
        is_possible = word == "possible" and reading.words[at - 1] in BE
        if is_possible or (word in RULE_OUT_VERBS and is_possibility_admitted(reading, at)):
            mood = "possible"
        permits = word in PERMITTING_VERBS and "to" in reading.words[at + 1 : at + 5]
        if permits and at - 1 not in reading.negators:
            mood = "possible"
        cannot = mood == "possible" and word != "might" and at + 1 in reading.negators
        cannot = cannot and reading.words[at + 1] in _NOT_WORDS
        if mood and written != "May" and not cannot:
            found.setdefault(mood, word)
    return found
