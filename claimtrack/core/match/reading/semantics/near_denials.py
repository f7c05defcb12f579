"""Words that negate only in certain contexts: "barely grew" but "barely passed", "rejected calls to resign", and the "not" of "a mine, not a torpedo"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    ANYBODY,
    ARTICLES,
    BE,
    COMPARATIVES,
    FINITE_AUXILIARIES,
    MULTIPLIERS,
    NUMBER_WORDS,
    RELATIVE_SUBJECTS,
    words_of,
)
from claimtrack.core.match.reading.attribution import REPORTING_CUES
from claimtrack.core.match.words.forms import is_comparative, may_be_past
from claimtrack.core.match.words.languages import is_portuguese
from claimtrack.core.match.words.negators import EXCLUDING, is_negator

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


EXCLUDING_VERBS = words_of("exclude excludes excluded")
RULE_OUT_VERBS = EXCLUDING | EXCLUDING_VERBS
"""These negate what they call impossible, as "ruled out" does."""
_NOT_BEFORE_VERB = words_of("the a an those all any who and or")
_EXCLUDED_REACH = 8
"""Number of words after "excluded" within which "from" shows that somebody was kept out."""
_EXPLANATION_NOUNS = words_of("cause causes reason motive explanation possibility option")
_NEGATION_REACH = 3
"""Number of words before "excluded" within which it may be negated itself."""


def excludes_possibility(words: Sequence[str], at: int) -> bool:
    """Whether "excluded" means that something is impossible: "*excluded* running again"; but "excluded him from the club"."""
    active = at > 0 and words[at - 1] not in BE and words[at - 1] not in _NOT_BEFORE_VERB
    after = words[at + 1 : at + 1 + _EXCLUDED_REACH]
    following = "".join(after[:1])
    has_content = following == "that" or following.endswith("ing") or not _EXPLANATION_NOUNS.isdisjoint(after)
    denied = any(map(is_negator, words[max(0, at - _NEGATION_REACH) : at]))
    return active and (has_content or denied) and "from" not in after


_ACHIEVED = words_of(
    "pass+s+ed survive+s+ed avoid+s+ed avert+s+ed escape+s+ed withstand+s+ed win+s+ed beat+s defeated "
    "defeats cleared clears make+s+ed miss+s+ed hold+s+ed reach+s+ed qualify+s+ed edged keep+s+ed save+s+ed "
    "manage+s+ed alive adult legal enough half over above more"
)
"""After "barely" these were just achieved or just hold: "barely passed"."""


def is_no_denial(words: Sequence[str], at: int) -> bool:
    """Whether a word that usually negates does not here: "*barely* passed", "a *no* vote", "after an *absence* of 25 years"."""
    return words[at] in _NO_DENIAL_TESTS and _NO_DENIAL_TESTS[words[at]](words, at)


def _is_barely_achieved(words: Sequence[str], at: int) -> bool:
    """Whether "barely" means that something was just achieved: "*barely* passed", "*barely* 300"; but "barely made any money"."""
    word = "".join(words[at + 1 : at + 2])
    is_achieved = word in _ACHIEVED or word[:1].isdecimal() or word in NUMBER_WORDS
    return is_achieved and ANYBODY.isdisjoint(words[at + 2 : at + 3])


_VOTE_NOUNS = words_of("vote votes motion motions")


def _is_name_of_vote(words: Sequence[str], at: int) -> bool:
    """Whether a "no" only belongs to the name of a vote: "a no-confidence vote", "a motion of no confidence", "a no vote"."""
    if words[at + 1 : at + 2] in (["vote"], ["votes"]) and at and words[at - 1] in ("a", "the", "his", "her"):
        return True
    if words[at + 1 : at + 2] != ["confidence"]:
        return False
    return not _VOTE_NOUNS.isdisjoint((*words[at + 2 : at + 3], *words[max(0, at - 2) : at]))


def _is_unparalleled(words: Sequence[str], at: int) -> bool:
    """Whether a "no other" makes a superlative: "*no other* city has as many"; but "two were held, and *no other* suspects are sought"."""
    if words[at + 1 : at + 2] != ["other"]:
        return False
    after = words[at + 2 :]
    return not _COMPARING_WORDS.isdisjoint(after) or any(map(is_comparative, after))


_COMPARING_WORDS = words_of("as than like before such so match rival choice option alternative way")


def opens_number(words: Sequence[str]) -> bool:
    """Whether any of some words is a number or may introduce one: "declined to *5* percent"."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS or word in _BEFORE_A_NUMBER for word in words)


