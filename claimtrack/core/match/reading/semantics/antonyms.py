"""Which words of a statement take a side: rising or falling, north or south, more or fewer."""

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

_FROM = frozenset({"starting", "beginning"})
"""Before a date these only tell since when."""
_MORE_BY = {"more": 0, "higher": 0, "fewer": 1, "less": 1, "lower": 1}
"""Behind a number these tell a change: "ten percent more"."""
_HEARD = words_of(
    "appeal appeals challenge challenges complaint complaints lawsuit suit claim claims petition objection objections"
)
_LOWERING = words_of("lowers lowered lowering")
_HEARING, _DECIDED = 12, 4
"""Words before "upheld" or "dismissed", and from it on, in which such a thing stands that a court hears."""
_AT_THE_ENDS = {"opening": 0, "closing": 1, "dying": 1}
"""Before a span of time these tell which: "the opening ten minutes"."""
_AS_MUCH = {"half": 1, "twice": 0, "double": 0, "times": 0}
"""Before "as" these tell that the first of two is less or more: "half as fast as"."""
_HALF = {"over": 0, "more": 0, "under": 1, "below": 1, "less": 1, "fewer": 1}
"""Before "half" or "than half" these tell a majority and a minority."""

_UNDOING = stems_of(
    "end lift scrap cancel drop abolish revoke reverse overturn struck quash annul repeal rescind remove stop halt relax cut withdraw strip"
)
_LESSENING = stems_of("reduce slash halve trim lower decrease shrink")
_MEANS = words_of("with by through using")
"""Before such a noun these tell by what something else is ended."""
LIFTABLE = words_of(
    "ban bans prohibition closure closures shutdown lockdown blockade suspension moratorium freeze boycott funding"
)
"""What is ended or lifted turns round what it says: who lifts a ban allows, who ends a closure opens."""
_TO_NOUN, _FROM_NOUN, _IN_THE_PASSIVE = 5, 7, 14
"""Words from the verb to such a noun ("ended its ban"), from that to the verb, and to one in the passive ("the ban on 26 sites was lifted")."""


def _undoings(words: Sequence[str]) -> dict[int, int]:
    """The places of such nouns, each with that of the verb that undoes it."""
    found = {}
    for at, word in enumerate(words):
        if word in LIFTABLE:
            near = (
                *range(at - 1, max(-1, at - 1 - _TO_NOUN), -1),
                *range(at + 1, min(len(words), at + _FROM_NOUN)),
            )
            verb = next((i for i in near if _undoes(words, i, at)), None) or _passive(words, at)
            if verb is not None:
                found[at] = verb
    return found


def _passive(words: Sequence[str], noun: int) -> int | None:
    """The place of a verb in the passive, far behind a noun, that ends what it tells."""
    behind = range(noun + _FROM_NOUN, min(len(words), noun + _IN_THE_PASSIVE))
    passive = (at for at in behind if words[at - 1] in BE and words[at - 2] not in _WHICH)
    return next((at for at in passive if _undoes(words, at, noun)), None)


_WHICH = words_of("who which that where")


def _undoes(words: Sequence[str], at: int, noun: int) -> bool:
    """Whether a word ends what a noun tells; "a blockade to stop the boats" and "stop them with a blockade" end no blockade."""
    taken_away = stem(words[at]) == stem("take") and words[at + 1 : at + 2] == ["away"]
    lessened = words[noun] == "funding" and stem(words[at]) in _LESSENING  # reduced funding is cut
    if not (taken_away or lessened or stem(words[at]) in _UNDOING) or words[at] in LIFTABLE:
        return False
    if at < noun:
        return _MEANS.isdisjoint(words[at:noun])
    return words[at - 1] != "to" or words[at - 2] in BE


_OWING, _HAS_TO = words_of("must should shall"), (["has", "to"], ["have", "to"], ["had", "to"])
_BESIDE = words_of("half as granted larger bigger greater smaller") | {
    *_MORE_BY,
    *VOTE_WORDS,
    *CONTEXT_DEPENDENT,
}
"""Words that take a side by those beside them."""


