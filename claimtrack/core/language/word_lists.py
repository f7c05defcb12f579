"""The small closed word lists of English that the matcher relies on: stop words, irregular forms, number words, months.

Content words are never listed: which are rare is learnt from the desk's own claims.
"""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.core.language import calendar_words, irregular_verbs
from claimtrack.core.language.inflection import expand_forms
from claimtrack.core.language.titles import TITLES_IN_FULL


def words_of(part: str | Iterable[str], *others: str | Iterable[str]) -> frozenset[str]:
    """Return the words of all parts as one set; each is a set or a listing: "a an the", "union+s", "deny+s+ed+ing"."""
    words = frozenset(expand_forms(part) if isinstance(part, str) else part)
    return words.union(*map(words_of, others)) if others else words


def phrases_of(listing: str) -> list[list[str]]:
    """Return the phrases of a listing, separated by bars, each as a list of words."""
    return [phrase.split() for phrase in listing.split("|")]


def groups_by_word(listing: str) -> dict[str, str]:
    """Map each word of a listing to its group: "possible: may might | coming: will shall"."""
    entries = (entry.partition(":") for entry in listing.split("|"))
    return {word: of.strip() for of, _, words in entries for word in words.split()}


STOP_WORDS = words_of(
    """
    a an the this that these those there here it its it's he she they them him her his hers their theirs we us our ours
    you your yours i me my myself himself herself itself themselves who whom whose which what when where why how
    am is are was were be been being do does did doing done have has had having will would shall should can could may
    might must ought and or but if so as of at by for from in into on onto to with about
    then than too very just also both each such s t d ll m o re ve y
    isn aren wasn weren don doesn didn hasn haven hadn wouldn shouldn couldn mustn isn't aren't wasn't weren't
    don't doesn't didn't hasn't haven't hadn't won't wouldn't shouldn't couldn't can't cannot i'm you're he's she's
    we're they're i've you've we've they've i'll you'll he'll she'll they'll that's there's
    because upon via per etc
    """
)

IRREGULAR = irregular_verbs.VERB_OF | groups_by_word(
    """
    die: dead deaths death | man: men | woman: women | child: children | person: people persons | life: lives | wife: wives | foot: feet |
    tooth: teeth | mouse: mice | bad: worse worst | good: better best | knife: knives | wolf: wolves | thief: thieves | calf: calves |
    loaf: loaves | goose: geese | crisis: crises | analysis: analyses | hypothesis: hypotheses | thesis: theses | bacterium: bacteria
    """
)

NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
    "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

MAGNITUDES = {
    "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "k": 1e3, "lakh": 1e5, "लाख": 1e5, "करोड़": 1e7, "million": 1e6,
    "millions": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mil": 1e6, "crore": 1e7, "cr": 1e7, "billion": 1e9,
    "billions": 1e9, "bn": 1e9, "b": 1e9, "bln": 1e9, "trillion": 1e12, "trillions": 1e12, "tn": 1e12,
    "trn": 1e12, "bil": 1e9, "tril": 1e12, "dozen": 12, "dozens": 12, "grand": 1e3, "thou": 1e3, "mill": 1e6,
    **dict.fromkeys(
        "tausend duizend mille тысяча тысячи тысяч тысячу тыс тисяча тисячі тисяч tysiąc tysiące tysięcy "
        "tusen tusind".split(), 1e3),
    **dict.fromkeys(
        "millionen miljoen millones milhões milhão millón milioni milione miljoner millioner milionów "
        "miliony miliona milion млн миллион миллиона миллионов мільйон мільйона мільйони мільйонів milyon "
        "milhao millon juta مليون مليونا ملايين".split(),
        1e6,
    ),
    **dict.fromkeys(
        "milliarde milliarden mrd mld miljard milliard milliards miliardi miliardo miljarder milliarder "
        "miliardów miliardy miliarda miliard миллиард миллиарда миллиардов млрд мільярд мільярда мільярди "
        "мільярдів milyar miliar مليار مليارات".split(),
        1e9,
    ),
}  # fmt: skip
GLUED_ONLY = words_of("k m b cr")
"""Magnitudes that are read only where glued to a number or after a currency sign: "5k", "$3 m"."""

