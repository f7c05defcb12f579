"""What a page asks of its reader or says of its form, and no article does: sign-ups, follow-us, error messages, terms of use."""

from __future__ import annotations

from claimtrack.core.expressions import expression

_NETWORKS = (
    r"(?:twitter|x|facebook|instagram|linkedin|tiktok|youtube|threads|bluesky|whatsapp|telegram|mastodon)"
)
_OPENS = expression(
    r"(?:please |to |don't miss out[,:;.]? )?(?:subscribe|sign[ -]up|register(?! offices?\b)|opt in)\b[^.!?]{0,120}\b(?:newsletters?|e-?mails?|inbox|alerts?|updates|podcast|today|now|here|free)\b"
    r"|(?:get|have|want|receive) [^.!?]{0,100}\b(?:(?:in|to) your inbox|delivered (?:to|right|straight|through)|by subscribing|newsletters?)\b"
    r"|(?:thank you|thanks) for (?:signing up|subscribing|reading|your interest)\b"
    r"|(?:please )?(?:click|tap)(?: on)?(?: the [\w ]{3,30})? (?:here|below|link|button)\b"
    rf"|(?:please |you can )?(?:follow|like|find|join) (?:us|him|her|them|me|@\w+|the author|[a-z][\w.'-]+(?: [a-z][\w.'-]+){{0,3}}) (?:on|at|via) {_NETWORKS}\b"
    r"|follow (?:along|our|all|the latest|it live|live)\b[^.!?]{0,40}\b(?:here|live|blog|coverage|updates)\b|forward this to (?:a friend|friends|your)\b"
    r"|(?:for|all) (?:media|press) (?:enquiries|inquiries|queries|requests|information)[, ]\b[^.!?]{0,40}\b(?:call|contact|e-?mail|phone|visit|to|on|at)\b"
    r"|(?:this|the) (?:e-?mail|message),? (?:and|including|together with) any (?:attachments?|files?)[^.!?]{0,30} (?:is|are|may be|may contain|contains?) [^.!?]{0,30}\b(?:confidential|privileged)\b"
    r"|this (?:copy|document|content|material|site|work) is (?:for your personal|subject to copyright|provided for information|protected by (?:copyright|re?captcha)|licensed under)\b"
    r"|apart from any fair dealing\b|no part (?:of this [a-z]+ )?may be reproduced\b|distribution and use of this material\b|to order presentation-ready copies\b|for non-personal use\b"
    r"|(?:sorry, )?(?:an|there was an?|we had an?) (?:unknown |unexpected )?(?:error|problem) (?:has )?(?:occurred(?:[.!]?$|,? please)|(?:occurred )?(?:while )?(?:processing your|subscribing|signing you)|with your)"
    r"|you (?:have|are|will)(?: now| been)? (?:successfully |now )?(?:subscribed|signed up|registered|unsubscribed)\b(?! as\b)"
    r"|(?:please )?(?:check|double[- ]check) (?:your (?:inbox|e-?mail|spam)|the opt-in box)\b|keep an eye on your inbox\b|let our news meet your inbox\b"
    r"|you (?:may|might) also (?:like|be interested)\b|(?:tell us|let us know) what you think\b|(?:we'd|we would) like to hear (?:from you|what you think)\b|and here's our e-?mail\b"
    r"|share it with (?:a friend|your friends)\b|join the (?:conversation|discussion)\b(?: below|$|[.!])|(?:leave|post|add) (?:a|your) comments?\b|already (?:a member|subscribed)\?"
    r"|(?:if|when) you (?:buy|purchase|click|shop)\b[^.!?]{0,80}\b(?:through|via|on|using)\b[^.!?]{0,60}\b(?:we|this (?:site|page|post)) (?:may|might|will|can) (?:earn|get|receive)\b"
    r"|to view this (?:video|content|page),? (?:please )?enable\b|we use google recaptcha\b|privacy notice: |read more about \w+\.?$"
    r"|if you (?:enjoyed|liked|found) this (?:article|story|post|piece)\b",
)
_INSIDE = expression(
    r"(?=.*\b(?:links?|affiliate|we|(?:this|our) (?:page|post|article|story|site))\b|[^.]{0,70} commission\.?$).{0,60} (?:may|might|will|can) (?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?(?:commission|share of the sale)\b"
    r"|.{0,120} contributed (?:reporting\b|(?:research|writing)(?: to this\b|[.)]*$))"
)
_HINTS = ("commission", "share of the sale", "contributed ")
_LONGEST = 300


def is_notice(sentence: str) -> bool:
    """Whether a sentence of the outlet's is about its page, for its reader: "Sign up for our newsletter here."."""
    if len(sentence) > _LONGEST:
        return False
    words = sentence.lower().lstrip("([*_ ").replace("’", "'")
    if _OPENS.match(words):
        return True
    return any(hint in words for hint in _HINTS) and _INSIDE.match(words) is not None
