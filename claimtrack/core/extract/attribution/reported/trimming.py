"""Trims reported words to rows, and merges or drops quotations that mislead on their own: halves of which one negates the other, and bare predicates."""

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
)
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Span, Token, count_text_words, tokenise, trimmed, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, is_preverbal, may_be_verb
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_BARE_AFTER_THAT = lexicon.ANAPHORIC_NOUNS | words_of(
    "plan offer deal rule bill law vote sum promise letter meeting money cost price rate process system approach"
)
"""Nouns without an article only after a demonstrative "that": "said that claim was false"."""
_AFTER_DEMONSTRATIVE = (lexicon.BE | lexicon.AUXILIARY_VERBS) - {"can"}
_AFTER_DEMONSTRATIVE |= words_of(
    "made makes took takes gave gives came comes went goes meant means became relies ignores depends requires assumes explains explained "
    "represents represented proves proved creates created allows allowed brings brought puts adds"
)
RETELLING = words_of(
    "told tells tell heard hears recalled recalls recounted recounts remembered remembers related detail "
    "details detailed describe describes described"
)
_MODALS = words_of("can could would should might may must")
_OPENING_BRACKETS = {")": "(", "]": "["}
_TRIMMED = " \n,;:—-"
_MINUS = frozenset("-\u2212")
_AFTER_COMPLETE_QUOTE = lexicon.PREPOSITIONS | {"a", "an", "the", "one", "which", "according"}
_FEWEST_QUOTED = 4  # words and marks of a quotation that can be a clause with its conjunction
_NOT_ACTIONS = lexicon.REPORTING_PARTICIPLES | words_of("including excluding meaning involving being having")
_SHORTEST_STATEMENT = 20  # characters. A shorter quotation may be just a name.
_QUOTED_CONJUNCTIONS = ('"and ', '"but ', '"And ', '"But ', "'and ", "'but ")
_NEGATING = lexicon.NEGATIVE_OPENERS | words_of(
    "never cannot barely doubt doubts doubted deny denies denied false untrue if unless"
)
_AFTER_DOUBLE_NEGATION = words_of("doubt question denying")
"""Negated, these affirm: "There is no doubt that S"."""
_NOT_NEGATED = lexicon.CLAUSE_CONNECTIVES | {"which", "who", "not"}
_NEEDS_COMPLEMENT = lexicon.SAY | (
    lexicon.THINK - words_of("know knows knew knowing understand understands understood feel feels felt")
)
_LONGEST_SUBJECT = 3  # tokens
_BETWEEN_MARKS = " \"'"
_LONGEST_GAP = 120  # characters of the attribution between the halves
_AFTER_PRONOUN_THAT = lexicon.BE | words_of("very same")
"""Words after "that" that show it is a demonstrative: "that is so", "that very group"."""


def split_statements(content: list[Token]) -> list[list[Token]]:
    """The statements in reported words: two in "A and that B", three in "A, that B, and that C"."""
    edges = [
        i
        for i in range(1, len(content) - 1)
        if content[i].lower == "that"
        and (i >= MIN_CONTENT or content[i - 2].is_quote)
        and (i < len(content) - MIN_CONTENT or content[i + 1].is_quote)
        and content[i - 1].text in {"and", "but", ","}
        and word_at(content, i + 1) not in _AFTER_PRONOUN_THAT
    ]
    if not any(content[i - 1].text != "," for i in edges):
        return [content]
    starts = [0, *(i + 1 for i in edges)]
    ends = [*(i - 1 for i in edges), len(content)]
    parts = [content[start:end] for start, end in zip(starts, ends, strict=True)]
    return parts if all(is_statement(part, 0, len(part)) for part in parts) else [content]


def is_that_subject(tokens: list[Token], at: int) -> bool:
    """Whether "that" is part of the subject: "said that was untrue", "said that figure is misleading"."""
    following = word_at(tokens, at + 1)
    is_subject = following in _AFTER_DEMONSTRATIVE and not tokens[at + 1].is_capital  # "May"
    is_subject = is_subject or (following == "amounts" and word_at(tokens, at + 2) == "to")
    return is_subject or (following in _BARE_AFTER_THAT and word_at(tokens, at + 2) in lexicon.FINITE)


