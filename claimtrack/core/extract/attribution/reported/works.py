"""Quotations that only name a work, such as a programme, a book or a film, and say nothing: "Doe said on "Sunday Report""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.reading import Span, words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

_OUTLET = Kind.OUTLET

_BEFORE_WORK = lexicon.TELL | words_of(
    "on of for in from the titled entitled called named dubbed include includes including author film book show program programme"
)
_BEFORE_SHORT = lexicon.TELL | {"on"}  # after these a single capitalised word is a title, too: "told "Dawn""
_MARKS = "\"'"
_LONG_WORD, _FEWEST_CAPITALS, _MOST_WORDS, _LONGEST_TAIL = 4, 2, 12, 3  # characters; then words of a title
_SMALL_WORDS = words_of("with from into over upon than about")


def drop_work_titles(text: str, found: list[Draft], sentence: Span) -> list[Draft]:
    """The drafts of a sentence that are more than the title of a work; the sentence itself if none is left."""
    kept: list[Draft] = []
    was_work = False
    for draft in found:
        is_work = draft.kind is not _OUTLET and _is_work_title(text, draft.span, among=was_work)
        was_work = is_work
        if not is_work:
            kept.append(draft)
    return kept or ([Draft(sentence, _OUTLET)] if found else [])


def _is_work_title(text: str, span: Span, *, among: bool) -> bool:
    """Whether a row is only a title, or begins with one and adds few words; `among` means that the row before is a title."""
    opens = text[span.start] in _MARKS
    mark = span.start if opens else span.start - 1
    if not (opens or (mark > 0 and text[mark] in _MARKS)):
        return False
    name, _, tail = text[mark + 1 : span.end].partition(text[mark]) if opens else (text[slice(*span)], "", "")
    if len(tail.split()) > _LONGEST_TAIL or not text[mark + 1].isupper():
        return False
    before = text[max(0, mark - 40) : mark].split()[-2:]
    if not before or not text[mark - 1].isspace():
        return False
    last = before[-1].lower()
    joins = among and last in {"and", ","}
    follows = joins or last in _BEFORE_WORK or last.endswith(("'s", "s'"))
    if not follows or (last == "of" and before[0].endswith("s")):
        return False  # as mostly, and in "chants of "Save Our Boats""
    words = [word.strip(".,:;!?()") for word in name.split()]
    return _is_title_case(words) or (len(words) == 1 and last in _BEFORE_SHORT)


def _is_title_case(words: Iterable[str]) -> bool:
    """Whether the words are a title: "Face the Nation", "Boats at War, 1943-1945", "VTN"."""
    named = [word for word in words if word[:1].isalpha()]
    long = [word for word in named if len(word) >= _LONG_WORD and word.lower() not in _SMALL_WORDS]
    if len(named) == 1:
        return named[0].isupper() and len(named[0]) >= _FEWEST_CAPITALS
    if all(word.isupper() for word in named):
        return False  # a headline or a shout: "LOCK HER UP"
    capitals = sum(word[0].isupper() for word in named)
    return (
        capitals >= _FEWEST_CAPITALS and len(named) <= _MOST_WORDS and all(word[0].isupper() for word in long)
    )
