"""Who asks in a transcript: a host, a reporter, whoever puts all the questions."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.transcripts.label_forms import PARTY
from claimtrack.core.extract.page.transcripts.roles import is_questioner, names_role
from claimtrack.core.extract.page.transcripts.surnames import shortened

if TYPE_CHECKING:
    from claimtrack.core.extract.page.transcripts.lines import Line
    from claimtrack.core.extract.words.reading import Span

_PUT_TO_SOMEBODY = expression(r"\byour?\b[^.!?]*\?", re.IGNORECASE)


def interviewers(plain: str, paragraphs: list[Span], lines: dict[int, Line]) -> frozenset[str]:
    """The labels of those who ask: whose lines mostly end in a question, or all hold one, while nobody else asks; members of a party debate."""
    short = shortened(plain[slice(*line.name)] for line in lines.values())
    turns: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    hold: Counter[str] = Counter()
    members: set[str] = set()
    addressed: set[str] = set()
    for number, line in lines.items():
        name = plain[line.name.start : line.name.end]
        if names_role(name):
            continue  # whoever asks once from the hall
        name = short.get(name, name)
        members |= {name} if PARTY.search(plain, line.name.end, line.start) else set()
        turns[name] += 1
        words = plain[line.start : paragraphs[number].end]
        asked[name] += words.rstrip(" \"'").endswith("?")
        hold[name] += "?" in words
        addressed |= {name} if _PUT_TO_SOMEBODY.search(words) else set()
    # One question in two turns may be a debater's; of more turns half are enough: hosts also say "Go on."
    often = {
        name for name in turns if asked[name] * 2 >= turns[name] and (asked[name], turns[name]) != (1, 2)
    }
    if not often and list(hold.values()).count(0) == len(turns) - 1:
        often = {name for name in addressed if hold[name] == turns[name]}
    often -= members
    others_ask = any(asked[name] for name in turns if name not in often)
    found = {name for name in often if turns[name] > 1 and len(often) == 1 and not others_ask}
    found |= {name for name in turns if is_questioner(name)}
    return frozenset(found | {name for name, full in short.items() if full in found})
