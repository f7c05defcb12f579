"""Guards on where something is, and which way it goes: in Delhi, in Bombay; into and out of Gaza; until and from; outside and in."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.entities.names import find_adjacent_names, find_name_role, unshared_names
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.guards.polarity.negation import negates_opposite
from claimtrack.core.match.guards.polarity.prefixes import is_double_negative
from claimtrack.core.match.reading.names.abbreviations import capital_cities, countries_at, has_other_name
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.negators import PROHIBITING
from claimtrack.core.match.words.terms import format_both, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.core.match.reading.reading import Reading


_IN, _OUT = words_of("into to"), words_of("from")
_COMING = stems_of("come stem originate arrive flow travel move fly flee escape migrate return")
_GOING = stems_of("go flow travel move fly head send ship migrate flee escape return")
"""What moves so with "from" or "to" behind it does so of itself: what comes from a place is not what goes there."""
_CARRYING = stems_of(
    "ship send bring take carry transport move fly drive transfer smuggle evacuate haul ferry convey dispatch relocate deport deliver airlift"
)
"""What is carried so may stand between the verb and its preposition: "took *the gold* to", "shipped *in a boat* from"."""
_FAR = 6
"""Words from a verb of carrying to the preposition of its place at most."""
_BEFORE = 2
"""Words between such a verb and its preposition at most: "goes *straight back* to"."""
_KEPT = words_of(
    "kept keep keeps keeping lock locks locked shut stay stays stayed left block blocked blocks bar"
)
"""Who is kept out of a place is not let into it."""
_SURELY = words_of("into out")
_LIST, _JOINING = 7, DETERMINERS | {"and", "or"}
"""Words of a list of places at most, and what may stand between them."""


class _Way(NamedTuple):
    """Whether something goes in or out, and how that is told."""

    out: bool
    told: str


def directions_differ(a: Reading, b: Reading) -> str | None:
    """What goes into a place in the one comes out of it in the other, wherever that stands: into Gaza, out of Gaza."""
    surely = not _SURELY.isdisjoint(a.vocabulary) and not _SURELY.isdisjoint(b.vocabulary)
    if not surely and ("from" in a.vocabulary) == ("from" in b.vocabulary):
        return None
    if any(r.negators or not (_KEPT | PROHIBITING).isdisjoint(r.vocabulary) for r in (a, b)):
        return None
    ours, theirs = _ways(a), _ways(b)
    for place in filter(theirs.__contains__, ours):
        one, other = ours[place], theirs[place]
        if (
            len({way.out for way in one}) == len({way.out for way in other}) == 1
            and one[0].out != other[0].out
        ):
            return f"opposite: {one[0].told} / {other[0].told}"
    return None


def _ways(reading: Reading) -> dict[str, list[_Way]]:
    """Each place that something goes into or comes out of, with which way."""
    found: dict[str, list[_Way]] = {}
    for place, way in _read(reading):
        found.setdefault(place, []).append(way)
    return found


def _read(reading: Reading) -> Iterator[tuple[str, _Way]]:
    words = reading.words
    for at, word in enumerate(words[:-1]):
        out = word in _OUT or (word == "of" and words[at - 1] == "out")
        if not out and word not in _IN:
            continue
        surely = word in ("into", "of")
        verbs = {stem(one) for one in words[max(0, at - 1 - _BEFORE) : at]}
        way = _Way(out, reading.as_written(at - (word == "of"), at + 2 + (words[at + 1] in DETERMINERS)))
        if surely or not verbs.isdisjoint(_COMING if out else _GOING):
            yield from ((place, way) for place in _places_behind(reading, at, named=not surely))
        if _carried(reading, at):  # who breaks into the museum takes things from it
            yield from ((f"to {place}", way) for place in _places_behind(reading, at, named=False))


def _carried(reading: Reading, at: int) -> bool:
    """Whether the only verb of carrying of a statement stands close before a place, and no other verb between: "took *coins that belonged* to"."""
    carrying = [i for i, word in enumerate(reading.words) if stem(word) in _CARRYING]
    if len(carrying) != 1 or not 0 < at - carrying[0] <= _FAR:
        return False
    return not any(is_verb_form(word) or word.endswith("ing") for word in reading.words[carrying[0] + 1 : at])


def _places_behind(reading: Reading, at: int, *, named: bool) -> Iterator[str]:
    """The places that a preposition is told of, which may be several: "from *Chile* and *Peru*"; the first may be no name."""
    words, start = reading.words, at + 1
    while start < len(words) - 1 and words[start] in DETERMINERS:
        start += 1
    if not named and reading.written[start][0].islower():
        yield stem(words[start])
        return
    for i in range(start, min(len(words), start + _LIST)):
        if reading.has_capital(i):
            yield stem(words[i])
        elif words[i] not in _JOINING:
            return


def places_differ(a: Reading, b: Reading) -> str | None:
    """Each tells by one name where it is, and that is another place: in Delhi, in Bombay."""
    if not _may_tell_where(a, b) or not _may_tell_where(b, a):
        return None
    run, run_b = _where(a, b), _where(b, a)
    if run and run_b and a.words[run[0]][:_ALIKE] == b.words[run_b[0]][:_ALIKE]:
        return None
    if (
        run
        and run_b
        and _PLACING[find_name_role(a, run[0]) or ""] == _PLACING[find_name_role(b, run_b[0]) or ""]
    ):
        return f"other name: {a.written_at(run)} / {b.written_at(run_b)}"
    return None


_ALIKE = 3
"""First letters of two spellings of one name: Ulaanbaatar, Ulan Bator."""
_PLACING = {"in": "in", "at": "in", "near": "in", "to": "to", "from": "from"}
_WHERE = frozenset(_PLACING)
"""Behind these it is told where it is, or where to or from: each as one of them."""


def _may_tell_where(one: Reading, other: Reading) -> bool:
    """Whether one tells where it is by a name that the other has not in the same form: soon seen, and of most it is not so."""
    return any(
        name not in other.terms and find_name_role(one, at) in _WHERE for name, at in one.names.items()
    )


def _where(one: Reading, other: Reading) -> list[int] | None:
    """The places of the name by which one tells where it is, where the other has not that name; but "at an Indian port"."""
    names = list(dict.fromkeys((*unshared_names(one, other), *_cities(one, other))))
    run = find_adjacent_names(one, names) if names else None
    told = run and find_name_role(one, run[0]) in _WHERE and one.words[run[0] - 1] not in ("a", "an")
    return run if told else None


def _cities(one: Reading, other: Reading) -> list[str]:
    """The capital in which it is, where the other names its country, and nothing that is there: "in Rome", "the Italian minister"."""
    return [
        stem(city)
        for at, city, country in capital_cities(one)
        if find_name_role(one, at) in _WHERE
        and city not in other.vocabulary
        and not has_other_name(one, at, other)
        and not _is_there(other, country)
    ]


def _is_there(reading: Reading, country: str) -> bool:
    """Whether a country is named and something is told to be in it, or another capital is meant by it."""
    return any(
        country in countries_at(reading, range(at, at + 1)) and find_name_role(reading, at) in _WHERE
        for at in reading.names.values()
    ) or country not in countries_at(reading, range(len(reading.words)), seats=False)


_LISTED = """
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
_OPPOSED: dict[str, frozenset[str]] = {}
"""Each word with those that say another thing in its place."""
for _line in _LISTED.strip().splitlines():
    _groups = [words_of(group) for group in _line.split("/")]
    for _group in _groups:
        for _word in _group:
            _OPPOSED[_word] = _OPPOSED.get(_word, frozenset()).union(*_groups) - _group
