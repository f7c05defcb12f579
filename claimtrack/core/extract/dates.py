"""On which day was something said? Derived from the words around a claim and the article's date, never from today's.

"on Tuesday" is the last Tuesday up to the article's date; an explicit date next to it takes precedence. "last week", "in June"
and "on a Tuesday" are not a single day, so they yield nothing: a guess would look like a fact.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.reading import Span, contains_any, words_of
from claimtrack.core.language.calendar_words import MONTH, WEEKDAY_NAMES, WEEKDAYS, month_number

_DATE = (
    rf"(?:(?P<month>{MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{4}}))?"
    rf"|(?<![:.\d-])(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<month2>{MONTH})(?:,? (?P<year2>\d{{4}}))?)"
)
_DAY_MODIFIERS = (
    "(?:(?:the|an?|one|any|some|each|every|that|another|same|first|second|third|fourth|final|following|previous|last|next"
    "|most recent) )*"
)
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_PART = "(?: (?:morning|afternoon|evening|night))?"
_MEETING = (
    f"(?:the|an?) (?={_WEEKDAY}{_PART} (?!(?:in|at|on|of|before|after|when|while|during|that|as|and|or|to|by|from|for|with|since"
    r"|until|ahead|following|last|next|who|he|she|they|it|was|is)\b)[a-z])"
)
"""Words before a weekday that identify a meeting: "at a Friday rally"."""
_OTHER_DAY = (
    r",? (?:the )?\d{1,2}(?:st|nd|rd|th)|,? \(?(?:\d{1,2}/\d{1,2}|\d{1,4}[-.]\d{1,2}[-.])"  # "Friday the 13th", "Friday, 31/1"
    r"|,? (?:of )?(?:last|next|(?:the|that|one) (?:previous|same|following|next)) week|,? \w+ weeks? (?:ago|earlier|later|before)"
)
"""Words after a weekday that make it another day than the last one up to the article's date."""
_NOT_REPORT_DAY = (
    r"(?:since|until|till|from|before|after|by|for|following|ahead of|eve of"
    r"|(?:to be \w+|due|due out|scheduled|airs|airing|to air|comes out|opens|begins|starts)(?: on)?"
    rf"|(?:said|says|say|spoke|commented) (?:on|about|of)(?= {_WEEKDAY}'s (?!show|program|podcast|edition|broadcast|breakfast|news)))"
)
"""Words before a day that is not the day of the statement: an earlier or later one, or one in the future."""
_AGO = ["a", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_DATE_EXPRESSION = expression(
    rf"\b(?P<barred>{_NOT_REPORT_DAY} )?(?:(?P<two>(?:the )?day before yesterday)|(?P<yesterday>yesterday|last night)"
    rf"|(?P<ago>{'|'.join(_AGO)}|\d) days? ago"
    r"|(?P<today>today|tonight|this (?:morning|afternoon|evening))"
    rf"|(?:{_DAY_MODIFIERS}{_WEEKDAY}{_PART},? \(?(?:the )?)?{_DATE}"
    rf"|(?:{_MEETING}|(?P<which>{_DAY_MODIFIERS}))(?P<weekday>{_WEEKDAY})(?P<otherwise>{_PART}(?:{_OTHER_DAY}))?)(?!\w(?<=\w\w))"
)
_ANY_DAY = f"(?:{'|'.join(WEEKDAY_NAMES)})"
_NAMED_AFTER_DAY = expression(
    # A capital in mid-sentence: "told USA Today", "on the Tonight show".
    r"(?<=[\w'] )(?:Today|Tonight|Yesterday|This (?:Morning|Afternoon|Evening)|Last Night)\b"
    r"|\b(?:Mail|Sun|Star|Sport|Independent) on Sunday\b"
    r"|\b(?:told|to|with) (?:Scotland|Wales|Ireland) on Sunday\b"  # but "said in Scotland on Sunday"
    rf"|\b{_ANY_DAY} (?:Times|Telegraph|Mirror|Express|Mail|Post|People|World|Herald|Independent|Mercury|Tribune|Star|Politics"
    r"|Morning|Night|Show|Sport|Business|Live|Report|Supplement|Edition|Brunch|Briefing)\b"
    rf"|(?:\b[Tt]he|'s|\b[A-Z]{{2,}}|\bNews|\bRadio) {_ANY_DAY}(?: with)?(?: [A-Z][\w']+)+"
    rf"|\b(?:Fox News|Daily Star) Sunday\b"
    rf"|\b(?:Bloody|Black) {_ANY_DAY}\b"
    rf"|\b(?<!\b[Oo]n )(?:Good|Holy|Easter|Palm|Ash|Maundy|Shrove|Whit|Cyber|Super|Mothering|Remembrance) {_ANY_DAY}\b"
)
"""Newspapers, programmes and events named after a day."""
_UP_TO_OBJECT = expression(r" (?:of|that|to|for) |[:,]")  # where the accusation begins
_TO_SAY = frozenset(one for one in lexicon.REPORTING_VERBS if not one.endswith(("s", "ed", "ing")))
_FUTURE = expression(
    r"(?:\b(?:will|shall|(?:is|are) (?:\w+ )?to|due to|set to|about to)|'ll)(?= (\w+)(?: (\w+))?)"
)
"""Words before the verb that place the statement in the future: "will tell", "is due to say"."""
_SAID = frozenset(one for one in lexicon.REPORTING_VERBS - {"charged"} if one.endswith("ed"))
_PARTICIPLES = r"born|sworn|chosen|hit|shot|held|made|sent|(?P<past>[a-z-]{2,}ed)"
_ACTION_CLAUSE = expression(
    rf",? \(?(?:who|whose|whom)\b|, \(?(?:which|an?|the|his|her|their|{_PARTICIPLES})\b"
)
"""The start of a clause about the speaker: "who resigned", "appointed"; but not reporting verbs in `_SAID`."""
_OPENING_ACTION = expression(rf"\W*(?=[A-Z])(?i:{_PARTICIPLES})\b")
_REPORTING_VERBS = "|".join(sorted(lexicon.SAY))
_SAYS_LAST, _SAYS_FIRST = (
    expression(rf", (?:{_REPORTING_VERBS}) $"),
    expression(rf" (?:{_REPORTING_VERBS})\b[^,;]{{0,60}},"),
)
_LEAD_OPENERS = (
    lexicon.PREPOSITIONS
    | times.TIME_ADVERBS
    | times.TIME_MODIFIERS
    | times.TIME_NOUNS
    | lexicon.CLAUSE_CONNECTIVES
)
"""Words that start a phrase giving the time or place of the statement rather than its content: "On Tuesday, she said, ..."."""
_ACTION_ENDS = {
    True: (
        expression(r",\)? (?=(e-mailed|\w+))"),
        {one for one in lexicon.CUES if not one.endswith("ing")}
        | words_of("also has had on at in to during yesterday today"),
    ),
    False: (expression(r" (?=(\w+))"), lexicon.SAY),
}
"""Where such a clause ends, and the words before which it does, by whether it began with a comma."""
_REPORTING_WORDS = expression(
    r"\b(?:spoke|speaking|talked|talking|interviewed|testif(?:ied|ying)|address(?:ed|ing)|appear(?:ed|ing)|brief(?:ed|ing)"
    r"|asked|questioned|pressed|quizzed|grilled|challenged|contacted|reached|quoted|taped|filmed|published|publishing|tabled|submitted|released|issued|dated|posted|sent|aired|broadcast"
    r"|delivered|written|seen|obtained|unveiled|presented|launched|filed|recorded|circulated|leaked|printed|carried|conducted"
    r"|read|statement|interview)\b",
    re.IGNORECASE,
)
"""Words for the act of stating, or for publishing a document or survey that states something."""
_NEAR_FUTURE = timedelta(days=30)
"""A date up to this far in the future is not moved to the previous year: rather, the article or its date was written otherwise."""
_CLAUSE = expression(r";|:(?!\d)|, (?:and|but|while|though) ")
_HINTS = ("day", "DAY", "night", "NIGHT", "this ", "This ", "THIS ", *"0123456789")
"""A text that contains none of these names no day."""


def find_day(context: str, published_on: str | None) -> str | None:
    """Find the single day that the words around a claim name, as an ISO date; None if there is none.

    `published_on` is the article's ISO date; without it, only a full date can be resolved.
    """
    if not (may_name_day(context) and _DATE_EXPRESSION.search(context.lower())):
        return None
    dates = _DATE_EXPRESSION.finditer(_NAMED_AFTER_DAY.sub(" ", context).lower())
    match = next((one for one in dates if not one["barred"]), None)
    if match is None:
        return None
    day = _resolve_day(match, _parse_published(published_on))
    return day.isoformat() if day else None


def may_name_day(text: str) -> bool:
    """Whether a text could name a day at all (a cheap pre-check): "on Monday", "3 May"."""
    return contains_any(text, _HINTS)


def may_hold_day(hidden: str, sentence: Span, words: Span, source: Span) -> bool:
    """Whether the context returned by `split_context` could name a day (a cheap pre-check)."""
    if words.start <= source.start and source.end <= words.end:
        return may_name_day(hidden[slice(*sentence)])
    return may_name_day(hidden[sentence.start : words.start]) or may_name_day(
        hidden[words.end : sentence.end]
    )


def split_context(
    hidden: str, sentence: Span, words: Span, source: Span, others: list[Span]
) -> tuple[str, str]:
    """Return the text next to the claim's verb and the text before its source, without what `others` claim.

    `hidden` is the article with its quotations masked, so that no "Sunday Report" names a day.
    """
    if words.start <= source.start and source.end <= words.end:  # "accused the council on Monday of fraud"
        after_verb = _UP_TO_OBJECT.split(hidden[source.end : words.end], maxsplit=1)[0]
        lead = _CLAUSE.split(hidden[words.start : source.start])[-1]
        return after_verb, "" if _starts_content(lead, hidden[source.end : words.end]) else lead
    if source.start >= words.end:
        end = min((one.start for one in others if one.start > source.start), default=sentence.end)
        near = hidden[words.end : source.start] + _strip_action_clauses(hidden[source.start : end], ends=True)
        lead = hidden[sentence.start : words.start] if not others else ""
    else:
        start = max((one.end for one in others if one.end <= source.start), default=sentence.start)
        lead = _CLAUSE.split(hidden[start : source.start])[-1]
        end = min((one.start for one in others if one.start >= words.end), default=sentence.end)
        # the minutes of "10:12 April Jones says" are not a day
        begin = source.start - hidden.endswith(":", 0, source.start)
        near = _strip_action_clauses(hidden[begin : words.start]) + _CLAUSE.split(hidden[words.end : end])[0]
        opening = _OPENING_ACTION.match(lead)
        lead = "" if opening and _is_other_action(opening) and not _REPORTING_WORDS.search(lead) else lead
    is_to_come = any(not _TO_SAY.isdisjoint(found.groups()) for found in _FUTURE.finditer(near))
    return ("", "") if is_to_come else (near, lead)


def _starts_content(lead: str, after: str) -> bool:
    """Whether the words before "she said," or ", said Doe" start the content: "The vote on Tuesday, she said, drew 40"."""
    interrupts = _SAYS_LAST.search(lead) or (lead.endswith(", ") and _SAYS_FIRST.match(after))
    return bool(interrupts) and lead.partition(" ")[0].lower().strip(",") not in _LEAD_OPENERS


def _is_other_action(action: re.Match[str]) -> bool:
    """Whether an action described before or after a speaker is something other than the statement itself: ", who resigned on Monday,"."""
    return action["past"] is None or action["past"].lower() not in _SAID


def _strip_action_clauses(source: str, *, ends: bool = False) -> str:
    """Remove clauses about what the speaker did on some day from the words that name them, unless they describe the statement itself: ", who resigned on Monday,".

    Such a clause precedes the verb, or comes at the end of the sentence if the speaker `ends` it.
    """
    may_open = "," in source or " who" in source or " (who" in source
    opens = next(filter(_is_other_action, _ACTION_CLAUSE.finditer(source)), None) if may_open else None
    if opens is None:
        return source
    may_end, words = _ACTION_ENDS[opens[0][0] == ","]
    close = next((end for end in may_end.finditer(source, opens.end()) if end[1] in words), None)
    if (close is None and not ends) or _REPORTING_WORDS.search(
        source, opens.start(), close.start() if close else len(source)
    ):
        return source
    return source[: opens.start()] + (source[close.start() :] if close else "")


def _parse_published(published_on: str | None) -> date | None:
    """Parse the article's date; None if it is missing or malformed."""
    try:
        return date.fromisoformat((published_on or "")[:10])
    except ValueError:
        return None


def _resolve_day(match: re.Match[str], published: date | None) -> date | None:
    """Resolve a matched date expression to a day: "yesterday", "two days ago", "on Monday", "3 May"."""
    if match["month"] or match["month2"]:
        return _resolve_date(match, published)
    if published is None:
        return None
    if match["today"]:
        return published
    if match["yesterday"]:
        return published - timedelta(days=1)
    if match["two"]:
        return published - timedelta(days=2)
    if match["ago"]:
        days = int(match["ago"]) if match["ago"].isdigit() else _AGO.index(match["ago"]) + 1
        return published - timedelta(days=days)
    return _resolve_weekday(match, published)


def _resolve_weekday(match: re.Match[str], published: date) -> date | None:
    """Resolve a weekday to the last one up to the article's date; None for a relative one such as "the Monday before"."""
    which = (match["which"] or "").strip()
    if which not in {"", "last"} or match["otherwise"]:
        return None  # "on a Tuesday in March", "the Monday before the vote"
    back = (published.weekday() - (WEEKDAYS[match["weekday"]] - 1)) % 7
    return published - timedelta(days=7 if which == "last" and back == 0 else back)


def _resolve_date(match: re.Match[str], published: date | None) -> date | None:
    """Resolve a day and month; without a year, to the last such date up to the article's. A later date yields nothing."""
    month = month_number(match["month"] or match["month2"])
    year = match["year"] or match["year2"]
    if year is None and published is None:
        return None
    try:
        found = date(int(year or published.year), month, int(match["day"] or match["day2"]))  # type: ignore[union-attr]
        if published is None or found <= published:
            return found
        if year is None:
            if found - published <= _NEAR_FUTURE:
                return None
            return found.replace(year=found.year - 1)
    except ValueError:
        return None
    # Nobody has said it yet: it is the day of what is told, unless tomorrow had begun where it was said.
    return found if found - published == timedelta(days=1) else None
