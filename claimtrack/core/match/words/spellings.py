"""Words that British and American English spell each in its own way: those that have one stem by a table, the rest by how they are spelt.

"Colour" and "color", "organise" and "organize" have one stem anyway, by the rules of `terms.stem`.
"""

from __future__ import annotations

import re
from functools import lru_cache

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
"""The American spelling of a British word, in lower case."""

_TWO_WAYS = (
    (r"(?<=[a-z]{3}[aeiou])ll", "l"), (r"(?<=[bt])re(?=s?$)", "er"), (r"(?<=[aeioughrv][a-z])our", "or"), (r"(?<=en)c(?=es?$)", "s"),
    (r"mme(?=s?$)", "m"), (r"[ao]e(?!d$|r?s?$)", "e"), (r"ogue(?=s?$)", "og"), (r"ys(?=[ei])", "yz"), (r"is(?=[ei]|at)", "iz"),
    (r"(?<=whisk)ey", "y"), (r"gh(?=urt)", "g"), (r"^en(?=quir)", "in"), (r"^des(?=patch)", "dis"), (r"x(?=ion)", "ct"), (r"(?<=dg)e(?=m)", ""),
)  # fmt: skip
_LONG = 6
"""Letters of a word that may have two spellings by such a rule: "holly" is not "holy"."""


def is_respelt(a: str, b: str) -> bool:
    """Whether two lower-case words are one in two spellings: theatre and theater, cancelled and canceled."""
    return min(len(a), len(b)) >= _LONG and _one_way(a) == _one_way(b)


@lru_cache(maxsize=10_000)
def _one_way(word: str) -> str:
    for spelt, other in _rules():
        word = spelt.sub(other, word)
    return word


@lru_cache(maxsize=1)
def _rules() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(spelt), other) for spelt, other in _TWO_WAYS]
