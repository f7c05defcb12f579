"""Names of one statement that stand in the other in some form, short or as initials; and names one letter apart, of two."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.additions import NARROWING
from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.guards.entities.names import (
    NAME_MODIFIERS,
    NAME_SUFFIXES,
    ORGANISATION_NOUNS,
    is_possessive_country,
)
from claimtrack.core.match.reading.names.names import NOT_NAMES, opening_name, title_case_sentences
from claimtrack.core.match.reading.names.people import (
    OFFICE_MODIFIERS,
    OFFICES,
    TITLES,
    find_descriptions,
    find_names,
    is_gender_pair,
    names_by_surname,
)
from claimtrack.core.match.reading.names.people import office as office_of
from claimtrack.core.match.reading.names.variants import are_variants, is_among, is_truncation, same_name
from claimtrack.core.match.reading.syntax.noun_phrases import RECIPROCALS
from claimtrack.core.match.words.forms import may_be_finite
from claimtrack.core.match.words.frequencies import is_everyday
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.misprints import (
    are_neighbours,
    is_english,
    is_misprint,
    is_misspelling,
    undouble,
)
from claimtrack.core.match.words.terms import VOWELS, stem
from claimtrack.core.match.words.typography import without_latin_accents
from claimtrack.core.texts.folding import folded

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


def has_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a name stands on the other side in some form, or is the first name of one that does."""
    word = one.words[at].removesuffix("'s")
    if word in other.initials or is_among(word, [known for known in other.vocabulary if len(known) > 2]):
        return True
    if any(known in one.initials and word[0] in known for known in other.vocabulary if len(known) > 1):
        return True
    if any(is_truncation(word, other.words[place]) for place in other.names.values()):
        return True
    if _behind_a_family_name(at, one, other):
        return True
    if one.ends_clause(at + 1) or not one.has_capital(at + 1):
        return False
    if is_possessive_country(at, one, other):
        return True
    following = next((one.words[run.stop - 1] for run in find_names(one) if at in run), one.words[at + 1])
    surname = _as_the_other_writes_it(following, other)
    if (
        word in NAME_SUFFIXES
        or word in NAME_MODIFIERS
        or following in STOP_WORDS
        or following in ORGANISATION_NOUNS
    ):
        return False
    if word in NOT_NAMES:
        return surname is not None or has_name(at + 1, one, other)
    if stem(word) in NARROWING or (is_english(following) and one.sentences[at] in _headlines(one)):
        return False
    return surname is not None and _may_be_of(at, surname, one, other)


@lru_cache(maxsize=64)
def _headlines(reading: Reading) -> set[int]:
    """The sentences in which capitals tell no name: "Protects People" is nobody of that name."""
    return title_case_sentences(reading.written, reading.sentences)


_OF_FIRST_NAMES = words_of("king queen pope prince princess lord lady saint st sir dame")
"""Titles behind which people are called by their first names."""
_OFFICES = (NOT_NAMES - _OF_FIRST_NAMES) | words_of("leader premier comrade marshal")


_FAMILY_NAMES_FIRST = words_of(
    "xi mao deng hu jiang wen zhou zhang wang chen lin tsai ma kim moon yoon nguyen pham vo truong hun tran orban rakosi nagy kadar"
)
"""Family names that stand before a given name; of others a word behind may be a family name: "Governor Scott" is not Scott Walker."""


