"""Who does what to whom: the verbs of a statement with what stands before and behind them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.roles.exchanged import MUTUAL
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    Sides,
    clause_end,
    clause_start,
    exchanged,
    phrase_after,
    phrase_before,
    terms_between,
    turned_about,
    wholes_exchanged,
)
from claimtrack.core.match.words.forms import may_be_finite, may_be_past
from claimtrack.core.match.words.lexicon import IRREGULAR, PASSIVE, STOP_WORDS, words_of
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_BE = PASSIVE | words_of("get gets getting")
_UNDERGONE = stems_of("die suffer")
"""Verbs of which the subject does nothing: what stands behind them may do it."""
NO_DEEDS = MUTUAL | _UNDERGONE
_PASSED = stems_of("bill law motion act amendment measure budget resolution")
SPANS = stems_of("second minute hour day week month year decade")
"""What stands beside a verb to tell when: "toppled by soldiers *minutes* after"."""
_TOWARDS = words_of("to from against for")
_CLAUSES = words_of("that who which when while because if although")
_WAS = words_of("was were been")
_AGES = stems_of("year old aged age")
_OWNING = stems_of("own hold control owe employ possess lead run manage finance")


FROM = "~from"
"""The verb of whoever takes, by whatever verb, from whom the other gives: a sign that no word has."""


class Deed(NamedTuple):
    """A verb, who does it, and what it is done to, whichever stands first; `at` is its place."""

    verb: str
    left: frozenset[str]
    right: frozenset[str]
    at: int = 0
    passive: bool = False


@lru_cache(maxsize=64)
def deeds(reading: Reading) -> list[Deed]:
    """Who did what to whom; in the passive the doer stands behind "by"."""
    words, found = reading.words, []
    for at in range(1, len(words) - 1):
        if words[at] in STOP_WORDS or not words[at].isalpha():
            continue
        verb, last = _verb(reading, at)
        if verb in NO_DEEDS or _is_noun(words, at):
            continue
        left = frozenset() if reading.tokens[at].text[0].isupper() else _things(_subject(reading, at))
        if not left:
            continue
        if verb == "pass" and not _PASSED.isdisjoint(reading.terms):
            continue  # a bill passes the house that passes it
        by = _by(reading, at)
        passive = by is not None and _is_passive(reading, at, by)
        if by is None and words[at - 1] in _WAS and words[at].endswith("ed"):
            continue  # "were buried alive" tells of no doer
        if passive:
            left = _done_to(reading, at, left)
        if right := _things(phrase_after(reading, by) if passive and by else _object(reading, at, last)):
            found.append(Deed(verb, right, left, at, True) if passive else Deed(verb, left, right, at))
        elif words[at + 1] in _HIM and (owner := _owner(reading, left, at)):
            found.append(Deed(verb, left - owner, owner, at))
    return found


def _verb(reading: Reading, at: int) -> tuple[str, int]:
    """What a verb at a place says, and where it ends: "gunned down" as "shot dead", "took them to court" as "sued"."""
    words, phrase = reading.words, reading.set_phrases.get(at)
    if phrase is None and words[at] not in _THROWN:
        return stem(words[at]), at
    if words[at] in _THROWN and words[at + 1 : at + 2] and words[at + 1] in _AS_DEEDS:
        return stem(words[at + 1]), at
    if phrase is None or not may_be_finite(words[at]):
        return stem(words[at]), at  # "due to" is done by nobody
    return stem(phrase.meaning), phrase.places[-1]


def _object(reading: Reading, at: int, last: int) -> frozenset[str]:
    """What stands behind a verb or between its words; of what is thrown, at whom."""
    if reading.words[at] in _THROWN:
        goal = next((i for i in range(at + 1, clause_end(reading, at)) if reading.words[i] == "at"), last)
        return phrase_after(reading, goal)
    between = terms_between(reading, at + 1, last) if last - at > 1 else frozenset()
    return between or phrase_after(reading, last)


_AS_DEEDS = words_of("insults abuse stones")
"""Who throws these at somebody insults, abuses or stones them."""
_THROWN = words_of("threw hurled flung lobbed chucked tossed throw hurl throws hurls throwing hurling")


def _subject(reading: Reading, at: int) -> frozenset[str]:
    """What stands before a verb, be it with what it is behind a comma: "*Eskom, the power utility,* owes"."""
    start = _subject_start(reading, at) if reading.parted(at) else at
    return terms_between(reading, start, at) if 0 < at - start <= _LONGEST else phrase_before(reading, at)


_LONGEST = 10
"""Tokens of a name and what it is, at most."""


def _things(phrase: frozenset[str]) -> frozenset[str]:
    """Who and what a phrase tells of, without how many and how old."""
    return frozenset(term for term in phrase if term[0] != "#" and term not in _AGES)


def _done_to(reading: Reading, at: int, phrase: frozenset[str]) -> frozenset[str]:
    """Of what stands before a verb in the passive what it is done to, and not where that is: "*all parties* in Mali were"."""
    start = min((i for term, i in reading.placed if i < at and term in phrase), default=0)
    start -= start > 0 and reading.words[start - 1] in DETERMINERS
    if start > 1 and reading.words[start - 1] == "and" and "between" in reading.words[:start]:
        start = reading.words.index("between") + 1
    placed = start > 1 and reading.words[start - 1] in _WHERE
    return (phrase_before(reading, start - 1) or phrase) if placed else phrase


_WHERE = words_of("in at near between with on")
_HIM = words_of("him her them")


def _owner(reading: Reading, subject: frozenset[str], at: int) -> frozenset[str]:
    """Whose somebody is that stands before a verb, and whom "him" behind it means: "*the mayor*'s wife sued him"."""
    return frozenset(
        term for term, i in reading.placed if i < at and term in subject and reading.words[i].endswith("'s")
    )


_ADVERBS = words_of("already still never now then soon again once twice often")
_VERBS_IN_LY = words_of("supply apply reply rely rally comply imply fly ally multiply")


def _is_noun(words: Sequence[str], at: int) -> bool:
    """Whether what stands beside a word tells that it is no verb: "the death", "Malta's minister", "a minister resigned"."""
    if words[at - 1] in DETERMINERS or words[at - 1] == "of" or words[at - 1].endswith("'s"):
        return True
    if words[at] in _ADVERBS or (words[at].endswith("ly") and words[at] not in _VERBS_IN_LY):
        return True
    done = may_be_past(words[at + 1])
    if (
        words[at + 1] in IRREGULAR
        and words[at].endswith("s")
        and (at + 2 == len(words) or words[at + 2] in STOP_WORDS)
    ):
        return True  # "exports fell by"
    return not may_be_finite(words[at]) and (done or words[at + 1] == "of")


def given(reading: Reading) -> Iterator[Deed]:
    """Who did something to, from or against whom: what stands behind the verb's preposition."""
    words = reading.words
    if _TOWARDS.isdisjoint(reading.vocabulary):
        return
    for deed in deeds(reading):
        if deed.passive or not may_be_finite(words[deed.at]):
            continue
        for i in range(deed.at + 2, clause_end(reading, deed.at)):
            if words[i] in _TOWARDS and (goal := phrase_after(reading, i)):
                yield Deed(f"{deed.verb} {words[i]}", deed.left, goal)


