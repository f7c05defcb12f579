"""Where a sentence parts into clauses that are read each by itself: "A said S, but according to B, T"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import attributions
from claimtrack.core.extract.attribution.brief import is_brief
from claimtrack.core.extract.attribution.citing import cited
from claimtrack.core.extract.attribution.others import replies
from claimtrack.core.extract.attribution.passing import told_by_last
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    DASHES,
    has_predicate,
    is_finite,
    is_statement,
    opens_clause,
    word_at,
)

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_FEWEST_SAID = 3
_FEWEST_IN_TWO = 7
"""Words of a sentence that may part, at least: "A says 4, B says none"."""
_LONGEST_SUBJECT = 8
_BEFORE_REPLY = frozenset({",", ";", "and", "but", "yet", "while", "whereas", "although", "though"})
_REPLYING = (
    lexicon.INSISTING
    | lexicon.REJECTING
    | frozenset(
        "according say warn argue found find finds show shows reported reports told put puts claim countered counters estimated estimates concluded concludes".split()
    )
)
_JOINING = frozenset("and but yet while whereas because although though".split())
_PAUSES = DASHES | {",", ";"}


def parted(tokens: list[Token]) -> list[list[Token]]:
    """The clauses of a sentence that are read each by itself; one where it does not part."""
    told = told_by_last(tokens)
    if told and attributions(told[1]):
        return list(told)
    if stop := _between_quotations(tokens):
        return [tokens[:stop], *parted(tokens[stop + 1 :])]
    if len(tokens) < _FEWEST_IN_TWO:
        return [tokens]
    says = [at for at, token in enumerate(tokens) if token.lower in _REPLYING]
    cites = any(tokens[at].lower == "according" for at in says) and _before_citation(tokens)
    end, begin = cites or (_before_reply(tokens, says) if len(says) > 1 else None) or (0, 0)
    if not end:
        return [tokens]
    rest = (
        tokens[begin:-1] if tokens[-1].text == "." else tokens[begin:]
    )  # the stop is that of the whole sentence
    return [tokens[:end], *parted(rest)]


def _between_quotations(tokens: list[Token]) -> int:
    """Where the semicolon stands in ""S," Doe said; "T," Moor said"; 0 where no two are quoted like that."""
    if not (tokens and tokens[0].is_quote):
        return 0
    stops = (i for i in range(2, len(tokens) - 2) if tokens[i].text == ";" and tokens[i + 1].is_quote)
    return next((i for i in stops if attributions(tokens[:i]) and attributions(tokens[i + 1 :])), 0)


def _before_citation(tokens: list[Token]) -> tuple[int, int] | None:
    """Where the first clause ends and the second begins in "A said S, but according to B, T"."""
    for at in range(_FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        joint = _joint(tokens, at) if tokens[at].lower == "according" else 0
        if joint and _is_main(tokens, joint) and _cites_anew(tokens[at:]):
            return joint, at
    return None


def _before_reply(tokens: list[Token], says: list[int]) -> tuple[int, int] | None:
    """Where they do in "A says S, B says T" and "A said S and B said T"; `says` are the verbs of saying."""
    for first, verb in pairwise(says):
        if tokens[verb].lower == "according":
            continue
        window = range(verb - 1, max(first, verb - _LONGEST_SUBJECT), -1)
        for joint in (
            i for i in window if tokens[i].lower in _BEFORE_REPLY and word_at(tokens, i - 1) != "even"
        ):
            end = joint - (tokens[joint - 1].text == ",")
            goes_on = (
                tokens[joint].lower == "and" and _is_past(tokens[verb]) and not _is_past(tokens[says[0]])
            )
            if not goes_on and replies(tokens, joint + 1, verb) and _reports_until(tokens[:end]):
                return end, joint + 1
    return None


def _is_past(verb: Token) -> bool:
    return verb.lower.endswith("ed") or verb.lower in {"said", "told", "found", "wrote"}


def _reports_until(tokens: list[Token]) -> bool:
    """Whether a clause says of somebody what he says, to its end: "A says S", but not "A says that if S"."""
    hits = attributions(tokens)
    if len(hits) != 1 or hits[0].framed or hits[0].content[0] < hits[0].cue:
        return False
    start, end = hits[0].content
    start += tokens[start].lower == "that"
    is_whole = is_brief(tokens, start, end) or (
        is_statement(tokens, start, end) and has_predicate(tokens, start, end)
    )
    opens = {tokens[0].lower, word_at(tokens, start)}
    return end == len(tokens) and is_whole and opens.isdisjoint(lexicon.SUBORDINATORS)


def _joint(tokens: list[Token], at: int) -> int:
    """Where the clause before a citation ends: before ", but", ";" or a dash that none closes; 0 where it goes on."""
    if tokens[at - 1].text == ";":
        return at - 1
    if tokens[at - 1].text in DASHES:
        return 0 if any(token.text in DASHES for token in tokens[at:]) else at - 1
    word = at - 1 - (tokens[at - 1].text == ",")
    if tokens[word].lower not in _JOINING:
        return 0
    return word - (tokens[word - 1].text in _PAUSES)


def _is_main(tokens: list[Token], end: int) -> bool:
    """Whether a whole clause ends here that does not hang on what follows."""
    is_clause = is_statement(tokens, 0, end) and (tokens[0].is_quote or has_predicate(tokens, 0, end))
    return is_clause and tokens[0].lower not in lexicon.SUBORDINATORS


def _cites_anew(tokens: list[Token]) -> bool:
    """Whether a citation and a clause with a subject of its own make up the rest: not "and, according to X, employs 40"."""
    hit = cited(tokens, 0)
    if hit is None:
        return False
    start = hit.content[0]
    begins = opens_clause(tokens, start) and not is_finite(tokens[start])
    return (start > hit.source[1] and begins) or start == hit.source[1]
