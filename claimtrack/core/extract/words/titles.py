"""Which words around a name are not part of it? Titles, ranks, offices, letters after it."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns, times, vocabulary
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import begins_name, name_pattern, words_of
from claimtrack.core.language.countries import DEMONYMS

KEEPS_STOP = expression(r"[A-Z]\.|(?:[A-Z]\.){2,}|(?:Inc|Corp|Co|Ltd|Bros)\.")
"""Abbreviations that keep their stop in a name: "J.", "Inc."."""
POSTNOMINALS = words_of(
    "KC QC SC MP MEP MSP MS TD OBE CBE MBE DBE KBE FRS FRSE FRCP FRCS PhD DPhil MD MBA MPH MSc BSc JD DVM RN Esq"
)
_AFFAIRS = words_of(
    "protection services service enforcement development control welfare prevention safety fisheries "
    "wildlife affairs revenue customs excise trade commerce planning culture technology innovation "
    "infrastructure investment employment pensions"
)
"""Fields after which an organisation may be named without a noun for it: "Customs and Border Protection"."""
_FIELDS = _AFFAIRS | words_of(
    "health education arts business justice care research improvement heritage standards energy housing skills"
)
_COUNTRIES = words_of("wales scotland england ireland britain uk")
RANKS = words_of("DS DI DSU ACC SP ASP DSP CSP SSP DCP DIG DGP ADGP IGP CP PM CM DA DG VP")
"""British and Indian police ranks and short offices, recognised by their capitals: "di" is a particle elsewhere, and "pm" an hour."""
_POSITIONS = words_of("QB RB WR LB CB DL OL DT")  # positions in a team, before a full name
BEFORE_SURNAME = words_of("mr mrs ms miss mx dr prof cllr councillor cr sen rep sgt insp")
SURNAME_TITLES = words_of(
    "baker farmer green bishop dean judge king prince pope duke major marshal constable"
)
"""Titles, occupations and parties that are surnames after a title: "Cllr Green", "Dr Bishop"."""
FORMS_OF_ADDRESS = words_of(
    "mr mrs ms mx dr sir dame prof professor judge justice president senator sen governor gov representative "
    "rep congressman congresswoman mayor chancellor secretary councillor cllr"
)
"""Titles before a bare surname: "Mr Lee"."""
HONORIFICS = words_of(
    "mr mrs ms miss mx dr prof professor hon sir dame lord lady madam shri shrimati smt thiru datuk datin dato tan puan seri sri "
    "haji alhaji alhaja hajia mallam otunba comrade cde engr barr adv"
)
"""Titles between an office and a name, which tell nothing of the office: "Water Minister Shri Ann Lee"."""
REGNAL_TITLES = words_of(
    "king queen prince princess pope emperor sultan emir lord lady baron baroness duke duchess"
)
"""Titles that form the name with a single word after them: "Pope Francis", "Lord Bethnal"."""
ADDRESS_TITLES = FORMS_OF_ADDRESS | REGNAL_TITLES
_NUMERAL = expression(r"[IVX]+")
_BEFORE_SRI = words_of("tan puan datuk dato datin toh")  # "Tan" and "Sri" alone are names
_BEFORE_HAJI = words_of("datuk dato datin seri sri")
_SHORTENED = words_of("sec del dep comm")  # only with their stop: "Del. Ann Lee", but "Del Rey"
_BESIDE_TITLE = expression(r"^(?:co|ex|vice|then)-|-(?:elect|designate|general)$")
_PARENT = expression(r"(?:(?:great-)?(?:grand)?(?:mum|mom|dad|mother|father|parent)|gran|nan)-of-[a-z]+")
_OCCUPATION = ("er", "or", "ist", "ian", "man", "woman")
_BEFORE_NAME = words_of("pm host substitute teammate debutant rookie hero eyewitness schoolgirl schoolboy")
"""Nouns for a person before a name; alone they are read as an organisation, part of its name, or no person at all."""
_PORTFOLIOS = words_of(
    "prosecution prosecutions affairs security development services welfare works lands planning culture "
    "sport sports tourism trade industry industries science technology innovation agriculture fisheries "
    "forestry mines mining resources labour employment economics physics medicine mathematics statistics "
    "studies sciences manpower pensions families railways roads ports aviation shipping communications "
    "information broadcasting youth equality immigration"
)
"""The last word of a minister's portfolio: "Minister for Public Works"."""
_SCIENCE = ("ology", "onomy", "ography", "ometry", "iatry")
_SHORTEST_OCCUPATION, _FULL_NAME = 6, 2  # characters; words
NICKNAME = name_pattern(r" [\"'](?<=[\w.] [\"'])[A-Z][\w-]{1,15}(?: [A-Z]?[\w-]{1,15})?[\"'] (?=[A-Z])")
"""A nickname in marks between first name and surname: 'Patrick "Paddy" Lund'."""
_LONGEST_NOUN = 6  # words of the noun after a name: "Moor, a retired harbour master"
_NEEDS_ARTICLE = {
    noun
    for noun in nouns.PERSONS | nouns.BODIES | nouns.BODY_KINDS | nouns.DOCUMENTS
    if not lexicon.is_plural_head(noun)
} - words_of("parliament congress opposition government research evidence")
"""Singular nouns for sources that need an article: "mayor", but not "parliament"."""
_NO_ADJECTIVES = lexicon.VERBS | lexicon.BEFORE_NOUN | lexicon.CLAUSE_JOINERS | times.TIME_ADVERBS
_AFTER_NOUN = lexicon.NOUN_PREPOSITIONS | lexicon.RELATIVES | {",", "."}
_BRACKETED_ABBREVIATION = expression(
    r" \((?:[A-Z]{2,8}\) (?=[A-Za-z])|[A-Z][a-z]{2,7}\) (?=[A-Z][\w-]+ [A-Z]))"
)
"""An organisation's abbreviation before one of its people: "a Ministry of Mines (MOM) official"."""
_BRACKETED_AFTER_TITLE = expression(
    r"^((?:[A-Z][\w-]{1,8}\.? ){0,2}[A-Z][\w-]{1,8}\.?) \([A-Za-z]{2,7}\.?\) (?=[A-Z])"
)
"""Brackets after a title: "Capt. (retd) Ann Lee", "Hon. (Dr.) Ann Lee"."""
_FIELD_AFTER_TITLE = name_pattern(
    rf"^((?:[A-Z][\w-]* ){{0,3}}(?:{'|'.join(sorted(RANKS | set(map(str.capitalize, nouns.TITLES))))})) \([A-Z][\w& -]{{1,30}}\) (?=[A-Z])"
)
"""The same with the field of an office: "Commissioner (North Zone) Ann Lee"."""
SUFFIXES = words_of("jr sr ii iii iv")  # distinguishes a name from the father's: "Ann Lee Jr"
_LONGEST_TITLE = 4  # words before a full name


