"""How it is put: opinion, feeling, demand, and words that weigh instead of telling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import spoken as p
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.event import TAKES_A_STAND
from claimtrack.core.extract.checkworthy.features.plan import A_TRUST
from claimtrack.core.extract.checkworthy.features.record import DENIES_THAT
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    SPOKEN,
    TOLD,
    WRITTEN,
    feature,
    words,
)
from claimtrack.core.extract.checkworthy.sentence import MAY_ASK, MAY_CRY, MAY_QUOTE
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import holds_any, just_behind
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _INDIRECT = Kind.DIRECT, Kind.INDIRECT

_VERDICT = expression(
    f"ed{just_behind('describ brand dubb labell label call', 'ed')}"
    r"\b[^.]{0,60}?(?:\bas |[\"'“‘]\w)"
)
_IN_MARKS = expression(f" {just_behind('was were is are as be been a an had the')}[\"“'‘]")
_NO_PRAISE = expression(
    r"\bright (?:now|hand|after|before|away|here|there|next|at|in|on)\b|\b(?:the|a|human|far|alt)[ -]right\b(?! (?:thing|way|decision|one)\b)|\bright-"
)
"""Where "right" judges nothing: right now, the right to vote, a right-wing party."""
_RANKED = expression(r"\b(?:the|its|his|her|our) (?:most|best|worst|biggest|greatest)\b")
_HEARTS = expression(
    r"heart(?:(?<=\bheart) (?:attacks?|disease|failure|rate|surgery|condition|transplant)|(?<=\bpurple heart))\b"
)
"""Where a heart is one, or a medal."""
_CASE = expression(
    r"\b(?:court|murder|criminal|rape|fraud|corruption|libel|civil|confirmed|new|first|second|third|rare) cases?\b|\bcase (?:numbers|against)\b"
    r"|\bin case\b|\b(?:involved in|closed|dropped|dismissed|heard|hearing|reopened|investigating) (?:the|this|that|his|her|their) case\b"
)
_IN_COURT_OR_BODIES = expression(
    r"\bon suspicion of\b|\b(?:blood|air|water|high|low)[ -]pressure\b|\bclash(?:es)? (?:with|between|erupted|broke)\b"
    r"|\bappeal (?:courts?|judges?|against|tribunal|was|were|is|hearing|rejected|dismissed|denied)\b"
    r"|\b(?:court of|on|lost|dismiss(?:ed|es)|reject(?:ed|s)|uph[eo]ld|filed|lodged|heard|denied)(?: his| her| their| its| the| an?)? appeal\b"
)
"""Where these are no moods: suspicion of a crime, an appeal in court, blood pressure, clashes in the street."""
_AS_SUCH = {
    thing: expression(pattern)
    for thing, pattern in {
        "road": r"\b(?:left|off|closed|blocked|across|along|by|in|for) the road\b|\b(?!the\b|this\b|long\b|down\b)\w+ road\b(?! (?:to|ahead)\b)"
        r"|\broads? (?:links?|near|in|between|works?|repairs?|safety|deaths?|tax|sign)\b",
        "line": r"\b(?:power|communication|telephone|railway|train|bus|tram) lines?\b",
        "door": r"\b(?:open|opened|closed|locked|rear|front|back|car)(?: the)? doors?\b(?! (?:to|for)\b)|\bdoor handles?\b",
        "ground": r"\b(?:to the|higher) ground\b",
        "step": r"\bsteps? down\b",
        "table": r"\b(?:in|of) the table\b",
        "storm": r"\bstorm (?:killed|hit|made|damaged|destroyed|tore|left|brought|struck|passed|surge)\b|\bin (?:the|a) storm\b",
        "fuel": r"\b(?:fossil|jet|with|the|and) fuels?\b|\bfuel (?:bills?|cells?|costs?|depots?|dut(?:y|ies)|leaks?|poverty|prices?|tanks?|tax|is|was)\b",
        "rise": r"\brises? in\b|\b(?:to|will|would|bills|costs|prices|rates|rents) rise\b",
        "hand": r"\bhand(?:s)? (?:over|out)\b",
    }.items()
}
"""Where a road is a road, a door a door, and fuel is burnt; each is asked only where its word stands."""
_NEED = expression(
    r"\b(?:we|you|they|i) (?:\w+ )?(?:need|want|ought|have) to\b|\bwe (?:must|should|need)\b|got to\b"
    r"|it's time\b"
)
_OURS_TO_DO = expression(
    r"\b(?:i|we|you|us) (?:\w+ )?(?:must|should|need|want to|have to|ought|got to)\b|\b(?:should|shouldn't|ought|let|let's|gotta)\b|we've got|\bneeds? to\b|it's time\b"
)
"""Where whoever is quoted asks it of himself or others; what they "must" by a rule can be looked up."""
_NEEDING = (
    "need to", "want to", "ought to", "have to", "we must", "we should", "we need", "got to", "it's time",
)  # fmt: skip
"""Words one of which stands in any such need; they are found faster."""
_OUR_OWN = expression(
    r"\b(?:(?:our|this|my|your) (?:great |beautiful |own )?(?:country|people|democracy|world|planet|society|republic|homeland)"
    r"|our (?:community|communities|city|state|children|families|future|values))\b"
)
_LIKE = expression(r"\b(?:like (?:a|an|the|it|he|they|we|you|that|this)|as (?:if|though)|such an?)\b")
_CALLED_FOR = expression(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|warn(?:s|ed) of|fear(?:s|ed)? (?:the|for)|appeal(?:ed|ing) (?:for|to(?! the [a-z ]{0,20}court))|hit (?:out|back)|stood by) "
)
"""Not "has appealed", which whoever lost in court does."""
_DECIDED = expression(
    r"\b(?:courts?|judges?|jury|tribunal|parliament|council|councillors|senate|voters)\b(?! (?:leader|speaker|president|spokes))[^,;]{0,12}\b(?:rejected|dismissed)\b(?![^,;]* as )"
    r"|\b(?:was|were|been) (?:rejected|dismissed)\b(?! as\b)|\b(?:appeal|application|claim|request)s? (?:rejected|dismissed)\b"
)
"""Where something is turned down by whoever decides, or somebody is sacked."""


@feature(-8, v.OPINION, w.EMOTION, only=SPOKEN)
def opinion(s: Sentence) -> bool:
    """an opinion"""
    return s.has(v.OPINION) or not s.is_bare


@feature(-3, v.OPINION, w.EMOTION, only=WRITTEN)
def concern(s: Sentence) -> bool:
    """somebody's concern or belief, as it is told"""
    return s.has(v.OPINION) or s.kind is _INDIRECT


