"""Who is said to have said it: from a cue word ("said", "according to") to its source and its words.

Every search starts at a cue and looks a bounded way, so that the work is linear in the length of the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.comments.outlet_comments import find_disputer, skip_denial
from claimtrack.core.extract.attribution.compound.main_clauses import (
    contrasts_with_outlet,
    joins_outlet_clause,
)
from claimtrack.core.extract.attribution.constructions.citing import match_citation
from claimtrack.core.extract.attribution.constructions.closing import (
    JOINING_CONJUNCTIONS,
    covers_whole_clause,
    find_first_cue,
    match_closing,
    match_closing_without_comma,
    may_relay_others,
    trim_first_attribution,
)
from claimtrack.core.extract.attribution.constructions.leading import match_preposed
from claimtrack.core.extract.attribution.constructions.parentheticals import match_parenthetical_reports
from claimtrack.core.extract.attribution.constructions.participles import find_replier, match_participle
from claimtrack.core.extract.attribution.constructions.trailing import (
    CLOSING_VERBS,
    match_inverted,
    match_postposed,
)
from claimtrack.core.extract.attribution.constructions.vouching import (
    is_temporal_as,
    match_as_clause,
    match_heard_from,
    match_passive_report,
    match_viewpoint,
)
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, starts_circumstance
from claimtrack.core.extract.attribution.reported.ending import find_content_end, find_gapped_that
from claimtrack.core.extract.attribution.reported.tails import starts_own_view
from claimtrack.core.extract.attribution.scope import (
    Attribution,
    find_relative_comma,
    follows_main_clause,
    is_between_dashes,
    is_calling_aside,
    is_in_relative_clause,
    is_lapse_clause,
    is_only_in_relative,
    is_reason_clause,
    is_subject_aside,
    is_subordinate,
    modifies_document,
)
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice
from claimtrack.core.extract.attribution.verbs.cues import (
    find_active_group,
    find_cues,
    find_group_start,
    gives_estimate_or_cause,
    is_active_verb,
)
from claimtrack.core.extract.attribution.verbs.other_senses import find_quoting_start
from claimtrack.core.extract.attribution.verbs.unasserted import is_unasserted
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    MIN_CONTENT,
    is_anaphoric_that,
    starts_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import QUOTED, Token, TokenRange
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from collections.abc import Set


_TOLD = lexicon.ZERO_THAT_VERBS | {"told"}
_SPOKEN_OF = lexicon.THINK | lexicon.SHOW
"""Verbs of what somebody may tell of others: "Scans showed less damage, Doe said, although ..."."""
_SAYING_NOW = lexicon.ZERO_THAT_VERBS | lexicon.CLAIM_VERBS
_OPENS_OTHER = lexicon.ARTICLES | lexicon.AFFILIATION_PREPOSITIONS
_FINDING = frozenset({"found", "shows", "show", "suggests", "suggest"})
_OPENING = (("for", match_viewpoint), ("as", match_as_clause), ("heard", match_heard_from))
"""A word that a sentence has to hold, and how one source of all of it is told then."""


def find_attributions(tokens: list[Token], words: Set[str] | None = None) -> list[Attribution]:
    """The attributions of a sentence, which holds `words`, from left to right; what lies within another's words is left alone."""
    words = {token.lower for token in tokens} if words is None else words
    for opener, whole in _OPENING:
        if opener in words and (view := whole(tokens)):
            return [view]
    notes = "," in words and ("that" in words or ("who" in words and not _SAYING_NOW.isdisjoint(words)))
    if notes and (noted := match_parenthetical_reports(tokens)):
        return noted
    groups: dict[int, int | None] = {}
    closing = match_closing(tokens, words, groups)
    if closing is not None:
        further = _further(tokens, closing)
        return [*_parted(tokens, closing), further] if further else _parted(tokens, closing)
    if run_on := match_closing_without_comma(tokens, words):
        return [run_on]
    if "by" in words and (told := match_passive_report(tokens)):
        return [told]
    found: list[Attribution] = []
    taken, denies = skip_denial(tokens) if ":" in words else 0, False
    for at in find_cues(tokens):
        if found and found[0].framed and found[0].content[1] == len(tokens):
            break
        hit = _read(tokens, at, taken, found[-1].source if found else None, groups) if at >= taken else None
        if hit is None or (found and (hit.framed or is_reason_clause(tokens, hit))):
            continue
        hit = _spoken_over(tokens, hit) if hit.framed or tokens[at].lower in _SPOKEN_OF else hit
        if found and _is_of_same(tokens, at, taken):
            hit = hit._replace(source=found[-1].source)
        if is_own_voice(tokens, hit.source) or is_between_dashes(tokens, hit):
            continue
        if is_subject_aside(tokens, hit) or is_temporal_as(tokens, hit):
            continue
        if is_lapse_clause(tokens, hit):
            taken = hit.content[1]
            continue
        if is_unasserted(tokens, hit):
            denies = True
            continue
        if is_in_relative_clause(tokens, hit) or (not found and is_only_in_relative(tokens, hit)):
            continue
        found += [hit, *_understood(tokens, hit)]
        taken = max(at + 1, found[-1].content[1])
    return _completed(tokens, found[0], denies=denies) if len(found) == 1 else found


