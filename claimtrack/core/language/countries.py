"""Which words denote a country? Countries, demonyms, and the cities and palaces where governments sit."""

from __future__ import annotations

COUNTRIES = (
    "us usa america american americans | uk britain british briton england english englishman | canada "
    "canadian | mexico mexican | brazil brazilian | argentina argentinian argentine | chile chilean | peru "
    "peruvian | colombia colombian | venezuela venezuelan | ecuador ecuadorian | bolivia bolivian | uruguay "
    "uruguayan | paraguay paraguayan | cuba cuban | haiti haitian | honduras honduran | guatemala guatemalan "
    "| nicaragua nicaraguan | panama panamanian | jamaica jamaican | france french frenchman | germany "
    "german | italy italian | spain spanish spaniard | portugal portuguese | netherlands dutch dutchman "
    "holland | belgium belgian | luxembourg | switzerland swiss | austria austrian | denmark danish dane | "
    "norway norwegian | sweden swedish swede | finland finnish finn | iceland icelandic | ireland irish "
    "irishman | scotland scottish scot | wales welsh welshman | poland polish pole | czechia czech | "
    "slovakia slovak slovakian | hungary hungarian | romania romanian | bulgaria bulgarian | greece greek | "
    "albania albanian | serbia serbian serb | croatia croatian croat | slovenia slovenian slovene | bosnia "
    "bosnian | montenegro montenegrin | kosovo kosovan | moldova moldovan | ukraine ukrainian | russia "
    "russian | belarus belarusian | lithuania lithuanian | latvia latvian | estonia estonian | turkey "
    "turkish turk turkiye | cyprus cypriot | malta maltese | armenia armenian | azerbaijan azerbaijani | "
    "kazakhstan kazakh | uzbekistan uzbek | israel israeli | lebanon lebanese | syria syrian | jordan "
    "jordanian | iraq iraqi | iran iranian | yemen yemeni | qatar qatari | kuwait kuwaiti | oman omani | "
    "bahrain bahraini | egypt egyptian | libya libyan | tunisia tunisian | algeria algerian | morocco "
    "moroccan | sudan sudanese | ethiopia ethiopian | eritrea eritrean | somalia somali | kenya kenyan | "
    "uganda ugandan | rwanda rwandan | burundi burundian | tanzania tanzanian | zambia zambian | zimbabwe "
    "zimbabwean | mozambique mozambican | malawi malawian | angola angolan | namibia namibian | botswana | "
    "madagascar | nigeria nigerian | niger nigerien | ghana ghanaian | senegal senegalese | mali malian | "
    "cameroon cameroonian | chad chadian | gabon gabonese | liberia liberian | afghanistan afghan | pakistan "
    "pakistani | india indian | bangladesh bangladeshi | nepal nepalese nepali | china chinese | japan "
    "japanese | taiwan taiwanese | mongolia mongolian | vietnam vietnamese | thailand thai | cambodia "
    "cambodian | laos laotian | myanmar burma burmese | malaysia malaysian | singapore singaporean | "
    "indonesia indonesian | philippines filipino philippine | australia australian | fiji fijian | ivorian | "
    "korea korean | togo togolese | benin beninese | gambia gambian | djibouti djiboutian | lesotho | "
    "eswatini | mauritius mauritian | seychelles | maldives maldivian | bhutan bhutanese | brunei | timorese "
    "| samoa samoan | tonga tongan | vanuatu | kyrgyzstan kyrgyz | tajikistan tajik | turkmenistan turkmen | "
    "palestine palestinian | monaco | andorra | liechtenstein | barbados barbadian | bahamas bahamian | "
    "belize belizean | guyana guyanese | suriname surinamese | mauritania mauritanian | somaliland | "
    "macedonia macedonian | emirates emirati uae | congo congolese | guinea guinean | trinidad trinidadian | "
    "dominican | grenada grenadian | comoros comorian | vatican | tuvalu tuvaluan | kiribati | palau palauan "
    "| nauru | greenland greenlandic | cabo"
)
"""Each country with its demonyms and adjective, separated by bars."""
GROUPS = tuple(tuple(group.split()) for group in COUNTRIES.split("|"))
_ADJECTIVE_ONLY = frozenset("dominican ivorian timorese".split())
ONE_WORD_COUNTRIES = frozenset(group[0] for group in GROUPS) - _ADJECTIVE_ONLY
"""The first name of each country, where that is one word."""
_ALSO_CALLED = frozenset("usa america britain england holland turkiye burma uae cabo".split())
DEMONYMS = frozenset(word for group in GROUPS for word in group) - ONE_WORD_COUNTRIES - _ALSO_CALLED
"""Demonyms and adjectives: "Dane", "Danish"."""

