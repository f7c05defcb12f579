"""Where a sentence splits between two sources: one cited, "A said S, but according to B, T", or in a fronted clause, "While A says S, B says T"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.constructions.citing import match_citation
from claimtrack.core.extract.attribution.reported.brief import is_brief_clause
from claimtrack.core.extract.attribution.sources.nameable import is_poll_share
from claimtrack.core.extract.attribution.sources.noun_phrases import is_unpaired_dash
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    CLAUSE_PUNCTUATION,
    DASHES,
    MIN_CONTENT,
    has_predicate,
    is_predicate,
    starts_clause,
)
from claimtrack.core.extract.words.finding import contains_word, find_word, find_word_back, word_at
from claimtrack.core.extract.words.reading import QUOTED, Token, words_of
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.verbs import is_finite, may_be_verb

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution

_JOINT_WORDS = lexicon.AND_OR_CONTRASTIVES | {"because"}
_JOINTS_BETWEEN = _JOINT_WORDS | {"or"}  # before the second clause
_FEWEST_IN_FRONT, _FEWEST_AFTER, _FEWEST_PLAIN = 2, 2, 3  # tokens before and after a comma; of a clause
_ZERO_THAT_VERBS = lexicon.SAY_FORMS | {"told", "tells"}
_MOST_COMMAS = 8  # commas to consider; no fronted clause has more
_LONGEST_LEAD = 6  # words before the conjunction: "More than two years after", "In 2019, when"
SUBORDINATE_OPENERS = (
    words_of("although though while whereas where when as because since until once") | times.AFTER_BEFORE
)
"""Conjunctions that open a fronted clause: "While A says S, B says T"."""
_BEFORE_OPENER = lexicon.COORDINATORS | words_of(
    "yet so even ever just soon shortly immediately long right only"
)
_PHRASAL_OPENERS = (["as", "soon", "as"], ["by", "the", "time"])
_NOT_MAIN_OPENERS = (lexicon.CONJUNCTIONS | lexicon.RELATIVES | {"how", "why"}) - {"so"}
"""Words that continue the content rather than begin the main clause."""


def split_between_sources(tokens: list[Token], verbs: list[int]) -> tuple[int, int] | None:
    """The end of the first clause and the start of the second, at "according"; None if no source is cited for one of two.

    `verbs` are the indices of reporting verbs.
    """
    return _split_before_citation(tokens) or _split_between_cited(tokens, verbs)


def _split_before_citation(tokens: list[Token]) -> tuple[int, int] | None:
    """The end of the first clause and the start of the second in "A said S, but according to B, T"; else None."""
    for at in range(MIN_CONTENT, len(tokens) - MIN_CONTENT):
        joint = _find_joint(tokens, at) if tokens[at].lower == "according" else 0
        if joint and ends_main_clause(tokens, joint) and _is_new_citation(tokens[at:]):
            return joint, at
    return None


def _split_between_cited(tokens: list[Token], verbs: list[int]) -> tuple[int, int] | None:
    """The same for "300 went to Vale, according to A, and 20 to Leeds, according to B"; `verbs` are the indices of reporting verbs."""
    for second in (at for at in verbs[1:] if tokens[at].lower == "according"):
        joint = find_word_back(tokens, _JOINTS_BETWEEN, second - 1, verbs[0] + 1)
        if not joint:
            continue
        end = joint - (tokens[joint - 1].text == ",")
        lacks_comma = end == joint and not _needs_no_comma(tokens, verbs[0], (joint, second))
        opens = end < joint and _opens_with_source(tokens, end)
        if (opens or is_fully_attributed(tokens[:end])) and not lacks_comma:
            return (end, joint + 1) if find_attributions(without_full_stop(tokens, joint + 1)) else None
    return None


def _needs_no_comma(tokens: list[Token], first: int, rest: tuple[int, int]) -> bool:
    """Whether no comma is needed before the joint, since the first source is cited too: "4,000 according to A and 9,000 according to B"."""
    after = tokens[rest[0] : rest[1] - 1]
    return tokens[first].lower == "according" and not contains_word(after, ",")


def _opens_with_source(tokens: list[Token], end: int) -> bool:
    """Whether the first clause opens with its source and ends with its content: "According to A, S, and T, according to B"."""
    hits = find_attributions(tokens[:end]) if tokens[0].lower == "according" else []
    return len(hits) == 1 and hits[0].cue == 0 and hits[0].content[1] == end


def _find_joint(tokens: list[Token], at: int) -> int:
    """The end of the clause before a citation: before ", but", a colon or an unpaired dash; 0 if it does not end there."""
    if tokens[at - 1].text == ":":
        return at - 1
    if tokens[at - 1].text in DASHES:
        return at - 1 if is_unpaired_dash(tokens, at - 1) else 0
    word = at - 1 - (tokens[at - 1].text == ",")
    if tokens[word].lower not in _JOINT_WORDS:
        return 0
    return word - (tokens[word - 1].text in CLAUSE_PUNCTUATION)


def _is_new_citation(tokens: list[Token]) -> bool:
    """Whether the rest is a citation and a clause with its own subject: not "and, according to X, employs 40"."""
    hit = match_citation(tokens, 0)
    if hit is None:
        return False
    start = hit.content[0]
    begins = starts_clause(tokens, start) and not is_finite(tokens[start])
    return (start > hit.source[1] and begins) or start == hit.source[1]


def is_fully_attributed(tokens: list[Token]) -> bool:
    """Whether all of a clause is attributed to a source named after its first words: "S, Doe said", "S, Doe said, T"."""
    hits = find_attributions(tokens)
    if len(hits) != 1 or hits[0].framed:
        return False
    (start, end), cue = hits[0].content, hits[0].cue
    return start == 0 and (end <= cue or end >= len(tokens) - 1)


def find_colon_before_source(tokens: list[Token]) -> int:
    """The colon in "The figure is wrong: records show S", before which the outlet speaks; 0 if no source follows one."""
    colon = find_word(tokens, ":", MIN_CONTENT, len(tokens) - MIN_CONTENT)
    following = word_at(tokens, colon + 1) if colon else "it"
    if following in lexicon.THING_PRONOUNS or following[:1] == QUOTED or tokens[0].lower == "whether":
        return 0
    if not ends_main_clause(tokens, colon) or find_attributions(tokens[:colon]):
        return 0
    hits = find_attributions(tokens[colon + 1 :])
    is_report = bool(hits) and hits[0].source[0] == 0 and hits[0].cue < hits[0].content[0]
    if not is_report or is_poll_share(tokens[colon + 1 : colon + 1 + hits[0].source[1]]):
        return 0
    whole = find_attributions(tokens)
    return colon if whole and whole[0].content[0] < colon else 0  # else it is only a lead-in


def find_attribution_to_end(tokens: list[Token]) -> Attribution | None:
    """The attribution of a clause that ends with its content; None if it does not, or contains another statement."""
    hits = find_attributions(tokens)
    if len(hits) != 1 or hits[0].framed or hits[0].content[0] < hits[0].cue:
        return None
    return hits[0] if hits[0].content[1] == len(tokens) else None


def is_complete_report(tokens: list[Token]) -> bool:
    """Whether a clause is one attribution up to its end: "A says S", but not "A says that if S"."""
    hit = find_attribution_to_end(tokens)
    if hit is None or hit.content[0] == hit.content[1]:
        return False
    start, end = hit.content
    start += tokens[start].lower == "that"
    is_quoted = start + 1 == end and tokens[start].is_quote
    is_whole = is_quoted or is_brief_clause(tokens, start, end) or is_clause(tokens, start, end)
    opens = {tokens[0].lower, word_at(tokens, start)}
    return is_whole and opens.isdisjoint(lexicon.SUBORDINATORS)


def ends_main_clause(tokens: list[Token], end: int) -> bool:
    """Whether a complete clause ends here that does not depend on what follows."""
    is_clause = is_statement(tokens, 0, end) and (tokens[0].is_quote or has_predicate(tokens, 0, end))
    return is_clause and tokens[0].lower not in lexicon.TRUE_SUBORDINATORS


def without_full_stop(tokens: list[Token], begin: int) -> list[Token]:
    """The last clause of a sentence, from `begin`, without the full stop of the whole."""
    return tokens[begin:-1] if tokens[-1].text == "." else tokens[begin:]


def split_fronted_clause(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """The report in a fronted clause, as a sentence of its own ("A said S"), and the main clause; None if there is none."""
    opens = _find_opener(tokens)
    if opens is None:
        return None
    cue = find_word(tokens, lexicon.SPEECH_CUES, opens + 2)
    commas = [i for i in range(cue + _FEWEST_IN_FRONT, len(tokens) - _FEWEST_AFTER) if tokens[i].text == ","]
    commas = commas[:_MOST_COMMAS]
    if not (cue and commas):
        return None
    is_concessive = tokens[opens].lower in lexicon.CONCESSIVES
    plain = [i for i in commas if _may_begin_main(tokens, i + 1)]
    clauses = [i for i in plain if _contains_verb(tokens, i + 1)]
    for comma in clauses or [i for i in plain if tokens[i + 1].lower not in lexicon.PREPOSITIONS]:
        said, main = tokens[opens + 1 : comma], tokens[comma + 1 :]
        if _is_report(said, concedes=is_concessive):
            # "When A said S, nobody believed her, B said" is all B's
            return (
                (said, without_full_stop(main, 0)) if is_concessive or not is_fully_attributed(main) else None
            )
    return None


def _find_opener(tokens: list[Token]) -> int | None:
    """The index of the word that opens a fronted clause: "After", "Days after", "But even as", "In 2019, when"; else None."""
    first = [token.lower for token in tokens[:_LONGEST_LEAD]]
    if first[0] in {"as", "by"} and first[:3] in _PHRASAL_OPENERS:
        return 2
    at = next((i for i, word in enumerate(first) if word in SUBORDINATE_OPENERS), None)
    if not at:
        return at
    before = tokens[at - 1].lower
    lapses = tokens[at].lower in times.AFTER_BEFORE and before in times.TIME_UNITS
    dates = (
        tokens[at].lower in {"when", "where"} and before == "," and tokens[0].lower in lexicon.PREPOSITIONS
    )
    leads = lapses or dates or all(token.lower in _BEFORE_OPENER for token in tokens[:at])
    return at if leads and not any(map(is_finite, tokens[:at])) else None


def _may_begin_main(tokens: list[Token], at: int) -> bool:
    """Whether a main clause may begin at `at`, after a comma."""
    first = tokens[at].lower
    return not (first in _NOT_MAIN_OPENERS or is_finite(tokens[at]) or first.endswith("ing"))


def _contains_verb(tokens: list[Token], at: int) -> bool:
    """Whether the clause that begins at `at` has its verb before the next comma, and is no apposition."""
    end = find_word(tokens, ",", at + 1, default=len(tokens))
    return tokens[at].is_quote or any(
        may_be_verb(tokens[i])
        or is_predicate(tokens, i)
        or (tokens[i].lower in lexicon.CUES and tokens[i - 1].lower not in lexicon.BEFORE_NOUN)
        for i in range(at + 1, end)
    )


def _is_report(clause: list[Token], *, concedes: bool) -> bool:
    """Whether a clause is a report up to its end that begins with its source, or with a concession."""
    hit = find_attribution_to_end(clause)
    before = clause[: hit.source[0]] if hit else clause
    if hit is None or (before and not concedes) or contains_word(before, ","):
        return False
    start, end = hit.content
    that = clause[start].lower == "that"
    start += that
    # "the drug works" has an unlisted verb
    is_plain = that or clause[hit.cue].lower in _ZERO_THAT_VERBS
    return (is_plain and end - start >= _FEWEST_PLAIN) or clause[start].is_quote or is_complete_report(clause)
