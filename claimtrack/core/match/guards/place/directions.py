"""Guards on place, direction and the prepositions and conjunctions that express them: in Delhi, in Bombay; into and out of Gaza; until and from; outside and in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.core.language.word_lists import STOP_WORDS, words_of
from claimtrack.core.match.guards.entities.names import find_adjacent_names, find_name_role, unshared_names
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.guards.polarity.negation import negates_opposite
from claimtrack.core.match.guards.polarity.prefixes import is_double_negative
from claimtrack.core.match.reading.names.abbreviations import capital_cities, countries_at, has_other_name
from claimtrack.core.match.reading.numbers.shares import SHARE_LINKS
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.negators import PROHIBITING
from claimtrack.core.match.words.terms import format_both, stem, stems_of

_INWARD_PREPOSITIONS, _OUTWARD_PREPOSITIONS = words_of("into to"), words_of("from")
_OUTWARD_VERBS = stems_of("come stem originate arrive flow travel move fly flee escape migrate return")
_INWARD_VERBS = stems_of("go flow travel move fly head send ship migrate flee escape return")
"""Intransitive verbs of motion with "from" or "to": what comes from a place does not go there."""
_CARRYING_VERBS = stems_of(
    "ship send bring take carry transport move fly drive transfer smuggle evacuate haul ferry convey "
    "dispatch relocate deport deliver airlift"
)
"""Transitive verbs of motion, whose object may precede the preposition: "took *the gold* to", "shipped *in a boat* from"."""
_CARRYING_REACH = 6
"""Words from a verb of carrying to the preposition of its place at most."""
_VERB_REACH = 2
"""Words between a verb of motion and its preposition at most: "goes *straight back* to"."""
_BLOCKING_VERBS = words_of(
    "kept keep keeps keeping lock locks locked shut stay stays stayed left block blocked blocks bar"
)
"""Who is kept out of a place is not let into it."""
_UNAMBIGUOUS_WORDS = words_of("into out")
_MAX_LIST_WORDS, _LIST_WORDS = 7, DETERMINERS | {"and", "or"}
"""Words of a list of places at most, and what may stand between the names."""


class _Direction(NamedTuple):
    """Whether something goes out, and the words that say so."""

    out: bool
    written: str


def directions_differ(a: Reading, b: Reading) -> str | None:
    """What goes into a place in one comes out of it in the other: into Gaza, out of Gaza."""
    surely = all(_UNAMBIGUOUS_WORDS & r.vocabulary for r in (a, b))
    if not surely and ("from" in a.vocabulary) == ("from" in b.vocabulary):
        return None
    if any(r.negators or not (_BLOCKING_VERBS | PROHIBITING).isdisjoint(r.vocabulary) for r in (a, b)):
        return None
    ours, theirs = _find_directions(a), _find_directions(b)
    for place in filter(theirs.__contains__, ours):
        one, other = ours[place], theirs[place]
        outward, outward_b = {x.out for x in one}, {x.out for x in other}
        if len(outward) == len(outward_b) == 1 and outward != outward_b:
            return f"opposite: {one[0].written} / {other[0].written}"
    return None


def _find_directions(reading: Reading) -> dict[str, list[_Direction]]:
    """The directions of movement by place."""
    found: dict[str, list[_Direction]] = {}
    for place, direction in _read_directions(reading):
        found.setdefault(place, []).append(direction)
    return found


def _read_directions(reading: Reading) -> Iterator[tuple[str, _Direction]]:
    """Yield each place with the direction of a movement."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        out = word in _OUTWARD_PREPOSITIONS or (word == "of" and words[at - 1] == "out")
        if not out and word not in _INWARD_PREPOSITIONS:
            continue
        surely = word in ("into", "of")
        verbs = {stem(before) for before in words[max(0, at - 1 - _VERB_REACH) : at]}
        end = at + 2 + (words[at + 1] in DETERMINERS)
        direction = _Direction(out, reading.as_written(at - (word == "of"), end))
        if surely or not verbs.isdisjoint(_OUTWARD_VERBS if out else _INWARD_VERBS):
            yield from ((place, direction) for place in _find_places(reading, at, named=not surely))
        if _follows_carrying_verb(reading, at):  # not "into": who breaks into a museum takes things out of it
            yield from ((f"to {place}", direction) for place in _find_places(reading, at, named=False))


