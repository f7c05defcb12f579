"""Which nouns denote sources, and where they speak? The verbs are in `lexicon`."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.language import countries
from claimtrack.core.language.legal_forms import UNAMBIGUOUS_FORMS

PERSONS = words_of(
    "ally allies survivor chairperson rector passer-by widow villager parishioner insider whistleblower "
    "staffer negotiator lobbyist coroner pathologist consultant statistician hiker angler swimmer skipper "
    "porter magistrate victim inmate prisoner hostage detainee trustee imam priest rabbi vicar pastor nun "
    "farmhand sculptor novelist poet singer actor actress comedian referee goalkeeper protester demonstrator "
    "delegate speechwriter backbencher frontbencher legislator constable trooper gunman attacker assailant "
    "blogger influencer developer hacker co-founder entrepreneur landlady homeowner leaseholder renter buyer "
    "seller customer carer caregiver parent mum mom attorney-general auditor-general secretary-general "
    "director-general governor-general surgeon-general solicitor-general inspector-general "
    "comptroller-general vice-president vice-chancellor vice-chair co-author co-chair editor-in-chief "
    "commander-in-chief dad uncle aunt cousin nephew niece girlfriend boyfriend friend colleague classmate "
    "roommate flatmate employer employee undergraduate lecturer headteacher tutor botanist ecologist "
    "geologist climatologist meteorologist virologist epidemiologist oncologist psychologist psychiatrist "
    "chemist banker shareholder auditor accountant treasurer curator media outlets newspapers broadcasters "
    "official officials spokesman spokeswoman spokesperson spokespeople spokespersons minister ministers "
    "president chairman chairwoman chair chief director secretary senator congressman congresswoman "
    "defendant defendants plaintiff plaintiffs claimant claimants appellant appellants complainant juror "
    "lawmaker lawmakers mayor governor judge judges lawyer lawyers attorney attorneys prosecutor prosecutors "
    "officer officers expert experts analyst analysts economist economists researcher researchers scientist "
    "scientists professor author authors doctor doctors nurse nurses teacher teachers leader leaders head "
    "ceo executive executives manager managers adviser advisers advisor advisors aide aides activist "
    "activists campaigner campaigners critic critics opponent opponents supporter supporters resident "
    "residents neighbour neighbours neighbor neighbors witness witnesses source sources person people man "
    "woman men women mother father son daughter wife husband brother sister owner owners founder farmer "
    "farmers worker workers driver drivers voter voters student students candidate nominee ambassador envoy "
    "diplomat diplomats general commander soldier soldiers colonel captain king queen prince princess pope "
    "bishop premier chancellor councillor councillors commissioner deputy representative representatives "
    "member members boss bosses investigator investigators inspector engineer engineers trader traders "
    "investor investors historian commentator commentators columnist editor reporter journalist journalists "
    "writer nobody someone everyone others another veteran coach player republican republicans democrat "
    "democrats conservatives billionaire businessman mogul strategist pollster pollsters contractor tenant "
    "tenants observer observers kremlin paper agent agents broker brokers dealer dealers buyers sellers "
    "landlord landlords grower growers breeders ranchers fishermen exporter importer shipper wholesaler "
    "distributor refiner producer forecaster surveyor villagers users customers consumers midwife midwives "
    "paramedic paramedics firefighter firefighters detective detectives solicitor solicitors barrister "
    "barristers physician physicians surgeon surgeons operators staff delegation delegations haulier "
    "hauliers ferrymen organiser organisers organizer organizers side sides parties parents passengers "
    "patients relatives survivors victims locals pilots shareholders elder elders custodian janitor "
    "caretaker vendor pensioner retiree shopper commuter cleaner plumber electrician welder mechanic waiter "
    "waitress clerk cashier shopkeeper stallholder fishmonger fisherman hairdresser florist passenger "
    "motorist cyclist pedestrian bystander onlooker caller volunteer refugee migrant labourer docker "
    "teenager boy girl pupil graduate apprentice trainee librarian pharmacist dentist therapist pilot sailor "
    "businesswoman grandmother grandfather defender defenders backer backers proponent proponents detractor "
    "detractors sceptic sceptics skeptic skeptics advocate advocates rival rivals brewer brewers publican "
    "publicans grocer grocers butcher butchers builder builders roofer roofers courier couriers ranger "
    "rangers warden wardens optician opticians childminder childminders trucker truckers miner miners "
    "islander islanders herder herders shepherd shepherds beekeeper beekeepers winemaker winemakers "
    "distiller distillers restaurateur restaurateurs chef chefs bartender bartenders barber barbers "
    "bookseller booksellers archivist archivists archaeologist archaeologists bailiff bailiffs lifeguard "
    "lifeguards forecasters astronomer astronomers physicist physicists biologist biologists zoologist "
    "zoologists creditor creditors administrator administrators liquidator liquidators mediator mediators "
    "peacekeeper peacekeepers insurgent insurgents rebel rebels militant militants fighter fighters promoter "
    "promoters umpire umpires jockey jockeys trainer trainers auctioneer auctioneers surveyors technician "
    "technicians smallholder smallholders crofter crofters grandparent grandparents golfer golfers surfer "
    "surfers logger loggers forester foresters gardener gardeners"
)
"""Head nouns for persons who can speak: "spokesman"."""

BODIES = words_of(
    "union unions company companies firm firms government ministry department agency office committee "
    "commission council court bench bank group organisation organization institute university party campaign "
    "administration charity association authority authorities board team regulator watchdog hospital school "
    "embassy army military navy parliament senate congress house palace pentagon network newspaper magazine "
    "broadcaster station website outlet service foundation centre center coalition lobby society club "
    "federation panel jury tribunal police gardaí gardai defence defense prosecution bureau thinktank "
    "think-tank retailer carmaker airline insurer lender supplier manufacturer publisher utility start-up "
    "startup provider consultancy brokerage trust ngo nonprofit movement militia opposition inspectorate "
    "secretariat consortium taskforce chamber cabinet fund laboratory museum academy alliance league guild"
)
"""Head nouns for organisations: "agency"."""
SPEAKERS = PERSONS | (BODIES - {"league", "guild"})  # head nouns for persons and organisations

GROUPS = words_of("community family")  # several people but no organisation: "The communities want 10 percent"

DOCUMENTS = words_of(
    "report reports study studies survey surveys poll polls polling data figures statistics research "
    "analysis review document documents records record letter memo filing filings lawsuit complaint "
    "indictment affidavit statement communiqué communique paper papers article articles book audit findings "
    "census estimate estimates forecast evidence results index transcript transcripts slide slides email "
    "emails e-mail e-mails minutes ruling order bill law website text note notice tweet post release account "
    "accounts investigation assessment dataset chart numbers tests test model models dossier file files "
    "manual guidance summary summaries correspondence copy copies log logs textbook textbooks reply replies "
    "presentation audits memoir memoirs biography biographies autobiography obituary obituaries images "
    "imagery footage video videos photos photographs recording recordings measurements readings ledger "
    "ledgers register registers diary diaries invoice invoices receipt receipts contract contracts work "
    "spreadsheet spreadsheets database timetable petition warrant brochure leaflet manifesto archives "
    "bulletin directive advice submission submissions label labels placard placards plaque plaques "
    "certificate certificates scans maps gauge gauges sensor sensors table footnote footnotes appendix graph "
    "graphs diagram diagrams stamp inquiry inquiries inquest inquests enquiry enquiries probe probes "
    "meta-analysis meta-analyses preprint preprints inspection inspections request requests message messages "
    "editorial editorials guideline guidelines forecasts projection projections"
)
"""Head nouns for documents and data, which are sources, too: "report"."""

TITLES = words_of(
    "ranking member class superintendent principal dean provost marshal constable brigadier corporal "
    "baroness baron duke duchess emir sultan ayatollah sheikh chairperson treasurer trustee alderman "
    "assemblyman assemblywoman delegate solicitor barrister biologist physicist historian journalist "
    "correspondent reporter scientist researcher engineer analyst conservationist paramedic nurse teacher "
    "farmer resident baker lawyer whistleblower pastor bishop canon warden ranger co-owner owner taoiseach "
    "tánaiste tanaiste coun mca garda pro tem counsel cllr supt insp const cmdr adm maj msgr hon amb mr mrs "
    "ms miss mx dr prof professor sir lord lady dame rev reverend father sister president vice prime "
    "minister secretary senator sen rep representative congressman congresswoman governor gov mayor judge "
    "justice chief chancellor ambassador king queen prince princess pope general gen colonel col captain "
    "commodore dcop acp dsp csp madam madame mme herr frau signor signora capt lt lieutenant sgt sergeant "
    "major commander admiral detective inspector officer sheriff councillor councilman councilwoman "
    "commissioner director chairman chairwoman chair ceo spokesman spokeswoman spokesperson attorney former "
    "acting deputy premier first foreign finance defence defense interior health education housing transport "
    "energy economy treasury home shadow envoy coach economist speaker leader rabbi imam archbishop cardinal "
    "candidate nominee republican democrat democratic co-founder founder executive editor author activist "
    "actor comedian attorney-general assistant under undersecretary state mp msp mep mpp mna mec adv cde "
    "dato seri tengku conservative labour tory liberal green independent opposition td whip pcso wpc "
    "emeritus emerita alhaji alhaja hajia hajiya comrade mallam otunba engr barr shri shrimati smt thiru datuk datin cfo "
    "coo cto cio cmo ciso cpo vp svp evp ag mla mk pc det dci cpl pvt brig atty dist asst ofc"
)
"""Titles before a name that are not part of it: "minister"."""

SPORT_POSITIONS = words_of(
    "midfielder striker goalkeeper winger defender forward full-back fullback fly-half scrum-half batsman "
    "bowler quarterback"
)
"""Positions in a team, which a captain or a coach's player plays, too: "goalkeeper"."""
ROLES = SPORT_POSITIONS | words_of(
    "footballer cricketer golfer boxer sprinter swimmer jockey singer songwriter rapper musician guitarist "
    "actor actress comedian novelist poet playwright filmmaker film-maker broadcaster billionaire tycoon "
    "mogul politician lawmaker backbencher"
)
"""Roles by which an article refers to somebody without having introduced them so: "the midfielder said"."""

