"""How a sentence frames a claim in it: asserts it, calls it false, or asks about it.

To debunk a claim, a writer has to repeat its words. The rules look at the words of the sentence before and after the claim,
and at a following sentence that only calls it false ("... That is wrong.", "... He was wrong.", "... Verdict: false.") or denies it by
its content (`denying`).
"""

from __future__ import annotations

import re

from claimtrack.core.desk.denying import (
    RECORDS_DISAGREE,
    find_denial_after,
    find_first_match,
    is_denied_by_next,
)
from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import HUMAN_PRONOUNS
from claimtrack.core.model import Framing
from claimtrack.core.texts.typography import CLOSING_QUOTES, lower_in_place

_MAX_OPENING_LENGTH = 80
"""Characters."""
_GAP = 4
"""Characters after a sentence within which the end of its paragraph would come."""

# All of these are matched against lower-case text: with IGNORECASE they would take half as long again to compile.


_DEGREE_ADVERBS = r"(?:(?:mostly|largely|partly|simply|just|plainly|clearly|demonstrably|completely|entirely|totally|also|still|in fact) )*"
_FALSE_ADJECTIVE = (
    r"(?:false|untrue|wrong|incorrect|inaccurate|bogus|baseless|unfounded|groundless|unsupported|unsubstantiated|"
    r"debunked|disproved|disproven|refuted|discredited|misleading|fabricated|nonsense|fake(?: news)?|rubbish)"
)
_NEGATED_ADJECTIVE = r"not (?:true|correct|accurate|right|the case|supported|borne out)"
_VERDICT = rf"(?:{_FALSE_ADJECTIVE}|{_NEGATED_ADJECTIVE}|an? (?:(?:old|outright|complete|total|urban) )?(?:lie|myth|falsehood|hoax|fabrication|invention))\b(?! to\b)"
_COPULA = r"(?:(?:is|was|are|were|remains|(?:ha[sd]|have)(?: since)? been|proved|proves|(?:turned|turns) out)(?: to be)?|['’]s)"
_ISNT_TRUE = r"(?:is|was)n['’]t (?:true|correct|accurate|right|the case|supported)\b"
_CLAIM_NOUN = (
    r"(?:claims?|statements?|assertions?|allegations?|rumou?rs?|stor(?:y|ies)|tales?|reports?|accusations?|suggestions?|figures?|numbers?|"
    r"remarks?|posts?)"
)
_FALSE_ADVERB = r"\b(?:falsely|wrongly|incorrectly|inaccurately|mistakenly|erroneously|untruthfully)\b"
_DISPROVED = r"\b(?:debunk|disprov|refut)(?:e|es|ed|en|s|ing)?\b"
_NO_EVIDENCE = (
    r"\bno (?:\w+ )?(?:evidence|proof|truth|basis)\b(?! (?:against|to the contrary|otherwise|that it is not))"
)
_UNPROVED = r"\b(?:nobody|no one) has (?:ever |yet )?(?:shown|proved|proven|demonstrated)"

_MISTAKEN = r"(?:wrong|mistaken|incorrect|lying|misinformed|misguided)"
_REPORTING_VERB = r"(?:sa(?:y|ys|ying|id)|claim\w*|suggest\w*|assert\w*|insist\w*|argu\w*|stat(?:e|es|ed|ing)|t(?:ell|ells|elling|old)|think\w*|believ\w*)"

_RATING_VERB = r"(?:rat(?:e|es|ed|ing)|call(?:s|ed|ing)?|deem(?:s|ed)?|declar(?:e|es|ed)|rul(?:e|es|ed)|judg(?:e|es|ed)|label(?:s|led|ed)?|brand(?:s|ed)?|find(?:s)?|found)"

