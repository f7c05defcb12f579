"""Countries with their peoples' names, and the cities and palaces where their governments sit; and their currencies, in words, codes and signs."""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import sorts_of

COUNTRIES = (
    "us usa america american americans | uk britain british briton england english | canada canadian | mexico mexican | brazil brazilian"
    " | argentina argentinian argentine | chile chilean | peru peruvian | colombia colombian | venezuela venezuelan | ecuador ecuadorian"
    " | bolivia bolivian | uruguay uruguayan | paraguay paraguayan | cuba cuban | haiti haitian | honduras honduran | guatemala guatemalan"
    " | nicaragua nicaraguan | panama panamanian | jamaica jamaican | france french frenchman | germany german | italy italian"
    " | spain spanish spaniard | portugal portuguese | netherlands dutch holland | belgium belgian | luxembourg | switzerland swiss"
    " | austria austrian | denmark danish dane | norway norwegian | sweden swedish swede | finland finnish finn | iceland icelandic"
    " | ireland irish | scotland scottish scot | wales welsh | poland polish pole | czechia czech | slovakia slovak slovakian"
    " | hungary hungarian | romania romanian | bulgaria bulgarian | greece greek | albania albanian | serbia serbian serb"
    " | croatia croatian croat | slovenia slovenian slovene | bosnia bosnian | montenegro montenegrin | kosovo kosovan | moldova moldovan"
    " | ukraine ukrainian | russia russian | belarus belarusian | lithuania lithuanian | latvia latvian | estonia estonian"
    " | turkey turkish turk turkiye | cyprus cypriot | malta maltese | armenia armenian | azerbaijan azerbaijani | kazakhstan kazakh"
    " | uzbekistan uzbek | israel israeli | lebanon lebanese | syria syrian | jordan jordanian | iraq iraqi | iran iranian"
    " | yemen yemeni | qatar qatari | kuwait kuwaiti | oman omani | bahrain bahraini | egypt egyptian | libya libyan | tunisia tunisian"
    " | algeria algerian | morocco moroccan | sudan sudanese | ethiopia ethiopian | eritrea eritrean | somalia somali | kenya kenyan"
    " | uganda ugandan | rwanda rwandan | burundi burundian | tanzania tanzanian | zambia zambian | zimbabwe zimbabwean"
    " | mozambique mozambican | malawi malawian | angola angolan | namibia namibian | botswana | madagascar | nigeria nigerian | niger nigerien"
    " | ghana ghanaian | senegal senegalese | mali malian | cameroon cameroonian | chad chadian | gabon gabonese | liberia liberian"
    " | afghanistan afghan | pakistan pakistani | india indian | bangladesh bangladeshi | nepal nepalese nepali | china chinese"
    " | japan japanese | taiwan taiwanese | mongolia mongolian | vietnam vietnamese | thailand thai | cambodia cambodian | laos laotian"
    " | myanmar burma burmese | malaysia malaysian | singapore singaporean | indonesia indonesian | philippines filipino philippine"
    " | australia australian | fiji fijian | ivorian | korea korean | togo togolese | benin beninese | gambia gambian"
    " | djibouti djiboutian | lesotho | eswatini | mauritius mauritian | seychelles | maldives maldivian | bhutan bhutanese"
    " | brunei | timorese | samoa samoan | tonga tongan | vanuatu | kyrgyzstan kyrgyz | tajikistan tajik | turkmenistan turkmen"
    " | palestine palestinian | monaco | andorra | liechtenstein | barbados barbadian | bahamas bahamian | belize belizean"
    " | guyana guyanese | suriname surinamese | mauritania mauritanian | somaliland | macedonia macedonian"
    " | emirates emirati uae | congo congolese | guinea guinean | trinidad trinidadian | dominican | grenada grenadian | comoros comorian"
    " | vatican | tuvalu tuvaluan | kiribati | palau palauan | nauru | greenland greenlandic | cabo"
)
"""Each country with its people and its adjective, parted by bars."""

