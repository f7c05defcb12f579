"""Guards on what somebody or something is: another member of a kind (nurses, teachers), another nature (a party, a series), another organisation of a similar name, another penalty."""

from __future__ import annotations

from itertools import product, takewhile
from typing import NamedTuple

from claimtrack.core.language.word_lists import ARTICLES, FINITE_BE, STOP_WORDS, groups_by_word, words_of
from claimtrack.core.match.guards.comparison.equivalences import are_converse_positions
from claimtrack.core.match.guards.entities.names import is_name_shared
from claimtrack.core.match.guards.polarity.negation import count_denials, negates_opposite
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS
from claimtrack.core.match.guards.roles.transfers import find_converse_axes
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.kinds import is_generalisation
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.words.antonyms import RELATION_ROLES
from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.terms import stem, stems_of

_MAX_BRIEF_TERMS = 14
"""Terms up to which a statement has room for only one member of a kind, wherever it stands."""


_Member = tuple[int, str, int]
"""A member of a kind: its number, the word for it and its place."""


def kinds_differ(a: Reading, b: Reading) -> str | None:
    """They mention two members of one kind in the same position: nurses and teachers, oil and gas, murder and robbery."""
    if is_exception_complement(a, b):
        return None
    for kind in sorted(a.kinds.keys() & b.kinds.keys()):
        known = {member for member, *_ in a.kinds[kind]} & {member for member, *_ in b.kinds[kind]}
        ours, theirs = ([item for item in r.kinds[kind] if item[0] not in known] for r in (a, b))
        alone = kind != "country" and len(a.sequence) <= _MAX_BRIEF_TERMS >= len(b.sequence)
        for x, y in product(ours[:MAX_NUMBERS], theirs[:MAX_NUMBERS]):
            place, place_b = x[-1], y[-1]
            if not _may_mean_the_same(kind, a, x, b, y) and (alone or share_context(a, place, b, place_b)):
                return f"differs: {a.written[place]} / {b.written[place_b]}"
    return None


def _may_mean_the_same(kind: str, a: Reading, ours: _Member, b: Reading, theirs: _Member) -> bool:
    """Whether the statements may agree although they have different members of a kind."""
    (_, word, place), (_, word_b, place_b) = ours, theirs
    return (
        are_converse_nouns(a, word, b, word_b)
        or _are_equivalent_members(a, word, b, word_b)
        or is_generalisation(a, place, b, place_b)
        or _is_part_of_name(a, place, b, place_b)
        or _is_part_of_name(b, place_b, a, place)
        or (kind == "making" and bool(find_converse_axes(a, b)))
        or (kind == "quarter" and are_converse_positions(a, b))
        or (kind == "language" and _are_shared_nationalities(a, place, b, place_b))
        or (kind == "country" and (is_name_shared(a, place, b) or is_name_shared(b, place_b, a)))
        # "No country's are larger" is the largest in the world.
        or (
            kind == "reach of a record"
            and ["no"] in (a.words[place - 1 : place], b.words[place_b - 1 : place_b])
        )
    )


def _is_part_of_name(one: Reading, place: int, other: Reading, other_place: int) -> bool:
    """Whether a word is part of a name in one and no name in the other: "Boone *County*", "all *states*"; but "Alder *River*", "Alder *lake*"."""
    neighbours = (*one.written[max(0, place - 1) : place], *one.written[place + 1 : place + 2])
    named = place > 0 and one.has_capital(place)
    known = STOP_WORDS | other.vocabulary
    named = named and any(word[0].isupper() and word.lower() not in known for word in neighbours)
    return named and not other.has_capital(other_place)


def _are_shared_nationalities(a: Reading, place: int, b: Reading, place_b: int) -> bool:
    """Whether two words for languages mean two countries that both name: "Russia's envoy in the Ukrainian town", "the Russian envoy"."""
    ours, theirs = ({at: member for member, _, at in r.kinds.get("country", ())} for r in (a, b))
    return ours.get(place, -1) in theirs.values() and theirs.get(place_b, -1) in ours.values()