def poles(words: Sequence[str], joined: Mapping[int, str]) -> dict[str, list[tuple[int, str, int]]]:
    """Axis -> (pole, word, place) of each word that takes a side; `joined` are the words of phrases that stand for one."""
    found: dict[str, list[tuple[int, str, int]]] = {}
    undone = {} if LIFTABLE.isdisjoint(words) else _undoings(words)
    for at, verb in undone.items():
        for axis, pole in sides(words[at]):
            found.setdefault(axis, []).append((1 - pole, words[verb], verb))
    for at, word in enumerate(words):
        taken = sides(joined.get(at, word) if joined else word)
        if (not taken and word not in _BESIDE) or at in undone:
            continue
        if joined and joined.get(at) == "":
            continue  # "down" in "turned down" is no direction
        if _tells_no_side(words, at):
            continue
        if word in _FROM and starts_date(words[at + 1 : at + 2]):
            continue
        if word == "half" and (side := _side_of_half(words, at)) is not None:
            found.setdefault("share", []).append((side, word, at))
            continue
        if word == "as" and at and (grown := _times_as_many(words, at)) is not None:
            found.setdefault("direction", []).append((grown, words[at - 1], at - 1))
        elif word == "as" and at and words[at - 1] in _AS_MUCH and "as" in words[at + 2 : at + _AS_FAR]:
            found.setdefault("comparative", []).append((_AS_MUCH[words[at - 1]], words[at - 1], at - 1))
        for axis, pole in taken:
            if (
                axis == "payment"
                and word == "paid"
                and "to" not in words[at:]
                and is_passive_participle(words, at)
            ):
                pole = 1 - pole  # who has been paid has received it
            if axis == "beginning" and at in undone.values():
                continue  # "ended the closure"
            if axis in ("settlement", "debt") and (words[at - 1] in _OWING or words[at - 2 : at] in _HAS_TO):
                continue  # who must pay it owes it
            if axis == "comparative" and word in _LOWERING:
                continue  # what it lowers was high
            if axis == "hearing" and _HEARD.isdisjoint(words[max(0, at - _HEARING) : at + _DECIDED]):
                continue  # who rejects the challenge to a quota upholds the quota
            found.setdefault(axis, []).append((pole, word, at))
        for axis, pole in _by_what_stands_beside(words, at):
            found.setdefault(axis, []).append((pole, word, at))
    return found


def _by_what_stands_beside(words: Sequence[str], at: int) -> Iterator[tuple[str, int]]:
    """The sides that a word takes only beside others: "20 percent more", "a record high", "below those", "voted for"."""
    word, before, behind = words[at], words[at - 1] if at else "", words[at + 1 : at + 3]
    bounds = behind[:1] == ["than"] and "".join(behind[1:])[:1].isdecimal()  # "in 1990, more than 5"
    if (
        word in _MORE_BY
        and not bounds
        and (before in PERCENT or before[:1].isdecimal() or (before in FRACTIONS and before != "half"))
    ):
        yield "direction", _MORE_BY[word]
    if word in _EXTREMES and before in ("record", "time"):
        yield "superlative", _EXTREMES[word]
    if word in _LEVELS and not _counts(behind):
        yield "comparative", _LEVELS[word]
    if word in _AT_THE_ENDS and behind and _spans(behind):
        yield "rank", _AT_THE_ENDS[word]
    if word in VOTE_WORDS and at and (stem(before) in VOTING_VERBS or (word == "for" and before in BE)):
        yield "stand", VOTE_WORDS[word]
    if word in _MOST and _beyond_all(words[at + 1 : at + _FAR]):
        yield "superlative", _MOST[word]
    if word in _WON and _is_of_an_appeal(words, at):
        yield "hearing", _WON[word]
    if word in _DEARER and not _PRICES.isdisjoint(words[at + 1 : at + 3]):
        yield "direction", _DEARER[word]
    if word in CONTEXT_DEPENDENT:
        yield from poles_in_phrase(words, at)


_GRANTED = words_of("allowed granted")
_WON = dict.fromkeys(words_of("won wins win allowed granted"), 0) | dict.fromkeys(
    words_of("lost loses lose"), 1
)
"""Before one's appeal these tell how it was heard."""
_OWN = words_of("its his her their a an")
_MOST = dict.fromkeys(words_of("more higher larger bigger greater"), 0) | dict.fromkeys(
    words_of("fewer less lower smaller"), 1
)
_FAR = 10
_ANY = words_of("any anywhere anyone anybody")


def _beyond_all(words: Sequence[str]) -> bool:
    """Whether something is told to be more so than all else: "higher *than in any other town*"."""
    return "than" in words and not _ANY.isdisjoint(words[words.index("than") : words.index("than") + 5])


_DEARER = {"higher": 0}
_PRICES = words_of(
    "rent rents fare fares fees fee bill bills tax taxes benefits pay wages pensions premiums tariffs"
)
"""What is higher has been raised."""
_EXTREMES = {"high": 0, "low": 1}
"""A record or all-time high is the highest."""
_LEVELS = {"above": 0, "below": 1}
"""With no number behind them these compare as "higher than" and "lower than" do."""


def _counts(words: Sequence[str]) -> bool:
    """Whether one of some words is a number."""
    return any(word[0].isdecimal() or word in NUMBER_WORDS for word in words)


