"""Whose somebody is who does something: the mayor's son, the son of the mayor."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.roles.deeds import deeds
from claimtrack.core.match.reading.syntax.phrases import clause_end, terms_between
from claimtrack.core.match.words.verbs import may_be_finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading


class Subject(NamedTuple):
    """What stands before a verb: the one word that is meant, all of it, and what stands behind the verb."""

    verb: str
    head: str
    left: frozenset[str]
    right: frozenset[str]


def headed(reading: Reading) -> Iterator[Subject]:
    """Of what stands before a verb, the one word that is meant: the son in "the son of the mayor" and "the mayor's son"."""
    for deed in deeds(reading):
        if may_be_finite(reading.words[deed.at]):
            subject = deed.right if deed.passive else deed.left
            behind = terms_between(reading, deed.at + 1, clause_end(reading, deed.at))
            verb = f"be {deed.verb}" if deed.passive else deed.verb
            yield Subject(verb, _head(reading, subject, deed.at), subject, behind)


def _head(reading: Reading, subject: frozenset[str], at: int) -> str:
    """What is somebody's or something's; "" where there is no such thing."""
    if "of" not in reading.vocabulary and "'s" not in reading.cleaned:
        return ""
    phrase = [(term, i) for term, i in reading.placed if i < at and term in subject]
    of = next((i for i in range(phrase[0][1], at) if reading.words[i] == "of"), None) if phrase else None
    if of is not None:
        return next((term for term, i in reversed(phrase) if i < of and term[0] != "#"), "")
    whose = [i for _, i in phrase if reading.words[i].endswith("'s")]
    return phrase[-1][0] if whose and whose[-1] < phrase[-1][1] else ""


def heads_exchanged(one: Subject, other: Subject) -> bool:
    """Whether what is meant in the one is only named behind the verb in the other, where its owner does it."""
    if one.verb != other.verb:
        return False
    less, more = sorted((one, other), key=lambda subject: len(subject.left))
    return less.left < more.left and more.head in less.right - less.left