def owned(reading: Reading) -> Iterator[Deed]:
    """Everything before a verb of having, and what stands behind it: whose is what."""
    for deed in deeds(reading):
        if deed.verb in _OWNING and not deed.passive:
            start = _subject_start(reading, deed.at)
            behind = terms_between(reading, deed.at + 1, clause_end(reading, deed.at))
            yield Deed(deed.verb, terms_between(reading, start, deed.at), behind)


def acted(reading: Reading) -> Iterator[Deed]:
    """Everything before a verb, and what it is done to: "nine hikers near the mine | stung | wasps"."""
    for deed in deeds(reading):
        if not deed.passive and may_be_finite(reading.words[deed.at]):
            before = terms_between(reading, _subject_start(reading, deed.at), deed.at)
            yield Deed(deed.verb, before, deed.right)


def deeds_round(one: Deed, other: Deed) -> bool:
    """Whether the same is done the other way round."""
    return _same_deed(one, other) and exchanged(Sides(one.left, one.right), Sides(other.left, other.right))


def given_by_the_other(one: Deed, other: Deed) -> bool:
    """Whether who gives in the one is given to in the other, whoever else is named: "a dealer sold Ada a car", "Ada sold somebody a car"."""
    if FROM in (one.verb, other.verb):
        return exchanged(Sides(one.left, one.right), Sides(other.left, other.right))
    return deeds_round(one, other) or (
        _same_deed(one, other)
        and any(
            x.left <= y.right
            and x.left.isdisjoint(y.left)
            and x.right.isdisjoint(y.right | y.left)
            and not any(term[0] == "#" for term in x.right | y.right)
            for x, y in ((one, other), (other, one))
        )
    )


