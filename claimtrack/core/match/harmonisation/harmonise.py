"""Two statements put alike where grammar, names and spelling only tell one thing in two ways, before anybody looks for what differs.

The steps, in the order of `STEPS`; each is given two texts, and gives them back, the one as the other has it:

1. whoever both name is named in the same words (`persons.py`);
2. what grammar puts in many ways is put in one: "not ... and not" (`not_until.py`), clefts, "not until", "neither", "because" (`syntax.py`, by rewrite rules), "resulted in" and "caused" (`one_end.py`);
3. who somebody is stands before the name or behind it as in the other (`persons.py`);
4. initials are first names, names are joined as in the other (`spelling.py`);
5. dates in figures are in words, where only the other tells the order of day and month (`spelling.py`);
6. what is no word, in the place of a word a letter apart, is that word (`spelling.py`);
7. what stands at the beginning of the one and at the end of the other stands at the end of both (`syntax.py`).

So no guard takes one of these for another speaker, number or denial. What can be rewritten without the other statement is in
`normalisation/`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.match.harmonisation.not_until import align_joint_denials
from claimtrack.core.match.harmonisation.persons import align_descriptions, align_names
from claimtrack.core.match.harmonisation.spelling import (
    align_compounds,
    align_dates,
    correct_misprints,
    expand_initials,
)
from claimtrack.core.match.harmonisation.syntax import move_phrase_to_end, simplify_both

if TYPE_CHECKING:
    from claimtrack.core.model import Statement

STEPS = (
    align_names, align_joint_denials, simplify_both, align_descriptions, expand_initials, align_compounds,
    align_dates, correct_misprints, move_phrase_to_end,
)  # fmt: skip


def harmonise(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """Two statements, with their texts put alike; the same two where there is nothing to do."""
    a, b = one.text, other.text
    for step in STEPS:
        a, b = step(a, b)
    return (
        one if a == one.text else replace(one, text=a),
        other if b == other.text else replace(other, text=b),
    )
