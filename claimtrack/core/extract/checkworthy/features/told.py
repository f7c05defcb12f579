"""What tells an accusation, a record or a rule from talk, in the words that news quotes or retells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    TOLD,
    WRITTEN,
    feature,
    words,
)
from claimtrack.core.extract.checkworthy.sentence import ANY, PLAN
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_IT_DOES = expression(r"(?:and |but )?it(?! was\b| is\b)(?:'ll\b|[ ,])")
_THERE_IS_NONE = expression(
    r"(?:and |but )?no [a-z]|.*\bthere(?:'s| (?:is|are|was|were|has been|have been|had been)) (?:no|not|nothing)\b"
)
_DOES_NOT = expression(r"\b(?:does|do)(?: not|n't)\b")
_TOLD_TO = expression(
    r"\b(?!asked to (?:call|contact|come forward)\b)(?:told|asked|ordered|instructed|forced|made) (?:\w+ )?to (?!(?:him|her|them|me|us|the|an?)\b)|\basked for\b"
)
_ORDINAL = expression(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?!quarter|half|district|of\b|world|time|circuit|amendment|street"
    r"|avenue|floor|party|person|and\b)[a-z]+"
)
_HAVE = expression(r"\bwe(?:'ve got| have| had)\b(?! to\b)")
_BE_DONE = r" (?:not |only )?(?:be )?\w+ "
_MUST = expression(
    r"m(?<=\bm)ust\b|h(?<=\bh)a(?:s|ve) to\b|n(?<=\bn)eeds? to\b|r(?<=\br)equired to\b"
    rf"|m(?<=\bm)ay (?:(?:not|only) (?:be )?(?!have\b|be\b|yet\b)\w+|be \w+(?:ed|en)\b)|c(?<=\bc)an{_BE_DONE}"
)
_THIS = expression(
    r"this (?<=\bthis )(?!year|month|week|morning|afternoon|evening|spring|summer|autumn|winter|fall)"
)
_SO_LONG = expression(r"\bi(?:'ve|'d|'m| have| was| had| am)?\b.*\b(?:years|months|weeks|nights)\b")
_EXACT = expression(r"\d,\d{3}|\d\.\d")
_RIGHT_OR_WRONG = expression(
    r"w(?<=\bw)rong\b|r(?<=\br)ight\b(?<!far right)(?<!extreme right)(?<!hard right)(?<!\(right)"
    r"(?! (?:now|here|there|away|after|before|into|down|up|on|side|section|hand|wing|arm|leg|foot|eye|ankle|knee|shoulder|back)\b)"
)
"""Not "right now", and neither the far right nor a right hand."""
_IN_WRITING = expression(
    r"\b(?:messages|texts|warnings|requests?|writing|written)\b|\b(?:the|its|their|council|board) minutes\b|\bminutes (?:of (?:the|a|its|their) (?!hour|game|match|day)|show|record)"
    r"|\bcalls\b(?! (?:it|this|that|him|her|them|me|us|himself|herself|itself|a|an|the|on|for (?!help))\b| [\"“‘'])"
)
"""No minutes that pass, and nothing that somebody calls so."""
_LONG = 25

# An accusation of a deed, and what there is a record of
words(8, "stated", "what somebody states", ANY, only=INDIRECT)
words(7, "knew", "what somebody knew", r.KNOWING, quoted=True)
words(
    4,
    "public_deed",
    "what somebody did in public: joined, met, agreed, resigned",
    r.PUBLIC_DEEDS,
    only=INDIRECT,
)
words(4, "measuring", "what was measured, counted or tested", r.MEASURING, quoted=True)
words(
    7,
    "calls",
    "calls, messages, warnings, minutes, what is in writing",
    r.CALLS,
    found=_IN_WRITING,
    quoted=True,
)
words(5, "in_court", "about a court, a trial or a hearing", r.COURTS, only=OUTLET)
words(5, "many", "a number in words, and no small one", r.MANY, quoted=True)
words(
    7, "right_or_wrong", "about what is right or wrong", r.RIGHT_OR_WRONG, found=_RIGHT_OR_WRONG, quoted=True
)
words(3, "inside", "in some place or time", r.IN, quoted=True)
words(4, "done_by", "by somebody, or by so much", r.BY, only=OUTLET)
words(6, "afterwards", "after something", r.AFTER, only=OUTLET)
words(6, "told_to", "somebody was told, asked or made to do it", r.CARRYING_OUT, found=_TOLD_TO, quoted=True)


@feature(8, r.EARLIER, r.ORDINALS, quoted=True)
def earlier(s: Sentence) -> bool:
    """a previous one, or one that is counted: the second, the third"""
    return s.has(r.EARLIER) or _ORDINAL.search(s.lower) is not None


@feature(5, r.IT, quoted=True)
def it_does(s: Sentence) -> bool:
    """what it does: a body or a thing named before"""
    return _IT_DOES.match(s.lower) is not None


@feature(7, r.NO, r.THERE, quoted=True)
def there_is_none(s: Sentence) -> bool:
    """that there is none"""
    return _THERE_IS_NONE.match(s.lower) is not None


words(6, "does_not", "what it does not do", r.DOES, found=_DOES_NOT, only=WRITTEN)
words(4, "we_have", "what we have", r.WE, found=_HAVE, only=SPOKEN, quoted=True)


@feature(17, t.UNDER, only=OUTLET)
def begins_under(s: Sentence) -> bool:
    """begins with under: a law, a plan"""
    return s.begins(t.UNDER)


words(9, "one_must", "what one must or may do", r.ONE_MUST, found=_MUST, only=OUTLET)


@feature(8, v.DIGITS, only=OUTLET)
def precise(s: Sentence) -> bool:
    """a figure with a comma or a point"""
    return _EXACT.search(s.text) is not None


# Talk, prospects, what is told too often to be news
words(-8, "judgement", "a word of a verdict: reckless, absurd, safe", t.VERDICTS, quoted=True)
words(-5, "plan_told", "a plan or a threat, in somebody's words", PLAN, only=SPOKEN, quoted=True)
words(-10, "told_prospect", "what somebody says would or might be", v.WOULD, only=INDIRECT)
words(-9, "vote_told", "a vote or a decision, as somebody tells it", r.VOTES, only=INDIRECT)
words(-14, "spending", "what was spent", r.SPENT, only=WRITTEN)
words(-1, "the_government", "about the government at large", r.GOVERNMENT, only=TOLD, quoted=True)
words(-9, "markets", "what markets think", r.MARKETS, only=SPOKEN, quoted=True)
words(-6, "as_in_talk", "as in talk: I've, I'd, don't", r.AS_IN_TALK, only=SPOKEN, quoted=True)
words(-10, "looking", "looks or reads", r.LOOKS, quoted=True)
words(-11, "at_first", "first, which need be no record", r.FIRST, only=TOLD, quoted=True)
words(-6, "now_told", "now, as somebody tells it", r.NOW, quoted=True)


@feature(-9, v.LARGE_NUMBERS, only=INDIRECT)
def so_many_million(s: Sentence) -> bool:
    """so many million, which is a figure already"""
    return s.has_digit


words(
    -19,
    "so_long",
    "for how long the speaker has done it",
    r.SPEAKER,
    found=_SO_LONG,
    only=SPOKEN,
    quoted=True,
)
words(-6, "this", "says this, of something told before", r.THIS, found=_THIS, only=WRITTEN)


@feature(-10, r.SOME, only=OUTLET)
def begins_some(s: Sentence) -> bool:
    """begins with some, others, more or for"""
    return s.begins(r.SOME)


@feature(-3, only=INDIRECT)
def long_told(s: Sentence) -> bool:
    """more than one thing told in a long sentence"""
    return len(s.words) > _LONG
