"""Who speaks in a participle: "..., saying that S", "quoted an official as saying S"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.adjuncts import after_verb
from claimtrack.core.extract.attribution.commenting import disputed_by
from claimtrack.core.extract.attribution.leading import reports
from claimtrack.core.extract.attribution.otherwise import quotes_another
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.subjects import Range, first_subject
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    BREAKS,
    has_quote,
    is_finite,
    opens_clause,
    says_something,
    word_at,
)

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_LONGEST_QUOTED = 8


def participle(tokens: list[Token], at: int, spoke: Range | None) -> Attribution | None:
    """ "..., saying that S": whoever `spoke` before or the subject of the sentence speaks."""
    if at == 0 or tokens[at].lower in lexicon.FRAME:
        return None
    before = tokens[at - 1]
    if before.lower == "as" and (quoted := _quoted_by_another(tokens, at - 1)):
        quote = next((i for i in range(quoted[0]) if tokens[i].is_quote), None)
        said = after_verb(tokens, at)
        if quote is not None and not (has_quote(tokens, said, len(tokens)) or opens_clause(tokens, said)):
            return Attribution(
                at, quoted, (quote, quote + 1)
            )  # ""S," the agency quoted Doe as saying on Friday"
        return Attribution(at, quoted, (at + 1 + (word_at(tokens, at + 1) == "that"), len(tokens)))
    if not (before.text in BREAKS or before.is_quote or before.lower in lexicon.BEFORE_PARTICIPLE):
        return None
    said = after_verb(tokens, at)
    if tokens[at].lower in lexicon.ASK and not (
        tokens[said : said + 1] and (tokens[said].is_quote or tokens[said].lower in lexicon.QUESTION_WORDS)
    ):
        return None  # "asking not to be named because the talks are private"
    if not (says_something(tokens, said) or opens_clause(tokens, said)) or not reports(tokens, at, said):
        return None
    source = disputed_by(tokens, at) or spoke or first_subject(tokens, at)
    return Attribution(at, source, (said, _before_last_quote(tokens, said))) if source else None


def _quoted_by_another(tokens: list[Token], end: int) -> Range | None:
    """Whom a paper quotes in "The paper quoted an official as saying that S"; `end` is where "as" stands."""
    for at in range(end - 2, max(-1, end - _LONGEST_QUOTED), -1):
        if quotes_another(tokens, at):
            return at + 1, end
    return None


def _before_last_quote(tokens: list[Token], start: int) -> int:
    """Where the words end in ""A," Doe said, adding that B, "and C."": a quotation taken up again is no part of B."""
    at = len(tokens) - 1 - (not tokens[-1].is_quote)
    resumes = at - 1 > start and tokens[at].is_quote and tokens[at - 1].text == ","
    said = tokens[start + (tokens[start].lower == "that") : at - 1]
    is_whole = resumes and any(map(is_finite, said)) and said[0].lower not in lexicon.CONJUNCTIONS
    return at - 1 if is_whole and has_quote(tokens, 0, start) else len(tokens)