def are_converse_nouns(a: Reading, one: str, b: Reading, other: str) -> bool:
    """Whether two nouns name one relationship from either side: "his son", "from his father"."""
    x, y = stem(one), stem(other)
    ends = {RELATION_ROLES.get(x, ("", 0)), RELATION_ROLES.get(y, ("", 0))}
    if len(ends) == 1 or len({bond for bond, _ in ends}) == 2:
        return False
    slot, slot_b = _find_neighbours(a, x), _find_neighbours(b, y)
    return len(slot & slot_b) < min(len(slot), len(slot_b))


def _find_neighbours(reading: Reading, term: str) -> frozenset[str]:
    """The neighbours of a term, each with its side."""
    terms = reading.sequence
    at = terms.index(term) if term in terms else 0
    before, after = terms[max(0, at - 1) : at], terms[at + 1 : at + 2]
    return frozenset((*(f"{word}<" for word in before), *(f">{word}" for word in after)))


_BIRTH_WORDS = words_of("born birth births")
_NEWBORN_NOUNS = stems_of("baby child newborn infant")


def _are_equivalent_members(a: Reading, one: str, b: Reading, other: str) -> bool:
    """Whether the context makes two members the same: neither has, both have yet to; babies are born, and so are children."""
    if "age" in a.kinds and "age" in b.kinds and _share_age_limit(a, b):
        return True
    if {one, other} == {"both", "neither"}:
        return count_denials(a) == count_denials(b) or negates_opposite(a, b) or negates_opposite(b, a)
    young = not _BIRTH_WORDS.isdisjoint(a.vocabulary) and not _BIRTH_WORDS.isdisjoint(b.vocabulary)
    return young and _NEWBORN_NOUNS.issuperset((stem(one), stem(other)))


def _share_age_limit(a: Reading, b: Reading) -> bool:
    """Whether both give the same age limit: "babies younger than 12 months", "children under one year"."""
    pairs = ((x, y) for x, y in product(a.amounts, b.amounts) if x.kind == y.kind == "time")
    return any(x.bound == y.bound != 0 and can_be_equal(x, y) for x, y in pairs)


_NATURE_LIST = """
person: politician criminal murderer thief author writer
work, screen: film movie | series sitcom show
work, music: album | song single
work: novel book poem play opera musical game podcast
body: party band team club charity
place: city town village country nation state province
place, land: river | lake | mountain volcano | island | desert
creature, class: mammal | reptile | bird | fish | insect | amphibian
sky, sort: planet | moon | comet
"""
"""Natures, which exclude each other; those with a second word also exclude what a bar separates: no film is a series, but it may be based on a novel.

Ambiguous nouns are not listed: a company may be a bank, a newspaper or a miner, a star an actor or a sun, a killer an illness.
"""
_PERSON_KINDS = frozenset({"occupation", "office", "relative", "military rank"})
"""The kinds whose members are people."""
_ARTICLES = ARTICLES | {"one"}
_SUBJECT_REACH = 6
"""Words before "is" at most."""
_COMPLEMENT_ENDS = words_of(
    "of in for by from with who that which on at and or but as where when to about based set called"
)
"""Words before which the predicate noun stands: "is a rock *band* from Brenta"."""


class _Nature(NamedTuple):
    """What something is: a nature, and within it a kind and a member of that kind."""

    nature: str
    kind: str = ""
    member: int = 0

    def excludes(self, other: _Nature) -> bool:
        """Whether nothing can be both."""
        if self.nature != other.nature:
            return True
        return bool(self.kind) and self.kind == other.kind and self.member != other.member


_PERSON = _Nature("person")
_NATURES = {
    form: _Nature(of.partition(", ")[0], of.partition(", ")[2], member)
    for line in _NATURE_LIST.strip().splitlines()
    for of, _, things in [line.partition(": ")]
    for member, words in enumerate(things.split("|"))
    for word in words.split()
    for form in (word, f"{word}s", f"{word[:-1]}ies")
} | {word: _PERSON for word, of in KINDS.items() if not _PERSON_KINDS.isdisjoint(of)}


def natures_differ(a: Reading, b: Reading) -> str | None:
    """Both state what the same subject is, and nothing can be both: "is a political party", "is a television series"."""
    ours, theirs = _find_predicate_noun(a), _find_predicate_noun(b)
    if not ours or not theirs or a.negators or b.negators:
        return None
    if _subject_stems(a, ours[0]) != _subject_stems(b, theirs[0]):
        return None
    one, other = (r.words[places[-1]] for r, places in ((a, ours), (b, theirs)))
    if one in _NATURES and other in _NATURES and _NATURES[one].excludes(_NATURES[other]):
        return f"differs: {one} / {other}"
    return None


