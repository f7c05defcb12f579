"""What somebody says in passing, between the name and the verb: "Moor, noting that A, said B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import after_verb
from claimtrack.core.extract.clauses import is_auxiliary, is_finite, is_statement
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
_PLAIN = frozenset({"say", "says", "said"})
_LONGEST_TOLD = 10


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


def told_of_last(tokens: list[Token]) -> Attribution | None:
    """ "The line is to close, which Doe said would cost jobs": what is said of the main clause, or of its last noun."""
    for at in range(len(tokens) - _FEWEST_SAID, _FEWEST_SAID, -1):
        if tokens[at].lower not in _PLAIN or not (is_auxiliary(tokens[at + 1]) and is_finite(tokens[at + 1])):
            continue
        window = range(at - 1, max(1, at - _LONGEST_TOLD), -1)
        which = next((i for i in window if tokens[i].lower == "which" or not tokens[i].is_word), 0)
        is_told = tokens[which].lower == "which" and tokens[which - 1].text == ","
        if is_told and which < at - 1 and is_statement(tokens, 0, which - 1):
            return Attribution(at, (which + 1, at), (at + 1, len(tokens)))
    return None


def _is_in_passing(tokens: list[Token], at: int) -> bool:
    """Whether "noting" or "who noted" stands before "that"."""
    word = tokens[at].lower
    return word in _SAYING and (word.endswith("ing") or tokens[at - 1].lower == "who")


def _resumes(tokens: list[Token], comma: int) -> bool:
    """Whether a comma closes what was said in passing: ", said S", ", urged the council to act"."""
    goes_on = tokens[comma + 1].lower in lexicon.INSISTING | lexicon.FRAME
    return tokens[comma].text == "," and goes_on and not tokens[comma + 2].is_capital
