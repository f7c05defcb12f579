"""What the source at the end of a sentence also says: "..., said Jane Doe, who noted that S"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.attribution.verbs.uses import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import MIN_CONTENT, is_anaphoric_that, starts_clause
from claimtrack.core.extract.words.finding import find_word_back, word_at
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token, TokenRange

    pass


from claimtrack.core.extract.words.reading import Token, TokenRange, words_of

_NOUN_OPENERS = lexicon.ARTICLES | lexicon.AFFILIATION_PREPOSITIONS
_FINDING_VERBS = words_of("found shows show suggests suggest")


_LABELLING_VERBS = words_of("calls called describes described")
_WHOSE_WINDOW = 5  # words from "whose" to its verb: "whose latest surveys have found"


def find_further_report(tokens: list[Token], hit: Attribution) -> Attribution | None:
    """What the source at a sentence's end also says: "..., said Jane Doe, who noted that S"; else None."""
    for at in range(hit.cue + 1, len(tokens) - MIN_CONTENT):
        word = tokens[at].lower
        is_estimate = word in lexicon.PUTS or is_calling_aside(tokens, at)
        if not is_estimate and word not in lexicon.REPORTING_VERBS and word not in _FINDING_VERBS:
            continue
        start = at if is_estimate else find_content_start(tokens, at)
        # ", which put it at $4m", ", who called it S"
        is_estimate = is_estimate and (word not in lexicon.PUTS or gives_estimate_or_cause(tokens, at))
        has_content = word_at(tokens, start) == "that" and not is_anaphoric_that(tokens, start)
        has_content = has_content or (word in lexicon.ZERO_THAT_VERBS and starts_clause(tokens, start))
        has_content = has_content or (word == "says" and is_statement(tokens, start, len(tokens)))
        if not (is_estimate or (has_content and start > at)):
            continue
        comma = find_relative_comma(tokens, find_group_start(tokens, at, hit.cue + 1))
        if not comma:
            continue
        return Attribution(at, _find_relative_source(tokens, hit, comma), (start, len(tokens)))
    return None


def _find_relative_source(tokens: list[Token], hit: Attribution, comma: int) -> TokenRange:
    """Whom the clause after the comma is about: the body in "said Jane Doe of Oxfam, which says S", the report in "..., citing a report, which says S"; else the speaker."""
    turns = any(token.lower.endswith("ing") for token in tokens[hit.source[1] : comma])
    is_body = tokens[comma - 1].is_capital or tokens[comma - 1].lower in nouns.BODIES
    if not (turns or (is_body and word_at(tokens, comma + 1) == "which")):
        return hit.source
    opener = next((i for i in range(comma - 1, hit.cue, -1) if _opens_new_noun(tokens, i)), 0)
    return (opener + (tokens[opener].lower not in lexicon.ARTICLES), comma) if opener else hit.source


def _opens_new_noun(tokens: list[Token], at: int) -> bool:
    """Whether another body or document may begin here: not within "the Organization for Migration", nor in an apposition, ", a trade group"."""
    before = word_at(tokens, at - 1)
    return tokens[at].lower in _NOUN_OPENERS and before != "," and before not in nouns.BODY_NAME_WORDS


def find_relative_comma(tokens: list[Token], verb: int) -> int:
    """The comma of ", who has said" or ", whose surveys have found" before the verb; else 0."""
    opener = find_word_back(tokens, {"who", "which", "whose"}, verb - 1, max(1, verb - _WHOSE_WINDOW))
    is_near = opener == verb - 1 or word_at(tokens, opener) == "whose"
    return opener - 1 if is_near and word_at(tokens, opener - 1) == "," else 0


def is_calling_aside(tokens: list[Token], at: int) -> bool:
    """Whether ", who called it a sham" occurs here; not "who called on them to go"."""
    is_relative = tokens[at].lower in _LABELLING_VERBS and tokens[at - 1].lower in {"who", "which"}
    return is_relative and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
