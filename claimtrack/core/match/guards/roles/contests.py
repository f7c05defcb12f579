"""Who won against whom: "A beat B", "B lost to A", "A won the seat from B", and a guard on who it was."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.entities.names import is_name_shared
from claimtrack.core.match.reading.clauses import clauses, find_subject_before, predicates
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.paraphrases import are_synonymous
from claimtrack.core.match.reading.syntax.noun_phrases import (
    NOTHING,
    display_term,
    names_by_place,
    noun_phrase_after,
)
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.reading.reading import Reading

_BEATING = stems_of(
    "beat defeat overcome overcame thrash edge trounce outplay unseat oust topple knock eliminate conquer crush outsell outsold"
    " overtake overtook overtaken displace supplant lead led"
)
"""Behind these stands who lost."""
_WINNING = stems_of("win won gain take victory capture triumph snatch")
_LOSING = stems_of("lose lost loss defeat fall fell succumb bow trail")
_DEEDS = _BEATING | _WINNING | _LOSING
_OVER, _TO = ("over", "against", "from"), ("to", "against", "by")
"""Behind these stands who lost after "won", and who won after "lost"."""
_CONCEDING = stems_of("concede acknowledge accept admit recognise recognize")
"""Who does this to a defeat has lost, and to somebody's victory as well."""
_NOUNS = words_of("victory triumph win defeat loss")
_AHEAD = words_of("ahead behind")


class Contest(NamedTuple):
    """Who won, and who lost, each by the terms that are not the other's; and as what it is told: won, lost, or ahead and behind."""

    winner: frozenset[str]
    loser: frozenset[str]
    told: str = "won"


def winner_and_loser_swapped(a: Reading, b: Reading) -> str | None:
    """Each tells that one beat the other, and it is the other way about: A beat B, A lost to B."""
    for one in find_contests(a):
        for other in find_contests(b):
            if _are_one(one.winner, other.loser) and _are_one(one.loser, other.winner):
                return f"roles swapped: {display_term(a, one.winner)} / {display_term(b, other.winner)}"
    return None


def have_same_winner(a: Reading, b: Reading) -> bool:
    """Whether both tell that the same one beat the same other, each in its own way: won, lost."""
    return any(
        one.told != other.told and _are_one(one.winner, other.winner) and _are_one(one.loser, other.loser)
        for one in find_contests(a)
        for other in find_contests(b)
    )


def _are_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names, or parts of them, may be one's: Lena Orsk, Orsk."""
    return any(same_name(word, word_b) for word in one for word_b in other)


@lru_cache(maxsize=64)
def find_contests(reading: Reading) -> list[Contest]:
    """Who beat whom, or was ahead of whom."""
    noun, deeds = not _NOUNS.isdisjoint(reading.vocabulary), predicates(reading)
    telling = deeds if noun else deeds & _DEEDS
    told = [_contest(reading, clause) for clause in clauses(reading, telling)] if telling else []
    for conceding in () if deeds.isdisjoint(_CONCEDING) else clauses(reading, _CONCEDING):
        told += [Contest(won.agent, conceding.agent, "lost") for won in clauses(reading, _WINNING)]
    found, told = [], [*told, *_leads(reading)]
    named = frozenset(names_by_place(reading).values()) if told else NOTHING
    for one in told:
        winner, loser = ((side & named) or side for side in (one.winner, one.loser))
        apart = Contest(winner - loser, loser - winner, one.told)
        if apart.winner and apart.loser and not _are_one(apart.winner, apart.loser):
            found.append(apart)
    return found


def _contest(reading: Reading, clause: Clause) -> Contest:
    """Who won and who lost by the verb of a clause, or by the noun beside: "suffered a defeat to"."""
    doer = clause.agent
    if not doer and reading.words[clause.at - 1] in _MEANT:
        doer = find_subject_before(reading, clause.at - 1)  # "went out when *they* lost"
    voice = "lost" if clause.passive else "won"
    beside = clause.patient.union(*(terms for _, terms in clause.adjuncts))
    if not _BEATING.isdisjoint(clause.predicate):
        return Contest(doer, clause.patient, voice)
    for told in (clause.predicate, beside):
        if not _WINNING.isdisjoint(told):
            return Contest(doer, clause.object_after(*_OVER), voice)
        if not _LOSING.isdisjoint(told):
            return Contest(_behind_a_loss(reading, clause), doer, "lost")
    return Contest(NOTHING, NOTHING)


_MEANT = words_of("he she they it")


def _behind_a_loss(reading: Reading, clause: Clause) -> frozenset[str]:
    """Who won by what is told of who lost: "lost *to United*", "suffered a defeat *against* them", "lost 2-0 *at* theirs", "trails *them*"."""
    if "trail" in clause.predicate or reading.words[clause.at + 1 : clause.at + 2] == ["to"]:
        return clause.patient or clause.object_after("to", "behind")
    scored = any(word.isdecimal() for word in reading.words[clause.at :])
    return next(filter(None, map(clause.object_after, (*_TO, "at") if scored else _TO)), NOTHING)


def _leads(reading: Reading) -> Iterator[Contest]:
    """Who was ahead of whom: "A was two points ahead of B", "A came third behind B"."""
    words = reading.words
    for at, word in enumerate(() if _AHEAD.isdisjoint(reading.vocabulary) else words):
        ahead = words[at : at + 2] == ["ahead", "of"]
        if not ahead and (word != "behind" or words[at - 1] == "from"):
            continue  # who comes from behind may win
        doer, other = find_subject_before(reading, at), noun_phrase_after(reading, at + ahead)
        if not other.isdisjoint(names_by_place(reading).values()):
            yield Contest(doer, other, word) if ahead else Contest(other, doer, word)


def winners_differ(a: Reading, b: Reading) -> str | None:
    """Each tells who won the same, and it is another: "Swiatek won the title", "the title went to Muchova"."""
    ours = _victor(a)
    theirs = _victor(b) if ours else NOTHING
    if not ours or not theirs or a.negators or b.negators:
        return None
    both = ((a, ours, b), (b, theirs, a))
    if any(
        is_name_shared(one, at, other)
        for one, who, other in both
        for at, n in names_by_place(one).items()
        if n in who
    ):
        return None
    rest, rest_b = (_besides(one, who) for one, who, _ in both)
    if len(rest & rest_b) < _ENOUGH or not are_synonymous(rest, rest_b):
        return None
    return f"other winner: {display_term(a, ours)} / {display_term(b, theirs)}"


def _besides(reading: Reading, who: frozenset[str]) -> frozenset[str]:
    """The terms of all but who won."""
    named = names_by_place(reading)
    return (
        frozenset(term for term, at in reading.placed_terms if named.get(at, term) not in who) - _OF_WINNING
    )


_OF_WINNING = stems_of("win won go went award")
_ENOUGH = 3
"""Terms beside who won that two statements must have in common."""


def _victor(reading: Reading) -> frozenset[str]:
    """Who is named to have won it, or to whom it went."""
    for clause in clauses(reading, _OF_WINNING):
        won = clause.verb == "win"
        who = clause.agent if won else clause.object_after("to")
        if not who.isdisjoint(names_by_place(reading).values()):
            return who
    return NOTHING
