"""The last noun of a clause, of which a relative clause tells: "lifted by Jane Doe, the mayor, who said S"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.speaking import is_speaker
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import is_finite, word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.subjects import Range
    from claimtrack.core.extract.words.reading import Token

_LONGEST_ROLE = 12
_LONGEST_NOUN = 10
_ROLE_OPENERS = frozenset({"a", "an", "the", "its", "his", "her", "their"})
_NOUN_OPENERS = lexicon.PHRASE_OPENERS - lexicon.PRONOUNS


def last_named(tokens: list[Token], comma: int) -> Range | None:
    """The noun of which a relative clause tells: "Jane Doe", with or without what she is behind it."""
    before = next(
        (i for i in range(comma - 1, max(1, comma - _LONGEST_ROLE), -1) if tokens[i].text == ","), 0
    )
    is_role = before > 0 and tokens[before - 1].is_capital and tokens[before + 1].lower in _ROLE_OPENERS
    end = before if is_role else comma
    start = end
    while start > 0 and (tokens[start - 1].is_capital or _joins_names(tokens, start - 1, end)):
        start -= 1
    if start == end:
        window = range(end - 1, max(0, end - _LONGEST_NOUN), -1)
        start = next((i for i in window if _opens_noun(tokens, i)), end)
        start += tokens[start].lower in lexicon.PREPOSITIONS if start < end else 0
    named = tokens[start:end]
    speaks = bool(named) and (tokens[comma + 1].lower == "who" or is_speaker(named))
    return (start, end) if speaks and not any(map(is_finite, named)) else None


def _joins_names(tokens: list[Token], at: int, end: int) -> bool:
    """Whether "and" or "of" stands between two capitals: "Ann Lee and Tom Ashby", "Senator Ann Lee of Vale"."""
    return at + 1 < end and tokens[at].lower in {"and", "of"} and at > 0 and tokens[at - 1].is_capital


def _opens_noun(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    is_owner = word_at(tokens, at - 1) in {"of", "for"}
    return (word in lexicon.PREPOSITIONS and word != "of") or (word in _NOUN_OPENERS and not is_owner)
