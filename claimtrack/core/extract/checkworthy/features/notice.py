"""Is it only the procedure of a meeting, or does it tell readers what to do and whom to call?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import OUTLET, SPOKEN, feature
from claimtrack.core.extract.checkworthy.sentence import word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import contains_any

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_HOUR = r"at (?:\d{1,2}[.:]\d\d|\d{1,2} ?[ap]\.?m\b|noon\b)"
_FORMAL = (
    r"(?:adjourn|recess|reconvene|(?:go|enter|move) into"
    r"|(?:accept|adopt|amend|approve|close|continue|confirm|defer|note|open|read|receive|sign|table|waive)"
    r" (?:(?:the|this|both|that) )?(?:[\w-]+ ){0,3}?(?:accounts|agenda|amendment|consent|hearing|item|minutes|motion|no|"
    r"public (?:comment|hearing)|reading|recommendations?|reports?)\b)"
)
"""What a motion may be for without deciding anything of interest; `no` is that of "Ordinance No. 7"."""
_PROCEDURE = expression(
    rf"\b(?:meeting|session|sitting)\b[^.;]{{0,60}}\b(?:adjourned|began|closed|commenced|concluded|ended|finished|opened|resumed|started|order)\b[^;]{{0,30}}\b{_HOUR}"
    rf"|\b(?:opened|closed)\b[^.;]{{0,20}}\b(?:comment|forum|hearing|participation|questions?)\b[^.;]{{0,20}}\b{_HOUR}"
    r"|\bcalled? (?:[^.;]{1,60} )?to order\b|\bdeclared [^.;]{1,30} (?:closed|open)$|\bsitting (?:was )?suspended\b"
    r"|\b(?:recessed|reconvened|went|go|moved) in(?:to)? (?:an? )?(?:closed|executive|open|private|public) session\b"
    r"|\bthere being no (?:further|other) business\b|^no (?:formal |further )?action was taken$"
    r"|^(?:there (?:were|was) )?no (?:[\w-]+ ){0,2}(?:declarations|deputations|petitions|questions) (?:had been|have been|of|were|was)\b"
    # Who is there, and with what interest.
    r"|\bapologies (?:for (?:absence|lateness|non-attendance)\b|(?:are|had been|have been|were) (?:given|noted|received|submitted)\b)"
    r"|\bdeclared (?:an? |no )?(?:[\w-]+ ){0,4}interests? in (?:agenda |planning )?(?:application|item|minute)\b"
    r"|\bquorum (?:is|was|being) (?:declared|established|present)\b|\bpledge of allegiance\b"
    r"|\b(?:press and (?:the )?public|public and (?:the )?press) (?:are|be|were) excluded\b|\bexempt (?:information|item|report)\b"
    r"|\b(?:thanked|welcomed) (?:all|everybody|everyone|members|officers|those)\b|\bvote of thanks\b"
    # Papers that are read, and days that are set.
    r"|\bminutes (?:are|as|be|from|having|of|were)\b(?![^.]* (?:reveals?|says?|shows?)\b)[^;]{0,90}\b(?:agreed|approved|adopted|accepted|confirmed|received|(?:accurate|correct|true) record)\b"
    r"|\breports? (?:be|is|was|were) (?:\w+ )?noted\b|\bnoted the (?:contents|report|update)\b|\bread by title\b"
    r"|\bto (?:a|the) (?:future|next) meeting$|\bnext (?:[\w-]+ ){0,3}meeting (?:of [^.;]{1,50} )?(?:is|shall|to be|will|would)\b"
    rf"|\b(?:mov(?:ed|es)|motion) (?:(?!to )[^\s.;]+ ){{0,10}}to {_FORMAL}"
)
_MOVED = expression(
    r"(?!.* (?:against|on|that|to|(?!hearing|meeting)[a-z]{3,}ing)\b).*\b(?:made a motion|motion by|seconded)\b"
)
"""A motion without its content, as the minutes name it again and again."""
_CARRIED = expression(
    r"(?:all in favou?r[,;:.]? )?(?:the )?(?:motion |vote )?(?:was )?(?:approved|carried|defeated|failed|lost|passed|unanimous)"
    r"(?:,? (?:unanimously|by (?:unanimous )?(?:consent|voice vote|vote)))*"
    r"|(?:all in favou?r[,;:.]? )?(?:motion )?(?:approved|carried|failed|passed)(?:,? unanimously)?[,:]? \(?\d{1,2} ?[-–] ?\d{1,2}\)?"
)
"""A result without what was voted on: "Motion carried, 4-2"; a report says "The motion was carried by 4 votes to 2"."""
_SUBSTANCE = expression(r"[%£$€]|\bper ?cent\b|\b(?:b|m|tr)illion\b")
"""What no procedure has, but a motion to cut a budget has."""


_MOTIONS = word_class("carried favor favour motion seconded unanimous unanimously")
_MOST_WORDS = 10
"""The most words of a bare result."""


@feature(
    -70,
    _MOTIONS,
    word_class(
        "action adjourned allegiance apologies business comment declarations declared deputations exempt excluded forum hearing meeting "
        "minutes moved moves noted order participation petitions questions quorum session sitting thanked thanks title welcomed"
    ),
    quoted=True,
)
def procedure(s: Sentence) -> bool:
    """the procedure of a meeting"""
    low = s.lower.rstrip(". ")
    found = _PROCEDURE.search(low)
    if found is None and s.has(_MOTIONS):
        found = _MOVED.match(low) or (_CARRIED.fullmatch(low) if len(s.words) <= _MOST_WORDS else None)
    return found is not None and _SUBSTANCE.search(low) is None


_OBJECT = (
    r"(?=(?:an?|any|each|it|one|our|the|them|these|this|us|what|your|yourself)\b|\d|www\.|http|[\w.+-]+@)"
)
_COMMAND = (
    r"(?:allow|apply|attend|avoid|bring|choose|dial|donate|enrol|ensure|follow|keep|seek|send|submit|join|tell us|make sure|get (?:your|in touch)|go (?:to|online)"
    r"|remember to|stay (?:at|away|calm|clear|home|in|indoors|off|out|safe)|text \w+ to"
    r"|(?:add|ask|book|buy|call|check|claim|click|collect|complete|contact|drink|e-?mail|enter|fill in|find|give|have|help|leave|open|order|phone|plan|post|"
    rf"put up|read|register|report|return|ring|see|share|sign|support|take|tear off|tick|use|visit|wait|wash|watch|wear|write to) {_OBJECT})\b"
)
"""Orders; of words that are also nouns, only before an object, so not "Call centres closed"."""
_INSTRUCTION = expression(
    r"\W*(?:(?:p\.?s|\d{1,2})\.? )?(?:(?:also|alternatively|always|and|if so|instead|just|or|simply|then|yes),? )*"
    r"(?:(?:after|before|by|for|if|in|on|once|to|when|while) [^,;:\"]{2,70}, (?:always |just |simply )?)?"
    rf"(?:(?:please|do not|don't)(?! (?:care|forget|have|know|think)\b) \w|(?:never )?{_COMMAND})"
    r"(?!.*(?: and (?:he|it|it'll|she|they|we|you|you'll) |: (?:\S+ ){5}|%| per ?cent\b| [bm]illion\b))"
)
"""Not "Ask the union and it points at Moor", or "Do not forget: Moor closed it", which also say what is the case."""


@feature(
    -25,
    word_class(
        "add allow apply ask attend avoid book bring buy call check choose claim click collect complete contact dial do don't donate drink "
        "email e-mail enrol ensure enter fill find follow get give go have help join keep leave make open order phone plan please post put "
        "read register remember report return ring see seek send share sign stay submit support take tear tell text tick use visit wait "
        "wash watch wear write"
    ),
    only=SPOKEN | OUTLET,
    quoted=True,
)
def instruction(s: Sentence) -> bool:
    """tells readers what to do"""
    return _INSTRUCTION.match(s.lower) is not None


_TELEPHONE = expression(
    r"(?<![\d,.£$€(-])(?:\+\d{1,3}[ (-]\d|0\d{2,4} \d{3}|\d{3}[ -]\d{3}-\d{4}|\(\d{3,5}\) ?\d{3})"
)
_FEWEST_DIGITS = 9  # of a telephone number
_CONTACT = expression(
    r"[\w+-]@\w[\w-]*\.\w|\b(?:are|be|is) (?:\w+ )?(?:arranged|available|provided|supplied) (?:up)?on request\b"
    r"|\bregistered (?:charity|company|office)\b[^.;]{0,40}(?:\bno\b|\bnumber\b|:)"
)


@feature(-25, v.DIGITS, word_class("at contact email e-mail registered request write"), quoted=True)
def contact(s: Sentence) -> bool:
    """whom to call or to write to"""
    low = s.lower
    if contains_any(low, ("@", "on request", "registered ")) and _CONTACT.search(low):
        return True
    digits = sum(len(word) for word in s.words if word[0].isdigit())
    return digits >= _FEWEST_DIGITS and _TELEPHONE.search(low) is not None
