"""Things of one kind of which a claim means one: nurses and teachers, oil and gas, murder and robbery. Data and one reader.

A kind is a closed class of everyday words. Members are parted by bars; words within a member may stand for
each other. Two members of a kind are different things, so that one in the other's place is another claim.
Left out is what a newsroom uses loosely for its neighbour, such as "officer" or "official".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.countries import COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_KINDS: dict[str, str] = {
    "occupation": (
        "teacher | nurse | doctor physician gp surgeon | dentist | pharmacist chemist | midwife | paramedic | firefighter fireman"
        " | lawyer solicitor barrister attorney | farmer grower | fisherman fisher | soldier | sailor | pilot | miner | driver"
        " | baker | butcher | cook chef | waiter waitress | plumber | electrician | carpenter | engineer | architect | banker"
        " | accountant | journalist reporter | librarian | priest vicar pastor | imam | rabbi | bishop | actor actress | singer"
        " | footballer | cleaner | postman | economist | judge magistrate | prosecutor | landlord | tenant"
    ),
    "office": (
        "mayor | governor | senator | president | vice-president | chancellor | king | queen | prince | princess | ambassador"
        " | councillor councilman councilwoman | congressman congresswoman | pope | sheriff | headteacher headmaster headmistress"
    ),
    "crime": (
        "murder homicide | robbery mugging | burglary | theft stealing shoplifting | rape | arson | fraud | bribery | kidnapping abduction"
        " | assault | blackmail extortion | smuggling | perjury | forgery | vandalism | stabbing | shooting | manslaughter | treason"
        " | espionage | embezzlement"
    ),
    "energy": (
        "oil petroleum | gas | coal | nuclear | solar sun | wind | hydro hydropower hydroelectric | petrol gasoline | diesel | electricity"
    ),
    "supply": "water | power electricity | gas | heating | broadband internet",
    "on board": "driver | passenger | pedestrian | cyclist",
    "portfolio": (
        "finance | health | education | defence defense | interior home | foreign | justice | transport | agriculture | housing | environment"
    ),
    "days": "weekday | weekend",
    "scale": "dozens | hundreds | thousands | millions | billions | trillions",
    "reach": "local | national nationwide | global worldwide",
    "meal": "breakfast | lunch | dinner supper",
    "part in a crime": "victim | suspect perpetrator attacker | witness",
    "unit of people": "household family | business company firm | individual",
    "metal": (
        "gold | silver | copper | iron | steel | aluminium aluminum | lithium | nickel | cobalt | uranium | zinc | tin | platinum"
    ),
    "crop": (
        "wheat | rice | maize corn | barley | soy soya soybean | cotton | sugar | coffee | tea | cocoa | potato | tomato | onion | apple"
        " | banana | orange | grape | olive | tobacco"
    ),
    "meat": "beef | pork | lamb mutton | chicken | fish | turkey | veal | dairy",
    "livestock": "cow cattle | pig | sheep | goat | hen | duck | horse | goose",
    "pet": "dog | cat | rabbit | hamster | parrot",
    "wildlife": (
        "wolf | bear | fox | tiger | lion | elephant | whale | shark | dolphin | deer | bee | eagle | snake | rhino rhinoceros"
    ),
    "drink": "beer | wine | whisky whiskey | vodka | milk | juice",
    "drug": "cannabis marijuana | cocaine | heroin | fentanyl | opium | ecstasy mdma | methamphetamine meth",
    "toll": (
        "death dead died killed fatality | injury injured wounded hurt | missing | case infection infected caught | recovery recovered"
        " | hospitalised hospitalized"
    ),
    "disease": (
        "cancer | diabetes | malaria | measles | influenza flu | polio | cholera | tuberculosis | ebola | hiv aids | covid coronavirus"
        " | dementia alzheimer's | asthma | autism | stroke | obesity | depression | pneumonia | hepatitis | dengue | rabies"
    ),
    "organ": "heart | lung | liver | kidney | brain | stomach | breast | skin | eye | bone | prostate | bowel colon",
    "limb": "arm | leg | hand | foot | finger | toe | knee | shoulder | hip | elbow",
    "vehicle": (
        "car automobile | bus | truck lorry | train | tram | plane aircraft airplane jet | helicopter | ship | ferry | bicycle bike"
        " | motorcycle motorbike | tractor | taxi cab | submarine"
    ),
    "building": (
        "school | hospital | prison jail | church | mosque | synagogue | temple | museum | library | theatre theater | airport | stadium"
        " | factory plant | hotel | university college | nursery kindergarten | courthouse | embassy | warehouse | supermarket"
    ),
    "way": "road | bridge | tunnel | railway railroad | canal | motorway highway | runway",
    "water": "river | lake | sea ocean | pond | beach | reservoir | glacier",
    "disaster": (
        "flood flooding | earthquake quake | wildfire | drought | hurricane typhoon cyclone | tornado | landslide mudslide | avalanche"
        " | tsunami | eruption | heatwave heat | stampede crush | lightning | fog | hail | blizzard snowstorm"
    ),
    "schooling": "primary elementary | secondary",
    "tier": "federal | state | provincial province | municipal | county | borough",
    "force": "army | navy | airforce | marines",
    "house": "senate | commons | lords",
    "tax": "income | corporate corporation | inheritance estate | property | sales vat | payroll | tobacco | carbon | fuel",
    "faith": "christian | muslim islamic | jewish jew | hindu | buddhist | sikh | catholic | protestant | atheist | mormon",
    "colour": "red | blue | green | yellow | white | black | orange | purple | brown | grey gray | pink",
    "relative": (
        "wife husband spouse | daughter son child | sister brother sibling | mother father parent | aunt uncle | niece nephew"
        " | grandmother grandfather grandparent | cousin | granddaughter grandson grandchild"
    ),
    "age": "baby infant newborn toddler | child children kid minor | teenager adolescent teen | adult | pensioner retiree elderly",
    "learner": "pupil schoolchild schoolchildren | undergraduate | apprentice | graduate",
    "people": (
        "worker employee | employer | customer consumer | patient | passenger | prisoner inmate | voter | taxpayer"
        " | shareholder investor | refugee | tourist | veteran"
    ),
    "weapon": "knife | gun firearm pistol rifle | bomb | missile rocket | grenade | drone | sword",
    "sport": (
        "football soccer | rugby | cricket | tennis | basketball | baseball | hockey | golf | boxing | swimming | cycling"
    ),
    "round": "final | semifinal semi | quarterfinal | last16",
    "subject": (
        "mathematics maths math | history | geography | physics | chemistry | biology | french | german | spanish | latin"
    ),
    "work": "film movie | novel | song | opera",
    "press": "newspaper | magazine | radio | television tv",
    "garment": "shirt | coat jacket | trousers pants | dress | hat | shoe | glove | mask",
    "payment": "wage salary | pension | rent | mortgage | dividend | bonus",
    "result": "revenue turnover | profit | debt",
    "amount of a drug": "dose | course",
    "voice": "government | unions | opposition",
    "span": "daily | weekly | monthly | quarterly | hourly | yearly annual annually",
    "part of day": "morning | afternoon noon midday | evening night overnight midnight",
    "season": "spring springtime | summer | autumn | winter",
    "legal stage": (
        "accused alleged suspected charged indicted | convicted | acquitted cleared | pardoned | extradited deported"
    ),
    "stage of a bill": "proposed introduced drafted consider considered considering | passed enacted signed approved adopted | vetoed | repealed",
    "step of justice": (
        "arrest detention | charge indictment | trial | conviction | acquittal | appeal | fine fined | investigated investigating probe"
    ),
    "prize": "nominated nominee shortlisted | won winner awarded accepted received",
    "movement of people": "migration | asylum | visa | deportation | emigration",
    "absence": "holiday vacation | sick sickness | maternity paternity parental",
    "care": "appointment | surgery operation | scan | vaccination",
    "town hall": "mayor | council | governor",
    "fuel": "electric | petrol gasoline | diesel | hydrogen",
    "making": "imported | exported | produced manufactured",
    "purchase": "ordered | delivered | leased rented",
    "poll": "voter | candidate | party",
    "stage of research": "mouse mice | rat | monkey | human",
    "trust in a picture": "photographed filmed | generated | drawn painted",
    "degree of link": "cause causes caused | linked associated correlated",
    "measure of wealth": "income | wealth | spending | saving | debt",
    "army": "soldier troop | civilian | militant rebel | policeman",
    "household": "homeowner | renter tenant | landlord | homeless",
    "party line": "labour | conservative tory tories | liberal | green",
    "measure": "average mean | median",
    "continent": "africa african | asia asian | europe european | oceania | antarctica | arctic",
    "quarter": (
        "northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern"
    ),
}  # fmt: skip


_STATES = (
    "alabama alabamian | alaska alaskan | arizona | arkansas | california californian | colorado | connecticut | delaware"
    " | florida floridian | georgia georgian | hawaii hawaiian | idaho | illinois | indiana | iowa | kansas | kentucky | louisiana | maine"
    " | maryland | massachusetts | michigan | minnesota | mississippi | missouri | montana | nebraska | nevada | ohio | oklahoma"
    " | oregon | pennsylvania | tennessee | texas texan | utah | vermont | wisconsin | wyoming"
)
_KINDS |= {"country": COUNTRIES, "state": _STATES}


def _forms(word: str) -> set[str]:
    """The word and its plural."""
    return {word, f"{word}s", f"{word}es", f"{word[:-1]}ies" if word.endswith("y") else word}


KINDS: dict[str, dict[str, int]] = {}
"""Word -> {kind: member}. Singular and plural both stand here."""
for _kind, _members in _KINDS.items():
    for _member, _words in enumerate(_members.split("|")):
        for _word in _words.split():
            for _form in _forms(_word):
                KINDS.setdefault(_form, {}).setdefault(_kind, _member)


def kinds(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Kind -> (member, word, place) of each word that means one of a kind; `joined` are the two words that stand for one."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    for at, word in enumerate(words):
        if word not in KINDS or (joined and at - 1 in joined):
            continue
        for kind, member in KINDS[word].items():
            found.setdefault(kind, []).append((member, word, at))
    return found
