"""What headlines put before a surname in place of the first name: "Defiant Rau says", "Ousted Rau spent"."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import STOP_WORDS
from claimtrack.core.match.reading.names.people import TITLES
from claimtrack.core.match.reading.reading import Reading, read
from claimtrack.core.match.words.epithets import is_epithet
from claimtrack.core.match.words.misprints import is_english

_OPENING = expression(r"\W*([A-Z][a-z]+)\s(?=([A-Z][^\W\d_]+))")


def drop_epithets(one: str, other: str) -> tuple[str, str]:
    """Return two texts without the adjective before the surname that opens one, where the other gives it a title or first name."""
    return _drop_epithet(one, other), _drop_epithet(other, one)


def _drop_epithet(text: str, other: str) -> str:
    found = _OPENING.match(text)
    if not found or not is_epithet(epithet := found[1].lower()):
        return text
    reading, surnames = read(other), (found[2], f"{found[2]}'s")
    place = next((at for at, word in enumerate(reading.written) if at and word in surnames), 0)
    is_named = place and epithet not in reading.vocabulary and _is_title_or_first_name(reading, place - 1)
    return text[found.end() :] if is_named else text


def _is_title_or_first_name(reading: Reading, at: int) -> bool:
    word = reading.words[at]
    return word in TITLES or (reading.has_capital(at) and word not in STOP_WORDS and not is_english(word))
