"""How a label with a colon is written, and the time beside it: "[00:01:09] **Ada Moor (Lab):**", "Q12 Chair:", "GOV. RICK TALBOT (R), FLORIDA:"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.language.titles import ABBREVIATED_TITLES

if TYPE_CHECKING:
    import re

_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_HOUR = (
    r"(?:\d{1,2}:\d{1,2}:\d[.,]\d{1,3}|(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,:]\d{1,3})?)(?: ?[AaPp]\.?[Mm]\b\.?)?"
)
"""One digit for the seconds only before their parts, as some programs have it: "0:0:3.120"."""
CLOCK = rf"[\[(]?(?:{_DAY},? )?{_HOUR}(?:, {_DAY})?(?: ?--> ?{_HOUR}| - \d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,:]\d{{1,3}})?)?[\])]?"
"""A time, with its day or until when, in brackets or not."""
DATED_CLOCK = rf"[\[(]?(?:{_DAY},? {_HOUR}|{_HOUR}, {_DAY})[\])]?"
BRACKETED = r"[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]"
TO_THE_SECOND = r"\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\]"
IN_WORDS = r"(?:\d{1,2} (?:hour|minute|second)s? ?){1,3}"
_TOLD_DAY = expression(_DAY)
_TOLD_HOUR = expression(r"(\d{1,2}):(\d{1,2})(?::(\d{2}|\d(?=[.,])))?(?:[.,:]\d{1,3})?(?: ?([AaPp])\.?[Mm])?")
_TOLD_UNIT = expression(r"(\d{1,2}) (hour|minute|second)")
_UNITS = {"hour": 3600, "minute": 60, "second": 1}
_NOON = 12
_CLOCK = rf"(?P<clock>{CLOCK}(?: ?-)?[ ]{{1,8}}(?:From {{1,3}})?(?:>> ?)?)?"  # when the line was spoken: "[00:01:09] "
_TO_ALL = r" {1,3}[Tt]o {1,3}Everyone\b"  # to whom something is written in a chat
_NUMBERED = r"(?:Q\d{1,4}\.? {1,4})?"  # how a committee counts its questions: "Q12 Chair: "
_BOLD = r"(?:\*\*|__)?"
_TURN = r"(?P<turn>>> ?)?"  # what captions set before the words of another speaker
TITLE = rf"(?:(?i:{'|'.join(sorted(ABBREVIATED_TITLES))}|sens|reps|amb|del|sec|det|asst|atty)\.|(?:[A-Z]\.){{1,3}}) {{1,3}}"
"""A title with its full stop, or initials."""
_VOICE = r"(?:\[(?=(?i:speaker)[ _]\w{1,5}\] ?:))?"  # some programs set voices in brackets: "[SPEAKER_00]: "
LABEL = name_pattern(
    rf"{_TURN}{_CLOCK}{_NUMBERED}{_BOLD}{_VOICE}\"?(?P<name>spk_?\d{{1,3}}(?=:)|(?=[A-Z])(?:{TITLE}){{0,3}}[A-Z](?:[\w.'-]*\w)?"
    r"(?: {1,3}(?!To {1,3}Everyone\b)[A-Z][\w.'-]*| {1,3}(?:de|van|von|der|of|for|and|the|al|bin)(?= )| \d{1,2}\b|(?<=(?i:speaker)) \d{3,5}\b){0,20})\]?"
    rf"(?(clock)(?:{_TO_ALL})?)"
    r"(?:(?P<field>, [^:()\n]{2,90} \([^():\n]{4,60}\)|, [^:\n]{2,60})"
    r"|(?P<whose>(?: \([^)\n]{1,60}\)){1,2})(?:,? [A-Zt][^:\n]{1,60})?| \[[^\]\n]{1,20}\])?"
    rf"(?:{_BOLD} {{0,8}}:{_BOLD}(?: {{1,8}}(?P<since>{BRACKETED}))?|{_BOLD} {{1,4}}(?P<until>{TO_THE_SECOND}):?)(?:\s+(?=\S)|\s*$)"
)
"""A label, and the words behind it unless it stands on a line of its own."""
_CALLED = rf"(?P<clock>{DATED_CLOCK})(?: ?-)? {{1,3}}(?P<name>[^\s:][^:\n]{{0,40}}):"
CHAT, CHAT_ALONE = expression(rf"{_CALLED} {{1,4}}(?=\S)"), expression(_CALLED)
"""A line of a chat, in which anybody may be called anything: "[12/03/24, 09:14:02] +44 7700 900123: "."""
SINCE = expression(rf"{BRACKETED} {{1,8}}")  # when words begin that stand below their label
HOLDER = name_pattern(r"(?:, [^()\n]{2,90})? \((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)")
"""Who has the office that a label names: "The Secretary of State for Energy (Ada Moor):"."""
PARTY = expression(
    r"\((?i:labour|labor|lab(?:/co-?op)?|conservatives?|con|tory|lib(?:eral)?[ -]?dem(?:ocrat)?s?|liberals?|ld|greens?|snp|dup|uup"
    r"|sdlp|plaid cymru|pc|sinn f[eé]in|alliance|reform(?: uk)?|ukip|independent|ind|republican|democrat|gop"
    r"|[rdi](?:-[^)]{2,20})?)\)"
)

SHORT_LABEL = name_pattern(
    r"(?P<name>[QA])(?:[.:)]| {1,8}:| [—-](?![^\n]{1,300} A [—-] ))\s+(?=\S)(?!(?:[A-Z]\. ?){0,2}[A-Z][\w'-]*:)"
)
BARE_Q = name_pattern(r"Q(?: {1,12}|(?i:uestion):\s{1,8})(?=[A-Z\"(\[])")
"""How ministries and the White House set off who asks, among labels that name who answers."""
BARE_A = name_pattern(r"A {1,12}(?=[A-Z\"])")
"""And who answers, in some records of courts: only right below such a question, for articles begin so, too."""


class Moment(NamedTuple):
    """When a line was spoken: the day as it is written, if any, and the seconds, of the day or since the beginning."""

    day: str
    seconds: int
    of_day: bool  # whether it is the time of a day and none since a recording began
    exact: bool = False  # whether it tells hours, minutes and seconds


def moment(clock: str) -> Moment:
    """The time that words tell."""
    day = _TOLD_DAY.search(clock)
    hour = _TOLD_HOUR.search(clock)
    if hour is None:
        seconds = sum(int(count) * _UNITS[unit] for count, unit in _TOLD_UNIT.findall(clock))
        return Moment("", seconds, of_day=False)
    return Moment(
        day[0] if day else "", _seconds(hour), of_day=bool(day or hour[4]), exact=hour[3] is not None
    )


def _seconds(hour: re.Match[str]) -> int:
    """Two numbers are minutes and seconds or hours and minutes: among their like they follow each other in either reading."""
    first, second, third = int(hour[1]), int(hour[2]), hour[3]
    if hour[4]:
        first = first % _NOON + _NOON * (hour[4].lower() == "p")
    passed = 60 * first + second
    return 60 * passed + int(third) if third else passed


def is_of_machine(clock: str) -> bool:
    """Whether a program set the time: in brackets, to the second or with its day; "10:15 Norbridge:" may open an entry of a live page."""
    return clock[:1] in {"[", "("} or clock.count(":") > 1 or _TOLD_DAY.search(clock) is not None
