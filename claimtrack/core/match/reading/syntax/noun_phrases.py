"""Noun phrases and names in a statement: before or after a place, coordinated, after "by"; and nouns that express an action."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import RELATIVES, STOP_WORDS, words_of
from claimtrack.core.match.reading.names.abbreviations import countries_by_place, country_of_seat
from claimtrack.core.match.reading.names.names import NOT_NAMES
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    HELPERS,
    PHRASE_BREAKS,
    clause_end,
    clause_start,
    display_word,
    phrase_places_after,
)
from claimtrack.core.match.reading.syntax.verbs import ADVERBIALS, has_verb_forms, is_hyphenated, verb_places
from claimtrack.core.match.words.forms import INVARIABLE_VERBS, is_verb_form, verb_roots
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

NOTHING: frozenset[str] = frozenset()
PREPOSITIONS = words_of(
    "of in at off near on from for with to into by against over outside behind beside around across along "
    "under between among about during within without through despite"
)
TIME_UNIT_STEMS = stems_of("second minute hour day week month year decade")
_TIME_STEMS = TIME_UNIT_STEMS | stems_of("old aged age")
"""Words of time, age and amount, which name nobody who acts: "two *years* later"."""
_PHRASE_ENDERS = PHRASE_BREAKS - DETERMINERS - PREPOSITIONS
"""Words that belong to no noun phrase."""
_PHRASE_OPENERS = PREPOSITIONS | DETERMINERS
_MAX_PHRASE_WORDS = 12
"""Maximum number of words of a noun phrase, including where it is."""


def noun_phrase_before(reading: Reading, end: int) -> tuple[frozenset[str], int]:
    """Return the terms of the noun phrase that ends at a place, without its place adjuncts, "*the guard* at the mill"; and where the whole phrase begins."""
    words, start, verbs = reading.words, end, verb_places(reading)
    while start > max(0, end - _MAX_PHRASE_WORDS) and (start == end or not _is_separated(reading, start)):
        word = words[start - 1]
        is_participle = start - 1 in verbs and words[start - 2] != "to"
        if start == 1:
            is_participle = is_verb_form(word) and start < end
        if is_participle or word in _PHRASE_ENDERS or word in RELATIVES:
            break
        if start < end and words[start] in DETERMINERS and word not in _PHRASE_OPENERS:
            break
        start -= 1
    if start and words[start - 1] == "not" and reading.is_boundary(start - 1):  # "A, not B, who"
        return noun_phrase_before(reading, start - 1)
    if start < end and words[start] in PREPOSITIONS:
        if start and not reading.is_boundary(start):
            return NOTHING, start  # "the man they shot *in Ghent* was"
        first = _skip_opening_adjunct(reading, start, end)
    else:
        first = start
    last = next((at for at in range(first, end) if words[at] in PREPOSITIONS - {"of"}), end)
    return content_terms_at(reading, range(first, last)), start


def _is_separated(reading: Reading, at: int) -> bool:
    """Whether punctuation other than the dot of an abbreviation stands before a word: not "Ft. Hamley"."""
    if not reading.is_boundary(at):
        return False
    between = reading.gap_before(at)
    return between.strip() != "." or reading.sentences[at - 1] != reading.sentences[at]


_HEDGES = words_of("more less fewer than at least most up to about around over nearly almost under some")
_HEDGE_REACH = 4
"""Maximum number of words from a hedge to its number."""


def _skip_opening_adjunct(reading: Reading, start: int, end: int) -> int:
    """Return where the subject begins after a place or time adjunct without a comma: "at a rally in Mesa | Kari Lake", "in May | police in Turin"."""
    words, after = reading.words, end
    parts = [at + 1 for at in range(start, end) if words[at] in PREPOSITIONS]
    for first in reversed(parts):
        first += words[first] in DETERMINERS
        if after - first > 1:
            return _start_of_second_phrase(reading, first, after)
        after = first - 1 - (words[first - 1] in DETERMINERS)
    return parts[-1]


def _start_of_second_phrase(reading: Reading, first: int, end: int) -> int:
    """Return where the second of two adjacent noun phrases begins: "Mesa rally | Kari Lake", "Turin | police", "war | German troops"."""
    capitals = [reading.has_capital(at) for at in range(first, end)]
    size = len(capitals)
    last = next((at for at in range(size - 1, 0, -1) if capitals[at - 1] != capitals[-1]), size - 1)
    if not capitals[-1] and False in capitals[:last]:
        last = next(at for at in range(last, 0, -1) if not capitals[at - 1])
    return first + last


@lru_cache(maxsize=512)
def noun_phrase_after(reading: Reading, at: int) -> frozenset[str]:
    """Return the terms of the noun phrase after a place, with all that is coordinated with it: "*the firm* of hiding it", "*the firm and the bank* over it"."""
    words = reading.words
    counted = next((q.first for q in reading.quantities if at < q.first <= at + _HEDGE_REACH), at)
    if _HEDGES.issuperset(words[at + 1 : counted]):
        at = max(at, counted - 1)  # "by more than 100 firms"
    places = _phrase_places(reading, at)
    found = content_terms_at(reading, places)
    while found and (places := _coordinated_places(reading, places.stop)):
        found |= content_terms_at(reading, places)
    return found


def _phrase_places(reading: Reading, at: int) -> range:
    """Return the places of the noun phrase after a place, up to a preposition."""
    words = reading.words
    if reading.word(at + 1) in _PARTICLES and not reading.ends_clause(at + 2):
        at += words[at + 2] not in PREPOSITIONS  # "shot down *the jet*"
    places = phrase_places_after(reading, at)
    end = next((i for i in places if _is_trailing_verb(reading, i)), places.stop)
    if words[end - 1] == "of":  # "most of the shares of | the mill"
        end = max(end, phrase_places_after(reading, end - 1).stop)
    links = (i for i in range(places.start, end) if words[i] in PREPOSITIONS)
    ends = (i for i in links if words[i] != "of" or reading.word(i + 1).endswith("ing"))
    return range(places.start, next(ends, end))


_PARTICLES = words_of("up down out back away")


def find_light_verb_noun(reading: Reading, at: int) -> tuple[int, ...]:
    """Return the places from a light verb to the preposition after its action noun, "gave its *support to* them"; () if there is none."""
    places = _phrase_places(reading, at)
    if not places or reading.word(places.stop) not in _AFTER_ACTION_NOUN:
        return ()
    return tuple(range(at, places.stop + 1)) if _is_action_noun(reading.words[places[-1]]) else ()


def _is_action_noun(noun: str) -> bool:
    """Whether a noun is derived from a verb: "support", "invasion", "criticism"."""
    forms = noun, f"{noun.removesuffix('sm')}se"
    return any(map(has_verb_forms, forms)) or bool(verb_roots(stem(noun)))


_AFTER_ACTION_NOUN = words_of("to on against upon")


def action_nouns(reading: Reading) -> list[int]:
    """Return the places of action nouns with both agent and patient: "his *criticism* of her", "the *arrest* of her by him"."""
    words = reading.words
    if "of" not in reading.vocabulary:
        return []
    return [
        at
        for at in range(1, len(words) - 2)
        if words[at + 1] == "of"
        and at not in verb_places(reading)
        and (words[at - 1].endswith("'s") or _has_by_agent(reading, at))
        and _is_action_noun(words[at])
    ]


def _has_by_agent(reading: Reading, at: int) -> bool:
    """Whether "by" and an agent follow an action noun, with no verb before it that the "by" may belong to."""
    end = phrase_places_after(reading, at + 1).stop
    before = range(clause_start(reading, at), at)
    return reading.word(end) == "by" and verb_places(reading).keys().isdisjoint(before)


def _coordinated_places(reading: Reading, end: int) -> range:
    """Return the places that a conjunction or comma adds to the phrase ending at a place, unless they open a clause: "sued *Holm, Vale and Orlin*"."""
    words = reading.words
    if end + 1 >= len(words):
        return range(0)
    if reading.is_boundary(end):
        stop = clause_end(reading, end)
        name_end = next((at for at in range(end, stop) if not reading.has_capital(at)), stop)
        return range(end, name_end) if name_end == stop or words[name_end] in COORDINATORS else range(0)
    places = _phrase_places(reading, end) if words[end] in COORDINATORS else range(0)
    continues = reading.word(places.stop) in _OPENING_PREDICATE
    has_verb = not verb_places(reading).keys().isdisjoint(range(end, places.stop + 1))
    return range(0) if continues or has_verb else places


COORDINATORS = words_of("and or nor")
_OPENING_PREDICATE = HELPERS | RELATIVES


def _is_trailing_verb(reading: Reading, at: int) -> bool:
    """Whether a word is a verb with nothing after it: "the guard they shot | died", "a complaint | filed against him"; but "armed men"."""
    words = reading.words
    alone = reading.ends_clause(at + 1) or words[at + 1] in PHRASE_BREAKS | ADVERBIALS
    return alone and at in verb_places(reading) and words[at] not in INVARIABLE_VERBS  # "by a power cut"


def content_terms_at(reading: Reading, places: range) -> frozenset[str]:
    """Return the terms at some places, without numbers, ages, times and manners."""
    named = names_by_place(reading)
    first, last = bisect_left(reading.places, places.start), bisect_left(reading.places, places.stop)
    found = frozenset(
        named.get(at, term)
        for term, at in reading.placed_terms[first:last]
        if term[0] != "#" and term not in _TIME_STEMS and reading.words[at] not in ADVERBIALS
    )
    return found - RECIPROCALS or found


RECIPROCALS = stems_of("rival opponent colleague")
"""Nouns for what two of a kind are to each other: "the *Danish* rival" of a Swedish firm is a Danish firm."""


@lru_cache(maxsize=256)
def names_by_place(reading: Reading) -> dict[int, str]:
    """Map the places of names to the names; peoples and capitals count as their country, counted goods as themselves: "two million *Teslas*"."""
    named = {at: stem(word) for at, word in enumerate(reading.words) if _is_name(reading, at)}
    goods = {q.last + 1: reading.words[q.last + 1] for q in reading.quantities if q.last + 1 in named}
    seats = {at: seat for at in named if (seat := country_of_seat(reading, at))}
    return named | goods | seats | countries_by_place(reading)


def _is_name(reading: Reading, at: int) -> bool:
    """Whether a word is a name or ends one, "Manchester *City*", and not a title before one."""
    word = reading.words[at]
    if not reading.has_capital(at) or word in STOP_WORDS:
        return False
    return word not in NOT_NAMES or (at > 0 and not reading.is_boundary(at) and _is_name(reading, at - 1))


def display_term(reading: Reading, terms: frozenset[str]) -> str:
    """Return the first of some terms, or the name that it belongs to, as a person would read it."""
    named = names_by_place(reading)
    places = (at for term, at in reading.placed_terms if named.get(at, term) in terms)
    return next((display_word(reading, at) for at in places), "")


def find_by_agent(reading: Reading, verb: int) -> frozenset[str]:
    """Return the agent after the "by" of a verb, but no amount or manner: "rose by 12 percent", "passed by a narrow margin"; nor a "by-election"."""
    places = (at for at in range(verb + 1, clause_end(reading, verb)) if reading.words[at] == "by")
    agents = (by for by in places if not is_hyphenated(reading, by + 1) and _introduces_agent(reading, by))
    return next((noun_phrase_after(reading, by) for by in agents), NOTHING)


def _introduces_agent(reading: Reading, by: int) -> bool:
    """Whether "by" introduces an agent: "sued by the bank", but "sued by mistake", "won by beating them"."""
    words, phrase = reading.words, phrase_places_after(reading, by)
    head = next((at for at in phrase if words[at] == "of"), phrase.stop) - 1
    is_gerund = by + 1 in verb_places(reading)  # "by beating them"
    if is_gerund or words[head] in _MANNER_NOUNS or (head == by + 1 and words[head] in _INSTRUMENT_NOUNS):
        return False
    numbers = (q for q in reading.quantities if q.first == by + 1)
    return all(MEASURES.keys().isdisjoint(words[q.last : q.last + 2]) for q in numbers)


_MANNER_NOUNS = words_of(
    "margin majority vote votes mistake accident way means dint virtue end deadline date noon midnight dawn "
    "dusk morning evening night"
)
_INSTRUMENT_NOUNS = words_of(
    "hand hands email mail phone telephone post fax text train car bus taxi lorry truck road rail sea air "
    "land boat ship plane bike foot chance law day default force design nature name sight order agreement "
    "consensus acclamation decree referendum lottery lot surprise proxy consent request appointment "
    "satellite radio radar summer winter spring autumn"
)
"""After "by" these express means or time, not an agent: "sent by mail"; but "hit by a car"."""
