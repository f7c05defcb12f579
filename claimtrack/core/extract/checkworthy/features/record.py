"""Is it on record? Rules, documents, findings, accusations and denials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.person import DENYING
from claimtrack.core.extract.checkworthy.features.plan import SPEAKERS
from claimtrack.core.extract.checkworthy.features.registry import SPOKEN, WRITTEN, feature, word_feature
from claimtrack.core.extract.checkworthy.sentence import BY_BODY, BY_DOCUMENT, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import words_of
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
"""Not minutes as a unit of time, nor a metaphorical use."""
_IT_DOES = expression(r"(?:and |but )?it(?! was\b| is\b)(?:'ll\b|[ ,])")
_TOLD_TO = expression(
    r"\b(?!asked to (?:call|contact|come forward)\b)(?:told|asked|ordered|instructed|forced|made) (?:\w+ )?to (?!(?:him|her|them|me|us|the|an?)\b)|\basked for\b"
)
_CAUSE = expression(
    r"\b(?:because|caus(?:es|ed)|owing|linked|stems|(?:led|leads?) to)\b"
    r"|\bdue to (?!(?:appear|arrive|be|begin|close|come|decide|end|expire|face|finish|give|go|hear|hold|leave|make|meet|open|pay|play|publish|receive|report"
    r"|return|run|sign|speak|stand|start|take|visit|vote)\b)"
)
"""Causes, not "Moor led in two counties", "is due on Monday", "are due to meet the board"."""
_CALLED = expression(
    r"\b(?:(?:also|best|better|commonly|formerly|long|well)[ -]known|known (?:as|for)|buried (?:in|at|on))\b"
)
_THERE_IS_NONE = expression(
    r"(?:and |but )?no [a-z]|.*\bthere(?:'s| (?:is|are|was|were|has been|have been|had been)) (?:no|not|nothing)\b"
)
_DOES_NOT = expression(r"\b(?:does|do)(?: not|n't)\b")
_OF_THE_MIND = "know|think|want|believe|like|need|understand|have to|care|feel|see"
_DENIED = expression(
    rf"\b(?:(?:did|was|were|has|have|had)(?: not|n't)\b(?! (?:{_OF_THE_MIND}))"
    rf"|we (?:do|are)(?: not|n't)\b(?! (?:\w+ly )?(?:{_OF_THE_MIND}|expect|mean|going|about|enough|sure))"
    rf"|(?:i|we|he|she|they) (?:ha(?:s|ve) )?never (?!{_OF_THE_MIND}))"
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
"""A denial that says what is denied: a clause or a thing: "denied any delay"."""
_DENIES_IT = expression(
    r"\b(?:den|reject|dismiss)\w+ (?:it|that|them|the|those|these|any|all)"
    r"(?: (?:\w+ )?(?:claim|allegation|accusation|charge|suggestion|criticism|finding|wrongdoing)s?)?\.?$"
)


_RULES = word_class(
    "law+s act+s statute+s rule+s regulation+s code permit+s licence+s license+s+ing contract+s agreement "
    "treaty constitution directive+s bylaw+s by-law ordinance+s standard+s guideline+s clause section "
    "article charter lease warrant mandate"
)
_UNDER = word_class("under")
_WILL = word_class("will")


@feature(4, _UNDER, _RULES, _WILL)
def rules(s: Sentence) -> bool:
    """a law, a contract or a rule, or what falls under one"""
    if s.has(_UNDER) or s.has(_RULES):
        return True
    return s.kind is _OUTLET and s.has(_WILL) and _TERMS.search(s.lower) is not None


_RULING = word_class(
    "require+s+ed allow+s+ed permit+s+ed bar+s+ed forbid+s forbidden prohibit+s+ed oblige+s+ed entitle+s+ed "
    "exempt+s+ed apply+s cap+s capped limit+s+ed restrict+s+ed must shall mandatory compulsory illegal legal "
    "unlawful lawful eligible"
)


@feature(4, _RULING, words_of("must has have need needs required may can"))
def ruling(s: Sentence) -> bool:
    """what is required, allowed, limited or possible"""
    return s.has(_RULING) or (s.kind is _OUTLET and _MUST.search(s.lower) is not None)


word_feature(9, "able", "what can or cannot be done", words_of("can can't cannot"), only=WRITTEN)


_WRITTEN_DOWN = word_class(
    "writing written wrote letter+s email+s e-mail+s memo+s notified notice+s logged signed signature+s "
    "petition complaint+s applied application+s invoice+s receipt+s logbook diary"
)
_RESEARCH = word_class(
    "study studies data survey surveys figures record records register registers review audit audits census "
    "poll polls sample samples test tests tested trial trials measured measurements readings analysis "
    "research statistics inspection inspections inquiry autopsy forensic satellite footage"
)
SCHEMES = word_class(
    "plan+s draft+s proposal+s bill+s scheme+s project+s motion+s amendment+s budget blueprint"
)


@feature(3, _WRITTEN_DOWN, _RESEARCH, SCHEMES)
def paper(s: Sentence) -> bool:
    """a document, a study, a plan or a bill"""
    return s.has(_WRITTEN_DOWN) or s.kind is not _DIRECT


_CALLS = word_class("calls messages texts warnings requests request writing written minutes")
word_feature(
    9, "calls", "calls, messages, warnings, requests or minutes", _CALLS, found=_IN_WRITING, quoted=True
)


word_feature(14, "document_says", "a document or data say so", BY_DOCUMENT, quoted=True)
word_feature(4, "body_says", "a public body, a company or a group says so", BY_BODY, quoted=True)


WORKINGS = word_class(
    "used using uses carries carry runs holds hold contains contain consists serves serve employs employ "
    "owns own owned supplies supply produces produce covers cover belongs belong includes include including "
    "operates operate handles houses generates accounts amounts makes processes feeds powers"
)
"""Words for how things are and work."""
_ITS_OWN = expression(r"(?:\b(?:her|his|its|my|our|their|your)|'s|s') (?:very )?own\b")
_SHOWING = word_class(
    "cites cited lists listed shows showed contains contained includes included specifies states stated finds found "
    "concluded concludes estimates estimated reveals revealed names named"
)


@feature(5, WORKINGS, _SHOWING, words_of("it it'll"))
def workings(s: Sentence) -> bool:
    """what something does, uses or shows"""
    if s.is_bare:
        return s.has(WORKINGS)
    if s.count(WORKINGS) > ("own" in s.bag and _ITS_OWN.search(s.lower) is not None):
        return True
    return s.has(_SHOWING) or _IT_DOES.match(s.lower) is not None


_HOLDING = word_class(
    "include includes including included contains contain consists comprises comprise equipped weighs"
)
_FEATURING = word_class("features measures")
_FEATURES_WHAT = expression(
    r"\b(?:features|measures) (?:(?:about|almost|around|just|nearly|only|over|roughly|some) )?(?:an?\b|its\b|the\b|\d|two\b|three\b|four\b|five\b|six\b)"
)
"""The verbs: not "new features", nor "measures to cut costs"."""


@feature(8, _HOLDING, _FEATURING, quoted=True)
def holding(s: Sentence) -> bool:
    """what something includes or measures"""
    return s.has(_HOLDING) or _FEATURES_WHAT.search(s.lower) is not None


ACCUSING = word_class(
    "accuse accuses accused accusing blame blames blamed blaming allege alleges alleged alleging accusation accusations"
)
MISDEEDS = word_class(
    "ignored hid hidden concealed lied lying falsified forged faked cheated stole stolen diverted misled "
    "misleading failed failing refused refusing breached backdated altered deleted shredded doctored "
    "inflated bribe bribed bribes pocketed overcharged withheld tampered rigged looted siphoned kickbacks "
    "leaked buried"
)
_KNOWING = word_class("knew known knows aware unaware knowing knowingly knowledge")


@feature(9, ACCUSING, MISDEEDS, _KNOWING, quoted=True)
def accusing(s: Sentence) -> bool:
    """an accusation, a failure, or what somebody knew"""
    if s.quoted and "fail" in s.lower:
        return False  # in casual speech, "failure" expresses dislike
    return _CALLED.search(s.lower) is None


_TOLD = word_class("told")


@feature(7, _TOLD, words_of("told asked ordered instructed forced made"))
def told_to(s: Sentence) -> bool:
    """somebody was told, asked or ordered"""
    return s.has(_TOLD) or (not s.is_bare and _TOLD_TO.search(s.lower) is not None)


_NOT_DONE = word_class("didn't doesn't hasn't haven't wasn't weren't isn't aren't hadn't")
_NO = word_class("no none neither nor never without nothing nowhere")
_THERE = word_class("there there's")
_DOES = word_class("does do doesn't")
_NOTHING_WORDS = word_class("no nothing")
_NEVER_OR_NOT = word_class("never not didn't hasn't haven't hadn't wasn't weren't don't aren't")


@feature(7, _NOT_DONE, v.NEVER, _NEVER_OR_NOT, _NO, _NOTHING_WORDS, _THERE, _DOES)
def not_done(s: Sentence) -> bool:
    """what is not the case, or never happened"""
    if s.has(v.NEVER):
        return True
    if s.kind is _DIRECT and s.has(_NOT_DONE):
        return True
    if s.is_bare:
        return False
    if s.kind is not _OUTLET and s.has(_NOTHING_WORDS) and _NOTHING.search(s.lower) is not None:
        return True
    if s.kind is _DIRECT and s.has(_NEVER_OR_NOT) and _DENIED.search(s.lower) is not None:
        return True
    if (s.has(_NO) or s.has(_THERE)) and _THERE_IS_NONE.match(s.lower) is not None:
        return True
    return s.kind is not _DIRECT and s.has(_DOES) and _DOES_NOT.search(s.lower) is not None


word_feature(
    15, "not_one", "says that there was none, or no such thing", words_of("such single one"), found=_NOT_ONE
)
word_feature(3, "universal", "never, always, every, any or no", v.UNIVERSALS)
word_feature(6, "denial", "denies something specific", DENYING, found=DENIES_THAT, only=WRITTEN)
word_feature(-15, "bare_denial", "denies it and says no more", DENYING, found=_DENIES_IT, only=WRITTEN)


_BACKING = word_class(
    "support+s+ed+ing favor+s+ed favour+s+ed endorse+s+ed backed backs advocated advocates sponsor+s+ed"
)
_STANDS = word_class(
    "support supported oppose opposed favor favored favour favoured voted vote signed vetoed introduced proposed "
    "passed endorsed sponsored cosponsored co-sponsored authored fought balanced"
)
_PERSONS = word_class("he she they opponent democrats republicans")
_HOLDS = word_class(
    "wants want says say supports opposes thinks believes claims refuses proposes doesn't would favors favours "
    "voted calls argues admits promises"
)
_MY = word_class("my")
_OWN_OFFICE = word_class("state administration record tenure campaign government cabinet city home")


@feature(8, _STANDS, _MY, _HOLDS, _BACKING)
def stand(s: Sentence) -> bool:
    """somebody's position, support or record in office"""
    if not s.is_bare:
        return False
    if s.follows(SPEAKERS, _STANDS) or s.follows(_MY, _OWN_OFFICE):
        return True
    return s.kind is _DIRECT and (s.has(_BACKING) or s.follows(_PERSONS, _HOLDS))


word_feature(6, "speech", "what somebody said, wrote or promised", v.SPEECH, only=SPOKEN)
word_feature(8, "against", "against somebody or something", v.AGAINST)
word_feature(10, "fact", "calls it a fact", words_of("fact facts"), only=SPOKEN)
_CAUSES = word_class("because causes caused due owing led leads linked stems")
word_feature(7, "cause", "a cause", _CAUSES, found=_CAUSE, quoted=True)
word_feature(8, "also", "an additional fact", words_of("also"), quoted=True)
