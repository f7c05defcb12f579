"""What a sentence does with a claim in it: make it, call it false, or ask about it.

Whoever debunks a claim has to repeat its words. Looked at is the sentence, what stands in it before and behind the words
of the claim, and a sentence right behind it that does nothing but call it false: "... That is wrong.", "... He was wrong.",
"... Verdict: false.", or denies it by what it says (`denying`).
"""

from __future__ import annotations

import re

from claimtrack.core.desk.denying import OTHERWISE, denied_behind, denied_next, first_found
from claimtrack.core.expressions import expression
from claimtrack.core.model import Framing
from claimtrack.core.texts.typography import CLOSING_QUOTES, lower_in_place

_LONGEST_OPENING = 80
"""Characters."""
_GAP = 4
"""Characters between a sentence and the next one: a paragraph's end stands in these."""

# All of these are asked about words in lower case: to ignore the case takes half as long again to compile.


_HOW = r"(?:(?:mostly|largely|partly|simply|just|plainly|clearly|demonstrably|completely|entirely|totally|also|still|in fact) )*"
_FALSE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|bogus|baseless|unfounded|groundless|unsupported|unsubstantiated|"
    r"debunked|disproved|disproven|refuted|discredited|misleading|fabricated|nonsense|fake(?: news)?|rubbish)"
)
_NOT_TRUE = r"not (?:true|correct|accurate|right|the case|supported|borne out)"
_VERDICT = rf"(?:{_FALSE}|{_NOT_TRUE}|an? (?:(?:old|outright|complete|total|urban) )?(?:lie|myth|falsehood|hoax|fabrication|invention))\b(?! to\b)"
_IS = r"(?:(?:is|was|are|were|remains|(?:ha[sd]|have)(?: since)? been|proved|proves|(?:turned|turns) out)(?: to be)?|['’]s)"
_ISNT_TRUE = r"(?:is|was)n['’]t (?:true|correct|accurate|right|the case|supported)\b"
_CLAIM = (
    r"(?:claims?|statements?|assertions?|allegations?|rumou?rs?|stor(?:y|ies)|tales?|reports?|accusations?|suggestions?|figures?|numbers?|"
    r"remarks?|posts?)"
)
_FALSELY = r"\b(?:falsely|wrongly|incorrectly|inaccurately|mistakenly|erroneously|untruthfully)\b"
_DISPROVED = r"\b(?:debunk|disprov|refut)(?:e|es|ed|en|s|ing)?\b"
_NO_EVIDENCE = (
    r"\bno (?:\w+ )?(?:evidence|proof|truth|basis)\b(?! (?:against|to the contrary|otherwise|that it is not))"
)
_UNPROVED = r"\b(?:nobody|no one) has (?:ever |yet )?(?:shown|proved|proven|demonstrated)"

_MISTAKEN = r"(?:wrong|mistaken|incorrect|lying|misinformed|misguided)"
_SAYING = r"(?:sa(?:y|ys|ying|id)|claim\w*|suggest\w*|assert\w*|insist\w*|argu\w*|stat(?:e|es|ed|ing)|t(?:ell|ells|elling|old)|think\w*|believ\w*)"

_RATED = r"(?:rat(?:e|es|ed|ing)|call(?:s|ed|ing)?|deem(?:s|ed)?|declar(?:e|es|ed)|rul(?:e|es|ed)|judg(?:e|es|ed)|label(?:s|led|ed)?|brand(?:s|ed)?|find(?:s)?|found)"

