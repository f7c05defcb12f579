"""What tells fact from colour, private life and talk where a newspaper tells or reports it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    WRITTEN,
    feature,
    words,
)
from claimtrack.core.extract.checkworthy.sentence import BY_BODY, BY_DOCUMENT, LOOKING_BACK
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import just_behind
from claimtrack.core.model import ClaimantKind, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DENIES_THAT = expression(
    r"\bden(?:y|ies|ied|ying) (?:that|(?:\w+ ){0,2}\w+ing|(?:\w+ ){1,3}(?:made|took|gave|has|had|was|were|is|are|did|ever))\b"
    r"|\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|dismiss(?:es|ed|ing)) (?:a |an |the |any |all )?"
    r"(?:claim|suggestion|allegation|accusation|charge|idea|notion|report)s? that\b"
)
_DENIES_IT = expression(
    r"\b(?:den|reject|dismiss)\w+ (?:it|that|them|the|those|these|any|all)"
    r"(?: (?:\w+ )?(?:claim|allegation|accusation|charge|suggestion|criticism|finding|wrongdoing)s?)?\.?$"
)
_BARELY_COMPARED = expression(r"\b(?:is|are|was|were) (?:even )?(?:more|less|no more|no less) [\w-]+\.?$")
_YARDSTICK = expression(r"\b(?:than|as|would be|have been) expected\b(?! to\b)")
"""In "more than would be expected by chance" nothing is foretold: it measures what was found."""
_COMING = expression(
    rf" {just_behind('is are')}(?:due|set|scheduled|slated|expected|to)\b"
    r"|begin(?<=\bbegin)s? (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+ \d)"
)
_LARGE = expression(r"[%$£€¥\d](?:(?<=[%$£€¥])|[.,]\d|(?<![\d.,]\d)(?!(?<=1)9\d\d\b|(?<=2)0\d\d\b)\d\d)")
"""A number of three digits or more that is no year, a number with a comma or a point, a share or a sum."""
_NOBODY = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})
_AGED = expression(
    r"\d(?:\d,(?<=[A-Za-z], \d\d,)(?!\d)|(?<=\b\d)\d?-year-old\b"
    r"|\d\b(?<=\baged \d\d)(?! (?:or|and) (?:above|over|older|under|below|younger)\b))"
)
_HAD = expression(r"had (?<=\bhad )(?:\w+ )?\w+(?:ed|en)\b")
_UNANSWERED = expression(
    r"(?:n't(?<=\wn't)|n(?<=\bn)(?:ot|o|ever|othing)|d(?<=\bd)eclined|r(?<=\br)efused|l(?<=\bl)ittle)\b.{0,25}\b(?:comment(?:ed|s)?|respon(?:d|ded|se)|repl(?:y|ied)|answer(?:ed)?"
    r"|sa(?:y|id)|disclosed?|elaborated?|specif(?:y|ied)|provided?|disputed?|publicly|given|reached)\b"
)
_HINGE = expression(
    r"(?:but |and |yet )?(?:not (?:all|every(?:one|body))|that (?:is|was) not|few (?:doubt|expect))\b"
)


_OPENS_HINGE = ("but ", "and ", "yet ", "not ", "that ", "few ")


@feature(-14, t.HE_SHE, only=INDIRECT)
def of_oneself(s: Sentence) -> bool:
    """about whoever says it"""
    return s.begins(t.HE_SHE) and s.source not in _NOBODY  # nobody is "she" to a company


words(-3, "colour", "a place, a time of day, looks or gestures", t.COLOUR, only=WRITTEN)


@feature(-10, t.SCENE, only=OUTLET)
def scene(s: Sentence) -> bool:
    """a scene: gestures, clothes, colours, things, the weather"""
    return s.count(t.SCENE) > 1 or not s.weighs()


@feature(-7, t.SOURCING, only=OUTLET)
def sourcing(s: Sentence) -> bool:
    """about comments, calls, questions and answers"""
    return not s.has_digit


words(-4, "document", "about a document, data or a decision", t.DOCUMENTS, only=OUTLET)


@feature(-8, t.NOT, t.NEGATIONS, only=OUTLET)
def not_so(s: Sentence) -> bool:
    """tells what is not so, without a figure"""
    return not s.has_digit and (s.has(t.NEGATIONS) or s.follows(t.BE, t.NOT))


words(-10, "asking", "somebody is asked, urged or invited", t.ASKING, only=OUTLET)
words(-5, "demand", "somebody wants, demands, urges or calls", t.DEMANDS, only=WRITTEN)
words(-8, "attitude", "an attitude, an argument or a hint", t.ATTITUDES, only=WRITTEN)


@feature(-9, v.SPEECH, only=INDIRECT)
def retold(s: Sentence) -> bool:
    """retells what somebody said"""
    return "told" not in s.bag or s.count(v.SPEECH) > 1


words(15, "denial", "denies something in particular", t.DENYING, found=_DENIES_THAT, only=WRITTEN)
words(-19, "bare_denial", "denies it and tells no more", t.DENYING, found=_DENIES_IT, only=WRITTEN)
words(9, "able", "what can or cannot be done", t.ABLE, only=WRITTEN)


words(13, "document_says", "a document or data say so", BY_DOCUMENT, quoted=True)
words(4, "body_says", "a public body, a company or a group says so", BY_BODY, quoted=True)


@feature(-3, t.SETTING, only=OUTLET)
def setting(s: Sentence) -> bool:
    """begins with a preposition: in, at, after, with"""
    return s.begins(t.SETTING)


@feature(-4, v.DIGITS, only=OUTLET)
def small_figure(s: Sentence) -> bool:
    """no figure but a small one: an age, a day, an hour"""
    return not (s.has(v.LARGE_NUMBERS) or s.has(v.SHARES) or s.has(v.FRACTIONS) or _LARGE.search(s.text))


@feature(-19, v.DIGITS, only=OUTLET)
def aged(s: Sentence) -> bool:
    """tells somebody's age"""
    return _AGED.search(s.text) is not None and not s.has(t.COURTROOM)


