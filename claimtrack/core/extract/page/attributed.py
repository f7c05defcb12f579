"""Does "Jane Doe said" follow quoted words that end in a stop, rather than a sentence of its own?"""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.reading import tokenise

_LONGEST_SPEAKER = 5
_DESCRIBED = expression(
    r"[A-Z][\w'-]*(?: [A-Z][\w'.-]*){0,3}, (?:an?|the|[a-z]+)\b[^.!?;\"]{3,90}, ([a-z]+)\b"
)
"""A name with a description and the word after it: "Jane Doe, a nurse in Vale, said"."""
_BARE = expression(
    r"(?:[A-Z][\w'-]*\s+){1,5}(?P<verb>[a-z]+)(?P<rest>(?:\s+(?P<opener>[^\s.!?\"]+)(?:\s+[^\s.!?\"]+){0,6})?)\.(?=\s|$)"
)
_OPENERS = lexicon.PREPOSITIONS | times.TIME_ADVERBS


def is_attribution(following: str) -> bool:
    """Whether "Jane Doe asked" or "Doe, a nurse, said" follows a quoted question, rather than a new sentence."""
    words = [word.strip(".,") for word in following.split()[:_LONGEST_SPEAKER]]
    named = next((at for at, word in enumerate(words) if not word[:1].isupper()), 0)
    described = _DESCRIBED.match(following)
    return named > 0 and (described[1] if described else words[named]) in lexicon.CUES


def is_bare_attribution(following: str) -> bool:
    """Whether no more than "Jane Doe said on Monday." follows, with nothing that Doe said."""
    said = _BARE.match(following)
    if said is None or said["verb"] not in lexicon.SAY:
        return False
    words = tokenise(said["rest"])
    return not words or (said["opener"].lower() in _OPENERS and not has_predicate(words, 0, len(words)))
