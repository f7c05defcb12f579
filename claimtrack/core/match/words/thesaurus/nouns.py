"""Nouns that newsrooms put in each other's place. Data only; see synonyms.py for what belongs here."""

GROUPS = """
adviser advisor aide | adviser advisor counsellor counselor | department ministry | agency body | agency authority | authority official
committee panel | commission panel | organisation organization body | organisation organization group | councillor councilor councilman councilmen
congressman congressmen representative | parliamentarian lawmaker legislator mp mps | assembly legislature parliament | knesset parliament
bundestag parliament | duma parliament | sejm parliament | folketing parliament | chamber house | bloc grouping | monarch sovereign ruler
throne crown | heir inheritor | successor replacement | precursor forerunner predecessor | dictator despot tyrant | dictator autocrat
dictatorship tyranny despotism | dictatorship autocracy | regime government | bureaucrat functionary | backer supporter | advocate proponent supporter
critic detractor | adversary enemy foe rival opponent | challenger contender | challenger rival opponent | frontrunner favourite favorite
politician politico | policymaker decisionmaker | bulk majority | tenure term | stint spell tenure | blueprint plan roadmap | strategy plan
initiative scheme programme program project | measure step | shakeup overhaul | reshuffle shakeup | summit meeting | conference convention
dialogue dialog talk | deadlock impasse stalemate logjam | gridlock deadlock | standoff confrontation | rift split schism | discord disagreement
spat row quarrel dispute | squabble row quarrel | controversy row | outcry uproar furore furor | anger fury rage wrath | outrage anger indignation
separatist secessionist | separatism secessionism | secession breakaway | territory land | territory soil | homeland motherland fatherland
compatriot countryman countrymen | populace population | populace public | mob crowd | spectator onlooker | audience viewer | viewer watcher
gathering assembly | parade procession | dissident dissenter | exile banishment | extremist radical | fanatic zealot | jihadist jihadi
disinformation misinformation | lie falsehood untruth | hoax prank | rumour rumor gossip | rumour rumor speculation | statement communique communiqué
statement declaration | announcement statement | signatory signer | campaigner activist | campaigner advocate | campaign drive | embassy legation
township town | metropolis city | outskirts edge fringe | suburb outskirts | settler colonist | territory area region | zone area | locality area
location site place | spot place location | venue location | scene site | premises property | premises building | compound complex | grounds premises
stronghold bastion | refuge sanctuary haven | refuge shelter | corridor passage passageway | boundary border | route path | trail path track
alley alleyway lane | roadway road | roundabout rotary | flyover overpass | crosswalk crossing | roadside verge | sinkhole hole | pit hole
accomplice abettor | accusation allegation | allegation claim | plea appeal | advocate counsel | barrister lawyer attorney | kidnapper abductor captor
claimant plaintiff | conman conmen swindler fraudster | conman conmen trickster | fraudster scammer swindler cheat | criminal offender lawbreaker
crook criminal | gangster mobster | mafioso mobster gangster | mafia mob | gang ring network | syndicate ring gang | mugger robber | mugging robbery
murderer killer | slaying murder homicide | massacre slaughter bloodbath carnage | wrongdoer perpetrator culprit offender | impropriety wrongdoing
misdeed wrongdoing | misdemeanour misdemeanor | infringement violation breach infraction transgression | negligence carelessness
flogging whipping lashing | pardon clemency | mercy leniency clemency | mercy compassion | directive instruction order | subpoena summons
bequest legacy inheritance | inheritance estate | detention custody | penitentiary prison jail | gaol jail prison | warder jailer
sentry sentinel guard | watchman watchmen guard | bouncer doorman doormen | policewoman officer | constable officer | detective investigator
sleuth detective | squad unit | squad team unit | firefighter fireman firemen | medic paramedic | medic doctor | clinician doctor
lifeguard lifesaver | savior saviour messiah | allocation allotment | stipend allowance | benefit allowance | welfare benefit | belongings possession
holding asset | advantage benefit | advantage upside | drawback downside disadvantage | attempt endeavour endeavor | tender bid | upturn upswing
rebound recovery | turnaround recovery | debtor borrower | creditor lender | bank lender | expense cost outlay | expenditure outlay spending
commerce trade | merchant trader | vendor seller | salesman salesmen salesperson | saleswoman saleswomen salesperson | retailer store shop
supplier provider | merchandise goods wares | rivalry competition | enterprise business company firm | group company firm | giant company firm
subsidiary unit | division unit | branch outlet | operator company firm | conglomerate group | consortium group | clientele customer | coupon voucher
credit loan | dividend payout | businessman businessmen entrepreneur | businesswoman businesswomen entrepreneur | financier investor
financier backer | sponsor backer | patron sponsor | philanthropist benefactor | beneficiary recipient | outlook prognosis | outlook forecast
prediction forecast prognosis | fortune wealth riches | guarantee warranty | assurance guarantee | hardship deprivation | hardship difficulty
instalment installment | stockpile stock reserve | stockpile arsenal | inventory stock | labourer laborer worker | craftsman craftsmen artisan
proprietor owner | landholder landowner | homeowner householder | livelihood living | market marketplace | bazaar market souk | prosperity affluence
reimbursement refund repayment | rebate refund | rental lease | industry sector | dearth scarcity shortage paucity | equity stock
paycheck paycheque salary wage | remuneration pay salary | storehouse warehouse | commercial advert advertisement ad | billboard hoarding
anchor newsreader newscaster presenter | presenter host | broadcaster channel station | broadcaster network | channel network | pundit commentator
analyst expert | correspondent reporter journalist | tabloid newspaper paper | journal magazine periodical | leaflet flyer pamphlet brochure
placard sign | placard poster | cartoon caricature | drawing sketch | illustration drawing | painting picture | cameraman cameramen videographer
show programme program | series show | episode instalment installment | trailer teaser | screenplay script | screenwriter scriptwriter
filmmaker moviemaker director | star celebrity | singer vocalist | band group | entertainer performer | comedian comic | album record | melody tune
festival fest | funfair fairground carnival | rerun repeat | broadcast transmission | follower fan | app application | emoji emoticon
smartphone phone mobile | cellphone phone mobile telephone | handset phone | computer pc | screen display monitor | microchip chip semiconductor
password passcode | database databank | glitch fault malfunction | glitch bug | outage failure | broadband internet | spacecraft spaceship
probe spacecraft | astronaut cosmonaut | universe cosmos | alien extraterrestrial | inventor creator | creator founder | equipment gear kit
apparatus equipment | machinery equipment | tool implement | instrument tool | component part element | detector sensor | cable wire | rope cord
tube underground metro subway | antenna aerial | lamp light | replica copy reproduction | imitation replica copy | sample specimen
ailment illness malady | ailment disease illness sickness | disorder condition disease illness | bruise contusion | laceration cut gash | tumour tumor
carcinoma cancer | leukaemia leukemia | chemo chemotherapy | haemorrhage hemorrhage bleeding | clot thrombosis | seizure fit convulsion | ache pain
grief sorrow sadness | grief mourning | distress suffering | anguish suffering | anguish distress | unease disquiet | unease concern worry
anxiety worry | fright scare | stress strain pressure | tension strain | tension friction | fatigue tiredness exhaustion | insomnia sleeplessness
vulnerability weakness | weakness frailty | flaw weakness | remedy cure | remedy treatment | therapy treatment | therapist counsellor counselor
counselling counseling therapy | rehabilitation rehab | ointment cream salve | bandage dressing | faeces feces excrement stool
sewage wastewater effluent | saliva spit | urine pee | sperm semen | foetus fetus | womb uterus | abortion termination | childbirth birth
pregnancy gestation | infertility sterility | caesarean cesarean | infirmary hospital | consultant specialist | strain variant | germ microbe
pathogen germ | immunisation immunization vaccination inoculation | sanitiser sanitizer | hygiene cleanliness | hygiene sanitation | wellbeing welfare
addiction dependence dependency | junkie addict | opioid opiate | narcotic drug | sedative tranquilliser tranquilizer | anaesthetic anesthetic
anaesthesia anesthesia | anaemia anemia | diarrhoea diarrhea | oestrogen estrogen | oesophagus esophagus | haemophilia hemophilia
orthopaedics orthopedics | gynaecologist gynecologist | gynaecology gynecology | homoeopathy homeopathy | eyesight vision sight
disability handicap impairment | spine backbone | skull cranium | bowel intestine gut | abdomen belly stomach | tummy stomach belly | cadaver corpse
carcass carcase body | coffin casket | cemetery graveyard | mausoleum tomb | gravestone headstone tombstone | memorial monument | tribute homage
autopsy postmortem | morgue mortuary | downfall demise | offensive onslaught | airstrike raid | fragment piece | shard fragment piece | pistol handgun
handgun gun | revolver handgun | weaponry weapon | armament weapon | armour armor | silencer suppressor | knife knives blade | baton truncheon
battlefield battleground | frontline front | ditch trench | combatant fighter | guerrilla guerilla rebel insurgent | guerrilla guerilla fighter
partisan guerrilla guerilla | militiaman militiamen fighter | sniper marksman marksmen sharpshooter | conscript draftee
serviceman servicemen soldier | servicewoman servicewomen soldier | detachment contingent | convoy column | fleet flotilla armada | warplane jet
submarine sub | airfield airbase | airfield airstrip aerodrome | fortress fort citadel | bunker shelter | hideout hideaway lair | barricade barrier
bloodshed violence | turmoil unrest upheaval | chaos mayhem disorder | warfare war | hostilities fighting conflict | incursion raid | invader occupier
counteroffensive counterattack | revenge vengeance retribution | surrender capitulation | mediator intermediary broker | arbitrator arbiter
prisoner captive | mistreatment maltreatment abuse | cruelty brutality | repression oppression | influx inflow | escapee fugitive | runaway fugitive
spy agent | operative agent | traitor turncoat | plotter conspirator | mutiny revolt rebellion | avalanche snowslide | flame fire
temblor tremor earthquake quake | downpour deluge rainstorm | tempest storm | lightning thunderbolt | humidity moisture | sunlight sunshine
sunrise dawn daybreak | dusk nightfall twilight | sunset dusk | weatherman weathermen forecaster meteorologist | cave cavern grotto | ruin remains
wreckage wreck | dinghy boat | liner ship | pier jetty wharf quay | seaport port | seafarer sailor mariner seaman | fisherman fishermen fisher angler
shipyard dockyard | airliner plane aircraft jet | jetliner plane aircraft jet | airship blimp zeppelin | pilot aviator airman airmen
stewardess steward | takeoff departure | stopover layover | saloon sedan | motorhome rv campervan | bonnet hood | boot trunk | windscreen windshield
gearbox transmission | bumper fender | accelerator throttle | spanner wrench | seatbelt belt | chauffeur driver | cabbie cabdriver
biker motorcyclist | congestion jam tailback | congestion gridlock | detour diversion | carriage coach | locomotive engine | itinerary route schedule
suitcase case | handbag purse | wallet billfold | sack bag | trolley cart | pushchair stroller buggy pram | condo condominium apartment
hut shack cabin | hut shanty shack | residence home house | property house home | lodging accommodation | dormitory dorm | guesthouse inn
skyscraper tower highrise | edifice building structure | storey story floor | lobby foyer | toilet lavatory restroom washroom | bath bathtub tub
cupboard closet wardrobe | curtain drape | carpet rug | mat rug | bin dustbin trashcan | landfill dump tip | skip dumpster | hoover vacuum
duvet comforter quilt | cushion pillow | cot crib | garden yard backyard | lawn grass | patio terrace | veranda verandah porch | driveway drive
boiler furnace | socket outlet | plank board | beam girder | digger excavator | beggar panhandler | lodger boarder | flatmate roommate housemate
shantytown slum favela | academic scholar | scholar researcher | instructor teacher | instructor trainer | freshman freshmen fresher
alumnus alumni graduate | course programme program | course class | lecture talk | homework assignment | assignment task | essay paper
enrolment enrollment registration | schooling education | schoolteacher teacher | schoolbag satchel | blackboard chalkboard | playground schoolyard
ability capability | capability capacity | skill ability | talent gift | apprenticeship traineeship | apprentice trainee | intern trainee
internship placement | field discipline | faculty department | progress headway | analysis analyses study | finding result
theory hypothesis hypotheses | boffin scientist | environmentalist conservationist | fauna wildlife | vegetation flora | shrub bush
weed pot cannabis marijuana | seedling sapling | branch bough | meadow pasture | hillside slope | mountain mount | summit peak | precipice cliff
gorge canyon ravine | lava magma | fissure crack | crack fracture | epicentre epicenter | boulder rock | stone rock | headland promontory cape
cove inlet bay | strait channel | estuary mouth | stream creek brook | waterfall cascade | riverbank bank | riverbed bed
coastline shoreline coast shore | seafront promenade | seafront beachfront | beach shore | seabed seafloor | wetland marsh swamp | loch lake
groundwater aquifer | savannah savanna | archipelago islands | beast animal creature | pup puppy | mutt mongrel | hound dog | feline cat
bovine cattle | bullock steer | bunny rabbit | caribou reindeer | bison buffalo | chimp chimpanzee | hippo hippopotamus | rhino rhinoceros
croc crocodile | gator alligator | serpent snake | viper adder | gull seagull | budgie budgerigar | fowl poultry | ladybird ladybug | cockroach roach
crayfish crawfish | squid calamari | farmyard barnyard | herder herdsman herdsmen | rancher farmer | ranch farm | farmhand farmworker | farmstead farm
winemaker vintner | yield harvest | fertiliser fertilizer | manure dung | herbicide weedkiller | fodder feed | soy soya soybean | crisp chip
fries chip | candy sweet confectionery | dessert pudding | yoghurt yogurt | courgette zucchini | coriander cilantro | beetroot beet | peanut groundnut
capsicum pepper | soda pop | spirit liquor | beverage drink | ale beer | pub bar tavern | publican landlord | barman barmen bartender | chef cook
cuisine cooking | dinner supper | banquet feast | canteen cafeteria | cafe café | grocery food | foodstuff food | helping serving portion
flavour flavor taste | smell odour odor | scent smell | stench stink | fragrance perfume scent | sound noise | clamour clamor | grin smile
athlete sportsman sportsmen | athlete sportswoman sportswomen | sportsperson athlete | competitor contestant | contestant participant
entrant participant competitor | substitute sub | batsman batsmen batter | goaltender goalkeeper goalie keeper | boxer fighter | bout fight
jockey rider | racecourse racetrack | circuit track | tie match | clash match | encounter match game | equaliser equalizer leveller leveler
tiebreak tiebreaker | trophy cup | silverware trophy | crown title | table standings | season campaign | tournament competition | relegation demotion
rookie newcomer | underdog outsider | rout thrashing drubbing | streak run | milestone landmark | accolade award honour honor | laureate winner
medallist medalist | panellist panelist | ground stadium | pitch field | gymnasium gym | grandstand stand | jersey shirt | strip kit
trainers sneakers | sled sledge sleigh | toboggan sled sledge | bather swimmer | climber mountaineer | hiker walker rambler | trek hike walk
rower oarsman oarsmen | archer bowman bowmen | weightlifter lifter | bookmaker bookie | betting gambling wagering | gambler punter bettor
clergyman clergymen cleric | pastor preacher | imam cleric | mullah cleric | friar monk | monastery abbey | convent nunnery
worshipper worshiper churchgoer | faith religion | belief faith | nonbeliever unbeliever atheist | pagan heathen | mass service | sermon homily
deity god | devil satan | heaven paradise | eucharist communion | baptism christening | papacy pontificate | diocese bishopric | christmas xmas
hanukkah chanukah | hijab headscarf | burqa burka | muslim moslem | ritual rite | ceremony ritual | act deed | matter issue | affection fondness
era epoch age | period spell | aftermath wake | choice option alternative | ambition aspiration | aspect facet | assumption presumption
stance position | stance standpoint | opinion view | viewpoint standpoint perspective | obstacle hurdle barrier impediment
obstruction obstacle hindrance | basis foundation | basis ground | onset beginning start | outset beginning start | behaviour behavior conduct
bias prejudice | bravery courage heroism | valour valor bravery courage | burden load | onus burden | festivity celebration | chance opportunity
likelihood probability chance | feature characteristic | trait characteristic attribute | circumstance situation | concept idea notion
consequence effect | consequence repercussion | effect impact | clout influence | contempt scorn disdain | distinction difference | disparity gap
inequality disparity | fad craze | trend tendency | benchmark yardstick | criterion criteria standard | custom tradition | peril danger
threat danger | risk danger | fiasco debacle | deceit deception | defence defense | extent degree | extent scale | joy delight | joy happiness
reliance dependence | version account | account description | fate destiny | resolve determination | plight predicament | dilemma predicament
discontent dissatisfaction discontentment | variety range | array range | uncertainty doubt | length duration | duty obligation
responsibility obligation | brink verge edge | emotion feeling | sentiment feeling | stamina endurance | zeal enthusiasm | eagerness enthusiasm
envy jealousy | equality parity | typo misprint | incident event | occurrence incident event | example instance | excuse pretext | expertise knowhow
fame renown | solution answer | resolution solution | kind sort type | pal friend buddy | mate friend pal | role part | part section portion
segment section part | avarice greed | guess conjecture | guidance advice | recommendation advice | handbook manual guide | habit practice
haste hurry | hatred hate | animosity hostility enmity | clue hint | humanity mankind humankind | humour humor | reputation image
reputation standing | importance significance | incentive inducement | indifference apathy | individual person | slur insult | intention intent
invite invitation | language tongue | legend myth | leisure recreation | queue line | roster list | rota roster | loyalty allegiance | luck fortune
manner way | method way | technique method | means way | moment instant | momentum impetus | mood atmosphere | morale spirit | motive motivation
motive reason | motion movement | mystery enigma puzzle | necessity need | norm standard | origin source | provenance origin | overview summary
synopsis summary | pace rate | pace speed | speed velocity | duo pair | trio threesome | participation involvement | recess break | phase stage
bit piece | ploy tactic | ruse trick ploy | prospect possibility | possibility chance | safeguard precaution | proximity closeness nearness
purpose aim goal objective | hunt search manhunt | quest search | quantity amount | volume quantity | readiness willingness | reluctance unwillingness
remorse regret contrition | relationship relation tie | prerequisite precondition | precondition condition | requirement condition
similarity resemblance likeness | reservation booking | respect esteem | remainder rest | revival resurgence | rigour rigor | upsurge surge
uptick rise increase | cutback cut reduction | bailout rescue | scepticism skepticism | choosing selection | string series | spate series
setback blow | severity seriousness | gravity seriousness | deficiency shortcoming | shortcoming failing | slogan motto | hitch snag | solace comfort
space room | topic subject | theme topic | sum amount | tragedy disaster | calamity catastrophe disaster | changeover transition | worth value
openness transparency | centre center | middle centre center | heart centre center | hub centre center | downtown centre center | metre meter
kilometre kilometer | centimetre centimeter | millimetre millimeter | litre liter | gram gramme | kilo kilogram kilogramme | aluminium aluminum
sulphur sulfur | catalogue catalog | analogue analog | cheque check | jewellery jewelry | moustache mustache | pyjamas pajamas | doughnut donut
artefact artifact | artefact artifact relic | fibre fiber | vapour vapor steam | parlour parlor | splendour splendor | glamour glamor | vigour vigor
candour candor | calibre caliber | sabre saber | spectre specter | pretence pretense | draught draft | kerb curb | fulfilment fulfillment
jeweller jeweler | encyclopaedia encyclopedia | archaeology archeology | cypher cipher | tsar czar | sheikh sheik | emir amir | kebab kabob
whisky whiskey | omelette omelet | liquorice licorice | disc disk | maths math mathematics | tarmac asphalt | granny grandma grandmother
grandpa grandad granddad grandfather | auntie aunt | stepdad stepfather | stepmum stepmom stepmother | kin relative | kinfolk relative kin
offspring child | groom bridegroom | fiance fiancé | fiancee fiancée | girlfriend partner | boyfriend partner | matrimony marriage
ancestor forefather forebear | ancestry lineage descent | lad boy | bloke guy man | lady woman | gentleman gentlemen man | schoolkid pupil schoolchild
tot toddler | expatriate expat | vagrant tramp hobo | assistant aide | assistant helper | teller cashier | janitor caretaker custodian
housekeeper maid | babysitter sitter | hairdresser hairstylist | hairdresser barber | cobbler shoemaker | carpenter joiner | bricklayer mason
supervisor overseer | collier miner | lumberjack logger woodcutter | docker dockworker stevedore longshoreman longshoremen | courier messenger
binman dustman binmen dustmen | explorer adventurer | trailblazer pioneer | chairman chairmen chairperson chair
chairwoman chairwomen chairperson chair | aristocrat noble nobleman noblemen | dignitary vip | guest visitor | observer monitor | eyewitness witness
passerby bystander | passersby bystander | addressee recipient | novelist writer author | playwright dramatist | memoir autobiography
bookshop bookstore | reviewer critic | choir chorus | magician conjurer illusionist | jumper sweater pullover | waistcoat vest | undershirt vest
underwear underpants | knickers panties | tights pantyhose | braces suspenders | swimsuit swimwear | jacket coat | gown dress | attire clothes outfit
cloth fabric textile | costume outfit | toupee wig | makeup cosmetics | hairdo hairstyle | haircut hairstyle | crude oil petroleum | rig platform
grid network | radiation radioactivity | particle particulate | pollutant contaminant | contamination pollution | drain sewer
sanctuary reserve refuge | lumber timber | sculpture statue | flag banner | emblem symbol | emblem logo | packet package | carton box | tin can
pail bucket | mug cup | plate dish | cutlery silverware | crockery dishes | saucepan pan | washbasin sink | zip zipper | glue adhesive | toy plaything
draughts checkers | jigsaw puzzle | hoard stash cache | treasure hoard | booty loot | vault safe | cashpoint atm | dossier file | document file
memo memorandum | note memo | diary journal | agreement contract | convention treaty | clause provision | annex appendix | bylaw ordinance
exemption exception | entitlement right | expiry expiration | expulsion deportation | lgbt lgbtq | con scam | forger counterfeiter
paedophile pedophile | paedophilia pedophilia | pusher dealer | favouritism favoritism | gunfire gunshot | bullet round | tipoff tip | snitch informer
handcuff cuff | raid swoop | constituent voter | suffrage franchise | tory tories conservative | noon midday | springtime spring | summertime summer
wintertime winter | period time | applicant candidate | applicant jobseeker | vacancy opening | resume résumé cv | profession occupation
profession job | occupation job | perk benefit | bargaining negotiation | cooperative coop | institute institution | institute centre center
society association | association federation | facility plant | facility site | facility centre center | facility amenity | expo exhibition fair
exhibition show | nightclub club disco | plaza square | stall booth stand | kiosk stall booth | launderette laundromat | scrapyard junkyard
campsite campground | piste slope | doorway entrance | entrance entry | dyke dike levee embankment | scenery landscape | souvenir memento keepsake
object item | vestige trace | impostor imposter | charlatan quack | screenshot screengrab | mailbox letterbox postbox | inbox mailbox
helpline hotline | sms text message | loudspeaker speaker | earphones headphones | microphone mic | material substance | liquid fluid
consignment shipment | shipment delivery | ceiling cap limit | foreclosure repossession | bourse exchange | exchequer treasury | toll tally
cause reason | press media | medium media | label tag | tremor shock | civilian noncombatant | catastrophe tragedy | cabin cottage | inlet fjord
phenomenon phenomena | crisis crises | thief thieves | bacterium bacteria microbe | fungus fungi | larva larvae
"""
