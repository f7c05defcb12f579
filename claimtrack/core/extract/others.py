"""Where another speaker has a clause of his own beside what one said: "; Liberal MP Ann Lee called it a tax"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import after_verb
from claimtrack.core.extract.clauses import is_finite, is_statement, opens_clause
from claimtrack.core.extract.subjects import subject_before

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_SPOKEN_OR_DONE = (
    lexicon.INSISTING
    | frozenset("told tells say puts put reported announced declared reports".split())
    | lexicon.DEEDS
    | lexicon.CUES
) - lexicon.PARTICLES.keys()
_NOUNS = frozenset({"points", "point", "claims", "claim", "states", "reports", "estimates", "comments"})
_LONGEST_OTHER = 14
_OTHER_SAYS = lexicon.INSISTING | {"told", "say"}
_ARGUING = frozenset("argue insist warn maintain contend contends contended show shows showed".split())
_TELLING_OF = frozenset(
    "indicated indicates suggested suggests confirmed confirms alleged alleges estimated estimates".split()
)
"""Verbs that report only where a clause follows: "and officials confirmed that S", "and sources indicated S"."""
_TALKED_OF = lexicon.SUBJECT_PRONOUNS | lexicon.CONJUNCTIONS
CONTRASTING = frozenset({"but", "while", "whereas"})


def another_speaks(tokens: list[Token], at: int) -> bool:
    """Whether the clause after a semicolon has a speaker of its own: "; Liberal MP Ann Lee called it a tax"."""
    verb = next((i for i in range(at + 1, len(tokens)) if tokens[i].lower in _SPOKEN_OR_DONE), 0)
    subject = subject_before(tokens, verb, at) if verb else None
    is_near = subject is not None and not any(map(is_finite, tokens[slice(*subject)]))
    return is_near and tokens[verb].lower not in _NOUNS and tokens[at].lower not in _TALKED_OF


def another_says(tokens: list[Token], at: int) -> bool:
    """Whether another speaker has a clause of his own behind "and": ", and Jane Doe said on Monday that ..."."""
    window = range(at + 1, min(len(tokens), at + _LONGEST_OTHER))
    against = tokens[at - 1].lower in CONTRASTING
    verbs = _OTHER_SAYS | _ARGUING if against else _OTHER_SAYS | _TELLING_OF
    verb = next((i for i in window if tokens[i].lower in verbs), 0)
    subject = subject_before(tokens, verb, at) if verb else None
    if subject is None or subject[0] != at or tokens[at].lower in lexicon.PRONOUNS | lexicon.RELATIVES:
        return False
    named = tokens[slice(*subject)]
    is_name = any(t.is_capital or t.lower in lexicon.SPEAKING_NOUNS for t in named)
    is_name = is_name or (against and tokens[at].lower == "the" and len(named) > 1)
    is_name = is_name and not any(is_finite(t) or t.lower in lexicon.RELATIVES for t in named)
    said = after_verb(tokens, verb)
    is_clause = tokens[verb].lower not in _TELLING_OF or opens_clause(tokens, said)
    return is_name and is_clause and is_statement(tokens, said, len(tokens))
