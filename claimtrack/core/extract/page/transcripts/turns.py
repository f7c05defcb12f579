"""Which lines of a transcript or an interview begin with their speaker's name?"""

from __future__ import annotations

import re
from collections import Counter

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import find_answers, in_exchange, uses_first_person
from claimtrack.core.extract.page.transcripts.label_forms import CHAT, CHAT_ALONE, LABEL, SHORT_LABEL, SINCE
from claimtrack.core.extract.page.transcripts.lines import (
    Line,
    build_line,
    drop_link_lists,
    ends_sentence,
    find_bare_questions,
    find_clips,
    has_long_description,
    is_known_surname,
    is_label,
    is_no_speaker,
    is_person,
    is_questioner,
    match_role_label,
    match_short_labels,
    paragraph_of_name,
)
from claimtrack.core.extract.page.transcripts.nameplates import (
    find_plated,
    find_stamped,
    is_plate_detail,
    is_stamp,
)
from claimtrack.core.extract.page.transcripts.paired import find_paired
from claimtrack.core.extract.page.transcripts.posts import ends_post, find_posts
from claimtrack.core.extract.page.transcripts.records import find_recorded, is_presiding, opens_record
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.extract.words.titles import has_title, without_titles

_TWO_QUOTED = expression(r'"[^"\n]+"[;,.]? [^"\n]{2,80}: "')
"""Two people quoted in one paragraph, which is not a turn of the first: "Ann Lee: "A." Bob Ray: "B."."""
_WORD = expression(r"[\w-]+")
_LETTER = expression(r"[^\W\d_]")  # nobody speaks in a line such as "Ada Moor: 1,769."
_ABOUT_THE_TEXT = expression(
    r"\b(?:interview|conversation|transcript|exchange|debate)s? (?:was|were|has|have|is|are|took)\b"
    r"|^(?:Resolved|Ordered),?$|^(?:Sitting|House) (?:suspended|adjourned)\b|^The (?:House|Committee)(?: having)? divided\b|\bedited for\b|\b[Ii]nterview(?:ed)? by\b|\bspoke (?:to|with)\b"
)
_INTRODUCES = expression(r"\b(?:I'm|I am|[Mm]y name is)(?: [A-Z][\w'-]*){1,4}")  # names the speaker
_CLOSES = expression(r"Question (?:put|accordingly)\b")  # added by the clerk after the last words
_TRANSCRIPT = expression(r"\btranscripts?\b", re.IGNORECASE)
_FEWEST_SURE, _FEWEST_NAMED, _MANY_REPEATED = 2, 3, 3  # lines; different names; names that occur twice
_FEWEST_IN_PROSE = 5  # blanks in a paragraph of prose
_LONGEST_LABEL = 300  # characters of a label, including brackets


