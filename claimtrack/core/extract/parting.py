"""Where a sentence parts into clauses that are read each by itself: "A said S, but according to B, T"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.attribution import attributions
from claimtrack.core.extract.citing import cited
from claimtrack.core.extract.clauses import (
    DASHES,
    has_predicate,
    is_finite,
    is_statement,
    opens_clause,
)
from claimtrack.core.extract.passing import told_by_last

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_FEWEST_SAID = 3
_JOINING = frozenset("and but yet while whereas because although though".split())


def parted(tokens: list[Token]) -> list[list[Token]]:
    """The clauses of a sentence that are read each by itself; one where it does not part."""
    told = told_by_last(tokens)
    if told and attributions(told[1]):
        return list(told)
    at = next(
        (i for i in range(_FEWEST_SAID, len(tokens) - _FEWEST_SAID) if tokens[i].lower == "according"), 0
    )
    joint = _joint(tokens, at) if at else 0
    if not joint or not _is_main(tokens, joint) or not _cites_anew(tokens[at:]):
        return [tokens]
    return [tokens[:joint], *parted(tokens[at:])]


def _joint(tokens: list[Token], at: int) -> int:
    """Where the clause before a citation ends: before ", but", ";" or a dash that none closes; 0 where it goes on."""
    if tokens[at - 1].text == ";":
        return at - 1
    if tokens[at - 1].text in DASHES:
        return 0 if any(token.text in DASHES for token in tokens[at:]) else at - 1
    word = at - 1 - (tokens[at - 1].text == ",")
    if tokens[word].lower not in _JOINING:
        return 0
    return word - (tokens[word - 1].text in DASHES | {",", ";"})


def _is_main(tokens: list[Token], end: int) -> bool:
    """Whether a whole clause ends here that does not hang on what follows."""
    is_clause = is_statement(tokens, 0, end) and (tokens[0].is_quote or has_predicate(tokens, 0, end))
    return is_clause and tokens[0].lower not in lexicon.SUBORDINATORS


def _cites_anew(tokens: list[Token]) -> bool:
    """Whether a citation and a clause with a subject of its own make up the rest: not "and, according to X, employs 40"."""
    hit = cited(tokens, 0)
    if hit is None:
        return False
    start = hit.content[0]
    begins = opens_clause(tokens, start) and not is_finite(tokens[start])
    return (start > hit.source[1] and begins) or start == hit.source[1]
