"""Who is said to have said it: from a cue word ("said", "according to") to its source and its words.

Every search starts at a cue and looks a bounded way, so that the work is linear in the length of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.comments.commenting import disputed_by, past_denial
from claimtrack.core.extract.attribution.compound.main_clauses import contrasts, joins
from claimtrack.core.extract.attribution.constructions.citing import cited
from claimtrack.core.extract.attribution.constructions.closing import (
    JOINING,
    closing_attribution,
    closing_without_comma,
    first_cue,
    may_retell,
    said_before,
    tells_all,
)
from claimtrack.core.extract.attribution.constructions.leading import preposed
from claimtrack.core.extract.attribution.constructions.parentheticals import noting
from claimtrack.core.extract.attribution.constructions.participles import participle, replying
from claimtrack.core.extract.attribution.constructions.trailing import CLOSING_VERBS, inverted, postposed
from claimtrack.core.extract.attribution.constructions.vouching import (
    as_told,
    heard_from,
    tells_meanwhile,
    thought,
    told_by,
)
from claimtrack.core.extract.attribution.reported.adjuncts import after_verb, tells_when
from claimtrack.core.extract.attribution.reported.ending import gapped, words_end
from claimtrack.core.extract.attribution.reported.tails import gives_view
from claimtrack.core.extract.attribution.scope import (
    Attribution,
    calls_aside,
    follows_main_clause,
    is_aside,
    is_relative,
    is_relative_alone,
    is_subordinate,
    relative_comma,
    tells_aside,
    tells_lapse,
    tells_of_document,
    tells_why,
)
from claimtrack.core.extract.attribution.sources.nameable import nameable
from claimtrack.core.extract.attribution.sources.noun_phrases import subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice
from claimtrack.core.extract.attribution.verbs.cues import cues, group_start, is_verb, reckons, verb_group
from claimtrack.core.extract.attribution.verbs.other_senses import speaks_as
from claimtrack.core.extract.attribution.verbs.unsaid import is_unsaid
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import BREAKS, FEWEST_SAID, opens_clause, points_back, word_at
from claimtrack.core.extract.words.reading import QUOTED, Range, Token
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from collections.abc import Set


_TOLD = lexicon.INSISTING | {"told"}
_SPOKEN_OF = lexicon.THINK | lexicon.SHOW
"""Verbs of what somebody may tell of others: "Scans showed less damage, Doe said, although ..."."""
_SAYING_NOW = lexicon.INSISTING | lexicon.FRAME
_OPENS_OTHER = lexicon.ARTICLES | lexicon.BELONGING
_FINDING = frozenset({"found", "shows", "show", "suggests", "suggest"})
_OPENING = (("for", thought), ("as", as_told), ("heard", heard_from))
"""A word that a sentence has to hold, and how one source of all of it is told then."""


def attributions(tokens: list[Token], words: Set[str] | None = None) -> list[Attribution]:
    """The attributions of a sentence, which holds `words`, from left to right; what lies within another's words is left alone."""
    words = {token.lower for token in tokens} if words is None else words
    for opener, whole in _OPENING:
        if opener in words and (view := whole(tokens)):
            return [view]
    notes = "," in words and ("that" in words or ("who" in words and not _SAYING_NOW.isdisjoint(words)))
    if notes and (noted := noting(tokens)):
        return noted
    groups: dict[int, int | None] = {}
    closing = closing_attribution(tokens, words, groups)
    if closing is not None:
        further = _further(tokens, closing)
        return [*_parted(tokens, closing), further] if further else _parted(tokens, closing)
    if run_on := closing_without_comma(tokens, words):
        return [run_on]
    if "by" in words and (told := told_by(tokens)):
        return [told]
    found: list[Attribution] = []
    taken, denies = past_denial(tokens) if ":" in words else 0, False
    for at in cues(tokens):
        if found and found[0].framed and found[0].content[1] == len(tokens):
            break
        hit = _read(tokens, at, taken, found[-1].source if found else None, groups) if at >= taken else None
        if hit is None or (found and (hit.framed or tells_why(tokens, hit))):
            continue
        hit = _spoken_over(tokens, hit) if hit.framed or tokens[at].lower in _SPOKEN_OF else hit
        if found and _is_of_same(tokens, at, taken):
            hit = hit._replace(source=found[-1].source)
        if is_own_voice(tokens, hit.source) or is_aside(tokens, hit):
            continue
        if tells_aside(tokens, hit) or tells_meanwhile(tokens, hit):
            continue
        if tells_lapse(tokens, hit):
            taken = hit.content[1]
            continue
        if is_unsaid(tokens, hit):
            denies = True
            continue
        if is_relative(tokens, hit) or (not found and is_relative_alone(tokens, hit)):
            continue
        found += [hit, *_understood(tokens, hit)]
        taken = max(at + 1, found[-1].content[1])
    return _completed(tokens, found[0], denies=denies) if len(found) == 1 else found


