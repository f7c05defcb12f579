"""The verdict on two statements of which one is not in English: the same only in nearly the same words.

What the guards know of English, which endings and function words carry nothing, does not apply to other languages: "construiu" and
"construirá" have one stem, and "y" and "o" would be ignored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.terms import format_both, unspaced_bigrams
from claimtrack.core.match.words.typography import have_different_vowels, unify
from claimtrack.core.model import Suggestion
from claimtrack.core.texts.folding import folded

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_MIN_MOVED_WORDS = 2
"""The fewest words that may move as one, "in 2023": a single one may be the "only" or "not" of another word."""
_MAX_SEARCHED_WORDS = 100
"""The most words of a text, or characters without spaces, in which moved words are looked for, in quadratic time."""
_MIN_UNACCENTED_WORDS = 2
"""The fewest differing words that show a text typed without accents. A single one may be another word: German "fordern", "fördern"."""
_VERB_SECOND_OPENERS = words_of(
    "im in am an auf vor nach seit bis bei mit ohne durch für von aus über unter zwischen während wegen laut zum zur"
    " op voor na van bij sinds i på med för før efter etter från fra til till"
)
"""First words after whose phrase German and related languages put the verb before its subject: "*In Hessen* verdienen Frauen"."""
_MAX_NUMBER_WORDS = 3
"""The most words of a number written in words."""
_MAX_SHOWN_WORDS = 3
"""The most words of a difference that are shown."""
_SEPARATED_NUMBER = expression(r"(?<![\d.,])(\d{1,3})([.,])(\d{3})(?![.,]?\d)")
"""A number with a separator of thousands or decimals."""
_DOT_BELOW = "\u093c"
"""The dot of letters in Persian or English words, which Hindi may leave out."""
_QUESTIONS = frozenset("?？؟")
_SET_OFF_OPENER = expression(r"\W*\w{1,4}\s*[,:;!.،，、]")
_ALEPHS = str.maketrans("آأإٱ", "اااا")


class _Word(NamedTuple):
    """A word or number, as compared and as shown."""

    text: str
    written: str

    @property
    def is_number(self) -> bool:
        return self.text[0] == "#"


def judge_other_language(
    a: str, b: str, suggestion: Suggestion, differences: tuple[str, ...], *, alike: bool
) -> tuple[Suggestion, tuple[str, ...]]:
    """The suggestion and differences of two statements of which one is not in English, from those by the rules for English.

    In the same words they are duplicates if they are `alike` apart from the differences, otherwise never. Where words replace a number,
    which they may express, there is no conflict.
    """
    if mark := _separators_differ(a, b):
        differences = differences if suggestion is Suggestion.CONFLICT else (mark,)
        return (Suggestion.RELATED if suggestion is Suggestion.DUPLICATE else suggestion), differences
    ours, theirs = _compared_words(read(a)), _compared_words(read(b))
    if a.isupper() != b.isupper():  # in Turkish capitals "ı" and "i" are alike
        ours, theirs = (
            [_Word(text.replace("ı", "i"), written) for text, written in side] for side in (ours, theirs)
        )
    apart = _find_difference(ours, theirs)
    same_signs = _is_question(a) == _is_question(b) and _has_set_off_opener(a) == _has_set_off_opener(b)
    if apart is None and same_signs and not have_different_vowels(a, b):
        return (Suggestion.DUPLICATE, ()) if alike else (suggestion, differences)
    if suggestion is Suggestion.DUPLICATE:
        return Suggestion.RELATED, (apart or "differs: the signs between the same words",)
    if suggestion is Suggestion.CONFLICT:
        if _may_express_number(ours, theirs):
            return Suggestion.RELATED, differences
        if apart and unspaced_bigrams(a + b) and (_contains(ours, theirs) or _contains(theirs, ours)):
            # an attribution such as "people say that", written without spaces
            return Suggestion.RELATED, (apart,)
    return suggestion, differences


def _separators_differ(a: str, b: str) -> str | None:
    """The number that has a point in one text and a comma in the other, either of which may separate thousands; None without one."""
    ours, theirs = (
        {whole + part: whole + mark + part for whole, mark, part in _SEPARATED_NUMBER.findall(unify(text))}
        for text in (a, b)
    )
    apart = (digits for digits, written in ours.items() if theirs.get(digits, written) != written)
    digits = next(apart, None)
    return f"differs: {ours[digits]} / {theirs[digits]}" if digits else None


def _compared_words(reading: Reading) -> list[_Word]:
    """The words of a text, numbers by their value, and each character of a script without spaces."""
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
            found += [_Word(_normalised(part), part) for part in parts]
        at += 1
    return found


def _normalised(word: str) -> str:
    """A word without the marks that its script may leave out."""
    if word.isascii():
        return word
    return word.replace(_DOT_BELOW, "").replace("i\u0307", "i").translate(_ALEPHS) or word


def _find_difference(ours: Sequence[_Word], theirs: Sequence[_Word]) -> str | None:
    """What differs between the words of two texts; None where they are the same in the same order, apart from a fronted phrase."""
    one, other = _without_accents([word.text for word in ours], [word.text for word in theirs])
    if one == other or _is_fronted(one, other) or _is_fronted(other, one):
        return None
    left, right = _unshared(one, other, ours), _unshared(other, one, theirs)
    if left and right:
        return f"differs: {format_both((left, right), turned=False)}"
    return f"only one says: {left or right}" if left or right else "differs: the order of the words"


def _unshared(one: Sequence[str], other: Sequence[str], words: Sequence[_Word]) -> str:
    """The first words, as shown, that one text has more often than the other."""
    left = Counter(one) - Counter(other)
    found = [word.written for word_folded, word in zip(one, words, strict=True) if word_folded in left]
    return " ".join(found[:_MAX_SHOWN_WORDS])


def _without_accents(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both without accents, where one is typed without: several words differ in accents only, and that text has none."""
    left, right = (sorted((Counter(x) - Counter(y)).elements()) for x, y in ((one, other), (other, one)))
    unaccented, unaccented_b = (sorted(map(folded, side)) for side in (left, right))
    is_typed_without = unaccented == unaccented_b and unaccented in (left, right)
    if len(left) < _MIN_UNACCENTED_WORDS or not is_typed_without:
        return one, other
    return list(map(folded, one)), list(map(folded, other))


