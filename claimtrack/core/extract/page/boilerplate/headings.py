"""Which paragraphs are not prose? Headings, bylines, captions, links to other pages; and which people does a headline name?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.credits import is_caption, is_publication_date
from claimtrack.core.extract.page.boilerplate.datelines import is_entry_time, skip_dateline
from claimtrack.core.extract.page.boilerplate.numbering import match_number
from claimtrack.core.extract.page.boilerplate.onward import find_onward
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.page.transcripts.nameplates import is_stamp
from claimtrack.core.extract.words.clauses import QUANTITY_SYMBOLS, has_predicate
from claimtrack.core.extract.words.finding import contains_word
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, Token, begins_name, count_text_words, tokenise
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.titles import is_occupation

_LONGEST_HEADING = 200  # characters
_MOST_WORDS, _LONGEST_HEADLINE = 14, 20  # words of a heading, and of the headline
_FURNITURE = expression(
    r"(?:read (?:more|also|next)|more(?=:)|(?:see )?related|see also|watch|listen|photo(?:graph)?s?|image|video|caption|credit|"
    r"share|follow us|sign up|subscribe|advertisement|copyright|©|by [A-Z]|(?:additional )?reporting by|editing by|writing by|compiled by"
    r"|updated|published)\b.{0,160}$",
    re.IGNORECASE,
)
_NOTICE = expression(
    r"(?:update|correction|clarification|editor's note)\b.{0,30}?: ?(?:add|updat|correct|clarif|this (?:story|article|post))"
    r"|(?:(?:[a-z][\w'-]+ ){2,3}(?:covers|writes about|reports on) [^.]{3,60}\. )?(?:reach|contact|e-?mail|call|follow) [^.]{2,60} (?:at|on):? [^.]{2,60}(?:newsroom|@|\d{3}|twitter|facebook|instagram|x\b)"
    r"|this is a rush transcript\b|this copy may not be in its final form\b|transcri(?:bed|ption) by\b"
    r"|(?:[\[(]?[\d/., :apm-]{8,24}[\])]?[ -]{1,3})?messages and calls are end-to-end encrypted\b"
    r"|(?:subscribe|sign up|donate|register) (?:to|for|now|today|here)\b|(?:got|have) a (?:news )?(?:tip|story)\b",
    re.IGNORECASE,
)
"""The start of a paragraph that is about the page itself or addresses its reader."""
_SAID = expression(
    r"(?:[\w\"'%)],|[,?!.][\"']) (?:[\w.'-]+ ){0,6}(?:said|added|tweeted|wrote|posted)\b|\bsaid (?:that )?\S+ \S+ \S"
    r"|\b(?:said|told \w+|wrote|added|tweeted|posted|replied)(?: on \w+)?: ?\"\w"
    r"|^(?![\"']|(?:What|How|Why|When|Who|Where) )(?:[\w.'-]+ ){1,6}told (?:us|me|reporters|journalists) (?!to )(?:that )?\S+ \S+ \S"
)
"""Reporting verbs in the past tense: a line with one is no heading, even if its full stop is lost."""
_CITED = expression(r"[\w\"'], (?:(?:[\w.'-]+ ){1,6}told\b|according to \w)")
"""A citation makes a line no heading either, unless it comes first: "Bridge sank in May, court told"."""
_BULLET = expression(r"(?:(?:[-*·—]|\(?\d{1,2}\)|\d{1,2}\.|\(?[ivx]{2,4}\)) |[•▪■●◦‣]) *(?=[\w\"'($£€¥₹])")
_FEWEST_LISTED, _FEWEST_COUNTED = 5, 3  # words in a list item, and in one that contains a figure
_OPENS_LIST = expression(
    r"(?:the )?(?:key|main) (?:points|findings|facts|takeaways)\b.{0,30}|at a glance:?|in (?:brief|short|summary):?|highlights:?"
    r"|what we know(?: so far)?:?",
    re.IGNORECASE,
)
"""Headings above a summary of one sentence per line: "Key points:"."""
_LEADS_UP = expression(
    r"\b(?:report|review|audit|study|survey|inquiry|letter|document|memo|complaint|lawsuit|findings)\b[^.:\n]{0,60}\b(?:says|said|found|finds|shows|showed|states|stated|concludes|concluded|notes|warns|warned|reads|lists|alleges|claims)(?: that)?:$"
)
"""The end of a paragraph that introduces findings, one per line: "The report says:"."""
_CLOSES_POST = expression(
    r"(?:(?<!\S)(?:[#@]\w+|\(?\d{1,2}/(?:\d{1,2}|[nx])?\)?|[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+)(?:\s+|$))+$"
)
"""The end of a post, without a stop or words of a heading: hashtags, handles, its number in the thread ("1/3", "2/n"), pictures."""
_AFTER_STOP = expression(
    r"(?<=[.!\"'])(?: ?(?:\[(?:(?:note )?\d{1,3}|[a-z]|citation needed)\]|[\u00b9\u00b2\u00b3\u2070-\u2079*\u2020\u2021]+|[(\[](?:[a-z]+ and )?(?:applause|boos|cheer(?:s|ing)|interruption|laughter)[.!]?[)\]]))+$",
    re.IGNORECASE,
)
"""What may follow a complete sentence, and makes it no heading: "Fares have doubled. [2]", "We built homes. (Applause.)"."""
_LINKS = expression(r"(?:\s+(?:https?://t\.co/|pic\.(?:twitter|x)\.com/)\S+)+$")
"""Links in a post: "Boats are back. pic.twitter.com/AbC"."""
_GALLERY = expression(r"\bHide Caption \d+ of \d+")
"""Separators between the captions of a gallery that a page puts in one paragraph."""
_LONGEST_IN_GALLERY = 700  # characters of a caption
_COMPARING = frozenset({"up", "down", "by", "compared", "versus"})
_SCALES = frozenset({"percent", "thousand", "million", "billion", "trillion"})
_LONGEST_KICKER, _LONGEST_STANDFIRST = 8, 40  # words
_LONG_IN_TITLE, _FEWEST_IN_TITLE = 4, 4  # characters of a long word; long words in a title
_BYLINE = expression(r"(?:by|from|words:?) [A-Z][^.!?\n]{2,80}$", re.IGNORECASE)
_COUNTING = expression(r"[\"'].*\d")  # a quotation that contains a figure, as no kicker does
_STOP = tuple(".!?…:;。！？।۔؟")
_MARKS = "\"')”’"
_FIRST_BLOCKS = 12  # paragraphs among which the first with a dateline is
_FULL_NAME, _SHORTEST_HEADLINE = 2, 20
_LONGEST_SMALL_WORD, _FEWEST_CAPITALS = 3, 4
"""Of a headline: the length up to which words are small, as "with", and the number of longer words, all capitalised."""


def find_headings(plain: str, blocks: Sequence[Span], title: str | None) -> frozenset[int]:
    """Return the numbers of the paragraphs that are not prose; lines below "Key points:" are prose even without a full stop."""
    found = _find_summary(plain, blocks)
    listed = False
    for number, block in enumerate(blocks):
        text = plain[block.start : block.end]
        is_lead_in = text[-1:] == ":"
        heads_list = _OPENS_LIST.fullmatch(text)
        opens_list = heads_list or (is_lead_in and _LEADS_UP.search(text))
        is_listed = listed and not opens_list and _is_statement_line(text)
        listed = bool(opens_list) or (listed and not text.endswith(_STOP))
        is_none = is_heading(plain, block, title=title, first=number == 0) and not is_listed
        if number == 1 and is_none and _ends_in_question(plain, blocks[0]):
            found.add(0)  # what precedes a byline is the headline
        if heads_list and is_lead_in:
            found.add(number)  # "Key" does not say what stands below "Key points:"
        if is_none or (number == 1 < len(blocks) - 1 and 0 in found and _is_standfirst(plain, blocks)):
            found.add(number)
    return frozenset(found)


def _find_summary(plain: str, blocks: Sequence[Span]) -> set[int]:
    """Return the items without a stop between the headline and an agency's dateline, which repeat what stands below."""
    items: set[int] = set()
    for number, block in enumerate(blocks[:_FIRST_BLOCKS]):
        start = skip_dateline(plain, block).start
        if plain[slice(*block)].endswith(_STOP):
            is_wire = "(" in plain[block.start : start]
            return items if is_wire else set()
        if skip_bullet(plain, block) != block:
            items.add(number)
    return set()


