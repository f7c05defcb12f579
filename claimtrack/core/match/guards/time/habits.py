"""Guards on habits and durations: what used to be so and is, each week and once, since a time and only then."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from claimtrack.core.language.word_lists import (
    BE,
    DO,
    MODALS,
    MONTHS,
    PRESENT_BE,
    RELATIVE_SUBJECTS,
    WEEKDAYS,
    phrases_of,
    words_of,
)
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check, symmetric_guard
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import (
    INVARIABLE_VERBS,
    is_passive_participle,
    is_verb_form,
    may_be_past,
)
from claimtrack.core.match.words.negators import CEASING
from claimtrack.core.match.words.terms import format_both, stem

_OTHER_USE_MARKERS = BE | words_of("am get gets got getting it's that's")
"""After these "used to" expresses a purpose or that somebody is accustomed to something."""
_ADVERBS = words_of("still now always often also usually never")
_NO_SUBJECT_WORDS = MODALS | DO | words_of("to that which who for of the a an and or")
"""After these stands no present-tense verb, or one that belongs to a "used to" of purpose: "the drug that kills"."""
FORMERLY = words_of("once past formerly previously former ex earlier")
"""Words that mark what is past."""
_ANYMORE_PHRASES = phrases_of("no longer | any longer | any more")


@symmetric_guard("differs")
def habit_or_present(one: Reading, other: Reading) -> Excerpts | None:
    """What used to be so in one is so in the other: "used to arrest", "arrests"."""
    if "to" not in one.vocabulary and "to" not in other.vocabulary:
        return None
    at = find_past_habit(one)
    if at is None or find_past_habit(other) is not None or _has_no_longer(other):
        return None
    if not FORMERLY.isdisjoint(other.vocabulary):
        return None  # "is a former head"
    after_relative = one.words[at - 1] in RELATIVE_SUBJECTS
    present = next(_find_present_verb(other, one.words[at + 2], after_relative=after_relative), None)
    return None if present is None else (one.as_written(at, at + 3), other.written[present])


def find_past_habit(reading: Reading) -> int | None:
    """The place of a "used to" that expresses a past habit: "they used to arrest", "did not use to"; but "it is used to"."""
    if "used" not in reading.vocabulary and "use" not in reading.vocabulary:
        return None
    words = reading.words
    for at, word in enumerate(words[1:-2], 1):
        habit = word == "used" or (word == "use" and words[at - 1] in ("not", "didn't"))
        habit = habit and words[at + 1] == "to" and words[at - 1] not in _OTHER_USE_MARKERS
        if habit and not reading.is_boundary(at):
            return at
    return None


def is_habit_ended(a: Reading, b: Reading) -> bool:
    """Whether what used to be so in one is no longer so in the other: "used to arrest", "no longer arrests"."""
    return any(find_past_habit(one) is not None and _has_no_longer(other) for one, other in ((a, b), (b, a)))


def _has_no_longer(reading: Reading) -> bool:
    """Whether a statement says that something is no longer so."""
    return any(reading.words[at : at + 2] in _ANYMORE_PHRASES for at in range(len(reading.words) - 1))


_ENDING_WORDS = words_of(
    "longer more anymore stop stops stopped cease ceases ceased end ends ended quit quits lost now still "
    "since again used abandon abandoned gave gives dropped scrapped gone yet"
)
"""A denial with one of these may imply that it was so once."""


def each_week_or_once(a: Reading, b: Reading) -> Difference | None:
    """One recurs each week, the other is on one day: "on Mondays", "on Monday"; but "only on Monday"."""
    for one, other in ((a, b), (b, a)):
        for at, word in enumerate(one.words):
            day = WEEKDAYS.get(word) if _is_weekly(one, at) else None
            theirs = [i for i, known in enumerate(other.words) if WEEKDAYS.get(known, -1) == day]
            if theirs and not any(_is_weekly(other, i) or other.words[i - 1] == "a" for i in theirs):
                quoted = one.written[at], other.written[theirs[0]]
                sure = "only" not in other.vocabulary  # "only on Tuesday" is each Tuesday
                return Difference(f"differs: {format_both(quoted, turned=one is not a)}", sure=sure)
    return None


def _is_weekly(reading: Reading, at: int) -> bool:
    """Whether a weekday stands for each week: "on Mondays", "every Monday"."""
    return reading.words[at].endswith("ys") or (at > 0 and reading.words[at - 1] in _EACH_WORDS)


_EACH_WORDS = words_of("every each")


def dying_or_dead(a: Reading, b: Reading) -> Difference | None:
    """Somebody is dying in one and dead or has died in the other; but "a risk of dying" is one of death, and "many are dying" is as good as "many died"."""
    for one, other in ((a, b), (b, a)):
        if "dying" in one.vocabulary - other.vocabulary:
            is_dying = is_passive_participle(one.words, one.words.index("dying"))
            dead = next((word for word in ("dead", "died") if word in other.vocabulary - one.vocabulary), "")
            if dead and (is_dying or dead == "dead"):
                quoted = format_both(("dying", dead), turned=one is not a)
                return Difference(f"differs: {quoted}", sure=is_dying)
    return None


@symmetric_check("differs", sure=False)
def still_or_already(one: Reading, other: Reading) -> Excerpts | None:
    """What is still so in one is already so in the other."""
    ours, theirs = _PHASE_ADVERBS & one.vocabulary, _PHASE_ADVERBS & other.vocabulary
    if ours == {"still"} and theirs == {"already"}:
        return "still", "already"
    return None


_PHASE_ADVERBS = words_of("still already")


@symmetric_check("only one says", in_any_order=True, sure=True)
def no_longer_or_never(one: Reading, other: Reading) -> Excerpts | None:
    """One says that it is no longer so, the other only that it is not: "no longer have a bus", "have no bus"."""
    ended = _has_no_longer(one) or "anymore" in one.vocabulary
    if ended and other.negators and _ENDING_WORDS.isdisjoint(other.vocabulary):
        return ("no longer",)
    return None


_HAS_BECOME = frozenset((("has", "become"), ("have", "become")))


def _find_present_verb(reading: Reading, verb: str, *, after_relative: bool) -> Iterator[int]:
    """Yield the places of a verb in the present: "arrest", "arrests", "is" for "be"; `after_relative` also "who arrest"."""
    if verb == "be":
        yield from (at for at, word in enumerate(reading.words) if word in PRESENT_BE)
        has = (at for at, two in enumerate(pairwise(reading.words), 1) if two in _HAS_BECOME)
        yield from has
        return
    meant, no_subject = stem(verb), _NO_SUBJECT_WORDS - (RELATIVE_SUBJECTS if after_relative else frozenset())
    for term, at in reading.placed_terms:
        word, before = reading.words[at], at - 1
        lives = word == f"{verb}s"
        is_non_present = may_be_past(word) or word in INVARIABLE_VERBS or word.endswith("ing")
        if not lives and (term != meant or is_non_present):
            continue
        while before > 0 and reading.words[before] in _ADVERBS:
            before -= 1
        if before >= 0 and reading.words[before] not in no_subject:
            yield at


_POINT_PREPOSITIONS = words_of("in during throughout on")
_DATE_MODIFIERS = words_of(
    "the start beginning end middle of early mid late year fiscal autumn spring summer winter"
) | {*MONTHS}
"""Words that may stand between "since" and a year."""
_PERFECT_AUXILIARIES = words_of("has have had he's she's it's they've we've i've")
_STATIVE_PARTICIPLES = words_of(
    "had owned lived known led carried required stood held run served worked used belonged kept remained "
    "stayed existed ruled hosted meant allowed offered lain sat been banned forbidden prohibited"
)
"""A state that has lasted since a time began then, and so held at that time as well."""
_BEGINNING_WORDS = words_of("began begun begin started start starting onwards")
_PERFECT_ADVERBS = words_of("not also already only never now more than at least")
_DATE_REACH = 4
"""Maximum number of modifiers before a date."""


@symmetric_guard("differs")
def since_or_in(one: Reading, other: Reading) -> Excerpts | None:
    """A change since a time in one happened in that time in the other: "since 2010", "in 2010"."""
    if not (times := _find_since_and_in(one, other)) or not _share_change(one, other):
        return None
    ceased = one.negators and any(other.words[at] in CEASING for at in other.negators)
    return None if ceased else times  # "stopped in March", "has not done so since March"


@symmetric_check("differs", sure=False)
def since_or_then(one: Reading, other: Reading) -> Excerpts | None:
    """A state since a time in one held at that time in the other: "has been mayor since 2010", "was mayor in 2010"; not an action."""
    times = _find_since_and_in(one, other)
    states = _words_after(one, {"been"}) & _words_after(other, {"was", "were"}) if times else ()
    return times if any(word.isalpha() and not is_verb_form(word) for word in states) else None


def _find_since_and_in(one: Reading, other: Reading) -> Excerpts | None:
    """The time of "since" in one, if the other gives it without saying that something began then."""
    if "since" not in one.vocabulary or "since" in other.vocabulary:
        return None
    points = _find_times(other, _POINT_PREPOSITIONS)
    time = next((time for time in _find_times(one, {"since"}) if time in points), None)
    if time is None or not _BEGINNING_WORDS.isdisjoint(other.vocabulary):
        return None
    return f"since {time}", f"{points[time]} {time}"


def _words_after(reading: Reading, verbs: set[str]) -> set[str]:
    """The words after some verbs, or after the article there."""
    words = reading.words
    places = [at + 1 for at, word in enumerate(words[:-2]) if word in verbs]
    return {words[at + (words[at] in DETERMINERS)] for at in places}


def _find_times(reading: Reading, marks: frozenset[str] | set[str]) -> dict[str, str]:
    """The years, months and weekdays after some prepositions, each with its preposition; not "than in 2010", nor "from 400 in 2010"."""
    words = reading.words
    bases = {q.last for q in reading.amounts if words[q.first - 1 : q.first] == ["from"]}
    years = year_places(reading.quantities, words)
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if at not in years and word not in WEEKDAYS and word not in MONTHS:
            continue
        before = at - 1
        while before >= 0 and at - before <= _DATE_REACH and words[before] in _DATE_MODIFIERS:
            before -= 1
        compared = words[before - 1 : before] in (["than"], ["as"]) or before - 1 in bases
        if before >= 0 and words[before] in marks and not compared:
            found[reading.written[at]] = words[before]
    return found


def _share_change(one: Reading, other: Reading) -> bool:
    """Whether both report the same change since or in a time, by the same number, in either direction, or never."""
    verb = _perfect_action(one)
    if verb is None:
        return False
    is_shared = verb in map(stem, other.words) or not other.senses.isdisjoint(meanings(verb))
    # "by 20", but "to 20"
    sizes = (x for x in one.amounts if not x.first or one.words[x.first - 1] not in ("to", "at"))
    counted = any(can_be_equal(x, y) for x, y in product(sizes, other.amounts))
    turned = "direction" in one.poles and "direction" in other.poles and not (one.amounts or other.amounts)
    return is_shared and bool(counted or turned or (one.negators and other.negators))


def has_lasting_state(reading: Reading) -> bool:
    """Whether a statement says what has been so, and so was so at the start: "banned since 2004", "banned in 2004"."""
    verb = _find_perfect_verb(reading)
    if verb is None or reading.words[verb] not in _STATIVE_PARTICIPLES:
        return False
    after = reading.words[verb + 1 : verb + 2]
    return reading.words[verb] != "been" or not reading.amounts or not _STATIVE_PARTICIPLES.isdisjoint(after)


def _perfect_action(reading: Reading) -> str | None:
    """The stem of the verb in the perfect; None if it is a state or missing."""
    verb = _find_perfect_verb(reading)
    return None if verb is None or reading.words[verb] in _STATIVE_PARTICIPLES else stem(reading.words[verb])


def _find_perfect_verb(reading: Reading) -> int | None:
    """The place of the verb after the first "has" or "have"; in the progressive of the verb after "been"."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word not in _PERFECT_AUXILIARIES:
            continue
        verb = at + 1
        while verb + 1 < len(words) and words[verb] in _PERFECT_ADVERBS:
            verb += 1
        is_progressive = (
            words[verb] == "been" and words[verb + 1 : verb + 2] and words[verb + 1].endswith("ing")
        )
        return verb + 1 if is_progressive else verb
    return None
