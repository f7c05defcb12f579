"""What counts as an exact repeat: texts that differ only in case, punctuation and spelling; and capitals that make a difference, "ICE" and "ice"."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.spellings import has_meaningful_punctuation, unify_spelling
from claimtrack.core.match.words.typography import (
    MEANINGFUL_EMOJI,
    have_different_vowels,
    strip_decoration,
    unify,
)

_GROUPED = expression(r"(?<![\d.,])(\d{1,3}(?:,\d{3})+)(?![\d,])")
# ".5" is a half, whatever precedes it; "said.5" is a glued full stop.
_BARE_DECIMAL = expression(r"(?<![^\W_])(?<![.,])\.(?=\d)")
_ASKED = expression(r"\?[\s!?\"')\]]*$")
_DOTTED = expression(r"\b(?:[^\W\d_]\.){2,}")
# Punctuation goes, except where it carries meaning: 1.5, -5, 5-10, 1/2, it's, $, -$5, %, +, #1, C++.
# The pattern starts with the signs and uses lookbehind for what precedes them: so the search skips letters.
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
    """Return a text as compared for an exact repeat: without case, punctuation, spacing, typography.

    Accents stay, and so does punctuation that a number, a word or the sense needs: "1.5" is not "15",
    "-5" not "5", "we're" not "were", "No, taxes" not "No taxes", a question not its statement. Text of
    punctuation alone is returned as it is, without its spaces.
    """
    folded = _fold_once(text)
    if folded.isascii() and folded.replace(" ", "").isalnum():  # like most texts: nothing is left to change
        return folded
    # Removing a sign may leave another at the edge of a word.
    while (refolded := _fold_once(folded)) != folded:
        folded = refolded
    return folded


def _fold_once(text: str) -> str:
    """Return a text folded once; what is left may still have signs at the edges of words."""
    folded = unify(text).casefold().replace("i\u0307", "i")  # the casefold of a Turkish capital
    if "." in folded:
        folded = _BARE_DECIMAL.sub("0.", folded)
    if "," in folded:
        folded = _GROUPED.sub(lambda m: m[0].replace(",", ""), folded)
    if "." in folded:
        folded = _DOTTED.sub(lambda m: m[0].replace(".", ""), folded)
    bare = " ".join(_PUNCTUATION.sub(" ", folded).split())
    if bare and _ASKED.search(folded):
        return f"{bare}?"
    return bare or "".join(folded.split())


@lru_cache(maxsize=4096)
def canonical_spelling(text: str) -> str:
    """Return the folded text in one spelling and without decoration: what exact repeats have in common.

    The index stores `fold_text` of short texts, which must therefore not change.
    """
    return unify_spelling(fold_text(strip_decoration(text)))


def have_same_spelling(a: str, b: str) -> bool:
    """Whether two texts have the same `canonical_spelling`. Most pairs are told apart by their first letter, which it keeps."""
    one, other = _first_letter(a), _first_letter(b)
    return (not one or not other or one == other) and canonical_spelling(a) == canonical_spelling(b)


_FIRST = expression(r"[^\W_]")


@lru_cache(maxsize=4096)
def _first_letter(text: str) -> str:
    """Return the ASCII letter that a text begins with; "" for another letter, or a digit, which may also be spelt as a word."""
    first = text[:1]  # enough for most texts
    if not first.isascii() or not first.isalpha():
        found = _FIRST.search(text if text.isascii() else unify(text))
        first = found[0] if found else ""
    first = first.casefold()[:1]
    return first if first.isascii() and first.isalpha() else ""


def is_exact_repeat(a: str, b: str) -> bool:
    """Whether two texts differ only in spelling: the only pairs that may be merged without a person.

    "Didn't" is "did not", "4%" is "4 per cent", "two" is "2", "NEVER" is "never". But their capitals and signs may not tell them
    apart: "US" and "us", "5 MW" and "5 mW", 20' and 20", "A*" and "A", "The minister, said the mayor, lied" and "The minister
    said the mayor lied", "sold for 5 million, less than it cost" and "for 5 million less than it cost".
    """
    if a == b:
        return True
    return (
        have_same_spelling(a, b)
        and _share_meaningful_signs(a, b)
        and not have_different_vowels(a, b)
        and (
            fold_text(a) == fold_text(b)
            or not (has_meaningful_punctuation(unify(a)) or has_meaningful_punctuation(unify(b)))
        )
    )


def sign_differences(a: str, b: str) -> str | None:
    """Describe two texts of the same words that are no exact repeat only because of their capitals, signs or commas."""
    apart = have_same_spelling(a, b) and not _share_meaningful_signs(a, b)
    return "differs: capitals, signs or commas that change the meaning" if apart else None


_SMALL = expression(r"[a-z]")
_UNIT = expression(r"(?<=\d)\s?([kKmMgGtTµμ]?(?:[wW]h?|[bB]|[vV]|[lLgG]|[hH]z|[pP]a))(?![^\W_])")
_SIGN = expression(r"(?<![\w\"'.])\d+(?:\.\d+)?(['\"])(?!\w)|(?<=[A-Za-z])(\*)|(?<=\d)(\*)(?![\w*])")
_BARE_COMMA = expression(r"(?<=\s),(?=\d)")
"""The decimal comma of a number without digits before it."""
_INNER_CAPITAL = expression(r"(?<=[\w,;%] )[A-Z][a-z]+")
_NAMES_AND_WORDS = frozenset(
    "Turkey Polish March May China August Job Jobs Mobile Nice Reading Bath Lent Swift Apple Amazon Orange "
    "Shell Target Gap Visa Meta Labour Liberal Green Greens Reform Democratic Republican Catholic State Bill".split()
)
"""Names that are ordinary words without their capital."""
_PARENTHETIC = expression(r", ?(?:said|says)\b[^,]*,")
_APPOSED_COMPARISON = expression(
    r"(?:(?<![\w.,])(?!(?:19|20)\d\d,)[$£€]?\d[\d.,]*(?:bn|m|k| ?%)?|\b(?:hundred|thousand|million|billion))(?: [a-z]+){0,2},"
    r" (?:much |far )?(?:less|more|fewer|lower|higher|earlier|later|longer|shorter) than"
    r" (?![\d$£€]|(?:half|an?|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
"""A comma that makes "90 million, less than it was worth" of "90 million less than it was worth"; not after a year."""
_NON_RESTRICTIVE = expression(r"(?:\b[a-z][\w'-]*|%|^\W*[A-Z][a-z]+s), ?(?:who|whom|whose|which)\b")
"""A comma that makes a relative clause apply to all: "nurses, who are paid less, leave", "nurses who are paid less leave"; not after a name."""
_COUNTED_AGE = expression(r"\b\d+ (?:year|month|week|day)-old\b")
"""A count of people of that age, where "10-year-old horses" are of another."""
_SCARE_QUOTES = expression(r"\b(?:is|are|was|were) [\"“][a-z]+[\"”]")
"""What is only called so: "the repair is 'free'"."""
_MEANINGFUL_SIGNS = (_PARENTHETIC, _APPOSED_COMPARISON, _NON_RESTRICTIVE, _COUNTED_AGE, _SCARE_QUOTES)
"""Signs and commas that change the meaning of a sentence."""


_MEANINGFUL_EMOJI = expression(rf"[{MEANINGFUL_EMOJI}]")


def _share_meaningful_signs(a: str, b: str) -> bool:
    """Whether two texts that fold to one also share the capitals and signs that carry meaning."""
    emoji, other_emoji = (dict.fromkeys(_MEANINGFUL_EMOJI.findall(text)) for text in (a, b))
    common = [sign for sign in emoji if sign in other_emoji]
    if emoji and other_emoji and (not common or common != [sign for sign in other_emoji if sign in emoji]):
        return False
    # "u.s." with its dots is no "us".
    a, b = (
        _DOTTED.sub(lambda m: m[0].replace(".", "").upper(), " ".join(unify(strip_decoration(text)).split()))
        for text in (a, b)
    )
    # Capitals mean nothing in a text that is all capitals.
    have_case = bool(_SMALL.search(a) and _SMALL.search(b))
    one, other = (a, b) if have_case else (a.lower(), b.lower())
    if any(len(pattern.findall(one)) != len(pattern.findall(other)) for pattern in _MEANINGFUL_SIGNS):
        return False
    marks = [_SIGN, _BARE_COMMA]
    if have_case:
        if _differ_in_names(a, b) or sorted(acronyms(a)) != sorted(acronyms(b)):
            return False
        marks.append(_UNIT)
    return all(sorted(mark.findall(a)) == sorted(mark.findall(b)) for mark in marks)


def _differ_in_names(a: str, b: str) -> bool:
    """Whether the words that only one text capitalises all have another meaning without the capital; not so in a headline."""
    apart = set(_INNER_CAPITAL.findall(a)) ^ set(_INNER_CAPITAL.findall(b))
    return bool(apart) and apart <= _NAMES_AND_WORDS


_CAPITALS = expression(r"(?<![^\W_])[A-Z]{2,}(?![^\W_])")
_ACRONYMS_AND_WORDS = frozenset(
    """
    ACT AD AID AIDS AL AM ARM ART BAT BID CAP CAR CARE CAT CHIP CHIPS CO COBRA COD COP COPS CORE DARE DEAL DELTA DIP DOE DOGE DOT DREAM ED EMU ERA
    EX FACE FAIR FAST FED FIN FIT GAP GAS GEM GOAL GREEN HALO HEAT HELP HERO HEROES HOPE HUD ICE ICON ID IDEA IRIS IT JET LA LAB LEAD LEAP LED LINK
    MA MAC MAD MAN MAP MARCH MARS MATE ME MET MICE MINT MOB MOD MOM MOT MS NAP NICE NUT OPAL PA PAC PACE PACT PAN PEN PET PIN PIP PISA PIT PM POD
    PORT POST PRISM RAC RAM RAP RAT RE REM RICE RICO RIP RISE SAD SAFE SAGE SAIL SALT SAP SAT SATS SAVE SEA SEAL SEALS SEN SHAPE SIM SMART SNAP
    SPA SPOT STAR START STEM STEP STORM SUN SWAN SWAT SWIFT TAN TAP TAR TEACH TEAM TECH TED TIP TRAP TRIPS UPS US VAT VISA WASP WHO WISE ZIP
    """.split()
)


def acronyms(text: str) -> list[str]:
    """Return the words in capitals that mean something else in lower case."""
    return [word for word in _CAPITALS.findall(text) if word in _ACRONYMS_AND_WORDS]
