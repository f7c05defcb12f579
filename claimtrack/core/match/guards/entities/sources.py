"""Guards on who is quoted: "Erdogan said ...", "according to Lavrov"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, product

from claimtrack.core.language.inflection import singular
from claimtrack.core.language.word_lists import NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS, is_name_shared
from claimtrack.core.match.guards.entities.speakers import (
    are_associates,
    are_global_and_national,
    find_leading_speaker,
    find_trailing_speaker,
    share_personal_pronoun,
)
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.names.names import SENTENCE_OPENERS
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.words.terms import stem

GENERIC_SPEAKERS = words_of(
    "official authority police spokesman spokeswoman spokesperson source report study research researcher "
    "scientist expert analyst data figure statistic survey poll document statement agency watchdog regulator "
    "government state company firm operator group organisation organization people witness investigator "
    "lawyer critic campaigner observer media paper man woman resident villager neighbour neighbor passenger "
    "relative giant lender prosecutor indictment website site posting"
)
"""Nouns that may denote anybody, and so whom the other names. Words, not stems: an office is no official."""
_SPECIFIC_SPEAKERS = words_of("police prosecutor lawyer")
"""Those of them who are specific if the content is the same: the police say, the organisers say."""
_FULLY_GENERIC = GENERIC_SPEAKERS - _SPECIFIC_SPEAKERS


def sources_differ(a: Reading, b: Reading) -> str | None:
    """Each names its source, and they differ: "Erdogan said", "according to Lavrov"; neither statement mentions the other's."""
    if countries := _compare_countries(a, b):
        return countries
    ours, theirs = find_leading_speaker(a), find_leading_speaker(b)
    if ours and theirs and _terms_at(a, ours) == _terms_at(b, theirs):
        return None  # "the report shows it," the clerk said; "the report shows it," said the clerk, Jon Tarn
    speaker, speaker_b = find_trailing_speaker(a) or ours, find_trailing_speaker(b) or theirs
    if speaker and speaker_b and _are_mutual_accusations(a, speaker, b, speaker_b):
        return _describe(a, speaker, b, speaker_b)
    if not ours or theirs is None:
        return None
    if are_global_and_national(a, ours, b, theirs) or _are_rival_organisations(a, ours, b, theirs):
        return _describe(a, ours, b, theirs)
    if _is_speaker_shared(a, ours, b) or _is_speaker_shared(b, theirs, a):
        return None
    if not _name_places(a, ours) or not _name_places(b, theirs):
        return None
    return None if _may_be_same_organisation(a, ours, b, theirs) else _describe(a, ours, b, theirs)