def strip_possessive(word: str) -> str:
    """Strip the possessive and the punctuation from a word; the stop of an initial or an acronym stays ("K.", "E.P.A.")."""
    if word.isalpha():
        return word
    if "'" in word:
        word = word[:-2] if word.endswith("'s") else word.removesuffix("'")
    word = word.strip(",")
    if "." not in word:
        return word
    return word if KEEPS_STOP.fullmatch(word) else word.strip(".")


def without_parentheticals(text: str) -> str:
    """Remove a nickname, a bracketed abbreviation, and brackets after a title from the words of a source."""
    text = NICKNAME.sub(" ", text) if '"' in text or " '" in text else text
    if "(" not in text:
        return text
    text = _FIELD_AFTER_TITLE.sub(r"\1 ", _BRACKETED_ABBREVIATION.sub(" ", text))
    return _BRACKETED_AFTER_TITLE.sub(r"\1 ", text)


def may_be_listed(first: str, head: str) -> bool:
    """Whether a plural, or an office with its article, may be listed among speakers: "nurses", "the mayor"."""
    is_office = first == "the" and (head in nouns.SPEAKERS or head in nouns.TITLES)
    return is_office or lexicon.is_plural_head(head)


def modify_same_noun(first: list[str], after: list[str]) -> bool:
    """Whether the words before and after a comma modify one noun: "small" and "family-run firm in Vale", not "plan" and "union leader Ann Lee".

    A noun that needs an article and has none after the comma has it before.
    """
    window = range(1, min(len(after), _LONGEST_NOUN))
    ends = (i for i in window if after[i] in _NEEDS_ARTICLE and _AFTER_NOUN.issuperset(after[i + 1 : i + 2]))
    between = [*first, *after[: next(ends, 0)]]
    # "The mayor, then union official"
    is_other = not first or first[-1] in _NEEDS_ARTICLE or len(between) == len(first)
    return not is_other and all(word.islower() and word not in _NO_ADJECTIVES for word in between)


