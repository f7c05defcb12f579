"""Differences in tense, aspect and number between two statements of the same verbs and nouns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import ARTICLES, DO, IRREGULAR, groups_by_word, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.forms import IRREGULAR_NOUNS
from claimtrack.core.match.words.terms import REGULAR, format_both, stem, stems_of

if TYPE_CHECKING:
    Paired = Sequence[tuple[int, int]]
    """The offsets of the tokens that both statements have, in this or another form."""

_AUXILIARY_TENSES = groups_by_word(
    """
    coming: will shall won't he'll she'll they'll we'll it'll | would: would wouldn't
    | was: has have had was were did hasn't haven't hadn't wasn't weren't didn't he's she's we've they've i've
    | is: is are am do does isn't aren't don't doesn't | : can could may might must should to be being having get got
    """
)
"""Auxiliary -> the tense it gives the verb after it; none where the verb is neither past nor present."""
_BETWEEN_AUXILIARY_AND_VERB = words_of(
    "been not never also now still already only just then ever always often all both"
)
_BEFORE_NON_FINITE = words_of(
    "a an the its his her their our my this that these those of in on at by for from with no"
)
"""Words after which no finite verb follows."""
_NOUNS_NOT_VERBS = IRREGULAR_NOUNS | {"dead", "lies"}
_OPPOSED_TENSES = (words_of("is was"), words_of("coming would"))
_REPORTING_STEMS = stems_of(
    "say tell claim add announce promise pledge vow warn insist argue estimate predict think believe hope"
)
"""Verbs after which, in the past, "would" is "will" and "was" may be "is"."""


def inflections_differ(a: Reading, b: Reading, paired: Paired) -> Difference | None:
    """The first aligned verb of another tense, or noun of another number, in two statements."""
    for one, other in ((a, b), (b, a)):
        has = not _HAVE.isdisjoint(other.vocabulary) and "had" not in other.vocabulary
        if has and any(before in _HAVE and word == "had" for before, word in pairwise(one.words)):
            # somebody may have it no more
            return Difference(f"differs: {format_both(('has had', 'has'), turned=one is not a)}", sure=False)
    reported = _is_reported_speech(a) or _is_reported_speech(b)
    asks, turned = _is_do_question(a) or _is_do_question(b), [(y, x) for x, y in paired]
    for x, y in paired:
        if asks and a.words[x] == b.words[y]:
            continue
        apart = frozenset({_find_tense(a, x), _find_tense(b, y)}) in _OPPOSED_TENSES and not reported
        if apart and not (_is_headline_present(a, x, b, paired) or _is_headline_present(b, y, a, turned)):
            return Difference(f"differs: {_with_auxiliary(a, x)} / {_with_auxiliary(b, y)}", sure=False)
        if _is_ongoing_or_done(a, x, b, y) or _is_ongoing_or_done(b, y, a, x):
            return Difference(f"differs: {_with_auxiliary(a, x)} / {_with_auxiliary(b, y)}", sure=False)
        if _numbers_differ(a, x, b, y) or _numbers_differ(b, y, a, x):
            return Difference(f"differs: {a.written[x]} / {b.written[y]}", sure=False)
    return None


_HAVE = words_of("has have")


def _is_ongoing_or_done(one: Reading, at: int, other: Reading, at_b: int) -> bool:
    """Whether a verb is ongoing in the one and done in the other: "is building", "has built"."""
    auxiliary, auxiliary_b = _find_auxiliary(one, at), _find_auxiliary(other, at_b)
    if auxiliary is None or auxiliary_b is None:
        return False
    both = one.words[auxiliary] in ("is", "are") and other.words[auxiliary_b] in _HAVE
    return both and one.words[at].endswith("ing") and not other.words[at_b].endswith("ing")


def _is_headline_present(one: Reading, at: int, other: Reading, paired: Paired) -> bool:
    """Whether a present tense reports a past event, as in headlines, which leave out articles: "Museum opens"."""
    if not one.words[at].endswith("s") or _find_auxiliary(one, at) is not None:
        return False
    return any(
        verb_b
        and other.words[verb_b - 1] in ARTICLES
        and (not verb or one.words[verb - 1] not in _WITH_ARTICLE)
        for verb, verb_b in paired
    )


def _is_reported_speech(reading: Reading) -> bool:
    return bool(attribution_places(reading)) or any(stem(word) in _REPORTING_STEMS for word in reading.words)


def _find_auxiliary(reading: Reading, at: int) -> int | None:
    """The offset of the auxiliary of a verb; None without one."""
    words, before = reading.words, at - 1
    while before >= 0 and (words[before] in _BETWEEN_AUXILIARY_AND_VERB or words[before].endswith("ly")):
        before -= 1
    return before if before >= 0 and words[before] in _AUXILIARY_TENSES else None


def _find_tense(reading: Reading, at: int) -> str:
    """The tense of a word if it is a verb; empty where none is clear."""
    word, helper = reading.words[at], _find_auxiliary(reading, at)
    if helper is not None:
        before = _find_auxiliary(reading, helper) if reading.words[helper] in ("be", "have") else None
        return _AUXILIARY_TENSES[reading.words[helper if before is None else before]]
    if at == 0 or reading.words[at - 1] in _BEFORE_NON_FINITE or word.endswith("ing"):
        return ""
    if _is_do_question(reading) and not _is_past_form(word):
        return _AUXILIARY_TENSES[reading.words[0]]
    return "was" if _is_past_form(word) else "is"


def _is_do_question(reading: Reading) -> bool:
    """Whether a statement is a question with "do": "did the mayor *lose*", "does it *contain*"."""
    return not DO.isdisjoint(reading.words[:1])


def _is_past_form(word: str) -> bool:
    regular = word.endswith("ed") and (not word.endswith("eed") or word in REGULAR)  # "agreed"; but "need"
    return regular or (word in IRREGULAR and word not in _NOUNS_NOT_VERBS and not word.endswith("s"))


def _with_auxiliary(reading: Reading, at: int) -> str:
    helper = _find_auxiliary(reading, at)
    return reading.as_written(at if helper is None else helper, at + 1)


_DEFINITE = words_of("the its his her their our my this that these those")
_WITH_ARTICLE = _DEFINITE | ARTICLES
_MAX_MODIFIERS = 2
"""The most words between a determiner and its noun."""


def _numbers_differ(one: Reading, at: int, other: Reading, at_b: int) -> bool:
    """Whether a definite noun is plural in the one and singular in the other: "his sons", "his son"."""
    plural, singular = (r.words[i].removesuffix("'s") for r, i in ((one, at), (other, at_b)))
    if (_is_do_question(one) or _is_do_question(other)) and not _follows_determiner(one, at):
        return False  # "does the jab contain", "the jab contains"
    regular = plural in (f"{singular}s", f"{singular}es", f"{singular[:-1]}ies")
    if not regular and not (plural in _NOUNS_NOT_VERBS and IRREGULAR.get(plural) == singular):
        return False
    return _is_definite(one, at) and _is_definite(other, at_b)


def _follows_determiner(reading: Reading, at: int) -> bool:
    """Whether a definite determiner or possessive is right before a noun."""
    return at > 0 and (reading.words[at - 1] in _DEFINITE or reading.words[at - 1].endswith("'s"))


def _is_definite(reading: Reading, at: int) -> bool:
    """Whether a noun has a definite determiner or a possessive, with at most two adjectives between."""
    words = reading.words
    for before in range(at - 1, max(-1, at - 2 - _MAX_MODIFIERS), -1):
        if words[before] in _DEFINITE or words[before].endswith("'s"):
            return True
        if words[before] in _BEFORE_NON_FINITE or words[before] in _AUXILIARY_TENSES:
            return False
    return False