def is_empty_opener(cue: Token, content: list[Token]) -> bool:
    """Whether the first word only introduces the content: "that", or "how" in "told how she lost 40 boats", but not in "how it could be saved"."""
    if content[0].lower != "how":
        return content[0].lower == "that" and not is_that_subject(content, 0)
    if cue.lower not in RETELLING or len(content) < _FEWEST_QUOTED:
        return False
    second = content[1].lower
    opens = content[1].is_capital or second in lexicon.SUBJECT_PRONOUNS or second in lexicon.NOUN_OPENERS
    return opens and _MODALS.isdisjoint(word.lower for word in content)


def is_mark_attached(text: str, content: list[Token]) -> bool:
    """Whether the leading mark belongs to the first word: "$40", "-5 percent", or to a fragment: "'chronic' shortages"."""
    mark = content[0]
    is_part = mark.text in CURRENCIES or _is_minus(text, mark)
    return is_part or starts_quoted_fragment(text, Span(mark.start, content[-1].end))


def _is_minus(text: str, mark: Token) -> bool:
    """Whether the mark is the sign of the number after it, which would be another number without it."""
    return mark.text in _MINUS and text[mark.end : mark.end + 1].isdigit()


def trim_reported(text: str, part: list[Token], words: list[Token]) -> Span:
    """The span of reported words, without the full stop of the whole sentence and without a leading conjunction."""
    while part[0] is words[0] and part[-1] is not words[-1] and part[0].lower in {"but", "and", "yet"}:
        part, words = part[1:], words[1:]
    span = trimmed(text, Span(part[0].start, part[-1].end), _TRIMMED)
    start = part[0].start if _is_minus(text, part[0]) else span.start
    is_cut = part[-1].text == "." and part[-1] is words[-1] and part[0] is not words[0]
    # In "(the union says it was 40)" the bracket encloses the attribution, too.
    return drop_closing_bracket(text, Span(start, span.end - is_cut))


def drop_closing_bracket(text: str, span: Span) -> Span:
    """The span without a closing bracket whose opening bracket precedes it."""
    last = text[span.end - 1 : span.end]
    if last not in _OPENING_BRACKETS or _OPENING_BRACKETS[last] in text[slice(*span)]:
        return span
    return Span(span.start, span.end - 1)


def ends_inside_quote(text: str, content: list[Token]) -> bool:
    """Whether a comma inside the quotation marks ends the content: ""It has changed," without telling how", ", a view ..."."""
    if not content[0].is_quote or text[content[0].end - 2] != "," or any(w.is_quote for w in content[1:]):
        return False
    word, following = content[1].lower, word_at(content, 2)
    acts = following.endswith("ed") or following in lexicon.FINITE
    is_whole = content[0].end - content[0].start > _SHORTEST_STATEMENT
    is_participle = is_whole and word.endswith("ing") and word not in _NOT_ACTIONS  # ", prompting laughter"
    return is_participle or word in _AFTER_COMPLETE_QUOTE or (word in {"and", "then"} and acts)


def split_off_quote(text: str, part: list[Token]) -> list[list[Token]]:
    """Reported words, and a quotation after them that is a clause of its own: "said it was shut, "and nobody knows why""."""
    end = len(part) - (part[-1].text == ".")
    quote = part[end - 1] if end > 2 else part[0]
    is_continuation = (
        quote.is_quote and part[end - 2].text == "," and text.startswith(_QUOTED_CONJUNCTIONS, quote.start)
    )
    joins = quote.is_quote and part[end - 2].lower == "and" and not part[end - 3].is_quote
    if not (is_continuation or joins):
        return [part]
    quoted = tokenise(text[quote.start + 1 : quote.end - 1])
    if joins and (not starts_clause(quoted, 0) or is_finite(quoted[0]) or word_at(quoted, 1) == "to"):
        return [part]  # "said it was shut and "had no money""
    is_clause = len(quoted) > _FEWEST_QUOTED and has_predicate(quoted, 1, len(quoted))
    return [part[: end - 2], [quote]] if is_clause and is_statement(part, 0, end - 2) else [part]


def merge_divided_quotes(text: str, found: list[Draft]) -> list[Draft]:
    """The drafts of a sentence, with the halves of a quotation merged if they make one clause or one negates the other.

    Such a row includes the attribution between its halves, for its words must be contiguous in the article.
    """
    for first, second in pairwise(found):
        if _are_halves(text, first, second) and _belong_together(text, first.span, second.span):
            second.span = Span(first.span.start, second.span.end)
            first.span = Span(first.span.start, first.span.start)
    return [draft for draft in found if draft.span.end > draft.span.start]


