"""The verdict on two statements of which one is not in English: the same only in nearly the same words.

What the guards know of English, which endings and small words carry nothing, tells little of other languages: "construiu" and
"construirá" have one stem, and "y" and "o" would be passed over.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import format_both, unspaced_bigrams
from claimtrack.core.match.words.typography import have_different_vowels, unify
from claimtrack.core.model import Suggestion
from claimtrack.core.texts.folding import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_LEAST_MOVED = 2
"""Words that may stand first or elsewhere as one, "in 2023": a single one may be the "only" or "not" of another word."""
_LONGEST = 100
"""Words of a text, or letters of one without spaces, in which such are looked for: to look takes their number squared."""
_MANY = 2
"""Words of a text that somebody types without accents. A single one may be another word: German "fordern", "fördern"."""
_OPENING_A_PLACE = words_of(
    "im in am an auf vor nach seit bis bei mit ohne durch für von aus über unter zwischen während wegen laut zum zur"
    " op voor na van bij sinds i på med för før efter etter från fra til till"
)
"""Behind what begins with these, German and its kin have the verb before its subject: "*In Hessen* verdienen Frauen"."""
_IN_A_SLOT = 3
"""Words that may be a number in words."""
_TOLD = 3
"""Words of a difference that are told."""
_PARTED = 3
_MARKED = expression(r"(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![.,]?\d)")
"""A number in which a mark parts thousands, or a whole from its decimals."""
_DOT_BELOW = "\u093c"
"""What Hindi may leave out: the dot of a letter of Persian or English words."""
_QUESTIONS = frozenset("?？؟")
_SET_APART = expression(r"\W*\w{1,4}\s*[,:;!.،，、]")
_ALEPHS = str.maketrans("آأإٱ", "اااا")


class _Word(NamedTuple):
    """A word or number as it is compared, and as it is told."""

    said: str
    told: str

    @property
    def is_number(self) -> bool:
        return self.said[0] == "#"


def judge_other_language(
    a: str, b: str, suggestion: Suggestion, told: tuple[str, ...], *, alike: bool
) -> tuple[Suggestion, tuple[str, ...]]:
    """What two statements of which one is not in English are to each other, after what they were found to be by what is known of English.

    In the same words they are duplicates if they are `alike` but for what was found, in others never. It is no conflict where a
    number stands in the place of words, which may say it.
    """
    if mark := _mark_apart(a, b):
        told = told if suggestion is Suggestion.CONFLICT else (mark,)
        return (Suggestion.RELATED if suggestion is Suggestion.DUPLICATE else suggestion), told
    ours, theirs = _words(read(a)), _words(read(b))
    if a.isupper() != b.isupper():  # a Turkish capital tells no "ı" from an "i"
        ours, theirs = ([_Word(said.replace("ı", "i"), told) for said, told in one] for one in (ours, theirs))
    apart = _apart(ours, theirs)
    if (
        apart is None
        and _asks(a) == _asks(b)
        and _begins(a) == _begins(b)
        and not have_different_vowels(a, b)
    ):
        return (Suggestion.DUPLICATE, ()) if alike else (suggestion, told)
    if suggestion is Suggestion.DUPLICATE:
        return Suggestion.RELATED, (apart or "differs: the signs between the same words",)
    if suggestion is Suggestion.CONFLICT:
        if _may_say_a_number(ours, theirs):
            return Suggestion.RELATED, told
        if apart and unspaced_bigrams(a + b) and (_is_within(ours, theirs) or _is_within(theirs, ours)):
            return Suggestion.RELATED, (apart,)  # "people say that", which no space parts from what they say
    return suggestion, told


def _mark_apart(a: str, b: str) -> str | None:
    """What is told of a number that has a point in one text and a comma in the other: of the two one may part thousands, and one decimals."""
    ours, theirs = (
        {whole + part: mark for whole, mark, part in _MARKED.findall(unify(text))} for text in (a, b)
    )
    apart = [digits for digits, mark in ours.items() if theirs.get(digits, mark) != mark]
    if not apart:
        return None
    digits = apart[0]
    told = (f"{digits[:-_PARTED]}{marks[digits]}{digits[-_PARTED:]}" for marks in (ours, theirs))
    return f"differs: {' / '.join(told)}"


def _words(reading: Reading) -> list[_Word]:
    """The words of a text, its numbers by their value, and each letter of a script without spaces."""
    numbers = {number.first: number for number in reading.quantities}
    found, at = [], 0
    while at < len(reading.words):
        number = numbers.get(at)
        if number and not number.embedded_places:
            kind = "" if number.kind == "number" else f"{number.kind} {number.issuer}"
            found.append(_Word(f"#{number.size:.10g}{kind}", reading.as_written(at, number.last + 1)))
            at = number.last + 1
            continue
        word = reading.written[at].casefold().replace(".", "")  # "v" is "versus" among the words
        if word and word[0].isalnum():
            parts = word if unspaced_bigrams(word) else [word]
            found += [_Word(_spelt(part), part) for part in parts]
        at += 1
    return found


def _spelt(word: str) -> str:
    """A word without what its script may leave out."""
    if word.isascii():
        return word
    return word.replace(_DOT_BELOW, "").replace("i\u0307", "i").translate(_ALEPHS) or word


def _apart(ours: Sequence[_Word], theirs: Sequence[_Word]) -> str | None:
    """What differs between the words of two texts; nothing where they are the same, in their order but for what may stand first."""
    one, other = _typed_alike([word.said for word in ours], [word.said for word in theirs])
    if one == other or _stands_first(one, other) or _stands_first(other, one):
        return None
    left, right = _left(one, other, ours), _left(other, one, theirs)
    if left and right:
        return f"differs: {format_both((left, right), turned=False)}"
    return f"only one says: {left or right}" if left or right else "differs: the order of the words"


def _left(one: Sequence[str], other: Sequence[str], told: Sequence[_Word]) -> str:
    left = Counter(one) - Counter(other)
    found = [word.told for said, word in zip(one, told, strict=True) if said in left]
    return " ".join(found[:_TOLD])


def _typed_alike(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both without accents, where one of them is typed without: of the words that differ it has none with an accent, and several."""
    left, right = (sorted((Counter(x) - Counter(y)).elements()) for x, y in ((one, other), (other, one)))
    plain = [sorted(map(folded, side)) for side in (left, right)]
    if len(left) < _MANY or plain[0] != plain[1] or (plain[0] != left and plain[1] != right):
        return one, other
    return list(map(folded, one)), list(map(folded, other))