def _ends_in_question(plain: str, first: Span) -> bool:
    """Whether a short paragraph ends in a question: "Drones are everywhere. Why is nobody winning?"."""
    text = plain[first.start : first.end]
    return text.endswith("?") and count_text_words(text) <= _LONGEST_HEADLINE


def _is_standfirst(plain: str, blocks: Sequence[Span]) -> bool:
    """Whether the second paragraph is a standfirst that sums the article up: without a full stop, or before the byline."""
    text, following = (plain[slice(*block)] for block in blocks[1:3])
    if count_text_words(text) > _LONGEST_STANDFIRST or _SAID.search(text) or is_item(text):
        return False
    return not _strip_post_close(text).rstrip(_MARKS).endswith(_STOP) or _BYLINE.match(following) is not None


def _is_statement_line(text: str) -> bool:
    """Whether a line is a statement in itself, with or without a full stop: "Rents rose 12% last year"."""
    words = tokenise(text)
    return len(words) >= _FEWEST_LISTED and has_predicate(words, 0, len(words))


def is_heading(plain: str, paragraph: Span, *, title: str | None, first: bool) -> bool:
    """Whether a paragraph is a heading rather than prose: short and without a full stop, or the title."""
    text = plain[paragraph.start : paragraph.end]
    if title and text.strip().lower() == title.strip().lower():
        return True
    if is_caption(text) or _is_gallery(text) or _is_form(text):
        return True
    if len(text) > _LONGEST_HEADING:
        return text.startswith("Share this ") and not text.endswith(_STOP)
    if is_entry_time(text) or is_stamp(plain, paragraph) or is_publication_date(text):
        return True
    words = count_text_words(text)
    if words <= 30 and _FURNITURE.match(text.lstrip("([")) and not text.endswith("."):
        return True
    if _NOTICE.match(text):
        return True
    shown = plain[paragraph.start : find_onward(plain, paragraph)]
    if shown != text:
        is_cut = text[len(shown) :].lstrip().lstrip("[ ").startswith((".", "…"))
        if not is_cut and not shown.rstrip(_MARKS).endswith(_STOP):
            return True  # a headline that is a link
        text = f"{shown}…" if is_cut else shown
    text = _strip_post_close(text)
    text = text if text.endswith(_STOP) else _AFTER_STOP.sub("", text)
    bare = text.rstrip(_MARKS)
    if bare.endswith(_STOP):
        is_title = first and paragraph.end < len(plain.rstrip()) and _is_in_title_case(text)
        return (is_title and len(sentences(plain, paragraph)) > 1) or (
            text.endswith("?") and words <= _LONGEST_KICKER
        )
    if _SAID.search(text):
        return False
    if bare != text and not first:
        return words <= _LONGEST_KICKER and not (words >= _FEWEST_LISTED and _COUNTING.match(text))
    if is_item(text):
        return False
    if first:  # a headline may consist of two sentences
        is_all = paragraph.end == len(plain.rstrip())
        return words <= (_MOST_WORDS if is_all else _LONGEST_HEADLINE) or not _has_sentence_before(
            plain, paragraph
        )
    return words <= _MOST_WORDS and not (_CITED.search(text) or _has_sentence_before(plain, paragraph))


