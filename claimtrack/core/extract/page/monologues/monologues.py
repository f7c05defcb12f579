"""Whose words the paragraphs of a text are that one person speaks as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.announced import announced
from claimtrack.core.extract.page.monologues.columns import column
from claimtrack.core.extract.page.monologues.letters import letters
from claimtrack.core.extract.page.monologues.monologue import Author, Part

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from claimtrack.core.extract.words.reading import Span
    from claimtrack.core.model import Article

_CROWD = expression(r"(?:AUDIENCE(?: MEMBERS?)?|CROWD|PROTESTERS?): +")
"""Who is heard in the midst of a speech: "AUDIENCE: Four more years!"."""


def monologues(
    plain: str, paragraphs: Sequence[Span], article: Article, lines: Sized
) -> tuple[dict[int, Part], set[int]]:
    """The paragraphs that somebody speaks or writes as a whole, by number, and those around them that nobody says.

    In a transcript, as several labelled `lines` tell, nobody does.
    """
    found, unsaid = letters(plain, paragraphs, article.title)
    if not found and len(lines) <= 1:
        opinion = column(plain, paragraphs, article)  # who else is quoted in it does not write it
        for author, numbers in [opinion] if opinion else announced(plain, paragraphs, article.title):
            found |= {number: _part(plain, paragraphs[number], author) for number in numbers}
    return found, unsaid if found else set()


def _part(plain: str, paragraph: Span, author: Author) -> Part:
    """A paragraph of somebody's speech, in which the audience may be heard."""
    crowd = _CROWD.match(plain, *paragraph)
    return (
        Part(Author("the audience", crowd.start()), crowd.end()) if crowd else Part(author, paragraph.start)
    )