def _find_predicate_noun(reading: Reading) -> list[int]:
    """The places from "is" to the predicate noun: "*is a rock band* from Brenta"."""
    words = reading.words
    starts = (at for at in range(1, min(len(words), _SUBJECT_REACH)) if words[at] in FINITE_BE)
    places = range(next(starts, len(words)), len(words))
    return list(takewhile(lambda at: words[at] not in _COMPLEMENT_ENDS and words[at][0].isalnum(), places))


def _subject_stems(reading: Reading, end: int) -> list[str]:
    """The stems before a place without articles."""
    return [stem(word) for word in reading.words[:end] if word not in _ARTICLES]


_CONFUSABLE_NAMES = tuple(
    tuple(tuple(name.split()) for name in names.split(" | "))
    for names in (
        "european council | council of europe",
        "council of the european union | council of europe",
        "council of the eu | council of europe",
        "eu council | council of europe",
        "european commission | economic commission for europe",
        "associated press | press association",
        "nations league | league of nations",
        "american bank | bank of america",
        "miami university | university of miami",
        "washington university | university of washington",
        "york university | university of york",
    )
)
_CONFUSABLE_NOUNS = words_of("council commission press league bank university")


def organisations_differ(a: Reading, b: Reading) -> str | None:
    """Each names an organisation of the same words, but not the same one: "the European Council", "the Council of Europe"."""
    if _CONFUSABLE_NOUNS.isdisjoint(a.vocabulary & b.vocabulary):
        return None
    for one, other in _CONFUSABLE_NAMES:
        for x, y in ((one, other), (other, one)):
            ours, theirs = _quote_name(a, x), _quote_name(b, y)
            if ours and theirs and not _quote_name(a, y) and not _quote_name(b, x):
                return f"other name: {ours} / {theirs}"
    return None


def _quote_name(reading: Reading, name: tuple[str, ...]) -> str | None:
    """A name as written, if the statement contains it."""
    if not reading.vocabulary.issuperset(name):
        return None
    for at, word in enumerate(reading.words):
        end = at + len(name)
        if word == name[0] and tuple(reading.words[at:end]) == name and reading.has_capital(end - 1):
            return reading.as_written(at, end)
    return None


_SENTENCING_WORDS = words_of("sentenced condemned jailed imprisoned sentence sentences sentencing")
_BANNING_WORDS = words_of("banned bans ban suspended suspends suspension barred excluded expelled")
"""Their penalty follows "for": "banned for life"."""
_PENALTIES = groups_by_word(
    "death: death hanging execution | life: life | a term: years year months month weeks days | a fine: fine fined"
    " | no prison: community probation | the lash: lashes caning"
)
_PENALTY_REACH = 6
"""Words after the verb that may name the penalty: "sentenced in his absence to 20 years"."""


def penalties_differ(a: Reading, b: Reading) -> str | None:
    """Both give a penalty, and of another kind: death, life, a term of years, a fine."""
    ours, theirs = _find_penalties(a), _find_penalties(b)
    if not ours or not theirs or not ours.keys().isdisjoint(theirs):
        return None
    return f"differs: {next(iter(ours.values()))} / {next(iter(theirs.values()))}"


def _find_penalties(reading: Reading) -> dict[str, str]:
    """The kinds of penalty after "sentenced" or before "sentence", each as written."""
    if _SENTENCING_WORDS.isdisjoint(reading.vocabulary) and _BANNING_WORDS.isdisjoint(reading.vocabulary):
        return {}
    words = reading.words
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if word not in _SENTENCING_WORDS and word not in _BANNING_WORDS:
            continue
        noun = word in ("sentence", "sentences")
        near = range(max(0, at - 2), at) if noun else range(at + 1, min(len(words), at + 1 + _PENALTY_REACH))
        for i in near:
            kind = _PENALTIES.get(words[i])
            if kind and (word in _SENTENCING_WORDS or "for" in words[i - 2 : i]):
                first = i - (i > 0 and words[i - 1][0].isdecimal())
                found.setdefault(kind, reading.as_written(first, i + 1))
                break
    return found
