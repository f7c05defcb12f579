"""Which nouns fit a body that is known by its letters or by one word: "the ONS" is no ministry and no company."""

from __future__ import annotations

from claimtrack.core.extract.speakers.naming.known import is_known_alone, is_place
from claimtrack.core.extract.words.reading import word_set

_DEPARTMENTS = word_set(
    "treasury pentagon exchequer chancellery defra dwp dfe dft dhsc desnz dcms dluhc mhclg dbt beis fcdo fco hmt "
    "dhs doj dod doe hhs hud usda dot doi dfat dfid dti deped doh dpwh dilg"
)
"""What an article may call "the department"; letters with an M in front are those of a ministry."""
_PUBLIC = word_set(
    "ons obr nao ifs nisr bls bea cbo gao nhs ukhsa nice mhra hse hmrc dvla dvsa cma fca pra sfo nca iopc ipcc cqc ico asa fsa "
    "fbi cia nsa dea atf tsa ice cbp fema epa fda cdc nih sec ftc fcc faa fra ntsb nrc irs osha nasa noaa usgs nhtsa cfpb fdic "
    "imf who wto un eu ecb oecd iaea ilo fao wfp iom icc icj undp unep ohchr acled icrc "
    "ofsted ofcom ofgem ofwat ofqual eurostat europol interpol frontex unicef unesco unhcr unrwa nato opec asean ecowas "
    "mercosur au rbi sebi isro icmr cbi nia ed eci inec ncdc efcc icpc nnpc nbs ncc knbs iebc ipid saps hpcsa nersa "
    "esma eba efsa ema easa congress parliament holyrood stormont senedd knesset bundestag duma kremlin "
    "hamas hezbollah fatah isis daesh taliban houthis fifa uefa"
)
"""Offices, authorities and powers."""
_UNIONS = word_set(
    "unison usdaw aslef gmb rmt tuc stuc cwu pcs tssa neu nut nasuwt nahpo bma rcn rcm hcsa fbu ucu nuj bfawu equity "
    "uaw afl-cio aft nea seiu afscme ibew numsa cosatu samwu popcru denosa asuu nlc cotu knun kmpdu ituc aitu"
)
_CHARITIES = word_set(
    "oxfam greenpeace mencap barnardo's rspca nspcc rnli rspb wwf msf crisis scope shelter mind"
)
_KNOWN = {
    "company": frozenset[str](),
    "firm": frozenset[str](),
    "union": _UNIONS | {"eu", "au"},
    "charity": _CHARITIES,
    "ministry": _DEPARTMENTS,
    "department": _DEPARTMENTS,
    "agency": _PUBLIC | _DEPARTMENTS,
    "group": _UNIONS | _CHARITIES | _PUBLIC,
    "organisation": _UNIONS | _CHARITIES | _PUBLIC,
    "organization": _UNIONS | _CHARITIES | _PUBLIC,
}
_TOLD = _DEPARTMENTS | _PUBLIC | _UNIONS | _CHARITIES
_FIRST = {"ministry": "m", "department": "d"}
"""A letter that the short name of such an office has."""
_NO_FIRM = frozenset({"ministry", "department", "union", "charity"})
_NO_PLACE = {*_FIRST, "agency", "charity", "union"}
_FEWEST_LETTERS = 2


def fits(name: str, noun: str) -> bool:
    """Whether a noun may stand for a body of one word; of one that nobody knows anything but an office may be meant."""
    word = name.lower()
    if word in _TOLD:
        return word in _KNOWN.get(noun, _TOLD)
    if is_known_alone(word):
        return noun not in _NO_FIRM
    if is_place(name):
        return noun not in _NO_PLACE
    if noun in _FIRST:
        letters = [letter for letter in name if letter.isupper()]
        return len(letters) >= _FEWEST_LETTERS and _FIRST[noun].upper() in letters
    return True
