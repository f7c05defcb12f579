"""Guards that are no more than phrases: what the one tells in one of these, the other tells in one of those, of the same thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.guards.difference import check_either_way, either_way
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import STOP_WORDS, TOPS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.core.match.guards.difference import Find, Told
    from claimtrack.core.match.reading.reading import Reading

_GAP = 8
"""Words at most for which "..." stands."""
_BEHIND = 4
"""Words behind a phrase of which ">" may be one."""
_HEAD = 5
"""Letters that make two words forms of one: membership, member."""
_SORTS: dict[str, Callable[[str], bool]] = {
    "the": DETERMINERS.__contains__,
    "-ing": lambda word: word.endswith("ing"),
    "-ed": may_be_past,
    "-est": lambda word: word.endswith("est") or word in TOPS,
    "#": lambda word: word[0].isdecimal(),
    "@": lambda word: word not in STOP_WORDS,
    "_": bool,
}
"""What a part of a phrase may stand for: a determiner, a form in "-ing", a verb in the past, the most of its kind, a number, any word of weight, any word."""


class _Found(NamedTuple):
    """Where a phrase stands, and what it is told of, by first letters; of nothing where it may be of anything."""

    places: range
    things: frozenset[str]


class _Phrases:
    """Phrases parted by "|", found by their first word. A part with "@" is the thing that both must tell of, ">" one of the words behind."""

    def __init__(self, listing: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_sort: list[tuple[str, ...]] = []
        for parts in map(str.split, listing.split("|")):
            if parts[0][0] == "@":
                self._by_sort.append(tuple(parts))
                continue
            for first in parts[0].split("/"):
                self._by_first.setdefault(first, []).append((first, *parts[1:]))

    def found(self, reading: Reading) -> Iterator[_Found]:
        """Each place in which a statement has one of the phrases."""
        if not self._by_sort and self._by_first.keys().isdisjoint(reading.vocabulary):
            return
        for at, word in enumerate(reading.words):
            for parts in (*self._by_sort, *self._by_first.get(word, ())):
                if reading.written[at] != "May" and (found := _match(reading.words, at, at, parts, ())):
                    yield found


def _match(
    words: list[str], first: int, at: int, parts: tuple[str, ...], things: Iterable[str]
) -> _Found | None:
    """Where the rest of a phrase ends that goes on at a place; None where it does not go on there."""
    if not parts:
        return _Found(range(first, at), frozenset(stem(thing)[:_HEAD] for thing in things))
    part, rest = parts[0], parts[1:]
    if part == ">":
        return _match(words, first, at, rest, [w for w in words[at : at + _BEHIND] if w not in STOP_WORDS])
    if part == "...":
        ends = (_match(words, first, end, rest, things) for end in range(at, min(len(words), at + _GAP + 1)))
        return next(filter(None, ends), None)
    sort = part.removeprefix("@") or "@"
    if at == len(words) or not _SORTS.get(sort, sort.split("/").__contains__)(words[at]):
        return None
    return _match(words, first, at + 1, rest, (*things, words[at]) if part[0] == "@" else things)


_DIFFERS = either_way("differs")


def phrased(
    name: str,
    reason: str,
    *rows: tuple[str, str],
    unless: str = "",
    other_without: str = "",
    denied: int | None = 0,
    alone: bool = False,
    told_as: Callable[[Find], Any] = _DIFFERS,
) -> Any:
    """A guard of this name that finds a phrase of a row in the one statement, and one of its others, which the one has not of the same, in the other.

    It finds nothing where one of both has a word of `unless`, or the other one of `other_without`; where the other has what the one
    has (`alone`); nor where the other denies, or the one does not deny as often as `denied`, if that is told.
    """
    listed = [(_Phrases(one), _Phrases(other)) for one, other in rows]
    barring, there = words_of(unless), words_of(other_without)

    def find(a: Reading, b: Reading) -> Told | None:
        if denied is not None and (len(a.negators) != denied or b.negators):
            return None
        if not barring.isdisjoint(a.vocabulary | b.vocabulary) or not there.isdisjoint(b.vocabulary):
            return None
        return next((told for row in listed if (told := _told(row, a, b, alone=alone))), None)

    find.__name__, find.__doc__ = name, reason
    return told_as(find)


def _told(row: tuple[_Phrases, _Phrases], a: Reading, b: Reading, *, alone: bool) -> Told | None:
    """What each of two statements tells by a row's phrases, of one thing."""
    ours, theirs = row
    for mine in ours.found(a):
        besides = [one for one in theirs.found(a) if one.places.start not in mine.places]
        for yours in theirs.found(b) if not (alone and any(ours.found(b))) else ():
            told_too = any(_of_one_thing(yours, a, one, b) for one in besides)
            if not told_too and _of_one_thing(mine, a, yours, b):
                told = ((r.tokens[x.places.start : x.places.stop]) for r, x in ((a, mine), (b, yours)))
                return tuple(map(wording, told))
    return None


