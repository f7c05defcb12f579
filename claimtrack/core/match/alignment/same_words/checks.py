"""What is looked at in two statements of which each accounts for every word of the other: signs, little words, spelling, who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment import (
    denials,
    marks,
    names,
    near_synonyms,
    prepositions,
    substitutions,
)
from claimtrack.core.match.alignment.same_words import (
    capital_cities,
    clauses,
    connectives,
    counted,
    function_words,
    owners,
    spoken_by,
    transpositions,
    word_for_word,
)
from claimtrack.core.match.guards import phrase_guards
from claimtrack.core.match.guards.polarity import prefixes
from claimtrack.core.match.guards.quantities import rates, units
from claimtrack.core.match.guards.roles import agents, causes
from claimtrack.core.match.guards.scope import partitives
from claimtrack.core.match.guards.time import habits, modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.guards.difference import Difference
    from claimtrack.core.match.reading.reading import Reading

CHECKS: tuple[Callable[[Reading, Reading], Difference | None], ...] = (
    substitutions.other_word_there, habits.dying_or_dead, marks.marks_differ, connectives.scopes_differ,
    denials.shades_differ, modality.semi_modals_differ, clauses.clauses_exchanged, connectives.connectives_differ,
    marks.lookalikes_differ, capital_cities.only_a_place, phrase_guards.unique_or_among, phrase_guards.definite_or_indefinite,
    function_words.little_words_differ, counted.shared_out, units.currency_country_added,
    prefixes.particles_differ, partitives.parts_differ, prepositions.prepositions_differ,
    names.first_names_differ, names.perhaps_wed, names.another_office, names.offices_exchanged,
    owners.theirs_or_themselves, owners.doer_is_their_own, near_synonyms.near_synonyms_differ,
    near_synonyms.light_verbs_differ, counted.counted_otherwise, counted.times_or_things,
    word_for_word.word_for_word_but, spoken_by.speakers_differ, names.names_misspelt, rates.rate_added,
    habits.no_longer_or_never, habits.each_week_or_once, habits.still_or_already, habits.since_or_then,
    counted.all_or_about, counted.judged_or_added, causes.cause_or_agent, owners.tells_of_another,
    agents.agent_patient_transposed, agents.companion_or_patient, transpositions.exchanged_in_place,
)  # fmt: skip
"""The first that finds something tells it: that pair is no duplicate."""
