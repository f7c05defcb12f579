"""Quotations that only name a work, and say nothing: "Doe said on "Sunday Report"", "told Vale News's "Sunday Report" that S"."""

from __future__ import annotations

from collections.abc import Iterable

from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import starts_clause
from claimtrack.core.extract.words.finding import has_quote, word_at
from claimtrack.core.extract.words.reading import Span, Token, words_of
from claimtrack.core.model import Kind

_LONGEST_PROGRAMME = 40  # characters, marks included
_THAT_WINDOW = 5  # tokens from the title to "that"
OUTLET_NOUNS = words_of(
    "programme program broadcast broadcaster channel station newspaper magazine show podcast radio "
    "television daily weekly tabloid broadsheet paper website"
)
_BEFORE_PROGRAMME = lexicon.ADDRESSEE_VERBS | {"on", "to"}
_AFTER_PROGRAMME = times.TIME_ADVERBS | times.TIME_MODIFIERS | {"on", "in", "at", "during", ".", ",", ""}
_OUTLET = Kind.OUTLET
_BEFORE_WORK = lexicon.TELL | words_of(
    "on of for in from the titled entitled called named dubbed include includes including author film book "
    "show program programme"
)
_BEFORE_SHORT = lexicon.TELL | {"on"}  # after these a single capitalised word is a title, too: "told "Dawn""
_MARKS = "\"'"
_LONG_WORD, _FEWEST_CAPITALS, _MOST_WORDS, _LONGEST_TAIL = 4, 2, 12, 3  # characters; then words of a title
_SMALL_WORDS = words_of("with from into over upon than about")


def is_programme_title(tokens: list[Token], at: int, quote: int) -> bool:
    """Whether a quotation is the title of a programme: "told Vale News's "Sunday Report" that S", ""S," she told V8's "Live" on Monday"."""
    before, following = tokens[quote - 1], word_at(tokens, quote + 1)
    is_short = len(tokens[quote].text) <= _LONGEST_PROGRAMME
    if before.lower in {"titled", "entitled"}:
        return is_short
    if following == "that":
        return is_short and (before.is_capital or before.lower in _BEFORE_PROGRAMME)
    if before.lower in lexicon.ADDRESSEE_VERBS and following in {"after", "when", "on"}:
        return is_short and has_quote(tokens, 0, quote)  # ""S," she told "Dawn" on Monday"
    is_theirs = quote > at and before.lower.endswith(("'s", "s'"))
    is_place = before.is_capital and (
        following in OUTLET_NOUNS
        or (following in _AFTER_PROGRAMME and (has_quote(tokens, 0, at) or _has_that_nearby(tokens, quote)))
    )
    return is_short and is_theirs and (is_place or starts_clause(tokens, quote + 1))


def _has_that_nearby(tokens: list[Token], quote: int) -> bool:
    """Whether "that" follows the time of the programme: "on V8's "Dawn" on Monday that S"."""
    return any(word_at(tokens, i) == "that" for i in range(quote + 1, quote + _THAT_WINDOW))


def skip_programme(tokens: list[Token], quote: int) -> int:
    """The index after the title of a programme: "on CNB's "Dawn" show", "on CNB's "Dawn""."""
    return quote + 1 + (word_at(tokens, quote + 1) in OUTLET_NOUNS)


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
