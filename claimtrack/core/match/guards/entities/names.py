"""Guard: do the two statements name different people, places or organisations?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from operator import add

from claimtrack.core.language.word_lists import (
    ARTICLES,
    BE,
    FINITE_OR_MODAL,
    MONTHS,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.entities.slots import ROLE_PREPOSITIONS, first_place, share_slot
from claimtrack.core.match.reading.names.abbreviations import has_other_name, is_abbreviated, matches_seat
from claimtrack.core.match.reading.names.names import NOT_NAMES, SENTENCE_OPENERS, opening_name
from claimtrack.core.match.reading.names.people import TITLES
from claimtrack.core.match.reading.names.variants import is_among, is_truncation, same_name
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.paraphrases import is_paraphrased
from claimtrack.core.match.reading.reading import Reading, meanings, share_sense
from claimtrack.core.match.reading.syntax.bindings import sole_difference
from claimtrack.core.match.reading.syntax.phrases import clause_start, display_word
from claimtrack.core.match.words.forms import may_be_finite
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem


@lru_cache(maxsize=64)
def unshared_names(one: Reading, other: Reading) -> tuple[str, ...]:
    """The names of one statement that the other has in no form; cached, since two guards ask for them."""
    return tuple(
        name
        for name, place in one.names.items()
        if name not in other.names
        and "based" not in one.words[place + 1 : place + 3]  # "the *Essen*-based firm"
        and not is_name_shared(one, place, other)
        and not is_possessive_country(place, one, other)
    )


def is_possessive_country(place: int, one: Reading, other: Reading) -> bool:
    """Whether a country only specifies a person whom the other names, too: "*Chile's* Boric"."""
    owner, *named = one.tokens[place : place + 2]
    if not named or one.words[place][-2:] != "'s" or not named[0].text[0].isupper():
        return False
    return (
        named[0].start == owner.end + 1
        and is_among(one.words[place + 1], other.vocabulary)
        and any(at == place for _, _, at in one.kinds.get("country", ()))
    )


def is_name_shared(one: Reading, place: int, other: Reading) -> bool:
    """Whether the other statement has the name at a place in some form."""
    word, neighbours = one.words[place], one.words[max(0, place - 1) : place + 2]
    if (
        stem(word) in other.terms
        or word in MEASURES
        or word in other.vocabulary
        or word.removesuffix("'s") in other.initials
        or word in other.joined_bigrams
        or any(map(other.vocabulary.__contains__, map(add, neighbours, neighbours[1:])))
        or matches_seat(one, place, other)
        or has_other_name(one, place, other)
        or (len(word) > _MAX_INITIALS and one.written[place].isupper() and is_abbreviated(one, place, other))
        or _is_knight(one, place, other)
    ):
        return True
    if _is_federal_in_both(word, other) and place + 1 < len(one.words) and one.has_capital(place + 1):
        return True
    if word in other.phrase_meanings.values() or is_paraphrased(place, one, other):
        return True  # "the White House" is Washington
    spelt_out = any(len(w) > 1 for w in one.initials & (other.vocabulary - one.vocabulary))
    if spelt_out or any(is_truncation(word, other.words[at]) for at in other.names.values()):
        return True
    return is_among(word, other.vocabulary) or _is_same_member(one, place, other)


_FEDERAL_WORDS = words_of("usa federal")
"""Synonyms before the name of an institution: "US District Court", "Federal District Court"."""
_MAX_INITIALS = 2
"""Letters that may be the initials of any two words."""
_KNIGHTHOODS = words_of("sir dame")


def _is_federal_in_both(word: str, other: Reading) -> bool:
    """Whether both statements mark an institution as federal, in the same or another word."""
    return word in _FEDERAL_WORDS and not _FEDERAL_WORDS.isdisjoint(other.vocabulary)


def _is_knight(one: Reading, place: int, other: Reading) -> bool:
    """Whether a knight is named by first name, whom the other may name by surname: "Sir John", "Mr Doe"."""
    if not place or one.words[place - 1] not in _KNIGHTHOODS or not _KNIGHTHOODS.isdisjoint(other.vocabulary):
        return False
    return place + 1 == len(one.words) or not one.has_capital(place + 1)


def _is_same_member(one: Reading, place: int, other: Reading) -> bool:
    """Whether the other names the same member of a kind by another name: Volkswagen, VW."""
    return any(
        at == place and any(member == known for known, _, _ in other.kinds.get(kind, ()))
        for kind, items in one.kinds.items()
        if kind != "country"  # England is a part of Britain
        for member, _, at in items
    )


def _share_half_terms(a: Reading, b: Reading, larger: int) -> bool:
    """Whether both have half of so many terms, counting synonyms."""
    shared, needed = len(a.terms & b.terms), 0.5 * larger
    if shared >= needed or shared < needed / 2:
        return shared >= needed
    return all(
        shared + sum(not other.senses.isdisjoint(meanings(t)) for t in one.terms - other.terms) >= needed
        for one, other in ((a, b), (b, a))
    )


def _are_same_name(a: Reading, b: Reading, slot: tuple[int, int]) -> bool:
    """Whether two words name the same: variants of a name, a country and the seat of its government."""
    one, other = slot
    x, y = a.words[one], b.words[other]
    titles = x in NOT_NAMES and y in NOT_NAMES and (x.startswith(y) or y.startswith(x))  # "Prof", "Professor"
    is_titled = (x in TITLES) != (y in TITLES) and _precede_same_name(a, one, b, other)
    return (
        same_name(x, y) or titles or is_titled or matches_seat(a, one, b, other) or has_other_name(a, one, b)
    )


def _precede_same_name(a: Reading, one: int, b: Reading, other: int) -> bool:
    """Whether the same name follows two words, a title and a first name: "President Rau", "Ada Rau"."""
    after, after_b = a.written[one + 1 : one + 2], b.written[other + 1 : other + 2]
    return after == after_b and bool(after) and after[0][0].isupper()


def names_differ(a: Reading, b: Reading) -> str | None:
    """Each names a person or place, in the same role, that the other does not."""
    if difference := _sole_names_differ(a, b):
        return difference
    if not _share_half_terms(a, b, max(len(r.terms) - len(r.names) - 1 for r in (a, b))):
        return None  # different topics, whatever names they share
    ours = _find_unshared_names(a, b)
    theirs = _find_unshared_names(b, a) if ours else ours
    larger = max(len(a.terms) - len(ours), len(b.terms) - len(theirs))
    if not theirs or not larger or not _share_half_terms(a, b, larger):
        return None
    for x, y in product(ours, theirs):
        if share_slot(a, x, b, y) and not senses(x) & senses(y):
            return f"other name: {_quote_name(a, x)} / {_quote_name(b, y)}"
    return None if share_sense(ours, theirs) else _full_names_differ(a, ours, b, theirs)


def _sole_names_differ(a: Reading, b: Reading) -> str | None:
    """A name, month or weekday is the only word in which two statements differ."""
    slot = sole_difference(a, b)
    if not slot or 0 in slot or not a.has_capital(slot[0]) or not b.has_capital(slot[1]):
        return None
    if _are_same_name(a, b, slot):
        return None
    if {a.words[slot[0]], b.words[slot[1]]} & (MONTHS.keys() | WEEKDAYS.keys()):
        return f"differs: {a.written[slot[0]]} / {b.written[slot[1]]}"
    return f"other name: {display_word(a, slot[0])} / {display_word(b, slot[1])}"


def _full_names_differ(a: Reading, ours: Sequence[str], b: Reading, theirs: Sequence[str]) -> str | None:
    """The only person with a full name, or names side by side in the same role, differ."""
    full, full_b = _find_full_name(a, ours), _find_full_name(b, theirs)
    if full and full_b:
        return f"other name: {a.written_at(full)} / {b.written_at(full_b)}"
    run, run_b = find_adjacent_names(a, ours), find_adjacent_names(b, theirs)
    if run and run_b and (role := find_name_role(a, run[0])) and role == find_name_role(b, run_b[0]):
        return f"other name: {a.written_at(run)} / {b.written_at(run_b)}"
    return None


def _find_unshared_names(one: Reading, other: Reading) -> tuple[str, ...]:
    """The names that the other does not have, including the first word if it may be one."""
    opening = opening_name(one.words, one.written, one.names)
    return (
        *unshared_names(one, other),
        *([opening] if opening and not is_name_shared(one, 0, other) else ()),
    )


def _find_full_name(reading: Reading, names: Sequence[str]) -> list[int] | None:
    """The places of first name and surname of the only person among some names; else None."""
    places = sorted(reading.names[name] for name in names if name in reading.names)
    known = [at for at in places if not reading.words[at].endswith("'s")]
    two = [at for at in known if at - 1 in known or at + 1 in known]
    before = reading.words[two[0] - 1] if two and two[0] else ""
    if len(two) != 2 or before in ROLE_PREPOSITIONS or before == "the":
        return None
    words = [reading.words[at] for at in two]
    return two if ORGANISATION_NOUNS.isdisjoint(words) and NAME_MODIFIERS.isdisjoint(words) else None


def find_adjacent_names(reading: Reading, names: Sequence[str]) -> list[int] | None:
    """The places of some names if they stand side by side, as one name; else None."""
    second = reading.word(1)
    if not reading.names.keys() >= set(names) and not (second in FINITE_OR_MODAL or may_be_finite(second)):
        return None  # the first word is capitalised anyway: "Youth joblessness"
    places = sorted(reading.names.get(name, 0) for name in names)
    after = reading.as_written(places[-1] + 1, places[-1] + 2)
    if after in NOT_NAMES:
        return None  # "the French president" may be Macron
    is_adjacent = places[-1] - places[0] == len(places) - 1
    named = [reading.words[at] for at in places]
    is_plain = SENTENCE_OPENERS.isdisjoint(named) and not any(word.endswith("'s") for word in named)
    return places if is_adjacent and is_plain else None


def find_name_role(reading: Reading, at: int) -> str | None:
    """The role of a name: "agent" (after "by" in the passive), else its preposition; None if unclear."""
    before = [word for word in reading.words[max(0, at - 2) : at] if word not in ARTICLES]
    if not before or before[-1] == "that":
        return "agent"
    if before[-1] == "by":  # but "a report seen *by* Reuters"
        return None if BE.isdisjoint(reading.words[clause_start(reading, at) : at]) else "agent"
    return before[-1] if before[-1] in ROLE_PREPOSITIONS and not reading.is_boundary(at) else None


ORGANISATION_NOUNS = words_of(
    "court church force ministry bank police union army council university college agency office department "
    "commission committee parliament senate assembly school museum hospital airport airlines"
)
"""Institutions that many have and that the word before tells apart; that word is no first name: Supreme Court, Orthodox Church."""


NAME_MODIFIERS = words_of(
    "north south east west northern southern eastern western north-east north-west south-east south-west "
    "central middle upper lower inner outer great greater little grand new old saint santa papua equatorial "
    "democratic social socialist christian liberal national islamic federal people's free independent young "
    "royal european african asian arab latin international real women's men's boys' girls' youth junior "
    "wheelchair"
)
"""Words that make another name of the next: South Sudan, New Mexico, Equatorial Guinea, Social Democrats. Titles do not."""
_TERRITORIES = {("american", "samoa"), ("french", "polynesia"), ("french", "guiana"), ("british", "columbia")}
"""Territories that differ from what their second word names alone."""
_SHORTENED_NAMES = {("south", "korea")}
"""Names whose first word may be left out."""


@symmetric_guard("other name")
def modified_names_differ(one: Reading, other: Reading) -> Excerpts | None:
    """One has a name with a modifier that makes it another: South Sudan and Sudan."""
    for at, word in enumerate(one.words[:-1]):
        is_other = word in NAME_MODIFIERS or tuple(one.words[at : at + 2]) in _TERRITORIES
        if not is_other or word in other.vocabulary or stem(word) not in one.names:
            continue
        following = one.written[at + 1]
        known = following.casefold() in other.vocabulary and following in other.written
        if (word, following.lower()) in _SHORTENED_NAMES or _is_federal_in_both(word, other):
            continue
        is_name = one.has_capital(at) and following[0].isupper()
        if is_name and known and not meanings(stem(word)) & other.senses:
            return f"{one.written[at]} {following}", following
    return None


def _quote_name(reading: Reading, name: str) -> str:
    """A term as written, with the rest of its name."""
    return display_word(reading, first_place(reading, name))


NAME_SUFFIXES = words_of("jr sr junior senior i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
"""Words after a name that distinguish namesakes."""


def letters_differ(a: Reading, b: Reading) -> str | None:
    """Each has another single letter at the same word, one of them an A: "hepatitis A", "hepatitis B"; "an A rating", "a B rating"."""
    ours, theirs = _find_letters(a), _find_letters(b)
    if "A" not in {letter for letter, _ in (*ours, *theirs)}:
        return None  # other letters are names
    both = ((x, y) for x in ours - theirs for y in theirs - ours if x[0] != y[0] and x[1] == y[1])
    return next((f"differs: {x[0]} / {y[0]}" for x, y in both), None)


def _find_letters(reading: Reading) -> set[tuple[str, tuple[str, str]]]:
    """The single capital letters but for initials and "I", each with the word before or after it: "hepatitis *A*"."""
    found = set()
    for at, letter in enumerate(reading.written[1:], 1):
        if len(letter) > 1 or not letter.isupper() or letter == "I":
            continue
        before, after = reading.words[at - 1], "" if reading.is_boundary(at + 1) else reading.word(at + 1)
        found |= {
            (letter, (side, stem(w)))
            for side, w in (("after", before), ("before", after))
            if w and w not in STOP_WORDS
        }
    return found