KIN = words_of(
    "widow widower wife husband spouse partner fiancé fiancée fiance fiancee girlfriend boyfriend son "
    "daughter mother father mum mom dad brother sister twin stepson stepdaughter stepmother stepfather "
    "grandson granddaughter grandmother grandfather uncle aunt nephew niece cousin friend neighbour neighbor "
    "colleague"
)
"""Nouns for relatives, identified by their relation: "his widow, Chiara"."""

NAME_PREMODIFIERS = (
    TITLES | ROLES | (PERSONS - KIN) | words_of("designer architect model photographer painter presenter")
)
"""Nouns that may precede the name of a person: "the auditor general Ann Lee", "the surgeon Paul Ray"."""

GOVERNMENT_METONYMS = (
    (countries.ONE_WORD_COUNTRIES | countries.CAPITALS.keys())
    - words_of(
        "us emirates cabo chad jordan lima santiago sofia kingston wellington domingo georgetown paz aires "
        "buenos addis ababa kuala lumpur phnom penh dhabi moresby hague"
    )
) | words_of("america britain england brussels europe")
"""Place names of one word that stand for their governments, except those that are part of a person's name."""

COMPANIES = words_of("amazon apple boeing facebook google microsoft tesla twitter")
"""Companies named by one word."""

TWO_WORD_COUNTRIES = frozenset(
    land for land in countries.TWO_WORD_COUNTRIES.values() if " " in land
) | frozenset(("hong kong", "cape verde", "puerto rico", "northern ireland"))
"""Countries of two words, which look like a person's name."""

