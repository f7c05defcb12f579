"""Which texts are records of parliaments, hearings and courts? Their labels end in a full stop, "Mr. LORING.", "Ann Lee (PPE). –", or their lines are numbered, "10 A. Yes."."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import TITLE
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.extract.words.titles import has_title, without_titles

_WORD = r"[A-Z][\w'-]*\w"
_ABBREVIATED = frozenset({"Rev", "Hon", "Rt"})  # a word after "The" before a name: "The Rev. Ann Lee".
_FROM = r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})"
_WHO = r" \([^)\n]{2,60}\)"
_NOTE = r"(?:\\\d{1,2}\\|\[\d{1,2}\])?"  # a footnote number, as "\1\" in the text of a hearing
_SPOKEN = r"(?=[\"(\[]?[A-Z$£€\d])"
_STOP = name_pattern(
    rf"(?P<name>(?=[A-Z])(?:The )?(?:{TITLE}){{0,2}}{_WORD}(?: (?:{TITLE}|{_WORD}|pro tempore)){{0,4}}{_FROM}?)(?:{_WHO})?\.{_NOTE} {{1,4}}(?!(?:[A-Z]\.){{2}} ?[A-Z]{{2}}){_SPOKEN}"
)
"""Initials before a surname continue the name: "HON. CDR. S.T. MOORE"."""
_DASH = name_pattern(
    rf"(?P<name>{_WORD}(?: (?:{_WORD}|de|del|di|van|von|der|den)){{0,5}})(?:{_WHO})?(?:, [^.\n]{{2,90}})?(?:{_WHO})?\. ?(?P<dash>[–—-]{{1,2}}) ?{_SPOKEN}"
)
"""The style of the European Parliament: "Marta Kowalik, Member of the Commission. – Madam President, ..."."""
_TITLE = expression(rf"(?=\w\w){TITLE}")  # as in "ASST. SEC. MOORE: ..."
_OFFICE = expression(r" [(a-z]")
"""Words after such a name that never follow a town: ", Member of", " (PPE)"."""
_LINE = name_pattern(
    rf"(?P<name>(?=[A-Z])(?:The )?(?:{TITLE}){{0,2}}{_WORD}(?: (?:{TITLE}|{_WORD})){{1,5}})(?:{_WHO}){{0,2}} ?(?P<line>[—-]{{1,2}}) ?{_SPOKEN}"
)
"""The style of some parliaments: "Mr LORING - Thank you, Mr Speaker", "Mr LORING (Lowe-Prime Minister) (2.01 p.m.)-Mr Speaker"."""
_FULL = name_pattern(rf"(?P<name>[A-Z][A-Z'-]+(?: [A-Z][A-Z.'-]*){{0,2}} [A-Z][A-Z'-]+)\. {{1,4}}{_SPOKEN}")
"""A full name in capitals, of a questioner at a press conference: "ANN LEE. Thank you."."""
_NO_NAME = expression(r"(?:[\w']++ ){1,6}?(?!(?:pro|tempore|of|the|d[ei]|del|v[ao]n|de[rn])\b)[a-z]++(?!\.)")
"""A capitalised word and a lower-case one that continues no name, as at the start of most sentences: "The Vale Council said"."""
_PRESIDING = ("presiding officer", "pro tempore", " clerk")
_FEWEST_SPEECHES = 3
_SPEECH_SAMPLE = 60  # characters after a label that show whether all is in capitals
_NUMBERED = expression(r"^ {0,8}(?P<number>\d{1,2})(?: {1,80}(?=\S)| *$)", re.MULTILINE)
_LABEL = name_pattern(r"[QA](?:\.|:| {2,8})|[A-Z]{2}[A-Z.' -]{1,40}:")
_OPENS = name_pattern(
    r"[QA](?:\.|:| {2,8})|[A-Z]{2}[A-Z.' -]{1,40}(?::|$| \()|(?:Questioned|Examination|Cross-examination|Re-examination|Examined) by\b",
    re.MULTILINE,
)
"""The start of a line that continues no other line."""
_PAGE = expression(r"^ {1,99}\d{1,4} *$", re.MULTILINE)  # a page number
_FEWEST_IN_ROW, _FEWEST_LABELS = 8, 2
_FEWEST_EXTRA_BLANKS = 3  # extra blanks of indentation, compared with most lines, where a paragraph begins


def find_recorded(plain: str, paragraphs: list[Span]) -> dict[int, tuple[Span, int]]:
    """Map paragraph numbers to the name that begins a paragraph of a record, and where the words after it begin.

    Empty unless there are three such labels and one repeats, or one of two with a dash gives an office or party, since others are datelines; a surname in
    capitals after a title is enough.
    """
    found = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _match_label(plain, paragraph))
    }
    names = Counter(match["name"].lower() for match in found.values())
    is_record = len(found) >= _FEWEST_SPEECHES and max(names.values()) > 1
    is_dashed = len(found) > 1 and any(map(_has_office, found.values()))
    if not (is_record or is_dashed or any(map(_is_sure, found.values()))):
        return {}
    if any(map(_is_sure, found.values())):
        found |= _find_weak_labels(
            plain, paragraphs, _FULL, lambda name: is_given_name(name.partition(" ")[0].lower())
        )
    if any("line" in match.groupdict() for match in found.values()):
        found |= _find_weak_labels(plain, paragraphs, _LINE, _is_speaker)
    return {number: (Span(*match.span("name")), match.end()) for number, match in sorted(found.items())}


def _find_weak_labels(
    plain: str, paragraphs: list[Span], label: re.Pattern[str], is_name: Callable[[str], bool]
) -> dict[int, re.Match[str]]:
    """Find the paragraphs that begin with a form which counts as a label only among others."""
    found = ((number, label.match(plain, *paragraph)) for number, paragraph in enumerate(paragraphs))
    return {number: match for number, match in found if match and is_name(match["name"])}


def opens_record(text: str, line: Span) -> bool:
    """Whether a line may begin with such a label."""
    return _match_label(text, line) is not None


def is_presiding(name: str) -> bool:
    """Whether a label belongs to a presiding officer or a clerk, who never gives a speech: what is printed below is not theirs."""
    return name.lower().endswith(_PRESIDING)


def _match_label(text: str, line: Span) -> re.Match[str] | None:
    """Match a label of a record at the start of a line: "Mr. LORING.", "Mr LORING - ", "Ann Lee (PPE). –"."""
    if not text[line.start : line.start + 1].isupper() or _NO_NAME.match(text, *line):
        return None  # the usual case
    stopped = _STOP.match(text, *line)
    if stopped and _is_speaker(stopped["name"]) and not _TITLE.fullmatch(stopped["name"].split()[-1] + ". "):
        return stopped
    lined = _LINE.match(text, *line)
    if lined and lined["name"].rpartition(" ")[2].isupper() and has_title(lined["name"].split()):
        return lined
    dashed = _DASH.match(text, *line)
    return dashed if dashed and not _is_dateline(dashed) else None


def _is_dateline(label: re.Match[str]) -> bool:
    """Whether a label with a dash is a dateline: "TAMPA, Fla. –", "NEW DELHI. –"."""
    return label["name"].isupper() and not _has_office(label)


def _has_office(label: re.Match[str]) -> bool:
    """Whether an office or brackets come between a name and its dash, as they never do in a dateline."""
    between = label.string[label.end("name") : label.end()] if label.groupdict().get("dash") else ""
    return _OFFICE.search(between) is not None


def _is_speaker(name: str) -> bool:
    """Whether a title precedes a surname, or stands alone after "The": "Senator Alder", "The Chairman"."""
    words = name.partition(" of ")[0].removesuffix(" pro tempore").split()
    if words[0] == "The":
        return has_title(words[1:]) and not without_titles(words[1:]) and words[-1] not in _ABBREVIATED
    return 0 < len(without_titles(words)) < len(words)


def _is_sure(label: re.Match[str]) -> bool:
    """Whether a surname in capitals follows a title, in a text that is not all in capitals."""
    surname = label["name"].partition(" of ")[0].rpartition(" ")[2]
    is_capital = label.groupdict().keys() == {"name"} and surname.isupper() and len(surname) > 1
    return is_capital and not label.string[label.end() : label.end() + _SPEECH_SAMPLE].isupper()


def blank_line_numbers(plain: str) -> str:
    """Blank the line numbers of a record and join its lines to paragraphs, keeping the length.

    Only if many numbers are consecutive and some precede a speaker: others number a list, or the verses of a poem.
    """
    if sum([line.lstrip(" ")[:1].isdigit() for line in plain.split("\n")]) < _FEWEST_IN_ROW:
        return plain
    found = list(_NUMBERED.finditer(plain))
    rows = sum(int(second["number"]) in {int(first["number"]) + 1, 1} for first, second in pairwise(found))
    labels = sum(_LABEL.match(plain, line.end()) is not None for line in found)
    if rows < _FEWEST_IN_ROW or rows * 4 < len(found) * 3 or labels < _FEWEST_LABELS:
        return plain
    gaps = sorted(line.end() - line.end("number") for line in found)
    usual = gaps[len(gaps) // 2]
    return _PAGE.sub(lambda page: " " * len(page[0]), "".join(_join_lines(plain, found, usual)))


def _join_lines(plain: str, found: list[re.Match[str]], usual: int) -> Iterator[str]:
    """Join the lines of a text: each continues the one above unless it is indented further, or begins with a speaker."""
    end = 0
    for line in found:
        start, words = line.span()
        is_page = plain[words : words + 1] in {"\n", ""}
        begins = (
            words - line.end("number") >= usual + _FEWEST_EXTRA_BLANKS
            or _OPENS.match(plain, words) is not None
        )
        above = plain[end:start]
        is_near = "\n" not in above.strip("\n ")
        if begins and not is_page:
            yield above + "\n".rjust(words - start)
        elif is_near:
            bare = above.rstrip("\n ")
            yield bare + " " * (len(above) - len(bare) + words - start)
        else:
            yield above + " " * (words - start)
        end = words
    yield plain[end:]
