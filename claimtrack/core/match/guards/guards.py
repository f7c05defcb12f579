"""Guards: small functions that each find one kind of difference between two statements of much the same words.

A guard returns the difference as a person reads it ("differs: oil / gas"), or None. It only lowers a score. It reports
a fact that both sides state differently; what one side leaves out is no conflict.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from claimtrack.core.match.guards import phrase_guards
from claimtrack.core.match.guards.comparison import degrees, precedence, reversals, standards
from claimtrack.core.match.guards.entities import countries, kinds, modifiers, names, sources
from claimtrack.core.match.guards.place import directions
from claimtrack.core.match.guards.polarity import (
    ability,
    answers,
    antonyms,
    contrasts,
    negation,
    prefixes,
    presence,
)
from claimtrack.core.match.guards.quantities import amounts, bindings, changes, number_pairs, rates, units
from claimtrack.core.match.guards.roles import acts, agents, causes, contests, roles
from claimtrack.core.match.guards.scope import coverage, exceptions, partitives, quantifiers
from claimtrack.core.match.guards.time import event_order, habits, stages, timing
from claimtrack.core.match.reading.reading import Reading

if TYPE_CHECKING:
    Guard = Callable[[Reading, Reading], str | None]


GUARDS: tuple[Guard, ...] = (
    amounts.measures_differ, amounts.numbers_differ, number_pairs.complementary_shares_differ,
    number_pairs.lost_or_left, changes.change_reversed, units.units_differ, units.age_or_measure,
    rates.rates_differ, number_pairs.vote_reversed, amounts.ranks_differ,
    changes.change_prepositions_differ, presence.costs_or_free, timing.years_differ, timing.dates_differ,
    event_order.event_order_reversed, habits.since_or_in, bindings.bindings_swapped,
    number_pairs.joint_or_single_count, negation.negations_differ, coverage.none_or_not_all,
    phrase_guards.not_all_or_all, quantifiers.none_some_or_all, quantifiers.some_or_not_all,
    contrasts.contrast_contradicted, contrasts.denials_exchanged, antonyms.antonyms_conflict,
    antonyms.relational_antonyms_conflict, answers.answers_differ, ability.can_or_cannot,
    reversals.comparison_reversed, standards.stays_or_changes, phrase_guards.record_or_below,
    phrase_guards.all_time_or_since, degrees.most_or_least, phrase_guards.depends_or_regardless,
    degrees.degrees_differ, directions.directions_differ, exceptions.only_or_also,
    prefixes.negative_affixes_differ, kinds.kinds_differ, kinds.natures_differ, stages.planned_or_done,
    phrase_guards.under_discussion_or_done, phrase_guards.pending_or_done, phrase_guards.for_or_against,
    phrase_guards.unless_or_only_if, habits.habit_or_present, phrase_guards.attempted_or_done,
    phrase_guards.asked_or_granted, phrase_guards.in_force_or_not, phrase_guards.ended_or_ongoing,
    stages.ended_or_resumed, stages.done_or_revoked, phrase_guards.won_or_missed,
    phrase_guards.must_or_may, phrase_guards.need_not_or_must_not, names.names_differ, names.letters_differ,
    modifiers.modifiers_differ, kinds.organisations_differ, directions.places_differ, countries.countries_differ,
    agents.agents_differ, acts.acts_differ, causes.reasons_differ, causes.causes_differ,
    precedence.precedence_reversed, phrase_guards.first_or_not, precedence.ranked_names_differ,
    partitives.some_or_all, phrase_guards.one_or_many, directions.relations_differ,
    prefixes.particle_missing, roles.roles_swapped, contests.winner_and_loser_swapped,
    contests.winners_differ, countries.countries_swapped, agents.agent_patient_swapped,
    sources.sources_differ, sources.speaker_roles_differ, exceptions.exception_added,
    partitives.only_or_all_but, phrase_guards.excepted_or_included, coverage.all_or_rest_excluded,
    coverage.member_set_apart, standards.equal_or_not, phrase_guards.with_or_without,
    phrase_guards.had_or_without, phrase_guards.access_or_none, presence.done_or_undone,
    presence.none_or_some, phrase_guards.zero_or_some, phrase_guards.deputy_or_principal,
    standards.top_or_outranked, kinds.penalties_differ,
)  # fmt: skip
"""All guards, in the order in which they run and their differences are listed."""
