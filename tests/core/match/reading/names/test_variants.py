"""One name among many words: the look at the letters beforehand loses none."""

from claimtrack.core.match.reading.names.names import ALIASES
from claimtrack.core.match.reading.names.people import is_gender_pair
from claimtrack.core.match.reading.names.variants import are_variants, is_among, same_name
from tests.tables import each_row

WORDS = (
    *list(ALIASES)[::2],  # each is held against each: all of them take four times as long
    *"iran iraq austria australia erik eric sofia sophia souda suda ukraine's ukraine kremlin dutch cop28 cop29".split(),
    *"robertson robetrson orbertson netanyahu natanyahou beijing bejing zelenskyy zelensky volodymyr wolodymir".split(),
    *"müller mueller muller volkov volkoff ivanoff søren soeren łukasz lukasz aleksandr alexander toas tomas imran".split(),
    *"macron's macrons marcon smith smyth o us u.s % ß".split(),
)


@each_row("name", WORDS)
def test_is_among_finds_what_same_name_tells_of_each_word(name: str) -> None:
    assert [word for word in WORDS if is_among(name, [word])] == [w for w in WORDS if same_name(name, w)]


SPELLINGS = "müller mueller | mueller muller | volkov volkoff | zelensky zelenskyy | aleksandr alexander | søren soren | łukasz lukasz | mohammed muhammad | strauß strauss"
NO_SPELLINGS = "lenz lens | müller miller | bauer baur | volkov volkova | keller kessler"


@each_row("pair", SPELLINGS.split(" | "))
def test_a_name_is_known_in_the_letters_that_it_is_also_written_by(pair: str) -> None:
    one, other = pair.split()
    assert same_name(one, other)
    assert are_variants(one, other)


@each_row("pair", NO_SPELLINGS.split(" | "))
def test_another_name_is_no_spelling(pair: str) -> None:
    one, other = pair.split()
    assert not are_variants(one, other) or is_gender_pair(one, other)


def test_a_short_name_with_a_letter_left_out_may_be_misspelt_unless_it_is_known() -> None:
    assert same_name("toas", "tomas")
    assert not same_name("iran", "imran")
