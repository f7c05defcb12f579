"""How do fact-checks express a verdict, and how does an article say that it is a fact-check?"""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span

_RATED = (
    r"(?:(?:mostly|partly|partially|largely|half|somewhat|almost|entirely|nearly|completely|simply|technically|not)[ -])?"
    r"(?:true|false|untrue|correct|incorrect|inaccurate|wrong|misleading|exaggerated|unproven|unsupported|missing context|lacks context"
    r"|fake|altered|satire|miscaptioned|misattributed|pants on fire)"
)
_LABEL = r"(?:(?:(?:our |the |[\w.]{2,20}+'s )?(?:verdict|ruling|rating|assessment|conclusion)|facts first|(?:[\w.]{2,20}+ )?fact[ -]?check):)"
_EMPHASIS = r"[*_]{0,2}(?:facts first[*_]{0,2}: )?"
_VERDICT = expression(
    rf"{_EMPHASIS}(?:(?:this|that|it|the claim|the statement) (?:is|was|isn't|needs|lacks|checks out|holds up|does not|doesn't)\b"
    r"|that's (?:not )?(?:\w+ )?(?:true|false|right|so|correct|accurate|wrong|misleading)\b"
    r"|(?:mostly|partly|largely|half|not|somewhat|almost|entirely|nearly)[ -](?:true|false|right|so|quite|correct|accurate|wrong)\b"
    r"|(?:true|false|correct|incorrect|wrong|right|misleading|exaggerated|unproven|inaccurate|accurate|unsupported|outdated|verdict"
    r"|our rating|rating|missing context|in fact|actually)\b)",
    re.IGNORECASE,
)
"""The start of a paragraph that judges the one above."""
_PLAIN_VERDICT = expression(
    rf"{_EMPHASIS}(?:our (?:verdict|ruling|rating)\b|{_LABEL}|we rate (?:this|that|it|the claim|the statement)\b"
    rf"|(?:(?:this|that|it|the (?:claim|statement))(?: is| was|'s| isn't| wasn't) )?(?:not )?{_RATED}[*_]{{0,2}}(?:$|\n|[.:;!—-]))",
    re.IGNORECASE,
)
"""The unambiguous ones among them: not "False alarms are frequent", "It is cold"."""
_BARE = (
    r"not (?:quite|exactly|really|entirely|so(?: fast)?)|(?:needs|lacks) (?:\w+ )?context|out of context"
    r"|we rate (?:this|that|it|(?:this|that|the|his|her|their|its|[\w.]{2,20}'s) (?:claim|statement)) (?:as )?"
    + _RATED
)
_WHICH = r"the (?:first|second|third|fourth|fifth|last|other|former|latter)(?: (?:claim|statement|one))?"
_EACH = rf"{_WHICH} (?:is|was) {_RATED}(?:[,;]?(?: and| but| while)? {_WHICH}(?: is| was)? {_RATED}){{0,4}}"
"""A verdict on several statements: "The first claim is true, the second false"."""
_BARE_VERDICT = expression(
    rf"[*_]{{0,2}}(?:{_LABEL}[*_]{{0,2}} )?(?:(?:the|this|that) (?:claim|statement) is )?(?:{_RATED}|{_BARE}|{_EACH})[*_.!]*"
)
"""A sentence that is only a rating."""
_LEADING = expression(
    rf"(?:\*\*(?i:{_RATED})\*\*|\b(?:(?:MOSTLY|PARTLY|LARGELY|HALF)[ -])?(?:TRUE|FALSE|MISLEADING|EXAGGERATED|UNPROVEN|INCORRECT|WRONG))"
    r" (?=[A-Z\"][a-z]|A [a-z]|\"|\d)"
)
"""A rating in capitals or bold before the first sentence, without a stop in between."""
_LABELLED = expression(rf"[*_]{{0,2}}(?:{_LABEL}|our (?:verdict|ruling|rating)\b|we rate\b)", re.IGNORECASE)
_OTHER_LABEL = expression(
    r"facts first|(?:[\w'.-]+ ){0,2}(?:(?:fact|reality)[ -]?check|verdict|ruling|rating|assessment|findings?|claimed|facts?|statement)|says who|(?:made|said|claimed) by"
    r"|who said (?:it|this)|claimant|what (?:[\w.']+ ){1,3}said",
    re.IGNORECASE,
)
"""The names of a fact-check's sections: "AP's assessment", "Says who"."""
_CHECKS = expression(
    r"\b(?:fact|reality|claim)[ -]?check|\A[^\n]{3,120}, checked\b|\bwe (?:have )?(?:fact-)?checked (?:them\b|these\b|what (?:[\w'’]+ ){1,3}said\b|(?:[\w'’]+ ){0,3}(?:claims?|statements?)\b)",
    re.IGNORECASE,
)
"""Words in an article's title or first lines that call it a fact-check."""
_HEAD_LENGTH = 400


def is_verdict(sentence: str) -> bool:
    """Whether a sentence is only a rating: "Mostly false.", "Our rating: half-true."."""
    return _BARE_VERDICT.fullmatch(sentence.lower()) is not None


def skip_rating(plain: str, paragraph: Span) -> Span:
    """Return the paragraph without a leading rating that has no stop: "FALSE Four managers shared it."."""
    rating = _LEADING.match(plain, *paragraph)
    return Span(rating.end(), paragraph.end) if rating else paragraph


def is_label(words: str) -> bool:
    """Whether words before a colon name a section of a fact-check rather than a speaker: "Verdict:"."""
    return _OTHER_LABEL.fullmatch(words) is not None


def is_fact_check(plain: str, title: str | None) -> bool:
    """Whether an article calls itself a fact-check in its title or first lines."""
    head = f"{title or ''}\n{plain[:_HEAD_LENGTH]}"
    return "check" in head.lower() and _CHECKS.search(head) is not None


def starts_with_verdict(words: str, *, plainly: bool) -> bool:
    """Whether the words below a quotation begin with a verdict on it; `plainly` accepts only unambiguous ones."""
    return (_PLAIN_VERDICT if plainly else _VERDICT).match(words) is not None


def contains_verdict_line(words: str) -> bool:
    """Whether one of the paragraphs below a quotation contains a verdict, alone or with its label: "Verdict: Mostly false"."""
    return any(is_verdict(line) or _LABELLED.match(line) for line in words.split("\n") if line)
