"""Blockquotes of Markdown with a signature: in a line below, after a dash, or in bold letters before the words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from claimtrack.core.language.capitals import NAME_PARTICLE
from claimtrack.core.texts.typography import OPENING_QUOTES

_BLOCKQUOTE = re.compile(
    r"^ {0,3}>[^\n]*(?:\n {0,3}>[^\n]*)*(?P<below>\n(?:[ \t]*\n)?[ \t]*(?=[*_(\[—–―~-])(?![-*] )[^\n]{3,160}(?=\n[ \t]*\n|\s*\Z))?",
    re.MULTILINE,
)
"""A blockquote, and the line below it if that may be a signature."""
_QUOTE_MARK = re.compile(r"^ {0,3}>[ \t]?", re.MULTILINE)
_DASH = r"(?:—|–|--|―|~)"
_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w.'’-]*"
_NAME = rf"{_WORD}(?: (?:{NAME_PARTICLE} ){{0,2}}{_WORD}){{0,5}}"
_WHAT = r"(?: \([^()\n]{1,60}\))?(?:, (?!who |which |and |but )[^\n]{1,100})?"
"""What may follow the name: a party, an office, where and when the words were said."""
_DASHED = re.compile(rf"\n[ \t]*[*_]{{0,2}}{_DASH}[ \t]*(?P<who>[^\s-][^\n]{{1,120}})\s*\Z")
_DASHED_BESIDE = re.compile(rf"[ \t](?:—|–|--|―)[ \t]*(?P<who>{_NAME}{_WHAT})(?<![.!?:])\s*\Z")
_MARKED = re.compile(
    r"\n[ \t]*(?P<mark>\*\*|__|[*_(\[])(?P<who>[^\W\d_][\w'’.-]* [^\n*_()\[\]]{1,120}(?:\([^()\n]{1,60}\)|[^\n*_()\[\].!?:]))(?:(?P=mark)|[)\]])\s*\Z"
)
_LABEL = re.compile(
    rf"\s*(?P<mark>\*\*|__)(?P<who>{_NAME}(?: \([^()\n]{{1,60}}\))?)(?::(?P=mark)|(?P=mark):)\s+(?=\S)"
)
"""A name before the words: "**Ann Lee:** Rents fell."."""
_FULL_NAME = re.compile(rf"{_NAME}(?={_WHAT}$)")
_OPENING = tuple(f"\"'‘{OPENING_QUOTES}")
_ITALICS = frozenset("*_([")
_MOST_MENTIONS = 20
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_NEAR = 10
_FARTHEST = 2_000
"""How many characters away another mention of a name may be."""


class _Signed(NamedTuple):
    words: str
    who: str


def with_signatures(text: str) -> str:
    """The text with each signed blockquote as one paragraph, its words in quotation marks."""
    return _BLOCKQUOTE.sub(_as_paragraph(text), text)


def _as_paragraph(text: str) -> Callable[[re.Match[str]], str]:
    """Make the function that turns a blockquote of the text into a paragraph."""

    def paragraph(block: re.Match[str]) -> str:
        below = block["below"] or ""
        inner = _QUOTE_MARK.sub("", block[0].removesuffix(below))
        around = text[max(0, block.start() - _FARTHEST) : block.end() + _FARTHEST]
        if found := _parse_labelled(inner, around) or _parse_signed_inside(inner):
            return _in_one(found) + below
        if found := _parse_signed_below(inner, below, around) if below else None:
            return _in_one(found)
        above = text[max(0, block.start() - _NEAR) : block.start()].rstrip()
        return _quote_paragraphs(inner) + below if above.endswith(":") and _has_no_marks(inner) else block[0]

    return paragraph


def _in_one(found: _Signed) -> str:
    words, who = found
    return f"{words if words.startswith(_OPENING) else f'“{words}”'} — {who}"


def _has_no_marks(words: str) -> bool:
    return words.strip() != "" and not any(mark in words for mark in (">", '"', *OPENING_QUOTES))


def _quote_paragraphs(words: str) -> str:
    """Quote the paragraphs of a quotation that the line above announces ("She said:"), each with an opening mark."""
    return "\n\n".join(f"“{one}" for one in _BLANK_LINES.split(words.strip())) + "”"


def _parse_labelled(inner: str, text: str) -> _Signed | None:
    """Parse a quotation that begins with its speaker's name."""
    label = _LABEL.match(inner)
    if label is None or not _is_person(label["who"].partition(" (")[0], text):
        return None
    return _split_signature(inner[label.end() :], label, len(inner))


def _parse_signed_inside(inner: str) -> _Signed | None:
    """Parse a quotation that is signed in its last line, or after a dash there."""
    if signature := _DASHED.search(inner):
        return _split_signature(inner, signature)
    signature = _MARKED.search(inner)
    if signature and all(word[0].isupper() for word in signature["who"].split()[:2]):
        return _split_signature(inner, signature)  # but "*Read more*"
    return _split_signature(inner, beside) if (beside := _DASHED_BESIDE.search(inner)) else None


def _parse_signed_below(inner: str, below: str, text: str) -> _Signed | None:
    """Parse a quotation that is signed by the paragraph below; if only bold or italics set that off, it may be a heading."""
    line = f"\n{below.strip()}"
    signature = _DASHED.match(line) or _MARKED.match(line)
    named = _FULL_NAME.match(signature["who"].strip("*_ ")) if signature else None
    if signature is None or named is None:
        return None
    mark = signature.groupdict().get("mark")
    behind = signature["who"][named.end() :]
    is_told = " " in named[0] and behind != "" and mark in _ITALICS
    is_sure = mark is None or is_told or _is_person(named[0], text)
    return (
        _split_signature(inner, signature, len(inner)) if is_sure and not _starts_sentence(behind) else None
    )


def _starts_sentence(behind: str) -> bool:
    """Whether a name begins a sentence and signs nothing: "*Ann Lee, a reporter, wrote this*"."""
    from claimtrack.core.extract.words.clauses import has_predicate
    from claimtrack.core.extract.words.reading import tokenise

    words = tokenise(behind)
    return has_predicate(words, 0, len(words))


def _split_signature(inner: str, signature: re.Match[str], end: int | None = None) -> _Signed | None:
    """The words before a signature; None if these contain a quotation themselves."""
    words = " ".join(inner[: signature.start() if end is None else end].split())
    return _Signed(words, signature["who"].strip("*_ ")) if words and ">" not in words else None


def _is_person(name: str, text: str) -> bool:
    """Whether the words are a person's name and no heading: a title or common first name is part of it, here or in another mention."""
    # Imported here: decoding a file needs no extractor.
    from claimtrack.core.extract.words.genders import is_given_name
    from claimtrack.core.extract.words.titles import has_title, without_titles

    words = name.split()
    own = without_titles(words) or words
    if len(words) > 1 and (len(own) < len(words) or is_given_name(own[0].lower())):
        return True
    before = set(islice(_words_before(own[-1], text), _MOST_MENTIONS))
    return any(has_title([word]) or is_given_name(word.lower()) for word in before)


def _words_before(name: str, text: str) -> Iterator[str]:
    """Yield the capitalised words before mentions of a name. It splits the text: a regular expression takes seconds on a long page."""
    for before, after in pairwise(text.split(f" {name}")):
        word = "".join(before.rsplit(maxsplit=1)[-1:]).lstrip("*_([>" + "".join(_OPENING))
        if word[:1].isupper() and not after[:1].isalnum():
            yield word
