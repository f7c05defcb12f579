"""What a messenger or whoever passes a message on puts around it: "FWD:", the stamp of a chat, "Please share!!", "Is this true?".

Only what stands before or behind the message as a whole goes: "Is it true that rents rose?" and "It is not true that rents rose" stay
what they are.
"""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.typography import DECORATION

_LEAST = 3
"""Words that have to be left: "Please share" alone is the message."""
_PLEASE = r"(?:please|pls|plz|kindly)"
_THIS = r"(?:this|it|that)"
_CHECK = r"(?:fact[- ]?check|check|verify|confirm)"
_IF_TRUE = rf"(?:(?:whether|if)\s{_THIS}(?:'s|\sis)\s(?:true|real)|{_THIS}(?:\sout)?)"
_TRUE = rf"(?:is|was)\s{_THIS}\s(?:(?:news|message|video|really)\s)?(?:true|real|correct)\s?\?"
_ASKED = (
    rf"(?:{_TRUE}|true\sor\s(?:false|fake)\s?\?"
    rf"|(?:{_PLEASE}\s{_CHECK}|(?:can|could|would)\s(?:you|some(?:one|body)|any(?:one|body))\s(?:{_PLEASE}\s)?{_CHECK})"
    rf"(?:\s{_IF_TRUE})?(?:\s{_PLEASE})?(?!\s?[^\W_]))"
)
_WITH_WHOM = (
    "a all and as asap before can contacts delete deleted ever every everybody everyone everywhere families family far friends"
    " group groups in is it know loved many message much my now of on ones other others people possible post removed share"
    " the them they this to urgently video wide widely with word you your"
)
_PASSING_ON = ("share", "forward", "repost", "retweet", "spread", "pass", "send")
_PASS_ON = rf"(?:{'|'.join(_PASSING_ON)})"
_TO_ALL = rf"(?:\s(?:{'|'.join(_WITH_WHOM.split())}))*(?!\s?[^\W_])"
_SHARED = rf"(?:{_PLEASE}\s(?:do\s)?{_PASS_ON}|{_PASS_ON}\s(?:this|it|to|with|now|widely|before|the\sword))(?![^\W_]){_TO_ALL}"

_DAY, _HOUR = r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}", r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_STAMP = rf"(?:\[(?:{_DAY},?\s{_HOUR}|{_HOUR},\s{_DAY})\]|{_DAY},\s{_HOUR}\s-)\s[^:\n]{{1,40}}:\s"
_FORWARDED = r"forwarded\s(?:many\stimes|as\s(?:it\s)?(?:is|received))(?![^\W_])"
_MARKED = (
    rf"fwd?\s?:|(?-i:[Ff]wd)\s(?=(?-i:[A-Z]))|{_FORWARDED}|forwarded\smessage\b|forwarded(?:\s?:|\s*[*_\n])"
    r"|(?:transféré|reenviado|weitergeleitet|encaminhad[ao]|inoltrato)\s?:"
    r"|(?-i:RT|FWD)(?:\s?:|\s(?=(?-i:The|An?|This|These|They|He|She|It|We|You|In|My|All|If|When)\s))"
    rf"|(?:(?-i:URGENT|ALERT|ATTENTION|IMPORTANT)|breaking(?:\snews)?)\s?[!{DECORATION}]"
)
_GREETED = (
    r"(?:(?:hi|hello|hey|dear|good\s(?:morning|evening|afternoon|day))(?:\s(?:all|sir|madam|team|friends|everyone))?\s?[,.!]+\s?)?"
    r"(?:(?:my|a)\s\w+(?:\s\w+)?\s(?:just\s)?(?:sent|forwarded)\s(?:me|us)|i\s(?:just\s)?(?:got|received))\sthis(?:\s(?:in|from|on)\s[\w\s']{2,30})?\s?:"
)
_BEFORE, _BEHIND = rf"[\s>*_(\-{DECORATION}]*", rf"(?:[\s!?*_):{DECORATION}]|[.-](?!\d))*"
_HEAD = expression(
    rf"(?:{_BEFORE}(?:{_MARKED}|{_STAMP}|{_GREETED}|{_ASKED}|{_SHARED}[.!:]){_BEHIND})+", re.IGNORECASE
)
# Behind the last sentence; without a stop before it only what can be nothing else.
_TAIL = expression(
    rf"(?:(?:(?:\s-\s|(?<=[.!?\n*_){DECORATION}])\s*)[*_(]?(?:{_ASKED}|{_SHARED}|{_FORWARDED})"
    rf"|(?<!\bto)(?<!\bnot)\s(?:{_TRUE}|(?:pls|plz)\s(?:{_CHECK}|{_PASS_ON})(?![^\W_]){_TO_ALL})){_BEHIND})+$",
    re.IGNORECASE,
)
_TOLD_BY = ("true", "fake", "check", "verify", "confirm", *_PASSING_ON)
_NEAR = 200
"""Characters before the end among which one of these stands."""


def strip_forwarding(text: str) -> str:
    """A text without what was put before and behind it on its way."""
    if head := _HEAD.match(text):
        text = _unless_alone(head) + text[head.end() :]
    end = text[-_NEAR:].lower()
    return _TAIL.sub(_unless_alone, text) if any(map(end.__contains__, _TOLD_BY)) else text


def _unless_alone(found: re.Match[str]) -> str:
    rest = f"{found.string[: found.start()]} {found.string[found.end() :]}"
    return "" if len(re.findall(r"\w+", rest)) >= _LEAST else found[0]
