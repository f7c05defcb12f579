"""From one sentence to its drafts: the stretches that become rows, each with its source as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.attribution import find_attributions
from claimtrack.core.extract.attribution.comments.outlet_comments import find_denier
from claimtrack.core.extract.attribution.compound.clause_splitting import split_clauses
from claimtrack.core.extract.attribution.compound.main_clauses import find_adjacent_clauses
from claimtrack.core.extract.attribution.compound.other_speakers import (
    CONTRAST_CONJUNCTIONS,
    find_other_stance_holder,
)
from claimtrack.core.extract.attribution.compound.relative_clauses import find_relative_report
from claimtrack.core.extract.attribution.constructions.quotation_leads import (
    QuotationLead,
    continues_after_source,
    continues_in_next_sentence,
    ends_in_reporting_verb,
    find_ascription,
    find_lead_colon,
    find_quoted_source,
    has_quotation_lead,
    is_informative_lead,
    is_mere_lead,
    parse_quotation_lead,
)
from claimtrack.core.extract.attribution.constructions.stances import find_stance_holder
from claimtrack.core.extract.attribution.constructions.verbless import (
    characterises,
    find_announcer,
    find_caller,
    find_colon_speakers,
    find_speaker_after_verb,
    has_dangling_adjunct,
)
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.reported.addressees import is_programme_title
from claimtrack.core.extract.attribution.reported.trimming import (
    count_quoted_words,
    drop_closing_bracket,
    ends_inside_quote,
    is_empty_opener,
    is_mark_attached,
    is_quoted_predicate,
    merge_divided_quotes,
    split_off_quote,
    split_statements,
    strip_quote_marks,
    trim_reported,
)
from claimtrack.core.extract.attribution.reported.works import drop_work_titles
from claimtrack.core.extract.attribution.sources.nameable import (
    can_name_speaker,
    is_poll_share,
    narrow_source,
)
from claimtrack.core.extract.attribution.sources.names_after_verb import (
    find_name_after_quote,
    starts_with_open_quote,
)
from claimtrack.core.extract.attribution.sources.speaking import is_own_voice, is_speaker
from claimtrack.core.extract.attribution.verbs.cues import may_contain_attribution
from claimtrack.core.extract.attribution.verbs.unasserted import is_quote_denied
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import count_words, word_at
from claimtrack.core.extract.words.reading import Span, Token, TokenRange, split_glued, tokens, trimmed
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Set

    from claimtrack.core.extract.attribution.compound.main_clauses import AdjacentClause
    from claimtrack.core.extract.attribution.scope import Attribution

_FEWEST_QUOTED, _FEWEST_NAMED, _LONGEST_LEAD_IN = 4, 2, 10
"""Words. Shorter quotations are scare quotes or names, no claims of their own; those that somebody is named for may be shorter."""
_IGNORED_WORDS = frozenset({"that", "and", "but", "also"})
_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET


def draft_statements(
    text: str, masked: str, sentence: Span, quotes: list[Span], cuts: dict[str, int] | None = None
) -> list[Draft]:
    """The drafts of a sentence, in order. `quotes` are those that touch it, `cuts` part words run together."""
    if not (
        quotes or cuts or text[sentence.end - 1] == ":" or may_contain_attribution(masked[slice(*sentence)])
    ):
        return [Draft(sentence, _OUTLET)]
    words = tokens(masked[sentence.start : sentence.end], sentence.start)
    if cuts:
        words = split_glued(words, cuts)
    bag = {word.lower for word in words}
    if told := find_relative_report(words, bag):
        main = words[: told.main]
        found = _read(text, main, Span(sentence.start, main[-1].end)) if main else []
        found += _attributed(text, words, told.said)
    elif (
        has_quotation_lead(text, quotes)
        and (quoted := parse_quotation_lead(text, words))
        and (found := _announced(text, words, quoted))
    ):
        pass
    elif quotes and ":" in bag and (colon := find_lead_colon(text, words)):
        behind = words[colon + 1 :]
        found = _leading_up(text, words[:colon]) + _read(text, behind, Span(behind[0].start, sentence.end))
    else:
        parts = split_clauses(words, bag)
        if len(parts) == 1:
            found = _read(text, parts[0], sentence, bag if parts[0] is words else None)
        else:
            found = [one for part in parts for one in _read(text, part, _span(part, 0, len(part)))]
    for draft in found:
        draft.settle(text, sentence)
    return merge_divided_quotes(text, drop_work_titles(text, _beside_one_another(found), sentence))


def _announced(text: str, words: list[Token], quoted: QuotationLead) -> list[Draft]:
    """The quotation behind a comma, and what its speaker says or does besides; none where nothing is attributed."""
    if quoted.is_last:
        found = _attributed(text, words, quoted.said)
        return found + _beside(text, words, quoted.said, found)
    plainly = quoted.plainly
    found = _read(text, plainly, Span(plainly[0].start, plainly[-1].end)) if plainly != words else []
    return found if any(draft.kind is _DIRECT for draft in found) else []


def _leading_up(text: str, lead: list[Token]) -> list[Draft]:
    """What stands before a colon and a quotation; what it tells of somebody is heard, if it is no row."""
    found = _read(text, lead, Span(lead[0].start, lead[-1].end))
    for draft in found:
        draft.is_lead_in = draft.kind is _OUTLET and is_mere_lead(lead)
    return found


def _read(text: str, words: list[Token], sentence: Span, bag: Set[str] | None = None) -> list[Draft]:
    hits = find_attributions(words, bag)
    are_polled = all(is_poll_share(words[slice(*hit.source)]) for hit in hits)
    found = [] if are_polled else [draft for hit in hits for draft in _attributed(text, words, hit)]
    if not found:
        return _unattributed(text, words, sentence)
    found += [draft for hit in hits for draft in _beside(text, words, hit, found)]
    return found + _further_quotes(text, words, found)


def _beside_one_another(found: list[Draft]) -> list[Draft]:
    """The drafts in the order of the text; of two that overlap, as two readings of one garbled sentence may, the first."""
    if len(found) < 2:
        return found
    kept: list[Draft] = []
    for draft in sorted(found, key=lambda d: d.span):
        if not kept or draft.is_lead_in or draft.span.start >= kept[-1].span.end:
            kept.append(draft)
    return kept


def draft_quotations(text: str, masked: str, sentence: Span) -> list[Draft]:
    """The quotations of a sentence whose language the rules do not read."""
    quotes = [w for w in tokens(masked[sentence.start : sentence.end], sentence.start) if w.is_quote]
    return [
        Draft(strip_quote_marks(text, q), _DIRECT)
        for q in quotes
        if count_quoted_words(text, q) >= _FEWEST_QUOTED
    ]


def _attributed(text: str, words: list[Token], hit: Attribution) -> list[Draft]:
    if hit.source[0] < hit.content[0] and is_poll_share(words[slice(*hit.source)]):
        span = _span(words, hit.source[0], hit.content[1])
        return [Draft(trimmed(text, span, " ,."), _OUTLET)]  # what a share of those asked says
    source = _source(words, hit.source)
    if words[hit.cue].lower in lexicon.VIEW_NOUNS and text[source.start : source.end].endswith("'s"):
        source = Span(source.start, source.end - 2)  # "in Jane Doe's view"
    if hit.framed:
        deed = words[slice(*hit.content)]
        marks = " ," if deed[0] is words[0] else " ,."
        return [Draft(trimmed(text, Span(deed[0].start, deed[-1].end), marks), _INDIRECT, source)]
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
        else [one for said in split_statements(content) for one in split_off_quote(text, said)]
    )
    return [
        Draft(strip_quote_marks(text, part[0]), _DIRECT, source)
        if len(parts) > 1 and part[0].is_quote and not any(w.is_word for w in part)
        else Draft(trim_reported(text, part, words), _INDIRECT, source, source_follows=is_after)
        for part in parts
    ]


def _beside(text: str, words: list[Token], hit: Attribution, found: list[Draft]) -> list[Draft]:
    """The clauses beside the attributed words that are no part of another draft."""
    rows = []
    for clause in find_adjacent_clauses(words, hit):
        span = _span(words, *clause.words)
        if any(d.span.start < span.end and span.start < d.span.end for d in found):
            continue
        by = _goes_on(words, clause, _source(words, hit.source))
        span = drop_closing_bracket(text, trimmed(text, span, " \n.,"))
        rows.append(Draft(span, _INDIRECT, by) if by else _told(words[slice(*clause.words)], span))
    return rows


def _further_quotes(text: str, words: list[Token], found: list[Draft]) -> list[Draft]:
    """Quotations beside the attributed words: the same person goes on."""
    source = found[0].source
    quotes = [at for at, word in enumerate(words) if word.is_quote]
    # ""If we lose this," Doe said, "we lose everything."": what ends the sentence is said, however short.
    last = next((at for at in reversed(quotes) if at > 1 and words[at - 1].text in {",", ";"}), 0)
    told = {
        at for at in quotes if at == last >= len(words) - 2 or continues_after_source(text, words, at, source)
    }
    return [
        Draft(strip_quote_marks(text, word), _DIRECT, find_quoted_source(words, at) or source)
        for at, word in [(at, words[at]) for at in quotes]
        if count_quoted_words(text, word) >= (_FEWEST_NAMED if at in told else _FEWEST_QUOTED)
        and not is_programme_title(words, at - 1, at)
        and not any(d.span.start < word.end and word.start < d.span.end for d in found)
    ]


def _unattributed(text: str, words: list[Token], sentence: Span) -> list[Draft]:
    if words and (words[-1].text == ":" or find_ascription(words)):
        return _lead_in(words, sentence)
    if (
        words[0].lower == "so"
        and len(words) <= _LONGEST_LEAD_IN
        and (teller := find_speaker_after_verb(words))
    ):
        # ""S." So said Jane Doe."
        return [Draft(sentence, _DIRECT, _source(words, teller), is_lead_in=True)]
    quotes = [w for w in words if w.is_quote]
    if not quotes or is_quote_denied(words):
        return [_told(words, sentence)]
    if not (bare := count_words(words, 0, len(words))):
        return [Draft(strip_quote_marks(text, q), _DIRECT) for q in quotes]
    colon = next((i for i, w in enumerate(words) if w.text == ":" and words[i + 1].is_quote), None)
    if colon is not None and (named := find_colon_speakers(words)):
        return [Draft(strip_quote_marks(text, quote), _DIRECT, _source(words, by)) for quote, by in named]
    if colon is not None and continues_in_next_sentence(text, words):
        return [*_leading_up(text, words[:colon]), Draft(strip_quote_marks(text, words[-1]), _DIRECT)]
    calls = words[0].lower in lexicon.SUBJECT_OPENERS or words[0].is_capital
    calls = calls and (any(w.lower in lexicon.LABELLING_VERBS for w in words) or characterises(words))
    if calls and not words[0].is_quote:
        source = _caller(words)
        return [Draft(sentence, _INDIRECT if source else _OUTLET, source)]
    is_mostly = sum(count_quoted_words(text, q) for q in quotes) > bare or has_dangling_adjunct(words)
    if is_quoted_predicate(text, words):
        return [Draft(sentence, _INDIRECT)]  # whoever speaks there says it
    if is_mostly or starts_with_open_quote(text, words):
        return _quoted_mostly(text, words) or [Draft(sentence, _OUTLET)]
    return [Draft(sentence, _OUTLET)]


def _told(words: list[Token], span: Span) -> Draft:
    """What nobody is quoted for: the outlet's, but for whoever takes a stand in it."""
    by = find_stance_holder(words)
    return Draft(span, _OUTLET, stance_holder=_source(words, by) if by else None)


