"""Which sources a draft's writer cited, and which of its claims each source supports."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Span


@dataclass(frozen=True, slots=True)
class Cited:
    """A source, a web address or words, cited at text[start:end]; a footnote mark is zero characters wide and comes at the end of its words."""

    start: int
    end: int
    source: str
    title: str | None = None


def assign_to_claims(
    text: str, claims: Sequence[tuple[int, int]], cited: Sequence[Cited]
) -> list[tuple[Cited, list[int]]]:
    """Return each source with the claims it is cited for, as indexes into the list of spans; none if no claim is near.

    A source belongs to the claims whose words contain it, else to the nearest claim before it in its sentence, else to the nearest one after
    it there. After a sentence with a claim, as in "Rents rose. [Census]", it belongs to that claim if no other words come in between.
    """
    read = normalise(text)
    found = [one for block in paragraphs(read) for one in sentences(read, block)]
    starts = [one.start for one in found]
    return [
        (one, list(_find_cited_claims(text, claims, one, _find_sentence(found, starts, one))))
        for one in cited
    ]


def _find_sentence(found: Sequence[Span], starts: Sequence[int], cited: Cited) -> Span | None:
    """Return the sentence in which a source is cited."""
    number = bisect_right(starts, _anchor_start(cited)) - 1
    return found[number] if number >= 0 else None


def _anchor_start(cited: Cited) -> int:
    """Return where the cited words begin; a footnote mark has no words and belongs to the letter before it."""
    return cited.start - (cited.start == cited.end)


def _find_cited_claims(
    text: str, claims: Sequence[tuple[int, int]], cited: Cited, sentence: Span | None
) -> Iterator[int]:
    here = _find_overlapping(claims, *sentence) if sentence else []
    within = [one for one in _find_overlapping(claims, _anchor_start(cited), cited.end) if one in here]
    if within:
        yield from within
        return
    before = [one for one, (_, end) in enumerate(claims) if end <= cited.start]
    nearest = max(before, key=lambda one: claims[one][1], default=None)
    if nearest is not None and (nearest in here or _follows_directly(text, claims[nearest][1], cited.start)):
        yield nearest
        return
    behind = [one for one in here if claims[one][0] >= cited.end]
    yield from sorted(behind, key=lambda one: claims[one][0])[:1]


def _find_overlapping(claims: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [number for number, (begins, ends) in enumerate(claims) if begins < end and ends > start]


def _follows_directly(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return "\n" not in between and not any(map(str.isalnum, between))
