"""Guard: does one statement answer yes to a question to which the other answers no? Is it allowed, was it agreed, is it true, is it going on, was somebody present, are they in power."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.language.word_lists import BE, NUMBER_WORDS, words_of
from claimtrack.core.match.guards.polarity.advice import find_advice
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import stem, stems_of

_QUESTIONS = {
    "permission": (
        "allowed to|permitted to|free to|may|can|allows|lets|permits|legal to",
        "banned|barred|forbidden|prohibited|forbids|bans|prohibits|illegal|outlawed|off limits|must not|mustn't|cannot|can't",
    ),
    "decision": (
        "voted to|voted for|voted in favour|agreed to|approved|approves|adopted|passed|backed|endorsed|ratified|accepted",
        "rejected|rejects|refused to|refuses to|voted against|voted down|voted not to|turned down|threw "
        "out|thrown out|vetoed|declined to",
    ),
    "truth": (
        "is true|is real|is genuine|is right|is authentic|is correct|really is|really are|really was|is "
        "indeed|proved right|proved true",
        "is a scam|is a hoax|is a fake|is a fraud|is a lie|is a myth|is fake|is false|is untrue|is bogus|is "
        "wrong|is fabricated|is made up",
    ),
    "course": (
        "broken out|broke out|has begun|had begun|began|has started|had started|under way|underway|is "
        "ongoing|still|continues|will continue|would continue|goes on|will go on|would go on|going on|is "
        "holding|in the grip of|raging",
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
        "came to power|comes to power|came into office|came into power|took power|takes power|took "
        "office|takes office|taken office|won power|won office|seized power|gained power|assumed "
        "office|assumed power|entered office|regained power|rose to power|swept to power|swept into "
        "office|returned to power|return to power|restored to power|voted into office|elected to office|got "
        "into power",
        "lost power|loses power|losing power|lost office|left power|left office|leaves office|quit "
        "office|vacated office|surrendered power|fell from power|falls from power|driven from power|driven "
        "out of power|forced from office|forced out of office|voted out of office|voted out of power|swept "
        "from power|ousted from power|ousted from office|toppled from power|removed from power|removed from "
        "office|resigned from office|retired from office|out of power",
    ),
    "referendum": (
        "yes vote|yes votes|yes campaign|yes camp|yes side|yes answer|yes majority|yes voters|yes campaigners",
        "no vote|no votes|no campaign|no camp|no side|no answer|no majority|no voters|no campaigners",
    ),
}  # fmt: skip
"""The phrases that answer yes and those that answer no, by question."""

_ANSWERS_BY_WORD: dict[str, list[tuple[str, bool, tuple[str, ...]]]] = {}
for _question, _answers in _QUESTIONS.items():
    for _yes, _listed in zip((True, False), _answers, strict=True):
        for _words in _listed.split("|"):
            _parts = tuple(_words.split())
            _ANSWERS_BY_WORD.setdefault(_parts[0], []).append((_question, _yes, _parts))

_EVENTS = stems_of(
    "outbreak epidemic pandemic war fighting strike drought famine fire siege trial protest flood blackout "
    "crisis recession curfew riot heatwave lockdown emergency boycott blockade occupation ceasefire truce"
)
"""Events, which begin and end."""
_RESTRICTING_WORDS = words_of(
    "unless except without until till before after if but alone other more again most few fewer half some "
    "several many majority minority hardly just"
)
"""A word of these in one statement alone may explain that the answers differ."""
_NEGATOR_REACH, _SUBJECT_REACH = 3, 9
"""Words from a negator to the answer that it reverses, and from "nobody", "no" or "denied", at most."""
_SUBJECT_NEGATORS = words_of("no nobody none neither deny denies denied denying")
_REVERSING_VERBS = stems_of(
    "refuse deny stop leave keep avoid reject withhold exclude ban close lose fail lift end turn"
)
"""Who may not do this has to do what it reverses: "may not refuse entry"."""


class _Answer(NamedTuple):
    """An answer: yes or no, and its first and last place."""

    yes: bool
    first: int
    last: int
    negators: frozenset[int]
    """The places of the negators that are part of the answer or reverse it."""


def answers_differ(a: Reading, b: Reading) -> str | None:
    """One answers yes and the other no: may and is barred from, agreed to and threw out, is real and is a hoax, attended and missed."""
    ours = _find_answers(a)
    theirs = _find_answers(b) if ours else {}
    if not theirs or any(len(r.negators) > 1 for r in (a, b)):
        return None
    for question in ours:
        one, other = ours[question], theirs.get(question)
        if other and one.yes != other.yes and _concern_same_thing(question, a, one, b, other):
            return f"opposite: {_quote_answer(a, one)} / {_quote_answer(b, other)}"
    return None


def have_same_answer(a: Reading, b: Reading) -> bool:
    """Whether all negators of both belong to an answer that both give alike: "is not over", "continues"."""
    ours = _find_answers(a) if a.negators or b.negators else {}
    theirs = _find_answers(b) if ours else {}
    return any(
        ours[question].yes == theirs[question].yes
        and ours[question].negators.issuperset(a.negators)
        and theirs[question].negators.issuperset(b.negators)
        for question in ours.keys() & theirs.keys()
    )


def are_within_same_answer(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether the words at some places of two statements are part of the same answer to one question: "voted against", "rejected"."""
    answers = _find_answers(a)
    answers_b = _find_answers(b) if answers else {}
    return any(
        answers[question].yes == answers_b[question].yes
        and all(answers[question].first <= at <= answers[question].last for at in ours)
        and all(answers_b[question].first <= at <= answers_b[question].last for at in theirs)
        for question in answers.keys() & answers_b.keys()
    )