_OF_TWO_WORDS = """
south africa african | south korea korean | north korea korean | saudi arabia arabian | new zealand zealander | sri lanka lankan
northern ireland irish | costa rica rican | el salvador salvadoran | sierra leone leonean | burkina faso | ivory coast | south sudan sudanese | east timor timorese
timor leste | guinea bissau | papua guinean | north macedonia macedonian | equatorial guinea guinean | czech republic | united states | united kingdom
"""
_ONE_FOR_TWO = {
    "d'ivoire": "ivory coast", "swaziland": "eswatini", "swazi": "eswatini", "korea": "south korea", "korean": "south korea", "northern ireland": "uk", "northern irish": "uk", "united states": "us", "united kingdom": "uk", "czech republic": "czechia", "ivorian": "ivory coast", "saudi": "saudi arabia",
    "timor leste": "east timor", "timorese": "east timor", "kiwi": "new zealand", "salvadoran": "el salvador",
}  # fmt: skip
OF_A_CONTINENT = frozenset("latin south north central native new pan".split())
ELSEWHERE = frozenset("america american americans mexico england guinea guinean".split())
"""Behind those, these are no country: Latin America, New Mexico."""
NO_COUNTRY_BEFORE = {
    country: [[thing] for thing in things.split()]
    for country, things in (
        ("kiwi", "fruit fruits bird birds"), ("brazil", "nut nuts"), ("french", "fries horn horns toast bulldog bulldogs"), ("danish", "pastry pastries"),
        ("turkish", "delight"), ("guinea", "pig pigs fowl"), ("german", "shepherd shepherds measles"), ("panama", "hat hats"), ("irish", "setter wolfhound"),
        ("afghan", "hound"), ("russian", "roulette"), ("mexican", "wave standoff"), ("spanish", "flu"), ("chinese", "whispers"), ("dutch", "elm"),
        ("norway", "spruce rat rats"), ("canada", "goose geese"), ("english", "muffin muffins"),
    )
}  # fmt: skip
"""Before these the name of a country or its people is a part of the name of a thing, which may be from anywhere."""
_CAPITALS = """
washington us | london uk | ottawa canada | brasilia brazil | paris france | berlin germany | rome italy | madrid spain
lisbon portugal | hague netherlands | amsterdam netherlands | bern berne switzerland | vienna austria | copenhagen denmark | oslo norway
stockholm sweden | helsinki finland | reykjavik iceland | dublin ireland | edinburgh scotland | cardiff wales | belfast northern_ireland
warsaw poland | prague czechia | bratislava slovakia | budapest hungary | bucharest romania | sofia bulgaria | athens greece | tirana albania
belgrade serbia | zagreb croatia | ljubljana slovenia | sarajevo bosnia | pristina prishtina kosovo | podgorica montenegro | skopje north_macedonia
chisinau moldova | kyiv kiev ukraine | moscow russia | minsk belarus | vilnius lithuania | riga latvia | tallinn estonia | ankara turkey
nicosia cyprus | valletta malta | baku azerbaijan | yerevan armenia | tbilisi georgia | astana kazakhstan | tashkent uzbekistan
bishkek kyrgyzstan | dushanbe tajikistan | ashgabat turkmenistan | jerusalem israel | ramallah palestine | beirut lebanon | damascus syria
amman jordan | baghdad iraq | tehran teheran iran | doha qatar | manama bahrain | muscat oman | dhabi emirates | riyadh saudi_arabia
sanaa yemen | cairo egypt | tripoli libya | tunis tunisia | algiers algeria | rabat morocco | nouakchott mauritania | khartoum sudan
juba south_sudan | addis ababa ethiopia | asmara eritrea | mogadishu somalia | hargeisa somaliland | djibouti djibouti | nairobi kenya
kampala uganda | kigali rwanda | gitega burundi | bujumbura burundi | dodoma tanzania | kinshasa congo | brazzaville congo | lusaka zambia
harare zimbabwe | lilongwe malawi | maputo mozambique | luanda angola | windhoek namibia | gaborone botswana | pretoria south_africa
maseru lesotho | mbabane eswatini | antananarivo madagascar | abuja nigeria | niamey niger | accra ghana | dakar senegal | bamako mali
ouagadougou burkina_faso | abidjan yamoussoukro ivory_coast | lome togo | conakry guinea | freetown sierra_leone
monrovia liberia | banjul gambia | cotonou benin | yaounde cameroon | ndjamena chad | libreville gabon | malabo equatorial_guinea
kabul afghanistan | islamabad pakistan | delhi india | dhaka bangladesh | kathmandu nepal | thimphu bhutan | colombo sri_lanka
beijing peking china | tokyo japan | taipei taiwan | seoul south_korea | pyongyang north_korea | ulaanbaatar mongolia | hanoi vietnam
phnom penh cambodia | vientiane laos | bangkok thailand | naypyidaw myanmar | yangon myanmar | kuala lumpur malaysia | putrajaya malaysia
jakarta indonesia | manila philippines | dili east_timor | canberra australia | wellington new_zealand | moresby papua | suva fiji | apia samoa
caracas venezuela | bogota colombia | lima peru | santiago chile | buenos aires argentina | montevideo uruguay | asuncion paraguay
paz bolivia | quito ecuador | georgetown guyana | paramaribo suriname | havana cuba | kingston jamaica | tegucigalpa honduras
managua nicaragua | domingo dominican | bridgetown barbados | nassau bahamas | belmopan belize
"""
"""Cities that stand for what their country's government does: named on one side, they make up for the country."""
_PALACES = """
westminster whitehall downing uk | kremlin russia | elysee élysée elysée matignon france | holyrood scotland | planalto brazil | quirinale italy
moncloa spain | zhongnanhai china | malacanang malacañang malacañan philippines | rosada argentina | stormont northern_ireland
"""
"""The same for seats that are no city, so that they stand for the city as well: the Kremlin, Moscow."""


def _listed(listing: str) -> list[tuple[str, ...]]:
    return [tuple(entry.split()) for entry in listing.strip().replace("\n", "|").split("|")]


