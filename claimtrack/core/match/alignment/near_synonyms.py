"""Words by which the same is found, and which are yet two facts in each other's place: pay and cost, the parents and the mother.

They stand in the groups of synonyms since one claim is told with either in other words: "the repairs cost the town two million",
"the town paid two million for the repairs". In one place and otherwise the same words they name another person, sum or step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.words.lexicon import ARTICLES, BE, STOP_WORDS
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_SURELY = """
jail imprison incarcerate | arrest detain
elect | appoint
divorce | separate
cost | pay spend
pay | earn
parent | mother | father
ward | hospital
doctor | editor
aide assistant | supporter fan
"""
"""Members of a line, parted by bars, that contradict each other where all else is word for word the same."""
_MAYBE = """
claim allege | confirm admit prove
die dead | kill
income | salary wage pay
manager | boss director ceo
ceo | director
fail | refuse decline
"""
"""The same where newsrooms are loose with the one word or the other, so that a person looks."""
_NOUNS = frozenset({"earnings", "takings"})
"""These are no forms of the verbs that they look like."""
_PAY, _DEATH = stem("pay"), {stem("die"), stem("kill")}


def _members(listing: str, *, sure: bool) -> Iterator[tuple[str, tuple[int, str, bool]]]:
    for line in listing.strip().splitlines():
        for number, member in enumerate(line.split("|")):
            for word in member.split():
                yield stem(word), (number, line, sure)


_LINES: dict[str, frozenset[tuple[int, str, bool]]] = {}
for _term, _member in (*_members(_SURELY, sure=True), *_members(_MAYBE, sure=False)):
    _LINES[_term] = _LINES.get(_term, frozenset()) | {_member}


def near_synonyms_differ(a: Reading, b: Reading) -> Difference | None:
    """A word stands in the place of one that is near it and yet names another fact: "differs: pay / cost"."""
    theirs = list(_alone(b, a))
    for at in _alone(a, b) if theirs else ():
        for there in theirs:
            one, other = stem(a.words[at]), stem(b.words[there])
            if {one, other} == _DEATH and a.amounts:
                continue  # so many were killed, and so many died
            sure = _apart(one, other)
            if sure is not None and _in_one_place(a, at, b, there):
                return Difference(f"differs: {a.tokens[at].text} / {b.tokens[there].text}", sure=sure)
    return None


def _in_one_place(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand behind the same word of weight, or between the same; "is paid" is "earns", and no "pays"."""
    if any(r.words[i - 1] in BE and stem(r.words[i]) == _PAY for r, i in ((a, at), (b, there))):
        return False
    (before, behind), (before_b, behind_b) = _around(a, at), _around(b, there)
    return before == before_b and (behind == behind_b or (before != "" and before not in STOP_WORDS))


def between_the_same(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand between the same words, articles and helping verbs left out."""
    return _around(a, at) == _around(b, there)


_HELPING = ARTICLES | BE | {"has", "have", "had", "will", "would"}


def _around(reading: Reading, at: int) -> tuple[str, str]:
    """The words before and behind one, articles and helping verbs left out."""
    words = reading.words
    before = next((words[i] for i in range(at - 1, -1, -1) if words[i] not in _HELPING), "")
    behind = next((words[i] for i in range(at + 1, len(words)) if words[i] not in _HELPING), "")
    return before, behind


def _alone(one: Reading, other: Reading) -> Iterator[int]:
    """The places of such words that the other statement does not have."""
    stems = set(map(stem, other.words))
    for at, word in enumerate(one.words):
        if word not in _NOUNS and (term := stem(word)) in _LINES and term not in stems:
            yield at


def _apart(term: str, other: str) -> bool | None:
    """Whether two terms surely name two facts; None where they are in no line, or one member of it."""
    found = {
        sure
        for number, line, sure in _LINES[term]
        for number_b, line_b, _ in _LINES[other]
        if line == line_b and number != number_b
    }
    return max(found, default=None)
