"""A guard on what made something happen, in whatever words the rest is put: "closed by smog", "flooding kept it shut"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.lexical_negation import is_denied_lexically
from claimtrack.core.match.guards.roles.transfers import GENERIC_PEOPLE
from claimtrack.core.match.reading.paraphrases import are_synonymous, unmatched
from claimtrack.core.match.reading.syntax.phrases import clause_end, clause_start, terms_between
from claimtrack.core.match.words.lexicon import PASSIVE, STOP_WORDS, phrases_of, words_of
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_MOST = 4
"""Terms of a cause at most: what is longer tells more than that."""
_ENOUGH = 2
"""Terms of what came of it, at least."""
_DRIVING = words_of(
    "led forced drove prompted compelled pushed obliged caused causes leads forces drives prompts compels"
)
"""Behind these and an object stands with "to" what came of it: "debt drove them to sell"."""
_KEEPING = words_of("kept keeps left leaves")
_SO = words_of("shut closed open dark empty idle grounded stranded stuck")
"""Behind "kept" and an object these tell what came of it."""
_DUE = phrases_of("because of | due to | owing to | result of")
_REACH = 6
"""Words between a participle and its "by": "closed *for a week* by smog"."""
_WEIGHING = words_of("lack lacks shortage absence want few little no not too")
"""What is told of these may be told by its opposite: "a lack of rain" is drought."""
_VAGUE = stems_of(
    "weather condition rain reason problem fault failure concern fear issue pressure crisis situation event incident row dispute"
    " technical safety security change cut protest public funding money circumstances"
)
"""What these tell may be told more closely in the other: "safety fears", "a bomb threat"."""


class _Cause(NamedTuple):
    """What made something happen, as terms and as told, what came of it, and whether the cause is somebody named."""

    terms: frozenset[str]
    effect: frozenset[str]
    told: str
    named: bool


def causes_differ(a: Reading, b: Reading) -> str | None:
    """The same came of another cause: "closed by smog", "flooding kept it shut"."""
    if _MARKS.isdisjoint(a.vocabulary) or _MARKS.isdisjoint(b.vocabulary) or a.negators or b.negators:
        return None
    ours = _causes(a)
    theirs = _causes(b) if ours else []
    two = next(((x, y) for x in ours for y in theirs if _are_two(x, y)), None)
    return f"differs: {two[0].told} / {two[1].told}" if two else None


def reasons_differ(a: Reading, b: Reading) -> str | None:
    """All else is the same, but the reason is another: because results were good, because of concerns."""
    if "because" not in a.vocabulary or "because" not in b.vocabulary:
        return None
    if any(one.negators and is_denied_lexically(one, other) for one, other in ((a, b), (b, a))):
        return None  # "a shortage of nurses", "not enough nurses"
    ours, theirs = _reason(a), _reason(b)
    if (
        not unmatched(ours, theirs)
        or not unmatched(theirs, ours)
        or not are_synonymous(a.terms - ours, b.terms - theirs)
    ):
        return None
    named = (unmatched(ours, theirs) & a.names.keys(), unmatched(theirs, ours) & b.names.keys())
    if ours & theirs and any(named) and not all(named):
        return None  # "because *Moor* was asleep", "because *the driver* was asleep"
    return f"differs: {_told_because(a)} / {_told_because(b)}"


def _reason(reading: Reading) -> frozenset[str]:
    """The terms of the clause behind "because", where these are few and no numbers."""
    at = reading.words.index("because")
    terms = terms_between(reading, at + 1, clause_end(reading, at))
    plain = len(terms) <= _MOST and not any(term[0] == "#" for term in terms)
    return terms if plain else frozenset()


def _told_because(reading: Reading) -> str:
    at = reading.words.index("because")
    return reading.as_written(at, clause_end(reading, at))


def cause_or_agent(a: Reading, b: Reading) -> Difference | None:
    """One says that it came of somebody, the other that they did it: "because of farmers", "by farmers"."""
    for one, other in ((a, b), (b, a)):
        if any(_is_due(other.words, at) for at in range(len(other.words))) or "because" in other.vocabulary:
            continue
        for at in range(len(one.words) - 2):
            if _is_due(one.words, at):
                end = clause_end(one, at)
                terms = terms_between(one, at + 2, end)
                if terms and terms <= other.terms and _is_somebody(one, at + 2, end):
                    sure = (_DRIVING | _KEEPING).isdisjoint(other.vocabulary)
                    return Difference(f"only one says: {one.as_written(at, end)}", sure, in_any_order=True)
    return None


def _is_due(words: Sequence[str], at: int) -> bool:
    """Whether a cause stands behind two words: "because of", "on account of", but not "the account of Lena Orsk"."""
    return words[at : at + 2] in _DUE or words[at - 1 : at + 2] == ["on", "account", "of"]


def _is_somebody(reading: Reading, start: int, end: int) -> bool:
    """Whether some words tell of people, or of somebody by first name and surname: "the surgeon Ada Brenn"."""
    if any(is_person_noun(reading.words[at]) and _is_head(reading, at, end) for at in range(start, end)):
        return True
    capitals = [reading.has_capital(i) for i in range(start, end)]
    return capitals[-2:] == [True, True] and STOP_WORDS.isdisjoint(reading.words[start + 1 : end])


def _is_head(reading: Reading, at: int, end: int) -> bool:
    """Whether nothing of theirs stands behind a word for people: "because of *farmers* in Dorn", but "because of the pilots' strike"."""
    if at + 1 == end or reading.words[at + 1] in STOP_WORDS:
        return True
    return reading.has_capital(at + 1)


def is_person_noun(word: str) -> bool:
    """Whether a word tells of people by its form or in a list: farmers, governor, pianists, police."""
    single = word.removesuffix("s")
    return word in _PEOPLE or (single.endswith(("er", "or", "ist", "eer")) and single not in _NO_PEOPLE)


_PEOPLE = words_of(
    "people parents police man men woman women children child pilot pilots nurse nurses guard guards judge judges official officials"
    " migrants soldiers troops students pupils activists rebels militants staff crew captain thief thieves king queen president"
)
_NO_PEOPLE = words_of(
    "water weather winter summer power fever cancer paper number river order disaster danger hunger border sewer tower anger error terror"
    " motor reactor tremor sector factor door floor labor labour harbor transformer boiler container trailer tanker computer server shower"
    " matter letter barrier glacier crater fiber timber rubber copper silver theater center meter corner layer filter printer scanner sensor"
    " generator conveyor elevator escalator monitor radiator tractor vapor odor rumor humor mist list coast resist twist frost ever never"
    " after over under other another further former later larger higher lower"
)


def _are_two(one: _Cause, other: _Cause) -> bool:
    """Whether two causes have nothing in common, and the same came of them."""
    if one.named != other.named or not are_synonymous(one.effect, other.effect):
        return False
    return unmatched(one.terms, other.terms) == one.terms and unmatched(other.terms, one.terms) == other.terms


@lru_cache(maxsize=64)
def _causes(reading: Reading) -> list[_Cause]:
    return list(_read(reading))


_MARKS = words_of("because due owing result account by after") | _DRIVING | _KEEPING


def _read(reading: Reading) -> Iterator[_Cause]:
    words = reading.words
    for at, word in enumerate(words):
        if word not in _MARKS:
            continue
        end = clause_end(reading, at)
        if word == "because" and words[at + 1 : at + 2] != ["of"]:
            yield from _cause(reading, at, at + 1, end)
        elif _is_due(words, at):
            first = at - 2 if words[at - 2 : at] == ["as", "a"] else at
            yield from _cause(reading, first, at + 2, end)
        elif _leads_back(words, at):
            yield from _cause(reading, at, at + 1, end)
        elif (word in _DRIVING and "to" in words[at + 2 : end]) or (
            word in _KEEPING and not _SO.isdisjoint(words[at + 2 : end])
        ):
            start = clause_start(reading, at)
            yield from _cause(reading, start, start, at, skipped=at + 1)


def _leads_back(words: Sequence[str], at: int) -> bool:
    """Whether "after" or "by" at a place tells of what something came: "closed *after* a fire", "closed for a week *by* smog"."""
    if words[at] == "after":
        return words[at + 1 : at + 2] != ["being"]
    participles = (i for i in range(max(1, at - _REACH), at) if words[i - 1] in PASSIVE)
    return words[at] == "by" and any(words[i].endswith(("ed", "t", "n")) for i in participles)


def _cause(reading: Reading, first: int, start: int, end: int, skipped: int = 0) -> Iterator[_Cause]:
    """The cause that stands from `start` to `end`; the words from `first` on up to there, or `skipped`, tell no more than that it is one."""
    terms = terms_between(reading, start, end)
    effect = terms_between(reading, 0, first) | terms_between(reading, max(end, skipped), len(reading.words))
    words = reading.words[start:end]
    counted = any(term[0] == "#" for term in terms)
    if not 0 < len(terms) <= _MOST or len(effect) < _ENOUGH or counted or terms & GENERIC_PEOPLE:
        return
    if _WEIGHING.isdisjoint(words) and terms.isdisjoint(_VAGUE):
        named = any(i and reading.has_capital(i) for i in range(start, end))
        begins = start + (reading.words[start] in STOP_WORDS)
        yield _Cause(terms, effect, reading.as_written(begins, end), named)
