"""Which lines are only the name of the speaker below, as in parliaments, calls and programs: "Ruth Sandell -- Chief Executive Officer", "Ada Moor  0:03"? And which texts are captions, which mark another speaker with ">>"?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import addresses_somebody
from claimtrack.core.extract.page.transcripts.label_forms import (
    CLOCK,
    IN_WORDS,
    PARTY,
    Moment,
    is_automatic,
    parse_moment,
)
from claimtrack.core.extract.page.transcripts.lines import ends_sentence, is_office, is_person
from claimtrack.core.extract.page.transcripts.records import opens_record
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.extract.words.titles import without_titles
from claimtrack.core.language.capitals import NAME_PARTICLE

_PLATE = name_pattern(
    rf"(?:\*\*|__)?(?P<name>[A-Z][\w.'-]*(?: (?:of|for|and|the|{NAME_PARTICLE}|[A-Z][\w.'-]*)){{0,7}})(?:, [JS]r\.?)?"
    r"(?P<role> (?:--|[–—-]) [A-Z](?:[^.!?\n]|(?<=[A-Z])\.|(?<=Inc|Ltd)\.|(?<=Co)\.){2,90}|, [A-Z][^.!?\n]{2,60}|(?: \([^)\n]{1,60}\)){1,2})?(?:\*\*|__)?"
)
_HOLDER = name_pattern(r" ?\((?P<name>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})\)")
"""The holder of the office on the line above: "The Minister for Health", "(Ruth Calder)"."""
_OFFICE = (
    r"(?: (?:The|Shadow|Minister|Secretary|Prime|Deputy|Leader|Chair|Chancellor|Attorney|Solicitor|Parliamentary|Opposition|Government|Conservative"
    r"|Labour|Liberal|Crossbench|Scottish|Independent|Green|Plaid|SNP|DUP|Speaker|Assistant|Spokesperson)\b[^.!?\n\d]{0,90})?"
)
_DATED = name_pattern(
    rf"(?P<name>[A-Z][\w'-]*(?: [A-Z][\w.'-]*){{1,3}}?){_OFFICE}(?P<when> \d{{1,2}}:\d{{2}} [ap]m, \d{{1,2}} [A-Z][a-z]+ \d{{4}})?"
)
"""The form on websites of parliamentary records: "Ada Moor Shadow Minister (Ports) 1:02 pm, 3 May 2024"; the time is not always repeated."""
_OFFICE_NAMES = frozenset(
    "Operator,Moderator,Chair,Host,An Ceann Comhairle,An Leas-Cheann Comhairle,An Cathaoirleach".split(",")
)
_DETAIL = expression(r"(?:\([^)\n]{1,60}\) ?){1,3}|\d{1,2}[:.]\d{2}(?: ?[ap]m)?|Share(?: this)?|[#>] ?\d+")
"""What may come in between: constituency and party, the time, a link to share it."""
_SEAT = name_pattern(
    r"[A-Z][\w'-]*,?(?: (?:and|of|the|upon|on|in|[A-Z(][\w'-]*[,)]?)){0,7}(?: \([^)\n]{1,40}\))?"
)
"""An MP's constituency on the line below the name; the party follows it or is on the line below."""
_IN_PERSON = name_pattern(r"(?:[A-Z][\w. ]{1,30}, )?I [a-z]")  # "My Lords, I beg"
_LONGEST_PLATE, _LONGEST_STAMP = 120, 80  # characters
_FEWEST_PLATES, _FEWEST_STAMPS = 3, 2
_STAMPS_PER_ERROR = 10  # a program may get one time in so many wrong
_MOST_DETAILS = 3  # lines between a name and the words
_BLANKS_IN_NAME = range(1, 4)  # blanks in a name without a title or common first name
_NAMED = rf"(?P<name>[A-Z][\w.'-]*(?: (?:{NAME_PARTICLE} ){{0,2}}[A-Z\d][\w.'-]*){{0,4}})"
_BOLD = r"(?:\*\*|__)?"
_NAME = rf"{_BOLD}(?:(?:Speaker|SPEAKER|Name): )?{_NAMED}(?: \([^)\n]{{2,40}}\))?"
_TIME = rf"(?P<time>(?:(?:Today|Yesterday) at |\[\d{{1,2}} [A-Z][a-z]{{2}} \d{{4}} at )?{CLOCK}|{IN_WORDS})"
_NAME_FIRST = name_pattern(rf"\[?{_NAME}\]?(?::?{_BOLD},?[ ]{{1,8}}| [—-] ){_TIME}:?")
_TIME_FIRST = name_pattern(rf"{_TIME}(?: ?[—-])?[ ]{{1,8}}(?:From )?{_NAME}(?: to Everyone)?:?{_BOLD}")
_STAMP_ALONE = name_pattern(rf"{_NAME}:?{_BOLD}")
_TIMED = expression(rf"[^\n]{{1,60}}? {{2,8}}{CLOCK}")
_TIME_ALONE = expression(rf"(?P<time>{CLOCK}|{IN_WORDS}(?:\d{{1,2}}:\d{{2}})?)")
_LATEST_START = 60  # seconds within which the first words of a recording are spoken
_ARROWS = expression(r"^>>", re.MULTILINE)
_QUOTED_LETTER = expression(r"^> ?(?!>)", re.MULTILINE)
_ONE_EXCHANGE = 2  # lines that begin with ">>"
_RUN_ON = 120  # characters; a shorter line may be a heading or a reply
_MARKS = expression(r"[.!?,;:](?!\S)|\"")


