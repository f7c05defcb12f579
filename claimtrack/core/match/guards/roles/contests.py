"""Who won against whom: "A beat B", "B lost to A", "A won the seat from B", with guards on winner and loser."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import THIRD_PERSON, words_of
from claimtrack.core.match.guards.entities.names import is_name_shared
from claimtrack.core.match.reading.clauses import find_clauses, find_subject_before, predicates
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.paraphrases import are_synonymous
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import (
    NOTHING,
    display_term,
    names_by_place,
    noun_phrase_after,
)
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause

_BEATING_VERBS = stems_of(
    "beat defeat overcome overcame thrash edge trounce outplay unseat oust topple knock eliminate conquer "
    "crush outsell outsold overtake overtook overtaken displace supplant lead led"
)
"""Verbs whose object is the loser."""
_WINNING_WORDS = stems_of("win won gain take victory capture triumph snatch")
_LOSING_WORDS = stems_of("lose lost loss defeat fall fell succumb bow trail")
_CONTEST_VERBS = _BEATING_VERBS | _WINNING_WORDS | _LOSING_WORDS
_LOSER_PREPOSITIONS, _WINNER_PREPOSITIONS = ("over", "against", "from"), ("to", "against", "by")
"""Prepositions before the loser after "won", and before the winner after "lost"."""
_CONCEDING_VERBS = stems_of("concede acknowledge accept admit recognise recognize")
"""Who concedes a defeat, or somebody's victory, has lost."""
_CONTEST_NOUNS = words_of("victory triumph win defeat loss")
"""Nouns for the result of a contest, which a light verb may govern: "suffered a defeat"."""
_RANKING_WORDS = words_of("ahead behind")


class Contest(NamedTuple):
    """The winner and the loser, each without the other's terms, and how the contest is put: won, lost, ahead or behind."""

    winner: frozenset[str]
    loser: frozenset[str]
    wording: str = "won"


def winner_and_loser_swapped(a: Reading, b: Reading) -> str | None:
    """Winner and loser are exchanged: A beat B, A lost to B."""
    for x in find_contests(a):
        for y in find_contests(b):
            if _may_be_same(x.winner, y.loser) and _may_be_same(x.loser, y.winner):
                return f"roles swapped: {display_term(a, x.winner)} / {display_term(b, y.winner)}"
    return None


def have_same_winner(a: Reading, b: Reading) -> bool:
    """Whether both name the same winner and loser from opposite sides: A beat B, B lost to A."""
    return any(
        x.wording != y.wording and _may_be_same(x.winner, y.winner) and _may_be_same(x.loser, y.loser)
        for x in find_contests(a)
        for y in find_contests(b)
    )


