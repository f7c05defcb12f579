"""Where a clause in front that reports ends: "After A said S, B left", "While A says S, B says T"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.compound.between_sources import (
    is_reported,
    is_sourced,
    reported_to_end,
    unstopped,
)
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    is_predicate,
    may_be_third_person,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite, may_be_verb

_FEWEST_SAID, _FEWEST_DONE, _FEWEST_PLAIN = 2, 2, 3
_PLAINLY_SAYS = lexicon.PLAINLY_SAY | {"told", "tells"}
_MOST_COMMAS = 8
"""Commas that are looked at; no clause in front has more of its own."""
_LONGEST_LEAD = 6
"""Words before the one that opens the clause: "More than two years after", "In 2019, when"."""
OPENING = word_set("although though while whereas where when as because since until once") | times.LAPSING
"""What opens such a clause."""
_LEADING = lexicon.COORDINATORS | word_set("yet so even ever just soon shortly immediately long right only")
_SO_SOON = (["as", "soon", "as"], ["by", "the", "time"])
_NO_MAIN = (lexicon.CONJUNCTIONS | lexicon.RELATIVES | {"how", "why"}) - {"so"}
"""What goes on with what was said rather than begin the main clause."""


def past_front_clause(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """What a clause in front reports, as if told by itself ("A said S"), and the main clause; None where there is none."""
    opens = _opener(tokens)
    if opens is None:
        return None
    cue = next((i for i in range(opens + 2, len(tokens)) if tokens[i].lower in lexicon.REPORTING), 0)
    commas = [i for i in range(cue + _FEWEST_SAID, len(tokens) - _FEWEST_DONE) if tokens[i].text == ","]
    commas = commas[:_MOST_COMMAS]
    if not (cue and commas):
        return None
    concedes = tokens[opens].lower in lexicon.CONCEDING
    plain = [i for i in commas if _may_begin_main(tokens, i + 1)]
    clauses = [i for i in plain if _holds_verb(tokens, i + 1)]
    for comma in clauses or [i for i in plain if tokens[i + 1].lower not in lexicon.PREPOSITIONS]:
        said, main = tokens[opens + 1 : comma], tokens[comma + 1 :]
        if _is_told(said, concedes=concedes):
            # "When A said S, nobody believed her, B said" is all B's
            return (said, unstopped(main, 0)) if concedes or not is_sourced(main) else None
    return None


def _opener(tokens: list[Token]) -> int | None:
    """Where the word stands that opens the clause: "After", "Days after", "But even as", "In 2019, when"."""
    first = [token.lower for token in tokens[:_LONGEST_LEAD]]
    if first[0] in {"as", "by"} and first[:3] in _SO_SOON:
        return 2
    at = next((i for i, word in enumerate(first) if word in OPENING), None)
    if not at:
        return at
    before = tokens[at - 1].lower
    lapses = tokens[at].lower in times.LAPSING and before in times.STRETCHES
    dates = tokens[at].lower == "when" and before == "," and tokens[0].lower in lexicon.PREPOSITIONS
    leads = lapses or dates or all(token.lower in _LEADING for token in tokens[:at])
    return at if leads and not any(map(is_finite, tokens[:at])) else None


def _may_begin_main(tokens: list[Token], at: int) -> bool:
    """Whether a main clause may begin at `at`, behind a comma."""
    first = tokens[at].lower
    return not (first in _NO_MAIN or is_finite(tokens[at]) or first.endswith("ing"))


def _holds_verb(tokens: list[Token], at: int) -> bool:
    """Whether a clause that begins at `at` has its verb before the next comma: no apposition."""
    end = next((i for i in range(at + 1, len(tokens)) if tokens[i].text == ","), len(tokens))
    return tokens[at].is_quote or any(
        may_be_verb(tokens[i])
        or is_predicate(tokens, i)
        or may_be_third_person(tokens, i)
        or (tokens[i].lower in lexicon.CUES and tokens[i - 1].lower not in lexicon.BEFORE_NOUN)
        for i in range(at + 1, end)
    )


def _is_told(said: list[Token], *, concedes: bool) -> bool:
    """Whether a clause says of somebody what he says, to its end; it begins with him, or with what stands against it."""
    hit = reported_to_end(said)
    before = said[: hit.source[0]] if hit else said
    if hit is None or (before and not concedes) or any(token.text == "," for token in before):
        return False
    start, end = hit.content
    that = said[start].lower == "that"
    start += that
    # "the drug works" has a verb that no list knows
    is_plain = that or said[hit.cue].lower in _PLAINLY_SAYS
    return (is_plain and end - start >= _FEWEST_PLAIN) or said[start].is_quote or is_reported(said)
