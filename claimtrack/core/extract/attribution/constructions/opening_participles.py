"""What a participle reports before the main clause: "Stating that S, the mayor said T", "While admitting that S, she closed the pool"."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.first_subjects import find_first_subject
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import MIN_CONTENT
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_clause

_NOT_SAID = words_of(
    "predicting guessing speculating pondering hinting implying ruling reading calculating telling"
)
"""Participles after which the words may be nobody's statement, or an order."""
_PARTICIPLES = {verb for verb in lexicon.REPORTING_VERBS if verb.endswith("ing")} - _NOT_SAID
_BEFORE_PARTICIPLE = words_of("while also further")


class OpeningReport(NamedTuple):
    """What a participle reports, and the index where the main clause starts, whose subject says it."""

    attribution: Attribution
    main: int


def find_opening_report(tokens: list[Token]) -> OpeningReport | None:
    """The report of a participle that opens a sentence; None if there is none, or if its speaker is uncertain."""
    at = int(tokens[0].lower in _BEFORE_PARTICIPLE)
    if word_at(tokens, at) not in _PARTICIPLES:
        return None
    start = find_content_start(tokens, at)
    if word_at(tokens, start) != "that":
        return None  # "Saying goodbye, she left"
    found = [
        OpeningReport(Attribution(at, (comma + 1, comma + 1 + length), (start, comma)), comma + 1)
        for comma in range(start + MIN_CONTENT, len(tokens) - MIN_CONTENT)
        if tokens[comma].text == "," and (length := _measure_subject(tokens[comma + 1 :]))
        if is_clause(tokens, start + 1, comma)
    ]
    speaking = (
        report
        for report in found
        if word_at(tokens, report.attribution.source[1]) in lexicon.SPEECH_OR_ACTION
    )
    return next(speaking, None) or (found[0] if found else None)


def _measure_subject(main: list[Token]) -> int:
    """The number of words of the subject with which a main clause begins, if it can speak; else 0."""
    subject = find_first_subject(main, len(main))
    if not subject or subject[0] > 0:
        return 0
    words = main[: subject[1]]
    can_speak = words[0].lower in lexicon.THIRD_PERSON if len(words) == 1 else is_speaker(words)
    can_speak = can_speak or (len(words) == 1 and words[0].is_capital)
    return subject[1] if can_speak and can_name_speaker(words) else 0
