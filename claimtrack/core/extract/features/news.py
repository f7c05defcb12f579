"""What only a news text tells: that the outlet, or somebody it reports, states a thing as fact."""

from __future__ import annotations

from claimtrack.core.extract.features.registry import feature
from claimtrack.core.extract.features.stance import condition, future
from claimtrack.core.extract.sentence import Sentence
from claimtrack.core.model import Kind


@feature(3)
def stated_as_fact(s: Sentence) -> bool:
    """reported as fact"""
    return s.kind is not Kind.DIRECT and not (future(s) or condition(s))


@feature(-12)
def reported_plan(s: Sentence) -> bool:
    """a reported plan, which nobody can check yet"""
    return s.kind is not Kind.DIRECT and future(s)
