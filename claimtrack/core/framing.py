"""What a sentence does with a claim in it: make it, call it false, or ask about it.

Whoever debunks a claim has to repeat its words. Looked at is the sentence, what stands in it before and behind the words
of the claim, and a sentence right behind it that does nothing but call it false: "... That is wrong."
"""

from __future__ import annotations

import re
from enum import StrEnum

_LONGEST_OPENING = 80
"""Characters."""


class Framing(StrEnum):
    """ASSERTED is said by somebody, whoever that is; CALLED_FALSE and ASKED repeat the words and do not make the claim."""

    ASSERTED = "asserted"
    CALLED_FALSE = "called_false"
    ASKED = "asked"


_HOW = r"(?:(?:mostly|largely|partly|simply|just|plainly|clearly|demonstrably|completely|entirely|totally|also|still|in fact) )*"
_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|bogus|baseless|unfounded|groundless|unsupported|unsubstantiated|"
    r"debunked|disproved|disproven|refuted|discredited|misleading|fabricated|nonsense)"
)
_NOT_TRUE = r"not (?:true|correct|accurate|right|the case|supported|borne out)"
_VERDICT = rf"(?:{_FALSE}|{_NOT_TRUE}|a (?:lie|myth|falsehood|hoax|fabrication))\b(?! to\b)"
_IS = r"(?:(?:is|was|are|were|remains|(?:ha[sd]|have)(?: since)? been|proved|proves|(?:turned|turns) out)(?: to be)?|['’]s)"
_ISNT_TRUE = r"(?:is|was)n['’]t (?:true|correct|accurate|right|the case|supported)\b"
_CLAIM = r"(?:claims?|statements?|assertions?|allegations?|rumou?rs?|stor(?:y|ies)|figures?|numbers?|remarks?|posts?)"
_FALSELY = r"\b(?:falsely|wrongly|incorrectly|inaccurately|mistakenly|erroneously|untruthfully)\b"
_DISPROVED = r"\b(?:debunk|disprov|refut)(?:e|es|ed|en|s|ing)?\b"
_NO_EVIDENCE = (
    r"\bno (?:\w+ )?(?:evidence|proof|truth|basis)\b(?! (?:against|to the contrary|otherwise|that it is not))"
)

