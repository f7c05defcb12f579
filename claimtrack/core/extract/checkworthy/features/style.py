"""How is it phrased? Abstract, political or figurative words, demands, reactions, questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.event import STAND, TAKES_A_STAND
from claimtrack.core.extract.checkworthy.features.person import DENYING
from claimtrack.core.extract.checkworthy.features.plan import A_TRUST
from claimtrack.core.extract.checkworthy.features.record import DENIES_THAT
from claimtrack.core.extract.checkworthy.features.registry import TOLD, WRITTEN, feature, word_feature
from claimtrack.core.extract.checkworthy.sentence import MAY_ASK, MAY_CRY, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import contains_any, words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _INDIRECT = Kind.DIRECT, Kind.INDIRECT

_HEARTS = expression(
    r"heart(?:(?<=\bheart) (?:attacks?|disease|failure|rate|surgery|condition|transplant)|(?<=\bpurple heart))\b"
)
"""Literal hearts, and medals."""
_CASE = expression(
    r"\b(?:court|murder|criminal|rape|fraud|corruption|libel|civil|confirmed|new|first|second|third|rare) cases?\b|\bcase (?:numbers|against)\b"
    r"|\bin case\b|\b(?:involved in|closed|dropped|dismissed|heard|hearing|reopened|investigating) (?:the|this|that|his|her|their) case\b"
)
_IN_COURT_OR_BODIES = expression(
    r"\b(?:on suspicion of|(?:blood|air|water|high|low)[ -]pressure|clash(?:es)? (?:with|between|erupted|broke)"
    r"|appeal (?:courts?|judges?|against|tribunal|was|were|is|hearing|rejected|dismissed|denied)"
    r"|(?:court of|on|lost|dismiss(?:ed|es)|reject(?:ed|s)|uph[eo]ld|filed|lodged|heard|denied)(?: his| her| their| its| the| an?)? appeal)\b"
)
"""Uses that are not moods: suspicion of a crime, an appeal in court, blood pressure, clashes in the street."""
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
"""Literal uses: a road is a road, a door a door, and fuel is burnt; each is tested only where its word occurs."""
_NEED = expression(
    r"\b(?:(?:we|you|they|i) (?:\w+ )?(?:need|want|ought|have) to|we (?:must|should|need))\b|got to\b"
    r"|it's time\b"
)
_OURS_TO_DO = expression(
    r"\b(?:(?:i|we|you|us) (?:\w+ )?(?:must|should|need|want to|have to|ought|got to)|should|shouldn't|ought|let|let's|gotta|needs? to)\b|we've got|it's time\b"
)
"""Obligations that the speaker puts on themselves or others; what they "must" do by a rule can be looked up."""
_NEEDING = (
    "need to", "want to", "ought to", "have to", "we must", "we should", "we need", "got to", "it's time",
)  # fmt: skip
"""Every such obligation contains one of these words, which are found faster."""
_OUR_OWN = expression(
    r"\b(?:(?:our|this|my|your) (?:great |beautiful |own )?(?:country|people|democracy|world|planet|society|republic|homeland)"
    r"|our (?:community|communities|city|state|children|families|future|values))\b"
)
_LIKE = expression(r"\b(?:like (?:a|an|the|it|he|they|we|you|that|this)|as (?:if|though)|such an?)\b")
_CALLED_FOR = expression(
    r"\b(?:call(?:s|ed|ing)? (?:for|on)|warn(?:s|ed) of|fear(?:s|ed)? (?:the|for)|appeal(?:ed|ing) (?:for|to(?! the [a-z ]{0,20}court))|hit (?:out|back)|stood by) "
)
"""Demands; not "has appealed", as the loser of a case does."""
_DECIDED = expression(
    r"\b(?:(?:courts?|judges?|jury|tribunal|parliament|council|councillors|senate|voters)\b(?! (?:leader|speaker|president|spokes))[^,;]{0,12}\b(?:rejected|dismissed)\b(?![^,;]* as )"
    r"|(?:was|were|been) (?:rejected|dismissed)\b(?! as\b)|(?:appeal|application|claim|request)s? (?:rejected|dismissed)\b)"
)
"""Rejections by an authority, and dismissals."""


_ABSTRACT = word_class(
    "strategy+s strategic agenda message messaging narrative issue+s politics priority+s challenge+s "
    "opportunity+s approach+s vision role idea+s notion case argument+s reason+s sense question+s story "
    "moment+s situation environment culture leadership relationship relations future legacy image "
    "reputation stance tone rhetoric debate+s dynamic+s landscape reality+s truth matter+s topic theme+s "
    "lesson+s spirit identity experience journey dream+s hope+s way+s aspect+s concept perspective outlook "
    "mindset attitude ideology philosophy tradition+s fate destiny potential possibility+s implications "
    "consequences significance importance value+s goal+s mission purpose example context history era "
    "picture"
)
_STRIVING = word_class(
    "advantage+s alternative+s ambition+s aspiration+s assumption+s belief+s bias burden character clarity "
    "commitment compromise confusion consensus courage desire+s difference+s dignity direction discipline "
    "diversity emphasis essence expectation+s faith focus frustration hatred heritage honor honour "
    "humanity hypocrisy illusion impact incentive+s inspiration integrity intention+s interpretation "
    "legitimacy liberty logic loyalty morale motivation motive+s mystery myth necessity objective+s "
    "option+s outcome+s passion pride principle+s privilege promise quest recognition relevance respect "
    "responsibility sacrifice sentiment+s solution+s style substance sympathy talent trend+s unity urgency "
    "virtue wisdom"
)


@feature(-7, _ABSTRACT, _STRIVING, v.IDEALS)
def abstract(s: Sentence) -> bool:
    """abstract words"""
    if not s.is_bare and (s.has(_STRIVING) or (s.has(_ABSTRACT) and not _is_case(s.lower))):
        return True
    return s.has(v.IDEALS) and _HEARTS.search(s.lower) is None and A_TRUST.search(s.lower) is None


def _is_case(low: str) -> bool:
    """Whether "case" means a court case or a case of an illness."""
    return "case" in low and _CASE.search(low) is not None


_MARKETS = word_class("market markets investors traders analysts pricing priced")
_OUR = word_class("our this my your")
_HOMELAND = word_class("america americans nation economy")
_CAMPS = word_class(
    "democrats republicans liberals conservatives progressives moderates socialists tories party parties gop "
    "lawmakers politicians"
)
_GROWTH = word_class(
    "growth economy economies recovery recession economic market markets demand consumer consumers"
)


@feature(-7, _CAMPS, v.NATION, _GROWTH, _MARKETS, _HOMELAND, _OUR)
def at_large(s: Sentence) -> bool:
    """about a party, a market, the nation or us all"""
    if s.quoted and (
        s.has(_MARKETS) or s.has(_HOMELAND) or (s.has(_OUR) and _OUR_OWN.search(s.lower) is not None)
    ):
        return True
    if (s.kind is not _DIRECT and s.has(_CAMPS)) or (s.kind is _INDIRECT and s.has(_GROWTH)):
        return True
    return "this country" in s.lower or "american people" in s.lower


_POLITICAL = word_class(
    "political politically politics politicians partisan bipartisan conservative conservatives liberal "
    "liberals progressive progressives socialist socialism ideology ideological rhetoric establishment "
    "democracy democratic radical extremist elite elites"
)
word_feature(-12, "political", "political talk", _POLITICAL, only=TOLD, quoted=True)


_LIKENESS = word_class("like if though such")
_PRESSURE = word_class(
    "pressure+s momentum backlash speculation controversy+s tension+s rift+s divide+s divisions showdown "
    "standoff clash+s feud uproar outcry criticism+s scrutiny concern+s optimism enthusiasm uncertainty+s "
    "confidence credibility appeal stakes prospect+s chances odds clout influence leverage rebuke "
    "resistance hostility resentment outrage suspicion+s distrust mistrust unease scepticism skepticism "
    "doubts turmoil chaos disarray dilemma quandary firestorm furore furor rivalry bickering gridlock "
    "stalemate deadlock impasse popularity dominance weakness+s strength+s"
)
_SHOWN_AS = word_class(
    "road path door+s step+s line+s wave+s storm spotlight stage table edge ground race card+s hand+s ball "
    "heartland teeth bones shadow+s cloud+s tide seeds roots spark+s battle+s+ing battleground arrow "
    "playbook blueprint puzzle maze tightrope rope crossroads hurdle+s obstacle+s milestone landmark "
    "watershed tipping backdrop forefront heels wake rise brink grip+s"
)
_SWAYING = word_class(
    "threatens undermine+s+ed+ing jeopardize jeopardise overshadow+s+ed dominate+s+ed shape+s+ed+ing "
    "define+s+ed redefine embrace+s+ed championed tackle+s confront+s challenged thrive flourish stumble "
    "falter dwindle fade erode eroded weaken weakened strengthen strengthened bolster bolstered boost+s+ed "
    "fuel+s+ed fuelled complicate shake shook shaken rattle rattled haunt+s+ed resonate+s galvanize energize "
    "alienate embolden emboldened cast+s paint+s+ed portray+s+ed frame framed cement cemented usher ushered "
    "loom+s+ing hinge+s+ed"
)
"""The effect of one force on another, which is the speaker's interpretation."""


