"""Markdown: the text without markup, and the title, author, date and address in the front matter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5
from typing import TYPE_CHECKING

from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import normalise_line_ends
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.annotations import counts
from claimtrack.fetch.loaders.annotations.citations import cite_in_markdown, read_annotations
from claimtrack.fetch.loaders.days import day
from claimtrack.fetch.loaders.markdown.blockquotes import with_signatures
from claimtrack.fetch.loaders.markdown.tables import with_cells_and_notes, without_tables

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):[ \t]+(.+)$", re.MULTILINE)
_FENCE = re.compile(r" {0,3}(?:(`{3,})[^`]*|(~{3,}).*)")
_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_HEADING = re.compile(r"\s*#[ \t]+([^\n]+)")


def _heading_words(found: re.Match[str]) -> str:
    """A heading without closing signs: "## Rents ##", but not "## About C#"."""
    words = found[1].rstrip()
    closed = words.rstrip("#")
    return closed.rstrip() if closed.endswith((" ", "\t")) else words


def _kept_whole(code: str) -> str:
    """Escape the entities in code once more, because the whole text is unescaped later: "&amp;" in code is literal."""
    return code.replace("&", "&amp;")


def _character(found: re.Match[str]) -> str:
    entity = found[0]
    is_known = entity.startswith("&#") or entity[1:] in html5  # of "&nothing;" unescape() would take "&not"
    return html.unescape(entity) if is_known else entity


_STRUCK = r"(?<![~\\])~~(?=[^\s~])(?:[^~\n]|\n(?![ \t]*\n))+(?<=[^\s\\])~~(?!~)"
"""Words that the author struck out."""

# In order: blocks first, then what stands inside a line. No pattern may look at a character more than a few
# times, whatever it is fed: classes exclude their own opening sign, and runs are matched from their start.
_STRIPPED = tuple(
    (re.compile(pattern, re.MULTILINE), kept)
    for pattern, kept in (
        (counts.COMMENT, ""),
        (r"^ {0,3}(?:```[^`\n]*|~~~[^\n]*)$", ""),  # an unclosed fence
        (r"^ {0,3}(?:=+|(?:[-*_][ \t]*){3,})$", ""),  # rules, and lines under headings
        (counts.NOTE, ""),
        (r"^ {0,3}\[[^\[\]\n]+\]:[ \t]*\S[^\n]*$", ""),  # the addresses of links
        (r"^(?:[ \t]*>)+[ \t]?", ""),
        (r"^ {0,3}#{1,6}[ \t]+([^\n]*)$", _heading_words),
        (
            r"^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?",
            "- ",
        ),  # a list item stays recognisable: it needs no full stop
        (r"^[ \t]+(?=\d{1,3}[.)][ \t])", ""),
        (r"!\[[^\[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\)", ""),
        (r"\[\^[^\[\]\n]+\]", ""),
        (r"\[([^\[\]\n]*)\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\[\]\n]*\])", r"\1"),
        (r"<(https?://[^<>\s]+)>", r"\1"),
        (r"</?[A-Za-z][^<>\n]*>", ""),
        (r"(?<!`)`++([^`\n]+)`+", lambda found: _kept_whole(found[1])),
        (r"(?<!\\)\*\*(?=\S)([^*\n]+)(?<=[^\s\\])\*\*", r"\1"),
        (r"(?<![\w\\])__(?=\S)([^_\n]+)(?<=[^\s\\])__(?!\w)", r"\1"),
        (r"(?<![\w\\])\*(?=\S)([^*\n]+)(?<=[^\s\\])\*(?!\w)", r"\1"),
        (r"(?<![\w\\])_(?=\S)([^_\n]+)(?<=[^\s\\])_(?!\w)", r"\1"),
        (rf"^([ \t]*(?:(?:- |\d{{1,3}}[.)])[ \t]*)?){_STRUCK}[ \t]*", r"\1"),
        (rf"(?:(?<![ \t])[ \t]++)?{_STRUCK}", ""),
        (r"\\([!-/:-@\[-`{-~])", r"\1"),
        (_ENTITY, _character),
        (r"(?<![ \t])[ \t]++$", ""),
    )
)


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield one article. Spans count in its text without markup, not in the file."""
    text, warnings = decode(data, hints)
    written = text = normalise_line_ends(text)
    fields, text = _front_matter(text)
    heading = _HEADING.match(text)
    if heading:
        fields.setdefault("title", _plain(_heading_words(heading)))
        text = text[heading.end() :]
    text = _without_code(text)
    address = fields.get("url") or hints.url
    draft, text = text, _read(with_cells_and_notes(text) if hints.whole else without_tables(text))
    cited, left = read_annotations(
        hints,
        address,
        counts.count_in_markdown(draft),
        lambda: cite_in_markdown(draft, lambda part: _read(without_tables(part)), text),
    )
    article = Article(
        text=text,
        url=address,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        published_on=day(fields.get("date")),
        language=fields.get("lang"),
    )
    yield Loaded(article, hints.source, warnings + left, written, cited)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields = {name.lower(): value.strip().strip("\"'") for name, value in _FIELD.findall(found[1])}
    return fields, text[found.end() :]


def _without_code(text: str) -> str:
    """The text without fenced code; after an unclosed fence everything stays, as it may be the rest of the article."""
    fence, kept, code = "", [], []
    for line in text.split("\n"):
        found = _FENCE.fullmatch(line)
        sign = (found[1] or found[2]) if found else ""
        if fence:
            code.append(line)
            if sign.startswith(fence) and line.strip() == sign:
                fence, code = "", []
        elif sign:
            fence, code = sign, [line]
        else:
            kept.append(line)
    return "\n".join(kept + code)


def _read(text: str) -> str:
    """The plain text of some Markdown, with the signatures of its blockquotes."""
    return _plain(with_signatures(text))


def _plain(text: str) -> str:
    for pattern, kept in _STRIPPED:
        text = pattern.sub(kept, text)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
