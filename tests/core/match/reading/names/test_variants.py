"""Spelling variants of a name, and the quick check of letters that must not miss any."""

from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.names.people import is_gender_pair
from claimtrack.core.match.reading.names.variants import are_variants, is_among, same_name
from tests.tables import each_row

WORDS = (
    *list(ALIASES)[::2],  # each is compared with each: all of them would take four times as long
    *"iran iraq austria australia erik eric sofia sophia souda suda ukraine's ukraine kremlin dutch cop28 cop29".split(),
    *"robertson robetrson orbertson netanyahu natanyahou beijing bejing zelenskyy zelensky volodymyr wolodymir".split(),
    *"müller mueller muller volkov volkoff ivanoff søren soeren łukasz lukasz aleksandr alexander toas tomas imran".split(),
    *"macron's macrons marcon smith smyth o us u.s % ß".split(),
)


@each_row("name", WORDS)
def test_is_among_finds_every_word_that_same_name_accepts(name: str) -> None:
    assert [word for word in WORDS if is_among(name, [word])] == [w for w in WORDS if same_name(name, w)]


SPELLINGS = "müller mueller | mueller muller | volkov volkoff | zelensky zelenskyy | aleksandr alexander | søren soren | łukasz lukasz | mohammed muhammad | strauß strauss"
NO_SPELLINGS = "lenz lens | müller miller | bauer baur | volkov volkova | keller kessler"


@each_row("pair", SPELLINGS.split(" | "))
def test_other_spellings_of_a_name_are_recognised(pair: str) -> None:
    one, other = pair.split()
    assert same_name(one, other)
    assert are_variants(one, other)


@each_row("pair", NO_SPELLINGS.split(" | "))
def test_a_different_name_is_not_a_spelling_variant(pair: str) -> None:
    one, other = pair.split()
    assert not are_variants(one, other) or is_gender_pair(one, other)


def test_a_short_name_missing_a_letter_is_a_misspelling_unless_it_is_known() -> None:
    assert same_name("toas", "tomas")
    assert not same_name("iran", "imran")
