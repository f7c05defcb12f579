"""Whether the words behind a claim deny it by what they say: "It did not.", "In fact, it rose by 4 percent.", "..., but records show otherwise"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.match import contains_negation, contradicts
from claimtrack.core.texts.typography import lower_in_place

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_IT = r"(?:it|this|that|they|these|those|he|she|we|neither|none)"
_DOES = r"(?:is|was|are|were|do|does|did|has|have|had|can|could|will|would)"
_DOES_NOT = rf"(?:{_DOES} (?:not|never)|{_DOES}n['’]t|cannot|can['’]t|won['’]t|never {_DOES}|never happened|never took place)"
_SO = r"(?: (?:so|happen|the case|anything of the (?:sort|kind)|(?:any|no) such thing))?"
_FACTS = r"(?:fact|reality|truth|actuality)"
_GAP = r"[\s\"'”’)]*"
_ENDS = r"(?=\s*(?:[.!;,)\"”—–]|$))"
_CUE = (
    rf"(?:in {_FACTS}|actually|really|no|rather|instead|on the contrary|(?:quite|just) the (?:opposite|contrary|reverse)|"
    rf"the (?:truth|reality|fact) (?:of the matter )?is(?: that)?)"
)
_OPENS = expression(rf"{_GAP}(?:(?:but|and|yet) )?{_CUE}\b[\s,:;—–-]*")
_INSIDE = expression(
    rf"{_GAP}(?:but )?(?={_IT}\b[^.,;]{{0,20}}\b(?:actually|in {_FACTS})\b|(?:the|its|their) (?:true|real|actual|correct|right) )",
)
# What is told of the claim's own subject, and not of a part of it: "it rose", "the true figure is 12", "only 12 were built".
_SUBJECT = expression(
    rf"(?:{_IT}|(?:only|just|fewer|more|about|some|nearly|almost) |\d|"
    r"(?:the|its|their|his|her) (?:\w+ ){0,2}?(?:figure|number|rate|share|total|sum|amount|price|cost|level|count)s?)\b",
)
_REST = expression(r"(?:[^.!?]|[.](?=\d))*")
_LEADS = rf"{_GAP}(?:(?:but|no|and yet|yet|except|in {_FACTS}|actually)\b[,:;—–-]? ?(?:that )?)?"
_NOT_SO = expression(rf"{_LEADS}{_IT} {_DOES_NOT}{_SO}{_ENDS}")
_SO_IT_IS = expression(rf"{_LEADS}{_IT} (?:most certainly |certainly |very much )?{_DOES}{_ENDS}")
_OPPOSITE = expression(
    rf"{_GAP}(?:but |in {_FACTS},? |actually,? )?(?:(?:(?:just|quite|exactly|precisely) )?the (?:very )?(?:opposite|reverse|contrary)"
    rf"(?: (?:is|was|has been|happened)(?: (?:true|the case|so))?)?|far from it|nothing (?:could be|is) further from the truth){_ENDS}",
)
_BUT = r"(?:but|although|though|yet|while|whereas|when|which|and yet|even though|except)"
_WHO_KNOWS = (
    r"(?:\w+ ){0,4}(?:figures?|numbers?|data|facts|records?|statistics|evidence|documents?|minutes|accounts|audit(?:ors?)?|census|"
    r"register|stud(?:y|ies)|reports?|surveys?|count|tally|office|bureau|institute|footage|video|photos|reality)(?: (?:of|from|by|at|in|kept by|published by) (?:\w+ ){0,3}\w+)?"
)
OTHERWISE = (
    rf"{_WHO_KNOWS} (?:(?:clearly|plainly|actually) )?(?:sa(?:y|ys|id)|tells?|told|show(?:s|ed|n)?|suggest(?:s|ed)?|proves?|proved|indicate[sd]?|"
    r"finds?|found|reveal(?:s|ed)?|paint(?:s|ed)?|point(?:s|ed)?) (?:otherwise|(?:quite |just )?the (?:opposite|contrary|reverse|other way)|"
    r"(?:quite )?(?:a|an|another) (?:very |quite )?(?:different|other)?\s?(?:story|picture|tale))"
)
"""That figures, records and whoever keeps them say something else."""
_BEHIND = [
    expression(one)
    for one in (
        rf"(?:\b{_BUT}|[—–;])(?: that)?,? (?P<verdict>{OTHERWISE})",
        rf"\b(?:when|while|whereas|although|though|but|yet),? (?P<verdict>in {_FACTS})\b",
        r"\b(?P<verdict>contrary to (?:the )?(?:\w+ ){0,3}(?:figures|data|facts|records|statistics|evidence|truth))\b",
        rf"\b{_BUT} (?P<verdict>(?:{_IT} )?{_DOES_NOT}{_SO}){_ENDS}",
    )
]


def first_found(expressions: Iterable[re.Pattern[str]], words: str) -> re.Match[str] | None:
    """What the first expression finds that finds anything. Before and behind most claims stands no word."""
    if not any(map(str.isalpha, words)):
        return None
    return next(filter(None, (one.search(words) for one in expressions)), None)


def denied_behind(claim: str, behind: str) -> re.Match[str] | None:
    """What denies the claim in the rest of its sentence, as the group "verdict"."""
    found = first_found(_BEHIND, lower_in_place(behind))
    is_denial = found is None or found.re.pattern != _BEHIND[-1].pattern or not contains_negation(claim)
    return found if is_denial else None


def denied_next(claim: str, following: str) -> bool:
    """Whether the next sentence denies the claim, or says of its subject what cannot be so beside it."""
    told = lower_in_place(following)
    if _OPPOSITE.match(told) or (_SO_IT_IS if contains_negation(claim) else _NOT_SO).match(told):
        return True
    opened = _OPENS.match(told) or _INSIDE.match(told)
    if not opened or not _SUBJECT.match(told, opened.end()):
        return False
    said = _REST.match(following, opened.end())
    return said is not None and contradicts(said.group(), claim)
