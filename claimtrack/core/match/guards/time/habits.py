"""Guards on what was so until now and since when: what used to be so and is, each week and once, since a time and in that time alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference, symmetric_check, symmetric_guard
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import (
    INVARIABLE_VERBS,
    is_passive_participle,
    is_verb_form,
    may_be_past,
)
from claimtrack.core.match.words.lexicon import (
    BE,
    DO,
    MODALS,
    MONTHS,
    RELATIVE_SUBJECTS,
    WEEKDAYS,
    phrases_of,
    words_of,
)
from claimtrack.core.match.words.negators import CEASING
from claimtrack.core.match.words.terms import format_both, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_NOT_OF_HABIT = BE | words_of("am get gets got getting it's that's")
"""Behind these "used to" tells what something is for, or what somebody is accustomed to."""
_BETWEEN = words_of("still now always often also usually never")
_NOW = words_of("is are am")
_BEHIND_NO_SUBJECT = MODALS | DO | words_of("to that which who for of the a an and or")
"""Behind these stands no verb that tells what is so now, or one that a "used to" of purpose would be told by: "the drug that kills"."""
FORMERLY = words_of("once past formerly previously former ex earlier")
_NO_MORE = phrases_of("no longer | any longer | any more")


@symmetric_guard("differs")
def habit_or_present(one: Reading, other: Reading) -> Excerpts | None:
    """What used to be so in the one is so in the other: "used to arrest", "arrests"."""
    if "to" not in one.vocabulary and "to" not in other.vocabulary:
        return None
    at = find_past_habit(one)
    if at is None or find_past_habit(other) is not None or _no_more(other):
        return None
    if not FORMERLY.isdisjoint(other.vocabulary):
        return None  # "is a former head"
    present = next(
        _told_of_now(other, one.words[at + 2], behind_who=one.words[at - 1] in RELATIVE_SUBJECTS), None
    )
    if present is not None:
        return one.as_written(at, at + 3), other.written[present]
    return None


def find_past_habit(reading: Reading) -> int | None:
    """The place of a "used to" that tells what was so for long: "they used to arrest", "did not use to"; but "it is used to"."""
    if "used" not in reading.vocabulary and "use" not in reading.vocabulary:
        return None
    words = reading.words
    for at, word in enumerate(words[1:-2], 1):
        habit = word == "used" or (word == "use" and (words[at - 1] == "not" or words[at - 1] == "didn't"))
        if (
            habit
            and words[at + 1] == "to"
            and words[at - 1] not in _NOT_OF_HABIT
            and not reading.is_boundary(at)
        ):
            return at
    return None


def is_habit_ended(a: Reading, b: Reading) -> bool:
    """Whether what used to be so in the one is told to be so no longer in the other."""
    return any(find_past_habit(one) is not None and _no_more(other) for one, other in ((a, b), (b, a)))


def _no_more(reading: Reading) -> bool:
    return any(reading.words[at : at + 2] in _NO_MORE for at in range(len(reading.words) - 1))


_ENDED = words_of(
    "longer more anymore stop stops stopped cease ceases ceased end ends ended quit quits lost now still since again used abandon abandoned"
    " gave gives dropped scrapped gone yet"
)
"""Of what a statement with one of these denies it may tell that it was so once."""


def each_week_or_once(a: Reading, b: Reading) -> Difference | None:
    """One says it of each week, and the other of one day: "on Mondays", "on Monday"; but "only on Monday"."""
    for one, other in ((a, b), (b, a)):
        for at, word in enumerate(one.words):
            day = WEEKDAYS.get(word) if _each_week(one, at) else None
            theirs = [i for i, known in enumerate(other.words) if WEEKDAYS.get(known, -1) == day]
            if theirs and not any(_each_week(other, i) or other.words[i - 1] == "a" for i in theirs):
                told = one.written[at], other.written[theirs[0]]
                sure = "only" not in other.vocabulary  # "only on Tuesday" is each Tuesday
                return Difference(f"differs: {format_both(told, turned=one is not a)}", sure=sure)
    return None


def _each_week(reading: Reading, at: int) -> bool:
    """Whether a day is told as that of each week: "on Mondays", "every Monday"."""
    return reading.words[at].endswith("ys") or (at > 0 and reading.words[at - 1] in _EACH)


_EACH = words_of("every each")


def dying_or_dead(a: Reading, b: Reading) -> Difference | None:
    """Who is dying in the one is dead in the other, or died; but a risk of dying is one of death, and many dying many that died."""
    for one, other in ((a, b), (b, a)):
        if "dying" in one.vocabulary - other.vocabulary:
            is_dying = is_passive_participle(one.words, one.words.index("dying"))
            dead = next((word for word in ("dead", "died") if word in other.vocabulary - one.vocabulary), "")
            if dead and (is_dying or dead == "dead"):
                told = format_both(("dying", dead), turned=one is not a)
                return Difference(f"differs: {told}", sure=is_dying)
    return None


@symmetric_check("differs", sure=False)
def still_or_already(one: Reading, other: Reading) -> Excerpts | None:
    """What is still so in the one is already so in the other."""
    ours, theirs = _STAGES & one.vocabulary, _STAGES & other.vocabulary
    if ours == {"still"} and theirs == {"already"}:
        return "still", "already"
    return None


_STAGES = words_of("still already")


@symmetric_check("only one says", in_any_order=True, sure=True)
def no_longer_or_never(one: Reading, other: Reading) -> Excerpts | None:
    """One says that it is so no longer, the other only that it is not: "no longer have a bus", "have no bus"."""
    ended = _no_more(one) or "anymore" in one.vocabulary
    if ended and other.negators and _ENDED.isdisjoint(other.vocabulary):
        return ("no longer",)
    return None


def _told_of_now(reading: Reading, verb: str, *, behind_who: bool) -> Iterator[int]:
    """Where a verb tells what is so now: "arrest", "arrests", "is" for "be"; `behind_who` also "who arrest"."""
    if verb == "be":
        yield from (at for at, word in enumerate(reading.words) if word in _NOW)
        return
    meant, no_subject = stem(verb), _BEHIND_NO_SUBJECT - (RELATIVE_SUBJECTS if behind_who else frozenset())
    for term, at in reading.placed_terms:
        word, before = reading.words[at], at - 1
        lives = word == f"{verb}s"
        done = may_be_past(word) or word in INVARIABLE_VERBS or word.endswith("ing")
        if not lives and (term != meant or done):
            continue
        while before > 0 and reading.words[before] in _BETWEEN:
            before -= 1
        if before >= 0 and reading.words[before] not in no_subject:
            yield at


_IN = words_of("in during throughout on")
_WITHIN_A_DATE = words_of(
    "the start beginning end middle of early mid late year fiscal autumn spring summer winter"
) | {*MONTHS}
"""Words that may stand between "since" and a year."""
_HAVING = words_of("has have had he's she's it's they've we've i've")
_STATES = words_of(
    "had owned lived known led carried required stood held run served worked used belonged kept remained stayed existed ruled"
    " hosted meant allowed offered lain sat been banned forbidden prohibited"
)
"""What has been so since a time began then, so that it was in that time as well."""
_BEGINNING = words_of("began begun begin started start starting onwards")
_WITHIN = words_of("not also already only never now more than at least")
_REACH = 4


@symmetric_guard("differs")
def since_or_in(one: Reading, other: Reading) -> Excerpts | None:
    """What has changed by so much since a time changed by that in the time itself in the other: "since 2010", "in 2010"."""
    if not (told := _since_and_in(one, other)) or not _same_change(one, other):
        return None
    ceased = one.negators and any(other.words[at] in CEASING for at in other.negators)
    return None if ceased else told  # "stopped in March", "has not done so since March"


@symmetric_check("differs", sure=False)
def since_or_then(one: Reading, other: Reading) -> Excerpts | None:
    """What has been so since a time was so in it: "has been mayor since 2010", "was mayor in 2010"; what is done is done then."""
    told = _since_and_in(one, other)
    states = _behind(one, {"been"}) & _behind(other, {"was", "were"}) if told else ()
    return told if any(word.isalpha() and not is_verb_form(word) for word in states) else None


def _since_and_in(one: Reading, other: Reading) -> Excerpts | None:
    """The time since which the one tells it, where the other tells it only of that time, and not that it began then."""
    if "since" not in one.vocabulary or "since" in other.vocabulary:
        return None
    within = _times(other, _IN)
    time = next((time for time in _times(one, {"since"}) if time in within), None)
    if time is None or not _BEGINNING.isdisjoint(other.vocabulary):
        return None
    return f"since {time}", f"{within[time]} {time}"


def _behind(reading: Reading, verbs: set[str]) -> set[str]:
    """The words behind some verbs, or behind the article there."""
    words = reading.words
    places = [at + 1 for at, word in enumerate(words[:-2]) if word in verbs]
    return {words[at + (words[at] in DETERMINERS)] for at in places}


def _times(reading: Reading, marks: frozenset[str] | set[str]) -> dict[str, str]:
    """The years, months and weekdays behind some words, each with that word; not "than in 2010", nor "from 400 in 2010"."""
    words = reading.words
    bases = {q.last for q in reading.amounts if words[q.first - 1 : q.first] == ["from"]}
    years = year_places(reading.quantities, words)
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if at not in years and word not in WEEKDAYS and word not in MONTHS:
            continue
        before = at - 1
        while before >= 0 and at - before <= _REACH and words[before] in _WITHIN_A_DATE:
            before -= 1
        compared = words[before - 1 : before] in (["than"], ["as"]) or before - 1 in bases
        if before >= 0 and words[before] in marks and not compared:
            found[reading.written[at]] = words[before]
    return found


def _same_change(one: Reading, other: Reading) -> bool:
    """Whether what has been done since is done in the other, too, and so much of it, either way, or never."""
    verb = _done_since(one)
    if verb is None:
        return False
    said = verb in map(stem, other.words) or not other.senses.isdisjoint(meanings(verb))
    counted = any(
        can_be_equal(x, y) for x in one.amounts for y in other.amounts if _is_of_change(one, x.first)
    )
    turned = "direction" in one.poles and "direction" in other.poles and not (one.amounts or other.amounts)
    return said and bool(counted or turned or (one.negators and other.negators))


def _is_of_change(reading: Reading, first: int) -> bool:
    """Whether a number tells how much, and not up to what: "by 20", but "to 20"."""
    return not first or reading.words[first - 1] not in ("to", "at")


def has_lasting_state(reading: Reading) -> bool:
    """Whether it tells what has been so, and so was so in the time since which it has: "banned since 2004", "banned in 2004"."""
    verb = _verb_behind_have(reading)
    if verb is None or reading.words[verb] not in _STATES:
        return False
    behind = reading.words[verb + 1 : verb + 2]
    return reading.words[verb] != "been" or not reading.amounts or not _STATES.isdisjoint(behind)


def _done_since(reading: Reading) -> str | None:
    """The verb of what has been done since a time; None where it tells what has been so."""
    verb = _verb_behind_have(reading)
    return None if verb is None or reading.words[verb] in _STATES else stem(reading.words[verb])


def _verb_behind_have(reading: Reading) -> int | None:
    """The place of the verb behind the first "has" or "have"; that behind "been" where it goes on."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word not in _HAVING:
            continue
        verb = at + 1
        while verb + 1 < len(words) and words[verb] in _WITHIN:
            verb += 1
        goes_on = words[verb] == "been" and words[verb + 1 : verb + 2] and words[verb + 1].endswith("ing")
        return verb + 1 if goes_on else verb
    return None
