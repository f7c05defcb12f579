"""What do the features of check-worthiness know about a sentence? It is analysed once and queried many times."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import reduce
from itertools import count
from operator import or_

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import vocabulary
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.extract.words.word_cache import WordCache
from claimtrack.core.language.calendar_words import MONTH, WEEKDAYS
from claimtrack.core.model import ClaimantKind, Kind

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

_WORD = expression(r"[a-z]++(?:['-][a-z]+)*|\d[\d,.]*+")
_NAME = expression(r" [A-Z](?<=[a-z,;'\"] [A-Z])[a-zA-Z]")
_PLAN = expression(
    r"\W(?:(?:is|are|was|were|am|(?<=')(?:m|re|s)) (?:\w+ )?(?:going|expected|set|due|planning|likely|scheduled"
    r"|slated|prepared|ready|poised) to\b"
    r"|(?<!had )(?<!dropped )(?<!scrapped )(?<!shelved )(?<!abandoned )(?:plans?|intends?|hopes?|aims?|expects?|vow(?:s|ed)|pledge[sd]?|promise[sd]?"
    r"|threaten(?:s|ed)) to\b"
    r"|(?:meets?|votes|opens|begins|starts|resumes|returns|continues|holds|concludes|expires) (?:\w+ ){0,4}"
    rf"(?:on (?:{'|'.join(WEEKDAYS)})|later this|tomorrow)\b"
    rf"|(?:meets?|opens|begins|starts|resumes|returns) (?:again )?on {MONTH} \d|next \w+ is (?:on|in|at)\b"
    r"|due (?:in|on|by|out|later|next)\b"
    r"|stands? to\b(?! (?:this day|the)\b)|expects?\b|next (?:week|month|year|spring|summer|autumn|winter)\b"
    # but not "more than would be expected by chance", "lower than expected in May"
    r"|(?<!would be )(?<!have been )(?<!than )(?<!as )expected (?:in|on|by|next|later)\b)"
)
"""Preceded by a blank or a mark, to the next of which the engine skips."""
_IS_TO = expression(r"\b(?:is|are) to (?!blame\b|date\b|be (?:found|seen|had)\b|the\b|this\b|a\b)[a-z]{3,}")
_ORDINAL = expression(
    r"\bwill be \S+ (?:\S+ )?(?:first|second|third|fourth|fifth|last|largest|biggest|longest)\b"
)
"""An ordinal implies facts about the past, even if what it counts is to come: "her third trip"."""
_WILL_DO = expression(
    r"will(?<=\bwill)\b(?<!\bat will)(?<!\bfree will)(?<!\bgood will)(?<!\bill will)(?<!\bown will)(?<!\bpolitical will)(?<!'s will)"
)
"""The auxiliary, not the noun: not "roamed at will", "free will", "the people's will"."""
_QUOTE_MARKS = ('"', "'", "“", "‘")
_ENDS_IN_EST = expression(r"est\b")
_COMPOUND = expression(r"(?!(?:co|mis|out|over|pre|re|un|under)-)[a-z']+-")
"""No verb, unlike "re-elected": "state-owned", "high-speed"."""
_BETWEEN = words_of("never also not always just already still now then really actually simply only both all")
"""Adverbs that may come between a subject and its verb."""
_NAMES_TOO = ("may", "will")
"""Verbs that are names when capitalised within a sentence: "in May", "Will Moor"."""
_ASKS_OR_WISHES = words_of(
    "i we you he she they it the this that these those a an there any all his her their our your my god"
)


def _is_name(word: str, text: str) -> bool:
    """Whether a word occurs in the sentence only with a capital, other than as its first word before a subject."""
    name = word.capitalize()
    if re.search(rf"\b(?:{word}|{word.upper()})\b", text) or name not in text:
        return False
    before, _, after = text.partition(name)
    following = after.split(maxsplit=1)
    opens = not before.strip(" \"'“‘(") or before.rstrip()[-1] in '"“‘.:?!'
    return not (opens and following and following[0].strip(",.").lower() in _ASKS_OR_WISHES)


ANY, PAST, PLAN, BY_DOCUMENT, BY_BODY, UNENDED = (
    frozenset({mark}) for mark in ("", "<", ">", "d:", "b:", "...")
)
"""Pseudo-classes without words: the first holds for every sentence, the others for one that looks back or ahead, by kind of source, and for an outlet's without a full stop."""
MAY_ASK, MAY_QUOTE, MAY_EXCEED, MAY_JOIN, MAY_LEAD, MAY_CRY = (
    frozenset({mark}) for mark in ("?", '"', "est", "-", ":", "!")
)
"""The same for properties of single words: a question mark, an opening quotation mark, the ending of "largest", a hyphen, a colon, a cry."""
_CLASS_OF: dict[str, int] = {}
"""Word -> its vocabulary classes, one bit each."""
_BIT_OF: dict[frozenset[str], int] = {}
"""Vocabulary class -> its bit."""
MOST_FEATURES = 192
_feature_bits, _class_bits = iter(range(MOST_FEATURES)), count(MOST_FEATURES)
"""The lowest bits belong to features, in order."""


