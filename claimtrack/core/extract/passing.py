"""What somebody says in passing, between the name and the verb: "Moor, noting that A, said B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import after_verb
from claimtrack.core.extract.clauses import is_finite
from claimtrack.core.extract.ending import words_end
from claimtrack.core.extract.phrases import subject_start
from claimtrack.core.extract.scope import Attribution
from claimtrack.core.extract.speaking import is_speaker

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_FEWEST_SAID = 3
_LONGEST_NAMED = 20
"""Words in which somebody is named before a verb."""
_SAYING = lexicon.SAY | lexicon.STATE


def noting(tokens: list[Token]) -> list[Attribution]:
    """ "Moor, noting that A, said B" and "Moor, who noted that A, said B": two statements of one speaker."""
    thats = [i for i, token in enumerate(tokens[3:_LONGEST_NAMED], 3) if token.lower == "that"]
    at = next((that - 1 for that in thats if _is_in_passing(tokens, that - 1)), 0)
    comma = at - 1 - (tokens[at - 1].lower == "who")
    if at == 0 or tokens[comma].text != "," or any(map(is_finite, tokens[:at])):
        return []
    source = (subject_start(tokens, comma), comma)
    close = next((i for i in range(at + 2, len(tokens) - _FEWEST_SAID) if _resumes(tokens, i)), 0)
    if not (close and is_speaker(tokens[slice(*source)])):
        return []
    if tokens[close + 1].lower in lexicon.FRAME:
        return [Attribution(close + 1, source, (0, len(tokens)), framed=True)]
    said = after_verb(tokens, close + 1)
    second = Attribution(close + 1, source, (said, words_end(tokens, said)))
    return [Attribution(at, source, (at + 1, close)), second]


def _is_in_passing(tokens: list[Token], at: int) -> bool:
    """Whether "noting" or "who noted" stands before "that"."""
    word = tokens[at].lower
    return word in _SAYING and (word.endswith("ing") or tokens[at - 1].lower == "who")


def _resumes(tokens: list[Token], comma: int) -> bool:
    """Whether a comma closes what was said in passing: ", said S", ", urged the council to act"."""
    goes_on = tokens[comma + 1].lower in lexicon.INSISTING | lexicon.FRAME
    return tokens[comma].text == "," and goes_on and not tokens[comma + 2].is_capital
