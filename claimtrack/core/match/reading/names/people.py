"""Who somebody is, before a name or behind it: "Solaris chairman Olaf Brandis", "Olaf Brandis, who is chairman of Solaris,"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.attribution import REPORTING
from claimtrack.core.match.reading.names.names import ALIASES, NOT_NAMES
from claimtrack.core.match.reading.syntax.phrases import BREAKS
from claimtrack.core.match.words.lexicon import ARTICLES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_LONGEST = 9
"""Words that tell who somebody is at most."""
_OF = words_of("of at for in from to")
"""What stands behind these may as well stand before: "chairman *of Solaris*", "*Solaris* chairman"."""
_LINKS = _OF | ARTICLES
_WHO_IS = (["who", "is"], ["who", "was"])
_SETTING_OFF = frozenset(",()-")


class Described(NamedTuple):
    """Where somebody is named with who they are: the name, and both together; whether a comma belongs to it at the end."""

    name: range
    whole: range
    closed: bool

    def written(self, reading: Reading) -> str:
        """Both as they are written."""
        return _text(reading, self.whole, with_comma=self.closed)

    def named(self, reading: Reading) -> str:
        """The name alone."""
        return _text(reading, self.name)


Who = tuple[str, ...]
"""What is told of somebody, word by word: of "chairman of Solaris" and "Solaris's chairman" the same."""


@lru_cache(maxsize=64)
def people(reading: Reading) -> dict[str, range]:
    """The places of each name, by its last word."""
    return {reading.words[name.stop - 1]: name for name in names_of(reading)}


def described(reading: Reading, name: range) -> dict[Who, Described]:
    """All that may be told of who bears a name, and where that stands."""
    found: dict[Who, Described] = {}
    for told, both in (*_behind(reading, name), *_before(reading, name)):
        is_who = REPORTING.isdisjoint((reading.words[told.start], reading.words[told.stop - 1]))
        if is_who and (who := _who(reading, told)) and _is_described(reading, told):
            found[who] = both
    return found


@lru_cache(maxsize=64)
def names_of(reading: Reading) -> tuple[range, ...]:
    """The places of the words with a capital that stand side by side as one name, without the titles before it; an owner's name ends there."""
    return tuple(_names_of(reading))


def _names_of(reading: Reading) -> Iterator[range]:
    start = end = 0
    for at, written in enumerate(reading.written):
        word = reading.words[at]
        if not written[0].isupper() or (word in STOP_WORDS and not _is_initial(reading, at)):
            continue
        if at > end or reading.parted(at):
            if end > start:
                yield range(start, end)
            start = at
        if word in _OF_A_FAMILY and start < at:
            yield range(start, at)
        end = at + 1
        if _owns(word):
            yield range(start, end)
        if word in NOT_NAMES or _owns(word):
            start = end
    if end > start:
        yield range(start, end)


def family_name_first(a: Reading, b: Reading) -> str | None:
    """Who is named with the family name first in one statement and last in the other: "Fumio Kishida", "Kishida Fumio"."""
    theirs = {tuple(b.words[at] for at in name): name for name in names_of(b) if len(name) == _TWO}
    for name in names_of(a) if theirs else ():
        if turned := theirs.get(tuple(a.words[at] for at in reversed(name))):
            return f"differs: {_text(a, name)} / {_text(b, turned)}"
    return None


_TWO = 2
_OF_A_FAMILY = words_of("jr sr")
"""Behind a name these tell which of a family it is."""


def _is_initial(reading: Reading, at: int) -> bool:
    """Whether a word is a letter with its stop: "A. Doe"."""
    token = reading.tokens[at]
    return len(token.text) == 1 and reading.cleaned[token.end : token.end + 1] == "."


def _owns(word: str) -> bool:
    return word.endswith(("'s", "s'"))


def sets_off(reading: Reading) -> bool:
    """Whether anything is set off in a statement: asked first, as hardly anybody is told of without it."""
    return "," in reading.cleaned or "(" in reading.cleaned or " -" in reading.cleaned


def is_set_off(reading: Reading, name: range) -> bool:
    """Whether a comma, a dash or a bracket stands before a name or behind it, as where it is told who that is."""
    return _set_off(reading, name.start) or _set_off(reading, name.stop)


def _behind(reading: Reading, name: range) -> Iterator[tuple[range, Described]]:
    """What stands between a name and the next comma."""
    if not _set_off(reading, name.stop):
        return
    end = name.stop + 1
    while end < len(reading.words) and not reading.parted(end):
        end += 1
    yield range(name.stop, end), Described(name, range(name.start, end), closed=_set_off(reading, end))


def _before(reading: Reading, name: range) -> Iterator[tuple[range, Described]]:
    """What may tell who it is before a name: any of the words there, the fewest first."""
    if (
        name.start in reading.openings and len(name) > 1
    ):  # "Rower Ann Lee": the capital may be the beginning's
        yield name[:1], Described(name[1:], name, closed=False)
    set_off = _set_off(reading, name.start)
    if set_off and not _ends(reading, name.stop):
        return  # "for the minister, Tarn has done enough"
    closed = set_off and _set_off(reading, name.stop)
    for start in range(name.start - 1, max(-1, name.start - 1 - _LONGEST), -1):
        word, is_last = reading.words[start], start + 1 == name.start
        ends = word in BREAKS and (is_last or word not in _LINKS)
        if ends or (not is_last and reading.parted(start + 1)):
            return
        if word not in _OF and not (start and _owns(reading.words[start - 1])):
            yield range(start, name.start), Described(name, range(start, name.stop), closed)


def _set_off(reading: Reading, at: int) -> bool:
    """Whether a comma, a dash or a bracket stands before a word."""
    if not reading.parted(at) or at == len(reading.words):
        return False
    return not _SETTING_OFF.isdisjoint(reading.cleaned[reading.tokens[at - 1].end : reading.tokens[at].start])


def _ends(reading: Reading, at: int) -> bool:
    return at == len(reading.words) or reading.parted(at)


def _who(reading: Reading, told: range) -> Who:
    """What some words tell: whose or of what somebody is one before what they are."""
    words = [word.removesuffix("'s") for word in reading.words[told.start : told.stop]]
    if words[:2] in _WHO_IS:
        words = words[2:]
    of = next((at for at, word in enumerate(words) if at and word in _OF), len(words))
    turned = (*words[of + 1 :], *words[:of])
    return tuple(ALIASES.get(stem(word), word) for word in turned if word not in ARTICLES)


def _is_described(reading: Reading, told: range) -> bool:
    """Whether some of the words are no name: what somebody is has small letters, or is a title, or has its capital from the beginning."""
    if len(told) == 1 and told.start in reading.openings:
        return True
    return len(told) <= _LONGEST and any(
        reading.words[at] in NOT_NAMES
        or (reading.tokens[at].text.islower() and reading.words[at] not in STOP_WORDS)
        for at in told
    )


def _text(reading: Reading, places: range, *, with_comma: bool = False) -> str:
    end = reading.tokens[places.stop - 1].end
    if with_comma:
        end += len(reading.cleaned[end : reading.tokens[places.stop].start].rstrip())
    return reading.cleaned[reading.tokens[places.start].start : end]
