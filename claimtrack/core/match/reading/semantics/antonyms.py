"""Which words of a statement take a pole of an antonym axis: rising or falling, north or south, more or fewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import starts_date
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.ranges import MOTION_VERBS
from claimtrack.core.match.reading.semantics.antonym_phrases import CONTEXT_DEPENDENT, poles_in_phrase
from claimtrack.core.match.reading.semantics.near_denials import REBUFFING_VERBS, rejects_call
from claimtrack.core.match.words.antonyms import VOTE_WORDS, VOTING_VERBS, sides
from claimtrack.core.match.words.forms import is_passive_participle
from claimtrack.core.match.words.lexicon import BE, FRACTIONS, NUMBER_WORDS, ORDINALS, PERCENT, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_SINCE_WORDS = frozenset({"starting", "beginning"})
"""Before a date these only mean "since": "starting in May"."""
_CHANGE_AFTER_NUMBER = {"more": 0, "higher": 0, "fewer": 1, "less": 1, "lower": 1}
"""After a number these express a change: "ten percent more"."""
_LEGAL_MATTERS = words_of(
    "appeal appeals challenge challenges complaint complaints lawsuit suit claim claims petition objection objections"
)
_LOWER_FORMS = words_of("lowers lowered lowering")
_HEARING, _DECIDED = 12, 4
"""Numbers of words before "upheld" or "dismissed", and from it on, within which the matter before the court stands."""
_FIRST_OR_LAST = {"opening": 0, "closing": 1, "dying": 1}
"""Before a span of time these mean first or last: "the opening ten minutes"."""
_MULTIPLES = {"half": 1, "twice": 0, "double": 0, "triple": 0, "times": 0}
"""Before "as" these mean that the first of two is less or more: "half as fast as"."""
_MAJORITY_OR_MINORITY = {"over": 0, "more": 0, "under": 1, "below": 1, "less": 1, "fewer": 1}
"""Before "half" or "than half" these make it a majority or a minority."""

_REVERSING_STEMS = stems_of(
    "end lift scrap cancel drop abolish revoke reverse overturn struck quash annul repeal rescind remove stop halt relax cut withdraw strip"
)
_REDUCING_STEMS = stems_of("reduce slash halve trim lower decrease shrink")
_INSTRUMENT_PREPOSITIONS = words_of("with by through using")
"""Before a liftable noun these make it the means by which something else is ended."""
LIFTABLE = words_of(
    "ban bans prohibition closure closures shutdown lockdown blockade suspension moratorium freeze boycott funding"
)
"""Nouns whose meaning is reversed when they are ended: who lifts a ban allows, who ends a closure opens."""
_TO_NOUN, _FROM_NOUN, _IN_THE_PASSIVE = 5, 7, 14
"""Maximum numbers of words from the verb to such a noun ("ended its ban"), from the noun to the verb, and to a passive ("the ban on 26 sites was lifted")."""


def _find_reversals(words: Sequence[str]) -> dict[int, int]:
    """Map the place of each liftable noun that is ended to that of the verb that ends it."""
    found = {}
    for at, word in enumerate(words):
        if word in LIFTABLE:
            near = (
                *range(at - 1, max(-1, at - 1 - _TO_NOUN), -1),
                *range(at + 1, min(len(words), at + _FROM_NOUN)),
            )
            verb = next((i for i in near if _reverses(words, i, at)), None) or _find_passive_reversal(
                words, at
            )
            if verb is not None:
                found[at] = verb
    return found


def _find_passive_reversal(words: Sequence[str], noun: int) -> int | None:
    """Return the place of a passive verb, some way after a noun, that ends it: "the ban on 26 sites *was lifted*"."""
    after = range(noun + _FROM_NOUN, min(len(words), noun + _IN_THE_PASSIVE))
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
_CONTEXTUAL = words_of("half as granted larger bigger greater smaller") | {
    *_CHANGE_AFTER_NUMBER,
    *VOTE_WORDS,
    *CONTEXT_DEPENDENT,
}
"""Words that take a pole only by the words next to them."""


def poles(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Return axis -> (pole, word, place) of each word that takes a pole; `joined` maps the places of set phrases to the word they stand for."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    undone = {} if LIFTABLE.isdisjoint(words) else _find_reversals(words)
    for at, verb in undone.items():
        for axis, pole in sides(words[at]):
            found.setdefault(axis, []).append((1 - pole, words[verb], verb))
    for at, word in enumerate(words):
        taken = sides(joined.get(at, word) if joined else word)
        if (not taken and word not in _CONTEXTUAL) or at in undone:
            continue
        if joined and joined.get(at) == "":
            continue  # "down" in "turned down" is no direction
        if _takes_no_pole(words, at):
            continue
        if word in _SINCE_WORDS and starts_date(words[at + 1 : at + 2]):
            continue
        if word == "half" and (side := _pole_of_half(words, at)) is not None:
            found.setdefault("share", []).append((side, word, at))
            continue
        if word == "as" and at and (multiple := _pole_of_multiple(words, at)):
            axis, pole = multiple
            found.setdefault(axis, []).append((pole, words[at - 1], at - 1))
        for axis, pole in taken:
            if axis == "payment" and word == "paid" and _is_passive_paid(words, at):
                pole = 1 - pole  # who was paid has received it
            if axis == "beginning" and at in undone.values():
                continue  # "ended the closure"
            if axis in ("settlement", "debt") and (words[at - 1] in _MUST or words[at - 2 : at] in _HAS_TO):
                continue  # who must pay it owes it
            if axis == "comparative" and word in _LOWER_FORMS:
                continue  # what it lowers was high
            if axis == "hearing" and _LEGAL_MATTERS.isdisjoint(words[max(0, at - _HEARING) : at + _DECIDED]):
                continue  # who rejects the challenge to a quota upholds the quota
            found.setdefault(axis, []).append((pole, word, at))
        for axis, pole in _poles_by_context(words, at):
            found.setdefault(axis, []).append((pole, word, at))
    return found


def _is_passive_paid(words: Sequence[str], at: int) -> bool:
    """Whether "paid" is a passive with the payee as its subject: "the miners were paid", but "was paid to the miners"."""
    return "to" not in words[at:] and is_passive_participle(words, at)


def _poles_by_context(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """Yield the poles that a word takes only next to others: "20 percent more", "a record high", "below those", "voted for"."""
    word, before, after = words[at], words[at - 1] if at else "", words[at + 1 : at + 3]
    bounds = after[:1] == ["than"] and "".join(after[1:])[:1].isdecimal()  # "in 1990, more than 5"
    if (
        word in _CHANGE_AFTER_NUMBER
        and not bounds
        and (before in PERCENT or before[:1].isdecimal() or (before in FRACTIONS and before != "half"))
    ):
        yield "direction", _CHANGE_AFTER_NUMBER[word]
    if word in _RECORD and before in ("record", "time"):
        yield "superlative", _RECORD[word]
    if word in _COMPARING_PREPOSITIONS and not _contains_number(after):
        yield "comparative", _COMPARING_PREPOSITIONS[word]
    if word in _FIRST_OR_LAST and after and _contains_time_span(after):
        yield "rank", _FIRST_OR_LAST[word]
    if word in VOTE_WORDS and at and (stem(before) in VOTING_VERBS or (word == "for" and before in BE)):
        yield "stand", VOTE_WORDS[word]
    if word in _SUPERLATIVE_BY_THAN and _exceeds_all(words[at + 1 : at + _FAR]):
        yield "superlative", _SUPERLATIVE_BY_THAN[word]
    if word in _APPEAL_OUTCOME and _is_appeal_outcome(words, at):
        yield "hearing", _APPEAL_OUTCOME[word]
    if word in _RAISED and not _PRICE_NOUNS.isdisjoint(words[at + 1 : at + 3]):
        yield "direction", _RAISED[word]
    if word in CONTEXT_DEPENDENT:
        yield from poles_in_phrase(words, at)


_GRANTED = words_of("allowed granted")
_APPEAL_OUTCOME = dict.fromkeys(words_of("won wins win allowed granted"), 0) | dict.fromkeys(
    words_of("lost loses lose"), 1
)
"""Before or with an appeal these say whether it was upheld: "won its appeal"."""
_OWN = words_of("its his her their a an")
_SUPERLATIVE_BY_THAN = dict.fromkeys(words_of("more higher larger bigger greater"), 0) | dict.fromkeys(
    words_of("fewer less lower smaller"), 1
)
_FAR = 10
_ANY = words_of("any anywhere anyone anybody")


def _exceeds_all(words: Sequence[str]) -> bool:
    """Whether a comparison is with everything else: "higher *than in any other town*"."""
    return "than" in words and not _ANY.isdisjoint(words[words.index("than") : words.index("than") + 5])


_RAISED = {"higher": 0}
_PRICE_NOUNS = words_of(
    "rent rents fare fares fees fee bill bills tax taxes benefits pay wages pensions premiums tariffs"
)
"""Rents and the like that are "higher" have been raised."""
_RECORD = {"high": 0, "low": 1}
"""A record or all-time high is the highest."""
_COMPARING_PREPOSITIONS = {"above": 0, "below": 1}
"""With no number after them these compare, like "higher than" and "lower than"."""


def _contains_number(words: Sequence[str]) -> bool:
    """Whether any of some words is a number."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS for word in words)


