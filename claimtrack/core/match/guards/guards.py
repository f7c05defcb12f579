"""Guards: one small function each, which tells two statements apart that share their words.

A guard returns what differs, in the words a person reads, or None. It only ever lowers a score. It
fires on a fact that both sides state differently; what one side leaves out is no conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards import phrased
from claimtrack.core.match.guards.comparison import degrees, first, standards, turned
from claimtrack.core.match.guards.entities import countries, kinds, names, sources
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
from claimtrack.core.match.guards.quantities import amounts, bindings, rates, units, wholes
from claimtrack.core.match.guards.roles import acts, agents, causes, contests, roles
from claimtrack.core.match.guards.scope import coverage, exceptions, partitives, quantifiers
from claimtrack.core.match.guards.time import habits, order, stages, timing

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.reading import Reading

    Guard = Callable[[Reading, Reading], str | None]


GUARDS: tuple[Guard, ...] = (
    amounts.measures_differ, amounts.numbers_differ, wholes.rest_of_the_whole, wholes.lost_or_left,
    wholes.turned_change, units.units_differ, units.age_or_measure, rates.rates_differ, wholes.tally_turned,
    amounts.ranked_otherwise, amounts.by_for_to, presence.costs_or_free, timing.years_differ,
    timing.dates_differ, order.other_order, habits.since_or_in,
    bindings.told_of_each_other, wholes.of_both_or_of_one, negation.negated, coverage.not_one_or_all,
    phrased.not_all_or_all, quantifiers.none_some_or_all, quantifiers.some_or_not_all, contrasts.contrasted,
    contrasts.denied_in_turn, antonyms.opposite, antonyms.opposite_or_turned, answers.answered_otherwise,
    ability.can_or_cannot, turned.compared_turned, standards.stays_or_changes, phrased.record_or_below,
    phrased.ever_or_since, degrees.most_or_least, phrased.by_it_or_whatever_it_is, degrees.degrees_differ,
    directions.other_way, exceptions.only_some, prefixes.prefix_denies, kinds.other_kind,
    kinds.other_nature, stages.not_done_yet, phrased.still_talked_of, phrased.still_to_come, phrased.for_or_against, phrased.unless_or_only_if, habits.used_to, phrased.only_tried,
    phrased.asked_or_granted, phrased.in_force_or_not, phrased.still_going_on, stages.taken_up_again,
    stages.taken_back, phrased.won_or_missed, phrased.must_or_may, phrased.need_not_or_must_not,
    names.names_differ, kinds.other_body, directions.other_place, countries.countries_differ,
    agents.other_agent, acts.other_act, causes.other_reason, causes.other_cause, first.other_first, phrased.first_or_not,
    first.other_one, partitives.some_or_all, phrased.one_or_many, directions.other_relation,
    prefixes.without_particle, roles.roles_swapped, contests.other_winner, contests.other_victor,
    countries.of_another_country, agents.roles_exchanged, sources.other_source, sources.other_voice,
    exceptions.excepted, partitives.only_or_all_but, phrased.excepted_or_included,
    coverage.all_or_not_the_rest, coverage.one_set_apart, exceptions.equal_or_not, phrased.with_or_without,
    phrased.had_or_without, phrased.access_or_none, presence.left_undone, presence.none_or_some,
    phrased.to_nothing_or_some, phrased.other_rank, standards.outranked, kinds.other_penalty,
)  # fmt: skip
