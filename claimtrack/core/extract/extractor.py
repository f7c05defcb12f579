"""How does an article become rows? Read it, find who says what, follow the speakers, score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.drafting import draft_quotations, draft_statements
from claimtrack.core.extract.context import Page
from claimtrack.core.extract.factchecks import (
    CheckedClaim,
    attribute_to_claimant,
    find_checked_claim,
    skip_finding_label,
)
from claimtrack.core.extract.judged_quotations import attribute_checked_quotations
from claimtrack.core.extract.listed import attribute_item, find_list_lead
from claimtrack.core.extract.lost_marks import (
    has_lost_marks,
    is_unclosed_quotation,
    mark_announced_quotation,
    mark_lost_quotes,
    starts_with_quote,
)
from claimtrack.core.extract.options import SHIPPED, Options
from claimtrack.core.extract.page.boilerplate.credits import (
    blank_bylines,
    is_correction_note,
    is_credit,
    is_notice,
    may_hold_note,
)
from claimtrack.core.extract.page.boilerplate.datelines import skip_dateline, skip_place
from claimtrack.core.extract.page.boilerplate.headings import closes_post, skip_bullet, trim_links
from claimtrack.core.extract.page.boilerplate.insertions import find_notes, restore_full_names
from claimtrack.core.extract.page.boilerplate.onward import skip_onward
from claimtrack.core.extract.page.boilerplate.stock import is_stock
from claimtrack.core.extract.page.boilerplate.talk import (
    ends_as_question,
    is_courtesy,
    is_name_list,
    is_question,
    is_tabled_question,
)
from claimtrack.core.extract.page.monologues.monologue import Author
from claimtrack.core.extract.page.quotes import find_overlapping
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.page.signatures import Neighbours, Signature, find_signature, is_claim_header
from claimtrack.core.extract.page.transcripts.interviews import find_interviewers
from claimtrack.core.extract.page.transcripts.nameplates import is_unpunctuated_speech
from claimtrack.core.extract.page.transcripts.turns import find_turns
from claimtrack.core.extract.page.verdicts import is_verdict
from claimtrack.core.extract.rows import PendingRow, build_rows
from claimtrack.core.extract.speakers.cast.collecting import collect_cast
from claimtrack.core.extract.transcript_rows import draft_questions, draft_spoken, draft_unnamed
from claimtrack.core.extract.voices import Conversation
from claimtrack.core.extract.words.reading import Span, is_encoded_blob
from claimtrack.core.model import CONTEXT, Article, ExtractedClaim, Kind
from claimtrack.core.texts.legible import Legible

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

EXTRACTOR = "rules-23"  # name and version of this extractor, stored with each row it proposes

_WORD = expression(r"[^\W_]")
_LETTER = expression(r"[^\W\d_]")


def extract(article: Article, options: Options = SHIPPED) -> list[ExtractedClaim]:
    """Extract every claim of an article, in text order; pure and deterministic."""
    source = article.text or ""
    notes = list(find_notes(source))
    read = Legible(source, notes)
    if not read.text.strip():
        return []
    rows = _extract(replace(article, text=read.text), options)
    begins = {end: start for start, end in notes}
    return rows if read.text == source else [_restore_text(row, source, read, begins) for row in rows]


def _restore_text(
    row: ExtractedClaim, source: str, read: Legible, notes: Mapping[int, int]
) -> ExtractedClaim:
    """Restore the row's original wording from the source; drop a note and the full stop after it (`notes` maps its end to its start)."""
    start, end = read.span(row.start, row.end)
    end = notes.get(end - 1, end)
    return replace(
        row,
        text=source[start:end],
        start=start,
        end=end,
        context_before=source[max(0, start - CONTEXT) : start],
        context_after=source[end : end + CONTEXT],
    )