def _stands_first(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second has the words of the first in their order, but for some from its midst or end that it begins with."""
    if len(one) > _LONGEST or sorted(one) != sorted(other):
        return False
    for size in range(_LEAST_MOVED, len(one) - _LEAST_MOVED + 1):
        moved, rest = other[:size], other[size:]
        for at in range(_LEAST_MOVED, len(one) - size + 1):
            if one[at : at + size] == moved:
                left = [*one[:at], *one[at + size :]]
                if left == rest or (moved[0] in _OPENING_A_PLACE and _verb_first(left, rest)):
                    return True
    return False


def _verb_first(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two are one but for the first word of the second, which stands behind the subject in the first."""
    return any([one[at], *one[:at], *one[at + 1 :]] == other for at in range(1, len(one)))


def _may_say_a_number(ours: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Whether two are one but for a number, in whose place the other has some words."""
    one, other = (list(words) for words in (ours, theirs))
    while one and other and one[0].said == other[0].said:
        del one[0], other[0]
    while one and other and one[-1].said == other[-1].said:
        del one[-1], other[-1]
    return any(
        0 < len(x) <= _IN_A_SLOT
        and 0 < len(y) <= _IN_A_SLOT
        and any(word.is_number for word in x)
        and not any(word.is_number for word in y)
        for x, y in ((one, other), (other, one))
    )


def _is_within(one: Sequence[_Word], other: Sequence[_Word]) -> bool:
    """Whether the second says the whole of the first, and something before or behind it."""
    less, more = (f" {' '.join(word.said for word in words)} " for words in (one, other))
    return less in more


def _asks(text: str) -> bool:
    return not _QUESTIONS.isdisjoint(text)


def _begins(text: str) -> bool:
    """Whether a sign stands behind the first word: "No, subió" is not "No subió"."""
    return _SET_APART.match(text) is not None
