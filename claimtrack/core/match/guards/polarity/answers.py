"""A guard on questions that one statement answers with yes and the other with no, in whatever words: is it allowed, was it agreed, is it true,
is it going on, was somebody there, do they rule."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.polarity.advice import find_advice
from claimtrack.core.match.words.lexicon import BE, NUMBER_WORDS, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading

_QUESTIONS = {
    "permission": (
        "allowed to|permitted to|free to|may|can|allows|lets|permits|legal to",
        "banned|barred|forbidden|prohibited|forbids|bans|prohibits|illegal|outlawed|off limits|must not|mustn't|cannot|can't",
    ),
    "decision": (
        "voted to|voted for|voted in favour|agreed to|approved|approves|adopted|passed|backed|endorsed|ratified|accepted",
        "rejected|rejects|refused to|refuses to|voted against|voted down|voted not to|turned down|threw out|thrown out|vetoed|declined to",
    ),
    "truth": (
        "is true|is real|is genuine|is right|is authentic|is correct|really is|really are|really was|is indeed|proved right|proved true",
        "is a scam|is a hoax|is a fake|is a fraud|is a lie|is a myth|is fake|is false|is untrue|is bogus|is wrong|is fabricated|is made up",
    ),
    "course": (
        "broken out|broke out|has begun|had begun|began|has started|had started|under way|underway|is ongoing|still|continues|will continue|would continue|goes on|will go on|would go on|going on|is holding|in the grip of|raging",
        "is over|was over|are over|has ended|had ended|called off|come to an end|came to an end|stamped out",
    ),
    "captivity": (
        "still being held|still held|held hostage|held captive|in captivity|in custody",
        "is freed|is released|is let go|is set free",
    ),
    "life": (
        "is alive|found alive|rescued alive|pulled alive",
        "is dead|found dead|body was found|bodies were found|body has been found|bodies have been found",
    ),
    "presence": (
        "attended|attends|went to|goes to|present at|turned up|took part",
        "missed|misses|skipped|skips|stayed away|absent|boycotted",
    ),
    "power": (
        "came to power|comes to power|came into office|came into power|took power|takes power|took office|takes office|taken office|won power|won office"
        "|seized power|gained power|assumed office|assumed power|entered office|regained power|rose to power|swept to power|swept into office"
        "|returned to power|return to power|restored to power|voted into office|elected to office|got into power",
        "lost power|loses power|losing power|lost office|left power|left office|leaves office|quit office|vacated office|surrendered power"
        "|fell from power|falls from power|driven from power|driven out of power|forced from office|forced out of office|voted out of office"
        "|voted out of power|swept from power|ousted from power|ousted from office|toppled from power|removed from power|removed from office"
        "|resigned from office|retired from office|out of power",
    ),
    "referendum": (
        "yes vote|yes votes|yes campaign|yes camp|yes side|yes answer|yes majority|yes voters|yes campaigners",
        "no vote|no votes|no campaign|no camp|no side|no answer|no majority|no voters|no campaigners",
    ),
}  # fmt: skip
"""What says yes and what says no to each."""

_BY_FIRST: dict[str, list[tuple[str, bool, tuple[str, ...]]]] = {}
for _question, _answers in _QUESTIONS.items():
    for _yes, _listed in zip((True, False), _answers, strict=True):
        for _words in _listed.split("|"):
            _parts = tuple(_words.split())
            _BY_FIRST.setdefault(_parts[0], []).append((_question, _yes, _parts))

_EVENTS = stems_of(
    "outbreak epidemic pandemic war fighting strike drought famine fire siege trial protest flood blackout crisis recession curfew riot"
    " heatwave lockdown emergency boycott blockade occupation ceasefire truce"
)
"""What begins and comes to an end."""
_BOUNDS = words_of(
    "unless except without until till before after if but alone other more again most few fewer half some several many majority minority hardly just"
)
"""What one of these tells in one statement alone may make up for the other answer."""
_NEAR, _SUBJECT = 3, 9
"""Words from a negator to the answer that it turns, and from "nobody", "no" or "denied" at most."""
_NOBODY = words_of("no nobody none neither deny denies denied denying")
_UNDOING = stems_of(
    "refuse deny stop leave keep avoid reject withhold exclude ban close lose fail lift end turn"
)
"""Who may not do this has to do what it undoes."""


class _Answer(NamedTuple):
    yes: bool
    first: int
    last: int
    negators: frozenset[int]
    """The places of the words that deny which are a part of it, or turn it."""


def answers_differ(a: Reading, b: Reading) -> str | None:
    """One says yes to what the other says no to: may and is barred from, agreed to and threw out, is real and is a hoax, attended and missed."""
    ours = _answers_of(a)
    theirs = _answers_of(b) if ours else {}
    if not theirs or any(len(r.negators) > 1 for r in (a, b)):
        return None
    for question in ours:
        one, other = ours[question], theirs.get(question)
        if other and one.yes != other.yes and _of_one_thing(question, a, one, b, other):
            return f"opposite: {_told(a, one)} / {_told(b, other)}"
    return None


def have_same_answer(a: Reading, b: Reading) -> bool:
    """Whether all that either denies is a part of its answer to a question that both answer alike: "is not over", "continues"."""
    ours = _answers_of(a) if a.negators or b.negators else {}
    theirs = _answers_of(b) if ours else {}
    alike = [
        question for question in ours if question in theirs and ours[question].yes == theirs[question].yes
    ]
    return any(
        all(one.negators.issuperset(r.negators) for r, one in ((a, ours[question]), (b, theirs[question])))
        for question in alike
    )


def are_within_same_answer(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether the words at some places of two statements answer one question alike: "voted against", "rejected"."""
    mine = _answers_of(a)
    yours = _answers_of(b) if mine else {}
    return any(
        mine[question].yes == yours[question].yes
        and all(
            one.first <= at <= one.last
            for one, places in ((mine[question], ours), (yours[question], theirs))
            for at in places
        )
        for question in mine.keys() & yours.keys()
    )


