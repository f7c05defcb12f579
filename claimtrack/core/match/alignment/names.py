"""Names of one statement that the other has in some form, shortened or as initials; and names one letter apart that are two people's."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.language.word_lists import STOP_WORDS, words_of
from claimtrack.core.match.alignment.additions import NARROWING_STEMS
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import (
    NAME_MODIFIERS,
    NAME_SUFFIXES,
    ORGANISATION_NOUNS,
    is_possessive_country,
)
from claimtrack.core.match.reading.names.names import NOT_NAMES, opening_name, title_case_sentences
from claimtrack.core.match.reading.names.people import find_names, is_gender_pair, names_by_surname
from claimtrack.core.match.reading.names.variants import are_variants, is_among, is_truncation, same_name
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.epithets import narrows_population
from claimtrack.core.match.words.frequencies import is_everyday
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


def is_name_matched(at: int, one: Reading, other: Reading) -> bool:
    """Whether the other side has a name in some form, or the surname of a first name."""
    word = one.words[at].removesuffix("'s")
    return (
        word in other.initials
        or is_among(word, [known for known in other.vocabulary if len(known) > 2])
        or any(known in one.initials and word[0] in known for known in other.vocabulary if len(known) > 1)
        or any(is_truncation(word, other.words[place]) for place in other.names.values())
        or _follows_family_name(at, one, other)
        or (not one.ends_clause(at + 1) and one.has_capital(at + 1) and _opens_known_name(at, one, other))
    )


def _opens_known_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word opens a name that the other side has without it: a first name, or the title of one: "*Ada* Moor", "*President* Moor"."""
    if is_possessive_country(at, one, other):
        return True
    word = one.words[at].removesuffix("'s")
    following = next((one.words[run.stop - 1] for run in find_names(one) if at in run), one.words[at + 1])
    is_modifier = word in NAME_SUFFIXES or word in NAME_MODIFIERS
    if is_modifier or following in STOP_WORDS or following in ORGANISATION_NOUNS:
        return False
    surname = _find_surname(following, other)
    if word in NOT_NAMES:
        return surname is not None or is_name_matched(at + 1, one, other)
    if at in one.openings and narrows_population(word):
        return False
    if stem(word) in NARROWING_STEMS or (is_english(following) and one.sentences[at] in _find_headlines(one)):
        return False
    return surname is not None and _may_be_first_name(at, surname, one, other)


@lru_cache(maxsize=64)
def _find_headlines(reading: Reading) -> set[int]:
    """The sentences whose capitals show no name, as in a headline: "Protects People". Cached."""
    return title_case_sentences(reading.written, reading.sentences)


_FIRST_NAME_TITLES = words_of("king queen pope prince princess lord lady saint st sir dame")
"""Titles before a first name: "King Charles"."""
_OFFICES = (NOT_NAMES - _FIRST_NAME_TITLES) | words_of("leader premier comrade marshal")


_FAMILY_NAMES_FIRST = words_of(
    "xi mao deng hu jiang wen zhou zhang wang chen lin tsai ma kim moon yoon nguyen pham vo truong hun tran "
    "orban rakosi nagy kadar"
)
"""Family names that precede the given name; after others a word may be the family name: "Governor Scott" is not Scott Walker."""


def _follows_family_name(at: int, one: Reading, other: Reading) -> bool:
    """Whether a word follows a family name that the other side has alone after an office: "Xi *Jinping*", "President Xi"."""
    name = next((run for run in find_names(one) if run.start < at < run.stop), None)
    return (
        name is not None
        and one.words[name.start] in _FAMILY_NAMES_FIRST
        and any(
            run.stop > 1 and other.words[run.stop - 2] in _OFFICES
            for run in find_names(other)
            if other.words[run.stop - 1] == one.words[name.start]
        )
    )


