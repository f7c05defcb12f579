"""Which sentences of a debate or an interview claim nothing? Questions, greetings, thanks, calls to order, motions."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span, name_pattern, tokenise
from claimtrack.core.extract.words.verbs import is_finite, may_be_verb
from claimtrack.core.extract.words.vocabulary import DIGITS

_LONGEST_SENTENCE = 120  # characters; a longer sentence says more
_NAME = (
    r"(?:[A-Z][\w.'-]*|(?:mr|mrs|ms|madam|sir|(?:prime )?minister|(?:deputy )?speaker|secretary|senator|mayor|president"
    r"|chair(?:man|woman)?|doctor|professor|governor|operator|councillor|my lords?|your hono[u]?r|everyone|everybody|folks|all|both|again|indeed|so much|very much))"
)
_LISTED_NAME = r"[A-Z][\w'-]+\.?(?: (?:(?:de|da|van|von|der|al|el) )?[A-Z][\w'-]*\.?){0,3}"
_BRACKETS = expression(r"\([^)]*\)")
_PLAYED = rf"(?: \({_LISTED_NAME},? \d{{1,3}}'?\)| \(c\)| \d{{1,3}}'?){{0,3}}"
"""The captain's mark, the marks of a player, and who came on when: "Moor 7 (Lund 80)"."""
_SUBSTITUTES = expression(r"(?:unused |other )?sub(?:stitute)?s(?: not used)?: ", re.IGNORECASE)
_LISTED = name_pattern(
    rf"(?:{_LISTED_NAME}(?: \([\d-]+\))?: )?{_LISTED_NAME}{_PLAYED}"
    rf"(?:(?:[,;]| and|, and) {_LISTED_NAME}{_PLAYED})+\.?"
)
_FEWEST_LISTED = 6  # commas
_ROLL = expression(
    r"(?:also )?(?:(?:councillors|council ?members|members|officers|staff) )?(?:absent|apologies|attending|in attendance|present|witness(?:es)?"
    r"|abstain(?:ed|ing)|abstentions?|ayes?|excused|nays?|noes|yeas?)(?: \(\d+\))?: (?!\")",
    re.IGNORECASE,
)
"""Who attended a meeting, or voted: "Ayes: Moor, Lund"."""
_VOTERS = r"(?:in favou?r|for|against|ayes?|noes?|nays?|yeas?|yes|no|abst(?:ained|aining|entions?)|absent|not voting)"
_COUNTED = rf"(?:{_VOTERS}:? \d{{1,4}}|\d{{1,4}} {_VOTERS})"
_TALLY = expression(
    r"(?:(?:the )?(?:votes?(?: cast)?|voting|division|results?(?: of the vote)?)(?: (?:was|were|is))?(?: as follows)?:? )?"
    rf"{_COUNTED}(?:(?:[,;.]| and|, and) {_COUNTED})+\.?",
    re.IGNORECASE,
)
"""How many voted how, and not on what: "Voting: for 3, against 1."."""
_THANKS = (
    r"(?:thank you|thanks|many thanks|welcome|it's (?:good|great|nice|a pleasure|my pleasure)|(?:my |a )?pleasure)"
    r"(?: (?:so |very )?much)?(?: (?:indeed|again|all|both|everyone|back))?"
    r"(?: (?:for|to) (?:having|inviting|joining|coming|listening|watching|tuning in|being|be|see|your (?:time|question|answer|patience|attention)|that|this|the (?:programme|program|show|podcast|briefing|question))\b[^.,;:\d]{0,30})?"
)
_GRATEFUL = (
    r"I(?: am|'m) (?:very |most |so |extremely )?grateful"
    r"|(?:I(?: am|'m) (?:very |most |so |extremely )?grateful to|(?:I(?:'d like| would like| want| wish)? (?:to )?)?(?:also )?thank)"
    r" (?:the|my|our|her|him|them|you|all)\b(?:[^.,;:\d]|(?<=hon| rt)\.){0,40}?"
    r"(?: for (?:giving way|(?:his|her|their|its|that|the|this) [^.,;:\d]{1,40}))?"
    r"|I(?: am|'m) (?:very |most |so |extremely )?grateful for (?:this|that|the) [^.,;:\d]{1,40}"
    r"|(?:I|may I|let me) (?:also |warmly )?congratulate (?:[^.;:\d]|(?<=hon)\.){1,90}"
    r"|it is (?:a|an) (?:great |real )?(?:pleasure|honou?r) to (?:serve|speak|follow)(?: [^.;:\d]{1,70})?"
    r"|(?:of course|certainly|by all means|I (?:will|shall)(?: not)? give way|I give way|I'm sorry|I (?:now )?call|uh-huh|mm-hmm)"
    r"|question (?:put|proposed)(?: and agreed to)?(?:, that [^.\d]{1,60})?|question accordingly (?:agreed to|negatived)"
)
_MOTION = (
    r"I beg to (?:move|second),? (?:that )?(?:the |this )?[^.\d]{0,60}?\b(?:be (?:now )?(?:read|approved|agreed|committed|considered|adjourned)|do now adjourn)\b[^.\d]{0,40}"
    r"|I beg to (?:move|second)(?: (?:the )?(?:amendment|motion)s?(?: \w+)?)?"
)
_MEMBER = r"(?:the )?(?:(?:right |rt\.? )?hon(?:ou?rable|\.)? )?(?:gentle(?:man|woman|lady|person)|members?|ranking member|minister|senator|representative|chair(?:man|woman)?)"
_TITLED = r"(?:Mrs?|Ms|Dr|Senator|Representative|Deputy|Professor|Sir|Dame)\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_ORDER = (
    rf"(?:under a previous order of the house, )?(?:{_TITLED}|{_MEMBER}(?: (?:from|for) [^.;:\d]{{1,60}}?)?(?: \([^)]{{1,40}}\))?)"
    r" (?:is|are) (?:now )?recogni[sz]ed(?: for [^.;:]{1,40})?"
    r"|I (?:now )?(?:yield(?: back| the floor| to| myself| such time)?|reserve|give the floor to|call (?:up)?on)\b[^.;:\d]{0,70}(?:\d{1,2} minutes?[^.;:\d]{0,40})?"
    rf"|the time of {_MEMBER}(?: from [^.;:\d]{{1,30}})? has (?:now )?expired|{_MEMBER}'s time has (?:now )?expired"
    r"|(?:the |this )?(?:hearing|(?:sub)?committee|meeting|sitting|house|senate|session|court)(?: now)? (?:is|stands) (?:hereby |now )?(?:adjourned|in recess|suspended)[^.;:]{0,40}"
    r"|without objection(?:, (?:it is )?so ordered)?|(?:it is )?so ordered|point of order|the next item is [^.;:\d]{1,80}"
    r"|objection(?:(?:[,;]| to) [^.;:\d]{1,40})?|move to strike|asked and answered|overruled|sustained|call your (?:first |next )?witness|(?:nothing|no questions?) further|no further questions"
    rf"|{_MEMBER}(?: for [^.;:\d]{{1,40}})?|{_TITLED}"
    r"|(?:please|you may) (?:begin|proceed|continue|go ahead|be seated)|go ahead"
)
"""The formulas of a chair who calls to order, interrupts and gives the floor."""
_ANSWER = r"(?:absolutely|correct|exactly|indeed|maybe|no|not yet|perhaps|possibly|sure|yes)(?:,? (?:please|sir|ma'am))?"
"""An answer that says nothing without its question."""
_FILLER = r"(?:wow|yeah|yep|yup|great|lol|mm|hmm|right|ok|okay)(?:,? (?:wow|yeah|right))*|(?:shame|rubbish|nonsense|oh,? (?:oh|come on))(?=!)"
_BROADCAST = (
    r"(?:and )?we(?:'ll| will)(?: be (?:right )?back| take a (?:quick |short )?break)(?: (?:(?:right |just )?after (?:this|the)[a-z ]{0,20}|in a (?:moment|minute)|soon|now))?"
    r"|let's take a (?:quick |short )?break|stay (?:with us|tuned)|don't go away"
    r"|that(?:'s| is) (?:all|it)(?: the time we have)? (?:for|from) (?:today|tonight|now|us|this (?:week|episode|edition))(?: [a-z]+){0,3}"
    r"|see you (?:all )?(?:next|then|soon|there|tomorrow|again)(?: [a-z]+){0,2}"
    r"|(?:it's |it is )?(?:so |really |very )?(?:good|great|nice|lovely) to (?:be (?:here|back|with you)|see you|have you|meet you|talk to you|speak to you)(?: (?:again|here|with us|both|all|today|tonight|this (?:morning|afternoon|evening)))*"
    r"|it was (?:a|my) pleasure|fair (?:enough|point)|got it"
)
"""The formulas of a broadcast or a podcast: "We'll be right back.", "Great to be with you."."""
_TITLE_WORDS = r"(?:[Tt]he )?[A-Z][\w'-]*(?: (?:(?:of|the|and|in|on|with|for) )*[A-Z][\w'-]*){0,6}"
_ANNOUNCES = (
    rf"(?:[Hh]ello,? (?:and )?)?[Ww]elcome (?:back )?to {_TITLE_WORDS}(?:,? (?:and )?I(?:'m| am) [A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,2}})?"
    rf"|(?:[Jj]oining (?:me|us)|[Ww]ith (?:me|us)|[Mm]y guest)(?: now| today| tonight)? (?:is|are) {_TITLE_WORDS}"
    rf"|[Yy]ou(?:'re| are) listening to {_TITLE_WORDS}"
)
"""What a presenter announces, by name: "Welcome back to The County Line, I'm Ada Moor.", "Joining me is Bo Lund."."""
_OPENS = (
    r"(?:(?:I'm|I am|[Mm]y name is) [A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}"
    r"|(?:[Mm]y|[Oo]ur|[Tt]he) (?:first |next |last )?question (?:is|goes) (?:to|for) [^.;:\d]{1,60})"
)
"""The form of address or the speaker at the start."""
_ENDS_AT = r"\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\](?:\[\d{1,4}\.\d\])?"
"""End time and duration of a turn, appended by some programs: "[00:00:11][5.0]"."""
_OMITTED_MEDIA = r"(?:image|photo|video|audio|sticker|gif|document|media|contact card) omitted|(?:you deleted this|this) message(?: was deleted)?|missed (?:voice|video) call|[\w-]+\.\w{3,4} \(file attached\)|<?attached: [\w-]+\.\w{3,4}>?|messages and calls are end-to-end encrypted|(?:imagen|foto|v[ií]deo|audio|sticker|gif|documento|multimedia|tarjeta de contacto) omitid[oa]|(?:se eliminó|eliminaste) este mensaje|(?:imagem|vídeo|áudio|figurinha|gif|documento|mídia) (?:ocult(?:ad)?|omitid)[oa]|(?:image|vidéo|audio|sticker|gif|document|média) (?:absente?|omise?)|ce message a été supprimé|(?:bild|video|audio|sticker|gif|dokument|medien) (?:weggelassen|ausgeschlossen)|diese nachricht wurde gelöscht|los mensajes y (?:las )?llamadas están cifrados de extremo a extremo"
"""Placeholders and notices of a messenger: "<Media omitted>", "IMG-20240312-WA0001.jpg (file attached)", "imagen omitida"."""
_COURTESY = name_pattern(
    rf"(?:(?i:well|and|but|so|okay|ok|yes|no|right|oh|ah),? )?(?:{_NAME}(?: {_NAME}){{0,3}}, ){{0,2}}"
    rf"(?:(?i:good (?:morning|afternoon|evening|night|day)|hello|hi|goodbye|bye|order(?:[,!] order)*|hear,? hear|well|okay|you're welcome|not at all"
    rf"|(?:the )?(?:house|senate|(?:sub)?committee|meeting|hearing|court) will (?:please )?(?:come to|be in) order|{_ORDER}|{_MOTION}|{_THANKS}|{_ANSWER}|{_GRATEFUL}|{_BROADCAST}|{_FILLER}|{_OMITTED_MEDIA}))"
    rf"(?:,? (?:and |to you )?{_NAME}){{0,5}}[.!,]*|(?:[Aa]nd )?(?:{_OPENS}|{_ANNOUNCES})[.!]|{_ENDS_AT}"
)
_ASKING = (
    r"(?:what|when|where|who|whom|whose|which|why|how|is|am|are|was|were|do|does|did|has|have|had|can|could|"
    r"will|would|shall|should|may|might|must|isn't|aren't|wasn't|don't|doesn't|didn't|won't|can't)"
)
_PURE = expression(
    r"(?:(?:mrs?|ms|dr|sir|madam|senator|secretary|minister|governor|professor|chair(?:man|woman)?)\b\.?(?: [\w'-]+){0,2}, )?"
    r"(?:(?:and|but|so|well|now|then|or|look|if (?:so|not)),? ){0,2}"
    r"(?:(?:at|in|to|for|on|by|from|with|under|until|since) )?"
    rf"{_ASKING}\b(?:[^.!?\d]|(?<=\b[a-z])\.|(?<=\b(?:mr|ms|dr|st))\.|(?<=\b(?:mrs|sen|rep|gov|gen))\.)*\?[?!]*[\"'”’)]*"
    r"|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b(?:[^.!?]|\.\d){1,50}\?[?!]*[\"'”’)]*"
    # "So anybody in that office could have made these payments?"
    r"|(?:so|and|but|then),? (?:[^\W\d][\w'-]*,? ){5,20}[^\W\d][\w'-]*\?[\"'”’)]*"
    r"|(?:[^\W\d][\w'-]*,? ){0,5}[^\W\d][\w'-]*\?[?!]*[\"'”’)]*",
    re.IGNORECASE,
)
_LED_UP_TO = expression(
    r"(?P<lead>[^.!?:;\d\"]{2,160}), (?:what|who|whom|whose|which|why|how|is|are|do|does|did|can|could|will|should)\b[^.!?\d\"]*\?"
)
"""A question after its lead-in: "After all, what is the point of it?"."""
_TABLED = expression(
    r"(?:(?:what|which)\b(?: \w+){0,2}? (?:action|actions|assessment|conversations|criteria|discussions|estimate|guidance|meetings|plans|"
    r"progress|proposals|representations|steps|support) (?:he|her|his|she|the|their|they)\b[^.?!]*"
    r"|(?:if|whether) (?:he|she|they|the [\w ]{4,60}?) will (?:list|make|place|publish|set out)\b[^.?!]*)?[.,]?(?: ?\[\d{3,}\])?",
    re.IGNORECASE,
)
"""A tabled question with its number: "What steps she is taking to build homes. [902234]"."""

