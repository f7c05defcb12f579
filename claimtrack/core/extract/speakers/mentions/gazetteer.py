"""Well-known names: bodies that look like people, people who look like bodies, and the nouns that fit a body known by its initials: "the ONS" is no ministry."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import words_of

_LAST_WORDS = words_of("line lines airport airports grid mail water palace uk networks")
"""Words that may end the name of a body, not start it: "Stena Line", but "Line Dahl"."""
_KNOWN = frozenset(
    name.strip()
    for name in (
        "goldman sachs, morgan stanley, jp morgan, wells fargo, merrill lynch, standard chartered, scotland "
        "yard, downing street, wall street, capitol hill, sinn féin, sinn fein, fine gael, fianna fáil, "
        "fianna fail, plaid cymru, no 10, no. 10, number 10, no 11, no. 11, save the children, children in "
        "need, right to play, make the road new york, keep britain tidy, help for heroes, action for "
        "children, teach for america, feeding america, stand up to racism, stop the war, friends of the "
        "earth, fathers 4 justice, fathers4justice, transport for london, teach first, bread for the world, "
        "meals on wheels, action on smoking and health, sense about science, women on waves, just stop oil, "
        "save our seas"
    ).split(",")
)
_SINGLE_WORD_BODIES = (nouns.COMPANIES - {"amazon"}) | words_of(
    "hamas hezbollah fatah isis daesh taliban houthis airbus netflix samsung toyota honda nissan volkswagen "
    "stellantis nestlé nestle unilever pfizer moderna astrazeneca novartis maersk ryanair easyjet lufthansa "
    "exxonmobil chevron totalenergies equinor gazprom rosneft aramco huawei tiktok bytedance alibaba tencent "
    "spotify uber lyft airbnb paypal klarna deliveroo ikea walmart tesco sainsbury's asda morrisons aldi "
    "lidl starbucks mcdonald's moody's sotheby's macy's vodafone ericsson nokia openai nvidia ibm spacex "
    "glencore vattenfall centrica orsted ørsted eskom transnet unicef unesco unhcr unrwa interpol europol "
    "frontex eurostat nato opec asean ecowas mercosur fifa uefa ofsted ofcom ofgem ofwat ofqual natwest "
    "barclays hsbc lloyds santander oxfam greenpeace mencap barnardo's unison usdaw aslef strava youtube "
    "whatsapp instagram snapchat reddit pinterest doordash instacart grubhub roblox nintendo sony roku "
    "xiaomi hyundai bmw audi skoda renault peugeot volvo qualcomm amd tsmc asml foxconn hitachi panasonic "
    "toshiba qantas flydubai airasia etihad wework softbank nomura blackrock citigroup jpmorgan expedia "
    "tripadvisor gofundme shein temu flipkart infosys airtel telstra verizon costco carrefour heineken "
    "danone petrobras repsol adnoc biontech congress parliament holyrood stormont senedd knesset bundestag "
    "duma kremlin pentagon politico reuters bloomberg wikileaks"
)
"""One-word names of well-known bodies that are no surname and no noun; the Amazon is a river too."""
_LEADER_PRONOUNS = dict.fromkeys(
    words_of(
        "netanyahu putin zelensky zelenskyy zelenskiy erdogan erdoğan macron modi scholz orban orbán trump "
        "biden obama starmer sunak trudeau lula bolsonaro milei maduro lukashenko assad sisi ramaphosa zuma "
        "tinubu buhari kagame museveni duterte marcos widodo medvedev lavrov navalny berlusconi sarkozy "
        "gorbachev yeltsin khamenei khomeini rouhani arafat mugabe zuckerberg musk bezos snowden assange "
        "farage corbyn salmond"
    ),
    "he",
) | dict.fromkeys(
    words_of("merkel thatcher meloni sheinbaum sturgeon ardern bhutto rousseff thunberg"), "she"
)
"""Surname so well known that articles give it alone -> the pronoun of its bearer."""
_PRESIDENTS = words_of(
    "trump biden obama putin zelensky zelenskyy zelenskiy erdogan erdoğan macron lula bolsonaro milei maduro "
    "lukashenko assad sisi ramaphosa zuma tinubu buhari kagame museveni duterte widodo sarkozy gorbachev "
    "yeltsin rouhani arafat mugabe sheinbaum rousseff"
)
_BEFORE_PRESIDENT = words_of(
    "president donald joe joseph barack vladimir volodymyr recep tayyip emmanuel luiz jair javier nicolás "
    "nicolas alexander aleksandr bashar abdel cyril jacob bola muhammadu paul yoweri rodrigo joko mikhail "
    "boris hassan yasser robert claudia dilma mr mr."
)
"""Words before these surnames where a president is named, and no relative."""
_CAPITALISED = expression(r"\b[A-Z][^\W\d_]{3,11}\b")
_AMBIGUOUS_SURNAMES = words_of("court house church guard post campaign press")  # in names of bodies, too
_SURNAMES_AFTER_TITLE = _AMBIGUOUS_SURNAMES | words_of(
    "lodge bank guild chamber herald street road park bridge day night tower river field steel fund line lines"
)
"""The same after a title, where no place or building is named: "Campaigner Tim Lodge"."""
_PERSON_OR_COMPANY = words_of("operator publisher builder")
_FULL_NAME_LENGTH = 2
_DEPARTMENTS = words_of(
    "treasury pentagon exchequer chancellery defra dwp dfe dft dhsc desnz dcms dluhc mhclg dbt beis fcdo fco hmt "
    "dhs doj dod doe hhs hud usda dot doi dfat dfid dti deped doh dpwh dilg"
)
"""Abbreviations that an article may call "the department"; those that start with M are ministries."""
_PUBLIC_BODIES = words_of(
    "ons obr nao ifs nisr bls bea cbo gao nhs ukhsa nice mhra hse hmrc dvla dvsa cma fca pra sfo nca iopc "
    "ipcc cqc ico asa fsa fbi cia nsa dea atf tsa ice cbp fema epa fda cdc nih sec ftc fcc faa fra ntsb nrc "
    "irs osha nasa noaa usgs nhtsa cfpb fdic imf who wto un eu ecb oecd iaea ilo fao wfp iom icc icj undp "
    "unep ohchr acled icrc ofsted ofcom ofgem ofwat ofqual eurostat europol interpol frontex unicef unesco "
    "unhcr unrwa nato opec asean ecowas mercosur au rbi sebi isro icmr cbi nia ed eci inec ncdc efcc icpc "
    "nnpc nbs ncc knbs iebc ipid saps hpcsa nersa esma eba efsa ema easa congress parliament holyrood "
    "stormont senedd knesset bundestag duma kremlin hamas hezbollah fatah isis daesh taliban houthis fifa "
    "uefa"
)
"""Offices, authorities and powers."""
_UNIONS = words_of(
    "unison usdaw aslef gmb rmt tuc stuc cwu pcs tssa neu nut nasuwt nahpo bma rcn rcm hcsa fbu ucu nuj bfawu equity "
    "uaw afl-cio aft nea seiu afscme ibew numsa cosatu samwu popcru denosa asuu nlc cotu knun kmpdu ituc aitu"
)
_CHARITIES = words_of(
    "oxfam greenpeace mencap barnardo's rspca nspcc rnli rspb wwf msf crisis scope shelter mind"
)
_BODIES_BY_NOUN = {
    "company": frozenset[str](),
    "firm": frozenset[str](),
    "union": _UNIONS | {"eu", "au"},
    "charity": _CHARITIES,
    "ministry": _DEPARTMENTS,
    "department": _DEPARTMENTS,
    "agency": _PUBLIC_BODIES | _DEPARTMENTS,
    "group": _UNIONS | _CHARITIES | _PUBLIC_BODIES,
    "organisation": _UNIONS | _CHARITIES | _PUBLIC_BODIES,
    "organization": _UNIONS | _CHARITIES | _PUBLIC_BODIES,
}
_CLASSIFIED_BODIES = _DEPARTMENTS | _PUBLIC_BODIES | _UNIONS | _CHARITIES
_INITIAL_BY_NOUN = {"ministry": "m", "department": "d"}  # A letter that the short name of such an office has
_NOT_OF_COMPANIES = words_of("ministry department union charity")
_NOT_OF_PLACES = {*_INITIAL_BY_NOUN, "agency", "charity", "union"}
_FEWEST_LETTERS = 2
_WITH_BRANCHES = words_of("abc bbc cbs cdc cnn epa fbi fda itv nbc nhs npr wto")


def is_body_name(words: list[str]) -> bool:
    """Whether a lower-case name is known as a body's, or ends as only theirs do: "scotland yard", "stena line"."""
    return len(words) > 1 and (
        words[-1] in _LAST_WORDS or is_known_body(" ".join(words)) or _is_branch(words)
    )