def _is_gallery(text: str) -> bool:
    """Whether a paragraph consists of gallery captions, unlike a one-paragraph article that contains some."""
    ends = [one.end() for one in _GALLERY.finditer(text)] if "Hide Caption " in text else []
    is_whole = len(ends) > 1 or text.startswith(("Photos: ", "Hide Caption ")) or ends[-1:] == [len(text)]
    return bool(ends) and is_whole and len(text) <= _LONGEST_IN_GALLERY * (len(ends) + 1)


def _is_form(text: str) -> bool:
    """Whether a line has blanks and few words, unlike "Rents rose again ...... and nobody noticed, the minister said."."""
    has_blanks = "......" in text or "______" in text  # to be filled in: "Signed ........"
    return has_blanks and count_text_words(text) <= _LONGEST_KICKER


def _is_in_title_case(text: str) -> bool:
    """Whether all long words are capitalised, as in "Port's Sale Promised Jobs. A Town Is Still Waiting."."""
    long = [word for word in text.split() if len(word) >= _LONG_IN_TITLE and word[0].isalpha()]
    return _FEWEST_IN_TITLE <= len(long) <= _LONGEST_HEADLINE and all(word[0].isupper() for word in long)


def _has_sentence_before(plain: str, paragraph: Span) -> bool:
    """Whether a complete sentence precedes the words without a stop."""
    found = sentences(plain, paragraph)
    words = tokenise(plain[slice(*found[0])]) if len(found) > 1 else []
    return is_statement(words, 0, len(words) - 1) and words[-1].text in _STOP


