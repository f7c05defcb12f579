"""Spelling variants of words and texts: British and American, "didn't" and "did not", "4%" and "4 per cent"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import NUMBER_WORDS

_PAIRS = """
programme program | programmes programs | centre center | centres centers | centred centered | theatre theater | theatres theaters | litre liter
litres liters | fibre fiber | fibres fibers | calibre caliber | defence defense | defences defenses | offence offense | offences offenses
licence license | licences licenses | favourite favorite | favourites favorites | catalogue catalog | catalogues catalogs | dialogue dialog
dialogues dialogs | analogue analog | moustache mustache | foetus fetus | foetuses fetuses | foetal fetal | oestrogen estrogen | anaemia anemia
paediatric pediatric | paediatrician pediatrician | paediatricians pediatricians | encyclopaedia encyclopedia | haemorrhage hemorrhage | diarrhoea diarrhea
leukaemia leukemia | orthopaedic orthopedic | anaesthetic anesthetic | anaesthetist anesthetist | anaesthesia anesthesia | gynaecologist gynecologist
archaeology archeology | archaeologist archeologist | archaeologists archeologists | archaeological archeological | caesarean cesarean | haemophilia hemophilia
analyse analyze | analysed analyzed | analysing analyzing | paralyse paralyze | paralysed paralyzed | paralysing paralyzing | enquiry inquiry | enquiries inquiries
skilful skillful | wilful willful | wilfully willfully | instalment installment | instalments installments | yoghurt yogurt | yoghurts yogurts | whiskey whisky
grey gray | greyer grayer | tyre tire | tyres tires | cheque check | cheques checks | plough plow | ploughs plows
ploughed plowed | ploughing plowing | kerb curb | kerbs curbs | mould mold | moulds molds | mouldy moldy | ageing aging
manoeuvre maneuver | manoeuvres maneuvers | manoeuvred maneuvered | manoeuvring maneuvering | practise practice
practised practiced | practising practicing | practises practices | sulphur sulfur | sulphate sulfate | draught draft
draughts drafts | mum mom | mums moms | cosy cozy | disc disk | discs disks | pretence pretense | doughnut donut
doughnuts donuts | gaol jail | gaols jails | gaoled jailed | smoulder smolder | smouldering smoldering | smouldered smoldered
unionised unionized | sceptic skeptic | sceptics skeptics | sceptical skeptical | scepticism skepticism | artefact artifact
artefacts artifacts | pyjamas pajamas | storey story | storeys stories | moult molt | axe ax | axes axes
aeroplane airplane | aeroplanes airplanes | aluminium aluminum | speciality specialty | jewellery jewelry
focussed focused | focussing focusing | focusses focuses | fibreglass fiberglass | centrepiece centerpiece | sheikh shaikh | sheikhs shaikhs
moulded molded | moulding molding | tsar czar | tsars czars | tsarist czarist | omelette omelet | omelettes omelets | caviare caviar
glycerine glycerin | pricey pricy | amoeba ameba | unshakeable unshakable | fuelled fueled | fuelling fueling | signalled signaled
signalling signaling | marshalled marshaled | dialled dialed | duelled dueled | initialled initialed | likeable likable | saleable salable
"""
AMERICAN = dict(pair.split() for line in _PAIRS.strip().splitlines() for pair in line.split("|"))
"""British word -> its American spelling, in lower case."""

_VARIANT_RULES = (
    (r"(?<=[a-z]{3}[aeiou])ll", "l"), (r"(?<=[bt])re(?=s?$)", "er"), (r"(?<=[aeioughrv][a-z])our", "or"), (r"(?<=en)c(?=es?$)", "s"),
    (r"mme(?=s?$)", "m"), (r"[ao]e(?!d$|r?s?$)", "e"), (r"ogue(?=s?$)", "og"), (r"ys(?=[ei])", "yz"), (r"is(?=[ei]|at)", "iz"),
    (r"(?<=whisk)ey", "y"), (r"gh(?=urt)", "g"), (r"^en(?=quir)", "in"), (r"^des(?=patch)", "dis"), (r"x(?=ion)", "ct"), (r"(?<=dg)e(?=m)", ""),
)  # fmt: skip
_MIN_LETTERS = 6
"""Minimum length of a word to which such a rule applies: "holly" is not "holy"."""


def is_spelling_variant(a: str, b: str) -> bool:
    """Whether two lower-case words are spellings of one: theatre and theater, cancelled and canceled."""
    return min(len(a), len(b)) >= _MIN_LETTERS and _unify_word(a) == _unify_word(b)


@lru_cache(maxsize=10_000)
def _unify_word(word: str) -> str:
    """Return the spelling that the variants of a word share."""
    for spelt, respelt in _rules():
        word = spelt.sub(respelt, word)
    return word


@lru_cache(maxsize=1)
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(spelt), respelt) for spelt, respelt in _VARIANT_RULES]


_NOT = expression(
    r"\b(?:(ca|wo|sha)|(is|are|was|were|do|does|did|has|have|had|would|could|should|must|might|need|ought))n't"
    r"(?! (?:only|just|merely|simply|least)\b)(?![\w'])"
)
"""A negation by a short form. "She can not only sing" is no "She cannot only sing": before such words each stays as it is."""
_FULL_AUXILIARY = {"ca": "can", "wo": "will", "sha": "shall"}
_CANNOT = expression(r"\bcannot\b(?! (?:only|just|merely|simply|least)\b)")
_VERB = expression(r"(?:(?<=[^\W\d_])'(ll|ve|re)|(?<=\bi)'(m))(?![\w'])")
_VERBS = {"ll": " will", "ve": " have", "re": " are", "m": " am"}
_IS = expression(
    r"\b(it|he|she|that|there|here|what|who|where)'s(?= (?:not )?(?:(been)|"
    r"an?|the|true|false|very|too|because|why|what|who|where|how|likely|unlikely|possible|impossible|clear)\b)"
)
"""Only after a pronoun, and before what distinguishes "is" from "has": "it's paid" may be either, "the mayor's" may be a possessive."""
_DIGITS = {word: str(value) for word, value in NUMBER_WORDS.items() if 1 <= value <= 12}
_NUMBER_WORD = expression(rf"(?<![\w'])(?<!\bno )({'|'.join(_DIGITS)})(?![\w'])")
"""Not after "no": "No one won" is no "No. 1 won"."""
_PERCENT = expression(r"(?<=\d)(?: %| ?per ?cent\b)")
_MEANINGFUL_PUNCTUATION = expression(r", ?not\b|^\W*\d{1,3}[.)]\s", re.IGNORECASE)


def unify_spelling(text: str) -> str:
    """Return a folded text with short forms in full, numbers up to twelve in digits, and "%" for percent."""
    if "'" in text:
        text = _VERB.sub(lambda m: _VERBS[m[1] or m[2]], text)
        text = _IS.sub(lambda m: f"{m[1]} {'has' if m[2] else 'is'}", text)
    if "n't" in text:
        text = _NOT.sub(lambda m: f"{_FULL_AUXILIARY[m[1]] if m[1] else m[2]} not", text)
    if "cannot" in text:
        text = _CANNOT.sub("can not", text)
    text = _NUMBER_WORD.sub(lambda m: _DIGITS[m[1]], text)
    return _PERCENT.sub("%", text) if "%" in text or "cent" in text else text


def has_meaningful_punctuation(text: str) -> bool:
    """Whether a text without its punctuation would read as another spelling of other words.

    "It would, not surprisingly, fail" is no "It wouldn't surprisingly fail", "2. People died" no "Two people died".
    """
    return _MEANINGFUL_PUNCTUATION.search(text) is not None
