"""Splits a sentence into clauses that are read separately: "A said S, but according to B, T"."""

from __future__ import annotations

from collections.abc import Set

from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.compound.between_sources import (
    SUBORDINATE_OPENERS,
    ends_main_clause,
    find_colon_before_source,
    is_fully_attributed,
    split_between_sources,
    split_fronted_clause,
    without_full_stop,
)
from claimtrack.core.extract.attribution.compound.other_speakers import replace_single_dash
from claimtrack.core.extract.attribution.compound.relative_clauses import split_subject_aside
from claimtrack.core.extract.attribution.compound.replies import is_reporting_saying, split_before_reply
from claimtrack.core.extract.attribution.constructions.further_reports import split_last_noun_report
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.attribution.verbs.uses import PROMISE_VERBS
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import DASHES, MIN_CONTENT, has_predicate, starts_clause
from claimtrack.core.extract.words.finding import ends_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_statement

_FEWEST_WORDS = 7  # in a sentence that can split: "A says 4, B says none"
_MOST_SEMICOLONS = 4  # semicolons to consider; no real sentence has more
_REPLY_CUES = words_of(
    lexicon.ZERO_THAT_VERBS | lexicon.REJECTION_VERBS,
    "according say warn argue find+s+ed show+s reported reports told put+s claim countered counters "
    "estimated estimates concluded concludes caution+s+ed contend+s+ed note insist maintain stress",
)
_REPORT_CUES = _REPLY_CUES | PROMISE_VERBS
_DENIAL_VERBS = lexicon.REJECTION_VERBS | {"deny", "dispute", "reject", "contest", "refute"}
_STATEMENT_NOUNS = (
    lexicon.ANAPHORIC_NOUNS | lexicon.CLAIM_NOUNS | {"conclusion", "charges", "findings", "estimate"}
)
_DENIAL_WINDOW = 4  # tokens before the colon
_AFTER_OBJECT = frozenset({"", ".", "and", "but"})


def split_clauses(tokens: list[Token], words: Set[str] | None = None) -> list[list[Token]]:
    """The clauses of a sentence that are read separately; just one if it does not split. `words` are the words in it."""
    if words is None:
        words = {token.lower for token in tokens}
    if not DASHES.isdisjoint(words):
        tokens = replace_single_dash(tokens, _REPLY_CUES)
    if "(" in words and (apart := _split_at_bracket(tokens)):
        return apart
    fronts = "," in words and ("time" in words or not SUBORDINATE_OPENERS.isdisjoint(words))
    if fronts and (front := split_fronted_clause(tokens)):
        return [front[0], *split_clauses(front[1])]
    has_relative = "," in words and ("who" in words or "which" in words)
    if has_relative and (apart := _split_at_relative(tokens)):
        return apart
    parts = _split_at_mark(tokens, words) or _split_at_subordinator(tokens, words)
    return parts or _split_between_reports(tokens, words)


def _split_at_mark(tokens: list[Token], words: Set[str]) -> list[list[Token]]:
    """The clauses beside a semicolon or colon, or beside the comma before a denial: "S, according to A; T, B said"; none if it does not split."""
    if ";" in words and (stop := _find_semicolon_between_sources(tokens)):
        joins = tokens[stop + 1].lower in lexicon.COORDINATORS
        return [tokens[:stop], *split_clauses(without_full_stop(tokens, stop + 1 + joins))]
    if ";" in words and (stop := _find_semicolon_before_source(tokens)):
        return [tokens[:stop], *split_clauses(without_full_stop(tokens, stop + 1))]
    denies = not _DENIAL_VERBS.isdisjoint(words)
    if denies and ":" in words and (colon := _find_colon_after_denial(tokens)):
        return [tokens[:colon], tokens[colon + 1 :]]
    if ":" in words and (colon := find_colon_before_source(tokens)):
        return [tokens[:colon], *split_clauses(tokens[colon + 1 :])]
    if denies and (comma := _find_comma_before_denial(tokens)):
        return [tokens[:comma], *split_clauses(without_full_stop(tokens, comma + 2))]
    return []


def _split_at_subordinator(tokens: list[Token], words: Set[str]) -> list[list[Token]]:
    """The clauses before and after ", one of whom" and ", which is why"; none if no such clause reports anything."""
    if "whom" in words and (comma := _find_comma_before_whom(tokens)):
        return [tokens[:comma], without_full_stop(tokens, comma + 1)]
    if "why" in words and (comma := _find_comma_before_why(tokens)):
        return [tokens[:comma], without_full_stop(tokens, comma + 4)]
    return []


