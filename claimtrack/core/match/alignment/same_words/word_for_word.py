"""Statements identical but for function words or inflection: which of these differences are harmless.

No list has every preposition that changes a fact by replacing another, so the question is reversed: whatever differs is reported
unless it is known to mean the same.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple

from claimtrack.core.language.word_lists import FINITE_BE, MONTHS, PER_WORDS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.alignment.additions import ALL_QUANTIFIERS
from claimtrack.core.match.alignment.implied import RECEIVERS, denotes_addition, is_receiver_implied
from claimtrack.core.match.alignment.same_words.inflection import inflections_differ
from claimtrack.core.match.alignment.same_words.possessors import possessive_pronouns_differ
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity.advice import contains_warning_complement
from claimtrack.core.match.guards.time.habits import has_lasting_state
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.terms import stem, stems_of

_FILLER_WORDS = words_of(
    "a an the this that these those its his her their our my your which who whom also so just both such it "
    "he it's he's she's they there i you him them here very now then currently actually really already "
    "indeed ever all any do does did percent % cent"
)
"""Words without meaning here, or weighed elsewhere: determiners, pronouns, fillers."""
_AUXILIARY_FORMS = words_of(
    "is are was were be been being am has have had having will would shall should we've we're they've "
    "they're i'm i've you've"
)
_RELATIONAL_WORDS = (
    words_of(
        STOP_WORDS,
        "since during while within across throughout around along out up down off over until till towards "
        "toward inside among amongst regarding concerning following through against between under every "
        "others other",
    )
    - _FILLER_WORDS
    - _AUXILIARY_FORMS
)
"""Function words that relate one phrase to another."""
_FUNCTION = _FILLER_WORDS | _AUXILIARY_FORMS | _RELATIONAL_WORDS
_AFTER_YET = words_of("the a an he she it they we his her its their this these those")


def wording_differs(a: Reading, b: Reading) -> Difference | None:
    """The difference between two statements with the same content words in the same order; None where it means the same.

    The alignment may depend on the direction, so the statements must differ in both.
    """
    found = _find_difference(a, b)
    return found if found is None or _find_difference(b, a) else None


def _find_difference(a: Reading, b: Reading) -> Difference | None:
    """The difference in one direction of the alignment; None without one, or where the negators differ."""
    if sum(map(is_negator, a.words)) != sum(map(is_negator, b.words)):
        return None
    found = _align(a, b)
    if found is None:
        return None
    for x, y in found.apart:
        if pronouns := possessive_pronouns_differ((a.words[at] for at in x), (b.words[at] for at in y)):
            return pronouns
        ours, theirs = _find_relational(a, x), _find_relational(b, y)
        if ours != theirs and not _mean_the_same(_Span(a, x, ours), _Span(b, y, theirs)):
            quoted = _describe_span(a, x, with_neighbour=not y), _describe_span(b, y, with_neighbour=not x)
            return Difference(f"differs: {' / '.join(quoted)}", sure=False)
    return inflections_differ(a, b, found.paired)


class _Alignment(NamedTuple):
    """The offsets of the tokens that both have, and the spans of function words in which they differ."""

    paired: list[tuple[int, int]]
    apart: list[tuple[range, range]]


_MIN_IDENTICAL_SHARE = 2 / 3
"""The share of the content words that must be in both in the same form and order."""


def _align(a: Reading, b: Reading) -> _Alignment | None:
    """The alignment of two statements; None where one has a content word that the other lacks in that place."""
    keys, keys_b = _alignment_keys(a), _alignment_keys(b)
    found = _Alignment([], [])
    replaced = 0
    matcher = SequenceMatcher(None, keys, keys_b, autojunk=False)
    for tag, first, last, first_b, last_b in matcher.get_opcodes():
        x, y = range(first, last), range(first_b, last_b)
        if tag == "equal":
            found.paired.extend(zip(x, y, strict=True))
            continue
        weighty = sum(map(_is_content_key, keys[first:last]))
        weighty_b = sum(map(_is_content_key, keys_b[first_b:last_b]))
        if bool(weighty) != bool(weighty_b):
            return None
        replaced += weighty
        if not weighty:
            found.apart.append((x, y))
    weight = sum(map(_is_content_key, keys))
    return found if weight - replaced >= _MIN_IDENTICAL_SHARE * weight else None


def _alignment_keys(reading: Reading) -> list[str]:
    """The tokens, content words by their stems with a "-"."""
    return [
        word if (word in _FUNCTION and written != "May") or _is_relational(reading, at) else f"{stem(word)}-"
        for at, (word, written) in enumerate(zip(reading.words, reading.written, strict=True))
    ]


def _is_content_key(key: str) -> bool:
    return key.endswith("-")


def _is_relational(reading: Reading, at: int) -> bool:
    """Whether a word is relational only in its context: "on the *way* to", "*yet* she"."""
    word, words = reading.words[at], reading.words
    if word == "way":
        return words[max(0, at - 2) : at] == ["on", "the"]
    return word == "yet" and reading.word(at + 1) in _AFTER_YET


def _find_relational(reading: Reading, block: range) -> tuple[str, ...]:
    """The relational words of a span; "out of" counts as "of", "is to" as "will", "his or her" as "his"."""
    words = ["", *reading.words, ""]
    found = [
        word
        for at in block
        if (word := reading.words[at]) in _RELATIONAL_WORDS or _is_relational(reading, at)
        if (word, words[at + 2]) not in _FIXED_PAIRS
        if not (word == "to" and (words[at] in FINITE_BE or words[at + 2] in ("be", "have")))
    ]
    return ("of",) if found == ["out", "of"] else tuple(found)


_FIXED_PAIRS = {("or", "her"), ("or", "his"), ("or", "she"), ("per", "cent")}


class _Span(NamedTuple):
    """A span in which a statement differs from another, with its relational words."""

    reading: Reading
    block: range
    relating: tuple[str, ...]

    @property
    def before(self) -> str:
        """The word before the span; empty at the beginning."""
        return self.reading.words[self.block.start - 1] if self.block.start else ""

    @property
    def next_content(self) -> int:
        """The offset of the first content word after the span; the number of tokens without one."""
        words, at = self.reading.words, self.block.stop
        while at < len(words) and words[at] in _SKIPPED_WORDS:
            at += 1
        return at

    @property
    def next_content_word(self) -> str:
        """The first content word after the span; empty without one."""
        return self.reading.word(self.next_content)


_SPAN_MODIFIERS = words_of("last past next first final recent")
_SKIPPED_WORDS = _FILLER_WORDS | _SPAN_MODIFIERS


def _mean_the_same(x: _Span, y: _Span) -> bool:
    """Whether the function words of two spans mean the same in their context."""
    if len(x.relating) > len(y.relating):
        x, y = y, x
    if len(y.relating) != 1:
        return False
    if not x.relating:
        return _is_optional(y.relating[0], y, x)
    two = {x.relating[0], y.relating[0]}
    if stem(x.before) in _SYMMETRIC_STEMS or _express_same_purpose(x, y):
        return True
    if all(contains_warning_complement(span.reading, span.block) for span in (x, y)):
        return True
    has_since = (has_lasting_state(span.reading) for span in (x, y) if "since" in span.relating)
    if "since" in two and any(has_since):
        return two <= {"since", *_PLACE_OR_TIME}
    tells_when = _precedes_time(y)
    groups = (
        *_SYNONYMS,
        *(_SYNONYMS_OF_TIME if tells_when else ()),
        *(_SYNONYMS_OF_DURATION if _precedes_duration(y) else ()),
        *(_SYNONYMS_OF_CAUSE if stem(x.before) in _HARM_STEMS and not tells_when else ()),
        *(_SYNONYMS_IN_A_RANGE if y.next_content_word[:1].isdecimal() and x.before[:1].isdecimal() else ()),
        *(_SYNONYMS_AFTER_BETWEEN if "between" in x.reading.vocabulary | y.reading.vocabulary else ()),
        *(() if {"will", "we'll"} & x.reading.vocabulary else _SYNONYMS_IN_GENERAL),
        *(_SYNONYMS_IF_NEGATED if x.reading.negators else ()),
    )
    return any(two <= group for group in groups)


def _express_same_purpose(x: _Span, y: _Span) -> bool:
    """Whether two spans express the same purpose: "a plan for writing it", "a plan to write it"."""
    aims = {(span.relating[0], span.next_content_word.endswith("ing")) for span in (x, y)}
    return aims == {("for", True), ("to", False)}


_SYNONYMS = tuple(
    words_of(group)
    for group in (
        "in inside within at on across throughout | of in at among amongst | of from | of for | of by |"
        " of on about over regarding concerning | about around | on for against | to into towards toward |"
        " into in | onto on upon | through throughout via across in | after following upon |"
        " during in throughout | between among amongst | can could | and but while | when while as |"
        " because as since | per each every | until till"
    ).split("|")
)
"""Groups of words that mean the same in any context."""
_SYNONYMS_OF_TIME = tuple(map(words_of, ("since from", "until till to", "on in at during over")))
_SYNONYMS_OF_DURATION = tuple(map(words_of, ("in within", "for over during in throughout")))
_SYNONYMS_OF_CAUSE = (words_of("in by"),)
_HARM_STEMS = stems_of("killed injured hurt wounded destroyed damaged lost burned flooded")
"""Participles of harm: what is destroyed in a blast is destroyed by it; what is found in bats is not found by them."""
_SYNONYMS_IN_A_RANGE, _SYNONYMS_AFTER_BETWEEN = (words_of("to or"),), (words_of("to and"),)
_SYNONYMS_IN_GENERAL = (words_of("when if"),)  # but "if they attack, we will answer" reports no attack
_SYNONYMS_IF_NEGATED = (words_of("and or"),)
"""Coordinators that mean the same in the scope of a negation."""
_SYMMETRIC_STEMS = stems_of("differ different differently")


def _is_optional(word: str, span: _Span, other: _Span) -> bool:
    """Whether a function word may be left out in its context."""
    words, at, following = span.reading.words, span.next_content, span.next_content_word
    instead = {other.reading.words[i] for i in other.block}
    if word in PER_WORDS:
        # "All day" is not "every day", and what all of them paid may be what they paid together.
        is_every = "all" in instead and word != "per" and not (word == "each" and span.reading.amounts)
        return bool(instead & {"a", "an"}) or (is_every and not _precedes_time(span))
    if span.before == "than":
        return word in _PLACE_OR_TIME
    if word == "for":
        return _precedes_duration(span) and _DATING_WORDS.isdisjoint(words[at : at + _DATING_REACH])
    if word in ("by", "about", "between"):
        return following[:1].isdecimal()
    if word == "other":
        return not ALL_QUANTIFIERS.isdisjoint(words[max(0, span.block.start - 1) : span.block.stop])
    if word in _PLACE_OR_TIME and _precedes_time(span):
        return True
    if word in RECEIVERS:
        return not instead and is_receiver_implied(span.reading, span.block.start, other.reading)
    return (
        word in _OPTIONAL_WORDS
        or (word == "to" and not _AUXILIARY_FORMS.isdisjoint(instead))  # "is likely to", "will likely"
        or (stem(span.before), word) in _OPTIONAL_LINKS
        or (word == "from" and following.endswith("ing"))
        or (word == "on" and stem(span.before) == _TAKE_STEM and denotes_addition(following))
    )


_TAKE_STEM = stem("take")
_PLACE_OR_TIME = words_of("in at on of during over")
_DATING_WORDS = words_of("after before since later ago earlier")
"""Words with which a duration dates an event: "closed for six weeks after it", "closed six weeks after it"."""
_DATING_REACH = 5
_OPTIONAL_LINKS = {("help", "to"), ("meet", "with"), ("visit", "with"), ("fle", "from"), ("consult", "with")}
_OPTIONAL_WORDS = words_of("of and up down out off along as when while where too s t")


def _precedes_time(span: _Span) -> bool:
    """Whether a time follows a span."""
    words, at = span.reading.words, span.next_content
    if at >= len(words):
        return False
    dated = words[at] in MONTHS or words[at] in WEEKDAYS or words[at] in _TIME_NOUNS
    return dated or at in year_places(span.reading.quantities, words) or _precedes_duration(span)


_TIME_NOUNS = words_of("spring summer autumn winter christmas easter night morning evening weekend today")


def _precedes_duration(span: _Span) -> bool:
    """Whether a duration follows a span: "six weeks", "the past decade", "a year"."""
    words, at = span.reading.words, span.next_content
    if at >= len(words):
        return False
    number = span.reading.number_at(at)
    return (number is not None and number.kind == "time") or MEASURES.get(words[at], ("", 0))[0] == "time"


def _describe_span(reading: Reading, block: range, *, with_neighbour: bool) -> str:
    """A span as shown: its words, with the next content word where either side has none."""
    end = block.stop if block and not with_neighbour else _Span(reading, block, ()).next_content + 1
    return reading.as_written(block.start, end) or "nothing"
