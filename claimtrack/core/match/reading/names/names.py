"""Names in a statement: capitalised words without titles, and aliases of one name."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.core.language.countries import GOVERNMENT_SEATS, GROUPS
from claimtrack.core.language.legal_forms import UNAMBIGUOUS_FORMS
from claimtrack.core.language.word_lists import (
    APPROXIMATE,
    AT_LEAST,
    AT_MOST,
    MAGNITUDES,
    MONTHS,
    NUMBER_WORDS,
    SLANG,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.currencies import CURRENCY_CODES
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import ACRONYMS, stem

NOT_NAMES = UNAMBIGUOUS_FORMS | words_of(
    """
    president senator sen mr mrs ms dr gov governor rep representative king queen pope prime minister chancellor secretary mayor judge
    justice lord lady sir prince princess congressman congresswoman general gen professor prof chief ceo chairman chairwoman spokesman
    spokeswoman lt lieut lieutenant col colonel capt captain maj major sgt sergeant adm admiral sheriff detective officer corporation
    incorporated co company limited group st street ave avenue rd road am pm est edt gmt bst party state+s city county republic kingdom
    government says said claim+s video photo photograph image breaking news report+s quote+s pres rev jr sr cllr councillor councilor
    councilman councilwoman alderman reverend archbishop bishop ambassador attorney superintendent supt inspector insp corporal cpl
    brigadier brig commander cmdr cdr dame baron baroness viscount actor actress singer author journalist reporter coach director founder rt
    """
)
"""Titles, legal forms, kinds of street and words of the press: capitalised next to a name, but no part of it."""

COMMON_NOUN_ABBREVIATIONS = words_of(
    "gdp gnp vat cpi ppi co2 so2 no2 ch4 n2o dna hiv aids tb ai tv pc ev evs mri ct ceo cfo pr id ufo diy "
    "ivf adhd ptsd lng cctv atm suv"
)
"""Abbreviations that any text may replace by a common noun, and that name nobody: "TV", "AIDS"."""

_ALIASES = (
    "us usa america american americans washington", "uk britain british britons", "eu european europe brussels bloc",
    "france french paris", "netherlands dutch holland", "china chinese beijing", "russia russian kremlin moscow",
    "spain spanish madrid", "poland polish poles warsaw", "turkey turkish turkiye ankara", "greece greek athens",
    "denmark danish danes", "finland finnish finns", "sweden swedish swedes", "ireland irish", "wales welsh",
    "scotland scottish scots", "switzerland swiss", "norway norwegian", "portugal portuguese", "thailand thai",
    "william bill billy", "robert bob bobby rob", "joseph joe joey", "michael mike mick", "james jim jimmy", "thomas tom tommy", "david dave", "christopher chris",
    "anthony tony", "elizabeth liz lizzie", "katherine kate", "edward ed eddie", "theodore teddy ted", "richard rick dick", "stephen steven steve",
    "daniel dan danny", "samuel sam sammy", "timothy tim", "benjamin ben", "matthew matt", "nicholas nick", "andrew andy", "gregory greg",
    "kenneth ken kenny", "jeffrey jeff", "ronald ron ronnie", "donald don donnie", "patrick pat", "peter pete", "charles charlie chuck",
    "alexander alex", "margaret maggie", "deborah debbie", "jennifer jenny", "jacob jake", "zachary zach", "frederick fred", "lawrence larry", "philip phil",
    "joshua josh", "victoria vicky", "rebecca becky", "barbara barb", "pamela pam", "judith judy", "bernard bernie", "douglas doug", "gerald gerry jerry",
    "mitchell mitch", "vincent vince", "walter walt", "terence terry", "rudolph rudy", "russell russ", "leonard lenny", "john johnny", "jonathan jon",
    "mount mt", "saint st", "fort ft", "democrat democratic dem dems", "republican gop", "conservative tory tories", "labour labor", "ukraine ukrainian kyiv kiev", "covid coronavirus sars", "nazi nazis nsdap",
    "mohammed muhammad mohamed mohammad muhammed mohamad", "yusuf yousef youssef yousuf", "hussein husayn",
    "gaddafi qaddafi gadhafi kadhafi khadafi", "hezbollah hizbollah hizbullah", "qaeda qaida", "yeltsin jelzin",
    "tchaikovsky chaikovsky", "mykolaiv nikolaev", "lukashenko lukashenka", "mumbai bombay", "chennai madras", "kolkata calcutta", "bengaluru bangalore", "yangon rangoon", "lviv lvov", "kharkiv kharkov",
    "gdansk danzig", "england english", "gaza gazan gazans", "kashmir kashmiri kashmiris", "tibet tibetan tibetans", "catalonia catalan catalans", "chechnya chechen chechens", "crimea crimean crimeans", "darfur darfuri darfuris", "derry londonderry", "falklands malvinas", "isis isil daesh", "twitter x",
)  # fmt: skip
_NO_ALIAS = words_of("england english englishman dane pole finn")
"""Parts of a country, and words that are also surnames."""
ALIASES = {stem(word): stem(group.split()[0]) for group in _ALIASES for word in group.split()}
for _country in GROUPS:
    _stems = [stem(word) for word in _country if word not in _NO_ALIAS]
    _known = next((ALIASES[one] for one in _stems if one in ALIASES), _stems[0])
    for _stem in _stems:
        ALIASES.setdefault(_stem, _known)
for _seat, _land in GOVERNMENT_SEATS.items():
    if stem(_land) in ALIASES:
        ALIASES.setdefault(stem(_seat), ALIASES[stem(_land)])
"""Stem of a name -> the one it is compared by: a country, its people, and the capital that stands for it."""


_NAMES_NOBODY = STOP_WORDS.union(
    NOT_NAMES,
    COMMON_NOUN_ABBREVIATIONS,
    MONTHS,
    WEEKDAYS,
    NUMBER_WORDS,
    CURRENCY_CODES,
    MAGNITUDES.keys() - SLANG,
)


def name_terms(
    words: Sequence[str], written: Sequence[str], sentences: Sequence[int], openings: frozenset[int]
) -> dict[str, int]:
    """Return the stems of the name words of a text with their places; `words` is `written` in lower case.

    The first word of a sentence counts only if the next is capitalised, too. In a headline, or a sentence in capitals, capitals mean
    nothing.
    """
    found: dict[str, int] = {}
    shouted = title_case_sentences(written, sentences)
    for at, (word, token) in enumerate(zip(words, written, strict=True)):
        if word == "usa":  # in a headline, too
            found["usa"] = at
            continue
        if not token[0].isupper() or word in _NAMES_NOBODY or len(word) < 2 or sentences[at] in shouted:
            continue
        if is_negator(word):
            continue
        following = written[at + 1] if at + 1 < len(written) else ""
        is_name_next = following[:1].isupper() and following.casefold() not in STOP_WORDS
        alone = not (is_name_next or token[1:2].isupper())
        if at in openings and (alone or word in _BEFORE_NAMES):
            continue
        found.setdefault(stem(word), at)
    return found


_BEFORE_NAMES = words_of(
    "under amid despite unlike throughout across among within without until since during though although while unless"
)
"""Words that may open a sentence before a name, capitalised only for that: "*Under* Macron"."""

# German words that English lacks, and those that it also has, if only in names ("Ursula von der Leyen", "Die Zeit").
_GERMAN = words_of(
    """
    und nicht ist sind sei seien im um auf mit für wird wurde wurden werden haben habe hätte ein eine einen einem einer
    eines dem sich auch nach bei aus über seit vom beim zum zur mehr als kein keine keinen dass noch nur oder aber wie
    zwischen gegen durch ohne ihre ihren seine seinen sie wir es laut weil wenn vor sowie bis waren hatte hatten
    """
)
_ALSO_GERMAN = words_of("der die das den des von zu am an in hat war so also was will her man")


def is_german(words: Sequence[str]) -> bool:
    """Whether the function words of a text are German, a language that capitalises all nouns.

    A name or a title in an English sentence has fewer of them.
    """
    if _GERMAN.isdisjoint(words):
        return False
    own = sum(word in _GERMAN for word in words)
    shared = sum(word in _ALSO_GERMAN for word in words)
    english = sum(word in STOP_WORDS and word not in _ALSO_GERMAN for word in words)
    return own + shared > 1 and own > english


def title_case_sentences(written: Sequence[str], sentences: Sequence[int]) -> set[int]:
    """Return the sentences of more than four words in which most longer words are capitalised."""
    capitals: dict[int, list[bool]] = {}
    for token, sentence in zip(written, sentences, strict=True):
        if len(token) > 3 and token[0].isalpha():
            capitals.setdefault(sentence, []).append(token[0].isupper())
    return {s for s, flags in capitals.items() if len(flags) > 4 and sum(flags) > 0.8 * len(flags)}


SENTENCE_OPENERS = words_of(
    APPROXIMATE | AT_LEAST | AT_MOST,
    "every all many much more less fewer several half everyone everybody someone somebody anyone anybody "
    "nobody everything something anything nothing no not any few instead still even also however meanwhile "
    "moreover besides therefore thus hence then according throughout across among amid yes but and or if "
    "when where as at by for from in of on to with inside outside between such earlier later last next first "
    "now here there because unlike like thanks given based using once twice none before after during since "
    "until while although though despite without within only never always today yesterday tomorrow police "
    "people one two three another other former",
)
"""Words that are capitalised only as the first of a sentence: none begins a name."""


def opening_name(words: Sequence[str], written: Sequence[str], names: dict[str, int]) -> str | None:
    """Return the stem of the first word if it may be a name, though the sentence's beginning may explain its capital.

    Plurals, adverbs and -ing forms are not taken for names: "Doctors" may be reworded "Physicians". Nor are everyday words with
    known synonyms or derived from other words: "Drink", "Corruption".
    """
    if not words or len(words[0]) == 1 or not written[0][0].isupper() or words[0].endswith(_NOT_NAME_ENDINGS):
        return None
    if words[0] in STOP_WORDS or words[0] in NOT_NAMES:
        return None
    if words[0] in SENTENCE_OPENERS or words[0] in NUMBER_WORDS:
        return None
    found = stem(words[0])
    everyday = senses(found) and words[0] not in _ALSO_NAMES
    return None if found in names or everyday else found


_ALSO_NAMES = words_of(
    "shell target gap post visa price case grant mark bill may march august major hunt gates cook baker law "
    "bush sun sky club labour liberal conservative free lord rich long"
)
"""Everyday words that are also names."""


_NOT_NAME_ENDINGS = ("s", "ly", "ing", "ed", "tion", "sion", "ment", "ness", "ism", "ship")
"""Endings that names hardly ever have."""


_NO_INITIALS = (STOP_WORDS | NOT_NAMES) - {"pm", "ceo"}
"""Abbreviations that stand for no name: "to" is not the Treaty Organization, nor "Mr" Michael Ross."""
_LINKING = ("of", "and", "for", "the", "with", "on", "in", "to")


def initials(written: Sequence[str]) -> frozenset[str]:
    """Return the initials of runs of capitalised words: "World Health Organization" gives "who", "Bank of England" also "boe"."""
    found: set[str] = set()
    run: list[str] = []
    for token in [*written, ""]:
        if token[:1].isupper() or (run and token in _LINKING):
            run.append(token[0])
        elif run:
            for letters in {"".join(filter(str.isupper, run)), "".join(run).rstrip("oaftwi")}:
                short = letters.lower()
                size = len(short)
                found.update(short[i:j] for i in range(size) for j in range(i + 2, min(size, i + 6) + 1))
            run = []
    return frozenset(ACRONYMS.get(word.upper(), word) for word in found) - _NO_INITIALS