_VERDICTS_BEFORE = [
    rf"(?P<verdict>{_FALSE_ADVERB})[^.;:!?]*$",
    rf"(?P<verdict>\b{_FALSE_ADJECTIVE} (?:\w+ )?{_CLAIM_NOUN})\b[^.;:!?]*$",
    r"(?P<verdict>\b(?:myth|falsehood|lie|hoax|misconception|fallacy))(?: ha[sd] it)?(?: that)?\W*$",
    rf"\b(?:it|this|that)(?: {_COPULA}|['’]s) {_DEGREE_ADVERBS}(?P<verdict>{_FALSE_ADJECTIVE}|{_NEGATED_ADJECTIVE})(?: to (?:say|claim|suggest|assert))?(?: that)?\W*$",
    rf"\bit (?P<verdict>{_ISNT_TRUE})(?: that)?\W*$",
    rf"(?P<verdict>{_NO_EVIDENCE})[^.;:!?]*$",
    rf"(?P<verdict>{_UNPROVED})(?: that)?\W*$",
    rf"(?P<verdict>\bnothing (?:to|in|behind)) (?:the|this|that|these|those|his|her|their) (?:\w+ )?{_CLAIM_NOUN}(?: that| of how)?\W*$",
    rf"(?P<verdict>{_DISPROVED})[^.;:!?]*$",
    rf"\b{_CLAIM_NOUN} {_COPULA} {_DEGREE_ADVERBS}(?P<verdict>{_VERDICT})\W*$",
    rf"^\W*(?:fact.?check: )?{_DEGREE_ADVERBS}(?P<verdict>{_FALSE_ADJECTIVE})\W*$",
    rf"\b{_RATING_VERB} (?:it|this|that)(?: as| to be)? {_DEGREE_ADVERBS}(?P<verdict>{_VERDICT}) that\W*$",
    rf"\b{_COPULA} {_DEGREE_ADVERBS}(?P<verdict>{_MISTAKEN}) (?:(?:to|in|when|by) )?(?:\w+ )?{_REPORTING_VERB}\b[^.;:!?]*$",
]
_VERDICTS_AFTER = [
    rf"^\W*{_COPULA} {_DEGREE_ADVERBS}(?P<verdict>{_VERDICT})",
    rf"^\W*(?P<verdict>{_ISNT_TRUE})",
    rf"\b(?:that|this|it|which|{_CLAIM_NOUN})(?: {_COPULA}|['’]s) {_DEGREE_ADVERBS}(?P<verdict>{_VERDICT})",
    rf"\b(?:that|this|it|which|{_CLAIM_NOUN}) (?P<verdict>{_ISNT_TRUE})",
    rf"\b(?:rated|called|deemed|declared|ruled|judged|labell?ed|branded|found)(?: it| this| the claim)?(?: to be)? {_DEGREE_ADVERBS}(?P<verdict>{_VERDICT})",
    rf"(?:[,—–-]\s*|\bin )(?:a|another|the) {_DEGREE_ADVERBS}(?P<verdict>{_FALSE_ADJECTIVE} {_CLAIM_NOUN})\b",
    rf"(?:\b(?:which|it|{_CLAIM_NOUN})|,) (?:[\w’'-]+ ){{0,4}}?(?P<verdict>{_DISPROVED})",
    rf"(?P<verdict>{_FALSE_ADVERB})",
    rf"(?P<verdict>{_NO_EVIDENCE})",
    rf"^[^\w.]*[—–:(\[-]\s*{_DEGREE_ADVERBS}(?P<verdict>{_FALSE_ADJECTIVE})\b",
]
_PARAGRAPH_END = r"[^\S\n]*\n\s*\n"
_CLAUSE_END = rf"\s*(?:[.!;,)\"”’—–]|(?<!right)(?::|- )|$)|{_PARAGRAPH_END}"
_CLAIM_REFERENCE = rf"(?:that|this|it|(?:that|this|the|his|her|their) {_CLAIM_NOUN})"
_RECORDS = r"(?:the )?(?:\w+ )?(?:figures|numbers|data|facts|records|statistics|evidence|documents)"
_NEXT_SENTENCE_VERDICTS = [
    rf"(?:{_CLAIM_REFERENCE} {_COPULA}|(?:that|it)['’]s|(?:we|(?:independent )?fact.?checkers)(?: have)? (?:rated|found|called) {_CLAIM_REFERENCE}(?: to be)?)"
    rf" {_DEGREE_ADVERBS}(?:{_VERDICT})",
    rf"{_CLAIM_REFERENCE} (?:{_ISNT_TRUE}|(?:does not|doesn['’]t|did not|didn['’]t) (?:stand up|hold up|hold water|add up|check out)"
    r"|ha[sd] no (?:basis|foundation)(?: in (?:fact|reality|truth))?)",
    rf"there(?: is|['’]s) (?:{_NO_EVIDENCE})(?: (?:of|for|to support) {_CLAIM_REFERENCE})?",
    RECORDS_DISAGREE,
    rf"{_RECORDS} (?:contradict|refute|disprove|debunk|do not support|don['’]t support)s? {_CLAIM_REFERENCE}",
    rf"(?P<who>he|she|they|(?:the )?\w+(?: \w+)?) (?:(?:is|was|are|were) {_DEGREE_ADVERBS}(?:{_MISTAKEN}|not right|not telling the truth)"
    r"|(?:is|was)n['’]t (?:right|telling the truth)|(?:got|gets|has|have|had) (?:it|that|this) wrong|lied|misspoke)"
    r"(?: (?:about|on) (?:it|that|this)| there)?",
]
_VERDICT_SENTENCE = rf"{_DEGREE_ADVERBS}(?:{_FALSE_ADJECTIVE}|{_NEGATED_ADJECTIVE}|not so|fiction|a (?:lie|myth|hoax))(?=[.!]|{_PARAGRAPH_END})"
_LABELLED_VERDICT = (
    r"(?:(?:the|our|final|overall) )*(?:verdict|rating|ruling|conclusion|finding|assessment|result|judge?ment|fact.?check)"
    rf"(?:(?: is| was)? ?[:—–-]| is| was) {_DEGREE_ADVERBS}(?:{_VERDICT}|pants on fire|fiction|fake)"
)
_SPEAKER_LINE = r"(?:[^\n!?:]{1,80}\n\s*)?"  # between a claim and its verdict, as in `export markdown`
# These two only count together: "We rated the claim that" and "false".
_RATING_BEFORE = expression(
    rf"\b{_RATING_VERB} (?:as )?(?:(?:the|this|that|his|her|their|a|an|\S+['’]s) )?(?:\w+ )?{_CLAIM_NOUN}(?: by [\w .]{{1,40}})?(?: that\b|:)?\W*$",
)
_RATING_AFTER = expression(
    rf"^\W*(?:(?:as|to be) )?{_DEGREE_ADVERBS}(?P<verdict>{_VERDICT})\W*(?:$|\b(?:on|in|last|after|because|since|when)\b)",
)
# The same if the claim's words include the verdict: "The claim that rents rose is a lie", "Rents rose, it is said, which is untrue".
_MADE_UP = r"(?:made[ -]up|invented|fiction)"
_CLAIM_NOUN_CALLED_FALSE = expression(
    rf"^\W*(?P<before>(?:[\w’'-]+ ){{0,4}}?{_CLAIM_NOUN}(?: of [\w ]{{1,40}}?)?) (?:that|of how)\b[^.;:!?]*? {_COPULA} {_DEGREE_ADVERBS}(?:{_VERDICT}|{_MADE_UP})\W*$",
)
_ENDS_CALLED_FALSE = expression(
    rf"^(?P<before>.*)[,;—–-] ?(?:but |and )?(?:which|that|this|it)(?: {_COPULA}|['’]s) {_DEGREE_ADVERBS}{_VERDICT}\W*$",
    re.DOTALL,
)
_ENDS_IN_VERDICT = expression(
    rf"^(?P<before>.*)(?:[:—–]|\n)\s*{_DEGREE_ADVERBS}(?:{_FALSE_ADJECTIVE}|{_NEGATED_ADJECTIVE})\W*$",
    re.DOTALL,
)
_VERDICT_LINE = expression(
    rf"[\"'”’)]*[^\S\n]*\n\s*{_DEGREE_ADVERBS}(?:{_FALSE_ADJECTIVE}|{_NEGATED_ADJECTIVE}|fiction|a (?:lie|myth|hoax))[.!]?[^\S\n]*(?:\n|\Z)",
)
"""A verdict on a line of its own."""
_FINAL_RATING = expression(rf"\s(?:(?:as|to be) )?{_DEGREE_ADVERBS}(?:{_VERDICT})\W*$")
_CALLS_FALSE_BEFORE = [expression(one) for one in _VERDICTS_BEFORE]
_CALLS_FALSE_BEHIND = [expression(one) for one in _VERDICTS_AFTER]
_NEXT_SENTENCE_CALLS_FALSE = expression(
    rf"(?P<gap>[\s\"'”’)]*)(?:(?P<labelled>{_SPEAKER_LINE}{_LABELLED_VERDICT})|(?:(?:but|in fact|however|actually),? )?(?:{_VERDICT_SENTENCE}|"
    + "|".join(_NEXT_SENTENCE_VERDICTS)
    # "It is wrong that we get nothing back", "That is not true of adults" call something else false.
    + rf"))(?={_CLAUSE_END})",
)
_REST_OF_PARAGRAPH_EMPTY = expression(r"[\s.!\"”’)]*?(?:\n\s*\n|\Z)")
# The end of an opening, after which the claim begins: "It is false to say ...", "Debunked: ...".
_OPENING_END = expression(r" that |: | of how | to (?:say|claim|suggest|assert) ")

