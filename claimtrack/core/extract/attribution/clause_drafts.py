"""The drafts of one clause's parts: its attributions, adjacent clauses, further quotations and lead-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.comments.outlet_comments import find_denier
from claimtrack.core.extract.attribution.compound.adjacent_clauses import find_adjacent_clauses
from claimtrack.core.extract.attribution.compound.other_speakers import (
    CONTRAST_CONJUNCTIONS,
    find_other_stance_holder,
)
from claimtrack.core.extract.attribution.constructions.labelling import find_caller
from claimtrack.core.extract.attribution.constructions.quotation_leads import (
    continues_after_source,
    ends_in_reporting_verb,
    find_quoted_source,
    is_informative_lead,
)
from claimtrack.core.extract.attribution.constructions.stances import find_stance_holder
from claimtrack.core.extract.attribution.constructions.verbless import find_announcer
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.reported.trimming import (
    count_quoted_words,
    drop_closing_bracket,
    ends_inside_quote,
    is_empty_opener,
    is_mark_attached,
    split_off_quote,
    split_statements,
    strip_quote_marks,
    trim_reported,
)
from claimtrack.core.extract.attribution.reported.works import is_programme_title
from claimtrack.core.extract.attribution.sources.nameable import (
    can_name_speaker,
    is_poll_share,
    narrow_source,
)
from claimtrack.core.extract.attribution.sources.names_after_verb import find_name_after_quote
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice, is_speaker
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Span, Token, TokenRange, trimmed
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.compound.main_clauses import AdjacentClause
    from claimtrack.core.extract.attribution.scope import Attribution

FEWEST_QUOTED, _FEWEST_NAMED = 4, 2  # words of a quotation that is a row; with a named speaker
_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET
_IGNORED_WORDS = frozenset({"that", "and", "but", "also"})


def draft_attribution(text: str, words: list[Token], hit: Attribution) -> list[Draft]:
    """The drafts of one attribution: its quotations and the spans of its statements."""
    if hit.source[0] < hit.content[0] and is_poll_share(words[slice(*hit.source)]):
        span = span_of(words, hit.source[0], hit.content[1])
        return [Draft(trimmed(text, span, " ,."), _OUTLET)]  # a poll result
    source = source_span(words, hit.source)
    if words[hit.cue].lower in lexicon.VIEW_NOUNS and text[source.start : source.end].endswith("'s"):
        source = Span(source.start, source.end - 2)  # "in Jane Doe's view"
    if hit.framed:
        framed = words[slice(*hit.content)]
        marks = " ," if framed[0] is words[0] else " ,."
        return [Draft(trimmed(text, Span(framed[0].start, framed[-1].end), marks), _INDIRECT, source)]
    content = words[slice(*hit.content)]
    first = int(word_at(content, 0) in {"that", ":"})
    if len(content) > first + 1 and ends_inside_quote(text, content[first:]):
        content = content[first : first + 1]
    quotes = [w for w in content if w.is_quote]
    bare = [w for w in content if w.is_word and w.lower not in _IGNORED_WORDS]
    if not bare:
        return [Draft(strip_quote_marks(text, q), _DIRECT, source) for q in quotes]
    while content and (
        (hit.content[0] > hit.cue and is_empty_opener(words[hit.cue], content))
        or not (content[0].is_word or content[0].is_quote or is_mark_attached(text, content))
    ):
        content = content[1:]
    is_after = hit.content[1] <= hit.cue
    parts = (
        [content]
        if is_after
        else [piece for said in split_statements(content) for piece in split_off_quote(text, said)]
    )
    return [
        Draft(strip_quote_marks(text, part[0]), _DIRECT, source)
        if len(parts) > 1 and part[0].is_quote and not any(w.is_word for w in part)
        else Draft(trim_reported(text, part, words), _INDIRECT, source, source_follows=is_after)
        for part in parts
    ]


def draft_adjacent(text: str, words: list[Token], hit: Attribution, found: list[Draft]) -> list[Draft]:
    """The adjacent clauses that are part of no other draft."""
    rows = []
    for clause in find_adjacent_clauses(words, hit):
        span = span_of(words, *clause.words)
        if any(d.span.start < span.end and span.start < d.span.end for d in found):
            continue
        by = _find_adjacent_source(words, clause, source_span(words, hit.source))
        span = drop_closing_bracket(text, trimmed(text, span, " \n.,"))
        rows.append(Draft(span, _INDIRECT, by) if by else draft_outlet(words[slice(*clause.words)], span))
    return rows


def draft_further_quotes(text: str, words: list[Token], found: list[Draft]) -> list[Draft]:
    """Quotations beside the attributed content, in which the same speaker goes on."""
    source = found[0].source
    quotes = [at for at, word in enumerate(words) if word.is_quote]
    # ""If we lose this," Doe said, "we lose everything."": a quotation at the end counts, however short.
    last = next((at for at in reversed(quotes) if at > 1 and words[at - 1].text in {",", ";"}), 0)
    continued = {
        at for at in quotes if at == last >= len(words) - 2 or continues_after_source(text, words, at, source)
    }
    return [
        Draft(strip_quote_marks(text, word), _DIRECT, find_quoted_source(words, at) or source)
        for at, word in [(at, words[at]) for at in quotes]
        if count_quoted_words(text, word) >= (_FEWEST_NAMED if at in continued else FEWEST_QUOTED)
        and not is_programme_title(words, at - 1, at)
        and not any(d.span.start < word.end and word.start < d.span.end for d in found)
    ]


def draft_outlet(words: list[Token], span: Span) -> Draft:
    """A draft of the outlet's own words, with the holder of a stance in them."""
    by = find_stance_holder(words)
    return Draft(span, _OUTLET, stance_holder=source_span(words, by) if by else None)


