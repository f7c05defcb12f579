"""What precedes the first words of a paragraph? A dateline, the time of an entry, "Exclusive:"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.talk import opens_roll
from claimtrack.core.extract.words.reading import Span, name_pattern, words_of
from claimtrack.core.language.calendar_words import MONTHS, WEEKDAY_NAMES

_MONTH = rf"(?:{'|'.join(sorted(map(str.title, MONTHS), key=len, reverse=True))})\b\.?"
_DATE = (
    rf"(?:(?:{'|'.join(WEEKDAY_NAMES)}),? )?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}\b(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
)
_DATELINE = name_pattern(
    r"(?:(?:Al|El)[ -](?=[A-Z]{3}))?(?:[A-Z][A-Z.'-]+(?:[ /][A-Z][A-Z.'-]+){0,4})(?:, [A-Z][\w.]{1,14}(?: [A-Z]\w{1,14}){0,2}){0,2}(?:,? \d{1,2}(?: [A-Z][a-z]{2,8})?)?(?:,? \d{4})?"
    r"(?: ?(?:--)?\([^)\n]{2,30}\)| ?/[^/\n]{3,30}/)?"
    # A dash needs no space, but "US-backed forces" and "COVID-19" contain a hyphen.
    r"(?: ?(?:—|--|:(?= ))| -|-(?= [A-Z\d\"'])|(?<=[)/\d])-(?=[A-Z\"'])|-(?=(?:The|An?) )) ?(?=[\w\"'])"
    r"|[A-Z][a-zß-öø-ž]++(?: [A-Z][a-zß-öø-ž]++){0,2}(?:, [A-Z][\w.]{1,14}+)?(?: \((?:[A-Z]{2,8}|dpa|Reuters|Xinhua)\))?"
    r" (?:—|--|-) (?=[A-Z\"'])(?![^.\n]{0,200} (?:—|--|-) )"
    # "Port Avon, 12 March 2025 - "; but "Monday, 12 March - " belongs to a list of events.
    r"|(?!(?:After|At|Before|By|From|In|On|Since|Until|\w+day)\b)[A-Z][\w'.-]*+(?:[ /](?:[a-z]{2,4} )?[A-Z][\w'.-]*+){0,3}"
    rf"(?:, (?:the )?[A-Z][\w.]*+(?: [A-Z]\w++)?){{0,2}},? \(?{_DATE}\)?(?: \([^)\n]{{2,30}}\))?"
    r"(?: ?(?:—|--|-|:(?= ))|(?<=\d{4})\.(?= )) ?(?=[A-Z\"']|\d+ [a-z])"
)
_WIRE = name_pattern(
    r"(?:\([A-Z][A-Za-z]{1,9}\) - )?(?!(?:After|At|Before|By|From|In|On|Since|Until|\w+day)\b)"
    rf"[A-Z][\w'.-]*+(?:[ /][A-Z][\w'.-]*+){{0,3}}(?:, [A-Z][\w.]*+){{0,2}},? (?i:{_DATE})"
    r"(?:,? [A-Z]{2,8} (?:-|--|—) |\.?-{1,2} ?| \([A-Z][\w ]{1,20}\):? |\.? ?/[A-Z][A-Za-z ]{1,28}/\.? | (?:-|--|—) )(?=[A-Z\"'])"
    rf"|[A-Z][a-zß-öø-ž]++(?: [A-Z][a-zß-öø-ž]++)? \([A-Z][\w ]{{1,20}}, {_DATE}\) (?:-|--|—) (?=[A-Z\"'])"
)
"""Datelines in agency style: "Accra, Aug. 21, GNA - ", "Lund, Sep 30.- ", "LUND, August 3. /TASS/. "."""
_AGENCY = name_pattern(
    rf"(?:{_DATE} )?\((?:[A-Z]{{2,8}}|ANSA|Bloomberg(?: [A-Z][a-z]+)?|dpa|Reuters|Xinhua)\) ?(?:—|--|-) ?(?=[A-Z\"'$£€\d])"
    rf"|{_DATE} \([A-Z][A-Za-z ]{{2,24}}\) ?(?:—|--|-) ?(?=[A-Z\"'$£€\d])"
)
"""A dateline without a place: "Aug 1 (Reuters) - ", "(AP) — "."""
_DATED = expression(rf"{_DATE} ?(?:—|--|-|\(GLOBE NEWSWIRE\) --|/PRNewswire/ --) ?(?=[A-Z\"'])")
"""The date after the dash of a dateline, as in press releases: "DUNMORE, Ohio - Oct. 24, 2024 - "."""
_PLAIN = expression(r"[\"'_a-z]|(?:[\w']++ ){1,5}?[a-z]++ [a-z]++ [a-z]")
"""The start of a paragraph without a dateline, with three lower-case words in a row: "The Vale council said on Monday"."""

CAPTION = (
    r"exclusive|breaking|live|watch|listen|revealed|pictured|caption|opening|just in|developing|explained"
)
_STANDING = (
    r"why it matters|(?:the )?big picture|by the numbers|what they're saying|the other side|between the lines|yes,? but"
    r"|zoom (?:in|out)|driving the news|(?:the )?state of play|(?:the )?bottom line|the latest|what's (?:next|new)|what to (?:know|watch)|what happened|why it's important|price action"
    r"|how it works|reality check|catch up quick|(?:the )?(?:backdrop|context)|flashback|the (?:intrigue|details|stakes)|of note|worth noting"
)
"""Labels that newsletters put before a paragraph: "Why it matters:"."""
_SLUG = expression(
    r"(?i:update(?: \d+)?(?:,? (?:at )?(?:[01]?\d|2[0-3])[.:][0-5]\d ?(?:[ap]\.?m\b\.?)?)?(?=[:|])|update \d+|factbox|analysis|explainer|correct(?:ion|ed)|refile|wrapup \d+|insight|opinion"
    rf"|{CAPTION}|(?:{_STANDING})(?=:)) ?(?:[:|—] ?(?=[\w$£€\"'])| - (?=[\w$£€\"'])|- ?(?=[A-Z\"']))"
)
"""A label before the first sentence or a caption: "Exclusive:"; but not "Live-streamed shows"."""

_ZONE = r"GMT|UTC|BST|CET|CEST|[ECMP][SD]T"
_TIME = (
    r"(?:(?:last )?updated?:? (?:at )?)?(?:(?:(?:[01]?\d|2[0-3])[:.][0-5]\d|(?:1[0-2]|[1-9])(?= ?[ap]\.?m\b))"
    rf"(?: ?(?:[ap]\.?m\b\.?|h\b|hrs))?(?: ?(?:{_ZONE})\b)?)"
)
"""The time of an entry on a live page: "14:32", "Update 13:20 PM", "10.12 a.m. GMT", "3pm"."""
_CLOCK = expression(rf"{_TIME} ?(?:[-–—:|] ?)?(?!{'|'.join(WEEKDAY_NAMES)})(?=[A-Z\"'])", re.IGNORECASE)
"""The same before the entry's words: "14:32 Power is out", "Update 13:20 PM: ..."."""
_DAY_AND_CLOCK = expression(rf"{_DATE},? (?:at )?{_TIME} ?[-–—:|]{{1,2}} ?(?=[A-Z\"'])")
"""The same with the date, as in a police log: "June 10, 6:40 a.m. - Deputies were called"."""
_ONLY_TIME = expression(_TIME, re.IGNORECASE)
_PICTURE_CREDIT, _LONGEST_CREDIT = " via Getty Images ", 60  # characters
_FARTHEST_CLOCK = 24  # characters
_BEFORE_CLOCK = frozenset("0123456789LlUu")  # the start of the paragraph