_OF_TWO_WORDS = """
south africa african | south korea korean | north korea korean | saudi arabia arabian | new zealand zealander | sri lanka lankan
northern ireland irish | costa rica rican | el salvador salvadoran | sierra leone leonean | burkina faso | ivory coast | south sudan sudanese | east timor timorese
timor leste | guinea bissau | papua guinean | north macedonia macedonian | equatorial guinea guinean | czech republic | united states | united kingdom
"""
_CANONICAL_NAMES = {
    "d'ivoire": "ivory coast", "swaziland": "eswatini", "swazi": "eswatini", "korea": "south korea", "korean": "south korea", "northern ireland": "uk", "northern irish": "uk", "united states": "us", "united kingdom": "uk", "czech republic": "czechia", "ivorian": "ivory coast", "saudi": "saudi arabia",
    "timor leste": "east timor", "timorese": "east timor", "kiwi": "new zealand", "salvadoran": "el salvador",
}  # fmt: skip
REGION_MODIFIERS = frozenset("latin south north central native new pan".split())
NOT_AFTER_REGION = frozenset("america american americans mexico england guinea guinean".split())
"""After those, these do not name the country: Latin America, New Mexico."""
PRODUCT_NOUNS = {
    country: [[thing] for thing in things.split()]
    for country, things in (
        ("kiwi", "fruit fruits bird birds"), ("brazil", "nut nuts"), ("french", "fries horn horns toast bulldog bulldogs"), ("danish", "pastry pastries"),
        ("turkish", "delight"), ("guinea", "pig pigs fowl"), ("german", "shepherd shepherds measles"), ("panama", "hat hats"), ("irish", "setter wolfhound"),
        ("afghan", "hound"), ("russian", "roulette"), ("mexican", "wave standoff"), ("spanish", "flu"), ("chinese", "whispers"), ("dutch", "elm"),
        ("norway", "spruce rat rats"), ("canada", "goose geese"), ("english", "muffin muffins"),
    )
}  # fmt: skip
"""Before these, a country or adjective is part of the name of a thing, which may come from anywhere: "french fries"."""
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
"""Capitals, which stand for their country's government: named in one statement, they match the country in another."""
_PALACES = """
westminster whitehall downing uk | kremlin russia | elysee élysée elysée matignon france | holyrood scotland | planalto brazil | quirinale italy
moncloa spain | zhongnanhai china | malacanang malacañang malacañan philippines | rosada argentina | stormont northern_ireland
"""
"""The same for seats other than cities, which stand for the city as well: the Kremlin, Moscow."""


def _parse_listing(listing: str) -> list[tuple[str, ...]]:
    """Split a listing into entries of words."""
    return [tuple(entry.split()) for entry in listing.strip().replace("\n", "|").split("|")]


_COUNTRY = {word: group[0] for group in GROUPS for word in group} | _CANONICAL_NAMES
TWO_WORD_COUNTRIES = {
    (first, second): _CANONICAL_NAMES.get(f"{first} {seconds[0]}", f"{first} {seconds[0]}")
    for first, *seconds in (entry.split() for entry in _OF_TWO_WORDS.strip().replace("\n", "|").split("|"))
    for second in seconds
}
CAPITALS = {city: at for at, (*cities, _) in enumerate(_parse_listing(_CAPITALS)) for city in cities}
"""Capital -> a number that its spellings share."""
GOVERNMENT_SEATS = {
    seat: country.replace("_", " ")
    for *seats, country in (*_parse_listing(_CAPITALS), *_parse_listing(_PALACES))
    for seat in seats
}
"""Seat of a government -> country."""

COUNTRY_WORDS = frozenset(
    f"{word}{ending}"
    for word in (*_COUNTRY, *(second for _, second in TWO_WORD_COUNTRIES))
    for ending in ("", "'s", "s")
)
"""All words that can name a country: a sentence without any of them names none."""


def find_country(before: str, word: str) -> str | None:
    """Return the country that a word names, alone or with the word before it, by its name or demonym."""
    one = word.removesuffix("s")
    return (
        TWO_WORD_COUNTRIES.get((before, word))
        or TWO_WORD_COUNTRIES.get((before, one))
        or _COUNTRY.get(word)
        or _COUNTRY.get(one)
    )


def are_different_capitals(a: str, b: str) -> bool:
    """Whether two words are different capitals, even of the same country."""
    return a in CAPITALS and b in CAPITALS and CAPITALS[a] != CAPITALS[b]
