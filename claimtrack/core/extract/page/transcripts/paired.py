"""Which interviews have each answer on the line below its question: "You found out from the press.", "From a driver, actually."?"""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.page.transcripts.interviews import ONE, OWN
from claimtrack.core.extract.page.transcripts.lines import Line
from claimtrack.core.extract.words.reading import Span, name_pattern

_LABELLED = name_pattern(r"(?P<name>[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,3}): (?=\S)")
"""The name of the interviewee, which may precede the first answer only."""
_FEWEST_PAIRS, _FEWEST_ASKING = 4, 2  # pairs; pairs whose first part asks
_LONGEST_QUESTION = 240  # characters


def find_paired(plain: str, paragraphs: list[Span]) -> dict[int, Line]:
    """Map paragraph numbers to answers, labelled with the mark of the first question or the name before the first answer.

    Empty unless at least four pairs of lines stand by themselves, a third of the first lines ask, half of the second ones
    contain "me" or "us", and one "me".
    """
    if plain.count("?") < _FEWEST_ASKING:
        return {}
    tight = [plain.count("\n", first.end, second.start) == 1 for first, second in pairwise(paragraphs)]
    around = [False, *tight, False]
    pairs = [
        number
        for number, is_tight in enumerate(tight)
        if is_tight
        and not (around[number] or around[number + 2])
        and _may_be_question(plain, paragraphs[number])
    ]
    asking = [number for number in pairs if plain[paragraphs[number].end - 1] == "?"]
    own = sum(OWN.search(plain, *paragraphs[number + 1]) is not None for number in pairs)
    are_few = len(pairs) < _FEWEST_PAIRS or len(asking) < _FEWEST_ASKING
    if are_few or len(asking) * 3 < len(pairs) or own * 2 < len(pairs):
        return {}
    if not any(ONE.search(plain, *paragraphs[number + 1]) for number in pairs):
        return {}
    named = _LABELLED.match(plain, *paragraphs[pairs[0] + 1])
    mark = paragraphs[asking[0]].end - 1
    name = Span(*named.span("name")) if named else Span(mark, mark + 1)
    starts = {number + 1: paragraphs[number + 1].start for number in pairs}
    starts[pairs[0] + 1] = named.end() if named else starts[pairs[0] + 1]
    return {number: Line(name, start, shared=True) for number, start in starts.items()}


def _may_be_question(plain: str, line: Span) -> bool:
    """Whether a line may be an interviewer's question: short, unquoted, with a stop."""
    is_short = line.end - line.start <= _LONGEST_QUESTION
    return is_short and plain[line.end - 1] in "?." and plain[line.start] not in "\"'"
