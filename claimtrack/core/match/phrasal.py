"""Verbs of two words: "turned down" is rejected, "struck down" overturned, "ended up closing" closed. Data and one reader."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.terms import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

_LISTED = """
turn down reject | strike down overturn | throw out reject | vote down reject | vote through approve | wave through approve
put off postpone | push back postpone | call off cancel | lay off dismiss | set up create | shut down close | close down close
go up rise | go down fall | knock down demolish | tear down demolish | pull down demolish | take down remove
step down resign | stand down resign | hand over give | take over acquire | blow up explode | break out begin | start up begin
point out say | pay back repay | cut back reduce | scale back reduce | stand by defend | sell off sell | phase out end
lock up jail | let off acquit | pull out withdraw | drop out leave | sign off approve | back down withdraw | make off flee
speed up accelerate | slow down decelerate | hold up delay | find out discover | set off trigger | wipe out destroy
end up become | wind up become | turn out become | carry out do | kick out expel | give up abandon | drop off decline
"""
_VERBS: dict[tuple[str, str], str] = {}
for _entry in _LISTED.replace("\n", "|").split("|"):
    if _entry.strip():
        _verb, _particle, _meaning = _entry.split()
        _VERBS[stem(_verb), _particle] = _meaning
_PARTICLES = frozenset(particle for _, particle in _VERBS)


def phrasal_verbs(words: Sequence[str]) -> dict[int, str]:
    """Place of a verb with its particle right behind it -> the one verb that says the same."""
    if _PARTICLES.isdisjoint(words):
        return {}
    found = {}
    for at, (word, particle) in enumerate(pairwise(words)):
        if particle in _PARTICLES and (meaning := _VERBS.get((stem(word), particle))):
            found[at] = meaning
    return found
