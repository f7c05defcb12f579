"""Words of the news that are interchangeable in a rewording: short groups here, the rest in `thesaurus/`, and the groups of a stem.

Only what holds in nearly any sentence: a shared group counts a little less than a shared word, and never silences a guard. Words
that differ in degree ("many", "most") or in kind ("nurse", "doctor") do not belong here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from claimtrack.core.language.word_lists import IRREGULAR
from claimtrack.core.match.words.forms import are_forms_of_one_word, is_plural
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus import nouns, politics, verbs

_GROUPS = """
biggest largest greatest | big large huge | small little tiny | highest record peak | least lowest minimum | begin start launch commence
end finish conclude | end cease discontinue | stop halt cease discontinue | open inaugurate | scrap abolish axe eliminate repeal
buy purchase acquire | destroy demolish | create establish founded | make produce manufacture | rise increase grow climb jump surge soar up gain
fall drop decline decreased plunge slump down shrink dip | raise hike boost | cut reduce lower slash trim | double twice | halve half
show reveal find | suggest indicate | say claim state tell assert add | announce declare unveil | ban prohibit outlaw forbid bar
allow permit let authorize | approve pass adopt ~ back | reject refuse decline | support favor endorse back | oppose against resist
win victory beat defeat | lost loss | kill die fatality | hurt injure wound | sack fire dismiss | hire recruit | resign quit step
leave depart exit | arrive come reach | return back | give donate hand provide grant cede | get receive obtain | hold keep retain | use utilize
want wish seek | try attempt | help assist aid | need must | plan intend aim ~ propose | warn caution alert | accuse allege | deny reject dispute
investigate probe examine | arrest detain hold custody | jail prison imprison imprisonment ~ sentence | convict guilty | free release
~ attack assault strike | protest demonstrate march ~ rally | fight battle combat | ~ invade occupy | pay spend cost | earn make | owe debt
money cash fund | wage salary pay earn | price cost | tax levy duty | tariff duty | firm company business corporation corp inc
worker employee staff | boss chief head leader ceo director | job post position employment | joblessness jobless unemployed | poor poverty
rich wealthy affluent | house home dwelling | flat apartment | car automobile vehicle | lorry truck | plane aircraft jet airplane flight
airline carrier | train rail | railway railroad | motorway highway freeway | petrol gasoline fuel filling | film video footage clip | tv television
website site web online internet | child kid youngster minor | baby infant newborn | teenager teen adolescent youth | young youth
old elderly aged senior | adult grown | man male | woman female | wife spouse | husband spouse | parent mother | parent father | doctor physician gp
ill sick unwell | jab shot vaccine vaccination vaccinate immunize inoculate | covid coronavirus | medicine medication ~ drug
~ hospital clinic ward | ~ school classroom | ~ university college | teacher educator | lawyer attorney solicitor | police officer cop
soldiers troops military army | soldier troop | gun firearm | weapon arm | ~ blast bomb explosive | crash accident collision
hurricane cyclone typhoon | hot warm heat | migrant immigrant | refugee asylum | foreigner foreign overseas abroad | citizen national
border frontier | country nation | village hamlet | region area district | world global earth planet worldwide
government state cabinet administration | parliament legislature congress | mps lawmakers legislators parliament | ~ minister secretary
~ president leader | election poll vote | law legislation act statute ~ bill | rule regulation | court judge tribunal | verdict ruling judgment
study research researchers | scientist researcher academic | expert specialist | report document | figure statistic data number
percentage share proportion | majority most | quarter fourth | average mean typical | total overall | nearly almost
about around approximately roughly | over more exceed above | under less fewer below | current present now today | former ex ~ previous
daily everyday | ~ recent latest | first initial | final last | whole entire all full | entirely completely wholly totally | govern rule reign
publish release disclose | every each all | many numerous | several some | important significant major key | main chief principal
dangerous unsafe hazardous risky | safe secure | false untrue fake bogus | true correct accurate | correct right | birthrate natality | ~ secret confidential classified | ~ public state
private privately | free gratis | clean pure | dirty polluted contaminated | climate warming | trash rubbish garbage waste | water drinking
food meal | hungry hunger starve starvation ~ famine | speed fast quick rapid | slow sluggish | surplus excess | happen occur
cause trigger spark prompt | lead cause | link connect tie connection | include contain | join enter | visit trip | travel journey
move relocate transfer | send dispatch ship | bring carry transport | supply deliver provide | replace substitute | change alter amend modify
improve better | worsen deteriorate | repair fix mend | appoint name | call urge demand appeal | ask request | answer reply respond | know aware
meet talk discuss | agree deal accord agreement | contract deal | contest race competition | player footballer | team side squad | fan supporter
goal score | birth born | divorce split separate | widow bereaved | rural countryside | urban city | coast shore seaside
offend break violate breach | hide conceal cover | steal rob theft | cheat defraud fraud swindle | bribe kickback ~ corruption | ally partner
hate dislike | ~ like love | fear afraid scared | angry furious | own owner | own ownership | living residence reside resident
proof prove evidence | sale sold | introduction introduce | force drive compel oblige | skip miss | hit struck slam | detail data information
acquit clear exonerate | demolish demolition raze bulldoze tear | number amount figure | ride travel | mission trip flight | delay postpone push
suspend pause halt freeze | resume restart reopen | switch turn | overturn quash annul void reverse | uphold affirm confirm | decide decision ruling
tackle address combat fight | crackdown clampdown | scheme program project plan | rollout launch introduction | aid assistance help relief support
grant award give | rely depend | blame fault responsible | flawed faulty defective | fraudulent bogus fake | cheap inexpensive affordable
costly expensive dear pricey | shortage lack scarcity | outage blackout powercut | power electricity | drinking potable | dump discard throw bin
poison toxic poisonous | chemical substance | grade mark | degree diploma | thesis dissertation | plagiarize plagiarism copy | term semester
tuition fee | childcare nursery daycare | surgery operation | treat treatment | patient sufferer | dose injection ~ shot
spread transmit transmission | infect infection contagion | symptom sign | heal recover recovery | obese obesity | smoking cigarette tobacco
sentence term ~ jail prison | ~ suspect accused defendant | gunman shooter | abduct abduction kidnapping | robbery heist | burglary burgle break-in
sue lawsuit suit litigation | testify testimony | plea plead | bail bond | ballot vote poll | turnout participation | seat constituency
candidate contender ~ nominee | mandate term | coalition alliance | envoy ~ ambassador diplomat | treaty pact accord agreement
~ sanction embargo penalty | truce ceasefire ~ armistice | hostage captive | rebel insurgent militant | ~ missile rocket | shelling bombard
~ strike raid attack | evacuate evacuation | bonus payout | layoff redundancy redundant | strike walkout stoppage | ~ mortgage loan lend
deficit shortfall gap | shareholder investor stockholder | share stock | merger merge ~ takeover acquire acquisition | debt loan | cancel forgive
quran koran | legal legalize | illegal outlaw ban | bankrupt bankruptcy insolvency insolvent bust | revenue turnover sales | profit earnings
headquarters head base | factory plant works mill | shop store outlet | customer client shopper consumer | product goods item
commuter passenger traveller traveler rider | driver motorist | pedestrian walker | cyclist bicycle bike | crash collide collision smash
derail derailment | delay late | cancel cancellation scrap axe | boat ship vessel ~ ferry | harbor port dock | heatwave heat | landslide mudslide
forest woodland wood | tree timber | ~ species animal | fishing fishery | farmer grower | cattle cow livestock | bushfire wildfire fire blaze
emit emission ~ pollute | renewable green ~ clean | plant station | pipeline pipe | picture photo image photograph snapshot | post message tweet
share repost circulate spread | doctor alter edit manipulate photoshop ~ fabricate | claim allege assert contend maintain | quote cite
speech address remark | town city municipality | county district borough | street road avenue | neighbourhood neighborhood area district
resident local inhabitant | pensioner retiree elderly | retire retirement pension | gas gasoline | suffer victim | veteran ex-soldier
~ toddler infant | coach manager trainer | striker forward player | match game fixture | champion winner title | award prize ~ medal
~ museum gallery | ~ church cathedral | theatre playhouse | ~ novel book | permit permission licence | want plan intend
~ steal looted plundered embezzled | enlarge expand | withdrawn revoked rescind | reimburse refund repay | workforce employees staff
deported expelled | mast tower pylon | captain skipper | remove delete scrap strip | protester demonstrator activist | cure heal
seize confiscate impound | mep lawmaker | meps lawmakers parliament | msp lawmaker | msps lawmakers parliament | doctor medecins
body corpse remains | disband dissolve | generate produce | assent sign signature | watchdog regulator | block prevent | laboratory lab
farming agriculture agricultural | bounty reward | nuclear atomic | housing accommodation | overtake surpass pass outstrip | forces troops military
recording tape | evict eject oust | rival competitor | critic opponent | scandal affair | ammunition munitions shells | sever cut break
tie relation | electorate voters | inmate prisoner ~ detainee | symbol sign | gay homosexual | loan lending | ~ reservoir dam | drought dry
embezzle misappropriate | dwelling household | envoy ambassador emissary | contraception contraceptive | consent approval agreement permission
shell bombard bombardment | pontiff pope | ~ sack oust topple | unveil present launch | lawmaker deputy | cost bill | probe inquiry enquiry
somebody someone | everybody everyone | anybody anyone | new fresh | fog mist | corruption graft | rust corrosion | alcohol drink booze liquor
start trigger spark | past last ~ recent | alleged suspected | full complete | municipal local | lawsuit case suit | original first | influenza flu
pregnant expecting expectant | sleep asleep | reject dismiss | unharmed unhurt safe | across throughout | confess admit | hen chicken poultry
cull slaughter | ~ monsoon rain | enquire ask | short lack | inside within | until till | mainly mostly largely chiefly primarily predominantly
partly partially | solely exclusively only | january jan | february feb | april apr | june jun | july jul | august aug | september sept sep
october oct | november nov | december dec | foreign external overseas | ~ assassinate murder kill | devour eat consume | destroy destruction
retake recapture | pave surface | detect locate find | depreciate weaken | economy gdp | espionage spying | subside sink | capsize overturn
deduct dock | output production produce | trust confidence | mortality death | strip revoke | explanation reason | sailor seaman seamen mariner
cropland farmland | relative family relatives | bureau office | accession entry | height high | torrential heavy | apologize sorry
associate association link | guarantee enshrine | statehood state | dual double | forecast expect predict project | inform tell notify brief
celebrate mark | discontinue drop | quota cap limit | levy fee charge | submerge flood underwater | pick choose select | host hold stage
climb scale | reach hit | ~ survey census count | inquiry investigation | evacuee evacuated | ~ trafficker smuggler | loot rob | vaccine inoculation
bill tab | gunmen attackers gunman | stabbing knife | salary income pay | unpaid owed | overdue late | deadline limit | annual yearly
subsidy subsidize aid | dam barrage | turbine windmill | solar photovoltaic | rooftop roof | lodge file submit | appoint install
blast exploded detonate | crew sailors | cargo freight goods load | container box | toll fee | ~ passport document | ~ visa permit
herd cattle livestock | drown drowning | malnutrition malnourished undernourished | orphan orphaned
inhabit inhabitant live populate population populous | counterfeit fake forged forgery | antique ancient old | unearth discover excavate find
archaeologist excavator | skeleton bones remains | tomb grave burial | councillors council | senators senate | judiciary courts judges
verdict judgement judgment | jury jurors | inmate jailed | displace uproot | ill illness | schoolboy pupil | schoolgirl pupil
before earlier sooner ahead | moon lunar | ~ warship frigate | ~ warship destroyer | ~ warship corvette | lawyer counsel
witness onlooker bystander | rioting ~ unrest | ~ looting riot | blockade block | siege besiege encircle | crime offence | fine penalty
voter elector | talk negotiation | exam examination test | tenant renter | boss manager executive | officer policeman policemen | class lesson
household family | tunnel underpass | bus coach | tram streetcar | holiday vacation | tourist visitor holidaymaker | hotel inn | restaurant eatery
item article | mine pit colliery | well borehole | island isle | dog canine | crop harvest | email message mail | letter missive | song track
club team side | winner victor | donor contributor | donation contribution | gift present | error mistake blunder | fault defect flaw
problem issue | complaint grievance | militant fighter insurgent | camp encampment | visit tour | sow plant | own possess | waste squander
lose mislay mislaid | count tally | record register log | print publish | write penned | sign inked | charge indict | fine penalize
protect safeguard | interview question | monitor track | inspect check examine | audit examine | renovate refurbish restore | lease rent | lease let
train teach | sponsor fund back | organize arrange | boycott shun | install fitted | dug excavate | drain empty
schoolchildren pupil student schoolchild | goal target aim objective | allocate earmark assign | assess evaluate appraise | autumn fall
author writer | author write | broadcast aired | carer caregiver | colleague coworker | pharmacist chemist | pharmacy chemist drugstore
clothes clothing garment apparel | compensation damages payout | compulsory mandatory obligatory | controversial contentious | couple pair
curriculum syllabus | deadly lethal fatal | delegate representative | deplete exhaust | device gadget | disabled handicapped | disappear vanish
elevator lift | enrol enroll enlist register | engine motor | extra additional | football soccer | pavement sidewalk footpath | freedom liberty
genuine real authentic | graph chart | concert gig | dismantle disassemble | rubble debris wreckage | tyre tire | nappy diaper | luggage baggage
mum mom mother | dad father | nursery kindergarten preschool | optician optometrist | parcel package | pedlar hawker vendor | pill tablet
plot scheme conspiracy | postpone defer shelve | postman mailman | prawn shrimp | quarrel row argument | rubbish litter | sceptic skeptic doubter
~ slump downturn recession | spokesman spokesperson | spokeswoman spokesperson | tap faucet | taxis cab | taxpayer ratepayer | torch flashlight
trousers pants | undertaker mortician | ~ vandalize damage | vicar priest cleric clergy | warehouse depot | wreck shipwreck | grain cereals
hazard danger | paediatric pediatric | apprehend arrest detain nab | incarcerate imprison jail | assailant attacker | interrogate question
extort blackmail | ringleader mastermind | informer informant | scam fraud swindle | thug hooligan | plaintiff complainant | magistrate judge
adjourn postpone | overrule overturn | courthouse court | libel defamation | referendum plebiscite | incumbent sitting | inauguration swearing
manifesto platform | aeroplane airplane plane aircraft | motorcycle motorbike | blaze inferno | mishap accident | stranded marooned | stuck trapped
manufacturer maker producer | carmaker automaker | brewery brewer | stake holding shareholding | takeover buyout acquisition | tycoon magnate mogul
restructure reorganize | headcount workforce | invoice bill | rainfall rain | snowfall snow | blizzard snowstorm | tornado twister | hailstorm hail
isolation isolate ~ quarantine | painkiller analgesic | chickenpox varicella | pertussis whooping | kidney renal | heart cardiac | lung pulmonary
liver hepatic | ~ bacteria germ | scholarship bursary | textbook schoolbook | primary elementary | drone uav | landmine mine | coup putsch
uprising revolt rebellion insurrection | nationality citizenship | charity ngo nonprofit | remain stay | apolitical nonpolitical
teetotaller nondrinker | crumble collapse | ignite kindle | disperse scatter | surround encircle | praise laud applaud hail | oversee supervise
exhibit exhibition display | dupe deceive fool | baptize christen | referee umpire | stadium arena | draw tie | refrigerator fridge
backpack rucksack | sofa couch settee | biscuit cookie | stove cooker | cellar basement | attic loft | corridor hallway | staircase stairs stairway
junction intersection crossroads | swamp marsh bog | jungle rainforest | pig hog swine | rooster cockerel | insect bug | puma cougar | elk moose
marry wedding marriage | jewel gem | resident dweller | ambush attack | commend praise | siren alarm | lorry hgv | loot ransack plunder
capita inhabitant head | abandon leave ~ flee | after following | hold happen | sharpest steepest largest biggest | sight see
running consecutive straight successive | falsely wrongly | methane ch4 | ozone o3 | tuberculosis tb | ~ raise lift hoist | ~ take accept
~ suspend hold | ~ create establish found | ~ end stop halt cease finish conclude discontinue | ~ hire recruit employ | ~ appoint name nominate
~ pick choose select elect | ~ approve clear okay | ~ rent let lease | ~ mp lawmaker legislator parliament | ~ mep msp parliament
~ spokesman spokeswoman spokesperson | ~ headmaster headmistress headteacher | ~ steward stewardess | ~ actor actress | ~ misinformation disinformation
~ collect raise | ~ own owner ownership | ~ wife husband spouse | ~ parent mother father | ~ fall collapse topple | ~ study paper report
~ conclude find note | ~ injure harm | ~ edited altered manipulated photoshopped faked | ~ flat apartment home | ~ pedestrian passerby
~ youth youngster | ~ agency authority | ~ heavy strong torrential | ~ correct fix repair mend | ~ visit journey trip | ~ risk likelihood danger
~ voter citizen | ~ proposal project plan | ~ trial proceedings | ~ crime deed offence | ~ mainly chiefly primarily particularly | ~ decide vote
"""

_NEAR_BAR = "~"
"""Words after it are only near-synonyms of those before it, or part from them in other company ("raised the cap", "lifted the cap"; "the jab hurt him",
"the shot hurt him"), or are a part or the whole: they make two claims similar, not the same."""
_THESAURUS = (verbs.GROUPS, nouns.GROUPS, politics.GROUPS)
_GROUPED = "|".join((_GROUPS, *_THESAURUS)).replace("\n", "|").split("|")
"""The groups as written: a command needs the words of a few among thousands."""
_NONE: frozenset[int] = frozenset()
"""The groups of most words; one object for all, since the garbage collector would visit a new one each again and again."""
_INDEX_LETTERS = 3
"""Number of letters that a word and its stem share; stems longer than `_MAX_SHORT_STEM_LETTERS` share one more."""
_MAX_SHORT_STEM_LETTERS = 4


def _words_of_group(number: int) -> list[str]:
    """Return all words of a group, near-synonyms included."""
    return _GROUPED[number].replace(_NEAR_BAR, " ").split()


def _synonyms_in_group(number: int) -> list[str]:
    """Return the interchangeable words of a group."""
    return _GROUPED[number].partition(_NEAR_BAR)[0].split()


def _index_words() -> dict[str, list[tuple[str, int]]]:
    """Return first letters -> (word, group number) of the words that begin so."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number in range(len(_GROUPED)):
        for word in _words_of_group(number):
            known = IRREGULAR.get(word, word)
            found[known[:_INDEX_LETTERS]].append((word, number))
            if len(word) == _INDEX_LETTERS:
                found[known[: _INDEX_LETTERS - 1]].append((word, number))  # "axe", "axed"
    return found


