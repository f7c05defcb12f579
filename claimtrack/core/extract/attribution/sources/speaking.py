"""Whether a noun phrase can be whoever says something: a study shows, but a price does not."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import BREAKS, word_at
from claimtrack.core.extract.words.reading import word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.sources.subjects import Range
    from claimtrack.core.extract.words.reading import Token

_OCCUPATIONS = ("ors", "ists", "ians", "eers", "gators", "ologist", "omist", "onist", "ician")
"""Endings of those who can speak: "auditors", "oncologists", "a hydrologist"."""
_ITS = frozenset({"its", "their"})
_DOERS = ("er", "or", "ers", "ors")
"""Endings of those to whom something belongs: "its developer reported"."""
_NO_WRITER = word_set(
    "written comment comments answer answers project projects record records recorded submitted posted counted quoted urge urges urged"
)
_WRITTEN = (
    {verb for verb in lexicon.STATE - _NO_WRITER if not verb.endswith("ing")}
    - lexicon.GO_ON
    - lexicon.PARTICLES.keys()
)
_WRITTEN |= lexicon.SHOW
"""What documents do: "S, the lawsuit claims"."""
_MEN = ("men", "man", "woman")
_AUXILIARIES = lexicon.BE - {"being", "'s"} | {"has", "have", "had", "will", "would", "could", "should"}
_PRESS = word_set(
    "journalist journalists reporter reporters correspondent correspondents photographer crew team"
)


def may_say(tokens: list[Token], at: int, source: Range) -> bool:
    """Whether such a subject can do what such a verb says: a study shows, but a price does not."""
    verb = tokens[at].lower
    if source[0] == source[1] or _is_clause(tokens[slice(*source)]):
        return False
    if verb in {"heard", "hears"}:
        return any(token.lower in nouns.HEARINGS for token in tokens[slice(*source)])
    if verb == "states" and _is_inverted(tokens[: source[0]]):
        return False  # "S, said Jane Doe, head of the island states"
    if verb in lexicon.SAY:
        return True
    subject = tokens[slice(*source)]
    if verb in lexicon.SEE:
        return any(token.lower in _PRESS for token in subject)
    if any(
        token.is_capital
        or token.lower in nouns.PEOPLE
        or token.lower.endswith(_MEN)
        or token.lower.removesuffix("s") in nouns.PEOPLE
        for token in subject
    ):
        return True
    if subject[-1].lower in lexicon.PRONOUNS or subject[0].lower in lexicon.COUNTED:
        return True
    if verb in lexicon.STATE and subject[-1].lower.endswith(_OCCUPATIONS):
        return True
    if verb in lexicon.STATE and subject[0].lower in _ITS and subject[-1].lower.endswith(_DOERS):
        return True
    if verb in _WRITTEN and any(token.lower in nouns.DOCUMENTS for token in subject):
        return True
    if verb not in lexicon.STATE:
        return False
    # Whatever "found" or "concluded" ends a sentence, it has said the words before: "S, the hearing found."
    ends = word_at(tokens, at + 1) in {".", ""} and (verb == "found" or verb.endswith("ed"))
    return word_at(tokens, at + 1) == "that" or (ends and subject[0].lower in lexicon.ARTICLES)


def _is_inverted(before: list[Token]) -> bool:
    """Whether somebody named behind his verb has spoken already: "S, said Jane Doe"."""
    return any(one.lower in {"said", "says"} and then.is_capital for one, then in pairwise(before))


def is_speaker(subject: list[Token]) -> bool:
    """Whether a noun phrase names somebody or something that can speak; "The row" at a sentence's start does not."""
    return any(
        (token.is_capital and token.lower not in lexicon.DETERMINERS)
        or token.lower.removesuffix("s") in nouns.PEOPLE
        or token.lower in nouns.PEOPLE
        or token.lower in nouns.DOCUMENTS
        or token.lower in lexicon.SUBJECT_PRONOUNS
        or token.lower.endswith(_MEN)
        or token.lower.endswith(_OCCUPATIONS)
        for token in subject
    )


def _is_clause(subject: list[Token]) -> bool:
    """Whether a verb stands in what should be a noun phrase: "used her opening", "claimed managers had ignored"."""
    for i, token in enumerate(subject):
        if token.text in BREAKS or token.lower in lexicon.DEPENDENT_OPENERS:
            return False
        if token.lower in _AUXILIARIES and not token.is_capital:
            return True
        if i == 1 and token.lower in lexicon.DETERMINERS and subject[0].lower.endswith("ed"):
            return not subject[0].is_capital
    return False


def is_own_voice(tokens: list[Token], source: Range) -> bool:
    """ "I think" is no attribution: whoever speaks already goes on."""
    if tokens[source[1] - 1].lower.partition("'")[0] in {"i", "we"}:
        return True
    return source[1] - source[0] == 1 and tokens[source[0]].lower in lexicon.NOBODY