def _spans(words: Sequence[str]) -> bool:
    """Whether one of some words is a span of time: "minutes", "ten minutes"."""
    return any(
        MEASURES.get(word, ("", 0.0))[0] == "time" or word in ("half", "quarter", "round") for word in words
    )


def _tells_no_side(words: Sequence[str], at: int) -> bool:
    """Whether a word only looks like one of two: "every" in "every third", "longer" in "no longer", "postponed" to a date,
    "living" in "oldest living", an election, "prevented" in "could have been prevented"."""
    before, behind = words[at - 1] if at else "", words[at + 1 : at + 2]
    if before in _NO_SIDE_BEHIND.get(words[at], ()):
        return True
    if words[at] == "every":
        return bool(behind) and (behind[0] in ORDINALS or behind[0] == "other" or _spans(behind))
    if words[at] == "some":
        return bool(behind) and (behind[0][0].isdecimal() or behind[0] in NUMBER_WORDS)  # about so many
    if words[at] in ("lost", "lose", "loses"):
        return not _LIFE.isdisjoint(words[at + 1 : at + 3])  # died
    if words[at] in _ONLY_ALIKE or (words[at] in REBUFFING_VERBS and rejects_call(words, at)):
        return True
    if words[at] == "all":
        return before == "in" and (
            words[at - 2][0].isdecimal() or words[at - 2] in NUMBER_WORDS
        )  # "43 in all"
    if words[at] == "living":
        return before.endswith("est") or before in ("last", "only")
    if words[at] == "up":
        bounds = (
            behind == ["to"]
            and "".join(words[at + 2 : at + 3])[:1].isdecimal()
            and before not in MOTION_VERBS
        )
        return bounds or stem(before) in _WITH_UP or before == "grown"
    if words[at] == "grown":
        return behind == ["up"]  # an adult
    if words[at] in ("south", "north"):
        return bool(behind) and behind[0].removesuffix("'s") in _KOREA
    if words[at] in ("stay", "stays", "stayed"):
        return not _AS_IT_WAS.isdisjoint(behind)  # "stayed shut"
    if words[at] == "prevented":
        return "could" in words[max(0, at - 3) : at]
    return words[at] == "postponed" and not {"to", "until"}.isdisjoint(words[at + 1 : at + 6])


_LIFE = words_of("life lives")


_WITH_UP = stems_of(
    "dry dried use burn clean cover wake wash team sign show pick wrap tear split end lock blow break give tie"
)
"""Verbs of which "up" tells no rise: "dried up"."""
_ONLY_ALIKE, _KOREA = words_of("election elections grower growers barely"), words_of("korea korean koreans")
_AS_IT_WAS = words_of(
    "shut closed open unchanged silent empty calm quiet dark dry low high strong weak stable flat neutral"
)
_RANKED = words_of("best better worst worse highest higher lowest lower least top well badly poorly")
_NO_SIDE_BEHIND = {
    "longer": words_of("no any"),
    "leave": words_of("maternity paternity parental sick annual paid unpaid"),
    "income": words_of("national"),
    **dict.fromkeys(("jail", "custody", "detention"), words_of("of from")),  # "let out of jail"
    **dict.fromkeys(("paid", "selling", "earning"), _RANKED),  # "the best-paid"
}
_THEN = words_of("in at during on a last there before did it they earlier")
"""Behind the second "as" these tell of another time, and not of another thing."""
_AS_FAR = 14


def _times_as_many(words: Sequence[str], at: int) -> int | None:
    """Whether something has grown or shrunk to so many times what it was: "twice as many as in 2010", "half as many as there were"."""
    half, times = words[at - 1] == "half", words[at - 1] in ("times", "twice", "double", "triple")
    if not (half or times):
        return None
    second = next((i for i in range(at + 2, min(len(words) - 1, at + _AS_FAR)) if words[i] == "as"), None)
    return int(half) if second and (words[second + 1] in _THEN or words[second + 1][0].isdecimal()) else None


def _side_of_half(words: Sequence[str], at: int) -> int | None:
    """Whether "half" is told as a majority or a minority: "more than half", "under half"."""
    return next((_HALF[word] for word in words[max(0, at - 2) : at] if word in _HALF), None)


def _is_of_an_appeal(words: Sequence[str], at: int) -> bool:
    """Whether "won" or "allowed" tells how an appeal was heard: "won its appeal", "the appeal was allowed"."""
    if "".join(words[at + 1 : at + 2]) in _OWN:
        return not _HEARD.isdisjoint(words[at + 2 : at + 5])
    return words[at] in _GRANTED and not _HEARD.isdisjoint(words[max(0, at - _HEARING) : at])
