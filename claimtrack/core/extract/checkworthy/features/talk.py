"""Is it casual? Loose, hedged and personal words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.features.stance import VERDICTS
from claimtrack.core.extract.checkworthy.sentence import word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

_TALKS = expression(r"\b(?:you know|i mean|let me|let's|i want to|i would like)\b")
_SO_LONG = expression(r"\bi(?:'ve|'d|'m| have| was| had| am)?\b.*\b(?:years|months|weeks|nights)\b")
_TIME_SPENT = expression(
    r"\bspent\b(?: \S+){0,4} (?:time|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|evenings?|mornings?|lives|life)\b"
)
_THIS = expression(
    r"this (?<=\bthis )(?!year|month|week|morning|afternoon|evening|spring|summer|autumn|winter|fall)"
)
_BARELY_COMPARED = expression(r"\b(?:is|are|was|were) (?:even )?(?:more|less|no more|no less) [\w-]+\.?$")
_HINGE = expression(
    r"(?:but |and |yet )?(?:not (?:all|every(?:one|body))|that (?:is|was) not|few (?:doubt|expect))\b"
)
_OPENS_HINGE = ("but ", "and ", "yet ", "not ", "that ", "few ")
_HOW_MUCH = expression(r"how (?<=\bhow )(?:much|many|often|long|far|large|big)\b")


_STAGE = word_class(
    "question questions debate debates minute minutes rebuttal respond response tonight moderator discussion "
    "topic topics segment audience follow-up crosstalk applause laughter thank thanks welcome congratulations"
)
_LOOSE = word_class(
    "thing+s something everything anything stuff lot+s way+s kind+s sort+s someone somebody anybody"
)
_ENOUGH = word_class("too enough everything anything something")
_LOOSELY = word_class(
    "kind kinds sort sorts bit lot lots thing things something anything everything stuff somehow somewhat "
    "whatever whoever"
)
_SWEEPINGLY = word_class(
    "everything everyone everybody everywhere always anything anyone anybody whatever nobody nothing"
)
_SO_MANY = word_class(
    "many much several some few lot lots plenty various numerous multiple countless range handful dozens "
    "hundreds thousands variety"
)


@feature(-6, _STAGE, _LOOSE, _ENOUGH, _SO_MANY, _LOOSELY, v.CHATTING, _SWEEPINGLY)
def loose(s: Sentence) -> bool:
    """loose or chatty wording"""
    if s.has(_ENOUGH) or (s.kind is _DIRECT and (s.has(_STAGE) or s.has(_LOOSE))):
        return True
    if s.has(v.CHATTING) and _TALKS.search(s.lower) is not None:
        return True
    if s.is_bare:
        return False
    return (s.kind is _DIRECT and s.has(_SO_MANY)) or (
        s.kind is _OUTLET and (s.has(_LOOSELY) or s.has(_SWEEPINGLY))
    )


_CONTRACTED = word_class(
    "it's doesn't don't he's she's there's isn't wasn't can't won't didn't they're we're you're i'm i've "
    "let's what's who's wouldn't couldn't aren't weren't haven't hasn't you'll we'll they'll it'll they've "
    "we've you've shouldn't ain't here's"
)
word_feature(
    -8,
    "contraction",
    "contractions, as in speech: it's, don't, I've",
    _CONTRACTED,
    words_of("i've i'd i'm i'll don't"),
    only=SPOKEN | OUTLET,
    quoted=True,
)
_STRESSING = word_class(
    "even just simply really truly certainly clearly obviously especially particularly increasingly largely "
    "hardly barely quite rather far indeed surely actually absolutely completely entirely totally virtually "
    "basically essentially very so extremely incredibly highly utterly perfectly inevitably arguably "
    "understandably unsurprisingly surprisingly ironically importantly notably fortunately unfortunately "
    "sadly merely mostly always"
)
_SEEMING = word_class(
    "seem+s+ed seemingly appear+s+ed+ing look+s+ed+ing feel+s+ed impression perceived perception viewed "
    "regarded seen sound+s+ed resembles apparently evidently like unlike"
)
word_feature(
    -4,
    "stressing",
    "words such as even, just, seems or like",
    _STRESSING,
    _SEEMING,
    words_of("look looking looks read reads"),
    quoted=True,
)


_NOBODY = word_class("nobody everybody everyone someone somebody anybody anyone")
_ONE_AND_YOU = word_class(
    v.FIRST_PERSON
    | words_of("we us our ours we're we've we'll we'd ourselves you your you're you've you'll yours yourself")
)
_MODALS = word_class(
    "will would can could should must may might shall can't couldn't won't wouldn't cannot ought need"
)
_VALUES = word_class(VERDICTS | v.PRAISE | words_of("best worst worse enough too"))


@feature(-2, v.SOFTENERS, v.VAGUE, _ONE_AND_YOU, _MODALS, _NOBODY)
def personal(s: Sentence) -> bool:
    """hedging, vague or personal words"""
    if s.has(v.SOFTENERS) or s.begins(v.VAGUE):
        return True
    if s.is_bare:
        return False
    return s.has(_NOBODY) or s.has(_ONE_AND_YOU) + s.has(_MODALS) + s.has(_VALUES) > 1


word_feature(-5, "first_person", "about the speaker", v.FIRST_PERSON)


@feature(-4, v.FIRST_PERSON)
def starts_with_i(s: Sentence) -> bool:
    """begins with I"""
    return s.begins(v.FIRST_PERSON)


_WE_OR_YOU = word_class("we we're we've we'll i i'm i've you you're you'll")


@feature(-23, _WE_OR_YOU, only=OUTLET)
def we_or_you(s: Sentence) -> bool:
    """the outlet speaks of itself or to its readers"""
    return s.begins(_WE_OR_YOU)


_IN_PERSON = expression(
    r"(?:^\W*(?:My|Our|Your)|(?<![\w-])(?:my|our|we|you|your)(?:'(?:d|ll|re|ve))?)(?![\w'-])|(?:^| )[a-z]+,? I(?:'(?:d|ll|m|ve))? [a-z]"
)
"""Not "Elizabeth I", nor a title, "We Are The World"."""
_PERSONS = words_of(
    "i i'd i'll i'm i've my our we we'd we'll we're we've you you'd you'll you're you've your"
)


@feature(-9, _PERSONS, only=OUTLET)
def in_person(s: Sentence) -> bool:
    """speaks in person: I, we, you"""
    return _IN_PERSON.search(s.text) is not None


_SPENT = word_class("spent")


@feature(-27, words_of("i i've i'd i'm"), _SPENT, quoted=True)
def so_long(s: Sentence) -> bool:
    """how long somebody did something"""
    if s.kind is _DIRECT:
        return _SO_LONG.search(s.lower) is not None
    return s.has(_SPENT) and _TIME_SPENT.search(s.lower) is not None


@feature(-6, words_of("why how what"))
def why(s: Sentence) -> bool:
    """explains why, how or what"""
    return _HOW_MUCH.search(s.lower) is None


_SOME = word_class("some others many several more for")
_HINGES = word_class(
    "different differently complicates complicate further another mixed remains linger lingers"
)


@feature(-8, _HINGES, words_of("not few more less"), _SOME, quoted=True)
def turning(s: Sentence) -> bool:
    """moves on to something else: another, further, some, for"""
    low = s.lower
    if s.has(_HINGES):
        return True
    if low.startswith(_OPENS_HINGE) and _HINGE.match(low) is not None:
        return True
    if s.kind is _OUTLET and s.begins(_SOME):
        return True
    compares = "more " in low or "less " in low
    return compares and not s.has_digit and _BARELY_COMPARED.search(low) is not None


_THIS_WORDS = word_class("this that these those")


@feature(-6, _THIS_WORDS, quoted=True)
def this(s: Sentence) -> bool:
    """refers back: this"""
    return s.begins(_THIS_WORDS) if s.kind is _DIRECT else _THIS.search(s.lower) is not None


@feature(-7, only=INDIRECT)
def quoting(s: Sentence) -> bool:
    """quotes somebody else"""
    return '"' in s.text or "“" in s.text or "”" in s.text
