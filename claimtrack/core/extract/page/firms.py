"""Does a sentence end at a firm's legal form, such as "Moor Boats Inc."? Its stop alone does not tell."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.reading import Span, tokenise, words_of
from claimtrack.core.language.legal_forms import is_legal_form

FIRMS = words_of("inc corp co ltd")
_REACH = 124  # characters within which the next clause has its verb
_CLAUSE = expression(r"\s*\"?([A-Z][^\"\n]{0,119}?)(?=[.!?][\"')]*\s+[\"'(]*[A-Z]|[\"\n]|$)")
_NAMES = expression(r"[A-Z][\w'&-]*(?:\s+[A-Z][\w'&-]*)*(,?)")
_CONTINUES = nouns.TITLES | nouns.BODIES | words_of("class series common")
"""Capitalised words behind a firm that speak of somebody or something of it: "Moor Boats Inc. Chief Executive Ada Lee"."""


def ends_at_firm(text: str, sentence: Span, end: int) -> bool:
    """Whether a clause stands on both sides of the form: "It beat Moor Boats Inc. Analysts at Vale said so.".

    Not so in "Moor Boats Inc. President Ada Lee said"; `sentence` runs to the form, and `end` is behind its stop.
    """
    clause = _CLAUSE.match(text, end, min(len(text), end + _REACH))
    names = _NAMES.match(clause[1]) if clause else None
    if clause is None or names is None:
        return False
    words = names[0].rstrip(",").split()
    if names[1] and len(words) == 1:
        return False  # a name goes on: "Moor Boats Co. Norvia, which"
    if is_legal_form(words[0]) or any((w.isupper() and len(w) > 1) or w.lower() in _CONTINUES for w in words):
        return False  # "Moor Boats Co. Ltd.", or a ticker: "Moor Boats Inc. MBT"
    return _is_clause(clause[1]) and _is_clause(text[slice(*sentence)])


def _is_clause(part: str) -> bool:
    words = tokenise(part)
    return has_predicate(words, 0, len(words))
