"""Split a text at the ends of its spans, so that overlapping spans can all be highlighted.

Spans count code points, as Python does; nothing here depends on how a browser counts.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text covered by the same spans: none, one or several, the shortest first.

    `opening` are the indexes of the spans that start here.
    """

    text: str
    covering: tuple[int, ...] = ()
    opening: tuple[int, ...] = ()


def split_at_spans(text: str, spans: Sequence[tuple[int, int]]) -> list[Piece]:
    """Split the text into pieces, which joined are the text again. Spans are identified by their index."""
    ends = {0, len(text)} | {end for span in spans for end in span if 0 <= end <= len(text)}
    cuts = sorted(ends)
    starts = sorted(range(len(spans)), key=lambda number: spans[number])
    result: list[Piece] = []
    active: list[int] = []
    waiting = iter(starts)
    following = next(waiting, None)
    for start, end in itertools.pairwise(cuts):
        active = [number for number in active if spans[number][1] > start]
        opening = []
        while following is not None and spans[following][0] <= start:
            opening.append(following)
            following = next(waiting, None)
        active += opening
        covering = sorted(active, key=lambda number: spans[number][1] - spans[number][0])
        result.append(Piece(text[start:end], tuple(covering), tuple(opening)))
    return result


def article_pieces(text: str, appearances: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pieces of an article's text, each with the rows of the appearances that cover it."""
    placed = [row for row in appearances if row["span_start"] is not None]
    spans = [(row["span_start"], row["span_end"]) for row in placed]
    return [
        {
            "text": piece.text,
            "rows": [placed[number] for number in piece.covering],
            "opening": [placed[number]["id"] for number in piece.opening],
        }
        for piece in split_at_spans(text, spans)
    ]