@lru_cache(maxsize=256)
def _find_answers(reading: Reading) -> dict[str, _Answer]:
    """The first answer to each question that a statement answers consistently, cached."""
    found: dict[str, list[_Answer]] = {}
    for question, answer in _read_answers(reading):
        if question != "decision" or not _is_split_decision(reading.words):
            found.setdefault(question, []).append(answer)
    consistent = (question for question, answers in found.items() if len({item.yes for item in answers}) == 1)
    return {question: found[question][0] for question in consistent}


def _is_split_decision(words: Sequence[str]) -> bool:
    """Whether one thing was agreed to and another not: "voted against the tax *and for* the road", "six for it and *five against*"."""
    return any(
        word in _VOTE_WORDS and (before in _CONJUNCTIONS or before in NUMBER_WORDS or before.isdecimal())
        for before, word in pairwise(words)
    )


_VOTE_WORDS, _CONJUNCTIONS = words_of("for against"), words_of("and but")


def _read_answers(reading: Reading) -> Iterator[tuple[str, _Answer]]:
    """Yield each answer in a statement with its question."""
    words = reading.words
    for at, word in enumerate(words):
        for question, is_yes, parts in _ANSWERS_BY_WORD.get("is" if word in BE else word, ()):
            split = len(parts) > 1 and reading.word(at + 1) == "not"  # "is *not* over"
            end = at + len(parts) + split
            if (*parts[1:],) == (*words[at + 1 + split : end],) and reading.written[at] != "May":
                negators = _find_reversing_negators(reading, at, end, question)
                if split:
                    negators |= {at + 1}
                following = next((term for term, place in reading.placed_terms if place >= end), "")
                to_reject = question == "decision" and parts[-1] == "to" and following in _REJECTING_VERBS
                twice = {words[place] for place in negators} >= _NEITHER_NOR  # which negate once
                within = negators.union(place for place in reading.negators if at <= place < end)
                is_yes = is_yes != (len(negators) - twice + to_reject) % 2
                yield question, _Answer(is_yes, at, end - 1, within)
    for advice in find_advice(reading):
        answer = _Answer(advice.is_for, advice.first, advice.last, advice.negators)
        yield f"{_ACTION_PREFIX}{advice.action}", answer


_NEITHER_NOR = words_of("neither nor")
_ACTION_PREFIX = "to "
"""How a question about an action starts: is it to be done?"""