@lru_cache(maxsize=256)
def _answers_of(reading: Reading) -> dict[str, _Answer]:
    """Each question that a statement answers one way only, with the first answer."""
    found: dict[str, list[_Answer]] = {}
    for question, answer in _answers_in(reading):
        if question != "decision" or not _decides_two_ways(reading.words):
            found.setdefault(question, []).append(answer)
    return {question: said[0] for question, said in found.items() if len({one.yes for one in said}) == 1}


def _decides_two_ways(words: Sequence[str]) -> bool:
    """Whether one thing was agreed to, and another not: "voted against the tax *and for* the road", "six for it and *five against*"."""
    return any(
        word in _FOR_OR_AGAINST and (before in _JOINING or before in NUMBER_WORDS or before.isdecimal())
        for before, word in pairwise(words)
    )


_FOR_OR_AGAINST, _JOINING = words_of("for against"), words_of("and but")


def _answers_in(reading: Reading) -> Iterator[tuple[str, _Answer]]:
    words = reading.words
    for at, word in enumerate(words):
        for question, yes, parts in _BY_FIRST.get("is" if word in BE else word, ()):
            split = len(parts) > 1 and words[at + 1 : at + 2] == ["not"]  # "is *not* over"
            end = at + len(parts) + split
            if (*parts[1:],) == (*words[at + 1 + split : end],) and reading.written[at] != "May":
                turning = _turning(reading, at, end, question) | ({at + 1} if split else set())
                to_reject = question == "decision" and parts[-1] == "to" and _next(reading, end) in _REJECTING
                twice = {words[place] for place in turning} >= _NEITHER_NOR  # which is once
                within = turning.union(place for place in reading.negators if at <= place < end)
                yield question, _Answer(yes != (len(turning) - twice + to_reject) % 2, at, end - 1, within)
    for told in find_advice(reading):
        yield f"{_TO}{told.deed}", _Answer(told.is_for, told.first, told.last, told.negators)


