"""A row to be, before it is known whom its source means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.page.monologues.monologue import Author
    from claimtrack.core.extract.words.reading import Span

_HEARD = expression(r" (?:(?:has|have|had) )?(?:heard|(?:was|were|been) told)\b")
"""Behind a court, a jury or a meeting that only listened."""


@dataclass(slots=True)
class Draft:
    """A row to be: its span, how it is given, and the source as written, where the sentence has one."""

    span: Span
    kind: Kind
    source: Span | None = None
    stance_holder: Span | None = None
    """Whoever takes a stand in the outlet's words, which are filed as his: "Doe denied it"."""
    kind_certain: bool = True
    is_lead_in: bool = False  # the sentence only announces words that follow: "He said:"
    ends_in_reporting_verb: bool = False
    """The announcement ends in a verb of saying, and to whom or where: "He said:", "He told the court:"."""
    source_follows: bool = False  # the source stands after what it said
    lost_marks: bool = False  # taken for a quotation although its marks are missing
    sentence: Span | None = None  # the sentence it was cut from
    labelled: bool = False  # the source is the label of a transcript's turn
    unsourced: bool = False  # somebody else says it whom the article leaves unnamed
    dated: Span | None = None
    """Words set off from it that tell when it was said: those behind a signature, or a line above."""
    author: Author | None = None
    """Whoever speaks or writes the stretch of text that it stands in as a whole."""
    is_foreign: bool = False  # it stands in a paragraph that is not in English
    is_heard: bool = False  # the source, a court or a meeting, only heard it
    is_retold: bool = False  # whoever asks tells of it: who said it does not speak here, and answers nothing

    def settle(self, text: str, sentence: Span) -> None:
        """Tell the draft its sentence, and what stands behind its source; what the outlet "can reveal" it says itself."""
        self.sentence = sentence
        self.is_heard = self.source is not None and _HEARD.match(text, self.source.end) is not None
        if self.source and text.startswith((" can reveal", " can disclose"), self.source.end):
            self.kind, self.source = Kind.OUTLET, None
