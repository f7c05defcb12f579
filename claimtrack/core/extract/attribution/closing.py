"""The attribution that ends a sentence: "S, X said."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.adjuncts import after_verb, tells_when
from claimtrack.core.extract.attribution.citing import cited
from claimtrack.core.extract.attribution.commenting import past_denial
from claimtrack.core.extract.attribution.cues import group_start, is_verb
from claimtrack.core.extract.attribution.ending import continues
from claimtrack.core.extract.attribution.nameable import nameable
from claimtrack.core.extract.attribution.objects import PROMISING
from claimtrack.core.extract.attribution.otherwise import speaks_as
from claimtrack.core.extract.attribution.scope import (
    bears_out,
    relative_comma,
    tells_of_document,
)
from claimtrack.core.extract.attribution.speaking import is_own_voice
from claimtrack.core.extract.attribution.tails import gives_view
from claimtrack.core.extract.attribution.trailing import CLOSING_VERBS, PAUSES, inverted, postposed
from claimtrack.core.extract.attribution.unsaid import is_unsaid
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    DASHES,
    count_words,
    opens_clause,
    word_at,
)

if TYPE_CHECKING:
    from collections.abc import Set

    from claimtrack.core.extract.attribution.scope import Attribution
    from claimtrack.core.extract.words.reading import Token

_FEWEST_SAID, _CLOSING_WINDOW = 3, 30
_CITING = lexicon.CITING | {"saying", "telling"}
_CLOSERS = CLOSING_VERBS | lexicon.CONTINUING | _CITING


def closing_attribution(tokens: list[Token], words: Set[str]) -> Attribution | None:
    """The attribution that ends a sentence, which holds `words`, "S, X said.": all before it is what X said."""
    if words.isdisjoint(_CLOSERS):
        return None
    pauses = (at for at, token in enumerate(tokens) if token.is_quote or token.text in PAUSES)
    # Up to the first pause nobody is named behind his words, unless he is cited.
    lowest = next(pauses, len(tokens)) if words.isdisjoint(_CITING) else 0
    for at in range(len(tokens) - 1, max(0, len(tokens) - _CLOSING_WINDOW), -1):
        word, is_quote = tokens[at].lower, tokens[at].is_quote
        if word not in _CLOSERS and not is_quote:
            continue
        if is_quote or continues(tokens, at) or gives_view(tokens, at - 3):
            return None
        if word in _CITING and at > _FEWEST_SAID and (source := cited(tokens, at)):
            return source
        if at <= lowest:
            return None
        if word not in CLOSING_VERBS or (word.endswith("ing") and speaks_as(tokens, at) == at):
            continue
        group = group_start(tokens, at, 0)
        is_relative_verb = tokens[group - 1].lower in lexicon.RELATIVES or relative_comma(tokens, group)
        if not is_verb(tokens, at, group) or is_relative_verb:
            continue
        is_turned = tokens[at - 1].text == "," and tokens[at + 1 : at + 2] and tokens[at + 1].lower == "the"
        if not is_turned and _says_more(tokens, at):
            return None
        floor = _after_semicolon(tokens, at)
        hit = inverted(tokens, at, group, floor) or postposed(tokens, at, group, floor)
        if hit is None or not nameable(tokens[slice(*hit.source)]):
            continue
        if not (is_own_voice(tokens, hit.source) or is_unsaid(tokens, hit)):
            return hit
    return None


def _after_semicolon(tokens: list[Token], at: int) -> int:
    """Where the last clause before a verb begins: in "S1; S2, X said" and "S1: S2, X said", only S2 is surely what X said."""
    stops = (i for i in range(at, 0, -1) if tokens[i].text in {";", ":"})
    stop = next((i for i in stops if tokens[i].text == ";" or bears_out(tokens, i, at)), None)
    return past_denial(tokens) if stop is None else stop + 1


def _says_more(tokens: list[Token], at: int) -> bool:
    """Whether the verb has words of its own after it; what a dash opens is a comment: "S, the data showed - a record"."""
    said = after_verb(tokens, at)
    promises = "to" in (word_at(tokens, at + 1), word_at(tokens, at + 2)) and tokens[at].lower in PROMISING
    more = promises or (
        word_at(tokens, at + 1) not in DASHES
        and count_words(tokens, said, len(tokens)) >= _FEWEST_SAID
        and opens_clause(tokens, said)
        and not tells_when(tokens, said)
    )
    return more and not tells_of_document(tokens, at)