def _caller(words: list[Token]) -> Span | None:
    found = find_caller(words)
    return _source(words, found) if found and can_name_speaker(words[slice(*found)]) else None


def _goes_on(tokens: list[Token], clause: AdjacentClause, source: Span) -> Span | None:
    """Who says what stands beside an attribution: whoever spoke, or is "she" in "though she denied it", or somebody else."""
    words = tokens[slice(*clause.words)]
    if not clause.speaks:
        against = tokens[clause.words[0] - 1].lower in CONTRAST_CONJUNCTIONS and find_other_stance_holder(
            tokens, clause.words[0]
        )
        return _source(tokens, against) if against else _others(words)
    is_told = (
        len(words) > 1 and words[0].lower in lexicon.HE_SHE and words[1].lower in lexicon.SPEAKER_ACTIONS
    )
    return Span(words[0].start, words[0].end) if is_told else source


def _others(words: list[Token]) -> Span | None:
    """Who else says what stands beside an attribution: he calls it something, or denies it."""
    found = find_denier(words)
    return _source(words, found) if found and can_name_speaker(words[slice(*found)]) else _caller(words)


def _quoted_mostly(text: str, words: list[Token]) -> list[Draft]:
    """The quotations of a sentence that holds little else: its subject is taken for whoever speaks."""
    named = find_name_after_quote(words)
    subject = named or find_announcer(words)
    is_named = subject and not words[subject[0]].is_quote
    source = (
        _source(words, subject) if subject and is_named and can_name_speaker(words[slice(*subject)]) else None
    )
    fewest = _FEWEST_NAMED if named else _FEWEST_QUOTED
    quotes = [w for w in words if w.is_quote and count_quoted_words(text, w) >= fewest]
    return [Draft(strip_quote_marks(text, q), _DIRECT, source) for q in quotes]


def _lead_in(words: list[Token], sentence: Span) -> list[Draft]:
    """ "She said:" is no row, but tells who speaks next; a longer announcement is a row as well."""
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
            _source(words, subject),
            is_lead_in=True,
            ends_in_reporting_verb=ends_in_reporting_verb(words),
        ),
    ]


def _span(words: list[Token], start: int, end: int) -> Span:
    return Span(words[start].start, words[end - 1].end)


def _source(words: list[Token], found: TokenRange) -> Span:
    return _span(words, *narrow_source(words, found))
