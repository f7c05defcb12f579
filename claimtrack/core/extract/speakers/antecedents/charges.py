"""Who answers a charge: whom the sentence before accuses, where "he" or "it" denies, refuses or apologises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.naming.names import naming
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_ANSWERS = expression(
    r"(?:He|She|It|They) (?:(?:has|have|had|later|also|always|since|then|repeatedly|[a-z]+ly) ){0,3}"
    r"(?:denied|denies|deny|rejected|rejects|reject|refused|refuses|disputed|disputes|dispute|apologised|apologized|declined|declines"
    r"|dismissed|dismisses|conceded|concedes|admitted|admits|insisted|insists|pleaded|maintains|maintained|hit back|called (?:it|that|the) )"
)
_DENIES = expression(
    r"(?:No, )?(?:I|[Ww]e)(?:'ve| have)? (?:never|did not|didn't|do not|don't|had no|have no|was not|wasn't|were not|weren't|am not)\b"
    r"|(?:That|It|This)(?:'s| is| was) (?:a lie|a complete lie|untrue|not true|false|nonsense|rubbish|a smear)\b"
)
"""How a quotation begins that answers a charge."""
_WHOM = r"(?P<{}>(?:[Tt]he |[Aa]n? |its |his |her |their )?(?:[a-z-]+ ){{0,2}}?(?:[A-Z][\w'.-]*(?: [A-Z][\w'-]*){{0,4}}|(?<=the )[a-z-]+))"
_CHARGED = name_pattern(
    r" (?:accused|accuses|blamed|blames|sued|faulted|urged|asked|ordered|charged|suspected|pressed|begged) "
    + _WHOM.format("whom")
    + r"(?= (?:of|for|over|to|in|on|after|with)\b|[,.])"
    + r"| (?:said|says|found|finds|reported|reports|alleged|alleges|claimed|claims|ruled|concluded|told|heard)(?: \w+day)?(?: that)? "
    + _WHOM.format("told")
    + r"(?= (?:had|has|have|was|were|did|failed|never|knew)\b)"
)
"""Whom somebody accuses or asks, or says something of."""
_MAY_ANSWER = nouns.PEOPLE | nouns.BODIES
_LONGEST = 300
"""Characters in which the sentence before a reply is looked for."""


def notice_charged(cast: Cast, at: int, words: int = 0) -> None:
    """Let "he" or "it" in the sentence at `at`, which answers a charge, mean whom the one before charges; `words` is where a quotation in it begins."""
    text = cast.text
    if not (_ANSWERS.match(text, at) or (words and _DENIES.match(text, words))):
        return
    start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, max(0, at - 2)) + 1, at - _LONGEST, 0)
    charged = _CHARGED.search(text, start, at)
    if charged is None:
        return
    accuser, named = cast.last, naming(charged["whom"] or charged["told"])
    who = cast.mention(named)
    if who == accuser:
        who = Speaker(named.name, named.kind, named.head)  # "The Guardian reported that the firm had paid"
    if text.startswith("It ", at) and who.kind in {ClaimantKind.UNKNOWN, ClaimantKind.PERSON}:
        who = who._replace(kind=ClaimantKind.ORGANISATION)
    if named.name[0].isupper() or named.head in _MAY_ANSWER:
        cast.remember(who)
