"""From a sentence to its drafts: the spans that become rows, each with its source as written."""

from __future__ import annotations

from collections.abc import Set

from claimtrack.core.expressions import expression
from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.clause_drafts import (
    FEWEST_QUOTED,
    draft_adjacent,
    draft_attribution,
    draft_further_quotes,
    draft_lead_in,
    draft_outlet,
    draft_quotations_alone,
    find_caller_span,
    source_span,
    span_of,
)
from claimtrack.core.extract.attribution.compound.clause_splitting import split_clauses
from claimtrack.core.extract.attribution.compound.relative_clauses import find_relative_report
from claimtrack.core.extract.attribution.constructions.labelling import has_labelling_participle
from claimtrack.core.extract.attribution.constructions.opening_participles import find_opening_report
from claimtrack.core.extract.attribution.constructions.quotation_leads import (
    QuotationLead,
    continues_in_next_sentence,
    find_lead_colon,
    has_quotation_lead,
    is_mere_lead,
    parse_quotation_lead,
)
from claimtrack.core.extract.attribution.constructions.verbless import (
    find_ascription,
    find_colon_speakers,
    find_speaker_after_verb,
    has_dangling_adjunct,
)
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.reported.trimming import (
    count_quoted_words,
    is_quoted_predicate,
    merge_divided_quotes,
    strip_quote_marks,
)
from claimtrack.core.extract.attribution.reported.works import drop_work_titles
from claimtrack.core.extract.attribution.sources.nameable import is_poll_share
from claimtrack.core.extract.attribution.sources.names_after_verb import starts_with_open_quote
from claimtrack.core.extract.attribution.verbs.cues import may_contain_attribution
from claimtrack.core.extract.attribution.verbs.unasserted import is_quote_denied
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.finding import contains_word, count_words
from claimtrack.core.extract.words.reading import Span, Token, split_glued, tokenise
from claimtrack.core.model import Kind

_LONGEST_LEAD_IN = 10
"""Words. Shorter quotations are scare quotes or names; those with a named speaker may be shorter."""
_IN_BRACKETS = expression(r"\([^()\n]*+\)|\[[^\[\]\n]*+\]")
_BLANKS = str.maketrans("()[];,", "      ")
_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET


def draft_statements(
    text: str, masked: str, sentence: Span, quotes: list[Span], cuts: dict[str, int]
) -> list[Draft]:
    """The drafts of a sentence, in order. `quotes` are the quotations that touch it, `cuts` separate words run together."""
    if not (
        quotes or cuts or text[sentence.end - 1] == ":" or may_contain_attribution(masked[slice(*sentence)])
    ):
        return [Draft(sentence, _OUTLET)]
    words = _tokenise_sentence(masked, sentence)
    if cuts:
        words = split_glued(words, cuts)
    bag = {word.lower for word in words}
    if relative := find_relative_report(words, bag):
        main = words[: relative.main_end]
        found = _draft_clause(text, main, Span(sentence.start, main[-1].end)) if main else []
        found += draft_attribution(text, words, relative.attribution)
    elif opening := find_opening_report(words):
        main = words[opening.main :]
        found = draft_attribution(text, words, opening.attribution)
        found += _draft_clause(text, main, Span(main[0].start, sentence.end))
    elif (
        has_quotation_lead(text, quotes)
        and (quoted := parse_quotation_lead(text, words))
        and (found := _draft_announced(text, words, quoted))
    ):
        pass
    elif quotes and ":" in bag and (colon := find_lead_colon(text, words)):
        after = words[colon + 1 :]
        found = _draft_lead(text, words[:colon]) + _draft_clause(
            text, after, Span(after[0].start, sentence.end)
        )
    else:
        parts = split_clauses(words, bag)
        if len(parts) == 1:
            found = _draft_clause(text, parts[0], sentence, bag if parts[0] is words else None)
        else:
            found = [
                draft for part in parts for draft in _draft_clause(text, part, span_of(part, 0, len(part)))
            ]
    for draft in found:
        draft.set_sentence(text, sentence)
    return merge_divided_quotes(text, drop_work_titles(text, _drop_overlaps(found), sentence))


def _tokenise_sentence(masked: str, sentence: Span) -> list[Token]:
    """The tokens of a sentence, with a comma for each semicolon of a list in brackets: no clause ends there."""
    within = masked[sentence.start : sentence.end]
    if ";" in within:
        within = _IN_BRACKETS.sub(lambda found: _join_list(found[0]), within)
    return tokenise(within, sentence.start)


def _join_list(bracketed: str) -> str:
    """A list in brackets with commas: "(95% CI, 0.5 to 0.8; p = 0.01)"; what somebody says there stays as it is."""
    is_said = not lexicon.CUES.isdisjoint(bracketed.lower().translate(_BLANKS).split())
    return bracketed if is_said else bracketed.replace(";", ",")


