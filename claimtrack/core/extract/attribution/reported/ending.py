"""Where the content of a reporting verb ends: where the speaker, or somebody else, next says or does something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.comments.corrections import starts_counterevidence
from claimtrack.core.extract.attribution.comments.no_comment import (
    is_no_comment_clause,
    starts_declining_clause,
    starts_omission,
)
from claimtrack.core.extract.attribution.comments.outlet_comments import (
    find_commented_quote_end,
    starts_comment,
)
from claimtrack.core.extract.attribution.comments.speaker_actions import is_further_action
from claimtrack.core.extract.attribution.compound.other_speakers import (
    CONTRAST_CONJUNCTIONS,
    find_other_stance_holder,
    has_own_speaker,
    is_outlet_clause,
    starts_another_report,
)
from claimtrack.core.extract.attribution.reported.circumstances import starts_occasion, trim_closing_occasion
from claimtrack.core.extract.attribution.reported.continuations import (
    is_estimate_or_refusal,
    is_reporting_participle,
    starts_continuation,
    starts_pronoun_report,
    starts_qualification,
    starts_second_report,
    starts_then_report,
)
from claimtrack.core.extract.attribution.reported.tails import (
    is_action_after_quote,
    starts_citation,
    starts_own_view,
    starts_speaker_action,
)
from claimtrack.core.extract.attribution.scope import separates_two_statements
from claimtrack.core.extract.attribution.verbs.cues import skip_auxiliaries
from claimtrack.core.extract.attribution.verbs.unasserted import follows_not_only
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES, MIN_CONTENT, starts_clause
from claimtrack.core.extract.words.finding import contains_word, skip_capitals, word_at
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_REPORTING_VERBS = lexicon.REPORTING_VERBS - lexicon.VERB_PARTICLES.keys()
_JOINTS = words_of(CONTRAST_CONJUNCTIONS, lexicon.CONCESSIVES, DASHES, ", ; : ( [ and before")
_LONGEST_NAME = 4  # tokens
_ACTION_VERBS = lexicon.SPEAKER_ACTIONS | lexicon.CLAIM_VERBS | lexicon.LABELLING_VERBS


def find_content_end(tokens: list[Token], start: int) -> int:
    """The end of the content that begins at `start`: the sentence's end, or before ", adding that S" or "and accused ..."."""
    if (
        quoted := _find_end_before_quote(tokens, start) or find_commented_quote_end(tokens, start)
    ) is not None:
        return quoted
    if closing := _find_closing_dash(tokens, start):
        return closing
    opens = start + (word_at(tokens, start) in {":", ","})
    fewest = opens + 1 if opens < len(tokens) and tokens[opens].is_quote else start + MIN_CONTENT
    for i in range(fewest, len(tokens) - MIN_CONTENT + 1):
        # 'said it was "old," but he declined to say why': the comma may be inside the quotation marks.
        if tokens[i - 1].is_quote and (starts_continuation(tokens, i) or starts_qualification(tokens, i)):
            return i
        if tokens[i - 1].lower in _JOINTS and (end := _find_end_before(tokens, start, i)) is not None:
            return end
    return trim_closing_occasion(tokens, start)


def _find_closing_dash(tokens: list[Token], start: int) -> int:
    """The dash that closes an aside with an attribution: "The firm — whose head said S — now has nine"; else 0."""
    before = [token.text for token in tokens[:start] if token.text in DASHES]
    if len(before) != 1 or any(token.is_quote for token in tokens[:start]):
        return 0
    return next((i for i in range(start + MIN_CONTENT, len(tokens) - 1) if tokens[i].text == before[0]), 0)


def _find_end_before(tokens: list[Token], start: int, at: int) -> int | None:
    """The end of the content if something new begins at `at`, after punctuation or a conjunction; else None."""
    joint = tokens[at - 1].lower
    if joint == ";":
        return at - 1 if _is_separate_clause(tokens, start, at) else None
    if joint == ":":
        return at - 1 if separates_two_statements(tokens, at - 1, len(tokens), start) else None
    if joint in {"before", "while"} and (joint == "before" or tokens[at].lower.endswith("ing")):
        return at - 1 if is_reporting_participle(tokens, at) else None
    if joint in DASHES or joint in {"(", "["}:
        return at - 1 if starts_comment(tokens, at) else None
    if (
        joint in CONTRAST_CONJUNCTIONS
        and tokens[at - 2].text in COMMA_OR_DASH
        and find_other_stance_holder(tokens, at)
    ):
        return at - 2
    if find_gapped_that(tokens, at, start):
        return at - 2 if joint == "and" and tokens[at - 2].text == "," else at - 1
    if joint == ",":
        return at - 1 if _is_separate_tail(tokens, start, at) else None
    if tokens[at - 2].text in COMMA_OR_DASH and (
        starts_another_report(tokens, at) or is_no_comment_clause(tokens, at)
    ):
        return at - 2
    # 'said he was "tired," and his aide confirmed S': the comma is inside the quotation marks
    if (joint in CONTRAST_CONJUNCTIONS or tokens[at - 2].is_quote) and starts_another_report(tokens, at):
        return at - 1
    if (joint in CONTRAST_CONJUNCTIONS or joint in lexicon.CONCESSIVES) and starts_counterevidence(
        tokens, at
    ):
        return at - 1  # "said it was safe but records show otherwise"
    ends = is_further_action(tokens, start, at) or is_estimate_or_refusal(tokens, at)
    ends = ends or is_action_after_quote(tokens, start, at)
    # not so in "said it was old but she says that about everything"
    if joint == "but" and tokens[at].lower in lexicon.HE_SHE and word_at(tokens, at + 3) != "about":
        ends = ends or starts_pronoun_report(tokens, at)  # "said it was old but she added that it was safe"
    if ends or (
        starts_second_report(tokens, skip_auxiliaries(tokens, at))
        and (joint == "but" or is_statement(tokens, start, at - 1))
    ):
        return at - 1
    return None