def _completed(tokens: list[Token], only: Attribution, *, denies: bool) -> list[Attribution]:
    """The only attribution of a sentence, with the main clause before it, or with what whoever spoke is told to say besides."""
    if follows_main_clause(tokens, only) and not (denies or contrasts(tokens, only) or joins(tokens, only)):
        whole = only._replace(content=(0, len(tokens)))
        return [] if is_subordinate(tokens, whole) else [whole]
    further = _further(tokens, only) if only.content[1] <= only.cue else None
    return [only, further] if further and not calls_aside(tokens, further.cue) else [only]


def _is_of_same(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether the verb of whoever spoke before stands here: "saying that S", "but has since said S"."""
    group = group_start(tokens, at, floor)
    is_joined = tokens[group - 1].lower in {"and", "but"} or word_at(tokens, group) == "then"
    is_joined = is_joined or gives_view(tokens, at - 3)
    return is_joined or (
        tokens[at].lower.endswith("ing") and not (disputed_by(tokens, at) or replying(tokens, at))
    )


def _understood(tokens: list[Token], hit: Attribution) -> list[Attribution]:
    """Those whose verb of saying is understood: "Doe said prices rose, Ashby that they fell"."""
    start, end = hit.content
    found: list[Attribution] = []
    while not hit.framed and start > hit.cue and end < len(tokens):
        at = end + 1 + (word_at(tokens, end + 1) == "and")
        that = gapped(tokens, at, start)
        if not that:
            break
        start, end = that, words_end(tokens, that + 1)
        found.append(Attribution(hit.cue, (at, that), (start, end)))
    return found


def _parted(tokens: list[Token], closing: Attribution) -> list[Attribution]:
    """The attribution at a sentence's end, behind another if one stands in it: "A, Doe said, and B, he added"."""
    start, end = closing.content
    if first := _said_before_citation(tokens, closing):
        begin = first.content[1] + (tokens[first.content[1]].text == ",")
        return [first, closing._replace(content=(begin + (word_at(tokens, begin) in JOINING), end))]
    if may_retell(tokens, closing):
        own = attributions(tokens[: end - (tokens[end - 1].text == ",")])
        if tells_all(tokens, own, end):
            return own
    if word_at(tokens, start) in lexicon.CONJUNCTIONS:
        return [closing]  # "After Doe left, he said, "we won," ..."
    for at in range(start + 1, end if end <= closing.cue else 0):
        if tokens[at].lower not in CLOSING_VERBS:
            continue
        group = group_start(tokens, at, start)
        if not is_verb(tokens, at, group):
            continue
        hit = inverted(tokens, at, group, start) or postposed(tokens, at, group, start)
        if hit is None or hit.framed:
            continue
        rest = max(after_verb(tokens, at), hit.source[1])
        begin = rest + 1 + (word_at(tokens, rest + 1) in {"and", "while"})
        said = min(hit.source[0], at)
        if _goes_on(tokens, rest) and is_statement(tokens, start, said) and is_statement(tokens, begin, end):
            return [hit._replace(content=(start, said)), closing._replace(content=(begin, end))]
    return [closing]


def _said_before_citation(tokens: list[Token], closing: Attribution) -> Attribution | None:
    """The first of two sources in "Doe said rents rose, and fares fell, according to the council", "..., the report says"."""
    cue = first_cue(tokens, closing)
    first = _read(tokens, cue, 0, None, {}) if cue else None
    return said_before(tokens, first, closing.content[1]) if first else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a second clause or quotation begins at the comma behind "X said"."""
    following = word_at(tokens, at + 1)
    return word_at(tokens, at) == "," and (following in JOINING or following[:1] == QUOTED)


def _spoken_over(tokens: list[Token], hit: Attribution) -> Attribution:
    """The attribution that closes over another: in "Vale had promised S, he said, but B", what he said; else the same."""
    window = range(max(hit.cue + 1, hit.content[0] + FEWEST_SAID), min(hit.content[1], len(tokens) - 1))
    for at in [at for at in window if tokens[at].lower in _TOLD]:
        subject = subject_start(tokens, at)
        if subject and word_at(tokens, subject - 1) in BREAKS:
            over = _read(tokens, at, 0, None, {})
            if over and not over.framed and over.content[0] <= hit.source[0] and over.content[1] <= at:
                return over
    return hit


def _further(tokens: list[Token], hit: Attribution) -> Attribution | None:
    """What the source at a sentence's end says besides: "..., said Jane Doe, who noted that ..."."""
    for at in range(hit.cue + 1, len(tokens) - FEWEST_SAID):
        word = tokens[at].lower
        puts = word in lexicon.PUTS or calls_aside(tokens, at)
        if not puts and word not in lexicon.REPORTING_VERBS and word not in _FINDING:
            continue
        said = at if puts else after_verb(tokens, at)
        # ", which put it at $4m", ", who called it S"
        puts = puts and (word not in lexicon.PUTS or reckons(tokens, at))
        tells = word_at(tokens, said) == "that" and not points_back(tokens, said)
        tells = tells or (word in lexicon.INSISTING and opens_clause(tokens, said))
        tells = tells or (word == "says" and is_statement(tokens, said, len(tokens)))
        if not (puts or (tells and said > at)):
            continue
        comma = relative_comma(tokens, group_start(tokens, at, hit.cue + 1))
        if not comma:
            continue
        return Attribution(at, _told_of_last(tokens, hit, comma), (said, len(tokens)))
    return None


def _told_of_last(tokens: list[Token], hit: Attribution, comma: int) -> Range:
    """Whom the clause behind this comma is about: the body in "said Jane Doe of Oxfam, which says S", the report in "..., citing a report, which says S", else whoever spoke."""
    turns = any(token.lower.endswith("ing") for token in tokens[hit.source[1] : comma])
    is_body = tokens[comma - 1].is_capital or tokens[comma - 1].lower in nouns.BODIES
    if not (turns or (is_body and word_at(tokens, comma + 1) == "which")):
        return hit.source
    opener = next((i for i in range(comma - 1, hit.cue, -1) if _opens_other(tokens, i)), 0)
    return (opener + (tokens[opener].lower not in lexicon.ARTICLES), comma) if opener else hit.source


def _opens_other(tokens: list[Token], at: int) -> bool:
    """Whether another body or paper may begin here: not within "the Organization for Migration", nor what is told of one, ", a trade group"."""
    before = word_at(tokens, at - 1)
    return tokens[at].lower in _OPENS_OTHER and before != "," and before not in nouns.ORGANISATION


def _read(
    tokens: list[Token], at: int, floor: int, spoke: Range | None, groups: dict[int, int | None]
) -> Attribution | None:
    """The attribution of one cue; `floor` is where the words of the one before end, `spoke` who said them.

    `groups` keeps the verb groups of the sentence (`verb_group`).
    """
    hit = _reading(tokens, at, floor, spoke, groups)
    return hit if hit and nameable(tokens[slice(*hit.source)]) else None


def _reading(
    tokens: list[Token], at: int, floor: int, spoke: Range | None, groups: dict[int, int | None]
) -> Attribution | None:
    """What a cue and the words around it come to, whatever stands where somebody should be named."""
    word = tokens[at].lower
    if word in lexicon.CITING:
        return cited(tokens, at)
    group = verb_group(tokens, at, floor, groups)
    if group is None:
        return None
    if word.endswith("ing") and not (
        speaks_as(tokens, at) < at or any(token.lower in lexicon.BE for token in tokens[group:at])
    ):
        return participle(tokens, at, spoke)
    before = inverted(tokens, at, group, floor)
    if before is not None:
        return before
    after = preposed(tokens, at, group, floor)
    if after is None or tells_of_document(tokens, at):
        return postposed(tokens, at, group, floor)
    is_sure = not (after.framed or tells_when(tokens, after.content[0]))
    return after if is_sure else postposed(tokens, at, group, floor) or after