_Piece = tuple[list[str], int, int, int]
"""A piece between two blanks: its words, their bits and those of its marks, the number of content words, and the letters."""


def _word_bits(word: str) -> int:
    """Return the bits of a word's classes and of its form."""
    bits = _CLASS_OF.get(word, 0)
    if word.endswith("ed") and word not in vocabulary.NOT_PAST and _COMPOUND.match(word) is None:
        bits |= _CLASS_OF["<"]
    if "est" in word and _ENDS_IN_EST.search(word):
        bits |= _CLASS_OF["est"]
    return bits if word.isalpha() or vocabulary.DIGITS.isdisjoint(word) else bits | _CLASS_OF["0"]


def _mark_bits(piece: str) -> int:
    """Return the bits of the marks in a piece between two blanks."""
    bits = _CLASS_OF['"'] if piece.startswith(_QUOTE_MARKS) else 0
    for mark in "%?-:!":
        bits |= _CLASS_OF[mark] if mark in piece else 0
    return bits


def _read_piece(piece: str) -> _Piece:
    """Split a piece into its words, with their bits, the number of content words and their length."""
    word = piece.rstrip(",.")
    if word.isalpha() and word.isascii():
        return [word], _word_bits(word), word not in vocabulary.FUNCTION_WORDS, len(word)  # the usual case
    words = _WORD.findall(piece)
    bits = reduce(or_, map(_word_bits, words), _mark_bits(piece))
    content = len(words) - sum(map(vocabulary.FUNCTION_WORDS.__contains__, words))
    return words, bits, content, sum(map(len, words))


_PIECES = WordCache(_read_piece)


def feature_bit(words: Iterable[str]) -> int:
    """Reserve the next feature's bit, which is set in the `mask` of each sentence that contains one of these words."""
    return _assign_bit(words, next(_feature_bits))


def word_class(words: str | frozenset[str]) -> frozenset[str]:
    """Register words, as a set or written as one string, for fast look-up by `Sentence.has`."""
    found = words_of(words) if isinstance(words, str) else words
    if found not in _BIT_OF:
        _BIT_OF[found] = _assign_bit(found, next(_class_bits))
    return found


def _assign_bit(words: Iterable[str], place: int) -> int:
    """Give these words a bit, and return it."""
    bit = 1 << place
    for word in words:
        _CLASS_OF[word] = _CLASS_OF.get(word, 0) | bit
    _PIECES.clear()
    return bit


for _name in sorted(vars(vocabulary)):
    if _name.isupper():
        word_class(vars(vocabulary)[_name])
for _marks in (
    ANY,
    PAST,
    PLAN,
    BY_DOCUMENT,
    BY_BODY,
    UNENDED,
    MAY_ASK,
    MAY_QUOTE,
    MAY_EXCEED,
    MAY_JOIN,
    MAY_LEAD,
    MAY_CRY,
):
    word_class(_marks)
_SOURCE_CLASSES = {ClaimantKind.DOCUMENT: "d:", ClaimantKind.ORGANISATION: "b:"}


def bits_of(classes: Iterable[frozenset[str]]) -> int:
    """Return the bits of which a sentence's `mask` has one set if it contains a word of one of these classes."""
    return sum(_BIT_OF[words] for words in classes)


LOOKING_BACK = (vocabulary.PAST_BE, vocabulary.PAST_IRREGULAR, PAST)
"""Classes of which every past-tense sentence contains one."""
_LOOKS_BACK = bits_of(LOOKING_BACK)
_AHEAD = bits_of((vocabulary.FUTURE, vocabulary.PLANNING))
_DIGITS = bits_of((vocabulary.DIGITS,))


