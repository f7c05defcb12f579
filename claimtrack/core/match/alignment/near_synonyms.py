"""Near synonyms, which state two facts when one replaces the other: pay and cost, the parents and the mother.

They are in the groups of synonyms because one claim may be reworded with either: "the repairs cost the town two million", "the town
paid two million for the repairs". In one slot of otherwise identical statements they mean another person, sum or step. The same
holds for light verbs: "made the payment" and "took the payment", "holds" and "is over".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimtrack.core.language.word_lists import (
    ARTICLES,
    BE,
    FINITE_BE,
    FINITE_HAVE,
    NUMBER_WORDS,
    ORDINALS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.alignment.collocations import find_collocation_matches
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.reading import Reading, share_sense
from claimtrack.core.match.reading.syntax.governed_heads import ends_noun_phrase, find_governed_heads
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import verb_roots
from claimtrack.core.match.words.terms import stem, stems_of

_CONTRADICTING = """
jail imprison incarcerate | arrest detain
elect | appoint
divorce | separate
cost | pay spend
pay | earn
parent | mother | father
ward | hospital
doctor | editor
aide assistant | supporter fan
"""
"""Lines of members, separated by bars, that contradict each other where everything else is identical."""
_LOOSE = """
claim allege | confirm admit prove
die dead | kill
income | salary wage pay
manager | boss director ceo
ceo | director
fail | refuse decline
meet | receive
town | city
gunman | gunmen
"""
"""The same where newsrooms use the words loosely, so that a person decides."""
_NOUN_LOOKALIKES = words_of("earnings takings")
"""Nouns that look like forms of these verbs."""
_PAY, _DEATH = stem("pay"), {stem("die"), stem("kill")}


def _parse_members(listing: str, *, sure: bool) -> Iterator[tuple[str, tuple[int, str, bool]]]:
    for line in listing.strip().splitlines():
        for number, member in enumerate(line.split("|")):
            for word in member.split():
                yield stem(word), (number, line, sure)


_MEMBERS_BY_STEM: dict[str, frozenset[tuple[int, str, bool]]] = {}
for _term, _member in (*_parse_members(_CONTRADICTING, sure=True), *_parse_members(_LOOSE, sure=False)):
    _MEMBERS_BY_STEM[_term] = _MEMBERS_BY_STEM.get(_term, frozenset()) | {_member}


def near_synonyms_differ(a: Reading, b: Reading) -> Difference | None:
    """A word replaces a near synonym that states another fact: "differs: pay / cost"."""
    theirs = list(_find_unshared(b, a))
    for at in _find_unshared(a, b) if theirs else ():
        for at_b in theirs:
            one, other = stem(a.words[at]), stem(b.words[at_b])
            if {one, other} == _DEATH and a.amounts:
                continue  # so many were killed, and so many died
            sure = _are_sure_opposites(one, other)
            if sure is not None and _are_in_one_slot(a, at, b, at_b):
                return Difference(f"differs: {a.written[at]} / {b.written[at_b]}", sure=sure)
    return None


def _are_in_one_slot(a: Reading, at: int, b: Reading, at_b: int) -> bool:
    """Whether two words follow the same content word, or are between the same words; "is paid" means "earns", not "pays"."""
    if any(r.words[i - 1] in BE and stem(r.words[i]) == _PAY for r, i in ((a, at), (b, at_b))):
        return False
    (before, after), (before_b, after_b) = (
        a.neighbours(at, at, _SKIPPED_NEIGHBOURS),
        b.neighbours(at_b, at_b, _SKIPPED_NEIGHBOURS),
    )
    return before == before_b and (after == after_b or (before != "" and before not in STOP_WORDS))


def have_same_neighbours(a: Reading, at: int, b: Reading, at_b: int) -> bool:
    """Whether two words are between the same words, articles and auxiliaries left out."""
    return a.neighbours(at, at, _SKIPPED_NEIGHBOURS) == b.neighbours(at_b, at_b, _SKIPPED_NEIGHBOURS)


_SKIPPED_NEIGHBOURS = ARTICLES | BE | {"has", "have", "had", "will", "would"}


def _find_unshared(one: Reading, other: Reading) -> Iterator[int]:
    """The offsets of the near synonyms that the other statement lacks."""
    stems = set(map(stem, other.words))
    for at, word in enumerate(one.words):
        if word not in _NOUN_LOOKALIKES and (term := stem(word)) in _MEMBERS_BY_STEM and term not in stems:
            yield at


def _are_sure_opposites(term: str, other: str) -> bool | None:
    """Whether two stems surely state two facts; None where no line has them as two members."""
    found = {
        sure
        for number, line, sure in _MEMBERS_BY_STEM[term]
        for number_b, line_b, _ in _MEMBERS_BY_STEM[other]
        if line == line_b and number != number_b
    }
    return max(found, default=None)


_LIGHT_VERB_STEMS = stems_of("make take get give put bring hold use used keep become go come win")
_PREDICATIVE_ADVERBS = words_of("over on off out up down in back")
"""Adverbs that, at the end of a phrase with "is", state whether something continues."""
_HAVE, _BE, _GIVE, _GET = stem("have"), stem("be"), stem("give"), stem("get")


def _parse_pairs(listing: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, pair.split())) for pair in listing.split("|"))


_SYNONYM_PAIRS = _parse_pairs("have hold|keep hold|get become|have keep|use used")
"""Light verbs that are synonyms: "had nine seats", "held nine seats"."""
_EVENT_PAIRS = _parse_pairs("give make|give hold|make hold|do make|have give")
"""Light verbs that are synonyms with an event noun: "made a speech", "gave a speech"."""
_LOOSE_PAIRS = _parse_pairs(
    "be become|have get|have win|get win|take win|take get|take make|give hold|make hold|come get|put use"
)
"""Light verbs that may be synonyms: who became something is it, who got something has it; a person decides."""


def are_light_verbs(words: Sequence[str]) -> bool:
    """Whether all of some words are light verbs."""
    return all(stem(word) in _LIGHT_VERB_STEMS for word in words)


def light_verbs_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has a light verb that the other lacks: "differs: kept / took"; with an event noun, "took a decision", they may be synonyms."""
    ours = _find_unshared_light_verbs(a, b)
    theirs = _find_unshared_light_verbs(b, a) if ours else {}
    for at, verb in ours.items():
        for at_b, verb_b in theirs.items():
            two, event = {verb, verb_b}, _has_event_object(a, at)
            if _BE in two and two not in _LOOSE_PAIRS:
                continue  # who has the largest share, that share is the largest
            synonyms = (
                two in _SYNONYM_PAIRS or (event and two in _EVENT_PAIRS) or share_sense([verb], [verb_b])
            )
            if have_same_neighbours(a, at, b, at_b) and not synonyms:
                quoted = " / ".join(_quote_verb(r, i) for r, i in ((a, at), (b, at_b)))
                return Difference(f"differs: {quoted}", sure=not event and two not in _LOOSE_PAIRS)
    return None


