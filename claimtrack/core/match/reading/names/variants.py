"""Whether two words are one name: an alias, another form, another spelling, a misprint."""

from __future__ import annotations

import sys
from collections.abc import Collection
from functools import lru_cache

from claimtrack.core.expressions import expression
from claimtrack.core.language.countries import are_different_capitals
from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.words.misprints import is_misprint
from claimtrack.core.match.words.terms import stem
from claimtrack.core.texts.folding import folded

LOOKALIKE_NAMES = frozenset(
    frozenset(stem(w) for w in pair.split())
    for pair in (
        "austria australia", "iran iraq", "britons bretons", "briton breton", "georgian gregorian", "niger nigeria", "slovakia slovenia", "mali malawi", "gambia zambia",
        "guinea guyana", "roma romania", "austrian australian", "iranian iraqi", "slovak slovene", "korea kenya", "india indiana",
        "john joan", "jean john", "erik erica", "maria mario", "francis frances", "harris harries", "march mars",
        "paul paula", "george georgia", "michel michelle", "daniel danielle", "alexander alexandra", "robert roberta",
        "carter cartel", "biden bidet", "google goggle", "sweden swede", "dallas dulles", "essex sussex", "smith smyth", "johnson johnston", "anderson andersen", "hansen hanson", "peterson petersen",
        "olsen olson", "nielsen nelson", "larsen larson", "stewart stuart", "meyer mayer", "allen allan", "lauren laurence",
        "thompson thomson", "morris norris", "collins rollins", "walker waller", "parker barker", "miller milner",
        "marie maria", "anna anne", "julia julie", "andrea andrew", "stephen stephan", "chile china",
        "tanzania tasmania", "medicare medicaid", "telegram telegraph", "hanover andover", "bradford bedford", "stafford stratford",
        "hereford hertford", "bolton boston", "burnley barnsley", "warwick berwick", "peterson patterson", "davis davies", "preston weston",
        "algeria nigeria", "italian taliban", "latvia lithuania", "slovenia slavonia", "gaza giza", "crimea grimea", "catalonia caledonia", "novartis novavax", "rhine rhone", "dublin lublin", "parma palma", "padua papua", "minsk pinsk", "turin turing", "dominica dominican", "mauritius mauritania", "tuesday thursday",
    )
)  # fmt: skip
"""Names that look like a misprint of each other and are not."""


_DIRECTION = expression("north|south|east|west|upper|lower")
_ROMAN = frozenset("ivxlc")


@lru_cache(maxsize=50_000)
def same_name(a: str, b: str) -> bool:
    """Whether two lower-case words are one name: aliases, the form for a people or a possessive, or a misprint."""
    a, b = a.removesuffix("'s"), b.removesuffix("'s")
    if a == b.removesuffix("s") or b == a.removesuffix("s"):
        return True
    if _canonical_stem(a) == _canonical_stem(b):
        return not are_different_capitals(a, b)
    shorter, gap = min(len(a), len(b)), abs(len(a) - len(b))
    if shorter < 4 or gap > 4 or [*filter(str.isdecimal, a)] != [*filter(str.isdecimal, b)]:
        return False  # COP28 and COP29 are two
    if _ROMAN.issuperset(a) and _ROMAN.issuperset(b):
        return False  # "Olympiad XXXII", "XXXIII"
    if gap < 2 and _phonetic_spelling(a) == _phonetic_spelling(b):
        return not _are_lookalikes(a, b)
    if not _are_forms(a, b) and not is_misprint(a, b) and not _is_misprint_of_name(a, b, shorter, gap):
        return False
    return not _are_lookalikes(a, b) and not ALIASES.keys() >= {stem(a), stem(b)}


def _are_lookalikes(a: str, b: str) -> bool:
    """Whether two names only look like a misprint of each other, in whatever form: Niger, Nigerian; Westport, Eastport."""
    one, other = (_DIRECTION.match(name) for name in (a, b))
    if one and other and one[0] != other[0] and a[one.end() :] == b[other.end() :]:
        return True
    stems = (stem(a), stem(b))
    names = (ALIASES.get(name, name) for name in stems)
    return not LOOKALIKE_NAMES.isdisjoint((frozenset(stems), frozenset(names)))


