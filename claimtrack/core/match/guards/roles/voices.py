"""A guard on the voice of a verb: who does it in one statement has it done to them in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.guards.roles.deeds import NO_DEEDS
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, phrase_after
from claimtrack.core.match.words.forms import UNCHANGED, may_be_past
from claimtrack.core.match.words.lexicon import DO, HAVE, MODALS, PASSIVE, POSSESSIVES, words_of
from claimtrack.core.match.words.opposites import AXES
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_BY_WITHIN = 8
"""Tokens behind a participle in which a "by" tells who did it: "warned about the dam in May *by* engineers"."""
_TELL, _REPORT = stem("tell"), stem("report")
_TOWARDS_EACH_OTHER = NO_DEEDS - {stem("warn"), _TELL, _REPORT} | {stem("pass")}
"""Verbs that tell by themselves nothing of who does it: who meets is met, and a bill passes the house that passes it."""
_HELPING = HAVE | MODALS | DO | {"to"}
_FINITE_BEHIND = _HELPING | words_of("who that which he she they we i it")
"""Right behind these no participle stands for "who were": "who robbed", "has accused", "they attacked"."""
_ADVERBS = words_of("also never not already later then now still once twice all both")
_ONLY_DONE_TO_OTHERS = stems_of(
    "rob attack assault beat stab shoot murder kill rape abuse harass bully threaten accuse blame sue arrest detain"
    " jail imprison convict acquit sentence fine indict prosecute investigate question interrogate suspect deport expel"
    " evict dismiss sack oust nominate appoint deceive betray bribe blackmail kidnap abduct torture humiliate insult"
    " discriminate exploit persecute poison rescue save bomb invade conquer defeat elect hire employ"
    " identify recognise recruit report"
)
"""Who does one of these does it to somebody else, though nobody is named: "who robbed in the park"."""
_WITH = {stem("charge"): "with", stem("provide"): "with", stem("supply"): "with"}
"""The same where such a word stands right behind: "has charged with theft", but "a battery that charges"."""
_LIKE_AN_OBJECT = (DETERMINERS - POSSESSIVES) | words_of("him them us me")
"""Without one's own, to which what is done is done to oneself as well: "injured his ankle", "was injured"."""
_NO_OBJECT = ("%", "ordinal", "clock")
"""Kinds of numbers that tell by how much or when: "were raised 3 percent"."""
_BEFORE_PASSIVE = PASSIVE | {"by"}


class _Passive(NamedTuple):
    verb: str
    at: int
    helper: int


@either_way("differs")
def voice_differs(one: Reading, other: Reading) -> Told | None:
    """Who does it in the one has it done to them in the other: "was sued by the firm", "sued the firm"; "was paid 3 million", "paid 3 million"."""
    for passive in _passives(one):
        if passive.verb not in other.terms and passive.verb != _TELL:
            continue
        at = _active(other, passive.verb)
        if at is None and passive.verb == _TELL:
            at = _active(other, stem("say"))
        if at is not None and _turned(one, passive, other, at):
            return wording(one.tokens[passive.helper : passive.at + 1]), other.tokens[at].text
    return None


def _passives(reading: Reading) -> list[_Passive]:
    """The participles behind "was", "been" or "got", with where that stands; none of a verb that stands twice."""
    words = reading.words
    found: list[_Passive] = []
    if PASSIVE.isdisjoint(reading.vocabulary):
        return found
    for helper, word in enumerate(words):
        if word not in PASSIVE:
            continue
        at = _beyond_adverbs(words, helper + 1, 1)
        if at < len(words) and not reading.parted(at) and _is_participle(words[at]):
            verb = stem(words[at])
            if verb not in _TOWARDS_EACH_OTHER and reading.sequence.count(verb) == 1:
                found.append(_Passive(verb, at, helper))
    return found


def _beyond_adverbs(words: Sequence[str], at: int, step: int) -> int:
    """The place from one on, forwards or backwards, at which no adverb stands."""
    while 0 <= at < len(words) and (words[at] in _ADVERBS or words[at].endswith("ly")):
        at += step
    return at


def _is_participle(word: str) -> bool:
    return may_be_past(word) or word in UNCHANGED or word.endswith(("en", "wn", "un"))


def _active(reading: Reading, verb: str) -> int | None:
    """The place of a verb that stands once, and not in the passive."""
    at = next((i for term, i in reading.placed if term == verb), -1)
    inverted = at > 1 and reading.words[at - 2] in PASSIVE  # "nor was he asked"
    if at <= 0 or inverted or reading.sequence.count(verb) != 1 or reading.words[at].endswith("ing"):
        return None
    before = _beyond_adverbs(reading.words, at - 1, -1)
    return at if before < 0 or reading.words[before] not in _BEFORE_PASSIVE else None


def _turned(one: Reading, passive: _Passive, other: Reading, at: int) -> bool:
    """Whether the one who does it in the other has it done to them in the one."""
    if doer := _doer(one, passive.at):
        return doer <= phrase_after(other, at)
    if _subject(one, passive.helper) != _subject(other, at):
        return False
    if passive.verb == _TELL:
        return True
    bound = all(
        r.words[i + 1 : i + 2] == [_WITH.get(passive.verb)] for r, i in ((one, passive.at), (other, at))
    )
    if passive.verb in _ONLY_DONE_TO_OTHERS or bound:
        return other.words[at - 1] in _FINITE_BEHIND or _has_object(other, at)
    goal, goal_b = phrase_after(one, passive.at), phrase_after(other, at)
    return (
        goal == goal_b != frozenset()
        and _has_object(other, at)
        and "direction" not in AXES.get(passive.verb, ())
    )


def _doer(reading: Reading, at: int) -> frozenset[str]:
    """Who stands behind the "by" that belongs to a participle, right behind it or further on in its clause."""
    words = reading.words
    for i in range(at + 1, min(len(words), at + _BY_WITHIN)):
        if reading.parted(i):
            break
        if words[i] == "by":
            return phrase_after(reading, i)
    return frozenset()


def _subject(reading: Reading, at: int) -> str:
    """The word that a verb, with the helping words before it, is told of."""
    before = _beyond_adverbs(reading.words, at - 1, -1)
    while before >= 0 and (reading.words[before] in _HELPING or reading.words[before] in PASSIVE):
        before = _beyond_adverbs(reading.words, before - 1, -1)
    return reading.words[before] if before >= 0 else ""


def _has_object(reading: Reading, at: int) -> bool:
    """Whether something stands right behind a verb that it surely is done to or with: "paid 40 million", "attacked the bank"."""
    if at + 1 >= len(reading.words) or reading.parted(at + 1):
        return False
    counted = (q.kind not in _NO_OBJECT for q in reading.quantities if q.first == at + 1)
    return reading.words[at + 1] in _LIKE_AN_OBJECT or any(counted)
