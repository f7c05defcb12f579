"""Set phrases of courts, crime, war, the state and its offices. Data only; set_phrases.py reads it."""

GROUPS = """
tourist board = tourism board
supreme court = top court = highest court = apex court | appeals court = court of appeal = appellate court = appeal court
charge = bring charges against = file charges against = press charges against | drop charges = withdraw charges = drop case
address = speak to = give speech to = give address to = deliver speech to
plead guilty = admit charges = enter guilty plea = admit guilt | convict = find _ guilty = return guilty verdict
sentence _ to death = condemn _ to death = give _ death penalty | sentence _ to life = jail _ for life = imprison _ for life
life sentence = life imprisonment = life in prison = life term = life behind bars | prison sentence = jail term = prison term = jail sentence
on bail = free on bail = released on bail = out on bail | pre trial detention = pretrial custody = remand custody | on remand = in pre trial detention
out of court settlement = settlement out of court | expel = throw _ out of = kick _ out of | sign = put _ name to = put _ signature to | under oath = on oath | testify = take stand = enter witness box | in dock = on trial
trial by jury = jury trial | burden of proof = onus of proof | legal action = legal proceedings = court action
start legal proceedings = bring legal proceedings = launch legal action = begin legal action | challenge = appeal against | right to appeal = right of appeal
plea deal = plea bargain = plea agreement | class action = collective lawsuit = group action = class action lawsuit | arrest warrant = warrant for arrest
house arrest = home confinement | electronic tag = ankle monitor = ankle tag = ankle bracelet | young offender = juvenile offender = juvenile delinquent
crime scene = scene of crime | cold case = unsolved case | criminal record = previous convictions
crime ring = crime syndicate = criminal gang = criminal network | human trafficking = person trafficking = trafficking in persons
person smuggler = migrant smuggler = human smuggler | prostitute = sex worker | bank robbery = bank heist = bank raid | car theft = auto theft = vehicle theft
identity theft = identity fraud | insider trading = insider dealing | police chief = chief of police = head of police | patrol car = squad car = police car
bodycam = body camera = body worn camera | riot police = riot squad = anti riot police
bomb squad = bomb disposal unit = bomb disposal team = bomb disposal experts | sniffer dog = detection dog = detector dog
controlled explosion = controlled detonation | next of kin = closest relatives | private detective = private investigator = private eye
police station = police precinct | teargas = tear gas | taser = stun gun | drink driving = drunken driving = driving while drunk
break speed limit = exceed speed limit | drug dealer = drug pusher | drug trafficker = drug smuggler = narcotics trafficker
drug trafficking = drug smuggling = narcotics trafficking | drug lord = drug kingpin = drug baron | drug mule = drug courier
contract killing = murder for hire | shoot dead = gun down = fatally shoot = shoot _ to death | stab _ to death = fatally stab = knife _ to death
beat _ to death = fatally beat | perjury = lie under oath | affidavit = swear statement | retrial = new trial = fresh trial | shoplifting = stealing from shops
contraband = smuggled goods | tax evader = tax cheat | unconstitutional = violate constitution = breach constitution | recuse _ from = step aside from
serve sentence = serve jail term = serve prison term | suspended jail term = suspended sentence = suspended prison sentence | in custody of = hold by
fake passport = forged passport | loan shark = illegal moneylender = unlicensed moneylender | polygraph = lie detector
power to veto = veto power = right of veto | prime suspect = main suspect = chief suspect | key witness = main witness = star witness | gangster = gang member
die toll = number of dead = number of deaths = number of fatalities = fatality count | break into = force entry into
open fire = start shooting = begin shooting = fire shots | return fire = shoot back = fire back | lay down arms = lay down weapons
ground troops = boots on ground = ground forces | ground offensive = ground assault = land offensive | commandos = special forces = special operations forces
safe zone = safe haven | arms deal = weapons deal | arms sale = weapons sale | gunrunner = arms dealer = weapons dealer
arms manufacturer = weapons manufacturer = arms maker = weapons maker | arms embargo = ban on arms sales = arms ban | arms control = weapons control
wmd = weapons of mass destruction | nuclear weapon = nuclear arm = atomic weapon | nuclear bomb = atomic bomb = atom bomb | chemical weapons = chemical arms
poison gas = toxic gas | cluster bomb = cluster munition | car bomb = vehicle bomb
ied = homemade bomb = improvised explosive device = homemade explosive device | icbm = intercontinental ballistic missile
warplane = fighter jet = fighter plane = combat jet | flattop = aircraft carrier | peace talks = peace negotiations
peace deal = peace agreement = peace accord | besiege = lay siege to | civil strife = civil unrest | killed in action = killed in combat = killed in battle
prisoner swap = prisoner exchange = exchange of prisoners | hold _ hostage = hold _ captive | free = set _ free | battlefront = front line
war zone = conflict zone = combat zone | conscription = national service = compulsory military service = mandatory military service | pow = prisoner of war
mercenary = soldier of fortune | spy = secret agent = intelligence agent | spy agency = intelligence agency = intelligence service
spymaster = intelligence chief = spy chief | suicide attack = suicide bombing | armed group = armed faction | state of emergency = emergency rule
stage coup = mount coup | coup attempt = attempted coup = failed coup | military coup = army takeover = military takeover
junta = military government = military rulers | seize power = grab power | air defence = anti aircraft defences | supreme commander = commander in chief
troop withdrawal = withdrawal of troops = troop pullout = withdrawal of forces | troop buildup = military buildup | naval base = navy base
military exercise = military drill = war games | joint exercise = joint drill | defence budget = military budget | defence spending = military spending
rules of war = laws of war | ceasefire deal = truce agreement = ceasefire agreement | human rights abuse = human rights violation
human rights group = rights group = human rights organisation | human rights activist = rights activist = human rights campaigner
press freedom = freedom of press = media freedom | freedom of speech = free speech = freedom of expression
asylum seeker = asylum applicant = person seeking asylum
illegal immigrant = illegal migrant = undocumented migrant = undocumented immigrant = irregular migrant | foreign worker = guest worker
border guard = border officer = border agent = frontier guard = border patrol officer | border crossing = border checkpoint = border post = frontier post
idp = internally displaced person = internally displaced people | aid worker = relief worker = humanitarian worker
aid agency = relief agency = humanitarian agency = aid organisation | humanitarian aid = relief aid = humanitarian assistance
aid package = relief package = assistance package | foreign aid = overseas aid | financial aid = financial assistance = financial help
embassy = high commission | diplomatic row = diplomatic dispute = diplomatic spat | counterpart = opposite number | break off ties = sever ties = cut ties
restore ties = resume ties | peaceful settlement = peaceful solution | royals = royal family | abdicate = give up throne | elysee = elysee palace
doj = department of justice | duma = state duma | rada = verkhovna rada | lower house = lower chamber | upper house = upper chamber | mp = member of parliament
fsb = federal security service | irgc = revolutionary guards | international court of justice = world court | wfp = world food programme
oil cartel = organization of petroleum exporting countries | rba = australian central bank | taxman = tax authorities = tax office
liberal democrats = lib dems | dup = democratic unionist party | afd = alternative for germany | far right = extreme right = hard right
far left = extreme left = hard left | snap election = early election = snap poll | general election = national election
local election = municipal election = council election | runoff = run off = runoff vote | polling station = polling place = voting station
election day = polling day = voting day | poll worker = election worker = polling official | ballot paper = voting slip
spoil ballot = invalid vote = invalid ballot | postal vote = postal ballot = mail in ballot = absentee ballot | early voting = advance voting
electoral roll = electoral register = voter roll | vote rigging = election fraud = electoral fraud = ballot rigging
absolute majority = outright majority = overall majority | vast majority = overwhelming majority = great majority | confidence vote = vote of confidence
opposition leader = leader of opposition | mod = defence ministry = ministry of defence | presidential hopeful = presidential candidate = presidential contender
presidential race = race for president = race for presidency | running mate = vice presidential candidate | party leader = leader of party
party conference = party convention = party congress | swing state = battleground state | swing voter = floating voter
marginal seat = swing seat = marginal constituency | surprise win = shock victory = upset win = shock win | neck and neck = level pegging = running even
too close to call = on knife edge | pollster = polling firm = polling company | approval rating = popularity rating
think tank = policy institute = research institute | pressure group = campaign group = advocacy group = lobby group
trade association = industry body = trade body = industry group | civil servant = public servant | local council = local authority
public sector = state sector | state owned = government owned | publicly funded = taxpayer funded = state funded = government funded
public money = taxpayers money = public funds = public purse = taxpayer money | bureaucracy = red tape
cabinet reshuffle = government reshuffle = cabinet shake up | power sharing = sharing of power | press release = media release = news release
propose bill = introduce bill | pass law = adopt law = approve law | change constitution = amend constitution
state pension = government pension = public pension | welfare payment = benefit payment = social security payment | benefit claimant = welfare recipient
unemployment benefit = jobless benefit = unemployment pay | jobless claims = claims for unemployment benefits | food bank = food pantry
bank holiday = public holiday = national holiday | accomplice = co conspirator | all out = full scale = full blown
anticorruption = anti graft = anti corruption | anti immigrant = anti immigration = anti migrant | antisemitic = anti semitic = anti jewish = anti semitism
antitrust = anti monopoly | arson = fire raising | austerity = belt tightening | autonomous = self governing = self ruled
self rule = self government = self governance | consecutive = back to back | good paid = higher paid | bipartisan = cross party | manual = blue collar
breadwinner = wage earner | chargesheet = charge sheet | private = closed door | codefendant = co defendant = co accused
coal fired = coal burning = coal powered | counterproductive = self defeating
counterterrorism = counter terrorism = anti terrorism = anti terror = counter terror | crisis hit = crisis ridden = crisis stricken
everyday = day to day | indebted = debt laden = debt ridden | decree = decree law | door to door = house to house
drought hit = drought stricken = drought affected | impartial = even handed | ex convict = ex con = ex offender
veteran = ex serviceman = ex servicemen = ex soldier | staggering = eye watering | implausible = far fetched | remote = far flung | expedite = fast track
firefight = shoot out | commercial = for profit | gas fired = gas powered = gas burning | intermediary = go between | government held = government controlled
high earning = well paid | high level = top level | prominent = high profile | senior = high ranking = top ranking | homebuyer = house buyer
haggling = horse trading | misguided = ill conceived | doomed = ill fated | indefinite = open ended | islamophobic = anti muslim | knockoff = knock off
leftwinger = leave winger | obscure = little known | long awaited = much anticipated | longstanding = long running = long standing | veteran = long serving
poor = low income | low paid = low wage | junior = low ranking | myopic = short sighted = near sighted | savings = nest egg
omnipotent = all powerful | panacea = cure all | prepaid = pay as you go | paycheck = pay packet | impoverished = poverty stricken | loyalist = pro government
separatist = pro independence | brawl = punch up | agitator = rabble rouser | razor thin = wafer thin = paper thin | reestablish = re establish
rebel held = rebel controlled | record breaking = record setting | rerun = re run | rightwinger = right winger | sabre rattling = saber rattling
self styled = self proclaimed = self declared | self sufficient = self reliant | brief = short lived | substitute = stand in | state backed = government backed
state run = government run | inauguration = swearing in | sweeping = far reaching = wide ranging | partnership = tie up | retaliatory = tit for tat
freephone = toll free | u turn = about turn = about face = volte face | undemocratic = anti democratic | underfunded = under resourced
understaffed = short staffed = short handed | unwise = ill advised | uptake = take up | famous = well known | popular = well liked
well meaning = well intentioned | affluent = well off = well to do
shoot at = fire at = fire on
mainly = above all = in particular
cfo = chief financial officer = finance chief | coo = chief operating officer | headquarters = head office = main office
ipo = initial public offering = stock market flotation = stock market listing | market value = market capitalisation = market cap | share price = stock price
agm = annual general meeting = annual meeting | sovereign wealth fund = state investment fund | demerge = spin off = hive off
takeover bid = takeover offer = buyout offer | cut costs = reduce costs = trim costs | go into administration = enter administration = call in administrators
go into liquidation = wound up | nationalise = take _ into public ownership = take _ into state ownership | privatise = transfer _ to private ownership
parastatal = state owned company = state owned enterprise = state enterprise | black market = parallel market = illicit market
shadow economy = underground economy = black economy | trade deficit = trade gap | fta = free trade agreement = free trade deal = free trade pact
trade dispute = trade row = trade spat | trade union = labour union | union leader = union boss = union chief = trade union leader
gdp = gross domestic product | factory output = manufacturing output | pmi = purchasing managers index | cpi = consumer price index
consumer confidence = consumer sentiment | consumer spending = household spending = household consumption = private consumption | financial year = fiscal year
interest rates = borrowing costs | key interest rate = benchmark interest rate = main interest rate = policy rate
cut interest rates = lower interest rates = cut borrowing costs = reduce interest rates
raise interest rates = increase interest rates = hike interest rates = raise borrowing costs
keep rates unchanged = hold rates steady = leave rates unchanged = leave rates on hold = keep rates on hold | rate cut = reduction in interest rates
rate rise = rate hike = rate increase | national debt = public debt = government debt = sovereign debt
government borrowing = public borrowing = state borrowing | government bond = sovereign bond | budget deficit = fiscal deficit = budget shortfall = budget gap
funding gap = funding shortfall | spending cut = budget cut = cut in spending | government spending = public spending = state spending
growth forecast = growth projection | economic downturn = economic slump | bailout = rescue package = bailout package
stimulus package = stimulus programme = economic stimulus | cash injection = capital injection = injection of cash | credit crunch = credit squeeze
in arrears = behind on payments = behind with payments | mortgage = home loan = housing loan | deposit = down payment | savings account = deposit account
cost overrun = budget overrun | over budget = above budget | forex = foreign exchange = foreign currency | currency reserves = foreign reserves = forex reserves
euro = single currency = common currency | junk status = below investment grade | ratings agency = credit rating agency | bank run = run on bank
tax cut = tax reduction = lower taxes | tax rise = tax increase = tax hike = higher taxes | tax break = tax relief = tax concession = tax incentive
tax return = tax filing | untaxed = tax free = exempt from tax | vat = value added tax | gst = goods and services tax | cgt = capital gains tax
corporation tax = corporate tax = company tax | price rise = price increase = price hike = increase in prices = rise in prices
price cut = price reduction = cut in prices | cost = price tag | price cap = price ceiling = cap on prices | cost of living = living costs = living expenses
standard of living = living standards | pay rise = pay increase = wage increase = salary increase = pay raise | pay cut = wage cut = salary cut
pay freeze = wage freeze | take home pay = net pay | pay dispute = wage dispute = pay row | retirement age = pension age | pension pot = retirement savings
job opening = job vacancy = unfilled position | job market = labour market = jobs market | workforce = labour force | unemployed = out of work = out of job
on dole = on unemployment benefit = claiming unemployment benefit | workweek = working week = work week | workday = working day = business day
total = amount to = add up to | profitable = make profit = turn profit | make loss = lose money = loss making
beat expectations = exceed expectations = surpass forecasts = exceed forecasts = beat forecasts
miss expectations = fall short of expectations = miss forecasts = fall short of forecasts | return to profit = return to profitability = return to black
fall into loss = slip into red = slide into red | industrialised country = developed country = advanced economy | developing country = developing nation
smes = small and medium sized enterprises = small and medium businesses | carmaker = car maker = car manufacturer
planemaker = plane maker = aircraft manufacturer | chipmaker = chip maker = semiconductor manufacturer = semiconductor company
drugmaker = drug company = pharmaceutical company = pharma company = pharmaceutical firm = drug firm | isp = internet provider = internet service provider
property developer = real estate developer | accountancy firm = accounting firm | insurer = insurance company | shipper = shipping company = shipping line
haulier = trucking company = haulage company | low cost airline = budget airline = low cost carrier = budget carrier
flag carrier = national carrier = national airline | online retailer = internet retailer | online shopping = internet shopping
family business = family firm = family owned company | consumer protection = protection of consumers
competition regulator = antitrust regulator = competition watchdog = competition authority | competition law = antitrust law | price fixing = fixing of prices
trade fair = trade show | lng = liquefied natural gas | lpg = liquefied petroleum gas | fracking = hydraulic fracturing
petrol station = filling station = gas station = service station = fuel station | petrol price = gasoline price = pump price
power station = power plant = generating station | nuclear power plant = nuclear power station = nuclear plant = atomic plant
nuclear power = nuclear energy = atomic energy = atomic power | wind power = wind energy | solar power = solar energy
solar panel = photovoltaic panel = pv panel | renewables = renewable energy = green energy | energy supplier = energy provider | energy bill = fuel bill
electricity bill = power bill | load shedding = rolling blackouts | electricity grid = power grid = power network = electricity network | ev = electric vehicle
electric car = battery powered car | greenhouse gas = planet warming gas = heat trapping gas = climate warming gas
global warming = global heating = planetary warming | kwh = kilowatt hour | oilfield = oil field | colliery = coal mine = coal pit
water supply = supply of water | house price = home price = property price | housing market = property market
realtor = real estate agent = estate agent = property agent | affordable housing = low cost housing | public housing = social housing
council house = council home | block of flats = apartment block = apartment building = residential building
highrise = tower block = high rise = high rise building = high rise block = residential tower | terraced house = row house
planning permission = planning consent = planning approval = building permit | rent control = rent cap = cap on rents | rent rise = rent increase
sleep rough = sleep on streets | trailer park = mobile home park = caravan park | first time buyer = first time homebuyer | holiday home = vacation home
freelance = self employed | building site = construction site | building worker = construction worker
"""
