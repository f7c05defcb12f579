"""One spelling for what English writes in two: "didn't" and "did not", "4%" and "4 per cent", "two" and "2"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.lexicon import NUMBER_WORDS

_NOT = expression(
    r"\b(?:(ca|wo|sha)|(is|are|was|were|do|does|did|has|have|had|would|could|should|must|might|need|ought))n't"
    r"(?! (?:only|just|merely|simply|least)\b)(?![\w'])"
)
"""A denial by a short form. "She can not only sing" is no "She cannot only sing": before such words each stays as it is."""
_CUT = {"ca": "can", "wo": "will", "sha": "shall"}
_CANNOT = expression(r"\bcannot\b(?! (?:only|just|merely|simply|least)\b)")
_VERB = expression(r"(?:(?<=[^\W\d_])'(ll|ve|re)|(?<=\bi)'(m))(?![\w'])")
_VERBS = {"ll": " will", "ve": " have", "re": " are", "m": " am"}
_IS = expression(
    r"\b(it|he|she|that|there|here|what|who|where)'s(?= (?:not )?(?:(been)|"
    r"an?|the|true|false|very|too|because|why|what|who|where|how|likely|unlikely|possible|impossible|clear)\b)"
)
"""Behind a pronoun only, and before what tells "is" from "has": "it's paid" may be either, "the mayor's" is a possessive, too."""
_FIGURES = {word: str(value) for word, value in NUMBER_WORDS.items() if 1 <= value <= 12}
_FIGURE = expression(rf"(?<![\w'])(?<!\bno )({'|'.join(_FIGURES)})(?![\w'])")
"""Not behind "no": "No one won" is no "No. 1 won"."""
_PERCENT = expression(r"(?<=\d)(?: %| ?per ?cent\b)")
_READS_OTHERWISE = expression(r", ?not\b|^\W*\d{1,3}[.)]\s", re.IGNORECASE)


def one_spelling(plain: str) -> str:
    """A normalised text with short forms in full, and numbers up to twelve and percent in figures and signs."""
    if "'" in plain:
        plain = _VERB.sub(lambda m: _VERBS[m[1] or m[2]], plain)
        plain = _IS.sub(lambda m: f"{m[1]} {'has' if m[2] else 'is'}", plain)
    if "n't" in plain:
        plain = _NOT.sub(lambda m: f"{_CUT[m[1]] if m[1] else m[2]} not", plain)
    if "cannot" in plain:
        plain = _CANNOT.sub("can not", plain)
    plain = _FIGURE.sub(lambda m: _FIGURES[m[1]], plain)
    return _PERCENT.sub("%", plain) if "%" in plain or "cent" in plain else plain


def reads_otherwise(text: str) -> bool:
    """Whether the text loses with its punctuation what tells it from another spelling of the same words.

    "It would, not surprisingly, fail" is no "It wouldn't surprisingly fail", "2. People died" no "Two people died".
    """
    return _READS_OTHERWISE.search(text) is not None