def may_be_plural(noun: str) -> bool:
    """Whether a lone noun may be a plural, and so no name: "Inspectors", "Data"."""
    return noun == "data" or noun.endswith("s")


def office_before_address(titles: list[str]) -> str:
    """The office before a form of address: "minister" of "Water Minister Shri Ann Lee"; the last title if there is none."""
    offices = [strip_possessive(title).lower() for title in titles]
    found = next((one for one in reversed(offices) if one.rstrip(".") not in HONORIFICS), "")
    return found if found in nouns.TITLES else offices[-1]


def skip_address(words: list[str]) -> list[str]:
    """Return the words after a form of address before a full name: "Dr. Ann Lee", but not "President Lee"."""
    is_address = len(words) > _FULL_NAME and strip_possessive(words[0]).lower().rstrip(
        "."
    ) in BEFORE_SURNAME | {"professor"}
    return words[1:] if is_address else words


def has_title(words: list[str]) -> bool:
    """Whether one of the words is a title."""
    return any(strip_possessive(w).lower() in nouns.TITLES for w in words)


def without_titles(words: list[str]) -> list[str]:
    """Return the name without its titles: "Secretary of State Antony Blinken" -> "Antony Blinken".

    Before a full name, the title may be longer, and any noun for a person is one ("Neighbour Ann Lee").
    """
    if len(words) > 1 and strip_possessive(words[-1]).lower() in SUFFIXES:
        return [
            *(without_titles(words[:-1]) or words[-2:-1]),
            words[-1],
        ]  # "Barr Jr" does not have the title "Barr"
    i = 0
    last = len(words) - 1
    for at, word in enumerate(words):
        title = (word if word.isalpha() else strip_possessive(word)).lower()
        before_full_name = last - at >= _FULL_NAME
        if not before_full_name and at < last and is_given_name(title):
            break
        if (
            0 < at == last
            and title in SURNAME_TITLES
            and strip_possessive(words[at - 1]).lower() in BEFORE_SURNAME
        ):
            break
        if title in REGNAL_TITLES and _is_regnal_name(words[at + 1 :]):
            break
        if title == "liberal" and word.istitle() and words[at + 1 :] == ["Democrats"]:
            break
        if (
            title in nouns.TITLES
            or (word.endswith(".") and title in _SHORTENED)
            or ("-" in title and _is_compound(title))
            or _is_malay_title(words, at)
            or (word == "Con" and i == at and words[at - 1] == "Det")
            or word in RANKS
            or (before_full_name and _is_abbreviated(word, words[at + 1]))
            or (before_full_name and (is_occupation(title) or title.removesuffix("s") in nouns.TITLES))
            or (
                before_full_name
                and title in DEMONYMS
                and is_given_name(strip_possessive(words[at + 1]).lower())
            )
        ):
            i = at + 1 if at - i <= (_LONGEST_TITLE if before_full_name else 2) else i
    return words[i:]


def _is_malay_title(words: list[str], at: int) -> bool:
    """Whether a word is part of a Malaysian title: "Tan Sri Zain Omar", "Datuk Seri Haji Zain Haji Omar"."""
    before = words[at - 1].lower() if at else ""
    if words[at] == "Haji":
        return before in _BEFORE_HAJI
    is_sri = words[at] == "Sri" and before in _BEFORE_SRI
    return is_sri or (words[at].lower() in _BEFORE_SRI and words[at + 1 : at + 2] == ["Sri"])


