"""Which names may belong to one speaker: suggested from the names alone, with a reason, for a person to decide.

Names are only compared if they share a key (a surname, initials, all words but one), so that a hundred thousand of them
take seconds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby, pairwise
from operator import itemgetter
from typing import NamedTuple, TypeVar

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name, pronoun_for_noun
from claimtrack.core.extract.words.titles import (
    BEFORE_SURNAME,
    SURNAME_TITLES,
    strip_possessive,
    without_titles,
)
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.language.titles import SPANISH_TITLES
from claimtrack.core.model import BODIES_AND_OUTLETS, ClaimantKind
from claimtrack.core.texts.folding import folded

_Key = TypeVar("_Key")
_WORD = expression(r"[^\W_]+")
_CAPITALISED_PART = expression(r"[A-Z][a-z]*")
_COMPANY_WORDS = frozenset("company corporation incorporated limited".split())
"""Legal forms in full, also in lower case: "Leeds Water company"."""
_FUNCTION_WORDS = frozenset("of the and for in on at to a an de la du des".split())
_NOT_SURNAMES = (nouns.TITLES | nouns.BODY_MARKERS) - SURNAME_TITLES
_PERSON_KINDS = (ClaimantKind.PERSON, ClaimantKind.UNKNOWN)
_MAX_CANDIDATES = 3
"""Speakers that a short name may match; a name that matches more is too vague to suggest."""
_MIN_TYPO_LENGTH = 4
"""Letters of a word from which one wrong letter counts as a typo; in a shorter word only two swapped letters do."""


class NamedSpeaker(NamedTuple):
    """A name as written, its kind, and the speaker it belongs to: two names of one speaker are not suggested."""

    name: str
    kind: ClaimantKind
    speaker: int


class NamePair(NamedTuple):
    """Two names that may belong to one speaker, as indexes into the names compared, and the reason."""

    one: int
    other: int
    why: str


class _ParsedName(NamedTuple):
    named: NamedSpeaker
    words: tuple[str, ...]
    """Without accents, capitals, punctuation, leading titles and a trailing legal form ("Ltd")."""

    @property
    def may_be_person(self) -> bool:
        return self.named.kind in _PERSON_KINDS


def find_similar_names(names: Sequence[NamedSpeaker]) -> Iterator[NamePair]:
    """Yield pairs of names that may belong to one speaker, the most reliable rules first; each pair of speakers once.

    The words for an anonymous source say nothing about who it is.
    """
    read = [
        _ParsedName(one, () if one.kind == ClaimantKind.ANONYMOUS else _normalise_words(one)) for one in names
    ]
    told: set[tuple[int, int]] = set()
    for rule in (
        _match_spelling_variants,
        _match_initials,
        _match_typos,
        _match_two_typos,
        _match_first_names,
        _match_lone_surnames,
        _match_shortened_names,
    ):
        for one, other, why in rule(read):
            speakers = sorted((names[one].speaker, names[other].speaker))
            pair = (speakers[0], speakers[1])
            if speakers[0] != speakers[1] and pair not in told and _may_be_one(names[one], names[other]):
                told.add(pair)
                yield NamePair(one, other, why)


def are_compatible_kinds(one: ClaimantKind, other: ClaimantKind) -> bool:
    """Whether one speaker can be of both kinds, as far as they are known: a person is not an organisation."""
    kinds = {one, other} - {ClaimantKind.UNKNOWN, ClaimantKind.ANONYMOUS}
    return len(kinds) < 2 or kinds <= BODIES_AND_OUTLETS


def have_same_words(one: NamedSpeaker, other: NamedSpeaker) -> bool:
    """Whether two names differ at most in accents, signs, titles or the legal form of a company, as "Mayor Ines Dahl" and "Ines Dahl"."""
    return _may_be_one(one, other) and _normalise_words(one) == _normalise_words(other)


def _may_be_one(one: NamedSpeaker, other: NamedSpeaker) -> bool:
    """Whether two names can be those of one speaker, as far as their kinds and titles say: "Mr Doe" is not "Mrs Doe"."""
    return are_compatible_kinds(one.kind, other.kind) and {_pronoun(one), _pronoun(other)} != {"he", "she"}


def _pronoun(named: NamedSpeaker) -> str | None:
    """Return "he" or "she" if the title before a name implies it."""
    title, _, name = named.name.lower().partition(" ")
    title = title.rstrip(".")
    return SPANISH_TITLES.get(title) or pronoun_for_noun(title) if name else None


def _normalise_words(named: NamedSpeaker) -> tuple[str, ...]:
    spelt = named.name.replace("'", "").replace("\u2019", "").split()
    if len(spelt) > 1 and spelt[0].casefold() == "the":
        del spelt[0]
    while len(spelt) > 1 and (is_legal_form(spelt[-1]) or spelt[-1].lower() in _COMPANY_WORDS):
        del spelt[-1]
    while len(spelt) > 1 and named.kind in _PERSON_KINDS and spelt[0].lower().rstrip(".") in SPANISH_TITLES:
        del spelt[0]
    return tuple(_WORD.findall(folded(" ".join(_strip_titles(spelt, named.kind)))))


def _strip_titles(words: list[str], kind: ClaimantKind) -> list[str]:
    """Return a person's name without leading titles; an office alone is kept, as "prime minister"."""
    if kind not in _PERSON_KINDS or not words:
        return words
    name = without_titles(words)
    if kind == ClaimantKind.PERSON:
        return name or words
    # "State Street Bank" and "First Harvest Cafe" are not people named Street or Harvest with a title.
    title = strip_possessive(words[0]).lower()
    is_titled = title in nouns.SPEAKERS or title in BEFORE_SURNAME or is_given_name("".join(name[:1]).lower())
    is_body = any(strip_possessive(word).lower() in nouns.BODY_MARKERS for word in words)
    return name if len(name) > 1 and is_titled and not is_body else words