def find_labels(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Return the labelled paragraphs by number; empty unless the labels repeat, as in a transcript, or are certain.

    A single "Note: ..." is no speaker. A paragraph between two labelled ones is a turn, too.
    """
    found = drop_link_lists(plain, paragraphs, _find_marked(plain, paragraphs))
    bare = find_bare_questions(plain, paragraphs)
    if not found and all(plain[line.name.start] == "Q" for line in bare.values()):
        bare = {}  # nobody answers
    names = [plain[slice(*line.name)] for line in found.values()]
    repeated = _find_repeated(names) | ({"q", "a"} if {"Q", "A"} <= set(names) else set())
    asked = any(_is_moderator_question(plain, line, paragraphs[number]) for number, line in found.items())
    sure = sum(line.sure and not line.posted for line in found.values()) >= _FEWEST_SURE
    if not (repeated or bare or asked or sure or (found and _are_all_named(names, len(paragraphs)))):
        alone = {
            number: line
            for number, line in found.items()
            if (line.alone or _is_speech_label(plain, paragraphs, number, line))
            and not _is_partly_quoted(plain, line, paragraphs[number])
        }
        return dict(sorted((_label_answers(plain, paragraphs) | alone).items()))
    roles = _find_role_labels(plain, paragraphs)
    found = dict(sorted((roles | bare | found).items()))
    names_or_turns = found.keys() | {paragraph_of_name(paragraphs, line) for line in found.values()}
    turns_or_ends = names_or_turns | {-1, len(paragraphs)}
    is_talk = len(repeated) >= _MANY_REPEATED and _starts_transcript(plain, paragraphs[: min(found)])
    return {
        number: line
        for number, line in found.items()
        if number in roles
        or is_label(plain, line, repeated, is_talk=is_talk)
        or {number - 1, number + 1} <= turns_or_ends
    }


def _is_speech_label(plain: str, paragraphs: list[Span], number: int, line: Line) -> bool:
    """Whether the only label of a text is a title in capitals preceded by headings only: "THE PRESIDENT:".

    The rest is in the first person: below the same heading, an article would mention a president.
    """
    name = plain[slice(*line.name)]
    is_titled = " " in name and name.isupper() and has_title(name.split())
    if not (is_titled and _starts_transcript(plain, paragraphs[:number])):
        return False
    return uses_first_person(plain, paragraphs[number:])


def _starts_transcript(plain: str, before: list[Span]) -> bool:
    """Whether only headings and notes about the transcript precede the first label."""
    return not any(
        ends_sentence(plain, paragraph)
        and plain.count(" ", *paragraph) >= _FEWEST_IN_PROSE
        and not _TRANSCRIPT.search(plain, *paragraph)
        for paragraph in before
    )


def _label_answers(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Return the answers of an interview without labels, labelled with the mark of the first question or the name before its answer."""
    asked, answering = find_answers(plain, paragraphs) or (0, ())
    return find_paired(plain, paragraphs) or {
        number: Line(Span(asked, asked + 1), paragraphs[number].start, shared=True)
        for number in sorted(answering)
    }


def _are_all_named(names: list[str], count: int) -> bool:
    """Whether each paragraph of a text begins with the full name of a different person, who speaks once."""
    people = [name.split() for name in names]
    is_all = _FEWEST_NAMED <= len(names) == count and all(len(name) > 1 for name in people)
    return is_all and sum(map(is_person, people)) * 3 > count


def _is_partly_quoted(plain: str, line: Line, paragraph: Span) -> bool:
    """Whether the label is followed by a quotation and then by other words, as in an article."""
    return plain[line.start] == '"' and '"' in plain[line.start + 1 : paragraph.end - 1]


def _is_moderator_question(plain: str, line: Line, paragraph: Span) -> bool:
    """Whether "MODERATOR:" precedes a question: no other line of an article begins so."""
    name = plain[slice(*line.name)]
    return len(name) > 1 and name.isupper() and is_questioner(name) and "?" in plain[slice(*paragraph)]


def find_unsaid(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> set[int]:
    """Return the numbers of the paragraphs that nobody says: the name of the speaker below, or a label with nothing after it."""
    above = {
        between
        for number, line in lines.items()
        if line.name.start < paragraphs[number].start and not line.shared
        for between in range(paragraph_of_name(paragraphs, line), number)
    }
    empty = {
        number
        for number, paragraph in enumerate(paragraphs if lines else [])
        if number not in lines and _is_empty(plain, paragraph)
    }
    return (above | empty) - lines.keys()


def _is_empty(plain: str, line: Span) -> bool:
    """Whether a line is an empty chat message, as where somebody sent a picture."""
    return plain[line.end - 1] == ":" and CHAT_ALONE.fullmatch(plain, *line) is not None


def find_turns(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> dict[int, Line]:
    """Return the labelled paragraphs, and the unlabelled ones after them that continue the turn.

    A turn lasts until the next label. The last one has more than one paragraph only if the whole text is a transcript rather than
    an article that contains part of one: it begins with a label, or other turns have several paragraphs, too.
    """
    if not lines:
        return lines
    first, last = min(lines), max(lines)
    found = lines | _find_continued(plain, paragraphs, lines, range(first, last))
    before = paragraph_of_name(paragraphs, lines[first])
    is_whole = before + len(paragraphs) - last - 1 <= len(lines) and (before == 0 or len(found) > len(lines))
    opens = _is_surely_talk(plain, lines, is_long=len(found) > len(lines)) and _starts_transcript(
        plain, paragraphs[: max(before, 0)]
    )
    if lines[last].recorded or is_whole or opens:
        found |= _find_continued(plain, paragraphs, lines, range(last, len(paragraphs)))
    return found


def _is_surely_talk(plain: str, lines: dict[int, Line], *, is_long: bool) -> bool:
    """Whether the last label is almost certainly no heading: in capitals, certain, or a full name that repeats among many, where turns are long."""
    *others, last = (line for _, line in sorted(lines.items()))
    name = plain[slice(*last.name)]
    is_among = is_long and " " in name and len(others) >= _FEWEST_NAMED
    is_again = is_among and any(plain[slice(*line.name)] == name for line in others)
    return name.isupper() or last.sure or is_again


def _find_continued(
    plain: str, paragraphs: list[Span], lines: dict[int, Line], numbers: range
) -> dict[int, Line]:
    """Return the unlabelled paragraphs that continue a turn."""
    found: dict[int, Line] = {}
    turn: Line | None = None
    has_posts = "@" in plain  # else a lone day or number belongs to the page
    is_article = has_posts and not _starts_transcript(plain, paragraphs[: min(lines)])
    for number in numbers:
        if number in lines:
            is_over = lines[number].shared or is_presiding(plain[slice(*lines[number].name)])
            turn = None if is_over else lines[number]
        elif turn is None or (has_posts and ends_post(plain, paragraphs, number, is_article and turn.posted)):
            turn = None
        elif _continues_turn(plain, turn, paragraphs[number]):
            found[number] = Line(turn.name, paragraphs[number].start, date_span=turn.date_span)
            turn = None if _CLOSES.match(plain, *paragraphs[number]) else turn
        else:
            turn = None
    return found


def _continues_turn(plain: str, turn: Line, paragraph: Span) -> bool:
    """Whether a paragraph continues a turn rather than being the outlet's: about the speaker, about the text, or with a heading."""
    if turn.recorded:
        return not opens_with_label(plain, paragraph)
    # A quotation is all that an article gives of a speaker, and not part of speech without marks; below a
    # name on a line of its own it may be read out.
    is_above = "\n" in plain[turn.name.end : turn.start]
    starts = plain[turn.start] + plain[paragraph.start] * (not is_above)
    if '"' in starts or opens_with_label(plain, paragraph) or is_plate_detail(plain, paragraph):
        return False
    # Captions mark a change of speaker so, without the name; the marks of a quoted letter are read as blanks.
    is_caption = plain[max(0, turn.name.start - 3) : turn.name.start].startswith(">>")
    if is_caption and plain.endswith("  ", 0, paragraph.start):
        return False
    words = plain[slice(*paragraph)]
    name = without_titles(plain[slice(*turn.name)].split())[-1:]
    others = _WORD.findall(_INTRODUCES.sub("", words))
    is_named = bool(name) and len(name[0]) > 1 and not {name[0], name[0].title()}.isdisjoint(others)
    return not is_named and _ABOUT_THE_TEXT.search(words) is None


def _find_marked(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Return the paragraphs that begin with their speaker's name, or follow it."""
    found = {
        number: Line(name, start, sure=True, alone=True, recorded=True)
        for number, (name, start) in find_recorded(plain, paragraphs).items()
    }
    for number, paragraph in enumerate(paragraphs):
        if number in found or (
            plain.find(":", paragraph.start, paragraph.start + _LONGEST_LABEL) < 0
            and plain[paragraph.start] not in "QA"
        ):
            continue  # a cheap pre-check
        match = (
            SHORT_LABEL.match(plain, *paragraph)
            or LABEL.match(plain, *paragraph)
            or CHAT.match(plain, *paragraph)
        )
        is_none = match and is_no_speaker(match["name"]) and not is_known_surname(plain, match["name"])
        if not match or is_none or has_long_description(match):
            continue
        if _TWO_QUOTED.match(plain, match.end(), paragraph.end):
            continue
        if _LETTER.search(plain, match.end(), paragraph.end):
            line = build_line(match, only=len(paragraphs) == 1)
            shared = in_exchange(plain, paragraphs, number)
            found[number] = line._replace(sure=True, alone=True, shared=True) if shared else line
        elif match.end() == paragraph.end and not all(
            opens_with_label(plain, below) for below in paragraphs[number + 1 : number + 2]
        ):
            line, below = build_line(match, only=False), paragraphs[number + 1]
            since = SINCE.match(plain, *below)
            start = since.end() if since else below.start
            found[number + 1] = line._replace(start=start, sure=line.sure or since is not None)
    for number, name in (find_plated(plain, paragraphs) | find_stamped(plain, paragraphs)).items():
        found.pop(number - 1, None)  # "Speaker: Ada Moor (00:12)"
        found[number] = Line(name, paragraphs[number].start, sure=True)
    for number, post in find_posts(plain, paragraphs).items():
        found[number] = Line(
            post.name, paragraphs[number].start, sure=True, alone=True, date_span=post.day, posted=True
        )
    return dict(sorted((found | find_clips(plain, paragraphs)).items()))


def _find_role_labels(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Return the paragraphs whose label names its speaker by a role: "Audience member:"."""
    found = {number: match_role_label(plain, paragraph) for number, paragraph in enumerate(paragraphs)}
    return {number: Line(Span(*match.span("name")), match.end()) for number, match in found.items() if match}


def _find_repeated(names: list[str]) -> set[str]:
    """Return the labels that occur twice, in lower case; for a full name, or one with a title, a repeated surname is enough."""
    bare = {name: " ".join(without_titles(name.split()) or [name]).lower() for name in set(names)}
    counts = Counter(bare[name] for name in names)
    repeated = {name.lower() for name in names if counts[bare[name]] > 1}
    short = match_short_labels(names)
    is_sure = len(short) > 1 or any(full.isupper() or is_person(full.split()) for full in short.values())
    return repeated | {name.lower() for pair in short.items() for name in pair} if is_sure else repeated


def opens_with_label(text: str, line: Span) -> bool:
    """Whether a line may begin with its speaker's name: "Ada Moor: No."."""
    return (
        text.startswith("Q  ", *line)
        or is_stamp(text, line)
        or LABEL.match(text, *line) is not None
        or CHAT.match(text, *line) is not None
        or opens_record(text, line)
    )