class _Plate(NamedTuple):
    """A name, and the number of the paragraph below it."""

    name: Span
    below: int
    named_below: bool
    """Whether the text below mentions the person, as an article does and the person would not."""
    sure: bool
    """Whether the line is certainly a speaker's; other repeated lines need a repeated speaker next to them."""


def find_plated(plain: str, paragraphs: list[Span]) -> dict[int, Span]:
    """Map paragraph numbers to the speaker named on the line above.

    Empty unless several speak, one of them repeatedly and one in the first person or addressing somebody: a list of portraits names
    each once, and describes each below; so does a voters' guide.
    """
    found = list(_find_plates(plain, paragraphs))
    names = Counter(plain[slice(*plate.name)] for plate in found)
    repeats = any(plate.sure and names[plain[slice(*plate.name)]] > 1 for plate in found)
    found = [plate for plate in found if plate.sure or (repeats and names[plain[slice(*plate.name)]] > 1)]
    names = Counter(plain[slice(*plate.name)] for plate in found)
    is_transcript = len(found) >= _FEWEST_PLATES and len(names) > 1 and max(names.values()) > 1
    is_said = any(addresses_somebody(plain, paragraphs[plate.below]) for plate in found)
    if not (is_transcript and is_said) or sum(plate.named_below for plate in found) * 2 >= len(found):
        return {}
    return {plate.below: plate.name for plate in found}


def is_plate_detail(text: str, line: Span) -> bool:
    """Whether a line consists of what accompanies such a name: "(Wenbury) (Lab)"."""
    return line.end - line.start <= _LONGEST_PLATE and _DETAIL.fullmatch(text, *line) is not None


def is_plate(text: str, line: Span) -> bool:
    """Whether a line is a name with a party, which continues nothing: "Ada Moor (Lowe) (Lab)"."""
    if text[line.end - 1 : line.end] != ")" or line.end - line.start > _LONGEST_PLATE:
        return False
    plate = _PLATE.fullmatch(text, *line)
    return plate is not None and PARTY.search(text, plate.end("name"), line.end) is not None


def is_name_alone(text: str, line: Span) -> bool:
    """Whether a line is only a person's full name or an office: "Ada Moor"."""
    if line.end - line.start > _LONGEST_PLATE or ends_sentence(text, line):
        return False
    plate = _PLATE.fullmatch(text, *line)
    return plate is not None and not plate["role"] and _is_speaker(plate["name"])


def _match_dated(plain: str, line: Span, dated: set[str]) -> re.Match[str] | None:
    """Match a name with its office and the time; without the time where the same name occurred with one before."""
    plate = _DATED.fullmatch(plain, *line) if dated or plain[line.end - 1].isdigit() else None
    if plate and plate["when"]:
        dated.add(plate["name"])
    return plate if plate and plate["name"] in dated else None