_BEFORE_A_NUMBER = words_of("a an its their just about nearly almost under below £ $ €")


_NO_DENIAL_TESTS: dict[str, Callable[[Sequence[str], int], bool]] = {
    "barely": _is_barely_achieved,
    "no": lambda words, at: (
        _is_name_of_vote(words, at) or _is_unparalleled(words, at) or is_portuguese(words)
    ),
    "absence": lambda words, at: opens_number(words[at + 2 : at + 3]),  # "after an absence of 25 years"
    "never": lambda words, at: _is_superlative(words, at),
}


_NOT_CONTRASTED = words_of(
    "only just merely simply that because until all every least to always even one yet once since without "
    "unlike including when if as so far long much many more less any single how what who where why whether "
    "he she it they we i you enough surprisingly"
)
PREPOSITIONS_AFTER_NOT = words_of("in on at by for with from of to against into near among")
"""Prepositions that may follow a contrastive "not": "with the driver and not with the owner"."""
_DETERMINERS = words_of("the a an his her its their our")


def contrastive_negators(words: Sequence[str], partings: AbstractSet[int]) -> frozenset[int]:
    """Return the places of each "not" that only contrasts one thing with another, "a mine, not a torpedo", and so negates nothing else."""
    if "not" not in words:
        return frozenset()
    found = set()
    for at, word in enumerate(words[:-1]):
        if word != "not" or not at or not (at in partings or words[at - 1] in ("and", "but")):
            continue
        after = at + 1 + (words[at + 1] in PREPOSITIONS_AFTER_NOT)
        after += words[after : after + 1] != [] and words[after] in _DETERMINERS
        noun = "".join(words[after : after + 1])
        none = noun in _EVEN_ONE and words[after - 1] in ("a", "one")  # "not a year has gone by"
        times = noun in _MULTIPLES or words[after + 1 : after + 2] == ["times"]  # "not twice as many"
        # "a drill and not fighting"
        endings = ("ly", "ed") if words[at - 1] == "and" else ("ly", "ed", "ing")
        if noun and not (none or times or noun in _NOT_CONTRASTED or noun.endswith(endings)):
            found.add(at)
    return frozenset(found)


_MULTIPLES = MULTIPLIERS.keys() | {"half"}
_EVEN_ONE = words_of("year month week day night single match season soul person word penny cent")


REBUFFING_VERBS = words_of("reject+s+ed+ing dismiss+s+ed resist+s+ed rebuff+s+ed ignore+s+ed")
"""Before "calls to" these negate what is called for: "rejected calls to resign"."""
_DOUBT_WORDS = words_of("doubt doubts doubted doubting doubtful sceptical skeptical unconvinced")
"""Before "that" these negate what is doubted, unless negated themselves: "nobody doubts that"."""
_FALSE_PREDICATES = words_of("wrong incorrect inaccurate mistaken unfounded baseless groundless")
"""A report that is called one of these is not true: "the claim that he left is *wrong*"."""
_FALSE_ADVERBS = words_of("wrongly mistakenly incorrectly erroneously inaccurately")
"""What is reported in this way is not true: "*wrongly reported* that"; but "wrongly convicted"."""
CONTEXTUAL_NEGATORS = (
    REBUFFING_VERBS | _DOUBT_WORDS | _FALSE_PREDICATES | _FALSE_ADVERBS | {"against", "free"}
)
"""All words that negate in certain contexts."""
_DOUBT_NEGATORS = words_of(
    "no not never nobody none few little hardly without cannot don't doesn't didn't dispel dispels dispelled "
    "allay allays allayed beyond"
)
_REPORT_NOUNS = words_of(
    "reports report statement statements claims claim rumours rumors allegations suggestions news posts"
)
_CALL_NOUNS = words_of("calls call demands demand pleas plea appeals pressure requests request bid bids")
_ADVICE_VERBS = words_of(
    "warn warns warned warning caution cautions cautioned advise advises advised advising recommend "
    "recommends recommended counsel counselled decide decides decided deciding vote votes voted voting"
)
"""After these "against" negates an action: "advised patients *against* eating fish", "voted *against* lifting the ban"."""
_NOT_GERUNDS = words_of(
    "rising falling growing spreading worsening mounting increasing declining soaring looming existing "
    "outgoing incoming parking phishing something anything everything king beijing boeing"
)
"""Words in "-ing" that are adjectives or names, not actions: "warned against rising prices", "against King"."""
_ACTION_NOUNS = words_of("travel use")
_COST_NOUNS = words_of("charge cost")
"""What is free of these is not without them, but gratis."""
_ADVICE_REACH = 6
"""Maximum number of words from the verb of advice to "against"."""


