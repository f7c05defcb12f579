"""Does plain text contain HTML that an editor or an import left in it?"""

from __future__ import annotations

import html
import re
from html.entities import name2codepoint

from claimtrack.core.expressions import expression

# With the code in it, which nobody said. Up to the next "<": to look further for the end would take minutes where it is missing.
_CODE = r"<(?:script|style)(?:\s[^<>]*)?>[^<]*</(?:script|style)\s*>"
MARK = expression(
    rf"{_CODE}|"
    r"</?(?:a|b|blockquote|br|div|em|h[1-6]|i|img|li|ol|p|script|span|strong|style|su[bp]|u|ul)(?:\s[^<>]*)?/?>"
    rf"|&(?:apos|{'|'.join(name2codepoint)}|#\d{{1,6}}|#x[0-9a-f]{{1,6}});",
    re.IGNORECASE,
)
# However often it was escaped: at once, since a long run would take a pass for each.
_AMPERSAND = expression(r"&(?:(?:amp|#0{0,4}38|#x0{0,4}26);)+", re.IGNORECASE)
_WITHIN_WORDS = expression(r"</?(?:a|b|em|i|span|strong|su[bp]|u)\b", re.IGNORECASE)

_ENDING = expression(r"[,.;:!?]+(?:\s|<|$)")


def without_markup(text: str) -> str:
    """Return the text on one line without HTML, even if it was escaped several times (&amp;lt;p&amp;gt;).

    Any other "<" belongs to the text: "Fewer than 5 < 6".
    """
    while MARK.search(text):
        text = MARK.sub(_replace_mark, _AMPERSAND.sub("&", text))
    return " ".join(text.split())


def _replace_mark(mark: re.Match[str]) -> str:
    """Return the text for a tag or an entity: its character, a blank, or "" within a word or before the mark that ends a sentence or a clause."""
    if mark[0].startswith("&"):
        # A lone surrogate, or an invalid code point, is nothing that a person wrote.
        return html.unescape(mark[0]) if html.unescape(mark[0]) != mark[0] else " "
    return "" if _WITHIN_WORDS.match(mark[0]) or _ENDING.match(mark.string, mark.end()) else " "
