"""Guards on parts of a number of things: "three of its plants", "its three plants", "all but three"; only one, and many."""

from __future__ import annotations

from claimtrack.core.language.word_lists import NUMBER_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_check, symmetric_guard
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.governed_heads import find_object_head
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.terms import stem, stems_of

_WHOLE_DETERMINERS = words_of("the its his her their our my these those all both")
_RANK_WORDS = words_of("first last next")


@symmetric_check("differs", sure=True)
def parts_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The same number is a part in one, and the whole, or part of something else, in the other: "three of its plants", "its three plants"."""
    for part in filter(lambda q: _is_part(one, q), one.quantities):
        same = [q for q in other.quantities if q.value == part.value and q.kind == part.kind]
        whole = next((q for q in same if _is_whole(other, q) or _is_alternative(other, q)), None)
        if whole and not any(_is_part(other, q) and not _is_alternative(other, q) for q in same):
            return _quote_number(one, part), _quote_number(other, whole)
        is_kept = any(_is_part(other, q) and _whole_noun(other, q) == _whole_noun(one, part) for q in same)
        if moved := next((q for q in same if not is_kept and _is_part_of_other(one, part, other, q)), None):
            return one.as_written(part.first, part.last + 4), other.as_written(moved.first, moved.last + 4)
    return None


def _is_part_of_other(one: Reading, part: Quantity, other: Reading, moved: Quantity) -> bool:
    """Whether a number is part of different things that both mention: "two of the robbers", "two of the hostages"."""
    if not _is_part(other, moved) or len(one.quantities) != len(other.quantities):
        return False
    heads = [find_object_head(r, q.last + 1) for r, q in ((one, part), (other, moved))]
    if min(heads) < 0 or _whole_noun(one, part) == _whole_noun(other, moved):
        return False
    noun, noun_b = stem(one.words[heads[0]]), stem(other.words[heads[1]])
    return noun != noun_b and noun in other.terms and noun_b in one.terms


def _whole_noun(reading: Reading, part: Quantity) -> str:
    """The stem of the noun of which a number is a part: "two of the *robbers*"."""
    return stem(reading.word(part.last + 3))


@symmetric_guard("differs")
def some_or_all(one: Reading, other: Reading) -> Excerpts | None:
    """One mentions some of a number of things, the other all: "four of the six", "all six"."""
    at = _find_universal(other)
    if at is None or _find_universal(one) is not None:
        return None
    for part in one.quantities:
        number = one.words[part.first]
        again = number in other.vocabulary and (number in NUMBER_WORDS or number.isdecimal())
        if (again and number != "one") or one.words[part.first - 1] == "not":
            continue  # "all six, four of them twice"; "not one of the six", "all six" have not
        is_whole = _find_whole(one, part) in other.words[at + 1 : at + 1 + _WHOLE_REACH]
        if is_whole or _are_of_same_things(one, part, other, at):
            return part.written, other.as_written(at, at + 2)
    return None


def _find_universal(reading: Reading) -> int | None:
    """The place of the first "all", "each" or "every"; but "all but two"."""
    if _UNIVERSAL_WORDS.isdisjoint(reading.vocabulary):
        return None
    every = (at for at, word in enumerate(reading.words) if word in _UNIVERSAL_WORDS)
    return next((at for at in every if reading.word(at + 1) != "but"), None)


def _find_whole(reading: Reading, part: Quantity) -> str:
    """The number of which another is a part, "" if none: "four of the *six*", "12 of its *220*"."""
    words, end = reading.words, part.last + 1
    inside = next((i for i in range(part.first + 1, end) if words[i - 1 : i] == ["of"]), None)
    of = inside if inside is not None else end + 1 if reading.word(end) == "of" else len(words)
    after = words[of : of + 2]
    counted = len(after) == 2 and (after[1][0].isdecimal() or after[1] in NUMBER_WORDS)
    return after[1] if counted and after[0] in DETERMINERS else ""


def _are_of_same_things(one: Reading, part: Quantity, other: Reading, at: int) -> bool:
    """Whether a part and "all" refer to the same things: "two of its mines", "all of its mines"; "two of them"."""
    ours, theirs = (r.words[i + 1 : i + 1 + _COMPARED_WORDS] for r, i in ((one, part.last), (other, at)))
    if len(ours) < _COMPARED_WORDS or ours[0] != "of":
        return False
    if ours == theirs:
        return True
    if ours[1] not in _PLURAL_PRONOUNS or ours[:2] != theirs[:2]:
        return False
    # "two of them *Liberian*", "all of them from *Liberia*"
    return not _find_description(one, part.last).isdisjoint(_find_description(other, at))


_COMPARED_WORDS = 3
_PLURAL_PRONOUNS = words_of("them which whom these those us")


def _find_description(reading: Reading, at: int) -> set[int | str]:
    """The terms and meanings after "of them"."""
    near = range(at + 1 + len(("of", "them")), at + 1 + _DESCRIPTION_REACH)
    return {m for term, i in reading.placed_terms if i in near for m in (term, *meanings(term))}


_DESCRIPTION_REACH = 6
_UNIVERSAL_WORDS = words_of("all each every")
_WHOLE_REACH = 4
"""Words after "all" that may give its number: "all of the six", "every one of the six"."""


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is a part: "three of its plants", but "the first three of its plants"."""
    of, determiner = [*reading.words[quantity.last + 1 : quantity.last + 3], "", ""][:2]
    return of == "of" and determiner in DETERMINERS and not _has_whole_determiner(reading, quantity)