def _find_plates(plain: str, paragraphs: list[Span]) -> Iterator[_Plate]:
    """Yield the lines that may name the speaker of the paragraph below."""
    dated: set[str] = set()
    past = 0
    for number, line in enumerate(paragraphs):
        if line.end - line.start > _LONGEST_PLATE or number < past:
            continue
        if ends_sentence(plain, line) and not plain.endswith((" Jr.", " Sr."), *line):
            continue
        if opens_record(plain, line) or _is_motion_opening(plain, line):
            continue
        plate = _match_dated(plain, line, dated) or _PLATE.fullmatch(plain, *line)
        role = plate.groupdict().get("role", "") if plate else None
        seat = _skip_seat(plain, paragraphs, number) if plate and not role else number
        is_member = plate is not None and (role is not None or seat > number)
        is_sure = plate is not None and (is_member or _is_speaker(plate["name"]))
        if plate and (is_sure or plate["name"].count(" ") in _BLANKS_IN_NAME):
            below = _find_paragraph_below(plain, paragraphs, seat)
            if below is not None:
                past = below if seat > number else past
                on_line = _HOLDER.fullmatch(plain, *plate.span("role")) if role else None
                holder = on_line or _HOLDER.fullmatch(plain, *paragraphs[number + 1])
                is_held = holder and is_office(plate["name"])
                named = holder if holder and is_held else plate
                surname = (without_titles(named["name"].split()) or [""])[-1]
                is_named = surname != "" and plain.find(surname, *paragraphs[below]) >= 0
                is_named = is_named or plain.startswith(("He ", "She "), *paragraphs[below])
                yield _Plate(Span(*named.span("name")), below, is_named, is_sure)


def _skip_seat(plain: str, paragraphs: list[Span], number: int) -> int:
    """Return the number of the line with the party of the person named on this line, below it or below the constituency; else this one's."""
    for at in range(number + 1, min(number + 3, len(paragraphs) - 1)):
        line = paragraphs[at]
        if line.end - line.start > _LONGEST_PLATE or not (
            is_plate_detail(plain, line) or _SEAT.fullmatch(plain, *line)
        ):
            break
        if PARTY.search(plain, *line):
            # Above "(Vale East) (Lab)" is a name rather than a constituency, and the heading above that names nobody.
            return at if at == number + 1 or PARTY.fullmatch(plain, *line) else number
    return number


def _find_paragraph_below(plain: str, paragraphs: list[Span], number: int) -> int | None:
    """Return the number of the paragraph spoken below a name; None if a heading or nothing follows."""
    end = min(len(paragraphs), number + 2 + _MOST_DETAILS)
    below = next(
        (at for at in range(number + 1, end) if not is_plate_detail(plain, paragraphs[at])), len(paragraphs)
    )
    is_said = below < len(paragraphs) and (
        ends_sentence(plain, paragraphs[below]) or _is_motion_opening(plain, paragraphs[below])
    )
    return below if is_said else None


def _is_motion_opening(plain: str, paragraph: Span) -> bool:
    """Whether somebody begins to move a motion that is a paragraph of its own below: "I beg to move,", "I rise to second—"."""
    return plain[paragraph.end - 1] in ",—-:" and _IN_PERSON.match(plain, *paragraph) is not None


def _is_speaker(name: str) -> bool:
    """Whether a line is a person's full name, with or without a title, or an office: "Deputy Mary Nolan", "The Taoiseach"."""
    return is_person(name.split()) or is_office(name) or name in _OFFICE_NAMES


class Stamp(NamedTuple):
    """A time stamp: the speaker and time of a paragraph, and whether that is a sentence, as text below a heading need not be."""

    number: int
    name: Span
    time: Moment
    is_said: bool
    is_set: bool  # whether a program wrote the time, in brackets or to the second
    is_named_first: bool
    """Whether the name precedes the time; a time before the name may begin an entry of a live page, a programme or a chronicle."""


def is_stamp(text: str, line: Span) -> bool:
    """Whether a line is only a time, with or without a name, or has one far behind other words, as that of a speaker without a name."""
    may_match = _may_hold_time(text, line)
    return may_match and bool(
        _match_timed_name(text, line) or _TIME_ALONE.fullmatch(text, *line) or _TIMED.fullmatch(text, *line)
    )


