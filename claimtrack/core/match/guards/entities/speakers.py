"""Where a statement names its speaker, and what kind of speaker it is: the WHO and a ministry, the mayor and the mayor's wife."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from claimtrack.core.language.word_lists import AUXILIARIES, BE, WEEKDAYS, words_of
from claimtrack.core.match.reading.attribution import has_content_clause, is_nominal_use, is_reported_action
from claimtrack.core.match.reading.names.people import find_names
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    HELPERS,
    clause_end,
    clause_start,
    terms_between,
)
from claimtrack.core.match.words.terms import stems_of

_NATIONAL_NOUNS = words_of("ministry minister government president premier parliament police army hospital")
_PERSONAL_PRONOUNS = words_of("he she him her his hers himself herself")
_ASSOCIATE_STEMS = stems_of(
    "wife husband son daughter father mother brother sister widow lawyer ex former late opponent rival"
)
"""A relative, representative or predecessor is somebody else."""


def are_global_and_national(a: Reading, ours: range, b: Reading, theirs: range) -> bool:
    """Whether one speaker is an international organisation and the other a national body: the WHO, the health ministry."""
    return (_is_world_body(a, ours) and _is_national(b, theirs)) or (
        _is_world_body(b, theirs) and _is_national(a, ours)
    )


def _is_world_body(reading: Reading, places: range) -> bool:
    """Whether a speaker is an international organisation."""
    return any(at in places for _, _, at in reading.kinds.get("world body", ()))


def _is_national(reading: Reading, places: range) -> bool:
    """Whether a speaker is a national body."""
    return not _NATIONAL_NOUNS.isdisjoint(reading.words[places.start : places.stop])


def share_personal_pronoun(a: Reading, b: Reading) -> bool:
    """Whether both have the same personal pronoun, which may refer to the speaker: "she", "his"."""
    return not _PERSONAL_PRONOUNS.isdisjoint(a.vocabulary & b.vocabulary)


def are_associates(one: AbstractSet[str], other: AbstractSet[str]) -> bool:
    """Whether one of two speakers is described by the other: the mayor's wife, the mayor."""
    return one != other and (one < other or other < one) and one ^ other <= _ASSOCIATE_STEMS


REPORTING_STEMS = stems_of("say tell claim add write insist announce warn report confirm")
"""Stems of the commonest reporting verbs."""


def speaker_and_topic_swapped(a: Reading, b: Reading) -> str | None:
    """The speaker of one is the topic of the other: "her husband said she", "she said her husband"."""
    ours, theirs = find_leading_speaker(a), find_leading_speaker(b)
    if ours is None or theirs is None:
        return None
    for one, speaker, other, end in ((a, ours, b, theirs.stop), (b, theirs, a, ours.stop)):
        terms = terms_between(one, speaker.start, speaker.stop)
        after, before = terms_between(other, end + 1, len(other.words)), terms_between(other, 0, end)
        if terms and terms <= after and not terms & before:
            quoted = (r.as_written(places.start, places.stop) for r, places in ((a, ours), (b, theirs)))
            return f"other speaker: {' / '.join(quoted)}"
    return None


_DATE_WORDS = WEEKDAYS.keys() | words_of("today yesterday tonight earlier later")
_ADJUNCT_PREPOSITIONS = words_of("in on at during since after before under for")
"""Prepositions of an adjunct before the speaker: "*in 2018* the mayor said"."""


def _speaker_start(reading: Reading, end: int) -> int:
    """Where the speaker starts, after an adjunct: "in 2018 *the mayor* said", "in Brno *police* said"."""
    words = reading.words
    if words[0] not in _ADJUNCT_PREPOSITIONS:
        return 0
    for at in range(2, end):
        named = reading.has_capital(at - 1) and reading.written[at][0].islower() and words[at] != "of"
        begins = words[at] in DETERMINERS and words[at - 1] != "of"
        if reading.is_boundary(at) or begins or named or words[at - 1].isdecimal():
            return at
    return 0


_REPORTING_VERBS = words_of(
    "says said say saying tells told claims claimed argues argued insists insisted warns warned states "
    "stated accuses accused announced announces wrote writes added adds alleged alleges suggested suggests "
    "revealed reveals reported testified testifies confirmed confirms"
)
_MAX_SPEAKER_WORDS = 6
"""Words of a speaker at most."""