def skip_dateline(text: str, paragraph: Span) -> Span:
    """Return the paragraph without a leading "Exclusive: ", "14:32" or "LONDON, May 3 (Agency) -"."""
    credit = text.find(_PICTURE_CREDIT, paragraph.start, paragraph.start + _LONGEST_CREDIT)
    if (
        credit > 0
        and paragraph.end > (caption := credit + len(_PICTURE_CREDIT))
        and text[caption].isupper() | (text[caption] == '"')
    ):
        paragraph = Span(caption, paragraph.end)  # "Ada Moor via Getty Images Boats lie in port."
    if slug := _SLUG.match(text, *paragraph) or _match_entry_time(text, paragraph):
        paragraph = Span(slug.end(), paragraph.end)
    opening = text[slice(*paragraph)]  # may be ASCII where the whole text is not
    if _PLAIN.match(opening):
        return paragraph  # the usual case
    match = _DATELINE.match(opening) or _WIRE.match(opening) or ("(" in opening and _AGENCY.match(opening))
    if not match or match[0].isalnum() or opens_roll(text, paragraph):
        return paragraph
    dated = _DATED.match(opening, match.end())
    return Span(paragraph.start + (dated or match).end(), paragraph.end)


_PLACE = name_pattern(
    r"(?!(?:Analysis|Audit|Data|Poll|Report|Sources?|Study|Survey)\b)"
    r"([A-Z][a-zß-öø-ž'-]++(?: [A-Z][a-zß-öø-ž'-]++){0,2}): ?(?=[A-Z\"'\d])"
)
_AGENCY_ALONE = name_pattern(
    r"(?:[A-Z][\w.'-]+(?:,? [A-Z][\w.'-]+){0,3} )?\((?:CNN|AP|AFP|UPI|Reuters|REUTERS|Bloomberg|dpa|Xinhua|ANSA|PTI|IANS|TASS|RNS)\) (?=[A-Z\"'])"
    r"(?!(?:[Rr]eporters?|[Aa]nalysts?)\b)"
)
"""An agency's signature at the start, without a dash: "(CNN) Boats", "Vale (CNN) Boats"."""
_LONG = 80  # characters; a longer paragraph is more than the headline "Moor: The bank is safe"
_BEFORE_PLACE = words_of("in from at near of to outside around across for via")


