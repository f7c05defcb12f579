"""A few tags of a row: the names in it and what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.reading import word_set
from claimtrack.core.extract.sentence import bits_of

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_MOST_NAMES = 4
_MOST_TOPICS = 2
_NAME = re.compile(r"[A-Z](?<=\b[A-Z])[\w'-]{1,30}(?: (?:(?:of|de|von|van|al|bin) )?[A-Z][\w'-]{1,30}){0,3}")
_TOPICS = {
    "economy": v.ECONOMY,
    "taxes and budgets": v.MONEY,
    "health": v.HEALTH,
    "education": v.SCHOOLS,
    "crime and migration": v.CRIME,
    "energy and climate": v.ENERGY,
    "war and defence": v.WAR,
    "law and government": v.LAW,
}
_BITS = [(bits_of([words]), words, topic) for topic, words in _TOPICS.items()]
_ANY_TOPIC = bits_of(_TOPICS.values())
_NO_NAMES = (
    word_set("i i'm i've i'd i'll it's that's mr mrs ms dr now well yes no not neither nor either")
    | lexicon.WEEKDAYS
    | lexicon.MONTHS
    | lexicon.SUBJECT_PRONOUNS
    | v.FUNCTION_WORDS
    | v.NUMBER_WORDS
)


def tags_of(sentence: Sentence) -> tuple[str, ...]:
    """At most four names as written, then at most two topics; the topic with most words comes first."""
    return (*_names(sentence.text), *_topics(sentence))


def _names(text: str) -> list[str]:
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        words = match[0].split()
        while words and words[0].lower() in _NO_NAMES:
            words = words[1:]
        # One capital at the very beginning is more often grammar than a name.
        if words and not (match.start() == 0 and len(words) == 1):
            name = " ".join(words)
            found.setdefault(re.sub(r"'s?$", "", name) if "'" in name else name)
        if len(found) == _MOST_NAMES:
            break
    return list(found)


def _topics(sentence: Sentence) -> list[str]:
    mask = sentence.mask
    if not mask & _ANY_TOPIC:
        return []
    counted = [(len(sentence.bag & words), topic) for bit, words, topic in _BITS if mask & bit]
    counted.sort(key=lambda pair: -pair[0])
    return [topic for _, topic in counted[:_MOST_TOPICS]]
