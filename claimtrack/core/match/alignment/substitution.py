"""One thing named in the place of another, where all other words are the same, in whatever order their phrases stand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.implied import goes_without_saying
from claimtrack.core.match.alignment.numbers import told_loosely
from claimtrack.core.match.guards.comparison.both_ends import told_from_the_other
from claimtrack.core.match.guards.entities.names import tells_whose
from claimtrack.core.match.guards.roles.converses import are_converse
from claimtrack.core.match.reading.attribution import attribution
from claimtrack.core.match.reading.names.abbreviations import abbreviated, called_otherwise
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.names.variants import spelt_alike
from claimtrack.core.match.reading.paraphrases import in_other_words
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.semantics.negation import ANY, is_negator
from claimtrack.core.match.words.lexicon import BE, MORE, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimtrack.core.match.features import Pair
    from claimtrack.core.match.reading.reading import Reading

_ARTICLES = words_of("the a an its their his her it that own")
_ONESELF = words_of("himself herself itself themselves")
"""Whom these name has been told before, and is another than who is named in their place: "of himself", "of his wife"."""
_BEFORE_A_THING = words_of(
    "the a an its their his her by in at on of for from with to into onto near off as during under against about"
)
"""Behind these, or at the beginning, stands a thing, and no verb."""
_NO_THING = (
    BE
    | MORE
    | ANY
    | NOT_NAMES
    | words_of("has have had will would can could not as who which most all each every one only")
)
_HEAD = 5
"""Letters that make two words forms of one."""
_MOST = 5
"""Words that one side alone may have, articles included."""
_SLOT = 3
_ENOUGH = 3
"""Words of weight that the rest must have."""


def other_thing(pair: Pair) -> str | None:
    """What each names in one place that the other does not, where the rest has the same words: in prison, in exile."""
    a, b = pair.a, pair.b
    if max(len(a.vocabulary - b.vocabulary), len(b.vocabulary - a.vocabulary)) > _MOST:
        return None
    if a.sentences[-1:] != (0,) or b.sentences[-1:] != (0,):
        return None
    said = _told_instead(pair, (), ())
    speaking, speaking_b = attribution(a), attribution(b)
    if not said and speaking and speaking_b:
        said = _told_instead(pair, speaking, speaking_b)
    return None if said and (are_converse(a, b) or told_from_the_other(a, b)) else said


def _told_instead(pair: Pair, speaking: Collection[int], speaking_b: Collection[int]) -> str | None:
    """The same, where who says it may be left out."""
    a, b = pair.a, pair.b
    ours, theirs = _alone(a, speaking, b, speaking_b), _alone(b, speaking_b, a, speaking)
    if not _is_thing(a, ours, b) or not _is_thing(b, theirs, a) or _may_be_one(pair, ours, theirs):
        return None
    if not in_each_others_place(a, b).isdisjoint(ours):
        return None
    if ours[0] in attribution(a) or theirs[0] in attribution(b):
        return None  # who says it may be told by another word
    around, around_b = _around(a, ours), _around(b, theirs)
    if not any(one and one == other for one, other in zip(around, around_b, strict=True)):
        return None
    return "differs: " + " / ".join(wording(r.tokens[i] for i in at) for r, at in ((a, ours), (b, theirs)))


def _alone(one: Reading, speaking: Collection[int], other: Reading, speaking_b: Collection[int]) -> list[int]:
    """The places of the words that the other has not so often, but for articles and who says it."""
    left = Counter(word for at, word in enumerate(other.words) if at not in speaking_b)
    found = []
    for at, word in enumerate(one.words):
        if at in speaking or word in _ARTICLES or not word[0].isalnum():
            continue
        left[word] -= 1
        if left[word] < 0:
            found.append(at)
    return found


def _is_thing(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some words stand together, name no one, count nothing and are no verb, and the rest is of weight."""
    words = one.words
    if not places or len(places) > _SLOT:
        return False
    run = range(places[0], places[-1] + 1)
    weighty = [words[at] for at in places if words[at] not in STOP_WORDS or words[at] in _ONESELF]
    if not weighty or any(at not in places and words[at] not in _ARTICLES for at in run):
        return False
    if any(words[at] in _NO_THING or words[at] in other.vocabulary or is_negator(words[at]) for at in places):
        return False
    before = words[run[0] - 1] if run[0] else ""
    if before and before not in _BEFORE_A_THING and words[run[0]] not in _BEFORE_A_THING:
        return False
    if any((one.tokens[at].text[0].isupper() and at > 0) or in_other_words(at, one, other) for at in places):
        return False
    counted = any(q.first in run or q.last in run or q.first == run[-1] + 1 for q in one.quantities)
    rest = sum(word not in STOP_WORDS for word in words) - len(weighty)
    whole = not any(one.parted(at) for at in run[1:])
    return whole and not counted and rest >= _ENOUGH


def _may_be_one(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether the two may be one in other words, less exactly, in other forms or misspelt."""
    x, y = ([r.words[at] for at in places] for r, places in ((pair.a, ours), (pair.b, theirs)))
    meant = {sense for word in x for sense in meanings(stem(word))}
    forms = {stem(word)[:_HEAD] for word in x}
    if told_loosely(pair.a, ours, pair.b, theirs):
        return True
    if not (pair.misspelt | pair.run_together).isdisjoint(map(stem, (*x, *y))):
        return True
    for one, at, other in ((pair.a, ours[0], pair.b), (pair.b, theirs[0], pair.a)):
        if (
            abbreviated(one, at, other)
            or called_otherwise(one, at, other)
            or goes_without_saying(at, one, other)
            or tells_whose(at, one, other)
        ):
            return True
    return any(
        not meant.isdisjoint(meanings(stem(word)))
        or stem(word)[:_HEAD] in forms
        or any(spelt_alike(one, word) for one in x)
        for word in y
    )


def _around(reading: Reading, places: Sequence[int]) -> tuple[str, str]:
    """The words before and behind some, articles left out."""
    words = reading.words
    before = next((words[at] for at in range(places[0] - 1, -1, -1) if words[at] not in _ARTICLES), "")
    behind = next((words[at] for at in range(places[-1] + 1, len(words)) if words[at] not in _ARTICLES), "")
    return before, behind
