"""One thing replaced by another: in the single differing span, or as the only thing that each names alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import BE, COMPARATIVES, EVERYBODY, REFLEXIVES, STOP_WORDS, words_of
from claimtrack.core.match.alignment.collocations import find_collocation_matches
from claimtrack.core.match.alignment.differing_spans import find_differing_spans
from claimtrack.core.match.alignment.implied import is_implied
from claimtrack.core.match.alignment.numbers import may_agree_loosely
from claimtrack.core.match.guards.comparison.equivalences import are_converse_positions
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import is_possessive_country
from claimtrack.core.match.guards.roles.transfers import are_converse
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.names.abbreviations import has_other_name, is_abbreviated
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.names.variants import are_variants, same_name
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.paraphrases import is_paraphrased
from claimtrack.core.match.reading.reading import Reading, meanings, share_sense
from claimtrack.core.match.reading.semantics.negation import POLARITY_ITEMS
from claimtrack.core.match.words.negators import is_negator
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.features import Pair


_MAX_SPAN_TOKENS = 3
"""The most tokens of each differing span."""
_DECISIVE_WORDS = words_of(
    COMPARATIVES, EVERYBODY, "some none most few many any before after for against up down first last"
)
"""Function words that may make all the difference."""


def word_replaced(a: Reading, b: Reading) -> Difference | None:
    """Another word is in the single span in which two statements differ: "... and the driver fled", "... and the cyclist fled"."""
    slots = find_differing_spans(a, b)
    if slots is None or not all(0 < len(slot) <= _MAX_SPAN_TOKENS for slot in slots):
        return None
    if _state_same_number(a, slots[0], b, slots[1]):
        return None
    ours, theirs = _find_unmatched(a, slots[0], b, slots[1]), _find_unmatched(b, slots[1], a, slots[0])
    if not ours or not theirs or not (_occur_elsewhere(a, ours, b) or _occur_elsewhere(b, theirs, a)):
        return None
    if len(ours) == len(theirs) == 1 and _are_equated_by_both(a, ours[0], b, theirs[0]):
        return None
    one_thing = not _take_opposite_sides(a, ours, b, theirs) and any(
        _are_synonyms(a, at, b, at_b) for at in ours for at_b in theirs
    )
    if one_thing and not (_occur_elsewhere(a, ours, b) and _occur_elsewhere(b, theirs, a)):
        return None
    quoted = " / ".join(r.as_written(slot.start, slot.stop) for r, slot in zip((a, b), slots, strict=True))
    described = _include_name(a, ours) != _include_name(b, theirs)
    return Difference(f"differs: {quoted}", sure=not one_thing and not described)


def _are_equated_by_both(a: Reading, at: int, b: Reading, at_b: int) -> bool:
    """Whether both statements equate two words elsewhere: "the ship, a tanker", "the ship was a tanker"."""
    one, other = (r.words[i].removesuffix("'s") for r, i in ((a, at), (b, at_b)))
    return are_equated(a.cleaned, one, other) and are_equated(b.cleaned, one, other)


def _occur_elsewhere(one: Reading, places: list[int], other: Reading) -> bool:
    """Whether the words of a span occur elsewhere in the other statement, so that nothing is left over there."""
    return all(one.words[at] in other.vocabulary or stem(one.words[at]) in other.terms for at in places)


def _take_opposite_sides(a: Reading, ours: list[int], b: Reading, theirs: list[int]) -> bool:
    """Whether the tokens of the two spans are on opposite sides of an axis: "most", "few"."""
    sides, sides_b = (
        {axis: pole for axis, words in r.poles.items() for pole, _, at in words if at in places}
        for r, places in ((a, ours), (b, theirs))
    )
    return any(sides[axis] != sides_b[axis] for axis in sides.keys() & sides_b.keys())


def _include_name(reading: Reading, places: list[int]) -> bool:
    """Whether a name is among some tokens, which the other may only describe: "Moor", "the minister"."""
    return any(reading.has_capital(at) and at not in reading.openings for at in places)


def _find_unmatched(one: Reading, slot: range, other: Reading, other_slot: range) -> list[int]:
    """The content words of a span without a form or spelling of them in the other span."""
    weighty = (at for at in slot if one.words[at] in _DECISIVE_WORDS or one.words[at] not in STOP_WORDS)
    return [
        at
        for at in weighty
        if not any(_may_be_same_word(one.written[at], other.written[i]) for i in other_slot)
    ]


def _may_be_same_word(one: str, other: str) -> bool:
    """Whether two words are forms of one word or spellings of one name."""
    word, known = one.lower(), other.lower()
    return stem(word) == stem(known) or (one.istitle() and other.istitle() and same_name(word, known))


def _state_same_number(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether two spans state the same number: "120 minutes", "two hours"."""
    counted, counted_b = (
        [q for q in r.amounts if q.first in slot or q.last in slot] for r, slot in ((a, ours), (b, theirs))
    )
    return any(can_be_equal(x, y) for x in counted for y in counted_b)


