"""Guards on completion: what is done in one statement is still planned, resumed or revoked in the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimtrack.core.language.word_lists import ARTICLES, BE, FORMS_OF_TAKE, PAST_BE, phrases_of, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.reading import Reading, share_meaning
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import INVARIABLE_VERBS, is_verb_form, may_be_past
from claimtrack.core.match.words.negators import EXCLUDING, LOSING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of

_STEM_LETTERS = 6
"""First letters by which two words are forms of one verb."""
_FALSE_STEMS = words_of("plane planes plane's")
"""Words that only share their stem with one of those."""
_FUTURE_MODALS = words_of("will shall may might won't would")
_PROSPECTIVE_WORDS = words_of(
    "yet still plan want intend aim propose hope consider wait due set expect promise pledge vow threaten "
    "seek ask urge press poise slate schedule prepare is are"
)
"""Before "to" these introduce what is not done yet: "plans to", "yet to", "is to"."""
_PROSPECTIVE_STEMS = stems_of(_PROSPECTIVE_WORDS)
_PROPOSING_VERBS = stems_of("plan propose consider seek want demand mull weigh")
_FUTURE_WORDS = (
    _FUTURE_MODALS
    | {"to"}
    | words_of("plans propose proposes considers considering seeks wants demands mulls weighs weighing")
)
_PERFECT_AUXILIARIES = words_of("has have had having been")
_MODAL_WORDS = words_of("should could would might may must ought")
_ADVERBS = words_of("not also already now finally be still again never soon eventually")


@symmetric_guard("differs")
def planned_or_done(ahead: Reading, done: Reading) -> Excerpts | None:
    """One says that it has been done, the other that it is planned, possible or due: has moved, will move."""
    if _FUTURE_WORDS.isdisjoint(ahead.vocabulary) and _FUTURE_WORDS.isdisjoint(done.vocabulary):
        return None
    if _PERFECT_AUXILIARIES.isdisjoint(done.vocabulary) and not _is_purely_past(done):
        return None
    stages = _find_stages(done)
    for verb, (is_future, at) in _find_stages(ahead).items():
        if not is_future:
            continue
        is_future_b, at_b = stages.get(verb) or _find_synonym_stage(verb, stages) or (True, 0)
        if not is_future_b:
            return _quote_verb(ahead, at), _quote_verb(done, at_b)
    return None


_NOT_SUBJECTS = words_of(
    ARTICLES | _FUTURE_MODALS | _PERFECT_AUXILIARIES,
    "to of in by for from with and or is are was were be being do does did not can could must should",
    "its his her their this that these those no any each every",
)
"""After these stands no finite verb."""


def _find_synonym_stage(verb: str, stages: Mapping[str, tuple[bool, int]]) -> tuple[bool, int] | None:
    """The stage of another verb with the same meaning: "plans to relocate", "have been moved"."""
    meant = senses(verb)
    return next((stage for known, stage in stages.items() if not meant.isdisjoint(senses(known))), None)


@lru_cache(maxsize=64)
def _find_stages(reading: Reading) -> Mapping[str, tuple[bool, int]]:
    """The verbs that are surely done or surely to come, by first letters, cached; without those that are both."""
    found: dict[str, tuple[bool, int]] = {}
    ambiguous: set[str] = set()
    for verb, at in reading.placed_terms:
        is_future = _is_prospective(reading, at)
        verb = verb[:_STEM_LETTERS]
        if is_future is not None and found.setdefault(verb, (is_future, at))[0] != is_future:
            ambiguous.add(verb)
    return {verb: stage for verb, stage in found.items() if verb not in ambiguous}


def _is_prospective(reading: Reading, at: int) -> bool | None:
    """Whether the verb at a place is to come (True) or done (False); None if unclear."""
    words = reading.words
    before = at - 1
    while before > 0 and (words[before] in _ADVERBS or words[before].endswith("ly")):
        before -= 1
    if before < 0 or reading.is_boundary(at) or words[at].endswith("ly") or words[at] in EXCLUDING:
        return None  # "has yet to rule out", "has not ruled out"
    if _is_to_come(words, before):
        return True
    if words[before] == "to" and before:
        return None
    if words[before] in _PERFECT_AUXILIARIES:
        if not _MODAL_WORDS.isdisjoint(words[max(0, before - 2) : before]):
            return None  # "should have been deported"
        is_participle = words[at].endswith("en") or may_be_past(words[at]) or words[at] in INVARIABLE_VERBS
        if words[before] == "been" or is_participle:
            denied = any(place in reading.negators for place in range(max(0, before - 2), at))
            return None if denied else False
    may_be_finite = may_be_past(words[at]) and words[before] not in _NOT_SUBJECTS - PAST_BE
    return False if may_be_finite and _is_purely_past(reading) else None


def _is_to_come(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place makes the verb after it one to come: "*will* join", "wants *a* ban", "plans *to* join", "experts expect it to *have* recovered"."""
    before, near = words[at - 1] if at else "", words[max(0, at - _EXPECTING_REACH) : at]
    return (
        words[at] in _FUTURE_MODALS
        or (words[at] == "have" and before in _FUTURE_MODALS)
        or (words[at] in ARTICLES and stem(before) in _PROPOSING_VERBS)
        or (words[at] == "to" and (_has_stem(before, _PROSPECTIVE_STEMS) or _is_impending(words, at)))
        or (words[at] in _WEIGHING_WORDS and words[at + 1].endswith("ing"))
        or (words[at] == "have" and before == "to" and any(_has_stem(w, _EXPECTING_VERBS) for w in near))
    )