def _is_branch(words: list[str]) -> bool:
    """Whether a name is that of a broadcaster's or an agency's branch: "bbc cornwall", but not "bbc director"."""
    *body, place = words
    return body[0] in _WITH_BRANCHES and len(body) == 1 and place not in nouns.TITLES


def is_known_body(name: str) -> bool:
    """Whether a lower-case name is a well-known body's: "no 10"."""
    return name in _KNOWN


def is_worker_name(kind: str, words: list[str]) -> bool:
    """Whether a lower-case name after "operator" or the like is a person's, not a company's."""
    return kind in _PERSON_OR_COMPANY and len(words) == _FULL_NAME_LENGTH and is_given_name(words[0])


def is_single_word_body(name: str) -> bool:
    """Whether a lower-case name of one word is a well-known body's: "airbus"."""
    return name in _SINGLE_WORD_BODIES


def leader_pronoun(surname: str) -> str | None:
    """The pronoun of a leader known by surname alone: "he" for "Netanyahu"; None for other surnames."""
    return _LEADER_PRONOUNS.get(surname.lower())


def find_presidents(text: str) -> list[str]:
    """The surnames in a text of well-known presidents of countries, present or past."""
    return [name for name in dict.fromkeys(_CAPITALISED.findall(text)) if name.lower() in _PRESIDENTS]


