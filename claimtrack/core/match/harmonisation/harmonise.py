"""Making two statements uniform where grammar, names and spelling allow the same to be expressed in two ways, before they are compared.

The steps, in the order of `STEPS`; each takes two texts and returns them, one in the form of the other:

1. an abbreviation has its last dot and a possessive its apostrophe where the other has them (`spelling.py`), an adjective before the first name is dropped (`epithets.py`), and a person whom both name is named in the same words (`persons.py`);
2. of several equivalent constructions one is used: "not ... and not" (`not_until.py`), clefts, "not until", "neither", "because" (`syntax.py`, by rewrite rules), "resulted in" and "caused" (`converses.py`);
3. a description stands before or after the name as in the other (`persons.py`);
4. initials become first names, and compound names are written as in the other (`spelling.py`);
5. numeric dates are put in words where only the other shows the order of day and month (`spelling.py`);
6. concentrations are put in words, powers of ten in digits, and a rate is expressed as in the other (`rates.py`);
7. misspelt words are corrected by the word that the other has in their place (`spelling.py`);
8. a phrase that opens one text and ends the other stands at the end of both (`syntax.py`).

So no guard takes one of these for another speaker, number or denial. What can be rewritten without the other statement is in
`normalisation/`.
"""

from __future__ import annotations

from dataclasses import replace

from claimtrack.core.match.harmonisation.epithets import drop_epithets
from claimtrack.core.match.harmonisation.not_until import align_joint_denials
from claimtrack.core.match.harmonisation.persons import align_descriptions, align_names
from claimtrack.core.match.harmonisation.rates import align_rates, spell_out_units
from claimtrack.core.match.harmonisation.spelling import (
    align_compounds,
    align_dates,
    complete_abbreviations,
    correct_misprints,
    expand_initials,
    restore_apostrophes,
)
from claimtrack.core.match.harmonisation.syntax import move_phrase_to_end, simplify_both
from claimtrack.core.model import Statement

STEPS = (
    complete_abbreviations, restore_apostrophes, drop_epithets, align_names, align_joint_denials, simplify_both, align_descriptions, expand_initials, align_compounds,
    align_dates, spell_out_units, align_rates, correct_misprints, move_phrase_to_end,
)  # fmt: skip


def harmonise(one: Statement, other: Statement) -> tuple[Statement, Statement]:
    """Return two statements with uniform texts; the same objects if nothing had to change."""
    a, b = one.text, other.text
    for step in STEPS:
        a, b = step(a, b)
    return (
        one if a == one.text else replace(one, text=a),
        other if b == other.text else replace(other, text=b),
    )