def skip_place(text: str, paragraph: Span) -> Span:
    """Return the article's first paragraph without a leading "New Delhi: ", as in Indian newspapers, or "Vale (CNN) ".

    A person in that position, "Moor: ...", is named again below, and not after "in" or "from".
    """
    if agency := _AGENCY_ALONE.match(text, *paragraph):
        return Span(agency.end(), paragraph.end)
    place = _PLACE.match(text, *paragraph)
    if not place or paragraph.end - paragraph.start < _LONG or opens_roll(text, paragraph):
        return paragraph
    named_again = re.compile(rf"(\w*)\W+{place[1]}\b").finditer(text, place.end())
    is_place = all(named[1].lower() in _BEFORE_PLACE for named in named_again)
    return Span(place.end(), paragraph.end) if is_place else paragraph


def is_entry_time(text: str) -> bool:
    """Whether a line is only the time of the entry below; the stop of "10.12 a.m." ends no sentence."""
    return text[:1] in _BEFORE_CLOCK and _ONLY_TIME.fullmatch(text) is not None


def _match_entry_time(text: str, paragraph: Span) -> re.Match[str] | None:
    """Match the time of day before a paragraph whose text then starts with a capital letter."""
    if text.find(":", paragraph.start, paragraph.start + _FARTHEST_CLOCK) > 0:
        dated = _DAY_AND_CLOCK.match(text, *paragraph) if text[paragraph.start].isupper() else None
        if dated:
            return dated
    clock = (
        _CLOCK.match(text, *paragraph)
        if text[paragraph.start : paragraph.start + 1] in _BEFORE_CLOCK
        else None
    )
    return clock if clock and (text[clock.end()].isupper() or text[clock.end()] in "\"'") else None
