"""A denial: "denied it, saying that S" is one of its own, and a judge who "denied a motion" denies nothing."""

from __future__ import annotations

from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.words.reading import Range, Token, word_set

_REFUSED = word_set("motion motions bail appeal petition application request permission parole asylum")
_LONGEST_NOUN = 4


def refuses(tokens: list[Token], at: int, said: int) -> bool:
    """Whether a request is turned down: "denied a defense motion"."""
    return _denies(tokens[at]) and any(t.lower in _REFUSED for t in tokens[said : said + _LONGEST_NOUN])


def denied_before(tokens: list[Token], at: int, source: Range, on: int) -> Attribution | None:
    """The denial before ", saying that S"; `on` is where "saying" stands."""
    is_denied = _denies(tokens[at]) and tokens[on - 1].text == ","
    return Attribution(at, source, (0, on - 1), framed=True) if is_denied else None


def _denies(verb: Token) -> bool:
    return verb.lower.startswith("den")