def _split_between_reports(tokens: list[Token], words: Set[str]) -> list[list[Token]]:
    """The clauses of a sentence with two reporting verbs, "A says S, but B says T"; just one if it does not split."""
    if len(tokens) < _FEWEST_WORDS or _REPLY_CUES.isdisjoint(words):
        return [tokens]
    if "," in words and (twice := _split_two_interrupted(tokens)):
        return list(twice)
    saying = "saying" in words
    verbs = [
        i
        for i, word in enumerate(tokens)
        if word.lower in _REPORT_CUES or (saying and is_reporting_saying(tokens, i))
    ]
    split = split_between_sources(tokens, verbs) if "according" in words else None
    end, begin = split or (split_before_reply(tokens, verbs) if len(verbs) > 1 else None) or (0, 0)
    if not end:
        return [tokens]
    return [tokens[:end], *split_clauses(without_full_stop(tokens, begin))]


def _split_at_relative(tokens: list[Token]) -> list[list[Token]]:
    """The two clauses of "It was lifted by Doe, who said S" and "The council, which said S, closed the pool"; else none."""
    last_noun = split_last_noun_report(tokens)
    if last_noun and find_attributions(last_noun[1]):
        return [part for part in last_noun if part]
    aside = split_subject_aside(tokens)
    if aside and find_attributions(aside.report):
        is_other = not find_attributions([*aside.subject, *aside.predicate])
        return [aside.report, aside.predicate] if is_other else []
    return []


def _split_at_bracket(tokens: list[Token]) -> list[list[Token]]:
    """The clauses of "S (T, Doe said)", and the words around "(T, Doe said)" within a sentence; none if nobody speaks in brackets."""
    start = next((i for i, token in enumerate(tokens) if token.text == "("), 0)
    end = find_word(tokens, ")", start)
    inside, after = tokens[start + 1 : end], tokens[end + 1 :]
    if start == 0 or lexicon.CUES.isdisjoint(token.lower for token in inside):
        return []
    hits = find_attributions(inside)
    if (hits and hits[0].framed) or not (hits or inside[-1].lower in lexicon.ZERO_THAT_VERBS):
        return []
    is_report = bool(hits) and is_statement(inside, *hits[0].content) and ends_main_clause(tokens, start)
    ends = ends_words(after, 0)
    joins = word_at(after, 0) == "," and word_at(after, 1) in lexicon.COORDINATORS
    if is_report and (ends or (joins and starts_clause(after, 2))):
        if ends:
            return [tokens[:start], inside]
        return [tokens[:start], inside, *split_clauses(without_full_stop(after, 2))]
    return [[*tokens[:start], *after]] if ends else split_clauses([*tokens[:start], *after])


def _find_colon_after_denial(tokens: list[Token]) -> int:
    """The colon after which somebody explains a denial: "The trust disputes that: it says S"; else 0."""
    colon = find_word(tokens, ":", MIN_CONTENT, len(tokens) - MIN_CONTENT)
    denies = not _DENIAL_VERBS.isdisjoint(
        token.lower for token in tokens[max(0, colon - _DENIAL_WINDOW) : colon]
    )
    if (
        not denies
        or tokens[colon + 1].lower not in lexicon.SUBJECT_PRONOUNS
        or not ends_main_clause(tokens, colon)
    ):
        return 0
    hits = find_attributions(tokens[colon + 1 :])
    return colon if hits and hits[0].source == (0, 1) and not hits[0].framed else 0


def _find_comma_before_denial(tokens: list[Token]) -> int:
    """The comma before a denial of what precedes it: "It began at a pylon, though the firm has disputed that conclusion"; else 0."""
    for at in range(len(tokens) - 1, MIN_CONTENT, -1):
        if tokens[at].lower not in _DENIAL_VERBS or not _is_anaphoric_object(tokens, at + 1):
            continue
        group = find_group_start(tokens, at, 0)
        comma = find_subject_start(tokens, group) - 2
        is_denied = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.CONTRASTIVES
        if is_denied and comma + 2 < group and ends_main_clause(tokens, comma):
            return comma
    return 0


def _is_anaphoric_object(tokens: list[Token], at: int) -> bool:
    """Whether "that", "it", "that conclusion" or "the finding" occurs here as an object, not a clause."""
    following = word_at(tokens, at + 1)
    if word_at(tokens, at) in lexicon.ANAPHORIC_PRONOUNS and (following in _AFTER_OBJECT or following == ","):
        return True
    return (
        (word_at(tokens, at) in lexicon.ANAPHORIC_PRONOUNS or word_at(tokens, at) == "the")
        and following in _STATEMENT_NOUNS
        and word_at(tokens, at + 2) in _AFTER_OBJECT
    )


