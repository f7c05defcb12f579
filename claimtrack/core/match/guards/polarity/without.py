"""A guard on what one statement says was not there, and the other that it was: without a warrant, with one, had one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_WITH = words_of("with after in by through following despite")
_HAVING = words_of(
    "with had has have having held holding carried carrying got obtained showed produced wore wearing used using received given"
)
"""Behind these a thing is there, whatever word tells of which kind: "had a valid warrant"."""
_LACKING = words_of(
    "little less few fewer insufficient too hardly scarcely barely would could should must may only except unless if invalid expired fake forged false"
)
"""With such words what is there may not be enough, or not be there, or only where the other says that it is not."""
_HAS = words_of("had has have")
_MOST = 3
"""Words at most of what there is not: "a search warrant", "their parents' consent"."""
_HELPING = words_of("had has have was were is are been be")
_ENDS_THING = STOP_WORDS - _HELPING


@either_way("differs")
def with_or_without(one: Reading, other: Reading) -> Told | None:
    """One says that it was without what the other says it was with: without a warrant, after a vote, had a warrant."""
    if "without" not in one.vocabulary or "without" in other.vocabulary or other.negators:
        return None
    at = one.words.index("without")
    if (thing := _last_of_thing(one, at)) is None:
        return None
    surely = len(one.negators) == 1 and _LACKING.isdisjoint(one.vocabulary | other.vocabulary)
    for i, word in enumerate(other.words):
        place = _thing(other, i) if word in _WITH else None
        if place is None and surely and _has_a_thing(other, i):
            place = _last_of_thing(other, i)
        if len(one.negators) > 1 and other.words[i - 1 : i] == ["only"]:
            continue  # "not without a warrant", "only with a warrant"
        if place is not None and stem(other.words[place]) == stem(one.words[thing]):
            return wording(one.tokens[at : thing + 1]), wording(other.tokens[i : place + 1])
    return None


def _has_a_thing(reading: Reading, at: int) -> bool:
    """Whether a word tells that somebody has what stands behind it: "had *a* warrant", and not "had searched"."""
    word, behind = reading.words[at], "".join(reading.words[at + 1 : at + 2])
    return word in _HAVING and (word not in _HAS or behind in DETERMINERS)


def _thing(reading: Reading, at: int) -> int | None:
    """The place of the one word of weight right behind a preposition, with which its clause ends or another little word stands behind."""
    words, start = reading.words, at + 1
    start += start < len(words) and words[start] in DETERMINERS
    if start >= len(words) or words[start] in STOP_WORDS or words[start].endswith("ing"):
        return None
    ends = start + 1 == len(words) or reading.parted(start + 1) or words[start + 1] in _ENDS_THING
    return start if ends else None


def _last_of_thing(reading: Reading, at: int) -> int | None:
    """The same of up to three words, of which the last tells what it is: "a search *warrant*"."""
    words, end = reading.words, at + 1
    end += end < len(words) and words[end] in DETERMINERS
    start = end
    while end < len(words) and words[end] not in STOP_WORDS and not (end > start and reading.parted(end)):
        end += 1
    plain = not any(is_done(word) for word in words[start + 1 : end])  # "people without a job *got* half"
    whole = plain and 0 < end - start <= _MOST and not words[start].endswith("ing")
    ends = end == len(words) or reading.parted(end) or words[end] in _ENDS_THING
    return end - 1 if whole and ends and not reading.parted(start) else None