def deeds_turned(one: Deed, other: Deed) -> bool:
    """The same, or who does it in the one has it done to them in the other: "hit a guard", "was hit by a warder"."""
    if not _same_deed(one, other):
        return False
    if exchanged(Sides(one.left - SPANS, one.right - SPANS), Sides(other.left - SPANS, other.right - SPANS)):
        return True
    there, back = one.left & other.right, one.right & other.left
    if one.left & other.left or one.right & other.right or not (there or back):
        return False
    return one.passive != other.passive or _meant(one.left, other.right) or _meant(one.right, other.left)


def _meant(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether some words mean the same as others that are not they: supporters, fans."""
    return ours.isdisjoint(theirs) and any(meanings(x) & meanings(y) for x in ours for y in theirs)


def _same_deed(one: Deed, other: Deed) -> bool:
    return one.verb == other.verb or bool(senses(one.verb) & senses(other.verb))


def mostly_round(one: Deed, other: Deed) -> bool:
    """Whether the same is done the other way round, where more has changed sides than has stayed."""
    return one.verb == other.verb and turned_about(Sides(one.left, one.right), Sides(other.left, other.right))


def wholes_round(one: Deed, other: Deed) -> bool:
    """The same, where nothing stays on its side."""
    return one.verb == other.verb and wholes_exchanged(
        Sides(one.left, one.right), Sides(other.left, other.right)
    )


def _subject_start(reading: Reading, at: int) -> int:
    if at > 1 and reading.parted(at):
        end = clause_start(reading, at - 1)  # "Eskom, the utility, owes": the comma only ends an apposition
        if reading.words[end] not in DETERMINERS:
            return at
        at = end - 1
    while at > 0 and not reading.parted(at) and reading.words[at - 1] not in _CLAUSES:
        at -= 1
    return at


def took_sides(reading: Reading) -> Iterator[Deed]:
    """Who did the one thing and who its opposite: "A agreed, B refused"."""
    for axis, found in reading.poles.items():
        if len({pole for pole, _, _ in found}) > 1:
            doers: dict[int, frozenset[str]] = {}
            for pole, _, at in found:
                if doer := _doer(reading, at):
                    doers.setdefault(pole, doer)
            if len(doers) > 1:
                (_, left), (_, right) = sorted(doers.items())[:2]
                yield Deed(axis, left, right)


def _doer(reading: Reading, at: int) -> frozenset[str]:
    """The name or noun that does what the verb at a place tells, behind "by" where it is passive."""
    by = next((i for i in range(at + 1, min(len(reading.words), at + 3)) if reading.words[i] == "by"), None)
    return phrase_before(reading, at) if by is None else phrase_after(reading, by)


def _by(reading: Reading, at: int) -> int | None:
    """The place of the "by" that belongs to a verb: behind it, or behind what it makes of its object."""
    words = reading.words
    if (is_going_on := words[at].endswith("ing")) or words[at + 1] == "by":
        return None if is_going_on else at + 1  # "was eating by a tree"
    later = range(at + 2, clause_end(reading, at)) if words[at - 1] in _BE else ()
    return next((i for i in later if words[i] == "by"), None)


def _is_passive(reading: Reading, at: int, by: int) -> bool:
    """Whether "by" behind a verb names who did it: "was hit by", "hit by", but not "has risen by 15"."""
    words = reading.words
    number = any(quantity.first == by + 1 for quantity in reading.quantities)
    has = {"have", "has", "had"} & set(words[max(0, at - 2) : at]) and words[at - 1] not in _BE
    verb = words[at - 1] in _BE or words[at].endswith(("ed", "en", "wn"))
    return verb and not number and not has