def is_quoted_predicate(text: str, words: list[Token]) -> bool:
    """Whether the only quotation of a sentence is just a predicate: "Though it is new, some "may never have seen it."."""
    end = len(words) - 1 - (words[-1].text == ".")
    if end < 1 or not words[end].is_quote or any(word.is_quote for word in words[:end]):
        return False
    begin = next((i + 1 for i in range(end - 1, -1, -1) if words[i].text in COMMA_OR_DASH), 0)
    subject, said = words[begin:end], tokenise(text[words[end].start + 1 : words[end].end - 1])
    opens = len(said) >= _FEWEST_QUOTED and said[0].text.islower() and is_finite(said[0])
    is_subject = bool(subject) and subject[-1].lower not in lexicon.PREPOSITIONS
    return (
        opens
        and is_subject
        and not any(not w.is_word or w.lower in lexicon.CUES or is_finite(w) for w in subject)
    )


def _are_halves(text: str, first: Draft, second: Draft) -> bool:
    """Whether one quotation ends in a comma before its speaker, and another continues its sentence after them."""
    source = first.source
    if source is None or not first.kind is second.kind is Kind.DIRECT or source != second.source:
        return False
    is_between = first.span.end < source.start < second.span.start < first.span.end + _LONGEST_GAP
    is_continued = text[first.span.end] == "," and text[source.end : second.span.start].rstrip(
        _BETWEEN_MARKS
    ).endswith(",")
    return is_between and is_continued and text[second.span.start].islower()


def _belong_together(text: str, first: Span, second: Span) -> bool:
    """Whether one half of a quotation says nothing, or another thing, without the other."""
    words, others = (tokenise(text[slice(*span)]) for span in (first, second))
    return _make_clause(words, others) or _negates(words, others)


def _make_clause(words: list[Token], others: list[Token]) -> bool:
    """Whether the first half is the subject of the second, or depends on it: ""The number of fires," she said, "has doubled"", ""If it rains," he said, "we stay""."""
    if words[0].lower in lexicon.TRUE_SUBORDINATORS:
        return others[0].lower not in lexicon.COORDINATORS
    is_complete = has_predicate(words, 0, len(words))
    if is_finite(others[0]):
        return not (is_complete and others[-1].text == "?")  # ""It lost $4m," she said, "did it not?""
    return may_be_verb(others[0]) and not (starts_clause(others, 0) or is_complete)


def _negates(words: list[Token], others: list[Token]) -> bool:
    """Whether the first half negates the second: ""I don't believe," she said, "that it was sold""."""
    at = next((i for i, word in enumerate(words) if _is_negator(word)), -1)
    if at < 0 or not others or word_at(words, at + 1) in _AFTER_DOUBLE_NEGATION:
        return False
    if others[0].lower in {"that", "whether", "if"}:
        return True
    return others[0].lower not in _NOT_NEGATED and _needs_complement(words)


def _is_negator(word: Token) -> bool:
    """Whether the word negates: "never", "don't", "false"."""
    return word.lower in _NEGATING or word.lower.endswith("n't")


def _needs_complement(words: list[Token]) -> bool:
    """Whether the words need a complement: "We did not", "Nobody", "I don't believe"."""
    last = words[-1]
    if len(words) == 1 and last.lower == "no":
        return False  # an answer
    is_subject = len(words) <= _LONGEST_SUBJECT and not has_predicate(words, 0, len(words))
    return is_preverbal(last) or _is_negator(last) or last.lower in _NEEDS_COMPLEMENT or is_subject


def strip_quote_marks(text: str, quote: Token) -> Span:
    """The span of a quotation without its marks, and without the comma before "he said"."""
    span = trimmed(text, Span(quote.start, quote.end), " \n\"'“”‘’«»„「」『』")
    marks = text[span.start - 1] + text[span.end : span.end + 1]
    if "'" in marks or (text[quote.start] == "'" and '"' in marks):
        span = include_inner_marks(text, span, text[quote.start])
    return Span(span.start, span.start + len(text[slice(*span)].rstrip(",;—-，、；")))


def count_quoted_words(text: str, quote: Token) -> int:
    """The number of words in a quotation."""
    return count_text_words(text[quote.start : quote.end])
