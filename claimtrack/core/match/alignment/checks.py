"""What is looked at in two statements of which each accounts for every word of the other: signs, little words, spelling, who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.belonging import tells_of_another
from claimtrack.core.match.alignment.capital_cities import only_a_place
from claimtrack.core.match.alignment.clauses import clauses_exchanged
from claimtrack.core.match.alignment.connectives import connectives_differ, scopes_differ
from claimtrack.core.match.alignment.counted import (
    all_or_about,
    counted_otherwise,
    judged_or_added,
    shared_out,
)
from claimtrack.core.match.alignment.denials import shades_differ
from claimtrack.core.match.alignment.function_words import little_words_differ
from claimtrack.core.match.alignment.marks import lookalikes_differ, marks_differ
from claimtrack.core.match.alignment.names import (
    another_office,
    first_names_differ,
    names_misspelt,
    offices_exchanged,
    perhaps_wed,
)
from claimtrack.core.match.alignment.near_synonyms import light_verbs_differ, near_synonyms_differ
from claimtrack.core.match.alignment.one_place import other_word_there
from claimtrack.core.match.alignment.owners import doer_is_their_own, theirs_or_themselves
from claimtrack.core.match.alignment.prepositions import prepositions_differ
from claimtrack.core.match.alignment.rearranged import done_with_or_to, rearranged
from claimtrack.core.match.alignment.spoken_by import speakers_differ
from claimtrack.core.match.alignment.word_for_word import word_for_word_but
from claimtrack.core.match.guards.comparison.first import the_one_or_one
from claimtrack.core.match.guards.polarity.prefixes import particles_differ
from claimtrack.core.match.guards.quantities.rates import rate_added
from claimtrack.core.match.guards.quantities.units import issuer_told_once
from claimtrack.core.match.guards.roles.causes import because_of_somebody
from claimtrack.core.match.guards.scope.partitives import parts_differ
from claimtrack.core.match.guards.time.habits import (
    dying_or_dead,
    each_week_or_once,
    no_longer_or_never,
    still_or_already,
)
from claimtrack.core.match.guards.time.moods import ways_differ
from claimtrack.core.match.guards.time.since import since_or_then
from claimtrack.core.match.guards.time.stages import timetable_differs

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.guards.difference import Difference
    from claimtrack.core.match.reading.reading import Reading

CHECKS: tuple[Callable[[Reading, Reading], Difference | None], ...] = (
    other_word_there,
    dying_or_dead,
    marks_differ,
    scopes_differ,
    shades_differ,
    ways_differ,
    rearranged,
    clauses_exchanged,
    connectives_differ,
    lookalikes_differ,
    only_a_place,
    the_one_or_one,
    little_words_differ,
    shared_out,
    issuer_told_once,
    particles_differ,
    parts_differ,
    timetable_differs,
    prepositions_differ,
    first_names_differ,
    perhaps_wed,
    another_office,
    offices_exchanged,
    theirs_or_themselves,
    doer_is_their_own,
    near_synonyms_differ,
    light_verbs_differ,
    counted_otherwise,
    word_for_word_but,
    speakers_differ,
    names_misspelt,
    rate_added,
    no_longer_or_never,
    each_week_or_once,
    still_or_already,
    since_or_then,
    all_or_about,
    judged_or_added,
    because_of_somebody,
    tells_of_another,
    done_with_or_to,
)
"""The first that finds something tells it: that pair is no duplicate."""