def may_be_president(full: str) -> bool:
    """Whether a full name with such a surname may be the president's: "Donald Trump", but not "Ivanka Trump"."""
    return full.split()[0].lower() in _BEFORE_PRESIDENT


def is_personal_name(words: list[str], *, titled: bool) -> bool:
    """Whether a lower-case name is a person's, although its surname is a noun for a body: "kevin court"."""
    surnames = _SURNAMES_AFTER_TITLE if titled else _AMBIGUOUS_SURNAMES
    return len(words) == _FULL_NAME_LENGTH and words[1] in surnames and is_given_name(words[0])


def is_place(name: str) -> bool:
    """Whether a name stands for a state or a government: "Poland"."""
    return name.lower() in nouns.GOVERNMENT_METONYMS or name.lower() in nouns.TWO_WORD_COUNTRIES


def fits_noun(name: str, noun: str) -> bool:
    """Whether a noun may stand for a body of one word: "the union" for "UNISON"; an unknown name fits any but a public office."""
    word = name.lower()
    if word in _CLASSIFIED_BODIES:
        return word in _BODIES_BY_NOUN.get(noun, _CLASSIFIED_BODIES)
    if is_single_word_body(word):
        return noun not in _NOT_OF_COMPANIES
    if is_place(name):
        return noun not in _NOT_OF_PLACES
    if noun in _INITIAL_BY_NOUN:
        letters = [letter for letter in name if letter.isupper()]
        return len(letters) >= _FEWEST_LETTERS and _INITIAL_BY_NOUN[noun].upper() in letters
    return True