def _extract(article: Article, options: Options) -> list[ExtractedClaim]:
    page = Page(article)
    read = _draft_parts(page, options)
    cast = collect_cast(restore_full_names(blank_bylines(page.plain, page.blocks), page.related), page.hidden)
    headings = {quote.start for quote in page.quoting.values()}
    attribute_checked_quotations(page.plain, read, cast.full_names, headings, is_check=page.is_check)
    conversation = Conversation(page.plain, cast, options.speaker)
    pending = [
        PendingRow(draft, voice, found, number)
        for found in options.track_progress(read, 1, len(read))
        for number, (draft, voice) in enumerate(zip(found, conversation.resolve(found), strict=True))
        if not draft.is_lead_in
    ]
    for one in pending:
        one.draft.span = trim_links(page.plain, one.draft.span)
    pending = [one for one in pending if _can_claim(page, one.draft)]
    rows = [
        row
        for row in build_rows(page, pending, cast.namesakes, len(read), options)
        if row.score >= options.min_score
    ]
    options.progress(len(read), len(read))
    return rows


def _can_claim(page: Page, draft: Draft) -> bool:
    """Whether the words can make a claim: not bare marks, encoded data, questions, hashtags that close a post, captions or bare verdicts."""
    words = page.plain[draft.span.start : draft.span.end]
    is_own = draft.source is None and (draft.kind is _OUTLET or draft.author is not None)
    return _WORD.search(words) is not None and not (
        is_encoded_blob(words)
        or is_question(words)
        or closes_post(words)
        or ((draft.is_labelled or draft.author) and (is_courtesy(words) or is_tabled_question(words)))
        or (is_own and _lacks_content(words))
    )


def _lacks_content(words: str) -> bool:
    """Whether unattributed words are a credit, a notice, a verdict, a table cell or numbers, or end in a question."""
    is_cell = words.startswith("|") and not words.endswith(".")
    kinds = (is_credit, is_notice, is_stock, is_verdict, ends_as_question, is_name_list)
    return is_cell or any(is_one(words) for is_one in kinds) or not _LETTER.search(words)


class _Part(NamedTuple):
    """A paragraph to draft: either ready drafts (a turn, a signed quotation), or its sentences with the quotations that overlap each."""

    block: Span
    drafts: list[Draft] | None
    sentences: list[tuple[Span, list[Span]]]
    claim: CheckedClaim | None = None  # the claim that a fact-check examines in it
    is_item: bool = False  # whether a bullet precedes it
    header: Span | None = None  # the line above, which may give the date of the statement
    author: Author | None = None  # who speaks or writes all of it


def _split_parts(page: Page) -> Iterator[_Part]:
    """Return the paragraphs that can contain claims."""
    lines = page.lines
    asking = find_interviewers(page.plain, page.blocks, lines)
    # The words below a quotation in a fact-check judge it.
    items = [skip_onward(page.plain, skip_bullet(page.plain, block)) for block in page.blocks]
    taken = lines if page.is_check and not asking else find_turns(page.plain, items, lines)
    at = past = 0
    above: Span | None = None
    header: Span | None = None
    for number, (block, following, later) in enumerate(
        zip_longest(page.blocks, page.blocks[1:], page.blocks[2:])
    ):
        if block.start < past:
            above = None
            continue  # a signature
        item = items[number]
        claim = find_checked_claim(page.plain, page.hidden, item, above, following)
        is_prose = number in lines or number not in page.furniture or claim is not None
        part = None
        if is_prose and (line := taken.get(number)):
            asks = page.plain[line.name.start : line.name.end] in asking
            drafts = draft_questions(page, block, line) if asks else list(draft_spoken(page, block, line))
            part = _Part(block, drafts, [])
        elif is_prose and page.is_captioned:
            part = _Part(block, draft_unnamed(page, block), [])
        elif signature := find_signature(
            page.hidden, claim.words if claim else block, Neighbours(above, following, later)
        ):
            past = signature.end
            part = _Part(block, _draft_signed(page, signature), [])
        elif is_claim_header(page.hidden, block):
            above = Span(above.start if above else block.start, block.end)
            header = block
            continue
        elif is_prose:
            past = claim.end if claim else past
            own = page.monologues.get(number)
            words = own.find_words(item) if own else skip_finding_label(page.plain, item)
            found, at = _split_part(page, claim.words if claim else words, at)
            part = _Part(block, None, found, claim, item.start > block.start, author=own and own.author)
        if part:
            is_below = header is not None and above is not None and header.end == above.end
            yield part._replace(header=header) if is_below else part
        above = block