def _is_whole(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the whole: "its three plants", "the last three plants"."""
    return _has_whole_determiner(reading, quantity) and reading.word(quantity.last + 1) != "of"


def _has_whole_determiner(reading: Reading, quantity: Quantity) -> bool:
    """Whether "the", "its" or "all" precedes a number, possibly with "first", "last" or "next" between them."""
    before = quantity.first - 1
    before -= before > 0 and reading.words[before] in _RANK_WORDS
    return before >= 0 and reading.words[before] in _WHOLE_DETERMINERS


def _is_alternative(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is the first of two alternatives: "two or three of his children"."""
    firsts = [q.first for q in reading.quantities]
    return reading.word(quantity.last + 1) == "or" and quantity.last + 2 in firsts


def _quote_number(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with the words that make it a part or the whole."""
    whole = _is_whole(reading, quantity)
    ranked = reading.words[quantity.first - 1] in _RANK_WORDS
    first = quantity.first - 1 - ranked if whole else quantity.first
    return reading.as_written(first, quantity.last + (2 if whole else 3))


_NUMBER_MODIFIERS = stems_of("only all just")


@symmetric_guard("differs")
def only_or_all_but(one: Reading, other: Reading) -> Excerpts | None:
    """So many in one are all but so many in the other: "only three met it", "all but three met it"."""
    excepted = _find_excepted_count(one, other)
    same = one.terms ^ other.terms <= _NUMBER_MODIFIERS and len(one.negators) == len(other.negators)
    return (f"all but {excepted.written}", excepted.written) if excepted and same else None


def are_complementary_counts(a: Reading, b: Reading) -> bool:
    """Whether one counts those whom the other excepts with "all but", so that they say the opposite of each other: "three failed", "all but three passed"."""
    return bool(_find_excepted_count(a, b) or _find_excepted_count(b, a))


def _find_excepted_count(one: Reading, other: Reading) -> Quantity | None:
    """The number after "all but" in one, if the other has it without."""
    if "but" not in one.vocabulary or len(_plain_quantities(other)) != len(other.quantities):
        return None
    known = {number.value for number in _plain_quantities(other)}
    return next((n for n in one.quantities if n not in _plain_quantities(one) and n.value in known), None)


def _plain_quantities(reading: Reading) -> list[Quantity]:
    """The numbers that do not follow "all but"."""
    return [n for n in reading.quantities if reading.words[max(0, n.first - 2) : n.first] != ["all", "but"]]
