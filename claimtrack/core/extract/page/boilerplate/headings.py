"""Which paragraphs are no prose: headings, bylines, captions, links to other pages; and whom a headline names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.credits import is_caption, tells_when_published
from claimtrack.core.extract.page.boilerplate.datelines import is_time
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.page.transcripts.nameplates import is_stamp
from claimtrack.core.extract.words.clauses import QUANTITY_SYMBOLS, has_predicate
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, Token, begins_name, count_text_words, tokens
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.titles import is_occupation

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_WORDS, _LONGEST, _LONGEST_HEADLINE = 14, 200, 20
_FURNITURE = expression(
    r"(?:read (?:more|also|next)|more(?=:)|related|see also|watch|listen|photo(?:graph)?s?|image|video|caption|credit|"
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
"""How a paragraph begins that speaks of the page itself or asks for something of its reader."""
_SAID = expression(
    r"(?:[\w\"'%)],|[,?!.][\"']) (?:[\w.'-]+ ){0,6}(?:said|added|tweeted|wrote|posted)\b|\bsaid (?:that )?\S+ \S+ \S"
    r"|\b(?:said|told \w+|wrote|added|tweeted|posted|replied)(?: on \w+)?: ?\"\w"
    r"|^(?![\"']|(?:What|How|Why|When|Who|Where) )(?:[\w.'-]+ ){1,6}told (?:us|me|reporters|journalists) (?!to )(?:that )?\S+ \S+ \S"
)
"""A line that reports what was said in the past is no heading, though its full stop is lost."""
_CITED = expression(r"[\w\"'], (?:(?:[\w.'-]+ ){1,6}told\b|according to \w)")
"""A line that cites somebody is none, either, unless it comes first: "Bridge sank in May, court told"."""
_BULLET = expression(r"(?:(?:[-*·—]|\d{1,2}[.)]) |[•▪■●◦‣]) *(?=[\w\"'$£€¥₹])")
_COUNT = expression(r"\(?(?P<number>\d{1,2})/(?:(?:\d{1,2}|[nx])\)?:? +(?![a-z])|\)?:? +)(?=[\w\"'$£€¥₹])")
"""Which post of a thread it is, in front: "2/ And nobody knew", "2/7 And nobody knew", but not "2/3 of them knew"."""
_FEWEST_LISTED, _FEWEST_COUNTED = 5, 3  # words of an item of a list, and of one that holds a figure
_OPENS_LIST = expression(
    r"(?:the )?(?:key|main) (?:points|findings|facts|takeaways)\b.{0,30}|at a glance:?|in (?:brief|short|summary):?|highlights:?"
    r"|what we know(?: so far)?:?",
    re.IGNORECASE,
)
"""What stands above the sentences of a summary, each a line."""
_LEADS_UP = expression(
    r"\b(?:report|review|audit|study|survey|inquiry|letter|document|memo|complaint|lawsuit|findings)\b[^.:\n]{0,60}\b(?:says|said|found|finds|shows|showed|states|stated|concludes|concluded|notes|warns|warned|reads|lists|alleges|claims)(?: that)?:$"
)
"""How a paragraph ends below which each line is a finding: "The report says:"."""
_CLOSES_POST = expression(
    r"(?:(?<!\S)(?:[#@]\w+|\(?\d{1,2}/(?:\d{1,2}|[nx])?\)?|[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]+)(?:\s+|$))+$"
)
"""What closes a post, without a stop and no words of a heading: hashtags, handles, which of its thread it is ("1/3", "2/n"), pictures."""
_LINKS = expression(r"(?:\s+(?:https?://t\.co/|pic\.(?:twitter|x)\.com/)\S+)+$")
"""What a post shows: "Boats are back. pic.twitter.com/AbC"."""
_GALLERY = expression(r"\bHide Caption \d+ of \d+")
"""What stands between the captions of a gallery, which a page sets in one paragraph."""
_LONGEST_IN_GALLERY = 700
_COMPARING = frozenset({"up", "down", "by", "compared", "versus"})
_SCALES = frozenset({"percent", "thousand", "million", "billion", "trillion"})
_LONGEST_KICKER, _LONG_IN_TITLE, _FEWEST_IN_TITLE, _LONGEST_STANDFIRST = 8, 4, 4, 40
_BYLINE = expression(r"(?:by|from|words:?) [A-Z][^.!?\n]{2,80}$", re.IGNORECASE)
_READ_ON = (" Read more", " Read More", " READ MORE")  # how a link ends that stands in the text
_COUNTING = expression(r"[\"'].*\d")  # A quotation that holds a figure, which no kicker does
_STOP = tuple(".!?…:;。！？।۔؟")
_MARKS = "\"')”’"
_FULL_NAME, _SHORTEST_HEADLINE = 2, 20
_LONGEST_SMALL_WORD, _FEWEST_CAPITALS = 3, 4
"""Of a headline: characters of "with" and less, and longer words, which all have capitals."""


def headings(plain: str, blocks: Sequence[Span], title: str | None) -> frozenset[int]:
    """The numbers of the paragraphs that are no prose; what stands below "Key points:" may lack its full stop."""
    found: set[int] = set()
    listed = False
    for number, block in enumerate(blocks):
        text = plain[block.start : block.end]
        opens = _OPENS_LIST.fullmatch(text) or (text[-1:] == ":" and _LEADS_UP.search(text))
        is_item = listed and not opens and _says(text)
        listed = bool(opens) or (listed and not text.endswith(_STOP))
        is_none = is_heading(plain, block, title=title, first=number == 0) and not is_item
        if number == 1 and is_none and _asks(plain, blocks[0]):
            found.add(0)  # what a byline follows is the headline
        if is_none or (number == 1 < len(blocks) - 1 and 0 in found and _is_standfirst(plain, blocks)):
            found.add(number)
    return frozenset(found)


def _asks(plain: str, first: Span) -> bool:
    """Whether a short paragraph ends in a question: "Drones are everywhere. Why is nobody winning?"."""
    text = plain[first.start : first.end]
    return text.endswith("?") and count_text_words(text) <= _LONGEST_HEADLINE


def _is_standfirst(plain: str, blocks: Sequence[Span]) -> bool:
    """Whether the second paragraph sums the article up below its headline: without a full stop, or before the byline."""
    text, following = (plain[slice(*block)] for block in blocks[1:3])
    if count_text_words(text) > _LONGEST_STANDFIRST or _SAID.search(text) or is_item(text):
        return False
    return not _before_close(text).rstrip(_MARKS).endswith(_STOP) or _BYLINE.match(following) is not None


def _says(text: str) -> bool:
    """Whether a line says something by itself, with or without a full stop."""
    words = tokens(text)
    return len(words) >= _FEWEST_LISTED and has_predicate(words, 0, len(words))


def is_heading(plain: str, paragraph: Span, *, title: str | None, first: bool) -> bool:
    """Whether a paragraph is furniture rather than prose: short and without a full stop, or the title."""
    text = plain[paragraph.start : paragraph.end]
    if title and text.strip().lower() == title.strip().lower():
        return True
    if is_caption(text) or _is_gallery(text):
        return True
    if len(text) > _LONGEST:
        return text.startswith("Share this ") and not text.endswith(_STOP)
    if is_time(text) or is_stamp(plain, paragraph) or tells_when_published(text):
        return True
    words = count_text_words(text)
    if words <= 30 and _FURNITURE.match(text.lstrip("([")) and not text.endswith("."):
        return True
    if _NOTICE.match(text) or text.endswith(_READ_ON):
        return True
    text = _before_close(text)
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
    if first:  # a headline may hold two sentences
        is_all = paragraph.end == len(plain.rstrip())
        return words <= (_MOST_WORDS if is_all else _LONGEST_HEADLINE) or not _goes_on(plain, paragraph)
    return words <= _MOST_WORDS and not (_CITED.search(text) or _goes_on(plain, paragraph))


def _is_gallery(text: str) -> bool:
    """Whether a paragraph is the captions of a gallery, and not an article that stands in one paragraph with some in its midst."""
    ends = [one.end() for one in _GALLERY.finditer(text)] if "Hide Caption " in text else []
    is_whole = len(ends) > 1 or text.startswith(("Photos: ", "Hide Caption ")) or ends[-1:] == [len(text)]
    return bool(ends) and is_whole and len(text) <= _LONGEST_IN_GALLERY * (len(ends) + 1)


def _is_in_title_case(text: str) -> bool:
    """Whether the long words all have capitals, as in "Port's Sale Promised Jobs. A Town Is Still Waiting."."""
    long = [word for word in text.split() if len(word) >= _LONG_IN_TITLE and word[0].isalpha()]
    return _FEWEST_IN_TITLE <= len(long) <= _LONGEST_HEADLINE and all(word[0].isupper() for word in long)


def _goes_on(plain: str, paragraph: Span) -> bool:
    """Whether a whole sentence stands before the words that have no stop."""
    found = sentences(plain, paragraph)
    words = tokens(plain[slice(*found[0])]) if len(found) > 1 else []
    return is_statement(words, 0, len(words) - 1) and words[-1].text in _STOP


def is_item(text: str) -> bool:
    """Whether the line is an item of a list that says something: "- Rents rose 12% last year"."""
    bullet = _BULLET.match(text)
    words = tokens(text[bullet.end() :]) if bullet else []
    goes_on = bool(words) and words[0].text.islower()  # the rest of a sentence that the list ends
    counts = any(word.text[0].isdigit() for word in words)
    if len(words) < (_FEWEST_COUNTED if counts else _FEWEST_LISTED):
        return False
    return goes_on or has_predicate(words, 0, len(words)) or (counts and (_compares(words) or _tells(words)))


def _compares(words: list[Token]) -> bool:
    """Whether a figure is set beside an earlier one, which needs no verb: "Net sales of $12 million, up 4%"."""
    marks = {word.text for word in words}
    return not marks.isdisjoint(QUANTITY_SYMBOLS) and any(word.lower in _COMPARING for word in words)


def _tells(words: list[Token]) -> bool:
    """Whether a figure stands behind what it is or what was done, with no verb between: "Cost: $12 million", "Created 40 jobs"."""
    colon = next((at for at, word in enumerate(words) if word.text == ":"), 0)
    opens = words[min(colon + 1, len(words) - 1)].text
    if not opens[0].isdigit() and opens not in QUANTITY_SYMBOLS:
        return False
    if colon:
        return any(word.text in QUANTITY_SYMBOLS or word.lower in _SCALES for word in words[colon + 1 :])
    return words[0].lower.endswith("ed")


def past_bullet(plain: str, paragraph: Span) -> Span:
    """The paragraph without the mark of a list in front, or the count of a thread."""
    if plain[paragraph.start].isalpha():
        return paragraph  # nearly always
    bullet = _BULLET.match(plain, *paragraph) or _counted(plain, paragraph)
    return Span(bullet.end(), paragraph.end) if bullet else paragraph


def _counted(plain: str, paragraph: Span) -> re.Match[str] | None:
    """The count in front of a post where another line begins with the one before or, of the first, behind it; "1/2 cup" is none."""
    count = _COUNT.match(plain, *paragraph)
    beside = max(2, int(count["number"]) - 1) if count and count["number"] != "2" else 1
    other = (f"{beside}/", f"({beside}/")
    is_thread = count and (plain.startswith(other) or any(f"\n{one}" in plain for one in other))
    return count if is_thread else None


def _before_close(text: str) -> str:
    return (_CLOSES_POST.sub("", text) if _may_close(text) else text).rstrip()


def _may_close(text: str) -> bool:
    """Whether a text holds what closes a post at all: a look that costs little."""
    return "#" in text or "@" in text or "/" in text or not text.isascii()


def closes_post(words: str) -> bool:
    """Whether these are the hashtags and handles, the count of a thread or the pictures that close a post, which say nothing."""
    return not words[0].isalpha() and _may_close(words) and _CLOSES_POST.fullmatch(words) is not None


def without_links(plain: str, span: Span) -> Span:
    """The span without the addresses at its end, which a post shows and nobody says."""
    link = _LINKS.search(plain, *span) if plain.find("/", *span) > 0 else None
    return Span(span.start, link.start()) if link else span


def find_headline_end(plain: str) -> int:
    """Where a headline ends, the first line if all longer words in it have capitals: "BrightGrid Raises $45 Million"; else 0."""
    end = plain.find("\n", _SHORTEST_HEADLINE)
    line = plain[: max(0, end)].rstrip()
    if line.endswith("."):
        return 0
    words = [word for word in line.split() if len(word) > _LONGEST_SMALL_WORD and word[0].isalpha()]
    return end if len(words) >= _FEWEST_CAPITALS and all(map(begins_name, words)) else 0


def is_named_in_headline(plain: str, words: list[str], end: int) -> bool:
    """Whether a run of capitals in a headline that ends at `end` is somebody's full name: the article uses its surname."""
    if len(words) != _FULL_NAME:
        return False
    first, surname = words
    is_person = not is_occupation(first.lower()) and plain.find(f" {surname}", end) > 0
    return is_given_name(first.lower()) or is_person
