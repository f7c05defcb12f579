"""A person whom a transcript's labels name in capitals throughout, in the letters that the name has elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.casing import ACRONYMS
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.language.capitals import has_name_capitals
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speaker import Speaker

_NO_NAME = (
    nouns.SPEAKERS
    | nouns.TITLES
    | nouns.KIN
    | word_set(
        "unidentified unknown unnamed male female moderator host narrator voice voiceover audience q a question interviewer"
    )
)
_PERSONS = frozenset({ClaimantKind.PERSON, ClaimantKind.ANONYMOUS})
_LONGEST_SHORT = 3
_SMALL = word_set("von van der den de da do dos du del bin al")
_INITIALS = expression(r"[^\W\d_][^\W\d_AEIOUY]?|(?:[^\W\d_]\.)+[^\W\d_]?")
"""Initials, with stops or without, which a name begins with: "JB Pritzker"."""
_NUMERAL = expression(r"[IVX]+|(?:[^\W\d_]\.)+")
"""What stays in capitals behind a first name: "Henry Ford II", "Ann B. Lee"."""
_IRISH = expression(r"(?:Mc|[OD]')(?=[a-z]{2})")
_VOWEL = expression(r"[aeiouyà-ÿ]", re.IGNORECASE)
_PART = expression(r"[^\s-]+")


@lru_cache(maxsize=64)  # a transcript asks for each of its turns
def truecase_name(speaker: Speaker, plain: str) -> str:
    """The speaker's name to file: "CONOR DALY" as the article spells it elsewhere, else as "Conor Daly"; "MODERATOR" as "moderator"; bodies as they are."""
    name = speaker.name
    if speaker.kind not in _PERSONS or not _is_in_capitals(name):
        return name
    words = name.lower().split()
    if all(map(_is_noun, words)) and not is_given_name(words[0]):
        return " ".join(words)
    if speaker.kind is not ClaimantKind.PERSON or _is_role(name):
        return name
    return _elsewhere(name, plain) or _titled(name)


def _elsewhere(name: str, plain: str) -> str | None:
    """The first place where the name is not in capitals."""
    small, sought = _small_letters(plain), name.lower()
    at = small.find(sought)
    while at >= 0 and len(small) == len(plain):
        end = at + len(sought)
        is_whole = not (plain[at - 1 : at].isalnum() or plain[end : end + 1].isalnum())
        found = plain[at:end]
        if is_whole and has_name_capitals(found) and not _is_in_capitals(found):
            return found
        at = small.find(sought, end)
    return None


@lru_cache(maxsize=1)
def _small_letters(plain: str) -> str:
    return plain.lower()


def _is_in_capitals(name: str) -> bool:
    """Whether no letter of a name is small but that of "Mc": "SIOBHAN McDONNELL"."""
    return name.replace("Mc", "MC").isupper() and sum(map(str.isalpha, name)) > 2


def _is_role(name: str) -> bool:
    """Whether a label is "UNIDENTIFIED MALE" or "BBC", and names nobody."""
    words = name.lower().split()
    is_numbered = any(letter.isdigit() or letter == "_" for letter in name)
    first = is_numbered or (words[0] in _NO_NAME and not is_given_name(words[0]))
    return first or not ACRONYMS.isdisjoint(words) or (len(words) == 1 and not _VOWEL.search(name))


def _is_noun(word: str) -> bool:
    """Whether a word of a label is an everyday one and no abbreviation: "moderator", not "mla"."""
    return word in _NO_NAME and len(word) > _LONGEST_SHORT and word not in ACRONYMS


def _titled(name: str) -> str:
    first, *others = name.split()
    return " ".join(
        [first if _INITIALS.fullmatch(first) else _PART.sub(_capital, first), *map(_behind, others)]
    )


def _behind(word: str) -> str:
    """A word behind the first name."""
    if _NUMERAL.fullmatch(word):
        return word
    return word.lower() if word.lower() in _SMALL else _PART.sub(_capital, word)


def _capital(found: re.Match[str]) -> str:
    titled = found[0][:1] + found[0][1:].lower()
    begun = _IRISH.match(titled)
    return titled[: begun.end()] + titled[begun.end() :].capitalize() if begun else titled