def find_caller_span(words: list[Token]) -> Span | None:
    """The span of whoever labels something in quotation marks, if it can name a speaker; else None."""
    return _nameable_span(words, find_caller(words))


def _nameable_span(words: list[Token], found: TokenRange | None) -> Span | None:
    """The span of a source if its words can name a speaker; else None."""
    return source_span(words, found) if found and can_name_speaker(words[slice(*found)]) else None


def _find_adjacent_source(tokens: list[Token], clause: AdjacentClause, source: Span) -> Span | None:
    """Who says an adjacent clause: the same source, "she" in "though she denied it", somebody else, or None."""
    words = tokens[slice(*clause.words)]
    if not clause.is_attributed:
        against = tokens[clause.words[0] - 1].lower in CONTRAST_CONJUNCTIONS and find_other_stance_holder(
            tokens, clause.words[0]
        )
        return source_span(tokens, against) if against else _find_other_source(words)
    is_pronoun_action = (
        len(words) > 1 and words[0].lower in lexicon.HE_SHE and words[1].lower in lexicon.SPEAKER_ACTIONS
    )
    return Span(words[0].start, words[0].end) if is_pronoun_action else source


def _find_other_source(words: list[Token]) -> Span | None:
    """Who else says an adjacent clause, by labelling or denying something; else None."""
    return _nameable_span(words, find_denier(words)) or find_caller_span(words)


def draft_quotations_alone(text: str, words: list[Token]) -> list[Draft]:
    """The quotations of a sentence with little else, whose subject is taken for their speaker."""
    named = find_name_after_quote(words)
    subject = named or find_announcer(words)
    source = None if subject and words[subject[0]].is_quote else _nameable_span(words, subject)
    fewest = _FEWEST_NAMED if named else FEWEST_QUOTED
    quotes = [w for w in words if w.is_quote and count_quoted_words(text, w) >= fewest]
    return [Draft(strip_quote_marks(text, q), _DIRECT, source) for q in quotes]


def draft_lead_in(words: list[Token], sentence: Span) -> list[Draft]:
    """The lead-in of "She said:", which is no row but names the next speaker, and a row if the announcement says more."""
    subject = find_announcer(words)
    row = [Draft(sentence, _OUTLET)] if is_informative_lead(words) else []
    if not (subject and can_name_speaker(named := words[slice(*subject)])) or (row and not is_speaker(named)):
        return row
    if is_own_voice(words, subject):
        return row  # "As I wrote last week:"
    return [
        *row,
        Draft(
            sentence,
            _DIRECT,
            source_span(words, subject),
            is_lead_in=True,
            ends_in_reporting_verb=ends_in_reporting_verb(words),
        ),
    ]


def span_of(words: list[Token], start: int, end: int) -> Span:
    """The span of text from the token at `start` to the one before `end`."""
    return Span(words[start].start, words[end - 1].end)


def source_span(words: list[Token], found: TokenRange) -> Span:
    """The span of a source, without words before it that belong to something else."""
    return span_of(words, *narrow_source(words, found))
