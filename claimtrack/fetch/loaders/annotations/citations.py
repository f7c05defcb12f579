"""Finds the positions of links and footnotes in the text of an annotated draft, for filing them as evidence.

Private-use characters are put at both ends of a link, and one at a footnote's mark; then the draft is read like any other, and their
positions in the text are those of the citations.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.desk.cited import Cited
from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.texts.cleaning import clean_line, clean_source
from claimtrack.fetch.loaders.annotations import counts

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_FIRST, _MOST = 0xF0000, 30_000
"""The first private-use character, and the largest number of links and marks: each has two characters."""
_LONGEST_TITLE = 300

# Each has an address and the linked words, or a note; possessive, so that nothing is tried twice.
_MARKDOWN = expression(
    r"\[\^(?P<note>[^\[\]\n]+)\](?!:)|(?<!!)\[(?P<words>[^\[\]\n]+)\]"
    r"(?:\([ \t]*<?(?P<url>https?://[^\s()<>]*+(?>(?:\([^\s()<>]*+\)[^\s()<>]*+)*))>?[^()\n]*\)|\[(?P<label>[^\[\]\n]*)\]|(?![:(]))",
    re.IGNORECASE,
)
_WORD = expression(
    r'<a href="(?P<url>https?://[^"]*)"[^>]*>(?P<words>(?:[^<]|<(?!/a>))+)</a>'
    r'|<sup><a href="#(?P<note>(?:foot|end)note-\d+)"[^>]*>\[\d+\]</a></sup>',
    re.IGNORECASE,
)
_DEFINED = expression(
    r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]*<?(?P<url>https?://[^\s<>]+)", re.MULTILINE | re.IGNORECASE
)
_NOTE = expression(counts.NOTE, re.MULTILINE)
_COMMENT = expression(counts.COMMENT)
_WORD_NOTE = expression(r'<li id="((?:foot|end)note-\d+)">(.*?)</li>', re.DOTALL)
_WAY_BACK = expression(r'<a href="#[^"]*">[^<]*</a>')
_BARE = expression(r"<?(https?://[^\s<>\"]+)>?", re.IGNORECASE)


class Citations(NamedTuple):
    """The citations, and how many links and footnotes are left out, because they have no position in the text or are no source."""

    cited: tuple[Cited, ...] = ()
    links: int = 0
    footnotes: int = 0


class _Source(NamedTuple):
    source: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class _Draft:
    """How to find links and marks in a draft, to resolve their addresses, and to read the text."""

    marks: re.Pattern[str]
    address: Callable[[re.Match[str]], str | None]
    read: Callable[[str], str]

    def of_note(self, body: str) -> list[_Source]:
        """The addresses in a footnote, with its other words as their title; its words if it has no address."""
        words = self.read(body)
        urls = [*map(self.address, self.marks.finditer(body)), *map(_without_stop, _BARE.findall(words))]
        told = clean_line(_BARE.sub("", words)).strip(" .,;:()")
        found = dict.fromkeys(filter(None, urls))
        title = told if len(found) == 1 and 0 < len(told) <= _LONGEST_TITLE else None
        return [one for url in found for one in _valid(url, title)] if found else list(_valid(told))

    def citations(self, running: str, notes: Mapping[str, list[_Source]], text: str) -> Citations:
        """The citations in the running text, from which the article's `text` was read."""
        there: list[tuple[str | None, list[_Source]]] = []

        def marked(found: re.Match[str]) -> str:
            note = _folded(found["note"] or "")
            url = self.address(found)
            if len(there) == _MOST or not (url or note in notes):
                return found[0]
            there.append((note, notes[note]) if note else (None, list(_valid(url or ""))))
            opened, closed = (chr(_FIRST + 2 * len(there) + one) for one in (-2, -1))
            if note:
                return closed
            start, end = (one - found.start() for one in found.span("words"))
            return f"{found[0][:start]}{opened}{found[0][start:end]}{closed}{found[0][end:]}"

        at = _places(self.read(self.marks.sub(marked, running)), text)
        placed = {number for number, (_, sources) in enumerate(there) if sources and 2 * number + 1 in at}
        cited = [
            Cited(at.get(2 * number, at[2 * number + 1]), at[2 * number + 1], *source)
            for number in sorted(placed)
            for source in there[number][1]
        ]
        links = sum(note is None and number not in placed for number, (note, _) in enumerate(there))
        return Citations(tuple(cited), links, len(notes.keys() - {there[number][0] for number in placed}))


def read_annotations(
    hints: Hints, url: str | None, counted: counts.Annotations, cite: Callable[[], Citations]
) -> tuple[tuple[Cited, ...], tuple[str, ...]]:
    """The citations of a draft, if they are wanted, and the warning about what is left out.

    In a published article, which has an address, annotations are the outlet's, not a draft's; a check reads them as text.
    """
    if hints.links:
        found = cite()
        return found.cited, counted._replace(links=found.links, footnotes=found.footnotes).told(asked=True)
    return (), () if hints.whole or url else counted.told()


def cite_in_markdown(draft: str, read: Callable[[str], str], text: str) -> Citations:
    """The citations of a Markdown draft, from which the article's `text` was read."""
    draft = _COMMENT.sub("", draft)
    defined = {_folded(one["label"]): one["url"] for one in _DEFINED.finditer(draft)}

    def address(found: re.Match[str]) -> str | None:
        return found["url"] or defined.get(_folded(found["label"] or found["words"] or ""))

    way = _Draft(_MARKDOWN, address, read)
    parted = [one[0].partition("]:") for one in _NOTE.finditer(draft)]
    notes = {_folded(label.strip()[2:]): way.of_note(body.strip()) for label, _, body in parted}
    return way.citations(_NOTE.sub("", draft), notes, text)


def cite_in_word(page: str, read: Callable[[str], str], text: str) -> Citations:
    """The citations of a Word file converted to HTML, from which the article's `text` was read."""
    way = _Draft(_WORD, lambda found: html.unescape(found["url"] or ""), read)
    found = {name: way.of_note(_WAY_BACK.sub("", body)) for name, body in _WORD_NOTE.findall(page)}
    return way.citations(page, found, text)


def _without_stop(url: str) -> str:
    """An address without the punctuation or closing bracket of the sentence around it."""
    url = url.rstrip(".,;:")
    return url if "(" in url else url.rstrip(").,;:")


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()


def _valid(source: str, title: str | None = None) -> Iterator[_Source]:
    """Yield the source if evidence may have it: an address without a password, or words."""
    try:
        yield _Source(clean_source(source), title)
    except InvalidValue:
        return


def _places(marked: str, text: str) -> dict[int, int]:
    """The position of each mark in the text; none if the text differs from the marked one in more than white space."""
    numbers = {number: ord(sign) - _FIRST for number, sign in enumerate(marked) if ord(sign) >= _FIRST}
    solid = [number for number, sign in enumerate(text) if not sign.isspace()]
    read = [sign for number, sign in enumerate(marked) if number not in numbers and not sign.isspace()]
    if read != [text[number] for number in solid]:
        return {}
    places: dict[int, int] = {}
    done = 0
    for number, sign in enumerate(marked):
        mark = numbers.get(number)
        if mark is None:
            done += not sign.isspace()
        elif mark % 2:  # after the words that it closes
            places[mark] = solid[done - 1] + 1 if done else 0
        elif done < len(solid):
            places[mark] = solid[done]
    return places
