"""Words that a paper, a document or a court only passes on: "Moor said S, Reuters reported" is Moor's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.reported.adjuncts import after_verb, past_circumstances
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution

_MEDIA = word_set(
    "media agency newspaper newspapers paper papers broadcaster broadcasters television tv radio magazine outlet outlets website daily tabloid "
    "reuters afp ap pti ani upi dpa ansa efe xinhua tass interfax bbc cnn npr pbs nbc cbs abc msnbc itv bloomberg axios politico guardian times "
    "post journal news herald tribune telegraph courier gazette mail mirror independent chronicle globe star express"
)
"""The last word of those who pass on what others say."""
_PAPERS = word_set(
    "documents document filing filings affidavit transcript transcripts complaint indictment lawsuit minutes "
    "recording recordings report reports account accounts draft drafts memo memos statement statements release slides testimony"
)
"""Papers that hold what somebody said. A poll vouches for what voters say, and a letter is its writer's own account."""
COUNTED = word_set("percent % voters respondents majority americans britons adults half third quarter most")
_REPORTING = word_set("reported reports report")
_SAID = word_set("said says wrote writes")
_HEARING = word_set("heard hears told")
_PASSING_ON = _REPORTING | _SAID | _HEARING | {"according"}
_LONGEST_LEAD = 6
_HANGING = (lexicon.SUBORDINATORS | lexicon.RELATIVES) - {"but", "yet"}


def _is_behind(tokens: list[Token], hits: list[Attribution], end: int) -> bool:
    """Whether all words before the last source are somebody's who is named behind them: "S, Moor told the court"."""
    if len(hits) != 1 or hits[0].framed or hits[0].content[0] > 0:
        return False
    cue, source, said = hits[0].cue, hits[0].source, hits[0].content[1]
    rest = past_circumstances(tokens, cue, max(source[1], after_verb(tokens[:end], cue)))
    return said <= min(cue, source[0]) and rest >= end - (tokens[end - 1].text == ",")


def may_retell(tokens: list[Token], closing: Attribution) -> bool:
    """Whether the source at a sentence's end passes on what the words before it may report of somebody else."""
    start, end = closing.content
    cue = tokens[closing.cue].lower
    if cue not in _PASSING_ON or start > 0 or end > closing.cue or closing.framed:
        return False
    if cue in _SAID and tokens[closing.source[1] - 1].lower not in _MEDIA | _PAPERS:
        return False  # most are people
    source = tokens[slice(*closing.source)]
    if not source or source[0].lower in lexicon.PRONOUNS:
        return False
    if cue in _HEARING:  # "Moor told police S, the Vale County Court has heard"
        return source[-1].lower in nouns.HEARINGS
    of = next((i for i, token in enumerate(source) if token.lower in lexicon.PREPOSITIONS), len(source))
    head = source[max(0, of - 1)].lower
    if head in _MEDIA or cue in _REPORTING:
        return True
    return (cue == "according" or cue in _SAID) and any(token.lower in _PAPERS for token in source)


def tells_all(tokens: list[Token], hits: list[Attribution], end: int) -> bool:
    """Whether the words before the last source are somebody's own from their beginning to their end: "Moor said S"."""
    if not hits or tokens[0].lower in _HANGING:
        return False
    if _is_behind(tokens, hits, end):
        return True
    first = hits[0]
    start = first.source[0]
    is_own = not any(hit.framed or hit.content[0] < hit.cue for hit in hits)
    leads = start <= _LONGEST_LEAD and not is_statement(tokens, 0, start)
    leads = leads and not any(token.lower in COUNTED for token in tokens[slice(*first.source)])
    leads = leads and _may_speak(tokens[slice(*first.source)])
    last = hits[-1].content[1]
    last += word_at(tokens, last) == ","
    return is_own and leads and last >= end and tokens[first.cue].lower in lexicon.REPORTING_VERBS


def _may_speak(named: list[Token]) -> bool:
    """Whether somebody or a body is named: "The increase will add $9 to a bill" tells of no speaker."""
    return is_speaker(named) or any(token.lower in nouns.BODIES for token in named)