_NEITHER_NOR = frozenset({"neither", "nor"})
_TO = "to "
"""What is asked of a deed: whether it is to be done."""


def _turning(reading: Reading, at: int, end: int, question: str) -> frozenset[int]:
    """The places of what turns an answer: "nobody may", "may not", "attended none of them", "no shop is allowed to"; not "not all may"."""
    found = set()
    for place in reading.negators:
        none = reading.words[place] in _NOBODY
        before = 0 < at - place <= (_SUBJECT if none else _NEAR)
        before = before and not reading.has_boundary_in(range(place + 1, at + 1))
        behind = place == end and (reading.words[at] in _MODAL or (none and question != "course"))
        if (before or behind) and _ALL.isdisjoint(reading.words[place + 1 : place + 2]):
            found.add(place)
    return frozenset(found)


_ALL = words_of("all every everyone everybody")
_MODAL = words_of("may can")
"""Behind these stands the "not" that turns them."""
_REJECTING = stems_of("reject turn throw veto oppose refuse decline dismiss scrap block")
"""To agree to one of these is to say no."""


def _of_one_thing(question: str, a: Reading, one: _Answer, b: Reading, other: _Answer) -> bool:
    """Whether the two answer the same question of the same thing."""
    if question == "truth":
        return True
    if question == "course":
        return any(_has_event(event, a, one) and _has_event(event, b, other) for event in _EVENTS)
    if question in _OF_SOMEBODY:
        return _before(a, one) == _before(b, other)
    if have_different_conditions(a, b):
        return False
    if question.startswith(_TO):
        return True
    ours, theirs = _behind(a, one), _behind(b, other)
    if not _UNDOING.isdisjoint({*ours} ^ {*theirs}):
        return False
    if question == "decision":
        return any(b.mentions(term) for term in ours[:1]) or any(a.mentions(term) for term in theirs[:1])
    named = [not terms or any(r.mentions(term) for term in terms) for r, terms in ((b, ours), (a, theirs))]
    return all(named) and bool(ours or theirs)


def _has_event(event: str, reading: Reading, answer: _Answer) -> bool:
    """Whether a statement names what begins and ends, in this or another word; what breaks out is an outbreak."""
    breaks_out = event == _OUTBREAK and reading.words[answer.last] == "out"
    return breaks_out or reading.expresses(event)


_OUTBREAK = stem("outbreak")


def _next(reading: Reading, at: int) -> str:
    """The first term from a place on."""
    return next((term for term, place in reading.placed_terms if place >= at), "")


_OF_SOMEBODY = frozenset({"power", "referendum", "captivity", "life"})
"""What these ask is asked of who stands right before the answer, whatever is told behind it."""


def _before(reading: Reading, answer: _Answer) -> str:
    return next((term for term, place in reversed(reading.placed_terms) if place < answer.first), "")


def _behind(reading: Reading, answer: _Answer) -> list[str]:
    return [term for term, place in reading.placed_terms if place > answer.last][:_FEW]


_FEW = 4
"""Terms behind an answer in which it is told what it answers."""


def have_different_conditions(a: Reading, b: Reading) -> bool:
    """Whether the two answers may be of others, or on another condition: "under 18", "over 18"; "41 of 52", "11 of 52"; "only if"."""
    if any("only" in r.vocabulary and r.words[r.words.index("only") - 1] != "the" for r in (a, b)):
        return True
    if not _BOUNDS.isdisjoint(a.vocabulary ^ b.vocabulary):
        return True
    if any(x.value == y.value and x.bound * y.bound < 0 for x in a.amounts for y in b.amounts):
        return True
    return {x.value for x in a.amounts} != {x.value for x in b.amounts}


def _told(reading: Reading, answer: _Answer) -> str:
    before = max((at for at in answer.negators if at < answer.first), default=answer.first)
    behind = answer.last + (answer.last + 1 in reading.negators and reading.words[answer.last] in _MODAL)
    return reading.as_written(before, behind + 1)
