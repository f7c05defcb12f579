"""Guards on what was tried, asked for or put off, and what came of it: done in the other, taken up again, taken back, won or missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.guards.scope.partitives import told_of_those_left_out
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_done, may_be_past
from claimtrack.core.match.words.lexicon import BE, MODALS, STOP_WORDS, TAKE, words_of
from claimtrack.core.match.words.opposites import LOSING
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading


_TRYING = words_of(
    "tried tries trying attempted attempts attempting applied applies applying asked asks asking sought seeks seeking bid bids bidding"
    " threatened threatens threatening offered offers offering struggling struggled struggles"
)
"""Before "to" and a verb these tell that it has not been done."""
_PUTTING_OFF = words_of(
    "postponed postpones postponing postpone delayed delays delaying delay shelved shelves shelving shelve deferred defers deferring defer"
    " abandoned abandons abandoning abandon dropped drops dropping drop scrapped scraps scrapping scrap put puts putting"
)
_PLAN = words_of(
    "plan plans decision decisions vote votes proposal proposals bid attempt attempts move moves effort efforts"
)
_BEHIND_A_PLAN = words_of("to on for of")
_ACHIEVING = words_of("managed manages succeeded succeeds")
"""Before "to" or "in" and a verb these tell that it has been done."""
_REACH = 5
"""Words behind what puts a plan off in which that is told: "put off *its plan*"."""
_ONLY_TRIED = words_of("attempted")
"""Right before a deed this tells the same: "attempted murder"."""
_MARKS = _TRYING | _PUTTING_OFF
_TRIED = frozenset(
    map(stem, (*_TRYING, "fail", "foil", "thwart", "prevent", "survive", "escape", "plot", "plan"))
)
_HEAD = 6
"""Letters that make two words forms of one verb."""


@either_way("differs")
def only_tried(one: Reading, other: Reading) -> Told | None:
    """What has been done in one was only tried, asked for or put off in the other: "joined", "applied to join", "put off the plan to join"."""
    if _MARKS.isdisjoint(one.vocabulary) and _MARKS.isdisjoint(other.vocabulary):
        return None
    if one.negators or other.negators or _not_done_there(other):
        return None
    for start, at in _only_tried(one):
        verb, deed = stem(one.words[at])[:_HEAD], one.words[start] in _ONLY_TRIED
        done = (i for term, i in other.placed if term[:_HEAD] == verb and (deed or _is_done(other, i)))
        place = next(done, None)
        if place is not None and not any(term[:_HEAD] == verb and i != at for term, i in one.placed):
            return wording(one.tokens[start : at + 1]), other.tokens[place].text
    return None


def _not_done_there(reading: Reading) -> bool:
    """Whether a statement tells itself that something was only tried, asked for or prevented."""
    return not _TRIED.isdisjoint(reading.terms)


def _only_tried(reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of what tells that something was not done yet, each with that of the verb or deed."""
    words = reading.words
    for at, word in enumerate(words[:-2]):
        if word in _TRYING and words[at + 1] == "to":
            yield at, at + 2
        elif word in _ONLY_TRIED and words[at + 1] not in STOP_WORDS:
            yield at, at + 1
        elif word in _PUTTING_OFF:
            for plan in range(at + 1, min(at + _REACH, len(words) - 2)):
                if words[plan] in _PLAN and words[plan + 1] in _BEHIND_A_PLAN:
                    yield at, plan + 2


def _is_done(reading: Reading, at: int) -> bool:
    """Whether a word tells by its form what has been done: "joined", "has built"."""
    word, before = reading.words[at], reading.words[at - 1] if at else ""
    achieved = at > 1 and achieves(reading.words, at - 2)
    return achieved or (may_be_past(word) and before not in _TO_COME)


def achieves(words: Sequence[str], at: int) -> bool:
    """Whether a word tells that what is told behind it has been done: "managed to stop it", "succeeded in stopping it"."""
    if words[at] not in _ACHIEVING:
        return False
    return words[at + 1 : at + 2] == ["to"] or (
        words[at + 1 : at + 2] == ["in"] and "".join(words[at + 2 : at + 3]).endswith("ing")
    )


_TO_COME = MODALS | {"to"}


_ASKING = (
    ["applied", "for"],
    ["applies", "for"],
    ["asked", "for"],
    ["asks", "for"],
    ["bid", "for"],
    ["appealed", "for"],
    ["hoping", "for"],
)
_GRANTED = words_of(
    "granted grants accepted accepts admitted admits awarded awards obtained obtains received receives got gets"
)
_WHAT = 4
"""Words behind "applied for" in which it is told what somebody asked for."""
_FORM = 5
"""Letters that make two words forms of one: membership, member."""


@either_way("differs")
def asked_or_granted(one: Reading, other: Reading) -> Told | None:
    """What somebody asked for in the one, they got in the other: "applied for membership", "was accepted as a member"."""
    if "for" not in one.vocabulary or one.negators or other.negators:
        return None
    granted = next((word for word in other.words if word in _GRANTED), "")
    asked = next((at for at in range(len(one.words)) if one.words[at : at + 2] in _ASKING), None)
    if asked is None or not granted or not _GRANTED.isdisjoint(one.vocabulary):
        return None
    what = {term[:_FORM] for term, at in one.placed if asked + 1 < at <= asked + 1 + _WHAT}
    if not _not_done_there(other) and not what.isdisjoint(term[:_FORM] for term in other.terms):
        return wording(one.tokens[asked : asked + 2]), granted
    return None


