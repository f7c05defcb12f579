"""Names that a transcript's labels give in capitals, in the letter case that they have elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.casing import ACRONYMS
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.language.capitals import NAME_PARTICLES, has_name_capitals
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speaker import Speaker

_NO_NAME = words_of(
    nouns.SPEAKERS | nouns.TITLES | nouns.KIN,
    "unidentified unknown unnamed male female moderator host narrator voice voiceover audience q a question "
    "interviewer",
)
_PERSONS = frozenset({ClaimantKind.PERSON, ClaimantKind.ANONYMOUS})
_LONGEST_SHORT_NAME = 3  # characters
_INITIALS = expression(r"[^\W\d_][^\W\d_AEIOUY]?|(?:[^\W\d_]\.)+[^\W\d_]?")
"""Initials, with or without full stops, that open a name: "JB Pritzker"."""
_NUMERAL = expression(r"[IVX]+|(?:[^\W\d_]\.)+")
"""What stays in capitals after a first name: "Henry Ford II", "Ann B. Lee"."""
_IRISH_PREFIX = expression(r"(?:Mc|[OD]')(?=[a-z]{2})")
_VOWEL = expression(r"[aeiouyà-ÿ]", re.IGNORECASE)
_PART = expression(r"[^\s-]+")


@lru_cache(maxsize=64)  # a transcript asks for each of its turns
def truecase_name(speaker: Speaker, plain: str) -> str:
    """The name to record: "CONOR DALY" as the article writes it elsewhere, else "Conor Daly"; "MODERATOR" as "moderator"; bodies unchanged."""
    name = speaker.name
    if speaker.kind not in _PERSONS or not _is_in_capitals(name):
        return name
    words = name.lower().split()
    if all(map(_is_noun, words)) and not is_given_name(words[0]):
        return " ".join(words)
    if speaker.kind is not ClaimantKind.PERSON or _is_role(name):
        return name
    return _find_mixed_case(name, plain) or _title_case(name)


def _find_mixed_case(name: str, plain: str) -> str | None:
    """The first occurrence of a name that is not in capitals; None without one."""
    small, sought = _lower_cased(plain), name.lower()
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
def _lower_cased(plain: str) -> str:
    return plain.lower()


def _is_in_capitals(name: str) -> bool:
    """Whether a name has no lower-case letter but that of "Mc": "SIOBHAN McDONNELL"."""
    return name.replace("Mc", "MC").isupper() and sum(map(str.isalpha, name)) > 2


def _is_role(name: str) -> bool:
    """Whether a label names nobody: "UNIDENTIFIED MALE", "BBC"."""
    words = name.lower().split()
    is_numbered = any(letter.isdigit() or letter == "_" for letter in name)
    first = is_numbered or (words[0] in _NO_NAME and not is_given_name(words[0]))
    return first or not ACRONYMS.isdisjoint(words) or (len(words) == 1 and not _VOWEL.search(name))


def _is_noun(word: str) -> bool:
    """Whether a word of a label is a common noun and no abbreviation: "moderator", not "mla"."""
    return word in _NO_NAME and len(word) > _LONGEST_SHORT_NAME and word not in ACRONYMS


def _title_case(name: str) -> str:
    first, *others = name.split()
    return " ".join(
        [
            first if _INITIALS.fullmatch(first) else _PART.sub(_capitalise, first),
            *map(_title_case_later, others),
        ]
    )


def _title_case_later(word: str) -> str:
    """A word after the first name in title case: "van", "II", "Lee"."""
    if _NUMERAL.fullmatch(word):
        return word
    return word.lower() if word.lower() in NAME_PARTICLES else _PART.sub(_capitalise, word)


def _capitalise(found: re.Match[str]) -> str:
    """A word in title case: "O'Brien", "McDonnell"."""
    titled = found[0][:1] + found[0][1:].lower()
    begun = _IRISH_PREFIX.match(titled)
    return titled[: begun.end()] + titled[begun.end() :].capitalize() if begun else titled