_IMPENDING_WORDS = words_of("about going ready")
_IMPENDING_PHRASES = phrases_of("in talks | on course | on track")
_WEIGHING_WORDS = words_of(
    "considering considers considered weighing weighs weighed mulling mulls mulled contemplating contemplates"
)
"""Before "-ing" these introduce what is not done yet: "is considering selling"."""


def _is_impending(words: Sequence[str], at: int) -> bool:
    """Whether "to" at a place follows words for what is coming: "is *about* to move", "*in talks* to buy", but "*less likely* to"."""
    last, phrase = words[at - 1] if at else "", list(words[max(0, at - 2) : at])
    is_likely = last == "likely" and phrase[0] in BE
    return is_likely or last in _IMPENDING_WORDS or phrase in _IMPENDING_PHRASES


_WISHING_STEMS = stems_of(_PROSPECTIVE_WORDS - words_of("is are still yet due")) | _PROPOSING_VERBS


@lru_cache(maxsize=64)
def _is_purely_past(reading: Reading) -> bool:
    """Whether nothing is future, wished or denied, so that "joined" reports what has been done."""
    is_wished = not _WISHING_STEMS.isdisjoint(reading.terms)
    return not (is_wished or reading.negators or (_FUTURE_MODALS | _MODAL_WORDS) & reading.vocabulary)


_EXPECTING_VERBS = stems_of("expect plan aim hope intend promise pledge vow due set want forecast predict")
_EXPECTING_REACH = 9
"""Words before "to have" that may contain a verb of expectation."""


def _has_stem(word: str, stems: frozenset[str]) -> bool:
    """Whether the stem of a word is among some stems, and it does not only look so."""
    return stem(word) in stems and word not in _FALSE_STEMS


def _quote_verb(reading: Reading, at: int) -> str:
    """A verb as written, with the two words before it: "plans to move"."""
    return reading.as_written(max(0, at - 2), at + 1)


_ACHIEVING_VERBS = words_of("managed manages succeeded succeeds")
"""Before "to" or "in" and a verb these mean that it was done."""


def is_achievement_verb(words: Sequence[str], at: int) -> bool:
    """Whether the word at a place means that what follows was done: "managed to stop it", "succeeded in stopping it"."""
    if words[at] not in _ACHIEVING_VERBS:
        return False
    link, verb = [*words[at + 1 : at + 3], "", ""][:2]
    return link == "to" or (link == "in" and verb.endswith("ing"))


RESUMING_VERBS = words_of(
    "resume resumes resumed resuming restart restarts restarted restarting reopen reopens reopened reopening"
)
"""Verbs for doing again, or opening again."""
_RESUMED_VERBS = words_of(
    "resumed resumes reopened reopens restored restores reinstated reinstates relaunched rehired rejoined "
    "returned revived"
)