def _find_unshared_light_verbs(one: Reading, other: Reading) -> dict[int, str]:
    """The offsets of the light verbs that the other lacks, in any synonym."""
    theirs = _find_light_verbs(other).values()
    found = {at: verb for at, verb in _find_light_verbs(one).items() if verb not in theirs}
    collocated = find_collocation_matches(one, other) if found else ()
    return {at: verb for at, verb in found.items() if at not in collocated}


def _find_light_verbs(reading: Reading) -> dict[int, str]:
    """Offset of each light verb -> its stem."""
    words, found = reading.words, {}
    for at, word in enumerate(words):
        following = reading.word(at + 1)
        if word in FINITE_BE and following in _PREDICATIVE_ADVERBS and ends_noun_phrase(reading, at + 2):
            found[at + 1] = following
        elif word in FINITE_HAVE:
            if following in DETERMINERS or following in NUMBER_WORDS or following[:1].isdecimal():
                found[at] = _HAVE
        elif word in FINITE_BE:
            if following in DETERMINERS and reading.word(at + 2) not in ORDINALS:
                found[at] = _BE  # but who became the first was the first
        elif (verb := stem(word)) in _LIGHT_VERB_STEMS and (word, following) != ("used", "to"):
            is_given = verb == _GIVE and words[at - 1] in FINITE_BE
            found[at] = _GET if is_given else verb
    return found


def _has_event_object(reading: Reading, at: int) -> bool:
    """Whether the object of a verb is an event noun: "took a *decision*", "made a *payment*"."""
    return any(verb_roots(stem(reading.words[place])) for place in find_governed_heads(reading, at, at))


def _quote_verb(reading: Reading, at: int) -> str:
    """A verb as written, with the adverb before it if that is part of the predicate."""
    return reading.as_written(at - (reading.words[at] in _PREDICATIVE_ADVERBS), at + 1)
