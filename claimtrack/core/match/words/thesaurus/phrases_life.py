"""Set phrases of health, science, technology, traffic, school, sport, food and the home. Data only; set_phrases.py reads it."""

GROUPS = """
heart attack = myocardial infarction | hypertension = high blood pressure = raised blood pressure | hypotension = low blood pressure
hyperglycaemia = high blood sugar | hypoglycaemia = low blood sugar | arrhythmia = irregular heartbeat = irregular heart rhythm = abnormal heart rhythm
atherosclerosis = hardening of arteries | brain bleed = brain haemorrhage = bleeding on brain = bleeding in brain = cerebral haemorrhage
mini stroke = transient ischaemic attack | bleed to death = bleed out = die from blood loss | kidney stone = renal stone = renal calculus
tooth decay = dental caries = dental decay | gum disease = periodontal disease | gastroenteritis = stomach flu = stomach bug = gastric flu
norovirus = winter vomiting bug = winter vomiting disease | hay fever = pollen allergy = allergic rhinitis
anaphylaxis = anaphylactic shock = severe allergic reaction | adrenaline pen = adrenaline auto injector = epinephrine auto injector
breathlessness = shortness of breath = difficulty breathing = breathing difficulties = trouble breathing
bellyache = stomach ache = stomach pain = tummy ache = abdominal pain | toothache = tooth pain | backache = back pain | earache = ear pain
runny nose = nasal discharge | blocked nose = stuffy nose = nasal congestion | sore throat = throat pain | heartburn = acid indigestion
period pain = menstrual pain = menstrual cramps | scarlatina = scarlet fever | onchocerciasis = river blindness | elephantiasis = lymphatic filariasis
dengue = dengue fever = breakbone fever | cold sore = fever blister | athlete's foot = tinea pedis | nits = head lice | atopic eczema = atopic dermatitis
bse = mad cow disease = bovine spongiform encephalopathy | foot and mouth disease = hoof and mouth disease
motor neurone disease = amyotrophic lateral sclerosis | sids = cot death = crib death = sudden infant death syndrome
copd = chronic obstructive pulmonary disease | ptsd = post traumatic stress disorder | adhd = attention deficit hyperactivity disorder
ocd = obsessive compulsive disorder | bipolar disorder = manic depression | mental illness = mental disorder = psychiatric illness = psychiatric disorder
nervous breakdown = mental breakdown | panic attack = anxiety attack | amnesia = memory loss = loss of memory
loss of sight = loss of vision = sight loss = vision loss | tinnitus = ringing in ears | motion sickness = travel sickness
std = sexually transmitted disease = sexually transmitted infection = venereal disease | hiv positive = living with hiv = infected with hiv
impotence = erectile dysfunction | libido = sex drive | navel = belly button | genitals = private parts | scapula = shoulder blade | larynx = voice box
femur = thigh bone | spine = spinal column | acl = anterior cruciate ligament | dermatologist = skin doctor = skin specialist
oncologist = cancer doctor = cancer specialist | cardiologist = heart doctor = heart specialist | paediatrician = children's doctor
neurosurgeon = brain surgeon | heart surgeon = cardiac surgeon | dentist = dental surgeon | vet = veterinary surgeon | coroner = medical examiner
doctor's surgery = doctor's office | junior doctor = resident doctor | speech therapist = speech pathologist = speech language pathologist
physiotherapist = physical therapist | physiotherapy = physical therapy | health worker = healthcare worker = medical worker | nurses = nursing staff
medical staff = medical personnel | maternity ward = maternity unit | operating theatre = operating room | intensive care = critical care
icu = intensive care unit = critical care unit | health centre = medical centre = health clinic = medical clinic | teaching hospital = university hospital
psychiatric hospital = mental hospital = mental health hospital | burns unit = burn unit = burns ward | old people's home = retirement home = home for elderly
care home = residential care home | house call = home visit | health check = medical check up = medical examination = medical checkup
eye test = eye exam = sight test = vision test | smear test = cervical screening test | blood type = blood group | donate blood = give blood
keyhole surgery = laparoscopic surgery | laser eye surgery = laser vision correction | hysterectomy = removal of womb = removal of uterus
mastectomy = removal of breast = breast removal | vasectomy = male sterilisation | caesarean = caesarean section
have operation = have surgery = undergo surgery = go under knife = operated on | operate on = perform surgery on | euthanise = put _ to sleep
euthanasia = mercy killing | assisted dying = assisted suicide = medically assisted dying | turn off life support = withdraw life support
hospitalise = admit _ to hospital | discharge = discharge _ from hospital = release _ from hospital = leave hospital
wake from coma = come out of coma = emerge from coma = wake up from coma | unconscious = out cold | radiotherapy = radiation therapy = radiation treatment
anticoagulant = blood thinner = blood thinning drug | sleeping pill = sleeping tablet | painkiller = pain reliever = pain medication
placebo = dummy pill = sugar pill | side effect = adverse effect | clinical trial = clinical study = medical trial
prescription drug = prescription medicine = prescription medication | generic drug = unbranded drug | drug resistant = resistant to drugs
prosthesis = artificial limb = prosthetic limb | artificial leg = prosthetic leg | visor = face shield
kiss of life = mouth to mouth resuscitation = artificial respiration = rescue breaths | cpr = cardiopulmonary resuscitation
sticking plaster = adhesive bandage | sanitary towel = sanitary pad = sanitary napkin | birth control pill = contraceptive pill = oral contraceptive
morning after pill = emergency contraceptive pill | abortion pill = abortion drug | have abortion = terminate pregnancy = end pregnancy = undergo abortion
go into labour = begin labour = start labour | pregnant = expecting baby = with child | give birth = have baby = delivered of baby
foetus = unborn child = unborn baby | ivf = in vitro fertilisation | ivf baby = test tube baby | breast milk = mother's milk = human milk
baby formula = infant formula = formula milk | baby bottle = feeding bottle | birth rate = natality rate | life expectancy = expected lifespan
lose weight = shed weight | put on weight = gain weight | paraplegic = paralysed from waist down | confined to wheelchair = wheelchair bound = in wheelchair
wheelchair user = person in wheelchair | bedridden = confined to bed | fgm = female genital mutilation = female circumcision = female genital cutting
attempt suicide = try to kill themselves = try to take _ life | succumb to _ injuries = die of _ injuries = die from _ wounds
pronounce _ dead = declare _ dead = certify _ dead | die instantly = killed instantly = killed outright | drug user = drug taker
drug abuse = substance abuse = drug misuse = substance misuse | intravenous drug user = injecting drug user | needle exchange = syringe exchange
safe injection site = supervised injection site = drug consumption room = safe consumption site | magic mushrooms = psilocybin mushrooms
cigarette butt = cigarette end = cigarette stub | passive smoking = secondhand smoke | blood alcohol level = blood alcohol content = blood alcohol concentration
vaccine passport = vaccine certificate = vaccination certificate = vaccine pass | vaccine mandate = mandatory vaccination = compulsory vaccination
vaccination campaign = vaccination drive = immunisation drive = vaccine rollout
antivaxxer = vaccine opponent = anti vaxxer = opponent of vaccines = anti vaccine activist = anti vaxer
test positive = return positive test = have positive test | test negative = return negative test = have negative test
rapid test = lateral flow test = antigen test = rapid antigen test | reproduction number = reproduction rate | social distancing = physical distancing
stay at home order = shelter in place order | index case = first patient | herd immunity = population immunity = community immunity
hand sanitiser = hand gel = sanitising gel | health insurance = medical insurance = health cover = medical cover
sick note = doctor's note = medical certificate | food poisoning = foodborne illness | immune system = body's defences | rhinoplasty = nose job
breast enlargement = breast augmentation = boob job | alopecia = hair loss | regain consciousness = recover consciousness | anosmia = loss of smell
dvt = deep vein thrombosis | self harm = harm themselves = self injure | get vaccinated = get jab = have vaccine
over drink drive limit = over drink driving limit = above drink drive limit | agony = excruciating pain
mononucleosis = glandular fever = infectious mononucleosis | ppe = personal protective equipment | eye surgeon = ophthalmic surgeon | asteroid = space rock
meteor = shooting star = falling star | exoplanet = extrasolar planet = planet outside our solar system | northern lights = aurora borealis
southern lights = aurora australis | solar eclipse = eclipse of sun | lunar eclipse = eclipse of moon | blood moon = total lunar eclipse
spacewalk = extravehicular activity = walk in space | ufo = unidentified flying object | liftoff = blast off = lift off
dry ice = freeze carbon dioxide = solid carbon dioxide | lye = caustic soda = sodium hydroxide | table salt = sodium chloride
pyrite = fool's gold = iron pyrite | methanol = wood alcohol = methyl alcohol | ethanol = grain alcohol = ethyl alcohol
organism = life form = living organism = living thing | identical twin = monozygotic twin | become extinct = die out = go extinct
at risk of extinction = threatened with extinction = in danger of extinction = facing extinction | biodiversity = biological diversity
radiocarbon dating = carbon dating | research paper = scientific paper | margin of error = error margin | doctorate = doctoral degree
doctoral student = doctoral candidate | tectonic plate = crustal plate | hot spring = thermal spring | tsunami = tidal wave
permafrost = permanently frozen ground = permanently frozen soil | sea level rise = rising sea levels = rising seas
memory stick = flash drive = thumb drive = pen drive | hard drive = hard disk | gpu = graphics card = graphics processing unit = graphics chip
laptop = laptop computer = notebook computer | mobile app = phone app = smartphone app | malware = malicious software = malicious code
spam = junk email = spam email | log in = sign in = log on | log out = sign out = log off | livestream = stream live = broadcast live online | vlog = video blog
influencer = social media influencer | netizen = internet user = web user
social media = social networks = social networking sites = social media platform = social media site | llm = large language model
generated by ai = ai generated = created by artificial intelligence = make with ai = ai created = ai made | cgi = computer generated imagery
driverless car = autonomous car = autonomous vehicle | electric bike = e bike = electric bicycle | electric scooter = e scooter | video game = computer game
gamer = video game player | esports = competitive gaming | text message = sms message | voice note = voice message = audio message
direct message = private message | url = web address | surf internet = browse web = surf web = browse internet
phone mast = mobile phone mast = cell tower = mobile mast = cell phone tower | mobile network = cellular network = cell network | landline = fixed line phone
phone call = telephone call | satnav = satellite navigation | cctv camera = surveillance camera = security camera
cctv footage = surveillance footage = surveillance video = security camera footage | dashcam = dashboard camera | facial recognition = face recognition
data centre = server farm | tech company = technology company = tech firm | tech giants = technology giants | nft = nonfungible token
solar farm = solar park = solar power plant | power line = electricity line | greenhouse gas emissions = planet warming emissions = planet heating emissions
climate crisis = climate emergency | climate denier = climate change denier | pre industrial levels = pre industrial times = pre industrial era
environmentalist = environmental activist = green campaigner = environmental campaigner | deforestation = forest clearance = forest clearing
drizzle = light rain | thunderstorm = electrical storm = lightning storm | lightning bolt = bolt of lightning | strike by lightning = hit by lightning
cold spell = cold snap = cold wave | heatwave = hot spell = spell of hot weather | rainy season = wet season | storm surge = tidal surge
burst banks = overflow banks = break banks | snowbound = snowed in = cut off by snow
weather service = meteorological service = weather bureau = meteorological agency = weather agency | weather warning = weather alert
declare state of emergency = declare emergency | since records began = on record = ever recorded = since record keeping began | hailstone = ball of ice
islet = small island | mountaineering = mountain climbing | rescuer = rescue worker
emergency services = emergency responders = first responders = emergency crews | fire engine = fire truck = fire appliance | black box = flight recorder
distress call = mayday call = distress signal | crash land = make crash landing | mid air collision = aerial collision | near miss = near collision
level crossing = railroad crossing = railway crossing = grade crossing | railway track = railroad track = train track | train driver = engine driver
train guard = train conductor | ticket inspector = fare inspector = ticket checker | railway station = train station = railroad station
train carriage = railway carriage = rail car = train car | high speed train = bullet train | sleeper train = night train = overnight train
semitrailer = articulated lorry = tractor trailer = semi trailer truck = semi trailer | pickup = pick up truck | estate car = station wagon
suv = sport utility vehicle | minivan = person carrier | atv = quad bike = all terrain vehicle | jet ski = personal watercraft
driving licence = driver's license = driver's licence | car hire = car rental | hire car = rental car | petrol pump = gas pump = fuel pump
petrol tank = fuel tank | exhaust fumes = exhaust gases | tailpipe = exhaust pipe | turn signal = indicator light | accelerator pedal = gas pedal
handbrake = parking brake | dual carriageway = divided highway | hard shoulder = breakdown lane = emergency lane | central reservation = median strip
stoplights = traffic lights = traffic signals | speed bump = speed hump | tailback = traffic jam = traffic congestion
crossing guard = lollipop lady = school crossing patrol | parking fine = parking ticket | speeding fine = speeding ticket
traffic warden = parking enforcement officer | cycle lane = bike lane = bicycle lane | cycle path = bike path | breath test = breathalyser test
run red light = jump red light = go through red light | head on collision = head on crash = frontal collision
pileup = multi vehicle crash = pile up = multiple vehicle collision = multi car crash | crash into back of = rear end
car crash = car accident = auto accident = car wreck | traffic accident = road accident = road crash = road traffic accident = traffic collision
road death = traffic death = road fatality = traffic fatality | plane crash = air crash = aeroplane crash | light aircraft = light plane = small plane
co pilot = first officer | flight attendant = cabin attendant = cabin crew member | baggage handler = luggage handler
hand luggage = carry on luggage = cabin baggage = carry on bag = cabin bag | boarding pass = boarding card | maiden flight = inaugural flight
return ticket = round trip ticket | overhead locker = overhead bin = overhead compartment | rush hour = peak hour | commute = travel to work
telecommute = work from home | give _ lift = give _ ride | hitchhike = thumb lift = hitch ride = hitch lift | taxi rank = taxi stand = cab rank = cab stand
minicab = private hire vehicle = private hire car | ridehailing = ride hailing = ride sharing | bus station = bus terminal
get off = disembark from = alight from | nuclear meltdown = core meltdown = reactor meltdown | radiation leak = radioactive leak | dam failure = dam burst
wash away = sweep away | smoke alarm = smoke detector | smoke inhalation = inhaling smoke = breathing in smoke | presumed dead = believed dead
unharmed = safe and sound | tent camp = tent city = tented camp | bring _ under control = get _ under control | secondary school = high school
primary school = elementary school = grade school | private school = independent school = fee paying school
state school = government school = state run school | vocational school = trade school = technical school | faith school = religious school
deputy head = deputy headteacher = vice principal = assistant principal = deputy principal
teaching assistant = classroom assistant = teacher's aide = teacher aide | supply teacher = substitute teacher = relief teacher
private tuition = private tutoring = private lessons | postgraduate student = graduate student = grad student | bachelor's degree = undergraduate degree
lecture hall = lecture theatre | hall of residence = student dormitory = student halls | graduation ceremony = commencement ceremony
school report = report card | sit exam = take exam = write exam | sit exam again = resit exam = retake exam | expel = permanently exclude
corporal punishment = physical punishment | cyberbullying = online bullying = internet bullying | cheat sheet = crib sheet
homeschooling = home schooling = home education = teaching at home | distance learning = remote learning | school trip = field trip = school outing = class trip
school meal = school lunch = school dinner | lunch lady = dinner lady = school cafeteria worker | summer holidays = summer vacation = summer break
gap year = year off | mother tongue = native language = first language = native tongue | literate = able to read and write | student loan = study loan
child support = child maintenance = maintenance payments | alimony = spousal support = spousal maintenance | child benefit = child allowance
domestic violence = domestic abuse | foster parent = foster carer | single parent = lone parent | single mother = lone mother | ex husband = former husband
ex wife = former wife | ex boyfriend = former boyfriend | ex girlfriend = former girlfriend | newlyweds = newly married couple = just married couple
wedding ceremony = marriage ceremony | cohabit = live together | illegitimate = born out of wedlock | firstborn = eldest child = oldest child
come of age = reach adulthood = reach age of majority | raise child = rear child | orphanage = home for orphans
daycare centre = day nursery = childcare centre | cuddly toy = soft toy = stuffed animal = stuffed toy = plush toy
child car seat = child safety seat = child seat | amusement park = theme park | dodgems = bumper cars
bouncy castle = bounce house = inflatable castle = jumping castle | paddling pool = wading pool = kiddie pool | skipping rope = jump rope
noughts and crosses = tic tac toe | seek asylum = apply for asylum = request asylum = claim asylum | grant _ asylum = give _ asylum
inflatable boat = rubber dinghy = rubber boat = inflatable dinghy | immigration detention centre = immigration removal centre
become citizen = obtain citizenship = gain citizenship = acquire citizenship | exodus = mass departure | remittances = money sent home
canonise = make _ saint = declare _ saint | excommunicate = expel _ from church | defrock = expel _ from priesthood | ordain = make _ priest
funeral home = funeral parlour | undertaker = funeral director | memorial service = remembrance service
minute's silence = minute of silence = moment of silence | altar boy = altar server | holy book = sacred text = holy scripture
fatwa = religious edict = religious ruling = religious decree | sharia = sharia law | injury time = stoppage time = added time
go to extra time = go to overtime | penalty kick = spot kick | on penalties = in penalty shootout = in shootout | take lead = go in front
equalise = draw level = level score | concede goal = let in goal = ship goal | keep clean sheet = record shutout
winning run = winning streak = run of wins = run of victories | losing run = losing streak = run of defeats = run of losses
away team = visiting team = away side | group stage = group phase | knockout stage = knockout phase = knockout round | top division = top flight = top tier
receive red card = show red card = red carded = send off | receive yellow card = show yellow card = yellow carded | video assistant referee = video referee
linesman = assistant referee | central defender = centre back = center back | overhead kick = bicycle kick | changing room = locker room = dressing room
football boots = soccer cleats = soccer boots | football kit = football strip = soccer uniform | sell out crowd = capacity crowd = full house
invade pitch = run onto pitch = storm pitch | assistant coach = assistant manager | interim coach = caretaker manager = interim manager = caretaker boss
footballer = soccer player | cricketer = cricket player | racing driver = race car driver = racing car driver | pole position = first on grid
finish last = come last = place last | win gold = win gold medal = take gold | win silver = win silver medal = take silver
win bronze = win bronze medal = take bronze | gold medallist = gold medal winner = gold medalist | break record = beat record = smash record = set new record
personal best = career best | athletics = track and field | long jump = broad jump | table tennis = ping pong | marathoner = marathon runner
distance runner = long distance runner | fail drugs test = fail drug test = fail doping test | fixing of matches = match fixing = rigging of matches
end _ playing career = hang up _ boots = retire from playing | sidelined = out of action | paceman = fast bowler = pace bowler | slow bowler = spin bowler
opening batsman = opening batter | lbw = leg before wicket | world's top ranked player = top ranked player
title fight = title bout = championship fight = championship bout | win on points = win by decision | peloton = main bunch
individual time trial = race against clock | stay in shape = keep fit = stay fit = keep in shape
world's highest mountain = world's tallest mountain = world's highest peak | lead singer = lead vocalist | rapper = rap artist = hip hop artist
guitarist = guitar player | pianist = piano player | violinist = violin player | drummer = drum player | backing singer = backup singer
busker = street musician | cinema = movie theatre = movie theater = movie house | chat show = talk show | sitcom = situation comedy
newscast = news bulletin = news broadcast | publisher = publishing house = publishing company | bestseller = good selling book | ticket tout = ticket scalper
artwork = work of art | mural = wall painting | sell at auction = go under hammer | fancy dress party = costume party | editor in chief = chief editor
hide camera = concealed camera | stripper = exotic dancer | playtime = school recess = break time | scallion = spring onion = green onion
broad bean = fava bean | haricot bean = navy bean | mangetout = snow pea = sugar pea | capsicum = sweet pepper = bell pepper | kumara = sweet potato
granadilla = passion fruit | gherkin = pickled cucumber | minced beef = ground beef = beef mince | minced meat = ground meat | tinned food = canned food
caster sugar = superfine sugar | icing sugar = powdered sugar = confectioner's sugar | baking soda = bicarbonate of soda = sodium bicarbonate
skimmed milk = skim milk | whole milk = full fat milk | powdered milk = milk powder = dried milk | ketchup = tomato ketchup | potato crisps = potato chips
candyfloss = cotton candy = candy floss = fairy floss | popsicle = ice lolly = ice pop | off licence = liquor store = bottle shop
convenience store = corner shop = corner store | food dye = food colouring = food coloring | artificial sweetener = sugar substitute | folate = folic acid
msg = monosodium glutamate | lab grown meat = cultivated meat = cultured meat = cell based meat | expiry date = expiration date
fruit and vegetables = fruit and veg | cling film = plastic wrap = cling wrap | tin foil = aluminium foil = kitchen foil = aluminum foil
paper towel = kitchen roll = kitchen paper | dish soap = washing up liquid = dishwashing liquid | tea towel = dish towel | skillet = frying pan
tin opener = can opener | bottle top = bottle cap | chopping board = cutting board | shopping trolley = shopping cart | cash register = cash till
bumper crop = bumper harvest = bountiful harvest | bad harvest = poor harvest = meagre harvest | crop failure = failed harvest
rice paddy = paddy field = rice field | smallholder = small farmer = small scale farmer | livestock = farm animals | aquaculture = fish farming
overfishing = excessive fishing | poaching = illegal hunting | poach = hunt illegally | sawmill = timber mill = lumber mill | eucalyptus = gum tree
game reserve = wildlife reserve = game park | zoo = zoological garden = zoological park | raptor = bird of prey | orca = killer whale | cougar = mountain lion
fruit bat = flying fox | cyanobacteria = blue green algae | termite = white ant | fishing rod = fishing pole | guide dog = seeing eye dog
assistance dog = service dog | animal shelter = animal rescue centre | on leash = on lead | off leash = off lead | bouquet = bunch of flowers
hosepipe ban = hose ban | come out of hibernation = wake from hibernation = emerge from hibernation | housing estate = housing development
letting agent = rental agent | moving company = removal firm = removals company | moving van = removal van | escalator = moving staircase
postcode = zip code = postal code | postman = mail carrier = letter carrier | die end street = cul de sac | downtown = city centre = downtown area
ironmonger = hardware store = hardware shop | home improvement store = diy store | charity shop = thrift store = thrift shop = op shop
jumble sale = rummage sale | garage sale = yard sale | shop assistant = sales assistant = sales clerk = store clerk | shopkeeper = shop owner = store owner
gift voucher = gift card = gift certificate | piggy bank = money box | win jackpot = hit jackpot = scoop jackpot | raffle = prize draw
scratchcard = scratch card = scratch off ticket | slot machine = fruit machine = poker machine | lightbulb = light bulb | wall socket = electrical outlet
extension lead = extension cord | toilet paper = toilet roll = toilet tissue = loo roll = bathroom tissue | public toilet = public convenience = public restroom
portaloo = portable toilet = porta potty | toilet cubicle = toilet stall = bathroom stall | window blind = window shade | dresser = chest of drawers
nightstand = bedside table = night table | camp bed = folding bed | air conditioner = air conditioning unit = air con unit
wood burning stove = wood burner = log burner | gas cylinder = gas bottle = gas canister | hoover = vacuum cleaner | tumble dryer = clothes dryer
clothespin = clothes peg | bathrobe = dressing gown | wellies = rubber boots = wellington boots | tuxedo = dinner jacket = dinner suit
swimsuit = swimming costume = bathing suit | swimming trunks = swim trunks | hoodie = hooded sweatshirt = hooded top | bumbag = bum bag = fanny pack
sticky tape = adhesive tape | biro = ballpoint pen | rubbish bin = trash can = garbage can = waste bin | bin bag = rubbish bag = garbage bag = trash bag
rubbish collection = bin collection = garbage collection = waste collection | fly tipping = illegal dumping | streetlight = street light = street lamp
phone box = phone booth = telephone box = telephone booth | twin town = sister city | street cleaner = street sweeper = road sweeper
window cleaner = window washer | chambermaid = hotel maid | hotel receptionist = desk clerk = front desk clerk | breadwinner = main earner
package holiday = package tour | lunch break = lunch hour | night shift = overnight shift | employment office = job centre = job center
jobseeker = job seeker = job hunter | diy = do it yourself | ecigarette = e cigarette = e cig | xray = x ray
myopia = short sightedness = near sightedness | longsighted = long sighted = far sighted | longsightedness = long sightedness
dizzy = light headed = light headedness | chronic = long term | asymptomatic = symptom free | self isolate = self quarantine
antivaccine = anti vaccine = anti vax = anti vaccination | bedridden = bed bound | drugmaker = drug maker | breastfeed = breast feed
takeaway = take away = take out | nonalcoholic = alcohol free | sugarless = sugar free | meatless = meat free | smelly = foul smelling
transparent = see through | shirtless = bare chested | blonde = fair haired | redheaded = red haired = ginger haired | brunette = brown haired
bespectacled = glasses wearing | lamppost = lamp post | jandal = flip flop | turtleneck = polo neck | hitchhike = hitch hike | seesaw = teeter totter
carousel = merry go round | flatpack = self assembly | carnivore = meat eater = meat eating = flesh eating | herbivore = plant eater = plant eating
sunblock = sun cream | collapse = cave in | flood hit = flood stricken = flood affected | quake hit = earthquake hit = earthquake stricken = quake stricken
storm hit = storm battered = storm struck | war torn = war ravaged = war scarred | gutted = burn out = burned out | livestream = live stream
driverless = self driving | autorickshaw = auto rickshaw = tuk tuk | bicycle = push bike | planet warming = climate warming = planet heating = heat trapping
eco friendly = environment friendly | soothsayer = fortune teller = fortune telling | fiancee = bride to be = wife to be
fiance = husband to be = bridegroom to be | resit = re sit | tiebreak = tie break = tie breaker | pull up = chin up | filmgoer = film goer
concertgoer = gig goer | sequel = follow up | bestseller = good seller | rap = hip hop | lookalike = look alike | carcinogenic = cancer causing
addictive = habit forming | rain soaked = rain drenched | sun drenched = sun soaked | snow covered = snow clad | snow capped = snow topped
drought resistant = drought tolerant | flame retardant = fire retardant | bestselling = good selling = top selling | highest grossing = top grossing
award winning = prize winning | world famous = world renowned | seek after = in demand | all female = all women | all male = all men
coeducational = co educational = co ed = mixed sex | anti abortion = pro life | pro choice = abortion rights | anglophone = english speaking
lusophone = portuguese speaking | foreign born = overseas born | autodidact = self taught | tween = pre teen | snowmobile = ski doo | belfry = bell tower
wicketkeeper = wicket keeper | nighttime = night time | semiannual = semi annual
"""
