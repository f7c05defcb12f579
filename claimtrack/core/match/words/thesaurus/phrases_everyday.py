"""Set phrases: phrasal verbs, connectives, times and idioms. Data only; set_phrases.py reads it."""

GROUPS = """
inoperative = out of order | operational = in working order
reject = turn down = throw out = vote down = say no = turn away | overturn = strike down = flip over
approve = say yes = vote through = wave through = sign off = green light = give approval | postpone = put off = push back = put back | reinstate = put _ back in = put _ back into = put _ back up | cancel = call off = write off
dismiss = lay off = part company = part ways = make redundant | create = set up | close = shut down = close down | rise = go up = on rise = on increase
fall = go down | demolish = knock down = tear down = pull down | remove = take down | resign = step down = stand down | give = hand over | acquire = take over
explode = blow up | begin = break out = start up = get underway = kick off | say = point out | repay = pay back = pay off
reduce = cut back = scale back = scale down | defend = stand by | sell = sell off | end = phase out = last until = wind down
jail = lock up = behind bars = in prison = serve time = do time | acquit = let off | withdraw = pull out = back down = march out = climb down
leave = drop out = walk out = move out = break away = split away = withdraw from | flee = make off = run away | accelerate = speed up | decelerate = slow down
delay = hold up | discover = find out = make discovery | trigger = set off | destroy = wipe out
majority = most of = large part = majority of = bulk of = lion's share of | outside = front of
minority = small part = small fraction = tiny fraction = small share = small minority | hire = take on | become = end up = wind up = turn out
do = carry out = put _ into practice = put _ into effect | expel = kick _ out = drive _ out | abandon = give up = throw in towel
decline = drop off = on decline = in decline = on wane | property = real estate | usa = united states | wallstreet = wall street = usa stocks = usa shares = american stocks = american shares | uk = united kingdom | eu = european union
hongkong = hong kong | vatican = holy see | meps = european parliament | washington = white house | pm = prime minister | council = city hall
fugitive = at large = on run = on loose | custody = in custody | hold = go ahead = take place | abolish = do away = did away = done away = do away with
keep = still has = still have | despite = in spite | participate = take part | boycott = stay away | conceal = keep from = cover up | only = nothing but = none but = nobody but
visit = been to = pay visit | attend = turn up = show up | worldbank = world bank | few = hardly any | exclude = rule out
nearlyall = nearly all = almost all = virtually all = practically all = nearly every = almost every = virtually every = practically every | late = behind schedule | unaware = the dark | early = of schedule = in time = on time
oust = vote out = force out | elect = vote in | sleep = doze off | retreat = pull back = fall back | deliberately = on purpose | allow = clear to
after = soon as = subsequent to | continue = push ahead = press ahead = forge ahead = keep on = carry on | submerge = under water | depreciate = lose value | annul = declare void
executions = capital punishment = die penalty | constitute = make up = account for | topple = bring down | depart = take off
enter = march into = roll into = sweep into = move into = drive into | ivorian = ivory coast = côte d'ivoire = cote d'ivoire
accidentally = by mistake = by accident = in error | release = let out | spare = spared jail = spared prison | birdflu = bird flu = avian flu = avian influenza
carer = care worker = care workers | illegal = break law = against law = violate law | legal = within law | excessive = too much = too many
insufficient = too little = too few | trawler = fishing boat = fishing vessel | containership = container ship = container vessel
freighter = cargo ship = cargo vessel | cruiseship = cruise ship = cruise liner | tanker = oil tanker | un = united nations | reprieve = spared execution
collapse = give way = fall apart = fall to pieces | co2 = carbon dioxide | so2 = sulphur dioxide = sulfur dioxide | no2 = nitrogen dioxide
n2o = nitrous oxide = laughing gas | co = carbon monoxide | displace = flee homes = flee home = from homes
die = lose life = lose lives = pass away = breathe last | kill = claim life = claim lives = cost lives | rescue = bail out
repel = beat back = beat off = fend off = fight off = stave off = ward off | strengthen = beef up = shore up = prop up | cause = bring about = give rise to
raise = bring up = push up | ignite = catch fire = catch alight = burst into flames | torch = set alight = set ablaze | repurchase = buy back
purchase = buy up | buy = snap up | demand = call for | urge = call on | crackdown = clamp down | clampdown = crack down | find = come across
emerge = crop up = spring up | confess = own up = make confession | curtail = cut short | increase = scale up = ramp up = step up = crank up
subside = die down | discard = dispose of = get rid of | draft = draw up | outsource = farm out | sicken = fall ill = fall sick = become ill = become sick
conceive = become pregnant = get pregnant = fall pregnant | complete = fill out | erupt = flare up | prepare = gear up = make preparations
restart = start over | resume = start _ again = begin _ again | too poor = can't afford = cannot afford = couldn't afford = not afford = unable to afford = lack money = lack means
afford = have money = have means = find money | worsen = get worse = make worse | marry = get married = tie knot = exchange vows = get hitched | divorce = get divorced | emit = give off
distribute = give out = hand out | criticise = hit out = lash out | resolve = iron out = sort out | cooperate = join forces = team up | omit = leave out
stabilise = level off = level out | tend = look after = take care of = care for | investigate = look into = conduct investigation
faint = lose consciousness = pass out | ensure = make sure = make certain | confuse = mix up | relocate = move house | consider = mull over = weigh up
choose = settle on = make choice | pay = pay out = foot bill = make payment = make payments = pick up tab = pay bill | honour = pay tribute
downplay = play down | stop = pull over | survive = stay alive = remain alive | propose = put forward = make proposal = make proposals | exhibit = on display
assemble = put together | curb = rein in | eradicate = root out = stamp out | aground = run aground = go aground | deter = scare off = frighten off
overhaul = shake up | hit = crash into = smash into = slam into = plough into = collide with | explain = spell out = make clear = make plain
separate = split up | remain = stay put | adhere = stick to | obey = abide by = comply with | incite = stir up = whip up | retaliate = strike back
inaugurate = swear in = take oath of office = take office = come into office = swear into office = assume office | shut = switch off | start = switch on | dismantle = take apart
regain = win back | capture = take prisoner = take captive | sue = file lawsuit = bring lawsuit = file suit | protest = stage protest = hold protest
rally = stage rally = hold rally | demonstrate = stage demonstration = hold demonstration | shelter = take cover = take shelter = take refuge = provide shelter
avenge = take revenge | testify = give evidence = give testimony | suicide = commit suicide = take own life = kill himself = kill herself = die by suicide
discuss = talk about = hold discussions = have discussion = have discussions = hold talks = have talks = conduct talks | moderate = tone down
locate = track down | escape = break free | including = among them | comprise = consist of = make up of = composed of | oppose = object to = take exception to = take issue with
retain = hold onto = hang onto | trail = lag behind | fight = wage war | enable = make possible | disappear = go missing
bankrupt = go bankrupt = go bust = go to wall | vote = cast vote = cast votes = cast ballot = cast ballots = go to polls = head to polls | convict = find guilty
commence = take effect = come into force = enter into force = come into effect = go into effect
decide = make decision = make decisions = take decision = take decisions = reach decision | agree = reach agreement = reach deal = strike deal = reach consensus
compromise = reach compromise = find common ground = meet halfway | conclude = reach conclusion | settle = reach settlement | peak = reach peak
attempt = make attempt = make attempts = seek to | comment = make comment = make comments | contribute = make contribution | donate = make donation = make donations
complain = make complaint = lodge complaint = file complaint | announce = make announcement | apologise = make apology = offer apology = issue apology
offer = make offer | bid = make bid = submit bid | promise = make promise = make promises | pledge = make pledge | progress = make progress = make headway
recover = make recovery | travel = make journey | appeal = make appeal = lodge appeal = file appeal | request = make request
recommend = make recommendation = make recommendations | suggest = make suggestion | err = make mistake = make mistakes = make error = make errors
speak = make speech = deliver speech = give speech | debut = make debut | return = make comeback | compensate = pay compensation = pay damages
outlaw = make illegal | legalise = make legal | mandate = make compulsory = make mandatory | invest = make investment = make investments
improve = make improvements | allege = make allegation = make allegations | accuse = make accusation = make accusations | threaten = make threat = make threats
meet = hold meeting = have meeting | permit = give permission | consent = give consent | warn = give warning = issue warning
invite = issue invitation = extend invitation | support = express support = voice support | thank = give thanks = express gratitude | regret = express regret
hope = express hope | fundraise = raise money = raise funds | alert = raise alarm = sound alarm | object = raise objection = raise objections
apply = submit application = file application | search = conduct search | survey = conduct survey | review = conduct review | raid = conduct raid = launch raid
interview = conduct interview = conduct interviews | study = conduct study | invade = launch invasion | damage = cause damage | harm = cause harm
disrupt = cause disruption | murder = commit murder | rob = commit robbery | intend = have intention | assist = provide assistance | help = provide help
fund = provide funding | protect = provide protection | train = provide training | photograph = take photo = take photos = take picture = take pictures
research = do research | immediately = right away = straight away = at once | initially = at outset | eventually = in end | occasionally = on occasion
randomly = at random | daily = every day = each day | nightly = every night = each night | weekly = every week = each week = once week
monthly = every month = each month = once month | annually = every year = each year = per annum = once year | hourly = every hour
nonstop = around clock = round clock = day and night = night and day | before = prior to = in advance of | consequently = as result = as consequence
consecutive = in row = on trot = in succession = on bounce | altogether = all told | meanwhile = in meantime | over = upwards of | additionally = in addition
ablaze = on fire = in flames | again = yet again = once again = once more | throughout = all across | always = all time | many = lots of
headteacher = head teacher = head teachers | ceo = chief executive = chief executives = chief executive officer | ai = artificial intelligence
officer = police officer = police officers | police = law enforcement | firefighter = fire crew = fire crews = fire brigade = fire service = fire department
healthcare = health care | childcare = child care | airstrike = air strike = air strikes = air raid = air raids | airspace = air space | ceasefire = cease fire
warplane = war plane = combat aircraft | airliner = passenger plane = passenger planes = passenger jet = passenger aircraft
outage = power cut = power cuts = power outage = power outages = power failure = power failures | id = identity card
plate = number plate = licence plate = license plate
mall = shopping centre = shopping center = shopping centres = shopping centers = shopping mall = shopping malls | cafe = coffee shop = coffee shops
soda = soft drink = soft drinks = fizzy drink = carbonated drink | pensioner = senior citizen = senior citizens
prosecutor = public prosecutor = public prosecutors = state prosecutor = district attorney | atm = cash machine = cash machines = cash dispenser
bourse = stock market = stock exchange | union = labor union | layoff = job cuts = job losses | survey = opinion poll = opinion polls | military = armed forces
landmine = land mine = land mines | cyberattack = cyber attack = cyber attacks | cybersecurity = cyber security | contraception = birth control
gp = general practitioner = general practitioners = family doctor = family physician | mask = face mask = face masks | h1n1 = swine flu
pertussis = whooping cough | rubella = german measles | windfarm = wind park = wind farm = wind farms | rainforest = rain forests
wildfire = forest fire = forest fires | bushfire = bush fire = bush fires = brush fire | heatwave = heat wave = heat waves | snowstorm = snow storm
gm = genetically modified = genetically engineered | herbicide = weed killer | olympics = olympic games | crosswalk = pedestrian crossing = zebra crossing
parking = car park = car parks = parking lot = parking lots | seabed = sea bed = sea floor = ocean floor | coastguard = coast guard | sailboat = sailing boat
lifejacket = life vest = life jacket = life jackets | trucker = lorry driver = lorry drivers = truck driver = truck drivers | cabbie = taxi driver = cab driver
catholic = roman catholic = roman catholics | stabbing = knife attack = knife attacks | shooting = gun attack | gunfight = gun battle
bombing = bomb attack = bomb attacks | arson = arson attack | hitman = contract killer = hired killer
warder = prison guard = prison guards = prison officer = prison officers = corrections officer | jailbreak = prison break = jail break
presser = news conference = news conferences = press conference = press conferences = media conference = press briefing = media briefing
drone = unmanned aircraft | gay = same sex | mistreat = ill treat | mistreatment = ill treatment | relative = family member = family members
colleague = work colleague = co worker = co workers | compatriot = fellow countryman | lifespan = life span | inflation = inflation rate = rate of inflation
unemployment = unemployment rate = jobless rate = rate of unemployment | mobile = cell phone = cell phones
er = emergency room = emergency ward = emergency department = casualty department | earlyhours = small hours = early hours = wee hours
attend = was present at = was present for = were present at = been present at = been present for | sue = take _ to court = file suit against = bring action against = bring lawsuit against = take legal action against
derail = come off rails = leave tracks = jump tracks = come off tracks | at end of = at close of | at start of = at beginning of = at outset of
after = in wake of = in aftermath of | in run up to = in lead up to = in build up to | during = in course of = over course of | as well as = along with
apart from = except for = aside from = with exception of = save for | because of = due to = owing to = on account of = as result of = as consequence of
in order to = with aim of = with view to = so as to | in attempt to = in bid to = in effort to | in support of = in favour of
in line with = in accordance with = in keeping with = consistent with = tally with | in violation of = in breach of = in contravention of
regardless of = irrespective of | regarding = with regard to = in relation to = with respect to = as regards
instead of = in place of = in lieu of = rather than | on condition that = provided that = as long as | considering = in light of = in view of
in event of = in case of | outdated = out of date | in private = behind closed doors = in closed session = in camera
on sidelines of = on margins of = on fringes of | in person = face to face | anonymously = on condition of anonymity
repeatedly = time and again = again and again = time and time again = over and over
occasionally = from time to time = now and then = every so often = now and again | usually = as rule | mainly = for most part = in main
generally = by and large = on whole | per person = per head = per capita = for each person | every other day = on alternate days | overnight = during night
at dawn = at daybreak = at first light = at sunrise | at noon = at midday | before dawn = before sunrise = before daybreak | after dark = after nightfall
end of year = year end = year's end | in recent years = over past few years = in last few years = in past few years
in recent months = over past few months = in last few months | in recent weeks = over past few weeks = in last few weeks
in recent days = over past few days = in last few days | so far = to date = until now = up to now = thus far | for now = for time being = for moment
currently = at present = at moment = right now | at that time = back then = in those days | soon = in near future = before long
in long term = in long run = over long term | in short term = in short run = over short term
in coming weeks = over next few weeks = in next few weeks = in weeks ahead | in coming days = over next few days = in next few days = in days ahead
in coming months = over next few months = in next few months = in months ahead
in coming years = over next few years = in next few years = in years ahead = in years to come | at weekend = over weekend = on weekend
asap = as soon as possible = at earliest opportunity = as quickly as possible | simultaneously = at same time | with immediate effect = effective immediately
henceforth = from now on = from here on = from this point on | permanently = once and for all = for good
at short notice = on short notice | worldwide = around world = across globe = across world = around globe = all over world
nationwide = across country = up and down country = throughout country = around country = all over country | from abroad = from overseas = from other countries
outdoors = in open air | aboard = on board | record high = highest ever = highest on record | record low = lowest ever = lowest on record
halfway through = midway through | round year = all year round = year round = throughout year
end = come to end = draw to close = bring _ to end = put end to = put stop to = bring _ to close = call halt to = call time on
emerge = come to light = become known | devise = come up with = think up
declare support for = come out in favour of = throw weight behind = throw support behind | oppose = come out against = declare opposition to
face pressure = come under pressure = under pressure | face scrutiny = come under scrutiny
stop = come to standstill = grind to halt = come to halt = come to stop | accept = come to terms with | put _ on trial = try _ in court
endanger = put _ at risk = put _ in danger = put _ in jeopardy = pose risk to | introduce = put in place | execute = put _ to death
pressure = put pressure on = lean on = exert pressure on = put squeeze on | blame = put blame on = point finger at = lay blame on = pin blame on
offer _ for sale = put _ up for sale = put _ on market | suspend = put _ on hold = put _ on ice | finalise = put finishing touches to
take action = take steps = take measures | take control of = seize control of = gain control of
consider = take _ into account = take _ into consideration = bear _ in mind | detain = take _ into custody | believe = take view = of opinion = of view
replace = take over from = take place of | protest = take to streets | buy stake in = take stake in = acquire stake in = buy into | exploit = take advantage of
take sides with = side with = take side of | yield to = give in to = bow to | approve = give green light to = give go ahead to = give nod to = give _ thumbs up
return = give _ back = hand _ back | pursue = give chase to | prioritise = give priority to | boost = give boost to | outline = give details of
use = make use of = resort to | publish = make _ public | earn living = make living | make ends meet = get by | compensate for = make up for = make amends for
fulfil = make good on = deliver on = live up to | refer to = make reference to | argue for = make case for | arrest = make arrest | appear = make appearance
contact = get in touch with = make contact with = reach out to | cut = make cuts to | tackle = get to grips with = come to grips with
start = get off ground = get under way | obtain = get hold of | get sack = get fired | go unpunished for = get away with | agree with = go along with
renege on = go back on | go on strike = down tools = stage walkout = walk off job | stand trial = go on trial = face trial
burn down = go up in flames = destroyed by fire = burn to ground | hide = go into hiding = go to ground | go on sale = hit shops = hit shelves
hold _ responsible = hold _ accountable = hold _ to account | in power = hold power | serve as = hold post of | stand firm = hold firm = stand _ ground
observe minute's silence = hold minute's silence | monitor = keep eye on = keep watch on = keep tabs on = watch over | keep pace with = keep up with
control = keep _ in check = keep lid on = keep _ under control | keep _ secret = keep _ under wraps
stay silent about = keep quiet about = remain silent about = keep silent about | stay in business = stay afloat | keep promise = honour promise = fulfil promise
prepare ground for = lay groundwork for = pave way for = lay foundations for = set stage for | expose = lay _ bare | devastate = lay waste to
bury = lay _ to rest | start = set _ in motion | enter = set foot in | leave port = set sail | set _ on fire = set fire to = set _ alight = set _ ablaze
leave for = set off for = set out for = depart for | aim for = set _ sights on
question = call _ into question = cast doubt on = throw doubt on = raise doubts about | in charge = call shots | mobilise reservists = call up reservists
overshadow = cast shadow over | highlight = draw attention to = shine light on
draw criticism = attract criticism = come in for criticism = come under criticism | breach = fall foul of = run afoul of | collapse = fall through
quarrel with = fall out with = have falling out with | captured by = fall into hands of | raise fears = fuel fears = stoke fears = spark fears
hammer out = thrash out | unrelated to = unconnected to = unconnected with | reconsider = think again about | trust = have faith in = have confidence in
affect = have impact on = have effect on | forced to = compelled to | linked to = have links to = have ties to = have links with = have ties with
about to = on verge of = on point of = on brink of = on cusp of | scheduled to = slated to = set to | based in = have headquarters in = headquartered in
disagree with = at odds with = at loggerheads with | at risk = in danger = under threat = be threatened | likely = on cards = in cards | in contention = in running
equal = on par with | impossible = out of question | operational = up and running = in operation | ongoing = in progress = under way
controlled by = in hands of = under control of | to blame = at fault | able to = in position to | in contact with = in touch with
worth = valued at = have value of | jump queue = skip queue | delay = kick _ into long grass | lead to = result in | leave door open to = keep door open to
make _ homeless = leave _ homeless = render _ homeless | reveal = let slip = lift lid on | end sanctions = lift sanctions = remove sanctions
live in poverty = live on breadline | argue = lock horns = cross swords | lose to = lose out to = beat by
face opposition = meet resistance = run into opposition = encounter resistance | satisfy demand = meet demand | publicly identify = name and shame
launch investigation = open investigation = launch probe = start investigation = open probe = launch inquiry = open inquiry | suffer for = pay price for
gather pace = pick up speed = gather speed = pick up pace = gain speed | contribute to = play part in = play role in | host = play host to
play for time = stall for time | skip school = play truant = bunk off school = cut class = play hooky | threaten = pose threat to | impersonate = pose as
invest in = pour money into = pump money into | demand = press for = push for | cancel = pull plug on | use influence = pull strings | survive = pull through
force _ through = push _ through = ram _ through = steamroll _ through | resist = push back against | cause surprise = raise eyebrows
express concern = raise concerns = voice concern = voice concerns | raise taxes = increase taxes = put up taxes = hike taxes | up ante = raise stakes
come to power = rise to power = take power | rebel = rise up | find against = rule against = decide against | find for = rule in favour of = decide in favour of
stand for election = run for office = seek election = run for election | stand in election = contest election = run in election
run for president = stand for president = seek presidency | seek re election = run for re election = stand for re election = seek another term
exhaust = use up = run out of | risk = run risk of | contradict = run counter to = at variance with | run low on = run short of
accumulate debts = run up debts = rack up debts | run unopposed = stand unopposed | agree = see eye to eye | defeat = see off
jail = send _ to prison = put _ behind bars = send _ to jail = throw _ behind bars | clarify = shed light on = throw light on = cast light on
cut jobs = shed jobs = axe jobs = slash jobs | show of strength = show of force = display of strength | avoid = shy away from = steer clear of
enact = sign _ into law | register for = sign up for | sign contract = put pen to paper | sign agreement = sign deal = ink deal | praise = sing praises of
stay neutral = sit on fence = remain neutral | meet = sit down with | condemn = speak out against
speak by phone = speak on phone = hold phone call = talk by phone = speak by telephone | spread to = spill over into | tell secret = spill beans = let cat out
spread rapidly = spread like wildfire | face = square off against | accused of = stand accused of | fill in for = stand in for = deputise for
block = stand in way of | defy = stand up to | defend = stand up for = stick up for | stay in power = remain in power = stay in office = remain in office
stay indoors = remain indoors = stay inside | remain as = stay on as = continue as | intervene = step in | tighten security = increase security
swear allegiance to = pledge allegiance to = pledge loyalty to | conceal = sweep _ under carpet = sweep _ under rug | dissuade _ from = talk _ out of
persuade _ to = talk _ into | enter race = throw _ hat in ring = announce _ candidacy | remove _ from office = throw _ out of office
disrupt = throw _ into disarray = throw _ into chaos | cut spending = tighten _ belt = tighten purse strings | increase pressure on = pile pressure on
alert = tip off | obey = toe line = fall into line | come first = finish first = finish top = top poll = take first place
win = come out on top = emerge victorious | trade insults = trade barbs = exchange insults | insult = hurl insults at = shout insults at
try in vain to = try unsuccessfully to
ignore = turn blind eye to = look other way | turn violent = descend into violence = become violent
surrender = turn himself in = turn herself in = turn themselves in = hand himself in = hand herself in = hand themselves in = give himself up = give herself up = give themselves up
turn sour = go sour | angry = up in arms | undecided = up in air | vote for = vote in favour of | walk free = set free | weaken = water _ down
comment on = weigh in on | gain support of = win backing of = secure support of = gain backing of | win easily = win hands down | destroy = wipe _ off map
conclude = wrap up | work together = work hand in hand | forgive debts = cancel debts | enshrine in law = write into law
bow to pressure = yield to pressure = give in to pressure | focus on = home in on | make u turn = reverse course = change course = do u turn
narrowly beat = edge out = narrowly defeat | impose = hand down = mete out | quit = bow out | step aside = stand aside | switch sides = change sides
cross floor = defect to another party | break promise = go back on _ word | win landslide = win by landslide | at request of = at behest of
narrowly = by narrow margin = by slim margin | by wide margin = by large margin | at expense of = at cost of
voluntarily = of own accord = of own volition = of own free will | near = in vicinity of = short distance from | as planned = according to plan
at scene = on scene = on spot | forcibly = by force | partly = in part | fully = in full | unsuccessfully = in vain | secretly = in secret = on quiet = on sly
publicly = in public | actually = in fact = in reality | theoretically = in theory = on paper | especially = in particular = above all
scarce = in short supply | in ruins = in tatters | in full swing = well under way | uncertain = in doubt
in serious trouble = in dire straits = in deep trouble | in exchange for = in return for | in response to = in reaction to | in protest at = in protest against
in memory of = in remembrance of | together with = in cooperation with = in collaboration with = in partnership with = in conjunction with
at risk of = in danger of | at all costs = at any cost | recovering = on mend = on road to recovery | on way = en route | under discussion = being discussed
on equal footing = on equal terms | on standby = at ready | attainable = within reach | unattainable = out of reach | off limits = out of bounds
under construction = being built | under consideration = being considered | under investigation = being investigated = being probed | besieged = under siege
certain = beyond doubt | by far = far and away | in interests of = for sake of | with help of = with assistance of = with aid of
with support of = with backing of = backed by | largely = to large extent = to great extent | to some extent = to degree = to certain extent
amounting to = to tune of | reportedly = according to reports | allegedly = it is alleged | overall = as whole | as precaution = as precautionary measure
urgently = as matter of urgency | nevertheless = even so = all same | by contrast = on other hand | moreover = what is more
firstly = first of all = in first place | initially = at first = to begin with | finally = at last | gradually = little by little = bit by bit = step by step
increasingly = more and more | series of = string of | various = wide range of = variety of | rest of = remainder of | state of art = cutting edge
hardest hit = bad hit = bad affected | last attempt = last ditch attempt = final attempt | top aide = right hand man = closest aide
grassroots = ordinary members = rank and file | at helm of = at head of | turn _ into law = make _ law | tell truth = come clean
take blame = accept blame = shoulder blame = carry can | take initiative = make first move | gain upper hand = get upper hand | keep low profile = lie low
set deadline = impose deadline | reach milestone = pass milestone | reach impasse = hit brick wall = hit wall | break deadlock = end impasse = break impasse
mend fences = patch up relations = repair relations | fall into disrepair = become dilapidated | flex muscles = show strength
sound death knell for = spell end of = spell end for | deal blow to = blow to = setback for | bury hatchet = make peace = settle differences
extend olive branch = offer peace = hold out olive branch | pass buck = shift blame = shift responsibility | play blame game = blame each other = trade blame
stall = drag _ feet | bear brunt of = hardest hit by | bear fruit = produce results = yield results
cut ties with = sever ties with = break off relations with = break with | skimp = cut corners
hit snag = run into difficulties = run into trouble = run into problems | face uphill battle = face uphill struggle = have hard task
lose confidence in = lose faith in = lose trust in | make fresh start = start afresh = start anew | open old wounds = reopen old wounds
play hardball = take tough stance = take hard line = take tough line | reprimand = read riot act to | rock boat = cause trouble
rub salt in wound = make matters worse = add insult to injury | save face = avoid humiliation | set record straight = correct record
close door on = shut door on | stoke tensions = raise tensions = fuel tensions = inflame tensions
ease tensions = reduce tensions = calm tensions = defuse tensions | take heart from = encouraged by | tread carefully = proceed with caution = act cautiously
under cloud = under suspicion | wait and see = bide _ time | warmly = with open arms | work overtime = work extra hours | certainty = foregone conclusion
far cry from = very different from | drop in ocean = drop in bucket | tip of iceberg = only small part | last straw = final straw
status quo = existing situation | from all walks of life = from all backgrounds | from scratch = from beginning
on shoestring = on tight budget = on small budget | in nick of time = just in time | in same boat = in same situation | in doldrums = in slump
in trouble = in hot water | all day long = all day = whole day = throughout day | all night long = all night = whole night = throughout night
at dusk = at nightfall | regularly = on regular basis | nowadays = these days | long time ago = long ago | few days ago = other day
large number of = great many = large numbers of = great number of | great deal of = large amount of | small number of = handful of
in large numbers = in great numbers = in droves | by year end = by year's end | go viral = widely shared = shared widely = spread virally
circulate = do rounds = make rounds = in circulation | circulate online = shared online = spread online
circulate on social media = spread on social media = shared on social media | viral video = widely shared video = viral clip | viral post = widely shared post
viral photo = widely shared photo = viral image = widely shared image | viral claim = widely shared claim | social media post = post on social media
fake news = bogus news | factcheck = fact checker = fact checking organisation = fact checking website = fact check
take _ out of context = present _ out of context = use _ out of context | photoshopped = digitally altered = digitally manipulated = digitally edited
miscaptioned = wrongly captioned | wrongly attributed to = misattributed to | make up story = fabricated story = invented story
make up quote = fabricated quote = invented quote | satirical website = satire site = satire website = satirical site
parody account = spoof account = satirical account | internet troll = online troll | bot account = automated account
impostor account = fake account = bogus account | purport to show = claim to show = supposedly show = allegedly show = profess to show
miracle cure = wonder cure | miracle drug = wonder drug | carcinogenic = cause cancer | caused by = result from = stem from = result of
for example = for instance | beside = next to = adjacent to | at home and abroad = domestically and internationally | in broad daylight = in full daylight
manage to = succeed in | resemble = similar to | different from = differ from | suffer from = afflicted with | die of = die from = succumb to
allergic to = have allergy to | addicted to = hooked on | ask for help = seek help = request help = request assistance | go on holiday = go on vacation
go for walk = take walk = have walk | have shower = take shower | have bath = take bath | photograph = take photo of = take picture of | fall asleep = nod off
land = touch down | go out of control = get out of hand | starve to death = die of hunger = die of starvation | freeze to death = die of cold
cut off from = isolated from | put out fire = extinguish fire = douse flames
extinguish = put out | steal = make off with = get away with
"""