def _is_abbreviated(word: str, given: str) -> bool:
    """Whether capitals before a first name are an unlisted title or the person's organisation: "QB Sam Lee", "BBC Sam Lee"."""
    is_short = len(word) > 1 and word.isupper() and word.isalpha()
    return is_short and not given.isupper() and (word in _POSITIONS or is_given_name(given.lower()))


def _is_regnal_name(name: list[str]) -> bool:
    """Whether a name is a single word, perhaps with a numeral: "Charles III"."""
    return len(name) == 1 or (
        len(name) == _FULL_NAME and _NUMERAL.fullmatch(strip_possessive(name[1])) is not None
    )


def _is_compound(title: str) -> bool:
    """Whether a hyphenated word is a title: "co-chair", "mayor-elect", "Lt.-Gov.", "mother-of-two"."""
    if title.endswith("-year-old") or _PARENT.fullmatch(title):
        return True
    parts = [part.strip(".") for part in title.split("-")]
    return _BESIDE_TITLE.sub("", title) in nouns.TITLES or nouns.TITLES.issuperset(parts)


def without_office(words: list[str]) -> list[str]:
    """Return the name after an office and its portfolio: "Foreign Affairs Ann Lee" -> "Ann Lee"."""
    name = skip_field(without_titles(words))
    given = (at for at, word in enumerate(name[:-1]) if is_given_name(word.lower()))
    return name[max(*given, 0, 0) :]


def skip_field(words: list[str]) -> list[str]:
    """Return the name after the last word of a field: "Glaciology Ann Lee" -> "Ann Lee"."""
    past = (at + 1 for at, word in enumerate(words[:-_FULL_NAME]) if _is_field(word.lower()))
    return words[max(*past, 0, 0) :]


def _is_field(word: str) -> bool:
    """Whether a word may end the name of a field or place in an office: "Glaciology", "Works", "Wales"."""
    is_place = (word in nouns.GOVERNMENT_METONYMS or word in vocabulary.HOME) and not is_given_name(word)
    return is_place or word in _PORTFOLIOS or word in nouns.BODY_NAME_WORDS or word.endswith(_SCIENCE)


def is_occupation(word: str) -> bool:
    """Whether a word before a full name is a noun for a person: "Firefighter Ann Lee", but not "Peter Paul Lee"."""
    if word in nouns.SPEAKERS:
        return word not in nouns.BODIES and (word.endswith("ss") or not word.endswith("s"))
    is_noun = len(word) >= _SHORTEST_OCCUPATION and word.endswith(_OCCUPATION) and not is_given_name(word)
    return is_noun or word in nouns.ROLES or word in _BEFORE_NAME


def marks_person(word: str) -> bool:
    """Whether a word before a name marks it as a person's: "union boss Tim Lodge", "mayor Tim Lodge"."""
    return is_occupation(word) or (word in nouns.TITLES and word not in nouns.BODIES)


def without_postnominals(name: list[str]) -> list[str]:
    """Return the name without the letters after it: "Fiona Adair KC" -> "Fiona Adair"."""
    return name[:-1] if len(name) > _FULL_NAME and name[-1] in POSTNOMINALS else name


def is_coordinated_body(words: list[str]) -> bool:
    """Whether "and" is part of an organisation's name: "Health and Human Services", but not "Ann Lee and Bo Lund"."""
    joint = next((at for at, word in enumerate(words) if word == "and"), 0)
    others = [*words[:joint], *words[joint + 1 :]]
    last = words[-1].lower()
    is_firm = joint == 1 and (last.endswith("'s") or last in nouns.BODY_NAME_WORDS)
    is_body = is_firm or last in _AFFAIRS or _is_of_country(words, joint)
    return 0 < joint <= 2 and is_body and all(map(begins_name, others))


def _is_of_country(words: list[str], joint: int) -> bool:
    """Whether a country's organisation is named after two fields: "Health Education and Improvement Wales"."""
    fields = [word.lower() for word in (words[joint - 1], words[-2])]
    return words[-1].lower() in _COUNTRIES and all(_is_field(word) or word in _FIELDS for word in fields)
