"""Marks up paragraphs that a page does not mark as such: text directly in a div, lines broken in mid-sentence.

trafilatura takes each <br> for the end of a paragraph, and ignores text in a div once it has found text in <p>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise, repeat
from typing import Any, NamedTuple

from claimtrack.core.texts.typography import CLOSING_QUOTES

BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6"
    " header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_HOLDERS = frozenset({"article", "center", "details", "div", "main", "section"})
"""Elements that may contain text outside paragraphs."""
_ARTICLES = frozenset({"article", "main"})
_NEAR = 3
"""How many levels up to look for paragraphs next to which the text of a div is the article's."""
_STOPS = tuple(".!?…:;")
_MARKS = f" \"'’{CLOSING_QUOTES})]"
_FEWEST_WORDS = 4
UNREAD = frozenset({"script", "style", "template", "noscript", "iframe", "svg"})
"""Elements without text for a reader."""
_UNREAD = UNREAD | {"button", "select", "textarea"}


class _Run(NamedTuple):
    """Text and inline elements of a holder, after one of its blocks or, if that is None, at its beginning."""

    behind: Any
    inline: list[Any]


def wrap_paragraphs(root: Any) -> None:
    """Change a parsed page so that each of its paragraphs is a <p>; `root` is an element of lxml."""
    for block in list(root.iter("pre")):
        _split_preformatted(block)
    _join_lines(root)
    found = [(holder, run, _words(holder, run)) for holder in _holders(root) for run in _runs(holder)]
    # A run that is formatted like a paragraph is one: a list may be formatted so, too.
    looks = {_format_key(holder) for holder, run, words in found if _is_prose(run, words)}
    for holder, run, words in found:
        if words and (
            _is_prose(run, words) or (len(holder) == len(run.inline) and _format_key(holder) in looks)
        ):
            _wrap(holder, run)


def _split_preformatted(block: Any) -> None:
    """Split preformatted text, with wrapped lines and a blank line between paragraphs, into paragraphs."""
    if block.find(".//code") is not None or block.find(".//p") is not None:
        return
    typed = re.split(r"\n[ \t]*\n", block.xpath("string()"))
    block.clear(keep_tail=True)
    block.tag = "div"
    for lines in filter(None, map(str.split, typed, repeat("\n"))):
        paragraph = block.makeelement("p")
        paragraph.text = lines[0]
        for line in lines[1:]:
            paragraph.append(broken := paragraph.makeelement("br"))
            broken.tail = line
        block.append(paragraph)


def _join_lines(root: Any) -> None:
    """Replace each <br> after which a sentence continues by a space."""
    from lxml import etree

    lines = [""]
    breaks: list[Any] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag in BLOCKS:
            _replace_breaks(lines, breaks)
            lines, breaks = [""], []
        elif event == "start" and element.tag == "br":
            breaks.append(element)
            lines.append("")
        if event == "end":
            lines[-1] += element.tail or ""
        elif isinstance(element.tag, str) and element.tag not in _UNREAD:
            lines[-1] += element.text or ""


def _replace_breaks(marked: list[str], breaks: list[Any]) -> None:
    # Imported here: the extraction rules take a tenth of a second to import, and decoding a file does not need them.
    from claimtrack.core.extract.page.wrapping import is_continued, is_finished
    from claimtrack.core.extract.words.reading import normalise

    lines = [" ".join(normalise(line).split()) for line in marked]
    found = [is_continued(*pair) for pair in pairwise(lines)]
    is_wrapped = sum(found) * 2 > len(found)  # then a name may be broken, too
    for element, joins, (line, following) in zip(breaks, found, pairwise(lines), strict=True):
        if joins or (is_wrapped and line and following and not is_finished(line)):
            element.tag, element.text = "span", " "


def _holders(root: Any) -> list[Any]:
    """The elements that may contain text of the article: within an <article>, or near a paragraph."""
    near: dict[Any, int] = {}
    found: list[Any] = []
    with_paragraphs = {p.getparent() for p in root.iter("p") if "".join(p.itertext()).strip()}
    for element in list(root.iter()):
        parent = near.get(element.getparent(), 0)
        if element.tag in _ARTICLES:
            near[element] = 1_000
        else:
            near[element] = max(parent - 1, _NEAR if element in with_paragraphs else 0)
        if near[element] and element.tag in _HOLDERS:
            found.append(element)
    return found


def _runs(holder: Any) -> Iterator[_Run]:
    """Yield the runs of text and inline elements between the blocks of a holder."""
    run = _Run(None, [])
    for child in holder:
        if isinstance(child.tag, str) and next(child.iter(*BLOCKS, *_UNREAD), None) is not None:
            yield run
            run = _Run(child, [])
        else:
            run.inline.append(child)
    yield run


def _words(holder: Any, run: _Run) -> list[str]:
    first = holder.text if run.behind is None else run.behind.tail
    tails = ((child.xpath("string()"), child.tail or "") for child in run.inline)
    return "".join([first or "", *chain.from_iterable(tails)]).split()


def _is_prose(run: _Run, words: list[str]) -> bool:
    """Whether a run may be a sentence, and not a photographer's name, a button or a date.

    Of lines separated by <br>, trafilatura would read all except the first.
    """
    if any(element.tag == "br" for element in run.inline):
        return bool(words)
    return any(word.rstrip(_MARKS).endswith(_STOPS) for word in words[_FEWEST_WORDS - 1 :])


def _format_key(holder: Any) -> tuple[Any, ...]:
    """A key that a holder shares with its siblings of the same format."""
    return (holder.getparent(), holder.tag, holder.get("class"), holder.get("style"))


def _wrap(holder: Any, run: _Run) -> None:
    """Put a run into a paragraph of its own."""
    paragraph = holder.makeelement("p")
    if run.behind is None:
        holder.text, paragraph.text = None, holder.text
        holder.insert(0, paragraph)
    else:
        run.behind.tail, paragraph.text = None, run.behind.tail
        run.behind.addnext(paragraph)
    paragraph.extend(run.inline)