def _are_synonyms(a: Reading, at: int, b: Reading, at_b: int) -> bool:
    """Whether two words are synonyms in some sense or set phrase, or names of one thing."""
    if at in find_collocation_matches(a, b):
        return True
    if is_paraphrased(at, a, b) or is_paraphrased(at_b, b, a):
        return True
    if has_other_name(a, at, b) or has_other_name(b, at_b, a):
        return True
    return share_sense((stem(a.words[at]),), (stem(b.words[at_b]),))


_MAX_CHARACTERS_SEARCHED = 1000
"""The number of characters of a statement that are searched."""
_ADJECTIVES = r"(?:[\w-]+ ){0,2}?"
_BEFORE_APPOSITION = words_of(
    "that who which whom whose when while if as after before since because although though until unless of "
    "in on at by with for from to near behind beside besides beyond under over between against like unlike "
    "than and or nor but"
)
"""Words before a noun with which what follows may belong to another noun: "the man *with* the bag, a nurse"."""


@lru_cache(maxsize=4096)
def _equation_patterns(one: str, other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of two nouns equated by "is" ("the ship was a tanker") and by apposition ("the ship, a tanker")."""
    one, other = re.escape(one), re.escape(other)
    is_one = rf"(?:^|[.;,:] )(?:the|an?|his|her|its|their) (?P<before>{_ADJECTIVES}){one} (?:is|was) (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    ends = rf"(?=[.,;:]|$| (?:{'|'.join(sorted(_BEFORE_APPOSITION))}) )"
    apposed = rf"(?P<before>[^.;:]*){one}, (?:an?|the) (?P<of>{_ADJECTIVES}){other}"
    modifier = r"(?: (?:from|of|in|with|who|that|built|born|made|known|called|named)(?: [^\W,;]+)+)?"
    closed = rf"(?P<modifiers>{modifier})[,;] (?!(?:and|or|nor|but|an?|the|his|her|two|three|several) )"
    return re.compile(is_one + ends), re.compile(apposed + rf"(?:{closed}|(?P<last>; ))")


def are_equated(text: str, one: str, other: str) -> bool:
    """Whether a text equates two nouns, in either order: "the ship was a tanker"."""
    text = text[:_MAX_CHARACTERS_SEARCHED].lower()
    return any(_is_equated_with(text, *two) for two in ((one, other), (other, one)))


def _is_equated_with(text: str, one: str, other: str) -> bool:
    """Whether a text equates the first noun with the second, in this order."""
    is_one, apposed = _equation_patterns(one, other)
    found = is_one.search(text)
    if found and STOP_WORDS.isdisjoint((*found["before"].split(), *found["of"].split())):
        return True
    if not (found := apposed.search(text)) or not STOP_WORDS.isdisjoint(found["of"].split()):
        return False
    before, modifiers = found["before"].split(), (found["modifiers"] or "").split()
    if {"and", "or"} & {*modifiers} or not _BEFORE_APPOSITION.isdisjoint(before):
        return False
    return not any(word.endswith("ing") for word in before)


_ARTICLES = words_of("the a an its their his her it that own")
"""Reflexive pronouns, whose antecedent is another than who is named in their place: "of himself", "of his wife"."""
_BEFORE_NOUN = words_of(
    "the a an its their his her by in at on of for from with to into onto near off as during under against about"
)
"""Words after which, as at the beginning, a noun follows and no verb."""
_NOT_A_THING = BE.union(
    COMPARATIVES,
    POLARITY_ITEMS,
    NOT_NAMES,
    words_of("has have had will would can could not as who which most all each every one only"),
)
_STEM_LETTERS = 5
"""The number of initial letters that make two words forms of one."""
_MAX_UNSHARED_WORDS = 5
"""The most words that one side alone may have, articles included."""
_MAX_NOUN_WORDS = 3
"""The most words of a noun phrase that may be substituted."""
_MIN_SHARED_WORDS = 3
"""The fewest content words that the rest must have."""


def find_other_thing(pair: Pair) -> str | None:
    """The one thing that each names alone where the rest has the same words: "in prison", "in exile"; None without one."""
    a, b = pair.a, pair.b
    if max(len(a.vocabulary - b.vocabulary), len(b.vocabulary - a.vocabulary)) > _MAX_UNSHARED_WORDS:
        return None
    if a.sentences[-1:] != (0,) or b.sentences[-1:] != (0,):
        return None
    thing = _find_unshared_thing(pair, (), ())
    speaking, speaking_b = attribution_places(a), attribution_places(b)
    if not thing and speaking and speaking_b:
        thing = _find_unshared_thing(pair, speaking, speaking_b)
    alike = thing and (are_converse(a, b) or are_converse_positions(a, b) or find_agreeing_axes(a, b))
    return None if alike else thing


def _find_unshared_thing(pair: Pair, speaking: Collection[int], speaking_b: Collection[int]) -> str | None:
    """The same, with the tokens of the attributions left out."""
    a, b = pair.a, pair.b
    ours = _find_unshared_tokens(a, speaking, b, speaking_b)
    theirs = _find_unshared_tokens(b, speaking_b, a, speaking)
    if not _is_thing(a, ours, b) or not _is_thing(b, theirs, a) or _may_be_same_thing(pair, ours, theirs):
        return None
    if not find_collocation_matches(a, b).isdisjoint(ours):
        return None
    if ours[0] in attribution_places(a) or theirs[0] in attribution_places(b):
        return None  # the source may be given by another word
    neighbours, neighbours_b = (r.neighbours(at[0], at[-1], _ARTICLES) for r, at in ((a, ours), (b, theirs)))
    if not any(one and one == other for one, other in zip(neighbours, neighbours_b, strict=True)):
        return None
    return f"differs: {a.written_at(ours)} / {b.written_at(theirs)}"


def _find_unshared_tokens(
    one: Reading, speaking: Collection[int], other: Reading, speaking_b: Collection[int]
) -> list[int]:
    """The tokens that the other has less often, articles and the given attributions left out."""
    left = Counter(word for at, word in enumerate(other.words) if at not in speaking_b)
    found = []
    for at, word in enumerate(one.words):
        if at in speaking or word in _ARTICLES or not word[0].isalnum():
            continue
        left[word] -= 1
        if left[word] < 0:
            found.append(at)
    return found


def _is_thing(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether some tokens are one noun phrase without a name, a number or a verb, and the rest has enough content words."""
    words = one.words
    if not places or len(places) > _MAX_NOUN_WORDS:
        return False
    run = range(places[0], places[-1] + 1)
    weighty = [words[at] for at in places if words[at] not in STOP_WORDS or words[at] in REFLEXIVES]
    if not weighty or any(at not in places and words[at] not in _ARTICLES for at in run):
        return False
    tokens = [words[at] for at in places]
    if any(word in _NOT_A_THING or word in other.vocabulary or is_negator(word) for word in tokens):
        return False
    before = words[run[0] - 1] if run[0] else ""
    if before and before not in _BEFORE_NOUN and words[run[0]] not in _BEFORE_NOUN:
        return False
    if any((one.has_capital(at) and at > 0) or is_paraphrased(at, one, other) for at in places):
        return False
    counted = any(q.first in run or q.last in run or q.first == run[-1] + 1 for q in one.quantities)
    rest = sum(word not in STOP_WORDS for word in words) - len(weighty)
    whole = not one.has_boundary_in(run[1:])
    return whole and not counted and rest >= _MIN_SHARED_WORDS


def _may_be_same_thing(pair: Pair, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether two things may be one: in other words, less exactly, in another form or misspelt."""
    x, y = ([r.words[at] for at in places] for r, places in ((pair.a, ours), (pair.b, theirs)))
    meant = {sense for word in x for sense in meanings(stem(word))}
    forms = {stem(word)[:_STEM_LETTERS] for word in x}
    if may_agree_loosely(pair.a, ours, pair.b, theirs):
        return True
    if not (pair.misspelt | pair.run_together).isdisjoint(map(stem, (*x, *y))):
        return True
    for one, at, other in ((pair.a, ours[0], pair.b), (pair.b, theirs[0], pair.a)):
        if is_abbreviated(one, at, other) or has_other_name(one, at, other):
            return True
        if is_implied(at, one, other) or is_possessive_country(at, one, other):
            return True
    return any(
        not meant.isdisjoint(meanings(stem(word)))
        or stem(word)[:_STEM_LETTERS] in forms
        or any(are_variants(one, word) for one in x)
        for word in y
    )
