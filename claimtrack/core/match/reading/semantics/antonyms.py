"""Which words of a statement take a pole of an antonym axis: rising or falling, north or south, more or fewer."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

from claimtrack.core.language.word_lists import BE, ORDINALS, words_of
from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.numbers.bounds import MOTION_VERBS
from claimtrack.core.match.reading.semantics.antonym_phrases import (
    CONTEXT_DEPENDENT,
    LEGAL_MATTERS,
    MAX_WORDS_SINCE_MATTER,
    Context,
    contains_number,
    contains_time_span,
    poles_in_context,
    read_context,
)
from claimtrack.core.match.reading.semantics.near_denials import REBUFFING_VERBS, rejects_call
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.forms import is_passive_participle
from claimtrack.core.match.words.terms import stem, stems_of

_LOWER_FORMS = words_of("lowers lowered lowering")
_MULTIPLES = {"half": 1, "twice": 0, "double": 0, "triple": 0, "times": 0}
"""Before "as" these mean that the first of two is less or more: "half as fast as"."""
_MAJORITY_OR_MINORITY = {"over": 0, "more": 0, "under": 1, "below": 1, "less": 1, "fewer": 1}
"""Before "half" or "than half" these make it a majority or a minority."""

_REVERSING_STEMS = stems_of(
    "end lift scrap cancel drop abolish revoke reverse overturn struck quash annul repeal rescind remove "
    "stop halt relax cut withdraw strip"
)
_REDUCING_STEMS = stems_of("reduce slash halve trim lower decrease shrink")
_INSTRUMENT_PREPOSITIONS = words_of("with by through using")
"""Before a liftable noun these make it the means by which something else is ended."""
LIFTABLE = words_of(
    "ban bans prohibition closure closures shutdown lockdown blockade suspension moratorium freeze boycott funding"
)
"""Nouns whose meaning is reversed when they are ended: who lifts a ban allows, who ends a closure opens."""
_NOUN_REACH, _VERB_REACH, _PASSIVE_REACH = 5, 7, 14
"""Maximum numbers of words from the verb to such a noun ("ended its ban"), from the noun to the verb, and to a passive ("the ban on 26 sites was lifted")."""


def _find_reversals(words: Sequence[str]) -> dict[int, int]:
    """Map the place of each liftable noun that is ended to that of the verb that ends it."""
    found = {}
    for at, word in enumerate(words):
        if word in LIFTABLE:
            near = (
                *range(at - 1, max(-1, at - 1 - _NOUN_REACH), -1),
                *range(at + 1, min(len(words), at + _VERB_REACH)),
            )
            verb = next((i for i in near if _reverses(words, i, at)), None)
            verb = verb or _find_passive_reversal(words, at)
            if verb is not None:
                found[at] = verb
    return found


def _find_passive_reversal(words: Sequence[str], noun: int) -> int | None:
    """Return the place of a passive verb, some way after a noun, that ends it: "the ban on 26 sites *was lifted*"."""
    after = range(noun + _VERB_REACH, min(len(words), noun + _PASSIVE_REACH))
    passive = (at for at in after if words[at - 1] in BE and words[at - 2] not in _RELATIVE_WORDS)
    return next((at for at in passive if _reverses(words, at, noun)), None)


_RELATIVE_WORDS = words_of("who which that where")


def _reverses(words: Sequence[str], at: int, noun: int) -> bool:
    """Whether a word ends what a noun stands for; "a blockade to stop the boats" and "stop them with a blockade" end no blockade."""
    taken_away = stem(words[at]) == stem("take") and words[at + 1 : at + 2] == ["away"]
    lessened = words[noun] == "funding" and stem(words[at]) in _REDUCING_STEMS  # reduced funding is cut
    if not (taken_away or lessened or stem(words[at]) in _REVERSING_STEMS) or words[at] in LIFTABLE:
        return False
    if at < noun:
        return _INSTRUMENT_PREPOSITIONS.isdisjoint(words[at:noun])
    return words[at - 1] != "to" or words[at - 2] in BE


_MUST, _HAS_TO = words_of("must should shall"), (["has", "to"], ["have", "to"], ["had", "to"])
_CONTEXTUAL = CONTEXT_DEPENDENT | {"half", "as"}
"""Words that take a pole only by the words next to them."""


def poles(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Return axis -> (pole, word, place) of each word that takes a pole; `joined` maps the places of set phrases to the word they stand for."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    ended = {} if LIFTABLE.isdisjoint(words) else _find_reversals(words)
    for at, verb in ended.items():
        for axis, pole in poles_of(words[at]):
            found.setdefault(axis, []).append((1 - pole, words[verb], verb))
    for at, word in enumerate(words):
        lexical = poles_of(joined.get(at, word) if joined else word)
        if (not lexical and word not in _CONTEXTUAL) or at in ended:
            continue
        if joined and joined.get(at) == "":
            continue  # "down" in "turned down" is no direction
        for axis, pole, place in _poles_at(read_context(words, at), lexical, ended.values()):
            found.setdefault(axis, []).append((pole, words[place], place))
    return found


def _poles_at(
    context: Context, lexical: Iterable[tuple[str, int]], reversing: Container[int]
) -> Iterator[tuple[str, int, int]]:
    """Yield the axis and pole of a word, of those it has in the lexicon and those by its context, each with its place; `reversing` are the verbs that end something."""
    words, at, *_ = context
    word = words[at]
    if word in _NO_POLE_TESTS and _NO_POLE_TESTS[word](context):
        return
    if word == "half" and (side := _pole_of_half(words, at)) is not None:
        yield "share", side, at
        return
    if word == "as" and at and (multiple := _pole_of_multiple(words, at)):
        yield *multiple, at - 1
    for axis, pole in lexical:
        if not _is_ruled_out(axis, context, reversing):
            # who was paid has received it: "the miners were paid", but "was paid to the miners"
            is_payee = axis == "payment" and word == "paid" and "to" not in words[at:]
            yield axis, 1 - pole if is_payee and is_passive_participle(words, at) else pole, at
    for axis, pole in poles_in_context(context):
        yield axis, pole, at


def _is_ruled_out(axis: str, context: Context, reversing: Container[int]) -> bool:
    """Whether the context of a word rules out its pole on an axis: "*ended* the closure" ends nothing, who "must *pay*" has not paid."""
    words, at, before, _ = context
    if axis == "beginning":
        return at in reversing
    if axis in ("settlement", "debt"):
        return before in _MUST or words[at - 2 : at] in _HAS_TO
    if axis == "comparative":
        return words[at] in _LOWER_FORMS  # what it lowers was high
    # Who rejects the challenge to a quota upholds the quota.
    start = max(0, at - MAX_WORDS_SINCE_MATTER)
    return axis == "hearing" and LEGAL_MATTERS.isdisjoint(words[start : at + 4])


def _is_phrasal_or_limit(context: Context) -> bool:
    """Whether "up" expresses no rise: "dried *up*", "grown *up*", "*up* to 40"; but "rose *up* to 40"."""
    words, before = context.next_words(2), context.before
    is_limit = words[:1] == ["to"] and "".join(words[1:])[:1].isdecimal() and before not in MOTION_VERBS
    return is_limit or stem(before) in _PHRASAL_WITH_UP or before == "grown"


def _after(words: str) -> Callable[[Context], bool]:
    """Return the test whether the word before is one of these."""
    known = words_of(words)
    return lambda c: c.before in known


_PHRASAL_WITH_UP = stems_of(
    "dry dried use burn clean cover wake wash team sign show pick wrap tear split end lock blow break give tie"
)
"""Verbs with which "up" expresses no rise: "dried up"."""
_LIFE, _KOREA = words_of("life lives"), words_of("korea korean koreans")
_UNCHANGED_STATES = words_of(
    "shut closed open unchanged silent empty calm quiet dark dry low high strong weak stable flat neutral"
)
_NO_POLE_TESTS: dict[str, Callable[[Context], bool]] = {
    word: test
    for words, test in (
        ("longer", _after("no any")),
        ("leave", _after("maternity paternity parental sick annual paid unpaid")),
        ("income", _after("national")),
        ("jail custody detention", _after("of from")),  # "let out of jail"
        (
            "paid selling earning",
            _after("best better worst worse highest higher lowest lower least top well badly poorly"),
        ),
        ("election elections grower growers barely", lambda _: True),
        ("starting beginning", lambda c: starts_date(c.next_words(1))),  # "since": "starting in May"
        (
            "every",
            lambda c: c.following in ORDINALS or c.following == "other" or contains_time_span([c.following]),
        ),
        ("some", lambda c: contains_number(c.next_words(1))),  # an approximation
        ("lost lose loses", lambda c: c.precedes(_LIFE, 2)),  # died
        ("all", lambda c: c.before == "in" and contains_number([c.words[c.at - 2]])),  # "43 in all"
        ("living", lambda c: c.before.endswith("est") or c.before in ("last", "only")),
        ("up", _is_phrasal_or_limit),
        ("grown", lambda c: c.following == "up"),  # an adult
        ("south north", lambda c: c.following.removesuffix("'s") in _KOREA),
        ("stay stays stayed", lambda c: c.following in _UNCHANGED_STATES),  # "stayed shut"
        ("prevented", lambda c: c.follows({"could"}, 3)),  # "could have been prevented"
        ("postponed", lambda c: c.precedes({"to", "until"}, 5)),
        (" ".join(REBUFFING_VERBS), lambda c: rejects_call(c.words, c.at)),
    )
    for word in words.split()
}
"""Word -> whether it only looks like an antonym in its context: "every" in "every third", "longer" in "no longer"."""
_EARLIER_TIME_OPENERS = words_of("in at during on a last there before did it they earlier")
"""After the second "as" these refer to another time, not another thing: "twice as many as *in* 2010"."""
_AS_REACH = 14
"""Number of words after the first "as" within which the second stands."""


def _pole_of_multiple(words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Return the axis and pole of a multiple before "as": of a change, "twice as many as in 2010", or a comparison, "half as fast as"."""
    multiple = words[at - 1]
    if multiple not in _MULTIPLES:
        return None
    second = next((i for i in range(at + 2, min(len(words) - 1, at + _AS_REACH)) if words[i] == "as"), None)
    if second and (words[second + 1] in _EARLIER_TIME_OPENERS or words[second + 1][0].isdecimal()):
        return "direction", _MULTIPLES[multiple]
    is_compared = multiple != "triple" and "as" in words[at + 2 : at + _AS_REACH]
    return ("comparative", _MULTIPLES[multiple]) if is_compared else None


def _pole_of_half(words: Sequence[str], at: int) -> int | None:
    """Return the pole of "half" as a majority or a minority, or None: "more than half", "under half"."""
    before = words[max(0, at - 2) : at]
    return next((_MAJORITY_OR_MINORITY[word] for word in before if word in _MAJORITY_OR_MINORITY), None)