def _contains_time_span(words: Sequence[str]) -> bool:
    """Whether any of some words is a span of time: "minutes", "ten minutes"."""
    return any(
        MEASURES.get(word, ("", 0.0))[0] == "time" or word in ("half", "quarter", "round") for word in words
    )


def _takes_no_pole(words: Sequence[str], at: int) -> bool:
    """Whether a word only looks like an antonym: "every" in "every third", "longer" in "no longer", "postponed" to a date, "living" in "oldest living", an
    election, "prevented" in "could have been prevented"."""
    before, after = words[at - 1] if at else "", words[at + 1 : at + 2]
    if before in _NO_POLE_AFTER.get(words[at], ()):
        return True
    if words[at] == "every":
        return bool(after) and (after[0] in ORDINALS or after[0] == "other" or _contains_time_span(after))
    if words[at] == "some":
        return _contains_number(after)  # an approximation
    if words[at] in ("lost", "lose", "loses"):
        return not _LIFE.isdisjoint(words[at + 1 : at + 3])  # died
    if words[at] in _LOOKALIKES or (words[at] in REBUFFING_VERBS and rejects_call(words, at)):
        return True
    if words[at] == "all":
        return before == "in" and _contains_number([words[at - 2]])  # "43 in all"
    if words[at] == "living":
        return before.endswith("est") or before in ("last", "only")
    if words[at] == "up":
        bounds = (
            after == ["to"] and "".join(words[at + 2 : at + 3])[:1].isdecimal() and before not in MOTION_VERBS
        )
        return bounds or stem(before) in _PHRASAL_WITH_UP or before == "grown"
    if words[at] == "grown":
        return after == ["up"]  # an adult
    if words[at] in ("south", "north"):
        return bool(after) and after[0].removesuffix("'s") in _KOREA
    if words[at] in ("stay", "stays", "stayed"):
        return not _UNCHANGED_STATES.isdisjoint(after)  # "stayed shut"
    if words[at] == "prevented":
        return "could" in words[max(0, at - 3) : at]
    return words[at] == "postponed" and not {"to", "until"}.isdisjoint(words[at + 1 : at + 6])