def _find_reversing_negators(reading: Reading, at: int, end: int, question: str) -> frozenset[int]:
    """The places of the negators that reverse an answer: "nobody may", "may not", "attended none of them", "no shop is allowed to"; not "not all may"."""
    found = set()
    for place in reading.negators:
        none = reading.words[place] in _SUBJECT_NEGATORS
        before = 0 < at - place <= (_SUBJECT_REACH if none else _NEGATOR_REACH)
        before = before and not reading.has_boundary_in(range(place + 1, at + 1))
        after = place == end and (reading.words[at] in _MODALS or (none and question != "course"))
        if (before or after) and reading.word(place + 1) not in _UNIVERSAL_WORDS:
            found.add(place)
    return frozenset(found)


_UNIVERSAL_WORDS = words_of("all every everyone everybody")
_MODALS = words_of("may can")
"""Modals, whose "not" follows them."""
_REJECTING_VERBS = stems_of("reject turn throw veto oppose refuse decline dismiss scrap block")
"""To agree to one of these is to say no: "agreed to scrap"."""


def _concern_same_thing(question: str, a: Reading, one: _Answer, b: Reading, other: _Answer) -> bool:
    """Whether two answers to a question concern the same thing."""
    if question == "truth":
        return True
    if question == "course":
        return any(_mentions_event(event, a, one) and _mentions_event(event, b, other) for event in _EVENTS)
    if question in _SUBJECT_QUESTIONS:
        return _term_before(a, one) == _term_before(b, other)
    if have_different_conditions(a, b):
        return False
    if question.startswith(_ACTION_PREFIX):
        return True
    ours, theirs = _terms_after(a, one), _terms_after(b, other)
    if not _REVERSING_VERBS.isdisjoint({*ours} ^ {*theirs}):
        return False
    if question == "decision":
        return any(b.mentions(term) for term in ours[:1]) or any(a.mentions(term) for term in theirs[:1])
    named = [not terms or any(r.mentions(term) for term in terms) for r, terms in ((b, ours), (a, theirs))]
    return all(named) and bool(ours or theirs)


def _mentions_event(event: str, reading: Reading, answer: _Answer) -> bool:
    """Whether a statement mentions an event or a synonym; what breaks out is an outbreak."""
    breaks_out = event == _OUTBREAK and reading.words[answer.last] == "out"
    return breaks_out or reading.expresses(event)


_OUTBREAK = stem("outbreak")


_SUBJECT_QUESTIONS = words_of("power referendum captivity life")
"""Questions about the subject right before the answer, whatever follows it."""


def _term_before(reading: Reading, answer: _Answer) -> str:
    """The last term before an answer."""
    return next((term for term, place in reversed(reading.placed_terms) if place < answer.first), "")


def _terms_after(reading: Reading, answer: _Answer) -> list[str]:
    """The first terms after an answer, which name what it is about."""
    return [term for term, place in reading.placed_terms if place > answer.last][:_MAX_TOPIC_TERMS]


_MAX_TOPIC_TERMS = 4
"""Terms after an answer that may name its topic."""


def have_different_conditions(a: Reading, b: Reading) -> bool:
    """Whether two statements may concern different groups or conditions: "under 18", "over 18"; "41 of 52", "11 of 52"; "only if"."""
    if any("only" in r.vocabulary and r.words[r.words.index("only") - 1] != "the" for r in (a, b)):
        return True
    if not _RESTRICTING_WORDS.isdisjoint(a.vocabulary ^ b.vocabulary):
        return True
    if any(x.value == y.value and x.bound * y.bound < 0 for x in a.amounts for y in b.amounts):
        return True
    return {x.value for x in a.amounts} != {x.value for x in b.amounts}


def _quote_answer(reading: Reading, answer: _Answer) -> str:
    """The words of an answer, from its first negator."""
    before = max((at for at in answer.negators if at < answer.first), default=answer.first)
    after = answer.last + (answer.last + 1 in reading.negators and reading.words[answer.last] in _MODALS)
    return reading.as_written(before, after + 1)
