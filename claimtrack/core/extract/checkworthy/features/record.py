"""What somewhere a record tells: rules, papers, what was found, what somebody is accused of or denies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import spoken as p
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.registry import SPOKEN, WRITTEN, feature, words
from claimtrack.core.extract.checkworthy.sentence import BY_BODY, BY_DOCUMENT
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

_BE_DONE = r" (?:not |only )?(?:be )?\w+ "
_MUST = expression(
    r"m(?<=\bm)ust\b|h(?<=\bh)a(?:s|ve) to\b|n(?<=\bn)eeds? to\b|r(?<=\br)equired to\b"
    rf"|m(?<=\bm)ay (?:(?:not|only) (?:be )?(?!have\b|be\b|yet\b)\w+|be \w+(?:ed|en)\b)|c(?<=\bc)an{_BE_DONE}"
)
_TERMS = expression(
    r"will(?<=\bwill) (?:\w+ )?(?:allow|require|include|exclude|apply|take effect|cover|affect|ban|bar|limit|receive|pay|cost|fund)\b"
)
_IN_WRITING = expression(
    r"\b(?:messages|texts|warnings|requests?|in writing)\b|\b(?:the|its|their|council|board) minutes\b|\bminutes (?:of (?:the|a|its|their) (?!hour|game|match|day)|show|record)"
    r"|\bcalls\b(?! (?:it|this|that|him|her|them|me|us|himself|herself|itself|a|an|the|on|for (?!help))\b| [\"“‘'])"
)
"""No minutes that pass, and nothing that somebody calls so."""
_IT_DOES = expression(r"(?:and |but )?it(?! was\b| is\b)(?:'ll\b|[ ,])")
_TOLD_TO = expression(
    r"\b(?!asked to (?:call|contact|come forward)\b)(?:told|asked|ordered|instructed|forced|made) (?:\w+ )?to (?!(?:him|her|them|me|us|the|an?)\b)|\basked for\b"
)
_CAUSE = expression(
    r"\b(?:because|caus(?:es|ed)|owing|linked|stems|(?:led|leads?) to)\b"
    r"|\bdue to (?!(?:appear|arrive|be|begin|close|come|decide|end|expire|face|finish|give|go|hear|hold|leave|make|meet|open|pay|play|publish|receive|report"
    r"|return|run|sign|speak|stand|start|take|visit|vote)\b)"
)
"""Not "Moor led in two counties", "is due on Monday", "are due to meet the board"."""
_CALLED = expression(
    r"\b(?:also|best|better|commonly|formerly|long|well)[ -]known\b|\bknown (?:as|for)\b|\bburied (?:in|at|on)\b"
)
_THERE_IS_NONE = expression(
    r"(?:and |but )?no [a-z]|.*\bthere(?:'s| (?:is|are|was|were|has been|have been|had been)) (?:no|not|nothing)\b"
)
_DOES_NOT = expression(r"\b(?:does|do)(?: not|n't)\b")
_OF_THE_MIND = "know|think|want|believe|like|need|understand|have to|care|feel|see"
_DENIED = expression(
    rf"\b(?:did|was|were|has|have|had)(?: not|n't)\b(?! (?:{_OF_THE_MIND}))"
    rf"|\bwe (?:do|are)(?: not|n't)\b(?! (?:\w+ly )?(?:{_OF_THE_MIND}|expect|mean|going|about|enough|sure))"
    rf"|\b(?:i|we|he|she|they) (?:ha(?:s|ve) )?never (?!{_OF_THE_MIND})"
)
_NOTHING = expression(
    r"\b(?:there (?:is|are|was|were|has been|have been)|there's|ha(?:s|ve|d)|with|made|got|saw|found) (?:absolutely |been )?no(?:thing)?\b"
    r"|\bnothing to do with\b|\bno (?:indication|evidence|sign|proof|ban|link|connection|contact|role|record)\b"
)
_NOT_ONE = expression(r"(?:no(?<=\bno)(?: such|t (?:a single|one))|any such)\b")
DENIES_THAT = expression(
    r"\bden(?:y|ies|ied|ying) (?:that|(?:\w+ ){0,2}(?!wrongdoing)\w+ing|(?:\w+ ){1,3}(?:made|took|gave|has|had|was|were|is|are|did|ever))\b"
    r"|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)) (?:a |an |the |any |all )?"
    r"(?:claim|suggestion|allegation|accusation|charge|idea|notion|report)s? that\b"
    r"|\bden(?:y|ies|ied|ying) (?:any|all|a|an|the) (?!(?:of \w+ )?(?:\w+ )?(?:claim|allegation|accusation|charge|suggestion|criticism|finding|report|wrongdoing|role|part|involvement|responsibility|knowledge)s?\b)\w"
)
"""What is denied is told: a clause, or a thing: "denied any delay"."""
_DENIES_IT = expression(
    r"\b(?:den|reject|dismiss)\w+ (?:it|that|them|the|those|these|any|all)"
    r"(?: (?:\w+ )?(?:claim|allegation|accusation|charge|suggestion|criticism|finding|wrongdoing)s?)?\.?$"
)


@feature(4, t.UNDER, r.RULES, w.WILL)
def rules(s: Sentence) -> bool:
    """a law, a contract, a rule, or under what"""
    if s.has(t.UNDER) or s.has(r.RULES):
        return True
    return s.kind is _OUTLET and s.has(w.WILL) and _TERMS.search(s.lower) is not None


@feature(4, r.RULING, r.ONE_MUST)
def ruling(s: Sentence) -> bool:
    """what is required, allowed, limited or possible"""
    return s.has(r.RULING) or (s.kind is _OUTLET and _MUST.search(s.lower) is not None)


words(9, "able", "what can or cannot be done", t.ABLE, only=WRITTEN)


@feature(3, r.WRITTEN_DOWN, r.RESEARCH, r.SCHEMES)
def paper(s: Sentence) -> bool:
    """a document, a study, a plan or a bill"""
    return s.has(r.WRITTEN_DOWN) or s.kind is not _DIRECT


words(9, "calls", "calls, messages, warnings, requests or minutes", r.CALLS, found=_IN_WRITING, quoted=True)


words(14, "document_says", "a document or data say so", BY_DOCUMENT, quoted=True)
words(4, "body_says", "a public body, a company or a group says so", BY_BODY, quoted=True)


@feature(5, r.WORKINGS, t.SHOWING, r.IT)
def workings(s: Sentence) -> bool:
    """what something does, uses or shows"""
    if s.has(r.WORKINGS):
        return True
    if s.is_bare:
        return False
    return s.has(t.SHOWING) or _IT_DOES.match(s.lower) is not None


words(8, "holding", "what it includes or measures", w.HOLDING, quoted=True)


@feature(9, r.ACCUSING, r.MISDEEDS, r.KNOWING, quoted=True)
def accusing(s: Sentence) -> bool:
    """an accusation, a failure, or what somebody knew"""
    if s.quoted and "fail" in s.lower:
        return False  # whoever talks calls a failure what he does not like
    return _CALLED.search(s.lower) is None


@feature(7, r.TOLD, r.CARRYING_OUT)
def told_to(s: Sentence) -> bool:
    """somebody was told, asked or ordered"""
    return s.has(r.TOLD) or (not s.is_bare and _TOLD_TO.search(s.lower) is not None)


@feature(7, issues.NOT_DONE, v.NEVER, w.NEVER_OR_NOT, r.NO, p.NOTHING, r.THERE, r.DOES)
def not_done(s: Sentence) -> bool:
    """what is not so, or never happened"""
    if s.has(v.NEVER):
        return True
    if s.kind is _DIRECT and s.has(issues.NOT_DONE):
        return True
    if s.is_bare:
        return False
    if s.kind is not _OUTLET and s.has(p.NOTHING) and _NOTHING.search(s.lower) is not None:
        return True
    if s.kind is _DIRECT and s.has(w.NEVER_OR_NOT) and _DENIED.search(s.lower) is not None:
        return True
    if (s.has(r.NO) or s.has(r.THERE)) and _THERE_IS_NONE.match(s.lower) is not None:
        return True
    return s.kind is not _DIRECT and s.has(r.DOES) and _DOES_NOT.search(s.lower) is not None


words(15, "not_one", "says there was not one, or no such thing", r.SUCH_OR_ONE, found=_NOT_ONE)
words(3, "universal", "never, always, every, any or no", v.UNIVERSALS)
words(6, "denial", "denies something in particular", t.DENYING, found=DENIES_THAT, only=WRITTEN)
words(-15, "bare_denial", "denies it and tells no more", t.DENYING, found=_DENIES_IT, only=WRITTEN)


@feature(8, issues.STANDS, issues.MY, issues.HOLDS, issues.BACKING)
def stand(s: Sentence) -> bool:
    """somebody's stand, support or record in office"""
    if not s.is_bare:
        return False
    if s.follows(issues.SPEAKERS, issues.STANDS) or s.follows(issues.MY, issues.OWN_OFFICE):
        return True
    return s.kind is _DIRECT and (s.has(issues.BACKING) or s.follows(issues.PERSONS, issues.HOLDS))


words(6, "speech", "what somebody said, wrote or promised", v.SPEECH, only=SPOKEN)
words(8, "against", "against somebody or something", v.AGAINST)
words(10, "fact", "calls it a fact", issues.FACT, only=SPOKEN)
words(7, "cause", "a cause", t.CAUSES, found=_CAUSE, quoted=True)
words(8, "also", "one fact more", w.ALSO, quoted=True)