# "He denied that it was false", "whether it is false", "nobody called it false".
_REVERSES_VERDICT = expression(
    r"\b(?:not|never|nobody|no one|nor|neither|hardly|if|whether|unless|den(?:y|ies|ied|ying)|"
    r"(?:reject|disput|doubt)\w*)\b|n['’]t\b|\bno\s*$",
)
_CLOSING_MARKS = f"\"'’{CLOSING_QUOTES})"
_QUESTION_END = expression(rf"[\s{_CLOSING_MARKS}\]]*\?[?!]*[\s{_CLOSING_MARKS}\]]*")
# Questions that presuppose what they ask about: "Why did rents rise?"
_PRESUPPOSING_QUESTION = expression(
    r"\W*(?:(?:and|but|so) )?(?:why|how come|(?:did|do) you (?:know|realise|realize))\b"
)


def framing(sentence: str, start: int, end: int, behind_it: str = "") -> Framing:
    """Return how the sentence frames the claim at its code points start to end.

    `behind_it` is the text after the sentence: only its own paragraph counts, except for a labelled verdict ("Verdict: false").
    """
    claim, sentence = sentence[start:end], lower_in_place(sentence)
    before, behind = sentence[:start], sentence[end:]
    if _is_called_false(before, behind) or _is_called_false_next(
        f"{before} {behind}", lower_in_place(behind_it)
    ):
        return Framing.CALLED_FALSE
    if _is_denied_after(claim, before, behind, behind_it):
        return Framing.CALLED_FALSE
    asks = _QUESTION_END.fullmatch(behind) or (
        not behind.strip(f"{_CLOSING_MARKS} \n") and claim.rstrip(f"{_CLOSING_MARKS} \n").endswith("?")
    )
    if asks and not _PRESUPPOSING_QUESTION.match(sentence):
        return Framing.ASKED
    return Framing.ASSERTED


