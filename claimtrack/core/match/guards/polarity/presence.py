"""Guards on what there is in one statement and not in the other, however the rest is put: without a warrant and with one, no arrests
and 14 arrests, the president and the vice president."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import FINITE_HAVE, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem, wording

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading


_NO_COUNTS = ("%", "ordinal", "clock", "times", "time")
_NO_COUNT = words_of("more fewer less other longer one single doubt later earlier")


@either_way("differs")
def none_or_some(one: Reading, other: Reading) -> Told | None:
    """One says that there was none of what the other counts: "no arrests", "14 arrests", "£40m in dividends"."""
    return _nobody_or_some(one, other) or _to_nothing(one, other) or _no_thing_or_some(one, other)


def _no_thing_or_some(one: Reading, other: Reading) -> Told | None:
    if "no" in other.vocabulary or other.negators or len(one.negators) != 1:
        return None
    at = one.negators[0]
    thing = "".join(one.words[at + 1 : at + 2])
    if one.words[at] != "no" or thing in STOP_WORDS or thing in _NO_COUNT:
        return None
    told = wording(one.tokens[at : at + 2])
    less = next((word for word in other.words if word in _LESS - one.vocabulary), None)
    if less and {stem(thing)} | _denied_behind(one, at) <= _stems(other):
        return told, less
    for quantity in other.amounts if not one.amounts else ():
        behind = quantity.last + 1 + (other.words[quantity.last + 1 : quantity.last + 2] in (["in"], ["of"]))
        if quantity.kind not in _NO_COUNTS and stem("".join(other.words[behind : behind + 1])) == stem(thing):
            return told, wording(other.tokens[quantity.first : behind + 1])
    return None


_LESS = words_of(
    "halved halves quartered reduced reduces slowed slows curbed curbs limited limits restricted"
)
"""What there is less of, there is some of: "no gas is extracted", "the extraction of gas has been halved"."""


def _denied_behind(reading: Reading, at: int) -> set[str]:
    """The first letters of the verb of what there is none of: "no gas has been *extracted*"."""
    verb = next((w for w in reading.words[at + 2 :] if w not in STOP_WORDS), "")
    return {stem(verb)[:_HEAD]}


def _stems(reading: Reading) -> set[str]:
    return {form for term in reading.terms for form in (term, term[:_HEAD])}


_NOTHING = words_of("zero nil nothing")


def _to_nothing(one: Reading, other: Reading) -> tuple[str, str] | None:
    """What went to nothing in the one, and to a number in the other: "cut to zero", "lowered to 0.25 percent"."""
    if _NOTHING.isdisjoint(one.vocabulary) or not _NOTHING.isdisjoint(other.vocabulary):
        return None
    at = next((i for i, word in enumerate(one.words) if word in _NOTHING), 0)
    to = [q for q in other.amounts if q.value > 0 and other.words[q.first - 1] == "to"]
    if one.words[at - 1] != "to" or len(one.negators) > 1 or other.negators or not to:
        return None
    return wording(one.tokens[at - 1 : at + 1]), f"to {to[0].written}"


_HAVING_NONE = words_of("no without any")
_HEAD = 6
"""Letters that make two words forms of one: extracted, extraction; apologise, apology; no fewer where the stem is longer."""


@either_way("negated")
def left_undone(one: Reading, other: Reading) -> Told | None:
    """What somebody has done in the one, is told as a thing that there was not in the other: "apologised", "without an apology"."""
    if one.negators or not other.negators or _HAVING_NONE.isdisjoint(other.vocabulary):
        return None
    for at in other.negators:
        for place in _denied_things(other, at):
            done = _done(one, other.words[place])
            if done and one.words[done] not in other.vocabulary:
                return one.tokens[done].text, wording(other.tokens[place - 1 : place + 1])
    return None


def _denied_things(reading: Reading, at: int) -> list[int]:
    """The place of the thing that there is not: "without an *apology*", "yet to get any *compensation*"."""
    words = reading.words
    start = at + 1
    if words[at] not in _HAVING_NONE:
        start = next((i + 1 for i in range(at + 1, min(len(words), at + 4)) if words[i] == "any"), len(words))
    start += words[start : start + 1] != [] and words[start] in DETERMINERS
    if start >= len(words) or words[start] in STOP_WORDS:
        return []
    of_a_noun = (
        words[start].endswith("ing") and words[start + 1 : start + 2] and words[start + 1] not in STOP_WORDS
    )
    return [] if of_a_noun else [start]  # "without *planning* permission"


def _done(reading: Reading, thing: str) -> int | None:
    """The place of the verb in the past that is another form of what is not there, and does not stand before a noun."""
    if thing.endswith("ed"):
        return None
    head = thing[: min(_HEAD, len(stem(thing)))]
    return next(
        (
            at
            for at, word in enumerate(reading.words)
            if at
            and word.endswith("ed")
            and word.startswith(head)
            and len(head) >= _SHORTEST
            and reading.words[at - 1] not in _BEFORE_A_PARTICIPLE
        ),
        None,
    )


_SHORTEST = 4
_BEFORE_A_PARTICIPLE = DETERMINERS | words_of("was were is are been be being by")
_NOBODY = words_of("nobody none")
_DONE_TO = words_of("was were been is are")
_SOME = words_of("several some many dozens hundreds thousands two three four five six people")


def _nobody_or_some(one: Reading, other: Reading) -> tuple[str, str] | None:
    """What is told of nobody, and of some in the other, in this or another word: "nobody was hurt", "several were injured", "injured two people"."""
    rest = [other.words[at] for at in other.negators]  # "nobody was hurt and nothing was stolen"
    beside = [at for at in one.negators if one.words[at] not in rest]
    if len(beside) != 1 or len(one.negators) != len(rest) + 1:
        return None
    at = beside[0]
    if one.words[at] not in _NOBODY and one.words[at : at + 2] != ["no", "one"]:
        return None
    done = next((i for i in range(at + 1, min(len(one.words), at + 4)) if one.words[i - 1] in _DONE_TO), None)
    if done is None:
        return None
    verb = stem(one.words[done])
    for place in range(1, len(other.words)):
        term = stem(other.words[place])
        same = term == verb or not meanings(term).isdisjoint(meanings(verb))
        if not same:
            continue
        some = not _SOME.isdisjoint(other.words[max(0, place - 4) : place]) or other.amounts
        if other.words[place - 1] in _DONE_TO and some:
            return wording(one.tokens[at : done + 1]), wording(other.tokens[max(0, place - 2) : place + 1])
        if not _SOME.isdisjoint(other.words[place + 1 : place + 2]) or _counted(other, place + 1):
            return wording(one.tokens[at : done + 1]), wording(other.tokens[place : place + 3])
    return None


def _counted(reading: Reading, at: int) -> bool:
    """Whether a count begins at a place: "injured *14* people"."""
    return any(quantity.first == at and quantity.kind == "number" for quantity in reading.amounts)


_RANKED_BELOW = words_of("vice deputy assistant")
_SAME_RANK = _RANKED_BELOW | words_of("deputies assistants number no sub under junior")


@either_way("differs")
def other_rank(one: Reading, other: Reading) -> Told | None:
    """One tells of the holder of an office what the other tells of who stands below: the president, the vice president."""
    if _RANKED_BELOW.isdisjoint(one.vocabulary):
        return None
    at = next(i for i, word in enumerate(one.words) if word in _RANKED_BELOW)
    office = "".join(one.words[at + 1 : at + 2])
    if not office or office in STOP_WORDS or one.words.count(office) > 1 or office not in other.vocabulary:
        return None
    if not _SAME_RANK.isdisjoint(other.vocabulary):
        return None
    place = other.words.index(office)
    if any(word.endswith("'s") for word in other.words[place + 1 : place + 2]):
        return None  # "the attorney general's office"
    return wording(one.tokens[at : at + 2]), other.tokens[place].text


_WITH = words_of("with after in by through following despite")
_HAVING = words_of(
    "with had has have having held holding carried carrying got obtained showed produced wore wearing used using received given"
)
"""Behind these a thing is there, whatever word tells of which kind: "had a valid warrant"."""
_LACKING = words_of(
    "little less few fewer insufficient too hardly scarcely barely would could should must may only except unless if invalid expired fake forged false"
)
"""With such words what is there may not be enough, or not be there, or only where the other says that it is not."""
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
    return word in _HAVING and (word not in FINITE_HAVE or behind in DETERMINERS)


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
