"""What somebody does while he speaks, in a transcript: "(laughing)", "[APPLAUSE]", "(Laughter and applause.)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract.words.reading import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIRECTION = r"(?:[a-z][^)\]\n]{2,40}|[A-Z][A-Z -]{2,40}\.?|[A-Z][a-z]+(?: and [a-z]+)?\.?)"
_STAGE = re.compile(rf"(?:\({_DIRECTION}\)|\[{_DIRECTION}\])(?:\s+|$)")
_STOPS = tuple(".!?…\"'—-")


def between_stage_directions(plain: str, turn: Span) -> Iterator[Span]:
    """The stretches of a turn that are spoken, without what the speaker does: "(laughing) No. (Applause.)"."""
    start = turn.start
    for direction in _STAGE.finditer(plain, *turn):
        at = direction.start()
        if at == turn.start or plain[max(start, at - 2) : at].rstrip().endswith(_STOPS):
            yield Span(start, at)
            start = direction.end()
    yield Span(start, turn.end)
