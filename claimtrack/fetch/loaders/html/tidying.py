"""Turns the meaning of a page's markup into text: struck-out and hidden text, note marks, quotations and signatures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from claimtrack.core.texts.typography import DOUBLE_QUOTES, OPENING_QUOTES, SINGLE_QUOTES
from claimtrack.fetch.loaders.html.blocks import BLOCKS

_STRUCK = frozenset({"del", "s", "strike"})
_TO_COMMENTED = "#cmnt_ref"
"""The target of the mark before a comment in exports of Google Docs, which leads back to the words."""
_UNSEEN = frozenset({"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text"})
"""Classes of words that only a screen reader speaks."""
_BESIDE_TEXT = frozenset(
    "kg-bookmark-card kg-signup-card subscription-widget-wrap-editor image-link-expand".split()
)
"""Classes of what an editor's program puts between the paragraphs: the card of another article, a form to sign up."""
_TEASER = re.compile(r"(?<![a-z])(?:related|recommended|teaser|promo|comment)(?![a-z])", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_NOTE_LINK = re.compile(
    r"(?i)#_?(?:foot|end|cite)?[-_]*(?:fn|ftnt?|edn|note|ref)(?:_?ref|erence)?s?(?![a-z])"
)
"""The target of a note's mark: "#fn1", "#_ftn1", "#footnote-1", "#cite_note-2"; not "#reform"."""
_NEVER_HIDDEN = frozenset({"html", "body", "main", "article"})
_SUPERSCRIPT = str.maketrans("0123456789-−–+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_EXPONENT = re.compile(r"[-−–+]?\d{1,3}")
_POWER_OF_TEN = re.compile(r"(?<![\d.,])10$")
_UNIT = re.compile(
    r"(?:^|[\s\d/(·])(?:[kcdmµn]?m|ft|yd|km|feet|foot|miles?|(?:kilo|centi|milli)?met(?:re|er)s?|inch(?:es)?)$"
    r"|[\d/] ?(?:in|s|mi)$|(?:^|[\s=(+])[A-HJ-Zb-hj-z]$|=\w{1,2}$"
)
"""What may have a square or a cube: a unit, or the letter of a formula."""
_MONEY = re.compile(r"[$£€¥₹] ?[\d.,]+ ?m$")
_ORDINAL = re.compile(r"st|nd|rd|th|er?|re|ème|[aoªº]", re.IGNORECASE)
_ELEMENT = re.compile(r"[A-Z][a-z]?\b")
_MARK = r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[*†‡§¶#]+|(?:note|nb|n|fn) ?\d{1,3}|citation needed)[\])]?"
_NOTE = re.compile(rf"{_MARK}(?:[,;–\s-]*(?<![a-z]){_MARK})*", re.IGNORECASE)
_LONGEST_NOTE = 20
_POSTS = frozenset({"twitter-tweet", "twitter-video", "bluesky-embed", "mastodon-embed", "text-post-media"})
"""Classes of blockquotes that a script would turn into a social-media post."""
_POST_LINK = re.compile(r"\s*(?:(?:https?://t\.co/|pic\.(?:twitter|x)\.com/)\w+|\[image or embed\])\s*")
_DASHES = ("—", "–", "-")
_LINES = BLOCKS | {"br"}
_LAST_PIECES = 24
"""How many pieces of text at the end of a quotation may contain its signature."""
_SIGNATURE = re.compile(
    r"(?:—|–|--?)\s*(?P<who>[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:(?: (?:[a-z]{2,3} ){0,2}[A-ZÀ-ÖØ-Þ][\w.'’-]*){1,4}|(?= \(@))(?: \([^)\n]{1,60}\))?"
    r"(?: (?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})|, [^.!?\n]{2,80})?)"
)
_BESIDE = re.compile(rf"(?P<stop>[.!?…”\"’])?\s{_SIGNATURE.pattern}$")
"""A signature in the last line of the words, after a full stop or with a handle."""
_LONGEST_SIGNATURE = 200
_PULLED = "//*[contains(@class, 'pullquote') or contains(@class, 'pull-quote')]"
"""Pull quotes."""
_DOUBLE = ('"', *OPENING_QUOTES)
_OPENING = (*_DOUBLE, "‘")
_MARKS = f"\"'. {DOUBLE_QUOTES}{SINGLE_QUOTES}"


def tidy(root: Any) -> None:
    """Change a parsed page so that its text is what a reader sees; `root` is an element of lxml."""
    for element in list(root.iter()):
        if element.getparent() is None:  # the root, or within an element that was replaced
            continue
        if element.tag in _STRUCK or _is_hidden(element) or _is_teaser(element):
            _replace(element, "")
        elif element.tag == "a" and element.get("href", "").startswith(_TO_COMMENTED):
            _replace(_headed_by(element), "")
        elif element.tag == "a" and _is_note_mark(element):
            _replace(element, "")
        elif element.tag == "sup":
            _replace(element, _read_superscript(element))
        elif element.tag == "q":
            _add_quotation_marks(element)
    _drop_repeated(root)
    for element in list(root.iter("blockquote")):
        _merge_signature(element)
        _mark_announced_quotation(element)


def _is_hidden(element: Any) -> bool:
    """Whether a reader does not see an element, or only beside the text."""
    if element.tag in _NEVER_HIDDEN or not isinstance(element.tag, str):
        return False
    hidden = element.get("hidden")
    classes = frozenset((element.get("class") or "").split())
    is_unshown = element.tag == "template" or _NOT_SHOWN.search(element.get("style") or "") is not None
    return (
        (hidden is not None and hidden.lower() != "until-found")
        or not classes.isdisjoint(_BESIDE_TEXT)
        or (is_unshown and not _has_title(element))  # with the title, a script shows it
        or (not classes.isdisjoint(_UNSEEN) and _is_beside_seen(element))
    )


def _is_teaser(element: Any) -> bool:
    """Whether it is an article within the article that leads to another, or a reader's comment."""
    return (
        element.tag == "article"
        and _TEASER.search(element.get("class") or "") is not None
        and next(element.iterancestors("article"), None) is not None
        and not _has_title(element)
    )


def _has_title(element: Any) -> bool:
    """Whether the title of the page is in an element: then the article is, too, whatever its class or style."""
    return next(element.iter("h1", "main"), None) is not None


def _is_beside_seen(element: Any) -> bool:
    """Whether words for a screen reader are no title, and do not replace words that it is not to speak."""
    beside = (one for one in (element.getprevious(), element.getnext()) if one is not None)
    return element.tag != "h1" and all(one.get("aria-hidden") != "true" for one in beside)


def _is_note_mark(link: Any) -> bool:
    """Whether a link leads to a note, or from it back to the text; not "Moor (2021)", which names a work by its year."""
    words = _text(link) if _NOTE_LINK.match(link.get("href") or "") else ""
    return _NOTE.fullmatch(words) is not None and not re.search(r"\d{4}", words)


def _headed_by(element: Any) -> Any:
    """The outermost element that begins with this element."""
    part = element
    while (
        part.getprevious() is None
        and (above := part.getparent()) is not None
        and above.tag not in _NEVER_HIDDEN
    ):
        if (above.text or "").strip():
            break
        part = above
    return part


def _replace(element: Any, text: str) -> None:
    """Replace the contents of an element by this text; its tail stays."""
    # The element stays: joining its text to its neighbour's, again and again, would take quadratic time.
    element.clear(keep_tail=True)
    element.tag = "span"
    element.text = text


def _text(element: Any) -> str:
    return _joined(element.itertext())


def _read_superscript(element: Any) -> str:
    """The text of a superscript: none for a note's mark, superscript characters for an exponent."""
    mark, before = _text(element), _before(element)
    is_link = element.getparent().tag == "a" or element.find(".//a") is not None
    if is_link and len(mark) <= _LONGEST_NOTE:
        return ""
    if _EXPONENT.fullmatch(mark):
        is_unit = _UNIT.search(before) and not _MONEY.search(before) and mark.strip("-−–+") in {"1", "2", "3"}
        if (is_unit and mark != "1") or (_POWER_OF_TEN.search(before) and mark != "1"):
            return mark.translate(_SUPERSCRIPT)
        if (not before or before[-1].isspace()) and _ELEMENT.match(element.tail or ""):
            return mark  # the isotope 14C
    if _ORDINAL.fullmatch(mark) and before[-1:].isdigit():
        return mark
    return "" if _NOTE.fullmatch(mark) else mark


def _before(element: Any) -> str:
    """The text directly before an element."""
    previous = element.getprevious()
    if previous is None:
        return element.getparent().text or ""
    return previous.tail or "".join(previous.itertext())


def _add_quotation_marks(element: Any) -> None:
    """Add the quotation marks that a browser would show."""
    if not (element.text or "").lstrip().startswith(_OPENING):
        element.text = "“" + (element.text or "")
        last = element[-1] if len(element) else None
        if last is None:
            element.text += "”"
        else:
            last.tail = (last.tail or "") + "”"
    element.tag = "span"


def _merge_signature(block: Any) -> None:
    """Merge a block quotation and the name below it into one paragraph, with quotation marks."""
    parent = block.getparent()
    if parent is None or next(block.iterancestors("blockquote"), None) is not None:
        return
    is_post = not _POSTS.isdisjoint((block.get("class") or "").split())
    found = _signature_inside(block, is_post=is_post) or _signature_below(block)
    if found is None and not is_post:
        return
    words, who = found or (_joined(_pieces(block)), "")
    words = _POST_LINK.sub(" ", words).strip() if is_post else words
    if not words:
        return
    _replace(block, "")
    block.tag = "p"
    if parent.tag == "figure":
        parent.tag = "div"
    marked = words if words.startswith(_OPENING) else f"“{words}”"
    block.text = f"{marked} — {who}" if who else marked


def _drop_repeated(root: Any) -> None:
    """Remove pull quotes that repeat words of the text."""
    pulled = root.xpath(_PULLED)
    page = _text(root) if pulled else ""
    for element in pulled:
        words = next((text for text in map(_text, element.iter("p")) if text), _text(element))
        if page.count(words.strip(_MARKS)) > 1 and element.tag not in _NEVER_HIDDEN:
            _replace(element, "")


def _mark_announced_quotation(block: Any) -> None:
    """Add quotation marks to a block quotation if the paragraph above it announces one."""
    above = block.getprevious()
    if block.tag != "blockquote" or above is None or not _text(above).endswith(":"):
        return
    if (above.tail or "").strip() or any(mark in _text(block) for mark in _DOUBLE):
        return
    found = [one for one in block.iter("p") if _text(one)] or [block]
    for one in found:
        one.text = "“" + (one.text or "").lstrip()
    last = found[-1]
    if len(last):
        last[-1].tail = (last[-1].tail or "").rstrip() + "”"
    else:
        last.text = last.text.rstrip() + "”"


def _signature_inside(block: Any, *, is_post: bool) -> tuple[str, str] | None:
    """The words and the name of a quotation that is signed within: in a footer, or after a dash."""
    pieces = list(_pieces(block))
    for at in range(len(pieces) - 1, max(0, len(pieces) - _LAST_PIECES), -1):
        if not pieces[at].lstrip().startswith(_DASHES):
            continue
        below = _joined(pieces[at:])
        match = _SIGNATURE.match(below)
        if match and (is_post or match.end() == len(below)):
            return _joined(pieces[:at]), match["who"]
    return _signature_beside(_joined(pieces))


def _signature_beside(words: str) -> tuple[str, str] | None:
    """The words and the name of a quotation that is signed in its last line: "Taxes are up! — Ann Lee (@ann)"."""
    match = _BESIDE.search(words, max(0, len(words) - _LONGEST_SIGNATURE))
    if match is None or not (match["stop"] or " (@" in match["who"]):
        return None
    end = match.end("stop") if match["stop"] else match.start()
    return words[:end], match["who"]


def _pieces(block: Any) -> Iterator[str]:
    """Yield the pieces of text in a block, in order, with a space around each line; a footer or citation at its end begins with a dash."""
    from lxml import etree

    for event, element in etree.iterwalk(block, events=("start", "end")):
        space = " " if element.tag in _LINES else ""
        if event == "end":
            if element is not block:
                yield space + (element.tail or "")
            continue
        if _names_the_source(element) and not _text(element).startswith(_DASHES):
            yield " — " + (element.text or "")
        else:
            yield space + (element.text or "")


def _names_the_source(element: Any) -> bool:
    """Whether it is the footer of a quotation, or a citation outside one that is not in the middle of a line, as the title of a book is."""
    is_within = bool(_before(element).strip() and (element.tail or "").strip())
    return element.tag == "footer" or (
        element.tag == "cite" and element.getparent().tag != "footer" and not is_within
    )


def _joined(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split())


def _signature_below(block: Any) -> tuple[str, str] | None:
    """The words of a quotation and the name in the paragraph or caption below it, which is removed."""
    below = block.getnext()
    if below is None or (block.tail or "").strip():
        return None
    text = _text(below)
    is_caption = below.tag in {"figcaption", "cite", "footer"}
    if not is_caption and not (below.tag in {"p", "div"} and text.startswith(_DASHES)):
        return None
    match = _SIGNATURE.fullmatch(text if text.startswith(_DASHES) else f"— {text}")
    if match is None:
        return None
    _replace(below, "")
    return _joined(_pieces(block)), match["who"]
