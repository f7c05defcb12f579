"""Who is said to have said what: from a cue ("said", "according to") to its source and content.

Every search starts at a cue and has a bounded window, so that the work is linear in the length of the sentence.
"""

from __future__ import annotations

from collections.abc import Set

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
from claimtrack.core.extract.attribution.constructions.further_reports import (
    find_further_report,
    is_calling_aside,
    match_parenthetical_reports,
)
from claimtrack.core.extract.attribution.constructions.inverted import CLOSING_VERBS, match_inverted
from claimtrack.core.extract.attribution.constructions.leading import match_preposed
from claimtrack.core.extract.attribution.constructions.participles import find_replier, match_participle
from claimtrack.core.extract.attribution.constructions.postposed import match_postposed
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
    follows_main_clause,
    is_between_dashes,
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
    is_active_verb,
)
from claimtrack.core.extract.attribution.verbs.other_senses import find_quoting_start
from claimtrack.core.extract.attribution.verbs.unasserted import is_unasserted
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, MIN_CONTENT
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import QUOTED, Token, TokenRange
from claimtrack.core.extract.words.statements import is_statement

_ZERO_THAT_VERBS = lexicon.ZERO_THAT_VERBS | {"told"}
_EMBEDDABLE_VERBS = lexicon.THINK | lexicon.SHOW
"""Verbs that may be part of another's content: "Scans showed less damage, Doe said, although ..."."""
_AFTER_WHO = lexicon.ZERO_THAT_VERBS | lexicon.CLAIM_VERBS
_WHOLE_SENTENCE = (("for", match_viewpoint), ("as", match_as_clause), ("heard", match_heard_from))
"""A word the sentence must contain -> the construction that then attributes all of it to one source."""


def find_attributions(tokens: list[Token], words: Set[str] | None = None) -> list[Attribution]:
    """The attributions of a sentence, from left to right, without those inside another's content. `words` are the sentence's words."""
    words = {token.lower for token in tokens} if words is None else words
    groups: dict[int, int | None] = {}
    whole = _match_whole_sentence(tokens, words, groups)
    return _match_each_cue(tokens, words, groups) if whole is None else whole


def _match_whole_sentence(
    tokens: list[Token], words: Set[str], groups: dict[int, int | None]
) -> list[Attribution] | None:
    """The attributions of a sentence that one construction covers: "For Doe, S", "S, said Doe."; None if none does."""
    for opener, match in _WHOLE_SENTENCE:
        if opener in words and (hit := match(tokens)):
            return [hit]
    may_be_parenthetical = "," in words and (
        "that" in words or ("who" in words and not _AFTER_WHO.isdisjoint(words))
    )
    if may_be_parenthetical and (reports := match_parenthetical_reports(tokens)):
        return reports
    closing = match_closing(tokens, words, groups)
    if closing is not None:
        further = find_further_report(tokens, closing)
        return [*_split_closing(tokens, closing), further] if further else _split_closing(tokens, closing)
    if without_comma := match_closing_without_comma(tokens, words):
        return [without_comma]
    passive = match_passive_report(tokens) if "by" in words else None
    return [passive] if passive else None


def _match_each_cue(tokens: list[Token], words: Set[str], groups: dict[int, int | None]) -> list[Attribution]:
    """The attributions of a sentence, one cue after the other, from left to right."""
    found: list[Attribution] = []
    covered, denies = skip_denial(tokens) if ":" in words else 0, False
    for at in find_cues(tokens):
        if found and found[0].framed and found[0].content[1] == len(tokens):
            break
        hit = (
            _match_named(tokens, at, covered, found[-1].source if found else None, groups)
            if at >= covered
            else None
        )
        if hit is None or (found and (hit.framed or is_reason_clause(tokens, hit))):
            continue
        hit = _find_enclosing(tokens, hit) if hit.framed or tokens[at].lower in _EMBEDDABLE_VERBS else hit
        if found and _has_same_subject(tokens, at, covered):
            hit = hit._replace(source=found[-1].source)
        if _is_aside(tokens, hit):
            continue
        if is_lapse_clause(tokens, hit):
            covered = hit.content[1]
            continue
        if is_unasserted(tokens, hit):
            denies = True
            continue
        if is_in_relative_clause(tokens, hit) or (not found and is_only_in_relative(tokens, hit)):
            continue
        found += [hit, *_find_gapped(tokens, hit)]
        covered = max(at + 1, found[-1].content[1])
    return _complete_single(tokens, found[0], denies=denies) if len(found) == 1 else found


