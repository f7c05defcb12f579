"""Guards: one small function each, which tells two statements apart that share their words.

A guard returns what differs, in the words a person reads, or None. It only ever lowers a score. It
fires on a fact that both sides state differently; what one side leaves out is no conflict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.comparison.degrees import degrees_differ, most_or_least
from claimtrack.core.match.guards.comparison.first import first_or_not, other_first, other_one
from claimtrack.core.match.guards.comparison.standards import (
    by_it_or_whatever_it_is,
    ever_or_since,
    outranked,
    record_or_below,
    stays_or_changes,
)
from claimtrack.core.match.guards.comparison.turned import compared_turned
from claimtrack.core.match.guards.entities.countries import countries_differ
from claimtrack.core.match.guards.entities.kinds import other_body, other_kind, other_nature, other_penalty
from claimtrack.core.match.guards.entities.names import names_differ
from claimtrack.core.match.guards.entities.sources import other_source, other_voice
from claimtrack.core.match.guards.place.directions import other_place, other_way
from claimtrack.core.match.guards.place.relations import other_relation
from claimtrack.core.match.guards.polarity.ability import can_or_cannot
from claimtrack.core.match.guards.polarity.answers import answered_otherwise
from claimtrack.core.match.guards.polarity.contrasts import contrasted, denied_in_turn
from claimtrack.core.match.guards.polarity.negation import negated
from claimtrack.core.match.guards.polarity.office import in_power_or_not
from claimtrack.core.match.guards.polarity.opposites import opposite, opposite_or_turned
from claimtrack.core.match.guards.polarity.prefixes import prefix_denies, without_particle
from claimtrack.core.match.guards.polarity.presence import (
    access_or_none,
    left_undone,
    none_or_some,
    other_rank,
    yes_or_no,
)
from claimtrack.core.match.guards.polarity.without import with_or_without
from claimtrack.core.match.guards.quantities.amounts import (
    by_for_to,
    measures_differ,
    numbers_differ,
    ranked_otherwise,
)
from claimtrack.core.match.guards.quantities.bindings import told_of_each_other
from claimtrack.core.match.guards.quantities.free_of_charge import costs_or_free
from claimtrack.core.match.guards.quantities.rates import rates_differ
from claimtrack.core.match.guards.quantities.tallies import of_both_or_of_one, tally_turned
from claimtrack.core.match.guards.quantities.units import age_or_measure, units_differ
from claimtrack.core.match.guards.quantities.wholes import lost_or_left, rest_of_the_whole, turned_change
from claimtrack.core.match.guards.roles.agents import (
    doer_in_a_cleft,
    doer_in_other_voice,
    other_doer,
    other_reason,
)
from claimtrack.core.match.guards.roles.causes import other_cause
from claimtrack.core.match.guards.roles.contests import other_victor, other_winner
from claimtrack.core.match.guards.roles.nationalities import of_another_country
from claimtrack.core.match.guards.roles.parties import other_party
from claimtrack.core.match.guards.roles.roles import roles_swapped
from claimtrack.core.match.guards.roles.voices import voice_differs
from claimtrack.core.match.guards.scope.coverage import (
    all_or_not_the_rest,
    excepted_or_included,
    one_set_apart,
)
from claimtrack.core.match.guards.scope.denied_quantifiers import not_one_or_all
from claimtrack.core.match.guards.scope.exceptions import equal_or_not, excepted, only_some
from claimtrack.core.match.guards.scope.partitives import one_or_many, only_or_all_but, some_or_all
from claimtrack.core.match.guards.scope.quantifiers import none_some_or_all, some_or_not_all
from claimtrack.core.match.guards.time.attempts import (
    asked_or_granted,
    only_tried,
    taken_back,
    taken_up_again,
    won_or_missed,
)
from claimtrack.core.match.guards.time.habits import used_to
from claimtrack.core.match.guards.time.moods import must_or_may
from claimtrack.core.match.guards.time.since import since_or_in
from claimtrack.core.match.guards.time.stages import (
    in_force_or_not,
    not_done_yet,
    still_going_on,
    still_talked_of,
)
from claimtrack.core.match.guards.time.timing import (
    before_or_after,
    dates_differ,
    first_and_then,
    years_differ,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.reading import Reading

    Guard = Callable[[Reading, Reading], str | None]


GUARDS: tuple[Guard, ...] = (
    measures_differ,
    numbers_differ,
    rest_of_the_whole,
    lost_or_left,
    turned_change,
    units_differ,
    age_or_measure,
    rates_differ,
    tally_turned,
    ranked_otherwise,
    by_for_to,
    costs_or_free,
    years_differ,
    dates_differ,
    before_or_after,
    first_and_then,
    since_or_in,
    told_of_each_other,
    of_both_or_of_one,
    negated,
    not_one_or_all,
    none_some_or_all,
    some_or_not_all,
    contrasted,
    denied_in_turn,
    opposite,
    opposite_or_turned,
    answered_otherwise,
    can_or_cannot,
    compared_turned,
    stays_or_changes,
    record_or_below,
    ever_or_since,
    most_or_least,
    by_it_or_whatever_it_is,
    degrees_differ,
    other_way,
    only_some,
    prefix_denies,
    other_kind,
    other_nature,
    not_done_yet,
    still_talked_of,
    used_to,
    only_tried,
    asked_or_granted,
    in_force_or_not,
    in_power_or_not,
    still_going_on,
    taken_up_again,
    taken_back,
    won_or_missed,
    must_or_may,
    names_differ,
    other_body,
    other_place,
    countries_differ,
    other_doer,
    doer_in_other_voice,
    doer_in_a_cleft,
    other_reason,
    other_cause,
    other_first,
    first_or_not,
    other_one,
    voice_differs,
    some_or_all,
    one_or_many,
    other_relation,
    without_particle,
    roles_swapped,
    other_winner,
    other_victor,
    of_another_country,
    other_party,
    other_source,
    other_voice,
    excepted,
    only_or_all_but,
    excepted_or_included,
    all_or_not_the_rest,
    one_set_apart,
    equal_or_not,
    with_or_without,
    access_or_none,
    left_undone,
    none_or_some,
    yes_or_no,
    other_rank,
    outranked,
    other_penalty,
)
