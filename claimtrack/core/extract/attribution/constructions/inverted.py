"""Attributions that follow their content with the verb before the source: "S, said X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.reported.brief import is_complete_statement
from claimtrack.core.extract.attribution.reported.interrupted import (
    has_stranded_auxiliary,
    has_verb_after,
    is_interrupted,
    resumes_after_source,
    skip_connective,
)
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.lists import find_list_end
from claimtrack.core.extract.attribution.sources.names_after_verb import ends_in_speaker, find_name_end
from claimtrack.core.extract.attribution.sources.noun_modifiers import is_modified_noun
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.verbs.unlisted import contains_inner_verb
from claimtrack.core.extract.attribution.verbs.uses import is_inverted_vow
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    DASHES,
    MIN_CONTENT,
    has_predicate,
    starts_clause,
)
from claimtrack.core.extract.words.finding import count_words, has_quote, word_at
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import may_be_past

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

CLOSING_VERBS = lexicon.REPORTING_VERBS | lexicon.SHOW | lexicon.WITNESS_VERBS
_INVERTING_VERBS = (CLOSING_VERBS | lexicon.ASK) - {"told", "tells"}


def match_inverted(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """The attribution in "S, said X"; None if the verb at `at` has no such subject."""
    if group != at or not _may_be_inverted(tokens, at, floor):
        return None
    end = _find_source_end(tokens, at)
    if not end:
        return None
    source = at + 1, end
    if resumes_after_source(tokens, floor, at, end):
        return Attribution(at, source, (floor, len(tokens)))
    is_noun = is_modified_noun(tokens, floor, at)  # "Jane Doe, unlike Ann Lee, says S"
    if is_complete_statement(tokens, floor, at) and not is_noun:
        return Attribution(at, source, (floor, at))
    if has_verb_after(tokens, at, end + 1) and is_interrupted(tokens, floor, at, end):
        return Attribution(at, source, (skip_connective(tokens, floor, at - 1, end), len(tokens)))
    if floor == 0 and word_at(tokens, end) == ":" and is_statement(tokens, end + 1, len(tokens)):
        return Attribution(at, source, (end + 1, len(tokens)))  # "Not so, says Jane Doe: S"
    # "Not so, insisted Jane Doe" is too short to be a statement, but names its speaker.
    is_brief = floor == 0 and count_words(tokens, 0, at) <= MIN_CONTENT and not is_noun
    if is_brief and _has_named_subject(tokens, at, end):
        return Attribution(at, source, (0, len(tokens)), framed=True)
    is_closing = not is_brief and ends_in_speaker(tokens, at)
    return Attribution(at, source, (floor, at)) if is_closing else None


def _may_be_inverted(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether the verb may have content before it and its subject after it, judged by the words beside it."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in _INVERTING_VERBS:
        return False
    if not (tokens[at - 1].text in COMMA_OR_DASH or tokens[at - 1].is_quote):
        return False
    if tokens[at + 1].lower in times.WEEKDAYS:
        return False  # "The finding, reported Monday in the journal, ..."
    if tokens[at].lower == "add" and tokens[at + 1].lower in lexicon.INDEFINITE_ARTICLES:
        return False  # "If it is dry, add a splash of milk"
    if has_stranded_auxiliary(tokens, at) or _ends_aside(tokens, at - 1, floor):
        return False
    if tokens[at + 1].lower in lexicon.HE_SHE and word_at(tokens, at + 2)[:1].isalpha():
        return False  # "Jane Doe, who runs it, said she only heard of it"
    # ", pledged a tax credit": the credit is the object
    takes_object = tokens[at].lower in lexicon.CLAIM_VERBS
    return not takes_object or has_quote(tokens, floor, at) or is_inverted_vow(tokens, at)


def _find_source_end(tokens: list[Token], at: int) -> int:
    """The end of the source after the verb; 0 if these words are an object or a clause instead."""
    end = find_list_end(tokens, at + 1, find_name_end(tokens, at + 1))
    is_split = has_quote(tokens, end, end + 1) and (tokens[end - 1].is_capital or not tokens[at - 1].is_quote)
    if end == at + 1 or is_split:
        return 0  # "says the data "do not support" it": the quotation contains the verb
    head = next((i for i in range(at + 3, end) if may_be_past(tokens[i])), end)
    is_speaker_named = is_speaker(tokens[at + 1 : head])
    if not is_speaker_named and (
        tokens[at].lower not in lexicon.SAY or head < end or contains_inner_verb(tokens, at + 1, end)
    ):
        # "Ines Dahl, calculated the real loss at $4m", "Ines Dahl, said the tax hurts small shops", "said the ward closed in May"
        return 0
    is_finding = tokens[at].lower.startswith(("show", "suggest", "reveal", "indicat"))
    # "The audit, a copy of which Doe has seen, shows managers hid it"
    return 0 if is_finding and starts_clause(tokens, at + 1) else end


def _ends_aside(tokens: list[Token], dash: int, floor: int) -> bool:
    """Whether the dash before the verb closes an aside on its subject: "The mayor — 61, unmarried — says"."""
    opens = next((i for i in range(floor, dash) if tokens[i].text == tokens[dash].text), 0)
    return tokens[dash].text in DASHES and opens > 0 and not has_predicate(tokens, floor, opens)


def _has_named_subject(tokens: list[Token], at: int, end: int) -> bool:
    """Whether a name or a speaker follows the verb at `at`: "insisted Jane Doe", "says the union"."""
    is_say_verb = tokens[at].lower in lexicon.SAY
    return tokens[at + 1].is_capital or (is_say_verb and is_speaker(tokens[at + 1 : end]))
