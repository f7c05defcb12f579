"""Reports in a relative clause: by another source, "The line is to close, which Doe said would cost jobs", or by the subject, "The council, which said S, closed the pool"."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.comments.outlet_comments import REMARK_VERBS, parse_remark
from claimtrack.core.extract.attribution.compound.pushdown_relatives import (
    OBJECT_RELATIVES,
    PUSHDOWN_VERBS,
    RELATIVE_PRONOUNS,
    RelativeReport,
    find_pushdown_apposition,
    find_pushdown_relative,
    resolve_pronoun_subject,
)
from claimtrack.core.extract.attribution.constructions.further_reports import is_reporting_cue
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.scope import Attribution, continues_after_comma, starts_predicate
from claimtrack.core.extract.attribution.sources.names_after_verb import find_name_end
from claimtrack.core.extract.attribution.sources.noun_modifiers import find_antecedent
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.cues import find_group_start, skip_auxiliaries
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, MIN_CONTENT, has_predicate
from claimtrack.core.extract.words.finding import find_word, word_at
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.verbs import is_finite

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_RELATIVE_WINDOW, _AS_WINDOW = 10, 12  # tokens from the relative pronoun to the verb; from it to "as"
_LABELLING_VERBS = lexicon.LABELLING_VERBS | {"describe"}
_VERBS = lexicon.CUES | lexicon.BE
_NAME_WINDOW, _FEWEST_AFTER = 20, 3  # tokens at the start of a sentence; after the closing comma
_NOT_LABELS = frozenset({"a", "an", "off"})
"""Before these "called" has another sense: "called a one-day strike"."""
"""Verbs after the relative clause with content or an action of their own."""


def find_relative_report(tokens: list[Token], words: Set[str]) -> RelativeReport | None:
    """The report of another source in a relative clause; None if there is none. `words` are the words of the sentence."""
    if COMMA_OR_DASH.isdisjoint(words):
        return None  # each construction needs a comma or a dash
    relates = not PUSHDOWN_VERBS.isdisjoint(words)
    found = find_pushdown_relative(tokens) if relates and not RELATIVE_PRONOUNS.isdisjoint(words) else None
    found = found or (find_pushdown_apposition(tokens) if relates else None)
    found = found or (_find_description(tokens) if "what" in words else None)
    found = found or (None if OBJECT_RELATIVES.isdisjoint(words) else _find_interrupted_relative(tokens))
    found = found or (_find_according_to_whom(tokens) if "according" in words else None)
    found = found or (_find_view(tokens) if "whose" in words else None)
    return found or (None if REMARK_VERBS.isdisjoint(words) else _find_remark(tokens))


def _find_description(tokens: list[Token]) -> RelativeReport | None:
    """The report in "Nine boats sank, in what the council described on Friday as the worst storm"; else None."""
    for what in range(len(tokens) - MIN_CONTENT, MIN_CONTENT, -1):
        if [token.lower for token in tokens[what - 2 : what + 1]] != [",", "in", "what"]:
            continue
        at = find_word(
            tokens, _LABELLING_VERBS, what + 2, min(len(tokens) - MIN_CONTENT, what + _RELATIVE_WINDOW)
        )
        said = next(
            (i + 1 for i in range(at + 1, at + _AS_WINDOW if at else 0) if word_at(tokens, i) == "as"), 0
        )
        is_report = said > 0 and not (tokens[said].is_quote or any(map(is_finite, tokens[what + 1 : at])))
        if is_report and is_clause(tokens, 0, what - 2):
            return RelativeReport(what - 2, Attribution(at, (what + 1, at), (said, len(tokens))))
    return None


def _find_interrupted_relative(tokens: list[Token]) -> RelativeReport | None:
    """The report in "It kept a list that, Doe said, named 40 pilots" or "a deal in which, according to Doe, S"; else None."""
    commas = [i for i in range(MIN_CONTENT, len(tokens) - MIN_CONTENT) if tokens[i].text == ","]
    for comma in commas:
        that = comma - 1
        if tokens[that].lower not in OBJECT_RELATIVES:
            continue
        close = find_word(tokens, ",", comma + 2, min(len(tokens) - MIN_CONTENT, comma + _RELATIVE_WINDOW))
        cites = tokens[comma + 1].lower in lexicon.CITATION_CUES
        main = that - (tokens[that - 1].lower in lexicon.PREPOSITIONS)
        main -= tokens[main - 1].text == ","
        if not (
            close
            and (cites or tokens[close - 1].lower in lexicon.REPORTING_VERBS)
            and _may_end_in_noun(tokens, main)
        ):
            continue
        source = find_subject_start(tokens, close - 1), find_group_start(tokens, close - 1, comma + 1)
        if cites:
            source = comma + 2 + (word_at(tokens, comma + 2) == "to"), close
        before = tokens[:main]
        if source[0] > comma and is_clause(before, 0, main):
            said = _skip_document_verb(tokens, close + 1)
            source = resolve_pronoun_subject(tokens, source, main)
            if article := _find_afterthought(tokens, main):  # "..., a sum that, Doe said, is unpaid"
                return RelativeReport(article - 1, Attribution(comma + 1, source, (article, len(tokens))))
            return RelativeReport(
                main if said == close + 1 else 0, Attribution(comma + 1, source, (said, len(tokens)))
            )
    return None


def _find_afterthought(tokens: list[Token], end: int) -> int:
    """The index of the article in ", a sum" that ends at `end`; 0 if the noun is part of the clause."""
    opens = (i for i in (end - 2, end - 3) if word_at(tokens, i) in {"a", "an"} and tokens[i - 1].text == ",")
    return next(opens, 0)


def _find_according_to_whom(tokens: list[Token]) -> RelativeReport | None:
    """The report in "It was mended by Doe, according to whom S", by the last noun; else None."""
    window = range(MIN_CONTENT, len(tokens) - MIN_CONTENT)
    whom = next(
        (i for i in window if tokens[i].lower in {"whom", "which"} and _is_after_comma(tokens, i - 2)), 0
    )
    named = find_antecedent(tokens, whom - 3) if whom else None
    return RelativeReport(whom - 3, Attribution(whom - 2, named, (whom + 1, len(tokens)))) if named else None


def _find_remark(tokens: list[Token]) -> RelativeReport | None:
    """The report in "Sales fell, which the bank blames on rain" and "Doe denied it, a step Moor called "a joke""; else None."""
    found = parse_remark(tokens)
    if found is None:
        return None
    comma, source, verb = found
    is_main = is_clause(tokens, 0, comma) and tokens[0].lower not in lexicon.SUBORDINATORS
    if tokens[source[0]].lower in lexicon.THIRD_PERSON and not any(
        is_reporting_cue(tokens, i) for i in range(comma)
    ):
        return None  # "Moor rejected the offer, which she called "a joke"" is a single action
    source = (
        resolve_pronoun_subject(tokens, source, comma)
        if tokens[source[0]].lower in lexicon.THING_PRONOUNS
        else source
    )
    if is_main:
        return RelativeReport(comma, Attribution(verb, source, (comma + 1, len(tokens)), framed=True))
    return None


def _find_view(tokens: list[Token]) -> RelativeReport | None:
    """The report in "It was drafted by Doe, in whose view S" and ""S," said Doe of the bank, in whose view T"; else None."""
    window = range(MIN_CONTENT, len(tokens) - MIN_CONTENT)
    whose = (i for i in window if tokens[i].lower == "whose" and tokens[i + 1].lower in lexicon.VIEW_NOUNS)
    at = next((i for i in whose if word_at(tokens, i - 1) == "in" and word_at(tokens, i - 2) == ","), 0)
    if not at:
        return None
    verbs = (i for i in range(1, at) if tokens[i].lower in lexicon.SAY_FORMS and not tokens[i - 1].is_word)
    verb = next(verbs, 0)
    named = (verb + 1, find_name_end(tokens, verb + 1)) if verb else find_antecedent(tokens, at - 2)
    said = Attribution(at + 1, named, (at + 2, len(tokens))) if named and named[0] < named[1] else None
    is_main = verb > 0 or has_predicate(tokens, 0, at - 2)
    if not is_main or continues_after_comma(tokens, at + 2, len(tokens) - 1):
        return None  # "Doe, in whose view it was sold, resigned"
    return RelativeReport(at - 2, said) if said and is_statement(tokens, at + 2, len(tokens)) else None


def _is_after_comma(tokens: list[Token], at: int) -> bool:
    """Whether ", according" occurs here."""
    return tokens[at].lower == "according" and word_at(tokens, at - 1) == ","


def _may_end_in_noun(tokens: list[Token], end: int) -> bool:
    """Whether a noun may end here, rather than a verb with a that-clause."""
    last = tokens[end - 1]
    is_noun = last.lower in nouns.DOCUMENTS or last.lower not in _VERBS
    return last.is_word and is_noun


def _skip_document_verb(tokens: list[Token], at: int) -> int:
    """The start of S in "a report which, he said, had found that S"; else `at`."""
    verb = skip_auxiliaries(tokens, at)
    found = tokens[verb].lower in lexicon.SHOW and word_at(tokens, verb + 1) == "that"
    return verb + 2 if found else at


class SubjectAside(NamedTuple):
    """A subject, its report as a sentence of its own ("The council said S"), and the predicate of the main clause ("closed the pool")."""

    subject: list[Token]
    report: list[Token]
    predicate: list[Token]


def split_subject_aside(tokens: list[Token]) -> SubjectAside | None:
    """The report of a subject in a relative clause, and its main clause; None if there is no such clause.

    Only content that can be checked: a number, or something said once. "The firm, which says it is sound, was fined" only identifies the firm.
    """
    words = [token.lower for token in tokens[:_NAME_WINDOW]]
    who = next((i for i, word in enumerate(words) if word in {"who", "which"} and i > 1), 0)
    if not who or words[who - 1] != ",":
        return None
    # "the Port Union (PU), which"
    end = who - 1 - 3 * (words[who - 2] == ")" and word_at(tokens, who - 4) == "(")
    named = find_subject_start(tokens, end), end
    verb = skip_auxiliaries(tokens, who + 1)
    if named[0] > (words[0] in lexicon.COORDINATORS) or any(map(is_finite, tokens[: who - 1])):
        return None
    if not _names_speaker(tokens[slice(*named)]) or word_at(tokens, verb) not in lexicon.REPORTING_VERBS:
        return None
    start = find_content_start(tokens, verb)
    ends = (i for i in range(start + MIN_CONTENT, len(tokens) - _FEWEST_AFTER) if tokens[i].text == ",")
    close = next((i for i in ends if _is_content_end(tokens, start, i)), 0)
    if not close or not (
        tokens[verb].lower.endswith(("d", "wrote", "found"))
        or any(
            token.text[0].isdigit() or token.lower in lexicon.CARDINALS_AND_A for token in tokens[start:close]
        )
    ):
        return None
    subject = tokens[slice(*named)]
    return SubjectAside(subject, [*subject, *tokens[who + 1 : close]], tokens[close + 1 :])


def _names_speaker(subject: list[Token]) -> bool:
    """Whether the subject can speak, or is a body: "The council", "The club"."""
    heads = {lexicon.singular(token.lower) for token in subject}
    return is_speaker(subject) or not (heads.isdisjoint(nouns.BODIES) and heads.isdisjoint(nouns.GROUPS))


def _is_content_end(tokens: list[Token], said: int, comma: int) -> bool:
    """Whether the content ends at a comma, and a main verb that reports nothing follows."""
    verb = skip_auxiliaries(tokens, comma + 1)
    # "are considering a claim"
    reports = tokens[verb].lower in lexicon.SPEECH_OR_ACTION and not tokens[verb].lower.endswith("ing")
    reports = reports and not (tokens[verb].lower == "called" and word_at(tokens, verb + 1) in _NOT_LABELS)
    is_main_verb = starts_predicate(tokens, comma + 1) and not reports
    start = said + (tokens[said].lower == "that")
    return is_main_verb and is_clause(tokens, start, comma)
