"""Is it about the newspaper and its work, or part of the page around the article?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    WRITTEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.sentence import MAY_LEAD, UNENDED, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import contains_any
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_NO_COMMENT = expression(
    r"(?:(?:\bnot|n't(?<=\wn't)) (?:(?:\w+ )?(?:respond(?:ed)?(?! to (?:distress|emergency))|reply|replied)"
    r"|return(?:ed)? (?:\w+ ){0,3}(?:calls?|e-?mails?|messages?))"
    r"|\b(?:declined to|refused to|for comment|could not be reached"
    r"|(?:did|has|have|had|would|will)(?: not|n't) (?:\w+ )?(?:say|said|give|given|disclosed?|revealed?|specify|specified|elaborated?|named?)"
    r"|remains? unclear"
    r"|(?<!emergency )(?<!distress )(?:calls?|e-?mails?|messages?|questions) (?!that |for (?!comment)|(?:to|from) (?:the )?(?:emergency|ambulance|police|fire|911|999|(?:\w+ )?(?:help|hot)?line)\b)[^.;:]{0,60}?"
    r"(?:un|(?:not|n't) (?:been )?)(?:answered|returned)(?! (?:for|within) )"
    r"|(?:attempts?|efforts?) to (?:contact|speak|reach (?!an? |agreement|peace|the (?:summit|top|trapped))|(?:get|obtain|seek) (?:\w+ )?(?:answer|comment|reaction|reply|response|statement)s?)\b[^.;:\d]{0,60}?"
    r" (?:unsuccessful|futile|failed|abortive|in vain)(?! in \d)))\b"
)
_UNANSWERED = expression(
    r"(?:n't(?<=\wn't)|n(?<=\bn)(?:ot|o|ever|othing)|d(?<=\bd)eclined|r(?<=\br)efused|l(?<=\bl)ittle)\b.{0,25}\b(?:comment(?:ed|s)?|respon(?:d|ded|se)|repl(?:y|ied)|answer(?:ed)?"
    r"|sa(?:y|id)|disclosed?|elaborated?|specif(?:y|ied)|provided?|disputed?|publicly|given|reached)\b"
)
_PRESSED = expression(
    r"\bpress(?: (?:forward|ahead|on|a case)|(?: \w+)? charges)\b|\b(?:left|leave|entered|took up|quit|lost) (?:that|the|his|her|their) post\b|\bpost offices?\b"
)
"""Phrases about pressing charges, and posts that are offices."""
_ABOUT_THE_TEXT = expression(
    r"\b(?:conditions? of anonymity\b|not to be (?:named|identified|quoted)\b|edited for\b"
    r"|(?:interview|conversation|transcript) (?:was|has been) (?:\w+ )?(?:shortened|edited|condensed|translated)\b"
    r"|(?:spoke|talked) (?:to|with) (?:us|him|her|them)\b|the \w+ (?:spoke|talked) (?:to|with)\b"
    r"|contributed (?:to this (?:report|story|article)|reporting)\b|additional reporting by\b"
    r"|all rights reserved\b|copyright (?:©|\d)"
    r"|this (?:story|article|report|page) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected|amended)\b)"
    # Appeals of the police: "Anyone with information is asked to call ...".
    r"|^(?:anyone|anybody|(?:any )?witness(?:es)?|members of the public)\b.{0,120} (?:(?:is|are) (?:asked|urged|requested|encouraged|invited|advised) to|should|can)"
    r" (?:please )?(?:call|contact|phone|ring|e-?mail|get in touch|come forward)\b|^(?:alternatively|or),? (?:call|contact|phone|report)\b.*\banonymous"
)
_PICTURED = expression(r"\b(?:is|are) (?:shown|seen|pictured)\b.*\b(?:19|20)\d\d\b|/ ?afp\b")
_FURNITURE = (
    "replay more", "read more", "getty images", "reuters/", "pic.twitter", "via ap)", "ap photo", "click here", "click to",
    "click previous", "stay up to date", "photo shows", "cover image", "this plot shows", "this chart shows", "this graph shows",
    "this map shows", "autoplay", " as an interest", "copy this code",
)  # fmt: skip
_BEGINS_FURNITURE = (
    "must watch ", "just watched ", "see:", "also see", "a sketch", "photo:", "credit:", "image:", "embed ",
)  # fmt: skip
_CAPITALS = expression(r"\W*[A-Z]\S* (?:\S+ )?[A-Z]")


word_feature(
    -14, "no_comment", "somebody declined to comment or to say", v.SILENCE, found=_NO_COMMENT, only=WRITTEN
)
_ANSWERING = word_class(
    "comment+s+ed respond responded response reply replied answer answered say said disclose disclosed "
    "elaborate elaborated specify specified provide provided dispute disputed publicly given reached"
)
"""Phrases for giving the press no answer."""
word_feature(-13, "says_nothing", "somebody does not answer", _ANSWERING, found=_UNANSWERED, only=WRITTEN)
_COMMENT = word_class(
    "comment comments commented commenting spokesperson spokesman spokeswoman interview interviews interviewed"
)
word_feature(-14, "commenting", "about a comment, an interview or a spokesperson", _COMMENT, only=WRITTEN)


_SOURCING = word_class(
    "comment comments interview calls corroborated verified confirm confirmed elaborate anonymity questions respond "
    "response reply replied"
)
_PRESS = word_class(
    "media press news reporters journalists story stories headlines newspaper newspapers tv cable tweet "
    "tweets tweeted tweeting blog post posts posted viral video videos "
    "interview interviews podcast pundits commentators anchor"
)


_PLATFORMS = word_class("twitter facebook instagram youtube")
_PUT_ON_IT = expression(
    r"\b(?:on|via|to|over) (?:twitter|facebook|instagram|youtube)\b|\b(?:twitter|facebook|instagram|youtube) (?:accounts?|channels?|clips?|feeds?|groups?|live|messages?|pages?|posts?|threads?|users?|videos?)\b"
)
"""What was put on a platform; the company is another matter: "Facebook has fixed the flaw"."""


@feature(-7, _PRESS, _PLATFORMS, _SOURCING, only=OUTLET)
def press(s: Sentence) -> bool:
    """about the press, a post, calls or answers"""
    if s.has(_PLATFORMS) and _PUT_ON_IT.search(s.lower) is not None:
        return True
    if s.has(_PRESS) and _PRESSED.search(s.lower) is None:
        return True
    return s.has(_SOURCING) and not s.has_digit


_VOTES = word_class("vote votes voted decision majority")


@feature(-9, v.SPEECH, _VOTES, only=INDIRECT)
def retold(s: Sentence) -> bool:
    """reports what was said, promised or voted"""
    return s.has(_VOTES) or "told" not in s.bag or s.count(v.SPEECH) > 1


_FURNITURE_WORDS = word_class(
    "watch watched replay read see images reuters afp photo click date shown seen pictured cover sketch "
    "credit image plot chart graph map autoplay embed interest code pic ap"
)


@feature(-37, _FURNITURE_WORDS, v.ABOUT_THE_TEXT, MAY_LEAD, UNENDED, quoted=True)
def page(s: Sentence) -> bool:
    """a caption, a headline, a link or a note on the article"""
    low = s.lower
    if s.has(_FURNITURE_WORDS) and (
        low.startswith(_BEGINS_FURNITURE)
        or contains_any(low, _FURNITURE)
        or _PICTURED.search(low) is not None
    ):
        return True
    if s.kind is not Kind.OUTLET:
        return False
    if s.has(v.ABOUT_THE_TEXT) and _ABOUT_THE_TEXT.search(low) is not None:
        return True
    return low.endswith(":") or _is_heading(s)


def _is_heading(s: Sentence) -> bool:
    """Whether nearly every word is capitalised."""
    if s.text[-1:] == "." or _CAPITALS.match(s.text) is None:
        return False
    parts = s.text.split()
    return sum(part[0].isupper() for part in parts) > 0.6 * len(parts)
