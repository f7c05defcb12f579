"""Is it only the procedure of a meeting, or does it tell readers what to do and whom to call?"""

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import OUTLET, SPOKEN, feature
from claimtrack.core.extract.checkworthy.sentence import Sentence, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import contains_any, words_of
from claimtrack.core.language.calendar_words import MONTH, WEEKDAYS

_BODY = r"(?:board|commission|committee|council|hearing|house|meeting|panel|proceedings|session|sitting)"
_HOUR = r"at (?:(?:[01]?\d|2[0-3])[.:][0-5]\d|1?\d ?[ap]\.?m\b|noon\b)(?! (?:a|per|to)\b)"
_OPENED = r"(?:adjourned|began|closed|commenced|concluded|ended|finished|opened|reconvened|recessed|resumed|rose|started)"
_NEWS = r"(?![^;]* (?:after|although|arrest(?:ed|s)|because|despite|fire|where|which|while|with|without|vot(?:ed|es))\b)"
"""What makes news of a meeting that closed: "with a deal", "after the blast"."""
_PUBLIC = r"(?:press and (?:the )?public|public and (?:the )?press)"
_PAPER = r"(?:amendment|motion|nomination|proposal|recommendation|resolution)"
_PASSED = r"(?:accepted|adopted|agreed|approved|confirmed|received|signed|taken as read)"
_FORMAL = (
    r"(?:adjourn|recess|reconvene|(?:go|enter|move) into"
    r"|(?:accept|adopt|amend|approve|close|continue|confirm|defer|note|open|read|receive|sign|table|waive)"
    r" (?:(?:the|this|both|that) )?(?:[\w-]+ ){0,3}?(?:accounts|agenda|amendment|consent|hearing|item|minutes|motion|no\. ?\d+|"
    r"public (?:comment|hearing)|reading|recommendations?|reports?)\b)"
)
"""What a motion may be for without deciding anything of interest, as "Ordinance No. 7" does not say what that is."""
_WHEN = (
    rf"{_BODY} (?:of [^.;,]{{1,50}} )?(?:(?:then|was|were) )?{_OPENED} (?:(?:for|on) (?:[\w-]+ ){{1,3}})?{_HOUR}{_NEWS}",
    rf"{_OPENED} the (?:[\w-]+ ){{0,2}}(?:comment|forum|hearing|meeting|participation|questions?|session)\b(?: \w+)? {_HOUR}{_NEWS}",
    rf"{_BODY} (?:of [^.;,]{{1,50}} )?was called to order\b|called the (?:[\w-]+ ){{0,6}}{_BODY} to order\b",
    rf"declared the (?:[\w-]+ ){{0,2}}{_BODY} (?:closed|open)$|^(?:the )?sitting (?:was )?suspended\b{_NEWS}",
    rf"(?:cabinet|members|{_BODY}) (?:recessed|reconvened|went|moved) in(?:to)? (?:closed|executive|open|private|public) session\b",
    r"there being no (?:further|other) (?:business|comments|items|questions|speakers)\b|^no (?:formal |further )?action was taken$",
    rf"(?<!'s )next (?:[\w-]+ ){{0,3}}meeting (?:of [^.;]{{1,50}} )?(?:is|shall|to|will|would)(?: (?:at|be|for|held|in|on|place|scheduled|set|take))*"
    rf" (?:\d|{MONTH}|(?:{'|'.join(WEEKDAYS)})\b)",
)
"""When the meeting opened and closed, and when the next one is; not that of "the bank's next meeting"."""
_WHO = (
    r"apologies (?:for (?:absence|lateness|non-attendance)\b"
    r"|(?:are|had been|have been|were) (?:given|noted|received|submitted)(?: from\b| on behalf\b|$))",
    r"declared (?:an? |no )?(?:[\w-]+ ){0,4}interests? in (?:agenda |planning )?(?:application|item|minute)\b",
    r"^(?:there (?:were|was) )?no (?:[\w-]+ ){0,2}(?:declarations(?: of (?:\w+ )?interests?)?|deputations|petitions|questions)"
    r"(?: (?:had been|have been|were) (?:made|presented|put|raised|received|submitted))?(?: in (?:accordance|respect)\b|$)",
    r"(?<!no )quorum (?:is|was|being) (?:declared|established|present)\b(?! when\b)",
    r"(?:led|recited|said) (?:\w+ in )?(?:reciting )?the pledge of allegiance\b",
    rf"{_PUBLIC} (?:are|be|were) excluded(?: from (?:the|this) (?:meeting|room)\b| for\b|$)",
    r"disclosure of exempt information\b|received an exempt (?:item|report)\b|vote of thanks\b",
    r"thanked (?:all (?:for|members|present|those)|everybody|everyone|members|officers|those)\b",
    r"welcomed (?:all|everybody|everyone|members|those)(?: (?:and|members|present|public|the|those))* to the (?:hearing|meeting|session|sitting)\b",
)
"""Who is there and who is not, and with what interest."""
_PAPERS = (
    r"(?:draft |public |the |^)minutes\b(?![^;]* (?:at which|reveals?|says?|shows?|that|when|who)\b)"
    rf"[^;]{{0,90}}\b(?:are|be|been|were) (?:\w+ )?{_PASSED}\b",
    rf"reports? (?:be (?:\w+ )?noted\b|(?:is|was|were) (?:\w+ )?noted(?:$| and {_PASSED}\b))",
    r"noted the (?:contents of the )?(?:report|update)$|read by title\b",
    r"(?:back|deferred|held over|postponed|put off|referred|tabled) (?:[^.;]{1,30} )?to (?:a|the) (?:future|next) meeting$",
    rf"(?:mov(?:ed|es)|motion) (?:(?!to )[^\s.;]+ ){{0,10}}to {_FORMAL}",
)
"""What is read, received and put off."""
_PROCEDURE = expression(rf"\b(?:{'|'.join((*_WHEN, *_WHO, *_PAPERS))})")
_MOVED = expression(
    r"(?!.* (?:against|on|that|to|votes|will|would|(?!hearing|meeting)[a-z]{3,}ing)\b)"
    r"(?:.*\bmotion\b(?! (?:for|of)\b).*\b(?:seconded\b|second by\b)|(?:it was )?(?:moved|proposed)(?: by\b|,? and\b|,).*\bseconded\b"
    rf"|.*\bseconded (?:it|the {_PAPER})$|seconded by [^,;]+$)"
)
"""A motion without its content, as the minutes name it again and again."""
_CARRIED = expression(
    r"(?:all in favou?r[,;:.]? )?(?:the )?(?:motion |vote )?(?:was )?(?:approved|carried|defeated|failed|lost|passed|unanimous)"
    r"(?:,? (?:unanimously|by (?:unanimous )?(?:consent|voice vote|vote)))*(?:[,:]? \(?\d{1,2} ?[-–] ?\d{1,2}\)?)?"
)
"""A result without what was voted on: "Motion carried, 4-2"; a report says "The motion was carried by 4 votes to 2"."""
_SUBSTANCE = expression(
    r"[%£$€]|\bper ?cent\b|\b(?:b|m|tr)illion\b"
    r"|\b\d[\d,]* (?!hours|items|members|minutes|pages|this)(?:of (?:the )?\d|children|men|people|women|[a-z]{3,}s\b)"
)
"""What no procedure has, but a motion to cut a budget has: money, shares, and counts of something, "40 deaths"."""
_MOTIONS = word_class("carried favor favour motion seconded unanimous unanimously")


