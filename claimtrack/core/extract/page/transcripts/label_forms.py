"""How are labels with a colon and times next to them written? "[00:01:09] **Ada Moor (Lab):**", "Q12 Chair:", "GOV. RICK TALBOT (R), FLORIDA:"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.language.titles import ABBREVIATED_TITLES

if TYPE_CHECKING:
    import re

_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_HOUR = (
    r"(?:\d{1,2}:\d{1,2}:\d[.,]\d{1,3}|(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,:]\d{1,3})?)"
    r"(?: ?[AaPp]\.?[Mm]\b\.?| ?[ap]\. m\.)?"
)
"""A single digit for the seconds only before their fraction, as in some programs: "0:0:3.120"; "2:03 p. m." is Spanish."""
CLOCK = rf"[\[(]?(?:{_DAY},? )?{_HOUR}(?:, {_DAY})?(?: ?--> ?{_HOUR}| - \d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,:]\d{{1,3}})?)?[\])]?"
"""A time, with its day or an end time, in brackets or not."""
DATED_CLOCK = rf"[\[(]?(?:{_DAY},? {_HOUR}|{_HOUR}, {_DAY})[\])]?"
BRACKETED = r"[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]"
TO_THE_SECOND = r"\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\]"
IN_WORDS = r"(?:\d{1,2} (?:hour|minute|second)s? ?){1,3}"
_TOLD_DAY = expression(_DAY)
_TOLD_HOUR = expression(
    r"(\d{1,2}):(\d{1,2})(?::(\d{2}|\d(?=[.,])))?(?:[.,:]\d{1,3})?(?: ?([AaPp])\.? ?[Mm])?"
)
_TOLD_UNIT = expression(r"(\d{1,2}) (hour|minute|second)")
_UNITS = {"hour": 3600, "minute": 60, "second": 1}
_NOON = 12
_CLOCK = rf"(?P<clock>{CLOCK}(?: ?-)?[ ]{{1,8}}(?:From {{1,3}})?(?:>> ?)?)?"  # when the line was spoken: "[00:01:09] "
_TO_ALL = r" {1,3}[Tt]o {1,3}Everyone\b"  # the recipient in a chat
_NUMBERED = r"(?:Q\d{1,4}\.? {1,4})?"  # a committee's numbering of its questions: "Q12 Chair: "
_BOLD = r"(?:\*\*|__)?"
_TURN = r"(?P<turn>>> ?)?"  # the mark of another speaker in captions
TITLE = rf"(?:(?i:{'|'.join(sorted(ABBREVIATED_TITLES))}|sens|reps|amb|del|sec|det|asst|atty)\.|(?:[A-Z]\.){{1,3}}) {{1,3}}"
"""A title with its full stop, or initials."""
_VOICE = r"(?:\[(?=(?i:speaker)[ _]\w{1,5}\] ?:))?"  # as in "[SPEAKER_00]: "
_SOUND = r"(?:\[[A-Z]{2,12}(?: [A-Z]{2,12})?\] (?=[A-Z]{2}))?"  # as in "[TAPE] ADA MOOR: "
LABEL = name_pattern(
    rf"{_TURN}{_CLOCK}{_SOUND}{_NUMBERED}{_BOLD}{_VOICE}\"?(?P<name>spk_?\d{{1,3}}(?=:)|(?=[A-Z])(?:{TITLE}){{0,3}}[A-Z](?:[\w.'-]*\w)?"
    r"(?: {1,3}(?!To {1,3}Everyone\b)[A-Z][\w.'-]*| {1,3}(?:de|van|von|der|of|for|and|the|al|bin)(?= )| \d{1,2}\b|(?<=(?i:speaker)) \d{3,5}\b){0,20})\]?"
    rf"(?(clock)(?:{_TO_ALL})?)"
    r"(?:(?P<field>, [^:()\n]{2,90} \([^():\n]{4,60}\)|, [^:\n]{2,60})"
    r"|(?P<whose>(?: \([^)\n]{1,60}\)){1,2})(?:,? [A-Zt][^:\n]{1,60})?| \[[^\]\n]{1,20}\])?"
    rf"(?:{_BOLD} {{0,8}}:{_BOLD}(?: {{1,8}}(?P<since>{BRACKETED}))?|{_BOLD} {{1,4}}(?P<until>{TO_THE_SECOND}):?)(?:\s+(?=\S)|\s*$)"
)
"""A label, followed by the words unless it is on a line of its own."""
_CALLED = rf"(?P<clock>{DATED_CLOCK})(?: ?-)? {{1,3}}(?P<name>[^\s:][^:\n]{{0,40}}):"
CHAT, CHAT_ALONE = expression(rf"{_CALLED} {{1,4}}(?=\S)"), expression(_CALLED)
"""A chat line, whose sender may have any name: "[12/03/24, 09:14:02] +44 7700 900123: "."""
SINCE = expression(rf"{BRACKETED} {{1,8}}")  # the time on the line of words below a label
HOLDER = name_pattern(r"(?:, [^()\n]{2,90})? \((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)")
"""The holder of the office in a label: "The Secretary of State for Energy (Ada Moor):"."""
PARTY = expression(
    r"\((?i:labour|labor|lab(?:/co-?op)?|conservatives?|con|tory|lib(?:eral)?[ -]?dem(?:ocrat)?s?|liberals?|ld|greens?|snp|dup|uup"
    r"|sdlp|plaid cymru|pc|sinn f[eé]in|alliance|reform(?: uk)?|ukip|independent|ind|republican|democrat|gop"
    r"|[rdi](?:-[^)]{2,20})?)\)"
)

SHORT_LABEL = name_pattern(
    r"(?P<name>[QA])(?:[.:)]| {1,8}:| [—-](?![^\n]{1,300} A [—-] ))\s+(?=\S)(?!(?:[A-Z]\. ?){0,2}[A-Z][\w'-]*:)"
)
BARE_Q = name_pattern(r"Q(?: {1,12}|(?i:uestion):\s{1,8})(?=[A-Z\"(\[])")
"""The questioner's mark in records of ministries and the White House, whose other labels name who answers."""
BARE_A = name_pattern(r"A {1,12}(?=[A-Z\"])")
"""The answerer's mark in some court records: only directly below such a question, since articles begin so, too."""


