"""Words that British and American English spell each in its own way. Data only: rules of `terms.stem` have the rest.

"Colour" and "color", "organise" and "organize", "defence" and "defense", "travelling" and "traveling" have one stem anyway.
"""

from __future__ import annotations

_PAIRS = """
grey gray | greyer grayer | tyre tire | tyres tires | cheque check | cheques checks | plough plow | ploughs plows
ploughed plowed | ploughing plowing | kerb curb | kerbs curbs | mould mold | moulds molds | mouldy moldy | ageing aging
manoeuvre maneuver | manoeuvres maneuvers | manoeuvred maneuvered | manoeuvring maneuvering | practise practice
practised practiced | practising practicing | practises practices | sulphur sulfur | sulphate sulfate | draught draft
draughts drafts | mum mom | mums moms | cosy cozy | disc disk | discs disks | pretence pretense | doughnut donut
doughnuts donuts | gaol jail | gaols jails | gaoled jailed | smoulder smolder | smouldering smoldering | smouldered smoldered
unionised unionized | sceptic skeptic | sceptics skeptics | sceptical skeptical | scepticism skepticism | artefact artifact
artefacts artifacts | pyjamas pajamas | storey story | storeys stories | moult molt | axe ax | axes axes
aeroplane airplane | aeroplanes airplanes | aluminium aluminum | speciality specialty | jewellery jewelry
"""
AMERICAN = dict(pair.split() for line in _PAIRS.strip().splitlines() for pair in line.split("|"))
"""The American spelling of a British word, in lower case."""
