"""Where does a paragraph end in a link to the rest of it? "Read more", "[…] Continue reading →"."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span

_CUT = r"\[ ?(?:\.\.\.|…) ?\]"
_LINK = (
    r"[(>» ]*(?i:(?:read|learn|see) more(?: here)?|more(?= ?(?:\.\.\.|…)\))|read on|continue reading(?: [^.!?]{1,120})?"
    r"|(?:read|see) the (?:full|whole|rest of (?:the|this)) (?:story|article|post|report)(?: here)?)"
)
_ONWARD = expression(rf"\s+(?=[A-Z(\[>»])(?:{_CUT}(?:\s*{_LINK})?|{_LINK})[ .…→»›>)]*(?: \")?$")
_BROKEN_OFF = expression(r"(?:[^.!?\"')]|\.\.\.)$")
_LONGEST = 160  # characters


def find_onward(plain: str, paragraph: Span) -> int:
    """Return where the link or the mark of an omission begins that closes a paragraph, or the paragraph's end."""
    start = max(paragraph.start, paragraph.end - _LONGEST)
    low = plain[start : paragraph.end].lower()
    if low[-1:] != "]" and "read" not in low and "more" not in low:  # the usual case
        return paragraph.end
    found = _ONWARD.search(plain, start, paragraph.end)
    return found.start() if found else paragraph.end


def skip_onward(plain: str, paragraph: Span) -> Span:
    """Return the paragraph without the link to the rest of it, which nobody says."""
    return Span(paragraph.start, find_onward(plain, paragraph))


def is_cut(plain: str, words: Span) -> bool:
    """Whether words break off where such a link, or the mark of an omission, follows."""
    reach = words.end + _LONGEST
    end = plain.find("\n", words.end, reach)
    if end < 0 and len(plain) > reach:
        return (
            False  # no line ends so soon: to look for its end each time would take long in a text of one line
        )
    follows = _ONWARD.match(plain, words.end, end if end >= 0 else len(plain))
    return follows is not None and _BROKEN_OFF.search(plain, *words) is not None
