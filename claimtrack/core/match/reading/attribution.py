"""Which words of a statement only say whose words they are: "Rents rose, *the mayor said*"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    AUXILIARIES,
    BE,
    NUMBER_WORDS,
    STOP_WORDS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.forms import is_verb_form, may_be_past

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_SPEECH_OR_ACTION = words_of(
    "announce+s+ed+ing write+s+ed+ing written reveal+s+ed+ing report+s+ed+ing add+s+ed+ing claim+s+ed+ing "
    "tell+s+ed+ing suggest+s+ed+ing allege+s+ed warn+s+ed+ing"
)
"""Verbs of saying that may also take a thing as their object: "wrote a letter"."""
REPORTING_CUES = _SPEECH_OR_ACTION | words_of(
    "say+s+ed+ing reportedly state+s+ed+ing according accordingly alleging allegedly insist+s+ed+ing "
    "note+s+ed+ing show+s+ed+ing shown suggestion indicate+s+ed+ing confirm+s+ed statement announcement"
)
"""Verbs and nouns of reporting, and adverbs, that attribute what is next to them: "said Ann Lee", "reportedly"."""
_NOUN_MARKERS = words_of("the a an its his her their this each every no any our your my member")
"""After these "state" or "claim" is a noun: "sued the state"."""
_NOUN_OR_VERB = words_of(
    "state states claim claims report reports show shows note notes statement announcement suggestion"
)
_SHOW_FORMS = words_of("show shows showed")
_MEDIA = words_of(
    "photo+s photograph+s picture+s image+s video+s clip+s footage film audio recording+s screenshot+s map"
)
"""What these show is the claim itself, not a statement of theirs: "a video shows Thunberg eating"."""
_MORE_OFTEN_NOUNS = words_of("state states claim claims shows note notes")
_ATTRIBUTION_REACH = 8
"""Number of words at either end of a statement in which an attribution may stand."""
DOUBTING_CUES = words_of(
    "wrongly mistakenly incorrectly erroneously inaccurately misleadingly baselessly suspect+s+ed "
    "doubt+s+ed dispute+s+ed question+s+ed contradict+s+ed hope+s+ed fear+s+ed hint+s+ed rumour+s+ed "
    "rumor+s+ed gossip speculation speculate+s+ed imply+s+ed assume+s+ed expect+s predict+s forecast "
    "believe+s+ed guess+s suppose think+s supposedly purportedly allegedly wrong mistaken incorrect lying"
)
"""Words by which the source is not certain, or the writer does not believe it: "fears that", "wrongly said"."""
_QUALIFIERS = words_of(
    "the a an of in for from with by about and or all any each every most many some few more fewer less no "
    "its their his her over under nearly almost than newly previously"
)
"""After these "reported" modifies the noun that follows: "the number of reported cases"."""
_OBJECT_OPENERS = _NOUN_MARKERS | words_of("to about on")
"""After these follows the object of an action, unless a clause follows: "wrote a letter", "warned the mayor about it"."""
_AFTER_PARTICIPLE = words_of("in to by at on since for during last from under")
"""Before these a participle modifies the preceding noun: "cases reported to the police"."""


_BE = BE | words_of("isn't aren't wasn't weren't")


@lru_cache(maxsize=64)
def attribution_places(reading: Reading) -> frozenset[int]:
    """Return the places of the words that attribute the statement, at its beginning or end; none if they also cast doubt on it. Cached, since many ask."""
    words = reading.words
    found: set[int] = set()
    for at, word in enumerate(words[:_ATTRIBUTION_REACH]):
        cues = word in REPORTING_CUES and not _is_no_attribution(reading, at)
        if cues and not is_reported_action(words, at):
            if not _is_closing(reading, at) and not _follows_main_clause(words[:at]):
                found.update(range(at + 1))
            break
    if _casts_doubt(reading, found):
        found.clear()
    for at in range(len(words) - 1, max(0, len(words) - 1 - _ATTRIBUTION_REACH), -1):
        if reading.is_boundary(at) or words[at] == "according":
            if _is_closing_attribution(words, at) and not _casts_doubt(reading, range(at, len(words))):
                found.update(range(at, len(words)))
            break
    return frozenset(found)


_TIME_CONJUNCTIONS = words_of("after when because while since until once before as")


def _follows_main_clause(words: Sequence[str]) -> bool:
    """Whether the words before a reporting verb already make a statement: "the airport *was closed after* a caller said"."""
    clause = next((at for at in range(len(words) - 1, 0, -1) if words[at] in _TIME_CONJUNCTIONS), 0)
    return any(word in AUXILIARIES or may_be_past(word) for word in words[:clause])


def _is_closing_attribution(words: Sequence[str], start: int) -> bool:
    """Whether the last words of a statement name its source, not what somebody said: ", the mayor said", but ", said that it closed"."""
    for at in range(start, len(words)):
        if words[at] not in REPORTING_CUES or has_content_clause(words, at) or is_reported_action(words, at):
            continue
        is_noun = words[at] in _NOUN_OR_VERB and words[at - 1] in _NOUN_MARKERS
        is_last = at + 1 == len(words) and words[at - 1] not in _BEFORE_COUNTRY_STATES
        if not is_noun and (is_last or words[at] not in ("state", "states")):
            return True
    return False


def has_content_clause(words: Sequence[str], at: int) -> bool:
    """Whether a reporting verb is followed by what was said: "said *that all were paid*", "claims *it is closed*"."""
    return "that" in words[at + 1 : at + _THAT_REACH] or not AUXILIARIES.isdisjoint(words[at + 1 :])


_CONFIRM_FORMS = words_of("confirm confirms confirmed")
"""With an object these report an action, "confirmed the judge"; but "confirmed that", ", the mayor confirmed"."""
_REASON_OR_TIME = words_of(
    "for after by over without before from of despite through because when if until once"
)
"""These introduce why or when something was done: "dismissed *for* saying", "jailed *because* she said"."""


def is_reported_action(words: Sequence[str], at: int) -> bool:
    """Whether a reporting verb is something done within the statement, not its attribution: "was dismissed *for saying*", "who said"."""
    before = words[at - 1] if at else ""
    if words[at] in _CONFIRM_FORMS:
        return words[at + 1 : at + 2] not in ([], ["that"]) and words[at + 1] not in _AFTER_PARTICIPLE
    if words[at].endswith("ing"):
        return before in _REASON_OR_TIME and words[at] != "according"
    return before == "who" or (before in SUBJECT_PRONOUNS and at > 1 and words[at - 2] in _REASON_OR_TIME)


@lru_cache(maxsize=64)
def find_content_start(reading: Reading) -> int:
    """Return where the reported content begins after an opening attribution, as after "the mayor said that"; 0 if there is none."""
    speaking, words = attribution_places(reading), reading.words
    start = next((at for at in range(len(words)) if at not in speaking), 0)
    after = words[start : start + _THAT_REACH] if start else []
    return start + (after.index("that") + 1 if "that" in after else 0)


_THAT_REACH = 5
"""Maximum number of words from a reporting verb to its "that": "said *on Monday in Berlin* that"."""


_CONTENT_NOUNS = words_of(
    "fact news rumour rumor evidence proof sign hint idea belief fear hope warning allegation so"
)


def opens_content_clause(reading: Reading, at: int) -> bool:
    """Whether a "that" opens what is said or thought and is not a relative pronoun: "said on Monday *that*", "the claim *that*"."""
    before = reading.words[at - 1] if at else ""
    if before in _STATE_OR_SHOW and reading.words[at - 2 : at - 1] and reading.words[at - 2] in _NOUN_MARKERS:
        return False  # "the state that its neighbour invaded"
    opens = before in REPORTING_CUES or before in _CONTENT_NOUNS or before in DOUBTING_CUES
    return opens or at + 1 == find_content_start(reading)


_STATE_OR_SHOW = words_of("state states show shows")


_MAX_WORDS_AFTER_CUE = 4
"""Maximum number of words after the reporting verb of a closing attribution: ", the minister said on state television"."""


def _is_closing(reading: Reading, at: int) -> bool:
    """Whether an attribution found near the beginning is a closing one of a short statement: "Rents rose, the mayor said"."""
    if reading.words[at] == "according":
        return at > 1
    if has_content_clause(reading.words, at):
        return False
    after = len(reading.words) - at - 1
    return after <= _MAX_WORDS_AFTER_CUE and reading.has_boundary_in(range(1, at + 1))


_BEFORE_VERB_STATE = words_of("i we you they people police men women")
"""After these, and after plurals, "state" is a verb: "they state it", but "state schools"."""
_CLAIM_NOUNS = words_of("claim claims report reports")
_AFTER_CLAIM_NOUN = words_of("of from for by about against with under per between worth")
"""These introduce what claims and reports are about: "asylum *claims from* Albania", "the *reports of* abuse"."""


def is_nominal_use(words: Sequence[str], at: int) -> bool:
    """Whether "claims" or "reports" is a noun: "half of asylum claims were", "the reports of abuse", "insurance claims rose"."""
    if words[at] not in _CLAIM_NOUNS:
        return False
    if at and words[at - 1] in _NOUN_MARKERS - {"member"}:
        return True
    following = "".join(words[at + 1 : at + 2])
    return following in _AFTER_CLAIM_NOUN or following in AUXILIARIES or is_verb_form(following)


def _is_no_attribution(reading: Reading, at: int) -> bool:
    """Whether a reporting word modifies or is a noun, or reports an action, and so attributes nothing: "reported cases"."""
    words = reading.words
    word, before, following = words[at], words[at - 1] if at else "", reading.word(at + 1)
    return (
        is_nominal_use(words, at)
        or before in _NOUN_MARKERS
        # "the talk show has", "the police report was"
        or (word in _NOUN_OR_VERB and (following in AUXILIARIES or _is_in_a_name(reading, at)))
        # "burned old notes", "rejected asylum claims"
        or (word in _MORE_OFTEN_NOUNS and any(_is_past_verb(words, i) for i in range(1, at)))
        or _is_country_or_modifier(words, at)
        or _is_action(words, at)
        or (word in _SHOW_FORMS and before in _MEDIA)
        # Who announces a review will hold it.
        or (word in _SPEECH_OR_ACTION and following in _OBJECT_OPENERS and _has_no_clause(words, at))
        or (word == "told" and following == "to")  # who was told to do something says nothing
        or ((word == "said" or word.endswith("ed")) and _is_participle(words, at))
    )


def _is_country_or_modifier(words: Sequence[str], at: int) -> bool:
    """Whether "state" is a country or modifies a noun: "one of two EU *states* that ban it", "*state* schools"."""
    if words[at] not in ("state", "states"):
        return False
    if "of" in words[:at] or not _BEFORE_COUNTRY_STATES.isdisjoint(words[max(0, at - 2) : at]):
        return True
    may_modify = words[at] == "state" and at > 0 and words[at + 1 : at + 2] != ["that"]
    return may_modify and not words[at - 1].endswith("s") and words[at - 1] not in _BEFORE_VERB_STATE


def _is_participle(words: Sequence[str], at: int) -> bool:
    """Whether "said" or a verb in "-ed" is a passive, whose subject is no source, or modifies a noun: "the number of *reported* cases"."""
    if not _BE.isdisjoint(words[max(0, at - 2) : at]) and words[0] not in ("it", "there"):
        return True
    before, following = words[at - 1] if at else "", "".join(words[at + 1 : at + 2])
    is_before_noun = before in _QUALIFIERS or before in NUMBER_WORDS or before[:1].isdecimal() or not before
    is_after_noun = following in _AFTER_PARTICIPLE and "that" not in words[at + 1 : at + _ATTRIBUTION_REACH]
    is_after_noun = is_after_noun and WEEKDAYS.keys().isdisjoint(words[at + 2 : at + 3])
    return words[at] != "said" and (is_before_noun or is_after_noun)


def _is_action(words: Sequence[str], at: int) -> bool:
    """Whether the reporting word is part of something that is done: "*will* add", "*began* showing", "is sending troops to reveal"."""
    before = words[at - 1] if at else ""
    if words[at] in _TO_SAY and (before in AUXILIARIES or before == "to" or before.endswith("n't")):
        return words[0] not in ("i", "we")  # "I can tell you that"
    if words[at + 1 : at + 2] == ["up"] or (words[at].endswith("ing") and is_verb_form(before)):
        return before not in _BETWEEN_SOURCE_AND_VERB  # "showed up", "was quoted saying"
    verb = at
    while verb and (words[verb - 1] in _BETWEEN_SOURCE_AND_VERB or words[verb - 1].endswith("ly")):
        verb -= 1
    opening = next((i for i in range(1, verb) if words[i] in AUXILIARIES), 0)
    return bool(opening) and _CLAUSE_OPENERS.isdisjoint(words[:opening])


_BEFORE_COUNTRY_STATES = NUMBER_WORDS.keys() | words_of(
    "united other several all most many some few both red blue swing in of for to from if while"
)
"""After these "states" are parts of a country: "in red *states*", "other *states* have"."""
_TO_SAY = words_of(
    "announce write reveal report add claim tell suggest allege warn say state insist note show confirm"
)
_BETWEEN_SOURCE_AND_VERB = AUXILIARIES | words_of(
    "once also never ever just again even not now earlier later already quoted heard"
)
"""Words that may stand between a source and its verb: "the mayor *also never* said"."""
_CLAUSE_OPENERS = _TIME_CONJUNCTIONS | words_of("who whom that which if there it what whose where but and or")
"""After these begins a clause about the source or the time: "the man *who* was fired says"."""


def _is_in_a_name(reading: Reading, at: int) -> bool:
    """Whether a word is capitalised in a text where others are not: "was fired from The Late *Show*", but "Data Show Rents Fell"."""
    before = zip(reading.words[:at], reading.written, strict=False)
    return reading.has_capital(at) and any(
        word not in STOP_WORDS and written.islower() for word, written in before
    )


def _has_no_clause(words: Sequence[str], at: int) -> bool:
    """Whether no clause follows a reporting verb, which then reports an action: "reported a rise in theft"."""
    return not any(
        word == "that" or word in AUXILIARIES or may_be_past(word) or word.endswith("n't")
        for word in words[at + 1 :]
    )


def _is_past_verb(words: Sequence[str], at: int) -> bool:
    """Whether a word is surely a verb in the past: "the bank *burned*", but "a leaked report shows"."""
    before = words[at - 1]
    past = is_verb_form(words[at]) and not words[at].endswith("s")  # "says" is present
    return past and before not in _QUALIFIERS and not before.endswith("ly") and not before[0].isdecimal()


def _casts_doubt(reading: Reading, places: range | set[int]) -> bool:
    """Whether an attribution also expresses doubt: "wrongly stated", "or so the party claims"."""
    words = [reading.words[at] for at in places]
    return words[:1] == ["or"] or not DOUBTING_CUES.isdisjoint(words)