class Moment(NamedTuple):
    """When a line was spoken: the day as written, if any, and the seconds since midnight or since the recording began."""

    day: str
    seconds: int
    of_day: bool  # a time of day rather than a time since a recording began
    exact: bool = False  # with hours, minutes and seconds


def parse_moment(clock: str) -> Moment:
    """Parse a time: "0:03", "[09:14:02]"."""
    day = _TOLD_DAY.search(clock)
    hour = _TOLD_HOUR.search(clock)
    if hour is None:
        seconds = sum(int(count) * _UNITS[unit] for count, unit in _TOLD_UNIT.findall(clock))
        return Moment("", seconds, of_day=False)
    return Moment(
        day[0] if day else "", _seconds(hour), of_day=bool(day or hour[4]), exact=hour[3] is not None
    )


def _seconds(hour: re.Match[str]) -> int:
    """Two numbers are minutes and seconds or hours and minutes: as long as all are read alike, their order is the same."""
    first, second, third = int(hour[1]), int(hour[2]), hour[3]
    if hour[4]:
        first = first % _NOON + _NOON * (hour[4].lower() == "p")
    passed = 60 * first + second
    return 60 * passed + int(third) if third else passed


def is_automatic(clock: str) -> bool:
    """Whether a program wrote the time: in brackets, to the second or with its day; "10:15 Norbridge:" may begin an entry of a live page."""
    return clock[:1] in {"[", "("} or clock.count(":") > 1 or _TOLD_DAY.search(clock) is not None