@lru_cache(maxsize=64)
def find_leading_speaker(reading: Reading) -> range | None:
    """The places of the speaker: after "according to", or before the first reporting verb."""
    words = reading.words
    if "according" in reading.vocabulary:
        at = words.index("according")
        end = clause_end(reading, at)
        is_brief = end - at - 2 <= _MAX_SPEAKER_WORDS
        return range(at + 2, end) if is_brief and reading.word(at + 1) == "to" else None
    if _REPORTING_VERBS.isdisjoint(reading.vocabulary):
        return None
    places = range(min(_MAX_SPEAKER_WORDS + 1, len(words)))
    verb = next((at for at in places if _is_reporting_verb(words, at)), None)
    start = _speaker_start(reading, verb) if verb else 0
    if verb and not reading.has_boundary_in(range(start + 1, verb + 1)):
        return range(start, _speaker_end(words, start, verb))
    return _find_apposed_speaker(reading)


def _speaker_end(words: Sequence[str], start: int, verb: int) -> int:
    """Where the speaker ends, before "could not say", "originally said", "is quoted as saying"."""
    while verb > start + 1 and (words[verb - 1] in _BEFORE_REPORTING_VERB or words[verb - 1].endswith("ly")):
        verb -= 1
    return verb


_BEFORE_REPORTING_VERB = words_of(
    HELPERS | _DATE_WORDS,
    "to able unable cannot couldn't can't didn't wouldn't won't was were reported quoted cited as",
)
"""Words between a speaker and the reporting verb that do not identify the speaker."""


def _find_apposed_speaker(reading: Reading) -> range | None:
    """The name of a speaker with an apposition: "Tarn, a lawyer, said", "the lawyer, Tarn, said"."""
    ends = [at for at in range(1, len(reading.words)) if reading.is_boundary(at)][:2]
    if len(ends) == 2 and _is_reporting_verb(reading.words, ends[1]):
        names = (name for name in find_names(reading) if name.stop in ends)
        return next((name for name in names if _is_speaker_head(reading, name)), None)
    return None


def _is_speaker_head(reading: Reading, name: range) -> bool:
    """Whether a name is the speaker and no complement: not "the group *criticising Tarn*", "the mayor *of Brno*"."""
    before = reading.words[name.start - 1] if name.start else ""
    return not before.endswith("ing") and before not in _ADJUNCT_PREPOSITIONS and before != "of"


def _is_reporting_verb(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place is an active reporting verb: "the union claims"; not "thirteen states have", "China is accused", "the accused nurse", "added a hall"."""
    active = words[at] in _REPORTING_VERBS and (not at or words[at - 1] not in BE | DETERMINERS)
    if words[at] == "added" and (following := "".join(words[at + 1 : at + 2])):
        active = active and following not in ("a", "an") and not following[0].isdecimal()
    active = active and AUXILIARIES.isdisjoint(words[at + 1 : at + 2])
    return active and not is_nominal_use(words, at) and not is_reported_action(words, at)


@lru_cache(maxsize=64)
def find_trailing_speaker(reading: Reading) -> range | None:
    """The places of the speaker after the last comma: ", the minister said on Monday", ", said the minister"."""
    words = reading.words
    if _REPORTING_VERBS.isdisjoint(reading.vocabulary):
        return None
    start = clause_start(reading, len(words) - 1)
    places = range(start, len(words) if start else 0)
    verb = next((at for at in places if _is_reporting_verb(words, at)), None)
    if verb is None or max(verb - start, len(words) - verb) > _MAX_SPEAKER_WORDS:
        return None
    if has_content_clause(words, verb):
        return None
    if verb > start:
        return range(start, _speaker_end(words, start, verb))
    if reading.word(verb + 1) not in _ADJUNCT_PREPOSITIONS | _DATE_WORDS:
        return range(verb + 1, len(words))
    set_off = clause_start(reading, start - 1)
    return range(set_off, start) if set_off else None  # ", the clerk, Jon Tarn, said on Friday"
