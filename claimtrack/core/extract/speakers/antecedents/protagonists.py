"""Whom "he" means in a portrait: the person whom the whole article is about, once others have come and gone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.antecedents.nearby import find_person_before
from claimtrack.core.extract.speakers.speaker import make_person
from claimtrack.core.extract.words.genders import pronoun_for_name
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.extract.speakers.speaker import Speaker
    from claimtrack.core.extract.speakers.speakers import Cast

_TIMES_AS_OFTEN = 2  # as the person named last
_FORMS = {"he": "he|his|him", "she": "she|her"}


def pick_person_meant(cast: Cast, word: str, people: Sequence[Speaker]) -> Speaker:
    """Of those whom "he" or "she" may mean, the latest last: the last one, or the person whom the whole article is about.

    The latter if somebody whom the word does not fit has spoken since, the last one is not named in this paragraph or the one
    before, and the other one is, or a "he" or "his" that means him: "His deputy, Ada Moor, ...".
    """
    found = people[-1]
    if found.kind is ClaimantKind.ANONYMOUS and (named := _named_in_paragraph(cast, word, found)):
        found = named
    elif cast.last not in (None, found) and found != cast.person and not _is_in_sight(cast, _surname(found)):
        counts = {one: _times_named(cast, one) for one in people if _surely_takes(cast, word, one)}
        most = max(counts, key=counts.__getitem__, default=found)
        is_most = counts.get(most, 0) >= _TIMES_AS_OFTEN * _times_named(cast, found)
        if is_most and _is_in_sight(cast, f"{_surname(most)}|(?i:{_FORMS[word]})"):
            found = most
    cast.pronouns[found.name] = word
    return found


def _named_in_paragraph(cast: Cast, word: str, found: Speaker) -> Speaker | None:
    """The person whom the paragraph names and "he" or "she" surely fits, if it has neither `found`, who has no name, nor that pronoun yet."""
    words = cast.outside[cast.text.rfind("\n", 0, cast.at) + 1 : cast.at]
    if found.head in words or re.search(rf"\b(?i:{word})\b", words):
        return None
    full = find_person_before(words, len(words), word, cast.full_names, cast.genders)
    person = make_person(full) if full else None
    return person if person and _surely_takes(cast, word, person) and not is_quoted(cast, person) else None


def is_quoted(cast: Cast, person: Speaker) -> bool:
    """Whether a quotation in the paragraph contains a name of the person, who therefore did not say it."""
    begin, end = cast.text.rfind("\n", 0, cast.at) + 1, cast.text.find("\n", cast.at)
    text, outside = (words[begin : end if end > 0 else None] for words in (cast.text, cast.outside))
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, person.name.split()))})\b")
    return len(names.findall(text)) != len(names.findall(outside))


def _is_in_sight(cast: Cast, words: str) -> bool:
    """Whether one of the words stands before this point in the same paragraph or the one before."""
    return re.search(rf"\b(?:{words})\b", words_in_sight(cast)) is not None


def words_in_sight(cast: Cast) -> str:
    """The words before this point in the same paragraph and the one before."""
    opens = max(0, cast.text.rfind("\n", 0, cast.at))
    while opens and cast.text[opens - 1] == "\n":
        opens -= 1
    return cast.text[cast.text.rfind("\n", 0, opens) + 1 : cast.at]


def _times_named(cast: Cast, one: Speaker) -> int:
    surname = _surname(one)
    if surname not in cast.times_named:
        cast.times_named[surname] = len(re.findall(rf"\b{surname}\b", cast.text))
    return cast.times_named[surname]


def _surely_takes(cast: Cast, word: str, one: Speaker) -> bool:
    """Whether somebody is named in full, and the article or the first name shows that "he" or "she" fits."""
    is_named = one.kind is ClaimantKind.PERSON and cast.full_names.get(one.head) == one.name
    return is_named and (cast.genders.get(one.head) or pronoun_for_name(one.name)) == word


def _surname(one: Speaker) -> str:
    return re.escape(one.name.rpartition(" ")[2])
