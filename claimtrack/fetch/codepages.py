"""Which code page the bytes of a text are in, where nothing says so: the one whose words look like words of a language.

A wrong code page shows in single words: "Dvoøák" has letters that no language writes together, "JosŽ" a capital behind a small
letter, "Ïåòðîâ" accents alone. charset-normalizer weighs a text as a whole, and is wrong about sheets of short lines: it took 10 of
14 Western sentences for cp1250 ("El ańo pasado").
"""

from __future__ import annotations

import re
from itertools import islice

_HIGH_WORD = re.compile(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_MOST = 5_000
"""Words with a byte beyond ASCII that are looked at."""
_LETTERS = re.compile(r"[^\W\d_]+")
# Signs that no writer puts between two letters; the wrong code page does.
_SIGN_IN_WORD = re.compile(
    r"[^\W\d_][¡-©«¬®-´¸¹»-¿×÷ƒ†‡‰‚„…•√∂∆∏∑∞∫≈≠≤≥◊][^\W\d_]|(?<=[^\W\d_])(?<![lL])·[^\W\d_]|[a-z]¶[a-z]|[¯ª][^\W\d_]|[\x80-\x9f\ufffd]"
)
_ODD_SHARE = 0.2
"""Of the words more than this may not be odd: then it is a text of none of these languages."""

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

# Of two that fit as well the one further up is meant.
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
    """The codec of the page in which fewest words are odd; None where each leaves too many of them so."""
    words = list(dict.fromkeys(found[0] for found in islice(_HIGH_WORD.finditer(data), _MOST)))
    odd = {
        page: sum(_is_odd(word.decode(page, "replace"), alphabets) for word in words)
        for page, alphabets in _PAGES.items()
    }
    best = min(odd, key=lambda page: odd[page])
    return best if odd[best] <= _ODD_SHARE * len(words) else None


def _is_odd(word: str, alphabets: tuple[frozenset[str], ...]) -> bool:
    """Whether none of the languages writes the word."""
    if _SIGN_IN_WORD.search(word) or _has_odd_capital(word):
        return True
    parts = ({letter for letter in part.lower() if letter.isalpha()} for part in _LETTERS.findall(word))
    return any(not any(part <= alphabet for alphabet in alphabets) for part in parts)


def _has_odd_capital(word: str) -> bool:
    """Whether an accented capital stands behind a small letter, as in "JosŽ", or before another capital and small letters ("ÒUnder")."""
    cases = "".join(
        "a" if letter.islower() else ("A" if letter.isascii() else "Á") if letter.isupper() else " "
        for letter in word
    )
    return "aÁ" in cases or "ÁAa" in cases or "ÁÁa" in cases