_WORDS = _index_words()


@lru_cache(maxsize=20_000)
def _groups_by_stem(beginning: str) -> Mapping[str, frozenset[int]]:
    """Return stem -> groups for the words that begin with some letters. Stemming all words at once would take longer than most commands do."""
    found: dict[str, frozenset[int]] = {}
    for word, number in _WORDS.get(beginning[:_INDEX_LETTERS], ()):
        if len(beginning) <= _INDEX_LETTERS or IRREGULAR.get(word, word).startswith(beginning):
            for form in _stems_of_forms(word):
                found[form] = found[form] | _single_group(number) if form in found else _single_group(number)
    return found


@lru_cache(maxsize=20_000)
def _single_group(number: int) -> frozenset[int]:
    """Return a set of one group, the same object for all its words, for the reason given at `_NONE`."""
    return frozenset((number,))


@lru_cache(maxsize=20_000)
def _stems_of_forms(word: str) -> tuple[str, ...]:
    """Return the stems of a listed word and of its past; but not one that belongs to another word: "made" is not "mad"."""
    known = IRREGULAR.get(word, word)
    found = {stem(word), stem(f"{word.removesuffix('e')}ed")}
    return tuple(form for form in found if known.startswith(form[:_INDEX_LETTERS]))


@lru_cache(maxsize=100_000)
def senses(term: str) -> frozenset[int]:
    """Return the groups, by number, that a stemmed term belongs to; an empty set for most words."""
    return _groups_by_stem(term[: _INDEX_LETTERS + (len(term) > _MAX_SHORT_STEM_LETTERS)]).get(term, _NONE)


@lru_cache(maxsize=50_000)
def own_senses(word: str) -> frozenset[int]:
    """Return the groups in which a lower-case word itself, not just one of its stem, is a synonym; only plurals where it is listed so: "voters"."""
    term = stem(word)
    return frozenset(
        number
        for number in senses(term)
        if any(_is_listed(word, term, synonym) for synonym in _synonyms_in_group(number))
    )


def _is_listed(word: str, term: str, listed: str) -> bool:
    """Whether a word itself, and not just one of its stem, is a form of a listed word."""
    in_one_number = not is_plural(listed) or is_plural(word)
    return term in _stems_of_forms(listed) and in_one_number and are_forms_of_one_word(word, listed)


@lru_cache(maxsize=20_000)
def synonyms_of(term: str) -> frozenset[str]:
    """Return the stems of the other words of the groups of a stemmed term."""
    return frozenset(stem(word) for number in senses(term) for word in _words_of_group(number)) - {term}


@lru_cache(maxsize=20_000)
def stems_in_group(number: int) -> frozenset[str]:
    """Return the stems of the words of a group."""
    return frozenset().union(*map(_stems_of_forms, _words_of_group(number)))