_COUNTRY = {word: group.split()[0] for group in COUNTRIES.split("|") for word in group.split()} | _ONE_FOR_TWO
TWO_WORDS = {
    (first, second): _ONE_FOR_TWO.get(f"{first} {seconds[0]}", f"{first} {seconds[0]}")
    for first, *seconds in (entry.split() for entry in _OF_TWO_WORDS.strip().replace("\n", "|").split("|"))
    for second in seconds
}
CITIES = {city: at for at, (*cities, _) in enumerate(_listed(_CAPITALS)) for city in cities}
"""City -> the same number as its other spelling."""
SEATS = {
    seat: country.replace("_", " ")
    for *seats, country in (*_listed(_CAPITALS), *_listed(_PALACES))
    for seat in seats
}
"""Seat of a government -> country."""

FORMS = frozenset(
    f"{word}{ending}"
    for word in (*_COUNTRY, *(second for _, second in TWO_WORDS))
    for ending in ("", "'s", "s")
)
"""The words without which no country is named."""


def country_of(before: str, word: str) -> str | None:
    """The country that a word, with the one before it or alone, names by itself or by its people."""
    one = word.removesuffix("s")
    return (
        TWO_WORDS.get((before, word))
        or TWO_WORDS.get((before, one))
        or _COUNTRY.get(word)
        or _COUNTRY.get(one)
    )


def two_cities(a: str, b: str) -> bool:
    """Whether two words name two capitals, which are two places, be they of one country."""
    return a in CITIES and b in CITIES and CITIES[a] != CITIES[b]


_LISTED = """
$: dollar dollars bucks | us us$ usd | canada c$ ca$ cad | australia a$ au$ aud | new zealand nz$ nzd | hong kong hk$ hkd
    | singapore s$ sgd | taiwan nt$ twd
cent: cents cent
pence: penny pennies
£: pound pounds | uk £ gbp quid | egypt egp
€: eur euro euros
¥: jpy yen
yuan: cny rmb renminbi
₹: ₹ rs rupee rupees | india inr | pakistan pkr | nepal npr | sri lanka lkr
₽: rub rouble roubles ruble rubles
peso: pesos | philippines ₱ php | mexico mxn mex$
rand: zar r
naira: ₦ ngn
franc: francs | switzerland chf | cfa xof xaf
krone: krona kroner | norway nok | denmark dkk | sweden sek kronor | czechia czk koruna korunas
zloty: pln zlotys
forint: huf forints
hryvnia: ₴ uah hryvnias
lira: ₺ liras
shekel: ₪ ils nis shekels
dirham: dirhams | emirates aed
riyal: riyals | saudi arabia sar | qatar qar
dinar: dinars | kuwait kwd | jordan jod | iraq iqd
shilling: sh shs shillings | kenya ksh kshs kes | tanzania tsh tshs tzs | uganda ush ushs ugx
cedi: ₵ ghs cedis
ringgit: rm myr
rupiah: rp idr
baht: ฿ thb
taka: ৳ bdt
reais: r$ brl
₩: krw
₫: vnd
tenge: ₸ kzt
"""
"""Each currency, with the words for it in whatever country, and behind bars those that tell which country's it is."""


def _read() -> tuple[dict[str, str], dict[str, str]]:
    found, issuers = {}, {}
    for line in _LISTED.strip().replace("\n    ", " ").splitlines():
        kind, _, listing = line.partition(": ")
        anywhere, *countries = (words.split() for words in listing.split(" | "))
        found.update(dict.fromkeys((kind, *anywhere), kind))
        for words in countries:
            size = 1 + (" ".join(words[:2]) in _MONEY_OF_TWO_WORDS)
            found.update(dict.fromkeys(words[size:], kind))
            issuers.update(dict.fromkeys(words[size:], " ".join(words[:size])))
    return found, issuers


_MONEY_OF_TWO_WORDS = ("new zealand", "hong kong", "saudi arabia", "sri lanka")
CURRENCIES, ISSUERS = _read()
"""Sign, code or name in lower case -> the currency: by its sign or name; and -> the country that it is of, where it tells."""
MONEY = frozenset(CURRENCIES.values())

BEHIND_A_PEOPLE = sorts_of("krone: crown crowns | ₩: won | reais: real reals | ₫: dong")
"""What is a currency only where a people's name stands before it."""

IN_PARTS = {"pence": frozenset({"£"}), "cent": frozenset({"$", "€", "rand"})}
"""A hundredth of a currency -> the currencies that it may be of."""

SIGNS = "".join(word for word in CURRENCIES if len(word) == 1 and not word.isalpha())
"""Signs that stand before a number: "€5"."""
DOLLARS = "US|CA?|AU?|NZ|HK|NT|Mex|S|R"
"""What stands before "$" to tell which dollar, or that it is none."""
CURRENCY_CODES = frozenset(
    "usd gbp eur r rs ksh tsh ush kshs tshs ushs kes tzs ugx rm rp chf sek nok dkk pln huf czk aed sar ngn zar ghs inr idr myr php thb"
    " brl mxn cad aud nzd hkd sgd twd cny rmb jpy krw uah ils bdt kzt sh shs egp pkr npr lkr xof xaf qar kwd jod iqd".split()
)
"""Those in letters that stand before a number: "EUR 105m", "KSh2.3bn"; no "try", which is a word."""