def is_denial(words: Sequence[str], at: int) -> bool:
    """Whether a contextual negator negates what follows: "free of lead", "against lifting the ban"."""
    if words[at] == "free":
        return words[at + 1 : at + 2] == ["of"] and _COST_NOUNS.isdisjoint(words[at + 2 : at + 3])
    if words[at] in _DOUBT_WORDS:
        return words[at + 1 : at + 2] == ["that"] and _DOUBT_NEGATORS.isdisjoint(words[max(0, at - 3) : at])
    if words[at] in _FALSE_PREDICATES or words[at] in _FALSE_ADVERBS:
        return refutes_report(words, at)
    return _advises_against(words, at) if words[at] == "against" else rejects_call(words, at)


def refutes_report(words: Sequence[str], at: int) -> bool:
    """Whether a word says that a report is not true: "reports that he has left are *wrong*", "*wrongly* reported that"."""
    if words[at] in _FALSE_ADVERBS:
        return bool(words[at + 1 : at + 2]) and words[at + 1] in REPORTING_CUES - {"told", "tells"}
    is_false = words[at] in _FALSE_PREDICATES and words[at - 1] in BE and "that" in words[1:4]
    return is_false and not _REPORT_NOUNS.isdisjoint(words[:3])


def _advises_against(words: Sequence[str], at: int) -> bool:
    """Whether somebody advised or decided against an action: "warned against swimming"."""
    action = "".join(words[at + 1 : at + 2])
    is_action = (action.endswith("ing") and action not in _NOT_GERUNDS) or action in _ACTION_NOUNS
    return is_action and not _ADVICE_VERBS.isdisjoint(words[max(0, at - _ADVICE_REACH) : at])


def rejects_call(words: Sequence[str], at: int) -> bool:
    """Whether a demand is rejected, and so what it demands denied: who "rejects calls to resign" does not resign."""
    call = at + 1 + (words[at + 1 : at + 2] in (["a"], ["an"], ["the"], ["all"]))
    return words[call + 1 : call + 2] in (["to"], ["for"]) and words[call] in _CALL_NOUNS


_FINITE_FORMS = words_of("has have had was were")


def _is_superlative(words: Sequence[str], at: int) -> bool:
    """Whether "never" makes a superlative and negates nothing: "has never been higher" is the highest; but "never won more *than 3* percent"."""
    after = words[at + 1 : at + 6]
    standards = [word for than, word in pairwise(after) if than == "than"]
    if any(word[0].isdecimal() or word in NUMBER_WORDS for word in standards):
        return False
    return (
        any(map(is_comparative, after[:2]))
        or not COMPARATIVES.isdisjoint(after[2:4])
        or (at == 0 and not _FINITE_FORMS.isdisjoint(after[:1]) and any(map(is_comparative, words[3:9])))
    )


_PRONOUN_REACH = 4
"""Maximum number of words from a relative pronoun to the negator: "that the union *avoided*"."""


def find_negation_end(reading: Reading, at: int) -> int:
    """Return where the clause of a negator ends, after which nothing is negated; the number of words if it goes on to the end."""
    words = reading.words
    after = range(at + 1, len(words))
    before = range(at - 1, max(0, at - _PRONOUN_REACH), -1)
    opens = next((i for i in before if words[i] in RELATIVE_SUBJECTS), 0)
    if not opens:
        joints = (i for i in after if words[i] == "and" and reading.is_boundary(i))
        ends = (i for i in joints if reading.word(i + 1) in ARTICLES)
    elif reading.is_boundary(opens):
        ends = (i for i in after if reading.is_boundary(i))
    elif words[opens + 1] in ARTICLES and may_be_past(reading.word(at + 1)):
        return at + 2 - may_be_past(words[at])  # "that they *avoided*", "that they *never* built"
    else:
        ends = (i for i in after[1:] if words[i] in FINITE_AUXILIARIES)
    return next(ends, len(words))