def _of_one_thing(one: _Found, a: Reading, other: _Found, b: Reading) -> bool:
    """Whether two phrases are told of the same; where one tells of nothing, it may be anything in its statement."""
    if not one.things and not other.things:
        return True
    return not (one.things or a.heads).isdisjoint(other.things or b.heads)


asked_or_granted = phrased(
    "asked_or_granted",
    """What somebody asked for in the one, they got in the other: "applied for membership", "was accepted as a member".""",
    (
        "applied/applies/asked/asks/bid/appealed/hoping for >",
        "granted/grants/accepted/accepts/admitted/admits/awarded/awards/obtained/obtains/received/receives/got/gets",
    ),
)
won_or_missed = phrased(
    "won_or_missed",
    """What is won in the one is missed or lost in the other, which may tell of another thing that was won: "won, but missed a majority".""",
    (
        "missed/misses the @",
        "won/wins/secured/secures/gained/gains/got/gets/kept/keeps/held/holds/regained/regains/retained/retains/broke/breaks/beat/beats the @"
        "|set/sets/met/meets/hit/hits/reached/reaches/made/makes/caught/catches the @",
    ),
    unless="only",
)
still_talked_of = phrased(
    "still_talked_of",
    """One says that it has been done, the other that it is demanded, reviewed or debated: "has been approved", "is reviewing".""",
    (
        "pending/demanding/urging/reviewing/awaiting/considering/considers/mulling/drafting/debating/discussing",
        "has/have/had/having _",
    ),
    alone=True,
)
in_force_or_not = phrased(
    "in_force_or_not",
    """One tells of a law that is in force, the other of a bill: "a law now in force bars", "a bill would bar".""",
    (
        "in/into force|taken/took effect|became/become law",
        "bill/bills/draft/drafts/proposed/proposal/proposals ... would"
        "|withdrew/withdrawn/withdraws/scrapped/suspended/dropped/cancelled/repealed/revoked/shelved/postponed/delayed/abolished/annulled",
    ),
    unless="will once when if until due yet",
    denied=None,
)
still_going_on = phrased(
    "still_going_on",
    """One says that something has come to its end, the other that it is going on: "finished examining", "has been examining".""",
    (
        "finished/completed/concluded/stopped/ended/ceased/quit/began/started @-ing",
        "is/are/am/was/were/been/being/still @-ing",
    ),
)
record_or_below = phrased(
    "record_or_below",
    """What is a record in the one is less than the record in the other: "a record", "fewer than in the record year".""",
    (
        "the record|record",
        "fewer/less/lower/smaller than ... record|below/under/behind/missed ... record|short of ... record",
    ),
)
ever_or_since = phrased(
    "ever_or_since",
    """The most of its kind of all times in the one, and only since a year in the other: "the warmest on record", "the warmest since 1990".""",
    (
        "the @-est ... on record|the @-est ... in history|the @-est ... ever recorded/measured",
        "the @-est ... since #",
    ),
)
by_it_or_whatever_it_is = phrased(
    "by_it_or_whatever_it_is",
    """What is paid or done by a measure in the one is the same in the other whatever that is: "by weight", "whatever the weight".""",
    (
        "by @|by the @|according to the @|depending/depends/depend/based on the @",
        "whatever the @|regardless/irrespective of the @",
    ),
)
access_or_none = phrased(
    "access_or_none",
    """One says that they have no access to what is open to them in the other: "no access to power", "power is available to them".""",
    (
        "no/lack/lacks/without access to >|cannot/can't/couldn't/unable to get/obtain/use/buy/reach >|cannot/can't/couldn't get/obtain/use/buy/reach >",
        "access/available/accessible",
    ),
    unless="% percent few minority only some unavailable inaccessible denied refused limited",
    denied=1,
)
first_or_not = phrased(
    "first_or_not",
    """What is the first in one, others have been or done before in the other: "the first state to ban it", "others had already".""",
    (
        "the first|its/his/her/their first",
        "other/others/another/several/many ... already/previously/before/earlier|already ... other/others/another/several/many",
    ),
    unless="second no",
)
must_or_may = phrased(
    "must_or_may",
    """One has to what the other is free to do: must, may; mandatory, voluntary.""",
    (
        "must/compulsory/mandatory/obligatory/obliged/obligated/compelled/required/forced|has/have/had to",
        "can/may/could/voluntary/voluntarily/optional/free/allowed/permitted/choose",
    ),
    unless="only unless until if whoever anyone",
    alone=True,
    told_as=either_way("opposite"),
)
need_not_or_must_not = phrased(
    "need_not_or_must_not",
    """One need not do what the other must not: "does not have to", "is not allowed to".""",
    (
        "needn't|need not|not/don't/doesn't/didn't have to|not compulsory/mandatory/obligatory/obliged/obligated/compelled/required/forced",
        "mustn't/forbidden/prohibited/banned/barred|must/may not|not allowed/permitted",
    ),
    denied=None,
    told_as=either_way("opposite"),
)
the_one_or_one = phrased(
    "the_one_or_one",
    """What is the one in the one is one of several in the other: the leading cause, a leading cause.""",
    ("the @first/last/only", "one of the @first/last/only|among the @first/last/only"),
    (
        "the/its/his/her/their leading/main/major/chief/principal/primary/key/top/dominant/foremost/central/decisive @",
        "a/an/one/another leading/main/major/chief/principal/primary/key/top/dominant/foremost/central/decisive @",
    ),
    denied=None,
    told_as=check_either_way("differs", sure=True),
)
dying_or_dead = phrased(
    "dying_or_dead",
    """Who is dying in the one is dead in the other: "was dying when they came", "was dead when they came".""",
    ("dying", "dead|has/have/had died"),
    denied=None,
    told_as=check_either_way("differs", sure=True),
)
only_tried = phrased(
    "only_tried",
    """What has been done in one was only tried, asked for or put off in the other: "joined", "applied to join", "put off the plan to join".""",
    (
        "tried/tries/trying/attempted/attempts/attempting/applied/applies/applying/asked/asks/asking/sought/seeks/seeking/bid/bids/bidding to @"
        "|threatened/threatens/threatening/offered/offers/offering/struggling/struggled/struggles to @"
        "|postponed/postpones/delayed/delays/shelved/shelves/deferred/defers/abandoned/abandons/dropped/drops/scrapped/scraps/put/puts"
        " ... plan/plans/decision/decisions/vote/votes/proposal/proposals/bid/attempt/attempts/move/moves/effort/efforts to/on/for/of @",
        "@-ed|managed/manages to @|succeeded/succeeds in @",
    ),
    ("attempted @", "@"),
    other_without="tried try tries trying fail fails failed failing foiled thwarted prevented survived escaped plotted plan planned attempted attempts",
)
costs_or_free = phrased(
    "costs_or_free",
    """What costs so much in the one is free in the other: "charges 40 euros for it", "lets you have it for free".""",
    (
        "charge/charges/charged/charging/cost/costs/costing/pay/pays/paid/paying/price ... #",
        "for free|is/are/was/were free|free of charge|free under/on/for/in/from/at/with|gratis",
    ),
    unless="bail ransom prison jail custody hostage hostages captivity kidnappers",
    alone=True,
)