class Sentence:
    """The lower-case words of one row, and the properties that several features use.

    `content` counts the words other than function words, `letters` the characters of all words; `is_past` says that some verb is
    in the past tense, `is_plan` that it is about the future. `source` is the kind of claimant: a document's statement is worth checking
    more often than a person's. A line of a debate `is_bare`: it has no speaker; what an article quotes is `quoted`.
    """

    __slots__ = (
        "bag", "content", "has_digit", "is_bare", "is_past", "is_plan", "kind",
        "letters", "lower", "mask", "quoted", "source", "text", "words",
    )  # fmt: skip

    def __init__(self, text: str, kind: Kind = _DIRECT, source: ClaimantKind = ClaimantKind.UNKNOWN) -> None:
        self.text = text
        self.kind = kind
        self.source = source
        self.is_bare = kind is _DIRECT and source is ClaimantKind.UNKNOWN
        self.quoted = kind is _DIRECT and not self.is_bare
        self.lower = text.lower()
        words: list[str] = []
        mask, content, letters = _CLASS_OF[""], 0, 0
        for piece in self.lower.split():
            found, bits, full, length = _PIECES[piece]
            words += found
            mask |= bits
            content += full
            letters += length
        self.words, self.mask, self.content, self.letters = words, mask, content, letters
        self.bag = frozenset(words)
        if not self.bag.isdisjoint(_NAMES_TOO):
            self._leave_names()
        if source in _SOURCE_CLASSES:
            self.mask |= _CLASS_OF[_SOURCE_CLASSES[source]]
        self.has_digit = self.mask & _DIGITS != 0
        self.is_past = self.mask & _LOOKS_BACK != 0
        self.is_plan = self._looks_ahead()
        if self.is_plan:
            self.mask |= _CLASS_OF[">"]
        if kind is _OUTLET and text[-1:] != ".":
            self.mask |= _CLASS_OF["..."]

    def _leave_names(self) -> None:
        """Discard verbs that are names or nouns here."""
        left = {word for word in _NAMES_TOO if word in self.bag and _is_name(word, self.text)}
        if "will" in self.bag and not _WILL_DO.search(self.lower):
            left.add("will")
        if left:
            self.bag -= left
            marks = reduce(or_, map(_mark_bits, self.lower.split()), _CLASS_OF[""])
            self.mask = reduce(or_, map(_word_bits, self.bag), marks)

    def names_somebody(self) -> bool:
        """Whether a word inside the sentence is capitalised."""
        return _NAME.search(self.text) is not None

    def weighs(self) -> bool:
        """Whether it contains a figure or is about a public matter."""
        return self.has_digit or self.has(vocabulary.WEIGHTY) or self.has(vocabulary.PUBLIC)

    def _looks_ahead(self) -> bool:
        """Whether the sentence is about the future: "will", "is to", a plan."""
        if not self.mask & _AHEAD:
            may_be = "is to " in self.lower or "are to " in self.lower
            return may_be and _IS_TO.search(self.lower) is not None
        if self.has(vocabulary.FUTURE):
            return "will be " not in self.lower or _ORDINAL.search(self.lower) is None
        return _PLAN.search(f" {self.lower}") is not None

    def has(self, words: frozenset[str]) -> bool:
        """Whether any of these words occurs; a registered class is looked up at once."""
        bit = _BIT_OF.get(words)
        return not self.bag.isdisjoint(words) if bit is None else self.mask & bit != 0

    def count(self, words: frozenset[str]) -> int:
        """Count the different words of these that occur."""
        return len(self.bag & words)

    def follows(self, first: frozenset[str], second: frozenset[str]) -> bool:
        """Whether one of `second` directly follows one of `first`, adverbs aside."""
        if not (self.has(first) and self.has(second)):
            return False
        before = ""
        for word in self.words:
            if word in second and before in first:
                return True
            if word not in _BETWEEN:
                before = word
        return False

    def begins(self, words: frozenset[str]) -> bool:
        """Whether one of these words comes first, after "and", "but" or "well"."""
        for word in self.words[:3]:
            if word not in vocabulary.LINKS:
                return word in words
        return False
