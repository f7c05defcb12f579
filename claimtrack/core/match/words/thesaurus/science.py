"""Words of health, science, nature, sport and everyday things that newsrooms put in each other's place. Data only; see synonyms.py for what belongs here."""

GROUPS = """
paracetamol acetaminophen | adrenaline epinephrine | noradrenaline norepinephrine | salbutamol albuterol | pethidine meperidine
lignocaine lidocaine | viagra sildenafil | narcan naloxone | valium diazepam | xanax alprazolam | prozac fluoxetine
ritalin methylphenidate | tamiflu oseltamivir | veklury remdesivir | keytruda pembrolizumab | herceptin trastuzumab | avastin bevacizumab
leqembi lecanemab | gleevec glivec imatinib | ecstasy mdma | meth methamphetamine | hashish hash | marijuana ganja cannabis
inebriated intoxicated drunk | midwife midwives | physiotherapist physio | anaesthetist anesthesiologist anaesthesiologist
chiropodist podiatrist | beautician cosmetologist | veterinarian vet | stillbirth stillborn | miscarriage miscarry
appendectomy appendicectomy | tracheotomy tracheostomy | ultrasound sonogram | ecg ekg electrocardiogram | suture stitch
prosthesis prosthetic prostheses | blind sightless | eyeglasses spectacles glasses specs | nauseous queasy nauseated | nausea queasiness
vomit puke | bruise contusion | abrasion graze | sprain twist | coma comatose | febrile feverish | measles rubeola | tetanus lockjaw
rabies rabid | polio poliomyelitis | smallpox variola | mpox monkeypox | bilharzia schistosomiasis | shingles zoster
contagiousness infectiousness transmissibility | unvaccinated unimmunised unimmunized unjabbed | vaccinator immuniser immunizer
inhaler puffer | pacifier dummy soother | menstruation menses | piles haemorrhoids hemorrhoids | poo poop faeces feces excrement
wee pee urine urinate | burp belch | flatulence farting | phlegm sputum | earwax cerumen | navel bellybutton | tummy stomach belly
buttock backside bum | spine backbone | spine spinal vertebral | collarbone clavicle | shinbone tibia | thighbone femur | jawbone mandible
breastbone sternum | kneecap patella | tailbone coccyx | windpipe trachea | gullet oesophagus esophagus | testicle testis testicular
nipple teat | genitals genitalia | ovum ova egg | ovary ovarian | uterus uterine womb | prostate prostatic | pancreas pancreatic
breast mammary | skin dermal cutaneous | vein venous | artery arterial | eye ocular ophthalmic | ear aural | tooth teeth dental
foetus fetus foetal fetal | embryo embryonic | bacterium bacteria bacterial | fungus fungal fungi | allergy allergic | epilepsy epileptic
autism autistic | asthma asthmatic | anorexia anorexic | schizophrenia schizophrenic | psychosis psychotic psychoses | dyslexia dyslexic
arthritis arthritic | paralysis paralyse paralyze paralysed paralyzed | diagnosis diagnose diagnoses | hypnosis hypnotise hypnotize
surgery surgical | pregnancy pregnant | quadriplegic tetraplegic | stammer stutter | limp hobble | housebound homebound | ache pain
painful sore | sweat perspire perspiration | indigestion dyspepsia | carbohydrate carb | calorie kilocalorie kcal | clairvoyant psychic
insanity madness | newborn neonate | neonatal newborn | lethality deadliness | sickbay infirmary | laxative purgative
narcolepsy narcoleptic | haemophilia haemophiliac hemophilia hemophiliac | bulimia bulimic | infirmity frailty | arugula rocket
rutabaga swede | chickpea garbanzo | sweetcorn corn maize | okra bhindi | aubergine eggplant brinjal | papaya pawpaw | cantaloupe rockmelon
cassava manioc yuca | hazelnut filbert | burger hamburger beefburger | sandwich sarnie butty | icing frosting | lollipop lolly
wholemeal wholewheat | moonshine hooch | decaffeinated decaf | bartender barkeep | cutlery silverware flatware | crockery dishware
barbecue barbeque bbq braai | hob stovetop cooktop | cornflour cornstarch | abattoir slaughterhouse | capsicum pepper | edible eatable
inedible uneatable | tasty delicious flavoursome | salty saline | nutritious nourishing | unhealthy unwholesome | chilled refrigerated
odourless odorless scentless | slippery slick | sodden waterlogged | parched dry | damp moist | barren infertile | lush verdant
barefoot shoeless | plump chubby tubby | muscular brawny | bald hairless | napkin serviette | bucket pail | jug pitcher | cupboard cabinet
wardrobe closet | duvet doona | curtain drape | fireplace hearth | chimney smokestack | bathtub tub bath
loo toilet lavatory restroom washroom | dishcloth dishrag | teatowel dishtowel | hoover vacuum | dumpster skip | litterbug litterer
lawnmower mower | hosepipe hose | greenhouse glasshouse hothouse | zip zipper | tights pantyhose | knickers panties | dungarees overalls
nightdress nightgown nightie | wellies gumboots | umbrella brolly | raincoat mackintosh | jeans denims | shoelace bootlace
tracksuit sweatsuit | bra brassiere | cobbler shoemaker | seamstress dressmaker | catwalk runway | perfume fragrance scent | lottery lotto
hobby pastime | housewife housewives homemaker | bellboy bellhop | flexitime flextime | plaything toy
bookcase bookshelf bookshelves | worktop countertop | skylight rooflight | eraser rubber | blackboard chalkboard | biro ballpoint
wastebasket wastebin | flagpole flagstaff | handkerchief hankie hanky | cesspit cesspool | plughole drain | drainpipe downpipe downspout
beekeeper apiarist | beekeeping apiculture | ladybird ladybug | snake serpent | wildebeest gnu | kangaroo roo | rabbit bunny
budgie budgerigar | birdwatcher twitcher | dog pooch | puppy puppies pup | mongrel crossbreed mutt | horse equine | sheep ovine
pedigree purebred | neuter desex sterilise sterilize | castrate geld | den lair | alga algae algal | larva larvae grub
undergrowth underbrush | eucalyptus eucalypt | predator predatory | zookeeper keeper | shepherd sheepherder | cowboy cowhand
winegrower viticulturist | horticulture gardening | uncultivated untilled fallow | doghouse kennel | leash lead | snout muzzle
celsius centigrade | cloudy overcast | foggy misty | stormy tempestuous | balmy mild | chilly cool cold nippy | cloudburst downpour
sunstroke heatstroke | frostbite frostbitten | meteorological weather | iceberg berg | glacier glacial | volcano volcanic | planet planetary
galaxy galactic | mars martian | sun solar | erode erosion | corrode corrosion | landslip landslide | rockslide rockfall
quake earthquake seismic | duststorm sandstorm | creek stream brook rivulet | peatland peat | bushland scrubland | seawater saltwater
riverside riverbank | lakeside lakefront lakeshore | singe scorch | implode implosion | lifejacket lifevest | windblown windswept
byre cowshed | pigsty pigpen piggery | henhouse coop | rubbernecker gawker | extraterrestrial alien | ufo uap | astronaut taikonaut
spaceman spacemen astronaut | spacewoman spacewomen astronaut | gene genetic | mutant mutated | evolve evolution | professor prof
molecule molecular | cell cellular | climate climatic | technology tech technological | app application | processor cpu | photocopier copier
photocopy xerox | hyperlink link | retweet repost reshare | decode decipher | pager beeper | gearstick gearshift | carriageway roadway
motorboat powerboat | ferry ferryboat | asphalt bitumen | tarmac blacktop | aviator pilot | cableway ropeway | cycleway bikeway
railwayman railwaymen railworker | photovoltaic pv | midday noon noontime | desalinate desalt
uninhabited unpopulated unpeopled | shia shiite | passover pesach | diwali deepavali | pentecost whitsun | kippah kippa yarmulke skullcap
madrassa madrasa madrasah | hajj haj | sharia shariah | synagogue shul | crematorium crematory | churchyard graveyard
devotee adherent follower | witchcraft sorcery | magician illusionist conjurer conjuror | ghost spectre specter phantom | nuptials wedding
engagement betrothal | unfaithful adulterous | adultery infidelity unfaithfulness | boy lad | girl lass lassie | man men bloke guy chap
bairn child | gran grandma grandmother granny nan nana | headmistress headteacher principal | headmaster headteacher principal | undergraduate undergrad
postgraduate postgrad | truancy truant | smack spank | goalscorer scorer | touchline sideline | racehorse thoroughbred | knockout ko
celebrity celeb | superstar megastar | flick film movie | theatregoer theatergoer playgoer | reveller reveler partygoer merrymaker
tout scalper | masterpiece masterwork | pottery ceramics | firework pyrotechnic | nickname moniker sobriquet | nickname dub
pseudonym alias | applause applaud clap | accordion squeezebox | violin fiddle | discotheque disco | tune melody
mixture mix | response respond | omission omit | exclusion exclude | assumption assume | qualification qualify | intensification intensify
flight fly | behaviour behave | synthesis synthesise synthesize | weight weigh | depth deep | width wide | length long | leakage leak
usage use | restraint restrain | descent descend | ascent ascend | conquest conquer | bequest bequeath | hindrance hinder | piracy pirate
illiteracy illiterate | sexism sexist | homophobia homophobic | nudity nude naked | shame ashamed | grief grieve | fright frighten
laughter laugh | occurrence occur | remembrance remember | deficiency deficient | efficiency efficient | slavery enslave
cessation cease | inflammation inflame inflamed | strangulation strangle | reproduction reproduce | drowsy drowsiness sleepy sleepiness
miscaption mislabel | unsubstantiated unsupported | rumour hearsay | gullible credulous | reupload repost | corrosive caustic
hallucinogenic psychedelic | imbibe drink | defrost thaw unfreeze | rust corrode | disembark debark | matriculate enrol enroll
proselytise proselytize evangelise evangelize | defrock unfrock laicise laicize | unfriend defriend | reboot restart
digitise digitize digitalise digitalize | bulb lightbulb | toolbox toolkit | townsfolk townspeople | womenfolk women
kin relative kinsman kinsmen | folk people | oap pensioner retiree | recluse hermit | eccentric oddball | nerd geek | drunkard drunk
nudist naturist | prostitute hooker | brothel bordello whorehouse | porn pornography pornographic | holidaymaker vacationer
sledge sled toboggan | plateau tableland | mountaintop summit peak | heathen pagan | infidel nonbeliever unbeliever | deity god
satan devil | afterlife hereafter | reincarnation rebirth | apocalypse armageddon doomsday | layman laymen layperson laypeople laity
steeple spire | christmas yuletide xmas | videocassette videotape | telecast televise | obituary obit | boxer pugilist prizefighter
titleholder champion | novice beginner | scoreline score | fightback comeback | potholing caving spelunking | potholer caver spelunker
holdall duffel duffle | album lp | thespian actor | workout exercise | slumber sleep | sunup sunrise | sundown sunset
"""
