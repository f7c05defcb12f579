"""Where did an article lose its quotation marks, and which quotations does a paragraph leave open?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.credits import is_credit
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import MARKS, Span
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft

_FIRST_PERSON = expression(
    r"\b(?:I|[Ww]e|I'm|I've|I'd|I'll|[Ww]e're|[Ww]e've|[Ww]e'd|[Ww]e'll|[Oo]ur|[Mm]y|[Uu]s|[Oo]urs"
    r"|[Mm]yself|[Oo]urselves)\b(?!\.)"
)
_TALKING_ON = expression(
    r"(?:And|But|So|However|Well|Now|Look|Of course|Then, of course|Yes|No|Because|Also)\b,? "
)
_LEAST_QUOTED = 25  # characters; an article all of whose quotations are shorter may have lost its marks
_CONFIRMATION = expression(r"\b[Aa]s (?:\w+ )?$")
"""Words before a person who confirms what the outlet reports in its own words: "As Doe pointed out, we lost"."""


def has_lost_marks(plain: str, quotes: list[Span], found: list[Draft]) -> bool:
    """Whether somebody is reported in the first person in a text without quotations: "Doe said we lost 40 boats"."""
    if any(quote.end - quote.start >= _LEAST_QUOTED for quote in quotes):
        return False
    opens = next((number for number, draft in enumerate(found) if draft.source), len(found))
    own = (draft.span for draft in found[:opens] if is_first_person(plain, draft.span))
    if sum(not is_credit(plain[slice(*span)]) for span in own) > 1:
        return False  # a column: its author says "I" before anybody else speaks, unlike "We use cookies"
    reported = ((draft.span, draft.source) for draft in found if draft.kind is Kind.INDIRECT)
    return any(
        by
        and is_first_person(plain, span)
        and not _CONFIRMATION.search(plain, max(0, by.start - 12), by.start)
        for span, by in reported
    )


def is_first_person(plain: str, span: Span) -> bool:
    """Whether the words contain "I" or "we"."""
    return _FIRST_PERSON.search(plain, *span) is not None


def mark_lost_quotes(plain: str, found: list[Draft], spoke: bool) -> None:
    """Guess which drafts of a paragraph were quotations; `spoke` says that the previous paragraph ended in one."""
    quoted = False
    for number, draft in enumerate(found):
        if draft.is_lead_in or draft.kind is Kind.DIRECT:
            continue
        if draft.source is None and is_credit(plain[slice(*draft.span)]):
            continue  # the page's own words: "We use cookies"
        talks_on = spoke and number == 0 and _TALKING_ON.match(plain, *draft.span) is not None
        before = found[number - 1] if number else None
        if before and before.lost_marks and _reports_on_pronoun(plain, draft):
            draft.source = before.source
        # A speaker named after the words goes on speaking: the paragraph is theirs.
        if draft.source is not None:
            quoted = draft.source_follows and not _is_citation(plain, draft.source)
        if (
            is_first_person(plain, draft.span)
            or (quoted and draft.source is None)
            or (talks_on and draft.source is None)
            or (draft.source_follows and _TALKING_ON.match(plain, *draft.span))
        ):
            draft.kind = Kind.DIRECT
            draft.kind_certain = False
            draft.lost_marks = True
        elif draft.source_follows:
            draft.kind_certain = False


def _reports_on_pronoun(plain: str, draft: Draft) -> bool:
    """Whether somebody who speaks in the first person reports what others said to them: "They told us to stop"."""
    by = plain[slice(*draft.source)].lower() if draft.source else ""
    return by in lexicon.HUMAN_PRONOUNS and not draft.source_follows and is_first_person(plain, draft.span)


def is_unclosed_quotation(plain: str, found: list[Draft]) -> bool:
    """Whether a paragraph is one unattributed quotation without a closing mark, which the next paragraph continues."""
    return (
        starts_with_quote(plain, found)
        and not plain.startswith(MARKS, found[-1].span.end)
        and all(draft.kind is Kind.DIRECT and draft.kind_certain and draft.source is None for draft in found)
    )


def starts_with_quote(plain: str, found: list[Draft]) -> bool:
    """Whether a paragraph begins with a quotation mark."""
    return bool(found) and plain.endswith(MARKS, 0, found[0].span.start)


def mark_announced_quotation(found: list[Draft]) -> None:
    """Treat the paragraph after "She said:" as a quotation that its layout sets off instead of marks."""
    if all(draft.kind is Kind.OUTLET for draft in found):
        for draft in found:
            draft.kind, draft.kind_certain = Kind.DIRECT, False


def _is_citation(plain: str, source: Span) -> bool:
    """Whether the source does not speak: an organisation, a document, or a source cited by "according to"."""
    head = plain[source.start : source.end].rpartition(" ")[2].lower()
    is_person = head not in nouns.BODIES and head not in nouns.DOCUMENTS
    return not is_person or plain.endswith("according to ", 0, source.start)
