"""What it is about: public matters, bodies, other people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.registry import OUTLET, SPOKEN, feature, words
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_APPEAL = expression(
    r"\bappeal(?:s|ed|ing)? (?:for|to (?:the public|people|witnesses|anyone))\b|\banyone (?:with|who (?:saw|knows|has|was|may|recogni[sz]es))\b"
    r"|\b(?:asked|encouraged|advised) to (?:call|contact)\b|\bplease (?:call|contact)\b|\bto come forward\b|\burg(?:es?|ed|ing) (?:anyone|witnesses)\b"
    r"|\b(?:chief \w+|press|medical|returning|information|loan) officers?\b|\bdeputy (?:\w+ )?(?:chair\w*|chief|defen[cs]e|director|editor|finance|foreign|governor|head|leader|manager|mayor|minister|premier|president|prime|secretary|speaker)\b|\bappeal(?:s|ed|ing)? to\b"
    r"|\b(?:clinical|drug|vaccine|medical|controlled|free) trials?\b|\btrial(?:s)? of (?:its|the|a|an|[\d,]+) (?:kind|patients|people|volunteers|drug|vaccine|treatment)\b"
)
"""What detectives ask of the public, which tells nothing of a case, and officers and trials of no court."""
_NO_NATURE = expression(
    r"[CFITWciw](?:CE\b(?<=\bICE)|ater (?<=\b[Ww]ater )cannons?\b|orest (?<=\bForest )[A-Z]|ell (?<=\b[Cc]ell )phones?\b"
    r"|he (?<=^The )atmosphere (?:in|at|inside|was|is)\b|ce\b(?:(?<=\bon the ice)|(?<=\bonto the ice)|(?<=\boff the ice)))"
)
"""An agency, a mood, a rink and the like."""

words(
    4,
    "matter",
    "a public matter",
    v.MONEY,
    v.CRIME,
    v.ENERGY,
    v.WAR,
    v.WARFARE,
    v.FOREIGN,
    issues.TRADING,
)

words(6, "cover", "about insurance, medicines or pensions", issues.COVER)


@feature(5, w.NATURE, quoted=True)
def nature(s: Sentence) -> bool:
    """about nature, bodies or illness"""
    return _NO_NATURE.search(s.text) is None


@feature(3, v.MATTERS)
def several_matters(s: Sentence) -> bool:
    """several public matters"""
    return s.count(v.MATTERS) > 1


words(
    5,
    "police",
    "about police, rescuers, a court or a hearing",
    r.COURTS,
    w.POLICE,
    unless=_APPEAL,
    quoted=True,
)
words(7, "its", "about a body or a thing: its", r.ITS, only=OUTLET)
words(3, "body", "a public body, an office, a party or a company", v.OFFICES, v.AGENCIES, t.BODIES)


@feature(3, t.OTHERS, w.THEY, only=SPOKEN, quoted=True)
def third_person(s: Sentence) -> bool:
    """about somebody or something else than the speaker"""
    return s.has(w.THEY) or s.begins(t.OTHERS)


@feature(-2, only=SPOKEN)
def no_matter(s: Sentence) -> bool:
    """no figure, and no public matter"""
    return not s.weighs()
