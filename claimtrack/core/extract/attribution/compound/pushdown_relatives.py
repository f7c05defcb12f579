"""Reports in a relative clause about a clause or its last noun: ", which Doe said would cost jobs", ", a move Doe says failed"."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.scope import Attribution, starts_predicate
from claimtrack.core.extract.attribution.sources.first_subjects import find_first_subject
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.noun_phrases import is_unpaired_dash
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import MIN_CONTENT, may_be_third_person
from claimtrack.core.extract.words.finding import (
    contains_word,
    find_capitals_start,
    find_word,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_RELATIVE_WINDOW = 10  # tokens from the relative pronoun to the verb
RELATIVE_PRONOUNS = words_of("which who whom")
OBJECT_RELATIVES = words_of("which that whom")
_STEP_NOUNS = words_of(
    lexicon.EVALUATIVE_NOUNS | lexicon.ANAPHORIC_NOUNS,
    "change ruling measure policy sale cut rise deal penalty fine sum plan law contract tax ban scheme "
    "programme program levy bill pledge closure merger settlement agreement order reform toll total purchase "
    "death attack storm increase fall drop rate trend loss place",
)

_SOURCE_OPENERS = OBJECT_RELATIVES | lexicon.SUBJECT_PRONOUNS | (lexicon.DETERMINERS - {"a", "an", "no"})
_CONTENT_SUBJECTS = lexicon.SPEAKER_PRONOUNS | {"nobody", "there"}
_NOT_IN_SOURCE = lexicon.PREPOSITIONS - {"of", "in"}
_CLOSING_VERBS = lexicon.SAY_FORMS | {"reported", "added"}
_STEP_OPENERS = words_of("a an something")
_ADVERBS = words_of("now still also never only")
PUSHDOWN_VERBS = words_of(
    lexicon.ZERO_THAT_VERBS | lexicon.SAY_FORMS,
    "told believe believes believed think thinks fear fears estimate estimates estimated claim argue warn "
    "insist maintain admit concede acknowledge found",
)
"""Reporting verbs within a relative clause that continues after them: "which Doe admits was old"."""


class RelativeReport(NamedTuple):
    """What a source says about a main clause or its last noun; `main_end` is where that clause ends, 0 if it says nothing itself."""

    main_end: int
    attribution: Attribution


def find_pushdown_relative(tokens: list[Token]) -> RelativeReport | None:
    """The report in a relative clause about the main clause or its last noun: "The line is to close, which Doe said would cost jobs"; else None."""
    for at in range(len(tokens) - MIN_CONTENT, MIN_CONTENT, -1):
        start = _find_pushdown_content(tokens, at) if tokens[at].lower in PUSHDOWN_VERBS else 0
        if not start:
            continue
        window = range(at - 1, max(1, at - _RELATIVE_WINDOW), -1)
        which = next((i for i in window if tokens[i].lower in RELATIVE_PRONOUNS or not tokens[i].is_word), 0)
        is_report = tokens[which].lower in RELATIVE_PRONOUNS and tokens[which - 1].text == ","
        is_report = is_report and _is_plain_source(
            tokens, (which + 1, find_group_start(tokens, at, which + 1))
        )
        # "Doe disputes that sum, which it says is old" is a single action.
        is_report = is_report and word_at(tokens, which - 3) != "that"
        if is_report and is_statement(tokens, 0, which - 1):
            if _main_clause_continues(tokens, start):
                return None  # "the boat, which he said was old, was sold"
            source = which + 1, find_group_start(tokens, at, which + 1)
            # resolve "it said", whose antecedent is in the sentence
            is_thing = word_at(tokens, source[1] - 1) in lexicon.THING_PRONOUNS
            source = resolve_pronoun_subject(tokens, source, which - 1) if is_thing else source
            return RelativeReport(which - 1, Attribution(at, source, (start, len(tokens))))
    return None


def _find_pushdown_content(tokens: list[Token], at: int) -> int:
    """The start of the content after the verb at `at`: "was old" in "which Doe admits was old", "which Doe told staff was old"; else 0."""
    verb = tokens[at].lower
    start = find_content_start(tokens, at) if verb == "told" else at + 1
    return start if start < len(tokens) - 1 and _starts_predicate(tokens, start) else 0


def _main_clause_continues(tokens: list[Token], start: int) -> bool:
    """Whether the main clause continues after the relative clause, or a source says all of it."""
    after = range(start + 1, len(tokens) - 1)
    ends = word_at(tokens, len(tokens) - 2) in _CLOSING_VERBS
    commas = [i for i in after if tokens[i].text == ","]
    # "..., which he said was old, was sold", "..., a sum he said was too small, and left"
    verbs = (i + 1 + (tokens[i + 1].lower in lexicon.COORDINATORS) for i in commas)
    return ends or any(starts_predicate(tokens, i) for i in verbs if i < len(tokens))


def find_pushdown_apposition(tokens: list[Token]) -> RelativeReport | None:
    """The report about a noun that sums up the main clause: "The toll rose, a move that Doe said would cost jobs"; else None."""
    for at in range(len(tokens) - MIN_CONTENT, 1, -1):
        if tokens[at].lower not in PUSHDOWN_VERBS:
            continue
        window = range(at - 1, max(1, at - _RELATIVE_WINDOW), -1)
        comma = next((i for i in window if not tokens[i].is_word), 0)
        opens = word_at(tokens, comma + 1)
        if (
            not (comma and (tokens[comma].text == "," or is_unpaired_dash(tokens, comma)))
            or opens not in _STEP_OPENERS
        ):
            continue
        said = _find_pushdown_content(tokens, at)
        if _main_clause_continues(tokens, said or at + 1):
            continue
        end = find_group_start(tokens, at, comma + 2)
        start = comma + 2 if opens == "something" else _find_source_start(tokens, comma + 2, end)
        if not (said or _is_object_relative(tokens, start, at + 1)):
            continue
        if start and _is_plain_source(tokens, (start, end)) and is_clause(tokens, 0, comma):
            source = (
                resolve_pronoun_subject(tokens, (start, end), comma)
                if word_at(tokens, start) in lexicon.THING_PRONOUNS
                else (start, end)
            )
            return RelativeReport(
                comma, Attribution(at, source, (said or comma + 1, len(tokens)), framed=not said)
            )
    return None


def _is_object_relative(tokens: list[Token], source_start: int, start: int) -> bool:
    """Whether the noun before the source is the object of the content: "a sale Doe said she knew nothing of"."""
    noun = source_start - 1 - (word_at(tokens, source_start - 1) in OBJECT_RELATIVES)
    starts_content = word_at(tokens, start) in _CONTENT_SUBJECTS or has_quote(tokens, start, start + 1)
    return word_at(tokens, noun) in _STEP_NOUNS and starts_content


def _find_source_start(tokens: list[Token], noun: int, end: int) -> int:
    """The start of the source after a noun: "doctors" in "a figure doctors say", "a sharp rise that doctors say"; else 0."""
    if contains_word(tokens[noun:end], _NOT_IN_SOURCE):
        return 0  # "a year older than the man police say shot him"
    opens = find_word(tokens, _SOURCE_OPENERS, noun + 1, end)
    if opens:
        start = opens + (tokens[opens].lower in OBJECT_RELATIVES)
        return start if start < end else 0
    step = next((i for i in (noun, noun + 1) if tokens[i].lower in _STEP_NOUNS), end)
    if step < end - 1:
        is_part = tokens[step + 1].lower == "of" and not tokens[end - 1].is_capital
        return 0 if is_part else step + 1  # "a number of voters said they waited"
    name = find_capitals_start(tokens, end, noun + 1)
    name -= name == end and lexicon.is_plural_head(tokens[end - 1].lower)
    return name if noun < name < end else 0


def _starts_predicate(tokens: list[Token], at: int) -> bool:
    """Whether the predicate of the relative clause begins here: "was old", "still cost"."""
    at += tokens[at].lower in _ADVERBS
    verb = tokens[at]
    is_past = may_be_past(verb) or verb.lower == "cost"
    return is_past or is_finite(verb) or may_be_third_person(tokens, at)


def _is_plain_source(tokens: list[Token], source: TokenRange) -> bool:
    """Whether the source contains no clause, unlike "who estimates that such claims could" and "he favors but"."""
    named = tokens[slice(*source)]
    return can_name_speaker(named) and not any(is_finite(token) or token.lower == "that" for token in named)


def resolve_pronoun_subject(tokens: list[Token], source: TokenRange, main: int) -> TokenRange:
    """The subject of the main clause if the pronoun in `source` can only refer to it; else `source`."""
    pronoun = tokens[source[0]].lower
    subject = find_first_subject(tokens, main) if pronoun in lexicon.THIRD_PERSON else None
    if subject is None or not is_speaker(tokens[slice(*subject)]):
        return source
    named = [token.lower for token in tokens[slice(*subject)]]
    if any(map(lexicon.is_plural_head, named)) != (pronoun == "they"):
        return source
    is_body = pronoun in lexicon.HE_SHE and not nouns.BODY_NAME_WORDS.isdisjoint(named)
    return source if is_body else subject
