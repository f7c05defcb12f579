"""A draft: a future row whose source has not been resolved to a person yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.page.monologues.monologue import Author
    from claimtrack.core.extract.words.reading import Span

_PASSIVE_HEARERS = expression(r" (?:(?:has|have|had) )?(?:heard|(?:was|were|been) told)\b")
"""What follows a court, a jury or a meeting that only heard the words."""


@dataclass(slots=True)
class Draft:
    """A future row: its span, its kind, and its source as written if the sentence names one."""

    span: Span
    kind: Kind
    source: Span | None = None
    stance_holder: Span | None = None
    """Whose stance the outlet's words express, which are filed as theirs: "Doe denied it"."""
    kind_certain: bool = True
    is_lead_in: bool = False  # the sentence only announces what follows: "He said:"
    ends_in_reporting_verb: bool = False
    """Whether the announcement ends in a reporting verb, perhaps with addressee or place: "He said:", "He told the court:"."""
    source_follows: bool = False  # the source follows its content
    lacks_marks: bool = False  # a quotation whose marks are missing
    sentence: Span | None = None  # the sentence that contains it
    is_labelled: bool = False  # the source is the label of a transcript's turn
    is_unsourced: bool = False  # its speaker is not named in the article
    date_span: Span | None = None
    """Words apart from it with the date of the utterance: after a signature, or in a line above."""
    author: Author | None = None
    """The speaker or writer of the whole stretch of text that it is part of."""
    is_foreign: bool = False  # its paragraph is not in English
    is_heard: bool = False  # the source, such as a court, only heard it
    is_retold: bool = False  # reported in an interviewer's question: its speaker is no party to the interview

    @property
    def includes_source(self) -> bool:
        """Whether the words that name the source are within the row: a quotation whose halves were merged."""
        return self.source is not None and self.span.start <= self.source.start < self.span.end

    def set_sentence(self, text: str, sentence: Span) -> None:
        """Set the sentence, and what depends on the words after the source; what the outlet "can reveal" is its own statement."""
        self.sentence = sentence
        self.is_heard = self.source is not None and _PASSIVE_HEARERS.match(text, self.source.end) is not None
        if self.source and text.startswith((" can reveal", " can disclose"), self.source.end):
            self.kind, self.source = Kind.OUTLET, None
