"""Where a statement tells who says it, at its beginning or its end, and whether they stand by it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.words.forms import is_verb_form, may_be_past
from claimtrack.core.match.words.lexicon import AUXILIARIES, BE, NUMBER_WORDS, STOP_WORDS, WEEKDAYS, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_DOING = words_of(
    "announce announces announced announcing write writes wrote written writing reveal reveals revealed revealing report reports reported"
    " reporting add adds added adding claim claims claimed claiming tell tells told telling suggest suggests suggested suggesting"
    " allege alleges alleged warn warns warned warning"
)
"""What may be said, or done to something: "wrote a letter"."""
REPORTING = _DOING | words_of(
    "say says said saying reportedly state states stated stating according accordingly alleging allegedly insist insists insisted insisting note"
    " notes noted noting show shows showed shown showing suggestion indicate indicates indicated indicating confirm confirms confirmed statement"
    " announcement"
)
_THINGS = words_of("the a an its his her their this each every no any our your my member")
"""Behind these, "state" or "claim" is a thing: "sued the state"."""
_NOUNS = words_of(
    "state states claim claims report reports show shows note notes statement announcement suggestion"
)
_SHOWING = words_of("show shows showed")
_MEDIA = words_of(
    "photo photos photograph photographs picture pictures image images video videos clip clips footage film audio recording recordings screenshot"
    " screenshots map"
)
"""What these show is the claim itself, and no word of theirs: "a video shows Thunberg eating"."""
_MORE_OFTEN_NOUNS = words_of("state states claim claims shows note notes")
_EDGE = 8
"""Words at the edge of a statement in which who says it may be told."""
DOUBTING = words_of(
    "wrongly mistakenly incorrectly erroneously inaccurately misleadingly baselessly suspect suspects suspected doubt doubts"
    " doubted dispute disputes disputed question questions questioned contradict contradicts contradicted hope hopes hoped"
    " fear fears feared hint hints hinted rumour rumours rumoured rumor rumors rumored gossip speculation speculate speculates speculated imply implies implied"
    " assume assumes assumed expect expects predict predicts forecast believe believes believed guess guesses suppose think"
    " thinks supposedly purportedly allegedly wrong mistaken incorrect lying"
)
"""Words by which who is named does not know it, or by which the writer does not believe it."""
_QUALIFIES = words_of(
    "the a an of in for from with by about and or all any each every most many some few more fewer less no its their his her"
    " over under nearly almost than newly previously"
)
"""Behind these, "reported" belongs to what follows: "the number of reported cases"."""
_OBJECTS = _THINGS | words_of("to about on")
"""Behind those stands what somebody does it to, where no clause follows: "wrote a letter", "warned the mayor about it"."""
_WHERE = words_of("in to by at on since for during last from under")
"""Before these, it belongs to what stands before: "cases reported to the police"."""


_BE = BE | words_of("isn't aren't wasn't weren't")


@lru_cache(maxsize=64)
def attribution_places(reading: Reading) -> frozenset[int]:
    """The places in which it is told who says it, at the beginning or the end; none where that doubts it. Kept, since many ask."""
    words = reading.words
    found: set[int] = set()
    for at, word in enumerate(words[:_EDGE]):
        if word in REPORTING and not _belongs_to_a_noun(reading, at) and not is_reported_action(words, at):
            if not _ends(reading, at) and not _behind_a_deed(words[:at]):
                found.update(range(at + 1))
            break
    if _doubted(reading, found):
        found.clear()
    for at in range(len(words) - 1, max(0, len(words) - 1 - _EDGE), -1):
        if reading.is_boundary(at) or words[at] == "according":
            if _tells_who(words, at) and not _doubted(reading, range(at, len(words))):
                found.update(range(at, len(words)))
            break
    return frozenset(found)


_WHEN = words_of("after when because while since until once before as")


def _behind_a_deed(words: Sequence[str]) -> bool:
    """Whether the words before a verb of saying tell what was done when it was said: "the airport *was closed after* a caller said"."""
    clause = next((at for at in range(len(words) - 1, 0, -1) if words[at] in _WHEN), 0)
    return any(word in AUXILIARIES or may_be_past(word) for word in words[:clause])


def _tells_who(words: Sequence[str], start: int) -> bool:
    """Whether the last words of a statement tell who says it, and not what somebody said: ", the mayor said", ", said that it closed"."""
    return any(
        words[at] in REPORTING
        and not (words[at] in _NOUNS and words[at - 1] in _THINGS)
        and not (words[at] in ("state", "states") and (at + 1 < len(words) or words[at - 1] in _LANDS))
        and not has_content_clause(words, at)
        and not is_reported_action(words, at)
        for at in range(start, len(words))
    )


def has_content_clause(words: Sequence[str], at: int) -> bool:
    """Whether what is said stands behind a verb of saying: "said *that all were paid*", "claims *it is closed*"."""
    return "that" in words[at + 1 : at + _WHEN_SAID] or not AUXILIARIES.isdisjoint(words[at + 1 :])


_CONFIRMING = words_of("confirm confirms confirmed")
"""Before what is confirmed these tell a deed: "confirmed the judge"; but "confirmed that", ", the mayor confirmed"."""
_BECAUSE = words_of("for after by over without before from of despite through because when if until once")
"""What begins with these tells why or when something was done: "dismissed *for* saying", "jailed *because* she said"."""
_THEY = words_of("i we you they he she it")


def is_reported_action(words: Sequence[str], at: int) -> bool:
    """Whether a word of saying tells what somebody did, which is not who says the statement: "was dismissed *for saying*", "who said"."""
    before = words[at - 1] if at else ""
    if words[at] in _CONFIRMING:
        return words[at + 1 : at + 2] not in ([], ["that"]) and words[at + 1] not in _WHERE
    if words[at].endswith("ing"):
        return before in _BECAUSE and words[at] != "according"
    return before == "who" or (before in _THEY and at > 1 and words[at - 2] in _BECAUSE)


@lru_cache(maxsize=64)
def find_content_start(reading: Reading) -> int:
    """Where that begins which somebody is told to say at the beginning: behind "the mayor said that"; else 0."""
    speaking, words = attribution_places(reading), reading.words
    start = next((at for at in range(len(words)) if at not in speaking), 0)
    behind = words[start : start + _WHEN_SAID] if start else []
    return start + (behind.index("that") + 1 if "that" in behind else 0)


_WHEN_SAID = 5
"""Words from a verb of saying to its "that" at most: "said *on Monday in Berlin* that"."""


_NEWS = words_of(
    "fact news rumour rumor evidence proof sign hint idea belief fear hope warning allegation so"
)


def opens_content_clause(reading: Reading, at: int) -> bool:
    """Whether a "that" at a place opens what is said or thought, and is no "which": "said on Monday *that*", "the claim *that*"."""
    before = reading.words[at - 1] if at else ""
    if before in _SIGHTS and reading.words[at - 2 : at - 1] and reading.words[at - 2] in _THINGS:
        return False  # "the state that its neighbour invaded"
    return (
        before in REPORTING or before in _NEWS or before in DOUBTING or at + 1 == find_content_start(reading)
    )


_SIGHTS = words_of("state states show shows")


_TAIL = 4
"""Words behind the verb of who says it at the end of a statement at most: ", the minister said on state television"."""


def _ends(reading: Reading, at: int) -> bool:
    """Whether who says it is told at the end, though the statement is so brief that this is near its beginning, too."""
    if reading.words[at] == "according":
        return at > 1
    if has_content_clause(reading.words, at):
        return False
    behind = len(reading.words) - at - 1
    return behind <= _TAIL and reading.has_boundary_in(range(1, at + 1))


_SUBJECTS = words_of("i we you they people police men women")
"""Behind these, and behind plurals, "state" is a verb: "they state it", but "state schools"."""
_CLAIMS = words_of("claim claims report reports")
_OF_WHAT = words_of("of from for by about against with under per between worth")
"""Behind these it is told what claims and reports are of: "asylum *claims from* Albania", "the *reports of* abuse"."""


def is_nominal_use(words: Sequence[str], at: int) -> bool:
    """Whether "claims" or "reports" tells of no saying: "half of asylum claims were", "the reports of abuse", "insurance claims rose"."""
    if words[at] not in _CLAIMS:
        return False
    if at and words[at - 1] in _THINGS - {"member"}:
        return True
    following = "".join(words[at + 1 : at + 2])
    return following in _OF_WHAT or following in AUXILIARIES or is_verb_form(following)


def _belongs_to_a_noun(reading: Reading, at: int) -> bool:
    """Whether "reported" and the like tell which cases are meant, and not who says so."""
    words = reading.words
    if is_nominal_use(words, at) or _tells_a_deed(words, at):
        return True
    if at and (words[at - 1] in _THINGS or (words[at] in _SHOWING and words[at - 1] in _MEDIA)):
        return True
    if words[at] in _NOUNS and _is_in_a_name(reading, at):
        return True
    if words[at] in ("state", "states") and (
        "of" in words[:at] or not _LANDS.isdisjoint(words[max(0, at - 2) : at])
    ):
        return True  # "one of two EU states that ban it"
    if words[at + 1 : at + 2] and words[at + 1] in AUXILIARIES and words[at] in _NOUNS:
        return True  # "the talk show has", "the police report was"
    if words[at] in _MORE_OFTEN_NOUNS and any(_is_done(words, i) for i in range(1, at)):
        return True  # "burned old notes", "rejected asylum claims"
    if words[at] == "state" and words[at + 1 : at + 2] != ["that"]:
        return bool(at) and not words[at - 1].endswith("s") and words[at - 1] not in _SUBJECTS
    if words[at] in _DOING and words[at + 1 : at + 2] and words[at + 1] in _OBJECTS and _is_told(words, at):
        return True  # who announces a review will hold it
    if words[at] == "told" and words[at + 1 : at + 2] == ["to"]:
        return True  # what the airline was told to do, the airline does not say
    if words[at] != "said" and not words[at].endswith("ed"):
        return False
    if not _BE.isdisjoint(words[max(0, at - 2) : at]) and words[0] not in ("it", "there"):
        return True  # what is covered, or was investigated, says nothing, nor who is said to do it
    if words[at] == "said":
        return False
    before, following = words[max(0, at - 1) : at], words[at + 1 : at + 2]
    if not before or before[0] in _QUALIFIES or before[0] in NUMBER_WORDS or before[0][0].isdecimal():
        return True
    if not following or following[0] not in _WHERE or "that" in words[at + 1 : at + _EDGE]:
        return False
    return WEEKDAYS.keys().isdisjoint(words[at + 2 : at + 3])


def _tells_a_deed(words: Sequence[str], at: int) -> bool:
    """Whether something is told to be done before a word of saying, or in it: "*will* add", "*began* showing", "is sending troops to reveal"."""
    before = words[at - 1] if at else ""
    if words[at] in _TO_SAY and (before in AUXILIARIES or before == "to" or before.endswith("n't")):
        return words[0] not in ("i", "we")  # "I can tell you that"
    if words[at + 1 : at + 2] == ["up"] or (words[at].endswith("ing") and is_verb_form(before)):
        return before not in _ASIDE  # "showed up", "was quoted saying"
    verb = next((i for i in range(at, 0, -1) if words[i - 1] not in _ASIDE and words[i - 1][-2:] != "ly"), 0)
    opening = next((i for i in range(1, verb) if words[i] in AUXILIARIES), 0)
    return bool(opening) and _CLAUSES.isdisjoint(words[:opening])


_LANDS = NUMBER_WORDS.keys() | words_of(
    "united other several all most many some few both red blue swing in of for to from if while"
)
"""Behind these "states" are those of a country: "in red *states*", "other *states* have"."""
_TO_SAY = words_of(
    "announce write reveal report add claim tell suggest allege warn say state insist note show confirm"
)
_ASIDE = AUXILIARIES | words_of(
    "once also never ever just again even not now earlier later already quoted heard"
)
"""What may stand between who says it and the verb."""
_CLAUSES = _WHEN | words_of("who whom that which if there it what whose where but and or")
"""Behind these something is told in a clause of who says it, or of when: "the man *who* was fired says"."""


def _is_in_a_name(reading: Reading, at: int) -> bool:
    """Whether a word has a capital where others have none: "was fired from The Late *Show*", but "Data Show Rents Fell"."""
    before = zip(reading.words[:at], reading.written, strict=False)
    return reading.has_capital(at) and any(
        word not in STOP_WORDS and written.islower() for word, written in before
    )


def _is_told(words: Sequence[str], at: int) -> bool:
    """Whether no clause follows a verb of saying, which then tells what somebody did: "reported a rise in theft"."""
    return not any(
        word == "that" or word in AUXILIARIES or may_be_past(word) or word.endswith("n't")
        for word in words[at + 1 :]
    )


def _is_done(words: Sequence[str], at: int) -> bool:
    """Whether a word is surely a verb of the past: "the bank *burned*", but "a leaked report shows"."""
    before = words[at - 1]
    past = is_verb_form(words[at]) and not words[at].endswith("s")  # "says" is none
    return past and before not in _QUALIFIES and not before.endswith("ly") and not before[0].isdecimal()


def _doubted(reading: Reading, places: range | set[int]) -> bool:
    """Whether the words that tell who says it doubt it, too: "wrongly stated", "or so the party claims"."""
    told = [reading.words[at] for at in places]
    return told[:1] == ["or"] or not DOUBTING.isdisjoint(told)
