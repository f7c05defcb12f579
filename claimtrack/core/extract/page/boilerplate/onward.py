"""Where does a paragraph end in a link to the rest of it? "Read more", "[…] Continue reading →"."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import Span

_CUT = r"\[ ?(?:\.\.\.|…) ?\]"
_TITLE = r"(?:https?://\S+|[^.!?\n]{1,120})"
_LINK = (
    rf"(?i:(?:read|learn|see|find out) more(?: here|: {_TITLE}(?!\.)| (?:about|at|on):? {_TITLE})?|more(?= ?(?:\.\.\.|…)\))|read on"
    rf"|(?:continue|keep) reading(?::? {_TITLE})?"
    r"|(?:read|see) (?:the )?(?:full|whole|rest of (?:the|this)) (?:story|article|post|report|entry)(?: here)?"
    # As English pages of others have them: feeds and blogs are made with programs that speak the language of their owner.
    r"|full (?:story|article)(?: here)?|weiterlesen|lire la suite|seguir leyendo|leer más|leggi tutto|lees verder|continuar lendo)"
)
_OPENED = rf"(?:(?:[(\[>|•·→›–—-]\s*|\" )*(?=[A-Z])|[(\[>|→]\s*){_LINK}"
_AFTER = r"[ …→»›>)\]]|\.\.\."
_ONWARD = expression(
    rf"(?:\s*{_CUT}(?:\s*{_LINK}|\s*{_OPENED})?(?:{_AFTER}|\.)*"
    rf"|(?:(?<=\.\.\.)|(?<=…))\s*{_LINK}(?:{_AFTER}|\.)*"
    rf"|(?<=[.!?…:\"')\]])\s*{_OPENED}(?:{_AFTER}|\.)*"
    # Without a stop before it and with one after it, it is part of the sentence: "gave 40,000 euros to the charity Read On."
    rf"|\s+{_OPENED}(?:{_AFTER})*)(?: \")?$"
)
_SIGNS = (
    "read more", "learn more", "see more", "out more", "(more", "reading", "read on", "read the", "read full", "see the", "see full",
    "full story", "full article", "weiterlesen", "lire la", "leyendo", "leer más", "leggi tutto", "lees verder", "lendo",
)  # fmt: skip
"""What each such link has, but for a mark in brackets."""
_BROKEN_OFF = expression(r"(?:[^.!?\"')]|\.\.\.)$")
_LONGEST = 160  # characters


def find_onward(plain: str, paragraph: Span) -> int:
    """Return where the link or the mark of an omission begins that closes a paragraph, or the paragraph's end."""
    start = max(paragraph.start, paragraph.end - _LONGEST)
    low = plain[start : paragraph.end].lower()
    if low[-1:] != "]" and not any(words in low for words in _SIGNS):  # the usual case
        return paragraph.end
    found = _ONWARD.search(plain, start, paragraph.end)
    return found.start() if found and found.start() > paragraph.start else paragraph.end


def skip_onward(plain: str, paragraph: Span) -> Span:
    """Return the paragraph without the link to the rest of it, which nobody says."""
    return Span(paragraph.start, find_onward(plain, paragraph))


def is_cut(plain: str, words: Span) -> bool:
    """Whether words break off where such a link, or the mark of an omission, follows."""
    reach = words.end + _LONGEST
    end = plain.find("\n", words.end, reach)
    if end < 0 and len(plain) > reach:
        return False  # no line ends so soon: to look further each time would take long in a text of one line
    follows = _ONWARD.match(plain, words.end, end if end >= 0 else len(plain))
    return follows is not None and _BROKEN_OFF.search(plain, *words) is not None
