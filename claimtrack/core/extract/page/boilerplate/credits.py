"""Which lines are about the article or its page, and claim nothing? Contributors, updates, rights, picture credits, sign-up notices."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span, contains_any, name_pattern
from claimtrack.core.extract.words.times import MONTHS, WEEKDAYS

# All but one match text in lower case: ignoring case takes half as long again to compile.
_CREDIT = expression(
    r"(?:[-—]*with (?:an? |additional )?(?:assistance|reports?|reporting|contributions) (?:from|by) |copyright|©|all rights reserved\b|(?:additional |further )?(?:reporting|editing|writing|compiled|edited) by [a-z]"
    r"|this (?:story|project|series|reporting) (?:was|is) (?:produced|supported|funded) (?:with|by|in)\b"
    r"|this (?:story|article|report|piece|page|headline)(?: by [^.]{3,60})? (?:has been|was|is being) (?:updated|amended|corrected|edited"
    r"|changed|first published|originally published)\b"
    r"|ends? (?:at )?\d{1,2}[:.]\d\d\b[^,;]{0,16}$|ordered by [^.]{3,60} to be (?:printed|published)\b"
    # What an agency changed: "(Adds share price in second paragraph)".
    r"|(?:adds|fixes|recasts|refiles|releads|removes|repeats|rewrites|updates?)\b.{0,200}(?:\b(?:paragraphs?|throughout)\b.{0,60}|\)\.?)$"
    # Contact details of the author, or where to learn more.
    r"|(?:please )?(?:e-?mail|call|text|phone|ring|whatsapp|write to|contact|reach|visit|go to|log on to)\b[^.!?\n]{0,60}?"
    r"(?:[\w.+-]+@[\w.-]+\w|(?:https?://|www\.)\S+|\+?\(?\d[\d ()-]{6,}\d)(?: (?:or|and) [^!?\n]{0,60})?[.!]?$"
    r"|(?:for|to) (?:(?:more|further|full) (?:information|info|details?|help|advice|on)|find out|learn|read more)\b[^.!?]{0,40}?,? (?:please )?(?:visit|see|go to|call|contact|e-?mail|click|follow|log on)\b.{0,120}$"
    # Disclaimers that the law requires of companies.
    r"|(?:the )?actual (?:results|outcomes|events|performance)\b[^.]{0,40} (?:may|could|might|can) (?:\w+ )?(?:differ|vary) (?:materially|significantly|substantially)\b"
    r"|(?:this|the following|what follows|below|here) is (?:an? |the |our )?(?:[\w-]+ ){0,3}transcript of (?:an? |the |our |his |her |their )(?:[\w-]+ ){0,3}?"
    r"(?:interview|conversation|remarks|speech|briefing|exchange|episode|podcast|debate)(?: (?:with|of|between)(?: (?!that\b|which\b)[\w'-]+){1,8})?(?:,? (?:\w+ )?(?:edited|condensed) for\b[^.]*)?\.?$"
    r"|(?:this|the) (?:story|article|column|interview) (?:was )?(?:first|originally) (?:appeared|ran|published) (?:in|on|by|at) (?![^.]* (?:and|but|which|who) )[^.]{3,70}\.?$"
    # Boilerplate of websites and agencies below any text.
    r"|(?:the )?post (?!office|that |which |was |by )(?:.{3,160}) appeared first on (?!an? |his |her |their |facebook|twitter|instagram|telegram|tiktok|social)[^.]{2,60}\.?$"
    r"|(?:last )?(?:updated|published|posted) (?:at \d{1,2}[:.]\d\d|\d+ [a-z]+ ago)\b[^,]{0,25}$"
    r"|(?:the )?(?:associated press|ap)\b[^.]{0,40} (?:receives (?:financial )?support from|is solely responsible for all content)\b"
    r"|[-–—]{0,2} ?this (?:report|story|post|article) was (?:last )?updated (?:at|on)\b|visit [^.!?]{2,40} home ?page for more\b(?! than)"
    r"|(?:please )?read our privacy (?:policy|notice)\b|you (?:also )?agree to our (?:privacy|terms)\b|completing this poll entitles\b"
    r"|this material(?:,[^.]{0,60},)? may not be (?:published|reproduced)\b"
    r"|this (?:story|article|report|interview|piece) (?:was|has been) translated (?:from|by|into) [^.]{3,60}\.?$"
    r"|(?:the )?(?:views|opinions)(?: and (?:views|opinions))? expressed (?:here|in this [a-z]+|by (?:the )?(?:authors?|writers?|contributors?|columnists?)|are (?:those|the|their|his|her|my|our))\b"
    r"|(?:view|read|show|see|load) (?:all )?\d+ (?:more )?(?:comments?|replies|stories|articles)[.!]?$"
    r"|if you (?:are|have been|were|or somebody you know|or someone you know)\b[^.!?]{0,80}\baffected\b[^!?]{0,160}\b(?:call|contact|visit|text|ring|phone|helpline|support)\b"
    r"|on (?:mon|tue|wed|thu|fri|sat|sun|\d|[a-z]{3,9} \d)[^\n]{4,90}\b(?:wrote|writes):$"
    r"|past performance is (?:no|not an?) (?:guarantee|guide|indicator)\b"
    # Greetings to the readers of a live page.
    r"|good (?:morning|afternoon|evening|night)(?: (?:and|to) [^.]{3,80})?[.!]?$|goodnight[.!]?$|that's (?:all|it) (?:from me|from us|for (?:now|today|tonight))\b[^.]{0,60}[.!]?$"
    r"|if you (?:see|spot|have|know|find|notice)\b[^.!?]{0,60} (?:please )?(?:write to|e-?mail|contact|tell|let) us(?: (?:know|at|on|via|by|here)\b[^.!?]{0,40})?[.!]?$"
    r"|share this (?:article|story|page|post) |we use cookies\b"
    r"|(?:this|our) (?:site|website) uses cookies\b|(?:please |you (?:need|have|must) (?:to )?)?(?:enable|turn on) (?:javascript|cookies)\b"
    r"|(?:this|our) (?:\w+ )?(?:site|website|page|app) (?:needs|requires) (?:javascript|cookies)\b|javascript is (?:disabled|required|not enabled)\b"
    # Paywall prompts.
    r"|(?:subscribe|sign up|join)(?: (?:now|today))?(?: and|,| to)? (?:get|save|receive|enjoy)\b"
    r"|(?:support|fund|back) (?:our |the )?(?:quality |independent |local |investigative ){1,2}journalism\b"
    r"|(?:get|enjoy|unlock|start your) (?:\w+ ){0,2}(?:unlimited|full|digital|all-access) (?:\w+ )?access\b"
    r"|you(?:'ve| have) (?:read|reached|used|viewed) .{0,30}\b(?:free|monthly|complimentary) (?:\w+ )?(?:articles?|stories|story|limit)\b"
    r"|this (?:article|story|content|page) is (?:\w+ )?(?:for|to|by) (?:\w+ )?(?:subscribers|members|registered readers)\b"
    r"|(?:to (?:continue|keep) reading|already (?:a subscriber|a member|have an account)\b(?! of\b))\b"
    r"|(?:subscribe|register|sign in|log in)\b.{0,30} to (?:continue|keep|finish) reading\b)"
)
_REPORTED_BY = expression(
    r"Reporting from (?:the )?[A-Z][\w.'-]+(?:,? (?:and )?(?:the )?[A-Z][\w.'-]+){0,7}$"
    r"|(?:Article|Report|Story|Text|Words)(?: and (?:photo|picture)s?)? by [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}$"
)
_CREDIT_INSIDE = expression(
    r".{0,120} contributed (?:reporting )?to this (?:report|article|story)\b|.{0,60}\b(?:writer|reporter|journalist|correspondent)s? .{3,80} contributed[.)]*$|.{0,80}\bforward-looking statements?\b"
    r"|(?:[a-z][\w'-]+ ){1,3}(?:and (?:[a-z][\w'-]+ ){1,3})?reported from [a-z][^.]{0,60}\.?$"
    r"|.{0,80}\b(?:undertakes?|assumes?|accepts?) no (?:obligation|duty|responsibility) to (?:\w+ )?(?:update|revise)\b"
)
"""Credits preceded by other words, at any distance into the line."""
_CREDIT_HINTS = ("contributed", "forward-looking", "s no ", "e no ", "reported from")
_PIECE = r"(?:story|article|report|piece|page|post|column|headline|caption|item|obituary|newsletter)"
_OURS = rf"(?:(?:this|our) {_PIECE}|the (?:story|article|headline|obituary))"
_MISPRINT = (
    r"\bmis(?:stated|spelled|spelt|identified|quoted|attributed|named|characteri[sz]ed|reported|labell?ed)\b"
)
_FORMER = "(?:earlier|previous|original|initial|prior)"
_VERSION = f"{_FORMER} version"
_POSTED = rf"{_FORMER} (?:post|tweet|thread|headline|caption|graphic|chart|map|video|slide|newsletter|edition)\b(?! (?:by|of))"
_PRINTED = rf"{_FORMER} (?:article|story|report|piece|item)\b(?! (?:by|of))"
_SAID = "(?:said|wrote|reported|stated|gave|showed|named|put)"
_CORRECTION = expression(
    r"[(\[*_ ]*(?:"
    # "Correction, May 4: ..."
    rf"(?:correct(?:ion|ed)|clarification|erratum|corrections (?:and|&) clarifications)\b[^.:\n]{{0,30}}[:—-] ?.{{0,400}}?(?:{_MISPRINT}"
    rf"|\b{_VERSION}|\b{_POSTED}|\b{_PRINTED}|\b{_OURS}\b|\bwe (?:\w+ )?{_SAID}\b|\bthis (?:tweet|thread|graphic|chart|map) (?:\w+ )?{_SAID}\b"
    r"|\b(?:incorrect|wrong|erroneous|mistaken|inaccurate)(?:ly)?\b"
    r"|\b(?:in error|regrets?|apologi[sz]e|should have (?:said|read|been))\b|\bas (?:previously|originally|earlier|first) (?:stated|reported|said))"
    rf"|(?:editor(?:'s|s'?)? note|update)\b[^.:\n]{{0,30}}[:—-] ?.{{0,400}}?(?:{_MISPRINT}|\b{_VERSION}\b|\b{_POSTED}[^.]{{0,60}} {_SAID}\b|\b{_OURS}\b)"
    # A news agency's "(Corrects the figure in the first paragraph)"
    r"|(?<=[(\[])(?:corrects|clarifies|re-?files (?:to|with))\b"
    # "This article was amended ..."
    rf"|{_OURS}(?: on [^.]{{2,60}})? (?:(?:was|has been|is) (?:\w+ ){{0,2}}(?:amended|corrected|clarified|revised)\b(?! by)|corrects\b)"
    rf"|this version (?:of (?:this|the) {_PIECE} )?corrects\b"
    # "An earlier version of this article ..."
    r"|(?:(?:because of|due to|owing to) an? (?:\w+ ){1,3}(?:error|mistake), )?"
    rf"an? (?:\w+, )?{_VERSION} of (?:this|our) {_PIECE}\b"
    rf"|an? {_PIECE} (?:on|about|last|in) .{{2,200}}?\bmis(?:stated|spelled|spelt|identified)\b)"
)
_WENT_BEFORE = ("previously", "originally", "had")
_CORRECTION_CONTINUED = expression(rf"[(\[]?(?:an?|the|our) {_VERSION}\b|it (?:{'|'.join(_WENT_BEFORE)}) ")
_CORRECTION_HINTS = tuple(
    "amended,correct,clarif, version,revised,misstated,misspel,misident,editor,erratum,update".split(",")
)
"""A text without any of these contains no correction by the outlet."""
_CONTINUATION_HINTS = (*_CORRECTION_HINTS, *(f"it {word} " for word in _WENT_BEFORE))
"""A paragraph without any of these neither begins nor continues such a note."""
_NAME = r"[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}"
_WORKS_FOR_IT = "[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Ss]taff"
_BYLINE = name_pattern(
    rf"(?:(?:[Bb]y|BY|[Ff]rom|[Ww]ords:?) )?{_NAME}(?: (?:and|AND) {_NAME})?(?:, | - | \| |\n)(?:[A-Z]?[\w&'-]+,? ){{0,4}}(?:{_WORKS_FOR_IT})s?"
    rf"|(?:[Bb]y|BY) {_NAME}(?:,? (?:and|AND) {_NAME})?"
    rf"|{_NAME} in [A-Z][\w-]+(?: and {_NAME} in [A-Z][\w-]+)*"
)
"""Bylines: "By Ann Lee", "Ann Lee, Legal Affairs Correspondent", "Ann Lee in Vale and Bo Lund in Orava"."""
_DEAR = expression(r"^(?:Dear|DEAR) (?=[A-Z])", re.MULTILINE)
_LAST_BYLINE = 4  # A byline is among the first paragraphs
_LONGEST_BYLINE = 240  # characters; a longer sentence is more than a byline
_NETWORKS = (
    r"(?:twitter|x|facebook|instagram|linkedin|tiktok|youtube|threads|bluesky|whatsapp|telegram|mastodon)"
)
_NOTICE = expression(
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
    # Links to other pages, and labels of pictures and players.
    r"|(?:photos?|pictures|videos?|watch|timeline|gallery|slideshow|quiz): [^()]{3,160}\)$|ap photo/[^)]{3,60}\)?$|contributing: (?!an? |the )[a-z]"
    r"|for more(?! than\b)(?: from [^.!?,]{2,40}| [^.!?,]{2,30})?, (?:please )?(?:check out|click|visit|(?:see|read) (?:our|this|here|the)\b)|check out [^.!?]{3,90} (?:below|here)[.:!]*$"
    r"|an? (?:photo|video|post) (?:posted|shared) by [^!?]{2,60} (?:\(@|(?:on|at) [a-z]{3,9}\.? \d{1,2}, \d{4}(?:\.?$| at \d))|(?:e-?mail )?sign up by signing up\b"
    r"|(?:related|more|also on (?:[a-z]+ ?){1,3}|(?:also )?(?:see|read)(?: also| next)?): (?!\")"
    r"|(?:watch|see|listen)(?: (?:it|the (?:full )?(?:video|clip|interview)|more))? (?:below|above|here)[.:!]*\)?$"
    r"|(?:swipe|scroll|click|tap) (?:\w+ )?to (?:view|see|read|play|watch)\b|replay more videos\b"
    r"|by signing up,? you\b|you (?:can|may) (?:opt[- ]out|unsubscribe|manage your [a-z ]{3,30})\b[^.!?]{0,40}\b(?:any ?time|here)(?: (?:by|via|using|from)\b|[.!]?$)|you (?:agree|will|may) (?:to )?receive (?:occasional|promotional|e-?mail)"
    r"|(?:invalid|enter (?:a valid|your)|please (?:enter|re-enter)\b(?: your| a valid)?) ?(?:e-?mail(?: address)?)?[.!]?$|please (?:re-enter|try again(?: later)?)[.!]?$|please verify you're not\b|you must select a newsletter\b"
    r"|(?:more on this|ad policy|loading|add interest|e-?mail sign up|continue reading(?: the main story)?)\b[.… ]*$"
    r"|view all [^.!?]{2,40} newsletters\b|hide caption \d+ of \d+\b|content created by [^.]{3,60} is available\b|for licensing (?:opportunities|requests|inquiries)\b"
    r"|send (?:your )?letters to\b[^.!?]{0,40}@|let us know what you're thinking\b|this post has been updated(?: (?:with|to (?:add|include|reflect|correct|clarify))\b|[.:]|$)|(?:please )?consider making a contribution\b"
    r"|write to [^!?]{3,200}@[\w.-]+\w\b"
    r"|(?:if you (?:know|have)\b[^.!?]{3,60}, )?(?:please )?(?:call|ring|phone|text|message|e-?mail|contact|write to) (?:us|our (?:[a-z]+ ){0,2}(?:newsdesk|desk|page|team|newsroom|editor)s?)"
    r"(?: (?:at|on|in|via|by|with|today|now|here)\b[^.!?]{0,40})?[.!]*$"
    r"|letters (?:may|might|will) be (?:edited|shortened|cut)\b[^.!?,]{0,40}\.?$|please include (?:your|a|an) [^.!?]{0,60}\b(?:number|address)\.?$"
    r"|send (?:it|them|your [a-z ]{3,30}) to us\b[^.!?]{0,40}[.!]?$|(?:thank you|thanks) for (?:joining|following|being with) us\b[^.!?]{0,60}[.!]?$|have a (?:great|good|nice|lovely|happy) (?:weekend|week|day|evening)\b[^.!?]{0,20}[.!]?$"
    r"|you(?: are|'re) (?:receiving|getting) this (?:e-?mail|message|newsletter|because you)\b|if you (?:have )?(?:received|are not the intended recipient of) (?:it|this(?: e-?mail| message)?)\b[^.!?]{0,60}\b(?:error|mistake|delete|notify)\b"
    r"|(?:the |a )?(?:full|complete) (?:list|text|report|statement|letter|transcript|results?)(?: of [^.!?,]{3,60})? (?:can be|is|are) (?:found|read|available|downloaded|seen) (?:here|below|online|at)\b"
    r"|unsubscribe\b[^.!?]{0,60}$|unsubscribe \||(?:order|buy|shop|book) (?:now|today) (?:and|to) (?:get|save|receive|enjoy)\b"
    r"|add [^.!?]{2,60} as an interest\b|respond to this (?:post|story|article) on\b"
    r"|share it with (?:a friend|your friends)\b|join (?:our |the )?(?:over |more than )?\d[\d,.]*[km]? (?:other )?(?:subscribers|readers|members)\b|join the (?:conversation|discussion)\b(?: below| in the comments|$|[.!])|(?:leave|post|add) (?:a|your) comments?\b|already (?:a member|subscribed)\?"
    r"|(?:if|when) you (?:buy|purchase|click|shop)\b[^.!?]{0,80}\b(?:through|via|on|using)\b[^.!?]{0,60}\b(?:we|this (?:site|page|post)) (?:may|might|will|can) (?:earn|get|receive)\b"
    r"|to view this (?:video|content|page),? (?:please )?enable\b|we use google recaptcha\b|privacy notice: |read more about \w+\.?$"
    r"|stay (?:with|tuned)\b[^.!?]{0,60}\bfor (?:more|updates|the latest)\b|(?:some |all )?(?:of the )?names(?: in this [a-z]+)? have been changed\b"
    r"|(?:this|the) transcript (?:was|is|has been) (?:\w+ )?(?:generated|created|produced|transcribed) (?:automatically|by (?:ai|a machine|a computer|software)|using (?:ai|software|automatic|speech))\b"
    r"|if you (?:enjoyed|liked|found) this (?:article|story|post|piece)\b"
    r"|click to (?:e-?mail|share|print|tweet)\b|(?:get )?breaking news alerts (?:and special reports|get)\b|get breaking news alerts\b|the news and stories that matters?, delivered (?:every|daily|to you|week|each)"
    r"|(?:editor's note: )?as a public service, (?:all )?(?:of )?(?:our|this|we)\b[^.!?]{3,80} free\b|no paywall\.?$|read more of [^.!?]{3,60} on\b|you can (?:hear|watch|see|read|listen to) [^.!?]{3,90} (?:around the [^.!?]{3,12} mark|below|here|above)[.!:)]*$"
)
_NOTICE_INSIDE = expression(
    r"(?=.*\b(?:links?|affiliate|we|(?:this|our) (?:page|post|article|story|site))\b|[^.]{0,70} commission\.?$).{0,60} (?:may|might|will|can) (?:earn|receive|get) (?:an? )?(?:small )?(?:affiliate )?(?:commission|share of the sale)\b"
    r"|.{0,120} contributed (?:reporting\b|(?:research|writing)(?: to this\b|[.)]*$))|(?:[a-z]+ ){0,4}newsletter sign up\b"
)
_NOTICE_HINTS = ("commission", "share of the sale", "contributed ", "newsletter sign up")
_LONGEST_NOTICE = 300  # characters
_ENDED = r"[.!?)\"'] ?"
_NAMES = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
_FULL = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}"
_PICTURED = expression(
    r"[.!?)\"'] \(?(?:(?:photo(?:graph)?|picture|image)s?(?: credit)?(?::| by) [^.:]{3,60}|(?:AP|File) Photo\b[^.:]{0,40})\)?\.?$",
    re.IGNORECASE,
)
"""The end of a caption with a label: "... on Monday. Photo: Ada Moor"."""
_KIND = r"(?: (?:[Ff]iles?|[Pp]hotos?|[Pp]ics?|[Ii]mages?|[Pp]ictures?|via [\w ]{2,30})){0,2}"
_CREDITED = name_pattern(
    rf"(?:{_ENDED}(?:[-—–|] ?|(?:[-—–|] ?)?[(\[])|(?:[a-z]{{3}}|\d{{4}})[.!?] )(?:{_FULL},? ?/ ?{_NAMES}|REUTERS ?/ ?{_NAMES}){_KIND}[)\]/?]?(?: @\w+)?$"
    rf"|{_ENDED}(?:[\w.'/&,-]+ ){{1,6}}via Getty Images$|{_ENDED}(?:[-—–|] ?)?[(\[]?(?:(?:Reuters|REUTERS|AFP|AP|EPA|PA|Getty|Bernama|Alamy|Shutterstock)(?: (?:[Ff]iles?|[Pp]hotos?|[Pp]ics?|[Ii]mages?|[Pp]ictures?)){{1,2}}"
    r"|(?i:file (?:photo|pic|picture|image)|supplied|pictures? by [\w. ]{3,40}|courtesy of [\w. ]{3,40}|alamy stock photo))[)\]]?\.?$"
)
"""The same with photographer and agency: "... on Monday. (Ada Moor/Vale Herald)", "... — Reuters pic"."""
_OPEN = name_pattern(
    r"\((?i:pictures?|photo(?:graph)?s?|images?|credit): [^()\n]{2,60}\)$"
    r"|[\w.!?\"')] Credit: [A-Z][^.:!?\n]{1,40}$|\([^()\n]{2,60} via (?:Reuters|REUTERS|AP|AFP|EPA|PA|Getty Images)\)$"
    r"|\[ ?(?:(?:File: )?[A-Z][\w.' -]{2,50}/ ?[A-Z][\w. -]{1,30}|(?:File: )?(?:Reuters|AP|AFP|EPA|Getty Images))\]$"
    rf"|[\w,)] {_NAMES} ?/ ?(?:via )?(?:Reuters|REUTERS|AP|AFP|EPA|EPA-EFE|PA|PA Wire|Getty|(?:[A-Z]\w+ )?Images|Shutterstock|Alamy|Bloomberg)$"
)
"""The same after a caption without a stop: "... at Fashion Week Ada Moor/Vale Images", "... in May (Picture: Ada Moor/AP)"."""
_CAPTIONED = name_pattern(
    r"[Mm]edia playback is (?:unsupported|not supported) on your device\b|(?:Image|Media) (?:copyright|caption) [A-Z]|CLOSE (?=[A-Z][a-z])"
    rf"|(?=[^/\n]{{4,60}}/){_FULL} ?/ ?(?:AFP|Reuters|AP|EPA|Getty Images|Bloomberg)\b(?: ?[-/–] ?Getty Images)? (?=[A-Z])"
    r"|(?:This(?=[^.\n]{20,160} shows? )|In this)(?: (?!man|woman)[\w-]+){0,3} (?:photo|image|picture|photograph|frame grab|video grab|screenshot)(?: (?:taken|made))? (?:(?:from (?:\w+ )?video )?(?:provided|released|issued|distributed) by|from (?:\w+ )?video\b|made available by)"
    r"|In this (?:[A-Z][a-z]+, )?[A-Z][a-z]+\.? \d[^\n]{0,20}? (?:photo|image|picture|frame grab)\b|FILE ?[-–—] (?=[A-Z])|(?:FILE|HANDOUT) (?:PHOTO|IMAGE|PICTURE)\b|(?:File|Cover|Lead|Banner|Thumbnail) (?:photo|image|picture): |(?:JUST|MUST) WATCH(?:ED)? "
)
"""The start of a caption, or of a video player: "FILE PHOTO: Boats lie in port", "MUST WATCH How the port was lost 01:49"."""
_SHOWN = name_pattern(
    r", (?:(?:second|third) (?:from )?|far |top |bottom )?(?:left|right|cent(?:er|re)), |\((?:(?:far |top |bottom )?(?:left|right|cent(?:er|re))|pictured)\)|\b(?:is|are) pictured\b|, from left, "
    rf"|[.!?\"'] \([A-Z][\w&]+(?: [A-Z][\w&]+){{0,3}}: {_FULL}\)$"
)
"""Words that point out a person in a picture, "Moor, left, shakes hands with Lund", or end with its source, "(Vale News: Ada Moor)"; in a paragraph without a stop."""
_STOPS = frozenset(".!?:\"'")
_BARRED = name_pattern(
    r"[.!?)\"'] \| (?!(?:POLITICO|REUTERS|Reuters|AP|AFP|EPA|Bloomberg)(?: News)?$)(?=[^|\n]{0,60}?\b(?:[Pp]hotos?|Images|Getty|POLITICO|REUTERS|Reuters|AP|AFP|EPA|Bloomberg|[Ss]creengrabs?)\b)[A-Z]"
    rf"|[\w,] \| (?:{_NAMES} ?/ ?)?(?:Getty|AP Photo|REUTERS|Reuters|AFP|EPA|Alamy|Shutterstock)(?: (?:[Pp]hotos?|[Ii]mages?|Pool))?$"
)
"""A separator between a caption and the headline below: "Boats lie in port. | Ada Moor/Getty Images Port is shut"; but "Oil is up. | Reuters" names the agency, and without a stop it is a headline."""
_TAIL = 90  # characters within which a caption credits the picture
_PICTURE_HINTS = tuple("/,photo,picture,image,file p,supplied,courtesy,credit, pic".split(","))
"""A paragraph whose last words contain none of these is no such caption."""
_LONGEST_CAPTION, _LONGEST_OPENED = 400, 600  # characters; with its opening words
_MONTH = "|".join(sorted({word.capitalize() for word in MONTHS} | {word[:3].capitalize() for word in MONTHS}))
_DAY_OF_WEEK = "|".join(sorted(word.capitalize() for word in WEEKDAYS))
_PUBLISHED = expression(
    r"(?:\| ?)?(?:(?:first |last )?(?:published|posted|updated|created|modified|filed)(?: (?:on|at))?:? ?)?"
    rf"(?:(?:{_DAY_OF_WEEK}|mon|tue|wed|thu|fri|sat|sun),? )?"
    rf"(?:(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\.?,? \d{{4}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d(?:T[\d:.]{{5,12}}Z?)?)"
    r"(?:,? ?(?:at |- |\| ?)?\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?)?\.?",
    re.IGNORECASE,
)
_LONGEST_STAMP = 70  # characters
_ENDS = frozenset("0123456789.mMTZ)")


def is_credit(sentence: str) -> bool:
    """Whether a sentence is a credit: "Ann Lee contributed to this report", "(Writing by Ann Lee)", "(Adds share price)", "EFE"."""
    if len(sentence) > _LONGEST_BYLINE:
        return False
    sentence = sentence.lstrip("([")
    if sentence.rstrip(".").isalpha() and sentence.isupper():
        return True  # an agency's signature, or a dateline that ends in a stop: "LIMA."
    words = sentence.lower()
    inside = contains_any(words, _CREDIT_HINTS) and _CREDIT_INSIDE.match(words)
    found = inside or _CREDIT.match(words) or _REPORTED_BY.match(sentence)
    return bool(found) or is_publication_date(sentence)


def blank_bylines(plain: str, blocks: Sequence[Span]) -> str:
    """Blank the byline, since the author is not among the people in the article, and the "Dear" of "Dear Ada"."""
    if "Dear " in plain or "DEAR " in plain:
        plain = _DEAR.sub("     ", plain)
    for block in blocks[:_LAST_BYLINE]:
        line = plain[slice(*block)]
        if len(line) <= _LONGEST_BYLINE and _BYLINE.fullmatch(line):
            plain = plain[: block.start] + " " * len(line) + plain[block.end :]
    return plain


def find_correction_hints(text: str) -> list[str]:
    """Collect the article's hints that it contains a correction note; empty if it cannot contain one."""
    text = text.lower()
    if contains_any(text, _CORRECTION_HINTS):
        return [hint for hint in _CONTINUATION_HINTS if hint in text]
    return []