def _completed(tokens: list[Token], only: Attribution, *, denies: bool) -> list[Attribution]:
    """The only attribution of a sentence, with the main clause before it, or with what whoever spoke is told to say besides."""
    if follows_main_clause(tokens, only) and not (
        denies or contrasts_with_outlet(tokens, only) or joins_outlet_clause(tokens, only)
    ):
        whole = only._replace(content=(0, len(tokens)))
        return [] if is_subordinate(tokens, whole) else [whole]
    further = _further(tokens, only) if only.content[1] <= only.cue else None
    return [only, further] if further and not is_calling_aside(tokens, further.cue) else [only]


def _is_of_same(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether the verb of whoever spoke before stands here: "saying that S", "but has since said S"."""
    group = find_group_start(tokens, at, floor)
    is_joined = tokens[group - 1].lower in {"and", "but"} or word_at(tokens, group) == "then"
    is_joined = is_joined or starts_own_view(tokens, at - 3)
    return is_joined or (
        tokens[at].lower.endswith("ing") and not (find_disputer(tokens, at) or find_replier(tokens, at))
    )


def _understood(tokens: list[Token], hit: Attribution) -> list[Attribution]:
    """Those whose verb of saying is understood: "Doe said prices rose, Ashby that they fell"."""
    start, end = hit.content
    found: list[Attribution] = []
    while not hit.framed and start > hit.cue and end < len(tokens):
        at = end + 1 + (word_at(tokens, end + 1) == "and")
        that = find_gapped_that(tokens, at, start)
        if not that:
            break
        start, end = that, find_content_end(tokens, that + 1)
        found.append(Attribution(hit.cue, (at, that), (start, end)))
    return found


def _parted(tokens: list[Token], closing: Attribution) -> list[Attribution]:
    """The attribution at a sentence's end, behind another if one stands in it: "A, Doe said, and B, he added"."""
    start, end = closing.content
    if first := _said_before_citation(tokens, closing):
        begin = first.content[1] + (tokens[first.content[1]].text == ",")
        return [
            first,
            closing._replace(content=(begin + (word_at(tokens, begin) in JOINING_CONJUNCTIONS), end)),
        ]
    if may_relay_others(tokens, closing):
        own = find_attributions(tokens[: end - (tokens[end - 1].text == ",")])
        if covers_whole_clause(tokens, own, end):
            return own
    if word_at(tokens, start) in lexicon.CONJUNCTIONS:
        return [closing]  # "After Doe left, he said, "we won," ..."
    for at in range(start + 1, end if end <= closing.cue else 0):
        if tokens[at].lower not in CLOSING_VERBS:
            continue
        group = find_group_start(tokens, at, start)
        if not is_active_verb(tokens, at, group):
            continue
        hit = match_inverted(tokens, at, group, start) or match_postposed(tokens, at, group, start)
        if hit is None or hit.framed:
            continue
        rest = max(find_content_start(tokens, at), hit.source[1])
        begin = rest + 1 + (word_at(tokens, rest + 1) in {"and", "while"})
        said = min(hit.source[0], at)
        if _goes_on(tokens, rest) and is_statement(tokens, start, said) and is_statement(tokens, begin, end):
            return [hit._replace(content=(start, said)), closing._replace(content=(begin, end))]
    return [closing]


def _said_before_citation(tokens: list[Token], closing: Attribution) -> Attribution | None:
    """The first of two sources in "Doe said rents rose, and fares fell, according to the council", "..., the report says"."""
    cue = find_first_cue(tokens, closing)
    first = _read(tokens, cue, 0, None, {}) if cue else None
    return trim_first_attribution(tokens, first, closing.content[1]) if first else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a second clause or quotation begins at the comma behind "X said"."""
    following = word_at(tokens, at + 1)
    return word_at(tokens, at) == "," and (following in JOINING_CONJUNCTIONS or following[:1] == QUOTED)


def _spoken_over(tokens: list[Token], hit: Attribution) -> Attribution:
    """The attribution that closes over another: in "Vale had promised S, he said, but B", what he said; else the same."""
    window = range(max(hit.cue + 1, hit.content[0] + MIN_CONTENT), min(hit.content[1], len(tokens) - 1))
    for at in [at for at in window if tokens[at].lower in _TOLD]:
        subject = find_subject_start(tokens, at)
        if subject and word_at(tokens, subject - 1) in COMMA_OR_DASH:
            over = _read(tokens, at, 0, None, {})
            if over and not over.framed and over.content[0] <= hit.source[0] and over.content[1] <= at:
                return over
    return hit


def _further(tokens: list[Token], hit: Attribution) -> Attribution | None:
    """What the source at a sentence's end says besides: "..., said Jane Doe, who noted that ..."."""
    for at in range(hit.cue + 1, len(tokens) - MIN_CONTENT):
        word = tokens[at].lower
        puts = word in lexicon.PUTS or is_calling_aside(tokens, at)
        if not puts and word not in lexicon.REPORTING_VERBS and word not in _FINDING:
            continue
        said = at if puts else find_content_start(tokens, at)
        # ", which put it at $4m", ", who called it S"
        puts = puts and (word not in lexicon.PUTS or gives_estimate_or_cause(tokens, at))
        tells = word_at(tokens, said) == "that" and not is_anaphoric_that(tokens, said)
        tells = tells or (word in lexicon.ZERO_THAT_VERBS and starts_clause(tokens, said))
        tells = tells or (word == "says" and is_statement(tokens, said, len(tokens)))
        if not (puts or (tells and said > at)):
            continue
        comma = find_relative_comma(tokens, find_group_start(tokens, at, hit.cue + 1))
        if not comma:
            continue
        return Attribution(at, _told_of_last(tokens, hit, comma), (said, len(tokens)))
    return None


def _told_of_last(tokens: list[Token], hit: Attribution, comma: int) -> TokenRange:
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
    return tokens[at].lower in _OPENS_OTHER and before != "," and before not in nouns.BODY_NAME_WORDS


def _read(
    tokens: list[Token], at: int, floor: int, spoke: TokenRange | None, groups: dict[int, int | None]
) -> Attribution | None:
    """The attribution of one cue; `floor` is where the words of the one before end, `spoke` who said them.

    `groups` keeps the verb groups of the sentence (`verb_group`).
    """
    hit = _reading(tokens, at, floor, spoke, groups)
    return hit if hit and can_name_speaker(tokens[slice(*hit.source)]) else None


def _reading(
    tokens: list[Token], at: int, floor: int, spoke: TokenRange | None, groups: dict[int, int | None]
) -> Attribution | None:
    """What a cue and the words around it come to, whatever stands where somebody should be named."""
    word = tokens[at].lower
    if word in lexicon.CITATION_CUES:
        return match_citation(tokens, at)
    group = find_active_group(tokens, at, floor, groups)
    if group is None:
        return None
    if word.endswith("ing") and not (
        find_quoting_start(tokens, at) < at or any(token.lower in lexicon.BE for token in tokens[group:at])
    ):
        return match_participle(tokens, at, spoke)
    before = match_inverted(tokens, at, group, floor)
    if before is not None:
        return before
    after = match_preposed(tokens, at, group, floor)
    if after is None or modifies_document(tokens, at):
        return match_postposed(tokens, at, group, floor)
    is_sure = not (after.framed or starts_circumstance(tokens, after.content[0]))
    return after if is_sure else match_postposed(tokens, at, group, floor) or after
