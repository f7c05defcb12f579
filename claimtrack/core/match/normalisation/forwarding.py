"""What a messenger, or whoever forwards a message, puts around it: "FWD:", the stamp of a chat, "Please share!!", "Is this true?".

Only what surrounds the message as a whole is removed: "Is it true that rents rose?" and "It is not true that rents rose" stay as
they are.
"""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.typography import DECORATION

_MIN_WORDS = 3
"""Minimum number of words, or of characters without spaces, that must be left: "Please share" alone is the message."""
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
_SHARING_WORDS = (
    "a all and as asap before can contacts delete deleted ever every everybody everyone everywhere families "
    "family far friends group groups in is it know loved many message much my now of on ones other others "
    "people possible post removed share the them they this to urgently video wide widely with word you your"
)
_SHARING_VERBS = ("share", "forward", "repost", "retweet", "spread", "pass", "send")
_SHARE = rf"(?:{'|'.join(_SHARING_VERBS)})"
_TO_ALL = rf"(?:\s(?:{'|'.join(_SHARING_WORDS.split())}))*(?!\s?[^\W_])"
_SHARED = rf"(?:{_PLEASE}\s(?:do\s)?{_SHARE}|{_SHARE}\s(?:this|it|to|with|now|widely|before|the\sword))(?![^\W_]){_TO_ALL}"

_DAY = r"(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{4}[/-]\d{1,2}[/-]\d{1,2})"
_HOUR = r"(?:[上下]午\s?)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?(?:[ap]\.?\s?m\.?|[صم]))?"
_STAMP = rf"(?:\[(?:{_DAY}[,،]?\s{_HOUR}|{_HOUR},\s{_DAY})\]|{_DAY}[,،]?\s{_HOUR}\s-)\s[^:\n]{{1,40}}:\s"
_FORWARDED = r"forwarded\s(?:many\stimes|as\s(?:it\s)?(?:is|received))(?![^\W_])"
_MARKED = (
    rf"fwd?\s?:|(?-i:[Ff]wd)\s(?=(?-i:[A-Z]))|{_FORWARDED}|forwarded\smessage\b|forwarded(?:\s?:|\s*[*_\n])"
    r"|(?:transféré|reenviado|weitergeleitet|encaminhad[ao]|inoltrato|منقول|عاجل)\s?:|reenviado\smuchas\sveces(?![^\W_])"
    r"|[【\[(（](?:轉[傳發貼]|转[发载])[】\])）]|(?:轉[傳發貼]|转[发载])\s?[:：]"
    r"|(?-i:RT|FWD)(?:\s?:|\s(?=(?-i:The|An?|This|These|They|He|She|It|We|You|In|My|All|If|When)\s))"
    rf"|(?:(?-i:URGENTE?|ALERTA?|ATTENTION|ATENCIÓN|IMPORTANTE?)|عاجل|breaking(?:\snews)?)\s?\*?\s?[!{DECORATION}]"
)
_GREETED = (
    r"(?:(?:hi|hello|hey|dear|good\s(?:morning|evening|afternoon|day))(?:\s(?:all|sir|madam|team|friends|everyone))?\s?[,.!]+\s?)?"
    r"(?:(?:my|a)\s\w+(?:\s\w+)?\s(?:just\s)?(?:sent|forwarded)\s(?:me|us)|i\s(?:just\s)?(?:got|received))\sthis(?:\s(?:in|from|on)\s[\w\s']{2,30})?\s?:"
)
_WISHED = r"請(?:大家|幫忙)?(?:轉[傳發]|分享)(?:出去|給(?:更多人|大家|親友))?|请(?:大家)?(?:转发|分享)(?:出去|给(?:更多人|大家))?|¡*pásal[oa]\b|انشروها"
"""Wishes to share in other languages, of which nothing else may be said: "請轉發給更多人", "¡Pásalo!"."""
_BEFORE, _AFTER = rf"[\s>*_(\-{DECORATION}]*", rf"(?:[\s!?！？。*_):：{DECORATION}]|[.-](?!\d))*"
_HEAD = expression(
    rf"(?:{_BEFORE}(?:{_MARKED}|{_STAMP}|{_GREETED}|{_ASKED}|{_SHARED}[.!:]){_AFTER})+", re.IGNORECASE
)
# After the last sentence; without a full stop before it only what is unambiguous.
_TAIL = expression(
    rf"(?:(?:(?:\s-\s|(?<=[.!?。！？\n*_){DECORATION}])\s*)[*_(]?(?:{_ASKED}|{_SHARED}|{_FORWARDED}|{_WISHED})"
    rf"|(?<!\bto)(?<!\bnot)\s(?:{_TRUE}|(?:pls|plz)\s(?:{_CHECK}|{_SHARE})(?![^\W_]){_TO_ALL})){_AFTER})+$",
    re.IGNORECASE,
)
_TAIL_MARKERS = ("true", "fake", "check", "verify", "confirm", "pásal", "請", "请", "انشر", *_SHARING_VERBS)
_CHARACTERS_AT_END = 200
"""Number of characters at the end in which one of these must stand."""


def strip_forwarding(text: str) -> str:
    """Return a text without what was added before and after it when it was forwarded."""
    if head := _HEAD.match(text):
        text = _drop_unless_alone(head) + text[head.end() :]
    end = text[-_CHARACTERS_AT_END:].lower()
    return _TAIL.sub(_drop_unless_alone, text) if any(map(end.__contains__, _TAIL_MARKERS)) else text


def _drop_unless_alone(match: re.Match[str]) -> str:
    """Return "" for what was added, or the whole match if too little else would be left."""
    rest = f"{match.string[: match.start()]} {match.string[match.end() :]}"
    return "" if len(re.findall(r"[\u3040-\u9fff]|\w+", rest)) >= _MIN_WORDS else match[0]
