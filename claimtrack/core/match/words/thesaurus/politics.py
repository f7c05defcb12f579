"""Words of politics, courts, conflicts and business that newsrooms use interchangeably. Data only; see synonyms.py for what belongs here."""

GROUPS = """
abolish abolition | abscond flee escape | absconder fugitive | absent absence | absorb absorption | abstain abstention | acclaim praise hail applaud
acquit acquittal | acrimony bitterness rancor | adjudge deem judge | adjudicator arbiter arbitrator | admit admission | advice guidance
advise advice | agency organization | aggressor attacker | agitation protest | agrarian agricultural | ailing struggling troubled | ammo ammunition
anaemic anemic sluggish | anarchy lawlessness | angry anger | antagonize anger | anxious anxiety | apologize apology | apparatus machinery
apply application | appreciate strengthen | archaic outdated | aristocracy nobility | armament weaponry | arsonist firebug | aspirant contender
assemblyman assemblymen legislator lawmaker | assemblywoman assemblywomen legislator lawmaker | astute shrewd | attendee participant
augment increase boost | autocracy dictatorship | autocrat despot dictator | avarice greed | backdrop background | backlash outcry
backpedal backtrack | badger pester | balk baulk | bandh hartal shutdown | bandit brigand | banknote note | barrage salvo volley
bearish pessimistic | beleaguered troubled embattled | belie contradict | believe belief | belligerent bellicose warlike | benefactor donor
besmirch tarnish sully | bicentenary bicentennial | bidder suitor | bigoted intolerant | bigotry intolerance | bigwig grandee
bilk defraud swindle cheat | bloodletting bloodshed | blunt frank forthright | bodyguard minder | bombard pound | booty loot spoils
brazen blatant shameless | breakaway separatist secessionist | bribe bribery backhander | broach raise | browbeat bully intimidate
budget budgetary fiscal | bulwark bastion | burdensome onerous | bureaucracy bureaucratic | buttress bolster strengthen reinforce | cabal clique
callous heartless | campaign crusade | captor kidnapper abductor | catalyst trigger | catapult propel | censor censorship | censure reprimand rebuke
centenary centennial | certify certification | cessation halt end stop | chaotic disorganised disorganized | checkpoint checkpost | chose choice
citizenry populace | clarify clarification | classify classification | close closure shut | coalesce unite merge | cogent compelling convincing
collate gather compile | collude collusion | commendable praiseworthy laudable | commensurate proportionate | commonplace common
commotion disturbance | compensate recompense | complain complaint | complicit complicity | comply compliance compliant | concede concession
conclude conclusion | conduit channel | conflagration fire blaze | conflicting contradictory | congressional congress
congresswoman congresswomen representative | conjecture speculation | connive conspire | consensus agreement | conspire conspiracy
consternation dismay | constitution charter | constraint restriction limitation | consume consumption | contempt disdain | contentious divisive
contravene contravention | contrive devise | converge gather assemble congregate | cool ease slow | cop policeman policemen
copter chopper helicopter | cortege procession | councilwoman councilwomen councillor councilor | counsel attorney barrister | countenance tolerate
countermand rescind | criminality crime | critique criticism | crown enthrone | cruel cruelty | cryptocurrency crypto | cumbersome unwieldy
cushion soften | custodial prison jail | dacoit bandit robber | dacoity robbery | debar bar ban | debatable arguable | deceive deception
defend defence | deflect parry | dejected despondent downcast dispirited | delegation deputation | delicate sensitive | deliver delivery
demarcate delineate delimit | demo demonstration protest | demobilize demob | demonize vilify | denationalize privatise
denounce denunciation condemn | deprivation hardship | deregulate liberalise | describe description | desist cease | despair hopelessness
despatch dispatch | detain detention | deter deterrent | difficult difficulty | diktat decree | dilemma quandary | diminution reduction
diplomacy diplomatic | dire grave | disaffection discontent | disarm disarmament | disarray disorder | disaster disastrous
disavow disown repudiate | discount markdown | discover discovery | discrepancy inconsistency | disenchanted disillusioned
disenfranchise disfranchise | disgruntled dissatisfied discontented | dishonest untruthful | dislodge oust | disorder unrest disturbance
disqualify disqualification | dissension dissent discord | dissociate disassociate distance | distinguished eminent | distrust mistrust suspicion
dither vacillate waver | divergent differing | divide division | dogged tenacious | domicile residence | dominant predominant
downbeat pessimistic gloomy | draconian harsh | dragnet manhunt | drawdown reduction | drive campaign | due scheduled slated | duress coercion
economic economy | egregious flagrant blatant | electioneering campaigning | electoral election | emancipate free | embellish exaggerate
emigre exile | emphasize emphasis | endless interminable | enigma mystery riddle | enmesh embroil entangle ensnare | enter entry | entourage retinue
entrap ensnare trap | entreat beg beseech implore | enumerate list | equilibrium balance | erratic unpredictable | erstwhile former onetime
eschew avoid shun | especially particularly notably | esteemed respected | etiquette protocol | evade evasion | excerpt extract
excoriate castigate lambast lambaste pillory | exodus outflow | expand expansion | expel expulsion | explain explanation | explode explosion
expose exposure | expound explain | expropriate confiscate seize | expunge erase delete | extend extension | extravagant lavish | fail failure
fallout repercussion | farce sham charade | fate destiny | fervor zeal | feud vendetta | filch pilfer stole | fledgling nascent | flimsy tenuous
flotation ipo | flounder struggle | flout violate | foist impose | foment stir | foolhardy reckless | foothold toehold | forge forgery
fracas brawl melee | fraudulent fraud | fraught tense | friction tension | frisk search | frugal thrifty | gaffe blunder | gag muzzle silence
galvanize energize | gloom pessimism | glum gloomy | glut surplus oversupply | goon thug | gop republican | governmental government | gratuity tip
gripe complaint | grow growth | grudging reluctant | gruelling grueling arduous | gubernatorial governor | guideline guidance | guilty guilt
hamstring hamstrung hamper hinder | harbor shelter | hasty hurried | hate hatred | hatred loathing | haul seizure | havoc chaos mayhem
headquarters hq | heartfelt sincere | heartland stronghold | hefty heavy | hefty substantial sizeable sizable | hegemony dominance supremacy
helm led | helpless powerless | hiatus pause break | hiccup glitch snag | hitherto previously | hobble hamper | homeworker teleworker
hooligan hoodlum | hooliganism thuggery | hostility enmity animosity antagonism | housebuilder homebuilder
hydropower hydroelectricity hydroelectric hydro | hyperbole exaggeration | hypermarket superstore | identify identification | immaterial irrelevant
impartial neutral | imperative essential vital | imperial empire | impinge encroach | impotent powerless toothless
impractical impracticable unworkable | incapacitate disable | inception start beginning | include inclusion | inconclusive indecisive
incredible unbelievable | incursion foray | indefensible unjustifiable | indicator gauge barometer | indifferent apathetic | indoctrinate brainwash
induct install | inept ineptitude incompetent | inflexible rigid | influential powerful | injure injury | inquire inquiry enquire enquiry
insignificant inconsequential trivial | institution organization | insuperable insurmountable | insurgency rebellion | intend intention
intercede intervene | internee detainee | intervene intervention | intolerable unbearable | intransigent obstinate stubborn | intrude intrusion
invade invasion | invincible unbeatable | irregularity anomaly | jailor gaoler warder | jeopardy peril danger | jibe gibe taunt
jitters nervousness | jittery nervous edgy | judiciary judicial | judicious prudent wise | junk scrap ditch | justify justification
kamikaze suicide | kingmaker powerbroker | kingpin ringleader | know knowledge | knowingly wittingly | latitude leeway | leverage clout
limelight spotlight | linchpin lynchpin cornerstone keystone | linkage link | livid furious | loom approach near | loyal loyalty
ludicrous ridiculous absurd preposterous | lull respite pause | mainstay pillar | maintain maintenance | manner way | manpower labor
merciless ruthless pitiless | meticulous painstaking | microloan microcredit | middleman middlemen intermediary | mindset mentality
ministerial minister | misconception misapprehension | miscreant culprit wrongdoer | misgiving qualm | misstep mistake | modest moderate
modify modification | mollify placate appease | moratorium freeze suspension halt | motorcade convoy | motto slogan | multitude throng crowd
muted subdued | naxalite maoist | necessity need | negate nullify | neglectful negligent | nervous anxious apprehensive
newsman newsmen pressman pressmen journalist reporter | nix scrap cancel | notable noteworthy | notify notification | notoriety infamy | nudge prod
nullify nullification | obfuscate obscure | offensive insulting | officialdom bureaucracy | oligarch tycoon magnate
ombudsman ombudsmen ombudsperson | omen portent | optimism optimistic | ordnance munitions | ostracize shun | overrode overrule | overspent overrun
overstep exceed | overt open | pandemonium chaos bedlam | pariah outcast | parliamentary parliament | patchy uneven | patrolman patrolmen officer
pay payment | payee recipient | pecuniary financial | penniless destitute indigent | perceive perception | permissible allowable
pernicious harmful | personnel staff | persuade persuasion | pertinent relevant germane | pervasive widespread | pessimism pessimistic
philanthropic charitable | plenum plenary | plethora abundance | ploy tactic stratagem gambit | podium lectern rostrum dais | polarize divide split
portend presage herald | precarious shaky | prelude precursor | prescribe prescription | prevaricate equivocate | procurement purchasing
profligate wasteful spendthrift | promulgate proclaim | propagate spread | prosecutorial prosecutor | provide provision | proviso condition
provocative inflammatory | provoke incite | provoke provocation provocative | proxy surrogate | prudent sensible | purport claim | pursue pursuit
quagmire morass | quest search | racism racist | rampage spree | rampant rife | rapprochement detente | ratify ratification | raucous rowdy
rearm rearmament | rebellious mutinous | rebut refute rebuttal | recall withdrew | recidivism reoffending | reckless irresponsible
reconcile reconciliation | reconnaissance recon | reconvene reassemble | redress remedy | reduce reduction | refer referral | register registration
reignite rekindle | reinforcements backup | rejig reshuffle | rejuvenate revitalize | reluctant unwilling | remedial corrective
remit scope purview | remnant vestige | remonstrate protest | remorseful contrite repentant penitent | renminbi yuan rmb | renounce renunciation
reparation compensation | repeat repetition | reproach rebuke reprove | resounding emphatic thumping | restive restless | resume resumption
retain retention | retort reply answer riposte | retrenchment layoff redundancy | retroactive retrospective | reveal revelation | revulsion disgust
ridicule mockery | riding constituency | rile irk annoy | roadblock obstacle | ruinous disastrous | rulebook rules | ruse trick ploy | safe safety
sanguine optimistic | saver depositor | scathing withering | scheduled planned | scuttle scupper | secede secession | secret secrecy | seize seizure
senatorial senate | sentiment mood | shady dubious dodgy | shambles mess | shellfire shelling | shirk evade
shopkeeper storekeeper shopowner storeowner | showdown confrontation | silent silence | sincere genuine | skew distort | snoop spy | sortie mission
sovereign independent | spoke speech | sphere realm domain | spiralling spiraling soaring | splurge spree | spurious bogus false | squander fritter
stable stability | stampede crush | steadfast unwavering unflinching | stipulation condition requirement | stockbroker broker brokerage
stopgap temporary interim | stoush row dispute | strife conflict | stymie thwart frustrate | submit submission | subscribe subscription
subsidiary arm | subvert subversion | subvert undermine | succeed succession success | superannuation pension | supplier vendor | suspend suspension
sweetener inducement incentive | tacit implicit unspoken | tangible concrete | taoiseach premier pm | teleworking telecommuting | tenancy lease
terse curt | thorny knotty tricky | thug hoodlum | timeframe timescale timeline | timeline timetable schedule | tirade rant diatribe
tireless untiring indefatigable | token symbolic | torpedo scupper | trader dealer | tranche instalment | transaction deal | treachery betrayal
trickery deceit deception | truncate shorten | turmoil turbulence | tussle scuffle | tyrannical despotic | unbridled unchecked unrestrained
uncertain uncertainty | underestimate underrate | underling subordinate | underpin support | underwrite underwrote underwritten guarantee
undisclosed unspecified | unequivocal unambiguous categorical | unify unification | unknowingly unwittingly | unravel collapse
unreliable untrustworthy | unrepentant remorseless | unstable instability | unsubstantiated uncorroborated | unsuitable inappropriate
untenable unsustainable | upbeat optimistic bullish | upend overturn | upkeep maintenance | upscale upmarket | upshot outcome result
urgent urgency | usurp seize | ute bakkie pickup | vacuum void | vague imprecise | verify verification | veto block | vice deputy
vicinity surroundings | vigilant watchful | vindictive vengeful | vociferous vocal | whittle pare | whopping huge massive | wield exert
wildcat unofficial | windfall bonanza | wobbly shaky | woe trouble | worrisome worrying | worthless valueless | wrangle dispute row | wrest seize
xenophobia xenophobic | paracetamol acetaminophen | adrenaline epinephrine | noradrenaline norepinephrine | salbutamol albuterol
pethidine meperidine | lignocaine lidocaine | viagra sildenafil | narcan naloxone | valium diazepam | xanax alprazolam | prozac fluoxetine
ritalin methylphenidate | tamiflu oseltamivir | veklury remdesivir | keytruda pembrolizumab | herceptin trastuzumab | avastin bevacizumab
leqembi lecanemab | gleevec glivec imatinib | ecstasy mdma | meth methamphetamine | hashish hash | marijuana ganja cannabis
inebriated intoxicated drunk | midwife midwives | physiotherapist physio | anaesthetist anesthesiologist anaesthesiologist | chiropodist podiatrist
beautician cosmetologist | veterinarian vet | stillbirth stillborn | miscarriage miscarry | appendectomy appendicectomy | tracheotomy tracheostomy
ultrasound sonogram | ecg ekg electrocardiogram | suture stitch | prosthesis prosthetic prostheses | blind sightless
eyeglasses spectacles glasses specs | nauseous queasy nauseated | nausea queasiness | vomit puke | bruise contusion | abrasion graze | sprain twist
coma comatose | febrile feverish | measles rubeola | tetanus lockjaw | rabies rabid | polio poliomyelitis | smallpox variola | mpox monkeypox
bilharzia schistosomiasis | shingles zoster | contagiousness infectiousness transmissibility | unvaccinated unimmunised unimmunized unjabbed
vaccinator immuniser immunizer | inhaler puffer | pacifier dummy soother | menstruation menses | piles haemorrhoids hemorrhoids
poo poop faeces feces excrement | wee pee urine urinate | burp belch | flatulence farting | phlegm sputum | earwax cerumen | navel bellybutton
tummy stomach belly | buttock backside bum | spine backbone | spine spinal vertebral | collarbone clavicle | shinbone tibia | thighbone femur
jawbone mandible | breastbone sternum | kneecap patella | tailbone coccyx | windpipe trachea | gullet oesophagus esophagus
testicle testis testicular | nipple teat | genitals genitalia | ovum ova egg | ovary ovarian | uterus uterine womb | prostate prostatic
pancreas pancreatic | breast mammary | skin dermal cutaneous | vein venous | artery arterial | eye ocular ophthalmic | ear aural | tooth dental
foetus fetus foetal fetal | embryo embryonic | bacteria bacterial | fungus fungal fungi | allergy allergic | epilepsy epileptic | autism autistic
asthma asthmatic | anorexia anorexic | schizophrenia schizophrenic | psychosis psychotic psychoses | dyslexia dyslexic | arthritis arthritic
paralysis paralysed paralyzed | diagnosis diagnose diagnoses | hypnosis hypnotize | surgery surgical | pregnancy pregnant | quadriplegic tetraplegic
stammer stutter | limp hobble | housebound homebound | ache pain | painful sore | sweat perspire perspiration | indigestion dyspepsia
carbohydrate carb | calorie kilocalorie kcal | clairvoyant psychic | insanity madness | newborn neonate | neonatal newborn | lethality deadliness
sickbay infirmary | laxative purgative | narcolepsy narcoleptic | haemophilia haemophiliac hemophilia hemophiliac | bulimia bulimic
infirmity frailty | arugula rocket | rutabaga swede | chickpea garbanzo | sweetcorn corn maize | okra bhindi | aubergine eggplant brinjal
papaya pawpaw | cantaloupe rockmelon | cassava manioc yuca | hazelnut filbert | burger hamburger beefburger | sandwich sarnie butty | icing frosting
lollipop lolly | wholemeal wholewheat | moonshine hooch | decaffeinated decaf | bartender barkeep | cutlery silverware flatware | crockery dishware
barbecue barbeque bbq braai | hob stovetop cooktop | cornflour cornstarch | abattoir slaughterhouse | capsicum pepper | edible eatable
inedible uneatable | tasty delicious flavoursome | salty saline | nutritious nourishing | unhealthy unwholesome | chilled refrigerated
odourless odorless scentless | slippery slick | sodden waterlogged | parched dry | damp moist | barren infertile | lush verdant | barefoot shoeless
plump chubby tubby | muscular brawny | bald hairless | napkin serviette | bucket pail | jug pitcher | cupboard cabinet | wardrobe closet
duvet doona | curtain drape | fireplace hearth | chimney smokestack | bathtub tub bath | loo toilet lavatory restroom washroom | dishcloth dishrag
teatowel dishtowel | hoover vacuum | dumpster skip | litterbug litterer | lawnmower mower | hosepipe hose | greenhouse glasshouse hothouse
zip zipper | tights pantyhose | knickers panties | dungarees overalls | nightdress nightgown nightie | wellies gumboots | umbrella brolly
raincoat mackintosh | jeans denims | shoelace bootlace | tracksuit sweatsuit | bra brassiere | cobbler shoemaker | seamstress dressmaker
catwalk runway | perfume fragrance scent | lottery lotto | hobby pastime | housewife housewives homemaker | bellboy bellhop | flexitime flextime
plaything toy | bookcase bookshelf bookshelves | worktop countertop | skylight rooflight | eraser rubber | blackboard chalkboard | biro ballpoint
wastebasket wastebin | flagpole flagstaff | handkerchief hankie hanky | cesspit cesspool | plughole drain | drainpipe downpipe downspout
beekeeper apiarist | beekeeping apiculture | ladybird ladybug | snake serpent | wildebeest gnu | kangaroo roo | rabbit bunny | budgie budgerigar
birdwatcher twitcher | dog pooch | puppy puppies pup | mongrel crossbreed mutt | horse equine | sheep ovine | pedigree purebred
neuter desex sterilize | castrate geld | den lair | alga algae algal | larva larvae grub | undergrowth underbrush | eucalyptus eucalypt
predator predatory | zookeeper keeper | shepherd sheepherder | cowboy cowhand | winegrower viticulturist | horticulture gardening
uncultivated untilled fallow | doghouse kennel | leash lead | snout muzzle | celsius centigrade | cloudy overcast | foggy misty | stormy tempestuous
balmy mild | chilly cool cold nippy | cloudburst downpour | sunstroke heatstroke | frostbite frostbitten | meteorological weather | iceberg berg
glacier glacial | volcano volcanic | planet planetary | galaxy galactic | mars martian | sun solar | erode erosion | corrode corrosion
landslip landslide | rockslide rockfall | quake earthquake seismic | duststorm sandstorm | creek stream brook rivulet | peatland peat
bushland scrubland | seawater saltwater | riverside riverbank | lakeside lakefront lakeshore | singe scorch | implode implosion
lifejacket lifevest | windblown windswept | byre cowshed | pigsty pigpen piggery | henhouse coop | rubbernecker gawker | extraterrestrial alien
ufo uap | astronaut taikonaut | spaceman spacemen astronaut | spacewoman spacewomen astronaut | gene genetic | mutant mutated | evolve evolution
professor prof | molecule molecular | cell cellular | climate climatic | technology tech technological | app application | processor cpu
photocopier copier | photocopy xerox | hyperlink link | retweet repost reshare | decode decipher | pager beeper | gearstick gearshift
carriageway roadway | motorboat powerboat | ferry ferryboat | asphalt bitumen | tarmac blacktop | aviator pilot | cableway ropeway
cycleway bikeway | railwayman railwaymen railworker | photovoltaic pv | midday noon noontime | desalinate desalt | uninhabited unpopulated unpeopled
shia shiite | passover pesach | diwali deepavali | pentecost whitsun | kippah kippa yarmulke skullcap | madrassa madrasa madrasah | hajj haj
sharia shariah | synagogue shul | crematorium crematory | churchyard graveyard | devotee adherent follower | witchcraft sorcery
magician illusionist conjuror | ghost spectre specter phantom | nuptials wedding | engagement betrothal | unfaithful adulterous
adultery infidelity unfaithfulness | boy lad | girl lass lassie | men bloke guy chap | bairn child | gran grandma grandmother granny nan nana
headmistress headteacher principal | headmaster headteacher principal | undergraduate undergrad | postgraduate postgrad | truancy truant
smack spank | goalscorer scorer | touchline sideline | racehorse thoroughbred | knockout ko | celebrity celeb | superstar megastar
flick film movie | theatregoer theatergoer playgoer | reveller reveler partygoer merrymaker | tout scalper | masterpiece masterwork
pottery ceramics | firework pyrotechnic | nickname moniker sobriquet | nickname dub | pseudonym alias | applause applaud clap | accordion squeezebox
violin fiddle | discotheque disco | tune melody | mixture mix | response respond | omission omit | exclusion exclude | assumption assume
qualification qualify | intensification intensify | flight fly | behaviour behave | synthesis synthesize | weight weigh | depth deep | width wide
length long | leakage leak | usage use | restraint restrain | descent descend | ascent ascend | conquest conquer | bequest bequeath
hindrance hinder | piracy pirate | illiteracy illiterate | sexism sexist | homophobia homophobic | nudity nude naked | shame ashamed | grief grieve
fright frighten | laughter laugh | occurrence occur | remembrance remember | deficiency deficient | efficiency efficient | slavery enslave
cessation cease | inflammation inflamed | strangulation strangle | reproduction reproduce | drowsy drowsiness sleepy sleepiness
miscaption mislabel | unsubstantiated unsupported | rumour hearsay | gullible credulous | reupload repost | corrosive caustic
hallucinogenic psychedelic | imbibe drink | defrost thaw unfreeze | rust corrode | disembark debark | matriculate enrol enroll
proselytize evangelize | defrock unfrock laicize | unfriend defriend | reboot restart | digitize digitalize | bulb lightbulb | toolbox toolkit
townsfolk townspeople | womenfolk women | kin relative kinsman kinsmen | folk people | oap pensioner retiree | recluse hermit | eccentric oddball
nerd geek | drunkard drunk | nudist naturist | prostitute hooker | brothel bordello whorehouse | porn pornography pornographic
holidaymaker vacationer | sledge sled toboggan | plateau tableland | mountaintop summit peak | heathen pagan | infidel nonbeliever unbeliever
deity god | satan devil | afterlife hereafter | reincarnation rebirth | apocalypse armageddon doomsday | layman laymen layperson laypeople laity
steeple spire | christmas yuletide xmas | videocassette videotape | telecast televise | obituary obit | boxer pugilist prizefighter
titleholder champion | novice beginner | scoreline score | fightback comeback | potholing caving spelunking | potholer caver spelunker
holdall duffel duffle | album lp | thespian actor | workout exercise | slumber sleep | sunup sunrise | sundown sunset
"""