def _find_surname(surname: str, other: Reading) -> str | None:
    """The form of a surname on the other side: bare, possessive, or without accents; None without one."""
    if surname in other.vocabulary:
        return surname
    bare = _plain_name(surname)
    return next((word for word in other.words if _plain_name(word) == bare), None)


def _may_be_first_name(place: int, surname: str, one: Reading, other: Reading) -> bool:
    """Whether a first name may belong to the surname on the other side: before it is no name, its initial, or a later first name."""
    first_name, at = one.words[place], other.words.index(surname)
    before = other.words[at - 1] if at else ""
    if len(before) == 1 and other.written[at - 1].isupper():
        return first_name.startswith(before) or len(first_name) == 1
    name = next((run for run in find_names(one) if place in run), range(place, place))
    return stem(before) not in other.names or _plain_name(before) in (
        _plain_name(one.words[at]) for at in name[:-1]
    )


_INTERCHANGEABLE_LETTERS = frozenset(
    map(frozenset, ("ck", "cs", "sz", "fv", "vw", "iy", "ij", "jy", "ph", "qk", "cq", "dt", "bp"))
)
"""Letters that replace each other in spellings of one name: Erik, Eric."""
_MIN_NAME_LETTERS = 4
"""Minimum number of letters of two names that are compared letter by letter; only in longer ones a neighbouring key may be a misprint."""


def first_names_differ(a: Reading, b: Reading) -> Difference | None:
    """One surname has another first name; a different vowel inside may only be another spelling: Ahmad, Ahmed."""
    theirs = _find_first_names(b) if a.names and b.names else {}
    if not theirs:
        return None
    for surname, at in _find_first_names(a).items():
        at_b = theirs.get(surname)
        if at_b is None:
            continue
        two = a.words[at], b.words[at_b]
        initials_conflict = min(map(len, two)) == 1 and two[0][0] != two[1][0]
        two_people = initials_conflict or is_gender_pair(*two)
        sure = two_people or _one_letter_apart(*two)
        if sure is not None:
            text = f"other name: {a.written[at]} / {b.written[at_b]}"
            return Difference(text, sure, in_any_order=two_people)
    return None


def names_misspelt(a: Reading, b: Reading) -> Difference | None:
    """Each has a name that the other has only with a letter changed; a vowel, or an extra letter, may be a misprint."""
    opens = any(opening_name(r.words, r.written, r.names) for r in (a, b)) and not _are_misprinted(a, b)
    ours, theirs = _find_unshared_names(a, b, opens=opens), _find_unshared_names(b, a, opens=opens)
    alike = ((x, y) for x in ours for y in theirs if same_name(x, y))
    two = next(((x, y) for x, y in alike if is_gender_pair(x, y) or not _are_spelling_variants(x, y)), None)
    if two is None:
        return None
    sure = is_gender_pair(*two) or _differ_in_consonant(*two)
    return Difference(f"other name: {ours[two[0]]} / {theirs[two[1]]}", sure, in_any_order=True)


def _are_misprinted(a: Reading, b: Reading) -> bool:
    """Whether the first words are a common word and its misprint: "Goverment", "Government"; but "Halden" is no "Harden"."""
    first, first_b = a.words[0], b.words[0]
    return any(
        is_misspelling(written, meant)
        and (is_everyday(stem(meant)) or not _differ_in_consonant(written, meant))
        for written, meant in ((first, first_b), (first_b, first))
    )


