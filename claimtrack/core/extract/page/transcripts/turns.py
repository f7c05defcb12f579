"""Which paragraphs of a transcript continue the turn of the speaker named above, and which does nobody say?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import CHAT_ALONE
from claimtrack.core.extract.page.transcripts.labels import opens_with_label, starts_transcript
from claimtrack.core.extract.page.transcripts.lines import Line, paragraph_of_name
from claimtrack.core.extract.page.transcripts.nameplates import is_plate_detail
from claimtrack.core.extract.page.transcripts.posts import ends_post
from claimtrack.core.extract.page.transcripts.records import is_presiding
from claimtrack.core.extract.words.titles import without_titles

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Span

_WORD = expression(r"[\w-]+")
_ABOUT_THE_TEXT = expression(
    r"\b(?:interview|conversation|transcript|exchange|debate)s? (?:was|were|has|have|is|are|took)\b"
    r"|^(?:Resolved|Ordered),?$|^(?:Sitting|House) (?:suspended|adjourned)\b|^The (?:House|Committee)(?: having)? divided\b|\bedited for\b|\b[Ii]nterview(?:ed)? by\b|\bspoke (?:to|with)\b"
)
_INTRODUCES = expression(r"\b(?:I'm|I am|[Mm]y name is)(?: [A-Z][\w'-]*){1,4}")  # names the speaker
_CLOSES = expression(r"Question (?:put|accordingly)\b")  # added by the clerk after the last words
_FEWEST_OTHERS = 3  # labels besides the last


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
    opens = _is_surely_talk(plain, lines, is_long=len(found) > len(lines)) and starts_transcript(
        plain, paragraphs[: max(before, 0)]
    )
    if lines[last].recorded or is_whole or opens:
        found |= _find_continued(plain, paragraphs, lines, range(last, len(paragraphs)))
    return found


def _is_surely_talk(plain: str, lines: dict[int, Line], *, is_long: bool) -> bool:
    """Whether the last label is almost certainly no heading: in capitals, certain, or a full name that repeats among many, where turns are long."""
    *others, last = (line for _, line in sorted(lines.items()))
    name = plain[slice(*last.name)]
    is_among = is_long and " " in name and len(others) >= _FEWEST_OTHERS
    is_again = is_among and any(plain[slice(*line.name)] == name for line in others)
    return name.isupper() or last.sure or is_again


def _find_continued(
    plain: str, paragraphs: list[Span], lines: dict[int, Line], numbers: range
) -> dict[int, Line]:
    """Return the unlabelled paragraphs that continue a turn."""
    found: dict[int, Line] = {}
    turn: Line | None = None
    has_posts = "@" in plain  # else a lone day or number belongs to the page
    is_article = has_posts and not starts_transcript(plain, paragraphs[: min(lines)])
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