# ── the rules, the most reliable first: indexes of two names, and the reason ────────────────────


def _match_spelling_variants(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match names with the same words except for capitals, accents, punctuation, titles or legal form."""
    why = "the same words except for accents, signs, titles or the legal form of a company"
    for _, places in _group_by_key((one.words, at) for at, one in enumerate(read) if one.words):
        for another in ("he", "she"):  # or "Mrs Doe", "Mr Doe" and "Ms Doe" would give no pair of neighbours
            for one, other in pairwise(at for at in places if _pronoun(read[at].named) != another):
                yield NamePair(one, other, why)


def _match_initials(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match initials and clipped names with the full one: "NHS", "EllTram" for "Elland Tramways"."""
    long = defaultdict(list)
    for at, one in enumerate(read):
        words = [word for word in one.words if word not in _FUNCTION_WORDS]
        if len(words) > 1:
            long["".join(word[0] for word in words)].append((at, words))
    for at, one in enumerate(read):
        pieces = [piece.casefold() for piece in _CAPITALISED_PART.findall(one.named.name)]
        if len(one.words) == 1 and len(pieces) > 1 and "".join(pieces) == one.words[0]:
            for other, words in long.get("".join(piece[0] for piece in pieces), ()):
                if all(map(str.startswith, words, pieces)):
                    yield NamePair(at, other, "one is the initials of the other")


def _match_typos(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match names that differ in one letter of one word, or in two swapped letters."""
    # Hashes, because the parts of 100,000 names would fill the memory. Their order varies between runs, so the result is sorted.
    keys = sorted(
        (hash((one.words[:nth], variant, one.words[nth + 1 :])), at, nth)
        for at, one in enumerate(read)
        for nth, word in enumerate(one.words)
        if word.isalpha() and len(word) >= _MIN_TYPO_LENGTH - 1
        for variant in {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}
    )
    found = {
        (one, other)
        for _, group in groupby(keys, key=itemgetter(0))
        for (_, one, nth), (_, other, same) in combinations(group, 2)
        if one != other and nth == same and _is_typo(read[one].words, read[other].words, nth)
    }
    for one, other in sorted(found):
        yield NamePair(one, other, "one typing error apart")


def _match_two_typos(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match names that differ by a typo in two words, but not in how these begin: "Ines Dhal Moor" and "Ines Dahl Mor"."""
    keyed = (
        ((nth, later, words[nth][:begun], words[later][:begun], _without(_without(words, later), nth)), at)
        for at, words in enumerate(one.words for one in read)
        if len(words) > 2 or min(map(len, words), default=0) > _MIN_TYPO_LENGTH
        for begun in [1 if len(words) > 2 else 2]
        for nth, later in combinations(range(len(words)), 2)
    )
    for (nth, later, *_), places in _group_by_key(keyed):
        for one, other in combinations(places, 2):
            if all(
                _is_misspelt(read[one].words[at], read[other].words[at], _MIN_TYPO_LENGTH - 1)
                for at in (nth, later)
            ):
                yield NamePair(one, other, "two typing errors apart")


def _without(words: tuple[str, ...], nth: int) -> tuple[str, ...]:
    return words[:nth] + words[nth + 1 :]


def _is_typo(one: tuple[str, ...], other: tuple[str, ...], nth: int) -> bool:
    if len(one) != len(other) or _without(one, nth) != _without(other, nth):
        return False
    return _is_misspelt(one[nth], other[nth], _MIN_TYPO_LENGTH)


def _is_misspelt(a: str, b: str, least: int) -> bool:
    """Whether one word is the other with a typo: a wrong letter if both have as many letters as `least`, or two that are swapped."""
    from rapidfuzz.distance import OSA

    if OSA.distance(a, b) != 1 or a + "s" == b or b + "s" == a:
        return False
    if is_given_name(a) and is_given_name(b):
        return False  # Anna and Anne
    return min(len(a), len(b)) >= least or sorted(a) == sorted(b)


def _match_first_names(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match names with the same surname, and first names that could match: "J. Doe" and "Jane A. Doe"."""
    people = (
        ((one.words[-1], one.words[0][0]), at)
        for at, one in enumerate(read)
        if len(one.words) > 1 and one.may_be_person
    )
    for _, places in _group_by_key(people):
        for one, other in combinations(places, 2):
            if _are_compatible_first_names(read[one].words[:-1], read[other].words[:-1]):
                yield NamePair(one, other, "the same surname, and first names that could match")


def _are_compatible_first_names(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each first name of the shorter list equals or abbreviates one of the longer list, in the same order."""
    short, long = sorted((one, other), key=lambda names: (len(names), len(names[0])))
    rest = iter(long)
    return all(any(_is_short_for(name, whole) for whole in rest) for name in short)


def _is_short_for(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) in (1, 3, 4) and long.startswith(short))


def _match_lone_surnames(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match a surname alone with the full name of somebody who bears it."""
    whole = defaultdict(list)
    for at, one in enumerate(read):
        if len(one.words) > 1 and one.may_be_person:
            whole[one.words[-1]].append(at)
    for at, one in enumerate(read):
        is_surname = len(one.words) == 1 and one.may_be_person and one.words[0] not in _NOT_SURNAMES
        found = whole.get(one.words[0], []) if is_surname else []
        if found and len({read[other].named.speaker for other in found}) <= _MAX_CANDIDATES:
            for other in found:
                yield NamePair(at, other, "only the surname" + _list_other_matches(read, found, other))


def _match_shortened_names(read: Sequence[_ParsedName]) -> Iterator[NamePair]:
    """Match an organisation with a name that starts with its words: "Leeds Water", "Leeds Water Board"."""
    short = defaultdict(list)
    for at, one in enumerate(read):
        if one.named.kind in BODIES_AND_OUTLETS or (
            one.named.kind == ClaimantKind.UNKNOWN and len(one.words) > 1
        ):
            short[one.words].append(at)
    longer = defaultdict(list)
    for at, one in enumerate(read):
        if one.named.kind not in BODIES_AND_OUTLETS:
            continue
        for end in range(1, len(one.words)):
            for begun in short.get(one.words[:end], ()):
                longer[begun].append(at)
    for at, found in longer.items():
        if len({read[other].named.speaker for other in found}) <= _MAX_CANDIDATES:
            for other in found:
                yield NamePair(at, other, "its first words" + _list_other_matches(read, found, other))


def _list_other_matches(read: Sequence[_ParsedName], found: Iterable[int], other: int) -> str:
    """Return the rest of the reason: which other names the short name would match."""
    names = {read[one].named.name for one in found if read[one].named.speaker != read[other].named.speaker}
    return f", which also fits {', '.join(sorted(names))}" if names else ""


def _group_by_key(keyed: Iterable[tuple[_Key, int]]) -> Iterator[tuple[_Key, list[int]]]:
    """Yield each key that several indexes share, with these."""
    found = defaultdict(list)
    for key, at in keyed:
        found[key].append(at)
    return ((key, places) for key, places in found.items() if len(places) > 1)
