"""Differences that aligned words do not show: signs, set phrases, the scope of "only", gender, tense, and two words of one stem."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import (
    ALL_BUT,
    FINITE_HAVE,
    NUMBER_WORDS,
    PAST_BE,
    PRESENT_BE,
    STOP_WORDS,
    groups_by_word,
    phrases_of,
    words_of,
)
from claimtrack.core.match.guards.comparison.equivalences import negated_comparatives
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.implicit_negation import is_all_but_complement
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.bounds import find_hedge_start
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import find_focus_of_only, is_only_moved
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.misprints import find_unrelated_with_same_stem
from claimtrack.core.match.words.terms import stem, stems_of

_SIGN = expression(
    r"[<>≤≥±≠↑↓→←📈📉👍👎✅❌✔✘]|[\U0001f1e6-\U0001f1ff]{2}|(?<=[A-Za-z0-9+])\+(?!\w)|(?<=[A-Z])-(?![\w-])"
)
_PHRASES = "every other | all but | anything but | next to | no more | no less | no fewer | rounded up | rounded down"
_COMPARED_PHRASES = frozenset(map(tuple, phrases_of(_PHRASES)))
_COMPARED = frozenset(map(" ".join, _COMPARED_PHRASES))
ONLY_WORDS = words_of("only just merely solely alone simply")
_ALL, _OF_THE = words_of("all every each"), words_of("one of the its their these those")
_NUMBER_OPENERS = words_of("a an under over about half short shy") | NUMBER_WORDS.keys()
_STATIVE_STEMS = stems_of(
    "own live lead belong need cost contain support oppose believe want work employ possess rule reside"
)
"""Stems of stative verbs, which no headline puts into the present when the state is over: "owns", "owned"."""
_CLEFT_PRONOUNS = words_of("who that")
_PRONOUN_GENDERS = {
    **dict.fromkeys(words_of("he him his himself he's he'd he'll"), 0),
    **dict.fromkeys(words_of("she her hers herself she's she'd she'll"), 1),
}
_TITLE_GENDERS = groups_by_word("a man: mr sir | a woman: ms mrs miss madam")


def markers_differ(a: Reading, b: Reading) -> Difference | None:
    """The first marker, gender or tense that differs in two statements of the same words; None where none does."""
    for find in _MARKERS:
        ours, theirs = find(a), find(b)
        if find is _find_phrases and any(_state_complement(*two) for two in ((a, b), (b, a))):
            continue
        if find is _find_only_scopes and is_only_moved(a.words, b.words):
            continue
        if find is _find_title_genders and _is_title_dropped(a, b):
            continue
        if ours != theirs and (find not in _SHARED_MARKERS or (ours and theirs)):
            text = f"differs: {' '.join(ours) or 'nothing'} / {' '.join(theirs) or 'nothing'}"
            sure = find not in (_find_only_scopes, _find_excess, _find_no_confidence) or bool(ours and theirs)
            in_any_order = find is _find_phrases and "no more" in (*ours, *theirs)
            return Difference(text, sure, in_any_order)
    if person := _genders_differ(a, b):
        return person
    tense = (_tense(a) * _tense(b) < 0 or _stative_tenses_differ(a, b)) and not (
        _has_attribution(a) and _has_attribution(b)
    )
    return Difference("other tense", sure=False) if tense else None


def _state_complement(one: Reading, other: Reading) -> bool:
    """Whether one says with "all but" what the other says without: "has all but ended", "has almost ended"."""
    unshared = other.vocabulary - one.vocabulary
    return is_all_but_complement(one, other) or any(means_nearly(word, one) for word in unshared)


def means_nearly(word: str, other: Reading) -> bool:
    """Whether a word means "almost" where the other has "all but" before a participle."""
    words = other.words
    return word in ALL_BUT and any(
        words[at : at + 2] == ["all", "but"] and is_verb_form(words[at + 2]) for at in range(len(words) - 2)
    )


def _genders_differ(a: Reading, b: Reading) -> Difference | None:
    """Pronouns of one gender in the one and of the other in the other; after a name they may be a slip."""
    ours, theirs = _find_gendered_pronouns(a), _find_gendered_pronouns(b)
    if not ours or not theirs:
        return None
    genders, sexes_b = (
        [_PRONOUN_GENDERS[r.words[at]] for at in places] for r, places in ((a, ours), (b, theirs))
    )
    both = len(genders) == len(sexes_b)
    apart = [i for i, (sex, sex_b) in enumerate(zip(genders, sexes_b, strict=False)) if sex != sex_b]
    turned = both and len(apart) == len(genders)  # "she hit him", "he hit her"
    one_more = both and sum(genders) != sum(sexes_b)  # "gave it to his brother", "gave it to her brother"
    if not turned and not one_more and not (len({*genders}) == len({*sexes_b}) == 1 and apart):
        return None
    named = any(at < places[0] for r, places in ((a, ours), (b, theirs)) for at in r.names.values())
    return Difference(f"differs: {a.words[ours[apart[0]]]} / {b.words[theirs[apart[0]]]}", sure=not named)


def _find_gendered_pronouns(reading: Reading) -> list[int]:
    """The offsets of the pronouns that have a gender: "he", "her"."""
    return [at for at, word in enumerate(reading.words) if word in _PRONOUN_GENDERS]


def _find_no_confidence(reading: Reading) -> list[str]:
    """Whether a vote is of no confidence: that it is lost or won may mean two things."""
    return ["no confidence"] if ("no", "confidence") in pairwise(reading.words) else []


def _find_signs(reading: Reading) -> list[str]:
    """The signs of a statement, sorted: "↑", "+"."""
    return sorted(_SIGN.findall(reading.cleaned))


def _find_phrases(reading: Reading) -> list[str]:
    """The compared phrases of a statement, outside its numbers: "all but", "next to"."""
    numbers = {quantity.first for quantity in reading.quantities}  # "all but a tenth" is one
    bounds = {find_hedge_start(reading.words, first) for first in numbers}  # "no more than 40"
    found = [
        " ".join(two)
        for at, two in enumerate(pairwise(reading.words))
        if two in _COMPARED_PHRASES and at not in numbers | bounds
    ]
    denied = (f"no {more}" for more in negated_comparatives(reading))
    return sorted((*found, *_COMPARED.intersection(denied)))


def _find_only_scopes(reading: Reading) -> list[str]:
    """What each "only" or "just" modifies; before a number it only comments on it."""
    words, found = reading.words, []
    for at, word in enumerate(words[:-1]):
        joined = reading.phrase_meanings.get(at) == "only"  # "nothing but"
        start = at + 1 + joined
        if word == "alone" and at and (is_verb_form(words[at - 1]) or words[at - 1] in _SOLITARY_VERBS):
            continue  # "left alone in a flat", without company
        if (word in ONLY_WORDS or joined) and words[start:] and not _modifies_number(words[start:]):
            denied = at > 0 and words[at - 1] == "not"
            found.append(f"{'not ' * denied}only {stem(words[find_focus_of_only(words, start)])}")
    return sorted(found)


_SOLITARY_VERBS = words_of(
    "fly live lives travel travels walk walks sail sails drive act acts eat eats die dies sleep sleeps stay stays sit stand"
)
"""Verbs in the present that one may do without company: "live *alone*"."""


def _modifies_number(words: Sequence[str]) -> bool:
    """Whether "only" before some words modifies a number: "only 10 percent", "only *use* 10 percent"."""
    if words[0] in _NUMBER_OPENERS or words[0][0].isdecimal():
        return True
    second = words[1] if len(words) > 1 else "-"
    return (second[0].isdecimal() or second in NUMBER_WORDS) and words[0] not in STOP_WORDS


def _find_title_genders(reading: Reading) -> list[str]:
    """The genders of the titles of a statement: "Mr", "Ms"."""
    return sorted({_TITLE_GENDERS[word] for word in reading.words if word in _TITLE_GENDERS})


def _is_title_dropped(a: Reading, b: Reading) -> bool:
    """Whether one only gives a title that the other leaves out: "Mr. Rau and Ms. Holm", "Mr. Rau and Ada Holm"."""
    count, count_b = (sum(word in _TITLE_GENDERS for word in reading.words) for reading in (a, b))
    ours, theirs = set(_find_title_genders(a)), set(_find_title_genders(b))
    return count != count_b and (ours <= theirs if count < count_b else ours >= theirs)


def _find_number_quantifiers(reading: Reading) -> list[str]:
    """Whether numbers are given as all or only so many: "all 212 forms", "each of the 212", "only 212 forms"."""
    words, found = reading.words, set()
    for at in {quantity.first for quantity in reading.quantities}:
        before = next((word for word in reversed(words[:at]) if word not in _OF_THE), "")
        if before in _ALL | ONLY_WORDS:
            found.add("only" if before in ONLY_WORDS else "all")
    return sorted(found)


def _find_opening_no(reading: Reading) -> list[str]:
    """A "no" that answers: "No, taxes will rise"; not "no taxes will rise"."""
    return ["no,"] if reading.words[:1] == ["no"] and reading.is_boundary(1) else []


def _find_excess(reading: Reading) -> list[str]:
    """What is called excessive: "too high"; "too" before a function word is "also"."""
    words = reading.words
    return sorted(
        f"too {stem(words[at + 1])}"
        for at, word in enumerate(words[:-1])
        if word == "too" and words[at + 1] not in STOP_WORDS and not reading.is_boundary(at + 1)
    )


_MARKERS: tuple[Callable[[Reading], list[str]], ...] = (
    _find_signs, _find_phrases, _find_only_scopes, _find_title_genders, _find_number_quantifiers, _find_opening_no, _find_excess, _find_no_confidence,
)  # fmt: skip

_SHARED_MARKERS = (_find_title_genders, _find_number_quantifiers)
"""Markers that differ only where both sides have one."""


def _tense(reading: Reading) -> int:
    """1 for present forms of "be" only, -1 for past forms only, else 0; the "it is" of a cleft sentence does not count."""
    if reading.words[:1] == ["it"] and not _CLEFT_PRONOUNS.isdisjoint(reading.vocabulary):
        return 0
    return bool(reading.vocabulary & PRESENT_BE) - bool(reading.vocabulary & PAST_BE)


def _has_attribution(reading: Reading) -> bool:
    """Whether a source is given, which may turn a present into a past: "said the jab was safe", "the jab is safe, says Ada", "Ada: the jab is safe"."""
    return ": " in reading.cleaned or bool(attribution_places(reading))


def _stative_tenses_differ(a: Reading, b: Reading) -> bool:
    """Whether a stative verb is in the present on one side and in the past on the other."""
    ours, theirs = _find_stative_verbs(a), _find_stative_verbs(b)
    return any(verb in theirs and theirs[verb] != past for verb, past in ours.items())


def _find_stative_verbs(reading: Reading) -> dict[str, bool]:
    """Stem of each finite stative verb -> whether it is in the past; participles do not count."""
    found = {}
    for before, word, after in zip(
        ["", *reading.words], reading.words, [*reading.words[1:], ""], strict=False
    ):
        if after == "to" and word in FINITE_HAVE:
            found["have to"] = word == "had"
        past = word.endswith("ed") or word == "led"
        finite = before not in _BEFORE_NON_FINITE and not (past and after == "by")  # "a firm owned by him"
        if stem(word) in _STATIVE_STEMS and (past or word.endswith("s")) and finite:
            found[stem(word)] = past
    return found


_BEFORE_NON_FINITE = words_of(
    "is are was were be been being has have had by get got the a an its their his her"
)
"""Words after which "owned" is no past tense and "needs" no verb."""


def lookalikes_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has a word that the other lacks, of one stem but another meaning: the universal basic income, the university's."""
    two = find_unrelated_with_same_stem(a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary)
    return Difference(f"differs: {two[0]} / {two[1]}", sure=True) if two else None
