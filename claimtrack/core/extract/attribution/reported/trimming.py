"""Where the words that somebody is said to have said are cut to be a row, and quotations that say nothing by themselves: halves of which the one denies the other, and predicates."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.extract.page.quotes import include_inner_marks, starts_quoted_fragment
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    CURRENCIES,
    MIN_CONTENT,
    has_predicate,
    starts_clause,
    word_at,
)
from claimtrack.core.extract.words.reading import Span, Token, count_text_words, tokens, trimmed, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, is_preverbal
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_ONE_THING = lexicon.ANAPHORIC_NOUNS | word_set(
    "plan offer deal rule bill law vote sum promise letter meeting money cost price rate process system approach"
)
"""What has no article only behind "that" itself: "said that claim was false"."""
_AFTER_THAT = (lexicon.BE | lexicon.AUXILIARY_VERBS) - {"can"}
_AFTER_THAT |= word_set(
    "made makes took takes gave gives came comes went goes meant means became relies ignores depends requires assumes"
)
RETELLING = word_set(
    "told tells tell heard hears recalled recalls recounted recounts remembered remembers related detail details detailed describe describes described"
)
_HOW_ONE_MAY = word_set("can could would should might may must")
_OPENING = {")": "(", "]": "["}
_CUT = " \n,;:—-"
_MINUS = frozenset("-\u2212")
_AFTER_FINISHED = lexicon.PREPOSITIONS | {"a", "an", "the", "one", "which", "according"}
_FEWEST_QUOTED = 4  # words and marks of a quotation that can be a clause with its conjunction
_NO_DEED = lexicon.REPORTING_PARTICIPLES | word_set("including excluding meaning involving being having")
_SHORTEST_SAID = 20  # characters. A shorter quotation may be but a name.
_GOES_ON = ('"and ', '"but ', '"And ', '"But ', "'and ", "'but ")
_DENYING = lexicon.NEGATIVE_OPENERS | word_set(
    "never cannot barely doubt doubts doubted deny denies denied false untrue if unless"
)
_CERTAIN = word_set("doubt question denying")  # what is beyond these is so: "There is no doubt that S"
_GOES_ON_BEHIND = lexicon.CLAUSE_CONNECTIVES | {"which", "who", "not"}
_OPEN = lexicon.SAY | (
    lexicon.THINK - word_set("know knows knew knowing understand understands understood feel feels felt")
)
_LONGEST_SUBJECT = 3
_BEFORE = " \"'"
_FARTHEST = 120  # characters of the attribution between the halves
_BEHIND_POINTER = lexicon.BE | word_set("very same")
"""What tells that "that" points at something: "that is so", "that very group"."""


def split_statements(said: list[Token]) -> list[list[Token]]:
    """The statements that reported words come to: "A and that B" is two, "A, that B, and that C" three."""
    edges = [
        i
        for i in range(1, len(said) - 1)
        if said[i].lower == "that"
        and (i >= MIN_CONTENT or said[i - 2].is_quote)
        and (i < len(said) - MIN_CONTENT or said[i + 1].is_quote)
        and said[i - 1].text in {"and", "but", ","}
        and word_at(said, i + 1) not in _BEHIND_POINTER
    ]
    if not any(said[i - 1].text != "," for i in edges):
        return [said]
    starts = [0, *(i + 1 for i in edges)]
    ends = [*(i - 1 for i in edges), len(said)]
    parts = [said[start:end] for start, end in zip(starts, ends, strict=True)]
    return parts if all(is_statement(part, 0, len(part)) for part in parts) else [said]


def is_that_subject(tokens: list[Token], at: int) -> bool:
    """Whether "that" is part of the subject: "said that was untrue", "said that figure is misleading"."""
    following = word_at(tokens, at + 1)
    does = following in _AFTER_THAT and not tokens[at + 1].is_capital  # "May"
    does = does or (following == "amounts" and word_at(tokens, at + 2) == "to")
    return does or (following in _ONE_THING and word_at(tokens, at + 2) in lexicon.FINITE)


def is_empty_opener(cue: Token, content: list[Token]) -> bool:
    """Whether the first word but opens what was said: "that", and "how" in "told how she lost 40 boats", but not in "how it could be saved"."""
    if content[0].lower != "how":
        return content[0].lower == "that" and not is_that_subject(content, 0)
    if cue.lower not in RETELLING or len(content) < _FEWEST_QUOTED:
        return False
    second = content[1].lower
    opens = content[1].is_capital or second in lexicon.SUBJECT_PRONOUNS or second in lexicon.NOUN_OPENERS
    return opens and _HOW_ONE_MAY.isdisjoint(word.lower for word in content)


def is_mark_attached(text: str, content: list[Token]) -> bool:
    """Whether the mark in front is the first word's: "$40", "-5 percent", or that of a fragment: "'chronic' shortages"."""
    mark = content[0]
    is_part = mark.text in CURRENCIES or _is_minus(text, mark)
    return is_part or starts_quoted_fragment(text, Span(mark.start, content[-1].end))