@feature(-6, _PRESSURE, _SWAYING, _SHOWN_AS, _LIKENESS, quoted=True)
def figurative(s: Sentence) -> bool:
    """figurative or loaded words"""
    if s.quoted and s.has(_LIKENESS) and _LIKE.search(s.lower) is not None:
        return True
    sways = s.has(_SWAYING) or s.has(_SHOWN_AS)
    if sways and not any(thing in s.lower and found.search(s.lower) for thing, found in _AS_SUCH.items()):
        return True
    return s.has(_PRESSURE) and _IN_COURT_OR_BODIES.search(s.lower) is None


_MUST = word_class("must should ought shouldn't gotta")
_URGE = word_class("have has need needs got ought")
_TO = word_class("to")
_LET = word_class("let let's")
_OUGHT = word_class("should shouldn't ought")
_NEED_WORDS = word_class("need needs needed must should ought necessary required")


@feature(-13, _MUST, _URGE, _LET, _OUGHT, _NEED_WORDS, v.NEEDING)
def obligation(s: Sentence) -> bool:
    """what should or must be done"""
    if s.quoted:
        return _OURS_TO_DO.search(s.lower) is not None
    if s.kind is _DIRECT and (s.has(_MUST) or s.has(_LET) or s.follows(_URGE, _TO)):
        return True
    if s.kind is not _DIRECT and s.has(_OUGHT):
        return True
    if s.kind is _INDIRECT and s.has(_NEED_WORDS):
        return True
    return contains_any(s.lower, _NEEDING) and _NEED.search(s.lower) is not None


