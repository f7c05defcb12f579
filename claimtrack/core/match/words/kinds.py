"""Things of one kind of which a claim means one: nurses and teachers, oil and gas, murder and robbery.

A kind is a closed class of everyday words. Bars separate its members; words within a member are interchangeable. Two members of a
kind are different things, so that one in place of the other makes another claim. Left out are words that newsrooms use loosely for
their neighbours, such as "officer" or "official".
"""

from __future__ import annotations

from claimtrack.core.language import american_states
from claimtrack.core.language.countries import COUNTRIES

_KINDS: dict[str, str] = {
    "occupation": (
        "teacher | nurse | doctor physician gp surgeon paediatrician pediatrician | dentist | pharmacist chemist | midwife | paramedic"
        " | firefighter fireman | lawyer solicitor barrister attorney | farmer grower rancher | fisherman fisher | soldier | sailor seafarer"
        " | pilot | miner | driver trucker haulier motorist | baker | butcher | cook chef | waiter waitress | plumber | electrician | carpenter"
        " joiner | engineer | architect | banker | accountant auditor | journalist reporter | librarian | priest vicar pastor | imam | rabbi"
        " | bishop | actor actress | singer | footballer | cleaner janitor | postman | economist | judge magistrate | prosecutor | landlord"
        " | tenant | vet veterinarian | carer | psychologist | psychiatrist | physiotherapist | hairdresser barber | gardener | mechanic"
        " | welder | roofer | bricklayer mason | builder | painter | tailor | jeweller jeweler | watchmaker | locksmith | butler | nanny"
        " childminder | lifeguard | referee umpire | jockey | boxer | swimmer | cyclist | sprinter | rower | skier | dancer | comedian"
        " | musician pianist violinist guitarist drummer | composer | conductor | novelist | poet | sculptor | photographer"
        " | cameraman | translator interpreter | historian | archaeologist archeologist | astronomer | biologist | geologist | meteorologist"
        " | physicist | mathematician | philosopher | sociologist | programmer developer | estate-agent | broker trader | cashier | shopkeeper"
        " grocer | bouncer | jailer warder | detective | diplomat | spy | customs | beekeeper | shepherd | logger lumberjack | docker"
        " stevedore | steelworker | flight-attendant stewardess steward | nun | monk | student"
    ),
    "specialist": (
        "paediatrician pediatrician paediatrics | cardiologist cardiology | oncologist oncology | neurologist neurology | radiologist"
        " radiology | gynaecologist gynecologist obstetrician | psychiatrist psychiatry | dermatologist dermatology | urologist urology"
        " | orthopaedist orthopedist | anaesthetist anesthetist | ophthalmologist | geriatrician geriatrics | surgeon | gp | pathologist"
    ),
    "sector": (
        "aviation airline | shipping maritime | trucking haulage | farming agriculture agricultural | fishing fishery | forestry logging"
        " | mining | manufacturing | construction | retail | tourism hospitality | banking | insurance | tech technology | media | publishing"
        " | pharmaceutical pharma | automotive carmaking | steelmaking steel | chemicals chemical | textiles textile | healthcare | gambling"
        " betting | telecoms | advertising | logistics | catering | dairy | poultry | film"
    ),
    "military rank": "general | colonel | captain | lieutenant | sergeant | major | corporal | admiral | marshal | brigadier",
    "officer of a firm": "ceo | cfo | coo | chairman chairwoman chair | founder | treasurer | secretary | auditor | shareholder",
    "material": (
        "wood wooden timber oak pine | stone granite | marble | brick | concrete cement | glass | plastic | cardboard | paper | leather"
        " | wool woollen | silk | nylon polyester | bronze | rubber | steel | copper | aluminium aluminum | iron | clay | ceramic | bamboo"
        " | straw | asphalt tarmac | gravel | ivory | gold golden | silver"
    ),
    "court": "supreme | constitutional | appeals appeal appellate | district | magistrates magistrate's | military | juvenile | family",
    "medium": (
        "newspaper paper | magazine | radio | television tv | podcast | blog | website | book | leaflet flyer | billboard | facebook"
        " | twitter | tiktok | instagram | youtube | whatsapp | telegram | reddit | snapchat | linkedin"
    ),
    "message": "email e-mail | letter | phone telephone call | text sms | fax | telegram | postcard",
    "means of payment": "cash | card | cheque check | transfer | crypto bitcoin | voucher",
    "degree": "bachelor bachelor's | master master's | doctorate doctoral phd | diploma",
    "school": "preschool kindergarten nursery | primary elementary | secondary | university college",
    "way of counting": "hand manually | machine electronically computer",
    "manner of a vote": "unanimous unanimously | narrow narrowly | overwhelming overwhelmingly | split", "secrecy of a vote": "secret | open",
    "fish": (
        "cod | salmon | tuna | herring | sardine | mackerel | haddock | eel | trout | crab | lobster | shrimp prawn | squid | oyster | anchovy"
        " | mussel | halibut | carp | pike"
    ),
    "bird": (
        "pigeon | gull seagull | crow | owl | stork | swan | sparrow | robin | parrot | penguin | ostrich | vulture | falcon | hawk | pelican"
        " | flamingo | crane | heron | cormorant | puffin"
    ),
    "insect": "bee | mosquito | wasp | hornet | ant | locust | beetle | tick | termite | moth | butterfly | spider | cockroach | fly",
    "tree": "oak | pine | birch | ash | elm | beech | maple | willow | cedar | cypress | eucalyptus | poplar | spruce | fir | palm",
    "fruit": (
        "apple | pear | peach | plum | cherry | strawberry | raspberry | lemon | lime | mango | avocado | pineapple | melon watermelon | fig"
        " | date | apricot | kiwi | coconut | pomegranate | blueberry"
    ),
    "vegetable": "carrot | cabbage | lettuce | spinach | pepper | cucumber | garlic | bean | pea | lentil | beet beetroot | pumpkin | mushroom",
    "language": (
        "english | arabic | hebrew | mandarin | cantonese | hindi | urdu | bengali | tamil | punjabi | swahili | french | german | spanish"
        " | portuguese | russian | ukrainian | turkish | persian farsi | kurdish | latin | greek | welsh | gaelic | basque | catalan | yiddish"
    ),
    "document": "passport | visa | licence license | certificate | will testament | contract | petition | subpoena | invoice | diary",
    "jewel": "diamond | ruby | emerald | sapphire | pearl | necklace | bracelet | ring | watch | earring | tiara",
    "instrument": "piano | violin | guitar | trumpet | drum | flute | cello | organ | saxophone | harp | clarinet",
    "art": "painting | sculpture statue | photograph | drawing | tapestry | fresco | mosaic | vase",
    "room": "kitchen | bathroom | bedroom | cellar basement | attic loft | garage | balcony | corridor | stairwell | lift elevator",
    "part of a house": "roof | wall | floor | ceiling | door | window | chimney | fence | gate | staircase",
    "part of a plane or ship": "wing | engine | tail | rudder | hull | deck | mast | propeller | cockpit | landing-gear",
    "cause of a crash": "brake | tyre tire | steering | fog | ice | speeding speed | fatigue | drink alcohol | drugs | bird | lightning",
    "cause of a fire": "arson arsonist arsonists | lightning | cigarette | candle | fireworks firework | wiring circuit short-circuit | cooking | barbecue | heater | battery",
    "harm": "explosion | collapse | leak | fire blaze | flood | shooting | stabbing | crash | power-cut",
    "explosive": "mine | torpedo | drone | missile | shell | bomb | grenade | rocket",
    "gas": "methane | oxygen | hydrogen | nitrogen | helium | chlorine | ammonia | ozone | monoxide | dioxide",
    "vitamin or mineral": "iron | calcium | magnesium | zinc | iodine | potassium | sodium",
    "nutrient": "sugar | salt | fat | protein | fibre fiber | caffeine | alcohol",
    "medicine": "antibiotic | painkiller | vaccine jab | antidepressant | steroid | insulin | statin | aspirin | paracetamol | ibuprofen",
    "symptom": "headache | fever | cough | rash | nausea | vomiting | diarrhoea diarrhea | fatigue tiredness | insomnia | dizziness",
    "virus or germ": "virus viral | bacteria bacterial bacterium | fungus fungal | parasite",
    "household chore": "cooking | cleaning | laundry | ironing | gardening | shopping",
    "car part": "brake | airbag | seatbelt | tyre tire | steering | engine | battery | gearbox | windscreen windshield",
    "port": "airport | port harbour harbor seaport", "vice": "tobacco | alcohol | gambling",
    "planet": "mercury | venus | mars | jupiter | saturn | uranus | neptune | pluto | moon",
    "ocean": "atlantic | pacific | arctic | mediterranean | baltic | caspian | adriatic | caribbean | aegean",
    "party politics": "socialist | communist | nationalist | fascist | anarchist | populist | centrist | greens | libertarian | islamist",
    "way to vote": "favour favor supported | opposed against | abstain abstained abstaining abstention",
    "world body": "imf | worldbank | unesco | unicef | nato | opec | w.h.o | interpol | wto | iaea | unhcr | oecd | g7 | g20 | brics",
    "planemaker": "airbus | boeing | embraer | bombardier | cessna",
    "carmaker": "toyota | volkswagen vw | tesla | bmw | mercedes daimler | renault | peugeot | fiat | hyundai | kia | nissan | honda | volvo | porsche | audi | byd | skoda",
    "vaccine maker": "pfizer biontech | moderna | astrazeneca | novavax | sinovac | sinopharm | janssen",
    "branch": "executive | legislative legislature | judiciary judicial",
    "poll kind": "presidential | parliamentary | municipal | regional | european | mayoral | gubernatorial", "measure by a state": "ban banned | subsidy subsidise subsidised subsidize subsidized | levy tariff | quota | embargo | fine | amnesty",
    "part of a team": "goalkeeper keeper | defender | midfielder | striker forward | coach manager | captain | referee", "medal": "gold | silver | bronze",
    "athletics": "marathon | sprint | relay | hurdles | javelin | decathlon | triathlon | biathlon | pentathlon",
    "more sport": "volleyball | handball | badminton | judo | karate | wrestling | fencing | rowing | sailing | skiing | surfing | archery | darts | chess",
    "shop": "supermarket | pharmacy | bakery | butchery | bookshop bookstore | restaurant | cafe café | pub bar | nightclub | cinema | casino",
    "public place": "park | square | market | beach | cemetery graveyard | playground | zoo | stadium | car-park",
    "station": "railway | bus | metro subway underground tube | tram | ferry | petrol | police | fire",
    "clothes worn": "burqa burka | headscarf hijab | turban | helmet | uniform | veil",
    "furniture": "chair | table | bed | sofa couch | desk | wardrobe | shelf | bench",
    "device": "phone smartphone | laptop | computer | tablet | camera | television | fridge refrigerator | dishwasher | microwave | kettle",
    "container": "bottle | can | jar | box | barrel | crate | bag | suitcase | envelope",
    "trait": "race racial | religion religious | gender | disability | nationality",
    "way in": "sea | air | land | rail | road", "hair": "blond blonde | brunette | ginger | grey-haired | bald", "hour of a shift": "day daytime | night nighttime",
    "person on a ship or plane": "passenger | crew | captain pilot | copilot co-pilot | stowaway",
    "office": (
        "mayor | governor | senator | president | vice-president | chancellor | king | queen | prince | princess | ambassador"
        " | councillor councilman councilwoman | congressman congresswoman | pope | sheriff | headteacher headmaster headmistress | general"
    ),
    "crime": (
        "murder homicide | robbery mugging | burglary | theft stealing shoplifting | rape | arson | fraud | bribery | kidnapping abduction"
        " | assault | blackmail extortion | smuggling | perjury | forgery | vandalism | stabbing | shooting | manslaughter | treason"
        " | espionage | embezzlement | terrorism terror | defamation libel slander | trafficking | laundering | hacking | tax-evasion"
    ),
    "energy": (
        "oil petroleum | gas | coal | nuclear | solar sun | wind | hydro hydropower hydroelectric | petrol gasoline | diesel | electricity"
    ),
    "supply": "water | power electricity | gas | heating | broadband internet", "on board": "driver | passenger | pedestrian | cyclist",
    "portfolio": (
        "finance | health | education | defence defense | interior home | foreign | justice | transport | agriculture | housing | environment"
    ),
    "reach of a record": "world world's global | europe europe's | asia asia's | africa africa's | country's nation's | city's town's",
    "authenticity": "copy replica forgery fake | original", "whose account": "official verified | parody spoof fake", "how many of two": "both | one | neither",
    "days": "weekday | weekend", "scale": "dozens | hundreds | thousands | millions | billions | trillions",
    "reach": "local | national nationwide | global worldwide", "meal": "breakfast | lunch | dinner supper",
    "harm to people": "kill killed dead die died dies deaths fatally | injure injured wounded hurt injuries wounds",
    "part in a crime": "victim | suspect perpetrator attacker | witness", "unit of people": "household family | business company firm | individual",
    "metal": (
        "gold | silver | copper | iron | steel | aluminium aluminum | lithium | nickel | cobalt | uranium | zinc | tin | platinum"
    ),
    "crop": (
        "wheat | rice | maize corn | barley | soy soya soybean | cotton | sugar | coffee | tea | cocoa | potato | tomato | onion | apple"
        " | banana | orange | grape | olive | tobacco"
    ),
    "meat": "beef | pork | lamb mutton | chicken | fish | turkey | veal | dairy", "livestock": "cow cattle | pig | sheep | goat | hen | duck | horse | goose",
    "pet": "dog | cat | rabbit | hamster | parrot",
    "wildlife": (
        "wolf | bear | fox | tiger | lion | elephant | whale | shark | dolphin | deer | bee | eagle | snake | rhino rhinoceros | beaver | otter | badger | boar | lynx | moose | squirrel | hedgehog | bat | spider | rat mouse mice"
    ),
    "drink": "beer | wine | whisky whiskey | vodka | milk | juice",
    "drug": "cannabis marijuana | cocaine | heroin | fentanyl | opium | ecstasy mdma | methamphetamine meth",
    "toll": (
        "death dead died killed killing fatality | injury injured wounded hurt | missing | case infection infected caught | recovery recovered"
        " | hospitalised hospitalized"
    ),
    "contaminant": "listeria | salmonella | norovirus | botulism | mould mold | plastic | glass | mercury | arsenic | cadmium",
    "disease": (
        "cancer | diabetes | malaria | measles | influenza flu | polio | cholera | tuberculosis | ebola | hiv aids | covid coronavirus"
        " | dementia alzheimer's | asthma | autism | stroke | obesity | depression | pneumonia | hepatitis | dengue | rabies | mumps | rubella | tetanus | diphtheria | typhoid | smallpox | meningitis | shingles"
    ),
    "ship": "containership | tanker | trawler | yacht | cruiseship | freighter | warship frigate destroyer corvette | submarine | tugboat tug | lifeboat | icebreaker | dredger",
    "organ": "heart | lung | liver | kidney | brain | stomach | breast | skin | eye | bone | prostate | bowel colon",
    "limb": "arm | leg | hand | foot | finger | toe | knee | shoulder | hip | elbow",
    "vehicle": (
        "car automobile | bus | truck lorry | van minivan | train | tram | plane aircraft airplane jet | helicopter | ship | ferry | bicycle bike"
        " | motorcycle motorbike | tractor | taxi cab | submarine"
    ),
    "building": (
        "school | hospital | prison jail | church | mosque | synagogue | temple | museum | library | theatre theater | airport | stadium"
        " | factory plant | hotel | university college | nursery kindergarten | courthouse | embassy | warehouse | supermarket"
    ),
    "way": "road | bridge | tunnel | railway railroad | canal | motorway highway | runway", "water": "river | lake | sea ocean | pond | beach | reservoir | glacier",
    "disaster": (
        "flood flooding | earthquake quake | wildfire | drought | hurricane typhoon cyclone | tornado | landslide mudslide | avalanche"
        " | tsunami | eruption | heatwave heat | stampede crush | lightning | fog | hail | blizzard snowstorm"
    ),
    "schooling": "primary elementary | secondary",
    "tier": "federal | state | provincial province | municipal | county | borough",
    "force": "army | navy | airforce | marines", "house": "senate | commons | lords",
    "tax": "income | corporate corporation | inheritance estate | property | sales vat | payroll | tobacco | carbon | fuel",
    "faith": "christian | muslim islamic | jewish jew | hindu | buddhist | sikh | catholic | protestant | atheist | mormon",
    "colour": "red | blue | green | yellow | white | black | orange | purple | brown | grey gray | pink",
    "relative": (
        "wife husband spouse | daughter son child | sister brother sibling | mother father parent | aunt uncle | niece nephew"
        " | grandmother grandfather grandparent | cousin | granddaughter grandson grandchild"
    ),
    "age": "baby infant newborn | toddler child children kid minor | teenager adolescent teen | adult | pensioner retiree elderly",
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
    "work": "film movie | novel | song | opera", "press": "newspaper | magazine | radio | television tv",
    "garment": "shirt | coat jacket | trousers pants | dress | hat | shoe | glove | mask", "payment": "wage salary | pension | rent | mortgage | dividend | bonus",
    "result": "revenue turnover | profit | income | debt", "amount of a drug": "dose | course", "state of a count": "provisional preliminary interim | final definitive", "weather record": "hottest warmest | coldest | wettest rainiest | driest | windiest stormiest", "financing": "loan lend lent lending | grant | bond", "voice": "government governing ruling | unions | opposition",
    "span": "daily | weekly | monthly | quarterly | hourly | yearly annual annually", "part of day": "morning | afternoon noon midday | evening night overnight midnight", "season": "spring springtime | summer | autumn | winter",
    "stage of a bill": "proposed introduced drafted consider considered considering | passed enacted signed approved adopted | vetoed | repealed",
    "step of justice": (
        "arrest detention | charge indictment | trial | conviction | acquittal | appeal appealed | fine fined | investigated investigating probe"
    ),
    "prize": "nominated nominee shortlisted | won winner awarded accepted received",
    "movement of people": "migration | asylum | visa | deportation | emigration",
    "absence": "holiday vacation | sick sickness | maternity paternity parental",
    "care": "appointment | surgery operation | scan | vaccination", "town hall": "mayor | council | governor",
    "fuel": "electric | petrol gasoline | diesel | hydrogen", "making": "imported | exported | produced manufactured",
    "poll": "voter | candidate | party",
    "stage of research": "mouse mice | rat | monkey | human",
    "trust in a picture": "photographed filmed | generated | drawn painted",
    "degree of link": "cause causes caused | linked associated correlated",
    "measure of wealth": "income | wealth | spending | saving | debt",
    "army": "soldier troop | civilian | militant rebel | policeman police",
    "household": "homeowner | renter tenant | landlord | homeless",
    "party line": "labour | conservative tory tories | liberal | green",
    "measure": "average mean | median", "continent": "africa african | asia asian | europe european | oceania | antarctica | arctic",
    "quarter": (
        "northeast northeastern | northwest northwestern | southeast southeastern | southwest southwestern"
    ),
}  # fmt: skip


_KINDS |= {"country": COUNTRIES, "state": "|".join(american_states.GROUPS)}


def _singular_and_plurals(word: str) -> set[str]:
    """Return a noun and its possible plurals."""
    return {word, f"{word}s", f"{word}es", f"{word[:-1]}ies" if word.endswith("y") else word} | {
        f"{word.removesuffix(ending)}ves" for ending in ("fe", "f") if word.endswith(ending)
    }


KINDS: dict[str, dict[str, int]] = {}
"""Word -> {kind: member}; singular and plural are both keys."""
for _kind, _members in _KINDS.items():
    for _member, _words in enumerate(_members.split("|")):
        for _word in _words.split():
            for _form in _singular_and_plurals(_word):
                KINDS.setdefault(_form, {}).setdefault(_kind, _member)