def _split_part(page: Page, words: Span, at: int) -> tuple[list[tuple[Span, list[Span]]], int]:
    """Split a paragraph's words into sentences with their quotations, and return the next quotation's index; `at` is the first that may overlap."""
    found: list[tuple[Span, list[Span]]] = []
    for sentence in _before_correction(page, words):
        near, at = find_overlapping(page.quotes, sentence, at)
        found.append((sentence, near))
    return found, at


def _draft_parts(page: Page, options: Options) -> list[list[Draft]]:
    """Draft each paragraph of prose, one list of drafts per paragraph."""
    read: list[list[Draft]] = []
    lead: Draft | None = None
    given_author = Author(options.speaker, 0) if options.speaker else None
    parts = list(_split_parts(page))  # all of them before the first is drafted: the expressions stay cached
    for part in options.track_progress(parts, 0, len(parts)):
        found = _draft_prose(page, part) if part.drafts is None else part.drafts
        if part.claim:
            attribute_to_claimant(found, part.claim.by)
        if part.drafts is None:
            is_item = attribute_item(page.plain, part.block, found, lead, marked=part.is_item)
            lead = lead if is_item else find_list_lead(page.plain, found)
        for draft in found:
            draft.author = part.author or given_author
        read.append(found)
        _mark_foreign(page, part.block, found)
        for draft in found if part.header else ():
            draft.date_span = draft.date_span or part.header
    _mend_lost_quotes(page, read)
    for found, following in reversed(list(pairwise(read))):
        if is_unclosed_quotation(page.plain, found) and starts_with_quote(page.plain, following):
            found[0].source = next((draft.source for draft in following if draft.source), None)
    return read


def _draft_prose(page: Page, part: _Part) -> list[Draft]:
    """Draft the sentences of a paragraph."""
    found: list[Draft] = []
    for sentence, near in part.sentences:
        if part.block.start in page.foreign:
            found += draft_quotations(page.plain, page.hidden, sentence)
        elif is_unpunctuated_speech(page.plain[slice(*sentence)]):
            found.append(Draft(sentence, _OUTLET, None))
        else:
            found += draft_statements(page.plain, page.hidden, sentence, near, page.cuts)
    return [draft for draft in found if draft.span.end > draft.span.start]


def _draft_signed(page: Page, signature: Signature) -> list[Draft]:
    """Draft the sentences of a signed quotation."""
    by, date_words = signature.name, signature.tail
    words = sentences(page.plain, signature.words)
    return [Draft(one, _DIRECT, by, is_unsourced=by is None, date_span=date_words) for one in words]


def _mark_foreign(page: Page, block: Span, found: list[Draft]) -> None:
    """Flag drafts that are not in English, and clear their speaker unless a label or a signature names it: their attribution cannot be read."""
    for draft in found if block.start in page.foreign else ():
        draft.is_foreign, draft.is_unsourced = True, draft.is_unsourced or draft.source is None


def _before_correction(page: Page, block: Span) -> Iterable[Span]:
    """Trim a paragraph's sentences at the point where the outlet withdraws what it wrote before."""
    text = page.plain
    opening = skip_place(text, block) if block.start == page.opens_at else block
    found = sentences(text, skip_dateline(text, opening), glued=page.has_glued_ends)
    if not (page.hints and may_hold_note(text[slice(*block)], page.hints)):
        return found
    words = ["", *(text[slice(*sentence)] for sentence in found)]
    # A label such as "Correction:" is not part of the first sentence.
    is_note = [
        is_correction_note(text[slice(*block)], ""),
        *(is_correction_note(this, before) for before, this in pairwise(words)),
    ]
    return found[: max(0, is_note.index(True) - 1)] if True in is_note else found


def _mend_lost_quotes(page: Page, read: list[list[Draft]]) -> None:
    """Guess what was quoted where the article lost its quotation marks; whoever writes a whole text says "I" for themselves."""
    for before, found in pairwise(read):
        if before and before[-1].ends_in_reporting_verb:
            mark_announced_quotation(found)
    read = [[] if found and found[0].author else found for found in read]
    if not has_lost_marks(page.plain, page.quotes, [draft for found in read for draft in found]):
        return
    spoke = False
    for found in read:
        mark_lost_quotes(page.plain, found, spoke)
        spoke = bool(found) and found[-1].kind is _DIRECT