def _draft_announced(text: str, words: list[Token], quoted: QuotationLead) -> list[Draft]:
    """The quotation after a comma, and what its speaker also says or does; empty if nothing is attributed."""
    if quoted.is_last:
        found = draft_attribution(text, words, quoted.attribution)
        beside = draft_adjacent(text, words, quoted.attribution, found)
        return found + [part for draft in beside for part in _draft_before(text, words, draft)]
    plainly = quoted.plain_words
    found = _draft_clause(text, plainly, Span(plainly[0].start, plainly[-1].end)) if plainly != words else []
    return found if any(draft.kind is _DIRECT for draft in found) else []


def _draft_before(text: str, words: list[Token], draft: Draft) -> list[Draft]:
    """What the clause before a quotation comes to, where it reports something itself: "Moor said A, but she added: "B"."."""
    within = [word for word in words if draft.span.start <= word.start < draft.span.end]
    return _draft_clause(text, within, draft.span) if draft.kind is _OUTLET and within else [draft]


def _draft_lead(text: str, lead: list[Token]) -> list[Draft]:
    """What precedes a colon and a quotation; a lead-in where it is no row itself."""
    found = _draft_clause(text, lead, Span(lead[0].start, lead[-1].end))
    for draft in found:
        draft.is_lead_in = draft.kind is _OUTLET and is_mere_lead(lead)
    return found


def _draft_clause(text: str, words: list[Token], sentence: Span, bag: Set[str] | None = None) -> list[Draft]:
    """The drafts of one clause, attributed or not."""
    hits = find_attributions(words, bag)
    are_polled = all(is_poll_share(words[slice(*hit.source)]) for hit in hits)
    found = [] if are_polled else [draft for hit in hits for draft in draft_attribution(text, words, hit)]
    if not found:
        return _draft_unattributed(text, words, sentence)
    found += [draft for hit in hits for draft in draft_adjacent(text, words, hit, found)]
    return found + draft_further_quotes(text, words, found)


def _drop_overlaps(found: list[Draft]) -> list[Draft]:
    """The drafts in text order; of two that overlap, as two readings of a garbled sentence may, the first."""
    if len(found) < 2:
        return found
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: d.span):
        if not kept or draft.is_lead_in or draft.span.start >= kept[-1].span.end:
            kept.append(draft)
    return kept


def draft_quotations(text: str, masked: str, sentence: Span) -> list[Draft]:
    """The quotations of a sentence in a language that the rules do not cover."""
    quotes = [w for w in tokenise(masked[sentence.start : sentence.end], sentence.start) if w.is_quote]
    return [
        Draft(strip_quote_marks(text, q), _DIRECT)
        for q in quotes
        if count_quoted_words(text, q) >= FEWEST_QUOTED
    ]


def _draft_unattributed(text: str, words: list[Token], sentence: Span) -> list[Draft]:
    """The drafts of a clause in which no reporting verb attributes anything."""
    if words and (words[-1].text == ":" or find_ascription(words)):
        return draft_lead_in(words, sentence)
    if (
        words[0].lower == "so"
        and len(words) <= _LONGEST_LEAD_IN
        and (speaker := find_speaker_after_verb(words))
    ):
        # ""S." So said Jane Doe."
        return [Draft(sentence, _DIRECT, source_span(words, speaker), is_lead_in=True)]
    quotes = [w for w in words if w.is_quote]
    if not quotes or is_quote_denied(words):
        return [draft_outlet(words, sentence)]
    if not (bare := count_words(words, 0, len(words))):
        return [Draft(strip_quote_marks(text, q), _DIRECT) for q in quotes]
    colon = next((i for i, w in enumerate(words) if w.text == ":" and words[i + 1].is_quote), None)
    if colon is not None and (named := find_colon_speakers(words)):
        return [Draft(strip_quote_marks(text, quote), _DIRECT, source_span(words, by)) for quote, by in named]
    if colon is not None and continues_in_next_sentence(text, words):
        return [*_draft_lead(text, words[:colon]), Draft(strip_quote_marks(text, words[-1]), _DIRECT)]
    may_label = words[0].lower in lexicon.SUBJECT_OPENERS or words[0].is_capital
    may_label = may_label and (
        contains_word(words, lexicon.LABELLING_VERBS) or has_labelling_participle(words)
    )
    if may_label and not words[0].is_quote:
        source = find_caller_span(words)
        return [Draft(sentence, _INDIRECT if source else _OUTLET, source)]
    is_mostly = sum(count_quoted_words(text, q) for q in quotes) > bare or has_dangling_adjunct(words)
    if is_quoted_predicate(text, words):
        return [Draft(sentence, _INDIRECT)]  # the source is resolved from the context
    if is_mostly or starts_with_open_quote(text, words):
        return draft_quotations_alone(text, words) or [Draft(sentence, _OUTLET)]
    return [Draft(sentence, _OUTLET)]
