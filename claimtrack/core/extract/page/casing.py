"""How would a text in capitals read in lower case? Same length, with capitals kept for names where they can be recognised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.datelines import skip_dateline
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import Span, words_of

if TYPE_CHECKING:
    from claimtrack.core.extract.page.transcripts.lines import Line

_SAMPLE = 600  # characters looked at first
_MOST_SMALL, _FEWEST_CAPITALS = 0.1, 20  # share of small letters; capitals
_WORD = expression(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['-][^\W\d_]+)*")
_SENTENCE_OPENERS = expression(r"(?<![.\s][^\W\d_])[.!?…][\"')\]]*\s+[\"'(\[]*$|(?:^|\s)\"$")
"""What precedes the first word of a sentence or a quotation."""
_LOOK_BACK = 8  # characters before a name
_ENDS_NAME = frozenset(',.;:"')
ACRONYMS = words_of(
    "uk un eu usa nhs bbc cnn nbc abc cbs npr itv nasa cdc gdp gop wto ecb fed rbi ofsted nyc "
    "afp mp mps mep meps ceo cfo coo pm snp dup ukip lgbt lgbtq covid-19 aids hiv ai tv"
) | (v.AGENCIES - words_of("treasury pentagon interpol commission bureau"))
_ALWAYS_CAPITALISED = words_of(
    nouns.GOVERNMENT_METONYMS,
    nouns.COMPANIES,
    v.FOREIGN,
    v.HOME - {"city", "county", "jersey"},
    times.WEEKDAYS,
    times.MONTHS - words_of("may march"),
    "congress senate parliament pentagon kremlin christmas easter republican republicans democrat democrats",
)
"""Words that are always capitalised; "turkey" too, since news mention the country more often than the bird."""
_BEFORE_MONTH = words_of("in of since until from early late mid last next this by")
_PERSONAL = words_of(
    "mr mrs ms miss mx dr prof professor sir lord lady dame rev president senator sen representative rep "
    "congressman congresswoman governor gov mayor judge justice chancellor ambassador king queen prince "
    "princess pope gen col capt lt sgt sergeant sheriff councillor councilman councilwoman premier minister "
    "secretary spokesman spokeswoman spokesperson"
)
"""Titles that a name may follow directly."""
_NO_NAME = frozenset[str]().union(
    v.FUNCTION_WORDS, v.MATTERS, v.PUBLIC, v.RISES_AND_FALLS, nouns.SPEAKERS, nouns.DOCUMENTS, nouns.TITLES, nouns.VENUES,
    lexicon.CUES, lexicon.BEFORE_NOUN, lexicon.CONJUNCTIONS, lexicon.AUXILIARIES, lexicon.FINITE,
)  # fmt: skip
_LONGEST_NAME = 3  # words


def is_all_capitals(text: str) -> bool:
    """Whether a text is set in capitals throughout: "RENTS ROSE 12% IN VALE"."""
    return _is_mostly_capital(text[:_SAMPLE]) and _is_mostly_capital(text)


def _is_mostly_capital(text: str) -> bool:
    """Whether nearly all letters of a text are capitals."""
    small = sum(map(str.islower, text))
    return small <= _MOST_SMALL * len(text) and sum(map(str.isupper, text)) >= max(
        _FEWEST_CAPITALS, 9 * small
    )


def lower_case(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> str:
    """Lower-case a text except first words, acronyms, labels and probable names; same length."""
    small = plain.lower()
    if len(small) != len(plain):
        return plain
    letters = list(small)
    groups = [[Span(*m.span()) for m in _WORD.finditer(small, *paragraph)] for paragraph in paragraphs]
    named = {
        small[start:end].removesuffix("'s") for group in groups for start, end in _find_names(small, group)
    }
    named |= _ALWAYS_CAPITALISED
    for number, group in enumerate(groups):
        dateline, opening = _find_opening(plain, paragraphs[number], lines.get(number))
        before = ""
        for start, end in group:
            word = small[start:end]
            if start < dateline or word in ACRONYMS or "." in word or (before, word) == ("the", "us"):
                letters[start:end] = plain[start:end]
            elif (
                word.removesuffix("'s") in named
                or word.split("'", 1)[0] == "i"
                or (word in {"may", "march"} and before in _BEFORE_MONTH)
                or start <= opening
                or _starts_sentence(small, paragraphs[number], start)
            ):
                letters[start] = plain[start]
            before = word
    return "".join(letters)


def _find_opening(plain: str, paragraph: Span, line: Line | None) -> tuple[int, int]:
    """Return the end of the dateline, and the start of the first sentence after it and a label."""
    start = skip_dateline(plain, paragraph).start
    is_dateline = "(" in plain[paragraph.start : start]  # and not a heading with a dash
    dateline = start if is_dateline else paragraph.start
    return dateline, line.start if line else dateline


def _starts_sentence(small: str, paragraph: Span, start: int) -> bool:
    """Whether a word starts a sentence or a quotation."""
    before = small[max(paragraph.start, start - _LOOK_BACK) : start]
    return not before or _SENTENCE_OPENERS.search(before) is not None


def _find_names(small: str, spans: list[Span]) -> Iterator[Span]:
    """Find the words of a paragraph that name a person: after a title or a first name, or alone next to "said"."""
    words = [small[start:end] for start, end in spans]
    for at, (this, following) in enumerate(pairwise(spans)):
        between = small[this.end : following.start]
        if between not in {" ", ". "}:
            continue
        is_first_name = is_given_name(words[at]) and words[at] not in v.FUNCTION_WORDS
        if (is_first_name or words[at] in _PERSONAL) and _may_be_lone_name(words[at + 1]):
            yield from (this, following) if is_first_name else (following,)
            if len(words[at + 1]) == 1 and at + 2 < len(spans):  # "Maria T. Delgado"
                yield spans[at + 2]
    for at, word in enumerate(words):
        if word in lexicon.SAY:
            yield from _find_lone_name(small, spans, range(at - 1, -1, -1), words)
            yield from _find_lone_name(small, spans, range(at + 1, len(spans)), words)


def _find_lone_name(small: str, spans: list[Span], places: range, words: list[str]) -> list[Span]:
    """Find the words before or after "said", up to a mark, where they can only be a name."""
    found: list[Span] = []
    for at in places:
        outer = (
            small[spans[at].start - 1 : spans[at].start]
            if places.step < 0
            else small[spans[at].end : spans[at].end + 1]
        )
        mark = small[spans[at].start - 2 : spans[at].start].strip() if places.step < 0 else outer
        if words[at] in _PERSONAL and places.step < 0:
            return found  # "Councilwoman Joy Abernathy says"
        if len(found) == _LONGEST_NAME or not _may_be_lone_name(words[at]):
            return []
        found.append(spans[at])
        if not mark or mark[-1] in _ENDS_NAME:
            return found
    return found


def _may_be_lone_name(word: str) -> bool:
    """Whether a word next to "said" may be a surname: not a determiner, pronoun or participle."""
    return word.removesuffix("'s") not in _NO_NAME and not word.endswith("ed")
