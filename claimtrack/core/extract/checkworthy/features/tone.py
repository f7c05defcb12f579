"""What sets an analysis, an opinion or a page's furniture apart from a report of what happened: how abstract and how loud its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    TOLD,
    WRITTEN,
    feature,
    words,
)
from claimtrack.core.extract.checkworthy.sentence import MAY_CRY, MAY_JOIN, MAY_LEAD, PLAN
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_FIGURES = expression(r"\d[\d.,]*+\D++\d")
_HYPHEN = expression(r"[a-z\d]-[a-z\d]")
_COLON = expression(r": |:$")
_PICTURED = expression(r"\b(?:is|are) (?:shown|seen|pictured)\b.*\b(?:19|20)\d\d\b|/ ?afp\b")
_FURNITURE = (
    "replay more", "read more", "getty images", "reuters/", "pic.twitter", "via ap)", "ap photo", "click here", "click to",
    "click previous", "stay up to date", "photo shows", "cover image", "this plot shows", "this chart shows", "this graph shows",
    "this map shows", "autoplay", " as an interest", "copy this code",
)  # fmt: skip
_BEGINS_FURNITURE = (
    "must watch ", "just watched ", "see:", "also see", "a sketch", "photo:", "credit:", "image:", "embed ",
)  # fmt: skip
_TERMS = expression(
    r"will(?<=\bwill) (?:\w+ )?(?:allow|require|include|exclude|apply|take effect|cover|affect|ban|bar|limit|receive|pay|cost|fund)\b"
)
_OWN_DENIAL = expression(
    r"\b(?:i|we|he|she|they) (?:never|ha(?:s|ve) never|(?:did|ha(?:s|ve)|was|were)(?: not|n't)) "
    r"(?!know|think|want|believe|feel|like|need|understand|have to|going)"
)
_RANKED = expression(r"\b(?:the|its|his|her|our) (?:most|best|worst|biggest|greatest)\b")
_FULL_NAME = expression(r"[\"“'‘(]?[A-Z][\w.'’-]* [A-Z]")
_CAPITALS = expression(r"\W*[A-Z]\S* (?:\S+ )?[A-Z]")
_NO_NATURE = expression(
    r"\bICE\b|\b[Ww]ater cannons?\b|\bForest [A-Z]|^The atmosphere (?:in|at|inside|was|is)\b|\b(?:on|onto|off) the ice\b|\b[Cc]ell phones?\b"
)
"""An agency, a mood, a rink and the like."""
_OTHERS = expression(
    r"o(?<=\bo)thers?\b(?<!each other)(?<!every other)(?! (?:words|hand|side|end|day|night|than)\b)"
)
_IN_COURT_OR_BODIES = expression(
    r"\bon suspicion of\b|\b(?:blood|air|water|high|low)[ -]pressure\b|\bclash(?:es)? (?:with|between|erupted|broke)\b"
    r"|\bappeal (?:courts?|judges?|against|tribunal|was|were|is|hearing|rejected|dismissed|denied)\b"
    r"|\b(?:court of|on|lost|dismiss(?:ed|es)|reject(?:ed|s)|uph[eo]ld|filed|lodged|heard|denied)(?: his| her| their| its| the| an?)? appeal\b"
)
"""Where these are no moods: suspicion of a crime, an appeal in court, blood pressure, clashes in the street."""
_AS_SUCH = expression(
    r"\b(?:left|off|closed|blocked|across|along|by|in) the road\b|\broads? (?:links?|near|in|between)\b"
    r"|\b(?:power|communication|telephone|railway|train|bus|tram) lines?\b|\b(?:open|opened|closed|locked|rear|front|back|car)(?: the)? doors?\b(?! (?:to|for)\b)"
    r"|\bdoor handles?\b|\bto the ground\b|\bsteps? down\b|\b(?:in|of) the table\b"
    r"|\bstorm (?:killed|hit|made|damaged|destroyed|tore|left|brought|struck|passed|surge)\b"
)
"""Where a road is a road and a door a door."""
_APPEAL = expression(
    r"\bappeal(?:s|ed|ing)? (?:for|to (?:the public|people|witnesses|anyone))\b|\banyone (?:with|who (?:saw|knows|has|was|may|recogni[sz]es))\b"
    r"|\b(?:asked|encouraged|advised) to (?:call|contact)\b|\bplease (?:call|contact)\b|\bto come forward\b|\burg(?:es?|ed|ing) (?:anyone|witnesses)\b"
)
"""What detectives ask of the public, which tells nothing of a case."""
_PRESSED = expression(
    r"\bpress(?: (?:forward|ahead|on|a case)|(?: \w+)? charges)\b|\b(?:left|leave|entered|took up|quit|lost) (?:that|the|his|her|their) post\b|\bpost offices?\b"
)
"""Where charges are pressed, and a post is an office."""
_CASE = expression(
    r"\b(?:court|murder|criminal|rape|fraud|corruption|libel|civil|confirmed|new|first|second|third|rare) cases?\b|\bcase (?:numbers|against)\b"
    r"|\b(?:involved in|closed|dropped|dismissed|heard|hearing|reopened|investigating) (?:the|this|that|his|her|their) case\b"
)
"""A case of a court or of an illness."""
_NOT_DONE = expression(r"\b(?:did|does|do|has|have|had|was|were|is|are)(?: not|n't)\b")

words(-8, "abstract", "abstract words: issue, challenge, strategy", w.ABSTRACT, unless=_CASE, only=OUTLET)
words(
    -7,
    "abstract_told",
    "told in abstract words: issue, challenge, strategy",
    w.ABSTRACT,
    only=TOLD,
    quoted=True,
)
words(-5, "weighty", "a word of weight: serious, key, powerful", w.WEIGHTY, quoted=True)
words(
    -7,
    "pressure",
    "pressure, doubts, momentum and the like",
    w.PRESSURE,
    unless=_IN_COURT_OR_BODIES,
    only=WRITTEN,
)
words(-3, "stressing", "a word that stresses: even, simply, indeed", w.STRESSING, only=OUTLET)
words(-4, "seeming", "how it seems, or what it is like", w.SEEMING, only=OUTLET)
words(-7, "figurative", "a figure of speech: roads, doors, waves", w.SHOWN_AS, unless=_AS_SUCH, only=OUTLET)
words(-8, "loosely", "loose words in the outlet's own voice", w.LOOSELY, only=OUTLET)
words(-9, "swaying", "how one force sways another: shapes, threatens", w.SWAYING, only=OUTLET)
words(-6, "own", "about oneself, or one's own", w.OWN, only=OUTLET)
words(-6, "could", "what could be", w.COULD, only=OUTLET)
words(-8, "press", "about the press, a post or a video", w.PRESS, unless=_PRESSED, only=OUTLET)
words(-5, "camps", "about a party or a camp at large", w.CAMPS, only=WRITTEN)
words(-11, "political", "talk of politics", w.POLITICAL, only=TOLD, quoted=True)
words(-6, "so_many", "many, some, a lot", w.SO_MANY, only=SPOKEN, quoted=True)
words(-4, "striving", "aims, hopes and principles", w.STRIVING, only=INDIRECT)
words(-8, "emotion", "a feeling", w.EMOTION, only=TOLD, quoted=True)
words(-14, "cheer", "joy, thanks or sorrow", w.CHEER, only=SPOKEN, quoted=True)
words(-2, "light", "to put, keep, make or take something", w.LIGHT, only=TOLD, quoted=True)
words(-7, "needed", "what is needed", w.NEED, only=INDIRECT)
words(-7, "growth", "about the economy at large", w.GROWTH, only=INDIRECT)


@feature(-7, w.IF, only=SPOKEN, quoted=True)
def begins_if(s: Sentence) -> bool:
    """begins with if"""
    return s.begins(w.IF)


@feature(-4, w.MORE_OR_LESS, only=WRITTEN)
def more_or_less(s: Sentence) -> bool:
    """more, less or better, without a figure"""
    return not s.has_digit


words(-7, "contraction", "as in talk, in the outlet's own voice: it's, doesn't", w.CONTRACTED, only=OUTLET)


@feature(-14, w.WE_OR_YOU, only=OUTLET)
def we_or_you(s: Sentence) -> bool:
    """the outlet speaks of itself or to its readers"""
    return s.begins(w.WE_OR_YOU)


@feature(-21, w.FURNITURE)
def furniture(s: Sentence) -> bool:
    """a caption, a link or a list"""
    low = s.lower
    return (
        low.startswith(_BEGINS_FURNITURE)
        or any(map(low.__contains__, _FURNITURE))
        or _PICTURED.search(low) is not None
    )


@feature(-11, MAY_LEAD, only=OUTLET)
def colon(s: Sentence) -> bool:
    """leads up to a list or a quotation"""
    return _COLON.search(s.lower) is not None


words(4, "event", "an event: arrived, launched, won, died", w.EVENTS, only=OUTLET)
words(8, "holding", "what is included, or measures", w.HOLDING, only=OUTLET)
words(10, "also", "one fact more: also", w.ALSO, only=OUTLET)
words(7, "others", "about others, too", w.OTHER, found=_OTHERS, only=OUTLET)
words(8, "police", "about police, officers or a suspect", w.POLICE, unless=_APPEAL, quoted=True)
words(3, "they", "about them", w.THEY, only=SPOKEN, quoted=True)


@feature(6, w.NATURE, only=OUTLET)
def nature(s: Sentence) -> bool:
    """about nature, bodies or illness"""
    return _NO_NATURE.search(s.text) is None


@feature(7, v.DIGITS, only=OUTLET)
def figures(s: Sentence) -> bool:
    """several figures"""
    return _FIGURES.search(s.lower) is not None


@feature(6, MAY_JOIN, only=OUTLET)
def hyphen(s: Sentence) -> bool:
    """a compound with a hyphen"""
    return _HYPHEN.search(s.lower) is not None


@feature(3, t.NOT, w.CONTRACTED, issues.NOT_DONE, only=SPOKEN, quoted=True)
def not_done_told(s: Sentence) -> bool:
    """what is or was not so"""
    return _NOT_DONE.search(s.lower) is not None


@feature(3, w.THE, only=OUTLET)
def begins_the(s: Sentence) -> bool:
    """begins with the: about something named before or known"""
    return s.begins(w.THE)


@feature(-4, only=OUTLET)
def begins_name(s: Sentence) -> bool:
    """begins with a full name, or a name and a title"""
    return _FULL_NAME.match(s.text) is not None and s.words[0] not in v.FUNCTION_WORDS


@feature(-8, only=OUTLET)
def heading(s: Sentence) -> bool:
    """a heading: nearly every word with a capital"""
    if s.text[-1:] == "." or _CAPITALS.match(s.text) is None:
        return False
    parts = s.text.split()
    return sum(part[0].isupper() for part in parts) > 0.6 * len(parts)


@feature(-4, only=OUTLET)
def no_verb(s: Sentence) -> bool:
    """no deed that is over: a state, a habit or no verb"""
    return not s.is_past and not s.has(w.FINITE) and not s.has(w.DONE)


@feature(-5, PLAN, only=WRITTEN)
def foretold(s: Sentence) -> bool:
    """a plan or a forecast in figures"""
    return s.has_digit


words(10, "terms", "what a law or a plan will apply to, allow or cost", w.WILL, found=_TERMS, only=OUTLET)
words(
    5,
    "own_denial",
    "denies in the first or third person to have done it",
    w.NEVER_OR_NOT,
    found=_OWN_DENIAL,
    only=SPOKEN,
    quoted=True,
)
words(-11, "ranked", "the best, the worst, the most", w.RANKING, found=_RANKED, only=INDIRECT)


words(-11, "cry", "an exclamation", MAY_CRY, only=SPOKEN, quoted=True)