@symmetric_guard("differs")
def ended_or_resumed(one: Reading, other: Reading) -> Excerpts | None:
    """What ended in one was resumed in the other, which mentions both: "suspended", "suspended and resumed"."""
    for word in sorted(_RESUMED_VERBS & (other.vocabulary - one.vocabulary)) if not other.negators else ():
        sides = {axis: pole for axis, found in other.poles.items() for pole, w, _ in found if w == word}
        ours = [(w, pole == sides[axis]) for axis in sides for pole, w, _ in one.poles.get(axis, ())]
        ended = [w for w, again in ours if not again and w in other.vocabulary]
        if ended and len(ended) == len(ours) and not one.negators:
            return ended[0], word
    return None


_REVOKING_WORDS = words_of(
    "withdraw+s+ed+ing withdrawn withdrawal revoke+s+ed+ing revocation rescind+s+ed+ing retract+s+ed+ing "
    "retraction overturn+s+ed annul+s annulled quash+s+ed repeal+s+ed cancel+s+ed canceled cancellation "
    "reverse+s+ed void voided nullified"
)
_GRANTING_VERBS = words_of(
    "give gives gave given grant grants granted issue issues issued receive receives received obtained got"
)
_BACK_PARTICLES = words_of("back away off")
_OBJECT_REACH = 4
"""Words after a revoking verb that may name its object: "took back *its former approval*"."""
_MAX_OBJECT_WORDS = 3
"""Words of the object: "its *former two-year sentence*"."""
_SUBJECT_REACH = 12
"""Words before a passive that may name its subject: "*the licence of the two mines in Kell* was revoked"."""


@symmetric_guard("opposite")
def done_or_revoked(one: Reading, other: Reading) -> Excerpts | None:
    """What is done in one is revoked in the other: "approved the drug", "took back its approval of the drug"."""
    if one.negators or other.negators or not LOSING.isdisjoint(one.vocabulary):
        return None
    revocations = _find_revocations(other)
    if not revocations or len(revocations) - len(_find_revocations(one)) != 1:
        return None
    at, nouns = revocations[-1]
    for noun in nouns:
        if is_verb_form(other.words[noun]):
            continue  # "cancelled its planned strike"
        if granting_verb := _find_granting_verb(one, other.words[noun], again=len(revocations) > 1):
            first, end = min(at, noun), max(at, noun) + 1
            return granting_verb, other.as_written(first, end)
    return None


def _find_granting_verb(reading: Reading, noun: str, *, again: bool) -> str | None:
    """The word that grants what a noun denotes, or revokes it `again`: "approved", "gave" its approval; None if there is none."""
    words = reading.words
    for at, word in enumerate(words):
        objects = words[at + 1 : at + 1 + _OBJECT_REACH] if word in _GRANTING_VERBS else ()
        if any(_are_related(object_word, noun) for object_word in objects):
            return word
        revokes = word in _REVOKING_WORDS
        is_match = (revokes or is_verb_form(word)) and revokes == again and words[at - 1] not in DETERMINERS
        if is_match and (revokes == (noun in _REVOKING_WORDS)) and (revokes or _are_related(word, noun)):
            return word
    return None


def _are_related(word: str, noun: str) -> bool:
    """Whether a noun is derived from a verb, or a synonym of it: "approved", "approval"."""
    return share_meaning({stem(word)}, {stem(noun)})


def _find_revocations(reading: Reading) -> list[tuple[int, range]]:
    """The places of revoking words, each with those of its object: "took back its *approval*", "the *licence* was revoked"."""
    words = reading.words
    if _REVOKING_WORDS.isdisjoint(reading.vocabulary) and FORMS_OF_TAKE.isdisjoint(reading.vocabulary):
        return []
    found = []
    for at, word in enumerate(words):
        taking = word in FORMS_OF_TAKE and not _BACK_PARTICLES.isdisjoint(words[at + 1 : at + 3])
        if not taking and word not in _REVOKING_WORDS:
            continue
        passive = words[at - 1] in BE and reading.word(at + 1) != "off"  # but "was taken off the list"
        start = max(0, at - _SUBJECT_REACH) if passive else at + 1
        end = at if start < at else min(len(words), at + 1 + _OBJECT_REACH)
        determiners = ((i, words[i - 1]) for i in range(max(1, start), end))
        opens = next((i for i, word in determiners if word in DETERMINERS or word.endswith("'s")), end)
        found.append((at, range(opens, min(end, opens + _MAX_OBJECT_WORDS))))
    return found
