"""Nouns, adjectives and adverbs that newsrooms use interchangeably. Data only; see synonyms.py for what belongs here."""

GROUPS = """
abdomen belly stomach | ability capability | abortion termination | accolade award honor | accomplice abettor | addiction dependence dependency
addressee recipient | advantage benefit | advantage upside | adversary enemy foe rival opponent | advisor aide | advocate proponent supporter
aftermath wake | agency body | agreement contract | ailment disease illness sickness | ailment illness malady | airfield airstrip aerodrome
airship blimp zeppelin | ~ airstrike raid | album record | ale beer | alley alleyway lane | allocation allotment | alumnus alumni graduate
ambition aspiration | anaemia anemia | anaesthesia anesthesia | anaesthetic anesthetic | analogue analog | analysis study | analyst expert
ancestor forefather forebear | anchor newsreader newscaster presenter | anger fury rage wrath | anguish suffering | announcement statement
antenna aerial | anxiety worry | applicant candidate | applicant jobseeker | apprentice trainee | apprenticeship traineeship
archaeology archeology | archipelago islands | aristocrat noble nobleman noblemen | armament weapon | artefact artifact relic
assembly legislature parliament | assignment task | association federation | assumption presumption | assurance guarantee | astronaut cosmonaut
athlete sportsman sportsmen | athlete sportswoman sportswomen | attempt endeavor | attire clothes outfit | audience viewer | auntie aunt
authority official | autopsy postmortem | avalanche snowslide | babysitter sitter | ~ bacteria microbe | bailout rescue | band group
bandage dressing | bank lender | banquet feast | bargaining negotiation | barman barmen bartender | barricade barrier | barrister lawyer attorney
basis foundation | basis ground | bather swimmer | baton truncheon | batsman batsmen batter | battlefield battleground | bazaar market souk
beach shore | beam girder | beast animal creature | beetroot beet | beggar panhandler | behavior conduct | belongings possession
benchmark yardstick | beneficiary recipient | bequest legacy inheritance | betting gambling wagering | beverage drink | bias prejudice
biker motorcyclist | billboard hoarding | bin dustbin trashcan | binman dustman binmen dustmen | bloc grouping | ~ bloodshed violence
blueprint plan roadmap | boffin scientist | boiler furnace | bonnet hood | bookmaker bookie | bookshop bookstore | boot trunk | boulder rock
bouncer doorman doormen | boundary border | bourse exchange | bout fight | bovine cattle | bowel intestine gut | boxer fighter | branch bough
branch outlet | bravery courage heroism | bricklayer mason | brink verge edge | broadband internet | broadcast transmission | broadcaster channel
broadcaster network | bulk majority | bullet round | bullock steer | bumper fender | bundestag parliament | bunker shelter | bureaucrat functionary
burqa burka | businessman businessmen entrepreneur | businesswoman businesswomen entrepreneur | bylaw ordinance | cabbie cabdriver | cable wire
cadaver corpse | calamity catastrophe disaster | calibre caliber | cameraman cameramen videographer | campaigner activist | campaigner advocate
campsite campground | candy sweet confectionery | canteen cafeteria | carcass carcase body | carcinoma cancer | caribou reindeer | carpenter joiner
carton box | cartoon caricature | cashpoint atm | catalogue catalog | cause reason | cave cavern grotto | ceiling cap limit
cellphone phone mobile telephone | cemetery graveyard | centimetre centimeter | ceremony ritual | chairman chairmen chairperson chair
chairwoman chairwomen chairperson chair | challenger rival opponent | chamber house | chance opportunity | changeover transition | channel network
chaos mayhem disorder | charlatan quack | chauffeur driver | chef cook | chemo chemotherapy | childbirth birth | chilli chili | chimp chimpanzee
choice option alternative | circuit track | circumstance situation | civilian noncombatant | claimant plaintiff | clash match | clause provision
clergyman clergymen cleric | clientele customer | climber mountaineer | clinician doctor | clot thrombosis | cloth fabric textile | clout influence
coastline shoreline coast shore | cockroach roach | coffin casket | collier miner | comedian comic | commerce trade
commercial advert advertisement ad | commission panel | committee panel | compatriot countryman countrymen | competitor contestant
component part element | compound complex | con scam | concept idea notion | condo condominium apartment | congestion gridlock
congestion jam tailback | conglomerate group | congressman congressmen representative | conman conmen swindler fraudster | conman conmen trickster
conscript draftee | consequence repercussion | consignment shipment | consortium group | constable officer | constituent voter
contestant participant | controversy row | convent nunnery | convention treaty | convoy column | cooperative coop | coriander cilantro
correspondent reporter journalist | corridor passage passageway | cot crib | councillor councilor councilman councilmen
counselling counseling therapy | counteroffensive counterattack | coupon voucher | courgette zucchini | courier messenger | course class
course program | cove inlet | craftsman craftsmen artisan | crayfish crawfish | creator founder | credit loan | creditor lender
criminal offender lawbreaker | criterion criteria standard | critic detractor | croc crocodile | crook criminal | crosswalk crossing | crown title
crude oil petroleum | cruelty brutality | cutback cut reduction | cypher cipher | database databank | deadlock impasse stalemate logjam
dearth scarcity shortage paucity | debtor borrower | deficiency shortcoming | department ministry | detachment contingent | detective investigator
detector sensor | detention custody | detour diversion | dialogue talk | diarrhoea diarrhea | diary journal | dictator despot tyrant
dictatorship tyranny despotism | digger excavator | dignitary vip | dinghy boat | dinner supper | diocese bishopric | directive instruction order
disability handicap impairment | discontent dissatisfaction discontentment | discord disagreement | disorder condition disease illness
disparity gap | dissident dissenter | distinction difference | distress suffering | ditch trench | dividend payout
docker dockworker stevedore longshoreman longshoremen | doorway entrance | dormitory dorm | dossier file | downfall demise
downpour deluge rainstorm | downtown centre | drain sewer | drawback downside disadvantage | drawing sketch | driveway drive | duma parliament
duo pair | dusk nightfall twilight | duty obligation | dyke dike levee embankment | earphones headphones | edifice building structure
effect impact | embassy legation | emblem symbol | emir amir | encounter match game | encyclopaedia encyclopedia | enrolment enrollment registration
enterprise business company firm | entertainer performer | entitlement right | entrance entry | entrant participant | envy jealousy
epicentre epicenter | episode instalment | equaliser equalizer leveller leveler | equality parity | equipment gear kit | equity stock
era epoch age | escapee fugitive | essay paper | estuary mouth | eucharist communion | example instance | exchequer treasury | excuse pretext
exemption exception | exhibition show | exile banishment | expatriate expat | expenditure outlay spending | expense cost outlay | expertise knowhow
expiry expiration | explorer adventurer | expo exhibition fair | expulsion deportation | extent degree | extent scale | extremist radical
eyesight vision sight | eyewitness witness | facility centre | facility plant | facility site | faeces feces excrement stool | faith religion
fanatic zealot | farmhand farmworker | farmstead farm | farmyard barnyard | fatigue tiredness exhaustion | fauna wildlife | favouritism favoritism
feature characteristic | fertiliser fertilizer | festival fest | fiasco debacle | fibre fiber | filmmaker moviemaker director | financier backer
finding result | firefighter fireman firemen | fisherman fishermen angler | fissure crack | flag banner | flame fire | flatmate roommate housemate
flaw weakness | fleet flotilla armada | flogging whipping lashing | flyover overpass | fodder feed | folketing parliament | follower fan
foodstuff food | foreclosure repossession | fortress fort citadel | fortune wealth riches | fowl poultry | fraudster scammer swindler cheat
freshman freshmen fresher | frontline front | frontrunner favourite | fulfilment fulfillment | funfair fairground | gambler punter bettor
gang ring network | garden yard backyard | gathering assembly | gator alligator | gearbox transmission | germ microbe | giant company firm
glitch bug | glitch fault malfunction | glue adhesive | goaltender goalkeeper goalie keeper | gorge canyon ravine | gram gramme
grandpa grandad granddad grandfather | grandstand stand | gravestone headstone tombstone | grid network | gridlock deadlock | grief mourning
grocery food | groom bridegroom | ground stadium | grounds premises | groundwater aquifer | group company firm | guarantee warranty
guerrilla guerilla fighter | guerrilla guerilla rebel insurgent | guest visitor | guesthouse inn | gull seagull | gunfire gunshot | gymnasium gym
gynaecologist gynecologist | gynaecology gynecology | haemorrhage hemorrhage bleeding | haircut hairstyle | hairdresser barber
hairdresser hairstylist | handbag purse | handbook manual guide | handcuff cuff | handgun gun | handset phone | hanukkah chanukah
hardship difficulty | headland promontory cape | heart centre | heir inheritor | helpline hotline | herbicide weedkiller | hideout hideaway lair
hijab headscarf | hiker walker rambler | hillside slope | hippo hippopotamus | hitch snag | hoard stash cache | ~ hoax prank | holding asset
homeland motherland fatherland | homework assignment | homoeopathy homeopathy | hostilities fighting conflict | hound dog | housekeeper maid
hub centre | humanity mankind humankind | humidity moisture | hunt search manhunt | hut shack cabin | hut shanty shack | hygiene cleanliness
hygiene sanitation | illustration drawing | imam cleric | imitation replica copy | impropriety wrongdoing | inbox mailbox | incursion raid
indifference apathy | industry sector | inequality disparity | infertility sterility | infirmary hospital | influx inflow
infringement violation breach infraction transgression | inheritance estate | initiative scheme program project | insomnia sleeplessness
institute centre | instructor teacher | instructor trainer | instrument tool | intern trainee | internship placement | inventor creator
itinerary route schedule | jacket coat | janitor caretaker custodian | jersey shirt | jetliner plane aircraft jet | jeweller jeweler
jihadist jihadi | jockey rider | journal magazine | jumper sweater pullover | junkie addict | kilo kilogram kilogramme | kilometre kilometer
kiosk stall booth | knesset parliament | knife blade | label tag | laceration cut gash | landfill dump tip | landholder landowner
launderette laundromat | laureate winner | leaflet flyer pamphlet brochure | lecture talk | leisure recreation | length duration
leukaemia leukemia | falsehood untruth ~ lie | lifeguard lifesaver | likelihood probability chance | liner ship | litre liter | livelihood living
locality area | location site | loch lake | locomotive engine | lodger boarder | lodging accommodation | loudspeaker speaker | loyalty allegiance
luck fortune | lumber timber | lumberjack logger woodcutter | machinery equipment | mafia mob | mafioso mobster gangster | mailbox letterbox postbox
makeup cosmetics | manure dung | market marketplace | massacre slaughter bloodbath carnage | maths math mathematics | matrimony marriage
mausoleum tomb | meadow pasture | measure step | medallist medalist | mediator intermediary broker | memo memorandum | memoir autobiography
memorial monument | merchandise goods | merchant trader | mercy compassion | mercy leniency clemency | metre meter | microchip chip semiconductor
microphone mic | middle centre | milestone landmark | militiaman militiamen fighter | millimetre millimeter | misdeed wrongdoing
mistreatment maltreatment abuse | momentum impetus | monarch sovereign | monastery abbey | mood atmosphere | morale spirit | morgue mortuary
motion movement | motive reason | motorhome rv campervan | mountain mount | moustache mustache | mugger robber | mugging robbery | mullah cleric
~ murderer killer | muslim moslem | mutiny revolt rebellion | narcotic drug | negligence carelessness | nightclub club disco
nonbeliever unbeliever atheist | norm standard | note memo | observer monitor | obstacle hurdle barrier impediment | obstruction obstacle hindrance
occupation job | occurrence incident event | oestrogen estrogen | offspring child | ointment cream salve | onset beginning start | onus burden
openness transparency | operative agent | operator company firm | opinion view | ~ opioid opiate | organization body | organization group
origin source | orthopaedics orthopedics | outage failure | outcry uproar furore furor | outlook forecast | outlook prognosis
outrage anger indignation | outset beginning start | outskirts edge fringe | overview summary | pace rate | pace speed | packet package
paedophile pedophile | paedophilia pedophilia | painting picture | panellist panelist | papacy pontificate | ~ pardon clemency
parliamentarian lawmaker legislator mp mps | participation involvement | particle particulate | passerby bystander | passersby bystander
password passcode | pastor preacher | pathogen germ | patio terrace | patron sponsor | paycheck paycheque salary wage | peanut groundnut
penitentiary prison jail | perk benefit | phase stage | philanthropist benefactor | pier jetty wharf quay | piste slope | pistol handgun
pitch field | placard poster | placard sign | plank board | playground schoolyard | playwright dramatist | plaza square | plea appeal
plight predicament | plotter conspirator | policewoman officer | policymaker decisionmaker | politician politico | populace population
possibility chance | precipice cliff | precondition condition | precursor forerunner | prediction forecast prognosis | pregnancy gestation
premises building | premises property | prerequisite precondition | presenter host | press media | ~ prisoner captive | probe spacecraft
profession job | profession occupation | progress headway | property house home | proprietor owner | prospect possibility | prosperity affluence
provenance origin | proximity closeness nearness | pub bar tavern | publican landlord | pundit commentator | purpose aim goal objective
pushchair stroller buggy pram | quantity amount | queue line | racecourse racetrack | radiation radioactivity | raid swoop | ranch farm
rancher farmer | readiness willingness | rebate refund | rebound recovery | recess break | refuge sanctuary haven | refuge shelter
regime government | rehabilitation rehab | relegation demotion | reluctance unwillingness | remainder rest | remedy cure | remedy treatment
remorse regret contrition | remuneration pay salary | replica copy reproduction | repression oppression | reputation image | reputation standing
rerun repeat | reservation booking | reshuffle shakeup | responsibility obligation | resume cv | retailer store shop | revenge vengeance retribution
reviewer critic | revival resurgence | revolver handgun | rhino rhinoceros | rift split schism | rig platform | risk danger | ritual rite
rivalry competition | riverbank bank | riverbed bed | roadside verge | roadway road | role part | rookie newcomer | roster list | rota roster
roundabout rotary | rout thrashing drubbing | route path | rower oarsman oarsmen | rumor gossip | rumor speculation | runaway fugitive
safeguard precaution | salesman salesmen salesperson | saleswoman saleswomen salesperson | saliva spit | saloon sedan | sample specimen
sanctuary reserve refuge | sanitiser sanitizer | savannah savanna | savior messiah | scene site | scenery landscape | scholar researcher
schooling education | schoolkid pupil schoolchild | schoolteacher teacher | scrapyard junkyard | screen display | screenplay script
screenshot screengrab | screenwriter scriptwriter | sculpture statue | seabed seafloor | seafarer sailor mariner seaman | seafront beachfront
seafront promenade | seaport port | season campaign | seatbelt belt | secession breakaway | sedative tranquilliser tranquilizer | seedling sapling
seizure fit convulsion | sejm parliament | sentry sentinel guard | separatism secessionism | series show | sermon homily
serviceman servicemen soldier | servicewoman servicewomen soldier | setback blow | settler colonist | sewage wastewater effluent | shakeup overhaul
shantytown slum favela | shard fragment piece | sheikh sheik | shipyard dockyard | shortcoming failing | show program | shrub bush
signatory signer | silencer suppressor | silverware trophy | similarity resemblance | singer vocalist | sinkhole hole | site place | skill ability
skull cranium | skyscraper tower highrise | slaying murder ~ homicide | sleuth detective | slur insult | smartphone phone mobile | smell odor
sms text message | sniper marksman marksmen sharpshooter | snitch informer | society association | socket outlet | solution answer
souvenir memento keepsake | soy soya soybean | spacecraft spaceship | spanner wrench | spat row quarrel dispute | spate series | spectator onlooker
speed velocity | sperm semen | sportsperson athlete | springtime spring | ~ spy agent | squabble row quarrel | squad team unit | squid calamari
stamina endurance | stance position | stance standpoint | standoff confrontation | star celebrity | statement communiqué | statement declaration
stepdad stepfather | stepmum stepmom stepmother | stint spell tenure | stipend allowance | stockpile arsenal | stockpile reserve | stone rock
stopover layover | storehouse warehouse | storey floor | strain variant | strait channel | strategy plan | streak run | stress strain pressure
string series | stronghold bastion | submarine sub | subpoena summons | subsidiary unit | substitute sub | successor replacement
suffrage franchise | suitcase case | sum amount | summertime summer | summit meeting | sunlight sunshine | sunrise dawn daybreak | sunset dusk
supervisor overseer | supplier provider | surrender capitulation | swimsuit swimwear | syndicate ring gang | synopsis summary
tabloid newspaper paper | takeoff departure | tarmac asphalt | technique method | teller cashier | temblor tremor earthquake quake | tempest storm
tender bid | tension strain | tenure term | territory land | territory soil | theory hypothesis | therapist counsellor counselor | therapy treatment
~ thieves robber burglar | threat danger | throne crown | tie match | tipoff tip | toll tally | tool implement | topic subject
tory tories conservative | tot toddler | tournament competition | tragedy disaster | trail path track | trailblazer pioneer | trailer teaser
trainers sneakers | trait characteristic attribute | traitor turncoat | trend tendency | tribute homage | trolley cart | trophy cup | tsar czar
tube underground metro subway | turmoil unrest upheaval | turnaround recovery | typo misprint | uncertainty doubt | underdog outsider
underwear underpants | unease concern worry | unease disquiet | universe cosmos | upsurge surge | uptick rise increase | upturn upswing
vacancy opening | vagrant tramp hobo | valor bravery courage | vapor steam | vegetation flora | vendor seller | venue location
veranda verandah porch | viewer watcher | viewpoint standpoint perspective | volume quantity | vulnerability weakness | waistcoat vest
wallet billfold | warfare war | washbasin sink | watchman watchmen guard | waterfall cascade | weaponry weapon
weatherman weathermen forecaster meteorologist | weed pot cannabis marijuana | weightlifter lifter | welfare benefit | wellbeing welfare
wetland marsh swamp | whisky whiskey | windscreen windshield | winemaker vintner | wintertime winter | worshipper worshiper churchgoer | worth value
wreckage wreck | wrongdoer perpetrator culprit offender | yield harvest | yoghurt yogurt | zone area | part section portion segment | glare gaze
~ woman lady | ~ man gentleman guy | ~ people guys folks | able capable | aboard onboard | academic scholarly
unintentional inadvertent accidentally inadvertently | addicted hooked | additional further supplementary supplemental
adverse negative unfavourable unfavorable | aerial air | again anew afresh | ageing aging | ailing sick ill | alarming worrying disturbing troubling
alleged purported supposed allegedly purportedly supposedly | alone solo singlehandedly | alongside beside | although though albeit | amid amidst
among amongst | animated cartoon | anthropogenic manmade | anticlockwise counterclockwise | apparently seemingly
approximate rough approximately circa | arable cultivable | archaeological archeological | armoured armored | artificial manmade synthetic
surprised astonished amazed ~ shocked stunned | astonishing astounding amazing staggering | authoritarian autocratic dictatorial despotic
automatic automated | autonomous driverless | avian bird | avoidable preventable | backup standby reserve | backward backwards | bad poor inclement
badly heavily | badly poorly | barely narrowly | barely hardly scarcely | baseless groundless unfounded | basic fundamental | belated late tardy
beneath underneath below under | benign noncancerous | bereaved grieving mourning | bigger larger greater | bleak gloomy grim dismal
brave courageous valiant | brief short | broken fractured | brutal savage vicious | caesarean cesarean caesarian | canned tinned
categorically flatly | cautious careful wary cautiously carefully | cellular mobile | cerebral brain
certainly definitely undoubtedly unquestionably | charred burned | civilian nonmilitary | closer nearer | closest nearest | coastal seaside
coeliac celiac | colorectal bowel | combined total aggregate | common frequent | common prevalent | communal municipal
compelling persuasive convincing | complex complicated intricate | complimentary free | conclusive definitive | congenital inborn innate
congested clogged jammed | constant constantly continually | contagious infectious communicable transmissible | contaminated tainted
continuous uninterrupted unbroken | correctly accurately | corrupt crooked | countless innumerable
clandestine undercover covertly secretly surreptitiously | credible believable | critical crucial pivotal | crowded packed | cruel inhuman inhumane
currently presently nowadays | dangerous perilous hazardous treacherous | daring audacious bold | deadlier bloodier | deadliest bloodiest
debut first | deceased dead | decisive deciding | defamatory libellous libelous | defenceless defenseless
deliberate wilful deliberately intentionally purposely wilfully | delighted thrilled overjoyed elated | densely thickly | dependent reliant
derelict disused abandoned | derogatory disparaging pejorative | deserted abandoned | deserted empty | despite notwithstanding | determined resolute
devastated heartbroken | devastating destructive | devout pious | different various | difficult hard tough arduous challenging
dilapidated rundown ramshackle decrepit | disastrous catastrophic calamitous | disgraceful shameful scandalous | disputed contested
dissatisfied unhappy discontented displeased | diverse varied | divisive polarising polarizing | domestic internal | dormant inactive
doubtful dubious questionable | downward downwards | drastic dramatic drastically dramatically | drinkable potable | dry arid | eager keen
eastward eastwards | easy simple straightforward | electrical electric | eligible entitled | emergency urgent | enough sufficient adequate
environmental ecological | equal equivalent | ethical moral | eurosceptic euroskeptic | eventually ultimately finally | precise exactly precisely
exaggerated overblown overstated inflated | excessive undue inordinate excessively overly | exclusive sole | existing current present
exorbitant extortionate | expected anticipated | experienced seasoned veteran | expired lapsed | external outside | extramarital adulterous
extremely exceptionally extraordinarily | famous famed renowned celebrated noted | faster quicker swifter | fastest quickest swiftest
fatally mortally lethally | favourable favorable | feasible viable workable | feline cat | fictional fictitious imaginary | fierce intense ferocious
flammable inflammable combustible | forever permanently | official formally officially | fortunate lucky fortunately | forward forwards
fragile shaky tenuous | frail feeble infirm | frantic frenetic frenzied | friendly amicable cordial | frightened scared afraid fearful
fruitful productive constructive | fully completely entirely wholly | functioning working operational | furious enraged irate incensed outraged
further farther | furthest farthest | futile fruitless pointless | gastric stomach | goalless scoreless | gradual phased incremental
groundbreaking pioneering trailblazing | gruesome grisly | gynaecological gynecological | habitable livable liveable | haemorrhagic hemorrhagic
halfway midway | hardline uncompromising | harmful damaging detrimental | harmless innocuous | harsh severe | harshly sharply | heavy intense
heightened increased | hereditary inherited heritable | heterosexual straight | highly very | historic historical | homeless unhoused
homemade improvised | homophobic antigay | honest truthful | hottest warmest | however nevertheless nonetheless
huge enormous gigantic massive immense colossal giant mammoth vast | humid muggy | humiliating degrading | icy freezing frigid | idle inactive
illegal unlawful unlawfully illicitly | immediate instant instantaneous immediately instantly forthwith | imminent impending | impartial unbiased
inappropriate improper | inaugural first maiden | inbound incoming | incessant ceaseless unceasing relentless | incomplete unfinished
indigenous native aboriginal | indispensable essential vital crucial | ineffective ineffectual
inevitable unavoidable inescapable inevitably unavoidably | infeasible unfeasible unworkable | inflammatory incendiary | initially originally
insufficient inadequate | intact undamaged | interim acting | interim caretaker provisional transitional | invalid void
irrefutable indisputable incontrovertible undeniable | combined shared jointly together collectively | justified warranted | kerbside curbside
lacklustre lackluster sluggish | landmark historic | lasting enduring durable | legally lawfully | lax loose slack
leading prominent foremost eminent | leading top | leftwing leftist | lenient mild | lgbt lgbtq lgbtqi | liable responsible
likely probable probably | lone single solitary | long lengthy prolonged protracted | longtime longstanding | loyal faithful | lucrative profitable
luxury luxurious opulent | main primary principal | major big large | makeshift improvised | malignant cancerous | manned crewed
marital matrimonial | maritime marine sea | meagre meager scant paltry | meanwhile meantime | medieval mediaeval | mental psychological
ministerial cabinet | minor slight | misleading deceptive | missing unaccounted | modern contemporary | moreover furthermore additionally
motionless immobile stationary | mounting growing increasing | multiple several | muslim islamic | mutual reciprocal | mysterious unexplained
narrow slim slender | nasal nose | nationwide countrywide nationally | naval navy | near nearby close | necessary required needed
neighbouring neighboring adjacent adjoining | newest latest | next following | nonbinding advisory consultative | northeast northeastern
northward northwards | northwest northwestern | notorious infamous | obvious evident obviously clearly evidently | oesophageal esophageal
often frequently | older elder | oldest eldest | ongoing continuing underway | onward onwards | opposing rival | optional voluntary | oral mouth
spoken orally verbally | orthopaedic orthopedic | outbound outgoing | outdated obsolete antiquated outmoded | outgoing departing | outspoken vocal
outstanding excellent | outstanding unpaid | papal pope pontifical | parliamentary legislative | peaceful nonviolent | phoney phony bogus fake sham
physical bodily | pleased glad happy ~ delighted joyful cheerful overjoyed | plentiful abundant | poor impoverished needy | porcine swine
possibly perhaps maybe | postnatal postpartum | potential prospective possible | preliminary provisional tentative | premature preterm
prenatal antenatal | preventive preventative precautionary | previous prior preceding | previously earlier formerly | promising encouraging
speedy fast promptly swiftly quickly rapidly | prone susceptible | prosperous wealthy affluent | publicly openly | rainy wet
rare uncommon infrequent | rarely seldom infrequently | raw uncooked | ready willing prepared | recently lately newly freshly
recurrent recurring repeated | regarding concerning | reigning defending | related linked connected | reliable trustworthy dependable
reluctant hesitant | remaining leftover | remarkable extraordinary exceptional | remote isolated secluded | repressive oppressive
required mandatory compulsory | respiratory breathing | responsible accountable answerable | retaliatory reprisal | rightwing rightist
rotten spoiled | rough choppy | royalist monarchist | sacred holy | sad unhappy saddened ~ miserable sorrowful | same identical
sceptical skeptical | scorching sweltering sizzling blistering searing torrid stifling | senior top | separate distinct
severe serious grave severely seriously badly | shocked stunned | similar comparable alike | simultaneous concurrent simultaneously concurrently
single unmarried unwed | skilful skillful | slightly marginally fractionally | slightly lightly | slowly gradually | sombre somber | soon shortly
sophisticated advanced | southeast southeastern | southward southwards | southwest southwestern | sparsely thinly | specific particular
sporadic intermittent | stable steady | staunch ardent fervent | steeply sharply | stiff tough | strange odd weird peculiar bizarre
strict tough stringent rigorous | stricter tougher tighter | strong powerful mighty potent | strong robust sturdy
strongly vehemently vigorously fiercely strenuously | subsequent later ensuing | subsequently afterwards afterward later thereafter
substantial considerable significant sizeable sizable substantially considerably significantly markedly greatly | subterranean underground
suddenly abruptly | suitable appropriate proper | swampy marshy boggy | talented gifted | tall high | tallest highest | teenage adolescent teen
temporary interim provisionally | tense strained | terrible awful dreadful horrible horrendous horrific horrifying | terrorist terror
therefore thus hence consequently accordingly | thorough exhaustive comprehensive | thriving flourishing booming | tiny minuscule
total complete outright blanket | toward towards | toxic poisonous noxious | traditional customary | transgender trans | turbulent tumultuous
ultimate final | unauthorised unauthorized unsanctioned | unaware oblivious | unbeaten undefeated | unchanged steady | stray errant | unclear uncertain
unconfirmed unverified | underage minor | underprivileged disadvantaged deprived | undersea subsea underwater | undocumented irregular
unethical immoral | unexpected unforeseen unanticipated surprise unexpectedly surprisingly | unfair unjust inequitable
unfortunate unlucky regrettable unfortunately sadly regrettably | unhurt unharmed uninjured unscathed | uninhabitable unlivable unliveable
unjustified unwarranted | unknown unidentified | unlikely improbable | unlimited limitless unrestricted | unmanned uncrewed crewless pilotless
unnamed anonymous unidentified | unnecessary needless superfluous | unopposed uncontested
unprecedented unparalleled unrivalled unrivaled unmatched unequalled unequaled | unprofitable lossmaking | unproven unsubstantiated
unrelated unconnected | unruly rowdy disorderly | unsanitary insanitary unhygienic | unseasonal unseasonable unseasonably | unsolved unresolved
unstable volatile | unsuccessful failed abortive fruitless | unsure uncertain | unusual uncommon atypical | upcoming forthcoming | upward upwards
urgent pressing | used secondhand preowned | useful helpful beneficial | usually normally generally typically ordinarily | vacant unoccupied empty
valuable precious | vegetarian meatless | venomous poisonous | via through | victorious winning triumphant | virtual online
virtually practically almost | wartorn warravaged | weak feeble | westward westwards | wettest rainiest | while whilst | wide broadly
widespread extensive | windy blustery gusty | wooded forested | worried concerned anxious
erroneous mistaken inaccurate wrongly incorrectly erroneously mistakenly | beautiful lovely ~ pretty attractive | tired weary exhausted
clever smart intelligent | quiet silent | loud noisy | dirty filthy grubby | funny amusing humorous | boring dull tedious | grateful thankful
~ angry mad | ocean sea | workman workmen worker | labourer laborer worker | surveillance spying | petty minor | pound sterling | krona krone crown
congressman congressmen congresswoman lawmaker | congress legislators lawmakers | airliner jetliner plane aircraft | rug carpet | purchaser buyer
semifinal semi | lodger tenant | injury wound | downpour rain | columnist commentator | manufacturing production | ~ summit conference
~ dissident opponent | ~ junta regime | ~ surcharge levy fee | ~ spectator fan | ~ knifeman attacker | ~ pandemic epidemic outbreak | ~ tumor cancer
~ infantry troops | ~ prefecture province canton region | ~ convict prisoner felon inmate | ~ reactor plant | ~ bidder buyer
~ seafarer sailor crew | wonderful marvellous marvelous fantastic | wet soaked drenched | upset distressed | ruined wrecked
"""