_ATTITUDES = word_class(
    "signaled signalled signals floated sought seeks insisted insists argued argues argue suggested suggests "
    "hinted hints appetite mood anger frustration infuriated"
)
word_feature(
    -4,
    "demand",
    "somebody asks, urges, argues or calls it something",
    words_of("demand demands demanded wants urged urges called calls"),
    words_of("asked asks asking urged invited begged"),
    _ATTITUDES,
    only=WRITTEN,
)


_CALLING = word_class("call calls called calling warn warns warned fear fears feared appealed appealing")


@feature(-12, v.REACTIONS, _CALLING, STAND, quoted=True)
def reaction(s: Sentence) -> bool:
    """a position or a reaction rather than a fact"""
    if s.kind is _DIRECT:
        return s.has(STAND) and TAKES_A_STAND.search(s.lower) is not None
    if s.has(DENYING) and DENIES_THAT.search(s.lower) is not None:
        return False  # a denial can be looked up
    if s.has(v.REACTIONS):
        return _DECIDED.search(s.lower) is None
    return _CALLED_FOR.search(s.lower) is not None


@feature(-21, MAY_ASK, MAY_CRY)
def question(s: Sentence) -> bool:
    """a question or an exclamation"""
    if s.text.rstrip("\"' ”’").endswith("?"):
        return True
    return s.kind is _DIRECT and not s.is_bare and s.has(MAY_CRY)
