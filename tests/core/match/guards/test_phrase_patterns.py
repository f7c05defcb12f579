"""Guards that are no more than phrases find these wherever one may stand."""

from claimtrack.core.match.guards.phrase_patterns import phrase_guard
from claimtrack.core.match.reading.reading import read


def test_of_a_row_one_phrase_may_begin_with_any_word_of_weight_and_another_with_its_own():
    guard = phrase_guard("only_or_too", "Only one or also the other.", ("@ only|solely the @", "the @ too"))

    assert guard(read("They burn coal only"), read("They burn the coal too")) == (
        "differs: coal only / the coal too"
    )
    assert guard(read("The gas they burn, too"), read("They burn coal only")) is None
