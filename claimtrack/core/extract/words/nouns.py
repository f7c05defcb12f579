"""Which nouns denote sources, and where they speak? The verbs are in `lexicon`."""

from __future__ import annotations

from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.language import countries
from claimtrack.core.language.legal_forms import UNAMBIGUOUS_FORMS

PERSONS = words_of(
    "ally+s survivor+s chairperson rector passer-by widow villager+s parishioner insider whistleblower "
    "staffer negotiator lobbyist coroner pathologist consultant statistician hiker angler swimmer skipper "
    "porter magistrate victim+s inmate prisoner hostage detainee trustee imam priest rabbi vicar pastor nun "
    "farmhand sculptor novelist poet singer actor actress comedian referee goalkeeper protester demonstrator "
    "delegate speechwriter backbencher frontbencher legislator constable trooper gunman attacker assailant "
    "blogger influencer developer hacker co-founder entrepreneur landlady homeowner leaseholder renter "
    "buyer+s seller+s customer+s carer caregiver parent+s mum mom attorney-general auditor-general "
    "secretary-general director-general governor-general surgeon-general solicitor-general inspector-general "
    "comptroller-general vice-president vice-chancellor vice-chair co-author co-chair editor-in-chief "
    "commander-in-chief dad uncle aunt cousin nephew niece girlfriend boyfriend friend colleague classmate "
    "roommate flatmate employer employee undergraduate lecturer headteacher tutor botanist ecologist "
    "geologist climatologist meteorologist virologist epidemiologist oncologist psychologist psychiatrist "
    "chemist banker shareholder+s auditor accountant treasurer curator media outlets newspapers broadcasters "
    "official+s spokesman spokeswoman spokesperson+s spokespeople minister+s president chairman chairwoman "
    "chair chief director secretary senator congressman congresswoman defendant+s plaintiff+s claimant+s "
    "appellant+s complainant juror lawmaker+s mayor governor judge+s lawyer+s attorney+s prosecutor+s "
    "officer+s expert+s analyst+s economist+s researcher+s scientist+s professor author+s doctor+s nurse+s "
    "teacher+s leader+s head ceo executive+s manager+s adviser+s advisor+s aide+s activist+s campaigner+s "
    "critic+s opponent+s supporter+s resident+s neighbour+s neighbor+s witness+s source+s person people man "
    "woman men women mother father son daughter wife husband brother sister owner+s founder farmer+s "
    "worker+s driver+s voter+s student+s candidate nominee ambassador envoy diplomat+s general commander "
    "soldier+s colonel captain king queen prince princess pope bishop premier chancellor councillor+s "
    "commissioner deputy representative+s member+s boss+s investigator+s inspector engineer+s trader+s "
    "investor+s historian commentator+s columnist editor reporter journalist+s writer nobody someone "
    "everyone others another veteran coach player republican+s democrat+s conservatives billionaire "
    "businessman mogul strategist pollster+s contractor tenant+s observer+s kremlin paper agent+s broker+s "
    "dealer+s landlord+s grower+s breeders ranchers fishermen exporter importer shipper wholesaler "
    "distributor refiner producer forecaster+s surveyor+s users consumers midwife midwives paramedic+s "
    "firefighter+s detective+s solicitor+s barrister+s physician+s surgeon+s operators staff delegation+s "
    "haulier+s ferrymen organiser+s organizer+s side+s parties patients relatives locals elder+s custodian "
    "janitor caretaker vendor pensioner retiree shopper commuter cleaner plumber electrician welder mechanic "
    "waiter waitress clerk cashier shopkeeper stallholder fishmonger fisherman hairdresser florist "
    "passenger+s motorist cyclist pedestrian bystander onlooker caller volunteer refugee migrant labourer "
    "docker teenager boy girl pupil graduate apprentice trainee librarian pharmacist dentist therapist "
    "pilot+s sailor businesswoman grandmother grandfather defender+s backer+s proponent+s detractor+s "
    "sceptic+s skeptic+s advocate+s rival+s brewer+s publican+s grocer+s butcher+s builder+s roofer+s "
    "courier+s ranger+s warden+s optician+s childminder+s trucker+s miner+s islander+s herder+s shepherd+s "
    "beekeeper+s winemaker+s distiller+s restaurateur+s chef+s bartender+s barber+s bookseller+s archivist+s "
    "archaeologist+s bailiff+s lifeguard+s astronomer+s physicist+s biologist+s zoologist+s creditor+s "
    "administrator+s liquidator+s mediator+s peacekeeper+s insurgent+s rebel+s militant+s fighter+s "
    "promoter+s umpire+s jockey+s trainer+s auctioneer+s technician+s smallholder+s crofter+s grandparent+s "
    "golfer+s surfer+s logger+s forester+s gardener+s"
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
    "report+s study+s survey+s poll+s+ing data figures statistics research analysis review document+s "
    "record+s+ing letter memo filings lawsuit complaint indictment affidavit statement communiqué communique "
    "paper+s article+s book audit+s findings census estimate+s forecast+s evidence results index "
    "transcript+s slide+s email+s e-mail+s minutes ruling order bill law website text note notice tweet post "
    "release account+s investigation assessment dataset chart numbers test+s model+s dossier file+s+ing "
    "manual guidance summary+s correspondence copy+s log+s textbook+s reply+s presentation memoir+s "
    "biography+s autobiography obituary+s images imagery footage video+s photos photographs recordings "
    "measurements readings ledger+s register+s diary+s invoice+s receipt+s contract+s work spreadsheet+s "
    "database timetable petition warrant brochure leaflet manifesto archives bulletin directive advice "
    "submission+s label+s placard+s plaque+s certificate+s scans maps gauge+s sensor+s table footnote+s "
    "appendix graph+s diagram+s stamp inquiry+s inquest+s enquiry+s probe+s meta-analysis meta-analyses "
    "preprint+s inspection+s request+s message+s editorial+s guideline+s projection+s"
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
IDENTITIES = words_of(
    "billionaire millionaire tycoon mogul businessman businesswoman entrepreneur philanthropist financier "
    "restaurateur lawmaker backbencher politician conservative republican democrat peer statesman academic "
    "economist historian activist campaigner conservationist detective pensioner retiree grandmother "
    "grandfather"
)
"""What somebody is: "the detective said" tells more of the person named last, while "the judge said" may bring in another."""

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
    "statement communiqué communique declaration interview+s conference speech letter+s email+s e-mail "
    "tweet+s post report memo testimony briefing filing remarks address message call debate rally hearing "
    "court parliament press release podcast video op-ed column blog note meeting event appearance twitter "
    "facebook instagram telegram x program programme show book affidavit lawsuit complaint ruling link "
    "document+s paper+s stump forum reply response comment broadcast phone telephone tears"
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
    "guard force forces army navy alliance league international organization organisation fund trust watch reserve "
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