def _may_be_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names, or parts of them, may denote the same: Lena Orsk, Orsk."""
    return any(same_name(word, word_b) for word in one for word_b in other)


@lru_cache(maxsize=64)
def find_contests(reading: Reading) -> list[Contest]:
    """The contests that a statement reports, cached: who beat whom, or was ahead of whom."""
    noun, predicates_used = not _CONTEST_NOUNS.isdisjoint(reading.vocabulary), predicates(reading)
    verbs = predicates_used if noun else predicates_used & _CONTEST_VERBS
    reported = [_make_contest(reading, clause) for clause in find_clauses(reading, verbs)] if verbs else []
    if not predicates_used.isdisjoint(_CONCEDING_VERBS):
        pairs = product(find_clauses(reading, _CONCEDING_VERBS), find_clauses(reading, _WINNING_WORDS))
        reported += [Contest(won.agent, conceding.agent, "lost") for conceding, won in pairs]
    found, reported = [], [*reported, *_find_leads(reading)]
    named = frozenset(names_by_place(reading).values()) if reported else NOTHING
    for report in reported:
        winner, loser = ((side & named) or side for side in (report.winner, report.loser))
        contest = Contest(winner - loser, loser - winner, report.wording)
        if contest.winner and contest.loser and not _may_be_same(contest.winner, contest.loser):
            found.append(contest)
    return found


def _make_contest(reading: Reading, clause: Clause) -> Contest:
    """The winner and loser in a clause, by its verb or by a noun that it governs: "suffered a defeat to"."""
    agent = clause.agent
    if not agent and reading.words[clause.at - 1] in THIRD_PERSON:
        agent = find_subject_before(reading, clause.at - 1)  # "went out when *they* lost"
    voice = "lost" if clause.passive else "won"
    governed = clause.patient.union(*(terms for _, terms in clause.adjuncts))
    if not _BEATING_VERBS.isdisjoint(clause.predicate):
        return Contest(agent, clause.patient, voice)
    for words in (clause.predicate, governed):
        if not _WINNING_WORDS.isdisjoint(words):
            return Contest(agent, clause.object_after(*_LOSER_PREPOSITIONS), voice)
        if not _LOSING_WORDS.isdisjoint(words):
            return Contest(_find_winner_after_loss(reading, clause), agent, "lost")
    return Contest(NOTHING, NOTHING)


def _find_winner_after_loss(reading: Reading, clause: Clause) -> frozenset[str]:
    """The winner as named after a loss: "lost *to United*", "suffered a defeat *against* them", "lost 2-0 *at* theirs", "trails *them*"."""
    if "trail" in clause.predicate or reading.word(clause.at + 1) == "to":
        return clause.patient or clause.object_after("to", "behind")
    scored = any(word.isdecimal() for word in reading.words[clause.at :])
    links = (*_WINNER_PREPOSITIONS, "at") if scored else _WINNER_PREPOSITIONS
    return next(filter(None, map(clause.object_after, links)), NOTHING)


def _find_leads(reading: Reading) -> Iterator[Contest]:
    """Yield who was ahead of whom: "A was two points ahead of B", "A came third behind B"."""
    words = reading.words
    for at, word in enumerate(() if _RANKING_WORDS.isdisjoint(reading.vocabulary) else words):
        ahead = words[at : at + 2] == ["ahead", "of"]
        if not ahead and (word != "behind" or words[at - 1] == "from"):
            continue  # "came from behind": may still win
        leader, trailing = find_subject_before(reading, at), noun_phrase_after(reading, at + ahead)
        if not trailing.isdisjoint(names_by_place(reading).values()):
            yield Contest(leader, trailing, word) if ahead else Contest(trailing, leader, word)


def winners_differ(a: Reading, b: Reading) -> str | None:
    """Both name the winner of the same contest, and not the same one: "Swiatek won the title", "the title went to Muchova"."""
    ours = _find_winner(a)
    theirs = _find_winner(b) if ours else NOTHING
    if not ours or not theirs or a.negators or b.negators:
        return None
    if _is_named_by(a, ours, b) or _is_named_by(b, theirs, a):
        return None
    rest, rest_b = _terms_without(a, ours), _terms_without(b, theirs)
    if len(rest & rest_b) < _MIN_SHARED_TERMS or not are_synonymous(rest, rest_b):
        return None
    return f"other winner: {display_term(a, ours)} / {display_term(b, theirs)}"


def _is_named_by(one: Reading, winner: frozenset[str], other: Reading) -> bool:
    """Whether the other statement names the winner of the one."""
    return any(is_name_shared(one, at, other) for at, name in names_by_place(one).items() if name in winner)


def _terms_without(reading: Reading, winner: frozenset[str]) -> frozenset[str]:
    """The terms of a statement without those of the winner."""
    named = names_by_place(reading)
    others = (term for term, at in reading.placed_terms if named.get(at, term) not in winner)
    return frozenset(others) - _VICTORY_STEMS


_VICTORY_STEMS = stems_of("win won go went award")
_MIN_SHARED_TERMS = 3
"""Terms besides the winner that two statements must share."""


def _find_winner(reading: Reading) -> frozenset[str]:
    """The name of who won, or to whom the prize went."""
    for clause in find_clauses(reading, _VICTORY_STEMS):
        won = clause.verb == "win"
        winner = clause.agent if won else clause.object_after("to")
        if not winner.isdisjoint(names_by_place(reading).values()):
            return winner
    return NOTHING