def _follows_carrying_verb(reading: Reading, at: int) -> bool:
    """Whether the only verb of carrying closely precedes a place, with no other verb between: not "took *coins that belonged* to"."""
    carrying = [i for i, word in enumerate(reading.words) if stem(word) in _CARRYING_VERBS]
    if len(carrying) != 1 or not 0 < at - carrying[0] <= _CARRYING_REACH:
        return False
    return not any(is_verb_form(word) or word.endswith("ing") for word in reading.words[carrying[0] + 1 : at])


def _find_places(reading: Reading, at: int, *, named: bool) -> Iterator[str]:
    """Yield the places after a preposition, of which there may be several: "from *Chile* and *Peru*"; the first need not be a name."""
    words, start = reading.words, at + 1
    while start < len(words) - 1 and words[start] in DETERMINERS:
        start += 1
    if not named and reading.written[start][0].islower():
        yield stem(words[start])
        return
    for i in range(start, min(len(words), start + _MAX_LIST_WORDS)):
        if reading.has_capital(i):
            yield stem(words[i])
        elif words[i] not in _LIST_WORDS:
            return


def places_differ(a: Reading, b: Reading) -> str | None:
    """Each names where it is, and the places differ: in Delhi, in Bombay."""
    if not _may_name_place(a, b) or not _may_name_place(b, a):
        return None
    run, run_b = _find_place(a, b), _find_place(b, a)
    if run and run_b and a.words[run[0]][:_SPELLING_LETTERS] == b.words[run_b[0]][:_SPELLING_LETTERS]:
        return None
    if not run or not run_b:
        return None
    role, role_b = (_PLACE_PREPOSITIONS[find_name_role(*two) or ""] for two in ((a, run[0]), (b, run_b[0])))
    return f"other name: {a.written_at(run)} / {b.written_at(run_b)}" if role == role_b else None


_SPELLING_LETTERS = 3
"""First letters that two spellings of one name share: Ulaanbaatar, Ulan Bator."""
_PLACE_PREPOSITIONS = {"in": "in", "at": "in", "near": "in", "to": "to", "from": "from"}
"""The prepositions of place and direction, with synonyms counted as one."""


def _may_name_place(one: Reading, other: Reading) -> bool:
    """Whether one names a place that the other does not have in the same form: a cheap test that rules out most pairs."""
    return any(
        name not in other.terms and find_name_role(one, at) in _PLACE_PREPOSITIONS
        for name, at in one.names.items()
    )


def _find_place(one: Reading, other: Reading) -> list[int] | None:
    """The places of the words that name where it is, if the other does not have the name; but "at an Indian port"."""
    names = list(dict.fromkeys((*unshared_names(one, other), *_find_capitals(one, other))))
    run = find_adjacent_names(one, names) if names else None
    if not run or one.words[run[0] - 1] in ("a", "an"):
        return None
    return run if find_name_role(one, run[0]) in _PLACE_PREPOSITIONS else None


def _find_capitals(one: Reading, other: Reading) -> list[str]:
    """The capitals in which it is, if the other only names their country and places nothing there: "in Rome", "the Italian minister"."""
    return [
        stem(city)
        for at, city, country in capital_cities(one)
        if find_name_role(one, at) in _PLACE_PREPOSITIONS
        and city not in other.vocabulary
        and not has_other_name(one, at, other)
        and not _is_located_in(other, country)
    ]


