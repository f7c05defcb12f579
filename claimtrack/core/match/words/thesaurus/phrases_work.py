"""Business, money, energy and housing: phrases that stand for a word or for each other. Data only; set_phrases.py reads it."""

GROUPS = """
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
