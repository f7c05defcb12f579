"""Who says a quotation that stands bare behind a sentence of the outlet: "Doe laughed. "It was old.""."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.speakers.cast.namesakes import BEFALLEN
from claimtrack.core.extract.speakers.speaker import somebody_called
from claimtrack.core.extract.speakers.topics import noticing, topics
from claimtrack.core.extract.speakers.topics.bodies import PEOPLE, named_many
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.genders import may_be
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speaker import Speaker
    from claimtrack.core.extract.speakers.speakers import Cast

_PRONOUN = re.compile(r"(?:He|She)\b")
_SUFFERED = re.compile(rf"\b(?:{BEFALLEN})\b")
_LONGEST_GESTURE = 8
"""Words."""


def speaker_before(cast: Cast, sentence: str, at: int) -> Speaker | None:
    """Whom a sentence that stands at `at` is about: somebody named, in an office or told by what he is, or several people."""
    if pronoun := _PRONOUN.match(sentence):
        return cast.resolve(pronoun[0], at)
    words = topics.past_opening(sentence[: topics.WINDOW])
    if _SUFFERED.search(words):
        return None  # whoever speaks of "Doe was killed" is another
    if name := noticing.person_of(cast, words):
        return somebody_called(name)
    word, _, rest = words.partition(" ")
    words = f"The {rest}" if f"{word} " in topics.WHOSE else words
    told = topics.somebody_of(words) or named_many(words)
    is_many = told is not None and lexicon.singular(told.head) in PEOPLE
    is_somebody = told is not None and told.kind is ClaimantKind.ANONYMOUS
    return cast.mention(told) if told and is_somebody and (is_many or topics.is_person(told.head)) else None


def is_about(cast: Cast, words: str, who: Speaker) -> bool:
    """Whether a quotation tells of "him" who stands before it, and so is another's: "Doe rose. "He lied." Moor said she knew."."""
    found = _PRONOUN.match(words)
    if found is None:
        return False
    pronoun = found[0].lower()
    return may_be(pronoun, who.name, who.head) and cast.sexes.get(who.head, pronoun) == pronoun


def turned_to(cast: Cast, sentence: str, at: int, words: str) -> Speaker | None:
    """Whom a sentence turns to that does no more than that: ""Is it?" Doe asked. Moor shook her head. "No."."""
    if sentence.count(" ") >= _LONGEST_GESTURE or any(map(str.isdigit, sentence)):
        return None  # "It cost 9, Doe said. Moor built it in 2010. "Nobody asked us.""
    named = speaker_before(cast, sentence, at)
    return None if named and is_about(cast, words, named) else named
