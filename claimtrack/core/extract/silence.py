"""Clauses that tell that somebody said nothing to the outlet; whoever spoke before them tells no such thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.clauses import BREAKS, word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_JOINING = lexicon.CONTRASTS | {"and"}
_PERSONS = frozenset("he she they it we i you who which".split())
_NO_ANSWER = frozenset("no not never declined declines refused refuses yet".split())
_COMMENTING = frozenset({"comment", "commented", "comments"})
_ANSWERING = frozenset("respond responded reply replied answer answered".split())


def is_silence(tokens: list[Token], at: int) -> bool:
    """Whether a clause tells that somebody else said nothing to the outlet: "Kyiv did not comment"."""
    if tokens[at].lower in _PERSONS:
        return False
    end = next(
        (i for i in range(at, len(tokens)) if tokens[i].text in BREAKS or tokens[i].text == ";"), len(tokens)
    )
    words = [token.lower for token in tokens[at + 1 : end]]
    no_answer = not _NO_ANSWER.isdisjoint(words) or any(word.endswith("n't") for word in words)
    asked = not _COMMENTING.isdisjoint(words) or (
        tokens[at - 1].text == ";" and not _ANSWERING.isdisjoint(words)
    )
    return (no_answer and asked) or ("not" in words and words[-2:-1] == ["reached"])


def silent_at(tokens: list[Token], comma: int) -> bool:
    """Whether ", but Kyiv did not comment" begins at the comma."""
    begins = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in _JOINING
    return begins and comma + 2 < len(tokens) and is_silence(tokens, comma + 2)