def is_among(name: str, words: Collection[str]) -> bool:
    """Whether any of some lower-case words is the same name: `same_name`, asked only of those that can be.

    The others share neither the beginning, in any spelling, nor the end of the name, and are too short for two misprints.
    """
    bare = name.removesuffix("'s")
    first, end, known = folded(bare[:1]), bare[-2:], _canonical_stem(bare)
    begins = _EQUAL_INITIALS.get(first, first)
    min_length = _MIN_LETTERS_FOR_TWO if len(bare) >= _MIN_LETTERS_FOR_TWO else sys.maxsize
    near = [w for w in words if w[:1] in begins or w[-2:] == end or len(w) >= min_length or w.endswith("'s")]
    if any(same_name(name, word) for word in near):
        return True
    return known in map(_canonical_stem, words) and any(same_name(name, word) for word in words)


def are_variants(a: str, b: str) -> bool:
    """Whether two lower-case words are one name for a reason other than a differing letter: a form, an alias, a spelling."""
    short, long = sorted((a, b), key=len)
    form = _are_forms(a, b) if len(long) > len(short) + 1 else long.removeprefix(short) in _DERIVED_ENDINGS
    known = stem(a) in ALIASES and _canonical_stem(a) == _canonical_stem(b)
    return known or form or _phonetic_spelling(a) == _phonetic_spelling(b)


def are_transliterations(a: str, b: str) -> bool:
    """Whether two lower-case names are identical or transliterations of one name: Zelensky, Zelenskyy."""
    return a == b or (_phonetic_spelling(a) == _phonetic_spelling(b) and not _are_lookalikes(a, b))


_DERIVED_ENDINGS = ("s", "n", "i", "a")
"""Endings that make another form of a name: Russian, Iraqi, Antarctica."""


_MIN_LETTERS_FOR_ONE, _MIN_LETTERS_FOR_TWO = 5, 8
"""Minimum number of letters of a name that may have a misprint, and of one that may have two."""
_EQUAL_INITIALS = {letter: pair for pair in ("ck", "iy", "fp", "ou") for letter in pair}
"""First letters that one name may have in different spellings, see `_phonetic_spelling`."""
_LETTERS = str.maketrans("cy", "ki")
_UMLAUT = expression(r"(?<![aeiou])([aou])e(?=[^\W_aeiou])")
_AT_THE_END = expression(r"(?<=[oe])ff$|(?<=i)[ij]+$|(?<=d)er$")
_ENDS = {"f": "v", "e": "r"}


@lru_cache(maxsize=50_000)
def _phonetic_spelling(name: str) -> str:
    """Return a simplified spelling of a name, the same for its variants: Erik for Eric, Sofia for Sophia, Muller for Mueller, Volkov for Volkoff."""
    spelling = folded(name).replace("ph", "f").replace("ou", "u").replace("oo", "u").replace("x", "ks")
    spelling = _AT_THE_END.sub(lambda m: _ENDS.get(m[0][0], ""), spelling.translate(_LETTERS))
    return _UMLAUT.sub(r"\1", spelling)


_MIN_TRUNCATED_LETTERS = 3
"""Minimum number of letters of a truncated name."""
_MAX_TRUNCATED_LETTERS = 5
"""Maximum number of letters of a truncated name: Met for Metropolitan, Tube."""


def is_truncation(a: str, b: str) -> bool:
    """Whether one name is just the first syllables of the other, and this is not derived from it: not Robertson, Donaldson."""
    short, long = sorted((a.removesuffix("'s"), b.removesuffix("'s")), key=len)
    return (
        _MIN_TRUNCATED_LETTERS <= len(short) <= _MAX_TRUNCATED_LETTERS
        and len(long) > len(short) + 4
        and long.startswith(short)
        and not long.endswith(("son", "sen", "man", "land"))
    )


@lru_cache(maxsize=50_000)
def _canonical_stem(word: str) -> str:
    """Return the stem by which a name is compared."""
    return ALIASES.get(stem(word), stem(word))


def _are_forms(a: str, b: str) -> bool:
    """Whether two names begin alike and one stem continues the other: Iraq, Iraqi."""
    return a[:4] == b[:4] and (stem(a).startswith(stem(b)) or stem(b).startswith(stem(a)))


def _is_distinct(a: str, b: str) -> bool:
    """Whether either word is a known name of its own, or their first letters differ: Iran, Imran."""
    return a[0] != b[0] or stem(a) in ALIASES or stem(b) in ALIASES


def _is_misprint_of_name(a: str, b: str, shorter: int, gap: int) -> bool:
    """Whether two names are few enough letters apart for their length."""
    allowed = 1 if shorter < _MIN_LETTERS_FOR_TWO else 2
    if (
        shorter + gap < _MIN_LETTERS_FOR_ONE
        or gap > allowed
        or (shorter < _MIN_LETTERS_FOR_ONE and _is_distinct(a, b))
    ):
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=allowed) <= allowed
