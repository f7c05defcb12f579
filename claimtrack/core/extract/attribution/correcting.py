"""Where the outlet sets right what somebody said: ", when in fact they fell", " (the real figure is 3)", ", despite data showing a fall"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.words.clauses import has_predicate, has_quote, word_at
from claimtrack.core.extract.words.reading import word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_IN_FACT = frozenset({"fact", "reality", "truth"})
_REAL = word_set("real actual true correct")
_EVIDENCE = word_set(
    "figures data statistics records record evidence documents reports polls polling footage emails research studies"
)
_SHOWING = word_set("showing suggesting indicating proving contradicting contrary")
_LONGEST_SOURCE, _LONGEST_OWNER = 8, 6
_RECEPTION = word_set("cheers applause laughter boos jeers gasps heckles ovation")
_DRAWING = word_set("drawing prompting sparking provoking eliciting triggering earning winning to")
_LONGEST_RECEPTION = 4


def corrects(tokens: list[Token], at: int) -> bool:
    """Whether what begins behind a comma or a bracket tells how it really was."""
    word = word_at(tokens, at)
    if word_at(tokens, at - 1) == "(":
        return _closes_bracket(tokens, at) and (_tells_fact(tokens, at) or _tells_real(tokens, at))
    if word == "when":
        return _tells_fact(tokens, at + 1)
    if word != "despite":
        return False
    window = range(at + 1, min(len(tokens) - 1, at + _LONGEST_SOURCE))
    noun = next((i for i in window if tokens[i].lower in _EVIDENCE), 0)
    told = tokens[noun + 1 : noun + _LONGEST_OWNER] if noun else []
    shows = any(token.lower in _SHOWING for token in told)
    return shows and not has_quote(tokens, at, len(tokens))


def tells_reception(tokens: list[Token], at: int) -> bool:
    """Whether ", drawing cheers" or ", to loud laughter" stands here."""
    window = tokens[at + 1 : at + _LONGEST_RECEPTION]
    return word_at(tokens, at) in _DRAWING and any(token.lower in _RECEPTION for token in window)


def _tells_fact(tokens: list[Token], at: int) -> bool:
    in_fact = word_at(tokens, at) == "in" and word_at(tokens, at + 1) in _IN_FACT
    return (in_fact or word_at(tokens, at) == "actually") and has_predicate(tokens, at + 1, len(tokens))


def _tells_real(tokens: list[Token], at: int) -> bool:
    return (
        word_at(tokens, at) == "the"
        and word_at(tokens, at + 1) in _REAL
        and has_predicate(tokens, at, len(tokens))
    )


def _closes_bracket(tokens: list[Token], at: int) -> bool:
    """Whether the bracket that opens before `at` closes the sentence."""
    close = next((i for i in range(at, len(tokens)) if tokens[i].text == ")"), 0)
    return close > 0 and not any(token.is_word for token in tokens[close:])