def is_item(text: str) -> bool:
    """Whether the line is a list item that makes a statement: "- Rents rose 12% last year"."""
    bullet = _BULLET.match(text)
    words = tokenise(text[bullet.end() :]) if bullet else []
    is_fragment = bool(words) and words[0].text.islower()  # the rest of a sentence that the list completes
    counts = any(word.text[0].isdigit() for word in words)
    if len(words) < (_FEWEST_COUNTED if counts else _FEWEST_LISTED):
        return False
    return (
        is_fragment
        or has_predicate(words, 0, len(words))
        or (counts and (_is_comparison(words) or _is_labelled_figure(words)))
    )


def _is_comparison(words: list[Token]) -> bool:
    """Whether a figure is compared with an earlier one, which needs no verb: "Net sales of $12 million, up 4%"."""
    marks = {word.text for word in words}
    return not marks.isdisjoint(QUANTITY_SYMBOLS) and contains_word(words, _COMPARING)


def _is_labelled_figure(words: list[Token]) -> bool:
    """Whether a figure follows a label or a participle without a verb: "Cost: $12 million", "Created 40 jobs"."""
    colon = next((at for at, word in enumerate(words) if word.text == ":"), 0)
    opens = words[min(colon + 1, len(words) - 1)].text
    if not opens[0].isdigit() and opens not in QUANTITY_SYMBOLS:
        return False
    if colon:
        return any(word.text in QUANTITY_SYMBOLS or word.lower in _SCALES for word in words[colon + 1 :])
    return words[0].lower.endswith("ed")


def skip_bullet(plain: str, paragraph: Span) -> Span:
    """Return the paragraph without a leading bullet, thread number or item number: "- ", "2/7 ", "2.1 "."""
    if plain[paragraph.start].isalpha() and ")" not in plain[paragraph.start : paragraph.start + 5]:
        return paragraph  # the usual case
    bullet = _BULLET.match(plain, *paragraph) or match_number(plain, paragraph)
    return Span(bullet.end(), paragraph.end) if bullet else paragraph


def _strip_post_close(text: str) -> str:
    """Strip the hashtags, handles and pictures that close a post."""
    return (_CLOSES_POST.sub("", text) if _may_close_post(text) else text).rstrip()


def _may_close_post(text: str) -> bool:
    """Whether a text contains anything that could close a post (a cheap pre-check)."""
    return "#" in text or "@" in text or "/" in text or not text.isascii()


def closes_post(words: str) -> bool:
    """Whether the words are only what closes a post: hashtags, handles, a thread number, pictures."""
    return not words[0].isalpha() and _may_close_post(words) and _CLOSES_POST.fullmatch(words) is not None


def trim_links(plain: str, span: Span) -> Span:
    """Trim the links at the end of a span, which a post displays and nobody says."""
    link = _LINKS.search(plain, *span) if plain.find("/", *span) > 0 else None
    return Span(span.start, link.start()) if link else span


def find_headline_end(plain: str) -> int:
    """Return the end of the headline, the first line if all its longer words are capitalised: "BrightGrid Raises $45 Million"; else 0."""
    end = plain.find("\n", _SHORTEST_HEADLINE)
    line = plain[: max(0, end)].rstrip()
    if line.endswith("."):
        return 0
    words = [word for word in line.split() if len(word) > _LONGEST_SMALL_WORD and word[0].isalpha()]
    return end if len(words) >= _FEWEST_CAPITALS and all(map(begins_name, words)) else 0


def is_named_in_headline(plain: str, words: list[str], end: int) -> bool:
    """Whether capitalised words ending at `end` in a headline are a full name, whose surname the article uses."""
    if len(words) != _FULL_NAME:
        return False
    first, surname = words
    is_person = not is_occupation(first.lower()) and plain.find(f" {surname}", end) > 0
    return is_given_name(first.lower()) or is_person