RESUMING = words_of(
    "resume resumes resumed resuming restart restarts restarted restarting reopen reopens reopened reopening"
)
"""What is done again, or open again."""
_AGAIN = words_of(
    "resumed resumes reopened reopens restored restores reinstated reinstates relaunched rehired rejoined returned revived"
)


@either_way("differs")
def taken_up_again(one: Reading, other: Reading) -> Told | None:
    """What has come to an end in the one has been taken up again in the other, which tells both: "suspended", "suspended and resumed"."""
    for word in sorted(_AGAIN & (other.vocabulary - one.vocabulary)) if not other.negators else ():
        sides = {axis: pole for axis, found in other.poles.items() for pole, w, _ in found if w == word}
        ours = [(w, pole == sides[axis]) for axis in sides for pole, w, _ in one.poles.get(axis, ())]
        ended = [w for w, again in ours if not again and w in other.vocabulary]
        if ended and len(ended) == len(ours) and not one.negators:
            return ended[0], word
    return None


_UNDOING = words_of(
    "withdraw withdraws withdrew withdrawn withdrawing withdrawal revoke revokes revoked revoking revocation rescind rescinds rescinded rescinding"
    " retract retracts retracted retracting retraction overturn overturns overturned annul annuls annulled quash quashes quashed repeal"
    " repeals repealed cancel cancels cancelled canceled cancellation reverse reverses reversed void voided nullified"
)
_GIVING = words_of(
    "give gives gave given grant grants granted issue issues issued receive receives received obtained got"
)
_BACK = words_of("back away off")
_OBJECT = 4
"""Words behind what undoes it in which it is told what is undone: "took back *its former approval*"."""
_THING = 3
"""Words of a thing: "its *former two-year sentence*"."""
_SUBJECT = 12
"""Words before that in the passive: "*the licence of the two mines in Kell* was revoked"."""


@either_way("opposite")
def taken_back(one: Reading, other: Reading) -> Told | None:
    """What is done in the one is taken back in the other: "approved the drug", "took back its approval of the drug"."""
    undone = _undone(other)
    if not undone or len(undone) - len(_undone(one)) != 1 or one.negators or other.negators:
        return None
    if not LOSING.isdisjoint(one.vocabulary):
        return None
    at, things = undone[-1]
    for thing in things:
        if is_done(other.words[thing]):
            continue  # "cancelled its planned strike"
        if done := _done(one, other.words[thing], again=len(undone) > 1):
            first, end = min(at, thing), max(at, thing) + 1
            return done, wording(other.tokens[first:end])
    return None


def _done(reading: Reading, thing: str, *, again: bool) -> str | None:
    """The word by which what a thing tells of is done, or is undone `again`: "approved", "gave" its approval."""
    words = reading.words
    for at, word in enumerate(words):
        if word in _GIVING and any(_of_one_verb(one, thing) for one in words[at + 1 : at + 1 + _OBJECT]):
            return word
        undoes = word in _UNDOING
        told = (undoes or is_done(word)) and undoes == again and words[at - 1] not in DETERMINERS
        if told and (undoes == (thing in _UNDOING)) and (undoes or _of_one_verb(word, thing)):
            return word
    return None


def _of_one_verb(word: str, thing: str) -> bool:
    """Whether a thing is made from a verb: "approved", "approval"."""
    return stem(word) == stem(thing) or not meanings(stem(word)).isdisjoint(meanings(stem(thing)))


def _undone(reading: Reading) -> list[tuple[int, range]]:
    """The places of what undoes something, each with where that is told: "took back its *approval*", "the *licence* was revoked"."""
    words = reading.words
    if _UNDOING.isdisjoint(reading.vocabulary) and TAKE.isdisjoint(reading.vocabulary):
        return []
    found = []
    for at, word in enumerate(words):
        taking = word in TAKE and not _BACK.isdisjoint(words[at + 1 : at + 3])
        if not taking and word not in _UNDOING:
            continue
        passive = words[at - 1] in BE and words[at + 1 : at + 2] != ["off"]  # "was taken off the list"
        start = max(0, at - _SUBJECT) if passive else at + 1
        end = at if start < at else min(len(words), at + 1 + _OBJECT)
        opens = next((i for i in range(max(1, start), end) if _is_owned(words, i)), end)
        found.append((at, range(opens, min(end, opens + _THING))))
    return found


def _is_owned(words: Sequence[str], at: int) -> bool:
    return words[at - 1] in DETERMINERS or words[at - 1].endswith("'s")


_MISSING = words_of("missed misses")
_WINNING = words_of(
    "won wins secured secures gained gains got gets kept keeps held holds regained regains retained retains broke breaks beat beats"
    " set sets met meets hit hits reached reaches made makes caught catches"
)


@either_way("differs")
def won_or_missed(one: Reading, other: Reading) -> Told | None:
    """What is won in the one is missed or lost in the other, which may tell of another thing that was won: "won, but missed a majority"."""
    if told_of_those_left_out(one, other):
        return None
    if _MISSING.isdisjoint(one.vocabulary - other.vocabulary) or one.negators or other.negators:
        return None
    missed, won = _objects(one, _MISSING), _objects(other, _WINNING)
    for thing in sorted((missed.keys() & won.keys()) - _objects(one, _WINNING).keys()):
        return f"{missed[thing]} {thing}", f"{won[thing]} {thing}"
    return None


def _objects(reading: Reading, verbs: frozenset[str]) -> dict[str, str]:
    """The words right behind some verbs and a determiner, each with the verb."""
    words, found = reading.words, {}
    for at, word in enumerate(words[:-2]):
        if word in verbs and words[at + 1] in DETERMINERS:
            found[words[at + 2]] = word
    return found