_BEFORE = [
    rf"(?P<verdict>{_FALSELY})[^.;:!?]*$",
    rf"(?P<verdict>\b{_FALSE} (?:\w+ )?{_CLAIM})\b[^.;:!?]*$",
    r"(?P<verdict>\b(?:myth|falsehood|lie|hoax|misconception|fallacy))(?: that)?\W*$",
    rf"\b(?:it|this|that)(?: {_IS}|['’]s) {_HOW}(?P<verdict>{_FALSE}|{_NOT_TRUE})(?: to (?:say|claim|suggest|assert))?(?: that)?\W*$",
    rf"\bit (?P<verdict>{_ISNT_TRUE})(?: that)?\W*$",
    rf"(?P<verdict>{_NO_EVIDENCE})[^.;:!?]*$",
    rf"(?P<verdict>{_DISPROVED})[^.;:!?]*$",
    rf"\b{_CLAIM} {_IS} {_HOW}(?P<verdict>{_VERDICT})\W*$",
    rf"^\W*(?:fact.?check: )?{_HOW}(?P<verdict>{_FALSE})\W*$",
]
_BEHIND = [
    rf"^\W*{_IS} {_HOW}(?P<verdict>{_VERDICT})",
    rf"^\W*(?P<verdict>{_ISNT_TRUE})",
    rf"\b(?:that|this|it|which|{_CLAIM})(?: {_IS}|['’]s) {_HOW}(?P<verdict>{_VERDICT})",
    rf"\b(?:that|this|it|which|{_CLAIM}) (?P<verdict>{_ISNT_TRUE})",
    rf"\b(?:rated|called|deemed|declared|ruled|judged|labell?ed|branded|found)(?: it| this| the claim)?(?: to be)? {_HOW}(?P<verdict>{_VERDICT})",
    rf"(?:[,—–-]\s*|\bin )(?:a|another|the) {_HOW}(?P<verdict>{_FALSE} {_CLAIM})\b",
    rf"(?:\b(?:which|it|{_CLAIM})|,) (?:[\w’'-]+ ){{0,4}}?(?P<verdict>{_DISPROVED})",
    rf"(?P<verdict>{_FALSELY})",
    rf"(?P<verdict>{_NO_EVIDENCE})",
    rf"^[^\w.]*[—–:(\[-]\s*{_HOW}(?P<verdict>{_FALSE})\b",
]
_IT = rf"(?:that|this|it|(?:that|this|the|his|her|their) {_CLAIM})"
_NEXT = [
    rf"(?:{_IT} {_IS}|(?:that|it)['’]s) {_HOW}(?P<verdict>{_VERDICT})",
    rf"{_IT} (?P<verdict>{_ISNT_TRUE})",
    rf"(?:we|(?:independent )?fact.?checkers)(?: have)? (?:rated|found|called) {_IT}(?: to be)? {_HOW}(?P<verdict>{_VERDICT})",
    rf"there(?: is|['’]s) (?P<verdict>{_NO_EVIDENCE})(?: (?:of|for|to support) {_IT})?",
]
_CALLS_FALSE_BEFORE = [re.compile(one, re.IGNORECASE) for one in _BEFORE]
_CALLS_FALSE_BEHIND = [re.compile(one, re.IGNORECASE) for one in _BEHIND]
_NEXT_CALLS_FALSE = re.compile(
    r"[\s\"'”’)]*(?:(?:but|in fact|however|actually),? )?(?:"
    + "|".join(one.replace("?P<verdict>", "?:") for one in _NEXT)
    # "It is wrong that we get nothing back", "That is not true of adults" call something else false.
    + r")(?=\s*(?:[.!;,)\"”’—–]|$))",
    re.IGNORECASE,
)
# Where what follows an opening begins: "It is false to say ...", "Debunked: ...".
_OPENS = re.compile(r" that |: | to (?:say|claim|suggest|assert) ")

# "He denied that it was false", "whether it is false", "nobody called it false".
_TURNED_ROUND = re.compile(
    r"\b(?:not|never|nobody|no one|nor|neither|hardly|if|whether|unless|den(?:y|ies|ied|ying)|"
    r"(?:reject|disput|doubt)\w*)\b|n['’]t\b|\bno\s*$",
    re.IGNORECASE,
)
_ASKS = re.compile(r"[\s\"'”’»)\]]*\?[?!]*[\s\"'”’»)\]]*")
# These take for granted what they ask about.
_TAKES_FOR_GRANTED = re.compile(
    r"\W*(?:(?:and|but|so) )?(?:why|how come|(?:did|do) you (?:know|realise|realize))\b", re.IGNORECASE
)


def framing(sentence: str, start: int, end: int, behind_it: str = "") -> Framing:
    """What the sentence does with the claim that its words from start to end (code points) are.

    `behind_it` is what follows the sentence in its paragraph.
    """
    before, claim, behind = sentence[:start], sentence[start:end], sentence[end:]
    if _calls_false(before, behind) or _NEXT_CALLS_FALSE.match(behind_it):
        return Framing.CALLED_FALSE
    asks = _ASKS.fullmatch(behind) or (
        not behind.strip("\"'”’») \n") and claim.rstrip("\"'”’») \n").endswith("?")
    )
    if asks and not _TAKES_FOR_GRANTED.match(sentence):
        return Framing.ASKED
    return Framing.ASSERTED


def opens_by_calling_false(words: str) -> bool:
    """Whether words begin by calling false what follows: "It is not true that rents rose"."""
    return any(
        _calls_false(words[: found.end()], "") for found in _OPENS.finditer(words, 0, _LONGEST_OPENING)
    )


def _calls_false(before: str, behind: str) -> bool:
    found = next(filter(None, (one.search(before) for one in _CALLS_FALSE_BEFORE)), None)
    if found:
        return not _TURNED_ROUND.search(before[: found.start("verdict")])
    found = next(filter(None, (one.search(behind) for one in _CALLS_FALSE_BEHIND)), None)
    return found is not None and not _TURNED_ROUND.search(f"{before} {behind[: found.start('verdict')]}")