def _behind_a_family_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word is what stands behind a family name that the other has alone, behind an office: "Xi *Jinping*", "President Xi"."""
    name = next((run for run in find_names(one) if run.start < at < run.stop), None)
    return (
        name is not None
        and one.words[name.start] in _FAMILY_NAMES_FIRST
        and any(
            other.words[run.stop - 1] == one.words[name.start]
            and other.words[run.stop - 2 : run.stop - 1] != []
            and other.words[run.stop - 2] in _OFFICES
            for run in find_names(other)
        )
    )


def _as_the_other_writes_it(surname: str, other: Reading) -> str | None:
    """A surname as the other side has it: by itself, of an owner, or without its accents; None where it has none of these."""
    if surname in other.vocabulary:
        return surname
    bare = _bare(surname)
    return next((word for word in other.words if _bare(word) == bare), None)


def _may_be_of(place: int, surname: str, one: Reading, other: Reading) -> bool:
    """Whether whom the other names by a surname may have a first name of this one: none stands before it, its initial, or a later one."""
    first_name, at = one.words[place], other.words.index(surname)
    before = other.words[at - 1] if at else ""
    if len(before) == 1 and other.written[at - 1].isupper():
        return first_name.startswith(before) or len(first_name) == 1
    name = next((run for run in find_names(one) if place in run), range(place, place))
    return stem(before) not in other.names or _bare(before) in (_bare(one.words[at]) for at in name[:-1])


_ONE_SOUND = frozenset(
    map(frozenset, ("ck", "cs", "sz", "fv", "vw", "iy", "ij", "jy", "ph", "qk", "cq", "dt", "bp"))
)
"""Letters that stand for each other where a name is written in two ways: Erik, Eric."""
_SHORTEST = 4


def first_names_differ(a: Reading, b: Reading) -> Difference | None:
    """One surname has another first name before it; a vowel within it may only be written otherwise, Ahmad and Ahmed."""
    theirs = _first_names(b) if a.names and b.names else {}
    if not theirs:
        return None
    for surname, at in _first_names(a).items():
        at_b = theirs.get(surname)
        if at_b is None:
            continue
        two_people = is_gender_pair(a.words[at], b.words[at_b]) or _other_initial(a.words[at], b.words[at_b])
        sure = two_people or _one_letter_apart(a.words[at], b.words[at_b])
        if sure is not None:
            told = f"other name: {a.written[at]} / {b.written[at_b]}"
            return Difference(told, sure, in_any_order=two_people)
    return None


@symmetric_check("differs", sure=False)
def perhaps_wed(one: Reading, other: Reading) -> Excerpts | None:
    """Somebody by title and surname in the one, and of that surname in the other by a first name that may be her husband's, or his wife's."""
    for title, surname in pairwise(one.words) if not _CALLED_BY.isdisjoint(one.vocabulary) else ():
        alone = title in _CALLED_BY and title not in other.vocabulary
        name = names_by_surname(other).get(surname) if alone else None
        if name and len(name) > 1 and other.words[name.start].endswith("a") != (title in _OF_A_WOMAN):
            return f"{title.title()} {surname.title()}", other.text_of(name.start, name.stop - 1)
    return None


_OF_A_WOMAN = words_of("mrs ms miss")
_CALLED_BY = _OF_A_WOMAN | words_of("mr president chancellor minister premier pm senator governor mayor")


def _other_initial(one: str, other: str) -> bool:
    """Whether of two first names one is an initial, and not that of the other."""
    return min(len(one), len(other)) == 1 and one[0] != other[0]


def another_office(a: Reading, b: Reading) -> Difference | None:
    """Somebody of one name holds two offices: "President Moor", "Prime Minister Moor"; who is told without one may hold either."""
    ours, theirs = _offices(a), _offices(b)
    for name in filter(theirs.__contains__, ours):
        one, other = ours[name], theirs[name]
        more = frozenset(one) ^ frozenset(other)
        within = frozenset(one) <= frozenset(other) or frozenset(other) <= frozenset(one)
        if office_of(one) != office_of(other) and not (within and more <= _OF_WHAT):
            told = (f"{' '.join(titles)} {name}".title() for titles in (one, other))
            return Difference(f"differs: {' / '.join(told)}", sure=not within)
    return None


_OF_WHAT = OFFICE_MODIFIERS - {"prime", "vice", "deputy", "acting"}
"""These only tell more of an office: a foreign minister is called a minister."""


def _offices(reading: Reading) -> dict[str, list[str]]:
    """Surname -> the words for the office that stand right before it, where one of them is one by itself."""
    words, found = reading.words, {}
    for at in range(1, len(words)):
        if words[at - 1] not in OFFICES or words[at] in TITLES or not reading.has_capital(at):
            continue
        first = at - 1
        while first and words[first - 1] in OFFICE_MODIFIERS | OFFICES:
            first -= 1
        found[words[at]] = list(words[first:at])
    return found


def offices_exchanged(a: Reading, b: Reading) -> Difference | None:
    """What one person is in the one, another is in the other, and both name the two: coach Zell and striker Falk, striker Zell and coach Falk."""
    if len(names_by_surname(a).keys() & names_by_surname(b).keys()) < 2:
        return None
    theirs = _holders(b)
    for office, one in _holders(a).items():
        other = theirs.get(office, one)
        if one != other and one in names_by_surname(b) and other in names_by_surname(a):
            told = " / ".join(a.written[names_by_surname(a)[name].stop - 1] for name in (one, other))
            return Difference(f"swapped: {told}", sure=True, in_any_order=True)
    return None


def _holders(reading: Reading) -> dict[str, str]:
    """What somebody is told to be, in a word, with the name of who it is; neither a verb, nor what several are."""
    found: dict[str, set[str]] = {}
    for surname, name in names_by_surname(reading).items():
        for who in find_descriptions(reading, name):
            if not may_be_finite(who[-1]) and stem(who[-1]) not in RECIPROCALS:
                found.setdefault(who[-1], set()).add(surname)
    return {office: names.pop() for office, names in found.items() if len(names) == 1}


def names_misspelt(a: Reading, b: Reading) -> Difference | None:
    """Each gives a name that the other has only with another letter; a vowel, or a letter more, may be a misprint of it."""
    opens = any(opening_name(r.words, r.written, r.names) for r in (a, b)) and not _misprinted(a, b)
    ours, theirs = _only_in(a, b, opens=opens), _only_in(b, a, opens=opens)
    alike = ((x, y) for x in ours for y in theirs if same_name(x, y))
    two = next(((x, y) for x, y in alike if is_gender_pair(x, y) or not _is_spelling(x, y)), None)
    if two is None:
        return None
    sure = is_gender_pair(*two) or _another_consonant(*two)
    return Difference(f"other name: {ours[two[0]]} / {theirs[two[1]]}", sure, in_any_order=True)


def _misprinted(a: Reading, b: Reading) -> bool:
    """Whether the first words are a word of the news and a misprint of it: "Goverment", "Government"; but "Halden" is no "Harden"."""
    first, first_b = a.words[0], b.words[0]
    return any(
        is_misspelling(written, meant)
        and (is_everyday(stem(meant)) or not _another_consonant(written, meant))
        for written, meant in ((first, first_b), (first_b, first))
    )


def _another_consonant(one: str, other: str) -> bool:
    """Whether one letter alone differs, both are heard, and nobody hits the one key for the other: Dorvan, Dorlan."""
    apart = [(at, {x, y}) for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(apart) != 1:
        return False
    at, letters = apart[0]
    if at and min(len(one), len(other)) > _SHORTEST and are_neighbours(*letters):
        return False
    return (VOWELS | _SILENT).isdisjoint(letters) or (at == 0 and VOWELS.isdisjoint(letters))


def _only_in(one: Reading, other: Reading, *, opens: bool) -> dict[str, str]:
    """The names that one side alone has, without accents, each as written; the first word, too, where `opens` says that it may be one."""
    known = {_bare(word) for word in other.words}
    places = (at for at in (*range(opens), *one.names.values()) if one.words[at].removesuffix("'s").isalpha())
    found = {_bare(one.words[at]): one.written[at] for at in places}
    return {name: written for name, written in found.items() if name not in known}


def _bare(word: str) -> str:
    return folded(word.removesuffix("'s"))


_SILENT = frozenset("hijy")
"""Letters that one spelling of a name has and another has not: Jonson, Johnson; Zelensky, Zelenskiy."""


def _is_spelling(one: str, other: str) -> bool:
    """Whether two names are one by more than that they look alike: a form of it, an alias, another spelling, a sure misprint."""
    if are_variants(one, other) or is_misprint(one, other):
        return True
    if len(one) != len(other):
        return _bare_of_silent(one) == _bare_of_silent(other)
    apart = [frozenset(two) for two in zip(one, other, strict=True) if two[0] != two[1]]
    return len(apart) == 1 and apart[0] in _ONE_SOUND


def _bare_of_silent(name: str) -> str:
    return undouble("".join(letter for letter in name if letter not in _SILENT))


def _first_names(reading: Reading) -> dict[str, int]:
    """The last word of each name of two or more, with the place of the word before it, or of the first where that is an initial."""
    return {
        surname.removesuffix("'s"): name.start if len(reading.words[name.stop - 2]) == 1 else name.stop - 2
        for surname, name in names_by_surname(reading).items()
        if len(name) > 1 and stem(surname) in reading.names
    }


def _one_letter_apart(one: str, other: str) -> bool | None:
    """Whether two names of which one letter differs are surely two; None where they are written in two ways, or more differs."""
    if are_variants(one, other):
        return None
    one, other = without_latin_accents(one), without_latin_accents(other)
    apart = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(one) < _SHORTEST or len(apart) != 1:
        return None
    two = frozenset((one[apart[0]], other[apart[0]]))
    if two in _ONE_SOUND:
        return None
    return not two <= VOWELS or apart[0] == len(one) - 1