def _find_comma_before_whom(tokens: list[Token]) -> int:
    """The comma in "It was sent to two aides, one of whom replied: "S""; 0 if no such clause reports anything."""
    window = range(MIN_CONTENT, len(tokens) - MIN_CONTENT)
    whom = next((i for i in window if tokens[i].lower == "whom" and word_at(tokens, i - 3) == ","), 0)
    if not (whom and word_at(tokens, whom - 1) == "of" and ends_main_clause(tokens, whom - 3)):
        return 0
    hits = find_attributions(tokens[whom - 2 :])
    is_report = len(hits) == 1 and hits[0].source == (0, 3) and not hits[0].framed
    return whom - 3 if is_report and tokens[whom - 2 + hits[0].cue].lower not in lexicon.THINK else 0


def _find_comma_before_why(tokens: list[Token]) -> int:
    """The comma in "The pipes are old, which is why the council says S"; 0 if nobody speaks after it."""
    at = find_word(tokens, "why", MIN_CONTENT, len(tokens) - MIN_CONTENT)
    is_reason = word_at(tokens, at - 1) in lexicon.BE and word_at(tokens, at - 2) == "which"
    is_reason = is_reason and word_at(tokens, at - 3) == "," and has_predicate(tokens, 0, at - 3)
    if not (is_reason and is_statement(tokens, 0, at - 3)):
        return 0
    hits = find_attributions(tokens[at + 1 :])
    return at - 3 if len(hits) == 1 and hits[0].cue < hits[0].content[0] else 0


def _find_semicolon_between_sources(tokens: list[Token]) -> int:
    """The semicolon between two statements, each with its source: "S, according to A; T, B said"; else 0."""
    first = find_word(tokens, ";", MIN_CONTENT, len(tokens) - MIN_CONTENT)
    end = find_word(tokens, ";", first + 1, default=len(tokens))
    # In "S1; S2, A said" S1 is not certainly A's.
    apart = first > 0 and ends_main_clause(tokens, first) and is_fully_attributed(tokens[:first])
    return first if apart and is_fully_attributed(tokens[first + 1 : end]) else 0


def _find_semicolon_before_source(tokens: list[Token]) -> int:
    """The semicolon in "S; T, Doe said", where S is not certainly Doe's; 0 if no source follows one."""
    stops = [i for i in range(MIN_CONTENT, len(tokens) - MIN_CONTENT) if tokens[i].text == ";"]
    if any(tokens[i + 1].lower in {"and", "or"} for i in stops):
        return 0  # a list
    apart = [i for i in stops[:_MOST_SEMICOLONS] if ends_main_clause(tokens, i)]
    plain = (i for i in apart if not has_quote(tokens, 0, i))
    within = next((i for i in plain if _is_wholly_attributed(without_full_stop(tokens, i + 1))), 0)
    return within or next((i for i in apart if _are_two_reports(tokens, i)), 0)


def _are_two_reports(tokens: list[Token], stop: int) -> bool:
    """Whether each side of a semicolon has a source: "A said S; T, B said"."""
    first = find_attributions(tokens[:stop])
    is_report = bool(first) and all(hit.cue < hit.content[0] and not hit.framed for hit in first)
    return is_report and bool(find_attributions(tokens[stop + 1 :]))


def _is_wholly_attributed(tokens: list[Token]) -> bool:
    """Whether all of a clause is attributed: "by 2024, according to Doe, S", "in 2024, Doe said, S", "Doe says 12"."""
    hits = find_attributions(tokens)
    if len(hits) != 1:
        return False
    hit = hits[0]
    start, end = hit.content
    return hit.framed or start <= hit.cue < end or tokens[hit.cue].lower == "according"


def _split_two_interrupted(tokens: list[Token]) -> tuple[list[Token], list[Token]] | None:
    """The two reports in "The port, A says, has 30 cranes and, B says, 40 boats": "The port, A says, has 30 cranes", "B says 40 boats"; else None."""
    for joint in range(MIN_CONTENT, len(tokens) - MIN_CONTENT):
        if tokens[joint].lower not in lexicon.COORDINATORS or tokens[joint + 1].text != ",":
            continue
        close = find_word(tokens, ",", joint + 2)
        first = (
            find_attributions(tokens[:joint]) if tokens[close - 1].lower in lexicon.ZERO_THAT_VERBS else []
        )
        is_within = len(first) == 1 and first[0].content[0] < first[0].cue < first[0].content[1]
        named = [token.lower for token in tokens[joint + 2 : close - 1]]
        if is_within and named != [token.lower for token in tokens[slice(*first[0].source)]]:
            return tokens[:joint], [*tokens[joint + 2 : close], *tokens[close + 1 :]]
    return None