_LONGEST_LABEL = 20  # characters


def is_courtesy(sentence: str) -> bool:
    """Whether a sentence only greets, thanks, keeps order or answers: "Good morning, Laura.", "Order.", "Yes."."""
    return len(sentence) <= _LONGEST_SENTENCE and _COURTESY.fullmatch(sentence) is not None


def is_name_list(text: str) -> bool:
    """Whether the words only list or count who played, attended or voted: "Vale: Moor; Lund, Reed, Haas (Brandt 88), Kell, Ode."."""
    if _TALLY.fullmatch(text):
        return True
    is_labelled = ": " in text
    if is_labelled and (roll := _ROLL.match(text)):
        names = _BRACKETS.sub("", text[roll.end() :])
        return DIGITS.isdisjoint(names) and not any(map(may_be_verb, tokenise(names)))
    label = _SUBSTITUTES.match(text) if is_labelled else None
    fewest = 1 if label else _FEWEST_LISTED
    is_list = text.count(",") + text.count(";") >= fewest
    return is_list and _LISTED.fullmatch(text, label.end() if label else 0) is not None


def opens_roll(text: str, line: Span) -> bool:
    """Whether a line begins with who attended a meeting, or how people voted: "Present: Moor, Lund", "Apologies: Reed"."""
    return text[line.start].isupper() and _ROLL.match(text, *line) is not None


def is_question(text: str) -> bool:
    """Whether the words are nothing but a question; one with a figure may contain a claim."""
    return "?" in text and _PURE.fullmatch(text, _skip_kicker(text)) is not None


def ends_as_question(text: str) -> bool:
    """Whether a sentence is a question after a lead-in that claims nothing: "With the vote near, what does it mean?"."""
    found = _LED_UP_TO.fullmatch(text) if text.endswith("?") else None
    return found is not None and not any(map(is_finite, tokenise(found["lead"])))


def is_tabled_question(text: str) -> bool:
    """Whether words in a parliament are a question tabled earlier, which has no question mark, or its number."""
    return _TABLED.fullmatch(text) is not None


def _skip_kicker(text: str) -> int:
    """Return the start of a headline after its kicker: "Fact check: Did crime double?"."""
    end = text.find(": ")
    return end + 2 if 0 < end <= _LONGEST_LABEL else 0
