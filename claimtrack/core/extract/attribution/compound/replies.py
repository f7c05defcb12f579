"""Where a sentence splits before a second report: "A says S, B says T", "A said S, a day after B said T"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.attribution.compound.between_sources import (
    is_complete_report,
    is_fully_attributed,
)
from claimtrack.core.extract.attribution.compound.other_speakers import find_preverbal_aside, is_reply
from claimtrack.core.extract.attribution.reported.comparing import starts_lapse_adjunct, starts_lapse_clause
from claimtrack.core.extract.attribution.verbs.uses import PROMISE_VERBS
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.finding import find_word_back, word_at
from claimtrack.core.extract.words.reading import Token, words_of

_SUBJECT_WINDOW, _LAPSE_WINDOW = 9, 6  # tokens
_BEFORE_REPLY = lexicon.AND_OR_CONTRASTIVES | {",", ";"}
_CONTRASTING = lexicon.CONTRASTIVES | {"as", "and"}
_FINDING_VERBS = lexicon.PUTS | words_of("say says show shows showed find finds found")


def split_before_reply(tokens: list[Token], verbs: list[int]) -> tuple[int, int] | None:
    """The end of the first clause and the start of the second in "A says S, B says T" and "A said S and B said T"; else None.

    `verbs` are the indices of reporting verbs.
    """
    for first, verb in pairwise(verbs):
        if tokens[verb].lower == "according" or tokens[verb].lower in PROMISE_VERBS:
            continue
        opens, closes = find_preverbal_aside(tokens, verb)
        window = range(opens - 1, max(first if first < opens else verbs[0], opens - _SUBJECT_WINDOW), -1)
        plain = [*tokens[:opens], *tokens[closes:]] if opens < closes else tokens
        for joint in (i for i in window if _ends_joint(tokens, i)):
            lapse = _find_lapse_comma(tokens, joint) or joint - (word_at(tokens, joint - 1) == "even")
            if lapse == joint - 1 and not (
                _is_outlet_correction(tokens, joint, verb) or _is_even_as(tokens, joint)
            ):
                continue
            end = lapse - (tokens[lapse].text != "," and tokens[lapse - 1].text == ",")
            is_past_pair = tokens[joint].lower == "and" and _is_past_verb(tokens[verb])
            if (is_past_pair and not _is_past_verb(tokens[verbs[0]])) or not is_reply(
                plain, joint + 1, verb - closes + opens
            ):
                continue
            against = tokens[joint].lower in _CONTRASTING and tokens[lapse - 1].text == ","
            against = against or lapse < joint - 1  # "S, A said, a day after B said T"
            if is_complete_report(tokens[:end]) or (against and is_fully_attributed(tokens[:end])):
                return end, joint + 1
    return None


def is_reporting_saying(tokens: list[Token], at: int) -> bool:
    """Whether "saying" reports somebody's words: "resigned, saying S", "have been saying", but not "a sign saying"."""
    return tokens[at].lower == "saying" and at > 0 and tokens[at - 1].lower in {",", "been", "as"}


def _ends_joint(tokens: list[Token], at: int) -> bool:
    """Whether what joins the second report to the first ends here: "and", ", even as", ", a day after"."""
    word = tokens[at].lower
    if word in _BEFORE_REPLY:
        return True
    if word == "as":
        return _is_even_as(tokens, at)
    return word in times.AFTER_BEFORE and _find_lapse_comma(tokens, at) > 0


def _find_lapse_comma(tokens: list[Token], end: int) -> int:
    """The comma of ", a day after" or ", hours after" that ends at `end`; else 0."""
    if tokens[end].lower not in times.AFTER_BEFORE:
        return 0
    comma = find_word_back(tokens, ",", end - 2, max(0, end - _LAPSE_WINDOW))
    return (
        comma if comma and (starts_lapse_adjunct(tokens, comma) or starts_lapse_clause(tokens, comma)) else 0
    )


def _is_outlet_correction(tokens: list[Token], though: int, verb: int) -> bool:
    """Whether ", even though the bureau puts it at 4%" is the outlet's; "told her office S" may be part of the content."""
    is_closed = tokens[though].lower == "though" and word_at(tokens, though - 2) == ","
    return is_closed and tokens[verb].lower in _FINDING_VERBS


def _is_even_as(tokens: list[Token], at: int) -> bool:
    """Whether ", even as" ends here: "fell by 4%, even as officials warned that they would rise"."""
    return tokens[at].lower == "as" and word_at(tokens, at - 1) == "even" and word_at(tokens, at - 2) == ","


def _is_past_verb(token: Token) -> bool:
    """Whether the verb is in the past tense: "said", "warned"."""
    return token.lower.endswith("ed") or token.lower in {"said", "told", "found", "wrote"}
