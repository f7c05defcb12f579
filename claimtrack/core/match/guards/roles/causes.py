"""Guards on what caused something, in whatever words the rest is put: "closed by smog", "flooding kept it shut"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from claimtrack.core.language.word_lists import PASSIVE, STOP_WORDS, phrases_of, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.lexical_negation import is_denied_lexically
from claimtrack.core.match.guards.roles.transfers import GENERIC_PEOPLE
from claimtrack.core.match.reading.paraphrases import are_synonymous, unmatched
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_end, clause_start, terms_between
from claimtrack.core.match.words.terms import stems_of

_MAX_CAUSE_TERMS = 4
"""Terms of a cause at most: a longer phrase states more than a cause."""
_MIN_EFFECT_TERMS = 2
"""Terms of the effect at least."""
_CAUSATIVE_VERBS = words_of(
    "led forced drove prompted compelled pushed obliged caused causes leads forces drives prompts compels"
)
"""After these and an object, "to" introduces the effect: "debt drove them to sell"."""
_KEEPING_VERBS = words_of("kept keeps left leaves")
_RESULT_ADJECTIVES = words_of("shut closed open dark empty idle grounded stranded stuck")
"""After "kept" and an object these state the effect."""
_CAUSE_PREPOSITIONS = phrases_of("because of | due to | owing to | result of")
_BY_REACH = 6
"""Words between a participle and its "by": "closed *for a week* by smog"."""
_LACK_WORDS = words_of("lack lacks shortage absence want few little no not too")
"""A cause with one of these may be paraphrased by an antonym: "a lack of rain" is drought."""
_VAGUE_CAUSES = stems_of(
    "weather condition rain reason problem fault failure concern fear issue pressure crisis situation event "
    "incident row dispute technical safety security change cut protest public funding money circumstances"
)
"""Vague causes, which the other statement may specify: "safety fears", "a bomb threat"."""


class _Cause(NamedTuple):
    """A cause as terms and as written, its effect, and whether the cause is named."""

    terms: frozenset[str]
    effect: frozenset[str]
    written: str
    named: bool


def causes_differ(a: Reading, b: Reading) -> str | None:
    """The same effect has another cause: "closed by smog", "flooding kept it shut"."""
    if any(_CAUSE_MARKERS.isdisjoint(r.vocabulary) or r.negators for r in (a, b)):
        return None
    for x, y in product(_find_causes(a), _find_causes(b)):
        if _are_rival_causes(x, y):
            return f"differs: {x.written} / {y.written}"
    return None


def reasons_differ(a: Reading, b: Reading) -> str | None:
    """Everything else agrees, but the reason after "because" differs: because results were good, because of concerns."""
    if "because" not in a.vocabulary or "because" not in b.vocabulary:
        return None
    if any(one.negators and is_denied_lexically(one, other) for one, other in ((a, b), (b, a))):
        return None  # "a shortage of nurses", "not enough nurses"
    ours, theirs = _reason_terms(a), _reason_terms(b)
    apart, apart_b = unmatched(ours, theirs), unmatched(theirs, ours)
    if not apart or not apart_b or not are_synonymous(a.terms - ours, b.terms - theirs):
        return None
    named = (apart & a.names.keys(), apart_b & b.names.keys())
    if ours & theirs and any(named) and not all(named):
        return None  # "because *Moor* was asleep", "because *the driver* was asleep"
    return f"differs: {_quote_reason(a)} / {_quote_reason(b)}"


def _reason_terms(reading: Reading) -> frozenset[str]:
    """The terms of the clause after "because", if they are few and contain no number."""
    at = reading.words.index("because")
    terms = terms_between(reading, at + 1, clause_end(reading, at))
    plain = len(terms) <= _MAX_CAUSE_TERMS and not any(term[0] == "#" for term in terms)
    return terms if plain else frozenset()


def _quote_reason(reading: Reading) -> str:
    """The clause of "because" as written."""
    at = reading.words.index("because")
    return reading.as_written(at, clause_end(reading, at))


def cause_or_agent(a: Reading, b: Reading) -> Difference | None:
    """One says that it was because of somebody, the other that they did it: "because of farmers", "by farmers"."""
    for one, other in ((a, b), (b, a)):
        places = range(len(other.words))
        if "because" in other.vocabulary or any(_is_cause_preposition(other.words, at) for at in places):
            continue
        for at in range(len(one.words) - 2):
            if _is_cause_preposition(one.words, at):
                end = clause_end(one, at)
                terms = terms_between(one, at + 2, end)
                if terms and terms <= other.terms and _is_person(one, at + 2, end):
                    sure = (_CAUSATIVE_VERBS | _KEEPING_VERBS).isdisjoint(other.vocabulary)
                    return Difference(f"only one says: {one.as_written(at, end)}", sure, in_any_order=True)
    return None


def _is_cause_preposition(words: Sequence[str], at: int) -> bool:
    """Whether two words introduce a cause: "because of", "on account of", but not "the account of Lena Orsk"."""
    return words[at : at + 2] in _CAUSE_PREPOSITIONS or words[at - 1 : at + 2] == ["on", "account", "of"]


def _is_person(reading: Reading, start: int, end: int) -> bool:
    """Whether some words denote people, or a person by first name and surname: "the surgeon Ada Brenn"."""
    people = (at for at in range(start, end) if is_person_noun(reading.words[at]))
    if any(_is_phrase_head(reading, at, end) for at in people):
        return True
    capitals = [reading.has_capital(i) for i in range(start, end)]
    return capitals[-2:] == [True, True] and STOP_WORDS.isdisjoint(reading.words[start + 1 : end])


def _is_phrase_head(reading: Reading, at: int, end: int) -> bool:
    """Whether a noun for people is the head of its phrase: "because of *farmers* in Dorn", but "because of the pilots' strike"."""
    if at + 1 == end or reading.words[at + 1] in STOP_WORDS:
        return True
    return reading.has_capital(at + 1)


def is_person_noun(word: str) -> bool:
    """Whether a noun denotes people, by its suffix or by a list: farmers, governor, pianists, police."""
    single = word.removesuffix("s")
    return word in _PERSON_NOUNS or (
        single.endswith(("er", "or", "ist", "eer")) and single not in _NOT_PERSON_NOUNS
    )


_PERSON_NOUNS = words_of(
    "people parents police man men woman women children child pilot pilots nurse nurses guard guards judge "
    "judges official officials migrants soldiers troops students pupils activists rebels militants staff "
    "crew captain thief thieves king queen president"
)
_NOT_PERSON_NOUNS = words_of(
    "water weather winter summer power fever cancer paper number river order disaster danger hunger border "
    "sewer tower anger error terror motor reactor tremor sector factor door floor labor labour harbor "
    "transformer boiler container trailer tanker computer server shower matter letter barrier glacier crater "
    "fiber timber rubber copper silver theater center meter corner layer filter printer scanner sensor "
    "generator conveyor elevator escalator monitor radiator tractor vapor odor rumor humor mist list coast "
    "resist twist frost ever never after over under other another further former later larger higher lower"
)


def _are_rival_causes(one: _Cause, other: _Cause) -> bool:
    """Whether two causes have nothing in common, and their effects are the same."""
    if one.named != other.named or not are_synonymous(one.effect, other.effect):
        return False
    return unmatched(one.terms, other.terms) == one.terms and unmatched(other.terms, one.terms) == other.terms


_CAUSE_MARKERS = words_of("because due owing result account by after") | _CAUSATIVE_VERBS | _KEEPING_VERBS


@lru_cache(maxsize=64)
def _find_causes(reading: Reading) -> list[_Cause]:
    """The causes that a statement gives: after "because (of)", "by", "after", or as the subject of "drove", "kept". Cached."""
    words = reading.words
    found: list[_Cause | None] = []
    for at, word in enumerate(words):
        if word not in _CAUSE_MARKERS:
            continue
        end = clause_end(reading, at)
        is_clause = word == "because" and reading.word(at + 1) != "of"
        result = {"to"} if word in _CAUSATIVE_VERBS else _RESULT_ADJECTIVES
        if not is_clause and _is_cause_preposition(words, at):
            first = at - 2 if words[at - 2 : at] == ["as", "a"] else at
            found.append(_make_cause(reading, first, at + 2, end))
        elif is_clause or _is_causal(words, at):
            found.append(_make_cause(reading, at, at + 1, end))
        elif word in _CAUSATIVE_VERBS | _KEEPING_VERBS and not result.isdisjoint(words[at + 2 : end]):
            start = clause_start(reading, at)
            found.append(_make_cause(reading, start, start, at, skipped=at + 1))
    return [cause for cause in found if cause]


def _is_causal(words: Sequence[str], at: int) -> bool:
    """Whether "after" or "by" introduces a cause: "closed *after* a fire", "closed for a week *by* smog"."""
    if words[at] == "after":
        return words[at + 1 : at + 2] != ["being"]
    participles = (i for i in range(max(1, at - _BY_REACH), at) if words[i - 1] in PASSIVE)
    return words[at] == "by" and any(words[i].endswith(("ed", "t", "n")) for i in participles)


def _make_cause(reading: Reading, first: int, start: int, end: int, skipped: int = 0) -> _Cause | None:
    """The cause from `start` to `end`, if it says enough; the words from `first` to there, or `skipped`, only mark it as a cause."""
    terms = terms_between(reading, start, end)
    effect = terms_between(reading, 0, first) | terms_between(reading, max(end, skipped), len(reading.words))
    words = reading.words[start:end]
    if not 0 < len(terms) <= _MAX_CAUSE_TERMS or any(term[0] == "#" for term in terms):
        return None
    if len(effect) < _MIN_EFFECT_TERMS or not _LACK_WORDS.isdisjoint(words):
        return None
    if terms & _VAGUE_CAUSES or terms & GENERIC_PEOPLE:
        return None
    named = any(i and reading.has_capital(i) for i in range(start, end))
    begins = start + (reading.words[start] in STOP_WORDS)
    return _Cause(terms, effect, reading.as_written(begins, end), named)