def _is_minus(text: str, mark: Token) -> bool:
    """Whether it is the sign of the number behind it: without that it would be another number."""
    return mark.text in _MINUS and text[mark.end : mark.end + 1].isdigit()


def trim_reported(text: str, part: list[Token], words: list[Token]) -> Span:
    """The span of reported words, without the full stop of the sentence that reports them, and what joins it to the one before."""
    while part[0] is words[0] and part[-1] is not words[-1] and part[0].lower in {"but", "and", "yet"}:
        part, words = part[1:], words[1:]
    span = trimmed(text, Span(part[0].start, part[-1].end), _CUT)
    start = part[0].start if _is_minus(text, part[0]) else span.start
    is_cut = part[-1].text == "." and part[-1] is words[-1] and part[0] is not words[0]
    # In "(the union says it was 40)" the mark closes what holds the attribution, too.
    return drop_closing_bracket(text, Span(start, span.end - is_cut))


def drop_closing_bracket(text: str, span: Span) -> Span:
    """The span without a bracket at its end that opens before it."""
    last = text[span.end - 1 : span.end]
    if last not in _OPENING or _OPENING[last] in text[slice(*span)]:
        return span
    return Span(span.start, span.end - 1)


def ends_inside_quote(text: str, content: list[Token]) -> bool:
    """Whether a comma inside the marks ends what was said: ""It has changed," without telling how", ", a view ..."."""
    if not content[0].is_quote or text[content[0].end - 2] != "," or any(w.is_quote for w in content[1:]):
        return False
    word, following = content[1].lower, word_at(content, 2)
    acts = following.endswith("ed") or following in lexicon.FINITE
    is_whole = content[0].end - content[0].start > _SHORTEST_SAID
    does = is_whole and word.endswith("ing") and word not in _NO_DEED  # ", prompting laughter"
    return does or word in _AFTER_FINISHED or (word in {"and", "then"} and acts)


def split_off_quote(text: str, part: list[Token]) -> list[list[Token]]:
    """Reported words, and the quotation that goes on with a clause of its own: "said it was shut, "and nobody knows why"."""
    end = len(part) - (part[-1].text == ".")
    quote = part[end - 1] if end > 2 else part[0]
    goes_on = quote.is_quote and part[end - 2].text == "," and text.startswith(_GOES_ON, quote.start)
    joins = quote.is_quote and part[end - 2].lower == "and" and not part[end - 3].is_quote
    if not (goes_on or joins):
        return [part]
    strip_quote_marks = tokens(text[quote.start + 1 : quote.end - 1])
    if joins and (
        not starts_clause(strip_quote_marks, 0)
        or is_finite(strip_quote_marks[0])
        or word_at(strip_quote_marks, 1) == "to"
    ):
        return [part]  # "said it was shut and "had no money""
    is_clause = len(strip_quote_marks) > _FEWEST_QUOTED and has_predicate(
        strip_quote_marks, 1, len(strip_quote_marks)
    )
    return [part[: end - 2], [quote]] if is_clause and is_statement(part, 0, end - 2) else [part]


