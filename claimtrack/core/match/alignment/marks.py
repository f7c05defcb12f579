"""What an alignment of words does not see: signs, little phrases, what "only" belongs to, and two words of one stem."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match.guards.comparison.equivalences import negated_comparatives
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.implicit_negation import is_all_but_complement
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.ranges import find_hedge_start
from claimtrack.core.match.reading.syntax.phrases import find_focus_of_only
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import (
    ALL_BUT,
    NUMBER_WORDS,
    STOP_WORDS,
    groups_by_word,
    phrases_of,
    words_of,
)
from claimtrack.core.match.words.misprints import find_unrelated_with_same_stem
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.core.match.reading.reading import Reading

_SIGN = expression(
    r"[<>≤≥±≠↑↓→←📈📉👍👎✅❌✔✘]|[\U0001f1e6-\U0001f1ff]{2}|(?<=[A-Za-z0-9+])\+(?!\w)|(?<=[A-Z])-(?![\w-])"
)
_PHRASES = frozenset(
    map(
        tuple,
        phrases_of(
            "every other | all but | anything but | next to | no more | no less | no fewer | rounded up | rounded down"
        ),
    )
)
ONLY = words_of("only just merely solely alone simply")
_ALL, _OF_THE = words_of("all every each"), words_of("one of the its their these those")
_COUNTING = words_of("a an under over about half short shy") | NUMBER_WORDS.keys()
_STATES = stems_of(
    "own live lead belong need cost contain support oppose believe want work employ possess rule reside"
)
"""Verbs of a state, which no headline puts into the present when it is over: "owns", "owned"."""
_IS, _WAS = words_of("is are am"), words_of("was were")
_SETTING_OFF = words_of("who that")
_PRONOUNS = {
    **dict.fromkeys(words_of("he him his himself he's he'd he'll"), 0),
    **dict.fromkeys(words_of("she her hers herself she's she'd she'll"), 1),
}
_ADDRESS = groups_by_word("a man: mr sir | a woman: ms mrs miss madam")


def marks_differ(a: Reading, b: Reading) -> Difference | None:
    """What tells two statements apart that have the same words; None where nothing does."""
    for of in _MARKS:
        ours, theirs = of(a), of(b)
        if of is _phrases and (
            is_all_but_complement(a, b) or is_all_but_complement(b, a) or _both_nearly(a, b)
        ):
            continue
        if ours != theirs and (of not in _TOLD_BY_BOTH or (ours and theirs)):
            told = f"differs: {' '.join(ours) or 'nothing'} / {' '.join(theirs) or 'nothing'}"
            sure = of not in (_beside_only, _too_much, _vote_of) or bool(ours and theirs)
            return Difference(told, sure, in_any_order=of is _phrases and "no more" in (*ours, *theirs))
    if person := _another_person(a, b):
        return person
    tense = (_tense(a) * _tense(b) < 0 or _states_differ(a, b)) and not (_told_then(a) and _told_then(b))
    return Difference("other tense", sure=False) if tense else None


def _both_nearly(a: Reading, b: Reading) -> bool:
    """Whether one says "all but" where the other says "almost": "has all but ended"."""
    pairs = ((a, b), (b, a))
    return any(is_nearly(word, one) for other, one in pairs for word in other.vocabulary - one.vocabulary)


def is_nearly(word: str, other: Reading) -> bool:
    """Whether a word says that it is not quite so where the other side says "all but" of what was done."""
    words = other.words
    return word in ALL_BUT and any(
        words[at : at + 2] == ["all", "but"] and is_verb_form(words[at + 2]) for at in range(len(words) - 2)
    )


def _another_person(a: Reading, b: Reading) -> Difference | None:
    """Pronouns tell of a man in the one and of a woman in the other; behind a name they may be a slip."""
    ours, theirs = _of_people(a), _of_people(b)
    if not ours or not theirs:
        return None
    genders, sexes_b = ([_PRONOUNS[r.words[at]] for at in places] for r, places in ((a, ours), (b, theirs)))
    both = len(genders) == len(sexes_b)
    apart = [i for i, (sex, other) in enumerate(zip(genders, sexes_b, strict=False)) if sex != other]
    turned = both and len(apart) == len(genders)  # "she hit him", "he hit her"
    one_more = both and sum(genders) != sum(sexes_b)  # "gave it to his brother", "gave it to her brother"
    if not turned and not one_more and not (len({*genders}) == len({*sexes_b}) == 1 and apart):
        return None
    named = any(at < places[0] for r, places in ((a, ours), (b, theirs)) for at in r.names.values())
    return Difference(f"differs: {a.words[ours[apart[0]]]} / {b.words[theirs[apart[0]]]}", sure=not named)


def _of_people(reading: Reading) -> list[int]:
    """The places of the pronouns that tell a man or a woman."""
    return [at for at, word in enumerate(reading.words) if word in _PRONOUNS]


def _vote_of(reading: Reading) -> list[str]:
    """Whether a vote is called one of no confidence: that it is lost or won may mean two things."""
    return ["no confidence"] if ("no", "confidence") in pairwise(reading.words) else []


def _signs(reading: Reading) -> list[str]:
    return sorted(_SIGN.findall(reading.cleaned))


def _phrases(reading: Reading) -> list[str]:
    numbers = {quantity.first for quantity in reading.quantities}  # "all but a tenth" is one
    bounds = {find_hedge_start(reading.words, first) for first in numbers}  # "no more than 40"
    found = [
        " ".join(two)
        for at, two in enumerate(pairwise(reading.words))
        if two in _PHRASES and at not in numbers | bounds
    ]
    return sorted((*found, *(f"no {more}" for more in negated_comparatives(reading))))


def _beside_only(reading: Reading) -> list[str]:
    """What each "only" or "just" belongs to; before a number it only says that that is little."""
    words, found = reading.words, []
    for at, word in enumerate(words[:-1]):
        joined = reading.phrase_meanings.get(at) == "only"  # "nothing but"
        start = at + 1 + joined
        if (word in ONLY or joined) and words[start:] and not _is_of_a_number(words[start:]):
            denied = at > 0 and words[at - 1] == "not"
            found.append(f"{'not ' * denied}only {stem(words[find_focus_of_only(words, start)])}")
    return sorted(found)


def _is_of_a_number(words: Sequence[str]) -> bool:
    """Whether "only" before some words belongs to a number: "only 10 percent", "only *use* 10 percent"."""
    if words[0] in _COUNTING or words[0][0].isdecimal():
        return True
    second = words[1] if len(words) > 1 else "-"
    return (second[0].isdecimal() or second in NUMBER_WORDS) and words[0] not in STOP_WORDS


def _addressed(reading: Reading) -> list[str]:
    return sorted({_ADDRESS[word] for word in reading.words if word in _ADDRESS})


def _whole_or_few(reading: Reading) -> list[str]:
    """Whether a number is told to be all or only so many: "all 212 forms", "each of the 212", "only 212 forms"."""
    words, found = reading.words, set()
    for at in {quantity.first for quantity in reading.quantities}:
        before = next((word for word in reversed(words[:at]) if word not in _OF_THE), "")
        if before in _ALL | ONLY:
            found.add("only" if before in ONLY else "all")
    return sorted(found)


def _opens_with_no(reading: Reading) -> list[str]:
    """ "No, taxes will rise" answers; "no taxes will rise" denies."""
    return ["no,"] if reading.words[:1] == ["no"] and reading.is_boundary(1) else []


def _too_much(reading: Reading) -> list[str]:
    """What is "too high" is more than high; "too" before grammar is "also"."""
    words = reading.words
    return sorted(
        f"too {stem(words[at + 1])}"
        for at, word in enumerate(words[:-1])
        if word == "too" and words[at + 1] not in STOP_WORDS and not reading.is_boundary(at + 1)
    )


_MARKS: tuple[Callable[[Reading], list[str]], ...] = (
    _signs, _phrases, _beside_only, _addressed, _whole_or_few, _opens_with_no, _too_much, _vote_of,
)  # fmt: skip

_TOLD_BY_BOTH = (_addressed, _whole_or_few)
"""Where one side alone has such a mark, the other only leaves it out."""


def _tense(reading: Reading) -> int:
    """1 where it only says what is, -1 where it only says what was, else 0; an "it is" that sets off what was done says nothing."""
    if reading.words[:1] == ["it"] and not _SETTING_OFF.isdisjoint(reading.vocabulary):
        return 0
    return bool(reading.vocabulary & _IS) - bool(reading.vocabulary & _WAS)


def _told_then(reading: Reading) -> bool:
    """Whether who says it is told, so that its "was" may be an "is" as it was said: "said the jab was safe", "the jab is safe, says Ada", "Ada: the jab is safe"."""
    return ": " in reading.cleaned or bool(attribution_places(reading))


def _states_differ(a: Reading, b: Reading) -> bool:
    """Whether a verb of a state stands in the present on one side, and in the past on the other."""
    ours, theirs = _states(a), _states(b)
    return any(verb in theirs and theirs[verb] != past for verb, past in ours.items())


def _states(reading: Reading) -> dict[str, bool]:
    """The stems of such verbs, each with whether it stands in the past; a participle stands in neither."""
    found = {}
    for before, word, behind in zip(
        ["", *reading.words], reading.words, [*reading.words[1:], ""], strict=False
    ):
        past = word.endswith("ed") or word == "led"
        finite = before not in _NOT_FINITE and not (past and behind == "by")  # "a firm owned by him"
        if stem(word) in _STATES and (past or word.endswith("s")) and finite:
            found[stem(word)] = past
    return found


_NOT_FINITE = words_of("is are was were be been being has have had by get got the a an its their his her")
"""Behind these, "owned" is no past, and "needs" no verb."""


def lookalikes_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has a word that the other has not, of one stem and of two meanings: the universal basic income, the university's."""
    two = find_unrelated_with_same_stem(a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary)
    return Difference(f"differs: {two[0]} / {two[1]}", sure=True) if two else None
