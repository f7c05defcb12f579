"""Which lines of a transcript or an interview begin with their speaker's name? `_find_marked` tries each kind of label."""

from __future__ import annotations

import re
from collections import Counter

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.interviews import find_answers, in_exchange, uses_first_person
from claimtrack.core.extract.page.transcripts.label_forms import CHAT, LABEL, SHORT_LABEL, SINCE
from claimtrack.core.extract.page.transcripts.lines import (
    Line,
    build_line,
    drop_link_lists,
    ends_sentence,
    find_bare_questions,
    find_clips,
    has_long_description,
    is_label,
    is_no_speaker,
    is_person,
    is_questioner,
    match_role_label,
    paragraph_of_name,
)
from claimtrack.core.extract.page.transcripts.nameplates import find_plated, find_stamped, is_stamp
from claimtrack.core.extract.page.transcripts.paired import find_paired
from claimtrack.core.extract.page.transcripts.posts import find_posts
from claimtrack.core.extract.page.transcripts.records import find_recorded, opens_record
from claimtrack.core.extract.page.transcripts.surnames import is_known_surname, match_short_labels
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.extract.words.titles import has_title, without_titles

_TWO_QUOTED = expression(r'"[^"\n]+"[;,.]? [^"\n]{2,80}: "')
"""Two people quoted in one paragraph, which is not a turn of the first: "Ann Lee: "A." Bob Ray: "B."."""
_LETTER = expression(r"[^\W\d_]")  # nobody speaks in a line such as "Ada Moor: 1,769."
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
    is_talk = len(repeated) >= _MANY_REPEATED and starts_transcript(plain, paragraphs[: min(found)])
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
    if not (is_titled and starts_transcript(plain, paragraphs[:number])):
        return False
    return uses_first_person(plain, paragraphs[number:])


def starts_transcript(plain: str, before: list[Span]) -> bool:
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
