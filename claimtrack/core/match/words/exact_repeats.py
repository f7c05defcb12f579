"""What counts as an exact repeat: texts that are one but for case, punctuation and spelling; and the capitals that tell, "ICE" and "ice"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.spellings import has_meaningful_punctuation, unify_spelling
from claimtrack.core.match.words.typography import (
    TELLING_EMOJI,
    have_different_vowels,
    strip_decoration,
    unify,
)

_GROUPED = expression(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?![\d,])")
# ".5" is a half, whatever stands before it; "said.5" is a glued full stop.
_BARE_DECIMAL = expression(r"(?<![^\W_])(?<![.,])\.(?=\d)")
_ASKED = expression(r"\?[\s!?\"')\]]*$")
_DOTTED = expression(r"\b(?:[^\W\d_]\.){2,}")
# Punctuation goes, except where it carries meaning: 1.5, -5, 5-10, 1/2, it's, $, -$5, %, +, #1, C++.
# What is looked at begins with the signs themselves, and tells what stands before one behind it: the search then skips letters.
_ALWAYS = r"""!?;"()\[\]{}*_|\\¡¿。、，！？；：「」『』（）《》،؛؟"""
_PUNCTUATION = expression(
    rf"""
    [.,:\-'/{_ALWAYS}] (?:
    (?<=[{_ALWAYS}])
    | (?<=[.,:]) (?: (?<!\d.)(?=\d) | (?<=\d.)(?!\d) | (?<!\d.)(?<!\bno.)(?!\d) | (?<=\bno[.:])(?!\d) )
    | (?<=-) (?: (?<=[^\W_].)(?=[$£€¥₹₽]) | (?<=[^\W\d_].)(?=\d) | (?!\d|[$£€¥₹₽]\d) )
    | (?<=') (?: (?<![^\W_].) | (?![^\W_]) )
    | (?<=/) (?: (?<!\d.) | (?!\d) )
    )
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=4096)
def fold_text(text: str) -> str:
    """The text as compared for an exact repeat: without case, punctuation, spacing, typography.

    Accents stay, and so does punctuation that a number, a word or the sense needs: "1.5" is not "15",
    "-5" not "5", "we're" not "were", "No, taxes" not "No taxes", a question not its statement. Text of
    punctuation alone is returned as it stands, without its spaces.
    """
    plain = _pass(text)
    if plain.isascii() and plain.replace(" ", "").isalnum():  # as most are: nothing is left to change
        return plain
    while (again := _pass(plain)) != plain:  # what a sign leaves behind may be a sign at the edge of a word
        plain = again
    return plain


def _pass(text: str) -> str:
    plain = unify(text).casefold().replace("i\u0307", "i")  # the casefold of a Turkish capital
    if "." in plain:
        plain = _BARE_DECIMAL.sub("0.", plain)
    if "," in plain:
        plain = _GROUPED.sub(lambda m: m[0].replace(",", ""), plain)
    if "." in plain:
        plain = _DOTTED.sub(lambda m: m[0].replace(".", ""), plain)
    bare = " ".join(_PUNCTUATION.sub(" ", plain).split())
    if bare and _ASKED.search(plain):
        return f"{bare}?"
    return bare or "".join(plain.split())


@lru_cache(maxsize=4096)
def canonical_spelling(text: str) -> str:
    """The normalised text in one spelling and without decoration: what exact repeats have in common.

    The index keeps `normalise` of short texts, which therefore stays as it is.
    """
    return unify_spelling(fold_text(strip_decoration(text)))


def have_same_spelling(a: str, b: str) -> bool:
    """Whether two texts are one in the spelling of `spelt`. Most pairs are told apart by their first letter, which it keeps."""
    one, other = _first_letter(a), _first_letter(b)
    return (not one or not other or one == other) and canonical_spelling(a) == canonical_spelling(b)


_FIRST = expression(r"[^\W_]")


@lru_cache(maxsize=4096)
def _first_letter(text: str) -> str:
    """The plain letter that a text begins with; nothing where it begins with another, or with a digit, which words may be spelt as."""
    first = text[:1]  # of most texts
    if not first.isascii() or not first.isalpha():
        found = _FIRST.search(text if text.isascii() else unify(text))
        first = found[0] if found else ""
    first = first.casefold()[:1]
    return first if first.isascii() and first.isalpha() else ""


def is_exact_repeat(a: str, b: str) -> bool:
    """Whether two texts are one but for their spelling: the only pair that may be merged by a machine.

    "Didn't" is "did not", "4%" is "4 per cent", "two" is "2", "NEVER" is "never". But their capitals and signs may not tell them
    apart: "US" and "us", "5 MW" and "5 mW", 20' and 20", "A*" and "A", "The minister, said the mayor, lied" and "The minister
    said the mayor lied", "sold for 5 million, less than it cost" and "for 5 million less than it cost".
    """
    if a == b:
        return True
    return (
        have_same_spelling(a, b)
        and _told_alike(a, b)
        and not have_different_vowels(a, b)
        and (
            fold_text(a) == fold_text(b)
            or not (has_meaningful_punctuation(unify(a)) or has_meaningful_punctuation(unify(b)))
        )
    )


def sign_differences(a: str, b: str) -> str | None:
    """What is told of two texts of the same words that are no exact repeat for their capitals, signs or commas alone."""
    apart = have_same_spelling(a, b) and not _told_alike(a, b)
    return "differs: capitals, signs or commas that change the meaning" if apart else None


_SMALL = expression(r"[a-z]")
_UNIT = expression(r"(?<=\d)\s?([kKmMgGtTµμ]?(?:[wW]h?|[bB]|[vV]|[lLgG]|[hH]z|[pP]a))(?![^\W_])")
_SIGN = expression(r"(?<![\w\"'.])\d+(?:\.\d+)?(['\"])(?!\w)|(?<=[A-Za-z])(\*)|(?<=\d)(\*)(?![\w*])")
_BARE_COMMA = expression(r"(?<=\s),(?=\d)")
"""The decimal comma of a number that begins with it."""
_INNER_CAPITAL = expression(r"(?<=[\w,;] )[A-Z][a-z]+")
_TWO_THINGS = frozenset(
    "Turkey Polish March May China August Job Jobs Mobile Nice Reading Bath Lent Swift Apple Amazon Orange Shell Target Gap Visa Meta"
    " Labour Liberal Green Greens Reform Democratic Republican Catholic State Bill".split()
)
"""Names that are things without their capital."""
_PARENTHETIC = expression(r", ?(?:said|says)\b[^,]*,")
_LESS_THAN_IT = expression(
    r"(?:(?<![\w.,])(?!(?:19|20)\d\d,)[$£€]?\d[\d.,]*(?:bn|m|k| ?%)?|\b(?:hundred|thousand|million|billion))(?: [a-z]+){0,2},"
    r" (?:much |far )?(?:less|more|fewer|lower|higher|earlier|later|longer|shorter) than"
    r" (?![\d$£€]|(?:half|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""A comma that makes "90 million, less than it was worth" of "90 million less than it was worth"; not behind a year."""
_RELATIVE = expression(r"(?:\b[a-z][\w'-]*|^\W*[A-Z][a-z]+s), ?(?:who|whom|whose|which)\b")
"""A comma that makes all of some: "nurses, who are paid less, leave", "nurses who are paid less leave"; none behind a name."""
_SO_MANY = expression(r"\b\d+ (?:year|month|week|day)-old\b")
"""So many of that age, where "10-year-old horses" are of another."""
_SO_CALLED = expression(r"\b(?:is|are|was|were) [\"“][a-z]+[\"”]")
"""What is only called so: "the repair is 'free'"."""
_TELLING = (_PARENTHETIC, _LESS_THAN_IT, _RELATIVE, _SO_MANY, _SO_CALLED)
"""Signs and commas that make another sentence of one."""


_TELLS = expression(rf"[{TELLING_EMOJI}]")


def _told_alike(a: str, b: str) -> bool:
    """Whether two texts that normalise to one also have the capitals and signs in common that carry meaning."""
    tell, others_tell = (dict.fromkeys(_TELLS.findall(text)) for text in (a, b))
    common = [sign for sign in tell if sign in others_tell]
    if tell and others_tell and (not common or common != [sign for sign in others_tell if sign in tell]):
        return False
    # "u.s." with its dots is no "us".
    a, b = (
        _DOTTED.sub(lambda m: m[0].replace(".", "").upper(), " ".join(unify(strip_decoration(text)).split()))
        for text in (a, b)
    )
    if any(len(telling.findall(a)) != len(telling.findall(b)) for telling in _TELLING):
        return False
    marks = [_SIGN, _BARE_COMMA]
    if _SMALL.search(a) and _SMALL.search(b):  # capitals tell nothing in a text that has nothing else
        if _names_a_thing(a, b) or sorted(acronyms(a)) != sorted(acronyms(b)):
            return False
        marks.append(_UNIT)
    return all(sorted(mark.findall(a)) == sorted(mark.findall(b)) for mark in marks)


def _names_a_thing(a: str, b: str) -> bool:
    """Whether all words that have a capital within one text alone are such as mean a thing without it; not so in a headline."""
    apart = set(_INNER_CAPITAL.findall(a)) ^ set(_INNER_CAPITAL.findall(b))
    return bool(apart) and apart <= _TWO_THINGS


_CAPITALS = expression(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")
_ANOTHER_WORD = frozenset(
    """
    ACT AD AID AIDS AL AM ARM ART BAT BID CAP CAR CARE CAT CHIP CHIPS CO COBRA COD COP COPS CORE DARE DEAL DELTA DIP DOE DOGE DOT DREAM ED EMU ERA
    EX FACE FAIR FAST FED FIN FIT GAP GAS GEM GOAL GREEN HALO HEAT HELP HERO HEROES HOPE HUD ICE ICON ID IDEA IRIS IT JET LA LAB LEAD LEAP LED LINK
    MA MAC MAD MAN MAP MARCH MARS MATE ME MET MICE MINT MOB MOD MOM MOT MS NAP NICE NUT OPAL PA PAC PACE PACT PAN PEN PET PIN PIP PISA PIT PM POD
    PORT POST PRISM RAC RAM RAP RAT RE REM RICE RICO RIP RISE SAD SAFE SAGE SAIL SALT SAP SAT SATS SAVE SEA SEAL SEALS SEN SHAPE SIM SMART SNAP
    SPA SPOT STAR START STEM STEP STORM SUN SWAN SWAT SWIFT TAN TAP TAR TEACH TEAM TECH TED TIP TRAP TRIPS UPS US VAT VISA WASP WHO WISE ZIP
    """.split()
)


def acronyms(text: str) -> list[str]:
    """The words in capitals that mean another thing than in small letters."""
    return [word for word in _CAPITALS.findall(text) if word in _ANOTHER_WORD]