words(1, "few", "a small number in words: one to six", t.FEW, quoted=True)


@feature(-2, t.ONE_AND_YOU, t.MODALS, only=SPOKEN, quoted=True)
def personal(s: Sentence) -> bool:
    """personal: says I or you, may or must, good or bad"""
    return s.has(t.ONE_AND_YOU) + s.has(t.MODALS) + s.has(t.VALUES) > 1


@feature(2, *LOOKING_BACK, only=SPOKEN, quoted=True)
def named_deed(s: Sentence) -> bool:
    """what somebody named did"""
    return s.names_somebody()


words(
    -9,
    "longing",
    "words such as want, fear, think, seem or like",
    t.WANTING,
    t.MIND,
    only=SPOKEN,
    quoted=True,
)


@feature(4, t.OTHERS, only=SPOKEN, quoted=True)
def third_person(s: Sentence) -> bool:
    """begins with he, she, they, the or there"""
    return s.begins(t.OTHERS)


words(3, "showing", "tells what something shows, lists or holds", t.SHOWING, only=WRITTEN)
words(3, "joint", "joined by and or which", t.JOINTS, only=WRITTEN)
words(1, "inner_that", "with that inside what is reported", t.THAT, only=INDIRECT)
words(4, "under", "under something: a law, a plan, an age", t.UNDER)
words(5, "cause", "a cause perhaps: because, due, led, linked", t.CAUSES, only=WRITTEN)
words(3, "body", "about a public body, a company or a place", t.BODIES)


@feature(-13, t.EXPECTING, r.COMING)
def expected(s: Sentence) -> bool:
    """what is expected, or a date to come"""
    if s.has(t.EXPECTING) and _YARDSTICK.search(s.lower) is None:
        return True
    return s.kind is Kind.OUTLET and _COMING.search(s.lower) is not None


words(-2, "anybody", "about everybody, somebody or nobody", t.NOBODY, quoted=True)


@feature(-8, t.HINGES, t.MAY_TURN, only=WRITTEN)
def turning(s: Sentence) -> bool:
    """words that lead over: another, further, remains"""
    low = s.lower
    if s.has(t.HINGES) or (low.startswith(_OPENS_HINGE) and _HINGE.match(low) is not None):
        return True
    compares = "more " in low or "less " in low
    return compares and not s.has_digit and _BARELY_COMPARED.search(low) is not None


words(-4, "possessed", "says his or her", t.HIS_HER, only=WRITTEN)
words(5, "had_been", "what had happened before", t.HAD, found=_HAD, only=INDIRECT)
words(
    -11, "says_nothing", "tells that somebody does not answer", t.ANSWERING, found=_UNANSWERED, only=WRITTEN
)
