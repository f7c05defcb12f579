"""Things that are listed, "Berlin, Hamburg and Munich": in whatever order, they are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import IN_TURN, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_JOINING = words_of("and or")
_IN_TURN = IN_TURN | words_of("order top")
"""With these the order of a list tells something."""


def in_one_list(reading: Reading, first: int, last: int) -> bool:
    """Whether two places are in one list of three or more, and there is no other, of which each tells something of each."""
    if reading.vocabulary.isdisjoint(_JOINING) or not reading.vocabulary.isdisjoint(_IN_TURN):
        return False
    found = [_list_at(reading, at) for at, word in enumerate(reading.words[:-1]) if word in _JOINING and at]
    lists = [places for places in found if places]
    return len(lists) == 1 and first in lists[0] and last in lists[0]


def _list_at(reading: Reading, joined: int) -> range | None:
    """The places of the list of which the last thing stands behind an "and"; None of fewer than three."""
    begin, things = _name_back(reading, joined - 1), 2
    while begin and reading.parted(begin):
        begin, things = _name_back(reading, begin - 1), things + 1
    end = joined + 1
    while end + 1 < len(reading.words) and _one_name(reading, end + 1):
        end += 1
    return range(begin, end + 1) if things > 2 else None


def _name_back(reading: Reading, at: int) -> int:
    """Where the thing begins that ends at a place: a word, or a name of several."""
    while at and _one_name(reading, at):
        at -= 1
    return at


def _one_name(reading: Reading, at: int) -> bool:
    """Whether a word and that before it are one name: "New York"."""
    capitals = all(reading.tokens[i].text[0].isupper() for i in (at - 1, at))
    return capitals and not reading.parted(at)
