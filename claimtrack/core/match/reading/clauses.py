"""Who does what to whom: the clauses of a statement, each with its predicate, agent, patient and adjuncts, whichever stands first."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.names.abbreviations import countries_by_place, seat_at
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import (
    BREAKS,
    DETERMINERS,
    HELPERS,
    clause_end,
    clause_start,
    places_after,
)
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import (
    BE,
    HAVE,
    MONTHS,
    PASSIVE,
    RELATIVES,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.opposites import NEGATORS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_NOTHING: frozenset[str] = frozenset()
_PREPOSITIONS = words_of(
    "of in at off near on from for with to into by against over outside behind beside around across along under between among about"
    " during within without through despite"
)
_HELPING = HELPERS | words_of(
    "to later then soon first once twice again now all both get gets got being able"
)
"""What may stand between who does something and the verb."""
_PRONOUNS = words_of("he she they we i it who that which")
_BY_THE_WAY = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | words_of(
        "later then soon first once twice again now often already still never also alone back off out up down away over"
        " yesterday today tomorrow last next overnight early late"
    )
)
_TIMES = stems_of("second minute hour day week month year decade year old aged age")
"""What tells when and how something was done, or how old somebody is, is not who does it."""
_PASSIVE = PASSIVE | words_of("get gets")
_NO_VERBS = STOP_WORDS | BREAKS | NEGATORS | _BY_THE_WAY
_LONGEST = 12
"""Words of who or what does something at most, with where that is."""


class Clause(NamedTuple):
    """What is done (the verb as a stem, and all that it may mean), by whom and to whom, in whichever voice; `adjuncts` are the other phrases behind their prepositions."""

    verb: str
    predicate: frozenset[int | str]
    agent: frozenset[str]
    patient: frozenset[str]
    adjuncts: tuple[tuple[str, frozenset[str]], ...] = ()
    at: int = 0
    passive: bool | None = False
    """None where nobody can tell: in "the dose given to them" it is a participle, in "the firm gave" it is none."""

    def behind(self, *prepositions: str) -> frozenset[str]:
        """What stands behind the first of some prepositions: "sold it *to the bank*"."""
        return next((terms for word, terms in self.adjuncts if word in prepositions), _NOTHING)


@lru_cache(maxsize=256)
def clauses(reading: Reading) -> tuple[Clause, ...]:
    """The clauses of a statement, in the order of their verbs."""
    found = (_clause(reading, at) for at in range(1, len(reading.words)) if _may_be_verb(reading, at))
    return tuple(clause for clause in found if clause)


def _may_be_verb(reading: Reading, at: int) -> bool:
    """Whether a word may be the verb of a clause, by its form and by what stands beside it: not in "the death", "a minister resigned"."""
    words = reading.words
    word, before = words[at], words[at - 1]
    if word in _NO_VERBS or not word.isalpha() or word.endswith("ly") or reading.tokens[at].text[0].isupper():
        return False
    if before in DETERMINERS - RELATIVES or before == "of" or before.endswith("'s"):
        return False
    if before in BE and not (word.endswith("ing") or _is_participle(word)):
        return False  # "is unlawful"
    if before in HELPERS | {"to"} or is_done(word) or word == "bit":
        return True
    behind = words[at + 1] if at + 1 < len(words) else ""
    if (
        before in BREAKS - _PRONOUNS
        or is_done(before)
        or is_done(behind)
        or behind in BREAKS - DETERMINERS
        or any(q.last == at - 1 for q in reading.quantities)
    ):
        return False
    return word.endswith("s") or before.endswith("s") or before in _PRONOUNS


def _clause(reading: Reading, at: int) -> Clause:
    words, start = reading.words, at
    while start and not reading.parted(start) and _may_stand_between(words[start - 1]):
        start -= 1
    verb = stem(words[at])
    predicate, places = _predicate(reading, at)
    last = places[-1]
    subject, antecedent, inverted = _subject(reading, start)
    adjuncts, by = tuple(_adjuncts(reading, at, last)), _agent_behind(reading, last)
    reduced = by and start == at and words[last + 1] == "by" and is_done(words[at])
    is_helped = words[at - 1] != "to" and (inverted or not _PASSIVE.isdisjoint(words[start:at]))
    if reduced or (is_helped and _is_participle(words[at])):
        return Clause(verb, predicate, by, subject, adjuncts, at, passive=True)
    within = [_terms(reading, range(i, i + 1)) for i in range(at + 1, last) if i not in places]
    patient = _NOTHING.union(*within) or _behind(reading, last)
    if not (patient or antecedent) and not _HIM.isdisjoint(words[at + 1 : at + 2]):
        patient = subject & _owners(reading, start)  # "the mayor's wife sued him"
        subject -= patient
    surely = patient or antecedent or start < at or not is_done(words[at]) or _is_main_verb(reading, at)
    return Clause(
        verb, predicate, subject, patient or antecedent, adjuncts, at, passive=False if surely else None
    )


def _may_stand_between(word: str) -> bool:
    return word in _HELPING or word.endswith("ly")


def _owners(reading: Reading, end: int) -> frozenset[str]:
    owners = (at for at in range(end) if reading.words[at].endswith("'s"))
    return _NOTHING.union(*(_terms(reading, range(at, at + 1)) for at in owners))


def _is_main_verb(reading: Reading, at: int) -> bool:
    """Whether a verb without an object is no participle: "the men attacked at dawn", but "the men arrested at dawn were"; nor in a headline."""
    words, opens = reading.words, clause_start(reading, at)
    if words[at - 1] in RELATIVES:
        return True
    helping = HELPERS - {"may"}  # nor is "in May" a verb
    others = (words[i] for i in range(opens, clause_end(reading, at)) if i != at)
    return words[opens] in DETERMINERS and not any(word in helping or is_done(word) for word in others)


_DUE = words_of("thanks due owing according")
_HIM = words_of("him her them")


def _predicate(reading: Reading, at: int) -> tuple[frozenset[int | str], tuple[int, ...]]:
    """What a verb says, and the places of its words: "gunned down" as "shot dead", "took them to court" as "sued"."""
    verb, phrase = stem(reading.words[at]), reading.set_phrases.get(at)
    if phrase is None or reading.words[phrase.places[-1]] == "by":
        return meanings(verb) | {verb}, (at,)
    meant = stem(phrase.meaning)
    return meanings(verb) | meanings(meant) | {verb, meant}, tuple(phrase.places)


def _agent_behind(reading: Reading, verb: int) -> frozenset[str]:
    """Who stands behind the "by" of a verb, and not by how much it is: "rose by 12 percent"."""
    words = reading.words
    by = next((at for at in range(verb + 1, clause_end(reading, verb)) if words[at] == "by"), None)
    if by is None or any(
        q.first == by + 1 and any(word in MEASURES for word in words[q.last : q.last + 2])
        for q in reading.quantities
    ):
        return _NOTHING
    return _behind(reading, by)


def _is_participle(word: str) -> bool:
    return is_done(word) or word.endswith(("en", "wn", "un"))


def _adjuncts(reading: Reading, verb: int, last: int) -> Iterator[tuple[str, frozenset[str]]]:
    """The phrases behind a verb that begin with a preposition, up to the end of its clause."""
    for at in range(last + 1, clause_end(reading, verb)):
        if reading.words[at] in RELATIVES | _JOINING - _PREPOSITIONS - {"and", "or"}:
            return
        due = reading.words[at] == "to" and reading.words[at - 1] in _DUE
        if reading.words[at] in _PREPOSITIONS and not due and (terms := _behind(reading, at)):
            yield reading.words[at], terms


def _subject(reading: Reading, start: int) -> tuple[frozenset[str], frozenset[str], bool]:
    """What stands before a verb; what a relative clause that it is in is told of: "the *state* that Iraq invaded"; and whether "be" or "have" stands before that: "nor *was* he asked"."""
    words = reading.words
    if not start:
        return _NOTHING, _NOTHING, False
    if reading.parted(start):  # "Eskom, the utility, owes", "Holm, which built the dam, sued"
        opens = clause_start(reading, start - 1)
        apposed = opens and words[opens] in DETERMINERS | RELATIVES
        return (_before(reading, opens)[0] if apposed else _NOTHING), _NOTHING, False
    if words[start - 1] in RELATIVES:
        return _before(reading, start - 1)[0], _NOTHING, False
    subject, begins = _before(reading, start)
    if begins > 1 and words[begins - 1] == "and":
        also, opens = _before(reading, begins - 1)
        if also and (not opens or reading.parted(opens) or words[opens - 1] in RELATIVES):
            subject, begins = subject | also, opens
    if not begins or reading.parted(begins):
        return subject, _NOTHING, False
    if words[begins - 1] in RELATIVES:
        return subject, _before(reading, begins - 1)[0], False
    if (main := _behind_a_clause(reading, start)) is not None:
        return main, _NOTHING, False
    bare = words[begins] in DETERMINERS and words[begins - 1] not in BREAKS  # "the man the police shot"
    inverted = words[begins - 1] in BE | HAVE and words[begins - 2 : begins - 1] != ["there"]
    return subject, _before(reading, begins)[0] if bare else _NOTHING, inverted


def _behind_a_clause(reading: Reading, start: int) -> frozenset[str] | None:
    """Who stands before a relative clause behind which a verb begins: "the *guard* who shot the burglar arrested"; None where none does."""
    words, opens = reading.words, clause_start(reading, start)
    clause = next((at for at in range(start - 1, opens, -1) if words[at] in RELATIVES), 0)
    if not clause or is_done(words[clause - 1]) or not _JOINING.isdisjoint(words[clause:start]):
        return None
    told = any(words[at] in HELPERS or is_done(words[at]) for at in range(clause + 1, start))
    return _before(reading, clause)[0] if told else None


_JOINING = words_of("and but or as when while because after before since until")


def _before(reading: Reading, end: int) -> tuple[frozenset[str], int]:
    """The noun phrase that ends at a place, without where it is: "*the guard* at the mill"; and where all of that begins."""
    words, start = reading.words, end
    while start > max(0, end - _LONGEST) and (start == end or not reading.parted(start)):
        word = words[start - 1]
        done = is_done(word) and (start == 1 or not reading.tokens[start - 1].text[0].isupper())
        if done or (word in BREAKS - DETERMINERS and word not in _PREPOSITIONS) or word in RELATIVES:
            break
        if start < end and words[start] in DETERMINERS and word not in _PREPOSITIONS | DETERMINERS:
            break
        start -= 1
    if start and words[start - 1] == "not" and reading.parted(start - 1):  # "A, not B, who"
        return _before(reading, start - 1)
    if start < end and words[start] in _PREPOSITIONS:
        if start and not reading.parted(start):
            return _NOTHING, start  # "the man they shot *in Ghent* was"
        first = next(at for at in range(end, start, -1) if words[at - 1] in _PREPOSITIONS)
    else:
        first = start
    last = next((at for at in range(first, end) if words[at] in _PREPOSITIONS - {"of"}), end)
    return _terms(reading, range(first, last)), start


def _behind(reading: Reading, at: int) -> frozenset[str]:
    """The noun phrase behind a place: "*the firm* of hiding it"."""
    words, places = reading.words, places_after(reading, at)
    end = places.stop
    if words[end - 1] == "of":  # "most of the shares of | the mill"
        end = max(end, places_after(reading, end - 1).stop)
    ends = (i for i in range(places.start, end - 1) if words[i] == "of" and words[i + 1].endswith("ing"))
    return _terms(reading, range(places.start, next(ends, end)))


def _terms(reading: Reading, places: range) -> frozenset[str]:
    """What stands at some places, without how many, how old, when and how."""
    named = names(reading)
    first, last = bisect_left(reading.places, places.start), bisect_left(reading.places, places.stop)
    return frozenset(
        named.get(at, term)
        for term, at in reading.placed[first:last]
        if term[0] != "#" and term not in _TIMES and reading.words[at] not in _BY_THE_WAY
    )


@lru_cache(maxsize=256)
def names(reading: Reading) -> dict[int, str]:
    """The places of what is named in a statement, each with the name; of a country's people or capital it is the country."""
    named = {at: stem(word) for at, word in enumerate(reading.words) if _is_named(reading, at)}
    seats = {at: seat for at in named if (seat := seat_at(reading, at))}
    return named | seats | countries_by_place(reading)


def _is_named(reading: Reading, at: int) -> bool:
    """Whether a word is a name, or the last one of a name: "Manchester *City*"; but no title before one."""
    word = reading.words[at]
    if not reading.written[at][0].isupper() or word in STOP_WORDS:
        return False
    return word not in NOT_NAMES or (at > 0 and not reading.parted(at) and _is_named(reading, at - 1))