@feature(-7, t.CALLED, MAY_QUOTE, only=INDIRECT)
def verdict(s: Sentence) -> bool:
    """a verdict in quotation marks"""
    return (s.has(t.CALLED) and _VERDICT.search(s.lower) is not None) or _IN_MARKS.search(s.text) is not None


@feature(-12, v.FEELINGS, w.CHEER, quoted=True)
def feeling(s: Sentence) -> bool:
    """a feeling"""
    return s.has(w.CHEER) or not s.has_digit


@feature(-6, v.PRAISE, w.WEIGHTY, t.VERDICTS, w.RANKING)
def praise(s: Sentence) -> bool:
    """a judging word"""
    if s.has(v.PRAISE) and not (
        s.has(r.RIGHT) and s.count(v.PRAISE) == 1 and _NO_PRAISE.search(s.lower) is not None
    ):
        return True
    if s.is_bare:
        return False
    return s.has(w.WEIGHTY) or s.has(t.VERDICTS) or _RANKED.search(s.lower) is not None


@feature(-7, w.ABSTRACT, w.STRIVING, v.IDEALS)
def abstract(s: Sentence) -> bool:
    """abstract words"""
    if not s.is_bare and (s.has(w.STRIVING) or (s.has(w.ABSTRACT) and not _is_case(s.lower))):
        return True
    return s.has(v.IDEALS) and _HEARTS.search(s.lower) is None and A_TRUST.search(s.lower) is None


def _is_case(low: str) -> bool:
    """Whether a case is one of a court or of an illness."""
    return "case" in low and _CASE.search(low) is not None


@feature(-7, w.CAMPS, v.NATION, w.GROWTH, r.MARKETS, p.HOMELAND, p.OUR)
def at_large(s: Sentence) -> bool:
    """about a party, a market, the nation or us all"""
    if s.quoted and (
        s.has(r.MARKETS) or s.has(p.HOMELAND) or (s.has(p.OUR) and _OUR_OWN.search(s.lower) is not None)
    ):
        return True
    if (s.kind is not _DIRECT and s.has(w.CAMPS)) or (s.kind is _INDIRECT and s.has(w.GROWTH)):
        return True
    return "this country" in s.lower or "american people" in s.lower


words(-12, "political", "talk of politics", w.POLITICAL, only=TOLD, quoted=True)


@feature(-6, w.PRESSURE, w.SWAYING, w.SHOWN_AS, p.LIKENESS, quoted=True)
def figurative(s: Sentence) -> bool:
    """figurative or loaded words"""
    if s.quoted and s.has(p.LIKENESS) and _LIKE.search(s.lower) is not None:
        return True
    sways = s.has(w.SWAYING) or s.has(w.SHOWN_AS)
    if sways and not any(thing in s.lower and found.search(s.lower) for thing, found in _AS_SUCH.items()):
        return True
    return s.has(w.PRESSURE) and _IN_COURT_OR_BODIES.search(s.lower) is None


@feature(-13, issues.MUST, issues.URGE, issues.LET, r.OUGHT, w.NEED, v.NEEDING)
def obligation(s: Sentence) -> bool:
    """what should or must be done"""
    if s.quoted:
        return _OURS_TO_DO.search(s.lower) is not None
    if s.kind is _DIRECT and (s.has(issues.MUST) or s.has(issues.LET) or s.follows(issues.URGE, issues.TO)):
        return True
    if s.kind is not _DIRECT and s.has(r.OUGHT):
        return True
    if s.kind is _INDIRECT and s.has(w.NEED):
        return True
    return holds_any(s.lower, _NEEDING) and _NEED.search(s.lower) is not None


words(
    -4,
    "demand",
    "somebody asks, urges, argues or calls it something",
    t.DEMANDS,
    t.ASKING,
    t.ATTITUDES,
    only=WRITTEN,
)


@feature(-12, v.REACTIONS, t.CALLING, p.STAND, quoted=True)
def reaction(s: Sentence) -> bool:
    """a stand or a reaction rather than a fact"""
    if s.kind is _DIRECT:
        return s.has(p.STAND) and TAKES_A_STAND.search(s.lower) is not None
    if s.has(t.DENYING) and DENIES_THAT.search(s.lower) is not None:
        return False  # what is denied can be looked up
    if s.has(v.REACTIONS):
        return _DECIDED.search(s.lower) is None
    return _CALLED_FOR.search(s.lower) is not None


@feature(-21, MAY_ASK, MAY_CRY)
def question(s: Sentence) -> bool:
    """a question or an exclamation"""
    if s.text.rstrip("\"' ”’").endswith("?"):
        return True
    return s.kind is _DIRECT and not s.is_bare and s.has(MAY_CRY)
