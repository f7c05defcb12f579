"""Whether the words after a claim deny it by their content: "It did not.", "In fact, it rose by 4 percent.", "..., but records show otherwise"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match import contains_negation, contradicts
from claimtrack.core.texts.typography import lower_in_place

if TYPE_CHECKING:
    import re

_PRONOUN = r"(?:it|this|that|they|these|those|he|she|we|neither|none)"
_AUXILIARY = r"(?:is|was|are|were|do|does|did|has|have|had|can|could|will|would)"
_NEGATED_AUXILIARY = rf"(?:{_AUXILIARY} (?:not|never)|{_AUXILIARY}n['’]t|cannot|can['’]t|won['’]t|never {_AUXILIARY}|never happened|never took place)"
_PREDICATE_ELLIPSIS = r"(?: (?:so|happen|the case|anything of the (?:sort|kind)|(?:any|no) such thing))?"
_FACT_NOUN = r"(?:fact|reality|truth|actuality)"
_GAP = r"[\s\"'”’)]*"
_CLAUSE_END = r"(?=\s*(?:[.!;,)\"”—–]|$))"
_CORRECTION_CUE = (
    rf"(?:in {_FACT_NOUN}|actually|really|no|rather|instead|on the contrary|(?:quite|just) the (?:opposite|contrary|reverse)|"
    rf"the (?:truth|reality|fact) (?:of the matter )?is(?: that)?)"
)
_OPENING_CUE = expression(rf"{_GAP}(?:(?:but|and|yet) )?{_CORRECTION_CUE}\b[\s,:;—–-]*")
_INNER_CUE = expression(
    rf"{_GAP}(?:but )?(?={_PRONOUN}\b[^.,;]{{0,20}}\b(?:actually|in {_FACT_NOUN})\b|(?:the|its|their) (?:true|real|actual|correct|right) )",
)
# Sentence openings about the claim's own subject, not a part of it: "it rose", "the true figure is 12", "only 12 were built".
_CLAIM_SUBJECT = expression(
    rf"(?:{_PRONOUN}|(?:only|just|fewer|more|about|some|nearly|almost) |\d|"
    r"(?:the|its|their|his|her) (?:\w+ ){0,2}?(?:figure|number|rate|share|total|sum|amount|price|cost|level|count)s?)\b",
)
_SENTENCE_REST = expression(r"(?:[^.!?]|[.](?=\d))*")
_LEAD_IN = rf"{_GAP}(?:(?:but|no|and yet|yet|except|in {_FACT_NOUN}|actually)\b[,:;—–-]? ?(?:that )?)?"
_SHORT_DENIAL = expression(rf"{_LEAD_IN}{_PRONOUN} {_NEGATED_AUXILIARY}{_PREDICATE_ELLIPSIS}{_CLAUSE_END}")
_SHORT_AFFIRMATION = expression(
    rf"{_LEAD_IN}{_PRONOUN} (?:most certainly |certainly |very much )?{_AUXILIARY}{_CLAUSE_END}"
)
_OPPOSITE_HOLDS = expression(
    rf"{_GAP}(?:but |in {_FACT_NOUN},? |actually,? )?(?:(?:(?:just|quite|exactly|precisely) )?the (?:very )?(?:opposite|reverse|contrary)"
    rf"(?: (?:is|was|has been|happened)(?: (?:true|the case|so))?)?|far from it|nothing (?:could be|is) further from the truth){_CLAUSE_END}",
)
_CONTRAST_CONJUNCTION = r"(?:but|although|though|yet|while|whereas|when|which|and yet|even though|except)"
_RECORD_KEEPER = (
    r"(?:\w+ ){0,4}(?:figures?|numbers?|data|facts|records?|statistics|evidence|documents?|minutes|accounts|audit(?:ors?)?|census|"
    r"register|stud(?:y|ies)|reports?|surveys?|count|tally|office|bureau|institute|footage|video|photos|reality)(?: (?:of|from|by|at|in|kept by|published by) (?:\w+ ){0,3}\w+)?"
)
RECORDS_DISAGREE = (
    rf"{_RECORD_KEEPER} (?:(?:clearly|plainly|actually) )?(?:sa(?:y|ys|id)|tells?|told|show(?:s|ed|n)?|suggest(?:s|ed)?|proves?|proved|indicate[sd]?|"
    r"finds?|found|reveal(?:s|ed)?|paint(?:s|ed)?|point(?:s|ed)?) (?:otherwise|(?:quite |just )?the (?:opposite|contrary|reverse|other way)|"
    r"(?:quite )?(?:a|an|another) (?:very |quite )?(?:different|other)?\s?(?:story|picture|tale))"
)
"""Figures, records or their keepers say something different: "census figures tell a different story"."""
_DENIALS_AFTER = [
    expression(one)
    for one in (
        rf"(?:\b{_CONTRAST_CONJUNCTION}|[—–;])(?: that)?,? (?P<verdict>{RECORDS_DISAGREE})",
        rf"\b(?:when|while|whereas|although|though|but|yet),? (?P<verdict>in {_FACT_NOUN})\b",
        r"\b(?P<verdict>contrary to (?:the )?(?:\w+ ){0,3}(?:figures|data|facts|records|statistics|evidence|truth))\b",
        rf"\b{_CONTRAST_CONJUNCTION} (?P<verdict>(?:{_PRONOUN} )?{_NEGATED_AUXILIARY}{_PREDICATE_ELLIPSIS}){_CLAUSE_END}",
    )
]


def find_first_match(expressions: Iterable[re.Pattern[str]], words: str) -> re.Match[str] | None:
    """Return the match of the first expression that matches. Quick if there are no words, as before and after most claims."""
    if not any(map(str.isalpha, words)):
        return None
    return next(filter(None, (one.search(words) for one in expressions)), None)


def find_denial_after(claim: str, behind: str) -> re.Match[str] | None:
    """Return the match for a denial in the rest of the claim's sentence, as the group "verdict": "..., but it did not"."""
    found = find_first_match(_DENIALS_AFTER, lower_in_place(behind))
    is_denial = (
        found is None or found.re.pattern != _DENIALS_AFTER[-1].pattern or not contains_negation(claim)
    )
    return found if is_denial else None


def is_denied_by_next(claim: str, following: str) -> bool:
    """Whether the next sentence denies the claim ("It did not.") or contradicts it about the same subject ("In fact, it fell.")."""
    told = lower_in_place(following)
    if _OPPOSITE_HOLDS.match(told) or (
        _SHORT_AFFIRMATION if contains_negation(claim) else _SHORT_DENIAL
    ).match(told):
        return True
    opened = _OPENING_CUE.match(told) or _INNER_CUE.match(told)
    if not opened or not _CLAIM_SUBJECT.match(told, opened.end()):
        return False
    said = _SENTENCE_REST.match(following, opened.end())
    return said is not None and contradicts(said.group(), claim)