def _is_located_in(reading: Reading, country: str) -> bool:
    """Whether something is placed in a country, or the country is only meant by another capital."""
    if country not in countries_at(reading, range(len(reading.words)), seats=False):
        return True
    places = (at for at in reading.names.values() if country in countries_at(reading, range(at, at + 1)))
    return any(find_name_role(reading, at) in _PLACE_PREPOSITIONS for at in places)


_OPPOSED_LIST = """
until till / from since after
before / after since from during
during / after
within / after
outside beyond / in inside within of throughout across
near behind opposite / in inside within of
out / in inside within into
far / in inside within on
far / near beside next
front / behind
every each all / one none few
one / most many several
only / even
if / unless
after / because
mostly mainly largely chiefly / partly partially / entirely wholly solely exclusively completely
"""
_OPPOSED_WORDS: dict[str, frozenset[str]] = {}
"""Each word with those that express another relation in its place."""
for _line in _OPPOSED_LIST.strip().splitlines():
    _groups = [words_of(group) for group in _line.split("/")]
    for _group in _groups:
        for _word in _group:
            _OPPOSED_WORDS[_word] = _OPPOSED_WORDS.get(_word, frozenset()).union(*_groups) - _group
_COMMON_PREPOSITIONS = words_of("of in into from on")
"""Words in nearly every statement: the search starts from the word opposed to them."""
_DISTINCTIVE_WORDS = frozenset(_OPPOSED_WORDS) - _COMMON_PREPOSITIONS
_ONE_DETERMINERS = words_of("each every no not any another this that")
"""After these "one" is no number."""


def relations_differ(a: Reading, b: Reading) -> str | None:
    """The same words stand before and after another relation: until, from; outside, of; every, one."""
    ours, theirs = _DISTINCTIVE_WORDS & a.vocabulary, _DISTINCTIVE_WORDS & b.vocabulary
    if ("unless" in a.vocabulary) != ("unless" in b.vocabulary) and len(a.negators) != len(b.negators):
        return None  # "if not"
    if ours == theirs or is_double_negative(a, b):
        return None
    both_ways = ((a, b), (b, a))
    if any(negates_opposite(*two) or is_denied_only_until(*two) for two in both_ways):
        return None
    for one, other, alone in ((a, b, ours - theirs), (b, a, theirs - ours)):
        for word in sorted(alone):
            opposed = _OPPOSED_WORDS[word] & other.vocabulary
            slots = set(_find_slots(one, {word})) if opposed else set()
            for slot, word_b in _find_slots_with_words(other, opposed):
                if slot in slots and slot not in set(_find_slots(one, {word_b})):
                    quoted = word, word_b
                    return f"differs: {format_both(quoted, turned=one is not a)}"
    return None


def _find_slots(reading: Reading, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the stems before and after each of some words."""
    return (slot for slot, _ in _find_slots_with_words(reading, words))


def _find_slots_with_words(reading: Reading, opposed: Iterable[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """The same, each with the word between them."""
    for at, word in enumerate(reading.words):
        if word in opposed and not _is_part_of_phrase(reading, at):
            before = next((w for w in reversed(reading.words[:at]) if _is_content_word(w)), "")
            after = next((w for w in reading.words[at + 1 :] if _is_content_word(w)), "")
            if after:
                yield (stem(before), stem(after)), word


def _is_part_of_phrase(reading: Reading, at: int) -> bool:
    """Whether a word is part of another function word or of a share: "each one", "in front of", "seven out of ten"."""
    words = reading.words
    if words[at] == "one":
        return at > 0 and words[at - 1] in _ONE_DETERMINERS
    if words[at] in SHARE_LINKS and any(q.first < at < q.last for q in reading.quantities):
        return True
    if words[at] in ("because", "after"):
        return reading.word(at + 1) in ("of", "all")  # "because of a row", "after a row"
    return "front" in words[at - 1 : at + 2] and words[at] in ("in", "of")


def _is_content_word(word: str) -> bool:
    """Whether a word is neither a function word nor one of the opposed words."""
    return word not in STOP_WORDS and word not in _OPPOSED_WORDS