def _is_separate_clause(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the clause after a semicolon is no part of the content that begins at `start`."""
    return (
        has_own_speaker(tokens, at)
        or is_no_comment_clause(tokens, at)
        or is_outlet_clause(tokens, start, at)
        or find_gapped_that(tokens, at, start) > 0
    )


def _is_separate_tail(tokens: list[Token], start: int, at: int) -> bool:
    """Whether what follows a comma is no part of the content that begins at `start`."""
    if tokens[at].lower.endswith("ing"):
        ends = starts_continuation(tokens, at) or starts_speaker_action(tokens, at - 1)
        ends = ends or starts_citation(tokens, at) or starts_occasion(tokens, at)
    else:
        ends = starts_own_view(tokens, at) or starts_omission(tokens, at)
    ends = ends or starts_comment(tokens, at)
    ends = ends or (follows_not_only(tokens, start) and starts_pronoun_report(tokens, at))
    return ends or starts_then_report(tokens, at) or starts_qualification(tokens, at)


def _find_end_before_quote(tokens: list[Token], start: int) -> int | None:
    """The end of the content before ", adding: "..."" at the sentence's end; None if there is no such quotation."""
    at = next((i for i in range(len(tokens) - 1, len(tokens) - 4, -1) if i > start and tokens[i].is_quote), 0)
    at -= word_at(tokens, at - 1) in {":", ","}
    if not (at - 2 > start and starts_continuation(tokens, at - 1)):
        return None
    return at - 1 if tokens[at - 2].is_quote else at - 2


def find_action_end(tokens: list[Token], start: int) -> int:
    """The end of an action: the sentence's end, or before "and said S" in "accused the council of fraud and said S"."""
    fewest = (
        start
        + MIN_CONTENT
        - (word_at(tokens, start + 1) == "and" and starts_another_report(tokens, start + 2))
    )
    for i in range(fewest, len(tokens) - MIN_CONTENT + 1):
        if tokens[i - 1].lower == "and" and starts_another_report(tokens, i):
            return i - 1 - (tokens[i - 2].text == ",")  # "denies fraud, and its auditor said S"
        if tokens[i - 1].text == "," and tokens[i].lower != "which" and starts_comment(tokens, i):
            return i - 1
        is_report = tokens[i - 1].lower in {"and", "but"} and starts_second_report(
            tokens, skip_auxiliaries(tokens, i)
        )
        if is_report or starts_then_report(tokens, i) or _starts_second_action(tokens, i):
            return i - 1
        opposes = tokens[i - 1].lower in lexicon.QUALIFYING_CONJUNCTIONS
        joint = i - 2 if opposes and tokens[i - 2].text == "," else 0
        joint = i - 1 if tokens[i - 1].text == ";" or (opposes and tokens[i - 2].is_quote) else joint
        if joint and (has_own_speaker(tokens, i) or (joint == i - 1 and is_outlet_clause(tokens, start, i))):
            return joint
    return len(tokens)


def _starts_second_action(tokens: list[Token], at: int) -> bool:
    """Whether a second action of the same person begins: "dismissed it as a draft and denied that S"."""
    word = tokens[at].lower
    return tokens[at - 1].lower in {"and", "but"} and word in _ACTION_VERBS and word.endswith(("d", "s"))


def find_citation_end(tokens: list[Token], start: int) -> int:
    """The end of the content of a citation: the sentence's end, or before ", but the operator says ..."."""
    for i in range(start + MIN_CONTENT, len(tokens) - MIN_CONTENT):
        joint = tokens[i - 1].lower
        if joint == ";" and (is_no_comment_clause(tokens, i) or has_own_speaker(tokens, i)):
            return i - 1
        if joint == "," and (starts_comment(tokens, i) or starts_declining_clause(tokens, i)):
            return i - 1
        closed = tokens[i - 2].text == ","
        if joint in CONTRAST_CONJUNCTIONS and (
            starts_another_report(tokens, i) or (closed and is_no_comment_clause(tokens, i))
        ):
            return i - 2 if closed else i - 1
    return len(tokens)


def find_gapped_that(tokens: list[Token], at: int, start: int) -> int:
    """The index of "that" if a name begins at `at` whose verb is understood: "Doe said prices rose, Ashby that they fell"; else 0.

    `start` is where the content before it begins.
    """
    end = skip_capitals(tokens, at)
    is_gap = (
        at < end <= at + _LONGEST_NAME and word_at(tokens, end) == "that" and starts_clause(tokens, end + 1)
    ) and word_at(tokens, end + 1) not in times.PERIOD_NOUNS  # "Leeds that day won"
    # "a blast in West, Texas that killed dozens"; "He told people in Austin, Texas that ..." has a reporting verb and a place.
    is_gap &= not tokens[at - 2].is_capital or word_at(tokens, end + 1) in lexicon.SUBJECT_OPENERS
    return end if is_gap and not contains_word(tokens[start:at], _REPORTING_VERBS) else 0