_LIFE = words_of("life lives")


_PHRASAL_WITH_UP = stems_of(
    "dry dried use burn clean cover wake wash team sign show pick wrap tear split end lock blow break give tie"
)
"""Verbs with which "up" expresses no rise: "dried up"."""
_LOOKALIKES, _KOREA = words_of("election elections grower growers barely"), words_of("korea korean koreans")
_UNCHANGED_STATES = words_of(
    "shut closed open unchanged silent empty calm quiet dark dry low high strong weak stable flat neutral"
)
_RANKED = words_of("best better worst worse highest higher lowest lower least top well badly poorly")
_NO_POLE_AFTER = {
    "longer": words_of("no any"),
    "leave": words_of("maternity paternity parental sick annual paid unpaid"),
    "income": words_of("national"),
    **dict.fromkeys(("jail", "custody", "detention"), words_of("of from")),  # "let out of jail"
    **dict.fromkeys(("paid", "selling", "earning"), _RANKED),  # "the best-paid"
}
_EARLIER_TIME_OPENERS = words_of("in at during on a last there before did it they earlier")
"""After the second "as" these refer to another time, not another thing: "twice as many as *in* 2010"."""
_AS_REACH = 14


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
    return next(
        (_MAJORITY_OR_MINORITY[word] for word in words[max(0, at - 2) : at] if word in _MAJORITY_OR_MINORITY),
        None,
    )


def _is_appeal_outcome(words: Sequence[str], at: int) -> bool:
    """Whether "won" or "allowed" is the outcome of an appeal: "won its appeal", "the appeal was allowed"."""
    if "".join(words[at + 1 : at + 2]) in _OWN:
        return not _LEGAL_MATTERS.isdisjoint(words[at + 2 : at + 5])
    return words[at] in _GRANTED and not _LEGAL_MATTERS.isdisjoint(words[max(0, at - _HEARING) : at])
