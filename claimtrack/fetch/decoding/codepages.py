"""Guesses the code page of a text: the one in which its words look like words of a language.

A wrong code page shows in single words: "Dvoøák" has letters that no language uses together, "JosŽ" a capital after a small letter,
"Ïåòðîâ" only accented letters. charset-normalizer judges a text as a whole, and is wrong about sheets of short lines: it took 10 of 14
Western sentences for cp1250 ("El ańo pasado").
"""

from __future__ import annotations

import re
from itertools import islice

_HIGH_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_MOST = 5_000
"""How many words with a non-ASCII byte are examined."""
_LETTERS = re.compile(r"[^\W\d_]+")
# Symbols that never occur between two letters, except by the wrong code page.
_SIGN_IN_WORD = re.compile(
    r"[^\W\d_][¡-©«¬®-´¸¹»-¿×÷ƒ†‡‰‚„…•√∂∆∏∑∞∫≈≠≤≥◊][^\W\d_]|(?<=[^\W\d_])(?<![lL])·[^\W\d_]|[a-z]¶[a-z]|[¯ª][^\W\d_]|[\x80-\x9f\ufffd]"
)
_ODD_SHARE = 0.2
"""The largest share of odd words: a text with more is in none of these languages."""

_ASCII = "abcdefghijklmnopqrstuvwxyz"


def _alphabets(*accented: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(_ASCII + letters) for letters in accented)


_WESTERN = _alphabets(
    "àâæçéèêëîïôœùûü",  # French
    "äöüßé",  # German
    "áéíñóúüªº",  # Spanish, Irish
    "ãáàâçéêíóôõúüªº",  # Portuguese
    "àèéìíòóùú",  # Italian, Scottish Gaelic
    "àçèéíïòóúü",  # Catalan
    "áéíóúëèïöüê",  # Dutch
    "æøåéòô",  # Danish, Norwegian
    "åäöéü",  # Swedish, Finnish
    "áðéíóúýþæö",  # Icelandic
    "äöõüšž",  # Estonian
    "áéíóôúýäšž",  # names of Central Europe that this page can write: Aleš, Šárka
)
_CENTRAL = _alphabets(
    "ąćęłńóśźż",  # Polish
    "áčďéěíňóřšťúůýž",  # Czech
    "áäčďéíĺľňóôŕšťúýž",  # Slovak
    "áéíóöőúüű",  # Hungarian
    "čćđšž",  # Croatian, Slovene
    "ăâîşţ",  # Romanian
    "äöüß",  # German
)
_BALTIC = _alphabets("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž")  # Lithuanian, Latvian, Estonian
_TURKISH = _alphabets("çğıöşüâîû")
_CYRILLIC = (
    frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяё"),  # Russian, Bulgarian
    frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),  # Ukrainian
    frozenset("абвгдђежзијклљмнњопрстћуфхцчџш"),  # Serbian
)
_GREEK = (frozenset("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ"),)

# Of two that fit equally well the first is taken.
_PAGES = {
    "cp1252": _WESTERN,
    "mac_roman": _WESTERN,
    "cp1250": _CENTRAL,
    "cp1251": _CYRILLIC,
    "cp1253": _GREEK,
    "cp1254": _TURKISH,
    "cp1257": _BALTIC,
    "iso8859_2": _CENTRAL,
    "cp850": _WESTERN,
}


def guess_codec(data: bytes) -> str | None:
    """The codec of the code page with the fewest odd words; None if each has too many."""
    words = list(dict.fromkeys(found[0] for found in islice(_HIGH_WORD.finditer(data), _MOST)))
    odd = {
        page: sum(_is_odd(word.decode(page, "replace"), alphabets) for word in words)
        for page, alphabets in _PAGES.items()
    }
    best = min(odd, key=lambda page: odd[page])
    return best if odd[best] <= _ODD_SHARE * len(words) else None


def _is_odd(word: str, alphabets: tuple[frozenset[str], ...]) -> bool:
    """Whether no language of the code page can spell the word."""
    if _SIGN_IN_WORD.search(word) or _has_odd_capital(word):
        return True
    parts = ({letter for letter in part.lower() if letter.isalpha()} for part in _LETTERS.findall(word))
    return any(not any(part <= alphabet for alphabet in alphabets) for part in parts)


def _has_odd_capital(word: str) -> bool:
    """Whether an accented capital follows a small letter, as in "JosŽ", or precedes another capital and small letters ("ÒUnder")."""
    cases = "".join(
        "a" if letter.islower() else ("A" if letter.isascii() else "Á") if letter.isupper() else " "
        for letter in word
    )
    return "aÁ" in cases or "ÁAa" in cases or "ÁÁa" in cases
