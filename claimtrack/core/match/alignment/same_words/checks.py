"""The checks of two statements in which every word has a counterpart: signs, function words, spelling, sources."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.core.match.alignment import (
    denials,
    markers,
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
    function_words,
    number_scope,
    possessors,
    said_when,
    scores,
    share_bases,
    sources,
    transpositions,
    voices,
    word_for_word,
)
from claimtrack.core.match.guards import phrase_guards
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.polarity import prefixes
from claimtrack.core.match.guards.quantities import rates, units
from claimtrack.core.match.guards.roles import agents, causes
from claimtrack.core.match.guards.scope import partitives
from claimtrack.core.match.guards.time import habits, modality
from claimtrack.core.match.reading.reading import Reading

CHECKS: tuple[Callable[[Reading, Reading], Difference | None], ...] = (
    substitutions.word_replaced, habits.dying_or_dead, markers.markers_differ, connectives.scopes_differ,
    denials.negator_shades_differ, modality.semi_modals_differ, clauses.clauses_swapped, connectives.connectives_differ,
    markers.lookalikes_differ, capital_cities.capital_or_country, phrase_guards.unique_or_among, phrase_guards.definite_or_indefinite, phrase_guards.over_or_from,
    function_words.function_words_differ, number_scope.distribution_differs, units.currency_country_added,
    units.carbon_or_dioxide,
    prefixes.particles_differ, partitives.parts_differ, prepositions.prepositions_differ,
    names.first_names_differ, offices.may_be_spouses, offices.offices_differ, offices.offices_swapped,
    possessors.relative_or_self, possessors.own_agent_swapped, near_synonyms.near_synonyms_differ,
    near_synonyms.light_verbs_differ, number_scope.counted_things_differ, number_scope.times_or_objects,
    word_for_word.wording_differs, sources.sources_differ, names.names_misspelt, rates.rate_added,
    habits.no_longer_or_never, habits.each_week_or_once, habits.still_or_already, habits.since_or_then,
    share_bases.share_bases_swapped, voices.voices_differ, voices.voices_may_differ, said_when.said_or_happened, scores.sets_differ, scores.may_have_drawn, number_scope.all_or_about, number_scope.number_comments_differ, causes.cause_or_agent, possessors.modified_nouns_differ,
    agents.agent_patient_transposed, agents.companion_or_patient, transpositions.parts_swapped,
)  # fmt: skip
"""The first check that finds a difference decides: the pair is no duplicate."""
