"""Which paragraphs does one person speak as a whole, and who is it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.announced import find_announced
from claimtrack.core.extract.page.monologues.columns import find_column
from claimtrack.core.extract.page.monologues.letters import find_letters
from claimtrack.core.extract.page.monologues.monologue import Author, Part

if TYPE_CHECKING:
    from collections.abc import Sequence, Sized

    from claimtrack.core.extract.words.reading import Span
    from claimtrack.core.model import Article

_CROWD = expression(r"(?:AUDIENCE(?: MEMBERS?)?|CROWD|PROTESTERS?): +")
"""The audience heard within a speech: "AUDIENCE: Four more years!"."""


def find_monologues(
    plain: str, paragraphs: Sequence[Span], article: Article, lines: Sized
) -> tuple[dict[int, Part], set[int]]:
    """Map paragraph numbers to the author of the whole text they belong to, and collect the paragraphs around it that nobody says.

    A transcript, with several labelled `lines`, has no such author.
    """
    found, unsaid = find_letters(plain, paragraphs, article.title)
    if not found and len(lines) <= 1:
        opinion = find_column(plain, paragraphs, article)  # somebody else quoted in it is not the author
        for author, numbers in [opinion] if opinion else find_announced(plain, paragraphs, article.title):
            found |= {number: _build_part(plain, paragraphs[number], author) for number in numbers}
    return found, unsaid if found else set()


def _build_part(plain: str, paragraph: Span, author: Author) -> Part:
    """Return a paragraph of a speech, in which the audience may be heard."""
    crowd = _CROWD.match(plain, *paragraph)
    return (
        Part(Author("the audience", crowd.start()), crowd.end()) if crowd else Part(author, paragraph.start)
    )
