"""Where are the quotations? Curly, straight, British single marks, continued over paragraphs, and marks without a partner."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import QUOTED, Span, name_pattern
from claimtrack.core.extract.words.titles import NICKNAME
from claimtrack.core.texts.typography import OPENING_QUOTES

if TYPE_CHECKING:
    import re

_TYPED = expression(r"\"\"?")  # the usual case: an expression that begins with a literal mark is found faster
_DOUBLE = expression(r"\"\"?|'(?<!'')'(?!')|'(?<=[^\s']'')'(?!')|'(?<!'')'(?='\w)")
"""One or two marks, as a spreadsheet doubles them; of three single ones in a row, one belongs to an inner quotation: ''He said, 'No,''', '''No,' he said''."""
_YEAR = r"(?!\d\ds\b|(?:(?<= (?:of|in|to|by) ')|(?<=(?:the|nce|rom|mer|ter|umn|and) ')|(?<=\bIn '))\d\d(?![\d%]|[.,:]\d))"
"""An apostrophe that opens no quotation: "the '90s", "in '84", "the class of '99"."""
_WORD_QUOTED = rf"(?=[A-Z0-9\"a-z£$€])(?!(?:em|til|cause|round|n|tis|twas)\b){_YEAR}"
_SINGLE_FIRST = expression(f"'{_WORD_QUOTED}")
_SINGLE_OPEN = expression(rf"'(?<![\w.,!?]'){_WORD_QUOTED}")  # the literal first: faster to search
_SINGLE_CLOSE = expression(r"'(?<=[\w.,!?…)\"—-]')(?!\w)")
_WITHIN = r"\"[^\n\"]{1,200}\""  # a quotation inside one in single marks
_SINGLE_STYLE = expression(
    rf"'(?<![\w.,!?]'){_YEAR}[A-Za-z0-9£$€](?:[^\n\"]|{_WITHIN}){{10,400}}?(?:[,.!?]'(?![a-z])|(?<=[,.!?]\")'(?!\w)|',(?= sa(?:id|ys)\b))"
)
_STOP_OUTSIDE = expression(
    rf"'(?<!\S')(?<![^\n:,.!?]\s'){_YEAR}[A-Za-z0-9£$€](?:[^\n']|(?<=\w)'(?![,.;])){{10,400}}(?<=\w)'(?=[,.;](?:\s|$))"
)
"""The same for a house style with the stop after the mark, as in ‘We lost 40 boats’, and without double marks."""
_INNER_OPEN = expression(r"'(?<![\w.,!?]')(?=[\w£$€])")
_INNER_CLOSE = expression(r"'(?<=[\w.,!?]')(?!\w)")
_SAMPLE = 50_000  # characters that show the house style
_SENTENCE_END = expression(r"[.!?…]\s")
_STOPPED = expression(r"[.!?…]\s(?![a-z])")
_INNER_WORDS = expression(r"\"[\w£$€][^\"\n]{0,80}[\w%]\"(?= [a-z])")
_LONGEST_SINGLE = 1500  # characters of a quotation in single marks
_ATTRIBUTION_AFTER = name_pattern(
    r"[\w%)],(?: said (?=(?:the|its|his|her|their|an?|[A-Z][\w'-]+) )| (?:he|she|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?) (?:said|says|added)(?=\.|, | on ))"
)
"""The attribution after a quotation that lost its closing mark."""
_STOPS = ".,!?…"
_STOPS_AFTER = frozenset(",.;!?")


def quotations(text: str, plain: str, paragraphs: list[Span]) -> list[Span]:
    """Find every quotation of the article with its marks, in order; a quotation never crosses a paragraph.

    Curly openers and closers are told apart in `text`; offsets refer to `plain`.
    """
    found: list[Span] = []
    single = _uses_single_quotes(plain)
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        quotes = _find_double(text, plain, paragraph, following)
        if single:
            quotes = _merge(quotes, _find_single(plain, paragraph, following))
        found.extend(quote for quote in quotes if not NICKNAME.match(plain, quote.start - 1))
    return found


def mask_quotations(plain: str, quotes: list[Span]) -> str:
    """Replace each quotation, marks included, by as many `QUOTED` characters."""
    parts: list[str] = []
    end = 0
    for quote in quotes:
        parts += plain[end : quote.start], QUOTED * (quote.end - quote.start)
        end = quote.end
    return "".join([*parts, plain[end:]])


def _find_double(text: str, plain: str, paragraph: Span, following: Span | None) -> list[Span]:
    """Find the quotations of a paragraph in double marks."""
    is_twice = plain.find("''", *paragraph) >= 0
    if not is_twice and plain.find('"', *paragraph) < 0:
        return []
    found: list[Span] = []
    opened: int | None = None
    inner = False
    for mark in (_DOUBLE if is_twice else _TYPED).finditer(plain, *paragraph):
        at = mark.start()
        if inner:
            inner = False  # the mark closes the inner quotation
            continue
        if opened is None:
            if _is_opening_mark(text, plain, mark, paragraph):
                opened = at
            elif plain[at - 1] == "," and _is_closing_mark(plain, mark):
                found.append(Span(_find_sentence_start(plain, paragraph, found, at), mark.end()))
            continue
        if (text[at] in OPENING_QUOTES and text[opened] != "„" and not _is_closing_mark(plain, mark)) or (
            plain[at - 1].isspace() and plain[mark.end() : mark.end() + 1].isalnum()
        ):
            inner = _is_inner_mark(plain, opened, at)
            if not inner:
                # The first mark lost its partner, most likely at the end of its sentence, or two paragraphs are glued.
                is_glued = _continues_glued(plain, paragraph, opened, at)
                found.append(_unclosed_span(plain, opened, at, continued=is_glued))
                opened = at
            continue
        found.append(Span(opened, mark.end()))
        opened = None
    if opened is not None:
        found.append(_find_unclosed(text, plain, paragraph, following, opened))
    return [quote for quote in found if quote.end - quote.start > 2]


def _is_inner_mark(plain: str, opened: int, at: int) -> bool:
    """Whether a second opening mark quotes words within a quoted sentence: `"He was the "Father of the House" and as such ..."`."""
    return (
        plain[opened + 1 : opened + 2].isupper()
        and plain[at - 2].isalnum()
        and _INNER_WORDS.match(plain, at) is not None
        and not _STOPPED.search(plain, opened, at)
        and not _ATTRIBUTION_AFTER.search(plain, opened, at)
    )


def _continues_glued(plain: str, paragraph: Span, opened: int, at: int) -> bool:
    """Whether a second opening mark continues a quotation of sentences whose paragraphs were glued: `She said: "A. B. "C."`."""
    opens = opened == paragraph.start or plain[max(0, opened - 2) : opened] == ": "
    return opens and plain[at - 2] in ".!?…" and plain[at + 1].isupper()


def _find_unclosed(text: str, plain: str, paragraph: Span, following: Span | None, opened: int) -> Span:
    """Find the end of the last quotation of a paragraph, which has no closing mark.

    A quotation that continues in the next paragraph is left open by convention. So is one after "She said:" that lost its mark:
    nothing else in the paragraph shows where it ends.
    """
    before = plain[max(0, opened - 2) : opened]
    continues_below = following is not None and (
        (before in {", ", ". "} and text[following.start] in f'"{OPENING_QUOTES}')
        or (opened == paragraph.start and plain[following.start] in "\"'")
    )
    attribution = None if continues_below else _ATTRIBUTION_AFTER.search(plain, opened, paragraph.end)
    if attribution:
        return Span(opened, attribution.start() + 2)
    continued = opened == paragraph.start or before == ": " or continues_below
    return _unclosed_span(plain, opened, paragraph.end, continued=continued)


def _is_opening_mark(text: str, plain: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Whether a mark opens a quotation by its shape or position."""
    at, after = mark.span()
    if text[at] in OPENING_QUOTES:
        return True
    if after >= paragraph.end or plain[after].isspace():
        return False
    if at == paragraph.start or not (plain[at - 1].isalnum() or plain[at - 1] in ".,!?"):
        return True
    # Glued to the preceding sentence: 'he said."We lost'.
    return plain[at - 1] in ".!?" and plain[after].isupper()


def _is_closing_mark(plain: str, mark: re.Match[str]) -> bool:
    """Whether a mark closes a quotation by its position, whatever its shape: after a word and before none."""
    return not plain[mark.start() - 1].isspace() and not plain[mark.end() : mark.end() + 1].isalnum()


def _find_sentence_start(plain: str, paragraph: Span, quotes: list[Span], end: int) -> int:
    """Find the start of the sentence whose quotation lost its opening mark: `We lost 40 boats," she said`."""
    start = quotes[-1].end if quotes else paragraph.start
    ends = [found.end() for found in _SENTENCE_END.finditer(plain, start, end)]
    return max([start, *ends])


def _unclosed_span(plain: str, start: int, limit: int, *, continued: bool = False) -> Span:
    """Return the span of a quotation without a closing mark: to the end of its sentence, or to `limit` if it continues below."""
    end = None if continued else _STOPPED.search(plain, start, limit)
    return Span(start, end.start() + 1 if end else limit)


def _uses_single_quotes(plain: str) -> bool:
    """Whether the house style uses single marks: a single mark next to a stop closes a quotation, or there are no double ones."""
    found = _SINGLE_STYLE.search(plain, 0, _SAMPLE)
    found = found or (_STOP_OUTSIDE.search(plain, 0, _SAMPLE) if '"' not in plain else None)
    return found is not None


def _find_single(plain: str, paragraph: Span, following: Span | None) -> list[Span]:
    """Find the quotations of a paragraph in single marks."""
    found: list[Span] = []
    is_continued = following is not None and _SINGLE_FIRST.match(plain, following.start) is not None
    at = paragraph.start
    # A paragraph glued to the preceding one has no blank before its mark.
    while opened := (at == paragraph.start and _SINGLE_FIRST.match(plain, at)) or _SINGLE_OPEN.search(
        plain, at, paragraph.end
    ):
        limit = min(paragraph.end, opened.end() + _LONGEST_SINGLE)
        if _is_continued_below(plain, paragraph, opened, limit, is_continued=is_continued):
            return [*found, Span(opened.start(), paragraph.end)]
        another = _SINGLE_OPEN.search(plain, opened.end(), limit)
        theirs = _find_closes(plain, opened, another.start() if another else limit)
        theirs = theirs or _skip_inner(plain, _find_closes(plain, opened, limit))
        close = next((c for c in theirs if not _is_possessive(plain, c, theirs)), None)
        if close is None:
            at = opened.end()
            continue
        found.append(Span(opened.start(), close + 1))
        at = close + 1
    return found


def _skip_inner(plain: str, closes: list[int]) -> list[int]:
    """Drop the closing mark of an inner quoted word: "'It was 'borrowed' last year,' he said"."""
    ends = [close for close in closes[1:] if plain[close - 1] in _STOPS]
    return ends if ends and plain[closes[0] - 1].isalnum() else closes


def _find_closes(plain: str, opened: re.Match[str], limit: int) -> list[int]:
    """Return the offsets of the marks that may close a single-marked quotation."""
    return [close.start() for close in _SINGLE_CLOSE.finditer(plain, opened.end(), limit)]


def _is_continued_below(
    plain: str, paragraph: Span, opened: re.Match[str], limit: int, *, is_continued: bool
) -> bool:
    """Whether a quotation of complete sentences lacks a closing mark because the next paragraph continues it."""
    start = opened.start()
    opens = start == paragraph.start or plain[start - 2] in ":.,"
    if not (opens and plain[start + 1].isupper()):
        return False
    closes = enumerate(_SINGLE_CLOSE.finditer(plain, opened.end(), limit))
    if is_continued and not any(
        _has_adjacent_stop(plain, opened.end(), close.start(), at) for at, close in closes
    ):
        return True
    return start == paragraph.start and not _SINGLE_CLOSE.search(plain, opened.end(), limit)


def _has_adjacent_stop(plain: str, start: int, close: int, before: int) -> bool:
    """Whether a stop next to the closing mark shows that it ends the quotation rather than an inner quoted word."""
    if plain[close - 1] in _STOPS:
        return True
    has_stop_after = plain[close + 1 : close + 2] in _STOPS_AFTER
    return has_stop_after and len(_SINGLE_OPEN.findall(plain, start, close)) <= before


def _is_possessive(plain: str, at: int, closes: list[int]) -> bool:
    """Whether the mark is the apostrophe of "workers' rights", given that a later mark can close the quotation."""
    is_one = _may_be_possessive(plain, at) and plain[at + 2 : at + 3].islower()
    return is_one and not all(_may_be_possessive(plain, close) for close in closes if close > at)


def _may_be_possessive(plain: str, at: int) -> bool:
    """Whether a mark follows an "s" and precedes a blank: "workers' rights"."""
    return plain[at - 1] == "s" and plain[at + 1 : at + 2] == " "


def _merge(double: list[Span], single: list[Span]) -> list[Span]:
    """Merge both kinds in order, without quotations inside another."""
    merged: list[Span] = []
    for quote in sorted([*double, *single], key=lambda q: (q.start, -q.end)):
        if not merged or quote.start >= merged[-1].end:
            merged.append(quote)
    return merged


def starts_quoted_fragment(text: str, words: Span) -> bool:
    """Whether words begin with the single mark of a quotation that ends within them: "'chronic' shortages"."""
    opens = _INNER_OPEN.match(text, words.start)
    return opens is not None and _INNER_CLOSE.search(text, opens.end(), words.end) is not None


def include_inner_marks(text: str, span: Span, mark: str) -> Span:
    """Extend a span by the mark of an inner quotation that starts or ends with it: ""He said, 'No,'" she said".

    A house that quotes with two single marks needs three of them there.
    """
    if mark == "'" and text.count('"', *span) % 2:  # "'He said "no,"' she said" in single marks
        return Span(span.start - (text[span.start - 1] == '"'), span.end + text.startswith('"', span.end))
    opening, closing = text[max(0, span.start - 3) : span.start], text[span.end : span.end + 3]
    if mark == "'":
        opens, closes = opening == "'''", closing == "'''"
    else:
        opens, closes = mark == '"' and opening[-1:] == "'", mark == '"' and closing[:1] == "'"
    unclosed = len(_INNER_OPEN.findall(text, *span)) - len(_INNER_CLOSE.findall(text, *span))
    return Span(span.start - (opens and unclosed < 0), span.end + (closes and unclosed > 0))


def find_overlapping(quotes: list[Span], sentence: Span, first: int) -> tuple[list[Span], int]:
    """Return the quotations that overlap a sentence, and the index from which to search for the next one."""
    while first < len(quotes) and quotes[first].end <= sentence.start:
        first += 1
    last = first
    while last < len(quotes) and quotes[last].start < sentence.end:
        last += 1
    return quotes[first:last], first


def merge_whole(quotes: list[Span], others: Iterable[Span]) -> list[Span]:
    """Merge `others`, which certainly are quotations, replacing whatever was found inside them."""
    whole = [other for other in others if other not in quotes]
    if not whole:
        return quotes
    outside = [q for q in quotes if not any(w.start < q.end and q.start < w.end for w in whole)]
    return sorted([*outside, *whole])