def merge_divided_quotes(text: str, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, in which no half of a quotation says by itself what the other denies.

    Such a row holds the attribution between its halves: its words have to stand in the article one after the other.
    """
    for first, second in pairwise(found):
        if _are_halves(text, first, second) and _denies(text, first.span, second.span):
            second.span = Span(first.span.start, second.span.end)
            first.span = Span(first.span.start, first.span.start)
    return [draft for draft in found if draft.span.end > draft.span.start]


def is_quoted_predicate(text: str, words: list[Token]) -> bool:
    """Whether the only quotation of a sentence is but what its subject does: "Though it is new, some "may never have seen it."."""
    end = len(words) - 1 - (words[-1].text == ".")
    if end < 1 or not words[end].is_quote or any(word.is_quote for word in words[:end]):
        return False
    begin = next((i + 1 for i in range(end - 1, -1, -1) if words[i].text in COMMA_OR_DASH), 0)
    subject, said = words[begin:end], tokens(text[words[end].start + 1 : words[end].end - 1])
    opens = len(said) >= _FEWEST_QUOTED and said[0].text.islower() and is_finite(said[0])
    is_subject = bool(subject) and subject[-1].lower not in lexicon.PREPOSITIONS
    return (
        opens
        and is_subject
        and not any(not w.is_word or w.lower in lexicon.CUES or is_finite(w) for w in subject)
    )


def _are_halves(text: str, first: Draft, second: Draft) -> bool:
    """Whether one quotation ends in a comma before its speaker, and another goes on with its sentence behind him."""
    source = first.source
    if source is None or not first.kind is second.kind is Kind.DIRECT or source != second.source:
        return False
    is_between = first.span.end < source.start < second.span.start < first.span.end + _FARTHEST
    goes_on = text[first.span.end] == "," and text[source.end : second.span.start].rstrip(_BEFORE).endswith(
        ","
    )
    return is_between and goes_on and text[second.span.start].islower()


def _denies(text: str, first: Span, second: Span) -> bool:
    words, others = (tokens(text[slice(*span)]) for span in (first, second))
    at = next((i for i, word in enumerate(words) if _is_denial(word)), -1)
    if at < 0 or not others or word_at(words, at + 1) in _CERTAIN:
        return False
    if others[0].lower in {"that", "whether", "if"}:
        return True
    return others[0].lower not in _GOES_ON_BEHIND and _is_open(words)


def _is_denial(word: Token) -> bool:
    return word.lower in _DENYING or word.lower.endswith("n't")


def _is_open(words: list[Token]) -> bool:
    """Whether words want others behind them: "We did not", "Nobody", "I don't believe"."""
    last = words[-1]
    if len(words) == 1 and last.lower == "no":
        return False  # an answer
    is_subject = len(words) <= _LONGEST_SUBJECT and not has_predicate(words, 0, len(words))
    return is_preverbal(last) or _is_denial(last) or last.lower in _OPEN or is_subject


def strip_quote_marks(text: str, quote: Token) -> Span:
    """The words of a quotation without its marks; the comma before "he said" is no part of them."""
    span = trimmed(text, Span(quote.start, quote.end), " \n\"'“”‘’«»„「」『』")
    marks = text[span.start - 1] + text[span.end : span.end + 1]
    if "'" in marks or (text[quote.start] == "'" and '"' in marks):
        span = include_inner_marks(text, span, text[quote.start])
    return Span(span.start, span.start + len(text[slice(*span)].rstrip(",;—-，、；")))


def count_quoted_words(text: str, quote: Token) -> int:
    """How many words a quotation has."""
    return count_text_words(text[quote.start : quote.end])