def find_stamped(plain: str, paragraphs: list[Span]) -> dict[int, Span]:
    """Map paragraph numbers to the speaker and time in the line or two above.

    Empty unless the times increase, from the start of a recording or among several speakers of whom one repeats, next to a
    time that a program wrote, or one with somebody in the first person or addressing somebody: on a live page the reporter's name follows
    the time, and in a police log nobody speaks. A single word is a name if a full name occurs so, too, or the times are to the second.
    """
    stamps = [
        stamp
        for number, line in enumerate(paragraphs)
        if _may_hold_time(plain, line) and (stamp := _match_stamp(plain, paragraphs, number))
    ]
    names = Counter(plain[slice(*stamp.name)] for stamp in stamps)
    are_names = any(" " in name for name in names) or all(stamp.time.exact for stamp in stamps)
    are_spoken = sum(stamp.is_said for stamp in stamps) * 2 > len(stamps)
    if not (are_names and are_spoken and len(stamps) >= _FEWEST_STAMPS and _are_in_order(stamps)):
        return {}
    is_start = stamps[0].time.seconds < _LATEST_START and not any(stamp.time.of_day for stamp in stamps)
    takes_turns = len(names) >= _FEWEST_STAMPS and max(names.values()) > 1
    addressed = (addresses_somebody(plain, paragraphs[stamp.number]) for stamp in stamps)
    is_talk = stamps[0].is_set or (stamps[0].is_named_first and any(addressed))
    return {stamp.number: stamp.name for stamp in stamps} if is_start or (takes_turns and is_talk) else {}


def _are_in_order(stamps: list[Stamp]) -> bool:
    """Whether the times increase, but for a few errors."""
    wrong = sum(not _is_later(first.time, second.time) for first, second in pairwise(stamps))
    return wrong * _STAMPS_PER_ERROR <= len(stamps)


def _may_hold_time(text: str, line: Span) -> bool:
    """Whether a line may contain a time (a cheap pre-check)."""
    is_short = line.end - line.start <= _LONGEST_STAMP
    return is_short and (text.find(":", *line) >= 0 or text.find("second", *line) >= 0)


def _match_timed_name(text: str, line: Span) -> re.Match[str] | None:
    """Match a line with a name and a time in either order."""
    return _NAME_FIRST.fullmatch(text, *line) or _TIME_FIRST.fullmatch(text, *line)


def _is_later(first: Moment, second: Moment) -> bool:
    """Whether the second time is not before the first; times of different days always pass."""
    return first.day != second.day or first.seconds <= second.seconds


def _match_stamp(plain: str, paragraphs: list[Span], number: int) -> Stamp | None:
    """Match the speaker below a line with a time: named in it, or in the line above or below."""
    line, below = paragraphs[number], number + 1
    if match := _match_timed_name(plain, line):
        named: re.Match[str] | None = match
    elif match := _TIME_ALONE.fullmatch(plain, *line):
        named = _STAMP_ALONE.fullmatch(plain, *paragraphs[number - 1]) if number else None
        if named is None and below < len(paragraphs):
            named = _STAMP_ALONE.fullmatch(plain, *paragraphs[below])
            below += 1
    else:
        return None
    if below < len(paragraphs) and _TIME_ALONE.fullmatch(plain, *paragraphs[below]):
        below += 1  # "Ada Moor 0 minutes 3 seconds", below it "0:03"
    if named is None or below >= len(paragraphs):
        return None
    words = paragraphs[below]
    if is_stamp(plain, words):
        return None
    is_said = ends_sentence(plain, words) or words.end - words.start > _LONGEST_STAMP
    is_set = is_automatic(match["time"]) or not match["time"][0].isdigit()
    is_first = named.start("name") < match.start("time")
    return Stamp(below, Span(*named.span("name")), parse_moment(match["time"]), is_said, is_set, is_first)


def is_captioned(text: str, paragraphs: int) -> bool:
    """Whether most paragraphs begin with the caption mark for another speaker; quoted letters have single marks, too, and do not count.

    One question and its answer do not make the speakers unknown in a film that begins with a narrator.
    """
    marked = len(_ARROWS.findall(text)) if ">>" in text else 0
    is_talk = marked > _ONE_EXCHANGE or (marked == _ONE_EXCHANGE and text.startswith(">>"))
    return is_talk and marked * 2 >= paragraphs and _QUOTED_LETTER.search(text) is None


def is_unpunctuated_speech(words: str) -> bool:
    """Whether a program transcribed the words without capitals and stops, so that statements and speakers cannot be separated."""
    return len(words) >= _RUN_ON and words.islower() and _MARKS.search(words) is None
