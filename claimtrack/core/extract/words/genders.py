"""Can "he" or "she" refer to a person? Judged by titles, nouns and common first names, else unknown."""

from __future__ import annotations

from claimtrack.core.extract.words import given_names
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.texts.folding import folded

_MALE_NOUNS = words_of(
    "mr sir lord king prince duke father son brother husband man boy spokesman chairman businessman "
    "congressman councilman fisherman policeman fireman salesman gunman serviceman postman cameraman "
    "headmaster monk emperor grandfather widower dad boyfriend uncle nephew grandson stepfather stepson "
    "fiancé"
)
_FEMALE_NOUNS = words_of(
    "mrs ms miss dame lady queen princess duchess mother daughter sister wife woman girl spokeswoman "
    "chairwoman businesswoman congresswoman councilwoman grandmother gran widow mum mom girlfriend aunt "
    "niece granddaughter stepmother stepdaughter fiancée actress waitress heiress hostess stewardess "
    "landlady headmistress baroness nun empress"
)


def _first_name(name: str) -> str:
    """Return the first name in lower case without accents, as in most lists: "Óscar" -> "oscar", "Bjørn" -> "bjorn"."""
    return folded(name.split(" ", 1)[0])


def _gendered_name(name: str) -> str:
    """The first name, or the first half of a double one: "Ellie-May"; empty for "Joseph Banda's wife", who is not called Joseph."""
    first = "" if "'s " in name else _first_name(name)
    return first if first in given_names.ALL else first.partition("-")[0]


def can_take_pronoun(pronoun: str, name: str, noun: str = "") -> bool:
    """Whether "he" or "she" may refer to the bearer of this name or the person described by this noun."""
    first = _gendered_name(name)
    against, nouns = (given_names.WOMEN, _FEMALE_NOUNS) if pronoun == "he" else (given_names.MEN, _MALE_NOUNS)
    return first not in against and first not in nouns and noun not in nouns


def pronoun_for_name(name: str) -> str | None:
    """Return "he" or "she" if the first name is only a man's or only a woman's: "Ann Lee" -> "she"."""
    first = _gendered_name(name)
    if first in given_names.MEN:
        return "he"
    return "she" if first in given_names.WOMEN else None


def is_given_name(word: str) -> bool:
    """Whether a lower-case word is a common first name: "Dean" before a surname is no title."""
    # Most words are plain ASCII, and need no folding.
    return word in given_names.ALL or (
        not (word.isascii() and word.isalpha()) and _first_name(word) in given_names.ALL
    )


def pronoun_for_noun(noun: str) -> str | None:
    """Return "he" or "she" if the noun implies it: "brother" -> "he", "wife" -> "she"."""
    if noun in _MALE_NOUNS:
        return "he"
    return "she" if noun in _FEMALE_NOUNS else None


_SPELLING_VARIANTS = frozenset(
    frozenset(pair.split("/"))
    for pair in "steven/stephen mark/marc sara/sarah ann/anne jon/john brian/bryan eric/erik philip/phillip "
    "alan/allan alan/allen carl/karl stuart/stewart jeffrey/jeffery jeffrey/geoffrey catherine/katherine "
    "catherine/kathryn katherine/kathryn rachel/rachael megan/meghan nicolas/nicholas sean/shaun "
    "neil/neal laurence/lawrence teresa/theresa elisabeth/elizabeth isabel/isobel michele/michelle "
    "anthony/antony derek/derrick hilary/hillary matthew/mathew deborah/debra frederic/frederick "
    "rebecca/rebekah".split()
)
"""Common first names with two spellings."""
_LONG_NAME = 5  # letters; shorter names that differ in one letter are different names: "Tim", "Tom"


def are_first_name_variants(one: str, other: str) -> bool:
    """Whether the first words of two names are spellings of one first name: "Stephen" and "Steven", "Philonise" and "Philonese"."""
    if one.partition(" ")[0] == other.partition(" ")[0]:
        return False  # the usual case
    one, other = sorted((_first_name(one), _first_name(other)), key=len)
    if {one, other} in _SPELLING_VARIANTS:
        return True
    if (
        one == other
        or len(one) < _LONG_NAME
        or len(other) - len(one) > 1
        or (one in given_names.ALL and other in given_names.ALL)
    ):
        return False
    at = next((i for i, letter in enumerate(one) if other[i] != letter), len(one))
    # The first and last letters distinguish twins, and a sister from her brother: "Kayden", "Jayden"; "Mariana", "Mariano".
    return 0 < at < len(other) - 1 and other[at + 1 :] == one[at + (len(one) == len(other)) :]
