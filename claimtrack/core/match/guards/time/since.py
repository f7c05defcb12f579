"""Guards on what has changed since a time: since it or in that time alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import check_either_way, either_way
from claimtrack.core.match.reading.dates import places_of_years
from claimtrack.core.match.reading.numbers.agreement import agrees
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import MONTHS, WEEKDAYS, words_of
from claimtrack.core.match.words.opposites import CEASING
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

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
_BETWEEN = words_of("not also already only never now more than at least")
_REACH = 4


@either_way("differs")
def since_or_in(one: Reading, other: Reading) -> Told | None:
    """What has changed by so much since a time changed by that in the time itself in the other: "since 2010", "in 2010"."""
    if not (told := _since_and_in(one, other)) or not _same_change(one, other):
        return None
    ceased = one.negators and any(other.words[at] in CEASING for at in other.negators)
    return None if ceased else told  # "stopped in March", "has not done so since March"


@check_either_way("differs", sure=False)
def since_or_then(one: Reading, other: Reading) -> Told | None:
    """What has been so since a time was so in it: "has been mayor since 2010", "was mayor in 2010"; what is done is done then."""
    told = _since_and_in(one, other)
    states = _behind(one, {"been"}) & _behind(other, {"was", "were"}) if told else ()
    return told if any(word.isalpha() and not is_done(word) for word in states) else None


def _since_and_in(one: Reading, other: Reading) -> Told | None:
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
    years = places_of_years(reading.quantities, words)
    found: dict[str, str] = {}
    for at, word in enumerate(words):
        if at not in years and word not in WEEKDAYS and word not in MONTHS:
            continue
        before = at - 1
        while before >= 0 and at - before <= _REACH and words[before] in _WITHIN_A_DATE:
            before -= 1
        compared = words[before - 1 : before] in (["than"], ["as"]) or before - 1 in bases
        if before >= 0 and words[before] in marks and not compared:
            found[reading.tokens[at].text] = words[before]
    return found


def _same_change(one: Reading, other: Reading) -> bool:
    """Whether what has been done since is done in the other, too, and so much of it, either way, or never."""
    verb = _done_since(one)
    if verb is None:
        return False
    said = verb in map(stem, other.words) or not other.senses.isdisjoint(meanings(verb))
    counted = any(agrees(x, y) for x in one.amounts for y in other.amounts if _is_of_change(one, x.first))
    turned = "direction" in one.poles and "direction" in other.poles and not (one.amounts or other.amounts)
    return said and bool(counted or turned or (one.negators and other.negators))


def _is_of_change(reading: Reading, first: int) -> bool:
    """Whether a number tells how much, and not up to what: "by 20", but "to 20"."""
    return not first or reading.words[first - 1] not in ("to", "at")


def has_been_so(reading: Reading) -> bool:
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
        while verb + 1 < len(words) and words[verb] in _BETWEEN:
            verb += 1
        goes_on = words[verb] == "been" and words[verb + 1 : verb + 2] and words[verb + 1].endswith("ing")
        return verb + 1 if goes_on else verb
    return None
