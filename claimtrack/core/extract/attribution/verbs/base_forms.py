"""Whether the bare form of a verb of saying ("say", "report") is a verb where it stands, or a noun."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.noun_phrases import subject_start
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import BREAKS, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_adverb, is_finite

_COLLECTIVES = word_set(
    "team group trio pair committee panel union board government club crew council family couple"
)
_ONLY_VERBS = word_set("say insist believe argue maintain warn allege deny")
"""Bare forms that are no nouns."""
_AFTER_COLLECTIVE = frozenset({"", ".", ",", "in"})
_OF_DOCUMENTS = frozenset({"from", "of", "by", "dated"})
_LONGEST_ORIGIN = 7
SHARES = frozenset({"%", "percent", "cent"})
"""What so many are told by: "42% say"."""


def takes_base(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a bare form ("say", "dispute") is a verb here: a plural or an auxiliary stands before it."""
    if tokens[at].lower in _ONLY_VERBS and _is_body(tokens, at, group):
        return True  # "HMRC say", "the crew insist"
    previous = tokens[at - 1]
    if group < at and previous.lower not in {"also", "still", "now"} and not is_adverb(previous):
        return True
    if group == 0:
        return False
    before = tokens[group - 1]
    if is_made_by(tokens, at):
        return False
    # In "It expects demand to grow" the last word is a noun.
    expects = before.lower in lexicon.THINK or (before.lower in lexicon.FINITE and not before.is_capital)
    return (
        before.text in BREAKS
        or before.lower in SHARES
        or before.text == ")"
        or before.lower.endswith("'d")  # "he'd say only that S"
        or before.lower in lexicon.PLURALS
        or _is_collective(tokens, at, group)
        or (before.lower.endswith(("s", "men")) and not expects)
        or word_at(tokens, group - 2) in {"did", "does", "do"}
        or any(token.lower == "and" for token in tokens[max(0, group - 4) : group])
        or is_plural_before_phrase(tokens, subject_start(tokens, group), group)
        or any(lexicon.is_plural_head(token.lower) for token in tokens[subject_start(tokens, group) : group])
    )


def is_made_by(tokens: list[Token], at: int) -> bool:
    """Whether the word is a document of the police, which speaks itself: "A police report from 2019 says S"."""
    if tokens[at].lower not in nouns.DOCUMENTS:
        return False
    if word_at(tokens, at - 2) in lexicon.INDEFINITE_ARTICLES:
        return True
    tells = word_at(tokens, at + 1) in _OF_DOCUMENTS
    return tells and any(token.lower in lexicon.INSISTING for token in tokens[at + 2 : at + _LONGEST_ORIGIN])


def _is_body(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a name or a collective stands before the verb that is no object of another one, as in "heard Moor say"."""
    start = subject_start(tokens, group)
    opens = start == 0 or not tokens[start - 1].is_word or tokens[start - 1].lower in lexicon.CLAUSE_JOINERS
    if start == group or not opens or any(map(is_finite, tokens[start:group])):
        return False
    named = tokens[group - 1]
    helps = any(token.lower in lexicon.AUXILIARY_VERBS for token in tokens[group:at])  # "can hardly believe"
    return not helps and (named.is_capital or named.lower in _COLLECTIVES)


def _is_collective(tokens: list[Token], at: int, group: int) -> bool:
    """Whether British papers let a body have a plural verb at the end: "S, the team report in the journal"."""
    is_body = group == at and tokens[at - 1].lower in _COLLECTIVES and word_at(tokens, at - 2) == "the"
    return is_body and word_at(tokens, at - 3) == "," and word_at(tokens, at + 1) in _AFTER_COLLECTIVE


def is_plural_before_phrase(tokens: list[Token], start: int, end: int) -> bool:
    """In "Hoteliers in Cornwall say", the noun before the preposition is what speaks."""
    at = next((i for i in range(start + 1, end) if tokens[i].lower in lexicon.PREPOSITIONS), start)
    word = tokens[at - 1].lower if at > start else ""
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "'s"))
