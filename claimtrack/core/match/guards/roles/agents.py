"""A guard on who or what did it, where the rest of a sentence in the passive stands as it does in the other."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.guards.entities.names import BODIES
from claimtrack.core.match.guards.polarity.lexical_negation import denied_otherwise
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    clause_end,
    phrase_before,
    terms_between,
    told,
)
from claimtrack.core.match.words.lexicon import PASSIVE, RELATIVE_SUBJECTS, STOP_WORDS
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_ENOUGH = 3
"""Terms beside who did it that two statements must have, and have in common."""
_HEAD = 5
"""Letters that make two terms forms of one: Lanka, Lankan."""
_MOST = 4
"""Terms of who did it at most: what is longer tells more than that."""
ANYBODY = stems_of("man woman person somebody someone attacker suspect other official")
"""Who may be anybody, and so the one whom the other tells."""


def other_reason(a: Reading, b: Reading) -> str | None:
    """All else is the same, but the reason is another: because results were good, because of concerns."""
    if "because" not in a.vocabulary or "because" not in b.vocabulary:
        return None
    if any(one.negators and denied_otherwise(one, other) for one, other in ((a, b), (b, a))):
        return None  # "a shortage of nurses", "not enough nurses"
    ours, theirs = _reason(a), _reason(b)
    if (
        not unknown(ours, theirs)
        or not unknown(theirs, ours)
        or not same_terms(a.terms - ours, b.terms - theirs)
    ):
        return None
    return f"differs: {_told_because(a)} / {_told_because(b)}"


def _reason(reading: Reading) -> frozenset[str]:
    """The terms of the clause behind "because", where these are few and no numbers."""
    at = reading.words.index("because")
    terms = terms_between(reading, at + 1, clause_end(reading, at))
    plain = len(terms) <= _MOST and not any(term[0] == "#" for term in terms)
    return terms if plain else frozenset()


def _told_because(reading: Reading) -> str:
    at = reading.words.index("because")
    return wording(reading.tokens[at : clause_end(reading, at)])


class _Doer(NamedTuple):
    verb: str
    terms: frozenset[str]
    rest: frozenset[str]
    named: bool
    told: str


def other_doer(a: Reading, b: Reading) -> str | None:
    """All else is said of both in the passive, but somebody or something else did it: by an arsonist, by a broken line."""
    if "by" not in a.vocabulary or "by" not in b.vocabulary:
        return None
    ours, theirs = _doer(a), _doer(b)
    return f"differs: {ours.told} / {theirs.told}" if ours and theirs and _are_two(ours, theirs) else None


@either_way("differs")
def doer_in_other_voice(one: Reading, other: Reading) -> Told | None:
    """One is in the passive and the other in the active, and all else is the same, but somebody or something else did it."""
    ours = _doer(one) if "by" in one.vocabulary else None
    theirs = _active_doer(other, ours.verb) if ours else None
    if ours and theirs and _are_two(ours, theirs):
        return ours.told, theirs.told
    return None


@either_way("differs")
def doer_in_a_cleft(one: Reading, other: Reading) -> Told | None:
    """One says who it was that did it, and the other tells of somebody or something else: "it was hunters who found it"."""
    if "it" not in one.vocabulary and "it" not in other.vocabulary:
        return None
    if one.words[:2] not in (["it", "was"], ["it", "is"]) or RELATIVE_SUBJECTS.isdisjoint(one.vocabulary):
        return None
    who = next(i for i, word in enumerate(one.words) if word in RELATIVE_SUBJECTS)
    verb = next((term for term, i in one.placed if i == who + 1), "")
    did = next((i for term, i in other.placed if term == verb or meanings(term) & meanings(verb)), 0)
    ours, theirs = _opening(one, 2, who), _opening(other, 0, did)
    verbs = {verb, *(term for term, i in other.placed if i == did)}
    rest, rest_b = (r.terms - t - verbs for r, t in ((one, ours), (other, theirs)))
    known = rest and rest_b and (not unknown(rest_b, rest) or not unknown(rest, rest_b))
    if (
        verb
        and ours
        and theirs
        and known
        and unknown(ours, theirs) == ours
        and unknown(theirs, ours) == theirs
    ):
        return told(one, ours), told(other, theirs)
    return None


def _opening(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Of what stands between two places what is meant, and not where from; nothing where it is named, counted or anybody."""
    start += start < end and reading.words[start] in DETERMINERS
    stop = next((i for i in range(start, end) if reading.words[i] in STOP_WORDS), end)
    terms = terms_between(reading, start, stop)
    named = any(i and reading.tokens[i].text[0].isupper() for i in range(start, stop))
    return frozenset() if named or terms & ANYBODY or any(term[0] == "#" for term in terms) else terms


