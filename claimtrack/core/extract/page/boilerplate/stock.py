"""Which sentences are the same below any text of a site, a podcast, a newsletter or a mail program? "Comments are closed." """

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import contains_any

_LONGEST = 300  # characters
_HERE = r"(?:article|story|post|content|page|work)"
_NETWORKS = r"(?:facebook|instagram|tiktok|telegram|twitter|x|youtube|whatsapp|reddit|threads|social|weibo)\b"
_COMMENTS = (
    r"(?:please )?adhere to our comment(?:ing|s)? policy\b|as a privately owned (?:web ?)?site, we reserve\b|comment(?:s|ing)? policy: |comments (?:that|which) contain (?:spam|advertis|personal attacks|profanity)"
    r"|we reserve the right to (?:remove|delete|edit|moderate)\b[^.]{0,40}\bcomments?\b|(?:like and )?share this (?:article|story|post|video)\b"
    r"|(?:please )?(?:feel free to )?(?:share|post|leave) your (?:thoughts|comments|views|opinions?)\b[^.!?]{0,40}\bcomments?\b|\d{0,3}% of readers think this\b"
    r"|(?:please )?let (?:me|us) know(?: below)? in the comments\b|if you have (?:any )?(?:comments|questions|concerns|news tips)\b[^.!?]{0,60}\b(?:e-?mail|contact|write to|reach) (?:me|us)\b|you can (?:also )?reach (?:me|us) (?:on|at|via|by)\b"
)
_SITE = (
    rf"(?:post .{{3,160}} first appeared on (?!an? |his |her |their |{_NETWORKS})[^.]{{2,60}}\.?$"
    r"|in reply to [^.,]{1,60}\.$"
    rf"|this (?:article|story|post|page) is (?:more than|over) \w+ (?:days?|weeks?|months?|years?) old\b|this {_HERE} is part of our\b"
    rf"|this {_HERE} is part of [^.]{{3,80}}\(click here|this {_HERE} was written by [^.]{{3,60}} originally published\b|this {_HERE} is (?:re)?published (?:here )?under (?:an? |the )?creative commons\b|republish our\b|(?:re)?(?:published|printed) with permission\b"
    r"|check against delivery\b|comments are (?:now )?closed\b|(?:please )?(?:be|stay|keep it) (?:respectful|civil|polite)\b[^.]{0,60}\b(?:comments?|topic)\b"
    r"|this entry was posted (?:in|on)\b|bookmark the permalink\b|our standards: |disclaimer: |this is an? (?:press|news) release\b[^.]{0,60}\.$"
    r"|this is a (?:developing|breaking)(?: news)? story\b|(?:please )?check back (?:for|later|soon|here)\b|more (?:details )?(?:to follow|follows)\b[^.]{0,20}\.?$"
    r"|download (?:a|your) free (?:copy|e-?book)\b[^.]{0,60}$|(?:this|the) (?:copy|text) may not be in its final form\b|visit our (?:web ?site )?terms of use\b|source: [^.\d]{2,40}$"
    r"|for (?:news )?updates, follow\b|if this newsletter is not\b|welcome to the [\w ]{2,40} newsletter\b|by submitting your e-?mail\b|[^.!?]{3,100}, delivered (?:to|straight to) your inbox\b"
    r"|with inputs? from [^.]{3,60}\.?$|(?:except for the headline, )?this (?:story|report) has not been edited by\b"
    r"|(?:get in touch|reach out)\b[^.!?]{0,40}[\w.+-]+@[\w.-]+\w\.?$"
    r"|to contact (?:the (?:reporter|editor|author|writer)s?|[a-z ]{3,30} staff)\b[^:]{0,40}: |(?:this|the) (?:column|article|essay) does not necessarily reflect\b"
    r"|[^.]{2,40} (?:does|do) not (?:provide|offer|give) (?:investment|financial|legal|medical|tax) advice\.?$|the (?:content|information) is (?:intended )?(?:to be used )?for informational purposes\b"
    r"|it is (?:\w+ )?important to do your own (?:analysis|research)\b|(?:full )?disclosure: |on the date of publication, [^.]{3,120} positions? in\b|image source: "
    r"|(?:to|for) [^.!?()]{3,100}, click here[.)]*$|see [^.!?()]{3,80} (?:on|at) \w+\)$"
)
_PLAYER = (
    r"your browser (?:does not|doesn't) support\b|this (?:video|audio|clip|podcast) (?:can ?not|can't|could not) be (?:played|loaded|shown)\b"
    r"|this (?:audio|summary|translation|content) (?:was|is) (?:generated|created|produced|translated) (?:automatically|(?:by|with|using) (?:ai|a machine|artificial intelligence))\b(?!,? and )"
    r"|this (?:audio|summary|article) is (?:auto(?:matically)?-?|ai-|machine-) ?generated\b|(?:generated|summari[sz]ed|translated) by (?:ai|artificial intelligence)\.$|check for accuracy\b|ai-generated (?:audio|summary) was\b|please let us know if you have feedback\b"
    r"|learn more about your ad[- ]choices\b|visit \S+/adchoices\b|see (?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)? (?:for|to)\b|hosted (?:on|by) [\w. ]{2,30}(?:, an? [\w ]{2,30} company)?\.$|our privacy policy was\b"
)
_READERS = (
    r"your (?:support|donation|subscription) (?:makes|helps|keeps)\b|our (?:journalism|reporting|work) is (?:funded|supported|made possible) by (?:our )?(?:readers|listeners|viewers|members|people like you|you)\b"
    r"|please consider (?:a donation|donating|becoming|supporting|subscribing)\b|support our (?:[\w-]+ ){0,2}(?:newsroom|journalism|reporting)\b|we (?:rely|depend) on your support\b"
    r"|if you (?:value|appreciate) (?:our|what we)\b|to receive new posts and support\b|this post is public so\b|no spam\b[^.]{0,30}[.!]|unsubscribe (?:at )?any ?time\b"
    r"|follow us on google news\b|add [^.]{2,40} as a preferred source\b|(?:download|get|install) our (?:free )?app\b|(?:stay up to date|catch all|get all)\b[^.]{0,60}\bon our (?:[\w-]+ )?(?:channel|app)\b"
    r"|you have \w+ free (?:articles?|stories)\b|to read the rest of (?:this|the) (?:article|story|post)\b"
    r"|this (?:article|story|content|page) is (?:only |exclusively )*available (?:only |exclusively )?(?:to|for) (?:subscribers|members)\b|create (?:an?|your) (?:free )?account to\b|(?:please )?(?:log|sign) in\.$"
    r"|we and our (?:\d+ )?partners (?:store|use|process)\b|by clicking\b[^.]{2,40} you (?:agree|consent|accept)\b|you can (?:change|withdraw|manage) your (?:preferences|consent|choices)\b"
)
_MAIL = (
    r"you(?:'ve| have)? received this (?:message|e-?mail) because\b|to unsubscribe from\b|you don't often get e-?mails? from\b|learn why this is important\b"
    r"|(?:(?:caution|warning|alert|external): )?this (?:e-?mail|message) (?:originated|came|was sent) from outside\b|(?:please )?do not click (?:on )?(?:any )?links? or open\b|this e-?mail (?:has been|was) (?:scanned|checked) (?:for|by)\b"
)
_STOCK = expression(rf"(?:the )?{_SITE}|{_COMMENTS}|{_PLAYER}|{_READERS}|{_MAIL})")
_STOCK_INSIDE = expression(
    r".{2,120} is a reader-supported publication\b|.{2,160} was originally published in [^.]{2,60} on medium\b"
)
_HINTS = ("reader-supported publication", " on medium")


def is_stock(sentence: str) -> bool:
    """Whether a sentence of the outlet is one that it puts around any text: "This post is public so feel free to share it."."""
    if len(sentence) > _LONGEST:
        return False
    if sentence.startswith("[ ") and sentence.endswith(" ]"):
        return True  # a link: "[ Rents fell last year ]"
    words = sentence.lower().lstrip("([*_ ").replace("’", "'")
    return bool(_STOCK.match(words)) or (contains_any(words, _HINTS) and bool(_STOCK_INSIDE.match(words)))
