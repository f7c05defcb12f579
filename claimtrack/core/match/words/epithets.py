"""Adjectives that a sentence may open with before a name, and that are no first names: "*Defiant* Rau", "*Wealthy* Tarn residents"."""

from __future__ import annotations

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.words.misprints import is_english

_ENDINGS = ("ed", "ful", "ous", "less")
_EPITHETS = words_of(
    "angry crooked defiant jubilant triumphant reluctant adamant confident silent impatient happy lying sick ill bitter proud embattled"
)
_POPULATIONS = words_of(
    "wealthy rich poor poorer elderly older young younger pregnant obese single working white black native rural urban ethnic male female "
    "healthy homeless immigrant migrant refugee middle-class working-class low-income high-income first-time former"
)
"""Adjectives that narrow a claim about the people of a place to some of them."""
_NAMING_PARTICIPLES = words_of(
    "united allied associated consolidated combined advanced applied limited integrated unified reformed wounded precious"
)
"""With these organisations and places are named: "Associated Press", "Wounded Knee"."""
_LONGEST_NAME = 5
"""Letters of the longest first names with such an ending that are words, too: "Jared", "Fred"."""


def is_epithet(word: str) -> bool:
    """Whether a lower-case word describes somebody: "defiant", "disgraced", "unvaccinated"."""
    ends_so = len(word) > _LONGEST_NAME and word.endswith(_ENDINGS) and word not in _NAMING_PARTICIPLES
    return word in _EPITHETS or (ends_so and is_english(word))


def narrows_population(word: str) -> bool:
    """Whether a lower-case word before the name of a people or a place may mean only some of its people: "*Retired* Norvians"."""
    return word in _POPULATIONS or is_epithet(word)
