"""Bodies named after their aim: "Moor's Rally for the Republic", "Citizens for Safe Streets"."""

from __future__ import annotations

from claimtrack.core.extract.speakers.mentions.gazetteer import is_known_body
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import begins_name, words_of
from claimtrack.core.extract.words.titles import is_occupation, may_be_plural

_PAIR, _LONGEST_NAME, _LONGEST_TITLE, _LONGEST_BODY = 2, 4, 3, 6  # words
_TITLES = (nouns.TITLES | nouns.SPEAKERS) - nouns.BODY_KINDS - nouns.BODIES
_IN_BODIES = words_of("of for in on without against before to the")
_SMALL = words_of("for the a and of")
_AIM_NOUNS = words_of("Action Act Voices Campaign Justice Hope Freedom Crisis")
"""Nouns of aims, which are nobody's place or surname: "Action on Sugar"."""
_STATUS_ADJECTIVES = words_of(
    "former retired acting ousted outgoing incoming then-acting longtime current ex"
)
_AIM_PREPOSITIONS = words_of("without against before beyond over")
"""Prepositions of an aim, never of a place: "without"."""


def is_campaign_name(run: list[str], after: list[str]) -> bool:
    """Whether a run of capitals and the words from "for" on, all capitalised, name such a body."""
    if after[:1] != ["for"] or not run:
        return False
    is_body = run[0].endswith("'s") or (len(run) == 1 and may_be_plural(run[0].lower()))
    return is_body and _are_capitalised(after)


def _are_capitalised(words: list[str]) -> bool:
    """Whether all words are capitalised, except function words within."""
    return begins_name(words[-1]) and all(begins_name(word) or word in _SMALL for word in words)


def find_campaign_name(words: list[str]) -> list[str]:
    """The final words that name a body by its aim: "Doctors without Borders", "Save the Children", "Passengers First".

    Empty where they may describe a person: "Doctors in Leeds", "Drivers on the A9", "a spokesman for Patients First".
    """
    start = next((at for at, word in enumerate(words) if begins_name(word)), len(words))
    named = words[start:]
    if len(named) < _PAIR or not nouns.BODY_KINDS.issuperset(words[:start]):
        return []
    if is_known_body(" ".join(named).lower()):
        return named
    if len(named) == _PAIR:
        return named if named[1] == "First" else []
    if named[0] in _AIM_NOUNS and named[1] in _SMALL | {"on"} and _are_capitalised(named[2:]):
        return named
    is_aim = begins_campaign_name(*named[:2]) or (not _is_plural(named[0]) and named[1:3] == ["on", "the"])
    return named if is_aim and _are_capitalised(named[2:]) else []


def begins_campaign_name(people: str, preposition: str) -> bool:
    """Whether the name of a body may start with these words: "Doctors without"."""
    return preposition.lower() in _AIM_PREPOSITIONS and _is_plural(people)


def _is_plural(word: str) -> bool:
    return word.lower() in lexicon.PLURALS or may_be_plural(word.lower())


def skip_body(words: list[str]) -> list[str]:
    """The words without the body before a title: "Bank of England governor Mia Stone" becomes "governor Mia Stone"; else unchanged."""
    if words[0] in _STATUS_ADJECTIVES and words[1:] and (rest := skip_body(words[1:])) != words[1:]:
        return rest
    if office := _find_office(words):
        return words[office:]
    at = next((i for i in range(len(words) - 1, 0, -1) if not begins_name(words[i])), 0)
    is_titled = words[at] in _TITLES or is_occupation(words[at])
    if not is_titled or not _PAIR <= len(words) - at - 1 <= _LONGEST_NAME:
        return words
    title = at  # "Bureau of Ports senior pilot Mia Stone"
    while at - title < _LONGEST_TITLE - 1 and not (
        begins_name(words[title - 1]) or words[title - 1] in _SMALL
    ):
        title -= 1
    if title < 1 or not (begins_name(words[0]) and begins_name(words[title - 1])):
        return words
    return words if _IN_BODIES.isdisjoint(words[:title]) or "and" in words else words[title:]


def _find_office(words: list[str]) -> int:
    """The index of the office in "Bank of England Governor Mia Stone", after a body named with "of"; 0 without one."""
    if "of" not in words[1:] or words[-1].lower() in nouns.BODY_NAME_WORDS or not begins_name(words[0]):
        return 0
    first = words.index("of", 1) + 2
    window = range(first, min(len(words) - _PAIR, first + _LONGEST_BODY))
    at = next((i for i in window if _is_office(words[i]) and begins_name(words[i - 1])), 0)
    is_body = any(word.lower() in nouns.BODY_NAME_WORDS for word in words[: first - 1])
    return at if is_body and all(map(begins_name, words[at:])) else 0


def _is_office(word: str) -> bool:
    """Whether a capitalised word is an office: "Governor", "Secretary-General"."""
    return word.lower() in _TITLES or word.lower().endswith(("-general", "-secretary"))