SLANG = words_of("grand thou mill")
"""Magnitudes that also have another meaning: "a hundred grand", but "two Grand Slams", "a paper mill"."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip

FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10,
}  # fmt: skip

MULTIPLIERS = {
    "twice": 2, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "twofold": 2, "triple": 3, "tripled": 3,
    "triples": 3, "tripling": 3, "trebled": 3, "threefold": 3, "thrice": 3, "quadruple": 4, "quadrupled": 4,
    "fourfold": 4, "fivefold": 5, "tenfold": 10,
}  # fmt: skip

PERCENT = words_of(
    "% percent percentage pct pc prozent procent procenta procentów prosent percento persen відсоток "
    "відсотка відсотки відсотків процент процента процентов проценти процентів प्रतिशत फीसदी फ़ीसदी بالمئة "
    "بالمائة パーセント 퍼센트"
)
# In other languages, too: numbers are compared in all.
PER_CENT = phrases_of("per cent | per cents | pour cent | por ciento | por cento | per cento")
CARDINALS = words_of("one two three four five six seven eight nine ten half")
MINUS = words_of("- minus negative")

ARTICLES = words_of("the a an")
POSSESSIVES = words_of("its his her their")
REFLEXIVES = words_of("himself herself itself themselves")
BEFORE_A_NOUN = ARTICLES | POSSESSIVES
PER_WORDS = words_of("per each every")
"""Before a unit or a noun these make a number a rate, and nothing else: "900 per day"."""
EACH = PER_WORDS | {"a", "an"}
"""Before a span of time or a thing these make a number a rate: "900 a day"."""
FINITE_BE = words_of("is are was were")
BE = FINITE_BE | words_of("be been being")
FINITE_HAVE = words_of("has have had")
HAVE = FINITE_HAVE | {"having"}
FINITE_AUXILIARIES = FINITE_BE | FINITE_HAVE
DO = words_of("do does did")
MODALS = words_of("will would shall should can could may might must")
FINITE_OR_MODAL = FINITE_AUXILIARIES | MODALS
FINITE_FORMS = FINITE_OR_MODAL | DO
"""Forms of auxiliaries with which a predicate may begin."""
AUXILIARIES = BE | FINITE_HAVE | DO | MODALS
PAST_AUXILIARIES = words_of("was were had did")
PRESENT_BE = words_of("is are am")
PAST_BE = words_of("was were")
FORMS_OF_TAKE = words_of("take takes took taken taking")
PASSIVE = BE | {"got"}
"""Directly before a participle these make it a passive."""

MONTHS = calendar_words.MONTHS
AMBIGUOUS_MONTHS = words_of("may march mar jan sep dec")  # also words or names

WEEKDAYS = {f"{day}{ending}": at for ending in ("", "s") for day, at in calendar_words.WEEKDAYS.items()}

APPROXIMATE = words_of(
    "about around roughly approximately approx nearly almost some circa estimated close near ~"
)
NEARLY = words_of("nearly almost")
ALL_BUT = NEARLY | {"virtually", "practically"}
NOBODY = words_of("no nobody none nothing nowhere")
"""Words that say of nobody or nothing what the rest of the sentence says."""
EVERYBODY = words_of("all both each every everybody everyone")
"""Words that say of all what the rest of the sentence says."""
UNIVERSAL_QUANTIFIERS = words_of("all every each no")
"""Determiners by which a statement holds of all or none of what follows."""
SUBJECT_PRONOUNS = words_of("i we you he she it they")
THIRD_PERSON = words_of("he she it they")
HUMAN_PRONOUNS = words_of("he she they")
FIRST_PERSON = words_of("i me my mine myself i'm i've i'd i'll")
RELATIVES = words_of("who whom that which")
RELATIVE_SUBJECTS = RELATIVES - {"whom"}
ANYBODY = words_of("any anyone anybody anything")
HARDLY = words_of("hardly barely scarcely")
AFTER_HARDLY = ANYBODY | {"ever"}
"""After "hardly" these come close to none: "hardly any", "hardly ever"."""
CONTRASTING = words_of("but while whereas though although")
SUBORDINATORS = words_of("after although because before if since though unless until when whereas while")
AND_OR = words_of("and or")
OTHERS = words_of("other others")
IRREGULAR_SUPERLATIVES = words_of("most least best worst")
"""Superlatives that their ending does not show."""
SEQUENCE_WORDS = words_of("then later finally respectively")
"""With these the order of a list matters."""
NEVER_NAMES = STOP_WORDS | MONTHS.keys() | WEEKDAYS.keys()
AT_LEAST = words_of("over exceeding exceeds exceeded above surpassing topped least minimum upwards")
AT_MOST = words_of("under below most maximum beneath")

COMPARATIVES = words_of(
    "more less fewer higher lower larger smaller greater bigger better worse longer shorter older younger "
    "cheaper dearer faster slower hotter colder warmer cooler wetter drier deadlier costlier stronger weaker"
)
"""Comparatives that say which of two things is more."""

_ABBREVIATED = """
govt government | Govt government | gov't government | Gov't government | dept department | Dept department | depts departments
Sens senators | Reps representatives | Jr junior | Sr senior | Ave avenue | Blvd boulevard | Hwy highway | Ltd limited
Inc incorporated | Corp corporation | Bros brothers | Assn association | Univ university | vs versus | v versus | approx approximately | bc because
Calif california | Fla florida | Conn connecticut | Penn pennsylvania | Okla oklahoma | Tenn tennessee | Minn minnesota | Mich michigan | Ariz arizona
"""
SHORT_FORMS = dict(
    pair.split() for line in _ABBREVIATED.strip().splitlines() for pair in line.split(" | ")
) | {short.title(): full for short, full in TITLES_IN_FULL.items() if short != "gen"}
"""Abbreviated word -> the word in full, in lower case. What may be another word in the same letters is left out."""