def _is_fronted(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the second has the words of the first in their order, except that it begins with some from its middle or end."""
    if len(one) > _MAX_SEARCHED_WORDS or sorted(one) != sorted(other):
        return False
    for size in range(_MIN_MOVED_WORDS, len(one) - _MIN_MOVED_WORDS + 1):
        moved, rest = other[:size], other[size:]
        for at in range(_MIN_MOVED_WORDS, len(one) - size + 1):
            if one[at : at + size] == moved:
                left = [*one[:at], *one[at + size :]]
                verbs = range(1, len(left)) if moved[0] in _VERB_SECOND_OPENERS else ()
                # the verb that opens the rest of the one follows the subject in the other
                if left == rest or any([left[i], *left[:i], *left[i + 1 :]] == rest for i in verbs):
                    return True
    return False


def _may_express_number(ours: Sequence[_Word], theirs: Sequence[_Word]) -> bool:
    """Whether two are the same except that words replace a number."""
    one, other = (list(words) for words in (ours, theirs))
    while one and other and one[0].text == other[0].text:
        del one[0], other[0]
    while one and other and one[-1].text == other[-1].text:
        del one[-1], other[-1]
    return any(
        len(x) <= _MAX_NUMBER_WORDS
        and 0 < len(y) <= _MAX_NUMBER_WORDS
        and any(word.is_number for word in x)
        and not any(word.is_number for word in y)
        for x, y in ((one, other), (other, one))
    )


def _contains(one: Sequence[_Word], other: Sequence[_Word]) -> bool:
    """Whether the second contains the whole of the first, with something before or after it."""
    less, more = (f" {' '.join(word.text for word in words)} " for words in (one, other))
    return less in more


def _is_question(text: str) -> bool:
    return not _QUESTIONS.isdisjoint(text)


def _has_set_off_opener(text: str) -> bool:
    """Whether punctuation follows the first word: "No, subió" is not "No subió"."""
    return _SET_OFF_OPENER.match(text) is not None
