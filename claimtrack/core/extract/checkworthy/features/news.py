"""What only a news text tells: that the outlet, or somebody it reports, states a thing as fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, OUTLET, WRITTEN, feature, words
from claimtrack.core.extract.checkworthy.sentence import ANY, PLAN
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import just_behind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_NO_COMMENT = expression(
    r"\b(?:declined to|refused to|(?:not|\w+n't) (?:\w+ )?(?:respond(?:ed)?(?! to (?:distress|emergency))|reply|replied)|for comment|could not be reached"
    r"|(?:did|has|have|had|would|will)(?: not|n't) (?:\w+ )?(?:say|said|give|given|disclosed?|revealed?|specify|specified|elaborated?|named?)"
    r"|remains? unclear)\b"
)
_CALLED_FOR = expression(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|warn(?:s|ed) of|fear(?:s|ed)? (?:the|for)|appeal(?:ed|ing) (?:for|to(?! the [a-z ]{0,20}court))|hit (?:out|back)|stood by) "
)
"""Not "has appealed", which whoever lost in court does."""
_DECIDED = expression(
    r"\b(?:courts?|judges?|jury|tribunal|parliament|council|councillors|senate|voters)\b(?! (?:leader|speaker|president|spokes))[^,;]{0,12}\b(?:rejected|dismissed)\b(?![^,;]* as )"
    r"|\b(?:was|were|been) (?:rejected|dismissed)\b(?! as\b)|\b(?:appeal|application|claim|request)s? (?:rejected|dismissed)\b"
)
"""Where something is turned down by whoever decides, or somebody is sacked."""
_PROSPECT = expression(r"ould(?<=\b[wc]ould)\b(?! have| not\b)")
_VERDICT = expression(
    f"ed{just_behind('describ brand dubb labell label call', 'ed')}"
    r"\b[^.]{0,60}?(?:\bas |[\"'“‘]\w)"
)
_ABOUT_THE_TEXT = expression(
    r"\bconditions? of anonymity\b|\bnot to be (?:named|identified|quoted)\b|\bedited for\b"
    r"|\b(?:interview|conversation|transcript) (?:was|has been) (?:\w+ )?(?:shortened|edited|condensed|translated)\b"
    r"|\b(?:spoke|talked) (?:to|with) (?:us|him|her|them)\b|\bthe \w+ (?:spoke|talked) (?:to|with)\b"
    r"|\bcontributed (?:to this (?:report|story|article)|reporting)\b|\badditional reporting by\b"
    r"|\ball rights reserved\b|\bcopyright (?:©|\d)"
    r"|\bthis (?:story|article|report|page) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected|amended)\b"
)


words(2, "outlet_says", "the outlet says so itself", ANY, only=OUTLET)


@feature(3, only=WRITTEN)
def stated_as_fact(s: Sentence) -> bool:
    """reported as fact"""
    return not (s.is_plan or s.has(v.IF))


words(-11, "reported_plan", "a reported plan, which nobody can check yet", PLAN, only=WRITTEN)


@feature(-13, v.FEELINGS, only=WRITTEN)
def mood(s: Sentence) -> bool:
    """a mood, a wish or a manner"""
    return not s.has_digit


words(-6, "verdict", "somebody's verdict in his own words", t.CALLED, found=_VERDICT, only=WRITTEN)
words(
    -18,
    "about_the_text",
    "about the article and its sources",
    v.ABOUT_THE_TEXT,
    found=_ABOUT_THE_TEXT,
    only=OUTLET,
)


@feature(-14, v.WOULD, v.CAN, only=INDIRECT)
def reported_prospect(s: Sentence) -> bool:
    """a reported prospect"""
    return not s.is_plan and _PROSPECT.search(s.lower) is not None


@feature(-11, v.REACTIONS, t.CALLING, only=WRITTEN)
def reaction(s: Sentence) -> bool:
    """somebody's reaction rather than a fact"""
    if s.has(v.REACTIONS):
        return _DECIDED.search(s.lower) is None
    return _CALLED_FOR.search(s.lower) is not None


words(-13, "no_comment", "tells that somebody said nothing", v.SILENCE, found=_NO_COMMENT, only=WRITTEN)
