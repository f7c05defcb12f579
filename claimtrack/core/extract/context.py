"""What does every row need to know about its article? The analysed page."""

from __future__ import annotations

from typing import NamedTuple

from claimtrack.core.extract.factchecks import find_quoting_headings, find_repeated_headings
from claimtrack.core.extract.flags import find_glued_cues, find_glued_words
from claimtrack.core.extract.page.boilerplate.credits import find_correction_hints
from claimtrack.core.extract.page.boilerplate.headings import find_headings, skip_bullet
from claimtrack.core.extract.page.boilerplate.insertions import (
    blank_links,
    blank_related,
    blank_tickers,
    find_related,
)
from claimtrack.core.extract.page.casing import is_all_capitals, lower_case
from claimtrack.core.extract.page.language import find_foreign, has_foreign, looks_english, name_language
from claimtrack.core.extract.page.monologues.monologues import find_monologues
from claimtrack.core.extract.page.quotes import mask_quotations, merge_whole, quotations
from claimtrack.core.extract.page.sentences import has_glued_ends, paragraphs
from claimtrack.core.extract.page.signatures import merge_introductions, split_claim_headers
from claimtrack.core.extract.page.transcripts.interviews import split_exchanges
from claimtrack.core.extract.page.transcripts.labels import find_labels
from claimtrack.core.extract.page.transcripts.nameplates import is_captioned
from claimtrack.core.extract.page.transcripts.posts import is_around_post, split_posts
from claimtrack.core.extract.page.transcripts.records import blank_line_numbers
from claimtrack.core.extract.page.transcripts.surname_first import put_first_names_first
from claimtrack.core.extract.page.transcripts.turns import find_unsaid
from claimtrack.core.extract.page.verdicts import is_fact_check
from claimtrack.core.extract.page.wrapping import join_line_breaks
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article


class Page:
    """An article as analysed: its paragraphs, its quotations, and the parts that are not prose."""

    def __init__(self, article: Article) -> None:
        self.text = article.text or ""
        self.published_on = article.published_on
        read = put_first_names_first(blank_line_numbers(normalise(self.text)))
        self.related = find_related(read)
        """Names followed by headlines of other articles; those headlines are blanked."""
        read = blank_links(blank_tickers(blank_related(read, self.related)))
        glued = has_glued_ends(read)
        blocks = merge_introductions(read, paragraphs(read, glued=glued))
        self.blocks = split_exchanges(read, split_posts(read, split_claim_headers(read, blocks)))
        self.shouted = is_all_capitals(read)
        self.lines = find_labels(read, [skip_bullet(read, block) for block in self.blocks])
        self.monologues, unsaid_there = find_monologues(read, self.blocks, article, self.lines)
        if self.shouted:
            read = lower_case(read, self.blocks, self.lines)
            glued = has_glued_ends(read)
        self.has_glued_ends = glued
        self.plain = join_line_breaks(read, self.blocks)
        found = find_headings(self.plain, self.blocks, article.title)
        repeated = find_repeated_headings(self.plain, self.blocks)
        quoting = find_quoting_headings(self.plain, self.blocks, found, article.title)
        self.quoting = {number: quote for number, quote in quoting.items() if number not in repeated}
        """The headings that contain a quotation, by paragraph number, with those quotations."""
        around = {number for number, block in enumerate(self.blocks) if is_around_post(self.plain, block)}
        self.furniture = (found | repeated | around) - self.quoting.keys()
        self.furniture |= find_unsaid(self.plain, self.blocks, self.lines) | unsaid_there
        self.furniture -= {number for number, part in self.monologues.items() if part.end}
        prose = (
            block.start
            for n, block in enumerate(self.blocks)
            if n not in self.furniture and n not in self.lines
        )
        self.opens_at = next(prose, 0)
        """The offset at which the first paragraph of prose begins."""
        self.is_captioned = is_captioned(self.text, len(self.blocks))
        self.is_check = is_fact_check(self.plain, article.title)
        self.quotes = merge_whole(quotations(self.text, self.plain, self.blocks), self.quoting.values())
        self.hidden = mask_quotations(self.plain, self.quotes)
        self.hints = find_correction_hints(self.plain)
        """Hints that the article contains a note in which the outlet corrects itself."""
        self.english = looks_english(self.plain)
        words = set(self.plain.split())
        self.foreign = find_foreign(self.hidden, self.blocks, words, english=self.english)
        """The start offsets of paragraphs in another language."""
        each_once = " ".join(["", *words]) if self.english else ""  # with a blank before the first word, too
        self.cuts = find_glued_cues(each_once)
        self.glued = find_glued_words(each_once) | self.cuts.keys()


class ForeignParagraphs(NamedTuple):
    """How many of an article's paragraphs are not in English, and the language as it reads after "in"; None where it cannot be determined."""

    paragraphs: int
    of: int
    language: str | None


def not_english(text: str) -> ForeignParagraphs | None:
    """Count the paragraphs of a text that are not in English, of which only quotations are extracted; None if all are English."""
    if looks_english(text) and not has_foreign(text):
        return None
    page = Page(Article(text))
    others = [page.hidden[slice(*block)] for block in page.blocks if block.start in page.foreign]
    return (
        ForeignParagraphs(len(others), len(page.blocks), name_language(" ".join(others))) if others else None
    )
