"""Two sources of one sentence, where the second stands at its end: "Doe said A, and B, according to the council"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.cues import cues, group_start
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import is_finite, is_statement, opens_clause, word_at

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution
    from claimtrack.core.extract.words.reading import Token

_FEWEST_SAID = 3
JOINING = frozenset({"and", "but", "yet", "while"})
_GOING_ON = JOINING | {"which", "of"}
_FOUND = frozenset("found finds says said concluded concludes charges charged alleges alleged".split())
_ASSERTING = frozenset("said says told claimed claims insisted insists maintained maintains argued".split())
"""What others say, and what a report finds: "Doe claimed A, and B, the report says"."""


def first_cue(tokens: list[Token], closing: Attribution) -> int:
    """The verb of the first source, where that at the end is cited or a document that tells against it; else 0."""
    cites = tokens[closing.cue].lower == "according"
    finds = tokens[closing.cue].lower in _FOUND and any(
        token.lower in nouns.DOCUMENTS for token in tokens[slice(*closing.source)]
    )
    if not (cites or finds) or closing.content[0]:
        return 0
    verbs = lexicon.INSISTING if cites else _ASSERTING
    cue = next((at for at in cues(tokens[: closing.content[1]]) if tokens[at].lower in verbs), 0)
    is_told_of = cue > 0 and tokens[group_start(tokens, cue, 0) - 1].lower in lexicon.RELATIVES
    return 0 if is_told_of else cue


def said_before(tokens: list[Token], first: Attribution, end: int) -> Attribution | None:
    """What the first source has said before the words of the second, which end at `end`; None where all may be of one."""
    start = first.content[0]
    if first.framed or start < first.cue:
        return None
    joint = next((i for i in range(start + 1, end - _FEWEST_SAID) if _is_joint(tokens, i, start)), 0)
    tells_of = word_at(tokens, joint + 1) == "which" or word_at(tokens, joint + 2) == "which"
    behind = joint + 1 if tokens[joint].lower in JOINING else joint + 2
    goes_on = tells_of or (opens_clause(tokens, behind) and not is_finite(tokens[behind]))
    said = start, joint
    return first._replace(content=said) if joint > 0 and goes_on and is_statement(tokens, *said) else None


def _is_joint(tokens: list[Token], at: int, start: int) -> bool:
    """Whether ", and" stands here, or "and" behind a quotation, whose comma stands within the marks."""
    joins = tokens[at].text == "," and at >= start + _FEWEST_SAID and word_at(tokens, at + 1) in _GOING_ON
    return joins or (tokens[at - 1].is_quote and tokens[at].lower in JOINING)