_BEFORE = [
    rf"(?P<verdict>{_FALSELY})[^.;:!?]*$",
    rf"(?P<verdict>\b{_FALSE} (?:\w+ )?{_CLAIM})\b[^.;:!?]*$",
    r"(?P<verdict>\b(?:myth|falsehood|lie|hoax|misconception|fallacy))(?: ha[sd] it)?(?: that)?\W*$",
    rf"\b(?:it|this|that)(?: {_IS}|['’]s) {_HOW}(?P<verdict>{_FALSE}|{_NOT_TRUE})(?: to (?:say|claim|suggest|assert))?(?: that)?\W*$",
    rf"\bit (?P<verdict>{_ISNT_TRUE})(?: that)?\W*$",
    rf"(?P<verdict>{_NO_EVIDENCE})[^.;:!?]*$",
    rf"(?P<verdict>{_UNPROVED})(?: that)?\W*$",
    rf"(?P<verdict>\bnothing (?:to|in|behind)) (?:the|this|that|these|those|his|her|their) (?:\w+ )?{_CLAIM}(?: that| of how)?\W*$",
    rf"(?P<verdict>{_DISPROVED})[^.;:!?]*$",
    rf"\b{_CLAIM} {_IS} {_HOW}(?P<verdict>{_VERDICT})\W*$",
    rf"^\W*(?:fact.?check: )?{_HOW}(?P<verdict>{_FALSE})\W*$",
    rf"\b{_RATED} (?:it|this|that)(?: as| to be)? {_HOW}(?P<verdict>{_VERDICT}) that\W*$",
    rf"\b{_IS} {_HOW}(?P<verdict>{_MISTAKEN}) (?:(?:to|in|when|by) )?(?:\w+ )?{_SAYING}\b[^.;:!?]*$",
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
_PARAGRAPH_ENDS = r"[^\S\n]*\n\s*\n"
_ENDS = rf"\s*(?:[.!;,)\"”’—–]|$)|{_PARAGRAPH_ENDS}"
_IT = rf"(?:that|this|it|(?:that|this|the|his|her|their) {_CLAIM})"
_FIGURES = r"(?:the )?(?:\w+ )?(?:figures|numbers|data|facts|records|statistics|evidence|documents)"
_NEXT = [
    rf"(?:{_IT} {_IS}|(?:that|it)['’]s|(?:we|(?:independent )?fact.?checkers)(?: have)? (?:rated|found|called) {_IT}(?: to be)?)"
    rf" {_HOW}(?:{_VERDICT})",
    rf"{_IT} (?:{_ISNT_TRUE}|(?:does not|doesn['’]t|did not|didn['’]t) (?:stand up|hold up|hold water|add up|check out)"
    r"|ha[sd] no (?:basis|foundation)(?: in (?:fact|reality|truth))?)",
    rf"there(?: is|['’]s) (?:{_NO_EVIDENCE})(?: (?:of|for|to support) {_IT})?",
    OTHERWISE,
    rf"{_FIGURES} (?:contradict|refute|disprove|debunk|do not support|don['’]t support)s? {_IT}",
    rf"(?P<who>he|she|they|(?:the )?\w+(?: \w+)?) (?:(?:is|was|are|were) {_HOW}(?:{_MISTAKEN}|not right|not telling the truth)"
    r"|(?:is|was)n['’]t (?:right|telling the truth)|(?:got|gets|has|have|had) (?:it|that|this) wrong|lied|misspoke)"
    r"(?: (?:about|on) (?:it|that|this)| there)?",
]
_WHOLE = rf"{_HOW}(?:{_FALSE}|{_NOT_TRUE}|not so|fiction|a (?:lie|myth|hoax))(?=[.!]|{_PARAGRAPH_ENDS})"
_LABELLED = (
    r"(?:(?:the|our|final|overall) )*(?:verdict|rating|ruling|conclusion|finding|assessment|result|judge?ment|fact.?check)"
    rf"(?:(?: is| was)? ?[:—–-]| is| was) {_HOW}(?:{_VERDICT}|pants on fire|fiction|fake)"
)
# Both belong together: "We rated the claim that" and "false".
_RATES_BEFORE = expression(
    rf"\b{_RATED} (?:as )?(?:(?:the|this|that|his|her|their|a|an|\S+['’]s) )?(?:\w+ )?{_CLAIM}(?: by [\w .]{{1,40}})?(?: that\b|:)?\W*$",
)
_RATES_BEHIND = expression(
    rf"^\W*(?:(?:as|to be) )?{_HOW}(?P<verdict>{_VERDICT})\W*(?:$|\b(?:on|in|last|after|because|since|when)\b)",
)
# The same where the words begin and end with both: "The claim that rents rose is a lie", "Rents rose, it is said, which is untrue".
_MADE_UP = r"(?:made[ -]up|invented|fiction)"
_ABOUT_A_CLAIM = expression(
    rf"^\W*(?P<before>(?:[\w’'-]+ ){{0,4}}?{_CLAIM}(?: of [\w ]{{1,40}}?)?) (?:that|of how)\b[^.;:!?]*? {_IS} {_HOW}(?:{_VERDICT}|{_MADE_UP})\W*$",
)
_ENDS_FALSE = expression(
    rf"^(?P<before>.*)[,;—–-] ?(?:but |and )?(?:which|that|this|it)(?: {_IS}|['’]s) {_HOW}{_VERDICT}\W*$",
    re.DOTALL,
)
_ENDS_IN_A_VERDICT = expression(
    rf"^(?P<before>.*)(?:[:—–]|\n)\s*{_HOW}(?:{_FALSE}|{_NOT_TRUE})\W*$", re.DOTALL
)
_ALONE = expression(
    rf"[\"'”’)]*[^\S\n]*\n\s*{_HOW}(?:{_FALSE}|{_NOT_TRUE}|fiction|a (?:lie|myth|hoax))[.!]?[^\S\n]*(?:\n|\Z)",
)
"""A verdict on a line of its own."""
_RATED_LAST = expression(rf"\s(?:(?:as|to be) )?{_HOW}(?:{_VERDICT})\W*$")
_CALLS_FALSE_BEFORE = [expression(one) for one in _BEFORE]
_CALLS_FALSE_BEHIND = [expression(one) for one in _BEHIND]
_NEXT_CALLS_FALSE = expression(
    rf"(?P<gap>[\s\"'”’)]*)(?:(?P<labelled>{_LABELLED})|(?:(?:but|in fact|however|actually),? )?(?:{_WHOLE}|"
    + "|".join(_NEXT)
    # "It is wrong that we get nothing back", "That is not true of adults" call something else false.
    + rf"))(?={_ENDS})",
)
_PARAGRAPH_OVER = expression(r"[\s.!\"”’)]*?(?:\n\s*\n|\Z)")
_SOMEBODY = frozenset({"he", "she", "they"})
# Where what follows an opening begins: "It is false to say ...", "Debunked: ...".
_OPENS = expression(r" that |: | of how | to (?:say|claim|suggest|assert) ")

# "He denied that it was false", "whether it is false", "nobody called it false".
_TURNED_ROUND = expression(
    r"\b(?:not|never|nobody|no one|nor|neither|hardly|if|whether|unless|den(?:y|ies|ied|ying)|"
    r"(?:reject|disput|doubt)\w*)\b|n['’]t\b|\bno\s*$",
)
_CLOSING = f"\"'’{CLOSING_QUOTES})"
_ASKS = expression(rf"[\s{_CLOSING}\]]*\?[?!]*[\s{_CLOSING}\]]*")
# These take for granted what they ask about.
_TAKES_FOR_GRANTED = expression(
    r"\W*(?:(?:and|but|so) )?(?:why|how come|(?:did|do) you (?:know|realise|realize))\b"
)


def framing(sentence: str, start: int, end: int, behind_it: str = "") -> Framing:
    """What the sentence does with the claim that its words from start to end (code points) are.

    `behind_it` is what follows the sentence: in its paragraph, but for a verdict under its label ("Verdict: false").
    """
    claim, sentence = sentence[start:end], lower_in_place(sentence)
    before, behind = sentence[:start], sentence[end:]
    if _calls_false(before, behind) or _called_false_next(f"{before} {behind}", lower_in_place(behind_it)):
        return Framing.CALLED_FALSE
    if _denied(claim, before, behind, behind_it):
        return Framing.CALLED_FALSE
    asks = _ASKS.fullmatch(behind) or (
        not behind.strip(f"{_CLOSING} \n") and claim.rstrip(f"{_CLOSING} \n").endswith("?")
    )
    if asks and not _TAKES_FOR_GRANTED.match(sentence):
        return Framing.ASKED
    return Framing.ASSERTED


def _denied(claim: str, before: str, behind: str, behind_it: str) -> bool:
    """Whether what follows says that it is not so, in the sentence or right behind it."""
    found = denied_behind(claim, behind)
    if found:
        return not _TURNED_ROUND.search(f"{before} {behind[: found.start('verdict')]}")
    return "\n\n" not in behind_it[:_GAP] and denied_next(claim, behind_it)


def _called_false_next(around: str, behind_it: str) -> bool:
    """Whether the next words call the claim false, or say that whoever is named around it was wrong."""
    found = _NEXT_CALLS_FALSE.match(behind_it)
    if not found:
        return _ALONE.match(behind_it) is not None
    if "\n\n" in found["gap"] and not found["labelled"]:
        # A paragraph of its own must do nothing else: "That is wrong."
        return found["who"] is None and _PARAGRAPH_OVER.match(behind_it, found.end()) is not None
    who = found["who"] or "he"
    return who in _SOMEBODY or re.search(rf"\b{who}\b", around) is not None


def says_it_is_false(words: str) -> bool:
    """Whether words call false what else they say: "It is not true that rents rose", "The claim that rents rose is false"."""
    words = lower_in_place(words)
    for whole in (_ABOUT_A_CLAIM, _ENDS_FALSE, _ENDS_IN_A_VERDICT):
        if (around := whole.match(words)) and not _TURNED_ROUND.search(around["before"]):
            return True
    return any(
        _calls_false(words[: found.end()], _verdict_at_end(words, found.end()))
        for found in _OPENS.finditer(words, 0, _LONGEST_OPENING)
    )


def _verdict_at_end(words: str, start: int) -> str:
    """The verdict behind "We rated the claim that"; nothing behind any other opening, where it may be the claim's own word."""
    found = _RATES_BEFORE.search(words[:start]) and _RATED_LAST.search(words, start)
    return found[0] if found else ""


def _calls_false(before: str, behind: str) -> bool:
    if (rated := first_found([_RATES_BEFORE], before)) and _RATES_BEHIND.match(behind):
        return not _TURNED_ROUND.search(before[: rated.start()])
    if found := first_found(_CALLS_FALSE_BEFORE, before):
        return not _TURNED_ROUND.search(before[: found.start("verdict")])
    found = first_found(_CALLS_FALSE_BEHIND, behind)
    return found is not None and not _TURNED_ROUND.search(f"{before} {behind[: found.start('verdict')]}")