VENUES = words_of(
    "statement communiqué communique declaration interview interviews conference speech letter email emails "
    "letters e-mail tweet tweets post report memo testimony briefing filing remarks address message call "
    "debate rally hearing court parliament press release podcast video op-ed column blog note meeting event "
    "appearance twitter facebook instagram telegram x program programme show book affidavit lawsuit "
    "complaint ruling link document paper documents papers stump forum reply response comment broadcast "
    "phone telephone tears"
)
"""Places and documents in which something is stated: "in a statement to the court" is not part of the content."""

AUDIENCES = words_of(
    "court inquiry inquest jury jurors tribunal hearing magistrates panel committee cabinet councillors mps "
    "peers meeting sitting"
)
"""Bodies that stand for the person who addressed them: "the court heard that ...", "jurors were told that ..."."""

BODY_NAME_WORDS = words_of(
    "department ministry office bureau agency commission committee council court bank university college "
    "institute party union association federation foundation society group inc corp ltd co company congress "
    "senate house parliament government administration center centre school hospital church police service "
    "board authority campaign times post news journal herald tribune press network media radio television "
    "guard force army navy alliance league international organization organisation fund trust watch reserve "
    "treasury pentagon kremlin nations assembly coalition forum academy staff museum airlines airways motors "
    "energy systems project research industries holdings partners laboratory laboratories therapeutics "
    "pharmaceuticals pharma biotech technologies labs ventures foods insurance petroleum telecom clinics "
    "club team nato ap afp reuters bloomberg front movement brigade militia caucus chamber exchange "
    "commodities confederation corporation consortium observatory monitor mission initiative guild lodge "
    "rail railways railway ferries shipping semiconductors electronics software solutions services "
    "securities associates bakeries brewery farms stores sports online supermarkets hotels resorts logistics "
    "minerals mining refinery utilities dairies works haulage trucking chemicals plastics robotics studios "
    "publishing properties developments construction engineering aerospace aviation air staffing consulting "
    "consultants support homecare healthcare unit directorate inspectorate"
)
"""Words within the name of an organisation: "Board"."""
COMPANY_SUFFIXES = UNAMBIGUOUS_FORMS | words_of(
    "nv ag group holdings motors energy systems industries airlines airways laboratories therapeutics "
    "pharmaceuticals technologies labs foods insurance petroleum telecom steel metals media semiconductors "
    "electronics software recovery rail shipping ferries resources securities logistics haulage transport "
    "trucking chemicals plastics robotics studios publishing properties developments construction "
    "engineering aerospace aviation air staffing consulting water line lines networks tools brands toys "
    "beverages textiles garments biscuits tyres"
)
"""The last word of a company's name, dropped on later mention: "Halvard Semiconductors", then "Halvard"."""
BODY_KINDS = words_of(
    "charity company firm retailer carmaker airline insurer lender supplier manufacturer publisher utility start-up "
    "startup consultancy brokerage ngo nonprofit thinktank think-tank watchdog regulator union group network newspaper "
    "housebuilder builder broadcaster chain subsidiary platform operator organisation organization agency"
)
"""Nouns before a name that mark it as an organisation: "the charity Open Harbour"."""
COLLECTIVES = BODIES | BODY_KINDS
BODY_MARKERS = BODIES | BODY_NAME_WORDS
"""Words that mark a name as an organisation's: "Leeds Water Board"."""