def _differ_in_consonant(one: str, other: str) -> bool:
    """Whether only one letter differs, both are sounded, and they are no neighbours on a keyboard: Dorvan, Dorlan."""
    apart = [(at, {x, y}) for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(apart) != 1:
        return False
    at, letters = apart[0]
    if at and min(len(one), len(other)) > _MIN_NAME_LETTERS and are_neighbours(*letters):
        return False
    return (VOWELS | _SILENT_LETTERS).isdisjoint(letters) or (at == 0 and VOWELS.isdisjoint(letters))


def _find_unshared_names(one: Reading, other: Reading, *, opens: bool) -> dict[str, str]:
    """Each name that only one side has, without accents -> as written; with `opens`, the first word counts too."""
    known = {_plain_name(word) for word in other.words}
    places = (at for at in (*range(opens), *one.names.values()) if one.words[at].removesuffix("'s").isalpha())
    found = {_plain_name(one.words[at]): one.written[at] for at in places}
    return {name: written for name, written in found.items() if name not in known}


def _plain_name(word: str) -> str:
    """A name without accents and without a possessive ending."""
    return folded(word.removesuffix("'s"))


_SILENT_LETTERS = frozenset("hijy")
"""Letters that one spelling of a name has and another lacks: Jonson, Johnson; Zelensky, Zelenskiy."""


def _are_spelling_variants(one: str, other: str) -> bool:
    """Whether two names are spelling variants: a known form, an alias, interchangeable letters, a certain misprint."""
    if are_variants(one, other) or is_misprint(one, other):
        return True
    if len(one) != len(other):
        return _without_silent_letters(one) == _without_silent_letters(other)
    apart = [frozenset(two) for two in zip(one, other, strict=True) if two[0] != two[1]]
    return len(apart) == 1 and apart[0] in _INTERCHANGEABLE_LETTERS


def _without_silent_letters(name: str) -> str:
    """A name without silent letters and doubled ones."""
    return undouble("".join(letter for letter in name if letter not in _SILENT_LETTERS))


def _find_first_names(reading: Reading) -> dict[str, int]:
    """Surname of each name of two or more words -> the offset of the word before it, or of the first where that is an initial."""
    return {
        surname.removesuffix("'s"): name.start if len(reading.words[name.stop - 2]) == 1 else name.stop - 2
        for surname, name in names_by_surname(reading).items()
        if len(name) > 1 and stem(surname) in reading.names
    }


def _one_letter_apart(one: str, other: str) -> bool | None:
    """Whether two names that differ in one letter are surely two; None where they are spelling variants or more differs."""
    if are_variants(one, other):
        return None
    one, other = without_latin_accents(one), without_latin_accents(other)
    apart = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(one) < _MIN_NAME_LETTERS or len(apart) != 1:
        return None
    two = frozenset((one[apart[0]], other[apart[0]]))
    if two in _INTERCHANGEABLE_LETTERS:
        return None
    return not two <= VOWELS or apart[0] == len(one) - 1


def initials_differ(a: Reading, b: Reading) -> str | None:
    """Both have an initial or a numeral in a name, and not the same: George W. and George H. W.; John Paul I and II."""
    ours, theirs = (
        sorted(one.written[at] for at in _find_initials(one, other)) for one, other in ((a, b), (b, a))
    )
    return (
        f"other name: {' '.join(ours)} / {' '.join(theirs)}" if ours and theirs and ours != theirs else None
    )


def _find_initials(reading: Reading, other: Reading) -> list[int]:
    """The places of initials and numerals after a capital; in a text in capitals "A" and "I" are words, unless the other has an initial before the same name."""
    before_names = {
        other.word(at + 1) for at in _letters_after_capitals(other) if not _may_be_word(other, at)
    }
    return [
        at
        for at in _letters_after_capitals(reading)
        if not _may_be_word(reading, at) or reading.word(at + 1) in before_names
    ]


def _letters_after_capitals(reading: Reading) -> list[int]:
    return [
        at
        for at, written in enumerate(reading.written)
        if at
        and (len(written) == 1 or reading.words[at] in NAME_SUFFIXES)
        and written.isupper()
        and reading.has_capital(at - 1)
    ]


def _may_be_word(reading: Reading, at: int) -> bool:
    has_dot = at + 1 < len(reading.words) and reading.gap_before(at + 1).startswith(".")  # "A. FELD"
    return reading.written[at] in ("A", "I") and reading.cleaned.isupper() and not has_dot