def _is_denied_after(claim: str, before: str, behind: str, behind_it: str) -> bool:
    """Whether the rest of the sentence or the next sentence denies the claim."""
    found = find_denial_after(claim, behind)
    if found:
        return not _REVERSES_VERDICT.search(f"{before} {behind[: found.start('verdict')]}")
    return "\n\n" not in behind_it[:_GAP] and is_denied_by_next(claim, behind_it)


def _is_called_false_next(around: str, behind_it: str) -> bool:
    """Whether the next sentence calls the claim false, or says that the person named around it was wrong."""
    found = _NEXT_SENTENCE_CALLS_FALSE.match(behind_it)
    if not found:
        return _VERDICT_LINE.match(behind_it) is not None
    if "\n\n" in found["gap"] and not found["labelled"]:
        # A paragraph of its own must do nothing else: "That is wrong."
        return found["who"] is None and _REST_OF_PARAGRAPH_EMPTY.match(behind_it, found.end()) is not None
    who = found["who"] or "he"
    return who in HUMAN_PRONOUNS or re.search(rf"\b{who}\b", around) is not None


def calls_claim_false(words: str) -> bool:
    """Whether a text calls its own content false: "It is not true that rents rose", "The claim that rents rose is false"."""
    words = lower_in_place(words)
    for whole in (_CLAIM_NOUN_CALLED_FALSE, _ENDS_CALLED_FALSE, _ENDS_IN_VERDICT):
        if (around := whole.match(words)) and not _REVERSES_VERDICT.search(around["before"]):
            return True
    return any(
        _is_called_false(words[: found.end()], _find_final_verdict(words, found.end()))
        for found in _OPENING_END.finditer(words, 0, _MAX_OPENING_LENGTH)
    )


def ends_in_verdict(words: str) -> bool:
    """Whether a text ends in a verdict on all before it: "Rents rose and wages fell: false"."""
    around = _ENDS_IN_VERDICT.match(lower_in_place(words))
    return around is not None and not _REVERSES_VERDICT.search(around["before"])


def _find_final_verdict(words: str, start: int) -> str:
    """Return the final verdict after "We rated the claim that"; "" after any other opening, where the last word may be the claim's own."""
    found = _RATING_BEFORE.search(words[:start]) and _FINAL_RATING.search(words, start)
    return found[0] if found else ""


def _is_called_false(before: str, behind: str) -> bool:
    if (rated := find_first_match([_RATING_BEFORE], before)) and _RATING_AFTER.match(behind):
        return not _REVERSES_VERDICT.search(before[: rated.start()])
    if found := find_first_match(_CALLS_FALSE_BEFORE, before):
        return not _REVERSES_VERDICT.search(before[: found.start("verdict")])
    found = find_first_match(_CALLS_FALSE_BEHIND, behind)
    return found is not None and not _REVERSES_VERDICT.search(f"{before} {behind[: found.start('verdict')]}")
