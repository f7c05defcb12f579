"""Which paragraphs are social-media posts, copied from a page or embedded in an article, with the handle above or signed below?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.lines import ends_sentence
from claimtrack.core.extract.words.reading import Span, name_pattern

if TYPE_CHECKING:
    import re

_HANDLE = r"@\w[\w.-]{0,60}"
_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?|\d{1,2} ?(?:[smhdw]|min|hr)s?)"
_NAME = r"(?P<name>[A-Z][^\n@·:;!?]{0,60}?)"
_NO_BYLINE = r"(?!(?:By|Follow|Contact|Email|Tweet|Reach|Write) )"
_ABOVE = name_pattern(rf"{_NO_BYLINE}{_NAME}\s{{1,4}}{_HANDLE}(?:\s{{1,4}}·\s{{1,4}}(?P<day>{_DAY}))?")
"""The line above a post: "Ada Moor @adamoor · May 3"; on two lines if it was copied so."""
_ALONE = name_pattern(rf"{_NO_BYLINE}{_NAME}")
_HANDLE_ALONE = expression(rf"{_HANDLE}(?: ?· ?(?P<day>{_DAY}))?")
_BELOW = name_pattern(rf"(?:[—–-] ?)?{_NAME} \({_HANDLE}\),? ?(?:· ?)?(?P<day>{_DAY})?")
"""The signature of an embedded post: "— Ada Moor (@adamoor) May 3, 2024". Without the dash, it may also be the line above one."""
_COUNT = r"\d[\d.,]{0,8}[KMB]?(?:\s{1,3}(?i:views?|likes?|reposts?|retweets?|quotes?|comments?|shares?|replies|reply|bookmarks?))?"
_AROUND = expression(
    rf"Replying to {_HANDLE}(?:[ ,and]{{1,5}}(?:{_HANDLE}|\d+ others))*|(?:Quote|Pinned|Promoted|Follow(?:ing)?|Verified(?: account)?|Translate (?:post|tweet)"
    r"|Show (?:more|this thread)|See more|Like|Reply|Repost|Share|Comment|Views?|·)"
    rf"|(?:· ?)?{_DAY}"
    rf"|{_COUNT}(?:\s{{1,3}}{_COUNT}){{0,6}}"
    rf"|\d{{1,2}}:\d{{2}} ?(?:[AaPp]\.?[Mm]\.?)?(?: · {_DAY})?(?: · {_COUNT})?"
)
_DASHES = frozenset("—–-")
_LONGEST_LINE = 160  # characters


class Post(NamedTuple):
    """The author of a post, and the words that give its date, if any."""

    name: Span
    day: Span | None


def find_posts(plain: str, paragraphs: list[Span]) -> dict[int, Post]:
    """Map paragraph numbers to the author of the post, named on the line above or below."""
    found = dict(_match_posts(plain, paragraphs)) if "@" in plain else {}
    return {} if _is_byline(plain, paragraphs, found) else found


def _is_byline(plain: str, paragraphs: list[Span], found: dict[int, Post]) -> bool:
    """Whether the only name with a handle is the article's byline: only headings above, paragraphs below, and no website's mark."""
    if len(found) != 1 or "·" in plain:
        return False
    ((number, post),) = found.items()
    is_first = post.name.start < paragraphs[number].start and not any(
        ends_sentence(plain, one) for one in paragraphs[:number]
    )
    return is_first and plain.find("\n\n", *Span(paragraphs[number].start, paragraphs[-1].start)) >= 0


def split_posts(plain: str, paragraphs: list[Span]) -> list[Span]:
    """Split off the signature of a post as a paragraph of its own."""
    if "(@" not in plain:
        return paragraphs
    return [part for paragraph in paragraphs for part in _split_post(plain, paragraph)]


def is_around_post(text: str, line: Span) -> bool:
    """Whether a line contains only what a page puts around a post: author, time, view counts."""
    if line.end - line.start > _LONGEST_LINE:
        return False
    forms = (_AROUND, _HANDLE_ALONE, _BELOW, _ABOVE) if "@" in text[slice(*line)] else (_AROUND,)
    return any(form.fullmatch(text, *line) for form in forms)


def ends_post(text: str, paragraphs: list[Span], number: int, is_set_in: bool) -> bool:
    """Whether a paragraph is no longer part of a post: around it, or after a blank line if it is embedded in an article."""
    is_apart = is_set_in and "\n\n" in text[paragraphs[number - 1].end : paragraphs[number].start]
    return is_apart or is_around_post(text, paragraphs[number])


def _match_posts(plain: str, paragraphs: list[Span]) -> Iterator[tuple[int, Post]]:
    """Yield the paragraph number and the author of each post."""
    for number, line in enumerate(paragraphs):
        if (
            line.end - line.start > _LONGEST_LINE
            or plain.find("@", *line) < 0
            or _AROUND.fullmatch(plain, *line)
        ):
            continue
        if (below := _BELOW.fullmatch(plain, *line)) and plain[: line.start].rstrip(" ")[-1:] in _DASHES:
            if number:
                yield number - 1, _build_post(below)
        elif post := _match_heading(plain, paragraphs, number):
            first = _skip_headings(plain, paragraphs, number + 1)
            if first is not None:
                yield first, post


def _build_post(found: re.Match[str]) -> Post:
    """Build a post from a matched line with its author."""
    return Post(Span(*found.span("name")), _post_day(found))


def _post_day(found: re.Match[str]) -> Span | None:
    """The span of the words that give the post's date, if any."""
    return Span(*found.span("day")) if found["day"] else None


def _match_heading(plain: str, paragraphs: list[Span], number: int) -> Post | None:
    """Match the author of a post in a line, or in the line above it."""
    above = _ABOVE.fullmatch(plain, *paragraphs[number]) or _match_dated_heading(plain, paragraphs, number)
    if above:
        return _build_post(above)
    handle = _HANDLE_ALONE.fullmatch(plain, *paragraphs[number])
    name = _ALONE.fullmatch(plain, *paragraphs[number - 1]) if handle and number else None
    if not (handle and name):
        return None
    return Post(Span(*name.span("name")), _post_day(handle))


def _match_dated_heading(plain: str, paragraphs: list[Span], number: int) -> re.Match[str] | None:
    """Match "Ada Moor (@adamoor) May 3" above a post: directly above it, or anywhere on a page that begins with such a line."""
    found, first = (_BELOW.fullmatch(plain, *paragraphs[at]) for at in (number, 0))
    if not (found and found["day"] and found.start("name") == found.start()):
        return None
    if first and first["day"]:
        return found
    before, after = (
        (paragraphs[max(0, number - 1)].end, paragraphs[number].start),
        (found.end(), found.end() + 2),
    )
    return found if "\n\n" in plain[slice(*before)] and "\n\n" not in plain[slice(*after)] else None


def _skip_headings(plain: str, paragraphs: list[Span], number: int) -> int | None:
    """Return the number of the first paragraph from `number` on that is not part of a heading."""
    return next(
        (at for at in range(number, len(paragraphs)) if not is_around_post(plain, paragraphs[at])), None
    )


def _split_post(plain: str, paragraph: Span) -> Iterator[Span]:
    """Split the signature off an embedded post."""
    at = plain.find("(@", *paragraph)
    dash = max(plain.rfind(one, paragraph.start, at) for one in _DASHES) if at >= 0 else -1
    if dash <= paragraph.start or not _BELOW.fullmatch(plain, dash + 2, paragraph.end):
        yield paragraph
        return
    yield Span(paragraph.start, len(plain[:dash].rstrip("—–- ")))
    yield Span(dash, paragraph.end)
