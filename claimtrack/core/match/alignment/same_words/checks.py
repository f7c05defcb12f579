"""The checks of two statements in which every word has a counterpart: signs, function words, spelling, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment import (
    denials,
    marks,
    names,
    near_synonyms,
    offices,
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
    substitutions.word_replaced, habits.dying_or_dead, marks.markers_differ, connectives.scopes_differ,
    denials.negator_shades_differ, modality.semi_modals_differ, clauses.clauses_swapped, connectives.connectives_differ,
    marks.lookalikes_differ, capital_cities.capital_or_country, phrase_guards.unique_or_among, phrase_guards.definite_or_indefinite,
    function_words.function_words_differ, counted.distribution_differs, units.currency_country_added,
    prefixes.particles_differ, partitives.parts_differ, prepositions.prepositions_differ,
    names.first_names_differ, offices.may_be_spouses, offices.offices_differ, offices.offices_swapped,
    owners.relative_or_self, owners.own_agent_swapped, near_synonyms.near_synonyms_differ,
    near_synonyms.light_verbs_differ, counted.counted_things_differ, counted.times_or_objects,
    word_for_word.wording_differs, spoken_by.sources_differ, names.names_misspelt, rates.rate_added,
    habits.no_longer_or_never, habits.each_week_or_once, habits.still_or_already, habits.since_or_then,
    counted.all_or_about, counted.number_comments_differ, causes.cause_or_agent, owners.modified_nouns_differ,
    agents.agent_patient_transposed, agents.companion_or_patient, transpositions.parts_swapped,
)  # fmt: skip
"""The first check that finds a difference decides: the pair is no duplicate."""
