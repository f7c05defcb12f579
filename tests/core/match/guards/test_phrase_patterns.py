"""Guards that only compare phrases find them anywhere in a statement."""

from claimtrack.core.match.guards.phrase_patterns import phrase_guard
from claimtrack.core.match.reading.reading import read


def test_a_pattern_may_start_with_any_content_word_or_with_a_fixed_word():
    guard = phrase_guard("only_or_too", "Only one or also the other.", ("@ only|solely the @", "the @ too"))

    assert guard(read("They burn coal only"), read("They burn the coal too")) == (
        "differs: coal only / the coal too"
    )
    assert guard(read("The gas they burn, too"), read("They burn coal only")) is None