def may_hold_note(paragraph: str, hints: list[str]) -> bool:
    """Whether a paragraph may contain a sentence that begins or continues a correction note, judged by `hints` (a cheap pre-check)."""
    return contains_any(paragraph.lower(), hints)


def is_correction_note(sentence: str, before: str) -> bool:
    """Whether a sentence begins the outlet's correction of its own error: "An earlier version of this story said ...".

    The rest of the paragraph is then no claim: it is what was withdrawn. `before` is the preceding sentence of the paragraph, or "".
    """
    words = sentence.lower()
    return bool(_CORRECTION.match(words)) or (bool(_CORRECTION_CONTINUED.match(words)) and is_credit(before))


def is_notice(sentence: str) -> bool:
    """Whether a sentence is a notice to the readers of the page: "Sign up for our newsletter here."."""
    if len(sentence) > _LONGEST_NOTICE:
        return False
    words = sentence.lower().lstrip("([*_ ").replace("’", "'")
    if _NOTICE.match(words):
        return True
    return contains_any(words, _NOTICE_HINTS) and _NOTICE_INSIDE.match(words) is not None


def is_caption(text: str) -> bool:
    """Whether a paragraph is a caption that ends in a picture credit: "Boats lie in port. (Ada Moor/AP)"."""
    if _CAPTIONED.match(text):
        return len(text) <= _LONGEST_OPENED
    if " | " in text and len(text) <= _LONGEST_CAPTION and not text.endswith(".") and _BARRED.search(text):
        return True
    if len(text) <= _LONGEST_CAPTION and text[-1:] not in _STOPS and _SHOWN.search(text):
        return True
    if len(text) > _LONGEST_CAPTION or not contains_any(text[-_TAIL:].lower(), _PICTURE_HINTS):
        return False  # the usual case
    at = max(0, len(text) - _TAIL)
    return bool(_PICTURED.search(text) or _CREDITED.search(text, at) or _OPEN.search(text, at))


def is_publication_date(text: str) -> bool:
    """Whether a line is only the publication date, with or without a time; the stop of "4:56 p.m." ends no sentence."""
    return len(text) <= _LONGEST_STAMP and text[-1:] in _ENDS and _PUBLISHED.fullmatch(text) is not None