def _is_aside(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the report is only an aside in a sentence of the outlet: "As we reported", "The firm — Doe says it is old — closed"."""
    return (
        is_own_voice(tokens, hit.source)
        or is_between_dashes(tokens, hit)
        or is_subject_aside(tokens, hit)
        or is_temporal_as(tokens, hit)
    )


def _complete_single(tokens: list[Token], only: Attribution, *, denies: bool) -> list[Attribution]:
    """A sentence's only attribution, extended over the main clause before it, or with a second report of the same source."""
    if follows_main_clause(tokens, only) and not (
        denies or contrasts_with_outlet(tokens, only) or joins_outlet_clause(tokens, only)
    ):
        whole = only._replace(content=(0, len(tokens)))
        return [] if is_subordinate(tokens, whole) else [whole]
    further = find_further_report(tokens, only) if only.content[1] <= only.cue else None
    return [only, further] if further and not is_calling_aside(tokens, further.cue) else [only]


def _has_same_subject(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether the verb has the same subject as the one before: "saying that S", "but has since said S"."""
    group = find_group_start(tokens, at, floor)
    is_joined = tokens[group - 1].lower in {"and", "but"} or word_at(tokens, group) == "then"
    is_joined = is_joined or starts_own_view(tokens, at - 3)
    return is_joined or (
        tokens[at].lower.endswith("ing") and not (find_disputer(tokens, at) or find_replier(tokens, at))
    )


def _find_gapped(tokens: list[Token], hit: Attribution) -> list[Attribution]:
    """Further attributions whose verb is understood: "Doe said prices rose, Ashby that they fell"."""
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


def _split_closing(tokens: list[Token], closing: Attribution) -> list[Attribution]:
    """The closing attribution, after another one if there is one: "A, Doe said, and B, he added"."""
    start, end = closing.content
    if first := _find_before_citation(tokens, closing):
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
        first_end = min(hit.source[0], at)
        if (
            _starts_second_clause(tokens, rest)
            and is_statement(tokens, start, first_end)
            and is_statement(tokens, begin, end)
        ):
            return [hit._replace(content=(start, first_end)), closing._replace(content=(begin, end))]
    return [closing]


def _find_before_citation(tokens: list[Token], closing: Attribution) -> Attribution | None:
    """The first of two sources in "Doe said rents rose, and fares fell, according to the council"; else None."""
    cue = find_first_cue(tokens, closing)
    first = _match_named(tokens, cue, 0, None, {}) if cue else None
    return trim_first_attribution(tokens, first, closing.content[1]) if first else None


def _starts_second_clause(tokens: list[Token], at: int) -> bool:
    """Whether a second clause or quotation begins at the comma after "X said"."""
    following = word_at(tokens, at + 1)
    return word_at(tokens, at) == "," and (following in JOINING_CONJUNCTIONS or following[:1] == QUOTED)


def _find_enclosing(tokens: list[Token], hit: Attribution) -> Attribution:
    """The attribution that encloses another: what he said in "Vale had promised S, he said, but B"; else `hit`."""
    window = range(max(hit.cue + 1, hit.content[0] + MIN_CONTENT), min(hit.content[1], len(tokens) - 1))
    for at in [at for at in window if tokens[at].lower in _ZERO_THAT_VERBS]:
        subject = find_subject_start(tokens, at)
        if subject and word_at(tokens, subject - 1) in COMMA_OR_DASH:
            outer = _match_named(tokens, at, 0, None, {})
            if outer and not outer.framed and outer.content[0] <= hit.source[0] and outer.content[1] <= at:
                return outer
    return hit


def _match_named(
    tokens: list[Token], at: int, floor: int, previous: TokenRange | None, groups: dict[int, int | None]
) -> Attribution | None:
    """The attribution of one cue if its source can be named; `floor` is where the content before it ends, `previous` who said it.

    `groups` caches the verb groups of the sentence (see `find_active_group`).
    """
    hit = _match_cue(tokens, at, floor, previous, groups)
    return hit if hit and can_name_speaker(tokens[slice(*hit.source)]) else None


def _match_cue(
    tokens: list[Token], at: int, floor: int, previous: TokenRange | None, groups: dict[int, int | None]
) -> Attribution | None:
    """The attribution of one cue, whatever its source is; None if the cue reports nothing."""
    word = tokens[at].lower
    if word in lexicon.CITATION_CUES:
        return match_citation(tokens, at)
    group = find_active_group(tokens, at, floor, groups)
    if group is None:
        return None
    if word.endswith("ing") and not (
        find_quoting_start(tokens, at) < at or contains_word(tokens[group:at], lexicon.BE)
    ):
        return match_participle(tokens, at, previous)
    before = match_inverted(tokens, at, group, floor)
    if before is not None:
        return before
    after = match_preposed(tokens, at, group, floor)
    if after is None or modifies_document(tokens, at):
        return match_postposed(tokens, at, group, floor)
    is_sure = not (after.framed or starts_circumstance(tokens, after.content[0]))
    return after if is_sure else match_postposed(tokens, at, group, floor) or after