def _are_two(ours: _Doer, theirs: _Doer) -> bool:
    """Whether two have nothing in common, and have done the same."""
    if ours.named != theirs.named or not same_terms(ours.rest | {ours.verb}, theirs.rest | {theirs.verb}):
        return False
    if ours.named and any(same_name(*two) for two in product(_words(ours), _words(theirs))):
        return False  # Gaddafi, Gadhafi
    if _initials(ours) == theirs.told.casefold() or _initials(theirs) == ours.told.casefold():
        return False
    return unknown(ours.terms, theirs.terms) == ours.terms and bool(unknown(theirs.terms, ours.terms))


def _initials(doer: _Doer) -> str:
    return "".join(word[0] for word in doer.told.casefold().split() if word not in STOP_WORDS)


def _words(doer: _Doer) -> list[str]:
    return [word for word in doer.told.casefold().split() if len(word) >= _NAME]


_NAME = 4
"""Letters of a name that may be spelt in two ways, at least."""


def _doer(reading: Reading) -> _Doer | None:
    """What stands behind the last "by" to the end of its clause, where a participle stands before it."""
    words = reading.words
    at = len(words) - 1 - words[::-1].index("by")
    end = clause_end(reading, at)
    behind = [(term, i) for term, i in reading.placed if at < i < end]
    terms = terms_between(reading, at + 1, end)
    rest = frozenset(term for term, i in reading.placed if not at < i < end)
    done = _participle(words, at)
    whole = 0 < len(behind) <= _MOST and len(rest) >= _ENOUGH
    if not done or not whole or terms & ANYBODY or any(term[0] == "#" for term in terms):
        return None
    start = at + 1 + (words[at + 1] in STOP_WORDS)
    named = any(reading.tokens[i].text[0].isupper() for _, i in behind) and BODIES.isdisjoint(words[at:end])
    verb = stem(words[done])
    return _Doer(verb, terms, rest - {verb}, named, wording(reading.tokens[start:end]))


def _participle(words: Sequence[str], by: int) -> int:
    """The place of the participle before "by", or of that with which the passive begins: "was *removed* from office by"; 0 where there is none."""
    if by and words[by - 1].endswith(("ed", "en", "wn", "un", "it", "ght", "ade", "old", "ut")):
        return by - 1
    near = range(by - 2, max(0, by - 1 - _MOST), -1)
    return next((at for at in near if words[at].endswith("ed") and words[at - 1] in PASSIVE), 0)


def _active_doer(reading: Reading, verb: str) -> _Doer | None:
    """What stands before a verb in the active: "*hunters* proposed it", "it was *hunters* who proposed it"."""
    words = reading.words
    at = next((i for term, i in reading.placed if term == verb), 0)
    if not at or words[at - 1] in PASSIVE or "by" in words[at:]:
        return None
    end = at - (words[at - 1] in RELATIVE_SUBJECTS)
    terms = phrase_before(reading, end)
    terms -= {term for term, i in reading.placed if i < end - 1 and words[i].endswith("'s")}
    rest = reading.terms - terms - {verb}
    places = [i for term, i in reading.placed if i < end and term in terms]
    whole = 0 < len(terms) <= _MOST and len(rest) >= _ENOUGH
    if not whole or terms & ANYBODY or any(term[0] == "#" for term in terms):
        return None
    named = any(i and reading.tokens[i].text[0].isupper() for i in places)
    return _Doer(verb, terms, rest, named, wording(reading.tokens[places[0] : end]))


def unknown(terms: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Of some terms those that are not among others, in this or another word: MPs and lawmakers are one."""
    meant = {meaning for term in known for meaning in meanings(term)}
    heads = {term[:_HEAD] for term in known}
    return frozenset(
        term for term in terms - known if term[:_HEAD] not in heads and meant.isdisjoint(meanings(term))
    )


def same_terms(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two say the same in terms that are the same, or other words for each other."""
    return not unknown(ours, theirs) and not unknown(theirs, ours)