@feature(
    -70,
    _MOTIONS,
    word_class(
        "action adjourned allegiance apologies comment comments declarations declared deputations excluded exempt forum hearing meeting minutes moved "
        "moves noted order petitions proceedings questions quorum reconvened session sitting thanked thanks title"
    ),
    quoted=True,
)
def procedure(s: Sentence) -> bool:
    """the procedure of a meeting"""
    low = s.lower.rstrip(". ")
    found = _PROCEDURE.search(low) or (s.has(_MOTIONS) and (_MOVED.match(low) or _CARRIED.fullmatch(low)))
    return bool(found) and _SUBSTANCE.search(low) is None


_ORDERS = words_of(
    "allow apply attend avoid bake bring choose dial donate enrol ensure follow join keep preheat seek send simmer sprinkle stir submit "
    "subscribe whisk"
)
_ORDERS_OR_NOUNS = words_of(
    "add ask book buy call check claim click collect complete contact cover download drink email e-mail enter find give have help leave "
    "open order phone place plan post pour purchase read register report return ring see select set share sign support take tick use "
    "visit wait wash watch wear"
)
"""Orders only before an object, so not "Call centres closed"."""
_OBJECT = r"(?:an?\b|any\b|each\b|it\b|one\b|our\b|the\b|them\b|these\b|this\b|us\b|what\b|your\b|yourself\b|(?!(?:19|20)\d\d\b)\d|www\.|http|[\w.+-]+@)"
"""What an order is about; not a year, as in "Post 2008 wages fell"."""
_INSTRUCTION = expression(
    r"\W*(?:(?:p\.?s|\d{1,2})\.? )?(?:(?:also|alternatively|always|and|if so|instead|just|or|simply|then|yes),? )*"
    r"(?:(?:after|before|by|for|if|in|on|once|to|when|while) [^,;:\"]{2,70}, (?:always |just |simply )?)?"
    r"(?:(?:please|do not|don't)(?! (?:care|explain|forget|have|know|pretend|say|tell me|think)\b) \w"
    rf"|(?:never )?(?:(?:{'|'.join(sorted(_ORDERS))}|get (?:in touch|your)|go (?:online|to)|make sure|remember to|tell us|text \w+ to"
    r"|stay (?:at|away|calm|clear|home|in|indoors|off|out|safe))\b"
    rf"|(?:{'|'.join(sorted(_ORDERS_OR_NOUNS))}|fill in|put up|tear off|write to) {_OBJECT}))"
    r"(?!.*(?: and (?:he|it|it'll|she|they|we|you|you'll|your) |: (?:\S+ ){3}|, (?:as )?(?:he|it|she|there|they|where|who)\b"
    r"| (?:because|that|which)\b|%| per ?cent\b| [bm]illion\b))"
)
"""Not "Ask the union and it points at Moor", "Do not forget: Moor closed it" or "Avoid the mill, which is on fire", which also say what is the case."""


@feature(
    -25,
    word_class(
        _ORDERS
        | _ORDERS_OR_NOUNS
        | words_of("do don't fill get go make please put remember stay tear tell text write")
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
    r"[\w+-]@\w[\w-]*\.\w|\b(?:copies|details|footage|images?|interviews?|photo(?:graph)?s?|pictures?|videos?)\b[^.;]{0,60} on request\b"
    r"|\bregistered (?:charity|company|office)(?:[^.;]{0,40}(?:\bno\.?|\bnumber|:) ?\d|:)"
)


@feature(-25, v.DIGITS, word_class("at contact email e-mail registered request write"), quoted=True)
def contact(s: Sentence) -> bool:
    """whom to call or to write to"""
    low = s.lower
    if contains_any(low, ("@", "on request", "registered ")) and _CONTACT.search(low):
        return True
    digits = sum([len(word) for word in s.words if word[0].isdigit()])
    return digits >= _FEWEST_DIGITS and _TELEPHONE.search(low) is not None