_OF_A_SHARE = words_of("out in of")
_GRAMMAR = words_of("of in into from on")
"""Of those, such as nearly every statement has: the other of two opposed words tells where to look for them."""
_MARKED = frozenset(_OPPOSED) - _GRAMMAR
_EACH_ONE = words_of("each every no not any another this that")
"""Behind these "one" counts nothing."""


def relations_differ(a: Reading, b: Reading) -> str | None:
    """The same word before and behind, but another relation between: until, from; outside, of; every, one."""
    ours, theirs = _MARKED & a.vocabulary, _MARKED & b.vocabulary
    if ours == theirs or _unless_denied(a, b) or is_double_negative(a, b):
        return None
    if any(
        otherwise(*two) for otherwise in (negates_opposite, is_denied_only_until) for two in ((a, b), (b, a))
    ):
        return None
    for one, other, alone in ((a, b, ours - theirs), (b, a, theirs - ours)):
        for word in sorted(alone):
            opposed = _OPPOSED[word] & other.vocabulary
            slots = set(_slots(one, {word})) if opposed else set()
            for slot, said in _slots_said(other, opposed):
                if slot in slots and slot not in set(_slots(one, {said})):
                    told = word, said
                    return f"differs: {format_both(told, turned=one is not a)}"
    return None


def _unless_denied(a: Reading, b: Reading) -> bool:
    """Whether "unless" stands for "if not"."""
    return ("unless" in a.vocabulary) != ("unless" in b.vocabulary) and len(a.negators) != len(b.negators)


def _slots(reading: Reading, words: Iterable[str]) -> Iterator[tuple[str, str]]:
    return (slot for slot, _ in _slots_said(reading, words))


def _slots_said(reading: Reading, opposed: Iterable[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """What stands before and behind each of some words, in stems, with the word."""
    for at, word in enumerate(reading.words):
        if word in opposed and not _in_a_phrase(reading, at):
            before = next((w for w in reversed(reading.words[:at]) if _is_content(w)), "")
            behind = next((w for w in reading.words[at + 1 :] if _is_content(w)), "")
            if behind:
                yield (stem(before), stem(behind)), word


def _in_a_phrase(reading: Reading, at: int) -> bool:
    """Whether a word is a part of another little word or of a share: "each one", "in front of", "seven out of ten"."""
    words = reading.words
    if words[at] == "one":
        return at > 0 and words[at - 1] in _EACH_ONE
    if words[at] in _OF_A_SHARE and any(q.first < at < q.last for q in reading.quantities):
        return True
    if words[at] in ("because", "after"):
        return words[at + 1 : at + 2] in (["of"], ["all"])  # "because of a row", "after a row"
    return "front" in words[at - 1 : at + 2] and words[at] in ("in", "of")


def _is_content(word: str) -> bool:
    return word not in STOP_WORDS and word not in _OPPOSED