def _are_rival_organisations(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether both are organisations of one kind with different names: the International Criminal Court, the International Court of Justice."""
    kind = ORGANISATION_NOUNS.intersection(
        a.words[ours.start : ours.stop], b.words[theirs.start : theirs.stop]
    )
    return bool(kind) and all(
        any(not is_name_shared(one, at, other) for at in _name_places(one, places))
        for one, places, other in ((a, ours, b), (b, theirs, a))
    )


def find_speakers(a: Reading, b: Reading) -> tuple[range, range] | None:
    """The places of the speaker in each statement; None if one names none."""
    ours = find_leading_speaker(a) or find_trailing_speaker(a)
    theirs = find_leading_speaker(b) or find_trailing_speaker(b) if ours else None
    return (ours, theirs) if ours and theirs else None


def _compare_countries(a: Reading, b: Reading) -> str | None:
    """The difference where each speaks for a country, and not the same one: "Moscow says Kyiv", "Kyiv says Moscow"."""
    if (speakers := find_speakers(a, b)) is None:
        return None
    ours, theirs = speakers
    terms, terms_b = countries_at(a, ours), countries_at(b, theirs)
    return _describe(a, ours, b, theirs) if terms and terms_b and terms.isdisjoint(terms_b) else None


def _are_mutual_accusations(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether each speaker says of the other what the other says of them: "the union said the company did it", "the company said the union"."""
    # the origin that both share: the mayor *of Brno*, the bishop *of Brno*
    both = _terms_at(a, ours) & _terms_at(b, theirs)
    terms, terms_b = _terms_at(a, ours) - both, _terms_at(b, theirs) - both
    rest, rest_b = _terms_without(a, ours), _terms_without(b, theirs)
    if not terms or not terms_b or not terms <= rest_b or not terms_b <= rest:
        return False
    needed = _MIN_SHARED_PART_IF_ACCUSED * max(len(rest), len(rest_b))
    return len(rest & rest_b) + len(terms) >= needed and not _is_one_generic(a, ours, b, theirs)


def _is_one_generic(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether one speaker is generic and the other has a name: "the company", Siemens."""
    two = ((a, ours), (b, theirs))
    specific = [(r, p) for r, p in two if not {*r.words[p.start : p.stop]} - STOP_WORDS <= GENERIC_SPEAKERS]
    return len(specific) == 1 and bool(_name_places(*specific[0]))


def speaker_roles_differ(a: Reading, b: Reading) -> str | None:
    """Nearly everything else agrees, but the speaker has another role: the finance minister, the opposition leader."""
    if (speakers := find_speakers(a, b)) is None:
        return None
    ours, theirs = speakers
    rest, rest_b = _terms_without(a, ours), _terms_without(b, theirs)
    if len(rest & rest_b) < _MIN_SHARED_PART * max(len(rest), len(rest_b)):
        return None
    who, who_b = _speaker_head(a, ours), _speaker_head(b, theirs)
    head, head_b = _without_shared_origin(a, who, b, theirs), _without_shared_origin(b, who_b, a, ours)
    are_close = are_associates(_terms_at(a, ours), _terms_at(b, theirs))
    if are_close and rest == rest_b and share_personal_pronoun(a, b):
        return _describe(a, ours, b, theirs)
    if not head or not head_b or _is_speaker_shared(a, head, b) or _is_speaker_shared(b, head_b, a):
        return None
    if _may_describe(a, head, b, head_b) or _may_describe(b, head_b, a, head):
        return None
    if _may_be_same_organisation(a, head, b, head_b):
        return None
    if rest != rest_b:
        apart = _is_unshared_speaker(a, head, b.terms, GENERIC_SPEAKERS) and _is_unshared_speaker(
            b, head_b, a.terms, GENERIC_SPEAKERS
        )
        return _describe(a, ours, b, theirs) if apart else None
    # The content is the same, so only the words for either speaker can name the other.
    terms = _terms_at(a, _without_shared_origin(a, ours, b, theirs))
    terms_b = _terms_at(b, _without_shared_origin(b, theirs, a, ours))
    are_apart = any(
        _is_unshared_speaker(a, part, terms_b, _FULLY_GENERIC)
        and _is_unshared_speaker(b, part_b, terms, _FULLY_GENERIC)
        for part, part_b in ((head, head_b), (range(who.stop, ours.stop), range(who_b.stop, theirs.stop)))
    )
    return _describe(a, ours, b, theirs) if are_apart else None


_MIN_SHARED_PART, _MIN_SHARED_PART_IF_ACCUSED = 0.75, 0.6
"""The parts of the larger content that must be shared: of two speakers, and of two that accuse each other."""


def _terms_without(reading: Reading, places: range) -> frozenset[str]:
    """The terms of a statement without the speaker's."""
    return frozenset(term for term, at in reading.placed_terms if at not in places)


def _without_shared_origin(one: Reading, places: range, other: Reading, theirs: range) -> list[int]:
    """The places of a speaker without the origin that both share: the *Czech* health minister, the *Czech* opposition leader."""
    ours, known = ({r.words[at] for at in _find_origin(r, p)} for r, p in ((one, places), (other, theirs)))
    return [at for at in places if one.words[at] not in ours & known]


def _find_origin(reading: Reading, places: range) -> list[int]:
    """The places of names and possessors before a role: "the *Minsk* police chief", "the *bank's* chairman"."""
    return [
        at
        for at, after in pairwise(places)
        if (reading.has_capital(at) or reading.words[at].endswith("'s"))
        and reading.written[after][0].islower()
        and reading.words[at] not in STOP_WORDS
        and reading.words[after] not in STOP_WORDS
    ]


def _terms_at(reading: Reading, places: Sequence[int]) -> set[str]:
    """The terms at some places, with those for which two words stand together, such as "prime minister"."""
    joined = {stem(word) for at, word in reading.phrase_meanings.items() if at in places}
    return joined.union(term for term, at in reading.placed_terms if at in places)


def _is_speaker_shared(one: Reading, places: Sequence[int], other: Reading) -> bool:
    """Whether the other statement has a name of the speaker in some form."""
    return any(is_name_shared(one, at, other) for at in _name_places(one, places))


def _is_unshared_speaker(
    one: Reading, head: Sequence[int], known_terms: AbstractSet[str], generic: frozenset[str]
) -> bool:
    """Whether a specific speaker is not among some terms, in any words."""
    terms = _terms_at(one, head)
    senses = {sense for term in known_terms for sense in meanings(term)}
    is_known = not terms.isdisjoint(known_terms) or not senses.isdisjoint(_head_meanings(one, head, terms))
    words = [one.words[at].removesuffix("'s") for at in head if one.words[at] not in STOP_WORDS]
    is_specific = generic.isdisjoint(_identifying_words(words)) and {*words} not in _GENERIC_LEADERS
    return bool(terms) and not is_known and is_specific


def _head_meanings(one: Reading, head: Sequence[int], terms: AbstractSet[str]) -> frozenset[int | str]:
    """The meanings of the last word for a speaker, its head noun: "the farmers' *union*", "the agriculture *office*"."""
    noun = next((term for term, at in reversed(one.placed_terms) if at == head[-1]), None) if head else None
    return frozenset().union(*map(meanings, terms if noun is None else (noun,)))


def _identifying_words(words: Sequence[str]) -> set[str]:
    """The words for a speaker that identify who it is, also in the singular; not the "state" of "the state office"."""
    *before, noun = words or [""]
    identifying = {*before, noun} if singular(noun) in GENERIC_SPEAKERS else {noun, *before} - _OWNER_NOUNS
    return identifying.union(map(singular, identifying))


_OWNER_NOUNS = words_of("state government company police data")
"""Before a speaker these only name its owner."""


_GENERIC_LEADERS = ({"leader"}, {"leaders"}, {"chief"}, {"boss"}, {"head"}, {"politician"}, {"politicians"})
"""Who may be the chancellor or the mayor; but the opposition leader is specific."""


def _describe(a: Reading, ours: range, b: Reading, theirs: range) -> str:
    """The difference between two speakers, as a person reads it."""
    return f"other speaker: {a.as_written(ours.start, ours.stop)} / {b.as_written(theirs.start, theirs.stop)}"


def _speaker_head(reading: Reading, places: range) -> range:
    """The places of a speaker without a complement: the finance minister *of Argentina*; *one of the* engineers."""
    start = places.start
    if reading.words[start] in NUMBER_WORDS and reading.word(start + 1) == "of":
        start += 2
    ends = (at for at in range(start, places.stop) if reading.words[at] in _COMPLEMENT_PREPOSITIONS)
    return range(start, next(ends, places.stop))


_COMPLEMENT_PREPOSITIONS = words_of("of in for from at on")


def _may_describe(reading: Reading, places: Sequence[int], other: Reading, named: Sequence[int]) -> bool:
    """Whether a description may denote whom the other names: "the president", Macron; but not the IMF."""
    names = _name_places(other, named)
    described = any(reading.written[at].islower() and reading.words[at] not in STOP_WORDS for at in places)
    return described and bool(names) and not all(other.written[at].isupper() for at in names)


def _name_places(reading: Reading, places: Sequence[int]) -> list[int]:
    """The places of the names in a speaker."""
    return [
        at
        for at in places
        if reading.has_capital(at)
        and reading.words[at] not in STOP_WORDS
        and not (at == 0 and (reading.words[0] in SENTENCE_OPENERS or _starts_with_plural(reading, places)))
    ]


def _starts_with_plural(reading: Reading, places: Sequence[int]) -> bool:
    """Whether the first word is a plural noun and no name: "Doctors say", but "Hamas says"."""
    after = places[-1] + 1
    is_possessed = after < len(reading.words) and reading.words[after].endswith("s")
    return reading.words[0].endswith("s") and not (len(places) == 1 and is_possessed)


def _may_be_same_organisation(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether two names may denote one organisation: the UN refugee agency, UNHCR."""
    two = ((a, ours), (b, theirs))
    words = [r.words[at] for r, places in two for at in places if r.words[at] not in STOP_WORDS]
    if len({*words}) < len(words):
        return True
    shorts = [[r.words[at] for at in places if r.written[at].isupper()] for r, places in two]
    return any(x.startswith(y) or y.startswith(x) for x, y in product(*shorts))
